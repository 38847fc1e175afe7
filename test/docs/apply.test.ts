import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Rung } from '../../src/apply/report.ts';
import { type ApplyResult, apply } from '../../src/library/apply.ts';
import { type CodeBlock, codeBlocks } from './markdown.ts';

const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/apply.md'), 'utf8');
const ladder = chapter('The ladder');
const FILE = codeBlocks(ladder).find(({ language }) => language === 'js')?.text ?? '';

/** The compiler sees to it that none is missing here. */
const RUNGS: { readonly [rung in Rung]: true } = {
  exact: true,
  offset: true,
  lost_mark: true,
  trailing_space: true,
  glyphs: true,
  indentation: true,
  whitespace: true,
  edge_blanks: true,
  similar_context: true,
  partial_context: true,
  elision: true,
  split: true,
  partly_there: true,
  unescaped: true,
  literal: true,
};

describe('docs/apply.md', () => {
  const rungs = sections(ladder);

  test('has one example for each rung of the ladder', () => {
    expect(rungs.map(({ name }) => name).toSorted()).toEqual(Object.keys(RUNGS).toSorted());
    expect(rungs.filter(({ blocks }) => blocks.length !== 1)).toEqual([]);
  });

  test.each(rungs)('its example of $name needs that rung, and makes the change', ({ name, blocks }) => {
    const result = applyBlock(blocks[0]);
    expect(result).toMatchObject({ ok: true, hunks: [{ rung: name, status: 'applied' }] });
    const changed = FILE.replace('sum += item.price', 'sum += item.price * item.quantity');
    expect(result.ok && result.files).toEqual({ 'cart.js': changed });
  });

  test('its example of what is there already changes nothing', () => {
    expect(applyBlock(codeBlocks(chapter('What is there already'))[0])).toMatchObject({
      ok: true,
      files: {},
      hunks: [{ status: 'already_applied' }],
    });
  });

  const refused = sections(chapter('What is refused')).flatMap(({ name, blocks }) =>
    blocks.map((block) => ({ name, block })),
  );

  test.each(refused)('its example of $name is refused as that', ({ name, block }) => {
    const result = applyBlock(block);
    expect(result.ok ? [] : result.refusals.map(({ code }) => code)).toEqual([name]);
  });

  test('shows what the library prints', () => {
    const [program, output] = codeBlocks(chapter('Using it as a library'));
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program?.text ?? ''], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(printed).toBe(output?.text);
  });
});

function chapter(title: string): string {
  return document.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
}

type Section = { readonly name: string; readonly blocks: readonly CodeBlock[] };

/** The parts of a chapter that are named for a rung or a code. */
function sections(text: string): readonly Section[] {
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => ({ name: /^`(\w+)`/.exec(part)?.[1] ?? '', blocks: codeBlocks(part) }));
}

function applyBlock(block: CodeBlock | undefined): ApplyResult {
  const { language, text } = block ?? { language: 'diff', text: '' };
  const patch: string | object = language === 'json' ? JSON.parse(text) : text;
  return apply({ files: { 'cart.js': FILE }, patch, path: 'cart.js' });
}
