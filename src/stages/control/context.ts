import type { Command } from '../../control/command.ts';
import type { ConfirmsBy } from '../../control/confirmation.ts';
import type { Role } from '../../control/roles.ts';
import type { ShownState } from '../../control/shown-state.ts';
import type { Surface } from '../../control/verbs.ts';
import type { Compute } from '../compute.ts';
import type { PublishContext } from '../context.ts';
import type { SecretScanner } from '../ports.ts';
import type { Conversation, Ledger, People, Queue, Runs } from './ports.ts';

/** What control and watch work with: the ports of publishing, and their own. */
export type ControlContext = PublishContext & {
  /** For patches that are written below a command. */
  readonly secrets: SecretScanner;
  /** For patches that are looked at before somebody has them sent. */
  readonly compute: Compute;
  readonly ledger: Ledger;
  readonly runs: Runs;
  readonly people: People;
  readonly conversation: Conversation;
  /** Only at a server: elsewhere nothing waits for GitHub. */
  readonly queue?: Queue;
  /** The share of the hour's requests that GitHub still grants, from 0 to 1, as its answers said; null: none said it. */
  readonly hourLeft?: () => number | null;
  /** Resolves after so many seconds; tests may pass time faster. */
  readonly wait: (seconds: number) => Promise<void>;
};

/** One command as it arrived: read, but not yet allowed. */
export type CommandRequest = {
  readonly command: Command;
  readonly surface: Surface;
  /** GitHub login of who asks. */
  readonly actor: string;
  /** GitHub login of who wrote it, where another one had its run started again: a patch in it is theirs. */
  readonly writer?: string;
  /** The box of a form, or a second press. */
  readonly confirm?: boolean;
  /** How that is said where it came from; left out: by the word `confirm`. */
  readonly confirmsBy?: ConfirmsBy;
  /** When it was written, where it waited for its turn since: what changed after that was not meant. */
  readonly askedAt?: Date;
  /** What it came in, where that may come once more, such as `comment 12`. */
  readonly origin?: string;
  /** It may have come before; what the log says was done of it is not done once more. */
  readonly again?: boolean;
  /** What they saw of it, such as what stood beside the button; a patch that is elsewhere by now was not meant. */
  readonly shown?: Partial<ShownState>;
  /** Number of the pull request that it was written on; it shows no patch of ours where the command names none. */
  readonly pullRequest?: number;
};

/** A command that was allowed. */
export type Order<C extends Command = Command> = Omit<CommandRequest, 'command'> & {
  readonly command: C;
  readonly role: Role;
  readonly requestedAt: Date;
  /** Its switches were moved when it came before, and are not moved again. */
  readonly begun?: boolean;
};

/** For whom a patch is sent that somebody has sent by a command: who wrote it comes last, as it is theirs. */
export function namesOf({ actor, writer = actor }: Pick<Order, 'actor' | 'writer'>): readonly string[] {
  return [...new Set([actor, writer])];
}

/** A command about one patch that is known by name. */
export type PatchOrder = Order & { readonly id: string };
