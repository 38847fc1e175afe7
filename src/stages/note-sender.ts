import { parseControl } from '../control/control.ts';
import { isStoppedByName } from '../control/switches.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../record/record.ts';
import { MAX_ROUNDS, type StageContext } from './context.ts';
import type { Snapshot } from './ports.ts';
import { type Handing, whoSent } from './senders.ts';
import { readPrevious } from './standing.ts';
import { nextStep } from './transactions.ts';
import { messageFor } from './view.ts';

/**
 * Puts who sends the very patch that stands on record on that too: their delivery is a duplicate, and else nobody would
 * know that it is theirs. `own` is the record that it would have. Nothing is noted of what is merged, which nobody approves
 * or stops any more, nor who is stopped by name: they must not have what another one has sent stopped with them.
 * `moved`: somebody else moved the record first, so that everything is to be read and decided anew.
 */
export async function noteSender(
  { context, snapshot }: Noting,
  own: Own,
  /** Names of others count from an account of a program alone: a person could keep all others from approving by them. */
  isMeant: (name: string) => boolean,
): Promise<'done' | 'moved'> {
  const { id, digest, alsoSentBy = [] } = own;
  const from = snapshot.refs.get(recordRef(id)) ?? null;
  const standing = readPrevious(snapshot, id);
  if (from === null || standing === null || standing === 'unreadable' || standing.digest !== digest) {
    return 'done';
  }
  const { outcome, alsoSentBy: known = [] } = standing;
  const { switches = [] } = parseControl(snapshot.refs.get(CONTROL_REF)?.message ?? '') ?? {};
  const now = context.clock.now();
  const names = alsoSentBy.filter(
    (name) => known.includes(name) || (isMeant(name) && !isStoppedByName(switches, name, now)),
  );
  if (names.length <= known.length || outcome?.kind === 'merged' || outcome?.kind === 'reverted') {
    return 'done';
  }
  const record: PatchRecord = { ...standing, alsoSentBy: names };
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
    const snapshot = await context.repository.read({ refs: [recordRef(id), CONTROL_REF] });
    const standing = readPrevious(snapshot, id);
    const known = standing === 'unreadable' ? null : standing;
    const own = { id, digest, ...whoSent(known, handing, { fromRecord: false }) };
    if ((await noteSender({ context, snapshot }, own, () => true)) === 'done') {
      return;
    }
  }
  throw new Error(
    `${recordRef(id)} was moved by others ${MAX_ROUNDS} times in a row; write the comment again`,
  );
}

type Noting = {
  readonly context: Pick<StageContext, 'site' | 'repository' | 'clock'>;
  readonly snapshot: Pick<Snapshot, 'refs'>;
};

type Own = Pick<PatchRecord, 'id' | 'digest' | 'alsoSentBy'>;
