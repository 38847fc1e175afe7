import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type {
  AddressWish,
  CallbackAddress,
  CallbackClaim,
  CallbackState,
  Callbacks,
  PatchNews,
} from '../../stages/callback/callbacks.ts';
import type { Delivery } from '../../stages/intake/delivery.ts';
import type { Database, Row } from './database.ts';

type Inside = Pick<Database, 'run'>;

/** The number of claims of an address is its fencing token; a lease is a time before which nobody else claims it. */
export function createCallbacks(database: Database): Callbacks {
  return {
    claim: async ({ now, leaseSeconds }) => {
      const at = now.toISOString();
      // Mostly there is nothing, which a look finds out without keeping writers waiting.
      if ((await findDue(database, at)) === null) {
        return null;
      }
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      return database.transaction((inside) => claim(inside, { at, until }));
    },
    told: (told) =>
      settle(database, told, async ({ run }) => {
        await run(
          `UPDATE callbacks SET failures = 0, problem = NULL, not_before = '' WHERE token = ?`,
          told.token,
        );
        await run('DELETE FROM news WHERE seq = ?', told.entry);
      }),
    later: (failed, { restUntil, problem, notBefore }) =>
      settle(database, failed, async (inside) => {
        await rest(inside, failed.token, { restUntil, problem });
        await inside.run(
          'UPDATE news SET not_before = ? WHERE seq = ?',
          notBefore.toISOString(),
          failed.entry,
        );
      }),
    giveUp: (failed, { restUntil, problem, before }) =>
      settle(database, failed, async (inside) => {
        await rest(inside, failed.token, { restUntil, problem });
        await giveUp(inside, failed.token, before.toISOString());
      }),
    disable: (failed, { at, problem }) =>
      settle(database, failed, async (inside) => {
        await inside.run(
          'UPDATE callbacks SET disabled_at = ?, problem = ? WHERE token = ?',
          at.toISOString(),
          problem,
          failed.token,
        );
        await giveUp(inside, failed.token, END_OF_TIME);
      }),
    readdress: (token, wish) => database.transaction((inside) => readdress(inside, token, wish)),
    list: async () => (await database.run(LIST)).map(stateOf),
  };
}

/** Keeps for its sender what became of a delivery, where the token that it came through has an address. */
export async function keepNews(
  { run }: Inside,
  delivery: Delivery,
  { at, attempt }: { readonly at: string; readonly attempt?: number | undefined },
): Promise<void> {
  const news = newsOf(delivery);
  if (news === null) {
    return;
  }
  // Records change more often than what there is to tell of them.
  const key = `${attempt ?? ''} ${news.outcome ?? news.stage}`;
  const [row] = await run(
    `SELECT callbacks.token AS token FROM deliveries JOIN callbacks ON callbacks.token = deliveries.token
     WHERE seq = ? AND disabled_at IS NULL AND coalesce(told, '') <> ?`,
    delivery.seq,
    key,
  );
  if (row === undefined) {
    return;
  }
  await run('UPDATE deliveries SET told = ? WHERE seq = ?', key, delivery.seq);
  await run(
    `INSERT INTO news (message_id, token, at, news, attempts, not_before, given_up) VALUES (?, ?, ?, ?, 0, '', 0)`,
    `msg_${randomUUID()}`,
    String(row['token']),
    at,
    JSON.stringify(news),
  );
}

/**
 * What there is to tell; null: it is still under way. A record tells more than what we know of handing it on: that was taken
 * for failed, and GitHub had it.
 */
function newsOf(delivery: Delivery): PatchNews | null {
  const { repository, id, digest, title, state, problem, mayHaveArrived, record } = delivery;
  const common = { repository, id, digest, title };
  if (state === 'failed' && record === undefined) {
    return {
      ...common,
      stage: 'failed',
      ...(problem === undefined ? {} : { problem }),
      ...(mayHaveArrived === undefined ? {} : { mayHaveArrived }),
    };
  }
  if (record?.outcome === undefined) {
    return null;
  }
  const { outcome, reason, pullRequest } = record;
  return {
    ...common,
    stage: record.state,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
  };
}

/**
 * Addresses are as few as tokens, and each finds its own news by the index. Whoever had the last turn comes last, so that
 * receivers that take their time do not keep out the others; turns are counted, for clocks differ.
 */
async function findDue({ run }: Inside, at: string): Promise<string | null> {
  const [row] = await run(
    `SELECT token FROM callbacks WHERE not_before <= ? AND EXISTS (
       SELECT 1 FROM news WHERE news.token = callbacks.token AND given_up = 0 AND news.not_before <= ?)
     ORDER BY turn LIMIT 1`,
    at,
    at,
  );
  return row === undefined ? null : String(row['token']);
}

async function claim(
  inside: Inside,
  { at, until }: { readonly at: string; readonly until: string },
): Promise<CallbackClaim | null> {
  const { run } = inside;
  const token = await findDue(inside, at);
  if (token === null) {
    return null;
  }
  const [address] = await run(
    `UPDATE callbacks SET not_before = ?, fence = fence + 1, turn = (SELECT max(turn) + 1 FROM callbacks)
     WHERE token = ? RETURNING *`,
    until,
    token,
  );
  const [entry] = await run(
    `UPDATE news SET attempts = attempts + 1 WHERE seq = (
       SELECT seq FROM news WHERE token = ? AND given_up = 0 ORDER BY not_before, seq LIMIT 1) RETURNING *`,
    token,
  );
  const { url, secret, fence, failures } = addressRow.parse(address);
  const { seq, message_id, attempts, news, at: since } = entryRow.parse(entry);
  return {
    entry: seq,
    fence,
    token,
    address: { url, secret },
    messageId: message_id,
    at: since,
    // Written from a value of this type.
    news: z.custom<PatchNews>().parse(JSON.parse(news)),
    attempts,
    failures,
  };
}

const addressRow = z.object({ url: z.string(), secret: z.string(), fence: z.number(), failures: z.number() });
const entryRow = z.object({
  seq: z.number(),
  message_id: z.string(),
  attempts: z.number(),
  news: z.string(),
  at: z.string(),
});

/** Changes something in the name of a claim, unless another one has the address by now. */
function settle(
  database: Database,
  { token, fence }: CallbackClaim,
  change: (inside: Inside) => Promise<void>,
): Promise<boolean> {
  return database.transaction(async (inside) => {
    const held = await inside.run('SELECT token FROM callbacks WHERE token = ? AND fence = ?', token, fence);
    if (held.length > 0) {
      await change(inside);
    }
    return held.length > 0;
  });
}

async function rest(
  { run }: Inside,
  token: string,
  { restUntil, problem }: { readonly restUntil: Date; readonly problem: string },
): Promise<void> {
  await run(
    'UPDATE callbacks SET failures = failures + 1, not_before = ?, problem = ? WHERE token = ?',
    restUntil.toISOString(),
    problem,
    token,
  );
}

/** What is given up is kept for people to see, the newest of it. */
async function giveUp({ run }: Inside, token: string, before: string): Promise<void> {
  await run('UPDATE news SET given_up = 1 WHERE token = ? AND given_up = 0 AND at < ?', token, before);
  await run(
    `DELETE FROM news WHERE token = ? AND given_up = 1 AND seq <= coalesce((
       SELECT seq FROM news WHERE token = ? AND given_up = 1 ORDER BY seq DESC LIMIT 1 OFFSET ${KEPT_NEWS}), 0)`,
    token,
    token,
  );
}

/** News of one address that was given up. */
const KEPT_NEWS = 1_000;

/** Every time is before it. */
const END_OF_TIME = '9999';

/** The fence moves on, so that what comes of a call to the old address changes nothing. */
async function readdress(
  { run }: Inside,
  token: string,
  { url, secret, newSecret }: AddressWish,
): Promise<CallbackAddress | null> {
  const usable = await run('SELECT id FROM tokens WHERE id = ? AND revoked_at IS NULL', token);
  if (usable.length === 0) {
    return null;
  }
  const [changed] = await run(
    `UPDATE callbacks SET url = coalesce(?, url), secret = coalesce(?, secret), fence = fence + 1, failures = 0,
       not_before = '', problem = NULL, disabled_at = NULL WHERE token = ? RETURNING url, secret`,
    url ?? null,
    newSecret ? secret : null,
    token,
  );
  if (changed !== undefined) {
    return heldRow.parse(changed);
  }
  if (url === undefined) {
    return null;
  }
  await addAddress({ run }, token, { url, secret });
  return { url, secret };
}

const heldRow = z.object({ url: z.string(), secret: z.string() });

/** The first address of a token. */
export async function addAddress(
  { run }: Inside,
  token: string,
  { url, secret }: CallbackAddress,
): Promise<void> {
  await run(
    `INSERT INTO callbacks (token, url, secret, fence, failures, not_before) VALUES (?, ?, ?, 0, 0, '')`,
    token,
    url,
    secret,
  );
}

const LIST = `SELECT token, url, problem, disabled_at,
  (SELECT count(*) FROM news WHERE news.token = callbacks.token AND given_up = 0) AS waiting,
  (SELECT count(*) FROM news WHERE news.token = callbacks.token AND given_up = 1) AS given_up
  FROM callbacks ORDER BY token`;

function stateOf(row: Row): CallbackState {
  const { token, url, waiting, given_up, problem, disabled_at } = stateRow.parse(row);
  return {
    token,
    url,
    waiting,
    givenUp: given_up,
    ...(problem === null ? {} : { problem }),
    ...(disabled_at === null ? {} : { disabledAt: disabled_at }),
  };
}

const stateRow = z.object({
  token: z.string(),
  url: z.string(),
  waiting: z.number(),
  given_up: z.number(),
  problem: z.string().nullable(),
  disabled_at: z.string().nullable(),
});
