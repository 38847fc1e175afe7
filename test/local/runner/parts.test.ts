import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { hashFiles } from '../../../src/local/runner/expression/hash-files.ts';
import { secretsUsedIn } from '../../../src/local/runner/expression/secrets-used.ts';
import { parseFileCommand } from '../../../src/local/runner/job/file-command.ts';
import { createLineSplitter } from '../../../src/local/runner/job/line-splitter.ts';
import { createMasks } from '../../../src/local/runner/job/masks.ts';
import { parseWorkflowCommand } from '../../../src/local/runner/job/workflow-command.ts';
import { createBoundedLog } from '../../../src/local/runner/process/bounded-log.ts';
import { createConcurrency } from '../../../src/local/runner/run/concurrency.ts';
import { combinationsOf } from '../../../src/local/runner/run/matrix.ts';

describe('masks', () => {
  test('hide a secret in its usual disguises, each line of it, and the longest one first', () => {
    const masks = createMasks(['top "secret"', 'line one\nline two', 'top']);
    expect(masks.mask('a top "secret" b')).toBe('a *** b');
    expect(
      masks.mask(`${Buffer.from('top "secret"').toString('base64')} top%20%22secret%22 top \\"secret\\"`),
    ).toBe('*** *** ***');
    expect(masks.mask('line two and line one')).toBe('*** and ***');
    expect([masks.touches('on top'), masks.touches('nothing')]).toEqual([true, false]);
  });

  test('an empty secret hides nothing', () => {
    expect(createMasks(['', ' \n ']).mask('a b')).toBe('a b');
  });
});

describe('a bounded log', () => {
  test('keeps all of a short text', () => {
    const log = createBoundedLog(10);
    log.append('12345');
    log.append('67890');
    expect(log.text()).toBe('1234567890');
  });

  test('keeps both ends of a long one, and says what is missing', () => {
    const log = createBoundedLog(100_000);
    for (let line = 0; line < 100_000; line += 1) log.append(`${line}\n`);
    const text = log.text();
    expect(text.length).toBeLessThan(100_000 + 16_384 + 100);
    expect(text).toMatch(/^0\n1\n/);
    expect(text).toMatch(/\n99999\n$/);
    expect(text).toMatch(/\n… \d+ characters are left out here …\n/);
  });
});

test('lines are put together from pieces, and what is too long is cut once', () => {
  const lines: string[] = [];
  const splitter = createLineSplitter(5, (line) => lines.push(line));
  for (const piece of ['a', 'b\r\nc\n', '12345', '678', '90\nnext', '\n', 'rest']) splitter.write(piece);
  splitter.end();
  expect(lines).toEqual(['ab', 'c', '12345678', 'next', 'rest']);
});

test.each([
  [
    'a=1\nb=x=y\n',
    [
      ['a', '1'],
      ['b', 'x=y'],
    ],
  ],
  [
    'a<<E\n1\n\n2\nE\nb=3',
    [
      ['a', '1\n\n2'],
      ['b', '3'],
    ],
  ],
  ['a=b<<c', [['a', 'b<<c']]],
  ['a<<E\r\n1\r\nE\r\n', [['a', '1']]],
])('the file command %j is read', (text, pairs) => {
  expect(parseFileCommand(text)).toEqual({ ok: true, pairs });
});

test.each(['a', '=b', 'a<<', 'a<<E\n1\n'])('the file command %j is refused', (text) => {
  expect(parseFileCommand(text)).toMatchObject({ ok: false });
});

test.each([
  ['::error::x', { name: 'error', properties: {}, message: 'x' }],
  [
    '  ::Warning file=a%2Cb,line=3::50%25%0Adone',
    { name: 'warning', properties: { file: 'a,b', line: '3' }, message: '50%\ndone' },
  ],
  ['text ##[add-mask]x', { name: 'add-mask', properties: {}, message: 'x' }],
  ['##[set-output name=a;]b', { name: 'set-output', properties: { name: 'a' }, message: 'b' }],
  ['say ::error::x', undefined],
  ['std::vector<int>', undefined],
])('the line %j is a command, or is none', (line, command) => {
  expect(parseWorkflowCommand(line)).toEqual(command);
});

test.each([
  [[{ expression: 'secrets.A' }, { expression: "format('{0}', secrets['b-c'])" }], new Set(['A', 'B-C'])],
  [{ a: { expression: 'inputs.secrets.A' } }, new Set()],
  [{ expression: 'toJSON(secrets)' }, 'all'],
  [{ expression: 'secrets[inputs.name]' }, 'all'],
])('of %j the secrets that are used are found', (plan, used) => {
  expect(secretsUsedIn(plan)).toEqual(used);
});

test.each([
  [
    { a: [1, 2], b: ['x'] },
    [
      { a: 1, b: 'x' },
      { a: 2, b: 'x' },
    ],
  ],
  [
    { a: [1, 2], include: [{ c: 3 }, { a: 2, d: 4 }, { a: 9 }] },
    [{ a: 1, c: 3 }, { a: 2, c: 3, d: 4 }, { a: 9 }],
  ],
  [{ include: [{ only: true }] }, [{ only: true }]],
  [{ a: [] }, "The matrix vector 'a' does not contain any values"],
  [{ a: [1], exclude: [{ a: 1 }] }, 'The matrix does not define any values'],
  ['text', 'The matrix is no mapping'],
])('the matrix %j has its combinations, or says what is wrong', (matrix, combinations) => {
  expect(combinationsOf(matrix)).toEqual(combinations);
});

test('no more than a hundred wait in a queue', async () => {
  const concurrency = createConcurrency();
  const { signal } = new AbortController();
  const request = {
    repository: 'o/r',
    group: 'g',
    cancelInProgress: false,
    queue: 'max',
    cancelHolder: () => undefined,
    signal,
  } as const;
  await concurrency.enter(request);
  for (let count = 0; count < 100; count += 1) void concurrency.enter(request);
  await expect(concurrency.enter(request)).resolves.toBe('displaced');
  await expect(concurrency.enter({ ...request, group: 'other' })).resolves.toHaveProperty('leave');
});

test('the parser of GitHub loads in plain Node, without flags, hooks or a bundle', async () => {
  const url = new URL('../../../src/local/runner/plan/workflow.ts', import.meta.url).href;
  const script = `const { parseWorkflowFile } = await import(${JSON.stringify(url)});
    const { plan, problems } = parseWorkflowFile('a.yml', 'on: repository_dispatch\\njobs: {a: {runs-on: ubuntu-latest, steps: [{run: "true"}]}}');
    console.log(plan.jobs[0].id, problems.length);`;
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { env: {} },
  );
  expect({ stdout, stderr }).toEqual({ stdout: 'a 0\n', stderr: '' });
});

test('hashFiles depends on the contents of what matches, and is empty where nothing does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hash-files-'));
  await mkdir(join(folder, 'sub'));
  await writeFile(join(folder, 'a.lock'), 'one');
  await writeFile(join(folder, 'sub', 'b.lock'), 'two');
  const all = hashFiles(folder, ['**/*.lock']);
  const first = hashFiles(folder, ['**/*.lock', '!sub/**']);
  await writeFile(join(folder, 'sub', 'b.lock'), 'changed');
  expect(all).toMatch(/^[0-9a-f]{64}$/);
  expect(hashFiles(folder, ['**/*.lock'])).not.toBe(all);
  expect(hashFiles(folder, ['**/*.lock', '!sub/**'])).toBe(first);
  expect(hashFiles(folder, ['*.none'])).toBe('');
  await rm(folder, { recursive: true });
});
