import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { HEARD_EVENTS } from '../../src/app/webhooks.ts';
import { findFreePort } from '../free-port.ts';
import { APP_FILE } from './world.ts';

const root = join(import.meta.dirname, '../..');

describe('app.yml', () => {
  test('says of every right and every event what it is for', () => {
    const [, rights = ''] = readFileSync(join(root, 'app.yml'), 'utf8').split('default_permissions:');
    const lines = rights.split('\n').filter((line) => /^ {2}/.test(line));
    expect(lines).toHaveLength(
      Object.keys(APP_FILE.default_permissions).length + APP_FILE.default_events.length,
    );
    expect(lines.filter((line) => !/ # \w.{10,}$/.test(line))).toEqual([]);
  });

  test('asks for the events that the server listens to, and for no others', () => {
    const source = readFileSync(join(root, 'src/app/webhooks.ts'), 'utf8');
    const listened = [...source.matchAll(/webhooks\.on\((\[.*?\]|'[\w.]+')/g)].flatMap(([, names = '']) =>
      [...names.matchAll(/'(\w+)/g)].map(([, name = '']) => name),
    );
    expect(listened.toSorted()).toEqual([...HEARD_EVENTS].toSorted());
    // Those come with every App, and can't be asked for.
    const asked = listened.filter((name) => !name.startsWith('installation'));
    expect([...APP_FILE.default_events].toSorted()).toEqual(asked.toSorted());
  });

  test('has every right that the workflows want from the same App', () => {
    const wanted = globSync('.github/workflows/*.yml', { cwd: root })
      .flatMap((path) => [
        ...readFileSync(join(root, path), 'utf8').matchAll(/^ +permission-([\w-]+): (\w+)$/gm),
      ])
      .map(([, scope = '', access = '']) => [scope.replaceAll('-', '_'), access] as const);
    expect(wanted.length).toBeGreaterThan(3);
    const missing = wanted.filter(
      ([scope, access]) => !['write', access].includes(APP_FILE.default_permissions[scope] ?? 'none'),
    );
    expect(missing).toEqual([]);
  });

  test("reaches GitHub whole from Probot's set-up page", async () => {
    const directory = mkdtempSync(join(tmpdir(), 'setup-'));
    for (const name of ['app.yml', 'package.json']) {
      cpSync(join(root, name), join(directory, name));
    }
    const port = await findFreePort();
    const child = spawn(join(root, 'node_modules/.bin/probot'), ['run'], {
      cwd: directory,
      env: {
        PATH: process.env['PATH'],
        HOST: '127.0.0.1',
        PORT: String(port),
        NO_SMEE_SETUP: 'true',
        WEBHOOK_PROXY_URL: 'https://ghost.example.com/api/github/webhooks',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(child, 'close');
    try {
      const page = await firstAnswer(`http://127.0.0.1:${port}/probot`);
      const [, manifest = ''] = /id="manifest" value='([^']*)'/.exec(page) ?? [];
      expect(z.record(z.string(), z.unknown()).parse(JSON.parse(manifest))).toMatchObject({
        ...APP_FILE,
        public: false,
        hook_attributes: { url: 'https://ghost.example.com/api/github/webhooks' },
      });
    } finally {
      child.kill();
      await closed;
      rmSync(directory, { recursive: true });
    }
  });
});

async function firstAnswer(url: string): Promise<string> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) {
      return await answer.text();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
