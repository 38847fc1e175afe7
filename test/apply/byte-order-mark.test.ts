import { describe, expect, test } from '@jest/globals';
import { planPatch } from '../../src/apply/plan.ts';
import { patchOf } from '../patch/patches.ts';
import { apply, refusalsOf, textsOf } from './sources.ts';

const MARK = '\ufeff';
const FILE = `${MARK}using A;\r\nusing B;\r\n`;

describe('apply/byte-order-mark', () => {
  test.each([
    ['beside what it changes', ` ${MARK}using A;\n-using B;\n+using C;\n`, `${MARK}using A;\r\nusing C;\r\n`],
    [
      'before a line that it changes',
      `-${MARK}using A;\n+${MARK}using C;\n using B;\n`,
      `${MARK}using C;\r\nusing B;\r\n`,
    ],
    [
      'before a line that comes in',
      `+${MARK}// C\n-${MARK}using A;\n+using A;\n using B;\n`,
      `${MARK}// C\r\nusing A;\r\nusing B;\r\n`,
    ],
    ['where it is taken off', `-${MARK}using A;\n+using A;\n using B;\n`, 'using A;\r\nusing B;\r\n'],
    ['where its line goes', `-${MARK}using A;\n using B;\n`, 'using B;\r\n'],
    ['on the new side only', `-using A;\n+${MARK}using C;\n using B;\n`, `${MARK}using C;\r\nusing B;\r\n`],
  ])('a hunk that shows the mark of a file fits it: %s', (_where, body, after) => {
    const diff = `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n${body}`;
    const patch = `*** Begin Patch\n*** Update File: x\n@@\n${body}*** End Patch\n`;
    expect(textsOf(apply({ x: FILE }, { kind: 'diff', diff }))).toEqual({ x: after });
    expect(textsOf(apply({ x: FILE }, { kind: 'apply_patch', patch }))).toEqual({ x: after });
  });

  test('a hunk that shows a mark which the file lacks fits it, and the file stays without', () => {
    const diff = `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-${MARK}a\n+${MARK}c\n b\n`;
    expect(textsOf(apply({ x: 'a\nb\n' }, { kind: 'diff', diff }))).toEqual({ x: 'c\nb\n' });
    expect(textsOf(apply({ x: `${MARK}new\na\nb\n` }, { kind: 'diff', diff }))).toEqual({
      x: `${MARK}new\nc\nb\n`,
    });
  });

  test('a mark that a hunk adds is one of the file, and no file gets two', () => {
    const diff = `--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+${MARK}a\n`;
    expect(textsOf(apply({ x: 'a\n' }, { kind: 'diff', diff }))).toEqual({ x: `${MARK}a\n` });
    expect(textsOf(apply({ x: `${MARK}a\n` }, { kind: 'diff', diff }))).toEqual({});
    const create = `--- /dev/null\n+++ b/y\n@@ -0,0 +1 @@\n+${MARK}a\n`;
    expect(textsOf(apply({}, { kind: 'diff', diff: create }))).toEqual({ y: `${MARK}a\n` });
    expect(textsOf(apply({ y: `${MARK}a\n` }, { kind: 'diff', diff: create }))).toEqual({});
  });

  test('a file with a mark is deleted by a diff that shows it', () => {
    const diff = `--- a/x\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-${MARK}using A;\n-using B;\n`;
    expect(refusalsOf(apply({ x: FILE }, { kind: 'diff', diff }))).toEqual([]);
  });

  test.each([
    [`${MARK}using A;`, `${MARK}using C;`, `${MARK}using C;\r\nusing B;\r\n`],
    [`${MARK}using`, `${MARK}global using`, `${MARK}global using A;\r\nusing B;\r\n`],
    ['using A;', `${MARK}using C;`, `${MARK}using C;\r\nusing B;\r\n`],
    [`${MARK}using A;`, 'using C;', 'using C;\r\nusing B;\r\n'],
  ])('an edit that shows the mark of a file is made: %j to %j', (find, replace, after) => {
    expect(textsOf(apply({ x: FILE }, { kind: 'edit', path: 'x', find, replace, count: 1 }))).toEqual({
      x: after,
    });
    const blocks = `x\n<<<<<<< SEARCH\n${find}\n=======\n${replace}\n>>>>>>> REPLACE\n`;
    if (find.endsWith(';'))
      expect(textsOf(apply({ x: FILE }, { kind: 'blocks', text: blocks }))).toEqual({ x: after });
  });

  test('among many edits of a file one may show its mark', () => {
    const lines = Array.from({ length: 20 }, (_, at) => `l${at};`);
    const changes = lines.map((line, at) => {
      const mark = at === 0 ? MARK : '';
      return { kind: 'edit', path: 'x', find: mark + line, replace: `${mark}m${at};`, count: 1 } as const;
    });
    expect(textsOf(apply({ x: `${MARK}${lines.join('\n')}\n` }, ...changes))).toEqual({
      x: `${MARK}${lines.join('\n').replaceAll('l', 'm')}\n`,
    });
  });

  test.each([
    [`-${MARK}a\n+a\n`, true],
    [`-${MARK}a\n b\n`, true],
    [`-${MARK}a\n+${MARK}b\n`, false],
    [` ${MARK}a\n-b\n+c\n`, false],
  ])('that a mark is taken off is told: %j', (body, isTold) => {
    const diff = `--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n${body}`;
    const plan = planPatch(patchOf({ kind: 'diff', diff }));
    expect(plan.ok && plan.repairs.some((repair) => repair.includes('byte order mark'))).toBe(isTold);
  });

  test.each([
    ['before the first line', 'a\nb\n', 'exact'],
    ['before the first line that stands lower', 'new\na\nb\n', 'glyphs'],
  ])('a mark %s of a hunk is told where it is passed over', (_where, file, rung) => {
    for (const body of [`-${MARK}a\n+${MARK}c\n b\n`, ` ${MARK}a\n-b\n+c\n`]) {
      const result = apply({ x: file }, { kind: 'diff', diff: `--- a/x\n+++ b/x\n@@\n${body}` });
      expect(result).toMatchObject({ ok: true, hunks: [{ rung, status: 'applied' }] });
    }
    const block = `x\n<<<<<<< SEARCH\n${MARK}b\n=======\nc\n>>>>>>> REPLACE\n`;
    expect(apply({ x: file }, { kind: 'blocks', text: block })).toMatchObject({
      hunks: [{ rung: 'glyphs' }],
    });
  });

  test('a write puts there what it holds, with a mark or without one', () => {
    for (const content of ['b\n', `${MARK}b\n`]) {
      const changes = [{ kind: 'write', path: 'x', content, encoding: 'utf-8' }] as const;
      expect(textsOf(apply({ x: FILE }, ...changes))).toEqual({ x: content });
    }
  });
});
