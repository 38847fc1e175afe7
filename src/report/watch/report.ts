import type { Incident } from '../../record/watch-entry.ts';
import type { CanaryStatus } from '../command/status.ts';

/** What one pass of the watch found and did. */
export type WatchReport = {
  /** When it looked, ISO 8601. */
  readonly now: string;
  /** How many records there are, and how many of them can't be read. */
  readonly records: number;
  readonly unreadable: readonly string[];
  /** One for each thing that was not as it should be. */
  readonly found: readonly Finding[];
  /** How many things were left for the next pass. */
  readonly unseen: number;
  /** Another pass was at work until then, so nothing was done by this one. */
  readonly busyUntil?: string;
  /** What was alerted or is still open, and what is over. */
  readonly alerted: readonly Incident[];
  readonly open: readonly Incident[];
  readonly cleared: readonly Incident[];
  /** Absent: the config asks for none. null: none has arrived yet. */
  readonly canary?: CanaryStatus | null;
};

export type Finding = {
  /** Id of a patch, or what else it is about. */
  readonly name: string;
  /** When its record had moved last, ISO 8601; absent where that is not known. */
  readonly moved?: string;
  /** What was wrong and what was done about it, in words. */
  readonly sentence: string;
  /** `raced`: somebody else moved it meanwhile, or has not taken it up yet; the next pass looks again. */
  readonly done: 'settled' | 'raced' | 'failed';
};
