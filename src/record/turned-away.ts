import { briefOutcome, cut } from './fit.ts';
import type { PatchRecord, TurnedAway } from './record.ts';
import { isTurnedAwayWarning, turnedAwayWarning } from './warnings.ts';

/**
 * The record with one more delivery that was turned away beside it, and a warning with that headline; all else stays.
 * null: so many were within the last hour that no more is noted.
 */
export function withTurnedAway(
  record: PatchRecord,
  one: TurnedAway,
  { headline }: { readonly headline: string },
): PatchRecord | null {
  const { turnedAway = [], warnings } = record;
  const recent = turnedAway.filter(({ at }) => Math.abs(Date.parse(one.at) - Date.parse(at)) < HOUR_MS);
  if (recent.length >= MOST_TURNED_AWAY) {
    return null;
  }
  const said = [...warnings.filter(isTurnedAwayWarning), turnedAwayWarning(one.run, headline)];
  return {
    ...record,
    turnedAway: [...turnedAway, brief(one)].slice(-MOST_TURNED_AWAY),
    warnings: [
      ...warnings.filter((warning) => !isTurnedAwayWarning(warning)),
      ...[...new Set(said)].slice(-MOST_TURNED_AWAY),
    ],
  };
}

/**
 * So many are kept, and noted within an hour: whoever sends one misfit after the other makes no record grow by that. It
 * is less than the times that whoever works on the patch looks anew because its record has moved.
 */
export const MOST_TURNED_AWAY = 5;

const HOUR_MS = 3_600_000;

/** Whoever was turned away must be told what and why, and may send the whole patch again to be told the rest. */
function brief({ digest, title, run, at, outcome }: TurnedAway): TurnedAway {
  return { digest, title: cut(title, LONGEST_TITLE), run, at, outcome: briefOutcome(outcome) };
}

const LONGEST_TITLE = 200;

/** What was turned away, as the record that it would have been had no other been there. */
export function recordOfTurnedAway(
  { id, sender }: PatchRecord,
  { digest, title, run, at, outcome }: TurnedAway,
): PatchRecord {
  return {
    version: 1,
    id,
    digest,
    title,
    sender,
    state: 'done',
    receivedAt: at,
    attempt: 1,
    run,
    startedAt: at,
    deadline: at,
    outcome,
    steps: [],
    warnings: [],
  };
}
