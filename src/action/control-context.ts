import { setTimeout as delay } from 'node:timers/promises';
import { createConversation } from '../io/github/conversation.ts';
import { watchHour } from '../io/github/hour.ts';
import { createLedger } from '../io/github/ledger.ts';
import { createPeople } from '../io/github/people.ts';
import { createRuns } from '../io/github/runs.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { createSlackHistory } from '../io/slack-history.ts';
import type { WorkflowJob } from '../io/workflow.ts';
import { createCompute } from '../stages/compute.ts';
import type { WatchContext } from '../stages/watch/context.ts';
import { createContext } from './context.ts';

/** The ports of control and watch, made of this job's tokens. */
export function createControlContext(job: WorkflowJob): {
  readonly context: WatchContext;
  readonly requests: ReturnType<typeof createContext>['requests'];
} {
  const { context, requests, place } = createContext(job);
  const { slackToken, slackApiUrl } = job.inputs;
  const secrets = createSecretScanner();
  return {
    context: {
      ...context,
      secrets,
      compute: createCompute(secrets),
      ledger: createLedger(place),
      runs: createRuns(place),
      people: createPeople(place),
      conversation: createConversation(place),
      hourLeft: watchHour(place.octokit),
      history: slackToken === '' ? null : createSlackHistory({ token: slackToken, apiUrl: slackApiUrl }),
      wait: async (seconds) => {
        await delay(seconds * 1000);
      },
    },
    requests,
  };
}
