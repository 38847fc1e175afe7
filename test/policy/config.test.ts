import { describe, expect, test } from '@jest/globals';
import { textOfUtf8 } from '../../src/patch/utf8.ts';
import { parseConfig } from '../../src/policy/config.ts';

describe('policy/config', () => {
  test('a test command is all that a repository has to say', () => {
    expect(parseConfig('test:\n  command: npm test\n')).toMatchObject({
      ok: true,
      config: {
        test: { command: 'npm test', 'timeout-minutes': 15 },
        labels: [],
        reviewers: [],
        approval: 'none',
        control: { bots: [] },
        watch: { 'ci-workflows': [], 'retention-days': 14 },
      },
    });
  });

  test('a canary is asked for by naming it', () => {
    expect(parseConfig('test: {command: x}\nwatch: {canary: {}}')).toMatchObject({
      ok: true,
      config: { watch: { canary: { path: 'ghost-canary.txt', 'late-after-hours': 26 } } },
    });
  });

  test('a key that is there twice is named with its place, however it is written', () => {
    const parsed = parseConfig(
      'test: {command: x}\nslack: {channel: C0123456789,\n  "channel": C9876543210}',
    );
    expect(parsed).toMatchObject({
      ok: false,
      refusals: [{ code: 'bad_config', message: expect.stringContaining('line 3, column 3') }],
    });
  });

  test('a file of nothing but keys takes no longer for each of them', () => {
    const times = [2_000, 12_000].map((count) => {
      const text = Array.from({ length: count }, (_, index) => `${index.toString(36)}:\n`).join('');
      const runs = Array.from({ length: 3 }, () => {
        const before = process.cpuUsage();
        parseConfig(text);
        return process.cpuUsage(before).user;
      });
      return Math.min(...runs) / count;
    });
    expect((times[1] ?? 0) / (times[0] ?? 1)).toBeLessThan(1.5);
  });

  test('a file that was not saved as UTF-8 is refused, for its globs would name other files', () => {
    const text = textOfUtf8(Buffer.from('test: {command: npm test}\n# caf\u00e9\n', 'latin1'));
    expect(parseConfig(text)).toMatchObject({
      ok: false,
      refusals: [{ code: 'bad_config', message: expect.stringContaining('save it as UTF-8') }],
    });
  });

  test('a repository without the file is not configured', () => {
    expect(codes(null)).toEqual(['not_configured']);
  });

  test.each([
    ['', '/test', 'add "test:"'],
    ['test: {}', '/test/command', 'name the command'],
    ['test: {command: "  "}', '/test/command', 'name the command'],
    ['test: {command: 5}', '/test/command', 'name the command'],
    ['test: {command: x, timeout-minutes: 0}', '/test/timeout-minutes', ''],
    ['test: {command: x, timeout-minutes: 9999}', '/test/timeout-minutes', ''],
    ['test: {command: x}\nlimits: {open-pull-requests: 0}', '/limits/open-pull-requests', ''],
    ['test: {command: x}\nlimits: {per-sender-per-hour: 51}', '/limits/per-sender-per-hour', ''],
    ['test: {command: x}\nlimits: {open-pull-request: 5}', '/limits/open-pull-request', 'did you mean'],
    ['test: {command: x}\nslack: {channel: "#general"}', '/slack/channel', "the channel's id"],
    [
      'test: {command: x}\ncontrol: {slack-users: {ada: ada}}',
      '/control/slack-users/ada',
      "the person's member id in Slack",
    ],
    [
      'test: {command: x}\ncontrol: {slack-users: {U0123456789: "my-app[bot]"}}',
      '/control/slack-users/U0123456789',
      'name the GitHub login of a person',
    ],
    [
      'test: {command: x}\nsurprise: 1',
      '/surprise',
      '"surprise" is no option here; there are base-branches, ',
    ],
    ['test: {comand: x}', '/test/comand', 'did you mean "command"?'],
    ['test: {command: x}\nlabel: [a]', '/label', 'did you mean "labels"?'],
    [
      'test: {command: x}\npolicy: {rules: {lockfile: allow}}',
      '/policy/rules/lockfile',
      'did you mean "lockfiles"?',
    ],
    [
      'test: {command: x}\npolicy: {protected-paths: [{path: [a]}]}',
      '/policy/protected-paths/0/path',
      'did you mean "paths"?',
    ],
    ['test: {command: x}\npolicy: {rules: {lockfiles: deny}}', '/policy/rules/lockfiles', 'expected one of'],
    ['test: {command: x}\npolicy: {allowed-paths: {paths: []}}', '/policy/allowed-paths/paths', ''],
    [
      'test: {command: x}\npolicy: {allowed-paths: {paths: ["!a"]}}',
      '/policy/allowed-paths/paths/0',
      'negation',
    ],
    [
      'test: {command: x}\npolicy: {allowed-paths: {paths: ["/a"]}}',
      '/policy/allowed-paths/paths/0',
      'from the root',
    ],
    [
      'test: {command: x}\npolicy: {allowed-paths: {paths: ["a\\\\b"]}}',
      '/policy/allowed-paths/paths/0',
      'from the root',
    ],
    ['test: {command: x}\npolicy: {limits: {files: {at-most: 101}}}', '/policy/limits/files/at-most', '100'],
    [
      'test: {command: x}\npolicy: {limits: {files: {at-most: 1, otherwise: allow}}}',
      '/policy/limits/files/otherwise',
      '',
    ],
    ['test: {command: x}\non-test-failure: open', '/on-test-failure', ''],
    ['test: {command: x}\napproval: maybe', '/approval', ''],
    ['test: {command: x}\ncontrol: {bots: [octocat]}', '/control/bots/0', '[bot]'],
    ['test: {command: x}\nwatch: {retention-days: 0}', '/watch/retention-days', ''],
    ['test: {command: x}\nwatch: {canary: {late-after-hours: 0}}', '/watch/canary/late-after-hours', ''],
    ['test: {command: x}\npath-prefixes: ["/"]', '/path-prefixes/0', 'name a folder'],
    ['test: {command: x}\npath-prefixes: ["C:\\\\shop"]', '/path-prefixes/0', 'forward slashes'],
    ['test: [', '', 'not valid YAML'],
    ['just text', '', ''],
    [
      'a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
      '',
      'alias',
    ],
  ])('%j is refused at %s', (text, pointer, words) => {
    const parsed = parseConfig(text);
    const refusals = parsed.ok ? [] : parsed.refusals;
    expect(refusals.map((refusal) => refusal.code)).toContain('bad_config');
    expect(refusals.some((refusal) => refusal.pointer === pointer && refusal.message.includes(words))).toBe(
      true,
    );
  });

  test.each([
    ['keys', `{${Array.from({ length: 4000 }, (_, key) => `k${key}`).join()}}`, 20],
    [
      'problems',
      `test: {command: x}\ncommands: {${Array.from({ length: 2500 }, (_, key) => `k${key}: 1`).join()}}`,
      20,
    ],
    ['characters', `test: {command: x}\n# ${'x'.repeat(65_536)}`, 1],
  ])(
    'a text of many %s is refused before long, with no more problems than anybody reads',
    (_, text, problems) => {
      const started = process.cpuUsage();
      const parsed = parseConfig(text);
      expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
      expect(parsed.ok ? [] : parsed.refusals).toHaveLength(problems);
    },
  );

  test.each([
    ['labels: []\ntest:\n  comand: npm test\n', 3, 3],
    ['labels: []\ntest:\n  command: npm test\n  timeout-minutes: 0\n', 4, 3],
    ['test: {command: x}\nlabels: [a, 5]', 2, 13],
    ['labels: []\n', 1, 1],
    ['labels: []\ntest: [\n', 3, 1],
    ['test: {command: x}\ntest: {command: y}\n', 2, 1],
  ])('%j has its problem in line %i, column %i', (text, line, column) => {
    const parsed = parseConfig(text);
    const refusals = parsed.ok ? [] : parsed.refusals;
    expect(refusals.map(({ data }) => data)).toContainEqual({ line, column });
    expect(refusals.map(({ message }) => message).join()).toContain(`in line ${line}, column ${column}:`);
  });

  test('values are found again, and defaults are nowhere', () => {
    const parsed = parseConfig(
      'test:\n  command: x\npolicy:\n  protected-paths:\n    - paths:\n        - a\n        - b\n',
    );
    const locate = parsed.ok ? parsed.locate : () => null;
    expect(locate(['test', 'command'])).toEqual({ line: 2, column: 3 });
    expect(locate(['policy', 'protected-paths', 0, 'paths', 1])).toEqual({ line: 7, column: 11 });
    expect(locate(['policy', 'rules', 'lockfiles'])).toBeNull();
  });

  test('every problem is named at once', () => {
    const parsed = parseConfig('labels: 5\nreviewers: {}\n');
    expect(
      parsed.ok
        ? []
        : parsed.refusals
            .map((refusal) => refusal.pointer ?? '')
            .toSorted((left, right) => left.localeCompare(right)),
    ).toEqual(['/labels', '/reviewers', '/test']);
  });
});

function codes(text: string | null): readonly string[] {
  const parsed = parseConfig(text);
  return parsed.ok ? [] : parsed.refusals.map((refusal) => refusal.code);
}
