import * as z from 'zod';
import { WORKFLOW_NAMES, WORKFLOWS_FOLDER } from '../init/workflow-files.ts';
import { parseWorkflow } from '../init/workflow-text.ts';
import { letsPatchesThrough } from './branch-filter.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding, unknown } from './finding.ts';

/**
 * Workflows that run on the branches of patches, and so run code that nobody has looked at, with secrets or with a token
 * that may write. What a job asks before it uses one, and what a token may where the file does not say it, is not looked
 * at.
 */
export function examineExposedSecrets({
  workflows,
  unreadWorkflows,
}: Pick<Facts, 'workflows' | 'unreadWorkflows'>): readonly Finding[] {
  const own: readonly string[] = WORKFLOW_NAMES.map((name) => `${WORKFLOWS_FOLDER}/${name}`);
  const looks = [...workflows]
    // Reading YAML takes its time; what says neither gives nothing.
    .filter(([path, text]) => !own.includes(path) && /secrets|write/i.test(text))
    .map(([path, text]) => ({ path, text, workflow: readWorkflow(text) }));
  const tooMuch = looks.flatMap(({ path, workflow }) => (workflow === 'too_much' ? path : []));
  return [
    ...looks.flatMap(({ path, text, workflow }) =>
      typeof workflow === 'object' ? examineOne(path, workflow, text) : [],
    ),
    ...examineUnread([...tooMuch, ...unreadWorkflows]),
  ];
}

function examineOne(path: string, workflow: Workflow, text: string): readonly Finding[] {
  const gives = runsOnPatches(workflow, text) ? givenBy(workflow, text) : [];
  return gives.length === 0
    ? []
    : [
        advice(
          'secrets',
          `${path} ${gives.join(' and ')}, and runs on the branches of patches before anybody has looked at them.`,
          'Take ghost/** out of its branches, or keep the secrets in an environment that leaves these branches out, and let its token only read.',
        ),
      ];
}

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

function runsOnPatches({ on }: Workflow, text: string): boolean {
  if (ON_PATCHES.some((event) => event in on)) return true;
  if (ON_BASE.some((event) => event in on) && HEAD.test(text)) return true;
  return 'push' in on && letsPatchesThrough(on['push'] ?? {});
}

/** Events whose runs are about the head of a branch or of a pull request. */
const ON_PATCHES = ['pull_request', 'pull_request_review', 'pull_request_review_comment', 'create'];

/** Events of a patch whose runs begin on the base, and may fetch the patch themselves. */
const ON_BASE = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'check_run',
  'check_suite',
  'status',
];

/** How a step may name the commit of a patch, or fetch it. */
const HEAD =
  /(?:\.|\[\s{0,4}["'])head\b|\bhead_(?:sha|ref|branch|commit)\b|\bmerge_commit_sha\b|\bFETCH_HEAD\b|\bpull\/|\bpr checkout\b|\bevent\.(?:sha|commit|branches)\b/i;

function givenBy({ permissions, jobs = {} }: Workflow, text: string): readonly string[] {
  const all = Object.values(jobs);
  const inherits = all.some(({ secrets }) => secrets === 'inherit');
  const rights = all.length === 0 ? [permissions] : all.map((job) => job.permissions ?? permissions);
  return [
    ...(inherits || SECRET.test(text) ? ['uses secrets'] : []),
    ...(rights.some(mayWrite) ? ['may write by the permissions of its token'] : []),
  ];
}

/** Any but the job's own token, or all of them. */
const SECRET = /\bsecrets(?:\.(?!GITHUB_TOKEN\b)|\s{0,4}\[|\s{0,4}\))/i;

function mayWrite(permissions: Permissions | undefined): boolean {
  return typeof permissions === 'object' && permissions !== null
    ? Object.values(permissions).includes('write')
    : permissions === 'write-all';
}

type Permissions = z.output<typeof permissionsSchema>;
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

const permissionsSchema = z.union([z.string(), z.record(z.string(), z.unknown())]).nullish();

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
