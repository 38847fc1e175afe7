export type RateLimit = {
  /** Messages that a channel takes at once. */
  readonly burst: number;
  readonly perSecond: number;
};

/** Seconds to wait until this channel takes one more message; 0: it took it. */
export type Limiter = (channel: string) => number;

export function createLimiter({ burst, perSecond }: RateLimit, now: () => number): Limiter {
  const buckets = new Map<string, { level: number; at: number }>();

  return (channel) => {
    const at = now();
    const bucket = buckets.get(channel) ?? { level: burst, at };
    bucket.level = Math.min(burst, bucket.level + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(channel, bucket);
    if (bucket.level >= 1) {
      bucket.level -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil((1 - bucket.level) / perSecond));
  };
}
