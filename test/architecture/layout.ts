/** What a folder of src/ may import. Everything that is not listed is forbidden. */
export type FolderRule = {
  readonly folders: readonly string[];
  /** Folders of which it knows the types only, so that none of their code is loaded. */
  readonly types?: readonly string[];
  /** Modules of Node, and packages; `any`: it touches the world. */
  readonly node: readonly string[] | 'any';
  readonly packages: readonly string[] | 'any';
};

/** Pure: functions of data, without I/O, clock or chance. Each may import those before it. */
export const PURE_FOLDERS = ['patch', 'apply', 'policy', 'record', 'control', 'report'] as const;

const PURE_NODE = ['node:buffer', 'node:crypto'];
const PURE_PACKAGES = ['diff', 're2js', 'yaml', 'zod'];

/** The layout in one table: a folder, and what it may see. */
export const LAYOUT: { readonly [folder: string]: FolderRule } = {
  ...Object.fromEntries(
    PURE_FOLDERS.map((folder, index) => [
      folder,
      { folders: PURE_FOLDERS.slice(0, index), node: PURE_NODE, packages: PURE_PACKAGES },
    ]),
  ),
  stages: { folders: PURE_FOLDERS, node: ['node:buffer'], packages: [] },
  library: { folders: ['patch', 'apply'], node: [], packages: [] },
  io: { folders: PURE_FOLDERS, types: ['stages'], node: 'any', packages: 'any' },
  action: { folders: [...PURE_FOLDERS, 'stages', 'io'], node: 'any', packages: ['zod'] },
  app: {
    folders: [...PURE_FOLDERS, 'stages', 'io'],
    node: 'any',
    packages: [
      '@hono/node-server',
      '@modelcontextprotocol/server',
      '@octokit/webhooks',
      'diff',
      'hono',
      'pino',
      'probot',
      'prom-client',
      'zod',
    ],
  },
  cli: {
    folders: [...PURE_FOLDERS, 'stages', 'library', 'io', 'app', 'local'],
    node: 'any',
    packages: [
      '@bomb.sh/tab',
      '@modelcontextprotocol/server',
      'commander',
      'diff',
      're2js',
      'smol-toml',
      'yaml',
      'zod',
    ],
  },
  local: { folders: [], node: 'any', packages: 'any' },
};

/** Imports that the table forbids and that stand for a reason. One that is not needed any more fails the test. */
export const EXCEPTIONS: readonly { readonly from: string; readonly to: string; readonly why: string }[] = [
  {
    from: 'src/local/slack/render.ts',
    to: 'src/report/untrusted/visible.ts',
    why: 'a message that is shown in a terminal must not steer it, and there should be one list of what can',
  },
  {
    from: 'src/local/page/markup.ts',
    to: 'src/report/untrusted/visible.ts',
    why: 'what hides from a reader hides on a page too',
  },
  {
    from: 'src/local/page/refs.ts',
    to: 'src/control/control.ts',
    why: 'a page that read the switch in its own way could show it running while the jobs take it for paused',
  },
];

/** A file about one thing is shorter; this is where it has become two. */
export const MAX_LINES = 400;

/** Folders below src/ that a file may lie in. The local GitHub is a product of its own and has one level more. */
export const MAX_DEPTH = 2;
export const MAX_DEPTH_LOCAL = 3;

/** Names that say nothing about what is inside. */
export const EMPTY_NAMES = /^(?:utils?|helpers?|managers?|common|misc|shared)$|-(?:utils?|helpers?|manager)$/;
