/**
 * The process of one job. process/workers.ts starts it ahead of time; told over IPC what to run, it does so and ends.
 */
import { killOrphans } from '../process/orphans.ts';
import { type DescribedAction, isToJob, type JobSpec, type ToJob } from '../process/protocol.ts';
import { runJob } from './job.ts';
import { createMasks } from './masks.ts';
import { createOutput } from './output.ts';
import type { JobState } from './state.ts';

const waiting = new Map<number, (described: DescribedAction) => void>();
let requests = 0;
let job: JobState | undefined;

process.on('message', (message) => {
  if (isToJob(message)) receive(message);
});
process.on('disconnect', abandon);

function receive(message: ToJob): void {
  if (message.type === 'start') void start(message.job);
  if (message.type === 'cancel') cancel();
  if (message.type === 'described') {
    waiting.get(message.request)?.(message.described);
    waiting.delete(message.request);
  }
}

async function start(spec: JobSpec): Promise<void> {
  job = createState(spec);
  process.chdir(spec.directories.root);
  const end = await runJob(job);
  // Whatever the steps left open is not to keep this process alive; what they printed is to arrive.
  process.send?.({ type: 'done', end }, () => process.stdout.write('', () => process.exit(0)));
}

function createState(spec: JobSpec): JobState {
  const masks = createMasks(spec.masks);
  const output = createOutput(masks);
  return {
    spec,
    masks,
    output,
    env: new Map(),
    path: [],
    actions: new Map(Object.entries(spec.actions)),
    prepared: new Map(),
    posts: [],
    cancelled: false,
    running: new AbortController(),
    describe: (path, text) =>
      new Promise((resolve) => {
        requests += 1;
        const request = requests;
        waiting.set(request, resolve);
        output.send({ type: 'describe', request, path, text });
      }),
  };
}

function cancel(): void {
  if (job === undefined || job.cancelled) return;
  job.output.print('##[error]The operation was canceled.');
  job.cancelled = true;
  job.running.abort();
}

/** The engine is gone: nobody else would ever end what this job started. */
function abandon(): void {
  if (job !== undefined) killOrphans({ trackingId: job.spec.trackingId, root: job.spec.directories.root });
  process.exit(1);
}
