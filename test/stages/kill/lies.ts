import { parseControl } from '../../../src/control/control.ts';
import type { LocalMessage } from '../../../src/local/slack/message.ts';
import { isOurs } from '../../../src/record/life.ts';
import { CONTROL_REF, type PatchRecord, recordRef } from '../../../src/record/record.ts';
import { formatSlackMessage } from '../../../src/report/slack.ts';
import { formatStatus } from '../../../src/report/status.ts';
import { type PatchState, readPatchState } from '../../../src/stages/control/patch.ts';
import { viewFrom } from '../../../src/stages/view.ts';
import { messageAt } from '../../local/github/commits.ts';
import type { Scene } from './scene.ts';

/** What is looked at, and with what. */
export type Place = Pick<Scene, 'snapshot' | 'slack' | 'repository' | 'isOver'> & {
  readonly github: Pick<Scene['github'], 'repository'>;
  readonly context: Pick<Scene['context'], 'repository' | 'site'>;
  /** Too many messages were missing at once, so that some were never posted. */
  readonly maybeUntold?: boolean;
};

/** Everything that does not agree with everything else in a repository where all is said to be settled. */
export async function findLies(scene: Place): Promise<readonly string[]> {
  const snapshot = await scene.snapshot();
  const ids = new Set([
    ...Object.keys(snapshot.refs).flatMap((ref) => idBehind(ref, recordRef(''))),
    ...Object.keys(snapshot.branches).flatMap((branch) => idBehind(branch, 'ghost/')),
    ...snapshot.pullRequests.flatMap(({ head }) => idBehind(head, 'ghost/')),
    ...messagesOf(scene).map(patchOf),
  ]);
  const lies = await Promise.all([...ids].map(async (id) => await liesOf(scene, snapshot, id)));
  return [...controlLies(await messageAt(scene, CONTROL_REF).catch(() => null)), ...lies.flat()];
}

type Snapshot = Awaited<ReturnType<Scene['snapshot']>>;

function idBehind(name: string, prefix: string): readonly string[] {
  return name.startsWith(prefix) ? [name.slice(prefix.length)] : [];
}

function controlLies(message: string | null): readonly string[] {
  return message === null || parseControl(message) !== null ? [] : ['control can not be read'];
}

async function liesOf(scene: Place, snapshot: Snapshot, id: string): Promise<readonly string[]> {
  const state = await readPatchState(scene.context.repository, id);
  if (typeof state === 'string') {
    return [`${id} left something behind, and its record is ${state}`];
  }
  return [
    ...underWayLies(scene, state.record),
    ...pullRequestLies(snapshot, state),
    ...statusLies(scene, snapshot, state),
    ...messageLies(scene, state),
  ].map((lie) => `${id}: ${lie}`);
}

function underWayLies(scene: Place, { state, outcome, run }: PatchRecord): readonly string[] {
  const working = state === 'applied' || state === 'publishing';
  return working
    ? scene.isOver(run.id)
      ? [`it is ${state}, and its run is over`]
      : []
    : outcome
      ? []
      : ['it has no outcome'];
}

function pullRequestLies(snapshot: Snapshot, { record, branch: commit }: PatchState): readonly string[] {
  const branch = `ghost/${record.id}`;
  const pulls = snapshot.pullRequests.filter(({ head }) => head === branch);
  const [pull] = pulls;
  const ours = commit !== null && isOurs(commit, record);
  const kind = record.outcome?.kind ?? 'none';
  const wanted = PULL_REQUESTS[kind];
  const unproven = pull?.state === 'open' && !pull.draft && wanted === undefined && record.state === 'done';
  return [
    ...(pulls.length > 1 ? [`it has ${pulls.length} pull requests`] : []),
    ...(wanted !== undefined && pull?.state !== wanted
      ? [`it is ${kind}, and its pull request is ${pull?.state ?? 'absent'}`]
      : []),
    ...(ours && pull !== undefined && pull.headSha !== record.head
      ? ['its pull request shows another commit']
      : []),
    ...(pull !== undefined && pull.number !== record.pullRequest?.number
      ? ['the record does not name its pull request']
      : []),
    ...(pull === undefined && record.pullRequest !== undefined
      ? ['the record names a pull request that is not there']
      : []),
    ...(unproven ? [`it is ${kind}, and its pull request is ready`] : []),
    ...(pull === undefined && record.state === 'done' && branch in snapshot.branches
      ? ['a branch is left that nobody will test']
      : []),
  ];
}

const PULL_REQUESTS: { readonly [kind: string]: 'open' | 'closed' | 'merged' | undefined } = {
  opened: 'open',
  updated: 'open',
  tests_failed: 'open',
  closed: 'closed',
  superseded: 'closed',
  merged: 'merged',
  reverted: 'merged',
};

function statusLies(scene: Place, snapshot: Snapshot, { record, texts }: PatchState): readonly string[] {
  if (record.state !== 'done') {
    return [];
  }
  const wanted = formatStatus(viewFrom(scene.context.site, record, texts));
  const head = record.head ?? record.withdrawn;
  const own =
    head === undefined
      ? undefined
      : snapshot.statuses[head]?.findLast(({ context }) => context === wanted.context);
  const waiting = Object.values(snapshot.statuses).filter(
    (all) => all.findLast(({ targetUrl }) => targetUrl === record.run.url)?.state === 'pending',
  );
  const untold =
    head !== undefined &&
    own?.description !== wanted.description &&
    !NO_COMMIT.has(record.outcome?.kind ?? '');
  return [
    ...(untold
      ? [`its status is ${own?.state ?? 'absent'}: ${own?.description ?? ''}, not ${wanted.description}`]
      : []),
    ...(waiting.length > 0 ? ['a commit of its run is pending for ever'] : []),
  ];
}

/** A later attempt that came to no commit leaves the status of the one before as it was. */
const NO_COMMIT: ReadonlySet<string> = new Set(['no_change', 'refused', 'conflict', 'halted']);

function messageLies(scene: Place, { record, texts }: PatchState): readonly string[] {
  const messages = messagesOf(scene).filter((message) => patchOf(message) === record.id);
  const wanted = formatSlackMessage(viewFrom(scene.context.site, record, texts));
  const working = record.state === 'applied' || record.state === 'publishing';
  if (messages.length !== 1) {
    const untold = messages.length === 0 && scene.maybeUntold === true;
    return working || untold ? [] : [`there are ${messages.length} messages about it`];
  }
  const [message] = messages;
  return [
    ...(message !== undefined && whatIsSaid(message.content) === whatIsSaid(wanted)
      ? []
      : [`its message says: ${message?.content.text}, not: ${wanted.text}`]),
    ...(working || record.slack?.ts === message?.ts ? [] : ['the record does not know where its message is']),
  ];
}

/** The small print counts seconds and warnings, and is not edited for those. */
function whatIsSaid({
  text,
  blocks,
}: {
  readonly text: string;
  readonly blocks: readonly { readonly type: string }[];
}): string {
  return JSON.stringify({ text, blocks: blocks.filter(({ type }) => type !== 'context') });
}

function messagesOf({ slack, repository }: Pick<Place, 'slack' | 'repository'>): readonly LocalMessage[] {
  return slack
    .messages()
    .filter(({ content }) => content.metadata?.event_payload['repository'] === repository)
    .filter(({ content }) => content.metadata?.event_type === 'ghost_patch');
}

function patchOf({ content }: LocalMessage): string {
  return String(content.metadata?.event_payload['id']);
}
