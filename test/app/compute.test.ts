import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Computing, createComputing } from '../../src/app/compute/computing.ts';
import { createRounds } from '../../src/app/compute/rounds.ts';
import { LIMITS } from '../../src/app/compute/worker-process.ts';
import { createTarget } from '../../src/app/target.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import type { FileVersions } from '../../src/report/file-diff.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { rehearse } from '../../src/stages/control/rehearse.ts';
import { preflight } from '../../src/stages/intake/preflight.ts';
import { replay } from '../../src/stages/intake/replay.ts';
import { patchRecord } from '../report/views.ts';
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
  test('gives what it gives in this one, and others go on meanwhile', async () => {
    await within({}, async (computing) => {
      let turns = 0;
      const counting = setInterval(() => turns++, 1);
      const [first] = await computing.for('acme/shop').diff(differing(2));
      clearInterval(counting);
      expect(first?.unified).toBe(
        'diff --git a/long.txt b/long.txt\n--- a/long.txt\n+++ b/long.txt\n@@ -1,2 +1,2 @@\n-old 0\n-old 1\n+new 0\n+new 1\n',
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
      // On a machine that does much else, 20 ms may pass before even the shortest piece is done.
      const tries: (string | undefined)[] = [];
      do {
        tries.push((await compute.diff(differing(1)))[0]?.unified);
      } while (tries.length < 20 && tries.at(-1)?.includes('+new 0') !== true);
      expect(tries.at(-1)).toContain('+new 0');
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

  test('ends with the server, whoever waits for it', async () => {
    const computing = createComputing();
    const compute = computing.for('acme/shop');
    const waiting = [compute.diff(differing(1)), compute.diff(differing(2))];
    await Promise.all([...waiting.map((one) => expect(one).rejects.toThrow('has ended')), computing.close()]);
  });
});

describe('turns', () => {
  test('of a repository come one after the other, and others are not kept waiting by them', async () => {
    const rounds = createRounds({ atOnce: 1, mostWaiting: 100 });
    const done: string[] = [];
    const take = async (owner: string) => rounds.take(owner, async () => void done.push(owner));
    await Promise.all(['a', 'a', 'a', 'a', 'b', 'c', 'b'].map(take));
    expect(done).toEqual(['a', 'a', 'b', 'c', 'a', 'b', 'a']);
  });

  test('are a few at once, one of each repository, and whoever gave up before theirs has none', async () => {
    const rounds = createRounds({ atOnce: 2, mostWaiting: 100 });
    const begun: string[] = [];
    const gates = new Map<string, () => void>();
    const take = (owner: string, name: string, signal?: AbortSignal) =>
      rounds.take(
        owner,
        () =>
          new Promise<void>((resolve) => {
            begun.push(name);
            gates.set(name, resolve);
          }),
        signal,
      );
    const gaveUp = new AbortController();
    const all = [take('a', 'a1'), take('a', 'a2'), take('b', 'b1', gaveUp.signal), take('c', 'c1')];
    const late = expect(take('d', 'd1', gaveUp.signal)).rejects.toThrow('nobody waits');
    gaveUp.abort(new Error('nobody waits'));
    expect(begun).toEqual(['a1', 'b1']);
    for (const name of ['a1', 'b1', 'a2', 'c1']) {
      gates.get(name)?.();
      await new Promise(setImmediate);
    }
    await Promise.all([...all, late]);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'c1']);
  });

  test('of the process itself come one repository after the other too, whoever asks without one', async () => {
    await within({}, async (computing) => {
      const done: string[] = [];
      const work = async (repository: string) => {
        await computing.for(repository).diff(differing(1));
        done.push(repository);
      };
      await Promise.all(['a', 'a', 'a', 'a', 'b'].map(work));
      expect(done).toEqual(['a', 'a', 'b', 'a', 'a']);
    });
  });

  test('are refused where many of the same repository wait already', async () => {
    const computing = createComputing();
    const work = async () => new Promise(setImmediate);
    const all = await Promise.allSettled(
      Array.from({ length: 30 }, async () => computing.for('acme/shop').inTurn(work)),
    );
    const refused = all.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(9);
    expect(refused[0]).toMatchObject({ reason: { problem: { status: 429, retryAfterSeconds: 60 } } });
    await computing.for('acme/shop').inTurn(work);
  });

  test('are waited for before anything of a repository is read', () => {
    const seen: string[] = [];
    const never = (what: string) => () => {
      seen.push(what);
      return new Promise<never>(() => undefined);
    };
    const target = createTarget({
      repository: 'acme/shop',
      token: 'ghs_1',
      login: 'ghost[bot]',
      apiUrl: 'http://127.0.0.1:9',
      serverUrl: 'http://127.0.0.1:9',
      clock: { now: () => new Date() },
      compute: { ...createCompute(createSecretScanner()), inTurn: never('turn') },
      wire: { fetch: never('request'), sleep: never('sleep') },
    });
    const patch = { version: 1, changes: [{ kind: 'write', path: 'a.txt', content: '' }] };
    void rehearse(target.control, patch);
    void replay(target.context, { record: patchRecord(), text: JSON.stringify(patch) });
    void preflight(target, { patch });
    expect(seen).toEqual(['turn', 'turn', 'turn']);
  });
});

describe('a server that is sent a patch that takes long', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.close());

  const health = async () => (await fetch(`${world.server().url}/health`)).text();

  /** The longest time in which nobody was answered, as a part of the time that the patch took. */
  async function longestSilence(body: unknown): Promise<number> {
    const started = performance.now();
    const tried = world.request('/api/patches?dryRun=true', { method: 'POST', body });
    const ended = tried.then(() => 'ended' as const);
    const answered = [started];
    while ((await Promise.race([ended, health()])) !== 'ended') {
      answered.push(performance.now());
    }
    answered.push(performance.now());
    expect((await tried).status).toBe(422);
    const gap = Math.max(...answered.map((at, index) => at - (answered[index - 1] ?? at)));
    return gap / (performance.now() - started);
  }

  test.each([
    ['to be placed', longToPlace()],
    ['to be read', longToRead()],
  ])('%s, answers everybody else as if it were not there', async (_, body) => {
    // A machine that does much else may be silent for a moment, but not each time.
    const silences = [await longestSilence(body), await longestSilence(body), await longestSilence(body)];
    expect(Math.min(...silences)).toBeLessThan(1 / 3);
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

/** Each of its fences may hold a change. */
function longToRead(): unknown {
  return { id: 'long-to-read', patch: '```\n[{"path":"x"}]\n```\n'.repeat(33_000) };
}
