import { createHmac } from 'node:crypto';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { REPOSITORY, WEBHOOK_SECRET } from './world.ts';

/** A comment as GitHub tells of it. */
export type Told = {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  readonly body: string;
  /** One where absent. */
  readonly minutesAgo?: number;
};

/** What GitHub sends about a new comment. */
export function commentPayload({ id, issue, author, body, minutesAgo = 1 }: Told) {
  return {
    action: 'created',
    repository: { full_name: REPOSITORY },
    issue: { number: issue, title: 'Add a note' },
    comment: {
      id,
      html_url: `https://github.com/${REPOSITORY}/issues/${issue}#issuecomment-${id}`,
      body,
      created_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
      user: { login: author },
    },
  };
}

/** Sends it to the server at this address, under a name of its own each time, and gives the status of the answer. */
export async function sendComment(at: string, told: Told): Promise<number> {
  const payload = JSON.stringify(commentPayload(told));
  const answer = await fetch(`${at}${WEBHOOK_PATH}`, {
    method: 'POST',
    body: payload,
    headers: {
      // A connection that was kept might be one of the server before a restart.
      connection: 'close',
      'content-type': 'application/json',
      'x-github-event': 'issue_comment',
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(payload).digest('hex')}`,
    },
  });
  return answer.status;
}
