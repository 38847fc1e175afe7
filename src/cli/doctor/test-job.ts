import * as z from 'zod';
import { readWorkflowText } from '../init/workflow-text.ts';
import type { Facts } from './facts.ts';
import { advice, type Finding } from './finding.ts';
import { stageOf } from './stage-of.ts';
import { mayWrite, permissionsSchema, SECRET } from './token-rights.ts';

/**
 * The job that runs the code of every patch before anybody has looked at it: whatever it has, that code has. Steps that tests
 * need are the owner's own, and what they were given is easily forgotten.
 */
export function examineTestJob({ workflows }: Pick<Facts, 'workflows'>): readonly Finding[] {
  return [...workflows]
    .filter(([, text]) => MAY_RUN_TESTS.test(text))
    .flatMap(([path, text]) => {
      const parsed = workflowSchema.safeParse(readWorkflowText(text));
      return parsed.success ? examineWorkflow(path, parsed.data) : [];
    });
}

function examineWorkflow(path: string, { jobs, permissions, env }: Workflow): readonly Finding[] {
  return Object.entries(jobs).flatMap(([name, job]) => {
    if (!job.steps.some(isTestStep)) return [];
    const has = [
      ...(SECRET.test(JSON.stringify([env, job])) ? ['uses secrets'] : []),
      // Where nothing is said, the settings of the repository may let it write.
      ...(mayWrite(job.permissions ?? permissions ?? 'write-all') ? ['has a token that may write'] : []),
      ...(job.steps.some(keepsCredentials) ? ['leaves the credentials of its checkout behind'] : []),
    ];
    return has.length === 0
      ? []
      : [
          advice(
            'test-job',
            `The job ${name} of ${path} runs the code of every patch, and ${LIST.format(has)}: that code can have all of it.`,
            'Give it no secret, `permissions: {contents: read}` and `persist-credentials: false`; what its steps fetch with a secret belongs into a job before it.',
          ),
        ];
  });
}

/** Nothing else is read, for reading YAML takes its time; how it is written there, only that can tell. */
const MAY_RUN_TESTS = /stage/i;

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

type Step = z.output<typeof stepSchema>;
type Workflow = z.output<typeof workflowSchema>;

function isTestStep({ with: inputs }: Step): boolean {
  return stageOf(inputs) === 'test';
}

function keepsCredentials({ uses = '', with: inputs }: Step): boolean {
  return /^actions\/checkout@/i.test(uses) && String(inputs?.['persist-credentials']) !== 'false';
}

const stepSchema = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).nullish(),
});

const workflowSchema = z.looseObject({
  permissions: permissionsSchema,
  env: z.unknown().optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({ permissions: permissionsSchema, steps: z.array(stepSchema).default([]) }),
  ),
});
