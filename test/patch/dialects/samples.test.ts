import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { touchedPaths } from '../../../src/apply/touched-paths.ts';
import { parseEnvelope } from '../../../src/patch/envelope.ts';
import { readPatch } from '../../../src/patch/read.ts';
import { sourceOf } from '../../../src/patch/source.ts';

/** What becomes of each payload, by the name of its file. */
const EXPECTED: { readonly [file: string]: string } = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
);

const folder = process.env['GHOST_SAMPLES'];

describe('payloads that models sent', () => {
  if (folder === undefined) {
    test.skip('skipped: GHOST_SAMPLES is not set', () => undefined);
    return;
  }

  test('the table names every file of the folder, and no other', () => {
    expect(filesIn(folder)).toEqual(Object.keys(EXPECTED).sort());
  });

  test.each(filesIn(folder))('%s', (file) => {
    expect(resultOf(JSON.parse(readFileSync(join(folder, file), 'utf8')))).toBe(EXPECTED[file]);
  });
});

/** The kinds of its changes, how much else it asked for, and whether its paths lie in the repository; or its refusals. */
function resultOf(payload: unknown): string {
  const parsed = parseEnvelope(payload);
  if (!parsed.ok) return refusedFor(parsed.refusals);
  const { envelope } = parsed;
  const read =
    envelope.kind === 'inline' ? readPatch(sourceOf(envelope), envelope.id) : readPatch({ value: payload });
  if (!read.ok) return refusedFor(read.refusals);
  const kinds = [...new Set(read.patch.changes.map(({ kind }) => kind))].join(' and ');
  const touched = touchedPaths(read.patch);
  return [
    `${read.patch.changes.length} ${kinds}`,
    ...(read.notDone.length === 0 ? [] : [`${read.notDone.length} not done`]),
    ...(touched.ok ? [] : [refusedFor(touched.refusals)]),
  ].join(', ');
}

function refusedFor(refusals: readonly { readonly code: string }[]): string {
  return `refused: ${[...new Set(refusals.map(({ code }) => code))].join(' and ')}`;
}

function filesIn(root: string): readonly string[] {
  return readdirSync(root)
    .filter((name) => statSync(join(root, name)).isDirectory())
    .flatMap((name) => readdirSync(join(root, name)).map((file) => `${name}/${file}`))
    .sort();
}
