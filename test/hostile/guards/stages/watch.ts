import type { Guard } from '../guard.ts';

export const STAGES_WATCH_GUARDS: readonly Guard[] = [
  {
    against: 'patches that say that they took another one back',
    file: 'src/stages/watch/taken-back.ts',
    from: '    !reverts.has(revert.id) ||\n',
    to: '',
    caught: {
      title: 'of a patch that only says that it is a revert makes nothing reverted',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: "patches that take the canary's name, so that it is not sent",
    file: 'src/stages/watch/reconcile.ts',
    from: 'const isForeign = isLost || (isTaken(usual) && sent?.id !== usual);',
    to: 'const isForeign = false;',
    caught: {
      title: 'is sent once a day under another name where somebody has taken its own',
      file: 'test/stages/watch/canary.test.ts',
    },
  },
  {
    against: 'merges that pass for those of a patch which came to nothing',
    file: 'src/stages/watch/merged.ts',
    from: 'merged === undefined || (ownHead && merged === record.head)',
    to: 'record.version === 1',
    caught: {
      title: 'is not merged by one that was merged after it came: that is about the patch which it shows',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of the revision before that pass for those of one with a commit',
    file: 'src/stages/watch/merged.ts',
    from: "return (await letGo(context, state, pullRequest.number)) ? { kind: 'earlier' } : { kind: 'moved' };",
    to: 'return here;',
    caught: {
      title: 'a revision with a commit of its own is not merged by the pull request of the one before it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of the revision before that pass for those of a claim whose process died',
    file: 'src/stages/watch/finish.ts',
    from: "if (seen.kind === 'earlier') {",
    to: "if (seen.kind === 'earlier' && (await settle(context, id, () => ({ outcome }))).kind !== 'settled') {",
    caught: {
      title: 'is not merged by the revision before it, to which a person put its branch back',
      file: 'test/stages/watch/runs.test.ts',
    },
  },
  {
    against: 'merges that nobody hears of for as long as a pause holds a revision',
    file: 'src/stages/watch/pull-requests.ts',
    from: "mayComeBack(record) || record.state === 'held'",
    to: 'mayComeBack(record)',
    caught: {
      title: 'is on record at once, and the revision stays held and goes on after the pause',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'held revisions that are lost with a process that puts a merge on record',
    file: 'src/stages/watch/merged-while-held.ts',
    from: 'refs: [],',
    to: "refs: [{ ref: recordRef(merged.id), before: from.oid, after: { commit: 'record' } }],",
    caught: {
      title: 'is so though the process dies when it has said the one and not yet the other',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of reverts that are hidden by what a pause holds under their ids',
    file: 'src/stages/watch/merged-while-held.ts',
    from: '!tookBack(mergedRecord(origin, outcome))',
    to: "outcome.kind === 'merged'",
    caught: {
      title:
        'keeps its record where it takes another one back, and the revision is told that it has no place there',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'pull requests that we close again after a person opened them',
    file: 'src/stages/watch/pull-requests.ts',
    from: 'keptBeside(older.record).includes(newer.id) ||',
    to: '',
    caught: {
      title: 'stays beside that one, is what it was before, and keeps its branch',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'branches that are removed under an open pull request',
    file: 'src/stages/watch/remove.ts',
    from: 'if (isShown || isShownElsewhere(state.snapshot)) {',
    to: 'if (state.branch === null) {',
    caught: {
      title: 'keeps its branch where it is opened at the moment in which that would be removed',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'branches that are removed under a pull request of somebody else',
    file: 'src/stages/watch/remove.ts',
    from: 'isShown || isShownElsewhere(state.snapshot)',
    to: 'isShown',
    caught: {
      title: 'is kept for as long as that one is open, with 0 after it that were closed',
      file: 'test/stages/watch/elsewhere.test.ts',
      words: 'is kept for as long as that one is open, with %s after it that were closed',
    },
  },
  {
    against: 'commits of people on what failed that need no approval',
    file: 'src/stages/watch/pull-requests.ts',
    from: "record.state === 'done' && seen?.head.sha === record.head && proofOf",
    to: "record.state === 'done' && proofOf",
    caught: {
      title: 'a commit of a person on what',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'deliveries that come to nothing, and are said of the commit before them by its checks',
    file: 'src/stages/watch/act.ts',
    from: 'status: speaksOfHead(state.record) }',
    to: 'status: true }',
    caught: {
      title: 'says nothing of the commit that passed before it, whatever other checks say',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'reverts of one merge that count for another one, which was open when they were sent',
    file: 'src/stages/watch/taken-back.ts',
    from: 'revertOfMerge === sha && ',
    to: '',
    caught: {
      title:
        'the merge of a revert takes back only the merge that it was sent for, though another one comes after it',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'reverts of what calls itself a revert, to have the first patch count as merged again',
    file: 'src/stages/watch/taken-back.ts',
    from: 'forth.revert.number === back.pullRequest.number',
    to: 'true',
    caught: {
      title: 'makes nothing of what another pull request took back',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'commands by the hundred, after which nobody knows that a revert was asked for',
    file: 'src/stages/watch/asked-reverts.ts',
    from: 'isFurtherBack ?',
    to: 'false ?',
    caught: {
      title: 'of a revert makes the original reverted, though five hundred commands came between',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'patches that call themselves a revert, for which the watch reads the whole log again and again',
    file: 'src/stages/watch/asked-reverts.ts',
    from: ' && isJustMerged(claim, known)',
    to: '',
    caught: {
      title: 'of a patch that only says that it is a revert has nobody read the whole log for ever',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'patches that somebody closed, and that close the one before them all the same',
    file: 'src/stages/watch/pull-requests.ts',
    from: 'outcomeAfter(newer, actions.get(newer.id))',
    to: 'newer.record.outcome',
    caught: {
      title: 'that a person closed before anybody looked closes nothing',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'failures of one request that leave a patch open whose place another one took',
    file: 'src/stages/watch/pull-requests.ts',
    from: " || outcome?.kind === 'merged'",
    to: '',
    caught: {
      title: 'closes its pull request though it was merged before that could be done',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'patches that close again what a person opened beside them',
    file: 'src/stages/watch/reopen.ts',
    from: '...by, ...beside]',
    to: '...by]',
    caught: {
      title: 'leaves one open that a person had closed and opened again',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'deliveries that come to nothing while a pull request is closed, and have it closed once more',
    file: 'src/stages/watch/pull-requests.ts',
    from: '(one) => one.record.supersedes === id && isThere',
    to: '(one) => mayReplace(one, listed) && isThere',
    caught: {
      title: 'stays beside that one, though something was delivered while a person had it closed',
      words: 'stays beside that one, though something was delivered while %s had it closed',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'reverts of one merge that count for the next one',
    file: 'src/stages/watch/taken-back.ts',
    from: 'revert.receivedAt >= original.startedAt',
    to: "revert.receivedAt >= ''",
    caught: {
      title: 'what is merged under an id that was taken back once is not taken back by that',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against:
      'what comes to nothing that passes for merged in the place of what was closed before it had an end',
    file: 'src/stages/control/earlier-step.ts',
    from: ' ?? (await findPlan(context, of))',
    to: ' ?? null',
    caught: {
      title:
        'a revision that was closed while it was tested is what was merged, though another one came to nothing since',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'pull requests that were given up, and whose merge nobody ever sees',
    file: 'src/stages/watch/reconcile.ts',
    from: '  mergedUnseen,\n  pullRequestReopened',
    to: '  pullRequestReopened',
    caught: {
      title: 'and that somebody merged before any pass saw it makes its patch merged',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against:
      'pull requests onto another branch that pass for one which was given up, and are looked at for ever',
    file: 'src/stages/watch/appearing.ts',
    from: 'seen.base.branch === base && ',
    to: '',
    caught: {
      title: 'is none that somebody has given another base since, and that keeps nothing from being said',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: 'earlier commits of ours that failed, below a text that claims the pass of the one after them',
    file: 'src/stages/watch/put-back.ts',
    from: 'seen.head.sha !== head',
    to: 'seen.head.sha === head',
    caught: {
      title:
        'a pull request whose branch a person has put back to an earlier commit of ours is a draft that says whose tests failed, and is itself again with another attempt',
      words: 'is a draft that says whose tests failed, and is itself again with another attempt',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: 'what came to nothing, and is said to be taken back',
    file: 'src/stages/watch/act.ts',
    from: "|| (outcome.kind === 'reverted' && seen.record.outcome?.kind !== 'merged')",
    to: '',
    caught: {
      title:
        'what was merged and taken back before any pass saw it is on the record of the patch that was merged',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'statuses of overtaken attempts that wait for ever behind one that has ended',
    file: 'src/stages/watch/said.ts',
    from: 'Promise.all(left.map(',
    to: 'Promise.all(left.slice(-1).map(',
    caught: {
      title: 'of an attempt that was overtaken is ended, though the run of a newer one has ended its own',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'merges of what a person committed to, on the record of what came to nothing',
    file: 'src/stages/watch/merged.ts',
    from: 'ownHead ? null : await findMade(context, { id, head })',
    to: 'null',
    caught: {
      title: 'what a person committed to is what was merged, though another one came to nothing since',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of an earlier commit, on the record of the one that stood there before it was put back',
    file: 'src/stages/watch/merged.ts',
    from: '(await findMadeBelow(context, { id, head: merged, base: record.base?.sha })) ??',
    to: 'null ??',
    caught: {
      title:
        'an earlier commit that a person has put its branch back to is what was merged, though another one came to nothing before',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'passes that are claimed for what was locked out while it was tested',
    file: 'src/stages/watch/unproven.ts',
    from: "tests !== 'passed' && (looksReady || looksPassed)",
    to: "tests === 'failed' && (looksReady || looksPassed)",
    caught: {
      title: 'becomes one too where a lock came while the tests of a revision ran',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: 'pull requests that the watch never looks at behind those of strangers',
    file: 'src/stages/watch/look.ts',
    from: 'inTurn(gone, now)',
    to: 'gone',
    caught: {
      title: 'where strangers have opened more than are listed, all of ours are looked up in turn',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'records that name the run of somebody else, to have it started again',
    file: 'src/stages/watch/dead-run.ts',
    from: ' || !mayBeOurs(run)',
    to: '',
    caught: {
      title: 'and that is none of a patch is not started again, whatever a record says',
      file: 'test/stages/watch/runs.test.ts',
    },
  },
  {
    against: 'jobs of others in a run that is started again',
    file: 'src/stages/watch/own-jobs.ts',
    from: 'callers.size === 1 && !names.has(undefined)',
    to: 'callers.size > 0',
    caught: {
      title: 'is given up where it has jobs of others, which are not ours to run again',
      file: 'test/stages/watch/runs.test.ts',
    },
  },
  {
    against: 'runs with jobs of others that die without a word',
    file: 'src/stages/watch/incidents.ts',
    from: '...lostRuns(facts, known.incidents),',
    to: '',
    caught: {
      title:
        'is told once with its address where it has jobs of others, and its jobs are not asked for again',
      file: 'test/stages/watch/runs.test.ts',
    },
  },
  {
    against: 'jobs of others that are called as some of ours',
    file: 'src/stages/watch/own-jobs.ts',
    from: 'names.size === OWN_JOBS',
    to: 'names.size <= OWN_JOBS',
    caught: {
      title: 'is given up where it lacks some of our jobs, for others call theirs so too',
      file: 'test/stages/watch/runs.test.ts',
    },
  },
  {
    against: 'pull requests that stay ready on what nobody approved, while its tests run',
    file: 'src/stages/watch/pull-requests.ts',
    from: '!isUnproven && lacksApproval',
    to: "!isUnproven && record.state === 'done' && lacksApproval",
    caught: {
      title: 'says nothing of a revision whose tests still run',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'statuses of attempts that died, behind one that came to no commit',
    file: 'src/stages/watch/said.ts',
    from: "own?.state === 'pending' && wanted.state !== 'pending'",
    to: 'false',
    caught: {
      title: 'that waits for an attempt that is over is ended, though the next one came to no commit',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: "people's own pull requests that a pass takes over, as one of ours that appeared late",
    file: 'src/stages/watch/appearing.ts',
    from: ".filter((seen) => seen.byUs || seen.state === 'merged')",
    to: '',
    caught: {
      title: 'a pull request that appears after its record gave it up is left alone where a person opened it',
      words: 'is left alone where a person opened it',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: "merges by a person's own pull request of what ended without a verdict, which nobody hears of",
    file: 'src/stages/watch/appearing.ts',
    from: '= proofOf(record) ?? {}',
    to: '= record.proof ?? {}',
    caught: {
      title:
        'a pull request that a person opens while the tests run and merges when the patch has ended without a pull request, is the merge of the patch: is canceled',
      words: 'and merges when the patch has ended without a pull request, is the merge of the patch: %s',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'merges of a branch at the moment in which it is withdrawn, which nobody hears of',
    file: 'src/stages/watch/appearing.ts',
    from: "state === 'merged' ? withCommit(record) : record",
    to: 'record',
    caught: {
      title: 'and merges at the moment in which its branch is withdrawn, is the merge of the patch',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'merges that were said, and that a pass says once more of what came after them',
    file: 'src/stages/watch/appearing.ts',
    from: 'seen.number !== record.mergedBefore',
    to: 'seen.number !== 0',
    caught: {
      title: 'a merge of what had failed is not said once more by a pass, when something came after it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'runs that are started again behind a revision that waits for its turn',
    file: 'src/stages/watch/start-again.ts',
    from: 'if (isOvertaken(one, await later)) {',
    to: 'if ((await later).length < 0) {',
    caught: {
      title:
        'a run that died before it left a record, and whose patch was sent again since, is left as it is where the later one waits for its turn',
      file: 'test/stages/watch/overtaken.test.ts',
      words: 'is left as it is where the later one %s',
    },
  },
  {
    against: 'runs that are started again behind a revision that came while the pass was at work',
    file: 'src/stages/watch/rerun.ts',
    from: 'if (overtaken || ',
    to: 'if (',
    caught: {
      title: 'is left where that came while the pass was at work',
      file: 'test/stages/watch/overtaken.test.ts',
    },
  },
  {
    against: 'runs without a record that come back though everything was ended since they began',
    file: 'src/stages/watch/start-again.ts',
    from: 'if (wasStoppedSince(await readLog(oldest ?? one.run.createdAt), one, now)) {',
    to: 'if ((await readLog(oldest ?? one.run.createdAt)) === null) {',
    caught: {
      title: 'does not come back where it was sent while everything was locked',
      file: 'test/stages/watch/stopped-since.test.ts',
    },
  },
  {
    against: 'runs without a record that come back though everything was ended while a pass was at work',
    file: 'src/stages/watch/rerun.ts',
    from: 'if (wasStoppedSince(log, { id, run }, context.clock.now())) {',
    to: 'if (log === null) {',
    caught: {
      title: 'does not come back where it was ended while the pass was at work',
      file: 'test/stages/watch/stopped-since.test.ts',
    },
  },
  {
    against: 'alerts of a canary that a stop kept from flying, to which nobody listens any more',
    file: 'src/stages/watch/look.ts',
    from: 'await readLastStop(ledger, asked)]',
    to: 'null]',
    caught: {
      title: 'is waited for anew after a pause of days, and is late only after that',
      file: 'test/stages/watch/canary.test.ts',
      words: 'is waited for anew after a %s of days, and is late only after that',
    },
  },
  {
    against: 'alerts of a canary that a lock has ended',
    file: 'src/stages/watch/incidents.ts',
    from: ' || isEndedByStop(record, facts)',
    to: '',
    caught: {
      title: 'that lock leaked ended has not failed, and one that fails after that has',
      file: 'test/stages/watch/canary.test.ts',
      words: 'that %s ended has not failed, and one that fails after that has',
    },
  },
  {
    against:
      'pull requests that stay ready on what failed or was pushed to them, while a later revision is held',
    file: 'src/stages/watch/look.ts',
    from: "(state === 'held' || (isUnderWay",
    to: "((state === 'held' && record.plan !== undefined) || (isUnderWay",
    caught: {
      title: 'makes a draft of what shows a revision that it has overtaken, where the run of that one failed',
      file: 'test/stages/watch/proof.test.ts',
      words: 'makes a draft of what shows a revision that it has overtaken, where the run of that one %s',
    },
  },
  {
    against: 'pull requests that were closed long ago, and are opened again to nobody',
    file: 'src/stages/watch/look.ts',
    from: 'mayAppear(listed, now) || isBack(listed, heads)',
    to: 'mayAppear(listed, now)',
    caught: {
      title: 'is a draft where what it shows was never tested',
      file: 'test/stages/watch/reopened.test.ts',
    },
  },
  {
    against: 'drafts whose text claims the pass of an earlier revision',
    file: 'src/stages/watch/unproven.ts',
    from: "tests === 'none' && isAboutAnother(seen, record)",
    to: "tests === 'passed' && isAboutAnother(seen, record)",
    caught: {
      title: 'is refused, where it was a draft all along: its text claims no pass any more',
      file: 'test/stages/watch/proof.test.ts',
    },
  },
  {
    against: 'pull requests that stay ready on what failed, while a pause holds it',
    file: 'src/stages/watch/unproven.ts',
    from: "state !== 'done' && !(",
    to: "state !== 'done' || (",
    caught: {
      title: 'makes its pull request a draft until it has been tested, and ready again then',
      file: 'test/stages/watch/proof.test.ts',
    },
  },
  {
    against: 'approvals that are forgotten when a pull request is opened again',
    file: 'src/stages/watch/reopen.ts',
    from: 'before.record.attempt === attempt',
    to: 'before.record.attempt !== 0',
    caught: {
      title: 'needs its approval as before',
      file: 'test/stages/watch/reopened.test.ts',
    },
  },
  {
    against: 'merges of what was closed, before anybody has seen it open',
    file: 'src/stages/watch/look.ts',
    from: 'return mayComeBack(record) && (isMeant',
    to: "return record.state === 'held' && (isMeant",
    caught: {
      title: 'and merged before anybody has seen it open is merged',
      file: 'test/stages/watch/reopened.test.ts',
    },
  },
  {
    against: 'statuses below what commands made, that nobody ends where a delivery came to nothing',
    file: 'src/stages/watch/restate.ts',
    from: 'record: withGeneratedOf(told.record, record)',
    to: 'record',
    caught: {
      title:
        'of the commit below what commands made is set with theirs, though a delivery came to nothing since',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'statuses of commits that were taken away, which GitHub did not take twice',
    file: 'src/stages/watch/said.ts',
    from: 'replaced: leftStatuses.some(',
    to: 'replaced: sha !== undefined && leftStatuses.some(',
    caught: {
      title:
        'of a commit that was taken away is ended, though GitHub took none when it was, and none after it',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'statuses and messages that nobody says where schedules are late',
    file: 'src/stages/watch/said.ts',
    from: "hours < recent ? 'recent' : hours < late ? 'older' : null",
    to: "hours < recent ? 'recent' : null",
    caught: {
      title: 'says what a process had on record, and died before it told anybody',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'many old patches that keep each other from being looked at',
    file: 'src/stages/watch/look-closely.ts',
    from: 'now.getTime() % all.length',
    to: '0',
    caught: {
      title: 'looks at a few of many, at other ones each time, and keeps no newer ones waiting for these',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
];
