import type { HunkReport } from '../../apply/report.ts';
import { parseEnvelope } from '../../patch/envelope.ts';
import { slugId } from '../../patch/id.ts';
import { asItCame } from '../../patch/source.ts';
import { fitRecord } from '../../record/fit.ts';
import type { Outcome } from '../../record/outcome.ts';
import { type ChangeSummary, CONTROL_REF, type PatchRecord, recordRef } from '../../record/record.ts';
import { remarksIn } from '../../record/remarks.ts';
import { parseRecord } from '../../record/text.ts';
import { apply } from '../apply.ts';
import type { Snapshot } from '../ports.ts';
import { receive } from '../receive.ts';
import type { Received } from '../received.ts';
import type { Stopped } from '../standing.ts';
import type { Target } from './context.ts';

/** What a patch would come to now, found out on the repository as it is, without writing anything. */
export type Preflight = {
  /** Ref-safe. */
  readonly id: string;
  /** As the patch itself has it. */
  readonly name: string;
  readonly digest: string;
  readonly title: string;
  /** The patch that it is to take the place of, as its record is called. */
  readonly supersedes?: string;
  /** The patch as it arrived; null where it already lies in the repository's inbox, or could not be read. */
  readonly text: string | null;
  readonly dryRun: boolean;
  /** Why it goes no further; absent where it fits. */
  readonly outcome?: Outcome;
  /** What a stop would make of it now, which was tried all the same. */
  readonly stopped?: Stopped;
  readonly hunks: readonly HunkReport[];
  readonly changes: readonly ChangeSummary[];
  /** Names of the commands that the test job will run before the tests. */
  readonly commands: readonly string[];
  /** What was read otherwise than it was written, or put elsewhere, one sentence each. */
  readonly notes: readonly string[];
  /** What it asks for beside its changes and nobody does, one sentence each. */
  readonly notDone: readonly string[];
  /** The record as it stands; null: there is none. */
  readonly previous: SeenPatch | null;
  /** Message of the newest commit of control; null: there is none. */
  readonly control: string | null;
};

/** A record with the commit that holds it; `record` is null where it can't be read. */
export type SeenPatch = { readonly oid: string; readonly record: PatchRecord | null };

/**
 * Applies the patch in memory to the base as it is, policy included: the apply stage itself, as a dry run. `behind`:
 * another revision is on its way before it. Rejects where `signal` was aborted before its turn came.
 */
export async function preflight(
  target: Target,
  payload: unknown,
  { signal, ...wish }: Wish & { readonly signal?: AbortSignal } = {},
): Promise<Preflight> {
  return target.context.compute.inTurn(() => look(target, payload, wish), signal);
}

/** `dryRun`: nobody wants it sent, so that it is tried whatever is stopped. */
type Wish = { readonly behind?: boolean; readonly dryRun?: boolean };

async function look(
  target: Target,
  payload: unknown,
  { behind = false, dryRun = false }: Wish,
): Promise<Preflight> {
  const { repository } = target.context;
  const read = await receive(target.context, payload);
  const received: Received = behind ? { ...read, behind } : read;
  const [report, { refs }] = await Promise.all([
    apply(target.context, { payload, received, sender: target.login, dryRun: true, beforeSending: !dryRun }),
    repository.read({ refs: [recordRef(received.id), CONTROL_REF] }),
  ]);
  const { record } = report.view;
  // As short as a record would have it, because an answer must not be longer either.
  const { outcome } = fitRecord(record);
  return {
    id: received.id,
    name: received.patch?.id ?? received.id,
    digest: received.digest,
    title: record.title,
    ...(received.patch?.supersedes === undefined ? {} : { supersedes: slugId(received.patch.supersedes) }),
    text: textOf(payload),
    dryRun: received.dryRun,
    ...(outcome === undefined ? {} : { outcome }),
    ...(report.view.stopped === undefined ? {} : { stopped: report.view.stopped }),
    hunks: report.hunks,
    changes: record.plan?.changes ?? [],
    commands: record.plan?.commands ?? [],
    ...remarksIn(record.plan === undefined ? { reading: received } : record),
    previous: seenIn(refs, received.id),
    control: refs.get(CONTROL_REF)?.message ?? null,
  };
}

export async function readSeen({ context }: Target, id: string): Promise<SeenPatch | null> {
  const { refs } = await context.repository.read({ refs: [recordRef(id)] });
  return seenIn(refs, id);
}

function seenIn(refs: Snapshot['refs'], id: string): SeenPatch | null {
  const commit = refs.get(recordRef(id)) ?? null;
  if (commit === null) {
    return null;
  }
  const parsed = parseRecord(commit.message);
  return { oid: commit.oid, record: parsed.ok ? parsed.record : null };
}

function textOf(payload: unknown): string | null {
  const parsed = parseEnvelope(payload);
  if (!parsed.ok || parsed.envelope.kind === 'reference') {
    return null;
  }
  return asItCame(parsed.envelope.patch);
}
