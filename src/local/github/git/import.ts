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
  const parts: Uint8Array[] = [];
  const text = (line: string) => parts.push(Buffer.from(line));
  const data = (bytes: Uint8Array) => {
    text(`data ${bytes.length}\n`);
    parts.push(bytes, Buffer.from('\n'));
  };
  text(`commit refs/heads/${commit.branch}\nmark :1\n`);
  text(`author ${formatPerson(commit.author)}\ncommitter ${formatPerson(commit.author)}\n`);
  data(Buffer.from(commit.message));
  if (commit.parent !== null) {
    text(`from ${commit.parent}\n`);
  }
  for (const [path, source] of Object.entries(commit.files)) {
    if (source === null) {
      text(`D ${quotePath(path)}\n`);
      continue;
    }
    const { content, mode } =
      typeof source === 'object' && 'content' in source ? source : { content: source, mode: '100644' };
    if (mode === '160000') {
      text(`M 160000 ${content.toString()} ${quotePath(path)}\n`);
      continue;
    }
    text(`M ${mode} inline ${quotePath(path)}\n`);
    data(typeof content === 'string' ? Buffer.from(content) : content);
  }
  text('get-mark :1\ndone\n');
  const { stdout } = await runGit(store.directory, ['fast-import', '--quiet', '--done', '--force'], {
    input: Buffer.concat(parts),
  });
  return stdout.toString().trim();
}

/** fast-import reads C-style strings: quotes, backslashes and newlines are escaped, other bytes stand for themselves. */
function quotePath(path: string): string {
  return `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
