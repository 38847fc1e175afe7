import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isString } from '@actions/workflow-parser/templates/tokens/type-guards';
import { readCondition } from './condition.ts';
import { fieldsOf } from './fields.ts';
import { optional } from './optional.ts';
import type { AnyStepPlan, StepPlan } from './plan.ts';
import { shellCommand } from './shell.ts';
import { mappingOf, templateOf, templateOfOptional, textOfToken } from './template.ts';

/** `steps`, of a job or of a composite action. */
export function readSteps(context: TemplateContext, token: TemplateToken | undefined): readonly StepPlan[] {
  if (token === undefined) return [];
  const unnamed = createIdCounter();
  return Array.from(token.assertSequence('steps'), (step) => readStep(context, step, unnamed));
}

function createIdCounter(): (prefix: string) => string {
  const counts = new Map<string, number>();
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return count === 1 ? `__${prefix}` : `__${prefix}_${count}`;
  };
}

function readStep(
  context: TemplateContext,
  token: TemplateToken,
  unnamed: (prefix: string) => string,
): StepPlan {
  const mapping = token.assertMapping('step');
  const run = mapping.find('run');
  const fields = fieldsOf(context, mapping, {
    of: 'a step',
    supported: run === undefined ? USES_KEYS : RUN_KEYS,
  });
  const common = readCommon(context, fields, () => unnamed(run === undefined ? 'uses' : 'run'));
  if (run !== undefined) {
    return { ...common, kind: 'run', run: templateOf(run), ...readPlace(context, fields) };
  }
  const uses = textOfToken(fields.get('uses'));
  if (uses === undefined) context.error(token, "A step needs either 'run' or 'uses'");
  return { ...common, kind: 'uses', uses: uses ?? '', with: mappingOf(fields.get('with')) };
}

const COMMON_KEYS = ['id', 'name', 'if', 'env', 'timeout-minutes', 'continue-on-error'];
const RUN_KEYS = [...COMMON_KEYS, 'run', 'shell', 'working-directory'];
const USES_KEYS = [...COMMON_KEYS, 'uses', 'with'];

type Fields = ReadonlyMap<string, TemplateToken>;

function readCommon(context: TemplateContext, fields: Fields, createId: () => string): AnyStepPlan {
  const id = textOfToken(fields.get('id'));
  return {
    id: id ?? createId(),
    named: id !== undefined,
    condition: readCondition(context, fields.get('if')),
    env: mappingOf(fields.get('env')),
    continueOnError: templateOfOptional(fields.get('continue-on-error')) ?? false,
    ...optional('name', templateOfOptional(fields.get('name'))),
    ...optional('timeoutMinutes', templateOfOptional(fields.get('timeout-minutes'))),
  };
}

function readPlace(
  context: TemplateContext,
  fields: Fields,
): Pick<StepPlan & { kind: 'run' }, 'shell' | 'workingDirectory'> {
  const shell = fields.get('shell');
  if (shell !== undefined && isString(shell) && shellCommand(shell.value, '') === undefined) {
    context.error(shell, `The shell '${shell.value}' is not supported by the local runner`);
  }
  return {
    ...optional('shell', templateOfOptional(shell)),
    ...optional('workingDirectory', templateOfOptional(fields.get('working-directory'))),
  };
}
