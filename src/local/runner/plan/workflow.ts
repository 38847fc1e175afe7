import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { readConcurrency } from './concurrency.ts';
import { readDefaults } from './defaults.ts';
import { fieldsOf } from './fields.ts';
import { readJobs } from './job.ts';
import { readFile } from './official-parser.ts';
import { optional } from './optional.ts';
import { readPermissions } from './permissions.ts';
import type { PlanProblem, Triggers, WorkflowPlan } from './plan.ts';
import { mappingOf, templateOfOptional } from './template.ts';
import { readTriggers } from './triggers.ts';

export type WorkflowFile = {
  readonly path: string;
  /** The file's `name`, or its path where it has none or can't be read. */
  readonly name: string;
  /** Absent where the file is too broken to tell when it would run. */
  readonly triggers?: Triggers;
  /** Absent exactly when there are problems. */
  readonly plan?: WorkflowPlan;
  readonly problems: readonly PlanProblem[];
};

/** Reads a workflow file. Whatever GitHub would not take and whatever this runner does not know is a problem. */
export function parseWorkflowFile(path: string, text: string): WorkflowFile {
  let triggers: Triggers | undefined;
  let name = path;
  const { result, problems } = readFile({ kind: 'workflow', path, text }, (context, root) => {
    const fields = fieldsOf(context, root, { of: 'a workflow', supported: WORKFLOW_KEYS });
    name = readName(fields.get('name')) ?? path;
    triggers = readOn(context, fields.get('on'), root);
    // GitHub's reader leaves out what breaks the schema; nothing should be made of the rest.
    if (context.errors.count > 0) return undefined;
    return readPlan(context, { path, name, triggers, fields });
  });
  return {
    path,
    name,
    problems,
    ...optional('triggers', triggers),
    ...optional('plan', problems.length > 0 ? undefined : result),
  };
}

const WORKFLOW_KEYS = [
  'name',
  'description',
  'run-name',
  'on',
  'permissions',
  'env',
  'defaults',
  'concurrency',
  'jobs',
];

function readName(token: TemplateToken | undefined): string | undefined {
  const name = token?.assertScalar('name').toString();
  return name === '' ? undefined : name;
}

function readOn(
  context: TemplateContext,
  token: TemplateToken | undefined,
  root: MappingToken,
): Triggers | undefined {
  if (token !== undefined) return readTriggers(context, token);
  context.error(root, 'Required property is missing: on');
  return undefined;
}

function readPlan(
  context: TemplateContext,
  file: {
    readonly path: string;
    readonly name: string;
    readonly triggers: Triggers | undefined;
    readonly fields: ReadonlyMap<string, TemplateToken>;
  },
): WorkflowPlan {
  const { path, name, triggers = {}, fields } = file;
  return {
    path,
    name,
    triggers,
    env: mappingOf(fields.get('env')),
    defaults: readDefaults(context, fields.get('defaults')),
    jobs: readJobs(context, fields.get('jobs')),
    ...optional('runName', templateOfOptional(fields.get('run-name'))),
    ...optional('permissions', readPermissions(context, fields.get('permissions'))),
    ...optional('concurrency', readConcurrency(context, fields.get('concurrency'))),
  };
}
