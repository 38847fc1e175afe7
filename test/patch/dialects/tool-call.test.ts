import { describe, expect, test } from '@jest/globals';
import { PREVIEW_PATCH, SUBMIT_PATCH, TOOLS } from '../../../src/app/mcp/definitions.ts';
import { normalize } from '../../../src/patch/dialects/normalize.ts';
import { readPatch } from '../../../src/patch/read.ts';

const GIVEN = { id: 'n', patch: { version: 1, changes: [{ kind: 'write', path: 'a.md', content: 'x\n' }] } };

/** The call of a tool as programs hand it on, and where its name stands. */
const CALLS: readonly (readonly [what: string, call: (name: string) => object, at: string])[] = [
  ['a name and arguments', (name) => ({ name, arguments: GIVEN }), '/name'],
  ['arguments as JSON text', (name) => ({ name, arguments: JSON.stringify(GIVEN) }), '/name'],
  [
    'a function call with its number',
    (name) => ({ type: 'function_call', id: 'fc_1', call_id: 'c1', name, arguments: JSON.stringify(GIVEN) }),
    '/name',
  ],
  ['the use of a tool', (name) => ({ type: 'tool_use', id: 'toolu_1', name, input: GIVEN }), '/name'],
  [
    'a function in its call',
    (name) => ({ id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(GIVEN) } }),
    '/function/name',
  ],
  ['a call with args', (name) => ({ functionCall: { name, args: GIVEN } }), '/functionCall/name'],
  ['a tool with parameters', (name) => ({ tool: name, parameters: GIVEN }), '/tool'],
  ['a tool beside the patch', (name) => ({ tool_name: name, ...GIVEN }), '/tool_name'],
];

describe.each(CALLS)('patch/dialects/tool-call: %s', (_what, call, at) => {
  test.each(['preview_patch', 'previewPatch', 'mcp__ghost-runner__preview_patch', 'functions.preview_patch'])(
    'a call of %s is a dry run, and not titled so',
    (name) => {
      const read = readPatch({ value: call(name) });
      expect(read).toMatchObject({ ok: true, id: 'n', patch: { dryRun: true } });
      expect(read.ok && read.title).not.toContain('review');
      expect(read.ok && read.repairs.join(' ')).toMatch(/A call of `preview_?[pP]atch` was read/);
    },
  );

  test('a call of submit_patch is the patch that it is given', () => {
    const read = readPatch({ value: call('submit_patch') });
    expect(read).toMatchObject({ ok: true, id: 'n', patch: { dryRun: false } });
    expect(read.ok && read.title).not.toContain('submit');
    expect(read.ok && read.repairs.join(' ')).toContain('A call of `submit_patch` was read');
  });

  test('a call of a tool that is not ours is the patch that it is given, and not titled so', () => {
    const read = readPatch({ value: call('edit_files') });
    expect(read).toMatchObject({ ok: true, id: 'n', patch: { dryRun: false } });
    expect(read.ok && read.title).not.toContain('edit_files');
  });

  const others = TOOLS.filter((tool) => tool !== PREVIEW_PATCH && tool !== SUBMIT_PATCH);
  test.each([
    ...others.map(({ name }) => name),
    'cancelPatch',
    'preview',
    'dry_run_patch',
    'validatePatch',
    'check_patch',
    'run-tests',
    'lint',
  ])('a call of %s with a patch is refused', (name) => {
    expect(readPatch({ value: call(name) })).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', pointer: at }],
    });
  });
});

describe('patch/dialects/tool-call', () => {
  test('a call to preview a patch that says it is none is refused', () => {
    const { patch } = GIVEN;
    const value = { name: 'preview_patch', arguments: { patch: { ...patch, dryRun: false } } };
    expect(readPatch({ value })).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
  });

  test('our own tool is no title where no arguments stand beside it', () => {
    const value = { name: 'preview_patch', ...GIVEN };
    expect(readPatch({ value })).toMatchObject({ ok: true, patch: { dryRun: true } });
  });

  test('a name in words beside what is given is a title', () => {
    expect(readPatch({ value: { name: 'Preview the cart', input: GIVEN.patch } })).toMatchObject({
      ok: true,
      title: 'Preview the cart',
      patch: { dryRun: false },
    });
  });

  test('a name that is long beyond measure costs nothing', () => {
    const start = process.cpuUsage();
    for (const name of ['a'.repeat(1_000_000), '_'.repeat(1_000_000), 'aB'.repeat(500_000)]) {
      readPatch({ value: { name, arguments: GIVEN } });
      readPatch({ value: { ...GIVEN, options: name, command: name, [name]: true } });
    }
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(2000);
  });
});

describe('patch/dialects/tool-call, a call in words', () => {
  const patch = JSON.stringify({ changes: [{ kind: 'write', path: 'a.js', content: 'x\n' }] });

  test.each([
    ['', ''],
    ['```tool_code\n', '\n```'],
    ['print(default_api.', ')'],
  ])('is a dry run where it is one of preview_patch, behind %j', (before, after) => {
    const read = normalize(`${before}preview_patch(${patch})${after}`);
    expect(read).toMatchObject({ ok: true, patch: { dryRun: true } });
  });

  test('is the patch where it is one of submit_patch, and refused where it changes nothing', () => {
    const submitted = normalize(`submit_patch(patch=${patch})`);
    expect(submitted).toMatchObject({ ok: true });
    expect(submitted.ok && submitted.patch).not.toHaveProperty('dryRun');
    expect(normalize(`check_patch(${patch})`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed' }],
    });
  });
});
