import type { PatchRecord } from '../../record/record.ts';
import type { FileVersions } from '../../report/file-diff.ts';
import type { Repository } from '../ports.ts';

/** What named commands made of a patch. */
export type GeneratedFiles = {
  readonly commands: readonly string[];
  /** The commit that holds it. */
  readonly sha: string;
  /** How many files there are, where not all are among `files`. */
  readonly total: number;
  /** null: one of the two commits is gone, as after the branch was taken away. */
  readonly files: readonly FileVersions[] | null;
};

/** Reads it from the commit of the patch and from the one after it; null: no command changed anything. */
export async function readGeneratedFiles(
  repository: Repository,
  { base, generated, head }: PatchRecord,
): Promise<GeneratedFiles | null> {
  if (generated === undefined || generated.changes.length === 0 || head === undefined) {
    return null;
  }
  const changes = generated.changes.slice(0, MAX_FILES);
  const files = changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from]));
  const branch = base === undefined ? {} : { branch: base.branch };
  const [before, after] = await Promise.all(
    [generated.onto, head].map(async (sha) => repository.read({ base: { ...branch, sha }, files })),
  );
  const [then, now] = [before?.pinned, after?.pinned];
  return {
    commands: generated.commands,
    sha: head,
    total: generated.changes.length,
    files:
      !then || !now
        ? null
        : changes.map(({ path, from }) => ({
            path,
            ...(from === undefined ? {} : { from }),
            modes: {
              before: then.entries.get(from ?? path)?.mode ?? null,
              after: now.entries.get(path)?.mode ?? null,
            },
            before: then.entries.get(from ?? path)?.bytes ?? null,
            after: now.entries.get(path)?.bytes ?? null,
          })),
  };
}

/** More of them nobody reads, and each is a file to be fetched, twice. */
const MAX_FILES = 50;
