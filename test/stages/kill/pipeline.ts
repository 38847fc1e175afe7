import type { ApplyReport } from '../../../src/stages/apply.ts';
import type { Scene } from './scene.ts';
import { type Deed, EDIT, expectKinds, payload, SCHEDULE, type Story, write } from './story.ts';

/** The jobs of one patch. */
export const PIPELINE: readonly Story[] = [
  {
    name: 'apply, of a new patch',
    before: async (scene) => ({
      ...applying(scene, payload('new')),
      // Whatever it had come to: nobody sends it again, and it must not be lost.
      again: async () => {
        scene.pass(SILENCE_HOURS);
        await scene.watch(SCHEDULE);
        await scene.runSent();
        return expectKinds(scene, { new: 'opened or crashed' });
      },
    }),
  },
  {
    name: 'apply, of a revision',
    before: async (scene) => {
      await scene.deliver(payload('revised'));
      return applying(scene, payload('revised', {}, write('b.txt')));
    },
  },
  {
    name: 'apply, of a patch that does not fit',
    before: async (scene) => {
      return applying(scene, payload('unfit', {}, [{ ...EDIT, find: 'seven' }]));
    },
  },
  ...(['passed', 'failed', 'none'] as const).map(
    (tests): Story => ({
      name: `publish, after tests with the verdict ${tests}`,
      before: async (scene) => {
        const report = await scene.apply(payload('new'));
        return { work: (within) => scene.publish(report, tests, within) };
      },
    }),
  ),
  {
    name: 'publish, of a revision',
    before: async (scene) => {
      await scene.deliver(payload('revised'));
      const report = await scene.apply(payload('revised', {}, write('b.txt')));
      return { work: (within) => scene.publish(report, 'passed', within) };
    },
  },
  {
    name: 'publish, in a run of which GitHub never heard',
    before: async (scene) => {
      const report = await scene.apply(payload('new'));
      return {
        work: (within) => scene.publish(report, 'passed', within),
        died: () => {
          scene.forgetAll();
          scene.pass(3);
        },
      };
    },
  },
];

/** A little more than the watch waits before it starts a run again that left no word. */
const SILENCE_HOURS = 0.2;

function applying(scene: Scene, delivered: object): Deed {
  let report: ApplyReport | undefined;
  return {
    work: async (within) => {
      report = await scene.apply(delivered, within);
    },
    goOn: async () => {
      if (report?.kind === 'applied') {
        await scene.publish(report);
      }
    },
  };
}
