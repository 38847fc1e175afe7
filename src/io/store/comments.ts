import * as z from 'zod';
import type { CommentClaim, KeptComment, KeptComments } from '../../stages/intake/kept-comments.ts';
import type { Database, Row } from './database.ts';

/**
 * The number of attempts is the fencing token: every claim is one. A lease is a time before which nobody else claims.
 * Such a time that lies too far ahead was set by a clock that has been put back since, and holds nobody up.
 */
export function createComments(database: Database): KeptComments {
  return {
    keep: (comment, at) => database.transaction((inside) => keep(inside, comment, at.toISOString())),
    due: async (now) => {
      const rows = await database.run(
        `SELECT repository, kind, MIN(not_before) AS since FROM comments AS own WHERE ${DUE} GROUP BY repository, kind`,
        ...dueAt(now),
      );
      return rows.map((row) => dueRow.parse(row));
    },
    claim: async ({ of: { repository, kind }, now, leaseSeconds }) => {
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      return database.transaction(async ({ run }) => {
        const [row] = await run(
          `UPDATE comments SET attempts = attempts + 1, not_before = ? WHERE (repository, id) = (
             SELECT repository, id FROM comments AS own WHERE repository = ? AND kind = ? AND ${DUE}
             ORDER BY not_before, kept_at, LENGTH(id), id LIMIT 1) RETURNING *`,
          until,
          repository,
          kind,
          ...dueAt(now),
        );
        return row === undefined ? null : claimOf(row);
      });
    },
    hold: (claim, until) =>
      change(database, claim, 'UPDATE comments SET not_before = ?', until.toISOString()),
    keepReply: (claim, { text, reaction }) =>
      change(database, claim, 'UPDATE comments SET reply = ?, reaction = ?', text, reaction),
    done: (claim) => change(database, claim, 'DELETE FROM comments'),
  };
}

/** Claims of a comment that is no stop after which what the same person wrote below it waits for it no longer: a minute or more. */
const MOST_WAITED_FOR = 5;

/** Numbers of comments are texts, and grow with the time at which they were written. */
const EARLIER = `SELECT 1 FROM comments AS earlier WHERE earlier.repository = own.repository
  AND (LENGTH(earlier.id), earlier.id) < (LENGTH(own.id), own.id) AND earlier.reply IS NULL`;

const DUE = `(not_before <= ? OR not_before > ?)
  AND NOT (kind = 'lift' AND EXISTS (${EARLIER} AND earlier.kind = 'stop' AND earlier.attempts <= 1))
  AND NOT (kind <> 'stop' AND EXISTS (${EARLIER} AND earlier.number = own.number AND earlier.author = own.author
    AND earlier.attempts <= CASE earlier.kind WHEN 'stop' THEN 1 ELSE ${MOST_WAITED_FOR} END))`;

function dueAt(now: Date): readonly string[] {
  return [now.toISOString(), new Date(now.getTime() + LONGEST_WAIT_MS).toISOString()];
}

/**
 * Comments that are kept at the same time. GitHub takes 65,536 characters in one, so that the comments of a repository
 * fill 13 MB at most, or 26 with stops, and nobody fills it alone.
 */
const MOST_OF_REPOSITORY = 50;
const MOST_OF_AUTHOR = 10;

/** Milliseconds; GitHub's longest rate limit ends within an hour, and leases and waits are shorter. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

type Inside = Pick<Database, 'run'>;

async function keep({ run }: Inside, comment: KeptComment, at: string): Promise<'kept' | 'known' | 'full'> {
  const { repository, author, kind } = comment;
  const id = String(comment.id);
  const all = await run('SELECT id, author, kind FROM comments WHERE repository = ?', repository);
  if (all.some((row) => row['id'] === id)) {
    return 'known';
  }
  // Whoever fills the room with what takes its time must not keep out a stop.
  const kept = all.filter((row) => (row['kind'] === 'stop') === (kind === 'stop'));
  if (
    kept.length >= MOST_OF_REPOSITORY ||
    kept.filter((row) => row['author'] === author).length >= MOST_OF_AUTHOR
  ) {
    return 'full';
  }
  const { url, number, title, body, createdAt } = comment;
  await run(
    `INSERT INTO comments (repository, id, url, number, title, author, body, created_at, kind, kept_at, attempts, not_before)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    repository,
    id,
    url,
    number,
    title,
    author,
    body,
    createdAt,
    kind,
    at,
    at,
  );
  return 'kept';
}

async function change(
  database: Database,
  { comment: { repository, id }, attempts }: CommentClaim,
  statement: string,
  ...values: readonly string[]
): Promise<boolean> {
  const rows = await database.run(
    `${statement} WHERE repository = ? AND id = ? AND attempts = ? RETURNING id`,
    ...values,
    repository,
    String(id),
    attempts,
  );
  return rows.length > 0;
}

function claimOf(row: Row): CommentClaim {
  const {
    kept_at: keptAt,
    attempts,
    reply,
    reaction,
    created_at: createdAt,
    id,
    ...comment
  } = commentRow.parse(row);
  return {
    comment: { ...comment, id: Number(id), createdAt },
    keptAt,
    attempts,
    reply: reply === null || reaction === null ? null : { text: reply, reaction },
  };
}

const kindColumn = z.enum(['stop', 'lift', 'other']);

const dueRow = z.object({ repository: z.string(), kind: kindColumn, since: z.string() });

const commentRow = z.object({
  repository: z.string(),
  id: z.string(),
  url: z.string(),
  number: z.number(),
  title: z.string(),
  author: z.string(),
  body: z.string(),
  created_at: z.string(),
  kind: kindColumn,
  kept_at: z.string(),
  attempts: z.number(),
  reply: z.string().nullable(),
  reaction: z.enum(['rocket', 'confused']).nullable(),
});
