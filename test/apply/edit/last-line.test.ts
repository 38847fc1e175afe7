import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { SentChange } from '../../patch/patches.ts';
import { apply } from '../sources.ts';

/** Few of them, so that files have the same lines at several places. */
const line = fc.constantFrom('  image: x', '  retries: 3', '  on: true', '}', '');

const fileLines = fc
  .tuple(
    fc.array(line, { maxLength: 7 }),
    line.filter((text) => text !== ''),
  )
  .map(([lines, last]) => [...lines, last]);

function linesOf(lines: readonly string[]): string {
  return lines.map((text) => `${text}\n`).join('');
}

function editOf(find: string, replace: string, count: number | 'all' = 1): SentChange {
  return { kind: 'edit', path: 'f', find, replace, count };
}

/** As many edits of a file as are made chunk by chunk, and the one that is asked about. */
function amongMany(edit: SentChange): readonly SentChange[] {
  const others = Array.from({ length: 16 }, (_, at) => editOf(`# ${at}\n`, `# ${at + 1}\n`));
  return [...others, edit];
}

/** The text of `f` then, or the codes of why not. */
function madeOf(file: string, changes: readonly SentChange[]): string {
  const result = apply({ f: file }, ...changes);
  if (!result.ok) return `refused: ${result.refusals.map(({ code }) => code).join()}`;
  const [change] = result.changes;
  return change?.bytes === undefined ? file : new TextDecoder().decode(change.bytes ?? undefined);
}

describe('apply/edit, the last line of a file', () => {
  test('is a line like any other where no line break ends it', () => {
    const cut = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 3 }));
    const count = fc.constantFrom(1, 1, 1, 2, 'all' as const);
    fc.assert(
      fc.property(fileLines, cut, fc.array(line), count, (lines, [from, size], made, times) => {
        const find = linesOf(lines.slice(from % lines.length).slice(0, size));
        // What begins with a line break begins at the end of a line, too.
        fc.pre(!find.startsWith('\n'));
        const edit = editOf(find, linesOf(made), times);
        for (const changes of [[edit], amongMany(edit)]) {
          const head = changes.length === 1 ? '' : '# 0\n';
          const whole = madeOf(head + linesOf(lines), changes);
          const cutOff = madeOf((head + linesOf(lines)).slice(0, -1), changes);
          const isLastGone = made.length === 0 && /(^|\n)$/.test(cutOff);
          expect(isLastGone ? cutOff : `${cutOff}\n`).toBe(
            whole.startsWith('refused') ? `${whole}\n` : whole,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('has once below it what an edit adds there, which is sent twice', () => {
    const edit = editOf('HOST=x\n', 'HOST=x\nPORT=1\n');
    for (const changes of [[edit], amongMany(edit)]) {
      const head = changes.length === 1 ? '' : '# 0\n';
      const once = madeOf(`${head}HOST=x`, changes);
      expect(once).toMatch(/HOST=x\nPORT=1$/);
      expect(madeOf(once.replace('# 16', '# 0'), changes)).toBe(once);
    }
  });

  test('has no need of the whole file for each of many edits further up', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `line ${at};`);
    const edits = lines.slice(0, 1000).map((text) => editOf(`${text}\n`, `${text.replace('line', 'row')}\n`));
    const result = apply({ f: lines.join('\n') }, ...edits);
    expect(result).toMatchObject({ ok: true });
    expect(new Set(result.hunks.map(({ rung }) => rung))).toEqual(new Set(['exact']));
  });
});
