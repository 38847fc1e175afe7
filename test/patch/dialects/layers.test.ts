import { expect, test } from '@jest/globals';
import { unwrap } from '../../../src/patch/dialects/layers.ts';

test('an object may have more members than a call takes arguments', () => {
  const names = Array.from({ length: 200_000 }, (_, index) => [`name${index}`, index]);
  const layers = unwrap({ patch: Object.fromEntries(names) });
  expect(layers.ok && layers.members.length).toBe(200_000);
});
