import { headerOf, messageOf, statusOf } from '../../io/github/failure.ts';
import type { Destination } from '../dispatch.ts';
import { ClosedDoor, type Door, type Sent } from './door.ts';
import type { Sighting } from './patch-step.ts';
import { sightRecord } from './sight-record.ts';

/** Sends patches to GitHub as repository_dispatch, and reads in their records how they end. `place`: owner/name. */
export function createDispatchDoor(destination: Destination, place: string): Door {
  const failed = (error: unknown) => {
    const why = `GitHub: ${messageOf(error)}`;
    if (CLOSED.has(statusOf(error) ?? 0) && !isLimit(error)) {
      throw new ClosedDoor(
        `can't use ${place}: ${messageOf(error)}; check --repo and the token, which needs contents: write`,
        { cause: error },
      );
    }
    return why;
  };
  const read = async (id: string) => {
    try {
      return { ok: true, commit: await destination.readRecord(id) } as const;
    } catch (error) {
      return { ok: false, why: failed(error) } as const;
    }
  };
  return {
    name: `${place} on GitHub`,
    atOnce: AT_ONCE,
    pollMs: POLL_MS,
    async check() {
      try {
        await destination.check();
      } catch (error) {
        failed(error);
      }
    },
    async look(patch, receipt): Promise<Sighting> {
      const found = await read(patch.id);
      return found.ok
        ? sightRecord(patch, { commit: found.commit, receipt })
        : { kind: 'unreachable', why: found.why };
    },
    async send(patch): Promise<Sent> {
      const found = await read(patch.id);
      if (!found.ok) {
        return { kind: 'not_sent', why: found.why };
      }
      const receipt = { before: found.commit?.oid ?? null };
      try {
        await destination.dispatch(patch);
        return { kind: 'sent', receipt };
      } catch (error) {
        const why = failed(error);
        if (isLimit(error)) {
          return { kind: 'not_sent', why };
        }
        return statusOf(error) === UNPROCESSABLE ? notTaken(why) : { kind: 'perhaps', why, receipt };
      }
    },
  };
}

/** Runs of one repository are queued anyway. */
const AT_ONCE = 8;

/** With as many patches under way, somewhat more than half of the requests that GitHub grants in an hour. */
const POLL_MS = 10_000;

/** The token is not known or has not the right, or the repository is not there for it. */
const CLOSED: ReadonlySet<number> = new Set([401, 403, 404]);

const UNPROCESSABLE = 422;

/** Some limits are told with 403 too; they pass. */
function isLimit(error: unknown): boolean {
  return (
    statusOf(error) === TOO_MANY ||
    headerOf(error, 'retry-after') !== undefined ||
    headerOf(error, 'x-ratelimit-remaining') === '0'
  );
}

const TOO_MANY = 429;

function notTaken(detail: string): Sent {
  return {
    kind: 'ended',
    report: {
      outcome: 'not_taken',
      headline: 'GitHub did not take it',
      detail,
      remedy: 'Correct the patch and drop it into the folder again.',
    },
  };
}
