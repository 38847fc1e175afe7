import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { WEBHOOK_PATH } from '../../src/app/webhooks.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { createWorld, REPOSITORY, WEBHOOK_SECRET, type World } from '../app/world.ts';
import { createTightDisk } from './tight-disk.ts';

/** Where the store is, and how its disk goes bad under whoever has it open. */
type Trouble = {
  readonly store: string;
  readonly says: RegExp;
  begin(): void;
  end(): void;
};

const tight = createTightDisk();
const directory = mkdtempSync(join(tmpdir(), 'server-disk-'));
afterAll(() => {
  tight?.remove();
  rmSync(directory, { recursive: true });
});

/** Only the system's administrator may make these; elsewhere the tests are skipped, and say so. */
const full: Trouble | null = tight && {
  store: join(tight.directory, 'store.sqlite'),
  says: /full; make room on its disk, and it goes on by itself$/,
  begin: () => tight.fill(),
  end: () => tight.empty(),
};
const readOnly: Trouble | null = canFreeze(directory)
  ? {
      store: join(directory, 'store.sqlite'),
      says: /I\/O error; see why its disk takes nothing, and it goes on by itself when that is mended$/,
      begin: () => freeze('+i'),
      end: () => freeze('-i'),
    }
  : null;

/** Whoever has a file open can't write to it either, as on a disk that the system made read-only for its errors. */
function freeze(flag: '+i' | '-i'): void {
  for (const file of ['store.sqlite', 'store.sqlite-wal']) {
    execFileSync('chattr', [flag, join(directory, file)]);
  }
}

/** Other file systems than ext4 take the flag, and let whoever has a file open write to it all the same. */
function canFreeze(path: string): boolean {
  try {
    execFileSync('chattr', ['+i', path], { stdio: 'ignore' });
    execFileSync('chattr', ['-i', path], { stdio: 'ignore' });
    return execFileSync('stat', ['--file-system', '--format=%T', path], { encoding: 'utf8' }).includes('ext');
  } catch {
    return false;
  }
}

describe.each([
  ['full', full],
  ['read-only', readOnly],
] as const)('a server whose disk becomes %s while it runs', (_, trouble) => {
  const onDisk = trouble === null ? test.skip : test;
  onDisk(
    'takes nothing that it can not keep, says so, and goes on by itself with all that it took',
    async () => {
      if (trouble === null) {
        return;
      }
      const unheard: unknown[] = [];
      const hear = (error: unknown) => void unheard.push(error);
      process.on('unhandledRejection', hear);
      const world = await createWorld({ store: trouble.store });
      try {
        const before = await acceptAll(world, ['before']);
        trouble.begin();
        const meanwhile = await sufferThrough(world, trouble).finally(() => trouble.end());
        await until(async () => (await world.request('/ready')).status === 200);
        const acknowledged = [...before, ...meanwhile, ...(await acceptAll(world, ['after']))];
        for (const id of acknowledged) {
          expect(await world.request(`/api/patches/${id}`)).toMatchObject({ status: 200, body: { id } });
        }
        await until(() => Promise.resolve(world.dispatches() >= acknowledged.length));
        expect(world.dispatches()).toBe(acknowledged.length);
        // Each of them would have ended a process that has no test around it.
        expect(unheard).toEqual([]);
      } finally {
        process.off('unhandledRejection', hear);
        await world.close();
      }
    },
  );
});

/** What is seen of the server while its disk is bad; gives the ids of what it acknowledged all the same. */
async function sufferThrough(world: World, { says }: Trouble): Promise<readonly string[]> {
  const acknowledged: string[] = [];
  let answer = await send(world, 'meanwhile-0');
  while (answer.status === 202) {
    acknowledged.push(`meanwhile-${acknowledged.length}`);
    answer = await send(world, `meanwhile-${acknowledged.length}`);
  }
  expect(answer).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  await until(async () => (await world.request('/ready')).status === 503);
  expect((await world.request('/ready')).body).toMatchObject({
    ready: false,
    store: { ok: false, problem: expect.stringMatching(says) },
  });
  expect((await world.request('/health')).status).toBe(200);
  expect(await hook(world)).toBeGreaterThanOrEqual(500);
  await delay(BACKGROUND_MS);
  return acknowledged;
}

/** Milliseconds in which most of what the server does by itself meets the disk, too. */
const BACKGROUND_MS = 1_500;

async function acceptAll(world: World, ids: readonly string[]): Promise<readonly string[]> {
  for (const id of ids) {
    expect(await send(world, id)).toMatchObject({ status: 202 });
  }
  return ids;
}

async function send(world: World, id: string) {
  const changes = [{ kind: 'write', path: `docs/${id}.txt`, content: 'x'.repeat(20_000) }];
  return await world.request('/api/patches', {
    method: 'POST',
    body: { id, patch: { ...GOOD.patch, changes } },
  });
}

/** Status that GitHub gets for a webhook; one that was not taken is sent again. */
async function hook(world: World): Promise<number> {
  const head = { ref: 'a-branch', sha: 'a'.repeat(40), repo: { full_name: REPOSITORY } };
  const body = JSON.stringify({
    action: 'closed',
    repository: { full_name: REPOSITORY },
    pull_request: { head },
  });
  const answer = await fetch(`${world.server().url}${WEBHOOK_PATH}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'pull_request',
      'x-github-delivery': 'of-a-bad-time',
      'x-hub-signature-256': `sha256=${createHmac('sha256', WEBHOOK_SECRET).update(body).digest('hex')}`,
    },
  });
  return answer.status;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`it did not come about: ${condition.toString()}`);
    }
    await delay(100);
  }
}

/** Milliseconds that a busy machine may take. */
const PATIENCE_MS = 20_000;
