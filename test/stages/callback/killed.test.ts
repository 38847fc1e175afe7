import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makeCallback, makeToken } from '../../../src/app/sender-token.ts';
import { createCaller } from '../../../src/io/callback.ts';
import { openSqliteStore } from '../../../src/io/store/sqlite.ts';
import { callBack, LEASE_SECONDS } from '../../../src/stages/callback/call-back.ts';
import { startReceiver, verify } from '../../io/receiver.ts';
import { newDelivery } from '../../io/store/store.conformance.ts';

test('a process that is killed between telling and noting it is followed by one that tells the same again, under the same id', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'callback-'));
  const place = join(directory, 'store.sqlite');
  const store = await openSqliteStore(place);
  const receiver = await startReceiver();
  const address = makeCallback(receiver.url);
  const plan = { sender: 'shop-gpt', repositories: ['acme/shop'], perMinute: 30, perDay: 500 };
  const { token } = makeToken(plan, new Date());
  await store.tokens.add(token, address);
  const delivery = await store.deliveries.accept(newDelivery({ token: token.id }), null);
  const at = new Date().toISOString();
  await store.deliveries.see(delivery?.seq ?? 0, { oid: 'c0', state: 'done', outcome: 'opened', at });
  try {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'dying-caller.ts'), place], {
      stdio: 'inherit',
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    expect(receiver.received).toHaveLength(1);
    const tell = (secondsLater: number) =>
      callBack({
        callbacks: store.callbacks,
        clock: { now: () => new Date(Date.now() + secondsLater * 1000) },
        links: { status: ({ id }) => id, pullRequest: String },
        send: createCaller({ toLoopback: true }),
        chance: () => 0,
      });
    expect(await tell(0)).toEqual({ kind: 'none' });
    expect(await tell(LEASE_SECONDS)).toEqual({ kind: 'told' });
    expect(await tell(LEASE_SECONDS * 2)).toEqual({ kind: 'none' });
    const [first, second] = receiver.received;
    if (first === undefined || second === undefined) {
      throw new Error('a message is missing');
    }
    expect(second.id).toBe(first.id);
    expect(verify(second, address.secret)).toEqual(verify(first, address.secret));
  } finally {
    await receiver.close();
    await store.close();
    rmSync(directory, { recursive: true });
  }
});
