import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where every local GitHub of this run leaves what it checked; the reporter adds it up. */
export default function setUp() {
  process.env.GHOST_RUNNER_VALIDATION_LOG = join(
    mkdtempSync(join(tmpdir(), 'ghost-runner-tests-')),
    'validation.jsonl',
  );
}
