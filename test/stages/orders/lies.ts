import type { PatchRecord } from '../../../src/record/record.ts';
import { mergedMeanwhile } from '../../../src/record/warnings.ts';
import { describeView } from '../../../src/report/sentence.ts';
import { viewFrom } from '../../../src/stages/view.ts';
import type { PersonMerge } from './acts.ts';
import { US } from './memory-pulls.ts';
import type { End } from './story.ts';

/** What is not true when all is done, one sentence each. */
export function liesOf(end: End): readonly string[] {
  const { world } = end;
  return [
    ...world.turns.mistakes(),
    ...world.promises.broken(),
    ...idsOf(end).flatMap((id) => liesAbout(end, id).map((lie) => `${id}: ${lie}`)),
    ...idsOf(end).flatMap((id) => liesInSlack(end, id).map((lie) => `${id}: ${lie}`)),
    ...liesAboutPeople(end),
    ...liesAboutStatuses(end),
  ];
}

function idsOf({ world, deeds }: End): readonly string[] {
  return [...new Set(['one', ...world.records.ids(), ...deeds.merges.map(({ id }) => id)])];
}

function liesAbout({ world, deeds }: End, id: string): readonly string[] {
  const { passed, needsApproval, pulls, records } = world;
  const approved = world.approved(id);
  const { pushed, back } = deeds;
  const record = records.of(id);
  const statuses = pulls.statuses();
  const own = pulls.facts().filter(({ author, head }) => author === US && head.branch === `ghost/${id}`);
  const kind = record?.outcome?.kind ?? 'nothing';
  const of = own.find(({ number }) => number === record?.pullRequest?.number);
  const open = own.filter(({ state }) => state === 'open');
  const merges = deeds.merges.filter((merge) => merge.id === id);
  const merged = new Set(merges.map(({ digest }) => digest));
  const said = saidMerged(records.historyOf(id));
  return [
    // Whose first run died before its first word, and was cancelled, is nowhere.
    ...(record?.state === 'done' || (record === null && own.length === 0)
      ? []
      : [`it is ${record?.state ?? 'gone'}`]),
    ...(open.length > 1 ? [`${open.length} pull requests are open`] : []),
    ...open.flatMap(({ number, draft, body, head: { sha } }) => {
      const claimed = CLAIM.exec(body)?.[1];
      return [
        ...(number === of?.number || pushed.has(sha) ? [] : ['its record does not name its pull request']),
        ...(CLOSED.has(kind) ? [`it is ${kind}, and its pull request is open`] : []),
        ...(draft || passed.has(sha) || pushed.has(sha) ? [] : [`it is ${kind}, and ready without a pass`]),
        ...(draft || !needsApproval || approved.has(sha) || (of === undefined && pushed.has(sha))
          ? []
          : [`it is ${kind}, and ready unapproved`]),
        // One that passed is left as it is, with a text that names the later one.
        ...(claimed === undefined || sha.startsWith(claimed) || pushed.has(sha) || back.has(sha)
          ? []
          : ['its text claims the pass of another commit']),
        ...(statuses.get(sha)?.state !== 'success' || passed.has(sha) ? [] : ['its status claims a pass']),
      ];
    }),
    ...(of?.state === 'merged' && !MERGED.has(kind) && of.number !== record?.mergedBefore
      ? [`it was merged, and is ${kind}`]
      : []),
    ...(MERGED.has(kind) && !merged.has(record?.digest) ? ['it is merged, and another patch was'] : []),
    ...(MERGED.has(kind) && !merges.some(({ number }) => number === record?.pullRequest?.number)
      ? ['it is merged, and does not say as what']
      : []),
    ...(record === null ? [] : liesAboutReverts({ world, deeds }, record)),
    ...[...merged].flatMap((digest) => (said.has(digest ?? '') ? [] : ['a merge is nowhere in its record'])),
    ...(of?.state === 'closed' && OPEN.has(kind) ? [`it was closed, and is ${kind}`] : []),
  ];
}

/** What a pull request's text says of tests that passed. */
const CLAIM = /✅[^\n]* on ([0-9a-f]{7})/;

const CLOSED: ReadonlySet<string> = new Set(['closed', 'superseded', 'merged', 'reverted']);
const OPEN: ReadonlySet<string> = new Set(['opened', 'updated', 'tests_failed']);
const MERGED: ReadonlySet<string> = new Set(['merged', 'reverted']);

/** Digests of the patches of which a record says, now or before, that they were merged. */
function saidMerged(steps: readonly PatchRecord[]): ReadonlySet<string> {
  const digests = steps.flatMap(({ outcome, digest, head, mergedBefore, warnings }, index) => {
    const before = steps
      .slice(index)
      .find((step) => step.plan !== undefined && step.head !== undefined && step.head !== head);
    // No step knows the commit of one whose place was taken while it was tested.
    const applied = steps
      .slice(index)
      .find((step) => step.plan !== undefined && step.head === undefined && step.digest !== digest);
    const isSaid = mergedBefore !== undefined && warnings.includes(mergedMeanwhile(mergedBefore));
    return [
      ...(MERGED.has(outcome?.kind ?? '') ? [digest] : []),
      ...(isSaid && before ? [before.digest] : []),
      ...(isSaid && applied ? [applied.digest] : []),
    ];
  });
  return new Set(digests);
}

/** What was taken back, and not by what was taken back itself, says so. */
function liesAboutReverts(
  { world: { records }, deeds: { merges } }: End,
  { outcome }: PatchRecord,
): readonly string[] {
  const ofMerge = (merge: PersonMerge) =>
    records.historyOf(merge.id).find(({ digest }) => digest === merge.digest)?.revertOfMerge;
  const isTakenBack = ({ sha }: PersonMerge): boolean =>
    merges.some((later) => ofMerge(later) === sha && !isTakenBack(later));
  const merge =
    outcome?.kind === 'merged' || outcome?.kind === 'reverted'
      ? merges.find(({ number }) => number === outcome.pullRequest.number)
      : undefined;
  const should = merge === undefined || !isTakenBack(merge) ? 'merged' : 'reverted';
  return merge === undefined || outcome?.kind === should
    ? []
    : [`it is ${outcome?.kind} and should be ${should}`];
}

/**
 * One message shows what the record says. Of those that were delivered first in the same seconds, each has one of its
 * own, or tells in that of another one that it was overtaken.
 */
function liesInSlack({ world: { channel, records } }: End, id: string): readonly string[] {
  const record = records.of(id);
  const messages = channel.about(id);
  const message = messages.find(({ ts }) => ts === record?.slack?.ts);
  if (record === null || messages.length === 0) {
    return [];
  }
  if (message === undefined) {
    return ['its record names none of its messages'];
  }
  const { headline } = describeView(viewFrom(SITE, record, null));
  const runs = new Set(
    records.historyOf(id).flatMap(({ slack, run }) => (slack === undefined ? [run.id] : [])),
  );
  const isCrowded = runs.size > 1;
  const isSaid = message.text.includes(headline) || (isCrowded && message.text.includes(OVERTAKEN));
  const apart = messages.filter(({ ts }) => Math.abs(Number(ts) - Number(message.ts)) > SAME_SECONDS);
  return [
    ...(apart.length === 0 ? [] : [`${messages.length} messages are in Slack`]),
    ...(isSaid ? [] : [`it is "${headline}", and in Slack: ${message.text}`]),
  ];
}

const SAME_SECONDS = 120;

const OVERTAKEN = 'Overtaken by a newer revision';

const SITE = { repository: 'acme/shop', serverUrl: 'https://github.com', ciStartsByItself: true };

function liesAboutPeople({ world: { git, pulls }, deeds: { pushed, closed } }: End): readonly string[] {
  const theirs = pulls.facts().filter(({ author }) => author !== US);
  const overwritten = [...pushed].filter((sha) => !git.keeps(sha));
  return [
    ...theirs.flatMap(({ number, state, title, draft, base }) => [
      ...(state === 'open' || closed.has(number)
        ? []
        : [`#${number}, which a person had opened, is ${state}`]),
      ...(title === `Also in ${base.branch}` && !draft ? [] : [`#${number} of a person was changed`]),
    ]),
    ...overwritten.map((sha) => `the commit ${sha.slice(0, 7)} of a person is gone`),
  ];
}

function liesAboutStatuses({ world: { git, pulls }, deeds: { pushed } }: End): readonly string[] {
  // Whose commit a person's stands on before its process has said what it made is on no record.
  const under = new Set(
    [...pushed].flatMap((sha) => PUSHED_ON.exec(git.messagesFrom(sha)[0] ?? '')?.[1] ?? []),
  );
  return [...pulls.statuses()].flatMap(([sha, { state }]) =>
    state === 'pending' && !under.has(sha) ? [`the status of ${sha.slice(0, 7)} waits for ever`] : [],
  );
}

const PUSHED_ON = /^By hand, on ([0-9a-f]+)$/;
