import type { Outcome } from '../../record/outcome.ts';
import type { PatchRecord } from '../../record/record.ts';
import { WORKFLOW_FILE } from '../control/kill-all.ts';
import type { RunState } from '../control/ports.ts';

/** How a patch ends whose run is dead, and whether it is sent once more. */
export type End = { readonly outcome: Outcome; readonly resend: boolean };

/** GitHub says how the run ended, so that is how the patch ended; sending it again is for people to decide. */
export function endOfRun(record: PatchRecord, { conclusion, url }: RunState): End {
  if (conclusion === 'cancelled') {
    return { outcome: { kind: 'canceled', run: url }, resend: false };
  }
  const how = CONCLUSIONS[conclusion ?? ''] ?? `ended as ${conclusion ?? 'unknown'}`;
  const reason = `its run ${how} before it reported: ${url}`;
  return { outcome: { kind: 'crashed', stage: stageOf(record), reason }, resend: false };
}

/**
 * Whether a run that failed before its patch was claimed is started again. Most often GitHub took nothing for longer
 * than a job can wait: then the tests have their verdict, and only the job that publishes it is run once more. The first
 * time at once, then after a rest.
 */
export function anotherAttempt({ state }: PatchRecord, run: RunState, now: Date): 'now' | 'later' | 'never' {
  const { conclusion, attempt, updatedAt } = run;
  if (state !== 'applied' || conclusion !== 'failure' || attempt >= MAX_RUN_ATTEMPTS || !mayBeOurs(run)) {
    return 'never';
  }
  const rested = now.getTime() - Date.parse(updatedAt) >= REST_MS;
  return attempt === 1 || rested ? 'now' : 'later';
}

/** Whoever writes a record can name any run in it, such as one of a release, and may not start that again themselves. */
function mayBeOurs({ path, event }: RunState): boolean {
  return path.endsWith(`/${WORKFLOW_FILE}`) || event === 'repository_dispatch';
}

/** With the watch's passes a quarter of an hour apart, the last one begins after every limit of an hour has ended. */
export const MAX_RUN_ATTEMPTS = 6;

/** Milliseconds in which what broke a run may pass; whoever waits for an answer may have sent the patch again by then. */
export const REST_MS = 10 * 60_000;

/**
 * Nobody knows what became of the run, so the patch is not to blame, and is tried again a few times. While Ghost Runner
 * is stopped (`stop`) nothing is sent: it would be held or refused, and the reason for it be lost.
 */
export function endOfLost(record: PatchRecord, stop: 'paused' | 'locked' | null): End {
  const { id, attempt, deadline } = record;
  const resend = attempt < MAX_ATTEMPTS && stop === null;
  const lost = `its run did not report before ${deadline}, and GitHub does not know how it ended`;
  const left = stop === null ? `that was attempt ${attempt}` : `Ghost Runner is ${stop}`;
  const next = resend
    ? `the patch is sent once more, as attempt ${attempt + 1} of ${MAX_ATTEMPTS}`
    : `${left}, so it is not tried again by itself; "/ghost retry ${id}" tries it again`;
  return { outcome: { kind: 'crashed', stage: stageOf(record), reason: `${lost}; ${next}` }, resend };
}

/** What was lost three times is lost for a reason, which somebody should look at. */
export const MAX_ATTEMPTS = 3;

const CONCLUSIONS: { readonly [conclusion: string]: string | undefined } = {
  failure: 'failed, or its runner was lost,',
  timed_out: 'ran over its time limit',
  startup_failure: 'could not be started',
  success: 'ended well',
  skipped: 'was skipped',
  action_required: 'was kept from running until somebody approves it',
};

function stageOf({ state }: PatchRecord): 'test' | 'publish' {
  return state === 'publishing' ? 'publish' : 'test';
}
