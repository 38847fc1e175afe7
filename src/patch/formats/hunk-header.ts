/** What a line that begins with `@@` says. Every number in it is advice: models count badly. */
export type HunkHeader = {
  readonly oldStart?: number;
  readonly oldCount?: number;
  readonly newStart?: number;
  readonly newCount?: number;
  /** The line above the hunk that it names. */
  readonly anchor?: string;
};

export function isHunkHeader(line: string | undefined): boolean {
  return line?.startsWith('@@') === true && !line.startsWith('@@@');
}

/** `@@ -1,3 +1,4 @@ heading`, `@@ class A`, `@@ ... @@`, the same with a heading, or `@@` alone. */
export function parseHunkHeader(line: string): HunkHeader {
  const range = RANGE.exec(line);
  if (range === null) return anchorOf(withoutEnd(line.slice(2).replace(NO_RANGE, '')));
  const [, oldStart, oldCount, newStart, newCount, heading = ''] = range;
  return {
    oldStart: Number(oldStart),
    // Without the new range the old one is a line number alone, and counts nothing.
    ...(newStart === undefined
      ? {}
      : { oldCount: Number(oldCount ?? 1), newStart: Number(newStart), newCount: Number(newCount ?? 1) }),
    ...anchorOf(heading),
  };
}

/** Does the next hunk of a file begin below the one before, and as many lines further down as that one makes? */
export function countsOn(before: HunkHeader, next: HunkHeader): boolean {
  const [old, now] = [startsOf(before), startsOf(next)];
  if (old === null || now === null) return false;
  const grown = (before.newCount ?? 0) - (before.oldCount ?? 0);
  return now.old >= old.old + (before.oldCount ?? 0) && now.now - now.old === old.now - old.old + grown;
}

/** Where both sides begin; null: the header does not say it. A range without lines names the line before it. */
function startsOf(header: HunkHeader): { readonly old: number; readonly now: number } | null {
  const { oldStart, oldCount, newStart, newCount } = header;
  if (oldStart === undefined || newStart === undefined) return null;
  return { old: oldStart + (oldCount === 0 ? 1 : 0), now: newStart + (newCount === 0 ? 1 : 0) };
}

/** The line, from 1, where the old side begins. */
export function lineHintOf({ oldStart, oldCount }: HunkHeader): number | undefined {
  if (oldStart === undefined) return undefined;
  // A range without lines, such as -5,0, names the line before it.
  const line = oldCount === 0 ? oldStart + 1 : oldStart;
  return line > 0 ? line : undefined;
}

const RANGE = /^@@ ?-(\d{1,9})(?:,(\d{1,9}))?(?: \+(\d{1,9})(?:,(\d{1,9}))?)?(?: ?@@(.*)| {0,9})$/;

/** What stands where the ranges would, such as dots or question marks. */
const NO_RANGE = /^[\s\d.,?…+-]{0,40}@@/;

function withoutEnd(text: string): string {
  const trimmed = text.trim();
  return trimmed.endsWith('@@') ? trimmed.slice(0, -2) : trimmed;
}

function anchorOf(text: string): HunkHeader {
  const anchor = text.trim();
  return /[\p{L}_]/u.test(anchor) ? { anchor } : {};
}
