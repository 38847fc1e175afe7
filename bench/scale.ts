import { countRequests, createOctokit } from '../src/io/github/client.ts';
import { createForge } from '../src/io/github/forge.ts';
import { createLedger } from '../src/io/github/ledger.ts';
import { createApiRepository } from '../src/io/github/repository.ts';
import { createSecretScanner } from '../src/io/secrets.ts';
import { startLocalGitHub } from '../src/local/github/server.ts';
import { apply } from '../src/stages/apply.ts';
import { createCompute } from '../src/stages/compute.ts';
import { ratios, round, type Sample, takeTurns } from './measure.ts';

/**
 * What one patch costs on repositories of 500 and of 50,000 files, and with 1 to 90 files touched: requests,
 * bytes, and time, the local GitHub.s included (it runs in this process).
 */
const RUNS = Number(process.env['RUNS'] ?? 15);
const PACKAGES = 10;
const FILES_PER_FOLDER = 50;
const SIZES = { small: 500, large: 50_000 } as const;

const github = await startLocalGitHub();
try {
  for (const [name, files] of Object.entries(SIZES)) {
    await github.createRepository(`bench/${name}`, { files: tree(files), collaborators: { bench: 'write' } });
  }
  const bySize = await takeTurns(
    new Map([
      [`${SIZES.small} files`, (run: number) => measure('small', run, 3)],
      [`${SIZES.large} files`, (run: number) => measure('large', run, 3)],
    ]),
    RUNS,
  );
  console.log(`one patch of 3 files, medians of ${RUNS} runs in turns`);
  console.table(Object.fromEntries(bySize));
  const [small, large] = [...bySize.values()];
  console.log('ratio of the large to the small repository');
  console.table(ratios(large, small));
  const touched = [1, 10, 90];
  const byTouched = await takeTurns(
    new Map(
      touched.map((files) => [
        `${files} files touched`,
        (run: number) => measure('small', run + files * 1000, files),
      ]),
    ),
    RUNS,
  );
  console.table(Object.fromEntries(byTouched));
} finally {
  await github.close();
}

async function measure(name: keyof typeof SIZES, run: number, touched: number): Promise<Sample> {
  const token = github.createToken({
    login: 'bench',
    permissions: { contents: 'write', statuses: 'write', 'pull-requests': 'read' },
  });
  const octokit = createOctokit({ token, apiUrl: github.apiUrl });
  const requests = countRequests(octokit);
  const at = { octokit, owner: 'bench', name };
  github.clearRequests();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const report = await apply(
    {
      repository: createApiRepository(at),
      forge: createForge(at),
      ledger: createLedger(at),
      chat: null,
      compute: createCompute(createSecretScanner()),
      clock: { now: () => new Date() },
      site: { repository: `bench/${name}`, serverUrl: github.url, ciStartsByItself: true },
      run: { id: run + 1, attempt: 1, url: '' },
    },
    { payload: patch(`${name}-${touched}-${run}`, touched), sender: 'bench', dryRun: false },
  );
  if (report.kind !== 'applied') {
    throw new Error(`the patch was not applied: ${JSON.stringify(report)}`);
  }
  const used = process.cpuUsage(cpu);
  return {
    requests: requests.count,
    chain: requests.longestChain,
    bytes: github.requests.reduce((sum, request) => sum + request.requestBytes + request.responseBytes, 0),
    'wall ms': round(performance.now() - started),
    'cpu ms (server included)': round((used.user + used.system) / 1000),
  };
}

/** Like a repository of packages: the root stays small, and the depth takes the files. GitHub answers a new tree with the entries of its root. */
function tree(files: number): { readonly [path: string]: string } {
  const paths = Array.from(
    { length: files },
    (_, index) => [pathOf(index), `line one\nfile ${index}\nline three\n`] as const,
  );
  return { '.github/ghost-runner.yml': 'test:\n  command: "true"\n', ...Object.fromEntries(paths) };
}

function pathOf(index: number): string {
  const inPackage = Math.floor(index / PACKAGES);
  return `packages/p${index % PACKAGES}/src/part${Math.floor(inPackage / FILES_PER_FOLDER)}/file${inPackage % FILES_PER_FOLDER}.txt`;
}

function patch(id: string, touched: number) {
  const changes = Array.from({ length: touched }, (_, index) => ({
    kind: 'edit',
    path: pathOf(index),
    find: 'line one',
    replace: `line one of ${id}`,
  }));
  return { id, patch: { version: 1, changes } };
}
