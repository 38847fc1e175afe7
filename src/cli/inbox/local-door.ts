import { resolve } from 'node:path';
import { inlineOf } from '../../patch/inline.ts';
import { isFinished, isOurs } from '../../record/life.ts';
import { branchName, type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import { describeOutcome } from '../../report/sentence.ts';
import { type ApplyReport, apply } from '../../stages/apply.ts';
import type { ApplyContext } from '../../stages/context.ts';
import type { CommitInfo } from '../../stages/ports.ts';
import { branchRef } from '../../stages/standing.ts';
import { toldInClone } from '../told.ts';
import { ClosedDoor, type Door, type Sent, type WholePatch } from './door.ts';
import type { Sighting } from './patch-step.ts';
import type { Report } from './report.ts';
import { sightRecord } from './sight-record.ts';

/**
 * Applies patches to a local clone, as `ghost-runner apply` does: a branch with one commit, and the record. No test
 * runs, and no working tree changes. `directory` is how people know the clone.
 */
export function createLocalDoor(
  context: ApplyContext,
  { directory, sender }: { readonly directory: string; readonly sender: string },
): Door {
  return {
    name: `the clone at ${resolve(directory)}`,
    // Two at once would only race for git's locks.
    atOnce: 1,
    pollMs: 1_000,
    async check() {
      try {
        await context.repository.read({});
      } catch (cause) {
        throw new ClosedDoor(
          `can't apply to ${directory}: ${wordsOf(cause)}; name a local clone with --repo`,
          { cause },
        );
      }
    },
    async look(patch) {
      const refs = [recordRef(patch.id), branchRef(patch.id)];
      try {
        const found = (await context.repository.read({ refs })).refs;
        return sightLocally(patch, {
          record: found.get(recordRef(patch.id)) ?? undefined,
          branch: found.get(branchRef(patch.id)) ?? undefined,
        });
      } catch (error) {
        return { kind: 'unreachable', why: wordsOf(error) };
      }
    },
    async send(patch): Promise<Sent> {
      const receipt = { before: null };
      try {
        return sentAs(await apply(context, { payload: inlineOf(patch), sender, dryRun: false }));
      } catch (error) {
        return { kind: 'perhaps', why: wordsOf(error), receipt };
      }
    },
  };
}

/** Nobody else works here: what is held or half done waits for another try, and a branch that somebody deleted is made again. */
function sightLocally(
  patch: WholePatch,
  {
    record: commit,
    branch,
  }: { readonly record: CommitInfo | undefined; readonly branch: CommitInfo | undefined },
): Sighting {
  const parsed = commit === undefined ? null : parseRecord(commit.message);
  if (!parsed?.ok || parsed.record.digest !== patch.digest) {
    return { kind: 'nothing' };
  }
  const { record } = parsed;
  if (record.outcome === undefined && branch !== undefined && isOurs(branch, record)) {
    return { kind: 'ended', final: true, report: appliedReport(record, branch.oid) };
  }
  return record.outcome !== undefined && isFinished(record.outcome)
    ? sightRecord(patch, { commit, receipt: null })
    : { kind: 'nothing' };
}

function sentAs(report: ApplyReport): Sent {
  switch (report.kind) {
    case 'applied':
      return { kind: 'ended', report: appliedReport(report.view.record, report.handover.head) };
    case 'ended':
      return endedAs(report);
    case 'previewed':
      throw new Error('a dry run was not asked for');
  }
}

function endedAs({ outcome, view }: Extract<ApplyReport, { kind: 'ended' }>): Sent {
  const { headline, detail, remedy } = describeOutcome(outcome);
  if (outcome.kind === 'held') {
    return { kind: 'not_sent', why: headline, retryAfterMs: PAUSED_MS };
  }
  return {
    kind: 'ended',
    report: {
      outcome: outcome.kind,
      headline,
      detail,
      ...(remedy === undefined ? {} : { remedy }),
      ...(outcome.kind === 'refused' ? { refusals: outcome.refusals } : {}),
      ...toldInClone(view.record),
    },
  };
}

/** Milliseconds until a pause is looked at again; each look leaves a commit in the record. */
const PAUSED_MS = 60_000;

function appliedReport(record: PatchRecord, head: string): Report {
  const { id, plan } = record;
  const changes = plan?.changes ?? [];
  return {
    // The engine says no_change where nothing changed; a success is never made of nothing here either.
    outcome: changes.length > 0 ? 'applied' : 'no_change',
    headline: `Applied on branch ${branchName(id)}`,
    detail: `${changes.length === 1 ? 'One file' : `${changes.length} files`} changed; no tests were run.`,
    branch: branchName(id),
    head,
    ...toldInClone(record),
    look: recordRef(id),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
