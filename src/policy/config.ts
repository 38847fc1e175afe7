import * as z from 'zod';
import { MAX_PATH_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import { commandsSchema } from './commands.ts';
import { describeIssues } from './config-issues.ts';
import { CONFIG_PATH } from './config-path.ts';
import type { ConfigSource } from './config-source.ts';
import { configName, type Locate, nearestPosition, openConfigText, type TextProblem } from './config-text.ts';
import { enforce, locateAmong } from './enforced.ts';
import { limitsSchema } from './limits.ts';
import { type Layers, openLayers } from './organisation.ts';
import { policySchema } from './schema.ts';

export { CONFIG_PATH };

export type Config = z.output<typeof configSchema>;

export type ParsedConfig =
  | {
      readonly ok: true;
      readonly config: Config;
      /** Where a value stands; null: it is a default. */
      readonly locate: Locate;
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Every problem is named at once, with its line and column. */
export function parseConfig(source: ConfigSource): ParsedConfig {
  if (source === null) {
    return NOT_CONFIGURED;
  }
  const opened = open(source);
  if (!opened.ok) {
    return { ok: false, refusals: opened.problems.map(badConfig) };
  }
  const parsed = configSchema.safeParse(opened.value);
  if (parsed.success) {
    return settle(parsed.data, opened);
  }
  const problems = describeIssues(configSchema, parsed.error.issues);
  // An organisation may say anything but how this repository is tested, and then this one says nothing at all.
  if (!isOfRepository(source) && problems.some(({ path }) => path[0] === 'test')) {
    return NOT_CONFIGURED;
  }
  return {
    ok: false,
    refusals: problems.map(({ path, message }) => {
      const position = nearestPosition(opened.locate, path);
      return badConfig({ path, message, position, ...(position?.file && { file: position.file }) });
    }),
  };
}

const NOT_CONFIGURED: ParsedConfig = {
  ok: false,
  refusals: [
    {
      code: 'not_configured',
      message: `This repository has no ${CONFIG_PATH} on its default branch; have "npx ghost-runner init" write one, or add one with at least "test: {command: …}".`,
      path: CONFIG_PATH,
    },
  ],
};

type Opened = Layers | ReturnType<typeof openConfigText>;

function open(source: NonNullable<ConfigSource>): Opened {
  return typeof source === 'string' ? openConfigText(source) : openLayers(source);
}

function isOfRepository(source: NonNullable<ConfigSource>): boolean {
  return typeof source === 'string' || source.own !== null;
}

function settle(config: Config, opened: Extract<Opened, { readonly ok: true }>): ParsedConfig {
  if (!('enforced' in opened)) {
    return { ok: true, config, locate: opened.locate };
  }
  const { policy } = config;
  return { ok: true, config: enforce(config, opened.enforced), locate: locateAmong({ ...opened, policy }) };
}

/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;

/** A branch that is kept for longer is kept on purpose, and by hand. */
const MAX_RETENTION_DAYS = 365;
const DEFAULT_RETENTION_DAYS = 14;

/** A day and the hours by which GitHub may be late with a schedule. */
const DEFAULT_CANARY_HOURS = 26;
const MAX_CANARY_HOURS = 31 * 24;

/** More people than step in by hand. */
const MAX_SLACK_USERS = 500;

/** Machines and folders under which one repository is known to models. */
const MAX_PATH_PREFIXES = 20;

/** More labels than a person chooses from. */
const MAX_PATCH_LABELS = 100;

export const configSchema = z
  .strictObject({
    'base-branches': z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Branches that patches may be based on; the default branch alone where this is absent.'),
    'path-prefixes': z
      .array(
        z
          .string()
          .max(MAX_PATH_BYTES)
          .regex(
            /^[^\\]*[^\\/]\/*$/,
            'name a folder with forward slashes, such as "/home/me/shop" or "shop"',
          ),
      )
      .max(MAX_PATH_PREFIXES)
      .default([])
      .describe(
        "Folders that models put before the repository's own paths, such as where it lies on their machine; taken off every path that begins with one.",
      ),
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
    commands: commandsSchema,
    labels: z.array(z.string().min(1).max(50)).max(20).default([]).describe('Labels for every pull request.'),
    'patch-labels': z
      .array(z.string().min(1).max(50))
      .max(MAX_PATCH_LABELS)
      .default([])
      .describe(
        'Labels that patches may ask for; others are left out, because a label may start what only people should, such as a merge.',
      ),
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
    'on-test-failure': z
      .enum(['draft', 'none'])
      .default('draft')
      .describe(
        'What becomes of a patch whose tests fail: a draft pull request that says so, or only the record and the report.',
      ),
    policy: policySchema
      .prefault({})
      .describe(
        'What patches may change, judged on what they make of the files; the strictest rule that matches decides.',
      ),
    limits: limitsSchema,
    approval: z
      .enum(['required', 'none'])
      .default('none')
      .describe(
        '`required` keeps each pull request a draft until a reviewer who did not send the patch approves it with `/ghost approve`; a new commit asks for it again.',
      ),
    control: z
      .strictObject({
        bots: z
          .array(z.string().regex(/\[bot\]$/i, 'a bot has a login that ends in [bot], such as "my-app[bot]"'))
          .max(20)
          .default([])
          .describe(
            'Logins of bots that may command what an operator may, approvals aside; all others may nothing.',
          ),
        'slack-users': z
          .record(
            z.string().regex(/^[UW][A-Z0-9]{2,30}$/),
            z
              .string()
              .regex(
                /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/,
                'name the GitHub login of a person, such as "octocat"',
              ),
            {
              error: ({ code }) =>
                code === 'invalid_key'
                  ? "use the person's member id in Slack, such as U0123456789, which their profile shows"
                  : undefined,
            },
          )
          .refine(
            (users) => Object.keys(users).length <= MAX_SLACK_USERS,
            `name at most ${MAX_SLACK_USERS} people`,
          )
          .default({})
          .describe(
            'Who the members of Slack are on GitHub: their member ids, such as `U0123456789`, each with a login, whose role counts. All others may look.',
          ),
      })
      .prefault({})
      .describe('Who may command Ghost Runner beside the people with a role on GitHub.'),
    watch: z
      .strictObject({
        'ci-workflows': z
          .array(z.string().min(1).max(256))
          .max(20)
          .default([])
          .describe(
            "Names of the workflows whose end the watch is told of, the same as in the watch's own workflow file.",
          ),
        'retention-days': z
          .int()
          .min(1)
          .max(MAX_RETENTION_DAYS)
          .default(DEFAULT_RETENTION_DAYS)
          .describe('Days after which the branch of a settled patch is removed; its record stays.'),
        canary: z
          .strictObject({
            path: z
              .string()
              .min(1)
              .max(255)
              .default('ghost-canary.txt')
              .describe('The one file that the canary changes. Nothing should read it.'),
            'late-after-hours': z
              .number()
              .positive()
              .max(MAX_CANARY_HOURS)
              .default(DEFAULT_CANARY_HOURS)
              .describe('Hours after the last arrival from which a missing canary raises the alarm.'),
          })
          .optional()
          .describe('A scheduled patch that goes the whole way and is closed, to show that all of it works.'),
      })
      .prefault({})
      .describe('What the watch looks after.'),
  })
  .describe('Ghost Runner: how patches to this repository are handled.');

function badConfig({ path, message, position, file }: TextProblem): Refusal {
  const place = [
    ...(path.length === 0 ? [] : [`at ${configName(path)}`]),
    ...(position === null ? [] : [`in line ${position.line}, column ${position.column}`]),
  ];
  return {
    code: 'bad_config',
    message: `${[`${file ?? CONFIG_PATH} can't be used`, ...place].join(' ')}: ${/[.?!]$/.test(message) ? message : `${message}.`} Correct it on the default branch.`,
    pointer: path.map((key) => `/${key}`).join(''),
    ...(file === undefined ? { path: CONFIG_PATH } : {}),
    ...(position === null ? {} : { data: { ...position, ...(file === undefined ? {} : { file }) } }),
  };
}
