import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import { fieldsOf } from './fields.ts';
import { optional } from './optional.ts';
import type { RunDefaults } from './plan.ts';
import { templateOfOptional } from './template.ts';

/** `defaults`, of a workflow or of a job. */
export function readDefaults(context: TemplateContext, token: TemplateToken | undefined): RunDefaults {
  if (token === undefined) return {};
  const defaults = fieldsOf(context, token.assertMapping('defaults'), { of: 'defaults', supported: ['run'] });
  const run = defaults.get('run');
  if (run === undefined) return {};
  const fields = fieldsOf(context, run.assertMapping('defaults.run'), {
    of: 'defaults.run',
    supported: ['shell', 'working-directory'],
  });
  return {
    ...optional('shell', templateOfOptional(fields.get('shell'))),
    ...optional('workingDirectory', templateOfOptional(fields.get('working-directory'))),
  };
}
