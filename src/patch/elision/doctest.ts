import { saysAsItWas } from './elision.ts';

/**
 * The lines of a session of Python that go on from one behind `>>>`, as docstrings and documents show them: the dots before
 * them are a prompt. Indices from 0. `old`: the lines that go, which show as well that a session goes on.
 */
export function doctestLines(lines: readonly string[], old: readonly string[] = []): ReadonlySet<number> {
  const found = new Set<number>();
  // What stands before the prompts of the session, where the line above is in one.
  let before = startOfOld(lines[0] ?? '', old);
  for (const [at, line] of lines.entries()) {
    if (before === null || !hasPrompt(line, before, '...')) before = sessionOn(line);
    else if (!isLeftOut(line.slice(before.length + PROMPT))) found.add(at);
  }
  return found;
}

/** Three characters and a space. */
const PROMPT = 4;

/** null: neither side says that a session goes on there. */
function startOfOld(first: string, old: readonly string[]): string | null {
  const start = INDENT.exec(first)?.[0] ?? '';
  const goesOn =
    hasPrompt(first, start, '...') &&
    old.some((line) => hasPrompt(line, start, '...') && CODE.test(line.slice(start.length + PROMPT)));
  return goesOn ? start : null;
}

const INDENT = /^[ \t]{0,200}/;

/** No remark has these. */
const CODE = /[[=]|[\w.]\(|:$/;

function hasPrompt(line: string, start: string, prompt: string): boolean {
  return line.startsWith(`${start}${prompt} `) || line === `${start}${prompt}`;
}

function sessionOn(line: string): string | null {
  if (!line.includes('>>>')) return null;
  const start = START.exec(line)?.[0] ?? '';
  return hasPrompt(line, start, '>>>') ? start : null;
}

/** The indentation, and the mark of the comment that the session may stand in. */
const START = /^[ \t]{0,200}(?:(?:#|\/{2,3}|\*|--|;;?|%)[ \t]{0,200})?/;

/** Is it no code, but words that the session goes on: "rest of the session unchanged", "existing code ..."? */
function isLeftOut(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  return /^[\p{L}\s,]+(?:\.{3}|…)$/u.test(text.trim()) || saysAsItWas(text);
}

/** A remark is short. */
const MAX_CHARACTERS = 200;
