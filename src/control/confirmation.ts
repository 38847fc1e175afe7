import type { Command } from './command.ts';
import { scopeOption } from './scope-option.ts';
import type { Scope } from './switches.ts';

/** How the place of a command has it confirmed: not every one takes the word `confirm` behind it. */
export type ConfirmsBy =
  /** `repository` is the one that had to be named before the command, and has to be once more. */
  | { readonly kind: 'words'; readonly repository?: string }
  | { readonly kind: 'form' }
  /** A box beside the button, with these words. */
  | { readonly kind: 'button'; readonly box: string };

type Confirmed =
  | Extract<Command, { readonly verb: 'unlock' }>
  | { readonly verb: 'kill'; readonly all: true };

/**
 * What confirms this very command, as the end of a sentence. It names the scope in full: without that it would confirm the
 * lifting of another lock.
 */
export function howToConfirm(command: Confirmed, by: ConfirmsBy): string {
  switch (by.kind) {
    case 'words': {
      const what = command.verb === 'kill' ? ' all' : scopeOption(command.scope);
      const where = by.repository === undefined ? '' : `${by.repository} `;
      return `confirm with "${where}${command.verb}${what} confirm"`;
    }
    case 'form': {
      const filled = command.verb === 'kill' ? '"all" in the box "patch"' : scopeBox(command.scope);
      return `confirm by sending the form once more, with ${filled} and the box "confirm" ticked`;
    }
    case 'button':
      return `confirm by ticking "${by.box}" before you press it once more`;
  }
}

function scopeBox(scope: Scope): string {
  switch (scope.kind) {
    case 'repository':
      return 'the box "scope" empty';
    case 'branch':
      return `"branch ${scope.branch}" in the box "scope"`;
    case 'sender':
      return `"@${scope.login}" in the box "scope"`;
  }
}
