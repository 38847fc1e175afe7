/** How a job ended, for the jobs that need it. */
export type JobResult = 'success' | 'failure' | 'cancelled' | 'skipped';

/** The result of several jobs taken together: of a matrix, of a called workflow, of a whole run. */
export function combineResults(results: readonly JobResult[]): JobResult {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  if (results.length > 0 && results.every((result) => result === 'skipped')) return 'skipped';
  return 'success';
}
