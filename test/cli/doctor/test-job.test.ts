import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { examineTestJob } from '../../../src/cli/doctor/test-job.ts';

const PATH = '.github/workflows/ghost-runner.yml';
const OURS = readFileSync(join(import.meta.dirname, '../../..', PATH), 'utf8');
const INSTALL =
  '      # Steps that your tests need go here: setting up a language, installing dependencies.\n';

function findings(text: string, path = PATH) {
  return examineTestJob({ workflows: new Map([[path, text]]) });
}

test('the job that runs patches is well as it comes, and where it is not ours', () => {
  expect(findings(OURS)).toEqual([]);
  expect(findings('on: push\njobs: {stage: {steps: [{run: "stage: test"}]}}\n')).toEqual([]);
  expect(findings('stage: test\n\t- no YAML')).toEqual([]);
});

test.each([
  ['uses secrets', INSTALL, `${INSTALL}      - run: npm ci\n        env: {T: "\${{ secrets.NPM_TOKEN }}"}\n`],
  ['uses secrets', 'jobs:\n', 'env: {T: "${{ secrets.NPM_TOKEN }}"}\njobs:\n'],
  ['has a token that may write', 'contents: read # checks', 'contents: write # checks'],
  ['leaves the credentials of its checkout behind', '          persist-credentials: false\n', ''],
])('doctor names a job that runs patches and %s: %j', (says, from, to) => {
  expect(OURS).toContain(from);
  expect(findings(OURS.replace(from, to))).toEqual([
    {
      check: 'test-job',
      state: 'advice',
      says: expect.stringContaining(`The job test of ${PATH} runs the code of every patch, and ${says}`),
      fix: expect.stringContaining('persist-credentials: false'),
    },
  ]);
});

test.each([
  'stage:           test',
  '"stage"  :  "test"',
  'stage: !!str test',
  'stage:\n            test',
  'stage: >-\n            test',
  'STAGE: " test "',
])('doctor names such a job however its stage is written: %j', (written) => {
  const stage = '          stage: test\n';
  const job = '\n  test:\n';
  expect(OURS.split(stage)).toHaveLength(2);
  const text = OURS.replace(stage, `          ${written}\n`);
  expect(findings(text)).toEqual([]);
  expect(findings(text.replace(job, `${job}    env: {NPM: "\${{ secrets.NPM }}"}\n`))).toMatchObject([
    { says: expect.stringContaining('uses secrets') },
  ]);
});

test('doctor names all of it at once, also in a workflow of another name, and where nothing says what the token may', () => {
  const text = `on: repository_dispatch
jobs:
  try:
    steps:
      - uses: actions/checkout@v6
      - uses: ghost-runner/ghost-runner@v1
        with: {stage: test, command: "echo \${{ secrets['KEY'] }}"}
`;
  expect(findings(text, '.github/workflows/patches.yml')).toMatchObject([
    {
      says: expect.stringMatching(
        /job try of \S+patches\.yml .*uses secrets, has a token that may write, and leaves the credentials/,
      ),
    },
  ]);
});

test('a text that is made to be slow takes no longer', () => {
  const started = process.cpuUsage();
  findings(`stage: test\n${'secrets  '.repeat(10_000)}`);
  findings('stage    '.repeat(100_000));
  expect(process.cpuUsage(started).user / 1e3).toBeLessThan(2000);
});
