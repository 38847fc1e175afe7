import type { HunkReport } from '../apply/report.ts';
import type { Patch } from '../patch/schema.ts';
import type { Config } from '../policy/config.ts';
import type { Outcome } from '../record/outcome.ts';
import type { FileDiff, FileVersions } from '../report/file-diff.ts';
import { diffFiles } from '../report/unified-diff.ts';
import { placePatch } from './base.ts';
import { judgePlaced } from './judge-placed.ts';
import type { PlanInput } from './plan.ts';
import { planApply } from './plan-apply.ts';
import type { SecretScanner, Snapshot } from './ports.ts';
import { readOpened, readUnderPrefixes, type UnderPrefixes } from './read-delivery.ts';
import type { Opened, Received } from './received.ts';
import { nameWithoutSecrets, type Screened, screen } from './screen.ts';
import { versions } from './versions.ts';

/**
 * What a patch comes to, made of what was read and of nothing else. A patch may keep a processor busy with it for
 * seconds, so that whoever serves others has it done in another process, and ends that if it takes too long.
 */
export type Compute = Jobs & {
  /**
   * Does what reads the files of a patch, and all that is made of them, when its turn has come: what waits holds none of
   * them. Rejects where the work does, and where `signal` was aborted before its turn.
   */
  inTurn<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
};

export type Jobs = {
  /** The patch of a delivery that was opened, or why there is none. */
  read(opened: Opened): Promise<Received>;
  /** The same delivery with its files under other folders. null: none of them lies there. */
  readUnder(input: UnderPrefixes): Promise<Received | null>;
  /** What applying a delivery comes to, after the look for secrets. */
  plan(input: PlanInput): Promise<Screened>;
  /** What to call a delivery of which nothing else is known yet, without what looks like a secret. */
  name(received: Received): Promise<string>;
  /** What the patch makes of its base, for people to look at. */
  show(input: ShowInput): Promise<Shown>;
  /** What files look like that are known already. */
  diff(files: readonly FileVersions[]): Promise<readonly FileDiff[]>;
};

export type ShowInput = {
  readonly patch: Patch;
  readonly config: Config;
  readonly snapshot: Snapshot;
  /** Whether what the policy forbids is not shown, but refused. */
  readonly judged: boolean;
};

export type Shown =
  | { readonly ok: true; readonly files: readonly FileDiff[]; readonly hunks: readonly HunkReport[] }
  | { readonly ok: false; readonly outcome: Outcome; readonly hunks: readonly HunkReport[] };

/** Done where it is called. */
export function createCompute(secrets: SecretScanner): Compute {
  return {
    inTurn: (work) => work(),
    read: async (opened) => readOpened(opened),
    readUnder: async (input) => readUnderPrefixes(input),
    plan: (input) => screen(secrets, planApply(input), input),
    name: (received) => nameWithoutSecrets(secrets, received),
    show: async (input) => show(input),
    diff: async (files) => diffFiles(files),
  };
}

function show({ patch, config, snapshot, judged }: ShowInput): Shown {
  const placed = placePatch(patch, config, snapshot);
  if (!placed.ok) {
    return placed;
  }
  const { base, changes, hunks } = placed;
  const { refusals } = judged ? judgePlaced(config.policy, placed) : { refusals: [] };
  return refusals.length > 0
    ? { ok: false, outcome: { kind: 'refused', refusals }, hunks }
    : { ok: true, files: diffFiles(changes.map((change) => versions(change, base))), hunks };
}
