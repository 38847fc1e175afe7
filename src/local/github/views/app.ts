import type { App, Installation } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';
import { userView } from './user.ts';

/** `integration`. */
export function appView(world: World, app: App) {
  const page = `${world.urls.html}/apps/${app.slug}`;
  const since = app.createdAt.toISOString();
  return {
    id: app.id,
    slug: app.slug,
    node_id: formatNodeId('A', app.id),
    owner: userView(world, app.owner),
    name: app.name,
    description: null,
    external_url: page,
    html_url: page,
    created_at: since,
    updated_at: since,
    permissions: { metadata: 'read', ...app.permissions },
    events: app.hook.events,
  };
}

/** `installation`. */
export function installationView(world: World, installation: Installation) {
  const { app, account } = installation;
  const since = installation.createdAt.toISOString();
  return {
    id: installation.id,
    app_id: app.id,
    app_slug: app.slug,
    account: userView(world, account),
    target_id: account.id,
    target_type: account.type,
    single_file_name: null,
    repository_selection: 'selected',
    access_tokens_url: `${world.urls.api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.urls.api}/installation/repositories`,
    html_url: `${world.urls.html}/settings/installations/${installation.id}`,
    permissions: { metadata: 'read', ...app.permissions },
    events: app.hook.events,
    created_at: since,
    updated_at: since,
    suspended_by: null,
    suspended_at: null,
  };
}
