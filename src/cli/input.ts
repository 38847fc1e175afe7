import { createReadStream } from 'node:fs';
import { MAX_PATCH_TEXT_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import { readUtf8, textOfUtf8 } from '../patch/utf8.ts';

export type Input =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/**
 * The text of a file, or of standard input for `-`; of one that is longer than any patch, enough to say so. Refused where
 * it is not in UTF-8, throws where there is nothing to read.
 */
export async function readInput(path: string): Promise<Input> {
  const bytes = await readPatchBytes(path);
  // What is cut off may end within a character, and is too long to be read for a patch.
  const text = bytes.length > MAX_PATCH_TEXT_BYTES ? textOfUtf8(bytes) : readUtf8(bytes);
  return text === null ? { ok: false, refusals: [NOT_UTF8] } : { ok: true, text };
}

const NOT_UTF8: Refusal = {
  code: 'malformed',
  message:
    'The patch is not in UTF-8, as some shells write what a program prints; save it as UTF-8 and give it again.',
};

async function readPatchBytes(path: string): Promise<Uint8Array> {
  if (path === '-') {
    return beginning(process.stdin, MAX_PATCH_TEXT_BYTES + 1);
  }
  try {
    return await beginning(createReadStream(path), MAX_PATCH_TEXT_BYTES + 1);
  } catch (cause) {
    throw new Error(`${path} can't be read; name a file with a patch as JSON, or - for standard input`, {
      cause,
    });
  }
}

/** The first bytes of what may never end, as a text. */
export async function readBeginning(source: AsyncIterable<Uint8Array>, bytes: number): Promise<string> {
  return textOfUtf8(await beginning(source, bytes));
}

async function beginning(source: AsyncIterable<Uint8Array>, bytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= bytes) {
      break;
    }
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}
