import { Buffer } from 'node:buffer';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realGit } from './real-git.ts';

/** Bytes of every kind that a repository may hold, by path. */
export const SEED_FILES = {
  'text.txt': Buffer.from('hello\n'),
  'crlf.txt': Buffer.from('one\r\ntwo\r\n'),
  'bom.txt': Buffer.from('\uFEFFwith a mark\n'),
  'unfinished.txt': Buffer.from('no line break at the end'),
  'unicode.txt': Buffer.from('café 🦊 \u2028 e\u0301\n'),
  'empty.txt': Buffer.alloc(0),
  'binary.bin': Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  'latin1.txt': Buffer.from('caf\xe9\n', 'latin1'),
  'utf16.txt': Buffer.from('\uFEFFwide\n', 'utf16le'),
  'big.txt': Buffer.from('0123456789abcde\n'.repeat(65_536)),
  '.github/ghost-runner.yml': Buffer.from('version: 1\n'),
  'dir/a.txt': Buffer.from('a\n'),
  'dir/b.txt': Buffer.from('b\n'),
  'dir/deep/down/c.txt': Buffer.from('c\n'),
  'dir.txt': Buffer.from('sorts between dir and dir/\n'),
  'odd/with space.txt': Buffer.from('space\n'),
  'odd/"quoted" \'name\'.txt': Buffer.from('quotes\n'),
  'odd/ünïcödé 🦊.txt': Buffer.from('unicode\n'),
  'odd/two\nlines.txt': Buffer.from('newline\n'),
  'odd/back\\slash*?[x].txt': Buffer.from('pattern\n'),
  'odd/:(top)magic.txt': Buffer.from('magic\n'),
  'odd/-dash.txt': Buffer.from('dash\n'),
} as const satisfies { readonly [path: string]: Buffer };

/** Its name is the single byte 0xE9, which is no UTF-8; git's quoting writes it in octal. */
const UNREADABLE_NAME = '"odd/\\351"';

/**
 * A bare repository with two commits on `main` (`refs/ghost/pinned` is the first), a branch `other` from the first without
 * the configuration, and `refs/ghost/control`.
 */
export function createSeed(): string {
  const directory = mkdtempSync(join(tmpdir(), 'ghost-runner-seed-'));
  realGit(directory, ['init', '--quiet', '--bare', '--initial-branch=main']);
  realGit(directory, ['fast-import', '--quiet'], Buffer.concat(seedStream()));
  return directory;
}

function seedStream(): Buffer[] {
  const files = Object.entries(SEED_FILES).map(([path, bytes]) => file('100644', quote(path), bytes));
  return [
    commit('refs/heads/main', 'first'),
    file('100644', 'text.txt', Buffer.from('hello, first\n')),
    file('100644', 'unread.txt', Buffer.from('never asked for\n')),
    Buffer.from('reset refs/ghost/pinned\nfrom refs/heads/main\n\n'),
    commit('refs/heads/main', 'second\n\nwith a body\n'),
    ...files,
    file('100755', 'run.sh', Buffer.from('#!/bin/sh\n')),
    file('120000', 'link', Buffer.from('text.txt')),
    file('100644', UNREADABLE_NAME, Buffer.from('unreadable name\n')),
    Buffer.from(`M 160000 ${SUBMODULE_OID} vendor/lib\n`),
    commit('refs/heads/other', 'elsewhere', 'refs/ghost/pinned'),
    file('100644', 'text.txt', Buffer.from('hello, other\n')),
    commit('refs/ghost/control', 'running\n\nGhost-State: running\n'),
    file('100644', 'control.json', Buffer.from('{}')),
  ];
}

export const SUBMODULE_OID = '5b1e5e0f5c5f6d3e0c0ffee0c0ffee0c0ffee0c0';

function commit(ref: string, message: string, parent?: string): Buffer {
  const head = `commit ${ref}\ncommitter Ada <ada@example.com> 1700000000 +0000\n`;
  const from = parent === undefined ? '' : `from ${parent}\n`;
  return Buffer.from(`${head}data ${Buffer.byteLength(message)}\n${message}\n${from}`);
}

function file(mode: string, path: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(`M ${mode} inline ${path}\ndata ${bytes.byteLength}\n`),
    bytes,
    Buffer.from('\n'),
  ]);
}

function quote(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
