import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JobDirectories } from './protocol.ts';

/** Where the job with this name has its files, laid out as on GitHub's runners. */
export function jobDirectories(base: string, name: string, repository: string): JobDirectories {
  const root = join(base, name);
  const repositoryName = repository.split('/').at(-1) ?? repository;
  const temp = join(root, 'work', '_temp');
  return {
    root,
    home: join(root, 'home'),
    workspace: join(root, 'work', repositoryName, repositoryName),
    temp,
    toolCache: join(root, 'tools'),
    eventFile: join(temp, '_github_workflow', 'event.json'),
  };
}

export async function createJobDirectories(directories: JobDirectories, event: unknown): Promise<void> {
  const { home, workspace, temp, toolCache, eventFile } = directories;
  const folders = [home, workspace, temp, toolCache, dirname(eventFile)];
  await Promise.all(folders.map((folder) => mkdir(folder, { recursive: true })));
  await writeFile(eventFile, JSON.stringify(event));
}

/** A process that dies only now may still write: `rm` is patient with folders that are not empty after all. */
export async function removeJobDirectories(directories: JobDirectories): Promise<void> {
  await rm(directories.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}
