import { parseJson } from './json-text.ts';

/** The payload that a text stands for: the form's box, an input, or a file may hold an envelope or only a patch. */
export function payloadOf(text: string): unknown {
  const parsed = parseJson(text);
  return parsed.ok &&
    typeof parsed.value === 'object' &&
    parsed.value !== null &&
    !Array.isArray(parsed.value)
    ? parsed.value
    : { patch: text };
}
