import { type Guard, inTable } from './guard.ts';

const REFERENCES = 'src/report/untrusted/references.ts';

export const REPORT_GUARDS: readonly Guard[] = [
  {
    against: 'exit codes that no document tells',
    file: 'src/report/exit-code.ts',
    from: 'return 12;',
    to: 'return 13;',
    caught: {
      title: 'has that of every outcome, as the help of the program does',
      file: 'test/docs/commands.test.ts',
    },
  },
  {
    against: 'lines that change places and are not counted',
    file: 'src/report/diffstat.ts',
    from: 'const kept = longestRise(',
    to: 'const { length: kept } = (',
    caught: {
      title: 'lines of a large file that change places are counted',
      file: 'test/report/diffstat.test.ts',
    },
  },
  {
    against: 'answers in Slack that are believed to be about another repository',
    file: 'src/report/command/slack.ts',
    from: '`${icon} ${headline} in ${repository}: ${sentence}`',
    to: '`${icon} ${headline}: ${sentence}`',
    caught: { title: 'Slack gets lines', file: 'test/report/command/media.test.ts' },
  },
  {
    against: 'diffs of a few lines that are megabytes long',
    file: 'src/report/unified-diff.ts',
    from: 'withDiff(file, room < 0 ?',
    to: 'withDiff(file, room === null ?',
    caught: {
      title: 'a few lines of megabytes are not shown',
      file: 'test/report/unified-diff.test.ts',
    },
  },
  {
    against: 'approvals in Slack by whom nobody told what to look at',
    file: 'src/report/slack.ts',
    from: '...formatReviews(view.record),',
    to: '',
    caught: {
      title: 'stand below what waits for an approval, in the message',
      words: 'stand below what waits for an approval, in %s',
      file: 'test/report/slack-buttons.test.ts',
    },
  },
  {
    against: 'details in Slack that do not say what waits for an approval',
    file: 'src/report/slack-details.ts',
    from: '...formatReviews(view.record),',
    to: '',
    caught: {
      title: 'stand below what waits for an approval, in its details',
      words: 'stand below what waits for an approval, in %s',
      file: 'test/report/slack-buttons.test.ts',
    },
  },
  {
    against: 'files that become executable and show no line of it',
    file: 'src/report/file-diff.ts',
    from: '[`old mode ${before}`, `new mode ${after}`]',
    to: '[]',
    caught: {
      title: 'git does what the diff shows, modes and moves among it',
      file: 'test/report/unified-diff.test.ts',
    },
  },
  {
    against: 'dry runs that show nothing of a new mode',
    file: 'src/stages/versions.ts',
    from: "executable ? '100755' : '100644'",
    to: 'mode',
    caught: {
      title: 'a dry run shows modes and moves, and whole files as new or deleted',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'files made executable by commands that look like any other',
    file: 'src/stages/intake/generated-files.ts',
    from: 'after: now.entries.get(path)?.mode ?? null',
    to: 'after: null',
    caught: { title: 'is known with its modes', file: 'test/app/generated-files.test.ts' },
  },
  {
    against: 'diffs that take minutes',
    file: 'src/report/unified-diff.ts',
    from: 'left -= steps;',
    to: '',
    caught: {
      title: 'a few words that change every line of many files keep nobody busy for minutes',
      file: 'test/report/unified-diff.test.ts',
    },
  },
  {
    against: 'mentions',
    file: REFERENCES,
    from: '.replaceAll(/@(?=[\\w/.-])/g, `@${BREAK}`)',
    to: '',
    caught: inTable('texts', 'a mention', 'in the medium pull request'),
  },
  {
    against: 'words that close issues, in code too',
    file: REFERENCES,
    from: '.replaceAll(CLOSING_KEYWORD, `$&${BREAK}`)',
    to: '',
    caught: {
      title: 'no text of a patch or its tests does anything on GitHub',
      file: 'test/report/pull-request.test.ts',
    },
  },
  {
    against: 'marks that skip checks',
    file: REFERENCES,
    from: '.replaceAll(/\\[(?=(?:skip|no) (?:ci|actions)\\]|(?:ci|actions) skip\\])/gi, `[${BREAK}`)',
    to: '',
    caught: inTable('texts', 'no checks, please', 'in the medium commit'),
  },
  {
    against: 'files that no row of the pull request names',
    file: 'src/report/sections/changed.ts',
    from: 'least: LEAST_PATH,',
    to: 'least: MAX_PATH_BYTES,',
    caught: {
      title: 'has a row for each of its files, as they are, however long everything else is',
      file: 'test/report/pull-request.test.ts',
      words: 'has a row for each of its files',
    },
  },
  {
    against: 'adjusted hunks that a long path keeps out of the list',
    file: 'src/report/sections/list.ts',
    from: 'least: LEAST_SENTENCE,',
    to: 'least: LONGEST_SENTENCE,',
    caught: {
      title: 'has each of twenty adjusted hunks named, with all that was put up with',
      file: 'test/report/pull-request.test.ts',
    },
  },
  {
    against: 'HTML in pull requests',
    file: 'src/report/untrusted/markdown.ts',
    from: ".replaceAll('<', '&lt;')",
    to: '',
    caught: inTable('texts', 'a script', 'in the medium pull request'),
  },
  {
    against: 'calls and links in Slack',
    file: 'src/report/untrusted/mrkdwn.ts',
    from: ".replaceAll('<', '&lt;')",
    to: '',
    caught: inTable('texts', 'a call for everybody', 'in the medium Slack'),
  },
  {
    against: 'commands for the runner in its log',
    file: 'src/report/untrusted/workflow-log.ts',
    from: '.replaceAll(/^([^\\S\\n]*):(?=:)/gm, `$1:${BREAK}`)',
    to: '',
    caught: inTable('texts', 'an output', 'in the medium log'),
  },
  {
    against: 'sequences that steer a terminal',
    file: 'src/report/untrusted/visible.ts',
    from: '[\\p{Cc}\\p{Cf}',
    to: '[\\u0000\\p{Cf}',
    caught: inTable('texts', 'a title of the window', 'in the medium terminal'),
  },
  {
    against: 'code that is taken for a part of an escape, and shown in no diff',
    file: 'src/report/untrusted/visible.ts',
    from: '    .toWellFormed()\n',
    to: "    .toWellFormed()\n    .replaceAll(/\\u001B\\][^\\u001B]*/g, '')\n",
    caught: {
      title: 'code between an escape and what a terminal takes for its end is shown',
      file: 'test/app/diff-view.test.ts',
    },
  },
  {
    against: 'characters that hide or reorder',
    file: 'src/report/untrusted/visible.ts',
    from: 'hidden === undefined ? match : nameCodePoint(hidden)',
    to: 'hidden === undefined ? match : hidden',
    caught: inTable('texts', 'a reversed direction', 'in the medium Slack'),
  },
  {
    against: 'trailers that a description adds',
    file: 'src/report/commit.ts',
    from: '`> ${line}`.trimEnd()',
    to: 'line',
    caught: {
      title: 'a patch can not add trailers, mention people, close issues or skip checks',
      file: 'test/report/commit.test.ts',
    },
  },
  {
    against: 'commands for the runner in the answer to a command',
    file: 'src/report/command/log.ts',
    from: "return logText(oneLine(`${verb ?? 'Command'}: ${done}. ${sentence}`));",
    to: "return logText(`${verb ?? 'Command'}: ${done}. ${sentence}`);",
    caught: {
      title: "the run's log gets one line, in which its runner reads no command",
      file: 'test/report/command/media.test.ts',
    },
  },
  {
    against: 'patches whose buttons do nothing, for their name',
    file: 'src/report/slack-buttons.ts',
    from: "id !== '' && slugId(id) === id",
    to: '/^[a-z0-9][a-z0-9._-]*$/.test(id)',
    caught: {
      title: 'are those of their patch, whatever it is called',
      file: 'test/report/slack-buttons.test.ts',
    },
  },
  {
    against: 'a patch that waits for an approval, told as one that nobody is waited for',
    file: 'src/report/sentence.ts',
    from: "if (state !== 'done' || !isProposed",
    to: "if (state === 'done' || !isProposed",
    caught: {
      title: 'what waits for an approval is said to beside tests that passed, where it was opened',
      words: 'is said to beside tests that passed, where it was %s',
      file: 'test/report/sentence.test.ts',
    },
  },
  {
    against: 'annotations of a run that say nothing of the approval for which its patch waits',
    file: 'src/report/annotation.ts',
    from: 'describeView({ ...view, record })',
    to: "describeView({ ...view, record: { ...record, state: 'held' } })",
    caught: {
      title: 'a success that waits for an approval says so',
      file: 'test/report/annotation.test.ts',
    },
  },
];
