import { describe, expect, test } from '@jest/globals';
import { readKept } from '../../src/patch/kept.ts';
import { MAX_JSON_VALUES } from '../../src/patch/limits.ts';
import { type ReadPatch, readPatch } from '../../src/patch/read.ts';

const DIFF = '```diff\n--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-a\n+b\n```\n';
const PATCH = JSON.stringify({ version: 1, changes: [{ kind: 'delete', path: 'a.txt' }] });
const CROWD = '```json\n{"a":1}\n```\n'.repeat(30_000);

describe('a patch that is on record', () => {
  test.each([
    [
      'in the wire format',
      { version: 1, title: ' Two\nlines ', changes: [{ kind: 'delete', path: 'a.txt' }] },
    ],
    ['without a title', { version: 1, id: 'fix', changes: [{ kind: 'delete', path: 'a.txt' }] }],
    ['in words', DIFF],
  ])('is read as it was: %s', (_, sent) => {
    const { canonical, title, patch } = read(sent);
    expect(readKept(canonical)).toEqual({ title, patch });
  });

  test.each([
    ['words around a diff', CROWD + DIFF],
    ['words around a patch', `Here it is: ${PATCH}`],
    ['no JSON', '{"version":1,'],
    ['another form of it', JSON.stringify({ patch: CROWD + DIFF })],
    ['what is no patch', '[]'],
    ['arrays in arrays', '['.repeat(400_000) + ']'.repeat(400_000)],
    ['more values than are read', `{"version":1,"changes":[${'{},'.repeat(MAX_JSON_VALUES)}{}]}`],
  ])('is not understood anew where it was kept as it came: %s', (_, text) => {
    expect(readKept(text)).toBeNull();
  });

  test('costs no more than its JSON, whatever was sent with it', () => {
    const { canonical } = read(CROWD + DIFF);
    const kept = quickest(() => readKept(canonical));
    expect(kept * 2).toBeLessThan(quickest(() => readPatch({ text: canonical })));
  });
});

function read(sent: unknown): ReadPatch {
  const result = readPatch(typeof sent === 'string' ? { text: sent } : { value: sent });
  if (!result.ok) {
    throw new Error(JSON.stringify(result.refusals));
  }
  return result;
}

/** Milliseconds. */
function quickest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return Math.min(...times);
}
