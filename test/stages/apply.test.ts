import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { formatControl } from '../../src/control/control.ts';
import type { Switch } from '../../src/control/switches.ts';
import { sha256 } from '../../src/patch/digest.ts';
import { inboxRef } from '../../src/patch/refs.ts';
import { CONTROL_REF, recordRef } from '../../src/record/record.ts';
import { describeView } from '../../src/report/sentence.ts';
import { formatSummary } from '../../src/report/summary.ts';
import { apply, type Delivery } from '../../src/stages/apply.ts';
import { createWorld, type World } from './world.ts';

const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.remove();
});

describe('stages/apply', () => {
  test('a patch that fits becomes one commit on its branch, a record, a pending status and a message', async () => {
    const report = await deliver(patch('fix'));
    const head = world.head('fix');
    expect(report).toMatchObject({
      kind: 'applied',
      handover: { id: 'fix', attempt: 1, head },
      test: { command: 'npm test' },
    });
    expect(world.git('show', `${head}:src/a.txt`)).toBe('one\nTWO\nthree');
    expect(world.git('rev-parse', `${head}^`)).toBe(world.base);
    expect(world.git('log', '-1', '--format=%B', head ?? '')).toContain('Ghost-Patch: fix');
    expect(world.record('fix')).toMatchObject({
      state: 'applied',
      attempt: 1,
      sender: 'gpt',
      tree: world.git('rev-parse', `${head}^{tree}`),
      plan: { labels: ['ghost'] },
    });
    expect(world.forge.statuses).toMatchObject([{ sha: head, state: 'pending' }]);
    expect(world.chat.posts).toHaveLength(1);
    expect(world.git('status', '--porcelain')).toBe('');
  });

  test('the first patch of a repository switches control on, and later ones leave it alone', async () => {
    await deliver(patch('one'));
    const control = world.resolve(CONTROL_REF);
    expect(world.git('log', '-1', '--format=%s', CONTROL_REF)).toBe('first patch one by gpt');
    await deliver(patch('two'));
    expect(world.resolve(CONTROL_REF)).toBe(control);
  });

  test('the same patch again in another run is a duplicate that writes nothing and tells nobody', async () => {
    await deliver(patch('fix'));
    const before = world.git('for-each-ref');
    const report = await apply(
      { ...world.context, run: { id: 2, attempt: 1, url: '' } },
      delivery(patch('fix')),
    );
    expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'duplicate', state: 'in_progress' } });
    expect(world.git('for-each-ref')).toBe(before);
    expect(world.chat.posts).toHaveLength(1);
  });

  test('who sends the same patch while it is tested, or after that, is on record as its sender, once', async () => {
    await deliver(patch('fix'));
    const { alsoSentBy: none, ...before } = world.record('fix');
    expect(none).toBeUndefined();
    for (const sender of ['rita', 'GPT', 'Rita']) {
      const sent = { ...delivery({ ...patch('fix'), for: ['laptop'] }), sender };
      expect(await apply({ ...world.context, run: { id: 2, attempt: 1, url: '' } }, sent)).toMatchObject({
        outcome: { kind: 'duplicate', state: 'in_progress' },
      });
    }
    // Nobody is kept from approving by the word of another one.
    expect(world.record('fix').alsoSentBy).toEqual(['rita']);
    const byServer = { ...delivery({ ...patch('fix'), for: ['laptop'] }), sender: 'ghost[bot]' };
    await apply({ ...world.context, run: { id: 2, attempt: 1, url: '' } }, byServer);
    const { alsoSentBy, ...after } = world.record('fix');
    expect(alsoSentBy).toEqual(['rita', 'ghost[bot]', 'laptop']);
    expect(after).toEqual(before);
    const steps = Number(world.git('rev-list', '--count', recordRef('fix')));
    const again = delivery({ ...patch('fix'), again: true });
    await apply(
      { ...world.context, run: { id: 3, attempt: 1, url: '' } },
      { ...again, sender: 'ghost[bot]' },
    );
    expect([steps, Number(world.git('rev-list', '--count', recordRef('fix')))]).toEqual([3, 3]);
  });

  test.each([
    ['with a field of the patch beside it', { ...patch('fix'), draft: true }],
    ['with all of its fields', { version: 1, id: 'fix', changes: [EDIT] }],
    ['in another form', { id: 'fix', mutations: [{ file: EDIT.path, find: EDIT.find, replace: 'TWO' }] }],
  ])(
    'a lock of one for whom it is sent stops a patch at the top of its payload, %s',
    async (_how, payload) => {
      stop({ state: 'locked', scope: { kind: 'sender', login: 'rita' } });
      expect(await deliver({ ...payload, for: ['rita'] })).toMatchObject({ outcome: { kind: 'halted' } });
      expect(world.head('fix')).toBeNull();
      expect(world.record('fix').sentFor).toEqual(['rita']);
    },
  );

  test('a lock of who sends what another one has in test is no stop of that', async () => {
    await deliver(patch('fix'));
    const record = world.resolve(recordRef('fix'));
    stop({ state: 'locked', scope: { kind: 'sender', login: 'rita' } });
    const sent = { ...delivery(patch('fix')), sender: 'rita' };
    expect(await apply({ ...world.context, run: { id: 2, attempt: 1, url: '' } }, sent)).toMatchObject({
      outcome: { kind: 'halted' },
    });
    expect(world.resolve(recordRef('fix'))).toBe(record);
  });

  test('who is stopped by name has nothing of others stopped with them, whatever else is stopped', async () => {
    await deliver(patch('fix'));
    const at = '2026-01-01T00:00:00.000Z';
    const rest = { reason: 'leak', by: 'op', at };
    const switches = [
      { state: 'locked', scope: { kind: 'sender', login: 'rita' }, ...rest },
      { state: 'locked', scope: { kind: 'repository' }, ...rest },
    ] as const;
    const message = formatControl({
      version: 1,
      switches,
      act: { verb: 'lock', surface: 'form', by: 'op', at },
    });
    world.git('update-ref', CONTROL_REF, world.git('commit-tree', '-m', message, 'main^{tree}'));
    const record = world.resolve(recordRef('fix'));
    const sent = { ...delivery(patch('fix')), sender: 'rita' };
    await apply({ ...world.context, run: { id: 2, attempt: 1, url: '' } }, sent);
    expect(world.resolve(recordRef('fix'))).toBe(record);
  });

  test('a patch in test that more have sent than its record has room for is known to no more of them', async () => {
    await deliver(patch('fix'));
    const sendFor = async (names: readonly string[]) =>
      await apply(
        { ...world.context, run: { id: 2, attempt: 1, url: '' } },
        { ...delivery({ ...patch('fix'), for: names }), sender: 'ghost[bot]' },
      );
    for (let index = 0; index < 13; index += 1) {
      await sendFor(['a', 'b', 'c', 'd'].map((letter) => `${letter}-${index}`));
    }
    const record = world.resolve(recordRef('fix'));
    expect(world.record('fix').alsoSentBy).toHaveLength(49);
    expect(await sendFor(['a-0'])).toMatchObject({ outcome: { kind: 'duplicate' } });
    expect(await sendFor(['one-more'])).toMatchObject({ outcome: { kind: 'refused' } });
    expect(world.resolve(recordRef('fix'))).toBe(record);
  });

  test('a revision moves the same branch on', async () => {
    await deliver(patch('fix'));
    const first = world.head('fix');
    const report = await deliver(patch('fix', [{ ...EDIT, replace: 'zwei' }]));
    expect(report).toMatchObject({ kind: 'applied', handover: { attempt: 2 } });
    expect(world.git('show', `${world.head('fix')}:src/a.txt`)).toBe('one\nzwei\nthree');
    expect(world.git('rev-parse', `${world.head('fix')}^`)).toBe(world.base);
    expect(world.head('fix')).not.toBe(first);
  });

  test("a person's commit on the branch is never overwritten", async () => {
    await deliver(patch('fix'));
    world.git('checkout', '-q', 'ghost/fix');
    const edited = world.commit({ 'src/a.txt': 'by hand\n' });
    world.git('checkout', '-q', 'main');
    expect(await deliver(patch('fix', [{ ...EDIT, replace: 'zwei' }]))).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'conflict', reason: 'branch_edited' },
    });
    expect(world.head('fix')).toBe(edited);
  });

  test.each([
    ['text that is not there', [{ ...EDIT, find: 'nowhere' }], 'not_found'],
    ['text that is there twice', [{ ...EDIT, find: 'o' }], 'ambiguous'],
    ['a file that is not there', [{ ...EDIT, path: 'src/b.txt' }], 'not_found'],
    ['a path outside the repository', [{ kind: 'write', path: '../x', content: '' }], 'outside_repository'],
    ['a protected path', [{ kind: 'write', path: '.github/workflows/x.yml', content: '' }], 'protected_path'],
    ['no changes', [], 'no_changes'],
    ['a shell command', [{ kind: 'run', command: 'rm -rf /' }], 'command_not_allowed'],
  ])('%s is refused, recorded and told, and leaves no branch', async (_, changes, code) => {
    const report = await deliver(patch('fix', changes));
    expect(report).toMatchObject({ kind: 'ended', outcome: { kind: 'refused', refusals: [{ code }] } });
    expect(world.head('fix')).toBeNull();
    expect(world.record('fix')).toMatchObject({
      state: 'done',
      outcome: { kind: 'refused' },
      slack: { channel: 'C0TEST', ts: '1.0' },
    });
    expect(world.git('show', `${recordRef('fix')}:patch.json`)).toContain('changes');
    expect(world.chat.posts).toHaveLength(1);
    expect(world.forge.statuses).toEqual([]);
  });

  test('a payload that is not JSON is refused under an anonymous id, and its text is kept', async () => {
    const report = await deliver({ patch: '{"version": 1, oops' });
    expect(report).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused', refusals: [{ code: 'malformed' }] },
    });
    const { id } = report.view.record;
    expect(id).toMatch(/^anon-[0-9a-f]{12}$/);
    expect(world.git('show', `${recordRef(id)}:patch.json`)).toContain('oops');
  });

  test('every wrong field is named at once, with its JSON pointer', async () => {
    const report = await deliver({
      id: 'fix',
      patch: { version: 2, title: 5, changes: [{ kind: 'edit', path: 1 }] },
    });
    const refusals =
      report.kind === 'ended' && report.outcome.kind === 'refused' ? report.outcome.refusals : [];
    expect(refusals.map((refusal) => refusal.pointer)).toEqual(
      expect.arrayContaining([
        '/version',
        '/title',
        '/changes/0/path',
        '/changes/0/find',
        '/changes/0/replace',
      ]),
    );
  });

  test('a patch that the base holds already is no change, which is not success', async () => {
    expect(
      await deliver(patch('fix', [{ kind: 'write', path: 'src/a.txt', content: 'one\ntwo\nthree\n' }])),
    ).toMatchObject({ kind: 'ended', outcome: { kind: 'no_change' } });
    expect(world.head('fix')).toBeNull();
  });

  test.each([
    ['an unknown base branch', { branch: 'nowhere' }, 'unknown_base'],
    ['a base commit that is not there', { sha: 'a'.repeat(40) }, 'base_not_found'],
  ])('%s is refused', async (_, base, code) => {
    expect(await deliver({ id: 'fix', patch: { version: 1, base, changes: [EDIT] } })).toMatchObject({
      outcome: { refusals: [{ code }] },
    });
  });

  test('a base branch that config allows and that does not exist is refused too', async () => {
    world.commit({ '.github/ghost-runner.yml': 'base-branches: [next]\ntest: {command: x}\n' });
    expect(
      await deliver({ id: 'fix', patch: { version: 1, base: { branch: 'next' }, changes: [EDIT] } }),
    ).toMatchObject({ outcome: { refusals: [{ code: 'unknown_base' }] } });
  });

  test('a patch for an older commit goes onto the head when its files have not changed since', async () => {
    const old = world.base;
    const newer = world.commit({ 'src/other.txt': 'beside\n' });
    const pinned = (id: string) => ({ id, patch: { version: 1, base: { sha: old }, changes: [EDIT] } });
    expect(await deliver(pinned('one'))).toMatchObject({ kind: 'applied' });
    expect(world.git('rev-parse', 'ghost/one^')).toBe(newer);
  });

  test('a repository without config, or with a bad one, is told so', async () => {
    world.commit({ '.github/ghost-runner.yml': 'nonsense: true\n' });
    expect(await deliver(patch('one'))).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ code: 'bad_config' }, { code: 'bad_config' }] },
    });
    world.git('rm', '-q', '.github/ghost-runner.yml');
    world.git('commit', '-qm', 'no config');
    expect(await deliver(patch('two'))).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ code: 'not_configured' }] },
    });
  });

  test('locked: the patch is refused, nothing is pushed, and the record keeps it', async () => {
    stop({ state: 'locked' });
    expect(await deliver(patch('fix'))).toMatchObject({
      outcome: { kind: 'halted', state: 'locked', reason: 'release' },
    });
    expect(world.head('fix')).toBeNull();
    expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'halted' } });
  });

  test('paused: the patch is held with nothing pushed, and keeps its place however often it comes', async () => {
    stop({ until: '2026-01-01T13:00:00.000Z' });
    const outcome = { kind: 'held', state: 'paused', reason: 'release', until: '2026-01-01T13:00:00.000Z' };
    expect(await deliver(patch('fix'))).toMatchObject({ kind: 'ended', outcome });
    expect(world.head('fix')).toBeNull();
    const record = world.record('fix');
    expect(record).toMatchObject({ state: 'held', outcome, attempt: 1 });
    expect(world.git('show', `${recordRef('fix')}:patch.json`)).toContain('"TWO"');
    const later = { now: () => new Date('2026-01-01T12:30:00Z') };
    await apply({ ...world.context, clock: later }, delivery(patch('fix')));
    expect(world.record('fix')).toMatchObject({ attempt: 1, receivedAt: record.receivedAt });
    const afterwards = { now: () => new Date('2026-01-01T13:00:00Z') };
    expect(await apply({ ...world.context, clock: afterwards }, delivery(patch('fix')))).toMatchObject({
      kind: 'applied',
    });
    expect(world.record('fix')).toMatchObject({ attempt: 1, receivedAt: record.receivedAt });
  });

  test('a pause of one branch or one sender holds their patches and no others', async () => {
    stop({ scope: { kind: 'branch', branch: 'main' } });
    expect(await deliver(patch('one'))).toMatchObject({ outcome: { kind: 'held' } });
    stop({ scope: { kind: 'branch', branch: 'next' } });
    expect(await deliver(patch('two'))).toMatchObject({ kind: 'applied' });
    stop({ scope: { kind: 'sender', login: 'GPT' } });
    expect(await deliver(patch('three'))).toMatchObject({ outcome: { kind: 'held' } });
    stop({ scope: { kind: 'sender', login: 'other' } });
    expect(await deliver(patch('four'))).toMatchObject({ kind: 'applied' });
  });

  test('a lock of whoever sends a patch stops it, though another one had sent the same before', async () => {
    stop({ state: 'locked' });
    await deliver(patch('fix'));
    const record = world.resolve(recordRef('fix'));
    stop({ state: 'locked', scope: { kind: 'sender', login: 'rita' } });
    for (const flags of [{}, { retry: true }, { retry: true, again: true }]) {
      const sent = { ...delivery({ ...patch('fix'), ...flags }), sender: 'rita' };
      expect(await apply(world.context, sent)).toMatchObject({ outcome: { kind: 'halted' } });
    }
    // What is on record is another one's, and stays as it was.
    expect(world.resolve(recordRef('fix'))).toBe(record);
    expect(world.head('fix')).toBeNull();
    expect(await deliver(patch('fix'))).toMatchObject({ kind: 'applied' });
  });

  test.each(['paused', 'locked'] as const)(
    'what waits on record is worked on as its own, though who only sends it on is %s',
    async (state) => {
      stop();
      await deliver(patch('fix'));
      const again = { ...delivery({ ...patch('fix'), again: true, for: ['eve'] }), sender: 'rita' };
      // Held once more by a stop of all, it does not become theirs either.
      expect(await apply(world.context, again)).toMatchObject({ outcome: { kind: 'held' } });
      const held = world.resolve(recordRef('fix')) ?? '';
      stop({ state, scope: { kind: 'sender', login: 'gpt' } });
      expect(await apply(world.context, again)).toMatchObject({ kind: 'ended' });
      expect(world.head('fix')).toBeNull();
      world.git('update-ref', recordRef('fix'), held);
      stop({ state, scope: { kind: 'sender', login: 'rita' } });
      expect(await apply(world.context, again)).toMatchObject({ kind: 'applied' });
      const { sender, sentFor, alsoSentBy } = world.record('fix');
      expect({ sender, sentFor, alsoSentBy }).toEqual({ sender: 'gpt' });
    },
  );

  test('whoever is stopped has nothing else that is on record worked on by saying that it comes from there', async () => {
    stop({ state: 'locked' });
    await deliver(patch('fix'));
    const record = world.resolve(recordRef('fix'));
    stop({ state: 'locked', scope: { kind: 'sender', login: 'rita' } });
    const again = { ...delivery({ ...patch('fix'), again: true }), sender: 'rita' };
    expect(await apply(world.context, again)).toMatchObject({ outcome: { kind: 'halted' } });
    expect(world.resolve(recordRef('fix'))).toBe(record);
    expect(world.head('fix')).toBeNull();
  });

  test('a pause of whoever wants another attempt of a patch holds it until that ends too', async () => {
    stop();
    await deliver(patch('fix'));
    stop({ scope: { kind: 'sender', login: 'rita' } });
    const retry = { ...delivery({ ...patch('fix'), retry: true, again: true }), sender: 'rita' };
    expect(await apply(world.context, retry)).toMatchObject({ outcome: { kind: 'held' } });
    expect(world.record('fix')).toMatchObject({ sender: 'gpt', alsoSentBy: ['rita'] });
    stop({ scope: { kind: 'sender', login: 'other' } });
    expect(await apply(world.context, retry)).toMatchObject({ kind: 'applied' });
  });

  test('a stop of somebody for whom a patch is sent stops it, whoever says so, and nobody takes that back', async () => {
    const sent = { ...patch('fix'), for: ['rita'] };
    stop();
    await deliver(sent);
    stop({ scope: { kind: 'sender', login: 'Rita' } });
    expect(await deliver(sent)).toMatchObject({ outcome: { kind: 'held' } });
    expect(await deliver(patch('fix'))).toMatchObject({ outcome: { kind: 'held' } });
    expect(world.record('fix')).toMatchObject({ sender: 'gpt', sentFor: ['rita'] });
  });

  test('a patch that more have sent than a record has room for is sent under another id', async () => {
    stop();
    for (let index = 0; index < 13; index += 1) {
      const names = ['a', 'b', 'c', 'd'].map((letter) => `${letter}-${index}`);
      await deliver({ ...patch('fix'), for: names });
    }
    stop({ scope: { kind: 'sender', login: 'other' } });
    expect(await deliver({ ...patch('fix'), for: ['one-more'] })).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ message: expect.stringContaining('under another id') }] },
    });
    expect(await deliver({ ...patch('fix'), again: true })).toMatchObject({ kind: 'applied' });
  });

  test('a revision that comes during a pause is kept, and the branch of the former is still known as ours', async () => {
    await deliver(patch('fix'));
    const head = world.head('fix');
    stop();
    const other = { ...world.context, run: { id: 2, attempt: 1, url: '' } };
    const revision = patch('fix', [{ ...EDIT, replace: 'ZWEI' }]);
    expect(await apply(other, delivery(revision))).toMatchObject({ outcome: { kind: 'held' } });
    expect(world.head('fix')).toBe(head);
    expect(world.record('fix')).toMatchObject({ state: 'held', head });
    world.git('update-ref', CONTROL_REF, `${CONTROL_REF}^`);
    expect(await apply(other, delivery(revision))).toMatchObject({ kind: 'applied' });
    expect(world.git('show', 'ghost/fix:src/a.txt')).toContain('ZWEI');
  });

  test('what comes to nothing leaves another patch held that waits under its id', async () => {
    await deliver(patch('first'));
    stop({ reason: 'release' });
    expect(await deliver(patch('fix'))).toMatchObject({ outcome: { kind: 'held' } });
    const { digest } = world.record('fix');
    const unreadable = await apply(world.context, {
      ...delivery(patch('fix')),
      payload: { id: 'fix', patch: 'none' },
    });
    expect(unreadable).toMatchObject({ outcome: { kind: 'refused' } });
    expect(world.record('fix')).toMatchObject({ state: 'held', digest });
  });

  test('paused: what is meant for a branch that is not there is refused, for nothing would ever free it', async () => {
    await deliver(patch('first'));
    stop({ reason: 'release' });
    expect(await deliver({ ...patch('astray'), base: { branch: 'gone' } })).toMatchObject({
      outcome: { kind: 'refused', refusals: [{ code: 'unknown_base' }] },
    });
  });

  test('control that can not be read, or that is gone, means paused', async () => {
    setControl('scribble');
    expect(await deliver(patch('one'))).toMatchObject({ outcome: { kind: 'held', state: 'paused' } });
    world.git('update-ref', '-d', CONTROL_REF);
    expect(await deliver(patch('two'))).toMatchObject({ outcome: { kind: 'held', state: 'paused' } });
    expect(await deliver(patch('three'))).toMatchObject({ outcome: { kind: 'held', state: 'paused' } });
    expect(world.resolve(CONTROL_REF)).toBeNull();
    expect(world.resolve('refs/heads/ghost/*')).toBeNull();
  });

  test('a pause that comes between reading and writing stops the push', async () => {
    await deliver(patch('first'));
    const { repository } = world.context;
    let raced = false;
    const racing = {
      read: (request: Parameters<typeof repository.read>[0]) => repository.read(request),
      write: (transaction: Parameters<typeof repository.write>[0]) => {
        if (!raced) {
          raced = true;
          stop({ reason: 'now' });
        }
        return repository.write(transaction);
      },
    };
    expect(await apply({ ...world.context, repository: racing }, delivery(patch('fix')))).toMatchObject({
      outcome: { kind: 'held', state: 'paused', reason: 'now' },
    });
    expect(world.head('fix')).toBeNull();
  });

  test.each([
    ['ghost/fix/follow-up', 'other branches are named ghost/fix/…'],
    ['ghost', 'a branch is named ghost'],
  ])(
    'where the branch %s leaves git no place for that of a patch, the patch ends and says so',
    async (branch, what) => {
      world.git('branch', branch, 'main');
      const reason = expect.stringMatching(new RegExp(`${what}; rename or delete`));
      expect(await deliver(patch('fix'))).toMatchObject({
        kind: 'ended',
        outcome: { kind: 'crashed', stage: 'apply', reason },
      });
      expect(world.record('fix')).toMatchObject({ state: 'done', outcome: { kind: 'crashed', reason } });
      expect(world.chat.posts).toHaveLength(1);
      world.git('branch', '-D', branch);
      expect(await deliver(patch('fix'))).toMatchObject({ kind: 'applied' });
    },
  );

  test('what breaks where nothing is in the way is said in its own words', async () => {
    const { repository } = world.context;
    const write = async () => await Promise.reject(new Error('the disk is full'));
    const context = { ...world.context, repository: { ...repository, write } };
    await expect(apply(context, delivery(patch('fix')))).rejects.toThrow('the disk is full');
  });

  test('racing deliveries of one patch give one branch and one message; the others are duplicates', async () => {
    const reports = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        apply({ ...world.context, run: { id: index + 1, attempt: 1, url: '' } }, delivery(patch('fix'))),
      ),
    );
    const kinds = reports
      .map((report) => (report.kind === 'ended' ? report.outcome.kind : report.kind))
      .toSorted();
    expect(kinds).toEqual(['applied', 'duplicate', 'duplicate', 'duplicate', 'duplicate', 'duplicate']);
    expect(world.chat.posts).toHaveLength(1);
    expect(world.git('rev-list', '--count', 'main..ghost/fix')).toBe('1');
  });

  test('a dry run says what would be, and writes and tells nothing', async () => {
    const before = world.git('for-each-ref');
    expect(await apply(world.context, { ...delivery(patch('fix')), dryRun: true })).toMatchObject({
      kind: 'previewed',
      changes: [{ path: 'src/a.txt' }],
    });
    expect(
      await deliver({ id: 'no', patch: { version: 1, dryRun: true, changes: [{ ...EDIT, find: 'x' }] } }),
    ).toMatchObject({ kind: 'previewed', outcome: { kind: 'refused' } });
    expect(world.git('for-each-ref')).toBe(before);
    expect(world.chat.posts).toEqual([]);
  });

  test.each(['paused', 'locked'] as const)(
    'a dry run is made though everything is %s, and says so beside what it comes to',
    async (state) => {
      await deliver(patch('first'));
      stop({ state });
      const before = world.git('for-each-ref');
      const stopped = { state, reason: 'release', kind: state === 'paused' ? 'held' : 'halted' };
      const fits = await apply(world.context, { ...delivery(patch('fix')), dryRun: true });
      expect(fits).toMatchObject({ kind: 'previewed', stopped, changes: [{ path: 'src/a.txt' }] });
      expect(fits).not.toHaveProperty('outcome');
      expect(describeView(fits.view)).toMatchObject({
        headline: 'Dry run: the patch fits',
        detail: expect.stringMatching(new RegExp(`just now, for Ghost Runner is ${state}.*Reason: release.`)),
      });
      const misfit = { version: 1, dryRun: true, changes: [{ ...EDIT, find: 'x' }] };
      const refused = await deliver({ id: 'no', patch: misfit });
      expect(refused).toMatchObject({ kind: 'previewed', stopped, outcome: { kind: 'refused' } });
      expect(formatSummary(refused.view)).toContain(`for Ghost Runner is ${state}`);
      expect(world.git('for-each-ref')).toBe(before);
    },
  );

  test('a dry run during a pause says that a patch would be kept only where it would be', async () => {
    await deliver(patch('first'));
    const until = '2026-01-01T13:00:00.000Z';
    stop({ until });
    const before = world.git('for-each-ref');
    const token = ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_');
    const kinds = {
      unreadable: { version: 1, changes: [{ kind: 'edit', path: 'a' }] },
      secret: { version: 1, changes: [{ kind: 'write', path: 'docs/a.md', content: `${token}\n` }] },
      words: { version: 1, description: token, changes: [{ ...EDIT, find: 'x' }] },
      nowhere: { version: 1, base: { branch: 'nope' }, changes: [EDIT] },
      misfit: { version: 1, changes: [{ ...EDIT, find: 'x' }] },
      forbidden: {
        version: 1,
        changes: [{ kind: 'write', path: '.github/workflows/x.yml', content: 'a\n' }],
      },
    };
    const kept = 'but kept until the pause ends, at 2026-01-01 13:00 UTC. Reason: release.';
    for (const [id, change] of Object.entries(kinds)) {
      const dry = { ...delivery({ id, patch: change }), dryRun: true };
      const sent = await apply(world.context, { ...dry, beforeSending: true });
      const { detail } = describeView((await apply(world.context, dry)).view);
      const isKept = sent.view.record.outcome?.kind === 'held';
      expect({ id, isKept, told: detail.includes(kept) }).toEqual({ id, isKept, told: isKept });
      expect(detail.includes('just now')).toBe(isKept);
      expect(isKept).toBe(id === 'misfit' || id === 'forbidden');
    }
    expect(world.git('for-each-ref')).toBe(before);
  });

  test('a dry run is made where the switch is gone or can not be read, and says that nothing is worked on', async () => {
    setControl('scribble');
    const dry = { ...delivery(patch('fix')), dryRun: true };
    const reason = expect.stringContaining('can not be read');
    expect(await apply(world.context, dry)).toMatchObject({ stopped: { reason }, changes: [{}] });
    await deliver(patch('first'));
    world.git('update-ref', '-d', CONTROL_REF);
    expect(await apply(world.context, dry)).toMatchObject({
      stopped: { kind: 'held', reason: expect.stringContaining('is gone') },
      changes: [{}],
    });
  });

  test('what is tried before it is sent ends with the stop that it will meet', async () => {
    stop();
    const sent = { ...delivery(patch('fix')), dryRun: true, beforeSending: true };
    expect(await apply(world.context, sent)).toMatchObject({ outcome: { kind: 'held' }, changes: [] });
  });

  test('a dry run shows modes and moves, and whole files as new or deleted', async () => {
    world.commit({ 'run.sh': 'x\n', 'from.txt': 'y\n' });
    const diff =
      'diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n' +
      'diff --git a/from.txt b/to.txt\nsimilarity index 100%\nrename from from.txt\nrename to to.txt\n' +
      'diff --git a/new.sh b/new.sh\nnew file mode 100755\n--- /dev/null\n+++ b/new.sh\n@@ -0,0 +1,1 @@\n+z\n';
    const delivered = delivery({ id: 'modes', patch: { version: 1, changes: [{ kind: 'diff', diff }] } });
    const report = await apply(world.context, { ...delivered, dryRun: true });
    const lines = report.view.diff?.split('\n') ?? [];
    expect(lines.toSorted()).toEqual(diff.split('\n').toSorted());
  });

  test('a dry run that is refused writes nothing either, however broken it is', async () => {
    await deliver(patch('fix'));
    const before = world.git('for-each-ref');
    const broken = {
      id: 'fix',
      patch: { version: 1, dryRun: true, changes: [{ kind: 'edit', path: '../x' }] },
    };
    expect(await deliver(broken)).toMatchObject({ kind: 'previewed', outcome: { kind: 'refused' } });
    expect(world.git('for-each-ref')).toBe(before);
    expect(world.chat.posts).toHaveLength(1);
  });

  test('a refused revision does not take the record from a run that is at work', async () => {
    await deliver(patch('fix'));
    const before = world.git('for-each-ref', 'refs/heads');
    const { digest } = world.record('fix');
    const other = { ...world.context, run: { id: 2, attempt: 1, url: '' } };
    expect(await apply(other, delivery(patch('fix', [{ ...EDIT, find: 'nowhere' }])))).toMatchObject({
      kind: 'ended',
      outcome: { kind: 'refused' },
    });
    expect(world.git('for-each-ref', 'refs/heads')).toBe(before);
    expect(world.record('fix')).toMatchObject({ state: 'applied', digest, run: { id: 1 } });
  });

  test('JSON that is nested to break things is refused and kept', async () => {
    const report = await deliver({ id: 'deep', patch: '['.repeat(30_000) + ']'.repeat(30_000) });
    expect(report).toMatchObject({ outcome: { kind: 'refused', refusals: [{ code: 'malformed' }] } });
    expect(world.record('deep')).toMatchObject({ state: 'done' });
  });

  test('Slack that fails is a warning in the record, and the patch goes on', async () => {
    world.chat.failures.always = new Error('channel_not_found');
    expect(await deliver(patch('fix'))).toMatchObject({ kind: 'applied' });
    const refused = await deliver(patch('no', [{ ...EDIT, find: 'x' }]));
    expect(refused.view.record.warnings).toEqual([expect.stringContaining('channel_not_found')]);
  });

  describe('a patch by reference', () => {
    const text = JSON.stringify({ version: 1, changes: [EDIT] });

    test('is fetched, checked and applied', async () => {
      putInbox(text, sha256(text));
      expect(await deliver({ id: 'fix', ref: inboxRef(sha256(text)), sha256: sha256(text) })).toMatchObject({
        kind: 'applied',
      });
    });

    test('whose bytes are others is refused', async () => {
      putInbox(`${text} `, sha256(text));
      expect(await deliver({ id: 'fix', ref: inboxRef(sha256(text)), sha256: sha256(text) })).toMatchObject({
        outcome: { refusals: [{ code: 'digest_mismatch' }] },
      });
    });

    test('that is not there is refused', async () => {
      expect(await deliver({ id: 'fix', ref: inboxRef(sha256(text)), sha256: sha256(text) })).toMatchObject({
        outcome: { refusals: [{ code: 'reference_not_found' }] },
      });
    });
  });
});

describe('a file that is larger than a patch may change', () => {
  const path = 'large.txt';
  const bytes = 5 * 1024 * 1024 + 1;
  const refused = { code: 'too_large', path, data: { bytes, limit: bytes - 1 } };

  test('is refused with its size and the limit, whatever a patch makes of it, and may be deleted', async () => {
    world.commit({ [path]: `${'x'.repeat(bytes - 1)}\n` });
    for (const change of [
      { kind: 'edit', path, find: 'x\n', replace: 'y\n' },
      { kind: 'write', path, content: 'small\n' },
      { kind: 'move', from: path, to: 'elsewhere.txt' },
    ]) {
      expect(await deliver(patch(change.kind, [change]))).toMatchObject({
        kind: 'ended',
        outcome: { kind: 'refused', refusals: [refused] },
      });
    }
    expect(await deliver(patch('gone', [{ kind: 'delete', path }]))).toMatchObject({ kind: 'applied' });
    expect(world.git('ls-tree', '--name-only', world.head('gone') ?? '')).not.toContain(path);
    expect(world.record('gone').plan?.changes).toEqual([
      { path, action: 'delete', added: null, removed: null },
    ]);
  });

  test('does not get around a limit of lines by its size', async () => {
    const policy = 'policy: {limits: {changed-lines: {at-most: 9}}}\n';
    world.commit({
      [path]: '\n'.repeat(bytes),
      '.github/ghost-runner.yml': `test:\n  command: npm test\n${policy}`,
    });
    expect(await deliver(patch('gone', [{ kind: 'delete', path }]))).toMatchObject({
      outcome: { refusals: [{ data: { rule: 'policy.limits.changed-lines' } }] },
    });
  });

  test('is carried over by the commit that it was in, for none of it is read', async () => {
    world.commit({ [path]: 'x'.repeat(bytes) });
    const base = { sha: world.git('rev-parse', 'HEAD') };
    const deletes = [{ kind: 'delete', path }];
    const pinned = (id: string) => ({
      id,
      patch: { version: 1, title: 'Delete it', base, changes: deletes },
    });
    world.commit({ 'src/a.txt': 'another\n' });
    expect(await deliver(pinned('same'))).toMatchObject({ kind: 'applied' });
    world.commit({ [path]: 'y'.repeat(bytes) });
    expect(await deliver(pinned('other'))).toMatchObject({
      outcome: { kind: 'conflict', clashes: [{ path, was: 'file', wanted: 'absent', now: 'file' }] },
    });
  });

  test('is not taken for a patch by reference, and the refusal says how large it is', async () => {
    const text = 'x'.repeat(bytes);
    const digest = sha256(Buffer.from(text));
    putInbox(text, digest);
    expect(await deliver({ id: 'far', ref: inboxRef(digest), sha256: digest })).toMatchObject({
      outcome: { refusals: [{ code: 'too_large', pointer: '/ref', data: { bytes } }] },
    });
  });
});

function deliver(payload: unknown) {
  return apply(world.context, delivery(payload));
}

function delivery(payload: unknown): Delivery {
  return { payload, sender: 'gpt', dryRun: false };
}

function patch(id: string, changes: readonly unknown[] = [EDIT]) {
  return { id, patch: { version: 1, title: 'Fix it', changes } };
}

function stop(over: Partial<Switch> = {}): void {
  const at = '2026-01-01T00:00:00.000Z';
  const scope = { kind: 'repository' } as const;
  const switches = [{ state: 'paused', scope, reason: 'release', by: 'op', at, ...over } as const];
  setControl(formatControl({ version: 1, switches, act: { verb: 'pause', surface: 'form', by: 'op', at } }));
}

function setControl(message: string): void {
  const parent = world.resolve(CONTROL_REF);
  const parents = parent === null ? [] : ['-p', parent];
  const commit = world.git('commit-tree', ...parents, '-m', message, 'main^{tree}');
  world.git('update-ref', CONTROL_REF, commit);
}

function putInbox(text: string, digest: string): void {
  world.commit({ 'patch.json': text });
  world.git('update-ref', inboxRef(digest), 'HEAD');
  world.git('reset', '-q', '--hard', 'HEAD^');
}
