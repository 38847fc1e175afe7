/**
 * The lines of a stream as they were sent. Node's own reader makes U+FFFD of what is no UTF-8, and ends a line at U+2028
 * too, which a text in JSON may hold as it is.
 *
 * @param longest In bytes. Of a longer line come its first `longest` + 1 bytes and, where there are more, its last
 * `ending`; no more of it is kept.
 */
export async function* linesOf(
  source: AsyncIterable<Uint8Array>,
  longest: number = Number.POSITIVE_INFINITY,
  ending = 0,
): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let room = longest + 1;
  let last: Uint8Array = NOTHING;
  const keep = (part: Uint8Array) => {
    if (room > 0 && part.length > 0) {
      begun.push(part.subarray(0, room));
    }
    if (ending > 0 && part.length > room) {
      last = Buffer.concat([last, part.subarray(Math.max(0, room)).subarray(-ending)]).subarray(-ending);
    }
    room = Math.max(0, room - part.length);
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield Buffer.concat([...begun, last]);
      begun = [];
      last = NOTHING;
      room = longest + 1;
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  yield Buffer.concat([...begun, last]);
}

const NOTHING = new Uint8Array();

const LINE_FEED = 0x0a;
