import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const BIN = join(import.meta.dirname, '../../src/cli/bin.ts');

test('demo --app takes a GPT from a refusal to a pull request over HTTP alone, and confirms each step', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [BIN, 'demo', '--app', '--json']);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines.length).toBeGreaterThanOrEqual(12);
  expect(lines).toEqual(lines.map(() => expect.objectContaining({ confirmed: true })));
  expect(lines).toContainEqual(
    expect.objectContaining({
      step: 'repaired',
      observed: {
        'turn 1': expect.stringContaining('The nearest place is line 8'),
        'turn 2': 'accepted',
        'change 0': expect.stringContaining('"find":"  return Math.round(price * (1 - percent / 100));"'),
        'change 1': expect.stringContaining('"find":"  assert.equal(discounted(999, 15), 849);"'),
        'change 2': 'kept',
      },
    }),
  );
}, 60_000);
