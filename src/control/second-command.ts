import { partFences } from './fences.ts';
import { findCommand } from './line.ts';
import { shown } from './option-like.ts';

/**
 * Why a comment is no one command: below its first line stands another one, of which nothing would be done. A sentence
 * that ends with what to write instead; null: there is none. What GitHub shows as code or as a quotation is none.
 */
export function secondCommandIn(body: string): string | null {
  const [first = '', ...lines] = body.slice(0, MAX_COMMENT_CHARACTERS).split(/\r\n?|\n/);
  const parted = partFences(lines.join('\n'), first);
  // Where it is open what is code, a line that may be a command counts as one.
  const below = parted.ok ? parted.parts.filter((part) => typeof part === 'string') : lines;
  const second = below.find((line) => findCommand(line) !== null);
  return second === undefined
    ? null
    : `A comment is one command, and "${shown(second.trim())}" below it is another one; write a comment for each.`;
}

/** What GitHub takes. */
export const MAX_COMMENT_CHARACTERS = 65_536;
