import type { PatchRecord } from './record.ts';

/** Ids of the patches that a person wants the pull request of this one beside. */
export function keptBeside({ keptBeside: ids = [] }: Pick<PatchRecord, 'keptBeside'>): readonly string[] {
  return typeof ids === 'string' ? [ids] : ids;
}

/** The same for a record. One id stands there as it always did, so that an earlier version of us reads it too. */
export function formatKeptBeside(ids: readonly string[]): Pick<PatchRecord, 'keptBeside'> {
  const [first, ...more] = new Set(ids);
  if (first === undefined) {
    return {};
  }
  return { keptBeside: more.length === 0 ? first : [first, ...more] };
}
