import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkBlocks } from '../../src/local/slack/block-kit.ts';
import { slugId } from '../../src/patch/id.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { formatSlackMessage } from '../../src/report/slack.ts';
import { formatButtons, readPressed } from '../../src/report/slack-buttons.ts';
import { formatSlackDetails } from '../../src/report/slack-details.ts';
import { hostileLines, hostileText } from './hostile.ts';
import { doneView, OUTCOMES, patchRecord, patchView, testReport } from './views.ts';
import { hostileReviews, waitingRecord } from './waiting.ts';

const HEAD = 'a'.repeat(40);

function published(over = {}) {
  const record = patchRecord({
    state: 'done',
    outcome: OUTCOMES.opened,
    head: HEAD,
    pullRequest: OUTCOMES.opened.pullRequest,
    ...over,
  });
  return patchView({ record, buttons: true });
}

describe('the buttons under a message', () => {
  test('are there only where somebody answers them', () => {
    const types = (buttons: boolean) =>
      formatSlackMessage({ ...published(), buttons }).blocks.map(({ type }) => type);
    expect(types(true)).toContain('actions');
    expect(types(false)).not.toContain('actions');
    expect(formatSlackMessage(patchView()).blocks.map(({ type }) => type)).not.toContain('actions');
  });

  test.each([
    ['the message', formatSlackMessage],
    ['its details', formatSlackDetails],
  ])('stand below what waits for an approval, in %s', (_, format) => {
    const said = 'policy.rules.executables asks for a review of run.sh.';
    const shown = (record: PatchRecord) =>
      JSON.stringify(format(patchView({ record, buttons: true })).blocks);
    const waiting = waitingRecord([said]);
    expect(shown(waiting)).toContain(`*Why it waits for an approval*\\n• ${said}`);
    const { digest, head = '' } = waiting;
    const approval = { required: true, by: 'rita', at: waiting.startedAt, digest, sha: head } as const;
    expect(shown({ ...waiting, approval })).not.toContain(said);
    const many = format(patchView({ record: waitingRecord(hostileReviews(200)), buttons: true }));
    expect(checkBlocks(many.blocks)).toMatchObject({ ok: true });
    expect(JSON.stringify(many.blocks)).toMatch(/… and \d+ more, all in the run's summary/);
    expect(JSON.stringify(many.blocks)).not.toContain('<!channel>');
  });

  test('come back with the state that they were shown under', () => {
    for (const { action_id, value } of formatButtons(published()).elements.filter(
      ({ url }) => url === undefined,
    )) {
      expect(readPressed({ action_id, value })).toEqual({
        ask: action_id.replace('ghost.', ''),
        repository: 'octo/shop',
        id: 'login-timeout',
        shown: { digest: 'd'.repeat(64), attempt: 1, sha: HEAD },
      });
    }
  });

  test('one that opens a page asks for nothing', () => {
    const [view] = formatButtons(published()).elements;
    expect(view).toMatchObject({ url: OUTCOMES.opened.pullRequest.url });
    expect(readPressed({ action_id: view?.action_id ?? '' })).toBeNull();
  });

  test('an address that could lead elsewhere is no button', () => {
    for (const url of ['javascript:alert(1)', 'https://github.example/a b', 'https://']) {
      const { elements } = formatButtons(published({ pullRequest: { number: 1, url } }));
      expect(elements.filter((button) => button.url !== undefined)).toEqual([]);
    }
  });

  test('what ends something asks once more', () => {
    const asks = Object.values(OUTCOMES).flatMap((outcome) =>
      formatButtons({ ...doneView(outcome), buttons: true }).elements.flatMap(({ action_id, confirm }) =>
        confirm === undefined ? [] : [action_id],
      ),
    );
    expect([...new Set(asks)].toSorted()).toEqual(['ghost.cancel', 'ghost.reject', 'ghost.revert']);
  });

  test.each(Object.entries(OUTCOMES))('Slack takes them for the outcome %s', (_, outcome) => {
    const message = formatSlackMessage({ ...doneView(outcome), buttons: true });
    expect(checkBlocks(message.blocks)).toMatchObject({ ok: true });
  });

  test('are those of their patch, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        const id = slugId(name);
        const [, button] = formatButtons(published({ id })).elements;
        expect(readPressed(button ?? { action_id: '' })).toMatchObject({ id });
      }),
      { examples: [['_'], ['_fix'], ['__init__']] },
    );
  });

  test('nothing else is read as a press', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.json(), (action, value, json) => {
        expect(readPressed({ action_id: action, value })).toBeNull();
        expect(readPressed({ action_id: 'ghost.approve', value: json })).toBe('unreadable');
      }),
    );
    const [repository, id, digest] = ['octo/shop', 'fix', 'd'.repeat(64)];
    const read = (value: unknown) => readPressed({ action_id: 'ghost.retry', value: JSON.stringify(value) });
    expect(read([repository, id, digest, 1, null])).toMatchObject({ ask: 'retry' });
    expect(read([repository, '../control', digest, 1, null])).toBe('unreadable');
    expect(read(['octo/shop/../other', id, digest, 1, null])).toBe('unreadable');
    expect(read([repository, id, digest, 1, null, 'more'])).toBe('unreadable');
    expect(readPressed({ action_id: 'ghost.explode', value: '' })).toBe('unreadable');
  });
});

describe('the details in a thread', () => {
  test.each(Object.entries(OUTCOMES))('Slack takes them for the outcome %s', (_, outcome) => {
    expect(checkBlocks(formatSlackDetails(doneView(outcome)).blocks)).toMatchObject({ ok: true });
  });

  test('show the files, and what the tests printed last', () => {
    const tests = testReport({ verdict: 'failed', exitCode: 1, tail: 'first\n\nlast line\n' });
    const text = JSON.stringify(formatSlackDetails(doneView({ ...OUTCOMES.testsFailed, tests })).blocks);
    expect(text).toContain('src/login.ts');
    expect(text).toContain('last line');
  });

  test('show every refusal with the lines that are there', () => {
    const text = JSON.stringify(formatSlackDetails(doneView(OUTCOMES.refused)).blocks);
    expect(text).toContain('+const timeout = 10;');
  });

  test('Slack takes them whatever is in them, and nothing in them calls anybody', () => {
    fc.assert(
      fc.property(hostileText, hostileLines, (text, lines) => {
        const refusals = lines.map((message) => ({ code: 'not_found' as const, message, path: text }));
        const tests = testReport({ verdict: 'failed', command: text, tail: lines.join('\n') });
        const record = patchRecord({ warnings: lines });
        for (const view of [
          doneView({ kind: 'refused', refusals }, { patch: { title: text } }),
          doneView({ ...OUTCOMES.testsFailed, tests }, { notes: lines }),
          patchView({
            record,
            notDone: lines,
            changes: [{ path: text, action: 'create', added: 1, removed: 0 }],
          }),
        ]) {
          const reply = formatSlackDetails(view);
          expect(checkBlocks(reply.blocks)).toMatchObject({ ok: true });
          expect(JSON.stringify(reply)).not.toMatch(/<[!@#]/);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('however long everything is, Slack takes them', () => {
    const long = '&'.repeat(100_000);
    const many = Array.from({ length: 200 }, () => '&'.repeat(2000));
    const refusals = many.map((message) => ({
      code: 'not_found' as const,
      message,
      path: message,
      data: { nearest: [{ line: 1, score: 0.5, diff: many }] },
    }));
    const changes = many.map((path) => ({ path, action: 'modify' as const, added: 1, removed: 1 }));
    const tests = testReport({ verdict: 'failed', command: long, tail: many.join('\n') });
    for (const outcome of [{ kind: 'refused', refusals } as const, { ...OUTCOMES.testsFailed, tests }]) {
      const view = doneView(outcome, { patch: { title: long }, notes: many, notDone: many, changes });
      expect(checkBlocks(formatSlackDetails(view).blocks)).toMatchObject({ ok: true });
    }
  });
});
