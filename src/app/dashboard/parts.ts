import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Feed } from '../feed.ts';
import type { Follower } from '../follow.ts';
import { createWaiters, type Waiters } from '../http/waiters.ts';
import type { Readiness } from '../readiness.ts';
import { type Access, createAccess } from './access.ts';
import { createHealth, type Health } from './health.ts';
import { createReplays, type Replays } from './patch.ts';
import { createSessions, type Session, type Sessions } from './session.ts';
import type { SignIn } from './sign-in.ts';
import { createStock, type Stock } from './stock.ts';
import { createSwitchboards, type Switchboards } from './switchboards.ts';
import { createViews, type Views } from './views.ts';

export type DashboardGiven = {
  readonly context: IntakeContext;
  readonly follower: Follower;
  readonly feed: Feed;
  readonly readiness: Readiness;
  readonly draining: AbortSignal;
  readonly onError: (error: unknown, requestId: string) => void;
  readonly publicUrl: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly version: string;
  /** Any secret of the server; keys for cookies are derived from it. */
  readonly secret: string;
  /** null: nobody can sign in, and the dashboard is off. */
  readonly signIn: SignIn | null;
};

/** What the pages are made with. */
export type DashboardParts = DashboardGiven & {
  readonly now: () => Date;
  /** Browsers come over https. */
  readonly secure: boolean;
  readonly sessions: Sessions;
  readonly access: Access;
  readonly switchboards: Switchboards;
  readonly stock: Stock;
  readonly health: Health;
  readonly replays: Replays;
  readonly waiters: Waiters;
  readonly views: Views;
};

export function createParts(given: DashboardGiven): DashboardParts {
  const { context, publicUrl, secret } = given;
  const secure = publicUrl.startsWith('https:');
  return {
    ...given,
    now: () => context.clock.now(),
    secure,
    sessions: createSessions({ secret, secure, clock: context.clock }),
    access: createAccess(context),
    switchboards: createSwitchboards(context),
    stock: createStock(context.store.board, context.clock),
    health: createHealth(given.readiness),
    replays: createReplays(() => performance.now()),
    waiters: createWaiters(),
    views: createViews(() => performance.now()),
  };
}

/** What the middleware knows of a request. */
export type PageVariables = { Variables: { requestId: string; session: Session } };
