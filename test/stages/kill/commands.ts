import { APPROVAL_LABEL } from '../../../src/record/approval.ts';
import type { Scene } from './scene.ts';
import { APPROVAL, deliverAndMerge, expectKinds, payload, type Story, write } from './story.ts';

/** The verbs that change something. `goal` gives what is wrong when the command has been done in the end. */
export const COMMANDS: readonly Story[] = [
  command('pause', {
    by: 'ada',
    line: 'pause for a drill',
    before: (scene) => scene.deliver(payload('open')),
    goal: async (scene) => {
      await scene.deliver(payload('late', {}, write('late.txt')));
      return expectKinds(scene, { late: 'held' });
    },
  }),
  command('resume, with patches that are held', {
    by: 'ada',
    line: 'resume',
    before: async (scene) => {
      await scene.command('ada', 'pause');
      await scene.deliver(payload('one', {}, write('one.txt')));
      scene.pass(0.01);
      await scene.deliver(payload('two', {}, write('two.txt')));
    },
    goal: (scene) => expectKinds(scene, { one: 'opened', two: 'opened' }),
  }),
  command('lock', {
    by: 'ada',
    line: 'lock',
    before: (scene) => scene.deliver(payload('open')),
    goal: async (scene) => {
      await scene.deliver(payload('late', {}, write('late.txt')));
      return expectKinds(scene, { late: 'halted' });
    },
  }),
  command('unlock', {
    by: 'bob',
    line: 'unlock',
    before: async (scene) => {
      await scene.command('ada', 'lock');
    },
    goal: async (scene) => {
      await scene.deliver(payload('late', {}, write('late.txt')));
      return expectKinds(scene, { late: 'opened' });
    },
  }),
  ...(['cancel new', 'kill new', 'kill all confirm'] as const).map((line) =>
    command(line, {
      by: 'ada',
      line,
      before: async (scene) => {
        await scene.apply(payload('new'));
      },
      goal: (scene) => expectKinds(scene, { new: 'canceled' }),
    }),
  ),
  command('retry', {
    by: 'rita',
    line: 'retry new',
    before: (scene) => scene.deliver(payload('new'), 'none'),
    // Killed after it had asked for it, and asked once more: then there are two more attempts.
    goal: (scene) => expectKinds(scene, { new: 'opened or updated' }),
  }),
  command('approve', {
    by: 'rita',
    line: 'approve new',
    config: APPROVAL,
    before: (scene) => scene.deliver(payload('new')),
    goal: async (scene) => {
      const [pull] = (await scene.snapshot()).pullRequests;
      const waits = pull?.draft === true || pull?.labels.includes(APPROVAL_LABEL) === true;
      return waits ? ['the pull request still waits for an approval'] : expectKinds(scene, { new: 'opened' });
    },
  }),
  command('reject', {
    by: 'rita',
    line: 'reject new it is not needed',
    before: (scene) => scene.deliver(payload('new')),
    goal: (scene) => expectKinds(scene, { new: 'closed' }),
  }),
  command('revert', {
    by: 'rita',
    line: 'revert new',
    before: (scene) => deliverAndMerge(scene, 'new'),
    goal: (scene) => expectKinds(scene, { new: 'merged', 'revert-new': 'opened' }),
  }),
];

function command(
  name: string,
  told: {
    readonly by: string;
    readonly line: string;
    readonly config?: string;
    readonly before: (scene: Scene) => Promise<unknown>;
    readonly goal: (scene: Scene) => Promise<readonly string[]>;
  },
): Story {
  const { by, line, config, before, goal } = told;
  return {
    name: `the command ${name}`,
    ...(config === undefined ? {} : { config }),
    before: async (scene) => {
      await before(scene);
      return {
        work: (within) => scene.command(by, line, within),
        // The runs of patches go on; it is the run of the command that failed.
        died: () => {},
        again: async () => {
          const { done, sentence } = await scene.command(by, line);
          await scene.runSent();
          const broken = done === 'failed' || done === 'unconfirmed' ? [sentence] : [];
          return [...broken, ...(await goal(scene))];
        },
      };
    },
  };
}
