import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Computing, createComputing } from '../../src/app/compute/computing.ts';
import { createRounds } from '../../src/app/compute/rounds.ts';
import { LIMITS } from '../../src/app/compute/worker-process.ts';
import type { FileVersions } from '../../src/report/unified-diff.ts';
import { createWorld, type World } from './world.ts';

/** Two files that have no line in common. */
function differing(lines: number): readonly FileVersions[] {
  const text = (word: string) =>
    Buffer.from(Array.from({ length: lines }, (_, at) => `${word} ${at}\n`).join(''));
  return [{ path: 'long.txt', before: text('old'), after: text('new') }];
}

async function within<Result>(
  limits: Partial<typeof LIMITS>,
  work: (computing: Computing) => Promise<Result>,
): Promise<Result> {
  const computing = createComputing({ ...LIMITS, ...limits });
  try {
    return await work(computing);
  } finally {
    await computing.close();
  }
}

describe('work on patches in a process of its own', () => {
  test('gives what it gives in that thread, and others go on meanwhile', async () => {
    await within({}, async (computing) => {
      let turns = 0;
      const counting = setInterval(() => turns++, 1);
      const [first] = await computing.for('acme/shop').diff(differing(2));
      clearInterval(counting);
      expect(first?.unified).toBe(
        '--- a/long.txt\n+++ b/long.txt\n@@ -1,2 +1,2 @@\n-old 0\n-old 1\n+new 0\n+new 1\n',
      );
      expect(turns).toBeGreaterThan(1);
    });
  });

  test('is ended when it takes too long, and the next piece is done all the same', async () => {
    await within({ milliseconds: 20 }, async (computing) => {
      const compute = computing.for('acme/shop');
      const long = differing(1_900);
      expect((await compute.diff(Array.from({ length: 50 }, () => long).flat()))[49]?.unified).toContain(
        'Not shown: comparing it took too long',
      );
      expect((await compute.diff(differing(1)))[0]?.unified).toContain('+new 0');
    });
  });

  test('is ended when it needs too much memory, which costs nobody else any', async () => {
    await within({ megabytes: 32 }, async (computing) => {
      const compute = computing.for('acme/shop');
      const lines = [{ path: 'a', before: null, after: Buffer.from('\n'.repeat(5_000_000)) }];
      expect((await compute.diff(lines))[0]?.unified).toContain('Not shown');
      expect((await compute.diff(differing(1)))[0]?.unified).toContain('+new 0');
    });
  });

  test('is refused where much of the same repository waits already', async () => {
    await within({}, async (computing) => {
      const compute = computing.for('acme/shop');
      const all = await Promise.allSettled(
        Array.from({ length: 30 }, async () => compute.diff(differing(1))),
      );
      const refused = all.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(9);
      expect(refused[0]).toMatchObject({ reason: { problem: { status: 429, retryAfterSeconds: 60 } } });
      expect(await compute.diff(differing(1))).toHaveLength(1);
    });
  });

  test('ends with the server, whoever waits for it', async () => {
    const computing = createComputing();
    const waiting = computing.for('acme/shop').diff(differing(1));
    await Promise.all([expect(waiting).rejects.toThrow('has ended'), computing.close()]);
  });
});

test('repositories have their turns one after the other, however much of one waits', async () => {
  const rounds = createRounds(100);
  const done: string[] = [];
  const take = async (owner: string) => rounds.take(owner, async () => void done.push(owner));
  await Promise.all(['a', 'a', 'a', 'a', 'b', 'c', 'b'].map(take));
  expect(done).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a']);
});

describe('a server that is sent a patch that takes long', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const health = async () => (await fetch(`${world.server().url}/health`)).text();

  test('answers everybody else as if it were not there', async () => {
    const started = performance.now();
    const tried = world.request('/api/patches?dryRun=true', { method: 'POST', body: longToPlace() });
    const ended = tried.then(() => 'ended' as const);
    const answered = [started];
    while ((await Promise.race([ended, health()])) !== 'ended') {
      answered.push(performance.now());
    }
    answered.push(performance.now());
    const gap = Math.max(...answered.map((at, index) => at - (answered[index - 1] ?? at)));
    expect((await tried).status).toBe(422);
    expect(gap).toBeLessThan((performance.now() - started) / 3);
  });
});

/** Within all limits; what is looked for is nowhere, in a file of short lines that the patch brings along. */
function longToPlace(): unknown {
  const sections = '*** Update File: x.js\n-b\n+c\n'.repeat(4_000);
  return {
    version: 1,
    id: 'long-to-place',
    title: 'Takes long',
    changes: [
      { kind: 'write', path: 'x.js', content: 'a\n'.repeat(100_000) },
      { kind: 'text', path: 'x.js', text: `*** Begin Patch\n${sections}*** End Patch\n` },
    ],
  };
}
