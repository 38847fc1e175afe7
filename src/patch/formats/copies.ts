import type { FileOperation } from '../hunk.ts';

/**
 * The operations of one diff with copies first whose file is changed by the diff before them: git copies files as they were
 * before all of it.
 */
export function copiesFirst(operations: readonly FileOperation[]): readonly FileOperation[] {
  const changed = new Set<string>();
  const early: FileOperation[] = [];
  const others: FileOperation[] = [];
  for (const operation of operations) {
    const isEarly = operation.action === 'copy' && changed.has(operation.from);
    (isEarly ? early : others).push(operation);
    if (operation.action === 'rename') changed.add(operation.from);
    if (operation.action !== 'copy') changed.add(operation.path);
  }
  return early.length === 0 ? operations : [...early, ...others];
}
