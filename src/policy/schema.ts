import * as z from 'zod';
import { MAX_FILE_BYTES, MAX_FILES, MAX_NAME_CHARACTERS } from '../patch/limits.ts';
import { expandBraces } from './braces.ts';
import { findMisread, type Misread } from './glob.ts';
import { POLICY_OUTCOMES, RULES, type RuleName } from './rules.ts';

export type Policy = z.output<typeof policySchema>;

/** What a glob may be: a path from the root of the repository, with alternatives in braces that do not nest. */
const GLOB_SYNTAX = /^(?!!|\.?\/)[^\\{}]*(?:\{[^\\{}]*\}[^\\{}]*)*$/;

/** Every alternative is the path of something that may exist: one that matches no file would seem to protect some. */
const PATH_SYNTAX = /^(?:(?!\.{1,2}(?:\/|$))[^/]+(?:\/|$))+(?<!\/)$/;

/** Of a glob without its braces: each takes some microseconds to compile, and a config may have hundreds of globs. */
const MOST_CHARACTERS = 2_000;

/** Globs of one list; a longer one is no rule that anybody keeps in mind. */
const MAX_GLOBS = 100;

/** Entries of `protected-paths`. */
const MAX_PROTECTED = 50;

/** Lines of one patch; nobody reads more. */
const MAX_CHANGED_LINES = 100_000;

export const globSchema = z
  .string()
  .min(1)
  .max(MAX_NAME_CHARACTERS)
  .regex(GLOB_SYNTAX, {
    error:
      'write a path from the root of the repository with *, **, ? and {a,b}, such as "src/**"; there is no negation, and braces do not nest',
    abort: true,
  })
  .refine((glob) => expandBraces(glob, MOST_CHARACTERS) !== null, {
    error: `without braces it would be more than ${MOST_CHARACTERS} characters; write several globs with fewer alternatives`,
    abort: true,
  })
  .refine((glob) => expandBraces(glob, MOST_CHARACTERS)?.every((path) => PATH_SYNTAX.test(path)), {
    error:
      'it would match no file: a path has no empty name, no "." or "..", and no slash at its end; for everything in a folder write "folder/**"',
    abort: true,
  })
  .refine((glob) => findMisread(glob) === null, {
    error: ({ input }) => {
      const misread = typeof input === 'string' ? findMisread(input) : null;
      return misread === null ? undefined : sayMisread(misread);
    },
  })
  .describe(
    'A path from the root of the repository, with `*` and `?` within a name, `**` as a whole name for any number of folders, and `{a,b}`. `config**/**` is refused: write `config*/**`.',
  );

function sayMisread({ glob, instead }: Misread): string {
  const others = instead.map((one) => `"${one}"`).join(' and ');
  return `"${glob}" would match less than it reads like, for "**" stands for folders only where it is a whole name; write ${others} instead`;
}

const globs = z.array(globSchema).min(1).max(MAX_GLOBS);

const breach = z.enum(['review', 'refuse']);

const otherwise = breach.default('refuse').describe('What becomes of a patch that goes beyond it.');

function rule(name: RuleName) {
  return z.enum(POLICY_OUTCOMES).default(RULES[name].preset).describe(RULES[name].meaning);
}

function limit(most: number, meaning: string) {
  return z
    .strictObject({
      'at-most': z.int().min(1).max(most).describe('The largest number that passes.'),
      otherwise,
    })
    .optional()
    .describe(meaning);
}

/** What patches may change. The strictest rule that matches decides. */
export const policySchema = z.strictObject({
  'allowed-paths': z
    .strictObject({
      paths: globs.describe('Globs of what patches may change.'),
      otherwise: breach.default('refuse').describe('What becomes of a patch that changes anything else.'),
    })
    .optional()
    .describe('Where patches may work; everywhere that nothing else protects where this is absent.'),
  'protected-paths': z
    .array(
      z.strictObject({
        paths: globs.describe('Globs, without regard to case.'),
        outcome: breach.default('refuse').describe('What becomes of a patch that changes one of them.'),
      }),
    )
    .max(MAX_PROTECTED)
    .default([])
    .describe('Paths that need more care than others, on top of the rules below.'),
  rules: z
    .strictObject({
      workflows: rule('workflows'),
      'agent-instructions': rule('agent-instructions'),
      hooks: rule('hooks'),
      'code-owners': rule('code-owners'),
      'github-folder': rule('github-folder'),
      'git-files': rule('git-files'),
      lockfiles: rule('lockfiles'),
      executables: rule('executables'),
      'hidden-characters': rule('hidden-characters'),
      'case-collisions': rule('case-collisions'),
      repairs: rule('repairs'),
      tolerances: rule('tolerances'),
      'not-done': rule('not-done'),
    } satisfies { readonly [Name in RuleName]: unknown })
    .prefault({})
    .describe('What becomes of a patch that does one of these.'),
  limits: z
    .strictObject({
      files: limit(MAX_FILES, 'Files that one patch changes.'),
      'changed-lines': limit(MAX_CHANGED_LINES, 'Lines that one patch adds and removes, taken together.'),
      'file-bytes': limit(MAX_FILE_BYTES, 'Bytes of a file as the patch leaves it.'),
    })
    .prefault({})
    .describe('How large a patch may be, below the limits that hold everywhere.'),
  secrets: z
    .strictObject({
      'except-paths': globs
        .default([])
        .describe('Globs of files in which nothing is taken for a secret, such as test data.'),
    })
    .prefault({})
    .describe('A patch that adds what looks like a secret is refused, and not kept.'),
  reviewers: z
    .array(z.string().min(1).max(39))
    .max(15)
    .default([])
    .describe('GitHub logins asked in addition where a rule wants a review.'),
});
