import type { End } from './story.ts';

/** What is not true of a patch when all is done, one sentence each. */
export function liesOf(end: End): readonly string[] {
  const {
    record,
    pulls,
    elsewhere,
    closed,
    statuses,
    passed,
    approved,
    pushed,
    overwritten,
    under,
    merged,
    saidMerged,
    needsApproval,
    mistakes,
  } = end;
  const kind = record?.outcome?.kind ?? 'nothing';
  const of = pulls.find(({ number }) => number === record?.pullRequest?.number);
  const open = pulls.filter(({ state }) => state === 'open');
  return [
    ...mistakes,
    // Whose first run died before its first word, and was cancelled, is nowhere.
    ...(record?.state === 'done' || (record === null && pulls.length === 0)
      ? []
      : [`it is ${record?.state ?? 'gone'}`]),
    ...(open.length > 1 ? [`${open.length} pull requests are open`] : []),
    ...open.flatMap(({ number, draft, body, head: { sha } }) => {
      const claimed = CLAIM.exec(body)?.[1];
      return [
        ...(number === of?.number ? [] : ['its record does not name its pull request']),
        ...(CLOSED.has(kind) ? [`it is ${kind}, and its pull request is open`] : []),
        ...(draft || passed.has(sha) || pushed.has(sha) ? [] : [`it is ${kind}, and ready without a pass`]),
        ...(draft || !needsApproval || approved.has(sha) ? [] : [`it is ${kind}, and ready unapproved`]),
        ...(claimed === undefined || sha.startsWith(claimed) || pushed.has(sha)
          ? []
          : ['its text claims the pass of another commit']),
        ...(statuses.get(sha) !== 'success' || passed.has(sha) ? [] : ['its status claims a pass']),
      ];
    }),
    ...(of?.state === 'merged' && kind !== 'merged' && of.number !== record?.mergedBefore
      ? [`it was merged, and is ${kind}`]
      : []),
    ...(kind === 'merged' && !merged.has(record?.digest ?? '')
      ? ['it is merged, and another patch was']
      : []),
    ...[...merged].flatMap((digest) => (saidMerged.has(digest) ? [] : ['a merge is nowhere in its record'])),
    ...elsewhere.flatMap(({ number, state, title, draft, base }) => [
      ...(state === 'open' || closed.has(number)
        ? []
        : [`#${number}, which a person had opened, is ${state}`]),
      ...(title === 'Also there' && base.branch === 'release' && !draft
        ? []
        : [`#${number} of a person was changed`]),
    ]),
    ...overwritten.map((sha) => `the commit ${sha.slice(0, 7)} of a person is gone`),
    ...(of?.state === 'closed' && OPEN.has(kind) ? [`it was closed, and is ${kind}`] : []),
    ...[...statuses].flatMap(([sha, state]) =>
      // Whose commit a person's stands on before its process has said what it made is on no record.
      state === 'pending' && !under.has(sha) ? [`the status of ${sha.slice(0, 7)} waits for ever`] : [],
    ),
  ];
}

/** What a pull request's text says of tests that passed. */
const CLAIM = /✅[^\n]* on ([0-9a-f]{7})/;

const CLOSED: ReadonlySet<string> = new Set(['closed', 'superseded', 'merged', 'reverted']);
const OPEN: ReadonlySet<string> = new Set(['opened', 'updated', 'tests_failed']);
