import type { Heard } from '../../stages/intake/store.ts';
import type { Database } from './database.ts';

export function createHeard(database: Database): Heard {
  return {
    first: async (name, { now, until }) => {
      const rows = await database.run(
        `INSERT INTO heard (name, expires_at) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET expires_at = excluded.expires_at WHERE heard.expires_at <= ?
         RETURNING name`,
        name,
        until.toISOString(),
        now.toISOString(),
      );
      const isFirst = rows.length > 0;
      if (isFirst) {
        await database.run('DELETE FROM heard WHERE expires_at <= ?', now.toISOString());
      }
      return isFirst;
    },
    keep: async (name, until) => {
      await database.run('UPDATE heard SET expires_at = ? WHERE name = ?', until.toISOString(), name);
    },
  };
}
