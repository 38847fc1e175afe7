import { MAX_FILE_BYTES } from '../../patch/limits.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { ChangeOf } from '../../patch/schema.ts';
import { diagnoseEdit } from '../diagnosis/diagnose-edit.ts';
import { sceneOf } from '../diagnosis/scene.ts';
import { type Effort, keepsPlace, looksAtPlace } from '../effort.ts';
import { cutLines, lineText } from '../file-lines.ts';
import { depthRefusal, isSent, replacementAt } from '../indent/within-indent.ts';
import { editLines, type LineEdit } from '../line-edit.ts';
import type { Location, Place } from '../locate/location.ts';
import { inOrder, type Rung } from '../report.ts';
import { type Replacement, replaceText, type TextFile } from '../text-file.ts';
import { edgesAt, withEdgeBreaks } from './edge-breaks.ts';
import { type UnescapedEdit, unescapedEdit } from './escaped-edit.ts';
import { locateLoosely, mayBePartlyThere } from './loose-edit.ts';
import { isReplaced, type Replaced, unclearRefusal } from './replaced.ts';
import { placesIn } from './text-search.ts';

export type TextEdit =
  | {
      readonly ok: true;
      readonly replacements: readonly Replacement[];
      /** From 1: where the first replacement begins. */
      readonly line: number;
      /** How the text was found where it is not there as it is sent. */
      readonly loose?: Loose;
    }
  | { readonly ok: false; readonly refusal: Refusal };

export type Loose = {
  readonly status: 'applied' | 'already_applied';
  /** Strictest first. */
  readonly rungs: readonly Rung[];
  /** What is to be done besides the replacements. */
  readonly lines: readonly LineEdit[];
};

/**
 * Finds the text of an `edit` as often as it must occur. Line ends of find and replace don't matter. A single
 * text that is not there as it is may be there with its escapes read, or as whole lines that differ a little.
 */
export function findEdit(text: string, edit: ChangeOf<'edit'>, effort: Effort): TextEdit {
  const sought: Sought = { ...editTexts(edit), rungs: [] };
  const literal = findLiterally(text, { edit, sought }, effort);
  if (literal !== null) return literal;
  const plain = plainlySought(sought);
  const found =
    (plain && ifClear(plain, { edit, found: findLiterally(text, { edit, sought: plain }, effort) })) ??
    (edit.count === 1 ? findLoosely(text, { edit, sought }, effort) : null) ??
    (plain && edit.count === 1
      ? ifClear(plain, { edit, found: findLoosely(text, { edit, sought: plain }, effort) })
      : null);
  if (found !== null) return found;
  const scene = sceneOf({ path: edit.path, lines: () => cutLines(text), effort });
  return {
    ok: false,
    refusal: diagnoseEdit({ status: 'not_found', ...editTexts(edit) }, scene),
  };
}

type Texts = { readonly find: string; readonly replace: string };

/** What to find and to put in its place, and how both were read where that is not as they were sent. */
type Sought = Texts & { readonly rungs: readonly Rung[] };

/** null: nothing of it is escaped. */
function plainlySought(sent: Texts): (Sought & UnescapedEdit) | null {
  const plain = unescapedEdit(sent);
  return plain && { ...plain, rungs: ['unescaped'] };
}

type Wanted = { readonly edit: ChangeOf<'edit'>; readonly sought: Sought };

/** null: the text is not there. */
function findLiterally(text: string, { edit, sought }: Wanted, effort: Effort): TextEdit | null {
  const { path, count } = edit;
  const { find, replace } = sought;
  const overlapping = count === 1;
  const found = occurrences(text, { find, overlapping, effort });
  const starts = found && withLastLines(text, { find, overlapping }, found);
  const scene = sceneOf({ path, lines: () => cutLines(text), effort });
  if (starts === null) return { ok: false, refusal: diagnoseEdit({ status: 'too_repetitive' }, scene) };
  if (starts.length === 0) return null;
  if (count !== 'all' && starts.length !== count) {
    const found = () =>
      starts.map((start) => ({ start, end: Math.min(start + find.length, text.length), text: replace }));
    const positions = linesAt(text, starts);
    return {
      ok: false,
      refusal: diagnoseEdit({ status: 'miscount', by: 'text', count, positions, found }, scene),
    };
  }
  const [only] = starts;
  const replaced =
    count === 1 && only !== undefined ? isReplaced(text, soughtAt(text, sought, only), only) : 'open';
  if (replaced !== 'open') return alreadyReplaced(replaced, path, lineOf(text, only ?? 0));
  const size = text.length + starts.length * (replace.length - find.length);
  if (size > MAX_FILE_BYTES) return { ok: false, refusal: { ...tooMuch(path), pointer: '/replace' } };
  const rest =
    count === 1 && only !== undefined ? restOf(text, soughtAt(text, sought, only), only, effort) : null;
  return rest ?? replacedAt(text, { edit, sought }, starts, effort);
}

/** What is left to do of an edit, some of whose new lines stand beside what it finds; null: they don't. */
function restOf(text: string, sought: Sought, start: number, effort: Effort): TextEdit | null {
  if (!mayBePartlyThere(text, sought, start)) return null;
  const place = locateLoosely(text, sought, effort);
  const isRest = place.status === 'placed' && place.rungs.includes('partly_there');
  return isRest ? asLoose(place, sought) : null;
}

/** With the place at the end of a file whose last line has no line break, where the text to find stands but for that. */
function withLastLines(
  text: string,
  { find, overlapping }: { readonly find: string; readonly overlapping: boolean },
  starts: readonly number[],
): readonly number[] {
  const last = text.length + 1 - find.length;
  const isLast = find.endsWith('\n') && !text.endsWith('\n') && text.endsWith(find.slice(0, -1));
  const before = starts.at(-1);
  const isFree = before === undefined || last >= before + (overlapping ? 1 : find.length);
  return isLast && isFree ? [...starts, last] : starts;
}

/** As it is where the file ends without a line break. */
function withoutLastBreaks<T extends Texts>(sought: T): T {
  const { find, replace } = sought;
  return {
    ...sought,
    find: find.slice(0, -1),
    replace: replace.endsWith('\n') ? replace.slice(0, -1) : replace,
  };
}

/** With the line breaks that the new text must have at that place. */
function soughtAt<T extends Texts>(text: string, sought: T, start: number): T {
  return withEdgeBreaks(sought, edgesAt(text, sought.find, start));
}

/** What stands at all places of the text gives way, each time to lines that are as deep as those of the file. */
function replacedAt(
  text: string,
  { edit, sought }: Wanted,
  starts: readonly number[],
  effort: Effort,
): TextEdit {
  const { path, count } = edit;
  const replacements: Replacement[] = [];
  let size = text.length;
  let [isDeep, isBroken] = [false, false];
  const areBroken = starts.some((start) => soughtAt(text, sought, start) !== sought);
  for (const start of starts) {
    const whole = areBroken ? withEdgeBreaks(sought, { above: true, below: true }) : sought;
    const own = start + whole.find.length > text.length ? withoutLastBreaks(whole) : whole;
    const { find, replace } = own;
    const replacing = replacementAt(text, own, start, effort);
    if (replacing.status === 'too_repetitive') {
      const scene = sceneOf({ path, lines: () => cutLines(text), effort });
      return { ok: false, refusal: diagnoseEdit({ status: 'too_repetitive' }, scene) };
    }
    if (replacing.status === 'unclear')
      return { ok: false, refusal: depthRefusal(path, lineOf(text, start)) };
    const { replacement } = replacing;
    const made = replacement.text;
    const replaced =
      count === 1 && made !== replace ? isReplaced(text, { find, replace: made }, start) : 'open';
    if (replaced !== 'open') return alreadyReplaced(replaced, path, lineOf(text, start));
    size += made.length - (replacement.end - replacement.start);
    if (size > MAX_FILE_BYTES) return { ok: false, refusal: { ...tooMuch(path), pointer: '/replace' } };
    isDeep ||= !isSent(replacement, own, start);
    isBroken ||= whole !== sought;
    replacements.push(replacement);
  }
  const found = { ok: true, replacements, line: lineOf(text, starts[0] ?? 0) } as const;
  const rungs: readonly Rung[] = [
    ...(isDeep ? (['indentation'] as const) : []),
    ...(isBroken ? (['edge_blanks'] as const) : []),
    ...sought.rungs,
  ];
  return rungs.length === 0 ? found : { ...found, loose: { status: 'applied', rungs, lines: [] } };
}

function alreadyReplaced(replaced: Exclude<Replaced, 'open'>, path: string, line: number): TextEdit {
  if (replaced === 'unclear') return { ok: false, refusal: unclearRefusal(path, line) };
  const loose: Loose = { status: 'already_applied', rungs: [], lines: [] };
  return { ok: true, replacements: [], line, loose };
}

/** null: no lines are like these, or only one that is what the edit would make: that proves nothing. */
function findLoosely(text: string, { edit, sought: sent }: Wanted, effort: Effort): TextEdit | null {
  const { sought, place } = locateWithBreaks(text, sent, effort);
  const scene = sceneOf({ path: edit.path, lines: () => cutLines(text), effort });
  switch (place.status) {
    case 'not_found':
    case 'elsewhere':
    case 'no_context':
    case 'overlap':
      return null;
    case 'already_applied':
      return sought.replace.includes('\n') ? asLoose(place, sought) : null;
    case 'placed':
      return asLoose(place, sought);
    case 'too_repetitive':
      return { ok: false, refusal: diagnoseEdit({ status: 'too_repetitive' }, scene) };
    case 'mixed_gaps':
      return { ok: false, refusal: diagnoseEdit(place, scene) };
    case 'ambiguous': {
      const failure = {
        status: 'miscount',
        by: 'text',
        count: 1,
        positions: place.positions,
        found: () => [],
      } as const;
      return { ok: false, refusal: diagnoseEdit(failure, scene) };
    }
  }
}

/** Where no words follow or precede the lines that were found, none are joined, and the new text is as it was sent. */
function locateWithBreaks(
  text: string,
  sent: Sought,
  effort: Effort,
): { readonly sought: Sought; readonly place: Location } {
  const broken = withEdgeBreaks(sent, { above: true, below: true });
  const place = locateLoosely(text, broken, effort);
  if (broken === sent) return { sought: sent, place };
  const sought = { ...broken, rungs: inOrder(['edge_blanks', ...sent.rungs]) };
  const [first, last] = place.status === 'placed' ? [place.edits[0], place.edits.at(-1)] : [];
  if (first === undefined || last === undefined) return { sought, place };
  const lines = cutLines(text);
  const isFilled = (line: number) => lineText(lines, line) !== '';
  const [above, below] = [isFilled(first.line - 1), isFilled(last.line + last.remove)];
  const own = withEdgeBreaks(sent, { above, below });
  return own.replace === broken.replace
    ? { sought, place }
    : { sought: own, place: locateLoosely(text, own, effort) };
}

function asLoose({ status, rungs, edits, position }: Place, sought: Sought): TextEdit {
  const loose: Loose = {
    status: status === 'placed' ? 'applied' : 'already_applied',
    rungs: inOrder([...rungs, ...sought.rungs]),
    lines: edits,
  };
  return { ok: true, replacements: [], line: position + 1, loose };
}

/** Refuses what was found by reading escapes, and would put a text there of which nobody knows how to read it. */
function ifClear(
  { isClear }: UnescapedEdit,
  { edit, found }: { readonly edit: ChangeOf<'edit'>; readonly found: TextEdit | null },
): TextEdit | null {
  if (isClear || found?.ok !== true || found.loose?.status === 'already_applied') return found;
  const message = `The text to replace is in ${edit.path} with its escapes read, at line ${found.line}, but the new text has some that may be meant as they stand. Send both texts as they stand in the file, with real line breaks.`;
  return {
    ok: false,
    refusal: {
      code: 'ambiguous',
      message,
      path: edit.path,
      pointer: '/replace',
      data: { lines: [found.line] },
    },
  };
}

/** The file with an edit made that was found in it. */
export function editText(
  file: TextFile,
  { replacements, loose }: Pick<Extract<TextEdit, { ok: true }>, 'replacements' | 'loose'>,
): TextFile {
  const lines = loose?.lines ?? [];
  return lines.length === 0 ? replaceText(file, replacements) : editLines(file, lines);
}

/** What to find and to put in its place, with the line ends that decoded text has. */
export function editTexts(edit: ChangeOf<'edit'>): { readonly find: string; readonly replace: string } {
  return { find: toLineFeeds(edit.find), replace: toLineFeeds(edit.replace) };
}

/** The refusal for replacements that would blow a file up; asked before they are made. */
export function tooMuch(path: string): Refusal {
  const message = `The replacements make ${path} larger than ${MAX_FILE_BYTES} bytes. Replace less, or with less.`;
  return { code: 'too_large', message, path, data: { limit: MAX_FILE_BYTES } };
}

/** Positions of lines, from 0, for ascending offsets. */
export function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  let line = 0;
  let next = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  });
}

/** From 1. */
export function lineOf(text: string, offset: number): number {
  return (linesAt(text, [offset])[0] ?? 0) + 1;
}

function toLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

type Search = { readonly find: string; readonly overlapping: boolean; readonly effort: Effort };

/** Offsets of `find`; those that overlap an earlier one count only where a single place is wanted. null: too many. */
export function occurrences(text: string, { find, overlapping, effort }: Search): readonly number[] | null {
  const starts: number[] = [];
  effort.searching -= text.length;
  if (effort.searching < 0) return null;
  let free = 0;
  for (const at of placesIn(text, find)) {
    if (!looksAtPlace(effort)) return null;
    if (at < free) continue;
    if (!keepsPlace(effort, starts.length)) return null;
    starts.push(at);
    if (!overlapping) free = at + find.length;
  }
  return starts;
}
