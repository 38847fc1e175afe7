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
  /** `open`: a fence is not closed. `nested`: one stands in a list, whose end only a whole Markdown parser finds. */
  | { readonly ok: false; readonly why: 'open' | 'nested' };

/** Parts a text into prose and fences by the rules of CommonMark. Its lines end in `\n`. Linear in the text. */
export function partFences(text: string): FencedText {
  const parts: (Fence | string)[] = [];
  let fence: OpenFence | null = null;
  let htmlEnd: RegExp | null = null;
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
    htmlEnd ??= htmlEndOf(line);
    if (htmlEnd !== null) {
      htmlEnd = htmlEnd.test(line) ? null : htmlEnd;
      continue;
    }
    if (LISTED_FENCE.test(line)) {
      return { ok: false, why: 'nested' };
    }
    fence = openedBy(line);
    if (fence === null && !QUOTATION.test(line)) {
      parts.push(line);
    }
  }
  return fence === null ? { ok: true, parts } : { ok: false, why: 'open' };
}

type OpenFence = {
  readonly mark: string;
  readonly indent: number;
  readonly info: string;
  readonly lines: string[];
};

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

/** What ends the HTML that begins on this line, perhaps on this very line; null: it begins none. */
function htmlEndOf(line: string): RegExp | null {
  return HTML.find(({ start }) => start.test(line))?.end ?? null;
}

/** CommonMark's kinds of HTML; the last one is a little wider there, and ends at the next empty line here too. */
const HTML: readonly { readonly start: RegExp; readonly end: RegExp }[] = [
  { start: /^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^ {0,3}<!--/, end: /-->/ },
  { start: /^ {0,3}<\?/, end: /\?>/ },
  { start: /^ {0,3}<![a-z]/i, end: />/ },
  { start: /^ {0,3}<!\[CDATA\[/, end: /\]\]>/ },
  { start: /^ {0,3}<\/?[a-z][a-z\d-]*(?:[\s/>]|$)/i, end: /^[ \t]*$/ },
];

const QUOTATION = /^ {0,3}>/;

const LISTED_FENCE = /^ {0,3}(?:[-*+]|\d{1,9}[.)]) +(?:`{3}|~{3})/;
