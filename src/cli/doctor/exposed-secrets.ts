import * as z from 'zod';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { parseWorkflow } from '../init/workflow-text.ts';
import { addedJobs } from './added-jobs.ts';
import { letsPatchesThrough } from './branch-filter.ts';
import type { Facts } from './facts.ts';
import { mayFetchHead } from './fetched-head.ts';
import { advice, type Finding, unknown } from './finding.ts';
import { mayWrite, type Permissions, permissionsSchema, SECRET } from './token-rights.ts';

/**
 * Workflows that run on the branches of patches, and so run code that nobody has looked at, with secrets or with a token
 * that may write, alone or with the workflows of this repository that they call. Of our own workflows it is about what was
 * added to them. What a job asks before it uses one, and what a token may where the file does not say it, is not looked at.
 */
export function examineExposedSecrets({
  workflows,
  unreadWorkflows,
}: Pick<Facts, 'workflows' | 'unreadWorkflows'>): readonly Finding[] {
  const own: readonly string[] = WORKFLOW_NAMES.map((name) => `${WORKFLOWS_FOLDER}/${name}`);
  const texts = new Map(
    [...workflows].map(([path, text]) => [path, own.includes(path) ? readAdded(text) : readText(text)]),
  );
  const looks = [...texts]
    .map(([path, first]) => ({ path, first, called: calledBy(path, texts) }))
    // Reading YAML takes its time; what says neither gives nothing.
    .filter(({ first, called }) => [first, ...called].some(({ mayGive }) => mayGive));
  const tooMuch = looks.flatMap(({ path, first }) => (first.workflow() === 'too_much' ? path : []));
  return [
    ...looks.flatMap(({ path, first, called }) => examineOne(path, first, called)),
    ...examineUnread([...tooMuch, ...unreadWorkflows]),
  ];
}

/** What one says, each looked up once, however many call it. */
type WorkflowText = {
  /** Names of the jobs that were added to a workflow of ours, which are all that is looked at there. */
  readonly added?: readonly string[];
  /** Paths of this repository's workflows that it calls. */
  readonly calls: readonly string[];
  readonly mayGive: boolean;
  readonly usesSecrets: boolean;
  readonly mayFetch: boolean;
  workflow(): Workflow | 'invalid' | 'too_much';
};

function readText(text: string): WorkflowText {
  let read: Workflow | 'invalid' | 'too_much' | undefined;
  return {
    calls: [...text.matchAll(CALLS_HERE)].flatMap(([, called]) => called ?? []),
    mayGive: /secrets|write/i.test(text),
    usesSecrets: SECRET.test(text),
    mayFetch: mayFetchHead(text) || CALLS_AWAY.test(text),
    workflow: () => {
      read ??= readWorkflow(text);
      return read;
    },
  };
}

function readAdded(text: string): WorkflowText {
  const { names, text: added } = addedJobs(text);
  return { ...readText(added), added: names };
}

/** Columns of people who align their values are not wider. */
const CALLS_HERE = /\buses["']?\s{0,99}:\s{0,99}["']?\.\/(\.github\/workflows\/[\w.-]{1,200})/g;

/** A workflow of another repository does what nobody can see here. */
const CALLS_AWAY = /\buses["']?\s{0,99}:\s{0,99}["']?[\w.-]{1,100}\/[\w.-]{1,100}\/\.github\/workflows\//;

/** The workflows of this repository that one calls, and those that they call. */
function calledBy(path: string, texts: ReadonlyMap<string, WorkflowText>): readonly WorkflowText[] {
  const seen = new Set([path]);
  // What is added meanwhile is looked at too.
  for (const one of seen) {
    for (const called of texts.get(one)?.calls ?? []) {
      seen.add(called);
    }
  }
  seen.delete(path);
  return [...seen].flatMap((called) => texts.get(called) ?? []);
}

function examineOne(path: string, first: WorkflowText, called: readonly WorkflowText[]): readonly Finding[] {
  const workflow = first.workflow();
  if (typeof workflow !== 'object') {
    return [];
  }
  const parts = [first, ...called];
  const where = runsOnPatches(workflow, parts);
  const gives = where === 'nowhere' ? [] : givenBy(parts);
  if (gives.length === 0) {
    return [];
  }
  const given = `${path}${whichJobs(first)} ${gives.join(' and ')}`;
  return where === 'patch'
    ? [
        advice(
          'secrets',
          `${given}, and runs on the branches of patches before anybody has looked at them.`,
          'Take ghost/** out of its branches, or keep the secrets in an environment that leaves these branches out, and let its token only read.',
        ),
      ]
    : [
        advice(
          'secrets',
          `${given}, and may fetch the code of patches, on an event of the base, before anybody has looked at them.`,
          'Fetch no patch there, or keep the secrets in an environment that somebody approves for each run, and let its token only read.',
        ),
      ];
}

function whichJobs({ added = [] }: WorkflowText): string {
  if (added.length === 0) {
    return '';
  }
  const more = added.length - MOST_NAMES;
  const names = [...added.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])];
  return ` (in what was added to it: ${names.join(', ')})`;
}

/** Enough to know where to look. */
const MOST_NAMES = 5;

/** Nobody is to take silence about these for a good sign. */
function examineUnread(paths: readonly string[]): readonly Finding[] {
  const [first, ...more] = paths;
  if (first === undefined) {
    return [];
  }
  const which = more.length === 0 ? `${first} was` : `${first} and ${more.length} more workflows were`;
  return [
    unknown(
      'secrets',
      `${which} not looked at, for that is more than is read here; whether secrets reach the branches of patches there is not known.`,
      'See yourself that ghost/** is not among their branches, or that they use no secrets.',
    ),
  ];
}

/** `base`: it begins on an event of the base, and may fetch them from there. */
function runsOnPatches({ on }: Workflow, parts: readonly WorkflowText[]): 'patch' | 'base' | 'nowhere' {
  if (ON_PATCHES.some((event) => event in on)) return 'patch';
  if ('push' in on && letsPatchesThrough(on['push'] ?? {})) return 'patch';
  const mayFetch = parts.some((part) => part.mayFetch);
  return mayFetch && ON_BASE.some((event) => event in on) ? 'base' : 'nowhere';
}

/**
 * Events whose runs are about the head of a branch or of a pull request, or about the commit that is deployed. A merge
 * queue is not among them: somebody has decided to merge what stands in one.
 */
const ON_PATCHES = [
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'create',
  'deployment',
  'deployment_status',
];

/** Events of a patch whose runs begin on the base, and may fetch the patch themselves. */
const ON_BASE = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'commit_comment',
  'check_run',
  'check_suite',
  'status',
  'repository_dispatch',
];

function givenBy(parts: readonly WorkflowText[]): readonly string[] {
  const workflows = parts.map((part) => part.workflow()).filter((one) => typeof one === 'object');
  const inherits = workflows.some(({ jobs = {} }) =>
    Object.values(jobs).some(({ secrets }) => secrets === 'inherit'),
  );
  const usesSecrets = inherits || parts.some((part) => part.usesSecrets);
  return [
    ...(usesSecrets ? ['uses secrets'] : []),
    ...(workflows.flatMap(rightsOf).some(mayWrite) ? ['may write by the permissions of its token'] : []),
  ];
}

function rightsOf({ permissions, jobs = {} }: Workflow): readonly Permissions[] {
  const all = Object.values(jobs);
  return all.length === 0 ? [permissions] : all.map((job) => job.permissions ?? permissions);
}

type Workflow = z.output<typeof workflowSchema>;

/** YAML reads `1.0` as a number, and GitHub as a name. */
const name = z.union([z.string(), z.number().transform(String)]);
const names = z.union([name.transform((one) => [one]), z.array(name)]).optional();

const pushSchema = z
  .object({ branches: names, 'branches-ignore': names, tags: names, 'tags-ignore': names })
  .nullish();

type Events = {
  readonly [event: string]: unknown;
  readonly push?: z.output<typeof pushSchema>;
};

const workflowSchema = z.looseObject({
  on: z.union([
    z.string().transform((event): Events => ({ [event]: null })),
    z.array(z.string()).transform((events): Events => Object.fromEntries(events.map((one) => [one, null]))),
    z.looseObject({ push: pushSchema }).transform((events): Events => events),
  ]),
  permissions: permissionsSchema,
  jobs: z
    .record(z.string(), z.looseObject({ permissions: permissionsSchema, secrets: z.unknown().optional() }))
    .optional(),
});

function readWorkflow(text: string): Workflow | 'invalid' | 'too_much' {
  const read = parseWorkflow(text);
  if (!read.ok) {
    return read.why;
  }
  const parsed = workflowSchema.safeParse(read.value);
  return parsed.success ? parsed.data : 'invalid';
}
