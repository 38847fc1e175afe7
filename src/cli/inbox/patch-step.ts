import { type Report, unknownReport } from './report.ts';

/** What the far end says of a patch. */
export type Sighting =
  /** There is no trace of these bytes. */
  | { readonly kind: 'nothing' }
  /** Another revision has this patch's id. */
  | { readonly kind: 'other'; readonly look: string }
  /** `held`: kept until a pause ends, which nobody knows when. */
  | { readonly kind: 'under_way'; readonly held: boolean; readonly words: string; readonly look: string }
  /** `final`: it came after it was sent, or sending it again would change nothing; else it is an answer to others. */
  | { readonly kind: 'ended'; readonly final: boolean; readonly report: Report }
  /** Somebody ended it before it was handed on. `surely` not: it may have been taken before that. */
  | { readonly kind: 'withdrawn'; readonly surely: boolean; readonly report: Report }
  /** Nobody could be asked. */
  | { readonly kind: 'unreachable'; readonly why: string; readonly retryAfterMs?: number };

/** How far this process has come with a patch; times are milliseconds of one clock. */
export type Progress = {
  /** Sendings that were begun, those of processes before this one included. */
  readonly tries: number;
  readonly begunAt: number;
  readonly sent: {
    readonly at: number;
    /** Why nobody knows whether it arrived; absent: the far end said that it has it. */
    readonly doubt?: string;
  } | null;
};

export type PatchStep =
  | { readonly do: 'send' }
  /** `idle`: nothing goes on meanwhile, for this reason. */
  | { readonly do: 'wait'; readonly milliseconds: number; readonly idle?: string }
  | { readonly do: 'settle'; readonly report: Report };

export type PatchLimits = {
  /** Milliseconds between two looks. */
  readonly poll: number;
  /** Milliseconds in which a patch that was sent usually shows itself, a queue of runs included. */
  readonly arrival: number;
  /** Milliseconds in which one that shows itself must come to its end, a pause aside. */
  readonly end: number;
  /** Sendings of one patch. */
  readonly tries: number;
};

/**
 * What to do next with a patch that is whole. Before it is sent and after each sending somebody looks, so that what
 * was sent before a restart is not sent again.
 *
 * An end is taken where it was seen. What is not seen in time is sent again a few times, which does nothing twice,
 * and is unknown after that. Only where nobody can be asked, or a pause lasts, is there no limit, for neither says
 * anything about the patch.
 */
export function decidePatch(
  sighting: Sighting,
  progress: Progress,
  { now, limits }: { readonly now: number; readonly limits: PatchLimits },
): PatchStep {
  switch (sighting.kind) {
    case 'ended':
      return sighting.final
        ? { do: 'settle', report: sighting.report }
        : decideUnseen({ kind: 'nothing' }, progress, { now, limits });
    case 'withdrawn':
      return decideWithdrawn(sighting, progress, { now, limits });
    case 'under_way':
      return sighting.held || now - progress.begunAt < limits.end
        ? waitFor(sighting, limits)
        : unknown(`It was still under way after ${minutes(limits.end)}.`, sighting.look);
    case 'unreachable':
      return {
        do: 'wait',
        milliseconds: Math.max(sighting.retryAfterMs ?? 0, limits.poll * IDLE_POLLS),
        idle: sighting.why,
      };
    case 'nothing':
    case 'other':
      return decideUnseen(sighting, progress, { now, limits });
  }
}

/** As long as nothing is seen of it. */
function decideUnseen(
  sighting: Extract<Sighting, { kind: 'nothing' | 'other' }>,
  { tries, sent }: Progress,
  { now, limits }: { readonly now: number; readonly limits: PatchLimits },
): PatchStep {
  if (sent === null) {
    return { do: 'send' };
  }
  if (now - sent.at < arrivalOf(sent.doubt === undefined, tries, limits)) {
    return { do: 'wait', milliseconds: limits.poll };
  }
  if (sighting.kind === 'other') {
    // Sent once more, the older of two revisions would take the newer one's place.
    return unknown('It was sent, and another revision has its id.', sighting.look);
  }
  return tries < limits.tries
    ? { do: 'send' }
    : unknown(
        `It was begun ${tries} times, and nothing was seen of it.${sent.doubt === undefined ? '' : ` The last time: ${sent.doubt}.`}`,
      );
}

/** What somebody ended since this file was begun must not come back by itself. */
function decideWithdrawn(
  { surely, report }: Extract<Sighting, { kind: 'withdrawn' }>,
  progress: Progress,
  { now, limits }: { readonly now: number; readonly limits: PatchLimits },
): PatchStep {
  if (progress.sent === null && progress.tries <= 1) {
    return decideUnseen({ kind: 'nothing' }, progress, { now, limits });
  }
  const since = progress.sent?.at ?? progress.begunAt;
  return surely || now - since >= limits.arrival
    ? { do: 'settle', report }
    : { do: 'wait', milliseconds: limits.poll };
}

/** What may not have arrived at all is sent again sooner, and each time later than before. */
function arrivalOf(sure: boolean, tries: number, { arrival }: PatchLimits): number {
  return sure ? arrival : Math.min(arrival, (arrival / UNSURE_SHARE) * 2 ** tries);
}

const UNSURE_SHARE = 64;

function waitFor(
  { held, words }: Extract<Sighting, { kind: 'under_way' }>,
  { poll }: PatchLimits,
): PatchStep {
  return held
    ? { do: 'wait', milliseconds: poll * IDLE_POLLS, idle: words }
    : { do: 'wait', milliseconds: poll };
}

/** A pause or an outage is rarely over within seconds. */
const IDLE_POLLS = 5;

function unknown(detail: string, look?: string): PatchStep {
  return { do: 'settle', report: unknownReport(detail, look) };
}

function minutes(milliseconds: number): string {
  const count = Math.max(1, Math.round(milliseconds / 60_000));
  return count === 1 ? 'a minute' : `${count} minutes`;
}
