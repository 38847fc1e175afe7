import type { WorkflowEvent } from '../../contract.ts';
import type { Cause, Delivery, Hook, Repository } from '../model.ts';

/** Something that happened in a repository. Hooks hear of it, and workflows that listen are run. */
export type RepositoryEvent = {
  readonly name: WorkflowEvent['name'] | 'status' | 'check_suite' | 'ping' | 'pull_request_review' | 'issues';
  readonly action?: string;
  readonly repository: Repository;
  /** What is special about this event; repository, sender and installation are added to it. */
  readonly payload: { readonly [key: string]: unknown };
  readonly cause: Cause;
  /** Where workflows are read from; absent: the event is for hooks only. */
  readonly workflows?: WorkflowSource;
};

export type WorkflowSource = Pick<WorkflowEvent, 'ref' | 'sha' | 'workflow' | 'inputs'>;

export type Events = {
  publish(event: RepositoryEvent): void;
  /** Hands a delivery to its hook once more, under the same GUID. */
  redeliver(hook: Hook, delivery: Delivery): void;
  /** Sends one event to one hook, such as the ping at its creation. */
  send(hook: Hook, event: RepositoryEvent): void;
  /** Counts this work among what has to end before all is settled. Where it fails, that is a problem. */
  track(work: Promise<unknown>): void;
  /** What failed after its cause had been answered, such as an engine that could not start a run. */
  readonly problems: readonly unknown[];
  /** Resolves when no delivery is under way and no run is being started. */
  settled(): Promise<void>;
};
