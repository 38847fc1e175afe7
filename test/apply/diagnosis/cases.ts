import { applyPatch } from '../../../src/apply/apply.ts';
import { readPatch } from '../../../src/patch/read.ts';
import { inboxRef } from '../../../src/patch/refs.ts';
import type { Refusal } from '../../../src/patch/refusal.ts';
import type { Patch } from '../../../src/patch/schema.ts';
import { parseConfig } from '../../../src/policy/config.ts';
import { judgeChanges } from '../../../src/policy/judge.ts';
import { judgeUnderstanding } from '../../../src/policy/judge-understanding.ts';
import { secretRefusals, secretWordsRefusal } from '../../../src/policy/secrets.ts';
import { admitOpen, admitSender } from '../../../src/record/admission.ts';
import type { PatchRecord } from '../../../src/record/record.ts';
import { placePatch } from '../../../src/stages/base.ts';
import { createCompute } from '../../../src/stages/compute.ts';
import type { Repository, Snapshot } from '../../../src/stages/ports.ts';
import { receive } from '../../../src/stages/receive.ts';
import { patchOf, type SentChange } from '../../patch/patches.ts';
import { sourceOf } from '../sources.ts';

/** A way to be refused: its name is that of the golden files. */
export type Case = {
  readonly name: string;
  readonly refusals: () => readonly Refusal[] | Promise<readonly Refusal[]>;
};

/** A patch that does not fit its files, and what each correction makes of the first file, in order. */
export type FileCase = {
  readonly name: string;
  readonly files: { readonly [path: string]: string | Uint8Array };
  readonly changes: readonly SentChange[];
  readonly corrected: readonly string[];
};

const CART = `import { tax } from './tax.js';

export function total(items) {
  let sum = 0;
  for (const item of items) {
    sum += item.price * item.count;
  }
  return sum + tax(sum);
}

export function count(items) {
  let sum = 0;
  for (const item of items) {
    sum += item.count;
  }
  return sum;
}
`;

const CART_FILES = { 'src/cart.js': CART };

function cartDiff(...lines: readonly string[]): SentChange {
  return { kind: 'diff', diff: ['--- a/src/cart.js', '+++ b/src/cart.js', ...lines, ''].join('\n') };
}

function cartEdit(find: string, replace: string, count: number | 'all' = 1): SentChange {
  return { kind: 'edit', path: 'src/cart.js', find, replace, count };
}

/** What became of the cart where one text gives way to another, the first or the second time that it is there. */
function cartWith(before: string, after: string, nth: 1 | 2 = 1): string {
  const parts = CART.split(before);
  return [parts.slice(0, nth).join(before), parts.slice(nth).join(before)].join(after);
}

export const FILE_CASES: readonly FileCase[] = [
  {
    name: 'not_found-misspelt-line',
    files: CART_FILES,
    changes: [
      cartDiff(
        '@@ -3,7 +3,7 @@',
        ' export function total(items) {',
        '   let sum = 0;',
        '   for (const item of items) {',
        '-    sum += item.prize * item.count;',
        '+    sum += item.price * item.count - item.discount;',
        '   }',
        '   return sum + tax(sum);',
      ),
    ],
    corrected: [cartWith('item.price * item.count;', 'item.price * item.count - item.discount;')],
  },
  {
    name: 'not_found-several-lines',
    files: CART_FILES,
    changes: [
      cartDiff(
        '@@ -3,5 +3,5 @@',
        ' export function total(items, currency) {',
        '   let total = 0;',
        '   items.forEach((item) => {',
        '-    total += item.price * item.count * currency.rate;',
        '+    total += round(item.price * item.count * currency.rate);',
        '   });',
      ),
    ],
    corrected: [],
  },
  {
    name: 'not_found-nothing-alike',
    files: CART_FILES,
    changes: [cartEdit('class Basket extends Component {', 'class Basket {')],
    corrected: [],
  },
  {
    name: 'not_found-misspelt-part',
    files: CART_FILES,
    changes: [cartEdit('item.prize * item.count', 'item.price * item.count * 2')],
    corrected: [cartWith('item.price * item.count;', 'item.price * item.count * 2;')],
  },
  {
    name: 'not_found-done-already',
    files: CART_FILES,
    changes: [cartEdit('tax(total)', 'tax(sum)')],
    corrected: [],
  },
  {
    name: 'not_found-fewer-than-announced',
    files: CART_FILES,
    changes: [cartEdit('let sum = 0;', 'let sum = 1;', 3)],
    corrected: [cartWith('let sum = 0;', 'let sum = 1;'), cartWith('let sum = 0;', 'let sum = 1;', 2)],
  },
  {
    name: 'not_found-missing-file',
    files: { 'src/cart.js': CART, 'src/tax.js': 'export const tax = () => 0;\n' },
    changes: [
      { kind: 'edit', path: 'src/Cart.ts', find: 'let sum', replace: 'let all' },
      cartEdit('tax(sum)', 'tax(sum, 2)'),
    ],
    corrected: [],
  },
  {
    name: 'ambiguous-hunk',
    files: CART_FILES,
    changes: [
      cartDiff('@@ -40,2 +40,2 @@', '-  let sum = 0;', '+  let sum = 1;', '   for (const item of items) {'),
    ],
    corrected: [cartWith('let sum = 0;', 'let sum = 1;'), cartWith('let sum = 0;', 'let sum = 1;', 2)],
  },
  {
    name: 'ambiguous-added-lines-only',
    files: CART_FILES,
    changes: [cartDiff('@@ -10,0 +11,1 @@', '+// Counts every item once.')],
    corrected: [cartWith('export function count', '// Counts every item once.\nexport function count')],
  },
  {
    name: 'ambiguous-edit',
    files: CART_FILES,
    changes: [cartEdit('sum = 0', 'sum = 1')],
    corrected: [cartWith('sum = 0', 'sum = 1'), cartWith('sum = 0', 'sum = 1', 2)],
  },
  {
    name: 'ambiguous-regex',
    files: CART_FILES,
    changes: [
      { kind: 'regex', path: 'src/cart.js', pattern: String.raw`let (\w+) = 0`, replacement: 'let $1 = 1' },
    ],
    corrected: [cartWith('let sum = 0', 'let sum = 1'), cartWith('let sum = 0', 'let sum = 1', 2)],
  },
  {
    name: 'overlap',
    files: CART_FILES,
    changes: [
      cartDiff(
        '@@ -6,1 +6,1 @@',
        '-    sum += item.price * item.count;',
        '+    sum += item.price;',
        '@@ -6,2 +6,2 @@',
        '-    sum += item.price * item.count;',
        '+    sum += item.count;',
        '   }',
      ),
    ],
    corrected: [],
  },
  {
    name: 'overlap-same-hunk-twice',
    files: CART_FILES,
    changes: [
      cartDiff(
        '@@ -1,1 +1,1 @@',
        "-import { tax } from './tax.js';",
        "+import { tax } from './taxes.js';",
        '@@ -1,1 +1,1 @@',
        "-import { tax } from './tax.js';",
        "+import { tax } from './taxes.js';",
      ),
    ],
    corrected: [],
  },
  {
    name: 'already_exists',
    files: CART_FILES,
    changes: [
      { kind: 'diff', diff: '--- /dev/null\n+++ b/src/cart.js\n@@ -0,0 +1,1 @@\n+export const cart = [];\n' },
    ],
    corrected: [],
  },
  {
    name: 'not_a_text_file',
    files: { 'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]) },
    changes: [{ kind: 'edit', path: 'logo.png', find: 'a', replace: 'b' }],
    corrected: [],
  },
  {
    name: 'outside_repository',
    files: {},
    changes: [{ kind: 'write', path: '../secrets.txt', content: 'x' }],
    corrected: [],
  },
  {
    name: 'bad_pattern',
    files: CART_FILES,
    changes: [{ kind: 'regex', path: 'src/cart.js', pattern: '(?<=let )sum', replacement: 'total' }],
    corrected: [],
  },
  {
    name: 'elided_edit',
    files: CART_FILES,
    changes: [
      {
        kind: 'write',
        path: 'src/cart.js',
        content: 'export function total(items) {\n  return 0;\n}\n\n// ... rest of the file unchanged ...\n',
      },
    ],
    corrected: [],
  },
];

const EDIT = { kind: 'edit', path: 'src/cart.js', find: 'a', replace: 'b' } as const;

const OTHER_CASES: readonly Case[] = [
  { name: 'malformed', refusals: () => read({ version: 1, changes: [{ ...EDIT, finds: 'a' }] }) },
  { name: 'no_changes', refusals: () => read({ version: 1, changes: [] }) },
  { name: 'too_large', refusals: () => read({ version: 1, title: 'x'.repeat(300), changes: [EDIT] }) },
  {
    name: 'command_not_allowed',
    refusals: () => read({ version: 1, changes: [{ kind: 'run', command: 'npm test' }] }),
  },
  { name: 'mission_without_changes', refusals: () => read({ mission: 'Make the cart count its items.' }) },
  {
    name: 'placeholder',
    refusals: () => read({ version: 1, changes: [{ ...EDIT, path: 'path/to/file.js' }] }),
  },
  { name: 'protected_path', refusals: () => refusalsOfPolicy('.github/workflows/ci.yml') },
  { name: 'inexact', refusals: refusalsOfUnderstanding },
  {
    name: 'secret_found',
    refusals: () => [
      ...secretRefusals([{ kind: 'github token', path: 'src/key.js', line: 3 }]),
      ...secretWordsRefusal([{ kind: 'private key', start: 0, end: 40 }]),
    ],
  },
  { name: 'reference_not_found', refusals: () => refusalsOfReference(null) },
  { name: 'digest_mismatch', refusals: () => refusalsOfReference(new TextEncoder().encode('{}')) },
  { name: 'unknown_base', refusals: () => refusalsOfBase({ base: { branch: 'release' } }, null) },
  { name: 'base_not_found', refusals: () => refusalsOfBase({ base: { sha: 'c'.repeat(40) } }, null) },
  { name: 'rate_limited', refusals: () => refusalsOfLimits('rate_limited') },
  { name: 'too_many_open', refusals: () => refusalsOfLimits('too_many_open') },
  { name: 'not_configured', refusals: () => refusalsOfConfig(null) },
  { name: 'bad_config', refusals: () => refusalsOfConfig('test:\n  comand: npm test\n') },
];

export const CASES: readonly Case[] = [
  ...FILE_CASES.map(({ name, files, changes }) => ({ name, refusals: () => refused(files, changes) })),
  ...OTHER_CASES,
];

/** What applying the changes is refused for; it fails when they apply. */
export function refused(files: FileCase['files'], changes: readonly SentChange[]): readonly Refusal[] {
  const result = applyPatch(patchOf(...changes), sourceOf(files));
  if (result.ok) throw new Error('the patch applies');
  return result.refusals;
}

function read(value: unknown): readonly Refusal[] {
  const result = readPatch({ value });
  if (result.ok) throw new Error('the patch can be read');
  return result.refusals;
}

async function refusalsOfReference(bytes: Uint8Array | null): Promise<readonly Refusal[]> {
  const repository: Pick<Repository, 'read'> = { read: async () => ({ ...SNAPSHOT, fileAt: bytes }) };
  const sha256 = 'd'.repeat(64);
  const payload = { id: 'cart', ref: inboxRef(sha256), sha256 };
  const received = await receive(
    { repository: { ...repository, write: neverWrites }, compute: createCompute(NO_SECRETS) },
    payload,
  );
  return received.ok ? [] : received.refusals;
}

const NO_SECRETS = { find: async () => [] };

async function neverWrites(): Promise<never> {
  throw new Error('receiving writes nothing');
}

function refusalsOfBase(part: Partial<Patch>, pinned: null): readonly Refusal[] {
  const config = parseConfig('test:\n  command: npm test\n');
  if (!config.ok) throw new Error('the config is good');
  const placed = placePatch({ ...patchOf(EDIT), ...part }, config.config, { ...SNAPSHOT, pinned });
  return !placed.ok && placed.outcome.kind === 'refused' ? placed.outcome.refusals : [];
}

function refusalsOfPolicy(path: string): readonly Refusal[] {
  const config = parseConfig('test:\n  command: npm test\n');
  if (!config.ok) throw new Error('the config is good');
  const change = {
    path,
    action: 'modify',
    executable: false,
    wasExecutable: false,
    bytes: 1,
    changedLines: 1,
  } as const;
  return judgeChanges(config.config.policy, [change]).refusals;
}

function refusalsOfUnderstanding(): readonly Refusal[] {
  const config = parseConfig(
    'test:\n  command: npm test\npolicy:\n  rules: {repairs: refuse, not-done: refuse}\n',
  );
  if (!config.ok) throw new Error('the config is good');
  const read = readPatch({
    value: { target_file: 'src/cart.js', find: 'tax', replace: 'duty', priority: 1, shell: ['npm test'] },
  });
  if (!read.ok) throw new Error('the patch can be read');
  const { repairs, notDone } = read;
  return judgeUnderstanding(config.config.policy, { repairs, tolerances: [], 'not-done': notDone }).refusals;
}

function refusalsOfConfig(text: string | null): readonly Refusal[] {
  const parsed = parseConfig(text);
  return parsed.ok ? [] : parsed.refusals;
}

function refusalsOfLimits(code: 'rate_limited' | 'too_many_open'): readonly Refusal[] {
  const application = { digest: 'd'.repeat(64), sender: 'octocat', now: new Date('2026-01-01T12:20:30Z') };
  const slots = [{ ref: 'refs/ghost/slots/1', oid: 'e'.repeat(40), holder: HOLDER }];
  const pullRequests = [{ number: 7, url: 'https://github.com/acme/shop/pull/7', id: 'count-items' }];
  const admission =
    code === 'rate_limited'
      ? admitSender(slots, application)
      : admitOpen({ slots, pullRequests, isUnderWay: () => true }, application);
  return admission.ok ? [] : [admission.refusal];
}

const HOLDER: PatchRecord = {
  version: 1,
  id: 'fix-tax',
  digest: 'f'.repeat(64),
  title: 'Fix the tax',
  sender: 'octocat',
  state: 'applied',
  receivedAt: '2026-01-01T12:00:00.250Z',
  attempt: 1,
  run: { id: 1, attempt: 1, url: '' },
  startedAt: '2026-01-01T12:00:00.250Z',
  deadline: '2026-01-01T13:15:00.250Z',
  steps: [],
  warnings: [],
};

const SNAPSHOT: Snapshot = {
  defaultBranch: 'main',
  base: { branch: 'main', sha: 'a'.repeat(40), tree: 'b'.repeat(40), entries: new Map(), beside: [] },
  refs: new Map(),
  config: null,
  anyRefUnder: false,
  labelIds: new Map(),
  reviewerIds: new Map(),
};
