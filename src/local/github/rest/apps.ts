import { z } from 'zod';
import { grants, normalizePermissions } from '../access/permissions.ts';
import { findInstallation } from '../events/events.ts';
import { readBody } from '../http/body.ts';
import { pageReply, pickPage } from '../http/paging.ts';
import { created, noContent, notFound, ok, Refused, type Reply, unprocessable } from '../http/reply.ts';
import { appRoute, type Call, type Route, userRoute } from '../http/route.ts';
import type { App, Installation, Token, User } from '../model.ts';
import { mintInstallationToken } from '../operations/apps.ts';
import { appView, installationView } from '../views/app.ts';
import { repositoryView } from '../views/repository.ts';
import { findRepository } from '../world.ts';

export const appRoutes: readonly Route[] = [
  appRoute('GET /app', getApp),
  appRoute('GET /app/installations', listInstallations),
  appRoute('GET /app/installations/{installation_id}', getInstallation),
  appRoute('POST /app/installations/{installation_id}/access_tokens', createInstallationToken),
  appRoute('GET /repos/{owner}/{repo}/installation', getRepositoryInstallation),
  userRoute('GET /installation/repositories', listInstallationRepositories),
  userRoute('DELETE /installation/token', revokeInstallationToken),
];

function getApp(call: Call, app: App): Reply {
  const installations_count = installationsOf(call, app).length;
  return ok({ ...appView(call.platform.world, app), installations_count });
}

function installationsOf(call: Call, app: App): Installation[] {
  return [...call.platform.world.installations.values()].filter((installation) => installation.app === app);
}

function listInstallations(call: Call, app: App): Reply {
  return pageReply(call, installationsOf(call, app), (installation) =>
    installationView(call.platform.world, installation),
  );
}

function getInstallation(call: Call, app: App): Reply {
  return ok(installationView(call.platform.world, findOwnInstallation(call, app)));
}

function findOwnInstallation(call: Call, app: App): Installation {
  const installation = call.platform.world.installations.get(Number(call.params['installation_id']));
  if (installation?.app !== app) {
    throw new Refused(notFound());
  }
  return installation;
}

function getRepositoryInstallation(call: Call, app: App): Reply {
  const repository = findRepository(call.platform.world, `${call.params['owner']}/${call.params['repo']}`);
  const installation = repository && findInstallation(call.platform.world, app, repository);
  return installation === undefined ? notFound() : ok(installationView(call.platform.world, installation));
}

const TokenRequest = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.string()).optional(),
});

function createInstallationToken(call: Call, app: App): Reply {
  const { world } = call.platform;
  const installation = findOwnInstallation(call, app);
  const request = readBody(call, TokenRequest);
  const permissions =
    request.permissions === undefined ? app.permissions : normalizePermissions(request.permissions);
  const excess = Object.entries(permissions).find(([scope, level]) => !grants(app.permissions, scope, level));
  if (excess !== undefined) {
    return unprocessable('The permissions requested are not granted to this installation.');
  }
  const repositories = narrowRepositories(call, installation, request);
  if (repositories === null) {
    return unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const token = mintInstallationToken(world, installation, { permissions, repositories });
  return created({
    token: token.value,
    expires_at: token.expiresAt.toISOString(),
    permissions,
    repository_selection: 'selected',
    ...(request.repositories === undefined ? {} : { repositories: viewsOf(call, repositories) }),
  });
}

function narrowRepositories(
  call: Call,
  installation: Installation,
  request: z.output<typeof TokenRequest>,
): ReadonlySet<string> | null {
  const own = [...installation.repositories];
  const wantedNames = (request.repositories ?? []).map((name) =>
    own.find((fullName) => fullName.toLowerCase() === `${installation.account.login}/${name}`.toLowerCase()),
  );
  const wantedIds = (request.repository_ids ?? []).map((id) =>
    own.find((fullName) => findRepository(call.platform.world, fullName)?.id === id),
  );
  const wanted = [...wantedNames, ...wantedIds];
  const known = wanted.filter((name) => name !== undefined);
  if (known.length < wanted.length) {
    return null;
  }
  return wanted.length === 0 ? installation.repositories : new Set(known);
}

function listInstallationRepositories(call: Call, _user: User, token: Token): Reply {
  const names = token.repositories ?? new Set<string>();
  const { items, headers } = pickPage(call, viewsOf(call, names));
  return { status: 200, body: { total_count: names.size, repositories: items }, headers };
}

function viewsOf(call: Call, names: ReadonlySet<string>) {
  const { world } = call.platform;
  const repositories = [...names]
    .map((name) => findRepository(world, name))
    .filter((found) => found !== undefined);
  return repositories.map((repository) => repositoryView(world, repository));
}

function revokeInstallationToken(call: Call, _user: User, token: Token): Reply {
  call.platform.world.tokens.delete(token.value);
  return noContent();
}
