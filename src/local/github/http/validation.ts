import { appendFileSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** How the answers compared with GitHub's API description. */
export type Validation = {
  /** Answers compared so far. */
  checked: number;
  readonly failures: ValidationFailure[];
};

export type ValidationFailure = {
  readonly route: string;
  readonly status: number;
  /** Where the answer is wrong and why, such as `/head/repo must be object`. */
  readonly errors: readonly string[];
};

export type Validator = {
  readonly validation: Validation;
  /** The failure, which is also kept; null: the answer is as described, or the description does not know its status. */
  check(route: string, status: number, body: unknown): ValidationFailure | null;
};

/** Made by scripts/generate-openapi-slice.ts. A status that has no content has a null. */
type Slice = {
  readonly operations: { readonly [route: string]: { readonly [status: string]: object | null } };
  readonly schemas: { readonly [name: string]: object };
};

/** Compiles the schema of an answer when it is first given, for each takes up to a tenth of a second. */
export function createValidator(): Validator {
  const validation: Validation = { checked: 0, failures: [] };
  const compiled = new Map<string, ValidateFunction>();
  let source: { readonly slice: Slice; readonly ajv: Ajv } | undefined;

  function compile(route: string, status: number, schema: object): ValidateFunction {
    const key = `${status} ${route}`;
    const validate = compiled.get(key) ?? source?.ajv.compile(schema);
    if (validate === undefined) {
      throw new Error('the description has not been read');
    }
    compiled.set(key, validate);
    return validate;
  }

  return {
    validation,
    check(route, status, body) {
      source ??= openSlice();
      const schema = source.slice.operations[route]?.[status];
      if (schema === undefined) {
        return null;
      }
      validation.checked += 1;
      const errors = schema === null ? findContent(body) : findErrors(compile(route, status, schema), body);
      if (errors.length === 0) {
        return null;
      }
      const failure = { route, status, errors };
      validation.failures.push(failure);
      return failure;
    },
  };
}

/** Adds what was compared to the file that the test run's reporter reads, one JSON object a line. */
export function recordValidation(path: string, { checked, failures }: Validation): void {
  appendFileSync(path, `${JSON.stringify({ checked, failures })}\n`);
}

function openSlice(): { slice: Slice; ajv: Ajv } {
  const slice: Slice = JSON.parse(readFileSync(new URL('../openapi/slice.json', import.meta.url), 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addFormat('timestamp', true);
  // The stricter rule refuses those of GitHub's own Apps, such as 41898282+github-actions[bot]@users.noreply.github.com.
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
  ajv.addSchema({ $id: 'github', schemas: slice.schemas });
  return { slice, ajv };
}

function findContent(body: unknown): string[] {
  return body === undefined ? [] : ['this answer has no content'];
}

function findErrors(validate: ValidateFunction, body: unknown): string[] {
  // What counts is what arrives: dates as text, undefined as absence.
  const arrives: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  return validate(arrives)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
