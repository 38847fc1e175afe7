import { describe, expect, test } from '@jest/globals';
import { examineExposedSecrets } from '../../../src/cli/doctor/exposed-secrets.ts';

const PATH = '.github/workflows/ci.yml';
const STEP = 'env: {KEY: "${{ secrets.DEPLOY_KEY }}"}\n';

function findings(text: string, path = PATH) {
  return examineExposedSecrets({ workflows: new Map([[path, text]]), unreadWorkflows: [] });
}

describe('a workflow that runs code of patches', () => {
  test.each([
    'on: push\n',
    'on: [push]\n',
    'on: {push: }\n',
    'on: pull_request\n',
    'on: {pull_request: {branches: [main]}}\n',
    'on: {push: {branches: ["**"]}}\n',
    'on: {push: {branches: [main, "ghost/**"]}}\n',
    'on: {push: {branches-ignore: [docs]}}\n',
    'on: {push: {branches: ["gh*/**"]}}\n',
    'on: {push: {branches: ["ghost**"]}}\n',
    'on: {push: {branches: ["[a-z]*/**"]}}\n',
    'on: {push: {branches: ["?*/**"]}}\n',
    'on: {push: {branches: ["*/fix-*"]}}\n',
    'on: {push: {branches: ["ghost/fix"]}}\n',
    'on: {push: {branches: ["g[a-i]+ost/[0-9]"]}}\n',
    'on: {push: {branches: ["**-staging"]}}\n',
    'on: {push: {branches: ["gh**-staging"]}}\n',
    'on: {push: {branches: ["**", "!ghost/old"]}}\n',
    'on: {push: {branches: ["!ghost/**", "*/*"]}}\n',
    'on: {push: {branches: ["[z-a]"]}}\n',
    'on: {push: {branches-ignore: ["ghost/old"]}}\n',
    'on: {push: {branches-ignore: ["*/wip"]}}\n',
    'on: {push: {branches-ignore: ["**/docs/**"]}}\n',
    'on: {push: {branches-ignore: ["ghost/[a-z]*"]}}\n',
    'on: create\n',
    'on: [create, delete]\n',
    'on: pull_request_review\n',
    'on: {pull_request_review_comment: {types: [created]}}\n',
    'on: pull_request_target\nenv: {REF: "${{ github.event.pull_request.head.sha }}"}\n',
    'on: pull_request_target\nenv: {REF: "${{ github.event.pull_request.merge_commit_sha }}"}\n',
    `on: pull_request_target\nenv: {REF: "\${{ github.event['pull_request']['head']['sha'] }}"}\n`,
    'on: pull_request_target\nenv: {RUN: "git fetch origin pull/${{ github.event.number }}/head"}\n',
    'on: issue_comment\nenv: {RUN: gh pr checkout 7}\n',
    'on: check_run\nenv: {REF: "${{ github.event.check_run.head_sha }}"}\n',
    'on: check_suite\nenv: {REF: "${{ github.event.check_suite.head_branch }}"}\n',
    'on: status\nenv: {REF: "${{ github.event.sha }}"}\n',
    'on: {workflow_run: {workflows: [CI]}}\nenv: {REF: "${{ github.event.workflow_run.head_sha }}"}\n',
  ])('with secrets is named: %j', (on) => {
    expect(findings(on + STEP)).toMatchObject([
      { check: 'secrets', state: 'advice', says: expect.stringContaining(PATH) },
    ]);
  });

  test.each([
    'x: ${{ secrets["KEY"] }}',
    'x: ${{ toJSON(secrets) }}',
    'x: ${{ secrets [github.job] }}',
    'jobs: {a: {secrets: inherit}}',
    'jobs: {a: {uses: ./.github/workflows/d.yml, secrets: "inherit"}}',
    "jobs:\n  a: {'secrets': 'inherit'}",
  ])('uses secrets in any form: %j', (use) => {
    expect(findings(`on: push\n${use}\n`)).toHaveLength(1);
  });

  test.each([
    ['without secrets', 'on: push\n'],
    ["with the job's own token", 'on: push\nenv: {T: "${{ secrets.GITHUB_TOKEN }}"}\n'],
    ['of other branches', `on: {push: {branches: [main, release/*]}}\n${STEP}`],
    ['of branches without a folder', `on: {push: {branches: ["*", "gh?st", "ghost", 1.0]}}\n${STEP}`],
    ['of all branches, and then of those no more', `on: {push: {branches: ["**", "!ghost/**"]}}\n${STEP}`],
    ['of branches in deeper folders', `on: {push: {branches: ["ghost/*/*", "*/x/**"]}}\n${STEP}`],
    ['of tags but some', `on: {push: {tags-ignore: [v*]}}\n${STEP}`],
    ['that leaves all such folders out', `on: {push: {branches-ignore: ["gh*/**"]}}\n${STEP}`],
    ['of tags', `on: {push: {tags: [v*]}}\n${STEP}`],
    ['of all branches but those', `on: {push: {branches-ignore: ["ghost/**"]}}\n${STEP}`],
    [
      'of the base alone',
      `on: [pull_request_target, issue_comment, workflow_run, check_run, status]\n${STEP}`,
    ],
    ['of another event', `on: {schedule: [], workflow_dispatch: }\n${STEP}`],
    ['that nobody can read', `on: [push\n${STEP}`],
  ])('is not named %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });

  test.each([
    'permissions: write-all\n',
    'permissions: {contents: read, id-token: write}\n',
    'permissions: {}\njobs: {a: {permissions: {packages: write}}}\n',
    'permissions: write-all\njobs: {a: {permissions: {}}, b: {}}\n',
  ])('is named for a token that may write: %j', (rights) => {
    expect(findings(`on: push\n${rights}`)).toMatchObject([{ says: expect.stringContaining('may write') }]);
  });

  test.each([
    'permissions: read-all\n',
    'permissions: {contents: read}\n',
    'permissions: write-all\njobs: {a: {permissions: {contents: read}}}\n',
  ])('is not named for a token that may only read: %j', (rights) => {
    expect(findings(`on: push\n${rights}`)).toEqual([]);
  });

  test.each([
    ['more aliases than people write', `x: &x 1\ny: [${'*x, '.repeat(110)}1]\non: push\n${STEP}`],
    ['more characters', `on: push\n${STEP}#${' '.repeat(101_000)}\n`],
  ])('is said not to be known where it has %s', (_, text) => {
    expect(findings(text)).toMatchObject([
      { check: 'secrets', state: 'unknown', says: expect.stringContaining(`${PATH} was not looked at`) },
    ]);
  });

  test('is said not to be known where there are more than are read', () => {
    const unreadWorkflows = [PATH, '.github/workflows/b.yml', '.github/workflows/c.yml'];
    expect(examineExposedSecrets({ workflows: new Map(), unreadWorkflows })).toMatchObject([
      { state: 'unknown', says: expect.stringContaining(`${PATH} and 2 more workflows were not looked at`) },
    ]);
  });

  test('is named once, with all that it gives', () => {
    expect(findings(`on: push\npermissions: write-all\n${STEP}`)).toMatchObject([
      { says: expect.stringContaining('uses secrets and may write') },
    ]);
  });

  test('is looked at before long, however it filters its branches', () => {
    const started = performance.now();
    // As many as a file has room for, each of which is a branch to look for among all others.
    const many = Array.from({ length: 9_000 }, (_, at) => `"*${at}"`);
    expect(findings(`on: {push: {branches: [${many.join(', ')}]}}\n${STEP}`)).toHaveLength(1);
    for (const pattern of ['*', '**', '[', '?', '+', '[a-z]*', '(a+)+', 'ghost/**']) {
      const branches = Array.from({ length: 300 }, (_, at) => `"${pattern.repeat(30)}${at}"`);
      findings(`on: {push: {branches: [${branches.join(', ')}]}}\n${STEP}`);
      findings(`on: {push: {branches: ["${pattern.repeat(9_000)}"]}}\n${STEP}`);
      findings(`on: {push: {branches: [${branches.slice(0, 100).join(', ')}]}}\n${STEP}`);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('is not one of ours', () => {
    expect(findings(`on: pull_request\n${STEP}`, '.github/workflows/ghost-watch.yml')).toEqual([]);
  });
});
