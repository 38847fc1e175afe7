import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { median } from '../measure.ts';
import { type Child, startChild } from './child.ts';
import { startRecordSource } from './record-source.ts';
import { atMost, plain, type Row } from './rows.ts';
import type { World } from './world.ts';

/**
 * Each holds its share of the patches: as many as the server's watch looks after in one repository. Ten accounts have ten
 * each, for what is asked about one account is paced.
 */
export const LARGE_REPOSITORIES = Array.from(
  { length: 100 },
  (_, index) => `account-${index % 10}/large-${index + 1}`,
);

/**
 * A server finds so many patches on GitHub and takes them into its index; then it is started anew, looked at, and passes
 * over all of them with its watch.
 */
export async function measureMemory(
  world: World,
  { patches, pages }: { readonly patches: number; readonly pages: number },
): Promise<readonly Row[]> {
  const source = await startRecordSource(world.github, patches / LARGE_REPOSITORIES.length);
  const settings = { ...world.settings('memory'), apiUrl: source.apiUrl };
  try {
    const first = await startChild('app-server.ts', settings);
    const started = performance.now();
    await untilIndexed(settings.store, patches);
    const seconds = (performance.now() - started) / 1000;
    await delay(SETTLING_MS);
    const indexed = await first.usage();
    await first.stop();
    const second = await startChild('app-server.ts', settings);
    const cookie = await signIn(second);
    const cold = await visit(second, cookie);
    const warm: number[] = [];
    for (let page = 0; page < pages; page++) {
      warm.push(await visit(second, cookie));
    }
    await delay(WATCHING_MS);
    const watched = await second.usage();
    await second.stop();
    const many = patches.toLocaleString('en');
    return [
      atMost(`memory after ${many} patches were indexed`, indexed.rss / MEGABYTE, LIMIT_MB, 'MB'),
      atMost('the most until then', indexed.peak / MEGABYTE, LIMIT_MB, 'MB'),
      atMost('the most while the watch passes over them', watched.peak / MEGABYTE, LIMIT_MB, 'MB'),
      plain('indexing one patch', (seconds / patches) * 1000, 'ms'),
      atMost('the first page after a start', cold, LIMIT_MS, 'ms'),
      atMost('later pages', median(warm), LIMIT_MS, 'ms'),
    ];
  } finally {
    source.close();
  }
}

const MEGABYTE = 1_000_000;
const LIMIT_MB = 200;
const LIMIT_MS = 100;

/** Milliseconds after which what was needed for indexing is free again. */
const SETTLING_MS = 3_000;

/** Milliseconds in which a pass over each repository has ended: they begin two seconds apart. */
const WATCHING_MS = 220_000;

async function untilIndexed(path: string, patches: number): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 1_000 });
  const count = database.prepare('SELECT count(*) AS count FROM deliveries');
  let known = 0;
  let changed = performance.now();
  while (known < patches) {
    await delay(POLL_MS);
    const now = Number(count.get()?.['count']);
    if (now !== known) {
      changed = performance.now();
    } else if (performance.now() - changed > PATIENCE_MS) {
      throw new Error(`after ${known} patches no more were indexed`);
    }
    known = now;
  }
  database.close();
}

const POLL_MS = 200;

/** Milliseconds in which something must have changed. */
const PATIENCE_MS = 20_000;

async function signIn({ signInUrl }: Child): Promise<string> {
  const answer = await fetch(signInUrl, { redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
}

async function visit({ url }: Child, cookie: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const page = await answer.text();
  if (!answer.ok || !page.includes('<main')) {
    throw new Error(`the dashboard answered ${answer.status}`);
  }
  return performance.now() - started;
}
