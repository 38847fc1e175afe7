import { type PatchRecord, recordRef } from '../record/record.ts';
import { MAX_ROUNDS, type StageContext } from './context.ts';
import type { Snapshot } from './ports.ts';
import { type Handing, whoSent } from './senders.ts';
import { readPrevious } from './standing.ts';
import { nextStep } from './transactions.ts';
import { messageFor } from './view.ts';

/**
 * Puts who sends the very patch that stands on record on that too: their delivery is a duplicate, and else nobody would
 * know that it is theirs. `own` is the record that it would have. Nothing is noted of what is merged, which nobody approves
 * or stops any more. `moved`: somebody else moved the record first, so that everything is to be read and decided anew.
 */
export async function noteSender({ context, snapshot }: Noting, own: Own): Promise<'done' | 'moved'> {
  const { id, digest, alsoSentBy = [] } = own;
  const from = snapshot.refs.get(recordRef(id)) ?? null;
  const standing = readPrevious(snapshot, id);
  if (from === null || standing === null || standing === 'unreadable' || standing.digest !== digest) {
    return 'done';
  }
  const { outcome, alsoSentBy: known = [] } = standing;
  if (alsoSentBy.length <= known.length || outcome?.kind === 'merged' || outcome?.kind === 'reverted') {
    return 'done';
  }
  const record: PatchRecord = { ...standing, alsoSentBy };
  const { ok } = await context.repository.write(
    nextStep({ from, record, recordMessage: messageFor(context.site, null) }),
  );
  return ok ? 'done' : 'moved';
}

/** The same of one that was not even sent, because it stands there already. Throws where its record never stands still. */
export async function noteWriter(
  context: Noting['context'],
  { id, digest }: Pick<PatchRecord, 'id' | 'digest'>,
  handing: Handing,
): Promise<void> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const snapshot = await context.repository.read({ refs: [recordRef(id)] });
    const standing = readPrevious(snapshot, id);
    const known = standing === 'unreadable' ? null : standing;
    const own = { id, digest, ...whoSent(known, handing, { fromRecord: false }) };
    if ((await noteSender({ context, snapshot }, own)) === 'done') {
      return;
    }
  }
  throw new Error(
    `${recordRef(id)} was moved by others ${MAX_ROUNDS} times in a row; write the comment again`,
  );
}

type Noting = {
  readonly context: Pick<StageContext, 'site' | 'repository'>;
  readonly snapshot: Pick<Snapshot, 'refs'>;
};

type Own = Pick<PatchRecord, 'id' | 'digest' | 'alsoSentBy'>;
