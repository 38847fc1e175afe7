import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { findCommand } from '../../../src/control/line.ts';
import { checkBlocks } from '../../../src/local/slack/block-kit.ts';
import type { Refusal } from '../../../src/patch/refusal.ts';
import { commandJson } from '../../../src/report/command/json.ts';
import { formatCommandLog } from '../../../src/report/command/log.ts';
import { formatCommandReply, formatCommandSummary } from '../../../src/report/command/markdown.ts';
import type { CommandReport } from '../../../src/report/command/report.ts';
import { formatCommandSlack } from '../../../src/report/command/slack.ts';
import { formatCommandTerminal } from '../../../src/report/command/terminal.ts';
import { showHidden } from '../../../src/report/untrusted/visible.ts';
import { CLOSING_KEYWORD, LIVE_ON_GITHUB, renderPage } from '../github-page.ts';
import { hostileText } from '../hostile.ts';
import { commandReport, LOCK_OF_MAIN, NOW, PAUSE, RUN, STATUS, statusReport } from './reports.ts';

const OURS = 'https://github.example/octo/shop';

describe('what a command came to', () => {
  test('the reply to a comment says it, and shows what was observed', () => {
    expect(
      formatCommandReply(commandReport()),
    ).toBe(`✅ **cancel: done**: The run of fix has ended. Write "retry fix" to have it worked on again.

**What was observed**

| what | name | state | when |
|---|---|---|---|
| run | [run 7](https://github.example/octo/shop/actions/runs/7) | completed: cancelled | 60 s ago |
`);
  });

  test("the run's summary says who asked, and where", () => {
    const summary = formatCommandSummary(commandReport({ done: 'unconfirmed', surface: 'form' }));
    expect(summary).toMatch(/^# ⏳ cancel: unconfirmed\n\nThe run of fix/);
    expect(summary).toMatch(/Asked by octocat \(reviewer\), from the form\.\n$/);
  });

  test("the run's log gets one line, in which its runner reads no command", () => {
    const sentence = 'No such text:\r::set-output name=outcome::done\n::add-path::/tmp\u2028##[group]x';
    expect(formatCommandLog(commandReport({ sentence }))).toBe(
      'cancel: done. No such text: ::set-output name=outcome::done ::add-path::/tmp[U+2028]#\u200B#[group]x',
    );
  });

  test('a terminal gets columns', () => {
    expect(formatCommandTerminal(statusReport(STATUS))).toMatchInlineSnapshot(`
"✅ status: done: The whole repository is paused by octocat: release day. 7 patches: 1 held, 1 applied past its deadline, 1 opened, 1 updated, 1 unreadable, 2 not looked at. The last canary arrived 33 h ago, after 95 s, and the next one is late; look at its runs.

Switches
  state   of                    by       set         until                 reason
  paused  the whole repository  octocat  60 min ago  no end                release day
  locked  patches onto main     octocat  60 min ago  2026-11-21 14:30 UTC  release day

Patches
  patch      state                             since               attempt  pull request  checks                 sent by
  waits      held                              10 min ago          1        none          none                   octocat  https://github.example/octo/shop/actions/runs/7
  lost       applied past its deadline         119 min ago         1        none          none                   octocat  https://github.example/octo/shop/actions/runs/7
  reviewed   opened                            26 h ago            1        #12           success, seen 3 h ago  octocat  https://github.example/octo/shop/pull/12
  moved-on   updated                           3 days ago          1        #12           no checks seen         octocat  https://github.example/octo/shop/pull/12
  scribbled  unreadable: no Ghost-Record line  at an unknown time  unknown  unknown       unknown                unknown
  … and 2 more
"
`);
  });

  test('a narrow terminal gets columns that fit, and each address on a line of its own', () => {
    const shown = formatCommandTerminal(statusReport(STATUS), 80);
    expect(shown.slice(shown.indexOf('Switches'))).toMatchInlineSnapshot(`
"Switches
  state   of                 by       set         until              reason
  paused  the whole          octocat  60 min ago  no end             release day
          repository
  locked  patches onto main  octocat  60 min ago  2026-11-21 14:30   release day
                                                  UTC

Patches
  patch      state         since       attempt  pull        checks       sent by
                                                request
  waits      held          10 min ago  1        none        none         octocat
    https://github.example/octo/shop/actions/runs/7
  lost       applied past  119 min     1        none        none         octocat
             its deadline  ago
    https://github.example/octo/shop/actions/runs/7
  reviewed   opened        26 h ago    1        #12         success,     octocat
                                                            seen 3 h
                                                            ago
    https://github.example/octo/shop/pull/12
  moved-on   updated       3 days ago  1        #12         no checks    octocat
                                                            seen
    https://github.example/octo/shop/pull/12
  scribbled  unreadable:   at an       unknown  unknown     unknown      unknown
             no            unknown
             Ghost-Record  time
             line
  … and 2 more
"
`);
  });

  test('Slack gets lines', () => {
    const { text, blocks } = formatCommandSlack(statusReport(STATUS), 'acme/shop');
    expect(text).toMatch(
      /^✅ status: done in acme\/shop: The whole repository is paused by octocat: release day\./,
    );
    expect(
      blocks.map((block) => ('text' in block ? block.text.text : '')).join('\n\n'),
    ).toMatchInlineSnapshot(`
"✅ *status: done* in acme/shop
The whole repository is paused by octocat: release day. 7 patches: 1 held, 1 applied past its deadline, 1 opened, 1 updated, 1 unreadable, 2 not looked at. The last canary arrived 33 h ago, after 95 s, and the next one is late; look at its runs.

*Switches*
• paused · the whole repository · octocat · 60 min ago · no end · release day
• locked · patches onto main · octocat · 60 min ago · 2026-11-21 14:30 UTC · release day

*Patches*
• waits · <https://github.example/octo/shop/actions/runs/7|held> · 10 min ago · 1 · none · none · octocat
• lost · <https://github.example/octo/shop/actions/runs/7|applied past its deadline> · 119 min ago · 1 · none · none · octocat
• reviewed · <https://github.example/octo/shop/actions/runs/7|opened> · 26 h ago · 1 · <https://github.example/octo/shop/pull/12|#12> · success, seen 3 h ago · octocat
• moved-on · <https://github.example/octo/shop/actions/runs/7|updated> · 3 days ago · 1 · <https://github.example/octo/shop/pull/12|#12> · no checks seen · octocat
• scribbled · unreadable: no Ghost-Record line · at an unknown time · unknown · unknown · unknown · unknown
… and 2 more"
`);
  });

  test('programs get the facts, and a confirmation only of what was observed', () => {
    expect(commandJson(commandReport())).toEqual({
      verb: 'cancel',
      surface: 'comment',
      by: 'octocat',
      role: 'reviewer',
      patch: 'fix',
      done: 'done',
      confirmed: true,
      seconds: 90,
      sentence: commandReport().sentence,
      requestedAt: '2026-11-21T11:58:30.000Z',
      confirmedAt: NOW,
      observed: [RUN],
    });
    expect(commandJson(commandReport({ done: 'failed' }))).toMatchObject({ confirmed: false, seconds: null });
    const { confirmedAt: _, ...unseen } = commandReport();
    expect(commandJson(unseen)).toMatchObject({ done: 'done', confirmed: false, seconds: null });
  });

  test('the preview of a patch shows its diff in every text but the short form', () => {
    const report = commandReport({ verb: 'preview', diff: '--- a/x\n+++ b/x\n-one\n+two\n' });
    expect(formatCommandReply(report)).toContain('```diff\n--- a/x\n+++ b/x\n-one\n+two\n```');
    expect(formatCommandTerminal(report)).toContain('\n-one\n+two\n');
    expect(JSON.stringify(formatCommandSlack(report, 'acme/shop'))).not.toContain('+two');
  });

  test('a patch that does not fit is refused with what would, as far as there is room', () => {
    const correction = { kind: 'edit', path: 'a.txt', find: 'the text that stands there', replace: 'x' };
    const refusal = {
      code: 'not_found',
      message: 'The text is not there.',
      path: 'a.txt',
      data: {
        nearest: [{ line: 3, score: 0.9, diff: ['-the text', '+the text that stands there'] }],
        correction,
      },
    } as const;
    const report = commandReport({
      verb: 'apply',
      done: 'refused',
      refusals: [refusal],
      notes: ['Read as a diff'],
    });
    const reply = formatCommandReply(report);
    for (const words of [
      'Nearest lines, from line 3',
      '"find": "the text that stands there"',
      'Read as a diff',
    ]) {
      expect(reply).toContain(words);
    }
    const diff = Array.from({ length: 60 }, (_, line) => `+${line} ${'x'.repeat(40)}`);
    const long = { ...refusal, data: { nearest: [{ line: 3, score: 0.9, diff }] } };
    const many = formatCommandReply({ ...report, refusals: Array.from({ length: 40 }, () => long) });
    expect(many.length).toBeLessThan(65_536);
    const [inFull, inAll] = ['Nearest lines', '### '].map((mark) => many.split(mark).length - 1);
    expect(inFull).toBeGreaterThan(5);
    expect(inAll).toBeGreaterThan(30);
    expect(inFull).toBeLessThan(20);
  });

  test('help names every verb with its grammar, in every text', () => {
    const report = commandReport({ verb: 'help', observed: [], sentence: 'These are the commands.' });
    for (const text of [formatCommandTerminal(report), formatCommandSummary(report)]) {
      expect(text).toContain('/ghost kill');
      expect(text).toContain('/ghost whoami');
    }
    expect(formatCommandTerminal(report)).toContain('/ghost approve <id>');
    expect(checkBlocks(formatCommandSlack(report, 'acme/shop').blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(formatCommandSlack(report, 'acme/shop'))).toContain('/ghost help');
  });

  test('a reply is never a command itself', () => {
    for (const text of ['/ghost pause', '\n/ghost pause']) {
      const report = commandReport({ sentence: text });
      expect(findCommand(formatCommandReply(report))).toBeNull();
    }
  });

  test('GitHub makes nothing of what it quotes', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const refused = { ...hostile(text), refusals: [refusalOf(text)] };
        for (const markdown of [
          formatCommandReply(hostile(text)),
          formatCommandReply(refused),
          formatCommandSummary(refused),
        ]) {
          const page = renderPage(markdown);
          expect(page.comments).toBe(0);
          expect([...page.elements].filter((element) => !OUR_ELEMENTS.has(element))).toEqual([]);
          expect(page.addresses.filter((address) => !address.startsWith(OURS))).toEqual([]);
          expect(page.prose).not.toMatch(LIVE_ON_GITHUB.mention);
          expect(markdown).not.toMatch(CLOSING_KEYWORD);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('Slack takes it whatever it quotes, and nothing in it calls anybody', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { blocks, text: fallback } = formatCommandSlack(hostile(text), 'acme/shop');
        expect(checkBlocks(blocks)).toMatchObject({ ok: true });
        const shown = [fallback, ...blocks.map((block) => ('text' in block ? block.text.text : ''))].join(
          '\n',
        );
        const links = [...shown.matchAll(/<([^>]*)>/g)].map(([, link]) => link ?? '');
        expect(links.filter((link) => !link.startsWith(OURS))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('nothing in it steers a terminal', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = formatCommandTerminal(hostile(text));
        expect(showHidden(shown)).toBe(shown);
      }),
      { numRuns: 150 },
    );
  });

  test('however much there is, each text stays within its limit', () => {
    const huge = hostile('&|<'.repeat(20_000), 200);
    expect(formatCommandReply(huge).length).toBeLessThan(65_536);
    const refusals = Array.from({ length: 100 }, () => refusalOf('&|<'.repeat(20_000)));
    expect(formatCommandReply({ ...huge, refusals }).length).toBeLessThan(65_536);
    expect(formatCommandSummary(huge).length).toBeLessThan(1024 * 1024);
    expect(formatCommandReply(huge)).toMatch(/… and \d+ more\./);
    expect(checkBlocks(formatCommandSlack(huge, 'acme/shop').blocks)).toMatchObject({ ok: true });
  });
});

const OUR_ELEMENTS = new Set([
  'a',
  'br',
  'code',
  'h1',
  'h3',
  'p',
  'pre',
  'strong',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
]);

function refusalOf(text: string): Refusal {
  const nearest = [{ line: 1, score: 0.5, diff: [`-${text}`, `+${text}`] }];
  return {
    code: 'not_found',
    message: text,
    path: text,
    pointer: text,
    data: { nearest, correction: { text } },
  };
}

/** A report that quotes a text wherever somebody else's text may stand. */
function hostile(text: string, rows = 1): CommandReport {
  const copies = Array.from({ length: rows });
  const [patch] = STATUS.patches;
  if (patch?.ok !== true) {
    throw new Error('the first example is a record');
  }
  const record = {
    ...patch.record,
    id: text,
    sender: text,
    run: { ...patch.record.run, url: `${OURS}/${text}` },
  };
  return commandReport({
    sentence: text,
    by: text,
    observed: copies.map(() => ({ kind: 'run', name: text, state: text, url: `${OURS}/${text}`, at: text })),
    diff: text,
    notes: copies.map(() => text),
    status: {
      ...STATUS,
      switches: [
        { ...PAUSE, reason: text, by: text },
        { ...LOCK_OF_MAIN, scope: { kind: 'sender', login: text } },
      ],
      patches: copies.map(() => ({ ...patch, record })),
    },
    audit: {
      now: NOW,
      more: true,
      entries: copies.map(() => ({
        oid: text,
        committedAt: text,
        entry: {
          version: 1,
          switches: [{ ...PAUSE, scope: { kind: 'branch', branch: text } }],
          act: { verb: 'reject', surface: 'api', by: text, at: NOW, patch: text, reason: text, result: text },
        },
      })),
    },
  });
}
