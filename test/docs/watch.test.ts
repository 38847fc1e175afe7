import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../../src/policy/config.ts';
import { INCIDENT_KEYS } from '../../src/record/watch-entry.ts';
import { codeBlocks, firstColumn } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/watch.md'), 'utf8');
const workflow = readFileSync(join(root, '.github/workflows/ghost-watch.yml'), 'utf8');

describe('docs/watch.md', () => {
  test('says of every incident what to do, and of no other', () => {
    const named = firstColumn(page, 'incident').map((cell) => cell.replaceAll('`', ''));
    // Runs that were lost have a key each.
    expect(named.toSorted()).toEqual([...INCIDENT_KEYS, 'run 1234'].toSorted());
  });

  test('shows a config that can be used, whose workflows are those of the workflow file', () => {
    const [yaml] = codeBlocks(page);
    const parsed = parseConfig(yaml?.text ?? '');
    expect(parsed).toMatchObject({ ok: true });
    expect(parsed.ok && parsed.config.watch['ci-workflows']).toEqual(['CI']);
    expect(parse(workflow)).toMatchObject({ on: { workflow_run: { workflows: ['Ghost Runner', 'CI'] } } });
  });
});
