import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Command, parseCommand, withId } from '../../src/control/command.ts';
import { findCommand } from '../../src/control/line.ts';
import { withReason } from '../../src/control/reason.ts';
import { VERBS } from '../../src/control/verbs.ts';
import { slugId } from '../../src/patch/id.ts';
import { hostileText } from '../report/hostile.ts';

const ALL = { kind: 'repository' } as const;

describe('the grammar of commands', () => {
  test.each([
    'pause from @shop-gpt\npause from @other-gpt',
    'pause\nfrom @shop-gpt',
    '/ghost lock\r\n/ghost kill all confirm',
    'reject fix\n\nbecause it breaks the login',
    'status\rpause',
  ])('what is more than one line is refused, and nothing of it is done: %j', (text) => {
    const parsed = parseCommand(text);
    expect(!parsed.ok && parsed.problem).toContain('A command is one line');
  });

  test.each<[string, Command]>([
    ['status', { verb: 'status', id: null }],
    ['/ghost status fix-login', { verb: 'status', id: 'fix-login' }],
    ['  /GHOST   Preview   Fix-Login  ', { verb: 'preview', id: 'fix-login' }],
    ['approve', { verb: 'approve', id: null }],
    ['retry ghost/fix', { verb: 'retry', id: 'fix' }],
    ['revert `fix`', { verb: 'revert', id: 'fix' }],
    ['cancel refs/ghost/patches/fix', { verb: 'cancel', id: 'fix' }],
    ['cancel all', { verb: 'cancel', id: 'all' }],
    ['cancel _', { verb: 'cancel', id: '_' }],
    ['reject', { verb: 'reject', id: null, reason: null }],
    ['reject fix breaks the login', { verb: 'reject', id: 'fix', reason: 'breaks the login' }],
    ['kill fix', { verb: 'kill', all: false, id: 'fix', confirm: false }],
    ['kill all', { verb: 'kill', all: true, id: null, confirm: false }],
    ['kill ALL confirm', { verb: 'kill', all: true, id: null, confirm: true }],
    ['audit', { verb: 'audit' }],
    ['whoami', { verb: 'whoami' }],
    ['help', { verb: 'help' }],
    ['/ghost', { verb: 'help' }],
    ['pause', { verb: 'pause', reason: null, scope: ALL, seconds: null }],
    ['lock\r\n\r\n', { verb: 'lock', reason: null, scope: ALL, seconds: null }],
    ['resume', { verb: 'resume', scope: ALL }],
    ['resume on main', { verb: 'resume', scope: { kind: 'branch', branch: 'main' } }],
    ['resume from gpt', { verb: 'resume', scope: { kind: 'sender', login: 'gpt' } }],
    ['unlock on main confirm', { verb: 'unlock', scope: { kind: 'branch', branch: 'main' }, confirm: true }],
    ['unlock from @gpt-4.1', { verb: 'unlock', scope: { kind: 'sender', login: 'gpt-4.1' }, confirm: false }],
    ['resume from @gpt', { verb: 'resume', scope: { kind: 'sender', login: 'gpt' } }],
    ['unlock', { verb: 'unlock', scope: ALL, confirm: false }],
    [
      'unlock on branch v1.2 confirm',
      { verb: 'unlock', scope: { kind: 'branch', branch: 'v1.2' }, confirm: true },
    ],
  ])('%j is read', (text, command) => {
    expect(parseCommand(text)).toEqual({ ok: true, command });
  });

  test.each<[string, string | null, object, number | null]>([
    ['pause release day', 'release day', ALL, null],
    ['pause for 2h', null, ALL, 7200],
    ['pause release for 30m', 'release', ALL, 1800],
    ['pause for 2 hours release', 'release', ALL, 7200],
    ['pause on branch main', null, { kind: 'branch', branch: 'main' }, null],
    [
      'pause on branch main for 1d because of Bob',
      'because of Bob',
      { kind: 'branch', branch: 'main' },
      86_400,
    ],
    ['pause release for 2h on branch main', 'release', { kind: 'branch', branch: 'main' }, 7200],
    ['pause release on branch refs/heads/main', 'release', { kind: 'branch', branch: 'main' }, null],
    ['pause too noisy from @my-app[bot]', 'too noisy', { kind: 'sender', login: 'my-app[bot]' }, null],
    ['pause from @gpt', null, { kind: 'sender', login: 'gpt' }, null],
    ['pause runs away from @gpt-4.1', 'runs away', { kind: 'sender', login: 'gpt-4.1' }, null],
    ['pause runs away from `@shop-gpt`.', 'runs away', { kind: 'sender', login: 'shop-gpt' }, null],
    ['pause for 2h from @gpt', null, { kind: 'sender', login: 'gpt' }, 7200],
  ])('%j has its reason, scope and time', (text, reason, scope, seconds) => {
    expect(parseCommand(text)).toEqual({ ok: true, command: { verb: 'pause', reason, scope, seconds } });
  });

  test.each([
    'pause waiting on Bob',
    'pause nothing works on friday',
    'pause until we hear from Bob',
    'pause for lunch',
    'pause for a while',
    'pause and wait for 2x',
    'pause because on fire',
    'pause on',
    'pause our token was public for 10 minutes',
    'pause the tests have been red for 2 d',
  ])('%j stops everything, for its words can be a reason', (text) => {
    const parsed = parseCommand(text);
    expect(parsed).toMatchObject({ ok: true, command: { scope: ALL, seconds: null } });
    expect(parsed.ok && 'reason' in parsed.command && parsed.command.reason).toBe(
      text.slice('pause '.length),
    );
  });

  test.each([
    ['', 'no command'],
    ['\n/ghost pause', 'no command'],
    ['paws', 'did you mean "pause"'],
    ['/ghost stauts fix', 'did you mean "status"'],
    ['stop', 'did you mean "pause"'],
    ['rollback fix', 'did you mean "revert"'],
    ['frobnicate', 'write one of status, preview'],
    ['approve a b', 'approve <id>'],
    ['approve #12', 'number of a pull request'],
    ['approve ---', 'no patch id'],
    ['status --json', 'looks like an option'],
    ['approve --force', 'looks like an option'],
    ['preview —dry-run', '"—dry-run" is no patch id but looks like an option'],
    ['retry `--dry-run`', 'looks like an option'],
    ['revert -n', 'looks like an option'],
    ['cancel -fix', 'looks like an option'],
    ['kill --all', 'looks like an option'],
    ['kill all --dry-run', 'kill all confirm'],
    ['reject --dry-run', 'looks like an option'],
    ['reject fix --dry-run', 'Nothing is done yet: "--dry-run" looks like an option'],
    ['reject fix –preview too big', 'looks like an option'],
    ['reject fix too big --dry-run', 'looks like an option'],
    ['reject fix dry run', '"dry run" looks like an option'],
    ['pause acme/shop', 'may be a branch or a repository; write "pause on branch acme/shop"'],
    [
      'pause @shop-gpt',
      'may be a sender; write "pause from @shop-gpt" for that alone, or "pause because of @shop-gpt"',
    ],
    ['lock “@shop-gpt” for 2h', 'may be a sender; write "lock from @shop-gpt"'],
    ['pause <@U0GPT12345|shop-gpt>', 'may be a sender; write "pause from @shop-gpt"'],
    ['lock release/1.2 for 2h', 'may be a branch or a repository'],
    ['pause from @shop-gpt acme/web', 'may be a branch or a repository'],
    ['reject fix and other we want neither', 'Nothing is rejected yet'],
    ['reject fix, other', 'Nothing is rejected yet'],
    ['reject fix & other', 'write a command for each'],
    ['pause --dry-run', 'and "pause" has none'],
    ['pause on branch main --preview', 'looks like an option'],
    ['lock leaked --dry-run', 'and "lock" has none'],
    ['resume --dry-run', 'takes no reason'],
    ['kill', 'kill all confirm'],
    ['kill all now', 'kill all confirm'],
    ['resume now please', 'takes no reason'],
    ['resume for 2h', 'takes no reason'],
    ['pause for 0m', 'between 1m and 90d'],
    ['pause for 91d', 'between 1m and 90d'],
    ['pause for 1h for 2h', 'Only one time'],
    ['pause on branch main from @gpt', 'Only one time and one scope'],
    ['lock runs away from @shop/gpt', '@shop/gpt is the name of no sender'],
    ['pause from @ for 2h', '@ is the name of no sender'],
    ['pause from <@U0GPT12345>', 'write the sender\'s name in plain letters, such as "pause from @shop-gpt"'],
    ['pause from <@U0GPT12345> for 2h', '"<@U0GPT12345>" is no name as senders have it'],
    ['pause for 2h from <@U0GPT12345|shop-gpt>', '"<@U0GPT12345|shop-gpt>" is no name'],
    ['pause from @<@U0GPT12345>', '"@<@U0GPT12345>" is no name'],
    ['lock from <@U0GPT12345> it runs away', 'such as "lock from @shop-gpt"'],
    ['lock from “<@U0GPT12345>”', 'such as "lock from @shop-gpt"'],
    ['lock it runs away from *<@U0GPT12345>*', 'such as "lock from @shop-gpt"'],
    ['lock it runs away from `<@U0GPT12345>`', 'such as "lock from @shop-gpt"'],
    ['lock from <!subteam^S0GPT12345|@gpts> all of them', 'such as "lock from @shop-gpt"'],
    ['pause FROM <#C0GPT12345|shop>', 'such as "pause from @shop-gpt"'],
    ['pause from <shop-gpt>', '"<shop-gpt>" is no name'],
    ['pause from <https://gpt.example|gpt.example>', 'is no name'],
    ['resume from <@U0GPT12345>', 'such as "resume from @shop-gpt"'],
    ['unlock from <@U0GPT12345> confirm', 'such as "unlock from @shop-gpt"'],
    ['pause from @shop-gpt <@U0GPT12345>', 'write one command for each scope'],
    ['pause from @shop-gpt and <@U0GPT12345>', 'write one command for each scope'],
    ['help me', 'takes nothing after it'],
    ['\u2215ghost pause', 'U+2215'],
    ['\uFF0Fghost pause', 'U+FF0F'],
    ['\\ghost pause', 'plain slash'],
    ['pause\u0000', 'U+0000'],
    ['approve fix\u202Egnol', 'U+202E'],
    ['pau\u200Bse', 'U+200B'],
    [`pause ${'x'.repeat(10_000)}`, 'at most 1000 characters'],
    [`pause ${'x '.repeat(300)}`, 'at most 500 characters'],
  ])('%j is answered with what to write', (text, words) => {
    const parsed = parseCommand(text);
    expect(parsed.ok ? parsed : parsed.problem).toContain(words);
    expect(parsed.ok ? '' : parsed.problem).toMatch(/\.$/);
  });

  test.each([
    'pause too many at once from @shop-gpt and from @other-gpt',
    'pause release on branch main and on branch dev',
    'pause from @shop-gpt and from @other-gpt',
    'pause from @shop-gpt and @other-gpt',
    'pause from @shop-gpt, @other-gpt run away',
    'pause from @shop-gpt @other-gpt',
    'pause from @shop-gpt, other-gpt',
    'lock from @shop-gpt, other-gpt, third-gpt',
    'pause from @shop-gpt; other-gpt',
    'pause from @shop-gpt as well as @other-gpt',
    'pause from @shop-gpt (and @other-gpt)',
    'pause from @shop-gpt (and other-gpt)',
    'pause from @shop-gpt both and @other-gpt',
    'pause from @shop-gpt & other-gpt',
    'pause from @shop-gpt ,other-gpt',
    'pause from @shop-gpt for 2h or other-gpt',
    'pause on branch main and dev',
    'pause on branch main + dev',
    'pause on branch main it breaks, on branch dev too',
    'lock credentials leaked from @shop-gpt, from @other-gpt',
    'lock on branch main as it is from @other-gpt now',
    'resume on branch main and dev',
    'resume on main and dev',
    'resume from shop-gpt and from @other-gpt',
    'unlock from @shop-gpt, @other-gpt',
    'unlock on release and main confirm',
  ])('%j is not done for one scope while the other becomes its reason', (text) => {
    expect(parseCommand(text)).toEqual({
      ok: false,
      problem: 'Only one time and one scope can be given; write one command for each scope.',
    });
  });

  test('a reason that is given apart from its scope may name others', () => {
    const parsed = parseCommand('pause from @shop-gpt');
    const reason = 'and from @other-gpt on branch dev, too';
    expect(parsed.ok && withReason(parsed.command, reason)).toEqual({
      ok: true,
      command: { verb: 'pause', reason, scope: { kind: 'sender', login: 'shop-gpt' }, seconds: null },
    });
  });

  test.each([
    ['pause from @shop-gpt, android builds break', 'android builds break'],
    ['pause from @shop-gpt it and others run away', 'it and others run away'],
    ['pause main and dev are red on branch main', 'main and dev are red'],
    ['pause @other-gpt is right about this from @shop-gpt', '@other-gpt is right about this'],
    ['pause <@U0GPT12345> is right about this from @shop-gpt', '<@U0GPT12345> is right about this'],
  ])('%j stops one scope, and has its reason', (text, reason) => {
    expect(parseCommand(text)).toMatchObject({ ok: true, command: { reason } });
    expect(parseCommand(text)).not.toMatchObject({ command: { scope: ALL } });
  });

  test.each([
    ['pause on fire', 'on fire', 'pause on branch fire'],
    ['lock on all branches', 'on all', 'lock on branch all'],
    ['pause from now on', 'from now', 'pause from @now'],
    ['pause on main', 'on main', 'pause on branch main'],
    ['pause on branch', 'on branch', 'pause on branch branch'],
    ['pause for 2h on Main', 'on Main', 'pause on branch Main'],
    ['pause release for 2h on main', 'on main', 'pause on branch main'],
    ['pause on fire from now on', 'on fire', 'pause on branch fire'],
  ])('%j is not done, for it may stop one thing or everything', (text, doubtful, inFull) => {
    const [verb] = text.split(' ');
    expect(parseCommand(text)).toEqual({
      ok: false,
      problem: expect.stringContaining(
        `Nothing is stopped yet: "${doubtful}" may be a reason, too; write "${inFull}" `,
      ),
    });
    const all = parseCommand(`${verb} because ${doubtful}`);
    expect(all).toMatchObject({ ok: true, command: { scope: ALL, reason: `because ${doubtful}` } });
  });

  test('on the pull request of a patch, its id may be left out or said', () => {
    const place = { own: 'fix' };
    expect(parseCommand('/ghost reject', place)).toEqual(rejected({ id: null, reason: null }));
    expect(parseCommand('/ghost reject fix too big', place)).toEqual(
      rejected({ id: 'fix', reason: 'too big' }),
    );
    expect(parseCommand('/ghost reject it breaks', place)).toEqual(
      rejected({ id: null, reason: 'it breaks', firstWord: 'it' }),
    );
    for (const name of [
      'ghost/other',
      '`ghost/other`',
      'refs/heads/ghost/other',
      'refs/ghost/patches/other',
    ]) {
      expect(parseCommand(`/ghost reject ${name} too big`, place)).toEqual(
        rejected({ id: 'other', reason: 'too big' }),
      );
    }
    expect(parseCommand('/ghost reject #2 does it better', place)).toEqual({
      ok: false,
      problem: expect.stringContaining('write "reject fix <why>" for the one that this shows'),
    });
    const approve = parseCommand('approve', place);
    expect(approve.ok && withId(approve.command, 'fix')).toEqual({ verb: 'approve', id: 'fix' });
    const other = parseCommand('approve other', place);
    expect(other.ok && withId(other.command, 'fix')).toEqual({ verb: 'approve', id: 'other' });
  });

  test.each([
    ['reject fix - too big', '- too big'],
    ['reject fix -1 from me', '-1 from me'],
    ['reject fix it reads --dry-run wrongly', 'it reads --dry-run wrongly'],
    ['reject fix nothing heeds --dry-run.', 'nothing heeds --dry-run.'],
    ['reject fix draft', 'draft'],
    ['pause test', 'test'],
    ['lock — leaked', '— leaked'],
    ['pause the new --force breaks things', 'the new --force breaks things'],
  ])('%j has a reason, though it has a dash or speaks of an option', (text, reason) => {
    expect(parseCommand(text)).toMatchObject({ ok: true, command: { reason } });
  });

  test('under the pull request of a patch an option is no reason, and a dash may begin one', () => {
    const place = { own: 'fix' };
    expect(parseCommand('/ghost reject --dry-run', place)).toMatchObject({ ok: false });
    expect(parseCommand('/ghost approve --dry-run', place)).toMatchObject({ ok: false });
    expect(parseCommand('/ghost reject -1 from me', place)).toEqual(
      rejected({ id: null, reason: '-1 from me' }),
    );
  });

  test('an id is the name under which its patch is kept', () => {
    const id = 'Login: größer';
    expect(parseCommand(`approve ${slugId(id)}`)).toMatchObject({ command: { id: slugId(id) } });
    expect(parseCommand('approve größer')).toMatchObject({ command: { id: slugId('größer') } });
    expect(parseCommand('approve ../../heads/main')).toMatchObject({
      command: { id: expect.stringMatching(/^[a-z0-9._-]+$/) },
    });
  });

  test('whatever is written gets an answer of a bounded length, and ids are safe', () => {
    const verb = fc.constantFrom('', '/ghost', ...VERBS);
    const words = fc.oneof(
      hostileText,
      fc.constantFrom('for', 'on', 'from', 'for 2h', 'on branch', 'confirm', 'all'),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(verb, words), { maxLength: 8 }), fc.boolean(), (parts, placed) => {
        const parsed = parseCommand(parts.join(' '), placed ? { own: 'fix' } : {});
        if (!parsed.ok) {
          expect(parsed.problem.length).toBeLessThan(500);
          return;
        }
        const { command } = parsed;
        if ('id' in command && command.id !== null) {
          expect(command.id).toBe(slugId(command.id));
        }
        if ('reason' in command) {
          expect(command.reason?.length ?? 0).toBeLessThanOrEqual(1000);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever a patch is called, a command can name it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[a-z0-9._-]{1,9}$/)), (id) => {
        const slug = slugId(id);
        expect(parseCommand(`cancel ${slug}`)).toEqual({ ok: true, command: { verb: 'cancel', id: slug } });
      }),
    );
  });

  test('a megabyte of options costs no more than a line', () => {
    const started = process.cpuUsage();
    parseCommand(`pause ${'for 1h '.repeat(150_000)}`);
    parseCommand(`pause ${'on '.repeat(300)}`);
    findCommand(' '.repeat(1_000_000));
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(200);
  });
});

describe('a command in a comment', () => {
  test.each(['/ghost pause', '/ghost', '  /Ghost pause now\nwhatever', '\uFF0Fghost pause'])(
    '%j is one',
    (body) => {
      expect(findCommand(body)).toBe(body.split('\n', 1)[0]?.trim());
    },
  );

  test.each([
    '',
    'please /ghost pause',
    '\n/ghost pause',
    'Hello\n/ghost pause',
    '```\n/ghost pause\n```',
    '`/ghost pause`',
    '    /ghost pause',
    '\t/ghost pause',
    '> /ghost pause',
    '- /ghost pause',
    '<!-- /ghost pause -->',
    '/ghosts pause',
    '/ghost-runner pause',
    'ghost pause',
    ' \uFF0Fghost pause',
    '\u2215gho\u017Ft pause',
  ])('%j is none', (body) => {
    expect(findCommand(body)).toBeNull();
  });
});

function rejected(rest: object) {
  return { ok: true, command: { verb: 'reject', ...rest } };
}
