import { slugId } from '../patch/id.ts';
import { parseJson } from '../patch/json-text.ts';
import { MAX_DESCRIPTION_CHARACTERS, MAX_TITLE_CHARACTERS } from '../patch/limits.ts';
import { type ReadPatch, readPatch } from '../patch/read.ts';
import { ELSEWHERE } from '../patch/repository-name.ts';
import type { Patch } from '../patch/schema.ts';
import { sourceOf } from '../patch/source.ts';
import { type ApplyOptions, parseApplyOptions } from './apply-options.ts';
import type { ApplyCommand } from './command.ts';
import { findCommand, readLine } from './line.ts';
import { MAX_COMMENT_CHARACTERS } from './second-command.ts';
import { hasFence, readWritten, type WrittenPatch } from './written-patch.ts';

/** Where a comment stands. */
export type CommentPlace = {
  /** Of the comment. */
  readonly id: number;
  readonly url?: string;
  /** Login of who wrote it. */
  readonly author: string;
  /** Title of the issue or pull request. */
  readonly title?: string;
  /** Branch that the pull request is for; absent under an issue. */
  readonly base?: string;
  /** Id of the patch that the pull request shows, while that is open. */
  readonly own?: string;
};

export type ReadCommentPatch =
  | { readonly ok: true; readonly command: ApplyCommand }
  /** A sentence that ends with what to write instead. */
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a comment that begins with `/ghost apply`, or with `/ghost preview` above a fence. null: it does not.
 *
 * What the patch says of itself counts. What it leaves out comes from the options, from the words above the fence, or
 * from the place. Under the open pull request of a patch it is a revision of that one, unless it has an id of its own.
 */
export function readCommentPatch(body: string, place: CommentPlace): ReadCommentPatch | null {
  const line = readLine(findCommand(body) ?? '');
  const [written = '', ...words] = line.ok ? line.words : [];
  const verb = written.toLowerCase();
  if (verb !== 'apply' && verb !== 'preview') {
    return null;
  }
  if (body.length > MAX_COMMENT_CHARACTERS) {
    return { ok: false, problem: TOO_LONG };
  }
  // GitHub's own pages send CRLF, whatever the file has; what the file has is found out where the patch is applied.
  const [above = '', ...lines] = body.split(/\r\n?|\n/);
  const below = lines.join('\n');
  if (verb === 'preview' && !hasFence(below, above)) {
    return null;
  }
  const parsed = parseApplyOptions(words, place.own);
  if (!parsed.ok) {
    return parsed;
  }
  const read = readWritten(below, above);
  return read.ok
    ? compose(read.written, { place, options: parsed.options, dryRun: verb === 'preview' })
    : read;
}

const TOO_LONG = `A comment has at most ${MAX_COMMENT_CHARACTERS} characters; send the patch itself, which may be larger.`;

type Around = {
  readonly place: CommentPlace;
  readonly options: ApplyOptions;
  readonly dryRun: boolean;
};

/** The patch as it is sent. One that can't be read is passed on as it stands, to be refused like any other. */
function compose(written: WrittenPatch, { place, options, dryRun }: Around): ReadCommentPatch {
  const value = valueOf(written);
  const read = readPatch(sourceOf({ patch: value }), undefined, ELSEWHERE);
  if (!read.ok) {
    const named = options.id === null ? {} : { id: options.id };
    const payload = { ...named, patch: value };
    return {
      ok: true,
      command: { verb: 'apply', id: options.id ?? read.id, payload, dryRun, revises: false },
    };
  }
  const problem = contradiction(read.patch, options);
  if (problem !== null) {
    return { ok: false, problem };
  }
  const name = read.patch.id ?? options.id ?? place.own ?? `comment-${place.id}`;
  const id = slugId(name);
  const header = {
    ...(read.patch.id === undefined ? { id: name } : {}),
    ...headerFor(read, { written, place, options }),
  };
  const payload = { id: name, patch: withHeader(besideUnused(value, read, { written, options }), header) };
  return {
    ok: true,
    command: { verb: 'apply', id, payload, dryRun: dryRun || read.patch.dryRun, revises: id === place.own },
  };
}

type Words = { readonly written: WrittenPatch; readonly options: ApplyOptions };

/** Words above a patch that describes itself belong to nothing then: as a part of its text they are told. */
function besideUnused(value: unknown, { patch }: ReadPatch, { written, options }: Words): unknown {
  const words = wordsBelowTitle(patch, { written, options });
  return patch.description === '' || words === '' ? value : `${words}\n\n${written.quoted}`;
}

/** The words above the patch, but for the first line where that is its title. */
function wordsBelowTitle({ title }: Patch, { written, options }: Words): string {
  const isTitled = title === undefined && options.title === null;
  const lines = isTitled ? [written.description] : [written.title, written.description];
  return lines.filter((part) => part !== '').join('\n');
}

/** JSON as what it is, or as the text that it is where it needs repair; and anything else as a change of its own. */
function valueOf({ form, text }: WrittenPatch): unknown {
  if (form === 'text') {
    return { version: 1, changes: [{ kind: 'text', text }] };
  }
  const parsed = parseJson(text);
  return parsed.ok ? parsed.value : text;
}

/** An option that says otherwise than the patch itself would be passed over. */
function contradiction({ id, title, base }: Patch, options: ApplyOptions): string | null {
  const pairs = [
    ['id', id === undefined ? undefined : slugId(id), options.id],
    ['title', title, options.title],
    ['base', base?.branch, options.base],
  ] as const;
  const found = pairs.find(
    ([, inside, beside]) => inside !== undefined && beside !== null && inside !== beside,
  );
  return found === undefined
    ? null
    : `The patch has another ${found[0]} than "${found[0]}=" says; leave the option out, or make them the same.`;
}

type Header = { readonly [field: string]: unknown };

/** What the patch leaves out. */
function headerFor(
  { patch }: ReadPatch,
  {
    written,
    place,
    options,
  }: { readonly written: WrittenPatch; readonly place: CommentPlace; readonly options: ApplyOptions },
): Header {
  const title = options.title ?? (written.title || place.title) ?? '';
  const branch = options.base ?? (patch.base === undefined ? place.base : undefined);
  const description = wordsBelowTitle(patch, { written, options });
  const url = place.url === undefined ? {} : { url: place.url };
  return {
    ...(patch.title === undefined && title !== '' ? { title: cut(title, MAX_TITLE_CHARACTERS) } : {}),
    ...(patch.description === '' && description !== ''
      ? { description: cut(description, MAX_DESCRIPTION_CHARACTERS) }
      : {}),
    ...(branch === undefined ? {} : { base: { ...patch.base, branch } }),
    ...(patch.source === undefined ? { source: { agent: place.author, ...url } } : {}),
  };
}

function cut(text: string, most: number): string {
  return text.slice(0, most).toWellFormed();
}

/** Fields beside those of the patch, in a form in which it is read as it would be without them. */
function withHeader(value: unknown, header: Header): object {
  if (Array.isArray(value)) {
    return { changes: value, ...header };
  }
  return typeof value === 'object' ? { ...value, ...header } : { patch: value, ...header };
}
