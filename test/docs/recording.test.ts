import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { drawRecording } from '../../scripts/recording-svg.ts';
import { recordLines } from '../../scripts/terminal-recording.ts';
import { DELIVERIES } from '../../src/cli/demo/delivery.ts';

const root = join(import.meta.dirname, '../..');
const never = () => false;

describe('docs/demo.svg', () => {
  const svg = readFileSync(join(root, 'docs/demo.svg'), 'utf8');
  const lines = [...svg.matchAll(/<text [^>]*>(.*)<\/text>/g)].map(([, line = '']) =>
    line.replaceAll(/<[^>]+>/g, ''),
  );

  test('shows the demo as it is: every patch with what came of it (npm run docs:recording)', () => {
    const parts = lines.flatMap((line) => /^━━ (.*?) ━+$/.exec(line)?.[1] ?? []);
    expect(parts).toEqual(DELIVERIES.map(({ label, expected }) => `${label}: ${expected}`));
  });

  test('is small, and holds no script and nothing of the machine that made it', () => {
    expect(svg.length).toBeLessThan(MAX_CHARACTERS);
    expect(svg).not.toMatch(/<script|<image|href=|\bon\w+=/);
    expect(
      lines.filter((line) => [homedir(), tmpdir(), root, '/home/'].some((path) => line.includes(path))),
    ).toEqual([]);
  });

  test('follows the theme of its reader, and stands still where nothing may move', () => {
    expect(svg).toContain('@media(prefers-color-scheme:dark)');
    expect(svg).toContain('@media(prefers-reduced-motion:reduce)');
  });
});

describe('a recording', () => {
  test('has the looks of what was written', () => {
    const [line] = recordLines(
      [{ at: 0, text: '\u001b[1m\u001b[32mok\u001b[39m\u001b[22m \u001b[2mdone\u001b[22m\n' }],
      {
        columns: 80,
        beginsPart: never,
      },
    );
    expect(line).toEqual({
      at: 0,
      runs: [
        { text: 'ok', looks: ['bold', 'green'] },
        { text: ' ', looks: [] },
        { text: 'done', looks: ['dim'] },
      ],
    });
  });

  test('breaks long lines between words', () => {
    const lines = recordLines([{ at: 0, text: 'one two three\n\nfour\n' }], {
      columns: 8,
      beginsPart: never,
    });
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      'one two ',
      'three',
      '',
      'four',
    ]);
  });

  test('waits no longer than anybody watches, and before a new part a moment more', () => {
    const written = [
      { at: 0, text: 'start\n' },
      { at: 60_000, text: 'late\n# part\n' },
    ];
    const [start, late, part] = recordLines(written, {
      columns: 80,
      beginsPart: (line) => line.startsWith('#'),
    });
    expect(start?.at).toBe(0);
    expect(late?.at).toBeLessThan(1000);
    expect((part?.at ?? 0) - (late?.at ?? 0)).toBeGreaterThan(1000);
  });

  test('shows markup as text', () => {
    const svg = drawRecording([{ at: 0, runs: [{ text: '<b> & "c"', looks: ['red'] }] }], {
      title: 'a <title>',
      description: '',
    });
    expect(svg).toContain('<tspan class="red">&lt;b&gt; &amp; "c"</tspan>');
    expect(svg).toContain('a &lt;title&gt;');
  });
});

/** What a README's picture may weigh. */
const MAX_CHARACTERS = 60_000;
