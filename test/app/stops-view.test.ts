import { describe, expect, test } from '@jest/globals';
import { renderControl } from '../../src/app/dashboard/control-view.ts';
import { renderStopsOf } from '../../src/app/dashboard/stops-view.ts';
import type { ControlSeen } from '../../src/app/dashboard/switchboards.ts';
import { type Control, readControl } from '../../src/control/control.ts';
import { type Scope, type Switch, strictestSwitch } from '../../src/control/switches.ts';
import type { SentDelivery } from '../../src/stages/intake/store.ts';
import { waitingRecord } from '../report/waiting.ts';

const NOW = '2026-11-21T12:00:00.000Z';
const EVERYTHING: Scope = { kind: 'repository' };
const MAIN: Scope = { kind: 'branch', branch: 'main' };
const GPT: Scope = { kind: 'sender', login: 'shop-gpt' };
const DELIVERY: SentDelivery = {
  seq: 1,
  repository: 'acme/shop',
  id: 'fix',
  digest: 'a'.repeat(64),
  title: 'Fix it',
  sender: 'shop-gpt',
  state: 'queued',
  receivedAt: NOW,
};

describe('the switch of a repository', () => {
  test('names the stops of branches and senders beside it, locks first, and does not call it running', async () => {
    const page = await switchOf([
      stop('paused', MAIN, { reason: 'a <b>release</b>', until: '2026-11-21T14:00:00.000Z' }),
      stop('locked', GPT, { reason: 'it runs \u202Eaway', by: 'olga' }),
    ]);
    expect(page).not.toContain('badge good');
    expect(page).toContain('badge busy">Running in part<');
    expect(page).toMatch(
      /badge bad">Locked<.*Patches from shop-gpt are locked by olga: it runs [^\u202E]*away\./s,
    );
    expect(page).toContain(
      'Patches onto main are paused until 2026-11-21 14:00 UTC by ada: a &lt;b&gt;release&lt;/b&gt;.',
    );
    expect(page).toMatch(/Set <time datetime="2026-11-21T11:00:00.000Z"/);
    expect(page.indexOf('shop-gpt')).toBeLessThan(page.indexOf('onto main'));
    expect(page).toContain('>Pause<');
  });

  test('names what is stopped beside what is stopped for all, each of them once', async () => {
    const page = await switchOf([stop('paused', EVERYTHING), stop('locked', MAIN)]);
    expect(page.match(/The whole repository is paused/g)).toHaveLength(1);
    expect(page).toContain('Patches onto main are locked');
    expect(page).not.toContain('Running');
  });

  test('runs where nothing is stopped', async () => {
    expect(await switchOf([])).toContain('badge good">Running<');
  });

  test('says how many more stops there are than it shows', async () => {
    const many = Array.from({ length: 14 }, (_, at) => stop('paused', { kind: 'branch', branch: `b${at}` }));
    expect(await switchOf(many)).toContain('4 more stops are not shown here');
  });
});

describe('the page of a patch', () => {
  const all = [stop('locked', MAIN), stop('locked', GPT), stop('paused', { kind: 'branch', branch: 'old' })];

  test('names the stops that hold it, and no other', async () => {
    const page = await stopsOf(all, { record: { ...waitingRecord([]), sentFor: ['Shop-GPT'] } });
    expect(page).toContain('Patches onto main are locked');
    expect(page).toContain('Patches from shop-gpt are locked');
    expect(page).not.toContain('onto old');
  });

  test('names those of every branch while nobody knows for which one it is', async () => {
    const page = await stopsOf(all, { record: null });
    expect(page).toContain('Patches onto main are locked');
    expect(page).toContain('Patches onto old are paused');
    expect(page).not.toContain('from shop-gpt');
  });

  test('names that of the person behind the token that it came through, before a run has told of it', async () => {
    const rob: Scope = { kind: 'sender', login: 'Rob' };
    const delivery = { ...DELIVERY, sender: 'shop-gpt', login: 'rob' };
    const page = await stopsOf([...all, stop('paused', rob)], { record: null, delivery });
    expect(page).toContain('Patches from Rob are paused');
    expect(page).toContain('Patches from shop-gpt are locked');
    expect(
      await stopsOf([stop('paused', rob)], { record: null, delivery: { ...DELIVERY, sender: 'shop-gpt' } }),
    ).toBe('');
  });

  test('says that everything is stopped where the switch is gone, or was not seen', async () => {
    const gone = readControl(null, new Date(NOW));
    expect(await stopsOf([], { record: null }, gone)).toContain('refs/ghost/control is gone');
    const control: ControlSeen = { known: false, problem: 'GitHub could not be asked: 502' };
    expect(String(await renderStopsOf({ now: NOW, record: null, delivery: null, control }))).toContain(
      'is not known. GitHub could not be asked: 502',
    );
  });

  test('says nothing of stops where none holds it', async () => {
    expect(await stopsOf([stop('locked', GPT)], { record: waitingRecord([]) })).toBe('');
  });
});

function stop(state: Switch['state'], scope: Scope, over: Partial<Switch> = {}): Switch {
  return { state, scope, reason: 'a leak', by: 'ada', at: '2026-11-21T11:00:00.000Z', ...over };
}

async function switchOf(stops: readonly Switch[]): Promise<string> {
  return String(await renderControl(seen(stops), { repository: 'acme/shop', now: NOW, formToken: 'token' }));
}

async function stopsOf(
  stops: readonly Switch[],
  {
    record,
    delivery = null,
  }: { readonly record: ReturnType<typeof waitingRecord> | null; readonly delivery?: SentDelivery | null },
  control?: Control,
): Promise<string> {
  return String(await renderStopsOf({ now: NOW, record, delivery, control: seen(stops, control) }));
}

function seen(stops: readonly Switch[], control?: Control): ControlSeen {
  const whole = strictestSwitch(stops, {}, new Date(NOW)) ?? { state: 'running' };
  return { known: true, control: control ?? whole, stops, defaultBranch: 'main', at: NOW };
}
