import { gunzipSync, gzipSync } from "node:zlib";

// src/io/packed-text.ts
/**
* A text as it travels in the output of a job: zipped, in base64. null: it is longer than `limit` characters then.
* Reading it back is bounded, because whoever wrote it may not mean well.
*/
function packText(text, limit) {
	const packed = gzipSync(Buffer.from(text, "utf8"), { level: 9 }).toString("base64");
	return packed.length > limit ? null : packed;
}
/** null: it is no packed text, or one of more than `limit` bytes. */
function unpackText(packed, limit) {
	try {
		return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: limit }).toString("utf8");
	} catch {
		return null;
	}
}

export { unpackText as n, packText as t };