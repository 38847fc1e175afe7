import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { GOOD } from '../../src/local/sample/patches.ts';
import { SHOP, shopConfig } from '../../src/local/sample/shop.ts';
import { LOCAL_BOT_TOKEN, startLocalSlack } from '../../src/local/slack/server.ts';
import { findFreePort } from '../free-port.ts';
import { APP_FILE, WEBHOOK_SECRET } from './world.ts';

let github: LocalGitHub;
let app: { readonly id: number; readonly privateKey: string };
let directory: string;
beforeAll(async () => {
  github = await startLocalGitHub();
  await github.createRepository('acme/shop', {
    files: { ...SHOP, '.github/ghost-runner.yml': shopConfig('C0GHOST001') },
  });
  app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: APP_FILE.default_permissions,
    repositories: ['acme/shop'],
  });
});
afterAll(() => github.close());
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'serve-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

type Environment = { readonly [name: string]: string };

function settings(port: number): Environment {
  return {
    PORT: String(port),
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET,
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.url,
    GHOST_STORE: join(directory, 'store.sqlite'),
    LOG_LEVEL: 'fatal',
  };
}

/** Starts the command line in an environment of its own. */
function start(words: readonly string[], environment: Environment) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/bin.ts'), ...words], {
    cwd: directory,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.error += text;
  });
  const closed = once(child, 'close');
  return {
    child,
    said,
    end: async () => {
      await closed;
      return { code: child.exitCode, ...said };
    },
  };
}

async function run(words: readonly string[], environment: Environment) {
  return await start(words, environment).end();
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('ghost-runner serve', () => {
  test('says what is missing, one sentence each, and ends with 78', async () => {
    const { code, error } = await run(['serve'], { PORT: 'many' });
    expect(code).toBe(78);
    expect(error.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^ghost-runner: PORT must be a number from 0 to 65535\.$/),
      expect.stringMatching(/^ghost-runner: APP_ID is missing; .*\.$/),
      expect.stringMatching(/^ghost-runner: PRIVATE_KEY is missing; .*\.$/),
      expect.stringMatching(/^ghost-runner: WEBHOOK_SECRET is missing; .*\.$/),
    ]);
  });

  test('ends with 69 and one sentence where the port is taken', async () => {
    const port = await findFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    const { code, error } = await run(['serve'], settings(port));
    await new Promise((resolve) => other.close(resolve));
    expect([code, error]).toEqual([
      69,
      `ghost-runner: can't listen on 127.0.0.1:${port}: another process has it; end that one, or set PORT.\n`,
    ]);
  });

  test('ends with 69 and one sentence where the store can not be had', async () => {
    const { code, error } = await run(['serve'], { ...settings(0), GHOST_STORE: '/nowhere/s.sqlite' });
    expect(code).toBe(69);
    expect(error).toMatch(/^ghost-runner: the store at \/nowhere\/s\.sqlite can't be used: .*\.\n$/);
  });

  test('ends with 69 and one sentence where Slack refuses the token, whatever else is out of reach', async () => {
    const slack = await startLocalSlack();
    const { code, error } = await run(['serve'], {
      ...settings(0),
      GITHUB_API_URL: 'http://127.0.0.1:1',
      SLACK_APP_TOKEN: 'xapp-1-wrong',
      SLACK_BOT_TOKEN: LOCAL_BOT_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    });
    await slack.close();
    expect([code, error]).toEqual([
      69,
      expect.stringMatching(
        /^ghost-runner: Slack opens no socket: invalid_auth; .* SLACK_APP_TOKEN to it\.\n$/,
      ),
    ]);
  }, 20_000);

  test('is told by .env of the working directory what the environment does not say', async () => {
    const port = await findFreePort();
    const { PORT: _, PRIVATE_KEY = '', ...rest } = settings(port);
    const key = Buffer.from(PRIVATE_KEY).toString('base64');
    writeFileSync(join(directory, '.env'), `PORT=${port}\nPRIVATE_KEY=${key}\nAPP_ID=1\n`);
    const server = start(['serve'], rest);
    await until(() => server.said.error.includes(`ready at http://127.0.0.1:${port}`));
    server.child.kill('SIGTERM');
    expect(await server.end()).toMatchObject({ code: 0 });
  });

  test('takes a patch with a token that the command line made, and ends when it is told to', async () => {
    const port = await findFreePort();
    const made = await run(
      ['token', 'make', '--sender', 'shop-gpt', '--repo', 'Acme/Shop', 'acme/shop', '--json'],
      settings(port),
    );
    const { secret, id } = z.object({ secret: z.string(), id: z.string() }).parse(JSON.parse(made.out));
    const server = start(['serve'], settings(port));
    await until(() => server.said.error.includes(`ready at http://127.0.0.1:${port}`));
    const send = () =>
      fetch(`http://127.0.0.1:${port}/api/patches`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json',
          connection: 'close',
        },
        body: JSON.stringify(GOOD),
      });
    expect((await send()).status).toBe(202);
    expect((await run(['token', 'revoke', id], settings(port))).code).toBe(0);
    expect((await send()).status).toBe(401);
    server.child.kill('SIGTERM');
    expect(await server.end()).toMatchObject({ code: 0 });
  });
});

test.each([
  ['list', '--repo', 'acme/shop'],
  ['status', '--repo', 'acme/shop'],
])('%s reads no .env, which may be that of a stranger', async (...words) => {
  writeFileSync(join(directory, '.env'), `GITHUB_TOKEN=ghs_x\nGITHUB_API_URL=${github.apiUrl}\n`);
  const { code, error } = await run(words, {});
  expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining('no token: set GITHUB_TOKEN') });
});

describe('ghost-runner token', () => {
  test('is shown once, and its secret is nowhere in the store or in the list', async () => {
    const made = await run(['token', 'make', '--sender', 'shop-gpt', '--repo', 'acme/shop'], settings(0));
    const secret = made.out.trim();
    expect(secret).toMatch(/^ghost_[\w-]{43}$/);
    expect(made.error).toContain('shown once');
    const listed = await run(['token', 'list', '--json'], settings(0));
    expect(JSON.parse(listed.out)).toMatchObject({ sender: 'shop-gpt', repositories: ['acme/shop'] });
    expect(listed.out).not.toContain(secret);
    expect(listed.out).not.toContain('hash');
  });

  test('with an address has a second secret, which is shown once too', async () => {
    const words = [
      '--sender',
      'agent',
      '--repo',
      'acme/shop',
      '--callback',
      'https://agent.example.com/hooks',
    ];
    const made = await run(['token', 'make', ...words, '--json'], settings(0));
    const { id, callbackSecret } = z
      .object({ id: z.string(), callbackSecret: z.string() })
      .parse(JSON.parse(made.out));
    expect(callbackSecret).toMatch(/^whsec_[\w+/]{43}=$/);
    const listed = await run(['token', 'list'], settings(0));
    const line = listed.out.split('\n').find((one) => one.startsWith(id));
    expect(line).toContain('https://agent.example.com/hooks\t0 waiting, 0 given up');
    expect(listed.out).not.toContain('whsec_');
  });

  test('of a folder without a store says where it was looked for, and makes none', async () => {
    const store = join(directory, 'elsewhere.db');
    const { code, error } = await run(['token', 'list'], { ...settings(0), GHOST_STORE: store });
    expect(code).toBe(1);
    expect(error).toContain(`there is no store at ${store}`);
    expect(existsSync(store)).toBe(false);
  });

  test('that is not known can not be revoked', async () => {
    await run(['token', 'make', '--sender', 'shop-gpt', '--repo', 'acme/shop'], settings(0));
    const { code, error } = await run(['token', 'revoke', 'tk_unknown'], settings(0));
    expect(code).toBe(1);
    expect(error).toContain(
      `tk_unknown is no token that could be revoked in ${join(directory, 'store.sqlite')}`,
    );
  });

  test('is in the store that .env of the working directory names, as the server has it, unless the environment does', async () => {
    const store = join(directory, 'from-file.db');
    writeFileSync(join(directory, '.env'), `GHOST_STORE=${store}\n`);
    const words = ['token', 'make', '--sender', 'gpt', '--repo', 'acme/shop', '--json'];
    const { GHOST_STORE: other = '', ...rest } = settings(0);
    const made = await run(words, rest);
    expect(made).toMatchObject({ code: 0, error: expect.stringContaining(`a new store, ${store}, `) });
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(made.out));
    expect((await run(['token', 'list'], rest)).out).toContain(id);
    expect((await run(words, { ...rest, GHOST_STORE: other })).error).toContain(other);
    expect((await run(['token', 'revoke', id], { ...rest, GHOST_STORE: other })).error).toContain(
      `could be revoked in ${other}`,
    );
    expect(await run(['token', 'revoke', id], rest)).toMatchObject({ code: 0 });
  });

  test('is made in no store where .env can not be read', async () => {
    mkdirSync(join(directory, '.env'));
    const { code, error } = await run(['token', 'list'], settings(0));
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining(".env of this folder can't be read"),
    });
  });

  test('that is the first of a new store says so, and where that is', async () => {
    const store = join(directory, 'new.db');
    const words = ['token', 'make', '--sender', 'gpt', '--repo', 'acme/shop'];
    const first = await run(words, { ...settings(0), GHOST_STORE: store });
    expect(first).toMatchObject({ code: 0, error: expect.stringContaining(`a new store, ${store}, `) });
    const second = await run(words, { ...settings(0), GHOST_STORE: store });
    expect(second).toMatchObject({ code: 0, error: expect.not.stringContaining('new store') });
  });

  test.each([
    [
      ['make', '--sender', 'gpt', '--repo', 'acme/shop', '--callback', 'http://localhost'],
      '--callback must begin',
    ],
    [['make', '--sender', 'a b', '--repo', 'acme/shop'], '--sender must be a name'],
    [['make', '--sender', 'gpt.', '--repo', 'acme/shop'], 'not end with a dot'],
    [['make', '--sender', 'gpt', '--repo', 'acme'], '--repo must be owner/name, not acme'],
    [['make', '--sender', 'gpt', '--repo', 'acme/shop', '--per-day', '0'], '--per-day must be'],
  ])('%j is refused with its reason', async (words, reason) => {
    const { code, error } = await run(['token', ...words], settings(0));
    expect(code).toBe(1);
    expect(error).toContain(reason);
  });
});
