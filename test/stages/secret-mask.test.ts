import { describe, expect, test } from '@jest/globals';
import { createMask, MASK } from '../../src/stages/secret-mask.ts';

const SECRET = 'key_a1B2c3D4e5F6g7H8';

describe('a mask', () => {
  test('hides each line of a secret, also where it is written as JSON', () => {
    const mask = createMask(['-----BEGIN-----\nabcdefghij\n-----END-----']);
    expect(mask('x abcdefghij y')).toBe(`x ${MASK} y`);
    expect(mask(String.raw`"-----BEGIN-----\nabcdefghij"`)).toBe(String.raw`"****\n****"`);
  });

  test('leaves nothing of a secret that holds another one', () => {
    expect(createMask(['password', 'password-of-root'])('is password-of-root')).toBe(`is ${MASK}`);
  });

  test('leaves short pieces alone, which give nothing away', () => {
    expect(createMask(['a', 'abc'])('abacus')).toBe('abacus');
    expect(createMask([SECRET])('of a key_a1B2 and other keys')).toBe('of a key_a1B2 and other keys');
  });

  test.each([
    ['that is cut off', `is "${SECRET.slice(0, 14)}" …`, `is "${MASK}" …`],
    ['of which the end is shown', `is …${SECRET.slice(6)}.`, `is …${MASK}.`],
    ['in colours', `is ${coloured('\u001B[31m')}.`, `is ${MASK}.`],
    ['in colours as JSON writes them', `is ${coloured('\\u001b[31m')}.`, `is ${MASK}.`],
    ['in colours without their first character', `is ${coloured(' [1;31m')}.`, `is ${MASK}.`],
    ['with the clearing of lines in it, as a title has it', `is ${coloured(' [K')}.`, `is ${MASK}.`],
    ['twice', `${SECRET} and ${coloured('[0m')}`, `${MASK} and ${MASK}`],
  ])('hides a secret %s', (_, text, shown) => {
    expect(createMask([SECRET])(text)).toBe(shown);
    expect(createMask([coloured('\u001B[0m')])(text)).toBe(shown);
  });

  test('hides an address in a JSON pointer', () => {
    const mask = createMask(['https://hooks.example/services/T1/B1/abcdef']);
    expect(mask('/title/https:~1~1hooks.example~1services~1T1~1B1~1abcdef/0')).toBe(`/title/${MASK}/0`);
  });

  test('shows nothing at all where there are too many secrets to look for, or too long ones', () => {
    const many = createMask(Array.from({ length: 600 }, (_, index) => `secret-${index}`));
    const long = createMask([Array.from({ length: 40_000 }, (_, index) => index).join(' ')]);
    expect(many('any text')).toBe(MASK);
    expect(long('any text')).toBe(MASK);
  });

  test('takes no longer for a text that is made of pieces', () => {
    const started = process.cpuUsage();
    for (const piece of [SECRET, `${SECRET}-`, coloured('\u001B[0m'), '[1;', '~', 'key_']) {
      createMask([SECRET])(piece.repeat(200_000 / piece.length));
    }
    expect(process.cpuUsage(started).user / 1_000_000).toBeLessThan(2);
  });
});

/** The secret with an escape behind every third character. */
function coloured(escape: string): string {
  return SECRET.replaceAll(/.{3}/g, `$&${escape}`);
}
