import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';

/**
 * `npm install` drops what the registry at hand does not have, and then `npm ci` refuses the lock on every machine:
 * packages for other platforms must be named although they are not installed.
 */
test('package-lock.json names every optional package, whatever the platform that it was written on', () => {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')),
  );
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(name, path).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/** Where Node would look for a package from within another one. */
function placesOf(name: string, from: string): readonly string[] {
  const parents = from
    .split('/')
    .map((_, index, segments) => segments.slice(0, segments.length - index).join('/'));
  return [...parents, ''].map((parent) =>
    parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`,
  );
}
