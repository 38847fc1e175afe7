import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as z from 'zod';
import packageFile from '../../package.json' with { type: 'json' };

/** A server in a process of its own, so that what it costs is measured apart from whoever asks it. */
export type Child = {
  readonly url: string;
  /** Signs one browser in, once; empty where nobody can. */
  readonly signInUrl: string;
  /** What it has used since its start. */
  usage(): Promise<Usage>;
  /** Milliseconds of each request since the last question that were not spent waiting for GitHub, oldest first. */
  ownTimes(): Promise<readonly number[]>;
  stop(): Promise<void>;
};

/** `cpu`: milliseconds, system included. `rss`: bytes of memory that are resident now. `peak`: the most that ever were. */
export type Usage = { readonly cpu: number; readonly rss: number; readonly peak: number };

/** `given` is handed to the script as its first message. `profile`: a folder for what `--cpu-prof` writes. */
export async function startChild(
  script: 'app-server.ts' | 'bare-probot.ts',
  given: object,
  profile = process.env['PROFILE'],
): Promise<Child> {
  const child = fork(join(import.meta.dirname, script), {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      ...MEMORY_FLAGS,
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    ],
  });
  const exited = once(child, 'exit');
  const ask = async <Answer>(question: string | object, schema: z.ZodType<Answer>): Promise<Answer> => {
    const answer = Promise.race([once(child, 'message'), exited.then(() => null)]);
    child.send(question);
    const [message] = (await answer) ?? [];
    return schema.parse(message);
  };
  const started = await ask(given, z.object({ url: z.string(), signInUrl: z.string() }));
  return {
    ...started,
    usage: () => ask('usage', usageSchema),
    ownTimes: () => ask('ownTimes', z.array(z.number())),
    stop: async () => {
      child.send('stop');
      await exited;
    },
  };
}

/** As `npm start` has them, the Dockerfile and the systemd unit too. */
const MEMORY_FLAGS = packageFile.scripts.start.split(' ').filter((word) => word.startsWith('--max-'));

const usageSchema = z.object({ cpu: z.number(), rss: z.number(), peak: z.number() });
