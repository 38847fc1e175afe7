import { describe, expect, test } from '@jest/globals';
import { examineExposedSecrets } from '../../../src/cli/doctor/exposed-secrets.ts';

const PATH = '.github/workflows/ci.yml';
const STEP = 'env: {KEY: "${{ secrets.DEPLOY_KEY }}"}\n';

function findings(text: string, path = PATH) {
  return examineExposedSecrets({ workflows: new Map([[path, text]]) });
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
  ])('with secrets is named: %j', (on) => {
    expect(findings(on + STEP)).toMatchObject([
      { check: 'secrets', state: 'advice', says: expect.stringContaining(PATH) },
    ]);
  });

  test.each(['x: ${{ secrets["KEY"] }}', 'x: ${{ toJSON(secrets) }}', 'jobs: {a: {secrets: inherit}}'])(
    'uses secrets in any form: %j',
    (use) => {
      expect(findings(`on: push\n${use}\n`)).toHaveLength(1);
    },
  );

  test.each([
    ['without secrets', 'on: push\n'],
    ["with the job's own token", 'on: push\nenv: {T: "${{ secrets.GITHUB_TOKEN }}"}\n'],
    ['of other branches', `on: {push: {branches: [main, release/*]}}\n${STEP}`],
    ['of tags', `on: {push: {tags: [v*]}}\n${STEP}`],
    ['of all branches but those', `on: {push: {branches-ignore: ["ghost/**"]}}\n${STEP}`],
    ['of another event', `on: {schedule: [], workflow_dispatch: }\n${STEP}`],
    ['that nobody can read', `on: [push\n${STEP}`],
  ])('is not named %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });

  test('is not one of ours', () => {
    expect(findings(`on: pull_request\n${STEP}`, '.github/workflows/ghost-watch.yml')).toEqual([]);
  });
});
