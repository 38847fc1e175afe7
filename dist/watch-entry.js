import { Wt as REF_PREFIX } from "./context.js";
import { f as number, g as string, h as strictObject, l as literal, n as _enum, o as int, r as array, t as datetime } from "./zod.js";

// src/record/watch-entry.ts
/** What the watch remembers from pass to pass; the newest commit's message is the entry. Deleting it loses no patch. */
const WATCH_REF = `${REF_PREFIX}watch`;
const INCIDENT_KEYS = [
	"canary",
	"control",
	"records",
	"unsettled",
	"backlog"
];
/** A headline for whoever reads the log, then the entry. Throws where it holds what could not be read back. */
function formatWatchEntry(entry) {
	const checked = entrySchema.parse(entry);
	const open = checked.incidents.map(({ key }) => key).join(", ");
	return `${open === "" ? "watch" : `watch: ${open}`}\n\n${WATCH_KEY}${JSON.stringify(checked)}\n`;
}
/** null: there is none, or it can't be read; the watch then begins anew. */
function parseWatchEntry(message) {
	if (message === null || message.length > MAX_CHARACTERS) return null;
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(WATCH_KEY));
	if (line === void 0) return null;
	try {
		return entrySchema.parse(JSON.parse(line.slice(WATCH_KEY.length)));
	} catch {
		return null;
	}
}
/** Sentences in an entry are cut to this by whoever makes one. */
const MAX_INCIDENT_TEXT = 1e3;
/** More than a full entry holds; whatever is longer was not written by us. */
const MAX_CHARACTERS = 5e4;
const WATCH_KEY = "Ghost-Watch: ";
const time = datetime();
const name = string().min(1).max(MAX_INCIDENT_TEXT);
const entrySchema = strictObject({
	version: literal(1),
	lease: strictObject({
		run: name,
		until: time
	}).exactOptional(),
	incidents: array(strictObject({
		key: _enum(INCIDENT_KEYS),
		since: time,
		sentence: string().max(MAX_INCIDENT_TEXT),
		slack: strictObject({
			channel: name,
			ts: name
		}).exactOptional(),
		issue: strictObject({
			number: int().min(1),
			url: name
		}).exactOptional()
	})).max(INCIDENT_KEYS.length),
	canary: strictObject({
		since: time,
		sent: strictObject({
			id: name,
			at: time
		}),
		arrived: strictObject({
			id: name,
			at: time,
			seconds: number().min(0)
		}).exactOptional()
	}).exactOptional()
});

export { parseWatchEntry as i, WATCH_REF as n, formatWatchEntry as r, MAX_INCIDENT_TEXT as t };