import { RE2JS, RE2JSException } from 're2js';
import { MAX_FILE_BYTES, MAX_PATTERN_PROGRAM } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { ChangeOf } from '../patch/schema.ts';
import { countRefusal, lineOf, linesAt, type TextEdit, tooMuch } from './edit.ts';
import type { Effort } from './effort.ts';
import { readingSteps, STEPS_PER_INSTRUCTION, STEPS_PER_PART, STEPS_PER_SEARCH } from './regex-cost.ts';
import { lookedAt, reachOf } from './regex-reach.ts';
import { expandTemplate, parseTemplate, type TemplatePart } from './regex-template.ts';
import type { Replacement } from './text-file.ts';

/**
 * Finds what a `regex` change replaces, as often as it must occur. The engine takes time linear in the text
 * for each match, whatever the expression is; in return it knows neither lookaround nor backreferences.
 * The expression is never tried as literal text. No work is begun that `effort` might not suffice for.
 */
export function findRegex(text: string, change: ChangeOf<'regex'>, effort: Effort): TextEdit {
  const compiled = compile(change, effort);
  if (!compiled.ok) return compiled;
  const { pattern } = compiled;
  const template = parseTemplate(change.replacement, {
    count: pattern.groupCount(),
    names: pattern.namedGroups(),
  });
  if (!template.ok) {
    const message = `The replacement ${template.problem}. Correct it.`;
    return refused({ code: 'bad_pattern', path: change.path, message }, '/replacement');
  }
  const found = matchesOf(text, { pattern, parts: template.parts, change, effort });
  if (!found.ok) return found;
  const starts = found.replacements.map(({ start }) => start);
  if (starts.length === 0) {
    const message = `The expression matches nothing in ${change.path}. Correct it, or send an edit with the literal text.`;
    return refused({ code: 'not_found', path: change.path, message });
  }
  const miscount = countRefusal(change, linesAt(text, starts));
  if (miscount !== null) return refused(miscount);
  return { ok: true, replacements: found.replacements, line: lineOf(text, starts[0] ?? 0) };
}

type Compiled = { readonly ok: true; readonly pattern: RE2JS } | Extract<TextEdit, { ok: false }>;

function compile({ path, pattern, flags }: ChangeOf<'regex'>, effort: Effort): Compiled {
  effort.matching -= readingSteps(pattern);
  if (effort.matching < 0) return refused(tooCostly(path));
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flagBits(flags));
    const size = compiled.programSize();
    effort.matching -= size * STEPS_PER_INSTRUCTION;
    if (size <= MAX_PATTERN_PROGRAM) return { ok: true, pattern: compiled };
    const message = `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`;
    return refused({ code: 'bad_pattern', path, message });
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const message = `The expression can't be used: ${error.message}. Lookaround and backreferences are not taken; send an edit instead.`;
    return refused({ code: 'bad_pattern', path, message });
  }
}

function flagBits(flags: string): number {
  const bits = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL };
  return Object.entries(bits).reduce((sum, [flag, bit]) => (flags.includes(flag) ? sum | bit : sum), 0);
}

type Matches =
  | { readonly ok: true; readonly replacements: readonly Replacement[] }
  | Extract<TextEdit, { ok: false }>;

type Matching = {
  readonly pattern: RE2JS;
  readonly parts: readonly TemplatePart[];
  readonly change: ChangeOf<'regex'>;
  readonly effort: Effort;
};

function matchesOf(text: string, { pattern, parts, change, effort }: Matching): Matches {
  const size = pattern.programSize();
  const seeing = { reach: reachOf(change.pattern, change.flags), size };
  const matcher = pattern.matcher(text);
  const replacements: Replacement[] = [];
  let length = text.length;
  for (let from = 0; ; ) {
    // One search may read all that remains, and the last one always does.
    if (searchSteps(size, text.length - from) > effort.matching) return refused(tooCostly(change.path));
    const end = matcher.find() ? matcher.end() : null;
    effort.matching -= searchSteps(size, lookedAt(text, seeing, { from, end }));
    if (end === null) return { ok: true, replacements };
    effort.matching -= parts.length * STEPS_PER_PART;
    if (effort.matching < 0) return refused(tooCostly(change.path));
    const start = matcher.start();
    const replacement = { start, end, text: expandTemplate(parts, (group) => matcher.group(group) ?? '') };
    length += replacement.text.length - (end - start);
    if (length > MAX_FILE_BYTES) return refused(tooMuch(change.path), '/replacement');
    replacements.push(replacement);
    from = end;
  }
}

function searchSteps(size: number, characters: number): number {
  return size * (characters + 1) + STEPS_PER_SEARCH;
}

function tooCostly(path: string): Omit<Refusal, 'pointer'> {
  const message = `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`;
  return { code: 'too_large', message, path };
}

/** `pointer` is relative to the change. */
function refused(refusal: Omit<Refusal, 'pointer'>, pointer = '/pattern'): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { ...refusal, pointer } };
}
