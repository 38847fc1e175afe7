import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

/** The text of a file, or of standard input for `-`. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') {
    return text(process.stdin);
  }
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(`${path} can't be read; name a file with a patch as JSON, or - for standard input`, {
      cause,
    });
  }
}
