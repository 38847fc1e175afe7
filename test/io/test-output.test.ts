import { describe, expect, test } from '@jest/globals';
import { createOutputWindow, findFailingLines } from '../../src/io/test-output.ts';

describe('io/test-output', () => {
  test('a flood is kept at both ends, and the gap is named', () => {
    const window = createOutputWindow();
    const chunk = Buffer.alloc(1024 * 1024, 'x\n');
    window.add(Buffer.from('first\n'));
    for (let index = 0; index < 100; index++) {
      window.add(chunk);
    }
    window.add(Buffer.from('last'));
    const lines = window.lines();
    expect(lines[0]).toBe('first');
    expect(lines.at(-1)).toBe('last');
    expect(lines.join('\n').length).toBeLessThan(600 * 1024);
    expect(lines.some((line) => /^… \d+ bytes are not kept …$/.test(line))).toBe(true);
    expect(window.bytes()).toBe(100 * 1024 * 1024 + 10);
  });

  test('what fits is kept whole, however it was cut into chunks', () => {
    const window = createOutputWindow();
    for (const byte of Buffer.from('grüße\r\nnext\rline')) {
      window.add(Uint8Array.of(byte));
    }
    expect(window.lines()).toEqual(['grüße', 'next', 'line']);
    expect(window.tail()).toBe('grüße\nnext\nline');
  });

  test('colours and links for a terminal are left out, so that what they stand around is read', () => {
    const window = createOutputWindow();
    window.add(
      Buffer.from('\u001B[31m✖ a cart\u001B[0m \u001B]8;;https://x.example\u0007here\u001B]8;;\u0007\r\n'),
    );
    expect(window.tail()).toBe('✖ a cart here');
    expect(findFailingLines(window.lines())).toEqual(['✖ a cart here']);
  });

  test('escapes without an end take no time', () => {
    const window = createOutputWindow();
    window.add(Buffer.from('\u001B]'.repeat(100_000) + '\u001B[0;'.repeat(40_000)));
    const started = process.cpuUsage();
    window.tail();
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(1000);
  });

  test('the tail starts at a line', () => {
    const window = createOutputWindow();
    window.add(Buffer.from(`${Array.from({ length: 2000 }, (_, index) => `line ${index}`).join('\n')}\n`));
    expect(window.tail()).toMatch(/^line \d+\n/);
    expect(window.tail()).toMatch(/line 1999$/);
  });

  test.each([
    ['TAP', 'not ok 3 - adds up'],
    ['node:test', '✖ a cart costs what its items cost (1.2ms)'],
    ['Jest', '  ● cart › adds up'],
    ['Jest', 'FAIL test/cart.test.ts'],
    ['pytest', 'FAILED test_cart.py::test_total - assert 1 == 2'],
    ['pytest', 'E       assert 1 == 2'],
    ['go test', '--- FAIL: TestTotal (0.00s)'],
    ['cargo test', 'test cart::total ... FAILED'],
    ['a stack trace', 'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:'],
    ['Python', 'ValueError: invalid literal'],
  ])('a failure of %s is found', (_, line) => {
    expect(findFailingLines(['fine', line, ''])).toEqual([line.trim()]);
  });

  test.each(['ok 1 - adds up', '✔ a cart', 'PASS test/cart.test.ts', 'Errors are handled', '0 failed'])(
    '%j is no failure',
    (line) => {
      expect(findFailingLines([line])).toEqual([]);
    },
  );

  test('a message that ends in a colon brings what it announces, and a heading is no failure', () => {
    const output = [
      '✖ failing tests:',
      '',
      'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal:',
      '',
      '839 !== 849',
      '',
    ];
    expect(findFailingLines(output)).toEqual([
      'AssertionError [ERR_ASSERTION]: Expected values to be strictly equal: 839 !== 849',
    ]);
  });

  test('each line is named once, cut to a readable length, and no more than twenty', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `not ok ${index} ${'x'.repeat(400)}`);
    const found = findFailingLines([...lines, ...lines]);
    expect(found).toHaveLength(20);
    expect(Math.max(...found.map((line) => line.length))).toBe(300);
  });
});
