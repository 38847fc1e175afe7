import type { Generated } from '../record/record.ts';
import { formatTotal } from './diffstat.ts';
import { cutText } from './untrusted/cut.ts';
import { oneLine } from './untrusted/visible.ts';

/** Commands by their names, each once, as a part of a sentence. */
export function nameCommands(commands: readonly string[]): string {
  const names = [...new Set(commands)];
  return cutText(
    oneLine(`the ${names.length === 1 ? 'command' : 'commands'} ${names.join(', ')}`),
    MAX_NAMES,
  );
}

/** So that what follows is still seen. */
const MAX_NAMES = 300;

/** What commands made of a patch, as one sentence. */
export function describeGenerated({ commands, changes }: Generated): string {
  const names = nameCommands(commands);
  return changes.length === 0
    ? `In the test job, ${names} changed nothing.`
    : `In the test job, ${names} changed ${formatTotal(changes)}.`;
}
