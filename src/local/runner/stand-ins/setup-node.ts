import { dirname } from 'node:path';
import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';
import { wantedVersion } from './wanted-version.ts';

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
  const wanted = await wantedVersion(run, 'node');
  if (!wanted.ok) return wanted;
  const { output } = await run.run([run.nodePath, '--version']);
  const version = output.trim().replace(/^v/, '');
  run.addPath(dirname(run.nodePath));
  run.setOutput('node-version', `v${version}`);
  run.setOutput('cache-hit', 'false');
  run.info(`The local runner has one Node, the one it runs on: ${version}${wanted.asked}`);
  return { ok: true };
}
