/** Does a line end with what a block begins with in most languages, so that the next line is deeper? */
export function opensBlock(line: string): boolean {
  return OPENS_BLOCK.test(line.slice(-LONGEST_END).trimEnd());
}

const OPENS_BLOCK = /[{[(:]$|[=-]>$|\b(?:then|do|else|begin|try)$/;

/** Characters at the end of a line that are looked at; spaces behind its text among them. */
const LONGEST_END = 40;

/** Does a line begin with what ends a block that stands above it? */
export function closesBlock(line: string): boolean {
  return CLOSES_BLOCK.test(line.trimStart());
}

const CLOSES_BLOCK = /^(?:[\]})]|<\/|(?:end|fi|done|esac)\b)/;

/** Does a line begin a text of several lines that is no code, whose lines are what they are, and not end it? */
export function opensText(line: string): boolean {
  const marks = line.match(TEXT_MARKS) ?? [];
  return marks.length % 2 === 1 || HERE_DOCUMENT.test(line);
}

const TEXT_MARKS = /"""|'''|`/g;

const HERE_DOCUMENT = /<<[-~]?["']?[A-Z]{2}/;
