import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildASTSchema, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import type { GraphContext } from './context.ts';

let schema: GraphQLSchema | undefined;

/** GitHub's own published schema, read at the first use. */
export function githubSchema(): GraphQLSchema {
  schema ??= buildASTSchema(
    parse(readFileSync(findSchema(), 'utf8').replace(DESCRIPTIONS, ''), { noLocation: true }),
    { assumeValid: true, assumeValidSDL: true },
  );
  return schema;
}

/** Two thirds of the file and of the time to read it, and nobody asks for them here. */
const DESCRIPTIONS = /"""[^]*?"""/g;

/** The package does not export the file, so it is looked for where packages lie; it is beside us once we are packed. */
function findSchema(): string {
  const require = createRequire(import.meta.url);
  const packages = (require.resolve.paths('@octokit/graphql-schema') ?? []).map((folder) =>
    join(folder, '@octokit', 'graphql-schema'),
  );
  const candidates = [import.meta.dirname, ...packages].map((folder) => join(folder, 'schema.graphql'));
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new Error('@octokit/graphql-schema is not installed; run npm ci');
  }
  return path;
}

/**
 * A field is what the object holds under its name: a value or a method. A field that GitHub's schema knows and
 * we do not serve is an error, for a silent null would be a lie.
 */
export const resolveField: GraphQLFieldResolver<Served, GraphContext> = (source, args, context, info) => {
  const { fieldName, parentType } = info;
  if (!(fieldName in source)) {
    throw new Error(`the local GitHub does not serve ${parentType.name}.${fieldName}`);
  }
  const value = source[fieldName];
  return typeof value === 'function' ? value.call(source, args, context) : value;
};

type Served = { readonly [field: string]: unknown };
