import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GOOD } from '../../../src/local/sample/patches.ts';
import {
  appEvent,
  formatRequest,
  sendInteraction,
  slashCommand,
} from '../../../src/local/slack/interaction.ts';
import type { LocalMessage } from '../../../src/local/slack/message.ts';
import { LOCAL_CHANNEL } from '../../../src/local/slack/server.ts';
import {
  ADA,
  BEN,
  buttonsOf,
  createSlackWorld,
  EVE,
  SECRET_REPOSITORY,
  SHOP_REPOSITORY,
  SIGNING_SECRET,
  type SlackWorld,
  until,
} from './world.ts';

let world: SlackWorld;
beforeAll(async () => {
  world = await createSlackWorld();
}, 60_000);
afterAll(() => world.close());

function say(person: typeof ADA, text: string, channel?: string): Promise<string> {
  const { people } = world.sandbox.slack;
  return world.answerTo(person, () =>
    people.command({ person, text, ...(channel === undefined ? {} : { channel }) }),
  );
}

function press(person: typeof ADA, id: string, action: string, message = world.message(id)): Promise<string> {
  const { people } = world.sandbox.slack;
  return world.answerTo(person, () => people.press({ person, message, action: `ghost.${action}` }));
}

async function sendPatch(id: string): Promise<void> {
  const { sandbox } = world;
  await sandbox.send(SHOP_REPOSITORY, { id, patch: { ...GOOD.patch, title: `Patch <!channel> ${id}` } });
  await allRuns();
}

async function reply(ts: string): Promise<string> {
  return await until(() => {
    const [first] = world.sandbox.slack.replies(ts);
    return first === undefined ? undefined : JSON.stringify(first.content.blocks);
  });
}

async function allRuns(): Promise<void> {
  await world.sandbox.idle();
}

describe('/ghost', () => {
  test('is acknowledged at once, and answered to who asked alone', async () => {
    const { people } = world.sandbox.slack;
    const answer = world.answerTo(ADA, async () => {
      expect(await people.command({ person: ADA, text: 'whoami' })).toMatchObject({ ok: true });
    });
    expect(await answer).toMatch(/ada.*operator/);
  });

  test('does what GitHub lets this person do, and says who did it in the log', async () => {
    expect(await say(ADA, 'pause having lunch')).toContain('pause: done');
    expect(await say(EVE, 'status')).toContain('having lunch');
    expect(await say(ADA, 'resume')).toContain('resume: done');
    expect(await say(EVE, 'audit')).toMatch(/resume.*ada|ada.*resume/s);
  });

  test('lets a person without a login look and nothing else, and says what to do', async () => {
    const answer = await say(EVE, 'pause');
    expect(answer).toContain('pause: refused');
    expect(answer).toContain(`have ${EVE.id} added to control.slack-users`);
  });

  test('a request that was recorded and is sent again does nothing', async () => {
    const { url } = world.sandbox.slack;
    const given = { person: ADA, channel: LOCAL_CHANNEL.id, responseUrl: `${url}/answers/nobody` };
    const signing = { secret: SIGNING_SECRET, timestamp: Math.floor(Date.now() / 1000) };
    const command = slashCommand({ ...given, command: '/ghost', text: 'pause as recorded' });
    const request = formatRequest(command, signing);
    const send = () => sendInteraction(`${world.url}/slack/commands`, request);
    expect((await send()).status).toBe(200);
    let told = '';
    while (!told.includes('as recorded')) {
      told = await say(EVE, 'status');
    }
    expect(await say(ADA, 'resume')).toContain('resume: done');
    expect((await send()).status).toBe(200);
    // Longer than it took before.
    expect(await say(ADA, 'audit')).toContain('as recorded');
    expect(await say(ADA, 'status')).not.toContain('as recorded');
  });

  test('a role is asked of GitHub each time', async () => {
    expect(await say(BEN, 'lock')).toContain('needs the role operator');
  });

  test('what can not be read is answered with what to write', async () => {
    expect(await say(ADA, 'puase')).toContain('pause');
    expect(await say(ADA, '')).toContain('/ghost');
  });

  test('in another channel it is about the repository that knows the person, or that they name', async () => {
    expect(await say(ADA, 'whoami', 'C0OTHER001')).toContain('operator');
    expect(await say(ADA, `${SHOP_REPOSITORY} whoami`, 'C0OTHER001')).toContain('operator');
    expect(await say(EVE, 'status', 'C0OTHER001')).toContain('No repository is told of in this channel');
  });

  test('what has to be confirmed names the repository that was named before', async () => {
    const other = 'C0OTHER001';
    expect(await say(ADA, `${SHOP_REPOSITORY} lock from @shop-gpt a try`, other)).toContain('lock: done');
    const refused = await say(ADA, `${SHOP_REPOSITORY} unlock from @shop-gpt`, other);
    expect(refused).toContain(`${SHOP_REPOSITORY} unlock from @shop-gpt confirm`);
    expect(await say(ADA, 'unlock from @shop-gpt')).toMatch(
      /confirm with .{0,9}unlock from @shop-gpt confirm/,
    );
    expect(await say(ADA, `${SHOP_REPOSITORY} unlock from @shop-gpt confirm`, other)).toContain(
      'unlock: done',
    );
  });

  test('a repository of another channel is not even known to be there', async () => {
    const [there, nowhere] = [
      await say(ADA, `${SECRET_REPOSITORY} status`),
      await say(ADA, 'acme/nothing status'),
    ];
    expect(there.replace(SECRET_REPOSITORY, '')).toBe(nowhere.replace('acme/nothing', ''));
  });

  test('an answer that Slack is too busy for is sent when it may be', async () => {
    world.sandbox.slack.inject({ kind: 'rate_limited', method: 'response_url', retryAfterSeconds: 1 });
    expect(await say(ADA, 'whoami')).toContain('operator');
  });
});

describe('the assistant', () => {
  test('understands what slash commands understand, and answers in the thread', async () => {
    const { people } = world.sandbox.slack;
    const { ok, ts } = await people.write({ person: ADA, text: 'whoami' });
    expect(ok).toBe(true);
    expect(await reply(ts)).toMatch(/ada.*operator/);
    const { ts: unread } = await people.write({ person: ADA, text: 'please pause' });
    expect(await reply(unread)).toContain('please');
  });

  test('an event that comes twice is done once', async () => {
    const event = { type: 'message', channel_type: 'im', user: ADA.id, text: 'whoami' };
    const { ts } = await world.sandbox.slack.people.write({ person: ADA, text: 'help' });
    const channel = `D${ADA.id.slice(1)}`;
    await reply(ts);
    const signing = { secret: SIGNING_SECRET, timestamp: Math.floor(Date.now() / 1000) };
    const request = formatRequest(appEvent({ ...event, channel, ts }, 'Ev-twice'), signing);
    for (const _ of ['once', 'twice']) {
      const answer = await sendInteraction(`${world.url}/slack/events`, request);
      expect([answer.status, await answer.text()]).toEqual([200, '']);
    }
    await until(() => (world.sandbox.slack.replies(ts).length === 2 ? true : undefined));
    await say(ADA, 'whoami');
    expect(world.sandbox.slack.replies(ts)).toHaveLength(2);
  });

  test('offers what can be written', async () => {
    const { people, requests } = world.sandbox.slack;
    expect(await people.openAssistant(EVE)).toMatchObject({ ok: true });
    const method = 'assistant.threads.setSuggestedPrompts';
    const call = await until(() => requests.find((one) => one.method === method));
    expect(call).toMatchObject({ status: 200 });
    expect(call.error).toBeUndefined();
  });
});

describe('the buttons of a message', () => {
  beforeAll(() => sendPatch('first'), 60_000);

  test('are those that make sense, and nothing in a title calls anybody', () => {
    expect(world.buttons('first')).toEqual(['View pull request', 'Approve', 'Reject', 'Details']);
    expect(world.message('first').content.text).toContain('Patch &lt;!channel&gt; first');
  });

  test('a press by somebody who may not is refused, to them alone', async () => {
    const replies = world.sandbox.slack.replies(world.message('first').ts).length;
    expect(await press(EVE, 'first', 'approve')).toContain('approve: refused');
    expect(world.sandbox.slack.replies(world.message('first').ts)).toHaveLength(replies);
    expect(world.buttons('first')).toContain('Approve');
  });

  test('details come into the thread', async () => {
    const message = world.message('first');
    await world.sandbox.slack.people.press({ person: EVE, message, action: 'ghost.details' });
    const [reply] = await until(() => {
      const replies = world.sandbox.slack.replies(message.ts);
      return replies.length === 0 ? undefined : replies;
    });
    expect(JSON.stringify(reply?.content.blocks)).toContain('src/');
    expect(JSON.stringify(reply?.content)).not.toContain('<!channel>');
  });

  describe('of which somebody made one with the token of the bot', () => {
    const naming = (repository: string): LocalMessage =>
      JSON.parse(JSON.stringify(world.message('first')).replaceAll(SHOP_REPOSITORY, repository));
    const elsewhere = (): LocalMessage => ({ ...world.message('first'), channel: 'C0OTHER001' });

    test.each(['details', 'approve'])(
      '%s of a repository of another channel does not even know it',
      async (action) => {
        const replies = world.sandbox.slack.replies(world.message('first').ts).length;
        const [there, nowhere] = [
          await press(EVE, 'first', action, naming(SECRET_REPOSITORY)),
          await press(EVE, 'first', action, naming('acme/nothing')),
        ];
        expect(there.replace(SECRET_REPOSITORY, '')).toBe(nowhere.replace('acme/nothing', ''));
        expect(world.sandbox.slack.replies(world.message('first').ts)).toHaveLength(replies);
      },
    );

    test('details are for who may look on GitHub, as the status is', async () => {
      const needs = 'needs the role viewer';
      expect(await press(BEN, 'first', 'details', naming(SECRET_REPOSITORY))).toContain(needs);
      expect(await say(BEN, `${SECRET_REPOSITORY} status`)).toContain(needs);
    });

    test('details in another channel are for the person alone whom the repository knows', async () => {
      expect(await press(ADA, 'first', 'details', elsewhere())).toContain('src/');
      expect(await press(EVE, 'first', 'details', elsewhere())).toContain('No repository acme/shop');
    });
  });

  test('details come into the thread of the own message of a patch, whatever channel the config names', async () => {
    const { github, slack } = world.sandbox;
    const config = '.github/ghost-runner.yml';
    const before = `${await github.git(SHOP_REPOSITORY, 'show', `main:${config}`)}\n`;
    const push = (text: string) => github.person('ada', SHOP_REPOSITORY).push('main', { [config]: text });
    await push(before.replace(LOCAL_CHANNEL.id, 'C0MOVED001'));
    const message = world.message('first');
    const replies = slack.replies(message.ts).length;
    await slack.people.press({ person: EVE, message, action: 'ghost.details' });
    await until(() => (slack.replies(message.ts).length > replies ? true : undefined));
    await push(before);
    await allRuns();
  });

  test('one that can not be read is answered with what to do instead', async () => {
    const other = JSON.parse(
      JSON.stringify(world.message('first')).replaceAll('ghost.details', 'ghost.explode'),
    );
    expect(await press(ADA, 'first', 'explode', other)).toContain('Nothing was done');
  });

  test('one that only opens a page does nothing', async () => {
    const { people } = world.sandbox.slack;
    const answer = await people.press({ person: ADA, message: world.message('first'), action: 'ghost.view' });
    expect(answer).toMatchObject({ ok: true });
  });

  test('an approval is done, told in the thread, and takes its button away', async () => {
    const before = world.message('first');
    expect(await press(BEN, 'first', 'approve')).toContain('approve: done');
    expect(world.buttons('first')).toEqual(['View pull request', 'Reject', 'Details']);
    const thread = JSON.stringify(world.sandbox.slack.replies(before.ts).map(({ content }) => content.text));
    expect(thread).toContain('approve: done, asked for by ben');
  });

  test('a press on what a message showed before another attempt is told that it was not meant', async () => {
    const before = world.message('first');
    expect(await say(BEN, 'retry first')).toContain('retry: done');
    await allRuns();
    const late = await press(BEN, 'first', 'reject', before);
    expect(late).toContain('has changed since');
    expect(buttonsOf(world.message('first'))).toContain('Reject');
  }, 60_000);

  test('an approval that was given elsewhere takes the button away too', async () => {
    expect(world.buttons('first')).toContain('Approve');
    expect(await say(BEN, 'approve first')).toContain('approve: done');
    await until(() => (world.buttons('first').includes('Approve') ? undefined : true));
    expect(await press(BEN, 'first', 'reject')).toContain('reject: done');
    expect(world.buttons('first')).toEqual(['View pull request', 'Details']);
  });
});

// Last, because the server leaves a repository in peace for a while after GitHub has failed it.
describe('while GitHub is in trouble', () => {
  test('what breaks on the way is told', async () => {
    world.sandbox.github.faults.add({ match: { route: 'GraphQL' }, fault: { kind: 'status', status: 502 } });
    expect(await say(ADA, 'status')).toMatch(/GitHub|came to its end|did not/);
    world.sandbox.github.faults.clear();
  });
});
