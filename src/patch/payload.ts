import { parseJson } from './json-text.ts';

/**
 * The payload that a text stands for: the form's box, an input, or a file may hold an envelope, the whole body of the
 * dispatch around it, or only a patch.
 */
export function payloadOf(text: string): unknown {
  const parsed = parseJson(text);
  if (!parsed.ok || !isObject(parsed.value)) {
    return { patch: text };
  }
  const { event_type: type, client_payload: payload, ...rest } = parsed.value;
  const isDispatch = typeof type === 'string' && isObject(payload) && Object.keys(rest).length === 0;
  return isDispatch ? payload : parsed.value;
}

function isObject(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
