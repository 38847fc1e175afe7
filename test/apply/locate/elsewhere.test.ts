import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { SentChange } from '../../patch/patches.ts';
import { apply, refusalsOf, textsOf } from '../sources.ts';

const path = 'users.js';

const update = `export async function updateUser(request, user) {
  const session = await sessionOf(request);
  if (session.role !== 'admin') {
    return forbidden('Only admins may do that');
  }
  await users.save({ ...user, changedBy: session.login });
  return noContent();
}
`;

/** What the patch is written for; since then somebody has reworded the line that it removes. */
const read = `export async function readUser(request, id) {
  const session = await sessionOf(request);
  if (session.role !== 'admin') {
    return forbidden('Only admins may look at users');
  }
  const user = await users.find(id);
  return user === null ? notFound() : json(user);
}
`;

const far = Array.from({ length: 60 }, (_, at) => `const route${at} = '/routes/${at}';\n`).join('');

const head = ' export async function readUser(request, id) {';
const above = ['   const session = await sessionOf(request);', "   if (session.role !== 'admin') {"];
const change = [
  "-    return forbidden('Only admins may do that');",
  "+    audit.note(session, 'looked at a user');",
  '   }',
];
const below = ['   const user = await users.find(id);', '   return user === null ? notFound() : json(user);'];

function diffOf(header: string, lines: readonly string[]): SentChange {
  return { kind: 'diff', diff: `--- a/${path}\n+++ b/${path}\n${[header, ...lines].join('\n')}\n` };
}

function editOf(lines: readonly string[]): SentChange {
  const side = (without: string) =>
    lines
      .filter((line) => !line.startsWith(without))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  return { kind: 'edit', path, find: side('+'), replace: side('-') };
}

function patchOf(anchor: string, lines: readonly string[]): SentChange {
  const body = [anchor, ...lines].join('\n');
  return { kind: 'apply_patch', patch: `*** Begin Patch\n*** Update File: ${path}\n${body}\n*** End Patch` };
}

describe('apply, where the lines to be removed stand in another function only', () => {
  const whole = [head, ...above, ...change, ...below];
  const cases: readonly (readonly [string, SentChange])[] = [
    [
      'with the head of its own one, by git',
      diffOf('@@ -10,7 +10,7 @@ export async function updateUser(request, user) {', whole),
    ],
    ['with the head of its own one, and nothing that says where', diffOf('@@', whole)],
    ['with the head of its own one, and nothing below', diffOf('@@', [head, ...above, ...change])],
    ['with the head of its own one, as an edit', editOf(whole)],
    [
      'with the head of its own one, less indented',
      editOf([head, ...[...above, ...change].map((line) => line.replace(/^(.) {2}/, '$1'))]),
    ],
    ['with the head of its own one behind @@', patchOf(`@@${head}`, [...above, ...change, ...below])],
    ['with what comes after it in its own one', diffOf('@@', [...above, ...change, ...below])],
    [
      'with a head, and lines that it says to leave out',
      diffOf('@@', [head, '   // ... existing code ...', ...change]),
    ],
  ];

  describe.each([
    ['above', update + read],
    ['below', `${read}\n${update}`],
    ['far above', `${update}\n${far}\n${read}`],
    ['far below', `${read}\n${far}\n${update}`],
  ])('%s, a hunk', (_, text) => {
    test.each(cases)('is not placed in the other function: %s', (_told, hunk) => {
      const [refusal] = refusalsOf(apply({ [path]: text }, hunk));
      expect(refusal).toMatchObject({ code: 'not_found' });
    });

    test('is not placed in the other function: with a long head that is almost the same', () => {
      const long = (name: string) =>
        `function ${name}({ request, session, user, roles, clock }: UpdateOrReadRequest, log: Log): Response | null {`;
      const heads = (code: string) =>
        code.replace(/export.*updateUser.*/, long('change')).replace(/export.*readUser.*/, long('changed'));
      const hunk = diffOf('@@', [` ${long('changed')}`, ...above, ...change]);
      const [refusal] = refusalsOf(apply({ [path]: heads(text) }, hunk));
      expect(refusal).toMatchObject({ code: 'not_found' });
    });

    test('is placed in its own one, where its line stands there too', () => {
      const own = text.replace('look at users', 'do that');
      const changed = textsOf(apply({ [path]: own }, diffOf('@@', whole)))[path];
      expect(changed).toBe(
        own.replace(/(readUser[^]*?)return forbidden.*/, "$1audit.note(session, 'looked at a user');"),
      );
    });
  });
});

test('a hunk about two places is not placed where it names a section that has neither', () => {
  const text = `${update.replace('  if', '  audit.note(session);\n  if')}\n${far}\n${read}\nexport function none() {\n  return 0;\n}\n`;
  const lines = [
    '   audit.note(session);',
    "   if (session.role !== 'admin') {",
    "-    return forbidden('Only admins may do that');",
    "+    return denied('Only admins may do that');",
    '   }',
    "     return forbidden('Only admins may look at users');",
    '   }',
    '-  const user = await users.find(id);',
    '+  const user = await users.get(id);',
    '   return user === null ? notFound() : json(user);',
  ];
  expect(apply({ [path]: text }, patchOf('@@', lines)).ok).toBe(true);
  const [refusal] = refusalsOf(apply({ [path]: text }, patchOf('@@ export function none() {', lines)));
  expect(refusal).toMatchObject({ code: 'not_found', message: expect.stringContaining('names "export') });
});

describe('apply, where blocks are not what braces and indentation alone say,', () => {
  const hunkOf = (...lines: readonly string[]) => diffOf('@@', lines);

  test('the end of a signature belongs to the function whose head stands above it', () => {
    const write = (name: string, type: string, last: string) =>
      `export function ${name}(\n  { owner, name }: Place,\n): ${type} {\n  const all = list(owner, name);\n  ${last}\n}\n`;
    const text = `${write('read', 'State', 'return all[0];')}\n${write('readAll', 'Answer', 'return all;')}`;
    const hunk = hunkOf(
      ' export function read(',
      '   { owner, name }: Place,',
      '-): Answer {',
      '+): Answer | null {',
      '   const all = list(owner, name);',
    );
    expect(refusalsOf(apply({ [path]: text }, hunk))).toMatchObject([{ code: 'not_found' }]);
  });

  test('a hunk that is indented less than the file leaves no block by that', () => {
    const indented = `class Users {\n${`${update}\n${read}`.replaceAll(/^(?=.)/gm, '  ')}}\n`;
    for (const text of [indented, indented.replace('look at users', 'do that').replace('do that', 'save')]) {
      const result = apply({ [path]: text }, editOf([head, ...above, ...change]));
      const other = text.slice(text.indexOf('updateUser'), text.indexOf('readUser'));
      expect(result.ok ? textsOf(result)[path] : text).toContain(other);
    }
  });

  test.each([
    ['open:', 'close:'],
    ['## Open', '## Stop'],
  ])('a heading counts that stands once, however short: %s', (own, other) => {
    const text = `${other}\n  first(limit);\n  count += 1;\n  last(limit);\n\n${own}\n  first(limit);\n  reworded();\n`;
    const hunk = hunkOf(` ${own}`, '   first(limit);', '-  count += 1;', '+  count += 2;', '   last(limit);');
    expect(refusalsOf(apply({ [path]: text }, hunk))).toMatchObject([{ code: 'not_found' }]);
  });

  test('a title of Markdown heads what stands below it', () => {
    const text =
      '# Shop\n\n## Start\n\nRun this:\n\n    npm run build\n\n## Test\n\nRun that:\n\n    npm test\n';
    const hunk = hunkOf(' ## Start', ' ', ' Run this:', ' ', '-    npm test', '+    npm run test');
    expect(refusalsOf(apply({ [path]: text }, hunk))).toMatchObject([{ code: 'not_found' }]);
  });

  const settings = (debug: string) => `host = "a"\nport = 80\ndebug = ${debug}\nlog = "x"\n`;
  test.each([
    ['[prod]', `[dev]\n${settings('true')}\n[prod]\n${settings('"off"')}`],
    ['[dev]', `[dev]\n${settings('"off"')}\n[prod]\n${settings('true')}`],
    ['[[prod]]', `[[dev]]\n${settings('true')}\n[[prod]]\n${settings('"off"')}`],
    ['# Prod', `# Dev\n\n${settings('true')}\n# Prod\n\n${settings('"off"')}`],
    ['prod:', `dev:\n${settings('true')}\nprod:\n${settings('"off"')}`],
  ])(
    'what stands below a heading of its own depth is not taken for that of another one: %s',
    (name, text) => {
      // A number that is right counts for more than a name above it.
      for (const at of name === '[dev]' ? ['@@'] : ['@@', '@@ -8,4 +8,4 @@']) {
        const lines = [' host = "a"', ' port = 80', '-debug = true', '+debug = false', ' log = "x"'];
        const diff = diffOf(`${at} ${name}`, lines);
        expect(refusalsOf(apply({ [path]: text }, diff))).toMatchObject([{ code: 'not_found' }]);
      }
    },
  );

  test.each(['@@ @@', '@@ ... @@', '@@ -? +? @@', '@@ -,+ @@'])(
    'a name counts behind a header without numbers: %s',
    (at) => {
      const text = `function dev() {\n  host();\n  debug(true);\n}\n\nfunction prod() {\n  host();\n  debug(1);\n}\n`;
      const diff = diffOf(`${at} function prod() {`, ['   host();', '-  debug(true);', '+  debug(false);']);
      expect(refusalsOf(apply({ [path]: text }, diff))).toMatchObject([{ code: 'not_found' }]);
    },
  );

  test('a hunk that says that it leaves lines out may go on in another function', () => {
    const hunk = hunkOf(
      '   await users.save({ ...user, changedBy: session.login });',
      ' // ... existing code ...',
      '-  const user = await users.find(id);',
      '+  const user = await users.get(id);',
      '   return user === null ? notFound() : json(user);',
    );
    expect(textsOf(apply({ [path]: update + read }, hunk))[path]).toContain('users.get(id)');
  });
});

/** Statements that any two functions may have in common. */
const statement: fc.Arbitrary<string> = fc.constantFrom(
  '  const session = await sessionOf(request);',
  '  const id = Number(request.params.id);',
  "  if (session.role !== 'admin') {",
  "    return forbidden('Only admins may do that');",
  '  }',
  '  await audit.note(session, id);',
  '  return json(await items.find(id));',
);

const twins = fc.record({
  lines: fc.array(statement, { minLength: 2, maxLength: 7 }),
  at: fc.nat(),
  below: fc.nat(3),
  isFirst: fc.boolean(),
  between: fc.constantFrom('', far),
});

test('no function is changed by a hunk that shows the head of another one, whatever they have in common', () => {
  fc.assert(
    fc.property(twins, ({ lines, at, below, isFirst, between }) => {
      const changed = at % lines.length;
      const [own, other] = ['export function own(request) {', 'export function other(request) {'];
      const reworded = lines.with(changed, '  // somebody was here');
      const mine = [own, ...reworded, '}', ''].join('\n');
      const theirs = [other, ...lines, '}', ''].join('\n');
      const hunk = [
        ` ${own}`,
        ...lines.slice(0, changed).map((line) => ` ${line}`),
        `-${lines[changed]}`,
        '+  throw new Error();',
        ...lines.slice(changed + 1, changed + 1 + below).map((line) => ` ${line}`),
      ];
      const text = isFirst ? `${mine}${between}${theirs}` : `${theirs}${between}${mine}`;
      const result = apply({ [path]: text }, diffOf('@@', hunk));
      expect(result.ok ? textsOf(result)[path] : text).toContain(theirs);
    }),
    { numRuns: 500 },
  );
});
