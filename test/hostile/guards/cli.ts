import type { Guard } from './guard.ts';

export const CLI_GUARDS: readonly Guard[] = [
  {
    against: 'workflows that GitHub can not read, of a repository that is called ready',
    file: 'src/cli/doctor/own-workflows.ts',
    from: 'if (!workflow.success) {\n    return [',
    to: 'if (!workflow.success) {\n    if (text) return [];\n    return [',
    caught: {
      title: 'one with a tab is said to run nothing',
      words: 'one with %s is said to run nothing',
      file: 'test/cli/doctor/own-workflows.test.ts',
    },
  },
  {
    against: 'workflows that no patch begins, of a repository that is called ready',
    file: 'src/cli/doctor/own-workflows.ts',
    from: 'if (heard === undefined) return [`no ${event} among its events`];',
    to: 'if (heard === undefined) return [];',
    caught: {
      title: 'one with no repository_dispatch among its events is said to fail at what it is for',
      words: 'one with %s is said to fail at what it is for: %s',
      file: 'test/cli/doctor/own-workflows.test.ts',
    },
  },
  {
    against: 'a watch that hears of no merge, of a repository that is called ready',
    file: 'src/cli/doctor/own-workflows.ts',
    from: 'heard ?? TYPES_HEARD_UNNAMED[event] ?? null',
    to: 'heard ?? null',
    caught: {
      title: 'one with no "closed" among the types of pull_request is said to fail at what it is for',
      words: 'one with %s is said to fail at what it is for: %s',
      file: 'test/cli/doctor/own-workflows.test.ts',
    },
  },
  {
    against: 'tests of Python that lack what their group lists',
    file: 'src/cli/init/python.ts',
    from: '[`--group ${needs.pipGroup}`]',
    to: '[]',
    caught: {
      title: 'what a Python project needs for its tests is installed with pip where no tool locks it',
      words: 'is installed with pip where no tool locks it, which has to know of groups: %s',
      file: 'test/cli/init/python-extras.test.ts',
    },
  },
  {
    against: 'a stop of two repositories that stops the last one',
    file: 'src/cli/given-twice.ts',
    from: 'if (first !== undefined && first !== value) {',
    to: 'if (first !== undefined && first === option.long) {',
    caught: {
      title: 'is refused, and neither is dropped: pause --repo',
      words: 'is refused, and neither is dropped: $command $option',
      file: 'test/cli/given-twice.test.ts',
    },
  },
  {
    against: 'secrets in the job that runs patches, whose stage is aligned with other values',
    file: 'src/cli/doctor/test-job.ts',
    from: 'const MAY_RUN_TESTS = /stage/i;',
    to: 'const MAY_RUN_TESTS = /stage: {0,4}test/i;',
    caught: {
      title: 'doctor names such a job however its stage is written: "stage:           test"',
      words: 'doctor names such a job however its stage is written: %j',
      file: 'test/cli/doctor/test-job.test.ts',
    },
  },
  {
    against: 'secrets in the job that runs patches, whose stage stands in other letters',
    file: 'src/cli/doctor/stage-of.ts',
    from: 'name.toLowerCase()',
    to: 'name',
    caught: {
      title: 'doctor names such a job however its stage is written: "STAGE: \\" test \\""',
      words: 'doctor names such a job however its stage is written: %j',
      file: 'test/cli/doctor/test-job.test.ts',
    },
  },
  {
    against: 'rights in a workflow that is called in a line that is aligned with others',
    file: 'src/cli/doctor/exposed-secrets.ts',
    from: 'const CALLS_HERE = /\\buses["\']?\\s{0,99}:\\s{0,99}',
    to: 'const CALLS_HERE = /\\buses["\']?\\s{0,4}:\\s{0,4}',
    caught: {
      title: 'is named for what it calls and takes, however its values are aligned',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'commits of patches that are checked out in a line that is aligned with others',
    file: 'src/cli/doctor/fetched-head.ts',
    from: ':[ \\t]{0,99}(?:',
    to: ':[ \\t]{0,4}(?:',
    caught: {
      title: 'is named for what it calls and takes, however its values are aligned',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'tokens that go on though they were revoked, in another store than that of the server',
    file: 'src/cli/server-environment.ts',
    from: '{ ...readFile(), ...process.env }',
    to: '{ ...process.env }',
    caught: {
      title:
        'is in the store that .env of the working directory names, as the server has it, unless the environment does',
      file: 'test/app/serve.test.ts',
    },
  },
  {
    against: 'tokens that are sent where the .env of a stranger says',
    file: 'src/cli/bin.ts',
    from: "process.env['NoDefaultCurrentDirectoryInExePath'] = '1';",
    to: 'process.loadEnvFile();',
    caught: {
      title: 'list reads no .env, which may be that of a stranger',
      words: '%s reads no .env, which may be that of a stranger',
      file: 'test/app/serve.test.ts',
    },
  },
  {
    against: 'lines of a watched folder that say nothing of the approval for which a patch waits',
    file: 'src/cli/inbox/say.ts',
    from: 'completed && remedy !== undefined ? [remedy] : []',
    to: 'completed && remedy === undefined ? [] : []',
    caught: {
      title: 'what is left to do of a file stands below it where it came to a good end',
      words: 'stands below it where it came to a good end',
      file: 'test/cli/inbox/decisions.test.ts',
    },
  },
  {
    against: 'a misspelt member of a case, without whose merge newer lines are overwritten',
    file: 'src/cli/jsonl.ts',
    from: 'if (unknown !== null) return malformed(id, unknown);',
    to: '',
    caught: {
      title: 'a case with "Was", which no case has, is refused with what was probably meant',
      words: 'a case with %j, which no case has, is refused with what was probably meant',
      file: 'test/cli/jsonl.test.ts',
    },
  },
  {
    against: 'secrets in the job that runs patches, of which nobody is told',
    file: 'src/cli/doctor/test-job.ts',
    from: "? ['uses secrets'] : []",
    to: '? [] : []',
    caught: {
      title: 'doctor names a job that runs patches and uses secrets',
      words: 'doctor names a job that runs patches and %s: %j',
      file: 'test/cli/doctor/test-job.test.ts',
    },
  },
  {
    against: 'a test command that finds none of the tests there are, and passes',
    file: 'src/cli/init/python.ts',
    from: "path !== '' && !folder.has(",
    to: "path === '?' && !folder.has(",
    caught: {
      title: 'unittest in a folder that is no package, where it finds nothing by itself',
      file: 'test/cli/init/detect.test.ts',
    },
  },
  {
    against: 'JSON that steers the terminal of whoever looks at it',
    file: 'src/cli/json-line.ts',
    from: '.replaceAll(HIDDEN, escaped)',
    to: '',
    caught: {
      title: 'what a terminal obeys or nobody sees is escaped, and what is read is the same',
      file: 'test/cli/json-line.test.ts',
    },
  },
  {
    against:
      'patches that the command line puts right before they are sent, so that the pull request does not tell',
    file: 'src/cli/understand.ts',
    from: 'text: asItCame(parsed.envelope.patch)',
    to: 'text: read.canonical',
    caught: {
      title:
        'what of a file is read otherwise, or not done, is said, and goes as it came so that it is told there too',
      file: 'test/cli/send.test.ts',
    },
  },
  {
    against: 'protected paths that explain calls free below a folder that is taken off those of patches',
    file: 'src/cli/explain.ts',
    from: "withoutPrefix(asked, config['path-prefixes'])",
    to: 'asked',
    caught: {
      title:
        'a path is judged as it is in a patch, without the folder that path-prefixes takes off, which is said',
      file: 'test/cli/explain.test.ts',
    },
  },
  {
    against: 'cases whose files are merged with nothing, though their lines say what they were',
    file: 'src/cli/jsonl.ts',
    from: '(was === null ? {} : { was: was.texts })',
    to: '{}',
    caught: {
      title: 'the answer is that of the library: what changed since it was written',
      words: 'the answer is that of the library: %s',
      file: 'test/cli/jsonl.test.ts',
    },
  },
  {
    against:
      'an older revision in a watched folder that takes the place of a newer one, which is read sooner',
    file: 'src/cli/inbox/turns.ts',
    from: 'finding = come.catch(() => undefined);',
    to: 'void come.catch(() => undefined);',
    caught: {
      title:
        'files with one id are sent in the order of their times, however long it takes to read the older one',
      words: 'are sent in the order of their times, however long it takes to read the older one',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'a newer revision that is sent while an older one is left for the next time, to take its place',
    file: 'src/cli/inbox/turns.ts',
    from: 'left.add(name);',
    to: '',
    caught: {
      title: 'files with one id stay behind one that is left for the next time, and are sent after it then',
      words: 'stay behind one that is left for the next time, and are sent after it then',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'patches that a watched folder waits for, though the server has given up on them',
    file: 'src/cli/inbox/server-door.ts',
    from: "if (stage === 'failed' && !finished) {",
    to: "if (stage === 'failed' && finished) {",
    caught: {
      title: 'that GitHub may have taken is no trace of it, so that it is sent again and not waited for',
      file: 'test/cli/inbox/server-door.test.ts',
    },
  },
  {
    against: 'patches that somebody canceled and a watched folder sends again by itself',
    file: 'src/cli/inbox/server-door.ts',
    from: "if (stage === 'failed' && status.withdrawn !== undefined) {",
    to: "if (stage === 'failed' && status.withdrawn === undefined) {",
    caught: {
      title: 'that somebody canceled is told as that, whether or not GitHub may have taken it before',
      file: 'test/cli/inbox/server-door.test.ts',
    },
  },
  {
    against:
      'patches that somebody canceled and a watched folder sends again, since it did not see where they went',
    file: 'src/cli/inbox/patch-step.ts',
    from: 'if (progress.sent === null && progress.tries <= 1) {',
    to: 'if (progress.sent === null || progress.tries <= 1) {',
    caught: {
      title: 'that somebody ended after it was sent is not sent again',
      file: 'test/cli/inbox/decisions.test.ts',
    },
  },
  {
    against: 'patches in a watched folder that nobody takes, because they are called as results are',
    file: 'src/cli/inbox/names.ts',
    from: '/\\.(?:json|patch|diff)\\.result\\.json$/i',
    to: '/\\.result\\.json$/i',
    caught: {
      title: 'whose name ends as that of a result is worked on, also where its process died over it',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against:
      'patches that are deleted because they are called as results are, after a process died over them',
    file: 'src/cli/inbox/settle.ts',
    from: 'if (isResultName(name) && parseClaim(name) === null) {',
    to: 'if (isResultName(name)) {',
    caught: {
      title: 'whose name ends as that of a result is worked on, also where its process died over it',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'revisions of one millisecond that are sent in the order of their names',
    file: 'src/cli/inbox/folder.ts',
    from: 'changedAt: stats.mtimeNs,',
    to: 'changedAt: stats.mtimeNs / 1_000_000n,',
    caught: {
      title:
        'files with one id are sent in the order of their times within a millisecond too, and of their names where these agree',
      words:
        'are sent in the order of their times within a millisecond too, and of their names where these agree',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'a newer revision that is sent before an older one that does not rest yet',
    file: 'src/cli/inbox/looker.ts',
    from: 'byAge(facts, oldest) < 0 ||',
    to: 'facts.size > 0 ||',
    caught: {
      title: 'files with one id wait for an older one that came later and does not rest yet',
      words: 'wait for an older one that came later and does not rest yet',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'commands and requests that a watched folder drops without a word',
    file: 'src/cli/inbox/local-door.ts',
    from: `head,
    ...toldInClone(record),`,
    to: 'head,',
    caught: {
      title:
        'what is read otherwise, not done or not run is told as apply tells it, also where nothing changes',
      file: 'test/cli/inbox/local.test.ts',
    },
  },
  {
    against: 'requests that a server or a record does not tell of, where a folder sent them',
    file: 'src/cli/inbox/flight.ts',
    from: '{ ...report, ...mergeTold(report, told) }',
    to: '{ ...report, ...told }',
    caught: {
      title: 'what is told of a patch when it is read, sent and seen to end stands in its result, each once',
      file: 'test/cli/inbox/watcher.test.ts',
    },
  },
  {
    against: 'requests of a patch that comes to nothing, which apply does not tell',
    file: 'src/record/remarks.ts',
    from: 'notDone: reading?.notDone }',
    to: 'notDone: [] }',
    caught: {
      title: 'what is not done is told where the patch comes to nothing, too',
      file: 'test/cli/apply.test.ts',
    },
  },
  {
    against: 'filters of a clone that run while init looks around',
    file: 'src/cli/init/place.ts',
    from: "['cat-file', 'blob', ",
    to: "['cat-file', '--filters', ",
    caught: {
      title:
        'files count as uncommitted until the newest commit has them as they are, which no filter is asked',
      file: 'test/cli/init/next-steps.test.ts',
    },
  },
  {
    against: 'workflows that steer a terminal by what a parser warns of',
    file: 'src/cli/init/workflow-text.ts',
    from: "logLevel: 'error',",
    to: '',
    caught: {
      title: 'a workflow can not have the parser print what it likes to a terminal',
      file: 'test/cli/init/detect.test.ts',
    },
  },
  {
    against: 'many workflows that each take long to read',
    file: 'src/cli/init/workflow-text.ts',
    from: 'length <= left && length',
    to: 'length',
    caught: {
      title: 'of many workflows no more is read than people write',
      file: 'test/cli/init/detect.test.ts',
    },
  },
  {
    against: 'databases and journals in a watched folder, which SQLite would heed for its lock',
    file: 'src/cli/inbox/folder.ts',
    from: 'await lockPlace(directory, locks)',
    to: "join(directory, WORKING, 'lock')",
    caught: {
      title: 'has nothing in it opened as a lock, so that no journal beside one is waited for',
      file: 'test/cli/inbox/folder.test.ts',
    },
  },
  {
    against: 'locks of watched folders where others may write',
    file: 'src/cli/inbox/lock-place.ts',
    from: '(stats.mode & 0o022) === 0',
    to: 'stats.mode > 0',
    caught: {
      title: 'that would be locked where others may write is refused',
      words: 'would be locked where others may write',
      file: 'test/cli/inbox/folder.test.ts',
    },
  },
  {
    against: 'errors that steer a terminal',
    file: 'src/cli/explain-failure.ts',
    from: 'message.replaceAll(UNSEEN,',
    to: 'message.replaceAll(/^$/gu,',
    caught: {
      title: 'an error that repeats what others wrote sends nothing to the terminal but letters and lines',
      file: 'test/cli/explain-failure.test.ts',
    },
  },
  {
    against: 'files of a clone that never end',
    file: 'src/cli/init/folder.ts',
    from: 'text.length > LARGEST_READ ? null : ',
    to: '',
    caught: {
      title: 'in a clone that a stranger made files that do not end, or are none, are not read',
      file: 'test/cli/init/hostile-clone.test.ts',
      words: 'files that do not end, or are none, are not read',
    },
  },
  {
    against: 'links of a clone that lead init out of it',
    file: 'src/cli/init/compare.ts',
    from: 'if (!leadsInto(root, dirname(target)))',
    to: 'if (files.length === 0)',
    caught: {
      title: 'not even a folder is made outside of it',
      file: 'test/cli/init/hostile-clone.test.ts',
    },
  },
  {
    against: 'clones whose working tree is said to be elsewhere',
    file: 'src/cli/init/place.ts',
    from: '(await ask(git, own)) !== (await ask(createGit({ directory: root }), own))',
    to: 'own.length === 0',
    caught: {
      title: 'its configuration can not make another folder the one to be written to',
      file: 'test/cli/init/hostile-clone.test.ts',
    },
  },
  {
    against: 'committed files of any size that init compares',
    file: 'src/cli/init/place.ts',
    from: 'size === null || Number(size) > LARGEST_COMPARED',
    to: 'size === null',
    caught: {
      title: 'a committed file of any size is not read to be compared',
      file: 'test/cli/init/hostile-clone.test.ts',
    },
  },
  {
    against: 'workflows of a clone that keep whoever reads them busy',
    file: 'src/cli/init/workflow-text.ts',
    from: 'uniqueKeys: false,',
    to: '',
    caught: {
      title: 'ten workflows of very many keys are read, or not, before long',
      file: 'test/cli/init/detect.test.ts',
      words: 'are read, or not, before long',
    },
  },
  {
    against: 'branch filters that let patches through to secrets, and look as if they did not',
    file: 'src/cli/doctor/branch-filter.ts',
    from: "'(?:.*)'",
    to: "'(?:[^/]*)'",
    caught: {
      title: 'a workflow that runs code of patches with secrets is named',
      words: 'with secrets is named: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'branch filters that seem to leave patches out, and leave out one',
    file: 'src/cli/doctor/branch-filter.ts',
    from: 'isIn(name) && !isOut(name)',
    to: 'isIn(name) && ignored === undefined',
    caught: {
      title: 'a workflow that runs code of patches with secrets is named',
      words: 'with secrets is named: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'workflows that run code of patches with a token that may write',
    file: 'src/cli/doctor/exposed-secrets.ts',
    from: 'workflows.flatMap(rightsOf).some(mayWrite)',
    to: 'workflows.length < 0',
    caught: {
      title: 'is named for a token that may write',
      words: 'is named for a token that may write: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'deployments that run the code of patches with secrets',
    file: 'src/cli/doctor/exposed-secrets.ts',
    from: "  'deployment_status',\n",
    to: '',
    caught: {
      title: 'a workflow that runs code of patches with secrets is named',
      words: 'with secrets is named: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: "workflows that fetch a patch by the runner's own variables",
    file: 'src/cli/doctor/fetched-head.ts',
    from: '|head_?(?:sha',
    to: '|\\bhead_?(?:sha',
    caught: {
      title: 'a workflow that runs code of patches with secrets is named',
      words: 'with secrets is named: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'workflows that take a commit which only their runs know',
    file: 'src/cli/doctor/fetched-head.ts',
    from: ' || linesOf(text).some(takesUntold)',
    to: '',
    caught: {
      title: 'a workflow that runs code of patches with secrets is named',
      words: 'with secrets is named: %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'workflows that have another one fetch the patch',
    file: 'src/cli/doctor/exposed-secrets.ts',
    from: 'parts.some((part) => part.mayFetch)',
    to: 'parts.at(0)?.mayFetch === true',
    caught: {
      title: 'a workflow that runs code of patches is named for what a workflow does that it calls',
      words: 'is named for what a workflow does that it calls',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'jobs added to a workflow of ours that run code of patches with secrets',
    file: 'src/cli/doctor/added-jobs.ts',
    from: '!isOurs(job)',
    to: 'isOurs(job) && read.ok === false',
    caught: {
      title:
        'a workflow of ours is named for a job that was added to it, runs the code of patches and uses secrets',
      words: 'is named for a job that was added to it, runs the code of patches and %s: %s %j',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'steps added to a job of ours with rights that run code of patches',
    file: 'src/cli/doctor/added-jobs.ts',
    from: ' && !others.some(checksOut)',
    to: '',
    caught: {
      title:
        'a workflow of ours is named for steps that fetch the code of patches in a job of ours with rights',
      words: 'is named for steps that fetch the code of patches in a job of ours with rights',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'branch filters that keep doctor busy',
    file: 'src/cli/doctor/branch-filter.ts',
    from: 'patterns.length > MOST_PATTERNS || patterns.some(({ length }) => length > LONGEST_PATTERN)',
    to: 'patterns.length < 0',
    caught: {
      title: 'is looked at before long, however it filters its branches',
      file: 'test/cli/doctor/exposed-secrets.test.ts',
    },
  },
  {
    against: 'workflows of a repository that keep doctor busy',
    file: 'src/cli/doctor/versions.ts',
    from: '/^[ \\t]*(?:- )?uses:',
    to: '/^\\s*(?:- )?uses:',
    caught: {
      title: 'a workflow of line breaks does not keep doctor busy',
      file: 'test/cli/doctor/examine.test.ts',
    },
  },
  {
    against: 'configs of a clone that never end',
    file: 'src/cli/explain.ts',
    from: 'path !== CONFIG_PATH || found?.isFile()',
    to: 'found !== undefined',
    caught: {
      title: 'a device in the place of the config is not waited for',
      file: 'test/cli/input.test.ts',
      words: 'in the place of the config is not waited for',
    },
  },
  {
    against: 'links in the place of the folders inside a watched one',
    file: 'src/cli/inbox/folder.ts',
    from: 'if (!(await lstat(join(directory, inside))).isDirectory())',
    to: "if (directory === '')",
    caught: {
      title: 'nothing is moved where a link leads that somebody put in the place of .failed meanwhile',
      file: 'test/cli/inbox/folder.test.ts',
      words: 'nothing is moved where a link leads that somebody put in the place of %s meanwhile',
    },
  },
  {
    against: 'files and standard input of which letters would be lost',
    file: 'src/cli/input.ts',
    from: 'MAX_PATCH_TEXT_BYTES ? textOfUtf8(bytes) : readUtf8(bytes)',
    to: 'MAX_PATCH_TEXT_BYTES ? textOfUtf8(bytes) : textOfUtf8(bytes)',
    caught: {
      title: 'a patch that is not in UTF-8 is refused by apply',
      words: 'a patch that is not in UTF-8 is refused by %s',
      file: 'test/cli/input.test.ts',
    },
  },
  {
    against: 'messages over standard input of which letters would be lost',
    file: 'src/cli/mcp.ts',
    from: 'readUtf8(line) === null',
    to: 'line === null',
    caught: {
      title: 'a message that is not in UTF-8 is answered as that, and the next one is read',
      file: 'test/cli/mcp.test.ts',
    },
  },
  {
    against: 'messages over standard input that are longer than one may be',
    file: 'src/cli/mcp.ts',
    from: 'line.length > MAX_MESSAGE_BYTES',
    to: 'line.length === -1',
    caught: {
      title: 'a message that is too long is answered as that, and the next one is read',
      file: 'test/cli/mcp.test.ts',
    },
  },
  {
    against: 'lines over standard input without end',
    file: 'src/cli/lines.ts',
    from: 'room > 0 &&',
    to: 'true &&',
    caught: {
      title: 'of a line that is too long come one byte more than it may have, and the next one whole',
      file: 'test/cli/lines.test.ts',
    },
  },
  {
    against: 'words of GitHub that steer a terminal in a listing',
    file: 'src/cli/list/list.ts',
    from: 'oneLine(`',
    to: 'String(`',
    caught: {
      title: 'names a repository that can not be read, hides no other for it, and ends with 1',
      file: 'test/cli/list.test.ts',
    },
  },
  {
    against: "misfits of others that pass for the answer to somebody's patch while they wait for it",
    file: 'src/cli/wait-for-outcome.ts',
    from: '!isSameStep(record, standing)',
    to: 'commit?.oid !== before?.oid',
    caught: {
      title:
        'whoever waits does not take what is noted of the delivery of somebody else for the answer to theirs',
      file: 'test/cli/send.test.ts',
    },
  },
  {
    against: 'repositories that are called ready while a stop keeps every patch',
    file: 'src/cli/doctor/switches.ts',
    from: "one.scope.kind === 'repository'",
    to: "one.scope.kind === 'branch' && one.by === ''",
    caught: {
      title: 'of the whole repository, which is locked, is in the way of patches, with how to lift it',
      words: 'of the whole repository, which is %s, is in the way of patches, with how to lift it',
      file: 'test/cli/doctor/examine.test.ts',
    },
  },
];
