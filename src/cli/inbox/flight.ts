import { mergeTold, type Told } from '../told.ts';
import { type Beside, type Understood, understand } from '../understand.ts';
import { ClosedDoor, type Door, type Receipt, type WholePatch } from './door.ts';
import type { Content, Folder } from './folder.ts';
import { type Claim, formatClaim, WORKING } from './names.ts';
import type { Clock, Tell } from './parts.ts';
import { decidePatch, type PatchLimits, type Progress } from './patch-step.ts';
import { type Report, refusedReport, unknownReport } from './report.ts';
import type { FileRead } from './settle.ts';
import type { Turns } from './turns.ts';

/** How the work on one file ended, for this process. */
export type Flown =
  | ({ readonly kind: 'landed'; readonly claim: Claim; readonly report: Report } & Known)
  /** It stays in `.working/`, for the next process to go on with. */
  | { readonly kind: 'left'; readonly file: string }
  /** Somebody took the file away. */
  | { readonly kind: 'gone' };

type Known = { readonly read: FileRead | null; readonly patch: Pick<WholePatch, 'id' | 'digest'> | null };

export type FlightParts = {
  readonly folder: Folder;
  readonly door: Door;
  readonly clock: Clock;
  readonly tell: Tell;
  readonly turns: Turns;
  readonly limits: PatchLimits;
  /** Do not wait for a pause or an outage to end. */
  readonly once: boolean;
  /** Aborted: leave everything as it is, and come to an end. */
  readonly signal: AbortSignal;
};

/** Works on a claimed file until its end is seen. Throws a ClosedDoor, and what the folder's file system fails with. */
export async function fly(parts: FlightParts, claim: Claim): Promise<Flown> {
  const { clock, folder, limits, turns, signal } = parts;
  if (claim.tries > limits.tries) {
    const report = unknownReport(
      `It was begun ${limits.tries} times, and each time the watcher ended before it was done.`,
    );
    return { kind: 'landed', claim, report, read: null, patch: null };
  }
  const { found, turn } = await turns.come(() => open(folder, claim));
  if (found.opened === null) {
    return { kind: 'gone' };
  }
  if ('report' in found.opened) {
    return { kind: 'landed', claim, patch: null, ...found.opened };
  }
  const { patch, read, told } = found.opened;
  const taken = await turn;
  const flight: Flight = { claim, patch, read, told, begunAt: clock.now(), sent: null, waits: '' };
  let ended = false;
  try {
    const flown = taken.behind ? await waitBehind(parts, flight) : await goOn(parts, flight);
    ended = flown.kind !== 'left';
    return flown;
  } catch (error) {
    if (signal.aborted) {
      return await leave(folder, flight);
    }
    if (error instanceof ClosedDoor) {
      await leave(folder, flight);
    }
    throw error;
  } finally {
    taken.end({ left: !ended });
  }
}

/** `opened`: null where the file is gone; `name`: of the patch, null where there is none. */
async function open(
  folder: Folder,
  claim: Claim,
): Promise<{ readonly opened: Opened | null; readonly name: string | null }> {
  const content = await folder.read(`${WORKING}/${formatClaim(claim)}`);
  if (content.kind === 'gone') {
    return { opened: null, name: null };
  }
  const opened = openContent(content);
  return { opened, name: 'report' in opened ? null : opened.patch.id };
}

type Opened =
  | { readonly patch: WholePatch; readonly read: FileRead; readonly told: Told }
  | { readonly report: Report; readonly read: FileRead | null };

function openContent(content: Exclude<Content, { kind: 'gone' }>): Opened {
  if (content.kind === 'unreadable') {
    return { report: refusedReport([{ code: content.code, message: content.why }]), read: null };
  }
  const { text, sha256 } = content;
  const read = { text, sha256 };
  const understood = understandSafely(text);
  if ('report' in understood) {
    return { report: understood.report, read };
  }
  const report = understood.dryRun ? DRY_RUN : refuseBeside(understood.beside);
  return report === null ? { patch: understood, read, told: understood.told } : { report, read };
}

/** What nobody expected of a patch must not end the watcher at each of its starts. */
function understandSafely(text: string): Extract<Understood, { ok: true }> | { readonly report: Report } {
  try {
    const understood = understand(text);
    return understood.ok ? understood : { report: refusedReport(understood.refusals) };
  } catch (error) {
    return { report: broken(error) };
  }
}

function broken(error: unknown): Report {
  return unknownReport(`Something broke: ${error instanceof Error ? error.message : String(error)}.`);
}

const DRY_RUN: Report = refusedReport([
  {
    code: 'malformed',
    message: 'The patch asks for a dry run, after which there is nothing to see. Send it without dryRun.',
    pointer: '/dryRun',
  },
]);

/** A file is sent anew where nobody knows whether it arrived, which would make attempts that nobody asked for. */
function refuseBeside({ sentFor, ...flags }: Beside): Report | null {
  const names = Object.keys({ ...flags, ...(sentFor === undefined ? {} : { for: sentFor }) });
  return names.length === 0
    ? null
    : refusedReport(
        names.map((name) => ({
          code: 'malformed',
          message: `From a watched folder a patch is sent with nothing but its id beside it. Leave \`${name}\` out, or send this file by itself, with ghost-runner send or apply.`,
          pointer: `/${name}`,
        })),
      );
}

type Flight = {
  claim: Claim;
  readonly patch: WholePatch;
  readonly read: FileRead;
  readonly begunAt: number;
  /** What was told of it when it was read here and when it was sent. */
  told: Told;
  sent: { readonly at: number; readonly receipt: Receipt; readonly doubt?: string } | null;
  /** Why it waits, as it was told last. */
  waits: string;
};

/** Looks, decides and acts, until there is an end. */
async function goOn(parts: FlightParts, flight: Flight): Promise<Flown> {
  const { clock, limits, signal } = parts;
  for (;;) {
    signal.throwIfAborted();
    const sighting = await parts.door
      .look(flight.patch, flight.sent?.receipt ?? null, signal)
      .catch((error: unknown) => endedBroken(error, signal));
    const step = decidePatch(sighting, progressOf(flight), { now: clock.now(), limits });
    if (step.do === 'settle') {
      return landed(flight, step.report);
    }
    const end =
      step.do === 'send'
        ? await send(parts, flight)
        : await wait(parts, flight, { milliseconds: step.milliseconds, idle: step.idle });
    if (end !== null) {
      return end;
    }
  }
}

function progressOf({ claim, begunAt, sent }: Flight): Progress {
  return { tries: claim.tries, begunAt, sent };
}

function landed({ claim, patch, read, told }: Flight, report: Report): Flown {
  return { kind: 'landed', claim, report: { ...report, ...mergeTold(report, told) }, read, patch };
}

/** null: it goes on. */
async function send(parts: FlightParts, flight: Flight): Promise<Flown | null> {
  const { clock, door, folder, limits, signal, tell } = parts;
  const { patch, claim } = flight;
  if (flight.sent !== null) {
    // Before it is sent, so that it counts whatever happens then.
    flight.claim = await renamed(folder, claim, claim.tries + 1);
  }
  const sent = await door.send(patch, signal).catch((error: unknown) => endedBroken(error, signal));
  switch (sent.kind) {
    case 'ended':
      return landed(flight, sent.report);
    case 'not_sent':
      return wait(parts, flight, {
        milliseconds: Math.max(sent.retryAfterMs ?? 0, limits.poll),
        idle: sent.why,
      });
    case 'sent':
    case 'perhaps': {
      const doubt = sent.kind === 'perhaps' ? { doubt: sent.why } : {};
      flight.sent = { at: clock.now(), receipt: sent.receipt, ...doubt };
      flight.told = mergeTold(flight.told, sent.kind === 'sent' ? (sent.told ?? {}) : {});
      tell({ event: 'sent', file: claim.name, id: patch.id, ...doubt });
      return null;
    }
  }
}

/** null: the time is over. */
async function wait(
  { clock, folder, once, signal, tell }: FlightParts,
  flight: Flight,
  { milliseconds, idle }: { readonly milliseconds: number; readonly idle: string | undefined },
): Promise<Flown | null> {
  if (idle !== undefined && idle !== flight.waits) {
    tell({ event: 'waiting', file: flight.claim.name, why: idle });
    flight.waits = idle;
  }
  if (once && idle !== undefined) {
    return leave(folder, flight);
  }
  await clock.wait(milliseconds, signal);
  return null;
}

/** Sent before the older one, it would have that take its place the next time. */
async function waitBehind({ folder, tell }: FlightParts, flight: Flight): Promise<Flown> {
  tell({ event: 'waiting', file: flight.claim.name, why: `an older file has its id, ${flight.patch.id}` });
  return leave(folder, flight);
}

/** This time does not count: neither a closed door nor the end of the watch is the patch's fault. */
async function leave(folder: Folder, { claim }: Flight): Promise<Flown> {
  await renamed(folder, claim, claim.tries - 1);
  return { kind: 'left', file: claim.name };
}

/** What a door did not expect is no reason to try again: it may be the patch. */
function endedBroken(error: unknown, signal: AbortSignal) {
  if (signal.aborted || error instanceof ClosedDoor) {
    throw error;
  }
  return { kind: 'ended', final: true, report: broken(error) } as const;
}

async function renamed(folder: Folder, claim: Claim, tries: number): Promise<Claim> {
  const next = { ...claim, tries };
  await folder.move(`${WORKING}/${formatClaim(claim)}`, `${WORKING}/${formatClaim(next)}`);
  return next;
}
