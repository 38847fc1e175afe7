import type { Spent, Token, Tokens } from '../../stages/intake/store.ts';
import { addAddress } from './callbacks.ts';
import type { Database } from './database.ts';
import { tokenOf } from './rows.ts';

export function createTokens(database: Database): Tokens {
  return {
    add: (token, callback) =>
      database.transaction(async ({ run }) => {
        await run(
          `INSERT INTO tokens (id, sender, login, hash, repositories, per_minute, per_day, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          token.id,
          token.sender,
          token.login ?? null,
          token.hash,
          JSON.stringify(token.repositories),
          token.perMinute,
          token.perDay,
          token.createdAt,
          token.expiresAt ?? null,
        );
        if (callback !== undefined) {
          await addAddress({ run }, token.id, callback);
        }
      }),
    find: async (hash) => {
      const [row] = await database.run('SELECT * FROM tokens WHERE hash = ?', hash);
      return row === undefined ? null : tokenOf(row);
    },
    list: async () => (await database.run('SELECT * FROM tokens ORDER BY created_at, id')).map(tokenOf),
    revoke: (id, at) =>
      database.transaction(async ({ run }) => {
        const revoked = await run(
          'UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id',
          at.toISOString(),
          id,
        );
        await run('DELETE FROM news WHERE token = ?', id);
        await run('DELETE FROM callbacks WHERE token = ?', id);
        return revoked.length > 0;
      }),
    spend: (token, now) => database.transaction((inside) => spend(inside, token, now)),
  };
}

/** Fixed spans of time: at their border a sender may have twice as much at once, which is no harm. */
const SPANS = [
  { span: 'day', milliseconds: 86_400_000, limit: ({ perDay }: Token) => perDay },
  { span: 'minute', milliseconds: 60_000, limit: ({ perMinute }: Token) => perMinute },
] as const;

async function spend({ run }: Inside, token: Token, now: Date): Promise<Spent> {
  const counts: { readonly span: string; readonly starts: Date; readonly count: number }[] = [];
  for (const { span, milliseconds, limit } of SPANS) {
    const { starts, count } = await read({ run }, { token, span, milliseconds, now });
    if (count >= limit(token)) {
      const retryAfterSeconds = Math.ceil((starts.getTime() + milliseconds - now.getTime()) / 1000);
      return { ok: false, window: span, retryAfterSeconds };
    }
    counts.push({ span, starts, count });
  }
  for (const { span, starts, count } of counts) {
    await run(
      `INSERT INTO spending (token, span, starts, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (token, span) DO UPDATE SET starts = excluded.starts, count = excluded.count`,
      token.id,
      span,
      starts.toISOString(),
      count + 1,
    );
  }
  return { ok: true };
}

type Inside = Pick<Database, 'run'>;

/**
 * The span that counts, and what was spent in it. Once a server whose clock is a little ahead has begun the next one, the
 * last one is over for all: else each of two would take the other's for a new one, and both would begin at nothing.
 */
async function read(
  { run }: Inside,
  asked: {
    readonly token: Token;
    readonly span: string;
    readonly milliseconds: number;
    readonly now: Date;
  },
): Promise<{ readonly starts: Date; readonly count: number }> {
  const { token, span, milliseconds, now } = asked;
  const own = now.getTime() - (now.getTime() % milliseconds);
  const [row] = await run(
    'SELECT starts, count FROM spending WHERE token = ? AND span = ? AND starts >= ? AND starts <= ?',
    token.id,
    span,
    new Date(own).toISOString(),
    new Date(now.getTime() + AHEAD_MS).toISOString(),
  );
  return row === undefined
    ? { starts: new Date(own), count: 0 }
    : { starts: new Date(String(row['starts'])), count: Number(row['count']) };
}

/** Milliseconds by which clocks of servers may differ. A span that begins later than that was begun by a clock that was put back since. */
const AHEAD_MS = 300_000;
