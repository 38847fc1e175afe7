import * as z from 'zod';
import type { ServerFacts, SlackFacts } from './facts.ts';

/** Asks Slack whose token this is, and reads its scopes off the answer's header. */
export async function askSlack(
  slack: { readonly token: string; readonly apiUrl: string } | null,
): Promise<SlackFacts> {
  if (slack === null) {
    return { kind: 'not_asked' };
  }
  try {
    const response = await fetch(new URL('auth.test', withSlash(slack.apiUrl)), {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.token}` },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const answer = z.object({ ok: z.boolean(), error: z.string().optional() }).parse(await response.json());
    return answer.ok
      ? { kind: 'known', scopes: response.headers.get('x-oauth-scopes')?.split(/[\s,]+/) ?? null }
      : { kind: 'failed', why: `it says ${answer.error ?? 'nothing more'}.` };
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) };
  }
}

/** Asks the App's server whether it takes patches now. */
export async function askServer(address: string | null): Promise<ServerFacts> {
  if (address === null) {
    return { kind: 'not_asked' };
  }
  try {
    const response = await fetch(new URL('ready', withSlash(address)), {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return response.ok
      ? { kind: 'ready' }
      : { kind: 'failed', why: `${address}/ready answers ${response.status}.` };
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) };
  }
}

/** Whoever has not answered by then will not take a patch either. */
const ANSWER_MS = 10_000;

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

/** fetch says what went wrong in the cause of its error; some causes have a code and no words. */
function whyOf(error: unknown): string {
  const { message = '', code = 'nothing is known of it', cause } = failureSchema.parse(error);
  return `there is no answer (${cause?.message || cause?.code || message || code}).`;
}

const spoken = z.looseObject({
  message: z.string().optional(),
  code: z.string().optional().catch(undefined),
});
const failureSchema = spoken.extend({ cause: spoken.optional().catch(undefined) });
