import type { Patch } from './schema.ts';

/** Named commands of a patch as sentences about what is not done, for where there is nothing to run them in. */
export function commandsNotRun({ changes }: Pick<Patch, 'changes'>): readonly string[] {
  return changes.flatMap((change) =>
    change.kind === 'run' ? [`Requested, not run: the named command ${change.command}`] : [],
  );
}
