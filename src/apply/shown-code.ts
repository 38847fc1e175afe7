import { type HunkLine, linesOf } from '../patch/hunk.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Operation } from './wanted.ts';

/**
 * The refusal of new text for a file of code that is not the code, but how a message or an editor shows it: a whole file in
 * one fence, or lines that all have their numbers; null: it is none. `before` is what stands there, where anything does.
 */
export function shownCodeRefusal(operation: Operation, before?: string): Refusal | null {
  if (!isCode(operation.path)) return null;
  switch (operation.action) {
    case 'write': {
      const { content, encoding } = operation.write;
      return encoding === 'base64' ? null : wholeRefusal(operation.path, linesOf(content), before);
    }
    case 'create':
      return wholeRefusal(operation.path, operation.lines, undefined, operation.hunk);
    case 'edit': {
      const { find, replace } = operation.edit;
      const added = linesOf(replace);
      const refusal = partRefusal(operation.path, { old: linesOf(find), added });
      return refusal === null ? null : { ...refusal, pointer: '/replace' };
    }
    case 'regex':
      return null;
    default:
      return (
        operation.hunks
          .map(({ lines, number }) =>
            partRefusal(operation.path, { old: side(lines, '+'), added: side(lines, ' -'), hunk: number }),
          )
          .find((found) => found !== null) ?? null
      );
  }
}

/** Neither documents nor tables nor logs, nor what tests read: these may hold fences and numbers. */
function isCode(path: string): boolean {
  return CODE.test(path) && !/(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata|golden)(?:__)?\//i.test(path);
}

const CODE =
  /\.(?:[cm]?[jt]sx?|vue|svelte|pyi?|rb|go|rs|java|kts?|scala|swift|c|h|cc|cpp|cxx|hh|hpp|cs|fs|php|lua|jl|dart|exs?|erl|hs|mli?|cljs?|elm|zig|nim|sh|bash|zsh|fish|ps1|sql|s?css|sass|less|jsonc?|ya?ml|toml|gradle|proto|tf)$/i;

function side(lines: readonly HunkLine[], without: string): readonly string[] {
  return lines.filter(([mark]) => !without.includes(mark)).map(([, text]) => text);
}

function wholeRefusal(
  path: string,
  lines: readonly string[],
  before?: string,
  hunk?: number,
): Refusal | null {
  const what = shownAs(lines);
  // A file that looks so already is of a kind in which it is meant.
  if (what === null || (before !== undefined && shownAs(linesOf(before)) === what)) return null;
  return refusalOf(path, what, hunk);
}

type Shown = 'in a fence' | 'with line numbers';

function shownAs(lines: readonly string[]): Shown | null {
  const filled = lines.filter((line) => line.trim() !== '');
  if (isFenced(filled)) return 'in a fence';
  return filled.length >= FEWEST && countsUp(filled) ? 'with line numbers' : null;
}

function isFenced(filled: readonly string[]): boolean {
  const fence = /^(`{3,20}|~{3,20})[^`~]{0,100}$/.exec(filled[0]?.trimEnd() ?? '')?.[1];
  const last = filled.at(-1)?.trimEnd() ?? '';
  return fence !== undefined && filled.length > 1 && last.startsWith(fence) && /^(?:`+|~+)$/.test(last);
}

/** Lines that count up by chance are fewer. */
const FEWEST = 3;

/** Two old lines with numbers are of a table, to which these are added. */
function partRefusal(
  path: string,
  { old, added, hunk }: { old: readonly string[]; added: readonly string[]; hunk?: number },
): Refusal | null {
  const filled = added.filter((line) => line.trim() !== '');
  if (filled.length < FEWEST || !countsUp(filled) || old.some((line) => NUMBER.test(line))) return null;
  // A table in a text begins with 1; what an editor shows of a file does so at its beginning only.
  return /^1\s*[|│]/.test(filled[0]?.trim() ?? '') ? null : refusalOf(path, 'with line numbers', hunk);
}

function countsUp(lines: readonly string[]): boolean {
  const first = numberOf(lines[0] ?? '');
  return first !== null && lines.every((line, at) => numberOf(line) === first + at);
}

function numberOf(line: string): number | null {
  const number = NUMBER.exec(line)?.[1];
  return number === undefined ? null : Number(number);
}

/** As `cat -n` and editors show them. */
const NUMBER = /^ {0,8}(\d{1,7})(?: ?[|│]|→|\t)/;

function refusalOf(path: string, what: Shown, hunk?: number): Refusal {
  const send =
    what === 'in a fence' ? 'the content without its fence' : 'the lines without the numbers before them';
  return {
    code: 'malformed',
    message: `The new text for ${path} is code as a message or an editor shows it, ${what}. Send ${send}.`,
    path,
    ...(hunk === undefined ? {} : { hunk }),
  };
}
