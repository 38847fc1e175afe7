/** Seconds; a signature of an App may be off by this much. */
export const MOST_SKEW = 60;
