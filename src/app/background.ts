import { setTimeout as delay } from 'node:timers/promises';
import type { IntakeContext } from '../stages/intake/context.ts';
import { handOn } from '../stages/intake/hand-on.ts';
import type { Calling } from './calling.ts';
import type { Canaries } from './canaries.ts';
import { type Chore, createChores } from './chores.ts';
import type { Comments } from './comments.ts';
import type { Feed } from './feed.ts';
import type { Follower } from './follow.ts';
import type { Indexer } from './indexer.ts';
import type { Redelivery } from './redelivery.ts';
import { createUnderWay } from './under-way.ts';
import type { Pass, Watching } from './watching.ts';

/** What the server does by itself, and what has to be finished before it may end. */
export type Background = {
  /** Hands one delivery on now; resolves when that is done, or at the latest after the given time. */
  handOnNow(delivery: number, milliseconds: number): Promise<void>;
  /** Does something that nobody waits for; what it throws is logged. */
  run(work: () => Promise<unknown>): void;
  /** Looks at a repository's open deliveries soon; many calls for the same one are one look. */
  sweepSoon(repository: string): void;
  /** Begins to answer comments that are due, which it does by itself within a second too. */
  answerComments(): void;
  /** Begins nothing more, and waits for what has begun to change something. */
  stop(): Promise<void>;
};

export function startBackground(given: {
  readonly context: IntakeContext;
  readonly follower: Follower;
  readonly indexer: Indexer;
  readonly feed: Feed;
  /** Absent where no webhooks come. */
  readonly redelivery?: Redelivery;
  /** Absent where nobody asks for them. */
  readonly canaries?: Pick<Canaries, 'look'>;
  /** Absent where others put things right. */
  readonly watching?: Watching;
  /** Absent where nobody is told. */
  readonly calling?: Calling;
  /** Absent where no webhooks come. */
  readonly comments?: Pick<Comments, 'beginDue'>;
  readonly onError: (error: unknown) => void;
}): Background {
  const { context, follower, indexer, feed, redelivery, canaries, watching, calling, onError } = given;
  const { comments = NO_COMMENTS } = given;
  const underWay = createUnderWay(onError);
  const { stopped } = underWay;
  const wanted = new Set<string>();
  const handOnAll = async () => {
    while (!stopped.aborted && (await handOn(context)) !== 'none') {
      feed.wake();
    }
  };
  const sweepWanted = async () => {
    for (const repository of wanted) {
      wanted.delete(repository);
      const began = context.clock.now();
      await follower.sweep(repository);
      indexer.want(repository);
      await context.store.inbox.looked(repository, began);
    }
    await indexer.indexWanted();
  };
  const followPass = async (pass: Promise<Pass>) => {
    const { repository, moved } = await pass;
    if (moved) {
      wanted.add(repository);
    }
  };
  const findForgotten = async () => {
    const before = new Date(context.clock.now().getTime() - FORGOTTEN_MS);
    for (const repository of await context.store.inbox.waiting(before)) {
      wanted.add(repository);
    }
  };
  const answerDue = async () => {
    for (const answering of await comments.beginDue()) {
      void underWay.change(answering.then((repository) => wanted.add(repository)));
    }
  };
  underWay.every(COMMENTS_MS, answerDue, 'change');
  underWay.every(OUTBOX_MS, handOnAll, 'change');
  underWay.every(WANTED_MS, sweepWanted, 'look');
  const doChore = createChores(context);
  const chores: readonly Chore[] = [
    { name: 'sweep', every: SWEEP_MS, work: () => follower.sweep() },
    { name: 'index', every: INDEX_MS, work: () => indexer.indexAll() },
    { name: 'webhooks', every: FORGOTTEN_MS, work: () => findForgotten() },
    ...(redelivery === undefined
      ? []
      : [
          {
            name: 'redeliver',
            every: REDELIVERY_MS,
            work: (lastDone: Date | null) => redelivery.sweep(lastDone),
          },
        ]),
    ...(watching === undefined ? [] : [{ name: 'watch', every: WATCH_MS, work: () => watching.wantAll() }]),
  ];
  for (const chore of chores) {
    void underWay.look(doChore(chore));
    underWay.every(CHORE_MS, () => doChore(chore), 'look');
  }
  // What every server says of itself, it has to know itself.
  if (canaries !== undefined) {
    void underWay.look(canaries.look());
    underWay.every(INDEX_MS, () => canaries.look(), 'look');
  }
  if (watching !== undefined) {
    const beginDue = async () => {
      for (const pass of watching.beginDue()) {
        void underWay.change(followPass(pass));
      }
    };
    underWay.every(WANTED_MS, beginDue, 'look');
  }
  if (calling !== undefined) {
    for (let worker = 0; worker < CALLS_AT_ONCE; worker++) {
      underWay.every(CALLBACK_MS, () => calling.tellDue(stopped), 'change');
    }
  }
  return {
    handOnNow: async (delivery, milliseconds) => {
      const work = underWay.change(handOn(context, delivery).then(() => feed.wake()));
      await Promise.race([work, delay(milliseconds, undefined, { ref: false })]);
    },
    run: (work) => void underWay.change(work()),
    sweepSoon: (repository) => void wanted.add(repository),
    answerComments: () => void underWay.change(answerDue()),
    stop: () => underWay.stop(),
  };
}

/** Milliseconds between two looks for deliveries that could not be handed on at once. */
const OUTBOX_MS = 1_000;

const NO_COMMENTS: Pick<Comments, 'beginDue'> = { beginDue: async () => [] };

/** Milliseconds between two looks for comments that could not be answered, or of which the server died. */
const COMMENTS_MS = 1_000;

/** Milliseconds between two looks for what senders are still to be told. */
const CALLBACK_MS = 1_000;

/** Senders that are told at the same time, so that a slow receiver does not keep the others waiting. */
const CALLS_AT_ONCE = 4;

/** Milliseconds between two looks whether a chore is due that any server may do. */
const CHORE_MS = 5_000;

/** Milliseconds between two sweeps, for webhooks that were lost. */
const SWEEP_MS = 30_000;

/** Milliseconds between two looks at all records, for patches of which no webhook told. */
const INDEX_MS = 600_000;

/** Milliseconds between two looks for webhooks that did not arrive. */
const REDELIVERY_MS = 60_000;

/** Milliseconds between two passes of the watch over everything, as often as its workflow makes one. */
const WATCH_MS = 900_000;

/** Milliseconds after which the server that took a webhook must have looked where it told of, or has died before. */
const FORGOTTEN_MS = 30_000;

/** Milliseconds in which webhooks about the same repository gather. */
const WANTED_MS = 500;
