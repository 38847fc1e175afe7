import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StandInRun } from './stand-in.ts';

/**
 * Which version the workflow asks for, by `<tool>-version` or in the file that `<tool>-version-file` names; ` (the
 * workflow asks for …)`, or nothing where it says nothing. The machine has one version and gives that one.
 */
export async function wantedVersion(
  run: StandInRun,
  tool: string,
): Promise<{ readonly ok: true; readonly asked: string } | { readonly ok: false; readonly problem: string }> {
  const file = run.input(`${tool}-version-file`);
  const version = run.input(`${tool}-version`) || (file === '' ? '' : await readVersion(run, file));
  if (version === null) {
    return { ok: false, problem: `The specified ${tool} version file at: ${file} does not exist` };
  }
  return { ok: true, asked: version === '' ? '' : ` (the workflow asks for ${version})` };
}

/** In go.mod it stands in a line of its own; the other files have nothing else. null: there is no such file. */
async function readVersion(run: StandInRun, file: string): Promise<string | null> {
  try {
    const lines = (await readFile(join(run.workspace, file), 'utf8')).trim().split('\n');
    return lines.find((line) => line.startsWith('go '))?.slice('go '.length) ?? lines[0] ?? '';
  } catch {
    return null;
  }
}
