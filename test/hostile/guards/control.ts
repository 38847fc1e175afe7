import type { Guard } from './guard.ts';

const STOP = 'test/stages/control/stop.test.ts';

export const CONTROL_GUARDS: readonly Guard[] = [
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
    against: 'senders and branches that are taken for the reason of a stop of another one',
    file: 'src/control/stop.ts',
    from: '(scopes.length > 0 && (goesOn || namesAnother(said)))',
    to: '(scopes.length > 1 && (goesOn || namesAnother(said)))',
    caught: {
      title:
        '"pause from @shop-gpt and @other-gpt" is not done for one scope while the other becomes its reason',
      words: '%j is not done for one scope while the other becomes its reason',
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
    against: 'stops of everybody where a sender was picked from a list of Slack',
    file: 'src/control/stop.ts',
    from: 'return isNamed && (LINKED',
    to: 'return isNamed && end < 0 && (LINKED',
    caught: {
      title: 'a sender who was picked from its lists stops nobody, and is told how to write the name',
      words: 'a sender who was picked from its lists stops nobody, and is told how to write the name: %s',
      file: 'test/app/slack/requests.test.ts',
    },
  },
  {
    against: 'operators who are told to confirm the lifting of another lock than the one they meant',
    file: 'src/control/confirmation.ts',
    from: "' all' : scopeOption(command.scope)",
    to: "' all' : ''",
    caught: {
      title: 'who is asked to confirm is told the very command, with its scope: unlock from @shop-gpt',
      words: 'who is asked to confirm is told the very command, with its scope: %s',
      file: 'test/control/authorise.test.ts',
    },
  },
  {
    against: 'operators who unlock alone where nobody can tell who locked',
    file: 'src/control/authorise.ts',
    from: 'return allLockersKnown\n',
    to: 'return allLockersKnown !== null\n',
    caught: {
      title: 'who unlocks confirms it where nobody can tell who else has locked: the log',
      file: STOP,
      words: 'who unlocks confirms it where nobody can tell who else has locked',
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
    against: 'a stop of one sender, by the name alone, that stops everybody',
    file: 'src/control/stop.ts',
    from: 'if (isScoped || !isSaidInFull(written)) {',
    to: "if (isScoped || written !== '') {",
    caught: {
      title: '"pause @shop-gpt" is answered with what to write',
      words: '%j is answered with what to write',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'a stop of another repository or of a branch that stops everything here',
    file: 'src/control/stop.ts',
    from: 'if (LIKE_A_NAME.test(written)) {',
    to: 'if (written.length === 0) {',
    caught: {
      title: '"pause acme/shop" is answered with what to write',
      words: '%j is answered with what to write',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'a list behind a scope, whose other names are taken for the reason',
    file: 'src/control/stop.ts',
    from: 'const isList = /[,;]$/.test(name) &&',
    to: 'const isList = name === first &&',
    caught: {
      title: 'is not done for one scope while the other becomes its reason',
      words: '%j is not done for one scope while the other becomes its reason',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'a second command in a comment, of which nothing is done',
    file: 'src/stages/control/comment.ts',
    from: 'if (second !== null) {',
    to: 'if (second === body) {',
    caught: {
      title: 'with two commands is refused, and neither is done',
      file: 'test/stages/control/comment.test.ts',
    },
  },
  {
    against: 'a second command as an item of a list, of which nothing is done',
    file: 'src/control/second-command.ts',
    from: ' ?? dressedCommandIn(lines)',
    to: '',
    caught: {
      title: 'a second command in a comment is refused, and nothing of the two is done',
      words: 'is refused, and nothing of the two is done: %j',
      file: 'test/control/second-command.test.ts',
    },
  },
  {
    against: 'lines behind a command, of which nothing is done',
    file: 'src/control/command.ts',
    from: 'if (/[\\r\\n]/.test(text.trim())) {',
    to: 'if (/\\0/.test(text.trim())) {',
    caught: {
      title: 'what is more than one line is refused, and nothing of it is done',
      words: 'what is more than one line is refused, and nothing of it is done: %j',
      file: 'test/control/command.test.ts',
    },
  },
  {
    against: 'words below the patch in a comment that nobody is told of',
    file: 'src/control/written-patch.ts',
    from: 'for (const part of parts.slice(parts.findIndex(isFence))) {',
    to: 'for (const part of parts.filter(isFence)) {',
    caught: {
      title: 'words below a patch in JSON are told',
      file: 'test/control/comment-patch.test.ts',
    },
  },
  {
    against: 'a comment with an edit outside of a fence and a patch in JSON, of which one is lost',
    file: 'src/control/written-patch.ts',
    from: 'if (hasEditMarks(parted.parts.filter(',
    to: 'if (false && hasEditMarks(parted.parts.filter(',
    caught: {
      title: 'an edit outside of a fence beside a patch in JSON is refused: *** Begin Patch',
      words: 'an edit outside of a fence beside a patch in JSON is refused: %s',
      file: 'test/control/comment-patch.test.ts',
    },
  },
];
