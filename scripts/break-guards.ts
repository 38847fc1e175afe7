/**
 * Breaks each guard of test/hostile/guards in a copy of the repository, one at a time, and sees whether its test
 * fails. Prints a line for each; ends with 1 where one is still green. An argument chooses those whose words hold it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { GUARDS, type Guard } from '../test/hostile/guards.ts';

const root = join(import.meta.dirname, '..');
const wanted = process.argv[2] ?? '';

const copy = mkdtempSync(join(tmpdir(), 'guards-'));
try {
  copyRepository();
  const results = GUARDS.filter(({ against }) => against.includes(wanted)).map((guard) => {
    const result = breakOnce(guard);
    console.log(`${result.padEnd('not run'.length)}  ${guard.against}`);
    return result;
  });
  process.exitCode = results.every((result) => result === 'caught') ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}

function copyRepository(): void {
  const left = new Set(['node_modules', '.git']);
  cpSync(root, copy, { recursive: true, filter: (path) => !left.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
}

/** `not run`: no test has this title, or the tests could not be run at all. */
function breakOnce({ file, from, to, caught }: Guard): 'caught' | 'missed' | 'not run' {
  const path = join(copy, file);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    const { failed, passed } = runTest(caught);
    if (failed > 0) return 'caught';
    return passed > 0 ? 'missed' : 'not run';
  } finally {
    writeFileSync(path, whole);
  }
}

function runTest({ title, file }: Guard['caught']): { readonly failed: number; readonly passed: number } {
  const { stdout } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      file,
      '--testNamePattern',
      title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'),
      '--json',
    ],
    { cwd: copy, encoding: 'utf8' },
  );
  const { numFailedTests, numPassedTests }: { numFailedTests: number; numPassedTests: number } = JSON.parse(
    stdout.slice(stdout.indexOf('{"')),
  );
  return { failed: numFailedTests, passed: numPassedTests };
}
