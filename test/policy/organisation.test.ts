import { describe, expect, test } from '@jest/globals';
import { type ParsedConfig, parseConfig } from '../../src/policy/config.ts';
import { explainPath } from '../../src/policy/explain.ts';

const FILE = 'acme/.github: .github/ghost-runner.yml';

function parse(own: string | null, text: string | null): ParsedConfig {
  return parseConfig({ own, organisation: { repository: 'acme/.github', text } });
}

function read(own: string | null, text: string) {
  const parsed = parse(own, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusals));
  return parsed;
}

function problems(own: string | null, text: string | null) {
  const parsed = parse(own, text);
  return parsed.ok ? [] : parsed.refusals.map(({ code, message }) => `${code} ${message}`);
}

const OWN = 'test: {command: npm test}\n';

describe("the organisation's defaults", () => {
  test('hold where the repository says nothing, key by key, and its lists replace theirs', () => {
    const { config } = read(
      'test: {command: npm test}\nlabels: [own]\ncommands: {format: npm run format}\n',
      'test: {command: make, timeout-minutes: 40}\nlabels: [a, b]\nreviewers: [ada]\ncommands: {docs: make docs}\n',
    );
    expect(config).toMatchObject({
      test: { command: 'npm test', 'timeout-minutes': 40 },
      labels: ['own'],
      reviewers: ['ada'],
    });
    expect(Object.keys(config.commands).toSorted()).toEqual(['docs', 'format']);
  });

  test('suffice for a repository without a file of its own, if they say how it is tested', () => {
    expect(read(null, OWN).config.test.command).toBe('npm test');
    expect(problems(null, 'labels: [a]\n')).toEqual([
      expect.stringMatching(/^not_configured This repository/),
    ]);
  });

  test('can be undone by the repository: a default is no mandate', () => {
    const { config } = read(
      `${OWN}policy: {protected-paths: [], rules: {lockfiles: allow}}\napproval: none\n`,
      'approval: required\npolicy: {rules: {lockfiles: refuse}, protected-paths: [{paths: [db/**]}]}\n',
    );
    expect(config).toMatchObject({ approval: 'none', policy: { 'protected-paths': [] } });
    expect(config.policy.rules.lockfiles).toBe('allow');
  });

  test('do not loosen a limit or a list of paths of the repository, which is a whole', () => {
    const limits = (outcome: string) =>
      `policy: {allowed-paths: {paths: [a/**]${outcome}}, limits: {files: {at-most: 9${outcome}}}}\n`;
    const { policy } = read(`${OWN}${limits('')}`, limits(', otherwise: review')).config;
    expect(policy['allowed-paths']?.otherwise).toBe('refuse');
    expect(policy.limits.files?.otherwise).toBe('refuse');
  });

  test('leave a config as it is where there are none', () => {
    const alone = parseConfig(OWN);
    expect(alone.ok && read(OWN, '').config).toEqual(alone.ok && alone.config);
  });

  test.each([
    [
      'who commands',
      'control: {slack-users: {U0123456789: eve}}',
      'in line 1, column 1: say in the repository',
    ],
    [
      'onto which branches patches go',
      'base-branches: [main, release]',
      'at base-branches in line 1, column 1: say in the repository',
    ],
    [
      'which labels patches ask for',
      'patch-labels: [automerge]',
      'at patch-labels in line 1, column 1: say in the repository',
    ],
    ['where secrets may be', 'policy: {secrets: {except-paths: ["**"]}}', 'at policy.secrets in line 1'],
    [
      'less than holds where nothing is said',
      'policy:\n  rules: {workflows: allow}',
      'at policy.rules.workflows in line 2, column 11: "allow" is looser than "refuse"',
    ],
    ['what nobody knows', 'lables: [a]', '"lables" is no option here; did you mean "labels"?'],
    [
      'what nobody knows as a rule to enforce',
      'enforce: {policy: {rules: {lockfile: refuse}}}',
      '"lockfile" is no option here; did you mean "lockfiles"?',
    ],
    ['what nobody can enforce', 'enforce: {labels: [a]}', 'at enforce.labels'],
    ['no YAML', 'test: [', 'it is not valid YAML'],
  ])('may not say %s, and the refusal names their file', (_, text, words) => {
    const [problem, ...others] = problems(OWN, text);
    expect(problem).toMatch(/^bad_config acme\/\.github: \.github\/ghost-runner\.yml can't be used/);
    expect(problem).toContain(words);
    expect(others).toEqual([]);
  });

  test('that are no regular file stop everything, for they may have forbidden it', () => {
    expect(problems(OWN, null)).toEqual([
      `bad_config ${FILE} can't be used: it is no regular file. Correct it on the default branch.`,
    ]);
  });

  test('have no end where a text refers to itself', () => {
    const text = 'labels: &a [x]\nwatch: &b {canary: *b}\n';
    expect(parse(text, text).ok).toBe(false);
  });

  test('of both files every problem is named', () => {
    expect(problems('test: [', 'control: {}')).toHaveLength(2);
  });
});

describe('what an organisation enforces', () => {
  const ENFORCE = `enforce:
  approval: required
  limits: {open-pull-requests: 5}
  policy:
    protected-paths: [{paths: [db/**]}]
    rules: {lockfiles: refuse, executables: allow}
    limits: {files: {at-most: 10}, changed-lines: {at-most: 500, otherwise: review}}
`;

  test('holds whatever the repository says, and the stricter of both holds', () => {
    const { config } = read(
      `${OWN}approval: none
limits: {open-pull-requests: 20, per-sender-per-hour: 3}
policy:
  protected-paths: [{paths: [own/**], outcome: review}]
  rules: {lockfiles: allow}
  limits: {files: {at-most: 50, otherwise: review}, changed-lines: {at-most: 100}}
`,
      ENFORCE,
    );
    expect(config.approval).toBe('required');
    expect(config.limits).toEqual({ 'open-pull-requests': 5, 'per-sender-per-hour': 3 });
    expect(config.policy['protected-paths'].map(({ paths }) => paths)).toEqual([['own/**'], ['db/**']]);
    expect(config.policy.rules).toMatchObject({
      lockfiles: 'refuse',
      executables: 'review',
      workflows: 'refuse',
    });
    expect(config.policy.limits).toEqual({
      files: { 'at-most': 10, otherwise: 'refuse' },
      'changed-lines': { 'at-most': 100, otherwise: 'refuse' },
    });
  });

  test('is found where it stands, and so is what the repository says', () => {
    const parsed = read(
      `${OWN}policy: {protected-paths: [{paths: [own/**]}], rules: {lockfiles: review}}\n`,
      ENFORCE,
    );
    const sources = (path: string) =>
      explainPath(parsed, path).rules.map(({ rule, source }) => [rule, source]);
    expect(sources('db/1.sql')).toEqual([['policy.protected-paths[1]', { line: 5, column: 32, file: FILE }]]);
    expect(sources('own/a')).toEqual([['policy.protected-paths[0]', { line: 2, column: 37 }]]);
    expect(sources('go.sum')).toEqual([['policy.rules.lockfiles', { line: 6, column: 13, file: FILE }]]);
    expect(sources('.github/workflows/a.yml')).toEqual([['policy.rules.workflows', 'default']]);
  });

  test('of the defaults a rule is found in their file too', () => {
    const parsed = read(OWN, 'policy: {rules: {lockfiles: refuse}}\n');
    expect(explainPath(parsed, 'go.sum').rules).toMatchObject([{ source: { line: 1, file: FILE } }]);
  });
});
