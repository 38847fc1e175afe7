import type { PatchRecord } from './record.ts';

/**
 * Id of the patch that took the place of this one, so that no person closed its pull request, whatever was delivered
 * since then; undefined: none did.
 */
export function successorOf({ outcome }: Pick<PatchRecord, 'outcome'>): string | undefined {
  switch (outcome?.kind) {
    case 'superseded':
      return outcome.by;
    case 'conflict':
      return outcome.supersededBy;
    default:
      return undefined;
  }
}
