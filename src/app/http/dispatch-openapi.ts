import * as z from 'zod';
import { MAX_ID_CHARACTERS } from '../../patch/limits.ts';
import { offeredPatchSchema } from '../../patch/offered.ts';

/**
 * The OpenAPI 3.1 document for GPTs that have no server of ours and call GitHub themselves: one request sends a
 * patch, two read how it ended.
 */
export function dispatchOpenApiDocument({ version }: { readonly version: string }) {
  return {
    openapi: '3.1.0',
    info: {
      title: "Ghost Runner by GitHub's API",
      version,
      description:
        'Send a patch to a repository as an event; its workflow tries it, tests it and opens a pull request. About a minute later, read the record.',
    },
    servers: [{ url: 'https://api.github.com' }],
    security: [{ bearer: [] }],
    paths: {
      '/repos/{owner}/{repo}/dispatches': {
        post: {
          operationId: 'sendPatch',
          summary: 'Send a patch',
          description:
            'GitHub answers 204 whatever the patch is. Tell the user the id, and read the record with findRecord and readRecord after a minute.',
          parameters: [OWNER, REPO],
          requestBody: { required: true, content: { 'application/json': { schema: ref('Dispatch') } } },
          responses: {
            204: { description: 'Sent' },
            404: problem('No such repository, or the token may not write its contents'),
            422: problem('No event of this form, or one that is too large: split the patch'),
          },
        },
      },
      '/repos/{owner}/{repo}/git/ref/ghost/patches/{id}': {
        get: {
          operationId: 'findRecord',
          summary: 'Find the newest record of a patch',
          description: 'Gives the commit that holds it; read it with readRecord.',
          parameters: [OWNER, REPO, ID],
          responses: {
            200: json('Where it is', 'Found'),
            404: problem('There is none yet: wait half a minute, and ask again'),
          },
        },
      },
      '/repos/{owner}/{repo}/git/commits/{sha}': {
        get: {
          operationId: 'readRecord',
          summary: 'Read a record',
          description:
            'The message says in words what happened and what to do. Its lines Ghost-State (done: it has ended), Ghost-Outcome and Ghost-Pull-Request are for you; corrections are in Ghost-Record.',
          parameters: [OWNER, REPO, SHA],
          responses: {
            200: json('The record', 'Record'),
            404: problem('No such commit: find the record anew'),
          },
        },
      },
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(
        Object.entries(SCHEMAS).map(([name, schema]) => {
          const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io: 'input' });
          return [name, rest];
        }),
      ),
    },
  };
}

/** What is sent, and the part of GitHub's answers that is of use. */
const SCHEMAS = {
  Dispatch: z.object({
    event_type: z.literal('ghost-patch'),
    client_payload: z
      .object({
        id: z
          .string()
          .max(MAX_ID_CHARACTERS)
          .describe(
            'The name of the patch in lower case, such as fix-greeting; with other changes it is a revision',
          ),
        patch: offeredPatchSchema,
      })
      .describe('Less than 64 KB in all'),
  }),
  Found: z.object({ object: z.object({ sha: z.string().describe('For readRecord') }) }),
  Record: z.object({ message: z.string() }),
  Problem: z.object({ message: z.string() }),
} as const;

const OWNER = path('owner', 'The owner of the repository');
const REPO = path('repo', 'The name of the repository');
const ID = path('id', 'The id that was sent');
const SHA = path('sha', '`object.sha` of findRecord');

function path(name: string, description: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' }, description };
}

function json(description: string, schema: keyof typeof SCHEMAS) {
  return { description, content: { 'application/json': { schema: ref(schema) } } };
}

function problem(description: string) {
  return json(description, 'Problem');
}

function ref(name: keyof typeof SCHEMAS) {
  return { $ref: `#/components/schemas/${name}` };
}
