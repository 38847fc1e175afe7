import { fenceOn, isShellFence } from './fences.ts';
import { heredocWord } from './part-ends.ts';
import { type Lines, numberOf } from './reading.ts';
import type { Part } from './text-parts.ts';

/**
 * Sentences about the blocks of commands that were set aside: one about all of them, and one about each that may have been
 * meant for a file, by the line above it.
 */
export function commandsNotRun(lines: Lines, blocks: readonly Part[]): readonly string[] {
  const titled = blocks.filter(({ title }) => title !== undefined).slice(0, MOST_NUMBERS);
  const others = blocks.filter((block) => !titled.includes(block));
  return [
    ...(others.length === 0 ? [] : [`The commands in ${blocksAt(lines, others)} were not run`]),
    ...titled.map(
      (block) =>
        `The commands in ${blocksAt(lines, [block])} were not run, and ${block.title?.path} was not made of them`,
    ),
  ];
}

/**
 * The same about what a shell is given to do behind a patch, in the block in which it is given that. Where there is no
 * block, what stands right below the patch, and is no sentence, is for the shell too.
 */
export function commandsBehind(lines: Lines, parts: readonly Part[]): readonly string[] {
  const found = parts.flatMap((part, index) => {
    const at = part.format === 'fence' ? null : lineBehind(lines, part, parts[index + 1]?.start);
    return at === null ? [] : [numberOf(lines, at)];
  });
  return found.length === 0
    ? []
    : [`The commands at ${counted('line', found)}, behind a patch, were not run`];
}

export function blocksAt(lines: Lines, parts: readonly Part[]): string {
  const numbers = parts.map(({ start }) => numberOf(lines, start - 1));
  return `the code ${parts.length === 1 ? 'block' : 'blocks'} at ${counted('line', numbers)}`;
}

function lineBehind(lines: Lines, { fence, start, end }: Part, next = lines.lines.length): number | null {
  const isGiven = fence === undefined && heredocWord(lines.lines[start - 1] ?? '') !== null;
  if (isGiven) return lineRightBehind(lines, end, next);
  if (fence === undefined || !isShellFence(fence)) return null;
  // The line that gives the next patch to a shell is carried out, as it were.
  const given = heredocWord(lines.lines[next - 1] ?? '') === null ? next : next - 1;
  const behind = lines.lines.slice(end, given);
  const closing = behind.findIndex((line) => fenceOn(line) !== null);
  const commands = behind
    .slice(0, closing === -1 ? undefined : closing)
    .findIndex((line) => /\S\s+\S/.test(line));
  return commands === -1 ? null : end + commands;
}

function lineRightBehind({ lines }: Lines, end: number, next: number): number | null {
  for (let at = end; at < next; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || fenceOn(line) !== null || heredocWord(line) !== null) return null;
    if (/\S\s+\S/.test(line)) return /^\s*\p{Lu}|[.:!?]\s*$/u.test(line) ? null : at;
  }
  return null;
}

export function counted(unit: string, numbers: readonly number[]): string {
  const more = numbers.length > MOST_NUMBERS ? ` and ${numbers.length - MOST_NUMBERS} more` : '';
  return `${unit}${numbers.length === 1 ? '' : 's'} ${numbers.slice(0, MOST_NUMBERS).join(', ')}${more}`;
}

/** Enough to find them all; a text may hold thousands. */
const MOST_NUMBERS = 10;
