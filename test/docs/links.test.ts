import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { anchors, links } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = globSync(['*.md', '{docs,gpt,bench,deploy,.github}/**/*.md'], {
  cwd: root,
  exclude: ['**/node_modules/**'],
}).toSorted();

describe('a link', () => {
  test.each(documents)('in %s leads to a file and a part that are there', (path) => {
    expect(links(read(path)).flatMap(({ target }) => problemOf(path, target) ?? [])).toEqual([]);
  });

  test('is looked at in all documents', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'docs/control.md', 'docs/adr/README.md', 'gpt/fitting.md']),
    );
  });

  test('leads to a heading as GitHub names it', () => {
    const page = '# A `b` and [c](d)\n\n```sh\n# no heading\n```\n## Same\n\n## Same\n\n## What, then?\n';
    expect([...anchors(page)]).toEqual(['a-b-and-c', 'same', 'same-1', 'what-then']);
  });

  test('to a part of a page that is not there is found', () => {
    expect(problemOf('README.md', 'docs/control.md#nowhere')).toBe('docs/control.md#nowhere: no such part');
    expect(problemOf('README.md', '#nowhere')).toBe('#nowhere: no such part');
    expect(problemOf('docs/control.md', '../nothing.md')).toBe('../nothing.md: no such file');
    expect(problemOf('README.md', 'docs/control.md#a-patch-in-a-comment')).toBeNull();
  });
});

/** What is wrong with a link in the document at `path`; null: nothing, or it leads to another site. */
function problemOf(path: string, target: string): string | null {
  if (/^(?:https?|mailto):/.test(target)) {
    return null;
  }
  const [file = '', part] = target.split('#', 2);
  const place = file === '' ? path : join(dirname(path), file);
  if (!existsSync(join(root, place))) {
    return `${target}: no such file`;
  }
  const known = part === undefined || !place.endsWith('.md') || anchors(read(place)).has(part);
  return known ? null : `${target}: no such part`;
}
