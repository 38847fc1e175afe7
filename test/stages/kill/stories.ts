import { APPROVAL_LABEL } from '../../../src/record/approval.ts';
import type { ApplyReport } from '../../../src/stages/apply.ts';
import { canaryId } from '../../../src/stages/watch/canary.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';
import type { Through } from './mortal.ts';
import type { Scene } from './scene.ts';

/** Something that a process does, and what stands before it. */
export type Story = {
  readonly name: string;
  readonly config?: string;
  /** Other stories have what it asks for, and the way in which it does: only who takes every fault takes it too. */
  readonly seldom?: true;
  /** Sets the scene. */
  readonly before: (scene: Scene) => Promise<Deed>;
};

export type Deed = {
  /** What the process does that is killed. */
  readonly work: (within: WatchContext, through: Through) => Promise<unknown>;
  /** The next jobs of its run, where it came to its end. */
  readonly goOn?: () => Promise<unknown>;
  /** What becomes of the world when the process is dead; its run fails where absent. */
  readonly died?: () => void;
  /** One pass is not to be the last. */
  readonly moreToCome?: true;
  /** What is wrong with what people were told, and with what is shown to them, right when the process has ended. */
  readonly told?: () => Promise<readonly string[]>;
  /** Asks for the same once more, and gives what is wrong then. */
  readonly again?: () => Promise<readonly string[]>;
};

/** A little more than the watch waits before it starts a run again that left no word. */
const SILENCE_HOURS = 0.2;

/** What makes the watch look at everything. */
export const SCHEDULE = { event: 'schedule' };

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };
export const APPROVAL = 'approval: required\ntest:\n  command: npm test\n';
const CANARY = 'watch:\n  canary:\n    path: canary.txt\ntest:\n  command: npm test\n';

export function payload(id: string, more: object = {}, changes: readonly object[] = [EDIT]): object {
  return { id, patch: { version: 1, title: `Change ${id}`, changes, ...more } };
}

export const write = (path: string) => [{ kind: 'write', path, content: `${path}\n` }];

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

async function deliverAndMerge(scene: Scene, id: string): Promise<void> {
  await scene.deliver(payload(id));
  await scene.person('ada').merge(1);
  await scene.watch(SCHEDULE);
}

async function claimed(scene: Scene, id: string): Promise<void> {
  while ((await scene.record(id)).state !== 'publishing') {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function expectKinds(
  scene: Scene,
  wanted: { readonly [id: string]: string },
): Promise<readonly string[]> {
  const seen = Object.entries(wanted).map(async ([id, kind]) => {
    const record = await scene.record(id).catch(() => null);
    const found = record?.outcome?.kind ?? record?.state ?? 'absent';
    return kind.split(' or ').includes(found) ? [] : [`${id} is ${found}, not ${kind}`];
  });
  return (await Promise.all(seen)).flat();
}
