import { readFile } from 'node:fs/promises';
import * as core from '@actions/core';
import { payloadOf } from '../patch/payload.ts';
import type { RunRef } from '../record/record.ts';
import type { Delivery } from '../stages/apply.ts';

/** The workflow run that this process works in: its inputs, its event, and the ways to answer. */
export type WorkflowJob = {
  readonly inputs: ActionInputs;
  /** `owner/name`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly workspace: string;
  readonly run: RunRef;
  /** Login of who started this run, or this re-run. */
  readonly actor: string;
};

export type ActionInputs = {
  readonly stage: string;
  readonly token: string;
  readonly githubToken: string;
  readonly payload: string;
  readonly dryRun: boolean;
  readonly sha: string;
  readonly command: string;
  readonly timeoutMinutes: number;
  readonly handover: string;
  readonly testResult: string;
  readonly testReport: string;
  readonly commands: string;
  readonly testEffect: string;
  readonly action: string;
  readonly patch: string;
  readonly reason: string;
  readonly for: string;
  readonly scope: string;
  readonly confirm: boolean;
  readonly slackToken: string;
  readonly slackChannel: string;
  readonly slackApiUrl: string;
  readonly slackButtons: boolean;
};

/** Reads everything once. Throws where an input can't be what it says. */
export function readWorkflowJob(environment: NodeJS.ProcessEnv): WorkflowJob {
  const serverUrl = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repository = required(environment, 'GITHUB_REPOSITORY');
  const id = Number(required(environment, 'GITHUB_RUN_ID'));
  return {
    inputs: readInputs(),
    repository,
    apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl,
    workspace: environment['GITHUB_WORKSPACE'] ?? process.cwd(),
    run: {
      id,
      attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1'),
      url: `${serverUrl}/${repository}/actions/runs/${id}`,
    },
    actor: environment['GITHUB_TRIGGERING_ACTOR'] ?? environment['GITHUB_ACTOR'] ?? '',
  };
}

/**
 * The delivery, from where it lies: the `payload` input of a called workflow, the form's box, or the event's
 * `client_payload`. What is not JSON is passed on as text, so that the refusal can say where it breaks.
 */
export async function readDelivery(
  job: Pick<WorkflowJob, 'actor'> & { readonly inputs: Pick<ActionInputs, 'payload' | 'dryRun'> },
  environment: NodeJS.ProcessEnv,
): Promise<Delivery> {
  const { payload, dryRun } = job.inputs;
  const event = await readEvent(required(environment, 'GITHUB_EVENT_PATH'));
  const sender = senderOf(event) ?? job.actor;
  if (payload !== '') {
    return { payload: payloadOf(payload), sender, dryRun };
  }
  const form = event['inputs'];
  if (isObject(form) && typeof form['patch'] === 'string') {
    return {
      payload: { patch: form['patch'] },
      sender,
      dryRun: dryRun || String(form['dry-run']) === 'true',
    };
  }
  return { payload: event['client_payload'] ?? {}, sender, dryRun };
}

/** Whoever starts the run again has not written what it carries, and may be the watch. */
function senderOf({ sender }: { readonly [key: string]: unknown }): string | undefined {
  return isObject(sender) && typeof sender['login'] === 'string' ? sender['login'] : undefined;
}

/** The comment that started this run, as it was made. */
export type CommentEvent = {
  readonly id: number;
  readonly url: string;
  /** Of the pull request or issue. */
  readonly number: number;
  readonly title: string;
  readonly author: string;
  /** Who started the run again; absent where nobody did. */
  readonly startedBy?: string;
  readonly body: string;
  readonly createdAt: Date;
};

/** null: the run was started by something else than a new comment. */
export async function readComment(
  { run, actor }: Pick<WorkflowJob, 'run' | 'actor'>,
  environment: NodeJS.ProcessEnv,
): Promise<CommentEvent | null> {
  const { action, comment, issue } = await readEvent(required(environment, 'GITHUB_EVENT_PATH'));
  if (action !== 'created' || !isObject(comment) || !isObject(issue)) {
    return null;
  }
  const { id, html_url: url, body, user, created_at: createdAt } = comment;
  const { number, title } = issue;
  const author = isObject(user) ? user['login'] : undefined;
  return typeof id === 'number' &&
    typeof url === 'string' &&
    typeof number === 'number' &&
    typeof title === 'string' &&
    typeof author === 'string' &&
    typeof body === 'string' &&
    typeof createdAt === 'string'
    ? {
        id,
        url,
        number,
        title,
        author,
        ...(run.attempt === 1 ? {} : { startedBy: actor }),
        body,
        createdAt: new Date(createdAt),
      }
    : null;
}

/** Login of who filled the form in that started this run, where another one started it again; undefined: nobody else did. */
export async function readFormWriter(
  { run, actor }: Pick<WorkflowJob, 'run' | 'actor'>,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const sender = senderOf(await readEvent(required(environment, 'GITHUB_EVENT_PATH')));
  return run.attempt === 1 || sender?.toLowerCase() === actor.toLowerCase() ? undefined : sender;
}

/** What woke the watch up, and where that says to look first. */
export async function readOccasion(environment: NodeJS.ProcessEnv): Promise<{
  readonly event: string;
  readonly run?: number;
  readonly sha?: string;
  readonly canary: boolean;
}> {
  const event = required(environment, 'GITHUB_EVENT_NAME');
  const {
    inputs,
    workflow_run: run,
    pull_request: pullRequest,
  } = await readEvent(required(environment, 'GITHUB_EVENT_PATH'));
  const { id, head_sha: tested } = isObject(run) ? run : {};
  const { head } = isObject(pullRequest) ? pullRequest : {};
  const sha = tested ?? (isObject(head) ? head['sha'] : undefined);
  return {
    event,
    ...(typeof id === 'number' ? { run: id } : {}),
    ...(typeof sha === 'string' ? { sha } : {}),
    canary: isObject(inputs) && String(inputs['canary']) === 'true',
  };
}

export function setOutputs(outputs: { readonly [name: string]: string | undefined }): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) {
      core.setOutput(name, value);
    }
  }
}

export async function writeSummary(markdown: string): Promise<void> {
  await core.summary.addRaw(markdown, true).write();
}

/** `place` is the line of a file that the reader has to correct; GitHub shows the message there too. */
export function fail(message: string, title: string, place?: FailingPlace): void {
  const where =
    place === undefined ? {} : { file: place.file, startLine: place.line, startColumn: place.column };
  core.error(message, { title, ...where });
  process.exitCode = core.ExitCode.Failure;
}

export type FailingPlace = { readonly file: string; readonly line: number; readonly column: number };

export function warn(message: string): void {
  core.warning(message);
}

export function say(message: string): void {
  core.info(message);
}

/** Nothing that is printed between these two is taken for a workflow command. */
export function stopCommands(marker: string): void {
  core.info(`::stop-commands::${marker}`);
}

export function resumeCommands(marker: string): void {
  core.info(`::${marker}::`);
}

export function hide(secret: string): void {
  if (secret !== '') {
    core.setSecret(secret);
  }
}

function readInputs(): ActionInputs {
  const timeoutMinutes = Number(core.getInput('timeout-minutes'));
  if (!(timeoutMinutes > 0)) {
    throw new Error('the input timeout-minutes must be a number above 0');
  }
  return {
    stage: core.getInput('stage', { required: true }),
    token: core.getInput('token'),
    githubToken: core.getInput('github-token'),
    payload: core.getInput('payload'),
    dryRun: core.getInput('dry-run') === 'true',
    sha: core.getInput('sha'),
    command: core.getInput('command'),
    timeoutMinutes,
    handover: core.getInput('handover'),
    testResult: core.getInput('test-result'),
    testReport: core.getInput('test-report'),
    commands: core.getInput('commands'),
    testEffect: core.getInput('test-effect'),
    action: core.getInput('action'),
    patch: core.getInput('patch'),
    reason: core.getInput('reason'),
    for: core.getInput('for'),
    scope: core.getInput('scope'),
    confirm: core.getInput('confirm') === 'true',
    slackToken: core.getInput('slack-token'),
    slackChannel: core.getInput('slack-channel'),
    slackApiUrl: core.getInput('slack-api-url'),
    slackButtons: core.getInput('slack-buttons') === 'true',
  };
}

async function readEvent(path: string): Promise<{ readonly [key: string]: unknown }> {
  const event: unknown = JSON.parse(await readFile(path, 'utf8'));
  return isObject(event) ? event : {};
}

function required(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set; this runs inside a GitHub Actions job`);
  }
  return value;
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
