import * as z from 'zod';
import { MAX_ID_CHARACTERS, MAX_NAME_CHARACTERS } from '../../patch/limits.ts';
import { offeredPatchJsonSchema } from '../../patch/offered.ts';
import { LONGEST_WAIT } from '../http/asking.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../http/listing.ts';
import { commandSchema, filterSchema, listSchema, preflightSchema, statusSchema } from '../http/schemas.ts';
import { argumentsOf } from './arguments.ts';

/** What a model can do, for MCP and for function calling alike. */
export type ToolDefinition<Input extends z.ZodObject = z.ZodObject> = {
  readonly name: string;
  readonly title: string;
  /** Says when to use it, and what to do with the answer. */
  readonly description: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  /** It changes nothing. */
  readonly readOnly: boolean;
};

/** Seconds; clients give up on a tool after sixty. */
const USUAL_WAIT = 30;

/** Characters of the cursor of a listing, which is a number. */
const MAX_CURSOR = 16;

/** Characters of a reason; the words around it are shown beside it. */
const MAX_REASON = 400;

const repository = z
  .string()
  .max(MAX_NAME_CHARACTERS)
  .optional()
  .describe('owner/name; leave it out where you have only one');

const id = z
  .string()
  .max(MAX_ID_CHARACTERS)
  .describe('The name of the patch, such as fix-greeting. Sent again with other changes it is a revision');

const patch = z
  .unknown()
  // Told to models, and not held against what they send: reading it says better what is wrong.
  .meta(offeredPatchJsonSchema())
  .describe('The patch. A diff or another format as one text is read too');

/** What is said of a patch stands in it, and another tool tries it; this says so where it stands beside. */
const IN_PATCH =
  'Put what belongs to the patch into `patch`, leave the rest out, and call preview_patch to only try it.';

const delivery = { id, patch, repository };

// Addresses are of no use to a model that has tools.
const fit = preflightSchema.omit({ statusUrl: true });
const listed = listSchema.shape.patches.element.omit({ statusUrl: true });

export const SUBMIT_PATCH = {
  name: 'submit_patch',
  title: 'Submit a patch',
  description:
    'Tries the patch on the repository as it is, and if it fits, has it tested and opens a pull request. Then ask patch_status how it ends. If it does not fit, the error says why for each change, often with the change that would fit under data.correction: put it in place, and submit again under the same id.',
  input: argumentsOf(delivery, IN_PATCH),
  output: fit,
  readOnly: false,
} as const satisfies ToolDefinition;

export const PREVIEW_PATCH = {
  name: 'preview_patch',
  title: 'Preview a patch',
  description: 'Says whether a patch would fit and what it would change. Nothing is kept or changed.',
  input: argumentsOf(delivery, IN_PATCH),
  output: fit,
  readOnly: true,
} as const satisfies ToolDefinition;

export const PATCH_STATUS = {
  name: 'patch_status',
  title: 'Status of a patch',
  description:
    'Waits for the end of a patch and says how it ended: the pull request, or the failing lines of its tests. Where `finished` is false, call it again.',
  input: argumentsOf({
    id,
    wait: z
      .int()
      .min(0)
      .max(LONGEST_WAIT)
      .default(USUAL_WAIT)
      .describe('Seconds to wait for the end; 0: only look'),
    repository,
  }),
  output: statusSchema,
  readOnly: true,
} as const satisfies ToolDefinition;

export const LIST_PATCHES = {
  name: 'list_patches',
  title: 'List patches',
  description: 'Lists patches, newest first, with where each is.',
  input: argumentsOf({
    state: filterSchema.optional().describe('Only those in this state'),
    limit: z.int().min(1).max(LARGEST_PAGE).default(DEFAULT_PAGE).describe('How many'),
    before: z.string().max(MAX_CURSOR).optional().describe('`next` of the page before'),
    repository,
  }),
  output: listSchema.extend({ patches: z.array(listed) }),
  readOnly: true,
} as const satisfies ToolDefinition;

export const PAUSE = {
  name: 'pause',
  title: 'Pause',
  description:
    'Stops all patches of a repository before anything is pushed; those that come are held. Use it when something goes wrong with patches. Only people let them go on.',
  input: argumentsOf({
    reason: z.string().trim().min(1).max(MAX_REASON).describe('Why, in one line, for people'),
    for: z
      .string()
      .regex(/^\d{1,4}[mhd]$/)
      .optional()
      .describe('For how long, such as 30m, 2h or 1d; until people lift it where absent'),
    repository,
  }),
  output: commandSchema,
  readOnly: false,
} as const satisfies ToolDefinition;

/** In the order in which they are listed. */
export const TOOLS: readonly ToolDefinition[] = [
  SUBMIT_PATCH,
  PREVIEW_PATCH,
  PATCH_STATUS,
  LIST_PATCHES,
  PAUSE,
];
