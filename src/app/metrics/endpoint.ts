import { createHash, timingSafeEqual } from 'node:crypto';
import type { Hono } from 'hono';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Variables } from '../http/parts.ts';
import { RequestProblem } from '../http/problem.ts';
import type { MetricsDoor } from './metrics.ts';

/** Adds `GET /metrics`; null: it is off, and says how to switch it on. */
export function addMetrics(
  app: Hono<Variables>,
  { store, clock }: Pick<IntakeContext, 'store' | 'clock'>,
  door: MetricsDoor | null,
): void {
  app.get('/metrics', async (context) => {
    if (door === null) {
      throw new RequestProblem({
        status: 404,
        code: 'unknown_address',
        detail: 'This server shows no metrics; whoever runs it can set METRICS_TOKEN.',
      });
    }
    if (!isSame(context.req.header('authorization') ?? '', `Bearer ${door.token}`)) {
      throw new RequestProblem({
        status: 401,
        code: 'unauthorized',
        detail: 'Metrics need the token of METRICS_TOKEN; send it as "Authorization: Bearer <token>".',
      });
    }
    const { entries, oldest } = await store.outbox.waiting();
    const age = oldest === null ? 0 : (clock.now().getTime() - new Date(oldest).getTime()) / 1000;
    const addresses = await store.callbacks.list();
    const count = (kind: 'waiting' | 'givenUp') => addresses.reduce((sum, address) => sum + address[kind], 0);
    const text = await door.metrics.text(
      { entries, oldestSeconds: Math.max(0, age) },
      { waiting: count('waiting'), givenUp: count('givenUp') },
    );
    return context.body(text, 200, { 'content-type': door.metrics.contentType });
  });
}

/** Takes as long for every wrong token. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
