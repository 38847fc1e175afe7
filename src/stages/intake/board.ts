import type { Delivery, PatchName, SeenRecord } from './delivery.ts';

/** What the index knows of patches as a whole, for people who look at many of them. */
export type Board = {
  /** Repositories of which anything is known, in order of their names. */
  repositories(): Promise<readonly string[]>;
  /** Those of them in which a patch is under way. */
  busyRepositories(): Promise<ReadonlySet<string>>;
  /** Patches, each as its newest delivery, newest first. */
  list(query: BoardQuery): Promise<readonly BoardEntry[]>;
  /** How many patches of a repository stand where; what is nowhere is absent. */
  standings(repository: string): Promise<{ readonly [standing in Standing]?: number }>;
  /** What became of all that was received since a time. */
  figures(query: { readonly repositories: readonly string[]; readonly since: Date }): Promise<Figures>;
  /** Counts a patch that was refused at the front door, where nothing else of it is kept. */
  countRefusal(refusal: {
    readonly repository: string;
    readonly reason: string;
    readonly at: Date;
  }): Promise<void>;
  /**
   * Takes a patch into the index that did not come through this server, or before its store was lost. False: the
   * newest delivery of this id has these bytes already; or there is one, where no record tells of this one; or it is
   * another one than `after`. What came before, and is on record again, goes on for its sender, who is told. Those that
   * are adopted at the same time are, in their order.
   */
  adopt(patch: AdoptedPatch): Promise<boolean>;
};

export type AdoptedPatch = PatchName & {
  readonly digest: string;
  readonly title: string;
  readonly sender: string;
  readonly receivedAt: string;
  /** Absent: no run has told of it yet. */
  readonly record?: SeenRecord;
  /** `seq` of the newest delivery when that was decided, 0 for none: nobody must have taken in another one since. */
  readonly after?: number;
};

/** Where a patch stands, as people sort them. */
export const STANDINGS = ['under_way', 'held', 'in_review', 'merged', 'refused', 'failed', 'closed'] as const;

export type Standing = (typeof STANDINGS)[number];

export type BoardEntry = Delivery & { readonly standing: Standing };

export type BoardQuery = {
  readonly repository: string;
  readonly standing?: Standing;
  /** Only those with a smaller `seq`. */
  readonly before?: number;
  readonly limit: number;
};

export type Figures = {
  /** Deliveries that were taken; those refused at the front door are not among them. */
  readonly accepted: number;
  /** By reason, front door and repository together. */
  readonly refused: { readonly [reason: string]: number };
  /** Of those that were taken: a pull request was opened for it at any time, it was merged, it was taken back. */
  readonly opened: number;
  readonly merged: number;
  readonly reverted: number;
  /** Seconds from the delivery to the pull request, over the newest ones; null: there is none. */
  readonly secondsToPullRequest: {
    readonly p50: number;
    readonly p95: number;
    readonly of: number;
  } | null;
};
