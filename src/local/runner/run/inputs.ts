import { createScope, evaluateJson } from '../expression/evaluate.ts';
import { showJson } from '../json.ts';
import type { InputPlan } from '../plan/plan.ts';

export type Inputs = { readonly [name: string]: string | number | boolean };

export type CheckedInputs =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly problem: string };

/**
 * The `inputs` of a workflow that was started by hand or called by another one: checked against its form, defaults
 * filled in, each of the type that the form says. The problems are worded as GitHub words them.
 */
export function checkInputs(
  form: readonly InputPlan[],
  given: { readonly [name: string]: unknown },
): CheckedInputs {
  const unexpected = Object.keys(given).filter((name) => !form.some((input) => input.name === name));
  if (unexpected.length > 0) {
    return { ok: false, problem: `Unexpected inputs provided: ${JSON.stringify(unexpected)}` };
  }
  const inputs: { [name: string]: string | number | boolean } = {};
  for (const input of form) {
    const preset = input.default === undefined ? undefined : evaluateJson(input.default, createScope({}, {}));
    const value = given[input.name] ?? preset;
    if (input.required && (value === undefined || value === '')) {
      return { ok: false, problem: `Required input '${input.name}' not provided` };
    }
    const converted = convert(input, value);
    if (converted === undefined) {
      return { ok: false, problem: problemOf(input, value) };
    }
    inputs[input.name] = converted;
  }
  return { ok: true, inputs };
}

/** Undefined: the value is not one of this input. */
function convert(input: InputPlan, value: unknown): string | number | boolean | undefined {
  if (input.type === 'boolean') return BOOLEANS.get(showJson(value ?? false).toLowerCase());
  if (input.type === 'number') {
    const number = Number(value ?? 0);
    return Number.isNaN(number) || value === '' ? undefined : number;
  }
  const text = value === null || value === undefined ? '' : showJson(value);
  if (input.type !== 'choice') return text;
  // Without a default, GitHub's form preselects the first option.
  const chosen = value === undefined ? input.options?.[0] : text;
  return chosen !== undefined && input.options?.includes(chosen) === true ? chosen : undefined;
}

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);

function problemOf(input: InputPlan, value: unknown): string {
  if (input.type === 'choice') {
    return `Provided value '${showJson(value)}' for input '${input.name}' not in the list of allowed values`;
  }
  return `Provided value '${showJson(value)}' for input '${input.name}' is no ${input.type}`;
}
