import type { Probot } from 'probot';
import { GitHubError } from '../io/github/errors.ts';
import type { Clock } from '../stages/ports.ts';
import type { Metrics } from './metrics/metrics.ts';

/** Asks GitHub once more for webhooks that did not arrive. */
export type Redelivery = {
  /** Looks at what GitHub sent lately. Gives how many it was asked for. Rejects where GitHub can't be asked. */
  sweep(): Promise<number>;
};

/**
 * GitHub never repeats a delivery by itself, but it tells which failed. One that was sent again, by whomever, is left
 * alone from then on: GitHub's own list is the memory, which outlives a restart.
 */
export function createRedelivery(
  probot: Probot,
  { clock, metrics }: { readonly clock: Clock; readonly metrics: Pick<Metrics, 'redelivered'> | null },
): Redelivery {
  // GitHub may show a new attempt later than the next look.
  const asked = new Set<string>();
  return {
    sweep: async () => {
      const now = clock.now().getTime();
      const sent = await listSince(probot, now - WINDOW_MS);
      const missing = findMissing(sent).filter(
        ({ guid, at }) => !asked.has(guid) && Date.parse(at) < now - ANSWER_MS,
      );
      for (const { id, guid } of missing) {
        const result = await ask(probot, id);
        metrics?.redelivered(result);
        remember(asked, guid);
      }
      return missing.length;
    },
  };
}

/** Milliseconds; what is older was found by the sweeps of records. GitHub itself forgets after three days. */
const WINDOW_MS = 6 * 3_600_000;

/** Milliseconds in which an answer may still come; GitHub waits for ten seconds. */
const ANSWER_MS = 15_000;

/** GUIDs; more can't fail within the window without anybody noticing. */
const MAX_REMEMBERED = 10_000;

/** Deliveries of one look, at most: the newest ones. */
const MAX_PAGES = 10;
const PAGE_SIZE = 100;

type Sent = {
  readonly id: number;
  readonly guid: string;
  readonly at: string;
  readonly again: boolean;
  /** GitHub says `OK`, or what went wrong. */
  readonly ok: boolean;
};

async function listSince(probot: Probot, since: number): Promise<readonly Sent[]> {
  try {
    const octokit = await probot.auth();
    const found: Sent[] = [];
    let pages = 0;
    const listed = octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, {
      per_page: PAGE_SIZE,
      request: { retries: 0 },
    });
    for await (const { data } of listed) {
      found.push(
        ...data.map(({ id, guid, delivered_at: at, redelivery: again, status_code: code }) => ({
          id,
          guid,
          at,
          again,
          ok: code >= FIRST_SUCCESS && code < FIRST_REDIRECT,
        })),
      );
      pages += 1;
      if (pages >= MAX_PAGES || found.some(({ at }) => Date.parse(at) < since)) {
        break;
      }
    }
    return found.filter(({ at }) => Date.parse(at) >= since);
  } catch (error) {
    throw new GitHubError("list the App's webhook deliveries", error);
  }
}

const FIRST_SUCCESS = 200;
const FIRST_REDIRECT = 300;

/** Those that failed and of which no other attempt is known, the oldest first. */
function findMissing(sent: readonly Sent[]): readonly Sent[] {
  const settled = new Set(sent.filter(({ ok, again }) => ok || again).map(({ guid }) => guid));
  return sent.filter(({ guid }) => !settled.has(guid)).toReversed();
}

function remember(asked: Set<string>, guid: string): void {
  const [oldest] = asked;
  if (asked.size >= MAX_REMEMBERED && oldest !== undefined) {
    asked.delete(oldest);
  }
  asked.add(guid);
}

/** From here on it is GitHub that is in trouble, and the next look tries again. */
const FIRST_OUTAGE = 500;

async function ask(probot: Probot, id: number): Promise<'asked' | 'refused'> {
  try {
    const octokit = await probot.auth();
    await octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: id, request: { retries: 0 } });
    return 'asked';
  } catch (error) {
    const failure = new GitHubError('have a webhook delivered again', error);
    if (failure.status === null || failure.status >= FIRST_OUTAGE) {
      throw failure;
    }
    // One that GitHub has forgotten must not keep the others from coming.
    return 'refused';
  }
}
