import { homedir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { createOctokit } from '../../io/github/client.ts';
import { createLocalContext } from '../apply.ts';
import { colors } from '../colors.ts';
import { createDestination } from '../dispatch.ts';
import { findOrigin } from '../init/place.ts';
import { jsonLine } from '../json-line.ts';
import { createDispatchDoor } from './dispatch-door.ts';
import type { Door } from './door.ts';
import { openFolder } from './folder.ts';
import { createLocalDoor } from './local-door.ts';
import { locksOf } from './lock-place.ts';
import type { Tally, WatchEvent } from './parts.ts';
import { formatAside, formatSettled } from './say.ts';
import { createServerDoor } from './server-door.ts';
import { UnusableFolder } from './unusable-folder.ts';
import { watchFolder } from './watcher.ts';

export type WatchOptions = {
  readonly repo?: string;
  readonly server?: string;
  readonly dispatch: boolean;
  readonly apply: boolean;
  readonly token?: string;
  readonly apiUrl: string;
  readonly settle: string;
  readonly once: boolean;
  readonly json: boolean;
};

/** Watches a folder until it is told to end, or with --once until nothing is left to do; returns the exit code. */
export async function watchCommand(directory: string, options: WatchOptions): Promise<number> {
  const settle = settleMs(options.settle);
  const door = await openDoor(options);
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const locks = locksOf({ platform: process.platform, environment: process.env, home: homedir() });
    const folder = await openFolder(directory, locks);
    try {
      const tally = await watchFolder(
        { folder, door, clock: CLOCK, signal: ending.signal, tell: teller(directory, options.json) },
        {
          once: options.once,
          lookMs: LOOK_MS,
          patience: { settle, whole: Math.max(WHOLE_MS, settle) },
          limits: { poll: door.pollMs, arrival: ARRIVAL_MS, end: END_MS, tries: MAX_TRIES },
        },
      );
      return options.once ? exitCodeOf(tally, ending.signal.aborted) : 0;
    } finally {
      folder.close();
    }
  } catch (error) {
    if (error instanceof UnusableFolder) {
      process.stderr.write(`ghost-runner: ${error.message}\n`);
      return NO_FOLDER;
    }
    if (ending.signal.aborted) {
      return options.once ? NOT_YET : 0;
    }
    throw error;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

/** As in docs/cli.md. */
function exitCodeOf({ failed, left }: Tally, interrupted: boolean): number {
  if (failed > 0) {
    return SOME_FAILED;
  }
  return left > 0 || interrupted ? NOT_YET : 0;
}

const SOME_FAILED = 2;
/** As in BSD's sysexits: a service that is not to be had, and a temporary failure. */
const NO_FOLDER = 69;
const NOT_YET = 75;

/** Milliseconds between two looks at the folder. Looking finds everything, whatever a file system says of its changes. */
const LOOK_MS = 1_000;

/** Milliseconds for which what can't be read as a patch may still become one. */
const WHOLE_MS = 30_000;

/** Milliseconds in which a run usually starts, a queue of others included. */
const ARRIVAL_MS = 10 * 60_000;

/** Milliseconds in which one comes to its end: six hours are all that GitHub gives a job. */
const END_MS = 6 * 60 * 60_000;

/** Sendings of one patch whose outcome nobody sees. */
const MAX_TRIES = 5;

const CLOCK = {
  now: () => performance.now(),
  time: () => new Date().toISOString(),
  wait: async (milliseconds: number, signal: AbortSignal) => {
    await delay(milliseconds, undefined, { signal });
  },
};

function settleMs(text: string): number {
  const seconds = Number(text);
  if (!(seconds >= 0) || text.trim() === '') {
    throw new Error(`--settle takes a number of seconds, not ${text}`);
  }
  return seconds * 1000;
}

async function openDoor({ server, dispatch, repo, token, apiUrl }: WatchOptions): Promise<Door> {
  if (server !== undefined) {
    const secret = token ?? process.env['GHOST_RUNNER_TOKEN'];
    if (!secret) {
      throw new Error('no token: set GHOST_RUNNER_TOKEN or give --token; ghost-runner token make makes one');
    }
    return createServerDoor({
      url: serverAddress(server),
      token: secret,
      ...(repo === undefined ? {} : { repository: repo }),
    });
  }
  if (dispatch) {
    const secret = token ?? process.env['GITHUB_TOKEN'];
    if (repo === undefined || !secret) {
      throw new Error(
        repo === undefined
          ? 'no repository: give --repo owner/name'
          : 'no token: set GITHUB_TOKEN or give --token, with contents: write on the repository',
      );
    }
    return createDispatchDoor(createDestination(createOctokit({ token: secret, apiUrl }), repo), repo);
  }
  const directory = repo ?? '.';
  return createLocalDoor(createLocalContext(directory, await findOrigin(directory)), {
    directory,
    sender: process.env['USER'] ?? 'local',
  });
}

/** Without a slash at its end. A token is told in the clear to this machine only. */
function serverAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (url === null || !safe) {
    throw new Error(`--server takes an address that begins with https://, not ${text}`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/$/, '');
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Results go to standard output; what is said besides does not. */
function teller(directory: string, json: boolean): (event: WatchEvent) => void {
  const paint = colors(process.stdout);
  return (event) => {
    if (event.event !== 'settled') {
      process.stderr.write(`${formatAside(event, directory)}\n`);
      return;
    }
    const { result } = event;
    process.stdout.write(`${json ? jsonLine(result) : formatSettled(result, paint)}\n`);
  };
}
