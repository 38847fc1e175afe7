import type { Guard } from './guard.ts';

const LOW_RIGHTS = 'test/app/low-rights.test.ts';

export const APP_GUARDS: readonly Guard[] = [
  {
    against: 'patches that failed and may have arrived, which the server does not ask GitHub about',
    file: 'src/app/follow.ts',
    from: "state !== 'queued' && unasked",
    to: "state === 'sent' && unasked",
    caught: {
      title: 'a patch that failed is looked at unasked where it may have arrived',
      words: 'a patch that failed is %s',
      file: 'test/app/follow.test.ts',
    },
  },
  {
    against: 'patches that keep the server busy in a way that nobody has thought of',
    file: 'src/app/server.ts',
    from: '    computeFor: (repository) => computing.for(repository),\n',
    to: '',
    caught: {
      title: 'answers everybody else as if it were not there',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'patches that never come to an end',
    file: 'src/app/compute/worker-process.ts',
    from: "conclude({ kind: 'late' }), limits.milliseconds)",
    to: "conclude({ kind: 'late' }), START_MS)",
    caught: {
      title: 'is ended when it takes too long, and the next piece is done all the same',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'patches that fill the memory in a way that nobody has thought of',
    file: 'src/app/compute/worker-process.ts',
    from: '`--max-old-space-size=${megabytes}`',
    to: "'--max-old-space-size=4000'",
    caught: {
      title: 'is ended when it needs too much memory, which costs nobody else any',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'dispatches that have the server read megabytes for a few words, all at once',
    file: 'src/app/dispatches.ts',
    from: 'rounds.take(repository, () => hear(context, repository, dispatch))',
    to: 'hear(context, repository, dispatch)',
    caught: {
      title: 'dispatches by reference are read one after the other, and what waits has read nothing',
      file: 'test/app/dispatches.test.ts',
    },
  },
  {
    against: 'a hundred calls in one request to /mcp, which nobody counts',
    file: 'src/app/mcp/endpoint.ts',
    from: 'if (BATCH.test(body)) {',
    to: 'if (body === null) {',
    caught: {
      title: 'one request holds one message',
      file: 'test/app/mcp.test.ts',
    },
  },
  {
    against: 'arguments of tools that nobody heeds, so that what was only to be tried is done',
    file: 'src/app/mcp/arguments.ts',
    from: 'return z.strictObject(shape, {',
    to: 'return z.object(shape, {',
    caught: {
      title: 'has nothing that stands beside a patch dropped',
      words: 'has nothing that stands beside a patch dropped: %s with %j',
      file: 'test/app/mcp.test.ts',
    },
  },
  {
    against: 'texts that take long to be read, before anything of them is applied',
    file: 'src/app/compute/computing.ts',
    from: "work(repository, { job: 'read', input })",
    to: "import('../../stages/received.ts').then(({ readOpened }) => readOpened(input))",
    caught: {
      title: 'answers everybody else as if it were not there',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'dispatches to one repository that keep patches for others from being read',
    file: 'src/app/compute/computing.ts',
    from: 'pieces.take(repository, () => worker.run(task))',
    to: "pieces.take('all', () => worker.run(task))",
    caught: {
      title: 'of the process itself come one repository after the other too, whoever asks without one',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'so many patches at once that their files fill the memory',
    file: 'src/app/compute/rounds.ts',
    from: 'if (busy.size >= limits.atOnce) return;',
    to: '',
    caught: {
      title: 'are a few at once, one of each repository, and whoever gave up before theirs has none',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'patches that are worked on for nobody, because who sent them has given up',
    file: 'src/app/compute/rounds.ts',
    from: 'signal?.throwIfAborted();',
    to: '',
    caught: {
      title: 'are a few at once, one of each repository, and whoever gave up before theirs has none',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'repositories whose patches are in the way of those of all others',
    file: 'src/app/compute/rounds.ts',
    from: 'waiting.delete(owner);',
    to: 'if (others.length === 0) waiting.delete(owner);',
    caught: {
      title: 'of a repository come one after the other, and others are not kept waiting by them',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: 'senders who are told what somebody else dispatched under their id, in the place of their own',
    file: 'src/app/indexer.ts',
    from: ' || claim.shows === newest.digest',
    to: '',
    caught: {
      title:
        'a sender under whose id somebody else has GitHub work on what comes to nothing is told what became of its own, and of nothing else',
      words: 'is told what became of its own, and of nothing else',
      file: 'test/app/callbacks.test.ts',
    },
  },
  {
    against: 'merges that their sender never hears of, since somebody else dispatched something under its id',
    file: 'src/app/indexer.ts',
    from: ' || wentBack(claim, newest)',
    to: '',
    caught: {
      title:
        'a sender under whose id somebody else has GitHub work on what comes to nothing is told of its merge though the index had taken that for the newest',
      words: 'is told of its merge though the index had taken that for the newest',
      file: 'test/app/callbacks.test.ts',
    },
  },
  {
    against: 'webhooks that fill the memory before they are checked',
    file: 'src/app/routing.ts',
    from: 'slowest.destroy();',
    to: '',
    caught: {
      title: 'that take their time make room for those that come, where they do not fit into the memory',
      file: 'test/app/server.test.ts',
    },
  },
  {
    against: 'calls of tools that hold such values',
    file: 'src/app/mcp/endpoint.ts',
    from: 'if (isCrowded(body))',
    to: 'if (body === undefined)',
    caught: {
      title: 'is not filled by a call of a tool of very many values',
      words: 'is not filled by a %s of very many values',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'answers that nobody reads and nobody ends',
    file: 'src/app/patient-server.ts',
    from: 'server.setTimeout(silenceMs);',
    to: '',
    caught: {
      title: 'who does not read an answer does not keep its connection',
      file: 'test/app/patient-server.test.ts',
    },
  },
  {
    against: 'logs that are filled by webhooks that nobody signed',
    file: 'src/app/webhooks.ts',
    from: 'lines.take(message)',
    to: 'message.length > 0',
    caught: {
      title: 'webhooks that nobody signed are written down, and a flood of them is not',
      file: 'test/app/log.test.ts',
    },
  },
  {
    against: 'looks at all repositories that use up what GitHub allows',
    file: 'src/app/indexer.ts',
    from: 'if (pace.isOpen(repository)) {',
    to: 'if (repository.length > 0) {',
    caught: {
      title:
        'the look through all repositories of an account uses up only so much of it too, and none is left out',
      file: 'test/app/follow.test.ts',
    },
  },
  {
    against: 'an account that refuses the App, and hides the repositories of all others by that',
    file: 'src/app/targets.ts',
    from: 'refusals.push(error);',
    to: 'throw error;',
    caught: {
      title: 'hides no repository of the others',
      file: 'test/app/targets.test.ts',
    },
  },
  {
    against: 'many requests that are sent ahead over one connection, and answers that nobody reads',
    file: 'src/app/patient-server.ts',
    from: 'ahead >= MOST_AHEAD || socket.destroyed',
    to: 'socket.destroyed',
    caught: {
      title: 'requests that are sent ahead over one connection',
      file: 'test/app/patient-server.test.ts',
    },
  },
  {
    against: 'names of machines inside that anybody is told',
    file: 'src/app/readiness.ts',
    from: "'$1 …'",
    to: "'$&'",
    caught: {
      title: 'readiness tells anybody no name of a machine, file or user: connect ECONNREFUSED 10.0.0.5:5432',
      words: 'readiness tells anybody no name of a machine, file or user: %s',
      file: 'test/app/readiness.test.ts',
    },
  },
  {
    against: 'dispatches to GitHub that take an id from whoever has it',
    file: 'src/app/dispatches.ts',
    from: '(await readSeen(found, id)) !== null',
    to: 'false',
    caught: {
      title: 'does not take its id from whoever has it',
      file: 'test/app/watching.test.ts',
    },
  },
  {
    against: 'secrets in the title of a dispatch to GitHub',
    file: 'src/app/dispatches.ts',
    from: 'await found.context.compute.name(received)',
    to: 'received.title',
    caught: {
      title: 'is shown without what looks like a secret, and not at all where it only tries',
      file: 'test/app/watching.test.ts',
    },
  },
  {
    against: 'patches that stay open and use up what GitHub allows',
    file: 'src/app/follow.ts',
    from: '&& unasked.take(accountOf(repository))',
    to: '',
    caught: {
      title:
        'many patches that stay open use up only so much of what GitHub allows, and hide no other account',
      file: 'test/app/follow.test.ts',
    },
  },
  {
    against: 'repositories that use up what GitHub allows their account',
    file: 'src/app/pace.ts',
    from: 'const account = accountOf(repository);',
    to: 'const account = repository;',
    caught: {
      title: 'repositories of one account share half of what GitHub grants it, and others have their own',
      file: 'test/app/pace.test.ts',
    },
  },
  {
    against: 'many repositories that use up what GitHub allows by what happens in them',
    file: 'src/app/indexer.ts',
    from: '&& pace.isOpen(repository)',
    to: '',
    caught: {
      title:
        'what happens in many repositories of an account uses up only so much of it either, and none is left out',
      file: 'test/app/follow.test.ts',
    },
  },
  {
    against: 'strangers who register the App',
    file: 'src/app/registration.ts',
    from: "isSame(context.req.query('key'), parts.key)",
    to: 'true',
    caught: {
      title:
        'the page that registers the App is kept from who comes without a key, and says where its address is',
      words: 'is kept from who comes %s, and says where its address is',
      file: 'test/app/registration.test.ts',
    },
  },
  {
    against: 'an App of somebody else that GitHub seems to send back',
    file: 'src/app/registration.ts',
    from: '!isSame(state, parts.state) || ',
    to: '',
    caught: {
      title:
        'what GitHub sends back is not taken with the state of somebody else, and what was begun goes on',
      words: 'is not taken %s, and what was begun goes on',
      file: 'test/app/registration.test.ts',
    },
  },
  {
    against: 'a second App in the place of the first',
    file: 'src/app/registration.ts',
    from: 'isOpen = false;',
    to: '',
    caught: {
      title: 'what GitHub sends back is taken once, also where two come at the same time',
      words: 'is taken once, also where two come at the same time',
      file: 'test/app/registration.test.ts',
    },
  },
  {
    against: 'other users of the machine who read the key of the App',
    file: 'src/app/registration/env-file.ts',
    from: 'mode: OWNER_ONLY, ',
    to: '',
    caught: {
      title: '.env is made for its owner alone, with what the server reads back',
      words: 'is made for its owner alone, with what the server reads back',
      file: 'test/app/setup.test.ts',
    },
  },
  {
    against: 'an App that is written over',
    file: 'src/app/registration/env-file.ts',
    from: 'if (taken.length > 0)',
    to: 'if (taken.length < 0)',
    caught: {
      title: '.env with an App already stays as it is',
      words: 'an App already',
      file: 'test/app/setup.test.ts',
    },
  },
  {
    against: 'commands in comments that take their time and keep a stop of others from being heard',
    file: 'src/app/turns.ts',
    from: 'MOST_AT_ONCE : MOST_AT_ONCE - KEPT_FOR_STOPS',
    to: 'MOST_AT_ONCE - KEPT_FOR_STOPS : MOST_AT_ONCE - KEPT_FOR_STOPS',
    caught: {
      title: 'a stop is done at once, though somebody else fills what is answered at the same time',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'stops that wait behind what others have asked for',
    file: 'src/app/turns.ts',
    from: "Number(other.kind === 'stop') - Number(one.kind === 'stop') ||",
    to: '',
    caught: {
      title: 'what stops goes before everything that has been due for longer',
      file: 'test/app/turns.test.ts',
    },
  },
  {
    against: 'accounts whose comments take their time and fill all places',
    file: 'src/app/turns.ts',
    from: 'taken.account > due.account + 1 ||',
    to: '',
    caught: {
      title: 'whoever has fewer takes that of one that only waits, and is not a stop',
      file: 'test/app/turns.test.ts',
    },
  },
  {
    against: 'patches that no machine takes up, and that keep the watch from the repositories of others',
    file: 'src/app/passes.ts',
    from: 'underWay.filter(({ waits }) => !waits).length',
    to: 'underWay.length',
    caught: {
      title: 'passes that only wait keep no other one from its turn, and two that do something do',
      file: 'test/app/passes.test.ts',
    },
  },
  {
    against: 'passes of the watch that wait, and take up all the room for those of others',
    file: 'src/app/passes.ts',
    from: 'const isFull = room <= 0 && idle > 0 && due.length > 0;',
    to: 'const isFull = false;',
    caught: {
      title: 'where too many wait, the one that began first, of the account with the most, gives way',
      file: 'test/app/passes.test.ts',
    },
  },
  {
    against: 'passes of the watch that go on waiting where others have no room',
    file: 'src/app/watching.ts',
    from: 'givesWay?.patience.giveWay();',
    to: '',
    caught: {
      title:
        'a pass that waits for a machine keeps none of another repository from its turn, and gives way in the end',
      file: 'test/app/watching-limits.test.ts',
    },
  },
  {
    against: 'webhooks of others that push a command out of what is looked at for lost ones',
    file: 'src/app/redelivery.ts',
    from: 'const MAX_PAGES = 1_000;',
    to: 'const MAX_PAGES = 10;',
    caught: {
      title: 'is found behind more than a thousand others',
      file: 'test/app/redelivery.test.ts',
    },
  },
  {
    against: 'comments of one repository that keep a lost command in another one from being asked for',
    file: 'src/app/redelivery.ts',
    from: 'const byRepository = dealOut(comments, ({ repository }) => repository);',
    to: 'const byRepository = comments;',
    caught: {
      title: 'is asked for before everything else, and those of one repository keep none of another waiting',
      file: 'test/app/redelivery.test.ts',
    },
  },
  {
    against: 'commands that were written while no server was running for a night, and are never heard',
    file: 'src/app/redelivery.ts',
    from: 'const COMMENTS_WINDOW_MS = 72 * 3_600_000;',
    to: 'const COMMENTS_WINDOW_MS = WINDOW_MS;',
    caught: {
      title: 'is asked for after days in which no server was running, but for no longer than GitHub keeps it',
      file: 'test/app/redelivery.test.ts',
    },
  },
  {
    against: 'commands that are never heard because the second try of their webhook failed too',
    file: 'src/app/redelivery.ts',
    from: 'if (!isComment(failed)) {',
    to: 'if (at > 0) {',
    caught: {
      title: 'is asked for again where that is lost as well, later each time, and not for ever',
      file: 'test/app/redelivery.test.ts',
    },
  },
  {
    against: 'comments that are forgotten when they could not be answered at once',
    file: 'src/app/answering.ts',
    from: 'if (waited <= LONGEST_MS) {',
    to: 'if (waited > LONGEST_MS) {',
    caught: {
      title: 'a comment is answered 200 while GitHub can not be reached, and done when it can',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'commands in comments that are done hours after they were meant',
    file: 'src/app/answering.ts',
    from: 'isLate ? { ...comment, tooLate: TOO_LATE } : comment',
    to: 'isLate ? { ...comment } : comment',
    caught: {
      title: 'for too long is not done any more, and its author is told so',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'commands in comments that are done twice because their reply was not taken',
    file: 'src/app/answering.ts',
    from: 'if (claim.reply !== null) {',
    to: 'if (claim.attempts < 0 && claim.reply !== null) {',
    caught: {
      title: 'is done once, though what is said of it is not taken at once',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'late answers of GitHub that take back what another server has noted',
    file: 'src/app/follow.ts',
    from: 'return noted !== undefined && noted !== found.oid && !isSame;',
    to: 'return false;',
    caught: {
      title:
        'two servers on one store an answer that takes its time takes nothing back that another server has noted meanwhile',
      words: 'an answer that takes its time takes nothing back that another server has noted meanwhile',
      file: 'test/app/follow.test.ts',
    },
  },
  {
    against: 'late answers of GitHub that come when another server notes a newer one',
    file: 'src/app/follow.ts',
    from: '{ after: delivery.record?.oid ?? null }',
    to: '{}',
    caught: {
      title:
        'two servers on one store nor does one that comes at the very moment at which another server notes a newer one',
      words: 'nor does one that comes at the very moment at which another server notes a newer one',
      file: 'test/app/follow.test.ts',
    },
  },
];
