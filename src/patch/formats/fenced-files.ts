import type { Refusal } from '../refusal.ts';
import { closes, isShellFence, UNFENCED, withoutIndent } from './fences.ts';
import { addRepair, fileNamed, type Lines, lineAt, malformedAt, numberOf } from './reading.ts';
import { blocksAt, commandsNotRun } from './shell-commands.ts';
import type { Part } from './text-parts.ts';

/** A file as it shall be, found in a text. */
export type FoundFile = {
  readonly path: string;
  readonly content: string;
  readonly found: 'fenced' | 'bare';
  readonly linesBefore: number;
  readonly sureLines?: number;
};

export type WholeFiles = {
  readonly files: readonly FoundFile[];
  /** What was passed over beside them, in sentences. */
  readonly repairs: readonly string[];
  /** Commands that were, in sentences. */
  readonly notDone: readonly string[];
};

/**
 * The files among the code blocks of a text without edits: each block that says which file it is, or the only one,
 * for the given path. Commands and examples are none, and are told instead.
 */
export function fencedFiles(lines: Lines, parts: readonly Part[]): WholeFiles | Refusal {
  const blocks = parts.filter((part) => !isCommands(lines, part));
  const named = blocks.filter((part) => isNamed(lines, part));
  const [only, second] = named.length > 0 ? named : blocks;
  if (only === undefined || (named.length === 0 && (second !== undefined || lines.path === undefined)))
    return unnamed(lines, blocks[0] ?? parts[0]);
  const taken = new Set(named.length > 0 ? named : [only]);
  const doubt = followerInDoubt(parts, taken);
  const files =
    doubt === undefined
      ? [...taken].map((part) => fileIn(lines, part, part.title?.path))
      : longFile(lines, taken);
  if (files === null) return unpaired(lines, doubt);
  const paths = new Set<string>();
  const twice = files.find(({ path }) => paths.size === paths.add(path).size);
  if (twice !== undefined) return sentTwice(twice);
  for (const file of files) noteTaken(lines, file);
  const left = parts.filter((part) => !taken.has(part) && (doubt === undefined || part.start < only.start));
  const commands = left.filter((part) => isCommands(lines, part));
  const examples = left.filter((part) => !isCommands(lines, part));
  return {
    files,
    repairs: passedOver(lines, examples),
    notDone: commandsNotRun(lines, commands),
  };
}

/** Notes that a code block became a file, which the text may not have meant. */
export function noteTaken(
  lines: Lines,
  { path, linesBefore }: Pick<FoundFile, 'path' | 'linesBefore'>,
): void {
  addRepair(
    lines.repairs,
    `the code block was taken for the whole of ${path}`,
    numberOf(lines, linesBefore - 1),
  );
}

/** The file that a fence holds. */
export function fileIn(lines: Lines, { start, end, fence }: Part, path?: string): FoundFile {
  const own = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED);
  return {
    path: path === undefined ? (lines.path ?? '') : fileNamed(lines, path, start - 1),
    content: own.length === 0 ? '' : `${own.join('\n')}\n`,
    found: 'fenced',
    linesBefore: start,
  };
}

/** A script says more clearly than by a sentence that it is a file, and no commands to type. */
function isCommands(lines: Lines, { fence, title }: Part): boolean {
  if (fence === undefined || !isShellFence(fence) || title?.isAlone === true) return false;
  return lines.path === undefined || !/\.(?:sh|bash|zsh|ps1|bat|cmd)$/.test(lines.path);
}

/** What a sentence names does not stand against a path that was given. */
function isNamed(lines: Lines, { title }: Part): boolean {
  return title !== undefined && (title.isAlone || lines.path === undefined);
}

function unnamed(lines: Lines, first: Part | undefined): Refusal {
  const line = numberOf(lines, (first?.start ?? 1) - 1);
  const message = `The code block at line ${line} does not say which file it is, and holds no edit. Put the file's path, and nothing else, on the line above it, or send a write change.`;
  return malformedAt({ line, path: lines.path }, message);
}

/**
 * A block without a name whose first line may be the last one of a block inside of the file before it: what opens
 * with a language closes nothing.
 */
function followerInDoubt(parts: readonly Part[], taken: ReadonlySet<Part>): Part | undefined {
  const next = new Map<string, Part>();
  let doubt: Part | undefined;
  for (const part of parts.toReversed()) {
    const mark = part.fence?.mark ?? '';
    const follower = next.get(mark);
    if (taken.has(part) && follower?.fence?.info === '' && !taken.has(follower)) doubt = follower;
    next.set(mark, part);
  }
  return doubt;
}

/**
 * One file that holds code blocks of its own, up to the fence that ends the text; null: it does not look so.
 * Only the file that it replaces can tell whether what follows the first end is part of it.
 */
function longFile(lines: Lines, taken: ReadonlySet<Part>): readonly FoundFile[] | null {
  const [only, second] = taken;
  const last = lines.lines.findLastIndex((line) => line.trim() !== '');
  if (only?.fence === undefined || second !== undefined) return null;
  if (!closes(lineAt(lines, last) ?? '', only.fence)) return null;
  const file = fileIn(lines, { ...only, end: last }, only.title?.path);
  return [{ ...file, sureLines: only.end - only.start }];
}

/** A file that holds a fence of its own seems to end there: what follows would be lost. */
function unpaired(lines: Lines, doubt: Part | undefined): Refusal {
  const line = numberOf(lines, (doubt?.start ?? 1) - 1);
  const message = `The code block at line ${line} names no file, so it may be part of the file before it. Put four backquotes around a file that holds code blocks, or send a write change.`;
  return malformedAt({ line }, message);
}

function sentTwice({ path, linesBefore }: FoundFile): Refusal {
  const message = `Two code blocks are for ${path}, so nobody can tell which one is the file. Send one of them.`;
  return malformedAt({ line: linesBefore, path }, message);
}

/** One sentence about all examples; none where there are none. */
function passedOver(lines: Lines, examples: readonly Part[]): readonly string[] {
  return examples.length === 0
    ? []
    : [`No file was made of ${blocksAt(lines, examples)}, because the line above is not just a path`];
}
