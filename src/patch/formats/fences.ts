import { isFileName } from './file-title.ts';
import { isKnownName, looksLikePath } from './path-line.ts';

/** The line that opens a Markdown fence. */
export type Fence = {
  /** Three or more of one character. */
  readonly mark: string;
  /** Spaces before it, which the lines inside have too. */
  readonly indent: number;
  /** What stands behind the mark: a language, and with some models a path. */
  readonly info: string;
};

/** How lines are indented that stand in no fence. */
export const UNFENCED: Pick<Fence, 'indent'> = { indent: 0 };

/** null: the line opens no fence. */
export function fenceOn(line: string): Fence | null {
  const match = FENCE.exec(line.trimEnd());
  if (match === null) return null;
  const [, space = '', mark = '', info = ''] = match;
  return info.includes('`') ? null : { mark, indent: space.length, info: info.trim() };
}

/**
 * Does the line end the fence? Not where it stands further in, as context lines do, nor where it is longer: that
 * underlines a heading.
 */
export function closes(line: string, { mark, indent }: Fence): boolean {
  const fence = fenceOn(line);
  return fence !== null && fence.info === '' && fence.indent <= indent && fence.mark === mark;
}

/**
 * Lines in a fence without its indentation: a fence in a list is indented, and so is every line in it. Where some line is
 * not, the others have theirs from the file.
 */
export function withoutIndent(
  lines: readonly string[],
  { indent }: Pick<Fence, 'indent'>,
): readonly string[] {
  const space = ' '.repeat(indent);
  if (indent === 0 || !lines.every((line) => line.startsWith(space) || line.trim() === '')) return lines;
  return lines.map((line) => (line.startsWith(space) ? line.slice(indent) : line.replace(/^ +/, '')));
}

/** The language, in lower case; empty where there is none. */
export function languageOf({ info }: Fence): string {
  return (/^[\w+#.-]*/.exec(info)?.[0] ?? '').toLowerCase();
}

/** The path that the opening line names: ` ```ts src/a.ts `, ` ```ts:src/a.ts `, ` ```ts title="src/a.ts" `. */
export function pathInInfo({ info }: Fence): string | null {
  const named = /(?:title|file|filename|path)="?([^"\s]{1,1024})"?/.exec(info)?.[1];
  if (named !== undefined) return looksLikePath(named) || isKnownName(named) ? named : null;
  const words = info.split(/[\s:]/).filter((word) => word !== '');
  const last = words.at(-1);
  if (last === undefined || words.length > 2) return null;
  const isPath =
    words.length === 2 ? looksLikePath(last) || isKnownName(last) : last.includes('/') && isFileName(last);
  return isPath ? last : null;
}

/** Does the opening line say anything besides its language and how the block is shown, such as `{1,3}` or `showLineNumbers`? */
export function hasWords({ info }: Fence): boolean {
  const [, ...words] = info.split(/\s+/);
  return words.some((word) => /[\p{L}\p{N}]/u.test(word) && !SHOWN.test(word));
}

const SHOWN =
  /^(?:\{.*|[\d,{}-]+|\w[\w-]*=(?:"[^"]*"|[\d.]+|true|false)|showLineNumbers|numberLines|linenums|line-numbers|copy|wrap)$/i;

/** A fence of commands to type. */
export function isShellFence(fence: Fence): boolean {
  return ['sh', 'bash', 'shell', 'zsh', 'console', 'shell-session', 'powershell', 'cmd', 'bat'].includes(
    languageOf(fence),
  );
}

const FENCE = /^( {0,12})(`{3,32}|~{3,32})(.{0,1200})$/;
