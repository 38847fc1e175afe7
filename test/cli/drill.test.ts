import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import type { DrillLine } from '../../src/cli/drill/line.ts';

const root = join(import.meta.dirname, '../..');

test('the drill prints one line per verb, each confirmed by what was seen afterwards', async () => {
  const { stdout, stderr } = await promisify(execFile)(
    'npm',
    ['run', '-s', 'demo', '--', '--control', '--json'],
    { cwd: root, timeout: PATIENCE_MS },
  );
  const lines: readonly DrillLine[] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ confirmed }) => !confirmed)).toEqual([]);
  expect(lines.map(({ verb }) => verb)).toEqual([
    'approve',
    'pause',
    'held',
    'resume',
    'revert',
    'cancel',
    'retry',
    'supersede',
    'reject',
    'canary',
    'lock',
    'halted',
    'unlock',
    'kill',
  ]);
  expect(new Set(lines.map(({ surface }) => surface))).toEqual(
    new Set(['comment', 'form', 'api', 'cli', 'schedule']),
  );
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(['verb', 'surface', 'confirmed', 'seconds', 'observed']);
    expect(Object.keys(line.observed).length).toBeGreaterThan(0);
  }
  expect(stderr).toBe('');
}, 180_000);

/** It takes some twenty seconds on an idle machine. */
const PATIENCE_MS = 170_000;
