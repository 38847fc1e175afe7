import type { Guard } from '../guard.ts';

const SENDERS = 'test/app/senders.test.ts';

export const STAGES_INTAKE_GUARDS: readonly Guard[] = [
  {
    against: 'patches that are told as not taken for sure though GitHub may have taken them',
    file: 'src/stages/intake/hand-on.ts',
    from: '{ at: now, problem, unclear }',
    to: '{ at: now, problem }',
    caught: {
      title:
        'a patch that GitHub took without an answer, and refused when it was asked again is not told as one that it did not take, and how it ends is told: within the same attempt',
      words: 'is not told as one that it did not take, and how it ends is told: %s',
      file: 'test/app/callbacks.test.ts',
    },
  },
  {
    against: 'revisions that take back what their sender wanted last, because they were taken for not there',
    file: 'src/stages/intake/intake.ts',
    from: "state === 'failed' && mayHaveArrived === undefined",
    to: "state === 'failed'",
    caught: {
      title: 'comes as the last word behind a revision that GitHub may have taken, though it failed',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'a patch that is called a duplicate of one whose run was ended',
    file: 'src/stages/intake/died.ts',
    from: "status === 'completed' && conclusion !== 'success'",
    to: "status === 'completed' && conclusion === 'success'",
    caught: {
      title: 'arrives no more where its run was cancelled',
      words: 'arrives no more where its run %s',
      file: 'test/app/died.test.ts',
    },
  },
  {
    against: 'patches that hold large files in the memory while they wait for their turn',
    file: 'src/stages/intake/preflight.ts',
    from: 'target.context.compute.inTurn(() => look(target, payload, wish), signal)',
    to: 'look(target, payload, wish)',
    caught: {
      title: 'are waited for before anything of a repository is read',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'patches that are kept though their sender was told that nothing was',
    file: 'src/stages/intake/intake.ts',
    from: "    if (request.signal.aborted) {\n      return { kind: 'late' };\n    }\n    request.onKeep?.();",
    to: '    request.onKeep?.();',
    caught: {
      title:
        'who was told that nothing was kept is right, also where writing them into the log took the time',
      file: 'test/stages/control/taking-late.test.ts',
    },
  },
  {
    against: 'approvals by whom a token speaks for',
    file: 'src/stages/intake/intake.ts',
    from: 'let logged = token.login === undefined;',
    to: 'let logged = true;',
    caught: {
      title: 'is not approved by them, though on GitHub another one sent it',
      file: SENDERS,
    },
  },
  {
    against: 'ids that belong to nobody for ever where the store was lost',
    file: 'src/stages/intake/owner.ts',
    from: '(await deliveries.first(patch, { but: login }))?.sender',
    to: 'null',
    caught: {
      title:
        'where the store was lost, belongs to whoever goes on with it first, or to whom its record names',
      file: SENDERS,
    },
  },
  {
    against: 'patches of a comment that pass to whoever has its run started again, where the store was lost',
    file: 'src/stages/intake/owner.ts',
    from: 'step.sentFor?.at(-1)',
    to: 'step.sentFor?.[0]',
    caught: {
      title:
        'where the store was lost, belongs to whoever goes on with it first, or to whom its record names',
      words:
        'where the store was lost, belongs to whoever goes on with it first, or to whom its record names',
      file: SENDERS,
    },
  },
  {
    against: 'going on with what a person has written',
    file: 'src/stages/intake/owner.ts',
    from: '(await findAsker(control.ledger, step))',
    to: 'null',
    caught: { title: 'is not gone on with by another sender', file: SENDERS },
  },
  {
    against: 'ids that are taken from their sender by what is dispatched under them',
    file: 'src/stages/intake/owner.ts',
    from: 'await deliveries.first(patch);',
    to: 'await deliveries.newest(patch);',
    caught: {
      title:
        'a patch under whose id another sender has GitHub work on what comes to nothing stays with who sent it, to be revised and to have its place taken',
      words: 'stays with who sent it, to be revised and to have its place taken',
      file: SENDERS,
    },
  },
  {
    against: 'older revisions that are sent when the lease of who sends them is over',
    file: 'src/stages/intake/hand-on.ts',
    from: 'const LATEST_SECONDS = 120;',
    to: 'const LATEST_SECONDS = 1_200;',
    caught: {
      title:
        'a patch is not sent at a time when the lease of who sends it may be over before GitHub has answered',
      file: 'test/limits/outbox.test.ts',
    },
  },
  {
    against: 'senders that go on though they were stopped by name',
    file: 'src/stages/intake/intake.ts',
    from: "return { kind: 'stopped', by };",
    to: '',
    caught: { title: 'is told so: pause from @shop-gpt', words: 'is told so: %s from @%s', file: SENDERS },
  },
  {
    against: 'taking the place of a patch before its sender has sent it',
    file: 'src/stages/intake/intake.ts',
    from: "? { kind: 'refused', refusals: [nothingToSupersede(id)] }",
    to: '? null',
    caught: {
      title: 'for taking the place of what nobody has sent yet, which may become that of another sender',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'what is not done of a patch, told by its status as what went wrong',
    file: 'src/stages/intake/status.ts',
    from: '    warnings: record.warnings,\n',
    to: '    warnings: [...notes, ...notDone, ...record.warnings],\n',
    caught: {
      title:
        'the status of a patch has what was read otherwise, what is not done and what went wrong apart, with a plan or without',
      words:
        'has what was read otherwise, what is not done and what went wrong apart, with a plan or without',
      file: 'test/app/status.test.ts',
    },
  },
  {
    against: 'deliveries that are under way for ever at the server, though they were turned away',
    file: 'src/stages/intake/status.ts',
    from: 'turnedAway.toReversed()',
    to: '[...turnedAway].splice(9)',
    caught: {
      title:
        'a revision that was accepted, and does not fit any more when its run begins, is told so wherever its sender asks',
      file: 'test/app/turned-away.test.ts',
    },
  },
  {
    against: 'senders of the server who take the names of canaries',
    file: 'src/stages/intake/intake.ts',
    from: 'if (isCanaryId(tried.id)) {',
    to: "if (tried.id === '') {",
    caught: {
      title: 'for an id of the canaries, by which the watch would tell what arrives',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'queued patches of whoever is locked before they are handed on',
    file: 'src/stages/intake/hand-on.ts',
    from: 'sentFor: sendersOf(claim)',
    to: 'sentFor: []',
    caught: {
      title: 'who sent a patch is named where it is handed to GitHub: by the name of its token',
      words: 'who sent a patch is named where it is handed to GitHub: %s',
      file: 'test/app/named-senders.test.ts',
    },
  },
  {
    against: 'revisions that stand in the end though their sender has taken them back',
    file: 'src/stages/intake/intake.ts',
    from: "tried.outcome?.kind === 'duplicate' && isBehind(tried, newest)",
    to: 'false',
    caught: {
      title:
        'a patch that comes again while it is done, behind a revision that is on its way, comes after that as the last word',
      words: 'while it is %s, behind a revision that is on its way, comes after that as the last word',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'patches that are said to fit during a pause though nobody tried them',
    file: 'src/stages/intake/preflight.ts',
    from: 'beforeSending: !dryRun',
    to: 'beforeSending: true',
    caught: {
      title: 'a dry run is made all the same and tells that everything is paused',
      words: 'a dry run is made all the same and tells that everything is %s',
      file: 'test/app/intake.test.ts',
    },
  },
];
