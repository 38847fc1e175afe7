import type { ActionsHost, WorkflowRun } from '../../contract.ts';
import type { ActionStore } from '../process/action-store.ts';
import type { Grace } from '../process/protocol.ts';
import type { Workers } from '../process/workers.ts';
import type { Concurrency } from './concurrency.ts';
import type { Slots } from './slots.ts';

/** What all runs of an engine share. */
export type Services = {
  readonly host: ActionsHost;
  readonly actions: ActionStore;
  readonly concurrency: Concurrency;
  readonly slots: Slots;
  readonly workers: Workers;
  /** Where jobs have their folders. */
  readonly directory: string;
  readonly nodePath: string;
  /** Folders of programs that jobs find before the system's. */
  readonly tools: readonly string[];
  readonly grace: Grace;
  now(): Date;
  nextJobId(): number;
  changed(run: WorkflowRun): void;
  /** Work that goes on after a job's end, and that the engine waits for before it is idle. */
  inBackground(work: Promise<void>): void;
};
