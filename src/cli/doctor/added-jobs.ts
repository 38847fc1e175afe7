import { stringify } from 'yaml';
import * as z from 'zod';
import { WORKFLOW_NAMES } from '../init/workflow-files.ts';
import { parseWorkflow } from '../init/workflow-text.ts';
import { mayFetchHead } from './fetched-head.ts';
import { stageOf } from './stage-of.ts';

/** Names of jobs, and the text of their workflow as if it had no others. */
export type AddedJobs = { readonly names: readonly string[]; readonly text: string };

/**
 * The jobs of a workflow of ours that its owner added, and those of ours to which steps were added that check something
 * out: what ours do as they come needs secrets and rights, and runs no code of patches. The job that runs the tests is looked
 * at by itself. What nobody can read here is all of it.
 */
export function addedJobs(text: string): AddedJobs {
  const read = parseWorkflow(text);
  const workflow = workflowSchema.safeParse(read.ok ? read.value : null);
  if (!workflow.success) {
    return { names: [], text };
  }
  const jobs = Object.entries(workflow.data.jobs).filter(([, job]) => !isOurs(job));
  return jobs.length === 0
    ? { names: [], text: '' }
    : {
        names: jobs.map(([name]) => name),
        text: stringify({ ...workflow.data, jobs: Object.fromEntries(jobs) }, AS_WRITTEN),
      };
}

/** A line that is broken anew would not be recognized. */
const AS_WRITTEN = { lineWidth: 0 };

function isOurs({ uses, steps }: Job): boolean {
  const stages = steps.flatMap(stagesIn);
  if (stages.includes('test')) {
    return true;
  }
  const others = steps.filter((step) => stagesIn(step).length === 0);
  return isOurWorkflow(uses ?? '') || (stages.length > 0 && !others.some(checksOut));
}

/** Whatever our Action is called where it is used. */
function stagesIn({ uses, with: inputs }: Step): readonly string[] {
  const stage = stageOf(inputs);
  return uses !== undefined && stage !== undefined && STAGES.includes(stage) ? [stage] : [];
}

const STAGES: readonly string[] = ['apply', 'test', 'publish', 'control', 'watch'];

/** One of ours, as it is called from another repository. */
function isOurWorkflow(uses: string): boolean {
  const [, name] = CALLED_AWAY.exec(uses) ?? [];
  return WORKFLOW_NAMES.some((one) => one === name);
}

const CALLED_AWAY = /^[\w.-]{1,100}\/[\w.-]{1,100}\/\.github\/workflows\/([\w.-]{1,100})@/;

function checksOut(step: Step): boolean {
  return /^actions\/checkout@/i.test(step.uses ?? '') || mayFetchHead(stringify(step, AS_WRITTEN));
}

type Job = z.output<typeof jobSchema>;
type Step = z.output<typeof stepSchema>;

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).nullish(),
});

const jobSchema = z.looseObject({ uses: z.string().optional(), steps: z.array(stepSchema).default([]) });

const workflowSchema = z.looseObject({ jobs: z.record(z.string(), jobSchema) });
