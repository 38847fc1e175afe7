/** A line that begins, divides or ends a SEARCH/REPLACE block. */
export type BlockMarker = {
  readonly role: 'search' | 'divider' | 'replace';
  /** How many characters it is drawn with. */
  readonly length: number;
  /** What stands behind the word of the first line: a path, with some models. */
  readonly rest: string;
};

/** As aider, Cline and Roo write them: `<<<<<<< SEARCH`, `------- SEARCH`; `=======`; `>>>>>>> REPLACE`, `+++++++ REPLACE`. */
export function blockMarker(line: string): BlockMarker | null {
  const first = line.charAt(0);
  if (first === '' || !'<>=-+'.includes(first)) return null;
  const match = MARKER.exec(line.trimEnd());
  if (match === null) return null;
  const [, search, divider, replace, rest = ''] = match;
  const drawn = search ?? divider ?? replace ?? '';
  const role = search === undefined ? (divider === undefined ? 'replace' : 'divider') : 'search';
  return { role, length: drawn.length, rest: rest.trim() };
}

const MARKER =
  /^(?:(<{5,9}|-{5,9}) ?(?:SEARCH|ORIGINAL)\b>?|(={5,9})$|(>{5,9}|\+{5,9}) ?(?:REPLACE|UPDATED)\b>?)(.{0,1024})$/;

/** Lines of a block's content that would be markers are written with a backslash before them. */
export function withoutEscape(line: string): string {
  return line.startsWith('\\') && ESCAPED.test(line) ? line.slice(1) : line;
}

const ESCAPED = /^\\(?:<{5,9}|>{5,9}|={5,9}|-{5,9}|\+{5,9}|:(?:start|end)_line:)/;
