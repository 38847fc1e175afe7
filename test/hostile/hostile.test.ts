import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { slugId } from '../../src/patch/id.ts';
import { recordRef } from '../../src/record/record.ts';
import { branchRef } from '../../src/stages/standing.ts';
import { renderPage } from '../report/github-page.ts';
import { PATCH_GROUPS } from './catalog.ts';
import { deliver } from './deliver.ts';
import { ID_CASES } from './ids.ts';
import { formatPage, showIn } from './media.ts';
import { TEXT_CASES } from './texts.ts';

describe.each(PATCH_GROUPS)('$title', ({ cases }) => {
  test.each(cases)('$name', async (one) => {
    const { expected } = one;
    const { refused, rules, reviews, changes, said } = await deliver(one);
    if ('refused' in expected) {
      expect(refused).toEqual([expected.refused].flat());
      if (expected.rules !== undefined) expect(rules).toEqual(expected.rules);
    } else if ('reviewed' in expected) {
      expect(reviews?.map((review) => review.split(' ')[0])).toEqual([expected.reviewed]);
    } else {
      expect({ changes, reviews }).toEqual({ changes: expected.harmless, reviews: [] });
    }
    expect(said.length).toBeLessThan(MOST_SAID);
    if (one.secret !== undefined) expect(said).not.toContain(one.secret);
  });
});

/** Characters that are kept and shown of a delivery, whatever its size: a refusal must not be a way to fill a disk. */
const MOST_SAID = 300_000;

describe('ids', () => {
  test.each(ID_CASES)('$name', ({ id, slug }) => {
    expect(slugId(id)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9][a-z0-9._-]{0,79}$/);
  });

  test('each has refs of its own, which git takes as they are', () => {
    const directory = mkdtempSync(join(tmpdir(), 'hostile-ids-'));
    const git = (args: readonly string[], input = '') =>
      execFileSync('git', ['-C', directory, ...args], { input, encoding: 'utf8' });
    try {
      git(['init', '--quiet', '--bare']);
      const tree = git(['hash-object', '-t', 'tree', '-w', '--stdin']).trim();
      const commit = git(['-c', 'user.name=t', '-c', 'user.email=t', 'commit-tree', tree, '-m', 'x']).trim();
      const refs = ID_CASES.map(({ id }) => slugId(id)).flatMap((slug) => [branchRef(slug), recordRef(slug)]);
      git(['update-ref', '--stdin'], refs.map((ref) => `create ${ref} ${commit}\n`).join(''));
      expect(git(['for-each-ref', '--format=%(refname)']).trim().split('\n').toSorted()).toEqual(
        refs.toSorted(),
      );
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('texts', () => {
  test.each(TEXT_CASES)('$name, in the medium $medium', ({ medium, text, shown }) => {
    expect(showIn[medium](text)).toBe(shown);
    if (medium === 'pull request') {
      const { elements, addresses } = renderPage(formatPage(text));
      expect([...elements].filter((name) => ['script', 'img', 'input', 'h1'].includes(name))).toEqual([]);
      expect(addresses.filter((address) => address.includes('evil'))).toEqual([]);
    }
  });
});
