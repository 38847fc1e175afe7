import { CONFIG_PATH, parseConfig } from '../../policy/config.ts';
import type { Outcome } from '../../record/outcome.ts';
import { joinDiffs } from '../../report/file-diff.ts';
import { receive, underPrefixes } from '../receive.ts';
import type { ControlContext } from './context.ts';

/** What a patch would come to on today's base. Nothing is written. */
export type Rehearsal =
  /** `files` is how many it would change, and at least one. */
  | { readonly ok: true; readonly files: number; readonly diff: string }
  | { readonly ok: false; readonly outcome: Outcome };

/** Applies a patch as the pipeline would, whatever the switches and its own record say. */
export async function rehearse(context: Rehearsing, patch: unknown): Promise<Rehearsal> {
  return context.compute.inTurn(() => tryOut(context, patch));
}

type Rehearsing = Pick<ControlContext, 'repository' | 'compute'>;

async function tryOut({ repository, compute }: Rehearsing, patch: unknown): Promise<Rehearsal> {
  const read = await receive({ repository, compute }, { patch });
  const { config } = await repository.read({ config: CONFIG_PATH });
  const parsed = parseConfig(config);
  if (!parsed.ok) {
    return { ok: false, outcome: { kind: 'refused', refusals: parsed.refusals } };
  }
  const received = await underPrefixes({ compute }, read, parsed.config['path-prefixes']);
  if (!received.ok) {
    return { ok: false, outcome: { kind: 'refused', refusals: received.refusals } };
  }
  const { branch, sha } = received.patch.base ?? {};
  const snapshot = await repository.read({
    base: { ...(branch === undefined ? {} : { branch }), ...(sha === undefined ? {} : { sha }) },
    files: received.paths,
    besides: received.newPaths,
  });
  const shown = await compute.show({
    patch: received.patch,
    config: parsed.config,
    snapshot,
    judged: true,
  });
  if (!shown.ok) {
    return { ok: false, outcome: shown.outcome };
  }
  const { files } = shown;
  return files.length === 0
    ? { ok: false, outcome: { kind: 'no_change' } }
    : { ok: true, files: files.length, diff: joinDiffs(files) };
}
