import { createOctokit } from '../../../src/io/github/client.ts';
import { createConversation } from '../../../src/io/github/conversation.ts';
import { createForge } from '../../../src/io/github/forge.ts';
import { createLedger } from '../../../src/io/github/ledger.ts';
import { createPeople } from '../../../src/io/github/people.ts';
import { createApiRepository } from '../../../src/io/github/repository.ts';
import { createRuns } from '../../../src/io/github/runs.ts';
import { createSecretScanner } from '../../../src/io/secrets.ts';
import { createSlackChat } from '../../../src/io/slack.ts';
import { createSlackHistory } from '../../../src/io/slack-history.ts';
import { LOCAL_BOT_TOKEN } from '../../../src/local/slack/server.ts';
import type { RunRef } from '../../../src/record/record.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { Clock } from '../../../src/stages/ports.ts';
import type { WatchContext } from '../../../src/stages/watch/context.ts';

export type Reach = {
  /** `owner/name`. */
  readonly repository: string;
  /** Of the local GitHub. */
  readonly token: string;
  readonly github: { readonly url: string; readonly apiUrl: string };
  readonly slack: { readonly apiUrl: string };
  readonly run: RunRef;
  readonly clock: Clock;
  /** Milliseconds; how long whoever tries again waits. */
  readonly sleep: (milliseconds: number) => Promise<void>;
};

/** Every port of the stages, over the network, to a local GitHub and Slack. */
export function createPorts({ repository, token, github, slack, run, clock, sleep }: Reach): WatchContext {
  const [owner = '', name = ''] = repository.split('/', 2);
  const octokit = createOctokit({ token, apiUrl: github.apiUrl, sleep });
  const place = { octokit, owner, name, sleep };
  const secrets = createSecretScanner();
  const chat = { token: LOCAL_BOT_TOKEN, apiUrl: slack.apiUrl, sleep };
  return {
    repository: createApiRepository(place),
    forge: createForge(place),
    chat: createSlackChat(chat),
    history: createSlackHistory(chat),
    clock,
    site: { repository, serverUrl: github.url, ciStartsByItself: true },
    run,
    ledger: createLedger(place),
    people: createPeople(place),
    conversation: createConversation(place),
    secrets,
    compute: createCompute(secrets),
    runs: createRuns(place),
    wait: sleep,
  };
}

/** What a token needs for all of them. */
export const PERMISSIONS = {
  contents: 'write',
  'pull-requests': 'write',
  issues: 'write',
  statuses: 'write',
  actions: 'write',
  checks: 'read',
} as const;
