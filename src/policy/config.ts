import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { Refusal } from '../patch/refusal.ts';

/** Where a repository says how its patches are handled. Read from the default branch only. */
export const CONFIG_PATH = '.github/ghost-runner.yml';

export type Config = z.output<typeof configSchema>;

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** `text` is null where the file does not exist. Every problem is named at once. */
export function parseConfig(text: string | null): ParsedConfig {
  if (text === null) {
    return refuse(
      'not_configured',
      `This repository has no ${CONFIG_PATH} on its default branch; add one with at least "test: {command: …}".`,
    );
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return {
      ok: false,
      refusals: document.errors.map((error) =>
        problem('', `it is not valid YAML: ${firstLine(error.message)}`),
      ),
    };
  }
  const parsed = configSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) {
    return { ok: true, config: parsed.data };
  }
  return {
    ok: false,
    refusals: parsed.error.issues.map((issue) => problem(`/${issue.path.join('/')}`, issue.message)),
  };
}

/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;

export const configSchema = z
  .strictObject({
    'base-branches': z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Branches that patches may be based on; the default branch alone where this is absent.'),
    test: z
      .strictObject(
        {
          command: z
            .string({ error: 'name the command that runs your tests, such as "npm test"' })
            .trim()
            .min(1, 'name the command that runs your tests, such as "npm test"')
            .describe('Run by bash at the root of the checkout, in a job without secrets.'),
          'timeout-minutes': z
            .number()
            .positive()
            .max(MAX_TEST_MINUTES)
            .default(DEFAULT_TEST_MINUTES)
            .describe(
              'After this the command and all that it started is ended, and the outcome is timed_out.',
            ),
        },
        {
          error: (issue) =>
            issue.input === undefined ? 'add "test:" with the command that runs your tests' : undefined,
        },
      )
      .describe('How a patched commit is tested.'),
    labels: z.array(z.string().min(1).max(50)).max(20).default([]).describe('Labels for every pull request.'),
    reviewers: z
      .array(z.string().min(1).max(39))
      .max(15)
      .default([])
      .describe('GitHub logins asked to review every pull request.'),
    slack: z
      .strictObject({
        channel: z
          .string()
          .regex(/^[CGD][A-Z0-9]{2,}$/, "use the channel's id, such as C0123456789, not its name")
          .describe("The channel's id, such as C0123456789."),
      })
      .optional()
      .describe('Where each patch gets its one message.'),
  })
  .describe('Ghost Runner: how patches to this repository are handled.');

function refuse(code: Refusal['code'], message: string): ParsedConfig {
  return { ok: false, refusals: [{ code, message, path: CONFIG_PATH }] };
}

function problem(pointer: string, message: string): Refusal {
  const place = pointer.length > 1 ? ` at ${pointer}` : '';
  return {
    code: 'bad_config',
    message: `${CONFIG_PATH} can't be used${place}: ${message}`,
    pointer,
    path: CONFIG_PATH,
  };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
