import { RE2JS } from 're2js';
import { expandBraces } from './braces.ts';

/**
 * Matches whole paths against a glob, names with a dot at their beginning included: `*` and `?` stay within a name,
 * a name of `**` stands for any number of folders, `folder/**` for the folder and everything in it, and `{a,b}` for
 * one of both; brackets are letters.
 *
 * The paths are those of a patch, so the engine is one whose time is linear in them. Other translations of globs look
 * ahead and go back, and take minutes for a path that is made to.
 */
export function compileGlob(
  glob: string,
  options: { readonly ignoreCase: boolean },
): (path: string) => boolean {
  const flags = RE2JS.DOTALL | (options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  // One by one, for what a name is shows only where its alternative has been put between the rest.
  const alternatives = expandBraces(glob, Number.POSITIVE_INFINITY)?.map(translate) ?? [];
  const pattern = RE2JS.compile(alternatives.join('|'), flags);
  return (path) => pattern.testExact(path);
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
