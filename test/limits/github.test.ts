import { describe, expect, test } from '@jest/globals';
import { createOctokit } from '../../src/io/github/client.ts';
import { attempt, GitHubError } from '../../src/io/github/errors.ts';
import { createGate, type Gate } from '../../src/io/github/limits.ts';
import { GITHUB_CONTENT_LIMITS } from '../../src/local/github/http/content-limit.ts';
import { MOST_ACTIONS } from '../../src/stages/watch/watch.ts';
import { bound, createLimitedGitHub, TOLERANCE } from './limited-github.ts';
import { createChance } from './random.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

function makeOne(time: VirtualTime, options: { readonly send: typeof fetch; readonly gate?: Gate }) {
  const octokit = createOctokit({
    token: 'ghs_1',
    apiUrl: 'http://127.0.0.1:9',
    fetch: options.send,
    sleep: time.sleep,
    now: time.now,
    chance,
    ...(options.gate === undefined ? {} : { gate: options.gate }),
  });
  return attempt('make it', async () => await octokit.request('POST /content'));
}

const chance = createChance(7);

describe('runs that know nothing of each other', () => {
  test.each([200, 280])(
    '%d of them, all at once, get through within 1.2 of the limit itself',
    async (runs) => {
      const time = createVirtualTime();
      const { counts, send } = createLimitedGitHub(time);
      const all = Array.from({ length: runs }, () => makeOne(time, { send }));
      await time.run(Promise.all(all));
      expect(counts.made).toBe(runs);
      expect(time.seconds()).toBeLessThanOrEqual(TOLERANCE * bound(runs, GITHUB_CONTENT_LIMITS));
    },
  );

  test('600 of them leave to others what an hour will take, and the passes of the watch make the rest', async () => {
    const time = createVirtualTime();
    const { counts, send } = createLimitedGitHub(time);
    const waiting: number[] = [];
    const runs = Array.from({ length: 600 }, (_, run) =>
      makeOne(time, { send }).catch((error: unknown) => {
        expect(error).toMatchObject({ limitedUntil: expect.any(Date), unclear: false });
        waiting.push(run);
      }),
    );
    await time.run(Promise.all(runs));
    expect(counts.made + waiting.length).toBe(600);
    expect(time.seconds()).toBeLessThanOrEqual(LONGEST_JOB_SECONDS);
    await time.run(watchUntilNoneWaits(time, send, waiting));
    expect(counts.made).toBe(600);
    expect(time.seconds()).toBeLessThanOrEqual(TOLERANCE * bound(600, GITHUB_CONTENT_LIMITS));
  });
});

/** A job of the workflow ends after ten minutes, and has more to do than to wait. */
const LONGEST_JOB_SECONDS = 300;

/** The schedule of ghost-watch.yml: each pass is a process of its own, makes what it can, and ends at a limit. */
async function watchUntilNoneWaits(time: VirtualTime, send: typeof fetch, waiting: number[]): Promise<void> {
  while (waiting.length > 0) {
    const quarter = 15 * 60_000;
    await time.sleep(quarter - (time.now() % quarter));
    const gate = createGate();
    for (const _ of waiting.slice(0, MOST_ACTIONS)) {
      const limited = await makeOne(time, { send, gate }).then(
        () => false,
        (error: unknown) => error instanceof GitHubError && error.limitedUntil !== null,
      );
      if (limited) {
        break;
      }
      waiting.pop();
    }
  }
}

describe('requests of one client', () => {
  test('that wait side by side use up their patience once', async () => {
    const time = createVirtualTime();
    const { counts, send } = createLimitedGitHub(time, { limits: { perMinute: 1, perHour: 500 } });
    const octokit = createOctokit({
      token: 'ghs_1',
      apiUrl: 'http://127.0.0.1:9',
      fetch: send,
      sleep: time.sleep,
      now: time.now,
      chance: () => 0,
    });
    await time.run(Promise.all([1, 2, 3].map(() => octokit.request('POST /content'))));
    expect(counts.made).toBe(3);
    expect(time.seconds()).toBe(120);
  });
});
