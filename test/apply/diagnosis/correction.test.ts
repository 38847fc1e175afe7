import { describe, expect, test } from '@jest/globals';
import type { Refusal } from '../../../src/patch/refusal.ts';
import { diagnosisOf } from '../../../src/report/diagnosis.ts';
import type { SentChange } from '../../patch/patches.ts';
import { apply, textsOf } from '../sources.ts';
import { FILE_CASES, refused } from './cases.ts';

describe('a correction applies where the change was refused', () => {
  test.each(FILE_CASES)('$name', ({ files, changes, corrected }) => {
    const [refusal] = refused(files, changes);
    const corrections = refusal === undefined ? [] : correctionsOf(refusal);
    const [path = ''] = Object.keys(files);
    const texts = corrections.map((correction) => textsOf(apply(files, correction))[path]);
    expect(texts).toEqual(corrected);
  });
});

test('the correction of one hunk stands before its change, which goes without this hunk', () => {
  const files = { a: 'one();\nsend(first);\ntwo();\nthree();\nfour();\nsend(second);\nfive();\n' };
  const good = '@@ -1,2 +1,2 @@\n one();\n-send(first);\n+send(1);\n';
  const bad = '@@ -5,2 +5,2 @@\n four();\n-send(secnod);\n+send(2);\n';
  const diff = (...hunks: readonly string[]) =>
    ({ kind: 'diff', diff: `--- a\n+++ a\n${hunks.join('')}` }) as const;
  const corrections = refused(files, [diff(good, bad)]).flatMap(correctionsOf);
  expect(corrections).toHaveLength(1);
  expect(textsOf(apply(files, ...corrections, diff(good)))).toEqual({
    a: 'one();\nsend(1);\ntwo();\nthree();\nfour();\nsend(2);\nfive();\n',
  });
});

test('a hunk that is longer than what of it is compared has a correction all the same', () => {
  const lines = Array.from({ length: 300 }, (_, at) => `value${at} = compute(${at});`);
  const files = { a: `${lines.join('\n')}\n` };
  const hunk = lines.flatMap((line, at) =>
    at === 100 ? [`-${line.replace('compute', 'compote')}`, '+done();'] : [` ${line}`],
  );
  const diff = `--- a\n+++ a\n@@\n${hunk.join('\n')}\n`;
  const corrections = refused(files, [{ kind: 'diff', diff }]).flatMap(correctionsOf);
  const changed = corrections.map((correction) => textsOf(apply(files, correction))['a']);
  expect(changed).toEqual([`${lines.with(100, 'done();').join('\n')}\n`]);
});

describe('no correction where it is not certain', () => {
  test('two places are equally like a misspelt line', () => {
    const files = { a: 'start(one);\nopen(file);\nstart(two);\n' };
    const change = { kind: 'edit', path: 'a', find: 'start(ten);', replace: 'stop();' } as const;
    expect(refused(files, [change]).flatMap(correctionsOf)).toEqual([]);
  });

  test('the place lacks a line that the file has elsewhere', () => {
    const head = 'export function tabulate({';
    const rest = '  title,\n  now,\n}) {\n  return [title, now];\n}\n';
    const files = {
      a: `${head}\n${rest.replace('  title,', '  heading,')}\n${head.replace('{', 'Two{')}\n${rest}`,
    };
    const change = {
      kind: 'edit',
      path: 'a',
      find: `${head}\n  title,\n  now,\n`,
      replace: `${head}\n  name,\n  now,\n`,
    } as const;
    expect(refused(files, [change]).flatMap(correctionsOf)).toEqual([]);
  });

  test('a removed line stands in the function below the one that the others stand in', () => {
    const write = (name: string, result: string, thrown: string) =>
      `\nasync function ${name}(what: string, work: () => Promise<Result>): Promise<Result> {\n  try {\n    ${result}\n  } catch (cause) {\n    ${thrown} new GitError(what, cause);\n  }\n}\n`;
    const [other, result] = ['give back(await work);', 'return await work();'];
    const files = { a: `${write('attempt', result, 'raise')}${write('attemptTwo', other, 'throw')}` };
    const [find, replace] = [write('attempt', result, 'throw'), write('attempt', result, 'fail')];
    expect(refused(files, [{ kind: 'edit', path: 'a', find, replace }]).flatMap(correctionsOf)).toEqual([]);
  });

  test('a removed line is another one in the file', () => {
    const files = { a: 'function f() {\n  return cache.get(key);\n}\n' };
    const diff =
      '--- a\n+++ a\n@@ -1,3 +1,3 @@\n function f() {\n-  throw new TypeError(key);\n+  return 1;\n }\n';
    expect(refused(files, [{ kind: 'diff', diff }]).flatMap(correctionsOf)).toEqual([]);
  });

  test('a text that ends within a line would take the rest of the line with it', () => {
    const files = { a: 'start();\n  open(file);\n  close(file, now);\nend();\n' };
    const [find, replace] = ['  opne(file);\n  close(file, no', '  write(file);\n  shut(file, no'];
    const change = { kind: 'edit', path: 'a', find, replace } as const;
    expect(refused(files, [change]).flatMap(correctionsOf)).toEqual([]);
  });

  test('no lines around a place tell it from the others', () => {
    const files = { a: 'same\n'.repeat(5000) };
    const change = { kind: 'edit', path: 'a', find: 'same', replace: 'other' } as const;
    const [refusal] = refused(files, [change]);
    expect(refusal?.code).toBe('ambiguous');
    expect([refusal].flatMap((one) => (one === undefined ? [] : correctionsOf(one)))).toEqual([]);
  });

  test('what replaces the text would be too long to repeat', () => {
    const files = { a: `one\n${'x'.repeat(9000)} two\none\n` };
    const change = { kind: 'edit', path: 'a', find: 'one', replace: 'y'.repeat(7000) } as const;
    expect(refused(files, [change]).flatMap(correctionsOf)).toEqual([]);
  });
});

function correctionsOf(refusal: Refusal): readonly SentChange[] {
  const { correction, candidates } = diagnosisOf(refusal);
  const all: readonly unknown[] = [correction, ...candidates.map((candidate) => candidate.correction)];
  return all.filter(isChange);
}

function isChange(value: unknown): value is SentChange {
  return typeof value === 'object' && value !== null && 'kind' in value;
}
