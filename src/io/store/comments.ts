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
    claim: async ({ now, leaseSeconds }) => {
      const due = 'not_before <= ? OR not_before > ?';
      const at = now.toISOString();
      const beyond = new Date(now.getTime() + LONGEST_WAIT_MS).toISOString();
      const until = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
      return database.transaction(async ({ run }) => {
        const [row] = await run(
          `UPDATE comments SET attempts = attempts + 1, not_before = ? WHERE (repository, id) = (
             SELECT repository, id FROM comments WHERE ${due} ORDER BY not_before, kept_at LIMIT 1) RETURNING *`,
          until,
          at,
          beyond,
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

/**
 * Comments that are kept at the same time. GitHub takes 65,536 characters in one, so that the comments of a repository
 * fill 13 MB at most, and nobody fills it alone.
 */
const MOST_OF_REPOSITORY = 50;
const MOST_OF_AUTHOR = 10;

/** Milliseconds; GitHub's longest rate limit ends within an hour, and leases and waits are shorter. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

type Inside = Pick<Database, 'run'>;

async function keep({ run }: Inside, comment: KeptComment, at: string): Promise<'kept' | 'known' | 'full'> {
  const { repository, author } = comment;
  const id = String(comment.id);
  const kept = await run('SELECT id, author FROM comments WHERE repository = ?', repository);
  if (kept.some((row) => row['id'] === id)) {
    return 'known';
  }
  if (
    kept.length >= MOST_OF_REPOSITORY ||
    kept.filter((row) => row['author'] === author).length >= MOST_OF_AUTHOR
  ) {
    return 'full';
  }
  const { url, number, title, body, createdAt } = comment;
  await run(
    `INSERT INTO comments (repository, id, url, number, title, author, body, created_at, kept_at, attempts, not_before)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    repository,
    id,
    url,
    number,
    title,
    author,
    body,
    createdAt,
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

const commentRow = z.object({
  repository: z.string(),
  id: z.string(),
  url: z.string(),
  number: z.number(),
  title: z.string(),
  author: z.string(),
  body: z.string(),
  created_at: z.string(),
  kept_at: z.string(),
  attempts: z.number(),
  reply: z.string().nullable(),
  reaction: z.enum(['rocket', 'confused']).nullable(),
});
