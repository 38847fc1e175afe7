import { randomUUID } from 'node:crypto';
import { Webhooks } from '@octokit/webhooks';
import type { FaultDesk } from '../http/faults.ts';
import type { Delivery, Hook, Installation } from '../model.ts';
import type { World } from '../world.ts';
import type { RepositoryEvent } from './event.ts';

export type Deliveries = {
  deliver(hook: Hook, event: RepositoryEvent, payload: object, installation: Installation | null): void;
  redeliver(hook: Hook, delivery: Delivery): void;
};

/** GitHub gives a receiver this long. */
const ANSWER_TIMEOUT_MS = 10_000;
const MILLISECONDS = 1000;

/** Signs, sends and logs webhooks. A delivery that fails is never repeated by itself, as on GitHub. */
export function createDeliveries(options: {
  readonly world: World;
  readonly faults: FaultDesk;
  readonly track: (work: Promise<unknown>) => void;
}): Deliveries {
  const { world, faults, track } = options;

  function start(hook: Hook, delivery: Delivery) {
    hook.deliveries.unshift(delivery);
    if (faults.takeWebhook(delivery.event)) {
      delivery.status = 'lost';
      return;
    }
    track(attempt(hook, delivery));
  }

  return {
    deliver(hook, event, payload, installation) {
      start(hook, {
        id: world.nextId(),
        guid: randomUUID(),
        event: event.name,
        action: event.action ?? null,
        redelivery: false,
        at: world.now(),
        repositoryId: event.repository.id,
        installationId: installation?.id ?? null,
        payload: JSON.stringify(payload),
        headers: {},
        durationSeconds: 0,
        statusCode: 0,
        status: 'pending',
      });
    },
    redeliver(hook, delivery) {
      start(hook, {
        ...delivery,
        id: world.nextId(),
        redelivery: true,
        at: world.now(),
        statusCode: 0,
        status: 'pending',
      });
    },
  };
}

async function attempt(hook: Hook, delivery: Delivery): Promise<void> {
  const started = performance.now();
  try {
    delivery.headers = await createHeaders(hook, delivery);
    const response = await fetch(hook.url, {
      method: 'POST',
      headers: delivery.headers,
      body: delivery.payload,
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    delivery.statusCode = response.status;
    delivery.status = response.ok ? 'OK' : response.statusText || 'Invalid HTTP Response';
  } catch (cause) {
    delivery.status =
      cause instanceof Error && cause.name === 'TimeoutError' ? 'timed out' : 'failed to connect to host';
  }
  delivery.durationSeconds = (performance.now() - started) / MILLISECONDS;
}

async function createHeaders(hook: Hook, delivery: Delivery): Promise<{ [name: string]: string }> {
  return {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/local',
    'x-github-event': delivery.event,
    'x-github-delivery': delivery.guid,
    'x-github-hook-id': String(hook.id),
    ...(await signPayload(hook, delivery.payload)),
  };
}

async function signPayload(hook: Hook, payload: string): Promise<{ [name: string]: string }> {
  if (hook.secret === null) {
    return {};
  }
  return { 'x-hub-signature-256': await new Webhooks({ secret: hook.secret }).sign(payload) };
}
