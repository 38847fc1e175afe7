import { describe, expect, test } from '@jest/globals';
import { compileGlob } from '../../src/policy/glob.ts';
import { GLOB_SYNTAX } from '../../src/policy/schema.ts';

describe('policy/glob', () => {
  test.each([
    ['src/**', ['src', 'src/a', 'src/.env', 'src/a/b.ts'], ['srcs', 'a/src/b', 'SRC/a']],
    ['**', ['a', '.a', 'a/b/.c', 'a\n/b\u2028'], []],
    ['**/x', ['x', 'a/x', '.a/b/x'], ['ax', 'x/a', 'a/bx']],
    ['a/**/b', ['a/b', 'a/c/b', 'a/.c/d/b'], ['ab', 'a/cb', 'b']],
    ['*.ts', ['a.ts', '.ts', '.a.ts'], ['a/b.ts', 'a.tsx']],
    ['a**b', ['ab', 'axxb'], ['a/b']],
    ['a/**b', ['a/b', 'a/xb'], ['a/x/b']],
    ['**b/c', ['ab/c'], ['a/b/c']],
    ['?.md', ['a.md', '\u{1f600}.md'], ['.md', 'ab.md', '/.md']],
    ['{a,b}/*.{js,ts}', ['a/x.js', 'b/y.ts'], ['c/x.js', 'a/x.css']],
    ['{**/x,y}', ['x', 'a/x', 'y'], ['a/y']],
    ['a,b', ['a,b'], ['a', 'b']],
    ['app/[id]/(group)/page.tsx', ['app/[id]/(group)/page.tsx'], ['app/i/group/page.tsx']],
    ['a.b+c$^|', ['a.b+c$^|'], ['axb+c']],
  ])('%s', (glob, matching, others) => {
    const matches = compileGlob(glob, { ignoreCase: false });
    expect(matching.filter((path) => !matches(path))).toEqual([]);
    expect(others.filter(matches)).toEqual([]);
  });

  test('case is ignored where that is asked for', () => {
    expect(compileGlob('.github/**', { ignoreCase: true })('.GitHub/X')).toBe(true);
  });

  test.each(['a', '**', '{a,b}', 'a/{b,c}/{d,e}', '.github/**'])('%s can be written', (glob) => {
    expect(GLOB_SYNTAX.test(glob)).toBe(true);
  });

  test.each(['!a', '/a', './a', 'a\\b', '{a', 'a}', '{a,{b,c}}', '}{'])('%s can not', (glob) => {
    expect(GLOB_SYNTAX.test(glob)).toBe(false);
  });

  test.each([
    ['**/a*a*a*a*b', 'a'.repeat(1024)],
    ['**/*/**/*/**/x', `${'a/'.repeat(511)}a`],
    ['{a,b,c}*{a,b,c}*{a,b,c}*d', 'abc'.repeat(341)],
  ])('%s takes no longer for a path that is made to be slow', (glob, path) => {
    const matches = compileGlob(glob, { ignoreCase: true });
    const started = performance.now();
    expect(matches(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
