import { diffArrays } from 'diff';
import * as z from 'zod';
import type { Case } from './case.ts';

/** A place, from line 1, with lines that stand there and that the patch has otherwise; long ones may be cut. */
const suggestionSchema = z.object({ line: z.number(), texts: z.array(z.string()).readonly() }).readonly();

export type Suggestion = z.output<typeof suggestionSchema>;

/** What an applier made of a case; `suggestions`: what it offers in place of lines that it did not find. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), text: z.string() }).readonly(),
  z
    .object({
      ok: z.literal(false),
      reason: z.string(),
      suggestions: z.array(suggestionSchema).readonly().optional(),
      timedOut: z.boolean().optional(),
    })
    .readonly(),
]);

export type Answer = z.output<typeof answerSchema>;

/**
 * - correct: the right text, byte for byte, or a refusal that offers the right line in place of a removed one with a typo
 * - near: the right place, but white space or context is damaged
 * - wrong: another text, silently
 * - noop: success, and nothing changed
 * - refused: no text where one was wanted
 * - refused_ok: no text, or the file as it was, where nothing may change
 */
export const OUTCOMES = ['correct', 'near', 'wrong', 'noop', 'refused', 'refused_ok', 'timeout'] as const;

export type Outcome = (typeof OUTCOMES)[number];

export function score(item: Case, answer: Answer): Outcome {
  const { want, base } = item;
  if (want.kind === 'refusal') {
    if (answer.ok) return answer.text === base ? 'refused_ok' : 'wrong';
    return answer.timedOut === true ? 'timeout' : 'refused_ok';
  }
  if (!answer.ok) {
    if (answer.timedOut === true) return 'timeout';
    return offersTheRightLine(item, want.text, answer.suggestions ?? []) ? 'correct' : 'refused';
  }
  if (answer.text === want.text) return 'correct';
  if (answer.text === base) return 'noop';
  const ink = inkOf(answer.text);
  const isNear = ink === inkOf(want.text) || (want.pasted !== undefined && ink === inkOf(want.pasted));
  return isNear ? 'near' : 'wrong';
}

/** Right is what counts as success for its case. */
export function isRight(outcome: Outcome): boolean {
  return outcome === 'correct' || outcome === 'refused_ok';
}

/** Wrong is what nobody is told of. */
export function isWrong(outcome: Outcome): boolean {
  return outcome === 'wrong' || outcome === 'noop';
}

/** Damage to a line that is to be deleted: refusing is right there, if the right line is offered. */
const SUGGESTIBLE: ReadonlySet<string> = new Set(['typo_del', 'typo_in_removed']);

function offersTheRightLine(
  { damage, base }: Case,
  wanted: string,
  suggestions: readonly Suggestion[],
): boolean {
  if (!SUGGESTIBLE.has(damage)) return false;
  const removed = removedLines(base, wanted);
  return suggestions.some(({ line, texts }) =>
    removed.some(
      (one) =>
        Math.abs(line - one.line) <= NEAR_LINES &&
        texts.some((text) => text.slice(0, SHOWN_CHARACTERS) === one.text.slice(0, SHOWN_CHARACTERS)),
    ),
  );
}

/** A hunk's first line is rarely further than this from the line in question. */
const NEAR_LINES = 60;

/** Characters of a line that a suggestion has at least. */
const SHOWN_CHARACTERS = 200;

function removedLines(before: string, after: string): readonly { line: number; text: string }[] {
  let line = 1;
  return diffArrays(before.split('\n'), after.split('\n')).flatMap(({ added, removed, value }) => {
    if (added) return [];
    const start = line;
    line += value.length;
    return removed ? value.map((text, index) => ({ line: start + index, text })) : [];
  });
}

function inkOf(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
