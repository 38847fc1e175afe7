import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type MergedLines, mergeLines, type Sides } from '../../../src/apply/merge/merge-lines.ts';

describe('apply/merge/merge-lines', () => {
  test('changes of both sides are taken where they are apart', () => {
    expect(merge('a b c d e', 'a B c d e', 'a b c d E')).toEqual({
      ok: true,
      lines: ['a', 'B', 'c', 'd', 'E'],
    });
  });

  test('a change that both sides made is taken once', () => {
    expect(merge('a b c', 'a B c', 'a B c d')).toEqual({ ok: true, lines: ['a', 'B', 'c', 'd'] });
  });

  test.each<
    readonly [what: string, texts: readonly [was: string, wanted: string, now: string], clash: object]
  >([
    ['the same line', ['a b c', 'a 1 c', 'a 2 c'], { line: 2, was: ['b'], wanted: ['1'], now: ['2'] }],
    [
      'lines beside each other',
      ['a b c', '1 b c', 'a 2 c'],
      { line: 1, was: ['a', 'b'], wanted: ['1', 'b'] },
    ],
    ['lines added at one place', ['a b', 'a 1 b', 'a 2 b'], { line: 2, was: [], wanted: ['1'], now: ['2'] }],
    ['a line that the other removed', ['a b c', 'a 1 c', 'a c'], { line: 2, wanted: ['1'], now: [] }],
    ['everything', ['', 'a', 'b'], { line: 1, was: [], wanted: ['a'], now: ['b'] }],
  ])('both sides changing %s is a clash with all sides of it', (_, texts, clash) => {
    expect(merge(...texts)).toMatchObject({ ok: false, clashes: [clash] });
  });

  test('a line removed among equal ones does not clash with a change that it need not touch', () => {
    expect(merge('a x x x b', 'a x x b', 'a y x x b')).toEqual({ ok: true, lines: ['a', 'y', 'x', 'b'] });
  });

  test('where it is open which of equal lines were removed, and it matters, that is a clash', () => {
    expect(merge('p q p q p q', 'p q p q', 'p q p z q p q')).toMatchObject({ ok: false });
  });

  test('lines are counted in the text as it is now', () => {
    expect(merge('a b c d e f', 'a b c d 1 f', 'new lines a b c d 2 f')).toMatchObject({
      clashes: [{ line: 7 }],
    });
  });

  test('two texts that have nothing in common are merged in no time, as one clash', () => {
    const lines = (prefix: string) => Array.from({ length: 50_000 }, (_, index) => `${prefix}${index % 7}`);
    const result = mergeLines({ was: lines('a'), wanted: lines('b'), now: lines('c') });
    expect(result).toMatchObject({ ok: false, clashes: [{ line: 1 }] });
  });

  describe('beside git merge-file', () => {
    let directory: string;
    beforeAll(() => {
      directory = mkdtempSync(join(tmpdir(), 'merge-'));
    });
    afterAll(() => {
      rmSync(directory, { recursive: true, force: true });
    });

    /** Lines as code has them: most are there once, some again and again. */
    const codeLine = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 100_000 }).map((number) => `line ${number}`) },
      { weight: 1, arbitrary: fc.constantFrom('', '}', '  }', 'return;') },
    );
    const edited = (lines: readonly string[]) =>
      fc
        .array(
          fc.record({ at: fc.nat(lines.length), drop: fc.nat(2), add: fc.array(codeLine, { maxLength: 2 }) }),
          {
            maxLength: 3,
          },
        )
        .map((edits) =>
          edits.reduce<readonly string[]>(
            (text, { at, drop, add }) => text.toSpliced(at, drop, ...add),
            lines,
          ),
        );
    const sides = fc
      .array(codeLine, { minLength: 3, maxLength: 40 })
      .chain((was) => fc.record({ was: fc.constant(was), wanted: edited(was), now: edited(was) }));

    test('the result is the same, or one of both sees a conflict', () => {
      let [clean, both] = [0, 0];
      fc.assert(
        fc.property(sides, fc.boolean(), (lines, finalBreak) => {
          const texts = {
            was: joined(lines.was, finalBreak),
            wanted: joined(lines.wanted, finalBreak),
            now: joined(lines.now, finalBreak),
          };
          const ours = mergeLines({
            was: withEnds(texts.was),
            wanted: withEnds(texts.wanted),
            now: withEnds(texts.now),
          });
          const theirs = gitMerge(directory, texts);
          clean += theirs === null ? 0 : 1;
          both += theirs !== null && ours.ok ? 1 : 0;
          if (ours.ok) expect(ours.lines.join('')).toBe(theirs);
        }),
        { numRuns: 150, seed: 1 },
      );
      expect(clean).toBeGreaterThan(50);
      expect(both / clean).toBeGreaterThan(0.9);
    });

    test('merging is the same whichever side is whose', () => {
      fc.assert(
        fc.property(sides, ({ was, wanted, now }) => {
          const one = mergeLines({ was, wanted, now });
          const other = mergeLines({ was, wanted: now, now: wanted });
          expect(other.ok).toBe(one.ok);
          if (one.ok) expect(other).toEqual(one);
        }),
      );
    });

    test('a side that changed nothing gives what the other made', () => {
      fc.assert(
        fc.property(sides, ({ was, wanted }) => {
          expect(mergeLines({ was, wanted, now: was })).toEqual({ ok: true, lines: wanted });
          expect(mergeLines({ was, wanted, now: wanted })).toEqual({ ok: true, lines: wanted });
        }),
      );
    });
  });
});

function merge(was: string, wanted: string, now: string): MergedLines {
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  return mergeLines({ was: words(was), wanted: words(wanted), now: words(now) });
}

function joined(lines: readonly string[], finalBreak: boolean): string {
  return lines.join('\n') + (finalBreak && lines.length > 0 ? '\n' : '');
}

function withEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** null: git sees a conflict. */
function gitMerge(directory: string, texts: Sides<string>): string | null {
  const put = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const paths = [put('wanted', texts.wanted), put('was', texts.was), put('now', texts.now)];
  const { status, stdout } = spawnSync('git', ['merge-file', '-p', ...paths], { encoding: 'utf8' });
  return status === 0 ? stdout : null;
}
