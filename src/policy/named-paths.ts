import { fileSystemName } from '../patch/file-system-name.ts';
import { compileGlob } from './glob.ts';
import { FIXED_RULES, type FixedRuleName, RULES, type Rule, type RuleName } from './rules.ts';

/** A rule that has a say in a path, and the first of its globs that matches. */
export type NamedMatch = { readonly rule: RuleName | FixedRuleName; readonly pattern: string };

/** All rules of every repository that match a path, in their order; only `look-alikes` where the name hides one of them. */
export function matchNamedRules(path: string): readonly NamedMatch[] {
  const [written, meant] = [path.normalize('NFC'), judgedPath(path)];
  const literal = matchesOf(written);
  // Upper and lower case are one to the globs anyway.
  const judged = meant === written.toLowerCase() ? literal : matchesOf(meant);
  const known = new Set(literal.map(({ rule }) => rule));
  const disguised = judged.find(({ rule }) => !known.has(rule));
  return disguised === undefined ? literal : [{ rule: 'look-alikes', pattern: disguised.pattern }];
}

/**
 * Finds the first of some globs that protects a path: under any name by which a file system may find the file, for
 * what is protected must not be reached by another name.
 */
export function protectingGlob(globs: readonly string[]): (path: string) => string | undefined {
  const compiled = globs.map((glob) => ({
    glob,
    matches: compileGlob(glob.normalize('NFC'), { ignoreCase: true }),
  }));
  return (path) => {
    const [literal, judged] = [path.normalize('NFC'), judgedPath(path)];
    return compiled.find(({ matches }) => matches(literal) || matches(judged))?.glob;
  };
}

/** Is a path among those of some globs? Only as it is written, for what is allowed must not be guessed. */
export function amongGlobs(globs: readonly string[]): (path: string) => boolean {
  const compiled = globs.map((glob) => compileGlob(glob, { ignoreCase: false }));
  return (path) => compiled.some((matches) => matches(path));
}

/** The name of a path on the file system that is most generous in what it takes for it. */
export function judgedPath(path: string): string {
  return path.split('/').map(judgedName).join('/');
}

function judgedName(segment: string): string {
  const name = fileSystemName(segment);
  if (GIT_SHORT_NAME.test(name)) return '.git';
  return CODEOWNERS_SHORT_NAME.test(name) ? 'codeowners' : name;
}

/** What 8.3 makes of `.github`, `.gitmodules` and the like: six letters, or two and a hash where many look alike. */
const GIT_SHORT_NAME = /^(?:git[^.~]{0,3}|gi[\da-f]{4})~\d+(?:\.|$)/;

const CODEOWNERS_SHORT_NAME = /^(?:code(?:ow?)?|co[\da-f]{4})~\d+$/;

function matchesOf(path: string): readonly NamedMatch[] {
  return NAMED_GLOBS.reduce<readonly NamedMatch[]>((before, { rule, paths, rest }) => {
    const named = paths.find(({ matches }) => matches(path));
    const pattern = named ?? (before.length === 0 ? rest.find(({ matches }) => matches(path)) : undefined);
    return pattern === undefined ? before : [...before, { rule, pattern: pattern.glob }];
  }, []);
}

const NAMED_GLOBS = Object.entries<NamedGlobs>({ ...FIXED_RULES, ...RULES }).flatMap(
  ([rule, { paths, rest = [] }]) =>
    isRuleName(rule) ? [{ rule, paths: compileAll(paths), rest: compileAll(rest) }] : [],
);

type NamedGlobs = Pick<Rule, 'paths' | 'rest'>;

function compileAll(globs: readonly string[]) {
  return globs.map((glob) => ({ glob, matches: compileGlob(glob, { ignoreCase: true }) }));
}

function isRuleName(name: string): name is NamedMatch['rule'] {
  return name in RULES || name in FIXED_RULES;
}
