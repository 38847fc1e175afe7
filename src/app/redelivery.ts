import type { Probot } from 'probot';
import { GitHubError } from '../io/github/errors.ts';
import type { Clock } from '../stages/ports.ts';
import type { Metrics } from './metrics/metrics.ts';

/** Asks GitHub once more for webhooks that did not arrive. */
export type Redelivery = {
  /**
   * Looks at what GitHub sent since the last look that came to its end began, which a server before this one may have
   * made; null: nobody knows of one. Gives how many webhooks it was asked for. Rejects where GitHub can't be asked, or
   * where comments are left to ask for.
   */
  sweep(lastLook: Date | null): Promise<number>;
};

/**
 * GitHub never repeats a delivery by itself, but it tells which failed. One that was sent again, by whomever, is left
 * alone from then on: GitHub's own list is the memory, which outlives a restart. Only comments are asked for more often,
 * and first, for nothing else tells of what they command.
 */
export function createRedelivery(
  probot: Probot,
  { clock, metrics }: { readonly clock: Clock; readonly metrics: Pick<Metrics, 'redelivered'> | null },
): Redelivery {
  // GitHub may show a new attempt later than the next look.
  const asked = new Map<string, number>();
  return {
    sweep: async (lastLook) => {
      const now = clock.now().getTime();
      const since =
        lastLook === null
          ? now - WINDOW_MS
          : Math.max(now - COMMENTS_WINDOW_MS, Math.min(lastLook.getTime(), now) - OVERLAP_MS);
      const failed = await listFailed(probot, since);
      const missing = failed.filter((one) => isMissing(one, asked.get(one.guid) ?? 0, now));
      const comments = missing.filter(isComment);
      const wanted = [
        ...inTurn(comments).slice(0, MOST_COMMENTS),
        ...missing.filter((one) => !isComment(one)).slice(-MOST_OTHERS),
      ];
      for (const { id, guid } of wanted) {
        const result = await ask(probot, id);
        metrics?.redelivered(result);
        remember(asked, guid);
      }
      if (comments.length > MOST_COMMENTS) {
        const left = comments.length - MOST_COMMENTS;
        throw new Error(`${left} webhooks of comments are still to be asked for; the next look goes on`);
      }
      return wanted.length;
    },
  };
}

/** Milliseconds; what is older was found by the sweeps of records. */
const WINDOW_MS = 6 * 3_600_000;

/** The same for comments, of which nothing else tells, where no server was running for long; GitHub itself forgets then. */
const COMMENTS_WINDOW_MS = 72 * 3_600_000;

/** Milliseconds before the last look that are looked at again: an answer may have come late, or an attempt have failed since. */
const OVERLAP_MS = 600_000;

/** Webhooks that one look asks for, which takes a second each. Of others than comments those that are left are none too many. */
const MOST_COMMENTS = 200;
const MOST_OTHERS = 50;

/** Milliseconds in which an answer may still come; GitHub waits for ten seconds. */
const ANSWER_MS = 15_000;

/** GUIDs; more can't fail within the window without anybody noticing. */
const MAX_REMEMBERED = 10_000;

/** Deliveries of one look, at most: the newest hundred thousand, or five in each second of the window. */
const MAX_PAGES = 1_000;
const PAGE_SIZE = 100;

/** A webhook of which no attempt arrived. */
type Failed = {
  /** Of its newest attempt, as is `at`, in milliseconds since 1970. */
  readonly id: number;
  readonly at: number;
  readonly guid: string;
  readonly event: string;
  readonly attempts: number;
  /** GitHub was asked for it before. */
  readonly again: boolean;
  readonly installation: number | null;
  readonly repository: number | null;
};

/** The oldest first. Holds no more than what failed: of most nothing is to be remembered. */
async function listFailed(probot: Probot, since: number): Promise<readonly Failed[]> {
  try {
    const octokit = await probot.auth();
    const failed = new Map<string, Failed>();
    // An attempt that arrived is newer than those that did not, and is listed before them.
    const arrived = new Set<string>();
    let pages = 0;
    const listed = octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, {
      per_page: PAGE_SIZE,
      request: { retries: 0 },
    });
    for await (const { data } of listed) {
      for (const { guid, redelivery, status_code: code, ...sent } of data) {
        const at = Date.parse(sent.delivered_at);
        const isOk = code >= FIRST_SUCCESS && code < FIRST_REDIRECT;
        if (isOk && redelivery) {
          arrived.add(guid);
        }
        if (!isOk && !arrived.has(guid) && at >= since) {
          const newest = failed.get(guid) ?? {
            id: sent.id,
            at,
            guid,
            event: `${sent.event}.${sent.action}`,
            attempts: 0,
            again: false,
            installation: sent.installation_id,
            repository: sent.repository_id,
          };
          failed.set(guid, {
            ...newest,
            attempts: newest.attempts + 1,
            again: newest.again || redelivery,
          });
        }
      }
      pages += 1;
      if (pages >= MAX_PAGES) {
        probot.log.warn({ pages }, 'GitHub has sent so many webhooks that those before were not looked at');
      }
      if (pages >= MAX_PAGES || data.some(({ delivered_at: at }) => Date.parse(at) < since)) {
        break;
      }
    }
    return [...failed.values()].toReversed();
  } catch (error) {
    throw new GitHubError("list the App's webhook deliveries", error);
  }
}

const FIRST_SUCCESS = 200;
const FIRST_REDIRECT = 300;

function isComment({ event }: Failed): boolean {
  return event === 'issue_comment.created';
}

/** `asked`: how often this process has asked for it. A comment is asked for at longer and longer intervals. */
function isMissing(failed: Failed, asked: number, now: number): boolean {
  const { at, again } = failed;
  if (!isComment(failed)) {
    return !again && asked === 0 && at < now - ANSWER_MS && at >= now - WINDOW_MS;
  }
  const attempts = Math.max(failed.attempts, asked + 1);
  return attempts < MOST_ATTEMPTS && at < now - ANSWER_MS * 2 ** (attempts - 1);
}

/** Of a comment; the last one comes four minutes after the one before it. */
const MOST_ATTEMPTS = 6;

/**
 * One of each account after the other, and of each repository of it, so that nobody's many keep those of others waiting.
 * Within a repository the oldest comes first.
 */
function inTurn(comments: readonly Failed[]): readonly Failed[] {
  const byRepository = dealOut(comments, ({ repository }) => repository);
  return dealOut(byRepository, ({ installation }) => installation);
}

function dealOut(all: readonly Failed[], owner: (one: Failed) => number | null): readonly Failed[] {
  const dealt = new Map<number | null, number>();
  return all
    .map((one) => {
      const round = dealt.get(owner(one)) ?? 0;
      dealt.set(owner(one), round + 1);
      return { one, round };
    })
    .toSorted((one, other) => one.round - other.round)
    .map(({ one }) => one);
}

function remember(asked: Map<string, number>, guid: string): void {
  const times = asked.get(guid) ?? 0;
  const [oldest] = asked.keys();
  if (asked.size >= MAX_REMEMBERED && times === 0 && oldest !== undefined) {
    asked.delete(oldest);
  }
  asked.set(guid, times + 1);
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
