import { describe, expect, test } from '@jest/globals';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const path = 'api.js';

function diffOf(header: string, lines: readonly string[]): SentChange {
  return { kind: 'diff', diff: `--- a/${path}\n+++ b/${path}\n${[header, ...lines].join('\n')}\n` };
}

function patchOf(anchor: string, lines: readonly string[]): SentChange {
  const body = [`@@ ${anchor}`, ...lines].join('\n');
  return { kind: 'apply_patch', patch: `*** Begin Patch\n*** Update File: ${path}\n${body}\n*** End Patch` };
}

describe('apply/hints, what a hunk makes stands in another place', () => {
  const before = `export async function readOrder(request) {
  const session = await sessionOf(request);
  const id = Number(request.params.id);
  if (!session.may('read', id)) return forbidden();
  return json(await orders.find(id));
}

export async function readInvoice(request) {
  const session = await sessionOf(request);
  const id = Number(request.params.id);
  // TODO: who may?
  return json(await invoices.find(id));
}
`;
  const heading = 'export async function readInvoice(request) {';
  const context = [
    '   const session = await sessionOf(request);',
    '   const id = Number(request.params.id);',
  ];
  const guard = "  if (!session.may('read', id)) return forbidden();";
  const misspelt = '  // TODO: who may do this?';
  const lines = [...context, `-${misspelt}`, `+${guard}`];
  const find = `  const id = Number(request.params.id);\n${misspelt}`;
  const replace = `  const id = Number(request.params.id);\n${guard}`;

  test.each([
    ['a line number and a section', diffOf(`@@ -9,3 +9,3 @@ ${heading}`, lines)],
    ['a line number', diffOf('@@ -9,3 +9,3 @@', lines)],
    ['an anchor', patchOf(heading, lines)],
    ['lines like those that it removes, in a diff', diffOf('@@', lines)],
    [
      'lines like those that it removes, in a block',
      {
        kind: 'blocks',
        text: `${path}\n<<<<<<< SEARCH\n${find}\n=======\n${replace}\n>>>>>>> REPLACE\n`,
      } as const,
    ],
    ['lines like those that it removes, in an edit', { kind: 'edit', path, find, replace } as const],
  ])('than the one that is told by %s: it is not taken for done', (_told, change) => {
    const [refusal] = refusalsOf(apply({ [path]: before }, change));
    expect(refusal).toMatchObject({
      code: 'not_found',
      message: expect.stringMatching(/ is, at line \d\. If it is done already, leave the \w+ out\. /),
      data: {
        nearest: [{}, {}],
        correction: { kind: 'edit', find: '  // TODO: who may?', replace: guard },
      },
    });
  });

  test('as a line alone: that proves nothing, unless a hint names it', () => {
    const hunk = ['-retries: 4', '+retries: 5'];
    const file = { [path]: 'login:\nretries: 3\nlogout:\nretries: 5\n' };
    expect(refusalsOf(apply(file, diffOf('@@', hunk)))).toMatchObject([
      { code: 'not_found', data: { replacementAt: 4 } },
    ]);
    expect(apply(file, diffOf('@@ -4 +4 @@', hunk))).toMatchObject({
      ok: true,
      changes: [],
      hunks: [{ at: 4, status: 'already_applied' }],
    });
  });

  test('beside a hunk before that stands further down: it is not taken for done', () => {
    const file = 'new\nlines\n\nfirst\n\nnext\n';
    const patch = ['-next', '+NEXT', '@@ -9,2 +9,2 @@', ' new', '-line', '+lines'];
    expect(refusalsOf(apply({ [path]: file }, diffOf('@@ -6 +6 @@', patch)))).toMatchObject([
      { code: 'not_found', hunk: 2, data: { replacementAt: 1 } },
    ]);
  });

  test('and is done where a hint names it, or where nothing is like what it changes', () => {
    const done = before.replace('  // TODO: who may?', guard).replace('readOrder', 'findOrder');
    const once = done.replace(`${guard}\n  return json(await orders`, '  return json(await orders');
    const at = { ok: true, changes: [], hunks: [{ at: 9, status: 'already_applied' }] };
    expect(apply({ [path]: done }, patchOf(heading, lines))).toMatchObject(at);
    expect(apply({ [path]: done }, diffOf('@@ -9,3 +9,3 @@', lines))).toMatchObject(at);
    expect(
      apply({ [path]: once.replace(guard, `${guard}\n`) }, diffOf('@@ -90,3 +90,3 @@', lines)),
    ).toMatchObject({
      ...at,
      hunks: [{ at: 8 }],
    });
  });

  test('while a line that it removes is left, below one that came since: it is not taken for done', () => {
    const write = (name: string, ...body: readonly string[]) =>
      `function ${name}(order) {\n  check(order);\n${body.map((line) => `  ${line};\n`).join('')}}\n`;
    const pay = write('pay', 'log(order)', 'trace(order)', 'charge(order)');
    const refund = write('refund', 'log(order)', 'chargeSafely(order)');
    const hunk = ['   log(order);', '-  charge(order);', '+  chargeSafely(order);', ' }'];
    for (const header of ['@@', '@@ -70,3 +70,3 @@'])
      expect(refusalsOf(apply({ [path]: `${pay}\n${refund}` }, diffOf(header, hunk)))).toMatchObject([
        { code: 'not_found', data: { replacementAt: 10 } },
      ]);
    const named = apply({ [path]: `${pay}\n${refund}` }, patchOf('function refund(order) {', hunk));
    expect(named.hunks).toMatchObject([{ at: 10, status: 'already_applied' }]);
    const done = pay.replace('charge(', 'chargeSafely(').replace('  trace(order);\n', '');
    const moved = write('other', 'one()', 'charge(order)');
    expect(apply({ [path]: `${done}\n${moved}` }, diffOf('@@', hunk)).hunks).toMatchObject([
      { at: 3, status: 'already_applied' },
    ]);
  });

  describe('and its own lines are there, indented otherwise', () => {
    const nested = `function readOrder(request) {
  const session = sessionOf(request);
  if (!session.may('read')) return forbidden();
  return json(find(request));
}

class Invoices {
    read(request) {
      const session = sessionOf(request);
      // TODO: who may?
      return json(find(request));
    }
}
`;
    const hunk = [
      '   const session = sessionOf(request);',
      '-  // TODO: who may?',
      "+  if (!session.may('read')) return forbidden();",
      '   return json(find(request));',
    ];

    test.each([
      ['a line number and a section', diffOf('@@ -9,3 +9,3 @@ class Invoices {', hunk)],
      ['a line number', diffOf('@@ -9,3 +9,3 @@', hunk)],
      ['an anchor', patchOf('class Invoices {', hunk)],
    ])('they are changed where they are named by %s', (_hint, change) => {
      const result = apply({ [path]: nested }, change);
      expect(result.hunks).toMatchObject([{ at: 9, rung: 'indentation', status: 'applied' }]);
      expect(textsOf(result)[path]).toBe(
        nested.replace('// TODO: who may?', "if (!session.may('read')) return forbidden();"),
      );
    });

    test('nothing is done, and nothing said to be, where no hint tells', () => {
      const find = '  // TODO: who may?\n  return json(find(request));\n';
      const replace = "  if (!session.may('read')) return forbidden();\n  return json(find(request));\n";
      for (const change of [diffOf('@@', hunk), { kind: 'edit', path, find, replace } as const])
        expect(refusalsOf(apply({ [path]: nested }, change))).toMatchObject([{ code: 'not_found' }]);
    });

    test('it is done where a line number names what it makes', () => {
      expect(apply({ [path]: nested }, diffOf('@@ -2,3 +2,3 @@', hunk))).toMatchObject({
        ok: true,
        changes: [],
        hunks: [{ at: 2, status: 'already_applied' }],
      });
    });
  });
});

describe('apply/hints, lines that stand once', () => {
  const before = `export async function readOrder(request) {
  const session = await sessionOf(request);
  if (session.isGuest) return forbidden();
  return json(await find(request));
}

export async function readPage(request) {
  const session = await sessionOf(request);
  if (session.isguest) return forbidden();
  return json(await find(request));
}
`;
  const hunk = [
    '   const session = await sessionOf(request);',
    '-  if (session.isGuest) return forbidden();',
    '   return json(await find(request));',
  ];
  const page = 'export async function readPage(request) {';
  const order = 'export async function readOrder(request) {';

  test.each([
    ['an anchor', patchOf(page, hunk)],
    ['a line number and a section', diffOf(`@@ -7,3 +7,2 @@ ${page}`, hunk)],
    ['a section, beside a line number that is in neither', diffOf(`@@ -70,3 +70,2 @@ ${page}`, hunk)],
    ['a section further down, beside a line number that is right', diffOf(`@@ -2,3 +2,2 @@ ${page}`, hunk)],
  ])('are not changed in another function than it says by %s', (_hints, change) => {
    expect(refusalsOf(apply({ [path]: before }, change))).toMatchObject([
      {
        code: 'not_found',
        message: expect.stringContaining(
          `names "${page}", at line 7, as what its lines stand below, and they are at line 2 only. If those are meant, leave that name out. Else: The nearest place is line 8; there, line 9 reads`,
        ),
        data: {
          lines: [2],
          nearest: [{ line: 8 }],
          correction: {
            find: expect.stringContaining('isguest'),
            replace: expect.not.stringContaining('isguest'),
          },
        },
      },
    ]);
  });

  test('are not changed in the function below the one that an anchor names', () => {
    const file = before
      .replace('isGuest', 'isguest')
      .replace('isguest', 'isVisitor')
      .replace('isguest', 'isGuest');
    expect(refusalsOf(apply({ [path]: file }, patchOf(order, hunk)))).toMatchObject([{ code: 'not_found' }]);
  });

  test('are not changed with a slip in their context either', () => {
    const slip = hunk.map((line) => line.replace('sessionOf', 'sesionOf'));
    expect(refusalsOf(apply({ [path]: before }, patchOf(page, slip)))).toMatchObject([{ code: 'not_found' }]);
    expect(apply({ [path]: before }, patchOf(order, slip)).hunks).toMatchObject([
      { at: 2, status: 'applied' },
    ]);
  });

  test.each([
    ['a line number that is wrong, alone', diffOf('@@ -7,3 +7,2 @@', hunk)],
    ['an anchor that the file lacks', patchOf('export async function readNothing(request) {', hunk)],
    ['an anchor that is a part of the hunk', patchOf('const session = await sessionOf(request);', hunk)],
  ])('are changed in spite of %s', (_hint, change) => {
    expect(apply({ [path]: before }, change).hunks).toMatchObject([{ at: 2, status: 'applied' }]);
  });

  describe('in one of two sections of a name', () => {
    const views = (admin: string, other: string) => `class AdminView:
    def get(self, request):
        user = self.user(request)
        self.require(user, "${admin}")
        return self.render(user)


class PublicView:
    def get(self, request):
        user = self.user(request)
        self.require(user, "${other}")
        return self.render(user)
`;
    const lines = [
      '         user = self.user(request)',
      '-        self.require(user, "staff")',
      '+        self.require(user, "anybody")',
      '         return self.render(user)',
    ];

    test.each([
      ['an anchor above the anchor', patchOf('class PublicView:\n@@     def get(self, request):', lines)],
      ['a line number', diffOf('@@ -10,3 +10,3 @@ def get(self, request):', lines)],
    ])('are meant for the one that %s tells', (_, change) => {
      const hunksIn = (admin: string, other: string) => apply({ [path]: views(admin, other) }, change).hunks;
      expect(hunksIn('admin', 'staff')).toMatchObject([{ at: 10, status: 'applied' }]);
      expect(hunksIn('staff', 'member')).toMatchObject([{ status: 'refused' }]);
      expect(hunksIn('anybody', 'member')).toMatchObject([{ status: 'refused' }]);
      expect(hunksIn('staff', 'anybody')).not.toMatchObject([{ status: 'applied' }]);
    });
  });

  describe('in another section than the outer one of several names', () => {
    const cards = (name: string) => `class Card:
    def fee(self):
        return 1


class Cash:
    def ${name}(self):
        if self.free:
            return 2


class Coin:
    def fee(self):
        return 3
`;
    const mapping = 'dev:\n  db:\n    port: 1\nprod:\n  sql:\n    port: 2\n';
    const fee = ['-        return 1', '+        return 0'];
    const chain = (heads: readonly string[], lines: readonly string[]) => patchOf(heads.join('\n@@ '), lines);
    const [klass, method] = ['class Cash:', '    def fee(self):'];

    test.each([
      ['the inner name is gone from it', cards('cost'), chain([klass, method], fee), 'class Cash:'],
      ['names have no indentation', cards('cost'), chain([klass, 'def fee(self):'], fee), 'class Cash:'],
      [
        'the file lacks the inner name',
        cards('cost'),
        chain([klass, 'def price(self):'], fee),
        'class Cash:',
      ],
      [
        'the middle one of three is gone',
        cards('cost'),
        chain([klass, method, 'if self.free:'], fee),
        'if self.free:',
      ],
      [
        'the last one of three is gone',
        cards('fee'),
        chain([klass, method, 'while True:'], fee),
        'def fee(self):',
      ],
      [
        'the outer name is gone, and the inner one is there',
        cards('cost'),
        chain(['class Gone:', 'def cost(self):'], fee),
        'def cost(self):',
      ],
      [
        'it is a key of a mapping',
        mapping,
        chain(['prod:', '  db:'], ['-    port: 1', '+    port: 9']),
        'prod:',
      ],
      ['it is a diff', cards('cost'), diffOf(`@@ ${klass}\n@@ ${method}`, fee), 'class Cash:'],
      [
        'numbers are wrong',
        cards('cost'),
        diffOf(`@@ -90 +90 @@ ${klass}\n@@ ${method}`, fee),
        'class Cash:',
      ],
    ])('are not changed where %s', (_what, file, change, name) => {
      expect(refusalsOf(apply({ [path]: file }, change))).toMatchObject([
        { code: 'not_found', message: expect.stringContaining(`names "${name}", at line`) },
      ]);
    });

    test.each([
      ['has no inner name that the file has', [klass, 'def price(self):'], '            return 2', 9],
      [
        'is not in the file, as its inner one is not',
        ['class Gone:', 'def gone(self):'],
        '        return 1',
        3,
      ],
      ['is the last one that the file has', ['class Gone:', 'class Card:', 'gone:'], '        return 1', 3],
    ])('are changed where the outer name %s', (_what, heads, line, at) => {
      const change = chain(heads, [`-${line}`, `+${line}0`]);
      expect(apply({ [path]: cards('cost') }, change).hunks).toMatchObject([{ at, status: 'applied' }]);
    });

    test('are changed in the one of several outer sections that has the inner name', () => {
      const file = `${cards('fee')}\n${cards('cost').replaceAll(/return \d/g, 'return 7')}`;
      const lines = ['-            return 7', '+            return 0'];
      expect(apply({ [path]: file }, chain([klass, 'def cost(self):'], lines)).hunks).toMatchObject([
        { at: 24, status: 'applied' },
      ]);
      expect(refusalsOf(apply({ [path]: file }, chain([klass, method], lines)))).toMatchObject([
        { code: 'not_found' },
      ]);
    });

    test('are changed under the inner name below an outer one that heads nothing', () => {
      const file = `import cards\n\n\n${cards('cost')}`;
      const at = (name: string) =>
        apply(
          { [path]: file },
          chain(['import cards', name], ['-            return 2', '+            return 0']),
        );
      expect(at('class Cash:').hunks).toMatchObject([{ at: 12, status: 'applied' }]);
      expect(refusalsOf(at('class Coin:'))).toMatchObject([{ code: 'not_found' }]);
    });
  });

  test('are changed below an anchor that heads nothing, however far', () => {
    const file = `import one from 'one';\nimport two from 'two';\nimport three from 'three';\n${before}`;
    expect(apply({ [path]: file }, patchOf("import one from 'one';", hunk)).hunks).toMatchObject([{ at: 5 }]);
  });

  test('are changed where a hunk begins at the end of the section that git names', () => {
    const lines = [
      ' }',
      ' ',
      '-export async function readPage(request) {',
      '+async function readPage(request) {',
    ];
    const newer = `\n\n\n${before.replace('return json', 'log();\n  log();\n  log();\n  log();\n  return json')}`;
    expect(apply({ [path]: newer }, diffOf(`@@ -5,3 +5,3 @@ ${order}`, lines)).hunks).toMatchObject([
      { at: 12, status: 'applied' },
    ]);
  });

  test('are changed in a section that starts within the hunk', () => {
    const lines = [
      ' }',
      ' ',
      ` ${page}`,
      '   const session = await sessionOf(request);',
      '-  if (session.isguest) return forbidden();',
    ];
    expect(apply({ [path]: before }, patchOf(page, lines)).hunks).toMatchObject([
      { at: 5, status: 'applied' },
    ]);
  });
});
