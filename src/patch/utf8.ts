/**
 * The text of UTF-8 bytes to the character, a byte order mark included: what was hashed, entered into the log or
 * announced must be what is read here. What is no UTF-8 becomes U+FFFD.
 */
export function textOfUtf8(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
