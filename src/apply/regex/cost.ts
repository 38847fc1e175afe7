/**
 * What the engine's work on one expression costs, in steps: a step is one instruction at one character, some
 * 20 ns. The factors come from the worst expressions that were found for each of them.
 */

/** Steps to read and compile an expression, as far as its text tells; known before any of it is done. */
export function readingSteps(pattern: string): number {
  const properties = occurrencesOf(/\\p/gi, pattern);
  const wideRanges = /\P{ASCII}|\\[xu]/u.test(pattern) ? occurrencesOf(/-/g, pattern) : 0;
  return (
    pattern.length * STEPS_PER_CHARACTER + properties * STEPS_PER_PROPERTY + wideRanges * STEPS_PER_RANGE
  );
}

function occurrencesOf(expression: RegExp, text: string): number {
  return [...text.matchAll(expression)].length;
}

/** Steps per character of an expression that is read. */
const STEPS_PER_CHARACTER = 250;

/** Steps for a class such as \pL, which brings hundreds of ranges. */
const STEPS_PER_PROPERTY = 20_000;

/** Steps for a range that may reach far beyond ASCII: without regard to case, each letter in it is looked up. */
const STEPS_PER_RANGE = 200_000;

/** Steps per instruction that an expression compiles to: repeats make many of little text. */
export const STEPS_PER_INSTRUCTION = 150;

/** Steps that each search takes besides those that look at the text. */
export const STEPS_PER_SEARCH = 50;

/** Steps for each part of a replacement that is filled in. */
export const STEPS_PER_PART = 25;
