import { Buffer } from 'node:buffer';
import process from 'node:process';
import { type SimpleGit, type SimpleGitOptions, simpleGit } from 'simple-git';

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
  const { directory, index, token, fetches = false } = settings;
  const environment = {
    ...inherited(),
    ...FIXED_ENVIRONMENT,
    GIT_NO_LAZY_FETCH: fetches ? '0' : '1',
    ...(index === undefined ? {} : { GIT_INDEX_FILE: index }),
  };
  const always = credentials(token);
  const instance = (configuration: readonly Setting[], input?: string) =>
    start({ ...environment, ...configurationVariables(configuration) }, { directory, input });
  // Asked once; none of these commands runs a hook before it is known which ones there are.
  let known: Promise<readonly Setting[]> | undefined;
  const settled = async () => {
    known ??= switchedOffHooks(instance(NO_HOOK));
    return [...always, ...(await known)];
  };
  return {
    text: async (args, input) => await instance(await settled(), input).raw([...args]),
    catFile: async (args, input) =>
      requireBuffer(await instance(await settled(), input).binaryCatFile([...args])),
  };
}

/**
 * An instance runs its commands one after the other, and what goes to standard input belongs to the instance: with one
 * each, commands run side by side.
 */
function start(
  environment: Record<string, string>,
  { directory, input }: { readonly directory: string; readonly input: string | undefined },
): SimpleGit {
  const options: Partial<SimpleGitOptions> = {
    baseDir: directory,
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
  return simpleGit(input === undefined ? options : { ...options, input: () => input }).env(environment);
}

/** One of git's settings, which counts more than what its files say. */
type Setting = readonly [name: string, value: string];

/**
 * Since 2.54 git runs hooks that the configuration names, wherever `core.hooksPath` leads; each is switched off by its
 * name alone. `git` has a setting of NO_HOOK, so that there is one to be found: where git fails, it could not tell.
 */
async function switchedOffHooks(git: SimpleGit): Promise<readonly Setting[]> {
  const listed = await git.raw(['config', '--null', '--name-only', '--get-regexp', '^hook\\..*\\.']);
  const hooks = listed
    .split('\0')
    .filter(Boolean)
    .map((name) => name.slice(0, name.lastIndexOf('.')));
  return [...new Set(hooks)].map((hook) => [`${hook}.enabled`, 'false']);
}

const NO_HOOK: readonly Setting[] = [['hook.none.enabled', 'false']];

function configurationVariables(settings: readonly Setting[]): Record<string, string> {
  const pairs = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(settings.length), ...Object.fromEntries(pairs) };
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

function credentials(token: string | undefined): readonly Setting[] {
  return token === undefined
    ? []
    : [['http.extraHeader', `Authorization: Basic ${btoa(`x-access-token:${token}`)}`]];
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
