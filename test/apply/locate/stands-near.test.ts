import { describe, expect, test } from '@jest/globals';
import { apply } from '../../../src/library/apply.ts';

const PATH = 'store.js';

function method(name: string, body: string): string {
  return `export function ${name}(key) {\n${body}  return value;\n}\n`;
}

const PUT = method('put', '  const value = cache.set(key);\n');

const PEEK = method('peek', '  const value = cache.look(key);\n');

const GET = method('get', '  const value = cache.load(key);\n');

const HUNK = `${lines(PUT.split('\n').slice(-3, -1), ' ')} \n${lines(PEEK.split('\n').slice(0, -1), '+')}+\n${lines(GET.split('\n').slice(0, 3), ' ')}`;

function lines(texts: readonly string[], mark: string): string {
  return texts.map((text) => `${mark}${text}\n`).join('');
}

function side(without: '+' | '-'): string {
  const kept = HUNK.split('\n').filter((line) => line !== '' && !line.startsWith(without));
  return kept.map((line) => `${line.slice(1)}\n`).join('');
}

const FORMS = {
  'a diff': `--- a/${PATH}\n+++ b/${PATH}\n@@ -3,6 +3,11 @@\n${HUNK}`,
  'a diff without numbers': `--- a/${PATH}\n+++ b/${PATH}\n@@\n${HUNK}`,
  apply_patch: `*** Begin Patch\n*** Update File: ${PATH}\n@@\n${HUNK}*** End Patch\n`,
  'a block': `${PATH}\n<<<<<<< SEARCH\n${side('+')}=======\n${side('-')}>>>>>>> REPLACE\n`,
};

/** What was made of a line beside the place since. */
const DRIFTS = {
  'a line was added': (text: string) =>
    text.replace('  const value = cache.load', '  audit(key);\n  const value = cache.load'),
  'a line was changed': (text: string) => text.replace('function get(key)', 'function get(key, otherwise)'),
  'a line was taken away': (text: string) => text.replace('  const value = cache.load(key);\n', ''),
};

const CASES = Object.entries(FORMS).flatMap(([form, patch]) =>
  Object.entries(DRIFTS).map(([drift, change]) => ({ form, patch, drift, change })),
);

describe('apply/stands-near, lines that a loosely placed hunk adds', () => {
  test.each(CASES)(
    'are not added where they stand already: $form, and $drift beside them',
    ({ patch, change }) => {
      const [base, done] = [change(`${PUT}\n${GET}`), change(`${PUT}\n${PEEK}\n${GET}`)];
      const first = apply({ files: { [PATH]: base }, patch });
      if (first.ok) expect(first.files[PATH]).toBe(done);
      expect(apply({ files: { [PATH]: done }, patch })).toMatchObject({
        ok: false,
        refusals: [{ code: 'not_found' }],
      });
    },
  );

  test.each(Object.entries(FORMS))('are added where the like does not stand there: %s', (_, patch) => {
    const base = DRIFTS['a line was added'](`${PUT}\n${GET}`);
    expect(apply({ files: { [PATH]: base }, patch })).toMatchObject({
      ok: true,
      files: { [PATH]: DRIFTS['a line was added'](`${PUT}\n${PEEK}\n${GET}`) },
    });
  });

  test('are added once more where it is one line alone', () => {
    const [file, after] = [
      'start();\nlog();\nstep(1)  ;\nend();\n',
      'start();\nlog();\nlog();\nstep(1)  ;\nend();\n',
    ];
    const patch = `--- a/${PATH}\n+++ b/${PATH}\n@@\n log();\n+log();\n step(1);\n end();\n`;
    expect(apply({ files: { [PATH]: file }, patch })).toMatchObject({ ok: true, files: { [PATH]: after } });
  });

  test.each([
    ['one hunk', ''],
    ['two hunks', '@@\n'],
  ])('are added where it moves them there: %s', (_, between) => {
    const file = `${PUT}\n${PEEK}\n${GET}\n`;
    const moved = lines(PEEK.split('\n').slice(0, -1), '-');
    const added = lines(PEEK.split('\n').slice(0, -1), '+');
    const get = lines(GET.replace(';', '').split('\n').slice(0, -1), ' ');
    const patch = `--- a/${PATH}\n+++ b/${PATH}\n@@\n${moved}-\n${between}${get} \n${added}+\n`;
    expect(apply({ files: { [PATH]: file }, patch })).toMatchObject({
      ok: true,
      files: { [PATH]: `${PUT}\n${GET}\n${PEEK}\n` },
    });
  });
});
