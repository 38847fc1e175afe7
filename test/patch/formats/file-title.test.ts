import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';
import { fileTitle } from '../../../src/patch/formats/file-title.ts';
import { proseNote } from '../../../src/patch/formats/prose.ts';
import { readText } from '../../../src/patch/formats/text.ts';

const fence = '```';

describe('a line above a code block', () => {
  test.each([
    'src/a.js',
    'src/a.js:',
    '`src/a.js`',
    '**src/a.js**',
    '**`src/a.js`:**',
    '### src/a.js',
    '### 1. `src/a.js`',
    '2. **src/a.js**',
    '- `src/a.js`:',
    '// src/a.js',
    './src/a.js',
    'src/a.js (new file)',
    'File: src/a.js',
    '**File:** `src/a.js`',
    '#### File path: src/a.js',
    'Create: src/a.js',
    '<path>src/a.js</path>',
  ])('that says nothing but a path names the file: %s', (line) => {
    expect(fileTitle(line)).toEqual({ path: line.includes('./') ? './src/a.js' : 'src/a.js', isAlone: true });
  });

  test.each([
    ['Makefile', 'Makefile'],
    ['.gitignore:', '.gitignore'],
    ['**LICENSE**', 'LICENSE'],
    ['File: docs/read me.md', 'docs/read me.md'],
    ['"docs/read me.md":', 'docs/read me.md'],
    ['`bin/release`', 'bin/release'],
    ['File: bin/release', 'bin/release'],
    ['.env.example', '.env.example'],
  ])('%s names %s', (line, path) => {
    expect(fileTitle(line)).toEqual({ path, isAlone: true });
  });

  test.each([
    'Updated `src/a.js`:',
    'Here is the full, updated `src/a.js`:',
    "Here's the complete content of `src/a.js`:",
    'Create a new file `src/a.js` with the following content:',
    '### Step 2: Create `src/a.js`',
    'Replace the contents of `src/a.js` with this:',
    '✅ New file: `src/a.js`',
  ])('may say in words that the block is the file: %s', (line) => {
    expect(fileTitle(line)).toEqual({ path: 'src/a.js', isAlone: false });
  });

  test.each([
    'Do not do this in `src/a.js`:',
    'Add this to `src/a.js`:',
    'Then put the following code to the file `src/a.js`:',
    '**Old `src/a.js`:**',
    'Before, `src/a.js` was:',
    'The bug is in `src/a.js`. Here is what fails:',
    'Nothing in `src/a.js` has to change. You use it like this:',
    'To test src/a.js:',
    'To test `src/a.js`:',
    'Run `src/a.js`:',
    'See src/a.js',
    'Install Node.js:',
    'Use package.json:',
    '**Use package.json:**',
    'and/or:',
    'Before/after:',
    '**Output/logs:**',
    '**Output:**',
    '`total`:',
    '`node src/a.js`:',
    '`GET /items`:',
    '`/items`:',
    'Profile:',
    'v1.2:',
    'e.g.',
    'https://example.com/a.js',
    '以下是修改后的src/a.js',
    '在src/a.js中添加以下内容',
    'src/a.jsを削除してください。',
    'Done.',
    'File: one of those, such as a.js',
    'Create: production',
    '',
  ])('that only speaks of a file, or of none, does not name it: %s', (line) => {
    expect(fileTitle(line)).toBeNull();
  });
});

describe('code blocks in a text without an edit', () => {
  test.each([
    ['speaks of a file', 'Nothing in `src/a.js` has to change. You use it like this:', 'js'],
    ['says what fails', 'The bug is in `src/a.js`. Here is what fails:', ''],
    ['says what not to do', 'Do not do this in `src/a.js`:', 'js'],
    ['speaks of a part of the file', 'Add this to `src/a.js`:', 'js'],
    ['begins commands', 'To test src/a.js:', 'bash'],
    ['begins commands, with a path in it', 'Run `src/a.js`:', 'bash'],
    ['is no path, for all its slash', 'and/or:', ''],
  ])('are no files where the line above %s', (_what, line, language) => {
    expect(readText(`${line}\n\n${fence}${language}\nread(request)\n${fence}\n`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed' }],
    });
  });

  test('are said to be taken for a file, each of them', () => {
    const text = `src/a.js\n${fence}js\na\n${fence}\n\nNew file \`src/b.js\`:\n${fence}js\nb\n${fence}\n`;
    expect(readText(text)).toMatchObject({
      ok: true,
      changes: [{ path: 'src/a.js' }, { path: 'src/b.js' }],
      repairs: [
        'The code block was taken for the whole of src/a.js (line 2)',
        'The code block was taken for the whole of src/b.js (line 7)',
      ],
    });
    expect(readText('a\n', 'src/a.js')).toMatchObject({
      repairs: ['The text was taken for the whole of src/a.js (line 1)'],
    });
  });

  test('that are an example, above a file or below it, are passed over with a word', () => {
    const example = `You use it in \`src/b.js\` like this:\n${fence}js\nread(request)\n${fence}\n`;
    const file = `src/a.js\n${fence}js\na\n${fence}\n`;
    for (const [text, line] of [
      [`${example}\n${file}`, 2],
      [`${file}\n${example}`, 7],
    ] as const) {
      expect(readText(text)).toMatchObject({
        ok: true,
        changes: [{ kind: 'write', path: 'src/a.js', content: 'a\n' }],
        repairs: expect.arrayContaining([
          `No file was made of the code block at line ${line}, because the line above is not just a path`,
        ]),
        notDone: [],
      });
    }
  });

  test.each([
    'python title="src/a.py" (excerpt)',
    'python file=src/a.py start=7 end=18',
    'python {file=src/a.py lines=7-18}',
    'python filename="src/a.py" lines="7-18"',
    'python path="src/a.py" mode="append"',
    'python file="src/a.py" insert-after=5',
    'python title="src/a.py" partial',
    'python title="src/a.py" // old version',
    'python path=src/a.py action="delete"',
    'python title="Only the loader" file=src/a.py',
    'python title="src/a.py" {7-18}',
    'python file=src/a.py linenums="7"',
    'python file=src/a.py showLineNumbers{7}',
    'python src/a.py#L7-L18',
    'python src/a.py lines=7-18',
  ])('are no file where the line that opens them may say that they are a part: %s', (info) => {
    const text = `${fence}${info}\na = 1\n${fence}\n`;
    expect(readText(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
    const reading = readText(text, 'src/a.py');
    expect(reading.ok && proseNote(reading.prose)).toContain(`${fence}${info}`);
  });

  test.each([
    'python title="src/a.py" showLineNumbers {1,3-5}',
    'python {.numberLines file=src/a.py}',
    'python file=\'src/a.py\' title="a.py" linenums="1" theme=dark',
    'python,title=src/a.py hl_lines="3 4" copy',
  ])('are a file where the line that opens them says how they are shown, which is told: %s', (info) => {
    const reading = readText(`${fence}${info}\na = 1\n${fence}\n`);
    expect(reading).toMatchObject({ ok: true, changes: [{ path: 'src/a.py', content: 'a = 1\n' }] });
    if (/ /.test(info)) expect(reading.ok && proseNote(reading.prose)).toContain(info);
  });

  test.each([
    '[src/a.py]',
    '(src/a.py)',
    '{src/a.py}',
    '<src/a.py>',
    '"src/a.py"',
    "'src/a.py'",
    '**src/a.py**',
    '**"src/a.py"**',
    'src/a.py,',
    'name=src/a.py',
    'filepath="src/a.py"',
    'file_path=src/a.py',
    'file={"src/a.py"}',
    'label="src/a.py"',
    'caption="src/a.py"',
    'source=src/a.py',
  ])('are the file that is named in marks or by an attribute on the line that opens them: %s', (named) => {
    for (const info of [`python ${named}`, `python:${named}`]) {
      expect(readText(`~~~${info}\na = 1\n~~~\n`)).toMatchObject({
        ok: true,
        changes: [{ path: 'src/a.py' }],
      });
    }
  });

  test.each([
    '@src/a.py',
    '@a.py',
    '@/a.py',
    'other=src/a.py',
    'label=v1.2',
    '[v1.2]',
    '"src/a.py',
    'src/a.py]',
    '#src/a.py',
    '[src/a.py](src/a.py)',
    '[app/[slug]/page.py]',
  ])('are no file where what names them is not plainly a path: %s', (named) => {
    for (const text of [`~~~python ${named}\na = 1\n~~~\n`, `- ${named}\n~~~python\na = 1\n~~~\n`]) {
      expect(readText(text)).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
    }
  });

  test.each(['name=src/a.py', 'file=src/a.py', '**file="src/a.py"**', '`path=src/a.py`'])(
    'are the file that an attribute on the line above names: %s',
    (line) => {
      const reading = readText(`${line}\n~~~python\na = 1\n~~~\n`);
      expect(reading).toMatchObject({ ok: true, changes: [{ path: 'src/a.py' }] });
    },
  );

  test.each([
    'app/[slug]/page.tsx',
    '(group)/page.tsx',
    '[id].ts',
    '[[...slug]]/page.tsx',
    '@types/x.d.ts',
    '{{cookiecutter.name}}/setup.py',
    'data/date=2026-01-01/a.csv',
    '+page.svelte',
    '__init__.py',
  ])('are files whose names have marks of their own: %s', (path) => {
    expect(readText(`~~~ts ${path}\na\n~~~\n`)).toMatchObject({ ok: true, changes: [{ path }] });
  });

  test('are named by words that take no time, however long and full of marks they are', () => {
    const started = performance.now();
    for (const mark of ['[', '"', '**', '_', '[a](', '=', ','])
      readText(`${mark.repeat(500_000)}\n~~~js ${mark.repeat(300)}\na\n~~~\n`);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    'File: src/a.py:7',
    'src/a.py:7-18',
    '`src/a.py:7:3`',
    'src/a.py (lines 7-18)',
    'File: src/a.py (L7-L18)',
    '### src/a.py#L7',
    'Here is `src/a.py#L7-L18`:',
  ])('are no file below the name of a part of one: %s', (line) => {
    expect(readText(`${line}\n${fence}python\na = 1\n${fence}\n`)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message: expect.stringContaining('does not say which file') }],
    });
    const block = '<<<<<<< SEARCH\na = 0\n=======\na = 1\n>>>>>>> REPLACE\n';
    expect(readText(`${line}\n${fence}\n${block}${fence}\n`)).toMatchObject({
      ok: true,
      changes: [{ kind: 'blocks', path: 'src/a.py' }],
    });
  });

  test('of commands are a file only below a line that says nothing but its path', () => {
    const commands = `${fence}bash\nnode src/a.js\n${fence}\n`;
    expect(readText(`bin/run.sh\n${commands}`)).toMatchObject({
      ok: true,
      changes: [{ path: 'bin/run.sh' }],
      notDone: [],
    });
    expect(readText(`src/a.js\n${fence}js\na\n${fence}\nCreate \`src/b.js\`:\n${commands}`)).toMatchObject({
      ok: true,
      changes: [{ path: 'src/a.js' }],
      notDone: ['The commands in the code block at line 6 were not run, and src/b.js was not made of them'],
    });
  });

  const script = 'set -e\n# deploy.sh\ndocker build -t shop .\n';
  const change = '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n';

  test.each([
    ['scripts/deploy.sh', `scripts/deploy.sh\n${fence}bash\n`],
    ['scripts/deploy.sh', `### \`scripts/deploy.sh\`\n\n${fence}bash\n`],
    ['scripts/deploy.sh', `File: scripts/deploy.sh\n\n${fence}sh\n`],
    ['scripts/deploy.sh', `**scripts/deploy.sh**:\n${fence}zsh\n`],
    ['scripts/deploy.sh', `${fence}bash scripts/deploy.sh\n`],
    ['deploy.ps1', `deploy.ps1\n${fence}powershell\n`],
    ['.husky/pre-commit', `\`.husky/pre-commit\`\n${fence}sh\n`],
    ['.env.example', `.env.example\n${fence}bash\n`],
  ])(
    'for a shell are a new file beside an edit where the line above says nothing but its path: %s, %j',
    (path, head) => {
      for (const text of [`${head}${script}${fence}\n\n${change}`, `${change}\n${head}${script}${fence}\n`]) {
        expect(apply({ files: { 'x.ts': 'a\nb\n' }, patch: text })).toMatchObject({
          ok: true,
          files: { 'x.ts': 'a\nc\n', [path]: script },
          notDone: [],
        });
      }
    },
  );

  test('for a shell are what their first line says, whatever their name is', () => {
    const text = `${change}\nbin/run.mjs\n${fence}sh\n#!/usr/bin/env node\na\n${fence}\n`;
    expect(readText(text)).toMatchObject({ changes: [{}, { path: 'bin/run.mjs' }], notDone: [] });
  });

  test.each([
    ['its use', 'scripts/deploy.sh', `${fence}bash\nnpm ci\n./scripts/deploy.sh --all\n`],
    ['its use in its folder', 'scripts/deploy.sh', `${fence}bash\ncd scripts && bash deploy.sh\n`],
    ['its right to be run', 'scripts/deploy.sh', `${fence}bash\nchmod +x deploy.sh\n`],
    ['what runs it', 'src/b.js', `${fence}bash\nnode src/b.js\n`],
    ['the tests of it', 'src/b.test.js', `${fence}bash\nnpm test\n`],
    ['what a terminal shows', 'deploy.sh', `${fence}console\nnpm ci\n`],
    ['commands with their prompts', 'deploy.sh', `${fence}bash\n$ npm ci\n`],
  ])(
    'for a shell beside an edit are commands where they show %s, and are told with its name',
    (_, path, block) => {
      expect(readText(`${change}\n${path}\n${block}${fence}\n`)).toMatchObject({
        ok: true,
        changes: [{ kind: 'diff' }],
        notDone: [`The commands in the code block at line 9 were not run, and ${path} was not made of them`],
      });
    },
  );

  test('for a shell below the path of a script that is there are refused beside an edit', () => {
    const patch = `${change}\ndeploy.sh\n${fence}bash\n${script}${fence}\n`;
    expect(apply({ files: { 'x.ts': 'a\nb\n', 'deploy.sh': 'a\n' }, patch })).toMatchObject({
      refusals: [{ code: 'elided_edit', path: 'deploy.sh' }],
    });
  });

  test('beside an edit are no files for a slash in the line above', () => {
    const edit = `x.ts\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n`;
    for (const line of ['and/or:', 'Before/after:', '**Output/logs:**', '`total`:']) {
      const reading = readText(`${edit}\n${line}\n${fence}\nx\n${fence}\n`);
      expect(reading).toMatchObject({
        ok: true,
        changes: [{ kind: 'blocks' }],
      });
      expect(reading.ok && proseNote(reading.prose)).toContain(`"${line} x" (lines 8 to 10)`);
    }
  });

  test('whose end may be a part of the file are refused, not cut off', () => {
    const open = `src/a.py\n${fence}py\na = """\n${fence}\nb\n${fence}\n"""\n${fence}\n\nsrc/c.py\n${fence}py\nc\n${fence}\n`;
    expect(readText(open)).toMatchObject({ ok: false, refusals: [{ code: 'malformed' }] });
  });
});
