import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createSecretScanner } from '../../src/io/secrets.ts';

const scanner = createSecretScanner();

/** Letters and digits without a pattern, so many of them that no rule takes them for an example. */
const NOISE = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6'.repeat(4);

/** Put together here, so that no file of this repository holds what looks like a secret. */
const joined = (prefix: string, length: number) => `${prefix}${NOISE.slice(0, length)}`;

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

describe('io/secrets', () => {
  test.each([
    ['a token of GitHub', joined('ghp_', 36), 'github token'],
    ["a token of GitHub's Apps", joined('ghs_', 36), 'github token'],
    ['a token of Slack', joined('xoxb-123456789012-1234567890123-', 24), 'slack token'],
    [
      'a webhook of Slack',
      joined('https://hooks.slack.com/services/T01234567/B01234567/', 24),
      'incoming webhook',
    ],
    ['a secret key of AWS', `aws_secret_access_key = "${NOISE.slice(0, 40)}"`, 'aws secret access key'],
    ['a token of npm', joined('npm_', 36), 'npm access token'],
    ['a key of Google', joined('AIza', 35), 'google api key'],
    ['a password in an address', `https://user:${NOISE.slice(0, 12)}@example.com/`, 'basic auth'],
    ['an RSA key', rsa.export({ type: 'pkcs1', format: 'pem' }).toString(), 'private key'],
    ['a key in PKCS #8', rsa.export({ type: 'pkcs8', format: 'pem' }).toString(), 'private key'],
    ['a key of an elliptic curve', curve.export({ type: 'sec1', format: 'pem' }).toString(), 'private key'],
    ['such a key in PKCS #8', curve.export({ type: 'pkcs8', format: 'pem' }).toString(), 'private key'],
    [
      'a key behind a passphrase',
      rsa.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' }).toString(),
      'private key',
    ],
  ])('finds %s, and where it stands', async (_, secret, kind) => {
    const before = 'const first = 1;\nconst x = `';
    const found = await scanner.find({ path: 'src/a.ts', text: `${before}${secret}\`;\n` });
    expect(found.map((one) => one.kind)).toContain(kind);
    expect(Math.min(...found.map(({ start }) => start))).toBeGreaterThanOrEqual(before.length);
    expect(Math.max(...found.map(({ end }) => end))).toBeGreaterThan(before.length + 20);
  });

  test.each([
    'const token = process.env.GITHUB_TOKEN;',
    'password: ""',
    '-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n-----END PUBLIC KEY-----',
    'A file that begins with -----BEGIN PRIVATE KEY----- is a key.',
    '"integrity": "sha512-abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghij=="',
    'commit 0123456789abcdef0123456789abcdef01234567',
  ])('takes %j for no secret', async (text) => {
    expect(await scanner.find({ path: 'src/a.ts', text })).toEqual([]);
  });

  test.each(['secretlint-disable', 'secretlint-disable-line', 'secretlint-disable-next-line'])(
    'heeds no comment that says %s',
    async (directive) => {
      const text = `// ${directive}\nx = "${joined('ghp_', 36)}"; // ${directive}\n`;
      expect(await scanner.find({ path: 'a.ts', text })).toHaveLength(1);
    },
  );

  test.each([
    ['beginnings of keys', '-----BEGIN PRIVATE KEY-----\n'.repeat(180_000)],
    ['beginnings of keys in one line', '-----BEGIN RSA EC DSA PRIVATE KEY-----'.repeat(130_000)],
    ['one long name', 'a'.repeat(5_000_000)],
    ['addresses without an end', 'https://a:'.repeat(500_000)],
    ['tokens, one behind the other', 'ghs_1_a.'.repeat(150_000)],
    ['prefixes of tokens', 'xoxb-sk-ghp_AKIAAIza'.repeat(250_000)],
  ])('takes no longer for a file of %s', async (_, text) => {
    await scanner.find({ path: 'warm.ts', text: 'x' });
    const started = performance.now();
    await scanner.find({ path: 'a.ts', text });
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
