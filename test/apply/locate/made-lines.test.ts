import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'store.js';

const OLD_GET = `export function get(key) {
  const value = cache.load(key);
  if (value === undefined) {
    return null;
  }
  return value;
}
`;

const NEW_GET = OLD_GET.replace('    return', '    cache.miss(key);\n    return');

/** Holds lines like those that are changed in the other one. */
const PEEK = `export function peek(key) {
  const value = cache.look(key);
  if (value === undefined) {
    return null;
  }
  return value;
}

`;

const IMPORT = "import { cache } from './cache.js';\n\n";

const [BASE, FIRST_DONE, DONE] = [IMPORT + OLD_GET, IMPORT + PEEK + OLD_GET, IMPORT + PEEK + NEW_GET];

function added(text: string): string {
  return text.replace(/^/gm, '+').replace(/\+$/, '');
}

const HUNKS = [
  ` import { cache } from './cache.js';\n \n${added(PEEK)} export function get(key) {\n`,
  '   if (value === undefined) {\n+    cache.miss(key);\n     return null;\n   }\n',
] as const;

function side(hunk: string, without: '+' | '-'): string {
  const kept = hunk.split('\n').filter((line) => line !== '' && !line.startsWith(without));
  return kept.map((line) => `${line.slice(1)}\n`).join('');
}

function blockOf(hunk: string): string {
  return `${PATH}\n<<<<<<< SEARCH\n${side(hunk, '+')}=======\n${side(hunk, '-')}>>>>>>> REPLACE\n`;
}

const FORMS = {
  'a diff': `--- a/${PATH}\n+++ b/${PATH}\n@@\n${HUNKS.join('@@\n')}`,
  apply_patch: `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${HUNKS.join('@@\n')}*** End Patch\n`,
  blocks: HUNKS.map(blockOf).join('\n'),
  'blocks in another order': HUNKS.toReversed().map(blockOf).join('\n'),
};

describe('apply/made-lines, lines that a hunk has added already', () => {
  test.each(Object.entries(FORMS))('are meant by no other hunk of %s', (_, patch) => {
    for (const file of [BASE, FIRST_DONE, IMPORT + NEW_GET, DONE]) {
      const result = apply({ files: { [PATH]: file }, patch });
      expect(result).toMatchObject({ ok: true });
      if (result.ok) expect(result.files[PATH] ?? file).toBe(DONE);
    }
  });

  test.each(Object.entries(FORMS))(
    'are no place for another hunk of %s that has lost its own',
    (_, patch) => {
      const file = FIRST_DONE.replace(OLD_GET, `${OLD_GET.split('\n')[0]}\n  return cache.load(key);\n}\n`);
      expect(apply({ files: { [PATH]: file }, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'not_found' }],
      });
    },
  );

  test('may be meant by another hunk that writes down all of them', () => {
    const [file, after] = ['a();\nfoo();\nb();\n', 'a();\nfoo();\nbar();\nb();\n'];
    const patch = `*** Begin Patch\n*** Update File: ${PATH}\n@@\n a();\n+foo();\n@@\n foo();\n+bar();\n*** End Patch\n`;
    expect(apply({ files: { [PATH]: file }, patch })).toMatchObject({ ok: true, files: { [PATH]: after } });
  });
});
