import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';

/** actions/checkout: real git over the local GitHub's smart HTTP. */
export const checkout: StandIn = {
  inputs: {
    repository: { preset: '' },
    ref: { preset: '' },
    token: { preset: '' },
    path: { preset: '' },
    'fetch-depth': { preset: '1' },
    'fetch-tags': { preset: 'false', only: ['false'] },
    'persist-credentials': { preset: 'true', only: ['true', 'false'] },
    clean: { preset: 'true', only: ['true'] },
    submodules: { preset: 'false', only: ['false'] },
    lfs: { preset: 'false', only: ['false'] },
    'show-progress': { preset: 'true' },
    'set-safe-directory': { preset: 'true' },
  },
  main,
};

async function main(run: StandInRun): Promise<StandInResult> {
  const place = placeOf(run);
  if (typeof place === 'string') return { ok: false, problem: place };
  run.hide(place.header);
  await mkdir(place.directory, { recursive: true });
  for (const command of commandsFor(place)) {
    const { code, output } = await git(run, place, command);
    if (code !== 0)
      return { ok: false, problem: `git ${command[0]} failed with exit code ${code}: ${lastLine(output)}` };
  }
  const { output } = await git(run, place, ['rev-parse', 'HEAD']);
  run.setOutput('commit', output.trim());
  run.setOutput('ref', place.ref);
  if (run.input('persist-credentials') === 'true') await persistCredentials(run, place);
  return { ok: true };
}

type Place = {
  readonly directory: string;
  readonly url: string;
  /** As asked for; the commit of the event where nothing was. */
  readonly ref: string;
  /** What to fetch, and where the working tree is to stand then. */
  readonly refspec: string;
  readonly target: readonly string[];
  readonly depth: number;
  /** The Authorization header that git sends. */
  readonly header: string;
  readonly headerKey: string;
};

/** A string says why there is none. */
function placeOf(run: StandInRun): Place | string {
  const { github, workspace } = run;
  const repository = run.input('repository') || github.repository;
  const directory = resolve(workspace, run.input('path'));
  if (relative(workspace, directory).startsWith('..')) {
    return `Repository path '${directory}' is not under '${workspace}'`;
  }
  const depth = Number(run.input('fetch-depth'));
  if (!Number.isInteger(depth) || depth < 0)
    return `Input 'fetch-depth' is no number: ${run.input('fetch-depth')}`;
  const own = repository.toLowerCase() === github.repository.toLowerCase();
  const ref = run.input('ref') || (own ? github.ref : '');
  const commit = run.input('ref') === '' && own ? github.sha : '';
  const token = run.input('token') || github.token;
  return {
    directory,
    url: `${github.serverUrl}/${repository}`,
    ref,
    ...whatToFetch(ref, commit),
    depth,
    header: `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    headerKey: `http.${github.serverUrl}/.extraheader`,
  };
}

function whatToFetch(ref: string, commit: string): Pick<Place, 'refspec' | 'target'> {
  const detached = ['checkout', '--force', '--detach'];
  if (/^[0-9a-f]{40}$/i.test(ref)) return { refspec: ref, target: [...detached, 'FETCH_HEAD'] };
  if (ref === '') return { refspec: 'HEAD', target: [...detached, 'FETCH_HEAD'] };
  if (ref.startsWith('refs/') && !ref.startsWith('refs/heads/')) {
    return { refspec: commit || ref, target: [...detached, 'FETCH_HEAD'] };
  }
  const branch = ref.replace(/^refs\/heads\//, '');
  const remote = `refs/remotes/origin/${branch}`;
  // A short name may be a tag as well; git finds out which.
  const source = commit || (ref.startsWith('refs/heads/') ? ref : branch);
  return { refspec: `+${source}:${remote}`, target: ['checkout', '--force', '-B', branch, remote] };
}

function commandsFor(place: Place): readonly (readonly string[])[] {
  const depth = place.depth === 0 ? [] : [`--depth=${place.depth}`];
  const everything =
    place.depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*'] : [];
  return [
    ['init', '--quiet', place.directory],
    ['remote', 'add', 'origin', place.url],
    ['config', '--local', 'gc.auto', '0'],
    [
      'fetch',
      '--no-tags',
      '--prune',
      '--no-recurse-submodules',
      '--quiet',
      ...depth,
      'origin',
      ...everything,
      place.refspec,
    ],
    [...place.target],
  ];
}

/** The token goes along in the environment of this one command, so that it is nowhere afterwards. */
function git(
  run: StandInRun,
  place: Place,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return run.run(['git', ...args], {
    directory: place.directory,
    env: {
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: place.headerKey,
      GIT_CONFIG_VALUE_0: place.header,
    },
  });
}

/** Later steps can push then; it is taken away at the end of the job, which is late for what runs in between. */
async function persistCredentials(run: StandInRun, place: Place): Promise<void> {
  // Written by hand: an argument of git could be read in the list of processes.
  await git(run, place, ['config', '--local', place.headerKey, PLACEHOLDER]);
  const config = join(place.directory, '.git', 'config');
  await writeFile(
    config,
    (await readFile(config, 'utf8')).replace(PLACEHOLDER, () => place.header),
  );
  run.atEnd(async (late) => {
    // A step may have removed the clone, and the token with it.
    if (!existsSync(config)) return { ok: true };
    const { code } = await git(late, place, ['config', '--local', '--unset-all', place.headerKey]);
    const gone = code === 0 || code === NO_SUCH_KEY;
    return gone
      ? { ok: true }
      : { ok: false, problem: 'The credentials could not be removed from .git/config' };
  });
}

const PLACEHOLDER = 'AUTHORIZATION: basic ***';

/** Exit code of `git config --unset` for a key that is not there. */
const NO_SUCH_KEY = 5;

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? '';
}
