import type { FileChange } from '../apply/tree.ts';
import type { FileVersions } from '../report/unified-diff.ts';
import type { BaseState } from './ports.ts';

/** A changed file as it was and as it will be. */
export function versions(change: FileChange, base: BaseState): FileVersions {
  const { path, from, bytes, action } = change;
  const before = action === 'create' ? null : (base.entries.get(from ?? path)?.bytes ?? null);
  return { path, ...(from === undefined ? {} : { from }), before, after: bytes };
}
