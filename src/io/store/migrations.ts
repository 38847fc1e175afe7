import type { Database } from './database.ts';
import { IS_FOLLOWED, STAGE, STANDING } from './standing.ts';

/** Brings the tables to the newest version, each step once. Rejects where a newer version of the program wrote them. */
export async function migrate(database: Database, dialect: Dialect): Promise<void> {
  const leaseEnd = new Date(Date.now() + LEASE_MS).toISOString();
  await database.transaction(async ({ run }) => {
    await run('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)');
    const [row] = await run('SELECT max(version) AS version FROM schema_version');
    const version = Number(row?.['version'] ?? 0);
    if (version > MIGRATIONS.length) {
      throw new Error('a newer version of Ghost Runner wrote it; start that one, or name another file');
    }
    for (const [index, statements] of MIGRATIONS.entries()) {
      if (index >= version) {
        for (const statement of statements) {
          await run(statement.replace('SERIAL', dialect.serial).replace('LEASE_END', leaseEnd));
        }
        await run('INSERT INTO schema_version (version) VALUES (?)', index + 1);
      }
    }
  });
}

/** The only difference between the databases: how a column that counts by itself is declared. */
export type Dialect = { readonly serial: string };

/** Milliseconds for which versions before had claimed what they handed on. */
const LEASE_MS = 300_000;

/** The expressions of standing.ts as they were until a record counted for more than what was known of handing on. */
const FORMER_STANDING = `CASE WHEN state = 'failed' THEN 'failed' WHEN record_outcome IS NULL THEN 'under_way' WHEN record_outcome IN ('held') THEN 'held' WHEN record_outcome IN ('opened', 'updated') THEN 'in_review' WHEN record_outcome IN ('merged') THEN 'merged' WHEN record_outcome IN ('refused', 'no_change', 'halted', 'duplicate') THEN 'refused' WHEN record_outcome IN ('closed', 'reverted', 'superseded') THEN 'closed' ELSE 'failed' END`;
const FORMER_STAGE = `CASE WHEN state = 'failed' THEN 'failed' WHEN record_state = 'done' THEN 'done' ELSE 'open' END`;

/** Never changed once released: a newer version adds another entry. Times are ISO 8601 in UTC, so that they sort as texts. */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE tokens (
      id TEXT PRIMARY KEY, sender TEXT NOT NULL, login TEXT, hash TEXT NOT NULL UNIQUE, repositories TEXT NOT NULL,
      per_minute INTEGER NOT NULL, per_day INTEGER NOT NULL,
      created_at TEXT NOT NULL, expires_at TEXT, revoked_at TEXT)`,
    `CREATE TABLE spending (
      token TEXT NOT NULL REFERENCES tokens (id), span TEXT NOT NULL, starts TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (token, span))`,
    // A delivery names the one before it, and each has one successor at most: that decides races.
    `CREATE TABLE deliveries (
      seq SERIAL, repository TEXT NOT NULL, id TEXT NOT NULL, after INTEGER NOT NULL,
      digest TEXT NOT NULL, title TEXT NOT NULL, sender TEXT NOT NULL, received_at TEXT NOT NULL,
      state TEXT NOT NULL, sent_at TEXT, problem TEXT,
      record_oid TEXT, record_state TEXT, record_outcome TEXT, record_at TEXT,
      UNIQUE (repository, id, after))`,
    'CREATE INDEX deliveries_newest ON deliveries (repository, seq)',
    `CREATE INDEX deliveries_open ON deliveries (received_at)
      WHERE state <> 'failed' AND coalesce(record_state, '') <> 'done'`,
    `CREATE TABLE outbox (
      delivery INTEGER PRIMARY KEY REFERENCES deliveries (seq), text TEXT NOT NULL, name TEXT NOT NULL,
      attempts INTEGER NOT NULL, not_before TEXT NOT NULL)`,
    'CREATE INDEX outbox_due ON outbox (not_before)',
    `CREATE TABLE events (
      seq SERIAL, at TEXT NOT NULL, repository TEXT NOT NULL, id TEXT NOT NULL,
      digest TEXT NOT NULL, kind TEXT NOT NULL, state TEXT, outcome TEXT)`,
  ],
  [
    'ALTER TABLE deliveries ADD COLUMN record_reason TEXT',
    'ALTER TABLE deliveries ADD COLUMN record_pull_request INTEGER',
    'ALTER TABLE deliveries ADD COLUMN record_seconds DOUBLE PRECISION',
    // 1: a newer delivery of the same patch is there.
    'ALTER TABLE deliveries ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0',
    `CREATE INDEX deliveries_standing ON deliveries (repository, (${FORMER_STANDING}), seq) WHERE replaced = 0`,
    'CREATE INDEX deliveries_received ON deliveries (repository, received_at)',
    'CREATE INDEX deliveries_opened ON deliveries (repository, received_at) WHERE record_pull_request IS NOT NULL',
    'CREATE INDEX deliveries_ended ON deliveries (repository, record_outcome, received_at, record_reason)',
    'CREATE INDEX deliveries_measured ON deliveries (repository, seq, record_seconds) WHERE record_seconds IS NOT NULL',
    `CREATE TABLE refusals (
      repository TEXT NOT NULL, day TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (repository, day, reason))`,
  ],
  [
    // `told`: what its sender was told last, or will be.
    'ALTER TABLE deliveries ADD COLUMN token TEXT',
    'ALTER TABLE deliveries ADD COLUMN told TEXT',
    `CREATE TABLE callbacks (
      token TEXT PRIMARY KEY REFERENCES tokens (id), url TEXT NOT NULL, secret TEXT NOT NULL,
      fence INTEGER NOT NULL, failures INTEGER NOT NULL, not_before TEXT NOT NULL, problem TEXT, disabled_at TEXT)`,
    `CREATE TABLE news (
      seq SERIAL, message_id TEXT NOT NULL, token TEXT NOT NULL REFERENCES callbacks (token), at TEXT NOT NULL,
      news TEXT NOT NULL, attempts INTEGER NOT NULL, not_before TEXT NOT NULL, given_up INTEGER NOT NULL)`,
    'CREATE INDEX news_due ON news (token, given_up, not_before, seq)',
  ],
  [
    'CREATE TABLE heard (name TEXT PRIMARY KEY, expires_at TEXT NOT NULL)',
    'CREATE INDEX heard_expired ON heard (expires_at)',
  ],
  [
    // `done_since`: when the last turn that came to its end began.
    `CREATE TABLE chores (
      name TEXT PRIMARY KEY, fence INTEGER NOT NULL, began_at TEXT NOT NULL, held_until TEXT NOT NULL,
      done_since TEXT NOT NULL)`,
  ],
  [
    // `at`: when a webhook told last that something happened there.
    'CREATE TABLE told (repository TEXT PRIMARY KEY, at TEXT NOT NULL)',
  ],
  [
    // When the last rate limit ended, or will, that it had to wait for.
    'ALTER TABLE outbox ADD COLUMN patient_since TEXT',
  ],
  [
    // Without these, the deliveries of one patch, and the few that are not done, are looked for among all.
    'CREATE INDEX deliveries_of_patch ON deliveries (repository, id, seq)',
    `CREATE INDEX deliveries_stage ON deliveries (repository, (${FORMER_STAGE}), seq)`,
  ],
  [
    // `turn`: the number of its last claim, among those of all addresses.
    'ALTER TABLE callbacks ADD COLUMN turn INTEGER NOT NULL DEFAULT 0',
  ],
  [
    // GitHub's numbers of comments are larger than what either database takes for an integer.
    `CREATE TABLE comments (
      repository TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, number INTEGER NOT NULL, title TEXT NOT NULL,
      author TEXT NOT NULL, body TEXT NOT NULL, created_at TEXT NOT NULL,
      kept_at TEXT NOT NULL, attempts INTEGER NOT NULL, not_before TEXT NOT NULL, reply TEXT, reaction TEXT,
      PRIMARY KEY (repository, id))`,
    'CREATE INDEX comments_due ON comments (not_before)',
  ],
  [
    // `leased`: until `not_before`, whoever claimed it last may be handing it on. `withdrawn`: why it was taken out before.
    'ALTER TABLE outbox ADD COLUMN leased INTEGER NOT NULL DEFAULT 0',
    // Until then a claim was not told from a wait; what lasts longer than a claim is a wait for a rate limit.
    `UPDATE outbox SET leased = 1 WHERE attempts > 0 AND not_before <= 'LEASE_END'`,
    // 1: an attempt ended without a word of GitHub that it was refused. How earlier ones ended was not noted.
    'ALTER TABLE outbox ADD COLUMN unclear INTEGER NOT NULL DEFAULT 0',
    'UPDATE outbox SET unclear = 1 WHERE attempts > 0',
    'ALTER TABLE deliveries ADD COLUMN withdrawn TEXT',
  ],
  [
    // How it takes its turn; of those that were kept before nobody has looked.
    "ALTER TABLE comments ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'",
  ],
  [
    // 1: it failed, and GitHub may have taken it all the same. Of those that had failed before nobody noted it.
    'ALTER TABLE deliveries ADD COLUMN unclear INTEGER NOT NULL DEFAULT 0',
    'DROP INDEX IF EXISTS deliveries_standing',
    `CREATE INDEX deliveries_standing ON deliveries (repository, (${STANDING}), seq) WHERE replaced = 0`,
    'DROP INDEX IF EXISTS deliveries_stage',
    `CREATE INDEX deliveries_stage ON deliveries (repository, (${STAGE}), seq)`,
    'DROP INDEX IF EXISTS deliveries_open',
    `CREATE INDEX deliveries_open ON deliveries (received_at) WHERE ${IS_FOLLOWED}`,
  ],
];
