import { Buffer } from 'node:buffer';
import process from 'node:process';
import { type SimpleGitOptions, simpleGit } from 'simple-git';

/** Runs git in one repository. Both reject with git's own words when git exits with anything but 0. */
export type Git = {
  /** Standard output as text. */
  text(args: readonly string[], input?: string): Promise<string>;
  /** `git cat-file` with these arguments; standard output as it is. */
  catFile(args: readonly string[], input: string): Promise<Buffer>;
};

/**
 * Git that no configuration, hook or variable of the user can surprise: commands are argument arrays, hooks and
 * monitors are off, nothing is signed, converted, pruned or collected on the side, and nothing prompts.
 * `token` is sent to http remotes as GitHub wants it; it travels in the environment, where other users of the
 * machine can't list it. `index` is a file to use instead of the repository's own index. `fetches`: git may fetch objects
 * that are missing, which is for folders of ours only, because the configuration says by which program.
 */
export function createGit(settings: {
  readonly directory: string;
  readonly token?: string | undefined;
  readonly index?: string | undefined;
  readonly fetches?: boolean;
}): Git {
  const { index, token, fetches = false } = settings;
  const environment = {
    ...inherited(),
    ...FIXED_ENVIRONMENT,
    ...credentials(token),
    GIT_NO_LAZY_FETCH: fetches ? '0' : '1',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
  const options: Partial<SimpleGitOptions> = {
    baseDir: settings.directory,
    config: [...QUIET_CONFIGURATION],
    allowEnvironment: Object.keys(environment).filter((name) => name.startsWith('GIT_')),
    unsafe: {
      allowUnsafeHooksPath: true,
      allowUnsafeFsMonitor: true,
      allowUnsafeConfigEnvCount: true,
      allowUnsafeSshCommand: true,
    },
    errors: failure,
  };
  // An instance runs its commands one after the other, and what goes to standard input belongs to the instance:
  // with one each, commands run side by side.
  const instance = (input?: string) => {
    return simpleGit(input === undefined ? options : { ...options, input: () => input }).env(environment);
  };
  return {
    text: async (args, input) => await instance(input).raw([...args]),
    catFile: async (args, input) => requireBuffer(await instance(input).binaryCatFile([...args])),
  };
}

/** simple-git leaves the type open. */
function requireBuffer(output: unknown): Buffer {
  if (!Buffer.isBuffer(output)) throw new TypeError('git cat-file gave no bytes.');
  return output;
}

/** The caller's environment without its git variables, but for those that say how to reach a remote. */
function inherited(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !GUARDED_VARIABLE.test(name) || TRANSPORT_VARIABLES.has(name),
  );
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function credentials(token: string | undefined): Record<string, string> {
  if (token === undefined) return {};
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${btoa(`x-access-token:${token}`)}`,
  };
}

/** Every exit code but 0 is a failure; simple-git by itself overlooks those without words on standard error. */
function failure(
  error: Buffer | Error | undefined,
  result: { readonly exitCode: number; readonly stdErr: readonly Buffer[] },
): Buffer | Error | undefined {
  if (error instanceof Error || result.exitCode === 0) return error;
  const words = result.stdErr.map((chunk) => chunk.toString('utf8')).join('');
  return new Error(words === '' ? `git ended with exit code ${result.exitCode}` : words);
}

const FIXED_ENVIRONMENT = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  // Paths are names, never patterns.
  GIT_LITERAL_PATHSPECS: '1',
  // An object is what its id says; a replacement would fail every check of bytes against ids.
  GIT_NO_REPLACE_OBJECTS: '1',
  // Reflogs name somebody even where no user is configured.
  GIT_COMMITTER_NAME: 'ghost-runner',
  GIT_COMMITTER_EMAIL: 'ghost-runner@localhost',
  LC_ALL: 'C',
} as const;

const QUIET_CONFIGURATION = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.autocrlf=false',
  'commit.gpgSign=false',
  'push.gpgSign=false',
  'push.followTags=false',
  'push.recurseSubmodules=no',
  'fetch.recurseSubmodules=false',
  'fetch.prune=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'advice.detachedHead=false',
  // Milliseconds to wait for a ref that another process holds, before giving up on it.
  'core.filesRefLockTimeout=5000',
  'core.packedRefsTimeout=5000',
] as const;

/** What simple-git guards: all of git's own variables, and programs that git would start. */
const GUARDED_VARIABLE = /^(git_.*|editor|pager|prefix|visual|ssh_askpass)$/i;

const TRANSPORT_VARIABLES: ReadonlySet<string> = new Set([
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'GIT_SSH',
  'GIT_SSH_COMMAND',
]);
