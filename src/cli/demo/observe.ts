import { createOctokit } from '../../io/github/client.ts';
import type { WorkflowRun } from '../../local/contract.ts';
import type { Sandbox } from '../../local/sandbox.ts';
import type { LocalMessage } from '../../local/slack/message.ts';
import type { Refusal } from '../../patch/refusal.ts';
import { branchName, type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import { DEMO_REPOSITORY, type DemoDelivery } from './delivery.ts';

/** What was found on the local GitHub and Slack after a delivery, read as anybody could read it. */
export type Observed = {
  readonly delivery: DemoDelivery;
  readonly run: WorkflowRun;
  readonly record: PatchRecord;
  readonly pullRequest: {
    readonly title: string;
    readonly body: string;
    readonly draft: boolean;
    readonly labels: readonly string[];
  } | null;
  readonly statuses: readonly { readonly state: string; readonly description: string }[];
  readonly messages: readonly LocalMessage[];
  readonly json: ObservedJson;
};

/** One line of `demo --json`. */
export type ObservedJson = {
  readonly id: string;
  readonly outcome: string;
  readonly pullRequest: number | null;
  readonly draft: boolean | null;
  /** Head of the branch `ghost/<id>`; null: there is no such branch. */
  readonly head: string | null;
  /** Commits on the branch beyond its base. */
  readonly commits: number;
  /** Oldest first. */
  readonly statuses: readonly { readonly state: string; readonly description: string }[];
  readonly slack: { readonly ts: string | null; readonly messages: number; readonly edits: number };
  readonly record: string;
  /** Files with line numbers where a refused patch would nearly have fitted. */
  readonly refusals: readonly Refusal[];
  readonly failingLines: readonly string[];
  /** Of each job that ran. */
  readonly seconds: { readonly [job: string]: number };
};

export async function observe(sandbox: Sandbox, delivery: DemoDelivery, run: WorkflowRun): Promise<Observed> {
  const { id } = delivery.payload;
  const octokit = createOctokit({ token: readerToken(sandbox), apiUrl: sandbox.github.apiUrl });
  const [owner = '', repo = ''] = DEMO_REPOSITORY.split('/');
  const at = { owner, repo };
  const ref = await octokit.rest.git.getRef({ ...at, ref: recordRef(id).slice('refs/'.length) });
  const commit = await octokit.rest.git.getCommit({ ...at, commit_sha: ref.data.object.sha });
  const parsed = parseRecord(commit.data.message);
  if (!parsed.ok) {
    throw new Error(`the record of ${id} can't be read: ${parsed.problem}`);
  }
  const { record } = parsed;
  const branches = await octokit.rest.git.listMatchingRefs({ ...at, ref: `heads/${branchName(id)}` });
  const head =
    branches.data.find((branch) => branch.ref === `refs/heads/${branchName(id)}`)?.object.sha ?? null;
  const pulls = await octokit.rest.pulls.list({ ...at, head: `${owner}:${branchName(id)}`, state: 'all' });
  const [pull] = pulls.data;
  const statuses =
    head === null ? [] : (await octokit.rest.repos.listCommitStatusesForRef({ ...at, ref: head })).data;
  const ahead =
    head === null || record.base === undefined
      ? 0
      : (
          await octokit.rest.repos.compareCommitsWithBasehead({
            ...at,
            basehead: `${record.base.sha}...${head}`,
          })
        ).data.ahead_by;
  const messages = sandbox.slack
    .messages()
    .filter((message) => message.content.metadata?.event_payload['id'] === id);
  const said = statuses
    .map(({ state, description }) => ({ state, description: description ?? '' }))
    .toReversed();
  return {
    delivery,
    run,
    record,
    pullRequest:
      pull === undefined
        ? null
        : {
            title: pull.title,
            body: pull.body ?? '',
            draft: pull.draft ?? false,
            labels: pull.labels.map((label) => label.name),
          },
    statuses: said,
    messages,
    json: {
      id,
      outcome: outcomeOf(run, record),
      pullRequest: pull?.number ?? null,
      draft: pull?.draft ?? null,
      head,
      commits: ahead,
      statuses: said,
      slack: {
        ts: messages[0]?.ts ?? null,
        messages: messages.length,
        edits: messages[0]?.edits.length ?? 0,
      },
      record: recordRef(id),
      refusals: record.outcome?.kind === 'refused' ? record.outcome.refusals : [],
      failingLines: record.outcome?.kind === 'tests_failed' ? record.outcome.tests.failingLines : [],
      seconds: Object.fromEntries(
        run.jobs.filter((job) => job.startedAt !== null).map((job) => [job.key, secondsOf(job)]),
      ),
    },
  };
}

function readerToken(sandbox: Sandbox): string {
  return sandbox.github.createToken({
    login: 'reader',
    permissions: { contents: 'read', 'pull-requests': 'read', statuses: 'read', metadata: 'read' },
  });
}

/** What this very delivery came to: its jobs say so, for the record speaks of the patch. */
function outcomeOf(run: WorkflowRun, record: PatchRecord): string {
  const said = ['publish', 'apply']
    .map((key) => run.jobs.find((job) => job.key === key)?.outputs['outcome'])
    .find((outcome) => outcome);
  return said ?? record.outcome?.kind ?? 'unknown';
}

function secondsOf(job: WorkflowRun['jobs'][number]): number {
  const from = job.startedAt === null ? 0 : Date.parse(job.startedAt);
  const to = job.completedAt === null ? from : Date.parse(job.completedAt);
  return (to - from) / 1000;
}
