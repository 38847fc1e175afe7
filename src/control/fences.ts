import { leavesCodeOpen, mayHideWhatFollows, wordsMayHide } from './html-above.ts';

/** A fenced block of a comment, as GitHub shows it: not one in a quotation, in HTML, or in another fence. */
export type Fence = {
  /** What stands behind the opening mark. */
  readonly info: string;
  /** Without the indentation that the opening mark has. */
  readonly lines: readonly string[];
};

export type FencedText =
  | {
      readonly ok: true;
      /** In their order. Prose is one entry for each line, and HTML and quotations are left out. */
      readonly parts: readonly (Fence | string)[];
    }
  /**
   * `open`: a fence is not closed. `nested`: one, or HTML, stands in a list, and `html`: a tag stands right below words.
   * Whether that is shown, and where it ends, only a whole Markdown parser finds. `hidden`: HTML above a fence, or the
   * definition of a link or a footnote, may hide it, or a line above it, from everybody who looks at the page.
   */
  | { readonly ok: false; readonly why: 'open' | 'nested' | 'html' | 'hidden' };

/**
 * Parts what stands below a line of words, such as a command, into prose and fences by the rules of CommonMark; where they are not plain,
 * it is refused. Its lines end in `\n`. Linear in the text.
 *
 * The fences of models are read otherwise, by patch/formats/fences.ts, which takes what is nearly one: there nobody has
 * seen them rendered, while here what is taken must be what everybody was shown.
 */
export function partFences(text: string, words: string): FencedText {
  const parts: (Fence | string)[] = [];
  let fence: OpenFence | null = null;
  let html: OpenHtml | null = null;
  let above: Above = {
    words: true,
    list: false,
    insideHtml: false,
    code: leavesCodeOpen(words),
    bracket: false,
    hides: wordsMayHide(words, false),
  };
  for (const line of text.split('\n')) {
    if (fence !== null) {
      if (closes(line, fence)) {
        parts.push({ info: fence.info, lines: fence.lines });
        fence = null;
      } else {
        fence.lines.push(withoutIndent(line, fence.indent));
      }
      continue;
    }
    if (html !== null) {
      html.lines.push(line);
    } else {
      const kind = htmlBegunBy(line);
      fence = kind === null ? openedBy(line) : null;
      const block = kind ?? fence;
      const why = block === null ? null : doubtAbout(line, block, above);
      if (why !== null || LISTED_FENCE.test(line)) {
        return { ok: false, why: why ?? 'nested' };
      }
      if (kind !== null) {
        html = { end: kind.end, lines: [line] };
      } else if (fence === null && !QUOTATION.test(line)) {
        parts.push(line);
      }
      const insideHtml = above.insideHtml || (isInside(line, above) && BEGINS_WITH_TAG.test(line));
      const words = block === null && !BLANK.test(line);
      const bracket = words && (beginsWithBracket(line, above) || (above.words && above.bracket));
      above = {
        words,
        bracket,
        code: words && (above.code || leavesCodeOpen(line)),
        list: above.list || LIST.test(line),
        insideHtml,
        hides:
          above.hides ||
          (bracket && line.includes(']:')) ||
          FOOTNOTE.test(line) ||
          (block === null && lineMayHide(line, { ...above, insideHtml })),
      };
    }
    if (html?.end.test(line) === true) {
      above = { ...above, hides: above.hides || mayHideWhatFollows(html.lines.join('\n')) };
      html = null;
    }
  }
  return fence === null ? { ok: true, parts } : { ok: false, why: 'open' };
}

/** What stands above a line. */
type Above = {
  /** Right above it. */
  readonly words: boolean;
  /** The others anywhere. */
  readonly list: boolean;
  /** HTML in a list or a quotation. */
  readonly insideHtml: boolean;
  /** Right above it, a piece of code that may not be over. */
  readonly code: boolean;
  /** Right above it, words that begin with a bracket, as those of a link's definition do, of which a page shows nothing. */
  readonly bracket: boolean;
  /** HTML or a definition that may hide what follows. */
  readonly hides: boolean;
};

type OpenFence = {
  readonly mark: string;
  readonly indent: number;
  readonly info: string;
  readonly lines: string[];
};

/** Lines of HTML, and what the last of them holds. */
type OpenHtml = { readonly end: RegExp; readonly lines: string[] };

/** Why it can't be told where what begins here ends, whether it begins at all, or whether anybody sees it. */
function doubtAbout(
  line: string,
  block: Html | OpenFence,
  { words, list, hides }: Above,
): 'nested' | 'html' | 'hidden' | null {
  if (list && LISTED.test(line)) {
    return 'nested';
  }
  if (hides && 'mark' in block) {
    return 'hidden';
  }
  return words && 'start' in block && block.start === ANY_TAG ? 'html' : null;
}

/** Do words begin here that may define a link? Others than their first line does not, but for one in a list. */
function beginsWithBracket(line: string, { words }: Above): boolean {
  return (!words || LIST.test(line)) && line.replace(MARKS, '').startsWith('[');
}

/** Of lists and quotations. */
const MARKS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/;

/** A page shows it at its end, if anything refers to it. */
const FOOTNOTE = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*\[\^[^\]]*\]:/;

/** Where HTML in a list or a quotation ends is not looked for: each later line in one may be a part of it, and its last. */
function lineMayHide(line: string, above: Above): boolean {
  return above.insideHtml && isInside(line, above)
    ? mayHideWhatFollows(line)
    : wordsMayHide(line, above.code);
}

/** In a quotation or a list. */
function isInside(line: string, { list }: Above): boolean {
  return QUOTATION.test(line) || LIST.test(line) || (list && LISTED.test(line));
}

/** Behind the marks of lists and quotations. */
const BEGINS_WITH_TAG = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*<[a-z/!?]/i;

function openedBy(line: string): OpenFence | null {
  const [, indent = '', mark = '', info = ''] = OPENING.exec(line) ?? [];
  return mark === '' || (mark.startsWith('`') && info.includes('`'))
    ? null
    : { mark, indent: indent.length, info: info.trim(), lines: [] };
}

const OPENING = /^( {0,3})(`{3,}|~{3,})(.*)$/;

/** Of the same character, and at least as long. */
function closes(line: string, { mark }: OpenFence): boolean {
  const [, closing = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
  return closing.startsWith(mark);
}

function withoutIndent(line: string, indent: number): string {
  let at = 0;
  while (at < indent && line.charAt(at) === ' ') at += 1;
  return line.slice(at);
}

type Html = { readonly start: RegExp; readonly end: RegExp };

/** The HTML that begins on this line, and perhaps ends on it; null: it begins none. */
function htmlBegunBy(line: string): Html | null {
  return HTML.find(({ start }) => start.test(line)) ?? null;
}

const BLANK = /^[ \t]*$/;

/** Tags that make a block of HTML wherever they stand. */
const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** Any other tag that is whole and alone on its line; below words it is a part of them. */
const ANY_TAG =
  /^ {0,3}<(?:\/[a-z][a-z\d-]*[ \t]*|[a-z][a-z\d-]*(?:[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?)>[ \t]*$/i;

/** CommonMark's kinds of HTML. */
const HTML: readonly Html[] = [
  { start: /^ {0,3}<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^ {0,3}<!--/, end: /-->/ },
  { start: /^ {0,3}<\?/, end: /\?>/ },
  { start: /^ {0,3}<![a-z]/i, end: />/ },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^ {0,3}</?(?:${BLOCK_TAGS})(?:[ \\t]|/?>|$)`, 'i'), end: BLANK },
  { start: ANY_TAG, end: BLANK },
];

const QUOTATION = /^ {0,3}>/;

const LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

/** What stands so far to the right may belong to an item of a list above. */
const LISTED = /^ {2}/;

const LISTED_FENCE = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:`{3}|~{3})/;
