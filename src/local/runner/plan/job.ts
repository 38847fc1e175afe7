import { convertJobs } from '@actions/workflow-parser/model/converter/jobs';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping, isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { readConcurrency } from './concurrency.ts';
import { readCondition } from './condition.ts';
import { readDefaults } from './defaults.ts';
import { fieldsOf } from './fields.ts';
import { optional } from './optional.ts';
import { readPermissions } from './permissions.ts';
import type { CallJobPlan, JobPlan, StepsJobPlan, StrategyPlan } from './plan.ts';
import { readSteps } from './step.ts';
import { entriesOf, mappingOf, type Template, templateOfOptional } from './template.ts';

/** `jobs`. */
export function readJobs(context: TemplateContext, token: TemplateToken | undefined): readonly JobPlan[] {
  if (token === undefined) return [];
  // GitHub's converter checks ids, conditions and the graph of `needs`, but drops most of the values.
  convertJobs(context, token);
  if (context.errors.count > 0) return [];
  return entriesOf(token.assertMapping('jobs')).map(([id, job]) => readJob(context, id, job));
}

function readJob(context: TemplateContext, id: string, token: TemplateToken): JobPlan {
  const mapping = token.assertMapping('job');
  const calls = mapping.find('uses') !== undefined;
  const fields = fieldsOf(context, mapping, {
    of: `the job '${id}'`,
    supported: calls ? CALL_KEYS : STEPS_KEYS,
  });
  return calls ? readCallJob(context, id, fields) : readStepsJob(context, id, fields);
}

const COMMON_KEYS = ['name', 'needs', 'if', 'permissions', 'concurrency', 'strategy'];
// GitHub also knows `strategy` here: a matrix of whole workflows.
const CALL_KEYS = [...COMMON_KEYS.filter((key) => key !== 'strategy'), 'uses', 'with', 'secrets'];
const STEPS_KEYS = [
  ...COMMON_KEYS,
  'runs-on',
  'environment',
  'env',
  'defaults',
  'outputs',
  'timeout-minutes',
  'continue-on-error',
  'steps',
];

type Fields = ReadonlyMap<string, TemplateToken>;

function readStepsJob(context: TemplateContext, id: string, fields: Fields): StepsJobPlan {
  return {
    ...readCommon(context, id, fields),
    kind: 'steps',
    runsOn: templateOfOptional(fields.get('runs-on')) ?? '',
    env: mappingOf(fields.get('env')),
    defaults: readDefaults(context, fields.get('defaults')),
    outputs: mappingOf(fields.get('outputs')),
    continueOnError: templateOfOptional(fields.get('continue-on-error')) ?? false,
    steps: readSteps(context, fields.get('steps')),
    ...optional('timeoutMinutes', templateOfOptional(fields.get('timeout-minutes'))),
    ...optional('environment', readEnvironment(context, fields.get('environment'))),
  };
}

function readCallJob(context: TemplateContext, id: string, fields: Fields): CallJobPlan {
  const secrets = fields.get('secrets');
  return {
    ...readCommon(context, id, fields),
    kind: 'call',
    uses: fields.get('uses')?.assertString('uses').value ?? '',
    with: mappingOf(fields.get('with')),
    secrets: secrets !== undefined && isString(secrets) ? 'inherit' : mappingOf(secrets),
  };
}

function readCommon(
  context: TemplateContext,
  id: string,
  fields: Fields,
): Pick<JobPlan, 'id' | 'name' | 'needs' | 'condition' | 'permissions' | 'concurrency' | 'strategy'> {
  return {
    id,
    needs: readNeeds(fields.get('needs')),
    condition: readCondition(context, fields.get('if')),
    ...optional('name', templateOfOptional(fields.get('name'))),
    ...optional('permissions', readPermissions(context, fields.get('permissions'))),
    ...optional('concurrency', readConcurrency(context, fields.get('concurrency'))),
    ...optional('strategy', readStrategy(context, fields.get('strategy'))),
  };
}

function readNeeds(token: TemplateToken | undefined): readonly string[] {
  if (token === undefined) return [];
  return isString(token) ? [token.value] : Array.from(token.assertSequence('needs'), String);
}

function readEnvironment(context: TemplateContext, token: TemplateToken | undefined): Template | undefined {
  if (token === undefined || !isMapping(token)) return templateOfOptional(token);
  const fields = fieldsOf(context, token, { of: 'environment', supported: ['name'] });
  return templateOfOptional(fields.get('name'));
}

function readStrategy(context: TemplateContext, token: TemplateToken | undefined): StrategyPlan | undefined {
  if (token === undefined) return undefined;
  const fields = fieldsOf(context, token.assertMapping('strategy'), {
    of: 'strategy',
    supported: ['matrix', 'fail-fast', 'max-parallel'],
  });
  return {
    failFast: templateOfOptional(fields.get('fail-fast')) ?? true,
    ...optional('matrix', templateOfOptional(fields.get('matrix'))),
    ...optional('maxParallel', templateOfOptional(fields.get('max-parallel'))),
  };
}
