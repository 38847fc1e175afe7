/** One file before and after; null where it does not exist. */
export type FileVersions = {
  readonly path: string;
  readonly from?: string;
  readonly before: Uint8Array | null;
  /** Bytes of what was there before, where it was too large to be read; `before` is null then. */
  readonly unread?: number;
  readonly after: Uint8Array | null;
};

/** What became of one file, for people. */
export type FileDiff = {
  readonly path: string;
  readonly from?: string;
  readonly kind: 'new' | 'deleted' | 'moved' | 'changed';
  /** With the two lines that name the file. */
  readonly unified: string;
};

/** Files without their diffs, where nobody has made them. */
export function nameFiles(files: readonly FileVersions[]): readonly FileDiff[] {
  return files.map((file) => withDiff(file, `${headsOf(file)}Not shown: comparing it took too long\n`));
}

/** All of them in one text. */
export function joinDiffs(diffs: readonly FileDiff[]): string {
  return diffs.map(({ unified }) => unified).join('');
}

/** The file with its diff, which begins with `headsOf` it. */
export function withDiff(file: FileVersions, unified: string): FileDiff {
  const { path, from, before, unread, after } = file;
  const isNew = before === null && unread === undefined;
  const kind = isNew ? 'new' : after === null ? 'deleted' : from === undefined ? 'changed' : 'moved';
  return { path, ...(from === undefined ? {} : { from }), kind, unified };
}

/** The two lines that name a file in its diff. */
export function headsOf(file: FileVersions): string {
  const [oldName, newName] = namesOf(file);
  return `--- ${oldName}\n+++ ${newName}\n`;
}

/** Its names on both sides, as git writes them. */
export function namesOf({
  path,
  from = path,
  before,
  unread,
  after,
}: FileVersions): readonly [string, string] {
  return [
    before === null && unread === undefined ? '/dev/null' : `a/${from}`,
    after === null ? '/dev/null' : `b/${path}`,
  ];
}
