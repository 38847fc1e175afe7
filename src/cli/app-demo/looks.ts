import { createOctokit } from '../../io/github/client.ts';
import type { Fact } from '../drill/line.ts';
import { type Answer, DEMO_REPOSITORY, type FrontDoor } from './front-door.ts';

/** One request that waits; asked again where the machine is slower than that. */
export async function ending({ request }: FrontDoor, id: string, wanted: string): Promise<readonly Fact[]> {
  for (let asked = 0; ; asked++) {
    const { body } = await request('GET', `/api/patches/${id}?wait=${LONGEST_WAIT}`);
    if (body['finished'] === true || asked === MAX_WAITS) {
      return [said(body, 'outcome', wanted), fact('headline', describe(body['headline']), true)];
    }
  }
}

/** Seconds of one request, and how many of them a patch may take. */
const LONGEST_WAIT = 40;
const MAX_WAITS = 2;

/** As GitHub's own API shows it. */
export async function pullRequest(
  { sandbox }: FrontDoor,
  id: string,
  wanted: string,
): Promise<readonly Fact[]> {
  const { github } = sandbox;
  const token = github.createToken({
    login: 'reader',
    permissions: { 'pull-requests': 'read', metadata: 'read' },
  });
  const octokit = createOctokit({ token, apiUrl: github.apiUrl });
  const [owner = '', repo = ''] = DEMO_REPOSITORY.split('/', 2);
  const { data } = await octokit.rest.pulls.list({ owner, repo, head: `${owner}:ghost/${id}`, state: 'all' });
  const [pull, ...others] = data;
  const state = pull === undefined ? 'none' : stateOf(pull);
  return [
    fact(
      pull === undefined ? 'pull request' : `pull request #${pull.number}`,
      state,
      state === wanted && others.length === 0,
    ),
  ];
}

function stateOf({ state, draft }: { readonly state: string; readonly draft?: boolean }): string {
  if (state !== 'open') {
    return state;
  }
  return draft === true ? 'draft' : 'ready for review';
}

export function answered(status: number, wanted: number): Fact {
  return fact('status', String(status), status === wanted);
}

export function said(body: Answer['body'], name: string, wanted: string | boolean): Fact {
  const value = body[name];
  return fact(name, describe(value), value === wanted);
}

export function describe(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

export function fact(thing: string, state: string, wanted: boolean): Fact {
  return { thing, state, wanted };
}
