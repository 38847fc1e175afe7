import { slugId } from '../patch/id.ts';
import { MAX_ID_CHARACTERS } from '../patch/limits.ts';
import { readLine } from './line.ts';
import { isDashed, optionIn, shown } from './option-like.ts';
import { goesOnWithList, parseStop } from './stop.ts';
import { suggestVerb } from './suggest.ts';
import type { Scope } from './switches.ts';
import { isVerb, type PatchVerb, type Verb } from './verbs.ts';

/**
 * What somebody asked for. `id` is a ref-safe id; null: the place of the command must say which patch is meant, such
 * as the pull request that it was written on.
 */
export type Command =
  | { readonly verb: Exclude<PatchVerb, 'reject'>; readonly id: string | null }
  | {
      readonly verb: 'reject';
      readonly id: string | null;
      readonly reason: string | null;
      /**
       * Only where the place says which patch is meant and the first word does not name one in full: that word as an id.
       * It is the beginning of the reason, unless there is a patch of this name: then nobody knows which one was meant.
       */
      readonly firstWord?: string;
    }
  /** `seconds` is how long it lasts; null: until it is lifted. */
  | {
      readonly verb: 'pause' | 'lock';
      readonly reason: string | null;
      readonly scope: Scope;
      readonly seconds: number | null;
    }
  | { readonly verb: 'resume'; readonly scope: Scope }
  | { readonly verb: 'unlock'; readonly scope: Scope; readonly confirm: boolean }
  /** `id` is null exactly where all of them are meant. */
  | { readonly verb: 'kill'; readonly all: true; readonly id: null; readonly confirm: boolean }
  | { readonly verb: 'kill'; readonly all: false; readonly id: string; readonly confirm: boolean }
  | { readonly verb: 'audit' | 'whoami' | 'help' }
  | ApplyCommand;

/** A patch that stands below the command; comment-patch.ts reads it. */
export type ApplyCommand = {
  readonly verb: 'apply';
  readonly id: string;
  /** What is sent: `patch` in any form that is read, `id` as the patch has it. One without an id can't be read. */
  readonly payload: { readonly id?: string; readonly patch: unknown };
  /** Only say what would happen. */
  readonly dryRun: boolean;
  /** It takes the place of what the pull request shows that it was written under. */
  readonly revises: boolean;
};

export type ParsedCommand =
  | { readonly ok: true; readonly command: Command }
  | {
      readonly ok: false;
      /** A sentence that ends with what to write instead. It may quote what was written. */
      readonly problem: string;
    };

/** `own` is the id of the patch whose pull request the command was written on. */
export type CommandPlace = { readonly own?: string };

/**
 * Reads a text of one line as a command; `/ghost` before it may be left out. Never throws.
 *
 * A pause or lock that can be read in two ways never stops less than was meant: words that might be a scope belong to
 * the reason unless they say `on branch` or `from @`. Where they follow the verb or another option, it is refused.
 */
export function parseCommand(text: string, place: CommandPlace = {}): ParsedCommand {
  if (/[\r\n]/.test(text.trim())) {
    return problem(
      'A command is one line, and nothing behind it would be done; write each command for itself',
    );
  }
  const line = readLine(text);
  if (!line.ok) {
    return line;
  }
  const [written, ...rest] = line.words;
  if (written === undefined) {
    return line.prefixed
      ? { ok: true, command: { verb: 'help' } }
      : problem('There is no command here; write one such as "status", or "help" for all of them');
  }
  const verb = written.toLowerCase();
  return isVerb(verb) ? parseArguments(verb, rest, place) : problem(suggestVerb(written));
}

/** The same command about this patch, where it names none itself. */
export function withId(command: Command, id: string): Command {
  return 'id' in command && command.id === null && command.verb !== 'kill' ? { ...command, id } : command;
}

function parseArguments(verb: Verb, words: readonly string[], place: CommandPlace): ParsedCommand {
  switch (verb) {
    case 'status':
    case 'preview':
    case 'approve':
    case 'retry':
    case 'revert':
    case 'cancel':
      return parseAboutPatch(verb, words);
    case 'reject':
      return parseReject(words, place);
    case 'pause':
    case 'lock': {
      const stop = parseStop(verb, words);
      return stop.ok
        ? (optionProblem(verb, stop.stop.reason) ?? { ok: true, command: { verb, ...stop.stop } })
        : stop;
    }
    case 'resume':
    case 'unlock':
      return parseLift(verb, words);
    case 'kill':
      return parseKill(words);
    case 'apply':
      return problem(
        '"apply" is for comments on GitHub, with the patch in a fence below it; write it there, or send the patch itself',
      );
    case 'audit':
    case 'whoami':
    case 'help':
      return words.length === 0
        ? { ok: true, command: { verb } }
        : problem(`"${verb}" takes nothing after it; write just "${verb}"`);
  }
}

function parseAboutPatch(verb: Exclude<PatchVerb, 'reject'>, words: readonly string[]): ParsedCommand {
  const [word, ...more] = words;
  if (more.length > 0) {
    return problem(`"${verb}" takes one patch id and nothing else; write "${verb} <id>"`);
  }
  if (word === undefined) {
    return { ok: true, command: { verb, id: null } };
  }
  const parsed = parseBareId(word);
  return parsed.ok ? { ok: true, command: { verb, id: parsed.id } } : parsed;
}

function parseReject(words: readonly string[], { own }: CommandPlace): ParsedCommand {
  const [word, ...more] = words;
  if (word === undefined) {
    return { ok: true, command: { verb: 'reject', id: null, reason: null } };
  }
  const parsed = parseBareId(word);
  if (own !== undefined && NUMBER.test(word)) {
    return problem(
      `${word.slice(0, MAX_NUMBER)} may be a pull request, or the beginning of a reason; write "reject ${own} <why>" for the one that this shows, or "reject ghost/<id> <why>" for another one`,
    );
  }
  if (own === undefined || (parsed.ok && (parsed.id === own || isInFull(word)))) {
    if (parsed.ok && goesOnWithList(more, word)) {
      return problem(
        'Nothing is rejected yet: "reject" takes one patch, and the reason behind it may be another one; write a command for each, or begin the reason with another word',
      );
    }
    return parsed.ok ? rejection({ id: parsed.id, reason: reasonOf(more) }) : parsed;
  }
  return rejection({ id: null, reason: reasonOf(words), ...(parsed.ok ? { firstWord: parsed.id } : {}) });
}

function rejection(rest: Omit<Extract<Command, { readonly verb: 'reject' }>, 'verb'>): ParsedCommand {
  return optionProblem('reject', rest.reason) ?? { ok: true, command: { verb: 'reject', ...rest } };
}

/** A pull request's, which may be the one that is meant, or the beginning of a reason. */
const NUMBER = /^#\d+$/;

/** Characters of it that are repeated. */
const MAX_NUMBER = 12;

function parseLift(verb: 'resume' | 'unlock', words: readonly string[]): ParsedCommand {
  const confirm = verb === 'unlock' && words.at(-1)?.toLowerCase() === CONFIRM;
  const stop = parseStop(verb, confirm ? words.slice(0, -1) : words);
  if (!stop.ok) {
    return stop;
  }
  const { scope, reason, seconds } = stop.stop;
  if (reason !== null || seconds !== null) {
    return problem(
      `"${verb}" takes no reason and no time; write "${verb}", "${verb} on <branch>" or "${verb} from <login>"`,
    );
  }
  return { ok: true, command: verb === 'resume' ? { verb, scope } : { verb, scope, confirm } };
}

/** What takes back more than one patch asks for this word, or for its box in the form. */
const CONFIRM = 'confirm';

function parseKill(words: readonly string[]): ParsedCommand {
  const [word, confirmation, ...more] = words;
  const confirm = confirmation?.toLowerCase() === CONFIRM;
  if (word === undefined || more.length > 0 || (confirmation !== undefined && !confirm)) {
    return problem('"kill" takes one patch id, or all of them; write "kill <id>" or "kill all confirm"');
  }
  if (word.toLowerCase() === 'all') {
    return { ok: true, command: { verb: 'kill', all: true, id: null, confirm } };
  }
  const parsed = parseBareId(word);
  return parsed.ok ? { ok: true, command: { verb: 'kill', all: false, id: parsed.id, confirm } } : parsed;
}

function reasonOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ');
}

/** A reason that is an option would have the command done as if that were not there; null: it is none. */
function optionProblem(verb: 'pause' | 'lock' | 'reject', reason: string | null): Problem | null {
  const option = reason === null ? undefined : optionIn(reason.split(' '));
  return option === undefined
    ? null
    : problem(
        `Nothing is done yet: "${shown(option)}" looks like an option, and "${verb}" has none; leave it out, or put it into the middle of the reason where it is a part of that`,
      );
}

/** An id that stands where an option may be meant: no patch is kept under a name that begins with a dash. */
function parseBareId(word: string): ReturnType<typeof parseId> {
  return isDashed(word)
    ? problem(
        `"${shown(word)}" is no patch id but looks like an option, and a command has none; write the verb and the id as "status" lists it`,
      )
    : parseId(word);
}

/** An id as it stands in the record, the branch, or the patch itself; the name is the one under which it is kept. */
export function parseId(word: string): { readonly ok: true; readonly id: string } | Problem {
  const id = word
    .replace(/^(["'`])(.+)\1$/, '$2')
    .replace(/^(?:refs\/heads\/)?ghost\/|^refs\/ghost\/patches\//, '');
  if (NUMBER.test(id)) {
    return problem(
      `${id} is the number of a pull request; write the patch's id, which its branch ghost/<id> ends with`,
    );
  }
  return id.length > MAX_ID_CHARACTERS || !/[\p{L}\p{N}_]/u.test(id)
    ? problem('This is no patch id; write the id as "status" lists it')
    : { ok: true, id: slugId(id) };
}

/** Can a word be nothing but the name of a patch, also where a reason or an option may stand? */
export function isInFull(word: string): boolean {
  return /^["'`]?(?:refs\/heads\/)?ghost\/|^["'`]?refs\/ghost\/patches\//.test(word);
}

type Problem = Extract<ParsedCommand, { readonly ok: false }>;

function problem(sentence: string): Problem {
  return { ok: false, problem: `${sentence}.` };
}
