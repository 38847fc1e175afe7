import { describe, expect, test } from '@jest/globals';
import { applyJsonLine } from '../../src/cli/jsonl.ts';
import { apply } from '../../src/library/apply.ts';

const edit = { kind: 'edit', path: 'src/a.txt', find: 'old', replace: 'new' };

function run(line: unknown): Record<string, unknown> {
  return JSON.parse(answer(typeof line === 'string' ? line : JSON.stringify(line)));
}

function answer(line: string): string {
  return applyJsonLine(Buffer.from(line));
}

describe('cli/jsonl', () => {
  test('an applied case tells what changed, and only that', () => {
    const line = {
      id: 'case 1',
      files: { 'src/a.txt': 'old\n', 'src/b.txt': 'b\n', 'c.txt': 'c\n', 'd.txt': 'd\n' },
      patch: {
        version: 1,
        changes: [
          edit,
          { kind: 'delete', path: 'src/b.txt' },
          { kind: 'move', from: 'c.txt', to: 'x/y.txt' },
        ],
      },
    };
    expect(run(line)).toEqual({
      id: 'case 1',
      outcome: 'applied',
      files: { 'c.txt': null, 'src/a.txt': 'new\n', 'src/b.txt': null, 'x/y.txt': 'c\n' },
      hunks: [{ change: 0, path: 'src/a.txt', hunk: 1, at: 1, rung: 'exact', status: 'applied' }],
    });
  });

  test('it is one line, and byte order marks survive', () => {
    const line = answer(
      JSON.stringify({
        id: 1,
        files: { 'src/a.txt': '\ufeffold\r\n\u2028' },
        patch: { version: 1, changes: [edit] },
      }),
    );
    expect(line).not.toMatch(/[\r\n]/);
    expect(JSON.parse(line)).toMatchObject({ id: 1, files: { 'src/a.txt': '\ufeffnew\r\n\u2028' } });
  });

  test('a patch that changes nothing is no_change', () => {
    const patch = { version: 1, changes: [{ ...edit, replace: 'old' }] };
    expect(run({ id: 'x', files: { 'src/a.txt': 'old\n' }, patch })).toMatchObject({
      outcome: 'no_change',
      files: {},
    });
  });

  test('a refused case tells the first refusal, all of them, and what became of each hunk', () => {
    const changes = [edit, { ...edit, find: 'gone' }, { kind: 'write', path: 'src', content: '' }];
    const result = run({ id: 'x', files: { 'src/a.txt': 'old old\n' }, patch: { version: 1, changes } });
    expect(result).toMatchObject({
      outcome: 'refused',
      files: {},
      refusal: { code: 'ambiguous' },
      refusals: [{ code: 'ambiguous' }, { code: 'not_found' }, { code: 'not_a_text_file', path: 'src' }],
      hunks: [{ status: 'refused' }, { status: 'refused' }],
    });
  });

  test.each([
    ['', null],
    ['{"id": "x"', null],
    ['[]', null],
    ['null', null],
    ['{"id": "x", "files": []}', 'x'],
    ['{"id": "x", "files": {"a": 1}}', 'x'],
    ['{"id": "x", "files": {}}', 'x'],
    ['{"id": "x", "files": {}, "patch": null}', 'x'],
    ['{"id": "x", "files": {}, "patch": 1}', 'x'],
    ['{"id": "x", "files": {}, "was": null, "patch": {"version": 1, "changes": []}}', 'x'],
    ['{"id": "x", "files": {}, "was": {"a": 1}, "patch": {"version": 1, "changes": []}}', 'x'],
    ['{"id": "x", "files": {}, "path": 1, "patch": "x"}', 'x'],
    ['{"files": {"a": ""}, "patch": {"version": 1, "changes": [{"kind": "delete", "path": "../a"}]}}', null],
  ])('%j is refused, with the id where there is one', (line, id) => {
    expect(run(line)).toMatchObject({
      id,
      outcome: 'refused',
      refusal: { code: expect.any(String), message: expect.any(String) },
    });
  });

  test.each([
    ['Was', 'did you mean `was`?'],
    ['wss', 'did you mean `was`?'],
    ['file', 'did you mean `files`?'],
    ['Path', 'did you mean `path`?'],
    ['base', 'There are `id`, `files`, `patch`, `path`, and `was`.'],
  ])('a case with %j, which no case has, is refused with what was probably meant', (name, words) => {
    const files = { 'src/a.txt': 'old\nNEWER\n' };
    const patch = { version: 1, changes: [{ kind: 'write', path: 'src/a.txt', content: 'new\nnewer\n' }] };
    expect(run({ id: 'x', files, [name]: { 'src/a.txt': 'old\nnewer\n' }, patch })).toMatchObject({
      id: 'x',
      outcome: 'refused',
      files: {},
      refusal: { code: 'malformed', message: expect.stringContaining(words) },
    });
  });

  test('one that is not in UTF-8 is refused, and none of its letters becomes another one', () => {
    const changes = [{ kind: 'write', path: 'a.txt', content: 'caf\u00e9' }];
    const line = Buffer.from(JSON.stringify({ id: 'x', patch: { version: 1, changes } }), 'latin1');
    expect(JSON.parse(applyJsonLine(line))).toMatchObject({
      id: null,
      outcome: 'refused',
      refusal: { code: 'malformed', message: expect.stringContaining('not in UTF-8') },
    });
  });

  test('a named command is not run, and its case says so', () => {
    const changes = [{ kind: 'run', command: 'format' }];
    expect(run({ id: 'x', files: {}, patch: { version: 1, changes } })).toMatchObject({
      outcome: 'no_change',
      notDone: [expect.stringContaining('format')],
    });
  });

  const written = (content: string, encoding = 'utf8') => ({
    version: 1,
    changes: [{ kind: 'write', path: 'new', content, encoding }],
  });

  test.each([
    ['bytes that are no text', 'refused', { files: {}, patch: written('iVBORw0KGgoAAAD/', 'base64') }],
    ['bytes that are text', 'applied', { files: {}, patch: written('w6TwnZKz', 'base64') }],
    [
      'half a surrogate pair beside the change',
      'refused',
      { files: { 'src/a.txt': '\ud800\nold\n' }, patch: { version: 1, changes: [edit] } },
    ],
    ['half a surrogate pair in the patch', 'refused', { files: {}, patch: written('\udc00') }],
    [
      'files that change places',
      'applied',
      {
        files: { a: '1\n', b: '2\n' },
        patch: {
          version: 1,
          changes: [
            { kind: 'move', from: 'a', to: 'c' },
            { kind: 'move', from: 'b', to: 'a' },
            { kind: 'move', from: 'c', to: 'b' },
          ],
        },
      },
    ],
    ['a text that is too long', 'refused', { files: {}, patch: 'x'.repeat(5_000_000) }],
    [
      'a text for a path',
      'applied',
      {
        files: { 'src/a.txt': 'old\n' },
        patch: '<<<<<<< SEARCH\nold\n=======\nnew\n>>>>>>> REPLACE\n',
        path: 'src/a.txt',
      },
    ],
    [
      'a path beside an object that is about another file',
      'applied',
      { files: { 'src/a.txt': 'old\n' }, patch: { version: 1, changes: [edit] }, path: 'src/b.txt' },
    ],
    [
      'what changed since it was written',
      'applied',
      {
        files: { 'src/a.txt': 'old\none\ntwo\nold\n' },
        was: { 'src/a.txt': 'one\ntwo\nold\n' },
        patch: { version: 1, changes: [edit] },
      },
    ],
    [
      'what can not be merged with what changed since',
      'conflict',
      {
        files: { 'src/a.txt': 'other\n' },
        was: { 'src/a.txt': 'old\n' },
        patch: { version: 1, changes: [edit] },
      },
    ],
  ])('the answer is that of the library: %s', (_, expected, request) => {
    const { outcome, files, hunks, refusals = [], repairs = [], notDone = [], clashes = [] } = run(request);
    expect(outcome).toBe(expected);
    expect(
      outcome === 'applied'
        ? { ok: true, files, hunks, repairs, notDone }
        : { ok: false, refusals, clashes, hunks },
    ).toEqual(apply(request));
  });

  test('files with strange names are files like others', () => {
    const line =
      '{"id": 1, "files": {"__proto__": "old", "constructor": "x"}, "patch": {"version": 1, "changes": [{"kind": "edit", "path": "__proto__", "find": "old", "replace": "new"}]}}';
    expect(answer(line)).toContain('"files":{"__proto__":"new"}');
  });
});
