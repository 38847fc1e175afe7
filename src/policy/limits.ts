import * as z from 'zod';

/** How much is taken at a time; where a number is absent there is no limit of that kind. */
export type Limits = z.output<typeof limitsSchema>;

/** Each number costs a look at as many refs when a patch comes, and both looks fit into one query of a hundred. */
const MOST = 50;

export const limitsSchema = z
  .strictObject({
    'per-sender-per-hour': z
      .int()
      .min(1)
      .max(MOST)
      .optional()
      .describe(
        'New patches that are taken from one GitHub login within any hour; one more is refused, and told when to come again.',
      ),
    'open-pull-requests': z
      .int()
      .min(1)
      .max(MOST)
      .optional()
      .describe(
        'Pull requests from patches that may be open or being made at once; a new patch beyond them is refused, and told which they are.',
      ),
  })
  .prefault({})
  .describe(
    'How many patches are taken. Revisions of an open patch, retries, canaries and what a command takes back are always taken.',
  );
