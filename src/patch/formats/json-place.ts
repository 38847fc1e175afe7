import { linesToRead } from './reading.ts';
import { partsOf } from './text-parts.ts';

/**
 * Is JSON all of the patch that a text holds, by what stands before and behind it? Not where an edit writes it or stands
 * beside it: then the text is what has to be read.
 */
export function isAllOfText(before: string, after: string): boolean {
  // What stands in the JSON is left out: it may hold an edit in a string.
  const lines = linesToRead(`${before}\n{}\n${after}`);
  return lines !== null && partsOf(lines).every(({ format }) => format === 'fence');
}
