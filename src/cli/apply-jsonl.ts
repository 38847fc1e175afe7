import { once } from 'node:events';
import { applyJsonLine } from './jsonl.ts';
import { linesOf } from './lines.ts';

/** One case per line in, one result per line out, in order; an empty line is passed over. */
export async function applyJsonLines(): Promise<number> {
  for await (const line of linesOf(process.stdin)) {
    if (!isBlank(line) && !process.stdout.write(`${applyJsonLine(line)}\n`)) {
      await once(process.stdout, 'drain');
    }
  }
  return 0;
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
