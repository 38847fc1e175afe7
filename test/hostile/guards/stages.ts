import { type Guard, inTable } from './guard.ts';

const LIMITS = 'test/stages/limits.test.ts';

export const STAGES_GUARDS: readonly Guard[] = [
  {
    against: 'dry runs that call kept what a pause would not keep',
    file: 'src/stages/stop-beside.ts',
    from: "stop === null || tried.kind === 'write'",
    to: "stop === null || tried.kind !== 'skip'",
    caught: {
      title: 'a dry run during a pause says that a patch would be kept only where it would be',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'dry runs that call kept what its sender has sent too often for that',
    file: 'src/stages/stop-beside.ts',
    from: 'await admit(context, screened, sent)',
    to: '{ plan: screened }',
    caught: {
      title: 'a patch that a pause holds is counted when it comes, and not again after the pause',
      file: 'test/stages/limits.test.ts',
    },
  },
  {
    against: 'another spelling of what the patch does not name',
    file: 'src/stages/judge-placed.ts',
    from: ', ...base.beside]',
    to: ']',
    caught: inTable('paths', 'another case of a file that the patch does not name'),
  },
  {
    against: 'executables that move to where another program is looked for',
    file: 'src/stages/judge-placed.ts',
    from: 'base.entries.get(path)?.mode',
    to: 'base.entries.get(from ?? path)?.mode',
    caught: inTable('diffs and other formats', 'an executable that moves to where others look for a program'),
  },
  {
    against: 'patches that were put right to be read, where a person is to look at them',
    file: 'src/stages/plan-apply.ts',
    from: 'repairs: [...reading.repairs, ...inTexts.repairs], hunks',
    to: 'repairs: [], hunks',
    caught: {
      title: 'the rule repairs words around a diff waits for an approval',
      file: 'test/stages/understanding.test.ts',
      words: 'waits for an approval',
    },
  },
  {
    against: 'hunks with a tolerance, where the config takes none',
    file: 'src/stages/plan-apply.ts',
    from: 'tolerances: tolerancesOf(hunks.filter(isToleratedHunk))',
    to: 'tolerances: []',
    caught: {
      title: 'the rule tolerances other indentation is refused, and there is no branch',
      file: 'test/stages/understanding.test.ts',
      words: 'is refused, and there is no branch',
    },
  },
  {
    against: 'requests that nobody does, where the config takes none',
    file: 'src/stages/plan-apply.ts',
    from: "'not-done': notDone",
    to: "'not-done': []",
    caught: {
      title: 'the rule not-done a command is refused, and there is no branch',
      file: 'test/stages/understanding.test.ts',
      words: 'is refused, and there is no branch',
    },
  },
  {
    against: 'labels that a patch does not get, where the config takes nothing that is not done',
    file: 'src/stages/plan-apply.ts',
    from: 'hunks, notDone }',
    to: 'hunks, notDone: reading.notDone }',
    caught: {
      title: 'the rule not-done a label that it does not get is refused, and there is no branch',
      file: 'test/stages/understanding.test.ts',
      words: 'is refused, and there is no branch',
    },
  },
  {
    against: 'commands in the text of a patch that pass for notes of how it was read',
    file: 'src/apply/plan.ts',
    from: 'notDone: found.notDone, prose',
    to: 'notDone: [], prose',
    caught: {
      title: 'the rule not-done a block of commands is refused, and there is no branch',
      file: 'test/stages/understanding.test.ts',
      words: 'is refused, and there is no branch',
    },
  },
  {
    against: 'prefixes of paths that hide how a text was read',
    file: 'src/stages/plan-apply.ts',
    from: "planPatch(patch, { pathPrefixes: config['path-prefixes'] })",
    to: 'planPatch(patch)',
    caught: {
      title: 'path-prefixes hide nothing of how a text was read',
      file: 'test/stages/understanding.test.ts',
      words: 'hide nothing of how a text was read',
    },
  },
  {
    against: 'prefixes that the owner configured, judged as a repair',
    file: 'src/stages/plan-apply.ts',
    from: 'repairs.filter((repair) => !isPrefixNote(repair))',
    to: 'repairs',
    caught: {
      title: 'path-prefixes that the config names are no repair of an edit, and are told',
      file: 'test/stages/understanding.test.ts',
      words: 'that the config names are no repair of %s, and are told',
    },
  },
  {
    against: 'a dispatch that names another repository than that of its run',
    file: 'src/stages/receive.ts',
    from: 'site === undefined ? {} : sentToOf(site)',
    to: 'site === null ? sentToOf(site) : {}',
    caught: {
      title: 'a repository that a dispatch names is refused where it is another one than that of the run',
      words: 'is refused where it is another one than that of the run',
      file: 'test/stages/understanding.test.ts',
    },
  },
  {
    against: 'commands on the line of a shell that pass for words around a patch',
    file: 'src/apply/plan.ts',
    from: '...commandsBeside(reading.prose ?? []), ',
    to: '',
    caught: {
      title: 'the rule not-done commands on the line of a shell is refused, and there is no branch',
      file: 'test/stages/understanding.test.ts',
      words: 'is refused, and there is no branch',
    },
  },
  {
    against: 'what was told of a patch, forgotten by a pause or its next attempt',
    file: 'src/stages/reading.ts',
    from: 'again && previous?.digest === digest ? previous.reading : undefined',
    to: 'undefined',
    caught: {
      title:
        'what is told of a patch as it came is told too where a pause held it, and it is sent from its record',
      file: 'test/stages/understanding.test.ts',
      words: 'is told too where a pause held it, and it is sent from its record',
    },
  },
  {
    against: 'a refusal that is left when the patch is corrected',
    file: 'src/stages/reading.ts',
    from: 'again && previous?',
    to: 'previous?',
    caught: {
      title:
        'what is told of a patch as it came is no matter of whoever corrects it, and sends the same patch to the letter',
      file: 'test/stages/understanding.test.ts',
      words: 'is no matter of whoever corrects it, and sends the same patch to the letter',
    },
  },
  {
    against: 'such code that was harmless in another file',
    file: 'src/stages/judge-placed.ts',
    from: 'change.from === undefined ? before : null',
    to: 'before',
    caught: inTable('paths', 'an example of such code that becomes code'),
  },
  {
    against: 'new code that is shown as no text',
    file: 'src/stages/judge-placed.ts',
    from: ' || !isMedia(change.path)',
    to: '',
    caught: inTable('paths', 'new code that pages take for no text, beside a byte that is no character'),
  },
  {
    against: 'hidden code beside bytes that are no text',
    file: 'src/stages/judge-placed.ts',
    from: 'return hiddenLine(known && textOfUtf8(known), textOfUtf8(after));',
    to: 'return isUtf8(after) ? hiddenLine(known && textOfUtf8(known), textOfUtf8(after)) : null;',
    caught: inTable('paths', 'such code beside a byte that is no character'),
  },
  {
    against: 'code that is shown as no text',
    file: 'src/stages/judge-placed.ts',
    from: 'return wasText || isUtf8(after) || ',
    to: 'return wasText || isUtf8(after) ? null : ',
    caught: inTable('paths', 'code that pages take for no text, for a NUL in it'),
  },
  {
    against: 'programs in the place of others that nobody can read',
    file: 'src/stages/judge-placed.ts',
    from: '!isMedia(change.path) ? 1 : null',
    to: '(before === null && !isMedia(change.path)) ? 1 : null',
    caught: inTable('paths', 'a program in the place of one that nobody could read either'),
  },
  {
    against: 'lines that no limit counts for a NUL beside them',
    file: 'src/stages/changed-lines.ts',
    from: 'return unread + linesOf(before) + linesOf(after);',
    to: 'return unread;',
    caught: inTable('sizes', 'more lines than the config allows, beside a NUL'),
  },
  {
    against: 'hunks that are placed with tolerances of which the reviewer hears nothing',
    file: 'src/stages/tolerances.ts',
    from: '(adjustments ?? [rung])',
    to: '[rung]',
    caught: {
      title: 'a pull request tells of all tolerances of one hunk',
      file: 'test/stages/notes.test.ts',
    },
  },
  {
    against: 'secrets behind escapes',
    file: 'src/stages/readings.ts',
    from: 'blank.text === text ? []',
    to: 'blank.text !== null ? []',
    caught: {
      title:
        'leaves it nowhere: not in the repository, the record, the message or the report (behind an escape)',
      words: 'behind an escape',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets behind colours of a terminal',
    file: 'src/stages/readings.ts',
    from: '`${TERMINAL}|${CODED}`',
    to: 'CODED',
    caught: {
      title: 'has a word begin behind a colour, at the same place',
      words: 'has a word begin behind',
      file: 'test/stages/readings.test.ts',
    },
  },
  {
    against: 'secrets in two colours',
    file: 'src/stages/readings.ts',
    from: '[joined(text)]',
    to: '[]',
    caught: {
      title:
        'leaves it nowhere: not in the repository, the record, the message or the report (in two colours)',
      words: 'in two colours',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'colours before secrets in the words of a patch',
    file: 'src/stages/screen.ts',
    from: 'await findInText(scanner, { path: PATCH_NAME, text });\n  const news',
    to: 'await scanner.find({ path: PATCH_NAME, text });\n  const news',
    caught: {
      title: 'leaves nothing of it either: in a log above a diff',
      words: 'in a log above a diff',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'pieces of secrets, and such as are shown in another way than they were found',
    file: 'src/stages/secret-mask.ts',
    from: 'if (!pieces.has(',
    to: 'if (pieces.size >= 0 || !pieces.has(',
    caught: {
      title: 'is nowhere: in two colours in a title',
      words: 'in two colours in a title',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in paths that are escaped in the text of the patch',
    file: 'src/stages/screen.ts',
    from: '[title, text, ...paths, ',
    to: '[title, text, ',
    caught: {
      title: 'is nowhere: in an octal number in the name of a file',
      words: 'in an octal number in the name of a file',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in paths that are escaped in the text of the patch, and refused',
    file: 'src/stages/screen.ts',
    from: '...pathsSaid(plan), ',
    to: '',
    caught: {
      title: 'is nowhere: in an octal number in a name that is refused',
      words: 'in an octal number in a name that is refused',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets with slashes that JSON escapes',
    file: 'src/stages/readings.ts',
    from: 'String.raw`${TERMINAL}|\\\\{1,${MAX_ESCAPED}}(?=/)`',
    to: 'TERMINAL',
    caught: {
      title: 'is nowhere: as an address with escaped slashes',
      words: 'as an address with escaped slashes',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in the path of a file that is refused for one',
    file: 'src/stages/screen.ts',
    from: '(refusal) => maskWords(refusal, mask)',
    to: '(refusal) => refusal',
    caught: {
      title: 'is nowhere: in a path, and in its file',
      words: 'in a path, and in its file',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets that are kept in base64',
    file: 'src/stages/screen.ts',
    from: ', ...decodedRuns(received.text)]',
    to: ']',
    caught: {
      title: 'is not kept with a secret either that it holds in base64',
      words: 'is not kept with a secret either that it holds %s',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in what is kept beside files',
    file: 'src/stages/screen.ts',
    from: 'unknownSecrets(text, found, known.map(textOf))',
    to: '[]',
    caught: {
      title: 'leaves nothing of it either: in a command that is not run',
      words: 'leaves nothing of it either: %s',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in what a patch adds',
    file: 'src/stages/compute.ts',
    from: 'screen(secrets, planApply(input), input)',
    to: 'Promise.resolve({ plan: planApply(input), received: input.received })',
    caught: inTable('diffs and other formats', 'a secret put together by two changes'),
  },
  {
    against: 'secrets in what is kept of a patch',
    file: 'src/stages/screen.ts',
    from: 'title: mask(title),',
    to: 'title,',
    caught: {
      title: 'leaves it nowhere: not in the repository, the record, the message or the report',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'other bytes than announced',
    file: 'src/stages/receive.ts',
    from: 'return digest === expected ?',
    to: "return digest !== '' ?",
    caught: inTable('patches by reference', 'other bytes than announced'),
  },
  {
    against: 'a pass for another commit',
    file: 'src/stages/test-job.ts',
    from: 'report.sha !== head',
    to: "report.sha === ''",
    caught: {
      title: 'a report on another commit is a crash of the tests, never a pass',
      words: 'a report on another commit',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'a pass from a job that failed',
    file: 'src/stages/test-job.ts',
    from: "report.verdict === 'passed' && job.result !== 'success'",
    to: "job.result === ''",
    caught: {
      title: 'a pass from a job that went wrong afterwards is no pass',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'a switch that is gone',
    file: 'src/stages/standing.ts',
    from: 'commit === null && !snapshot.anyRefUnder',
    to: 'commit === null',
    caught: {
      title: 'control that can not be read, or that is gone, means paused',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'a pause between reading and writing',
    file: 'src/stages/transactions.ts',
    from: '      control.move,\n      { ref: recordRef(record.id)',
    to: '      { ref: recordRef(record.id)',
    caught: {
      title: 'a pause that comes between reading and writing stops the push',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: "closing another sender's pull request",
    file: 'src/stages/senders.ts',
    from: 'one.sender === other.sender',
    to: "one.sender !== ''",
    caught: {
      title: 'does not close that of another sender',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'labels that start something',
    file: 'src/stages/labels.ts',
    from: 'granted: patch.labels.filter(isKnown)',
    to: 'granted: patch.labels',
    caught: {
      title: 'are set where the config names them, and left out with a sentence where it does not',
      file: 'test/stages/policy.test.ts',
    },
  },
  {
    against: 'a second beginning after what commands made is committed',
    file: 'src/stages/verdict.ts',
    from: 'if (!claimed || record.head === undefined) {',
    to: 'if (claimed || record.head === undefined) {',
    caught: {
      title: 'a job that died between the claim and the pull request is finished',
      words: 'between the claim and the pull request',
      file: 'test/stages/generated/generated.test.ts',
    },
  },
  {
    against: 'two patches that come at once and take the last place',
    file: 'src/stages/transactions.ts',
    from: '...slots.map(takeSlot),',
    to: '',
    caught: { title: 'races of three patches at once', file: LIMITS, words: 'of three patches at once with' },
  },
  {
    against: 'patches that call themselves a revert, to be taken beyond the limits',
    file: 'src/stages/admit.ts',
    from: 'return (!isOpen || record.mergedBefore !== undefined) && names.includes(id);',
    to: 'return true;',
    caught: {
      title: 'a revert of what was merged is taken though a revision after that is open',
      file: LIMITS,
    },
  },
  {
    against:
      'patches that call themselves the revert of what was merged, which nobody asked for, to be taken beyond the limits',
    file: 'src/stages/admit.ts',
    from: 'return revertsIn(await ledger.history(CONTROL_REF, MOST_ENTRIES))({ revertOf, digest });',
    to: 'return digest !== revertOf;',
    caught: {
      title:
        'what only says that it takes a merged patch back is counted, also where somebody commanded another',
      file: LIMITS,
    },
  },
  {
    against: 'patches that call themselves a canary, for the same',
    file: 'src/stages/admit.ts',
    from: 'isSentCanary(watch?.canary?.sent, received)',
    to: "received.id.startsWith('canary-')",
    caught: {
      title: 'the canary that the watch sent is taken, and no other patch of such a name',
      file: LIMITS,
    },
  },
  {
    against: 'a secret in base64 that is cut into lines, kept with a patch that is refused',
    file: 'src/stages/screen.ts',
    from: "text.replaceAll(/\\\\r\\\\n|\\\\n|\\r?\\n/g, '')",
    to: "''",
    caught: {
      title: 'is not kept with a secret either that it holds',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'secrets in the title of a dispatch that are not seen in it as it is shown',
    file: 'src/stages/screen.ts',
    from: '[keptOf(received), ...decodedRuns(text)]',
    to: '[title]',
    caught: {
      title: 'is shown without a secret that its title holds in two colours',
      words: 'is shown without a secret that its title holds',
      file: 'test/app/watching.test.ts',
    },
  },
  {
    against: 'files of that size of which no limit counts the lines',
    file: 'src/stages/changed-lines.ts',
    from: 'return unread + linesOf(before)',
    to: 'return linesOf(before)',
    caught: {
      title: 'does not get around a limit of lines by its size',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'revisions that GitHub merges by itself before anybody has approved them',
    file: 'src/stages/apply.ts',
    from: '    holdBack(context, snapshot, { record, previous: plan.previous }),\n',
    to: '',
    caught: {
      title: 'a ready pull request is a draft from when its branch moves to what nobody has approved',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'approvals that make ready what takes the place of what was approved, at the same moment',
    file: 'src/stages/apply.ts',
    from: 'pullRequest?.draft === true && previous?.approval?.by === undefined',
    to: 'pullRequest?.draft === true',
    caught: {
      title: 'a draft that an approval makes ready while its branch moves is a draft again',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'statuses that let GitHub merge what is to be a draft a moment later',
    file: 'src/stages/say-published.ts',
    from: 'rest.holdsBack ? decorated.then(() => setStatus(work, view)) : setStatus(work, view)',
    to: 'setStatus(work, view)',
    caught: {
      title: 'what is to wait is a draft before its status would let GitHub merge it',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'pull requests that people open from the branch of a patch, and that pass for its own',
    file: 'src/stages/patch-snapshot.ts',
    from: 'if (named !== undefined) {',
    to: 'if (named === -1) {',
    caught: {
      title: 'goes where its own went, a patch that was closed stays so when it is sent again',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'second pull requests beside one that is on record and not seen for a moment',
    file: 'src/stages/patch-snapshot.ts',
    from: '(namedElsewhere ? null : undefined)',
    to: 'null',
    caught: {
      title:
        'a pull request on record that GitHub does not show yet gets no second one beside it, and is moved on when it is shown',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'branches that go below a pull request which is not seen for a moment',
    file: 'src/stages/publish.ts',
    from: '!isOwnUnseen(work.snapshot) &&',
    to: '',
    caught: {
      title:
        'a pull request on record that GitHub does not show yet keeps its branch where a revision has no verdict',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'pull requests onto another branch that pass for the one of a patch which has none yet',
    file: 'src/stages/patch-snapshot.ts',
    from: 'one.base === base && ',
    to: '',
    caught: {
      title: 'onto another branch, and is merged, is left to them',
      words: 'onto another branch, and %s, is left to them',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: "merges by a person's own pull request that no record names, so that they can't be taken back",
    file: 'src/stages/own-pull-request.ts',
    from: "known === undefined && pullRequest.state !== 'closed'",
    to: "known === undefined && pullRequest.state === 'open'",
    caught: {
      title: 'and merges before they end can be taken back, and so can what takes it back: its branch stays',
      words: 'and merges before they end can be taken back, and so can what takes it back: %s',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against:
      'merges of what is still tested that pass for the work of a person, for their branch went with them',
    file: 'src/stages/verdict.ts',
    from: 'if (known?.merge !== undefined && known.head === handover.head) {',
    to: 'if (known?.merge !== undefined && snapshot.refs.get(branchRef(handover.id))?.oid === known.head) {',
    caught: {
      title:
        'and merges before they end can be taken back, and so can what takes it back: its branch goes with the merge',
      words: 'and merges before they end can be taken back, and so can what takes it back: %s',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'second messages about a record that was moved while the first was posted',
    file: 'src/stages/keep-told.ts',
    from: 'const place = record.slack ?? known;',
    to: 'const place = record.slack;',
    caught: {
      title: 'is not looked for by who posts it, though its record is moved meanwhile',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'late words that say the same as before over what became of a patch meanwhile',
    file: 'src/stages/keep-told.ts',
    from: ': await stands(context, id, step.from.oid))',
    to: ': true)',
    caught: {
      title:
        'a message that says the same again, late, is put right where something else became of the patch meanwhile',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'late words of an overtaken run over those of the one that counts',
    file: 'src/stages/keep-told.ts',
    from: 'return unsure(record.slack);',
    to: 'return record.slack;',
    caught: {
      title: 'is put right where that run ends before the one that counts',
      words: 'is put right where that run ends %s the one that counts',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'late words of an overtaken run that stay when it steps aside',
    file: 'src/stages/publish.ts',
    from: 'await tellOfWhatStands(work, handover.slack);',
    to: '',
    caught: {
      title: 'is put right where that run ends after the one that counts',
      words: 'is put right where that run ends %s the one that counts',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'words of an overtaken run under the title of what took its place',
    file: 'src/stages/publish.ts',
    from: ' || record.digest !== digest',
    to: '',
    caught: {
      title: 'speaks under its own title, and not in the message of one that is told apart: passed',
      words: 'speaks under its own title, and not in the message of one %s: %s',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'words of an overtaken run in the message that a revision has found, and speaks through',
    file: 'src/stages/taken-over.ts',
    from: 'return found?.ts === ts;',
    to: 'return false;',
    caught: {
      title: 'speaks under its own title, and not in the message of one that has found its message: passed',
      words: 'speaks under its own title, and not in the message of one %s: %s',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'branches that are withdrawn under a pull request of somebody else',
    file: 'src/stages/publish.ts',
    from: '!isShownElsewhere(work.snapshot)',
    to: 'true',
    caught: { title: 'is kept where the tests failed', file: 'test/stages/watch/elsewhere.test.ts' },
  },
  {
    against: 'held patches that are lost to what comes to nothing under their id',
    file: 'src/stages/plan.ts',
    from: "previous?.state === 'held' && previous.digest !== input.received.digest",
    to: "previous?.state === 'held' && previous.digest === input.received.id",
    caught: {
      title: 'what comes to nothing leaves another patch held that waits under its id',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'patches that are held for a branch which is not there, and keep others waiting',
    file: 'src/stages/plan.ts',
    from: `received.ok && base !== null) {
    return { ...end(stoppedBy(control)), base: { branch, sha: base.sha } };`,
    to: `received.ok) {
    return end(stoppedBy(control));`,
    caught: {
      title:
        'paused: what is meant for a branch that is not there is refused, for nothing would ever free it',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'patches that close what a person opened again and had worked on once more',
    file: 'src/stages/new-record.ts',
    from: 'keptBeside(previous ?? {}), ...by]',
    to: 'keptBeside(previous ?? {})]',
    caught: {
      title: 'stays beside that one, though it is worked on once more before any pass has seen it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges that nobody has seen when the next revision comes',
    file: 'src/stages/apply.ts',
    from: '!dryRun && (await sayMerged',
    to: 'dryRun && (await sayMerged',
    caught: {
      title: 'a revision with a commit of its own is not merged by the pull request of the one before it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of an earlier revision that pass for those of one whose place the next delivery takes',
    file: 'src/stages/unseen-merge.ts',
    from: 'made !== null && made.record.digest !== digest',
    to: 'made === null',
    caught: {
      title:
        'a revision is not merged by the pull request of the one before it, where the next delivery comes before the watch',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against:
      'merges of an earlier commit, to which a person put a branch back, that pass for those of the one after it',
    file: 'src/stages/unseen-merge.ts',
    from: 'await findMadeBelow(context, { id, head: pull.head, base: base?.sha })',
    to: 'null',
    caught: {
      title: 'a revision is not merged by an earlier commit that a person has put its branch back to',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of an earlier commit that are looked for at a branch, which goes with them',
    file: 'src/stages/unseen-merge.ts',
    from: 'await showedEarlier(context, record, pull)',
    to: 'branch !== null && (await showedEarlier(context, record, pull))',
    caught: {
      title:
        'a revision is not merged by an earlier commit whose branch went with the merge, and is worked on when it comes again',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges before a revision that nobody hears of, for their branch went with them',
    file: 'src/stages/unseen-merge.ts',
    from: ': await ledger.commit(pull.head)',
    to: ': branch',
    caught: {
      title:
        'and merges before a revision comes, is the merge of what they were for: its branch goes with the merge',
      words: 'and merges before a revision comes, is the merge of what they were for: %s',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against:
      'merges of what was committed on top of an earlier commit that pass for those of the newest revision',
    file: 'src/stages/control/earlier-step.ts',
    from: "message.includes('Ghost-Digest: ') ? await",
    to: "oid === head && message.includes('Ghost-Digest: ') ? await",
    caught: {
      title:
        'a revision is not merged by what a person committed on top of an earlier commit, to which they had put its branch back: a pass',
      words:
        'a revision is not merged by what a person committed on top of an earlier commit, to which they had put its branch back: %s',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of long ago that are said once more, after what was merged was taken back',
    file: 'src/stages/unseen-merge.ts',
    from: 'pull.number === record.mergedBefore',
    to: 'false',
    caught: {
      title:
        'a merge that was said is not said once more when what was merged comes again, and another one after it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of what is still tested that the next delivery hides',
    file: 'src/stages/unseen-merge.ts',
    from: 'return merged !== null && isOurs(merged, record) ? ',
    to: 'return merged !== null && !isOurs(merged, record) ? ',
    caught: {
      title:
        'a revision that is merged while it is tested is merged, where another one comes before its run ends',
      words: 'a revision that is merged while it is tested is merged, where %s comes before its run ends',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against:
      'statuses below what commands made that wait for ever, where the next delivery sees the merge first',
    file: 'src/stages/apply.ts',
    from: 'sayStatus(forge, { sha: head, record, status })',
    to: 'forge.setStatus(head, status)',
    caught: {
      title:
        'of the commit below what commands made is set with theirs where the next delivery sees the merge first',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'merges that a run hides which is started again before any pass',
    file: 'src/stages/unseen-merge.ts',
    from: 'known === undefined ? pull.head === record.head',
    to: 'known === undefined ? false',
    caught: {
      title: 'and that somebody merged before its run was started again makes its patch merged too',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: 'deliveries under the id of a merged revert that have its log read for ever',
    file: 'src/stages/turn-away.ts',
    from: 'isTold || standing.digest',
    to: 'standing.digest',
    caught: {
      title:
        'what comes under the id of a merged revert is told on its record, which goes on saying what it took back',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'revisions that are lost because they come while a pull request is made',
    file: 'src/stages/apply-in-turn.ts',
    from: 'return isWaiting(report) ? null : report;',
    to: 'return report;',
    caught: {
      title:
        'a revision that comes while the pull request of the one before is made waits for that, and is not lost',
      file: 'test/stages/apply-in-turn.test.ts',
    },
  },
  {
    against: 'deliveries that are turned away where nobody hears it',
    file: 'src/stages/turn-away.ts',
    from: 'standing.digest === digest ? null :',
    to: 'standing.version === 1 ? null :',
    caught: {
      title:
        'a delivery that comes to nothing while another one under its id is worked on is told on the record of that, with why and where, and takes nothing from it',
      words: 'is told on the record of that, with why and where, and takes nothing from it',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'newer revisions that are overtaken by an older one where nobody hears it',
    file: 'src/stages/turn-away.ts',
    from: 'standing.run.id < own.run.id',
    to: 'standing.run.id === own.run.id',
    caught: {
      title:
        'a revision that was overtaken while it was tested is told on record where its run was the later one, and else is not',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'revisions that are merged while they are tested, and never known as merged',
    file: 'src/stages/verdict.ts',
    from: 'known?.merge !== undefined && known.head === handover.head',
    to: "known?.merge !== undefined && known.head === ''",
    caught: {
      title: 'a revision that a person merged while it was tested is merged, and has no second pull request',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'claims that pass for merged by the pull request of the revision before',
    file: 'src/stages/own-pull-request.ts',
    from: 'pullRequest === null || pullRequest.number === record.mergedBefore',
    to: 'pullRequest === null',
    caught: {
      title:
        'a revision whose process died before its pull request has one, though that of the one before it was merged',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'pull requests beyond the limit, of runs that waited for a machine past their deadline',
    file: 'src/stages/admit.ts',
    from: 'now.getTime() < Date.parse(deadline) + WAITING_MS',
    to: 'now < new Date(deadline) && WAITING_MS > 0',
    caught: {
      title:
        'a patch keeps its place past its deadline, while its jobs may wait for a machine, until its end is on record',
      file: 'test/stages/limits.test.ts',
    },
  },
  {
    against: 'limits that are forgotten where strangers have opened too much',
    file: 'src/stages/admit.ts',
    from: 'return moreAreOpen && awaitsPeople(record);',
    to: 'return false;',
    caught: {
      title: 'hold their places where strangers have opened so many that they can not be seen',
      file: 'test/stages/limits.test.ts',
    },
  },
  {
    against: 'statuses of a merge on what was not merged',
    file: 'src/stages/say-status.ts',
    from: "outcome?.kind === 'merged' && pullRequest?.head !== sha ? undefined : sha",
    to: 'sha',
    caught: {
      title: 'is none where a later attempt stands on record than the one that was merged',
      file: 'test/stages/say-status.test.ts',
    },
  },
  {
    against: 'pull requests that stay ready on what is locked out before its verdict',
    file: 'src/stages/proposal.ts',
    from: "proofOf(record)?.tests === 'none' ? pullRequest : null",
    to: "proofOf(record)?.tests === 'passed' ? pullRequest : null",
    caught: {
      title: 'a lock that comes while a revision is tested makes its pull request a draft',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'pull requests of dead processes that a lock leaves to nobody',
    file: 'src/stages/publish.ts',
    from: 'const link = own === null ? {} :',
    to: 'const link = own !== undefined ? {} :',
    caught: {
      title: 'becomes one, and is known, where a lock came after the process died that had opened it',
      file: 'test/stages/watch/unproven.test.ts',
    },
  },
  {
    against: 'commits whose status waits for ever after a pause',
    file: 'src/stages/new-record.ts',
    from: "plan !== undefined && proofOf(previous)?.tests === 'none'",
    to: "plan !== undefined && previous.state === 'applied'",
    caught: {
      title: 'what comes after a pause ends the status of the commit that was held, and says it once',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'statuses that nobody ends where GitHub took none at the time',
    file: 'src/stages/new-record.ts',
    from: '...(previous?.replaced ?? []), ',
    to: '',
    caught: {
      title: 'a status that nobody could end is ended by the attempt after that, a withdrawn commit too',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'texts that become other patches on their way',
    file: 'src/stages/receive.ts',
    from: '(readUtf8(bytes) ??',
    to: '(readUtf8(bytes)?.replace(/^\\uFEFF/u, "") ??',
    caught: {
      title: 'arrives as the one that was read, inline and by reference: a byte order mark before a diff',
      words: 'arrives as the one that was read, inline and by reference: %s',
      file: 'test/stages/control/dispatch.test.ts',
    },
  },
  {
    against: "people's own pull requests that are taken for that of the patch",
    file: 'src/stages/patch-snapshot.ts',
    from: "(one.byUs || one.state === 'merged')",
    to: 'true',
    caught: {
      title:
        'a pull request that a person opens while the tests run onto the base of the patch, stays as it is, and the patch says what is in its way',
      words: 'onto the base of the patch, stays as it is, and the patch says what is in its way',
      file: 'test/stages/watch/elsewhere.test.ts',
    },
  },
  {
    against: 'commits that were merged while they were tested, and are told as overtaken',
    file: 'src/stages/verdict.ts',
    from: 'shown?.merge === undefined',
    to: 'shown?.merge !== null',
    caught: {
      title:
        'of a revision that was merged while it was tested says that, though another one came before its run ended',
      words:
        'of a revision that was merged while it was tested says that, though another one came before its run %s',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'commits that were merged while they were tested, and wait for a run that is dead',
    file: 'src/stages/apply.ts',
    from: "outcome?.kind === 'merged' && head !== undefined",
    to: "outcome?.kind === 'held' && head !== undefined",
    caught: {
      title:
        'of a revision that was merged while it was tested says that, though another one came before its run died',
      words:
        'of a revision that was merged while it was tested says that, though another one came before its run %s',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'what is held and can not be read, to be another patch later',
    file: 'src/stages/plan.ts',
    from: "control.state !== 'running' && received.ok && base !== null",
    to: "control.state !== 'running' && base !== null",
    caught: {
      title: 'what can not be read is refused at once, and not kept to be read anew after the pause',
      file: 'test/stages/control/stop.test.ts',
    },
  },
  {
    against: 'branches of others that leave git no place for that of a patch, and nobody is told',
    file: 'src/stages/apply.ts',
    from: 'await whyNoPlace(work.context.repository, work.received.id).catch(() => null)',
    to: 'null',
    caught: {
      title: 'a held patch that git has no place for ends with what to do, and keeps no other one waiting',
      file: 'test/stages/control/stop.test.ts',
    },
  },
  {
    against: 'pull requests of dead processes that a revision onto another base leaves ready, to nobody',
    file: 'src/stages/plan.ts',
    from: '...(isUnnamed ? { pullRequest: { number: own.number, url: own.url } } : {}),',
    to: '...(isUnnamed ? {} : {}),',
    caught: {
      title:
        'a claim whose process died after the pull request was made leaves it to a revision onto another base branch that passed',
      file: 'test/stages/watch/runs.test.ts',
      words: 'after the pull request was made leaves it to a revision onto another base branch that %s',
    },
  },
  {
    against: 'pull requests of others that keep ours from its new base, and its text from being put right',
    file: 'src/stages/proposal.ts',
    from: '...formatPullRequest(view), base: known.base }',
    to: "...formatPullRequest(view), base: record.base?.branch ?? 'main' }",
    caught: {
      title:
        'a revision onto the base branch of such a pull request that passed says which one is in its way, and its own one is a draft that claims no pass',
      file: 'test/stages/watch/elsewhere.test.ts',
      words: 'that %s says which one is in its way, and its own one is a draft that claims no pass',
    },
  },
  {
    against: 'revisions that are forgotten for an older patch which is left for them',
    file: 'src/stages/plan.ts',
    from: "new Set(['revised', 'took_back'])",
    to: "new Set(['took_back'])",
    caught: {
      title: 'for somebody who asked for another attempt takes none either, and they are told',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'approvals by who sent what another one had in test, or open, already',
    file: 'src/stages/apply.ts',
    from: "plan.outcome.kind === 'duplicate'",
    to: "plan.outcome.kind === 'held'",
    caught: {
      title: 'who sends what another one has sent does not approve it, though that was while it is tested',
      file: 'test/stages/control/review.test.ts',
      words: 'who sends what another one has sent does not approve it, though that was %s',
    },
  },
  {
    against: 'senders without end, beside whom publishing gives up',
    file: 'src/stages/context.ts',
    from: 'MAX_ROUNDS + MOST_SENDERS + MOST_TURNED_AWAY',
    to: 'MAX_ROUNDS - MOST_SENDERS + MOST_SENDERS',
    caught: {
      title: 'is the same patch of ever another sender is noted of each',
      file: 'test/stages/turn-away.test.ts',
    },
  },
  {
    against: 'locks of who sends what another one has in test, by which that is stopped',
    file: 'src/stages/plan.ts',
    from: '(isNews ? sending.turnedAwayFor : null) ?? decision.outcome',
    to: '(isNews ? null : sending.turnedAwayFor) ?? decision.outcome',
    caught: {
      title: 'a lock of who sends what another one has in test is no stop of that',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'forged reports with thousands of lines',
    file: 'src/stages/test-job.ts',
    from: '.slice(0, MAX_FAILING_LINES).map(cutLine)',
    to: '.slice(MAX_FAILING_LINES - MAX_FAILING_LINES)',
    caught: {
      title: 'failing lines that the test job makes up are as few and as short as real ones',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'approvals that are forgotten behind a delivery that came to nothing',
    file: 'src/stages/new-record.ts',
    from: '...proofBy(plan.previous),',
    to: '',
    caught: {
      title: 'goes on to need its approval, whatever was delivered since',
      file: 'test/stages/watch/proof.test.ts',
    },
  },
  {
    against: 'statuses that nobody ends where a process died before it said one',
    file: 'src/stages/new-record.ts',
    from: "plan !== undefined && proofOf(previous)?.tests === 'none'",
    to: "plan !== undefined && previous.state !== 'done'",
    caught: {
      title:
        'that a process left waiting when it died is ended by the next attempt, though no pass came before it',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'statuses that nobody ends where a person closed the pull request before their job ran again',
    file: 'src/stages/plan.ts',
    from: '|| !isOurs(branch, previous)',
    to: '|| previous.head === undefined',
    caught: {
      title:
        'that a lost machine left waiting is ended where a person closed the pull request before its job ran again',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against:
      'deliveries that come to nothing, and make the commit of a person ours, so that the next one replaces it',
    file: 'src/stages/plan.ts',
    from: 'branch === null || !isOurs(branch, previous)',
    to: 'branch === null',
    caught: {
      title: 'leaves what a person committed to as theirs, also where another one came before it',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'statuses that GitHub did not take, behind the next attempt',
    file: 'src/stages/new-record.ts',
    from: 'unsaidWarnings(previous).length === 0 ?',
    to: 'unsaidWarnings(previous).length >= 0 ?',
    caught: {
      title: 'that GitHub did not take is ended by the attempt that takes the place of its commit',
      file: 'test/stages/watch/telling.test.ts',
    },
  },
  {
    against: 'held patches of whoever is locked before the pause ends',
    file: 'src/stages/senders.ts',
    from: 'return [sender, ...sentFor, ...alsoSentBy];',
    to: 'return [sender, ...alsoSentBy];',
    caught: {
      title: 'stays held after the pause while who wrote it is locked, until that ends',
      file: 'test/stages/control/apply.test.ts',
    },
  },
  {
    against: 'pull requests of whoever is locked while what was sent for them is tested',
    file: 'src/stages/verdict.ts',
    from: 'whomOf(record, snapshot.defaultBranch)',
    to: '{ senders: [record.sender] }',
    caught: {
      title: 'a lock of one for whom it was sent before publishing ends it',
      file: 'test/stages/publish.test.ts',
    },
  },
  {
    against: 'senders that are free of a stop because another one sent the same first',
    file: 'src/stages/plan.ts',
    from: '[...owners, ...bringers]',
    to: 'owners.length > 0 ? owners : bringers',
    caught: {
      title: 'a lock of whoever sends a patch stops it, though another one had sent the same before',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'locks of an account that only sends on, which hold the patches of all others back',
    file: 'src/stages/plan.ts',
    from: 'isCarried(received, known) ? []',
    to: 'isCarried(received, null) ? []',
    caught: {
      title: 'after a pause is worked on as its own, though the account that sends it on is locked',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'held patches of others that get a sender more by being sent on',
    file: 'src/stages/new-record.ts',
    from: ' || isCarried(received, same)',
    to: '',
    caught: {
      title: 'what waits on record is worked on as its own, though who only sends it on is paused',
      words: 'what waits on record is worked on as its own, though who only sends it on is %s',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'stopped senders who have what was refused worked on by saying that it comes from its record',
    file: 'src/stages/senders.ts',
    from: "(known.state !== 'done' || known.outcome?.kind === 'crashed')",
    to: "known.state !== 'publishing'",
    caught: {
      title:
        'whoever is stopped has nothing else that is on record worked on by saying that it comes from there',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'stopped senders who ask for another attempt by saying that it comes from its record',
    file: 'src/stages/senders.ts',
    from: 'again === true && retry !== true && mayGoOn',
    to: 'again === true && mayGoOn',
    caught: {
      title: 'a pause of whoever wants another attempt of a patch holds it until that ends too',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'records of others that whoever is locked ends by sending the same',
    file: 'src/stages/plan.ts',
    from: "control.state === 'locked' && isOthers",
    to: 'isOthers && owners.length === 0',
    caught: {
      title: 'a lock of whoever sends a patch stops it, though another one had sent the same before',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'approvals by who sent the same after another one',
    file: 'src/stages/senders.ts',
    from: 'fromRecord ? []',
    to: 'fromRecord || true ? []',
    caught: {
      title:
        'who sent it does not approve it, though another one had sent the same before and nothing came of that',
      file: 'test/stages/control/review.test.ts',
    },
  },
  {
    against: 'patches that name no end of senders',
    file: 'src/stages/plan.ts',
    from: 'owners.length >= MOST_SENDERS',
    to: 'owners.length < 0',
    caught: {
      title: 'a patch that more have sent than a record has room for is sent under another id',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'comments that close the pull request of another sender of the server',
    file: 'src/stages/senders.ts',
    from: ': sameLogin(owner, otherOwner)',
    to: ": owner !== ''",
    caught: {
      title: 'does not close that of another one for whom the same account has sent it',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'starters of the run of a comment who have the place of its patch taken by their own',
    file: 'src/stages/senders.ts',
    from: '[one.sentFor?.at(-1), other.sentFor?.at(-1)]',
    to: '[one.sentFor?.at(0), other.sentFor?.at(0)]',
    caught: {
      title: 'two patches are of the same sender but not for who had the run of another one started again',
      words: 'two patches are of the same sender',
      file: 'test/stages/senders.test.ts',
    },
  },
  {
    against: 'secrets in the names for whom a patch is sent',
    file: 'src/stages/screen.ts',
    from: '...repairs, ...sentFor].join',
    to: '...repairs].join',
    caught: {
      title: 'is refused in a name for whom it is sent, which is not kept (a patch that fits)',
      words: 'is refused in a name for whom it is sent',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'senders who are stopped by name, and have what others sent stopped with them',
    file: 'src/stages/note-sender.ts',
    from: '(isMeant(name) && !isStoppedByName(switches, name, now))',
    to: 'isMeant(name)',
    caught: {
      title: 'who is stopped by name has nothing of others stopped with them, whatever else is stopped',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'people who keep all others from approving by naming them',
    file: 'src/stages/note-sender.ts',
    from: 'isMeant(name) && ',
    to: '',
    caught: {
      title: 'who sends the same patch while it is tested, or after that, is on record as its sender, once',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'old commits in the inbox, which have a patch removed before its run reads it',
    file: 'src/stages/inbox.ts',
    from: '    if (ok) {',
    to: '    if (ok || round === 0) {',
    caught: {
      title:
        'a patch that we send is put into the inbox anew each time, so that nothing takes it for what was read long ago',
      words: 'is put into the inbox anew each time, so that nothing takes it for what was read long ago',
      file: 'test/stages/control/dispatch.test.ts',
    },
  },
  {
    against: 'old runs that are started again, and leave nothing on record of what became of their patch',
    file: 'src/stages/as-on-record.ts',
    from: 'return run.attempt > 1 && record.run.id === run.id;',
    to: 'return false;',
    caught: {
      title:
        'a run whose patch is in the inbox no more and that is started again leaves the record of a patch that is open, by a version that did not note its bytes',
      words: 'and that is started again leaves the record of a patch that is %s',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'references to a patch on record that lead nowhere, and have its record say so',
    file: 'src/stages/as-on-record.ts',
    from: 'sha256(snapshot.fileAt) === unfetched',
    to: 'false',
    caught: {
      title:
        'a run whose patch is in the inbox no more and that was sent from the record of it, or of a revision before, leaves that',
      words: 'and that was sent from the record of it, or of a revision before, leaves that',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'references that come once more when their bytes are gone, and take the record of their patch',
    file: 'src/stages/as-on-record.ts',
    from: 'record.fetched !== unfetched',
    to: 'true',
    caught: {
      title:
        'a run whose patch is in the inbox no more and that is sent by the same reference later leaves the record of what came once',
      words: 'and that is sent by the same reference later leaves the record of what came %s',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'patches that are lost from their record where their run is started again and finds nothing',
    file: 'src/stages/plan.ts',
    from: 'received.onRecord === true && !received.ok',
    to: 'false',
    caught: {
      title:
        'a run whose patch is in the inbox no more and that is started again leaves the record of a patch that was cancelled, with what to do',
      words: 'and that is started again leaves the record of a patch that %s, with what to do',
      file: 'test/stages/control/again.test.ts',
    },
  },
  {
    against: 'stops that a dry run does not tell of',
    file: 'src/stages/stop-beside.ts',
    from: 'despiteStops === true ? stopOf(sent) : null',
    to: 'despiteStops === true ? null : stopOf(sent)',
    caught: {
      title: 'a dry run is made though everything is paused, and says so beside what it comes to',
      words: 'a dry run is made though everything is %s, and says so beside what it comes to',
      file: 'test/stages/apply.test.ts',
    },
  },
];
