import type { Logger } from 'pino';
import type { WatchReport } from '../report/watch/report.ts';
import type { Board } from '../stages/intake/board.ts';
import type { Clock } from '../stages/ports.ts';
import type { Occasion } from '../stages/watch/context.ts';
import { watch } from '../stages/watch/watch.ts';
import type { Metrics, WatchResult } from './metrics/metrics.ts';
import { createPace } from './pace.ts';
import { nextPasses } from './passes.ts';
import { createPatience, type Patience } from './patience.ts';
import type { Targets } from './targets.ts';

/**
 * The watch where a server runs: the same passes that the watch's workflow makes, within seconds of what happened.
 * Both may be set up. Whoever comes second finds nothing to do, or the lease of whoever is at it.
 */
export type Watching = {
  /** Something happened there; what happens within a moment is one pass. */
  want(repository: string, occasion: Occasion): void;
  /**
   * Wants a thorough pass over every repository of which a patch is known: at once where something is under way, and of
   * the others one after the other, so that people who look at pages meanwhile don't wait for them. Rejects where the
   * store can't be read.
   */
  wantAll(): Promise<void>;
  /** Begins the passes that are due, a few at a time. Each resolves to what it came to, or rejects where nothing could be seen. */
  beginDue(): readonly Promise<Pass>[];
};

/** `moved`: a record says something else now than before. */
export type Pass = { readonly repository: string; readonly moved: boolean };

export function createWatching(sources: Sources): Watching {
  const { context, metrics, log } = sources;
  const places = new Map<string, Place>();
  const pace = createPace({ ...WATCH_PACE, now: () => performance.now() });
  const want = (repository: string, occasion: Occasion, due = performance.now() + GATHER_MS) => {
    const place = places.get(repository) ?? newPlace(repository);
    places.set(repository, place);
    const known = place.wanted.get(occasion.event);
    place.wanted.set(occasion.event, { occasion, due: Math.min(due, known?.due ?? due) });
  };
  const pass = async (place: Place, { occasion, due }: Wanted): Promise<Pass> => {
    const { repository, wanted } = place;
    wanted.delete(occasion.event);
    const patience = createPatience(sources.draining);
    place.underWay = { patience, began: performance.now() };
    let answered = false;
    try {
      const { report, requests } = await look(sources, place, { occasion, patience });
      pace.pay(repository, requests);
      place.restsUntil = performance.now() + REST_MS;
      answered = report?.busyUntil === undefined;
      metrics?.watched(report === null ? 'skipped' : resultOf(report));
      return { repository, moved: report !== null && sayFound(log, repository, report) };
    } catch (error) {
      metrics?.watched('blind');
      throw error;
    } finally {
      place.underWay = null;
      if (!answered) {
        place.restsUntil = performance.now() + REST_AFTER_FAILURE_MS;
        wanted.set(occasion.event, wanted.get(occasion.event) ?? { occasion, due });
      }
    }
  };
  return {
    want,
    wantAll: async () => {
      const { board } = context.store;
      const [repositories, busy] = [await board.repositories(), await board.busyRepositories()];
      const apart = Math.min(APART_MS, MOST_SPREAD_MS / repositories.length);
      let due = performance.now() + GATHER_MS;
      for (const repository of repositories) {
        if (busy.has(repository)) {
          want(repository, { event: 'schedule' });
        } else {
          want(repository, { event: 'schedule' }, due);
          due += apart;
        }
      }
    },
    beginDue: () => {
      const now = performance.now();
      const all = [...places.values()];
      const due = all
        .filter(({ underWay, restsUntil }) => underWay === null && restsUntil <= now)
        .flatMap((place) => dueFirst(place, now))
        .filter(({ repository }) => pace.isOpen(repository));
      const { begin, givesWay } = nextPasses(due, all.flatMap(passOf));
      givesWay?.patience.giveWay();
      return begin.map(({ place, wanted }) => pass(place, wanted));
    },
  };
}

type Sources = {
  readonly context: {
    readonly store: { readonly board: Pick<Board, 'standings' | 'repositories' | 'busyRepositories'> };
    readonly clock: Clock;
  };
  readonly targets: Pick<Targets, 'watched'>;
  /** Aborted when the server ends: nothing waits any more. */
  readonly draining: AbortSignal;
  readonly metrics: Pick<Metrics, 'watched'> | null;
  readonly log: Pick<Logger, 'info' | 'warn'>;
};

/** A repository. Times are milliseconds of this process. */
type Place = {
  readonly repository: string;
  /** What to make a pass for, the newest occasion of each event. */
  readonly wanted: Map<string, Wanted>;
  /** The lease does not keep a process from itself, so that there is one pass at a time. */
  underWay: { readonly patience: Patience; readonly began: number } | null;
  /** No pass begins before. */
  restsUntil: number;
};

/** `due`: no pass is made for it before. */
type Wanted = { readonly occasion: Occasion; readonly due: number };

function newPlace(repository: string): Place {
  return { repository, wanted: new Map(), underWay: null, restsUntil: 0 };
}

function passOf({ repository, underWay }: Place) {
  return underWay === null
    ? []
    : [
        {
          ...underWay,
          repository,
          waits: underWay.patience.isWaiting(),
          gaveWay: underWay.patience.hasGivenWay(),
        },
      ];
}

type Due = {
  readonly place: Place;
  readonly repository: string;
  readonly wanted: Wanted;
  readonly since: number;
};

/**
 * What has been due there for longest, since it was and the place had rested; nothing where nothing is. One in which
 * something happens all the time must not keep the others from their turn.
 */
function dueFirst(place: Place, now: number): readonly Due[] {
  const [wanted] = [...place.wanted.values()]
    .filter(({ due }) => due <= now)
    .toSorted((one, other) => one.due - other.due);
  const { repository, restsUntil } = place;
  return wanted === undefined ? [] : [{ place, repository, wanted, since: Math.max(wanted.due, restsUntil) }];
}

/** Milliseconds in which webhooks gather. GitHub's lists may be a moment behind what it tells. */
const GATHER_MS = 3_000;

/** Milliseconds between the passes over two repositories where nothing is known to happen. */
const APART_MS = 2_000;

/** Milliseconds in which the last of them is due, however many there are: a third of the time until the next ones are. */
const MOST_SPREAD_MS = 300_000;

/** Milliseconds between two passes over the same repository. */
const REST_MS = 5_000;

/**
 * The watch takes no more than half of the 5,000 requests that GitHub grants an installation in an hour; some two hundred
 * may come at once, as when many runs end together.
 */
export const WATCH_PACE = { msPerRequest: 1_500, aheadMs: 300_000 };

/** Milliseconds until a repository that could not be looked at, or at which another pass is at work, is tried again. */
const REST_AFTER_FAILURE_MS = 60_000;

type Look = { readonly report: WatchReport | null; readonly requests: number };

/** `report` is null where nothing was looked at: the App is not installed there, or a workflow has to do it. */
async function look(
  { context, targets, log }: Sources,
  { repository }: Place,
  { occasion, patience }: { readonly occasion: Occasion; readonly patience: Patience },
): Promise<Look> {
  const standings = await context.store.board.standings(repository);
  const patches = Object.values(standings).reduce((sum, count) => sum + count, 0);
  if (patches > MOST_PATCHES) {
    log.warn({ repository, patches }, 'too many patches to watch here; ghost-watch.yml has to do it');
    return { report: null, requests: 0 };
  }
  const watched = await targets.watched(repository, patience.wait);
  if (watched === null) {
    return { report: null, requests: 0 };
  }
  const report = await watch(watched.context, { now: context.clock.now(), occasion });
  return { report, requests: watched.requests.count };
}

/** Patches of one repository, at most: a pass holds a part of every record, and a server has more to do with its memory. */
const MOST_PATCHES = 1_000;

function resultOf({ busyUntil, found }: WatchReport): WatchResult {
  if (busyUntil !== undefined) {
    return 'busy';
  }
  if (found.some(({ done }) => done === 'failed')) {
    return 'failed';
  }
  return found.length > 0 ? 'settled' : 'clean';
}

/** Each thing that was put right, or could not be. Gives whether a record was moved. */
function sayFound(log: Pick<Logger, 'info' | 'warn'>, repository: string, report: WatchReport): boolean {
  for (const { name, sentence, done } of report.found) {
    const finding = { repository, name, done, sentence };
    if (done === 'failed') {
      log.warn(finding, 'the watch could not put something right');
    } else {
      log.info(finding, 'the watch put something right');
    }
  }
  for (const { key, sentence } of report.alerted) {
    log.warn({ repository, incident: key, sentence }, 'the watch raised an alert');
  }
  return report.found.some(({ done }) => done !== 'failed');
}
