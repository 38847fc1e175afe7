import type { FileChange } from '../../apply/tree.ts';
import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import type { Outcome } from '../../record/outcome.ts';
import { formatUnifiedDiff } from '../../report/unified-diff.ts';
import { placePatch } from '../base.ts';
import { judgePlaced } from '../judge-placed.ts';
import type { Repository } from '../ports.ts';
import { receive, underPrefixes } from '../receive.ts';
import { versions } from '../versions.ts';

/** What a patch would come to on today's base. Nothing is written. */
export type Rehearsal =
  | { readonly ok: true; readonly changes: readonly FileChange[]; readonly diff: string }
  | { readonly ok: false; readonly outcome: Outcome };

/** Applies a patch as the pipeline would, whatever the switches and its own record say. */
export async function rehearse(repository: Repository, patch: unknown): Promise<Rehearsal> {
  const read = await receive(repository, { patch });
  const { config } = await repository.read({ config: CONFIG_PATH });
  const parsed = parseConfig(config);
  if (!parsed.ok) {
    return { ok: false, outcome: { kind: 'refused', refusals: parsed.refusals } };
  }
  const received = underPrefixes(read, parsed.config['path-prefixes']);
  if (!received.ok) {
    return { ok: false, outcome: { kind: 'refused', refusals: received.refusals } };
  }
  const { branch, sha } = received.patch.base ?? {};
  const snapshot = await repository.read({
    base: { ...(branch === undefined ? {} : { branch }), ...(sha === undefined ? {} : { sha }) },
    files: received.paths,
    besides: received.newPaths,
  });
  const placed = placePatch(received.patch, parsed.config, snapshot);
  if (!placed.ok) {
    return { ok: false, outcome: placed.outcome };
  }
  const { refusals } = judgePlaced(parsed.config.policy, placed);
  if (refusals.length > 0) {
    return { ok: false, outcome: { kind: 'refused', refusals } };
  }
  return placed.changes.length === 0
    ? { ok: false, outcome: { kind: 'no_change' } }
    : {
        ok: true,
        changes: placed.changes,
        diff: formatUnifiedDiff(placed.changes.map((change) => versions(change, placed.base))),
      };
}
