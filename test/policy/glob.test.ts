import { describe, expect, test } from '@jest/globals';
import { compileGlob, findMisread } from '../../src/policy/glob.ts';
import { FIXED_RULES, RULES, type Rule } from '../../src/policy/rules.ts';
import { globSchema } from '../../src/policy/schema.ts';

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
    ['{infra/**,deploy/**}', ['infra', 'infra/a', 'infra/a/b.tf', 'deploy/a/b/c'], ['a/infra/b']],
    ['src/{billing/**,auth/**}', ['src/billing/a/b', 'src/auth'], ['src/a/b', 'billing/a']],
    ['r/{**}', ['r', 'r/a', 'r/a/b'], ['a']],
    ['m/{a,**}', ['m', 'm/a', 'm/b/c'], ['a']],
    ['{x,y/**}/z', ['x/z', 'y/z', 'y/a/b/z'], ['y', 'y/a']],
    ['src{,/lib}/**', ['src', 'src/a/b', 'src/lib/a'], ['lib/a']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd'], ['ab', 'cd', 'a']],
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
    expect(globSchema.safeParse(glob).error?.issues).toBe(undefined);
  });

  test.each(['!a', '/a', './a', 'a\\b', '{a', 'a}', '{a,{b,c}}', '}{'])('%s can not', (glob) => {
    expect(messagesOf(glob)).toEqual([expect.stringMatching(/^write a path from the root/)]);
  });

  test.each(['secrets/', 'a//b', '{a,}', 'a/{b/,c}', '{a,/b}', '{a/}/b', '../x', 'src/./x', 'a/{b,..}'])(
    '%s would match no file, and can not either',
    (glob) => {
      expect(messagesOf(glob)).toEqual([expect.stringMatching(/for everything in a folder write "folder/)]);
    },
  );

  test.each([
    ['config**/**', ['config*/**'], ['config', 'config/a', 'config-prod/a', 'config-prod/eu/a']],
    ['**/secrets**/**', ['**/secrets*/**'], ['secrets', 'app/secrets/eu/a', 'app/secrets-prod/eu/a']],
    ['config**', ['config*/**'], ['config.yml', 'config-prod/eu/a']],
    ['config**/a', ['config*/**/a'], ['config/a', 'config-prod/eu/a']],
    ['**.ts', ['**/*.ts'], ['a.ts', 'a/b.ts']],
    ['src/**.ts', ['src/**/*.ts'], ['src/a.ts', 'src/a/b.ts']],
    ['a**b', ['a*b', 'a*/**/*b'], ['ab', 'axb', 'a/b', 'ax/y/xb']],
    ['**a**', ['**/*a*/**'], ['a', 'xax', 'x/a/y']],
    ['x/***', ['x/**'], ['x/a', 'x/a/b']],
    ['***/x', ['**/x'], ['x', 'a/b/x']],
    ['{a**,b}/x', ['a*/**/x'], ['a/x', 'ab/c/x']],
    ['{a,b}**/x', ['a*/**/x'], ['a/x', 'ab/c/x']],
    ['a*{*,b}/x', ['a*/**/x'], ['a/x', 'ab/c/x']],
  ])('%s would match less than it reads like, and can not either', (glob, instead, paths) => {
    const said = instead.map((one) => `"${one}"`).join(' and ');
    expect(messagesOf(glob)).toEqual([expect.stringMatching(/only where it is a whole name; write /)]);
    expect(messagesOf(glob)[0]).toContain(`; write ${said} instead`);
    const matches = instead.map((one) => compileGlob(one, { ignoreCase: false }));
    expect(paths.filter((path) => !matches.some((match) => match(path)))).toEqual([]);
    expect(instead.flatMap(messagesOf)).toEqual([]);
  });

  test('the globs of our own rules can be written', () => {
    const globs = [...Object.values(RULES), ...Object.values(FIXED_RULES)].flatMap(
      (rule: Pick<Rule, 'paths' | 'rest'>) => [...rule.paths, ...(rule.rest ?? [])],
    );
    expect(globs.length).toBeGreaterThan(40);
    expect(globs.filter((glob) => findMisread(glob) !== null)).toEqual([]);
  });

  test('braces that stand for more globs than anybody reads can not, however many', () => {
    expect(messagesOf(`{${'a,'.repeat(30)}a}/${'b'.repeat(60)}`)).toEqual([]);
    for (const glob of [`{${'a,'.repeat(30)}a}/${'b'.repeat(70)}`, '{a,b}'.repeat(40)]) {
      expect(messagesOf(glob)).toEqual([expect.stringMatching(/more than 2000 characters; write several/)]);
    }
  });

  test.each([
    ['**/a*a*a*a*b', 'a'.repeat(1024)],
    ['**/*/**/*/**/x', `${'a/'.repeat(511)}a`],
    ['{a,b,c}*{a,b,c}*{a,b,c}*d', 'abc'.repeat(341)],
  ])('%s takes no longer for a path that is made to be slow', (glob, path) => {
    const matches = compileGlob(glob, { ignoreCase: true });
    const started = process.cpuUsage();
    expect(matches(path)).toBe(false);
    expect(process.cpuUsage(started).user / 1e3).toBeLessThan(500);
  });
});

function messagesOf(glob: string): readonly string[] {
  return globSchema.safeParse(glob).error?.issues.map(({ message }) => message) ?? [];
}
