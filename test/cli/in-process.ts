import { jest } from '@jest/globals';
import { explainFailure } from '../../src/cli/explain-failure.ts';
import { run } from '../../src/cli/main.ts';

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

/**
 * Runs the command line in this process, where a process of its own would cost half a second: with what bin.ts does
 * around it, in a folder, and with no environment but what is given. One at a time.
 */
export async function runInProcess(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: { readonly [name: string]: string } },
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const before = { cwd: process.cwd(), env: { ...process.env } };
  const put = (variables: NodeJS.ProcessEnv) => {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, variables);
  };
  const stdout = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation(keep((text) => (said.stdout += text)));
  const stderr = jest
    .spyOn(process.stderr, 'write')
    .mockImplementation(keep((text) => (said.stderr += text)));
  try {
    process.chdir(cwd);
    put({ PATH: before.env['PATH'], NO_COLOR: '1', ...env });
    return { code: await run(args).catch(explainFailure), ...said };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
    process.chdir(before.cwd);
    put(before.env);
  }
}

function keep(add: (text: string) => void): (chunk: string | Uint8Array) => boolean {
  return (chunk) => {
    add(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
    return true;
  };
}
