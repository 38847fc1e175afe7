import type { ActionsHost } from '../contract.ts';
import { normalizePermissions } from './access/permissions.ts';
import { mintToken } from './access/tokens.ts';
import { exportTree } from './git/export.ts';
import { readCommit, readTree, showName } from './git/objects.ts';
import { findEntry } from './git/trees.ts';
import { resolveCommit } from './operations/resolve.ts';
import { actionsBot, findRepository, getRepository, type World } from './world.ts';

/** A job's token dies with the job, or after six hours at the latest. */
const JOB_TOKEN_LIFE_MS = 6 * 3600 * 1000;

/** What the workflow runner may ask of this GitHub. */
export function createActionsHost(world: World): ActionsHost {
  const storeOf = (repository: string) => getRepository(world, repository).store;
  return {
    serverUrl: world.urls.html,
    apiUrl: world.urls.api,
    graphqlUrl: world.urls.graphql,
    async resolve(name, ref) {
      const repository = findRepository(world, name);
      const commit = repository === undefined ? null : await resolveCommit(repository, ref);
      return commit?.oid ?? null;
    },
    async readFile(repository, sha, path) {
      const store = storeOf(repository);
      const commit = await readCommit(store, sha);
      const entry = commit === null ? null : await findEntry(store, commit.tree, path);
      const blob = entry === null ? null : await store.reader.read(entry.oid);
      return blob?.type === 'blob' ? blob.bytes.toString() : null;
    },
    async listFiles(repository, sha, folder) {
      const store = storeOf(repository);
      const commit = await readCommit(store, sha);
      const entry = commit === null ? null : await findEntry(store, commit.tree, folder);
      const entries = entry === null ? null : await readTree(store, entry.oid);
      const files = (entries ?? []).filter(({ mode }) => mode !== '040000' && mode !== '160000');
      return files.map(({ name }) => `${folder}/${showName(name)}`);
    },
    exportTree: (repository, sha, directory) => exportTree(storeOf(repository), sha, directory),
    defaultBranch: (repository) => getRepository(world, repository).defaultBranch,
    mintJobToken(repository, permissions) {
      const token = mintToken(world, {
        kind: 'job',
        user: actionsBot(world),
        permissions: normalizePermissions(permissions),
        repositories: new Set([getRepository(world, repository).fullName]),
        expiresAt: new Date(world.now().getTime() + JOB_TOKEN_LIFE_MS),
      });
      return token.value;
    },
    revokeToken: (token) => void world.tokens.delete(token),
    secrets: (repository) => getRepository(world, repository).secrets,
    variables: (repository) => getRepository(world, repository).variables,
  };
}
