import { HARMLESS_GROUPS, PATCH_GROUPS } from './catalog.ts';

/** A guard, how it is broken, and the test that notices. `npm run guards` breaks each one in a copy and sees the test fail. */
export type Guard = {
  /** What it keeps away. */
  readonly against: string;
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly caught: {
    /** As it is run by, with the titles around it. */
    readonly title: string;
    readonly file: string;
    /** What stands in which file of it, where that is not the same. */
    readonly words?: string;
    readonly source?: string;
  };
};

const HOSTILE = 'test/hostile/hostile.test.ts';
const DASHBOARD_ACCESS = 'test/app/dashboard-access.test.ts';
const LOW_RIGHTS = 'test/app/low-rights.test.ts';

/** A case of the table, in a run of its own. */
function inTable(group: string, name: string, rest?: string): Guard['caught'] {
  const { file } = [...PATCH_GROUPS, ...HARMLESS_GROUPS].find(({ title }) => title === group) ?? {
    file: HOSTILE,
  };
  const title = `${group} ${name}${rest === undefined ? '' : `, ${rest}`}`;
  return { title, file: HOSTILE, words: name, source: file };
}

const PATH = 'src/patch/path.ts';
const NAME = 'src/patch/file-system-name.ts';
const LIMITS = 'test/stages/limits.test.ts';
const SENDERS = 'test/app/senders.test.ts';
const SLACK = 'test/app/slack/slack.test.ts';
const REFERENCES = 'src/report/untrusted/references.ts';

export const GUARDS: readonly Guard[] = [
  {
    against: 'paths that go up',
    file: PATH,
    from: "segment === '.' || segment === '..'",
    to: "segment === '.'",
    caught: inTable('paths', 'up again from below'),
  },
  {
    against: 'backslashes',
    file: PATH,
    from: "if (path.includes('\\\\')) return 'holds a backslash.';",
    to: '',
    caught: inTable('paths', 'backslashes that go up'),
  },
  {
    against: 'control characters in paths',
    file: PATH,
    from: 'CONTROL_CHARACTER.test(path)',
    to: "path.includes('\\0')",
    caught: inTable('paths', 'a colour for a terminal'),
  },
  {
    against: "short names of git's folder",
    file: PATH,
    from: '|git~\\d+',
    to: '',
    caught: inTable('paths', "git's folder by its short name"),
  },
  {
    against: 'characters that HFS+ drops',
    file: NAME,
    from: ".replace(HFS_IGNORED, '')",
    to: '',
    caught: inTable('paths', "git's folder with a joiner that HFS"),
  },
  {
    against: 'dots and spaces that Windows drops',
    file: NAME,
    from: ".replace(/(?<![. ])[. ]+$/u, '')",
    to: '',
    caught: inTable('paths', "git's folder with both, many times"),
  },
  {
    against: 'streams of Windows',
    file: NAME,
    from: ".replace(/(?<=.):.*$/su, '')",
    to: '',
    caught: inTable('paths', "git's folder as a stream"),
  },
  {
    against: 'letters that become another one in capitals',
    file: NAME,
    from: 'name.toUpperCase().toLowerCase()',
    to: 'name.toLowerCase()',
    caught: inTable('paths', 'a long s for an s'),
  },
  {
    against: 'two normal forms of one name',
    file: NAME,
    from: ".normalize('NFC')",
    to: '',
    caught: inTable('paths', 'the other normal form of a file'),
  },
  {
    against: 'files behind a link or in a submodule',
    file: 'src/apply/workspace.ts',
    from: "return { code: 'outside_repository', message, path, data: { parent, kind: entry.kind } };",
    to: 'continue;',
    caught: inTable('paths', 'a file behind a link'),
  },
  {
    against: 'another spelling of what the patch does not name',
    file: 'src/stages/judge-placed.ts',
    from: ', ...base.beside]',
    to: ']',
    caught: inTable('paths', 'another case of a file that the patch does not name'),
  },
  {
    against: 'moves away from what is protected',
    file: 'src/policy/judge.ts',
    from: 'from === undefined ? [path] : [path, from]',
    to: 'from === path ? [] : [path]',
    caught: inTable('paths', 'a protected file, moved away'),
  },
  {
    against: 'short names of what is protected',
    file: 'src/policy/named-paths.ts',
    from: "if (GIT_SHORT_NAME.test(name)) return '.git';",
    to: '',
    caught: inTable('paths', 'submodules by a short name'),
  },
  {
    against: 'short names of anything that is there',
    file: 'src/policy/collisions.ts',
    from: 'if (!isShortName(segment)) return NO_NAMES;',
    to: 'if (isShortName(segment)) return NO_NAMES;',
    caught: inTable('paths', 'the short name that Windows gives to a file'),
  },
  {
    against: 'changes of the rules themselves',
    file: 'src/policy/rules.ts',
    from: "paths: ['.github/ghost-runner.yml']",
    to: 'paths: []',
    caught: inTable('paths', 'its own rules, in a repository that allows every path'),
  },
  {
    against: 'new executables that nobody looks at',
    file: 'src/policy/judge.ts',
    from: 'outcome: rules.executables',
    to: "outcome: 'allow' as const",
    caught: inTable('diffs and other formats', 'nothing but a mode'),
  },
  {
    against: 'wide globs that lift narrow ones',
    file: 'src/policy/path-decision.ts',
    from: 'STRICTNESS[right.outcome] - STRICTNESS[left.outcome]',
    to: 'STRICTNESS[left.outcome] - STRICTNESS[right.outcome]',
    caught: {
      title: 'the strictest rule decides, so that nothing that is wide lifts what is narrow',
      file: 'test/policy/path-decision.test.ts',
    },
  },
  {
    against: 'code that reads otherwise than it runs',
    file: 'src/policy/hidden-characters.ts',
    from: '[\\p{Cc}\\p{Default_Ignorable_Code_Point}',
    to: '[\\p{Cc}',
    caught: inTable('paths', 'code that a reader sees in another order'),
  },
  {
    against: 'code behind ends of lines that nobody sees',
    file: 'src/policy/hidden-characters.ts',
    from: '|[\\p{Zl}\\p{Zp}]',
    to: '',
    caught: inTable('paths', 'code behind an end of line that readers do not see'),
  },
  {
    against: 'names that differ by what nobody sees',
    file: 'src/policy/hidden-characters.ts',
    from: '${SELECTED}|${JOINED}|(',
    to: '${SELECTED}|${JOINER}|(',
    caught: inTable('paths', 'a second name for one thing, by a joiner'),
  },
  {
    against: 'such names by what chooses between shapes of a letter',
    file: 'src/policy/hidden-characters.ts',
    from: '${SELECTED}|${JOINED}|(',
    to: '[\\uFE00-\\uFE0F]|${JOINED}|(',
    caught: inTable('paths', 'a second name for one thing, by a variation selector'),
  },
  {
    against: 'code that leaves its block by a page break',
    file: 'src/policy/hidden-characters.ts',
    from: '${LINE_END}|${PAGE_BREAK}|',
    to: '${LINE_END}|',
    caught: inTable('paths', 'code that leaves its block by a page break'),
  },
  {
    against: 'new code that is shown as no text',
    file: 'src/stages/judge-placed.ts',
    from: ' || !(stays || MEDIA.test(change.path))',
    to: '',
    caught: inTable('paths', 'new code that pages take for no text, beside a byte that is no character'),
  },
  {
    against: 'repositories within the repository',
    file: 'src/policy/rules.ts',
    from: ", '**/HEAD', '**/*.git/**'",
    to: '',
    caught: inTable('paths', 'a repository within this one, whose settings name programs'),
  },
  {
    against: 'pipelines of other services',
    file: 'src/policy/rules.ts',
    from: "      '**/.{circleci,buildkite,",
    to: "      '**/.{buildkite,",
    caught: inTable('paths', 'a pipeline of another service'),
  },
  {
    against: 'hidden code beside bytes that are no text',
    file: 'src/stages/judge-placed.ts',
    from: "return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);",
    to: "return isUtf8(bytes) ? new TextDecoder().decode(bytes) : '';",
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
    against: 'what runs on a machine, under the other name of its file',
    file: 'src/policy/rules.ts',
    from: '.devcontainer.json,.replit',
    to: '.replit',
    caught: inTable('paths', 'the same container, as a file beside its folder'),
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
    against: 'folders without end',
    file: 'src/apply/plan.ts',
    from: 'limit: MAX_FOLDERS',
    to: 'limit: Infinity',
    caught: inTable('sizes', '100 files in 100 folders each'),
  },
  {
    against: 'texts that are too large to be read',
    file: 'src/patch/read.ts',
    from: "'text' in source ? oversize(source.text, MAX_PATCH_TEXT_BYTES) : null",
    to: 'null',
    caught: inTable('sizes', 'a text of 100 MB that is no patch at all'),
  },
  {
    against: 'JSON that is nested without end',
    file: 'src/patch/json-text.ts',
    from: 'levels === 0 ||',
    to: 'levels === -1 / 0 ||',
    caught: {
      title: 'nesting of any depth is refused, and does not overflow',
      file: 'test/patch/read.test.ts',
    },
  },
  {
    against: 'replacements that grow without end',
    file: 'src/apply/regex-matches.ts',
    from: "if (length > MAX_FILE_BYTES) return refused(tooMuch(change.path), '/replacement');",
    to: '',
    caught: inTable('sizes', 'an expression that makes ten gigabytes of them'),
  },
  {
    against: 'secrets in what a patch adds',
    file: 'src/stages/apply.ts',
    from: 'await screen(context.secrets, planApply(input), input)',
    to: '{ plan: planApply(input), received: input.received }',
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
    against: 'comments that switch the look for secrets off',
    file: 'src/io/secrets.ts',
    from: "meta.id !== '@secretlint/secretlint-rule-filter-comments'",
    to: "meta.id !== ''",
    caught: {
      title: 'is found by no comment that switches the check off',
      file: 'test/stages/secrets.test.ts',
    },
  },
  {
    against: 'other bytes than announced',
    file: 'src/stages/receive.ts',
    from: 'digest !== envelope.sha256',
    to: "digest === ''",
    caught: inTable('patches by reference', 'other bytes than announced'),
  },
  {
    against: 'references to anything but the inbox',
    file: 'src/patch/envelope.ts',
    from: 'ref !== inboxRef(sha256)',
    to: "typeof ref !== 'string'",
    caught: inTable('patches by reference', 'a branch'),
  },
  {
    against: 'ids that are paths',
    file: 'src/patch/id.ts',
    from: '/[^a-z0-9._-]+/g',
    to: '/[^a-z0-9._/-]+/g',
    caught: inTable('ids', 'a full ref'),
  },
  {
    against: 'two ids with one name',
    file: 'src/patch/id.ts',
    from: 'sha256(id).slice(',
    to: "sha256('').slice(",
    caught: { title: 'each has refs of its own, which git takes as they are', file: HOSTILE },
  },
  {
    against: 'names that git takes for ranges',
    file: 'src/patch/id.ts',
    from: ".replace(/\\.{2,}/g, '.')",
    to: '',
    caught: inTable('ids', 'two dots'),
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
    from: '.replaceAll(/^(\\s*):(?=:)/gm, `$1:${BREAK}`)',
    to: '',
    caught: inTable('texts', 'an output', 'in the medium log'),
  },
  {
    against: 'sequences that steer a terminal',
    file: 'src/report/untrusted/visible.ts',
    from: ".replaceAll(TERMINAL_SEQUENCE, '')",
    to: '',
    caught: inTable('texts', 'a title of the window', 'in the medium terminal'),
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
    against: 'forged requests of Slack',
    file: 'src/app/slack/signature.ts',
    from: 'timingSafeEqual(given, wanted)',
    to: 'timingSafeEqual(given, given)',
    caught: { title: 'is refused', file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'recorded requests of Slack',
    file: 'src/app/slack/signature.ts',
    from: '> WINDOW_SECONDS',
    to: '> Infinity',
    caught: { title: 'is refused', file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'answers to Slack that are led elsewhere',
    file: 'src/io/slack-answer.ts',
    from: '!isOfSlack(answerUrl, apiUrl)',
    to: "answerUrl === ''",
    caught: { title: 'goes to Slack and to nobody else', file: 'test/io/slack-answer.test.ts' },
  },
  {
    against: 'tokens for other repositories',
    file: 'src/app/http/authenticate.ts',
    from: '!repositories.includes(named)',
    to: "named === ''",
    caught: {
      title: 'a token for another repository commands nothing here',
      file: 'test/app/control.test.ts',
    },
  },
  {
    against: "closing another sender's pull request",
    file: 'src/stages/watch/pull-requests.ts',
    from: 'older.record.sender !== newer.record.sender',
    to: "older.record.sender === ''",
    caught: {
      title: 'does not close that of another sender',
      file: 'test/stages/watch/pull-requests.test.ts',
    },
  },
  {
    against: 'labels that start something',
    file: 'src/stages/new-record.ts',
    from: 'granted: patch.labels.filter((label) => known.has(label.toLowerCase()))',
    to: 'granted: patch.labels',
    caught: {
      title: 'are set where the config names them, and left out with a sentence where it does not',
      file: 'test/stages/policy.test.ts',
    },
  },
  {
    against: 'credentials in the checkout of the test job',
    file: '.github/workflows/ghost-runner.yml',
    from: 'persist-credentials: false',
    to: 'persist-credentials: true',
    caught: { title: 'keeps to the policy', file: 'test/workflows.test.ts' },
  },
  {
    against: 'forbidden files that commands make',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'if (refusals.length > 0) {',
    to: 'if (refusals.length > 1000) {',
    caught: {
      title: 'a workflow: refused',
      words: 'a workflow',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'secrets that commands make',
    file: 'src/stages/generated/take-effect.ts',
    from: 'if (refusals.length > 0) {',
    to: 'if (refusals.length > 1000) {',
    caught: { title: 'a secret: refused', words: 'a secret', file: 'test/stages/generated/hostile.test.ts' },
  },
  {
    against: 'generated trees that were not tested',
    file: 'src/stages/generated/take-effect.ts',
    from: 'made.tree === tree ? made.oid : null',
    to: "tree === '' ? null : made.oid",
    caught: {
      title: 'another tree than the effect makes is no result',
      words: 'another tree than the effect makes',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'symlinks that commands make',
    file: 'src/apply/generated/apply-effect.ts',
    from: "if (mode === '120000' || mode === '160000') return notAFile(path, mode);",
    to: '',
    caught: {
      title: 'a symlink: refused',
      words: 'a symlink',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'paths that commands make outside of the repository',
    file: 'src/apply/generated/apply-effect.ts',
    from: 'paths.map(checkPath).filter((refusal) => refusal !== null)',
    to: 'paths.map(() => null).filter((refusal) => refusal !== null)',
    caught: {
      title: 'a path with a backslash: refused',
      words: 'a path with a backslash',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'limits that only the patch with its commands goes beyond',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'paths: changes.map(({ path }) => path),',
    to: 'paths: [],',
    caught: {
      title: 'limits hold for the patch and what its commands make together',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'effects of commands on another file than was committed',
    file: 'src/apply/generated/apply-effect.ts',
    from: 'if (start < line || start + removed > lines.length) return null;',
    to: '',
    caught: {
      title: 'lines that are not there is refused',
      words: 'lines that are not there',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'effects of commands that unpack without end',
    file: 'src/io/packed-text.ts',
    from: '{ maxOutputLength: limit }',
    to: '{}',
    caught: { title: 'what unpacks into more than it may is none', file: 'test/io/packed-text.test.ts' },
  },
  {
    against: 'shell text in the place of a command',
    file: 'src/patch/schema.ts',
    from: 'COMMAND_NAME.test(value)',
    to: "value !== ''",
    caught: {
      title: 'a command for a shell where a name should be',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
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
    against: 'patches that call themselves a revert, to be taken beyond the limits',
    file: 'src/stages/admit.ts',
    from: 'return !isOpen && names.includes(id);',
    to: 'return true;',
    caught: {
      title: 'a revision, another attempt and a revert are taken where a new patch is not',
      file: LIMITS,
    },
  },
  {
    against: 'patches that call themselves a canary, for the same',
    file: 'src/stages/admit.ts',
    from: 'watch?.canary?.sent.id === received.id',
    to: "received.id.startsWith('canary-')",
    caught: {
      title: 'the canary that the watch sent is taken, and no other patch of such a name',
      file: LIMITS,
    },
  },
  {
    against: 'ids that make a stop wait for a patch',
    file: '.github/workflows/ghost-runner.yml',
    from: 'group: ghost-apply-',
    to: 'group: ghost-',
    caught: {
      title: 'can not be entered from another workflow, whatever id a patch has',
      file: 'test/workflows.test.ts',
    },
  },
  {
    against: 'patches in a comment of which GitHub shows less',
    file: 'src/control/fences.ts',
    from: 'if (list && LISTED.test(line)) {',
    to: 'if (line === null) {',
    caught: {
      title: 'are refused where they are nested',
      words: 'are refused where they are %s',
      file: 'test/control/fences.test.ts',
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
    against: 'going on with what a person has written',
    file: 'src/stages/intake/intake.ts',
    from: 'findAsker(target.control.ledger, record)',
    to: 'null',
    caught: { title: 'is not gone on with by another sender', file: SENDERS },
  },
  {
    against: 'senders that go on though they were stopped by name',
    file: 'src/stages/intake/intake.ts',
    from: "return { kind: 'stopped', by };",
    to: '',
    caught: { title: 'is told so: pause from @shop-gpt', words: 'is told so: %s from @%s', file: SENDERS },
  },
  {
    against: 'reverts that nobody knows who asked for',
    file: 'src/stages/control/revert.ts',
    from: 'await enterAct(context, order, { digest, result: `${revertId} is sent.` });',
    to: "'';",
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
    against: 'patches that say that they took another one back',
    file: 'src/stages/watch/reconcile.ts',
    from: '.filter(({ id }) => reverts.has(id))',
    to: '',
    caught: {
      title: 'of a patch that only says that it is a revert makes nothing reverted',
      file: 'test/stages/watch/pull-requests.test.ts',
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
    against: 'presses on what a page showed before',
    file: 'src/app/dashboard/acting.ts',
    from: '...(seen === null ? {} : { shown: seen }),',
    to: '',
    caught: {
      title: 'of a patch that is not any more as the page showed it does nothing',
      file: 'test/app/dashboard.test.ts',
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
    file: 'src/cli/init/ci-names.ts',
    from: ", logLevel: 'error'",
    to: '',
    caught: {
      title: 'a workflow can not have the parser print what it likes to a terminal',
      file: 'test/cli/init/detect.test.ts',
    },
  },
  {
    against: 'labels that an organisation lets patches ask for everywhere',
    file: 'src/policy/organisation.ts',
    from: "  'patch-labels': onlyInRepositories('which labels patches may ask for'),\n",
    to: '',
    caught: {
      title: "the organisation's defaults may not say which labels patches ask for",
      file: 'test/policy/organisation.test.ts',
      words: 'which labels patches ask for',
    },
  },
  {
    against: 'defaults that make a review of what a repository refuses',
    file: 'src/policy/organisation.ts',
    from: " || WHOLE.test(path.join('.'))",
    to: '',
    caught: {
      title: 'do not loosen a limit or a list of paths of the repository, which is a whole',
      file: 'test/policy/organisation.test.ts',
    },
  },
  {
    against: 'configs that keep whoever reads them busy',
    file: 'src/policy/config-text.ts',
    from: 'text.length > MAX_CONFIG_CHARACTERS',
    to: 'text.length < 0',
    caught: {
      title: 'a text of many characters is refused before long',
      file: 'test/policy/config.test.ts',
      words: 'is refused before long',
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
    against: 'values that take many times the memory of their text',
    file: 'src/patch/json-text.ts',
    from: 'if (isCrowded(text))',
    to: 'if (text === undefined)',
    caught: {
      title: 'more values than any patch has, in an object, are refused without being read',
      words: 'more values than any patch has, %s, are refused without being read',
      file: 'test/patch/read.test.ts',
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
    against: 'senders that fill the memory with what they begin to send',
    file: 'src/app/http/shares.ts',
    from: 'own + amount > ofOne ||',
    to: '',
    caught: {
      title: 'is not filled by one token that begins many requests to /api/patches',
      words: 'is not filled by one token that begins many requests to %s',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'requests to Slack’s addresses that fill the memory before they are checked',
    file: 'src/app/slack/slack.ts',
    from: 'const MAX_ARRIVING_BYTES = 64 * 1024 * 1024;',
    to: 'const MAX_ARRIVING_BYTES = Number.POSITIVE_INFINITY;',
    caught: {
      title: 'requests that are larger at once than fit into the memory are not read, whoever sends them',
      file: 'test/app/slack/addresses.test.ts',
    },
  },
  {
    against: 'streams of tokens that were revoked',
    file: 'src/app/http/streaming.ts',
    from: '(await isStillUsable(parts, token))',
    to: 'token !== null',
    caught: { title: 'tells nothing more to a token that was revoked, and ends', file: LOW_RIGHTS },
  },
  {
    against: 'streams that nobody reads and nobody ends',
    file: 'src/app/http/answer-head.ts',
    from: "=== 'HEAD'",
    to: "=== 'NONE'",
    caught: {
      title: 'is not begun for HEAD, so that none stays open that nobody reads',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'senders that use up what GitHub allows by asking',
    file: 'src/app/http/asking.ts',
    from: 'looks.need(token);',
    to: '',
    caught: {
      title: 'asking for the status of patches uses up only so much of what GitHub allows',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'links in the place of the lock of an inbox',
    file: 'src/cli/inbox/folder.ts',
    from: '!(await lstat(lock)).isFile()',
    to: 'lock === null',
    caught: {
      title: 'that has a link in the place of its lock, which would make a file elsewhere is refused',
      words: 'has a link in the place of its lock, which would make a file elsewhere',
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
    against: 'strangers that use up what GitHub allows by signing in',
    file: 'src/app/dashboard/access.ts',
    from: "role === 'none' ? REFUSED_MS : FRESH_MS",
    to: 'FRESH_MS',
    caught: {
      title: 'GitHub is asked once in ten minutes about who may not read, and oftener about everybody else',
      file: DASHBOARD_ACCESS,
    },
  },
  {
    against: 'strangers that tell by the time of an answer what is there',
    file: 'src/app/dashboard/access.ts',
    from: "last === 'none' ||",
    to: '',
    caught: {
      title: 'who may not read waits for GitHub no longer than for what is not there',
      file: DASHBOARD_ACCESS,
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
    from: 'secrets.length === 0 ? title : id',
    to: 'title',
    caught: {
      title: 'is shown without what looks like a secret, and not at all where it only tries',
      file: 'test/app/watching.test.ts',
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
    against: 'files of that size of which no limit counts the lines',
    file: 'src/stages/judge-placed.ts',
    from: 'return unread + ',
    to: 'return ',
    caught: {
      title: 'does not get around a limit of lines by its size',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'taking the place of a patch before its sender has sent it',
    file: 'src/stages/intake/intake.ts',
    from: "return { kind: 'refused', refusals: [nothingToSupersede(id)] };",
    to: 'return null;',
    caught: {
      title: 'for taking the place of what nobody has sent yet, which may become that of another sender',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'buttons that name a repository of another channel',
    file: 'src/app/slack/place.ts',
    from: 'return isHome || login !== null',
    to: 'return true',
    caught: {
      title: 'details of a repository of another channel does not even know it',
      words: '%s of a repository of another channel does not even know it',
      file: SLACK,
    },
  },
  {
    against: 'details that others in another channel read',
    file: 'src/app/slack/pressing.ts',
    from: 'if (!place.isHome) {',
    to: 'if (false) {',
    caught: {
      title: 'details in another channel are for the person alone whom the repository knows',
      file: SLACK,
    },
  },
  {
    against: 'details for who may not look on GitHub',
    file: 'src/app/slack/pressing.ts',
    from: 'return allowed.ok ? null : allowed.sentence;',
    to: 'return null;',
    caught: { title: 'details are for who may look on GitHub, as the status is', file: SLACK },
  },
  {
    against: 'forks that crowd out a pull request of ours',
    file: 'src/io/github/newest-pull-request.ts',
    from: 'newestFirst.length < LARGEST_PAGE ? null : ',
    to: 'newestFirst.length > 0 ? null : ',
    caught: {
      title: 'is found behind 100 pull requests of forks that use its name, open',
      words: 'is found behind %s pull requests of forks that use its name, %s',
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
    against: 'people that use up what GitHub allows by looking',
    file: 'src/app/dashboard/showing.ts',
    from: 'parts.views.need(login);',
    to: '',
    caught: {
      title: 'has GitHub asked only so often, and can still step in',
      file: 'test/app/dashboard.test.ts',
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
];
