import { RE2JS, RE2JSException } from 're2js';
import { MAX_FILE_BYTES, MAX_PATTERN_PROGRAM } from '../../patch/limits.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { ChangeOf } from '../../patch/schema.ts';
import { tooMuch } from '../edit/edit.ts';
import { type Effort, MAX_PLACES } from '../effort.ts';
import type { Replacement } from '../text-file.ts';
import { readingSteps, STEPS_PER_INSTRUCTION, STEPS_PER_PART, STEPS_PER_SEARCH } from './cost.ts';
import { lookedAt, reachOf } from './reach.ts';
import { enginePattern, misreadSyntax } from './syntax.ts';
import { expandTemplate, type TemplatePart } from './template.ts';

/** Its pointer is relative to the change. */
export type Refused = { readonly ok: false; readonly refusal: Refusal };

export type Compiled =
  | { readonly ok: true; readonly pattern: RE2JS }
  /** `rejected`: the engine can't read it; otherwise, it would be too much work. */
  | (Refused & { readonly rejected: boolean });

/** No work is begun that `effort` might not suffice for. */
export function compileRegex({ path, pattern, flags }: ChangeOf<'regex'>, effort: Effort): Compiled {
  const source = enginePattern(pattern);
  effort.matching -= readingSteps(source);
  if (effort.matching < 0) return { ...tooCostly(path), rejected: false };
  const misread = misreadSyntax(source);
  if (misread !== null) return rejected(path, `invalid or unsupported: ${misread}`);
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(source), flagBits(flags));
    const size = compiled.programSize();
    effort.matching -= size * STEPS_PER_INSTRUCTION;
    if (size <= MAX_PATTERN_PROGRAM) return { ok: true, pattern: compiled };
    const message = `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`;
    return { ...refused({ code: 'bad_pattern', path, message }), rejected: false };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return rejected(path, error.message);
  }
}

function rejected(path: string, reason: string): Compiled {
  const message = `The expression can't be used: ${reason}. Lookaround and backreferences are not taken; send an edit instead.`;
  return { ...refused({ code: 'bad_pattern', path, message }), rejected: true };
}

function flagBits(flags: string): number {
  const bits = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL };
  return Object.entries(bits).reduce((sum, [flag, bit]) => (flags.includes(flag) ? sum | bit : sum), 0);
}

export type Matches = { readonly ok: true; readonly replacements: readonly Replacement[] } | Refused;

export type Matching = {
  readonly pattern: RE2JS;
  readonly parts: readonly TemplatePart[];
  readonly change: ChangeOf<'regex'>;
  readonly effort: Effort;
};

/** All matches, and what each of them becomes. No search is begun that `effort` might not suffice for. */
export function findMatches(text: string, { pattern, parts, change, effort }: Matching): Matches {
  const size = pattern.programSize();
  const seeing = { reach: reachOf(enginePattern(change.pattern), change.flags), size };
  const matcher = pattern.matcher(text);
  const replacements: Replacement[] = [];
  let length = text.length;
  for (let from = 0; ; ) {
    // One search may read all that remains, and the last one always does.
    if (searchSteps(size, text.length - from) > effort.matching) return tooCostly(change.path);
    const end = matcher.find() ? matcher.end() : null;
    effort.matching -= searchSteps(size, lookedAt(text, seeing, { from, end }));
    if (end === null) return { ok: true, replacements };
    effort.matching -= parts.length * STEPS_PER_PART;
    if (effort.matching < 0 || replacements.length === MAX_PLACES) return tooCostly(change.path);
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

/** The refusal for an expression that is too much work, or that matches at more places than are looked at. */
export function tooCostly(path: string): Refused {
  const message = `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`;
  return refused({ code: 'too_large', message, path });
}

function refused(refusal: Omit<Refusal, 'pointer'>, pointer = '/pattern'): Refused {
  return { ok: false, refusal: { ...refusal, pointer } };
}
