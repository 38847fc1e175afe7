import { z } from 'zod';
import { readBody } from '../http/body.ts';
import { pageReply, pickPage } from '../http/paging.ts';
import { created, noContent, notFound, ok, Refused, type Reply } from '../http/reply.ts';
import { appRoute, type Call, type RepositoryCall, type Route, repositoryRoute } from '../http/route.ts';
import type { App, Delivery, Hook } from '../model.ts';
import { deliveryItemView, deliveryView, hookView } from '../views/hook.ts';

export const hookRoutes: readonly Route[] = [
  repositoryRoute('GET /repos/{owner}/{repo}/hooks', 'administration:read', listHooks),
  repositoryRoute('POST /repos/{owner}/{repo}/hooks', 'administration:write', createHook),
  repositoryRoute('GET /repos/{owner}/{repo}/hooks/{hook_id}', 'administration:read', getHook),
  repositoryRoute('DELETE /repos/{owner}/{repo}/hooks/{hook_id}', 'administration:write', deleteHook),
  repositoryRoute(
    'GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries',
    'administration:read',
    listHookDeliveries,
  ),
  repositoryRoute(
    'POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts',
    'administration:write',
    redeliverToHook,
  ),
  appRoute('GET /app/hook/deliveries', listAppDeliveries),
  appRoute('GET /app/hook/deliveries/{delivery_id}', getAppDelivery),
  appRoute('POST /app/hook/deliveries/{delivery_id}/attempts', redeliverToApp),
];

function listHooks(call: RepositoryCall): Reply {
  const { platform, repository } = call;
  return pageReply(call, [...repository.hooks.values()], (hook) =>
    hookView(platform.world, repository, hook),
  );
}

const NewHook = z.object({
  config: z.object({
    url: z.url(),
    secret: z.string().optional(),
    content_type: z.literal('json').optional(),
  }),
  events: z.array(z.string()).default(['push']),
  active: z.boolean().default(true),
});

/** A ping follows at once, as the receiver's proof that it is reached. */
function createHook(call: RepositoryCall): Reply {
  const { platform, repository, cause } = call;
  const { config, events, active } = readBody(call, NewHook);
  const hook: Hook = {
    id: platform.world.nextId(),
    url: config.url,
    secret: config.secret ?? null,
    events,
    active,
    createdAt: platform.world.now(),
    deliveries: [],
  };
  repository.hooks.set(hook.id, hook);
  platform.events.send(hook, {
    name: 'ping',
    repository,
    payload: {
      zen: 'Speak like a human.',
      hook_id: hook.id,
      hook: hookView(platform.world, repository, hook),
    },
    cause,
  });
  return created(hookView(platform.world, repository, hook));
}

function getHook(call: RepositoryCall): Reply {
  return ok(hookView(call.platform.world, call.repository, findHook(call)));
}

function findHook(call: RepositoryCall): Hook {
  const hook = call.repository.hooks.get(Number(call.params['hook_id']));
  if (hook === undefined) {
    throw new Refused(notFound());
  }
  return hook;
}

function deleteHook(call: RepositoryCall): Reply {
  call.repository.hooks.delete(findHook(call).id);
  return noContent();
}

function listHookDeliveries(call: RepositoryCall): Reply {
  return listDeliveries(call, findHook(call));
}

function redeliverToHook(call: RepositoryCall): Reply {
  return redeliver(call, findHook(call));
}

function listAppDeliveries(call: Call, app: App): Reply {
  return listDeliveries(call, app.hook);
}

function getAppDelivery(call: Call, app: App): Reply {
  return ok(deliveryView(app.hook, findDelivery(call, app.hook)));
}

function redeliverToApp(call: Call, app: App): Reply {
  return redeliver(call, app.hook);
}

/** The newest come first; the rest through `cursor`, which is the id of the first one that was not shown. */
function listDeliveries(call: Call, hook: Hook): Reply {
  const cursor = call.query.get('cursor');
  const status = call.query.get('status');
  const older = hook.deliveries.filter(({ id }) => cursor === null || id <= Number(cursor));
  const wanted = older.filter(
    (delivery) => status === null || status === (succeeded(delivery) ? 'success' : 'failure'),
  );
  const { items } = pickPage(call, wanted);
  const next = wanted[items.length];
  const query = new URLSearchParams({ ...Object.fromEntries(call.query), cursor: String(next?.id) });
  const headers = next === undefined ? undefined : { link: `<${call.url}?${query.toString()}>; rel="next"` };
  return { status: 200, body: items.map(deliveryItemView), ...(headers === undefined ? {} : { headers }) };
}

const FIRST_REDIRECT = 300;

function succeeded({ statusCode }: Delivery): boolean {
  return statusCode > 0 && statusCode < FIRST_REDIRECT;
}

function redeliver(call: Call, hook: Hook): Reply {
  call.platform.events.redeliver(hook, findDelivery(call, hook));
  return { status: 202, body: {} };
}

function findDelivery(call: Call, hook: Hook): Delivery {
  const delivery = hook.deliveries.find(({ id }) => id === Number(call.params['delivery_id']));
  if (delivery === undefined) {
    throw new Refused(notFound());
  }
  return delivery;
}
