import type { Door } from './door.ts';
import type { Patience } from './file-step.ts';
import type { Folder } from './folder.ts';
import type { PatchLimits } from './patch-step.ts';
import type { Result } from './result.ts';

export type Clock = {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** ISO 8601. */
  time(): string;
  /** Rejects when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** What is told while it happens. */
export type WatchEvent =
  | { readonly event: 'watching'; readonly to: string }
  /** It stays where it is. */
  | { readonly event: 'skipped'; readonly file: string; readonly why: string }
  /** It can't be read as a patch, and is given as many seconds more to become one. */
  | { readonly event: 'unfinished'; readonly file: string; readonly why: string; readonly seconds: number }
  | { readonly event: 'crowded'; readonly files: number }
  /** `doubt`: why nobody knows whether it arrived. */
  | { readonly event: 'sent'; readonly file: string; readonly id: string; readonly doubt?: string }
  | { readonly event: 'waiting'; readonly file: string; readonly why: string }
  | { readonly event: 'settled'; readonly result: Result };

export type Tell = (event: WatchEvent) => void;

export type WatchParts = {
  readonly folder: Folder;
  readonly door: Door;
  readonly clock: Clock;
  readonly tell: Tell;
  /** Aborted: end, and leave files where they are. */
  readonly signal: AbortSignal;
};

export type WatchPlan = {
  /** End when everything that is there has come to its end, or waits for something outside. */
  readonly once: boolean;
  readonly patience: Patience;
  readonly limits: PatchLimits;
  /** Milliseconds between two looks at the folder. */
  readonly lookMs: number;
};

/** Files by how this process left them. */
export type Tally = { readonly completed: number; readonly failed: number; readonly left: number };
