import { countRequests, createOctokit, type RequestCounter } from '../io/github/client.ts';
import { createForge } from '../io/github/forge.ts';
import { createLedger } from '../io/github/ledger.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { createSlackChat } from '../io/slack.ts';
import { createSlackHistory } from '../io/slack-history.ts';
import { say, type WorkflowJob } from '../io/workflow.ts';
import type { ApplyContext, PublishContext } from '../stages/context.ts';

/** The trusted stages' ports, made of this job's tokens. */
export function createContext(job: WorkflowJob): {
  readonly context: PublishContext & Pick<ApplyContext, 'ledger'>;
  readonly requests: RequestCounter;
  /** For ports that only some stages have. */
  readonly place: Parameters<typeof createForge>[0];
} {
  const { inputs } = job;
  const [owner = '', name = ''] = job.repository.split('/', 2);
  const octokit = createOctokit({ token: inputs.token || inputs.githubToken, apiUrl: job.apiUrl });
  const requests = countRequests(octokit);
  const place = { octokit, owner, name };
  const slack = inputs.slackToken === '' ? null : { token: inputs.slackToken, apiUrl: inputs.slackApiUrl };
  const context: PublishContext & Pick<ApplyContext, 'ledger'> = {
    repository: createApiRepository(place),
    forge: createForge(place),
    ledger: createLedger(place),
    chat: slack === null ? null : createSlackChat({ ...slack, limitSeconds: slackPatience(inputs.stage) }),
    history: slack === null ? null : createSlackHistory(slack),
    clock: { now: () => new Date() },
    site: {
      repository: job.repository,
      serverUrl: job.serverUrl,
      ciStartsByItself: inputs.token !== '',
      ...(inputs.slackChannel === '' ? {} : { defaultChannel: inputs.slackChannel }),
      ...(inputs.slackButtons ? { slackButtons: true } : {}),
    },
    run: job.run,
  };
  return { context, requests, place };
}

/**
 * Seconds that a stage waits where Slack has too much to say already. The tests of a patch don't wait for that: its
 * message is posted when they are over. Nor does the watch, which comes again.
 */
function slackPatience(stage: string): number {
  return stage === 'publish' ? LONGEST_SLACK_LIMIT : 0;
}

/**
 * A channel takes a message a second, so that of sixty runs which end together all but a few are told within so many
 * seconds, and the job still ends within its ten minutes; the few are told by the watch.
 */
export const LONGEST_SLACK_LIMIT = 240;

/** GitHub's limit is counted in requests, so every stage says what it took. */
export function sayRequests(requests: RequestCounter): void {
  say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}
