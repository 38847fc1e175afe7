import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { REFUSAL_CODES } from '../../../src/patch/refusal.ts';
import { formatRefusals } from '../../../src/report/refusals.ts';
import { formatRefusalLines } from '../../../src/report/terminal.ts';
import { CASES } from './cases.ts';

const GOLDEN = join(import.meta.dirname, 'golden');

/** With UPDATE_GOLDEN=1 the files are written instead, to be read and committed. */
const UPDATES = process.env['UPDATE_GOLDEN'] === '1';

const plain = (text: string) => text;
const PAINT = { bold: plain, dim: plain, green: plain, red: plain, cyan: plain };

describe('every refusal reads well', () => {
  test.each(CASES)('$name, in a terminal and as Markdown', async ({ name, refusals }) => {
    const all = await refusals();
    expect(all.map(({ code }) => code)).toContain(name.split('-')[0]);
    expectGolden(`${name}.txt`, `${formatRefusalLines(all, PAINT).join('\n')}\n`);
    expectGolden(`${name}.md`, `${formatRefusals(all)}\n`);
  });

  test('there is a text for every code, and none for a case that is gone', () => {
    const codes = new Set(CASES.map(({ name }) => name.split('-')[0]));
    expect(codes).toEqual(new Set(REFUSAL_CODES));
    const files = CASES.flatMap(({ name }) => [`${name}.md`, `${name}.txt`]);
    expect(new Set(readdirSync(GOLDEN))).toEqual(new Set(files));
  });

  test('every sentence ends, and says what to do', async () => {
    for (const { refusals } of CASES)
      for (const { message } of await refusals()) expect(message).toMatch(/[.?!}]$/);
  });
});

function expectGolden(file: string, text: string): void {
  const path = join(GOLDEN, file);
  if (UPDATES) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, text);
  }
  expect(existsSync(path)).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
