import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setUp({ rootDir }) {
  /** Where every local GitHub of this run leaves what it checked; the reporter adds it up. */
  process.env.GHOST_RUNNER_VALIDATION_LOG = join(
    mkdtempSync(join(tmpdir(), 'ghost-runner-tests-')),
    'validation.jsonl',
  );
  /** Tests start thousands of processes of few programs; Node keeps what it made of their sources here. */
  process.env.NODE_COMPILE_CACHE ??= join(rootDir, 'node_modules', '.cache', 'node');
}
