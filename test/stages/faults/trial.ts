import type { WatchContext } from '../../../src/stages/watch/context.ts';
import type { Through } from '../kill/mortal.ts';
import type { FaultKind } from './kinds.ts';
import { meetInPlace, type Trouble, withTrouble } from './wire.ts';

/** What goes wrong, and at the how-manyth port call. */
export type Fault = { readonly call: number; readonly kind: FaultKind };

export type Trial = {
  /** Names of the calls that were made, in order. */
  readonly calls: readonly string[];
  /** Runs a process to its end; `threw` is what it ended with, where it broke. */
  run(
    work: (context: WatchContext, through: Through) => Promise<unknown>,
  ): Promise<{ readonly threw?: unknown }>;
};

/** A process whose platforms fail at one of its calls, or at none. */
export function createTrial(
  healthy: WatchContext,
  fault: Fault | null,
  elapse: (seconds: number) => void,
): Trial {
  const calls: string[] = [];
  let outage: string | null = null;

  function troubleOf(name: string, platform: string): Trouble | null {
    const number = calls.push(name);
    if (fault?.call === number && fault.kind === 'fails for ever') {
      outage = platform;
    }
    const hit = fault !== null && (fault.call === number || outage === platform);
    return hit ? { kind: fault.kind, elapse } : null;
  }

  function exposed<Port extends object>(name: string, port: Port): Port {
    const platform = PLATFORMS[name] ?? 'GitHub';
    return new Proxy(port, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') {
          return member;
        }
        return async (...args: unknown[]) => {
          const trouble = troubleOf(`${name}.${String(key)}`, platform);
          const call = async (): Promise<unknown> => await Reflect.apply(member, target, args);
          if (trouble === null) {
            return await call();
          }
          return await (IN_MEMORY.has(name) ? meetInPlace : withTrouble)(trouble, call);
        };
      },
    });
  }

  const { repository, forge, chat, history, ledger, runs, people, conversation } = healthy;
  const context: WatchContext = {
    ...healthy,
    repository: exposed('repository', repository),
    forge: exposed('forge', forge),
    chat: chat === null ? null : exposed('chat', chat),
    history: history === null ? null : exposed('history', history),
    ledger: exposed('ledger', ledger),
    runs: exposed('runs', runs),
    people: exposed('people', people),
    conversation: exposed('conversation', conversation),
  };
  return {
    calls,
    async run(work) {
      try {
        await work(context, exposed);
        return {};
      } catch (threw) {
        return { threw };
      }
    },
  };
}

/** Whose ports these are; the others are GitHub's. */
const PLATFORMS: { readonly [port: string]: string | undefined } = {
  chat: 'Slack',
  history: 'Slack',
  thread: 'Slack',
  answers: 'Slack',
  deliveries: 'store',
  outbox: 'store',
  board: 'store',
  callbacks: 'store',
  heard: 'store',
  receiver: 'receiver',
};

/** Ports that reach no network in a scene. */
const IN_MEMORY: ReadonlySet<string> = new Set([
  'runs',
  'targets',
  'deliveries',
  'outbox',
  'board',
  'callbacks',
  'heard',
  'receiver',
]);
