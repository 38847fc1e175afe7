/** Folders inside the watched one. Their names begin with a dot, so that nothing in them is taken for a patch. */
export const WORKING = '.working';
export const COMPLETED = '.completed';
export const FAILED = '.failed';

/** What stands behind the name of a patch in the name of its result. */
export const RESULT_SUFFIX = '.result.json';

/**
 * Is a file with this name meant as a patch? Temporary files, dotfiles and what editors keep beside a file are not:
 * `fix.json.tmp`, `.fix.json.swp`, `.#fix.json`, `#fix.json#`, `fix.json~`, `~$fix.json`.
 */
export function isPatchName(name: string): boolean {
  return /\.(?:json|patch|diff)$/i.test(name) && !/^[.#~]/.test(name) && !isResultName(name);
}

/** The result of a patch that was put back lies there too, and is none. It has the whole name of its patch. */
export function isResultName(name: string): boolean {
  return /\.(?:json|patch|diff)\.result\.json$/i.test(name);
}

/** Why a file can't be worked on under this name, in words; null: it can. */
export function nameProblem(name: string): string | null {
  if (name.includes('\uFFFD')) {
    return 'its name is not in UTF-8; give it another one';
  }
  return new TextEncoder().encode(name).length > MAX_NAME_BYTES
    ? `its name has more than ${MAX_NAME_BYTES} bytes; give it a shorter one`
    : null;
}

/** File systems take 255 bytes, and moving a patch and writing its result lengthens its name. */
export const MAX_NAME_BYTES = 180;

/** A patch that is being worked on. It has this name in `.working/`, so that all of it outlives the process. */
export type Claim = {
  /** As it was dropped. */
  readonly name: string;
  /** How often it was begun; more than a few times, and it may be what ends the process each time. */
  readonly tries: number;
  /** Keeps patches apart that were dropped under one name. */
  readonly serial: number;
};

export function formatClaim({ tries, serial, name }: Claim): string {
  return `${tries}.${serial}.${name}`;
}

/** null: whoever put it there, it is none of ours. */
export function parseClaim(text: string): Claim | null {
  const [, tries, serial, name] = /^(\d{1,3})\.(\d{1,9})\.(.+)$/s.exec(text) ?? [];
  return name !== undefined && isPatchName(name)
    ? { tries: Number(tries), serial: Number(serial), name }
    : null;
}

/**
 * Names under which a patch may come to lie, the best first: its own, then with the time, for there may be one of
 * that name from before. `at`: ISO 8601.
 */
export function restingNames(name: string, at: string): readonly string[] {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = [name.slice(0, dot), name.slice(dot)];
  const timed = `${stem}-${at.replaceAll(/[:.]/g, '-')}`;
  const more = Array.from({ length: MAX_OF_ONE_TIME }, (_, index) => `${timed}-${index + 2}${extension}`);
  return [name, `${timed}${extension}`, ...more];
}

/** Patches of one name that end within one millisecond. */
const MAX_OF_ONE_TIME = 8;
