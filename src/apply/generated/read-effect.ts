import * as z from 'zod';
import { jsonIn } from '../../patch/json-text.ts';
import { EFFECT_MODES, type Effect, MAX_EFFECT_CHARACTERS } from './effect.ts';

/** Reads what the job that ran the commands handed over; null: it is not what formatEffect writes. */
export function readEffect(text: string): Effect | null {
  const parsed = text.length > MAX_EFFECT_CHARACTERS ? null : effectSchema.safeParse(jsonIn(text));
  return parsed?.success === true ? parsed.data : null;
}

const whole = z.int().min(0);

const effectSchema: z.ZodType<Effect> = z.union([
  z.strictObject({
    version: z.literal(1),
    files: z.array(
      z.strictObject({
        path: z.string(),
        mode: z.enum(EFFECT_MODES).nullable(),
        edits: z.array(z.tuple([whole, whole, z.string()])),
      }),
    ),
  }),
  z.strictObject({ version: z.literal(1), tooLarge: z.strictObject({ files: whole }) }),
]);
