/** The words of a command's line; `prefixed`: it began with `/ghost`. */
export type CommandLine =
  | { readonly ok: true; readonly words: readonly string[]; readonly prefixed: boolean }
  | { readonly ok: false; readonly problem: string };

/** More than any command with its reason; who writes more did not mean one line. */
export const MAX_COMMAND_CHARACTERS = 1000;

/**
 * The line of a comment that is a command, or tries to be one; null: the comment is none of ours.
 * Only the comment's first line counts, and not where it is indented as code is. The condition of ghost-command.yml has
 * to hear all of these.
 */
export function findCommand(body: string): string | null {
  const line = firstLine(body);
  const isCommand = /^ {0,3}\/ghost(?=\s|$)/i.test(line) || LOOK_ALIKE.test(line);
  return isCommand ? line.trim() : null;
}

/** Reads the first line of any text. Costs no more for a long text than for a short one. */
export function readLine(text: string): CommandLine {
  const line = firstLine(text).trim();
  if (line.length > MAX_COMMAND_CHARACTERS) {
    return problem(
      `A command has at most ${MAX_COMMAND_CHARACTERS} characters; write the verb and a short reason`,
    );
  }
  const [hidden] = HIDDEN.exec(line) ?? [];
  if (hidden !== undefined) {
    return problem(
      `The command holds the hidden character ${nameOf(hidden)}; type it by hand instead of pasting it`,
    );
  }
  if (LOOK_ALIKE.test(line)) {
    return problem(
      `The command begins with ${nameOf(line)}, which only looks like a slash; type "/ghost" with a plain slash`,
    );
  }
  const prefixed = PREFIX.test(line);
  const words = line
    .replace(PREFIX, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return { ok: true, words, prefixed };
}

const PREFIX = /^\/ghost(?=\s|$)/i;

/** Division slash, fraction slash, big and mathematical solidus, full width slash, and the other way round. */
const LOOK_ALIKE = /^[\u2215\u2044\u29F8\u27CB\uFF0F\\]ghost(?=\s|$)/i;

/** What can't be seen or reorders its neighbours; joiners stay, because words and emoji are written with them. */
const HIDDEN = /(?!\t|\u200C|\u200D|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** One character more than a command may have says that it is too long, and no more is looked at. */
function firstLine(text: string): string {
  return text.slice(0, MAX_SCANNED).split(/[\r\n]/, 1)[0] ?? '';
}

const MAX_SCANNED = 2 * MAX_COMMAND_CHARACTERS;

function nameOf(text: string): string {
  const hex = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `U+${hex}`;
}

function problem(sentence: string): CommandLine {
  return { ok: false, problem: `${sentence}.` };
}
