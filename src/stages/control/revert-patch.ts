import { Buffer, isUtf8 } from 'node:buffer';
import { wholeFile } from '../../apply/whole-file.ts';
import { canonicalJson } from '../../patch/canonical-json.ts';
import { MAX_TITLE_CHARACTERS } from '../../patch/limits.ts';
import type { PatchRecord } from '../../record/record.ts';
import { nameCommands } from '../../report/generated.ts';
import { cutText } from '../../report/untrusted/cut.ts';
import { shortSha } from '../../report/view.ts';
import type { BaseState, Oid, TreeEntry } from '../ports.ts';

/** The merge of a patch: what it made of its files, and what stood there before. */
export type Merge = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly branch: string;
  readonly sha: Oid;
  readonly before: BaseState;
  readonly after: BaseState;
  /** Names of the named commands that made some of it. */
  readonly commands: readonly string[];
};

export type RevertPatch =
  | { readonly ok: true; readonly text: string }
  /** Where there is a path, it held what no patch can write, such as a symbolic link. */
  | { readonly ok: false; readonly path: string | null };

/**
 * The patch that takes a merge back: whole files as they stood before, pinned to the merge commit, so that the
 * pipeline merges them with what came later and refuses where both touched the same lines.
 */
export function makeRevertPatch(
  merge: Merge,
  wanted: { readonly id: string; readonly by: string },
): RevertPatch {
  const { before, after } = merge;
  const changes: object[] = [];
  for (const path of [...new Set([...before.entries.keys(), ...after.entries.keys()])].toSorted()) {
    const [was, is] = [before.entries.get(path), after.entries.get(path)];
    if (isFolder(was) || isFolder(is) || (was?.oid === is?.oid && was?.mode === is?.mode)) {
      continue;
    }
    if (was !== undefined && (was.bytes === undefined || was.mode === '120000')) {
      return { ok: false, path };
    }
    changes.push(was?.bytes === undefined ? { kind: 'delete', path } : writeOf({ path, was, is }, was.bytes));
  }
  return changes.length === 0
    ? { ok: false, path: null }
    : { ok: true, text: canonicalJson(envelopeOf(merge, wanted, changes)) };
}

/** The paths that a patch and its named commands touched, under their old names and their new ones. */
export function pathsOf({ plan, generated }: Pick<PatchRecord, 'plan' | 'generated'>): readonly string[] {
  const changes = [...(plan?.changes ?? []), ...(generated?.changes ?? [])];
  return [...new Set(changes.flatMap(({ path, from }) => (from === undefined ? [path] : [path, from])))];
}

/** Folders come along with the files that lie in them. */
function isFolder(entry: TreeEntry | undefined): boolean {
  return entry?.mode === '040000';
}

type Versions = { readonly path: string; readonly was: TreeEntry; readonly is: TreeEntry | undefined };

/**
 * As text where that is written as it stands, so that people can read it. A file may hold what a model's text may not,
 * such as a remark that lines are left out: as base64 it is written all the same.
 */
function writeOf({ path, was, is }: Versions, bytes: Uint8Array): object {
  const content = Buffer.from(bytes).toString('utf8');
  const asText = { kind: 'write', path, content, encoding: 'utf-8' } as const;
  const isText = isUtf8(bytes) && wholeFile({ action: 'write', path, write: asText }, is?.bytes ?? null).ok;
  const how = isText ? {} : { content: Buffer.from(bytes).toString('base64'), encoding: 'base64' };
  return { ...asText, ...how, executable: was.mode === '100755' };
}

function envelopeOf(
  { id, title, url, branch, sha, commands }: Merge,
  wanted: { readonly id: string; readonly by: string },
  changes: readonly object[],
): object {
  const more = commands.length === 0 ? '' : `, with what ${nameCommands(commands)} made of it`;
  return {
    version: 1,
    id: wanted.id,
    title: cutText(`Revert "${title}"`, MAX_TITLE_CHARACTERS),
    description: `Takes back the patch ${id}, merged as ${shortSha(sha)}${more}. Asked for by ${wanted.by}.`,
    base: { branch, sha },
    changes,
    reverts: id,
    source: { agent: 'Ghost Runner', url },
  };
}
