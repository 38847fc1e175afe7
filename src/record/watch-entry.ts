import * as z from 'zod';
import { REF_PREFIX } from '../patch/refs.ts';

/** What the watch remembers from pass to pass; the newest commit's message is the entry. Deleting it loses no patch. */
export const WATCH_REF = `${REF_PREFIX}watch`;

export type WatchEntry = {
  readonly version: 1;
  /** Who is at work with effects that no ref can guard, such as messages; nobody else begins any until then. */
  readonly lease?: { readonly run: string; readonly until: string };
  /** What was alerted and is not over. One alert each. */
  readonly incidents: readonly Incident[];
  readonly canary?: CanaryEntry;
};

export type Incident = {
  readonly key: IncidentKey;
  /** ISO 8601, as all times here. */
  readonly since: string;
  /** What is wrong, and what to do. */
  readonly sentence: string;
  readonly slack?: { readonly channel: string; readonly ts: string };
  readonly issue?: { readonly number: number; readonly url: string };
};

export const INCIDENT_KEYS = ['canary', 'control', 'records', 'unsettled', 'backlog'] as const;

/** One for each kind of thing, and one for each run that only people can start again. */
export type IncidentKey = (typeof INCIDENT_KEYS)[number] | LostRunKey;

/** With the id of the run. */
export type LostRunKey = `run ${number}`;

export function lostRunKey(run: number): LostRunKey {
  return `run ${run}`;
}

export function isLostRun(key: IncidentKey): key is LostRunKey {
  return key.startsWith('run ');
}

/** Each has an issue of its own; of more that are open at once, the others are told as these end. */
export const MOST_LOST_RUNS = 20;

export type CanaryEntry = {
  /** From when on arrivals are waited for. */
  readonly since: string;
  /** The digest is absent where it was sent before that was kept. */
  readonly sent: { readonly id: string; readonly at: string; readonly digest?: string };
  /** The last one that went the whole way, and how many seconds that took. */
  readonly arrived?: { readonly id: string; readonly at: string; readonly seconds: number };
};

/** Whether it is the canary that the watch sent, and not what somebody else sent under its name. */
export function isSentCanary(
  sent: CanaryEntry['sent'] | undefined,
  { id, digest }: { readonly id: string; readonly digest: string },
): boolean {
  return sent?.id === id && (sent.digest === undefined || sent.digest === digest);
}

/** A headline for whoever reads the log, then the entry. Throws where it holds what could not be read back. */
export function formatWatchEntry(entry: WatchEntry): string {
  const checked = entrySchema.parse(entry);
  const open = checked.incidents.map(({ key }) => key).join(', ');
  return `${open === '' ? 'watch' : `watch: ${open}`}\n\n${WATCH_KEY}${JSON.stringify(checked)}\n`;
}

/** null: there is none, or it can't be read; the watch then begins anew. */
export function parseWatchEntry(message: string | null): WatchEntry | null {
  if (message === null || message.length > MAX_CHARACTERS) {
    return null;
  }
  const line = message.split('\n').findLast((candidate) => candidate.startsWith(WATCH_KEY));
  if (line === undefined) {
    return null;
  }
  try {
    return entrySchema.parse(JSON.parse(line.slice(WATCH_KEY.length)));
  } catch {
    return null;
  }
}

/** Sentences in an entry are cut to this by whoever makes one. */
export const MAX_INCIDENT_TEXT = 1000;

/** More than a full entry holds; whatever is longer was not written by us. */
const MAX_CHARACTERS = 50_000;

const WATCH_KEY = 'Ghost-Watch: ';

const time = z.iso.datetime();
const name = z.string().min(1).max(MAX_INCIDENT_TEXT);

const entrySchema: z.ZodType<WatchEntry> = z.strictObject({
  version: z.literal(1),
  lease: z.strictObject({ run: name, until: time }).exactOptional(),
  incidents: z
    .array(
      z.strictObject({
        key: z.union([z.enum(INCIDENT_KEYS), z.templateLiteral(['run ', z.int().min(1)])]),
        since: time,
        sentence: z.string().max(MAX_INCIDENT_TEXT),
        slack: z.strictObject({ channel: name, ts: name }).exactOptional(),
        issue: z.strictObject({ number: z.int().min(1), url: name }).exactOptional(),
      }),
    )
    .max(INCIDENT_KEYS.length + MOST_LOST_RUNS),
  canary: z
    .strictObject({
      since: time,
      sent: z.strictObject({ id: name, at: time, digest: name.exactOptional() }),
      arrived: z.strictObject({ id: name, at: time, seconds: z.number().min(0) }).exactOptional(),
    })
    .exactOptional(),
});
