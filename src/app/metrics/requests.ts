import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as z from 'zod';
import type { Asked, Metrics } from './metrics.ts';

/** The roots of what is asked. `slack`: absent where it is not set up. */
export type Roots = { readonly github: string; readonly slack?: string };

/**
 * Counts every request of this process to GitHub and Slack, whichever client sends it: Node announces them all. The
 * status is that of HTTP; Slack refuses with 200 too. Returns what ends the counting.
 */
export function countRequests(roots: Roots, metrics: Pick<Metrics, 'asked'>): () => void {
  const count = (message: unknown, status: number): void => {
    const request = requestSchema.safeParse(message).data?.request;
    if (request === undefined) {
      return;
    }
    const url = `${request.origin}${request.path}`;
    const asked = whoIsAsked(url, roots);
    if (asked !== null) {
      metrics.asked(asked, asked === 'github' ? apiOf(url) : methodOf(url), status);
    }
  };
  const answered = (message: unknown) =>
    count(message, responseSchema.safeParse(message).data?.response.statusCode ?? 0);
  const failed = (message: unknown) => count(message, 0);
  subscribe('undici:request:headers', answered);
  subscribe('undici:request:error', failed);
  return () => {
    unsubscribe('undici:request:headers', answered);
    unsubscribe('undici:request:error', failed);
  };
}

const requestSchema = z.object({
  request: z.object({ origin: z.string(), path: z.string() }),
});
const responseSchema = z.object({ response: z.object({ statusCode: z.number() }) });

function whoIsAsked(url: string, { github, slack }: Roots): Asked | null {
  if (url.startsWith(`${github}/`) || url.startsWith(graphqlOf(github))) {
    return 'github';
  }
  return slack !== undefined && url.startsWith(slack) ? 'slack' : null;
}

/** An Enterprise server has GraphQL beside REST, not below it. */
function graphqlOf(github: string): string {
  return `${github.replace(/\/v3$/, '')}/graphql`;
}

function apiOf(url: string): string {
  return new URL(url).pathname.endsWith('/graphql') ? 'graphql' : 'rest';
}

function methodOf(url: string): string {
  const method = new URL(url).pathname.split('/').at(-1) ?? '';
  return SLACK_METHODS.has(method) ? method : 'other';
}

/** Those that are used; a label must have few values. */
const SLACK_METHODS: ReadonlySet<string> = new Set([
  'chat.postMessage',
  'chat.update',
  'conversations.history',
  'assistant.threads.setSuggestedPrompts',
]);
