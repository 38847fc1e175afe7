import { describe, expect, test } from '@jest/globals';
import { explainMissing } from '../../src/apply/diagnosis/explain.ts';
import { sceneOf } from '../../src/apply/diagnosis/scene.ts';
import { findEdit } from '../../src/apply/edit/edit.ts';
import { type Effort, newEffort } from '../../src/apply/effort.ts';
import { cutLines, uncut } from '../../src/apply/file-lines.ts';
import { regionsFor } from '../../src/apply/fit/regions.ts';
import { indexLines } from '../../src/apply/locate/line-index.ts';
import { locateHunks } from '../../src/apply/locate/locate.ts';
import { oldPattern } from '../../src/apply/locate/pattern.ts';
import { checkGrowth, findText, newWorkspace, putFile } from '../../src/apply/workspace.ts';
import type { Hunk, HunkLine } from '../../src/patch/hunk.ts';
import { MAX_GROWN_BYTES } from '../../src/patch/limits.ts';
import type { Change } from '../../src/patch/schema.ts';
import { apply, sourceOf } from './sources.ts';

describe('what one patch may cost', () => {
  const many = 'ab'.repeat(100_001);

  test.each<[string, readonly Change[]]>([
    ['all of which are replaced', [edit('a', { count: 'all' })]],
    ['one of which is meant', [edit('a')]],
    ['a few of which are meant', [edit('a', { count: 3 })]],
    ['one of which is meant, among many edits', Array.from({ length: 16 }, () => edit('a'))],
    ['all of which an expression matches', [regex('[a]')]],
    ['all of which an expression stands at', [regex('b?a)')]],
  ])('a text at more than a hundred thousand places is refused before all are kept, %s', (name, changes) => {
    const text = name.endsWith('stands at') ? 'b?a)'.repeat(100_001) : many;
    const result = apply({ f: text }, ...changes);
    expect(result).toMatchObject({ ok: false, refusals: changes.map(() => ({ code: 'too_large' })) });
  });

  test('a text at a hundred thousand places is replaced at all of them', () => {
    const result = apply({ f: many.slice(2) }, edit('a', { count: 'all' }));
    expect(result).toMatchObject({ ok: true, changes: [{ path: 'f' }] });
  });

  test('each place that is kept takes as much of the effort as it costs', () => {
    const effort = newEffort();
    const before = effort.comparisons;
    findEdit('a'.repeat(1000), edit('a', { count: 'all' }), effort);
    expect(before - effort.comparisons).toBeGreaterThanOrEqual(50_000);
  });

  test('lines that a refusal looks for in the whole file take of the effort, and are not looked for without it', () => {
    const text = 'first();\nsecond();\nthird(1);\nfourth();\nfifth();\n';
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line): HunkLine => [' ', line]);
    const wanted = lines.with(1, [' ', 'secund();']).with(2, ['-', 'thrid(1);']);
    const explained = (effort: Effort) => {
      const scene = sceneOf({ path: 'f', lines: () => cutLines(text), effort });
      return explainMissing(scene, [{ lines: wanted }])[0]?.data;
    };
    const [effort, spent] = [newEffort(), { ...newEffort(), searching: 0 }];
    expect(explained(effort)).toHaveProperty('correction');
    expect(newEffort().searching - effort.searching).toBe(text.length);
    expect(explained(spent)).not.toHaveProperty('correction');
  });

  test('a file that is looked at again and again is decoded once', () => {
    const workspace = newWorkspace(sourceOf({ f: 'a\r\nb\n' }));
    const [first, second] = [findText(workspace, 'f'), findText(workspace, 'f')];
    expect(first.ok && second.ok && first.value.text === second.value.text).toBe(true);
  });

  test('a text is counted once, and only where it may be too large, however many changes come after it', () => {
    const workspace = newWorkspace(new Map());
    const put = (text: string) => {
      const content = { hasBom: false, endings: '\n', text } as const;
      putFile(workspace, 'f', { content, executable: false, origin: null });
      return content;
    };
    const small = put('a');
    expect(checkGrowth(workspace)).toBeNull();
    expect(workspace.sizes.has(small)).toBe(false);
    const large = put('漢'.repeat(MAX_GROWN_BYTES / 3 + 1));
    expect(checkGrowth(workspace)).toMatchObject({ code: 'too_large' });
    workspace.sizes.set(large, 0);
    expect(checkGrowth(workspace)).toBeNull();
  });

  test.each<[string, readonly Hunk[]]>([
    ['one hunk', [hunk('12')]],
    [
      'hunks with line numbers',
      [12, 14, 16, 18].map((line) => ({ ...hunk(String(line)), lineHint: line + 1 })),
    ],
  ])('looking for %s takes as much of the effort as the file is long', (_, hunks) => {
    const text = Array.from({ length: 1000 }, (_line, index) => `${index}\n`).join('');
    const effort = newEffort();
    const before = effort.searching;
    expect(locateHunks(uncut(text), hunks, effort).map(({ status }) => status)).toEqual(
      hunks.map(() => 'placed'),
    );
    expect(before - effort.searching).toBeGreaterThanOrEqual(text.length);
    expect(locateHunks(uncut(text), hunks, { ...effort, searching: 0, reading: 0 })).toMatchObject(
      hunks.map(() => ({ status: 'too_repetitive' })),
    );
  });

  test.each([
    ['whose sections have no end', (line: number) => `#${line}`, (line: number) => `#${line}`],
    ['that begin like every line', (line: number) => `${'#'.repeat(80)}${line % 2000}`, () => '#'.repeat(80)],
    ['above very many blank lines', (line: number) => (line < 1000 ? `#${line}` : ''), () => '#1'],
  ])('a thousand anchors %s are done in time', (_, lineOf, anchorOf) => {
    const lines = Array.from({ length: 100_000 }, (_line, position) => lineOf(position));
    const hunks = Array.from({ length: 1000 }, (_hunk, order) => ({
      ...hunk(`-${order % 500}`),
      anchors: Array.from({ length: 5 }, (_anchor, inner) => anchorOf(5 * order + inner)),
    }));
    const text = [...lines, ...hunks.map((_hunk, order) => `-${order % 500}`), ''].join('\n');
    const started = process.cpuUsage();
    expect(locateHunks(uncut(text), hunks, newEffort())).toHaveLength(1000);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(IN_TIME_SECONDS);
  });

  test('ten thousand changes of one hunk, of lines that all look alike, are done in time', () => {
    const text = `${'*/\n-x\n   \n'.repeat(10_000)}x\n`;
    const part = [
      [' ', '*/'],
      ['-', 'x'],
      [' ', '  '],
    ] as const;
    const long = { ...hunk('*/'), lines: Array.from({ length: 10_000 }, () => part).flat() };
    const started = process.cpuUsage();
    expect(locateHunks(uncut(text), [long], newEffort())).toMatchObject([{ status: 'not_found' }]);
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(IN_TIME_SECONDS);
  });

  test('a hunk whose changes fit at more places together than can be sorted soon fits nowhere', () => {
    const index = indexLines(cutLines('removed\nother\n'.repeat(190)), ['removed']);
    const regionsOf = (changes: number) => {
      const part: Hunk['lines'] = [
        ['-', 'removed'],
        ['+', 'added'],
        [' ', 'context'],
      ];
      const lines = Array.from({ length: changes }, () => part).flat();
      return regionsFor(index, oldPattern({ ...hunk('removed'), lines }));
    };
    expect(regionsOf(1_000)).not.toBeNull();
    expect(regionsOf(1_100)).toBeNull();
  });

  test('short lines take more of the effort than their characters', () => {
    const effort = newEffort();
    const before = effort.reading;
    locateHunks(uncut('\n'.repeat(1000)), [hunk('nowhere')], effort);
    expect(before - effort.reading).toBeGreaterThanOrEqual(20_000);
  });
});

/** Some ten times as long as it takes, and a fifth of what it took when each hunk read the file again. */
const IN_TIME_SECONDS = 3;

type Edit = Extract<Change, { kind: 'edit' }>;

function edit(find: string, { count = 1 }: Partial<Pick<Edit, 'count'>> = {}): Edit {
  return { kind: 'edit', path: 'f', find, replace: 'c', count };
}

function regex(pattern: string): Change {
  return { kind: 'regex', path: 'f', pattern, replacement: 'c', flags: '', count: 'all' };
}

function hunk(line: string): Hunk {
  return {
    number: 1,
    anchors: [],
    lines: [
      ['-', line],
      ['+', 'new'],
    ],
  };
}
