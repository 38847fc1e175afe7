import { describe, expect, test } from '@jest/globals';
import { VERBS } from '../../../src/control/verbs.ts';
import { formatAge } from '../../../src/report/command/age.ts';
import { describeAudit, tabulateAudit } from '../../../src/report/command/audit.ts';
import { type CommandRefusal, describeRefusal } from '../../../src/report/command/refusal.ts';
import { type CommandResult, describeFailure, describeResult } from '../../../src/report/command/result.ts';
import { describeControl } from '../../../src/report/command/scope.ts';
import { describeStatus, tabulateStatus } from '../../../src/report/command/status.ts';
import { describeWhoami } from '../../../src/report/command/whoami.ts';
import { LOCK_OF_MAIN, NOW, PAUSE, STATUS } from './reports.ts';

const PULL_REQUEST = { number: 12, url: 'https://github.example/octo/shop/pull/12' };
const SHA = 'a'.repeat(40);

/** One of each verb, and what reads differently. */
const RESULTS: readonly CommandResult[] = [
  { verb: 'pause', done: 'done', stop: PAUSE, publishing: [] },
  { verb: 'pause', done: 'unconfirmed', stop: PAUSE, publishing: ['fix', 'a', 'b', 'c', 'd', 'e'] },
  { verb: 'pause', done: 'unchanged', stop: PAUSE, publishing: [] },
  { verb: 'lock', done: 'done', stop: LOCK_OF_MAIN, publishing: [] },
  { verb: 'resume', done: 'done', scope: PAUSE.scope, left: [], held: 0 },
  { verb: 'resume', done: 'done', scope: PAUSE.scope, left: [LOCK_OF_MAIN], held: 20 },
  { verb: 'resume', done: 'unconfirmed', scope: PAUSE.scope, left: [], held: 1 },
  { verb: 'unlock', done: 'unchanged', scope: LOCK_OF_MAIN.scope, left: [PAUSE], held: 0 },
  { verb: 'unlock', done: 'unchanged', scope: PAUSE.scope, left: [], held: 0 },
  { verb: 'resume', done: 'unchanged', scope: PAUSE.scope, left: [PAUSE], held: 0 },
  { verb: 'approve', done: 'done', id: 'fix', sha: SHA, pullRequest: PULL_REQUEST },
  { verb: 'approve', done: 'unconfirmed', id: 'fix', sha: SHA, pullRequest: PULL_REQUEST },
  { verb: 'approve', done: 'unchanged', id: 'fix', sha: SHA, pullRequest: PULL_REQUEST },
  { verb: 'reject', done: 'done', id: 'fix', pullRequest: PULL_REQUEST },
  { verb: 'retry', done: 'done', id: 'fix', attempt: 2 },
  { verb: 'revert', done: 'done', id: 'fix', revertId: 'revert-fix', pullRequest: PULL_REQUEST },
  { verb: 'revert', done: 'unconfirmed', id: 'fix', revertId: 'revert-fix' },
  { verb: 'revert', done: 'unchanged', id: 'fix', revertId: 'revert-fix' },
  {
    verb: 'revert',
    done: 'done',
    id: 'fix',
    revertId: 'revert-fix',
    pullRequest: PULL_REQUEST,
    merged: { number: 7, url: '' },
  },
  { verb: 'cancel', done: 'unconfirmed', id: 'fix' },
  { verb: 'kill', done: 'done', id: 'fix', ended: 1, live: 0 },
  { verb: 'kill', done: 'done', id: null, ended: 3, live: 0 },
  { verb: 'kill', done: 'unconfirmed', id: null, ended: 2, live: 1 },
  { verb: 'kill', done: 'unconfirmed', id: null, ended: 2, live: 0, publishing: ['fix'] },
  { verb: 'kill', done: 'unconfirmed', id: null, ended: 2, live: 2, publishing: ['fix'] },
  { verb: 'kill', done: 'unchanged', id: null, ended: 0, live: 0 },
  {
    verb: 'cancel',
    done: 'done',
    id: 'fix',
    waited: { canceled: 1, mayHaveArrived: 0, handing: 0 },
    runs: null,
  },
  {
    verb: 'kill',
    done: 'unconfirmed',
    id: null,
    waited: { canceled: 2, mayHaveArrived: 0, handing: 1 },
    runs: { verb: 'kill', done: 'unchanged', id: null, ended: 0, live: 0 },
  },
  {
    verb: 'cancel',
    done: 'unconfirmed',
    id: 'fix',
    waited: { canceled: 0, mayHaveArrived: 0, handing: 1 },
    runs: { verb: 'cancel', done: 'done', id: 'fix' },
  },
  {
    verb: 'cancel',
    done: 'unconfirmed',
    id: 'fix',
    waited: { canceled: 1, mayHaveArrived: 0, handing: 0 },
    runs: { why: 'unreadable_record', id: 'fix' },
  },
  {
    verb: 'cancel',
    done: 'unconfirmed',
    id: 'fix',
    waited: { canceled: 1, mayHaveArrived: 1, handing: 0 },
    runs: null,
  },
  {
    verb: 'kill',
    done: 'unconfirmed',
    id: null,
    waited: { canceled: 3, mayHaveArrived: 2, handing: 0 },
    runs: { verb: 'kill', done: 'unchanged', id: null, ended: 0, live: 0 },
  },
  { verb: 'apply', done: 'done', id: 'fix', revises: false, standing: null },
  { verb: 'apply', done: 'unconfirmed', id: 'fix', revises: true, standing: null },
  {
    verb: 'apply',
    done: 'done',
    id: 'fix',
    revises: true,
    standing: { headline: 'Opened', detail: 'Good.' },
  },
];

const REFUSALS: readonly CommandRefusal[] = [
  { why: 'no_id' },
  { why: 'unknown_branch', branch: 'relase', close: ['release', 'release-2'] },
  { why: 'unknown_patch', id: 'fix' },
  { why: 'which_patch', id: 'fix', other: 'not' },
  { why: 'unreadable_record', id: 'fix' },
  { why: 'not_kept', id: 'fix' },
  { why: 'not_our_pull_request' },
  { why: 'locked', by: LOCK_OF_MAIN },
  { why: 'paused', by: PAUSE },
  { why: 'control_unreadable', reason: 'refs/ghost/control can not be read' },
  { why: 'raced' },
  { why: 'under_way', id: 'fix' },
  { why: 'held', id: 'fix' },
  { why: 'no_pull_request', id: 'fix' },
  { why: 'not_merged', id: 'fix' },
  { why: 'merged', id: 'fix' },
  { why: 'closed', id: 'fix' },
  { why: 'superseded', id: 'fix', by: 'better' },
  { why: 'tests_not_passed', id: 'fix' },
  { why: 'branch_edited', id: 'fix' },
  { why: 'merged_with_more', id: 'fix' },
  { why: 'merge_unclear', id: 'fix', sha: 'a'.repeat(40) },
  { why: 'not_reversible', id: 'fix', reason: 'Its merge left all files as they were.' },
  { why: 'revert_closed', id: 'fix', revertId: 'revert-fix', pullRequest: PULL_REQUEST },
  { why: 'overlaps', id: 'fix', paths: ['a', 'b', 'c', 'd', 'e', 'f'] },
];

describe('sentences about commands', () => {
  test('what each command came to', () => {
    expect(
      RESULTS.map((result) => `${result.verb} ${result.done}: ${describeResult(result)}`).join('\n'),
    ).toMatchInlineSnapshot(`
"pause done: The whole repository is paused by octocat: release day. New patches are held until somebody writes "resume".
pause unconfirmed: The whole repository is paused by octocat: release day. It is not confirmed yet, because fix, a, b, c, d and 1 more began to be published before and may still get a pull request; ask "status" in a minute.
pause unchanged: The whole repository is paused by octocat: release day. That was so since 2026-11-21 11:00 UTC and stays so, whatever was written before this to lift it; to shorten it, lift it first.
lock done: Patches onto main are locked until 2026-11-21 14:30 UTC by octocat: release day. Patches are refused until then, or until another operator writes "unlock on branch main".
resume done: No longer paused: the whole repository.
resume done: No longer paused: the whole repository. 20 held patches are worked on now, in order. What still counts: Patches onto main are locked until 2026-11-21 14:30 UTC by octocat: release day.
resume unconfirmed: No longer paused: the whole repository. One held patch is not taken up yet; ask "status" in a minute.
unlock unchanged: There is no such switch to lift: patches onto main are not locked as such. What still counts: The whole repository is paused by octocat: release day.
unlock unchanged: There is no such switch to lift: the whole repository is not locked as such. Ask "status" for what holds.
resume unchanged: Nothing was lifted, for it was paused after this was written; write it again if you mean that too. What still counts: The whole repository is paused by octocat: release day.
approve done: fix is approved at aaaaaaa, and pull request #12 is ready to be merged once its required checks allow it. A new commit needs a new approval.
approve unconfirmed: fix is approved at aaaaaaa, but pull request #12 is not seen ready yet; mark it as ready by hand if it stays a draft.
approve unchanged: fix has an approval at aaaaaaa already, or needs none; nothing was changed, and pull request #12 can be reviewed.
reject done: Pull request #12 of fix is closed. Send a better patch under a new id, or reopen it to go on.
retry done: fix is worked on as attempt 2; its message and its pull request tell how it ends.
revert done: fix is being taken back by the patch revert-fix, in pull request #12; merge its pull request when the tests have passed.
revert unconfirmed: The patch revert-fix that takes fix back was sent, but no run has taken it up yet; ask "status revert-fix" in a minute.
revert unchanged: fix was taken back before, or is being taken back by revert-fix; look there.
revert done: fix is being taken back by the patch revert-fix, in pull request #12; merge its pull request when the tests have passed. This is about pull request #7, the newest one of fix that was merged; what came after it stays as it is.
cancel unconfirmed: The run of fix was told to end and has not yet; write "cancel fix" again in a minute.
kill done: One run of fix ended, and none is left. Write "retry fix" to have it worked on again.
kill done: 3 runs of all patches ended, and none is left. The whole repository is locked; another operator can write "unlock".
kill unconfirmed: One run of all patches was told to end and has not yet; write "kill all confirm" again in a minute. The whole repository is locked; another operator can write "unlock".
kill unconfirmed: 2 runs of all patches ended. It is not confirmed yet, because fix began to be published before and may still get a pull request; ask "status" in a minute. The whole repository is locked; another operator can write "unlock".
kill unconfirmed: 2 runs of all patches were told to end and have not yet; write "kill all confirm" again in a minute. It is not confirmed yet, because fix began to be published before and may still get a pull request; ask "status" in a minute. The whole repository is locked; another operator can write "unlock".
kill unchanged: No run of all patches was under way; nothing was left to end. The whole repository is locked; another operator can write "unlock".
cancel done: fix waited to be handed to GitHub, and is not any more; send it again if you still want it.
kill unconfirmed: 2 patches waited to be handed to GitHub, and are not any more; send them again if you still want them. One patch is being handed to GitHub at this moment; write "kill all confirm" again in a minute. No run of all patches was under way; nothing was left to end. The whole repository is locked; another operator can write "unlock".
cancel unconfirmed: fix is being handed to GitHub at this moment; write "cancel fix" again in a minute. The run of fix has ended. Write "retry fix" to have it worked on again.
cancel unconfirmed: fix waited to be handed to GitHub, and is not any more; send it again if you still want it. A run of fix may go on; look for it on the Actions page, and end it there. The record of fix can't be read, so nothing is known of it; look at refs/ghost/patches/fix, move it away, and send the patch again.
cancel unconfirmed: fix waited to be handed to GitHub, and is not any more; send it again if you still want it. GitHub may have taken it all the same, for it gave no clear answer; write "cancel fix" again when its run shows.
kill unconfirmed: 3 patches waited to be handed to GitHub, and are not any more; send them again if you still want them. GitHub may have taken 2 of them all the same, for it gave no clear answer; write "kill all confirm" again when their runs show. No run of all patches was under way; nothing was left to end. The whole repository is locked; another operator can write "unlock".
apply done: fix fits and its tests are under way; its pull request comes after them. Ask "status fix" how it ends.
apply unconfirmed: This takes the place of what fix asked for before. fix was sent, but no run has taken it up yet; ask "status fix" in a minute.
apply done: This takes the place of what fix asked for before. fix: Opened. Good."
`);
  });

  test('why a command is not done', () => {
    expect(
      REFUSALS.map((refusal) => `${refusal.why}: ${describeRefusal('retry', refusal)}`).join('\n'),
    ).toMatchInlineSnapshot(`
"no_id: "retry" needs the id of a patch; write "retry <id>".
unknown_branch: There is no branch relase in this repository, and nothing is stopped yet; write "retry on branch release" or "retry on branch release-2" for that branch alone, or "retry <why>" without the words "on branch" to stop everything.
unknown_patch: There is no patch fix in this repository; write the id as "status" lists it.
which_patch: "not" may be the beginning of a reason, or the patch that is called so, and nothing was done; write "retry fix <why>" for the one that this shows, or "retry ghost/not <why>" for the other one.
unreadable_record: The record of fix can't be read, so nothing is known of it; look at refs/ghost/patches/fix, move it away, and send the patch again.
not_kept: The text of fix was not kept, because it holds what looks like a secret; send the patch again without it.
not_our_pull_request: This pull request was not made by Ghost Runner; write the command with the id of a patch, or on its own pull request.
locked: Patches onto main are locked until 2026-11-21 14:30 UTC by octocat: release day. "retry" has to wait; another operator can write "unlock on branch main".
paused: The whole repository is paused by octocat: release day. "retry" has to wait; an operator can write "resume".
control_unreadable: Control counts as paused: refs/ghost/control can not be read. An operator can write "resume" to set it anew.
raced: Somebody else changed the same thing at the same time, and theirs counts; ask "status", then write "retry" again if it is still needed.
under_way: A run works on fix at this moment; wait for it to end, or write "cancel fix" first.
held: What is held of fix has no pull request yet, and would be worked on when the pause ends; write "cancel fix" first, then "retry fix" for what is open, if anything is.
no_pull_request: fix has no pull request, so there is nothing to retry; ask "status fix" for where it stands.
not_merged: fix is not merged, so there is nothing to take back; write "reject fix" to close it.
merged: The pull request of fix is merged already; write "revert fix" to take it back.
closed: A person closed the pull request of fix, and it stays closed; reopen it, then write "retry fix" again.
superseded: The patch better took the place of fix, whose pull request was closed for that, and stays closed; go on with better, or reopen it to have both, then write "retry fix" again.
tests_not_passed: The tests of fix are not known to have passed; send a better patch under the same id, or write "retry fix".
branch_edited: Somebody else committed to the branch of fix, and their work is left as it is; send the patch under a new id, or go on by hand.
merged_with_more: Somebody else committed to the branch of fix before it was merged, and their work was merged with it; nothing is taken back, so revert what you do not want by hand.
merge_unclear: The merge aaaaaaa of fix does not say what there is to take back: it holds other changes too, or files were renamed before; revert it by hand.
not_reversible: Its merge left all files as they were. fix can't be taken back by a patch; revert it by hand.
revert_closed: revert-fix takes fix back, and its pull request #12 was closed; reopen that one and merge it, or revert fix by hand.
overlaps: Later changes touched what fix changed (a, b, c, d, e and 1 more), so it can't be taken back by itself; take those back first, or revert it by hand."
`);
    expect(describeFailure('retry', 'GitHub answered 502')).toBe(
      '"retry" did not come to its end: GitHub answered 502. Look at what was observed, then write it again.',
    );
  });

  test('each is whole, and ends', () => {
    for (const sentence of [
      ...RESULTS.map(describeResult),
      ...VERBS.flatMap((verb) => REFUSALS.map((refusal) => describeRefusal(verb, refusal))),
    ]) {
      expect(sentence).toMatch(/^["A-Za-z0-9].*\.$/);
      expect(sentence).not.toMatch(/undefined|null|\.\.| {2}/);
    }
  });

  test('what holds: running, stopped by somebody, or unreadable', () => {
    expect(describeControl({ state: 'running' })).toBe('Ghost Runner is running.');
    expect(describeControl(LOCK_OF_MAIN)).toBe(
      'Patches onto main are locked until 2026-11-21 14:30 UTC by octocat: release day.',
    );
    expect(describeControl({ state: 'paused', reason: 'the switch is gone' })).toBe(
      'Ghost Runner is paused: the switch is gone.',
    );
  });

  test('who somebody is, and what they may ask for', () => {
    expect(describeWhoami({ login: 'octocat', role: 'reviewer', named: false })).toBe(
      'You are octocat, with the role reviewer (write access), and may ask for status, preview, apply, approve, reject, retry, revert, cancel, audit, whoami, help.',
    );
    expect(describeWhoami({ login: 'octocat', role: 'none', named: false })).toContain('no access');
    expect(describeWhoami({ login: 'a[bot]', role: 'operator', named: false })).toContain('nothing');
    expect(describeWhoami({ login: 'a[bot]', role: 'none', named: true })).toContain(
      'everything but "approve"',
    );
  });
});

describe('the status', () => {
  test('it counts what it looked at, and says what it did not', () => {
    expect(describeStatus(STATUS)).toBe(
      'The whole repository is paused by octocat: release day. 7 patches: 1 held, 1 applied past its deadline, 1 opened, 1 updated, 1 unreadable, 2 not looked at. The last canary arrived 33 h ago, after 95 s, and the next one is late; look at its runs.',
    );
    const empty = { ...STATUS, control: { state: 'running' }, patches: [], total: 0, canary: null } as const;
    expect(describeStatus(empty)).toBe(
      'Ghost Runner is running. No patch was handled here yet. Nothing is known of the canary; none has arrived yet.',
    );
    expect(describeStatus({ ...empty, open: { count: 2, limit: 5 } })).toContain(
      ' 2 pull requests from patches are open, and at most 5 may be. ',
    );
  });

  test('what is said of the one patch that was asked for stands before what holds, in place of a count', () => {
    const one = { ...STATUS, patches: STATUS.patches.slice(2, 3), total: 1 };
    expect(describeStatus(one, 'reviewed: pull request #12 opened.')).toMatch(
      /^reviewed: pull request #12 opened\. The whole repository is paused [^.]*\. The last canary /,
    );
  });

  test('checks of another commit were not seen, and everything about an unreadable record is unknown', () => {
    const rows = tabulateStatus(STATUS)[1]?.rows.map((row) => row.map(({ text }) => text));
    expect(rows?.map((row) => row[5])).toEqual([
      'none',
      'none',
      'success, seen 3 h ago',
      'no checks seen',
      'unknown',
    ]);
    expect(rows?.at(-1)).toEqual([
      'scribbled',
      'unreadable: no Ghost-Record line',
      'at an unknown time',
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  test.each([
    [0, 'just now'],
    [1, 'just now'],
    [-1, 'just now'],
    [90, '90 s ago'],
    [150, '2 min ago'],
    [7199, '119 min ago'],
    [7200, '2 h ago'],
    [200_000, '2 days ago'],
    [-60, 'in the future, by its clock'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(formatAge(new Date(Date.parse(NOW) - seconds * 1000).toISOString(), NOW)).toBe(words);
  });

  test('a time that is none is unknown', () => {
    expect(formatAge(undefined, NOW)).toBe('at an unknown time');
    expect(formatAge('soon', NOW)).toBe('at an unknown time');
  });
});

describe('the log', () => {
  const entry = {
    version: 1,
    switches: [LOCK_OF_MAIN],
    act: { verb: 'lock', surface: 'form', by: 'octocat', role: 'operator', at: NOW, confirm: true },
  } as const;

  test('who did what, and what has held since; what can not be read says so', () => {
    const entries = [
      { oid: SHA, committedAt: NOW, entry },
      { oid: 'b'.repeat(40), committedAt: 'never', entry: null },
    ];
    expect(describeAudit({ now: NOW, entries, more: true })).toBe(
      '2 entries, newest first; older ones are in the history of refs/ghost/control.',
    );
    expect(
      tabulateAudit({ now: NOW, entries, more: true }).rows.map((row) => row.map(({ text }) => text)),
    ).toEqual([
      [
        'aaaaaaa',
        'just now',
        'octocat (operator)',
        'form',
        'lock (confirmed)',
        '',
        '',
        'locked: patches onto main',
      ],
      [
        'bbbbbbb',
        'at an unknown time',
        'unknown',
        'unknown',
        'something that can not be read',
        '',
        '',
        'paused',
      ],
    ]);
    expect(describeAudit({ now: NOW, entries: [], more: false })).toContain('empty');
  });
});
