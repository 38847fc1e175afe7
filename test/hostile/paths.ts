import { Buffer } from 'node:buffer';
import { type PatchCase, patchOf, type SentChange, written } from './case.ts';

const outside = { refused: 'outside_repository' } as const;
const notText = { refused: 'not_a_text_file' } as const;

function ruled(rule: string) {
  return { refused: 'protected_path', rules: [rule] } as const;
}

/** Another name of a path that is protected and there. */
function ruledBeside(rule: string) {
  return { refused: ['protected_path', 'already_exists'], rules: [rule, COLLISIONS] } as const;
}

const COLLISIONS = 'policy.rules.case-collisions';

function writes(name: string, path: string, expected: PatchCase['expected']): PatchCase {
  return { name, payload: written(path), expected };
}

function sends(name: string, changes: readonly SentChange[], expected: PatchCase['expected']): PatchCase {
  return { name, payload: patchOf(...changes), expected };
}

/** A whole file of any bytes. */
function bytesAt(path: string, bytes: Buffer): SentChange {
  return { kind: 'write', path, content: bytes.toString('base64'), encoding: 'base64' };
}

const hidden = { reviewed: 'policy.rules.hidden-characters' } as const;

const collision = { refused: 'already_exists', rules: [COLLISIONS] } as const;

/** Names that lead out of the repository, into git, through a link, or to a file under another name. */
export const PATH_CASES: readonly PatchCase[] = [
  writes('the folder above', '../evil', outside),
  writes('up again from below', 'src/../../evil', outside),
  writes('up and back into the repository', 'src/../README.md', outside),
  writes('the folder itself', './README.md', outside),
  writes('nothing but dots', '..', outside),
  writes('the root of the machine', '/etc/passwd', outside),
  writes('two slashes, a server to Windows', '//server/share', outside),
  writes('a slash at the end', 'src/', outside),
  writes('an empty segment', 'src//x', outside),
  writes('an empty path', '', outside),
  writes('a drive', 'C:/Windows/x', outside),
  writes('a folder of a drive, without a slash', 'c:x', outside),
  writes('backslashes that go up', 'src\\..\\..\\x', outside),
  writes('a server with backslashes', '\\\\server\\share', outside),
  writes('a NUL', 'README.md\0.txt', outside),
  writes('a line break', 'a\nb', outside),
  writes('a carriage return', 'a\rb', outside),
  writes('a colour for a terminal', 'a\u001B[31mb', outside),
  writes('a line separator of Unicode', 'a\u2028b', outside),
  writes('a delete character', 'a\u007Fb', outside),
  writes('1,025 bytes', `${'a/'.repeat(512)}a`, outside),
  writes('1,026 bytes in 684 letters', 'ä/'.repeat(342).slice(0, -1) + 'a', outside),
  writes('a name of 256 bytes', `src/${'a'.repeat(256)}`, outside),
  writes('a name of 256 bytes in 64 letters', '\u{1F600}'.repeat(64), outside),
  writes('401 folders, each of which would be looked up', `${'a/'.repeat(401)}f`, { refused: 'too_large' }),
  writes('one half of a character', 'a\uD800', { refused: 'malformed' }),
  writes("git's folder", '.git/config', outside),
  writes("git's folder itself", '.git', outside),
  writes("git's hooks", '.git/hooks/pre-commit', outside),
  writes("git's folder in capitals", '.GIT/config', outside),
  writes("git's folder further down", 'src/.git/config', outside),
  writes("git's folder by its short name", 'git~1/config', outside),
  writes("git's folder by its second short name", 'GIT~2/config', outside),
  writes("git's folder with a dot that Windows drops", '.git./config', outside),
  writes("git's folder with a space that Windows drops", '.git /config', outside),
  writes("git's folder with both, many times", '.git . . ./config', outside),
  writes("git's folder as a stream", '.git::$INDEX_ALLOCATION/config', outside),
  writes("a stream beside git's folder", '.git:x/config', outside),
  writes("git's folder with a joiner that HFS+ drops", '.g\u200Cit/config', outside),
  writes("git's folder with a byte order mark that HFS+ drops", '.git\uFEFF/config', outside),
  writes("git's folder with a direction that HFS+ drops", '\u202E.git/config', outside),
  writes('a Turkish letter that no file system takes for an i', '.G\u0130T/config', {
    harmless: { '.G\u0130T/config': 'x\n' },
  }),
  writes('a workflow', '.github/workflows/x.yml', ruled('policy.rules.workflows')),
  writes('a workflow in capitals', '.GITHUB/Workflows/X.YML', ruledBeside('policy.rules.workflows')),
  writes('a workflow under a short name', 'GITHUB~1/workflows/x.yml', ruledBeside('look-alikes')),
  writes(
    'a workflow in a folder with a dot at its end',
    '.github./workflows/x.yml',
    ruledBeside('look-alikes'),
  ),
  writes(
    'a workflow with a letter that HFS+ drops',
    '.github/work\u200Dflows/x.yml',
    ruledBeside('look-alikes'),
  ),
  writes('an action', '.github/actions/x/action.yml', ruled('policy.rules.workflows')),
  writes('its own rules', '.github/ghost-runner.yml', ruled('own-config')),
  writes('its own rules in capitals', '.github/GHOST-RUNNER.yml', ruledBeside('own-config')),
  writes('who reviews', 'docs/CODEOWNERS', ruled('policy.rules.code-owners')),
  writes('who reviews, by a short name', 'CODEOW~1', ruled('look-alikes')),
  writes('the template of issues', '.github/ISSUE_TEMPLATE/x.md', ruled('policy.rules.github-folder')),
  writes('filters of git', '.gitattributes', ruled('policy.rules.git-files')),
  writes('submodules', '.gitmodules', ruled('policy.rules.git-files')),
  writes('submodules by a short name', 'GITMOD~1', ruled('look-alikes')),
  writes('what git ignores, further down', 'src/.gitignore', ruled('policy.rules.git-files')),
  writes('a hook of husky', '.husky/pre-commit', ruled('policy.rules.hooks')),
  writes('tasks of an editor', '.vscode/tasks.json', ruled('policy.rules.hooks')),
  writes('a container that an editor starts', '.devcontainer/devcontainer.json', ruled('policy.rules.hooks')),
  writes(
    'the same container, as a file beside its folder',
    '.devcontainer.json',
    ruled('policy.rules.hooks'),
  ),
  writes('tasks of an editor, in another of its files', 'shop.code-workspace', ruled('policy.rules.hooks')),
  writes('what a shell runs on entering', 'src/.envrc', ruled('policy.rules.hooks')),
  writes(
    'a repository within this one, whose settings name programs',
    'docs/HEAD',
    ruled('policy.rules.git-files'),
  ),
  writes(
    'settings of a repository that lies here as a fixture',
    'test/fixtures/shop.git/config',
    ruled('policy.rules.git-files'),
  ),
  writes('a pipeline of another service', '.circleci/config.yml', ruled('policy.rules.workflows')),
  writes('settings that an editor runs', 'src/.nvim.lua', ruled('policy.rules.hooks')),
  writes('instructions of agents', 'docs/AGENTS.md', ruled('policy.rules.agent-instructions')),
  writes('instructions in lower case', 'claude.md', ruled('policy.rules.agent-instructions')),
  writes('instructions that go before those', 'AGENTS.override.md', ruled('policy.rules.agent-instructions')),
  writes('settings of an agent', 'src/.claude/settings.json', ruled('policy.rules.agent-instructions')),
  writes('tools of an agent', '.mcp.json', ruled('policy.rules.agent-instructions')),
  writes('rules of an editor', '.cursor/rules/x.mdc', ruled('policy.rules.agent-instructions')),
  writes('a lockfile', 'package-lock.json', { reviewed: 'policy.rules.lockfiles' }),
  writes('a lockfile in a workspace', 'packages/a/YARN.LOCK', { reviewed: 'policy.rules.lockfiles' }),
  {
    name: 'a workflow, in a repository that opens all of .github',
    payload: written('.github/workflows/x.yml'),
    config: 'policy: {rules: {github-folder: allow}}',
    expected: ruled('policy.rules.workflows'),
  },
  {
    name: 'a pipeline of another service that is called like git, in a repository that opens what git reads',
    payload: written('.gitlab-ci.yml'),
    config: 'policy: {rules: {git-files: allow}}',
    expected: ruled('policy.rules.workflows'),
  },
  {
    name: 'a container that a service starts, called like git, in such a repository',
    payload: written('.gitpod.yml'),
    config: 'policy: {rules: {git-files: allow}}',
    expected: ruled('policy.rules.hooks'),
  },
  {
    name: 'a repository within a folder of which another rule speaks',
    payload: patchOf(
      ...[
        ['.github/x/HEAD', 'ref: refs/heads/main\n'],
        ['.github/x/config', '[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = "touch ran; false"\n'],
        ['.github/x/objects/keep', ''],
        ['.github/x/refs/keep', ''],
      ].map(([path = '', content = '']) => ({ kind: 'write', path, content })),
    ),
    config: 'policy: {rules: {github-folder: allow, agent-instructions: allow}}',
    expected: ruled('policy.rules.git-files'),
  },
  {
    name: 'its own rules, in a repository that allows every path',
    payload: written('.github/ghost-runner.yml'),
    config: 'policy: {rules: {github-folder: allow, workflows: allow}, allowed-paths: {paths: ["**"]}}',
    expected: ruled('own-config'),
  },
  {
    name: 'a path with a dot that a glob without dots would miss',
    payload: written('secrets/.env'),
    config: 'policy: {protected-paths: [{paths: ["secrets/**"], outcome: refuse}]}',
    expected: ruled('policy.protected-paths[0]'),
  },
  {
    name: 'another case of what a glob protects',
    payload: written('Secrets/KEY'),
    config: 'policy: {protected-paths: [{paths: ["secrets/**"], outcome: refuse}]}',
    expected: ruled('policy.protected-paths[0]'),
  },
  {
    name: 'the other normal form of what a glob protects',
    payload: written('cafe\u0301/x'),
    config: 'policy: {protected-paths: [{paths: ["caf\u00e9/**"], outcome: refuse}]}',
    expected: ruled('policy.protected-paths[0]'),
  },
  sends('a file behind a link', [{ kind: 'write', path: 'link/x', content: 'x' }], outside),
  sends('an edit behind a link', [{ kind: 'edit', path: 'link/cart.js', find: 'one', replace: 'x' }], {
    refused: 'not_found',
  }),
  sends('a link itself, written', [{ kind: 'write', path: 'link', content: '/etc/passwd' }], notText),
  sends('a link itself, deleted', [{ kind: 'delete', path: 'link' }], notText),
  sends('a link itself, moved', [{ kind: 'move', from: 'link', to: 'moved' }], notText),
  sends('a file moved behind a link', [{ kind: 'move', from: 'README.md', to: 'link/x' }], outside),
  sends('a file in a submodule', [{ kind: 'write', path: 'vendor/lib/x', content: 'x' }], outside),
  sends('a submodule, deleted', [{ kind: 'delete', path: 'vendor/lib' }], notText),
  sends('a submodule, replaced by a file', [{ kind: 'write', path: 'vendor/lib', content: 'x' }], notText),
  sends('a folder, replaced by a file', [{ kind: 'write', path: 'src', content: 'x' }], notText),
  sends('a file, taken for a folder', [{ kind: 'write', path: 'README.md/x', content: 'x' }], {
    refused: 'already_exists',
  }),
  sends(
    'a file and a folder of one name',
    [
      { kind: 'write', path: 'new', content: 'x' },
      { kind: 'write', path: 'new/x', content: 'x' },
    ],
    { refused: 'already_exists' },
  ),
  sends(
    'an innocent file, moved onto a protected one',
    [
      { kind: 'write', path: 'x.yml', content: 'x' },
      { kind: 'move', from: 'x.yml', to: '.github/workflows/x.yml' },
    ],
    ruled('policy.rules.workflows'),
  ),
  sends(
    'a protected file, moved away',
    [{ kind: 'move', from: '.github/workflows/ci.yml', to: 'ci.yml' }],
    ruled('policy.rules.workflows'),
  ),
  sends(
    'a protected file, deleted',
    [{ kind: 'delete', path: '.github/workflows/ci.yml' }],
    ruled('policy.rules.workflows'),
  ),
  writes('another case of a file that the patch does not name', 'Readme.md', collision),
  writes('another case of a folder', 'SRC/new.js', collision),
  writes('another case of a file in a folder', 'src/CART.js', collision),
  writes('the other normal form of a file', 'docs/cafe\u0301.txt', collision),
  writes('a dot at the end, which Windows drops', 'README.md.', collision),
  writes('a space at the end, which Windows drops', 'README.md ', collision),
  writes('a stream of a file', 'README.md::$DATA', collision),
  writes('a long s for an s', '\u017Frc/new.js', collision),
  writes('a letter that HFS+ drops', 'src/ca\u200Drt.js', collision),
  sends(
    'two new files that differ by case',
    [
      { kind: 'write', path: 'new/a', content: 'x' },
      { kind: 'write', path: 'new/A', content: 'y' },
    ],
    collision,
  ),
  sends(
    'two new folders that differ by case',
    [
      { kind: 'write', path: 'new/a', content: 'x' },
      { kind: 'write', path: 'NEW/b', content: 'y' },
    ],
    collision,
  ),
  sends(
    'another case as the end of a move',
    [{ kind: 'move', from: 'README.md', to: 'src/Cart.js' }],
    collision,
  ),
  writes('the short name that Windows gives to a file', 'PACKAG~1.JSO', collision),
  sends(
    'code that a reader sees in another order',
    [{ kind: 'write', path: 'x.js', content: 'if (isAdmin /*\u202E } \u2066*/) {\n' }],
    hidden,
  ),
  sends(
    'a text in tags that only machines read',
    [{ kind: 'edit', path: 'README.md', find: 'Shop', replace: 'Shop\u{E0072}\u{E006D}' }],
    hidden,
  ),
  sends(
    'bytes in variation selectors',
    [{ kind: 'write', path: 'x.js', content: 'eval(decode(`\uFE00\u{E0110}\u{E0102}`))\n' }],
    hidden,
  ),
  sends(
    'a name that is shown as nothing',
    [{ kind: 'write', path: 'x.js', content: 'const { timeout, \u3164 } = query;\n' }],
    hidden,
  ),
  sends(
    'such code beside a byte that is no character',
    [
      bytesAt(
        'x.js',
        Buffer.concat([
          Buffer.from([0x2f, 0x2f, 0xff, 0x0a]),
          Buffer.from('if (isAdmin /*\u202E } \u2066*/) {\n'),
        ]),
      ),
    ],
    hidden,
  ),
  sends(
    'code that pages take for no text, for a NUL in it',
    [{ kind: 'write', path: 'x.js', content: '/*\u0000*/ steal();\n' }],
    hidden,
  ),
  sends(
    'code that becomes what pages take for no text',
    [bytesAt('src/cart.js', Buffer.from([0x2f, 0x2f, 0x00, 0xff, 0x0a]))],
    hidden,
  ),
  sends(
    'new code that pages take for no text, beside a byte that is no character',
    [bytesAt('x.js', Buffer.from('/*\u0000\u00FF*/ steal();\n', 'latin1'))],
    hidden,
  ),
  sends(
    'a program in the place of one that nobody could read either',
    [bytesAt('tool.jar', Buffer.from([0x50, 0x4b, 0, 0xff, 1]))],
    hidden,
  ),
  sends(
    'code behind an end of line that readers do not see',
    [{ kind: 'write', path: 'x.js', content: '// harmless\u2028steal();\n' }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a joiner',
    [{ kind: 'write', path: 'x.js', content: 'if (is\u200DAdmin) pay();\n' }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a variation selector',
    [{ kind: 'write', path: 'x.js', content: 'if (isAdmin\uFE0F) pay();\n' }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a joiner that joins nothing',
    [{ kind: 'write', path: 'x.js', content: 'const पथ = safe(), पथ\u200C = evil();\n' }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a variation selector behind Han',
    [{ kind: 'write', path: 'x.js', content: 'const 値 = safe(), 値\u{E0100} = evil();\n' }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a variation selector behind an emoji',
    [
      {
        kind: 'write',
        path: 'x.js',
        content: "const may = { '\u{1F511}': false, '\u{1F511}\uFE0F': true };\n",
      },
    ],
    hidden,
  ),
  sends(
    'a second name for one thing, by a variation selector behind an arrow',
    [{ kind: 'write', path: 'x.js', content: "const may = { '\u2192': false, '\u2192\uFE00': true };\n" }],
    hidden,
  ),
  sends(
    'a second name for one thing, by a joiner between emoji',
    [{ kind: 'write', path: 'x.js', content: "pay('\u{1F511}\u{1F512}', '\u{1F511}\u200D\u{1F512}');\n" }],
    hidden,
  ),
  sends(
    'code that leaves its block by a page break',
    [{ kind: 'write', path: 'x.py', content: 'if is_admin:\n    pass\n    \fpay()\n' }],
    hidden,
  ),
  sends(
    'an example of such code that becomes code',
    [{ kind: 'move', from: 'docs/bidi.md', to: 'x.js' }],
    hidden,
  ),
  writes('a name of a file that shows its end elsewhere', 'src/\u202Esj.txt', hidden),
  writes('a name that looks like an option of git', '-rf', { harmless: { '-rf': 'x\n' } }),
  writes('a name that looks like a shell command', '$(touch x);`id`', {
    harmless: { '$(touch x);`id`': 'x\n' },
  }),
  writes('a name that Windows keeps for itself', 'src/aux.c', { harmless: { 'src/aux.c': 'x\n' } }),
  writes('a name with the magic of git pathspecs', ':(top)*', { harmless: { ':(top)*': 'x\n' } }),
];
