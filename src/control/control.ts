import * as z from 'zod';

/**
 * The switch that every write reads first: the newest commit at `refs/ghost/control`.
 * Its chain of commits is the audit log; the message is the state, its last line as JSON.
 */
export type Control =
  | { readonly state: 'running' }
  | { readonly state: 'paused' | 'locked'; readonly reason: string };

export type ControlEntry = z.output<typeof entrySchema>;

/**
 * What the switch says now. Unreadable means paused: nobody may push because a switch could not be read.
 * `message` is null where the ref does not exist.
 */
export function readControl(message: string | null, now: Date): Control {
  if (message === null) {
    return {
      state: 'paused',
      reason: 'refs/ghost/control is gone although patches were handled here; restore it to go on',
    };
  }
  const entry = parseControl(message);
  if (entry === null) {
    return { state: 'paused', reason: 'refs/ghost/control can not be read; write it anew to go on' };
  }
  if (entry.state === 'running' || (entry.until !== undefined && new Date(entry.until) <= now)) {
    return { state: 'running' };
  }
  return { state: entry.state, reason: entry.reason };
}

/** The message of a control commit: a sentence for the audit log, then the entry. */
export function formatControl(entry: ControlEntry): string {
  return `${entry.state} by ${oneLine(entry.by)}: ${oneLine(entry.reason)}\n\n${CONTROL_KEY}${JSON.stringify(entry)}\n`;
}

/** The entry of a control commit's message; null where it has none or a malformed one. */
export function parseControl(message: string): ControlEntry | null {
  const line = message.split('\n').findLast((candidate) => candidate.startsWith(CONTROL_KEY));
  if (line === undefined) {
    return null;
  }
  try {
    return entrySchema.parse(JSON.parse(line.slice(CONTROL_KEY.length)));
  } catch {
    return null;
  }
}

const CONTROL_KEY = 'Ghost-Control: ';

const entrySchema = z.strictObject({
  version: z.literal(1),
  state: z.enum(['running', 'paused', 'locked']),
  reason: z.string(),
  /** GitHub login. */
  by: z.string(),
  at: z.iso.datetime(),
  /** A pause or lock ends by itself at this time. */
  until: z.iso.datetime().exactOptional(),
});

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
