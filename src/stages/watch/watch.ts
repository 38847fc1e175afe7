import type { PatchRecord } from '../../record/record.ts';
import { type Incident, isSentCanary, type WatchEntry } from '../../record/watch-entry.ts';
import type { Finding, WatchReport } from '../../report/watch/report.ts';
import { limitedUntil } from '../limited.ts';
import { act } from './act.ts';
import type { Action } from './action.ts';
import { clear, isUntold, raise } from './alerts.ts';
import { canaryStatusOf, sentCanary, withArrival, withSent } from './canary.ts';
import { CLOCKS_DIFFER_MS, carefulChat, messageSince } from './careful-chat.ts';
import type { Occasion, WatchContext } from './context.ts';
import { type Facts, isProposed, readable } from './facts.ts';
import { type Turn, troublesOf, turnOf, unsettledTrouble } from './incidents.ts';
import { EMPTY_ENTRY, releaseLease, takeLease } from './lease.ts';
import { readFacts } from './look.ts';
import { reconcile } from './reconcile.ts';
import { isLimitWarning } from './said.ts';

/**
 * One pass over all patches: looks, decides, and puts right what is not as it should be. Safe to run at any time, twice
 * at once, and after a pass that died: everything is decided on what is seen, every write of a record compares first,
 * and what no comparison can guard is done under a lease. A pass that finds nothing writes nothing.
 *
 * One thing that can't be put right does not keep the others from it. Throws where nothing could be seen at all.
 */
export async function watch(
  context: WatchContext,
  { now, occasion = { event: 'unknown' } }: { readonly now: Date; readonly occasion?: Occasion },
): Promise<WatchReport> {
  const facts = await readFacts(context, { now, occasion });
  const all = reconcile(facts);
  const actions = all.slice(0, MOST_ACTIONS);
  const unseen = facts.unseen + all.length - actions.length;
  const entry = nextEntry(facts, actions);
  const quiet = isFlood(context, facts, actions);
  const troubles = new Map([...troublesOf(facts, entry), ...(quiet ? [BACKLOG] : [])]);
  const channel = channelOf(context, facts);
  const turn = turnOf(entry.incidents, troubles, now);
  if (actions.length === 0 && !needsTelling(context, turn, { occasion, channel })) {
    return report(facts, { found: unseenFindings(facts), unseen, entry, open: turn.open });
  }
  // Known before it is told: a pass that dies in between has told it under this very time, and the next one finds it.
  const held = await takeLease(context, facts, {
    ...entry,
    incidents: [...turn.begun, ...turn.open, ...turn.over],
  });
  if ('busyUntil' in held) {
    return report(facts, { unseen, entry, open: entry.incidents, busyUntil: held.busyUntil });
  }
  const { found, broken, left } = await actOnAll(context, facts, { actions, quiet });
  const unsettled = unsettledTrouble([...facts.blind.map(({ name }) => name), ...broken]);
  if (unsettled !== null) {
    troubles.set('unsettled', unsettled);
  }
  const told = await tellTurn(context, turnOf(entry.incidents, troubles, now), { channel, now });
  const incidents = [...told.alerted, ...told.open, ...told.left];
  const final = { ...withoutUnsent(held.entry, facts, broken), incidents };
  await releaseLease(context, held, facts, final).catch((error: unknown) => {
    // It ends by itself when the next pass is due.
    if (!isLimited(error)) {
      throw error;
    }
  });
  return report(facts, {
    found: [...unseenFindings(facts), ...found],
    unseen: unseen + left,
    entry: final,
    ...told,
  });
}

/**
 * The most things put right in one pass; each takes some six requests, and a job's token has a thousand in an hour. Four
 * passes an hour put right no fewer than GitHub lets anybody make pull requests in one.
 */
export const MOST_ACTIONS = 100;

/** More new messages at once are a flood: then there is one alert instead of them. */
const MOST_NEW_MESSAGES = 5;

const BACKLOG = [
  'backlog',
  'Many patches had been left open, as on the first pass in an old repository. They were settled without a message for each; "/ghost status" shows them.',
] as const;

/** What is remembered whatever becomes of the actions: a canary that is sent counts as sent even if we die of it. */
function nextEntry(
  { watch: { entry }, records, config, now }: Facts,
  actions: readonly Action[],
): WatchEntry {
  const known = entry ?? EMPTY_ENTRY;
  const { canary } = known;
  const arrived = readable(records).find(
    ({ id, record }) =>
      isSentCanary(canary?.sent, record) &&
      canary?.arrived?.id !== id &&
      isProposed(record) &&
      hasPassed(record),
  );
  const seen = canary === undefined || arrived === undefined ? canary : withArrival(canary, arrived);
  const sent = actions.find((action) => action.kind === 'send_canary');
  const hours = config?.watch.canary?.['late-after-hours'];
  const next =
    sent === undefined || hours === undefined
      ? seen
      : withSent(seen, sentCanary(sent.id, sent.path, now), hours);
  return { ...known, ...(next === undefined ? {} : { canary: next }) };
}

/** A canary that could not be sent is still to be sent. */
function withoutUnsent(entry: WatchEntry, { watch }: Facts, broken: readonly string[]): WatchEntry {
  const { canary, ...rest } = entry;
  if (canary === undefined || !broken.includes(canary.sent.id)) {
    return entry;
  }
  const before = watch.entry?.canary;
  return { ...rest, ...(before === undefined ? {} : { canary: before }) };
}

function hasPassed({ outcome }: PatchRecord): boolean {
  return (outcome?.kind === 'opened' || outcome?.kind === 'updated') && outcome.tests.verdict === 'passed';
}

/** Whether too many patches would get a message that have none, or are the rest of such a flood. */
function isFlood(context: WatchContext, facts: Facts, actions: readonly Action[]): boolean {
  if (channelOf(context, facts) === undefined) {
    return false;
  }
  const silent = new Set(
    readable(facts.records).flatMap(({ id, record }) =>
      record.slack === undefined && !record.warnings.some(isLimitWarning) ? [id] : [],
    ),
  );
  const untold = actions.filter((action) => tells(action) && silent.has(action.id)).length;
  const begun = facts.watch.entry?.incidents.some(({ key }) => key === 'backlog') ?? false;
  return untold > (begun ? 0 : MOST_NEW_MESSAGES);
}

/** Whatever is settled is told, too. */
function tells(action: Action): action is Extract<Action, { readonly at: string }> {
  return 'at' in action && !UNTOLD.has(action.kind) && (action.kind !== 'say' || action.message);
}

/** What is done to a patch without a word in the channel, or with one that its own run would say. */
const UNTOLD: ReadonlySet<Action['kind']> = new Set(['resume', 'demote', 'redraft', 'remove_branch']);

function channelOf({ chat, site }: WatchContext, { config }: Facts): string | undefined {
  return chat === null ? undefined : (config?.slack?.channel ?? site.defaultChannel);
}

type Occasioned = { readonly occasion: Occasion; readonly channel: string | undefined };

/** Alerts that were not taken are tried again with the schedule, not with every event. */
function needsTelling(context: WatchContext, turn: Turn, { occasion, channel }: Occasioned): boolean {
  const untold = turn.open.some((incident) => isUntold(context, incident, channel));
  return turn.begun.length > 0 || turn.over.length > 0 || (untold && occasion.event === 'schedule');
}

/**
 * One after the other, in order: a patch that supersedes another stands before that one is closed. A rate limit ends
 * the pass, for all that is left would meet it too; `left` says how much that is.
 */
async function actOnAll(
  context: WatchContext,
  { records, now }: Facts,
  { actions, quiet }: { readonly actions: readonly Action[]; readonly quiet: boolean },
): Promise<{
  readonly found: readonly Finding[];
  readonly broken: readonly string[];
  readonly left: number;
}> {
  const known = new Map(readable(records).map((listed) => [listed.id, listed]));
  const found: Finding[] = [];
  const broken: string[] = [];
  let left = 0;
  for (const [index, action] of actions.entries()) {
    const name = nameOf(action);
    const { chat, history } = context;
    const record = known.get(name)?.record;
    const since = record === undefined ? new Date(now.getTime() - CLOCKS_DIFFER_MS) : messageSince(record);
    const careful = chat === null ? null : carefulChat(chat, history, { since, quiet });
    try {
      found.push(...(await act({ ...context, chat: careful, history: null }, action, now)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      found.push({ name, sentence: reason, done: 'failed' });
      broken.push(name);
      if (isLimited(error)) {
        const rest = actions.slice(index + 1);
        left = rest.length;
        broken.push(...rest.map(nameOf));
        break;
      }
    }
  }
  const withAge = (finding: Finding): Finding => {
    const moved = known.get(finding.name)?.at.committedAt;
    return moved === undefined ? finding : { ...finding, moved };
  };
  return { found: found.map(withAge), broken, left };
}

/** Stages give what a port threw as the cause of their own words. */
function isLimited(error: unknown): boolean {
  return limitedUntil(error) !== null || (error instanceof Error && limitedUntil(error.cause) !== null);
}

function nameOf(action: Action): string {
  if ('id' in action) {
    return action.id;
  }
  return action.kind === 'drain' ? 'held patches' : 'inbox';
}

type Told = {
  readonly alerted: readonly Incident[];
  readonly open: readonly Incident[];
  readonly cleared: readonly Incident[];
  /** Over, and still to be said. */
  readonly left: readonly Incident[];
};

async function tellTurn(
  context: WatchContext,
  turn: Turn,
  { channel, now }: { readonly channel: string | undefined; readonly now: Date },
): Promise<Told> {
  const alerted = await raise(context, turn.begun, channel);
  const open = await raise(context, turn.open, channel);
  const left = await clear(context, turn, now);
  return { alerted, open, left, cleared: turn.over.filter((incident) => !left.includes(incident)) };
}

function unseenFindings({ blind }: Facts): readonly Finding[] {
  return blind.map(({ name, reason }) => ({
    name,
    sentence: `It could not be looked at: ${reason}`,
    done: 'failed',
  }));
}

function report(
  facts: Facts,
  seen: Partial<WatchReport> & Pick<WatchReport, 'unseen' | 'open'> & { readonly entry: WatchEntry },
): WatchReport {
  const { records, config, now } = facts;
  const { entry, unseen, open, found = [], alerted = [], cleared = [], busyUntil } = seen;
  const canary = canaryStatusOf(entry, config, facts);
  return {
    now: now.toISOString(),
    records: records.length,
    unreadable: records.filter(({ ok }) => !ok).map(({ id }) => id),
    found,
    unseen,
    alerted,
    open,
    cleared,
    ...(busyUntil === undefined ? {} : { busyUntil }),
    ...(canary === undefined ? {} : { canary }),
  };
}
