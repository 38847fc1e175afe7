import { countRequests, createOctokit, type RequestCounter } from '../io/github/client.ts';
import { createForge } from '../io/github/forge.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { createSlackChat } from '../io/slack.ts';
import { say, type WorkflowJob } from '../io/workflow.ts';
import type { PublishContext } from '../stages/context.ts';

/** The trusted stages' ports, made of this job's tokens. */
export function createContext(job: WorkflowJob): {
  readonly context: PublishContext;
  readonly requests: RequestCounter;
} {
  const { inputs } = job;
  const [owner = '', name = ''] = job.repository.split('/', 2);
  const octokit = createOctokit({ token: inputs.token || inputs.githubToken, apiUrl: job.apiUrl });
  const requests = countRequests(octokit);
  const context: PublishContext = {
    repository: createApiRepository({ octokit, owner, name }),
    forge: createForge({ octokit, owner, name }),
    chat:
      inputs.slackToken === ''
        ? null
        : createSlackChat({ token: inputs.slackToken, apiUrl: inputs.slackApiUrl }),
    clock: { now: () => new Date() },
    site: {
      repository: job.repository,
      serverUrl: job.serverUrl,
      ciStartsByItself: inputs.token !== '',
      ...(inputs.slackChannel === '' ? {} : { defaultChannel: inputs.slackChannel }),
    },
    run: job.run,
  };
  return { context, requests };
}

/** GitHub's limit is counted in requests, so every stage says what it took. */
export function sayRequests(requests: RequestCounter): void {
  say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}
