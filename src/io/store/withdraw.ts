import type { Delivery, PatchName } from '../../stages/intake/store.ts';
import { keepNews } from './callbacks.ts';
import type { Database, Value } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf } from './rows.ts';

/** Deliveries of a repository that wait: those of one patch, with one digest, with a smaller `seq`; all where nothing is said. */
type Which = {
  readonly repository: string;
  readonly id?: string;
  readonly digest?: string;
  readonly before?: number;
};

type Why =
  /** The newest one is told of, and no other. */
  | { readonly why: 'revised'; readonly at: string }
  | { readonly why: 'canceled'; readonly at: string; readonly by: string };

/**
 * Takes deliveries out of the outbox, so that nobody hands them on. What somebody may be handing on at this moment stays:
 * it may arrive whatever is said of it here. Of those that are withdrawn it is noted which ones GitHub may have taken in an
 * earlier attempt that it gave no proper answer to.
 */
export async function withdraw(inside: Pick<Database, 'run'>, which: Which, given: Why): Promise<Withdrawn> {
  const { run } = inside;
  const { sql, values } = waitingOf(which);
  const waiting = `delivery IN (SELECT seq FROM deliveries WHERE ${sql})`;
  const leases = handingOn(new Date(given.at));
  const taken = await run(
    `DELETE FROM outbox WHERE ${waiting} AND NOT (${leases.sql}) RETURNING delivery, attempts, unclear, leased`,
    ...values,
    ...leases.values,
  );
  const withdrawn: Delivery[] = [];
  for (const { delivery, attempts, ...entry } of taken) {
    const mayHaveArrived = Number(entry['unclear']) === 1 || Number(entry['leased']) === 1;
    const [row] = await run(
      `UPDATE deliveries SET state = 'failed', problem = ?, withdrawn = ?, unclear = ? WHERE seq = ? RETURNING *`,
      describe(given, Number(attempts)),
      given.why,
      mayHaveArrived ? 1 : 0,
      Number(delivery),
    );
    if (row !== undefined) {
      const ended = deliveryOf(row);
      withdrawn.push(ended);
      await appendEvent(inside, ended, { kind: 'failed', at: given.at });
      if (given.why === 'canceled') {
        await keepNews(inside, ended, { at: given.at });
      }
    }
  }
  const left = await run(
    `SELECT repository, id FROM outbox JOIN deliveries ON seq = delivery WHERE ${waiting}`,
    ...values,
  );
  return {
    withdrawn,
    handing: left.map(({ repository, id }) => ({ repository: String(repository), id: String(id) })),
  };
}

type Withdrawn = {
  readonly withdrawn: readonly Delivery[];
  readonly handing: readonly PatchName[];
};

/** Whoever has claimed the entry of the outbox may be handing it on then. */
export function handingOn(now: Date): Condition {
  return {
    sql: 'leased = 1 AND not_before > ? AND not_before <= ?',
    values: [now.toISOString(), latestWait(now)],
  };
}

/** The part of a statement, with the values of its parameters. */
export type Condition = { readonly sql: string; readonly values: readonly Value[] };

/** What is to wait beyond this was set by a clock that has been put back since, and holds nobody up. */
export function latestWait(now: Date): string {
  return new Date(now.getTime() + LONGEST_WAIT_MS).toISOString();
}

/** Milliseconds; GitHub's longest rate limit ends within an hour, and leases and waits are shorter. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

function waitingOf({ repository, id, digest, before }: Which): Condition {
  const parts = [
    { sql: "state = 'queued' AND repository = ?", value: repository },
    ...(id === undefined ? [] : [{ sql: 'id = ?', value: id }]),
    ...(digest === undefined ? [] : [{ sql: 'digest = ?', value: digest }]),
    ...(before === undefined ? [] : [{ sql: 'seq < ?', value: before }]),
  ];
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.map(({ value }) => value) };
}

/** Of what was tried before, nobody knows for sure whether it has arrived. */
function describe(given: Why, attempts: number): string {
  const ended =
    given.why === 'revised' ? 'A newer revision of the same patch took its place' : `${given.by} canceled it`;
  return attempts === 0
    ? `${ended} before it was handed to GitHub.`
    : `${ended} before GitHub confirmed that it took this one.`;
}
