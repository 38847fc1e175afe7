import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeToken } from '../../src/app/sender-token.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { apply } from '../../src/stages/apply.ts';
import { createCompute } from '../../src/stages/compute.ts';
import type { ApplyContext, PublishContext } from '../../src/stages/context.ts';
import type { IntakeContext, Target } from '../../src/stages/intake/context.ts';
import { handOn } from '../../src/stages/intake/hand-on.ts';
import { takePatch } from '../../src/stages/intake/intake.ts';
import type { Forge } from '../../src/stages/ports.ts';
import { publish } from '../../src/stages/publish.ts';
import { createMemoryRepository, type MemoryRepository } from './memory-repository.ts';
import { measureUsage, NOISE_BYTES, NOISE_HANDLES, type Usage } from './usage.ts';

/** Patches of each kind; 10,000 for the figures in docs/testing.md. */
const PATCHES = Number(process.env['GHOST_RESOURCE_PATCHES'] ?? 120);

/** After so many of them everything is loaded and every cache is filled. */
const WARM = Math.min(PATCHES / 2, 1_000);

const LIMIT_MS = 60_000 + PATCHES * 200;

const FILES = {
  'src/a.txt': Array.from({ length: 200 }, (_, line) => `line ${line}`).join('\n'),
  '.github/ghost-runner.yml': 'test:\n  command: npm test\nlabels: [ghost]\n',
};

const clock = { now: () => new Date() };
const secrets = createSecretScanner();
const compute = createCompute(secrets);

describe('what a process holds stays the same', () => {
  test(
    'over all patches that are applied, tested and published',
    async () => {
      const repository = createMemoryRepository(FILES);
      const usage = await measureWhile(async (index) => {
        const outcome = await runWhole(repository, index);
        expect(outcome).toBe(index % 3 === 0 ? 'refused' : 'opened');
        repository.forgetPatches();
      });
      expectFlat('apply and publish', usage);
    },
    LIMIT_MS,
  );

  test(
    'over all patches that a server takes and hands on',
    async () => {
      const directory = mkdtempSync(join(tmpdir(), 'flat-'));
      const server = await createServer(join(directory, 'store.sqlite'));
      const usage = await measureWhile(async (index) => {
        const answer = await server.take(index);
        expect(answer).toBe(index % 3 === 0 ? 'ended' : 'accepted');
      });
      await server.close();
      rmSync(directory, { recursive: true });
      expectFlat('intake', usage);
    },
    LIMIT_MS,
  );
});

async function measureWhile(work: (index: number) => Promise<void>) {
  let before = await measureUsage();
  for (let index = 0; index < PATCHES; index += 1) {
    if (index === WARM) {
      before = await measureUsage();
    }
    await work(index);
  }
  return { before, after: await measureUsage() };
}

function expectFlat(
  what: string,
  { before, after }: { readonly before: Usage; readonly after: Usage },
): void {
  if (process.env['GHOST_RESOURCE_PATCHES'] !== undefined) {
    process.stdout.write(`${JSON.stringify({ what, patches: PATCHES, before, after })}\n`);
  }
  expect(after.heapBytes - before.heapBytes).toBeLessThan(NOISE_BYTES);
  expect(after.files).toBeLessThan(before.files + NOISE_HANDLES);
  expect(after.handles).toBeLessThan(before.handles + NOISE_HANDLES);
}

/** One of three does not fit. */
function patchOf(index: number): object {
  const find = index % 3 === 0 ? 'no such line' : `line ${index % 199}\n`;
  const changes = [{ kind: 'edit', path: 'src/a.txt', find, replace: `changed ${index}\n`, count: 1 }];
  return { version: 1, title: `Change ${index}`, changes };
}

async function runWhole(repository: MemoryRepository, index: number): Promise<string> {
  const context: ApplyContext & PublishContext = {
    repository,
    forge: createForge(repository),
    ledger: { commit: async () => null, history: async () => [] },
    chat: null,
    clock,
    secrets,
    compute,
    site: { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true },
    run: { id: index + 1, attempt: 1, url: `https://github.com/acme/shop/actions/runs/${index + 1}` },
  };
  const payload = { id: `patch-${index}`, patch: patchOf(index) };
  const report = await apply(context, { payload, sender: 'ada', dryRun: false });
  if (report.kind !== 'applied') {
    return report.kind === 'ended' ? report.outcome.kind : report.kind;
  }
  const tests = {
    verdict: 'passed',
    sha: report.handover.head,
    command: 'npm test',
    exitCode: 0,
    seconds: 1,
    failingLines: [],
    tail: 'ok',
    outputBytes: 2,
  };
  const { outcome } = await publish(context, report.handover, {
    result: 'success',
    report: JSON.stringify(tests),
  });
  return outcome.kind;
}

function createForge(repository: MemoryRepository): Forge {
  const link = { number: 1, url: 'https://github.com/acme/shop/pull/1', nodeId: 'PR_1' };
  return {
    openPullRequest: async ({ head, draft }) => {
      const ref = `refs/heads/${head}`;
      const commit = (await repository.read({ refs: [ref] })).refs.get(ref);
      return { ...link, draft, head: commit?.oid ?? '', existing: false };
    },
    updatePullRequest: () => Promise.reject(new Error('nothing was there to be updated')),
    decoratePullRequest: () => Promise.resolve([]),
    setStatus: () => Promise.resolve(),
  };
}

/** The front door as far as it decides and keeps, with a store on the disk. */
async function createServer(path: string) {
  const store = await openSqliteStore(path);
  const repository = createMemoryRepository(FILES);
  const plan = { sender: 'gpt', repositories: ['acme/shop'], perMinute: 1_000_000, perDay: 1_000_000 };
  const { token } = makeToken(plan, clock.now());
  await store.tokens.add(token);
  const target: Pick<Target, 'login' | 'context' | 'dispatch'> = {
    login: 'ghost[bot]',
    context: {
      repository,
      ledger: { commit: async () => null, history: async () => [] },
      forge: null,
      chat: null,
      clock,
      compute,
      site: { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true },
      run: { id: 0, attempt: 0, url: '' },
    },
    dispatch: () => Promise.resolve({ ok: true }),
  };
  const context: IntakeContext = { store, clock, target: () => Promise.resolve(withoutCommands(target)) };
  const { signal } = new AbortController();
  return {
    take: async (index: number): Promise<string> => {
      await store.tokens.spend(token, clock.now());
      const payload = { id: `patch-${index}`, patch: patchOf(index) };
      const request = { token, repository: 'acme/shop', payload, dryRun: false, signal };
      const { kind } = await takePatch(context, request);
      await handOn(context);
      return kind;
    },
    close: () => store.close(),
  };
}

/** Taking patches commands nothing. */
function withoutCommands(target: Pick<Target, 'login' | 'context' | 'dispatch'>): Target {
  return {
    ...target,
    get control(): never {
      throw new Error('taking a patch commands nothing');
    },
  };
}
