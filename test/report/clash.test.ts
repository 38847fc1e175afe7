import { describe, expect, test } from '@jest/globals';
import type { Clash } from '../../src/apply/merge/clash.ts';
import { clashLines, describeClash } from '../../src/report/clash.ts';
import { describeRecord } from '../../src/report/record.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { doneView } from './views.ts';

const LINES: Clash = {
  kind: 'lines',
  path: 'src/login.ts',
  line: 14,
  was: ['const timeout = 5;'],
  wanted: ['const timeout = 30;'],
  now: ['const timeout = 10;', 'const retries = 2;'],
};

const VIEW = doneView({ kind: 'conflict', reason: 'base_moved', paths: ['src/login.ts'], clashes: [LINES] });

describe('report/clash', () => {
  test('shows all sides, each under its name', () => {
    expect(describeClash(LINES)).toBe(
      'src/login.ts, line 14: the patch and newer commits changed the same lines, or lines beside each other',
    );
    expect(clashLines(LINES)).toEqual([
      'when the patch was written:',
      '  const timeout = 5;',
      'as the patch wants it:',
      '  const timeout = 30;',
      'as it is now:',
      '  const timeout = 10;',
      '  const retries = 2;',
    ]);
    expect(clashLines({ ...LINES, was: [], cut: true }).slice(0, 2)).toEqual([
      'when the patch was written, cut:',
      '  (no lines)',
    ]);
  });

  test('shows both answers where there are two', () => {
    const clash: Clash = { kind: 'two_places', path: 'a', line: 3, merged: ['x'], placed: [] };
    expect(describeClash(clash)).toBe(
      'a, line 3: merged with newer commits the patch changes other lines than where its own lines stand now',
    );
    expect(clashLines(clash)).toEqual(['merged:', '  x', 'put where its lines stand now:', '  (no lines)']);
  });

  test.each([
    ['file', 'file', 'absent', 'the patch changes or makes it, and newer commits deleted or moved it'],
    ['file', 'absent', 'file', 'the patch deletes or moves it, and newer commits changed it'],
    ['file', 'absent', 'absent', 'the patch moves it, and newer commits deleted or moved it'],
    ['absent', 'file', 'file', 'the patch changes or makes it, and newer commits made a file there'],
    ['absent', 'directory', 'file', 'the patch needs a folder there, and newer commits made a file there'],
    ['absent', 'file', 'directory', 'the patch changes or makes it, and newer commits made a folder there'],
    [
      'file',
      'file',
      'symlink',
      'the patch changes or makes it, and newer commits made a symbolic link there',
    ],
    ['file', 'file', 'submodule', 'the patch changes or makes it, and newer commits made a submodule there'],
  ] as const)('says what became of a %s that shall be %s and is %s now', (was, wanted, now, said) => {
    const clash: Clash = { kind: 'entry', path: 'a', was, wanted, now };
    expect(describeClash(clash)).toBe(`a: ${said}`);
    expect(clashLines(clash)).toEqual([]);
  });

  test('stands in the summary, the message and the record', () => {
    expect(formatSummary(VIEW)).toContain('as the patch wants it:\n  const timeout = 30;');
    expect(JSON.stringify(formatSlackMessage(VIEW))).toContain('const retries = 2;');
    expect(describeRecord(VIEW).detail).toContain('- src/login.ts, line 14: the patch and newer commits');
  });
});
