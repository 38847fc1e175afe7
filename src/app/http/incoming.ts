import { IncomingMessage } from 'node:http';
import type { Context } from 'hono';

/** What arrives over a connection; null: the request is one of this process to itself. */
export function incomingOf(context: Context): IncomingMessage | null {
  const env: unknown = context.env;
  const incoming = typeof env === 'object' && env !== null && 'incoming' in env ? env.incoming : null;
  return incoming instanceof IncomingMessage ? incoming : null;
}

/** The connection ended before all of the request was there, so that nobody waits for an answer. */
export function wasCutOff(context: Context): boolean {
  const incoming = incomingOf(context);
  return incoming !== null && incoming.destroyed && !incoming.complete;
}
