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
 * Does the line say that something is as it was, in words that comments have for other reasons too? In the place of several
 * lines it stands for them.
 */
export function mayBeElision(line: string): boolean {
  const remark = remarkOn(line);
  return remark !== null && remark.words.split(' ').length <= MAX_WORDS && AS_IT_WAS.test(remark.words);
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
  // A call with dots for its arguments ends with a bracket.
  const isBetweenDots = /^(?:\.{3}|…).*(?:\.{3}|…)$/.test(text);
  // `...rest` is an argument; an elision has a space, or is a comment, or stands in brackets.
  const isApart = isComment || /^[([<]/.test(text) || /^(?:\.{3,}|…)\s/.test(text);
  return isApart
    ? {
        words: inner
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
        hasDots,
        isBetweenDots,
      }
    : null;
}

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

const DOTS = /\.{3}|…/;

function isSaid({ words, hasDots, isBetweenDots }: Remark): boolean {
  if (words.split(' ').length > MAX_WORDS) return false;
  if (isBetweenDots) return true;
  return hasDots ? LEFT_OUT.test(words) || LEFT_OUT_ELSEWHERE.test(words) : UNCHANGED.test(words);
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
