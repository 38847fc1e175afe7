import { canaryId } from '../../../src/stages/watch/canary.ts';
import type { Scene } from './scene.ts';
import { APPROVAL, deliverAndMerge, expectKinds, payload, SCHEDULE, type Story, write } from './story.ts';

const CANARY = 'watch:\n  canary:\n    path: canary.txt\ntest:\n  command: npm test\n';

/** What the watch puts right. The pass after the one that dies waits until nobody can be at work any more. */
export const PASSES: readonly Story[] = [
  pass('a run that was cancelled', {
    before: async (scene) => {
      await scene.apply(payload('new'));
      scene.endAll('cancelled');
    },
    goal: (scene) => expectKinds(scene, { new: 'canceled' }),
  }),
  pass('a run that failed before its claim', {
    before: async (scene) => {
      await scene.apply(payload('new'));
      scene.endAll('failure');
    },
    goal: (scene) => expectKinds(scene, { new: 'opened' }),
  }),
  pass('a claim whose process died', {
    before: async (scene) => {
      const report = await scene.apply(payload('new'));
      const { forge } = scene.context;
      const dying = {
        ...scene.context,
        forge: { ...forge, openPullRequest: () => new Promise<never>(() => {}) },
      };
      await Promise.race([scene.publish(report, 'passed', dying), claimed(scene, 'new')]);
      scene.endAll('failure');
    },
    goal: (scene) => expectKinds(scene, { new: 'opened' }),
  }),
  pass('a patch of whose run GitHub never heard', {
    before: async (scene) => {
      await scene.apply(payload('new'));
      scene.forgetAll();
      scene.pass(3);
    },
    goal: (scene) => expectKinds(scene, { new: 'opened' }),
  }),
  pass('a merge', {
    before: async (scene) => {
      await scene.deliver(payload('new'));
      await scene.person('ada').merge(1);
    },
    goal: (scene) => expectKinds(scene, { new: 'merged' }),
  }),
  pass('the merge of a revert', {
    before: async (scene) => {
      await deliverAndMerge(scene, 'new');
      await scene.command('rita', 'revert new');
      await scene.runSent();
      await scene.person('ada').merge(2);
    },
    goal: (scene) => expectKinds(scene, { new: 'reverted', 'revert-new': 'merged' }),
  }),
  pass('a patch that takes the place of another', {
    before: async (scene) => {
      await scene.deliver(payload('old'));
      scene.pass(0.01);
      await scene.deliver(payload('new', { supersedes: 'old' }, write('b.txt')));
    },
    goal: (scene) => expectKinds(scene, { old: 'superseded', new: 'opened' }),
  }),
  pass('patches that were held by a pause that ran out', {
    before: async (scene) => {
      await scene.command('ada', 'pause for 1h');
      await scene.deliver(payload('one', {}, write('one.txt')));
      scene.pass(0.01);
      await scene.deliver(payload('two', {}, write('two.txt')));
      scene.pass(2);
    },
    goal: (scene) => expectKinds(scene, { one: 'opened', two: 'opened' }),
  }),
  pass('a message that Slack did not take', {
    before: async (scene) => {
      scene.slack.inject({ kind: 'error', error: 'channel_not_found', times: 2 });
      await scene.deliver(payload('new'));
    },
    goal: (scene) => expectKinds(scene, { new: 'opened' }),
  }),
  pass('a commit that nobody approved', {
    config: APPROVAL,
    before: async (scene) => {
      await scene.deliver(payload('new'));
      await scene.command('rita', 'approve new');
      await scene.person('rita').push('ghost/new', { 'more.txt': 'more\n' });
    },
    goal: async (scene) => {
      const [pull] = (await scene.snapshot()).pullRequests;
      return pull?.draft === true ? [] : ['the pull request is ready'];
    },
  }),
  pass('a canary that is due', {
    config: CANARY,
    before: async () => {},
    // It is on its way then, and closed by the pass that sees it arrive.
    moreToCome: true,
    // One that was about to be sent counts as sent, because two would be worse: then the day goes without.
    goal: (scene) => expectKinds(scene, { [canaryId(scene.time.now, false)]: 'closed or absent' }),
  }),
  pass('a canary that has arrived', {
    config: CANARY,
    before: async (scene) => {
      await scene.watch(SCHEDULE);
      await scene.runSent();
    },
    goal: (scene) => expectKinds(scene, { [canaryId(scene.time.now, false)]: 'closed' }),
  }),
  pass('a switch that is gone', {
    before: async (scene) => {
      await scene.deliver(payload('new'));
      await scene.git('update-ref', '-d', 'refs/ghost/control');
    },
    goal: async (scene) => {
      // An alert about the watch itself, which failed meanwhile, is another one.
      const issues = (await scene.snapshot()).issues.filter(({ title }) => title.includes(SWITCH_GONE));
      const alerts = scene.messages().filter((text) => text.includes(SWITCH_GONE));
      return issues.length === 1 && alerts.length === 1
        ? []
        : [`${issues.length} issues, ${alerts.length} alerts`];
    },
  }),
];

const SWITCH_GONE = 'the control switch is gone';

function pass(
  name: string,
  told: {
    readonly config?: string;
    readonly moreToCome?: true;
    readonly before: (scene: Scene) => Promise<unknown>;
    readonly goal: (scene: Scene) => Promise<readonly string[]>;
  },
): Story {
  const { config, moreToCome, before, goal } = told;
  return {
    name: `the watch, of ${name}`,
    ...(config === undefined ? {} : { config }),
    before: async (scene) => {
      await before(scene);
      return {
        work: (within) => scene.watch(SCHEDULE, within),
        died: () => scene.pass(LEASE_HOURS),
        ...(moreToCome === undefined ? {} : { moreToCome }),
        again: async () => {
          await scene.watch(SCHEDULE);
          await scene.runSent();
          return goal(scene);
        },
      };
    },
  };
}

/** A little more than the watch's lease. */
const LEASE_HOURS = 0.3;

async function claimed(scene: Scene, id: string): Promise<void> {
  while ((await scene.record(id)).state !== 'publishing') {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
