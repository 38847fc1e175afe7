/**
 * May a browser take what stands below this HTML for a part of it? Markdown ends a block of HTML at an empty line, and
 * a browser goes on until the tag, the comment or the quotation mark is closed, so that a fence below becomes a part of
 * an attribute that nobody sees. What is not plain in both readings may hide: only whole tags and comments do not, as
 * long as pages show what stands in them. Linear in the text.
 */
export function mayHideWhatFollows(html: string): boolean {
  for (let at = nextTag(html, 0); at !== -1; ) {
    WHOLE.lastIndex = at;
    const [whole, name = ''] = WHOLE.exec(html) ?? [];
    if (whole === undefined || UNSHOWN.has(name.toLowerCase())) {
      return true;
    }
    at = nextTag(html, at + whole.length);
  }
  return false;
}

/**
 * The same of a line of words. A tag that is not whole is text there. What begins with some marks ends later for Markdown
 * than for a browser, which then reads a tag in the rest of it, and so it does in the attributes of a tag that GitHub
 * shows as text. `mayBeCode`: a piece of code may have begun above it, so that nobody can tell what of it is code.
 */
export function wordsMayHide(line: string, mayBeCode: boolean): boolean {
  const words = mayBeCode || leavesCodeOpen(line) ? line : line.replaceAll(/`[^`]*`/g, ' ');
  return (
    /<\?|<!\[CDATA\[|--!>/i.test(line) || SHOWN_WITH_ATTRIBUTES.test(line) || UNSHOWN_IN_WORDS.test(words)
  );
}

/** Whether a piece of code may go on in the next line; what is not plain may. */
export function leavesCodeOpen(line: string): boolean {
  return /``|\\`/.test(line) || line.split('`').length % 2 === 0;
}

/** Tags that GitHub shows as text. */
const SHOWN_TAGS = 'iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp';

const SHOWN_WITH_ATTRIBUTES = new RegExp(`<(?:${SHOWN_TAGS})(?:\\s[^<>"']*)?(?:["']|$)`, 'i');

/** Where a browser begins a tag, a comment or the like; -1: nowhere. */
function nextTag(html: string, from: number): number {
  TAG.lastIndex = from;
  return TAG.exec(html)?.index ?? -1;
}

const TAG = /<[a-z/!?]/gi;

/** Whole for Markdown and browsers alike. */
const WHOLE = new RegExp(
  [
    /<!--(?!-?>)(?:(?!--!?>)[^])*-->/,
    /<![a-z][^<>"']*>/,
    /<\/[a-z][a-z\d-]*\s*>/,
    /<([a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/,
    /<[a-z][\w.+-]*[:@][^\s<>"']*>/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iy',
);

const OTHERS = 'audio|canvas|datalist|dialog|math|noscript|object|rp|select|svg|template|video';

/** Elements whose content a browser does not show as it stands there, or not always. */
const UNSHOWN: ReadonlySet<string> = new Set(`${SHOWN_TAGS}|${OTHERS}`.split('|'));

const UNSHOWN_IN_WORDS = new RegExp(`<(?:${OTHERS})(?=[\\s/>]|$)`, 'i');
