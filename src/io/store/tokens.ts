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

async function spend({ run }: Pick<Database, 'run'>, token: Token, now: Date): Promise<Spent> {
  for (const { span, milliseconds, limit } of SPANS) {
    const starts = now.getTime() - (now.getTime() % milliseconds);
    const [row] = await run(
      'SELECT count FROM spending WHERE token = ? AND span = ? AND starts = ?',
      token.id,
      span,
      new Date(starts).toISOString(),
    );
    if (Number(row?.['count'] ?? 0) >= limit(token)) {
      const retryAfterSeconds = Math.ceil((starts + milliseconds - now.getTime()) / 1000);
      return { ok: false, window: span, retryAfterSeconds };
    }
  }
  for (const { span, milliseconds } of SPANS) {
    const starts = new Date(now.getTime() - (now.getTime() % milliseconds)).toISOString();
    await run(
      `INSERT INTO spending (token, span, starts, count) VALUES (?, ?, ?, 1)
       ON CONFLICT (token, span) DO UPDATE SET
         count = CASE WHEN spending.starts = excluded.starts THEN spending.count + 1 ELSE 1 END,
         starts = excluded.starts`,
      token.id,
      span,
      starts,
    );
  }
  return { ok: true };
}
