import type { Guard } from '../guard.ts';

export const PATCH_FORMATS_GUARDS: readonly Guard[] = [
  {
    against: 'a diff indented below another one, which is left out as if it changed nothing',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: '!lines.some(isAddedWithin)',
    to: 'lines.length > 0',
    caught: {
      title: 'a hunk whose lines are a diff that is indented is refused, and not left out',
      file: 'test/patch/formats/apply-patch.test.ts',
    },
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
    against: 'moves of a file that are passed over, below its lines',
    file: 'src/patch/formats/apply-patch-section.ts',
    from: "if (sectionHeader(lineAt(reader, at) ?? '')?.kind !== 'move') continue;",
    to: 'if (at >= start) continue;',
    caught: {
      title: 'a new place for a file is refused behind a patch without its last line, and not passed over',
      words: 'a new place for a file is refused %s, and not passed over',
      file: 'test/apply/indent/unmarked.test.ts',
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
    from: 'hasCommands: others.length > 0,',
    to: 'hasCommands: false,',
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
    against: 'parts of a file that overwrite it, by what the line that opens their fence says',
    file: 'src/patch/formats/text-parts.ts',
    from: 'named.isAlone ? { path: named.path, isAlone: true } : null',
    to: '{ path: named.path, isAlone: true }',
    caught: {
      title:
        'are no file where the line that opens them may say that they are a part: python path="src/a.py" mode="append"',
      words: 'are no file where the line that opens them may say that they are a part: %s',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'files that are made beside the one that is meant, by marks around its name',
    file: 'src/patch/formats/path-word.ts',
    from: 'const path = withoutMarks(word);',
    to: 'const path = word;',
    caught: {
      title: 'are the file that is named in marks or by an attribute on the line that opens them: [src/a.py]',
      words: 'are the file that is named in marks or by an attribute on the line that opens them: %s',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'files that are made of what is not plainly a path',
    file: 'src/patch/formats/path-word.ts',
    from: 'return isPlainPath(path) ? path : null;',
    to: 'return path;',
    caught: {
      title: 'are no file where what names them is not plainly a path: @src/a.py',
      words: 'are no file where what names them is not plainly a path: %s',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'parts of a file that become one, by lines of it behind its name',
    file: 'src/patch/formats/file-title.ts',
    from: 'withoutPlace(path) === path ? { path, isAlone: true } : null',
    to: '{ path, isAlone: true }',
    caught: {
      title: 'are no file below the name of a part of one: File: src/a.py:7',
      words: 'are no file below the name of a part of one: %s',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'patches that a shell is to apply in another folder, by what its line begins with',
    file: 'src/patch/formats/part-ends.ts',
    from: '/(?:^|[\\s;&|("\'`{])(?:cat|patch',
    to: '/^(?:\\$ )?(?:cat|patch',
    caught: {
      title:
        "a line of a shell is looked at however it begins, and refused where that alters what is done: cd web && git apply <<'EOF'",
      words:
        'a line of a shell is looked at however it begins, and refused where that alters what is done: %s',
      file: 'test/patch/formats/text.test.ts',
    },
  },
  {
    against: 'folders that a shell enters on the line above',
    file: 'src/patch/formats/shell-line.ts',
    from: '...foldersAbove(lines, at), ',
    to: '',
    caught: {
      title: 'folders that a shell enters on the line above are refused too',
      file: 'test/patch/formats/text.test.ts',
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
      file: 'test/apply/locate/elsewhere.test.ts',
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
    against: 'a new script beside an edit that is dropped as commands',
    file: 'src/patch/formats/text.ts',
    from: '&& !isShellFile(title.path, fence, own)',
    to: '',
    caught: {
      title:
        'code blocks in a text without an edit for a shell are a new file beside an edit where the line above says nothing but its path: deploy.ps1',
      words:
        'for a shell are a new file beside an edit where the line above says nothing but its path: %s, %j',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'commands that start a file, or are below one of another language, and take its place',
    file: 'src/patch/formats/shell-file.ts',
    from: 'return !isSession &&',
    to: 'return path !== first ||',
    caught: {
      title:
        'code blocks in a text without an edit for a shell beside an edit are commands where they show its use, and are told with its name',
      words: 'for a shell beside an edit are commands where they show %s, and are told with its name',
      file: 'test/patch/formats/file-title.test.ts',
    },
  },
  {
    against: 'blocks whose file a name without an extension in their fence says, and which lose it',
    file: 'src/patch/formats/text-parts.ts',
    from: 'const isNamed = nameOn(lead) !== null;',
    to: "const isNamed = looksLikePath(nameOn(lead) ?? '');",
    caught: {
      title:
        'patch/formats/text blocks are of Dockerfile below the line "Dockerfile", above or inside of their fence',
      words: 'blocks are of %s below the line %j, above or inside of their fence',
      file: 'test/patch/formats/text.test.ts',
    },
  },
];
