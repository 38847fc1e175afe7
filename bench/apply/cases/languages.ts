import type { Random } from '../random.ts';

/** A language to generate files in: `block` is one function, section or entry, lines of its own. */
export type Language = {
  readonly extension: string;
  readonly block: (random: Random) => readonly string[];
};

export const LANGUAGES: readonly Language[] = [
  { extension: '.ts', block: (random) => braced(random, '  ') },
  { extension: '.js', block: (random) => braced(random, '\t') },
  { extension: '.py', block: indented },
  { extension: '.yml', block: settings },
  { extension: '.md', block: prose },
  { extension: '.css', block: rules },
];

// biome-ignore format: one word a line says no more
const WORDS = [
  'account', 'batch', 'buffer', 'cache', 'cart', 'channel', 'client', 'cursor', 'draft', 'event',
  'filter', 'folder', 'header', 'index', 'invoice', 'label', 'ledger', 'limit', 'message', 'number',
  'order', 'owner', 'page', 'parser', 'price', 'query', 'queue', 'record', 'report', 'request',
  'result', 'retry', 'session', 'signal', 'stock', 'table', 'ticket', 'timer', 'token', 'window',
];

const VERBS = [
  'add',
  'apply',
  'build',
  'check',
  'close',
  'count',
  'find',
  'load',
  'open',
  'read',
  'send',
  'write',
];

/** A name of two words. */
export function nameFrom(random: Random): string {
  return `${random.pick(VERBS)}${capital(random.pick(WORDS))}`;
}

function braced(random: Random, step: string): readonly string[] {
  const argument = random.pick(WORDS);
  const body = Array.from({ length: random.int(2, 5) }, () => statement(random, argument)).flat();
  const head = [
    `/** ${sentence(random)} */`,
    `export function ${nameFrom(random)}(${argument}, options = {}) {`,
  ];
  const result = random.chance(0.5) ? [`return ${argument};`] : ['return null;'];
  return [...head, ...[...body, ...result].map((line) => indent(line, step)), '}'];
}

function statement(random: Random, argument: string): readonly string[] {
  const [word, other] = [random.pick(WORDS), random.pick(WORDS)];
  return random.pick<() => readonly string[]>([
    () => [`const ${word} = ${nameFrom(random)}(${argument}, ${random.int(0, 99)});`],
    () => [`if (${argument}.${word} === undefined) {`, '\treturn null;', '}'],
    () => [
      `for (const ${word} of ${argument}.${other}s) {`,
      `\t${nameFrom(random)}(${word}, '${random.pick(WORDS)} "${other}"');`,
      '\tif (options.strict) {',
      `\t\tthrow new Error('${sentence(random)}');`,
      '\t}',
      '}',
    ],
    () => [`${argument}.${word} = {`, `\t${other}: ${random.int(0, 999)},`, '\tstrict: true,', '};'],
    () => [`// ${sentence(random)}`, `${argument}.${word} += ${random.int(1, 9)};`],
    () => [''],
  ])();
}

function indented(random: Random): readonly string[] {
  const [word, other] = [random.pick(WORDS), random.pick(WORDS)];
  const name = `${random.pick(VERBS)}_${random.pick(WORDS)}`;
  const lines = [
    `def ${name}(self, ${word}, ${other}=None):`,
    `\t"""${sentence(random)}"""`,
    `\tif ${other} is None:`,
    `\t\t${other} = self.${random.pick(WORDS)}[${random.int(0, 99)}]`,
    `\tfor ${word} in ${other}:`,
    '\t\ttry:',
    `\t\t\tself.${name}(${word}, '${random.pick(WORDS)}')`,
    '\t\texcept ValueError:',
    `\t\t\treturn ${random.chance(0.5) ? 'None' : random.int(0, 9)}`,
    ...(random.chance(0.5) ? ['', `\t# ${sentence(random)}`] : []),
    `\treturn ${word}`,
  ];
  return lines.map((line) => indent(line, '    ').slice(line === '' ? 0 : 4));
}

function settings(random: Random): readonly string[] {
  const entries = Array.from({ length: random.int(2, 5) }, () => [
    `  - name: ${sentence(random)}`,
    `    uses: ${random.pick(WORDS)}/${random.pick(WORDS)}@v${random.int(1, 9)}`,
    '    with:',
    `      ${random.pick(WORDS)}: ${random.int(0, 99)}`,
    '      strict: true',
  ]);
  return [
    `${random.pick(WORDS)}_${random.int(0, 99)}:`,
    `  runs-on: ${random.pick(WORDS)}`,
    '  steps:',
    ...entries.flat(),
  ];
}

function prose(random: Random): readonly string[] {
  const paragraph = () =>
    Array.from({ length: random.int(1, 4) }, () => `${sentence(random)} ${sentence(random)}`);
  const list = Array.from({ length: random.int(0, 4) }, () => `- ${sentence(random)}`);
  return [
    `## ${capital(random.pick(VERBS))} the ${random.pick(WORDS)}`,
    '',
    ...paragraph(),
    '',
    ...list,
    ...paragraph(),
  ];
}

function rules(random: Random): readonly string[] {
  const one = () => `  ${random.pick(['margin', 'padding', 'width', 'gap'])}: ${random.int(0, 9)}px;`;
  return [
    `.${random.pick(WORDS)}-${random.pick(WORDS)} {`,
    ...Array.from({ length: random.int(1, 5) }, one),
    '}',
  ];
}

/** `It’s` and `–` are there because keyboards make others of them. */
function sentence(random: Random): string {
  const [verb, word, other] = [random.pick(VERBS), random.pick(WORDS), random.pick(WORDS)];
  return random.pick([
    `${capital(verb)} the ${word} before the ${other}.`,
    `It’s the ${other} that the ${word} needs – always.`,
    `Don't ${verb} a ${word} without its ${other}.`,
    `${capital(word)} ${random.int(1, 99)} is not a "${other}".`,
  ]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Tabs at the beginning become one `step` each, after one more. */
function indent(line: string, step: string): string {
  if (line === '') return '';
  const tabs = /^\t*/.exec(line)?.[0].length ?? 0;
  return step.repeat(tabs + 1) + line.slice(tabs);
}
