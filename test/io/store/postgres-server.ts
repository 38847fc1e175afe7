import { execFile, spawn } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '../../free-port.ts';

/** A PostgreSQL of our own, for as long as a test runs. */
export type PostgresServer = {
  /** Gives the address of an empty database; a schema of its own is one, and is made faster. */
  createDatabase(): Promise<string>;
  /** Ends it as a power cut would. */
  crash(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
};

/** Folder of the newest PostgreSQL that is installed, as Debian and Ubuntu lay it out; null: there is none. */
export const POSTGRES =
  globSync('/usr/lib/postgresql/*/bin')
    .filter((bin) => existsSync(join(bin, 'initdb')))
    .toSorted((one, other) => versionOf(other) - versionOf(one))
    .at(0) ?? null;

function versionOf(bin: string): number {
  return Number(bin.split('/')[4]);
}

export async function startPostgres(bin: string): Promise<PostgresServer> {
  const directory = mkdtempSync(join(tmpdir(), 'postgres-'));
  const user = ownerOfServer();
  if (user !== null) {
    chownSync(directory, user.uid, user.gid);
  }
  const data = join(directory, 'data');
  const run = (program: string, ...args: readonly string[]) =>
    promisify(execFile)(join(bin, program), args, { cwd: directory, ...user });
  await run('initdb', '--pgdata', data, '--username', 'ghost', '--auth', 'trust', '--no-sync');
  const port = await findFreePort();
  const address = `postgres://ghost@127.0.0.1:${port}/postgres`;
  const start = async () => {
    // Without fsync, which no test could see missing: what a killed process wrote, the system keeps.
    const options = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'fsync=off'];
    const child = spawn(join(bin, 'postgres'), options, { cwd: directory, stdio: 'ignore', ...user });
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    await untilReady(() => run('psql', address, '--command', 'SELECT 1'));
    return { child, exited };
  };
  let server = await start();
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `ghost_${databases}`;
      await run('psql', address, '--command', `CREATE SCHEMA ${name}`);
      return `${address}?options=${encodeURIComponent(`-c search_path=${name}`)}`;
    },
    crash: async () => {
      // SIGQUIT ends every process of the server at once, without writing anything down.
      server.child.kill('SIGQUIT');
      await server.exited;
    },
    start: async () => {
      server = await start();
    },
    close: async () => {
      server.child.kill('SIGQUIT');
      await server.exited;
      rmSync(directory, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root; the package brings a user of its own. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('postgres:'));
  const [, , uid, gid] = entry?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error('there is no user "postgres" to run PostgreSQL as');
  }
  return { uid: Number(uid), gid: Number(gid) };
}

async function untilReady(attempt: () => Promise<unknown>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (cause) {
      if (performance.now() > end) {
        throw new Error('PostgreSQL did not start in time', { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const PATIENCE_MS = 20_000;
