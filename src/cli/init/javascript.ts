import * as z from 'zod';
import type { Folder } from './folder.ts';
import type { Language, SetUpStep } from './set-up.ts';

/** A repository with a package.json; null: it has none. */
export function detectJavaScript(folder: Folder): Language | null {
  const text = folder.read('package.json');
  if (text === null) {
    return null;
  }
  const manifest = readManifest(text);
  const packageManager = findPackageManager(folder, manifest);
  const test = manifest.scripts?.['test'];
  return {
    name: folder.has('tsconfig.json') ? 'TypeScript' : 'JavaScript',
    packageManager,
    steps: [setUpNode(folder, manifest), ...INSTALL[packageManager](folder)],
    testCommand: test === undefined || NO_TESTS.test(test) ? null : TEST_COMMANDS[packageManager],
  };
}

/** What `npm init` writes where nobody says how it is tested. */
const NO_TESTS = /^\s*$|no test specified/;

type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

/** Of a package.json, what is asked here; what is not as expected counts as absent. */
const manifestSchema = z.object({
  packageManager: z.string().optional().catch(undefined),
  scripts: z.record(z.string(), z.string()).optional().catch(undefined),
  engines: z.object({ node: z.string().optional() }).optional().catch(undefined),
});

type Manifest = z.output<typeof manifestSchema>;

function readManifest(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    // A manifest that nobody can read says nothing; the person who runs `init` sees that no command was found.
    return {};
  }
}

function findPackageManager(folder: Folder, { packageManager = '' }: Manifest): PackageManager {
  const named = /^(?:npm|pnpm|yarn|bun)(?=@|$)/.exec(packageManager)?.[0];
  const locked = LOCKFILES.find(([lockfile]) => folder.has(lockfile))?.[1];
  return isPackageManager(named) ? named : (locked ?? 'npm');
}

function isPackageManager(name: string | undefined): name is PackageManager {
  return name !== undefined && name in TEST_COMMANDS;
}

const LOCKFILES: readonly (readonly [string, PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];

const TEST_COMMANDS: { readonly [name in PackageManager]: string } = {
  npm: 'npm test',
  pnpm: 'pnpm test',
  yarn: 'yarn test',
  bun: 'bun run test',
};

/** The version that the repository asks for; else the one that this was written with. */
function setUpNode(folder: Folder, { engines }: Manifest): SetUpStep {
  const file = ['.nvmrc', '.node-version'].find((name) => folder.has(name));
  const named = file ?? (engines?.node === undefined ? undefined : 'package.json');
  const version = named === undefined ? { 'node-version': '"24"' } : { 'node-version-file': named };
  return {
    name: 'Set Node up',
    uses: { action: 'actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f', version: 'v6.1.0' },
    // A cache that a patch's code may write is read by other jobs.
    with: { ...version, 'package-manager-cache': 'false' },
  };
}

/** With a lockfile exactly what it says is installed. */
const INSTALL: { readonly [name in PackageManager]: (folder: Folder) => readonly SetUpStep[] } = {
  npm: (folder) => {
    const locked = folder.has('package-lock.json') || folder.has('npm-shrinkwrap.json');
    return [install(`npm ${locked ? 'ci' : 'install'} --no-audit --no-fund`)];
  },
  pnpm: (folder) => [
    { name: 'Set pnpm up', run: 'npm install --global corepack && corepack enable pnpm' },
    install(folder.has('pnpm-lock.yaml') ? 'pnpm install --frozen-lockfile' : 'pnpm install'),
  ],
  yarn: (folder) => [
    { name: 'Set Yarn up', run: 'npm install --global --force corepack && corepack enable yarn' },
    install(installWithYarn(folder)),
  ],
  bun: (folder) => {
    const locked = folder.has('bun.lock') || folder.has('bun.lockb');
    return [
      { name: 'Set Bun up', run: 'npm install --global bun' },
      install(locked ? 'bun install --frozen-lockfile' : 'bun install'),
    ];
  },
};

/** Yarn 2 and later have a settings file of their own, and another word for it. */
function installWithYarn(folder: Folder): string {
  if (!folder.has('yarn.lock')) {
    return 'yarn install';
  }
  return folder.has('.yarnrc.yml') ? 'yarn install --immutable' : 'yarn install --frozen-lockfile';
}

function install(run: string): SetUpStep {
  return { name: 'Install what the tests need', run };
}
