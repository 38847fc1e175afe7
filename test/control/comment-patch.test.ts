import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { planPatch } from '../../src/apply/plan.ts';
import type { ApplyCommand } from '../../src/control/command.ts';
import { type CommentPlace, readCommentPatch } from '../../src/control/comment-patch.ts';
import { parseEnvelope } from '../../src/patch/envelope.ts';
import { slugId } from '../../src/patch/id.ts';
import { type ReadPatch, readPatch } from '../../src/patch/read.ts';
import { sourceOf } from '../../src/patch/source.ts';
import { hostileText } from '../report/hostile.ts';

const PLACE: CommentPlace = {
  id: 77,
  url: 'https://github.com/acme/shop/issues/3#issuecomment-77',
  author: 'rita',
  title: 'The greeting is wrong',
};

const DIFF = ['--- a/a.txt', '+++ b/a.txt', '@@ -1,2 +1,2 @@', ' one', '-two', '+TWO'];
const CHANGES = [{ kind: 'edit', path: 'a.txt', find: 'two', replace: 'TWO' }];
const fenced = (language: string, ...lines: readonly string[]) =>
  [`\`\`\`${language}`, ...lines, '```'].join('\n');
const comment = (...parts: readonly string[]) => parts.join('\n\n');

/** The command, with the patch as the apply job reads it. */
function read(body: string, place: CommentPlace = PLACE): { command: ApplyCommand; sent: ReadPatch } {
  const found = readCommentPatch(body, place);
  if (found?.ok !== true) {
    throw new Error(found === null ? 'no command' : found.problem);
  }
  const { command } = found;
  const envelope = parseEnvelope(command.payload);
  const sent = envelope.ok && envelope.envelope.kind === 'inline' ? envelope.envelope : null;
  const patch = sent === null ? null : readPatch(sourceOf(sent), sent.id);
  if (patch?.ok !== true) {
    throw new Error(`can't be read: ${JSON.stringify(patch?.refusals)}`);
  }
  return { command, sent: patch };
}

function problem(body: string, place: CommentPlace = PLACE): string {
  const found = readCommentPatch(body, place);
  return found === null ? 'ignored' : found.ok ? 'read' : found.problem;
}

describe('a patch in a comment', () => {
  test('is named after the comment, and told of by the words around it', () => {
    const { command, sent } = read(comment('/ghost apply', fenced('diff', ...DIFF)));
    expect(command).toMatchObject({ verb: 'apply', id: 'comment-77', dryRun: false, revises: false });
    expect(sent).toMatchObject({
      id: 'comment-77',
      title: 'The greeting is wrong',
      patch: { description: '', source: { agent: 'rita', url: PLACE.url } },
    });
    expect(sent.patch.base).toBeUndefined();
  });

  test.each(['md src/a.ts', 'src/a.ts', 'diff src/a.ts', 'ts title="src/a.ts"'])(
    'is refused with a path that no page shows: %s',
    (info) => {
      const body = comment('/ghost apply', 'Add a page', 'docs/a.md', fenced(info, 'export const a = 1;'));
      expect(problem(body)).toContain('which the page does not show; write it on a line of its own');
    },
  );

  test('is told of by the words above it, the first line of which is the title', () => {
    const words = '## Shout louder\n\nBecause nobody hears it.\nReally.\n> /ghost kill all\n<!-- hidden -->';
    const { sent } = read(comment('/ghost apply', words, fenced('diff', ...DIFF), 'Thanks!'));
    expect(sent.patch).toMatchObject({
      title: 'Shout louder',
      description: 'Because nobody hears it.\nReally.',
    });
  });

  test('takes its options in any order', () => {
    const options = 'base=release title="Shout, base=no louder" id=shout';
    expect(read(comment(`/ghost apply ${options}`, fenced('diff', ...DIFF))).sent).toMatchObject({
      id: 'shout',
      patch: { title: 'Shout, base=no louder', base: { branch: 'release' } },
    });
    expect(
      read(comment('/ghost apply shout title=Shout much louder base=refs/heads/x', fenced('', ...DIFF))).sent,
    ).toMatchObject({ id: 'shout', patch: { title: 'Shout much louder', base: { branch: 'x' } } });
  });

  test('under a pull request it is for the same branch, and revises the patch that is shown there', () => {
    const place = { ...PLACE, base: 'release' };
    const body = comment('/ghost apply', fenced('diff', ...DIFF));
    expect(read(body, place)).toMatchObject({
      command: { id: 'comment-77', revises: false },
      sent: { patch: { base: { branch: 'release' } } },
    });
    expect(read(body, { ...place, own: 'fix' }).command).toMatchObject({ id: 'fix', revises: true });
    const named = comment('/ghost apply id=other', fenced('diff', ...DIFF));
    expect(read(named, { ...place, own: 'fix' }).command).toMatchObject({ id: 'other', revises: false });
  });

  test.each([
    '--dry-run',
    '—dry-run',
    '`--dry-run`',
    '-n',
    '--preview',
    'dryrun',
    'dry-run',
    'Dry_Run',
    'preview',
    'test',
    'try',
    'draft',
    'again',
    'title=Greet people --dry-run',
    'title=--preview',
  ])('is neither worked on nor named by what looks like an option: %s', (word) => {
    for (const verb of ['apply', 'preview']) {
      for (const place of [PLACE, { ...PLACE, own: 'fix' }]) {
        const answer = problem(comment(`/ghost ${verb} ${word}`, fenced('diff', ...DIFF)), place);
        expect(answer).toMatch(/"preview" .*to only try/);
        expect(answer).toMatch(/\.$/);
      }
    }
  });

  test.each([
    'id=test',
    'id=--dry-run',
    'ghost/draft',
    'title=Dry run',
    'title="Add --dry-run"',
    'title=Have --check say why',
    'title=Add `--dry-run`',
  ])('may be called what an option is where that is said in full: %s', (option) => {
    expect(problem(comment(`/ghost apply ${option}`, fenced('diff', ...DIFF)))).toBe('read');
  });

  test('under the pull request of a patch a word is no other one', () => {
    const place = { ...PLACE, own: 'fix' };
    for (const word of ['again', 'other', 'please']) {
      expect(problem(comment(`/ghost apply ${word}`, fenced('diff', ...DIFF)), place)).toContain(
        `write "apply" alone for a revision of fix, "preview" alone to only try it, or "apply id=${word}"`,
      );
    }
    const named = (word: string) =>
      read(comment(`/ghost apply ${word}`, fenced('diff', ...DIFF)), place).command;
    expect(named('fix')).toMatchObject({ id: 'fix', revises: true });
    expect(named('id=fix')).toMatchObject({ id: 'fix', revises: true });
    expect(named('ghost/other')).toMatchObject({ id: 'other', revises: false });
  });

  test('counts for what it says of itself', () => {
    const patch = { version: 1, id: 'Own_Id', title: 'Own', description: 'Why', base: { branch: 'own' } };
    const json = JSON.stringify({ ...patch, source: { agent: 'gpt' }, changes: CHANGES }, null, 2);
    const { command, sent } = read(comment('/ghost apply', 'Other words', fenced('json', json)), {
      ...PLACE,
      base: 'main',
      own: 'fix',
    });
    expect(sent.patch).toMatchObject({ ...patch, source: { agent: 'gpt' } });
    expect(command).toMatchObject({ id: slugId('Own_Id'), payload: { id: 'Own_Id' }, revises: false });
  });

  test.each(['id=a', 'title=A', 'base=a'])('that says otherwise than %s is refused', (option) => {
    const json = JSON.stringify({ id: 'b', title: 'B', base: { branch: 'b' }, changes: CHANGES });
    expect(problem(comment(`/ghost apply ${option}`, fenced('json', json)))).toMatch(/make them the same\.$/);
    expect(problem(comment('/ghost apply id=b title=B base=b', fenced('json', json)))).toBe('read');
  });

  test.each([
    ['*** Begin Patch', '*** Update File: a.txt', '@@', '-one', '+ONE', '*** End Patch'],
    ['a.txt', '<<<<<<< SEARCH', 'one', '=======', 'ONE', '>>>>>>> REPLACE'],
  ])('an edit outside of a fence beside a patch in JSON is refused: %s', (...lines) => {
    const json = fenced('json', JSON.stringify({ path: 'b.txt', content: 'x' }));
    expect(problem(comment('/ghost apply', `${lines.join('\n')}\n\n${json}`))).toContain(
      'outside of the fence',
    );
    expect(problem(comment('/ghost apply', `${json}\n\n${lines.join('\n')}`))).toContain(
      'outside of the fence',
    );
  });

  test.each([
    ['--- a/b.txt', '+++ b/b.txt', '@@ -1 +1 @@', '-b', '+B'],
    ['b.txt', '<<<<<<< SEARCH', 'b', '=======', 'B', '>>>>>>> REPLACE'],
  ])('an edit outside of a fence beside one in a fence is refused: %s', (...lines) => {
    const [diff, bare] = [fenced('diff', ...DIFF), lines.join('\n')];
    expect(problem(comment('/ghost apply', bare, diff))).toContain('outside of the fence');
    expect(problem(comment('/ghost apply', diff, bare))).toContain('outside of the fence');
  });

  test('words between and below its fences belong to no edit, and are told', () => {
    const other = fenced('diff', '--- a/b.txt', '+++ b/b.txt', '@@ -1 +1 @@', '-b', '+B');
    const between = 'The next one is only an idea; do not apply it before Friday:';
    const below = 'Also delete src/old.js, and bump the version.';
    const { sent } = read(comment('/ghost apply', 'Title', fenced('diff', ...DIFF), between, other, below));
    const plan = planPatch(sent.patch);
    expect(plan.ok && plan.steps).toHaveLength(2);
    const told = plan.ok ? plan.repairs.join(' ') : '';
    expect(told).toContain(between);
    expect(told).toContain(below);
    expect(told).not.toContain('Title');
  });

  test('words above a patch that has a title of its own describe it, and where it does so itself are told', () => {
    const json = (own: object) => fenced('json', JSON.stringify({ title: 'Own', changes: CHANGES, ...own }));
    const described = read(comment('/ghost apply', 'Words above', json({})));
    expect(described.sent).toMatchObject({ title: 'Own', patch: { description: 'Words above' } });
    const told = read(comment('/ghost apply', 'Not before Friday', 'please', json({ description: 'Why' })));
    expect(told.sent).toMatchObject({ title: 'Own', patch: { description: 'Why', changes: CHANGES } });
    expect(told.sent.repairs.join(' ')).toContain('"Not before Friday please"');
    const untitled = JSON.stringify({ changes: CHANGES, description: 'Why' });
    const used = read(comment('/ghost apply', 'Words above', fenced('json', untitled)));
    expect(used.sent).toMatchObject({ title: 'Words above', patch: { description: 'Why' } });
    expect(used.sent.repairs.join(' ')).not.toContain('passed over');
    const titled = read(comment('/ghost apply title=Short', 'Words above', fenced('diff', ...DIFF)));
    expect(titled.sent).toMatchObject({ title: 'Short', patch: { description: 'Words above' } });
  });

  test('words below a patch in JSON are told', () => {
    const json = fenced('json', JSON.stringify({ title: 'Own', changes: CHANGES }));
    const { sent } = read(comment('/ghost apply', 'Words above', json, 'Also delete src/old.js.'));
    expect(sent).toMatchObject({ title: 'Own', patch: { changes: CHANGES, description: 'Words above' } });
    expect(sent.repairs.join(' ')).toContain('"Also delete src/old.js."');
    expect(read(comment('/ghost apply', 'Words above', json)).sent.repairs).toEqual([
      'No `version` was given, and 1 was taken',
    ]);
  });

  test.each([
    ['wire format 1', fenced('json', JSON.stringify({ version: 1, changes: CHANGES }))],
    [
      'another form of JSON',
      fenced('', '{"blockId": "x", "file": "a.txt", "old_str": "two", "new_str": "TWO"}'),
    ],
    [
      'JSON with a comma too many',
      fenced('json', '{"changes": [{"path": "a.txt", "find": "two", "replace": "2"},]}'),
    ],
    ['a list of changes', fenced('json', JSON.stringify(CHANGES))],
    ['blocks', fenced('', 'a.txt', '<<<<<<< SEARCH', 'two', '=======', 'TWO', '>>>>>>> REPLACE')],
    [
      'blocks below their path',
      `a.txt\n${fenced('js', '<<<<<<< SEARCH', 'two', '=======', 'TWO', '>>>>>>> REPLACE')}`,
    ],
    [
      'apply_patch',
      fenced('', '*** Begin Patch', '*** Update File: a.txt', '@@', '-two', '+TWO', '*** End Patch'),
    ],
    ['a whole file', `\`src/a.ts\`\n${fenced('ts', 'export {};')}`],
    ['a whole file of JSON', `package.json\n${fenced('json', '{}')}`],
    ['two diffs', comment(fenced('diff', ...DIFF), 'and', fenced('diff', ...DIFF))],
    ['a diff whose lines hold fences', `\`\`\`\`diff\n${DIFF.join('\n')}\n+\`\`\`js\n \`\`\`\n\`\`\`\``],
  ])('may be %s', (_, fences) => {
    const { sent } = read(comment('/ghost apply', fences));
    expect(sent.title).toBe('The greeting is wrong');
    expect(sent.patch.changes.length).toBeGreaterThan(0);
  });

  test('reads alike with the line ends of browsers', () => {
    const body = comment('/ghost apply', 'Words', fenced('diff', ...DIFF));
    expect(readCommentPatch(body.replaceAll('\n', '\r\n'), PLACE)).toEqual(readCommentPatch(body, PLACE));
  });

  test('below "preview" is only tried', () => {
    expect(read(comment('/ghost preview', fenced('diff', ...DIFF))).command.dryRun).toBe(true);
    expect(problem('/ghost preview fix')).toBe('ignored');
  });

  test('that can not be read is passed on, to be refused with its reasons', () => {
    const found = readCommentPatch(comment('/ghost apply', fenced('json', '{"changes": []}')), PLACE);
    expect(found).toMatchObject({ ok: true, command: { payload: { patch: { changes: [] } } } });
  });

  test.each([
    ['no fence', 'Here it is:\n--- a/a.txt\n+++ b/a.txt', 'no patch below'],
    ['a fence in a quotation', '> ```diff\n> -a\n> ```', 'no patch below'],
    ['a fence that GitHub does not show', '<!--\n```diff\n-a\n```\n-->', 'no patch below'],
    ['a hidden character before the fence', '\u200B```diff\n-a', 'no patch below'],
    ['an open fence', '```diff\n-a', 'not closed'],
    ['a fence in a list', '- ```diff\n  -a\n  ```', 'in a list'],
    ['a fence that is shown as a map', fenced('geojson', '{"path": "a", "content": ""}'), 'write ```diff or'],
    ['a fence that is shown as a formula', fenced('Math x', ...DIFF), 'as a map'],
    ['a fence that is shown as a model', fenced('stl', ...DIFF), 'as a map'],
    ['a fence whose word is escaped', fenced('mer&#109;aid', ...DIFF), 'as a map'],
    ['such a fence beside another', comment(fenced('diff', ...DIFF), fenced('mermaid', ...DIFF)), 'as a map'],
    ['two patches in JSON', comment(fenced('json', '{}'), fenced('json', '{}')), 'for each patch'],
    ['more than GitHub takes', fenced('', 'x'.repeat(70_000)), 'at most 65536'],
  ])('%s gets an answer', (_, below, words) => {
    const answer = problem(comment('/ghost apply', below));
    expect(answer).toContain(words);
    expect(answer).toMatch(/\.$/);
  });

  test.each(['base=', 'id=a id=b', 'fix now', 'draft=yes', 'id=#7', `title=${'x'.repeat(201)}`])(
    'the option %s gets an answer',
    (options) => {
      expect(problem(comment(`/ghost apply ${options}`, fenced('diff', ...DIFF)))).toMatch(/write .*\.$/);
    },
  );

  test.each([
    ['what no browser shows', 'title=look at <template> this', ''],
    ['code that ends below', 'title=is `', 'a` <template> `b\n\n'],
    ['a tag of which GitHub shows the beginning', "title=<title x='<b y='>", ''],
  ])('is refused where its line holds %s', (_, options, words) => {
    const body = `/ghost preview ${options}\n${words}\n${fenced('diff', ...DIFF)}`;
    expect(problem(body)).toContain('Above a fence stands what may hide it');
  });

  test('may have code in the title of its line', () => {
    const body = comment('/ghost apply title="Mend the `<select>` of `a`"', fenced('diff', ...DIFF));
    expect(read(body).sent.title).toBe('Mend the `<select>` of `a`');
  });

  test.each([
    ['quoted', comment('> /ghost apply', fenced('diff', ...DIFF))],
    ['in a fence', fenced('', '/ghost apply', ...DIFF)],
    ['not on the first line', comment('Please', '/ghost apply', fenced('diff', ...DIFF))],
    ['of another verb', comment('/ghost status', fenced('diff', ...DIFF))],
  ])('a command that is %s is none', (_, body) => {
    expect(problem(body)).toBe('ignored');
  });

  test('whatever stands in it gets an answer, and what is sent can be read', () => {
    const part = fc.oneof(
      hostileText,
      fc.constantFrom('```', '```diff', ...DIFF, '{"changes":', '}', 'a.txt', '<<<<<<< SEARCH'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), hostileText, (parts, title) => {
        const body = ['/ghost apply', ...parts].join('\n');
        const found = readCommentPatch(body, { ...PLACE, title });
        expect(found).not.toBeNull();
        if (found?.ok === true && found.command.payload.id !== undefined) {
          expect(read(body, { ...PLACE, title }).command.id).toBe(slugId(found.command.id));
        }
      }),
      { numRuns: 500 },
    );
  });
});
