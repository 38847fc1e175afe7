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
  /** The workflow run that has ended. */
  readonly run?: number;
  /** The commit that it is about. */
  readonly sha?: string;
  /** Somebody asked for a canary now. */
  readonly canary?: boolean;
};

/**
 * Whether this pass looks closely at all that may be out of date. Events come by the dozen, and GitHub counts requests,
 * so those look closely only at what has just moved.
 */
export function isThorough({ event }: Occasion): boolean {
  return !MOVING.has(event);
}

/** The watch's workflow hears of the first two, a server of all. */
const MOVING: ReadonlySet<string> = new Set(['workflow_run', 'pull_request', 'check_suite', 'status']);
