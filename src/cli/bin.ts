#!/usr/bin/env node
import { CommanderError } from 'commander';
import { run, USAGE_EXIT_CODE } from './main.ts';

// Whoever reads our output may stop reading, such as `head`; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}

/** Commander has said what is wrong with the command line; anything else is said here, in one line. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  }
  process.stderr.write(`ghost-runner: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}
