import type { Guard } from '../guard.ts';

const SENDERS = 'test/app/senders.test.ts';
const STOP = 'test/stages/control/stop.test.ts';
const ONCE = 'test/stages/control/once.test.ts';

export const STAGES_CONTROL_GUARDS: readonly Guard[] = [
  {
    against: 'a stop of a sender with a slip in the name, which stops nobody without a word',
    file: 'src/stages/control/unseen-sender.ts',
    from: 'if ([...names].some((name) => sameLogin(name, scope.login))) {',
    to: 'if (names.size > 0) {',
    caught: {
      title: 'a pause for a sender whom no record names says so, and who is near',
      words: 'a %s for a sender whom no record names says so, and who is near',
      file: STOP,
    },
  },
  {
    against: 'commands by whom may not have them done that have GitHub asked for more than the role',
    file: 'src/stages/control/execute.ts',
    from: 'if (unfit !== null) {',
    to: "if (unfit === '') {",
    caught: {
      title: 'stops of rob, whose role is "read", cost GitHub little however often they come: cancel nobody',
      words: 'stops of %s, whose role is %j, cost GitHub little however often they come: %s',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'answers to a patch in a comment that say nothing of the approval for which it waits',
    file: 'src/stages/control/send-written.ts',
    from: 'record.outcome === undefined ? null : describeView({ record })',
    to: 'record.outcome === undefined ? null : describeOutcome(record.outcome)',
    caught: {
      title: 'that waits for an approval is told so: "approval: required',
      words: 'that waits for an approval is told so: %j',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'answers to such a comment that comes once more, which say nothing of the approval',
    file: 'src/stages/control/sent-before.ts',
    from: 'describeView({ record })',
    to: "describeView({ record: { ...record, state: 'held' } })",
    caught: {
      title: 'that waits for an approval is told so: "approval: required',
      words: 'that waits for an approval is told so: %j',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'merges of a pull request that an earlier step of its record had not known yet, said of none',
    file: 'src/stages/control/earlier-step.ts',
    from: 'pullRequest === undefined ? {} : { pullRequest }',
    to: 'pullRequest === undefined ? {} : {}',
    caught: {
      title: 'a step whose process died before it knew its pull request has the one that is known since',
      file: 'test/stages/control/earlier-step.test.ts',
    },
  },
  {
    against: 'a patch without a record that comes back though it was canceled',
    file: 'src/stages/control/cancel.ts',
    from: 'await endUnrecorded(context, order)',
    to: 'null',
    caught: {
      title: 'does not come back after "cancel mute", though no record knows of it',
      words: 'does not come back after "%s", though no record knows of it',
      file: 'test/stages/watch/stopped-since.test.ts',
    },
  },
  {
    against: 'deliveries that wait behind the one that is cancelled, and become a pull request afterwards',
    file: 'src/stages/control/cancel.ts',
    from: 'live.map((run) => run.id).filter((run) => run !== state.record.run.id)',
    to: '[].filter(() => live.length < 0)',
    caught: {
      title:
        'cancel of a patch that was sent once more, of which no machine has taken anything up cancel ends what is on record, and what waits behind it',
      file: 'test/stages/control/cancel.test.ts',
      words: '%s ends what is on record, and what waits behind it',
    },
  },
  {
    against: 'patches that their run puts on record while it is being ended, which go on',
    file: 'src/stages/control/cancel.ts',
    from: "return now === 'unknown'",
    to: "return now !== 'unreadable'",
    caught: {
      title:
        'cancel of a patch that its run puts on record while it is being ended cancel says on record that it was canceled, and no pass goes on with it',
      file: 'test/stages/control/cancel.test.ts',
      words: '%s says on record that it was canceled, and no pass goes on with it',
    },
  },
  {
    against: 'runs that go on behind one that puts its patch on record while both are ended',
    file: 'src/stages/control/cancel.ts',
    from: '{ state: now, told: unrecorded.told }',
    to: '{ state: now }',
    caught: {
      title:
        'cancel of a patch that its run puts on record while it is being ended and of which another run waits for a machine cancel is not confirmed while that one goes on, and names it',
      file: 'test/stages/control/cancel.test.ts',
      words: '%s is not confirmed while that one goes on, and names it',
    },
  },
  {
    against: 'runs that were ended though the command is refused, and that nobody is told of',
    file: 'src/stages/control/cancel.ts',
    from: '...(told.length === 0 ? {} : { observed: told.map(observeRun) })',
    to: '...(told.length < 0 ? { observed: told.map(observeRun) } : {})',
    caught: {
      title:
        'cancel that is refused in the end names the runs that it ended, in the log too, where others move the record again and again',
      file: 'test/stages/control/cancel.test.ts',
      words: 'names the runs that it ended, in the log too, where others move the record again and again',
    },
  },
  {
    against: 'deliveries that come to nothing, and keep what was merged from being taken back',
    file: 'src/stages/control/revert.ts',
    from: 'if (record.head === head && record.plan !== undefined) {',
    to: 'if (record.head === head) {',
    caught: {
      title: 'a delivery that came to nothing after the merge does not keep it from being taken back',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'ids of comments that are taken from who wrote them by what is dispatched under them',
    file: 'src/stages/control/earlier-step.ts',
    from: 'steps.toReversed()',
    to: 'steps',
    caught: {
      title:
        'a patch under whose id another sender has GitHub work on what comes to nothing stays with who wrote it in a comment',
      words: 'stays with who wrote it in a comment',
      file: SENDERS,
    },
  },
  {
    against: 'patches in comments that are answered late and take the place of newer ones',
    file: 'src/stages/control/overtaken.ts',
    from: 'wholeSecond(sentActAskedAt(act)) > since',
    to: 'sentActAskedAt(act) < 0',
    caught: {
      title:
        'a patch in a comment that is answered late does not take the place of one that was sent since and is on no record yet',
      file: 'test/stages/control/overtaken.test.ts',
      words: 'does not take the place of one that was sent since and is on no record yet',
    },
  },
  {
    against: 'patches in comments that are answered late and take the place of what senders have sent since',
    file: 'src/stages/control/overtaken.ts',
    from: 'return !askedBefore && ',
    to: 'return state === null && ',
    caught: {
      title:
        'a patch in a comment that is answered late does not take the place of one that came in another way since',
      file: 'test/stages/control/overtaken.test.ts',
      words: 'does not take the place of one that came in another way since',
    },
  },
  {
    against: 'patches in comments that are sent while a later one is on its way',
    file: 'src/stages/control/send-written.ts',
    from: 'return notSent(id, unlogged);\n  }\n  if (await wasOvertaken(context, order, digest))',
    to: 'return notSent(id, unlogged);\n  }\n  if (digest === id)',
    caught: {
      title:
        'a patch in a comment that is answered late is refused where a later one is answered at the same time, and comes into the log after it',
      file: 'test/stages/control/overtaken.test.ts',
      words: 'is refused where a later one is answered at the same time, and comes into the log after it',
    },
  },
  {
    against: 'patches that outlive the end of everything, because they waited at the server',
    file: 'src/stages/control/end-waiting.ts',
    from: 'queue === undefined || ',
    to: 'queue !== null || ',
    caught: {
      title:
        'a patch that GitHub has not taken yet is not opened after everything was ended, though the lock is lifted again',
      file: 'test/app/control.test.ts',
      words: 'is not opened after everything was ended, though the lock is lifted again',
    },
  },
  {
    against: 'runs that go on though they are told as ended with what waited',
    file: 'src/stages/control/end-waiting.ts',
    from: "answer.refusal.why === 'unknown_patch' ? null",
    to: "answer.refusal.why !== 'locked' ? null",
    caught: {
      title:
        'of what waits at a server and is under way too cancel is not confirmed where the record of its run can not be read',
      words: '%s is not confirmed where the record of its run can not be read',
      file: 'test/stages/control/cancel.test.ts',
    },
  },
  {
    against: 'reverts that nobody knows who asked for',
    file: 'src/stages/control/revert.ts',
    from: 'await enterAct(context, order, { digest, result: sent });',
    to: 'null;',
    caught: {
      title: 'who asked for a revert does not approve it, though everything died after it was sent',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'logs that are filled until nobody knows who asked',
    file: 'src/stages/control/patch-sender.ts',
    from: 'const READ_ENTRIES = [500, 5000] as const;',
    to: 'const READ_ENTRIES = [500] as const;',
    caught: {
      title: 'is found behind 3000 later entries',
      words: 'is found behind %s later entries',
      file: 'test/stages/control/patch-sender.test.ts',
    },
  },
  {
    against: 'approvals of what was on its way when they were written',
    file: 'src/stages/control/approve.ts',
    from: 'Date.parse(published.at) + (isGenerated ? published.seconds * 1000 : 0)',
    to: 'isGenerated ? Date.parse(published.at) + published.seconds * 1000 : startedAt',
    caught: {
      title:
        'what was on its way when a comment was written, and not yet on the branch, is not approved by it',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'approvals of what commands made later',
    file: 'src/stages/control/approve.ts',
    from: 'wholeSecond(shownSince(record))',
    to: 'wholeSecond(new Date(record.startedAt))',
    caught: {
      title: 'what commands made while an approval waited in a queue is not approved by it',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'senders that are stopped and have their patches sent by us',
    file: 'src/stages/control/execute.ts',
    from: 'if (by !== null) {',
    to: 'if (by === undefined) {',
    caught: {
      title: 'is not set going again by who is stopped, nor for them, though it was sent by us',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'branches that have moved, of which the pull request does not know yet while it is approved',
    file: 'src/stages/control/approve.ts',
    from: ' || refs.get(branch)?.oid !== sha',
    to: '',
    caught: {
      title:
        'a revision that comes while an approval is written stays a draft, also where the page is slow to show it',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'revisions that come while an approval is written',
    file: 'src/stages/control/approve.ts',
    from: 'await conversation.setDraft(pullRequest.nodeId, true);',
    to: '',
    caught: {
      title: 'a revision that comes while an approval is written stays a draft',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'senders that become somebody else by having their patch sent once more',
    file: 'src/stages/control/patch-sender.ts',
    from: '...some.flatMap(sendersOf)',
    to: '...sendersOf(newest)',
    caught: {
      title:
        'who sent it does not approve it, though a revision came before we sent it once more for somebody',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'stopped senders who keep what others have sent from being approved',
    file: 'src/stages/control/execute.ts',
    from: 'senders: senders.heeded',
    to: 'senders: senders.all',
    caught: {
      title:
        'what a sender who is locked sends under its id keeps nobody from approving what another one has sent',
      words:
        'what a sender who is %s sends under its id keeps nobody from approving what another one has sent',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against:
      'writers of a comment who are stopped, and whose patch is approved behind what another one sent since',
    file: 'src/stages/control/patch-sender.ts',
    from: 'steps.filter((step) => step.digest === digest && !isSince(step))',
    to: 'steps.filter((step) => step.digest !== digest && isSince(step))',
    caught: {
      title: 'what somebody wrote into a comment is not approved while they are locked',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'stops of what came to nothing that keep what passed before it from being approved',
    file: 'src/stages/control/approve.ts',
    from: 'record: made, whom }',
    to: 'record: made, whom: state.whom ?? whom }',
    caught: {
      title:
        'a stop of a branch that a later delivery is for, which came to nothing, keeps nobody from approving',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'stopped senders who keep what others had merged from being taken back',
    file: 'src/stages/control/revert.ts',
    from: 'planned === null ? state : asSentBy(state, planned)',
    to: 'state',
    caught: {
      title: 'a pause of whoever sends something after the merge does not keep it from being taken back',
      words: 'a %s of whoever sends something after the merge does not keep it from being taken back',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'held revisions that turn what was merged red when they are canceled, and take its branch away',
    file: 'src/stages/control/settle.ts',
    from: 'state.record.plan === undefined;',
    to: 'false;',
    caught: {
      title:
        'a revision that a pause holds, and that is canceled, takes nothing from what was merged before that',
      words: 'a revision that a pause holds, and that is canceled, takes nothing from what was merged %s',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'deliveries that keep what passed from being approved',
    file: 'src/stages/control/approve.ts',
    from: 'isOver || isAboutHead(record)',
    to: '!isOver || isAboutHead(record)',
    caught: {
      title: 'keeps nobody from approving what passed before it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'cancelled patches that close the pull requests of others with their branch',
    file: 'src/stages/control/settle.ts',
    from: ' || isShownElsewhere(state.snapshot)',
    to: '',
    caught: { title: 'is kept where the patch is cancelled', file: 'test/stages/watch/elsewhere.test.ts' },
  },
  {
    against: 'cancelled revisions whose branch goes below a pull request that is not seen for a moment',
    file: 'src/stages/control/settle.ts',
    from: ' || isOwnUnseen(state.snapshot)',
    to: '',
    caught: {
      title: 'cancel the branch stays where the pull request of an earlier attempt is not seen for a moment',
      words: 'the branch stays where the pull request of an earlier attempt is not seen for a moment',
      file: 'test/stages/control/cancel.test.ts',
    },
  },
  {
    against: 'commits of people that pass for ours where nobody knew our head',
    file: 'src/stages/control/find-head.ts',
    from: 'if (isOurs(branch, record)) {',
    to: 'if (branch.oid.length > 0) {',
    caught: {
      title: 'a commit that a person pushed while the tests ran stays theirs when the run is cancelled',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges before a cancellation that nobody hears of, for their branch went with them',
    file: 'src/stages/control/find-head.ts',
    from: 'return await findShown(context, state);',
    to: 'return undefined;',
    caught: {
      title:
        'and merges before the run is cancelled, is the merge of the patch: its branch goes with the merge',
      words: 'and merges before the run is cancelled, is the merge of the patch: %s',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'statuses below the commits of people that wait for ever, for the branch went with the merge',
    file: 'src/stages/control/commits-behind.ts',
    from: 'next = commit?.parents[0];',
    to: 'next = undefined;',
    caught: {
      title:
        'the status of a revision that is merged with a commit on top while it is tested, and whose branch goes then, waits no more when its run is cancelled',
      words:
        'the status of a revision that is %s while it is tested, and whose branch goes then, waits no more when its run is cancelled',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'held patches that are cancelled, and are said of the commit before them',
    file: 'src/stages/control/settle.ts',
    from: 'sha === undefined || !speaksOfHead(record) ? undefined',
    to: 'sha === undefined ? undefined',
    caught: {
      title: 'and is cancelled while it is held says nothing of that commit either',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'deliveries that keep what is there again from being taken back once more',
    file: 'src/stages/control/still-taken-back.ts',
    from: "return step?.record.outcome?.kind === 'reverted' ? null : { revertId, pullRequest };",
    to: 'return step === undefined ? null : { revertId, pullRequest };',
    caught: {
      title: 'what is there again can be taken back once more where a revision was refused',
      words: 'what is there again can be taken back once more where %s',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'deliveries under the id of a revert that hide that it was taken back itself',
    file: 'src/stages/control/still-taken-back.ts',
    from: "step?.record.outcome?.kind === 'reverted'",
    to: 'step === null',
    caught: {
      title:
        'what is there again can be taken back once more where something was delivered as its revert too',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'revisions that keep what was merged before them from being taken back',
    file: 'src/stages/control/revert.ts',
    from: 'new Set([pullRequest?.number, mergedBefore])',
    to: 'new Set([pullRequest?.number])',
    caught: {
      title:
        'a revision after the merge does not keep it from being taken back, and the answer says which one it is',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'what came of a commit, hidden by a hundred deliveries',
    file: 'src/stages/control/earlier-step.ts',
    from: 'const READ_STEPS = [100, MOST_STEPS] as const',
    to: 'const READ_STEPS = [100] as const',
    caught: {
      title: 'a hundred deliveries that come to nothing hide from nobody what came of the commit before them',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of what was overtaken while it was tested, on the record of what came to nothing',
    file: 'src/stages/control/earlier-step.ts',
    from: 'const commit = named === null ? await',
    to: 'const commit = named !== null ? await',
    caught: {
      title: 'a revision that was overtaken while it was tested, and is merged, is what was merged',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'held patches that pass for taken up because something else was turned away',
    file: 'src/stages/control/take-up.ts',
    from: '&& isOtherRun',
    to: '',
    caught: {
      title:
        'pause and resume what is turned away meanwhile takes no held patch up, and what comes later stays held',
      words: 'what is turned away meanwhile takes no held patch up, and what comes later stays held',
      file: 'test/stages/control/stop.test.ts',
    },
  },
  {
    against: 'commands that are confirmed by the end of what stood there when they were sent',
    file: 'src/stages/control/take-up.ts',
    from: 'isTakenUp(now, stood) || (',
    to: 'now !== stood || (',
    caught: {
      title: 'another attempt is not confirmed by the end of the one before it',
      file: 'test/stages/control/taking-up.test.ts',
    },
  },
  {
    against: 'patches in comments that are confirmed by the end of another one',
    file: 'src/stages/control/take-up.ts',
    from: '    : stood !== null;',
    to: '    : true;',
    caught: {
      title: 'a patch in a comment is not confirmed by the end of the one that it revises',
      file: 'test/stages/control/taking-up.test.ts',
    },
  },
  {
    against: 'patches in comments that are said to have ended as what took their place',
    file: 'src/stages/control/send-written.ts',
    from: 'if (record.digest !== digest) {',
    to: 'if (false) {',
    caught: {
      title: 'a patch in a comment that another one has taken the place of is told as that',
      file: 'test/stages/control/taking-up.test.ts',
    },
  },
  {
    against: 'reverts that are taken back though what they kept out was merged once more',
    file: 'src/stages/control/revert.ts',
    from: 'newest.merge.sha === revertOfMerge',
    to: 'newest.merge.sha !== revertOfMerge',
    caught: {
      title: 'a revert is not taken back where what it took back was merged once more since',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'passes of an earlier revision that come back with a pull request',
    file: 'src/stages/control/earlier-step.ts',
    from: '(record) => record.head === head && isWanted(record)',
    to: 'isWanted',
    caught: {
      title:
        'that is opened again has no pass of a revision before the one that was tested when it was closed',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'patches in comments that are sent though nobody would know whose they are',
    file: 'src/stages/control/send-written.ts',
    from: 'if (unlogged !== null)',
    to: 'if (unlogged === undefined)',
    caught: {
      title: 'is not sent where the log can not say first who wrote it',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'switches that leave no room for the one that stops everything',
    file: 'src/stages/control/switchboard.ts',
    from: "switches.filter(({ scope }) => scope.kind !== 'repository').length",
    to: 'switches.length + 1',
    caught: {
      title: 'however many branches are paused, everything can still be paused and locked',
      file: 'test/stages/control/stop.test.ts',
    },
  },
  {
    against: 'writers of a patch who approve it once somebody else has written the same',
    file: 'src/stages/control/patch-sender.ts',
    from: '...askers, ',
    to: '...askers.slice(0, 1), ',
    caught: {
      title: 'who wrote it into a comment does not approve it, though somebody else wrote the same one again',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'histories that are read for whoever asks without a right',
    file: 'src/stages/control/execute.ts',
    from: 'if (!admitted.ok) {',
    to: 'if (!admitted.ok && order.command === undefined) {',
    caught: { title: 'for who may not ask, no history is read', file: 'test/stages/control/review.test.ts' },
  },
  {
    against: 'writers of a comment who are its sender no more once others have its run started again',
    file: 'src/stages/control/switchboard.ts',
    from: 'writer !== undefined && done.digest !== undefined',
    to: 'writer !== undefined && done.digest === undefined',
    caught: {
      title:
        'is approved neither by who wrote it nor by who had its run started again, and bears the name of the first',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'writers who are stopped and have others start the run of their comment again',
    file: 'src/stages/control/send-written.ts',
    from: '{ senders: [writer, actor] }',
    to: '{ senders: [actor] }',
    caught: {
      title:
        'is approved neither by who wrote it nor by who had its run started again, and bears the name of the first',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'stops for a time that a clock which is ahead takes for over, and writes away',
    file: 'src/stages/control/switchboard.ts',
    from: 'switches: [...kept, ...switches]',
    to: 'switches',
    caught: {
      title: 'what a command of rita by a clock that is ahead leaves standing still stands: retry first',
      words: 'what a command of %s by a clock that is ahead leaves standing still stands: %s',
      file: STOP,
    },
  },
  {
    against: 'held patches that each pass sends on once more, while no machine is free',
    file: 'src/stages/control/drain.ts',
    from: 'late || waiting.has(id)',
    to: 'late',
    caught: {
      title: 'that ended while no machine was free has what was held sent on once, however many passes come',
      file: 'test/stages/watch/passes.test.ts',
    },
  },
  {
    against:
      'stops for a time that had ended before they began, by a clock that is behind, and are told as done',
    file: 'src/stages/control/stop.ts',
    from: 'until !== undefined && Date.parse(until) <= now',
    to: "until === ''",
    caught: {
      title: 'a stop that a clock which is behind has end before it begins is told as none',
      file: STOP,
    },
  },
  {
    against: 'stops by a clock that is behind, which what was written before them lifts',
    file: 'src/stages/control/stood-then.ts',
    from: 'return switches.filter((one) => entered.some((other) => isSame(one, other)));',
    to: 'return switches.filter((one) => one.at < askedAt.toISOString() || entered.some((other) => isSame(one, other)));',
    caught: {
      title: 'a lift that is answered late leaves what was stopped since by a clock that is far behind',
      words: 'leaves what was stopped since by a clock that is far behind',
      file: STOP,
    },
  },
  {
    against: 'held patches that are called closed by a pull request which never showed them',
    file: 'src/stages/control/reject.ts',
    from: "if (record.state === 'held') {",
    to: "if (record.state === 'publishing') {",
    caught: {
      title:
        'what is held is not rejected with what its pull request shows, and what is shown when that is cancelled',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'held patches behind those whose runs break, which wait for them again and again',
    file: 'src/stages/control/drain.ts',
    from: '(record.brokenRuns ?? 0) - (other.record.brokenRuns ?? 0) ||',
    to: '',
    caught: {
      title: 'has what is held behind three whose runs end by failure sent on with the next pass',
      words: 'has what is held behind three whose runs end by %s sent on with the next pass',
      file: 'test/stages/watch/passes.test.ts',
    },
  },
  {
    against: 'held patches behind one whose run somebody cancels each time',
    file: 'src/stages/control/drain.ts',
    from: "'failure', 'cancelled', 'timed_out'",
    to: "'failure', 'timed_out'",
    caught: {
      title: 'has what is held behind three whose runs end by cancelled sent on with the next pass',
      words: 'has what is held behind three whose runs end by %s sent on with the next pass',
      file: 'test/stages/watch/passes.test.ts',
    },
  },
  {
    against: 'patches that would arrive as another one than is known',
    file: 'src/stages/control/dispatch.ts',
    from: 'if (!(await arrivesAsMeant(compute, kept))) {',
    to: "if (kept.text === '') {",
    caught: {
      title: 'is not sent where what is kept of it is another one',
      words: 'is not sent where what is kept of it %s',
      file: 'test/stages/control/dispatch.test.ts',
    },
  },
  {
    against: 'patches that are sent on though nobody could read to the end what they are',
    file: 'src/stages/control/dispatch.ts',
    from: 'return unread !== true && id',
    to: 'return id',
    caught: {
      title: 'is not sent where nobody could read to the end what is kept of it',
      file: 'test/stages/control/dispatch.test.ts',
    },
  },
  {
    against: 'patches that are cancelled when their run has failed, and go on with the watch',
    file: 'src/stages/control/cancel.ts',
    from: 'runs.every(({ over }) => over)',
    to: "runs.every(({ over, run }) => over && run?.conclusion === 'cancelled')",
    caught: {
      title: 'cancel of a patch whose run has failed keeps the watch from going on with it',
      file: 'test/stages/control/cancel.test.ts',
      words: '%s of a patch whose run has failed keeps the watch from going on with it',
    },
  },
  {
    against: 'patches that go on with the watch though everything was killed',
    file: 'src/stages/control/kill-all.ts',
    from: 'ended.filter((run) => run.over)',
    to: "ended.filter(({ run }) => run?.conclusion === 'cancelled')",
    caught: {
      title: 'what failed before is canceled too, so that no pass goes on with it',
      file: 'test/stages/control/cancel.test.ts',
    },
  },
  {
    against: 'pull requests that are made after everything is said to be killed',
    file: 'src/stages/control/kill-all.ts',
    from: '() => waitForClaims(context, lock)',
    to: 'async () => [].slice(0, lock.reason.length)',
    caught: {
      title: 'kill all names the claim that it waited for in vain, which is canceled',
      file: 'test/stages/control/claims.test.ts',
    },
  },
  {
    against: 'held patches whose runs break, and behind which all others wait',
    file: 'src/stages/control/drain.ts',
    from: "(await whatBroke(context, state, sentAt)) ?? 'late'",
    to: "'late'",
    caught: {
      title:
        'a held patch whose run breaks each time keeps no other one waiting, and is given up the third time',
      file: 'test/stages/control/stop.test.ts',
    },
  },
  {
    against: 'commands that waited while everything was locked, and send a patch after that',
    file: 'src/stages/control/execute.ts',
    from: 'if (await wasLockedMeanwhile(context, order)) {',
    to: 'if (order.begun === false) {',
    caught: {
      title: 'what has waited to send a patch is not done after a lock that was lifted since',
      words: 'is not done after %s that was lifted since',
      file: 'test/stages/control/form.test.ts',
    },
  },
  {
    against: 'runs without a record that were sent while a lock stood there that was older than they',
    file: 'src/stages/control/locked-since.ts',
    from: 'before === -1 ? entries.length : before + 1',
    to: 'before === -1 ? entries.length : before',
    caught: {
      title: 'does not come back where it was sent while everything was locked',
      file: 'test/stages/watch/stopped-since.test.ts',
    },
  },
  {
    against: 'senders whose patch is on record under another digest than in the log',
    file: 'src/stages/control/patch-sender.ts',
    from: '[...askersIn(log, asked), ...lostSendersIn(recent, asked, steps)]',
    to: 'askersIn(log, asked).slice(0, recent.length + steps.length)',
    caught: {
      title: 'is also who sent what no record of this id has, as it may have been changed on its way',
      file: 'test/stages/control/patch-sender.test.ts',
    },
  },
  {
    against: 'approvals by who wrote a comment with what another one had done already',
    file: 'src/stages/control/send-written.ts',
    from: 'await noteWriter(context, view.record, { sender, sentFor: namesOf(order) });',
    to: 'namesOf(order);',
    caught: {
      title: 'that somebody else has done already is told so, and not approved by who wrote it again',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'senders who are hidden behind a later attempt that came to nothing',
    file: 'src/stages/control/patch-sender.ts',
    from: 'head !== undefined && head === record.head',
    to: "head === ''",
    caught: {
      title:
        'who sent what its branch shows does not approve it, though a later attempt that came to nothing is on record',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'what named commands made of a patch, and stays though the patch is taken back',
    file: 'src/stages/control/revert-patch.ts',
    from: ', ...(generated?.changes ?? [])',
    to: '',
    caught: {
      title: 'after a squash, it is taken back with the patch',
      words: 'after a %s, it is taken back with the patch',
      file: 'test/stages/control/revert-generated.test.ts',
    },
  },
  {
    against: 'merged patches that stay because a file as it stood before looks like a text of a model',
    file: 'src/stages/control/revert-patch.ts',
    from: "isUtf8(bytes) && wholeFile({ action: 'write', path, write: asText }, is?.bytes ?? null).ok",
    to: 'isUtf8(bytes)',
    caught: {
      title: 'a file comes back as it stood, though a text of a model must not hold a stub',
      words: 'a file comes back as it stood, though a text of a model must not hold %s',
      file: 'test/stages/control/revert.test.ts',
    },
  },
  {
    against: 'merges of several commits, of which only the last one would be taken back',
    file: 'src/stages/control/read-merge.ts',
    from: 'at?.message.startsWith(message)',
    to: 'at?.oid === message',
    caught: {
      title: 'after a rebase, it is taken back with the patch',
      words: 'after a %s, it is taken back with the patch',
      file: 'test/stages/control/revert-generated.test.ts',
    },
  },
  {
    against: "other people's changes that came with the merge of a patch, and would be taken back with it",
    file: 'src/stages/control/read-merge.ts',
    from: '!files.every((path) => isMergeOf(path, versions))',
    to: 'files.length === 0',
    caught: {
      title: 'is left alone where a person changed what it merged',
      file: 'test/stages/control/revert-generated.test.ts',
    },
  },
  {
    against: 'resumptions that come late and lift what was stopped since',
    file: 'src/stages/control/stood-then.ts',
    from: 'if (askedAt === undefined) {',
    to: "if (askedAt === undefined || switches.every(({ by }) => by !== '')) {",
    caught: {
      title: 'a lift that is answered late leaves what was stopped once more since',
      file: STOP,
      words: 'leaves what was stopped once more since',
    },
  },
  {
    against:
      'resumptions that come late and lift what was stopped since, where the log is too long to be read',
    file: 'src/stages/control/stood-then.ts',
    from: 'Date.parse(at) < asked - CLOCKS_DIFFER_MS',
    to: 'Date.parse(at) < asked + CLOCKS_DIFFER_MS',
    caught: {
      title: 'where the log is too long to be read, a late lift is about what is older by any clock alone',
      file: 'test/stages/control/stood-then.test.ts',
    },
  },
  {
    against: 'resumptions that come late and lift what was stopped a moment after they were written',
    file: 'src/stages/control/stood-then.ts',
    from: 'Date.parse(committedAt) <= wholeSecond(asked)',
    to: "committedAt !== ''",
    caught: {
      title: 'leaves what was stopped a moment after it was written, and lifts what stood there',
      file: STOP,
    },
  },
  {
    against: 'stops by a clock that is ahead, which nobody can lift until that time has come',
    file: 'src/stages/control/stood-then.ts',
    from: '(one) => entered.some((other) => isSame(one, other))',
    to: '(one) => Date.parse(one.at) < asked && entered.some((other) => isSame(one, other))',
    caught: {
      title: 'lifts what was stopped by a server whose clock is ahead',
      file: STOP,
    },
  },
  {
    against: 'stops of a branch that is not there, which stop nothing and are told as done',
    file: 'src/stages/control/meant-branch.ts',
    from: 'return found === undefined',
    to: "return found === undefined && written === ''",
    caught: {
      title: 'of a branch that is not there is refused, and stops nothing',
      file: STOP,
      words: 'that is not there is refused, and stops nothing',
    },
  },
  {
    against: 'operators who unlock what they locked alone, with a full stop behind the name of the branch',
    file: 'src/stages/control/execute.ts',
    from: 'aboutStanding(given.command, board.switches)',
    to: 'given.command',
    caught: {
      title: 'of a branch is the one that a sentence means with',
      file: STOP,
      words: 'is the one that a sentence means with',
    },
  },
  {
    against: 'operators who end everything while it is locked, and unlock it alone',
    file: 'src/stages/control/execute.ts',
    from: '[...board.switches, ...(lockers ?? [])]',
    to: 'board.switches',
    caught: {
      title: 'who locked what was locked already does not unlock alone either',
      file: STOP,
    },
  },
  {
    against: 'patches with the name of a common word, whose pull request is closed in place of another one',
    file: 'src/stages/control/execute.ts',
    from: "return isClear ? null : { why: 'which_patch', id, other };",
    to: 'return null;',
    caught: {
      title: 'a rejection whose reason begins with the name of another patch rejects neither',
      file: 'test/stages/control/comment.test.ts',
    },
  },
  {
    against:
      'strangers whose commands use up the requests of the hour, though they may not do what they ask for',
    file: 'src/stages/control/comment.ts',
    from: 'if (denied !== null) {',
    to: 'if (denied !== null && !line) {',
    caught: {
      title: 'who may not, costs two requests, and one where little is left',
      file: 'test/stages/control/comment.test.ts',
    },
  },
  {
    against: 'strangers who use up the requests of the hour by asking what they may',
    file: 'src/stages/control/comment.ts',
    from: 'return !bot && isHourScarce(context)',
    to: 'return !bot && !line',
    caught: {
      title: 'leaves the second half of the hour to people who may write',
      file: 'test/stages/control/comment.test.ts',
    },
  },
  {
    against: 'stops in comments that are done once more though people went on since',
    file: 'src/stages/control/comment.ts',
    from: 'origin: `comment ${id}`,',
    to: '',
    caught: {
      title: 'is not done once more where people went on since',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'stops that were lifted, and are set again by a form whose run is started again',
    file: 'src/stages/control/done-before.ts',
    from: 'entries.findLast((entry) => !stands(entry, stop, clock.now()))',
    to: 'entries.slice(-1).find((entry) => !stands(entry, stop, clock.now()))',
    caught: {
      title: 'a form whose run is started again does not',
      file: 'test/stages/control/form.test.ts',
      words: 'again what somebody has lifted since',
    },
  },
  {
    against: 'commands that were not confirmed, and that count as done when their form is run once more',
    file: 'src/stages/control/execute.ts',
    from: 'isConfirmed ? order : unfinished(order)',
    to: 'isConfirmed ? order : order',
    caught: {
      title: 'a cancellation that was not confirmed is gone on with by the same form',
      file: ONCE,
    },
  },
  {
    against: 'commands that no run has taken up, and that count as done when their form is run once more',
    file: 'src/stages/control/sent-before.ts',
    from: "(record.attempt === attempt && record.state !== 'held')",
    to: 'record.attempt < attempt',
    caught: {
      title: 'retries once more what no run has taken up, and nothing that one has',
      file: 'test/stages/control/form.test.ts',
    },
  },
  {
    against: 'patches in comments that are sent once more though somebody cancelled them',
    file: 'src/stages/control/send-written.ts',
    from: 'command.dryRun ? null : await findSentBefore(context, order)',
    to: "command.dryRun ? null : { kind: 'lost', id: command.id }",
    caught: {
      title:
        'a patch in a comment that is answered once more stays cancelled, though whoever sent it died before the answer',
      file: ONCE,
      words: 'stays cancelled, though whoever sent it died before the answer',
    },
  },
  {
    against: 'patches in comments that are lost with whoever was to send them',
    file: 'src/stages/control/sent-before.ts',
    from: '(step) => isOf(step, sent))) !== null',
    to: '(step) => isOf(step, sent))) === null',
    caught: {
      title:
        'a patch in a comment that is answered once more is sent where whoever was to send it died before that',
      file: ONCE,
      words: 'is sent where whoever was to send it died before that',
    },
  },
  {
    against: 'patches in comments that are sent twice because their run has only to begin',
    file: 'src/stages/control/sent-before.ts',
    from: 'TAKE_UP_SECONDS - ageOf(context, sent) / 1000',
    to: '0',
    caught: {
      title:
        'a patch in a comment that is answered once more is not sent twice where its run has only to begin',
      file: ONCE,
      words: 'is not sent twice where its run has only to begin',
    },
  },
  {
    against: 'patches in comments that take the place of a revision when they are answered once more',
    file: 'src/stages/control/sent-before.ts',
    from: 'record.digest === digest && record.attempt >= attempt',
    to: 'record.digest === digest && record.attempt < attempt',
    caught: {
      title:
        'a patch in a comment that is answered once more takes no place of a revision that came after it',
      file: ONCE,
      words: 'takes no place of a revision that came after it',
    },
  },
  {
    against: 'patches of which nobody knows anything any more, and that are sent by an old comment',
    file: 'src/stages/control/sent-before.ts',
    from: 'ageOf(context, sent) < LONGEST_WAY_MS',
    to: 'ageOf(context, sent) >= 0',
    caught: {
      title:
        'a patch in a comment that is answered once more is not sent a day later where no run has taken it up',
      file: ONCE,
      words: 'is not sent a day later where no run has taken it up',
    },
  },
  {
    against:
      'reverts that somebody rejected, and that are sent under another name when their form is run once more',
    file: 'src/stages/control/revert.ts',
    from: "sent !== null && sent.kind !== 'lost'",
    to: "sent !== null && sent.kind === 'refused'",
    caught: {
      title:
        'a revert that is asked for once more by the same form is not sent under another name where somebody has rejected it',
      file: ONCE,
      words: 'is not sent under another name where somebody has rejected it',
    },
  },
  {
    against: 'reverts that were never sent, and take another name than the one that somebody closed',
    file: 'src/stages/control/revert.ts',
    from: 'lost !== null && lost !== revertId',
    to: "lost === ''",
    caught: {
      title:
        'a revert that is asked for once more by the same form takes no other name where somebody has closed what had it, before it was sent once more',
      file: ONCE,
      words: 'takes no other name where somebody has closed what had it',
    },
  },
  {
    against: 'attempts that are made twice because whoever asked for them died before the answer',
    file: 'src/stages/control/retry.ts',
    from: "sent !== null && sent.kind !== 'lost'",
    to: "sent !== null && sent.kind === 'refused'",
    caught: {
      title:
        'another attempt that is asked for once more by the same form is made once, though whoever sent it died before the answer',
      file: ONCE,
      words: 'is made once, though whoever sent it died before the answer',
    },
  },
  {
    against: 'rejections that close what a person has opened again',
    file: 'src/stages/control/reject.ts',
    from: '(await findOutcomeSince(context, { id, since }, isTakenFromReview)) !== null',
    to: 'since < 0',
    caught: {
      title:
        'a rejection that is asked for once more by the same form closes nothing that a person has opened again',
      file: ONCE,
      words: 'closes nothing that a person has opened again',
    },
  },
  {
    against: 'rejections that are lost with whoever was to close the pull request',
    file: 'src/stages/control/reject.ts',
    from: '!result.includes(DECIDED) ||',
    to: 'result.includes(DECIDED) ||',
    caught: {
      title:
        'a rejection that is asked for once more by the same form is brought to its end where whoever was to close it died before that',
      file: ONCE,
      words: 'is brought to its end where whoever was to close it died before that',
    },
  },
  {
    against: 'commands that name a digest, and end the revision that took its place',
    file: 'src/stages/control/cancel.ts',
    from: 'if (!isStillShown(record, shown)) {',
    to: 'if (shown === null) {',
    caught: {
      title: 'leaves a revision alone that took its place after',
      file: 'test/stages/control/as-shown.test.ts',
    },
  },
  {
    against:
      'commands that name a digest, and put on record that the revision was closed that took its place',
    file: 'src/stages/control/reject.ts',
    from: 'return isSaid || !isNoOther(record, shown)',
    to: 'return isSaid',
    caught: {
      title: 'leaves a revision open that took its place after',
      file: 'test/stages/control/as-shown.test.ts',
    },
  },
  {
    against:
      'commands that name a digest, and leave the pull request closed of the revision that took its place',
    file: 'src/stages/control/reject.ts',
    from: "if (settled.kind === 'left' && !isNoOther(settled.record, shown)) {",
    to: "if (settled.kind === 'unknown') {",
    caught: {
      title: 'leaves a revision open that took its place after',
      file: 'test/stages/control/as-shown.test.ts',
    },
  },
  {
    against: 'cancellations that come once more, and end the attempt that was asked for since',
    file: 'src/stages/control/cancel.ts',
    from: 'again !== true || origin === undefined || askedAt === undefined',
    to: 'again !== true || origin !== undefined || askedAt === undefined',
    caught: {
      title: 'a cancellation that is asked for once more by the same form leaves the attempt that came since',
      file: ONCE,
    },
  },
  {
    against: 'lifts that are done once more, and take away what was stopped since they were done',
    file: 'src/stages/control/switchboard.ts',
    from: 'order.begun === true ? null : await decide(board)',
    to: 'await decide(board)',
    caught: { title: 'lifts nothing once more', file: 'test/stages/control/form.test.ts' },
  },
  {
    against: 'operators whose locks are known by a time that their clock does not show, and who unlock alone',
    file: 'src/stages/control/lockers.ts',
    from: 'lock.at === locks[index + 1]?.lock?.at',
    to: 'lock.at !== act.at',
    caught: {
      title: 'who locked once more by a clock that is behind does not unlock alone either',
      file: STOP,
    },
  },
  {
    against: 'runs that "kill all" does not end, because a workflow of the repository itself calls ours',
    file: 'src/stages/control/kill-all.ts',
    from: '[path, ...calls].some(',
    to: '[path, ...calls.slice(0, 0)].some(',
    caught: {
      title:
        'a run of a workflow of the repository itself is ended before it has left a record, which calls ours',
      file: 'test/stages/control/cancel.test.ts',
      words: 'a run of a workflow of the repository itself is ended before it has left a record, %s',
    },
  },
  {
    against: 'runs of others that "kill all" ends, because a pull request is titled like a run of ours',
    file: 'src/stages/control/kill-all.ts',
    from: "event === 'repository_dispatch' && title",
    to: "event !== '' && title",
    caught: {
      title: 'a run of others goes on, also where its title looks like one of ours',
      file: 'test/stages/control/cancel.test.ts',
    },
  },
  {
    against: 'operators who lock once more, wait until the log has grown, and unlock it alone',
    file: 'src/stages/control/lockers.ts',
    from: 'if (isWhole || log.length < limit) {',
    to: 'if (isWhole || log.length <= limit) {',
    caught: {
      title: 'who locked once more does not unlock alone behind however many entries of others',
      file: STOP,
    },
  },
  {
    against: 'locks of the account that sends on, of which nobody hears who asks for another attempt',
    file: 'src/stages/control/retry.ts',
    from: 'isAnother ? await findCarrierLock',
    to: 'isAnother && record.id === "" ? await findCarrierLock',
    caught: {
      title:
        'retry is refused with the stop where the account is locked by which it is sent, and the patch stays as it was',
      words:
        'is refused with the stop where the account is locked by which it is sent, and the patch stays as it was',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'patches in comments that become those of who starts their run again',
    file: 'src/stages/control/context.ts',
    from: '[actor, writer]',
    to: '[writer, actor]',
    caught: {
      title:
        'is approved neither by who wrote it nor by who had its run started again, and bears the name of the first',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'held patches that are given up for what others send under their id',
    file: 'src/stages/control/drain.ts',
    from: 'const tries = brokenRuns + 1;',
    to: 'const tries = brokenRuns + 3;',
    caught: {
      title: 'a held patch is not given up for runs of what others send under its id',
      file: 'test/stages/control/stop.test.ts',
    },
  },
];
