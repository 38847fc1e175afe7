import { speaksOfHead } from '../../record/proof.ts';
import type { PatchRecord } from '../../record/record.ts';
import { fingerprintMessage, formatSlackMessage } from '../../report/slack.ts';
import { formatStatus } from '../../report/status.ts';
import { whatCameOfHead } from '../control/earlier-step.ts';
import { configOf, type PatchState, readPatchState } from '../control/patch.ts';
import { ownPullRequest } from '../own-pull-request.ts';
import type { CommitStatus } from '../ports.ts';
import { spokenOf } from '../say-status.ts';
import { viewFrom } from '../view.ts';
import { isDeleted, isLeftAlone } from './careful-chat.ts';
import { isThorough, type WatchContext } from './context.ts';
import { type Facts, isUnderWay, type Readable, type Unsaid } from './facts.ts';

/**
 * Whether its message or status may be missing or out of date: `missing` where the record itself says so, `recent`
 * where its process may have died before it told anybody. A process writes the record first and tells the world right
 * afterwards, so what is `older` was seen by passes before this one, unless GitHub has started none for so long.
 */
export function mayBeUnsaid(
  { chat, site }: Pick<WatchContext, 'chat' | 'site'>,
  { now, config, occasion }: Pick<Facts, 'now' | 'config' | 'occasion'>,
  { record, at }: Readable,
): 'missing' | 'recent' | 'older' | null {
  if (isUnderWay(record)) {
    return null;
  }
  const hours = (now.getTime() - Date.parse(at.committedAt)) / 3_600_000;
  const [recent, late] = isThorough(occasion) ? [RECENT_HOURS, LATE_HOURS] : [JUST_NOW_HOURS, JUST_NOW_HOURS];
  const told = chat !== null && (config?.slack?.channel ?? site.defaultChannel) !== undefined;
  const untold = record.slack === undefined || record.warnings.some(isSlackWarning);
  if (told && untold && !isHopeless(record) && hours < late) {
    return 'missing';
  }
  return hours < recent ? 'recent' : hours < late ? 'older' : null;
}

/** What `tell` says when Slack did not take a message. */
export function isSlackWarning(warning: string): boolean {
  return warning.startsWith('Slack was not told');
}

/** Slack had too much to say already: whoever is left untold for that is told, however many they are. */
export function isLimitWarning(warning: string): boolean {
  return isSlackWarning(warning) && warning.includes('rate limited');
}

/** The time between two schedules, and what GitHub may be late. */
const JUST_NOW_HOURS = 0.5;

/** More schedules than GitHub drops in a row. */
const RECENT_HOURS = 6;

/** Whoever hears of a patch after three days would have asked before. */
const LATE_HOURS = 72;

/** Compares what was said last with what the record says now. */
export async function lookAtSaid(context: WatchContext, listed: Readable, now: Date): Promise<Unsaid> {
  const state = (await mayStillTell(context, listed, now))
    ? 'unknown'
    : await readPatchState(context.repository, listed.id);
  if (typeof state === 'string') {
    return { message: false, status: false, replaced: false };
  }
  const { record, texts, snapshot } = state;
  const view = viewFrom(context.site, record, texts);
  const channel = configOf(snapshot)?.slack?.channel ?? context.site.defaultChannel;
  const shown = fingerprintMessage(formatSlackMessage(view));
  const told = context.chat !== null && (channel !== undefined || record.slack !== undefined);
  const sha = spokenOf(record, state.pullRequest);
  const own = sha === undefined ? null : await context.conversation.ownStatus(sha);
  const wanted = formatStatus(view);
  // Whoever was to end the status of the attempt before may have died, and nobody works on that one any more.
  const waits = own?.state === 'pending' && wanted.state !== 'pending';
  const said = await wantedAtHead(context, state);
  const differs = said !== null && (own?.state !== said.state || own.description !== said.description);
  // The run of one of them may have ended it, and that of another one have died before it could.
  const left = (record.replaced ?? []).filter((one) => one !== sha);
  const leftStatuses = await Promise.all(left.map(async (one) => await context.conversation.ownStatus(one)));
  return {
    message: told && record.slack?.shown !== shown && !isHopeless(record),
    status: sha !== undefined && (differs || waits),
    replaced: leftStatuses.some((status) => status?.state === 'pending'),
  };
}

/** Where a delivery came to nothing, it is what came of the commit before, as long as people may merge that. */
async function wantedAtHead(context: WatchContext, state: PatchState): Promise<CommitStatus | null> {
  const { record, texts } = state;
  if (speaksOfHead(record)) {
    return formatStatus(viewFrom(context.site, record, texts));
  }
  const told = ownPullRequest(state)?.state === 'open' ? await whatCameOfHead(context, record) : null;
  return told === null ? null : formatStatus(viewFrom(context.site, told, null));
}

/** A message that its own process is just about to post would be there twice. */
async function mayStillTell({ runs }: WatchContext, { record, at }: Readable, now: Date): Promise<boolean> {
  const young = now.getTime() - Date.parse(at.committedAt) < TELLING_MS;
  return young && record.run.id !== 0 && (await runs.get(record.run.id))?.status !== 'completed';
}

/** Far more than a process takes from its record to the last that it tells. */
const TELLING_MS = 300_000;

/** The message will not be seen by trying once more. */
function isHopeless({ slack, warnings }: PatchRecord): boolean {
  const isFinal = slack === undefined ? isLeftAlone : isDeleted;
  return warnings.some((warning) => isSlackWarning(warning) && isFinal(warning));
}
