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

export function createValidator(): Validator {
  const validation: Validation = { checked: 0, failures: [] };
  return {
    validation,
    check(route, status, body) {
      description ??= openDescription();
      const check = description(route, status);
      if (check === undefined) {
        return null;
      }
      validation.checked += 1;
      const errors = check === null ? findContent(body) : findErrors(check, body);
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

/** How to check an answer; null: it has no content; undefined: the description does not know this status. */
type Description = (route: string, status: number) => ValidateFunction | null | undefined;

/** Read at the first answer, once for all servers of this process. */
let description: Description | undefined;

/** Compiles the schema of an answer when it is first given, for all of them take a second. */
function openDescription(): Description {
  const { operations, schemas }: Slice = JSON.parse(
    readFileSync(new URL('../openapi/slice.json', import.meta.url), 'utf8'),
  );
  const ajv = openSchemas(schemas);
  const compiled = new Map<string, ValidateFunction>();
  return (route, status) => {
    const schema = operations[route]?.[status];
    if (schema === undefined || schema === null) {
      return schema;
    }
    const key = `${status} ${route}`;
    const validate = compiled.get(key) ?? ajv.compile(schema);
    compiled.set(key, validate);
    return validate;
  };
}

function openSchemas(schemas: Slice['schemas']): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: true,
    // Each schema is used a few times, so that what makes it quick takes longer than it saves.
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  ajv.addFormat('timestamp', true);
  // The stricter rule refuses those of GitHub's own Apps, such as 41898282+github-actions[bot]@users.noreply.github.com.
  ajv.addFormat('email', /^[^\s@]+@[^\s@]+$/);
  ajv.addSchema({ $id: 'github', schemas });
  return ajv;
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
