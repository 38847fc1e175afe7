import { generateKeyPairSync } from 'node:crypto';
import { normalizePermissions } from '../access/permissions.ts';
import { mintToken } from '../access/tokens.ts';
import type { App, Installation, Permissions, Token } from '../model.ts';
import { ensureUser, getRepository, type World } from '../world.ts';

export type AppPlan = {
  readonly slug: string;
  /** Login. */
  readonly owner: string;
  readonly permissions: { readonly [scope: string]: string };
  /** Where it is installed; all of one owner. */
  readonly repositories: readonly string[];
  readonly webhook?: { readonly url: string; readonly secret: string; readonly events: readonly string[] };
};

export type CreatedApp = {
  readonly id: number;
  readonly slug: string;
  readonly installationId: number;
  /** PEM, PKCS #1, as GitHub hands it out. */
  readonly privateKey: string;
  readonly app: App;
};

const KEY_BITS = 2048;

/** Registers an App and installs it. */
export function createApp(world: World, plan: AppPlan): CreatedApp {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: KEY_BITS,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const createdAt = world.now();
  const app: App = {
    id: world.nextId(),
    slug: plan.slug,
    name: plan.slug,
    owner: ensureUser(world, plan.owner),
    bot: ensureUser(world, `${plan.slug}[bot]`, 'Bot'),
    publicKey,
    permissions: normalizePermissions(plan.permissions),
    hook: {
      id: world.nextId(),
      url: plan.webhook?.url ?? '',
      secret: plan.webhook?.secret ?? null,
      events: plan.webhook?.events ?? [],
      active: plan.webhook !== undefined,
      createdAt,
      deliveries: [],
    },
    createdAt,
  };
  world.apps.set(app.id, app);
  const installationId = installApp(world, app, plan.repositories);
  return { id: app.id, slug: app.slug, installationId, privateKey, app };
}

/** In repositories of one owner; an App has an installation for each. Gives its id. */
export function installApp(world: World, app: App, names: readonly string[]): number {
  const repositories = names.map((name) => getRepository(world, name));
  const installation: Installation = {
    id: world.nextId(),
    app,
    account: repositories[0]?.owner ?? app.owner,
    repositories: new Set(repositories.map(({ fullName }) => fullName)),
    createdAt: world.now(),
  };
  world.installations.set(installation.id, installation);
  return installation.id;
}

/** Installation tokens live for one hour. */
const INSTALLATION_TOKEN_LIFE_MS = 3600 * 1000;

/** A token with the App's permissions and repositories, or fewer. */
export function mintInstallationToken(
  world: World,
  installation: Installation,
  narrowed: { readonly permissions: Permissions; readonly repositories: ReadonlySet<string> },
): Token & { readonly expiresAt: Date } {
  const expiresAt = new Date(world.now().getTime() + INSTALLATION_TOKEN_LIFE_MS);
  const token = mintToken(world, {
    kind: 'installation',
    user: installation.app.bot,
    permissions: narrowed.permissions,
    repositories: narrowed.repositories,
    installation,
    expiresAt,
  });
  return { ...token, expiresAt };
}
