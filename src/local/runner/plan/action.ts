import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import { readFile } from './official-parser.ts';
import { optional } from './optional.ts';
import type { ActionInput, ActionPlan, CompositeActionPlan, NodeActionPlan, PlanProblem } from './plan.ts';
import { readSteps } from './step.ts';
import { entriesOf, type Mapping, templateOf, templateOfOptional, textOfToken } from './template.ts';

/** Reads an action.yml. `plan` is absent exactly when there are problems. */
export function parseActionFile(
  path: string,
  text: string,
): { readonly plan?: ActionPlan; readonly problems: readonly PlanProblem[] } {
  const { result, problems } = readFile({ kind: 'action', path, text }, (context, root) =>
    context.errors.count > 0 ? undefined : readAction(context, root),
  );
  return problems.length > 0 || result === undefined ? { problems } : { plan: result, problems };
}

function readAction(context: TemplateContext, root: MappingToken): ActionPlan | undefined {
  const fields = new Map(entriesOf(root));
  const runs = fields.get('runs')?.assertMapping('runs');
  const plan = runs === undefined ? undefined : readRuns(context, runs, fields.get('outputs'));
  if (plan === undefined) return undefined;
  return {
    name: textOfToken(fields.get('name')) ?? '',
    inputs: childrenOf(fields.get('inputs')).map(([name, input]) => readInput(name, input)),
    ...plan,
  };
}

function readRuns(
  context: TemplateContext,
  runs: MappingToken,
  outputs: TemplateToken | undefined,
): NodeActionPlan | CompositeActionPlan | undefined {
  const fields = new Map(entriesOf(runs));
  const using = textOfToken(fields.get('using')) ?? '';
  if (using === 'composite') {
    return {
      kind: 'composite',
      steps: readSteps(context, fields.get('steps')),
      outputs: readOutputs(outputs),
    };
  }
  if (using !== 'node20' && using !== 'node24') {
    context.error(
      runs,
      `'using: ${using}' is not supported by the local runner, which runs node20, node24 and composite actions`,
    );
    return undefined;
  }
  return {
    kind: 'node',
    main: textOfToken(fields.get('main')) ?? '',
    preCondition: readConditionText(fields.get('pre-if')),
    postCondition: readConditionText(fields.get('post-if')),
    ...optional('pre', textOfToken(fields.get('pre'))),
    ...optional('post', textOfToken(fields.get('post'))),
  };
}

/** `pre-if` and `post-if` are taken as they are: no `success()` is added. */
function readConditionText(token: TemplateToken | undefined): string {
  const condition = templateOfOptional(token);
  if (typeof condition === 'object' && condition !== null && 'expression' in condition)
    return condition.expression;
  return typeof condition === 'string' ? condition : 'always()';
}

function readInput(name: string, token: TemplateToken): ActionInput {
  if (!isMapping(token)) return { name, required: false };
  return {
    name,
    required: textOfToken(token.find('required')) === 'true',
    ...optional('default', templateOfOptional(token.find('default'))),
  };
}

function readOutputs(token: TemplateToken | undefined): Mapping {
  return childrenOf(token).map(([name, output]) => {
    const value = isMapping(output) ? output.find('value') : undefined;
    return [name, value === undefined ? '' : templateOf(value)] as const;
  });
}

function childrenOf(token: TemplateToken | undefined): readonly (readonly [string, TemplateToken])[] {
  return token !== undefined && isMapping(token) ? entriesOf(token) : [];
}
