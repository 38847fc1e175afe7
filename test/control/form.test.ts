import { describe, expect, test } from '@jest/globals';
import { type CommandForm, parseForm } from '../../src/control/form.ts';

const EMPTY: CommandForm = { action: 'status', patch: '', reason: '', for: '', scope: '' };
const parse = (form: Partial<CommandForm>) => parseForm({ ...EMPTY, ...form });

describe('the form', () => {
  test.each<[Partial<CommandForm>, object]>([
    [{}, { verb: 'status', id: null }],
    [{ patch: ' fix ' }, { verb: 'status', id: 'fix' }],
    [
      { action: 'kill', patch: 'all' },
      { verb: 'kill', all: true, id: null, confirm: false },
    ],
    [{ action: 'resume' }, { verb: 'resume', scope: { kind: 'repository' } }],
    [
      { action: 'pause', for: '2h', reason: 'deploying' },
      { verb: 'pause', seconds: 7200, reason: 'deploying', scope: { kind: 'repository' } },
    ],
    [
      { action: 'pause', scope: 'branch release', reason: 'frozen' },
      { verb: 'pause', seconds: null, reason: 'frozen', scope: { kind: 'branch', branch: 'release' } },
    ],
    [
      { action: 'lock', scope: '@gpt-4.1' },
      { verb: 'lock', seconds: null, reason: null, scope: { kind: 'sender', login: 'gpt-4.1' } },
    ],
    [
      { action: 'lock', scope: '@gpt', for: '1d' },
      { verb: 'lock', seconds: 86_400, reason: null, scope: { kind: 'sender', login: 'gpt' } },
    ],
    [
      { action: 'reject', patch: 'fix', reason: 'too slow' },
      { verb: 'reject', id: 'fix', reason: 'too slow' },
    ],
  ])('%j is %j', (form, command) => {
    expect(parse(form)).toEqual({ ok: true, command });
  });

  test('a reason is a reason, whatever commands it looks like', () => {
    expect(parse({ action: 'pause', reason: 'kill all confirm for 2h on branch main' })).toEqual({
      ok: true,
      command: {
        verb: 'pause',
        seconds: null,
        reason: 'kill all confirm for 2h on branch main',
        scope: { kind: 'repository' },
      },
    });
  });

  test.each<[string, Partial<CommandForm>]>([
    ['an action that there is not', { action: 'stop' }],
    ['a patch for what is about none', { action: 'pause', patch: 'fix' }],
    ['a patch for what takes nothing', { action: 'whoami', patch: 'fix' }],
    ['two patches', { action: 'retry', patch: 'fix other' }],
    ['a time that is none', { action: 'pause', for: 'ever' }],
    ['a time for what takes none', { action: 'resume', for: '2h' }],
    ['a scope of two words', { action: 'pause', scope: 'main and more' }],
    ['a scope for what takes none', { action: 'retry', patch: 'fix', scope: 'main' }],
    ['a sender that can not be one', { action: 'pause', scope: '@not a login' }],
    ['a second reason, behind a patch', { action: 'reject', patch: 'fix slow', reason: 'and wrong' }],
    ['a reason for what takes none', { action: 'resume', reason: 'done' }],
    ['a reason that is too long', { action: 'pause', reason: 'x'.repeat(600) }],
    ['a reason of two lines', { action: 'pause', reason: 'one\ntwo' }],
    ['a reason with hidden characters', { action: 'pause', reason: 'a\u202Eb' }],
    ['a confirmation in the wrong box', { action: 'kill', patch: 'all', scope: 'confirm' }],
    ['a command in the box for a patch', { action: 'cancel', patch: 'fix\nkill all' }],
  ])('%s is a problem, and says what to do', (_, form) => {
    expect(parse(form)).toEqual({ ok: false, problem: expect.stringMatching(/\.$/) });
  });
});
