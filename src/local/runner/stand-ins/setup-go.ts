import type { StandIn, StandInResult, StandInRun } from './stand-in.ts';
import { wantedVersion } from './wanted-version.ts';

/** actions/setup-go: says which Go the machine has. It installs none. */
export const setupGo: StandIn = {
  inputs: {
    'go-version': { preset: '' },
    'go-version-file': { preset: '' },
    'check-latest': { preset: 'false' },
    architecture: { preset: '', only: ['', 'x64', 'arm64'] },
    cache: { preset: 'false', only: ['false'] },
  },
  main,
};

async function main(run: StandInRun): Promise<StandInResult> {
  const wanted = await wantedVersion(run, 'go');
  if (!wanted.ok) return wanted;
  const { code, output } = await run.run(['go', 'version']);
  const version = /\bgo(\d[\w.]*)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) {
    return {
      ok: false,
      problem: "The local runner's stand-in for actions/setup-go found no Go on this machine: install it",
    };
  }
  run.setOutput('go-version', version);
  run.setOutput('cache-hit', 'false');
  run.info(`The local runner has one Go, that of this machine: ${version}${wanted.asked}`);
  return { ok: true };
}
