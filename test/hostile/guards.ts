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
const SLACK_ROOM =
  'requests that take their time make room for those of Slack, where they do not fit into the memory';

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
const STOP = 'test/stages/control/stop.test.ts';
const ONCE = 'test/stages/control/once.test.ts';
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
    against: 'a path of many names that takes for ever to be told from words',
    file: 'src/patch/formats/words.ts',
    from: '\\/\\p{Lu}?\\p{Ll}+',
    to: '\\/\\p{L}?\\p{Ll}+',
    caught: {
      title: 'many names behind each other are told apart as fast as few',
      file: 'test/patch/formats/words.test.ts',
    },
  },
  {
    against: 'a part of a file, to be added to it, that takes its place',
    file: 'src/patch/formats/file-title.ts',
    from: '&& !isPart(words)',
    to: '',
    caught: {
      title: 'are no files where the line above speaks of a part of the file',
      words: 'are no files where the line above %s',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'dots in a comment that take the place of lines',
    file: 'src/apply/elided.ts',
    from: 'takesAway && isElision(line)',
    to: 'false',
    caught: {
      title: 'a hunk with dots alone in a comment that puts an elision into a file is refused',
      words: '%s that puts an elision into a file is refused',
      file: 'test/apply/plan.test.ts',
    },
  },
  {
    against: 'escapes of a text that are read though only its line breaks were escaped',
    file: 'src/patch/formats/unescaped-text.ts',
    from: '/\\\\[^n]/.test(inner)',
    to: 'inner === text + text',
    caught: {
      title: 'a text of which only the line breaks were escaped has no other escapes read',
      file: 'test/patch/formats/text.test.ts',
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
    from: "now === 'unknown' && unrecorded !== null",
    to: 'unrecorded !== null',
    caught: {
      title:
        'cancel of a patch that its run puts on record while it is being ended cancel says on record that it was canceled, and no pass goes on with it',
      file: 'test/stages/control/cancel.test.ts',
      words: '%s says on record that it was canceled, and no pass goes on with it',
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
    against: 'a change of a part of a file that is done to the whole',
    file: 'src/patch/dialects/body.ts',
    from: 'limits.length > 0',
    to: 'limits.length > 99',
    caught: {
      title:
        'one change beside its id that is limited to lines of the file is refused, and not done to the whole file',
      words: 'one change beside its id that is limited to %s is refused, and not done to the whole file',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'files in JSON that have words of edits among theirs, and are taken for one',
    file: 'src/patch/formats/text-json.ts',
    from: 'return hasMore ||',
    to: 'return',
    caught: {
      title: 'below its path, JSON is an edit of that file, or the file where it is no patch',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'executables that move to where another program is looked for',
    file: 'src/stages/judge-placed.ts',
    from: 'base.entries.get(path)?.mode',
    to: 'base.entries.get(from ?? path)?.mode',
    caught: inTable('diffs and other formats', 'an executable that moves to where others look for a program'),
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
    against: 'new executables that nobody looks at',
    file: 'src/policy/judge.ts',
    from: 'outcome: rules.executables',
    to: "outcome: 'allow' as const",
    caught: inTable('diffs and other formats', 'nothing but a mode'),
  },
  {
    against: 'patches that were put right to be read, where a person is to look at them',
    file: 'src/stages/plan-apply.ts',
    from: 'repairs: [...repairs, ...notes]',
    to: 'repairs: []',
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
    against: 'what was told of a patch, forgotten by a pause or its next attempt',
    file: 'src/stages/reading.ts',
    from: 'previous?.digest === digest ? previous.reading : undefined',
    to: 'undefined',
    caught: {
      title:
        'what is told of a patch as it came is told too where a pause held it, and it is sent from its record',
      file: 'test/stages/understanding.test.ts',
      words: 'is told too where a pause held it, and it is sent from its record',
    },
  },
  {
    against: 'what was told of another revision',
    file: 'src/stages/reading.ts',
    from: 'previous?.digest === digest ?',
    to: 'previous !== null ?',
    caught: {
      title: 'what is told of a patch as it came is no matter of the next revision',
      file: 'test/stages/understanding.test.ts',
      words: 'is no matter of the next revision',
    },
  },
  {
    against: 'dry runs that are worked on because their name is misspelt in the address',
    file: 'src/app/http/query-names.ts',
    from: 'query.find(([name]) => !names.includes(name))?.[0]',
    to: 'query.find(() => false)?.[0]',
    caught: {
      title:
        'requests that are not right with a query that is not known, or says a thing twice: ?dry_run=true',
      words: 'with a query that is not known, or says a thing twice: %s',
      file: 'test/app/intake.test.ts',
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
    against: 'what one rule protects, in a folder of which another one speaks',
    file: 'src/policy/named-paths.ts',
    from: 'const named = paths.find(',
    to: 'const named = before.length > 0 ? undefined : paths.find(',
    caught: {
      title: 'refuses it, whatever rules with names for its folders allow',
      file: 'test/policy/path-decision.test.ts',
    },
  },
  {
    against: 'globs that protect the first level of a folder only',
    file: 'src/policy/glob.ts',
    from: 'expandBraces(glob, Number.POSITIVE_INFINITY)?.map(translate) ?? []',
    to: "[translate(glob).replaceAll(/[{]/g, '(?:').replaceAll('}', ')').replaceAll(',', '|')]",
    caught: { title: '{infra/**,deploy/**}', file: 'test/policy/glob.test.ts' },
  },
  {
    against: 'globs that match no file and seem to protect some',
    file: 'src/policy/schema.ts',
    from: 'every((path) => PATH_SYNTAX.test(path))',
    to: 'every(() => true)',
    caught: { title: 'would match no file, and can not either', file: 'test/policy/glob.test.ts' },
  },
  {
    against: 'globs whose stars seem to stand for folders and do not',
    file: 'src/policy/schema.ts',
    from: 'findMisread(glob) === null',
    to: 'findMisread(glob) !== undefined',
    caught: {
      title: 'would match less than it reads like, and can not either',
      file: 'test/policy/glob.test.ts',
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
    against: 'such code that was harmless in another file',
    file: 'src/stages/judge-placed.ts',
    from: 'change.from === undefined ? before : null',
    to: 'before',
    caught: inTable('paths', 'an example of such code that becomes code'),
  },
  {
    against: 'such code that was harmless in another place of its file',
    file: 'src/policy/hidden-characters.ts',
    from: "if (hides(lines[at] ?? '')) return",
    to: "if (!was.includes(`${lines[at]}\n`) && hides(lines[at] ?? '')) return",
    caught: {
      title: 'a line that moves is a new one where it goes, and one beside what changes is not',
      file: 'test/policy/hidden-characters.test.ts',
    },
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
    from: '${SELECTED}|${seenJoiner()}|(',
    to: '${SELECTED}|[\\u200C\\u200D]|(',
    caught: inTable('paths', 'a second name for one thing, by a joiner'),
  },
  {
    against: 'such names by what chooses between shapes of a letter',
    file: 'src/policy/hidden-characters.ts',
    from: '${SELECTED}|${seenJoiner()}|(',
    to: '[\\uFE00-\\uFE0F]|${seenJoiner()}|(',
    caught: inTable('paths', 'a second name for one thing, by a variation selector'),
  },
  {
    against: 'such names by joiners of scripts that need some',
    file: 'src/policy/hidden-characters.ts',
    from: '|${seenJoiner()}|',
    to: '|(?<=\\\\p{L})[\\u200C\\u200D](?!\\\\p{Script=Latin})|',
    caught: inTable('paths', 'a second name for one thing, by a joiner that joins nothing'),
  },
  {
    against: 'joiners at the end of a word that they do not change',
    file: 'src/policy/joiners.ts',
    from: '(?=${JOINING})`,',
    to: '`,',
    caught: {
      title: 'the first new line that hides something is found: a joiner at the end of a word of Arabic',
      file: 'test/policy/hidden-characters.test.ts',
      words: 'a joiner at the end of a word of Arabic',
    },
  },
  {
    against: 'such names by shapes of Han that few fonts have',
    file: 'src/policy/hidden-characters.ts',
    from: '(?<=${TWO_SHAPES})\\uFE00',
    to: '(?<=[\\p{Script=Han}${TWO_SHAPES}])[\\uFE00\\u{E0100}]',
    caught: inTable('paths', 'a second name for one thing, by a variation selector behind Han'),
  },
  {
    against: 'such names by shapes of signs that have one',
    file: 'src/policy/hidden-characters.ts',
    from: '(?<=${TWO_SHAPES})\\uFE00',
    to: '(?<=[\\u2190-\\u2AFF])\\uFE00',
    caught: inTable('paths', 'a second name for one thing, by a variation selector behind an arrow'),
  },
  {
    against: 'such names by selectors of emoji that need none',
    file: 'src/policy/seen-emoji.ts',
    from: '[\\p{Emoji}--[\\p{Emoji_Presentation}\\p{ASCII}]]',
    to: '[\\p{Emoji}--\\p{ASCII}]',
    caught: inTable('paths', 'a second name for one thing, by a variation selector behind an emoji'),
  },
  {
    against: 'such names by joiners between emoji that no sequence joins',
    file: 'src/policy/hidden-characters.ts',
    from: '!isOneEmoji(joined)',
    to: "joined === ''",
    caught: inTable('paths', 'a second name for one thing, by a joiner between emoji'),
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
    from: ' || !isMedia(change.path)',
    to: '',
    caught: inTable('paths', 'new code that pages take for no text, beside a byte that is no character'),
  },
  {
    against: 'repositories within the repository',
    file: 'src/policy/rules.ts',
    from: "      '**/HEAD',\n",
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
    against: 'pipelines that pass for files of git',
    file: 'src/policy/rules.ts',
    from: '{.gitlab-ci*,*.gitlab-ci.yml,',
    to: '{*.gitlab-ci.yml.x,',
    caught: inTable(
      'paths',
      'a pipeline of another service that is called like git, in a repository that opens what git reads',
    ),
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
    against: 'what runs on a machine, under the other name of its file',
    file: 'src/policy/rules.ts',
    from: '.devcontainer.json,devfile.yaml',
    to: '.replit',
    caught: inTable('paths', 'the same container, as a file beside its folder'),
  },
  {
    against: 'programs in the place of others that nobody can read',
    file: 'src/stages/judge-placed.ts',
    from: '!isMedia(change.path) ? 1 : null',
    to: '(before === null && !isMedia(change.path)) ? 1 : null',
    caught: inTable('paths', 'a program in the place of one that nobody could read either'),
  },
  {
    against: 'lines that no limit counts for a NUL beside them, once commands have made more',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'generation?.unshownLines ?? 0',
    to: '0',
    caught: {
      title: 'limits hold for lines of the patch too beside which a NUL stands',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'lines that no limit counts for a NUL beside them',
    file: 'src/stages/changed-lines.ts',
    from: 'return unread + linesOf(before) + linesOf(after);',
    to: 'return unread;',
    caught: inTable('sizes', 'more lines than the config allows, beside a NUL'),
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
    against: 'files that a few words make grow until the memory is full',
    file: 'src/apply/workspace.ts',
    from: 'if (growth <= MAX_GROWN_BYTES) return null;',
    to: 'if (growth >= 0) return null;',
    caught: inTable('sizes', 'files of five megabytes, of a few words each'),
  },
  {
    against: 'letters of three bytes that count as one where files grow',
    file: 'src/apply/text-file.ts',
    from: 'else size += 3;',
    to: 'else size += 1;',
    caught: {
      title:
        'files that grow together are refused by their bytes, and not by their characters: letters of three bytes',
      file: 'test/apply/apply.test.ts',
      words: 'files that grow together are refused by their bytes, and not by their characters: %s',
    },
  },
  {
    against: 'searches that take an hour',
    file: 'src/apply/text-search.ts',
    from: '(find.length <= SHORT || left >= 0)',
    to: 'left !== null',
    caught: {
      title: 'takes no longer for a long text of one letter, which engines search for minutes',
      file: 'test/apply/text-search.test.ts',
    },
  },
  {
    against: 'texts at millions of places, which fill the memory',
    file: 'src/apply/effort.ts',
    from: 'kept < MAX_PLACES && ',
    to: '',
    caught: {
      title:
        'a text at more than a hundred thousand places is refused before all are kept, all of which are replaced',
      file: 'test/apply/effort.test.ts',
      words: 'a text at more than a hundred thousand places is refused before all are kept, %s',
    },
  },
  {
    against: 'hunks that have a large file searched for each, uncounted',
    file: 'src/apply/exact.ts',
    from: 'effort.searching -= text.length;',
    to: '',
    caught: {
      title: 'looking for one hunk takes as much of the effort as the file is long',
      file: 'test/apply/effort.test.ts',
      words: 'looking for %s takes as much of the effort as the file is long',
    },
  },
  {
    against: 'lines without characters that cost nothing to read',
    file: 'src/apply/locate.ts',
    from: 'effort.reading -= LINE_EFFORT * lines().count;',
    to: '',
    caught: {
      title: 'short lines take more of the effort than their characters',
      file: 'test/apply/effort.test.ts',
    },
  },
  {
    against: 'names that every line of a file begins like, compared with all of them for each hunk',
    file: 'src/apply/sections.ts',
    from: 'if (alike.length > MAX_ALIKE) return [];',
    to: '',
    caught: {
      title: 'what one patch may cost a thousand anchors that begin like every line are done in time',
      words: 'that begin like every line',
      file: 'test/apply/effort.test.ts',
    },
  },
  {
    against: 'changes of one hunk, each of which has all lines of it looked through',
    file: 'src/apply/fit/regions.ts',
    from: '    lines.slice(first, last).flatMap((line, at) => (isBlank(line) ? [] : [first + at]));',
    to: '    lines.flatMap((line, at) => (isBlank(line) || at < first || at >= last ? [] : [at]));',
    caught: {
      title: 'ten thousand changes of one hunk, of lines that all look alike, are done in time',
      file: 'test/apply/effort.test.ts',
    },
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
    against: 'fixes that are said to be in, because another function has them',
    file: 'src/apply/locate.ts',
    from: 'isMeant || isProof(search, spot, pattern) ? done : open',
    to: 'done',
    caught: {
      title:
        'apply/hints, what a hunk makes stands in another place than the one that is told by lines like those that it removes, in a diff: it is not taken for done',
      words: 'lines like those that it removes, in a diff',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against:
      'fixes that are said to be in, because another function has them, where a line came into their own',
    file: 'src/apply/done.ts',
    from: ' || isLeftElsewhere(search, spot, pattern)',
    to: '',
    caught: {
      title:
        'apply/hints, what a hunk makes stands in another place while a line that it removes is left, below one that came since: it is not taken for done',
      words: 'while a line that it removes is left, below one that came since',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'hunks that are said to be applied while the lines that they remove stand elsewhere',
    file: 'src/apply/locate.ts',
    from: 'if (isMeant === isRivalMeant) return open;',
    to: 'if (isMeant === isRivalMeant) return done;',
    caught: {
      title: 'nothing is done, and nothing said to be, where no hint tells',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'hunks that are said to be applied by lines that another hunk of the patch takes away',
    file: 'src/apply/undone.ts',
    from: 'if (undoing !== null) undone.set(hunk, undoing);',
    to: '',
    caught: {
      title:
        'apply/undone lines that one hunk adds, and another one takes away where they stand already, are added below others',
      words: 'lines that one hunk adds, and another one takes away where they stand already,',
      file: 'test/apply/undone.test.ts',
    },
  },
  {
    against: 'hunks that are placed after all, and undo what is said to be done',
    file: 'src/apply/undone.ts',
    from: 'return undoing === undefined ? location : overlapOf(location, undoing);',
    to: 'return location;',
    caught: {
      title: 'a hunk that is placed after all undoes none that is done',
      file: 'test/apply/undone.test.ts',
    },
  },
  {
    against: 'line numbers of a file as it was, held against what the same patch has made of it',
    file: 'src/apply/surroundings.ts',
    from: 'namedBy(movedHint ?? lineHint, movedBefore, movedAfter)',
    to: 'namedBy(lineHint, driftBefore, driftAfter)',
    caught: {
      title:
        'a line number that means one line as the file was, and another as it is by now, tells nothing: the header twice',
      words: 'a line number that means one line as the file was, and another as it is by now, tells nothing',
      file: 'test/apply/moved-lines.test.ts',
    },
  },
  {
    against: 'lines that are changed in another function than the patch names',
    file: 'src/apply/locate.ts',
    from: "return section === null ? position : { status: 'elsewhere', foundAt: position, section };",
    to: 'return section === null ? position : position;',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by an anchor',
      words: 'are not changed in another function than it says by',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'blocks for a file that a sentence mentions, and not for the one that was given',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (files.given !== undefined && !isTitle) return false;',
    to: '',
    caught: {
      title: 'below "Like `y.ts`:", where x.ts was given with the text, a block is for x.ts',
      words: 'where x.ts was given with the text',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'words and edits behind a block without its end, which become lines of its file',
    file: 'src/patch/formats/block.ts',
    from: 'if (other !== null) return { other };',
    to: '',
    caught: {
      title: 'a block without its end is refused where words may follow it',
      words: 'is refused where %s may follow it',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'words behind a new file without marks, which become lines of it',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: 'const end = start + body.length;\n  if (plain && refuseWords(reader, { path, from: end - added.length, to: end })) return;',
    to: '',
    caught: {
      title:
        'a new file without marks and without the end of its patch is refused where a sentence may be behind it',
      words: 'is refused where a sentence may be behind it',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
  },
  {
    against: 'blocks for the file of the block before, though words above them name another one',
    file: 'src/patch/formats/blocks.ts',
    from: 'takeOther(reader, files, { number, line });',
    to: '',
    caught: {
      title:
        'below words that name another file than the block before, a block is refused: The same in src/b.js',
      words: 'below words that name another file than the block before, a block is refused',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'a byte order mark that is taken off a file without a word',
    file: 'src/apply/plan.ts',
    from: 'markNote(operation) ?? []',
    to: '[] as string[]',
    caught: {
      title: 'that a mark is taken off is told',
      file: 'test/apply/byte-order-mark.test.ts',
    },
  },
  {
    against: 'files that get a second byte order mark',
    file: 'src/apply/byte-order-mark.ts',
    from: 'return { hasBom: true, text: bare(text), endings };',
    to: 'return after;',
    caught: {
      title: 'a mark that a hunk adds is one of the file, and no file gets two',
      file: 'test/apply/byte-order-mark.test.ts',
    },
  },
  {
    against: 'hunks for the file of the hunk before, though words above them name another one',
    file: 'src/patch/formats/unified.ts',
    from: 'if (refuseOtherFile(reader, path, reader.passed.slice(passed))) found.refused = true;',
    to: '',
    caught: {
      title: 'a hunk below words that name another file than the hunk before is refused',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'hunks for the file before, though a name line alone begins another one',
    file: 'src/patch/formats/file-lines.ts',
    from: 'return isNameAlone(reader, at);',
    to: 'return false;',
    caught: {
      title: 'one name line alone begins the next file: between hunks without numbers',
      words: 'begins the next file: %s',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'a name line alone that a count which is too large makes a line of the file before',
    file: 'src/patch/formats/unified-hunk.ts',
    from: 'isNameAlone(reader, last) && !countsOn(header, parseHunkHeader(next))',
    to: 'false',
    caught: {
      title: 'one name line alone begins the next file: behind a count that takes it in',
      words: 'begins the next file: %s',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'a name line of a diff that becomes a line of the file before, in apply_patch',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: 'if (refuseName(reader, section)) return null;',
    to: '',
    caught: {
      title: 'a name line of a diff among the hunks of a file is refused, and no line of it',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
  },
  {
    against: 'files that blocks make of a sentence',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (files.isSentence) reader',
    to: 'if (!files.isSentence && files.isSentence) reader',
    caught: {
      title: 'no file is made under a name that may be a sentence: Then add helper.js',
      words: 'no file is made under a name that may be a sentence',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'escapes of a new text that are read though they may be meant as they stand',
    file: 'src/apply/edit.ts',
    from: 'if (isClear || ',
    to: 'if (isClear || !isClear || ',
    caught: {
      title: 'escapes that may be meant as they stand are refused: a path',
      words: 'escapes that may be meant as they stand are refused',
      file: 'test/apply/edit.test.ts',
    },
  },
  {
    against: 'line breaks that are read in the middle of a string',
    file: 'src/apply/escaped-edit.ts',
    from: '(open === null || ',
    to: '(true || ',
    caught: {
      title: 'escapes that may be meant as they stand are refused: a line break in a string',
      words: 'escapes that may be meant as they stand are refused',
      file: 'test/apply/edit.test.ts',
    },
  },
  {
    against: 'files that are decoded anew for each change that does not fit them',
    file: 'src/apply/workspace.ts',
    from: 'workspace.decoded.get(file.content) ?? ',
    to: '',
    caught: {
      title: 'a file that is looked at again and again is decoded once',
      file: 'test/apply/effort.test.ts',
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
    against: 'patches that hold large files in the memory while they wait for their turn',
    file: 'src/stages/intake/preflight.ts',
    from: 'target.context.compute.inTurn(() => look(target, payload, behind), signal)',
    to: 'look(target, payload, behind)',
    caught: {
      title: 'are waited for before anything of a repository is read',
      file: 'test/app/compute.test.ts',
    },
  },
  {
    against: "configs that name somebody's conversation with the app, to have their commands done elsewhere",
    file: 'src/app/slack/place.ts',
    from: "!channel.startsWith('D') && ",
    to: '',
    caught: {
      title:
        "a conversation with the app is about the repository that knows the member, whatever another one's config says",
      file: 'test/app/slack/place.test.ts',
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
    against: 'what Slack signed for one of its addresses and is sent to another one',
    file: 'src/app/slack/slack.ts',
    from: 'const payload = JSON_OBJECT.test(body) ? null : parseForm(body);',
    to: 'const payload = parseForm(body);',
    caught: {
      title: 'what Slack signed for one address is not read as what comes to another one',
      file: 'test/app/slack/addresses.test.ts',
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
    against: 'configs of so many keys that reading them keeps the server busy',
    file: 'src/policy/config-text.ts',
    from: 'uniqueKeys: false',
    to: 'uniqueKeys: true',
    caught: {
      title: 'a file of nothing but keys takes no longer for each of them',
      file: 'test/policy/config.test.ts',
    },
  },
  {
    against: 'pages that have the same patch applied for each look',
    file: 'src/app/dashboard/ration.ts',
    from: 'if ((rested.get(owner) ?? 0) - begun > MOST_REST_MS)',
    to: 'if (begun === null)',
    caught: {
      title: 'who looks a hundred times at what takes seconds has it made once or twice',
      file: 'test/app/ration.test.ts',
    },
  },
  {
    against: 'headers of files that have the rest of the text read again for each',
    file: 'src/patch/formats/unified.ts',
    from: 'if (isFileStart(reader, at)) return false;',
    to: '',
    caught: {
      title: 'many files without a hunk, and words between them, take no longer than others',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'lines of dots that have the rest of the file read again for each',
    file: 'src/apply/elided.ts',
    from: 'let next = at + 1;',
    to: 'let next = at + 1 + lines.slice(at + 1).findIndex(isFilled);',
    caught: {
      title: 'very many dots take no longer than other lines',
      file: 'test/apply/whole-file.test.ts',
    },
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
    against: 'a patch that is only to be tried, and is applied because it stands in a text',
    file: 'src/patch/formats/text-json.ts',
    from: 'if (wishes.length > 0)',
    to: 'if (wishes.length < 0)',
    caught: {
      title: 'a patch in a text that asks for a dry run is not applied',
      file: 'test/stages/dialects.test.ts',
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
    caught: inTable('sizes', '100 files in five folders each'),
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
    file: 'src/apply/regex/matches.ts',
    from: "if (length > MAX_FILE_BYTES) return refused(tooMuch(change.path), '/replacement');",
    to: '',
    caught: inTable('sizes', 'an expression that makes ten gigabytes of them'),
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
    against: 'other bytes than announced',
    file: 'src/stages/receive.ts',
    from: 'return digest === expected ?',
    to: "return digest !== '' ?",
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
    file: 'src/stages/senders.ts',
    from: 'one.sender === other.sender',
    to: "one.sender !== ''",
    caught: {
      title: 'does not close that of another sender',
      file: 'test/stages/watch/pull-requests.test.ts',
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
    against: 'edits of another file than the entry around them names',
    file: 'src/patch/dialects/under-file.ts',
    from: '!sameValue(beside, member)',
    to: "member.name === ''",
    caught: {
      title: 'an edit of another file than the entry around it names',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'words about a file, as the content of an entry, that become the file',
    file: 'src/patch/dialects/text-under-name.ts',
    from: '!isInFiles && isWordsFor(text, path)',
    to: '!isInFiles && isInFiles',
    caught: {
      title: 'patch/dialects: LISTS words about a file as the content of an entry that says nothing',
      file: 'test/patch/dialects/normalize.test.ts',
      source: 'test/patch/dialects/forms.ts',
      words: 'words about a file as the content of an entry that says',
    },
  },
  {
    against: 'an edit as a text under the name of its file that becomes the whole of it',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "if (beginsAsEdit(text)) return 'edit';",
    to: '',
    caught: {
      title: 'a diff as a text among changes under the name of its file',
      words: '${what} as a text among changes under the name of its file',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'an edit as a text in the place of a file',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "isEditFor(text, path) ? 'edit for content' : 'content'",
    to: "'content'",
    caught: {
      title: 'a diff as a text among files in the place of a file',
      words: '${what} as a text among files in the place of a file',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'an edit as the content of an entry that edits its file, which becomes the whole of it',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "if (!showsEdits(path) || namesFile(text, path)) return 'edit';",
    to: "if (!showsEdits(path)) return 'content';",
    caught: {
      title: 'a diff as the content of an entry that says modify',
      words: "${what} as the content of an entry that says ${action ?? 'nothing'}",
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'an edit of another file as the content of an entry',
    file: 'src/patch/dialects/change.ts',
    from: 'read.ok ? elsewhere(read.changes, path, { at, notes: around.notes }) : []',
    to: '[]',
    caught: {
      title: 'a diff of another file as the content of an entry',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'an edit in the place of the content of a new file',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "return showsEdits(path) ? 'content' : 'edit for content';",
    to: "return 'content';",
    caught: {
      title: 'a diff as the content of an entry that creates its file',
      words: '${what} as the content of an entry that creates its file',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'an edit that becomes a document, or a document that is taken for an edit',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "return said === 'edit' ? 'unclear' : 'content';",
    to: "return 'content';",
    caught: {
      title: 'a diff as the content of an entry that modifies a document, below words',
      words: '${what} as the content of an entry that modifies a document, below words',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'words about a change that become the whole of a file',
    file: 'src/patch/dialects/text-under-name.ts',
    from: "return isTold(text, path) ? 'words' : 'content';",
    to: "return 'content';",
    caught: {
      title: 'words as a text among changes under the name of a file: "rename two to TWO"',
      words: 'words as a text among changes under the name of a file: ${JSON.stringify(words)}',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'changes in a list that are done without the limits beside it',
    file: 'src/patch/dialects/body.ts',
    from: '...limits.map(limitRefusal)',
    to: '',
    caught: {
      title: 'a list of changes beside lines is refused, and not done without that',
      words: 'a list of changes beside %s is refused, and not done without that',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'a diff of another file than the name that it stands under',
    file: 'src/patch/read.ts',
    from: 'if (others.length > 0) return',
    to: 'if (others.length < 0) return',
    caught: {
      title: 'a diff of one file below the name of another file',
      words: '${what} below the name of another file',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'a diff in JSON in a text, of another file than the name that it stands under',
    file: 'src/patch/formats/text-json.ts',
    from: 'if (others.length > 0) return',
    to: 'if (others.length < 0) return',
    caught: {
      title: 'in JSON in a text, what stands under the name of another file than its own is refused',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a diff of another file than the name that it stands under, where the library is called',
    file: 'src/library/apply.ts',
    from: 'return others.length === 0',
    to: 'return others.length >= 0',
    caught: {
      title: 'a diff of one file under the name of another one is refused',
      file: 'test/library/apply.test.ts',
    },
  },
  {
    against: 'what stands beside a list of edits and is done for none of them',
    file: 'src/patch/dialects/under-file.ts',
    from: 'inside.length === edits.length',
    to: 'inside.length >= 0',
    caught: {
      title: 'a count beside edits that not all of them say',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'a deletion beside edits, which is not done',
    file: 'src/patch/dialects/under-file.ts',
    from: 'if (named !== undefined && !(isMade',
    to: 'if (named === undefined && !(isMade',
    caught: {
      title: 'a word beside edits that they deny',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'a change of which files are made that are called as its fields are',
    file: 'src/patch/dialects/body.ts',
    from: 'if (isOneChange(value)) {',
    to: 'if (value === null) {',
    caught: {
      title: 'one change in the place of a list',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'changes below the name of another file',
    file: 'src/patch/dialects/body.ts',
    from: 'if (/[./]/.test(name) || isKnownName(name))',
    to: "if (name === '')",
    caught: {
      title: 'a change below the name of another file',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'commands for a shell that are dropped in silence beside a change',
    file: 'src/patch/dialects/change.ts',
    from: '(word === undefined || wordIn(command) === undefined)',
    to: 'word === undefined',
    caught: {
      title: 'a command for a shell beside a change',
      source: 'test/patch/dialects/forms.ts',
      file: 'test/patch/dialects/normalize.test.ts',
    },
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
    against: 'fences that a tag above hides from everybody who looks',
    file: 'src/control/fences.ts',
    from: "if (hides && 'mark' in block) {",
    to: "if (hides && !('mark' in block)) {",
    caught: {
      title: 'are refused below an attribute that is not closed',
      words: 'are refused below %s',
      file: 'test/control/fences.test.ts',
    },
  },
  {
    against: 'tags that GitHub shows in part, and that hide a fence',
    file: 'src/control/html-above.ts',
    from: ' || SHOWN_WITH_ATTRIBUTES.test(line)',
    to: '',
    caught: {
      title: 'are refused below a tag among words of which GitHub shows the beginning',
      words: 'are refused below %s',
      file: 'test/control/fences.test.ts',
    },
  },
  {
    against: 'fences below what no page shows, among words',
    file: 'src/control/html-above.ts',
    from: ' || UNSHOWN_IN_WORDS.test(words)',
    to: '',
    caught: {
      title: 'are refused below what no browser shows, among words',
      words: 'are refused below %s',
      file: 'test/control/fences.test.ts',
    },
  },
  {
    against: 'fences below a title that hides them, in the line of the command',
    file: 'src/control/fences.ts',
    from: 'hides: wordsMayHide(words, false),',
    to: 'hides: false,',
    caught: {
      title: 'is refused where its line holds what no browser shows',
      words: 'is refused where its line holds %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'fences below code that the line of the command leaves open',
    file: 'src/control/fences.ts',
    from: 'code: leavesCodeOpen(words),',
    to: 'code: false,',
    caught: {
      title: 'is refused where its line holds code that ends below',
      words: 'is refused where its line holds %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'fences of which GitHub shows a map, a model or a formula',
    file: 'src/control/written-patch.ts',
    from: 'if (fences.some(({ info }) => DRAWN.test(info))) {',
    to: 'if (fences.length === 0) {',
    caught: {
      title: 'a fence that is shown as a map gets an answer',
      words: '%s gets an answer',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'fences that HTML in a quotation hides',
    file: 'src/control/fences.ts',
    from: 'return above.insideHtml && isInside(line, above)',
    to: 'return !above.insideHtml && isInside(line, above)',
    caught: {
      title: 'are refused below a tag in a quotation',
      words: 'are refused below %s',
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
    against: 'reasons that make a stop for all into one for what does not exist',
    file: 'src/control/stop.ts',
    from: "(verb === 'pause' || verb === 'lock') && doubtful !== undefined",
    to: "verb === 'resume' && doubtful !== undefined",
    caught: {
      title: '"pause on fire" is not done, for it may stop one thing or everything',
      words: '%j is not done, for it may stop one thing or everything',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'reasons that end a stop which nobody wanted to end',
    file: 'src/control/stop.ts',
    from: 'isClear: joined !== null',
    to: 'isClear: true',
    caught: {
      title: '"pause our token was public for 10 minutes" stops everything, for its words can be a reason',
      words: '%j stops everything, for its words can be a reason',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'repositories of others by which a page learns of a pause late',
    file: 'src/app/dashboard/switchboards.ts',
    from: 'accountOf(name) === accountOf(repository) && now - at < SHOWN_MS',
    to: 'at <= now',
    caught: {
      title: 'a pause is seen within some seconds where others look at many of theirs',
      words: 'a pause is seen within some seconds where %s',
      file: 'test/app/dashboard-switchboards.test.ts',
    },
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
    against: 'an account of so many repositories that nobody else sees theirs',
    file: 'src/app/dashboard/asked-first.ts',
    from: 'one.turn - other.turn ||',
    to: '',
    caught: {
      title: 'are asked about in turns, one of each account, so that one account hides nobody else’s',
      file: 'test/app/dashboard-access.test.ts',
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
    against: 'patches that are told as canceled for sure though GitHub may have taken them',
    file: 'src/io/store/withdraw.ts',
    from: 'if (mayHaveArrived) {',
    to: 'if (mayHaveArrived && which.before !== undefined) {',
    caught: {
      title:
        'a patch that GitHub has not taken yet is not told as canceled for sure by cancel where it may have arrived',
      words: 'is not told as canceled for sure by %s where it may have arrived',
      file: 'test/app/control.test.ts',
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
    file: 'src/stages/watch/taken-back.ts',
    from: '    !reverts.has(revert.id) ||\n',
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
    file: 'src/cli/init/workflow-text.ts',
    from: "logLevel: 'error',",
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
    from: '!isWithinOwn(owner, amount) ||',
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
    caught: { title: SLACK_ROOM, file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'requests to Slack’s addresses that keep Slack out by taking their time',
    file: 'src/app/http/bodies.ts',
    from: 'slowest.destroy();',
    to: '',
    caught: { title: SLACK_ROOM, file: 'test/app/slack/addresses.test.ts' },
  },
  {
    against: 'tokens that keep others out by what they begin to send',
    file: 'src/app/http/bodies.ts',
    from: 'makeRoom(amount);',
    to: '',
    caught: {
      title: 'is not kept from others by tokens that begin as much as fits into it',
      file: LOW_RIGHTS,
    },
  },
  {
    against: 'logs that are filled by requests that are never sent to their end',
    file: 'src/app/http/frame.ts',
    from: 'wasCutOff(context)',
    to: 'false',
    caught: {
      title: 'one that ends before all of it is there is nothing to write down, whoever began it',
      file: 'test/app/log.test.ts',
    },
  },
  {
    against: 'patches whose page is too large for the server and the browser',
    file: 'src/app/dashboard/diff-view.ts',
    from: 'index > 0 && left < 0',
    to: 'left > MAX_PAGE_LINES',
    caught: {
      title: 'a patch that makes very much is a page that can be shown, and says what is not on it',
      file: 'test/app/diff-view.test.ts',
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
    against: 'waiting senders that others have use up their questions',
    file: 'src/app/http/asking.ts',
    from: 'news.some((event) => event.id === id)',
    to: 'news.length > 0',
    caught: {
      title:
        'who waits for the end of a patch uses up looks for what becomes of it, and not of the patches of others',
      file: 'test/app/asking.test.ts',
    },
  },
  {
    against: 'streams that tell when something happens elsewhere',
    file: 'src/app/http/streaming.ts',
    from: 'performance.now() - spokeAt >= HEARTBEAT_MS',
    to: 'true',
    caught: { title: 'of others are not even heard', file: 'test/app/events.test.ts' },
  },
  {
    against: 'pages that tell the same',
    file: 'src/app/dashboard/changes.ts',
    from: 'hasChanged || performance.now() - spokeAt >= TURN_MS',
    to: 'true',
    caught: {
      title: 'does not even hear that something becomes of a patch of any other',
      file: 'test/app/dashboard.test.ts',
    },
  },
  {
    against: 'people that use up what GitHub allows by looking at many public repositories',
    file: 'src/app/dashboard/access.ts',
    from: '(answers?.size ?? 0) * EACH_MS',
    to: '0',
    caught: {
      title:
        'GitHub is asked only so often about one person, however many public repositories there are to look at',
      file: DASHBOARD_ACCESS,
    },
  },
  {
    against: 'members of Slack that use up what GitHub allows by asking',
    file: 'src/app/slack/place.ts',
    from: 'asking.take(visitor.user)',
    to: 'true',
    caught: {
      title: 'a member who asks all the time has GitHub asked only so often, and others have their own',
      file: 'test/app/slack/place.test.ts',
    },
  },
  {
    against: 'looks at all repositories for one question in Slack',
    file: 'src/app/slack/place.ts',
    from: 'Math.max(FRESH_MS, asked * EACH_MS)',
    to: 'FRESH_MS',
    caught: {
      title:
        'the more repositories there are, the rarer all of them are looked at to find the one that is meant',
      file: 'test/app/slack/place.test.ts',
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
    against: 'a config that can not be read, and keeps Slack from all other repositories',
    file: 'src/app/slack/place.ts',
    from: 'look(context, repository).catch(() => null)',
    to: 'look(context, repository)',
    caught: {
      title: 'a repository that can not be read keeps no other from being found',
      file: 'test/app/slack/place.test.ts',
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
    against: 'strangers that use up what GitHub allows by signing in',
    file: 'src/app/dashboard/access.ts',
    from: "last === 'none' ? REFUSED_MS :",
    to: '',
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
    from: 'await found.context.compute.name(received)',
    to: 'received.title',
    caught: {
      title: 'is shown without what looks like a secret, and not at all where it only tries',
      file: 'test/app/watching.test.ts',
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
    file: 'src/stages/changed-lines.ts',
    from: 'return unread + linesOf(before)',
    to: 'return linesOf(before)',
    caught: {
      title: 'does not get around a limit of lines by its size',
      file: 'test/stages/apply.test.ts',
    },
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
    file: 'src/io/github/branch-pull-requests.ts',
    from: 'newestFirst.length < LARGEST_PAGE) {',
    to: 'newestFirst.length > 0) {',
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
    against: 'a hundred newer pull requests that hide the one of a patch',
    file: 'src/io/github/branch-pull-requests.ts',
    from: 'const older = isFound ? null',
    to: 'const older = !isFound ? null',
    caught: {
      title: 'are told with the one that is named, though a hundred came after it, open',
      file: 'test/io/github/forge.test.ts',
      words: 'are told with the one that is named, though a hundred came after it, %s',
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
    against: 'branches that are withdrawn under a pull request of somebody else',
    file: 'src/stages/publish.ts',
    from: 'verdict.pullRequest === null && !isShownElsewhere(work.snapshot)',
    to: 'verdict.pullRequest === null',
    caught: { title: 'is kept where the tests failed', file: 'test/stages/watch/elsewhere.test.ts' },
  },
  {
    against: 'cancelled patches that close the pull requests of others with their branch',
    file: 'src/stages/control/settle.ts',
    from: 'shown !== null || isShownElsewhere(state.snapshot)',
    to: 'shown !== null',
    caught: { title: 'is kept where the patch is cancelled', file: 'test/stages/watch/elsewhere.test.ts' },
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
    against: 'commits of people that pass for ours where nobody knew our head',
    file: 'src/stages/control/settle.ts',
    from: 'branch === null || isOurs(branch, record)',
    to: 'branch === null || branch.oid.length > 0',
    caught: {
      title: 'a commit that a person pushed while the tests ran stays theirs when the run is cancelled',
      file: 'test/stages/watch/vain.test.ts',
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
    against:
      'what comes to nothing that passes for merged in the place of what was closed before it had an end',
    file: 'src/stages/watch/merged.ts',
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
    against: 'merges of an earlier revision that pass for those of one whose place the next delivery takes',
    file: 'src/stages/unseen-merge.ts',
    from: 'return oid === head || ',
    to: 'return ',
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
    from: ' || (oid === pull.head && isOfAnother)',
    to: '',
    caught: {
      title: 'a revision is not merged by an earlier commit that a person has put its branch back to',
      file: 'test/stages/watch/vain.test.ts',
    },
  },
  {
    against: 'merges of what is still tested that the next delivery hides',
    file: 'src/stages/unseen-merge.ts',
    from: 'return isMade && isMerged ? ',
    to: 'return isMade && !isMade ? ',
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
    against: 'verdicts that are lost because a step before the last one failed',
    file: '.github/workflows/ghost-runner.yml',
    from: "steps.ghost.conclusion == 'failure' && ",
    to: '',
    caught: {
      title:
        'the token of a GitHub App that the last job can not have costs no verdict: nothing is said of the tests, and the job is run once more',
      file: 'test/scenarios/doors.test.ts',
      words:
        'that the last job can not have costs no verdict: nothing is said of the tests, and the job is run once more',
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
    from: '(await findMade(context, { id, head: merged })) ??',
    to: 'null ??',
    caught: {
      title:
        'an earlier commit that a person has put its branch back to is what was merged, though another one came to nothing before',
      file: 'test/stages/watch/vain.test.ts',
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
    from: 'rights.some(mayWrite)',
    to: 'rights.length < 0',
    caught: {
      title: 'is named for a token that may write',
      words: 'is named for a token that may write: %j',
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
    against: 'forks that wake the watch',
    file: '.github/workflows/ghost-watch.yml',
    from: 'github.event.workflow_run.head_repository.full_name == github.repository &&',
    to: "github.repository != '' &&",
    caught: {
      title: 'is woken by what concerns a patch and by no fork',
      file: 'test/workflows.test.ts',
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
    against: 'approvals that one wrote and another one had started again',
    file: 'src/control/authorise.ts',
    from: 'if (writer !== undefined) {',
    to: "if (writer === '') {",
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
    against: 'bytes by reference of which letters would be lost',
    file: 'src/patch/utf8.ts',
    from: '{ ignoreBOM: true, fatal: true }',
    to: '{ ignoreBOM: true }',
    caught: inTable('patches by reference', 'letters in Latin-1'),
  },
  {
    against: 'requests of which letters would be lost',
    file: 'src/app/http/body-text.ts',
    from: 'readUtf8(new Uint8Array(await context.req.arrayBuffer()))',
    to: 'await context.req.text()',
    caught: {
      title:
        'with a body that is not in UTF-8, whatever it says to be, and what is in it stays as it was sent',
      file: 'test/app/intake.test.ts',
    },
  },
  {
    against: 'answers that are longer than anybody takes',
    file: 'src/app/http/answer-length.ts',
    from: 'if (length > left) {',
    to: 'if (length < 0) {',
    caught: {
      title:
        'the answer to a patch with long paths is no longer than GPT Actions take, and says how much is left out: hunks that fit',
      words: 'is no longer than GPT Actions take, and says how much is left out: %s',
      file: 'test/app/answer-length.test.ts',
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
    against: 'hunks that land in another function than the one whose head they show',
    file: 'src/apply/fit/fit.ts',
    from: ' && !isOutOfPlace(file, chart, laid)',
    to: '',
    caught: {
      title: 'a hunk is not placed in the other function: with the head of its own one, by git',
      words: 'is not placed in the other function: %s',
      file: 'test/apply/elsewhere.test.ts',
    },
  },
  {
    against: 'hunks that land below another heading than the short one that they show',
    file: 'src/apply/fit/out-of-place.ts',
    from: ' && !isHead(file, line, seen)',
    to: '',
    caught: {
      title:
        'apply, where blocks are not what braces and indentation alone say, a heading counts that stands once, however short: open:',
      words: 'a heading counts that stands once, however short: %s',
      file: 'test/apply/elsewhere.test.ts',
    },
  },
  {
    against: 'hunks that are put under the other one of two headings of a name',
    file: 'src/apply/hints.ts',
    from: 'meant.length === 0 ? sections : meant',
    to: 'sections',
    caught: {
      title:
        'apply/hints, lines that stand once in one of two sections of a name are meant for the one that a line number tells',
      words: 'are meant for the one that %s tells',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'outer headings that nobody heeds',
    file: 'src/apply/sections.ts',
    from: 'sections.some((outer) => start >= outer.start && start < outer.end)',
    to: 'sections.some(() => start >= 0)',
    caught: {
      title:
        'apply/hints, lines that stand once in one of two sections of a name are meant for the one that an anchor above the anchor tells',
      words: 'are meant for the one that %s tells',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'hunks that are put above what git names above them',
    file: 'src/apply/locate.ts',
    from: 'text.indexOf(anchor.trim()) <= start',
    to: 'text !== anchor',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by a section further down, beside a line number that is right',
      words: 'are not changed in another function than it says by %s',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'hunks that are done, and are done again elsewhere',
    file: 'src/apply/locate.ts',
    from: '? findMadeBeside(search, { hunk, surroundings }, found.positions)',
    to: '? null',
    caught: {
      title:
        'apply/hunks a hunk that is already applied at the line that it names changes nothing elsewhere, where lines like those that it removed stand',
      words:
        'at the line that it names changes nothing elsewhere, where lines like those that it removed stand',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'brackets that are removed though they stay in the hunk',
    file: 'src/apply/fit/fit.ts',
    from: '!hasLostTwin(chart, laid) && !isOutOfPlace',
    to: '!isOutOfPlace',
    caught: {
      title: 'apply/hunks a hunk that is already applied does not remove a bracket that stays in it',
      words: 'does not remove a bracket that stays in it',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'blank lines behind the last one of a file, which have the run crash',
    file: 'src/apply/exact.ts',
    from: 'at === text.length ? text.charCodeAt(at - 1) !== LINE_FEED : ',
    to: 'at === text.length || ',
    caught: {
      title:
        'apply/edge-blanks, of a diff a blank line that the file lacks at its end is no reason to lose what the patch adds below',
      words: 'a blank line that the file lacks at its end is no reason to lose what the patch adds below',
      file: 'test/apply/edge-blanks.test.ts',
    },
  },
  {
    against: 'blank lines that are said to be removed and are not there',
    file: 'src/apply/placed.ts',
    from: 'return marked.length > 0 && ',
    to: 'return marked.length < 0 && ',
    caught: {
      title:
        'apply/edge-blanks, of a diff a blank line that is to be removed and is not there is not said to be removed',
      words: 'a blank line that is to be removed and is not there is not said to be removed',
      file: 'test/apply/edge-blanks.test.ts',
    },
  },
  {
    against: 'lines that are to be added above the first one of a file, and are lost',
    file: 'src/apply/fit/settle.ts',
    from: 'return position !== MISSING && ',
    to: 'return ',
    caught: {
      title:
        'apply/locate a hunk is placed although lines left out above the first line of the file have nothing added that is lost',
      words: 'lines left out above the first line of the file have nothing added that is lost',
      file: 'test/apply/ladder.test.ts',
    },
  },
  {
    against: 'numbers of a table that are taken for those of an editor, in hunks and blocks',
    file: 'src/apply/numbered.ts',
    from: 'sent.lines.some(([, line]) => seen.has(line))',
    to: 'false',
    caught: {
      title:
        'apply/numbered, in a diff a table that reads otherwise is not taken for the names without numbers',
      words: 'a table that reads otherwise is not taken for the names without numbers',
      file: 'test/apply/numbered.test.ts',
    },
  },
  {
    against: 'numbers of a table that are taken for those of an editor, in edits',
    file: 'src/apply/numbered.ts',
    from: 'seen.size > 0 || ',
    to: '',
    caught: {
      title:
        'apply/numbered, in an edit a table that reads otherwise is not taken for the names without numbers',
      words: 'a table that reads otherwise is not taken for the names without numbers',
      file: 'test/apply/numbered.test.ts',
    },
  },
  {
    against: 'indentation of a file that is taken for that of a list',
    file: 'src/patch/formats/fences.ts',
    from: "if (indent === 0 || !lines.every((line) => line.startsWith(space) || line.trim() === '')) return lines;",
    to: '',
    caught: {
      title: 'what is not indented with its fence keeps the indentation that it has',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'lines without a mark that are passed over, whatever they ask for',
    file: 'src/apply/fit/fit.ts',
    from: 'at: dropsUnmarked(chart, laid) ? null : ',
    to: 'at: ',
    caught: {
      title: 'words right behind a hunk without counts are not passed over',
      file: 'test/apply/unmarked.test.ts',
    },
  },
  {
    against: 'corrections that drop a line whose mark is lost',
    file: 'src/apply/diagnosis/hunk-rewrite.ts',
    from: 'if (old.some(isOpen)) return null;',
    to: '',
    caught: {
      title: 'words right behind a hunk without counts are not passed over',
      file: 'test/apply/unmarked.test.ts',
    },
  },
  {
    against: 'moves of a file that are passed over, below its lines',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: "if (sectionHeader(lineAt(reader, at) ?? '')?.kind !== 'move') continue;",
    to: 'if (at >= start) continue;',
    caught: {
      title: 'a new place for a file is refused behind a patch without its last line, and not passed over',
      words: 'a new place for a file is refused %s, and not passed over',
      file: 'test/apply/unmarked.test.ts',
    },
  },
  {
    against: 'lines of a hunk that are taken for the end of its patch',
    file: 'src/patch/formats/patch-margin.ts',
    from: 'sectionHeader(line, margin ?? marginOf(line))',
    to: 'sectionHeader(line.trimStart())',
    caught: {
      title: 'an unchanged line in a patch that shows a mark is one of the file',
      words: 'an unchanged line in %s that shows a mark is one of the file',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
  },
  {
    against: 'lines of a diff that are taken for the beginning of a patch behind it',
    file: 'src/patch/formats/part-ends.ts',
    from: '/^\\s+\\*/.test(line) ? null : formatAt(text, next)',
    to: 'formatAt(text, next)',
    caught: {
      title: 'a line of a diff that shows the mark "*** Begin Patch" is one of its file',
      words: 'a line of a diff that shows the mark %j is one of its file',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'edits behind the end of a patch, which are passed over as words',
    file: 'src/patch/formats/edits-behind.ts',
    from: "if (!EDITS.test(lineAt(lines, at) ?? '')) continue;",
    to: 'if (at >= end) continue;',
    caught: {
      title: 'marked lines right behind a patch in prose are refused, and no words',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against:
      'patches that a shell is to apply in reverse, elsewhere or not at all, and that are done as they stand',
    file: 'src/patch/formats/shell-line.ts',
    from: 'if (all.length > 0) lines.refusals.push',
    to: 'if (at < 0) lines.refusals.push',
    caught: {
      title: 'a shell that is to give the patch to git apply -R is refused, for it would not be heeded',
      words: 'a shell that is to give the patch to %s is refused, for it would not be heeded',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'commands on the line that gives a patch to a shell, which nobody tells',
    file: 'src/patch/formats/shell-line.ts',
    from: 'saysMore: remark.length > 0 || others.length > 0,',
    to: 'saysMore: false,',
    caught: {
      title:
        "other commands on the line that gives a patch to a shell are told: git apply <<'EOF' && rm -rf y.ts",
      words: 'other commands on the line that gives a patch to a shell are told: %s',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'words behind a backslash that take the last line break of a file away',
    file: 'src/patch/formats/hunk-body.ts',
    from: 'if (!isNoNewline(line)) continue;',
    to: '',
    caught: {
      title: 'other words behind a backslash take no line break away: Also delete the file y.',
      words: 'other words behind a backslash take no line break away: %s',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'words on the line that opens a fence, which nobody tells',
    file: 'src/patch/formats/prose.ts',
    from: ' && !hasWords(fence)',
    to: '',
    caught: {
      title: 'are told that are in the place of something else: words behind the mark of a fence',
      words: 'are told that are in the place of something else: %s',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'an edit in a text that was escaped twice, which is lost beside JSON',
    file: 'src/patch/formats/json-place.ts',
    from: 'unescapedText(text) ?? text',
    to: 'text',
    caught: {
      title: 'in a text that was escaped twice are refused with an edit and JSON beside it',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'lines left out in words of another language than English, which are written into files',
    file: 'src/patch/elision.ts',
    from: 'if (isBetweenDots) return true;',
    to: '',
    caught: {
      title: '"# … дальше как было …" stands for lines that are left out, in words',
      words: '%j stands for lines that are left out, in words',
      file: 'test/patch/elision.test.ts',
    },
  },
  {
    against: 'copies of a file as the same diff has changed it',
    file: 'src/patch/formats/copies.ts',
    from: "operation.action === 'copy' && ",
    to: "operation.action === 'create' && ",
    caught: {
      title:
        'apply/diff a copy is one of the file as it was before the diff changed it, without a change of its own',
      words: 'is one of the file as it was before the diff changed it',
      file: 'test/apply/diff.test.ts',
    },
  },
  {
    against: 'edits that are said to be made, because longer words begin like what they make',
    file: 'src/apply/replaced.ts',
    from: "if (!isPartOfWords(replace, made)) return 'replaced';",
    to: "if (made !== null) return 'replaced';",
    caught: {
      title:
        'apply/edit "import { a" becomes "import { a, b" in "import { a, bcd } from \'./m\';\\n", where what is there belongs to longer words',
      words: 'where what is there belongs to longer words',
      file: 'test/apply/edit.test.ts',
    },
  },
  {
    against: 'edits that are made twice, of which nobody can tell whether they were made',
    file: 'src/apply/replaced.ts',
    from: 'return isWhole && isPartOfWords(find, made) ? ',
    to: 'return isWhole || isPartOfWords(find, made) ? ',
    caught: {
      title:
        'apply/edit whether "(user)" became "isAdmin(user)" in "if (notisAdmin(user)) go();\\n" before is not guessed',
      words: 'before is not guessed',
      file: 'test/apply/edit.test.ts',
    },
  },
  {
    against: 'short lines that are added twice',
    file: 'src/apply/already.ts',
    from: '[...above, ...below].some(saysAnything)',
    to: '[...above, ...below].some(hasWord)',

    caught: {
      title:
        'apply/hunks a hunk that is already applied as an insertion of a short line is not inserted once more',
      words: 'as an insertion %s is not inserted once more',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'corrections for another function than the one that is meant',
    file: 'src/apply/diagnosis/explain.ts',
    from: ' || lacksKnownLine(scene, lines, best)',
    to: '',
    caught: {
      title: 'no correction where it is not certain the place lacks a line that the file has elsewhere',
      words: 'the place lacks a line that the file has elsewhere',
      file: 'test/apply/diagnosis/correction.test.ts',
    },
  },
  {
    against: 'corrections that remove a line of one function in another one',
    file: 'src/apply/diagnosis/explain.ts',
    from: ' || isTorn(lines, best)',
    to: '',
    caught: {
      title:
        'no correction where it is not certain a removed line stands in the function below the one that the others stand in',
      words: 'a removed line stands in the function below the one that the others stand in',
      file: 'test/apply/diagnosis/correction.test.ts',
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
    against: 'lines of one section of a flat file that pass for those of another one which the hunk names',
    file: 'src/apply/hints.ts',
    from: 'sections.filter(({ start }) => start < spot.extent.start)',
    to: 'sections',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by a section further down, beside a line number that is right',
      words: 'are not changed in another function than it says by',
      file: 'test/apply/hints.test.ts',
    },
  },
  {
    against: 'hunks that land in the function below the one that they name and show',
    file: 'src/apply/extent.ts',
    from: '(extent.start <= end && isLeftAbove(index, { section, extent, at }))',
    to: 'extent.start <= end',
    caught: {
      title:
        'apply, where a hunk shows the function that it names, and lines came into that since that one is changed, and not the next, which begins alike: named behind @@',
      words: 'that one is changed, and not the next, which begins alike: named %s',
      file: 'test/apply/extent.test.ts',
    },
  },
  {
    against: 'line numbers that are right for where a hunk begins, and not for what it changes',
    file: 'src/apply/hints.ts',
    from: ' && isAsCounted(spot)',
    to: '',
    caught: {
      title: 'a hunk that begins in the section that it names changes no line of the next one',
      file: 'test/apply/extent.test.ts',
    },
  },
  {
    against: 'places that a hint prefers, though they would not do if they were the only ones',
    file: 'src/apply/locate.ts',
    from: 'meant.isWhole && meant.isSound()',
    to: 'meant !== null',
    caught: {
      title: 'a line number does not give it a place that it would not have if that were the only one',
      file: 'test/apply/extent.test.ts',
    },
  },
  {
    against: 'rules, keys, items and tags whose lines pass for those of another one above them',
    file: 'src/apply/sections.ts',
    from: 'if (beginsWithWord(heading)) return',
    to: 'return',
    caught: {
      title: 'heads a section that ends, so that no line of the next one is taken: a rule',
      words: 'heads a section that ends, so that no line of the next one is taken: %s',
      file: 'test/apply/sections.test.ts',
    },
  },
  {
    against:
      'lines that are taken into a block that the patch adds, because its steps are narrower than those of the file',
    file: 'src/apply/indent-step.ts',
    from: 'below === null || told?.(below.added, below.line) === below.there',
    to: 'below !== undefined',
    caught: {
      title: 'the file goes on below in wider steps than the patch, which begins at no depth',
      words: 'the file goes on below in wider steps than the patch, %s',
      file: 'test/apply/ladder.test.ts',
    },
  },
  {
    against:
      'texts of edits that are found as the end of an indentation, and whose new lines stand in another block',
    file: 'src/apply/within-indent.ts',
    from: 'if (!mayBeWithinIndent(sought)) return sent;',
    to: 'if (sought.find !== null) return sent;',
    caught: {
      title: 'the new lines of a text that was sent with less indentation get the file’s: one depth less',
      words: 'the new lines of a text that was sent with less indentation get the file’s: %s',
      file: 'test/apply/within-indent.test.ts',
    },
  },
  {
    against: 'the same in a row of edits that are applied together',
    file: 'src/apply/edit-run.ts',
    from: 'if (!mayBeWithinIndent(sought)) return',
    to: 'return',
    caught: {
      title: 'the new lines of a text that was sent with less indentation get the file’s: trimmed',
      words: 'the new lines of a text that was sent with less indentation get the file’s: %s',
      file: 'test/apply/within-indent.test.ts',
    },
  },
  {
    against: 'new lines of edits of which nothing tells the depth, and which get one',
    file: 'src/apply/within-indent.ts',
    from: "return second.order > first.order + 1 ? 'unclear' : shifted;",
    to: 'return shifted;',
    caught: {
      title: 'new lines are refused where nothing tells how deep they are: a new part below a blank line',
      words: 'new lines are refused where nothing tells how deep they are: %s',
      file: 'test/apply/within-indent.test.ts',
    },
  },
  {
    against:
      'lines that leave more blocks than they are meant to, because the steps of the file are narrower',
    file: 'src/apply/shallower.ts',
    from: 'return isAsDeep ? inSteps(steps, there) : null;',
    to: 'return learnt;',
    caught: {
      title: 'it adds a method in four spaces a depth below one line, the file has two: indentation',
      words: 'it adds a method in four spaces a depth below one line, the file has two',
      file: 'test/apply/ladder.test.ts',
    },
  },
  {
    against: 'lines that leave a block by a part of a step, for a depth that the file has nowhere',
    file: 'src/apply/shallower.ts',
    from: 'own === other && around.some((text) => indentOf(text) === less)',
    to: 'own === other',
    caught: {
      title:
        'it adds lines less deep than those that it shows, in steps none of which leads to a depth of the file',
      words: 'it adds lines less deep than those that it shows, in steps %s',
      file: 'test/apply/ladder.test.ts',
    },
  },
  {
    against: 'lines that may leave one block or two, because nothing shows the steps of the hunk',
    file: 'src/apply/shallower.ts',
    from: 'return isSame ? learnt : null;',
    to: 'return learnt;',
    caught: {
      title:
        'it adds lines less deep than those that it shows, in steps which may be of four spaces or of two',
      words: 'it adds lines less deep than those that it shows, in steps %s',
      file: 'test/apply/ladder.test.ts',
    },
  },
  {
    against: 'a first line that lost its indentation, whose place is taken in another block',
    file: 'src/apply/trimmed-line.ts',
    from: 'return sent === patch ? file : null;',
    to: 'return sent;',
    caught: {
      title: 'a first line that lost its indentation has the file’s: a key of YAML',
      words: 'a first line that lost its indentation has the file’s: %s',
      file: 'test/apply/trimmed-line.test.ts',
    },
  },
  {
    against: 'lines beside one that lost its indentation, which may have lost theirs',
    file: 'src/apply/trimmed-line.ts',
    from: 'return isParted ? sent : null;',
    to: 'return sent;',
    caught: {
      title: 'a line that stands right below it is refused beside a first line that lost its indentation',
      words: 'a line %s is refused beside a first line that lost its indentation',
      file: 'test/apply/trimmed-line.test.ts',
    },
  },
  {
    against: 'titles of Markdown of the first level, under which the lines of the next one pass for theirs',
    file: 'src/apply/sections.ts',
    from: "if (marks === '#' && !isMarkdown) return null;",
    to: "if (marks === '#') return null;",
    caught: {
      title:
        'heads a section that ends, so that no line of the next one is taken: a title of the first level',
      words: 'heads a section that ends, so that no line of the next one is taken: %s',
      file: 'test/apply/sections.test.ts',
    },
  },
  {
    against: 'tables of TOML whose lines pass for those of another one above them',
    file: 'src/apply/sections.ts',
    from: 'TABLE.test(line) ? TABLE_LEVEL : null',
    to: 'null',
    caught: {
      title: 'what stands below a heading of its own depth is not taken for that of another one: [dev]',
      words: 'what stands below a heading of its own depth is not taken for that of another one: %s',
      file: 'test/apply/elsewhere.test.ts',
    },
  },
  {
    against: 'an object whose text can not be had, which ends the run that asks for it',
    file: 'src/patch/dialects/layers.ts',
    from: "typeof program === 'string' && (program",
    to: "String(program) !== '' && typeof program === 'string' && (program",
    caught: {
      title: 'an object that has no text is refused as the program of a call',
      words: 'an object that has no text is refused as %s',
      file: 'test/patch/dialects/normalize.test.ts',
    },
  },
  {
    against: 'a dry run that JSON beside a patch in JSON asks for, and that is dropped',
    file: 'src/patch/formats/json-place.ts',
    from: ' || OBJECT.test(before) || OBJECT.test(after)',
    to: '',
    caught: {
      title: 'JSON with nothing but a dry run is refused above and below an edit, in a fence or not',
      words: 'JSON with %s is refused above and below an edit, in a fence or not',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'another file than an edit names, for a sentence above it mentions it',
    file: 'src/patch/formats/reading.ts',
    from: "pathFrom !== 'mention' && ",
    to: '',
    caught: {
      title:
        'the path above an edit that names its file makes no other file of that, where a sentence mentions it',
      words: 'makes no other file of that, where a sentence mentions it',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'two files of one diff, of which one is taken for the other',
    file: 'src/patch/formats/reading.ts',
    from: ' && mayBeShort(lines, path)',
    to: '',
    caught: {
      title: 'a given path completes no name in a text that names that file in full',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'two files of one text in several fences, of which one is taken for the other',
    file: 'src/patch/formats/part-change.ts',
    from: 'return isInFull ? { isInFull } : {};',
    to: 'return isInFull ? {} : {};',
    caught: {
      title:
        'the path above an edit that names its file completes nothing where the text has both names for patches in fences, in any order',
      words: 'completes nothing where the text has both names for %s, in any order',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a file of another folder than an edit names, without a word of it',
    file: 'src/patch/formats/reading.ts',
    from: 'if (path.length > name.length)',
    to: "if (name === '')",
    caught: {
      title: 'the path above an edit that names its file completes a name only where that is told',
      words: 'completes a name only where that is told',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'blocks for the file of the block before, though their fence names another one',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (fence !== null) return namesInFence(reader, files, fence);',
    to: 'if (fence !== null) return false;',
    caught: {
      title: 'the second block is for the file that is named by the line that opens its fence',
      words: 'the second block is for the file that is named by %s',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'a sentence in a language without spaces that passes for the path of a file',
    file: 'src/patch/formats/path-line.ts',
    from: "if (quote === '' && label === null && isWords(bare)) return quotedPath(line);",
    to: '',
    caught: {
      title: 'words that no space parts are not the path of a file: 在src/x.ts中添加以下内容',
      words: 'words that no space parts are not the path of a file',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'a sentence in a language without spaces that makes a file of the code block below it',
    file: 'src/patch/formats/file-title.ts',
    from: 'isFileName(text) && !isWords(text) ? text : null',
    to: 'isFileName(text) ? text : null',
    caught: {
      title:
        'a line above a code block that only speaks of a file, or of none, does not name it: 以下是修改后的src/a.js',
      words: 'that only speaks of a file, or of none, does not name it',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'blocks for another file than the line above them names',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (above !== undefined && !mayBeOneFile(place.path, above)) {',
    to: "if (above === '') {",
    caught: {
      title:
        'a block with a path behind its first mark is refused where another path stands above it or was given with it',
      words: 'is refused where another path stands above it or was given with it',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'blocks for another file than was given with them',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (reader.refusals.length === 0) refuseElsewhere(reader, files);',
    to: '',
    caught: {
      title:
        'a block with a path behind its first mark is refused where another path stands above it or was given with it',
      words: 'is refused where another path stands above it or was given with it',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'blocks for a file that a sentence further up mentions',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (files.isMentioned) files.path = files.given;',
    to: '',
    caught: {
      title: 'is for no file that a sentence further up mentions',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'the deletion of a file with lines below it that stay',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: 'if (!isLast) return true;',
    to: 'if (!isLast) return false;',
    caught: {
      title: 'below the deletion of a file, a line that stays may not stand, and would be lost',
      words: 'below the deletion of a file, %s may not stand, and would be lost',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
  },
  {
    against: 'a header of a diff that says one thing twice',
    file: 'src/patch/formats/header-names.ts',
    from: 'return isTwofold || declared',
    to: 'return declared',
    caught: {
      title: 'a diff with two new modes is refused',
      words: 'a diff with %s is refused',
      file: 'test/patch/formats/unified.test.ts',
    },
  },
  {
    against: 'edits of another file beside the name of one, in a payload that is one list',
    file: 'src/patch/dialects/body.ts',
    from: '...filled.map((list) => () => readListUnder(list, around)),',
    to: '...filled.map((list) => () => readList(list, around)),',
    caught: {
      title: 'a patch of one file among edits beside the name of another file',
      words: '${what} among edits beside the name of another file',
      file: 'test/patch/dialects/normalize.test.ts',
      source: 'test/patch/dialects/forms.ts',
    },
  },
  {
    against: 'secrets in words around JSON, which nobody looks through',
    file: 'src/patch/loose-json.ts',
    from: "line.replaceAll(/[\\w+/=-]{32,}/g, '…')",
    to: 'line',
    caught: {
      title: 'the beginning of a secret in the words around it is not told',
      file: 'test/patch/loose-json.test.ts',
    },
  },
  {
    against: 'secrets in words around JSON, whose beginning is told',
    file: 'src/patch/formats/prose.ts',
    from: 'OF_WORD.test(text.charAt(MOST_CHARACTERS)) ?',
    to: "text === '' ?",
    caught: {
      title: 'the beginning of a secret in the words around it is not told',
      file: 'test/patch/loose-json.test.ts',
    },
  },
  {
    against: 'what a text says beside its edits, and is passed over without a word',
    file: 'src/patch/formats/prose.ts',
    from: 'if (!titles.has(at) && !isIndexLine(lines, at)) passOver(lines, at);',
    to: 'if (at < 0) passOver(lines, at);',
    caught: {
      title: 'is refused, or each of its words is in what is done or in what is told of it',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'lines between or behind blocks that nobody tells',
    file: 'src/patch/formats/blocks.ts',
    from: 'if (!noteName(reader, files, line)) {\n    passOver(reader);',
    to: 'if (!noteName(reader, files, line)) {',
    caught: {
      title: 'between two blocks are quoted with their line',
      words: '%s are quoted with their line',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'lines behind a patch without its last line, which nobody tells',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: 'for (let at = end; at < body.length; at += 1) passOver',
    to: 'for (let at = body.length; at < body.length; at += 1) passOver',
    caught: {
      title: 'behind a patch in a fence without its last line are quoted with their line',
      words: '%s are quoted with their line',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'a code block that is set aside without a word',
    file: 'src/patch/formats/text.ts',
    from: 'else passOverBlock(lines, block);',
    to: '',
    caught: {
      title: 'is refused, or each of its words is in what is done or in what is told of it',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'an edit beside JSON in one code block, which is dropped',
    file: 'src/patch/formats/json-place.ts',
    from: "format === 'fence' && title === undefined && hasMarks !== true,",
    to: "format === 'fence' && title === undefined,",
    caught: {
      title: 'in a code block of JSON and an edit are refused with both',
      file: 'test/patch/formats/said.test.ts',
    },
  },
  {
    against: 'names behind a header without numbers, which are passed over',
    file: 'src/patch/formats/hunk-header.ts',
    from: ".replace(NO_RANGE, '')",
    to: '',
    caught: {
      title: 'a name counts behind a header without numbers: @@ ... @@',
      words: 'a name counts behind a header without numbers: %s',
      file: 'test/apply/elsewhere.test.ts',
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
    against: 'patches in JSON that ask for a dry run and are dropped for an edit beside them',
    file: 'src/patch/formats/text-json.ts',
    from: " || reading.refusals.some(({ data }) => data?.['wishes'] !== undefined)",
    to: '',
    caught: {
      title:
        'JSON with a patch that asks for a dry run is refused above and below an edit, in a fence or not',
      words: 'JSON with %s is refused above and below an edit, in a fence or not',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a dry run that JSON beside an edit asks for, and that is dropped',
    file: 'src/patch/formats/text-json.ts',
    from: "names.every((name) => WISHES.has(headerIn(name) ?? '')) ? names : []",
    to: '[]',
    caught: {
      title: 'JSON with nothing but a dry run is refused above and below an edit, in a fence or not',
      words: 'JSON with %s is refused above and below an edit, in a fence or not',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'edits of another format in a change of one, which are dropped',
    file: 'src/apply/plan.ts',
    from: 'return refusal === null ? readOne(change)',
    to: 'return refusal !== undefined ? readOne(change)',
    caught: {
      title: 'a change of kind diff holds no blocks, above it or below',
      words: 'a change of kind %s holds no %s, above it or below',
      file: 'test/apply/plan.test.ts',
    },
  },
  {
    against: 'commands for a shell behind a patch in their block, which are dropped in silence',
    file: 'src/patch/formats/shell-commands.ts',
    from: 'fence === undefined || !isShellFence(fence)',
    to: 'fence === undefined || isShellFence(fence)',
    caught: {
      title: 'commands behind a patch in the block of a shell are told as not run',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'long lines that pass for others because they differ in a name only',
    file: 'src/apply/fit/chart.ts',
    from: 'Math.max(LEAST_UNLIKE, UNLIKE * (1 - alike))',
    to: 'UNLIKE * (1 - alike)',
    caught: {
      title: 'a hunk is not placed in the other function: with a long head that is almost the same',
      words: 'is not placed in the other function: %s',
      file: 'test/apply/elsewhere.test.ts',
    },
  },
  {
    against: 'paths that a comment names where no page shows them',
    file: 'src/control/fences.ts',
    from: "(bracket && line.includes(']:')) ||",
    to: "(bracket && line.includes('|]:')) ||",
    caught: {
      title: 'are refused below the definition of a link, with a path that no page shows',
      words: 'are refused below %s',
      file: 'test/control/fences.test.ts',
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
    against: 'paths too long for a record to name them',
    file: 'src/apply/plan.ts',
    from: 'limit: MAX_PATHS_BYTES',
    to: 'limit: Number.POSITIVE_INFINITY',
    caught: {
      title: 'paths that are too long together are refused, because a record names them all',
      file: 'test/apply/apply.test.ts',
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
    against: 'secrets in the names of files that commands make',
    file: 'src/stages/generated/judge-effect.ts',
    from: 'if (inNames.length > 0) {',
    to: 'if (inNames.length > 1000) {',
    caught: {
      title: 'is refused, and nothing of it is kept or shown: of one that is protected',
      words: 'is refused, and nothing of it is kept or shown: %s',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'names that are too many for the record of a patch and its commands',
    file: 'src/apply/generated/apply-effect.ts',
    from: 'const named = [...earlier, ...paths];',
    to: 'const named = paths;',
    caught: {
      title: 'is as many files as a patch alone may change',
      file: 'test/stages/generated/hostile.test.ts',
    },
  },
  {
    against: 'paths of so many folders that counting them takes minutes',
    file: 'src/apply/plan.ts',
    from: ' && [...paths].every(({ length }) => length <= MAX_PATH_BYTES)',
    to: '',
    caught: {
      title: 'the folders of a path that is too long are not even counted',
      file: 'test/apply/apply.test.ts',
    },
  },
  {
    against: 'such paths in what commands made',
    file: 'src/apply/generated/apply-effect.ts',
    from: 'refusals.length > 0 ? refusals : countRefusals(paths, earlier)',
    to: '[...refusals, ...countRefusals(paths, earlier)]',
    caught: {
      title: 'the folders of a path that is too long are not counted either',
      file: 'test/apply/generated/effect.test.ts',
    },
  },
  {
    against: 'files that a text only speaks of, and that its example would replace',
    file: 'src/patch/formats/file-title.ts',
    from: 'words.every((word) => FILE_WORDS.has(word) || /^\\d{1,3}$/.test(word)) && !isPart(words)',
    to: 'words.length >= 0',
    caught: {
      title: 'a line above a code block that only speaks of a file, or of none, does not name it',
      words: 'that only speaks of a file, or of none, does not name it',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'words with a slash that pass for the path of a file',
    file: 'src/patch/formats/file-title.ts',
    from: "if (quote !== '') return isPathInQuotes(text) ? text : null;",
    to: 'if (isPathInQuotes(text)) return text;',
    caught: {
      title: 'beside an edit are no files for a slash in the line above',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'commands for a shell that pass for a file',
    file: 'src/patch/formats/fenced-files.ts',
    from: '|| title?.isAlone === true) return false;',
    to: '|| title !== undefined) return false;',
    caught: {
      title: 'of commands are a file only below a line that says nothing but its path',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'examples that pass for the file that they are an example of',
    file: 'src/apply/whole-file.ts',
    from: 'if (kept * 2 < before.length)',
    to: 'if (lines.length * 2 < before.length)',
    caught: {
      title: 'an example of as many lines is refused as a part',
      words: 'an example of as many lines',
      file: 'test/apply/whole-file.test.ts',
    },
  },
  {
    against: 'prose behind a new file that passes for the rest of it',
    file: 'src/apply/whole-file.ts',
    from: 'if (sureLines === undefined) return null;',
    to: 'if (path !== undefined) return null;',
    caught: { title: 'where a new file ends is not guessed', file: 'test/apply/whole-file.test.ts' },
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
    against:
      'comments that the workflow takes for stops by a word of their text, and does before those above them',
    file: '.github/workflows/ghost-command.yml',
    from: "        !startsWith(github.event.comment.body, '/ghost approve') &&\n",
    to: '',
    caught: {
      title: 'approve waits for what one wrote before, whatever stands behind it',
      file: 'test/workflows.test.ts',
      words: '%s waits for what one wrote before, whatever stands behind it',
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
    against: 'forms that waited in the queue, and lift what was stopped since they were sent',
    file: 'src/action/control.ts',
    from: "['approve', 'resume', 'retry', 'revert', 'unlock']",
    to: "['approve']",
    caught: {
      title: 'a form that waited in the queue leaves the',
      file: 'test/stages/control/form.test.ts',
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
    against: 'reasons that pass for what a command came in, so that another one counts as done',
    file: 'src/control/control.ts',
    from: "return oneLine(reason === undefined || reason.trim() === '' ? what : `${what}: ${reason}`);",
    to: "return reason === undefined || reason.trim() === '' ? what : `${what}: ${reason}`;",
    caught: {
      title: 'an entry says what it came in, where who reads only the entry finds what stood there before',
      file: 'test/control/control.test.ts',
    },
  },
  {
    against: 'stops that are asked for once more, and lifted by what was written before that',
    file: 'src/control/switches.ts',
    from: '{ ...known, at: new Date(later).toISOString() }',
    to: '{ ...known, at: later > 0 ? known.at : at }',
    caught: {
      title: 'a lift that is answered late leaves what was stopped once more since',
      file: STOP,
      words: 'leaves what was stopped once more since',
    },
  },
  {
    against: 'operators who lock once more by a clock that is behind, and unlock it alone',
    file: 'src/control/switches.ts',
    from: 'Date.parse(known.at) + 1',
    to: 'Date.parse(known.at)',
    caught: {
      title: 'who locked once more by a clock that is behind does not unlock alone either',
      file: STOP,
    },
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
    against: 'operators who unlock alone where nobody can tell who locked',
    file: 'src/control/authorise.ts',
    from: "command.verb === 'unlock' && !allLockersKnown",
    to: 'allLockersKnown === null',
    caught: {
      title: 'who unlocks confirms it where nobody can tell who else has locked: the log',
      file: STOP,
      words: 'who unlocks confirms it where nobody can tell who else has locked',
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
  {
    against: 'records that are understood anew, for as long as their sender likes, whenever somebody looks',
    file: 'src/patch/kept.ts',
    from: 'patchSchema.safeParse(jsonIn(text))',
    to: 'patchSchema.safeParse(jsonIn(text.slice(text.indexOf("{"))))',
    caught: {
      title: 'is not understood anew where it was kept as it came: words around a patch',
      words: 'words around a patch',
      file: 'test/patch/kept.test.ts',
    },
  },
  {
    against: 'moves that bring back what newer commits deleted',
    file: 'src/apply/merge/merge-changes.ts',
    from: 'from === undefined || now.has(from) || ',
    to: 'from === undefined || !now.has(from) || ',
    caught: {
      title: 'a move with a change does not bring back what newer commits deleted',
      words: '%s does not bring back what newer commits deleted',
      file: 'test/apply/merge/merge-changes.test.ts',
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
    against: 'stops by a model that are refused, or stop less, for a word in their reason',
    file: 'src/app/http/commanding.ts',
    from: "withReason(written.command, body.reason ?? '')",
    to: 'parseCommand(`${body.command} ${body.reason ?? ""}`)',
    caught: {
      title:
        'pauses the whole repository, whoever the reason is about: too many broken patches from @shop-gpt',
      words: 'pauses the whole repository, whoever the reason is about: %s',
      file: 'test/app/mcp.test.ts',
    },
  },
  {
    against: 'patches for whoever is locked, with a field of the patch beside for whom they are sent',
    file: 'src/patch/envelope.ts',
    from: "kind: 'inline', ...beside,",
    to: "kind: 'inline',",
    caught: {
      title:
        'a lock of one for whom it is sent stops a patch at the top of its payload, with a field of the patch beside it',
      words: 'a lock of one for whom it is sent stops a patch at the top of its payload, %s',
      file: 'test/stages/apply.test.ts',
    },
  },
  {
    against: 'patches for whoever is locked, whose name stands where no envelope has it',
    file: 'src/patch/dialects/normalize.ts',
    from: 'refusals.push(...notHeeded(outer))',
    to: 'refusals.push(...notHeeded([]))',
    caught: {
      title: 'for whom it is sent is refused where the envelope does not have it, and not passed over',
      words: '%s is refused where the envelope does not have it, and not passed over',
      file: 'test/patch/dialects/normalize.test.ts',
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
    against: 'stops of one sender that stop everybody, because its name has a dot',
    file: 'src/patch/sender-name.ts',
    from: '[\\w.-]{1,100}',
    to: '[\\w-]{1,100}',
    caught: {
      title: '"pause runs away from @gpt-4.1" has its reason, scope and time',
      words: 'has its reason, scope and time',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'stops of one sender that stop everybody, because nobody can be called that',
    file: 'src/control/stop.ts',
    from: 'unreadable !== undefined',
    to: "unreadable === ''",
    caught: {
      title: '"lock runs away from @shop/gpt" is answered with what to write',
      words: 'is answered with what to write',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'patches whose name no command takes',
    file: 'src/control/command.ts',
    from: '[\\p{L}\\p{N}_]',
    to: '[\\p{L}\\p{N}]',
    caught: {
      title: 'whatever a patch is called, a command can name it',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'options that become the reason of what was only to be tried',
    file: 'src/control/option-like.ts',
    from: 'if (isOption(first)) return first;',
    to: '',
    caught: {
      title: '"reject fix –preview too big" is answered with what to write',
      words: '%j is answered with what to write',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'options that become the id of a patch',
    file: 'src/control/option-like.ts',
    from: 'return /^["\'`]?[\\p{Pd}\\u2212]/u.test(word);',
    to: 'return word.length === 0;',
    caught: {
      title: 'is neither worked on nor named by what looks like an option: -n',
      words: 'is neither worked on nor named by what looks like an option: %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'words for a try that become the id of a patch, and the same one for everybody',
    file: 'src/control/option-like.ts',
    from: 'return HOW.has(lettersOf(word));',
    to: 'return word.length === 0;',
    caught: {
      title: 'is neither worked on nor named by what looks like an option: dryrun',
      words: 'is neither worked on nor named by what looks like an option: %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'options at the end of a title, which nobody heeds',
    file: 'src/control/apply-options.ts',
    from: 'if (trial !== undefined) return trialInTitle(trial);',
    to: '',
    caught: {
      title: 'is neither worked on nor named by what looks like an option: title=Greet people --dry-run',
      words: 'is neither worked on nor named by what looks like an option: %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'words that make another patch under the pull request of one',
    file: 'src/control/apply-options.ts',
    from: 'return own !== undefined && parsed.ok && parsed.id !== own && !isInFull(word);',
    to: 'return false;',
    caught: {
      title: 'under the pull request of a patch a word is no other one',
      file: 'test/control/comment-patch.test.ts',
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
    against: 'held patches that are given up for what others send under their id',
    file: 'src/stages/control/drain.ts',
    from: 'const tries = brokenRuns + 1;',
    to: 'const tries = brokenRuns + 3;',
    caught: {
      title: 'a held patch is not given up for runs of what others send under its id',
      file: 'test/stages/control/stop.test.ts',
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
    against: 'paths that lose their underscores, and become those of other files',
    file: 'src/patch/formats/path-line.ts',
    from: "for (const mark of ['**', '`',",
    to: "for (const mark of ['**', '__', '`',",
    caught: {
      title: 'underscores around a path are part of it, and no marks',
      file: 'test/patch/formats/blocks.test.ts',
    },
  },
  {
    against: 'patches in JSON that an edit quotes, and that are done in its place',
    file: 'src/patch/loose-json.ts',
    from: 'repairs.length > 0 && !isAllOfText(body.slice(0, start), body.slice(end))',
    to: 'end < start',
    caught: {
      title: 'patch/formats/text a diff that quotes a patch in JSON is what is done, and not the JSON',
      words: '%s that quotes a patch in JSON is what is done, and not the JSON',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'an edit with a patch in JSON in a code block beside it, of which one is lost',
    file: 'src/patch/formats/text.ts',
    from: 'lines.refusals.push(twoPatches(lines, part.start));',
    to: 'continue;',
    caught: {
      title: 'a patch in JSON in a fence below a patch is refused, and nothing of the two is done',
      words: 'a patch in JSON %s is refused, and nothing of the two is done',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'an edit with a patch in JSON in the words beside it, of which one is lost',
    file: 'src/patch/formats/text.ts',
    from: 'isPatchInJson(readJson(text, lines.path, depth))',
    to: 'false',
    caught: {
      title: 'a patch in JSON bare between blocks is refused, and nothing of the two is done',
      words: 'a patch in JSON %s is refused, and nothing of the two is done',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'files that hold an edit, such as one for a test, and that are done as patches of other files',
    file: 'src/patch/formats/text.ts',
    from: 'refuseEditsOfOthers(lines, parts);',
    to: '',
    caught: {
      title: 'in a fence below the path of another file, a diff is refused: it may be what is to stand there',
      words: 'in a fence below the path of another file, %s is refused: it may be what is to stand there',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'words of a model that become the whole of a file',
    file: 'src/patch/formats/whole-files.ts',
    from: 'if (isWordsFor(text, path)) return wordsForFile(path);',
    to: '',
    caught: {
      title: 'the whole of src/new.js is no text of words, which is refused: "Done."',
      words: 'is no text of words, which is refused',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'an edit in an indented fence that becomes the whole of a file',
    file: 'src/patch/formats/text-parts.ts',
    from: 'const inside = startOfFence(text, at, fence);',
    to: 'const inside = { ...text, lines: text.lines.slice(at + 1) };',
    caught: {
      title: 'in a fence of a list, a block is read as at the margin, and becomes no file',
      words: 'in a fence of a list, %s is read as at the margin, and becomes no file',
      file: 'test/patch/formats/indented.test.ts',
    },
  },
  {
    against: 'an edit that is indented as a whole and becomes the whole of a file',
    file: 'src/patch/formats/text.ts',
    from: 'partsOf(withoutMargin(sent))',
    to: 'partsOf(sent)',
    caught: {
      title: 'a diff that is indented as a whole is read as one, and becomes no file',
      words: '%s that is indented as a whole is read as one, and becomes no file',
      file: 'test/patch/formats/indented.test.ts',
    },
  },
  {
    against: 'an edit that is not read as one and becomes the whole of a file',
    file: 'src/patch/formats/edit-for-file.ts',
    from: 'return !showsEdits(path) && beginsAsEdit(text);',
    to: 'return false;',
    caught: {
      title: 'what begins as an edit in a fence and is not read as one is refused, and becomes no file',
      words: 'what begins as an edit %s and is not read as one is refused, and becomes no file',
      file: 'test/patch/formats/indented.test.ts',
    },
  },
  {
    against: 'marks of an edit behind other lines of an indented fence, which becomes a file',
    file: 'src/patch/formats/text-parts.ts',
    from: 'withoutIndent(text.lines.slice(at + 1, end), fence)',
    to: 'text.lines.slice(at + 1, end)',
    caught: {
      title: 'marks of an edit behind other lines in a fence of a list are refused',
      file: 'test/patch/formats/indented.test.ts',
    },
  },
  {
    against: 'a patch in JSON that was cut off, and that becomes the whole of a file',
    file: 'src/patch/formats/whole-files.ts',
    from: 'isCutOffEdit(text) ? 0 : ',
    to: '',
    caught: {
      title: 'a patch in JSON that was cut off is no file',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'files in JSON that are done as patches',
    file: 'src/patch/formats/text.ts',
    from: "return isForFile ? json : 'unclear';",
    to: 'return json;',
    caught: {
      title: 'below docs/first.json, JSON that is a patch of other files is refused',
      words: 'below %s, JSON that is a patch of other files is refused',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'files in JSON that are taken for patches because a line names them',
    file: 'src/patch/formats/json-place.ts',
    from: "format === 'fence' && title === undefined",
    to: "format === 'fence'",
    caught: {
      title: 'JSON that is a file that the line above names is not taken out of its text',
      words: 'JSON that is %s is not taken out of its text',
      file: 'test/patch/loose-json.test.ts',
    },
  },
  {
    against: 'files that are lost beside a patch in JSON',
    file: 'src/patch/formats/text.ts',
    from: 'if (file !== undefined) return { ok: false, refusals: [fileBesideJson(lines, file)] };',
    to: '',
    caught: {
      title: 'a file in a fence beside a patch in JSON is refused, and not lost',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a patch in JSON that is lost above a fence with an edit',
    file: 'src/patch/formats/json-place.ts',
    from: "const beside = lines.lines.map((_, at) => fenceOn(lineAt(lines, at) ?? '') === null);",
    to: 'const beside = lines.lines.map(() => true);',
    caught: {
      title: 'a patch in JSON bare above a diff in a fence is refused, and nothing of the two is done',
      words: 'a patch in JSON %s is refused, and nothing of the two is done',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a patch in JSON that is lost above a fence with a file',
    file: 'src/patch/formats/text.ts',
    from: 'if (parts.length > 0) refuseBareJson({ lines, parts, depth });',
    to: '',
    caught: {
      title: 'a patch in JSON bare above a file in a fence is refused, and nothing of the two is done',
      words: 'a patch in JSON %s is refused, and nothing of the two is done',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'edits in the fences below a patch without an end, which are lost',
    file: 'src/patch/formats/part-ends.ts',
    from: 'const close = closingOf(begun, fence);',
    to: 'const close = text.lines.length;',
    caught: {
      title: 'a patch without its last line ends with its fence so that blocks in the next one is read',
      words: 'so that %s in the next one is read',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'edits in the fences below a deletion without an end, which are lost before another patch',
    file: 'src/patch/formats/part-ends.ts',
    from: '(isLost || endsWithDeletion(text, at, close))',
    to: 'end === text.lines.length',
    caught: {
      title: 'a patch without its last line ends with its fence so that a new file in the next one is read',
      words: 'so that %s in the next one is read',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'a new file that is lost behind a diff in no fence',
    file: 'src/patch/formats/part-ends.ts',
    from: 'if (opened !== null) file ??= startOfFile(text, { above, at: next, fence: opened }) ?? next;',
    to: '',
    caught: {
      title: 'a new file in a fence below its path is not lost behind a bare diff',
      words: 'a new file in a fence %s is not lost behind a bare diff',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'lines of a diff that are lost behind what looks like a file in a fence',
    file: 'src/patch/formats/part-ends.ts',
    from: 'if (/^[+-]/.test(line)) file = null;',
    to: '',
    caught: {
      title: 'where lines of a hunk follow a fence without a mark in a bare diff, nothing of it is a file',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'lines that come, and are lost below the deletion of a file',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: 'if (more !== -1) {',
    to: 'if (more < -1) {',
    caught: {
      title: 'below the deletion of a file, a block may not stand, and would be lost',
      words: 'below the deletion of a file, %s may not stand, and would be lost',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
  },
  {
    against: 'patches in JSON that a shell is to write to a file',
    file: 'src/patch/formats/json-place.ts',
    from: 'WRITES.test(before.slice(-MAX_COMMAND)) || ',
    to: '',
    caught: {
      title: 'JSON that is what a shell writes to a file is not taken out of its text',
      words: 'JSON that is %s is not taken out of its text',
      file: 'test/patch/loose-json.test.ts',
    },
  },
  {
    against: 'a comment with an edit outside of a fence and a patch in JSON, of which one is lost',
    file: 'src/control/written-patch.ts',
    from: 'if (isJson(first) && hasEditMarks(',
    to: 'if (false && hasEditMarks(',
    caught: {
      title: 'an edit outside of a fence beside a patch in JSON is refused: *** Begin Patch',
      words: 'an edit outside of a fence beside a patch in JSON is refused: %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
];
