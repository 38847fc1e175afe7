import { createHash } from "node:crypto";

// src/io/file-mode.ts
function parseMode(digits) {
	const mode = Number.parseInt(digits, 8);
	switch (mode & TYPE_BITS) {
		case 16384: return "040000";
		case 40960: return "120000";
		case 57344: return "160000";
		case 32768: return (mode & OWNER_EXECUTES) === 0 ? "100644" : "100755";
		default: throw new Error(`${digits} is no file mode that git knows.`);
	}
}
const TYPE_BITS = 61440;
const OWNER_EXECUTES = 64;

// src/io/object-id.ts
function objectId(type, bytes) {
	return createHash("sha1").update(`${type} ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

export { parseMode as n, objectId as t };