import type { HunkReport } from '../apply/report.ts';
import type { FileChange } from '../apply/tree.ts';
import { isBot } from '../control/authorise.ts';
import { sameLogin } from '../control/switches.ts';
import { CONFIG_PATH, parseConfig } from '../policy/config.ts';
import type { Outcome } from '../record/outcome.ts';
import { PATCH_FILE, type PatchRecord, recordRef } from '../record/record.ts';
import type { Slot } from '../record/slots.ts';
import { mergeWarnings } from '../record/warnings.ts';
import { formatCommitMessage } from '../report/commit.ts';
import { joinDiffs } from '../report/file-diff.ts';
import { formatStatus } from '../report/status.ts';
import type { PatchView } from '../report/view.ts';
import { admit } from './admit.ts';
import { asOnRecord } from './as-on-record.ts';
import { type ApplyContext, MAX_ROUNDS, type StageContext } from './context.ts';
import { type Handover, handoverOf } from './handover.ts';
import { keepTold } from './keep-told.ts';
import { type Attempt, appliedRecord, doneRecord } from './new-record.ts';
import { whyNoPlace } from './no-place.ts';
import { noteSender } from './note-sender.ts';
import { type PatchSnapshot, readPatchSnapshot } from './patch-snapshot.ts';
import type { ApplyPlan, Ending, PlanInput, Writing } from './plan.ts';
import type { Oid, Snapshot, WriteResult } from './ports.ts';
import { receive, underPrefixes } from './receive.ts';
import type { Received } from './received.ts';
import { sayReplaced, sayStatus } from './say-status.ts';
import type { Stopped } from './standing.ts';
import { stopBeside } from './stop-beside.ts';
import { tell } from './tell.ts';
import { branchAndRecord, nextStep, recordOnly } from './transactions.ts';
import { turnAway } from './turn-away.ts';
import { unseenMerge } from './unseen-merge.ts';
import { versions } from './versions.ts';
import { messageFor, type PatchTexts, patchTexts, recordMessage, viewFrom, viewOf } from './view.ts';

/** How the first stage ended. */
export type ApplyReport =
  /** The branch and the record stand; the tests come next. */
  | {
      readonly kind: 'applied';
      readonly view: PatchView;
      readonly handover: Handover;
      readonly test: { readonly command: string; readonly timeoutMinutes: number };
      readonly changes: readonly FileChange[];
      readonly hunks: readonly HunkReport[];
    }
  /** There is nothing to test. */
  | {
      readonly kind: 'ended';
      readonly view: PatchView;
      readonly outcome: Outcome;
      readonly hunks: readonly HunkReport[];
    }
  /** A dry run: what would have been, and nothing was written. `outcome` is absent where the patch fits. */
  | {
      readonly kind: 'previewed';
      readonly view: PatchView;
      readonly outcome?: Outcome;
      /** What a stop would make of it now, whatever it comes to; absent where none is about it, or where that is the outcome. */
      readonly stopped?: Stopped;
      readonly changes: readonly FileChange[];
      readonly hunks: readonly HunkReport[];
    };

export type Delivery = {
  /** `client_payload`, or the same object from a form, a caller or a command line. */
  readonly payload: unknown;
  /** The same where it was read before. */
  readonly received?: Received;
  /** GitHub login of who sent it. */
  readonly sender: string;
  readonly dryRun: boolean;
  /**
   * It is tried before it is sent, so that a stop ends it as it will when it comes. A dry run that is wanted for itself is
   * tried whatever is stopped.
   */
  readonly beforeSending?: boolean;
  /** Whoever calls tries again where another revision's pull request is being made, so that it is not turned away yet. */
  readonly waits?: boolean;
};

/**
 * Applies a delivered patch: reads, decides, and writes branch and record in one step.
 * When another delivery wins the race for a ref, everything is read and decided anew.
 */
export async function apply(context: ApplyContext, delivery: Delivery): Promise<ApplyReport> {
  const startedAt = context.clock.now();
  let delivered = delivery.received ?? (await receive(context, delivery.payload));
  const dryRun = delivery.dryRun || delivered.dryRun;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let snapshot = await readPatchSnapshot(context.repository, delivered.id, readRequest(delivered));
    const known = await underPrefixes(context, delivered, pathPrefixesOf(snapshot));
    if (known !== delivered) {
      delivered = known;
      snapshot = await readPatchSnapshot(context.repository, delivered.id, readRequest(delivered));
    }
    if (!dryRun && (await sayMerged(context, snapshot, delivered.id))) {
      continue;
    }
    const input: PlanInput = {
      received: asOnRecord(delivered, { snapshot, run: context.run }),
      sender: delivery.sender,
      snapshot,
      run: context.run,
      now: startedAt,
      ...(dryRun && (delivered.dryRun || delivery.beforeSending !== true) ? { despiteStops: true } : {}),
    };
    const { plan: screened, received } = await context.compute.plan(input);
    const { plan, slots } = await admit(context, screened, input);
    const work: Work = {
      context,
      snapshot,
      slots,
      received,
      sender: delivery.sender,
      run: context.run,
      startedAt,
      now: context.clock.now(),
    };
    if (dryRun) {
      return preview(work, plan, input);
    }
    if (plan.kind === 'skip') {
      const record = doneRecord(work, plan, 1);
      const noted =
        plan.outcome.kind === 'duplicate'
          ? await noteSender(work, record, (name) => isBot(work.sender) || sameLogin(name, work.sender))
          : await turnAway(work, record, delivery);
      if (noted === 'moved') {
        continue;
      }
      return {
        kind: 'ended',
        outcome: plan.outcome,
        hunks: [],
        view: viewOf(context.site, record, received),
      };
    }
    const report = plan.kind === 'end' ? await end(work, plan) : await writeWherePlace(work, plan);
    if (report !== 'moved') {
      return report;
    }
  }
  throw new Error(
    `${recordRef(delivered.id)} was moved by others ${MAX_ROUNDS} times in a row; send the patch again`,
  );
}

/** Whether the record had to be told of a merge, so that everything is to be read anew. */
async function sayMerged(context: ApplyContext, snapshot: PatchSnapshot, id: string): Promise<boolean> {
  const { repository, forge, site } = context;
  const record = await unseenMerge(context, snapshot, id);
  const from = snapshot.refs.get(recordRef(id)) ?? null;
  if (record === null || from === null) {
    return false;
  }
  const { ok } = await repository.write(nextStep({ from, record, recordMessage: messageFor(site, null) }));
  const { head, outcome } = record;
  if (ok && outcome?.kind === 'merged' && head !== undefined && head === snapshot.pullRequest?.head) {
    // Nobody after this knows the commit any more; its run says the same where it is still under way.
    const status = formatStatus(viewFrom(site, record, null));
    await (forge && sayStatus(forge, { sha: head, record, status }).catch(() => undefined));
  }
  return true;
}

type Work = Attempt & {
  readonly context: ApplyContext;
  readonly snapshot: PatchSnapshot;
  /** Taken in the same step, where the config limits how many patches are. */
  readonly slots: readonly Slot[];
};

function readRequest(received: Received): Parameters<typeof readPatchSnapshot>[2] {
  const { branch, sha } = (received.ok ? received.patch.base : undefined) ?? {};
  return {
    base: { ...(branch === undefined ? {} : { branch }), ...(sha === undefined ? {} : { sha }) },
    ...(received.ok ? { files: received.paths, besides: received.newPaths } : {}),
    ...(received.unfetched === undefined
      ? {}
      : { fileAt: { ref: recordRef(received.id), path: PATCH_FILE } }),
    config: CONFIG_PATH,
  };
}

/** A config that can't be read names no folders; planning says what is wrong with it. */
function pathPrefixesOf({ config }: Snapshot): readonly string[] {
  const parsed = parseConfig(config);
  return parsed.ok ? parsed.config['path-prefixes'] : [];
}

async function preview(work: Work, plan: ApplyPlan, input: PlanInput): Promise<ApplyReport> {
  const { context, received } = work;
  const stop = await stopBeside(context, input, plan);
  const stopped = stop === null ? {} : { stopped: stop };
  if (plan.kind === 'write') {
    const view = viewOf(context.site, appliedRecord(work, plan), received);
    const files = await context.compute.diff(plan.changes.map((change) => versions(change, plan.base)));
    return {
      kind: 'previewed',
      view: { ...view, dryRun: true, ...stopped, diff: joinDiffs(files) },
      ...stopped,
      changes: plan.changes,
      hunks: plan.hunks,
    };
  }
  const ending = plan.kind === 'end' ? plan : { attempt: 1, hunks: [] };
  const view = viewOf(context.site, doneRecord(work, plan, ending.attempt), received);
  return {
    kind: 'previewed',
    view: { ...view, dryRun: true, ...stopped },
    ...stopped,
    outcome: plan.outcome,
    changes: [],
    hunks: ending.hunks,
  };
}

/** A branch that git has no place for ends the patch, with what is in the way: a run that only broke would tell nobody. */
async function writeWherePlace(work: Work, plan: Writing): Promise<ApplyReport | 'moved'> {
  try {
    return await write(work, plan);
  } catch (error) {
    const reason = await whyNoPlace(work.context.repository, work.received.id).catch(() => null);
    if (reason === null) {
      throw error;
    }
    const { attempt, previous, channel, hunks } = plan;
    const outcome: Outcome = { kind: 'crashed', stage: 'apply', reason };
    return end({ ...work, slots: [] }, { kind: 'end', outcome, hunks, attempt, previous, channel });
  }
}

/** Writes branch and record, then says so: a pending status, and the patch's one message. */
async function write(work: Work, plan: Writing): Promise<ApplyReport | 'moved'> {
  const { context, snapshot, received, slots } = work;
  const record = appliedRecord(work, plan);
  const view = viewOf(context.site, record, received);
  const result = await context.repository.write(
    branchAndRecord({
      snapshot,
      record,
      recordMessage: (made) => recordMessage(context.site, made, received),
      patchText: received.text,
      base: plan.base,
      changes: plan.changes,
      branchMessage: formatCommitMessage(view),
      slots,
    }),
  );
  if (!result.ok) {
    return 'moved';
  }
  const head = writtenOid(result, 'branch');
  const [told] = await Promise.all([
    tell(context, plan.channel, view, plan.previous),
    // A status that can't be set is not worth a patch; publishing sets it again.
    context.forge?.setStatus(head, formatStatus(view)).catch(() => undefined),
    holdBack(context, snapshot, { record, previous: plan.previous }),
  ]);
  const handover = handoverOf({ plan, record, head, told });
  const { slack, test } = handover;
  return {
    kind: 'applied',
    view: { ...view, record: { ...record, head, ...(slack === undefined ? {} : { slack }) } },
    changes: plan.changes,
    hunks: plan.hunks,
    test,
    handover,
  };
}

/**
 * Makes a draft of an open pull request whose branch has just moved to what nobody has approved: until the tests have
 * ended it would look as it did before, and GitHub merges by itself what somebody once told it to. Where it was a draft,
 * an approval of what stood there before may be making it ready at this moment. The watch does it where this fails.
 */
async function holdBack(
  { forge }: StageContext,
  { pullRequest }: PatchSnapshot,
  { record: { approval }, previous }: { readonly record: PatchRecord; readonly previous: PatchRecord | null },
): Promise<void> {
  const isDraft = pullRequest?.draft === true && previous?.approval?.by === undefined;
  if (forge === null || approval === undefined || pullRequest?.state !== 'open' || isDraft) {
    return;
  }
  const { number, nodeId } = pullRequest;
  await forge.decoratePullRequest({ ...NO_DECORATION, number, nodeId, draft: true }).catch(() => undefined);
}

const NO_DECORATION = { labels: [], reviewers: [], labelIds: new Map(), reviewerIds: new Map() } as const;

/** Writes why the patch goes no further; then the message, whose place is kept in the record too. */
async function end(work: Work, plan: Ending): Promise<ApplyReport | 'moved'> {
  const { context, snapshot, received, slots } = work;
  const record = doneRecord(work, plan, plan.attempt);
  const message = (made: PatchRecord) => recordMessage(context.site, made, received);
  const result = await context.repository.write(
    recordOnly({
      snapshot,
      record,
      recordMessage: message,
      patchText: received.withheld === true ? null : received.text,
      slots,
    }),
  );
  if (!result.ok) {
    return 'moved';
  }
  const view = viewOf(context.site, record, received);
  const [told] = await Promise.all([
    tell(context, plan.channel, view, plan.previous),
    context.forge &&
      sayReplaced(context.forge, { record, status: formatStatus(view) }).catch(() => undefined),
  ]);
  const ended = { kind: 'ended', outcome: plan.outcome, hunks: plan.hunks } as const;
  if (told.slack === undefined && told.warning === undefined) {
    return { ...ended, view };
  }
  const final: PatchRecord = {
    ...record,
    ...(told.slack === undefined ? {} : { slack: told.slack }),
    warnings: mergeWarnings(record.warnings, [told.warning]),
  };
  const from = result.commits['record'];
  const isNew = final.slack?.shown !== record.slack?.shown;
  if (from !== undefined && final.slack !== undefined) {
    // Where the message stands is a convenience; the outcome is already kept.
    await keepTold(context, { from, record: final, texts: textsOf(received), isNew }).catch(() => undefined);
  }
  return { ...ended, view: { ...view, record: final } };
}

function textsOf(received: Received): PatchTexts | null {
  return received.ok ? patchTexts(received) : null;
}

function writtenOid(result: Extract<WriteResult, { ok: true }>, name: string): Oid {
  const commit = result.commits[name];
  if (commit === undefined) {
    throw new Error(`the repository did not say which commit it made for ${name}`);
  }
  return commit.oid;
}
