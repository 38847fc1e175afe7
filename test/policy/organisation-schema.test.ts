import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { parseConfig } from '../../src/policy/config.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../docs/ghost-runner-organisation.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020({ strict: false }).compile(schema);

/** What an editor says of an organisation's file, and what Ghost Runner makes of it for a repository with tests. */
function judge(text: string): { readonly editor: boolean; readonly taken: boolean } {
  const organisation = { repository: 'acme/.github', text };
  return {
    editor: isValid(parse(text)),
    taken: parseConfig({ own: 'test: {command: make}\n', organisation }).ok,
  };
}

describe('the JSON Schema of an organisation takes what Ghost Runner takes', () => {
  test.each([
    ['what is enforced', 'enforce: {approval: required, policy: {rules: {lockfiles: refuse}}}\n'],
    ['limits that are enforced', 'enforce: {limits: {open-pull-requests: 5}}\n'],
    ['defaults', 'labels: [a]\nwatch: {retention-days: 3}\n'],
    ['half an option, of which repositories say the rest', 'test: {timeout-minutes: 5}\n'],
    ['a rule that is stricter than its default', 'policy: {rules: {lockfiles: refuse}}\n'],
  ])('%s', (_, text) => {
    expect(judge(text)).toEqual({ editor: true, taken: true });
  });

  test.each([
    ['a rule that is looser than its default', 'policy: {rules: {workflows: allow}}\n'],
    ['who may command', 'control: {slack-users: {U1: ada}}\n'],
    ['onto which branches patches go', 'base-branches: [main]\n'],
    ['which labels patches ask for', 'patch-labels: [automerge]\n'],
    ['where nothing is a secret', 'policy: {secrets: {ignored-paths: [test/**]}}\n'],
    ['something else that is enforced', 'enforce: {labels: [a]}\n'],
    ['that no approval is enforced', 'enforce: {approval: none}\n'],
    ['an option that there is not', 'label: [a]\n'],
  ])('and marks %s', (_, text) => {
    expect(judge(text)).toEqual({ editor: false, taken: false });
  });
});
