import type { SeenRecord, Store } from '../../stages/intake/store.ts';
import { createMetrics, type Metrics, type MetricsDoor } from './metrics.ts';
import { countRequests, type Roots } from './requests.ts';
import { timeStore } from './timed-store.ts';

/** What the server hands its events to. Without a token nothing is counted and nothing is slower. */
export type Observation = {
  readonly door: MetricsDoor | null;
  readonly metrics: Metrics | null;
  /** How a patch ended, or how long its pull request took, where that was not known before. */
  readonly noticed: (before: SeenRecord | undefined, now: SeenRecord) => void;
  readonly store: (store: Store) => Store;
  readonly end: () => void;
};

export function startObserving(token: string | undefined, roots: Roots): Observation {
  if (token === undefined) {
    return { door: null, metrics: null, noticed: () => {}, store: (store) => store, end: () => {} };
  }
  const metrics = createMetrics();
  return {
    door: { metrics, token },
    metrics,
    noticed: (before, now) => {
      if (now.outcome !== undefined && now.outcome !== before?.outcome) {
        metrics.ended(now.outcome);
      }
      if (now.secondsToPullRequest !== undefined && before?.secondsToPullRequest === undefined) {
        metrics.opened(now.secondsToPullRequest);
      }
    },
    store: (store) => timeStore(store, metrics),
    end: countRequests(roots, metrics),
  };
}
