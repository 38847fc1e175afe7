import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';
import { readStatus } from './asking.ts';
import { authenticate } from './authenticate.ts';
import { commandAnything, commandPatch, PATCH_COMMANDS } from './commanding.ts';
import { refuseWhileDraining } from './draining.ts';
import { listPatches } from './listing.ts';
import type { ApiParts, Variables } from './parts.ts';
import { RequestProblem } from './problem.ts';
import { receivePatch } from './receiving.ts';
import type { Waiters } from './waiters.ts';

/** The addresses for programs: send a patch, ask for it, list them, and command. */
export function addApi(app: Hono<Variables>, parts: ApiParts, waiters: Waiters): void {
  app.use('/api/*', refuseWhileDraining(parts));
  for (const path of ['/api/patches', ...OLDER_ADDRESSES]) {
    app.post(path, refuseWhileDraining(parts), authenticate(parts), limitBody, (context) =>
      receivePatch(context, parts),
    );
  }
  app.get('/api/patches', authenticate(parts), (context) => listPatches(context, parts));
  app.get('/api/patches/:id', authenticate(parts), (context) => readStatus(context, parts, waiters));
  for (const verb of PATCH_COMMANDS) {
    app.post(`/api/patches/:id/${verb}`, authenticate(parts), limitCommand, (context) =>
      commandPatch(context, parts, verb),
    );
  }
  app.post('/api/control', authenticate(parts), limitCommand, (context) => commandAnything(context, parts));
}

/** Where GPTs that were set up for other servers send their patches. */
const OLDER_ADDRESSES = ['/webhook', '/patch'];

const limitBody = limitTo(MAX_PATCH_TEXT_BYTES, 'split the patch into several ones');

/** Bytes of a command with its reason. */
const MAX_COMMAND_BYTES = 16_384;
const limitCommand = limitTo(MAX_COMMAND_BYTES, 'send a shorter reason');

function limitTo(maxSize: number, remedy: string) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new RequestProblem({
        status: 413,
        code: 'too_large',
        detail: `The body has more than ${maxSize} bytes; ${remedy}.`,
      });
    },
  });
}
