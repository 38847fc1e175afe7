import type { Lines } from './reading.ts';
import { formatAt } from './text-format.ts';

/** The lines of a text without the indentation that all of them have, where the text is an edit by its first line then. */
export function withoutMargin(text: Lines): Lines {
  const filled = text.lines.findIndex((line) => line.trim() !== '');
  const margin = /^[ \t]*/.exec(text.lines[filled] ?? '')?.[0] ?? '';
  if (margin === '' || !text.lines.every((line) => line.startsWith(margin) || line.trim() === ''))
    return text;
  const moved = { ...text, lines: text.lines.map((line) => line.slice(margin.length)) };
  return formatAt(moved, filled) === null ? text : moved;
}
