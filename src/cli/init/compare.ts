import { lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { createTwoFilesPatch } from 'diff';

/** A file as it is to be, and how that compares with what is there. */
export type PlannedFile = {
  readonly path: string;
  readonly text: string;
  readonly state: 'new' | 'same' | 'different';
  /** From what is there to what would be written, as a unified diff; only where they differ. */
  readonly diff?: string;
};

export function compareFiles(root: string, files: ReadonlyMap<string, string>): readonly PlannedFile[] {
  return [...files].map(([path, text]) => {
    const found = readFound(join(root, path));
    if (found === null) {
      return { path, text, state: 'new' };
    }
    return found.replaceAll('\r\n', '\n') === text
      ? { path, text, state: 'same' }
      : { path, text, state: 'different', diff: formatDiff(path, found, text) };
  });
}

/** Writes what is new. A file that came meanwhile stays as it is, and nothing is written outside of the root. */
export function writeNewFiles(root: string, files: readonly PlannedFile[]): void {
  for (const { path, text } of files.filter(({ state }) => state === 'new')) {
    const target = join(root, path);
    if (!leadsInto(root, dirname(target))) {
      throw new Error(`${dirname(path)} leads out of the repository; make it a folder and try again`);
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  }
}

/** Of a folder that is still to be made, what is there of it. */
function leadsInto(root: string, folder: string): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) {
    return leadsInto(root, dirname(folder));
  }
  try {
    return `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(root)}${sep}`);
  } catch {
    // A link that leads nowhere, or to itself.
    return false;
  }
}

/** Text of a file; null: there is nothing of that name, not even a link that leads nowhere. */
export function readFound(path: string): string | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    return null;
  }
  return found.isFile() && found.size <= LARGEST_COMPARED ? readFileSync(path, 'utf8') : '';
}

/** Bytes; what is larger is none of our files, and no diff that anybody reads. */
export const LARGEST_COMPARED = 200_000;

function formatDiff(path: string, found: string, text: string): string {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, found, text, undefined, undefined, {
    context: 2,
    timeout: DIFF_MS,
  });
  return patch?.replace(/^=+\n/, '') ?? `a/${path} is another file altogether\n`;
}

/** A diff that takes longer is one of files that have nothing in common. */
const DIFF_MS = 2_000;
