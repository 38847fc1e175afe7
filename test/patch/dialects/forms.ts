import type { RefusalCode } from '../../../src/patch/refusal.ts';

/** A payload in one of the forms that models send, and what reading it gives. */
export type Form = {
  readonly name: string;
  readonly payload: unknown;
} & (
  | { readonly changes: readonly object[]; readonly id?: string; readonly notDone?: readonly string[] }
  | { readonly refused: readonly `${RefusalCode} ${string}`[] }
);

const write = (path: string, content: string, more: object = {}) => ({
  kind: 'write',
  path,
  content,
  encoding: 'utf-8',
  ...more,
});
const edit = (path: string, find: string, replace: string, count: number | 'all' = 1) => ({
  kind: 'edit',
  path,
  find,
  replace,
  count,
});
const regex = (path: string, pattern: string, replacement: string) => ({
  kind: 'regex',
  path,
  pattern,
  replacement,
  flags: '',
  count: 1,
});

const DIFF = '--- a/shop.js\n+++ b/shop.js\n@@ -1 +1 @@\n-open\n+closed\n';
const WIRE = { version: 1, changes: [{ kind: 'delete', path: 'old.js' }] };
const MUTATION = { path: 'shop.js', contents: 'open();\n' };

const DIFF_OF = (path: string) => `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-open\n+closed\n`;

/** Bodies that say themselves that they are for src/a.js. */
const OF_ANOTHER_FILE: readonly (readonly [what: string, body: object])[] = [
  ['a diff of one file', { diff: DIFF_OF('src/a.js') }],
  ['a diff that deletes one file', { diff: 'diff --git a/src/a.js b/src/a.js\ndeleted file mode 100644\n' }],
  ['a patch of one file', { patch: '*** Begin Patch\n*** Delete File: src/a.js\n*** End Patch\n' }],
  ['a block for one file', { text: 'src/a.js\n<<<<<<< SEARCH\nx\n=======\ny\n>>>>>>> REPLACE\n' }],
  ['a file that is fenced', { text: 'src/a.js\n```\nopen\n```\n' }],
  ['JSON for one file', { kind: 'text', text: '{"changes":[{"kind":"delete","path":"src/a.js"}]}' }],
];

export const PATTERNS: readonly Form[] = [
  {
    name: 'a pattern in `patch` beside its file',
    payload: { id: 'p', role: 'ui', target_file: 'shop.js', patch: { pattern: 'open', replacement: 'shut' } },
    id: 'p',
    changes: [regex('shop.js', 'open', 'shut')],
  },
  {
    name: 'a pattern without a file',
    payload: { id: 'p', patch: { pattern: 'open', replacement: 'shut' } },
    refused: ['malformed /changes/0/path'],
  },
  {
    name: 'a pattern for the file of an example',
    payload: { target_file: 'path/to/file.js', patch: { pattern: 'open', replacement: 'shut' } },
    refused: ['placeholder /changes/0/path'],
  },
];

export const TEXTS: readonly Form[] = [
  {
    name: 'a text with its file',
    payload: { id: 't', target_file: 'notes.md', patch: 'All is well.' },
    changes: [{ kind: 'text', text: 'All is well.', path: 'notes.md' }],
  },
  {
    name: 'a diff as a text',
    payload: { id: 't', patch: DIFF },
    changes: [{ kind: 'text', text: DIFF }],
  },
  { name: 'a diff alone', payload: DIFF, changes: [{ kind: 'text', text: DIFF }] },
  {
    name: 'a text that its role calls a command',
    payload: { role: 'command_patch', target_file: 'notes.md', patch: 'All is well.' },
    refused: ['command_not_allowed /patch'],
  },
  {
    name: 'a text that its role calls an instruction',
    payload: { role: 'instruction', target_file: 'notes.md', patch: 'Say that all is well.' },
    refused: ['mission_without_changes /patch'],
  },
  {
    name: 'shell lines',
    payload: { target_file: 'out.log', patch: 'mkdir -p out\necho done >> out/log' },
    refused: ['command_not_allowed /patch'],
  },
  {
    name: 'shell lines that are the content of a script',
    payload: { target_file: 'bin/build.sh', patch: 'mkdir -p out\n' },
    changes: [{ kind: 'text', text: 'mkdir -p out\n', path: 'bin/build.sh' }],
  },
  { name: 'shell lines alone', payload: 'npm test', refused: ['command_not_allowed '] },
  {
    name: 'words without a file',
    payload: { id: 't', patch: 'Make the shop close at six.' },
    refused: ['mission_without_changes /patch'],
  },
  { name: 'words alone', payload: 'Make the shop close at six.', refused: ['mission_without_changes '] },
  {
    name: 'an example as it was copied',
    payload: { target_file: '/path/to/your/file', patch: 'text' },
    refused: ['placeholder /changes/0/path'],
  },
  {
    name: 'JSON content of a JSON file',
    payload: { target_file: 'shop.json', patch: '{"text": "open"}' },
    changes: [{ kind: 'text', text: '{"text": "open"}', path: 'shop.json' }],
  },
];

export const LISTS: readonly Form[] = [
  {
    name: 'mutations with commands after them',
    payload: {
      blockId: 'm',
      version: 'm-1.2',
      showInUI: true,
      mutations: [MUTATION],
      postMutationBuild: { shell: ['npm run build'] },
      validate: { shell: ['test -f shop.js'] },
      final: { git: { commit: 'Open the shop', tag: 'm-1.2' }, summaryFile: 'out/m.md' },
    },
    id: 'm',
    changes: [write('shop.js', 'open();\n')],
    notDone: [
      'Requested, not run: npm run build (postMutationBuild)',
      'Requested, not run: test -f shop.js (validate)',
      'Requested, not done: a commit with the message Open the shop',
      'Requested, not done: a tag named m-1.2',
      'Requested, not done: a summary at out/m.md',
    ],
  },
  {
    name: 'mutations with modes',
    payload: {
      mutations: [
        { op: 'upsert', mode: '0755', ...MUTATION },
        { op: 'create', mode: '0644', path: 'b.js', content: '' },
        { op: 'delete', path: 'c.js' },
        { op: 'rename', from: 'd.js', to: 'e.js' },
      ],
    },
    changes: [
      write('shop.js', 'open();\n', { executable: true }),
      write('b.js', '', { executable: false }),
      { kind: 'delete', path: 'c.js' },
      { kind: 'move', from: 'd.js', to: 'e.js' },
    ],
  },
  {
    name: 'mutations inside `patch`, beside a file that none of them changes',
    payload: { id: 'm', role: 'x', target_file: 'm.json', patch: { mutations: [MUTATION] } },
    changes: [write('shop.js', 'open();\n')],
  },
  {
    name: 'an id outside that is not the one inside',
    payload: { id: 'm', patch: { blockId: 'n', mutations: [MUTATION] } },
    refused: ['malformed /patch/blockId'],
  },
  {
    name: 'no mutations',
    payload: { id: 'm', patch: { mutations: [] } },
    refused: ['no_changes '],
  },
  {
    name: 'edits of one file',
    payload: {
      file_path: 'shop.js',
      edits: [
        { old_string: 'open', new_string: 'shut' },
        { oldText: 'six', newText: 'seven', replace_all: true },
      ],
    },
    changes: [edit('shop.js', 'open', 'shut'), edit('shop.js', 'six', 'seven', 'all')],
  },
  {
    name: 'edits inside of changes',
    payload: [{ path: 'shop.js', edits: [{ search: 'open', replace: 'shut' }] }],
    changes: [edit('shop.js', 'open', 'shut')],
  },
  {
    name: 'an editing tool',
    payload: { edits: [{ command: 'str_replace', path: 'shop.js', old_str: 'open', new_str: 'shut' }] },
    changes: [edit('shop.js', 'open', 'shut')],
  },
  {
    name: 'files by name',
    payload: { files: { 'shop.js': 'open();\n' } },
    changes: [write('shop.js', 'open();\n')],
  },
  {
    name: 'one change for everything',
    payload: { id: 'm', filename: 'shop.js', find: 'open', replace: 'shut', description: 'Shut it' },
    changes: [edit('shop.js', 'open', 'shut')],
  },
  {
    name: 'a diff beside its file',
    payload: { path: 'shop.js', diff: DIFF },
    changes: [{ kind: 'diff', diff: DIFF, path: 'shop.js' }],
  },
  {
    name: 'a list as JSON text',
    payload: { mutations: JSON.stringify([MUTATION]) },
    changes: [write('shop.js', 'open();\n')],
  },
  {
    name: 'a whole patch in a fence, in words',
    payload: `Here it is:\n\`\`\`json\n${JSON.stringify(WIRE)}\n\`\`\`\nBye!`,
    changes: WIRE.changes,
  },
  {
    name: 'a whole patch as JSON text in a JSON text',
    payload: JSON.stringify(JSON.stringify(WIRE)),
    changes: WIRE.changes,
  },
  {
    name: 'a dispatch as it is sent to GitHub',
    payload: { event_type: 'ghost-patch', client_payload: { id: 'm', patch: { mutations: [MUTATION] } } },
    id: 'm',
    changes: [write('shop.js', 'open();\n')],
  },
  {
    name: 'an edit in words of its own',
    payload: { target: 'src/page.html', edits: [{ ensureHeading: { level: 1 } }] },
    refused: ['malformed /edits/0/ensureHeading'],
  },
  {
    name: 'two changes in one entry',
    payload: { mutations: [{ path: 'a', content: 'x', find: 'y', replace: 'z' }] },
    refused: ['malformed /mutations/0/find'],
  },
  {
    name: 'two names with two values',
    payload: { mutations: [{ path: 'a', file: 'b', content: 'x' }] },
    refused: ['malformed /mutations/0/file'],
  },
  {
    name: 'an edit of another file than the entry around it names',
    payload: [{ path: 'a', edits: [{ find: 'x', replace: 'y', file: 'b' }] }],
    refused: ['malformed /changes/0/edits/0/file'],
  },
  {
    name: 'an edit that names the file of the entry around it again',
    payload: [{ path: 'a', edits: [{ find: 'x', replace: 'y', file: 'a' }] }],
    changes: [edit('a', 'x', 'y')],
  },
  {
    name: 'a move among the edits of another file',
    payload: [{ path: 'a', edits: [{ from: 'b', to: 'c' }] }],
    refused: ['malformed /changes/0/edits/0'],
  },
  {
    name: 'a word beside edits that they deny',
    payload: [{ path: 'a', op: 'delete', edits: [{ find: 'x', replace: 'y' }] }],
    refused: ['malformed /changes/0/op'],
  },
  {
    name: 'a word beside edits that they make',
    payload: [{ path: 'a', op: 'str_replace', edits: [{ find: 'x', replace: 'y' }] }],
    changes: [edit('a', 'x', 'y')],
  },
  {
    name: 'a deletion with an empty list of edits',
    payload: [
      { path: 'a', op: 'delete', edits: [] },
      { path: 'b', content: '' },
    ],
    refused: ['malformed /changes/0/op'],
  },
  {
    name: 'an empty list of edits',
    payload: [
      { path: 'a', edits: [] },
      { path: 'b', content: '' },
    ],
    refused: ['malformed /changes/0/edits'],
  },
  {
    name: 'fields beside edits that say nothing of them',
    payload: [{ path: 'a', mode: '0755', new_string: 'z', edits: [{ find: 'x', replace: 'y' }] }],
    refused: ['malformed /changes/0/mode', 'malformed /changes/0/edits/0/replace'],
  },
  {
    name: 'a count beside edits that not all of them say',
    payload: [
      {
        path: 'a',
        count: 2,
        edits: [
          { find: 'x', replace: 'y', count: 2 },
          { find: 'z', replace: '' },
        ],
      },
    ],
    refused: ['malformed /changes/0/count'],
  },
  {
    name: 'a count beside edits that all of them say',
    payload: [{ path: 'a', count: 2, edits: [{ find: 'x', replace: 'y', count: 2 }] }],
    changes: [edit('a', 'x', 'y', 2)],
  },
  {
    name: 'edits inside of edits inside of `patch`',
    payload: [{ path: 'a', edits: [{ patch: { path: 'a', edits: [{ find: 'x', replace: 'y' }] } }] }],
    refused: ['malformed /changes/0/edits/0'],
  },
  {
    name: 'changes by the names of their files',
    payload: {
      target_file: 'c',
      files: { 'a.js': { content: 'x' }, Makefile: { edits: [{ find: 'x', replace: 'y' }] } },
    },
    changes: [write('a.js', 'x'), edit('Makefile', 'x', 'y')],
  },
  {
    name: 'a change below the name of another file',
    payload: { files: { 'src/a.js': { content: 'x', path: 'src/b.js' } } },
    refused: ['malformed /files/src~1a.js/path'],
  },
  ...OF_ANOTHER_FILE.map(
    ([what, body]): Form => ({
      name: `${what} below the name of another file`,
      payload: { files: { 'src/b.js': body } },
      refused: ['malformed /files/src~1b.js'],
    }),
  ),
  ...OF_ANOTHER_FILE.map(
    ([what, body]): Form => ({
      name: `${what} among the edits of another file`,
      payload: { changes: [{ file: 'src/b.js', edits: [{ find: 'x', replace: 'y' }, body] }] },
      refused: ['malformed /changes/0/edits/1'],
    }),
  ),
  ...OF_ANOTHER_FILE.map(
    ([what, body]): Form => ({
      name: `${what} among edits beside the name of another file`,
      payload: { path: 'src/b.js', edits: [{ find: 'x', replace: 'y' }, body] },
      refused: ['malformed /edits/1'],
    }),
  ),
  {
    name: 'a file beside changes that all name their own',
    payload: { path: 'src/b.js', changes: [{ path: 'src/a.js', find: 'x', replace: 'y' }] },
    changes: [edit('src/a.js', 'x', 'y')],
  },
  {
    name: 'a patch of two files below the name of one',
    payload: { files: { 'src/b.js': { diff: `${DIFF_OF('src/b.js')}${DIFF_OF('src/a.js')}` } } },
    refused: ['malformed /files/src~1b.js'],
  },
  {
    name: 'texts below the names of their files, which they name too, or the end of',
    payload: {
      files: {
        'src/a.js': { diff: DIFF_OF('src/a.js') },
        'src/b.js': { diff: DIFF_OF('b.js') },
        'src/c.js': { diff: '@@\n-x\n+y\n' },
        'd.js': { diff: 'diff --git a/e.js b/d.js\nrename from e.js\nrename to d.js\n' },
      },
    },
    changes: [
      { kind: 'diff', diff: DIFF_OF('src/a.js'), path: 'src/a.js' },
      { kind: 'diff', diff: DIFF_OF('b.js'), path: 'src/b.js' },
      { kind: 'diff', diff: '@@\n-x\n+y\n', path: 'src/c.js' },
      { kind: 'diff', diff: 'diff --git a/e.js b/d.js\nrename from e.js\nrename to d.js\n', path: 'd.js' },
    ],
  },
  {
    name: 'a move below the name of another file',
    payload: { files: { 'a.js': { from: 'b.js', to: 'c.js' } } },
    refused: ['malformed /files/a.js'],
  },
  {
    name: 'a move below the name of its file',
    payload: { files: { 'a.js': { op: 'rename', from: 'b.js', to: 'a.js' } } },
    changes: [{ kind: 'move', from: 'b.js', to: 'a.js' }],
  },
  {
    name: 'a change below the known name of another file',
    payload: { files: { Makefile: { content: 'x', path: 'src/x.mk' } } },
    refused: ['malformed /files/Makefile/path'],
  },
  {
    name: 'changes below words that are no files',
    payload: { edits: { first: { path: 'a', find: 'x', replace: 'y' }, 1: { path: 'b', content: '' } } },
    changes: [write('b', ''), edit('a', 'x', 'y')],
  },
  {
    name: 'a move with a third file',
    payload: [{ path: 'a', from: 'b', to: 'c' }],
    refused: ['malformed /changes/0/path'],
  },
  {
    name: 'a move that names its file again',
    payload: [{ path: 'b', op: 'move', from: 'b', to: 'c' }],
    changes: [{ kind: 'move', from: 'b', to: 'c' }],
  },
  {
    name: 'a command for a shell beside a change',
    payload: [{ op: 'write', path: 'a', content: 'x', command: 'npm i' }],
    refused: ['command_not_allowed /changes/0/command'],
  },
  {
    name: 'two words for what is to be done',
    payload: [{ type: 'delete', path: 'a', command: 'create' }],
    refused: ['malformed /changes/0/command'],
  },
  {
    name: 'a named command with a file',
    payload: [{ op: 'run', command: 'format', path: 'a' }],
    refused: ['malformed /changes/0/path'],
  },
  {
    name: 'a named command with two names',
    payload: [{ op: 'run', command: 'format', name: 'lint' }],
    refused: ['malformed /changes/0/name'],
  },
  {
    name: 'a field of the one change inside and outside of its wrapper, with two values',
    payload: { path: 'a', find: 'x', patch: { find: 'y', replace: 'z' } },
    refused: ['malformed /patch/find'],
  },
  {
    name: 'one change in the place of a list',
    payload: { edits: { file_path: 'a.js', old_string: 'x', new_string: 'y' } },
    refused: ['malformed /edits'],
  },
  {
    name: 'files that are called as fields are',
    payload: { files: { target: 'x', before: 'y' } },
    refused: ['malformed /files'],
  },
  {
    name: 'a file that is called as a field is',
    payload: { files: { text: 'x', 'a.js': 'y' } },
    changes: [write('text', 'x'), write('a.js', 'y')],
  },
  ...(
    [
      ['a diff', DIFF],
      ['a diff below words and in a fence', `Here is the diff:\n\n\`\`\`diff\n${DIFF}\`\`\`\n`],
      ['a block', '<<<<<<< SEARCH\nopen\n=======\nclosed\n>>>>>>> REPLACE\n'],
      ['a block below its path', 'shop.js\n<<<<<<< SEARCH\nopen\n=======\nclosed\n>>>>>>> REPLACE\n'],
      ['a patch', '*** Begin Patch\n*** Update File: shop.js\n-open\n+closed\n*** End Patch\n'],
      ['hunks', '  @@ -1 +1 @@\n  -open\n  +closed\n'],
    ] as const
  ).flatMap(([what, text]): Form[] => [
    {
      name: `${what} as a text among changes under the name of its file`,
      payload: { patches: { 'shop.js': text, 'a.js': 'open();\n' } },
      changes: [{ kind: 'text', text, path: 'shop.js' }, write('a.js', 'open();\n')],
    },
    {
      name: `${what} as a text among files in the place of a file`,
      payload: { files: { 'shop.js': text, 'a.js': 'open();\n' } },
      refused: ['malformed /files/shop.js'],
    },
    {
      name: `${what} as a text among files for a file that shows edits`,
      payload: { files: { 'docs/shop.md': text } },
      changes: [write('docs/shop.md', text)],
    },
    ...['patch', 'edit', 'modify', 'update', 'change', 'file', undefined].map(
      (action): Form => ({
        name: `${what} as the content of an entry that says ${action ?? 'nothing'}`,
        payload: { edits: [{ path: 'shop.js', ...(action === undefined ? {} : { action }), content: text }] },
        changes: [{ kind: 'text', text, path: 'shop.js' }],
      }),
    ),
    {
      name: `${what} as the content of the one entry`,
      payload: { file: 'shop.js', code: text },
      changes: [{ kind: 'text', text, path: 'shop.js' }],
    },
    {
      name: `${what} as the content in a list of edits of one file`,
      payload: { files: [{ path: 'shop.js', edits: [{ content: text }] }] },
      changes: [{ kind: 'text', text, path: 'shop.js' }],
    },
    {
      name: `${what} as the content of an entry that modifies its file, among files`,
      payload: { files: [{ path: 'shop.js', type: 'modify', content: text }] },
      changes: [{ kind: 'text', text, path: 'shop.js' }],
    },
    {
      name: `${what} as the content of an entry among files`,
      payload: { files: [{ path: 'shop.js', content: text }] },
      refused: ['malformed /files/0/content'],
    },
    {
      name: `${what} as the content of an entry under its name among files`,
      payload: { files: { 'shop.js': { content: text } } },
      refused: ['malformed /files/shop.js/content'],
    },
    {
      name: `${what} as the content of an entry that creates its file`,
      payload: { edits: [{ path: 'shop.js', action: 'create', content: text }] },
      refused: ['malformed /edits/0/content'],
    },
    {
      name: `${what} as the content of an entry that says write`,
      payload: { edits: [{ path: 'shop.js', op: 'write', content: text }] },
      changes: [write('shop.js', text)],
    },
    {
      name: `${what} as the content of a change of kind write`,
      payload: { edits: [{ kind: 'write', path: 'shop.js', content: text }] },
      changes: [write('shop.js', text)],
    },
    {
      name: `${what} as the content of a file of patches or for tests`,
      payload: {
        edits: [
          { path: 'patches/a.patch', action: 'update', content: text },
          { path: 'test/fixtures/a.txt', content: text },
          { path: 'test/a.snap', content: text },
        ],
      },
      changes: [
        write('patches/a.patch', text),
        write('test/fixtures/a.txt', text),
        write('test/a.snap', text),
      ],
    },
    {
      name: `${what} as the content of an entry that modifies what a test reads`,
      payload: { edits: [{ path: 'test/fixtures/a.txt', action: 'modify', content: text }] },
      refused: ['malformed /edits/0/content'],
    },
    {
      name: `${what} as the content of a document below its title`,
      payload: { edits: [{ path: 'docs/a.md', content: `# How to\n\nHere is how:\n\n${text}` }] },
      changes: [write('docs/a.md', `# How to\n\nHere is how:\n\n${text}`)],
    },
    {
      name: `${what} as the content of an entry that modifies a document, below words`,
      payload: { edits: [{ path: 'docs/a.md', action: 'modify', content: `This is how:\n\n${text}` }] },
      refused: ['malformed /edits/0/content'],
    },
  ]),
  {
    name: 'a diff of another file as a text among changes under the name of a file',
    payload: { patches: { 'b.js': DIFF } },
    refused: ['malformed /patches/b.js'],
  },
  ...['modify', 'create', undefined].map(
    (action): Form => ({
      name: `words about a file as the content of an entry that says ${action ?? 'nothing'}`,
      payload: {
        edits: [
          {
            path: 'shop.js',
            ...(action === undefined ? {} : { action }),
            content: 'Sorry, I can not see this file.',
          },
        ],
      },
      refused: ['mission_without_changes /edits/0/content'],
    }),
  ),
  {
    name: 'words as the content of a file that holds words, of one among files, and of a change of kind write',
    payload: {
      changes: [
        { path: 'NOTES.md', content: 'Sorry, I can not see this file.\n' },
        { path: 'shop.js', op: 'write', content: 'Sorry, I can not see this file.\n' },
        { path: 'shop.yml', content: 'open: true' },
      ],
    },
    changes: [
      write('NOTES.md', 'Sorry, I can not see this file.\n'),
      write('shop.js', 'Sorry, I can not see this file.\n'),
      write('shop.yml', 'open: true'),
    ],
  },
  {
    name: 'a diff of another file as the content of an entry',
    payload: { edits: [{ path: 'b.js', action: 'modify', content: DIFF }] },
    refused: ['malformed /edits/0'],
  },
  ...['README.md', 'requirements.txt', 'fixes/a.patch'].map((path): Form => {
    const text = `--- a/${path}\n+++ b/${path}\n@@ -1 +1 @@\n-open\n+closed\n`;
    return {
      name: `a diff of ${path} as the content of an entry of it`,
      payload: { edits: [{ path, content: text }] },
      changes: [{ kind: 'text', text, path }],
    };
  }),
  {
    name: 'hunks alone as the content of a document',
    payload: { edits: [{ path: 'README.md', content: '@@ -1 +1 @@\n-open\n+closed\n' }] },
    changes: [{ kind: 'text', text: '@@ -1 +1 @@\n-open\n+closed\n', path: 'README.md' }],
  },
  {
    name: 'a diff in what was a list once',
    payload: { changes: { 0: DIFF } },
    changes: [{ kind: 'text', text: DIFF }],
  },
  ...['Replace two by TWO', 'rename two to TWO', 'delete', 'Open it.\nClose it.\n'].map(
    (words): Form => ({
      name: `words as a text among changes under the name of a file: ${JSON.stringify(words)}`,
      payload: { edits: { 'b.js': { find: 'x', replace: 'y' }, 'a.js': words } },
      refused: ['mission_without_changes /edits/a.js'],
    }),
  ),
  {
    name: 'words under `files`, which may be what the file holds',
    payload: { files: { 'a.txt': 'Open the shop', LICENSE: 'none' } },
    changes: [write('a.txt', 'Open the shop'), write('LICENSE', 'none')],
  },
  {
    name: 'contents among changes under the names of their files',
    payload: {
      changes: {
        VERSION: '1.2.3',
        'a.js': "import 'x';\n",
        'b.md': '# Hello\n',
        'c.txt': 'Hello all\n',
        d: '',
      },
    },
    changes: [
      write('VERSION', '1.2.3'),
      write('a.js', "import 'x';\n"),
      write('b.md', '# Hello\n'),
      write('c.txt', 'Hello all\n'),
      write('d', ''),
    ],
  },
  {
    name: 'a word that its fields deny',
    payload: { mutations: [{ op: 'delete', path: 'a', content: 'x' }] },
    refused: ['malformed /mutations/0/op'],
  },
  {
    name: 'a word that nobody knows',
    payload: { mutations: [{ op: 'prepend', path: 'a', content: 'x' }] },
    refused: ['malformed /mutations/0/op'],
  },
  {
    name: 'a command among the changes',
    payload: { mutations: [MUTATION, { op: 'shell', command: 'npm i' }] },
    refused: ['command_not_allowed /mutations/1/command'],
  },
  {
    name: 'changes in two places',
    payload: { mutations: [MUTATION], diff: DIFF },
    refused: ['malformed '],
  },
  {
    name: 'instructions where changes belong',
    payload: { edits: ['Open the shop', 'Close the door'] },
    refused: ['mission_without_changes /edits'],
  },
  {
    name: 'code that was left to be filled in',
    payload: { mutations: [{ path: 'a.js', content: '// your code here' }] },
    refused: ['placeholder /changes/0/content'],
  },
];

const ONE = { id: 'n', path: 'a.md', content: '- three\n' };
const LISTED: readonly object[] = [
  { files: { 'a.md': '- three\n' } },
  { files: [{ path: 'a.md', content: '- three\n' }] },
  { path: 'a.md', patch: '```md\n- three\n```\n' },
];

export const ONE_CHANGE: readonly Form[] = [
  ...['action', 'op', 'operation', 'type'].flatMap((name) =>
    ['append', 'prepend', 'insert', 'append_to_file', 'insert_after', 'zebra'].flatMap((word): Form[] => [
      {
        name: `one change that says in \`${name}\` what nobody knows: ${word}`,
        payload: { ...ONE, [name]: word },
        refused: [`malformed /${name}`],
      },
      {
        name: `one change in a wrapper beside such a word in \`${name}\`: ${word}`,
        payload: { [name]: word, patch: ONE },
        refused: [`malformed /${name}`],
      },
      ...(word === 'zebra' ? [] : LISTED).map(
        (listed): Form => ({
          name: `${JSON.stringify(listed)} beside such a word in \`${name}\`: ${word}`,
          payload: { [name]: word, ...listed },
          refused: [`malformed /${name}`],
        }),
      ),
    ]),
  ),
  {
    name: 'one change that says in `kind` what nobody knows',
    payload: { version: 1, ...ONE, kind: 'append' },
    refused: ['malformed /changes/0/kind'],
  },
  ...['append', 'insert', 'view', 'undo_edit', 'make'].map(
    (command): Form => ({
      name: `one change beside a command in a word, which may be that of an editing tool: ${command}`,
      payload: { ...ONE, command },
      refused: ['command_not_allowed /command'],
    }),
  ),
  {
    name: 'one change of an editing tool, whose command is no command for a shell',
    payload: { command: 'str_replace', path: 'a.md', old_str: 'one', new_str: '1' },
    changes: [edit('a.md', 'one', '1')],
  },
  {
    name: 'a new file of an editing tool',
    payload: { command: 'create', path: 'a.md', file_text: '- three\n' },
    changes: [write('a.md', '- three\n')],
  },
  {
    name: 'a list beside the command of an editing tool',
    payload: { command: 'str_replace', edits: [{ path: 'a.md', old_str: 'one', new_str: '1' }] },
    changes: [edit('a.md', 'one', '1')],
  },
  ...[
    { old_content: 'one' },
    { after_line: 7 },
    { location: 'end' },
    { partial: true },
    { overwrite: false },
    { content_encoding: 'base64' },
    { deleted: true },
    { colour: 'red' },
  ].flatMap((beside): Form[] => {
    const [name] = Object.keys(beside);
    return [
      {
        name: `one change with a field that no change has: ${name}`,
        payload: { ...ONE, ...beside },
        refused: [`malformed /${name}`],
      },
      {
        name: `one change in a wrapper with a field that no change has: ${name}`,
        payload: { event_type: 'x', patch: { ...ONE, ...beside } },
        refused: [`malformed /patch/${name}`],
      },
      ...(name === 'colour' ? [] : LISTED).map(
        (listed): Form => ({
          name: `${JSON.stringify(listed)} beside what limits it: ${name}`,
          payload: { ...listed, ...beside },
          refused: [`malformed /${name}`],
        }),
      ),
    ];
  }),
  {
    name: 'one change with all that may be told of it',
    payload: {
      ...ONE,
      summary: 'Three',
      reasoning: 'It lacked',
      comment: 'Done',
      author: 'ada',
      model: 'm',
      timestamp: '2026-01-01',
      confidence: 0.9,
      language: 'md',
      role: 'docs',
      metadata: { author: 'ada' },
      type: 'feature',
      version: '1.0',
      target: 'DEV',
      plan: ['Add three'],
      deletions: 0,
      old_content: null,
      command: 'npm test',
      validate: { shell: ['make'] },
      branch: 'three',
    },
    changes: [write('a.md', '- three\n')],
    notDone: [
      'Requested, not run: npm test (command)',
      'Requested, not run: make (validate)',
      'Requested, not done: a branch named three',
    ],
  },
  {
    name: 'changes among the steps beside one change',
    payload: { ...ONE, steps: [{ path: 'b.md', content: '' }] },
    refused: ['malformed /steps'],
  },
  ...[
    { delete: ['b.md'] },
    { deletions: ['b.md'] },
    { remove: 'b.md' },
    { rename: { 'b.md': 'c.md' } },
    { moves: [{ from: 'b.md', to: 'c.md' }] },
    { new_files: { 'b.md': '' } },
  ].flatMap((asked) =>
    [ONE, ...LISTED, { version: 1, changes: [{ kind: 'write', path: 'a.md', content: '' }] }].map(
      (body): Form => ({
        name: `${JSON.stringify(asked)} beside ${JSON.stringify(body)}, which asks for more files`,
        payload: { ...body, ...asked },
        refused: [`malformed /${Object.keys(asked)[0]}`],
      }),
    ),
  ),
  {
    name: 'files beside a list that the list deletes, writes and moves itself',
    payload: {
      edits: [
        { op: 'delete', path: 'a.md' },
        { op: 'create', path: 'b.md', content: 'b\n' },
        { op: 'move', from: 'c.md', to: 'd.md' },
      ],
      deletions: ['a.md'],
      new_files: ['b.md'],
      renamed: ['d.md'],
      additions: 12,
    },
    changes: [
      { kind: 'delete', path: 'a.md' },
      write('b.md', 'b\n'),
      { kind: 'move', from: 'c.md', to: 'd.md' },
    ],
  },
  {
    name: 'a list beside words that are about the whole patch',
    payload: { type: 'feature', action: 'create', edits: [{ path: 'a.md', find: 'one', replace: '1' }] },
    changes: [edit('a.md', 'one', '1')],
  },
  {
    name: 'a list of edits that is to be renamed',
    payload: { action: 'rename', edits: [{ path: 'a.md', find: 'one', replace: '1' }] },
    refused: ['malformed /action'],
  },
];

const ASKED: readonly object[] = [
  { preview: true },
  { validate_only: 'true' },
  { mode: 'dry-run' },
  { options: { dryRun: true } },
  { metadata: { 'dry-run': 'yes' } },
  { preview: 1 },
  { preview: { enabled: true } },
  { isDryRun: true },
  { dryrunOnly: true },
  { test_run: true },
  { apply: false },
  { commit: 'no' },
  { create_pull_request: false },
  ...[
    'action',
    'op',
    'operation',
    'type',
    'kind',
    'command',
    'method',
    'run',
    'execution',
    'validate',
  ].flatMap((name) => ['preview', 'dry-run', 'validate_only', 'no-op'].map((word) => ({ [name]: word }))),
  { command: '/ghost preview' },
  { command: ['ghost-runner', 'apply', '--dry-run'] },
  { cmd: 'npx ghost-runner apply --dry-run' },
  { options: ['--dry-run'] },
  { flags: '--verbose --dry-run=true' },
  { execution: { dryRun: true } },
  { do_not_apply: true },
  { skipCommit: 'yes' },
  { should_apply: false },
  { auto_apply: false },
  { auto_apply_patch: 'no' },
  { check: true },
  { options: { check: true } },
  { request: { query: { dryRun: true } } },
  { options: { verbose: true, preview: { dryRun: true } } },
];

/** A patch in the format, in another one, as one change, and as a text. */
const TO_TRY: readonly object[] = [
  { edits: [{ path: 'a.js', content: 'x\n' }] },
  { path: 'a.js', content: 'x\n' },
  { path: 'a.js', patch: DIFF_OF('a.js') },
  { patch: { version: 1, changes: [{ kind: 'write', path: 'a.js', content: 'x\n' }] } },
];

const OTHERWISE: readonly object[] = [
  { reverse: true },
  { strip: 2 },
  { cwd: 'web' },
  { workdir: '/workspace/repo' },
  { root: 'web' },
  { options: { directory: 'web' } },
  { flags: { reverse: 'yes' } },
  ...[
    'base_path',
    'root_path',
    'subdirectory',
    'folder',
    'path_prefix',
    'project_root',
    'workspace_root',
    'working_directory',
  ].flatMap((name) => [{ [name]: 'web' }, { context: { [name]: 'web' } }]),
  { inverse: true },
  { direction: 'reverse' },
  { p: 2 },
  { metadata: { apply: { strip: 2 } } },
];

/** What limits a change, which settings may hold as well. */
const LIMITS: readonly object[] = [
  { mode: 'append' },
  { start_line: 3, end_line: 3 },
  { partial: true },
  { action: 'append' },
  { overwrite: false },
  { encoding: 'base64' },
  { count: 7 },
  { range: { from: 3, to: 3 } },
];

export const TRIALS: readonly Form[] = [
  ...LIMITS.flatMap((limit) =>
    ['options', 'metadata', 'context'].flatMap((holder) =>
      TO_TRY.filter((body) => !('path' in body && holder === 'options')).map(
        (body): Form => ({
          name: `a limit in an object of settings: ${JSON.stringify({ [holder]: limit })} beside ${Object.keys(body).join()}`,
          payload: { ...body, [holder]: limit },
          refused: Object.keys(limit).map((name) => `malformed /${holder}/${name}` as const),
        }),
      ),
    ),
  ),
  {
    name: 'settings that limit nothing',
    payload: {
      files: { 'a.js': 'x\n' },
      metadata: {
        type: 'billing',
        count: 1,
        encoding: 'utf-8',
        overwrite: true,
        line: null,
        mode: 'fast',
        summary: { lines: 3 },
        validate: { cwd: 'web' },
      },
      context: { cwd: '.', direction: 'forward', check: false, auto_apply: true, no_commit: false },
      folder: '/',
      p: 1,
    },
    changes: [write('a.js', 'x\n')],
  },
  ...OTHERWISE.map(
    (asked): Form => ({
      name: `a wish to have it applied otherwise: ${JSON.stringify(asked)}`,
      payload: { edits: [{ path: 'a.js', content: 'x\n' }], ...asked },
      refused: [`malformed /${Object.keys(asked)[0]}`],
    }),
  ),
  {
    name: 'names of such wishes that alter nothing',
    payload: {
      edits: [{ path: 'a.js', content: 'x\n' }],
      reverse: false,
      strip: 1,
      cwd: '.',
      workdir: './',
      root: true,
    },
    changes: [write('a.js', 'x\n')],
  },
  ...ASKED.flatMap((asked) =>
    TO_TRY.filter((body) => !('flags' in asked && 'content' in body)).map(
      (body): Form => ({
        name: `a wish to try it only, by another name: ${JSON.stringify(asked)} beside ${Object.keys(body).join()}`,
        payload: { ...body, ...asked },
        refused: [`malformed /${Object.keys(asked)[0]}`],
      }),
    ),
  ),
  {
    name: 'names of a try that ask for none',
    payload: {
      edits: [{ path: 'a.js', content: 'x\n' }],
      preview: false,
      simulate: 'no',
      mode: 'fast',
      options: { verbose: true, preview: false },
      runDryCheck: true,
      apply: true,
      summary: 'preview',
      metadata: { tags: ['preview'], title: 'Dry run' },
      branch: 'preview',
      validate: { shell: ['npm publish --dry-run'], dryRun: true },
      command: 'npm run preview',
    },
    changes: [write('a.js', 'x\n')],
    notDone: [
      'Requested, not run: npm publish --dry-run (validate)',
      'Requested, not run: npm run preview (command)',
      'Requested, not done: a branch named preview',
    ],
  },
];

export const WITHOUT_CHANGES: readonly Form[] = [
  {
    name: 'commands alone',
    payload: { patch: { id: 'c', execution: ['node check.js'], validation: ['node look.js'] } },
    refused: ['command_not_allowed /patch/execution'],
  },
  {
    name: 'a mission with phases',
    payload: {
      notes: ['GOAL: open'],
      phases: [{ actions: ['Patch `shop.js`'] }],
      postMutationBuild: 'echo ok',
    },
    refused: ['mission_without_changes /phases', 'command_not_allowed /postMutationBuild'],
  },
  {
    name: 'what is left of a mission',
    payload: { id: 'c', description: 'Verify', validate: { shell: ['date'] }, metadata: {} },
    refused: ['command_not_allowed /validate'],
  },
  {
    name: 'a patch without a body',
    payload: { id: 'n', target_file: 'a', patch: { test: 1 } },
    refused: ['no_changes '],
  },
  { name: 'a message', payload: { id: 'n', text: 'All is well' }, refused: ['no_changes '] },
  { name: 'a report', payload: { content: 'All is well', source: 'bridge' }, refused: ['no_changes '] },
  {
    name: 'a command of a chat',
    payload: { command: '/status', text: '', user_id: 'U1', channel_id: 'C1' },
    refused: ['no_changes '],
  },
  { name: 'a ping', payload: { test: 'ping' }, refused: ['no_changes '] },
];

export const NAMED_COMMANDS: readonly Form[] = [
  {
    name: 'a named command',
    payload: { version: 1, changes: [{ kind: 'run', command: 'format' }] },
    changes: [{ kind: 'run', command: 'format' }],
  },
  {
    name: 'a named command under other names',
    payload: {
      changes: [
        { type: 'run', name: 'format' },
        { op: 'run', cmd: 'lint.fix' },
      ],
    },
    changes: [
      { kind: 'run', command: 'format' },
      { kind: 'run', command: 'lint.fix' },
    ],
  },
  {
    name: 'a command for a shell where a name should be',
    payload: { version: 1, changes: [{ kind: 'run', command: 'npm run format' }] },
    refused: ['command_not_allowed /changes/0/command'],
  },
  {
    name: 'a command for a shell, though it is one word',
    payload: { changes: [{ type: 'shell', command: 'make' }] },
    refused: ['command_not_allowed /changes/0/command'],
  },
];
