import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';

/** actions/setup-node: puts the Node that runs this runner first on the PATH, and says which one that is. */
export const setupNode: StandIn = {
  inputs: {
    'node-version': { preset: '' },
    'node-version-file': { preset: '' },
    'check-latest': { preset: 'false' },
    architecture: { preset: '', only: ['', 'x64', 'arm64'] },
    'package-manager-cache': { preset: 'false', only: ['false'] },
  },
  main,
};

async function main(run: StandInRun): Promise<StandInResult> {
  const wanted = run.input('node-version') || (await versionFromFile(run));
  if (wanted === undefined) {
    return {
      ok: false,
      problem: `The specified node version file at: ${run.input('node-version-file')} does not exist`,
    };
  }
  const { output } = await run.run([run.nodePath, '--version']);
  const version = output.trim().replace(/^v/, '');
  run.addPath(dirname(run.nodePath));
  run.setOutput('node-version', `v${version}`);
  run.setOutput('cache-hit', 'false');
  const asked = wanted === '' ? '' : ` (the workflow asks for ${wanted})`;
  run.info(`The local runner has one Node, the one it runs on: ${version}${asked}`);
  return { ok: true };
}

async function versionFromFile(run: StandInRun): Promise<string | undefined> {
  const file = run.input('node-version-file');
  if (file === '') return '';
  try {
    return (await readFile(join(run.workspace, file), 'utf8')).trim().split('\n')[0];
  } catch {
    return undefined;
  }
}
