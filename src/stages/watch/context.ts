import type { ControlContext } from '../control/context.ts';
import type { ChatHistory } from '../control/ports.ts';

export type WatchContext = ControlContext & {
  /** null: no Slack token was given. */
  readonly history: ChatHistory | null;
};

/** What made the watch look. It looks at everything all the same; this only says where to look first. */
export type Occasion = {
  /** Name of the event, such as `schedule`. */
  readonly event: string;
  /** The workflow run that has ended, and its commit. */
  readonly run?: number;
  readonly sha?: string;
  /** Somebody asked for a canary now. */
  readonly canary?: boolean;
};

/**
 * Whether this pass looks closely at all that may be out of date. Events come by the dozen, and GitHub counts requests,
 * so those look closely only at what has just moved.
 */
export function isThorough({ event }: Occasion): boolean {
  return event !== 'workflow_run' && event !== 'pull_request';
}
