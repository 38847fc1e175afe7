import { applyEffect, pathsOfEffect } from '../../apply/generated/apply-effect.ts';
import type { Effect } from '../../apply/generated/effect.ts';
import type { FileChange } from '../../apply/tree.ts';
import { cappedRefusals } from '../../patch/capped.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { type Config, parseConfig } from '../../policy/config.ts';
import type { Earlier } from '../../policy/judge.ts';
import type { Outcome, TestReport } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import type { Handover } from '../handover.ts';
import { judgePlaced } from '../judge-placed.ts';
import type { BaseState, Oid, Snapshot } from '../ports.ts';
import { sourceEntries } from '../source-entries.ts';
import { type SecretName, secretNameRefusals } from './effect-secrets.ts';

/** What named commands made of the patch's commit, as it may be committed after it. */
export type ProposedEffect = {
  readonly commands: readonly string[];
  /** The patch's own commit. */
  readonly base: BaseState;
  /** None: the commands changed nothing. */
  readonly changes: readonly FileChange[];
  /** The tree on which the tests ran, as the test job says. */
  readonly tree: Oid;
  readonly config: Config;
  /** Why the policy wants somebody's approval. */
  readonly reviews: readonly string[];
};

export type JudgedEffect =
  | { readonly ok: true; readonly effect: ProposedEffect }
  | { readonly ok: false; readonly outcome: Outcome };

/** Files whose content judging needs; none where the effect is refused for its paths alone. */
export function effectPaths(effect: Effect | null): readonly string[] {
  const paths = effect === null ? null : pathsOfEffect(effect);
  return paths?.ok === true ? paths.paths : [];
}

/**
 * Judges what the test job says that the commands made, by the policy and the limits that patches are judged by.
 * It comes from untrusted code: what does not fit the commit to the byte is no effect of it.
 */
export function judgeEffect(input: {
  readonly snapshot: Snapshot;
  readonly record: PatchRecord;
  readonly handover: Handover;
  readonly report: TestReport;
  /** null: it can't be read. */
  readonly effect: Effect | null;
  readonly secretNames: readonly SecretName[];
}): JudgedEffect {
  const { snapshot, record, handover, report, effect, secretNames } = input;
  const commands = (handover.generation?.commands ?? []).map(({ name }) => name);
  if (effect === null) {
    return crash(
      'the test job does not say what the commands made of the files, or not so that it can be read',
    );
  }
  const { base } = snapshot;
  if (base?.sha !== handover.head) {
    return { ok: false, outcome: { kind: 'conflict', reason: 'branch_edited', paths: [] } };
  }
  const parsed = parseConfig(snapshot.config);
  if (!parsed.ok) {
    return { ok: false, outcome: { kind: 'refused', refusals: parsed.refusals } };
  }
  const { config } = parsed;
  // Before anything else is said of its files, for that would repeat their names.
  const inNames = secretNameRefusals(secretNames, { base, config });
  if (inNames.length > 0) {
    return refuse(commands, inNames);
  }
  const applied = applyEffect(effect, { files: sourceEntries(base), earlier: namesOf(record) });
  if (!applied.ok) {
    return refuse(commands, applied.refusals);
  }
  const { changes } = applied;
  const { refusals, reviews } = judgePlaced(config.policy, {
    changes,
    base,
    earlier: earlierOf(record, handover),
  });
  if (refusals.length > 0) {
    return refuse(commands, refusals);
  }
  if (report.tree === undefined || (changes.length === 0 && report.tree !== base.tree)) {
    return crash(OTHER_TREE);
  }
  return { ok: true, effect: { commands, base, changes, tree: report.tree, config, reviews } };
}

/** The reason where tests ran on something else than what would be published. */
export const OTHER_TREE =
  'the tests did not run on the files that the test job says the commands made; run the workflow again';

/** A refusal as one of what commands made, for the patch itself may be as it should be. */
export function ofCommands(commands: readonly string[], refusals: readonly Refusal[]): Outcome {
  const names = [...new Set(commands)].join(', ');
  const spoken = refusals.map((refusal) => ({
    ...refusal,
    message: `${refusal.message} (This is about what the named commands made of the patch: ${names}.)`,
  }));
  return { kind: 'refused', refusals: cappedRefusals(spoken) };
}

function refuse(commands: readonly string[], refusals: readonly Refusal[]): JudgedEffect {
  return { ok: false, outcome: ofCommands(commands, refusals) };
}

function crash(reason: string): JudgedEffect {
  return { ok: false, outcome: { kind: 'crashed', stage: 'test', reason } };
}

/** Both ends of a move are named. */
function namesOf({ plan }: PatchRecord): readonly string[] {
  const changes = plan?.changes ?? [];
  return changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
}

/** Limits are about the whole proposal. */
function earlierOf({ plan }: PatchRecord, { generation }: Handover): Earlier {
  const changes = plan?.changes ?? [];
  return {
    paths: changes.map(({ path }) => path),
    changedLines: changes.reduce(
      (sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0),
      generation?.unshownLines ?? 0,
    ),
  };
}
