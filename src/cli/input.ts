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

/** An envelope is taken as it is; anything else is taken for the patch itself. */
export function envelopeOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isEnvelope =
      typeof value === 'object' &&
      value !== null &&
      !('changes' in value) &&
      ('patch' in value || 'ref' in value);
    return isEnvelope ? value : { patch: value };
  } catch {
    return { patch: text };
  }
}
