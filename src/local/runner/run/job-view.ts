import type { Annotation, Conclusion, WorkflowJob, WorkflowRun } from '../../contract.ts';
import { createBoundedLog } from '../process/bounded-log.ts';
import type { Services } from './services.ts';

/** What the world sees of a job, and the only way to change it. */
export type JobView = {
  readonly job: WorkflowJob;
  readonly rename: (name: string) => void;
  readonly begin: () => void;
  readonly print: (text: string) => void;
  readonly annotate: (annotation: Annotation) => void;
  readonly summarise: (text: string) => void;
  readonly setSteps: (steps: WorkflowJob['steps']) => void;
  /** An error in the log and as an annotation. */
  readonly fail: (message: string) => void;
  readonly end: (conclusion: Conclusion, outputs?: { readonly [name: string]: string }) => void;
};

export function createJobView(
  services: Services,
  run: WorkflowRun,
  identity: { readonly key: string; readonly name: string },
): JobView {
  const log = createBoundedLog(MAX_LOG);
  const job: WorkflowJob = {
    id: services.nextJobId(),
    ...identity,
    status: 'queued',
    conclusion: null,
    startedAt: null,
    completedAt: null,
    steps: [],
    outputs: {},
    get log() {
      return log.text();
    },
    summary: '',
    annotations: [],
  };

  function change(part: Partial<Omit<WorkflowJob, 'log'>>): void {
    Object.assign(job, part);
    services.changed(run);
  }

  function annotate(annotation: Annotation): void {
    if (job.annotations.length < MAX_ANNOTATIONS) change({ annotations: [...job.annotations, annotation] });
  }

  function end(conclusion: Conclusion, outputs: { readonly [name: string]: string } = {}): void {
    const steps = job.steps.map((step) =>
      step.status === 'completed'
        ? step
        : { ...step, status: 'completed' as const, conclusion: 'cancelled' as const },
    );
    change({
      status: 'completed',
      conclusion,
      outputs: { ...outputs },
      steps,
      completedAt: services.now().toISOString(),
    });
  }

  return {
    job,
    annotate,
    end,
    rename: (name) => change({ name }),
    begin: () => change({ status: 'in_progress', startedAt: services.now().toISOString() }),
    print: (text) => log.append(text),
    summarise: (text) => change({ summary: `${job.summary}${text}` }),
    setSteps: (steps) => change({ steps }),
    fail: (message) => {
      log.append(`##[error]${message}\n`);
      annotate({ level: 'error', message });
    },
  };
}

/** Characters of a job's log that are kept. */
const MAX_LOG = 4 * 1_048_576;

/** Per job, as on GitHub. */
const MAX_ANNOTATIONS = 50;
