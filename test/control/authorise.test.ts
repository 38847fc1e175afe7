import { describe, expect, test } from '@jest/globals';
import { type AuthoriseRequest, authorise, neededRole } from '../../src/control/authorise.ts';
import { parseCommand } from '../../src/control/command.ts';
import { ROLES, roleOf } from '../../src/control/roles.ts';
import type { Switch } from '../../src/control/switches.ts';
import { VERBS } from '../../src/control/verbs.ts';

const NOW = new Date('2026-01-01T12:00:00Z');

describe('who may do what', () => {
  test('each verb needs its role, and a lower one is told which', () => {
    for (const verb of VERBS) {
      const needed = neededRole(verb);
      for (const role of ROLES) {
        const answer = ask(verb === 'kill' ? 'kill fix' : verb, { role });
        expect(answer.ok).toBe(ROLES.indexOf(role) >= ROLES.indexOf(needed));
        expect(answer.ok ? needed : answer.sentence).toContain(needed);
      }
    }
    expect(ask('pause', { role: 'reviewer' })).toEqual({
      ok: false,
      lacks: 'role',
      sentence:
        '"pause" needs the role operator (maintain or admin access), and octocat has the role reviewer (write access).',
    });
    expect(ask('status', { role: 'none' })).toMatchObject({ sentence: expect.stringContaining('no access') });
  });

  test.each([
    ['read', 'viewer'],
    ['triage', 'viewer'],
    ['write', 'reviewer'],
    ['maintain', 'operator'],
    ['admin', 'operator'],
    ['none', 'none'],
    [null, 'none'],
    ['', 'none'],
    ["somebody's own role", 'viewer'],
  ])('GitHub calls it %j, and it is %s', (name, role) => {
    expect(roleOf(name)).toBe(role);
  });

  test('a bot may do nothing unless the config names it, whatever its role', () => {
    const bot = { login: 'my-app[bot]', role: 'operator' } as const;
    expect(ask('status', bot)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('control.bots'),
    });
    const named = { ...bot, role: 'none', bots: ['My-App[bot]'] } as const;
    expect(ask('pause', named)).toEqual({ ok: true });
    expect(ask('approve fix', named)).toMatchObject({ ok: false, lacks: 'second_person' });
    expect(ask('kill all', named)).toMatchObject({ ok: false, lacks: 'confirm' });
  });

  test('nobody approves their own patch', () => {
    expect(ask('approve fix', { role: 'operator', senders: ['gpt', 'OctoCat'] })).toMatchObject({
      ok: false,
      lacks: 'second_person',
    });
    expect(ask('approve fix', { role: 'reviewer', senders: ['gpt'] })).toEqual({ ok: true });
  });

  test('who locked unlocks only on purpose, another operator at once', () => {
    const lock: Switch = {
      state: 'locked',
      scope: { kind: 'repository' },
      reason: '',
      by: 'Octocat',
      at: '2026-01-01T11:00:00.000Z',
    };
    const own = { switches: [lock] };
    expect(ask('unlock', own)).toMatchObject({ ok: false, lacks: 'confirm' });
    expect(ask('unlock confirm', own)).toEqual({ ok: true });
    expect(ask('unlock', { ...own, confirm: true })).toEqual({ ok: true });
    expect(ask('unlock', { ...own, login: 'hubot' })).toEqual({ ok: true });
    expect(ask('unlock on main', own)).toEqual({ ok: true });
    expect(ask('unlock', { switches: [{ ...lock, until: '2026-01-01T11:30:00.000Z' }] })).toEqual({
      ok: true,
    });
  });

  test.each([
    ['unlock', { kind: 'repository' }],
    ['unlock on branch main', { kind: 'branch', branch: 'main' }],
    ['unlock from @shop-gpt', { kind: 'sender', login: 'shop-gpt' }],
  ] as const)('who is asked to confirm is told the very command, with its scope: %s', (text, scope) => {
    const lock: Switch = {
      state: 'locked',
      scope,
      reason: '',
      by: 'octocat',
      at: '2026-01-01T11:00:00.000Z',
    };
    for (const asked of [{ switches: [lock] }, { allLockersKnown: false }]) {
      const refused = ask(text, asked);
      const written = refused.ok ? '' : (/confirm with "(.*)"\.$/.exec(refused.sentence)?.[1] ?? '');
      expect(parseCommand(written)).toEqual({ ok: true, command: { verb: 'unlock', scope, confirm: true } });
      const form = ask(text, { ...asked, confirmsBy: { kind: 'form' } });
      expect(form.ok ? '' : form.sentence).toContain('the box "confirm" ticked');
      const button = ask(text, { ...asked, confirmsBy: { kind: 'button', box: 'also mine' } });
      expect(button.ok ? '' : button.sentence).toContain('ticking "also mine"');
      const named = ask(text, { ...asked, confirmsBy: { kind: 'words', repository: 'acme/shop' } });
      expect(named.ok ? '' : named.sentence).toContain(`"acme/shop ${text} confirm"`);
    }
  });

  test('to end everything asks for a confirmation, to end one run does not', () => {
    expect(ask('kill all')).toMatchObject({ ok: false, lacks: 'confirm' });
    expect(ask('kill all confirm')).toEqual({ ok: true });
    expect(ask('kill all', { confirm: true })).toEqual({ ok: true });
    expect(ask('kill fix')).toEqual({ ok: true });
  });
});

const PATCH = { verb: 'apply', id: 'fix', payload: { patch: {} }, dryRun: false, revises: false } as const;

function ask(text: string, over: Partial<AuthoriseRequest> = {}) {
  const parsed = text === 'apply' ? ({ ok: true, command: PATCH } as const) : parseCommand(text);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  return authorise({
    command: parsed.command,
    login: 'octocat',
    role: 'operator',
    bots: [],
    switches: [],
    now: NOW,
    ...over,
  });
}
