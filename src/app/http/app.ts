import type { Hono } from 'hono';
import { addMcp } from '../mcp/endpoint.ts';
import { addMetrics } from '../metrics/endpoint.ts';
import { answerHead } from './answer-head.ts';
import { addApi } from './api.ts';
import { authenticate } from './authenticate.ts';
import { createBodies } from './bodies.ts';
import { dispatchOpenApiDocument } from './dispatch-openapi.ts';
import { refuseWhileDraining } from './draining.ts';
import { createFrame } from './frame.ts';
import { openApiDocument } from './openapi.ts';
import type { Parts, Variables } from './parts.ts';
import { takeQuery } from './query-names.ts';
import { streamEvents } from './streaming.ts';
import { createWaiters } from './waiters.ts';

/** All addresses but the one for GitHub's webhooks. What is not here is answered with 404. */
export function createHttpApp(parts: Parts): Hono<Variables> {
  const app = createFrame(parts);
  const waiters = createWaiters();
  const bodies = createBodies();
  const { version, commit } = parts;
  const build = { version, commit };
  const document = openApiDocument(parts);
  const dispatchDocument = dispatchOpenApiDocument(parts);
  app.get('/health', (context) => context.json({ status: 'ok', ...build }));
  app.get('/ready', async (context) => {
    const report = await parts.readiness.report();
    return context.json({ ...report, ...build }, report.ready ? 200 : 503);
  });
  app.get('/openapi.json', (context) => context.json(document));
  app.get('/openapi-dispatch.json', (context) => context.json(dispatchDocument));
  addApi(app, parts, waiters, bodies);
  addMcp(app, parts, bodies);
  addMetrics(app, parts.context, parts.metricsDoor);
  for (const path of ['/api/events', '/events']) {
    app.get(
      path,
      refuseWhileDraining(parts),
      authenticate(parts),
      takeQuery('repository'),
      answerHead,
      (context) => streamEvents(context, parts, waiters),
    );
  }
  app.route('/', parts.slack);
  app.route('/', parts.dashboard.routes);
  return app;
}
