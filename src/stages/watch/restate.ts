import type { PatchRecord } from '../../record/record.ts';
import { mergeWarnings } from '../../record/warnings.ts';
import { formatStatus } from '../../report/status.ts';
import type { PatchView } from '../../report/view.ts';
import { whatCameOfHead } from '../control/earlier-step.ts';
import { configOf, type PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import { keepTold } from '../keep-told.ts';
import { STATUS_UNSAID, sayReplaced, sayStatus, spokenOf } from '../say-status.ts';
import { tell } from '../tell.ts';
import { viewFrom } from '../view.ts';
import type { WatchContext } from './context.ts';
import type { Unsaid } from './facts.ts';
import { isSlackWarning } from './said.ts';

/** What became of saying it: `problem` is what was not taken. */
export type Restated = { readonly kind: 'said'; readonly problem?: string } | { readonly kind: 'raced' };

/**
 * Says anew what the record says, where the world was not told or something was learned since. What was learned is
 * written first; where the message stands and what it shows is written when that is known.
 */
export async function restate(
  context: WatchContext,
  state: PatchState,
  wanted: Omit<Unsaid, 'replaced'> & Partial<Unsaid> & { readonly record: PatchRecord },
): Promise<Restated> {
  let { recordCommit } = state;
  const { record } = wanted;
  if (record !== state.record) {
    const written = await writeStep(context, state, { record });
    if (written === 'moved') {
      return { kind: 'raced' };
    }
    recordCommit = { ...recordCommit, ...written };
  }
  const view = viewFrom(context.site, record, state.texts);
  const [said, unset] = await Promise.all([
    wanted.message ? sayInChat(context, state, view) : unchanged(record),
    wanted.status || wanted.replaced === true
      ? setStatus(context, state, { view, own: wanted.status })
      : undefined,
  ]);
  if (said.record !== record) {
    await keepTold(context, { from: recordCommit, record: said.record, texts: state.texts, isNew: true });
  }
  const problem = [said.problem, unset].filter((part) => part !== undefined).join(' ');
  return { kind: 'said', ...(problem === '' ? {} : { problem }) };
}

/** The record as it is to be kept; the same one where nothing is new. */
type Said = { readonly record: PatchRecord; readonly problem?: string };

function unchanged(record: PatchRecord): Said {
  return { record };
}

async function sayInChat(context: WatchContext, state: PatchState, view: PatchView): Promise<Said> {
  const { record } = view;
  const warnings = record.warnings.filter((known) => !isSlackWarning(known));
  // What it says of warnings must be so when it stands there.
  const told = await tell(context, configOf(state.snapshot)?.slack?.channel, {
    ...view,
    record: { ...record, warnings },
  });
  const { warning, slack } = told;
  if (warning !== undefined) {
    const all = mergeWarnings(record.warnings, [warning]);
    const known = all.length === record.warnings.length;
    return { record: known ? record : { ...record, warnings: all }, problem: warning };
  }
  return slack === undefined ? { record } : { record: { ...record, slack, warnings } };
}

/** What waits for a word at the head is told what came of it, and not of what was delivered since and came to nothing. */
async function viewOfHead(context: WatchContext, view: PatchView): Promise<PatchView> {
  const told = await whatCameOfHead(context, view.record);
  return told === null || told === view.record ? view : viewFrom(context.site, told, null);
}

/** With its own, all are set. */
async function setStatus(
  context: WatchContext,
  { pullRequest }: PatchState,
  { view, own }: { readonly view: PatchView; readonly own: boolean },
): Promise<string | undefined> {
  const { forge } = context;
  const { record } = view;
  const sha = spokenOf(record, pullRequest);
  try {
    const told = await viewOfHead(context, view);
    const status = formatStatus(told);
    await (own && sha !== undefined
      ? sayStatus(forge, { sha, record: withGeneratedOf(told.record, record), status })
      : sayReplaced(forge, { ...(sha === undefined ? {} : { sha }), record, status }));
    return undefined;
  } catch (error) {
    return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What was delivered since has no part in what commands made of the commit at the head, nor in the one below that. */
function withGeneratedOf({ generated }: PatchRecord, record: PatchRecord): PatchRecord {
  return generated === undefined ? record : { ...record, generated };
}
