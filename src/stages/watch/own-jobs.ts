import type { Runs } from '../control/ports.ts';

/**
 * Whether a run has all jobs of our workflow and no other. A repository may call it from a workflow with jobs of its own,
 * such as one that deploys, and those are not ours to run again; nor is a release whose jobs are called as some of ours.
 */
export async function hasOwnJobsOnly({ runs }: { readonly runs: Runs }, run: number): Promise<boolean> {
  const jobs = (await runs.jobs(run)).map((name) => OWN_JOB.exec(name)?.groups);
  const callers = new Set(jobs.map((job) => job?.['caller']));
  const names = new Set(jobs.map((job) => job?.['name']));
  return callers.size === 1 && !names.has(undefined) && names.size === OWN_JOBS;
}

/** As ghost-runner.yml calls them, behind the name of the job that calls it. */
const OWN_JOB = /^(?<caller>|.+ \/ )(?<name>Apply|Test|Publish)$/;

/** Those that were skipped are listed too. */
const OWN_JOBS = 3;
