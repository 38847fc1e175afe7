import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ratios, round, takeTurns } from './measure.ts';

/** From starting the built Action to its first request on the wire, compared with `node -e 0`. */
const RUNS = Number(process.env['RUNS'] ?? 15);
const ROOT = join(import.meta.dirname, '..');
const directory = mkdtempSync(join(tmpdir(), 'bench-start-'));
const event = join(directory, 'event.json');
writeFileSync(
  event,
  JSON.stringify({ client_payload: { patch: { version: 1, changes: [{ kind: 'delete', path: 'a' }] } } }),
);

try {
  const stages = new Map([
    ['node -e 0', timeBare],
    ['apply, to its first request', () => timeToFirstRequest({ INPUT_STAGE: 'apply' })],
    [
      'publish, to its first request',
      () => timeToFirstRequest({ INPUT_STAGE: 'publish', INPUT_HANDOVER: handover() }),
    ],
    [
      'test, to the first output of its command',
      () => timeToOutput({ INPUT_STAGE: 'test', INPUT_SHA: 'a'.repeat(40), INPUT_COMMAND: 'echo started' }),
    ],
  ]);
  const results = await takeTurns(
    new Map([...stages].map(([name, time]) => [name, async () => ({ 'wall ms': round(await time()) })])),
    RUNS,
  );
  const bare = results.get('node -e 0');
  console.log(`medians of ${RUNS} runs in turns`);
  console.table(
    Object.fromEntries(
      [...results].map(([name, sample]) => [name, { ...sample, ratio: ratios(sample, bare)['wall ms'] }]),
    ),
  );
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function timeBare(): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' })
      .once('error', reject)
      .once('exit', () => resolve(performance.now() - started));
  });
}

/** A server that answers nothing: the first connection is what is waited for. */
async function timeToFirstRequest(inputs: NodeJS.ProcessEnv): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server has no port');
  }
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/index.js')], {
    stdio: 'ignore',
    env: environment({ ...inputs, GITHUB_API_URL: `http://127.0.0.1:${address.port}` }),
  });
  await new Promise((resolve) => server.once('connection', resolve));
  const wall = performance.now() - started;
  child.kill('SIGKILL');
  server.closeAllConnections();
  server.close();
  return wall;
}

async function timeToOutput(inputs: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/index.js')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: environment(inputs),
  });
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => (chunk.includes('started') ? resolve() : undefined)),
  );
  const wall = performance.now() - started;
  child.kill('SIGKILL');
  return wall;
}

function environment(inputs: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '1',
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: directory,
    'INPUT_TIMEOUT-MINUTES': '1',
    'INPUT_GITHUB-TOKEN': 'none',
    ...inputs,
  };
}

function handover(): string {
  return JSON.stringify({
    id: 'x',
    digest: 'd',
    attempt: 1,
    head: 'a'.repeat(40),
    labels: [],
    reviewers: [],
  });
}
