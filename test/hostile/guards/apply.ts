import { type Guard, inTable } from './guard.ts';

export const APPLY_GUARDS: readonly Guard[] = [
  {
    against: 'lines to be removed that stand at the edge of what is there already, which are said to be gone',
    file: 'src/apply/locate/locate-hunk.ts',
    from: '|| leavesStanding(search.index, hunk, spot.extent))',
    to: '|| leavesStanding(search.index, hunk, spot.extent) === null)',
    caught: {
      title: 'are not said to be gone while they stand there, in a git diff',
      words: 'are not said to be gone while they stand there, in a %s',
      file: 'test/apply/locate/left-standing.test.ts',
    },
  },
  {
    against: 'edits that change lines further up, because those at the end of the file have no line break',
    file: 'src/apply/edit/edit.ts',
    from: 'const starts = found && withLastLines(text, { find, overlapping }, found);',
    to: 'const starts = overlapping && found ? found : found;',
    caught: {
      title: 'is a line like any other where no line break ends it',
      file: 'test/apply/edit/last-line.test.ts',
    },
  },
  {
    against: 'edits of all places that end the apply engine where the last two overlap',
    file: 'src/apply/edit/edit.ts',
    from: 'return isLast && isFree ? [...starts, last] : starts;',
    to: 'return isLast && (isFree || last > 0) ? [...starts, last] : starts;',
    caught: {
      title: 'is a line like any other where no line break ends it',
      file: 'test/apply/edit/last-line.test.ts',
    },
  },
  {
    against:
      'edits among many that change lines further up, because those at the end of the file have no line break',
    file: 'src/apply/edit/edit-run.ts',
    from: 'if (endsWithout(chunked, find)) return',
    to: 'if (chunked.length < 0) return',
    caught: {
      title: 'is a line like any other where no line break ends it',
      file: 'test/apply/edit/last-line.test.ts',
    },
  },
  {
    against: 'many edits that are said to find nothing, because the file is read as a whole for each of them',
    file: 'src/apply/edit/edit-run.ts',
    from: '.text.endsWith(find.slice(0, -1));',
    to: ".text.at(-1) !== '\\n';",
    caught: {
      title: 'has no need of the whole file for each of many edits further up',
      file: 'test/apply/edit/last-line.test.ts',
    },
  },
  {
    against: 'lines that an edit adds at the end of a file once more, because no line break ends it',
    file: 'src/apply/edit/replaced.ts',
    from: 'const isCutOff = at + replace.length > text.length && ',
    to: 'const isCutOff = at < 0 && ',
    caught: {
      title: 'has once below it what an edit adds there, which is sent twice',
      file: 'test/apply/edit/last-line.test.ts',
    },
  },
  {
    against: 'hunks that are put elsewhere, because one above them is done',
    file: 'src/apply/locate/locate.ts',
    from: 'surroundingsOf(left.map((found, order) => knownBy(found, done[order])));',
    to: 'surroundingsOf(left.map(knownOf));',
    caught: {
      title: 'are put below what it has added: the first stands there',
      words: 'are put below what it has added: %s stands there',
      file: 'test/apply/locate/surroundings.test.ts',
    },
  },
  {
    against:
      'lines that are added once more, because what another hunk is off by seems to name their old place',
    file: 'src/apply/locate/made-around.ts',
    from: 'addsOther(hunk) ? hintsOf(hunk) :',
    to: 'addsOther(hunk) && hunk.lines.length === 0 ? hintsOf(hunk) :',
    caught: {
      title: 'are added once where the numbers of all hunks are off, and another hunk has one place only',
      file: 'test/apply/locate/made-around.test.ts',
    },
  },
  {
    against: 'lines above that are added once more by a patch with white space at ends of lines',
    file: 'src/apply/locate/rest.ts',
    from: 'lineAt(index, at - size) !== lineAt(index, at)',
    to: 'lineAt(index, at - size) !== hunk.lines[line]?.[1]',
    caught: {
      title:
        'are not added once more by a patch that is written with more white space at ends of lines than the file',
      words: 'are not added once more by a patch that is written with %s than the file',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against:
      'lines of a hunk that only adds, which are added once more because they end as the context above them',
    file: 'src/apply/locate/slid.ts',
    from: 'order === 0 || !isAlone || !isOneAddition(one.hunk)',
    to: "order === 0 || placed.hunk.lines.some(([mark]) => mark === '-')",
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: a line in a function, and one below it, which ends alike, as a block',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'hunks that are put into what another one of the same patch has added, when it comes again',
    file: 'src/apply/locate/locate.ts',
    from: 'index: withoutLines(index, madeLines(index, hunks, done)) };',
    to: 'index: done.length === 0 ? withoutLines(index, madeLines(index, hunks, done)) : index };',
    caught: {
      title: 'are meant by no other hunk of blocks',
      words: 'are meant by no other hunk of %s',
      file: 'test/apply/locate/made-lines.test.ts',
    },
  },
  {
    against: 'hunks that are refused, because they show all of what another one has added',
    file: 'src/apply/locate/made-lines.ts',
    from: 'if (lines.some((line) => !written.has(lineAt(index, line))))',
    to: 'if (written.size > 0)',
    caught: {
      title: 'may be meant by another hunk that writes down all of them',
      file: 'test/apply/locate/made-lines.test.ts',
    },
  },
  {
    against: 'lines that an earlier revision has added, which are added once more beside other changes',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'const rest = isToDo ? null : restAt(index, { hunk, placing, written });',
    to: 'const rest = isToDo || hunk.lines.length > 0 ? null : restAt(index, { hunk, placing, written });',
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: an import above, beside other changes, as a diff',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against:
      'lines that an earlier revision has added, which are added once more where the rest stands as it is',
    file: 'src/apply/locate/exact.ts',
    from: 'if (mayStandBeside(text, sides, { start, end: start + block.length })) return true;',
    to: '',
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: one of two additions, as a block',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'lines that an earlier revision has added, which an edit adds once more beside other changes',
    file: 'src/apply/edit/edit.ts',
    from: 'if (!mayBePartlyThere(text, sought, start)) return null;',
    to: 'if (mayBePartlyThere(text, sought, start)) return null;',
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: a function below, beside another change, as an edit',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'lines that an earlier revision has added, which one of many edits adds once more',
    file: 'src/apply/edit/edit-run.ts',
    from: 'if (mayBePartlyThere(wide.text, sought, wide.offset))',
    to: 'if (wide.text.length < 0)',
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: an import above, beside other changes, as one of many edits',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'functions that are added once more, because the line number denies an import above them',
    file: 'src/apply/locate/rest.ts',
    from: 'insertedBeside(index, { hunk, placing, written }, isDenied(hunk, position));',
    to: 'isDenied(hunk, position) ? new Map<number, number>() : insertedBeside(index, placed, false);',
    caught: {
      title: 'are not added once more where others are still to be added above, as the line number says',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'functions that a patch moves, which are refused because they stand where they were',
    file: 'src/apply/locate/stands-near.ts',
    from: '&& !removed.has(text));',
    to: '&& (!removed.has(text) || text.length > 0));',
    caught: {
      title: 'are added where it moves them there: two hunks',
      words: 'are added where it moves them there: %s',
      file: 'test/apply/locate/stands-near.test.ts',
    },
  },
  {
    against: 'functions that are added once more, because a line beside them was changed since',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'const near = isToDo ? null : standsNear(search, hunk, place.edits);',
    to: 'const near = isToDo ? null : standsNear(search, hunk, []);',
    caught: {
      title:
        'apply/stands-near, lines that a loosely placed hunk adds are not added where they stand already: a block, and a line was added beside them',
      words: 'are not added where they stand already: $form, and $drift beside them',
      file: 'test/apply/locate/stands-near.test.ts',
    },
  },
  {
    against: 'methods that are put outside of their class, because a list in a comment has other steps',
    file: 'src/apply/indent/shallower.ts',
    from: 'own !== other || (steps.share === 1 && there.share >= MOST);',
    to: 'own !== other || steps.share <= 1;',
    caught: {
      title: 'make no other depth of what is added less deep: a list in a comment',
      words: 'make no other depth of what is added less deep: %s',
      file: 'test/apply/indent/text-steps.test.ts',
    },
  },
  {
    against: 'functions that are put deeper than others, because texts of the file have other steps',
    file: 'src/apply/indent/shallower.ts',
    from: 'const MOST = 0.75;',
    to: 'const MOST = 0;',
    caught: {
      title: 'are none of the file where it has few others',
      file: 'test/apply/indent/text-steps.test.ts',
    },
  },
  {
    against: 'lines that come for others, which are left out because those below are like them',
    file: 'src/apply/locate/rest.ts',
    from: ' || takesPlace(hunk, start, end)',
    to: ' || (!added.some(isOther) && takesPlace(hunk, start, end))',
    caught: {
      title: 'are added where they come for lines that are removed',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against:
      'a function that an earlier revision has added below one that is changed, which is added once more',
    file: 'src/apply/locate/slid.ts',
    from: "if (lines[end]?.[0] === ' ') slid.push(...slidDown(placed, start, end));",
    to: '',
    caught: {
      title:
        'apply/rest, lines of a hunk that stand there already are not added once more: a function below, beside another change, as a block',
      words: 'are not added once more: $name, as $form',
      file: 'test/apply/locate/rest.test.ts',
    },
  },
  {
    against: 'a hunk that puts what it changes below itself, which is done twice',
    file: 'src/apply/locate/done.ts',
    from: 'if (!holdsLines(newSide(hunk), oldSide(hunk))) return true;',
    to: 'if (holdsLines(oldSide(hunk), oldSide(hunk))) return true;',
    caught: {
      title:
        'apply/done, a hunk that puts what it changes below itself is done once: a function that becomes another one, as a diff',
      words: 'is done once: $name, as $form',
      file: 'test/apply/locate/done.test.ts',
    },
  },
  {
    against: 'remarks in other languages that a function stays, by its name, which take its place',
    file: 'src/patch/elision/rest-words-elsewhere.ts',
    from: 'ALL.has(part) || names.has(part)',
    to: 'ALL.has(part) || (names.size === 0 && names.has(part))',
    caught: {
      title: 'in a block so is one in another language',
      words: 'so is one in another language',
      file: 'test/apply/rest-remark.test.ts',
    },
  },
  {
    against: 'plain remarks in other languages that the rest stays, which take the place of several lines',
    file: 'src/patch/elision/rest-words.ts',
    from: "return said === null || (said === 'maybe' && elsewhere !== null) ? elsewhere : said;",
    to: 'return elsewhere === null ? said : said;',
    caught: {
      title: 'in a block so is one in another language',
      words: 'so is one in another language',
      file: 'test/apply/rest-remark.test.ts',
    },
  },
  {
    against: 'files behind a link or in a submodule',
    file: 'src/apply/workspace.ts',
    from: "return { code: 'outside_repository', message, path, data: { parent, kind: entry.kind } };",
    to: 'continue;',
    caught: inTable('paths', 'a file behind a link'),
  },
  {
    against: 'dots in a comment that take the place of lines',
    file: 'src/apply/elided.ts',
    from: 'removed > 0 && COMMENT.test(line) && isElision(line)',
    to: 'removed < 0 && COMMENT.test(line) && isElision(line)',
    caught: {
      title: 'a hunk with dots alone in a comment that puts an elision into a file is refused',
      words: '%s that puts an elision into a file is refused',
      file: 'test/apply/plan.test.ts',
    },
  },
  {
    against: 'whole files that silently drop what the patch made of them before',
    file: 'src/apply/operation.ts',
    from: 'if (lost !== null) return { refusals: [lost], reports: [] };',
    to: '',
    caught: {
      title: 'a whole file that drops what the patch made of it before is refused: a long file in two parts',
      words: 'a whole file that drops what the patch made of it before is refused: %s',
      file: 'test/apply/lost-changes.test.ts',
    },
  },
  {
    against: 'large files that are counted anew for each write of them',
    file: 'src/apply/lost-changes.ts',
    from: 'ADDED.get(content) ?? ',
    to: '',
    caught: {
      title: 'a thousand writes of a large file that was edited take no longer than reading it a few times',
      file: 'test/apply/lost-changes.test.ts',
    },
  },
  {
    against: 'the executable bit that a patch takes off a file of newer commits without a word of it',
    file: 'src/apply/merge/merge-changes.ts',
    from: 'unsaidModes.has(path) ? withModeOfNow(sides) : sides',
    to: 'sides',
    caught: {
      title: 'a new file that newer commits made executable stays so, where a write says no mode',
      words: 'a new file that newer commits made executable stays so, where %s says no mode',
      file: 'test/apply/merge/apply-pinned.test.ts',
    },
  },
  {
    against: 'the executable bit that is lost where a script is deleted and made anew',
    file: 'src/apply/workspace.ts',
    from: 'changed.get(path) ?? source.get(path);\n  return (',
    to: 'changed.get(path) ?? undefined;\n  return (',
    caught: {
      title: 'a script that is deleted and made anew stays executable, where apply_patch says no mode',
      words: 'a script that is deleted and made anew stays executable, where %s says no mode',
      file: 'test/apply/apply.test.ts',
    },
  },
  {
    against: 'marks where a tool cut a text, which take the place of lines',
    file: 'src/apply/elided.ts',
    from: 'removed > 1 && removed > added && mayBeElision(',
    to: 'removed > 1 && removed > added && COMMENT.test(line) && mayBeElision(',
    caught: {
      title:
        'in an edit a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      words: 'a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      file: 'test/apply/elided.test.ts',
    },
  },
  {
    against: 'marks where a tool cut a text, in the place of lines of a whole file',
    file: 'src/apply/elided.ts',
    from: '(isShorter && mayBeElision(line, facts))',
    to: '(isShorter && COMMENT.test(line) && mayBeElision(line, facts))',
    caught: {
      title:
        'in a whole file a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      words: 'a mark where a text was cut is refused in the place of thirty lines, in whatever words',
      file: 'test/apply/elided.test.ts',
    },
  },
  {
    against: 'plain remarks that the rest stays, which take the place of several lines',
    file: 'src/apply/rest-remark.ts',
    from: "said === 'stays' || ",
    to: '',
    caught: {
      title: 'in a block a plain remark that the rest stays is refused in the place of the rest',
      words: 'a plain remark that the rest stays is refused in the place of the rest',
      file: 'test/apply/rest-remark.test.ts',
    },
  },
  {
    against: 'remarks that may stand for lines, which take their place without a word',
    file: 'src/apply/plan.ts',
    from: 'reading.operations.flatMap(remarkNotes)',
    to: 'reading.operations.slice(0, 0).flatMap(remarkNotes)',
    caught: {
      title: 'a remark of an edit that may stand for lines, and may be about the code, is told',
      file: 'test/apply/rest-remark.test.ts',
    },
  },
  {
    against: 'marks for two bodies that change places',
    file: 'src/apply/locate/gap-pairs.ts',
    from: 'if (shared === 0 && !hasEqualSide(mark, own)) return true;',
    to: 'if (shared >= 0) return false;',
    caught: {
      title:
        'in a block two functions that change their order with the same mark for both bodies are refused',
      words: 'two functions that change their order with the same mark for both bodies are refused',
      file: 'test/apply/locate/gap-pairs.test.ts',
    },
  },
  {
    against: 'marks for bodies that are copied and written out',
    file: 'src/apply/locate/gap-pairs.ts',
    from: 'if (copy !== undefined) return',
    to: 'if (copy === null) return',
    caught: {
      title: 'in a block a mark that is copied into a new function is refused',
      words: 'a mark that is copied into a new function is refused',
      file: 'test/apply/locate/gap-pairs.test.ts',
    },
  },
  {
    against: 'marks behind code on one line, which take the place of a body',
    file: 'src/apply/elided.ts',
    from: "return elision === 'said' || (elision === 'likely' && removed > added);",
    to: "return elision === 'said' && removed < added;",
    caught: {
      title: 'in a block a mark behind code on one line is refused in the place of several lines',
      words: 'a mark behind code on one line is refused in the place of several lines',
      file: 'test/apply/elided-inline.test.ts',
    },
  },
  {
    against: 'byte order marks inside of a file that are passed over without a word',
    file: 'src/apply/hunks.ts',
    from: "isPassedOver ? inOrder([...rungs, 'glyphs']) : rungs",
    to: 'isPassedOver ? rungs : rungs',
    caught: {
      title: 'a mark before the first line that stands lower of a hunk is told where it is passed over',
      words: 'a mark %s of a hunk is told where it is passed over',
      file: 'test/apply/byte-order-mark.test.ts',
    },
  },
  {
    against: 'fences and line numbers that are written into code',
    file: 'src/apply/whole-file.ts',
    from: 'shownCodeRefusal(operation, old?.text) ??',
    to: '',
    caught: {
      title: 'code that is shown and not sent is refused, a whole file in a fence',
      words: 'code that is shown and not sent is refused, %s',
      file: 'test/apply/shown-code.test.ts',
    },
  },
  {
    against: 'line numbers that an edit adds to code',
    file: 'src/apply/operation.ts',
    from: "operation.action === 'write' ? null : shownCodeRefusal(operation)",
    to: 'null',
    caught: {
      title: 'code that is shown and not sent is refused, an edit with numbers',
      words: 'code that is shown and not sent is refused, %s',
      file: 'test/apply/shown-code.test.ts',
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
    file: 'src/apply/edit/text-search.ts',
    from: '(find.length <= SHORT || left >= 0)',
    to: 'left !== null',
    caught: {
      title: 'takes no longer for a long text of one letter, which engines search for minutes',
      file: 'test/apply/edit/text-search.test.ts',
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
    file: 'src/apply/locate/exact.ts',
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
    file: 'src/apply/locate/locate.ts',
    from: 'effort.reading -= LINE_EFFORT * lines().count;',
    to: '',
    caught: {
      title: 'short lines take more of the effort than their characters',
      file: 'test/apply/effort.test.ts',
    },
  },
  {
    against: 'names that every line of a file begins like, compared with all of them for each hunk',
    file: 'src/apply/locate/sections.ts',
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
    against: 'fixes that are said to be in, because another function has them',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'isMeant || isCertain || isProof(search, spot, pattern) ? done : open',
    to: 'done',
    caught: {
      title:
        'apply/hints, what a hunk makes stands in another place than the one that is told by lines like those that it removes, in a diff: it is not taken for done',
      words: 'lines like those that it removes, in a diff',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against:
      'fixes that are said to be in, because another function has them, where a line came into their own',
    file: 'src/apply/locate/done.ts',
    from: ' || isLeftElsewhere(search, spot, pattern)',
    to: '',
    caught: {
      title:
        'apply/hints, what a hunk makes stands in another place while a line that it removes is left, below one that came since: it is not taken for done',
      words: 'while a line that it removes is left, below one that came since',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'hunks that are said to be applied while the lines that they remove stand elsewhere',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'if (!isMeant || isNumber === isRivalNumber) return open;',
    to: 'if (!isMeant || isNumber === isRivalNumber) return done;',
    caught: {
      title: 'nothing is done, and nothing said to be, where no hint tells',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'hunks that are said to be applied by lines that another hunk of the patch takes away',
    file: 'src/apply/locate/undone.ts',
    from: 'if (undoing !== null) undone.set(hunk, undoing);',
    to: '',
    caught: {
      title:
        'apply/undone lines that one hunk adds, and another one takes away where they stand already, are added below others',
      words: 'lines that one hunk adds, and another one takes away where they stand already,',
      file: 'test/apply/locate/undone.test.ts',
    },
  },
  {
    against: 'hunks that are placed after all, and undo what is said to be done',
    file: 'src/apply/locate/undone.ts',
    from: 'return undoing === undefined ? location : overlapOf(location, undoing);',
    to: 'return location;',
    caught: {
      title: 'a hunk that is placed after all undoes none that is done',
      file: 'test/apply/locate/undone.test.ts',
    },
  },
  {
    against: 'line numbers of a file as it was, held against what the same patch has made of it',
    file: 'src/apply/locate/surroundings.ts',
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
    file: 'src/apply/locate/locate-hunk.ts',
    from: "return section === null ? position : { status: 'elsewhere', foundAt: position, section };",
    to: 'return section === null ? position : position;',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by an anchor',
      words: 'are not changed in another function than it says by',
      file: 'test/apply/locate/hints.test.ts',
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
    against: 'escapes of a new text that are read though they may be meant as they stand',
    file: 'src/apply/edit/edit.ts',
    from: 'if (isClear || ',
    to: 'if (isClear || !isClear || ',
    caught: {
      title: 'escapes that may be meant as they stand are refused: a path',
      words: 'escapes that may be meant as they stand are refused',
      file: 'test/apply/edit/edit.test.ts',
    },
  },
  {
    against: 'line breaks that are read in the middle of a string',
    file: 'src/apply/edit/escaped-edit.ts',
    from: '(open === null || ',
    to: '(true || ',
    caught: {
      title: 'escapes that may be meant as they stand are refused: a line break in a string',
      words: 'escapes that may be meant as they stand are refused',
      file: 'test/apply/edit/edit.test.ts',
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
    against: 'words that stand for the content of a file, which take its place',
    file: 'src/apply/elided.ts',
    from: 'isStandIn(write.content)',
    to: 'isStandIn(path)',
    caught: {
      title: 'a file is not overwritten by what only stands for its content: <content>',
      words: 'a file is not overwritten by what only stands for its content',
      file: 'test/apply/elided.test.ts',
    },
  },
  {
    against: 'remarks that all is as it was, which take the place of several lines',
    file: 'src/apply/elided.ts',
    from: 'removed > 1 && removed > added &&',
    to: 'removed > 1 && removed < added &&',
    caught: {
      title:
        'a remark that all is as it was is refused in the place of several lines, and taken where it stands for none',
      file: 'test/apply/plan.test.ts',
    },
  },
  {
    against: 'groups and line breaks of other languages that a replacement writes out',
    file: 'src/apply/regex/regex.ts',
    from: 'if (other === null) return parseTemplate',
    to: 'if (other !== replacement) return parseTemplate',
    caught: {
      title: 'for "(x)" the replacement "<${1}>" is refused, which means something in other languages',
      words: 'for %j the replacement %j is refused, which means something in other languages',
      file: 'test/apply/regex.test.ts',
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
    against: 'folders without end',
    file: 'src/apply/plan.ts',
    from: 'limit: MAX_FOLDERS',
    to: 'limit: Infinity',
    caught: inTable('sizes', '100 files in five folders each'),
  },
  {
    against: 'replacements that grow without end',
    file: 'src/apply/regex/matches.ts',
    from: "if (length > MAX_FILE_BYTES) return refused(tooMuch(change.path), '/replacement');",
    to: '',
    caught: inTable('sizes', 'an expression that makes ten gigabytes of them'),
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
    against: 'hunks that land in another function than the one whose head they show',
    file: 'src/apply/fit/fit.ts',
    from: ' && !isOutOfPlace(file, chart, laid)',
    to: '',
    caught: {
      title: 'a hunk is not placed in the other function: with the head of its own one, by git',
      words: 'is not placed in the other function: %s',
      file: 'test/apply/locate/elsewhere.test.ts',
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
      file: 'test/apply/locate/elsewhere.test.ts',
    },
  },
  {
    against: 'hunks that are put under the other one of two headings of a name',
    file: 'src/apply/locate/hints.ts',
    from: 'meant.length === 0 ? sections : meant',
    to: 'sections',
    caught: {
      title:
        'apply/hints, lines that stand once in one of two sections of a name are meant for the one that a line number tells',
      words: 'are meant for the one that %s tells',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'outer headings that nobody heeds',
    file: 'src/apply/locate/sections.ts',
    from: 'outer.some((section) => start >= section.start && start < section.end)',
    to: 'outer.some(() => start >= 0)',
    caught: {
      title:
        'apply/hints, lines that stand once in one of two sections of a name are meant for the one that an anchor above the anchor tells',
      words: 'are meant for the one that %s tells',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'names behind @@ that are given up with the one inside of them that the file lacks',
    file: 'src/apply/locate/sections.ts',
    from: 'if (inner.length > 0) sections = inner;',
    to: 'sections = inner;',
    caught: {
      title:
        'apply/hints, lines that stand once in another section than the outer one of several names are not changed where it is a key of a mapping',
      words: 'are not changed where %s',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'hunks that are put above what git names above them',
    file: 'src/apply/locate/locate.ts',
    from: 'text.indexOf(anchor.trim()) <= start',
    to: 'text !== anchor',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by a section further down, beside a line number that is right',
      words: 'are not changed in another function than it says by %s',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'hunks that are done, and are done again elsewhere',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'findMadeBeside(search, { hunk, surroundings }, found.positions);',
    to: 'findMadeBeside(search, { hunk, surroundings }, isExact ? [] : found.positions);',
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
    file: 'src/apply/locate/exact.ts',
    from: 'at === text.length ? text.charCodeAt(at - 1) !== LINE_FEED : ',
    to: 'at === text.length || ',
    caught: {
      title:
        'apply/edge-blanks, of a diff a blank line that the file lacks at its end is no reason to lose what the patch adds below',
      words: 'a blank line that the file lacks at its end is no reason to lose what the patch adds below',
      file: 'test/apply/locate/edge-blanks.test.ts',
    },
  },
  {
    against: 'blank lines that are said to be removed and are not there',
    file: 'src/apply/locate/placed.ts',
    from: 'return marked.length > 0 && ',
    to: 'return marked.length < 0 && ',
    caught: {
      title:
        'apply/edge-blanks, of a diff a blank line that is to be removed and is not there is not said to be removed',
      words: 'a blank line that is to be removed and is not there is not said to be removed',
      file: 'test/apply/locate/edge-blanks.test.ts',
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
      file: 'test/apply/locate/ladder.test.ts',
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
    against: 'lines without a mark that are passed over, whatever they ask for',
    file: 'src/apply/fit/fit.ts',
    from: 'at: dropsUnmarked(chart, laid) ? null : ',
    to: 'at: ',
    caught: {
      title: 'words right behind a hunk without counts are not passed over',
      file: 'test/apply/indent/unmarked.test.ts',
    },
  },
  {
    against: 'corrections that drop a line whose mark is lost',
    file: 'src/apply/diagnosis/hunk-rewrite.ts',
    from: 'if (old.some(isOpen)) return null;',
    to: '',
    caught: {
      title: 'words right behind a hunk without counts are not passed over',
      file: 'test/apply/indent/unmarked.test.ts',
    },
  },
  {
    against: 'edits that are said to be made, because longer words begin like what they make',
    file: 'src/apply/edit/replaced.ts',
    from: "if (!isPartOfWords(replace, made)) return 'replaced';",
    to: "if (made !== null) return 'replaced';",
    caught: {
      title:
        'apply/edit "import { a" becomes "import { a, b" in "import { a, bcd } from \'./m\';\\n", where what is there belongs to longer words',
      words: 'where what is there belongs to longer words',
      file: 'test/apply/edit/edit.test.ts',
    },
  },
  {
    against: 'edits that are made twice, of which nobody can tell whether they were made',
    file: 'src/apply/edit/replaced.ts',
    from: 'return isWhole && isPartOfWords(find, made) ? ',
    to: 'return isWhole || isPartOfWords(find, made) ? ',
    caught: {
      title:
        'apply/edit whether "(user)" became "isAdmin(user)" in "if (notisAdmin(user)) go();\\n" before is not guessed',
      words: 'before is not guessed',
      file: 'test/apply/edit/edit.test.ts',
    },
  },
  {
    against: 'short lines that are added twice',
    file: 'src/apply/locate/inserted.ts',
    from: 'saysAnything(text)',
    to: 'text.length > 2',
    caught: {
      title:
        'apply/hunks a hunk that is already applied as an insertion of a short line is not inserted once more',
      words: 'as an insertion %s is not inserted once more',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'lines that are added twice, because the patch is indented otherwise than its file',
    file: 'src/apply/locate/inserted.ts',
    from: 'there === written || ',
    to: '',
    caught: {
      title:
        'apply/inserted, lines that a hunk adds at its edge are not added once more, however the hunk is indented: a diff, dedented',
      words: 'are not added once more, however the hunk is indented: %s',
      file: 'test/apply/locate/inserted.test.ts',
    },
  },
  {
    against: 'lines that are added twice beside those that the patch leaves out',
    file: 'src/apply/locate/inserted.ts',
    from: "line === undefined || (line[0] === ' ' && position === MISSING && isGap(index, line[1]))",
    to: 'line === undefined || (line === null && position === MISSING && isGap(index, line[1]))',
    caught: {
      title:
        'apply/inserted, lines that a hunk adds at its edge are not added once more, however the hunk is indented: a diff, above what it leaves out',
      words: 'are not added once more, however the hunk is indented: %s',
      file: 'test/apply/locate/inserted.test.ts',
    },
  },
  {
    against: 'lines that are removed from a block like the one from which they are gone',
    file: 'src/apply/locate/done.ts',
    from: 'return adds(hunk) || isNumbered(made.spot) ? made : null;',
    to: 'return adds(hunk) ? made : null;',
    caught: {
      title: 'as a removal at the line that it names changes nothing in the block that is like it',
      words: 'as %s at the line that it names changes nothing in the block that is like it',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'removals that are said to be done by lines that no number names',
    file: 'src/apply/locate/done.ts',
    from: 'adds(hunk) || isNumbered(made.spot)',
    to: 'adds(hunk) || true',
    caught: {
      title: 'as a removal is not taken for done where the line number names another place than its context',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against:
      'changes that are refused though they are done where their number says, because a heading names more',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'const [isNumber, isRivalNumber] = [isNumbered(spot), isNumbered(rivalSpot)];',
    to: 'const [isNumber, isRivalNumber] = [false, false];',
    caught: {
      title: 'as a change at the line that it names changes nothing in the block that is like it',
      words: 'as %s at the line that it names changes nothing in the block that is like it',
      file: 'test/apply/hunks.test.ts',
    },
  },
  {
    against: 'functions and tests that are added twice between lines of context that are like their own',
    file: 'src/apply/locate/locate-hunk.ts',
    from: `  const made =
    findMadeAround(search, { hunk, surroundings }, found) ??`,
    to: '  const made =',
    caught: {
      title:
        'apply/made-around, lines that a hunk adds between context are added once: Go, as a diff without numbers',
      words: 'are added once: %s, as %s',
      file: 'test/apply/locate/made-around.test.ts',
    },
  },
  {
    against: 'functions and tests that are added twice where the patch shows blank lines that the file lacks',
    file: 'src/apply/locate/locate-hunk.ts',
    from: '(findMadeAround(search, { hunk, surroundings }, found) ??',
    to: '(null ??',
    caught: {
      title: 'are added once where the patch begins with a blank line that the file lacks',
      file: 'test/apply/locate/made-around.test.ts',
    },
  },
  {
    against: 'lines that are added twice, because a search for the place as it was sent sees that only',
    file: 'src/apply/locate/exact.ts',
    from: 'if (beginsLine(text, from + at) && endsLine(text, from + at + made.length)) return true;',
    to: 'if (at < 0) return true;',
    caught: {
      title: 'what it places stands there as it is and nowhere else, and becomes what the hunk says',
      file: 'test/apply/locate/exact.test.ts',
    },
  },
  {
    against: 'one more of equal blocks that is said to be there, though the line number says that it is not',
    file: 'src/apply/locate/made-around.ts',
    from: '(isOldNumbered ? undefined : around[0])',
    to: 'around[0]',
    caught: {
      title: 'are added where the line number names their context, and not what they make',
      file: 'test/apply/locate/made-around.test.ts',
    },
  },
  {
    against: 'one more of equal lines that is said to be there, though the line number names the place',
    file: 'src/apply/locate/made-around.ts',
    from: 'isOldNumbered && !addsOther(hunk)',
    to: 'false',
    caught: {
      title: 'are added where they are like their context, and the line number names it',
      file: 'test/apply/locate/made-around.test.ts',
    },
  },
  {
    against: 'lines that are added twice above their context, in a text that has its patch twice',
    file: 'src/apply/locate/inserted.ts',
    from: ' && !isNamed(position - endOfAddition(hunk, 0))',
    to: '',
    caught: {
      title: 'are added once above their context where a text has the same diff twice',
      file: 'test/apply/locate/inserted.test.ts',
    },
  },
  {
    against: 'blocks that are put around lines twice, because the patch is indented otherwise than its file',
    file: 'src/apply/locate/done.ts',
    from: 'return old.positions.every((at) => at >= start && at < end);',
    to: 'return old.positions.every((at) => at >= end && at < start);',
    caught: {
      title:
        'apply/as-deep, lines that a hunk puts into a block, indented otherwise than the file, are put there once, as a block',
      words: 'are put there once, as %s',
      file: 'test/apply/indent/as-deep.test.ts',
    },
  },
  {
    against: 'patches that are done and change what is like it elsewhere, indented otherwise than their file',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'findMadeBeside(search, { hunk, surroundings }, found.positions);',
    to: 'findMadeBeside(search, { hunk, surroundings }, isExact ? found.positions : []);',
    caught: {
      title:
        'apply/as-deep, lines that a hunk puts into a block, indented otherwise than the file, are those at the line that it names, though others like them stand elsewhere',
      words: 'are those at the line that it names, though others like them stand elsewhere',
      file: 'test/apply/indent/as-deep.test.ts',
    },
  },
  {
    against: 'blocks that are said to be taken away while all of them stand there',
    file: 'src/apply/locate/done.ts',
    from: 'return positions.filter((position) => standsAsDeep(index, hunk, position));',
    to: 'return positions.filter((position) => standsAsDeep(index, hunk, position) || position >= 0);',
    caught: {
      title:
        'apply/as-deep, lines that a hunk moves in or out are not taken for those that it makes where they stand as they were: a diff with context',
      words: 'are not taken for those that it makes where they stand as they were: %s',
      file: 'test/apply/indent/as-deep.test.ts',
    },
  },
  {
    against: 'blocks that are said to be taken away, in a patch of which two readings suit the file',
    file: 'src/apply/indent/as-deep.ts',
    from: ' || !mayBeAsBefore(lines)',
    to: ' || lines.some(({ isContext }) => isContext)',
    caught: {
      title:
        'apply/as-deep, lines that a hunk moves in or out are not taken for those that it makes where they were as deep beside the context too: a diff',
      words: 'are not taken for those that it makes where they were as deep beside the context too: %s',
      file: 'test/apply/indent/as-deep.test.ts',
    },
  },
  {
    against: 'blocks that are said to be taken away, by lines that are new beside them',
    file: 'src/apply/indent/as-deep.ts',
    from: 'if (moved.some(({ before, file }) => before === file)) return false;',
    to: '',
    caught: {
      title:
        'apply/as-deep, lines that a hunk moves in or out prove nothing beside a line more that stands there too',
      words: 'prove nothing beside %s',
      file: 'test/apply/indent/as-deep.test.ts',
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
    against: 'lines of one section of a flat file that pass for those of another one which the hunk names',
    file: 'src/apply/locate/hints.ts',
    from: 'sections.filter(({ start }) => start < spot.extent.start)',
    to: 'sections',
    caught: {
      title:
        'apply/hints, lines that stand once are not changed in another function than it says by a section further down, beside a line number that is right',
      words: 'are not changed in another function than it says by',
      file: 'test/apply/locate/hints.test.ts',
    },
  },
  {
    against: 'hunks that land in the function below the one that they name and show',
    file: 'src/apply/locate/extent.ts',
    from: '(extent.start <= end && isLeftAbove(index, { section, extent, at }))',
    to: 'extent.start <= end',
    caught: {
      title:
        'apply, where a hunk shows the function that it names, and lines came into that since that one is changed, and not the next, which begins alike: named behind @@',
      words: 'that one is changed, and not the next, which begins alike: named %s',
      file: 'test/apply/locate/extent.test.ts',
    },
  },
  {
    against: 'line numbers that are right for where a hunk begins, and not for what it changes',
    file: 'src/apply/locate/hints.ts',
    from: ' && isAsCounted(spot)',
    to: '',
    caught: {
      title: 'a hunk that begins in the section that it names changes no line of the next one',
      file: 'test/apply/locate/extent.test.ts',
    },
  },
  {
    against: 'places that a hint prefers, though they would not do if they were the only ones',
    file: 'src/apply/locate/locate-hunk.ts',
    from: 'meant.isWhole && meant.isSound()',
    to: 'meant !== null',
    caught: {
      title: 'a line number does not give it a place that it would not have if that were the only one',
      file: 'test/apply/locate/extent.test.ts',
    },
  },
  {
    against: 'rules, keys, items and tags whose lines pass for those of another one above them',
    file: 'src/apply/locate/sections.ts',
    from: 'if (beginsWithWord(heading)) return',
    to: 'return',
    caught: {
      title: 'heads a section that ends, so that no line of the next one is taken: a rule',
      words: 'heads a section that ends, so that no line of the next one is taken: %s',
      file: 'test/apply/locate/sections.test.ts',
    },
  },
  {
    against:
      'lines that are taken into a block that the patch adds, because its steps are narrower than those of the file',
    file: 'src/apply/indent/indent-step.ts',
    from: 'below === null || told?.(below.added, below.line) === below.there',
    to: 'below !== undefined',
    caught: {
      title: 'the file goes on below in wider steps than the patch, which begins at no depth',
      words: 'the file goes on below in wider steps than the patch, %s',
      file: 'test/apply/locate/ladder.test.ts',
    },
  },
  {
    against:
      'texts of edits that are found as the end of an indentation, and whose new lines stand in another block',
    file: 'src/apply/indent/within-indent.ts',
    from: 'if (!mayBeWithinIndent(sought)) return',
    to: 'if (sought.find !== null) return',
    caught: {
      title: 'the new lines of a text that was sent with less indentation get the file’s: one depth less',
      words: 'the new lines of a text that was sent with less indentation get the file’s: %s',
      file: 'test/apply/indent/within-indent.test.ts',
    },
  },
  {
    against: 'the same in a row of edits that are applied together',
    file: 'src/apply/edit/edit-run.ts',
    from: 'if (!mayBeWithinIndent(sought)) return',
    to: 'return',
    caught: {
      title: 'the new lines of a text that was sent with less indentation get the file’s: trimmed',
      words: 'the new lines of a text that was sent with less indentation get the file’s: %s',
      file: 'test/apply/indent/within-indent.test.ts',
    },
  },
  {
    against:
      'lines that are taken away but for their indentation, which moves the next line into another block',
    file: 'src/apply/indent/cleared-line.ts',
    from: 'return { start: begin, end, text: replace };\n  while',
    to: 'return { start, end, text: replace };\n  while',
    caught: {
      title: 'what is taken away goes with its indentation: a line',
      words: 'what is taken away goes with its indentation: %s',
      file: 'test/apply/indent/within-indent.test.ts',
    },
  },
  {
    against: 'new text that lost the line break at its end, and takes the next line up',
    file: 'src/apply/edit/edge-breaks.ts',
    from: "return end < find.trimEnd().length ? '' : find.slice(end);",
    to: "return end < find.length ? '' : find.slice(end);",
    caught: {
      title: 'a line break that the new text lost is kept: of a line',
      words: 'a line break that the new text lost is kept: %s',
      file: 'test/apply/edit/edge-breaks.test.ts',
    },
  },
  {
    against: 'the same in a row of edits, where it is not told',
    file: 'src/apply/edit/edit-run.ts',
    from: "...(sought === sent ? [] : (['edge_blanks'] as const)),",
    to: '',
    caught: {
      title: 'a line break that the new text lost is kept: of a line',
      words: 'a line break that the new text lost is kept: %s',
      file: 'test/apply/edit/edge-breaks.test.ts',
    },
  },
  {
    against: 'lines of a block that are a space less deep, as if they had lost a mark',
    file: 'src/patch/formats/blocks.ts',
    from: '    noMarkLost: true,\n',
    to: '',
    caught: {
      title: 'one space is an indentation in a format without marks: YAML',
      words: 'one space is an indentation in a format without marks: %s',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against: 'lines of an edit that are a space less deep, as if they had lost a mark',
    file: 'src/apply/edit/loose-edit.ts',
    from: ', noMarkLost: true }',
    to: ' }',
    caught: {
      title: 'one space is an indentation in a format without marks: YAML',
      words: 'one space is an indentation in a format without marks: %s',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against: 'the same in an edit of one line',
    file: 'src/apply/indent/within-indent.ts',
    from: ', noMarkLost: true }',
    to: ' }',
    caught: {
      title: 'one space is an indentation in a format without marks: one line of it',
      words: 'one space is an indentation in a format without marks: %s',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against: 'hunks that are a space less deep than their file, as if all of their marks were lost',
    file: 'src/apply/locate/locate-hunk.ts',
    from: "  if (marks === 'lost') return",
    to: "  if (marks !== 'unclear') return",
    caught: {
      title: 'what is added one space too shallow as well shows that no mark is lost: Python in four spaces',
      words: 'what is added one space too shallow as well shows that no mark is lost: %s',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against: 'lines that may stand beside lost marks or not, and get a depth',
    file: 'src/apply/indent/own-marks.ts',
    from: "if (isOfFile && isOfContext) return 'unclear';",
    to: '',
    caught: {
      title:
        'a line is refused of which nothing tells whether marks are lost beside it: where the file has both depths',
      words: 'a line is refused of which nothing tells whether marks are lost beside it: %s',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against: 'lines that lack a space as one line of their format without marks does, and leave their block',
    file: 'src/apply/indent/own-marks.ts',
    from: 'return lacksSpacesOnly(pairs) && !isAddedBeside(placed, off);',
    to: 'return lacksSpacesOnly(pairs) || isAddedBeside(placed, off);',
    caught: {
      title:
        'a line that is added and lacks a space as one that stays does is refused beside others, in any format',
      words:
        'a line that is added and lacks a space as one that stays does is refused beside others, in any format',
      file: 'test/apply/indent/own-marks.test.ts',
    },
  },
  {
    against:
      'the only matched line of a hunk that lost its indentation, and gives it twice to a line that has it',
    file: 'src/apply/locate/placed.ts',
    from: 'if (first === undefined || !isLoneTrimmed(pairs)) return moved;',
    to: 'if (first === undefined || pairs.length > 0) return moved;',
    caught: {
      title: 'apply/lone-line, of a diff what replaces it has the depth with which it was sent',
      words: '%s has the depth with which it was sent',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'methods below a line that leaves its block, which get its depth twice',
    file: 'src/apply/indent/lone-line.ts',
    from: 'isFinished(above, text)',
    to: 'isFinished(above, text) && lines.length === 0',
    caught: {
      title:
        'apply/lone-line, of a diff what stands below a line that nothing can be deeper than keeps its depth: a line behind a return, less deep than the file’s',
      words: 'what stands below a line that nothing can be deeper than keeps its depth: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'tags that are taken for a part of one that is closed',
    file: 'src/apply/indent/finished-line.ts',
    from: ' || CLOSED_TAG.test(text)',
    to: '',
    caught: {
      title:
        'apply/lone-line, of a diff what stands below a line that nothing can be deeper than keeps its depth: a tag behind a closed one',
      words: 'what stands below a line that nothing can be deeper than keeps its depth: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'items of a list that are taken for those of one in the item above',
    file: 'src/apply/indent/lone-line.ts',
    from: ' || isItemTooDeep(above, text)',
    to: '',
    caught: {
      title:
        'apply/lone-line, of a diff what stands below a line that nothing can be deeper than keeps its depth: an item too deep for one within it',
      words: 'what stands below a line that nothing can be deeper than keeps its depth: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'items of a list of which nothing tells of which list they are',
    file: 'src/apply/indent/lone-line.ts',
    from: ' || isBesideItem(news, lone)',
    to: '',
    caught: {
      title:
        'apply/lone-line, of a diff a line below one at the margin is refused that may have its depth or not: an item, or one within it',
      words: 'a line below one at the margin is refused that may have its depth or not: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'lines below what may be the head of a block or not, and get a depth',
    file: 'src/apply/indent/lone-line.ts',
    from: ' || isHeadAlone(below, lone)',
    to: '',
    caught: {
      title:
        'apply/lone-line, of a diff a line below one at the margin is refused that may have its depth or not: a line below a head without a mark, or beside it',
      words: 'a line below one at the margin is refused that may have its depth or not: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'lines below one without an end, which may be around it and get its depth',
    file: 'src/apply/indent/lone-line.ts',
    from: 'isEither || isUnclear || ',
    to: 'isEither || ',
    caught: {
      title:
        'apply/lone-line, of a diff a line below one at the margin is refused that may have its depth or not: a part of a line without an end, or what is around it',
      words: 'a line below one at the margin is refused that may have its depth or not: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'hunks that may be at the margin as a whole or not, and get a depth',
    file: 'src/apply/indent/lone-line.ts',
    from: '/[:{]$/.test(above) && ',
    to: 'lone.line < 0 && ',
    caught: {
      title:
        'apply/lone-line, of a diff a line is refused of which nothing tells whether it has its depth: twice as deep below what begins a block',
      words: 'a line is refused of which nothing tells whether it has its depth: %s',
      file: 'test/apply/indent/lone-line.test.ts',
    },
  },
  {
    against: 'the same in an edit of a part of a line',
    file: 'src/apply/indent/within-indent.ts',
    from: 'return indent === file ? [text] : null;',
    to: 'return [lacks + text];',
    caught: {
      title:
        'the new lines of a text that was sent with less indentation get the file’s: one line that has its depth',
      words: 'the new lines of a text that was sent with less indentation get the file’s: %s',
      file: 'test/apply/indent/within-indent.test.ts',
    },
  },
  {
    against: 'new lines of edits of which nothing tells the depth, and which get one',
    file: 'src/apply/indent/within-indent.ts',
    from: "return second.order > first.order + 1 ? 'unclear' : shifted;",
    to: 'return shifted;',
    caught: {
      title: 'new lines are refused where nothing tells how deep they are: a new part below a blank line',
      words: 'new lines are refused where nothing tells how deep they are: %s',
      file: 'test/apply/indent/within-indent.test.ts',
    },
  },
  {
    against:
      'lines that leave more blocks than they are meant to, because the steps of the file are narrower',
    file: 'src/apply/indent/shallower.ts',
    from: 'const scaled = isAsDeep ? inSteps(steps, there) : null;',
    to: 'const scaled = isAsDeep ? learnt : null;',
    caught: {
      title: 'it adds a method in four spaces a depth below one line, the file has two: indentation',
      words: 'it adds a method in four spaces a depth below one line, the file has two',
      file: 'test/apply/locate/ladder.test.ts',
    },
  },
  {
    against: 'lines that leave a block by a part of a step, for a depth that the file has nowhere',
    file: 'src/apply/indent/shallower.ts',
    from: 'own === other && around.some((text) => indentOf(text) === less)',
    to: 'own === other',
    caught: {
      title:
        'it adds lines less deep than those that it shows, in steps none of which leads to a depth of the file',
      words: 'it adds lines less deep than those that it shows, in steps %s',
      file: 'test/apply/locate/ladder.test.ts',
    },
  },
  {
    against: 'lines that may leave one block or two, because nothing shows the steps of the hunk',
    file: 'src/apply/indent/shallower.ts',
    from: 'return isSame ? learnt : null;',
    to: 'return learnt;',
    caught: {
      title:
        'it adds lines less deep than those that it shows, in steps which may be of four spaces or of two',
      words: 'it adds lines less deep than those that it shows, in steps %s',
      file: 'test/apply/locate/ladder.test.ts',
    },
  },
  {
    against: 'a first line that lost its indentation, whose place is taken in another block',
    file: 'src/apply/indent/trimmed-line.ts',
    from: 'return sent === patch ? file : null;',
    to: 'return sent;',
    caught: {
      title: 'a first line that lost its indentation has the file’s: a key of YAML',
      words: 'a first line that lost its indentation has the file’s: %s',
      file: 'test/apply/indent/trimmed-line.test.ts',
    },
  },
  {
    against: 'lines beside one that lost its indentation, which may have lost theirs',
    file: 'src/apply/indent/trimmed-line.ts',
    from: 'return isParted ? sent : null;',
    to: 'return sent;',
    caught: {
      title: 'a line that stands right below it is refused beside a first line that lost its indentation',
      words: 'a line %s is refused beside a first line that lost its indentation',
      file: 'test/apply/indent/trimmed-line.test.ts',
    },
  },
  {
    against: 'titles of Markdown of the first level, under which the lines of the next one pass for theirs',
    file: 'src/apply/locate/sections.ts',
    from: "if (marks === '#' && !isMarkdown) return null;",
    to: "if (marks === '#') return null;",
    caught: {
      title:
        'heads a section that ends, so that no line of the next one is taken: a title of the first level',
      words: 'heads a section that ends, so that no line of the next one is taken: %s',
      file: 'test/apply/locate/sections.test.ts',
    },
  },
  {
    against: 'tables of TOML whose lines pass for those of another one above them',
    file: 'src/apply/locate/sections.ts',
    from: 'TABLE.test(line) ? TABLE_LEVEL : null',
    to: 'null',
    caught: {
      title: 'what stands below a heading of its own depth is not taken for that of another one: [dev]',
      words: 'what stands below a heading of its own depth is not taken for that of another one: %s',
      file: 'test/apply/locate/elsewhere.test.ts',
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
    against: 'long lines that pass for others because they differ in a name only',
    file: 'src/apply/fit/chart.ts',
    from: 'Math.max(LEAST_UNLIKE, UNLIKE * (1 - alike))',
    to: 'UNLIKE * (1 - alike)',
    caught: {
      title: 'a hunk is not placed in the other function: with a long head that is almost the same',
      words: 'is not placed in the other function: %s',
      file: 'test/apply/locate/elsewhere.test.ts',
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
];
