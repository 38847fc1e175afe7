import { describe, expect, test } from '@jest/globals';
import { type ApplyResult, apply } from '../../src/library/apply.ts';

const DIFF = '--- a/src/a.txt\n+++ b/src/a.txt\n@@ -1,3 +1,3 @@\n one\n-two\n+TWO\n three\n';
const TEXT = 'one\ntwo\nthree\n';

describe('library/apply', () => {
  test('puts a diff into texts, and gives back what differs now', () => {
    expect(apply({ files: { 'src/a.txt': TEXT, 'src/b.txt': '' }, patch: DIFF })).toMatchObject({
      ok: true,
      files: { 'src/a.txt': 'one\nTWO\nthree\n' },
      hunks: [{ path: 'src/a.txt', at: 1, rung: 'exact', status: 'applied' }],
    });
  });

  test.each([
    ['an object', { version: 1, changes: [{ kind: 'edit', path: 'a', find: 'two', replace: 'TWO' }] }],
    ['JSON', '{"version":1,"changes":[{"kind":"edit","path":"a","find":"two","replace":"TWO"}]}'],
    ['prose around a diff', `Here you are:\n\n\`\`\`diff\n${DIFF.replaceAll('src/a.txt', 'a')}\`\`\`\n`],
  ])('takes %s', (_, patch) => {
    expect(apply({ files: { a: TEXT }, patch })).toMatchObject({
      ok: true,
      files: { a: 'one\nTWO\nthree\n' },
    });
  });

  test('takes a text that names no file, where the path is given beside it', () => {
    const patch = '<<<<<<< SEARCH\ntwo\n=======\nTWO\n>>>>>>> REPLACE\n';
    expect(apply({ files: { a: TEXT }, patch, path: 'a' })).toMatchObject({
      files: { a: 'one\nTWO\nthree\n' },
    });
  });

  test('says that a path beside an object was passed over, where the object is about other files', () => {
    const patch = { version: 1, changes: [{ kind: 'edit', path: 'a', find: 'two', replace: 'TWO' }] };
    expect(apply({ files: { a: TEXT, b: TEXT }, patch, path: 'b' })).toMatchObject({
      files: { a: 'one\nTWO\nthree\n' },
      repairs: ['The path beside the patch was passed over, because an object names its files itself: b'],
    });
    expect(apply({ files: { a: TEXT }, patch, path: 'a' })).toMatchObject({ ok: true, repairs: [] });
  });

  test.each([
    ['Was', 'did you mean `was`? There are `files`, `patch`, `path`, and `was`.'],
    ['pth', 'did you mean `path`?'],
    ['base', 'There is no `base` here. There are'],
    ['__proto__', 'There is no `__proto__` here'],
  ])('refuses %j, which a request does not have, with those that there are', (name, words) => {
    const member: object = JSON.parse(`{${JSON.stringify(name)}: {"src/a.txt": "older"}}`);
    const request = Object.defineProperties(
      { files: { 'src/a.txt': TEXT }, patch: DIFF },
      Object.getOwnPropertyDescriptors(member),
    );
    expect(apply(request)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message: expect.stringContaining(words) }],
    });
  });

  test('takes a member that is not there as none', () => {
    const request = { files: { 'src/a.txt': TEXT }, patch: DIFF, base: undefined };
    expect(apply(request)).toMatchObject({ ok: true });
  });

  test('refuses an object that no JSON says, and throws for none', () => {
    const circle: { changes: unknown[] } = { changes: [] };
    circle.changes.push(circle);
    const getter = Object.defineProperty({ version: 1 }, 'changes', {
      enumerable: true,
      get: () => {
        throw new Error('not for you');
      },
    });
    for (const patch of [circle, getter, { version: 1n, changes: [] }, () => 1]) {
      expect(apply({ files: {}, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'malformed', message: expect.stringContaining('Send one of strings') }],
      });
    }
  });

  test('says that files are gone with null, a moved one under its old name', () => {
    const changes = [
      { kind: 'delete', path: 'a' },
      { kind: 'move', from: 'b', to: 'd/b' },
    ];
    expect(apply({ files: { a: '1', b: '2' }, patch: { version: 1, changes } })).toMatchObject({
      files: { a: null, b: null, 'd/b': '2' },
    });
  });

  test('a diff of one file under the name of another one is refused', () => {
    const files = { 'src/a.txt': TEXT, 'src/b.txt': TEXT };
    const patch = { files: { 'src/b.txt': { diff: DIFF } } };
    expect(apply({ files, patch })).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', pointer: '/files/src~1b.txt' }],
    });
  });

  test('says that nothing changes with no files', () => {
    expect(write('a', TEXT)).toMatchObject({ ok: true, files: {} });
  });

  test('merges with what changed since the patch was written', () => {
    const files = { 'src/a.txt': `zero\n${TEXT}` };
    expect(apply({ files, was: { 'src/a.txt': TEXT }, patch: DIFF })).toMatchObject({
      ok: true,
      files: { 'src/a.txt': 'zero\none\nTWO\nthree\n' },
    });
    expect(
      apply({ files: { 'src/a.txt': 'one\nzwei\nthree\n' }, was: { 'src/a.txt': TEXT }, patch: DIFF }),
    ).toMatchObject({
      ok: false,
      refusals: [],
      clashes: [{ kind: 'lines', line: 2, was: ['two'], wanted: ['TWO'], now: ['zwei'] }],
    });
  });

  test.each([
    ['that does not fit', DIFF, 'not_found'],
    ['that is no patch', { version: 1, changes: [{ kind: 'edit' }] }, 'malformed'],
    [
      'that leaves the repository',
      { version: 1, changes: [{ kind: 'delete', path: '../a' }] },
      'outside_repository',
    ],
    ['that is too long', 'x'.repeat(5_000_000), 'too_large'],
  ])('refuses a patch %s', (_, patch, code) => {
    expect(apply({ files: { 'src/a.txt': 'other\n' }, patch })).toMatchObject({
      ok: false,
      refusals: expect.arrayContaining([expect.objectContaining({ code })]),
      clashes: [],
    });
  });

  test('gives texts only: bytes that are none are refused, coming and going', () => {
    const changes = [{ kind: 'write', path: 'a', content: '/w==', encoding: 'base64' }];
    expect(apply({ files: {}, patch: { version: 1, changes } })).toMatchObject({
      refusals: [{ code: 'not_a_text_file', path: 'a' }],
    });
    expect(apply({ files: { a: '\ud800' }, patch: DIFF })).toMatchObject({
      refusals: [{ code: 'not_a_text_file', path: 'a' }],
    });
  });

  test('named commands are not run, and that is said', () => {
    const changes = [
      { kind: 'write', path: 'a', content: 'x' },
      { kind: 'run', command: 'format' },
    ];
    expect(apply({ files: {}, patch: { version: 1, changes } })).toMatchObject({
      files: { a: 'x' },
      notDone: ['Requested, not run: the named command format'],
    });
  });

  test('commands in a text are not done, and told once', () => {
    const text = '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-two\n+TWO\n\n```sh\nnpm test\n```\n';
    expect(apply({ files: { a: 'two\n' }, patch: text })).toMatchObject({
      files: { a: 'TWO\n' },
      repairs: [],
      notDone: ['The commands in the code block at line 7 were not run'],
    });
  });

  test('what was put right in the text of a change is said', () => {
    const diff = '--- a/a\n+++ b/a\n@@ -1,3 +1,9 @@\n one\n-two\n+TWO\nthree\n';
    const request = {
      files: { a: 'one\ntwo\nthree\n' },
      patch: { version: 1, changes: [{ kind: 'diff', diff }] },
    };
    const repairs = [
      'A hunk header that counts its lines wrongly was not relied on (line 3)',
      'Lines of a hunk without a mark were read as unchanged lines (line 3)',
    ];
    expect(apply(request)).toMatchObject({ repairs });
    expect(apply({ ...request, was: request.files })).toMatchObject({ repairs });
  });

  test('bytes in base64 that are text come as text', () => {
    const changes = [{ kind: 'write', path: 'a', content: 'w6TwnZKz', encoding: 'base64' }];
    expect(apply({ files: {}, patch: { version: 1, changes } })).toMatchObject({ files: { a: 'ä𝒳' } });
  });

  test.each(['__proto__', 'constructor', 'toString'])('a file may be called %s', (path) => {
    const result = write(path, 'x\n');
    expect(result.ok && Object.entries(result.files)).toEqual([[path, 'x\n']]);
    expect(Object.prototype).not.toHaveProperty('x');
  });
});

function write(path: string, content: string): ApplyResult {
  return apply({ files: { a: TEXT }, patch: { version: 1, changes: [{ kind: 'write', path, content }] } });
}
