import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { examineExposedSecrets } from '../../../src/cli/doctor/exposed-secrets.ts';
import { ACTION, WORKFLOW_NAMES, workflowFiles } from '../../../src/cli/init/workflow-files.ts';

const PATH = '.github/workflows/ci.yml';
const BASE = 'on: pull_request_target\n';
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
    'on: deployment\n',
    'on: {deployment_status: {}}\n',
    'on: pull_request_target\nenv: {RUN: "git checkout origin/$GITHUB_HEAD_REF"}\n',
    'on: pull_request_target\nenv: {RUN: "git switch $env:GITHUB_HEAD_REF"}\n',
    'on: pull_request_target\nenv: {RUN: "npm install acme/shop#$GITHUB_HEAD_REF"}\n',
    'on: pull_request_target\nenv: {RUN: "gh pr -R acme/shop checkout 7"}\n',
    'on: pull_request_target\nenv: {RUN: "gh pr diff 7 | git apply"}\n',
    'on: issue_comment\nenv: {RUN: "gh pr view 7 --json headRefOid"}\n',
    'on: issue_comment\nenv: {RUN: "git fetch origin \\"$BRANCH\\""}\n',
    'on: issue_comment\nenv:\n  RUN: |\n    git \\\n      merge $COMMIT\n',
    'on: issue_comment\nenv: {RUN: "git checkout -b try $COMMIT"}\n',
    'on: commit_comment\nwith: {ref: "${{ github.event.comment.commit_id }}"}\n',
    'on: repository_dispatch\nwith: {ref: "${{ github.event.client_payload.git.sha }}"}\n',
    'on: {repository_dispatch: {types: [test]}}\nwith:\n  ref: refs/heads/${{ needs.find.outputs.branch }}\n',
    'on: workflow_run\nwith:\n  ref: >-\n    ${{ steps.find.outputs.sha }}\n',
    'on: status\nenv: {RUN: "gh api repos/acme/shop/tarball/$COMMIT"}\n',
    'on: pull_request_target\nx: {uses: acme/ci/.github/workflows/e2e.yml@v1}\n',
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
    ['of the base by name', `${BASE}with: {ref: "\${{ github.event.pull_request.base.sha }}"}\n${STEP}`],
    ['of the base as fetched', `${BASE}env: {RUN: git fetch origin "$GITHUB_BASE_REF"}\n${STEP}`],
    ['of a branch that it makes', `${BASE}env: {RUN: git checkout -b "bot/$ID"}\n${STEP}`],
    ['that pulls with a token', `${BASE}env: {RUN: "git pull https://x:$T@example.com main"}\n${STEP}`],
    ['that names changed files', `${BASE}env: {RUN: gh pr diff 7 --name-only}\n${STEP}`],
    ['of what somebody has decided to merge', `on: merge_group\n${STEP}`],
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

  test('is named for what it calls and takes, however its values are aligned', () => {
    const folder = '.github/workflows';
    const called = `jobs:\n  a:\n    uses:           ./${folder}/rights.yml\n    secrets:        inherit\n`;
    const workflows = new Map([
      [`${folder}/push.yml`, `on: push\n${called}`],
      [`${folder}/rights.yml`, 'on: workflow_call\npermissions: write-all\n'],
    ]);
    expect(examineExposedSecrets({ workflows, unreadWorkflows: [] })).toMatchObject([
      { says: expect.stringMatching(/push\.yml .*may write/) },
    ]);
    const taken =
      'jobs: {a: {steps: [{uses: actions/checkout@v6, with: {ref:           "${{ inputs.it }}"}}]}}\n';
    expect(findings(`${BASE}${STEP}${taken}`)).toHaveLength(1);
  });

  test('is named for what a workflow does that it calls', () => {
    const call = (path: string) => `jobs: {a: {uses: ./${path}}}\n`;
    const folder = '.github/workflows';
    const workflows = new Map([
      [`${folder}/comment.yml`, `on: issue_comment\n${call(`${folder}/middle.yml`)}`],
      [`${folder}/middle.yml`, `on: workflow_call\n${call(`${folder}/last.yml`)}`],
      [
        `${folder}/last.yml`,
        `on: workflow_call\nwith: {ref: "\${{ inputs.ref }}"}\n${STEP}${call(`${folder}/middle.yml`)}`,
      ],
      [`${folder}/push.yml`, `on: push\n${call(`${folder}/rights.yml`)}`],
      [`${folder}/rights.yml`, 'on: workflow_call\npermissions: write-all\n'],
      [`${folder}/other.yml`, `on: issue_comment\n${call(`${folder}/rights.yml`)}`],
    ]);
    expect(examineExposedSecrets({ workflows, unreadWorkflows: [] })).toMatchObject([
      { says: expect.stringMatching(/comment\.yml uses secrets, and may fetch the code of patches/) },
      { says: expect.stringMatching(/push\.yml may write by the permissions of its token, and runs on/) },
    ]);
  });

  test('is looked at before long, whatever its steps say and whoever calls it', () => {
    const started = performance.now();
    const words = [
      'git ',
      'gh ',
      'git fetch ',
      'ref: ',
      '-b ',
      'https://',
      '${{ ',
      'head',
      ' ',
      '\\\n',
      'pr diff ',
    ];
    for (const word of words) {
      findings(`${BASE}${STEP}#${word.repeat(90_000 / word.length)}`);
    }
    const paths = Array.from({ length: 100 }, (_, at) => `.github/workflows/${at}.yml`);
    const calls = paths.map((path, at) => `j${at}: {uses: ./${path}}`).join(', ');
    const workflows = new Map(paths.map((path) => [path, `${BASE}jobs: {${calls}}\n${STEP}`]));
    expect(examineExposedSecrets({ workflows, unreadWorkflows: [] })).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
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
});

describe('a workflow of ours', () => {
  const FOLDER = '.github/workflows';
  const OURS = readOurs('ghost-runner.yml');
  const CHECKOUT =
    '      - uses: actions/checkout@v6\n        with: {ref: "${{ needs.apply.outputs.sha }}"}\n';
  const KEY = '        env: {KEY: "${{ secrets.STRIPE_KEY }}"}\n';
  const RUN = '      - run: npm run e2e\n';

  function readOurs(name: string) {
    return readFileSync(join(import.meta.dirname, '../../..', FOLDER, name), 'utf8');
  }

  function withJob(job: string, text = OURS) {
    return `${text.trimEnd()}\n\n  e2e:\n    needs: apply\n${job}`;
  }

  test('is not named as it comes, under whatever name its Action is used', () => {
    for (const action of [ACTION, 'acme/patches@main']) {
      const workflows = workflowFiles({ action, steps: [], ciNames: ['CI'] });
      expect([...workflows.keys()]).toHaveLength(WORKFLOW_NAMES.length);
      expect(examineExposedSecrets({ workflows, unreadWorkflows: [] })).toEqual([]);
    }
  });

  test.each([
    ['uses secrets', 'ghost-runner.yml', `    steps:\n${CHECKOUT}${RUN}${KEY}`],
    ['may write', 'ghost-runner.yml', `    permissions: {contents: write}\n    steps:\n${CHECKOUT}${RUN}`],
    [
      'uses secrets',
      'ghost-runner.yml',
      '    uses: ./.github/workflows/e2e.yml\n    with: {ref: "${{ needs.apply.outputs.sha }}"}\n    secrets: inherit\n',
    ],
    ['uses secrets', 'ghost-watch.yml', `    steps:\n      - uses: actions/checkout@v6\n${RUN}${KEY}`],
    ['uses secrets', 'ghost-command.yml', `    steps:\n      - run: gh pr checkout 7\n${RUN}${KEY}`],
  ])('is named for a job that was added to it, runs the code of patches and %s: %s %j', (says, name, job) => {
    expect(findings(withJob(job, readOurs(name)), `${FOLDER}/${name}`)).toMatchObject([
      {
        check: 'secrets',
        says: expect.stringMatching(new RegExp(`${name} \\(in what was added to it: e2e\\) .*${says}`)),
      },
    ]);
  });

  test('is named for steps that fetch the code of patches in a job of ours with rights', () => {
    const publish = "    steps:\n      - name: Take the App's token\n        id: app\n";
    expect(OURS.split(publish)).toHaveLength(3);
    const text = OURS.replaceAll(publish, publish.replace('steps:\n', `steps:\n${CHECKOUT}${RUN}`));
    expect(findings(text, `${FOLDER}/ghost-runner.yml`)).toMatchObject([
      {
        says: expect.stringContaining('(in what was added to it: apply, publish) uses secrets and may write'),
      },
    ]);
  });

  test.each([
    ['that takes nothing of a patch', `    steps:\n      - run: ./tell.sh\n${KEY}`],
    ['without secrets', `    permissions: {contents: read}\n    steps:\n${CHECKOUT}${RUN}`],
    [
      'that calls one of ours elsewhere',
      '    uses: ghost-runner/ghost-runner/.github/workflows/ghost-runner.yml@v1\n    secrets: inherit\n',
    ],
  ])('is not named for a job %s', (_, job) => {
    expect(findings(withJob(job), `${FOLDER}/ghost-runner.yml`)).toEqual([]);
  });

  test('is said not to be known where it is more than people write', () => {
    expect(findings(`${OURS}#${' '.repeat(101_000)}\n`, `${FOLDER}/ghost-runner.yml`)).toMatchObject([
      { state: 'unknown', says: expect.stringContaining('ghost-runner.yml was not looked at') },
    ]);
  });

  test('is looked at before long, however many jobs it has', () => {
    const started = performance.now();
    const jobs = Array.from({ length: 5_000 }, (_, at) => `  j${at}: {x: "secrets"}`);
    findings(`on: pull_request\njobs:\n${jobs.join('\n')}\n`, `${FOLDER}/ghost-watch.yml`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
