import type { User } from '../model.ts';
import { formatNodeId } from '../node-id.ts';
import type { World } from '../world.ts';

/** `simple-user` of the API description. */
export function userView(world: World, user: User) {
  const url = `${world.urls.api}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: formatNodeId('U', user.id),
    avatar_url: `${world.urls.html}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.urls.html}/${encodeURIComponent(user.login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** `public-user`, which is `simple-user` and what its owner tells about themself. */
export function publicUserView(world: World, user: User) {
  const since = user.createdAt.toISOString();
  return {
    ...userView(world, user),
    name: null,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: [...world.repositories.values()].filter(({ owner }) => owner === user).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since,
  };
}
