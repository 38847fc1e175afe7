import { saysCut } from './cut-mark.ts';

/**
 * Does the line stand for lines that were left out, such as `...`, `// ... existing code ...` or
 * `# rest unchanged`? Spread arguments and sentences that end with dots do not.
 */
export function isElision(line: string): boolean {
  const remark = remarkOn(line);
  return remark !== null && (remark.words === '' || isSaid(remark));
}

/** A bare `...` is a statement in Python, and ends a document in YAML; words mean the same everywhere. */
export function isWordedElision(line: string): boolean {
  const remark = remarkOn(line);
  return remark !== null && remark.words !== '' && isSaid(remark);
}

/**
 * Does the line say that something is as it was or was cut, in words that files have for other reasons too? In the place of
 * several lines it stands for them. `isProse`: the file is a document.
 */
export function mayBeElision(line: string, { isProse }: { readonly isProse: boolean }): boolean {
  if (line.length > MAX_CHARACTERS) return false;
  const trimmed = line.trim();
  const { text, isComment } = withoutComment(trimmed);
  // What a docstring says, it says of the code.
  if (trimmed.startsWith('"""') || !(isComment || isEnclosed(text))) return false;
  const words = wordsOf(withoutPadding(text).text);
  if (words.split(' ').length > MAX_WORDS) return false;
  if (isComment && AS_IT_WAS.test(words)) return true;
  if (BETWEEN_DOTS.test(text) && (isProse ? UNCHANGED.test(words) : saysLeftOut(words))) return true;
  // A line of a longer comment may end a sentence of it.
  return saysCut(words, { isComment, isProse: isProse || trimmed.startsWith('*') });
}

/** The words of a line that is a comment, or stands between brackets or dots, and nothing else; null: it is neither. */
export function remarkWords(line: string): string | null {
  if (line.length > MAX_CHARACTERS) return null;
  const { text, isComment } = withoutComment(line.trim());
  return isComment || isEnclosed(text) ? wordsOf(text) : null;
}

/** Do the words say, in two or more, that code stays as it is? One alone, such as `...existing`, is a name as well. */
export function saysAsItWas(text: string): boolean {
  const words = wordsOf(text);
  const count = words.split(' ').length;
  return count > 1 && count <= MAX_WORDS && (UNCHANGED.test(words) || AS_IT_WAS.test(words));
}

/** Between brackets or dots, with nothing but words in them: `…42 tokens truncated…`, `...[truncated]`, `< lines 20-50 >`. */
function isEnclosed(text: string): boolean {
  const { text: inner } = withoutPadding(text);
  const hasEnds = /^(?:\.{3}|…|[([<])/.test(text) && /(?:\.{3}|…|[)\]>])$/.test(text);
  return hasEnds && /^[\p{L}\p{M}\p{N} ,:–—'’-]+$/u.test(inner);
}

type Remark = {
  /** In lower case, without comment marks, dots and brackets. */
  readonly words: string;
  readonly hasDots: boolean;
  /** Dots stand at both of its ends. */
  readonly isBetweenDots: boolean;
};

/** null: the line is code, or a sentence. */
function remarkOn(line: string): Remark | null {
  if (line.length > MAX_CHARACTERS || !/[\p{L}.…]/u.test(line)) return null;
  const { text, isComment } = withoutComment(line.trim());
  const { text: inner, dropped } = withoutPadding(text);
  if (inner === '') return DOTS.test(dropped) ? { words: '', hasDots: true, isBetweenDots: false } : null;
  // "Wait for the rest..." is a sentence; an elision begins with its dots.
  const hasDots = DOTS.test(text.slice(0, text.indexOf(inner)));
  // The last words of a sentence that a longer comment has.
  if (!hasDots && line.trim().startsWith('*') && text.endsWith('.')) return null;
  // A call with dots for its arguments ends with a bracket.
  const isBetweenDots = BETWEEN_DOTS.test(text);
  // `...rest` is an argument; an elision has a space, or is a comment, or stands in brackets.
  if (!isComment && SPREAD.test(text)) return null;
  const isApart = isComment || (/^[([<]/.test(text) && !QUOTED.test(text)) || /^(?:\.{3,}|…)\s/.test(text);
  return isApart
    ? {
        words: wordsOf(inner),
        hasDots,
        isBetweenDots,
      }
    : null;
}

export function wordsOf(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** `[...existing, item]` and `(...rest) => {` are code; `[...existing code]` is none. */
const SPREAD = /^[([]\.{3}[\p{L}_$][\p{L}\p{N}_$.]*\s*(?:[,:=?]|[)\]]\s*\S)/u;

/** A string in a list or in the arguments of a call: `['keep-existing', 'keep'],`. */
const QUOTED = /[([{,:=]\s?(?:'[^']|"[^"]|`[^`])/;

/** An elision is one short remark; a longer line says more than that. */
const MAX_CHARACTERS = 200;

/** The line without what makes it a comment, whatever the language: models take the wrong one too. */
function withoutComment(line: string): { text: string; isComment: boolean } {
  const opener = COMMENT_OPENERS.find((start) => line.startsWith(start)) ?? '';
  const rest = line.slice(opener.length);
  const closer = COMMENT_CLOSERS.find((end) => rest.endsWith(end)) ?? '';
  return { text: rest.slice(0, rest.length - closer.length).trim(), isComment: opener !== '' };
}

/** Longer ones before those that they begin with. */
const COMMENT_OPENERS = [
  '{/*',
  '<!--',
  '///',
  '//',
  '/**',
  '/*',
  '##',
  '#',
  '--',
  ';;',
  ';',
  '%',
  '*',
  '"""',
];

const COMMENT_CLOSERS = ['*/}', '-->', '*/', '"""'];

/** The text without the dots, spaces and brackets at its ends. */
function withoutPadding(text: string): { text: string; dropped: string } {
  let start = 0;
  let end = text.length;
  while (start < end && PADDING.includes(text.charAt(start))) start += 1;
  while (end > start && PADDING.includes(text.charAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), dropped: `${text.slice(0, start)} ${text.slice(end)}` };
}

const PADDING = '.… \t()[]<>';

const BETWEEN_DOTS = /^(?:\.{3}|…).*(?:\.{3}|…)$/;

const DOTS = /\.{3}|…/;

function isSaid({ words, hasDots, isBetweenDots }: Remark): boolean {
  if (words.split(' ').length > MAX_WORDS) return false;
  if (isBetweenDots) return true;
  return hasDots ? saysLeftOut(words) : UNCHANGED.test(words);
}

function saysLeftOut(words: string): boolean {
  return LEFT_OUT.test(words) || LEFT_OUT_ELSEWHERE.test(words);
}

/** "the rest of the class body stays exactly the same as before" has twelve. */
const MAX_WORDS = 12;

/** Behind dots one of these words is enough; between dots any are, in whatever language. */
const LEFT_OUT =
  /\b(?:rest|remaining|remainder|existing|others?|previous|unchanged|same|snip|snipped|omitted|elided|truncated|code|lines|contents?|imports|methods|functions|brevity|before|as is)\b/;

/** The same in Spanish, Portuguese, French, German, Italian, Russian, Chinese, Japanese and Korean. */
const LEFT_OUT_ELSEWHERE =
  /(?<!\p{L})(?:resto|restante|existentes?|sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|reste|existante?s?|inchangée?s?|sans changements?|rest|restlicher?|bestehender?|unverändert(?:er)?|bleibt|vorhandener?|esistent[ei]|invariat[oaie]|senza modifiche|остальн\p{L}*|существующ\p{L}*|без изменений|не изменил\p{L}*)(?!\p{L})|其余|其他|其它|剩余|現有|现有|原有|不变|不變|保持|省略|既存|残り|変更なし|そのまま|同じ|나머지|기존|변경 ?없음|그대로|생략|동일/u;

/** Without dots the whole remark must say that something is left as it is: a comment may speak of existing code too. */
const UNCHANGED =
  /^(?:(?:the )?(?:rest|remainder)(?: of [a-z0-9 ]+)? (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here)|(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:file|code|function|method|class|module|component|content|implementation|script|config|document|body)|(?:the |all )?(?:existing|remaining|previous|other) (?:code|imports|methods|functions|lines|content)(?: (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here))?|(?:code |lines )?unchanged(?: code| lines)?|snip|snipped|(?:code |lines )?omitted(?: for brevity)?|no changes(?: here)?|same as before|keep (?:the )?existing [a-z ]+)$/;

const CODE =
  '(?:code|implementation|logic|body|contents?|lines?|loop|methods?|functions?|class|imports?|handlers?|section|part|block|file|stuff)';

const AS_IT_WAS = new RegExp(
  [
    `(?:(?:your|my|our|the|all|this|that) )*(?:existing|original|current|previous|remaining|other|same|unchanged) (?:[a-z0-9]+ ){0,2}${CODE}(?: (?:goes|is|stays|remains))?(?: here| above| below)?`,
    `(?:(?:the|this|that|your) )?(?:[a-z0-9]+ ){0,3}(?:is |are |stays? |remains? |left |kept )?(?:unchanged|unmodified|the same|as (?:before|is|it (?:is|was)))`,
    `no (?:further |other )?changes?(?: (?:here|needed|required|necessary|above|below|(?:to|in|for) (?:this|the) [a-z0-9]+))*`,
    `same as (?:above|before|original)`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);
