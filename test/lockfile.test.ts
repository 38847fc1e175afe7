import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as z from 'zod';

test('package.json says of every package with an install script whether it may run', () => {
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')));
  const { packages } = readLock();
  const withScripts = Object.entries(packages).flatMap(([path, { hasInstallScript = false }]) =>
    hasInstallScript ? [path.split('node_modules/').at(-1)] : [],
  );
  expect(new Set(Object.keys(allowScripts))).toEqual(new Set(withScripts));
});

/**
 * `npm install` drops what the registry at hand does not have, and then `npm ci` refuses the lock on every machine:
 * packages for other platforms must be named although they are not installed.
 */
test('package-lock.json names every optional package, whatever the platform that it was written on', () => {
  const { packages } = readLock();
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !placesOf(name, path).some((place) => place in packages),
    ),
  );
  expect(missing).toEqual([]);
});

function readLock(): z.output<typeof lockSchema> {
  return lockSchema.parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')),
  );
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      hasInstallScript: z.boolean().optional(),
    }),
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
