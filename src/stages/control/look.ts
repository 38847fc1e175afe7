import { isBot } from '../../control/authorise.ts';
import { parseControl } from '../../control/control.ts';
import { activeSwitches, sameLogin } from '../../control/switches.ts';
import { CONFIG_PATH } from '../../policy/config.ts';
import { BRANCHES, CONTROL_REF, RECORD_REFS } from '../../record/record.ts';
import { WATCH_REF } from '../../record/watch-entry.ts';
import { type AuditListing, describeAudit } from '../../report/command/audit.ts';
import { describeRefusal } from '../../report/command/refusal.ts';
import { describeStatus, type PatchStatus, type StatusReport } from '../../report/command/status.ts';
import { describeWhoami } from '../../report/command/whoami.ts';
import { describeOutcome, describeView } from '../../report/sentence.ts';
import { controlOf } from '../standing.ts';
import { canaryStatus } from '../watch/canary.ts';
import type { Answer } from './answer.ts';
import type { ControlContext, Order, PatchOrder } from './context.ts';
import { findStop } from './obstacle.ts';
import { configOf, readPatchState, whyUnread } from './patch.ts';
import { type Listed, listRecords } from './records.ts';
import { rehearse } from './rehearse.ts';

/** What holds now and where the patches stand, or one of them. */
export async function showStatus(context: ControlContext, id: string | null): Promise<Answer> {
  const [records, control] = await Promise.all([listRecords(context.ledger), readBoard(context)]);
  const wanted = id === null ? records : records.filter((listed) => listed.id === id);
  if (id !== null && wanted.length === 0) {
    return { kind: 'refused', refusal: { why: 'unknown_patch', id } };
  }
  const status: StatusReport = {
    now: context.clock.now().toISOString(),
    ...control,
    patches: wanted.slice(0, MOST_PATCHES).map(statusOf),
    total: wanted.length,
  };
  const [only] = wanted;
  const about = id === null || only === undefined ? undefined : describeRecordNow(only);
  return { kind: 'seen', sentence: describeStatus(status, about), status };
}

/** What the patch would change today. */
export async function preview(context: ControlContext, { id }: PatchOrder): Promise<Answer> {
  const state = await readPatchState(context.repository, id);
  if (typeof state === 'string') {
    return { kind: 'refused', refusal: whyUnread(state, id) };
  }
  if (state.text === null) {
    return { kind: 'refused', refusal: { why: 'not_kept', id } };
  }
  const rehearsed = await rehearse(context, state.text);
  if (!rehearsed.ok) {
    const { headline, detail, remedy = '' } = describeOutcome(rehearsed.outcome);
    return { kind: 'seen', sentence: `${id} does not fit today. ${headline}: ${detail} ${remedy}`.trim() };
  }
  const files = rehearsed.files === 1 ? 'one file' : `${rehearsed.files} files`;
  const stop = findStop(state, context.clock.now());
  const next = stop === null ? `Write "retry ${id}" to have it worked on.` : describeRefusal('retry', stop);
  return {
    kind: 'seen',
    sentence: `${id} fits and would change ${files}; nothing was written. ${next}`,
    diff: rehearsed.diff,
  };
}

/** Who commanded what. */
export async function showAudit({ ledger, clock }: ControlContext): Promise<Answer> {
  const commits = await ledger.history(CONTROL_REF, MOST_ENTRIES + 1);
  const audit: AuditListing = {
    now: clock.now().toISOString(),
    entries: commits
      .slice(0, MOST_ENTRIES)
      .map(({ oid, committedAt, message }) => ({ oid, committedAt, entry: parseControl(message) })),
    more: commits.length > MOST_ENTRIES,
  };
  return { kind: 'seen', sentence: describeAudit(audit), audit };
}

export function showWhoami({ actor: login, role }: Order, bots: readonly string[]): Answer {
  const named = isBot(login) && bots.some((bot) => sameLogin(bot, login));
  return { kind: 'seen', sentence: describeWhoami({ login, role, named }) };
}

export function showHelp(): Answer {
  return {
    kind: 'seen',
    sentence:
      'These are the commands. Write one on the first line of a comment under an issue or a pull request, in the form of the workflow "Ghost Runner control", or in a terminal with ghost-runner.',
  };
}

/** More do not fit into a comment, and nobody reads them; the total is named. */
const MOST_PATCHES = 200;
const MOST_ENTRIES = 50;

async function readBoard({
  repository,
  clock,
}: ControlContext): Promise<Pick<StatusReport, 'control' | 'switches' | 'canary' | 'open'>> {
  const now = clock.now();
  const snapshot = await repository.read({
    refs: [CONTROL_REF, WATCH_REF],
    anyRefUnder: RECORD_REFS,
    config: CONFIG_PATH,
    openPullRequestsFrom: BRANCHES,
  });
  const message = snapshot.refs.get(CONTROL_REF)?.message;
  const entry = message === undefined ? null : parseControl(message);
  const config = configOf(snapshot);
  const isStopped = controlOf(snapshot, now, { branch: snapshot.defaultBranch }).state !== 'running';
  const stoppedUntil = isStopped ? now.toISOString() : null;
  const canary = canaryStatus(snapshot.refs.get(WATCH_REF)?.message ?? null, config, { now, stoppedUntil });
  const limit = config?.limits['open-pull-requests'];
  const count = snapshot.openPullRequests?.length;
  return {
    control: controlOf(snapshot, now),
    switches: activeSwitches(entry?.switches ?? [], now),
    ...(canary === undefined ? {} : { canary }),
    ...(limit === undefined || count === undefined ? {} : { open: { count, limit } }),
  };
}

function statusOf(listed: Listed): PatchStatus {
  const recordedAt = listed.at.committedAt;
  return listed.ok
    ? { ok: true, record: listed.record, recordedAt }
    : { ok: false, id: listed.id, problem: listed.problem, recordedAt };
}

function describeRecordNow(listed: Listed): string {
  if (!listed.ok) {
    return describeRefusal('status', { why: 'unreadable_record', id: listed.id });
  }
  const { record } = listed;
  if (record.outcome === undefined) {
    return `${record.id} is under way.`;
  }
  const { headline, detail, remedy = '' } = describeView({ record });
  return `${record.id}: ${headline}. ${detail} ${remedy}`.trim();
}
