import type { Case } from '../case.ts';
import type { Random } from '../random.ts';
import { changedLine } from './edits.ts';
import { occurrencesOf } from './line-edit.ts';
import type { Base } from './texts.ts';

/** Cases of regular expressions, by what is the matter with them. null: the file has no line for it. */
export const EXPRESSIONS: {
  readonly [damage: string]: (base: Base, random: Random) => Omit<Case, 'id' | 'format' | 'damage'> | null;
} = {
  unique: (base, random) => literal(base, random, escapedText),
  unescaped: (base, random) => literal(base, random, (text) => (escapedText(text) === text ? null : text)),
  many: (base, random) => {
    const line = random.pick(base.lines).trim();
    const found = base.lines.join('\n').split(line).length - 1;
    return line.length < 4 || found < 2
      ? null
      : replacing(base, escapedText(line), changedLine(random, line), null);
  },
  none: (base, random) => {
    const line = changedLine(random, random.pick(base.lines).trim());
    const isThere = base.lines.some((other) => other.includes(line));
    return isThere ? null : replacing(base, escapedText(line), 'x', null);
  },
  hostile: (base) => replacing(base, '((\\w|\\s)+)+\\u0000$', 'x', null),
};

function literal(base: Base, random: Random, write: (text: string) => string | null) {
  const index = random.int(0, base.lines.length - 1);
  const line = base.lines[index] ?? '';
  const text = line.trim();
  const pattern = write(text);
  const once = base.lines.join('\n').split(text).length === 2 && occurrencesOf(base.lines, [line]) === 1;
  if (pattern === null || text.length < 8 || text.includes('$') || !once) return null;
  const replacement = changedLine(random, text);
  const after = base.lines.with(
    index,
    line.replace(text, () => replacement),
  );
  return replacing(base, pattern, replacement, after);
}

function replacing(
  { path, lines }: Base,
  pattern: string,
  replacement: string,
  after: readonly string[] | null,
) {
  const patch = JSON.stringify({ id: 'patch-1', target_file: path, patch: { pattern, replacement } });
  const text = (of: readonly string[]) => `${of.join('\n')}\n`;
  const want =
    after === null ? ({ kind: 'refusal' } as const) : ({ kind: 'text', text: text(after) } as const);
  return { path, base: text(lines), patch, want };
}

function escapedText(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
