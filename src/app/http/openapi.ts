import * as z from 'zod';
import { LONGEST_WAIT } from './asking.ts';
import { approvalSchema, controlSchema, PATCH_COMMANDS, reasonSchema } from './commanding.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './listing.ts';
import type { Parts } from './parts.ts';
import {
  callbackSchema,
  commandSchema,
  deliverySchema,
  filterSchema,
  listSchema,
  preflightSchema,
  problemSchema,
  statusSchema,
} from './schemas.ts';

/** The OpenAPI 3.1 document that GPT Actions import: one server, bearer tokens, and nothing that they can't do. */
export function openApiDocument({ publicUrl, version }: Pick<Parts, 'publicUrl' | 'version'>) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ghost Runner',
      version,
      description:
        'Send a patch to a repository: it is tried at once, tested, and becomes a pull request. What does not fit is refused with what would fit.',
    },
    servers: [{ url: publicUrl }],
    security: [{ bearer: [] }],
    paths: {
      '/api/patches': {
        post: {
          operationId: 'submitPatch',
          summary: 'Send a patch',
          description:
            'Tries the patch on the repository as it is. 202: accepted; ask getPatch how it ends. 422: correct the patch from `refusals` and send it again under the same id.',
          parameters: [REPOSITORY, query('dryRun', { type: 'boolean' }, 'Only say whether it fits')],
          requestBody: { required: true, content: { 'application/json': { schema: ref('Delivery') } } },
          responses: {
            200: json('A dry run of a patch that fits', 'Accepted'),
            202: json('Accepted, or done already', 'Accepted'),
            ...problems(POST_PROBLEMS),
          },
        },
        get: {
          operationId: 'listPatches',
          summary: 'List the patches that came through this server, newest first',
          parameters: [
            REPOSITORY,
            query('state', jsonSchema(filterSchema), 'Only those in this state'),
            query(
              'limit',
              { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: DEFAULT_PAGE },
              'How many',
            ),
            query('before', { type: 'string' }, 'The `next` of the page before'),
          ],
          responses: { 200: json('A page of them', 'PatchList'), ...problems(PROBLEMS) },
        },
      },
      '/api/patches/{id}': {
        get: {
          operationId: 'getPatch',
          summary: 'Where a patch is, and how it ended',
          parameters: [
            PATCH_ID,
            REPOSITORY,
            query(
              'wait',
              { type: 'integer', minimum: 0, maximum: LONGEST_WAIT, default: 0 },
              'Wait up to so many seconds for the end; 30 is a good choice, and the answer comes within 40 in any case',
            ),
          ],
          responses: {
            200: json('Where it is', 'Status'),
            ...problems({
              ...LIMITED_PROBLEMS,
              404: 'No such patch',
              503: 'GitHub can not be asked, or does not answer in time',
            }),
          },
        },
      },
      ...Object.fromEntries(PATCH_COMMANDS.map((verb) => [`/api/patches/{id}/${verb}`, commandPath(verb)])),
      '/api/control': {
        post: {
          operationId: 'control',
          summary: 'Give any command, such as pause or status',
          description: 'The same grammar as in comments. It needs a token that speaks for a person.',
          parameters: [REPOSITORY],
          requestBody: { required: true, content: { 'application/json': { schema: ref('Control') } } },
          responses: COMMAND_RESPONSES,
        },
      },
    },
    webhooks: { patchChanged: { post: CALLBACK } },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Delivery: jsonSchema(deliverySchema),
        Accepted: jsonSchema(preflightSchema),
        Status: jsonSchema(statusSchema),
        PatchList: jsonSchema(listSchema),
        Reason: jsonSchema(reasonSchema),
        Approval: jsonSchema(approvalSchema),
        Control: jsonSchema(controlSchema),
        Command: jsonSchema(commandSchema),
        Problem: jsonSchema(problemSchema),
        Callback: jsonSchema(callbackSchema),
      },
    },
  };
}

/** What the server sends to the address of a token. GPT Actions pass it over. */
const CALLBACK = {
  operationId: 'patchChanged',
  summary: 'What became of a patch that came through a token with a callback address',
  description:
    'Signed as Standard Webhooks have it. It may come twice, with the same webhook-id, and out of order.',
  security: [],
  parameters: [
    header('webhook-id', 'The same whenever the same message is sent again'),
    header('webhook-timestamp', 'Seconds since 1970; refuse what is older than five minutes'),
    header('webhook-signature', 'v1, and the HMAC-SHA256 of id, timestamp and body in base64'),
  ],
  requestBody: { required: true, content: { 'application/json': { schema: ref('Callback') } } },
  responses: {
    '2XX': { description: 'Taken; the answer is not read' },
    410: { description: 'Nothing is wanted any more; no callback is sent there again' },
    default: { description: 'Not taken; it is sent again, for twelve hours' },
  },
};

const REPOSITORY = query(
  'repository',
  { type: 'string' },
  'owner/name; may be left out where the token is for one repository',
);

const PATCH_ID = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'As answered to submitPatch',
};

type StatusTexts = { readonly [status: number]: string };

/** What can be wrong with any request. */
const PROBLEMS: StatusTexts = {
  400: 'A parameter can not be read',
  401: 'No usable token',
  403: 'The token is not for this repository',
};

const LIMITED_PROBLEMS: StatusTexts = {
  ...PROBLEMS,
  429: 'Too many requests; Retry-After says when to come again',
};

const POST_PROBLEMS: StatusTexts = {
  ...LIMITED_PROBLEMS,
  404: 'The GitHub App is not installed on the repository',
  409: "The id belongs to another sender, somebody else's work is in the way, or too many pull requests are open",
  413: 'The body is too large',
  415: 'The body is no JSON',
  422: 'The patch does not fit; `refusals` says where, and what would fit',
  423: 'Ghost Runner is locked by an operator',
  503: 'GitHub or the store can not be asked; Retry-After says when to come again',
};

const COMMAND_RESPONSES = {
  200: json('Done, or so already', 'Command'),
  202: json('Asked for, and its effect not seen yet; ask again', 'Command'),
  ...problems({
    ...LIMITED_PROBLEMS,
    403: 'The token speaks for nobody, or that person may not do this',
    404: 'The GitHub App is not installed on the repository',
    409: 'It can not be done as things are; detail says why',
    413: 'The body is too large',
    502: 'It broke on the way; what was changed until then is told',
    503: 'GitHub can not be asked',
  }),
};

/** What each does, in a summary's few words. */
const PATCH_COMMAND_TEXTS: { readonly [verb in (typeof PATCH_COMMANDS)[number]]: string } = {
  retry: "Try a patch again on today's base",
  revert: 'Take a merged patch back, by a tested pull request',
  cancel: 'End the runs that work on a patch',
  approve: 'Approve a patch that waits for it',
  reject: 'Close the pull request of a patch, with a reason',
};

function commandPath(verb: (typeof PATCH_COMMANDS)[number]) {
  return {
    post: {
      operationId: `${verb}Patch`,
      summary: PATCH_COMMAND_TEXTS[verb],
      description: 'It needs a token that speaks for a person, and is done with the rights of that person.',
      parameters: [PATCH_ID, REPOSITORY],
      requestBody: {
        required: verb === 'approve',
        content: { 'application/json': { schema: ref(verb === 'approve' ? 'Approval' : 'Reason') } },
      },
      responses: COMMAND_RESPONSES,
    },
  };
}

function problems(texts: StatusTexts) {
  return Object.fromEntries(
    Object.entries(texts).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  );
}

function json(description: string, schema: string) {
  return { description, content: { 'application/json': { schema: ref(schema) } } };
}

function query(name: string, schema: object, description: string) {
  return { name, in: 'query', required: false, schema, description };
}

function header(name: string, description: string) {
  return { name, in: 'header', required: true, schema: { type: 'string' }, description };
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

/** OpenAPI 3.1 takes JSON Schema as it is, but for the mark of its version. */
function jsonSchema(schema: z.ZodType): object {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
