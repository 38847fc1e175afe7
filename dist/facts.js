import { J as readControl, qt as REF_PREFIX } from "./context.js";
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

// src/stages/watch/facts.ts
function readable(records) {
	return records.filter((listed) => listed.ok);
}
/** What stops patches onto the default branch now; null: nothing does. */
function stopOf({ control, now, records, defaultBranch }) {
	if (control === null && records.length === 0) return null;
	const { state } = readControl(control, now, { branch: defaultBranch });
	return state === "running" ? null : state;
}
/** A run works on it, or is meant to. */
function isUnderWay({ state }) {
	return state === "applied" || state === "publishing";
}
/** What people do with its pull request is still to come. */
function awaitsPeople({ state, outcome, pullRequest }) {
	if (state !== "done" || outcome === void 0 || pullRequest === void 0) return false;
	switch (outcome.kind) {
		case "merged":
		case "closed":
		case "reverted":
		case "superseded": return false;
		case "conflict": return outcome.reason !== "pull_request_closed";
		default: return true;
	}
}
/** Its pull request shows what was tested. */
function isProposed({ state, outcome }) {
	return state === "done" && (outcome?.kind === "opened" || outcome?.kind === "updated");
}
function fateOf(record, run, now) {
	const late = now >= new Date(record.deadline);
	if (run === null || isBehind(run, record.run)) return { kind: late ? "lost" : "alive" };
	return run.status === "completed" ? {
		kind: "ended",
		run
	} : { kind: "alive" };
}
/** GitHub's answer is about an attempt before the one that the record names. */
function isBehind(run, named) {
	return run.attempt < named.attempt;
}

export { readable as a, WATCH_REF as c, isUnderWay as i, formatWatchEntry as l, fateOf as n, stopOf as o, isProposed as r, MAX_INCIDENT_TEXT as s, awaitsPeople as t, parseWatchEntry as u };