import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { formatPullRequest } from '../../src/report/pull-request.ts';
import { apply } from '../../src/stages/apply.ts';
import { codeBlocks } from '../docs/markdown.ts';
import { openWorld } from './generated/job.ts';

const manual = readFileSync(join(import.meta.dirname, '../../docs/apply.md'), 'utf8');
const [, ladder = ''] = /^## The ladder$(.*?)^## /ms.exec(manual) ?? [];
const FILE = codeBlocks(ladder).find(({ language }) => language === 'js')?.text ?? '';
const examples = ladder
  .split(/^### /m)
  .slice(1)
  .map((part) => ({ name: /^`(\w+)`/.exec(part)?.[1] ?? '', block: codeBlocks(part)[0] }));

let world: ReturnType<typeof openWorld>;
beforeAll(() => {
  world = openWorld({ none: 'true' });
  world.commit({ 'cart.js': FILE, 'sum.js': 'first();\nsum();\ntotal();\nlast();\n' });
});

test.each(examples.filter(({ name }) => name !== 'exact'))(
  'a pull request tells of $name',
  async ({ name, block }) => {
    const { language, text } = block ?? { language: 'diff', text: '' };
    const diff = `--- a/cart.js\n+++ b/cart.js\n${text}`;
    const changes = language === 'json' ? JSON.parse(text).changes : [{ kind: 'diff', diff }];
    expect(await adjustedIn(changes)).toContain(`Hunk 1 of cart.js ${TOLD[name]}`);
  },
);

/** What is said of the example of each rung. */
const TOLD: { readonly [name: string]: string } = {
  offset: 'was placed at line 10, not where the patch said\n',
  lost_mark: 'was placed at line 9, with unchanged lines whose mark was lost\n',
  trailing_space: 'was placed at line 11, with other white space at the end of lines\n',
  glyphs: 'was placed at line 8, with other quotes, dashes or spaces\n',
  indentation: 'was placed at line 10, with other indentation\n',
  whitespace: 'was placed at line 10, with other white space between words\n',
  edge_blanks: 'was placed at line 9, with other line breaks at its beginning or end\n',
  similar_context: 'was placed at line 8, beside unchanged lines that read a little differently\n',
  partial_context: 'was placed at line 7, with unchanged lines that the file lacks, or others between them\n',
  elision: 'was placed at line 2, with lines passed over that the patch leaves out\n',
  split: 'was placed at line 9, in parts at different places\n',
  partly_there: 'was placed at line 9, without added lines that stand there already\n',
  unescaped: 'was placed at line 11, with escapes read as the characters that they stand for\n',
  literal: 'was placed at line 11, with its expression read as plain text\n',
};

test('a pull request tells of all tolerances of one hunk', async () => {
  const diff =
    '--- a/cart.js\n+++ b/cart.js\n@@ -90,3 +90,3 @@\n for  (const item of this.items) {\n-  sum += item.price;\n+  sum += item.price * item.quantity;\n }\n';
  expect(await adjustedIn([{ kind: 'diff', diff }])).toContain(
    '- Hunk 1 of cart.js was placed at line 10, not where the patch said, with other indentation, with other white space between words\n',
  );
});

test('a pull request says at which line stands what was there already', async () => {
  const diff =
    '--- a/sum.js\n+++ b/sum.js\n@@\n first();\n-add();\n+sum();\n total();\n@@\n-last();\n+end();\n';
  expect(await adjustedIn([{ kind: 'diff', diff }])).toContain(
    '- Hunk 1 of sum.js was already there, at line 1\n',
  );
});

/** The text of the pull request that a dry run would make. */
async function adjustedIn(changes: readonly object[]): Promise<string> {
  const payload = { id: 'fix', patch: { version: 1, changes } };
  const report = await apply(world.context, { payload, sender: 'octocat', dryRun: true });
  if (report.kind !== 'previewed' || report.outcome !== undefined) {
    throw new Error(`it does not fit: ${JSON.stringify(report.view.record.outcome)}`);
  }
  return formatPullRequest(report.view).body;
}
