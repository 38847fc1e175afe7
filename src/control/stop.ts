import { isSenderName } from '../patch/sender-name.ts';
import { shown } from './option-like.ts';
import type { Scope } from './switches.ts';

/** What stands after `pause` and its like. */
export type Stop = {
  readonly reason: string | null;
  readonly scope: Scope;
  /** null: without an end. */
  readonly seconds: number | null;
};

export type ParsedStop =
  | { readonly ok: true; readonly stop: Stop }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads `[on branch <branch>] [from @<login>] [for 2h] [why] [for 2h] [on branch <branch>] [from @<login>]`; what lifts a
 * stop may leave out `branch` and `@`, since it takes no reason.
 *
 * A reason may begin with "on fire", and end in "on Friday" or "from Bob", which must not make a stop for all into one
 * for a branch that does not exist. So a scope counts where it is said in full. Behind a reason other words belong to it;
 * behind the verb or another option, where people write scopes, they are refused.
 */
export function parseStop(
  verb: 'pause' | 'lock' | 'resume' | 'unlock',
  words: readonly string[],
): ParsedStop {
  const unreadable = unreadableSender(words);
  if (unreadable !== undefined) {
    return problem(
      `${unreadable.slice(0, MAX_SHOWN)} is the name of no sender; write the login, or the name of the server's token, or leave out "from"`,
    );
  }
  const leading = readOptions(words, 0);
  const linked = linkedName(words, leading.end);
  if (linked !== undefined) {
    return problem(
      `Nothing is done yet: "${shown(linked)}" is no name as senders have it, but what stands for one, such as the entry of a list of people; write the sender's name in plain letters, such as "${verb} from @shop-gpt"`,
    );
  }
  const rest = words.slice(leading.end);
  const start = rest.findIndex((_, index) => readsToEnd(rest, index));
  const trailing = start === -1 ? NOTHING : readOptions(rest, start);
  const said = start === -1 ? rest : rest.slice(0, start);
  const reason = said.join(' ');
  const read = [...leading.read, ...trailing.read];
  const [doubtful] = read.flatMap(({ inFull }) => inFull ?? []);
  if ((verb === 'pause' || verb === 'lock') && doubtful !== undefined) {
    return problem(describeDoubt(verb, doubtful));
  }
  const isScoped = read.some(({ option }) => option.kind !== 'time');
  const meant = said.length === 1 ? meantByOneWord(reason, isScoped) : null;
  if ((verb === 'pause' || verb === 'lock') && meant !== null) {
    const { word, what, full } = meant;
    return problem(
      `Nothing is stopped yet: "${word}" may be ${what}; write "${verb} ${full}" for that alone, or "${verb} because of ${word}" to stop everything here`,
    );
  }
  const options = read.map(({ option }) => option);
  if (reason.length > MAX_REASON) {
    return problem(`A reason has at most ${MAX_REASON} characters; write a shorter one`);
  }
  const ends = options.filter((option) => option.kind === 'time');
  const scopes = options.filter((option) => option.kind !== 'time');
  const isLed = leading.read.some(({ option }) => option.kind !== 'time');
  const goesOn = isLed && (goesOnWithList(said, words[leading.end - 1] ?? '') || namesNext(said));
  if (ends.length > 1 || scopes.length > 1 || (scopes.length > 0 && (goesOn || namesAnother(said)))) {
    return problem('Only one time and one scope can be given; write one command for each scope');
  }
  const [end] = ends;
  const [scope = { kind: 'repository' }] = scopes;
  if (end !== undefined && (end.seconds < 1 || end.seconds > MAX_SECONDS)) {
    return problem(`A time is between 1m and ${MAX_DAYS}d; leave it out to stop without an end`);
  }
  return {
    ok: true,
    stop: { reason: reason === '' ? null : reason, scope, seconds: end?.seconds ?? null },
  };
}

/** Whether a reason beside a scope names one more, which would go on while its author believes it stopped. */
function namesAnother(reason: readonly string[]): boolean {
  return reason.some((_, index) => {
    const read = readOption(reason, index);
    return read !== null && read.isClear && read.option.kind !== 'time';
  });
}

/** Whether a reason goes on with the name before it as if that were the first of a list: `a and b`, `a, b, c`. */
export function goesOnWithList(reason: readonly string[], name: string): boolean {
  const [first = ''] = reason;
  if (first === '') {
    return false;
  }
  const isList = /[,;]$/.test(name) && reason.slice(0, -1).every((word) => /[,;]$/.test(word));
  return JOINING.test(first) || isList;
}

/** Whether a reason begins with a sender that is said in full, as in `as well as @gpt`. */
function namesNext(reason: readonly string[]): boolean {
  return isSaidInFull(reason.find((word) => !JOINING_WORD.test(word)) ?? '');
}

type Meant = { readonly word: string; readonly what: string; readonly full: string };

/** What one word alone is hardly a reason but a name; null: it may well be a reason. */
function meantByOneWord(written: string, isScoped: boolean): Meant | null {
  if (LIKE_A_NAME.test(written)) {
    return { word: written, what: 'a branch or a repository', full: `on branch ${written}` };
  }
  if (isScoped || !isSaidInFull(written)) {
    return null;
  }
  const login = bareName(written);
  const isName = isSenderName(login);
  return {
    word: isName ? `@${login}` : shown(written),
    what: 'a sender',
    full: `from @${isName ? login : 'shop-gpt'}`,
  };
}

/** `acme/shop`, `release/1.2`: alone it is hardly a reason. */
const LIKE_A_NAME = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;

/** Words and signs by which people go on with a list. */
const JOINING = /^\(?(?:and|or|plus)$|^[,;&+/]/i;

/** Words that may stand before the next name of a list. */
const JOINING_WORD = /^\(?(?:and|or|plus|also|as|well|with|together|both|too|then|including)$/i;

function describeDoubt(verb: 'pause' | 'lock', inFull: InFull): string {
  const { written, full } = inFull.full.length <= MAX_SHOWN ? inFull : TOO_LONG;
  return `Nothing is stopped yet: "${written}" may be a reason, too; write "${verb} ${full}" for that alone, or "${verb} because ${written}" to stop everything`;
}

/** Characters of words that are repeated; every login is shorter. */
const MAX_SHOWN = 110;

/** In the place of a branch that is too long to be repeated. */
const TOO_LONG = { written: 'on …', full: 'on branch <branch>' };

/** Within what a record and a status can show. */
export const MAX_REASON = 500;

/** Who stops for longer should do so without an end, and lift it when the time has come. */
const MAX_DAYS = 90;
const MAX_SECONDS = MAX_DAYS * 86_400;

type Option =
  | Exclude<Scope, { readonly kind: 'repository' }>
  | { readonly kind: 'time'; readonly seconds: number };

type Options = { readonly read: readonly ReadOption[]; readonly end: number };

const NOTHING: Options = { read: [], end: 0 };

/** As many as there are kinds, and one too many, so that a second of a kind is seen. */
const MAX_OPTIONS = 4;

/** The options from one word on; `end` is the index of the first word that is none. */
function readOptions(words: readonly string[], start: number): Options {
  const read: ReadOption[] = [];
  let end = start;
  while (read.length < MAX_OPTIONS) {
    const next = readOption(words, end);
    if (next === null) {
      break;
    }
    read.push(next);
    end = next.end;
  }
  return { read, end };
}

/** From here on there is nothing but options, and the first of them can't be part of a reason. */
function readsToEnd(words: readonly string[], start: number): boolean {
  const first = readOption(words, start);
  return first?.isClear === true && readOptions(words, start).end === words.length;
}

type InFull = { readonly full: string; readonly written: string };

type ReadOption = {
  readonly option: Option;
  readonly end: number;
  /** Words that may be a part of a reason: how they are said in full, and as they were written; null: it is said so. */
  readonly inFull: InFull | null;
  /** Can't be a part of a reason that it stands behind. */
  readonly isClear: boolean;
};

function readOption(words: readonly string[], start: number): ReadOption | null {
  const [keyword, one, two] = words.slice(start, start + 3).map((word) => word.toLowerCase());
  const written = (offset: number) => words[start + offset] ?? '';
  switch (keyword) {
    case 'for':
      return readTime([one ?? '', two ?? ''], start);
    case 'on': {
      const whole = one === 'branch' && two !== undefined;
      const branch = written(whole ? 2 : 1).replace(/^refs\/heads\//, '');
      const inFull = whole ? null : { full: `on branch ${branch}`, written: `on ${branch}` };
      return branch === ''
        ? null
        : { option: { kind: 'branch', branch }, end: start + (whole ? 3 : 2), inFull, isClear: whole };
    }
    case 'from': {
      const login = bareName(written(1));
      const isClear = isSaidInFull(written(1));
      const inFull = isClear ? null : { full: `from @${login}`, written: `from ${login}` };
      return isSenderName(login)
        ? { option: { kind: 'sender', login }, end: start + 2, inFull, isClear }
        : null;
    }
    default:
      return null;
  }
}

function isSaidInFull(written: string): boolean {
  return /^["'`(*“”„‘’«]*@/.test(written) || LINKED.test(written);
}

/** What Slack makes of a name that somebody picks from its lists: a member, a group, a channel. It says no login. */
const LINKED = /^["'`(*“”„‘’«]*@?<[@!#]/;

/** Without what a sentence puts around it. */
function bareName(written: string): string {
  return written.replace(/^["'`(*“”„‘’«]*@?/, '').replace(/["'`).,;:!?*“”‘’»]+$/, '');
}

/**
 * The word behind `from` that is no plain name. One that was picked from a list is never a part of a reason; another one in
 * angle brackets is, unless it stands where options do, as where somebody leaves the brackets of an example there.
 */
function linkedName(words: readonly string[], end: number): string | undefined {
  return words.find((word, index) => {
    const isNamed = words[index - 1]?.toLowerCase() === 'from';
    return isNamed && (LINKED.test(word) || (index === end + 1 && ANGLED.test(word)));
  });
}

const ANGLED = /^["'`(*“”„‘’«]*@?</;

/** Who says `from @` means one sender alone, and must not stop everybody by it. */
function unreadableSender(words: readonly string[]): string | undefined {
  return words.find(
    (word, index) =>
      words[index - 1]?.toLowerCase() === 'from' &&
      isSaidInFull(word) &&
      !ANGLED.test(word) &&
      !isSenderName(bareName(word)),
  );
}

const UNIT_SECONDS: { readonly [unit: string]: number } = { m: 60, h: 3600, d: 86_400 };

/** `2h`, `2 h`, `2 hours`. A stop must not end because its reason does, as in "our token was public for 10 minutes". */
function readTime([one, two]: readonly [string, string], start: number): ReadOption | null {
  const joined = TIME.exec(one);
  const [, amount, unit] = joined ?? TIME.exec(`${one}${two}`) ?? [];
  const seconds = Number(amount) * (UNIT_SECONDS[unit?.[0] ?? ''] ?? Number.NaN);
  return Number.isNaN(seconds)
    ? null
    : {
        option: { kind: 'time', seconds },
        end: start + (joined === null ? 3 : 2),
        inFull: null,
        isClear: joined !== null,
      };
}

const TIME = /^(\d{1,6})(m|min|mins|minutes?|h|hours?|d|days?)$/;

function problem(sentence: string): ParsedStop {
  return { ok: false, problem: `${sentence}.` };
}
