import type { Context } from 'hono';

/** Answers `HEAD` before a stream is begun for it, which nobody would read and so nobody would ever end. */
export async function answerHead(context: Context, next: () => Promise<void>): Promise<Response | undefined> {
  if (context.req.method === 'HEAD') {
    return context.body(null, OK, { 'content-type': 'text/event-stream' });
  }
  await next();
  return undefined;
}

const OK = 200;
