import type { TokenPermissions } from '../../contract.ts';
import { createScope, ExpressionError, evaluateBoolean, type Scope } from '../expression/evaluate.ts';
import { DEFAULT_PERMISSIONS } from '../plan/permissions.ts';
import type { JobScope } from './model.ts';
import type { JobResult } from './results.ts';

/** The contexts that a job has before it runs, and that the job's process starts from. */
export function jobContexts({ graph, needs }: JobScope): {
  readonly [name: string]: { readonly [key: string]: unknown };
} {
  const { attempt, inputs } = graph;
  return {
    github: attempt.github,
    inputs,
    vars: Object.fromEntries(attempt.services.host.variables(attempt.run.event.repository)),
    needs: Object.fromEntries(Array.from(needs, ([id, { result, outputs }]) => [id, { result, outputs }])),
  };
}

/** For what the engine itself evaluates of a job; `more` are contexts beyond those of `jobContexts`. */
export function expressionScope(scope: JobScope, more: { readonly [name: string]: unknown } = {}): Scope {
  const lineage = new Set([...scope.needs.values()].flatMap((need) => [...need.lineage]));
  const { control } = scope.graph.attempt;
  return createScope(
    { ...jobContexts(scope), ...more },
    {
      success: () => !control.cancelled && onlySuccess(lineage),
      failure: () => !control.cancelled && lineage.has('failure'),
      cancelled: () => control.cancelled,
      always: () => true,
    },
  );
}

function onlySuccess(lineage: ReadonlySet<JobResult>): boolean {
  return [...lineage].every((result) => result === 'success');
}

/** Throws an ExpressionError. */
export function conditionHolds(scope: JobScope): boolean {
  return evaluateBoolean({ expression: scope.plan.condition }, expressionScope(scope));
}

/** Does the job go on although its run was cancelled? */
export function survivesCancel(scope: JobScope): boolean {
  try {
    return conditionHolds(scope);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return false;
  }
}

/** What the job's token may do. */
export function permissionsOf({ graph, plan }: JobScope): TokenPermissions {
  return plan.permissions ?? graph.linked.plan.permissions ?? graph.allowed ?? DEFAULT_PERMISSIONS;
}
