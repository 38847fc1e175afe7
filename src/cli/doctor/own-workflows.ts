import * as z from 'zod';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { parseWorkflow } from '../init/workflow-text.ts';
import type { Facts } from './facts.ts';
import { type Finding, missing, unknown, well } from './finding.ts';
import { stageOf } from './stage-of.ts';

/** Whether our workflows are there, are turned on, and do what they are for: one that can't be read or is never begun fails silently. */
export function examineOwnWorkflows({
  workflows,
  workflowStates,
  defaultBranch,
}: Pick<Facts, 'workflows' | 'workflowStates' | 'defaultBranch'>): readonly Finding[] {
  const states = workflowStates.told ? workflowStates.value : new Map<string, string>();
  return WORKFLOW_NAMES.flatMap((name) => {
    const path = `${WORKFLOWS_FOLDER}/${name}`;
    const text = workflows.get(path);
    if (text === undefined) {
      return [missing('workflows', `${path} is not on ${defaultBranch}.`, INIT)];
    }
    const state = states.get(path) ?? 'active';
    const problems = [
      // GitHub turns schedules off by itself where nothing was pushed for 60 days.
      ...(state === 'active'
        ? []
        : [
            missing(
              'workflows',
              `${path} is turned off (${state}).`,
              `Turn it on in the Actions tab, or by gh workflow enable ${name}.`,
            ),
          ]),
      ...examineText(path, text, NEEDS[name]),
    ];
    return problems.length === 0 ? [well('workflows', `${path} is on ${defaultBranch}.`)] : problems;
  });
}

const INIT = 'Run npx ghost-runner init, commit what it writes, and push it.';

type Needs = {
  /** Events that begin it, each with the type that it has to hear; null: any. */
  readonly events: { readonly [event: string]: string | null };
  /** What its jobs have the Action do. */
  readonly stages: readonly string[];
  /** What does not happen without these. */
  readonly lost: string;
};

const NEEDS: { readonly [name in (typeof WORKFLOW_NAMES)[number]]: Needs } = {
  'ghost-runner.yml': {
    events: { repository_dispatch: 'ghost-patch' },
    stages: ['apply', 'test', 'publish'],
    lost: 'no patch is worked on to its end',
  },
  'ghost-control.yml': {
    events: { workflow_dispatch: null },
    stages: ['control'],
    lost: 'nobody can step in with the form',
  },
  'ghost-command.yml': {
    events: { issue_comment: 'created' },
    stages: ['control'],
    lost: 'no command in a comment is heard',
  },
  'ghost-watch.yml': {
    events: { schedule: null, workflow_run: 'completed', pull_request: 'closed' },
    stages: ['watch'],
    lost: 'the records and Slack are not kept up to date',
  },
};

function examineText(path: string, text: string, needs: Needs): readonly Finding[] {
  const read = parseWorkflow(text);
  if (!read.ok && read.why === 'too_much') {
    return [
      unknown(
        'workflows',
        `${path} is longer than workflows are, and was not looked at.`,
        'Look whether its runs appear in the Actions tab.',
      ),
    ];
  }
  const workflow = workflowSchema.safeParse(read.ok ? read.value : null);
  if (!workflow.success) {
    return [
      missing(
        'workflows',
        `${path} can't be read, so that GitHub runs nothing of it: it is not YAML with events and jobs.`,
        'Correct it, for which the Actions tab shows the line, or run npx ghost-runner init, which shows what is different.',
      ),
    ];
  }
  const lacks = [...lackingEvents(workflow.data, needs), ...lackingStages(path, workflow.data, needs)];
  return lacks.length === 0
    ? []
    : [
        missing(
          'workflows',
          `${path} has ${LIST.format(lacks)}, so that ${needs.lost}.`,
          'Run npx ghost-runner init, which shows what is different, and put it back.',
        ),
      ];
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function lackingEvents({ on }: Workflow, { events }: Needs): readonly string[] {
  return Object.entries(events).flatMap(([event, type]) => {
    const heard = eventsOf(on).get(event);
    if (heard === undefined) return [`no ${event} among its events`];
    const types = heard ?? TYPES_HEARD_UNNAMED[event] ?? null;
    return type === null || types === null || types.includes(type)
      ? []
      : [`no "${type}" among the types of ${event}`];
  });
}

/** What GitHub takes for the types of an event where none are named; of all others it takes every type. */
const TYPES_HEARD_UNNAMED: { readonly [event: string]: readonly string[] } = {
  pull_request: ['opened', 'synchronize', 'reopened'],
};

/** Each event with its types; null: none are named. */
function eventsOf(on: Workflow['on']): ReadonlyMap<string, readonly string[] | null> {
  if (typeof on === 'string') return new Map([[on, null]]);
  if (Array.isArray(on)) return new Map(on.map((event) => [event, null]));
  return new Map(
    Object.entries(on).map(([event, filter]) => {
      const types = filtersSchema.safeParse(filter).data?.types;
      return [event, typeof types === 'string' ? [types] : (types ?? null)];
    }),
  );
}

/** A job may call one of our workflows in another repository instead, which has all of them. */
function lackingStages(path: string, { jobs }: Workflow, { stages }: Needs): readonly string[] {
  const running = Object.values(jobs).filter((job) => !NEVER.test(String(job.if)));
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (running.some(({ uses = '' }) => uses.includes(`/${WORKFLOWS_FOLDER}/${name}@`))) return [];
  const steps = running.flatMap((job) => job.steps).filter((step) => !NEVER.test(String(step.if)));
  return stages
    .filter(
      (stage) => !steps.some(({ uses, with: inputs }) => uses !== undefined && stageOf(inputs) === stage),
    )
    .map((stage) => `no job that runs the Action with "stage: ${stage}"`);
}

const NEVER = /^\s*(?:\$\{\{\s*)?false\s*(?:\}\}\s*)?$/;

type Workflow = z.output<typeof workflowSchema>;

const filtersSchema = z.looseObject({ types: z.union([z.string(), z.array(z.string())]).nullish() });

const stepSchema = z.looseObject({
  if: z.unknown().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).nullish(),
});

const workflowSchema = z.looseObject({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  jobs: z.record(
    z.string(),
    z.looseObject({
      if: z.unknown().optional(),
      uses: z.string().optional(),
      steps: z.array(stepSchema).default([]),
    }),
  ),
});
