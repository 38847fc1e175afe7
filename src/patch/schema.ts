import { z } from 'zod';
import { COMMAND_NAME } from './command-name.ts';
import {
  MAX_CHANGES,
  MAX_DESCRIPTION_CHARACTERS,
  MAX_ID_CHARACTERS,
  MAX_LABEL_CHARACTERS,
  MAX_LABELS,
  MAX_NAME_CHARACTERS,
  MAX_PATTERN_CHARACTERS,
  MAX_REVIEWERS,
  MAX_TITLE_CHARACTERS,
  MAX_URL_CHARACTERS,
} from './limits.ts';

const text = () =>
  z.string().refine((value) => value.isWellFormed(), {
    error: 'holds one half of a surrogate pair, which is no character. Send whole characters.',
  });

const path = (what: string) =>
  text().describe(`${what}, relative to the repository's root, with forward slashes`);

const occurrences = () =>
  z
    .union([z.literal('all'), z.int().min(1)], { error: 'must be a whole number from 1, or "all".' })
    .default(1)
    .describe('How often the text occurs: exactly this often, or "all" for at least once');

const fallbackPath = () =>
  text().min(1).optional().describe('The file that is meant where the text itself does not name one');

const diff = z
  .strictObject({
    kind: z.literal('diff'),
    diff: text().describe('A unified diff or the output of git diff, for any number of files'),
    path: fallbackPath(),
  })
  .describe('A unified or git diff');

const applyPatch = z
  .strictObject({
    kind: z.literal('apply_patch'),
    patch: text().describe('From *** Begin Patch to *** End Patch'),
    path: fallbackPath(),
  })
  .describe('The apply_patch format');

const blocks = z
  .strictObject({
    kind: z.literal('blocks'),
    text: text().describe(
      'A line with the path, then <<<<<<< SEARCH, =======, >>>>>>> REPLACE; any number of times',
    ),
    path: fallbackPath(),
  })
  .describe('SEARCH/REPLACE blocks, matched by whole lines');

const edit = z
  .strictObject({
    kind: z.literal('edit'),
    path: path('The file to edit'),
    find: text()
      .min(1, { error: 'is empty, so it says no place. Send the text to replace.' })
      .describe('The text to replace, exactly as it stands in the file; may be part of a line or many lines'),
    replace: text().describe('The text to put in its place'),
    count: occurrences(),
  })
  .describe('Replaces a literal text');

const regex = z
  .strictObject({
    kind: z.literal('regex'),
    path: path('The file to edit'),
    pattern: text()
      .min(1, { error: 'is empty, so it says no place. Send the expression to replace.' })
      .max(MAX_PATTERN_CHARACTERS)
      .describe('A regular expression in JavaScript syntax, without lookaround and backreferences'),
    flags: z
      .string()
      .regex(/^[gimsu]*$/, { error: 'takes the flags i, m and s (g and u change nothing).' })
      .default('')
      .describe(
        'i: any case, m: ^ and $ at every line, s: the dot matches line ends; g and u change nothing',
      ),
    replacement: text().describe('May use $1, $<name>, $& and $$'),
    count: occurrences(),
  })
  .describe('Replaces what a regular expression matches, in time linear in the file');

const write = z
  .strictObject({
    kind: z.literal('write'),
    path: path('The file to create or to replace as a whole'),
    content: text().describe('The whole content'),
    encoding: z.enum(['utf-8', 'base64']).default('utf-8').describe('How content is encoded'),
    executable: z.boolean().optional().describe('The executable bit; kept as it is where absent'),
  })
  .refine((value) => value.encoding !== 'base64' || isBase64(value.content), {
    path: ['content'],
    error: 'is not base64. Encode the bytes with the standard alphabet and padding, without line breaks.',
  })
  .describe('Writes a whole file');

const remove = z
  .strictObject({ kind: z.literal('delete'), path: path('The file to delete') })
  .describe('Deletes a file');

const move = z
  .strictObject({
    kind: z.literal('move'),
    from: path('The file to move'),
    to: path('Its new place, which must be free'),
  })
  .describe('Moves a file, keeping its bytes and mode');

const anyText = z
  .strictObject({
    kind: z.literal('text'),
    text: text().describe(
      'What a model wrote: any format above, alone, in fences or in prose, or a whole file where path names it',
    ),
    path: fallbackPath(),
  })
  .describe('Any of the formats, found out by looking');

const run = z
  .strictObject({
    kind: z.literal('run'),
    command: z
      .string()
      .refine((value) => COMMAND_NAME.test(value), { params: { refusal: 'command_not_allowed' } })
      .meta({ pattern: COMMAND_NAME.source })
      .describe("The name of a command from the repository's config, never a shell command"),
  })
  .describe(
    'Runs a command of the repository after all changes and before the tests, and adds what it makes of the files',
  );

const changeSchema = z.discriminatedUnion('kind', [
  diff,
  applyPatch,
  edit,
  blocks,
  regex,
  write,
  remove,
  move,
  anyText,
  run,
]);

/** Wire format v1. Parsing fills in the defaults, so that two ways to write one patch give one digest. */
export const patchSchema = z
  .strictObject({
    version: z.literal(1).describe('The version of this format'),
    id: text()
      .min(1)
      .max(MAX_ID_CHARACTERS)
      .optional()
      .describe('The name of this patch. Sending the same id with other changes makes a revision'),
    title: text().max(MAX_TITLE_CHARACTERS).optional().describe('One line for the pull request'),
    description: text().max(MAX_DESCRIPTION_CHARACTERS).default('').describe('What it does and why'),
    base: z
      .strictObject({
        branch: text().min(1).max(MAX_NAME_CHARACTERS).optional().describe('The default branch where absent'),
        sha: z
          .string()
          .regex(/^[0-9a-f]{40}$/, { error: 'must be a full commit id: 40 digits, 0-9 and a-f.' })
          .optional()
          .describe('The commit that the patch was written against'),
      })
      .optional()
      .describe('Where the patch belongs'),
    changes: z.array(changeSchema).min(1).max(MAX_CHANGES).describe('Applied in order, all or none'),
    labels: z
      .array(text().min(1).max(MAX_LABEL_CHARACTERS))
      .max(MAX_LABELS)
      .default([])
      .describe(
        'Labels for the pull request, besides those of the repository; only such as its config names in `patch-labels`',
      ),
    reviewers: z
      .array(text().min(1).max(MAX_NAME_CHARACTERS))
      .max(MAX_REVIEWERS)
      .default([])
      .describe('Logins, or owner/team'),
    draft: z.boolean().default(false).describe('Open the pull request as a draft'),
    dryRun: z.boolean().default(false).describe('Only say what would happen'),
    source: z
      .strictObject({
        agent: text().max(MAX_NAME_CHARACTERS).optional().describe('Who wrote it'),
        url: text().max(MAX_URL_CHARACTERS).optional().describe('Where it was asked for'),
      })
      .optional()
      .describe('Where the patch comes from'),
    supersedes: text()
      .min(1)
      .max(MAX_ID_CHARACTERS)
      .optional()
      .describe(
        'The id of the patch that this one replaces; its pull request is closed when this one has its own',
      ),
    reverts: text()
      .min(1)
      .max(MAX_ID_CHARACTERS)
      .optional()
      .describe('The id of the merged patch that this one takes back'),
    callback: z
      .string()
      .max(MAX_URL_CHARACTERS)
      .regex(/^https:\/\/[^\s]+$/, { error: 'must be an https:// address.' })
      .optional()
      .describe('Where to report the outcome'),
  })
  .describe('A patch for Ghost Runner, wire format version 1');

export type Patch = z.output<typeof patchSchema>;

/** The kinds of changes that are taken, in the order of the documentation. */
export const CHANGE_KINDS = [
  'diff',
  'apply_patch',
  'edit',
  'blocks',
  'regex',
  'write',
  'delete',
  'move',
  'text',
  'run',
] as const satisfies readonly Change['kind'][];

export type Change = Patch['changes'][number];

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

function isBase64(content: string): boolean {
  return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}
