#!/usr/bin/env node
import { explainFailure } from './explain-failure.ts';

/** As in "engines" of package.json. */
const OLDEST_NODE = 24;

// On Windows a program is looked for in the working directory first, which may be the clone of a stranger.
process.env['NoDefaultCurrentDirectoryInExePath'] = '1';

// Whoever reads our output may stop reading, such as `head`; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  process.exitCode = await begin();
} catch (error) {
  process.exitCode = explainFailure(error);
}

/** The rest is loaded only where it can run: an older Node would end with the name of a module that it lacks. */
async function begin(): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Error(
      `this is Node ${process.versions.node}, and Node ${OLDEST_NODE} or newer is needed; npx --package node@${OLDEST_NODE} --package ghost-runner ghost-runner ${wanted()} brings one along`,
    );
  }
  const { run } = await import('./main.ts');
  return await run(process.argv.slice(2));
}

/** The command that was typed, as it can be typed again. */
function wanted(): string {
  const [command = ''] = process.argv.slice(2);
  return /^[a-z]+$/.test(command) ? command : '--help';
}
