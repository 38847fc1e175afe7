import { type FileOperation, type Hunk, type HunkLine, linesOf } from '../hunk.ts';
import type { Refusal } from '../refusal.ts';
import { malformedAt, type Reading, readingOf } from './reading.ts';

/**
 * SEARCH/REPLACE blocks: a line with the path, then
 *
 *     <<<<<<< SEARCH
 *     lines as they are
 *     =======
 *     lines as they shall be
 *     >>>>>>> REPLACE
 *
 * A block without a path of its own belongs to the file of the block before. A block with nothing to search
 * creates its file. Lines with a Markdown fence around blocks mean nothing.
 */
export function readBlocks(text: string): Reading {
  const lines = linesOf(text);
  const refusals: Refusal[] = [];
  const operations: FileOperation[] = [];
  let path: string | undefined;
  let number = 0;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    if (line.trimEnd() === SEARCH) {
      number += 1;
      const block = readBlock(lines, at);
      if ('message' in block)
        refusals.push(malformedAt({ line: block.line, path, hunk: number }, block.message));
      else if (path === undefined)
        refusals.push(
          malformedAt(
            { line: at + 1, hunk: number },
            `Block ${number} has no path. Put a line with the file's path before it.`,
          ),
        );
      else addBlock(operations, { path, number, block });
      at = block.next;
    } else {
      if (isStray(line))
        refusals.push(
          malformedAt(
            { line: at + 1, path },
            `Line ${at + 1} is the middle or the end of a block that did not begin. Begin blocks with ${SEARCH}.`,
          ),
        );
      else if (!isFiller(line)) path = line.trim();
      at += 1;
    }
  }
  if (number === 0)
    refusals.push(
      malformedAt(
        { line: 1 },
        `There is no block. Send the path, then ${SEARCH}, ${DIVIDER} and ${REPLACE}, each on a line of its own.`,
      ),
    );
  return readingOf(operations, refusals);
}

const SEARCH = '<<<<<<< SEARCH';
const DIVIDER = '=======';
const REPLACE = '>>>>>>> REPLACE';

type Block = {
  readonly search: readonly string[];
  readonly replace: readonly string[];
  readonly next: number;
};

function readBlock(
  lines: readonly string[],
  start: number,
): Block | { message: string; line: number; next: number } {
  let divider = -1;
  for (let at = start + 1; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    if (line === DIVIDER && divider === -1) {
      divider = at;
    } else if (line === DIVIDER) {
      return {
        message: `The block at line ${start + 1} has two ${DIVIDER} lines, so nobody can tell which one divides it. Send an edit instead.`,
        line: at + 1,
        next: afterBlock(lines, at),
      };
    } else if (line === SEARCH) {
      return {
        message: `The block at line ${start + 1} does not end before the next one begins. End it with ${REPLACE}.`,
        line: at + 1,
        next: at,
      };
    } else if (line === REPLACE) {
      if (divider === -1)
        return {
          message: `The block at line ${start + 1} has no ${DIVIDER} line. Put one between the old and the new lines.`,
          line: at + 1,
          next: at + 1,
        };
      return { search: lines.slice(start + 1, divider), replace: lines.slice(divider + 1, at), next: at + 1 };
    }
  }
  return {
    message: `The block at line ${start + 1} does not end. End it with ${REPLACE}.`,
    line: start + 1,
    next: lines.length,
  };
}

/** Goes on behind a broken block's end, so that one mistake gives one refusal. */
function afterBlock(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trimEnd();
    if (line === REPLACE) return at + 1;
    if (line === SEARCH) return at;
  }
  return lines.length;
}

function isStray(line: string): boolean {
  const trimmed = line.trimEnd();
  return trimmed === DIVIDER || trimmed === REPLACE;
}

function isFiller(line: string): boolean {
  return line.trim() === '' || /^\s*(?:```|~~~)/.test(line);
}

function addBlock(
  operations: FileOperation[],
  { path, number, block }: { path: string; number: number; block: Block },
): void {
  if (block.search.length === 0) {
    operations.push({
      action: 'create',
      path,
      lines: block.replace,
      finalNewline: true,
      executable: false,
      hunk: number,
    });
    return;
  }
  const hunk: Hunk = { number, lines: hunkLines(block), anchors: [] };
  const last = operations.at(-1);
  if (last?.action === 'modify' && last.path === path)
    operations[operations.length - 1] = { ...last, hunks: [...last.hunks, hunk] };
  else operations.push({ action: 'modify', path, hunks: [hunk] });
}

/** Lines that both sides begin or end with are context: the file's own copy of them is kept. */
function hunkLines({ search, replace }: Block): readonly HunkLine[] {
  const shorter = Math.min(search.length, replace.length);
  let head = 0;
  while (head < shorter && search[head] === replace[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && search.at(-1 - tail) === replace.at(-1 - tail)) tail += 1;
  return [
    ...search.slice(0, head).map((text): HunkLine => [' ', text]),
    ...search.slice(head, search.length - tail).map((text): HunkLine => ['-', text]),
    ...replace.slice(head, replace.length - tail).map((text): HunkLine => ['+', text]),
    ...search.slice(search.length - tail).map((text): HunkLine => [' ', text]),
  ];
}
