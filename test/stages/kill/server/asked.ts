import { parseControl } from '../../../../src/control/control.ts';
import { APPROVAL_LABEL } from '../../../../src/record/approval.ts';
import { CONTROL_REF } from '../../../../src/record/record.ts';
import type { Scene } from '../scene.ts';
import { APPROVAL, expectKinds, payload } from '../story.ts';

/** Something that a person asks for, wherever they do so. */
export type Asked = {
  /** GitHub login. */
  readonly by: 'ada' | 'rita';
  /** null: it is about the repository. */
  readonly patch: string | null;
  readonly config?: string;
  /** Sets the scene. */
  readonly before: (scene: Scene) => Promise<unknown>;
  /** Whether it is so now. */
  readonly holds: (scene: Scene) => Promise<boolean>;
  /** Gives what is wrong when it was asked for until it was done. */
  readonly goal: (scene: Scene) => Promise<readonly string[]>;
};

export const ASKED = {
  reject: {
    by: 'rita',
    patch: 'new',
    before: (scene) => scene.deliver(payload('new')),
    holds: async (scene) => (await pullOf(scene))?.state === 'closed',
    goal: (scene) => expectKinds(scene, { new: 'closed' }),
  },
  approve: {
    by: 'rita',
    patch: 'new',
    config: APPROVAL,
    before: (scene) => scene.deliver(payload('new')),
    holds: isApproved,
    goal: async (scene) =>
      (await isApproved(scene))
        ? await expectKinds(scene, { new: 'opened' })
        : ['the pull request still waits for an approval'],
  },
  retry: {
    by: 'rita',
    patch: 'new',
    before: (scene) => scene.deliver(payload('new'), 'none'),
    holds: async (scene) => (await scene.record('new')).attempt > 1,
    goal: async (scene) => {
      const { attempt } = await scene.record('new');
      const more = attempt > SECOND ? [`it was tried ${attempt} times`] : [];
      return [...more, ...(await expectKinds(scene, { new: 'opened' }))];
    },
  },
  pause: {
    by: 'ada',
    patch: null,
    before: (scene) => scene.deliver(payload('open')),
    holds: isPaused,
    goal: async (scene) => ((await isPaused(scene)) ? [] : ['it is not paused']),
  },
} as const satisfies { readonly [verb: string]: Asked };

const SECOND = 2;

/** Lets runs that were asked for come to their end, and gives what is still not as it was asked for. */
export async function findLeftUndone(scene: Scene, { goal }: Asked): Promise<readonly string[]> {
  await scene.runSent();
  return await goal(scene);
}

async function pullOf(scene: Scene) {
  const [pull] = (await scene.snapshot()).pullRequests;
  return pull;
}

async function isApproved(scene: Scene): Promise<boolean> {
  const pull = await pullOf(scene);
  return pull?.draft === false && !pull.labels.includes(APPROVAL_LABEL);
}

async function isPaused({ git }: Scene): Promise<boolean> {
  const control = parseControl(await git('log', '-1', '--format=%B', CONTROL_REF));
  return (control?.switches.length ?? 0) > 0;
}
