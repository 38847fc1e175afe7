import { parseControl } from '../control/control.ts';
import type { PatchRecord } from '../record/record.ts';

/**
 * Tells of patches whether somebody commanded them, to take another one back, by entries of the log of commands. That a
 * patch says so of itself proves nothing.
 */
export function revertsIn(
  log: readonly { readonly message: string }[],
): (patch: Pick<PatchRecord, 'revertOf' | 'digest'>) => boolean {
  const asked = new Set(
    log
      .map(({ message }) => parseControl(message)?.act)
      .flatMap((act) => (act?.verb === 'revert' ? [`${act.patch} ${act.digest}`] : [])),
  );
  return ({ revertOf, digest }) => asked.has(`${revertOf} ${digest}`);
}
