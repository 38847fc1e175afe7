import type { Chores } from '../../stages/intake/store.ts';
import type { Database } from './database.ts';

/** One statement decides who has a chore. `fence` grows with every turn, so that a late word of an older one does not count. */
export function createChores(database: Database): Chores {
  return {
    begin: async ({ name, now, until, unlessSince }) => {
      const [row] = await database.run(
        `INSERT INTO chores (name, fence, began_at, held_until, done_since) VALUES (?, 1, ?, ?, '')
         ON CONFLICT (name) DO UPDATE
           SET fence = chores.fence + 1, began_at = excluded.began_at, held_until = excluded.held_until
           WHERE chores.held_until <= ? AND chores.done_since <= ?
         RETURNING fence, done_since`,
        name,
        now.toISOString(),
        until.toISOString(),
        now.toISOString(),
        unlessSince.toISOString(),
      );
      if (row === undefined) {
        return null;
      }
      const done = String(row['done_since']);
      return { name, fence: Number(row['fence']), doneSince: done === '' ? null : new Date(done) };
    },
    renew: ({ name, fence }, until) =>
      changesOne(
        database.run(
          'UPDATE chores SET held_until = ? WHERE name = ? AND fence = ? RETURNING name',
          until.toISOString(),
          name,
          fence,
        ),
      ),
    end: ({ name, fence }) =>
      changesOne(
        database.run(
          `UPDATE chores SET held_until = '', done_since = began_at WHERE name = ? AND fence = ? RETURNING name`,
          name,
          fence,
        ),
      ),
  };
}

async function changesOne(changed: ReturnType<Database['run']>): Promise<boolean> {
  return (await changed).length > 0;
}
