import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { addToEnvFile, readEnvFile } from '../../src/app/registration/env-file.ts';
import { browserUrl, type RegisteringSettings, readRegistering } from '../../src/app/settings/registering.ts';
import { readSettings } from '../../src/app/settings.ts';
import { findFreePort } from '../free-port.ts';
import { findMissingBrowser, openBrowser } from '../local/browser.ts';
import { APP, manifestOf, PEM, startGitHub, VALUES } from './registered-app.ts';
import { APP_FILE } from './world.ts';

const root = join(import.meta.dirname, '../..');
const PUBLIC_URL = 'https://ghost.example.com';

let directory: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'registration-'));
});
afterEach(() => {
  // One that has ended by itself is past that.
  for (const child of children.splice(0)) child.kill();
  rmSync(directory, { recursive: true });
});

describe('.env', () => {
  const write = (before: string, mode = 0o644) => {
    const path = join(directory, '.env');
    writeFileSync(path, before);
    chmodSync(path, mode);
    return path;
  };

  test('is made for its owner alone, with what the server reads back', () => {
    const path = join(directory, '.env');
    addToEnvFile(path, VALUES);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readSettings(readEnvFile(path))).toMatchObject({
      ok: true,
      settings: {
        appId: 4711,
        privateKey: PEM.trim(),
        webhookSecret: APP.webhookSecret,
        signIn: { clientId: APP.clientId, clientSecret: APP.clientSecret },
      },
    });
  });

  test.each(['# mine\nPUBLIC_URL="https://a.example" # here\n\nAPP_ID=\n', 'LOG_LEVEL=debug', ''])(
    'keeps every character of %j, and nobody else may read it from then on',
    (before) => {
      const path = write(before);
      addToEnvFile(path, VALUES);
      const after = readFileSync(path, 'utf8');
      expect(after.startsWith(before)).toBe(true);
      expect(parseEnv(after)).toEqual({ ...parseEnv(before), ...VALUES });
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(readdirSync(directory)).toEqual(['.env']);
    },
  );

  test.each([
    ['an App already', 'APP_ID=1\n', 'has APP_ID already'],
    ['a quote that is left open', 'NOTE="begun', 'open quote'],
  ])('with %s stays as it is', (_, before, message) => {
    const path = write(before);
    expect(() => addToEnvFile(path, VALUES)).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(directory)).toEqual(['.env']);
  });

  test('stays a link where it is one, to a file that is its owner’s alone', () => {
    const kept = join(directory, 'kept');
    writeFileSync(kept, 'LOG_LEVEL=debug\n');
    symlinkSync(kept, join(directory, '.env'));
    addToEnvFile(join(directory, '.env'), VALUES);
    expect(readEnvFile(kept)).toEqual({ LOG_LEVEL: 'debug', ...VALUES });
    expect(statSync(kept).mode & 0o777).toBe(0o600);
  });

  test('takes no value that would be read as more than one', () => {
    const path = write('');
    expect(() => addToEnvFile(path, { APP_ID: '1"\nHOST=0.0.0.0\nX="' })).toThrow('open quote');
    expect(readFileSync(path, 'utf8')).toBe('');
  });
});

describe('what registering is told', () => {
  const given = { PUBLIC_URL };

  test.each([
    ['no public address', {}, 'PUBLIC_URL is missing'],
    [
      'an App already',
      { ...given, APP_ID: '1', WEBHOOK_SECRET: 'x' },
      'APP_ID, WEBHOOK_SECRET are set already',
    ],
    ['an organisation that is a path', { ...given, GH_ORG: '../acme' }, 'GH_ORG must be the login'],
    ['an address that is none', { ...given, GITHUB_SERVER_URL: 'github.com' }, 'GITHUB_SERVER_URL must be'],
  ])('is refused with %s', (_, environment, words) => {
    const read = readRegistering(environment);
    expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    [{}, 'http://127.0.0.1:3000'],
    [{ HOST: 'localhost' }, 'http://localhost:3000'],
    [{ HOST: '::1' }, 'http://[::1]:3000'],
    [{ HOST: '0.0.0.0' }, PUBLIC_URL],
    [{ HOST: '127.evil.example' }, PUBLIC_URL],
  ])('with %j leads the browser to %s', (environment, expected) => {
    expect(browserUrl(settingsOf({ ...given, ...environment }), 3000)).toBe(expected);
  });
});

const missing = findMissingBrowser();
const inBrowser = missing === null ? test : test.skip;

describe('npm run setup', () => {
  test('is nothing else', () => {
    const { scripts } = z
      .object({ scripts: z.object({ setup: z.string() }) })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(scripts.setup).toBe('node scripts/setup.ts');
  });

  test('registers the App of app.yml, writes .env and ends, and prints no secret', async () => {
    const { github, url } = await startGitHub();
    writeFileSync(join(directory, '.env'), `GITHUB_SERVER_URL=${url}\nGITHUB_API_URL=${url}\n`);
    const port = await findFreePort();
    const setup = start({ PUBLIC_URL, PORT: String(port) });
    const address = await setup.address;
    expect(address.startsWith(`http://127.0.0.1:${port}/?key=`)).toBe(true);
    const page = await (await fetch(address)).text();
    expect(manifestOf(page)).toMatchObject({
      ...APP_FILE,
      public: false,
      redirect_url: `http://127.0.0.1:${port}/registered`,
    });
    const [, state = ''] = /\?state=([\w-]+)"/.exec(page) ?? [];
    const stranger = await fetch(`http://127.0.0.1:${port}/registered?code=abc&state=${'a'.repeat(43)}`);
    expect(stranger.status).toBe(403);
    const back = await fetch(`http://127.0.0.1:${port}/registered?code=abc&state=${state}`, {
      redirect: 'manual',
    });
    expect(back.headers.get('location')).toBe(`${url}/apps/ghost-runner/installations/new`);
    const { code, out, error } = await setup.ended;
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain('registered with the number 4711');
    expect(out).not.toMatch(/a-secret|BEGIN/);
    expect(readSettings(readEnvFile(join(directory, '.env')))).toMatchObject({
      ok: true,
      settings: { appId: 4711, serverUrl: url },
    });
    await github.close();
  });

  inBrowser(
    `is one button in a browser, which ends where repositories are chosen${missing === null ? '' : ` (SKIPPED: ${missing})`}`,
    async () => {
      const { github, url } = await startGitHub();
      const port = await findFreePort();
      const settings = { PUBLIC_URL, PORT: String(port), GITHUB_SERVER_URL: url, GITHUB_API_URL: url };
      const setup = start({ ...settings, GH_ORG: 'acme' });
      const browser = await openBrowser();
      const page = await browser.context.newPage();
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(await setup.address);
      expect(await page.evaluate("getComputedStyle(document.querySelector('dt')).fontWeight")).toBe('600');
      await page.getByRole('button').click();
      await page.getByRole('link', { name: 'Create GitHub App' }).click();
      await page.waitForURL(`${url}/apps/ghost-runner/installations/new`);
      expect(await setup.ended).toMatchObject({ code: 0, error: '' });
      expect(github.asked.map(({ line }) => line)).toEqual(
        expect.arrayContaining([
          'POST /organizations/acme/settings/apps/new',
          'POST /app-manifests/abc/conversions',
        ]),
      );
      // A picture for its tab is all that a browser asks for beside; nothing answers that.
      expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
      await browser.close();
      await github.close();
    },
  );

  test('does nothing where .env has an App already', async () => {
    writeFileSync(join(directory, '.env'), 'APP_ID=1\n');
    const { code, out, error } = await start({ PUBLIC_URL }).ended;
    expect({ code, out }).toEqual({ code: 78, out: '' });
    expect(error).toContain('APP_ID is set already, in .env or in the environment');
    expect(readFileSync(join(directory, '.env'), 'utf8')).toBe('APP_ID=1\n');
  });

  test('says so where another process has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, error } = await start({ PUBLIC_URL, PORT: String(port) }).ended;
    expect(code).toBe(69);
    expect(error).toContain('End what has it, or set PORT.');
    other.close();
  });
});

/** Starts it as package.json does, in a folder of its own. */
function start(environment: { readonly [name: string]: string }) {
  const child = spawn(process.execPath, [join(root, 'scripts/setup.ts')], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const address = Promise.withResolvers<string>();
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
    const [found] = /https?:\S+\?key=\S+(?=\n)/.exec(out) ?? [];
    if (found !== undefined) address.resolve(found);
  });
  const ended = Promise.all([once(child, 'close'), text(child.stderr)]).then(([[code], error]) => ({
    code: Number(code),
    out,
    error,
  }));
  return { address: address.promise, ended };
}

function settingsOf(environment: { readonly [name: string]: string }): RegisteringSettings {
  const read = readRegistering(environment);
  if (!read.ok) {
    throw new Error(read.problems.join(' '));
  }
  return read.settings;
}
