import { isBot, neededRole, ROLE_WORDS } from '../../control/authorise.ts';
import { isAtLeast, type Role } from '../../control/roles.ts';
import { VERBS } from '../../control/verbs.ts';

/** Who somebody is to us, and what they may ask for. `named`: a bot that the config names. */
export function describeWhoami(who: {
  readonly login: string;
  readonly role: Role;
  readonly named: boolean;
}): string {
  const { login, role, named } = who;
  if (isBot(login)) {
    return named
      ? `You are ${login}, a bot that the config names, and may ask for everything but "approve".`
      : `You are ${login}, a bot that the config does not name, and may ask for nothing; an admin can add you to control.bots.`;
  }
  if (role === 'none') {
    return `You are ${login}, and have no access to this repository; ask an admin for it.`;
  }
  const allowed = VERBS.filter((verb) => isAtLeast(role, neededRole(verb)));
  return `You are ${login}, with ${ROLE_WORDS[role]}, and may ask for ${allowed.join(', ')}.`;
}
