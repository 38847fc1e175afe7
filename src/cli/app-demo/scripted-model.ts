import * as z from 'zod';
import type { ToolAnswer } from './tool-call.ts';

/** What a model sent, and what it was told. */
export type Turn = { readonly changes: readonly unknown[]; readonly answer: ToolAnswer };

/**
 * Stands for a language model, with no chance in it: it submits changes, puts the corrections of a refusal in the
 * place of what did not fit, and submits again. It knows nothing of the files but what it is told.
 */
export async function submitUntilItFits(
  changes: readonly unknown[],
  submit: (changes: readonly unknown[]) => Promise<ToolAnswer>,
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  let next: readonly unknown[] | null = changes;
  while (next !== null && turns.length < MAX_TURNS) {
    const answer = await submit(next);
    turns.push({ changes: next, answer });
    next = answer.isError ? repair(next, answer) : null;
  }
  return turns;
}

/** Whoever is refused more often should read the files again. */
const MAX_TURNS = 3;

/** null: there is something that it can't repair by itself. */
function repair(changes: readonly unknown[], { texts }: ToolAnswer): readonly unknown[] | null {
  const told = refusalSchema.safeParse(JSON.parse(texts[1] ?? '{}'));
  if (!told.success) {
    return null;
  }
  const corrections = Map.groupBy(told.data.refusals, ({ pointer }) => Number(pointer.split('/')[2]));
  return changes.flatMap((change, index) => {
    const own = corrections.get(index);
    return own === undefined ? [change] : own.map(({ data }) => data.correction);
  });
}

/** Refusals that each name a change, and have a correction. */
const refusalSchema = z.object({
  refusals: z
    .array(
      z.object({
        pointer: z.string().startsWith('/changes/'),
        data: z.object({ correction: z.record(z.string(), z.unknown()) }),
      }),
    )
    .min(1),
});
