import type { PatchRecord } from './record.ts';

/** How a patch was read and placed, and what it asked for that nobody does; one that came to no commit has only what was read. */
export function remarksIn({ plan, reading }: Pick<PatchRecord, 'plan' | 'reading'>): {
  readonly notes: readonly string[];
  readonly notDone: readonly string[];
} {
  const { notes = [], notDone = [] } = plan ?? { notes: reading?.repairs, notDone: reading?.notDone };
  return { notes, notDone };
}
