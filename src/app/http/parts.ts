import type { Hono } from 'hono';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Token } from '../../stages/intake/store.ts';
import type { Background } from '../background.ts';
import type { Dashboard } from '../dashboard/dashboard.ts';
import type { Feed } from '../feed.ts';
import type { Follower } from '../follow.ts';
import type { Metrics, MetricsDoor } from '../metrics/metrics.ts';
import type { Readiness } from '../readiness.ts';

/** What the addresses for programs work with. */
export type ApiParts = {
  readonly context: IntakeContext;
  readonly follower: Follower;
  readonly background: Background;
  readonly feed: Feed;
  readonly publicUrl: string;
  readonly version: string;
  /** null, or absent: nothing is counted. */
  readonly metrics?: Metrics | null;
  /** Aborted when the server is about to end: whoever waits is answered. */
  readonly draining: AbortSignal;
  /** Logs what nobody expected, under the request's id. */
  readonly onError: (error: unknown, requestId: string) => void;
};

/** What all routes work with. */
export type Parts = ApiParts & {
  readonly readiness: Readiness;
  /** From which the server was built; null: nobody said. */
  readonly commit: string | null;
  readonly dashboard: Dashboard;
  /** What Slack calls. */
  readonly slack: Hono<Variables>;
  readonly metricsDoor: MetricsDoor | null;
};

/** What the middleware knows of a request. */
export type Variables = { Variables: { requestId: string; token: Token } };
