import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startServer } from '../../src/app/server.ts';
import { createTarget } from '../../src/app/target.ts';
import { type CommentPlace, readCommentPatch } from '../../src/control/comment-patch.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { apply } from '../../src/stages/apply.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { sendComment } from './comment-webhook.ts';
import { APP_FILE, createWorld, REPOSITORY, type World } from './world.ts';

let world: World;
let issue: number;
beforeAll(async () => {
  world = await createWorld();
  world.github.setRole(REPOSITORY, 'rita', 'write');
  world.github.setRole(REPOSITORY, 'ada', 'maintain');
  const { conversation } = target().control;
  issue = (await conversation.openIssue({ title: 'Add a note', body: '', labels: [] })).number;
});
afterAll(() => world.close());
afterEach(() => world.github.faults.clear());

function target() {
  const { github } = world;
  const login = 'acme';
  const token = github.createToken({ login, permissions: APP_FILE.default_permissions });
  const { apiUrl, url: serverUrl } = github;
  return createTarget({
    compute: createCompute(createSecretScanner()),
    repository: REPOSITORY,
    token,
    login,
    apiUrl,
    serverUrl,
    clock: { now: () => new Date() },
  });
}

function written(verb: string, file: string): string {
  const patch = { version: 1, changes: [{ kind: 'write', path: file, content: 'a note\n' }] };
  return `/ghost ${verb}\r\n\r\n\`\`\`json\r\n${JSON.stringify(patch)}\r\n\`\`\`\r\n`;
}

const comments = () => world.github.repository(REPOSITORY).issues.get(issue)?.comments ?? [];
const replies = (id: number) =>
  comments()
    .map(({ body }) => body)
    .filter((body) => body.includes(`reply to ${id} -->`));
const reactions = (id: number) =>
  comments()
    .find((comment) => comment.id === id)
    ?.reactions.map(({ user, content }) => `${user.login} ${content}`);

async function until<Value>(look: () => Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 500; tries += 1) {
    const seen = look();
    if (seen !== undefined) {
      return seen;
    }
    await delay(20);
  }
  throw new Error('it did not happen');
}

/** Writes a comment, waits until it is done with, and gives its id and the reply. */
async function say(body: string): Promise<{ readonly id: number; readonly reply: string }> {
  const id = await world.github.person('rita', REPOSITORY).comment(issue, body);
  await until(() => (reactions(id)?.length === 2 ? true : undefined));
  return { id, reply: replies(id).join('') };
}

/** The webhook of a comment, as GitHub sends it once more. */
function deliver(id: number, body: string, at = world.server().url): Promise<number> {
  return sendComment(at, { id, issue, author: 'rita', body });
}

describe('a comment, where no workflow answers it', () => {
  test('is answered with what its patch would change', async () => {
    const { id, reply } = await say(written('preview', 'docs/note.md'));
    expect(reply).toContain('would change one file');
    expect(reactions(id)).toEqual(['ghost-runner[bot] eyes', 'ghost-runner[bot] rocket']);
    expect(world.dispatches()).toBe(0);
  });

  test('is answered with why its patch does not fit', async () => {
    const { id, reply } = await say(written('apply', '.github/workflows/ci.yml'));
    expect(reply).toContain('refused');
    expect(reactions(id)).toEqual(['ghost-runner[bot] eyes', 'ghost-runner[bot] confused']);
    expect(world.dispatches()).toBe(0);
  });

  test('may hold any command', async () => {
    expect((await say('/ghost whoami')).reply).toContain('reviewer');
  });

  test('is none of ours without a command, or from somebody who may not', async () => {
    const { github } = world;
    const chat = await github.person('rita', REPOSITORY).comment(issue, 'Nice work');
    const outside = await github.person('mallory', REPOSITORY).comment(issue, written('apply', 'x.txt'));
    await until(() => (reactions(outside)?.length === 1 ? true : undefined));
    await github.settled();
    expect([reactions(chat), reactions(outside)]).toEqual([[], ['ghost-runner[bot] confused']]);
    expect([...replies(chat), ...replies(outside)]).toEqual([]);
  });

  test('that could not be answered is tried again until it is, and nobody has to send it again', async () => {
    const { github } = world;
    github.faults.add({ match: { route: NEW_COMMENT }, times: 2, fault: { kind: 'status', status: 403 } });
    const { id } = await say('/ghost whoami please');
    expect(replies(id)).toHaveLength(1);
    expect(await deliver(id, '/ghost whoami please')).toBe(200);
    await github.settled();
    expect(replies(id)).toHaveLength(1);
  });

  test('is answered once by two servers that hear of it at the same moment, also where one fails', async () => {
    const { github, settings } = world;
    const other = await startServer({ ...settings, port: 0 });
    const lose = () => github.faults.loseWebhooks({ event: 'issue_comment', times: 1 });
    const both = async (body: string) => {
      lose();
      const id = await github.person('rita', REPOSITORY).comment(issue, body);
      await github.settled();
      expect(await Promise.all([deliver(id, body), deliver(id, body, other.url)])).toEqual([200, 200]);
      await until(() => (reactions(id)?.length === 2 ? true : undefined));
      return replies(id).length;
    };
    expect(await both('/ghost whoami both')).toBe(1);
    github.faults.add({ match: { route: NEW_COMMENT }, times: 1, fault: { kind: 'status', status: 403 } });
    expect(await both('/ghost whoami again')).toBe(1);
    await other.stop();
  });

  test('is answered before the server ends, with what is known by then', async () => {
    const before = world.dispatches();
    const id = await world.github.person('rita', REPOSITORY).comment(issue, written('apply', 'docs/late.md'));
    await until(() => (world.dispatches() > before ? true : undefined));
    await world.restart();
    expect(replies(id)).toEqual([expect.stringContaining('no run has taken it up yet')]);
  });

  test('has its patch dispatched once, however often it comes, and is told what became of it', async () => {
    const { github } = world;
    const before = world.dispatches();
    const pause = await github.person('ada', REPOSITORY).comment(issue, '/ghost pause a look');
    expect(await until(() => replies(pause)[0])).toContain('pause: done');
    const body = written('apply', 'docs/held.md');
    const id = await github.person('rita', REPOSITORY).comment(issue, body);
    // While it is worked on, and not yet answered.
    await until(() => (world.dispatches() > before ? true : undefined));
    expect(await deliver(id, body)).toBe(200);
    await run(id, body);
    expect(await until(() => replies(id)[0])).toContain('Held');
    expect(await deliver(id, body)).toBe(200);
    expect(await deliver(id, body.replace('a note', 'another one'))).toBe(200);
    expect(world.dispatches()).toBe(before + 1);
    expect(replies(id)).toHaveLength(1);
  });
});

test('a comment is left to the workflow, where there is one', async () => {
  await world.github
    .person('ada', REPOSITORY)
    .push('main', { '.github/workflows/ghost-command.yml': 'on: issue_comment\njobs: {}\n' });
  const body = written('preview', 'docs/note.md');
  const id = await world.github.person('rita', REPOSITORY).comment(issue, body);
  await world.github.settled();
  expect(await deliver(id, body)).toBe(200);
  expect(reactions(id)).toEqual([]);
  expect(replies(id)).toEqual([]);
});

const NEW_COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

/** What a run does with a patch that was dispatched. */
async function run(id: number, body: string): Promise<void> {
  const url = `${world.github.url}/${REPOSITORY}/issues/${issue}#issuecomment-${id}`;
  const place: CommentPlace = { id, url, author: 'rita', title: 'Add a note' };
  const read = readCommentPatch(body, place);
  if (read?.ok !== true) {
    throw new Error('this is no patch');
  }
  const { payload } = read.command;
  await apply(target().context, { payload, sender: 'ghost-runner[bot]', dryRun: false });
}
