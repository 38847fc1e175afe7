import { describe, expect, test } from '@jest/globals';
import { planPatch } from '../../../src/apply/plan.ts';
import { apply } from '../../../src/library/apply.ts';
import { normalize } from '../../../src/patch/dialects/normalize.ts';
import { commandsBeside, proseNote } from '../../../src/patch/formats/prose.ts';
import { readText } from '../../../src/patch/formats/text.ts';
import { readPatch } from '../../../src/patch/read.ts';

const diff = '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n';
const patch = '*** Begin Patch\n*** Update File: x.ts\n@@\n a\n-b\n+c\n*** End Patch\n';
const block = '<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n';
const edit = '{"path": "x.ts", "old_str": "b", "new_str": "c"}';
const fence = '```';
const write = '{"path": "b.txt", "content": "x"}';
const jsonFence = `${fence}json\n${write}\n${fence}\n`;

describe('patch/formats/text', () => {
  test.each([
    ['a diff', diff, 'diff'],
    ['a diff of git', `diff --git a/x.ts b/x.ts\n${diff}`, 'diff'],
    ['a patch', patch, 'apply_patch'],
    ['a patch without its marks', '*** Update File: x.ts\n-b\n+c\n', 'apply_patch'],
    ['blocks', `x.ts\n${block}`, 'blocks'],
    ['blocks of Cline', 'x.ts\n------- SEARCH\nb\n=======\nc\n+++++++ REPLACE\n', 'blocks'],
    ['an edit in JSON', edit, 'edit'],
    ['a patch in a JSON string', JSON.stringify(patch), 'apply_patch'],
    ['a diff in JSON', JSON.stringify({ diff }), 'diff'],
    ['a diff that was escaped twice', diff.replaceAll('\n', '\\n'), 'diff'],
    ['a text with a byte order mark', `\uFEFF${diff}`, 'diff'],
  ])('%s is found alone, in a fence and in prose', (_what, text, kind) => {
    expect(kinds(text)).toEqual([kind]);
    if (text.startsWith('\uFEFF') || !text.includes('\n')) return;
    expect(kinds(`${fence}\n${text}${fence}\n`)).toEqual([kind]);
    expect(kinds(`Sure! Here it is:\n\n${text}`)).toEqual([kind]);
    expect(kinds(`Sure! Here it is:\n\n${fence}\n${text}${fence}\n\nThis renames b.\n`)).toEqual([kind]);
  });

  test('a text of which only the line breaks were escaped has no other escapes read', () => {
    const only = String.raw`--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+const p = 'C:\\temp' + "\t";\n`;
    expect(readText(only)).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
    const all = JSON.stringify(only.replaceAll(String.raw`\n`, '\n')).slice(1, -1);
    expect(changes(all)).toMatchObject([{ diff: expect.stringContaining(String.raw`'C:\\temp' + "\t";`) }]);
  });

  test.each([
    ['*** Begin Patch', '*** End Patch'],
    ['*** Begin Patch\n *** Update File: y.ts', '*** End of File'],
  ])('a line of a diff that shows the mark %j is one of its file', (begin, end) => {
    const shown = `--- a/x.md\n+++ b/x.md\n@@ ... @@\n-a\n+b\n ${begin}\n ${end}\n-c\n+d\n`;
    for (const text of [shown + diff, `Here:\n\n${shown}\n`, `${fence}diff\n${shown}${fence}\n`]) {
      expect(changes(text)).toMatchObject([{ kind: 'diff', diff: expect.stringContaining(shown) }]);
      expect(readPatch({ text })).toMatchObject({ ok: true });
    }
  });

  test('the lines that a hunk counts are its own, whatever marks they seem to be', () => {
    const text = '--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n-a\n------- SEARCH\n+b\n+++++++ REPLACE\n last\n';
    expect(changes(`Here:\n\n${text}\nThat's all.\n`)).toMatchObject([
      { kind: 'diff', diff: expect.stringContaining(text) },
    ]);
  });

  test('marked lines right behind a patch in prose are refused, and no words', () => {
    const text = `Here:\n\n${patch}-d\n+e\n\nThat's all.\n`;
    const message = expect.stringMatching(/^Line 10 adds or removes something, .* Remove it/);
    expect(readText(text)).toMatchObject({ ok: false, refusals: [{ message }] });
    expect(kinds(`${patch}- b is c\n- done\n`)).toEqual(['apply_patch']);
  });

  test('the path is taken from above where the text below does not name it, and from what is given', () => {
    const bare = '@@ -1,2 +1,2 @@\n a\n-b\n+c\n';
    const above = `src/y.ts\n${fence}diff\n${bare}${fence}\n`;
    expect(changes(above)).toMatchObject([{ kind: 'diff', path: 'src/y.ts', diff: bare }]);
    expect(changes(above, 'other/y.ts')).toMatchObject([{ path: 'src/y.ts' }]);
    expect(changes(`Change \`src/y.ts\`:\n${fence}diff\n${bare}${fence}\n`)).toMatchObject([
      { path: 'src/y.ts' },
    ]);
    expect(changes(bare, 'src/z.ts')).toMatchObject([{ path: 'src/z.ts' }]);
    expect(changes(`${fence}diff\n a\n-b\n+c\n${fence}\n`, 'src/z.ts')).toMatchObject([
      { kind: 'diff', path: 'src/z.ts' },
    ]);
  });

  test('what a block would make a file of is told from a sentence, unless it was given with the text', () => {
    const text = 'Then add helper.js\n<<<<<<< SEARCH\n=======\nnew\n>>>>>>> REPLACE\n';
    expect(readText(text)).toMatchObject({
      changes: [{ path: 'Then add helper.js' }],
      origins: [{ linesBefore: 1, pathFrom: 'sentence' }],
    });
    expect(readText(text, 'n.js')).toMatchObject({
      changes: [{ path: 'n.js' }],
      origins: [{ linesBefore: 1 }],
    });
  });

  test('several formats in one text are as many changes, with the lines before them', () => {
    const text = `First:\n${fence}diff\n${diff}${fence}\nThen:\n${patch}\nLast:\nx.ts\n${block}`;
    const reading = readText(text);
    expect(kinds(text)).toEqual(['diff', 'apply_patch', 'blocks']);
    expect(reading.ok && reading.origins).toEqual([
      { linesBefore: 2 },
      { linesBefore: 10 },
      { linesBefore: 20, pathFrom: 'line' },
    ]);
  });

  test('blocks for one file stay together, whatever stands between them', () => {
    const text = `x.ts\n${fence}ts\n${block}${fence}\nAnd:\n${fence}ts\n${block}${fence}\n`;
    expect(kinds(text)).toEqual(['blocks']);
  });

  test('what stands between the end of a block and another end is not lost as prose', () => {
    const written = block.replace('c\n', 'c\n>>>>>>> REPLACE\nd\n');
    for (const text of [
      written,
      `Sure:\n\n${fence}\n${written}${fence}\n`,
      `${block}\n${fence}sh\nls\n${fence}\n${written}`,
    ]) {
      const files = { 'x.ts': 'a\nb\n' };
      expect(
        apply({ files, patch: { version: 1, changes: [{ kind: 'text', path: 'x.ts', text }] } }),
      ).toMatchObject({
        ok: false,
        refusals: [{ code: 'malformed', message: expect.stringContaining('that did not begin') }],
      });
    }
  });

  describe('a patch without its last line ends with its fence', () => {
    const open = `First:\n\n${fence}\n*** Begin Patch\n*** Update File: x.ts\n@@\n-b\n+c\n${fence}\n\n`;
    const gone = `${fence}\n*** Begin Patch\n*** Delete File: x.ts\n${fence}\n\n`;

    test.each([
      ['blocks', `And:\n\n${fence}\ny.ts\n${block}${fence}\n`, 'blocks'],
      ['a new file', `y.md\n${fence}\nhello\n${fence}\n`, 'write'],
      ['a diff', `${fence}diff\ndiff --git a/y b/y\ndeleted file mode 100644\n${fence}\n`, 'diff'],
      ['another patch', `${fence}\n${patch}${fence}\n`, 'apply_patch'],
    ])('so that %s in the next one is read', (_what, next, kind) => {
      for (const first of [open, gone]) {
        expect(kinds(first + next)).toEqual(['apply_patch', kind]);
        expect(changes(first + next)[0]).toMatchObject({ patch: first.split(`${fence}\n`)[1] });
      }
      expect(kinds(`${gone}${next}\n${fence}\n${patch}${fence}\n`)).toEqual([
        'apply_patch',
        kind,
        'apply_patch',
      ]);
    });

    test('so that JSON in the next one is refused', () => {
      expect(readText(`${open}${jsonFence}`)).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
    });

    test('but not with a line of its file that looks like that', () => {
      const lost = `${fence}\n*** Begin Patch\n*** Update File: x.md\n@@\n a\n${fence}\n-b\n+c\n`;
      expect(changes(`${lost}${fence}\n`)).toMatchObject([{ patch: lost.slice(4) }]);
      expect(changes(`${lost}*** End Patch\n${fence}\n`)).toMatchObject([
        { patch: `${lost.slice(4)}*** End Patch\n` },
      ]);
    });

    test('behind a whole one too, and in no fence before the next one or its fence', () => {
      const section = (file: string) => `*** Begin Patch\n*** Update File: ${file}\n@@\n-b\n+c\n`;
      const whole = `${section('z.ts')}*** End Patch\n`;
      for (const text of [
        `${whole}\n${fence}\n${section('y.ts')}${fence}\n\n${fence}\n${whole}${fence}\n`,
        `${section('y.ts')}\n${fence}\n${whole}${fence}\n`,
        `${section('y.ts')}${fence}diff\n${whole}${fence}\n`,
        `${section('y.ts')}\n${whole}`,
      ])
        expect(changes(text)).toContainEqual({
          kind: 'apply_patch',
          patch: expect.stringMatching(/y\.ts\n@@\n-b\n\+c\n\s*$/),
        });
    });

    test('in a block of a shell that nobody closed, in a time that grows with the text alone', () => {
      const given = "git apply <<'EOF'\n*** Begin Patch\n*** Delete File: a\n*** End Patch\nEOF\nls a\n";
      const started = process.cpuUsage();
      expect(changes(`${fence}sh\n${given.repeat(9000)}`)).toHaveLength(9000);
      expect(process.cpuUsage(started).user / 1e3).toBeLessThan(5000);
    });

    test('in a time that grows with the text alone', () => {
      const part = `${fence}\n*** Update File: x.ts\n@@\n-b\n+c\n${fence}\n`;
      const started = process.cpuUsage();
      expect(changes(part.repeat(10_000))).toHaveLength(10_000);
      expect(process.cpuUsage(started).user / 1e3).toBeLessThan(5000);
    });
  });

  test('a fence in a list is read without its indentation', () => {
    const indented = diff.replaceAll(/^/gm, '   ').trimEnd();
    expect(changes(`1. Do this:\n\n   ${fence}diff\n${indented}\n   ${fence}\n`)).toMatchObject([{ diff }]);
  });

  test('what is not indented with its fence keeps the indentation that it has', () => {
    const body = 'def f():\n    one()\n\n    two()\n';
    for (const indent of ['  ', '    ']) {
      const inFence = (text: string) => `${indent}${fence}\n${text}${indent}${fence}\n`;
      expect(changes(`- The file:\n\n\`y.py\`\n${inFence(body)}`)).toMatchObject([{ content: body }]);
      const diffed = '--- a/x.py\n+++ b/x.py\n@@ -2,2 +2,3 @@\n     one()\n+    two()\n     three()\n';
      expect(changes(`- Change:\n\n${inFence(diffed)}`)).toMatchObject([{ diff: diffed }]);
      const block = `z.py\n<<<<<<< SEARCH\n=======\n${body}>>>>>>> REPLACE\n`;
      expect(changes(`- New:\n\n${inFence(block)}`)).toMatchObject([{ text: expect.stringContaining(body) }]);
      const all = body.replaceAll(/^(?=.)/gm, indent);
      expect(changes(`- The file:\n\n\`y.py\`\n${inFence(all)}`)).toMatchObject([{ content: body }]);
    }
  });

  test('a fence inside of a diff does not end it', () => {
    const inner = '--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n```js\n-b\n+c\n```\n@@ -9 +9 @@\n-d\n+e\n';
    expect(changes(`${fence}diff\n${inner}${fence}\n`)).toMatchObject([{ diff: inner }]);
  });

  test('whole files are those that a path stands above, or the one that is given', () => {
    expect(
      changes(`src/y.ts\n${fence}ts\nlet a;\n${fence}\n\n**b.ts**\n${fence}\nlet b;\n${fence}\n`),
    ).toMatchObject([
      { kind: 'write', path: 'src/y.ts', content: 'let a;\n' },
      { kind: 'write', path: 'b.ts', content: 'let b;\n' },
    ]);
    expect(changes(`${fence}ts src/y.ts\nlet a;\n${fence}\n`)).toMatchObject([{ path: 'src/y.ts' }]);
    expect(changes(`Here:\n${fence}ts\nlet a;\n${fence}\n`, 'y.ts')).toMatchObject([
      { kind: 'write', path: 'y.ts', content: 'let a;\n' },
    ]);
    expect(changes('let a;\n', 'y.ts')).toMatchObject([{ kind: 'write', path: 'y.ts', content: 'let a;\n' }]);
    expect(changes(`${fence}json\n{"name": "x"}\n${fence}\n`, 'package.json')).toMatchObject([
      { kind: 'write', path: 'package.json', content: '{"name": "x"}\n' },
    ]);
  });

  test('code blocks inside of a whole file are part of it where they pair up', () => {
    const file = '# x\n\n```sh\nnpm i\n```\n\nend\n';
    expect(changes(`x.md\n${fence}md\n${file}${fence}\n`)).toMatchObject([{ content: file }]);
    const unsure = '# x\n\n```\nnpm i\n```\n\nend\n';
    const reading = readText(`x.md\n${fence}md\n${unsure}${fence}\n`);
    expect(reading).toMatchObject({ ok: true, changes: [{ content: unsure }], origins: [{ sureLines: 2 }] });
    const outer = `x.md\n\`\`\`\`md\n${unsure}\`\`\`\`\n`;
    expect(readText(outer)).toMatchObject({ ok: true, changes: [{ content: unsure }] });
  });

  test('commands and examples beside edits are not done, and that is told', () => {
    const text = `${patch}\n${fence}bash\nnpm test\n${fence}\n\n${fence}ts\nfoo();\n${fence}\n`;
    const reading = readText(text);
    expect(reading).toMatchObject({
      ok: true,
      changes: [{ kind: 'apply_patch' }],
      repairs: [],
      notDone: ['The commands in the code block at line 9 were not run'],
    });
    expect(reading.ok && proseNote(reading.prose)).toMatch(/"foo\(\);" \(line 14\)$/);
  });

  test.each([
    ['a diff', '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n-b\n+c\n {"path": "y", "content": "z"}\n', 'diff'],
    ['a patch', `*** Begin Patch\n*** Add File: x.json\n+${write}\n*** End Patch\n`, 'apply_patch'],
    ['a block', `x.json\n<<<<<<< SEARCH\n=======\n[\n${write}\n]\n>>>>>>> REPLACE\n`, 'blocks'],
  ])('%s that quotes a patch in JSON is what is done, and not the JSON', (_what, text, kind) => {
    for (const sent of [text, `So:\n\n${text}`]) {
      expect(kinds(sent)).toEqual([kind]);
      expect(normalize(sent)).toMatchObject({ patch: { changes: [{ kind: 'text', text: sent }] } });
    }
  });

  test.each([
    ['in a fence below a diff', `${fence}diff\n${diff}${fence}\nIt answers:\n\n${jsonFence}`],
    ['in a fence above a diff', `It answers:\n\n${jsonFence}\n${fence}diff\n${diff}${fence}\n`],
    ['in a fence below a bare diff', `${diff}\n${jsonFence}`],
    ['bare above a diff in a fence', `${write}\n\n${fence}diff\n${diff}${fence}\n`],
    ['and words above a diff in a fence', `${write}\n\nAnd then:\n\n${fence}diff\n${diff}${fence}\n`],
    ['bare above a file in a fence', `${write}\n\nn.md\n${fence}md\nb\n${fence}\n`],
    ['above the path of a diff in a fence', `${write}\nx.ts\n${fence}diff\n${diff}${fence}\n`],
    ['between two bare diffs', `${diff}\n${write}\n\n${diff}`],
    ['in a fence below a patch', `${patch}\n${jsonFence}`],
    ['bare below a patch', `${patch}\n${write}\n`],
    ['in a fence below blocks', `x.ts\n${block}\n${jsonFence}`],
    ['bare between blocks', `x.ts\n${block}\n${write}\n\n${block}`],
    ['in a fence that names a file, below a patch', `${patch}\ny.json\n${jsonFence}`],
  ])('a patch in JSON %s is refused, and nothing of the two is done', (_what, text) => {
    const message = expect.stringMatching(/^The JSON at line \d+ is a patch, .* Send only one of them/);
    expect(readText(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', message }] });
  });

  test.each([
    ['a patch that asks for a dry run', '{"dryRun": true, "changes": [{"kind": "delete", "path": "a.txt"}]}'],
    [
      'a patch for another branch',
      '{"base": {"branch": "x"}, "changes": [{"kind": "delete", "path": "a.txt"}]}',
    ],
    ['nothing but a dry run', '{"dryRun": true}'],
    ['nothing but a dry run under another name', '{"dry_run": true}'],
    ['nothing but a draft', '{"draft": true}'],
    ['nothing but another branch', '{"base": {"branch": "x"}}'],
  ])('JSON with %s is refused above and below an edit, in a fence or not', (_, json) => {
    const edits = [
      `${fence}diff\n--- a/b.txt\n+++ b/b.txt\n@@ -1 +1 @@\n-a\n+b\n${fence}\n`,
      `${fence}json\n{"path": "b.txt", "find": "a", "replace": "b"}\n${fence}\n`,
      `b.txt\n${fence}\nb\n${fence}\n`,
    ];
    for (const own of [`${json}\n`, `${fence}json\n${json}\n${fence}\n`])
      for (const text of edits.flatMap((edit) => [`${own}\n${edit}`, `${edit}\n${own}`]))
        expect(isTaken(text)).toBe(false);
  });

  test('JSON that is no patch is passed over beside an edit', () => {
    const text = `${patch}\nIt answers:\n\n${fence}json\n{"name": "x", "files": ["dist"]}\n${fence}\n`;
    expect(kinds(text)).toEqual(['apply_patch']);
  });

  test.each([
    ['tests/fixture.json', '{"files": {"src/cart.js": "gone"}}'],
    ['data/seed.json', '[{"path": "a.txt", "content": "seed"}]'],
    ['docs/first.json', '{"version": 1, "changes": [{"kind": "delete", "path": "a.txt"}]}'],
    ['docs/first.md', write],
    ['Here is the full `tests/fixture.json`:', write],
  ])('below %s, JSON that is a patch of other files is refused', (line, json) => {
    const message = expect.stringContaining('Send a write change for the file, or the JSON without a path');
    const file = `${line}\n${fence}json\n${json}\n${fence}\n`;
    for (const text of [file, `${file}\nb.md\n${fence}md\nb\n${fence}\n`])
      expect(readText(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', message }] });
  });

  test.each([
    ['a diff', diff],
    ['a patch', patch],
    ['blocks', `x.ts\n${block}`],
    ['a block that names it', block.replace('SEARCH', 'SEARCH x.ts')],
  ])(
    'in a fence below the path of another file, %s is refused: it may be what is to stand there',
    (_, edit) => {
      const message = expect.stringContaining(
        'Send a write change for the file, or the edit without that path',
      );
      for (const [line, info] of [
        ['File: tests/loosen.txt\n', 'diff'],
        ['Here is the full `tests/loosen.txt`:\n\n', ''],
        ['', 'text tests/loosen.txt'],
      ] as const)
        for (const others of [
          '',
          `${fence}diff\n${diff}${fence}\n\n`,
          `x.ts\n${fence}\n${block}${fence}\n\n`,
        ])
          expect(readText(`${others}${line}${fence}${info}\n${edit}${fence}\n`)).toMatchObject({
            ok: false,
            refusals: [{ code: 'malformed', message, path: 'tests/loosen.txt' }],
          });
    },
  );

  test.each(['x.ts', 'src/x.ts', 'packages/a/src/x.ts'])(
    'in a fence below %s, an edit of x.ts and one of several files are edits',
    (line) => {
      for (const edit of [diff, `${diff}${diff.replaceAll('x.ts', 'z.ts')}`, patch, `x.ts\n${block}`, block])
        expect(isTaken(`${line}\n${fence}\n${edit}${fence}\n`)).toBe(true);
    },
  );

  test('below its path, JSON is an edit of that file, or the file where it is no patch', () => {
    const edited = `package.json\n${fence}json\n{"old_str": "a", "new_str": "b"}\n${fence}\n`;
    expect(changes(edited)).toMatchObject([{ kind: 'edit', path: 'package.json' }]);
    const whole = `package.json\n${fence}json\n{"name": "x", "files": ["dist"]}\n${fence}\n`;
    expect(changes(whole)).toMatchObject([{ kind: 'write', path: 'package.json' }]);
    // As a translation of a search has them.
    const words = '{"find": "Find", "replace": "Replace", "open": "Open"}\n';
    const write = { kind: 'write', path: 'locales/en.json', content: words };
    expect(changes(`locales/en.json\n${fence}json\n${words}${fence}\n`)).toMatchObject([write]);
    expect(changes(words, 'locales/en.json')).toMatchObject([write]);
    const edit = '{"old_str": "Find", "new_str": "Search", "confidence": 1}';
    expect(changes(edit, 'locales/en.json')).toMatchObject([{ kind: 'edit', path: 'locales/en.json' }]);
  });

  test('a file in a fence beside a patch in JSON is refused, and not lost', () => {
    const message = expect.stringContaining('add the file to the patch as a write change');
    expect(readText(`So:\n\n${jsonFence}\nb.md\n${fence}md\nb\n${fence}\n`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message, path: 'b.md' }],
    });
  });

  test('a file in a fence beside edits is told from one that stands alone', () => {
    const file = `y.ts\n${fence}ts\nlet a;\n${fence}\n`;
    const reading = readText(`${patch}\n${file}`);
    expect(reading).toMatchObject({
      ok: true,
      changes: [{ kind: 'apply_patch' }, { kind: 'write', path: 'y.ts', content: 'let a;\n' }],
      origins: [{ linesBefore: 0 }, { linesBefore: 10, found: 'beside' }],
    });
    const passing = readText(`${patch}\nSee \`y.ts\` for how it is used:\n${fence}ts\nlet a;\n${fence}\n`);
    expect(passing).toMatchObject({ ok: true, changes: [{ kind: 'apply_patch' }] });
  });

  test.each([
    ['below its path', `y.md\n${fence}\nhello\n${fence}\n`],
    ['below its path in a heading and words', `\nAnd then:\n\n### \`y.md\`\n\n${fence}md\nhello\n${fence}\n`],
    ['that names it itself', `${fence}md docs/y.md\nhello\n${fence}\n`],
    ['behind an example', `${fence}\ntree\nx.md\n${fence}\n\ny.md\n${fence}\nhello\n${fence}\n`],
  ])('a new file in a fence %s is not lost behind a bare diff', (_what, file) => {
    expect(changes(`${diff}\n${file}`)).toMatchObject([
      { kind: 'diff' },
      { kind: 'write', content: 'hello\n' },
    ]);
    expect(kinds(`${diff}\n${file}\n${diff}`)).toEqual(['diff', 'write', 'diff']);
  });

  test('a fence among the lines of a bare diff does not end it', () => {
    for (const lines of [` y.md\n ${fence}\n-b\n+c\n ${fence}\n`, `-y.md\n+${fence}\n ${fence}\n`]) {
      const bare = `--- a/x.md\n+++ b/x.md\n@@ -1,3 +1,3 @@\n${lines}`;
      expect(changes(bare)).toEqual([{ kind: 'diff', diff: bare.trimEnd() }]);
    }
  });

  test('where lines of a hunk follow a fence without a mark in a bare diff, nothing of it is a file', () => {
    for (const lines of [`y.md\n${fence}\n+b\n${fence}\n`, `y.md\n${fence}\nb\n${fence}\n+c\n`]) {
      const bare = `${diff}${lines}`;
      expect(apply({ files: { 'x.ts': 'a\nb\n' }, patch: bare })).toMatchObject({ ok: false });
      expect(kinds(bare)).toEqual(['diff']);
    }
  });

  test('tags around an edit name its file as a line above does', () => {
    const text = `<apply_diff>\n<path>src/y.ts</path>\n<diff>\n${block}</diff>\n</apply_diff>\n`;
    expect(changes(text)).toMatchObject([{ kind: 'blocks', path: 'src/y.ts', text: block }]);
    expect(changes(`I call it.\n\n${text}`)).toMatchObject([{ path: 'src/y.ts' }]);
  });

  test('a diff that a shell is given in a text of its own ends with that text', () => {
    const call = `git apply <<'EOF'\n${diff}EOF\n`;
    expect(changes(call)).toMatchObject([{ kind: 'diff', diff }]);
    expect(changes(`${fence}bash\n${call}${fence}\n`)).toMatchObject([{ kind: 'diff', diff }]);
    expect(changes(`patch -p1 <<PATCH\n${diff}PATCH\nnpm test\n`)).toMatchObject([{ kind: 'diff', diff }]);
  });

  test.each([
    ['git apply -R', '-R'],
    ['git apply --reverse --index', '--reverse'],
    ['git apply --check', '--check'],
    ['git apply --stat', '--stat'],
    ['git apply --directory=web', '--directory=web'],
    ['git apply --exclude=x.ts', '--exclude=x.ts'],
    ['git apply -p2', '-p2'],
    ['patch -Rp1', '-Rp1'],
    ['patch -p 2', '2'],
    ['patch --dry-run -p1', '--dry-run'],
    ['patch -d web -p1', '-d'],
    ['patch y.ts', 'y.ts'],
    ['patch -i y.patch', 'y.patch'],
  ])('a shell that is to give the patch to %s is refused, for it would not be heeded', (program, said) => {
    const message = expect.stringContaining(`applied otherwise than it stands, by \`${said}\``);
    const refused = { ok: false, refusals: [{ message }] };
    for (const line of [`${program} <<'EOF'`, `$ cat <<EOF | ${program}`, `${program} - <<EOF && npm test`]) {
      const given = `${line}\n${diff}EOF\n`;
      expect(readText(`${fence}bash\n${given}${fence}\n`)).toMatchObject(refused);
      expect(readText(given)).toMatchObject(refused);
      expect(readText(JSON.stringify({ text: given }))).toMatchObject(refused);
      const patchOfDiff = { version: 1, changes: [{ kind: 'diff', diff: given }] } as const;
      expect(apply({ files: {}, patch: patchOfDiff })).toMatchObject(refused);
    }
    const change = { kind: 'apply_patch', patch: `${program} <<'EOF'\n${patch}EOF\n` } as const;
    expect(apply({ files: {}, patch: { version: 1, changes: [change] } })).toMatchObject(refused);
  });

  test.each(['cd web', 'sed s/b/d/'])(
    'what a shell does with %s before the patch is refused too',
    (other) => {
      expect(readText(`cat <<'EOF' | ${other} | git apply\n${diff}EOF\n`)).toMatchObject({
        ok: false,
        refusals: [{ message: expect.stringContaining(`by \`${other}\``) }],
      });
    },
  );

  test.each([
    ["cd web && git apply <<'EOF'", 'cd web'],
    ["(cd web && apply_patch <<'EOF'", 'cd web'],
    ["(cd web && patch -p1) <<'EOF'", 'cd web'],
    ["{ cd web; git apply; } <<'EOF'", 'cd web'],
    ["cd /workspace/repo && git apply <<'EOF'", 'cd /workspace/repo'],
    ["pushd web && patch -p1 <<'EOF'", 'pushd web'],
    ["git -C web apply <<'EOF'", '-C'],
    ["git --work-tree web apply <<'EOF'", '--work-tree'],
    ["sed s/b/d/ <<'EOF' | git apply", 'sed s/b/d/'],
    ["env -C web git apply <<'EOF'", 'env -C web'],
    ["GIT_WORK_TREE=web git apply <<'EOF'", 'GIT_WORK_TREE=web'],
    ["docker exec -w /web app git apply <<'EOF'", 'docker exec -w /web app'],
    ['bash -c "cd web && git apply" <<\'EOF\'', 'bash -c cd web'],
    ["bash -lc \"cd web && apply_patch <<'EOF'", 'bash -lc cd web'],
  ])(
    'a line of a shell is looked at however it begins, and refused where that alters what is done: %s',
    (line, said) => {
      const refused = {
        ok: false,
        refusals: [{ message: expect.stringContaining(`applied otherwise than it stands, by \`${said}\``) }],
      };
      expect(readText(`${line}\n${diff}EOF\n`)).toMatchObject(refused);
      expect(readText(`${fence}sh\n${line}\n${diff}EOF\n${fence}\n`)).toMatchObject(refused);
    },
  );

  test.each([
    "cd . && git apply <<'EOF'",
    "cd ./\ngit apply <<'EOF'",
    'cd "$(git rev-parse --show-toplevel)" && git apply <<\'EOF\'',
    "env LANG=C sudo git apply <<'EOF'",
    "set -e; git apply <<'EOF'",
    'bash -lc "git apply" <<\'EOF\'',
    "Run this with git apply <<'EOF'",
  ])('a line of a shell that works at the root is carried out, as it were: %s', (line) => {
    const reading = readText(`${line}\n${diff}EOF\n`);
    expect(reading).toMatchObject({ ok: true, changes: [{ diff }], notDone: [] });
    expect(reading.ok && commandsBeside(reading.prose)).toEqual([]);
  });

  test('folders that a shell enters on the line above are refused too', () => {
    for (const above of ['cd web', '$ pushd web', 'cd web; npm ci', 'cd web\ncd .'])
      expect(readText(`${above}\ngit apply <<'EOF'\n${diff}EOF\n`)).toMatchObject({
        ok: false,
        refusals: [{ message: expect.stringMatching(/by `(?:cd|pushd) web`/) }],
      });
  });

  test('commands before the program that leave the folder and the text alone are told', () => {
    for (const line of ["git switch -c x && git apply <<'EOF'", "mkdir -p src; patch -p1 <<'EOF'"]) {
      const reading = readText(`${line}\n${diff}EOF\n`);
      expect(reading.ok && commandsBeside(reading.prose)).toHaveLength(1);
    }
  });

  test.each([
    'apply_patch',
    'apply_patch "$(cat',
    'git apply',
    'git apply -',
    'git apply --index -v --whitespace=fix --3way',
    'git am -3',
    'patch -p1',
    'patch -p0 -N --verbose',
    'patch -Np1 -i -',
    'patch -u -p 1',
    'patch x.ts',
    'patch ./x.ts',
    'cat',
    'cat > x.patch',
  ])('a shell that gives the patch to %s asks for no more than that', (program) => {
    const given = `${program} <<'EOF' 2>/dev/null || true\n${diff}EOF\n`;
    const reading = readText(`${fence}bash\n${given}${fence}\n`);
    expect(reading).toMatchObject({ ok: true, changes: [{ diff }], notDone: [] });
    if (!program.startsWith('cat')) expect(reading.ok && proseNote(reading.prose)).toBeNull();
  });

  test.each([
    "git apply <<'EOF' && rm -rf y.ts",
    "cat <<'EOF' | patch -p1; rm -rf y.ts",
    "git apply <<'EOF' # and rm -rf y.ts",
  ])('other commands on the line that gives a patch to a shell are told: %s', (line) => {
    for (const text of [`${line}\n${diff}EOF\n`, `${fence}bash\n${line}\n${diff}EOF\n${fence}\n`]) {
      const reading = readText(text);
      expect(reading.ok && proseNote(reading.prose)).toContain(`passed over: "${line}" (`);
      expect(reading.ok && commandsBeside(reading.prose)).toEqual(
        line.includes('#')
          ? []
          : [expect.stringMatching(/^The commands at line \d, beside a patch, were not run$/)],
      );
    }
  });

  test('commands behind a patch in the block of a shell are told as not run', () => {
    const call = `git apply <<'EOF'\n${diff}EOF\n`;
    const block = (text: string) => readText(`${fence}sh\n${text}${fence}\n`);
    for (const more of ["cat > new.txt <<'EOF'\nhello\nEOF\n", 'rm src/b.txt\n', `\n${call}npm test -- -u\n`])
      expect(block(`${call}${more}`)).toMatchObject({
        ok: true,
        notDone: [expect.stringMatching(/^The commands at line \d+, behind a patch, were not run$/)],
      });
    expect(block(call)).toMatchObject({ ok: true, notDone: [] });
    expect(block(`${call}\n${call}`)).toMatchObject({ ok: true, notDone: [] });
    expect(readText(`${call}npm test\n`)).toMatchObject({ notDone: [expect.stringContaining('line 9,')] });
    for (const words of ['That is all.\n', '\nuntil then\n', `\n${call}`])
      expect(readText(`${call}${words}`)).toMatchObject({ ok: true, notDone: [] });
  });

  test.each([
    ['nothing', ' \n', undefined, 'no_changes'],
    ['prose', 'Please rename b to c.', undefined, 'mission_without_changes'],
    ['half a block', 'x.ts\n>>>>>>> REPLACE\n', 'x.ts', 'malformed'],
    ['half a patch', 'foo\n*** End Patch\n', 'x.ts', 'malformed'],
    ['half an edit in JSON', '{"path": "x.ts", "old_str": "b', 'x.ts', 'malformed'],
    ['half a diff', '+++ b/x.ts\n+c\n', 'x.ts', 'malformed'],
    ['a code block without a name', `${fence}ts\nlet a;\n${fence}\n`, undefined, 'malformed'],
    ['two code blocks for one path', `${fence}\na\n${fence}\n${fence}\nb\n${fence}\n`, 'x.ts', 'malformed'],
    ['one file twice', `x.ts\n${fence}\na\n${fence}\nx.ts\n${fence}\nb\n${fence}\n`, undefined, 'malformed'],
    ['a code block that does not end', `x.ts\n${fence}\na\n`, undefined, 'malformed'],
    ['a file that shows a patch', `x.md\n${fence}md\n# How\n\n${patch}${fence}\n`, undefined, 'malformed'],
    [
      'an edit behind other lines, beside an edit',
      `${patch}\n${fence}ts\nfoo();\nbar();\n*** Update File: x\n${fence}\n`,
      undefined,
      'malformed',
    ],
    [
      'an edit behind other lines',
      `x.ts\n${fence}ts\nfoo();\nbar();\n*** Update File: x\n${fence}\n`,
      undefined,
      'malformed',
    ],
    ['a wrong value in JSON', '{"path": "x.ts", "find": "", "replace": "b"}', undefined, 'malformed'],
    ['half a character in a JSON string', '"a\\ud800b\\n"', 'x.ts', 'malformed'],
    [
      'half a character in JSON',
      '{"path": "x.ts", "find": "a", "replace": "\\ud800"}',
      undefined,
      'malformed',
    ],
  ])('%s is refused', (_what, text, path, code) => {
    expect(readText(text, path)).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  test.each([
    ['src/new.js', 'Sorry, I could not find this file. Please paste it.'],
    ['src/new.js', 'Add a logout button to the header'],
    ['src/new.js', 'add a logout button to the header.\n'],
    ['src/new.js', 'Done.'],
    [
      'src/__init__.py',
      "I can't do that: `get_user` and get_all() are **not** here.\n\n- See #12.\n- Ask me.\n",
    ],
    ['src/new.js', '抱歉，我找不到这个文件。'],
    ['src/new.js', '请添加退出按钮'],
    ['config.json', 'Nothing has to be changed here.'],
    ['Dockerfile', 'No changes needed.'],
  ])('the whole of %s is no text of words, which is refused: %j', (path, text) => {
    expect(readText(text, path)).toMatchObject({
      ok: false,
      refusals: [
        { code: 'mission_without_changes', path, message: expect.stringContaining('a write change') },
      ],
    });
  });

  test.each([
    ['version.txt', '1.2.3'],
    ['notes.txt', 'Sorry, I could not find this file. Please paste it.'],
    ['docs/a.md', 'Only this line.\n'],
    ['LICENSE', 'All rights are reserved.\n'],
    ['.nvmrc', 'v24.1.0\n'],
    ['x.html', 'Hello there, all of you.\n'],
    ['y.ts', 'let a;\n'],
    ['a.js', "'use strict';\n"],
    ['a.js', '// There is nothing to see here.\n'],
    ['a.py', '# There is nothing to see here.\n'],
    ['a.py', '"""Says what it is for."""\n'],
    ['a.py', 'import os\nfrom x import y\n'],
    ['a.sql', 'SELECT name FROM users\n'],
    ['a.yml', 'Name: What this is all about.\n'],
    ['Rakefile', "require_relative 'config/application'\n\nRails.application.load_tasks\n"],
    ['Dockerfile', 'FROM node\nRUN npm ci\n'],
    ['routes.json', '{"routes": [{"path": "/", "to": "x"}]}'],
  ])('the whole of %s may be one line: %j', (path, text) => {
    expect(changes(text, path)).toEqual([{ kind: 'write', path, content: text, encoding: 'utf-8' }]);
  });

  test.each([
    '{"version":1,"changes":[{"kind":"edit","path":"src/a.js","find":"a","replace":"b"}',
    '{"path": "src/a.js", "content": "let',
    '[{"file": "src/a.js", "search": "a", "repl',
  ])('a patch in JSON that was cut off is no file: %s', (text) => {
    const message = expect.stringContaining('looks like an edit in JSON');
    expect(readText(text, 'src/new.js')).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message }],
    });
  });

  test.each([
    ['a dry run', { dryRun: true }, '`dryRun`'],
    ['a dry run under another name', { dry_run: true, draft: false }, '`dryRun`'],
    ['a draft for another branch', { draft: true, base: { branch: 'release/1' } }, '`base`, `draft`'],
    ['another branch under another name', { target_branch: 'release/1' }, '`base`'],
    ['labels and reviewers', { labels: ['a'], reviewers: ['b'] }, '`labels`, `reviewers`'],
    ['to revert a patch', { reverts: 'other' }, '`reverts`'],
    ['what the format does not know', { onlyTry: true }, '`onlyTry` is not a field'],
  ])('JSON in a text that asks for %s is refused, for it would not be heeded', (_what, wish, named) => {
    const json = JSON.stringify({ version: 1, ...wish, changes: [{ kind: 'delete', path: 'x' }] }, null, 1);
    for (const text of [json, `Only try it:\n\n${fence}json\n${json}\n${fence}\n`, JSON.stringify(json)]) {
      const reading = readText(text);
      expect(reading).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
      expect(reading.ok ? [] : reading.refusals.map(({ message }) => message).join()).toContain(named);
    }
  });

  test('in JSON in a text, what stands under the name of another file than its own is refused', () => {
    const json = JSON.stringify({
      files: { 'y.ts': { diff: '--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-b\n+c\n' } },
    });
    expect(readText(`The change:\n\n${fence}json\n${json}\n${fence}\n`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message: expect.stringContaining('is no change of the file') }],
    });
  });

  test('what JSON in a text says of itself and alters nothing is passed over, which is said', () => {
    const json = { id: 'a', title: 'b', draft: false, labels: [], base: {}, path: 'x', content: 'y' };
    expect(readText(JSON.stringify(json))).toMatchObject({
      ok: true,
      changes: [{ kind: 'write', path: 'x', content: 'y' }],
      repairs: ['What JSON in the text says of itself was passed over: `id`, `title`'],
    });
  });

  test('the line that opens a fence may name a file without folder and extension', () => {
    const text = `- src/a.ts\n${fence}diff Makefile\n@@ -1 +1 @@\n-a\n+b\n${fence}\n`;
    expect(pathsOf(text)).toEqual(['Makefile']);
  });

  test.each([
    ['Dockerfile', 'Dockerfile'],
    ['LICENSE', '**LICENSE**'],
    ['Makefile', '# Makefile'],
    ['gradlew', '`gradlew`'],
    ['gradlew', 'File: gradlew'],
    ['docker/Dockerfile', 'docker/Dockerfile'],
  ])('blocks are of %s below the line %j, above or inside of their fence', (path, line) => {
    const files = { [path]: 'a\nb\n' };
    for (const patch of [
      `${line}\n${fence}\n${block}${fence}\n`,
      `${fence}\n${line}\n${block}${fence}\n`,
      `${fence}\n\n${line}\n\n${block}${fence}\n`,
    ])
      expect(apply({ files, patch })).toMatchObject({ ok: true, files: { [path]: 'a\nc\n' } });
  });

  test('a word that is no name of a file names none for the blocks below it', () => {
    for (const word of ['Before', 'gradlew'])
      expect(readText(`${fence}\n${word}\n${block}${fence}\n`)).toMatchObject({ ok: false });
  });

  describe('the path above an edit that names its file', () => {
    const [short, long] = ['config.json', 'app/config.json'];
    const gone = (name: string) =>
      `diff --git a/${name} b/${name}\ndeleted file mode 100644\n--- a/${name}\n+++ /dev/null\n@@ -1 +0,0 @@\n-{}\n`;
    const forms = [
      (name: string) => `${fence}diff\n${gone(name)}${fence}\n`,
      (name: string) => `*** Begin Patch\n*** Delete File: ${name}\n*** End Patch\n`,
    ];

    test('makes no other file of that, where a sentence mentions it', () => {
      for (const form of forms)
        expect(pathsOf(`It is replaced by \`${long}\`:\n\n${form(short)}`)).toEqual([short]);
    });

    test('completes a name without its folder, where the line says nothing else', () => {
      for (const form of forms) expect(pathsOf(`${long}\n${form(short)}`)).toEqual([long]);
    });

    test('completes a name only where that is told', () => {
      for (const form of forms)
        expect(repairsIn(`${long}\n${form(short)}`)).toContainEqual(
          expect.stringMatching(/^The name config\.json was read as app\/config\.json \(line \d+\)$/),
        );
    });

    test.each([
      ['diffs in fences', (name: string) => `${fence}diff\n${gone(name)}${fence}\n\n`],
      [
        'patches in fences',
        (name: string) => `${fence}\n*** Begin Patch\n*** Delete File: ${name}\n*** End Patch\n${fence}\n\n`,
      ],
      ['blocks', (name: string) => `${name}\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n\n`],
      ['blocks with paths', (name: string) => `<<<<<<< SEARCH ${name}\na\n=======\nb\n>>>>>>> REPLACE\n\n`],
      ['blocks in fences', (name: string) => `${fence}js ${name}\n${block}${fence}\n\n`],
      ['hunks', (name: string) => `${name}\n${fence}diff\n@@ -1 +1 @@\n-a\n+b\n${fence}\n\n`],
      ['files', (name: string) => `${name}\n${fence}\n{}\n${fence}\n\n`],
    ])('completes nothing where the text has both names for %s, in any order', (_what, form) => {
      for (const path of [undefined, long])
        for (const names of [
          [long, short],
          [short, long],
        ])
          expect(pathsOf(names.map(form).join(''), path)).toEqual(names);
    });

    test('completes nothing for a new file beside the deletion of the file that was given', () => {
      expect(pathsOf(`${forms[0]?.(long)}\n${short}\n${fence}\n{}\n${fence}\n`, long)).toEqual([long, short]);
    });

    test('completes nothing where other files are edited, which are named whole', () => {
      for (const form of forms) {
        const text = `${form('lib/other.json')}\n${form(short)}`;
        expect(pathsOf(text, long)).toEqual(['lib/other.json', short]);
      }
    });

    test('completes nothing where the edit names that file in full', () => {
      expect(pathsOf(`${long}\n${fence}diff\n${gone(long)}${gone(short)}${fence}\n`)).toEqual([long, short]);
    });
  });

  test('what stands behind the fence of a block without its end is read on its own', () => {
    const block = 'a.js\n```js\n<<<<<<< SEARCH\ntwo\n=======\nTWO\n```\n';
    const diff = '```diff\n--- a/b.js\n+++ b/b.js\n@@ -1 +1 @@\n-dos\n+DOS\n```\n';
    expect(pathsOf(`${block}\nHere is the other one:\n\n${diff}`)).toEqual(['a.js', 'b.js']);
    expect(pathsOf(`${block}\nc.js\n\`\`\`js\nconst x = 1;\n\`\`\`\n`)).toEqual(['a.js', 'c.js']);
  });
});

function changes(text: string, path?: string) {
  const reading = readText(text, path);
  expect(reading.ok ? [] : reading.refusals).toEqual([]);
  return reading.ok ? reading.changes : [];
}

function kinds(text: string, path?: string) {
  return changes(text, path).map(({ kind }) => kind);
}

/** Is it read as a patch that can be done? */
function isTaken(text: string): boolean {
  const read = readPatch({ text });
  return read.ok && planPatch(read.patch).ok;
}

function pathsOf(text: string, path?: string): readonly string[] {
  const plan = planOf(text, path);
  return plan?.ok === true ? plan.steps.map(({ operation }) => operation.path) : [];
}

function repairsIn(text: string): readonly string[] {
  const plan = planOf(text);
  return plan?.ok === true ? plan.repairs : [];
}

function planOf(text: string, path?: string): ReturnType<typeof planPatch> | null {
  const given = path === undefined ? {} : { path };
  const read = readPatch({ value: { version: 1, changes: [{ kind: 'text', text, ...given }] } });
  return read.ok ? planPatch(read.patch) : null;
}
