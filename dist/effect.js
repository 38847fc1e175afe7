import { n as lineNumbering, t as compareLines } from "./line-diff.js";
import { Buffer } from "node:buffer";

// src/apply/generated/effect.ts
const MAX_EFFECT_CHARACTERS = 8388608;
const EFFECT_MODES = [
	"100644",
	"100755",
	"120000",
	"160000"
];
function formatEffect(files) {
	const effect = {
		version: 1,
		files: files.map(({ path, mode, before, after }) => ({
			path,
			mode,
			edits: after === null ? [] : editsBetween(linesOf(before), linesOf(after))
		}))
	};
	return JSON.stringify(effect);
}
function formatTooLarge(files) {
	return JSON.stringify({
		version: 1,
		tooLarge: { files }
	});
}
function linesOf(bytes) {
	return Buffer.from(bytes ?? []).toString("latin1").match(LINE) ?? [];
}
const LINE = /[^\n]*\n|[^\n]+$/g;
function editsBetween(before, after) {
	const numbered = lineNumbering();
	const { spans } = compareLines(numbered(before), numbered(after));
	return spans.map(({ start, end, newStart, newEnd }) => [
		start,
		end - start,
		after.slice(newStart, newEnd).join("")
	]);
}

export { linesOf as a, formatTooLarge as i, MAX_EFFECT_CHARACTERS as n, formatEffect as r, EFFECT_MODES as t };