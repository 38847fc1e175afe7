/**
 * The path that a word names: bare, in marks such as `[src/a.ts]` and `"src/a.ts"`, before a comma, or as the value of an
 * attribute, `file=src/a.ts`. null: it is not plainly a path.
 */
export function pathInWord(word: string): string | null {
  const attribute = attributeIn(word);
  if (attribute !== null) return pathInAttribute(word);
  const path = withoutMarks(word);
  return isPlainPath(path) ? path : null;
}

/** Of `file=src/a.ts` and its like. */
export function pathInAttribute(word: string): string | null {
  const attribute = attributeIn(word);
  if (attribute === null || !namesFile(attribute) || /\s/.test(attribute.value)) return null;
  return isPlainPath(attribute.value) ? attribute.value : null;
}

export type Attribute = { readonly name: string; readonly value: string };

/** `title="src/a.ts"`, also behind a language (`js:title=src/a.ts`) and as an option. A folder may have such a name, too. */
export function attributeIn(word: string): Attribute | null {
  const at = word.indexOf('=');
  const before = word.slice(0, Math.max(0, at));
  if (before === '' || /[/\\]/.test(before)) return null;
  const name = before
    .slice(before.lastIndexOf(':') + 1)
    .replace(/^-{1,2}/, '')
    .toLowerCase();
  return { name, value: withoutMarks(word.slice(at + 1).replace(/^["'{]|["'}]$/g, '')) };
}

/** Is it an attribute that says which file something is? */
export function namesFile({ name }: Attribute): boolean {
  return NAMES.has(name.replaceAll(/[_-]/g, ''));
}

const NAMES: ReadonlySet<string> = new Set([
  'title',
  'file',
  'filename',
  'filepath',
  'path',
  'name',
  'label',
  'caption',
  'source',
  'src',
  'target',
  'targetfile',
  'targetpath',
]);

/**
 * Could it hardly be anything but a name? Not with marks at an end of it, with half a pair of brackets, or with what no
 * name has that people choose. Brackets are part of names as in `app/[slug]/(tabs)/page.tsx`.
 */
export function isPlainPath(text: string): boolean {
  if (!/^[\p{L}\p{N}._/\\@([{+$~]/u.test(text) || /["'*,;]$/.test(text)) return false;
  if (/["<>|*?`]/.test(text) || text.includes('](') || attributeIn(text) !== null) return false;
  if (isMention(text)) return false;
  return !(/^[([{]/.test(text) && /[)\]}]$/.test(text)) && hasPairs(text);
}

/** As in a chat, `@src/a.ts`; `@types/a.d.ts` and the like are names. */
function isMention(text: string): boolean {
  const [first = '', ...rest] = text.split('/');
  return first.startsWith('@') && (rest.length === 0 || USUAL.has(first.slice(1).toLowerCase()));
}

/** Folders in which a repository has its code. With `@` before them they are no folders, nor is `@` alone. */
const USUAL: ReadonlySet<string> = new Set(
  '. .. app apps bin client cmd config docs examples internal lib libs packages public scripts server source src test tests web'
    .split(' ')
    .concat(''),
);

function hasPairs(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closing = BRACKETS.get(character);
    if (closing !== undefined) open.push(closing);
    else if (/[)\]}]/.test(character) && open.pop() !== character) return false;
  }
  return open.length === 0;
}

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Without the pairs of marks around all of it. Where brackets stand within brackets, either may be part of a name. */
function withoutMarks(word: string): string {
  let text = word;
  for (let [before, round] = ['', 0]; before !== text && round < MOST_MARKS; round += 1) {
    before = text;
    if (/[^,;][,;]$/.test(text)) text = text.slice(0, -1);
    for (const [open, close] of MARKS) {
      const inside = text.slice(open.length, -close.length);
      const isPair = text.startsWith(open) && text.endsWith(close) && inside !== '';
      if (isPair && !(isBracket(open) && /[()[\]{}]/.test(inside)) && !isOwn(open, inside)) text = inside;
    }
  }
  return text;
}

/** Marks in marks, such as quotes in braces. */
const MOST_MARKS = 4;

const MARKS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
  ['<', '>'],
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
];

function isBracket(mark: string): boolean {
  return BRACKETS.has(mark);
}

/** Names may begin and end with `_`, or be one word in brackets; around a path these are marks. */
function isOwn(mark: string, inside: string): boolean {
  return (mark.startsWith('_') || isBracket(mark)) && !/[./]/.test(inside);
}
