import type { Inbox, Webhook } from '../../stages/intake/inbox.ts';
import type { Database } from './database.ts';
import { together } from './together.ts';

/** Webhooks that arrive at the same time are one transaction, because the disk takes as long for one as for many. */
export function createInbox(database: Database): Inbox {
  return {
    keep: together((webhooks) => database.transaction((inside) => keep(inside, webhooks)), MOST_AT_ONCE),
    waiting: async (before) => {
      const rows = await database.run(
        'SELECT repository FROM told WHERE at <= ? ORDER BY at',
        before.toISOString(),
      );
      return rows.map(({ repository }) => String(repository));
    },
    looked: async (repository, began) => {
      await database.run(
        'DELETE FROM told WHERE repository = ? AND at <= ?',
        repository,
        began.toISOString(),
      );
    },
  };
}

/** Parameters of one statement are limited, and so is the time for which others can't write. */
const MOST_AT_ONCE = 100;

type Inside = Pick<Database, 'run'>;

async function keep({ run }: Inside, webhooks: readonly Webhook[]): Promise<readonly boolean[]> {
  const now = latest(webhooks);
  await run('DELETE FROM heard WHERE expires_at <= ?', now.toISOString());
  const until = new Date(now.getTime() + REMEMBERED_MS).toISOString();
  const rows = await run(
    `INSERT INTO heard (name, expires_at) VALUES ${webhooks.map(() => '(?, ?)').join(', ')}
     ON CONFLICT DO NOTHING RETURNING name`,
    ...webhooks.flatMap(({ name }) => [nameOf(name), until]),
  );
  const kept = new Set(rows.map(({ name }) => String(name)));
  // One that comes twice in the same moment is new only once.
  const isNew = webhooks.map(({ name }) => kept.delete(nameOf(name)));
  const told = new Set(webhooks.filter((_, index) => isNew[index]).map(({ repository }) => repository));
  for (const repository of told) {
    await run(
      `INSERT INTO told (repository, at) VALUES (?, ?)
       ON CONFLICT (repository) DO UPDATE SET at = excluded.at`,
      repository,
      now.toISOString(),
    );
  }
  return isNew;
}

function latest(webhooks: readonly Webhook[]): Date {
  return new Date(Math.max(...webhooks.map(({ at }) => at.getTime())));
}

/** What Slack says twice is remembered in the same table. */
function nameOf(name: string): string {
  return `github ${name}`;
}

/** Milliseconds; GitHub sends a delivery again for three days, where somebody asks for it. */
const REMEMBERED_MS = 3 * 86_400_000;
