import { REF_PREFIX } from '../patch/refs.ts';
import type { KnownTests, Outcome, PullRequestRef, StageName, TestReport } from './outcome.ts';

/**
 * A patch's life, as it is kept in the target repository.
 *
 * The record is a chain of commits at `refs/ghost/patches/<id>`, one per step; the newest commit's message is
 * the record (record/text.ts) and its tree holds the patch itself (`patch.json`).
 */
export type PatchRecord = {
  readonly version: 1;
  readonly id: string;
  /** sha256 of the canonical patch, hex; of the raw bytes where they could not be read as a patch. */
  readonly digest: string;
  /** sha256 of the bytes in the inbox that it was first read from, hex: another delivery may name them when they are gone. */
  readonly fetched?: string;
  readonly title: string;
  /** GitHub login whose token sent this very patch first. */
  readonly sender: string;
  /** For whom that one sent it, as a server says: the name of a token, and the login of a person; whose it is comes last. */
  readonly sentFor?: readonly string[];
  /** All others who sent this very patch under this id since, or had it sent. */
  readonly alsoSentBy?: readonly string[];
  readonly state: RecordState;
  /** When these very bytes were first delivered, ISO 8601: held patches are worked on in this order. */
  readonly receivedAt: string;
  /**
   * When the first of the attempts before this one was delivered that left no place of a message, ISO 8601: one of them
   * may have posted it and died. Absent where there was none, and of no meaning beside `slack`.
   */
  readonly untoldSince?: string;
  /** How often it was sent on from where it is held to a run that failed before it put anything on record. */
  readonly brokenRuns?: number;
  /** Counts the deliveries that were worked on, from 1. */
  readonly attempt: number;
  /** The workflow run that works on this attempt. */
  readonly run: RunRef;
  /** When this attempt began, and when it, or its claim on a pull request, may be taken for dead; ISO 8601, UTC. */
  readonly startedAt: string;
  readonly deadline: string;
  readonly base?: { readonly branch: string; readonly sha: string };
  /** The tree that applying the patch gave, and its commands where they have run. */
  readonly tree?: string;
  /** What publishing needs to know of the applied patch; present from `applied` on. */
  readonly plan?: Plan;
  /** What named commands made of the patch; present from `publishing` on, where it asked for any and they ended well. */
  readonly generated?: Generated;
  /** The branch head that was published or tested; while `applied` it is where the branch ref stands. */
  readonly head?: string;
  /** The commit of a branch that was taken away without a verdict. Its status still says what became of it. */
  readonly withdrawn?: string;
  /** Where the branch stood in earlier attempts that died on their way, oldest first. Their statuses wait for somebody. */
  readonly replaced?: readonly string[];
  readonly pullRequest?: PullRequestRef;
  /** Number of the pull request of a revision before this one that was merged, which a step before this one says. */
  readonly mergedBefore?: number;
  /** What is being published, while it is: whoever finishes it for a process that died needs to know. */
  readonly tests?: TestReport;
  /** Present exactly when `state` is `done` or `held`. */
  readonly outcome?: Outcome;
  /** Present where the config asked for an approval when the patch was applied. */
  readonly approval?: Approval;
  /** What an attempt before this one left at the head, where this one came to no commit, or its pull request was closed. */
  readonly proof?: Proof;
  /** What checks other than ours said of the published commit, as they were last seen. */
  readonly ci?: CiReport;
  readonly slack?: SlackRef;
  /** Id of the patch that this one takes back, and of the one that it replaces. */
  readonly revertOf?: string;
  /** The commit that the one which it takes back was merged as, where it says so: another merge may come under its id. */
  readonly revertOfMerge?: string;
  readonly supersedes?: string;
  /**
   * Id of a patch that had taken its place, or would, when a person opened its pull request again, so that both stay;
   * a list where there are several.
   */
  readonly keptBeside?: string | readonly string[];
  /** What was told of it when it was read as it came, which nobody can tell of the patch that is kept; absent: nothing. */
  readonly reading?: Reading;
  /** Deliveries under this id that came to nothing while the record was about another one, newest last; the last few. */
  readonly turnedAway?: readonly TurnedAway[];
  /** Seconds that each step took, in order. */
  readonly steps: readonly Step[];
  /** What went wrong on the way without failing the patch, such as a reviewer that can't be requested. */
  readonly warnings: readonly string[];
};

/** One sentence each. */
export type Reading = {
  /** What was put right, or passed over, to read it. */
  readonly repairs: readonly string[];
  /** What it asked for beside its changes and nobody does, such as commands. */
  readonly notDone: readonly string[];
};

export type Plan = {
  readonly changes: readonly ChangeSummary[];
  /** What was repaired or relocated on the way, one sentence each. */
  readonly notes: readonly string[];
  /** What the patch asked for beside its changes and nobody did, such as commands, one sentence each. */
  readonly notDone?: readonly string[];
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly draft: boolean;
  /** Names of the commands that run before the tests, in order. */
  readonly commands?: readonly string[];
  /** Why the policy wants somebody's approval, one sentence for each rule. */
  readonly reviews?: readonly string[];
  /** Present where a patch whose tests fail gets no pull request. */
  readonly onTestFailure?: 'none';
};

/** The effect of named commands. It stands in a commit of its own, which is then the head; none where nothing changed. */
export type Generated = {
  readonly commands: readonly string[];
  readonly changes: readonly ChangeSummary[];
  /** The commit of the patch itself. */
  readonly onto: string;
};

/** One file of the result; lines added and removed, null for what has no lines. */
export type ChangeSummary = {
  readonly path: string;
  readonly action: 'create' | 'modify' | 'delete' | 'rename';
  readonly from?: string;
  readonly added: number | null;
  readonly removed: number | null;
};

/** The file in the record's tree that holds the patch: canonical JSON, or the raw text that could not be read. */
export const PATCH_FILE = 'patch.json';

/** applied → publishing → done; a refused or halted patch is done at once, and one that waits for the end of a pause is held. */
export type RecordState = 'held' | 'applied' | 'publishing' | 'done';

/**
 * Whose approval a pull request needs or has. It holds for one digest and one commit: it is given where both are
 * still the record's own, and stale otherwise.
 */
export type Approval = {
  readonly required: true;
  /** GitHub login. */
  readonly by?: string;
  readonly at?: string;
  readonly digest?: string;
  readonly sha?: string;
};

/** What is known of the commit `sha`, which was made of the patch with this digest. */
export type Proof = {
  readonly sha: string;
  readonly tests: KnownTests;
  readonly digest: string;
  /** Who sent that patch first, and for whom, as on its record. Absent where an older version wrote it: nobody knows then. */
  readonly sender?: string;
  readonly sentFor?: readonly string[];
  /** Present where it needs one. */
  readonly approval?: Approval;
};

export type CiReport = {
  readonly sha: string;
  /** The worst of them, pending while one still runs; neutral where there are none. */
  readonly state: CheckVerdict;
  /** Those that failed or still run first; a record has no room for thousands, so the last may be missing. */
  readonly checks: readonly CiCheck[];
  /** When they were looked at. */
  readonly at: string;
};

/** `url` is null where the check has no page. */
export type CiCheck = {
  readonly name: string;
  readonly state: CheckVerdict;
  readonly url: string | null;
};

export type CheckVerdict = 'pending' | 'success' | 'failure' | 'neutral';

/** `attempt` counts the re-runs of one workflow run, from 1. `id` is 0 and `url` empty where there is no run (CLI). */
export type RunRef = { readonly id: number; readonly attempt: number; readonly url: string };

/** `shown` is a hash of the text that Slack took last; absent where that is not known. */
export type SlackRef = { readonly channel: string; readonly ts: string; readonly shown?: string };

/** A delivery that gets no record of its own, because the one that stands must not be taken from its patch. */
export type TurnedAway = {
  readonly digest: string;
  readonly title: string;
  readonly run: RunRef;
  /** When its run began with it, ISO 8601, UTC. */
  readonly at: string;
  /** Shortened: a record has room for a few. */
  readonly outcome: Outcome;
};

export type Step = { readonly stage: StageName; readonly at: string; readonly seconds: number };

/** The record ref and the branch of the patch with this id (patch/id.ts makes ids ref-safe). */
export function recordRef(id: string): string {
  return `${RECORD_REFS}${id}`;
}

export function branchName(id: string): string {
  return `${BRANCHES}${id}`;
}

/** What all record refs, and the names of all branches of patches, begin with. */
export const RECORD_REFS = `${REF_PREFIX}patches/`;
export const BRANCHES = 'ghost/';

export const CONTROL_REF = `${REF_PREFIX}control`;
