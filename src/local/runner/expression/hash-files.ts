import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `hashFiles(…)`: one SHA-256 over those of all files in the workspace that match; empty where none does.
 * A pattern that begins with `!` takes files away again.
 */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const paths = matchingFiles(workspace, patterns);
  if (paths.length === 0) return '';
  const digests = paths.map((path) => createHash('sha256').update(readFileSync(path)).digest());
  return createHash('sha256').update(Buffer.concat(digests)).digest('hex');
}

function matchingFiles(workspace: string, patterns: readonly string[]): readonly string[] {
  const exclude = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const include = patterns.filter((pattern) => !pattern.startsWith('!'));
  return globSync(include, { cwd: workspace, exclude: [...exclude] })
    .sort()
    .map((path) => join(workspace, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
