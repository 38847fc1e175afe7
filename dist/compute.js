import { I as planApply, Jt as REF_PREFIX, K as readControl, at as versions, rt as judgePlaced, st as placePatch, u as screen } from "./context.js";
import { _ as templateLiteral, f as number, g as string, h as strictObject, l as literal, n as _enum, o as int, r as array, t as datetime, y as union } from "./zod.js";
import { i as createTwoFilesPatch } from "./line-diff.js";
import { isUtf8 } from "node:buffer";

// src/report/unified-diff.ts
/** A unified diff of every file. What is binary, or would take too long to compare, is only named. */
function diffFiles(files) {
	let [left, room] = [MAX_STEPS, MAX_CHARACTERS$1];
	return files.map((file) => {
		const { text, steps } = formatFile(file, left);
		left -= steps;
		room -= text.length;
		return withDiff(file, room < 0 ? `${headsOf(file)}Too much differs to be shown\n` : text);
	});
}
/** All of them in one text. */
function joinDiffs(diffs) {
	return diffs.map(({ unified }) => unified).join("");
}
function withDiff(file, unified) {
	const { path, from, before, unread, after } = file;
	const kind = before === null && unread === void 0 ? "new" : after === null ? "deleted" : from === void 0 ? "changed" : "moved";
	return {
		path,
		...from === void 0 ? {} : { from },
		kind,
		unified
	};
}
/** Characters of all diffs together: a few lines may be megabytes long, and nobody reads more. */
const MAX_CHARACTERS$1 = 2e6;
/**
* Steps in which all files together are compared. Two that differ in n lines take the square of n, so that a patch of
* a few words could keep whoever shows it busy for minutes.
*/
const MAX_STEPS = 4e6;
/** Beyond so many lines of a new file, or of one that is gone, a diff is no help. */
const MAX_LINES = 5e3;
const CONTEXT_LINES = 3;
function formatFile(file, left) {
	const { path, from = path, before, unread, after } = file;
	const [oldName, newName] = namesOf(file);
	const heads = headsOf(file);
	if (unread !== void 0) return {
		text: `${heads}Not shown: ${from} has ${unread} bytes\n`,
		steps: 0
	};
	if (left <= 0 && before !== null && after !== null) return {
		text: `${heads}Too many lines differ to be shown\n`,
		steps: 0
	};
	const [oldText, newText] = [textOf(before), textOf(after)];
	if (oldText === null || newText === null) return {
		text: `${heads}Binary files differ\n`,
		steps: 0
	};
	const isOneSided = oldText === "" || newText === "";
	const most = isOneSided ? MAX_LINES : Math.floor(Math.sqrt(Math.max(0, left)));
	const text = createTwoFilesPatch(oldName, newName, oldText, newText, void 0, void 0, {
		context: CONTEXT_LINES,
		maxEditLength: most,
		headerOptions: {
			includeIndex: false,
			includeUnderline: false,
			includeFileHeaders: true
		}
	});
	const differing = text === void 0 ? most : countDiffering(text);
	return {
		text: text ?? `${heads}Too many lines differ to be shown\n`,
		steps: isOneSided ? differing : differing ** 2
	};
}
function headsOf(file) {
	const [oldName, newName] = namesOf(file);
	return `--- ${oldName}\n+++ ${newName}\n`;
}
function namesOf({ path, from = path, before, unread, after }) {
	return [before === null && unread === void 0 ? "/dev/null" : `a/${from}`, after === null ? "/dev/null" : `b/${path}`];
}
/** The two lines with the names are among them. */
function countDiffering(diff) {
	return diff.match(/^[-+]/gm)?.length ?? 0;
}
function textOf(bytes) {
	if (bytes === null) return "";
	return isUtf8(bytes) && !bytes.includes(0) ? new TextDecoder().decode(bytes) : null;
}

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
function lostRunKey(run) {
	return `run ${run}`;
}
function isLostRun(key) {
	return key.startsWith("run ");
}
/** Each has an issue of its own; of more that are open at once, the others are told as these end. */
const MOST_LOST_RUNS = 20;
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
		key: union([_enum(INCIDENT_KEYS), templateLiteral(["run ", int().min(1)])]),
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
	})).max(INCIDENT_KEYS.length + 20),
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

// src/stages/compute.ts
/** Done where it is called. */
function createCompute(secrets) {
	return {
		plan: (input) => screen(secrets, planApply(input), input),
		show: async (input) => show(input),
		diff: async (files) => diffFiles(files)
	};
}
function show({ patch, config, snapshot, judged }) {
	const placed = placePatch(patch, config, snapshot);
	if (!placed.ok) return placed;
	const { base, changes, hunks } = placed;
	const { refusals } = judged ? judgePlaced(config.policy, placed) : { refusals: [] };
	return refusals.length > 0 ? {
		ok: false,
		outcome: {
			kind: "refused",
			refusals
		},
		hunks
	} : {
		ok: true,
		files: diffFiles(changes.map((change) => versions(change, base))),
		hunks
	};
}

export { isUnderWay as a, MAX_INCIDENT_TEXT as c, isLostRun as d, lostRunKey as f, isProposed as i, WATCH_REF as l, joinDiffs as m, awaitsPeople as n, readable as o, parseWatchEntry as p, fateOf as r, stopOf as s, createCompute as t, formatWatchEntry as u };