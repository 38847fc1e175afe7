import { describe, expect, test } from '@jest/globals';
import { renderChanges } from '../../src/app/dashboard/diff-view.ts';
import type { PatchRecord } from '../../src/record/record.ts';
import { diffFiles } from '../../src/report/unified-diff.ts';
import { readGeneratedFiles } from '../../src/stages/intake/generated-files.ts';
import { patchRecord } from '../report/views.ts';
import { createWorld } from '../stages/world.ts';

const NOBODY = 'd'.repeat(40);

/** A branch with the commit of a patch, and after it one with what the command `format` made of it. */
function createGenerated(): { readonly world: ReturnType<typeof createWorld>; readonly record: PatchRecord } {
  const world = createWorld();
  const onto = world.commit({ 'src/a.txt': 'ONE\ntwo\nthree\n' });
  const head = world.commit({ 'src/a.txt': 'ONE\ntwo\nTHREE\n', 'docs/<b>.md': 'made\n' });
  const record = patchRecord({
    base: { branch: 'main', sha: world.base },
    head,
    generated: {
      commands: ['format'],
      changes: [
        { path: 'src/a.txt', action: 'modify', added: 1, removed: 1 },
        { path: 'docs/<b>.md', action: 'create', added: 1, removed: 0 },
      ],
      onto,
    },
  });
  return { world, record };
}

async function show(made: ReturnType<typeof createGenerated>): Promise<string> {
  const read = await readGeneratedFiles(made.world.context.repository, made.record);
  const generated = read && { ...read, files: read.files && diffFiles(read.files) };
  return String(
    await renderChanges({ known: true, base: null, files: [], misfit: null, hunks: [], generated }),
  );
}

describe('what named commands made of a patch', () => {
  test('is shown below its changes, file by file, and marked as generated', async () => {
    const text = await show(createGenerated());
    expect(text).toContain('Made by the command format');
    expect(text).toContain('Nobody wrote these lines');
    expect(text.match(/>generated</g)).toHaveLength(2);
    expect(text).toContain('<span class="sign">+</span>THREE');
    expect(text).not.toContain('<span class="sign">+</span>ONE');
    expect(text).toContain('docs/&lt;b&gt;.md');
  });

  test('is known with its modes', async () => {
    const { world, record } = createGenerated();
    const read = await readGeneratedFiles(world.context.repository, record);
    expect(read?.files?.map(({ modes }) => modes)).toEqual([
      { before: '100644', after: '100644' },
      { before: null, after: '100644' },
    ]);
  });

  test('is counted where its commit is gone', async () => {
    const { world, record } = createGenerated();
    const text = await show({ world, record: { ...record, head: NOBODY } });
    expect(text).toContain('2 more files are not shown here, because the commit is gone.');
  });

  test('is nothing where no command ran, or none changed anything', async () => {
    const { world, record } = createGenerated();
    const { repository } = world.context;
    const { generated, ...without } = record;
    expect(await readGeneratedFiles(repository, without)).toBeNull();
    const idle = { ...record, ...(generated && { generated: { ...generated, changes: [] } }) };
    expect(await readGeneratedFiles(repository, idle)).toBeNull();
  });
});
