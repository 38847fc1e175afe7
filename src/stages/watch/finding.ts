import type { Finding } from '../../report/watch/report.ts';

/** It was put right; the sentence says what it was. */
export function put(name: string, sentence: string): Finding {
  return { name, sentence, done: 'settled' };
}

/** Somebody else was quicker, and the next pass looks anew. */
export function raced(name: string): Finding {
  return { name, sentence: 'Somebody else moved it while it was looked at', done: 'raced' };
}
