import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Json, Refusal } from '../../src/patch/refusal.ts';
import { diagnosisOf, numberedDiff } from '../../src/report/diagnosis.ts';
import { formatRefusals } from '../../src/report/refusals.ts';
import { formatRefusalLines } from '../../src/report/terminal.ts';

const NONE = { nearest: [], candidates: [], correction: undefined, facts: {} };

const anyJson: fc.Arbitrary<Json> = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

const PAINT = { bold: tag('b'), dim: tag('d'), green: tag('g'), red: tag('r'), cyan: tag('c') };

describe('what a refusal tells about places', () => {
  test('data of another form is passed over, as records of other versions may hold it', () => {
    expect(diagnosisOf(refusalWith({}))).toEqual(NONE);
    const nearest = [null, 3, 'x', [], { line: '3' }, { line: 1, score: 1, diff: [1] }];
    const candidates = [null, { line: 1, from: 1, lines: [] }, { line: 1, last: 1, from: 1, lines: 'x' }];
    expect(diagnosisOf(refusalWith({ nearest, candidates }))).toEqual(NONE);
    expect(diagnosisOf(refusalWith({ nearest: { line: 1 }, candidates: 'x' }))).toEqual(NONE);
  });

  test('lines of the file are numbered, also behind those that are left out', () => {
    const diff = ['@@ 12 equal lines @@', ' a', '-b', '+c', '@@ 3 equal lines @@'];
    expect(numberedDiff({ line: 9, score: 1, diff })).toEqual([
      '     … 12 equal lines',
      '  21 a',
      '-    b',
      '+ 22 c',
      '     … 3 equal lines',
    ]);
  });

  test('no data, however odd, keeps a refusal from being shown', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('nearest', 'candidates', 'correction', 'x'), anyJson),
        (data) => {
          const refusal = refusalWith(data);
          expect(formatRefusalLines([refusal], PAINT).join('\n')).toContain('Twice.');
          expect(formatRefusals([refusal])).toContain('Twice.');
        },
      ),
    );
  });
});

describe('refusals in a terminal', () => {
  test('colours tell what was expected from what was found', () => {
    const nearest = [{ line: 3, score: 0.9, diff: [' a', '-b', '+c'] }];
    expect(formatRefusalLines([refusalWith({ nearest })], PAINT)).toEqual([
      '<r>✘</r> <b>ambiguous</b> <d>src/a.js</d>',
      '  Twice.',
      '',
      '  <c>Nearest lines, from line 3, 90 % alike (- expected, + found)</c>',
      '      3 a',
      '    <r>-   b</r>',
      '    <g>+ 4 c</g>',
    ]);
  });

  test('nothing in a patch or a file steers the terminal', () => {
    const text = '\u001b[2J\u001b]0;x\u0007\u202e\u200b\r';
    const refusal: Refusal = {
      code: 'not_found',
      message: text,
      path: text,
      pointer: text,
      data: {
        nearest: [{ line: 1, score: 1, diff: [`-${text}`, `+${text}`, text] }],
        candidates: [{ line: 1, last: 1, from: 1, lines: [text] }],
        correction: { kind: 'edit', find: text },
      },
    };
    const shown = formatRefusalLines([refusal], PAINT).join('\n');
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(shown).toContain('[U+202E]');
  });

  test('of many refusals the first ones are shown, and how many there are', () => {
    const many = Array.from({ length: 50 }, () => refusalWith({}));
    expect(formatRefusalLines(many, PAINT).at(-1)).toBe('… and 30 more; --json prints them all.');
  });
});

function refusalWith(data: { readonly [key: string]: Json }): Refusal {
  return { code: 'ambiguous', message: 'Twice.', path: 'src/a.js', data };
}

function tag(name: string): (text: string) => string {
  return (text) => `<${name}>${text}</${name}>`;
}
