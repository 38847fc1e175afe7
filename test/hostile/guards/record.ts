import type { Guard } from './guard.ts';

const LIMITS = 'test/stages/limits.test.ts';

export const RECORD_GUARDS: readonly Guard[] = [
  {
    against: "writing over a person's commit",
    file: 'src/record/life.ts',
    from: 'branch !== null && !isOurs(branch, record)',
    to: 'branch?.oid === record?.id',
    caught: {
      title: "a person's commit on the branch is never overwritten",
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: "another sender's pull request that is closed by whoever sent under its id what came to nothing",
    file: 'src/record/proof.ts',
    from: 'if (record.plan !== undefined) {',
    to: "if (record.id !== '') {",
    caught: {
      title:
        'does not close that of another sender, under whose id its own sender had sent what came to nothing',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'pull requests that are open and hold no place',
    file: 'src/record/admission.ts',
    from: '.slice(0, Math.max(0, room))',
    to: '',
    caught: {
      title: 'where a pull request is open that holds no slot, two do not get in through the free ones',
      file: LIMITS,
    },
  },
  {
    against: 'senders that write their own name in other letters',
    file: 'src/record/slots.ts',
    from: 'sender.toLowerCase()',
    to: 'sender',
    caught: { title: 'are counted for each sender, whatever the case of the letters', file: LIMITS },
  },
  {
    against: 'records that a store can not keep',
    file: 'src/record/schema.ts',
    from: '.max(MOST_NUMBER)',
    to: '',
    caught: {
      title: 'a record with a number of a pull request that no store can keep is no record',
      words: 'a record with %s that no store can keep is no record',
      file: 'test/record/text.test.ts',
    },
  },
  {
    against: 'merges of long ago that pass for those of what came since',
    file: 'src/record/proof.ts',
    from: 'pullRequest?.number === mergedBefore ? undefined : pullRequest',
    to: 'pullRequest?.number === (mergedBefore && -1) ? undefined : pullRequest',
    caught: {
      title:
        'is not merged by a pull request that was merged before it came, and works when it is sent again',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'several patches that close in turn what a person opens again',
    file: 'src/record/kept-beside.ts',
    from: 'more.length === 0 ? first : [first, ...more]',
    to: 'more.length === -1 ? [...more] : first',
    caught: {
      title: 'stays beside all that may have closed it, where two others were there',
      words: 'stays beside all that may have closed it, where %s',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'deliveries under the id of a merged revert, which hide what it took back',
    file: 'src/record/life.ts',
    from: 'laterRevertIdOf(revertOf, revertOfMerge)].includes(id)',
    to: "laterRevertIdOf(revertOf, revertOfMerge)].includes('')",
    caught: {
      title: 'the id of a patch that took another one back, and was merged, is that of no other patch',
      file: 'test/record/life.test.ts',
    },
  },
  {
    against: 'patches that were canceled after they were sent on, and are opened all the same',
    file: 'src/record/life.ts',
    from: "again && outcome.kind === 'canceled'",
    to: 'false',
    caught: {
      title:
        'what was canceled after it was sent on, and before its run began, is not worked on unless somebody asks',
      file: 'test/record/life.test.ts',
    },
  },
  {
    against: 'misfits, one after the other, that make a record grow and keep publishing from ending',
    file: 'src/record/turned-away.ts',
    from: 'recent.length >= MOST_TURNED_AWAY',
    to: 'recent.length > 1_000',
    caught: {
      title:
        'a delivery that comes to nothing while another one under its id is worked on is noted a few times only, however many are sent, which is no reason to give up publishing',
      words: 'is noted a few times only, however many are sent, which is no reason to give up publishing',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'pull requests that are left half done because something else was turned away',
    file: 'src/record/step.ts',
    from: 'one.startedAt === other.startedAt',
    to: 'one === other',
    caught: {
      title:
        'a delivery that comes to nothing while another one under its id is worked on keeps its pull request from nothing, also where that is being made at this moment',
      words: 'keeps its pull request from nothing, also where that is being made at this moment',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'claims of another process that are ended by the one before it',
    file: 'src/record/step.ts',
    from: 'one.deadline === other.deadline',
    to: 'one.version === other.version',
    caught: {
      title:
        'a delivery that comes to nothing while another one under its id is worked on is not noted on a claim that another process has taken since',
      words: 'is not noted on a claim that another process has taken since',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'revisions that are duplicates of what was merged without them',
    file: 'src/record/life.ts',
    from: ' && !isLeftBehind(record)',
    to: '',
    caught: {
      title:
        'a revision whose place an earlier commit took, which was merged, works when it is sent again after the branch is gone',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'patches that come again after each merge, and take the places of all others',
    file: 'src/record/admission.ts',
    from: 'holder !== null && isNewest(holder, slots) && ',
    to: 'holder !== null && ',
    caught: {
      title: 'a patch that came again after a merge holds one slot, and not the one that it had before',
      file: 'test/record/admission.test.ts',
    },
  },
  {
    against: 'pauses that are confirmed while a pull request is made of what waited for long',
    file: 'src/record/claim.ts',
    from: 'deadline: new Date(now.getTime() + CLAIM_MINUTES * 60_000).toISOString(),',
    to: '',
    caught: {
      title:
        'a pause is not confirmed while a pull request is made of what waited for a day before it was published',
      file: 'test/stages/control/claims.test.ts',
    },
  },
  {
    against: 'older patches that take the place of a revision when they are sent once more',
    file: 'src/record/life.ts',
    from: 'return again || (run.attempt > 1',
    to: 'return (run.attempt > 1',
    caught: {
      title:
        'what is sent once more from its record after a pause takes no place of a revision that came before it',
      file: 'test/stages/control/again.test.ts',
      words: 'after a pause takes no place of a revision that came before it',
    },
  },
  {
    against: 'older patches that take the place of a revision when their run is started again',
    file: 'src/record/life.ts',
    from: '(run.attempt > 1 && record.run.id > run.id)',
    to: 'record.run.id < 0',
    caught: {
      title:
        'a run that died before it left a record, and whose patch was sent again since, takes no place of the later one where its run is started again all the same',
      file: 'test/stages/watch/overtaken.test.ts',
      words: 'takes no place of the later one where its run is started again all the same',
    },
  },
  {
    against: 'senders that are forgotten because another one was publishing the same just then',
    file: 'src/record/step.ts',
    from: '...(alsoSentBy === undefined ? {} : { alsoSentBy }),',
    to: '...(alsoSentBy === undefined ? {} : {}),',
    caught: {
      title: 'is the same patch of another sender is noted while its pull request is made',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'patches that take the place of a canary while it is tested',
    file: 'src/record/watch-entry.ts',
    from: '(sent.digest === undefined || sent.digest === digest)',
    to: "(sent.digest !== '' || digest !== '')",
    caught: {
      title:
        'that somebody takes over while it is tested has neither arrived nor failed, and is sent once more',
      file: 'test/stages/watch/canary.test.ts',
    },
  },
  {
    against: 'passes that are claimed behind a delivery that came to nothing',
    file: 'src/record/proof.ts',
    from: "return plan === undefined ? null : 'none';",
    to: "return plan === undefined ? 'passed' : 'none';",
    caught: {
      title: 'the pull request becomes a draft and claims no pass',
      file: 'test/stages/watch/proof.test.ts',
    },
  },
  {
    against: 'pull requests that nobody follows since something was delivered while they were closed',
    file: 'src/record/proof.ts',
    from: "return outcome.reason === 'pull_request_closed';",
    to: 'return false;',
    caught: {
      title: 'is about the patch that it shows and can be merged',
      file: 'test/stages/watch/reopened.test.ts',
    },
  },
  {
    against: 'notes of long paths that make a record longer than it may be',
    file: 'src/record/fit.ts',
    from: 'return end === -1 ? sentences : sentences.slice(0, end);',
    to: 'return end === -1 ? sentences : sentences;',
    caught: {
      title: 'notes of long paths are cut, and those beyond a total are counted',
      file: 'test/record/fit.test.ts',
    },
  },
  {
    against: 'records that stay as long as they are where nothing makes them short enough',
    file: 'src/record/fit.ts',
    from: 'fitting ?? shorter.at(-1) ?? outcome',
    to: 'fitting ?? outcome',
    caught: {
      title: 'the output of tests goes first, also where no more can go and it is still too long',
      file: 'test/record/fit.test.ts',
    },
  },
];
