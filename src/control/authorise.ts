import type { Command } from './command.ts';
import { type ConfirmsBy, howToConfirm } from './confirmation.ts';
import { isAtLeast, type Role } from './roles.ts';
import { activeSwitches, type Switch, sameLogin, sameScope } from './switches.ts';
import type { Verb } from './verbs.ts';

export type AuthoriseRequest = {
  readonly command: Command;
  /** GitHub login of who asks, and the role that GitHub gives it. */
  readonly login: string;
  readonly role: Role;
  /** GitHub login of who wrote the command, where another one asks for it to be done. */
  readonly writer?: string;
  /** Logins of the bots that the config names in `control.bots`. */
  readonly bots: readonly string[];
  /** The box of a form or a second press; a command that ends in `confirm` needs none. */
  readonly confirm?: boolean;
  /** How this place has it confirmed; left out: by the word `confirm`. */
  readonly confirmsBy?: ConfirmsBy;
  /** The switches as they stand: who locked must not unlock alone. */
  readonly switches: readonly Switch[];
  /** `false`: others may have asked for the lock too, and nobody can tell whether who asks now is one of them. */
  readonly allLockersKnown?: boolean;
  readonly now: Date;
  /** All who sent the patch, as far as that is known: nobody approves what they sent themselves. */
  readonly senders?: readonly string[];
};

export type Authorised =
  | { readonly ok: true }
  | {
      readonly ok: false;
      /** `role`: somebody else must ask. `confirm`: the same person may, again and on purpose. */
      readonly lacks: 'role' | 'confirm' | 'second_person';
      readonly sentence: string;
    };

/** May this person or bot do this now? The same answer on every surface. */
export function authorise(request: AuthoriseRequest): Authorised {
  const { command, login } = request;
  const needed = neededRole(command.verb);
  if (isBot(login)) {
    const refused = checkBot(request);
    if (refused !== null) {
      return refused;
    }
  } else if (!isAtLeast(request.role, needed)) {
    return refuse(
      'role',
      `"${command.verb}" needs ${ROLE_WORDS[needed]}, and ${login} has ${has(request.role)}`,
    );
  }
  return checkApprover(request) ?? checkConfirmed(request) ?? { ok: true };
}

/** The role that a verb needs. */
export function neededRole(verb: Verb): Exclude<Role, 'none'> {
  switch (verb) {
    case 'status':
    case 'preview':
    case 'audit':
    case 'whoami':
    case 'help':
      return 'viewer';
    case 'apply':
    case 'approve':
    case 'reject':
    case 'retry':
    case 'revert':
    case 'cancel':
      return 'reviewer';
    case 'pause':
    case 'resume':
    case 'lock':
    case 'unlock':
    case 'kill':
      return 'operator';
  }
}

/** GitHub gives this ending to apps and to nobody else. */
export function isBot(login: string): boolean {
  return login.toLowerCase().endsWith('[bot]');
}

/** What each role is on GitHub. */
export const ROLE_WORDS: { readonly [role in Exclude<Role, 'none'>]: string } = {
  viewer: 'the role viewer (any access to the repository)',
  reviewer: 'the role reviewer (write access)',
  operator: 'the role operator (maintain or admin access)',
};

function has(role: Role): string {
  return role === 'none' ? 'no access' : ROLE_WORDS[role];
}

/** A bot that the config names may do what an operator may, but for what needs a person's judgement. */
function checkBot({ command, login, bots }: AuthoriseRequest): Authorised | null {
  if (!bots.some((bot) => sameLogin(bot, login))) {
    return refuse(
      'role',
      `${login} is a bot that the config does not name; an admin can add it to control.bots in .github/ghost-runner.yml`,
    );
  }
  return command.verb === 'approve'
    ? refuse('second_person', "An approval is a person's; ask a reviewer for it")
    : null;
}

function checkApprover({ command, login, writer, senders = [] }: AuthoriseRequest): Authorised | null {
  if (command.verb !== 'approve') {
    return null;
  }
  if (writer !== undefined) {
    return refuse(
      'second_person',
      `${writer} wrote this approval, and ${login} started its run again, so that it is nobody's; write one of your own`,
    );
  }
  return senders.some((sender) => sameLogin(sender, login))
    ? refuse('second_person', `${login} sent this patch, and nobody approves their own; ask another reviewer`)
    : null;
}

function checkConfirmed(request: AuthoriseRequest): Authorised | null {
  const { command, login, confirm, switches, now, allLockersKnown = true } = request;
  const { confirmsBy = { kind: 'words' } } = request;
  if (confirm === true || ('confirm' in command && command.confirm)) {
    return null;
  }
  if (command.verb === 'kill' && command.all) {
    return refuse(
      'confirm',
      `"kill all" ends every run and locks the repository; ${howToConfirm(command, confirmsBy)}`,
    );
  }
  if (command.verb !== 'unlock') {
    return null;
  }
  const own = activeSwitches(switches, now).some(
    ({ state, scope, by }) => state === 'locked' && sameScope(scope, command.scope) && sameLogin(by, login),
  );
  if (own) {
    return refuse(
      'confirm',
      `${login} locked this; ask another operator to unlock it, or ${howToConfirm(command, confirmsBy)}`,
    );
  }
  return allLockersKnown
    ? null
    : refuse(
        'confirm',
        `Whether ${login} locked this too can't be told, because the log can't be read back to where it was locked; ${howToConfirm(command, confirmsBy)}`,
      );
}

function refuse(lacks: Extract<Authorised, { ok: false }>['lacks'], sentence: string): Authorised {
  return { ok: false, lacks, sentence: `${sentence}.` };
}
