import { convertOn } from '@actions/workflow-parser/model/converter/events';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping, isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { fieldsOf } from './fields.ts';
import { optional } from './optional.ts';
import type { InputPlan, Trigger, Triggers } from './plan.ts';
import { entriesOf, templateOf, templateOfOptional } from './template.ts';

/** `on`. */
export function readTriggers(context: TemplateContext, token: TemplateToken): Triggers {
  const filters = convertOn(context, token);
  const forms = isMapping(token) ? new Map(entriesOf(token)) : new Map<string, TemplateToken>();
  const triggers: { [event: string]: Trigger } = {};
  for (const [event, filter] of Object.entries(filters)) {
    const form = forms.get(event);
    if (!SUPPORTED_EVENTS.includes(event)) {
      context.error(form ?? token, `The event '${event}' is not supported by the local runner`);
      continue;
    }
    triggers[event] = { ...readFilter(context, form ?? token, filter), ...readForm(context, event, form) };
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

function readFilter(context: TemplateContext, token: TemplateToken, filter: unknown): Trigger {
  if (Array.isArray(filter)) return { crons: filter.map(({ cron }: { cron: string }) => cron) };
  const lists = filter as { readonly [key: string]: readonly string[] | undefined };
  if (lists['paths'] !== undefined || lists['paths-ignore'] !== undefined) {
    context.error(token, 'The filters paths and paths-ignore are not supported by the local runner');
  }
  return {
    ...optional('types', lists['types']),
    ...optional('branches', lists['branches']),
    ...optional('branchesIgnore', lists['branches-ignore']),
    ...optional('tags', lists['tags']),
    ...optional('tagsIgnore', lists['tags-ignore']),
    ...optional('workflows', lists['workflows']),
  };
}

/** The parts of workflow_dispatch and workflow_call that GitHub's converter leaves out or cuts short. */
function readForm(context: TemplateContext, event: string, token: TemplateToken | undefined): Trigger {
  if (token === undefined || !isMapping(token)) return {};
  if (event !== 'workflow_dispatch' && event !== 'workflow_call') return {};
  const fields = fieldsOf(context, token, { of: event, supported: ['inputs', 'secrets', 'outputs'] });
  return {
    inputs: childrenOf(fields.get('inputs')).map(([name, input]) => readInput(context, name, input)),
    secrets: childrenOf(fields.get('secrets')).map(([name, secret]) => ({
      name,
      required: isMapping(secret) && secret.find('required')?.toString() === 'true',
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
    required: fields.get('required')?.toString() === 'true',
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
