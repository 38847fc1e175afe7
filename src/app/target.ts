import { setTimeout as delay } from 'node:timers/promises';
import {
  type ClientOptions,
  countRequests,
  createOctokit,
  type RequestCounter,
} from '../io/github/client.ts';
import { createConversation } from '../io/github/conversation.ts';
import { GitHubError } from '../io/github/errors.ts';
import { createForge } from '../io/github/forge.ts';
import { watchHour } from '../io/github/hour.ts';
import { createLedger } from '../io/github/ledger.ts';
import type { Gate } from '../io/github/limits.ts';
import { createPeople } from '../io/github/people.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { createRuns } from '../io/github/runs.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { createSlackChat } from '../io/slack.ts';
import { createSlackHistory } from '../io/slack-history.ts';
import type { Compute } from '../stages/compute.ts';
import { dispatchKept } from '../stages/control/dispatch.ts';
import type { Dispatched, Target } from '../stages/intake/context.ts';
import type { Clock } from '../stages/ports.ts';
import type { WatchContext } from '../stages/watch/context.ts';
import type { SlackSettings } from './slack/settings.ts';

/** A repository as a token sees it; `login` is whose token it is. */
export function createTarget(given: Given & { readonly login: string }): Target {
  const { login, clock, slack } = given;
  const { ports } = createPorts(given);
  const { repository, ledger, compute, site, runs } = ports;
  return {
    login,
    context: { repository, ledger, forge: null, chat: null, clock, compute, site, run: NO_RUN },
    control: {
      ...ports,
      chat: slack === undefined ? null : createSlackChat(slack),
      history: slack === undefined ? null : createSlackHistory(slack),
      run: NO_RUN,
      wait: async (seconds) => {
        await delay((seconds * 1000) / HURRY);
      },
    },
    dispatch: async ({ sentFor = [], ...patch }, until) => {
      const isLate = () => clock.now() > until;
      try {
        await dispatchKept({ repository, runs, compute }, patch, { sentFor, isLate });
        return { ok: true };
      } catch (error) {
        return explain(error);
      }
    },
  };
}

type Given = {
  readonly repository: string;
  readonly token: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly clock: Clock;
  readonly slack?: SlackSettings;
  readonly compute: Compute;
  /** Shared by all targets of one account; one of its own where absent. */
  readonly gate?: Gate;
  /** What sends and waits; replaced in tests. */
  readonly wire?: Pick<ClientOptions, 'fetch' | 'sleep'>;
};

/** What one pass of the watch works with, and how many requests that has taken so far. */
export type Watched = { readonly context: WatchContext; readonly requests: RequestCounter };

/** `holder` is who works there, as far as other passes of the watch have to know. */
export function createWatched(
  given: Given & { readonly holder: string; readonly wait: WatchContext['wait'] },
): Watched {
  const { slack, holder, wait } = given;
  const { ports, octokit } = createPorts(given);
  return {
    requests: countRequests(octokit),
    context: {
      ...ports,
      chat: slack === undefined ? null : createSlackChat({ ...slack, limitSeconds: 0 }),
      history: slack === undefined ? null : createSlackHistory(slack),
      run: { ...NO_RUN, url: holder },
      wait,
    },
  };
}

function createPorts({
  repository: fullName,
  token,
  apiUrl,
  serverUrl,
  clock,
  slack,
  compute,
  gate,
  wire,
}: Given) {
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
  const ports = {
    repository: createApiRepository(place),
    forge: createForge(place),
    clock,
    secrets: createSecretScanner(),
    compute,
    site: {
      repository: fullName,
      serverUrl,
      ciStartsByItself: true,
      ...(slack === undefined ? {} : { slackButtons: true }),
    },
    ledger: createLedger(place),
    runs: createRuns(place),
    people: createPeople(place),
    conversation: createConversation(place),
    hourLeft: watchHour(octokit),
  };
  return { ports, octokit };
}

/** The server is no run of a workflow. */
const NO_RUN = { id: 0, attempt: 0, url: '' };

/** People wait at a page, and proxies give up after a minute: what takes longer to be confirmed is told as not confirmed. */
const HURRY = 6;

/** Milliseconds that somebody at the front door waits; what takes longer is left to the outbox, or to whoever asked. */
export const LONGEST_WAIT_MS = 2_000;

function explain(error: unknown): Dispatched {
  if (!(error instanceof GitHubError)) {
    throw error;
  }
  const { status, message, limitedUntil, unclear } = error;
  if (limitedUntil !== null) {
    return { ok: false, final: false, problem: message, limitedUntil, unclear };
  }
  const refused = status !== null && status >= 400 && status < 500;
  return { ok: false, final: refused && status !== UNAUTHORIZED, problem: message, unclear };
}

/** A token may have been taken back a moment ago; the next one is taken. */
const UNAUTHORIZED = 401;
