import { withinTime } from '../io/within-time.ts';
import type { Store } from '../stages/intake/store.ts';
import type { Clock } from '../stages/ports.ts';
import type { Canaries, CanariesSeen } from './canaries.ts';
import type { Targets } from './targets.ts';

/** Whether patches can be taken now, as far as that was observed. */
export type Readiness = {
  report(): Promise<ReadinessReport>;
  /** A webhook that GitHub signed came in. */
  heard(): void;
};

export type ReadinessReport = {
  readonly ready: boolean;
  readonly draining: boolean;
  readonly github: Check;
  readonly store: Check;
  /** Whether the socket to Slack is open; null: there is none to be. Patches are taken without it. */
  readonly slack: Check | null;
  /** When the last webhook came, ISO 8601; null: none since the start. */
  readonly lastWebhookAt: string | null;
  /** Since then. */
  readonly secondsSinceWebhook: number | null;
  readonly canary: (CanariesSeen & { readonly secondsSince: number | null }) | null;
};

export type Check = { readonly ok: boolean; readonly problem?: string };

export function createReadiness(given: {
  readonly store: Pick<Store, 'check'>;
  readonly targets: Pick<Targets, 'check'>;
  readonly clock: Clock;
  readonly draining: AbortSignal;
  readonly canaries: Pick<Canaries, 'seen'>;
  /** null: Slack needs no socket, or nobody set it up. */
  readonly slack: { check(): Check } | null;
}): Readiness {
  const { store, targets, clock, draining, canaries, slack } = given;
  let lastWebhookAt: string | null = null;
  const checkGitHub = rarely(() => targets.check(), GITHUB_FRESH_MS);
  const checkStore = rarely(() => store.check(), STORE_FRESH_MS);
  return {
    heard: () => {
      lastWebhookAt = clock.now().toISOString();
    },
    report: async () => {
      const [github, kept] = await Promise.all([checkGitHub(), checkStore()]);
      const seen = canaries.seen();
      return {
        ready: github.ok && kept.ok && !draining.aborted,
        draining: draining.aborted,
        github,
        store: kept,
        slack: slack?.check() ?? null,
        lastWebhookAt,
        secondsSinceWebhook: secondsSince(lastWebhookAt, clock.now()),
        canary: seen === null ? null : { ...seen, secondsSince: secondsSince(seen.lastAt, clock.now()) },
      };
    },
  };
}

function secondsSince(at: string | null, now: Date): number | null {
  return at === null ? null : Math.max(0, Math.round((now.getTime() - Date.parse(at)) / 1000));
}

/**
 * Asked more often, the last answer is given again: anybody may ask, GitHub counts requests, and the store writes to the
 * disk. What hangs is not begun a second time, or all connections to a database would be taken by it.
 */
function rarely(check: () => Promise<void>, milliseconds: number): () => Promise<Check> {
  let last: { readonly answer: Promise<Check>; readonly at: number } | undefined;
  let underWay: Promise<void> | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > milliseconds) {
      underWay ??= check().finally(() => {
        underWay = undefined;
      });
      last = { answer: answerOf(underWay), at: performance.now() };
    }
    return last.answer;
  };
}

/** Milliseconds for which an answer holds. */
const GITHUB_FRESH_MS = 10_000;
const STORE_FRESH_MS = 1_000;

async function answerOf(check: Promise<void>): Promise<Check> {
  try {
    await withinTime(check, DEADLINE_MS, 'there was no answer in time');
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: withoutNames(error instanceof Error ? error.message : String(error)) };
  }
}

/** Anybody may ask: the names of machines, files and users that stand in an error are for those who run the server. */
function withoutNames(text: string): string {
  return text
    .replaceAll(/"[^"]*"|'\S[^']*'/g, '…')
    .replaceAll(/\b(E[A-Z]{3,}[A-Z_]*) [^\s;,]*[\w\]]/g, '$1 …');
}

/** Milliseconds; whoever asks gives up after a few seconds too. */
const DEADLINE_MS = 3_000;
