import { appendFileSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ClosedDoor, type Door } from '../../../src/cli/inbox/door.ts';
import type { Folder } from '../../../src/cli/inbox/folder.ts';
import type { Sighting } from '../../../src/cli/inbox/patch-step.ts';
import { createFarEnd, createInbox, type FarEnd, type Inbox, patchText, reportOf } from './world.ts';

let inbox: Inbox;
let door: FarEnd;
beforeEach(() => {
  inbox = createInbox();
  door = createFarEnd();
});
afterEach(() => inbox.remove());

describe('a patch', () => {
  test('whose name ends as that of a result is worked on, also where its process died over it', async () => {
    inbox.drop('agent.result.json', patchText('agent'));
    mkdirSync(join(inbox.directory, '.working'));
    inbox.drop('.working/1.1.died.result.json', patchText('died'));
    inbox.drop('.working/1.2.patch.result.json', patchText('named-after-its-kind'));
    expect(await inbox.watch(door)).toEqual({ completed: 3, failed: 0, left: 0 });
    expect(inbox.names('.completed')).toEqual([
      'agent.result.json',
      'agent.result.json.result.json',
      'died.result.json',
      'died.result.json.result.json',
      'patch.result.json',
      'patch.result.json.result.json',
    ]);
    expect(inbox.names('.working')).toEqual([]);
  });

  test('that opens a pull request comes to .completed/ with its result, and any other to .failed/', async () => {
    inbox.drop('good.json', patchText('good'));
    inbox.drop('bad.json', patchText('bad'));
    inbox.drop('diff.patch', '--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+ONE\n');
    door.outcomes.set('bad', 'tests_failed');
    expect(await inbox.watch(door)).toEqual({ completed: 2, failed: 1, left: 0 });
    expect(inbox.names('')).toEqual([]);
    expect(inbox.names('.working')).toEqual([]);
    expect(inbox.names('.completed')).toEqual([
      'diff.patch',
      'diff.patch.result.json',
      'good.json',
      'good.json.result.json',
    ]);
    expect(inbox.names('.failed')).toEqual(['bad.json', 'bad.json.result.json']);
    expect(inbox.result('.completed/good.json')).toMatchObject({
      version: 1,
      file: 'good.json',
      movedTo: '.completed/good.json',
      completed: true,
      outcome: 'opened',
      id: 'good',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      tries: 1,
    });
    expect(inbox.result('.completed/diff.patch')['id']).toMatch(/^anon-[0-9a-f]{12}$/);
    expect(door.sent).toHaveLength(3);
  });

  test('that is half written is waited for', async () => {
    const text = patchText('slow');
    inbox.drop('slow.json', text.slice(0, 30));
    let looks = 0;
    const finishing = (folder: Folder): Folder => ({
      ...folder,
      look: async () => {
        looks += 1;
        if (looks === 10) {
          appendFileSync(join(inbox.directory, 'slow.json'), text.slice(30));
        }
        return folder.look();
      },
    });
    expect(await inbox.watch(door, { through: finishing })).toMatchObject({ completed: 1, failed: 0 });
    expect(door.sent).toEqual(['slow']);
  });

  test.each([
    ['rubbish', 'rubbish.json', '{{{', /JSON|patch/],
    ['nothing', 'nothing.json', '', /./],
    ['another attempt', 'retry.json', besideText({ retry: true }), /`retry`.*ghost-runner send/],
    ['what is sent from its record', 'again.json', besideText({ again: true }), /Leave `again` out/],
    ['for somebody else', 'for.json', besideText({ for: ['ada'] }), /Leave `for` out/],
    ['a dry run', 'dry.json', `{"dryRun":true,${patchText('dry').slice(1)}`, /without dryRun/],
  ])('that is %s is refused with what to do, and nothing is sent', async (_, name, text, words) => {
    inbox.drop(name, text);
    expect(await inbox.watch(door)).toEqual({ completed: 0, failed: 1, left: 0 });
    const result = inbox.result(`.failed/${name}`);
    expect(result).toMatchObject({ outcome: 'refused', completed: false });
    expect(JSON.stringify(result)).toMatch(words);
    expect(door.sent).toEqual([]);
  });

  test('that can not be read yet is said to be waited for, once for each state of the file', async () => {
    inbox.drop('half.json', '{"version":1');
    await inbox.watch(door);
    expect(inbox.events.filter(({ event }) => event === 'unfinished')).toEqual([
      { event: 'unfinished', file: 'half.json', why: expect.stringMatching(/\.$/), seconds: 28 },
    ]);
  });

  test('that was sent before a restart is looked for and not sent again', async () => {
    inbox.drop('good.json', patchText('good'));
    const ending = new AbortController();
    const stopping: Door = {
      ...door,
      send: async (patch, signal) => {
        const sent = await door.send(patch, signal);
        ending.abort();
        return sent;
      },
    };
    expect(await inbox.watch(stopping, { signal: ending.signal, plan: { once: false } })).toEqual({
      completed: 0,
      failed: 0,
      left: 1,
    });
    expect(inbox.names('.working')).toEqual(['0.1.good.json']);
    expect(await inbox.watch(door)).toMatchObject({ completed: 1 });
    expect(door.sent).toEqual(['good']);
  });

  test('of which nothing is ever seen is sent three times, and then unknown', async () => {
    inbox.drop('lost.json', patchText('lost'));
    const deaf: Door = { ...door, look: async () => ({ kind: 'nothing' }) };
    expect(await inbox.watch(deaf)).toEqual({ completed: 0, failed: 1, left: 0 });
    expect(door.sent).toEqual(['lost', 'lost', 'lost']);
    expect(inbox.result('.failed/lost.json')).toMatchObject({ outcome: 'unknown', tries: 3 });
  });

  test.each(['look', 'send'] as const)(
    'at which the door breaks when it is to %s is unknown at once',
    async (what) => {
      inbox.drop('odd.json', patchText('odd'));
      const broken: Door = {
        ...door,
        [what]: async () => {
          throw new TypeError('nobody thought of this');
        },
      };
      await inbox.watch(broken);
      expect(inbox.result('.failed/odd.json')).toMatchObject({
        outcome: 'unknown',
        detail: 'Something broke: nobody thought of this.',
      });
    },
  );

  test('that was changed while it was under way is another one, and what was sent lies beside its result', async () => {
    inbox.drop('fix.json', patchText('fix'));
    const second = patchText('second');
    const writing: Door = {
      ...door,
      send: async (patch, signal) => {
        if (patch.id === 'fix') {
          writeFileSync(join(inbox.directory, '.working/1.1.fix.json'), second);
        }
        return door.send(patch, signal);
      },
    };
    expect(await inbox.watch(writing)).toEqual({ completed: 2, failed: 0, left: 0 });
    const names = inbox.names('.completed').filter((name) => !name.endsWith('.result.json'));
    expect(names).toHaveLength(2);
    expect(names.map((name) => String(inbox.result(`.completed/${name}`)['id'])).toSorted()).toEqual([
      'fix',
      'second',
    ]);
    expect(door.sent).toEqual(['fix', 'second']);
  });

  test('that is dropped anew under the same name while the first is under way is another one', async () => {
    inbox.drop('fix.json', patchText('fix'));
    const dropping: Door = {
      ...door,
      send: async (patch, signal) => {
        if (patch.id === 'fix') {
          inbox.drop('fix.json', patchText('second'));
        }
        return door.send(patch, signal);
      },
    };
    expect(await inbox.watch(dropping)).toMatchObject({ completed: 2 });
    expect(inbox.names('.completed').filter((name) => !name.endsWith('.result.json'))).toEqual([
      expect.stringMatching(/^fix-2026-01-01T[\d-]+Z\.json$/),
      'fix.json',
    ]);
  });

  test('with the id of one under way waits for its turn, so that the older never takes the place of the newer', async () => {
    inbox.drop('a.json', patchText('same', 'one'));
    inbox.drop('b.json', patchText('same', 'two'));
    const looks: string[] = [];
    const watched: Door = {
      ...door,
      look: async (patch, receipt, signal) => {
        if (looks.at(-1) !== patch.digest) {
          looks.push(patch.digest);
        }
        return door.look(patch, receipt, signal);
      },
    };
    expect(await inbox.watch(watched)).toMatchObject({ completed: 2 });
    expect(looks).toHaveLength(2);
  });
});

test('what is told of a patch when it is read, sent and seen to end stands in its result, each once', async () => {
  const changes = [{ kind: 'edit', path: 'a.txt', find: 'two', replace: 'TWO' }];
  inbox.drop('asked.json', JSON.stringify({ id: 'asked', commands: ['npm install lodash'], changes }));
  const notRun = 'Requested, not run: npm install lodash (commands)';
  const telling: Door = {
    ...door,
    look: async (patch, receipt, signal) => {
      const sighting = await door.look(patch, receipt, signal);
      return sighting.kind === 'ended'
        ? { ...sighting, report: { ...sighting.report, notes: ['Seen'], warnings: ['Warned'] } }
        : sighting;
    },
    send: async (patch, signal) => {
      const sent = await door.send(patch, signal);
      return sent.kind === 'sent' ? { ...sent, told: { notes: ['Sent', 'Seen', notRun] } } : sent;
    },
  };
  await inbox.watch(telling);
  const { notes, notDone, warnings } = inbox.result('.completed/asked.json');
  expect({ notes, notDone, warnings }).toEqual({
    notes: ['Seen', 'No `version` was given, and 1 was taken', 'Sent'],
    notDone: [notRun],
    warnings: ['Warned'],
  });
});

describe('files with one id', () => {
  let order: string[];
  let noting: Door;
  beforeEach(() => {
    order = [];
    noting = {
      ...door,
      atOnce: 8,
      send: async (patch, signal) => {
        order.push(patch.text.includes('older') ? 'older' : 'newer');
        return door.send(patch, signal);
      },
    };
  });

  /** `at`: seconds since 1970. */
  function dropAt(name: string, text: string, at: number): void {
    inbox.drop(name, text);
    utimesSync(join(inbox.directory, name), at, at);
  }

  test('are sent in the order of their times, however long it takes to read the older one', async () => {
    dropAt('b.json', patchText('same', 'older'), 1_000);
    dropAt('a.json', patchText('same', 'newer'), 1_001);
    const slow = (folder: Folder): Folder => ({
      ...folder,
      read: async (path) => {
        const content = await folder.read(path);
        if (path.endsWith('b.json')) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return content;
      },
    });
    expect(await inbox.watch(noting, { through: slow })).toMatchObject({ completed: 2 });
    expect(order).toEqual(['older', 'newer']);
  });

  test('are sent in the order of their times within a millisecond too, and of their names where these agree', async () => {
    dropAt('b.json', patchText('same', 'older'), 1_000.0001);
    dropAt('a.json', patchText('same', 'newer'), 1_000.0002);
    expect(await inbox.watch(noting)).toMatchObject({ completed: 2 });
    dropAt('d.json', patchText('other', 'newer'), 1_000);
    dropAt('c.json', patchText('other', 'older'), 1_000);
    expect(await inbox.watch(noting)).toMatchObject({ completed: 2 });
    expect(order).toEqual(['older', 'newer', 'older', 'newer']);
  });

  test('wait for an older one that came later and does not rest yet', async () => {
    dropAt('newer.json', patchText('same', 'newer'), 1_001);
    let looks = 0;
    const coming = (folder: Folder): Folder => ({
      ...folder,
      look: async () => {
        looks += 1;
        if (looks === 3) {
          dropAt('older.json', patchText('same', 'older'), 1_000);
        }
        return folder.look();
      },
    });
    expect(await inbox.watch(noting, { through: coming })).toMatchObject({ completed: 2 });
    expect(order).toEqual(['older', 'newer']);
  });

  test('wait for older files no longer than for a whole one, where these come all the time', async () => {
    dropAt('newer.json', patchText('same', 'newer'), 2_000);
    let looks = 0;
    const coming = (folder: Folder): Folder => ({
      ...folder,
      look: async () => {
        looks += 1;
        if (looks < 60) {
          dropAt(`${looks}.json`, patchText(`one-${looks}`, 'older'), 1_000 + looks);
        }
        return folder.look();
      },
    });
    expect(await inbox.watch(noting, { through: coming })).toMatchObject({ completed: 60 });
    expect(order.indexOf('newer')).toBeGreaterThan(0);
    expect(order.indexOf('newer')).toBeLessThan(40);
  });

  test('stay behind one that is left for the next time, and are sent after it then', async () => {
    dropAt('a.json', patchText('same', 'older'), 1_000);
    dropAt('b.json', patchText('same', 'newer'), 1_001);
    dropAt('c.json', patchText('other', 'newer'), 1_002);
    const limited: Door = {
      ...noting,
      send: async (patch, signal) =>
        patch.text.includes('older')
          ? { kind: 'not_sent', why: 'too many', retryAfterMs: 5_000 }
          : noting.send(patch, signal),
    };
    expect(await inbox.watch(limited)).toEqual({ completed: 1, failed: 0, left: 2 });
    expect(door.sent).toEqual(['other']);
    expect(inbox.events).toContainEqual({
      event: 'waiting',
      file: 'b.json',
      why: 'an older file has its id, same',
    });
    order.length = 0;
    expect(await inbox.watch(noting)).toMatchObject({ completed: 2 });
    expect(order).toEqual(['older', 'newer']);
  });
});

describe('what is no fault of a patch', () => {
  test('a door that is closed ends the watch, and every file stays', async () => {
    inbox.drop('good.json', patchText('good'));
    inbox.drop('more.json', patchText('more'));
    const closed: Door = {
      ...door,
      send: async () => {
        throw new ClosedDoor('the token is not taken');
      },
    };
    for (let starts = 0; starts < 5; starts++) {
      await expect(inbox.watch(closed)).rejects.toThrow('the token is not taken');
    }
    expect([...inbox.names('.completed'), ...inbox.names('.failed')]).toEqual([]);
    expect(await inbox.watch(door)).toMatchObject({ completed: 2, failed: 0 });
  });

  test.each<[string, Sighting]>([
    ['an outage', { kind: 'unreachable', why: 'nobody answers' }],
    ['a pause', { kind: 'under_way', held: true, words: 'it is paused', look: 'there' }],
  ])('with --once, %s leaves it where it is, however often', async (_, sighting) => {
    inbox.drop('good.json', patchText('good'));
    for (let starts = 0; starts < 5; starts++) {
      expect(await inbox.watch({ ...door, look: async () => sighting })).toEqual({
        completed: 0,
        failed: 0,
        left: 1,
      });
    }
    expect(inbox.events.filter(({ event }) => event === 'waiting')).toHaveLength(5);
    expect(await inbox.watch(door)).toMatchObject({ completed: 1 });
  });

  test('otherwise it is waited for, and said once', async () => {
    inbox.drop('good.json', patchText('good'));
    const ending = new AbortController();
    let looks = 0;
    const outage: Door = {
      ...door,
      look: async (patch, receipt, signal) => {
        looks += 1;
        return looks < 50
          ? { kind: 'unreachable', why: 'nobody answers' }
          : door.look(patch, receipt, signal);
      },
    };
    const watching = inbox.watch(outage, { plan: { once: false }, signal: ending.signal });
    await completed();
    ending.abort();
    expect(await watching).toEqual({ completed: 1, failed: 0, left: 0 });
    expect(inbox.events.filter(({ event }) => event === 'waiting')).toHaveLength(1);
  });

  test('a limit when it is sent does not count as a try', async () => {
    inbox.drop('good.json', patchText('good'));
    let sendings = 0;
    const limited: Door = {
      ...door,
      send: async (patch, signal) => {
        sendings += 1;
        return sendings < 20
          ? { kind: 'not_sent', why: 'too many', retryAfterMs: 5_000 }
          : door.send(patch, signal);
      },
    };
    const ending = new AbortController();
    const watching = inbox.watch(limited, { plan: { once: false }, signal: ending.signal });
    await completed();
    ending.abort();
    await watching;
    expect(inbox.result('.completed/good.json')).toMatchObject({ tries: 1 });
  });
});

test('a patch that was put back with its result beside it is worked on again, and the result is let alone', async () => {
  inbox.drop('bad.json', patchText('bad'));
  door.outcomes.set('bad', 'crashed');
  await inbox.watch(door);
  for (const name of ['bad.json', 'bad.json.result.json']) {
    renameSync(join(inbox.directory, '.failed', name), join(inbox.directory, name));
  }
  door.outcomes.set('bad', 'opened');
  expect(await inbox.watch(door)).toMatchObject({ completed: 1 });
  expect(inbox.names('')).toEqual(['bad.json.result.json']);
});

describe('the result of an attempt that failed', () => {
  async function failThenPutBack(): Promise<void> {
    inbox.drop('bad.json', patchText('bad'));
    door.outcomes.set('bad', 'crashed');
    await inbox.watch(door);
    renameSync(join(inbox.directory, '.failed/bad.json'), join(inbox.directory, 'bad.json'));
  }

  test('is taken away when the patch was put back and comes to a good end', async () => {
    await failThenPutBack();
    door.outcomes.set('bad', 'opened');
    expect(await inbox.watch(door)).toMatchObject({ completed: 1 });
    expect(inbox.names('.failed')).toEqual([]);
    expect(inbox.names('.completed')).toEqual(['bad.json', 'bad.json.result.json']);
  });

  test('stays when that fails again, or beside a patch, or where it is about another one', async () => {
    await failThenPutBack();
    await inbox.watch(door);
    expect(inbox.names('.failed')).toHaveLength(3);
    inbox.drop('bad.json', patchText('other'));
    await inbox.watch(door);
    expect(inbox.names('.failed')).toHaveLength(3);
    writeFileSync(join(inbox.directory, '.failed/bad.json'), 'precious');
    inbox.drop('bad.json', patchText('bad', 'three'));
    door.outcomes.set('bad', 'opened');
    expect(await inbox.watch(door)).toMatchObject({ completed: 1 });
    expect(inbox.names('.failed')).toHaveLength(4);
  });
});

test('far more files than are worked on at once all come to their end', async () => {
  for (let number = 0; number < 60; number++) {
    inbox.drop(`${number}.json`, patchText(`patch-${number}`));
  }
  let now = 0;
  let most = 0;
  const counting: Door = {
    ...createFarEnd(0),
    look: async () => ({ kind: 'nothing' }),
    send: async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return { kind: 'ended', report: reportOf('opened') };
    },
  };
  expect(await inbox.watch(counting)).toMatchObject({ completed: 60 });
  expect(most).toBeLessThanOrEqual(counting.atOnce);
});

/** A patch and its result lie there. */
async function completed(): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (inbox.names('.completed').length < 2) {
    if (performance.now() > deadline) {
      throw new Error('nothing came to .completed/');
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Milliseconds; it takes a few. */
const PATIENCE_MS = 8_000;

function besideText(beside: object): string {
  return JSON.stringify({ id: 'beside', patch: JSON.parse(patchText('beside')), ...beside });
}
