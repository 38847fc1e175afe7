import * as z from 'zod';

/** What the event stream has told so far. */
export type EventLog = {
  /** Of one patch, oldest first, each in a word or two. */
  about(id: string): readonly string[];
  close(): Promise<void>;
};

/** Listens as a program would: one request that never ends. */
export function followEvents(url: string, headers: { readonly [name: string]: string }): EventLog {
  const told: { readonly id: string; readonly word: string }[] = [];
  const gone = new AbortController();
  const listening = (async () => {
    const answer = await fetch(url, { headers, signal: gone.signal });
    let rest = '';
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = `${rest}${chunk}`.split('\n\n');
      rest = blocks.pop() ?? '';
      told.push(...blocks.flatMap(readBlock));
    }
  })().catch((error: unknown) => {
    if (!gone.signal.aborted) {
      throw error;
    }
  });
  return {
    about: (id) => told.filter((one) => one.id === id).map(({ word }) => word),
    close: async () => {
      gone.abort();
      await listening;
    },
  };
}

function readBlock(block: string): readonly { readonly id: string; readonly word: string }[] {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const parsed = eventSchema.safeParse(JSON.parse(field('data') ?? '{}'));
  if (!parsed.success) {
    return [];
  }
  const { id, state, outcome } = parsed.data;
  return [{ id, word: outcome ?? state ?? field('event') ?? '' }];
}

const eventSchema = z.object({
  id: z.string(),
  state: z.string().optional(),
  outcome: z.string().optional(),
});
