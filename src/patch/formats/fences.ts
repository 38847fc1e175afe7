import { fileInInfo, saysMore } from './fence-info.ts';

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

/** The path that the opening line names, whatever else it says. */
export function pathInInfo({ info }: Fence): string | null {
  return fileInInfo(info)?.path ?? null;
}

/** Does the opening line say anything besides its language and how the block is shown? */
export function hasWords({ info }: Fence): boolean {
  return saysMore(info);
}

/** A fence of commands to type. */
export function isShellFence(fence: Fence): boolean {
  return ['sh', 'bash', 'shell', 'zsh', 'console', 'shell-session', 'powershell', 'cmd', 'bat'].includes(
    languageOf(fence),
  );
}

const FENCE = /^( {0,12})(`{3,32}|~{3,32})(.{0,1200})$/;
