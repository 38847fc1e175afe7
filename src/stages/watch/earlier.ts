import type { PullRequestRef } from '../../record/outcome.ts';
import { proofOf } from '../../record/proof.ts';
import { type PatchRecord, type Proof, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { PatchState } from '../control/patch.ts';
import { writeStep } from '../control/settle.ts';
import type { Oid } from '../ports.ts';
import type { WatchContext } from './context.ts';

/**
 * The record with what is known of its head, and with the name of its pull request. Where only its history can tell, that
 * is read and put on record, so that it is read once; `proof` is null where the history says nothing either. null:
 * somebody else moved the record.
 */
export async function withProof(
  context: WatchContext,
  state: PatchState,
  { number, url }: PullRequestRef,
): Promise<{ readonly state: PatchState; readonly proof: Proof | null } | null> {
  const known = proofOf(state.record);
  const proof = known ?? (await readProof(context, state.record));
  if (proof === known && state.record.pullRequest !== undefined) {
    return { state, proof };
  }
  const record: PatchRecord = {
    ...state.record,
    ...(proof === null ? {} : { proof }),
    pullRequest: { number, url },
  };
  const written = await writeStep(context, state, { record });
  return written === 'moved'
    ? null
    : { state: { ...state, record, recordCommit: { ...state.recordCommit, ...written } }, proof };
}

async function readProof(context: WatchContext, head: PatchRecord): Promise<Proof | null> {
  const [proof = null] = (await readSteps(context, head)).flatMap(({ record }) => proofOf(record) ?? []);
  return proof;
}

/** One step of a record, with the tree that holds its patch. */
export type RecordStep = { readonly record: PatchRecord; readonly tree: Oid };

/** The steps of a record that are about the commit at its head, newest first. */
export async function readSteps(
  { ledger }: Pick<WatchContext, 'ledger'>,
  { id, head }: PatchRecord,
): Promise<readonly RecordStep[]> {
  const history = await ledger.history(recordRef(id), LONGEST_LIFE);
  return history.flatMap(({ message, tree }) => {
    const parsed = parseRecord(message);
    return parsed.ok && parsed.record.head === head ? [{ record: parsed.record, tree }] : [];
  });
}

/** Steps of one record; what happened before that many is not looked for. */
const LONGEST_LIFE = 100;
