import type { Probot } from 'probot';
import * as z from 'zod';
import { createOctokit } from '../io/github/client.ts';
import { GitHubError } from '../io/github/errors.ts';
import { makeInstallationToken } from '../io/github/installation-token.ts';
import { createGate, type Gate } from '../io/github/limits.ts';
import { LARGEST_PAGE } from '../io/github/pages.ts';
import type { Compute } from '../stages/compute.ts';
import type { Target } from '../stages/intake/context.ts';
import type { Clock } from '../stages/ports.ts';
import { accountOf } from './account.ts';
import type { Patience } from './patience.ts';
import type { SlackSettings } from './slack/settings.ts';
import { createTarget, createWatched, LONGEST_WAIT_MS, type Watched } from './target.ts';

export type Targets = {
  /** `owner/name`; null: the App is not installed there. */
  find(repository: string): Promise<Target | null>;
  /** The same for one pass of the watch, which has more time than people who wait for an answer: how it waits is up to it. */
  watched(repository: string, wait: Patience['wait']): Promise<Watched | null>;
  /** The App was installed or removed there, or its rights were changed. */
  forget(repository: string): void;
  /** Names of all repositories in which the App is installed, in lower case. */
  installed(): Promise<readonly string[]>;
  /** Rejects where GitHub does not answer, or does not know the App. */
  check(): Promise<void>;
};

/** The repositories in which the App is installed, each with a token of its installation. */
export function createTargets(
  probot: Probot,
  options: {
    readonly apiUrl: string;
    readonly serverUrl: string;
    readonly clock: Clock;
    readonly slack?: SlackSettings;
    /** Name of this process, under which it keeps other passes of the watch from working at the same time. */
    readonly holder: string;
    /** Where the work for a repository is done that takes a processor. */
    readonly computeFor: (repository: string) => Compute;
  },
): Targets {
  const issued = new Map<string, Issued>();
  const gates = createGates();
  let login: Promise<string> | undefined;
  const tokenFor = async (repository: string): Promise<string | null> => {
    const known = issued.get(repository);
    if (known !== undefined && known.until > options.clock.now().getTime()) {
      return known.token;
    }
    const installation = await findInstallation(probot, repository);
    if (installation === null) {
      issued.delete(repository);
      return null;
    }
    const made = await makeToken(probot, repository, installation);
    issued.set(repository, made);
    return made.token;
  };
  return {
    find: async (repository) => {
      login ??= readLogin(probot).catch((error: unknown) => {
        login = undefined;
        throw error;
      });
      const [token, own] = await Promise.all([tokenFor(repository), login]);
      return token === null
        ? null
        : createTarget({
            repository,
            token,
            login: own,
            gate: gates(repository),
            compute: options.computeFor(repository),
            ...options,
          });
    },
    watched: async (repository, wait) => {
      const token = await tokenFor(repository);
      return token === null
        ? null
        : createWatched({
            repository,
            token,
            wait,
            gate: gates(repository),
            compute: options.computeFor(repository),
            ...options,
          });
    },
    forget: (repository) => void issued.delete(repository),
    installed: () => listInstalled(probot, { apiUrl: options.apiUrl, gates }),
    check: async () => {
      await readLogin(probot);
    },
  };
}

async function findInstallation(probot: Probot, repository: string): Promise<number | null> {
  const [owner = '', repo = ''] = repository.split('/', 2);
  try {
    const octokit = await probot.auth();
    const { data } = await octokit.rest.apps.getRepoInstallation({ owner, repo, request: QUICK });
    return z.object({ id: z.number() }).parse(data).id;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === NOT_FOUND) {
      return null;
    }
    throw new GitHubError(`find the App's installation in ${repository}`, error);
  }
}

/** An account that GitHub refuses, for its limit, its rules or its end, must not hide the repositories of the others. */
async function listInstalled(probot: Probot, given: Listing): Promise<readonly string[]> {
  try {
    const app = await probot.auth();
    const page = { per_page: LARGEST_PAGE, request: QUICK };
    const installations = await app.paginate(app.rest.apps.listInstallations, page);
    const names: string[] = [];
    const refusals: unknown[] = [];
    for (const { id, account } of installations) {
      const owner = account !== null && 'login' in account ? account.login : String(id);
      try {
        const { token } = await makeInstallationToken(app, id, { request: QUICK });
        names.push(...(await listOfToken(token, owner, given)));
      } catch (error) {
        probot.log.warn({ owner, err: error }, 'the repositories of an account can not be listed');
        refusals.push(error);
      }
    }
    if (refusals.length > 0 && refusals.length === installations.length) {
      throw refusals[0];
    }
    return names;
  } catch (error) {
    throw new GitHubError("list the App's repositories", error);
  }
}

type Listing = { readonly apiUrl: string; readonly gates: ReturnType<typeof createGates> };

async function listOfToken(
  token: string,
  owner: string,
  { apiUrl, gates }: Listing,
): Promise<readonly string[]> {
  const gate = gates(`${owner.toLowerCase()}/`);
  const octokit = createOctokit({ token, apiUrl, gate, longestWait: LONGEST_WAIT_MS });
  const found = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, {
    per_page: LARGEST_PAGE,
  });
  return found.map(({ full_name: name }) => name.toLowerCase());
}

const NOT_FOUND = 404;

/** Probot would try for longer than somebody at the front door waits. */
const QUICK = { retries: 0 };

async function readLogin(probot: Probot): Promise<string> {
  try {
    const octokit = await probot.auth();
    const { data } = await octokit.rest.apps.getAuthenticated({ request: QUICK });
    return `${z.object({ slug: z.string() }).parse(data).slug}[bot]`;
  } catch (error) {
    throw new GitHubError('ask GitHub who we are', error);
  }
}

/** A token for this one repository, with all the rights that the App has there. */
async function makeToken(probot: Probot, repository: string, installationId: number): Promise<Issued> {
  try {
    const octokit = await probot.auth();
    const { token, expiresAt } = await makeInstallationToken(octokit, installationId, {
      repositories: [repository.slice(repository.indexOf('/') + 1)],
      request: QUICK,
    });
    return { token, until: expiresAt.getTime() - TOKEN_MARGIN_MS };
  } catch (error) {
    throw new GitHubError(`get a token for ${repository}`, error);
  }
}

type Issued = { readonly token: string; readonly until: number };

/** Milliseconds before its end in which a token is not used any more. */
const TOKEN_MARGIN_MS = 5 * 60_000;

/** GitHub counts the requests of an installation, of which each account has one, in whatever repository they end. */
function createGates(): (repository: string) => Gate {
  const gates = new Map<string, Gate>();
  return (repository) => {
    const account = accountOf(repository);
    const gate = gates.get(account) ?? createGate();
    gates.set(account, gate);
    return gate;
  };
}
