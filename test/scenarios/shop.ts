import { join } from 'node:path';
import type { WorkflowRun } from '../../src/local/contract.ts';
import { GOOD, type SamplePayload } from '../../src/local/sample/patches.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import {
  type RepositoryOptions,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../src/local/sandbox.ts';
import { LOCAL_CHANNEL } from '../../src/local/slack/server.ts';
import { type PatchRecord, recordRef } from '../../src/record/record.ts';
import { parseRecord } from '../../src/record/text.ts';
import { messageAt } from '../local/github/commits.ts';

export { GOOD };

export const REPOSITORY = 'acme/shop';
export const ROOT = join(import.meta.dirname, '../..');

export function start(options: SandboxOptions = {}): Promise<Sandbox> {
  return startSandbox(ROOT, options);
}

/** As the sample has it, but that its tests start one process instead of five; where npm matters, it is asked for. */
const QUICK_CONFIG = shopConfig(LOCAL_CHANNEL.id).replace(
  'command: npm test',
  'command: node --test --test-isolation=none',
);

/** A shop of its own for one scenario, so that scenarios can share the servers. */
export async function openShop(
  sandbox: Sandbox,
  name: string,
  options: Partial<RepositoryOptions> & { readonly files?: { readonly [path: string]: string } } = {},
) {
  const { files = {}, config = QUICK_CONFIG, ...rest } = options;
  const repository = `acme/${name}`;
  await sandbox.addRepository(repository, { ...SHOP, ...files }, { ...rest, config });
  return {
    repository,
    deliver: async (payload: object): Promise<WorkflowRun> => {
      const run = await sandbox.send(repository, payload);
      await sandbox.idle();
      return run;
    },
    send: (payload: object) => sandbox.send(repository, payload),
    snapshot: () => sandbox.github.snapshot(repository),
    record: async (id: string): Promise<PatchRecord> => {
      const parsed = parseRecord(await messageAt({ github: sandbox.github, repository }, recordRef(id)));
      if (!parsed.ok) {
        throw new Error(parsed.problem);
      }
      return parsed.record;
    },
    messages: () =>
      sandbox.slack.messages().filter(({ content }) => JSON.stringify(content).includes(`|${repository}>`)),
  };
}

/** The good sample under another id, with other fields where given. */
export function patch(id: string, more: object = {}): SamplePayload {
  return { id, patch: { ...GOOD.patch, ...more } };
}

export function job(run: WorkflowRun, key: string) {
  const found = run.jobs.find((one) => one.key === key);
  if (found === undefined) {
    throw new Error(
      `the run has no job ${key}: ${run.jobs.map((one) => one.key).join(', ')} ${JSON.stringify(run.jobs.flatMap((one) => one.annotations))}`,
    );
  }
  return found;
}

export function conclusions(run: WorkflowRun) {
  return Object.fromEntries(run.jobs.map((one) => [one.key, one.conclusion]));
}
