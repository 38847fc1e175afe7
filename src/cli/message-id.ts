/**
 * The id of a request of JSON-RPC of which only the beginning and the end are known, for whoever waits for its answer.
 * null: neither shows it beyond doubt, as where a list or an object stands before it, or it is no request.
 *
 * @param line Valid JSON on one line, of which something in the middle may be missing.
 */
export function requestIdOf(line: Uint8Array): string | number | null {
  const beginning = new TextDecoder().decode(line.subarray(0, SEEN_BYTES));
  const ending = new TextDecoder().decode(line.subarray(-SEEN_BYTES));
  // An answer has an id too, and one with that would be taken for the end of something else.
  if (!METHOD_FIRST.test(beginning)) {
    return null;
  }
  const written = (ID_FIRST.exec(beginning) ?? ID_LAST.exec(ending))?.groups?.['id'];
  return written === undefined ? null : written.startsWith('"') ? written.slice(1, -1) : Number(written);
}

/** Bytes that are looked at of each end. */
export const SEEN_BYTES = 512;

/** Members of the outermost object before anything that has members of its own. */
const PLAIN = String.raw`^\s*\{\s*(?:"\w*"\s*:\s*(?:"[^"\\]*"|-?\d+|true|false|null)\s*,\s*)*?`;

/** What others count with, and what they draw by lot. */
const ID = String.raw`"id"\s*:\s*(?<id>-?\d{1,15}|"[^"\\]{1,200}")\s*`;

const METHOD_FIRST = new RegExp(String.raw`${PLAIN}"method"\s*:`);
const ID_FIRST = new RegExp(`${PLAIN}${ID},`);

/** The last brace closes the outermost object, and no text ends with a comma before a name. */
const ID_LAST = new RegExp(String.raw`,\s*${ID}\}\s*$`);
