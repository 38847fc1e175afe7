import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../random.ts';
import { LANGUAGES, nameFrom } from './languages.ts';

/** A file to make cases of. */
export type Base = { readonly path: string; readonly lines: readonly string[] };

/** Files of this project, as they are now. */
export function projectBases(): readonly Base[] {
  return globSync(['src/**/*.ts', 'docs/*.md', 'test/**/*.ts', '.github/workflows/*.yml'], { cwd: ROOT })
    .toSorted()
    .map((path) => ({ path, lines: linesOf(readFileSync(join(ROOT, path), 'utf8')) }))
    .filter(({ lines }) => lines.length >= LEAST_LINES);
}

const ROOT = join(import.meta.dirname, '../../..');

/** Shorter files have no room for edits and drift. */
const LEAST_LINES = 50;

/** A file of code or settings as programs are made of: much that is alike, much that is indented, blank lines between. */
export function generatedBase(random: Random): Base {
  const { extension, block } = random.pick(LANGUAGES);
  const blocks = Array.from({ length: random.int(6, 24) }, () => block(random));
  const lines = blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
  return { path: `${random.pick(FOLDERS)}/${nameFrom(random)}${extension}`, lines };
}

const FOLDERS = ['src', 'lib/core', 'packages/app/src', 'docs'];

function linesOf(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}
