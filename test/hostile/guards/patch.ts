import { type Guard, inTable } from './guard.ts';

const HOSTILE = 'test/hostile/hostile.test.ts';
const PATH = 'src/patch/path.ts';
const NAME = 'src/patch/file-system-name.ts';

export const PATCH_GUARDS: readonly Guard[] = [
  {
    against: 'patches for another repository, made in this one',
    file: 'src/patch/repository-name.ts',
    from: 'refusals: others.map((other) => anotherRepository(other, sentTo))',
    to: 'refusals: []',
    caught: {
      title: 'a repository that is named as owner/name is refused where the patch was sent to another one',
      words: 'is refused where the patch was sent to another one',
      file: 'test/patch/repository-name.test.ts',
    },
  },
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
    against: 'references to anything but the inbox',
    file: 'src/patch/envelope.ts',
    from: 'ref !== inboxRef(sha256)',
    to: "typeof ref !== 'string'",
    caught: inTable('patches by reference', 'a branch'),
  },
  {
    against: 'a digest beside a patch that is compared with nothing',
    file: 'src/patch/envelope.ts',
    from: "if (members.has('patch') && members.has('sha256'))",
    to: 'if (members.size > 99)',
    caught: {
      title: 'the digest of a reference is refused beside a patch, and not passed over: "x"',
      words: 'the digest of a reference is refused beside a patch, and not passed over: %j',
      file: 'test/patch/envelope.test.ts',
    },
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
    against: 'bytes by reference of which letters would be lost',
    file: 'src/patch/utf8.ts',
    from: '{ ignoreBOM: true, fatal: true }',
    to: '{ ignoreBOM: true }',
    caught: inTable('patches by reference', 'letters in Latin-1'),
  },
  {
    against: 'lines left out in words of another language than English, which are written into files',
    file: 'src/patch/elision/elision.ts',
    from: 'if (isBetweenDots) return true;',
    to: '',
    caught: {
      title: '"# … дальше как было …" stands for lines that are left out, in words',
      words: '%j stands for lines that are left out, in words',
      file: 'test/patch/elision/elision.test.ts',
    },
  },
  {
    against: 'dots between braces, which take the place of a body',
    file: 'src/patch/elision/inline-elision.ts',
    from: "hasDots ? null : 'likely'",
    to: "hasDots ? 'likely' : null",
    caught: {
      title: 'in a whole file a mark behind code on one line is refused in the place of several lines',
      words: 'a mark behind code on one line is refused in the place of several lines',
      file: 'test/apply/elided-inline.test.ts',
    },
  },
  {
    against: 'remarks without dots that lines are left out, in another language than English',
    file: 'src/patch/elision/cut-mark.ts',
    from: 'REST_ELSEWHERE.test(words) && STAYS_ELSEWHERE.test(words)',
    to: 'false',
    caught: {
      title:
        'in a diff a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      words: 'a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      file: 'test/apply/elided.test.ts',
    },
  },
  {
    against: 'words behind the prompt of a session that lines are left out, which take their place',
    file: 'src/patch/elision/doctest.ts',
    from: '|| saysAsItWas(text)',
    to: '',
    caught: {
      title: 'patch/elision/doctest a remark that leaves lines out is one behind the prompt of a session too',
      words: 'a remark that leaves lines out is one behind the prompt of a session too',
      file: 'test/patch/elision/doctest.test.ts',
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
];
