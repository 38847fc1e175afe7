/**
 * Under which names models send what wire format version 1 has one name for. They are compared without regard to
 * case, spaces, `_` and `-`, so that `target_file`, `targetFile` and `target-file` are one entry.
 * docs/payload.md is made from these tables.
 */
export type Names<Meaning extends string> = { readonly [meaning in Meaning]: readonly string[] };

/** What is said once of a whole patch. */
export const HEADER_NAMES = {
  version: ['version'],
  id: ['id', 'block id', 'patch id'],
  title: ['title', 'name'],
  description: ['description', 'desc', 'explanation', 'rationale'],
  base: ['base'],
  baseBranch: ['base branch', 'target branch'],
  baseSha: ['base sha', 'base commit'],
  labels: ['labels'],
  reviewers: ['reviewers'],
  draft: ['draft'],
  dryRun: ['dry run'],
  source: ['source'],
  supersedes: ['supersedes'],
  callback: ['callback'],
} as const satisfies Names<string>;

export type HeaderMeaning = keyof typeof HEADER_NAMES;

/** What is said of a delivery, beside its patch, and never in it. */
export const DELIVERY_NAMES = {
  for: ['for'],
  retry: ['retry'],
  again: ['again'],
} as const satisfies Names<string>;

/** A list of changes. */
export const LIST_NAMES = {
  changes: ['changes', 'mutations', 'edits', 'modifications', 'operations', 'patches', 'files'],
} as const satisfies Names<'changes'>;

/** An object or a text around the patch. */
export const WRAPPER_NAMES = {
  patch: ['patch', 'client payload', 'payload', 'hybrid block', 'block', 'input', 'arguments'],
} as const satisfies Names<'patch'>;

/** What one change says. */
export const CHANGE_NAMES = {
  path: ['path', 'file', 'target', 'target file', 'target path', 'filename', 'file path'],
  from: ['from', 'old path', 'source path'],
  to: ['to', 'new path', 'destination', 'dest'],
  find: ['find', 'old string', 'old str', 'old text', 'old', 'search', 'before', 'original'],
  replace: [
    'replace',
    'replacement',
    'replace with',
    'new string',
    'new str',
    'new text',
    'new',
    'after',
    'updated',
  ],
  pattern: ['pattern', 'regex', 'regexp'],
  flags: ['flags'],
  count: ['count', 'occurrences', 'expected replacements'],
  replaceAll: ['replace all'],
  content: ['content', 'contents', 'new content', 'new contents', 'file content', 'file text', 'code'],
  encoding: ['encoding'],
  executable: ['executable'],
  mode: ['mode'],
  diff: ['diff', 'unified diff'],
  patch: ['patch', 'apply patch'],
  text: ['text'],
  edits: ['edits'],
  kind: ['kind', 'op', 'action', 'operation', 'type'],
  command: ['command', 'cmd', 'shell', 'run'],
  remark: [
    'description',
    'comment',
    'reason',
    'explanation',
    'rationale',
    'note',
    'notes',
    'title',
    'id',
    'language',
  ],
} as const satisfies Names<string>;

export type ChangeMeaning = keyof typeof CHANGE_NAMES;

/** What limits a change to a part of a file, which nothing here does by numbers: without it, more would be done than was asked. */
export const PLACE_NAMES = {
  place: [
    'start line',
    'end line',
    'line start',
    'line end',
    'from line',
    'to line',
    'line',
    'lines',
    'line number',
    'line range',
    'range',
    'start',
    'end',
    'position',
    'offset',
    'insert line',
    'insert after',
    'insert before',
    'insert at',
    'append',
    'prepend',
    'occurrence',
    'section',
    'anchor',
    'location',
    'insertion point',
    'after line',
    'before line',
    'at line',
    'partial',
    'is partial',
    'old content',
    'old contents',
    'deleted',
    'is deleted',
    'create only',
  ],
} as const satisfies Names<'place'>;

/** Fields that say by themselves what becomes of a file. */
export const BODIES: ReadonlySet<ChangeMeaning> = new Set([
  'find',
  'pattern',
  'content',
  'diff',
  'patch',
  'text',
  'edits',
  'to',
]);

/** Commands beside the changes, in strings, lists, or objects with `shell` and the like. */
export const COMMAND_NAMES = {
  command: [
    'command',
    'commands',
    'cmd',
    'shell',
    'run',
    'script',
    'scripts',
    'execution',
    'validate',
    'validation',
    'pre commit',
    'post commit',
    'pre mutation build',
    'post mutation build',
    'pre build',
    'post build',
  ],
} as const satisfies Names<'command'>;

/** Requests to git and for reports, beside the changes. */
export const REQUEST_NAMES = {
  branch: ['branch'],
  tag: ['tag'],
  commit: ['commit', 'commit message'],
  backup: ['backup'],
  'summary file': ['summary file'],
} as const satisfies Names<string>;

export type RequestMeaning = keyof typeof REQUEST_NAMES;

/** Where the repository is named that a patch is for. */
export const REPOSITORY_NAMES = {
  repository: [
    'repository',
    'repo',
    'repository name',
    'repo name',
    'repository full name',
    'repo full name',
    'full name',
    'name with owner',
    'github repository',
    'github repo',
    'target repository',
    'target repo',
    'repository url',
    'repo url',
    'clone url',
    'git url',
    'ssh url',
  ],
  owner: ['owner', 'repository owner', 'repo owner', 'org', 'organization'],
} as const satisfies Names<string>;

/** Members that hold requests. */
export const REQUEST_HOLDERS = { git: ['git'], final: ['final'], 'pre commit': ['pre commit'] } as const;

/** Work that is told in words. */
export const MISSION_NAMES = {
  mission: [
    'mission',
    'goal',
    'goals',
    'objective',
    'objectives',
    'instruction',
    'instructions',
    'phases',
    'actions',
    'steps',
    'tasks',
    'todo',
    'plan',
  ],
} as const satisfies Names<'mission'>;

/** Only messages of a chat have these; what stands beside them is no patch. */
export const MESSAGE_NAMES = {
  message: ['channel id', 'user id', 'user name', 'team id', 'response url', 'trigger id'],
} as const satisfies Names<'message'>;

/** What `op`, `action` and the like may say, as kinds of wire format version 1; `any`: the other fields decide. */
export const KIND_WORDS = {
  diff: ['diff', 'unified diff', 'git diff'],
  apply_patch: ['apply patch'],
  edit: ['search replace', 'find replace', 'str replace', 'string replace'],
  blocks: ['blocks'],
  regex: ['regex', 'regex replace'],
  write: ['write', 'create', 'add', 'upsert', 'overwrite', 'new', 'write file', 'create file'],
  delete: ['delete', 'remove', 'unlink', 'delete file'],
  move: ['move', 'rename'],
  text: ['text'],
  run: ['run', 'shell', 'exec', 'execute', 'command', 'bash'],
  any: ['edit', 'patch', 'update', 'modify', 'change', 'replace', 'file'],
} as const satisfies Names<string>;

export type KindWord = keyof typeof KIND_WORDS;

/** Finds the meaning of a name, however it is spelt; undefined where it has none in this table. */
export function meanings<Meaning extends string>(
  table: Names<Meaning>,
): (name: string) => Meaning | undefined {
  const index = new Map<string, Meaning>();
  for (const meaning in table) for (const name of table[meaning]) index.set(plain(name), meaning);
  return (name) => (name.length > MAX_NAME ? undefined : index.get(plain(name)));
}

/** Longer than any name in the tables, so that a hostile one costs nothing. */
const MAX_NAME = 60;

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[ _-]/g, '');
}
