import { createReadStream } from 'node:fs';
import { MAX_PATCH_TEXT_BYTES } from '../patch/limits.ts';

/** The text of a file, or of standard input for `-`; of one that is longer than any patch, enough to say so. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') {
    return readBeginning(process.stdin, MAX_PATCH_TEXT_BYTES + 1);
  }
  try {
    return await readBeginning(createReadStream(path), MAX_PATCH_TEXT_BYTES + 1);
  } catch (cause) {
    throw new Error(`${path} can't be read; name a file with a patch as JSON, or - for standard input`, {
      cause,
    });
  }
}

/** The first bytes of what may never end, as a text. */
export async function readBeginning(source: AsyncIterable<Uint8Array>, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) {
      break;
    }
  }
  return Buffer.concat(chunks).toString('utf8', 0, bytes);
}
