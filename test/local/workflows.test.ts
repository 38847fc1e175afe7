import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Octokit } from '@octokit/rest';
import type { WorkflowRun } from '../../src/local/contract.ts';
import { type LocalGitHub, startLocalGitHub } from '../../src/local/github/server.ts';
import { createActionsEngine } from '../../src/local/runner/engine.ts';
import { conclusionsOf, jobOf, until } from './runner/stage.ts';

let github: LocalGitHub;
let made = 0;

beforeAll(async () => {
  github = await startLocalGitHub({
    createEngine: (host) =>
      createActionsEngine(host, { grace: { afterInterrupt: 1_000, afterTerminate: 1_000, inAll: 60_000 } }),
  });
});
afterAll(async () => {
  expect(github.validation.failures).toEqual([]);
  await github.close();
});

/** A repository of its own with these workflows, where ada may write. */
async function openRepository(workflows: { readonly [file: string]: string }) {
  made += 1;
  const repository = `acme/app-${made}`;
  const files = Object.entries(workflows).map(([file, text]) => [`.github/workflows/${file}`, text]);
  await github.createRepository(repository, {
    files: { 'README.md': 'app\n', ...Object.fromEntries(files) },
    collaborators: { ada: 'write', bob: 'maintain' },
  });
  const ada = github.person('ada', repository);
  return {
    repository,
    ada,
    octokit: openOctokit(),
    place: { owner: 'acme', repo: `app-${made}` },
    runs: (name: string) =>
      (github.engine?.runs(repository) ?? []).filter(({ workflowName }) => workflowName === name),
    openPull: async (branch: string) => {
      await ada.push(branch, { [`${branch}.txt`]: branch });
      return await ada.openPullRequest({ head: branch, title: `Add ${branch}` });
    },
  };
}

function openOctokit(): Octokit {
  const permissions = { contents: 'write', actions: 'write', 'pull-requests': 'write' };
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  return new Octokit({
    baseUrl: github.apiUrl,
    log: quiet,
    auth: github.createToken({ login: 'acme', permissions }),
  });
}

/** All events are told, all runs have ended, and so have those that they started. */
async function quiet(): Promise<void> {
  for (let rounds = 0; rounds < ROUNDS; rounds += 1) {
    await github.settled();
    await github.engine?.idle();
  }
}

/** A chain of runs is three long at most, and then there is one more look. */
const ROUNDS = 5;

/** A job that prints one line. */
function printing(text: string): string {
  return `jobs: {job: {runs-on: ubuntu-latest, steps: [{run: "echo '${text}'"}]}}`;
}

describe('a workflow that listens to', () => {
  it('comments is told who wrote what on which pull request, and answers with its own token', async () => {
    const { ada, runs, openPull, place, octokit } = await openRepository({
      'command.yml': `
name: command
on: {issue_comment: {types: [created]}}
jobs:
  react:
    if: github.event.issue.pull_request && startsWith(github.event.comment.body, '/ghost')
    runs-on: ubuntu-latest
    permissions: {pull-requests: write}
    env: {GH_TOKEN: "\${{ github.token }}"}
    steps:
      - run: echo "\${{ github.actor }} on \${{ github.event.issue.number }} at \${{ github.ref }}"
      - run: >-
          curl -sf -X POST -H "authorization: Bearer $GH_TOKEN" -d '{"content":"eyes"}'
          $GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/comments/\${{ github.event.comment.id }}/reactions
`,
    });
    const number = await openPull('one');
    const id = await ada.comment(number, '/ghost status');
    await ada.comment(number, 'nice');
    await ada.editComment(id, '/ghost kill all');
    await quiet();
    const [first, second, ...more] = runs('command');
    expect(more).toEqual([]);
    expect(first?.conclusion).toBe('success');
    expect(jobOf(first!, 'react').log).toContain(`ada on ${number} at refs/heads/main`);
    expect(conclusionsOf(second!)).toEqual({ react: 'skipped' });
    const { data } = await octokit.rest.reactions.listForIssueComment({ ...place, comment_id: id });
    expect(data.map(({ content, user }) => [content, user?.login])).toEqual([
      ['eyes', 'github-actions[bot]'],
    ]);
  });

  it('the end of runs hears of those that it names, from a person’s push to the third run after it', async () => {
    const after = (name: string, of: string) =>
      `name: ${name}\non: {workflow_run: {workflows: [${of}], types: [completed]}}\n${printing(
        '${{ github.event.workflow_run.name }} ${{ github.event.workflow_run.conclusion }}',
      )}`;
    const { ada, runs } = await openRepository({
      'ci.yml': `name: ci\non: push\n${printing('x')}`,
      'other.yml': `name: other\non: push\n${printing('x')}`,
      'a.yml': after('a', 'ci'),
      'b.yml': after('b', 'a'),
      'c.yml': after('c', 'b'),
      'd.yml': after('d', 'c'),
    });
    await ada.push('topic', { 'a.txt': 'a' });
    await quiet();
    expect(['ci', 'other', 'a', 'b', 'c', 'd'].map((name) => runs(name).length)).toEqual([1, 1, 1, 1, 1, 0]);
    expect(jobOf(runs('a')[0]!, 'job').log).toContain('ci success');
  });

  it('pull requests hears of a merge, and who did it', async () => {
    const { runs, openPull, repository } = await openRepository({
      'watch.yml': `name: watch\non: {pull_request: {types: [closed]}}\n${printing(
        '${{ github.event.pull_request.merged }} ${{ github.event.pull_request.merged_by.login }} ${{ github.actor }}',
      )}`,
    });
    const number = await openPull('one');
    await github.person('bob', repository).merge(number);
    await quiet();
    expect(runs('watch')).toHaveLength(1);
    expect(jobOf(runs('watch')[0]!, 'job').log).toContain('true bob bob');
  });

  it('a schedule knows which one came due', async () => {
    const { repository } = await openRepository({
      'watch.yml': `name: watch\non: {schedule: [{cron: '7 * * * *'}]}\n${printing('${{ github.event.schedule }}')}`,
    });
    const [run] = await github.tick(repository);
    await quiet();
    expect(jobOf(run!, 'job').log).toContain('7 * * * *');
  });

  it('a dispatch is started by a job’s own token, which starts nothing else', async () => {
    const { ada, runs } = await openRepository({
      'send.yml': `
name: send
on: workflow_dispatch
permissions: {contents: write, actions: write}
jobs:
  send:
    runs-on: ubuntu-latest
    env: {GH_TOKEN: "\${{ github.token }}"}
    steps:
      - run: |
          api() { curl -sf -X POST -H "authorization: Bearer $GH_TOKEN" -d "$2" $GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$1; }
          api dispatches '{"event_type":"again"}'
          api actions/workflows/form.yml/dispatches '{"ref":"main"}'
          api git/refs "{\\"ref\\":\\"refs/heads/by-job\\",\\"sha\\":\\"$GITHUB_SHA\\"}"
`,
      'heard.yml': `name: heard\non: {repository_dispatch: {types: [again]}, push: }\n${printing('${{ github.actor }}')}`,
      'form.yml': `name: form\non: workflow_dispatch\n${printing('x')}`,
    });
    await ada.runWorkflow('send.yml');
    await quiet();
    expect(runs('send')).toMatchObject([{ conclusion: 'success' }]);
    expect(runs('heard').map(({ event }) => [event.name, event.actor])).toEqual([
      ['repository_dispatch', 'github-actions[bot]'],
    ]);
    expect(runs('form')).toHaveLength(1);
  });
});

describe('a run that somebody cancels', () => {
  const WORK = `
name: work
on: workflow_dispatch
jobs:
  work:
    runs-on: ubuntu-latest
    steps:
      - run: trap 'echo interrupted' INT; echo started; sleep 60 & wait; echo ended
      - {run: echo cleaning up, if: cancelled()}
  publish: {needs: work, if: "!cancelled()", runs-on: ubuntu-latest, steps: [{run: "true"}]}
  report: {needs: work, if: always(), runs-on: ubuntu-latest, steps: [{run: "echo \${{ needs.work.result }}"}]}
`;

  async function started() {
    const world = await openRepository({ 'work.yml': WORK });
    const run = await world.ada.runWorkflow('work.yml');
    await until(() => run.jobs.some(({ log }) => log.includes('\nstarted\n')));
    const api = { ...world.place, run_id: run.id };
    return { ...world, run, api };
  }

  it('over the API interrupts its step, and ends when what runs on cancel has ended', async () => {
    const { run, octokit, api } = await started();
    expect((await octokit.rest.actions.cancelWorkflowRun(api)).status).toBe(202);
    expect((await octokit.rest.actions.getWorkflowRun(api)).data.status).toBe('in_progress');
    await quiet();
    expect((await octokit.rest.actions.getWorkflowRun(api)).data).toMatchObject({
      status: 'completed',
      conclusion: 'cancelled',
    });
    expect(conclusionsOf(run)).toEqual({ work: 'cancelled', publish: 'skipped', report: 'success' });
    expect(jobOf(run, 'work').log).toMatch(/\ninterrupted\n[^]*\ncleaning up\n/);
    await expect(octokit.rest.actions.cancelWorkflowRun(api)).rejects.toMatchObject({ status: 409 });
  });

  it('by force runs nothing more', async () => {
    const { run, octokit, api } = await started();
    await octokit.rest.actions.forceCancelWorkflowRun(api);
    await quiet();
    expect(conclusionsOf(run)).toEqual({ work: 'cancelled', publish: 'cancelled', report: 'cancelled' });
    expect(jobOf(run, 'work').log).not.toContain('\ncleaning up\n');
  });
});

it('a second attempt is in the name of who asked for it, and the actor stays', async () => {
  const { ada, repository, octokit, place } = await openRepository({
    'who.yml': `name: who\non: workflow_dispatch\n${printing('${{ github.actor }} ${{ github.triggering_actor }} ${{ github.run_attempt }}')}`,
  });
  const run: WorkflowRun = await ada.runWorkflow('who.yml');
  await quiet();
  expect(jobOf(run, 'job').log).toContain('ada ada 1');
  await github.person('bob', repository).rerun(run.id);
  await quiet();
  expect(jobOf(run, 'job').log).toContain('ada bob 2');
  const { data } = await octokit.rest.actions.getWorkflowRun({ ...place, run_id: run.id });
  expect([data.actor?.login, data.triggering_actor?.login, data.run_attempt]).toEqual(['ada', 'bob', 2]);
});
