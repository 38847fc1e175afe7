import { describe, expect, test } from '@jest/globals';
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
    ['test: {command: x}\nslack: {channel: "#general"}', '/slack/channel', "the channel's id"],
    ['test: {command: x}\nsurprise: 1', '/', 'surprise'],
    ['test: {command: x}\napproval: maybe', '/approval', ''],
    ['test: {command: x}\ncontrol: {bots: [octocat]}', '/control/bots/0', '[bot]'],
    ['test: {command: x}\nwatch: {retention-days: 0}', '/watch/retention-days', ''],
    ['test: {command: x}\nwatch: {canary: {late-after-hours: 0}}', '/watch/canary/late-after-hours', ''],
    ['test: {command: x}\npath-prefixes: ["/"]', '/path-prefixes/0', 'name a folder'],
    ['test: {command: x}\npath-prefixes: ["C:\\\\shop"]', '/path-prefixes/0', 'forward slashes'],
    ['test: [', '', 'not valid YAML'],
    ['just text', '/', ''],
  ])('%j is refused at %s', (text, pointer, words) => {
    const parsed = parseConfig(text);
    const refusals = parsed.ok ? [] : parsed.refusals;
    expect(refusals.map((refusal) => refusal.code)).toContain('bad_config');
    expect(refusals.some((refusal) => refusal.pointer === pointer && refusal.message.includes(words))).toBe(
      true,
    );
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
