import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatPullRequest, parsePullRequestMarker } from '../../src/report/pull-request.ts';
import { CLOSING_KEYWORD, LIVE_ON_GITHUB, renderPage } from './github-page.ts';
import { hostileLines, hostileText } from './hostile.ts';
import { doneView, OUTCOMES, patchRecord, patchView, testReport } from './views.ts';

const OUR_ELEMENTS = new Set([
  'a',
  'blockquote',
  'br',
  'code',
  'details',
  'h2',
  'li',
  'p',
  'pre',
  'strong',
  'summary',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
]);

describe('the pull request', () => {
  test('a reviewer reads what was asked, changed, adjusted, tested and left undone, in this order', () => {
    const { title, body } = formatPullRequest(patchView({ tests: testReport(), ciStartsByItself: false }));
    expect(title).toBe('Raise the login timeout');
    expect(body).toBe(`## What was asked

**Raise the login timeout**

> Users on slow lines were logged out.
> Thirty seconds are enough.

- Patch: \`login-timeout\`
- Sent by: \`octocat\`
- Source: \`gpt-5\`, \`https://chat.example/c/1\`
- Base: \`main\` at [bbbbbbb](https://github.example/octo/shop/commit/${'b'.repeat(40)})
- Digest: \`${'d'.repeat(64)}\`
- Attempt: 1, in [this workflow run](https://github.example/octo/shop/actions/runs/7)

## What changed

2 files, +14 −1.

| file | change | + | − |
|---|---|--:|--:|
| <code>src/login.ts</code> | changed | 2 | 1 |
| <code>test/login.test.ts</code> | new | 12 | 0 |

## What was adjusted on the way

- Hunk 1 of src/login.ts was placed at line 14, not where the patch said

## What was tested

✅ npm test passed in 3.2 s on aaaaaaa, as the test job reported.

Commit [aaaaaaa](https://github.example/octo/shop/commit/${'a'.repeat(40)}), command \`npm test\`. Reported by [the test job](https://github.example/octo/shop/actions/runs/7), which runs the patch's own code: a claim about this one commit, and no more.

## What was not done

- The checks of this pull request did not start by themselves, because it was made with GITHUB\\_TOKEN, whose events start no workflows on GitHub. Close and reopen it to start them; give Ghost Runner the token of a GitHub App to have them start always.
- It was not merged, and will not be: that is left to a person.

<!-- ghost-runner: {"id":"login-timeout","digest":"${'d'.repeat(64)}","attempt":1} -->
`);
  });

  test('failing tests show the lines that name a failure, and the end of the output folded away', () => {
    const { body } = formatPullRequest(doneView(OUTCOMES.testsFailed));
    expect(body).toContain('❌ npm test failed with exit code 1 after 3.2 s.');
    expect(body).toContain('```\n✕ login › waits thirty seconds\nexpected 30 to be 10\n```');
    expect(body).toContain(
      '<details><summary>End of the output (9 bytes in all)</summary>\n\n```\n1 failing\n```\n\n</details>',
    );
  });

  test('a source that only names the sender once more is left out', () => {
    const { body } = formatPullRequest(patchView({ patch: { title: 'x', source: { agent: 'octocat' } } }));
    expect(body).toContain('- Sent by: `octocat`\n- Base: ');
  });

  test('what is not known is said to be unknown', () => {
    const { body } = formatPullRequest(patchView({ patch: { title: 'x' } }));
    expect(body).toContain('- Source: unknown');
    expect(body).toContain('Nothing is known of any tests.');
  });

  test('where there are no drafts, the title keeps people from merging what does not pass', () => {
    const failed = doneView(OUTCOMES.testsFailed, { draftUnavailable: true });
    expect(formatPullRequest(failed).title).toBe('[not passing] Raise the login timeout');
    expect(formatPullRequest({ ...failed, tests: testReport() }).title).toBe('Raise the login timeout');
  });

  test('a binary file has no line counts, and a renamed one says where it came from', () => {
    const { body } = formatPullRequest(
      patchView({
        changes: [{ path: 'b|c.png', action: 'rename', from: 'a.png', added: null, removed: null }],
      }),
    );
    expect(body).toContain(
      '| <code>b&#124;c.png</code> | renamed from <code>a.png</code> | binary | binary |',
    );
  });

  test('no text of a patch or its tests does anything on GitHub', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileLines, hostileText, (title, description, lines, word) => {
        const { title: shown, body } = formatPullRequest(hostileView({ title, description, lines, word }));
        const page = renderPage(body);
        expect([...page.elements].filter((element) => !OUR_ELEMENTS.has(element))).toEqual([]);
        expect(
          page.addresses.filter((address) => !address.startsWith('https://github.example/octo/shop/')),
        ).toEqual([]);
        expect(page.comments).toBe(1);
        for (const pattern of Object.values(LIVE_ON_GITHUB)) {
          expect(page.prose).not.toMatch(pattern);
          expect(shown).not.toMatch(pattern);
        }
        expect(body).not.toMatch(CLOSING_KEYWORD);
        expect(shown).not.toMatch(/\n|\[skip ci\]/);
        expect(parsePullRequestMarker(body)).toEqual({
          id: 'login-timeout',
          digest: 'd'.repeat(64),
          attempt: 1,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('however long everything is, the body stays within the budget and whole', () => {
    const long = Array.from(
      { length: 3000 },
      (_, index) => `line ${index} ${'`'.repeat(index % 700)} ${'&|'.repeat(200)}`,
    );
    const view = hostileView({
      title: 'x'.repeat(5000),
      description: long.join('\n'),
      lines: long,
      word: '\u202E'.repeat(5000),
    });
    const { title, body } = formatPullRequest(view);
    expect(title.length).toBeLessThanOrEqual(256);
    expect(body.length).toBeLessThanOrEqual(58_000);
    expect(parsePullRequestMarker(body)).not.toBeNull();
    expect(renderPage(body).comments).toBe(1);
    expect(body.match(/<details>/g)).toHaveLength(1);
    expect(body).toContain('\n\n</details>\n\n## What was not done');
    expect(body).toMatch(/… and \d+ more; the diff shows them all/);
  });
});

describe('a patch of as many and as long names as a patch may have', () => {
  const paths = Array.from(
    { length: 100 },
    (_, index) => `src/${'a_folder/'.repeat(16)}m${String(index).padStart(3, '0')}.js`,
  );
  const long = Array.from({ length: 3000 }, () => 'a line of many words that fill the page');

  test.each([
    ['as they are', paths, []],
    ['that are moved', paths.slice(0, 50), paths.slice(50)],
    ['of letters that take six in a table', paths.map((path) => path.replaceAll('a', '|')), []],
    ['of letters that are shown as their number', paths.map((path) => path.replaceAll('a', '\u00AD')), []],
  ])('has a row for each of its files, %s, however long everything else is', (_, names, origins) => {
    const changes = names.map((path, index) => ({
      path,
      ...(origins[index] === undefined
        ? { action: 'create' as const }
        : { action: 'rename' as const, from: origins[index] }),
      added: 20_000,
      removed: 10_000 + index,
    }));
    const { warnings, ...texts } = { warnings: long, title: 'x', description: long.join('\n'), lines: long };
    const view = { ...hostileView({ ...texts, word: 'x' }), changes };
    const generated = { commands: ['format'], changes, onto: 'b'.repeat(40) };
    const record = { ...view.record, warnings, generated, head: 'c'.repeat(40) };
    const { body } = formatPullRequest({ ...view, record });
    expect(body.length).toBeLessThanOrEqual(58_000);
    for (const { path, removed } of changes) {
      const row = body.split('\n').find((line) => line.endsWith(`| 20000 | ${removed} |`));
      expect(row).toContain(path.slice(-7));
    }
    expect(body).toContain('## What was tested');
  });

  test('has a row for each file that its commands made too', () => {
    const changes = paths.map((path) => ({
      path,
      action: 'modify' as const,
      added: 20_000,
      removed: 10_000,
    }));
    const generated = { commands: ['format'], changes, onto: 'b'.repeat(40) };
    const record = patchRecord({ generated, head: 'c'.repeat(40) });
    const { body } = formatPullRequest(patchView({ record, changes }));
    expect(
      body.match(/^\| <code>src\/a.*m\d{3}\.js<\/code> \| changed \| 20000 \| 10000 \|$/gm),
    ).toHaveLength(200);
  });

  test('has a long name shortened in its middle, so that its folder and its ending are seen', () => {
    const path = `src/${'deep/'.repeat(190)}index.min.js`;
    const changes = Array.from({ length: 100 }, () => ({
      path,
      action: 'create' as const,
      added: 1,
      removed: 0,
    }));
    const { body } = formatPullRequest(patchView({ changes }));
    expect(
      body.match(/^\| <code>src\/deep\/.*….*\/index\.min\.js<\/code> \| new \| 1 \| 0 \|$/gm),
    ).toHaveLength(100);
  });

  test('has each of twenty adjusted hunks named, with all that was put up with', () => {
    const put = 'with other indentation, with other white space between words';
    const notes = Array.from(
      { length: 20 },
      (_, index) => `Hunk ${index} of src/${'deep/'.repeat(200)}x.js was placed at line 2, ${put}`,
    );
    const { body } = formatPullRequest(patchView({ notes: [...notes, 'And 4 more hunks of this kind'] }));
    for (const index of notes.keys())
      expect(body).toMatch(
        new RegExp(`^- Hunk ${index} of src/.*….*x\\.js was placed at line 2, ${put}$`, 'm'),
      );
    expect(body).toContain('- And 4 more hunks of this kind\n');
  });

  test('has all of forty notes, where their paths are of marks that take six characters each', () => {
    const notes = Array.from(
      { length: 40 },
      (_, index) => `Hunk ${index} of ${'|'.repeat(1000)} was placed at line 2, with other indentation`,
    );
    const { body } = formatPullRequest(patchView({ notes }));
    expect(body.match(/^- Hunk \d+ of .*placed at line 2, with other indentation$/gm)).toHaveLength(40);
  });
});

describe('the marker', () => {
  test('whatever is written into it is read back', () => {
    fc.assert(
      fc.property(fc.string(), hostileText, fc.nat(), (id, digest, attempt) => {
        const { body } = formatPullRequest(
          patchView({ record: patchRecord({ id: `a${id}`, digest, attempt }) }),
        );
        expect(parsePullRequestMarker(body)).toEqual({ id: `a${id}`, digest, attempt });
      }),
    );
  });

  test('a body without one, or with one that is no marker of ours, names no patch', () => {
    expect(parsePullRequestMarker('Just a pull request')).toBeNull();
    expect(parsePullRequestMarker('<!-- ghost-runner: {"id":1} -->')).toBeNull();
    expect(parsePullRequestMarker('<!-- ghost-runner: {oops} -->')).toBeNull();
  });

  test('is looked for in time that grows with the text, whatever it repeats', () => {
    const body = '<!-- ghost-runner: {'.repeat(3_000);
    const started = process.cpuUsage();
    for (let read = 0; read < 100; read += 1) expect(parsePullRequestMarker(body)).toBeNull();
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(1000);
  });

  test('the last one counts, because ours stands at the end', () => {
    const forged = '<!-- ghost-runner: {"id":"evil","digest":"0","attempt":9} -->';
    expect(parsePullRequestMarker(`${forged}\n${formatPullRequest(patchView()).body}`)?.id).toBe(
      'login-timeout',
    );
  });
});

function hostileView(texts: {
  readonly title: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly word: string;
}) {
  const { title, description, lines, word } = texts;
  const tests = testReport({
    verdict: 'failed',
    exitCode: 1,
    command: word,
    failingLines: lines,
    tail: description,
    sha: 'a'.repeat(40),
  });
  return patchView({
    record: patchRecord({ sender: word, warnings: lines, base: { branch: word, sha: 'b'.repeat(40) } }),
    patch: { title, description, source: { agent: word, url: title } },
    changes: [...lines, title, word].map((path) => ({
      path,
      action: 'rename' as const,
      from: word,
      added: 1,
      removed: 1,
    })),
    notes: lines,
    notDone: [word],
    tests,
  });
}
