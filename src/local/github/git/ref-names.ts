import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * Full names of all refs of a bare repository, sorted. Only their names: what they point at is for git to say, which
 * a running process answers, where a listing by git would start one each time.
 */
export async function listRefNames(directory: string): Promise<readonly string[]> {
  const [loose, packed] = await Promise.all([listLoose(directory), listPacked(directory)]);
  return [...new Set([...loose, ...packed])].toSorted();
}

/** A folder goes with its last ref, and may do so while it is read. */
async function listLoose(directory: string): Promise<readonly string[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      const entries = await readdir(join(directory, 'refs'), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.lock'))
        .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
    } catch (error) {
      if (tries >= MOST_TRIES || !isAbsent(error)) {
        throw error;
      }
    }
  }
}

/** In a row that folders are removed under our hands. */
const MOST_TRIES = 10;

async function listPacked(directory: string): Promise<readonly string[]> {
  try {
    const lines = (await readFile(join(directory, 'packed-refs'), 'utf8')).split('\n');
    return lines.flatMap((line) => /^[0-9a-f]+ (refs\/.+)$/.exec(line)?.[1] ?? []);
  } catch (error) {
    if (isAbsent(error)) {
      return [];
    }
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
