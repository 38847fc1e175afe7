import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Random } from '../../bench/apply/random.ts';

export type Environment = { readonly [name: string]: string | undefined };

/** The App's servers, which share one store. One that ends is started again at once, at the same address. */
export type Servers = {
  /** Addresses, without a slash at the end. */
  readonly urls: readonly string[];
  /** SIGKILL to one of them. False: it was dead already. */
  kill(random: Random): boolean;
  /** SIGKILL to all; the next ones live so many milliseconds later. Resolves when they listen. */
  renew(laterMs: number): Promise<void>;
  close(): Promise<void>;
};

/** Resolves when all listen. */
export async function startServers(ports: readonly number[], environment: Environment): Promise<Servers> {
  let later = 0;
  let serving = true;
  const living = new Map<number, Server>();

  function start(port: number): void {
    const server = startServer({
      ...environment,
      PATH: process.env['PATH'],
      PORT: String(port),
      GHOST_LATER_MS: String(later),
    });
    living.set(port, server);
    server.child.once('exit', () => {
      if (serving) {
        start(port);
      }
    });
  }

  async function killAll(): Promise<void> {
    const all = [...living.values()];
    all.forEach(({ child }) => child.kill('SIGKILL'));
    await Promise.all(all.map(({ exited }) => exited));
  }

  const ready = async () => {
    await Promise.all([...living.values()].map(({ ready }) => ready));
  };
  // Whatever becomes of the run, no server outlives it.
  const leave = () => living.forEach(({ child }) => child.kill('SIGKILL'));
  process.once('exit', leave);
  ports.forEach(start);
  await ready();
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    kill: (random) => random.pick([...living.values()]).child.kill('SIGKILL'),
    async renew(laterMs) {
      later = laterMs;
      await killAll();
      await ready();
    },
    async close() {
      serving = false;
      await killAll();
      process.off('exit', leave);
    },
  };
}

type Server = ReturnType<typeof startServer>;

const BIN = join(import.meta.dirname, '../../src/cli/bin.ts');
const LATER = join(import.meta.dirname, 'later.mjs');

function startServer(environment: Environment) {
  const child: ChildProcess = spawn(process.execPath, ['--import', LATER, BIN, 'serve'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += said.includes(READY) ? '' : text;
      if (said.includes(READY)) {
        resolve();
      }
    });
    void exited.then(() => reject(new Error(`a server ended before it listened: ${said}`)));
  });
  // Whoever is killed while it starts is started again; only the first start is waited for.
  ready.catch(() => undefined);
  return { child, exited, ready };
}

/** What `ghost-runner serve` says when it listens. */
const READY = 'ready at';
