import { MAX_PATCH_TEXT_BYTES } from '../../patch/limits.ts';

/** Bytes that a call has besides its patch. */
const MAX_WRAPPING_BYTES = 65_536;

/** Bytes of one message of a client, by whichever transport it comes. */
export const MAX_MESSAGE_BYTES = MAX_PATCH_TEXT_BYTES + MAX_WRAPPING_BYTES;
