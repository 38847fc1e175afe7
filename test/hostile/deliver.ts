import { createSecretScanner } from '../../src/io/secrets.ts';
import { payloadOf } from '../../src/patch/payload.ts';
import { apply } from '../../src/stages/apply.ts';
import { createCompute } from '../../src/stages/compute.ts';
import type { ApplyContext } from '../../src/stages/context.ts';
import type { PatchCase } from './case.ts';
import { repositoryWith } from './repository.ts';

/** What became of a delivery, in the form of what is expected of it. */
export type Delivered = {
  readonly refused?: readonly string[];
  readonly rules?: readonly unknown[];
  readonly reviews?: readonly string[];
  readonly changes?: { readonly [path: string]: string | null };
  /** Every text that is shown or kept of it. */
  readonly said: string;
};

const COMPUTE = createCompute(createSecretScanner());

/** The apply stage, with the real policy and the real look for secrets, up to the step that would write. */
export async function deliver({ payload, config = '', inbox }: PatchCase): Promise<Delivered> {
  const sent = payload();
  const report = await apply(contextOf(`test: {command: npm test}\n${config}`, inbox), {
    payload: typeof sent === 'string' ? payloadOf(sent) : sent,
    sender: 'mallory',
    dryRun: true,
  });
  if (report.kind !== 'previewed') throw new Error(`a dry run ended as ${report.kind}`);
  const { outcome, view, changes } = report;
  const said = JSON.stringify({ outcome, view });
  if (outcome?.kind === 'refused') {
    const { refusals } = outcome;
    return {
      refused: [...new Set(refusals.map(({ code }) => code))],
      rules: [...new Set(refusals.map(({ data }) => data?.['rule']))],
      said,
    };
  }
  if (outcome !== undefined && outcome.kind !== 'no_change') throw new Error(`it ended as ${outcome.kind}`);
  return { reviews: view.record.plan?.reviews ?? [], changes: textsOf(changes), said };
}

function contextOf(config: string, inbox: PatchCase['inbox']): ApplyContext {
  return {
    repository: repositoryWith({ config, inbox }),
    ledger: { commit: async () => null, history: async () => [] },
    forge: null,
    chat: null,
    compute: COMPUTE,
    clock: { now: () => new Date('2026-01-01T12:00:00Z') },
    site: { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true },
    run: { id: 1, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/1' },
  };
}

function textsOf(
  changes: readonly { readonly path: string; readonly from?: string; readonly bytes: Uint8Array | null }[],
) {
  return Object.fromEntries(
    changes.flatMap(({ path, from, bytes }) => [
      ...(from === undefined ? [] : [[from, null]]),
      [path, bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)],
    ]),
  );
}
