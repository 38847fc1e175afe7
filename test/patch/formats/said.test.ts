import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { planPatch } from '../../../src/apply/plan.ts';
import { readPatch } from '../../../src/patch/read.ts';

/** Texts of each size; more of them find more, and take longer. */
const RUNS = Number(process.env['GHOST_FUZZ_RUNS'] ?? 3000);

/** What a model may write, with words that stand in the text once: each `W` becomes a word of its own. */
const PIECES: readonly string[] = [
  '--- a/W.ts\n+++ b/W.ts\n@@ -1 +1 @@\n-W\n+W\n',
  'diff --git a/W.ts b/W.ts\nnew file mode 100644\n--- /dev/null\n+++ b/W.ts\n@@ -0,0 +1 @@\n+W\n',
  'diff --git a/W.ts b/W.ts\ndeleted file mode 100644\n--- a/W.ts\n+++ /dev/null\n@@ -1 +0,0 @@\n-W\n',
  'diff --git a/W.ts b/W.ts\nsimilarity index 100%\nrename from W.ts\nrename to W.ts\n',
  'W.ts\n@@ -1 +1 @@\n-W\n+W\n',
  'W.ts\n<<<<<<< SEARCH\nW\n=======\nW\n>>>>>>> REPLACE\n',
  'W.ts\n```ts\n<<<<<<< SEARCH\nW\n=======\nW\n>>>>>>> REPLACE\n```\n',
  '*** Begin Patch\n*** Update File: W.ts\n@@\n-W\n+W\n*** End Patch\n',
  '*** Begin Patch\n*** Update File: W.ts\n@@\n-W\n+W\n',
  '*** Update File: W.ts\n*** Move to: W.ts\n@@\n-W\n+W\n',
  '*** Begin Patch\n*** Add File: W.ts\n+W\n*** Delete File: W.ts\n*** End Patch\n',
  '{"path": "W.ts", "find": "W", "replace": "W"}\n',
  '{"changes": [\n {"kind": "edit", "path": "W.ts", "find": "W", "replace": "W"}\n]}\n',
  '{"id": "W", "title": "W"}\n',
  'W.ts\n```ts\nW\n```\n',
  '**src/W.ts**\n\n```ts\nW\n```\n',
  'Create a new file `src/W.ts` with this content:\n\n```ts\nW\n```\n',
  '```ts:src/W.ts\nW\n```\n',
  '```ts\nW\n```\n',
  '```bash\nrm W\n```\n',
  'Please W it.\n',
  'Delete `W.ts`.\n',
  '+W\n',
  '-W\n',
  ' W\n',
  '- W\n- W\n',
  '## W\n',
  '@@ W @@\n',
  '<<<<<<< DELETE\nW.ts\n>>>>>>> DELETE\n',
  'Only in src: W.ts\n',
  '```W W also\n```\n',
  '*** Begin Patch\n*** Update File: W.ts\n@@\n-W\n+W\n\\ W too.\n*** End Patch\n',
];

const WRAPPINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `\n${text}\n`,
  ...[
    '```diff',
    '~~~ Please W too',
    '```',
    '```patch',
    '```json',
    '```ts',
    '````markdown',
    '````',
    '~~~',
  ].map((open) => (text: string) => `${open}\n${text}${/^[`~]+/.exec(open)?.[0]}\n`),
  (text) => `\`\`\`diff\n${text}`,
  (text) => `\`\`\`bash\napply_patch <<'EOF'\n${text}EOF\n\`\`\`\n`,
  (text) => `1. First:\n\n   \`\`\`diff\n${indented(text, '   ')}\n   \`\`\`\n`,
  (text) => `${indented(text, '    ')}\n`,
  (text) => `${indented(text, '> ')}\n`,
  (text) => `<details>\n<summary>More</summary>\n\n${text}\n</details>\n`,
  (text) => text.replaceAll('\n', '\r\n'),
];

function indented(text: string, indent: string): string {
  return text.trimEnd().replaceAll(/^/gm, indent);
}

function escaped(text: string): string {
  return text.replaceAll('\n', '\\n');
}

const piece = fc
  .record({
    text: fc.constantFrom(...PIECES),
    wrap: fc.constantFrom(...WRAPPINGS),
    behind: fc.constantFrom('', '\n', 'and\n', '\n---\n\n'),
  })
  .map(({ text, wrap, behind }) => wrap(text) + behind);

const sent = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom(...WRAPPINGS, escaped))
  .map(([pieces, wrap]) => withWords(wrap(pieces.join(''))));

/** One that no other word begins with, nor any of the format. */
function withWords(text: string): string {
  let count = 0;
  return text.replaceAll('W', () => `zq${String.fromCharCode(97 + count++)}x`);
}

const BLOCK = 'x.ts\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n';
const DIFF = '--- a/x.ts\n+++ b/x.ts\n@@ -1 +1 @@\n-a\n+b\n';
const SECTION = '*** Update File: x.ts\n@@\n-a\n+b\n';
const PATCH = `*** Begin Patch\n${SECTION}*** End Patch\n`;

describe('words in a text', () => {
  test.each([
    ['above a diff', `Also do y.\n${DIFF}`, 1],
    ['behind a diff', `${DIFF}\nAlso do y.\n`, 7],
    ['between two files of a diff', `${DIFF}Also do y.\n${DIFF.replaceAll('x.ts', 'z.ts')}`, 6],
    ['behind the signature of a mail', `${DIFF}-- \n2.39.5\n\nAlso do y.\n`, 9],
    ['between two blocks', `${BLOCK}Also do y.\n${BLOCK.replaceAll('x.ts', 'z.ts')}`, 7],
    ['behind the last block', `${BLOCK}Also do y.\n`, 7],
    ['above a patch', `Also do y.\n${PATCH}`, 1],
    ['between two patches', `${PATCH}Also do y.\n${PATCH}`, 7],
    ['behind a patch without its last line', `${SECTION}\nAlso do y.\n`, 6],
    ['behind a patch in a fence without its last line', `\`\`\`\n${SECTION}\nAlso do y.\n\`\`\`\n`, 7],
    ['in a code block', `${PATCH}\n\`\`\`ts\nAlso do y.\n\`\`\`\n`, 9],
    ['above a file', 'Also do y.\n\nsrc/x.ts\n```ts\na\n```\n', 1],
    ['above JSON', 'Also do y.\n{"path": "x.ts", "find": "a", "replace": "b"}', 1],
    [
      'between two fences of JSON',
      '```json\n{"path": "x.ts", "find": "a", "replace": "b"}\n```\nAlso do y.\n```json\n{"path": "z.ts", "find": "a", "replace": "b"}\n```\n',
      4,
    ],
  ])('%s are quoted with their line', (_what, text, line) => {
    expect(answerTo(text)).toContain(
      `Words that belong to no edit were passed over: "Also do y." (line ${line})`,
    );
  });

  test.each([
    ['words behind a backslash', `${DIFF}\\ Also do y.\n`, '\\ Also do y.'],
    ['a path above a diff of another file', `### src/y.ts\n\n${DIFF}`, '### src/y.ts'],
    ['a heading above a diff in a fence', `### Node.js\n\n\`\`\`diff\n${DIFF}\`\`\`\n`, '### Node.js'],
    ['a path above a patch of another file', `src/y.ts\n${PATCH}`, 'src/y.ts'],
    ['words behind a backslash in a patch', PATCH.replace('+b\n', '+b\n\\ Also do y.\n'), '\\ Also do y.'],
    ['words behind the mark of a fence', `~~~ Please also do y\n${DIFF}~~~\n`, '~~~ Please also do y'],
    [
      'words behind the mark of an empty fence',
      `${DIFF}\n\`\`\`Please also do y\n\`\`\`\n`,
      '```Please also do y',
    ],
    [
      'a call in tags',
      `<delete_file>\n<path>src/y.ts</path>\n</delete_file>\n\n${DIFF}`,
      '<path>src/y.ts</path>',
    ],
    [
      'a sentence with a path above a block of another file',
      `${BLOCK}In \`y.ts\`:\n${BLOCK.replace('x.ts\n', '').replace('SEARCH', 'SEARCH z.ts')}`,
      'In `y.ts`:',
    ],
    ['words behind the first mark of a block', BLOCK.replace('SEARCH', 'SEARCH in y'), '<<<<<<< SEARCH in y'],
    [
      'words behind the last mark of a block',
      BLOCK.replace('REPLACE', 'REPLACE, not y'),
      '>>>>>>> REPLACE, not y',
    ],
    ['a file that Subversion made empty', `Index: y.ts\n${'='.repeat(67)}\n${DIFF}`, 'Index: y.ts'],
    ['a command that writes a file', `${DIFF}\ncat > y.ts <<'EOF'\nEOF\n`, "cat > y.ts <<'EOF'"],
    ['words below the deletion of a file', `*** Begin Patch\n*** Delete File: x.ts\n\nNot y.\n`, 'Not y.'],
  ])('are told that are in the place of something else: %s', (_what, text, quoted) => {
    expect(answerTo(text)).toContain(`passed over: "${quoted}" (`);
  });

  test.each(['```diff', '```ts {1,3-5}', '```js showLineNumbers', '```py title="x.ts" hl=3', '~~~'])(
    'are none where a fence is opened by %s',
    (open) => {
      const text = `${open}\n${DIFF}${open.slice(0, 3)}\n`;
      expect(answerTo(text)).not.toMatch(/passed over/);
    },
  );

  test('that name the file of a block, where none follows, are quoted too', () => {
    const text = `\`\`\`\n${BLOCK}src/y.ts\n\n${BLOCK}`;
    expect(answerTo(text)).toContain('passed over: "src/y.ts" (line 8)');
  });

  test('are quoted in short, and many of them counted', () => {
    const text = Array.from({ length: 9 }, (_, at) => `${'word '.repeat(99)}${at}\n\n\n\n`).join('') + DIFF;
    expect(answerTo(text)).toMatch(/: ("(?:word ){31}word …" \(line \d+\); ){6}and 3 more such places$/);
  });

  test('that only part and wrap others are nothing to tell', () => {
    const index = `Index: x.ts\n${'='.repeat(67)}\n`;
    const bare = DIFF.replaceAll(/ [ab]\//g, ' ');
    for (const text of [
      `${index}${bare}${index.replace('x.ts', 'z.ts')}${bare.replaceAll('x.ts', 'z.ts')}`,
      `<patch>\n${PATCH}</patch>\n`,
      `${DIFF}\n---\n\n`,
      `src/x.ts\n\`\`\`ts\na\n\`\`\`\n`,
    ])
      expect(answerTo(text)).not.toMatch(/passed over/);
  });

  test('in a text that was escaped twice are refused with an edit and JSON beside it', () => {
    const block = '~~~\nx.ts\n------- SEARCH\na\n=======\nb\n+++++++ REPLACE\n~~~\n';
    const text = `${block}and\n[{"path": "y.ts", "content": "z"}]\n`;
    expect(answerTo(text.replaceAll('\n', '\\n'))).toBeNull();
    expect(answerTo(block.replaceAll('\n', '\\n'))).toContain('"x.ts"');
  });

  test('in a code block of JSON and an edit are refused with both', () => {
    const text = `\`\`\`\`markdown\n{"path": "y.ts", "find": "a", "replace": "b"}\n${DIFF}\`\`\`\`\n`;
    expect(answerTo(text)).toBeNull();
  });
});

describe('a text of edits, files and words in any order and wrapping', () => {
  test('is refused, or each of its words is in what is done or in what is told of it', () => {
    fc.assert(
      fc.property(sent, (text) => {
        const said = answerTo(text);
        if (said === null) return;
        const lines = text.split('\n');
        const lost = lines.filter((line, at) => {
          const words = line.match(/zq\wx/g) ?? [];
          return words.some((word) => !said.includes(word)) && !isPlaceTold(said, { lines, at });
        });
        expect({ text, lost }).toEqual({ text, lost: [] });
      }),
      { numRuns: RUNS },
    );
  });
});

/** The steps that are taken and all sentences about them; null: it is refused. */
function answerTo(text: string): string | null {
  const read = readPatch({ text });
  const plan = read.ok ? planPatch(read.patch) : null;
  if (!read.ok || plan?.ok !== true) return null;
  const { title, id } = read.patch;
  return [
    JSON.stringify(plan.steps),
    title,
    id,
    ...read.repairs,
    ...read.notDone,
    ...plan.repairs,
    ...plan.notDone,
  ].join('\n');
}

/** Does a sentence name the line, a stretch that it is in, or the code block that it stands in? */
function isPlaceTold(said: string, { lines, at }: { lines: readonly string[]; at: number }): boolean {
  const stretches = [...said.matchAll(/lines? (\d+)(?: to (\d+))?/g)].map(([, from, to]) => [
    from,
    to ?? from,
  ]);
  if (stretches.some(([from, to]) => at + 1 >= Number(from) && at + 1 <= Number(to))) return true;
  const numbers = [...said.matchAll(/code blocks? at lines? ([\d, ]+)/g)].flatMap(([, list = '']) =>
    list.split(', ').map(Number),
  );
  return lines
    .slice(0, at)
    .some((line, above) => /^\s*(?:`{3}|~{3})/.test(line) && numbers.includes(above + 1));
}
