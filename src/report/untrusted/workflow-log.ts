import { BREAK } from './references.ts';
import { showHidden } from './visible.ts';

/**
 * Untrusted text for the log of a workflow, which its runner reads for commands: `::name::` at a line's start,
 * and the older `##[name]` anywhere.
 */
export function logText(text: string): string {
  return showHidden(text)
    .replaceAll(/^([^\S\n]*):(?=:)/gm, `$1:${BREAK}`)
    .replaceAll('##[', `#${BREAK}#[`);
}
