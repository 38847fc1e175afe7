import type { PatchRecord, SlackRef } from '../record/record.ts';
import { MAX_ROUNDS, type StageContext } from './context.ts';
import { configOf, type PatchState, readPatchState } from './control/patch.ts';
import type { Oid } from './ports.ts';
import { tell } from './tell.ts';
import { nextStep } from './transactions.ts';
import { messageFor, type PatchTexts, viewFrom } from './view.ts';

/** A record that says where its message stands and what that shows, and the step that it follows. */
export type ToldStep = {
  readonly from: { readonly oid: Oid; readonly tree: Oid };
  readonly record: PatchRecord;
  readonly texts: PatchTexts | null;
};

/**
 * Keeps in a patch's record what Slack was told. Where others have moved the record meanwhile, that may stand there
 * instead of what they told, which is newer: then the message is made to show what the record says by now. Whoever works
 * on the patch at that moment tells of it in the end.
 */
export async function keepTold(context: StageContext, step: ToldStep): Promise<void> {
  let next: ToldStep | null = step;
  for (let round = 0; next !== null && round < MAX_ROUNDS; round += 1) {
    const { from, record, texts }: ToldStep = next;
    const recordMessage = messageFor(context.site, texts);
    const { ok } = await context.repository.write(nextStep({ from, record, recordMessage }));
    if (ok) {
      return;
    }
    const state = await readPatchState(context.repository, record.id);
    // Whoever moved it may know of no message yet, and this one is not to be looked for.
    next = await tellAnew(context, state, step.record.slack);
  }
}

/** The same for whoever has told of what no record says, at the place of a message that a record may have by now. */
export async function tellOfRecord(
  context: StageContext,
  { id, ts }: { readonly id: string; readonly ts: string },
): Promise<void> {
  const state = await readPatchState(context.repository, id);
  const isIts = typeof state !== 'string' && state.record.slack?.ts === ts;
  const step = isIts ? await tellAnew(context, state) : null;
  if (step !== null) {
    await keepTold(context, step);
  }
}

/** null: there is nothing to keep. */
async function tellAnew(
  context: StageContext,
  state: PatchState | 'unknown' | 'unreadable',
  known?: SlackRef,
): Promise<ToldStep | null> {
  if (typeof state === 'string' || state.record.outcome === undefined) {
    return null;
  }
  const { record, recordCommit: from, texts, snapshot } = state;
  const place = record.slack ?? known;
  const shown = place === undefined ? record : { ...record, slack: place };
  const view = viewFrom(context.site, shown, texts);
  const { slack } = await tell(context, configOf(snapshot)?.slack?.channel, view, record);
  const isKept = slack?.ts === record.slack?.ts && slack?.shown === record.slack?.shown;
  return slack === undefined || isKept ? null : { from, record: { ...record, slack }, texts };
}
