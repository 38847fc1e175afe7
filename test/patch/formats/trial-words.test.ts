import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';
import { readPatch } from '../../../src/patch/read.ts';

const JSON_TEXT = JSON.stringify({ changes: [{ kind: 'write', path: 'a.js', content: 'y\n' }] });
const DIFF = '--- a/a.js\n+++ b/a.js\n@@ -1 +1 @@\n-x\n+y\n';

function applied(patch: string) {
  return apply({ files: { 'a.js': 'x\n' }, patch });
}

describe('patch/formats/trial-words', () => {
  test.each([
    `preview_patch ${JSON_TEXT}`,
    `preview_patch:\n${JSON_TEXT}`,
    `Tool: previewPatch\nArguments: ${JSON_TEXT}`,
    `<invoke name="preview_patch"><parameter name="patch">${JSON_TEXT}</parameter></invoke>`,
    `to=functions.preview_patch <|message|>${JSON_TEXT}`,
    `submit_patch(${JSON_TEXT}, dry_run=True)`,
    `submit_patch(dry_run=True, patch=${JSON_TEXT})`,
    `curl https://ghost.example.com/api/patches -H 'X-Dry-Run: true' -d '${JSON_TEXT}'`,
    `preview_patch <<'EOF'\n${DIFF}EOF\n`,
    `preview_patch:\n\n\`\`\`diff\n${DIFF}\`\`\`\n`,
    `preview_patch("""\n${DIFF}""")\n`,
    `ghost-runner apply --dry-run <<'EOF'\n${DIFF}EOF\n`,
    `dry_run: true\n\n${DIFF}`,
    `Dry run: yes\n\na.js\n\`\`\`js\ny\n\`\`\`\n`,
    `dry-run: true\n\n*** Begin Patch\n*** Update File: a.js\n@@\n-x\n+y\n*** End Patch\n`,
  ])('what asks for a try beside a patch is refused: %j', (text) => {
    expect(applied(text)).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message: expect.stringContaining('asks for a try only') }],
    });
  });

  test('what asks for a try around JSON in a text is refused', () => {
    const patch = {
      changes: [{ kind: 'text', text: `preview_patch:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n` }],
    };
    expect(apply({ files: { 'a.js': 'x\n' }, patch })).toMatchObject({
      ok: false,
      refusals: [{ code: 'malformed', message: expect.stringContaining('asks for a try only') }],
    });
  });

  test('a try that the patch asks for itself is one, whatever is called in front of it', () => {
    const patch = { changes: [{ kind: 'write', path: 'a.js', content: 'y\n' }], dryRun: true };
    const read = readPatch({ value: `preview_patch: ${JSON.stringify(patch)}` });
    expect(read).toMatchObject({ ok: true, patch: { dryRun: true } });
    const text = { changes: [{ kind: 'text', text: `dry_run: true\n\n${DIFF}` }], dryRun: true };
    expect(apply({ files: { 'a.js': 'x\n' }, patch: text })).toMatchObject({ ok: true });
  });

  test.each([
    `I checked this with preview_patch. It fits.\n\n${DIFF}`,
    `The preview patch of yesterday, for real:\n\n${DIFF}`,
    `dry_run: false\n\n${DIFF}`,
    `This adds the option --dry-run to the command line:\n\n${DIFF}`,
    `submit_patch(${JSON_TEXT}, dry_run=False)`,
  ])('words that ask for no try are passed over and told: %j', (text) => {
    const result = applied(text);
    expect(result).toMatchObject({ ok: true, files: { 'a.js': 'y\n' } });
    expect(result.ok && result.repairs.join(' ')).toContain('Words that belong to no edit were passed over');
  });

  test('what a file or an edit holds asks for nothing', () => {
    const text = '--- a/a.js\n+++ b/a.js\n@@ -1 +1,2 @@\n x\n+preview_patch({ dryRun: true })\n';
    expect(applied(text)).toMatchObject({
      ok: true,
      files: { 'a.js': 'x\npreview_patch({ dryRun: true })\n' },
    });
  });

  test('words that are long beyond measure cost nothing', () => {
    const start = process.cpuUsage();
    for (const piece of ['dry run ', 'preview_patch ', 'dry_run: ', ' --dry-run <<']) {
      applied(`${piece.repeat(800_000 / piece.length)}\n${DIFF}`);
      applied(`${`${piece}\n`.repeat(800_000 / piece.length)}\n${DIFF}`);
    }
    expect(process.cpuUsage(start).user / 1e3).toBeLessThan(4000);
  });
});
