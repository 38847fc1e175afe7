import { convertToIfCondition } from '@actions/workflow-parser/model/converter/if-condition';
import type { TemplateContext } from '@actions/workflow-parser/templates/template-context';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index';

/** `if` of a job or a step; GitHub's converter adds the implicit `success() && …`. */
export function readCondition(context: TemplateContext, token: TemplateToken | undefined): string {
  const condition = token === undefined ? undefined : convertToIfCondition(context, token);
  return condition?.expression ?? 'success()';
}
