import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { applyPatch } from '../../src/apply/apply.ts';
import { touchedPaths } from '../../src/apply/touched-paths.ts';
import { normalize } from '../../src/patch/dialects/normalize.ts';
import { parseEnvelope } from '../../src/patch/envelope.ts';
import { readText } from '../../src/patch/formats/text.ts';
import { MAX_PATCH_BYTES } from '../../src/patch/limits.ts';
import { payloadOf } from '../../src/patch/payload.ts';
import { readPatch } from '../../src/patch/read.ts';
import { REFUSAL_CODES, type Refusal } from '../../src/patch/refusal.ts';
import { patchSchema } from '../../src/patch/schema.ts';
import { sourceOf } from '../apply/sources.ts';
import { BASES, mutatedPatch, PIECES, patchlikeText } from './mutations.ts';

/** Texts for each property; more of them find more, and take longer. */
const RUNS = Number(process.env['GHOST_FUZZ_RUNS'] ?? 300);

/** Fields of wire format 1 and of its dialects, and such as objects have by themselves. */
const NAMES = [
  'version id title description base sha changes kind text diff patch dryRun labels ref sha256 client_payload',
  'path find replace pattern replacement flags content encoding count from to edits old_str new_str files',
  'blockId patch_id target_file mutations body shell mission actions message constructor __proto__ toString valueOf',
].flatMap((names) => names.split(' '));

const text = fc.oneof(mutatedPatch, patchlikeText, fc.string({ unit: 'binary', maxLength: 200 }));

/** JSON of the names that patches use, and of others. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    text,
    fc.constantFrom(null, true, 0, 1, -1, 1e300, ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  ),
}));

/** A file as it may lie in a repository: text, or bytes that are none. */
const anyFile = fc.oneof(
  fc.constantFrom('', 'a\n', 'a', 'a\r\nb\r\n', 'a\rb\r', '\ufeffa\n', 'a\n'.repeat(1000), '\n'.repeat(1000)),
  fc.constantFrom(...BASES),
  fc.uint8Array({ maxLength: 50 }),
);

describe('patch, whatever is sent', () => {
  test('a text is read or refused with a reason, and grows little on the way', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 'f', '../f'), (sent, path) => {
        const reading = readText(sent, path);
        expect(sizeOf(reading)).toBeLessThan(sent.length * MOST_GROWTH + SIZE_OF_REFUSALS);
        if (!reading.ok) expectReasons(reading.refusals);
        else if (sent.isWellFormed()) expect(isReadable(reading.changes)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a text that was read can be planned and applied, or is refused with a reason', () => {
    fc.assert(
      fc.property(text, anyFile, (sent, bytes) => {
        const read = readPatch({ value: { version: 1, changes: [{ kind: 'text', text: sent, path: 'f' }] } });
        if (!read.ok) return expectReasons(read.refusals);
        const paths = touchedPaths(read.patch);
        const result = applyPatch(read.patch, sourceOf({ f: bytes }));
        if (!paths.ok) expectReasons(paths.refusals);
        if (!result.ok) return expectReasons(result.refusals);
        const made = result.changes.filter(({ action }) => action === 'create' || action === 'rename');
        expect(paths).toMatchObject({
          paths: expect.arrayContaining(result.changes.map(({ path }) => path)),
          newPaths: expect.arrayContaining(made.map(({ path }) => path)),
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('a payload is read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.oneof(value, text.map(payloadOf)), (payload) => {
        const envelope = parseEnvelope(payload);
        if (!envelope.ok) expectReasons(envelope.refusals);
        for (const source of [{ value: payload }, { text: JSON.stringify(payload) ?? '' }]) {
          const read = readPatch(source);
          expect(read.id).toMatch(/^[a-z0-9._-]+$/);
          if (!read.ok) expectReasons(read.refusals);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a payload is not altered by reading it', () => {
    fc.assert(
      fc.property(value, (payload) => {
        const before = structuredClone(payload);
        normalize(payload);
        expect(payload).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });

  test('a patch that was read is read again as the same patch', () => {
    fc.assert(
      fc.property(fc.oneof(value, text), (payload) => {
        const first = readPatch(typeof payload === 'string' ? { text: payload } : { value: payload });
        if (!first.ok) return;
        const second = readPatch({ text: first.canonical });
        expect(second).toMatchObject({
          ok: true,
          id: first.id,
          digest: first.digest,
          canonical: first.canonical,
        });
      }),
      { numRuns: RUNS },
    );
  });
});

describe('patch, a great deal of the same', () => {
  test.each(PIECES)('%j without end is read or refused before long', (piece) => {
    const slow = BEGINNINGS.flatMap((beginning) => {
      const sent = beginning + piece.repeat(Math.ceil(MANY_CHARACTERS / piece.length));
      const { result, milliseconds } = timed(() => readText(sent, 'f'));
      expect(sizeOf(result)).toBeLessThan(sent.length * MOST_GROWTH + SIZE_OF_REFUSALS);
      return milliseconds < LIMIT_MILLISECONDS ? [] : [{ beginning, milliseconds }];
    });
    expect(slow).toEqual([]);
  });
});

/** What makes a reader take the rest for its own. */
const BEGINNINGS = [
  '',
  '--- a/f\n+++ b/f\n@@ -1 +1 @@\n',
  '*** Begin Patch\n*** Update File: f\n@@\n',
  '<<<<<<< SEARCH\n',
  '```json\n{"edits":[{"old_str":"',
];

/** As large as a patch may be. */
const MANY_CHARACTERS = MAX_PATCH_BYTES;

/** A quadratic reader would need minutes for that many. */
const LIMIT_MILLISECONDS = 2000;

/** The time of this process alone, so that others on the same machine don't count. */
function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const started = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(started);
  return { result, milliseconds: (user + system) / 1000 };
}

/** Characters of the JSON that a result makes. */
function sizeOf(result: unknown): number {
  return JSON.stringify(result).length;
}

/** What is made of a text is at most this many times as large. */
const MOST_GROWTH = 20;

/** Characters that a full list of refusals takes, whatever was sent. */
const SIZE_OF_REFUSALS = 100_000;

function isReadable(changes: readonly unknown[]): boolean {
  return changes.length > 0 && patchSchema.safeParse({ version: 1, changes }).success;
}

function expectReasons(refusals: readonly Refusal[]): void {
  expect(refusals.length).toBeGreaterThan(0);
  for (const { code, message } of refusals) {
    expect(REFUSAL_CODES).toContain(code);
    expect(message).toMatch(/[.?}]$/);
  }
}
