import type { Refusal } from '../../patch/refusal.ts';
import type { ChangeOf } from '../../patch/schema.ts';
import { diagnoseEdit } from '../diagnosis/diagnose-edit.ts';
import { sceneOf } from '../diagnosis/scene.ts';
import { lineOf, linesAt, type TextEdit } from '../edit/edit.ts';
import type { Effort } from '../effort.ts';
import { cutLines } from '../file-lines.ts';
import type { Replacement } from '../text-file.ts';
import { literalEdit, literalPlaces } from './literal.ts';
import { compileRegex, findMatches, tooCostly } from './matches.ts';
import { otherTemplate } from './other-template.ts';
import { isExpression, onlyMatch } from './syntax.ts';
import { type Groups, parseTemplate, type TemplateResult } from './template.ts';

/**
 * Finds what a `regex` change replaces, as often as it must occur. The engine takes time linear in the text
 * for each match, whatever the expression is; in return it knows neither lookaround nor backreferences.
 *
 * An expression that matches nothing, or is none, is taken for the text that it is where this text is there:
 * so is read what was not escaped. Where both readings find something, and not the same, neither is taken.
 */
export function findRegex(text: string, change: ChangeOf<'regex'>, effort: Effort): TextEdit {
  const compiled = compileRegex(change, effort);
  if (!compiled.ok) {
    // What is an expression elsewhere was meant as one: only what is none anywhere can be nothing but a text.
    if (!compiled.rejected || isExpression(change.pattern)) return compiled;
    const places = literalPlaces(text, change, { groups: 0, effort });
    if (places === null) return tooCostly(change.path);
    return places.length === 0 ? compiled : literalEdit(text, change, { places, effort });
  }
  const { pattern } = compiled;
  const groups = pattern.groupCount();
  const replacement = change.replacement.replaceAll('\r\n', '\n');
  const template = readTemplate(replacement, change.pattern, { count: groups, names: pattern.namedGroups() });
  const parts = template.ok ? template.parts : [];
  const found = findMatches(text, { pattern, parts, change, effort });
  if (!found.ok) return found;
  const places = literalPlaces(text, change, { groups, effort });
  if (places === null) return tooCostly(change.path);
  if (found.replacements.length > 0 && !isOnlyLiteral(found.replacements, places, change))
    return matchEdit(text, change, { matches: found.replacements, places, template, effort });
  if (places.length > 0) return literalEdit(text, change, { places, effort });
  return refused(nothingFound(text, change, effort));
}

function readTemplate(replacement: string, pattern: string, groups: Groups): TemplateResult {
  const other = otherTemplate(replacement, { pattern, groups });
  if (other === null) return parseTemplate(replacement, groups);
  const meant = other === '\\n' ? 'a line break' : 'a group, as $1 or $<name>';
  return { ok: false, problem: `has ${other}, which would be written out; send ${meant}, or an edit` };
}

/**
 * What matches nothing between characters, too, such as `| a | b |`, replaces nothing that anybody could mean,
 * unless it does so as often as announced.
 */
function isOnlyLiteral(
  matches: readonly Replacement[],
  places: readonly Replacement[],
  { count }: ChangeOf<'regex'>,
): boolean {
  const matchesNothing = matches.some(({ start, end }) => start === end);
  return matchesNothing && matches.length !== count && places.length === count;
}

type Readings = {
  readonly matches: readonly Replacement[];
  readonly places: readonly Replacement[];
  readonly template: TemplateResult;
  readonly effort: Effort;
};

function matchEdit(text: string, { path, count }: ChangeOf<'regex'>, readings: Readings): TextEdit {
  const { matches, places, template, effort } = readings;
  if (!template.ok) {
    const message = `The replacement ${template.problem}. Correct it.`;
    return refused({ code: 'bad_pattern', path, message }, '/replacement');
  }
  const starts = matches.map(({ start }) => start);
  if (count !== 'all' && starts.length !== count) {
    const positions = linesAt(text, starts);
    const scene = sceneOf({ path, lines: () => cutLines(text), effort });
    const failure = { status: 'miscount', by: 'expression', count, positions, found: () => matches } as const;
    return refused(diagnoseEdit(failure, scene));
  }
  const spans = new Map(matches.map(({ start, end }) => [start, end]));
  const other = places.find(({ start, end }) => spans.get(start) !== end);
  const line = lineOf(text, starts[0] ?? 0);
  if (other === undefined) return { ok: true, replacements: matches, line };
  return refused(twoReadings(path, { expression: line, literal: lineOf(text, other.start) }));
}

type Lines = { readonly expression: number; readonly literal: number };

function twoReadings(path: string, { expression, literal }: Lines): Omit<Refusal, 'pointer'> {
  const message = `As an expression, it matches at line ${expression} of ${path}; as the text that it is, it stands at line ${literal}. Send an edit for the text, or escape what is special.`;
  return { code: 'ambiguous', message, path, data: { lines: [expression, literal] } };
}

function nothingFound(
  text: string,
  { path, pattern, replacement }: ChangeOf<'regex'>,
  effort: Effort,
): Omit<Refusal, 'pointer'> {
  const find = onlyMatch(pattern);
  if (find !== null)
    return diagnoseEdit(
      { status: 'not_found', find, replace: replacement },
      sceneOf({ path, lines: () => cutLines(text), effort }),
    );
  const message = `The expression matches nothing in ${path}. Correct it, or send an edit with the literal text.`;
  return { code: 'not_found', path, message };
}

/** `pointer` is relative to the change. */
function refused(refusal: Omit<Refusal, 'pointer'>, pointer = '/pattern'): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { ...refusal, pointer } };
}
