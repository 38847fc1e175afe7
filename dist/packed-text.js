import { gunzipSync, gzipSync } from "node:zlib";

// src/io/packed-text.ts
function packText(text, limit) {
	const packed = gzipSync(Buffer.from(text, "utf8"), { level: 9 }).toString("base64");
	return packed.length > limit ? null : packed;
}
function unpackText(packed, limit) {
	try {
		return gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: limit }).toString("utf8");
	} catch {
		return null;
	}
}

export { unpackText as n, packText as t };