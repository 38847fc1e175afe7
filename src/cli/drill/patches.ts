import { GOOD, type SamplePayload } from '../../local/sample/patches.ts';

/** Goes the whole way: approved, merged, and taken back. */
export const MERGED = GOOD;

/** Its tests run until somebody ends them. */
export const ENDLESS: SamplePayload = {
  id: 'endless-tests',
  patch: {
    version: 1,
    title: 'Wait for a price that never comes',
    changes: [
      {
        kind: 'write',
        path: 'test/endless.test.js',
        content: `import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

test('the price comes', async () => {
  await delay(600_000);
});
`,
      },
    ],
    source: { agent: 'shop-gpt' },
  },
};

/** Comes while everything is paused. */
export const HELD: SamplePayload = note(
  'gift-note',
  'Say that gifts are wrapped',
  'Gifts are wrapped for free.',
);

/** A better one, which takes its place. */
export const BETTER: SamplePayload = {
  id: 'gift-note-2',
  patch: {
    ...note('', 'Say that gifts are wrapped in paper', 'Gifts are wrapped in paper for free.').patch,
    supersedes: HELD.id,
  },
};

/** Comes while everything is locked. */
export const REFUSED: SamplePayload = note('late-note', 'Say when the shop closes', 'We close at six.');

function note(id: string, title: string, sentence: string): SamplePayload {
  return {
    id,
    patch: {
      version: 1,
      title,
      changes: [{ kind: 'write', path: 'NOTE.md', content: `${sentence}\n` }],
      source: { agent: 'shop-gpt' },
    },
  };
}
