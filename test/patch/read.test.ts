import { describe, expect, test } from '@jest/globals';
import { MAX_JSON_VALUES } from '../../src/patch/limits.ts';
import { readPatch } from '../../src/patch/read.ts';
import type { Refusal } from '../../src/patch/refusal.ts';

const edit = { kind: 'edit', path: 'a.txt', find: 'old', replace: 'new' };
const patch = { version: 1, changes: [edit] };

describe('patch/read', () => {
  test('a patch is read with all defaults', () => {
    const read = readPatch({ value: { ...patch, id: 'Fix-Login', title: ' Fix\nthe login ' } });
    expect(read).toMatchObject({ ok: true, id: 'fix-login', title: 'Fix the login', repairs: [] });
    expect(read.ok && read.patch).toMatchObject({ labels: [], draft: false, changes: [{ count: 1 }] });
  });

  test('text and value of one patch give one digest, whatever the order, the space and the defaults', () => {
    const value = readPatch({ value: patch });
    const text = readPatch({
      text: `{ "draft": false, "changes": [{"count":1,"replace":"new","find":"old","path":"a.txt","kind":"edit"}],\n"version": 1 }`,
    });
    expect(text).toMatchObject({ ok: true, digest: value.digest, id: `anon-${value.digest.slice(0, 12)}` });
  });

  test.each([
    ['id', { id: 'x' }],
    ['dryRun', { dryRun: true }],
    ['source', { source: { agent: 'a model' } }],
    ['callback', { callback: 'https://example.com/' }],
  ])('%s does not alter the digest', (_field, more) => {
    expect(readPatch({ value: { ...patch, ...more } })).toMatchObject({
      ok: true,
      digest: readPatch({ value: patch }).digest,
    });
  });

  test.each([
    ['title', { title: 'x' }],
    ['base', { base: { branch: 'dev' } }],
    ['labels', { labels: ['bug'] }],
    ['changes', { changes: [edit, edit] }],
  ])('%s alters the digest', (_field, more) => {
    expect(readPatch({ value: { ...patch, ...more } }).digest).not.toBe(readPatch({ value: patch }).digest);
  });

  test.each([{ value: patch }, { value: { ...patch, id: 'Some ID', description: 'é\u2028' } }])(
    'the canonical form reads as the same patch',
    (source) => {
      const read = readPatch(source);
      const again = readPatch({ text: read.ok ? read.canonical : '' });
      expect(again).toEqual(read);
    },
  );

  test('the id outside names a patch that has none inside', () => {
    const read = readPatch({ value: patch }, 'outside');
    expect(read).toMatchObject({ ok: true, id: 'outside', patch: { id: 'outside' } });
  });

  test('two different ids are refused', () => {
    const read = readPatch({ value: { ...patch, id: 'inside' } }, 'outside');
    expect(read).toMatchObject({
      ok: false,
      id: 'outside',
      refusals: [{ code: 'malformed', pointer: '/id' }],
    });
  });

  test('every problem is told at once, with its place', () => {
    const value = {
      version: 2,
      title: 7,
      colour: 'red',
      base: { sha: 'main' },
      changes: [
        { kind: 'edit', path: 1, find: '', replace: 'x', count: 0 },
        { kind: 'run', command: 'npm test' },
        { kind: 'prose', text: 'x' },
        'delete everything',
        { kind: 'write', path: 'a', content: '*', encoding: 'base64', mode: 7 },
        { kind: 'regex', path: 'a', pattern: 'x'.repeat(1001), flags: 'y' },
      ],
      labels: Array.from({ length: 21 }, () => 'x'),
    };
    expect(places(readPatch({ value }))).toEqual(
      [
        'malformed /version',
        'malformed /title',
        'malformed /base/sha',
        'malformed /changes/0/path',
        'malformed /changes/0/find',
        'malformed /changes/0/count',
        'command_not_allowed /changes/1/command',
        'malformed /changes/2/kind',
        'malformed /changes/3',
        'malformed /changes/4/mode',
        'malformed /changes/4/content',
        'too_large /changes/5/pattern',
        'malformed /changes/5/flags',
        'malformed /changes/5/replacement',
        'too_large /labels',
        'malformed /colour',
      ].sort(),
    );
  });

  test.each([
    [
      { version: 1, changes: [{ kind: 'edit', path: 'a', find: 'b' }] },
      '`changes/0/replace` is missing; it must be a string.',
    ],
    [{ version: 1, changes: 'x' }, '`changes` must be an array, but is the string "x".'],
    [
      { version: 1, changes: [{ kind: 'magic' }] },
      '`changes/0/kind` must be one of diff, apply_patch, edit, blocks, regex, write, delete, move, text, run, but is the string "magic".',
    ],
    [null, 'The patch must be an object, but is null.'],
    [{ version: '1', changes: [edit] }, '`version` must be 1, but is the string "1".'],
    [
      { version: 1, changes: [{ ...edit, find: 'a\ud800' }] },
      '`changes/0/find` holds one half of a surrogate pair, which is no character. Send whole characters.',
    ],
  ])('%j is refused in plain words', (value, message) => {
    expect(readPatch({ value })).toMatchObject({ ok: false, refusals: [{ message }] });
  });

  test('a patch without changes has a refusal of its own', () => {
    expect(readPatch({ value: { version: 1, changes: [] } })).toMatchObject({
      ok: false,
      refusals: [{ code: 'no_changes', pointer: '/changes' }],
    });
  });

  test.each([
    ['{"version": 1,\n "changes": [}', 'line 2, column 14, "}" begins no value'],
    ['{"version": 1', 'line 1, column 14, the text ends too early'],
    ['', 'line 1, column 1, there is nothing to read'],
    ['{"a": 1,,}', 'line 1, column 9, "," stands where a key in double quotes must be'],
    ["{'a': 1}", 'line 1, column 2, "\'" stands where a key in double quotes must be'],
    ['{"a" 1}', 'line 1, column 6, "1" stands where a colon must be'],
    ['[1 2]', 'line 1, column 4, "2" stands where a comma or a closing bracket must be'],
    ['[] x', 'line 1, column 4, "x" stands where the end of the text must be'],
    ['{"a\nb"', 'line 1, column 4, a line break or control character stands inside a string'],
    ['"\\q"', 'line 1, column 2, "\\\\q" is no escape of JSON'],
    ['"abc', 'line 1, column 1, this string is not closed'],
    ['[nil]', 'line 1, column 2, "n" begins no value'],
    ['[1, [2, {"a": -}]]', 'line 1, column 15, "-" begins no value'],
  ])('%j is refused where it stops being JSON', (text, where) => {
    const read = readPatch({ text });
    expect(read).toMatchObject({
      ok: false,
      id: `anon-${read.digest.slice(0, 12)}`,
      refusals: [{ code: 'malformed' }],
    });
    expect(messages(read)).toContain(where);
  });

  test('a refused patch keeps its id and its title', () => {
    const value = { version: 1, id: 'Über', title: 'My\u0000title', changes: [] };
    expect(readPatch({ value })).toMatchObject({
      ok: false,
      id: expect.stringMatching(/^ber-[0-9a-f]{8}$/),
      title: 'My title',
    });
  });

  test.each([7, '', null, ['a']])('the id %j is no id', (id) => {
    const read = readPatch({ value: { ...patch, id } });
    expect(read).toMatchObject({ ok: false, id: `anon-${read.digest.slice(0, 12)}` });
  });

  test('a patch that is too large is refused, as text and as value', () => {
    const content = 'x'.repeat(1024 * 1024);
    const value = { version: 1, changes: [{ kind: 'write', path: 'a', content }] };
    expect(readPatch({ value })).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large', data: { limit: 1024 * 1024 } }],
    });
    expect(readPatch({ text: ' '.repeat(4 * 1024 * 1024 + 1) })).toMatchObject({
      ok: false,
      refusals: [{ code: 'too_large' }],
    });
  });

  test('nesting of any depth is refused, and does not overflow', () => {
    const nested = (depth: number) => `{"version": 1, "changes": ${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const malformed = { ok: false, refusals: [{ code: 'malformed' }] };
    expect(readPatch({ text: nested(40_000) })).toMatchObject(malformed);
    expect(readPatch({ value: JSON.parse(nested(200_000)) })).toMatchObject(malformed);
  });

  test.each([
    ['in a list', `{"changes": [${'{},'.repeat(MAX_JSON_VALUES)}{}]}`],
    [
      'in an object',
      `{${Array.from({ length: MAX_JSON_VALUES + 1 }, (_, index) => `"${index}": 1`).join()}}`,
    ],
    ['in lists', `${'['.repeat(MAX_JSON_VALUES + 1)}${']'.repeat(MAX_JSON_VALUES + 1)}`],
  ])('more values than any patch has, %s, are refused without being read', (_, text) => {
    expect(readPatch({ text })).toMatchObject({ ok: false, refusals: [{ code: 'too_large' }] });
  });

  test('what looks like values in the texts of a patch are none', () => {
    const content = '[{,"\\\n'.repeat(MAX_JSON_VALUES);
    expect(readPatch({ value: { version: 1, changes: [{ kind: 'write', path: 'a', content }] } }).ok).toBe(
      true,
    );
    const text = JSON.stringify({ version: 1, changes: [{ kind: 'write', path: 'a', content }] });
    expect(readPatch({ text }).ok).toBe(true);
  });

  test('keys that stand for prototypes are fields like others, and pollute nothing', () => {
    const text =
      '{"version": 1, "__proto__": {"polluted": 1}, "changes": [{"kind": "delete", "path": "a", "constructor": {}}]}';
    expect(places(readPatch({ text }))).toEqual(['malformed /__proto__', 'malformed /changes/0/constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('of hundreds of problems the first ones are told, and how many more there are', () => {
    const value = { version: 1, changes: Array.from({ length: 300 }, () => ({ kind: 'delete' })) };
    const read = readPatch({ value });
    expect(read.ok ? [] : read.refusals).toHaveLength(100);
    expect(read.ok ? null : read.refusals.at(-1)?.data).toEqual({ unlisted: 201 });
  });

  test.each([
    [[edit], 'Edit a.txt'],
    [[{ kind: 'move', from: 'a', to: 'b' }, edit], 'Move a to b, and 1 more change'],
    [[{ kind: 'diff', diff: 'x' }, edit, edit], 'Apply a diff, and 2 more changes'],
  ])('%j gets a title made from its changes', (changes, title) => {
    expect(readPatch({ value: { version: 1, changes } })).toMatchObject({ title });
  });
});

type Read = ReturnType<typeof readPatch>;

function refusalsOf(read: Read): readonly Refusal[] {
  return read.ok ? [] : read.refusals;
}

function places(read: Read): readonly string[] {
  return refusalsOf(read)
    .map(({ code, pointer }) => `${code} ${pointer}`)
    .sort();
}

function messages(read: Read): string {
  return refusalsOf(read)
    .map(({ message }) => message)
    .join('\n');
}
