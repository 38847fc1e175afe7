import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeToken } from '../../src/app/sender-token.ts';
import { formatControl } from '../../src/control/control.ts';
import type { Switch } from '../../src/control/switches.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { FAILING, GOOD, MISFIT } from '../../src/local/sample/patches.ts';
import { createVisitor, type Visitor } from './dashboard-visitor.ts';
import {
  createDashboardWorld,
  type DashboardWorld,
  OPERATOR,
  OTHER_REPOSITORY,
  SECRET_REPOSITORY,
  SHOP_REPOSITORY,
} from './dashboard-world.ts';
import { writeRecord } from './records.ts';

/** What a model may send as a title. */
const HOSTILE = `</script><img src=x onerror="document.title='taken'"> \u202Eesrever ${'long '.repeat(20)}`;

let world: DashboardWorld;
let ada: Visitor;

beforeAll(async () => {
  world = await createDashboardWorld();
  await world.send(SHOP_REPOSITORY, GOOD);
  await world.send(SHOP_REPOSITORY, FAILING);
  await world.send(SHOP_REPOSITORY, { id: 'hostile', patch: { ...GOOD.patch, title: HOSTILE } });
  await world.send(SHOP_REPOSITORY, MISFIT);
  await world.send(SECRET_REPOSITORY, { ...GOOD, id: 'nobody-sees-this' });
  await world.sandbox.idle();
  // A second patch in one shop makes a conflict or a pull request of its own; either is shown.
  await world.sandbox.send(SHOP_REPOSITORY, { ...MISFIT, id: 'refused-there' });
  await world.sandbox.idle();
  ada = createVisitor(world.server.url);
  await ada.get(world.server.makeSignInUrl() ?? '');
  // Looking at a patch brings the index up to date, as a webhook would.
  for (const id of ['cart-quantities', 'discount-floor', 'hostile']) {
    await ada.get(`/patches/${SHOP_REPOSITORY}/${id}`);
  }
  // What came straight through GitHub is found by the server's next look there, and counted a moment later.
  await until(async () => {
    const { text } = await ada.get('/');
    return text.includes('<dt>Refused</dt><dd>2</dd>') && !text.includes('badge busy');
  });
});

afterAll(() => world.close());

/** Puts a patch into the index that nobody works on. */
async function adopt(repository: string, id: string): Promise<void> {
  const store = await openSqliteStore(world.settings.store);
  const patch = { repository, id, digest: 'a'.repeat(64), title: id, sender: 'shop-gpt' };
  await store.board.adopt({ ...patch, receivedAt: new Date().toISOString() });
  await store.close();
}

const AT = '2026-01-02T03:04:05.000Z';

/** Moves the switches of the shop, past its server. */
async function stop(switches: readonly Switch[]): Promise<void> {
  const { github } = world.sandbox;
  const act = { verb: 'lock', surface: 'cli', by: OPERATOR, at: AT } as const;
  const ref = 'refs/ghost/control';
  const message = formatControl({ version: 1, switches, act });
  const made = await github.git(
    SHOP_REPOSITORY,
    '-c',
    'user.name=ada',
    '-c',
    'user.email=ada@example.org',
    'commit-tree',
    `${ref}^{tree}`,
    '-p',
    ref,
    '-m',
    message,
  );
  await github.git(SHOP_REPOSITORY, 'update-ref', ref, made.trim());
}

describe('who did not sign in', () => {
  test.each([
    '/',
    '/?repository=acme/shop',
    `/patches/${SHOP_REPOSITORY}/cart-quantities`,
    '/dashboard/changes',
  ])('sees nothing at %s', async (path) => {
    const { status, text } = await createVisitor(world.server.url).get(path);
    expect(status).toBe(401);
    expect(text).not.toMatch(/acme\/shop|quantities/);
  });

  test('can press no button, and a cookie of somebody else’s making is nothing', async () => {
    const nobody = createVisitor(world.server.url);
    const token = await ada.formToken();
    expect((await nobody.post(`/control/${SHOP_REPOSITORY}`, { action: 'pause', token })).status).toBe(401);
    const [name = '', cookie = ''] = [...ada.cookies][0] ?? [];
    const [text = '', signature = ''] = decodeURIComponent(cookie).split('.');
    const session = Buffer.from(text, 'base64url').toString();
    expect(session).toContain(`"login":"${OPERATOR}"`);
    const forged = Buffer.from(session.replace(OPERATOR, 'acme')).toString('base64url');
    nobody.cookies.set(name, encodeURIComponent(`${forged}.${signature}`));
    expect((await nobody.get('/')).status).toBe(401);
  });

  test('can use a link once, and none that nobody made', async () => {
    const link = world.server.makeSignInUrl() ?? '';
    const [first, late, other] = [0, 1, 2].map(() => createVisitor(world.server.url));
    expect((await first?.get(link))?.status).toBe(303);
    expect((await late?.get(link))?.status).toBe(401);
    expect((await other?.get('/sign-in/local?key='))?.status).toBe(401);
    expect([first?.cookies.size, late?.cookies.size, other?.cookies.size]).toEqual([1, 0, 0]);
  });
});

describe('the first page', () => {
  test('shows the patches of the repositories that this person may read, and no other', async () => {
    const { status, text } = await ada.get('/');
    expect(status).toBe(200);
    expect(text).toContain('Count quantities in the cart total');
    expect(text).toContain(OTHER_REPOSITORY);
    expect(text).not.toContain(SECRET_REPOSITORY);
    expect(text).not.toContain('nobody-sees-this');
  });

  test('does not even hear that something becomes of a patch of any other', async () => {
    const cookie = [...ada.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { body } = await fetch(`${world.server.url}/dashboard/changes`, {
      headers: { cookie, connection: 'close' },
    });
    const reader = body?.getReader();
    await reader?.read();
    const heard = reader?.read();
    await adopt(SECRET_REPOSITORY, 'nobody-hears-this');
    const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 1_200));
    expect(await Promise.race([heard, quiet])).toBe('quiet');
    await reader?.cancel();
  });

  test('is reached under its older address too, with its filter', async () => {
    const { status, headers } = await ada.get('/dashboard?state=merged');
    expect([status, headers.get('location')]).toEqual([302, '/?state=merged']);
  });

  test('says how each patch stands, with its pull request', async () => {
    const row = rowOf((await ada.get('/')).text, 'discount-floor');
    expect(row).toContain('badge bad">Tests failed');
    expect(row).toMatch(new RegExp(`href="${world.settings.serverUrl}/acme/shop/pull/\\d"`));
  });

  test('is filtered by repository and state in its address', async () => {
    const failed = (await ada.get('/?repository=acme/shop&state=failed')).text;
    expect(failed).toContain('discount-floor');
    expect(failed).not.toContain('cart-quantities');
    expect(failed).toContain('aria-current="page">Failed');
    expect((await ada.get(`/?repository=${OTHER_REPOSITORY}`)).text).toContain('No patch was sent here yet.');
    expect((await ada.get('/?repository=acme/secret')).text).toContain('There is no such repository here');
    expect((await ada.get('/?state=nonsense&before=x')).text).toContain('cart-quantities');
  });

  test('counts what was refused at the door and in a run, and why', async () => {
    const { text } = await ada.get('/');
    expect(text).toMatch(/<dt>Refused<\/dt><dd>2<\/dd>\s*<dd class="detail">not found 2<\/dd>/);
    expect(text).toMatch(/<dt>Accepted<\/dt><dd>4<\/dd>/);
  });

  test('tells a hostile title as text, and where its direction turns', async () => {
    const { text } = await ada.get('/');
    expect(text).toContain('&lt;/script&gt;&lt;img src=x onerror=');
    expect(text).toContain('[U+202E]esrever');
    expect(text).not.toMatch(/<img src=x|\u202E/);
    expect(text.match(/<script/g)).toEqual(['<script']);
  });
});

describe('the page of a patch', () => {
  test('says what became of it, with diff, notes, tests and timeline', async () => {
    const { text } = await ada.get(`/patches/${SHOP_REPOSITORY}/discount-floor`);
    expect(text).toContain('Tests failed; see pull request');
    expect(text).toMatch(/<tr class="removed"><td class="number">8<\/td>/);
    expect(text).toContain('change 2, hunk 1');
    expect(text).toContain('exactly as written');
    expect(text).toContain('AssertionError');
    expect(text).toContain('Received from shop-gpt');
    expect(text).toContain('Publishing');
  });

  test('of one that came straight through GitHub shows why it was refused, with the nearest lines', async () => {
    const { status, text } = await ada.get(`/patches/${SHOP_REPOSITORY}/refused-there`);
    expect(status).toBe(200);
    expect(text).toContain('Why it was refused');
    expect(text).toMatch(/Nearest lines, from line 2, \d+ % alike/);
    expect(text).toContain('This change would apply in its place');
  });

  test('whose lines newer commits changed too shows all sides of each place, as text', async () => {
    const clash = {
      kind: 'lines',
      path: 'src/cart.js',
      line: 8,
      was: ['return cents;'],
      wanted: ['return <b>cents</b>;'],
      now: ['return Math.round(cents);'],
    } as const;
    await writeRecord(world.sandbox, 'old-base', {
      state: 'done',
      outcome: { kind: 'conflict', reason: 'base_moved', paths: ['src/cart.js'], clashes: [clash] },
    });
    const { text } = await ada.get(`/patches/${SHOP_REPOSITORY}/old-base`);
    const part = text.split('id="clashes"')[1]?.split('</section>')[0] ?? '';
    expect(part).toContain('Where newer commits are in the way');
    expect(part).toContain('src/cart.js, line 8: the patch and newer commits changed the same lines');
    for (const line of ['when the patch was written:', 'return &lt;b&gt;cents&lt;/b&gt;;', 'as it is now:']) {
      expect(part).toContain(line);
    }
  });

  test.each([
    `/patches/${SHOP_REPOSITORY}/no-such-patch`,
    `/patches/${SECRET_REPOSITORY}/nobody-sees-this`,
    '/patches/acme/nowhere/x',
    `/patches/${SHOP_REPOSITORY}/..%2f..%2fmain`,
  ])('%s is nothing to this person', async (path) => {
    const { status, text } = await ada.get(path);
    expect(status).toBe(404);
    expect(text).toContain('you may not read it');
  });
});

describe('a button', () => {
  test('pauses and resumes, says what was seen, and is in the audit log under who pressed it', async () => {
    const token = await ada.formToken();
    const pressed = await ada.post(`/control/${SHOP_REPOSITORY}`, {
      action: 'pause',
      reason: 'a try <b>',
      token,
    });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, '/']);
    const { text } = await ada.get('/');
    expect(text).toContain('Done, and seen to be so.');
    expect(text).toContain(`The whole repository is paused by ${OPERATOR}: a try &lt;b&gt;.`);
    expect((await ada.get('/')).text).not.toContain('Done, and seen to be so.');
    const log = await world.sandbox.github.git(
      SHOP_REPOSITORY,
      'log',
      '-1',
      '--format=%B',
      'refs/ghost/control',
    );
    expect(log).toContain(`"by":"${OPERATOR}"`);
    await ada.post(`/control/${SHOP_REPOSITORY}`, { action: 'resume', token });
    expect((await ada.get('/')).text).toContain('badge good">Running');
  });

  test('that lifts what its operator locked names the box to tick', async () => {
    const token = await ada.formToken();
    await stop([{ state: 'locked', scope: { kind: 'repository' }, reason: 'a leak', by: OPERATOR, at: AT }]);
    await ada.post(`/control/${SHOP_REPOSITORY}`, { action: 'unlock', token });
    const { text } = await ada.get('/');
    expect(text).toContain(
      'confirm by ticking &quot;even if I locked it&quot; before you press it once more.',
    );
    await ada.post(`/control/${SHOP_REPOSITORY}`, { action: 'unlock', confirm: 'yes', token });
    expect((await ada.get('/')).text).toContain('badge good">Running');
  });

  test('that pauses everything stands beside what is stopped already, on the page of a patch too', async () => {
    const token = await ada.formToken();
    const stopped = { state: 'locked', reason: 'it runs <b>away', by: 'olga', at: AT } as const;
    // Whatever is pressed has the switches looked at anew.
    const standing = async (switches: readonly Switch[]) => {
      await stop(switches);
      await ada.post(`/control/${SHOP_REPOSITORY}`, { action: 'resume', token });
    };
    await standing([
      { ...stopped, scope: { kind: 'sender', login: 'shop-gpt' } },
      { ...stopped, scope: { kind: 'branch', branch: 'main' } },
    ]);
    for (const path of [
      '/',
      `/?repository=${SHOP_REPOSITORY}`,
      `/patches/${SHOP_REPOSITORY}/cart-quantities`,
    ]) {
      const { text } = await ada.get(path);
      expect(text).toContain('Patches from shop-gpt are locked by olga: it runs &lt;b&gt;away.');
      expect(text).toContain('Patches onto main are locked by olga');
    }
    await standing([]);
    expect((await ada.get('/')).text).not.toContain('Running in part');
  });

  test.each([
    ['without its token', { token: '' }, undefined],
    ['with a token that is nobody’s', { token: 'x'.repeat(43) }, undefined],
    ['from another site', {}, 'https://evil.example'],
    ['from nowhere', {}, null],
  ])('%s does nothing', async (_, fields, origin) => {
    const token = await ada.formToken();
    const before = await world.sandbox.github.git(SHOP_REPOSITORY, 'rev-parse', 'refs/ghost/control');
    const answer = await ada.post(
      `/control/${SHOP_REPOSITORY}`,
      { action: 'pause', token, ...fields },
      origin === undefined ? {} : { origin },
    );
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('nothing was done');
    expect(await world.sandbox.github.git(SHOP_REPOSITORY, 'rev-parse', 'refs/ghost/control')).toBe(before);
  });

  test.each(['kill', 'lock', 'audit', '', 'pause\nresume'])('named %j is none', async (action) => {
    const token = await ada.formToken();
    await ada.post(`/control/${SHOP_REPOSITORY}`, { action, token });
    expect((await ada.get('/')).text).toContain('There is no such button');
  });

  test.each([`/control/${SHOP_REPOSITORY}`, `/patches/${SHOP_REPOSITORY}/discount-floor`, '/sign-out'])(
    'at %s with names in its address, of which it takes none, does nothing',
    async (path) => {
      const token = await ada.formToken();
      const { status, text } = await ada.post(`${path}?repository=acme/other`, { action: 'pause', token });
      expect(status).toBe(400);
      expect(text).toContain('it takes none');
      expect((await ada.get('/')).text).toContain('badge good">Running');
    },
  );

  test('for a repository that this person may not read is nothing', async () => {
    const token = await ada.formToken();
    expect((await ada.post(`/control/${SECRET_REPOSITORY}`, { action: 'pause', token })).status).toBe(404);
  });

  test('of a patch that is not any more as the page showed it does nothing', async () => {
    const path = `/patches/${SHOP_REPOSITORY}/discount-floor`;
    const { text } = await ada.get(path);
    const token = await ada.formToken(path);
    const [, shown = ''] = /name="shown" value="([^"]+)"/.exec(text) ?? [];
    const [digest = '', ...rest] = shown.split(' ');
    for (const other of ['', 'x', [digest.replaceAll(/./g, '0'), ...rest].join(' ')]) {
      const fields = { action: 'reject', reason: 'not now', token, shown: other };
      expect((await ada.post(path, fields)).status).toBe(303);
      expect((await ada.get(path)).text).toMatch(/has changed since|reload the page/);
    }
    const { pullRequests } = await world.sandbox.github.snapshot(SHOP_REPOSITORY);
    expect(pullRequests.find(({ head }) => head === 'ghost/discount-floor')?.state).toBe('open');
  });

  test('of a patch closes its pull request, and the page says so', async () => {
    const path = `/patches/${SHOP_REPOSITORY}/discount-floor`;
    const token = await ada.formToken(path);
    const [, shown = ''] = /name="shown" value="([^"]+)"/.exec((await ada.get(path)).text) ?? [];
    const pressed = await ada.post(path, { action: 'reject', reason: 'not now', token, shown });
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path]);
    expect((await ada.get(path)).text).toContain('Done, and seen to be so.');
    const { pullRequests } = await world.sandbox.github.snapshot(SHOP_REPOSITORY);
    expect(pullRequests.find(({ head }) => head === 'ghost/discount-floor')?.state).toBe('closed');
  });
});

describe('every answer', () => {
  test.each(['/', `/patches/${SHOP_REPOSITORY}/hostile`, '/dashboard/live.js', '/sign-in/nowhere'])(
    'to %s lets nothing run, load or frame but our own',
    async (path) => {
      const { headers } = await ada.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy).toContain("form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http/);
      expect(headers.get('cache-control')).toBe('no-store');
    },
  );

  test('has no script, style or handler of its own in a page', async () => {
    for (const path of ['/', `/patches/${SHOP_REPOSITORY}/discount-floor`]) {
      expect((await ada.get(path)).text).not.toMatch(/ style=|<style|<script>|<[a-z]+ [^>]*\son\w+=/i);
    }
  });
});

describe('what GitHub has not said yet', () => {
  test('is told as unknown on a page that does not wait for it, and nothing is shown that might be secret', async () => {
    const { faults } = world.sandbox.github;
    faults.add({ match: {}, fault: { kind: 'latency', ms: 1_500 } });
    await world.restart(() => {});
    const { status, text } = await ada.glance('/');
    faults.clear();
    expect(status).toBe(200);
    expect(text).toContain('GitHub is being asked what you may see');
    expect(text).toContain(' data-pending>');
    expect(text).not.toMatch(/Running|Count quantities|acme\/secret|Does not answer/);
    const later = (await ada.get('/')).text;
    expect(later).toContain('Count quantities in the cart total');
    expect(later).toContain('badge good">Running');
  });

  test('where it can not be asked, names no repository that may be somebody else’s', async () => {
    const { faults } = world.sandbox.github;
    faults.add({ match: { route: '/collaborators/' }, fault: { kind: 'status', status: 502 } });
    await world.restart(() => {});
    let text = '';
    await until(async () => {
      ({ text } = await ada.get('/'));
      return text.includes('could not be asked whether you may see 3 more');
    });
    faults.clear();
    expect(text).not.toMatch(/acme\//);
  });
});

describe('who looks at patches again and again', () => {
  test('has GitHub asked only so often, and can still step in', async () => {
    const views: number[] = [];
    while (!views.includes(429) && views.length < 200) {
      // No patch is ever called so, which costs nobody anything.
      views.push((await ada.glance(`/patches/${SHOP_REPOSITORY}/-${views.length}-`)).status);
    }
    expect(views.at(-1)).toBe(429);
    const token = await ada.formToken();
    for (const action of ['pause', 'resume']) {
      expect((await ada.post(`/control/${SHOP_REPOSITORY}`, { action, token })).status).toBe(303);
    }
  });
});

describe('who signs out', () => {
  test('is nobody from then on', async () => {
    const other = createVisitor(world.server.url);
    for (const [name, value] of ada.cookies) {
      other.cookies.set(name, value);
    }
    const answer = await other.post('/sign-out', { token: await other.formToken() });
    expect(answer.status).toBe(303);
    expect((await other.get('/')).status).toBe(401);
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The page's row of one patch. */
function rowOf(text: string, id: string): string {
  return text.split('<li id="patch-').find((row) => row.includes(`${id}</bdi></code>`)) ?? '';
}

test('who sees not all that is known here is told how to find theirs', async () => {
  const repositories = Array.from({ length: 150 }, (_, index) => `aaa/r${index + 100}`);
  const { token } = makeToken({ sender: 'their-gpt', repositories, perMinute: 1, perDay: 1 }, new Date());
  const store = await openSqliteStore(world.settings.store);
  await store.tokens.add(token);
  await until(async () => (await ada.get('/')).text.includes('id="left"'));
  const { text } = await ada.get('/');
  expect(text).toMatch(/5\d more repositories are known here/);
  expect(text).toContain(`/patches/${SHOP_REPOSITORY}/cart-quantities`);
  expect((await ada.get(`/?repository=${SHOP_REPOSITORY}`)).text).not.toContain('id="left"');
  await store.tokens.revoke(token.id, new Date());
  await store.close();
});
