import { describe, expect, test } from '@jest/globals';
import { readBlocks } from '../../../src/patch/formats/blocks.ts';

describe('patch/formats/blocks', () => {
  test('blank lines behind a last block without its end are no part of it, unless its old lines end with one', () => {
    const text = 'x\n<<<<<<< SEARCH\na\nb\n=======\na\nc\n\n\n';
    const ended = (block: string) => {
      const reading = readBlocks(block);
      const [operation] = reading.ok ? reading.operations : [];
      return operation !== undefined && 'hunks' in operation ? operation.hunks[0]?.lines.at(-1) : undefined;
    };
    expect(ended(text)).toEqual(['+', 'c']);
    expect(ended(text.replace('b\n', 'b\n\n'))?.[1]).toBe('');
  });

  test('blocks are read, with what both sides share as context', () => {
    const text = `src/a.ts
\`\`\`ts
<<<<<<< SEARCH
one
two
three
=======
one
2
three
>>>>>>> REPLACE
\`\`\`

<<<<<<< SEARCH
gone
=======
>>>>>>> REPLACE
src/new.ts
<<<<<<< SEARCH
=======
hello
>>>>>>> REPLACE
`;
    expect(readBlocks(text)).toEqual({
      ok: true,
      operations: [
        {
          action: 'modify',
          path: 'src/a.ts',
          hunks: [
            {
              number: 1,
              lines: [
                [' ', 'one'],
                ['-', 'two'],
                ['+', '2'],
                [' ', 'three'],
              ],
              anchors: [],
              noMarkLost: true,
            },
            { number: 2, lines: [['-', 'gone']], anchors: [], noMarkLost: true },
          ],
        },
        {
          action: 'create',
          path: 'src/new.ts',
          lines: ['hello'],
          finalNewline: true,
          hunk: 3,
        },
      ],
      repairs: [],
      prose: [
        { line: 2, text: '```ts' },
        { line: 12, text: '```' },
      ],
    });
  });

  const block = '<<<<<<< SEARCH\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n';

  test('underscores around a path are part of it, and no marks', () => {
    for (const path of ['__a/b__', '__fixtures__/__empty__', '__init__'])
      expect(readBlocks(`${path}\n${block}`)).toMatchObject({ ok: true, operations: [{ path }] });
  });

  test.each([
    ['of five characters', 'x.ts\n<<<<< SEARCH\na\nb\n=====\na\nc\n>>>>> REPLACE\n'],
    ['of nine characters', 'x.ts\n<<<<<<<<< SEARCH\na\nb\n=========\na\nc\n>>>>>>>>> REPLACE\n'],
    ['of different lengths', 'x.ts\n<<<<<<< SEARCH\na\nb\n======\na\nc\n>>>>> REPLACE\n'],
    ['with a bracket at their end', 'x.ts\n<<<<<<< SEARCH>\na\nb\n=======\na\nc\n>>>>>>> REPLACE>\n'],
    ['of Cline', 'x.ts\n------- SEARCH\na\nb\n=======\na\nc\n+++++++ REPLACE\n'],
    ['with other words', 'x.ts\n<<<<<<< ORIGINAL\na\nb\n=======\na\nc\n>>>>>>> UPDATED\n'],
    ['with a path', '<<<<<<< SEARCH x.ts\na\nb\n=======\na\nc\n>>>>>>> REPLACE\n'],
    ['with carriage returns', `x.ts\n${block}`.replaceAll('\n', '\r\n')],
    ['below a path in bold', `**x.ts**\n\n${block}`],
    ['below a path in a heading', `### \`x.ts\`:\n${block}`],
    ['below a labelled path', `File: x.ts\n${block}`],
    ['below a sentence with the path', `In \`x.ts\`, rename b:\n${block}`],
    ['below a path in a fence', `\`\`\`ts\nx.ts\n${block}\`\`\`\n`],
    ['below a path and a fence', `x.ts\n\`\`\`ts\n${block}\`\`\`\n`],
    ['below a path and prose', `x.ts\n\nNow comes the change, as you wished.\n\n${block}`],
    ['that end with a fence', `x.ts\n\`\`\`\n${block.replace('>>>>>>> REPLACE\n', '```\n')}`],
    ['that do not end', `x.ts\n${block.replace('>>>>>>> REPLACE\n', '')}`],
  ])('blocks with markers %s are read', (_how, text) => {
    expect(readBlocks(text)).toMatchObject({
      ok: true,
      operations: [
        {
          action: 'modify',
          path: 'x.ts',
          hunks: [
            {
              lines: [
                [' ', 'a'],
                ['-', 'b'],
                ['+', 'c'],
              ],
            },
          ],
        },
      ],
    });
  });

  describe('a block without its end', () => {
    const open = '<<<<<<< SEARCH\na\nb\n=======\na\nc\n';
    const done = {
      ok: true,
      operations: [
        {
          path: 'x',
          hunks: [
            {
              lines: [
                [' ', 'a'],
                ['-', 'b'],
                ['+', 'c'],
              ],
            },
          ],
        },
      ],
    };

    test('ends where its fence ends, and what stands behind that is no line of the file', () => {
      expect(readBlocks(`x\n\`\`\`js\n${open}\`\`\`\n\nThis makes it a c.\n`)).toMatchObject({
        ...done,
        prose: [{}, { text: '```' }, { text: 'This makes it a c.' }],
      });
      const sentence = `x\n\`\`\`js\n${open}\nThis is of the file.\n\`\`\`\n`;
      expect(JSON.stringify(readBlocks(sentence))).toContain('["+","This is of the file."]');
    });

    test.each([' >>>>>>> REPLACE', '>>>>>>>>>> REPLACE', '\t+++++++ REPLACE ', '>>>>>>>>>>>> UPDATED'])(
      'ends with %j, which is told',
      (end) => {
        expect(readBlocks(`x\n${open}${end}\n\nThat is all.\n`)).toMatchObject({
          ...done,
          repairs: ['An end of a block that is indented or too long was read as its end (line 2)'],
        });
        expect(readBlocks(`x\n${open}${end}\ny.js\n${open}>>>>>>> REPLACE\n`)).toMatchObject({
          operations: [{ path: 'x' }, { path: 'y.js' }],
        });
      },
    );

    test.each([
      ['words', '\nHope this helps! Also delete b.js.\n'],
      ['one word', '\nDone.\n'],
      ['a fence', '```diff\n--- a/b.js\n+++ b/b.js\n@@ -1 +1 @@\n-dos\n+DOS\n```\n'],
      ['a patch', '*** Begin Patch\n*** Delete File: b.js\n*** End Patch\n'],
      ['JSON', '\n{"changes":[{"kind":"delete","path":"b.js"}]}\n'],
      ['two ends that are too long', '>>>>>>>>>> REPLACE\n>>>>>>>>>> REPLACE\n'],
    ])('is refused where %s may follow it', (_what, behind) => {
      expect(readBlocks(`x\n${open}${behind}`)).toMatchObject({
        ok: false,
        refusals: [{ data: { line: 2 }, message: expect.stringContaining('does not end, and at line') }],
      });
    });
  });

  test('a line number above the search text is a hint, and lines that would be markers are escaped', () => {
    const text =
      'x.md\n<<<<<<< SEARCH\n:start_line:12\n:end_line:14\n-------\nTitle\n\\=======\n=======\nTitle\n\\-------\n>>>>>>> REPLACE\n';
    expect(readBlocks(text)).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lineHint: 12,
              lines: [
                [' ', 'Title'],
                ['-', '======='],
                ['+', '-------'],
              ],
            },
          ],
        },
      ],
    });
  });

  test('a backslash that is taken off a line is told', () => {
    expect(readBlocks('n.tex\n<<<<<<< SEARCH\n=======\n\\-----\nx\n>>>>>>> REPLACE\n')).toMatchObject({
      operations: [{ lines: ['-----', 'x'] }],
      repairs: ['A backslash before a line like the marks of a block was left out (line 2)'],
    });
  });

  test('line numbers are left out where every line has one', () => {
    const numbered = 'x\n<<<<<<< SEARCH\n7 | a\n8 | b\n=======\n7 | a\n8 | c\n9 | \n>>>>>>> REPLACE\n';
    expect(readBlocks(numbered)).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lineHint: 7,
              lines: [
                [' ', 'a'],
                ['-', 'b'],
                ['+', 'c'],
                ['+', ''],
              ],
            },
          ],
        },
      ],
      repairs: ['Line numbers before the lines of a block were left out, unless the file has them (line 2)'],
    });
    for (const other of [numbered.replace('8 | b', 'b'), numbered.replace('8 | b', '9 | b')])
      expect(readBlocks(other)).toMatchObject({
        operations: [{ hunks: [{ lines: [[' ', '7 | a'], {}, {}, {}] }] }],
      });
  });

  test('common lines in the middle are context too', () => {
    const text = 'x\n<<<<<<< SEARCH\na\nb\nc\nd\n=======\nA\nb\nc\nD\n>>>>>>> REPLACE\n';
    expect(readBlocks(text)).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lines: [
                ['-', 'a'],
                ['+', 'A'],
                [' ', 'b'],
                [' ', 'c'],
                ['-', 'd'],
                ['+', 'D'],
              ],
            },
          ],
        },
      ],
    });
  });

  test('a given path is for blocks that name none, and completes a name without its folder', () => {
    expect(readBlocks(block, { path: 'src/x.ts' })).toMatchObject({ operations: [{ path: 'src/x.ts' }] });
    const both = `Then:\n${block}y.ts\n${block.replaceAll('b', 'd')}x.ts\n${block.replaceAll('b', 'e')}`;
    expect(readBlocks(both, { path: 'src/x.ts' })).toMatchObject({
      operations: [{ path: 'src/x.ts' }, { path: 'y.ts' }, { path: 'x.ts' }],
    });
  });

  test('a given path completes no name in a text that names that file in full', () => {
    for (const names of [
      ['src/x.ts', 'x.ts'],
      ['x.ts', 'src/x.ts'],
    ])
      expect(
        readBlocks(names.map((name) => `${name}\n${block}`).join(''), { path: 'src/x.ts' }),
      ).toMatchObject({ operations: names.map((path) => ({ path })) });
  });

  test.each([
    ['the line that opens its fence', '```ts src/y.ts\n', 'src/y.ts'],
    ['the line that opens its fence, in full words', '```ts title="src/y.ts"\n', 'src/y.ts'],
    ['a line that is a known name', 'Makefile\n', 'Makefile'],
    ['a path that ends the one before', 'a.ts\n', 'a.ts'],
  ])('the second block is for the file that is named by %s', (_what, line, path) => {
    expect(readBlocks(`src/a.ts\n${block}${line}${block}`)).toMatchObject({
      operations: [{ path: 'src/a.ts' }, { path }],
    });
  });

  describe('a block with a path behind its first mark', () => {
    const named = (path: string) => block.replace('SEARCH', `SEARCH ${path}`);
    const refused = {
      ok: false,
      refusals: [
        { code: 'malformed', hunk: 1, message: expect.stringContaining('so it is open which file') },
      ],
    };

    test('is refused where another path stands above it or was given with it', () => {
      expect(readBlocks(`src/b.ts\n${named('src/a.ts')}`)).toMatchObject(refused);
      expect(readBlocks(`### src/b.ts\n\n\`\`\`\n${named('src/a.ts')}\`\`\`\n`)).toMatchObject(refused);
      expect(readBlocks(`\`\`\`ts src/b.ts\n${named('src/a.ts')}\`\`\`\n`)).toMatchObject(refused);
      for (const context of [{}, { pathFrom: 'line' }] as const)
        expect(readBlocks(named('src/a.ts'), { path: 'src/b.ts', ...context })).toMatchObject(refused);
    });

    test('is for that path below a sentence, below other blocks, and beside one for the given path', () => {
      for (const text of [
        `Like \`src/b.ts\`:\n${named('src/a.ts')}`,
        `src/b.ts\n${block}${named('src/a.ts')}`,
      ])
        expect(operationsOf(text).at(-1)).toMatchObject({ path: 'src/a.ts' });
      const both = `${named('src/a.ts')}${named('src/b.ts')}`;
      expect(operationsOf(both, 'src/b.ts')).toMatchObject([{ path: 'src/a.ts' }, { path: 'src/b.ts' }]);
    });

    test('may have the path above it in short or in full', () => {
      for (const [above, behind] of [
        ['src/a.ts', 'a.ts'],
        ['a.ts', 'src/a.ts'],
        ['src/a.ts', './src/a.ts'],
      ] as const) {
        const [operation, ...others] = operationsOf(`${above}\n${named(behind)}`);
        expect([operation?.path, others]).toEqual(['src/a.ts', []]);
      }
    });

    function operationsOf(text: string, path?: string) {
      const reading = readBlocks(text, { path });
      return reading.ok ? reading.operations : [];
    }
  });

  test.each([
    '<file path="src/b.js">',
    '<!-- src/b.js -->',
    '| src/b.js |',
    '> src/b.js',
    '=== src/b.js ===',
    'Index: src/b.js',
    'src/b.js.',
  ])('below the line %s, a block is for that file and not for the one of the block before', (line) => {
    expect(readBlocks(`src/a.js\n${block}\n${line}\n${block}`)).toMatchObject({
      operations: [{ path: 'src/a.js' }, { path: 'src/b.js' }],
    });
  });

  test.each([
    'src/b.js, line 1:',
    'In src/b.js, the first line:',
    'The same in src/b.js',
    '**src/b.js**, line 1',
    '- src/b.js: first line',
    'src/b.jsを変更:',
    'The same in package.json',
  ])('below words that name another file than the block before, a block is refused: %s', (line) => {
    for (const behind of ['', '\n', '\n```js\n'])
      expect(readBlocks(`src/a.js\n${block}\n${line}\n${behind}${block}`)).toMatchObject({
        ok: false,
        refusals: [{ hunk: 2, message: expect.stringContaining('so it is open which file is meant') }],
      });
  });

  test.each([
    'Node.js and/or e.g. Deno/Bun:',
    'The same for what self.close does:',
    'In src/a.js, import src/b.js:',
    'See https://a.b/c.html:',
    'Unlike src/b.js.\n\nThe second place:',
  ])('below other words a block is for the file of the block before: %j', (line) => {
    expect(readBlocks(`src/a.js\n${block}\n${line}\n${block}`)).toMatchObject({
      operations: [{ path: 'src/a.js', hunks: [{}, {}] }],
    });
  });

  test('is for no file that a sentence further up mentions', () => {
    const text = `src/a.ts\n${block}We keep \`src/b.ts\`.\n\nNow the second place:\n\n${block}`;
    expect(readBlocks(text)).toMatchObject({ ok: false, refusals: [{ hunk: 2 }] });
  });

  test.each([
    ['Like `y.ts`:', 'x.ts'],
    ['In `y.ts` it is the same:', 'x.ts'],
    ['See also src/y.ts', 'x.ts'],
    ['`y.ts`:', 'y.ts'],
    ['### y.ts', 'y.ts'],
    ['File: y.ts', 'y.ts'],
    ['2. **bin/run**', 'bin/run'],
  ])('below %j, where x.ts was given with the text, a block is for %s', (line, path) => {
    expect(readBlocks(`${line}\n${block}`, { path: 'x.ts' })).toMatchObject({ operations: [{ path }] });
    expect(readBlocks(`${block}${line}\n${block.replaceAll('b', 'd')}`, { path: 'x.ts' })).toMatchObject({
      operations: path === 'x.ts' ? [{ path, hunks: [{}, {}] }] : [{ path: 'x.ts' }, { path }],
    });
  });

  test('a sentence names another file than the path that was read from the text itself', () => {
    const text = `Change \`x.ts\`:\n${block}\nIn \`y.ts\` it is the same:\n${block}`;
    expect(readBlocks(text)).toMatchObject({ operations: [{ path: 'x.ts' }, { path: 'y.ts' }] });
    expect(readBlocks(text.slice(text.indexOf('<')), { path: 'x.ts', pathFrom: 'line' })).toMatchObject({
      operations: [{ path: 'x.ts' }, { path: 'y.ts' }],
    });
  });

  const NEW = '<<<<<<< SEARCH\n=======\nnew\n>>>>>>> REPLACE\n';

  test.each(['Then add helper.js', 'Create new tests/n.js:', 'my docs/a file.md', 'and/or:', 'done'])(
    'no file is made under a name that may be a sentence: %s',
    (line) => {
      const refused = { ok: false, refusals: [{ code: 'malformed', data: { line: 2 } }] };
      expect(readBlocks(`${line}\n${NEW}`)).toMatchObject(refused);
      expect(readBlocks(NEW, { path: line, pathFrom: 'sentence', linesBefore: 1 })).toMatchObject(refused);
    },
  );

  const WORDS = [
    '在src/x.ts中添加以下内容：',
    '在src/x.ts中添加以下内容',
    '旧的src/x.ts',
    '请新建src/x.ts文件',
    'src/x.tsを削除してください。',
    'แก้ไขไฟล์src/x.ts',
    '以下是修改后的内容',
    '是/否',
    'Done.',
    'Important',
    '**Important**',
    '## Before/After',
    '## **Output/logs**',
  ];

  test.each(WORDS)('words that no space parts are not the path of a file: %s', (line) => {
    for (const own of [NEW, block]) {
      expect(readBlocks(`${line}\n${own}`)).toMatchObject({ ok: false, refusals: [{ hunk: 1 }] });
      expect(readBlocks(`${line}\n${own}`, { path: 'src/x.ts' })).toMatchObject({
        operations: [{ path: 'src/x.ts' }],
        prose: [{ line: 1, text: line }],
      });
    }
  });

  test('words that no space parts name a file in backquotes, as others do', () => {
    const line = '请不要修改`src/y.ts`';
    expect(readBlocks(`${line}\n${block}`)).toMatchObject({ operations: [{ path: 'src/y.ts' }] });
    expect(readBlocks(`${line}\n${block}`, { path: 'x.ts' })).toMatchObject({
      operations: [{ path: 'x.ts' }],
    });
  });

  test.each([
    ['文档/说明.md', '文档/说明.md'],
    ['### 说明.md', '说明.md'],
    ['src/组件/Button.tsx', 'src/组件/Button.tsx'],
    ['`说明v2.md`', '说明v2.md'],
    ['File: 说明v2.md', '说明v2.md'],
    ['`Sources/Main`', 'Sources/Main'],
    ['File: Kconfig', 'Kconfig'],
    ['Makefile', 'Makefile'],
    ['LICENSE', 'LICENSE'],
    ['n.js', 'n.js'],
    ['Add tests in `tests/n.js`:', 'tests/n.js'],
    ['File: my docs/a file.md', 'my docs/a file.md'],
    ['bin/run', 'bin/run'],
    ['Then add helper.js\n\nn.js', 'n.js'],
  ])('a file is made of what has nothing to search below %j', (line, path) => {
    expect(readBlocks(`${line}\n${NEW}`)).toMatchObject({ operations: [{ action: 'create', path }] });
  });

  test('dividers of the block’s own length win over others', () => {
    const text = 'x\n<<<<<<< SEARCH\nTitle\n=====\n=======\nTitel\n=====\n>>>>>>> REPLACE\n';
    expect(readBlocks(text)).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lines: [
                ['-', 'Title'],
                ['+', 'Titel'],
                [' ', '====='],
              ],
            },
          ],
        },
      ],
    });
  });

  test('a line that both sides end with is not context twice', () => {
    expect(readBlocks('a\n<<<<<<< SEARCH\nx\n=======\nx\nx\n>>>>>>> REPLACE')).toMatchObject({
      operations: [
        {
          hunks: [
            {
              lines: [
                [' ', 'x'],
                ['+', 'x'],
              ],
            },
          ],
        },
      ],
    });
  });

  test.each([
    ['has no blocks', 'just words', 1],
    ['has no path', '<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE', 1],
    ['does not even begin its second half', 'x\n<<<<<<< SEARCH\na', 2],
    ['changes nothing', 'x\n<<<<<<< SEARCH\na\n=======\na\n>>>>>>> REPLACE', 2],
    ['is not divided', 'x\n<<<<<<< SEARCH\na\n>>>>>>> REPLACE', 4],
    ['is divided twice', 'x\n<<<<<<< SEARCH\nTitle\n=======\n=======\nb\n>>>>>>> REPLACE', 5],
    ['begins inside another', 'x\n<<<<<<< SEARCH\na\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE', 4],
  ])('a text that %s is refused', (_what, text, line) => {
    expect(readBlocks(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed', data: { line } }] });
  });

  test('an end without a beginning is refused, and the blocks after it are still judged', () => {
    const text = 'x\n=======\nb\n>>>>>>> REPLACE\n<<<<<<< SEARCH\na';
    expect(readBlocks(text)).toMatchObject({
      ok: false,
      refusals: [{ data: { line: 2 } }, { data: { line: 4 } }, { data: { line: 5 } }],
    });
  });
});
