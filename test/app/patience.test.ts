import { expect, test } from '@jest/globals';
import { createPatience } from '../../src/app/patience.ts';

test('what gives way waits no longer, neither for what it began to wait for nor for anything else', async () => {
  const patience = createPatience(new AbortController().signal);
  const waited = patience.wait(100);
  expect([patience.isWaiting(), patience.hasGivenWay()]).toEqual([true, false]);
  patience.giveWay();
  await waited;
  await patience.wait(100);
  expect([patience.isWaiting(), patience.hasGivenWay()]).toEqual([false, true]);
});
