import { APPROVAL_LABEL } from '../../record/approval.ts';
import type { Outcome, TestReport } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import { formatGeneratedMessage } from '../../report/commit.ts';
import type { Oid } from '../ports.ts';
import type { Work } from '../proposal.ts';
import { branchRef } from '../standing.ts';
import { treeChanges } from '../transactions.ts';
import { summarizeChange } from '../versions.ts';
import { viewFrom } from '../view.ts';
import { findSecretLines } from './effect-secrets.ts';
import { OTHER_TREE, ofCommands, type ProposedEffect } from './judge-effect.ts';

/** A proposal that holds what the commands made, where its branch does not yet. */
export type TakenEffect = {
  readonly work: Work;
  /** About the new head, whose tree is the one that was tested. */
  readonly tests: TestReport;
  /** What the record says of it from the claim on. */
  readonly facts: Partial<Pick<PatchRecord, 'tree' | 'generated' | 'plan' | 'approval'>>;
  /** How the branch moves with the claim; absent: nothing was generated. */
  readonly advance?: { readonly ref: string; readonly before: Oid; readonly after: Oid };
};

/**
 * Makes the commit of what named commands made, and moves nothing: the branch moves with the claim on the record. A
 * commit whose tree is not the one that was tested is not used.
 */
export async function takeEffect(
  work: Work,
  proposal: {
    readonly record: PatchRecord;
    readonly tests: TestReport;
    readonly effect: ProposedEffect;
  },
): Promise<({ readonly ok: true } & TakenEffect) | { readonly ok: false; readonly outcome: Outcome }> {
  const { record, tests, effect } = proposal;
  const { handover } = work;
  const refusals = await findSecretLines(work.context.secrets, effect);
  if (refusals.length > 0) {
    return { ok: false, outcome: ofCommands(effect.commands, refusals) };
  }
  const changes = effect.changes.map((change) => summarizeChange(change, effect.base));
  const generated = { commands: effect.commands, changes, onto: handover.head };
  if (effect.changes.length === 0) {
    return { ok: true, work, tests, facts: { generated } };
  }
  const head = await commit(work, { ...record, generated }, effect);
  if (head === null) {
    return { ok: false, outcome: { kind: 'crashed', stage: 'test', reason: OTHER_TREE, tests } };
  }
  return {
    ok: true,
    work: { ...work, handover: { ...handover, head, ...decoration(work, effect) } },
    tests: { ...tests, sha: head },
    facts: { tree: effect.tree, generated, ...reviewed(work, record, effect) },
    advance: { ref: branchRef(handover.id), before: handover.head, after: head },
  };
}

/** null: its tree is another one than was tested. */
async function commit(work: Work, record: PatchRecord, effect: ProposedEffect): Promise<Oid | null> {
  const { context, handover } = work;
  const { base, changes, tree } = effect;
  const result = await context.repository.write({
    commits: {
      generated: {
        tree: { base: base.tree, changes: changes.flatMap(treeChanges) },
        parents: [handover.head],
        message: () => formatGeneratedMessage(viewFrom(context.site, record, work.patch)),
      },
    },
    refs: [],
  });
  const made = result.ok ? result.commits['generated'] : undefined;
  if (made === undefined) {
    throw new Error('the repository did not say which commit it made of what the commands generated');
  }
  return made.tree === tree ? made.oid : null;
}

/** Labels and reviewers that a review of the effect brings with it. */
function decoration({ handover }: Work, { reviews }: ProposedEffect): Partial<Work['handover']> {
  return reviews.length === 0
    ? {}
    : {
        labels: [...new Set([...handover.labels, APPROVAL_LABEL])],
        reviewers: [...new Set([...handover.reviewers, ...(handover.generation?.reviewers ?? [])])],
      };
}

function reviewed(
  work: Work,
  { plan, approval }: PatchRecord,
  effect: ProposedEffect,
): Partial<Pick<PatchRecord, 'plan' | 'approval'>> {
  const { reviews } = effect;
  if (reviews.length === 0 || plan === undefined) {
    return {};
  }
  const { reviewers = plan.reviewers } = decoration(work, effect);
  return {
    approval: approval ?? { required: true },
    plan: { ...plan, reviewers, reviews: [...new Set([...(plan.reviews ?? []), ...reviews])] },
  };
}
