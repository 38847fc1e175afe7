import type { CheckVerdict, CiCheck, CiReport, PatchRecord } from '../../record/record.ts';
import type { CheckState } from '../control/ports.ts';

/** What the record should say of these checks; null: it says so already, or there is nothing to say. */
export function changedChecks(
  record: PatchRecord,
  checks: readonly CheckState[],
  now: Date,
): CiReport | null {
  const { head, ci } = record;
  if (head === undefined || (checks.length === 0 && ci === undefined)) {
    return null;
  }
  const next = { sha: head, state: worst(checks), checks: sortChecks(checks).slice(0, MAX_CHECKS) };
  const same = ci !== undefined && describe(ci) === describe(next);
  return same ? null : { ...next, at: now.toISOString() };
}

/** As many as a record keeps; the others count for the verdict all the same. */
const MAX_CHECKS = 20;

/** From the one that decides to the one that does not matter. */
const BY_WEIGHT: readonly CheckVerdict[] = ['failure', 'pending', 'success', 'neutral'];

/** One that failed decides, however many still run. */
function worst(checks: readonly CheckState[]): CheckVerdict {
  return BY_WEIGHT.find((verdict) => checks.some(({ state }) => state === verdict)) ?? 'neutral';
}

function sortChecks(checks: readonly CheckState[]): readonly CiCheck[] {
  return checks
    .map(({ name, state, url }) => ({ name, state, url }))
    .toSorted(
      (one, other) =>
        BY_WEIGHT.indexOf(one.state) - BY_WEIGHT.indexOf(other.state) || (one.name < other.name ? -1 : 1),
    );
}

function describe({ sha, state, checks }: Omit<CiReport, 'at'>): string {
  return JSON.stringify([sha, state, checks.map((check) => [check.name, check.state])]);
}
