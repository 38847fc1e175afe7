import { fileSystemName } from '../patch/file-system-name.ts';
import { compileGlob } from './glob.ts';
import { FIXED_RULES, type FixedRuleName, RULES, type RuleName } from './rules.ts';

/** The rule that speaks for a path, and the glob by which it does. */
export type NamedMatch = { readonly rule: RuleName | FixedRuleName; readonly pattern: string };

/** The first rule of every repository that matches a path; null: none does. */
export function matchNamedRule(path: string): NamedMatch | null {
  const [written, meant] = [path.normalize('NFC'), judgedPath(path)];
  const literal = firstMatch(written);
  // Upper and lower case are one to the globs anyway.
  const judged = meant === written.toLowerCase() ? literal : firstMatch(meant);
  return judged === null || judged.rule === literal?.rule
    ? literal
    : { rule: 'look-alikes', pattern: judged.pattern };
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

const NAMED_PATTERNS = [...Object.entries(FIXED_RULES), ...Object.entries(RULES)].flatMap(
  ([name, { paths }]) =>
    paths.map((pattern) => ({ name, pattern, matches: compileGlob(pattern, { ignoreCase: true }) })),
);

function firstMatch(path: string): NamedMatch | null {
  const found = NAMED_PATTERNS.find(({ matches }) => matches(path));
  return found === undefined || !isRuleName(found.name) ? null : { rule: found.name, pattern: found.pattern };
}

function isRuleName(name: string): name is NamedMatch['rule'] {
  return name in RULES || name in FIXED_RULES;
}
