import { RE2JS } from 're2js';
import { expandBraces } from './braces.ts';

/**
 * Matches whole paths against a glob, names with a dot at their beginning included: `*` and `?` stay within a name,
 * a name of `**` stands for any number of folders, `folder/**` for the folder and everything in it, and `{a,b}` for
 * one of both; brackets are letters.
 *
 * The paths are those of a patch, so the engine is one whose time is linear in them. Other translations of globs look
 * ahead and go back, and take minutes for a path that is made to.
 *
 * It is compiled for the first path, since those of all rules take longer than everything else that a process does
 * before it begins, and most judge no path.
 */
export function compileGlob(
  glob: string,
  options: { readonly ignoreCase: boolean },
): (path: string) => boolean {
  let pattern: RE2JS | undefined;
  return (path) => {
    pattern ??= compile(glob, options);
    return pattern.testExact(path);
  };
}

function compile(glob: string, { ignoreCase }: { readonly ignoreCase: boolean }): RE2JS {
  const flags = RE2JS.DOTALL | (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  // One by one, for what a name is shows only where its alternative has been put between the rest.
  const alternatives = expandBraces(glob, Number.POSITIVE_INFINITY)?.map(translate) ?? [];
  return RE2JS.compile(alternatives.join('|'), flags);
}

/** A glob without braces that reads as if it matched more than it does, and those that match what it reads like. */
export type Misread = { readonly glob: string; readonly instead: readonly string[] };

/**
 * The first of what a glob stands for where `**` is only a part of a name, and so stays within it: a folder `config**`
 * looks as if that were what lies deeper in `config-prod` too. null: there is none.
 */
export function findMisread(glob: string): Misread | null {
  const misread = expandBraces(glob, Number.POSITIVE_INFINITY)?.find((one) => one.split('/').some(isMisread));
  if (misread === undefined) {
    return null;
  }
  const names = misread.split('/');
  const deep = names.flatMap(inFolders).filter((name, at, all) => name !== '**' || all[at - 1] !== '**');
  const flat = names.some((name) => MIDDLE.test(name)) ? [names.map(withinName).join('/')] : [];
  return { glob: misread, instead: [...flat, deep.join('/')] };
}

function isMisread(name: string): boolean {
  return name !== '**' && name.includes('**');
}

const STARS = /\*{2,}/g;

/** Between two parts of a name, folders may stand or not. */
const MIDDLE = /[^*]\*{2,}[^*]/;

function withinName(name: string): string {
  return isMisread(name) ? name.replace(STARS, '*') : name;
}

/** With folders wherever the stars are. */
function inFolders(name: string): readonly string[] {
  return isMisread(name)
    ? name
        .replace(STARS, '*/**/*')
        .split('/')
        .filter((part) => part !== '*')
    : [name];
}

function translate(glob: string): string {
  if (glob === '**') {
    return '.*';
  }
  return glob.replace(TOKEN, (token, index: number) => {
    const startsName = index === 0 || glob[index - 1] === '/';
    return WILDCARDS[startsName ? token : token.replace('**/', '*/')] ?? translateLiteral(token);
  });
}

/** `**` counts as such only where it is a whole name. */
const TOKEN = /\/\*\*$|\*\*\/|\*+|\?|[^*?]/gsu;

const WILDCARDS: { readonly [token: string]: string } = {
  '/**': '(?:/.*)?',
  '**/': '(?:[^/]+/)*',
  '*': '[^/]*',
  '*/': '[^/]*/',
  '?': '[^/]',
};

function translateLiteral(token: string): string {
  return token.startsWith('*') ? '[^/]*' : RE2JS.quote(token);
}
