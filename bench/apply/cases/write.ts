import type { Format } from '../case.ts';
import { newLines, oldLines } from './line-edit.ts';
import type { Sketch, SketchedHunk } from './sketch.ts';

/** How a patch is written down, as far as formats have a choice. */
export type Writing = {
  /** The lines above the hunks of a diff. */
  readonly fileHeader: 'git' | 'plain' | 'no_prefixes' | 'none';
  /** `none`: `@@ @@`; `dots`: `@@ ... @@`; `missing`: no line at all between hunks. */
  readonly numbers: 'right' | 'none' | 'dots' | 'missing';
  /** Context lines lose the space before them: blank ones, all, or none. */
  readonly lostSpaces: 'none' | 'blank' | 'all';
  /** `*** Begin Patch` and `*** End Patch`. */
  readonly envelope: boolean;
  /** `12 | ` before every line. */
  readonly lineNumbers: boolean;
  /** A line break is written as a backslash and an n within the strings of edits. */
  readonly escaped: boolean;
  /** A blank line that the file lacks, first in every block to search for. */
  readonly blankFirst: boolean;
  readonly markers: 'aider' | 'long' | 'cline' | 'roo';
  /** A line that stands for all of a whole file that is below the last change. */
  readonly rest: string | null;
  /** What edits call the old text and the new one. */
  readonly names: readonly [old: string, now: string];
  /** White space before every line, as in a list. */
  readonly margin: string;
  /** Words before and behind, and a fence around. */
  readonly prose: { readonly before: string; readonly behind: string } | null;
  readonly ending: '\n' | '\r\n';
};

export const PLAIN_WRITING: Writing = {
  fileHeader: 'git',
  numbers: 'right',
  lostSpaces: 'none',
  envelope: true,
  lineNumbers: false,
  escaped: false,
  blankFirst: false,
  markers: 'aider',
  rest: null,
  names: ['old_str', 'new_str'],
  margin: '',
  prose: null,
  ending: '\n',
};

export function writePatch(format: Format, sketch: Sketch): string {
  const { writing } = sketch;
  const lines = BODIES[format](sketch);
  return fenced(lines, format, sketch)
    .map((line) => writing.margin + line + writing.ending)
    .join('');
}

const BODIES: { readonly [format in Format]: (sketch: Sketch) => readonly string[] } = {
  diff: diffLines,
  blocks: blockLines,
  apply_patch: applyPatchLines,
  edits: editLines,
  whole: wholeLines,
  regex: () => {
    throw new Error('Expressions are not made of hunks.');
  },
};

function diffLines({ path, hunks, writing }: Sketch): readonly string[] {
  const names = writing.fileHeader === 'no_prefixes' ? [path, path] : [`a/${path}`, `b/${path}`];
  const header = [`--- ${names[0]}`, `+++ ${names[1]}`];
  const git = writing.fileHeader === 'git' ? [`diff --git ${names.join(' ')}`] : [];
  let drift = 0;
  const body = hunks.flatMap((hunk, index) => {
    const range = rangeOf(hunk, drift);
    drift += newLines(hunk).length - oldLines(hunk).length;
    if (writing.numbers === 'missing' && index > 0) return markedLines(hunk, writing);
    const header = { right: range, none: '@@ @@', dots: '@@ ... @@', missing: range }[writing.numbers];
    return [header, ...markedLines(hunk, writing)];
  });
  return writing.fileHeader === 'none' ? body : [...git, ...header, ...body];
}

function rangeOf(hunk: SketchedHunk, drift: number): string {
  const [old, now] = [oldLines(hunk).length, newLines(hunk).length];
  const [oldOff, newOff] = hunk.miscount ?? [0, 0];
  const start = Math.max(0, hunk.start + (old > 0 ? 1 : 0) + (hunk.shift ?? 0));
  const counts = [Math.max(0, old + oldOff), Math.max(0, now + newOff)];
  const anchor = hunk.anchor === undefined ? '' : ` ${hunk.anchor}`;
  return `@@ -${start},${counts[0]} +${Math.max(0, start + drift)},${counts[1]} @@${anchor}`;
}

function markedLines({ lines }: SketchedHunk, { lostSpaces }: Writing): readonly string[] {
  return lines.map(([mark, text]) => {
    const loses = mark === ' ' && (lostSpaces === 'all' || (lostSpaces === 'blank' && text === ''));
    return loses ? text : mark + text;
  });
}

function blockLines({ path, hunks, writing }: Sketch): readonly string[] {
  const [search, middle, replace] = MARKERS[writing.markers];
  return hunks.flatMap((hunk) => [
    path,
    `\`\`\`${languageOf(path)}`,
    search,
    ...(writing.markers === 'roo' ? [`:start_line:${hunk.start + 1}`, '-------'] : []),
    ...(writing.blankFirst ? [''] : []),
    ...numbered(oldLines(hunk), hunk, writing),
    middle,
    ...numbered(newLines(hunk), hunk, writing),
    replace,
    '```',
    '',
  ]);
}

const MARKERS = {
  aider: ['<<<<<<< SEARCH', '=======', '>>>>>>> REPLACE'],
  long: ['<<<<<<<<< SEARCH', '=========', '>>>>>>>>> REPLACE'],
  cline: ['------- SEARCH', '=======', '+++++++ REPLACE'],
  roo: ['<<<<<<< SEARCH', '=======', '>>>>>>> REPLACE'],
} as const;

function numbered(
  lines: readonly string[],
  { start }: SketchedHunk,
  { lineNumbers }: Writing,
): readonly string[] {
  return lineNumbers ? lines.map((line, index) => `${start + index + 1} | ${line}`) : lines;
}

function applyPatchLines({ path, hunks, writing }: Sketch): readonly string[] {
  const body = hunks.flatMap((hunk) => {
    const header =
      writing.numbers === 'missing'
        ? rangeOf(hunk, 0)
        : hunk.anchor === undefined
          ? '@@'
          : `@@ ${hunk.anchor}`;
    return [header, ...markedLines(hunk, writing)];
  });
  const lines = [`*** Update File: ${path}`, ...body];
  return writing.envelope ? ['*** Begin Patch', ...lines, '*** End Patch'] : lines;
}

function editLines({ path, hunks, writing }: Sketch): readonly string[] {
  const joint = writing.escaped ? '\\n' : writing.ending;
  const text = (lines: readonly string[], hunk: SketchedHunk) => numbered(lines, hunk, writing).join(joint);
  const [old, now] = writing.names;
  const edits = hunks.map((hunk) => ({
    [old]: text(oldLines(hunk), hunk),
    [now]: text(newLines(hunk), hunk),
  }));
  return [JSON.stringify({ path, edits })];
}

/** The file as it shall be, with what the hunks say. */
function wholeLines({ path, base, hunks, writing }: Sketch): readonly string[] {
  const lines: string[] = [];
  let done = 0;
  for (const hunk of hunks) {
    lines.push(...base.slice(done, hunk.start), ...newLines(hunk));
    done = hunk.start + hunk.span;
  }
  const rest = writing.rest === null ? base.slice(done) : [writing.rest];
  return [path, `\`\`\`${languageOf(path)}`, ...lines, ...rest, '```'];
}

function fenced(lines: readonly string[], format: Format, { writing }: Sketch): readonly string[] {
  if (writing.prose === null) return lines;
  const { before, behind } = writing.prose;
  if (format === 'blocks' || format === 'whole') return [before, '', ...lines, behind];
  const language = format === 'diff' ? 'diff' : format === 'edits' ? 'json' : '';
  return [before, '', `\`\`\`${language}`, ...lines, '```', '', behind];
}

function languageOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
