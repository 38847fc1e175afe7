import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { startServer } from '../../src/app/server.ts';
import type { Settings } from '../../src/app/settings.ts';
import { openStore } from '../../src/io/store/open.ts';
import { findFreePort } from '../free-port.ts';

const directory = mkdtempSync(join(tmpdir(), 'failed-start-'));
afterAll(() => rmSync(directory, { recursive: true }));
afterEach(() => {
  jest.restoreAllMocks();
});

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** It knows nobody, and says so at once, so that nothing is tried again after the end of a test. */
const github = createHttpServer((_, response) => {
  response.writeHead(401, { 'content-type': 'application/json' }).end('{"message": "Bad credentials"}');
});
let apiUrl: string;
beforeAll(async () => {
  const port = await findFreePort();
  await new Promise<void>((resolve) => {
    github.listen(port, '127.0.0.1', resolve);
  });
  apiUrl = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  github.close();
  github.closeAllConnections();
});

type Failure = {
  readonly what: string;
  readonly settings?: Partial<Settings>;
  /** Done to the store's file before. */
  readonly sql?: string;
  readonly says: RegExp;
};

const FAILURES: readonly Failure[] = [
  { what: 'the events can not be read', sql: 'DROP TABLE events', says: /no such table: events/ },
  { what: 'its own address is none', settings: { publicUrl: 'nowhere' }, says: /Invalid URL/ },
];

test.each(FAILURES)(
  'a start that fails because $what leaves no port, no file and no timer behind',
  async ({ settings, sql, says }) => {
    const port = await findFreePort();
    const store = join(directory, `${port}.sqlite`);
    await (await openStore(store)).close();
    if (sql !== undefined) {
      const database = new DatabaseSync(store);
      database.exec(sql);
      database.close();
    }
    const begun = jest.spyOn(globalThis, 'setInterval');
    const ended = jest.spyOn(globalThis, 'clearInterval');
    const start = startServer({
      host: '127.0.0.1',
      port,
      publicUrl: apiUrl,
      appId: 1,
      privateKey,
      webhookSecret: 'a-secret-for-webhooks-only',
      apiUrl,
      serverUrl: apiUrl,
      store,
      logLevel: 'fatal',
      ...settings,
    });
    await expect(start).rejects.toThrow(says);
    expect(openFiles().filter((path) => path.startsWith(store))).toEqual([]);
    await expectFree(port);
    const timers = begun.mock.results.flatMap(({ type, value }) => (type === 'return' ? [value] : []));
    const cleared = new Set<unknown>(ended.mock.calls.map(([timer]) => timer));
    expect(timers.filter((timer) => timer.hasRef() && !cleared.has(timer))).toHaveLength(0);
  },
);

/** Where every descriptor of this process leads; elsewhere than on Linux nobody can tell. */
function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      return [readlinkSync(`/proc/self/fd/${descriptor}`)];
    } catch {
      return [];
    }
  });
}

async function expectFree(port: number): Promise<void> {
  const other = createServer();
  await new Promise<void>((resolve, reject) => {
    other.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => other.close(resolve));
}
