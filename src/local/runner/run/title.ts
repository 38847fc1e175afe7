import type { WorkflowEvent } from '../../contract.ts';
import { createScope, ExpressionError, evaluateText } from '../expression/evaluate.ts';
import { textAt } from '../json.ts';
import type { Template } from '../plan/template.ts';

/** A run's title: its `run-name`; where that is absent, empty or wrong, what GitHub shows for the event. */
export function titleOf(
  runName: Template | undefined,
  contexts: { readonly [name: string]: unknown },
  run: { readonly event: WorkflowEvent; readonly workflowName: string },
): string {
  return evaluateName(runName, contexts) || titleOfEvent(run.event) || run.workflowName;
}

function evaluateName(runName: Template | undefined, contexts: { readonly [name: string]: unknown }): string {
  try {
    return runName === undefined ? '' : evaluateText(runName, createScope(contexts, {})).trim();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return '';
  }
}

function titleOfEvent({ name, type, payload }: WorkflowEvent): string | undefined {
  if (name === 'repository_dispatch') return type;
  if (name === 'push') return textAt(payload, 'head_commit', 'message')?.split('\n')[0];
  if (name === 'pull_request') return textAt(payload, 'pull_request', 'title');
  return name === 'issue_comment' ? textAt(payload, 'issue', 'title') : undefined;
}
