import * as z from 'zod';
import { ROLES, type Role } from './roles.ts';
import { type Scope, type Switch, strictestSwitch, type Whom } from './switches.ts';
import { type Surface, VERBS, type Verb } from './verbs.ts';

/** What the switches say to one patch, or to all of them: the newest commit at `refs/ghost/control`, read for a purpose. */
export type Control =
  | { readonly state: 'running' }
  | {
      readonly state: 'paused' | 'locked';
      readonly reason: string;
      /** When it ends by itself, ISO 8601. */
      readonly until?: string;
      /** Absent where the switch could not be read, and therefore counts for all. */
      readonly scope?: Scope;
      readonly by?: string;
      readonly at?: string;
    };

/**
 * The message of a control commit. The chain of commits is the audit log: every command that changed anything left
 * one, with the switches as they stand since then, and what was done.
 */
export type ControlEntry = {
  readonly version: 1;
  readonly switches: readonly Switch[];
  readonly act: Act;
};

export type Act = {
  /** `start`: the first patch of a repository. `settle`: what the watch did by itself. */
  readonly verb: Verb | 'start' | 'settle';
  readonly surface: Surface | 'watch' | 'first_patch';
  /** GitHub login. */
  readonly by: string;
  readonly role?: Role;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the patch that it was about. */
  readonly patch?: string;
  /** Digest of a patch that it sent, such as a revert: whose patch that is says nobody else. */
  readonly digest?: string;
  readonly reason?: string;
  readonly confirm?: boolean;
  /** What came of it, as a sentence. */
  readonly result?: string;
};

/**
 * What the switches say now to patches onto a branch or from a sender; without them, to the repository as a whole.
 * Unreadable means paused: nobody may push because a switch could not be read.
 * `message` is null where the ref does not exist.
 */
export function readControl(message: string | null, now: Date, whom: Whom = {}): Control {
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
  return strictestSwitch(entry.switches, whom, now) ?? { state: 'running' };
}

/**
 * The message of a control commit: a sentence for whoever reads the log, then what the command came in, such as
 * `comment 12`, and the entry. Throws where an entry holds what could not be read back, such as a text beyond its limit:
 * then nothing must be written.
 */
export function formatControl(entry: ControlEntry, origin?: string): string {
  const checked = entrySchema.parse(entry);
  const from = origin === undefined ? '' : `${ORIGIN_KEY}${oneLine(origin)}\n`;
  const message = `${headlineOf(checked)}\n\n${from}${CONTROL_KEY}${JSON.stringify(checked)}\n`;
  if (message.length > MAX_CONTROL_CHARACTERS) {
    throw new Error(`${checked.switches.length} switches are too many to keep; lift some of them first`);
  }
  return message;
}

/** The entry of a control commit's message; null where it has none or a malformed one. */
export function parseControl(message: string): ControlEntry | null {
  if (message.length > MAX_CONTROL_CHARACTERS) {
    return null;
  }
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

/**
 * What the command of an entry came in; null: the entry does not say. It stands beside the entry and not in it, because an
 * earlier version takes an entry with a field that it does not know for one that can't be read.
 */
export function originOf(message: string): string | null {
  const line = message.split('\n').find((candidate) => candidate.startsWith(ORIGIN_KEY));
  return parseControl(message) === null ? null : (line?.slice(ORIGIN_KEY.length) ?? null);
}

/** Texts in an entry are cut to this by whoever makes one. */
export const MAX_CONTROL_TEXT = 1000;

/** Each can be told from the others by its state and scope; more than these no operator oversees. */
export const MAX_SWITCHES = 50;

/** More than all switches with all their texts; whatever is longer was not written by us. */
const MAX_CONTROL_CHARACTERS = 500_000;

const CONTROL_KEY = 'Ghost-Control: ';
const ORIGIN_KEY = 'Ghost-Origin: ';

const text = z.string().max(MAX_CONTROL_TEXT);
const name = z.string().min(1).max(MAX_CONTROL_TEXT);

const scopeSchema: z.ZodType<Scope> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('repository') }),
  z.strictObject({ kind: z.literal('branch'), branch: name }),
  z.strictObject({ kind: z.literal('sender'), login: name }),
]);

const switchSchema: z.ZodType<Switch> = z.strictObject({
  state: z.enum(['paused', 'locked']),
  scope: scopeSchema,
  reason: text,
  by: text,
  at: z.iso.datetime(),
  until: z.iso.datetime().exactOptional(),
});

const entrySchema: z.ZodType<ControlEntry> = z.strictObject({
  version: z.literal(1),
  switches: z.array(switchSchema).max(MAX_SWITCHES),
  act: z.strictObject({
    verb: z.enum([...VERBS, 'start', 'settle']),
    surface: z.enum(['form', 'comment', 'cli', 'slack', 'api', 'watch', 'first_patch']),
    by: text,
    role: z.enum(ROLES).exactOptional(),
    at: z.iso.datetime(),
    patch: text.exactOptional(),
    digest: text.exactOptional(),
    reason: text.exactOptional(),
    confirm: z.boolean().exactOptional(),
    result: text.exactOptional(),
  }),
});

function headlineOf({ act }: ControlEntry): string {
  const { verb, patch, by, reason } = act;
  const did = verb === 'start' ? 'first patch' : verb;
  const what = [did, ...(patch === undefined ? [] : [patch]), 'by', by].join(' ');
  return oneLine(reason === undefined || reason.trim() === '' ? what : `${what}: ${reason}`);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
