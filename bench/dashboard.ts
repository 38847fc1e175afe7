import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startServer } from '../src/app/server.ts';
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
    const server = await startServer({
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
    });
    ends.push(() => server.stop());
    const signedIn = await fetch(server.makeSignInUrl() ?? '', { redirect: 'manual' });
    const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    for (const [name, path] of Object.entries(PATHS)) {
      const visit = () => time(`${server.url}${path}`, cookie);
      console.log(`${size} patches, ${name}, the very first time: ${round(await visit())} ms`);
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

async function time(url: string, cookie: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const page = await answer.text();
  if (!answer.ok || !page.includes('class="patches"')) {
    throw new Error(`the dashboard answered ${answer.status}`);
  }
  return performance.now() - started;
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
