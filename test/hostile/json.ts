import type { PatchCase } from './case.ts';

const malformed = { refused: 'malformed' } as const;
const gone = { harmless: { 'README.md': null } } as const;
const CHANGES = '"changes":[{"kind":"delete","path":"README.md"}]';

/** A text as it is typed into the form, sent by a command line, or found in a dispatch. */
function text(name: string, payload: string, expected: PatchCase['expected']): PatchCase {
  return { name, payload: () => payload, expected };
}

/** JSON that means two things, more than it says, or nothing. */
export const JSON_CASES: readonly PatchCase[] = [
  text('nothing', '', malformed),
  text('null', 'null', malformed),
  text('a list', '[]', { refused: 'no_changes' }),
  text('a number', '1e999', malformed),
  text('JSON that breaks off', '{"version":1,"changes":[', malformed),
  text('two documents', `{"version":1,${CHANGES}}{"version":1,${CHANGES}}`, malformed),
  text(
    'a path twice: the last one is judged and done',
    '{"version":1,"changes":[{"kind":"delete","path":".github/workflows/ci.yml","path":"README.md"}]}',
    gone,
  ),
  text(
    'a path twice, the protected one last',
    '{"version":1,"changes":[{"kind":"delete","path":"README.md","path":".github/workflows/ci.yml"}]}',
    { refused: 'protected_path', rules: ['policy.rules.workflows'] },
  ),
  text(
    'a prototype for the patch',
    `{"version":1,${CHANGES},"__proto__":{"dryRun":false,"draft":false}}`,
    malformed,
  ),
  text(
    'a prototype for a change',
    '{"version":1,"changes":[{"kind":"delete","path":"README.md","__proto__":{"path":".github/workflows/ci.yml"}}]}',
    malformed,
  ),
  text(
    'a prototype in place of the changes',
    '{"version":1,"__proto__":{"changes":[{"kind":"delete","path":"README.md"}]}}',
    { refused: 'no_changes' },
  ),
  text(
    'the fields of every object',
    `{"version":1,${CHANGES},"constructor":1,"toString":2,"hasOwnProperty":3}`,
    malformed,
  ),
  text(
    'a change that is named like a prototype',
    '{"version":1,"changes":[{"kind":"__proto__","path":"README.md"}]}',
    malformed,
  ),
  text(
    'a change that is named like a constructor',
    '{"version":1,"changes":[{"kind":"constructor","path":"README.md"}]}',
    malformed,
  ),
  text(
    'changes that are no list but look like one',
    '{"version":1,"changes":{"0":{"kind":"delete","path":"README.md"},"length":1}}',
    malformed,
  ),
  text('a number for a path', '{"version":1,"changes":[{"kind":"delete","path":7}]}', malformed),
  text('a list for a path', '{"version":1,"changes":[{"kind":"delete","path":["README.md"]}]}', malformed),
  text(
    'a count that is a text',
    '{"version":1,"changes":[{"kind":"edit","path":"src/twice.js","find":"same","replace":"x","count":"2"}]}',
    malformed,
  ),
  text(
    'a count beyond all numbers',
    '{"version":1,"changes":[{"kind":"edit","path":"src/twice.js","find":"same","replace":"x","count":1e999}]}',
    malformed,
  ),
  text(
    'a count below zero',
    '{"version":1,"changes":[{"kind":"edit","path":"src/twice.js","find":"same","replace":"x","count":-1}]}',
    malformed,
  ),
  text('another version', `{"version":2,${CHANGES}}`, malformed),
  text('a version that is a text', `{"version":"1",${CHANGES}}`, malformed),
  text('a byte order mark', `\uFEFF{"version":1,${CHANGES}}`, gone),
  text('UTF-16, read as UTF-8', Array.from(`{"version":1,${CHANGES}}`).join('\0'), malformed),
  text(
    'half a character behind an escape',
    '{"version":1,"changes":[{"kind":"write","path":"x","content":"\\ud800"}]}',
    malformed,
  ),
  text('a flag that is a text', `{"version":1,"draft":"no",${CHANGES}}`, malformed),
  text(
    'base64 that is none',
    '{"version":1,"changes":[{"kind":"write","path":"x","content":"$(id)","encoding":"base64"}]}',
    malformed,
  ),
  text(
    'an encoding that Node knows and we do not',
    '{"version":1,"changes":[{"kind":"write","path":"x","content":"00","encoding":"hex"}]}',
    malformed,
  ),
  text('a base branch that is an option', `{"version":1,"base":{"branch":"--upload-pack=id"},${CHANGES}}`, {
    refused: 'unknown_base',
  }),
  text('a base branch that is not allowed', `{"version":1,"base":{"branch":"gh-pages"},${CHANGES}}`, {
    refused: 'unknown_base',
  }),
  text('a base branch by its whole name', `{"version":1,"base":{"branch":"refs/ghost/control"},${CHANGES}}`, {
    refused: 'unknown_base',
  }),
  text('a base commit that is an expression', `{"version":1,"base":{"sha":"HEAD~1"},${CHANGES}}`, malformed),
  text('a base commit that is not there', `{"version":1,"base":{"sha":"${'e'.repeat(40)}"},${CHANGES}}`, {
    refused: 'base_not_found',
  }),
];
