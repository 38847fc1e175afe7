/** Does a line end with what a block begins with in most languages, so that the next line is deeper? */
export function opensBlock(line: string): boolean {
  return OPENS_BLOCK.test(line.slice(-LONGEST_END).trimEnd());
}

const OPENS_BLOCK = /[{[(:]$|[=-]>$|\b(?:then|do|else|begin|try)$/;

/** Characters at the end of a line that are looked at; spaces behind its text among them. */
const LONGEST_END = 40;
