import { GitHubError } from '../../io/github/errors.ts';
import type { SlackReply } from '../../report/slack-details.ts';
import type { Background } from '../background.ts';
import type { Places } from './place.ts';
import type { SlackSettings } from './settings.ts';

/** What answering Slack works with. */
export type SlackWork = {
  readonly background: Background;
  readonly places: Places;
  readonly slack: SlackSettings;
  readonly onError: (error: unknown) => void;
  /** Tells one person something, where they asked. Never rejects. */
  readonly answer: (url: string, reply: SlackReply) => Promise<void>;
};

/** Something that nobody expected, for whoever asked. The log has the rest. */
export function describeBroken(error: unknown): string {
  return error instanceof GitHubError
    ? `${error.message} Look with "/ghost status" at what holds, then ask again.`
    : 'Something broke here. Look with "/ghost status" at what holds, then ask again; the log of the server says more.';
}
