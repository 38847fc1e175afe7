import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, textsOf } from '../sources.ts';

function job(name: string): string {
  return `  ${name}:\n    runs-on: ubuntu\n    steps:\n      - run: npm ci\n      - run: npm test\n`;
}

function added(text: string): string {
  return text.replace(/^/gm, '+').replace(/\+$/, '');
}

const BASE = `on: push\n\njobs:\n${job('one')}${job('two')}`;

const FIRST_DONE = `on: push\n\njobs:\n${job('zero')}${job('one')}${job('two')}`;

const DONE = FIRST_DONE + job('last');

/** As git writes it: a job is added before the others, and one behind them. */
function diffOf(anchor: string): SentChange {
  const first = `@@ -1,6 +1,11 @@\n on: push\n \n jobs:\n${added(job('zero'))}   one:\n     runs-on: ubuntu\n     steps:\n`;
  const second = `@@ -11,3 +16,8 @@${anchor}\n     steps:\n       - run: npm ci\n       - run: npm test\n${added(job('last'))}`;
  return { kind: 'diff', diff: `--- a/ci.yml\n+++ b/ci.yml\n${first}${second}` };
}

describe('apply/surroundings, hunks below one that is done', () => {
  test.each([
    ['nothing', BASE],
    ['the first', FIRST_DONE],
    ['all', DONE],
  ])('are put below what it has added: %s stands there', (_, file) => {
    for (const anchor of ['', ' jobs:'])
      expect({ 'ci.yml': file, ...textsOf(apply({ 'ci.yml': file }, diffOf(anchor))) }).toEqual({
        'ci.yml': DONE,
      });
  });
});
