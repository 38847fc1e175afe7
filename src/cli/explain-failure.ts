import { CommanderError } from 'commander';
import { USAGE_EXIT_CODE } from './exit-codes.ts';

/** Says why a command ended by an error, and gives its exit code. */
export function explainFailure(error: unknown): number {
  // Commander has said what is wrong with the command line.
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : USAGE_EXIT_CODE;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`ghost-runner: ${message.replaceAll(UNSEEN, '\uFFFD')}\n`);
  return 1;
}

/** A message may repeat what others wrote, such as the name of a file. An old Node, too, has to read this. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
