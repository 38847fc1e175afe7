import type { RunRef } from '../record/record.ts';
import { MOST_TURNED_AWAY } from '../record/turned-away.ts';
import type { Compute } from './compute.ts';
import type { ChatHistory, Ledger } from './control/ports.ts';
import type { Chat, Clock, Forge, Repository, SecretScanner } from './ports.ts';
import { MOST_SENDERS } from './senders.ts';

/** What a stage works with: its ports, and the facts of the run it works in. Read once, at the edge. */
export type StageContext = {
  readonly repository: Repository;
  /** null: a local clone, which has no pull requests and no statuses. */
  readonly forge: Forge | null;
  /** null: no Slack token was given. */
  readonly chat: Chat | null;
  /** In which a message of an earlier attempt is looked for; absent or null: nobody looks. */
  readonly history?: ChatHistory | null;
  readonly clock: Clock;
  readonly site: Site;
  readonly run: RunRef;
};

/** Applying is work on what was read, between reading and writing. */
export type ApplyContext = StageContext & {
  readonly compute: Compute;
  /** Who has commanded what, where a patch says that somebody did, and which commits an earlier delivery made. */
  readonly ledger: Pick<Ledger, 'commit' | 'history'>;
};

/** Publishing needs a forge to publish to. */
export type PublishContext = StageContext & {
  readonly forge: Forge;
  /** For what named commands made; whoever only finishes what another process claimed needs none. */
  readonly secrets?: SecretScanner;
};

export type Site = {
  /** `owner/name` of the target repository. */
  readonly repository: string;
  /** The same of the remote that a clone was made from. */
  readonly clonedFrom?: string;
  readonly serverUrl: string;
  /** False for the job's own token: GitHub starts no checks for what it pushes, and the pull request must say so. */
  readonly ciStartsByItself: boolean;
  /** Slack channel where the repository's config names none. */
  readonly defaultChannel?: string;
  /** True where the App's server is set up to answer the buttons under a Slack message. */
  readonly slackButtons?: boolean;
};

/** How often a decision is made anew because somebody else moved a ref in between. */
export const MAX_ROUNDS = 8;

/** The same for whoever publishes a patch: what is noted beside it on its record, however fast, is no reason to give up. */
export const MAX_ROUNDS_BESIDE_NOTES = MAX_ROUNDS + MOST_SENDERS + MOST_TURNED_AWAY;
