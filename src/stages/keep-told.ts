import { type PatchRecord, recordRef, type SlackRef } from '../record/record.ts';
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
  /** false: the step that it follows says so already, so that nothing is to be written. */
  readonly isNew: boolean;
};

/**
 * Keeps in a patch's record what Slack was told. Where others have moved the record meanwhile, that may stand there
 * instead of what they told, which is newer: then the message is made to show what the record says by now.
 */
export async function keepTold(context: StageContext, step: ToldStep): Promise<void> {
  const { id, slack } = step.record;
  if (!(step.isNew ? await write(context, step) : await stands(context, id, step.from.oid))) {
    // Whoever moved it may know of no message yet, and this one is not to be looked for.
    await tellUntilKept(context, await readPatchState(context.repository, id), slack);
  }
}

/** The same for whoever has told of what no record says, at the place of a message that a record may have by now. */
export async function tellOfRecord(
  context: StageContext,
  { id, ts }: { readonly id: string; readonly ts: string },
): Promise<void> {
  const state = await readPatchState(context.repository, id);
  if (typeof state !== 'string' && state.record.slack?.ts === ts) {
    await tellUntilKept(context, state);
  }
}

async function write(
  context: StageContext,
  { from, record, texts }: Omit<ToldStep, 'isNew'>,
): Promise<boolean> {
  const recordMessage = messageFor(context.site, texts);
  return (await context.repository.write(nextStep({ from, record, recordMessage }))).ok;
}

async function tellUntilKept(
  context: StageContext,
  given: PatchState | 'unknown' | 'unreadable',
  known?: SlackRef,
): Promise<void> {
  let state = given;
  for (let round = 0; typeof state !== 'string' && round < MAX_ROUNDS; round += 1) {
    const { record, recordCommit: from, texts } = state;
    const slack = await tellAnew(context, state, known);
    const isNew =
      slack !== undefined && (slack.ts !== record.slack?.ts || slack.shown !== record.slack.shown);
    const isKept = isNew
      ? await write(context, { from, record: { ...record, slack }, texts })
      : await stands(context, record.id, from.oid);
    if (isKept) {
      return;
    }
    state = await readPatchState(context.repository, record.id);
  }
}

/** Gives where the message stands, and what it shows. */
async function tellAnew(
  context: StageContext,
  { record, texts, snapshot }: PatchState,
  known: SlackRef | undefined,
): Promise<SlackRef | undefined> {
  if (record.outcome === undefined) {
    return unsure(record.slack);
  }
  const place = record.slack ?? known;
  const shown = place === undefined ? record : { ...record, slack: place };
  const view = viewFrom(context.site, shown, texts);
  return (await tell(context, configOf(snapshot)?.slack?.channel, view, record)).slack;
}

/**
 * Whoever is at work on the patch tells of it in the end, and may have done so a moment ago: where they find that this has
 * moved their record they do it once more, and where they have died the watch does.
 */
function unsure(known: SlackRef | undefined): SlackRef | undefined {
  return known === undefined ? undefined : { channel: known.channel, ts: known.ts };
}

async function stands({ repository }: StageContext, id: string, oid: Oid): Promise<boolean> {
  const ref = recordRef(id);
  return (await repository.read({ refs: [ref] })).refs.get(ref)?.oid === oid;
}
