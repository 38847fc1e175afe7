import type { WorkflowJob, WorkflowRun } from '../../local/contract.ts';
import type { Sandbox } from '../../local/sandbox.ts';
import { colors } from '../colors.ts';

/** Tells on standard error how each delivery's jobs get on: one line per job, when it has ended. */
export function createProgress(options: { readonly sandbox: Sandbox; readonly quiet: boolean }): {
  follow(run: WorkflowRun, label: string): void;
  end(): void;
} {
  const labels = new Map<number, string>();
  const told = new Set<string>();
  const paint = colors(process.stderr);
  const tell = (run: WorkflowRun) => {
    const label = labels.get(run.id);
    if (options.quiet || label === undefined) {
      return;
    }
    for (const job of run.jobs.filter(isOver)) {
      const key = `${run.id} ${job.id}`;
      if (!told.has(key)) {
        told.add(key);
        process.stderr.write(
          `  ${paint.dim(label.padEnd(LABEL_WIDTH))} ${job.name.padEnd(JOB_WIDTH)} ${result(job, paint)}\n`,
        );
      }
    }
  };
  const stop = options.sandbox.engine.onChange(tell);
  return {
    follow(run, label) {
      labels.set(run.id, label);
      if (!options.quiet) {
        process.stderr.write(`→ ${label}\n`);
      }
    },
    end: stop,
  };
}

const LABEL_WIDTH = 27;
const JOB_WIDTH = 8;

function isOver(job: WorkflowJob): boolean {
  return job.status === 'completed';
}

function result(job: WorkflowJob, paint: ReturnType<typeof colors>): string {
  if (job.startedAt === null || job.completedAt === null || job.conclusion === 'skipped') {
    return paint.dim('not needed');
  }
  const seconds =
    `${((Date.parse(job.completedAt) - Date.parse(job.startedAt)) / 1000).toFixed(1)} s`.padStart(TIME_WIDTH);
  return job.conclusion === 'success' ? `${paint.green('✔')} ${seconds}` : `${paint.red('✘')} ${seconds}`;
}

const TIME_WIDTH = 6;
