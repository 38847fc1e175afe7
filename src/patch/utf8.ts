/**
 * The text of UTF-8 bytes to the character, a byte order mark included: what was hashed, entered into the log or
 * announced must be what is read here. What is no UTF-8 becomes U+FFFD.
 */
export function textOfUtf8(bytes: Uint8Array): string {
  return DECODER.decode(bytes);
}

/**
 * The same of what somebody sent. null: they are no UTF-8, and read as such, letters would become U+FFFD in the files
 * that it writes, while it all goes well.
 */
export function readUtf8(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const STRICT = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
