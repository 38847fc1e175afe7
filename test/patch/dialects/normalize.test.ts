import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { normalize, normalizeInText } from '../../../src/patch/dialects/normalize.ts';
import { type ReadPatchResult, readPatch } from '../../../src/patch/read.ts';
import {
  type Form,
  LISTS,
  NAMED_COMMANDS,
  ONE_CHANGE,
  PATTERNS,
  TEXTS,
  TRIALS,
  WITHOUT_CHANGES,
} from './forms.ts';

const PATCH = '*** Begin Patch\n*** Delete File: a\n*** End Patch\n';

const OTHER = { mutations: [{ path: 'a', content: '' }] };
const WIRE = { version: 1, changes: [{ kind: 'delete', path: 'a' }] };

const forms = { PATTERNS, TEXTS, LISTS, ONE_CHANGE, TRIALS, WITHOUT_CHANGES, NAMED_COMMANDS };

describe.each(Object.entries(forms))('patch/dialects: %s', (_class, all) => {
  test.each(all.map((form): [string, Form] => [form.name, form]))('%s', (_name, form) => {
    const { payload } = form;
    const read = readPatch(typeof payload === 'string' ? { text: payload } : { value: payload });
    if ('refused' in form) {
      expect(places(read)).toEqual(form.refused);
      return;
    }
    expect(read).toMatchObject({ ok: true });
    expect(read.ok && read.patch.changes).toEqual(form.changes);
    expect(read.ok && read.notDone).toEqual(form.notDone ?? []);
    if (form.id !== undefined) expect(read.id).toBe(form.id);
  });
});

describe('patch/dialects', () => {
  test('wire format version 1 is read as it stands', () => {
    const patch = { version: 1, id: 'x', changes: [{ kind: 'edit', path: 'a', find: 'b', replace: 'c' }] };
    expect(normalize(patch)).toEqual({ ok: true, patch, repairs: [], notDone: [] });
  });

  test.each([
    ['the mode of a file', (what: unknown) => ({ changes: [{ path: 'a', content: 'b', mode: what }] })],
    ['the program of a call', (what: unknown) => ({ shell: [what, '*** Begin Patch\n*** End Patch'] })],
  ])('an object that has no text is refused as %s', (_what, payload) => {
    expect(readPatch({ value: payload({ toString: 1, valueOf: 1 }) })).toMatchObject({ ok: false });
  });

  test('what was read under another name or passed over is disclosed', () => {
    const read = readPatch({ value: { blockId: 'x', role: 'y', mutations: [{ file: 'a', contents: '' }] } });
    expect(read.ok && read.repairs).toEqual([
      'Names of another form were read: `blockId` as `id`, `mutations` as `changes`, `file` as `path`, `contents` as `content`',
      'Passed over, for they have no meaning here: `role`',
    ]);
  });

  test('a file that is named for all changes and used by none is passed over, and that is said', () => {
    const read = readPatch({ value: { target_file: 'x.md', mutations: [{ path: 'a', content: '' }] } });
    expect(read.ok && read.repairs.join()).toContain(
      'Passed over, for they have no meaning here: `target_file`',
    );
  });

  test('such a file is not taken for used because a text in a change is its name', () => {
    const read = readPatch({ value: { target_file: 'x.md', mutations: [{ path: 'a', content: 'x.md' }] } });
    expect(read.ok && read.repairs.join()).toContain('`target_file`');
  });

  test('what stands around a patch in the format is passed over, and what stands in it is not', () => {
    const changes = [{ kind: 'delete', path: 'a' }];
    const read = readPatch({ value: { event_type: 'apply', client_payload: { version: 1, changes } } });
    expect(read).toMatchObject({ ok: true, patch: { changes } });
    expect(read.ok && read.repairs.join()).toContain('`event_type`');
    expect(readPatch({ value: { client_payload: { version: 1, changes, event_type: 'x' } } }).ok).toBe(false);
  });

  test.each([
    ['for whom it is sent', { payload: { for: ['ada'], patch: OTHER } }, '/payload/for'],
    ['the same around the format', { payload: { for: ['ada'], patch: WIRE } }, '/payload/for'],
    ['another attempt', { patch: { ...OTHER, retry: true } }, '/patch/retry'],
    ['that it comes from its record', { patch: { ...OTHER, again: true } }, '/patch/again'],
    ['for whom, spelt otherwise', { For: 'ada', patch: OTHER }, '/For'],
  ])('%s is refused where the envelope does not have it, and not passed over', (_what, value, pointer) => {
    expect(places(readPatch({ value }))).toEqual([`malformed ${pointer}`]);
  });

  test('what says nothing of the delivery is passed over', () => {
    const patch = { for: [], retry: false, again: null, ...OTHER };
    expect(readPatch({ value: { patch } })).toMatchObject({ ok: true });
  });

  test.each([
    ['lines of the file', { start_line: 2, end_line: 2 }, '/start_line'],
    ['lines, spelt otherwise', { LineNumber: 2 }, '/LineNumber'],
    ['a place', { 'insert-after': 'x' }, '/insert-after'],
    ['an end to append to', { mode: 'append' }, '/mode'],
  ])(
    'one change beside its id that is limited to %s is refused, and not done to the whole file',
    (_what, limit, pointer) => {
      const value = { id: 'x', path: 'a', content: 'b', ...limit };
      expect(readPatch({ value })).toMatchObject({
        ok: false,
        refusals: expect.arrayContaining([expect.objectContaining({ code: 'malformed', pointer })]),
      });
    },
  );

  test.each([
    ['lines', { start_line: 2, end_line: 3 }],
    ['a place', { insertAfter: 'x' }],
    ['an occurrence', { occurrence: 2 }],
    ['an end to append to', { mode: 'append' }],
    ['a mode', { mode: '0755' }],
    ['an encoding', { encoding: 'base64' }],
    ['a count', { count: 3 }],
  ])('a list of changes beside %s is refused, and not done without that', (_what, limits) => {
    const entry = { path: 'a', content: 'b' };
    const refusals = Object.keys(limits).map((name) => ({ code: 'malformed', pointer: `/${name}` }));
    for (const body of [
      { files: { a: 'b' } },
      { files: [entry] },
      { edits: [entry] },
      { payload: [entry] },
    ]) {
      expect(readPatch({ value: { ...body, ...limits } })).toMatchObject({ ok: false, refusals });
      expect(readPatch({ text: JSON.stringify({ ...limits, ...body }) })).toMatchObject({
        ok: false,
        refusals,
      });
    }
  });

  test('a count beside edits is refused where one of them says another', () => {
    const edits = [{ find: 'o', replace: '0', replace_all: true }];
    expect(places(readPatch({ value: { file: 'a.js', count: 1, edits } }))).toEqual(['malformed /count']);
  });

  test.each([
    ['the number of changes', { count: 1 }],
    ['the encoding of all files', { encoding: 'UTF-8' }],
    ['a mode of something else', { mode: 'fast' }],
    ['places that are none', { append: false, position: null, lines: [] }],
  ])('a list of changes beside %s is read, and that is told', (_what, beside) => {
    const read = readPatch({ value: { edits: [{ path: 'src/a.js', find: 'x', replace: 'y' }], ...beside } });
    expect(read.ok ? [] : read.refusals).toEqual([]);
    const repairs = read.ok ? read.repairs.join(' ') : '';
    for (const name of Object.keys(beside)) expect(repairs).toContain(`\`${name}\``);
  });

  test('one change beside its id has the mode that it names', () => {
    const value = { id: 'x', path: 'a', content: 'b', mode: '0755' };
    expect(readPatch({ value })).toMatchObject({
      ok: true,
      patch: { changes: [{ path: 'a', executable: true }] },
    });
  });

  test.each([
    ['a list', { cmd: ['apply_patch', PATCH] }],
    ['a line for a shell', { command: ['bash', '-lc', `apply_patch <<'EOF'\n${PATCH}EOF\n`] }],
    ['a text', { command: PATCH }],
    ['its argument', { input: PATCH }],
    ['JSON of its argument', { name: 'apply_patch', arguments: JSON.stringify({ input: PATCH }) }],
  ])('a call of apply_patch as %s is the patch that it is given', (_what, value) => {
    expect(readPatch({ value })).toMatchObject({
      ok: true,
      patch: { changes: [{ kind: 'text' }] },
      notDone: [],
    });
  });

  test('a call of another program is a command, whatever its argument is', () => {
    expect(places(readPatch({ value: { cmd: ['tee', PATCH] } }))).toEqual(['command_not_allowed /cmd']);
  });

  test('a thousand names are disclosed in one sentence of a bearable length', () => {
    const names = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`.repeat(50), 1]));
    const read = readPatch({ value: { ...names, mutations: [{ path: 'a', content: '' }] } });
    expect(read.ok && read.repairs.join('\n').length).toBeLessThan(2000);
  });

  test('a thousand commands are listed up to a point, and counted from there', () => {
    const shell = Array.from({ length: 1000 }, (_, index) => `echo ${index} ${'x'.repeat(1000)}`);
    const read = readPatch({ value: { mutations: [{ path: 'a', content: '' }], validate: { shell } } });
    expect(read.ok && read.notDone).toHaveLength(21);
    expect(read.ok && read.notDone.at(-1)).toBe('And 980 more requests of this kind');
    expect(read.ok && read.notDone.join('').length).toBeLessThan(6000);
  });

  test.each([
    ['mutations', { id: 'x', mutations: [{ path: 'a', contents: 'b' }] }],
    ['wrapped', { id: 'y', patch: { mutations: [{ target_file: 'a', content: 'b' }] } }],
    ['with commands', { operations: [{ op: 'create', file: 'a', content: 'b' }], validate: ['date'] }],
    ['as JSON text', '```json\n{"edits": [{"path": "a", "content": "b",}] /* all */}\n```'],
  ])('the same change in another form has the same digest: %s', (_name, payload) => {
    const wire = readPatch({ value: { version: 1, changes: [{ kind: 'write', path: 'a', content: 'b' }] } });
    expect(read(payload)).toMatchObject({ ok: true, digest: wire.digest });
  });

  test('the canonical form of a dialect reads as the same patch', () => {
    const first = readPatch({ value: { blockId: 'X y', mutations: [{ path: 'a', contents: 'b' }] } });
    const again = readPatch({ text: first.ok ? first.canonical : '' });
    expect(again).toMatchObject({ ok: true, id: first.id, digest: first.digest, repairs: [], notDone: [] });
  });

  test('what is refused keeps its id and its title, whatever their names', () => {
    expect(readPatch({ value: { blockId: 'X', title: 'Y', dry_run: true, phases: ['z'] } })).toMatchObject({
      ok: false,
      id: 'x',
      title: 'Y',
      dryRun: true,
    });
  });

  test('branch and commit of the base are read under other names', () => {
    const value = { base_branch: 'dev', baseSha: 'a'.repeat(40), mutations: [{ path: 'a', content: '' }] };
    const patch = readPatch({ value });
    expect(patch.ok && patch.patch.base).toEqual({ branch: 'dev', sha: 'a'.repeat(40) });
  });

  test('everything that is wrong with a list in the format is told at once, whatever found it', () => {
    const changes = [
      { kind: 'shell', command: 'ls' },
      { kind: 'delete', path: 7 },
    ];
    expect(places(readPatch({ value: { version: 1, changes, colour: 'red' } }))).toEqual([
      'command_not_allowed /changes/0/command',
      'malformed /changes/1/path',
      'malformed /colour',
    ]);
  });

  test('every refusal of a payload without changes shows what to send instead', () => {
    for (const payload of [{}, { phases: ['x'] }, { shell: ['ls'] }]) {
      const refused = readPatch({ value: payload });
      const example = refused.ok ? null : refused.refusals[0]?.data?.['example'];
      expect(readPatch({ value: example })).toMatchObject({ ok: true });
    }
  });

  test('a list of more changes than a patch may have is refused for that alone', () => {
    const mutations = Array.from({ length: 1001 }, () => ({ path: 'a', content: '', x: 1 }));
    expect(places(readPatch({ value: { mutations } }))).toEqual(['too_large /mutations']);
  });

  test('wrappers come to an end', () => {
    const nested = Array.from({ length: 9 }).reduce<object>((patch) => ({ patch }), { mutations: [] });
    expect(places(readPatch({ value: nested }))).toEqual(['malformed /patch/patch/patch/patch/patch']);
  });

  test.each([['{"a": '.repeat(3000) + '1' + '}'.repeat(3000)], ['['.repeat(100_000)]])(
    'nesting of any depth is refused, also inside of strings',
    (text) => {
      expect(readPatch({ text: JSON.stringify({ patch: text }) })).toMatchObject({ ok: false });
      expect(readPatch({ text })).toMatchObject({ ok: false });
    },
  );

  test('names of prototypes are names like others', () => {
    const text =
      '{"__proto__": {"mutations": 1}, "mutations": [{"path": "a", "content": "", "constructor": 1}]}';
    expect(places(readPatch({ text }))).toEqual(['malformed /mutations/0/constructor']);
    expect(readPatch({ text: '{"__proto__": {"x": 1}, "files": {"__proto__": "x"}}' })).toMatchObject({
      ok: true,
      patch: { changes: [{ kind: 'write', path: '__proto__', content: 'x' }] },
    });
  });

  test('changes inside a text are read with the path that they lack', () => {
    expect(normalizeInText({ find: 'a', replace: 'b' }, 'x.js')).toMatchObject({
      ok: true,
      patch: { changes: [{ kind: 'edit', path: 'x.js', find: 'a', replace: 'b' }] },
    });
    expect(normalizeInText([{ path: 'y.js', content: 'b' }], 'x.js')).toMatchObject({
      ok: true,
      patch: { changes: [{ kind: 'write', path: 'y.js', content: 'b' }] },
    });
    expect(normalizeInText({ name: 'shop', version: '1.0.0' }, 'package.json')).toMatchObject({
      ok: false,
      refusals: [{ code: 'no_changes' }],
    });
  });
});

describe('patch/dialects: a megabyte of hostile input takes no longer than two seconds', () => {
  /** Other spellings of one name. */
  const spellings = (name: string, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${name}${index.toString(2).replaceAll('0', '_').replaceAll('1', '-')}`,
    );

  test.each<[string, () => unknown]>([
    [
      'spellings of the id beside a long one',
      () => named('id', 'x'.repeat(500_000), spellings('id', 20_000)),
    ],
    [
      'spellings of a field with an object',
      () => named('base', { a: list(100_000) }, spellings('base', 10_000)),
    ],
    [
      'spellings of a path in a change',
      () => [named('path', 'x'.repeat(500_000), spellings('path', 20_000))],
    ],
    ['changes that are none', () => ({ mutations: list(100_000).map(() => ({ x: 1 })) })],
    [
      'changes of every spelling',
      () => ({ mutations: list(30_000).map(() => ({ file: 'a', contents: '' })) }),
    ],
    ['commands', () => ({ validate: list(100_000).map(() => 'ls') })],
    [
      'unknown names',
      () =>
        named(
          'content',
          'x',
          list(50_000).map((index) => `x${index}`),
        ),
    ],
    ['braces in a text', () => ({ patch: '{"a": ['.repeat(140_000) })],
    ['fences in a text', () => ({ patch: '```\n{\n'.repeat(150_000) })],
    ['dashes in a text', () => ({ path: 'a', patch: '-'.repeat(1_000_000) })],
    ['spaces in a text', () => ' '.repeat(1_000_000)],
    ['words in a text', () => 'echo '.repeat(200_000)],
  ])('%s', (_name, payload) => {
    const value = payload();
    // Of this process, since others may be busy too.
    const start = process.cpuUsage();
    read(value);
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(2000);
  });

  function named(name: string, value: unknown, others: readonly string[]): object {
    return Object.fromEntries([[name, value], ...others.map((other) => [other, 1])]);
  }

  function list(count: number): readonly number[] {
    return Array.from({ length: count }, (_, index) => index);
  }
});

describe('patch/dialects: properties', () => {
  const key = fc.oneof(
    fc.constantFrom('id', 'patch', 'mutations', 'edits', 'changes', 'path', 'target_file', 'find', 'content'),
    fc.constantFrom(
      'op',
      'kind',
      'shell',
      'validate',
      'final',
      'git',
      'text',
      'files',
      'mode',
      'base',
      '__proto__',
    ),
    fc.string({ maxLength: 3 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>(null, true, 1, '', 'edit', 'a.js', '{"edits": []}', '@@ -1 +1 @@'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(key, tie('tree')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));

  test('no JSON throws, and what is refused says why', () => {
    fc.assert(
      fc.property(tree, (value) => expectAnswer(readPatch({ value }))),
      { numRuns: 2000 },
    );
  });

  test('no damaged JSON throws', () => {
    const damaged = fc
      .tuple(tree, fc.nat(), fc.nat(6), fc.string({ maxLength: 3 }))
      .map(([value, at, gone, put]) => {
        const text = JSON.stringify(value) ?? '';
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + gone);
      });
    fc.assert(
      fc.property(damaged, (text) => expectAnswer(readPatch({ text }))),
      { numRuns: 2000 },
    );
  });
});

function expectAnswer(answer: ReadPatchResult): void {
  if (answer.ok) expect(answer.patch.changes.length).toBeGreaterThan(0);
  else expect(answer.refusals.every(({ message }) => /[.}]$/.test(message))).toBe(true);
}

function read(payload: unknown): ReadPatchResult {
  return readPatch(typeof payload === 'string' ? { text: payload } : { value: payload });
}

function places(result: ReadPatchResult): readonly string[] {
  return result.ok ? ['accepted'] : result.refusals.map(({ code, pointer }) => `${code} ${pointer}`);
}
