import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { restRemarks } from '../../src/apply/rest-remark.ts';
import { apply } from '../../src/library/apply.ts';

/** As models say that what they left out stays. */
const PHRASES = `
Rest of your existing code...
(rest of file is unchanged from original)
The rest of the file is identical to the original
The rest of the code stays as it is
The rest remains the same as the original
Other methods remain the same as in the original file
The rest of the methods remain the same as in the original file
Everything else stays the same as the original file
Remaining methods are not changed
The other methods are not changed
Other functions stay as they are
Other methods stay as they were
Remaining methods as in the original
remaining code unchanged from original
Rest of the methods
and the remaining methods
No changes to clear() and first()
methods clear() and first() stay unchanged
everything below this line is unchanged
(unchanged below)
same as the original
See original file for the rest
Include the rest of your code here
All other methods remain unchanged
The rest of the code remains exactly the same as before
Remaining methods unchanged
rest unchanged
Rest of the class remains unchanged
Rest of the file stays the same
Rest of file unchanged
Rest of the code is the same as before
The rest of the class is unchanged
The rest of this file is unchanged
The remaining code stays the same
The remaining methods stay the same
Other methods unchanged
Other existing methods
Other existing methods remain unchanged
All remaining methods stay as before
All other code remains the same
All the other functions are the same
Existing methods unchanged
Existing methods remain as they are
Existing code continues here
Existing code below is unchanged
Your existing methods here
Keep the rest of the file as it was
Keep all other methods as they are
Keep the remaining methods unchanged
Keep existing clear() and first() methods
Leave the other methods untouched
Leave the rest of the class as is
clear() and first() unchanged
clear() and first() remain the same
clear and first are unchanged
clear(), first() - unchanged
clear() and first() omitted for brevity
clear() and first() as before
The methods clear() and first() are identical to the original
Methods below are unchanged
Methods below remain the same
Code below is unchanged
Code below this point is unchanged
Nothing below this line changes
Nothing else changes
Nothing changes below
No further changes below
No other changes in this file
No changes below this line
No changes to the other methods
No changes to the rest of the file
No modifications to the remaining methods
The following methods are unchanged
The following code is identical to the original
Unchanged methods below
Unchanged code below
Unchanged from the original
Same as original file
Same as in the original
Same code as before
Same methods as before
Same implementation as before
Same as the existing code
Original methods follow
Original code continues unchanged
Original implementation unchanged
Original code remains here
Previous methods remain unchanged
Previous code stays the same
As in the original file
As in the original
Rest as before
Rest as in original
Rest of the implementation is not shown
Rest of the methods are omitted for brevity
Remaining methods omitted
Remaining methods go here
Remaining implementation stays the same
Everything else is the same
Everything else remains as it was
Everything below stays as is
Add the rest of your methods here
Insert the remaining methods here
Copy the rest of the file from the original
Paste the rest of the original code here
the remainder of the class is unchanged
The remainder stays as is
the rest of the checkout logic is the same as before
Other code doesn't change
Other methods don't need any changes
All existing functionality is preserved
clear() stays as it was`
  .trim()
  .split('\n');

/** The same in other languages. */
const PHRASES_ELSEWHERE = `
其余代码不变
其余代码
现有代码
保持不变
其余方法保持原样
没有修改
既存のコード
残りのコードは変更なし
変更ありません
同じ
기존 코드
나머지 코드는 그대로 유지됩니다
코드 변경 없음
El resto del código sigue igual
Resto del código
Código existente
sin cambios
igual que antes
O restante do código permanece o mesmo
sem alterações
Le reste du code est identique
le reste du code
inchangé
der Rest bleibt unverändert
Bestehender Code
restlicher Code
die restlichen Methoden bleiben gleich
nicht geändert
Il resto del codice rimane invariato
senza modifiche
Остальной код
остальные методы не изменились
без изменений
El resto de las funciones no cambia
Le reste ne change pas
Der Rest bleibt wie er ist
Rest wie gehabt
il resto è uguale
以降は変更なし
以下略
中略
이하 동일
이하 생략
les autres méthodes restent les mêmes
suite du code inchangée
Rest des Codes
weitere Methoden unverändert
os demais métodos permanecem iguais
mismos métodos que antes
gli altri metodi restano uguali
остальной код не меняется
далее без изменений
以下は元のまま
それ以外は変更なし
중략
La función clear() sigue igual
A função clear() continua igual
La fonction first() ne change pas
clear() bleibt wie bisher
La funzione clear() rimane uguale
clear() 保持不变
clear() は変更なし
clear() 함수는 동일`
  .trim()
  .split('\n');

const BEFORE = `import { Item } from './item';

export class Cart {
  constructor(private items: Item[]) {}

  total(): number {
    let sum = 0;
    for (const item of this.items) sum += item.price;
    return round(sum);
  }

  clear(): void {
    this.items = [];
    this.open = false;
  }

  first(): Item | undefined {
    return this.items[0];
  }
}
`;

const GONE = BEFORE.slice(BEFORE.indexOf('  clear()'), BEFORE.lastIndexOf('}\n'));

/** The file with a remark for its last methods, and another price. */
function after(remark: string): string {
  return BEFORE.replace(GONE, remark).replace('item.price;', 'item.price * item.count;');
}

const fromTotal = (text: string) => text.slice(text.indexOf('  total()'));

const WAYS: { readonly [name: string]: (text: string) => string | object } = {
  'a whole file': (content) => ({ version: 1, changes: [{ kind: 'write', path: 'cart.ts', content }] }),
  'a whole file that grew elsewhere': (content) => ({
    version: 1,
    changes: [{ kind: 'write', path: 'cart.ts', content: `${'// more\n'.repeat(20)}${content}` }],
  }),
  'a code block': (text) => `cart.ts\n\`\`\`ts\n${text}\`\`\`\n`,
  'a block': (text) =>
    `cart.ts\n<<<<<<< SEARCH\n${fromTotal(BEFORE)}=======\n${fromTotal(text)}>>>>>>> REPLACE\n`,
  'an edit': (text) => ({
    version: 1,
    changes: [{ kind: 'edit', path: 'cart.ts', find: fromTotal(BEFORE), replace: fromTotal(text) }],
  }),
  'a diff': (text) =>
    `--- a/cart.ts\n+++ b/cart.ts\n@@\n${marked('-', fromTotal(BEFORE))}${marked('+', fromTotal(text))}`,
};

function marked(mark: string, text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `${mark}${line}\n`)
    .join('');
}

function codeOf(way: (text: string) => string | object, remark: string): string {
  const result = apply({ files: { 'cart.ts': BEFORE }, patch: way(after(remark)) });
  return result.ok ? 'applied' : (result.refusals[0]?.code ?? '');
}

describe.each(Object.entries(WAYS))('in %s', (_, way) => {
  test('a plain remark that the rest stays is refused in the place of the rest', () => {
    expect(PHRASES.length).toBeGreaterThan(100);
    const taken = PHRASES.filter((phrase) => codeOf(way, `  // ${phrase}\n`) !== 'elided_edit');
    expect(taken).toEqual([]);
  });

  test('so is one in another language', () => {
    const taken = PHRASES_ELSEWHERE.filter((phrase) => codeOf(way, `  // ${phrase}\n`) !== 'elided_edit');
    expect(taken).toEqual([]);
  });

  test('so is one of several lines', () => {
    for (const remark of [
      '  // The rest of the methods\n  // stay the same as before.\n',
      '  /*\n   * Other methods are not changed\n   */\n',
    ])
      expect([remark, codeOf(way, remark)]).toEqual([remark, 'elided_edit']);
  });
});

test.each([
  '// clear() and first() are in list.ts',
  '// The remaining methods moved to list.ts',
  '// Other carts are made by the shop',
  '// The rest of the arguments is passed on',
  '// the same price for all',
  '// Totals are kept in cents',
  '// Preise in Cent',
  '// cambios en el carrito',
  '// 变更',
  '// 변경',
  '// код функции',
  '// 其他文件',
  '// altri file',
  '// autre fichier',
  '// mismo',
  '// gleich',
])('a remark about the code may take the place of several lines: %s', (remark) => {
  for (const way of Object.values(WAYS)) expect(codeOf(way, `  ${remark}\n`)).toBe('applied');
});

test('a remark that names a rest is taken above code that is new, and told in an edit', () => {
  const patch =
    WAYS['an edit']?.(after('  // Rest of the methods\n  clear = () => this.list.clear();\n')) ?? '';
  expect(apply({ files: { 'cart.ts': BEFORE }, patch })).toMatchObject({
    ok: true,
    repairs: [
      expect.stringMatching(
        /^A remark in cart.ts takes the place of \d+ lines, .*"\/\/ Rest of the methods"$/,
      ),
    ],
  });
});

test.each([
  '// el mismo precio para todos los carritos',
  '// Функция clear() остаётся прежней, как в корзине',
])('a remark that says in other words too that something stays is told in an edit: %s', (remark) => {
  const patch = WAYS['an edit']?.(after(`  ${remark}\n`)) ?? '';
  expect(apply({ files: { 'cart.ts': BEFORE }, patch })).toMatchObject({
    ok: true,
    repairs: [expect.stringMatching(/^A remark in cart.ts takes the place of \d+ lines, /)],
  });
});

test('a mark for lines left out is refused in a whole file that grew elsewhere too', () => {
  for (const mark of [
    '// [30 more lines]',
    '// your existing code here',
    '// 其余代码不变',
    '// loop stays the same',
  ])
    expect([mark, codeOf(WAYS['a whole file that grew elsewhere'] ?? String, `  ${mark}\n`)]).toEqual([
      mark,
      'elided_edit',
    ]);
});

test('a remark of an edit that may stand for lines, and may be about the code, is told', () => {
  for (const way of ['a block', 'an edit', 'a diff'])
    expect(
      apply({
        files: { 'cart.ts': BEFORE },
        patch: WAYS[way]?.(after('  // The remaining methods moved to list.ts\n')) ?? '',
      }),
    ).toMatchObject({
      ok: true,
      repairs: expect.arrayContaining([
        'A remark in cart.ts takes the place of 7 lines, which may have been meant to stay: "// The remaining methods moved to list.ts"',
      ]),
    });
});

test('a remark that takes no lines away, or one, or as many as others come for, is a line like others', () => {
  const [now, old] = [
    ['a', '// The rest stays as it is', 'b'],
    ['a', 'b'],
  ];
  expect(restRemarks(old, now, { isProse: false })).toEqual([]);
  expect(restRemarks(['a', 'x', 'b'], now, { isProse: false })).toEqual([]);
  expect(restRemarks(['a', 'x', 'y', 'b'], now, { isProse: false })).toMatchObject([
    { gone: 2, isSaid: true },
  ]);
  expect(restRemarks(['a', 'x', 'y', 'b'], ['a', now[1] ?? '', 'z', 'b'], { isProse: false })).toEqual([]);
  expect(restRemarks(['a', 'x', 'y', 'b', now[1] ?? ''], now, { isProse: false })).toEqual([]);
});

test('the headings of a document may say so, and its comments are remarks', () => {
  const old = ['a', 'x', 'y', 'b'];
  expect(restRemarks(old, ['a', '# The rest stays as it is', 'b'], { isProse: true })).toEqual([]);
  expect(restRemarks(old, ['a', '<!-- The rest stays as it is -->', 'b'], { isProse: true })).toHaveLength(1);
});

test('hardly a comment of real files would be refused in the place of the lines below it', () => {
  const root = join(import.meta.dirname, '../../node_modules');
  let count = 0;
  const found: string[] = [];
  for (const name of [
    'zod',
    'hono',
    'typescript/lib',
    'jest-config',
    'probot',
    'playwright-core/lib',
    'undici',
    'rolldown',
  ])
    for (const file of readdirSync(join(root, name), { recursive: true, encoding: 'utf-8' })) {
      if (!/\.[cm]?[jt]s$/.test(file)) continue;
      const text = readFileSync(join(root, name, file), 'utf8');
      if (text.length > 2_000_000) continue;
      const lines = text.split('\n');
      for (const [at, line] of lines.entries()) {
        const [above = '', below = ''] = [lines[at - 1], lines[at + 1]];
        if (!/^\s*\/\/ /.test(line) || /^\s*\/\//.test(above) || /^\s*\/\//.test(below)) continue;
        count += 1;
        const old = lines.slice(at + 1, at + 9);
        for (const { isSaid, line: remark } of restRemarks(old, [line], { isProse: false }))
          if (isSaid) found.push(remark);
      }
    }
  expect(count).toBeGreaterThan(6_000);
  expect(found.length / count).toBeLessThan(0.001);
});

test('half a megabyte of remarks takes well below a second', () => {
  for (const piece of ['// the rest of the code stays\n', '// rest\n', '// other code a\nb\n', 'the same '])
    for (const old of ['x\n', 'b\n', '// rest\nx\n']) {
      const [before, now] = [old, piece].map((text) => text.repeat(500_000 / text.length).split('\n'));
      const started = performance.now();
      restRemarks(before ?? [], now ?? [], { isProse: false });
      expect([piece, old, performance.now() - started < 1000]).toEqual([piece, old, true]);
    }
  const kept = Array.from({ length: 25_000 }, (_, at) => `f(${at});`);
  const started = performance.now();
  restRemarks(
    kept.flatMap((line) => [line, `a${line}`, `b${line}`]),
    kept.flatMap((line) => [line, '// rest']),
    { isProse: false },
  );
  expect(performance.now() - started).toBeLessThan(2000);
});
