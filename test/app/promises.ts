import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as z from 'zod';

/** What an OpenAPI document promises, and which part of it was seen to come true. */
export type Promises = {
  /**
   * Notes an answer. Throws where the document has the operation and not this answer; of addresses that it does not
   * have it says nothing.
   */
  keep(answer: Told): void;
  /** Documented responses that nobody has seen yet, such as `POST /api/patches 423`. */
  unseen(): readonly string[];
};

export type Told = {
  readonly method: string;
  /** With a query or without. */
  readonly path: string;
  readonly status: number;
  /** As in the header; null: none. */
  readonly type: string | null;
  /** Undefined: it was empty. */
  readonly body: unknown;
};

/** The part of an OpenAPI document that answers are held against. */
export type Described = {
  readonly paths: {
    readonly [path: string]: {
      readonly [method: string]: {
        readonly responses: {
          readonly [status: string]: {
            readonly description: string;
            readonly content?: { readonly [type: string]: { readonly schema: object } };
          };
        };
      };
    };
  };
};

export function createPromises(document: Described): Promises {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      method: method.toUpperCase(),
      path,
      matches: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
      responses,
    })),
  );
  const compile = compilerFor(document);
  const unseen = new Set(
    operations.flatMap(({ method, path, responses }) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  );
  return {
    keep: ({ method, path, status, type, body }) => {
      const [bare = ''] = path.split('?', 1);
      const operation = operations.find((one) => one.method === method && one.matches.test(bare));
      if (operation === undefined) {
        return;
      }
      const name = `${method} ${operation.path} ${status}`;
      const response = operation.responses[status];
      if (response === undefined) {
        throw new Error(`${name} is not documented: ${JSON.stringify(body)}`);
      }
      const [expected, content] = Object.entries(response.content ?? {})[0] ?? [];
      if (expected !== undefined && type?.split(';', 1)[0] !== expected) {
        throw new Error(`${name} came as ${type}, and not as ${expected}`);
      }
      const why = content === undefined ? null : compile(content.schema)(body);
      if (why !== null) {
        throw new Error(`${name} is other than documented: ${why} in ${JSON.stringify(body)}`);
      }
      unseen.delete(name);
    },
    unseen: () => [...unseen],
  };
}

/** Says of a schema why a value is not as it has it; null: it is. Each schema is compiled once. */
function compilerFor(document: Described): (schema: object) => (value: unknown) => string | null {
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  ajv.addSchema(anySchema.parse(document), DOCUMENT);
  const known = new Map<string, ValidateFunction>();
  return (schema) => {
    // References of the document lead to the document.
    const text = JSON.stringify(schema).replaceAll('"#/', `"${DOCUMENT}#/`);
    const check = known.get(text) ?? ajv.compile(anySchema.parse(JSON.parse(text)));
    known.set(text, check);
    return (value) => (check(value) ? null : ajv.errorsText(check.errors));
  };
}

const DOCUMENT = 'openapi';

const anySchema = z.record(z.string(), z.unknown());
