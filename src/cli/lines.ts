/**
 * The lines of a stream as they were sent. Node's own reader makes U+FFFD of what is no UTF-8, and ends a line at U+2028
 * too, which a text in JSON may hold as it is.
 *
 * @param longest In bytes. Of a longer line come its first `longest` + 1 bytes, and no more of it is kept.
 */
export async function* linesOf(
  source: AsyncIterable<Uint8Array>,
  longest: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let room = longest + 1;
  const keep = (part: Uint8Array) => {
    if (room > 0 && part.length > 0) {
      begun.push(part.subarray(0, room));
      room -= part.length;
    }
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield Buffer.concat(begun);
      begun = [];
      room = longest + 1;
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  yield Buffer.concat(begun);
}

const LINE_FEED = 0x0a;
