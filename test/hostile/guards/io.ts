import type { Guard } from './guard.ts';

export const IO_GUARDS: readonly Guard[] = [
  {
    against: 'tokens by the thousand, to keep who looks for them busy for minutes',
    file: 'src/io/secrets.ts',
    from: '{ ...context, report }',
    to: '{ ...context, report: (one) => [report(one), context.report(one)] }',
    caught: {
      title: 'takes no longer for a file of tokens, one behind the other',
      words: 'tokens, one behind the other',
      file: 'test/io/secrets.test.ts',
    },
  },
  {
    against: 'comments that switch the look for secrets off',
    file: 'src/io/secrets.ts',
    from: 'rule: reportingTo(found, rule) })) },\n    },\n  });\n  return found;',
    to: 'rule })) },\n    },\n  }).then(({ messages }) => messages.forEach(({ messageId, range: [start, end] }) => found.push({ kind: inWords(messageId), start, end })));\n  return found;',
    caught: {
      title: 'is found by no comment that switches the check off',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'credentials in the environment of the tests',
    file: 'src/io/test-process.ts',
    from: 'env: scrub(options.environment)',
    to: 'env: options.environment',
    caught: {
      title: 'tokens, inputs and file commands are not in its environment',
      file: 'test/io/test-process.test.ts',
    },
  },
  {
    against: 'processes that outlive the tests',
    file: 'src/io/test-process.ts',
    from: "    clearTimeout(deadline);\n    signalGroup(child, 'SIGKILL');",
    to: '    clearTimeout(deadline);',
    caught: {
      title: 'what a command leaves running when it ends is ended',
      file: 'test/io/test-process.test.ts',
    },
  },
  {
    against: 'hooks of a clone',
    file: 'src/io/git/command.ts',
    from: "'core.hooksPath=/dev/null'",
    to: "'core.abbrev=40'",
    caught: {
      title: 'runs no hook, filter or monitor, and signs nothing, whatever its configuration says',
      file: 'test/io/git/clone.test.ts',
    },
  },
  {
    against: 'answers to Slack that are led elsewhere',
    file: 'src/io/slack-answer.ts',
    from: '!isOfSlack(answerUrl, apiUrl)',
    to: "answerUrl === ''",
    caught: { title: 'goes to Slack and to nobody else', file: 'test/io/slack-answer.test.ts' },
  },
  {
    against: 'effects of commands that unpack without end',
    file: 'src/io/packed-text.ts',
    from: '{ maxOutputLength: limit }',
    to: '{}',
    caught: { title: 'what unpacks into more than it may is none', file: 'test/io/packed-text.test.ts' },
  },
  {
    against: 'patches of one repository that hide those of another from who follows them',
    file: 'src/io/store/deliveries.ts',
    from: 'AS open ORDER BY turn, received_at',
    to: 'AS open ORDER BY received_at',
    caught: {
      title: 'those of one repository hide none of another, and what a pause holds comes last',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/store.conformance.ts',
    },
  },
  {
    against: 'older revisions that arrive after a newer one',
    file: 'src/io/store/withdraw.ts',
    from: "sql: 'leased = 1 AND not_before > ? AND not_before <= ?',",
    to: "sql: 'leased = 2 AND not_before > ? AND not_before <= ?',",
    caught: {
      title: 'a revision is sent after the one before it, however long GitHub takes to answer for that',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'patches that are told as canceled for sure though GitHub may have taken them',
    file: 'src/io/store/withdraw.ts',
    from: 'mayHaveArrived ? 1 : 0,',
    to: 'mayHaveArrived && which.before !== undefined ? 1 : 0,',
    caught: {
      title:
        'a patch that GitHub has not taken yet is not told as canceled for sure by cancel where it may have arrived',
      words: 'is not told as canceled for sure by %s where it may have arrived',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: 'ends of a patch that are kept from its sender, who was told that GitHub did not take it',
    file: 'src/io/store/callbacks.ts',
    from: "state === 'failed' && record === undefined",
    to: "state === 'failed'",
    caught: {
      title:
        'what becomes of a patch that GitHub did not take, as far as was known, is news where a record tells of it',
      words: 'what becomes of a patch %s, as far as was known, is news where a record tells of it',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/callbacks.conformance.ts',
    },
  },
  {
    against: 'patches that count as failed on the board while they are in review',
    file: 'src/io/store/standing.ts',
    from: "CASE WHEN state = 'failed' AND record_state IS NULL THEN",
    to: "CASE WHEN state = 'failed' THEN",
    caught: {
      title: 'a patch that was taken for failed stands where its record says, once there is one',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/board.conformance.ts',
    },
  },
  {
    against: 'patches that failed and may have arrived, which nobody looks for',
    file: 'src/io/store/standing.ts',
    from: "IN ('open', 'unclear')",
    to: "IN ('open')",
    caught: {
      title: 'what failed may have arrived where its last attempt had no clear end',
      words: 'what failed may have arrived %s',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/store.conformance.ts',
    },
  },
  {
    against: 'refusals that hide that an earlier try of the same request may have been done',
    file: 'src/io/github/retry.ts',
    from: "failures > 0 && parameters.method !== 'GET'",
    to: "failures > RETRIES && parameters.method !== 'GET'",
    caught: {
      title: 'a refusal that comes after a try without an answer does not say that nothing was done',
      words: 'a refusal that comes after a try without an answer %s',
      file: 'test/io/github/client.test.ts',
    },
  },
  {
    against: 'patches that are told as canceled while they are handed to GitHub',
    file: 'src/io/store/withdraw.ts',
    from: 'AND NOT (${leases.sql}) RETURNING',
    to: 'AND (${leases.sql} OR attempts >= 0) RETURNING',
    caught: {
      title: 'a patch that GitHub has not taken yet is not told as canceled while it is being handed on',
      file: 'test/app/control.test.ts',
      words: 'is not told as canceled while it is being handed on',
    },
  },
  {
    against: 'runs that are started again in the name of somebody else',
    file: 'src/io/workflow.ts',
    from: 'senderOf(event) ?? job.actor',
    to: 'job.actor',
    caught: {
      title: 'of a workflow that calls ours',
      words: 'a delivery is from whoever made its event, and not from whoever starts its run again',
      file: 'test/io/delivery.test.ts',
    },
  },
  {
    against: 'texts that PostgreSQL can not keep',
    file: 'src/io/store/postgres.ts',
    from: 'parameters.map(withoutNul)',
    to: '[...parameters]',
    caught: {
      title: 'are kept to the character, whatever is in their texts',
      source: 'test/io/store/store.conformance.ts',
      file: 'test/io/store/postgres.test.ts',
    },
  },
  {
    against: 'programs that a clone names for fetching what it lacks',
    file: 'src/io/git/command.ts',
    from: "fetches ? '0' : '1'",
    to: "'0'",
    caught: {
      title: 'fetches nothing that it lacks, whatever program its configuration names for that',
      file: 'test/io/git/clone.test.ts',
    },
  },
  {
    against: 'limits that are said to be over and are not',
    file: 'src/io/github/retry.ts',
    from: 'Math.max(told, leastWait(retryCount))',
    to: 'told',
    caught: {
      title:
        'limits that are said to be over by retry-after: 0, and are not, are asked about later and later',
      words: 'limits that are said to be over by %s: %s, and are not, are asked about later and later',
      file: 'test/io/github/client.test.ts',
    },
  },
  {
    against: 'large files that fill the memory before they are refused',
    file: 'src/io/github/blobs.ts',
    from: 'all.filter(({ oid }) => !unread.has(oid))',
    to: 'all',
    caught: {
      title: 'are not asked for, so that nobody has to hold them',
      file: 'test/io/github/repository.test.ts',
    },
  },
  {
    against: 'a config of that size that passes for one that says nothing',
    file: 'src/io/github/read.ts',
    from: 'if (size !== null) throw new ConfigTooLarge(size);',
    to: '',
    caught: {
      title: 'are no config, and do not pass for one that says nothing',
      file: 'test/io/github/repository.test.ts',
    },
  },
  {
    against: 'forks that crowd out a pull request of ours',
    file: 'src/io/github/branch-pull-requests.ts',
    from: 'newestFirst.length < LARGEST_PAGE',
    to: 'newestFirst.length > 0',
    caught: {
      title: 'are found behind 100 pull requests of forks that use its name, open',
      words: 'are found behind %s pull requests of forks that use its name, %s',
      file: 'test/io/github/forge.test.ts',
    },
  },
  {
    against: 'limits of GitHub that a patch makes up',
    file: 'src/io/github/limits.ts',
    from: '/^You have (?:exceeded a secondary rate limit|triggered an abuse detection)/i',
    to: '/secondary rate limit|abuse detection/i',
    caught: {
      title: 'is not made up by a patch whose reviewer is called so, which GitHub repeats',
      file: 'test/io/github/client.test.ts',
    },
  },
  {
    against: 'servers that hang with the lock of all writers',
    file: 'src/io/store/postgres.ts',
    from: 'idle_in_transaction_session_timeout: SILENCE_MS,',
    to: '',
    caught: {
      title: 'a server that hangs while it writes keeps the others from writing for seconds only',
      file: 'test/io/store/postgres.test.ts',
    },
  },
  {
    against: 'waits that no timer can count',
    file: 'src/io/slack-socket.ts',
    from: 'Math.min(refused?.waitSeconds ?? 0, LONGEST_TOLD_SECONDS)',
    to: 'refused?.waitSeconds ?? 0',
    caught: {
      title: 'one that asks to wait for longer than a timer can count is not asked in a loop',
      file: 'test/io/slack-socket.test.ts',
    },
  },
  {
    against: 'lists some seconds old that lack the pull request of a patch',
    file: 'src/io/github/branch-pull-requests.ts',
    from: 'const isFound = named === undefined || ',
    to: 'const isFound = !more || named === undefined || ',
    caught: {
      title: 'are told with the one that is named, though it is so young that none is listed yet',
      file: 'test/io/github/forge.test.ts',
    },
  },
  {
    against: 'a hundred newer pull requests that hide the one of a patch',
    file: 'src/io/github/branch-pull-requests.ts',
    from: 'const unlisted = isFound ? null',
    to: 'const unlisted = !isFound || more ? null',
    caught: {
      title: 'are told with the one that is named, though a hundred came after it, open',
      file: 'test/io/github/forge.test.ts',
      words: 'are told with the one that is named, though a hundred came after it, %s',
    },
  },
  {
    against: 'configs that an organisation has given away',
    file: 'src/io/github/read.ts',
    from: 'isOfOwner(organisation, repository) ? organisation : null',
    to: 'organisation',
    caught: {
      title:
        'a file that GitHub finds under the name of the owner in somebody else’s hands is none of the owner’s',
      file: 'test/io/github/organisation.test.ts',
    },
  },
  {
    against: 'names that GitHub repeats, and that have a draft opened as ready for review',
    file: 'src/io/github/forge.ts',
    from: 'request.draft && NO_DRAFTS.test(said)',
    to: 'request.draft && /draft/i.test(said)',
    caught: {
      title: 'is a draft or none at all where the refusal only repeats a name with that word',
      file: 'test/io/github/forge.test.ts',
    },
  },
  {
    against: 'pull requests of forks of the same owner',
    file: 'src/io/github/forge.ts',
    from: 'data.find((one) => one.head.repo?.id === one.base.repo.id)',
    to: 'data[0]',
    caught: {
      title: 'takes none over that comes from a fork of the same owner',
      file: 'test/io/github/forge.test.ts',
    },
  },
  {
    against: 'dates that no clock shows',
    file: 'src/io/commit-time.ts',
    from: 'time >= 0 && time <= LATEST ? time : 0',
    to: 'time',
    caught: {
      title: 'was made long ago, and keeps nobody from reading the others',
      file: 'test/io/commit-time.test.ts',
    },
  },
  {
    against: "hooks that a clone's configuration names",
    file: 'src/io/git/command.ts',
    from: 'return [...always, ...(await known)];',
    to: 'return always;',
    caught: {
      title: 'runs no hook that its configuration names, which git knows since 2.54',
      file: 'test/io/git/clone.test.ts',
    },
  },
  {
    against: 'comments that bear the name of whoever starts their run again',
    file: 'src/io/workflow.ts',
    from: '...(run.attempt === 1 ? {} : { startedBy: actor })',
    to: '...(run.attempt === 0 ? { startedBy: actor } : {})',
    caught: {
      title: 'a command is from whoever wrote it, beside whoever starts its run again in a comment',
      words: 'a command is from whoever wrote it, beside whoever starts its run again',
      file: 'test/io/delivery.test.ts',
    },
  },
  {
    against: "people's own pull requests that get the text of ours",
    file: 'src/io/github/forge.ts',
    from: 'if (found !== null && !isByUs(found)) {',
    to: 'if (found === undefined) {',
    caught: {
      title: 'opening a pull request takes over one that a person opened, or leaves it as it is',
      words: 'takes over one that %s opened, or leaves it as it is',
      file: 'test/io/github/forge.test.ts',
    },
  },
  {
    against: 'receivers that take their time and keep the others from being told',
    file: 'src/io/store/callbacks.ts',
    from: 'ORDER BY turn LIMIT 1',
    to: 'ORDER BY not_before LIMIT 1',
    caught: {
      title: 'whoever was told last comes last, so that four that take their time do not keep out a fifth',
      source: 'test/io/store/callbacks.conformance.ts',
      file: 'test/io/store/sqlite.test.ts',
    },
  },
  {
    against: 'commands of one person that a server does before what they wrote above them',
    file: 'src/io/store/comments.ts',
    from: "AND NOT (kind <> 'stop' AND EXISTS (",
    to: "AND NOT (kind = 'none' AND EXISTS (",
    caught: {
      title: 'what one person writes under one issue is due when all before it was done, and a stop at once',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/comments.conformance.ts',
    },
  },
  {
    against: 'stops that are lifted by what was written after them and is done before them',
    file: 'src/io/store/comments.ts',
    from: "AND NOT (kind = 'lift' AND EXISTS (",
    to: "AND NOT (kind = 'none' AND EXISTS (",
    caught: {
      title:
        'what lifts a stop is not due before the stops that were written before it were done, or failed once',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/comments.conformance.ts',
    },
  },
  {
    against: 'people who fill the room for comments and keep out stops',
    file: 'src/io/store/comments.ts',
    from: "(row['kind'] === 'stop') === (kind === 'stop')",
    to: 'true',
    caught: {
      title: 'who fills the room with what takes its time has as much for what stops',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/comments.conformance.ts',
    },
  },
  {
    against: 'commands in comments that are lost with their server',
    file: 'src/io/store/comments.ts',
    from: 'leaseSeconds * 1000',
    to: 'leaseSeconds * 60_000',
    caught: {
      title: 'a command in a comment is done though its server was killed after GitHub had its answer',
      file: 'test/app/killed-comments.test.ts',
    },
  },
  {
    against: 'people who fill the store with comments, and keep out those of others',
    file: 'src/io/store/comments.ts',
    from: "kept.filter((row) => row['author'] === author).length >= MOST_OF_AUTHOR",
    to: "kept.filter((row) => row['author'] === author).length > MOST_OF_REPOSITORY",
    caught: {
      title: 'a comment for which there is no room is sent again, and nobody else has to wait for that',
      file: 'test/app/kept-comments.test.ts',
    },
  },
  {
    against: 'limits of a token that two servers whose clocks differ begin anew for each other',
    file: 'src/io/store/tokens.ts',
    from: 'new Date(now.getTime() + AHEAD_MS).toISOString()',
    to: 'new Date(own).toISOString()',
    caught: {
      title:
        'at the border of a minute two processes whose clocks differ spend no more than the old and the new one have',
      words:
        'at the border of %s two processes whose clocks differ spend no more than the old and the new one have',
      file: 'test/io/store/sqlite.test.ts',
      source: 'test/io/store/store.conformance.ts',
    },
  },
];
