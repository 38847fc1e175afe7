import { join } from 'node:path';

/** When the processes of a job get SIGKILL: at one of their requests, such as `4 after`, or at any with this chance. */
export type Dying = { readonly GHOST_DIE_AT: string } | { readonly GHOST_DIE_CHANCE: string };

/** The workflow as it is, but for the processes of one job, which die so. */
export function dieIn(workflow: string, job: string, dying: Dying): string {
  const head = `\n  ${job}:\n`;
  const start = workflow.indexOf(head);
  if (start === -1) {
    throw new Error(`the workflow has no job ${job}`);
  }
  const lines = Object.entries({ NODE_OPTIONS: `--import=${DIE}`, ...dying }).map(
    ([name, value]) => `      ${name}: ${value}\n`,
  );
  return `${workflow.slice(0, start)}${head}    env:\n${lines.join('')}${workflow.slice(start + head.length)}`;
}

const DIE = join(import.meta.dirname, 'die.mjs');
