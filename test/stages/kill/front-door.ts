import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import type { IntakeContext } from '../../../src/stages/intake/context.ts';
import { handOn } from '../../../src/stages/intake/hand-on.ts';
import { type IntakeAnswer, takePatch } from '../../../src/stages/intake/intake.ts';
import { type Scene, SENDER } from './scene.ts';
import { openPlace, wellProcess } from './server/place.ts';
import { expectKinds, payload, type Story, write } from './story.ts';

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
          const door = openPlace(scene, { store, within, through }).context;
          answer = await take(door, scene, delivered);
          await handOn(door);
        },
        died: () => {},
        again: async () => {
          const door = openPlace(scene, wellProcess(scene, store)).context;
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
