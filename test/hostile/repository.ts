import { Buffer } from 'node:buffer';
import { parentsOf } from '../../src/apply/tree.ts';
import { sha256 } from '../../src/patch/digest.ts';
import type { BaseState, Oid, ReadRequest, Repository, Snapshot, TreeEntry } from '../../src/stages/ports.ts';

/** What the repository that is attacked holds, beside its config. */
export const FILES: { readonly [path: string]: string } = {
  'README.md': '# Shop\n',
  'src/cart.js': 'one\ntwo\nthree\n',
  'src/twice.js': 'same\nother\nsame\n',
  'docs/caf\u00e9.txt': 'coffee\n',
  'docs/bidi.md': 'a\n```\nif (isAdmin /*\u202E } \u2066*/) {\n```\n',
  'letters.txt': 'a'.repeat(100_000),
  'package-lock.json': '{}\n',
  '.github/workflows/ci.yml': 'on: push\n',
};

const OTHERS: { readonly [path: string]: readonly [mode: TreeEntry['mode'], content: Uint8Array] } = {
  'run.sh': ['100755', Buffer.from('#!/bin/sh\n')],
  'image.png': ['100644', Buffer.from([0x89, 0x50, 0, 0xff, 0])],
  'tool.jar': ['100644', Buffer.from([0x50, 0x4b, 0, 0xff, 0])],
  link: ['120000', Buffer.from('src')],
  'vendor/lib': ['160000', Buffer.alloc(0)],
};

/** A repository in memory that can be read and never written: whatever is decided is decided before that. */
export function repositoryWith({
  config,
  inbox,
}: {
  readonly config: string;
  readonly inbox?: { readonly ref: string; readonly bytes: string | Uint8Array } | undefined;
}): Repository {
  const entries = treeOf({ ...FILES, '.github/ghost-runner.yml': config });
  return {
    read: async (request) => snapshotOf(entries, { config, inbox, request }),
    write: () => Promise.reject(new Error('a dry run wrote')),
  };
}

function treeOf(texts: { readonly [path: string]: string }): ReadonlyMap<string, TreeEntry> {
  const files = [
    ...Object.entries(texts).map(([path, text]) => [path, '100644', Buffer.from(text)] as const),
    ...Object.entries(OTHERS).map(([path, [mode, bytes]]) => [path, mode, bytes] as const),
  ];
  return new Map([
    ...files.flatMap(([path]) => parentsOf(path).map((folder) => [folder, FOLDER] as const)),
    ...files.map(([path, mode, bytes]) => [path, { mode, oid: oidOf(bytes), bytes }] as const),
  ]);
}

const FOLDER: TreeEntry = { mode: '040000', oid: 'f'.repeat(40) };

function oidOf(bytes: Uint8Array): Oid {
  return sha256(bytes).slice(0, 40);
}

function snapshotOf(
  entries: ReadonlyMap<string, TreeEntry>,
  {
    config,
    inbox,
    request,
  }: {
    readonly config: string;
    readonly inbox: { readonly ref: string; readonly bytes: string | Uint8Array } | undefined;
    readonly request: ReadRequest;
  },
): Snapshot {
  const { base, files = [], besides = [], fileAt, refs = [] } = request;
  const atRef = inbox !== undefined && fileAt?.ref === inbox.ref ? Buffer.from(inbox.bytes) : null;
  return {
    defaultBranch: 'main',
    base: base?.branch === undefined || base.branch === 'main' ? baseOf(entries, files, besides) : null,
    ...(base?.sha === undefined ? {} : { pinned: null }),
    refs: new Map(refs.map((ref) => [ref, null])),
    config,
    ...(fileAt === undefined ? {} : { fileAt: atRef }),
    anyRefUnder: false,
    labelIds: new Map(),
    reviewerIds: new Map(),
  };
}

function baseOf(
  tree: ReadonlyMap<string, TreeEntry>,
  files: readonly string[],
  besides: readonly string[],
): BaseState {
  const wanted = files.flatMap((path) => [...parentsOf(path), path]);
  const listed = new Set(besides.flatMap((path) => ['', ...parentsOf(path)]));
  return {
    branch: 'main',
    sha: 'a'.repeat(40),
    tree: 'b'.repeat(40),
    entries: new Map(
      wanted.flatMap((path) => {
        const entry = tree.get(path);
        return entry === undefined ? [] : [[path, entry] as const];
      }),
    ),
    beside: [...tree.keys()].filter((path) => listed.has(parentsOf(path).at(-1) ?? '')),
  };
}
