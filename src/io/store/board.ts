import * as z from 'zod';
import type { AdoptedPatch, Board, BoardEntry, Figures, Standing } from '../../stages/intake/board.ts';
import { keepNews } from './callbacks.ts';
import type { Database, Row } from './database.ts';
import { appendEvent } from './events.ts';
import { deliveryOf, RECORD_COLUMNS, recordValues } from './rows.ts';
import { STANDING, STANDING_VALUES } from './standing.ts';
import { together } from './together.ts';

export function createBoard(database: Database): Board {
  return {
    repositories: async () => {
      const [rows, tokens] = [
        await database.run(EACH_REPOSITORY),
        await database.run('SELECT repositories FROM tokens'),
      ];
      const named = tokens.flatMap(({ repositories }) =>
        z.array(z.string()).parse(JSON.parse(String(repositories))),
      );
      return [...new Set([...rows.map(({ repository }) => String(repository)), ...named])].toSorted();
    },
    busyRepositories: async () => {
      const rows = await database.run(BUSY_REPOSITORIES);
      return new Set(rows.map(({ repository }) => String(repository)));
    },
    list: async ({ repository, standing, before, limit }) => {
      const rows = await database.run(
        `SELECT *, ${STANDING} AS standing FROM deliveries WHERE repository = ? AND replaced = 0 AND seq < ?
         ${standing === undefined ? '' : `AND ${STANDING} = ?`} ORDER BY seq DESC LIMIT ?`,
        repository,
        before ?? Number.MAX_SAFE_INTEGER,
        ...(standing === undefined ? [] : [standing]),
        limit,
      );
      return rows.map(entryOf);
    },
    standings: async (repository) => {
      const rows = await database.run(COUNT_STANDINGS, ...STANDING_VALUES.map(() => repository));
      const counts = rows.map(({ standing, count }) => [standingOf(standing), Number(count)] as const);
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    },
    figures: async ({ repositories, since }) => {
      const parts: Part[] = [];
      for (const repository of repositories) {
        parts.push(await readPart(database, repository, since));
      }
      return sum(parts);
    },
    countRefusal: async ({ repository, reason, at }) => {
      await database.run(
        `INSERT INTO refusals (repository, day, reason, count) VALUES (?, ?, ?, 1)
         ON CONFLICT (repository, day, reason) DO UPDATE SET count = refusals.count + 1`,
        repository,
        dayOf(at),
        reason,
      );
    },
    adopt: together((patches) => database.transaction((inside) => adoptAll(inside, patches)), MOST_AT_ONCE),
  };
}

/** One range of the index each, which is quicker than sorting all of them into groups. */
const COUNT_STANDINGS = STANDING_VALUES.map(
  (standing) => `SELECT '${standing}' AS standing, count(*) AS count FROM deliveries
    WHERE repository = ? AND replaced = 0 AND ${STANDING} = '${standing}'`,
).join(' UNION ALL ');

/** Each one found by the index from the one before it, however many deliveries there are. */
const EACH_REPOSITORY = `WITH RECURSIVE known (repository) AS (
  SELECT min(repository) FROM deliveries
  UNION ALL
  SELECT (SELECT min(repository) FROM deliveries WHERE repository > known.repository)
  FROM known WHERE known.repository IS NOT NULL
) SELECT repository FROM known WHERE repository IS NOT NULL`;

const BUSY_REPOSITORIES = `${EACH_REPOSITORY} AND EXISTS (SELECT 1 FROM deliveries
  WHERE deliveries.repository = known.repository AND replaced = 0 AND ${STANDING} = 'under_way')`;

type Inside = Pick<Database, 'run'>;

/** Patches of one transaction: more would keep others from writing for too long. */
const MOST_AT_ONCE = 50;

async function adoptAll(inside: Inside, patches: readonly AdoptedPatch[]): Promise<readonly boolean[]> {
  const adopted: boolean[] = [];
  for (const patch of patches) {
    adopted.push(await adopt(inside, patch));
  }
  return adopted;
}

async function adopt({ run }: Inside, patch: AdoptedPatch): Promise<boolean> {
  const { repository, id, digest, title, sender, receivedAt, record, after } = patch;
  const [newest] = await run(
    'SELECT seq, digest FROM deliveries WHERE repository = ? AND id = ? ORDER BY seq DESC LIMIT 1',
    repository,
    id,
  );
  const seq = Number(newest?.['seq'] ?? 0);
  if (newest !== undefined && (newest['digest'] === digest || record === undefined)) {
    return false;
  }
  if (after !== undefined && after !== seq) {
    return false;
  }
  // What is on record again goes on for who had sent it.
  const [earlier] = await run(
    'SELECT sender, token, told FROM deliveries WHERE repository = ? AND id = ? AND digest = ? ORDER BY seq DESC LIMIT 1',
    repository,
    id,
    digest,
  );
  const of = earlier === undefined ? { sender, token: null, told: null } : senderRow.parse(earlier);
  // Where somebody else was quicker, the delivery is in the index by now.
  const [row] = await run(
    `INSERT INTO deliveries (repository, id, after, digest, title, sender, token, told, received_at, state, sent_at,
       ${RECORD_COLUMNS.join(', ')})
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'sent', ?, ${RECORD_COLUMNS.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING RETURNING *`,
    repository,
    id,
    seq,
    digest,
    title,
    of.sender,
    of.token,
    of.told,
    receivedAt,
    receivedAt,
    ...(record === undefined ? RECORD_COLUMNS.map(() => null) : recordValues(record)),
  );
  if (row === undefined) {
    return false;
  }
  const adopted = deliveryOf(row);
  await replaceOlder({ run }, adopted);
  await appendEvent({ run }, adopted, {
    kind: record === undefined ? 'sent' : 'changed',
    at: record?.at ?? receivedAt,
  });
  if (record !== undefined) {
    await keepNews({ run }, adopted, record);
  }
  return true;
}

const senderRow = z.object({ sender: z.string(), token: z.string().nullable(), told: z.string().nullable() });

/** From now on the board shows this delivery of its patch. */
export async function replaceOlder(
  { run }: Inside,
  { repository, id, seq }: Pick<BoardEntry, 'repository' | 'id' | 'seq'>,
): Promise<void> {
  await run(
    'UPDATE deliveries SET replaced = 1 WHERE repository = ? AND id = ? AND seq < ? AND replaced = 0',
    repository,
    id,
    seq,
  );
}

function entryOf({ standing, ...row }: Row): BoardEntry {
  return { ...deliveryOf(row), standing: standingOf(standing) };
}

/** The expression gives no other values. */
const standingValue = z.custom<Standing>((value) => STANDING_VALUES.some((known) => known === value));

function standingOf(value: unknown): Standing {
  return standingValue.parse(value);
}

/** One repository's share of the figures. `seconds` are those of its newest pull requests, with their place among all. */
type Part = Omit<Figures, 'secondsToPullRequest'> & {
  readonly seconds: readonly { readonly seq: number; readonly seconds: number }[];
};

async function readPart(database: Database, repository: string, since: Date): Promise<Part> {
  const from = [repository, since.toISOString()] as const;
  const count = async (condition: string) => {
    const [row] = await database.run(
      `SELECT count(*) AS count FROM deliveries WHERE repository = ? AND received_at >= ? ${condition}`,
      ...from,
    );
    return Number(row?.['count']);
  };
  const refused = await database.run(
    `SELECT coalesce(record_reason, 'unknown') AS reason, count(*) AS count FROM deliveries
     WHERE repository = ? AND received_at >= ? AND record_outcome IN ('refused', 'no_change', 'halted')
     GROUP BY record_reason`,
    ...from,
  );
  const refusals = await database.run(
    'SELECT reason, sum(count) AS count FROM refusals WHERE repository = ? AND day >= ? GROUP BY reason',
    repository,
    dayOf(since),
  );
  const seconds = await database.run(
    `SELECT seq, record_seconds AS seconds FROM deliveries
     WHERE repository = ? AND record_seconds IS NOT NULL ORDER BY seq DESC LIMIT ?`,
    repository,
    MEASURED,
  );
  const reverted = await count(`AND record_outcome = 'reverted'`);
  return {
    accepted: await count(''),
    opened: await count('AND record_pull_request IS NOT NULL'),
    // What was taken back later was merged before.
    merged: reverted + (await count(`AND record_outcome = 'merged'`)),
    reverted,
    refused: tally([...refused, ...refusals].map((row) => refusalRow.parse(row))),
    seconds: seconds.map((row) => secondsRow.parse(row)),
  };
}

/** So many say how long it takes nowadays. */
const MEASURED = 1_000;

const refusalRow = z.object({ reason: z.string(), count: z.coerce.number() });
const secondsRow = z.object({ seq: z.coerce.number(), seconds: z.coerce.number() });

function sum(parts: readonly Part[]): Figures {
  const add = (pick: (part: Part) => number) => parts.reduce((all, part) => all + pick(part), 0);
  const newest = parts
    .flatMap(({ seconds }) => seconds)
    .toSorted((one, other) => other.seq - one.seq)
    .slice(0, MEASURED)
    .map(({ seconds }) => seconds)
    .toSorted((one, other) => one - other);
  return {
    accepted: add(({ accepted }) => accepted),
    opened: add(({ opened }) => opened),
    merged: add(({ merged }) => merged),
    reverted: add(({ reverted }) => reverted),
    refused: tally(
      parts.flatMap(({ refused }) => Object.entries(refused).map(([reason, count]) => ({ reason, count }))),
    ),
    secondsToPullRequest:
      newest.length === 0
        ? null
        : { p50: percentile(newest, 0.5), p95: percentile(newest, 0.95), of: newest.length },
  };
}

/** Nearest rank; the values are sorted and not empty. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function tally(counts: readonly { readonly reason: string; readonly count: number }[]): Figures['refused'] {
  const sums = new Map<string, number>();
  for (const { reason, count } of counts) {
    sums.set(reason, (sums.get(reason) ?? 0) + count);
  }
  return Object.fromEntries([...sums].toSorted(([, one], [, other]) => other - one));
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 'yyyy-mm-dd'.length);
}
