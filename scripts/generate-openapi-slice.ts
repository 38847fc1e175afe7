/**
 * Cuts the answers of the operations that the local GitHub serves, and every schema that they need, out of
 * GitHub's OpenAPI description.
 *
 *   node scripts/generate-openapi-slice.ts <path to api.github.com.json of @octokit/openapi>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { servedOperations } from '../src/local/github/openapi/operations.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

const OUTPUT = new URL('../src/local/github/openapi/slice.json', import.meta.url);

function generate(path: string): void {
  const description: JsonObject = JSON.parse(readFileSync(path, 'utf8'));
  const schemas: JsonObject = {};
  const operations: JsonObject = {};
  for (const key of servedOperations()) {
    operations[key] = cutAnswers(description, key, schemas);
  }
  const text = `${JSON.stringify({ operations, schemas: sortKeys(schemas) })}\n`;
  writeFileSync(OUTPUT, text);
  console.log(
    `${Object.keys(operations).length} operations, ${Object.keys(schemas).length} schemas, ${text.length} bytes`,
  );
}

/** Status → schema of its JSON, or null where it has no content. */
function cutAnswers(description: JsonObject, key: string, schemas: JsonObject): JsonObject {
  const [method = '', path = ''] = key.split(' ');
  const operation = pick(description, ['paths', path, method.toLowerCase()]);
  if (operation === undefined) {
    throw new Error(`GitHub does not describe ${key}`);
  }
  const answers: JsonObject = {};
  for (const [status, answer] of Object.entries(asObject(asObject(operation)['responses']))) {
    const content = asObject(follow(description, answer))['content'];
    const schema = content === undefined ? null : pick(content, ['application/json', 'schema']);
    if (schema !== undefined && schema !== null) {
      answers[status] = convert(description, schema, schemas);
    } else if (content === undefined && Number(status) < FIRST_ERROR) {
      answers[status] = null;
    }
  }
  return answers;
}

/** An error without described content has one nevertheless; it is only not described. */
const FIRST_ERROR = 400;

/** Of what a schema may hold, this is what validates; titles, examples and descriptions do not. */
const KEPT = new Set(
  `type nullable enum format pattern required items properties additionalProperties allOf anyOf oneOf $ref
   minimum maximum minItems maxItems minLength maxLength`.split(/\s+/),
);

/** Turns OpenAPI 3.0's dialect into JSON Schema, and collects what it refers to. */
function convert(description: JsonObject, schema: Json, schemas: JsonObject): JsonObject {
  const source = asObject(schema);
  if (typeof source['$ref'] === 'string') {
    return { $ref: collect(description, source['$ref'], schemas) };
  }
  const result: JsonObject = {};
  for (const [keyword, value] of Object.entries(source).filter(([keyword]) => KEPT.has(keyword))) {
    if (keyword !== 'nullable') {
      const name = isEither(keyword, value) ? 'anyOf' : keyword;
      result[name] = convertKeyword(description, name, value, schemas);
    }
  }
  return source['nullable'] === true ? allowNull(result) : result;
}

/**
 * GitHub's alternatives overlap, so that "exactly one" would refuse what GitHub itself sends. And in the list of
 * installations an account is described as a user and an enterprise at once; elsewhere, rightly, as either.
 */
function isEither(keyword: string, value: Json): boolean {
  const titles = asArray(value).map((schema) => asObject(schema)['title']);
  return (
    keyword === 'oneOf' ||
    (keyword === 'allOf' && titles.includes('Simple User') && titles.includes('Enterprise'))
  );
}

function convertKeyword(description: JsonObject, keyword: string, value: Json, schemas: JsonObject): Json {
  switch (keyword) {
    case 'properties':
      return Object.fromEntries(
        Object.entries(asObject(value)).map(([name, schema]) => [
          name,
          convert(description, schema, schemas),
        ]),
      );
    case 'items':
      return convert(description, value, schemas);
    case 'additionalProperties':
      return typeof value === 'boolean' ? value : convert(description, value, schemas);
    case 'allOf':
    case 'anyOf':
      return asArray(value).map((schema) => convert(description, schema, schemas));
    default:
      return value;
  }
}

/** JSON Schema has no `nullable`; null is one more type, and one more value of an enumeration. */
function allowNull(schema: JsonObject): JsonObject {
  if (typeof schema['type'] !== 'string') {
    return { anyOf: [schema, { type: 'null' }] };
  }
  const { enum: values, ...rest } = schema;
  return {
    ...rest,
    type: [schema['type'], 'null'],
    ...(Array.isArray(values) ? { enum: [...new Set([...values, null])] } : {}),
  };
}

function collect(description: JsonObject, reference: string, schemas: JsonObject): string {
  const name = reference.replace('#/components/schemas/', '');
  if (!(name in schemas)) {
    // Entered before it is filled, for schemas may refer to themselves.
    schemas[name] = {};
    const schema = pick(description, ['components', 'schemas', name]);
    if (schema === undefined) {
      throw new Error(`${reference} leads nowhere`);
    }
    schemas[name] = convert(description, schema, schemas);
  }
  return `github#/schemas/${name}`;
}

function follow(description: JsonObject, value: Json): Json {
  const reference = asObject(value)['$ref'];
  return typeof reference === 'string' ? (pick(description, reference.slice(2).split('/')) ?? null) : value;
}

function pick(value: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) => (at === undefined ? undefined : asObject(at)[key]),
    value,
  );
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function asArray(value: Json): Json[] {
  return Array.isArray(value) ? value : [];
}

function sortKeys(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  throw new Error('give the path of api.github.com.json (npm pack @octokit/openapi)');
}
generate(path);
