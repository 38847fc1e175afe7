import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createGitRepository } from '../src/io/git/repository.ts';
import type { Oid, Repository, TreeChange } from '../src/stages/ports.ts';
import { type Sample, takeTurns } from './measure.ts';

/**
 * What the git implementation of the repository port costs beside the bare git commands that do the same by hand:
 * read three files, the control ref and the configuration of one commit; write three files, a branch and a record.
 *
 * Run: node bench/repository.ts [--json]
 */

const ROUNDS = 25;
const SIZES = [500, 50_000];
const FILES = ['src/d1/f1.txt', 'src/d2/f2.txt', 'src/d3/f3.txt'];
const CONFIG = '.github/ghost-runner.yml';
/** Times as long as by hand that the port may take. */
const TARGET = 1.5;

const results = [];
for (const size of SIZES) results.push(await measure(size));
if (process.argv.includes('--json')) {
  console.log(JSON.stringify(results));
} else {
  for (const { size, byHandMs, portMs, ratio } of results) {
    console.log(
      `${size} files: by hand ${byHandMs.toFixed(1)} ms, port ${portMs.toFixed(1)} ms, ratio ${ratio.toFixed(2)} (target ${TARGET})`,
    );
  }
}
if (results.some(({ ratio }) => ratio > TARGET)) process.exitCode = 1;

async function measure(size: number) {
  const directory = createRepository(size);
  try {
    const repository = createGitRepository({ directory });
    const medians = await takeTurns(
      new Map([
        [
          'by hand',
          async (run: number) => await timed(async () => readAndWriteByHand(directory, `by-hand-${run}`)),
        ],
        [
          'port',
          async (run: number) => await timed(async () => await readAndWrite(repository, `port-${run}`)),
        ],
      ]),
      ROUNDS,
    );
    const [byHandMs = Number.NaN, portMs = Number.NaN] = [...medians.values()].map((sample) => sample['ms']);
    return { size, byHandMs, portMs, ratio: portMs / byHandMs };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function timed(work: () => Promise<void>): Promise<Sample> {
  const start = performance.now();
  await work();
  return { ms: performance.now() - start };
}

function createRepository(size: number): string {
  const directory = mkdtempSync(join(tmpdir(), 'ghost-runner-bench-'));
  const files = Array.from(
    { length: size },
    (_, index) => `M 100644 inline src/d${index % 500}/f${index}.txt\ndata 6\nhello\n\n`,
  );
  const head = 'commit refs/heads/main\ncommitter Ada <ada@example.com> 1700000000 +0000\ndata 5\nfirst\n';
  const config = `M 100644 inline ${CONFIG}\ndata 11\nversion: 1\n\n`;
  git(directory, ['init', '--quiet', '--bare', '--initial-branch=main']);
  git(
    directory,
    ['fast-import', '--quiet'],
    `${head}${config}${files.join('')}reset refs/ghost/control\nfrom refs/heads/main\n\n`,
  );
  return directory;
}

async function readAndWrite(repository: Repository, round: string): Promise<void> {
  const control = 'refs/ghost/control';
  const { base, refs } = await repository.read({ files: FILES, refs: [control], config: CONFIG });
  if (base === null) throw new Error('there is no base');
  const guard = refs.get(control)?.oid ?? null;
  const result = await repository.write({
    commits: {
      branch: {
        tree: { base: base.tree, changes: FILES.map((path) => change(path, round)) },
        parents: [base.sha],
        message: () => round,
      },
      record: {
        tree: { base: null, changes: [change('patch.json', round)] },
        parents: [],
        message: () => round,
      },
    },
    refs: [
      { ref: control, before: guard, after: guard },
      { ref: `refs/heads/ghost/${round}`, before: null, after: { commit: 'branch' } },
      { ref: `refs/ghost/patches/${round}`, before: null, after: { commit: 'record' } },
    ],
  });
  if (!result.ok) throw new Error(`${result.moved.join(', ')} moved`);
}

function change(path: string, round: string): TreeChange {
  return { path, mode: '100644', bytes: Buffer.from(`${round} of ${path}\n`) };
}

/** As one would write it in a shell script: one command after the other, an index of its own, no working tree. */
function readAndWriteByHand(directory: string, round: string): void {
  const head = git(directory, ['symbolic-ref', 'HEAD']);
  const base = git(directory, ['rev-parse', head]);
  const control = git(directory, ['rev-parse', 'refs/ghost/control']);
  git(directory, ['cat-file', 'commit', control]);
  git(directory, ['ls-tree', '-z', '-t', base, ...FILES, CONFIG]);
  git(directory, ['cat-file', '--batch'], [...FILES, CONFIG].map((path) => `${base}:${path}\n`).join(''));
  const branch = commitByHand(directory, { base, paths: FILES, round });
  const record = commitByHand(directory, { base: null, paths: ['patch.json'], round });
  const moves = [
    `verify refs/ghost/control ${control}`,
    `create refs/heads/ghost/${round} ${branch}`,
    `create refs/ghost/patches/${round} ${record}`,
  ];
  git(directory, ['update-ref', '--stdin'], ['start', ...moves, 'prepare', 'commit', ''].join('\n'));
}

function commitByHand(
  directory: string,
  { base, paths, round }: { base: Oid | null; paths: readonly string[]; round: string },
): Oid {
  const folder = mkdtempSync(join(tmpdir(), 'ghost-runner-by-hand-'));
  const index = { GIT_INDEX_FILE: join(folder, 'index') };
  const bodies = paths.map((path, position) => ({ path, file: join(folder, `${position}`) }));
  for (const { path, file } of bodies) writeFileSync(file, `${round} of ${path}\n`);
  const blobs = git(directory, [
    'hash-object',
    '-w',
    '--no-filters',
    ...bodies.map(({ file }) => file),
  ]).split('\n');
  if (base !== null) git(directory, ['read-tree', base], '', index);
  const entries = paths.map((path, position) => `100644 ${blobs[position]}\t${path}\n`).join('');
  git(directory, ['update-index', '--add', '--index-info'], entries, index);
  const tree = git(directory, ['write-tree'], '', index);
  rmSync(folder, { recursive: true });
  return git(directory, ['commit-tree', tree, ...(base === null ? [] : ['-p', base]), '-m', round]);
}

function git(
  directory: string,
  args: readonly string[],
  input = '',
  variables: { readonly [name: string]: string } = {},
): string {
  const person = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'a@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'a@example.com',
  };
  const env = { ...process.env, ...person, ...variables };
  return execFileSync('git', [...args], { cwd: directory, input, env, maxBuffer: 2 ** 26 })
    .toString('utf8')
    .trimEnd();
}
