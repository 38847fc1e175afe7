import { doctestLines } from '../patch/elision/doctest.ts';
import { isElision, isWordedElision, mayBeElision } from '../patch/elision/elision.ts';
import { inlineElision } from '../patch/elision/inline-elision.ts';
import { isStandIn } from '../patch/elision/stand-in.ts';
import { type Hunk, linesOf, newSide, oldSide } from '../patch/hunk.ts';
import type { Refusal } from '../patch/refusal.ts';
import { indentOf } from './indent/indentation.ts';
import { type RemarkOptions, restRemarks } from './rest-remark.ts';
import type { Operation } from './wanted.ts';

/**
 * The refusal of an operation that would put "… rest unchanged …" where lines of code belong; null: it would
 * not. Elisions that stand among the old lines too are no new text, and mean lines to pass over.
 */
export function elidedRefusal(operation: Operation): Refusal | null {
  switch (operation.action) {
    case 'create':
      return elidedNew(operation);
    case 'edit':
      return elidedEdit(operation);
    case 'regex':
    case 'write':
      return null;
    default:
      return (
        operation.hunks.map((hunk) => elidedHunk(hunk, operation.path)).find((found) => found !== null) ??
        null
      );
  }
}

function elidedNew({ path, lines, hunk }: Extract<Operation, { action: 'create' }>): Refusal | null {
  const sessions = doctestLines(lines);
  const elision = lines.find((line, at) => isWordedElision(line) && !sessions.has(at));
  return refusalFor(elision, path, hunk);
}

/** The refusal of a whole file with lines left out that the file as it is (`before`, where there is one) does not have. */
export function elidedFile(
  { path, write, found }: Extract<Operation, { action: 'write' }>,
  before: string | undefined,
): Refusal | null {
  if (write.encoding === 'base64') return null;
  const lines = linesOf(write.content);
  const old = before === undefined ? [] : linesOf(before);
  if (old.filter(isFilled).length > 1 && isStandIn(write.content)) {
    return refusalFor(write.content.trim(), path);
  }
  const facts = { path, isNew: before === undefined, found, isProse: isProse(path) };
  const isShorter = lines.length < old.length - 1;
  const removed = countGone(old, lines);
  const sessions = doctestLines(lines);
  const standsFor = (line: string, at: number) =>
    isLeftOut(line, facts, () => endsBlock(lines, at, old)) ||
    (isShorter && mayBeElision(line, facts)) ||
    endsLeftOut(lines, at, { removed, added: isShorter ? 0 : removed, path });
  const elisions = lines.filter((line, at) => !sessions.has(at) && standsFor(line, at));
  const known = trimmedSet(old);
  const elision = elisions.find((line) => !known.has(line.trim()));
  return refusalFor(elision ?? saidRest(old, lines, { isProse: facts.isProse, withMarks: !isShorter }), path);
}

/** A remark that says of several lines, for which it stands, that they stay or are the rest. */
function saidRest(
  old: readonly string[],
  now: readonly string[],
  options: RemarkOptions,
): string | undefined {
  return restRemarks(old, now, options).find(({ isSaid }) => isSaid)?.line;
}

/** How many lines the file as it was has more often. */
function countGone(old: readonly string[], lines: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of lines) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
  return old.filter((line) => {
    const count = left.get(line.trim()) ?? 0;
    left.set(line.trim(), count - 1);
    return isFilled(line) && count <= 0;
  }).length;
}

type FileFacts = {
  readonly path: string;
  readonly isNew: boolean;
  readonly isProse: boolean;
  readonly found: 'fenced' | 'beside' | 'bare' | undefined;
};

/** Dots alone are mere text in a file that is sent on purpose, and in Python and YAML where a block ends with them. */
function isLeftOut(line: string, { path, isNew, found }: FileFacts, stands: () => boolean): boolean {
  if (isWordedElision(line)) return true;
  if (isNew || !isElision(line)) return false;
  if (!/^(?:\.{3}|…)$/.test(line.trim())) return true;
  return found !== undefined && !(/\.(?:pyi?|ya?ml)$/.test(path) && stands());
}

/** Are the dots at `at` the last of their block, as a statement is that does nothing, or a mark at the file's own end? */
function endsBlock(lines: readonly string[], at: number, old: readonly string[]): boolean {
  const depth = indentOf(lines[at] ?? '').length;
  let next = at + 1;
  while (next < lines.length && !isFilled(lines[next] ?? '')) next += 1;
  if (next < lines.length) return indentOf(lines[next] ?? '').length < depth;
  return depth > 0 || lines.slice(0, at).findLast(isFilled)?.trim() === old.findLast(isFilled)?.trim();
}

function isFilled(line: string): boolean {
  return line.trim() !== '';
}

function elidedHunk({ lines, number }: Hunk, path: string): Refusal | null {
  const [removed, put] = ['-', '+'].map((side) => lines.filter(([mark]) => mark === side).length);
  const takes = { removed: removed ?? 0, added: put ?? 0 };
  const written = lines.filter(([mark]) => mark !== '-');
  const texts = written.map(([, text]) => text);
  const before = lines.flatMap(([mark, text]) => (mark === '+' ? [] : [text]));
  const sessions = doctestLines(texts, before);
  const added = written.filter(
    ([mark], at) => mark === '+' && !sessions.has(at) && standsForLines(texts, at, { ...takes, path }),
  );
  const old = trimmedSet(before);
  const elision = added.find(([, text]) => !old.has(text.trim()))?.[1];
  return refusalFor(elision ?? saidRest(before, texts, { isProse: isProse(path) }), path, number);
}

function elidedEdit({ path, edit }: Extract<Operation, { action: 'edit' }>): Refusal | null {
  const found = linesOf(edit.find);
  const replace = linesOf(edit.replace);
  const had = new Set(found);
  const kept = replace.filter((line) => had.has(line)).length;
  // The text may be a part of a line, which then stays.
  const takes = { removed: found.length > 1 ? found.length - kept : 0, added: replace.length - kept };
  const sessions = doctestLines(replace, found);
  const added = replace.filter(
    (_, at) => !sessions.has(at) && standsForLines(replace, at, { ...takes, path }),
  );
  const old = trimmedSet(found);
  const elision = added.find((line) => !old.has(line.trim()));
  const refusal = refusalFor(elision ?? saidRest(found, replace, { isProse: isProse(path) }), path);
  return refusal === null ? null : { ...refusal, pointer: '/replace' };
}

/**
 * Dots alone are mere text in what is only added, and a statement of Python outside of a comment; a remark that all is as it
 * was is one, unless several lines go for it.
 */
function standsForLines(lines: readonly string[], at: number, { removed, added, path }: Taken): boolean {
  const line = lines[at] ?? '';
  if (isWordedElision(line) || endsLeftOut(lines, at, { removed, added, path })) return true;
  if (removed > 0 && COMMENT.test(line) && isElision(line)) return true;
  return removed > 1 && removed > added && mayBeElision(line, { isProse: isProse(path) });
}

type Taken = { readonly removed: number; readonly added: number; readonly path: string };

/** Does what stands behind code on the line stand for several lines that go? */
function endsLeftOut(lines: readonly string[], at: number, { removed, added, path }: Taken): boolean {
  if (removed < 2) return false;
  const facts = { isProse: isProse(path), hasDots: DOTTED.test(path), next: lines[at + 1] };
  const elision = inlineElision(lines[at] ?? '', facts);
  return elision === 'said' || (elision === 'likely' && removed > added);
}

/** Python has a set of dots, and Perl a body that is not yet written. */
const DOTTED = /\.(?:pyi?|pyx|ipynb|p[lm]6?|t|raku(?:mod|test)?)$/i;

/** A document, which may speak of texts that were cut, or show one. */
function isProse(path: string): boolean {
  return /\.(?:mdx?|markdown|rst|txt|text|adoc|org|tex|log)$/i.test(path);
}

const COMMENT = /^\s*(?:\/\/|#|\/\*|\*|\{\/\*|<!--|--|;|%)/;

/** What is to be told of remarks that may stand for lines that go, but may as well be about the code; of edits alone. */
export function remarkNotes(operation: Operation): readonly string[] {
  const { path } = operation;
  const sides =
    operation.action === 'edit'
      ? [[linesOf(operation.edit.find), linesOf(operation.edit.replace)] as const]
      : 'hunks' in operation && operation.action !== 'delete'
        ? operation.hunks.map((hunk) => [oldSide(hunk), newSide(hunk)] as const)
        : [];
  return sides.flatMap(([old, now]) =>
    restRemarks(old, now, { isProse: isProse(path) }).map(
      ({ line, gone }) =>
        `A remark in ${path} takes the place of ${gone} lines, which may have been meant to stay: ${JSON.stringify(line.trim())}`,
    ),
  );
}

function trimmedSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map((line) => line.trim()));
}

function refusalFor(elision: string | undefined, path: string, hunk?: number): Refusal | null {
  if (elision === undefined) return null;
  const line = elision.trim();
  const message = `The new text for ${path} leaves lines out: ${JSON.stringify(line)} stands where they belong. Send all lines, or only edits of those that change.`;
  return { code: 'elided_edit', message, path, ...(hunk === undefined ? {} : { hunk }), data: { line } };
}
