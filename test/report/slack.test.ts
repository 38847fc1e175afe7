import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkBlocks } from '../../src/local/slack/block-kit.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { hostileLines, hostileText } from './hostile.ts';
import { doneView, OUTCOMES, patchRecord, patchView, testReport } from './views.ts';

describe('the Slack message', () => {
  test('it carries the identity of its patch', () => {
    expect(formatSlackMessage(patchView()).metadata).toEqual({
      event_type: 'ghost_patch',
      event_payload: { id: 'login-timeout', digest: 'd'.repeat(64), repository: patchView().repository },
    });
  });

  test('a misfit shows the nearest lines', () => {
    expect(JSON.stringify(formatSlackMessage(doneView(OUTCOMES.refused)).blocks)).toContain(
      '```\\n-const timeout = 5;\\n+const timeout = 10;\\n start();\\n```',
    );
  });

  test('a text that is there twice shows the first place with its lines', () => {
    const candidate = { line: 4, last: 4, from: 3, lines: ['function total() {', '  let sum = 0;'] };
    const refusal = { code: 'ambiguous', message: 'Twice.', data: { candidates: [candidate] } } as const;
    const { blocks } = formatSlackMessage(doneView({ kind: 'refused', refusals: [refusal] }));
    expect(JSON.stringify(blocks)).toContain(
      'It fits at line 4:\\n```\\n  3 function total() {\\n&gt; 4   let sum = 0;\\n```',
    );
  });

  test('failing tests without a telling line show the end of their output', () => {
    const tests = testReport({ verdict: 'failed', exitCode: 1, tail: 'a\n\nSegmentation fault\n' });
    const { blocks } = formatSlackMessage(doneView({ ...OUTCOMES.testsFailed, tests }));
    expect(JSON.stringify(blocks)).toContain('```\\na\\nSegmentation fault\\n```');
  });

  test('tests that passed need no evidence', () => {
    const tests = testReport({ failingLines: ['0 failed'] });
    expect(JSON.stringify(formatSlackMessage(doneView({ ...OUTCOMES.opened, tests })))).not.toContain(
      '0 failed',
    );
  });

  test.each(Object.entries(OUTCOMES))('Slack takes it for the outcome %s', (_, outcome) => {
    const checked = checkBlocks(formatSlackMessage(doneView(outcome)).blocks);
    expect(checked).toMatchObject({ ok: true });
  });

  test('Slack takes it whatever is in it, and nothing in it calls anybody or leads anywhere else', () => {
    fc.assert(
      fc.property(hostileText, hostileLines, (text, lines) => {
        for (const view of hostileViews(text, lines)) {
          const message = formatSlackMessage(view);
          expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
          expect(message.text.length).toBeLessThanOrEqual(300);
          const links = [...mrkdwnOf(message).matchAll(/<([^>]*)>/g)].map(([, link]) => link ?? '');
          expect(links.filter((link) => !link.startsWith('https://github.example/octo/shop'))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('however long everything is, Slack takes it', () => {
    const lines = Array.from({ length: 200 }, () => '&'.repeat(2000));
    for (const view of hostileViews('&'.repeat(100_000), lines)) {
      expect(checkBlocks(formatSlackMessage(view).blocks)).toMatchObject({ ok: true });
    }
  });
});

function hostileViews(text: string, lines: readonly string[]) {
  const patch = { title: text, source: { agent: text } };
  const tests = testReport({ verdict: 'failed', failingLines: lines, command: text, tail: text });
  const refusals = [text, ...lines].map((message) => ({
    code: 'not_found' as const,
    message,
    path: message,
    data: { nearest: [{ line: 1, score: 0.5, diff: [...lines] }] },
  }));
  return [
    doneView({ ...OUTCOMES.testsFailed, tests }, { patch }),
    doneView({ kind: 'refused', refusals }, { patch }),
    doneView({ kind: 'crashed', stage: 'test', reason: text }, { patch }),
    patchView({ patch, record: patchRecord({ sender: text, base: { branch: text, sha: text } }) }),
  ];
}

/** All text that Slack would look for markup in. */
function mrkdwnOf(message: ReturnType<typeof formatSlackMessage>): string {
  const texts = message.blocks.flatMap((block) => {
    switch (block.type) {
      case 'header':
      case 'actions':
        return [];
      case 'context':
        return block.elements;
      case 'section':
        return 'fields' in block ? block.fields : [block.text];
    }
  });
  expect(texts.every(({ verbatim }) => verbatim)).toBe(true);
  return [message.text, ...texts.map(({ text }) => text)].join('\n');
}
