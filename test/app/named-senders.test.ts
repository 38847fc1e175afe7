import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createTarget } from '../../src/app/target.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { openSqliteStore } from '../../src/io/store/sqlite.ts';
import { readPatch } from '../../src/patch/read.ts';
import { createCompute } from '../../src/stages/compute.ts';
import { handOn } from '../../src/stages/intake/hand-on.ts';
import type { Store, Token } from '../../src/stages/intake/store.ts';

const REPOSITORY = 'acme/shop';
const clock = { now: () => new Date('2026-01-01T12:00:00Z') };

let store: Store;
beforeEach(async () => {
  store = await openSqliteStore(':memory:');
});
afterEach(() => store.close());

test.each([
  ['by the name of its token', 'shop-gpt', undefined, ['shop-gpt']],
  ['by the person for whom it speaks too', 'rita-laptop', 'Rita', ['rita-laptop', 'Rita']],
  ['once where both are the same', 'rita', 'Rita', ['rita']],
])('who sent a patch is named where it is handed to GitHub: %s', async (_, sender, login, names) => {
  await store.tokens.add(tokenOf(sender, login));
  await accept(sender);
  const sent: unknown[] = [];
  const target = createTarget({
    compute: createCompute(createSecretScanner()),
    repository: REPOSITORY,
    token: 'ghs_1',
    login: 'ghost[bot]',
    apiUrl: 'http://127.0.0.1:9',
    serverUrl: 'http://127.0.0.1:9',
    clock,
    wire: {
      fetch: async (_url, { body } = {}) => {
        sent.push(typeof body === 'string' ? JSON.parse(body) : body);
        return new Response(null, { status: 204 });
      },
    },
  });
  expect(await handOn({ store, clock, target: async () => target })).toBe('sent');
  expect(sent).toMatchObject([{ client_payload: { id: 'fix', for: names } }]);
});

function tokenOf(sender: string, login: string | undefined): Token {
  return {
    id: 'token-1',
    sender,
    ...(login === undefined ? {} : { login }),
    hash: 'a'.repeat(64),
    repositories: [REPOSITORY],
    perMinute: 10,
    perDay: 10,
    createdAt: clock.now().toISOString(),
  };
}

async function accept(sender: string): Promise<void> {
  const text = '{"version":1,"changes":[{"kind":"delete","path":"a.txt"}]}';
  await store.deliveries.accept(
    {
      repository: REPOSITORY,
      id: 'fix',
      name: 'fix',
      digest: readPatch({ text }, 'fix').digest,
      title: 'A patch',
      sender,
      token: 'token-1',
      receivedAt: clock.now().toISOString(),
      text,
    },
    null,
  );
}
