import * as z from 'zod';
import type { ReadyServer, ServerFacts, SlackFacts } from './facts.ts';

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
    const url = new URL('ready', withSlash(address));
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    const told = readySchema.safeParse(await response.json().catch(() => null));
    if (!told.success) {
      return { kind: 'failed', why: `${url.href} answers ${response.status}, and not as a server of ours.` };
    }
    const { ready, github, store } = told.data;
    if (!ready) {
      const problems = [github, store].flatMap(({ problem }) => problem ?? []);
      return { kind: 'failed', why: problems.join('; ') || `${url.href} answers ${response.status}.` };
    }
    return { kind: 'ready', ...describeServer(told.data, response.headers.get('date')) };
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) };
  }
}

const checkSchema = z.looseObject({ problem: z.string().optional() });

/** Of what /ready answers, what is asked here; an older server does not say all of it. */
const readySchema = z.looseObject({
  ready: z.boolean(),
  github: checkSchema,
  store: checkSchema,
  version: z.string().nullable().catch(null),
  lastWebhookAt: z.string().nullish().catch(undefined),
  secondsSinceWebhook: z.number().nullish().catch(undefined),
  slack: checkSchema.nullish().catch(undefined),
  canary: z.looseObject({ late: z.number() }).nullish().catch(undefined),
});

function describeServer(told: z.output<typeof readySchema>, date: string | null): ReadyServer {
  const now = Date.parse(date ?? '');
  return {
    version: told.version,
    aheadSeconds: Number.isNaN(now) ? null : (now - Date.now()) / 1000,
    webhook: told.lastWebhookAt === null ? 'never' : (told.secondsSinceWebhook ?? null),
    slackSocket: (told.slack ?? null) !== null,
    slackProblem: told.slack?.problem ?? null,
    lateCanaries: told.canary?.late ?? 0,
  };
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
