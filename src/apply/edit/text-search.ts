/**
 * Where a text that is not empty stands in another one, in order; those that overlap an earlier one too.
 *
 * In time linear in both, whatever they are: the engine's own search takes the product of their lengths for long texts
 * of one letter, which for the largest patch is an hour.
 */
export function* placesIn(text: string, find: string, from = 0): Generator<number> {
  let at = text.indexOf(find.slice(0, SHORT), from);
  // What a place costs that is none after all: its beginning is there, and all of it may be but for the last letter.
  for (let left = text.length; at !== -1 && (find.length <= SHORT || left >= 0); left -= find.length) {
    if (text.startsWith(find, at)) yield at;
    at = text.indexOf(find.slice(0, SHORT), at + 1);
  }
  if (at !== -1) yield* placesByPrefixes(text, find, at);
}

/** The first of them; null: there is none. */
export function firstPlaceIn(text: string, find: string): number | null {
  for (const at of placesIn(text, find)) return at;
  return null;
}

/** Characters up to which the engine looks for a text with tables for all of it. */
const SHORT = 64;

/** Reads each character of the text once (Knuth, Morris and Pratt 1977). */
function* placesByPrefixes(text: string, find: string, from: number): Generator<number> {
  const prefixes = prefixesOf(find);
  let length = 0;
  for (let at = from; at < text.length; at += 1) {
    length = grown(find, { prefixes, length, code: text.charCodeAt(at) });
    if (length < find.length) continue;
    yield at - find.length + 1;
    length = prefixes[length - 1] ?? 0;
  }
}

/** For each beginning of a text the length of the longest shorter one that it ends with. */
function prefixesOf(find: string): Int32Array {
  const prefixes = new Int32Array(find.length);
  for (let at = 1; at < find.length; at += 1)
    prefixes[at] = grown(find, { prefixes, length: prefixes[at - 1] ?? 0, code: find.charCodeAt(at) });
  return prefixes;
}

type Reached = { readonly prefixes: Int32Array; readonly length: number; readonly code: number };

/** The length of the longest beginning of `find` that stands before and with the next character. */
function grown(find: string, { prefixes, length, code }: Reached): number {
  let reached = length;
  while (reached > 0 && find.charCodeAt(reached) !== code) reached = prefixes[reached - 1] ?? 0;
  return find.charCodeAt(reached) === code ? reached + 1 : reached;
}
