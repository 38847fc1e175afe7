import { describe, expect, test } from '@jest/globals';
import { LONGEST_SLACK_LIMIT } from '../../src/action/context.ts';
import { createSlackChat } from '../../src/io/slack.ts';
import { createLimiter } from '../../src/local/slack/rate-limit.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { patchView } from '../report/views.ts';
import { TOLERANCE } from './limited-github.ts';
import { createChance } from './random.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';

const MESSAGE = formatSlackMessage(patchView());

/** Slack as far as its limit goes: a message a second in a channel. */
function createLimitedSlack(time: VirtualTime) {
  const limiter = createLimiter({ burst: 1, perSecond: 1 }, time.now);
  let posted = 0;
  const send: typeof fetch = () => {
    const wait = limiter('C1');
    if (wait > 0) {
      return Promise.resolve(
        Response.json({ ok: false }, { status: 429, headers: { 'retry-after': String(wait) } }),
      );
    }
    posted += 1;
    return Promise.resolve(Response.json({ ok: true, channel: 'C1', ts: `${posted}.0` }));
  };
  return { send, posted: () => posted };
}

function createChat(time: VirtualTime, send: typeof fetch, limitSeconds: number) {
  const { sleep, now } = time;
  return createSlackChat({ token: 'xoxb-1', fetch: send, sleep, now, chance, limitSeconds });
}

const chance = createChance(11);

/** As many runs as GitHub lets a team have at a time; the others wait for one of these to end. */
const RUNS_AT_ONCE = 60;

describe('300 messages to a channel that takes one a second', () => {
  test('of runs that know nothing of each other are posted within 1.2 of the limit itself, but for the few that the watch posts', async () => {
    const time = createVirtualTime();
    const slack = createLimitedSlack(time);
    let left = 300;
    let untold = 0;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        await createChat(time, slack.send, LONGEST_SLACK_LIMIT)
          .post('C1', MESSAGE)
          .catch((error: unknown) => {
            expect(error).toMatchObject({
              maybePosted: false,
              message: expect.stringMatching(/rate limited/),
            });
            untold += 1;
          });
      }
    };
    await time.run(Promise.all(Array.from({ length: RUNS_AT_ONCE }, work)));
    expect(slack.posted() + untold).toBe(300);
    expect(untold).toBeLessThanOrEqual(10);
    expect(time.seconds()).toBeLessThanOrEqual(TOLERANCE * 299);
  });

  test('of one process are posted one after the other, as fast as it takes them', async () => {
    const time = createVirtualTime();
    const slack = createLimitedSlack(time);
    const chat = createChat(time, slack.send, 0);
    const all = async () => {
      for (let message = 0; message < 300; message += 1) {
        await chat.post('C1', MESSAGE);
      }
    };
    await time.run(all());
    expect(slack.posted()).toBe(300);
    expect(time.seconds()).toBeLessThanOrEqual(TOLERANCE * 300);
  });

  test('are no reason to wait before the tests of a patch: what is not taken in time is told to be so', async () => {
    const time = createVirtualTime();
    const slack = createLimitedSlack(time);
    const posts = Array.from({ length: 60 }, () =>
      createChat(time, slack.send, 0)
        .post('C1', MESSAGE)
        .then(
          () => null,
          (error: unknown) => error,
        ),
    );
    const errors = (await time.run(Promise.all(posts))).filter((error) => error !== null);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error).toMatchObject({ maybePosted: false, message: expect.stringContaining('rate limited') });
    }
    expect(time.seconds()).toBeLessThan(20);
  });
});
