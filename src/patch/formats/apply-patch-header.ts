import { MAX_PATH_BYTES } from '../limits.ts';

/** A line of the apply_patch format that begins with three stars. */
export type SectionHeader =
  | { readonly kind: 'begin' | 'end' }
  | FileSection
  /** The new path of an update's file. */
  | { readonly kind: 'move'; readonly path: string };

export type FileSection = {
  readonly kind: 'file';
  readonly action: 'add' | 'update' | 'delete';
  readonly path: string;
  /** The new path, where the line names it too: `*** Move File: a -> b`. */
  readonly to?: string;
};

/**
 * null: the line is none of them. Stars are followed by a space, or by none where a model forgot it. `margin` is what the
 * patch's first line is indented by; its last one may be so too, and every other line that begins with a space is context.
 */
export function sectionHeader(line: string, margin = ''): SectionHeader | null {
  const mark = (line.startsWith(`${margin}***`) ? line.slice(margin.length) : line).trimEnd();
  if (!mark.startsWith('***')) return null;
  if (BEGIN.test(mark)) return { kind: 'begin' };
  if (END.test(mark)) return { kind: 'end' };
  const move = MOVE.exec(line);
  if (move !== null) return { kind: 'move', path: bare(move[1] ?? '') };
  const file = FILE.exec(line);
  const action = ACTIONS[(file?.[1] ?? '').toLowerCase()];
  if (action === undefined) return null;
  const path = bare(file?.[2] ?? '');
  const [from, to] = action === 'update' ? endsOfMove(path) : [path];
  return { kind: 'file', action, path: from.trim(), ...(to === undefined ? {} : { to: to.trim() }) };
}

/** A second arrow is for the file's name, which nothing has. */
function endsOfMove(path: string): readonly [string, string?] {
  const at = path.indexOf(' -> ');
  return at === -1 ? [path] : [path.slice(0, at), path.slice(at + ' -> '.length)];
}

export function isEndOfFile(line: string): boolean {
  return /^\*\*\* ?End of File(?: ?\*\*\*)?$/i.test(line.trimEnd());
}

/** What the first line of a patch is indented by; nothing where the line is another one. */
export function marginOf(line: string): string {
  return MARGIN.exec(line)?.[0] ?? '';
}

const MARGIN = /^[ \t]+(?=\*\*\* ?Begin Patch\b)/i;

const BEGIN = /^\*\*\* ?Begin Patch(?: ?\*\*\*)?$/i;

const END = /^\*\*\* ?End Patch(?: ?\*\*\*)?$/i;

const MOVE = /^\*\*\* ?(?:Move|Rename)(?:d)? to ?: ?(.+)$/i;

const FILE = /^\*\*\* ?(Add|Create|New|Update|Modify|Edit|Change|Move|Rename|Delete|Remove) File ?: ?(.+)$/i;

const ACTIONS: { readonly [word: string]: FileSection['action'] } = {
  add: 'add',
  create: 'add',
  new: 'add',
  update: 'update',
  modify: 'update',
  edit: 'update',
  change: 'update',
  move: 'update',
  rename: 'update',
  delete: 'delete',
  remove: 'delete',
};

/** Without what models put around a path, and without the stars that some repeat at the end. */
function bare(text: string): string {
  const path = text.trim().slice(0, 2 * MAX_PATH_BYTES);
  const open = path.endsWith(' ***') ? path.slice(0, -4).trimEnd() : path;
  const [quote] = open;
  const quoted = open.length > 2 && (quote === '`' || quote === '"' || quote === "'") && open.endsWith(quote);
  return quoted ? open.slice(1, -1) : open;
}
