import type { Delivery, Hook, Repository } from '../model.ts';
import type { World } from '../world.ts';
import { repositoryUrl } from './repository.ts';

/** `hook`. The secret is never shown. */
export function hookView(world: World, repository: Repository, hook: Hook) {
  const url = `${repositoryUrl(world, repository)}/hooks/${hook.id}`;
  const last = hook.deliveries[0];
  return {
    type: 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: 'json',
      insecure_ssl: '0',
      ...(hook.secret === null ? {} : { secret: '********' }),
    },
    url,
    test_url: `${url}/test`,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
    last_response: { code: last?.statusCode ?? null, status: last?.status ?? 'unused', message: null },
    created_at: hook.createdAt.toISOString(),
    updated_at: hook.createdAt.toISOString(),
  };
}

/** `hook-delivery-item`. */
export function deliveryItemView(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.at.toISOString(),
    redelivery: delivery.redelivery,
    duration: delivery.durationSeconds,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  };
}

/** `hook-delivery`, with what was sent. */
export function deliveryView(hook: Hook, delivery: Delivery) {
  return {
    ...deliveryItemView(delivery),
    url: hook.url,
    request: { headers: delivery.headers, payload: JSON.parse(delivery.payload) },
    response: { headers: {}, payload: '' },
  };
}
