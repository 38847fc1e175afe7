import type { RunRef } from '../../src/record/record.ts';
import type { Handover } from '../../src/stages/handover.ts';

/** What a worker is asked to do: one job of a run, or one pass of the watch. */
export type Task = {
  readonly repository: string;
  /** Of the local GitHub, for this one job. */
  readonly token: string;
  readonly github: { readonly url: string; readonly apiUrl: string };
  readonly slack: { readonly apiUrl: string };
  readonly run: RunRef;
} & (
  | { readonly kind: 'apply'; readonly payload: unknown; readonly sender: string }
  | { readonly kind: 'publish'; readonly handover: Handover; readonly passed: boolean }
  | { readonly kind: 'watch'; readonly event: string; readonly endedRun?: number }
);

/** How it ended. A job that is killed answers nothing. */
export type TaskEnd =
  /** The next job follows. */
  | { readonly kind: 'applied'; readonly handover: Handover }
  | { readonly kind: 'ended'; readonly success: boolean; readonly said: string };

export type ToWorker = { readonly number: number; readonly task: Task };
export type FromWorker = { readonly number: number; readonly end: TaskEnd };
