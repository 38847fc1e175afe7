/**
 * What happened, for people. Plain text, never markup, and not yet fit for any medium: it may quote the patch.
 * `headline` has no full stop and quotes nothing; `detail` says why, in sentences; `remedy` says what to do next.
 */
export type Description = { readonly headline: string; readonly detail: string; readonly remedy?: string };

export const RESEND = 'Send the same patch again to have it worked on anew.';

export function endSentence(text: string): string {
  return /[.!?…)]$/.test(text) ? text : `${text}.`;
}

/** A time for people who may be anywhere: `2026-11-21 14:30 UTC`. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? 'an unknown time'
    : `${time.toISOString().slice(0, MINUTE_END).replace('T', ' ')} UTC`;
}

/** Where the minutes of an ISO 8601 time end. */
const MINUTE_END = 16;
