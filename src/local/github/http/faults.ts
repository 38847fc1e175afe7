/** Troubles to order: which requests they hit, how often, and what happens instead. */
export type FaultRule = {
  readonly match: FaultMatch;
  /** How many requests it hits; for ever where absent. */
  readonly times?: number;
  /** How many matching requests it lets pass first. */
  readonly after?: number;
  readonly fault: Fault;
};

/**
 * All parts that are given must match. `route` is a request's key such as
 * `POST /repos/{owner}/{repo}/git/trees` or a part of it; `graphql` is a text in the query, such as a field's
 * name, and `GraphQL` is the route of them all.
 */
export type FaultMatch = { readonly method?: string; readonly route?: string; readonly graphql?: string };

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: { readonly [name: string]: string };
    }
  | { readonly kind: 'latency'; readonly ms: number }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'drop' }
  /** The work is done, then the connection breaks: the caller can't know. */
  | { readonly kind: 'drop_after' }
  /** The work is done, and half of the answer arrives, or `{}` with 200, or an error. */
  | { readonly kind: 'spoil'; readonly answer: 'half' | 'nothing' | 'error' }
  /** A proxy answers with 200 and a page of its own, and nothing is done. */
  | { readonly kind: 'page' }
  /** GitHub's secondary limit; seconds. */
  | { readonly kind: 'rate_limit'; readonly retryAfter: number };

export type Storm = (request: { readonly method: string; readonly route: string }) => Fault | null;

export type Faults = {
  /** Returns the function that takes the fault back. */
  add(rule: FaultRule): () => void;
  /** Asks about every request what goes wrong with it, null for nothing. Gives back as `add` does. */
  addStorm(storm: Storm): () => void;
  /** The next webhooks are lost on their way: of one event, or all. Gives back as `add` does. */
  loseWebhooks(options?: { readonly event?: string; readonly times?: number }): () => void;
  clear(): void;
};

export type FaultDesk = Faults & {
  /** Faults that hit this request, counted as used. */
  take(request: {
    readonly method: string;
    readonly route: string;
    readonly query: string;
  }): readonly Fault[];
  takeWebhook(event: string): boolean;
};

export function createFaultDesk(): FaultDesk {
  const rules = new Set<{ readonly rule: FaultRule; seen: number }>();
  const losses = new Set<{ readonly event?: string; left: number }>();
  const storms = new Set<Storm>();
  return {
    add(rule) {
      const entry = { rule, seen: 0 };
      rules.add(entry);
      return () => rules.delete(entry);
    },
    addStorm(storm) {
      storms.add(storm);
      return () => storms.delete(storm);
    },
    loseWebhooks({ event, times = Number.POSITIVE_INFINITY } = {}) {
      const entry = { ...(event === undefined ? {} : { event }), left: times };
      losses.add(entry);
      return () => losses.delete(entry);
    },
    clear() {
      rules.clear();
      losses.clear();
      storms.clear();
    },
    take(request) {
      const hits = [...storms].flatMap((storm) => storm(request) ?? []);
      for (const entry of rules) {
        const { match, after = 0, times = Number.POSITIVE_INFINITY, fault } = entry.rule;
        if (matches(match, request)) {
          entry.seen += 1;
          if (entry.seen > after && entry.seen <= after + times) {
            hits.push(fault);
          }
        }
      }
      return hits;
    },
    takeWebhook(event) {
      const loss = [...losses].find((entry) => entry.left > 0 && (entry.event ?? event) === event);
      if (loss !== undefined) {
        loss.left -= 1;
      }
      return loss !== undefined;
    },
  };
}

function matches(match: FaultMatch, request: { method: string; route: string; query: string }): boolean {
  return (
    (match.method ?? request.method) === request.method &&
    request.route.includes(match.route ?? '') &&
    (match.graphql === undefined || (request.route === 'GraphQL' && request.query.includes(match.graphql)))
  );
}
