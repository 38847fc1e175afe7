import { CommanderError } from 'commander';
import { USAGE_EXIT_CODE } from './exit-codes.ts';

/** Says why a command ended by an error, and gives its exit code. */
export function explainFailure(error: unknown): number {
  // Commander has said what is wrong with the command line.
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  }
  process.stderr.write(`ghost-runner: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}
