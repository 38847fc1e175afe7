import { readPatch } from '../../patch/read.ts';
import type { Config } from '../../policy/config.ts';
import type { PatchRecord } from '../../record/record.ts';
import { type CanaryEntry, parseWatchEntry, type WatchEntry } from '../../record/watch-entry.ts';
import type { CanaryStatus } from '../../report/command/status.ts';
import type { Readable } from './facts.ts';

/** Id of the canary of a day, or of a minute where somebody asks for one more. */
export function canaryId(now: Date, asked: boolean): string {
  const [date = '', time = ''] = now.toISOString().split('T');
  return `canary-${date}${asked ? `-${time.slice(0, 5).replace(':', '')}` : ''}`;
}

/** One file with the time in it, so that there is always something to change. */
export function canaryPayload(id: string, path: string, now: Date): { readonly [key: string]: unknown } {
  return {
    id,
    patch: {
      version: 1,
      id,
      title: `Canary of ${now.toISOString().slice(0, 10)}`,
      description:
        'A patch without a purpose of its own: it shows that patches still come all the way. The watch closes its pull request.',
      changes: [{ kind: 'write', path, content: `Ghost Runner was alive at ${now.toISOString()}.\n` }],
    },
  };
}

/** What the watch remembers of a canary that it sends. */
export function sentCanary(id: string, path: string, now: Date): CanaryEntry['sent'] {
  const { digest } = readPatch({ value: canaryPayload(id, path, now)['patch'] });
  return { id, at: now.toISOString(), digest };
}

/** By its name alone anybody's patch could be closed; so it must also change that one file and nothing else. */
export function isCanary({ id, plan }: PatchRecord, path: string): boolean {
  return CANARY_ID.test(id) && plan?.changes.length === 1 && plan.changes[0]?.path === path;
}

/** Whether it is called as canaries are; anybody may call a patch so. */
export function isCanaryId(id: string): boolean {
  return CANARY_ID.test(id);
}

const CANARY_ID = /^canary-\d{4}-\d{2}-\d{2}(?:-\d{4})?$/;

/** The entry once a canary is sent. After a long silence the waiting begins anew, for nobody had sent any. */
export function withSent(
  known: CanaryEntry | undefined,
  sent: CanaryEntry['sent'],
  lateAfterHours: number,
): CanaryEntry {
  const silent = known === undefined || hoursBetween(known.sent.at, sent.at) > lateAfterHours;
  return {
    since: silent ? sent.at : known.since,
    sent,
    ...(known?.arrived === undefined ? {} : { arrived: known.arrived }),
  };
}

/** The entry once this record says that its canary went the whole way. */
export function withArrival(known: CanaryEntry, { record, at }: Readable): CanaryEntry {
  const last = record.steps.at(-1);
  const ended =
    last === undefined ? new Date(at.committedAt) : new Date(Date.parse(last.at) + last.seconds * 1000);
  const seconds = Math.max(0, (ended.getTime() - Date.parse(known.sent.at)) / 1000);
  return { ...known, arrived: { id: record.id, at: ended.toISOString(), seconds } };
}

/** What time is left out of the waiting, because nothing could fly. */
export type Waiting = {
  readonly now: Date;
  /** Up to when patches onto the default branch were stopped, ISO 8601; `now`: they are. null: nothing is known of a stop. */
  readonly stoppedUntil: string | null;
};

export function isLate(canary: CanaryEntry, lateAfterHours: number, { now, stoppedUntil }: Waiting): boolean {
  const waited = waitedForSince(canary);
  const from = stoppedUntil !== null && stoppedUntil > waited ? stoppedUntil : waited;
  return hoursBetween(from, now.toISOString()) > lateAfterHours;
}

/** The newest arrival, or when the waiting for the first one began; ISO 8601. */
export function waitedForSince({ since, arrived }: CanaryEntry): string {
  return arrived === undefined || arrived.at < since ? since : arrived.at;
}

/** What `status` shows of the canary, from the message of the newest commit at WATCH_REF. */
export function canaryStatus(
  message: string | null,
  config: Config | null,
  waiting: Waiting,
): CanaryStatus | null | undefined {
  return canaryStatusOf(parseWatchEntry(message), config, waiting);
}

/** null: none has arrived yet; undefined: the config asks for none. */
export function canaryStatusOf(
  entry: WatchEntry | null,
  config: Config | null,
  waiting: Waiting,
): CanaryStatus | null | undefined {
  const wanted = config?.watch.canary;
  if (wanted === undefined) {
    return undefined;
  }
  const { canary } = entry ?? {};
  return canary?.arrived === undefined
    ? null
    : {
        arrivedAt: canary.arrived.at,
        seconds: canary.arrived.seconds,
        late: isLate(canary, wanted['late-after-hours'], waiting),
      };
}

function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
