import type { ActionsEngine, WorkflowEvent } from '../../contract.ts';
import type { FaultDesk } from '../http/faults.ts';
import type { App, Hook, Installation, Repository } from '../model.ts';
import { repositoryView } from '../views/repository.ts';
import { userView } from '../views/user.ts';
import type { World } from '../world.ts';
import { createDeliveries } from './deliveries.ts';
import type { Events, RepositoryEvent } from './event.ts';

/** The engine is asked for when events happen, not before. */
export function createEvents(engineOf: () => ActionsEngine | null, world: World, faults: FaultDesk): Events {
  const pending = new Set<Promise<unknown>>();
  const problems: unknown[] = [];

  function track(work: Promise<unknown>) {
    const watched = work
      .catch((cause: unknown) => problems.push(cause))
      .finally(() => pending.delete(watched));
    pending.add(watched);
  }

  const deliveries = createDeliveries({ world, faults, track });

  return {
    publish(event) {
      for (const { hook, installation } of findHooks(world, event)) {
        deliveries.deliver(hook, event, createPayload(world, event, installation), installation);
      }
      const engine = engineOf();
      const trigger = createTrigger(world, event);
      if (engine !== null && trigger !== null) {
        track(engine.start(trigger));
      }
    },
    redeliver: (hook, delivery) => deliveries.redeliver(hook, delivery),
    track,
    problems,
    send: (hook, event) => deliveries.deliver(hook, event, createPayload(world, event, null), null),
    async settled() {
      while (pending.size > 0) {
        await Promise.allSettled(pending);
      }
    },
  };
}

/** The payload of an event as a webhook carries it, and as `github.event` in a workflow. */
export function createPayload(world: World, event: RepositoryEvent, installation: Installation | null) {
  return {
    ...(event.action === undefined ? {} : { action: event.action }),
    ...event.payload,
    repository: repositoryView(world, event.repository),
    sender: userView(world, event.cause.user),
    ...(installation === null ? {} : { installation: { id: installation.id } }),
  };
}

/** What the engine is told; null: workflows do not hear of it. */
export function createTrigger(world: World, event: RepositoryEvent): WorkflowEvent | null {
  const { name, workflows, cause } = event;
  if (
    workflows === undefined ||
    !isTriggerName(name) ||
    (cause.token?.kind === 'job' && !STARTED_BY_JOBS.has(name))
  ) {
    return null;
  }
  return {
    name,
    repository: event.repository.fullName,
    actor: cause.user.login,
    ...(event.action === undefined ? {} : { type: event.action }),
    payload: createPayload(world, event, null),
    ...workflows,
  };
}

/** The two events that start runs even when a job's token made them. */
const STARTED_BY_JOBS: ReadonlySet<string> = new Set(['workflow_dispatch', 'repository_dispatch']);

const HOOK_ONLY: ReadonlySet<string> = new Set([
  'status',
  'check_suite',
  'ping',
  'pull_request_review',
  'issues',
]);

function isTriggerName(name: RepositoryEvent['name']): name is WorkflowEvent['name'] {
  return !HOOK_ONLY.has(name);
}

function findHooks(
  world: World,
  event: RepositoryEvent,
): { hook: Hook; installation: Installation | null }[] {
  const own = [...event.repository.hooks.values()].map((hook) => ({ hook, installation: null }));
  const ofApps = [...world.installations.values()]
    .filter(({ repositories }) => repositories.has(event.repository.fullName))
    .map((installation) => ({ hook: installation.app.hook, installation }));
  return [...own, ...ofApps].filter(({ hook }) => listens(hook, event.name));
}

function listens(hook: Hook, event: string): boolean {
  return hook.active && hook.url !== '' && (hook.events.includes('*') || hook.events.includes(event));
}

/** All Apps' installations in a repository. */
export function findInstallation(world: World, app: App, repository: Repository): Installation | undefined {
  return [...world.installations.values()].find(
    (installation) => installation.app === app && installation.repositories.has(repository.fullName),
  );
}
