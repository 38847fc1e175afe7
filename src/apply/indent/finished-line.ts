/**
 * Is a line a statement that ends with it and begins no block, so that nothing below it can be deeper? `below`: the next
 * line, with which a statement may go on that has no mark at its end.
 */
export function isFinished(line: string, below: string): boolean {
  const text = line.trim();
  if (COMMENT.test(text) || !isBalanced(text)) return false;
  if (text.endsWith(';') || CLOSED_TAG.test(text)) return true;
  return LEAVES.test(text) && !goesOn(text) && !BEGINS_AMID.test(below.trimStart());
}

/** Does a trimmed line end with what no statement ends with, such as an operator or a bracket that opens? */
export function goesOn(text: string): boolean {
  return GOES_ON.test(text.slice(-1));
}

const COMMENT = /^(?:\/\/|\/?\*|#|--|;|["'`])/;

const CLOSED_TAG = /^<[^<>]+>[^<>]*<\/[^<>]+>$|^<[^<>]*\/>$/;

/** What leaves its block, or does nothing. */
const LEAVES = /^(?:return|break|continue|raise|throw|pass|next|redo|exit)\b/;

const GOES_ON = /[-+*/%=<>&|^,.?\\([{:]/;

/** With what an expression goes on; what closes a bracket does not, as none is open. */
const BEGINS_AMID = /^(?:[.?:+*/%=<>&|^,"'`#]|-[^-\w]|(?:and|or|not|in|is|as|if|unless|else|where)\b)/;

function isBalanced(text: string): boolean {
  let open = 0;
  for (const char of text) {
    if ('([{'.includes(char)) open += 1;
    else if (')]}'.includes(char)) open -= 1;
  }
  return open === 0;
}
