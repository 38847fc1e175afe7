import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startServer } from '../src/app/server.ts';
import type { Settings } from '../src/app/settings.ts';
import { openSqliteStore } from '../src/io/store/sqlite.ts';
import { startLocalGitHub } from '../src/local/github/server.ts';
import { ratios, round, type Sample, takeTurns } from './measure.ts';

/** The dashboard's first page over HTTP, with 1,000 and with 100,000 patches in the store. */
const RUNS = Number(process.env['RUNS'] ?? 40);
const SIZES = [1_000, 100_000];
const REPOSITORIES = ['acme/shop', 'acme/billing', 'acme/search'];
const PATHS = {
  'the first page': '/',
  'one repository, one state': '/?repository=acme%2Fshop&state=refused',
  'its rarest state': '/?repository=acme%2Fshop&state=merged',
};

const KINDS = ['opened', 'refused', 'tests_failed', 'opened', 'conflict'];

/** Milliseconds between two patches, so that all of them lie within the days that are counted. */
const SPACING_MS = 25_000;

/** What pages hold: always, and once GitHub has said what the visitor may see. */
const IN_PART = 'id="content"';
const WHOLE = 'class="patches"';

const directory = mkdtempSync(join(tmpdir(), 'bench-dashboard-'));
const github = await startLocalGitHub();
const ends: (() => Promise<void>)[] = [];
try {
  for (const name of REPOSITORIES) {
    await github.createRepository(name, { files: { 'README.md': '# A shop\n' } });
  }
  const app = github.createApp({
    slug: 'ghost-runner',
    owner: 'acme',
    permissions: { contents: 'write', metadata: 'read' },
    repositories: REPOSITORIES,
  });
  const subjects = new Map<string, () => Promise<Sample>>();
  const slowest = new Map<string, number>();
  for (const size of SIZES) {
    const store = join(directory, `${size}.sqlite`);
    await fill(store, size);
    const settings: Settings = {
      host: '127.0.0.1',
      port: 0,
      publicUrl: 'http://127.0.0.1:0',
      appId: app.id,
      privateKey: app.privateKey,
      webhookSecret: 'a-secret-for-webhooks-only',
      apiUrl: github.apiUrl,
      serverUrl: github.url,
      store,
      logLevel: 'fatal',
      signIn: { kind: 'local', login: 'acme' },
    };
    const first = await startServer(settings);
    const signedIn = await fetch(first.makeSignInUrl() ?? '', { redirect: 'manual' });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    console.log(`${size} patches, after signing in: ${round(await time(`${first.url}/`, cookie))} ms`);
    await first.stop();
    const server = await startServer(settings);
    ends.push(() => server.stop());
    const started = performance.now();
    const early = round(await time(`${server.url}/`, cookie, IN_PART));
    await untilWhole(`${server.url}/`, cookie);
    const whole = round(performance.now() - started);
    console.log(`${size} patches, after a start: ${early} ms, with all that GitHub says after ${whole} ms`);
    for (const [name, path] of Object.entries(PATHS)) {
      const visit = () => time(`${server.url}${path}`, cookie);
      const subject = `${size} patches, ${name}`;
      subjects.set(subject, async () => {
        const ms = round(await visit());
        slowest.set(subject, Math.max(ms, slowest.get(subject) ?? 0));
        return { ms };
      });
    }
  }
  const results = await takeTurns(subjects, RUNS);
  const [fewest = 0] = SIZES;
  console.log(`medians of ${RUNS} runs in turns; the ratio is to ${fewest} patches`);
  console.table(
    Object.fromEntries(
      [...results].map(([name, sample]) => {
        const few = results.get(name.replace(/^\d+/, String(fewest)));
        return [name, { ...sample, ratio: ratios(sample, few)['ms'], 'slowest ms': slowest.get(name) }];
      }),
    ),
  );
} finally {
  for (const end of ends) {
    await end();
  }
  await github.close();
  rmSync(directory, { recursive: true, force: true });
}

async function time(url: string, cookie: string, expected = WHOLE): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const page = await answer.text();
  if (!answer.ok || !page.includes(expected)) {
    throw new Error(`the dashboard answered ${answer.status}`);
  }
  return performance.now() - started;
}

async function untilWhole(url: string, cookie: string): Promise<void> {
  while (!(await (await fetch(url, { headers: { cookie } })).text()).includes(WHOLE)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Patches of all kinds, the newest one a minute old; few of them were merged, and those long ago. */
async function fill(path: string, size: number): Promise<void> {
  await (await openSqliteStore(path)).close();
  const database = new DatabaseSync(path);
  const insert = database.prepare(
    `INSERT INTO deliveries (repository, id, after, digest, title, sender, received_at, state, sent_at, record_oid,
       record_state, record_outcome, record_at, record_reason, record_pull_request, record_seconds)
     VALUES (?, ?, 0, ?, ?, 'shop-gpt', ?, 'sent', ?, ?, 'done', ?, ?, ?, ?, ?)`,
  );
  const now = Date.now();
  database.exec('BEGIN');
  for (let index = 0; index < size; index++) {
    const outcome = index < size / 100 ? 'merged' : (KINDS[index % KINDS.length] ?? 'opened');
    const at = new Date(now - (size - index) * SPACING_MS).toISOString();
    const opened = outcome === 'merged' || outcome === 'opened';
    insert.run(
      REPOSITORIES[index % REPOSITORIES.length] ?? '',
      `patch-${index}`,
      'a'.repeat(64),
      `Patch number ${index}`,
      at,
      at,
      index.toString(16).padStart(40, '0'),
      outcome,
      at,
      outcome === 'refused' ? 'not_found' : null,
      opened ? index + 1 : null,
      opened ? (index % 300) + 0.5 : null,
    );
  }
  database.exec('COMMIT');
  database.close();
}
