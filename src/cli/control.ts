import { setTimeout as delay } from 'node:timers/promises';
import { parseCommand } from '../control/command.ts';
import { statedState } from '../control/shown-state.ts';
import { createOctokit } from '../io/github/client.ts';
import { createConversation } from '../io/github/conversation.ts';
import { attempt } from '../io/github/errors.ts';
import { createForge } from '../io/github/forge.ts';
import { createLedger } from '../io/github/ledger.ts';
import { createPeople } from '../io/github/people.ts';
import { createApiRepository } from '../io/github/repository.ts';
import { createRuns } from '../io/github/runs.ts';
import { createSecretScanner } from '../io/secrets.ts';
import { createSlackChat } from '../io/slack.ts';
import { createSlackHistory } from '../io/slack-history.ts';
import { commandJson } from '../report/command/json.ts';
import type { CommandReport } from '../report/command/report.ts';
import { formatCommandTerminal } from '../report/command/terminal.ts';
import { createCompute } from '../stages/compute.ts';
import type { ControlContext } from '../stages/control/context.ts';
import { execute } from '../stages/control/execute.ts';
import { jsonLine } from './json-line.ts';

export type ControlOptions = {
  readonly repo: string;
  readonly token?: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly slackToken?: string;
  readonly slackApiUrl: string;
  readonly confirm: boolean;
  readonly json: boolean;
  /** What was seen of the patch, where whoever asks says it. */
  readonly head?: string;
  readonly digest?: string;
};

/** One command in the grammar of all surfaces, in the name of whom the token belongs to; returns the exit code. */
export async function controlCommand(words: readonly string[], options: ControlOptions): Promise<number> {
  const parsed = parseCommand(words.join(' '));
  if (!parsed.ok) {
    process.stderr.write(`error: ${parsed.problem}\n`);
    return UNREADABLE;
  }
  const { context, actor } = await connect(options);
  const report = await execute(context, {
    command: parsed.command,
    surface: 'cli',
    actor,
    confirm: options.confirm,
    ...statedState(options),
  });
  process.stdout.write(
    options.json
      ? `${jsonLine(commandJson(report))}\n`
      : formatCommandTerminal(report, process.stdout.columns),
  );
  return controlExitCode(report);
}

/**
 * | code | command |
 * |--:|---|
 * | 0 | done, or everything was as asked for already |
 * | 1 | something broke on the way |
 * | 2 | refused |
 * | 64 | it can't be read |
 * | 75 | asked for, and not confirmed yet: ask again |
 */
export function controlExitCode({ done }: Pick<CommandReport, 'done'>): number {
  switch (done) {
    case 'done':
    case 'unchanged':
      return 0;
    case 'failed':
      return 1;
    case 'refused':
      return 2;
    case 'unconfirmed':
      return NOT_YET;
  }
}

/** As in BSD's sysexits: used incorrectly, and a temporary failure. */
const UNREADABLE = 64;
const NOT_YET = 75;

async function connect(
  options: ControlOptions,
): Promise<{ readonly context: ControlContext; readonly actor: string }> {
  const [owner, name, ...rest] = options.repo.split('/');
  if (!owner || !name || rest.length > 0) {
    throw new Error(`--repo must be owner/name, not ${options.repo}`);
  }
  if (!options.token) {
    throw new Error(
      'no token: set GITHUB_TOKEN or give --token, with actions, contents, issues, pull requests and commit statuses, each "write"',
    );
  }
  const { serverUrl, slackToken, slackApiUrl } = options;
  const slack = slackToken === undefined ? null : { token: slackToken, apiUrl: slackApiUrl };
  const octokit = createOctokit({ token: options.token, apiUrl: options.apiUrl });
  const place = { octokit, owner, name };
  const { data } = await attempt('find out whose token this is', () => octokit.rest.users.getAuthenticated());
  const secrets = createSecretScanner();
  const context: ControlContext = {
    repository: createApiRepository(place),
    forge: createForge(place),
    ledger: createLedger(place),
    runs: createRuns(place),
    people: createPeople(place),
    conversation: createConversation(place),
    secrets,
    compute: createCompute(secrets),
    // Without a token of Slack's the messages stay as they are, and the watch brings them up to date.
    chat: slack === null ? null : createSlackChat(slack),
    history: slack === null ? null : createSlackHistory(slack),
    clock: { now: () => new Date() },
    wait: async (seconds) => {
      await delay(seconds * 1000);
    },
    site: { repository: `${owner}/${name}`, serverUrl, ciStartsByItself: true },
    run: { id: 0, attempt: 1, url: '' },
  };
  return { context, actor: data.login };
}
