import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createAppSigner } from '../../../src/io/github/app-signature.ts';

let privateKey = '';
beforeAll(() => {
  ({ privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }));
});

const START = Date.parse('2026-03-01T12:00:00Z');
let now = START;
beforeEach(() => {
  now = START;
});

describe('a signature of an App', () => {
  test('is made once for the requests of some minutes', async () => {
    const sign = createAppSigner(privateKey, () => now);
    const first = await sign(7);
    now += 3 * 60_000;
    expect(await sign(7)).toBe(first);
    expect(claimsOf(first.jwt)).toEqual({ iss: 7, iat: START / 1000 - 30, exp: START / 1000 + 570 });
    expect(first.expiresAt).toBe('2026-03-01T12:09:30.000Z');
  });

  test('is made anew minutes before it ends', async () => {
    const sign = createAppSigner(privateKey, () => now);
    const first = await sign(7);
    now += 5 * 60_000;
    const later = await sign(7);
    expect(claimsOf(later.jwt).iat).toBe(claimsOf(first.jwt).iat + 300);
  });

  test('is made anew where the clock was ahead when it was made, and is put right', async () => {
    const sign = createAppSigner(privateKey, () => now);
    now += 3_600_000;
    await sign(7);
    now = START;
    expect(claimsOf((await sign(7)).jwt)).toMatchObject({ iat: START / 1000 - 30 });
  });

  test('goes by the clock of GitHub, where that is known', async () => {
    const sign = createAppSigner(privateKey, () => now);
    await sign(7);
    expect(claimsOf((await sign(7, -90)).jwt)).toMatchObject({ iat: START / 1000 - 120 });
  });
});

function claimsOf(jwt: string): { readonly iss: number; readonly iat: number; readonly exp: number } {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
}
