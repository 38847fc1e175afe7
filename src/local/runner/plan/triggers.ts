import { convertOn } from '@actions/workflow-parser/model/converter/events';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping, isSequence, isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { fieldsOf } from './fields.ts';
import { optional } from './optional.ts';
import type { InputPlan, Trigger, Triggers } from './plan.ts';
import { entriesOf, templateOf, templateOfOptional, textOfToken } from './template.ts';

/** `on`. */
export function readTriggers(context: TemplateContext, token: TemplateToken): Triggers {
  // GitHub's converter knows all ways to write it, and checks cron expressions.
  const events = Object.keys(convertOn(context, token));
  const forms = new Map(childrenOf(token));
  const triggers: { [event: string]: Trigger } = {};
  for (const event of events) {
    const form = forms.get(event);
    if (SUPPORTED_EVENTS.includes(event)) triggers[event] = readTrigger(context, event, form);
    else context.error(form ?? token, `The event '${event}' is not supported by the local runner`);
  }
  return triggers;
}

const SUPPORTED_EVENTS = [
  'repository_dispatch',
  'workflow_dispatch',
  'workflow_call',
  'push',
  'pull_request',
  'workflow_run',
  'issue_comment',
  'schedule',
];

function readTrigger(context: TemplateContext, event: string, token: TemplateToken | undefined): Trigger {
  if (token !== undefined && isSequence(token)) return { crons: Array.from(token, readCron) };
  if (token === undefined || !isMapping(token)) return {};
  if (event === 'workflow_dispatch' || event === 'workflow_call') return readForm(context, event, token);
  const fields = fieldsOf(context, token, { of: `the event '${event}'`, supported: FILTERS });
  return {
    ...optional('types', listOf(fields.get('types'))),
    ...optional('branches', listOf(fields.get('branches'))),
    ...optional('branchesIgnore', listOf(fields.get('branches-ignore'))),
    ...optional('tags', listOf(fields.get('tags'))),
    ...optional('tagsIgnore', listOf(fields.get('tags-ignore'))),
    ...optional('workflows', listOf(fields.get('workflows'))),
  };
}

/** GitHub also has `paths` and `paths-ignore`. */
const FILTERS = ['types', 'branches', 'branches-ignore', 'tags', 'tags-ignore', 'workflows'];

function readCron(token: TemplateToken): string {
  return textOfToken(token.assertMapping('schedule').find('cron')) ?? '';
}

function listOf(token: TemplateToken | undefined): readonly string[] | undefined {
  if (token === undefined) return undefined;
  return isSequence(token) ? Array.from(token, String) : [token.assertScalar('filter').toString()];
}

function readForm(context: TemplateContext, event: string, token: MappingToken): Trigger {
  const fields = fieldsOf(context, token, { of: event, supported: ['inputs', 'secrets', 'outputs'] });
  return {
    inputs: childrenOf(fields.get('inputs')).map(([name, input]) => readInput(context, name, input)),
    secrets: childrenOf(fields.get('secrets')).map(([name, secret]) => ({
      name,
      required: isMapping(secret) && textOfToken(secret.find('required')) === 'true',
    })),
    outputs: childrenOf(fields.get('outputs')).map(
      ([name, output]) => [name, templateOf(output.assertMapping('output').find('value') ?? output)] as const,
    ),
  };
}

function childrenOf(token: TemplateToken | undefined): readonly (readonly [string, TemplateToken])[] {
  return token !== undefined && isMapping(token) ? entriesOf(token) : [];
}

function readInput(context: TemplateContext, name: string, token: TemplateToken): InputPlan {
  if (!isMapping(token)) return { name, type: 'string', required: false };
  const fields = fieldsOf(context, token, {
    of: `the input '${name}'`,
    supported: ['description', 'required', 'default', 'type', 'options', 'deprecationMessage'],
  });
  const options = fields.get('options')?.assertSequence('options');
  return {
    name,
    type: inputType(fields.get('type')),
    required: textOfToken(fields.get('required')) === 'true',
    ...optional('default', templateOfOptional(fields.get('default'))),
    ...optional('options', options === undefined ? undefined : Array.from(options, String)),
  };
}

function inputType(token: TemplateToken | undefined): InputPlan['type'] {
  const type = token !== undefined && isString(token) ? token.value : 'string';
  return type === 'boolean' || type === 'number' || type === 'choice' || type === 'environment'
    ? type
    : 'string';
}
