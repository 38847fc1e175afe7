import type { PatchRecord } from '../record/record.ts';
import { MAX_ROUNDS, type StageContext } from './context.ts';
import { configOf, readPatchState } from './control/patch.ts';
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
  await keep(context, step);
}

/** The same for whoever has told of what no record says: the message may be that of the record by now. */
export async function tellOfRecord(
  context: StageContext,
  { id, ts }: { readonly id: string; readonly ts: string },
): Promise<void> {
  await keep(context, await tellAnew(context, id, ts));
}

async function keep(context: StageContext, step: ToldStep | null): Promise<void> {
  let next = step;
  for (let round = 0; next !== null && round < MAX_ROUNDS; round += 1) {
    const { from, record, texts }: ToldStep = next;
    const recordMessage = messageFor(context.site, texts);
    const { ok } = await context.repository.write(nextStep({ from, record, recordMessage }));
    next = ok ? null : await tellAnew(context, record.id);
  }
}

/** null: there is nothing to keep, or the message is not the one that was asked for. */
async function tellAnew(context: StageContext, id: string, ts?: string): Promise<ToldStep | null> {
  const state = await readPatchState(context.repository, id);
  if (typeof state === 'string' || state.record.outcome === undefined) {
    return null;
  }
  const { record, recordCommit, texts, snapshot } = state;
  if (ts !== undefined && record.slack?.ts !== ts) {
    return null;
  }
  const view = viewFrom(context.site, record, texts);
  const { slack } = await tell(context, configOf(snapshot)?.slack?.channel, view, record);
  const isKept = slack?.ts === record.slack?.ts && slack?.shown === record.slack?.shown;
  return slack === undefined || isKept ? null : { from: recordCommit, record: { ...record, slack }, texts };
}
