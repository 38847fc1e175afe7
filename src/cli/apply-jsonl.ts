import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { applyJsonLine } from './jsonl.ts';

/** One case per line in, one result per line out, in order; an empty line is passed over. */
export async function applyJsonLines(): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() !== '' && !process.stdout.write(`${applyJsonLine(line)}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
  return 0;
}
