import type { Refusal } from '../refusal.ts';
import { HEADER } from './full-names.ts';
import { heredocWord } from './part-ends.ts';
import { type Lines, lineAt, malformedAt, numberOf } from './reading.ts';

/** What a shell's line that gives a patch to a program says besides. */
export type GivingLine = {
  /** What has the patch done otherwise than as it stands, such as `-R` or `--directory=web`. */
  readonly wishes: readonly string[];
  /** The file that the patch is for, whatever it names itself: `patch src/a.ts`. */
  readonly file?: string;
  /** Are there commands of another kind, such as `&& npm test`? */
  readonly hasCommands: boolean;
  readonly hasRemark: boolean;
};

/** null: the line gives no patch to any program. */
export function givingLine(line: string): GivingLine | null {
  const given = line.trim();
  if (heredocWord(given) === null || given.length > MOST_CHARACTERS) return null;
  const [command = '', ...remark] = given.replace(HEREDOC, ' ').split(/\s#/);
  const calls = callsIn(command.replace(REDIRECTION, ' '));
  const at = calls.findIndex(({ words }) => programIn(words) !== null);
  const program = programIn(calls[at]?.words ?? []);
  if (program === null) return null;
  const { wishes, file } = askedOf(program.rest);
  const before = calls.slice(0, at).flatMap((call) => (mayAlter(call) ? [call.words.join(' ')] : []));
  const others = calls.filter((call, index) => index !== at && !isIdle(call));
  return {
    wishes: [...before, ...program.before, ...wishes],
    ...(file === undefined ? {} : { file }),
    hasCommands: others.length > 0,
    hasRemark: remark.length > 0,
  };
}

/** Refuses what a shell would do otherwise than the patch says: nothing here does it, and it would be lost. */
export function refuseGivenOtherwise(lines: Lines): void {
  for (const at of lines.passed) {
    const given = givingLine(lineAt(lines, at) ?? '');
    if (given === null) continue;
    const { wishes, file } = given;
    const isOther = file !== undefined && !isNamedBelow(lines, at, file);
    const all = [...foldersAbove(lines, at), ...wishes, ...(isOther ? [file] : [])];
    if (all.length > 0) lines.refusals.push(givenOtherwise(numberOf(lines, at), all));
  }
}

const MOST_CHARACTERS = 4000;

const HEREDOC = /<<-? ?['"]?\w+['"]?/;

const REDIRECTION = /\d?>{1,2} ?(?:&\d|[^\s;|&]+)/g;

type Call = {
  /** Without what a shell puts around them. */
  readonly words: readonly string[];
  /** What it writes is what the next one reads. */
  readonly isPiped: boolean;
};

function callsIn(command: string): readonly Call[] {
  const parts = command.split(/(&&|\|\||[;|&])/);
  return parts
    .map((part, index) => ({ words: wordsOf(part), isPiped: parts[index + 1] === '|' }))
    .filter(({ words }, index) => index % 2 === 0 && words.length > 0);
}

function wordsOf(call: string): readonly string[] {
  return call
    .split(/\s+/)
    .map((word) => word.replace(/^["'(){}$]+|["'(){}]+$/g, ''))
    .filter((word) => word !== '' && word !== 'sudo');
}

/** Calls that do nothing, and the one that hands on the text. */
const IDLE: ReadonlySet<string> = new Set(['true', ':', 'cat', 'set']);

function isIdle({ words: [first = '', ...rest] }: Call): boolean {
  return IDLE.has(first) || isAtRoot(first, rest);
}

/** May a call before the program alter the text that it is given, or the folder in which it works? */
function mayAlter({ words: [first = '', ...rest], isPiped }: Call): boolean {
  if (isPiped && first !== 'cat' && first !== 'tee') return true;
  return FOLDERS.has(first) || isShell(first) ? !isAtRoot(first, rest) : false;
}

const FOLDERS: ReadonlySet<string> = new Set(['cd', 'pushd', 'popd', 'chdir', 'chroot']);

/** The root of the repository, as far as a shell's line can say it for certain. */
function isAtRoot(first: string, rest: readonly string[]): boolean {
  const folder = rest.filter((word) => word !== '--').join(' ');
  return first === 'cd' && (folder === '.' || folder === './' || folder === 'git rev-parse --show-toplevel');
}

/** Folders that are entered on the lines right above. */
function foldersAbove(lines: Lines, from: number): readonly string[] {
  const found: string[] = [];
  for (let at = from - 1; at >= 0 && found.length < MOST_ABOVE; at -= 1) {
    const calls = callsIn((lineAt(lines, at) ?? '').trim().slice(0, MOST_CHARACTERS));
    const [first] = calls;
    if (first === undefined || !FOLDERS.has(first.words[0] ?? '') || first.words.length > 2) break;
    for (const call of calls) if (mayAlter(call)) found.unshift(call.words.join(' '));
  }
  return found;
}

const MOST_ABOVE = 5;

type Program = {
  /** What it is called with. */
  readonly rest: readonly string[];
  /** Words before its name that may have it work otherwise. */
  readonly before: readonly string[];
};

/** The program of a call that applies patches; null: the call is of another one, or a sentence. */
function programIn(words: readonly string[]): Program | null {
  const last = words.findLastIndex((word) => word === 'apply' || word === 'am');
  const name = words.findIndex(
    (word, index) => word === 'patch' || word === 'apply_patch' || (word === 'git' && index < last),
  );
  if (name === -1 || /^\p{Lu}[\p{Ll}']*[,:]?$/u.test(words[0] ?? '')) return null;
  const before = words.slice(0, name);
  return {
    rest: argumentsOf(words.slice(name)),
    before: before.every(isHarmlessBefore) ? [] : [before.join(' ')],
  };
}

/** A shell that is given commands, what only starts a program, and what is set in its environment. */
function isHarmlessBefore(word: string): boolean {
  return (
    isShell(word) || STARTERS.has(word) || /^-[il]{0,2}c$/.test(word) || /^(?!GIT_)[A-Z_]\w*=/.test(word)
  );
}

function isShell(word: string): boolean {
  return /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh$/.test(word);
}

const STARTERS: ReadonlySet<string> = new Set(['env', 'command', 'exec', 'time', 'nohup', 'if', '!', 'cat']);

/** What it is called with, without the name of git's command. */
function argumentsOf([name, ...rest]: readonly string[]): readonly string[] {
  const own = name === 'git' ? rest.findIndex((word) => word === 'apply' || word === 'am') : -1;
  return own === -1 ? rest : [...rest.slice(0, own), ...rest.slice(own + 1)];
}

/** Options that alter only how a program goes about it are no wish. */
function askedOf(words: readonly string[]): { readonly wishes: readonly string[]; readonly file?: string } {
  const wishes: string[] = [];
  let file: string | undefined;
  for (const [index, word] of words.entries()) {
    const isValue = index > 0 && /^(?:-p|-i|-F|-C)$/.test(words[index - 1] ?? '');
    if (word === '-' || word === 'cat' || HARMLESS.test(word) || (isValue && /^(?:[01]|-)$/.test(word)))
      continue;
    if (!word.startsWith('-') && !isValue && file === undefined) file = word;
    else wishes.push(word);
  }
  return { wishes, ...(file === undefined ? {} : { file }) };
}

const HARMLESS =
  /^(?:-p|-i|-F|-[uNsltfbEvqk3]*p[01]|-[uNsltfbEvqk3]+|-[CF]\d{1,2}|--(?:input=-|strip=[01]|index|cached|3way|whitespace=\w+|ignore-whitespace|ignore-space-change|verbose|quiet|silent|recount|unidiff-zero|inaccurate-eof|allow-empty|allow-overlap|binary|reject|apply|unified|forward|force|batch|backup|no-backup-if-mismatch|fuzz=\d{1,2}|posix|merge|ours|theirs|union|keep-cr|signoff|intent-to-add|remove-empty-files))$/;

/** Do the lines right below say that the patch is for that file? */
function isNamedBelow(lines: Lines, at: number, file: string): boolean {
  const name = file.replace(/^\.\//, '');
  for (let next = at + 1; next < lines.lines.length; next += 1) {
    const line = lineAt(lines, next) ?? '';
    if (HEADER.test(line) && line.split(/\s+/).some((word) => word.replace(/^[ab]\//, '') === name))
      return true;
    if (line.trim() !== '' && !HEADER.test(line) && !line.startsWith('index ')) return false;
  }
  return false;
}

function givenOtherwise(line: number, wishes: readonly string[]): Refusal {
  const asked = wishes.map((wish) => `\`${wish.slice(0, MOST_SHOWN).toWellFormed()}\``).join(', ');
  const message = `Line ${line} has the patch applied otherwise than it stands, by ${asked}, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave that out; what is only to be tried has \`dryRun\` beside the patch.`;
  return malformedAt({ line }, message);
}

/** Characters of an option that are repeated. */
const MOST_SHOWN = 60;
