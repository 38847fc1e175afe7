import type { Scope } from './switches.ts';

/** The options that name a scope in a command, with a space before them; empty for the whole repository. */
export function scopeOption(scope: Scope): string {
  switch (scope.kind) {
    case 'repository':
      return '';
    case 'branch':
      return ` on branch ${scope.branch}`;
    case 'sender':
      return ` from @${scope.login}`;
  }
}
