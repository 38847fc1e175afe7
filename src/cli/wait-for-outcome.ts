import { setTimeout as delay } from 'node:timers/promises';
import { isFinished } from '../record/life.ts';
import type { PatchRecord } from '../record/record.ts';
import { parseRecord } from '../record/text.ts';
import { describeView } from '../report/sentence.ts';
import type { Destination } from './dispatch.ts';

/** A delivery whose end somebody waits for. */
export type Awaited = {
  readonly destination: Pick<Destination, 'readRecord'>;
  readonly id: string;
  readonly digest: string;
  /** The commit of the record that stood there before it was sent. */
  readonly before: string | undefined;
  readonly seconds: number;
  /** Between two looks. A GET every three seconds, as where it is absent, stays far below GitHub's limit. */
  readonly pollMs?: number;
  /** Hears how far it is, each step once. */
  readonly progress: (sentence: string) => void;
};

/** The record as soon as it is done with this digest; null: it is not in that time. */
export async function waitForOutcome(awaited: Awaited): Promise<PatchRecord | null> {
  const { seconds, progress, pollMs = DEFAULT_POLL_MS } = awaited;
  const deadline = Date.now() + seconds * 1000;
  let told = '';
  while (Date.now() < deadline) {
    const record = await readAnswer(awaited);
    if (record?.outcome !== undefined) {
      return record;
    }
    const { headline } = record === null ? { headline: told } : describeView({ record });
    if (headline !== told) {
      progress(headline);
      told = headline;
    }
    await delay(Math.min(pollMs, Math.max(0, deadline - Date.now())));
  }
  return null;
}

const DEFAULT_POLL_MS = 3_000;

/** A record that stood there before this delivery answers it only if it is finished, for then this one is a duplicate. */
async function readAnswer({ destination, id, digest, before }: Awaited): Promise<PatchRecord | null> {
  const commit = await destination.readRecord(id);
  const parsed = commit === undefined ? null : parseRecord(commit.message);
  if (!parsed?.ok || parsed.record.digest !== digest) {
    return null;
  }
  const { outcome } = parsed.record;
  const isNew = commit?.oid !== before;
  return isNew || (outcome !== undefined && isFinished(outcome)) ? parsed.record : null;
}
