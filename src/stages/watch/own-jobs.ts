import type { Runs } from '../control/ports.ts';

/**
 * Whether a run has the jobs of our workflow and no other. A repository may call it from a workflow with jobs of its own,
 * such as one that deploys, and those are not ours to run again.
 */
export async function hasOwnJobsOnly({ runs }: { readonly runs: Runs }, run: number): Promise<boolean> {
  const callers = new Set((await runs.jobs(run)).map((name) => OWN_JOB.exec(name)?.[1] ?? null));
  return callers.size === 1 && !callers.has(null);
}

/** As ghost-runner.yml calls them, behind the name of the job that calls it. */
const OWN_JOB = /^(|.+ \/ )(?:Apply|Test|Publish)$/;
