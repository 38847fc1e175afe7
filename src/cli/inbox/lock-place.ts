import type { Stats } from 'node:fs';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { sha256 } from '../../patch/digest.ts';
import { UnusableFolder } from './unusable-folder.ts';

/** The user's own folder for the locks of watched ones, where the platform wants such things. `home`: the user's. */
export function locksOf({
  platform,
  environment,
  home,
}: {
  readonly platform: NodeJS.Platform;
  readonly environment: NodeJS.ProcessEnv;
  readonly home: string;
}): string {
  const named = [
    environment['XDG_STATE_HOME'],
    ...(platform === 'win32' ? [environment['LOCALAPPDATA']] : []),
  ];
  // What is not absolute would lie in the working directory, which may be a stranger's.
  const state = named.find((place) => place !== undefined && isAbsolute(place));
  return join(state ?? join(home, ...(STATE[platform] ?? ['.local', 'state'])), 'ghost-runner');
}

const STATE: { readonly [platform in NodeJS.Platform]?: readonly string[] } = {
  darwin: ['Library', 'Application Support'],
  win32: ['AppData', 'Local'],
};

/**
 * Where the lock of a folder lies: one place, whatever the folder is called. It is never in the folder itself: beside a
 * database SQLite reads a journal too, and a stranger's has it wait for a pipe, or remove a file that it names. Makes
 * `locks`; throws an UnusableFolder where others may write to it.
 */
export async function lockPlace(directory: string, locks: string): Promise<string> {
  const stats = await madeForUser(directory, locks);
  if (!isOwn(stats)) {
    throw new UnusableFolder(
      `${locks} is not for you alone, and the lock of ${directory} would lie there; make it your own with mode 700, or name another place with XDG_STATE_HOME`,
    );
  }
  return join(locks, `watch-${sha256(await realpath(directory))}`);
}

async function madeForUser(directory: string, locks: string): Promise<Stats> {
  try {
    await mkdir(locks, { recursive: true, mode: 0o700 });
    return await lstat(locks);
  } catch (cause) {
    throw new UnusableFolder(
      `the lock of ${directory} can't be kept in ${locks}: ${String(cause)}; name a place that you may write to with XDG_STATE_HOME`,
      { cause },
    );
  }
}

/** Where the platform has no owners, such a folder is the user's by where it lies. */
function isOwn(stats: Stats): boolean {
  const user = process.getuid?.();
  return stats.isDirectory() && (user === undefined || (stats.uid === user && (stats.mode & 0o022) === 0));
}
