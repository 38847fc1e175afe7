import type { Refusal } from '../patch/refusal.ts';
import { nameFiles } from '../report/file-diff.ts';
import type { Jobs } from './compute.ts';
import { planUnplaced } from './plan.ts';
import { leaveUnread } from './received.ts';

/** What is to be said of work that was ended before it was done. `why` is a sentence that ends with what to do. */
export const UNDONE: {
  readonly [Job in keyof Jobs]: (
    input: Parameters<Jobs[Job]>[0],
    why: string,
  ) => Awaited<ReturnType<Jobs[Job]>>;
} = {
  read: (opened, why) => leaveUnread(opened, tooLarge(why)),
  // Nobody applies it under these folders then, and what is looked up elsewhere is not there.
  readUnder: () => null,
  plan: (input, why) => ({ plan: planUnplaced(input, [tooLarge(why)]), received: input.received }),
  name: ({ id }) => id,
  show: (_, why) => ({ ok: false, outcome: { kind: 'refused', refusals: [tooLarge(why)] }, hunks: [] }),
  diff: (files) => nameFiles(files),
};

function tooLarge(message: string): Refusal {
  return { code: 'too_large', message };
}
