import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Environment, readSettings } from '../../src/app/settings.ts';

const KEY = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey.trim();

const ENOUGH: Environment = { APP_ID: '7', PRIVATE_KEY: KEY, WEBHOOK_SECRET: 'a-secret-for-webhooks' };

function problems(environment: Environment): readonly string[] {
  const read = readSettings(environment);
  return read.ok ? [] : read.problems;
}

describe('the environment', () => {
  test('with what is required, the rest has defaults', () => {
    expect(readSettings(ENOUGH)).toEqual({
      ok: true,
      settings: {
        host: '127.0.0.1',
        port: 3000,
        publicUrl: 'http://127.0.0.1:3000',
        appId: 7,
        privateKey: KEY,
        webhookSecret: 'a-secret-for-webhooks',
        apiUrl: 'https://api.github.com',
        serverUrl: 'https://github.com',
        store: 'ghost-runner.sqlite',
        logLevel: 'info',
      },
    });
  });

  test('everything that is missing is named at once, with what it is', () => {
    expect(problems({ APP_ID: ' ' })).toEqual([
      expect.stringMatching(/^APP_ID is missing; set it to the number of the GitHub App, .*\.$/),
      expect.stringMatching(/^PRIVATE_KEY is missing; set it to the App's private key .*\.$/),
      expect.stringMatching(/^WEBHOOK_SECRET is missing; set it to the secret .*\.$/),
    ]);
  });

  test.each([
    ['PORT', '65536', 'must be a number from 0 to 65535'],
    ['PORT', '3e3', 'must be a number'],
    ['APP_ID', 'Iv1.abc', "it is the App's ID, not its client ID"],
    ['WEBHOOK_SECRET', 'development', 'is shorter than 16 characters'],
    ['PRIVATE_KEY', 'nonsense', 'is no private key'],
    ['PRIVATE_KEY_PATH', '/nowhere/key.pem', 'names a file that can not be read'],
    ['PUBLIC_URL', 'ghost.example.com', 'must be an http:// or https:// address'],
    ['PUBLIC_URL', 'https://ada:secret@ghost.example.com', 'must be an http'],
    ['GITHUB_API_URL', 'file:///etc', 'must be an http'],
    ['DATABASE_URL', 'mysql://db/ghost', 'must be a postgres:// address'],
    ['SLACK_SIGNING_SECRET', 'short', 'is shorter than 16 characters'],
    ['SLACK_SIGNING_SECRET', 'a-signing-secret-for-tests', 'SLACK_BOT_TOKEN is missing'],
    ['SLACK_APP_TOKEN', 'xapp-1', 'SLACK_BOT_TOKEN is missing'],
    ['SLACK_APP_TOKEN', 'xoxb-a-bots', 'is no app-level token'],
    ['SLACK_BOT_TOKEN', 'xoxb-1', 'set SLACK_SIGNING_SECRET as well, or SLACK_APP_TOKEN'],
    ['SLACK_BOT_TOKEN', 'xoxp-a-persons', 'is no bot token'],
    ['SLACK_API_URL', 'ftp://slack.com', 'must be an http'],
    ['CALLBACKS_TO_LOOPBACK', 'true', 'must be yes, or left out'],
    ['METRICS_TOKEN', 'short', 'is shorter than 16 characters'],
    ['GHOST_COMMIT', 'main', 'must be the hash of a commit'],
    ['LOG_LEVEL', 'loud', 'must be one of trace, debug, info'],
  ])('%s=%s is refused with its reason', (name, value, reason) => {
    const [problem, ...others] = problems({
      ...ENOUGH,
      ...(name === 'PRIVATE_KEY_PATH' ? { PRIVATE_KEY: '' } : {}),
      [name]: value,
    });
    expect(others).toEqual([]);
    expect(problem).toContain(`${name} ${reason}`.slice(0, name.length + 1));
    expect(problem).toContain(reason);
  });

  test('no sentence repeats a secret', () => {
    const said = problems({ APP_ID: 'x', PRIVATE_KEY: 'my-key', WEBHOOK_SECRET: 'my-secret' }).join('\n');
    expect(said).not.toMatch(/my-key|my-secret/);
  });

  test.each([
    ['as it is', KEY],
    ['with \\n for its line ends', KEY.replaceAll('\n', '\\n')],
    ['in base64', Buffer.from(KEY).toString('base64')],
  ])('the private key may be given %s', (_, text) => {
    expect(readSettings({ ...ENOUGH, PRIVATE_KEY: text })).toMatchObject({ settings: { privateKey: KEY } });
  });

  test('the private key may be in a file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'settings-'));
    const path = join(directory, 'key.pem');
    writeFileSync(path, `${KEY}\n`);
    expect(readSettings({ ...ENOUGH, PRIVATE_KEY: '', PRIVATE_KEY_PATH: path })).toMatchObject({
      settings: { privateKey: KEY },
    });
    rmSync(directory, { recursive: true });
  });

  test('Slack is on where both of its secrets are there', () => {
    const slack = { SLACK_SIGNING_SECRET: 'a-signing-secret-for-tests', SLACK_BOT_TOKEN: 'xoxb-1' };
    expect(readSettings({ ...ENOUGH, ...slack })).toMatchObject({
      settings: {
        slack: {
          signingSecret: 'a-signing-secret-for-tests',
          token: 'xoxb-1',
          apiUrl: 'https://slack.com/api/',
        },
      },
    });
  });

  test('Slack over a socket needs no signing secret, and takes one for both ways', () => {
    const socket = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' };
    const read = readSettings({ ...ENOUGH, ...socket });
    expect(read).toMatchObject({ settings: { slack: { appToken: 'xapp-1', token: 'xoxb-1' } } });
    expect(read).not.toHaveProperty('settings.slack.signingSecret');
    const both = { ...socket, SLACK_SIGNING_SECRET: 'a-signing-secret-for-tests' };
    expect(readSettings({ ...ENOUGH, ...both })).toHaveProperty('settings.slack.signingSecret');
  });

  test('callbacks go to this machine only where that is said', () => {
    expect(readSettings({ ...ENOUGH, CALLBACKS_TO_LOOPBACK: 'yes' })).toMatchObject({
      settings: { callbacks: { toLoopback: true } },
    });
  });

  test('an address ends without a slash, and one of IPv6 has brackets', () => {
    expect(readSettings({ ...ENOUGH, PUBLIC_URL: 'https://ghost.example.com/' })).toMatchObject({
      settings: { publicUrl: 'https://ghost.example.com' },
    });
    expect(readSettings({ ...ENOUGH, HOST: '::1' })).toMatchObject({
      settings: { publicUrl: 'http://[::1]:3000' },
    });
  });
});
