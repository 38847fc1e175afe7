import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Names the optional packages of other platforms in package-lock.json.
 *
 * `npm install` leaves out what the registry at hand does not have, and `npm ci` then refuses the lock everywhere.
 * A package's platform is read off its name, as its makers write it there. Run it after every `npm install`.
 */
const file = join(import.meta.dirname, '../package-lock.json');

type Entry = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: { readonly [name: string]: string };
};
type Lock = { packages: { [path: string]: Entry } };

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'win32',
  'linux',
];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  'ppc64le',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];
const PROCESSOR_VARIANTS: { readonly [word: string]: string } = { armv7: 'arm' };

const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = findMissing(lock.packages);
if (missing.length > 0) {
  const packages = { ...lock.packages, ...Object.fromEntries(missing) };
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
}
console.log(`${missing.length} packages of other platforms added to package-lock.json`);

function findMissing(known: Lock['packages']): readonly [string, Entry][] {
  return Object.entries(known).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(
        ([name, version]) =>
          /^\d/.test(version) &&
          !(`node_modules/${name}` in known) &&
          !(`${path}/node_modules/${name}` in known),
      )
      .map(([name, version]): [string, Entry] => [
        `node_modules/${name}`,
        { version, ...platformOf(name), ...(dev === true ? { dev } : {}), optional: true },
      ]),
  );
}

function platformOf(name: string): object {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words
    .map((word) => PROCESSOR_VARIANTS[word] ?? word)
    .find((word) => PROCESSORS.includes(word));
  const library = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu'))
      ? 'glibc'
      : undefined;
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined ? {} : { os: [system] }),
    ...(system === 'linux' && library !== undefined ? { libc: [library] } : {}),
  };
}
