import { setTimeout as delay } from 'node:timers/promises';
import type { SlackReply } from '../report/slack-details.ts';

/**
 * Answers whoever wrote a slash command or pressed a button, at the address that came with it; nobody else sees it.
 * Waits where Slack asks for it. Throws where the answer was not taken.
 */
export async function answerSlack(
  answerUrl: string,
  reply: SlackReply,
  { apiUrl }: { readonly apiUrl: string },
): Promise<void> {
  if (!isOfSlack(answerUrl, apiUrl)) {
    throw new Error(
      'the answer was not sent, because the address for it is none of Slack’s; check SLACK_API_URL',
    );
  }
  const body = JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...reply });
  const signal = AbortSignal.timeout(DEADLINE_MS);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await fetch(answerUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal,
    });
    await answer.body?.cancel();
    if (answer.ok) {
      return;
    }
    if (answer.status !== TOO_MANY || attempt === MAX_ATTEMPTS) {
      throw new Error(
        `Slack did not take an answer: HTTP status ${answer.status}; the command itself was done`,
      );
    }
    await delay(secondsToWait(answer.headers.get('retry-after')) * 1000, undefined, { signal });
  }
}

const TOO_MANY = 429;

/** Slack takes five answers to one command, within half an hour. */
const MAX_ATTEMPTS = 4;

/** Milliseconds for all attempts together; nobody looks for an answer that comes later. */
const DEADLINE_MS = 60_000;

/** Seconds, where Slack does not say how many. */
const USUAL_WAIT = 1;

function secondsToWait(told: string | null): number {
  const seconds = Number(told ?? USUAL_WAIT);
  return seconds > 0 ? seconds : USUAL_WAIT;
}

/** Slack signed the request that the address came with; this keeps it from leading elsewhere all the same. */
function isOfSlack(answerUrl: string, apiUrl: string): boolean {
  const [given, own] = [new URL(answerUrl), new URL(apiUrl)];
  return given.origin === own.origin || (given.protocol === 'https:' && given.host === `hooks.${own.host}`);
}
