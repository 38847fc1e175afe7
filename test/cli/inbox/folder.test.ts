import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MAX_FILES, openFolder } from '../../../src/cli/inbox/folder.ts';
import { takeLock } from '../../../src/cli/inbox/lock.ts';
import { MAX_PATCH_TEXT_BYTES } from '../../../src/patch/limits.ts';

let directory: string;
let locks: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'folder-'));
  locks = join(mkdtempSync(join(tmpdir(), 'locks-')), 'state', 'ghost-runner');
});
afterEach(() => {
  for (const made of [directory, join(locks, '../..')]) {
    rmSync(made, { recursive: true, force: true });
  }
});

async function withFolder<Result>(
  work: (folder: Awaited<ReturnType<typeof openFolder>>) => Promise<Result>,
): Promise<Result> {
  const folder = await openFolder(directory, locks);
  try {
    return await work(folder);
  } finally {
    folder.close();
  }
}

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(directory, name), content);
}

describe('a look', () => {
  test('says of each name what it is, and follows none', async () => {
    put('fix.json', '{}');
    put('notes.txt', '');
    put('.fix.json.swp', '');
    mkdirSync(join(directory, 'folder.diff'));
    symlinkSync('/etc/passwd', join(directory, 'link.json'));
    symlinkSync('nowhere', join(directory, 'dangling.patch'));
    execFileSync('mkfifo', [join(directory, 'pipe.patch')]);
    const { files, more } = await withFolder((folder) => folder.look());
    expect(files.map(({ name, kind }) => `${name} ${kind}`).toSorted()).toEqual([
      'dangling.patch link',
      'fix.json file',
      'folder.diff folder',
      'link.json link',
      'pipe.patch special',
    ]);
    expect(more).toBe(false);
  });

  test('sees another stamp when a file of the same size is written anew', async () => {
    await withFolder(async (folder) => {
      put('fix.json', '1');
      const [before] = (await folder.look()).files;
      put('other', '2');
      execFileSync('mv', [join(directory, 'other'), join(directory, 'fix.json')]);
      expect((await folder.look()).files[0]?.stamp).not.toBe(before?.stamp);
    });
  });

  test('takes so many files at once and no more', async () => {
    for (let number = 0; number <= MAX_FILES; number++) {
      put(`${number}.json`, '');
    }
    const { files, more } = await withFolder((folder) => folder.look());
    expect([files.length, more]).toEqual([MAX_FILES, true]);
  });
});

describe('reading', () => {
  test('gives the text and the hash of its bytes', async () => {
    put('fix.json', '\uFEFF{}');
    expect(await withFolder((folder) => folder.read('fix.json'))).toEqual({
      kind: 'text',
      text: '{}',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('follows no link, waits for no pipe, and reads no folder', async () => {
    symlinkSync('/etc/passwd', join(directory, 'link.json'));
    execFileSync('mkfifo', [join(directory, 'pipe.json')]);
    mkdirSync(join(directory, 'folder.json'));
    await withFolder(async (folder) => {
      for (const name of ['link.json', 'pipe.json', 'folder.json']) {
        expect(await folder.read(name)).toMatchObject({
          kind: 'unreadable',
          why: expect.stringContaining('regular'),
        });
      }
    });
  });

  test('takes what is as large as a patch may be, and nothing beyond', async () => {
    put('large.json', 'a'.repeat(MAX_PATCH_TEXT_BYTES));
    put('larger.json', 'a'.repeat(MAX_PATCH_TEXT_BYTES + 1));
    // Whoever read this one to its end would not be done before the test is.
    put('endless.json', '');
    truncateSync(join(directory, 'endless.json'), 2 ** 40);
    await withFolder(async (folder) => {
      expect(await folder.read('endless.json')).toMatchObject({ code: 'too_large' });
      expect(await folder.read('large.json')).toMatchObject({ kind: 'text' });
      expect(await folder.read('larger.json')).toMatchObject({ kind: 'unreadable', code: 'too_large' });
    });
  });

  test('guesses no encoding, and knows what is gone', async () => {
    put('utf16.patch', Buffer.from('\uFEFF--- a/x\n', 'utf16le'));
    await withFolder(async (folder) => {
      expect(await folder.read('utf16.patch')).toMatchObject({
        kind: 'unreadable',
        why: expect.stringContaining('save it as UTF-8'),
      });
      expect(await folder.read('nowhere.json')).toEqual({ kind: 'gone' });
    });
  });
});

test.each(['.working', '.completed', '.failed'])(
  'nothing is moved where a link leads that somebody put in the place of %s meanwhile',
  async (inside) => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    try {
      await withFolder(async (folder) => {
        put('fix.json', '{}');
        rmSync(join(directory, inside), { recursive: true });
        symlinkSync(elsewhere, join(directory, inside));
        const unusable = `${inside} is no folder; take it away`;
        await expect(folder.move('fix.json', `${inside}/fix.json`)).rejects.toThrow(unusable);
        await expect(folder.write(`${inside}/fix.json`, '{}')).rejects.toThrow(unusable);
        await expect(folder.remove(`${inside}/fix.json`)).rejects.toThrow(unusable);
      });
      expect(readdirSync(elsewhere)).toEqual([]);
    } finally {
      rmSync(elsewhere, { recursive: true });
    }
  },
);

test('writing never goes through a link that somebody put there', async () => {
  await withFolder(async (folder) => {
    put('precious', 'mine');
    symlinkSync(join(directory, 'precious'), join(directory, '.working/draft-1'));
    symlinkSync(join(directory, 'precious'), join(directory, '.failed/x.json.result.json'));
    await folder.write('.failed/x.json.result.json', 'written');
  });
  expect(readFileSync(join(directory, 'precious'), 'utf8')).toBe('mine');
  expect(readFileSync(join(directory, '.failed/x.json.result.json'), 'utf8')).toBe('written');
});

test('a folder in the place of a draft is taken away, and keeps nothing from being written', async () => {
  await withFolder(async (folder) => {
    for (const name of ['draft-1', 'draft-7'])
      mkdirSync(join(directory, '.working', name, 'deep'), { recursive: true });
    await folder.write('.failed/x.json.result.json', 'written');
    await folder.remove('.working/draft-7');
  });
  expect(readFileSync(join(directory, '.failed/x.json.result.json'), 'utf8')).toBe('written');
  expect(existsSync(join(directory, '.working/draft-7'))).toBe(false);
});

describe('a folder', () => {
  test('that is watched already is refused, until that one has ended', async () => {
    await withFolder(async () => {
      await expect(openFolder(directory, locks)).rejects.toThrow(/is watched already; end the other/);
    });
    await withFolder(async () => {});
  });

  test('holds no lock any more when its watch has ended', async () => {
    await withFolder(async () => expect(readdirSync(locks)).not.toEqual([]));
    expect(readdirSync(locks)).toEqual([]);
  });

  test('is locked under whatever name it is watched', async () => {
    const link = `${directory}-link`;
    symlinkSync(directory, link);
    try {
      await withFolder(async () => {
        await expect(openFolder(link, locks)).rejects.toThrow(/is watched already/);
      });
    } finally {
      rmSync(link);
    }
  });

  test('is locked in a folder of the user alone', async () => {
    await withFolder(async () => {});
    for (const made of [locks, join(locks, '..')]) {
      expect(statSync(made).mode & 0o777).toBe(0o700);
    }
  });

  test('has nothing in it opened as a lock, so that no journal beside one is waited for', async () => {
    mkdirSync(join(directory, '.working'));
    const database = new DatabaseSync(join(directory, '.working/lock'));
    database.exec('CREATE TABLE t (x)');
    database.close();
    put('.working/lock-journal', 'not by us');
    await withFolder(async () => {});
    expect(readFileSync(join(directory, '.working/lock-journal'), 'utf8')).toBe('not by us');
    expect(readdirSync(join(directory, '.working'))).toEqual(['lock', 'lock-journal']);
  });

  test('is locked by the file that is there, and not by one that its holder took away meanwhile', () => {
    const path = join(directory, 'lock');
    writeFileSync(path, '');
    jest.spyOn(DatabaseSync.prototype, 'exec').mockImplementationOnce(function lockLate(
      this: DatabaseSync,
      sql,
    ) {
      rmSync(path);
      this.exec(sql);
    });
    const unlock = takeLock(path);
    expect(unlock).not.toBeNull();
    expect(takeLock(path)).toBeNull();
    unlock?.();
  });

  test('keeps what it makes out of git, and nothing that was there before', async () => {
    mkdirSync(join(directory, '.failed'));
    await withFolder(async () => {});
    const ignored = ['', '.working', '.completed', '.failed'].filter((name) =>
      existsSync(join(directory, name, '.gitignore')),
    );
    expect(ignored).toEqual(['.working', '.completed']);
  });

  test('is free again when the process that watched it was killed', async () => {
    const script = `
      const { openFolder } = await import(${JSON.stringify(join(import.meta.dirname, '../../../src/cli/inbox/folder.ts'))});
      await openFolder(${JSON.stringify(directory)}, ${JSON.stringify(locks)});
      process.stdout.write('open');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await expect(openFolder(directory, locks)).rejects.toThrow(/is watched already/);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    await withFolder(async () => {});
  });

  test.each([
    [
      'is not there',
      () => rmSync(directory, { recursive: true }),
      /can't be watched \(ENOENT\); name a folder/,
    ],
    ['is a file', () => asFile(), /can't be watched \(E\w+\)/],
    [
      'has a link in the place of ours',
      () => symlinkSync('/tmp', join(directory, '.completed')),
      /is no folder; take it away/,
    ],
    [
      'would be locked where others may write',
      () => openLocks(0o777),
      /is not for you alone, .*; make it your own with mode 700, or name another place/,
    ],
    [
      'would be locked where a link leads',
      () => linkLocks(),
      /is not for you alone, .*; make it your own with mode 700, or name another place/,
    ],
    [
      'would be locked where no folder can be made',
      () => writeFileSync(join(locks, '../..', 'state'), ''),
      /the lock of .* can't be kept in .*; name a place that you may write to/,
    ],
  ])('that %s is refused with what to do', async (_, spoil, words) => {
    spoil();
    await expect(openFolder(directory, locks)).rejects.toThrow(words);
  });

  function openLocks(mode: number): void {
    mkdirSync(locks, { recursive: true });
    chmodSync(locks, mode);
  }

  function linkLocks(): void {
    mkdirSync(join(locks, '..'));
    symlinkSync(directory, locks);
  }

  function asFile(): void {
    rmSync(directory, { recursive: true });
    writeFileSync(directory, '');
  }
});
