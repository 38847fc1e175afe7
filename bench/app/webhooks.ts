import { createHmac } from 'node:crypto';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { median } from '../measure.ts';
import { type Child, startChild } from './child.ts';
import { type Delivery, type Load, sendLoad } from './load.ts';
import { atLeast, atMost, plain, type Row } from './rows.ts';
import { capturePullRequestEvent, REPOSITORY, type World } from './world.ts';

/** Senders at the same time; GitHub does not wait for one delivery to end before it sends the next. */
const CONNECTIONS = 64;

/** Webhooks that are checked, kept and answered, beside an app on Probot that checks and answers them. */
export async function measureWebhooks(
  world: World,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Row[]> {
  const settings = world.settings('webhooks');
  const captured = await capturePullRequestEvent(world.github);
  // It tells of a repository in which the App is installed, so that everything is done that follows from one.
  const body = Buffer.from(captured.replaceAll('acme/captured', REPOSITORY));
  const signature = createHmac('sha256', settings.webhookSecret).update(body).digest('hex');
  const makeName = createNames();
  const next = () => ({
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'x-github-event': 'pull_request',
      'x-github-delivery': makeName(),
      'x-hub-signature-256': `sha256=${signature}`,
    },
    body,
  });
  const ours = await startChild('app-server.ts', settings);
  const bare = await startChild('bare-probot.ts', settings);
  try {
    // Code that has not run yet is slow in both.
    await load(ours, next, WARM_UP_MS);
    await load(bare, next, WARM_UP_MS);
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round++) {
      pairs.push({
        ours: await load(ours, next, seconds * 1000),
        bare: await load(bare, next, seconds * 1000),
      });
    }
    return rowsOf(pairs);
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

const WARM_UP_MS = 2_000;

/** Names as GitHub gives them: UUIDs of version 1, which begin with the low part of a clock. */
function createNames(): () => string {
  let ticks = 0n;
  return () => {
    ticks += TICKS_BETWEEN;
    const clock = (FIRST_TICK + ticks).toString(16).padStart(15, '0');
    return `${clock.slice(7)}-${clock.slice(3, 7)}-1${clock.slice(0, 3)}-81ab-4c9367dc0958`;
  };
}

/** The clock counts tenths of microseconds since 1582. */
const FIRST_TICK = 0x1ee_cc78_72d3_162en;
const TICKS_BETWEEN = 2_503n;

/** `cpu`: milliseconds of the server's process for each delivery. */
type Stood = Load & { readonly cpu: number };

type Pair = { readonly ours: Stood; readonly bare: Stood };

async function load(child: Child, next: () => Delivery, milliseconds: number): Promise<Stood> {
  const before = await child.usage();
  const stood = await sendLoad(`${child.url}${WEBHOOK_PATH}`, next, {
    connections: CONNECTIONS,
    milliseconds,
  });
  const after = await child.usage();
  return { ...stood, cpu: (after.cpu - before.cpu) / stood.answers };
}

/** Each round is compared with its neighbour, which had the same machine. */
function rowsOf(pairs: readonly Pair[]): readonly Row[] {
  const middle = (pick: (pair: Pair) => number) => median(pairs.map(pick));
  return [
    plain(
      'webhooks accepted',
      middle(({ ours }) => ours.perSecond),
      'a second',
    ),
    atLeast(
      'the same ÷ bare Probot',
      middle(({ ours, bare }) => ours.perSecond / bare.perSecond),
      0.8,
    ),
    plain(
      'their 99th percentile',
      middle(({ ours }) => ours.p99),
      'ms',
    ),
    atMost(
      'the same ÷ bare Probot',
      middle(({ ours, bare }) => ours.p99 / bare.p99),
      2,
    ),
    plain(
      'CPU time of one ÷ bare Probot',
      middle(({ ours, bare }) => ours.cpu / bare.cpu),
    ),
  ];
}
