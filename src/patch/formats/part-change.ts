import { UNFENCED, withoutIndent } from './fences.ts';
import { isKnownName, looksLikePath } from './path-line.ts';
import { fileNamed, type Lines } from './reading.ts';
import type { Part } from './text-parts.ts';
import type { PlainChange, TextOrigin } from './text-reading.ts';

/** The change that a part of a text in one of the patch formats is, with the path that is known from around it. */
export function changeOf(
  lines: Lines,
  { format, start, end, fence, path, isTitled, titleAt }: Part,
): PlainChange {
  const own = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED);
  const text = own.join('\n') + (end < lines.lines.length ? '\n' : '');
  const isOwn =
    path !== undefined &&
    (lines.path === undefined || (isTitled === true && (looksLikePath(path) || isKnownName(path))));
  const file = isOwn ? fileNamed(lines, path, titleAt ?? start) : lines.path;
  const named = file === undefined ? {} : { path: file };
  switch (format) {
    case 'diff':
      return { kind: 'diff', diff: text, ...named };
    case 'apply_patch':
      return { kind: 'apply_patch', patch: text, ...named };
    default:
      return { kind: 'blocks', text, ...named };
  }
}

type Found = {
  readonly part: Part;
  readonly change: PlainChange;
  /** The files that edits in the text are of. */
  readonly named: ReadonlySet<string>;
};

/** What is known of where the change's path is from. */
export function originOf(lines: Lines, { part, change, named }: Found): Omit<TextOrigin, 'found'> {
  return { linesBefore: part.start, ...pathFromOf(lines, part), ...inFullOf(lines, change, named) };
}

function pathFromOf(
  { path: given }: Lines,
  { path, isSentence, isTitled }: Part,
): Pick<TextOrigin, 'pathFrom'> {
  if (given !== undefined || path === undefined) return {};
  if (isSentence === true) return { pathFrom: 'sentence' };
  return { pathFrom: isTitled === true ? 'line' : 'mention' };
}

/** A name in one part is no short one of a file that another part names in full, nor where others are edited. */
function inFullOf(
  { path: given, given: shortened }: Lines,
  change: PlainChange,
  named: ReadonlySet<string>,
): Pick<TextOrigin, 'isInFull'> {
  if (!('path' in change) || change.path?.includes('/') !== true) return {};
  const isInFull = named.has(change.path) || (change.path === given && shortened === undefined);
  return isInFull ? { isInFull } : {};
}
