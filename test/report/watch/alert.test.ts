import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { checkBlocks } from '../../../src/local/slack/block-kit.ts';
import { INCIDENT_KEYS, type Incident, MAX_INCIDENT_TEXT } from '../../../src/record/watch-entry.ts';
import { formatAlert, formatAlertIssue, formatAllClear } from '../../../src/report/watch/alert.ts';
import { CLOSING_KEYWORD, LIVE_ON_GITHUB, renderPage } from '../github-page.ts';
import { hostileText } from '../hostile.ts';

const SITE = { repository: 'octo/shop', url: 'https://github.example/octo/shop' };
const INCIDENT: Incident = {
  key: 'canary',
  since: '2026-11-21T12:00:00.000Z',
  sentence: 'No canary has arrived for more than 26 hours. Look whether its run was started.',
};

describe('an alert', () => {
  test('says what is wrong, where, and what to do', () => {
    const { text, blocks } = formatAlert(INCIDENT, SITE, { over: false });
    expect(text).toBe('🚨 Alert: the canary did not arrive (octo/shop)');
    expect(JSON.stringify(blocks)).toContain('Look whether its run was started.');
  });

  test('and its all-clear are told apart, so that neither is taken for the other', () => {
    const alert = formatAlert(INCIDENT, SITE, { over: false });
    const clear = formatAlert(INCIDENT, SITE, { over: true });
    expect(clear.text).toBe('✅ All clear: the canary did not arrive (octo/shop)');
    expect(clear.metadata).not.toEqual(alert.metadata);
  });

  test('has an issue whose title is the same for all of its kind', () => {
    const { title, body } = formatAlertIssue(INCIDENT);
    expect(title).toBe('Ghost Runner: the canary did not arrive');
    expect(formatAlertIssue({ ...INCIDENT, sentence: 'Another.' }).title).toBe(title);
    expect(formatAlertIssue({ ...INCIDENT, key: 'run 7' }).title).toBe('Ghost Runner: run 7 left no record');
    expect(body).toContain('Since 2026-11-21 12:00 UTC');
    expect(formatAllClear(INCIDENT, '2026-11-21T14:00:00.000Z')).toContain('Over since 2026-11-21 14:00 UTC');
  });

  test('stays within what Slack takes and lets nothing live, whatever the sentence holds', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...INCIDENT_KEYS), fc.boolean(), (text, key, over) => {
        const incident = { ...INCIDENT, key, sentence: text.slice(0, MAX_INCIDENT_TEXT) };
        const { blocks, text: fallback } = formatAlert(incident, SITE, { over });
        expect(checkBlocks(blocks)).toMatchObject({ ok: true });
        const links = [...`${fallback} ${JSON.stringify(blocks)}`.matchAll(/<([^>]*)>/g)];
        expect(links.map(([, link]) => link).filter((link) => !link?.startsWith(SITE.url))).toEqual([]);
        const { body } = formatAlertIssue(incident);
        const page = renderPage(body);
        expect(page.addresses).toEqual([]);
        expect(page.prose).not.toMatch(LIVE_ON_GITHUB.mention);
        expect(body).not.toMatch(CLOSING_KEYWORD);
      }),
    );
  });
});
