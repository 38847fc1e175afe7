import { type Command, type ParsedCommand, parseCommand } from './command.ts';
import { withReason } from './reason.ts';
import type { Scope } from './switches.ts';

/** The boxes of the form in the Actions tab, as they were filled in; empty where they were not. */
export type CommandForm = {
  readonly action: string;
  /** Id of a patch, or `all` for `kill`. */
  readonly patch: string;
  readonly reason: string;
  /** `2h` and the like. */
  readonly for: string;
  /** `branch main` or `@login`; empty: the whole repository. */
  readonly scope: string;
};

/**
 * Reads the form as one command. Each box is read for itself, so that a reason that says "for 2h" is a reason. A box
 * that has no meaning for the action is a problem: whoever filled it in expects something of it.
 */
export function parseForm(form: CommandForm): ParsedCommand {
  if (Object.values(form).some((box: string) => /[\r\n]/.test(box.trim()))) {
    return problem('Each box takes one line; write the command and its reason without line breaks');
  }
  const action = form.action.trim();
  const [patch, time, scope] = [form.patch.trim(), form.for.trim(), form.scope.trim()];
  const line = [action, patch, time === '' ? '' : `for ${time}`, scopeWords(scope)]
    .filter((words) => words !== '')
    .join(' ');
  const parsed = parseCommand(line);
  if (!parsed.ok) {
    return parsed;
  }
  const { command } = parsed;
  const misread = findMisread(command, { patch, time, scope });
  return misread ?? withReason(command, form.reason);
}

function scopeWords(scope: string): string {
  if (scope === '') {
    return '';
  }
  return scope.startsWith('@') ? `from ${scope}` : `on branch ${scope.replace(/^branch\s+/, '')}`;
}

/** A box whose words were taken for something else. */
function findMisread(
  command: Command,
  { patch, time, scope }: { readonly patch: string; readonly time: string; readonly scope: string },
): ParsedCommand | null {
  if (patch !== '' && !('id' in command)) {
    return problem(`"${command.verb}" is not about one patch; leave the box "patch" empty`);
  }
  const stop = command.verb === 'pause' || command.verb === 'lock';
  if (time !== '' && !(stop && command.seconds !== null)) {
    return problem('The box "for" takes a time such as 30m, 2h or 1d, and only for pause and lock');
  }
  const scoped: Scope = 'scope' in command ? command.scope : { kind: 'repository' };
  if (scope !== '' && (scoped.kind === 'repository' || (stop && command.reason !== null))) {
    return problem(
      'The box "scope" takes one branch, or @login, and only for pause, resume, lock and unlock',
    );
  }
  return null;
}

function problem(sentence: string): ParsedCommand {
  return { ok: false, problem: `${sentence}.` };
}
