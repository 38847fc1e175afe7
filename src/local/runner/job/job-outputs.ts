import { ExpressionError, evaluateText } from '../expression/evaluate.ts';
import { type Frame, type JobState, reportError, stepScope } from './state.ts';

/**
 * The outputs of a job. Those that hold a secret are left out, as on GitHub, because outputs are no secret.
 * Undefined: they can't be evaluated or are too large, which is reported and fails the job.
 */
export function jobOutputs(job: JobState, frame: Frame): { readonly [name: string]: string } | undefined {
  const outputs: { [name: string]: string } = {};
  try {
    const scope = stepScope(job, frame, { id: '' });
    for (const [name, template] of job.spec.outputs) {
      const value = evaluateText(template, scope);
      if (job.masks.touches(value)) warn(job, `Skip output '${name}' since it may contain secret.`);
      else if (value !== '') outputs[name] = value;
    }
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    reportError(job, error.message);
    return undefined;
  }
  const size = Object.values(outputs).reduce((sum, value) => sum + Buffer.byteLength(value), 0);
  if (size <= MAX_OUTPUTS) return outputs;
  reportError(job, `The outputs of the job have ${size} bytes, more than ${MAX_OUTPUTS}.`);
  return undefined;
}

/** Bytes; GitHub's limit on the outputs of one job. */
const MAX_OUTPUTS = 1_048_576;

function warn(job: JobState, message: string): void {
  job.output.print(`##[warning]${message}`);
  job.output.annotate({ level: 'warning', message });
}
