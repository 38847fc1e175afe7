import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process that does a chore of a store. */
export type Sweeper = {
  /** What it has said so far, oldest first. */
  readonly said: readonly Said[];
  /** Resolves when it has begun so many turns. */
  begun(turns: number): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** `at`: milliseconds, as all processes of a machine have them. */
export type Said = { readonly word: 'begin' | 'end'; readonly at: number };

/** `every`: milliseconds. */
export function startSweeper(place: string, every: number, kind: 'works' | 'hangs'): Sweeper {
  const script = join(import.meta.dirname, 'sweeper.ts');
  const child = spawn(process.execPath, [script, place, String(every), kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const said: Said[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    said.push(
      ...lines.map((line): Said => {
        const [word, at] = line.split(' ');
        return { word: word === 'begin' ? 'begin' : 'end', at: Number(at) };
      }),
    );
  });
  return {
    said,
    begun: async (turns) => {
      while (said.filter(({ word }) => word === 'begin').length < turns) {
        await Promise.race([once(child.stdout, 'data'), closed]);
        if (child.exitCode !== null) {
          throw new Error(`the sweeper ended with ${child.exitCode}`);
        }
      }
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
