import { fingerprintMessage, formatSlackMessage } from '../../report/slack.ts';
import type { ControlContext } from '../../stages/control/context.ts';
import { type PatchState, readPatchState } from '../../stages/control/patch.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import { viewFrom } from '../../stages/view.ts';
import { restate } from '../../stages/watch/restate.ts';
import type { Background } from '../background.ts';
import type { Noticed } from '../follow.ts';

/**
 * Has messages follow what becomes of patches after their end: who approves one in a comment takes its button away in
 * Slack too. While a run works on a patch, that run writes the message.
 */
export function createRefresher(given: {
  readonly context: Pick<IntakeContext, 'target'>;
  readonly background: Pick<Background, 'run'>;
}): Noticed {
  const { context, background } = given;
  return (_before, now, { repository, id }) => {
    if (now.state === 'done') {
      background.run(async () => {
        const control = (await context.target(repository))?.control;
        const state = control === undefined ? 'unknown' : await readPatchState(control.repository, id);
        if (control !== undefined && typeof state !== 'string' && (await isOver(control, state))) {
          await restateMessage(control, state);
        }
      });
    }
  };
}

async function isOver({ runs }: ControlContext, { record: { run } }: PatchState): Promise<boolean> {
  return run.id === 0 || (await runs.get(run.id))?.status === 'completed';
}

/** The message shows what holds now, and its buttons are those of now. */
export async function refreshMessage(control: ControlContext, id: string): Promise<void> {
  const state = await readPatchState(control.repository, id);
  if (typeof state !== 'string') {
    await restateMessage(control, state);
  }
}

async function restateMessage(control: ControlContext, state: PatchState): Promise<void> {
  const { record, texts } = state;
  if (record.slack === undefined || record.state !== 'done') {
    return;
  }
  const wanted = fingerprintMessage(formatSlackMessage(viewFrom(control.site, record, texts)));
  if (record.slack.shown !== wanted) {
    await restate({ ...control, history: null }, state, { record, message: true, status: false });
  }
}
