import { join } from 'node:path';
import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';
import { wantedVersion } from './wanted-version.ts';

/**
 * actions/setup-python: puts the machine's Python on the PATH under all of its names. It is a virtual environment, because
 * the Python of a distribution has pip install nothing outside of one; what the distribution has installed, pip
 * among it, is seen from within.
 */
export const setupPython: StandIn = {
  inputs: {
    'python-version': { preset: '' },
    'python-version-file': { preset: '' },
    'check-latest': { preset: 'false' },
    'allow-prereleases': { preset: 'false' },
    architecture: { preset: '', only: ['', 'x64', 'arm64'] },
    cache: { preset: '', only: [''] },
  },
  main,
};

async function main(run: StandInRun): Promise<StandInResult> {
  const wanted = await wantedVersion(run, 'python');
  if (!wanted.ok) return wanted;
  const { code, output } = await run.run(['python3', '--version']);
  const version = /^Python (\d\S*)$/m.exec(output)?.[1];
  if (code !== 0 || version === undefined) return missing('python3');
  const folder = join(run.toolCache, 'Python', version);
  const made = await run.run(['python3', '-m', 'venv', '--without-pip', '--system-site-packages', folder]);
  if (made.code !== 0) return missing("Python's module venv");
  const programs = join(folder, 'bin');
  run.addPath(programs);
  run.setOutput('python-version', version);
  run.setOutput('python-path', join(programs, 'python'));
  run.setOutput('cache-hit', 'false');
  run.info(`The local runner has one Python, that of this machine: ${version}${wanted.asked}`);
  return { ok: true };
}

function missing(what: string): StandInResult {
  return {
    ok: false,
    problem: `The local runner's stand-in for actions/setup-python found no ${what} on this machine: install it`,
  };
}
