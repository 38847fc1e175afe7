/** Something that goes wrong, at the next `times` calls (1 where absent) of `method` (any where absent). */
export type SlackFault = {
  readonly method?: string;
  readonly times?: number;
} & (
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }
  /** HTTP 200 with `ok: false`. */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** The call is carried out, late. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** The connection ends without an answer; `after`: when the call was carried out. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** The call is carried out, and half of the answer arrives, or `{}` with 200, or an error. */
  | { readonly kind: 'spoil'; readonly answer: 'half' | 'nothing' | 'error' }
);

/** Says of every call what goes wrong with it, undefined for nothing. */
export type SlackStorm = (method: string) => SlackFault | undefined;

export type FaultPlan = {
  inject(fault: SlackFault): void;
  /** Returns the function that ends it. Faults that were injected come first. */
  addStorm(storm: SlackStorm): () => void;
  /** The fault that this call meets; each is used up by what it hits. */
  take(method: string): SlackFault | undefined;
};

export function createFaultPlan(): FaultPlan {
  const pending: { readonly fault: SlackFault; left: number }[] = [];
  let blowing: SlackStorm | undefined;

  return {
    inject(fault) {
      pending.push({ fault, left: fault.times ?? 1 });
    },
    addStorm(storm) {
      blowing = storm;
      return () => {
        blowing = undefined;
      };
    },
    take(method) {
      const hit = pending.find(({ fault, left }) => left > 0 && (fault.method ?? method) === method);
      if (hit !== undefined) {
        hit.left -= 1;
      }
      return hit?.fault ?? blowing?.(method);
    },
  };
}
