import { expect, test } from '@jest/globals';
import { createDispatches } from '../../src/app/dispatches.ts';
import { createTarget } from '../../src/app/target.ts';
import { createSecretScanner } from '../../src/io/secrets.ts';
import { inboxRef } from '../../src/patch/refs.ts';
import { createCompute } from '../../src/stages/compute.ts';

test('dispatches by reference are read one after the other, and what waits has read nothing', async () => {
  const { hear, reads } = create();
  const refused: unknown[] = [];
  for (let index = 0; index < 60; index++) {
    void hear(`new-${index}`).catch((error: unknown) => refused.push(error));
  }
  await soon();
  expect(reads).toEqual(['acme/shop']);
  expect(refused).toHaveLength(9);
  expect(String(refused[0])).toMatch(/50 dispatches to acme\/shop wait to be read already/);
  void hear('of-another', 'acme/site');
  await soon();
  expect(reads).toEqual(['acme/shop', 'acme/site']);
});

test('a dispatch of a known id is not read at all', async () => {
  const { hear, reads } = create({ known: ['mine'] });
  await hear('Mine');
  expect(reads).toEqual([]);
});

/** A GitHub that never answers; `reads` says what it was asked. */
function create({ known = [] }: { readonly known?: readonly string[] } = {}) {
  const reads: string[] = [];
  const targetOf = (repository: string) =>
    createTarget({
      repository,
      token: 'ghs_1',
      login: 'ghost[bot]',
      apiUrl: 'http://127.0.0.1:9',
      serverUrl: 'http://127.0.0.1:9',
      clock: { now: () => new Date() },
      compute: createCompute(createSecretScanner()),
      wire: {
        fetch: async () => {
          reads.push(repository);
          return new Promise<never>(() => undefined);
        },
        sleep: async () => new Promise<never>(() => undefined),
      },
    });
  const dispatches = createDispatches(
    {
      target: async (repository) => targetOf(repository),
      clock: { now: () => new Date() },
      store: {
        deliveries: { newest: async ({ id }) => (known.includes(id) ? id : null) },
        board: { adopt: async () => true },
      },
    },
    { wake: () => undefined },
  );
  const sha256 = 'a'.repeat(64);
  const hear = (id: string, repository = 'acme/shop') =>
    dispatches({
      action: 'ghost-patch',
      repository: { full_name: repository },
      sender: { login: 'shop-gpt' },
      client_payload: { id, ref: inboxRef(sha256), sha256 },
    });
  return { hear, reads };
}

async function soon(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    await new Promise(setImmediate);
  }
}
