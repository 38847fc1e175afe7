import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './command.ts';

/**
 * Makes `directory` a bare repository that holds parts of what `remote` holds, or takes one that this function made
 * before. Throws, and touches nothing, when something else is there.
 */
export async function prepareRemoteStore(git: Git, directory: string, remote: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const files = await readdir(directory);
  const configuration = join(directory, 'config');
  if (files.length > 0 && !(await isOurs(configuration))) {
    throw new Error(`${directory} is in use: name an empty folder for what is fetched from the remote.`);
  }
  if (files.length === 0) await git.text(['init', '--bare']);
  await writeFile(configuration, formatConfiguration(remote));
}

async function isOurs(configuration: string): Promise<boolean> {
  const text = await readFile(configuration, 'utf8').catch(() => '');
  return text.startsWith(MARK);
}

function formatConfiguration(remote: string): string {
  return `${MARK}
[core]
	repositoryFormatVersion = 0
	bare = true
[remote "origin"]
	url = ${JSON.stringify(remote)}
`;
}

const MARK = '# A cache of a remote, made by ghost-runner.';
