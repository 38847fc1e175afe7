import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseCommand } from '../../../src/control/command.ts';
import type { OutcomeKind } from '../../../src/record/outcome.ts';
import { answerComment } from '../../../src/stages/control/comment.ts';
import type { ControlContext } from '../../../src/stages/control/context.ts';
import { execute } from '../../../src/stages/control/execute.ts';
import { EDIT, openWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let began: Date;
beforeEach(async () => {
  began = new Date();
  world = await openWorld();
});
afterEach(() => world.close());

const FOREVER = () => new Promise<never>(() => {});
const ONCE = expect.stringContaining('is not done once more');
const HOUR_MS = 3_600_000;

/** The same form each time, as whoever runs it once more does. */
async function ask(line: string, context: ControlContext = world.context) {
  const parsed = parseCommand(line);
  if (!parsed.ok) {
    throw new Error(parsed.problem);
  }
  const { command } = parsed;
  const more = { origin: 'run 7', again: true, askedAt: began };
  return execute(context, { command, surface: 'form', actor: 'rita', ...more });
}

/** The same comment each time, as each server on a store does that finds it unanswered. */
async function writeGreeting(): Promise<(context?: ControlContext) => ReturnType<typeof answerComment>> {
  const body =
    '/ghost apply id=foo\n\nGreet\n\n```diff\n--- a/src/a.txt\n+++ b/src/a.txt\n@@ -2,1 +2,1 @@\n-two\n+TWO\n```\n';
  await world.deliver('zero', {}, [{ kind: 'edit', path: 'src/b.txt', find: 'b\n', replace: 'B\n' }]);
  const number = 1;
  const id = await world.person('rita').comment(number, body);
  const comment = { id, number, author: 'rita', body, createdAt: new Date(), answerer: 'acme' };
  return async (context = world.context) => await answerComment(context, comment);
}

/** Dies when it is to send something, or to close a pull request: that stands in the log by then, and is not done. */
function dyingBefore(): ControlContext {
  const { runs, conversation } = world.context;
  return {
    ...world.context,
    runs: { ...runs, dispatch: FOREVER },
    conversation: { ...conversation, closePullRequest: FOREVER },
  };
}

/** Dies when that is done, before it has seen anything of it. */
function dyingAfter(): ControlContext {
  const { runs, conversation } = world.context;
  return {
    ...world.context,
    runs: {
      ...runs,
      dispatch: async (payload) => {
        await runs.dispatch(payload);
        return FOREVER();
      },
    },
    conversation: {
      ...conversation,
      closePullRequest: async (number) => {
        await conversation.closePullRequest(number);
        return FOREVER();
      },
    },
  };
}

/** Dies when the record says so, before the log does. */
function dyingOnceIs(kind: OutcomeKind): ControlContext {
  const { repository } = world.context;
  const write: typeof repository.write = async (transaction) => {
    const written = await repository.write(transaction);
    return (await world.record('foo')).outcome?.kind === kind ? FOREVER() : written;
  };
  return { ...world.context, repository: { ...repository, write } };
}

async function untilEntered(verb: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await world.acts()).some((act) => act.verb === verb)) {
      return;
    }
    await delay(10);
  }
  throw new Error(`the log says nothing of ${verb}`);
}

async function pulls() {
  const { pullRequests } = await world.github.snapshot(REPOSITORY);
  return pullRequests.map(({ number, state }) => `#${number} ${state}`);
}

describe('a patch in a comment that is answered once more', () => {
  test('stays cancelled, though whoever sent it died before the answer', async () => {
    const answer = await writeGreeting();
    world.pipeline.tests = 'hang';
    void answer(dyingAfter());
    await world.until('foo', ({ state }) => state === 'applied');
    expect(await world.command('bob', 'cancel foo')).toMatchObject({ done: 'done' });
    world.pipeline.tests = 'passed';
    const report = await answer();
    expect(report).toMatchObject({ done: 'unchanged', sentence: ONCE });
    expect(report?.sentence).toContain('foo: Canceled. bob canceled the run');
    expect(await world.record('foo')).toMatchObject({ attempt: 1, outcome: { kind: 'canceled' } });
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('is waited for where its tests go on, as whoever sent it did', async () => {
    const answer = await writeGreeting();
    world.pipeline.tests = 'hang';
    void answer(dyingAfter());
    await world.until('foo', ({ state }) => state === 'applied');
    const report = answer();
    await delay(100);
    world.pipeline.release();
    expect(await report).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('foo: Tests passed; pull request #2 opened.'),
      observed: [{ name: 'foo', state: 'opened' }, { name: '#2' }],
    });
  });

  test('is sent where whoever was to send it died before that', async () => {
    const answer = await writeGreeting();
    void answer(dyingBefore());
    await untilEntered('apply');
    expect(await answer()).toMatchObject({
      done: 'done',
      sentence: expect.stringContaining('pull request #2 opened'),
    });
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('is not sent twice where its run has only to begin', async () => {
    const answer = await writeGreeting();
    const { runs } = world.context;
    const payloads: object[] = [];
    const dispatch = async (payload: object) => void payloads.push(payload);
    void answer({ ...world.context, runs: { ...runs, dispatch }, wait: FOREVER });
    await untilEntered('apply');
    let waited = 0;
    const wait = async (seconds: number) => {
      waited += seconds;
      if (waited > 30) {
        await Promise.all(payloads.splice(0).map((payload) => runs.dispatch({ ...payload })));
      }
      await world.context.wait(seconds);
    };
    expect(await answer({ ...world.context, wait })).toMatchObject({ done: 'unchanged', sentence: ONCE });
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('takes no place of a revision that came after it', async () => {
    const answer = await writeGreeting();
    expect(await answer()).toMatchObject({ done: 'done' });
    forgetReply();
    await world.deliver('foo', { title: 'Greet them all' }, [{ ...EDIT, replace: 'ALL\n' }]);
    const revised = await world.record('foo');
    expect(await answer()).toMatchObject({
      done: 'unchanged',
      sentence: expect.stringContaining('Something else came as foo since; look at it as it is now. Write'),
    });
    expect(await world.record('foo')).toEqual(revised);
  });

  test('is not sent a day later where no run has taken it up', async () => {
    const answer = await writeGreeting();
    void answer(dyingBefore());
    await untilEntered('apply');
    world.clock.ahead = 25 * HOUR_MS;
    expect(await answer()).toMatchObject({
      done: 'refused',
      sentence: expect.stringMatching(/no run has taken it up.* Write it in a new comment/),
    });
    expect(world.pipeline.runs()).toHaveLength(1);
  });

  /** As if GitHub had not taken it. */
  function forgetReply(): void {
    world.github.repository(REPOSITORY).pulls.get(1)?.comments.splice(1);
  }
});

describe('a revert that is asked for once more by the same form', () => {
  beforeEach(async () => {
    await world.deliver('one');
    await world.person('ada').merge(1, 'merge');
  });

  test('is not sent under another name where somebody has rejected it', async () => {
    expect(await ask('revert one')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.command('bob', 'reject revert-one we keep it')).toMatchObject({ done: 'done' });
    const report = await ask('revert one');
    expect(report).toMatchObject({ done: 'unchanged', sentence: ONCE });
    expect(report.sentence).toContain('bob closed it. Reason: we keep it.');
    expect(await world.refs('refs/ghost/patches/')).toHaveLength(2);
  });

  test('is sent where whoever was to send it died before that', async () => {
    void ask('revert one', dyingBefore());
    await untilEntered('revert');
    expect(await ask('revert one')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('revert-one')).toMatchObject({ attempt: 1, outcome: { kind: 'opened' } });
  });

  test('takes no other name where somebody has closed what had it, before it was sent once more', async () => {
    world.pipeline.tests = 'failed';
    expect(await world.command('ada', 'revert one')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('revert-one')).toMatchObject({ outcome: { kind: 'tests_failed' } });
    void ask('revert one', dyingBefore());
    await untilEntered('revert');
    expect(await world.command('bob', 'reject revert-one we keep it')).toMatchObject({ done: 'done' });
    expect(await ask('revert one')).toMatchObject({ done: 'refused' });
    expect(await world.refs('refs/ghost/patches/')).toHaveLength(2);
  });
});

describe('another attempt that is asked for once more by the same form', () => {
  beforeEach(() => world.deliver('foo'));

  test('is made once, though whoever sent it died before the answer', async () => {
    void ask('retry foo', dyingAfter());
    await world.until('foo', ({ attempt, outcome }) => attempt === 2 && outcome !== undefined);
    expect(await ask('retry foo')).toMatchObject({ done: 'unchanged', sentence: ONCE });
    await world.pipeline.idle();
    expect(world.pipeline.runs()).toHaveLength(2);
  });

  test('is made where whoever was to send it died before that', async () => {
    void ask('retry foo', dyingBefore());
    await untilEntered('retry');
    expect(await ask('retry foo')).toMatchObject({ done: 'done' });
    await world.pipeline.idle();
    expect(await world.record('foo')).toMatchObject({ attempt: 2, outcome: { kind: 'updated' } });
  });
});

describe('a rejection that is asked for once more by the same form', () => {
  beforeEach(() => world.deliver('foo'));

  test('closes nothing that a person has opened again', async () => {
    void ask('reject foo not now', dyingOnceIs('closed'));
    await world.until('foo', ({ outcome }) => outcome?.kind === 'closed');
    await world.person('bob').reopen(1);
    const report = await ask('reject foo not now');
    expect(report).toMatchObject({ done: 'unchanged', sentence: ONCE });
    expect(report.sentence).toContain('was opened again since, and stays open. Write');
    expect(await pulls()).toEqual(['#1 open']);
  });

  test('is brought to its end where whoever was to close it died before that', async () => {
    void ask('reject foo not now', dyingBefore());
    await untilEntered('reject');
    expect(await ask('reject foo not now')).toMatchObject({ done: 'done' });
    expect(await pulls()).toEqual(['#1 closed']);
  });
});

test('a cancellation that was not confirmed is gone on with by the same form', async () => {
  world.pipeline.tests = 'hang';
  await world.send('foo');
  await world.until('foo', ({ state }) => state === 'applied');
  const runs = { ...world.context.runs, get: async () => Promise.reject(new Error('GitHub is away')) };
  expect(await ask('cancel foo', { ...world.context, runs })).toMatchObject({ done: 'unconfirmed' });
  expect(await ask('cancel foo')).toMatchObject({ done: 'done' });
  expect(await world.record('foo')).toMatchObject({ outcome: { kind: 'canceled', by: 'rita' } });
});

test('a cancellation that is asked for once more by the same form leaves the attempt that came since', async () => {
  world.pipeline.tests = 'hang';
  await world.send('foo');
  await world.until('foo', ({ state }) => state === 'applied');
  void ask('cancel foo', dyingOnceIs('canceled'));
  await world.until('foo', ({ outcome }) => outcome?.kind === 'canceled');
  expect(await world.command('bob', 'retry foo')).toMatchObject({ done: 'done' });
  const report = await ask('cancel foo');
  expect(report).toMatchObject({ done: 'unchanged', sentence: ONCE });
  expect(await world.record('foo')).toMatchObject({ attempt: 2, state: 'applied' });
  expect(await world.command('rita', 'cancel foo')).toMatchObject({ done: 'done' });
});
