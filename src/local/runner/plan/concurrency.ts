import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { isMapping } from '@actions/workflow-parser/templates/tokens/type-guards';
import { fieldsOf } from './fields.ts';
import type { ConcurrencyPlan } from './plan.ts';
import { templateOf } from './template.ts';

/** `concurrency`, of a workflow or of a job: a group's name, or a mapping. */
export function readConcurrency(
  context: TemplateContext,
  token: TemplateToken | undefined,
): ConcurrencyPlan | undefined {
  if (token === undefined) return undefined;
  if (!isMapping(token)) return { group: templateOf(token), cancelInProgress: false, queue: 'single' };
  const fields = fieldsOf(context, token, {
    of: 'concurrency',
    supported: ['group', 'cancel-in-progress', 'queue'],
  });
  const cancel = fields.get('cancel-in-progress');
  const plan = {
    group: templateOf(fields.get('group') ?? token),
    cancelInProgress: cancel === undefined ? false : templateOf(cancel),
    queue:
      fields.get('queue')?.assertString('queue').value === 'max' ? ('max' as const) : ('single' as const),
  };
  if (plan.queue === 'max' && plan.cancelInProgress !== false) {
    context.error(token, "'queue: max' can't be combined with 'cancel-in-progress'");
  }
  return plan;
}
