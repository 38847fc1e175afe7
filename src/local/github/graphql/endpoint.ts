import { type DocumentNode, execute, GraphQLError, parse, validate } from 'graphql';
import { z } from 'zod';
import { createMemory } from '../git/memory.ts';
import { readBody } from '../http/body.ts';
import { ok, type Reply } from '../http/reply.ts';
import type { GraphContext } from './context.ts';
import { mutations } from './mutations.ts';
import { queries } from './queries.ts';
import { githubSchema, resolveField } from './schema.ts';

const Request = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Answers 200 whatever happened, as GitHub does; what went wrong stands in `errors`. */
export async function answerGraphql(context: GraphContext, rawBody: string): Promise<Reply> {
  const { query, variables, operationName } = readBody({ rawBody }, Request);
  const document = readDocument(query);
  if (!('kind' in document)) {
    return ok({ errors: document.map(formatError) });
  }
  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    rootValue: { ...queries, ...mutations },
    contextValue: context,
    fieldResolver: resolveField,
    ...(variables ? { variableValues: variables } : {}),
    ...(operationName ? { operationName } : {}),
  });
  // Where nothing was executed there is no data at all, rather than null.
  return ok({
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(formatError) }),
  });
}

/** Clients send the same few queries again and again; checking one takes longer than answering it. */
const REMEMBERED_QUERIES = 200;
const documents = createMemory<DocumentNode>(REMEMBERED_QUERIES);

function readDocument(query: string): DocumentNode | readonly GraphQLError[] {
  const known = documents.get(query);
  if (known !== undefined) {
    return known;
  }
  try {
    const document = parse(query);
    const problems = validate(githubSchema(), document);
    if (problems.length > 0) {
      return problems;
    }
    documents.set(query, document);
    return document;
  } catch (problem) {
    if (problem instanceof GraphQLError) {
      return [problem];
    }
    throw problem;
  }
}

function formatError(error: GraphQLError) {
  const { type, ...extensions } = error.extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}
