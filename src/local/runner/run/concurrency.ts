/** Groups of runs and jobs that don't run at the same time. */
export type Concurrency = {
  /**
   * Waits for the group to be free. `displaced`: a newer one took the place in the queue, or the queue is full;
   * `abandoned`: `signal` was aborted meanwhile.
   */
  enter(request: ConcurrencyRequest): Promise<Ticket | 'displaced' | 'abandoned'>;
};

export type ConcurrencyRequest = {
  readonly repository: string;
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue: 'single' | 'max';
  /** Ends whoever holds the group now, where a newer one wants it at once. */
  readonly cancelHolder: () => void;
  readonly signal: AbortSignal;
};

export type Ticket = { leave(): void };

type Waiting = {
  readonly request: ConcurrencyRequest;
  settle(answer: Ticket | 'displaced' | 'abandoned'): void;
};
type Group = { holder: ConcurrencyRequest | undefined; waiting: Waiting[] };

export function createConcurrency(): Concurrency {
  const groups = new Map<string, Group>();

  function enter(request: ConcurrencyRequest): Promise<Ticket | 'displaced' | 'abandoned'> {
    const key = `${request.repository} ${request.group}`.toLowerCase();
    const group = groups.get(key) ?? { holder: undefined, waiting: [] };
    groups.set(key, group);
    if (request.signal.aborted) return Promise.resolve('abandoned');
    if (group.holder === undefined) return Promise.resolve(hand(key, group, request));
    if (request.queue === 'max') {
      if (group.waiting.length >= MAX_QUEUE) return Promise.resolve('displaced');
    } else {
      for (const other of group.waiting.splice(0)) other.settle('displaced');
    }
    if (request.cancelInProgress) group.holder.cancelHolder();
    return queue(group, request);
  }

  function queue(group: Group, request: ConcurrencyRequest): Promise<Ticket | 'displaced' | 'abandoned'> {
    return new Promise((resolve) => {
      const waiting: Waiting = { request, settle };
      group.waiting.push(waiting);
      request.signal.addEventListener('abort', abandon, { once: true });

      function abandon(): void {
        group.waiting = group.waiting.filter((other) => other !== waiting);
        settle('abandoned');
      }

      function settle(answer: Ticket | 'displaced' | 'abandoned'): void {
        request.signal.removeEventListener('abort', abandon);
        resolve(answer);
      }
    });
  }

  function hand(key: string, group: Group, request: ConcurrencyRequest): Ticket {
    group.holder = request;
    return {
      leave() {
        if (group.holder !== request) return;
        group.holder = undefined;
        const next = group.waiting.shift();
        if (next === undefined) groups.delete(key);
        else next.settle(hand(key, group, next.request));
      },
    };
  }

  return { enter };
}

/** GitHub's limit on `queue: max`. */
const MAX_QUEUE = 100;
