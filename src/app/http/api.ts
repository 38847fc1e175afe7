import type { Hono } from 'hono';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import { readStatus } from './asking.ts';
import { authenticate } from './authenticate.ts';
import { type BodyLimit, createBodies, limitBody } from './bodies.ts';
import { commandAnything, commandPatch, PATCH_COMMANDS } from './commanding.ts';
import { refuseWhileDraining } from './draining.ts';
import { listPatches } from './listing.ts';
import { createLooks } from './looks.ts';
import type { ApiParts, Variables } from './parts.ts';
import { takeQuery } from './query-names.ts';
import { receivePatch } from './receiving.ts';
import { createStops } from './stops.ts';
import type { Waiters } from './waiters.ts';

/** The addresses for programs: send a patch, ask for it, list them, and command. */
export function addApi(
  app: Hono<Variables>,
  parts: ApiParts,
  waiters: Waiters,
  bodies = createBodies(),
): void {
  const looks = createLooks(() => performance.now());
  const commandParts = { ...parts, stops: createStops(() => performance.now()) };
  const limitPatch = limitBody(bodies, PATCH_BODY);
  const limitCommand = limitBody(bodies, COMMAND_BODY);
  app.use('/api/*', refuseWhileDraining(parts));
  for (const path of ['/api/patches', ...OLDER_ADDRESSES]) {
    app.post(
      path,
      refuseWhileDraining(parts),
      authenticate(parts),
      takeQuery('repository', 'dryRun'),
      limitPatch,
      (context) => receivePatch(context, parts),
    );
  }
  const takePage = takeQuery('repository', 'state', 'limit', 'before');
  app.get('/api/patches', authenticate(parts), takePage, (context) => listPatches(context, parts));
  app.get('/api/patches/:id', authenticate(parts), takeQuery('repository', 'wait'), (context) =>
    readStatus(context, parts, { waiters, looks }),
  );
  const takeCommand = takeQuery('repository');
  for (const verb of PATCH_COMMANDS) {
    app.post(`/api/patches/:id/${verb}`, authenticate(parts), takeCommand, limitCommand, (context) =>
      commandPatch(context, commandParts, verb),
    );
  }
  app.post('/api/control', authenticate(parts), takeCommand, limitCommand, (context) =>
    commandAnything(context, commandParts),
  );
}

/** Where GPTs that were set up for other servers send their patches. */
const OLDER_ADDRESSES = ['/webhook', '/patch'];

const ownerOf: BodyLimit['ownerOf'] = (context) => context.get('token').id;

const PATCH_BODY: BodyLimit = {
  maxSize: MAX_PATCH_TEXT_BYTES,
  remedy: 'split the patch into several ones',
  ownerOf,
};

/** Bytes of a command with its reason. */
const MAX_COMMAND_BYTES = 16_384;

const COMMAND_BODY: BodyLimit = { maxSize: MAX_COMMAND_BYTES, remedy: 'send a shorter reason', ownerOf };
