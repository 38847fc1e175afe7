import { setTimeout } from 'node:timers/promises';
import type { Probot } from 'probot';
import * as z from 'zod';
import { type ClientOptions, createOctokit } from '../io/github/client.ts';
import { createConversation } from '../io/github/conversation.ts';
import { GitHubError } from '../io/github/errors.ts';
import { createForge } from '../io/github/forge.ts';
import { createLedger } from '../io/github/ledger.ts';
import { createGate, type Gate } from '../io/github/limits.ts';
import { createPeople } from '../io/github/people.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { createRuns } from '../io/github/runs.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { createSlackChat } from '../io/slack.ts';
import { createSlackHistory } from '../io/slack-history.ts';
import type { ApplyContext } from '../stages/context.ts';
import type { ControlContext } from '../stages/control/context.ts';
import { dispatchKept } from '../stages/control/dispatch.ts';
import type { Dispatched, Target } from '../stages/intake/context.ts';
import type { Chat, Clock } from '../stages/ports.ts';
import { carefulChat } from '../stages/watch/careful-chat.ts';
import type { SlackSettings } from './slack/settings.ts';

export type Targets = {
  /** `owner/name`; null: the App is not installed there. */
  find(repository: string): Promise<Target | null>;
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
        : createTarget({ repository, token, login: own, gate: gates(repository), ...options });
    },
    forget: (repository) => void issued.delete(repository),
    installed: () => listInstalled(probot),
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
    return data.id;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === NOT_FOUND) {
      return null;
    }
    throw new GitHubError(`find the App's installation in ${repository}`, error);
  }
}

async function listInstalled(probot: Probot): Promise<readonly string[]> {
  try {
    const octokit = await probot.auth();
    const installations = await octokit.paginate(octokit.rest.apps.listInstallations, { request: QUICK });
    const names: string[] = [];
    for (const { id } of installations) {
      const own = await probot.auth(id);
      const found = await own.paginate(own.rest.apps.listReposAccessibleToInstallation, { request: QUICK });
      names.push(...found.map(({ full_name: name }) => name.toLowerCase()));
    }
    return names;
  } catch (error) {
    throw new GitHubError("list the App's repositories", error);
  }
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
    const { data } = await octokit.rest.apps.createInstallationAccessToken({
      installation_id: installationId,
      repositories: [repository.slice(repository.indexOf('/') + 1)],
      request: QUICK,
    });
    return { token: data.token, until: new Date(data.expires_at).getTime() - TOKEN_MARGIN_MS };
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
    const account = repository.slice(0, repository.indexOf('/'));
    const gate = gates.get(account) ?? createGate();
    gates.set(account, gate);
    return gate;
  };
}

/** A repository as a token sees it; `login` is whose token it is. */
export function createTarget(given: {
  readonly repository: string;
  readonly token: string;
  readonly login: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly clock: Clock;
  readonly slack?: SlackSettings;
  /** Shared by all targets of one account; one of its own where absent. */
  readonly gate?: Gate;
  /** What sends and waits; replaced in tests. */
  readonly wire?: Pick<ClientOptions, 'fetch' | 'sleep'>;
}): Target {
  const { repository: fullName, token, login, apiUrl, serverUrl, clock, slack, gate, wire = {} } = given;
  const [owner = '', name = ''] = fullName.split('/', 2);
  const octokit = createOctokit({
    token,
    apiUrl,
    ...wire,
    longestWait: LONGEST_WAIT_MS,
    now: () => clock.now().getTime(),
    ...(gate === undefined ? {} : { gate }),
  });
  const place = { octokit, owner, name };
  const repository = createApiRepository(place);
  const runs = createRuns(place);
  const context: ApplyContext = {
    repository,
    forge: null,
    chat: null,
    clock,
    secrets: createSecretScanner(),
    site: {
      repository: fullName,
      serverUrl,
      ciStartsByItself: true,
      ...(slack === undefined ? {} : { slackButtons: true }),
    },
    run: { id: 0, attempt: 0, url: '' },
  };
  const control: ControlContext = {
    ...context,
    forge: createForge(place),
    chat: slack === undefined ? null : createChat(slack, clock),
    ledger: createLedger(place),
    runs,
    people: createPeople(place),
    conversation: createConversation(place),
    wait: async (seconds) => {
      await setTimeout((seconds * 1000) / HURRY);
    },
  };
  return {
    login,
    context,
    control,
    dispatch: async (patch) => {
      try {
        await dispatchKept({ repository, runs }, patch);
        return { ok: true };
      } catch (error) {
        return explain(error);
      }
    },
  };
}

/** A run that died may have posted a message and not said where, so that one is looked for before another is posted. */
function createChat(slack: SlackSettings, clock: Clock): Chat {
  const since = new Date(clock.now().getTime() - LOOK_BACK_MS);
  return carefulChat(createSlackChat(slack), createSlackHistory(slack), { since, quiet: false });
}

/** Patches that are older have told where their message stands, or are looked after by the watch. */
const LOOK_BACK_MS = 24 * 3_600_000;

/** People wait at a page, and proxies give up after a minute: what takes longer to be confirmed is told as not confirmed. */
const HURRY = 6;

/** Milliseconds that somebody at the front door waits; what takes longer is left to the outbox, or to whoever asked. */
const LONGEST_WAIT_MS = 2_000;

function explain(error: unknown): Dispatched {
  if (!(error instanceof GitHubError)) {
    throw error;
  }
  const { status, message, limitedUntil } = error;
  if (limitedUntil !== null) {
    return { ok: false, final: false, problem: message, limitedUntil };
  }
  const refused = status !== null && status >= 400 && status < 500;
  return { ok: false, final: refused && status !== UNAUTHORIZED, problem: message };
}

/** A token may have been taken back a moment ago; the next one is taken. */
const UNAUTHORIZED = 401;
