import type { PatchRecord, Reading } from '../record/record.ts';
import type { Received } from './received.ts';

/**
 * What is told of how a patch was read. What is sent from its record is the patch as it was understood, which needs
 * nothing put right any more and asks for nothing that is not done: what was told of it as it came is told again. What a
 * sender corrected and sent anew speaks for itself, though it be understood as the same.
 */
export function readingOf(received: Received, previous: PatchRecord | null): Reading {
  const { digest, repairs, notDone, again = false } = received;
  const before = again && previous?.digest === digest ? previous.reading : undefined;
  return {
    repairs: union(before?.repairs, repairs),
    notDone: union(before?.notDone, notDone),
  };
}

/** Each sentence once. */
export function union(before: readonly string[] = [], now: readonly string[]): readonly string[] {
  return [...new Set([...before, ...now])];
}
