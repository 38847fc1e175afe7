import { expect, test } from '@jest/globals';
import { createPace } from '../../src/app/pace.ts';
import { WATCH_PACE } from '../../src/app/watching.ts';

const HOUR_MS = 3_600_000;

test('repositories of one account share half of what GitHub grants it, and others have their own', () => {
  let now = 0;
  const pace = createPace({ ...WATCH_PACE, now: () => now });
  const ask = (repositories: readonly string[], requests: number) => {
    let asked = 0;
    for (const end = now + HOUR_MS; now < end; now += 1_000) {
      for (const repository of repositories) {
        const open = pace.isOpen(repository);
        pace.pay(repository, open ? requests : 0);
        asked += open ? requests : 0;
      }
    }
    return asked;
  };
  const many = Array.from({ length: 20 }, (_, index) => `acme/shop-${index}`);
  // A few hundred may come at once, when nothing was asked before.
  expect(ask(many, 13)).toBeLessThan(3_000);
  expect(ask(many, 13)).toBeLessThan(2_500);
  expect(pace.isOpen('acme/quiet')).toBe(false);
  expect(pace.isOpen('other/shop')).toBe(true);
});
