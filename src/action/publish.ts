import * as z from 'zod';
import { MAX_EFFECT_CHARACTERS } from '../apply/generated/effect.ts';
import { unpackText } from '../io/packed-text.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { setOutputs, type WorkflowJob } from '../io/workflow.ts';
import type { Handover } from '../stages/handover.ts';
import { publish } from '../stages/publish.ts';
import { conclude, explainCrash } from './conclude.ts';
import { createContext, sayRequests } from './context.ts';

export async function runPublish(job: WorkflowJob): Promise<void> {
  const { context, requests } = createContext(job);
  try {
    const handover = readHandover(job.inputs.handover);
    const effect = unpackText(job.inputs.testEffect, MAX_EFFECT_CHARACTERS);
    const { outcome, view } = await publish({ ...context, secrets: createSecretScanner() }, handover, {
      result: job.inputs.testResult,
      report: job.inputs.testReport,
      ...(effect === null ? {} : { effect }),
    });
    setOutputs({ outcome: outcome.kind, id: handover.id, 'pull-request': view.record.pullRequest?.url });
    await conclude(view, outcome);
  } catch (error) {
    await explainCrash({ context, stage: 'publish', error });
  } finally {
    sayRequests(requests);
  }
}

function readHandover(text: string): Handover {
  try {
    return handoverSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      'the input handover is not what the apply stage hands over; pass its output on as it is',
      { cause },
    );
  }
}

const handoverSchema = z.strictObject({
  id: z.string().min(1),
  digest: z.string(),
  title: z.string().exactOptional(),
  attempt: z.int().min(1),
  head: z.string(),
  test: z.strictObject({ command: z.string(), timeoutMinutes: z.number().positive() }),
  generation: z
    .strictObject({
      commands: z.array(
        z.strictObject({ name: z.string(), command: z.string(), timeoutMinutes: z.number().positive() }),
      ),
      reviewers: z.array(z.string()),
      unshownLines: z.int().min(1).exactOptional(),
    })
    .exactOptional(),
  channel: z.string().exactOptional(),
  slackProblem: z.strictObject({ warning: z.string(), maybePosted: z.boolean() }).exactOptional(),
  labels: z.array(z.string()),
  reviewers: z.array(z.string()),
  slack: z
    .strictObject({ channel: z.string(), ts: z.string(), shown: z.string().exactOptional() })
    .exactOptional(),
});
