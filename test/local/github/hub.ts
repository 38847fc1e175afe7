import { afterAll, beforeAll, expect } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import {
  type LocalGitHub,
  type LocalGitHubOptions,
  startLocalGitHub,
} from '../../../src/local/github/server.ts';

export const REPOSITORY = 'acme/shop';
/** What every Octokit call needs to name that repository. */
export const SHOP = { owner: 'acme', repo: 'shop' } as const;

export const FILES = {
  'README.md': 'shop\n',
  'src/cart.ts': 'export const total = 0;\n',
  'src/deep/tax.ts': 'export const tax = 1;\n',
  'run.sh': { content: '#!/bin/sh\n', mode: '100755' },
  '.github/workflows/ci.yml': 'name: ci\non: push\n',
} as const;

export const ALL_PERMISSIONS = {
  contents: 'write',
  'pull-requests': 'write',
  issues: 'write',
  statuses: 'write',
  actions: 'write',
  workflows: 'write',
  administration: 'write',
} as const;

/** Starts one local GitHub with `acme/shop` for the tests of a file, and looks at the end whether it answered as GitHub would. */
export function useHub(options: LocalGitHubOptions = {}): { get(): LocalGitHub } {
  let hub: LocalGitHub | undefined;
  function get(): LocalGitHub {
    if (hub === undefined) {
      throw new Error('the local GitHub has not been started yet');
    }
    return hub;
  }
  beforeAll(async () => {
    hub = await startLocalGitHub(options);
    await hub.createRepository(REPOSITORY, { files: FILES, collaborators: { ada: 'write', bob: 'read' } });
  });
  afterAll(async () => {
    const { validation } = get();
    await get().close();
    expect(validation.failures).toEqual([]);
  });
  return { get };
}

/** Octokit as somebody with these permissions; the repository's owner with all of them where none are named. */
export function openOctokit(
  hub: LocalGitHub,
  who: { readonly login?: string; readonly permissions?: { readonly [scope: string]: string } } = {},
): Octokit {
  const { login = 'acme', permissions = ALL_PERMISSIONS } = who;
  return connect(hub, hub.createToken({ login, permissions }));
}

/** Octokit with this token, or as nobody. It prints nothing. */
export function connect(hub: LocalGitHub, token?: string): Octokit {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({ baseUrl: hub.apiUrl, log: quiet, ...(token === undefined ? {} : { auth: token }) });
}

export type Outcome = { readonly status: number; readonly message: string };

/** Status and message of a request that must fail. */
export async function failureOf(request: Promise<unknown>): Promise<Outcome> {
  const outcome = await outcomeOf(request);
  if (outcome.status < FIRST_ERROR) {
    throw new Error(`the request was expected to fail, and ended with ${outcome.status}`);
  }
  return outcome;
}

/** Status of a request, and the message of the answer where it failed. */
export async function outcomeOf(request: Promise<unknown>): Promise<Outcome> {
  const { status, message, response } = Answer.parse(await request.catch((cause: unknown) => cause));
  return { status, message: response?.data?.message ?? message };
}

const FIRST_ERROR = 400;

/** What Octokit gives back, or throws. */
const Answer = z.object({
  status: z.number(),
  message: z.string().default(''),
  response: z.object({ data: z.object({ message: z.string() }).optional().catch(undefined) }).optional(),
});

export async function headOf(hub: LocalGitHub, branch = 'main'): Promise<string> {
  return (await hub.git(REPOSITORY, 'rev-parse', `refs/heads/${branch}`)).trim();
}

/** A branch with one more commit than `main`, made by a person. */
export async function pushBranch(hub: LocalGitHub, branch: string): Promise<string> {
  return hub.commitFiles(
    REPOSITORY,
    branch,
    { [`${branch}.txt`]: `${branch}\n` },
    { message: `Add ${branch}` },
  );
}
