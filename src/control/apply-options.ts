import { MAX_NAME_CHARACTERS, MAX_TITLE_CHARACTERS } from '../patch/limits.ts';
import { isInFull, parseId } from './command.ts';
import { isDashed, saysHow, shown, trialIn } from './option-like.ts';

/** What stands behind "apply"; null where it was left out. `id` is ref-safe. */
export type ApplyOptions = {
  readonly id: string | null;
  readonly title: string | null;
  readonly base: string | null;
};

export type ParsedOptions =
  | { readonly ok: true; readonly options: ApplyOptions }
  /** A sentence that ends with what to write instead. */
  | { readonly ok: false; readonly problem: string };

/**
 * Reads `id=…`, `base=…` and `title=…` in any order; the first word may be the id alone, as with other verbs, where it can
 * mean nothing else. A title is in quotation marks, or goes on up to the next option. `own` is the id of the patch whose
 * pull request this was written on.
 */
export function parseApplyOptions(words: readonly string[], own?: string): ParsedOptions {
  const found = new Map<Name, string>();
  let at = 0;
  const [first = ''] = words;
  if (first !== '' && !first.includes('=')) {
    if (isDoubtful(first, own)) return doubt(first, own);
    found.set('id', first);
    at = 1;
  }
  while (at < words.length) {
    const [, written = '', begin = ''] = OPTION.exec(words[at] ?? '') ?? [];
    const name = written.toLowerCase();
    if (!isName(name) || found.has(name)) {
      return problem(
        isName(name) ? `"${name}" stands there twice` : 'Something there is no option of "apply"',
      );
    }
    const end = name === 'title' ? endOfTitle(words, at, begin) : at + 1;
    const trial =
      name === 'title' && !QUOTED.test(begin) ? trialIn([begin, ...words.slice(at + 1, end)]) : undefined;
    if (trial !== undefined) return trialInTitle(trial);
    found.set(name, unquoted([begin, ...words.slice(at + 1, end)].join(' ')));
    at = end;
  }
  return check(found);
}

/** Under the pull request of a patch, a word may go on with that one, as "again" does, or name another one. */
function isDoubtful(word: string, own: string | undefined): boolean {
  const parsed = parseId(word);
  if (isDashed(word) || (own === undefined && saysHow(word))) return true;
  return own !== undefined && parsed.ok && parsed.id !== own && !isInFull(word);
}

function doubt(word: string, own: string | undefined): ParsedOptions {
  const alone = own === undefined ? 'to have this one worked on' : `for a revision of ${own}`;
  const named = isDashed(word) ? '' : `, or "apply id=${shown(word)}" for a patch of that name`;
  return {
    ok: false,
    problem: `"${shown(word)}" may say how this patch is to be sent, which nothing would heed; write "apply" alone ${alone}, "preview" alone to only try it${named}.`,
  };
}

function trialInTitle(trial: string): ParsedOptions {
  return {
    ok: false,
    problem: `"${shown(trial)}" looks like an option; leave it out, or write the title in quotation marks, and "preview" in the place of "apply" to only try the patch.`,
  };
}

const NAMES = ['id', 'title', 'base'] as const;
type Name = (typeof NAMES)[number];

function isName(word: string): word is Name {
  return NAMES.some((name) => name === word);
}

const OPTION = /^(id|title|base)=(.*)$/i;

const QUOTED = /^["'`]/;

/** Where the words of a title end: behind its second quotation mark, or before the next option. */
function endOfTitle(words: readonly string[], at: number, begin: string): number {
  const [quote = ''] = QUOTED.exec(begin) ?? [];
  if (quote !== '') {
    const closes = (word: string, index: number) =>
      index >= at && word.endsWith(quote) && (index > at || begin.length > 1);
    const end = words.findIndex(closes);
    return end < 0 ? words.length : end + 1;
  }
  const next = words.findIndex((word, index) => index > at && OPTION.test(word));
  return next < 0 ? words.length : next;
}

function unquoted(text: string): string {
  return text.replace(/^(["'`])(.*)\1$/, '$2').trim();
}

function check(found: ReadonlyMap<Name, string>): ParsedOptions {
  const empty = [...found].find(([, value]) => value === '')?.[0];
  if (empty !== undefined) {
    return problem(`Nothing stands behind "${empty}="`);
  }
  const [written, title = null, branch] = [found.get('id'), found.get('title'), found.get('base')];
  const base = branch?.replace(/^refs\/heads\//, '') ?? null;
  if ((title ?? '').length > MAX_TITLE_CHARACTERS || (base ?? '').length > MAX_NAME_CHARACTERS) {
    return problem(
      `A title has at most ${MAX_TITLE_CHARACTERS} characters, and a branch ${MAX_NAME_CHARACTERS}`,
    );
  }
  const id = written === undefined ? null : parseId(written);
  return id === null || id.ok ? { ok: true, options: { id: id?.id ?? null, title, base } } : id;
}

function problem(what: string): ParsedOptions {
  return {
    ok: false,
    problem: `${what}; write "apply", or "apply id=<id> base=<branch> title=<words>", and the patch in a fence below.`,
  };
}
