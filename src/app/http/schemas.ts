import * as z from 'zod';
import { offeredPatchSchema } from '../../patch/offered.ts';
import { CALLBACK_TYPES } from '../../stages/callback/message.ts';
import { DELIVERY_FILTERS } from './listing.ts';

/**
 * What the front door answers, for the OpenAPI document. The tests hold every answer against these, so that the
 * document can't promise what is not so.
 */

const id = z.string().describe('The id of the patch as it stands in refs and branch names');
const repository = z.string().describe('owner/name');
const digest = z.string().describe('sha256 of all that alters the result of the patch, hex');
const time = z.iso.datetime();

/** GPT Actions refuse an object of which nothing is said. */
const anyObject = z.looseObject({});

const refusal = z
  .object({
    code: z.string().describe('What is wrong, for programs'),
    message: z.string().describe('What is wrong and what to send instead'),
    pointer: z.string().optional().describe('JSON pointer into the patch as it was sent'),
    path: z.string().optional().describe('The file'),
    hunk: z.int().optional().describe('The hunk within the change, from 1'),
    data: z
      .looseObject({
        correction: anyObject
          .optional()
          .describe('A change that fits, to be put in the place of the one refused'),
        nearest: z.array(anyObject).optional().describe('The lines that come nearest'),
      })
      .optional()
      .describe(
        'Facts for a better patch: the nearest lines, candidates, and under `correction` a change that fits',
      ),
  })
  .describe('Why a patch was not taken');

const hunk = z.object({
  change: z.int().describe('Index into changes'),
  path: z.string(),
  hunk: z.int().describe('Counted from 1 within the change'),
  at: z.int().nullable().describe('The line where it belongs; null: there is no such place'),
  rung: z.string().describe('How much tolerance was needed to find the place; exact: none'),
  adjustments: z.array(z.string()).optional(),
  status: z.enum(['applied', 'refused', 'already_applied']),
});

const leftOut = z
  .object({
    hunks: z.int().optional(),
    notes: z.int().optional(),
    notDone: z.int().optional(),
    refusals: z.int().optional(),
    clashes: z.int().optional(),
  })
  .optional()
  .describe('How many of a list the answer has no room for');

const clashes = z.array(anyObject).optional().describe('Places that newer commits changed too');

const remarks = {
  notes: z
    .array(z.string())
    .optional()
    .describe('What was read otherwise than it was sent, or put elsewhere'),
  notDone: z.array(z.string()).optional().describe('What it asked for beside its changes and nobody does'),
};

const change = z.object({
  path: z.string(),
  action: z.enum(['create', 'modify', 'delete', 'rename']),
  from: z.string().optional(),
  added: z.int().nullable().describe('Lines; null for what has no lines'),
  removed: z.int().nullable(),
});

const stopped = z
  .object({ state: z.enum(['paused', 'locked']), reason: z.string(), until: z.string().optional() })
  .optional()
  .describe('Of a dry run: what would keep the patch from being worked on just now, though it was tried');

export const preflightSchema = z
  .object({
    id,
    repository,
    digest,
    outcome: z
      .enum(['accepted', 'held', 'duplicate', 'fits'])
      .describe(
        'accepted: on its way to GitHub; held: kept until a pause ends; duplicate: done or under way already; fits: a dry run of a patch that fits, which would be accepted unless there is `stopped`',
      ),
    detail: z.string().describe('The same in words'),
    stopped,
    hunks: z.array(hunk),
    changes: z.array(change),
    commands: z
      .array(z.string())
      .optional()
      .describe("Names of the commands of the repository's config that will run before the tests"),
    ...remarks,
    statusUrl: z.url().describe('Where to ask how it goes on'),
    leftOut,
  })
  .describe('A patch that fits');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong, and what to do'),
    code: z.string().describe('For programs'),
    id: id.optional(),
    repository: repository.optional(),
    digest: digest.optional(),
    outcome: z.string().optional().describe('Why it goes no further'),
    stopped,
    refusals: z.array(refusal).optional(),
    clashes,
    hunks: z.array(hunk).optional(),
    ...remarks,
    leftOut,
    pullRequest: z.object({ number: z.int(), url: z.url() }).optional(),
    command: anyObject.optional().describe('What came of a command'),
    requestId: z.string().optional().describe('Names the request in the log of the server'),
  })
  .describe('RFC 9457');

export const statusSchema = z
  .object({
    id,
    repository,
    digest,
    title: z.string(),
    stage: z
      .enum(['queued', 'sent', 'failed', 'held', 'applied', 'publishing', 'done'])
      .describe(
        'queued: not yet with GitHub; sent: no run has told of it yet; failed: GitHub did not take it, or it was canceled before, or GitHub gave no clear answer, which `finished` tells apart; held: waits for the end of a pause; applied: its tests run; publishing: its pull request is made; done',
      ),
    finished: z.boolean().describe('Nothing more will happen by itself'),
    withdrawn: z
      .enum(['revised', 'canceled'])
      .optional()
      .describe('Why a failed one is handed on no more: a newer revision came, or a person canceled it'),
    outcome: z.string().optional().describe('How it ended, such as opened, tests_failed, refused'),
    headline: z.string(),
    detail: z.string(),
    remedy: z.string().optional().describe('What to do next'),
    attempt: z.int().optional(),
    run: z.url().optional().describe('The workflow run'),
    pullRequest: z.object({ number: z.int(), url: z.url() }).optional(),
    head: z.string().optional().describe('The commit that the pull request shows, for approving it'),
    reviews: z
      .array(z.string())
      .optional()
      .describe('Why it waits for an approval: what its reviewer is to look at first'),
    refusals: z.array(refusal).optional(),
    clashes,
    tests: z
      .object({
        verdict: z.enum(['passed', 'failed', 'timed_out', 'not_started']),
        sha: z.string(),
        command: z.string(),
        exitCode: z.int().optional(),
        seconds: z.number(),
        failingLines: z.array(z.string()),
        tail: z.string(),
        outputBytes: z.int(),
        during: z
          .string()
          .optional()
          .describe('The named command that did not end well, so that the tests did not run'),
        tree: z.string().optional().describe('The tree that named commands made, on which the tests ran'),
      })
      .optional()
      .describe('What the test job claims'),
    generated: z
      .object({ commands: z.array(z.string()), changes: z.array(change), onto: z.string() })
      .optional()
      .describe('What named commands made of the commit onto'),
    ...remarks,
    warnings: z.array(z.string()).describe('What went wrong on the way without being the end of it'),
    receivedAt: time,
  })
  .describe('Where a patch is');

export const listSchema = z
  .object({
    patches: z.array(
      z.object({
        id,
        repository,
        digest,
        title: z.string(),
        sender: z.string().describe('Whose token sent it'),
        stage: z.string(),
        outcome: z.string().optional(),
        overtaken: z
          .literal(true)
          .optional()
          .describe('A later delivery of this id took its place before it was seen to end'),
        receivedAt: time,
        statusUrl: z.url(),
      }),
    ),
    next: z.string().optional().describe('Give it as `before` for the next page; absent on the last one'),
  })
  .describe('Deliveries through this server, newest first');

export const commandSchema = z
  .object({
    verb: z.string(),
    surface: z.string(),
    by: z.string().describe('GitHub login in whose name it was done'),
    role: z.string().optional(),
    patch: id.optional(),
    done: z
      .enum(['done', 'unchanged', 'unconfirmed', 'refused', 'failed'])
      .describe(
        'done: asked for, and the effect was seen; unconfirmed: asked for, and not seen yet; unchanged: it was so already',
      ),
    confirmed: z.boolean().describe('The effect was seen'),
    seconds: z.number().nullable().describe('How long that took; null where it was not seen'),
    sentence: z.string().describe('What happened, and what to do next'),
    requestedAt: time,
    confirmedAt: time.optional(),
    observed: z
      .array(
        z.object({
          kind: z.string(),
          name: z.string(),
          state: z.string(),
          url: z.url().optional(),
          at: time.optional(),
        }),
      )
      .describe('What was looked at afterwards'),
    status: anyObject.optional().describe('What status found'),
    audit: anyObject.optional().describe('What audit found'),
    diff: z.string().optional(),
    leftOut: z
      .object({
        observed: z.int().optional(),
        refusals: z.int().optional(),
        notes: z.int().optional(),
        patches: z.int().optional(),
        entries: z.int().optional(),
        diffLines: z.int().optional(),
      })
      .optional()
      .describe('How many of a list, or lines of the diff, the answer has no room for'),
  })
  .describe('What came of a command');

export const deliverySchema = z
  .object({
    id: z
      .string()
      .optional()
      .describe('The name of the patch; sent again with other changes it is a revision'),
    patch: offeredPatchSchema,
  })
  .describe('A patch and its name');

export const filterSchema = z.enum(DELIVERY_FILTERS);

/** The body of a callback. A value that a receiver does not know yet is no reason to refuse it. */
export const callbackSchema = z
  .object({
    type: z.enum(Object.keys(CALLBACK_TYPES)).describe('`patch.` and the outcome; more may come'),
    timestamp: time.describe('When it happened'),
    data: z.object({
      id,
      repository,
      digest,
      title: z.string(),
      stage: z.string().describe('As in the status'),
      outcome: z.string().optional().describe('Absent where GitHub did not take it, or gave no clear answer'),
      reason: z.string().optional().describe('Why, in one word'),
      detail: z
        .string()
        .optional()
        .describe('Why GitHub did not take it, and whether it may have taken it all the same'),
      pullRequest: z.object({ number: z.int(), url: z.url() }).optional(),
      statusUrl: z.url().describe('Where the rest is, with the same token'),
    }),
  })
  .describe('What became of a patch');
