import { startServer } from '../app/server.ts';
import { readSettings } from '../app/settings.ts';
import { serverEnvironment } from './server-environment.ts';

/**
 * Runs the server until it is told to end. Exit codes: 78 for settings, 69 for a port or store that can't be had, or a
 * token that Slack refuses. Once started it ends the process itself: what only looked at GitHub and waits to try again
 * would keep it for half a minute, and nothing is lost with that.
 */
export async function serveCommand(): Promise<number> {
  const read = readSettings(serverEnvironment());
  if (!read.ok) {
    complain(read.problems);
    return CONFIG_EXIT_CODE;
  }
  const server = await startServer(read.settings).catch((error: unknown) => {
    complain([`${error instanceof Error ? error.message : String(error)}.`]);
    return null;
  });
  if (server === null) {
    return process.exit(UNAVAILABLE_EXIT_CODE);
  }
  process.stderr.write(`ghost-runner: ready at ${server.url}\n`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.stderr.write('ghost-runner: finishing what has begun\n');
  await server.stop();
  return process.exit(0);
}

/** As in BSD's sysexits. */
const CONFIG_EXIT_CODE = 78;
const UNAVAILABLE_EXIT_CODE = 69;

function complain(sentences: readonly string[]): void {
  process.stderr.write(sentences.map((sentence) => `ghost-runner: ${sentence}\n`).join(''));
}
