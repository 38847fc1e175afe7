import { createSecretScanner } from '../../../src/io/secrets.ts';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { dispatchKept } from '../../../src/stages/control/dispatch.ts';
import type { IntakeContext, Target } from '../../../src/stages/intake/context.ts';
import { handOn } from '../../../src/stages/intake/hand-on.ts';
import { type IntakeAnswer, takePatch } from '../../../src/stages/intake/intake.ts';
import type { Store } from '../../../src/stages/intake/store.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import type { Through } from './mortal.ts';
import { type Scene, SENDER } from './scene.ts';
import { expectKinds, payload, type Story, write } from './stories.ts';

/** The server takes a patch, and hands it on; what it acknowledged must arrive without being sent again. */
export const FRONT_DOOR: readonly Story[] = [
  frontDoor('of a new patch', { delivered: payload('new') }),
  frontDoor('of a revision', {
    before: (scene) => scene.deliver(payload('new')),
    delivered: payload('new', {}, write('b.txt')),
  }),
  frontDoor('of a patch that is too large for a dispatch', {
    delivered: payload('new', {}, [{ kind: 'write', path: 'long.txt', content: 'a line\n'.repeat(10_000) }]),
  }),
];

function frontDoor(
  name: string,
  { before, delivered }: { readonly before?: (scene: Scene) => Promise<unknown>; readonly delivered: object },
): Story {
  return {
    name: `the front door, ${name}`,
    before: async (scene) => {
      await before?.(scene);
      const store = await openSqliteStore(':memory:');
      let answer: IntakeAnswer | undefined;
      return {
        work: async (within, through) => {
          const door = openDoor(scene, { store, within, through });
          answer = await take(door, scene, delivered);
          await handOn(door);
        },
        died: () => {},
        again: async () => {
          const door = openDoor(scene, { store, within: scene.context, through: (_, port) => port });
          await drain(door, scene);
          const kept = answer?.kind === 'accepted' ? await expectDelivered(scene) : [];
          // Whoever got no answer sends it once more.
          await take(door, scene, delivered);
          await drain(door, scene);
          await store.close();
          return [...kept, ...(await expectDelivered(scene))];
        },
      };
    },
  };
}

function openDoor(
  { repository, context }: Scene,
  {
    store,
    within,
    through,
  }: { readonly store: Store; readonly within: WatchContext; readonly through: Through },
): IntakeContext {
  const target: Target = {
    login: SENDER,
    context: {
      ...within,
      forge: null,
      chat: null,
      secrets: createSecretScanner(),
      run: { id: 0, attempt: 0, url: '' },
    },
    control: within,
    dispatch: async (patch) => {
      await dispatchKept(within, patch);
      return { ok: true };
    },
  };
  return {
    store: {
      ...store,
      deliveries: through('deliveries', store.deliveries),
      outbox: through('outbox', store.outbox),
    },
    clock: context.clock,
    target: async (name) => (name === repository ? target : null),
  };
}

async function take(door: IntakeContext, { repository }: Scene, delivered: object): Promise<IntakeAnswer> {
  const token = {
    id: 'token',
    sender: SENDER,
    hash: '',
    repositories: [repository],
    perMinute: 60,
    perDay: 1_000,
    createdAt: door.clock.now().toISOString(),
  };
  const { signal } = new AbortController();
  return await takePatch(door, { token, repository, payload: delivered, dryRun: false, signal });
}

/** Time passes until everything that was accepted has been handed on, and its runs have ended. */
async function drain(door: IntakeContext, scene: Scene): Promise<void> {
  scene.pass(OUTBOX_LEASE_HOURS);
  while ((await handOn(door)) !== 'none') {
    scene.pass(OUTBOX_LEASE_HOURS);
  }
  await scene.runSent();
}

/** A little more than a claim on an entry lasts, and than the longest pause between two tries. */
const OUTBOX_LEASE_HOURS = 0.1;

async function expectDelivered(scene: Scene): Promise<readonly string[]> {
  return await expectKinds(scene, { new: 'opened or updated' });
}
