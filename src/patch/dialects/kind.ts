import type { Fields } from './fields.ts';
import type { Member } from './member.ts';
import { type ChangeMeaning, KIND_WORDS, type KindWord, meanings } from './names.ts';
import type { SaidOfContent } from './text-under-name.ts';

/** What `op` and the like say; some tools say it in `command`. Undefined: nothing, or a word that is not known. */
export function wordOf(fields: Fields): KindWord | undefined {
  const [kind, command] = [fields.get('kind'), fields.get('command')];
  const said = kind === undefined ? 'any' : wordIn(kind);
  if (said === 'any' && command !== undefined) return wordIn(command);
  return kind === undefined ? undefined : said;
}

export function wordIn({ value }: Member): KindWord | undefined {
  return typeof value === 'string' ? kindIn(value) : undefined;
}

const kindIn = meanings(KIND_WORDS);

/** What the word of an entry says of its content. `write` is the format's own, and said on purpose. */
export function saidOfContent(named: Member | undefined): SaidOfContent | 'write' {
  if (named === undefined || named.value === 'file') return 'nothing';
  if (wordIn(named) === 'any') return 'edit';
  return named.value === 'write' ? 'write' : 'whole';
}

/** The kind that a body makes; null where the word says another, undefined where nothing makes one. */
export function kindOf(
  body: ChangeMeaning | undefined,
  word: KindWord | undefined,
): string | null | undefined {
  const said = word === 'any' ? undefined : word;
  const made = body === undefined ? undefined : KIND_OF_BODY[body];
  return agree(said, made) ? (said ?? made) : null;
}

const KIND_OF_BODY: { readonly [body in ChangeMeaning]?: string } = {
  find: 'edit',
  pattern: 'regex',
  content: 'write',
  diff: 'diff',
  patch: 'text',
  text: 'text',
  to: 'move',
};

/** Do two kinds not exclude each other? */
export function agree(one: string | undefined, other: string | undefined): boolean {
  const [left, right] = [one ?? 'any', other ?? 'any'];
  return (
    left === right || left === 'any' || right === 'any' || (TEXT_KINDS.has(left) && TEXT_KINDS.has(right))
  );
}

const TEXT_KINDS: ReadonlySet<string> = new Set(['diff', 'apply_patch', 'blocks', 'text']);

/** Of a word, why it is refused. */
export const MAKES_ANOTHER =
  'names a change that the fields beside it do not make. Send the fields of one kind of change.';
