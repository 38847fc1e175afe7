import type { Person, TreeMode } from './format.ts';
import { formatPerson } from './objects.ts';
import { runGit } from './process.ts';
import type { GitStore } from './store.ts';

/** A file's content, or with its mode; null removes it. */
export type FileSource =
  | string
  | Uint8Array
  | { readonly content: string | Uint8Array; readonly mode: TreeMode }
  | null;

export type ImportedCommit = {
  readonly branch: string;
  /** Commit that the new one follows; null: it has no parent and starts from an empty tree. */
  readonly parent: string | null;
  readonly files: { readonly [path: string]: FileSource };
  readonly message: string;
  readonly author: Person;
};

/** Commits any number of files in one process and moves the branch there. Gives the new commit's id. */
export async function importCommit(store: GitStore, commit: ImportedCommit): Promise<string> {
  const { stdout } = await runGit(store.directory, ['fast-import', '--quiet', '--done', '--force'], {
    input: Buffer.concat([
      ...commitLines(commit),
      ...Object.entries(commit.files).flatMap(([path, source]) => fileLines(path, source)),
      Buffer.from('get-mark :1\ndone\n'),
    ]),
  });
  return stdout.toString().trim();
}

function commitLines({ branch, parent, message, author }: ImportedCommit): Uint8Array[] {
  const person = formatPerson(author);
  return [
    Buffer.from(`commit refs/heads/${branch}\nmark :1\nauthor ${person}\ncommitter ${person}\n`),
    ...data(message),
    Buffer.from(parent === null ? '' : `from ${parent}\n`),
  ];
}

function fileLines(path: string, source: FileSource): Uint8Array[] {
  const name = quotePath(path);
  if (source === null) {
    return [Buffer.from(`D ${name}\n`)];
  }
  const { content, mode } =
    typeof source === 'object' && 'content' in source ? source : { content: source, mode: '100644' };
  // A submodule's content is the commit that it stands at.
  return mode === '160000'
    ? [Buffer.from(`M ${mode} ${content.toString()} ${name}\n`)]
    : [Buffer.from(`M ${mode} inline ${name}\n`), ...data(content)];
}

function data(content: string | Uint8Array): Uint8Array[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return [Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n')];
}

/** fast-import reads C-style strings: quotes, backslashes and newlines are escaped, other bytes stand for themselves. */
function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
