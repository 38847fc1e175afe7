import { evaluateText, type Scope } from '../expression/evaluate.ts';
import type { ActionPlan } from '../plan/plan.ts';
import { type JobState, reportError } from './state.ts';

/** The inputs of an action by their declared names, defaults filled in. Undefined: one that is required is missing, which is reported. */
export function actionInputs(
  job: JobState,
  plan: ActionPlan,
  use: { readonly uses: string; readonly given: { readonly [name: string]: string }; readonly scope: Scope },
): { readonly [name: string]: string } | undefined {
  const given = new Map(Object.entries(use.given).map(([name, value]) => [name.toLowerCase(), value]));
  warnOfUnexpected(job, plan, use.given);
  const inputs: { [name: string]: string } = {};
  for (const { name, required, default: preset } of plan.inputs) {
    const value = given.get(name.toLowerCase());
    if (value === undefined && preset === undefined && required) {
      reportError(job, `Input required and not supplied: ${name} (of ${use.uses})`);
      return undefined;
    }
    inputs[name] = value ?? evaluateText(preset ?? '', use.scope);
  }
  return inputs;
}

/** GitHub only warns, too. */
function warnOfUnexpected(job: JobState, plan: ActionPlan, given: { readonly [name: string]: string }): void {
  const known = plan.inputs.map(({ name }) => name);
  const unexpected = Object.keys(given).filter(
    (name) => !known.some((other) => other.toLowerCase() === name.toLowerCase()),
  );
  if (unexpected.length === 0) return;
  const message = `Unexpected input(s) ${quoted(unexpected)}, valid inputs are [${quoted(known)}]`;
  job.output.print(`##[warning]${message}`);
  job.output.annotate({ level: 'warning', message });
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

/** How a JavaScript action sees its inputs. */
export function inputVariables(inputs: { readonly [name: string]: string }): {
  readonly [name: string]: string;
} {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}
