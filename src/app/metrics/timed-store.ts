import type { Store } from '../../stages/intake/store.ts';
import type { Metrics } from './metrics.ts';

/** The same store, of which every call is measured. */
export function timeStore(store: Store, metrics: Pick<Metrics, 'stored'>): Store {
  const timed = <Group extends object>(name: string, group: Group): Group =>
    new Proxy(group, {
      get: (target, property) => {
        const member: unknown = Reflect.get(target, property);
        return typeof member === 'function'
          ? (...given: unknown[]) =>
              measure(metrics, `${name}.${String(property)}`, () => Reflect.apply(member, target, given))
          : member;
      },
    });
  const { tokens, deliveries, outbox, events, board, callbacks, heard, inbox, comments, chores } = store;
  return {
    tokens: timed('tokens', tokens),
    deliveries: timed('deliveries', deliveries),
    outbox: timed('outbox', outbox),
    events: timed('events', events),
    board: timed('board', board),
    callbacks: timed('callbacks', callbacks),
    heard: timed('heard', heard),
    inbox: timed('inbox', inbox),
    comments: timed('comments', comments),
    chores: timed('chores', chores),
    check: () => measure(metrics, 'check', () => store.check()),
    close: () => store.close(),
  };
}

async function measure<Result>(
  metrics: Pick<Metrics, 'stored'>,
  operation: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const from = performance.now();
  let ok = false;
  try {
    const result = await work();
    ok = true;
    return result;
  } finally {
    metrics.stored(operation, (performance.now() - from) / 1000, ok);
  }
}
