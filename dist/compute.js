import { A as MAX_PATTERN_PROGRAM, C as MAX_HUNKS, D as MAX_PATHS_BYTES, O as MAX_PATH_BYTES, T as MAX_PATCH_BYTES, x as MAX_FILE_BYTES } from "./workflow.js";
import { $ as isWordedElision, $n as isSame$1, $t as summarizeChange, A as proseNote, C as amongGlobs, D as checkPath, E as sourceEntries, En as pullRequestOf, F as withoutNumbersOnBothSides, Fn as nextAttempt, G as checkRemovable, H as changesOf$2, Hn as cutLines$1, I as linesToRead, J as findText, Jn as canonicalJson, K as findFile, M as readBlocks, Mn as decideDelivery, N as readApplyPatch, Nn as isLive, O as readText, P as readUnifiedDiff, Pn as isOurs, Q as isElision, Qn as headsOf, Rn as cappedRefusals, S as judgePlaced, Sn as isTakenFromReview, T as FOLDER, U as checkFree, Un as stateOf, V as bytesOf$1, W as checkGrowth, X as putFile, Y as newWorkspace, Z as removeFile, Zn as gitHeadsOf, Zt as textOfUtf8, _ as ESCAPE_SOURCE, _n as sendersOf, an as readPrevious, ar as sameBytes, at as encodeText, b as unknownSecrets, br as parseConfig, ct as SAME_BUT_SPACE, dn as parseControl, dt as weightOf$1, en as versions, et as mayBeElision, fn as readControl, g as textOf$2, gr as recordRef, h as findInText, hn as isCarried, in as controlOf, ir as pathBytes, it as decodeText, j as partsOf, kr as sameLogin, lt as likeness, m as findInFile, ni as findCommands, nr as withDiff, nt as newSide, on as stoppedBy, ot as linesIn, q as findPlace, rn as branchRef, rr as parentsOf, rt as oldSide, st as replaceText, tr as namesOf, tt as linesOf$2, ut as profileOf, vr as REF_PREFIX, w as judgementOf, x as readPatch, y as secretWordsRefusal, yn as ownPullRequest } from "./context.js";
import { _ as templateLiteral, f as number, g as string, h as strictObject, l as literal, n as _enum, o as int, r as array, t as datetime, y as union$1 } from "./zod.js";
import { a as diffArrays, i as createTwoFilesPatch, n as lineNumbering, r as slideSpans, t as compareLines$1, x as shortSha } from "./line-diff.js";
import { n as RE2JSException, t as RE2JS } from "./re2js.js";
import { Buffer, isUtf8 } from "node:buffer";

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
/** Whether it is the canary that the watch sent, and not what somebody else sent under its name. */
function isSentCanary(sent, { id, digest }) {
	return sent?.id === id && (sent.digest === void 0 || sent.digest === digest);
}
/** A headline for whoever reads the log, then the entry. Throws where it holds what could not be read back. */
function formatWatchEntry(entry) {
	const checked = entrySchema.parse(entry);
	const open = checked.incidents.map(({ key }) => key).join(", ");
	return `${open === "" ? "watch" : `watch: ${open}`}\n\n${WATCH_KEY}${JSON.stringify(checked)}\n`;
}
/** null: there is none, or it can't be read; the watch then begins anew. */
function parseWatchEntry(message) {
	if (message === null || message.length > MAX_CHARACTERS$4) return null;
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
const MAX_CHARACTERS$4 = 5e4;
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
		key: union$1([_enum(INCIDENT_KEYS), templateLiteral(["run ", int().min(1)])]),
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
			at: time,
			digest: name.exactOptional()
		}),
		arrived: strictObject({
			id: name,
			at: time,
			seconds: number().min(0)
		}).exactOptional()
	}).exactOptional()
});

// src/stages/plan.ts
/** The same delivery refused after all, for what was found out beside the plan. */
function refuseInstead({ attempt, previous, channel, hunks }, refusals, input) {
	return stepAside({
		kind: "end",
		outcome: {
			kind: "refused",
			refusals: cappedRefusals(refusals)
		},
		hunks,
		attempt,
		previous: asFound$1(previous, input.snapshot, input.received.id),
		channel
	}, input);
}
/**
* What ends here must not take the record from a run that is still at work on it, nor from another patch that is held
* and has its work still to come. Except for what is held: that must be kept to be worked on later, and the other one
* steps aside for a revision.
*/
function stepAside(plan, input) {
	const { previous, channel } = plan;
	const isHeld = previous?.state === "held" && previous.digest !== input.received.digest;
	return plan.kind === "end" && previous !== null && (isHeld || isLive(previous, input)) && plan.outcome.kind !== "held" ? {
		kind: "skip",
		outcome: plan.outcome,
		previous,
		channel
	} : plan;
}
/** Everything that can be said before the patch is placed. */
function begin(input) {
	const { received, snapshot, run, now } = input;
	const parsed = parseConfig(snapshot.config);
	const channel = parsed.ok ? parsed.config.slack?.channel : void 0;
	const previous = readPrevious(snapshot, received.id);
	if (previous === "unreadable") return {
		kind: "skip",
		outcome: {
			kind: "crashed",
			stage: "apply",
			reason: `${recordRef(received.id)} can't be read as a record; move it away and send the patch again`
		},
		previous: null,
		channel
	};
	const decision = decideDelivery({
		digest: received.digest,
		...received.retry === void 0 ? {} : { retry: received.retry },
		...received.again === void 0 ? {} : { again: received.again },
		...received.behind === void 0 ? {} : { behind: received.behind },
		run,
		now,
		record: previous,
		branch: snapshot.refs.get(branchRef(received.id)) ?? null,
		...snapshot.pullRequest === void 0 ? {} : { pullRequest: snapshot.pullRequest }
	});
	const sending = readSending(input, previous);
	if (decision.kind === "end" && leavesRecord(decision.outcome)) return {
		kind: "skip",
		outcome: (decision.outcome.kind === "duplicate" && received.again !== true ? sending.turnedAwayFor : null) ?? decision.outcome,
		previous,
		channel
	};
	if (received.onRecord === true && !received.ok) return {
		kind: "skip",
		outcome: {
			kind: "refused",
			refusals: received.refusals
		},
		previous,
		channel
	};
	const attempt = decision.kind === "start" ? decision.attempt : nextAttempt(previous);
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous: asFound$1(previous, snapshot, received.id),
		channel
	});
	if (decision.kind === "end") return end(decision.outcome);
	const { branch, control, turnedAwayFor } = sending;
	if (turnedAwayFor !== null) return {
		kind: "skip",
		outcome: turnedAwayFor,
		previous,
		channel
	};
	const { base } = snapshot;
	if (control.state === "locked") return {
		...end(stoppedBy(control)),
		...base ? { base: {
			branch,
			sha: base.sha
		} } : {}
	};
	if (control.state !== "running" && received.ok && base !== null) return {
		...end(stoppedBy(control)),
		base: {
			branch,
			sha: base.sha
		}
	};
	if (!received.ok) return end({
		kind: "refused",
		refusals: received.refusals
	});
	if (!parsed.ok) return end({
		kind: "refused",
		refusals: parsed.refusals
	});
	return {
		patch: received.patch,
		config: parsed.config,
		attempt,
		previous: asFound$1(previous, snapshot, received.id),
		channel,
		end
	};
}
function readSending({ received, sender, snapshot, now }, previous) {
	const branch = (received.ok ? received.patch.base?.branch : void 0) ?? snapshot.defaultBranch;
	const known = previous?.digest === received.digest ? previous : null;
	const owners = known === null ? [] : sendersOf(known);
	const bringers = isCarried(received, known) ? [] : [sender, ...received.sentFor ?? []];
	const control = controlOf(snapshot, now, {
		branch,
		senders: [...owners, ...bringers]
	});
	const isOthers = owners.length > 0 && controlOf(snapshot, now, {
		branch,
		senders: owners
	}).state !== "locked";
	if (control.state === "locked" && isOthers) return {
		branch,
		control,
		turnedAwayFor: stoppedBy(control)
	};
	const isNew = bringers.some((name) => owners.every((owner) => !sameLogin(owner, name)));
	return {
		branch,
		control,
		turnedAwayFor: owners.length >= 50 && isNew && received.again !== true ? {
			kind: "refused",
			refusals: [sentByTooMany(received.id)]
		} : null
	};
}
/** The record says it all already, or is about a newer revision, or about what took another patch back. */
function leavesRecord(outcome) {
	return outcome.kind === "duplicate" || outcome.kind === "conflict" && STAYING.has(outcome.reason);
}
const STAYING = /* @__PURE__ */ new Set(["revised", "took_back"]);
function sentByTooMany(id) {
	return {
		code: "too_large",
		message: `${50} names or more stand on record for who sent this very patch as ${id}; send it under another id.`,
		data: { limit: 50 }
	};
}
/**
* Where the branch is ours as it stands, that is its head, also where the record does not know it yet, and so is the pull
* request that a process had just opened when it died: a revision onto another base would look for it there in vain.
*/
function asFound$1(previous, snapshot, id) {
	const branch = snapshot.refs.get(branchRef(id)) ?? null;
	if (previous === null || branch === null || !isOurs(branch, previous)) return previous;
	const own = ownPullRequest({
		record: previous,
		branch,
		pullRequest: snapshot.pullRequest ?? null
	});
	const isUnnamed = own?.state === "open" && pullRequestOf(previous) === void 0;
	return {
		...previous,
		head: branch.oid,
		...isUnnamed ? { pullRequest: {
			number: own.number,
			url: own.url
		} } : {}
	};
}

// src/stages/reverts-in-log.ts
/**
* Tells of patches whether somebody commanded them, to take another one back, by entries of the log of commands. That a
* patch says so of itself proves nothing.
*/
function revertsIn(log) {
	const asked = new Set(log.map(({ message }) => parseControl(message)?.act).flatMap((act) => act?.verb === "revert" ? [`${act.patch} ${act.digest}`] : []));
	return ({ revertOf, digest }) => asked.has(`${revertOf} ${digest}`);
}

// src/stages/watch/facts.ts
function readable$1(records) {
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
function awaitsPeople(record) {
	const { state, outcome } = record;
	if (state !== "done" || outcome === void 0 || pullRequestOf(record) === void 0) return false;
	switch (outcome.kind) {
		case "merged":
		case "reverted": return false;
		default: return !isTakenFromReview(outcome);
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

// src/record/kept-beside.ts
/** Ids of the patches that a person wants the pull request of this one beside. */
function keptBeside({ keptBeside: ids = [] }) {
	return typeof ids === "string" ? [ids] : ids;
}
/** The same for a record. One id stands there as it always did, so that an earlier version of us reads it too. */
function formatKeptBeside(ids) {
	const [first, ...more] = new Set(ids);
	if (first === void 0) return {};
	return { keptBeside: more.length === 0 ? first : [first, ...more] };
}

// src/stages/reading.ts
/**
* What is told of how a patch was read. What is sent from its record is the patch as it was understood, which needs
* nothing put right any more and asks for nothing that is not done: what was told of it as it came is told again.
*/
function readingOf$1({ digest, repairs, notDone }, previous) {
	const before = previous?.digest === digest ? previous.reading : void 0;
	return {
		repairs: union(before?.repairs, repairs),
		notDone: union(before?.notDone, notDone)
	};
}
function union(before = [], now) {
	return [.../* @__PURE__ */ new Set([...before, ...now])];
}

// src/stages/tolerances.ts
/** For each hunk that did not simply stand where the patch says: where it went, and what was put up with, in words. */
function tolerancesOf$1(hunks) {
	return hunks.flatMap((hunk) => {
		const rungs = rungsOf(hunk);
		if (hunk.status === "already_applied") return [sentence(hunk, `was already there, at line ${hunk.at}`, rungs)];
		if (hunk.status === "refused" || rungs.length === 0) return [];
		const where = rungs.includes("offset") ? ", not where the patch said" : "";
		return [sentence(hunk, `was placed at line ${hunk.at}${where}`, rungs)];
	});
}
/** Those of which more is to be said than that lines were counted wrong. */
function isToleratedHunk(hunk) {
	return hunk.status === "already_applied" || rungsOf(hunk).some((rung) => rung !== "offset");
}
function rungsOf({ adjustments, rung }) {
	return (adjustments ?? [rung]).filter((one) => one !== "exact");
}
function sentence({ hunk, path }, what, rungs) {
	const reasons = rungs.flatMap((rung) => rung === "offset" || rung === "exact" ? [] : [IN_WORDS$1[rung]]);
	return [`Hunk ${hunk} of ${path} ${what}`, ...reasons].join(", ");
}
/** Each goes on after a comma. */
const IN_WORDS$1 = {
	lost_mark: "with unchanged lines whose mark was lost",
	trailing_space: "with other white space at the end of lines",
	glyphs: "with other quotes, dashes or spaces",
	indentation: "with other indentation",
	whitespace: "with other white space between words",
	edge_blanks: "with other line breaks at its beginning or end",
	similar_context: "beside unchanged lines that read a little differently",
	partial_context: "with unchanged lines that the file lacks, or others between them",
	elision: "with lines passed over that the patch leaves out",
	split: "in parts at different places",
	unescaped: "with escapes read as the characters that they stand for",
	literal: "with its expression read as plain text"
};

// src/patch/source.ts
/** What an inline delivery holds: text where it was sent as text. */
function sourceOf({ patch }) {
	return typeof patch === "string" ? { text: patch } : { value: patch };
}

// src/stages/control/poll.ts
/**
* Looks again and again until there is something to see, and gives null when that took longer than so many seconds.
* Only what was waited counts, so that a clock that jumps ends nothing.
*/
async function lookUntil({ wait }, seconds, look) {
	let waited = 0;
	for (let pause = FIRST_PAUSE;; pause = Math.min(LONGEST_PAUSE, pause * GROWTH)) {
		const seen = await look();
		if (seen !== null || waited >= seconds) return seen;
		await wait(pause);
		waited += pause;
	}
}
/** Quick at first, for most effects come within seconds; then seldom enough for GitHub's hourly limit. */
const FIRST_PAUSE = .5;
const LONGEST_PAUSE = 5;
const GROWTH = 1.5;

// src/report/unified-diff.ts
/** A unified diff of every file. What is binary, or would take too long to compare, is only named. */
function diffFiles(files) {
	let [left, room] = [MAX_STEPS, MAX_CHARACTERS$3];
	return files.map((file) => {
		const { text, steps } = formatFile(file, left);
		left -= steps;
		room -= text.length;
		return withDiff(file, room < 0 ? `${headsOf(file)}Too much differs to be shown\n` : text);
	});
}
/** Characters of all diffs together: a few lines may be megabytes long, and nobody reads more. */
const MAX_CHARACTERS$3 = 2e6;
/**
* Steps in which all files together are compared. Two that differ in n lines take the square of n, so that a patch of
* a few words could keep whoever shows it busy for minutes.
*/
const MAX_STEPS = 4e6;
/** Beyond so many lines of a new file, or of one that is gone, a diff is no help. */
const MAX_LINES$1 = 5e3;
const CONTEXT_LINES = 3;
function formatFile(file, left) {
	const { path, from = path, before, unread, after } = file;
	const [oldName, newName] = namesOf(file);
	const heads = headsOf(file);
	if (unread !== void 0) return {
		text: `${heads}Not shown: ${from} has ${unread} bytes\n`,
		steps: 0
	};
	if (isSame$1(file)) return {
		text: gitHeadsOf(file),
		steps: 0
	};
	if (left <= 0 && before !== null && after !== null) return {
		text: `${heads}Too many lines differ to be shown\n`,
		steps: 0
	};
	const [oldText, newText] = [textOf$1(before), textOf$1(after)];
	if (oldText === null || newText === null) return {
		text: `${heads}Binary files differ\n`,
		steps: 0
	};
	const isOneSided = oldText === "" || newText === "";
	const most = isOneSided ? MAX_LINES$1 : Math.floor(Math.sqrt(Math.max(0, left)));
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
	const hasLines = text?.includes("\n@@ ") ?? false;
	return {
		text: text === void 0 ? `${heads}Too many lines differ to be shown\n` : `${gitHeadsOf(file)}${hasLines ? text : ""}`,
		steps: isOneSided ? differing : differing ** 2
	};
}
/** The two lines with the names are among them. */
function countDiffering(diff) {
	return diff.match(/^[-+]/gm)?.length ?? 0;
}
function textOf$1(bytes) {
	if (bytes === null) return "";
	return isUtf8(bytes) && !bytes.includes(0) ? textOfUtf8(bytes) : null;
}

// src/apply/effort.ts
function newEffort() {
	return {
		comparisons: MAX_COMPARISONS,
		searching: MAX_SEARCHING,
		reading: MAX_READING,
		matching: MAX_MATCHING,
		explanations: MAX_EXPLANATIONS
	};
}
/**
* Counts a place at which a text begins, and one more that is kept beside the `kept` ones of the same change. False:
* there are too many of them.
*/
function keepsPlace(effort, kept) {
	effort.comparisons -= PLACE_EFFORT;
	return kept < 1e5 && effort.comparisons >= 0;
}
/** Counts a place that is only looked at. False: there were too many of them. */
function looksAtPlace(effort) {
	effort.comparisons -= LOOK_EFFORT;
	return effort.comparisons >= 0;
}
/** Places of one change: more than anybody reads, and few enough for each to be kept with what becomes of it. */
const MAX_PLACES$1 = 1e5;
/** Keeping one, finding its line and replacing it take as long as so many comparisons. */
const PLACE_EFFORT = 50;
/** Finding one that is passed over takes as long as so many comparisons. */
const LOOK_EFFORT = 5;
/** Some two seconds at worst; a thousand hunks in a file of 100,000 lines need a hundredth of it. */
const MAX_COMPARISONS = 5e7;
/** Two or three seconds at worst; a thousand edits here and there in files of a hundred kilobytes need a third of it. */
const MAX_SEARCHING = 3e8;
/** About a second; a change that fits nowhere reads its file once or twice. */
const MAX_READING = 12e7;
/** Some four seconds at worst, and hardly ever more than one: such a step takes 20 ns where nothing is cached. */
const MAX_MATCHING = 2e8;
/** Nobody reads more of them, and each one scans for similar lines. */
const MAX_EXPLANATIONS = 20;

// src/apply/text-search.ts
/**
* Where a text that is not empty stands in another one, in order; those that overlap an earlier one too.
*
* In time linear in both, whatever they are: the engine's own search takes the product of their lengths for long texts
* of one letter, which for the largest patch is an hour.
*/
function* placesIn(text, find, from = 0) {
	let at = text.indexOf(find.slice(0, SHORT), from);
	for (let left = text.length; at !== -1 && (find.length <= SHORT || left >= 0); left -= find.length) {
		if (text.startsWith(find, at)) yield at;
		at = text.indexOf(find.slice(0, SHORT), at + 1);
	}
	if (at !== -1) yield* placesByPrefixes(text, find, at);
}
/** The first of them; null: there is none. */
function firstPlaceIn(text, find) {
	for (const at of placesIn(text, find)) return at;
	return null;
}
/** Characters up to which the engine looks for a text with tables for all of it. */
const SHORT = 64;
/** Reads each character of the text once (Knuth, Morris and Pratt 1977). */
function* placesByPrefixes(text, find, from) {
	const prefixes = prefixesOf(find);
	let length = 0;
	for (let at = from; at < text.length; at += 1) {
		length = grown$1(find, {
			prefixes,
			length,
			code: text.charCodeAt(at)
		});
		if (length < find.length) continue;
		yield at - find.length + 1;
		length = prefixes[length - 1] ?? 0;
	}
}
/** For each beginning of a text the length of the longest shorter one that it ends with. */
function prefixesOf(find) {
	const prefixes = new Int32Array(find.length);
	for (let at = 1; at < find.length; at += 1) prefixes[at] = grown$1(find, {
		prefixes,
		length: prefixes[at - 1] ?? 0,
		code: find.charCodeAt(at)
	});
	return prefixes;
}
/** The length of the longest beginning of `find` that stands before and with the next character. */
function grown$1(find, { prefixes, length, code }) {
	let reached = length;
	while (reached > 0 && find.charCodeAt(reached) !== code) reached = prefixes[reached - 1] ?? 0;
	return find.charCodeAt(reached) === code ? reached + 1 : reached;
}

// src/apply/chunked-text.ts
function chunkText(text, chunkSize = CHUNK_CHARACTERS) {
	const chunked = {
		chunkSize,
		chunks: [],
		length: text.length
	};
	chunked.chunks.push(...chunksOf(text, "", chunkSize));
	return chunked;
}
function joinText({ chunks }) {
	return chunks.map(({ text }) => text).join("");
}
/** All places of a text that is not empty, overlapping ones too, in order; null: there are too many, or the effort is spent. */
function findPlaces$1(chunked, find, effort) {
	if (find.length > LONG) return findInWhole(chunked, find, effort);
	const gram = rarestGram(chunked, find);
	const places = [];
	for (const [index, chunk] of chunked.chunks.entries()) {
		if (gram.hash !== null && !hasBit(chunk.grams, gram.hash)) continue;
		const before = textBefore(chunked, index, gram.offset);
		const window = before + chunk.text + textAfter(chunked, index, find.length - 1 - gram.offset);
		effort.searching -= window.length;
		if (effort.searching < 0) return null;
		for (const at of placesIn(window, find, before.length - gram.offset)) {
			if (!keepsPlace(effort, places.length)) return null;
			places.push(placeAt$3(chunked, index, at - before.length));
		}
	}
	return places;
}
/** Characters of a text from which on the windows around all chunks are much more than the whole. */
const LONG = 4096;
function findInWhole(chunked, find, effort) {
	effort.searching -= chunked.length;
	if (effort.searching < 0) return null;
	const places = [];
	let [chunk, before] = [0, 0];
	for (const at of placesIn(joinText(chunked), find)) {
		if (!keepsPlace(effort, places.length)) return null;
		while (at >= before + lengthOf(chunked, chunk)) {
			before += lengthOf(chunked, chunk);
			chunk += 1;
		}
		places.push({
			chunk,
			offset: at - before
		});
	}
	return places;
}
/** Behind the last chunk everything is far away. */
function lengthOf({ chunks }, chunk) {
	return chunks[chunk]?.text.length ?? Number.POSITIVE_INFINITY;
}
/** The lines, from 0, on which places begin that are in order. */
function linesOfPlaces({ chunks }, places) {
	let line = 0;
	let [chunk, offset] = [0, 0];
	return places.map((place) => {
		for (; chunk < place.chunk; [chunk, offset] = [chunk + 1, 0]) line += offset === 0 ? chunks[chunk]?.breaks ?? 0 : countBreaks$1(chunks[chunk]?.text ?? "", offset);
		line += countBreaks$1(chunks[chunk]?.text ?? "", offset, place.offset);
		offset = place.offset;
		return line;
	});
}
/** The text around a place, as far as there is so much, and the place's offset in it. */
function textAround(chunked, { chunk, offset }, { before, after }) {
	const own = chunked.chunks[chunk]?.text ?? "";
	const head = textBefore(chunked, chunk, Math.max(0, before - offset));
	const tail = textAfter(chunked, chunk, Math.max(0, after - (own.length - offset)));
	return {
		text: head + own + tail,
		offset: head.length + offset
	};
}
/** Puts `text` in the place of the `length` characters from `place` on. */
function replaceAt(chunked, place, { length, text }) {
	const { chunks, chunkSize } = chunked;
	let end = place.offset + length;
	let last = place.chunk;
	for (; end > (chunks[last]?.text.length ?? end); last += 1) end -= chunks[last]?.text.length ?? 0;
	const head = chunks[place.chunk]?.text.slice(0, place.offset) ?? "";
	const edited = head + text + (chunks[last]?.text.slice(end) ?? "");
	const following = textAfter(chunked, last, GRAM - 1);
	const only = last === place.chunk && edited.length <= 2 * chunkSize ? chunks[last] : void 0;
	if (only === void 0) chunks.splice(place.chunk, last - place.chunk + 1, ...chunksOf(edited, following, chunkSize));
	else {
		const around = (edited + following).slice(Math.max(0, head.length - GRAM + 1), head.length + text.length + GRAM - 1);
		addGrams(only.grams, around);
		chunks[last] = {
			text: edited,
			breaks: countBreaks$1(edited, 0),
			grams: only.grams
		};
	}
	chunked.length += text.length - length;
	addBorderGrams(chunked, place.chunk);
}
/** Characters of a chunk: small enough to be rewritten at once, large enough for there to be few. */
const CHUNK_CHARACTERS = 16384;
/** Characters of a gram. Shorter ones are everywhere; of longer ones fewer texts have any. */
const GRAM = 6;
/** Bits for grams in each chunk: eight for each character. */
const GRAM_BITS = 8 * CHUNK_CHARACTERS;
function chunksOf(text, following, chunkSize) {
	const chunks = [];
	for (let start = 0; start < text.length || start === 0; start += chunkSize) {
		const end = start + chunkSize;
		const after = (text.slice(end, end + GRAM - 1) + following).slice(0, 5);
		chunks.push(chunkOf(text.slice(start, end), after));
	}
	return chunks;
}
function chunkOf(text, after) {
	const grams = new Uint32Array(GRAM_BITS / 32);
	addGrams(grams, text + after);
	return {
		text,
		breaks: countBreaks$1(text, 0),
		grams
	};
}
function addGrams(grams, text) {
	for (let at = 0; at + GRAM <= text.length; at += 1) {
		const hash = hashOf$1(text, at);
		grams[hash >>> 5] = (grams[hash >>> 5] ?? 0) | 1 << (hash & 31);
	}
}
function hasBit(grams, hash) {
	return ((grams[hash >>> 5] ?? 0) & 1 << (hash & 31)) !== 0;
}
function hashOf$1(text, at) {
	let hash = 0;
	for (let next = at; next < at + GRAM; next += 1) hash = imul$1(hash ^ text.charCodeAt(next), HASH_FACTOR$1);
	return (hash >>> 8) % GRAM_BITS;
}
/** Looked up once: it runs for every character. */
const { imul: imul$1 } = Math;
/** The prime of the FNV hash. */
const HASH_FACTOR$1 = 16777619;
/** Grams that begin before an edited chunk and end in it have changed with it. */
function addBorderGrams(chunked, edited) {
	let missing = 5;
	for (let index = edited - 1; index >= 0 && missing > 0; index -= 1) {
		const chunk = chunked.chunks[index];
		if (chunk === void 0) return;
		addGrams(chunk.grams, chunk.text.slice(-missing) + textAfter(chunked, index, 5));
		missing -= chunk.text.length;
	}
}
/** Of some grams of the text the one that the fewest chunks have; none where it is shorter than a gram. */
function rarestGram({ chunks }, find) {
	const last = find.length - GRAM;
	let rarest = {
		offset: 0,
		hash: null
	};
	if (last < 0) return rarest;
	let fewest = Number.POSITIVE_INFINITY;
	for (let sample = 0; sample < SAMPLED_GRAMS; sample += 1) {
		const offset = Math.round(last * sample / (SAMPLED_GRAMS - 1));
		const hash = hashOf$1(find, offset);
		const count = chunks.reduce((sum, { grams }) => sum + (hasBit(grams, hash) ? 1 : 0), 0);
		if (count < fewest) [rarest, fewest] = [{
			offset,
			hash
		}, count];
	}
	return rarest;
}
const SAMPLED_GRAMS = 8;
function textBefore({ chunks }, index, length) {
	let text = "";
	for (let at = index - 1; at >= 0 && text.length < length; at -= 1) text = (chunks[at]?.text ?? "") + text;
	return length === 0 ? "" : text.slice(-length);
}
function textAfter({ chunks }, index, length) {
	let text = "";
	for (let at = index + 1; at < chunks.length && text.length < length; at += 1) text += chunks[at]?.text ?? "";
	return text.slice(0, Math.max(0, length));
}
/** `offset` is relative to the chunk, and negative where the text begins in one before it. */
function placeAt$3({ chunks }, index, offset) {
	let chunk = index;
	let within = offset;
	for (; within < 0; within += chunks[chunk]?.text.length ?? 0) chunk -= 1;
	return {
		chunk,
		offset: within
	};
}
function countBreaks$1(text, start, end = text.length) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/sharpen.ts
/**
* The hunk with every line that it removes and adds again as context: the file keeps its own copy of such a
* line, and it may differ a little.
*/
function sharpen(hunk) {
	const { lines } = hunk;
	const sharp = [];
	for (let start = 0; start < lines.length;) {
		const end = endOfChange$1(lines, start);
		if (end === start) {
			const line = lines[start];
			if (line !== void 0) sharp.push(line);
			start += 1;
			continue;
		}
		for (const line of sharpened(lines.slice(start, end))) sharp.push(line);
		start = end;
	}
	return sharp.length === lines.length ? hunk : {
		...hunk,
		lines: sharp
	};
}
/** What turns some lines into others, as lines of a hunk. */
function changedLines(before, after) {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
	return slidDown([
		...marked(" ", before.slice(0, head)),
		...between$1(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
		...marked(" ", before.slice(before.length - tail))
	]);
}
/**
* Of the places that say the same, lines that are only added or only removed stand at the last one, as git puts
* them: which of two blank lines goes matters where the file's are not quite blank.
*/
function slidDown(lines) {
	const slid = [...lines];
	for (let start = slid.length - 1; start >= 0; start -= 1) {
		const mark = slid[start]?.[0];
		if (mark === " " || mark === void 0 || (slid[start - 1]?.[0] ?? " ") !== " ") continue;
		let end = start;
		while (slid[end]?.[0] === mark) end += 1;
		for (let first = start; slid[end]?.[0] === " " && slid[first]?.[1] === slid[end]?.[1]; first += 1) {
			slid[end] = [mark, slid[end]?.[1] ?? ""];
			slid[first] = [" ", slid[first]?.[1] ?? ""];
			end += 1;
		}
	}
	return slid;
}
function endOfChange$1(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] !== " ") end += 1;
	return end;
}
/** Lines of one change; those that only add or only remove stay as they are. */
function sharpened(change) {
	const before = change.flatMap(([mark, text]) => mark === "-" ? [text] : []);
	const added = new Set(change.flatMap(([mark, text]) => mark === "+" ? [text] : []));
	if (!before.some((text) => added.has(text))) return change;
	return changedLines(before, change.flatMap(([mark, text]) => mark === "+" ? [text] : []));
}
function between$1(before, after) {
	const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH });
	if (parts === void 0) return [...marked("-", before), ...marked("+", after)];
	return parts.flatMap(({ value, added, removed }) => marked(added ? "+" : removed ? "-" : " ", value));
}
/** Lines that differ more than this are replaced as a whole: comparing them costs its square. */
const MAX_EDIT_LENGTH = 1e3;
function marked(mark, texts) {
	return texts.map((text) => [mark, text]);
}

// src/apply/diagnosis/correction.ts
/**
* An `edit` that makes the rewrite and nothing else: its text is the file's own, with as many lines around it as
* it takes to stand there once. null: no such text, or a rewrite without effect.
*/
function correctionOf(scene, rewrite) {
	const region = uniqueRegion(scene, withNeighbour(scene, rewrite));
	if (region === null || region.from === region.to) return null;
	const find = scene.lines(region.from, region.to).join("\n");
	const above = scene.lines(region.from, rewrite.from);
	const below = scene.lines(rewrite.to, region.to);
	const replace = [
		...above,
		...rewrite.lines,
		...below
	].join("\n");
	if (find === replace || find.length + replace.length > MAX_CHARACTERS$2) return null;
	return standsOnce(scene.text(), find) ? {
		kind: "edit",
		path: scene.path,
		find,
		replace
	} : null;
}
/** Longer corrections would crowd out what else a refusal has to say. */
const MAX_CHARACTERS$2 = 6e3;
/** Lines that are added on all sides until a text is unique. */
const MAX_EXTENSION = 30;
/** Places with the same text beyond which nothing helps. */
const MAX_RIVALS$1 = 1e3;
/** An edit needs a text to find, and one that removes whole lines needs a line that stays. */
function withNeighbour(scene, { from, to, lines }) {
	return lines.length > 0 && scene.lines(from, to).some((line) => line.trim() !== "") ? {
		from,
		to
	} : {
		from: Math.max(0, from - 1),
		to: Math.min(scene.lineCount(), to + 1)
	};
}
/** The smallest region around this one that stands in the file once; null: there is none nearby. */
function uniqueRegion(scene, start) {
	let { from, to } = start;
	let rivals = rivalsOf$1(scene, start);
	for (let step = 0; rivals !== null && step <= MAX_EXTENSION; step += 1) {
		if (rivals.length === 0) return {
			from,
			to
		};
		const above = from > 0 ? rivalsAbove(scene, rivals, from) : null;
		const below = to < scene.lineCount() ? rivalsBelow(scene, rivals, to) : null;
		if (above === null && below === null) return null;
		if (below === null || above !== null && isBetter(above.length - below.length, start.from - from - (to - start.to))) {
			rivals = above;
			from -= 1;
		} else {
			rivals = below;
			to += 1;
		}
	}
	return null;
}
/** Fewer rivals decide; where both sides leave equally many, the side that has grown less is next. */
function isBetter(moreRivals, moreLines) {
	return moreRivals < 0 || moreRivals === 0 && moreLines <= 0;
}
/** null: too often to look at. */
function rivalsOf$1(scene, { from, to }) {
	const text = scene.text();
	const find = scene.lines(from, to).join("\n");
	const own = scene.offsetOf(from);
	const rivals = [];
	if (find === "") return null;
	for (const at of placesIn(text, find)) {
		if (rivals.length > MAX_RIVALS$1) return null;
		if (at !== own) rivals.push({
			start: at,
			end: at + find.length
		});
	}
	return rivals;
}
function rivalsAbove({ text, line }, rivals, from) {
	const more = `${line(from - 1)}\n`;
	return rivals.flatMap(({ start, end }) => {
		return start >= more.length && text().startsWith(more, start - more.length) ? [{
			start: start - more.length,
			end
		}] : [];
	});
}
function rivalsBelow({ text, line }, rivals, to) {
	const more = `\n${line(to)}`;
	return rivals.flatMap(({ start, end }) => {
		return text().startsWith(more, end) ? [{
			start,
			end: end + more.length
		}] : [];
	});
}
function standsOnce(text, find) {
	const [first, second] = placesIn(text, find).take(2);
	return first !== void 0 && second === void 0;
}

// src/apply/diagnosis/difference.ts
function differenceAt(scene, expected, place) {
	const rows = [];
	const changed = [];
	let [i, j] = [0, place.pairs[0]?.found ?? 0];
	const passTo = (nextExpected, nextFound) => {
		for (; i < nextExpected; i += 1) rows.push({
			mark: "-",
			text: expected[i] ?? ""
		});
		for (; j < nextFound; j += 1) rows.push({
			mark: "+",
			text: scene.line(place.origin + j)
		});
	};
	for (const pair of place.pairs) {
		passTo(pair.expected, pair.found);
		const [left, right] = [expected[pair.expected] ?? "", scene.line(place.origin + pair.found)];
		if (pair.difference === "none") rows.push({
			mark: " ",
			text: right
		});
		else {
			rows.push({
				mark: "-",
				text: left
			}, {
				mark: "+",
				text: right
			});
			const onlySpace = pair.difference === "space";
			changed.push({
				position: place.origin + pair.found,
				expected: left,
				found: right,
				onlySpace
			});
		}
		[i, j] = [pair.expected + 1, pair.found + 1];
	}
	passTo(Math.min(expected.length, i + MAX_ROWS), j);
	const alone = (mark) => rows.filter((row) => row.mark === mark).length - changed.length;
	return {
		diff: shorten(rows),
		changed,
		missing: alone("-"),
		extra: alone("+")
	};
}
/** Lines of one diff; what is longer is not read. */
const MAX_ROWS = 60;
/** Equal lines that are shown on either side of what differs. */
const SHOWN_EQUAL = 3;
/** Characters of one line of a diff. */
const MAX_CHARACTERS$1 = 200;
function shorten(rows) {
	const near = nearDifferences(rows);
	const lines = [];
	for (let at = 0; at < rows.length && lines.length < MAX_ROWS;) {
		let end = at;
		while (end < rows.length && near[end] === 0) end += 1;
		if (end - at > 1) {
			lines.push(`@@ ${end - at} equal lines @@`);
			at = end;
			continue;
		}
		const { mark, text } = rows[at] ?? {
			mark: " ",
			text: ""
		};
		lines.push(mark + shownLine(text));
		at += 1;
	}
	return lines;
}
/** 1 for each row that differs or stands close to one that does. */
function nearDifferences(rows) {
	const near = new Uint8Array(rows.length);
	for (const [at, { mark }] of rows.entries()) if (mark !== " ") near.fill(1, Math.max(0, at - SHOWN_EQUAL), at + SHOWN_EQUAL + 1);
	return near;
}
/** A line of a file or a patch, cut to what helps to recognise it. */
function shownLine(text) {
	return text.length <= MAX_CHARACTERS$1 ? text : `${text.slice(0, MAX_CHARACTERS$1).toWellFormed()}…`;
}

// src/apply/diagnosis/hunk-rewrite.ts
/**
* What a hunk wants at a place that looks like it, with the file's own text for every line that stays. null: not
* certain, because a line to be removed, or one whose mark may be lost, is another one there, or nothing tells where an added
* line goes.
*/
function rewriteAt(scene, lines, place) {
	const matches = /* @__PURE__ */ new Map();
	const old = lines.filter(([mark]) => mark !== "+");
	const expected = old.map(([, text]) => text);
	for (const pair of place.pairs) {
		const position = place.origin + pair.found;
		const isSame = isSameLine(pair, expected[pair.expected] ?? "", scene.line(position));
		matches.set(pair.expected, {
			position,
			isSame
		});
	}
	const isOpen = ([, text, note], row) => note === "unmarked" && text.trim() !== "" && matches.get(row)?.isSame !== true;
	if (old.some(isOpen)) return null;
	const edits = [];
	for (const run of runsOf(lines)) {
		const edit = editOf(run, {
			matches,
			count: expected.length
		});
		if (edit === null || edit.at < (edits.at(-1)?.end ?? 0)) return null;
		edits.push(edit);
	}
	return joinEdits(scene, edits);
}
function runsOf(lines) {
	const runs = [];
	let old = 0;
	let open;
	for (const [mark, text] of lines) {
		if (mark === " ") {
			open = void 0;
			old += 1;
			continue;
		}
		if (open === void 0) {
			open = {
				first: old,
				removed: 0,
				inserted: []
			};
			runs.push(open);
		}
		if (mark === "+") open.inserted.push(text);
		else {
			open.removed += 1;
			old += 1;
		}
	}
	return runs;
}
/** Misspelt, but the same line: alike, equally far to the right, and with the same ends. */
function isSameLine({ difference, likeness }, expected, found) {
	if (difference === "none") return true;
	const [left, right] = [expected.trim(), found.trim()];
	return likeness >= SURE_LIKENESS && indentOf$1(expected) === indentOf$1(found) && left.at(0) === right.at(0) && left.at(-1) === right.at(-1);
}
/** Two typing errors in a short line leave this much. */
const SURE_LIKENESS = .6;
function indentOf$1(line) {
	return line.length - line.trimStart().length;
}
function editOf({ first, removed, inserted }, { matches, count }) {
	if (removed === 0) {
		const at = gapAt(first, {
			matches,
			count
		});
		return at === null ? null : {
			at,
			end: at,
			insert: inserted
		};
	}
	const at = matches.get(first)?.position ?? -1;
	return Array.from({ length: removed }, (_, offset) => matches.get(first + offset)).every((match, offset) => match?.isSame === true && match.position === at + offset) ? {
		at,
		end: at + removed,
		insert: inserted
	} : null;
}
/** The file's line before which a pure insertion goes: its neighbours must be known, and beside each other. */
function gapAt(next, { matches, count }) {
	const before = matches.get(next - 1);
	const after = matches.get(next);
	if (!((next === 0 || before?.isSame === true) && (next === count || after?.isSame === true)) || before === void 0 && after === void 0) return null;
	if (before !== void 0 && after !== void 0 && after.position !== before.position + 1) return null;
	return after?.position ?? (before?.position ?? 0) + 1;
}
function joinEdits(scene, edits) {
	const [first] = edits;
	const last = edits.at(-1);
	if (first === void 0 || last === void 0) return null;
	const lines = [];
	let done = first.at;
	for (const { at, end, insert } of edits) {
		lines.push(...scene.lines(done, at), ...insert);
		done = end;
	}
	return {
		from: first.at,
		to: last.end,
		lines
	};
}

// src/apply/votes.ts
/**
* The lines of the file, from 0, at which a block would begin for most of what was seen of it, best first. What
* stands at few places counts most.
*/
function mostVoted(sightings) {
	const votes = /* @__PURE__ */ new Map();
	let left = MAX_VOTES;
	for (const { offset, positions } of sightings.toSorted(byRarity)) {
		left -= positions.length;
		if (left < 0) break;
		for (const position of positions) {
			const start = position - offset;
			votes.set(start, (votes.get(start) ?? 0) + 1 / positions.length);
		}
	}
	return [...votes].sort(([, left], [, right]) => right - left).slice(0, 8).map(([start]) => start);
}
/** Votes that are counted for one block; those of the rarest lines come first. */
const MAX_VOTES = 2e3;
/** Places that are worth comparing line by line. */
const MOST_STARTS = 8;
function byRarity(left, right) {
	return left.positions.length - right.positions.length;
}

// src/apply/diagnosis/compare.ts
/**
* The best way to lay expected lines beside found ones, in order. Line `i` of the one is compared with the lines
* from `i` to `i + reach` of the other, so the cost is the number of expected lines times `reach`.
*/
function compareLines(expected, found, reach) {
	const alike = expected.map((line, i) => likenessWithin(line, found.slice(i, i + reach + 1), expected.length));
	const weights = expected.map(weightOf$1);
	const pairs = trace$1({
		alike,
		weights,
		sums: bestSums(alike, weights, reach),
		reach
	}).map(({ i, k }) => {
		const value = alike[i]?.[k] ?? 0;
		const difference = value === 1 ? "none" : value === .97 ? "space" : "text";
		return {
			expected: i,
			found: i + k,
			difference,
			likeness: value
		};
	});
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const reached = pairs.reduce((sum, pair) => sum + pair.likeness * (weights[pair.expected] ?? 0), 0);
	return {
		score: total === 0 ? 0 : Math.round(100 * reached / total) / 100,
		pairs
	};
}
function likenessWithin(line, others, count) {
	const least = count === 1 ? LEAST_OF_ONE : LEAST_LIKENESS;
	return others.map((other) => {
		const value = likeness(line, other);
		return value >= least ? value : 0;
	});
}
/** Below this, two lines have characters in common as any two lines of code do. */
const LEAST_LIKENESS = .5;
/** The text of a single line may be a part of the line that is meant. */
const LEAST_OF_ONE = .3;
/** What it costs to pass over a found line: just enough to keep equally good pairs together. */
const PASSING = .001;
/** `sums[i][k]`: the most that the rests of both lists, from `i` and from `i + k` on, can reach. */
function bestSums(alike, weights, reach) {
	const sums = Array.from({ length: alike.length + 1 }, () => new Float64Array(reach + 1));
	for (let i = alike.length - 1; i >= 0; i -= 1) {
		const next = sums[i + 1];
		let afterFound = 0;
		for (let k = reach; k >= 0; k -= 1) {
			const both = (alike[i]?.[k] ?? 0) * (weights[i] ?? 0) + (next?.[k] ?? 0);
			afterFound = Math.max(both, next?.[k - 1] ?? 0, afterFound - PASSING);
			sums[i]?.fill(afterFound, k, k + 1);
		}
	}
	return sums;
}
/** The pairs of the best sum, as index and distance. */
function trace$1({ alike, weights, sums, reach }) {
	const pairs = [];
	let [i, k] = [0, 0];
	while (i < alike.length) {
		const here = sums[i]?.[k] ?? 0;
		const value = alike[i]?.[k] ?? 0;
		if (value * (weights[i] ?? 0) + (sums[i + 1]?.[k] ?? 0) === here) {
			if (value > 0) pairs.push({
				i,
				k
			});
			i += 1;
		} else if (k > 0 && sums[i + 1]?.[k - 1] === here) {
			i += 1;
			k -= 1;
		} else if (k < reach) k += 1;
		else i += 1;
	}
	return pairs;
}

// src/apply/diagnosis/seeds.ts
/**
* For each of the words, the lines (from 0, ascending) that hold it, in one pass over the text. A word that
* stands on more than MAX_PLACES lines tells no place and is left out.
*/
function linesWithWords(text, words) {
	const hashes = new Map(Array.from(words, (word) => [word, hashOf(word)]));
	const wanted = new Map(Array.from(hashes.values(), (hash) => [hash, []]));
	const filter = new Uint8Array(FILTER_SIZE);
	for (const hash of wanted.keys()) filter[hash & FILTER_SIZE - 1] = 1;
	let line = 0;
	let hash = SEED;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code < ASCII ? ASCII_WORD[code] === 1 : isWordCode(code)) {
			hash = Math.imul(hash ^ code, PRIME);
			continue;
		}
		if (filter[hash & FILTER_SIZE - 1] === 1) addPlace(wanted.get(hash), line);
		if (code === LINE_FEED$1) line += 1;
		hash = SEED;
	}
	addPlace(wanted.get(hash), line);
	const found = Array.from(hashes, ([word, hash]) => [word, wanted.get(hash) ?? []]);
	return new Map(found.filter(([, places]) => places.length > 0 && places.length <= MAX_PLACES));
}
/** The different words of one line, as far as they are looked at. */
function wordsOf$1(line) {
	const words = /* @__PURE__ */ new Set();
	const end = Math.min(line.length, MAX_CHARACTERS);
	let start = 0;
	for (let at = 0; at <= end; at += 1) {
		if (at < end && isWordCode(line.charCodeAt(at))) continue;
		if (at - start >= LEAST_WORD) words.add(line.slice(start, at));
		start = at + 1;
	}
	return [...words];
}
/**
* The lines (from 0) that share most pairs of neighbouring characters with `line`, best first, in one pass over
* the text: for lines of which every word is misspelt.
*/
function linesLike(text, line, limit) {
	const wanted = line.trim().slice(0, MAX_CHARACTERS);
	const pairs = new Uint8Array(FILTER_SIZE);
	for (let at = 1; at < wanted.length; at += 1) pairs[pairOf(wanted.charCodeAt(at - 1), wanted.charCodeAt(at))] = 1;
	const best = [];
	let [position, common, length, before] = [
		0,
		0,
		0,
		0
	];
	for (let at = 0; at <= text.length; at += 1) {
		const code = at < text.length ? text.charCodeAt(at) : LINE_FEED$1;
		if (code !== LINE_FEED$1) {
			if (code > SPACE) length += 1;
			if (pairs[pairOf(before, code)] === 1) common += 1;
			before = code;
			continue;
		}
		const score = 2 * common / (length + wanted.length);
		if (score >= LEAST_SCORE$3) keepBest(best, {
			position,
			score
		}, limit);
		position += 1;
		[common, length, before] = [
			0,
			0,
			0
		];
	}
	return best.map(({ position }) => position);
}
/** Lines that share less are not alike. */
const LEAST_SCORE$3 = .5;
/** Lines on which a word may stand and still tell a place. */
const MAX_PLACES = 50;
/** Characters of a line that are looked at. */
const MAX_CHARACTERS = 400;
/** Shorter words are everywhere. */
const LEAST_WORD = 2;
/** A power of two, so that an index is the last bits of a hash. */
const FILTER_SIZE = 65536;
/** The constants of the FNV-1a hash. */
const SEED = -2128831035;
const PRIME = 16777619;
const LINE_FEED$1 = 10;
const SPACE = 32;
function hashOf(word) {
	let hash = SEED;
	for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
	return hash;
}
function addPlace(places, line) {
	if (places !== void 0 && places.length <= MAX_PLACES && places.at(-1) !== line) places.push(line);
}
/** Letters, digits and underscores; beyond ASCII all that is not punctuation or space, as a rough rule. */
function isWordCode(code) {
	if (code < ASCII) return ASCII_WORD[code] === 1;
	return code >= 192 && (code < 8192 || code > 8303) && code !== 12288 && code !== 65279;
}
const ASCII = 128;
const ASCII_WORD = Uint8Array.from({ length: ASCII }, (_, code) => /\w/.test(String.fromCharCode(code)) ? 1 : 0);
function pairOf(left, right) {
	return (left << 7 ^ right) & 65535;
}
function keepBest(best, entry, limit) {
	if (best.length === limit && entry.score <= (best.at(-1)?.score ?? 0)) return;
	const at = best.findIndex(({ score }) => score < entry.score);
	best.splice(at === -1 ? best.length : at, 0, entry);
	if (best.length > limit) best.pop();
}

// src/apply/diagnosis/nearest.ts
/**
* For each of the wanted blocks the places that look most like it, best first. Words that few lines of the file
* hold vote for the line where a block would begin; only the places with most votes are compared line by line.
* The text is read once for all blocks together.
*/
function nearestPlaces(scene, wanted) {
	const blocks = wanted.map((block) => ({
		...block,
		lines: block.lines.slice(0, 200)
	}));
	const known = blocks.map((block) => bestPlaces(scene, block, block.near?.() ?? []));
	const words = blocks.map(({ lines }, index) => isSure(known[index]) ? [] : lines.map(wordsOf$1));
	const sought = words.flat(2);
	const places = sought.length === 0 ? /* @__PURE__ */ new Map() : linesWithWords(scene.text(), sought);
	return blocks.map((block, index) => {
		const near = known[index] ?? [];
		if (isSure(near) || block.lines.length === 0) return near;
		const voted = bestPlaces(scene, block, [...originsOf(near), ...startsByWords(words[index] ?? [], places)]);
		if (isGood(voted)) return voted;
		return bestPlaces(scene, block, [...originsOf(voted), ...startsByLikeness(scene, block)]);
	});
}
function isSure(places) {
	return (places?.[0]?.score ?? 0) >= SURE_SCORE;
}
function isGood(places) {
	return (places[0]?.score ?? 0) >= GOOD_SCORE;
}
function originsOf(places) {
	return places.map(({ position }) => position);
}
/** The comparison of a block with the lines that begin at one position, which are known to be much like it. */
function placeAt$2(scene, lines, position) {
	const block = lines.slice(0, 200);
	const found = scene.lines(position, position + block.length);
	return {
		...compareLines(block.map(profileOf), found.map(profileOf), 0),
		origin: position,
		position
	};
}
const SHOWN_PLACES = 3;
/** Places that share less with the block than this are not worth a look. */
const LEAST_SCORE$2 = .25;
/** Where a block has hardly a word that is not there, no other place is meant. */
const SURE_SCORE = .9;
/** A place that is less alike may stand behind one whose words are all misspelt. */
const GOOD_SCORE = .6;
/** Lines of a block that are compared; a longer one is recognised by its beginning. */
const MAX_LINES = 200;
/** Lines above and below a place within which the block's lines may have moved. */
const MAX_SLACK = 12;
/** First lines of blocks, from 0, that most of their words are for. */
function startsByWords(words, places) {
	return mostVoted(words.flatMap((line, offset) => line.flatMap((word) => {
		const positions = places.get(word);
		return positions === void 0 ? [] : [{
			offset,
			positions
		}];
	})));
}
function startsByLikeness({ text }, { lines }) {
	const longest = lines.reduce((best, line, offset) => {
		return line.trim().length > (lines[best]?.trim().length ?? 0) ? offset : best;
	}, 0);
	return linesLike(text(), lines[longest] ?? "", 8).map((position) => position - longest);
}
function bestPlaces(scene, block, starts) {
	const { lines, hint } = block;
	const profiles = lines.map(profileOf);
	const places = (hint === void 0 || hint >= scene.lineCount() ? starts : [...starts, hint]).flatMap((start) => {
		const slack = Math.min(MAX_SLACK, SLACK_OF_ONE + Math.floor(lines.length / 2));
		const origin = Math.max(0, start - slack);
		const reach = Math.max(0, start) - origin + slack;
		const found = scene.lines(origin, origin + lines.length + reach).map(profileOf);
		const comparison = compareLines(profiles, found, reach);
		const [first] = comparison.pairs;
		const position = origin + (first?.found ?? 0);
		const place = {
			...comparison,
			origin,
			position
		};
		return first === void 0 || !isWithin$2(block, place) ? [] : [place];
	});
	const distance = ({ position }) => Math.abs(position - (hint ?? position));
	return apart(places.sort((left, right) => right.score - left.score || distance(left) - distance(right)), lines.length);
}
/** Most of it, for a hunk may begin above what it names. */
function isWithin$2({ within }, { origin, pairs }) {
	if (within === void 0) return true;
	return 2 * pairs.filter(({ found }) => origin + found >= within.start && origin + found < within.end).length >= pairs.length;
}
/** The best of places that are ranked already, without those that overlap a better one. */
function apart(ranked, length) {
	const best = [];
	for (const place of ranked) if (best.every(({ position }) => Math.abs(position - place.position) >= Math.max(1, length / 2)) && place.score >= LEAST_SCORE$2 && best.length < SHOWN_PLACES) best.push(place);
	return best;
}
/** The slack of the shortest block. */
const SLACK_OF_ONE = 1;

// src/apply/diagnosis/candidates.ts
/**
* The first candidates as a refusal's data, with the lines around each from which to choose, and for each the
* change that means it and no other; none where the patch has failed too often already.
*/
function affordable(scene, candidates) {
	scene.effort.explanations -= 1;
	if (scene.effort.explanations < 0) return {};
	return { candidates: candidates().map((candidate) => candidateData(scene, candidate)) };
}
/** The first of the places (from 0) at which a block of lines stands, more or less. */
function blockCandidates(scene, { lines, positions }) {
	const expected = lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
	return positions.slice(0, 3).map((from) => {
		const rewrite = rewriteAt(scene, lines, placeAt$2(scene, expected, from));
		return {
			from,
			to: from + expected.length,
			rewrite
		};
	});
}
/** More candidates than a reader compares need no thought. */
const SHOWN_CANDIDATES = 3;
function candidateData(scene, { from, to, rewrite }) {
	const first = Math.max(0, from - LINES_AROUND);
	const end = Math.min(to, from + LINES_WITHIN);
	const lines = scene.lines(first, end + LINES_AROUND).map(shownLine);
	const correction = rewrite === null ? null : correctionOf(scene, rewrite);
	const place = {
		line: from + 1,
		last: to,
		from: first + 1,
		lines
	};
	return correction === null ? place : {
		...place,
		correction
	};
}
/** Lines above and below a candidate: enough to see which function it is in. */
const LINES_AROUND = 4;
/** Lines of the candidate itself; the patch's author knows them. */
const LINES_WITHIN = 8;
/** Line numbers (from 1) of all candidates: the first ones, and how many there are. */
function linesData(positions) {
	return {
		lines: positions.slice(0, LISTED_LINES).map((position) => position + 1),
		total: positions.length
	};
}
/** "lines 3, 8 and 12", or the first few of them. */
function linesText(positions) {
	const shown = positions.slice(0, SHOWN_LINES).map((position) => String(position + 1));
	if (positions.length === 1) return `line ${shown[0]}`;
	if (positions.length > SHOWN_LINES) return `lines ${shown.join(", ")} and ${positions.length - SHOWN_LINES} more`;
	return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
/** Line numbers in the data: enough for every file that a person wrote. */
const LISTED_LINES = 1e3;
/** Line numbers in a sentence. */
const SHOWN_LINES = 8;

// src/apply/diagnosis/describe.ts
/** One sentence: where the nearest place is, and what differs there. */
function describeNearest(place, difference) {
	const nearest = `The nearest place is line ${place.position + 1}`;
	const { changed = [], missing = 0, extra = 0 } = difference ?? {};
	const [only] = changed;
	if (missing + extra === 0 && only !== void 0) {
		if (changed.every(({ onlySpace }) => onlySpace)) return `${nearest}, where ${countOf(changed.length, "line")} ${changed.length === 1 ? "differs" : "differ"} in white space only.`;
		if (changed.length === 1) return `${nearest}${describeOnly(only, place)}.`;
	}
	const parts = [
		...changed.length > 0 ? [`${countOf(changed.length, "line")} ${changed.length === 1 ? "reads" : "read"} differently`] : [],
		...missing > 0 ? [`${countOf(missing, "line")} of the patch ${missing === 1 ? "is" : "are"} missing`] : [],
		...extra > 0 ? [`the file has ${countOf(extra, "line")} more in between`] : []
	];
	return parts.length === 0 ? `${nearest}.` : `${nearest}, where ${joinParts(parts)}.`;
}
/** "3 lines", "1 line". */
function countOf(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function describeOnly({ position, found, expected }, place) {
	const reads = `reads ${quoted(found)} and not ${quoted(expected)}`;
	return position === place.position ? `, which ${reads}` : `; there, line ${position + 1} ${reads}`;
}
function joinParts(parts) {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
/** Characters of a line that a sentence repeats. */
const QUOTED_CHARACTERS = 80;
function quoted(line) {
	const text = shownLine(line.trim());
	return `"${text.length <= QUOTED_CHARACTERS ? text : `${text.slice(0, QUOTED_CHARACTERS).toWellFormed()}…`}"`;
}

// src/apply/already.ts
/**
* Would finding the new side prove that the hunk was applied? A lone bracket would not, nor would the context of
* removed lines that has nothing on one side, or that may be a part of them.
*/
function isTelling(hunk) {
	return hunk.lines.some(([mark, text]) => mark !== "-" && hasWord$1(text)) && (adds(hunk) || isClosed(hunk));
}
/** Does the hunk add lines? Of one that does not only context can be found. */
function adds({ lines }) {
	return lines.some(([mark]) => mark === "+");
}
/** Do all removed lines have context above and below that they neither end nor begin with themselves? */
function isClosed({ lines }) {
	for (let start = 0; start < lines.length;) {
		const end = endOf(lines, start);
		if (lines[start]?.[0] === "-") {
			const removed = lines.slice(start, end);
			const above = lines.slice(beginOf(lines, start - 1), start);
			const below = lines.slice(end, endOf(lines, end));
			if (above.length === 0 || saySame(above, removed.slice(-above.length))) return false;
			if (below.length === 0 || saySame(below, removed.slice(0, below.length))) return false;
		}
		start = end;
	}
	return true;
}
/** Where lines with the same mark as the one at `start` end. */
function endOf(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] === lines[start]?.[0]) end += 1;
	return end;
}
/** Where lines with the same mark as the one at `last` begin. */
function beginOf(lines, last) {
	let start = last + 1;
	while (start > 0 && lines[start - 1]?.[0] === lines[last]?.[0]) start -= 1;
	return start;
}
function saySame(lines, others) {
	return lines.length === others.length && lines.every(([, text], line) => text.trim() === others[line]?.[1].trim());
}
/** Brackets and other signs stand beside their like all the time. */
function saysAnything(text) {
	return /[\p{L}\p{N}]/u.test(text);
}
function hasWord$1(line) {
	return /[\p{L}\p{N}_]{3}/u.test(line);
}

// src/apply/diagnosis/misspelt.ts
/**
* The part of a line that a misspelt text must have meant: it begins and ends as the text does. null: nothing in
* the line does, or more of the text is wrong than right.
*/
function meantPart(line, text) {
	if (text.length > MAX_TEXT || line.length > MAX_LINE) return null;
	const head = longestPart(text.length, (length) => occursOnce(line, text.slice(0, length)));
	const tail = longestPart(text.length, (length) => occursOnce(line, text.slice(text.length - length)));
	const start = line.indexOf(text.slice(0, head));
	const end = line.indexOf(text.slice(text.length - tail)) + tail;
	const change = Math.abs(end - start - text.length);
	return head > 0 && tail > 0 && (head + tail) / text.length >= LEAST_SHARE && end > start && change <= text.length * (1 - LEAST_SHARE) ? {
		start,
		end
	} : null;
}
/** The share of a text that must be right. */
const LEAST_SHARE = .7;
/** Characters beyond which looking for every beginning and end would cost more than it helps. */
const MAX_TEXT = 200;
const MAX_LINE = 2e3;
/** The greatest length that `fits`; 0: none does. */
function longestPart(limit, fits) {
	for (let length = limit; length > 0; length -= 1) if (fits(length)) return length;
	return 0;
}
function occursOnce(line, part) {
	const first = line.indexOf(part);
	return first !== -1 && line.indexOf(part, first + 1) === -1;
}

// src/apply/diagnosis/explain.ts
/** One explanation for each of the sought blocks; those beyond the budget are short. */
function explainMissing(scene, sought) {
	const { effort } = scene;
	const affordable = Math.max(0, Math.min(sought.length, effort.explanations));
	effort.explanations -= sought.length;
	const wanted = sought.slice(0, affordable).map((block) => ({
		...block,
		lines: expectedOf(block)
	}));
	const nearest = affordable === 0 ? [] : nearestPlaces(scene, wanted);
	return sought.map((block, index) => {
		const places = nearest[index];
		return places === void 0 ? UNEXPLAINED : explanationOf(scene, block, places);
	});
}
/** Do the facts of an explanation name a place that is like what was looked for? */
function hasNearest({ nearest }) {
	return Array.isArray(nearest) && nearest.length > 0;
}
const UNEXPLAINED = {
	sentence: "Send the lines as they stand in the file.",
	data: {}
};
function expectedOf({ lines }) {
	return lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
}
function explanationOf(scene, block, places) {
	const expected = expectedOf(block);
	const [best] = places;
	if (best === void 0) return {
		sentence: "Nothing in the file comes close. Send the lines as they stand there.",
		data: { nearest: [] }
	};
	const differences = places.map((place) => differenceAt(scene, expected, place));
	const nearest = places.map(({ position, score }, index) => {
		return {
			line: position + 1,
			score,
			diff: differences[index]?.diff ?? []
		};
	});
	const rewrite = certainRewrite(scene, block, places);
	const correction = rewrite === null ? null : correctionOf(scene, rewrite);
	return {
		sentence: `${describeNearest(best, differences[0])} Send the lines as they stand there.`,
		data: correction === null ? { nearest } : {
			nearest,
			correction
		}
	};
}
/** What the block wants, if one place is the one that was meant. */
function certainRewrite(scene, { lines, part }, places) {
	const [best, next] = places;
	if (best === void 0) return null;
	if (part !== void 0) {
		const [rewrite = null, other = null] = places.map(({ position }) => partRewrite(scene, part, position));
		return other === null ? rewrite : null;
	}
	if (!isClear(best, next) || isTorn(lines, best) || lacksKnownLine(scene, lines, best)) return null;
	return rewriteAt(scene, lines, best);
}
/** Does the file have many other lines right beside one that is removed? Then that may belong to another place. */
function isTorn(lines, { pairs }) {
	const old = lines.filter(([mark]) => mark !== "+");
	const isRemoved = ({ expected }) => old[expected]?.[0] === "-";
	return pairs.some((pair, index) => {
		const above = pairs[index - 1];
		if (above === void 0 || !isRemoved(above) && !isRemoved(pair)) return false;
		return pair.found - above.found - (pair.expected - above.expected) > MOST_OTHERS;
	});
}
/** Lines that somebody has put there since. */
const MOST_OTHERS = 3;
/** Does the file have a line elsewhere that stays, and that this place lacks? Then that other place may be meant. */
function lacksKnownLine(scene, lines, { pairs }) {
	const same = new Set(pairs.flatMap(({ expected, difference }) => difference === "text" ? [] : [expected]));
	return lines.filter(([mark]) => mark !== "+").slice(0, 200).some(([mark, text], row) => mark === " " && !same.has(row) && hasWord$1(text) && hasLine(scene, text));
}
/** Also where the effort does not suffice for looking. */
function hasLine({ text, line, lineAt, effort }, wanted) {
	effort.searching -= text().length;
	if (effort.searching < 0) return true;
	return placesIn(text(), wanted).take(MOST_LOOKED_AT).some((offset) => line(lineAt(offset)) === wanted);
}
/** Places of a text of which one may be a whole line. */
const MOST_LOOKED_AT = 40;
/** The place must be like it, and any other must differ at least twice as much. */
function isClear(best, next) {
	const margin = Math.max(LEAST_MARGIN, 1 - best.score);
	return best.score >= LEAST_SCORE$1 && best.score - (next?.score ?? 0) >= margin;
}
const LEAST_SCORE$1 = .7;
const LEAST_MARGIN = .06;
function partRewrite(scene, { find, replace }, position) {
	const line = scene.line(position);
	const meant = meantPart(line, find);
	if (meant === null) return null;
	const text = `${line.slice(0, meant.start)}${replace}${line.slice(meant.end)}`;
	return {
		from: position,
		to: position + 1,
		lines: text.split("\n")
	};
}

// src/apply/diagnosis/diagnose-edit.ts
/** The refusal for an edit that failed; its pointer is relative to the change. */
function diagnoseEdit(failure, scene) {
	const base = {
		path: scene.path,
		pointer: "/find"
	};
	switch (failure.status) {
		case "not_found": return {
			...base,
			...notFound$1(failure, scene)
		};
		case "ambiguous": return {
			...base,
			...ambiguous(failure, scene)
		};
		case "miscount": return {
			...base,
			...miscount(failure, scene)
		};
		case "too_repetitive": return {
			...base,
			code: "too_large",
			message: `The text to replace occurs too often in ${scene.path} to look at all places. Send more of the text around it.`
		};
	}
}
/** As many places of a literal text as a refusal shows. */
function literalPlaces$1(text, { find, replace }) {
	const found = [];
	for (const at of placesIn(text, find)) {
		found.push({
			start: at,
			end: at + find.length,
			text: replace
		});
		if (found.length === 3) break;
	}
	return found;
}
function notFound$1({ find, replace }, scene) {
	const missing = `The text to replace is not in ${scene.path}`;
	const [explanation] = explainMissing(scene, [{
		lines: linesOf$1({
			find,
			replace
		}),
		part: find.includes("\n") ? void 0 : {
			find,
			replace
		}
	}]);
	const { sentence = "", data = {} } = explanation ?? {};
	const done = scene.effort.explanations >= 0 && hasWord(replace) ? firstPlaceIn(scene.text(), replace) : null;
	if (done === null) return {
		code: "not_found",
		message: `${missing}. ${sentence}`,
		data
	};
	const line = scene.lineAt(done) + 1;
	return {
		code: "not_found",
		message: `${missing}, but the new text is, at line ${line}. If it is done already, leave the change out.${hasNearest(data) ? ` ${sentence}` : ""}`,
		data: {
			...data,
			replacementAt: line
		}
	};
}
/** The edit as lines that stay, go and come, so that only what it changes counts as changed. */
function linesOf$1({ find, replace }) {
	const [before, after] = [find.split("\n"), replace === "" ? [] : replace.split("\n")];
	if (before.at(-1) === "" && (after.length === 0 || after.at(-1) === "")) {
		before.pop();
		after.pop();
	}
	return changedLines(before, after);
}
function hasWord(text) {
	return /[\p{L}\p{N}_]{3}/u.test(text);
}
function ambiguous({ find, replace, positions }, scene) {
	const message = `The text to replace is not in ${scene.path} as it was sent, but lines like it are, at ${linesText(positions)}, and nothing tells which are meant. Send the lines as they stand there, with more of the lines around them.`;
	const candidates = () => blockCandidates(scene, {
		lines: linesOf$1({
			find,
			replace
		}),
		positions
	});
	return {
		code: "ambiguous",
		message,
		data: {
			...linesData(positions),
			...affordable(scene, candidates)
		}
	};
}
function miscount({ by, count, positions, found }, scene) {
	const candidates = () => found().slice(0, 3).map((one) => candidateOf(one, scene));
	const data = {
		...linesData(positions),
		expected: count,
		...affordable(scene, candidates)
	};
	const { finds, widen } = WORDS[by];
	const occurs = `${finds} ${countOf(positions.length, "time")} in ${scene.path}, at ${linesText(positions)}`;
	if (positions.length < count) return {
		code: "not_found",
		message: `${occurs}, and ${count} were announced. Correct the count, or the ${by}.`,
		data
	};
	return {
		code: "ambiguous",
		message: `${occurs}, and ${count === 1 ? `nothing tells which is meant. ${widen}, or` : `${count} were announced. Correct the count, or`} set count to "all".`,
		data
	};
}
const WORDS = {
	text: {
		finds: "The text to replace occurs",
		widen: "Send more of the text around it"
	},
	expression: {
		finds: "The expression matches",
		widen: "Let it match more of the text around"
	}
};
/** The whole lines around a found text, and what replacing it would make of them. */
function candidateOf({ start, end, text }, scene) {
	const from = scene.lineAt(start);
	const to = scene.lineAt(Math.max(start, end - 1)) + 1;
	const before = scene.text().slice(scene.offsetOf(from), start);
	const after = scene.text().slice(end, scene.offsetOf(to));
	const isWide = before.length + after.length > MAX_AROUND;
	const lines = `${before}${text}${after}`;
	const whole = lines.endsWith("\n") ? lines.slice(0, -1) : lines;
	return {
		from,
		to,
		rewrite: isWide ? null : {
			from,
			to,
			lines: lines === "" ? [] : whole.split("\n")
		}
	};
}
/** Characters on the lines of a found text that a correction would have to repeat. */
const MAX_AROUND = 4e3;

// src/apply/file-lines.ts
function uncut(text) {
	let known;
	const lines = () => {
		known ??= cutLines(text);
		return known;
	};
	return {
		text,
		lines
	};
}
/** Lines end with `\n`; a break at the very end does not begin another line. */
function cutLines(text) {
	let starts = new Int32Array(FIRST_LINES);
	let count = 0;
	let start = 0;
	while (start < text.length) {
		if (count + 2 > starts.length) starts = grown(starts);
		const end = text.indexOf("\n", start);
		start = end === -1 ? text.length + 1 : end + 1;
		count += 1;
		starts[count] = start;
	}
	return {
		text,
		count,
		starts
	};
}
/** A line without its end; empty where there is none. */
function lineText({ text, starts, count }, position) {
	if (position < 0 || position >= count) return "";
	return text.slice(starts[position], (starts[position + 1] ?? 1) - 1);
}
/** Is this the line at a position? */
function standsAtLine({ text, starts, count }, line, position) {
	if (position < 0 || position >= count) return false;
	const start = starts[position] ?? 0;
	return start + line.length + 1 === starts[position + 1] && text.startsWith(line, start);
}
/** How many line breaks stand in a part of a text. */
function countBreaks(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}
/** Room for so many lines is made at first; it doubles when they are more. */
const FIRST_LINES = 1024;
function grown(array) {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}

// src/apply/diagnosis/scene.ts
/** `lines` is asked once, and only if somebody asks for anything of the file. */
function sceneOf({ path, lines, effort }) {
	let known;
	const cut = () => {
		known ??= lines();
		return known;
	};
	return {
		path,
		effort,
		text: () => cut().text,
		lineCount: () => cut().count,
		line: (position) => lineText(cut(), position),
		lines: (from, to) => {
			const first = Math.max(0, from);
			const length = Math.max(0, Math.min(to, cut().count) - first);
			return Array.from({ length }, (_, index) => lineText(cut(), first + index));
		},
		offsetOf: (position) => {
			const { text, starts, count } = cut();
			return position < count ? starts[position] ?? 0 : text.length;
		},
		lineAt: (offset) => lastAtMost(cut(), offset)
	};
}
/** The last position at which a line begins, or would begin if the text went on, that is not behind an offset. */
function lastAtMost({ starts, count }, offset) {
	let [low, high] = [0, count + 1];
	while (high - low > 1) {
		const middle = low + high >>> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low;
}

// src/apply/indentation.ts
/**
* What the matched lines of a hunk teach about its added ones. null: they are not indented after one rule, so
* they are hardly the lines that the hunk means.
*/
function learnIndentation(pairs) {
	if (pairs.every(hasItsMarkLost)) return (indent) => indent;
	return shiftOf(pairs) ?? unitsOf(pairs) ?? columnsOf$1(pairs) ?? shiftedUnitsOf(pairs);
}
function indentOf(line) {
	return line.slice(0, line.length - line.trimStart().length);
}
/**
* The same indentation, or a line of context that lost the space that marks it, so that its text begins one
* space too early. Added lines have their marks, and are right.
*/
function hasItsMarkLost({ patch, file, isContext }) {
	return patch === file || isContext && file === ` ${patch}`;
}
/** All lines are indented by one and the same text more, or less. */
function shiftOf(pairs) {
	const [first] = pairs;
	if (first === void 0) return null;
	const more = withoutEnd(first.file, first.patch);
	if (more !== null && pairs.every(({ patch, file }) => file === more + patch)) return (indent) => more + indent;
	const less = withoutEnd(first.patch, first.file);
	if (less !== null && pairs.every(({ patch, file }) => patch === less + file)) return (indent) => indent.startsWith(less) ? indent.slice(less.length) : null;
	return null;
}
function withoutEnd(text, end) {
	return text.endsWith(end) ? text.slice(0, text.length - end.length) : null;
}
/** All lines have the same depth, and a depth is written otherwise. */
function unitsOf(pairs) {
	return UNITS.find((unit) => pairs.every(({ patch, file }) => unit(patch) === file)) ?? null;
}
/** The same, and all lines are some depths more, or less; lines of several depths must tell so. */
function shiftedUnitsOf(pairs) {
	if (new Set(pairs.map(({ patch }) => patch)).size < 2) return null;
	for (const unit of UNITS) {
		const written = pairs.flatMap((pair) => {
			const patch = unit(pair.patch);
			return patch === null ? [] : [{
				...pair,
				patch
			}];
		});
		const shift = written.length === pairs.length ? shiftOf(written) : null;
		if (shift === null) continue;
		return (indent, line) => {
			const own = unit(indent);
			return own === null ? null : shift(own, line);
		};
	}
	return null;
}
/** Spaces that a tab may stand for, the commonest first. */
const WIDTHS = [
	4,
	2,
	8,
	3,
	1,
	6,
	5,
	7
];
const UNITS = [
	...WIDTHS.map((spaces) => (indent) => indent.replaceAll("	", " ".repeat(spaces))),
	...WIDTHS.map((spaces) => (indent) => indent.replaceAll(" ".repeat(spaces), "	")),
	(indent) => indent.includes("	") ? null : indent.repeat(2),
	(indent) => indent.includes("	") || indent.length % 2 === 1 ? null : indent.slice(indent.length / 2)
];
/** The file mixes tabs and spaces, the patch does not, and all lines begin in the same column. */
function columnsOf$1(pairs) {
	if (TAB_STOPS.find((stop) => pairs.every(({ patch, file }) => columnOf(patch, stop) === columnOf(file, stop))) === void 0) return null;
	return (indent, line) => {
		return nearest(pairs.filter(({ patch }) => patch === indent), line)?.file ?? indent;
	};
}
const TAB_STOPS = [
	8,
	4,
	2
];
function columnOf(indent, stop) {
	let column = 0;
	for (const char of indent) column += char === "	" ? stop - column % stop : 1;
	return column;
}
function nearest(pairs, line) {
	let best;
	for (const pair of pairs) if (best === void 0 || Math.abs(pair.line - line) < Math.abs(best.line - line)) best = pair;
	return best;
}

// src/apply/edge-breaks.ts
/**
* The texts of an edit, with the line break at an edge of the text to find that the new text lost: without it the new
* line would be joined to the one beside it. A line break that is all that differs was meant to go, and so was one
* whose place a blank takes. Where the file ends beside it, or has an empty line, no words are joined.
*/
function withEdgeBreaks(texts, { above, below }) {
	const { find, replace } = texts;
	if (find.trim() === "" || replace.trim() === "") return texts;
	const head = above ? headLost(find, replace) : "";
	const tail = below ? tailLost(find, replace) : "";
	const whole = head + replace + tail;
	return whole === find || whole === replace ? texts : {
		...texts,
		replace: whole
	};
}
/** Where it stands in a text that is the file, or begins or ends within it. */
function edgesAt(text, find, start) {
	const end = start + find.length;
	return {
		above: start > 0 && text[start - 1] !== "\n",
		below: end < text.length && text[end] !== "\n"
	};
}
/** What begins the line below. */
function tailLost(find, replace) {
	if (replace !== replace.trimEnd()) return "";
	const end = find.lastIndexOf("\n");
	return end < find.trimEnd().length ? "" : find.slice(end);
}
/** New text that begins a line of its own is indented as the line is that it replaces; at the margin a word begins it. */
function headLost(find, replace) {
	const filled = find.length - find.trimStart().length;
	const end = find.lastIndexOf("\n", filled) + 1;
	const begin = find.indexOf("\n") + 1;
	if (end === 0) return "";
	const indent = find.slice(end, filled);
	if (indentOf(replace) !== indent || indent === "" && !/^[\p{L}\p{N}_]/u.test(replace)) return "";
	return find.slice(0, begin);
}

// src/apply/unescape.ts
/**
* A text whose line breaks, tabs, quotes and backslashes are written as escapes, with the characters that they
* stand for; null: it holds none, or real line breaks too, or a backslash that begins no escape.
*/
function unescaped(text) {
	if (!text.includes("\\") || text.includes("\n")) return null;
	const parts = [];
	let done = 0;
	for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", done)) {
		const char = ESCAPES$1.get(text.charAt(at + 1));
		if (char === void 0) return null;
		parts.push(text.slice(done, at), char);
		done = at + 2;
	}
	return parts.join("") + text.slice(done);
}
const ESCAPES$1 = /* @__PURE__ */ new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "	"],
	["\"", "\""],
	["'", "'"],
	["/", "/"],
	["\\", "\\"]
]);

// src/apply/escaped-edit.ts
/** null: the text to find has no escapes, or what replaces it has real line breaks. */
function unescapedEdit(sent) {
	const find = readEscapes(sent.find);
	if (find === null || sent.replace.includes("\n")) return null;
	const replace = readEscapes(sent.replace);
	return replace === null ? {
		find,
		replace: sent.replace,
		isClear: !/\\[nrt"'/\\]/.test(sent.replace)
	} : {
		find,
		replace,
		isClear: escapesAll(sent) || hasClearLines(sent)
	};
}
/** With the line ends that decoded text has. */
function readEscapes(text) {
	return unescaped(text)?.replaceAll("\r\n", "\n") ?? null;
}
/** Does the text to find show that backslashes are escaped too? Then each one in the new text begins an escape. */
function escapesAll({ find, replace }) {
	return pairsOf(find).includes("\\\\") && !hasBareQuote(find + replace);
}
function pairsOf(text) {
	return text.match(/\\./g) ?? [];
}
function hasBareQuote(text) {
	return text.replaceAll(/\\./g, "").includes("\"");
}
/**
* Where that is not shown, `\n` may be two characters of a string, and `\t` a part of a path. Lines that the text to
* find has are none of these; new ones have tabs at their beginning only, and end where nothing is open.
*/
function hasClearLines({ find, replace }) {
	const known = new Set(find.split(BREAK$1).slice(0, -1));
	const read = quoteReader({
		find,
		replace
	});
	const lastOf = new Map(MARKS.map((mark) => [mark, replace.lastIndexOf(mark)]));
	const lines = replace.split(BREAK$1);
	let end = -BREAK_LENGTH;
	return lines.every((line, index) => {
		end += BREAK_LENGTH + line.length;
		const next = lines[index + 1];
		if (known.has(line) && next !== void 0) return true;
		const text = read(withoutEdges$1(line));
		if (text === null || next === void 0) return text !== null;
		const open = openMark(text);
		return (open === null || (lastOf.get(open) ?? 0) < end) && !looksCut(text, next);
	});
}
/** As it is written, and not the end of an escaped backslash with a letter. */
const BREAK$1 = /\\n(?<=(?<!\\)(?:\\\\)*\\n)/;
const BREAK_LENGTH = 2;
/** Without tabs at the beginning, and what is left of a line end of Windows. */
function withoutEdges$1(line) {
	return line.replace(/^(?:\s|\\t)+/, "").replace(/\\r$/, "");
}
/**
* Reads quotes within a line, and leaves out what a string of it escapes; null: something may be meant as it stands.
* Where every double quote is escaped, and there is one, a text was written into a string as a whole.
*/
function quoteReader({ find, replace }) {
	const both = find + replace;
	const isWhole = both.includes("\\\"") && !hasBareQuote(both);
	const shown = new Set(pairsOf(find));
	const isRead = (pair) => isWhole ? /^\\["/\\]$/.test(pair) : /^\\['/]$/.test(pair) && shown.has(pair);
	return (line) => {
		if (!pairsOf(line).every(isRead)) return null;
		return line.replaceAll(/\\\\(?:\\.|.)?|\\(.)/g, (_, char) => char ?? "");
	};
}
/** What strings and regular expressions begin and end with. */
const MARKS = [
	"\"",
	"'",
	"`",
	"/"
];
/** Of a string or a regular expression that begins in a line and does not end there; null: there is none. */
function openMark(line) {
	let open = null;
	for (const { 0: mark, index } of line.replaceAll(TRIPLE, "").matchAll(/["'`/]/g)) if (mark === open) open = null;
	else if (open === null && canOpen(line, index)) open = mark;
	return open;
}
/** Strings that go on over lines. */
const TRIPLE = /"""|'''|```/g;
/** No apostrophe within a word does, and no slash that divides, or begins a comment. */
function canOpen(line, at) {
	const [before, after] = [line.slice(Math.max(0, at - LOOK_BACK), at), line.slice(at + 1, at + 2)];
	if (line.charAt(at) === "'") return !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
	return line.charAt(at) !== "/" || /(?:[(,=~!|&?[]|\breturn)\s*$/.test(before) && !/[/*>]/.test(after);
}
/** Characters before a slash that tell what it is. */
const LOOK_BACK = 20;
/** A `\n` between two blanks is a word of a sentence, and one behind the letter of a drive a part of a path. */
function looksCut(line, next) {
	return /\S $/.test(line) && /^ \S/.test(next) || /\b[A-Za-z]:$/.test(line) && /^\w/.test(next);
}

// src/apply/line-edit.ts
/**
* The file with all line edits made; they must be sorted and apart from each other. Whether the file ends
* with a line break stays as it was, unless `finalNewline` says otherwise; a file that was empty gets one.
*/
function editLines(file, edits, finalNewline) {
	const endsWithBreak = finalNewline ?? (file.text === "" || file.text.endsWith("\n"));
	const closed = file.text === "" || file.text.endsWith("\n") ? file : withLastBreak(file);
	const starts = edits.every(({ span }) => span !== void 0) ? [] : lineStarts(closed.text);
	const edited = replaceText(closed, edits.map((edit) => replacementOf(edit, starts)));
	return endsWithBreak ? edited : withoutLastBreak(edited);
}
function withLastBreak(file) {
	const { hasBom, text, endings } = file;
	const closed = typeof endings === "string" ? endings : withLastEnding(endings);
	return {
		hasBom,
		text: `${text}\n`,
		endings: closed
	};
}
function withLastEnding(endings) {
	const closed = new Uint8Array(endings.length + 1);
	closed.set(endings);
	closed[endings.length] = endings.at(-1) ?? 0;
	return closed;
}
function withoutLastBreak(file) {
	const { hasBom, text, endings } = file;
	if (text === "") return file;
	return {
		hasBom,
		text: text.slice(0, -1),
		endings: typeof endings === "string" ? endings : endings.subarray(0, -1)
	};
}
/** Offsets of all lines, and the text's length behind the last one. */
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function replacementOf({ line, remove, insert, span }, starts) {
	const start = span?.start ?? starts[line];
	const end = span?.end ?? starts[line + remove];
	if (start === void 0 || end === void 0) throw new RangeError(`lines ${line} to ${line + remove} are not in the file`);
	return {
		start,
		end,
		text: insert.map((text) => `${text}\n`).join("")
	};
}

// src/apply/glyphs.ts
/**
* Characters that typography, keyboards and models put in the place of plain ones. Two lines that differ in
* nothing else say the same.
*/
function plainGlyphs(line) {
	return NOT_ASCII.test(line) ? line.replace(ALL_NOT_ASCII, (glyph) => PLAIN.get(glyph) ?? glyph) : line;
}
/** What stands for one character; the character itself where it is plain. */
function plainGlyph(char) {
	return PLAIN.get(char) ?? char;
}
/** Code of the plain character; SPACE for every kind of space, and NOTHING for what has no width. */
function plainCode(code) {
	return PLAIN_CODES.get(code) ?? code;
}
const NOTHING = 0;
const NOT_ASCII = /[^\0-\x7f]/;
const ALL_NOT_ASCII = /[^\0-\x7f]/g;
const GLYPHS = [
	["'", "‘’‚‛′ʼ＇"],
	["\"", "“”„‟″＂"],
	["-", "‐‑‒–—―−﹣－"],
	[" ", "\xA0              　"],
	["", "­​‌‍⁠﻿"]
];
const PLAIN = new Map([...GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph, plain])), ["…", "..."]]);
/** The ellipsis stands for three characters and is treated by itself. */
const PLAIN_CODES = new Map(GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph.charCodeAt(0), plain === "" ? 0 : plain.charCodeAt(0)])));

// src/apply/fingerprint.ts
/**
* A number for what a line says: lines that differ in white space and typography only have the same one, and
* other lines hardly ever do. Blank lines have BLANK.
*/
function fingerprint(text) {
	return printOf(text, 0, text.length, EVERY_TAIL);
}
/**
* The fingerprints of all lines of a file that say the same as one of the wanted lines, and of some others;
* those of lines that end otherwise than any of them are OTHER.
*/
function fingerprints({ text, count, starts }, wanted) {
	const tails = tailsOf(wanted);
	const prints = new Int32Array(count);
	let start = 0;
	for (let line = 0; line < count; line += 1) {
		const end = starts[line + 1] ?? 0;
		prints[line] = printOf(text, start, end - 1, tails);
		start = end;
	}
	return prints;
}
/** Hardly any line that somebody wants has it. */
const OTHER = 1;
function tailsOf(lines) {
	const tails = new Uint8Array(TAIL_SLOTS);
	for (const line of lines) tails[slotOf(tailOf(plainGlyphs(line)))] = 1;
	return tails;
}
function tailOf(plain) {
	let hash = 0;
	let unread = TAIL_CHARACTERS;
	for (let at = plain.length - 1; at >= 0 && unread > 0; at -= 1) {
		const code = plain.charCodeAt(at);
		if (code <= 32) continue;
		hash = imul(hash ^ code, HASH_FACTOR);
		unread -= 1;
	}
	return hash;
}
/** Of lines that end alike in so many characters there are few; with more, they take longer to read. */
const TAIL_CHARACTERS = 6;
/** A power of two. */
const TAIL_SLOTS = 65536;
const EVERY_TAIL = new Uint8Array(TAIL_SLOTS).fill(1);
function slotOf(hash) {
	return (hash ^ hash >>> 16) & 65535;
}
/** Reads backwards, because lines begin alike more often than they end alike. */
function printOf(text, start, end, tails) {
	let hash = 0;
	let unread = TAIL_CHARACTERS;
	for (let at = end - 1; at >= start; at -= 1) {
		const code = text.charCodeAt(at);
		if (code <= 32) continue;
		if (code < FIRST_GLYPH) hash = imul(hash ^ code, HASH_FACTOR);
		else {
			hash = mixGlyph(hash, code);
			unread = 0;
		}
		unread -= 1;
		if (unread === 0 && tails[slotOf(hash)] === 0) return 1;
	}
	return hash;
}
/** Characters below are ASCII. */
const FIRST_GLYPH = 128;
/** Looked up once: it runs for every character. */
const { imul } = Math;
/** The prime of the FNV hash. */
const HASH_FACTOR = 16777619;
const ELLIPSIS = 8230;
const DOT = 46;
function mixGlyph(hash, code) {
	if (code === ELLIPSIS) return imul(imul(imul(hash ^ DOT, HASH_FACTOR) ^ DOT, HASH_FACTOR) ^ DOT, HASH_FACTOR);
	const plain = plainCode(code);
	return plain === 32 || plain === 0 ? hash : imul(hash ^ plain, HASH_FACTOR);
}

// src/apply/line-index.ts
/** `wanted`: all lines whose positions may be asked for. */
function indexLines(lines, wanted) {
	const prints = fingerprints(lines, wanted);
	const positions = /* @__PURE__ */ new Map();
	for (const line of wanted) positions.set(fingerprint(line), []);
	positions.delete(0);
	for (let line = 0; line < prints.length; line += 1) {
		const print = prints[line] ?? 1;
		if (print !== 1 && print !== 0) positions.get(print)?.push(line);
	}
	return {
		lines,
		prints,
		positions
	};
}
function lineAt({ lines }, position) {
	return lineText(lines, position);
}
function positionsOf({ positions }, print) {
	return positions.get(print) ?? NOWHERE$1;
}
/**
* All positions, ascending, where lines with these fingerprints stand one below the other; found from the one
* that is rarest in the file. null: the effort is spent.
*/
function findPrints(index, wanted, effort) {
	const rarest = rarestOf(index, wanted);
	if (rarest === null) return wanted.length === 0 ? [] : findBlanks(index, wanted.length, effort);
	const found = [];
	for (const position of rarest.positions) {
		const start = position - rarest.offset;
		const compared = equalPrints(index.prints, wanted, start);
		effort.comparisons -= compared + 1;
		if (effort.comparisons < 0) return null;
		if (compared === wanted.length) found.push(start);
	}
	return found;
}
/** Places of blank lines are many, and keeping one costs some comparisons. */
const BLANK_EFFORT = 8;
const NOWHERE$1 = [];
/** null: there are blank lines only. */
function rarestOf(index, wanted) {
	let rarest = null;
	for (const [offset, print] of wanted.entries()) {
		if (print === 0) continue;
		const positions = positionsOf(index, print);
		if (rarest === null || positions.length < rarest.positions.length) rarest = {
			offset,
			positions
		};
	}
	return rarest;
}
/** How many lines stand at `start` as they are wanted, from the first one on. */
function equalPrints(prints, wanted, start) {
	if (start < 0 || start + wanted.length > prints.length) return 0;
	let equal = 0;
	while (equal < wanted.length && prints[start + equal] === wanted[equal]) equal += 1;
	return equal;
}
/** Places of so many blank lines in a row. */
function findBlanks({ prints }, count, effort) {
	effort.comparisons -= BLANK_EFFORT * prints.length;
	if (effort.comparisons < 0) return null;
	const found = [];
	let blanks = 0;
	for (let line = 0; line < prints.length; line += 1) {
		blanks = prints[line] === 0 ? blanks + 1 : 0;
		if (blanks >= count) found.push(line - count + 1);
	}
	return found;
}

// src/apply/block-mark.ts
/** Does a line end with what a block begins with in most languages, so that the next line is deeper? */
function opensBlock(line) {
	return OPENS_BLOCK.test(line.slice(-LONGEST_END).trimEnd());
}
const OPENS_BLOCK = /[{[(:]$|[=-]>$|\b(?:then|do|else|begin|try)$/;
/** Characters at the end of a line that are looked at; spaces behind its text among them. */
const LONGEST_END = 40;
/** Does a line begin with what ends a block that stands above it? */
function closesBlock(line) {
	return CLOSES_BLOCK.test(line.trimStart());
}
const CLOSES_BLOCK = /^(?:[\]})]|<\/|(?:end|fi|done|esac)\b)/;
/** Does a line begin a text of several lines that is no code, whose lines are what they are, and not end it? */
function opensText(line) {
	return (line.match(TEXT_MARKS) ?? []).length % 2 === 1 || HERE_DOCUMENT.test(line);
}
const TEXT_MARKS = /"""|'''|`/g;
const HERE_DOCUMENT = /<<[-~]?["']?[A-Z]{2}/;

// src/apply/trimmed-line.ts
/**
* Did the first of several matched lines lose its indentation, and no other one? That becomes of a text which is copied
* from the middle of a line on, or trimmed as a whole.
*/
function isFirstTrimmed(pairs) {
	const [first, ...others] = pairs;
	if (first === void 0 || others.length === 0) return false;
	return first.patch === "" && first.file !== "" && others.every(({ patch, file }) => patch === file);
}
/**
* How the added lines of a hunk are indented whose first matched line is trimmed. What takes the place of that line is
* as deep as it is in the file. All else is as deep as it was sent, as the other lines are; but what stands right beside
* the trimmed line and is no deeper may be trimmed too, and then nothing tells its depth.
*/
function reindentBesideTrimmed(lines, trimmed) {
	const beside = /* @__PURE__ */ new Map();
	let above = null;
	let isParted = false;
	for (const [line, [mark, text]] of lines.slice(0, endOfBeside(lines, trimmed.line)).entries()) {
		if (mark === "-") continue;
		if (isBlank$2(text)) {
			isParted = true;
			continue;
		}
		const indent = mark === " " ? trimmed.file : indentBeside(indentOf(text), {
			line,
			lines,
			trimmed,
			above,
			isParted
		});
		beside.set(line, indent);
		if (above === null && mark === "+" && indentOf(text) === indent) break;
		above = {
			text,
			indent
		};
		isParted = false;
	}
	return (indent, line) => beside.has(line) ? beside.get(line) ?? null : indent;
}
function indentBeside(sent, { line, lines, trimmed, above, isParted }) {
	const { patch, file } = trimmed;
	if (above === null && sent !== patch) return sent.startsWith(file) ? sent : null;
	const isAboveKept = line < trimmed.line && lines[trimmed.line]?.[0] === " ";
	if (above === null || isAboveKept) return sent === patch ? file : null;
	if (sent === patch) return isParted ? sent : null;
	return above.indent === file && opensBlock(above.text) && sent.length <= file.length ? null : sent;
}
/** Where another line that the file has comes, or takes over in the place of the trimmed one. */
function endOfBeside(lines, trimmed) {
	const end = lines.findIndex(([mark, text], line) => line > trimmed && mark === " " && !isBlank$2(text));
	const own = end === -1 ? lines : lines.slice(0, end);
	if (lines[trimmed]?.[0] === " ") {
		const next = own.findIndex(([mark, text], line) => line > trimmed && mark === "-" && !isBlank$2(text));
		return next === -1 ? own.length : next;
	}
	const added = own.flatMap(([mark, text], line) => mark === "+" && !isBlank$2(text) ? [line] : []);
	const removed = own.flatMap(([mark, text], line) => mark === "-" && !isBlank$2(text) ? [line] : []);
	const [first, second] = [added[0] ?? own.length, removed[1] ?? own.length];
	return removed.length > 1 && added.length === removed.length ? first + 1 : second > first ? second : own.length;
}
function isBlank$2(text) {
	return text.trim() === "";
}

// src/apply/as-deep.ts
/**
* Are the lines of a hunk's new side, which say the same as those from `start` on, as deep there as the hunk makes them?
* All must be indented otherwise than in the file after one rule. Lines that the hunk moves in or out say the same before
* and after, so that others must tell then that it is done: context beside which they would not be as deep as they were,
* or lines that are new, unless those that were to be moved stand there to the letter.
*/
function standsAsDeep(index, hunk, start) {
	const lines = standingAt(index, hunk, start);
	if (lines.every(hasItsMarkLost)) return true;
	if (isFirstTrimmed(lines)) return lines[0]?.before === null;
	if (learnIndentation(lines) === null) return false;
	const moved = lines.filter((line) => line.before !== null && !hasItsMarkLost(line));
	if (moved.length === 0 || !mayBeAsBefore(lines)) return true;
	if (moved.some(({ before, file }) => before === file)) return false;
	return lines.some(({ before, isContext, isTelling }) => !isContext && before === null && isTelling);
}
/** Would all lines but the new ones be indented after one rule too if those that are moved still stood as they were? */
function mayBeAsBefore(lines) {
	const old = lines.flatMap(({ before, isContext, patch, ...line }) => isContext || before !== null ? [{
		...line,
		isContext,
		patch: before ?? patch
	}] : []);
	return learnIndentation(old) !== null;
}
function standingAt(index, { lines }, start) {
	const removed = removedIndents(lines);
	const standing = [];
	let position = start - 1;
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark === "-") continue;
		position += 1;
		if (text.trim() === "") continue;
		standing.push({
			line,
			patch: indentOf(text),
			file: indentOf(lineAt(index, position)),
			isContext: mark === " ",
			before: (mark === "+" ? removed.get(fingerprint(text))?.next().value : void 0) ?? null,
			isTelling: hasWord$1(text)
		});
	}
	return standing;
}
/** How the lines that a hunk removes are indented, in their order, by what they say. */
function removedIndents(lines) {
	const indents = /* @__PURE__ */ new Map();
	for (const [mark, text] of lines) {
		if (mark !== "-") continue;
		const print = fingerprint(text);
		const known = indents.get(print);
		if (known === void 0) indents.set(print, [indentOf(text)]);
		else known.push(indentOf(text));
	}
	return new Map([...indents].map(([print, own]) => [print, own.values()]));
}

// src/apply/borders.ts
/** `depthOf`: null where a line is no border. */
function bordersFrom(count, depthOf) {
	const positions = [];
	const depths = [];
	for (let position = 0; position < count; position += 1) {
		const depth = depthOf(position);
		if (depth === null) continue;
		positions.push(position);
		depths.push(depth);
	}
	return {
		count,
		positions,
		depths,
		shallower: shallowerOf(depths)
	};
}
/** The first border below `start` that is no deeper than `depth`; the number of lines where there is none. */
function nextUpTo({ count, positions, depths, shallower }, { start, depth }) {
	let border = firstBelow$1(positions, start);
	while (border < depths.length && (depths[border] ?? 0) > depth) border = shallower[border] ?? depths.length;
	return positions[border] ?? count;
}
function shallowerOf(depths) {
	const next = depths.map(() => depths.length);
	for (let border = depths.length - 1; border >= 0; border -= 1) {
		let other = border + 1;
		while (other < depths.length && (depths[other] ?? 0) >= (depths[border] ?? 0)) other = next[other] ?? depths.length;
		next[border] = other;
	}
	return next;
}
/** The first of ascending positions that is greater than another. */
function firstBelow$1(positions, start) {
	let [low, high] = [0, positions.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((positions[middle] ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	return low;
}

// src/apply/sections.ts
/** `path`: of the file, where it is known. */
function indexSections(lines, path = "") {
	return {
		lines,
		isMarkdown: /\.(?:md|mdx|markdown)$/i.test(path)
	};
}
/** Every section that the anchors name, each one inside a section of the anchor before it. */
function sectionsOf(index, anchors) {
	let sections = [{
		start: 0,
		end: index.lines.count
	}];
	for (const anchor of anchors) sections = sectionsUnder(index, anchor.trim()).filter(({ start }) => sections.some((outer) => start >= outer.start && start < outer.end));
	return sections;
}
/** Does a line stand above what belongs to it? A line among others of its kind does not. */
function isHeading({ lines, isMarkdown }, position) {
	const heading = lineText(lines, position);
	if (titleLevel(heading, isMarkdown) !== null) return true;
	const below = filledFrom(lines, position + 1);
	return below !== null && indentation(lineText(lines, below)) > indentation(heading);
}
/** Does the block that a line stands in, or heads, end before another one further down, and by no line of the hunk? */
function isLeft$1(index, { above, below, between, deeper }) {
	const [upper, lower] = [lineText(index.lines, above), lineText(index.lines, below)];
	index.ends ??= endsIn(index);
	const level = titleLevel(upper, index.isMarkdown);
	if (level !== null) return ![lower, ...between].some((line) => isTitleUpTo(index, line, level)) && nextUpTo(index.ends.titles, {
		start: above,
		depth: level
	}) < below;
	const high = indentation(upper);
	const deep = indentation(lower) + (beginsWithWord(lower) ? 0 : 1);
	const depth = deep > high && isHeading(index, above) ? high : Math.min(high, deep) - 1;
	const outermost = between.filter(beginsWithWord).map((line) => indentation(line) + deeper - 1);
	return nextUpTo(index.ends.words, {
		start: above,
		depth: Math.min(depth, ...outermost)
	}) < below;
}
/** The next line that is not blank; null: there is none, or none near. */
function filledFrom(lines, position) {
	for (let at = position; at <= position + MAX_BLANKS$1 && at < lines.count; at += 1) if (lineText(lines, at).trim() !== "") return at;
	return null;
}
/** Blank lines that part two lines of one place. */
const MAX_BLANKS$1 = 20;
function sectionsUnder(index, anchor) {
	index.starts ??= startsOf$1(index.lines);
	const alike = index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? [];
	if (alike.length > MAX_ALIKE) return [];
	const named = alike.filter((position) => isAnchor(lineText(index.lines, position), anchor));
	if (named.length > MAX_SECTIONS) return [];
	return named.map((start) => ({
		start,
		end: sectionEnd(index, start)
	}));
}
/** git cuts the heading of a hunk at 80 bytes, which are fewer characters where some of them take several. */
const CUT_ANCHOR = 70;
/** An anchor that stands at more places than this tells nothing. */
const MAX_SECTIONS = 50;
/** Lines that begin alike, of which one may be the anchor; beyond that, comparing them for each hunk would cost. */
const MAX_ALIKE = 1e3;
function startsOf$1(lines) {
	const starts = /* @__PURE__ */ new Map();
	for (let position = 0; position < lines.count; position += 1) {
		const start = lineText(lines, position).trim().slice(0, CUT_ANCHOR);
		const known = starts.get(start);
		if (known === void 0) starts.set(start, [position]);
		else known.push(position);
	}
	return starts;
}
function isAnchor(line, anchor) {
	const text = line.trim();
	return text === anchor || anchor.length >= CUT_ANCHOR && text.startsWith(anchor);
}
function sectionEnd(index, start) {
	index.ends ??= endsIn(index);
	const heading = lineText(index.lines, start);
	const level = titleLevel(heading, index.isMarkdown);
	if (level !== null) return nextUpTo(index.ends.titles, {
		start,
		depth: level
	});
	const depth = indentation(heading);
	if (beginsWithWord(heading)) return nextUpTo(index.ends.words, {
		start,
		depth
	});
	index.beginnings ??= indented(index.lines, beginsAnything);
	return nextUpTo(index.beginnings, {
		start,
		depth
	});
}
function endsIn({ lines, isMarkdown }) {
	let fence = null;
	const titles = bordersFrom(lines.count, (position) => {
		const line = lineText(lines, position);
		if (isMarkdown) fence = fenceBelow(fence, line);
		return fence === null ? titleLevel(line, isMarkdown) : null;
	});
	return {
		words: indented(lines, beginsWithWord),
		titles
	};
}
/** The fence that a line of Markdown opens or leaves open; null: what follows is no code. */
function fenceBelow(open, line) {
	const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
	if (open === null) return marks ?? null;
	return marks?.startsWith(open) === true && line.trim() === marks ? null : open;
}
function indented(lines, isBorder) {
	return bordersFrom(lines.count, (position) => {
		const line = lineText(lines, position);
		return isBorder(line) ? indentation(line) : null;
	});
}
/** Would a section under this heading go on with a line? */
function staysBelow(index, heading, line) {
	const level = titleLevel(heading, index.isMarkdown);
	return level === null ? belongsTo(heading, line) : !isTitleUpTo(index, line, level);
}
/**
* Blank lines, deeper lines, and below a word lines that don't begin with one, such as brackets, comments and decorators:
* git, too, takes only lines that begin with a word for headings.
*/
function belongsTo(heading, line) {
	const isBorder = beginsWithWord(heading) ? beginsWithWord : beginsAnything;
	return line.trim() === "" || indentation(line) > indentation(heading) || !isBorder(line);
}
/** The head of a private method begins with one too; another line with `#` may be a comment, or a directive. */
function beginsWithWord(line) {
	return /^\s*(?:(?!end\b)[\p{L}_$]|#[\p{L}_$][\p{L}\p{N}_$]*\(.*\{\s*$)/u.test(line);
}
/** A word, a key in quotes, a tag, a rule of CSS, an item of a list, a list of Lisp: not what closes, comments or goes on. */
function beginsAnything(line) {
	return beginsWithWord(line) || /^\s*(?:["'([{@]|<\p{L}|[.#&:][\p{L}_]|::\p{L}|(?:[-*+]|\d+[.)]) )/u.test(line);
}
/**
* How deep a title of Markdown is, or a table of TOML and INI, which is below all of these; null: the line is none. A
* comment in a language of `#` comments may look like one, and one of a single `#` is one where the file is no Markdown.
*/
function titleLevel(line, isMarkdown) {
	const [, marks] = /^(#{1,6}) \S/.exec(line) ?? [];
	if (marks === "#" && !isMarkdown) return null;
	return marks?.length ?? (TABLE.test(line) ? TABLE_LEVEL : null);
}
const TABLE = /^\[\[?[^[\]]+\]\]?[ \t]*$/;
const TABLE_LEVEL = 7;
function isTitleUpTo({ isMarkdown }, line, level) {
	const own = titleLevel(line, isMarkdown);
	return own !== null && own <= level;
}
function indentation(line) {
	return line.length - line.trimStart().length;
}

// src/apply/extent.ts
/** What a side of a hunk lies on where its lines stand one below the other; `without` is the mark of the other side's. */
function extentAt({ lines }, without, start) {
	const changed = [];
	let end = start;
	for (const [mark] of lines) {
		if (mark !== " ") changed.push(mark === without ? end - BETWEEN : end);
		if (mark !== without) end += 1;
	}
	return {
		start,
		end,
		shown: [{
			start,
			end
		}],
		changed: changed.length === 0 ? [start] : changed
	};
}
/** From a line to what stands right above or below it. */
const BETWEEN = .5;
/**
* Is all that a hunk changes in a section? Or above its first line, which the hunk shows; or below it, where the hunk
* begins in it, or right at its end as git has it, and shows a line at which it is left. Where the hunk begins tells
* nothing by itself: the blank line above a function is still within the one before.
*/
function isWithin$1(index, section, extent) {
	const { start, end } = section;
	return extent.changed.every((at) => {
		if (at < start) return shows(extent, start);
		return at < end || extent.start <= end && isLeftAbove(index, {
			section,
			extent,
			at
		});
	});
}
function shows({ shown }, position) {
	return shown.some(({ start, end }) => position >= start && position < end);
}
/** Does a hunk show a line, above a position or at it, with which a section does not go on? */
function isLeftAbove(index, { section, extent, at }) {
	if (at < section.end) return false;
	if (shows(extent, section.end)) return true;
	const { lines } = index;
	const heading = lineText(lines, section.start);
	return extent.shown.some((span) => {
		for (let line = Math.max(span.start, section.end); line < span.end && line <= at; line += 1) if (!staysBelow(index, heading, lineText(lines, line))) return true;
		return false;
	});
}

// src/apply/fit/likeness.ts
/** A measure of how like other lines are to one, from 0 to 1: the share of pairs of neighbouring characters that both have. */
function similarityTo(line) {
	const own = line.trim().slice(0, COMPARED_CHARACTERS$1);
	const pairs = /* @__PURE__ */ new Map();
	for (let at = 0; at + 1 < own.length; at += 1) {
		const pair = pairAt(own, at);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return (line2) => {
		const other = line2.trim().slice(0, COMPARED_CHARACTERS$1);
		const all = Math.max(0, own.length - 1) + Math.max(0, other.length - 1);
		const most = Math.min(own.length, other.length) - 1;
		if (all === 0 || 2 * most / all < WORTH_COUNTING) return 0;
		return 2 * commonPairs(pairs, other) / all;
	};
}
/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const COMPARED_CHARACTERS$1 = 300;
/** Lines whose lengths alone make them less alike are not compared. */
const WORTH_COUNTING = .6;
function commonPairs(pairs, other) {
	const used = /* @__PURE__ */ new Map();
	let common = 0;
	for (let at = 0; at + 1 < other.length; at += 1) {
		const pair = pairAt(other, at);
		const available = pairs.get(pair);
		if (available === void 0) continue;
		const taken = used.get(pair) ?? 0;
		if (taken === available) continue;
		used.set(pair, taken + 1);
		common += 1;
	}
	return common;
}
function pairAt(text, at) {
	return text.charCodeAt(at) * CODES + text.charCodeAt(at + 1);
}
/** More than any UTF-16 code. */
const CODES = 65536;

// src/apply/line-match.ts
/** What may differ between a line of a patch and a line of a file, strictest first. */
const LOOSENESS = [
	"exact",
	"lost_mark",
	"trailing_space",
	"glyphs",
	"indentation",
	"whitespace"
];
/**
* How much looser than exact a comparison must be for the two lines to be the same, as an index into LOOSENESS;
* NO_MATCH: they say different things. Words are never joined or parted.
*/
function looseness(wanted, found, isContext) {
	if (wanted === found) return 0;
	if (isContext && wanted !== "" && found.length === wanted.length + 1 && found === ` ${wanted}`) return LOST_MARK;
	const [a, b] = [wanted.trimEnd(), found.trimEnd()];
	if (a === b) return LOOSENESS.indexOf("trailing_space");
	const [plainA, plainB] = [plainGlyphs(a), plainGlyphs(b)];
	if (plainA.trimEnd() === plainB.trimEnd()) return LOOSENESS.indexOf("glyphs");
	if (plainA.trim() === plainB.trim()) return INDENTATION;
	return collapsed(plainA) === collapsed(plainB) ? LOOSENESS.indexOf("whitespace") : NO_MATCH;
}
const EXACT = 0;
const LOST_MARK = LOOSENESS.indexOf("lost_mark");
const INDENTATION = LOOSENESS.indexOf("indentation");
const NO_MATCH = LOOSENESS.length;
function collapsed(line) {
	return line.trim().replaceAll(/\s+/g, " ");
}

// src/apply/pattern.ts
/** What the hunk expects, with every line as it stands in the patch. */
function oldPattern(hunk) {
	return patternOf(hunk, "+", () => false);
}
/** What the hunk makes. */
function newPattern(hunk) {
	return patternOf(hunk, "-", () => false);
}
/** What the hunk expects, with the lines that say "and so on" taken out; null: it has none. */
function elidedPattern(index, hunk) {
	const pattern = patternOf(hunk, "+", (text) => isGap(index, text));
	return pattern.gaps.size === 0 ? null : pattern;
}
/** Does a line of context stand for lines that the patch leaves out? Not where it may be a line of the file. */
function isGap(index, text) {
	return isElision(text) && (/\.\.\.|…/.test(text) || positionsOf(index, fingerprint(text)).length === 0);
}
function printsOf({ lines }) {
	return lines.map(({ print }) => print);
}
function isBlank$1({ print }) {
	return print === 0;
}
function patternOf(hunk, without, isLeftOut) {
	const lines = [];
	const gaps = /* @__PURE__ */ new Set();
	const additions = /* @__PURE__ */ new Set();
	for (const [mark, text, note] of hunk.lines) if (mark === without) additions.add(lines.length);
	else if (mark === " " && isLeftOut(text)) gaps.add(lines.length);
	else lines.push({
		text,
		print: fingerprint(text),
		isContext: mark === " ",
		isUnmarked: note === "unmarked"
	});
	return {
		lines,
		gaps,
		additions
	};
}

// src/apply/places.ts
const NOWHERE = {
	level: 0,
	positions: []
};
/**
* The places where the pattern's lines stand together, at the strictest level at which there are any: a looser
* one is of no interest then. null: the effort is spent.
*/
function findPlaces(index, pattern, effort) {
	const starts = findPrints(index, printsOf(pattern), effort);
	if (starts === null) return null;
	let level = NO_MATCH - 1;
	let positions = [];
	for (const start of starts) {
		effort.comparisons -= TEXT_EFFORT * pattern.lines.length;
		if (effort.comparisons < 0) return null;
		const reached = levelAt(index, pattern, {
			start,
			worst: level
		});
		if (reached > level) continue;
		if (reached < level) positions = [];
		level = reached;
		positions.push(start);
	}
	return positions.length === 0 ? NOWHERE : {
		level,
		positions
	};
}
/** Comparing two texts takes as long as so many comparisons of fingerprints. */
const TEXT_EFFORT = 4;
/**
* The tolerances that the lines of a pattern need where they lie, strictest first; none where all are exact.
* `positions` are the file's lines for them, from 0, and below 0 where it has none.
*/
function loosenessOf(index, pattern, positions) {
	const needed = /* @__PURE__ */ new Set();
	for (const [row, { text, isContext }] of pattern.lines.entries()) {
		const position = positions[row] ?? -1;
		if (position >= 0) needed.add(looseness(text, lineAt(index, position), isContext));
	}
	return LOOSENESS.filter((_, level) => level > 0 && needed.has(level));
}
/** The loosest level that a line needs; given up beyond `worst`. */
function levelAt(index, { lines }, { start, worst }) {
	let level = 0;
	for (const [offset, { text, isContext }] of lines.entries()) {
		level = Math.max(level, looseness(text, lineAt(index, start + offset), isContext));
		if (level > worst) return level;
	}
	return level;
}

// src/apply/search.ts
/** Candidates that agree with what the hunk says about the file's end; null: the effort is spent. */
function placesFor({ index, effort }, { hunk, pattern }) {
	const found = findPlaces(index, pattern, effort);
	if (found === null || hunk.endOfFile !== true) return found;
	const last = index.lines.count - pattern.lines.length;
	return {
		...found,
		positions: found.positions.filter((position) => position === last)
	};
}
/** What the lines of a pattern need that stand one below the other from `start` on. */
function tolerancesAt(index, pattern, start) {
	return loosenessOf(index, pattern, pattern.lines.map((_, offset) => start + offset));
}
/** Where a pattern would begin for most of its lines that the file has. */
function startsByLines(index, { lines }) {
	return mostVoted(lines.flatMap(({ print }, offset) => {
		const positions = positionsOf(index, print);
		return positions.length === 0 ? [] : [{
			offset,
			positions
		}];
	}));
}
function isAtHint({ lineHint, movedHint }, position) {
	return lineHint === void 0 || lineHint === position + 1 || movedHint === position + 1;
}

// src/apply/surroundings.ts
const NOTHING_AROUND = {
	driftBefore: void 0,
	driftAfter: void 0,
	movedBefore: void 0,
	movedAfter: void 0,
	from: 0,
	to: Number.POSITIVE_INFINITY
};
/** For each hunk what those around it say. */
function surroundingsOf(hunks) {
	const drifts = driftsOf(hunks);
	if (!isInOrder(hunks)) return drifts.map((drift) => ({
		...NOTHING_AROUND,
		...drift
	}));
	const ends = lastKnown(hunks.map(({ position, length }) => position === void 0 ? void 0 : position + length));
	const starts = nextKnown(hunks.map(({ position }) => position));
	return drifts.map((drift, order) => ({
		...drift,
		from: ends[order] ?? NOTHING_AROUND.from,
		to: starts[order] ?? NOTHING_AROUND.to
	}));
}
function driftsOf(hunks) {
	const drifts = hunks.map(({ hunk: { lineHint }, position }) => driftOf(lineHint, position));
	const moved = hunks.map(({ hunk: { lineHint, movedHint }, position }) => driftOf(movedHint ?? lineHint, position));
	const [driftBefore, movedBefore] = [lastKnown(drifts), lastKnown(moved)];
	const [driftAfter, movedAfter] = [nextKnown(drifts), nextKnown(moved)];
	return hunks.map((_, order) => ({
		driftBefore: driftBefore[order],
		driftAfter: driftAfter[order],
		movedBefore: movedBefore[order],
		movedAfter: movedAfter[order]
	}));
}
function driftOf(hint, position) {
	return position === void 0 || hint === void 0 ? void 0 : position + 1 - hint;
}
/**
* The positions that a hunk's line number names; none where it has none. It counts only if it is exactly right: as it
* stands, where an earlier part of the patch has moved that line, or moved as the neighbours were. Without a hunk before,
* nobody knows whether what moved the one after stands above or below this one.
*/
function expectedAt({ hunk: { lineHint, movedHint }, surroundings: { driftBefore, driftAfter, movedBefore, movedAfter } }) {
	if (lineHint === void 0) return [];
	const asItWas = namedBy(movedHint ?? lineHint, movedBefore, movedAfter);
	return [.../* @__PURE__ */ new Set([...namedBy(lineHint, driftBefore, driftAfter), ...asItWas])];
}
function namedBy(hint, before, after) {
	return [before ?? 0, after ?? before ?? 0].map((drift) => hint - 1 + drift);
}
/** For each value, the last one before it that is known. */
function lastKnown(values) {
	let known;
	return values.map((value) => {
		const before = known;
		known = value ?? known;
		return before;
	});
}
function nextKnown(values) {
	return lastKnown(values.toReversed()).toReversed();
}
/** Do the hunks name lines that ascend, and do those that have one place stand in this order too? */
function isInOrder(hunks) {
	let [hint, end] = [0, 0];
	for (const { hunk, length, position } of hunks) {
		if (hunk.lineHint === void 0 || hunk.lineHint <= hint) return false;
		hint = hunk.lineHint;
		if (position === void 0) continue;
		if (position < end) return false;
		end = position + length;
	}
	return true;
}

// src/apply/tie-break.ts
/**
* The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
* contradict each other. Being the nearest or the first is no reason.
*/
function breakTie(sections, tie) {
	const { places } = tie;
	const [only] = places;
	if (places.length === 1 && only !== void 0) return only;
	const between = inOrder$1(tie, inSections(sections, tie) ?? places);
	const hinted = atHint(tie);
	if (hinted !== null) return between.includes(hinted) ? hinted : null;
	return between.length === 1 ? between[0] ?? null : null;
}
/** The same for places at which all lines of one side stand one below the other; `without` is the mark of the other's. */
function breakTieAt(sections, { hunk, surroundings, without, positions }) {
	const places = positions.map((start) => ({ start }));
	const extentOf = ({ start }) => extentAt(hunk, without, start);
	return breakTie(sections, {
		hunk,
		places,
		extentOf,
		surroundings
	})?.start ?? null;
}
/** null: the anchors tell nothing. */
function inSections(index, { hunk: { anchors }, places, extentOf }) {
	if (anchors.length === 0 || places.length > MAX_ANCHORED) return null;
	const sections = sectionsOf(index, anchors);
	const inside = places.filter((place) => {
		const extent = extentOf(place);
		return sections.some((section) => isWithin$1(index, section, extent));
	});
	return inside.length > 0 ? inside : null;
}
/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1e3;
/** Those that lie between the hunks before and after. */
function inOrder$1({ surroundings: { from, to } }, places) {
	return places.filter(({ start }) => start >= from && start < to);
}
function atHint(tie) {
	const expected = expectedAt(tie);
	const hits = tie.places.filter(({ start }) => expected.includes(start));
	return hits.length === 1 ? hits[0] ?? null : null;
}

// src/apply/done.ts
/**
* The hunk's new side, where it stands at a level that is stricter than the old side's, or holds all of the places of
* that; as it is, if it is context only. null: it does not.
*/
function findMade(search, { hunk, surroundings }, old) {
	if (!isTelling(hunk)) return null;
	const pattern = newPattern(hunk);
	const found = placesFor(search, {
		hunk,
		pattern
	});
	if (found === null) return { status: "too_repetitive" };
	const level = old.positions.length === 0 ? NO_MATCH : old.level;
	if (found.positions.length === 0 || found.level > level) return null;
	if (found.level !== 0 && !adds(hunk)) return null;
	const positions = deepEnough(search, hunk, found);
	if (positions === null) return { status: "too_repetitive" };
	if (positions.length === 0) return null;
	const [only, second] = positions;
	if (found.level === level && (only === void 0 || second !== void 0 || !holdsOld(hunk, only, old))) return null;
	const position = breakTieAt(search.sections, {
		hunk,
		surroundings,
		without: "-",
		positions
	});
	if (position === null) return level === NO_MATCH ? { status: "not_found" } : null;
	const tolerances = tolerancesAt(search.index, pattern, position);
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	return {
		status: "made",
		spot: {
			hunk,
			extent: extentAt(hunk, "-", position),
			surroundings
		},
		rungs
	};
}
/** The places where the new side is as deep as the hunk makes it; null: the effort is spent. */
function deepEnough({ index, effort }, hunk, { level, positions }) {
	if (level < INDENTATION) return positions;
	effort.comparisons -= DEPTH_EFFORT * hunk.lines.length * positions.length;
	if (effort.comparisons < 0) return null;
	return positions.filter((position) => standsAsDeep(index, hunk, position));
}
/** Asking how deep a line is takes as long as so many comparisons. */
const DEPTH_EFFORT = 20;
/**
* Are all places of the old side a part of the new side at `position`, which says more than the old one? Lines that a hunk
* puts into a block are there as they were before, but for their depth. Of one that only adds lines its context tells.
*/
function holdsOld(hunk, position, old) {
	const { lines } = hunk;
	const before = new Set(lines.flatMap(([mark, text]) => mark === "+" ? [] : [fingerprint(text)]));
	const isNew = ([mark, text]) => mark === "+" && saysAnything(text) && !before.has(fingerprint(text));
	if (!lines.some(([mark]) => mark === "-") || !lines.some(isNew)) return false;
	const { start, end } = extentAt(hunk, "-", position);
	return old.positions.every((at) => at >= start && at < end);
}
/**
* The hunk's new side, where the old side stands elsewhere only, and not at the line that the hunk names.
* null: it does not, or the hunk names no line.
*/
function findMadeBeside(search, { hunk, surroundings }, old) {
	const expected = expectedAt({
		hunk,
		surroundings
	});
	if (hunk.lineHint === void 0 || old.length === 0 || old.some((start) => expected.includes(start))) return null;
	const made = adds(hunk) ? findMade(search, {
		hunk,
		surroundings
	}, NOWHERE) : null;
	if (made?.status !== "made" || old.some((start) => covers(made.spot, start))) return null;
	return made;
}
/** Does a spot hold a position, so that lines there are the same as those at the spot? */
function covers({ extent: { start, end } }, other) {
	return other > start - (end - start) && other < end;
}
/**
* Does it prove that a hunk was applied that what it makes stands where no hint names it? A line alone does not. Nor does
* more of them where the context stands elsewhere too: where the line number says, near a line that the hunk removes, or
* with lines that are like those, for these may be misspelt.
*/
function isProof(search, spot, pattern) {
	const { index, effort } = search;
	if (spot.extent.end - spot.extent.start === 1 || isLeftElsewhere(search, spot, pattern)) return false;
	const isAway = (start) => !covers(spot, start);
	if (expectedAt(spot).some((start) => isAway(start) && contextAt(index, pattern, start) > 0)) return false;
	return !startsByLines(index, pattern).some((start) => isAway(start) && standsAlike(index, pattern, {
		start,
		effort
	}));
}
/**
* Does a line that the hunk removes stand outside of the spot, near a line that is near it in the hunk, above or below as
* there? Then it may be the one that is meant, whatever came between the two.
*/
function isLeftElsewhere({ index, effort }, { extent }, { lines }) {
	const isOutside = (position) => position < extent.start || position >= extent.end;
	const isNear = (position, prints, step) => {
		effort.comparisons -= NEAR$1;
		for (let away = 1; away <= NEAR$1; away += 1) {
			const print = index.prints[position + step * away];
			if (print !== void 0 && prints.has(print) && isOutside(position + step * away)) return true;
		}
		return effort.comparisons < 0;
	};
	return lines.some(({ text, print, isContext }, row) => {
		const left = isContext || !hasWord$1(text) ? [] : positionsOf(index, print).filter(isOutside);
		if (left.length === 0) return false;
		const above = contextPrints(lines.slice(Math.max(0, row - NEAR$1), row));
		const below = contextPrints(lines.slice(row + 1, row + 1 + NEAR$1));
		return left.some((position) => isNear(position, above, -1) || isNear(position, below, 1));
	});
}
/** So many lines away is still beside it. */
const NEAR$1 = 12;
function contextPrints(lines) {
	return new Set(lines.flatMap(({ text, print, isContext }) => isContext && hasWord$1(text) ? [print] : []));
}
/** How many telling lines of context stand where they would if the pattern began at `start`. */
function contextAt(index, { lines }, start) {
	return lines.filter((line, offset) => line.isContext && hasWord$1(line.text) && isAt(index, line, start + offset)).length;
}
function isAt({ prints }, { print }, position) {
	return prints[position] === print;
}
/** All of the context, and lines that are like those to be removed. */
function standsAlike(index, pattern, { start, effort }) {
	const { lines } = pattern;
	if (lines.every(({ isContext }) => isContext) || contextAt(index, pattern, start) === 0) return false;
	if (!lines.every((line, offset) => !line.isContext || isAt(index, line, start + offset))) return false;
	return lines.every((line, offset) => {
		if (line.isContext || isAt(index, line, start + offset)) return true;
		effort.comparisons -= LIKENESS_EFFORT;
		return effort.comparisons >= 0 && similarityTo(line.text)(lineAt(index, start + offset)) >= ALIKE;
	});
}
/** Comparing two lines by their characters takes as long as so many comparisons. */
const LIKENESS_EFFORT = 100;
/** From 0 to 1: a word or two were remembered otherwise. */
const ALIKE = .6;

// src/apply/edge-blanks.ts
/**
* The hunk without the one blank line that its old side begins or ends with: models add them, and the file need
* not have them. null: there is none, or nothing else that it finds or changes.
*/
function withoutEdgeBlanks(hunk) {
	const old = hunk.lines.flatMap(([mark, text], order) => mark === "+" ? [] : [{
		order,
		isBlank: isBlank(text)
	}]);
	const first = old.find(({ isBlank: blank }) => !blank)?.order;
	const last = old.findLast(({ isBlank: blank }) => !blank)?.order;
	if (first === void 0 || last === void 0) return null;
	const edges = old.filter(({ order }) => order < first || order > last);
	if (edges.length === 0 || edges.length > 1 && !isOneEach(edges, first)) return null;
	const lines = hunk.lines.flatMap((line, order) => {
		const [mark, text] = line;
		if (mark === "+" || order >= first && order <= last) return [line];
		if (mark === "-" || !isBesideAddition(hunk, order, order < first ? -1 : 1)) return [];
		return [["+", text]];
	});
	return lines.every(([mark]) => mark === " ") ? null : {
		...hunk,
		lines
	};
}
/** One blank line at the beginning and one at the end. */
function isOneEach(edges, first) {
	return edges.length === 2 && edges.filter(({ order }) => order < first).length === 1;
}
function isBlank(text) {
	return text.trim() === "";
}
/** A blank line between added lines and the others belongs to what is added. */
function isBesideAddition({ lines }, order, away) {
	for (let at = order + away; at >= 0 && at < lines.length; at += away) if (lines[at]?.[0] === "+") return true;
	return false;
}

// src/apply/step-width.ts
/** The steps of lines that are indented with one kind of white space; null: no line is deeper than the one above it. */
function stepsOf(lines, char) {
	const width = char === "	" ? 1 : commonestIncrease(lines);
	return width === null ? null : {
		char,
		width
	};
}
/** May lines be indented in such steps? */
function isStep({ char, width }) {
	return Number.isInteger(width) && width >= (char === "	" ? 1 : LEAST_WIDTH);
}
/** What a line is indented with; null: with nothing, or with both kinds. */
function indentChar(indent) {
	if (/^ +$/.test(indent)) return " ";
	return /^\t+$/.test(indent) ? "	" : null;
}
/** By how many spaces a line is mostly deeper than the one above it; the least of those that are as common. */
function commonestIncrease(lines) {
	const counts = /* @__PURE__ */ new Map();
	let above = null;
	for (const line of lines) {
		const indent = indentOf(line);
		if (line.trim() === "" || indent.includes("	")) continue;
		const more = indent.length - (above ?? indent.length);
		if (more >= LEAST_WIDTH) counts.set(more, (counts.get(more) ?? 0) + 1);
		above = indent.length;
	}
	const [commonest] = [...counts].sort(([width, count], [other, times]) => times - count || width - other);
	return commonest?.[0] ?? null;
}
/** One space more has the second line of a comment, and hardly any block. */
const LEAST_WIDTH = 2;

// src/apply/shallower.ts
/**
* What is added less deep than the matched lines leaves one of their blocks for each step. `learnt` takes as many
* characters off in the file, which are more steps where those of the file are narrower, and less than one where they
* are wider. The steps of both tell; where one of them shows none, `learnt` must come to the same as the steps with which
* the matched lines would be as deep in both, or, where there are no such steps, to a depth that the file has. null: it
* does not.
*/
function withShallower(placed, learnt) {
	const { hunk, pair } = placed;
	const shallower = addedIndents(hunk).filter(({ indent }) => indent.length < pair.patch.length);
	const [own, other] = [indentChar(pair.patch), indentChar(pair.file)];
	if (shallower.length === 0 || own === null || other === null) return learnt;
	const around = linesAround(placed);
	const [steps, there] = [stepsOf(newSide(hunk), own), stepsOf(around, other)];
	if (steps !== null && there !== null) {
		if (own === other && steps.width === there.width) return learnt;
		return pair.patch.length * there.width === pair.file.length * steps.width ? inSteps(steps, there) : null;
	}
	const scaled = asDeep(pair, {
		own,
		other,
		steps,
		there
	});
	return shallower.every(({ indent, line }) => {
		const [deep, less] = [scaled?.(indent, line) ?? null, learnt(indent, line)];
		return deep === null ? own === other && around.some((text) => indentOf(text) === less) : deep === less;
	}) ? learnt : null;
}
function addedIndents({ lines }) {
	return lines.flatMap(([mark, text], line) => mark === "+" && text.trim() !== "" ? [{
		line,
		indent: indentOf(text)
	}] : []);
}
function linesAround({ index, position }) {
	const first = Math.max(0, position - FAR$1);
	const count = Math.min(index.lines.count, position + FAR$1) - first;
	return Array.from({ length: count }, (_, offset) => lineAt(index, first + offset));
}
/** Lines above and below that are looked at: many enough to show the steps, and few enough for thousands of hunks. */
const FAR$1 = 200;
/** So many steps of one kind for those of another; null: it is not a number of whole steps. */
function inSteps(from, to) {
	return (indent) => {
		if (indent !== from.char.repeat(indent.length) || indent.length % from.width !== 0) return null;
		return to.char.repeat(indent.length / from.width * to.width);
	};
}
/** With the steps of one side, and those of the other that make the pair as deep; null: there are none such. */
function asDeep({ patch, file }, { own, other, steps, there }) {
	if (steps === null && there === null) return (indent) => {
		const width = indent.length * file.length / patch.length;
		return Number.isInteger(width) ? other.repeat(width) : null;
	};
	const from = steps ?? {
		char: own,
		width: (there?.width ?? 0) * patch.length / file.length
	};
	const to = there ?? {
		char: other,
		width: (steps?.width ?? 0) * file.length / patch.length
	};
	return isStep(from) && isStep(to) ? inSteps(from, to) : null;
}

// src/apply/indent-step.ts
/**
* Where all matched lines have one depth, they tell by how much the file is indented more, and not whether its steps are
* as wide as those of the hunk. `learnt`: the first of both. What goes below a matched line must be as deep as what the
* file has there already, or it would be taken into that, or that into it; what is less deep must leave as many blocks
* as in the hunk. null: it would not be so.
*/
function withStepsOf({ index, hunk, placing }, pairs, learnt) {
	const [first] = pairs;
	if (first === void 0 || !isOfOneDepth(pairs, first)) return learnt;
	const told = withShallower({
		index,
		hunk,
		pair: first,
		position: placing[first.line] ?? 0
	}, learnt);
	const below = firstBelow(index, hunk, {
		placing,
		first
	});
	if (below === null || told?.(below.added, below.line) === below.there) return told;
	if (told !== learnt) return null;
	const ratio = first.file.length / first.patch.length;
	if (![
		first.file,
		below.added,
		below.there
	].every((indent) => SPACES.test(indent)) || below.added.length * ratio !== below.there.length) return null;
	return (indent) => {
		const width = indent.length * ratio;
		return SPACES.test(indent) && Number.isInteger(width) ? " ".repeat(width) : null;
	};
}
const SPACES = /^ *$/;
/** All the same, and not as the file has it; a space less may be a mark that was lost. */
function isOfOneDepth(pairs, { patch, file }) {
	if (patch === file || file === ` ${patch}`) return false;
	return pairs.every((pair) => pair.patch === patch && pair.file === file);
}
/** null: there is no such line, or the file has nothing deeper there. */
function firstBelow(index, { lines }, { placing, first }) {
	let above;
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark !== "+") {
			if (text.trim() !== "") above = placing[line];
			continue;
		}
		const added = indentOf(text);
		if (text.trim() === "" || added.length <= first.patch.length || above === void 0 || above < 0) continue;
		const there = indentOf(filledBelow(index, above));
		return there.length > first.file.length ? {
			line,
			added,
			there
		} : null;
	}
	return null;
}
function filledBelow(index, position) {
	for (let at = position + 1; at <= position + MAX_BLANKS; at += 1) {
		const line = lineAt(index, at);
		if (line.trim() !== "") return line;
	}
	return "";
}
/** Blank lines that part two lines of one place. */
const MAX_BLANKS = 20;

// src/apply/lone-line.ts
/** Is one line all that is matched of a hunk, and sent without the indentation that it has? */
function isLoneTrimmed(pairs) {
	const [only, second] = pairs;
	return only !== void 0 && second === void 0 && only.patch === "" && only.file !== "";
}
/**
* How the added lines of a hunk are indented of which only one line is matched, and sent at the margin. Either all of
* the hunk was moved there, which `moved` undoes, or that line alone lost its indentation, and the others have theirs.
* It was that line alone where another one is as deep as the file's, and nothing above opens a block for it. null:
* nothing tells which.
*/
function reindentBesideLone(lines, lone, { moved, isBelowDeeper }) {
	const news = lines.flatMap(([mark, text]) => mark === "-" || text.trim() === "" ? [] : [{ text }]);
	const isDeep = (text) => indentOf(text).startsWith(lone.file);
	const [first] = news;
	if (first === void 0 || !news.some(({ text }) => isDeep(text))) return moved;
	if (news.length === 1 && first.text.trim() === lines[lone.line]?.[1].trim() || news.some(({ text }) => opensText(text))) return moved;
	if (isDeep(first.text)) return (lone.isContext ? isBelowDeeper : indentOf(first.text) !== lone.file) ? null : reindentBesideTrimmed(lines, lone);
	const belowMargin = news.flatMap(({ text }, order) => {
		const above = news[order - 1]?.text;
		return above !== void 0 && indentOf(above) === "" && isDeep(text) ? [{
			above,
			text
		}] : [];
	});
	if (belowMargin.some(({ above, text }) => !mayGoDeeper(above, text)) || !isNested(news.map(({ text }) => indentOf(text)))) return reindentBesideTrimmed(lines, lone);
	return belowMargin.some(({ above, text }) => /[:{]$/.test(above) && indentOf(text) !== lone.file) ? null : moved;
}
/** May a line be deeper than the one above it, in whatever language? */
function mayGoDeeper(above, line) {
	const text = above.trim();
	return opensBlock(above) || GOES_ON.test(text.slice(-1)) || BEGINS_BLOCK.test(text) || /^[\w.#%-]+$/.test(text) || BEGINS_AMID.test(line.trimStart());
}
const GOES_ON = /[-+*/%=<>&|^,.?\\([{:]/;
/** An item of a list, a tag, or a word with which blocks begin without a mark at the end of the line. */
const BEGINS_BLOCK = /^(?:[-*+] |\d+[.)] |<|(?:if|elif|elsif|unless|while|until|for|foreach|each|def|defp|class|module|function|sub|proc|fn|case|when|with|match|switch|let|loop|where|select|from|type|interface|struct|enum|do|begin)\b)/i;
/** With what a line goes on that is a part of the one above it. */
const BEGINS_AMID = /^(?:[.?:+*/%=<>&|^,)\]}]|-[^-\w]|(?:and|or|not|in|is)\b)/;
/** Does each line that is less deep come back to a depth that was there before it? */
function isNested(indents) {
	const open = [];
	for (const indent of indents) {
		let left = false;
		while ((open.at(-1)?.length ?? 0) > indent.length) {
			open.pop();
			left = true;
		}
		if (left && open.at(-1) !== indent) return false;
		if (open.at(-1) !== indent) open.push(indent);
	}
	return true;
}

// src/apply/retyped.ts
/**
* The lines of a hunk, the added ones with plain characters in the place of those typographic ones that the file
* has plain: in the lines that they replace, or, where they replace none, in all that the hunk names. `fileLine`
* gives the file's line for a line of the old side, empty where there is none.
*/
function retyped(lines, fileLine) {
	const old = lines.flatMap(([mark, text], line) => mark === "+" ? [] : [{
		text,
		own: fileLine(line)
	}]);
	const plainInAll = plainGlyphsIn(old);
	const texts = [];
	for (let line = 0, named = 0; line < lines.length;) {
		const end = endOfChange(lines, line);
		const change = lines.slice(line, end);
		const removed = change.filter(([mark]) => mark === "-").length;
		const plain = removed === 0 ? plainInAll : plainGlyphsIn(old.slice(named, named + removed));
		for (const [mark, text] of change) texts.push(mark === "+" ? withPlain(text, plain) : text);
		named += removed;
		line = end;
		if (line === lines.length) continue;
		texts.push(lines[line]?.[1] ?? "");
		named += 1;
		line += 1;
	}
	return texts;
}
/** Where lines that are removed or added end. */
function endOfChange(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] !== " ") end += 1;
	return end;
}
/** The typographic characters for which the file has plain ones throughout. */
function plainGlyphsIn(lines) {
	const glyphs = glyphsOf(lines.filter(isTypedOtherwise).map(({ text }) => text));
	if (glyphs.size > 0) for (const kept of glyphsOf(lines.map(({ own }) => own))) glyphs.delete(kept);
	return glyphs;
}
function isTypedOtherwise({ text, own }) {
	const [said, found] = [text.trim(), own.trim()];
	return said !== found && plainGlyphs(said) === plainGlyphs(found);
}
/** The characters that stand for plain ones. */
function glyphsOf(texts) {
	const glyphs = /* @__PURE__ */ new Set();
	for (const text of texts) for (const char of text) if (plainGlyph(char) !== char) glyphs.add(char);
	return glyphs;
}
function withPlain(text, glyphs) {
	let plain = text;
	for (const glyph of glyphs) plain = plain.replaceAll(glyph, plainGlyph(glyph));
	return plain;
}

// src/apply/placed.ts
const MISSING$1 = -1;
/** The old side stands one line below the other, from `start` on. */
function placingAt({ lines }, start) {
	let next = start;
	return lines.map(([mark]) => {
		if (mark === "+") return next;
		next += 1;
		return next - 1;
	});
}
/** Are all lines that the hunk is about blank ones that it removes and the file lacks? Nothing would be done then. */
function losesChange({ lines }, placing) {
	const marked = lines.flatMap(([mark], line) => mark === " " ? [] : [placing[line] ?? -1]);
	return marked.length > 0 && marked.every((position) => position === -1);
}
/** What a placed hunk does to the file's lines, in order. `added` are its lines as they are to be written. */
function editsOf$2({ lines: { starts } }, { hunk, placing, added }) {
	const edits = [];
	let open;
	for (const [order, [mark]] of hunk.lines.entries()) {
		const position = placing[order] ?? -1;
		if (mark === " " || position === -1) {
			open = void 0;
			continue;
		}
		if (open === void 0 || open.line + open.remove !== position) {
			open = {
				line: position,
				remove: 0,
				insert: []
			};
			edits.push(open);
		}
		if (mark === "+") open.insert.push(added[order] ?? "");
		else open.remove += 1;
	}
	return edits.map((edit) => {
		const span = {
			start: starts[edit.line] ?? 0,
			end: starts[edit.line + edit.remove] ?? 0
		};
		return {
			...edit,
			span
		};
	});
}
/**
* The lines of a hunk, the added ones indented as the file is, and typed as plainly; null: its lines are not indented after one rule, or nothing tells how.
*/
function writtenLines(index, hunk, placing) {
	const { lines } = hunk;
	const pairs = [];
	for (const [line, [mark, text]] of lines.entries()) {
		const position = placing[line] ?? -1;
		if (mark === "+" || position === -1 || text.trim() === "") continue;
		const file = indentOf(lineAt(index, position));
		pairs.push({
			line,
			patch: indentOf(text),
			file,
			isContext: mark === " "
		});
	}
	const reindent = reindentAt({
		index,
		hunk,
		placing
	}, pairs);
	if (reindent === null) return null;
	const texts = retyped(lines, (line) => lineAt(index, placing[line] ?? -1));
	const written = [];
	for (const [line, text] of texts.entries()) {
		const own = indentOf(text);
		const indent = lines[line]?.[0] === "+" && text !== "" ? reindent(own, line) : own;
		if (indent === null && text.trim() !== "") return null;
		written.push((indent ?? own) + text.slice(own.length));
	}
	return written;
}
function reindentAt(placed, pairs) {
	const [first] = pairs;
	if (first !== void 0 && isFirstTrimmed(pairs)) return reindentBesideTrimmed(placed.hunk.lines, first);
	const learnt = learnIndentation(pairs);
	const moved = learnt && withStepsOf(placed, pairs, learnt);
	if (first === void 0 || !isLoneTrimmed(pairs)) return moved;
	const isBelowDeeper = indentOf(lineAt(placed.index, (placed.placing[first.line] ?? 0) - 1)).length > first.file.length;
	return reindentBesideLone(placed.hunk.lines, first, {
		moved,
		isBelowDeeper
	});
}

// src/apply/inserted.ts
/**
* The lines of the file that a placed hunk would add, where they are already around its context; null: they are not. Where
* they go between context lines, the old side would not be there any more; where they go before or after all of them, or
* beside lines that the patch leaves out, it still is, and inserting again would double them.
*/
function insertedAt(index, { hunk, placing, written }) {
	const { lines } = hunk;
	if (lines.some(([mark]) => mark === "-")) return null;
	const isEdge = (line) => isEdgeAt(index, lines[line], placing[line]);
	const inserted = [];
	for (let start = 0; start < lines.length; start += 1) {
		if (lines[start]?.[0] !== "+") continue;
		const end = endOfAddition$1(hunk, start);
		if (isEdge(start - 1) === isEdge(end)) return null;
		const place = placing[start] ?? -1;
		const first = isEdge(end) ? place : place - (end - start);
		for (let line = start; line < end; line += 1) {
			const sent = lines[line]?.[1] ?? "";
			if (!standsFor(index, first + line - start, {
				sent,
				written: written[line] ?? sent
			})) return null;
			inserted.push(first + line - start);
		}
		start = end;
	}
	return lines.some(([mark, text]) => mark === "+" && saysAnything(text)) ? inserted : null;
}
/** Does the hunk, or a part of it, begin or end at a line? Nothing tells then what the file has there. */
function isEdgeAt(index, line, position) {
	return line === void 0 || line[0] === " " && position === -1 && isGap(index, line[1]);
}
function endOfAddition$1({ lines }, start) {
	let end = start;
	while (lines[end]?.[0] === "+") end += 1;
	return end;
}
/** Is a line of the file as it is to be written, or as it was sent, and as deep as it is to be? */
function standsFor(index, position, { sent, written }) {
	if (position < 0 || position >= index.lines.count) return false;
	const there = lineAt(index, position);
	return there === written || there === sent && indentOf(sent) === indentOf(written);
}
/**
* Does the hunk's line number say that it is not applied, though the lines that it adds stand where they go? Had they been
* added above its context, that would stand further down by now than where the number says, at `position`.
*/
function isDenied({ lines, lineHint, movedHint }, position) {
	return lines[0]?.[0] === "+" && (lineHint === position + 1 || movedHint === position + 1);
}
function standsAt(index, block, position) {
	return position >= 0 && position + block.length <= index.lines.count && block.every((line, offset) => lineAt(index, position + offset) === line);
}

// src/apply/exact.ts
/**
* The places of hunks that all stand in a text as they are, each at one place only or at the line that it names.
* null: some do not, or it would cost more than reading the text line by line. Most patches are of this kind.
*/
function locateExactly(text, hunks, effort) {
	if (hunks.some(({ endOfFile }) => endOfFile === true)) return null;
	return hunks.length <= MAX_SEARCHED ? atSearchedPlaces(text.text, hunks, effort) : atNamedLines(text, hunks, effort);
}
/** Each search reads the text once; for more hunks it is cut into lines, which serves all of them. */
const MAX_SEARCHED = 3;
function atSearchedPlaces(text, hunks, effort) {
	const found = [];
	for (const [order, hunk] of hunks.entries()) {
		const block = oldSide(hunk).join("\n");
		const start = block === "" ? null : onlyPlace(text, block, effort);
		if (start === null) return null;
		found.push({
			order,
			block,
			start
		});
	}
	const places = [];
	let [line, reached] = [0, 0];
	for (const { order, block, start } of found.toSorted((left, right) => left.start - right.start)) {
		line += countBreaks(text, reached, start);
		reached = start;
		const hunk = hunks[order];
		if (hunk !== void 0) places[order] = placeAt$1(text, hunk, {
			position: line,
			start,
			end: start + block.length
		});
	}
	return places;
}
/** All hunks stand at the lines that they name, so that it does not matter where else they might. */
function atNamedLines(text, hunks, effort) {
	effort.searching -= text.text.length;
	if (effort.searching < 0) return null;
	const lines = text.lines();
	const places = [];
	for (const hunk of hunks) {
		if (hunk.lineHint === void 0 || hunk.movedHint !== void 0 || hunk.anchors.length > 0) return null;
		const position = hunk.lineHint - 1;
		const old = oldSide(hunk);
		if (!isBlock(old) || !old.every((line, offset) => standsAtLine(lines, line, position + offset))) return null;
		places.push(placeAtLine(lines, hunk, {
			position,
			count: old.length
		}));
	}
	return places;
}
/** Nothing, and an empty line alone, are everywhere. */
function isBlock(lines) {
	return lines.length > 1 || (lines[0] ?? "") !== "";
}
function placeAtLine({ text, starts }, hunk, { position, count }) {
	const end = (starts[position + count] ?? 0) - 1;
	return placeAt$1(text, hunk, {
		position,
		start: starts[position] ?? 0,
		end
	});
}
/** The only offset at which whole lines are these; null: there is none, or more than one, or too many to look at. */
function onlyPlace(text, block, effort) {
	effort.searching -= text.length;
	if (effort.searching < 0) return null;
	let place = null;
	let looks = 0;
	for (const at of placesIn(text, block)) {
		effort.comparisons -= 1;
		looks += 1;
		if (looks > MAX_LOOKS || effort.comparisons < 0) return null;
		if (!beginsLine(text, at) || !endsLine(text, at + block.length)) continue;
		if (place !== null) return null;
		place = at;
	}
	return place;
}
/** Parts of lines that are looked at before the lines are read instead. */
const MAX_LOOKS = 1e3;
function beginsLine(text, at) {
	return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
}
/** Behind the last line break there is no line, so that none ends there. */
function endsLine(text, at) {
	return at === text.length ? text.charCodeAt(at - 1) !== LINE_FEED : text.charCodeAt(at) === LINE_FEED;
}
const LINE_FEED = 10;
function placeAt$1(text, hunk, found) {
	const isDone = !isDenied(hunk, found.position) && isInserted(text, hunk, found);
	const { position, start } = found;
	return {
		hunk,
		position,
		start,
		isDone,
		edits: isDone ? [] : editsOf$1(hunk, found)
	};
}
/** As insertedAt() in inserted.ts, for offsets. */
function isInserted(text, { lines }, { start, end }) {
	const first = lines.findIndex(([mark]) => mark !== "+");
	const last = lines.findLastIndex(([mark]) => mark !== "+") + 1;
	if (lines.slice(first, last).some(([mark]) => mark !== " ")) return false;
	const [above, below] = [lines.slice(0, first), lines.slice(last)];
	if (![...above, ...below].some(([, added]) => saysAnything(added))) return false;
	const [before, after] = [textOf(above), textOf(below)];
	const from = start - before.length - 1;
	const to = end + 1 + after.length;
	return (above.length === 0 || from >= 0 && beginsLine(text, from) && text.startsWith(before, from)) && (below.length === 0 || to <= text.length && endsLine(text, to) && text.startsWith(after, end + 1));
}
function textOf(lines) {
	return lines.map(([, text]) => text).join("\n");
}
function editsOf$1({ lines }, { position, start }) {
	const edits = [];
	let open;
	let [line, offset] = [position, start];
	for (const [mark, text] of lines) {
		const width = mark === "+" ? 0 : text.length + 1;
		if (mark === " ") open = void 0;
		else {
			if (open === void 0) {
				open = {
					line,
					remove: 0,
					insert: [],
					span: {
						start: offset,
						end: offset
					}
				};
				edits.push(open);
			}
			if (mark === "+") open.insert.push(text);
			else open.remove += 1;
			open.span.end = offset + width;
		}
		if (mark !== "+") line += 1;
		offset += width;
	}
	return edits;
}

// src/apply/fit/regions.ts
/**
* The parts of a file where a pattern can lie, as positions of lines in order, with a BORDER between parts.
* Every place that holds the lines to be removed is among them. null: there is no such place, or there are too
* many to look at.
*/
function regionsFor(index, pattern) {
	const ranges = [];
	const groups = changesOf$1(pattern);
	for (const [order, group] of groups.entries()) {
		const from = Math.max(groups[order - 1]?.end ?? 0, group.start - SEED_DISTANCE);
		const to = Math.min(groups[order + 1]?.start ?? pattern.lines.length, group.end + SEED_DISTANCE);
		const seeds = seedsOf(index, pattern, {
			...group,
			from,
			to
		});
		if (seeds === null) return null;
		for (const { line, position } of seeds) {
			const start = Math.max(0, position - line - SLACK_LINES);
			const end = Math.min(index.lines.count, position - line + pattern.lines.length + SLACK_LINES);
			ranges.push({
				start,
				end
			});
		}
		if (ranges.length > MAX_RANGES) return null;
	}
	return columnsOf(ranges);
}
/** Places of all changes of one pattern together; sorting so many takes a tenth of a second. */
const MAX_RANGES = 2e5;
/** Stands between two parts that are not next to each other. */
const BORDER = -1;
/** Lines above and below where a pattern would lie if the file had all of its lines and no others. */
const SLACK_LINES = 12;
/** The pattern's changes, each with as many removed lines as stand together. */
function changesOf$1({ lines, additions }) {
	const groups = [];
	let start = -1;
	for (let line = 0; line <= lines.length; line += 1) {
		const removed = lines[line]?.isContext === false;
		if (start === -1 && (removed || additions.has(line))) start = line;
		if (start !== -1 && !removed) {
			groups.push({
				start,
				end: line
			});
			start = -1;
		}
	}
	return groups;
}
/** Places from which the surroundings of a change are found. */
function seedsOf(index, { lines }, { start, end, from, to }) {
	const seen = (line) => positionsOf(index, lines[line]?.print ?? 0);
	const telling = (first, last) => lines.slice(first, last).flatMap((line, at) => isBlank$1(line) ? [] : [first + at]);
	const byRarity = (left, right) => seen(left).length - seen(right).length;
	const [removed] = telling(start, end).sort(byRarity);
	if (removed !== void 0 && seen(removed).length <= MAX_REMOVED_SEEDS) return seen(removed).length === 0 ? null : seedsFor(removed, seen(removed));
	const rare = telling(from, to).filter((line) => seen(line).length > 0).sort(byRarity).filter((line) => seen(line).length <= MAX_CONTEXT_SEEDS);
	return rare.length === 0 ? null : rare.slice(0, SEED_LINES).flatMap((line) => seedsFor(line, seen(line)));
}
function seedsFor(line, positions) {
	return positions.map((position) => ({
		line,
		position
	}));
}
/** A removed line must be there, so all its places are looked at, and none where there are more. */
const MAX_REMOVED_SEEDS = 200;
/** A line of context at more places than this tells none. */
const MAX_CONTEXT_SEEDS = 40;
/** So many of the rarest lines around an addition are looked for: some of them may differ from the file's. */
const SEED_LINES = 5;
/** Lines between an addition and one that tells its place. */
const SEED_DISTANCE = 12;
function columnsOf(ranges) {
	const columns = [];
	let reached = -1;
	for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
		if (columns.length > 0 && start > reached) columns.push(-1);
		for (let line = Math.max(start, reached); line < end; line += 1) columns.push(line);
		reached = Math.max(reached, end);
		if (columns.length > MAX_COLUMNS) return null;
	}
	return columns.length === 0 ? null : Int32Array.from(columns);
}
/** Lines of a file that one pattern is compared with. */
const MAX_COLUMNS = 2e4;

// src/apply/fit/slip.ts
/**
* Could one line be the other with a slip of the pen: the same words but for a letter or two, or other
* punctuation? A line with another word, or another number, says something else.
*/
function isSlip(line, other) {
	const [words, others] = [wordsOf(line), wordsOf(other)];
	if (words.length === 0 || words.length !== others.length) return false;
	let slips = 0;
	for (const [index, word] of words.entries()) {
		const found = others[index] ?? "";
		if (word === found) continue;
		slips += 1;
		if (slips > MAX_SLIPS || !isMisspelt(word, found)) return false;
	}
	return true;
}
/** Words of one line that may be misspelt. */
const MAX_SLIPS = 2;
/** Shorter words are others with one letter changed. */
const LEAST_LETTERS = 4;
/** Characters of a line in which words are compared. */
const COMPARED_CHARACTERS = 1e3;
function wordsOf(line) {
	return line.slice(0, COMPARED_CHARACTERS).match(/[\p{L}\p{N}_]+/gu) ?? [];
}
/** One letter more, less, doubled or wrong, or two that changed places; never a digit. */
function isMisspelt(word, other) {
	if (Math.max(word.length, other.length) < LEAST_LETTERS) return false;
	let start = 0;
	while (start < word.length && start < other.length && word[start] === other[start]) start += 1;
	let end = 0;
	const most = Math.min(word.length, other.length) - start;
	while (end < most && word.at(-1 - end) === other.at(-1 - end)) end += 1;
	const [left, right] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
	if (/\p{N}/u.test(left + right)) return false;
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

// src/apply/fit/weight.ts
/** How much a line tells about its place, from almost nothing for a blank one to 2 for a long one. */
function weightOf(line) {
	let letters = 0;
	for (let at = 0; at < line.length && letters < MOST_LETTERS; at += 1) if (isLetter(line.charCodeAt(at))) letters += 1;
	if (letters === 0) return line.trim() === "" ? BLANK_WEIGHT : BRACKET_WEIGHT;
	return BRACKET_WEIGHT + (MOST_WEIGHT - BRACKET_WEIGHT) * (letters / MOST_LETTERS);
}
const BLANK_WEIGHT = .1;
/** A line such as `});`. */
const BRACKET_WEIGHT = .25;
const MOST_WEIGHT = 2;
/** Letters and digits beyond these add nothing. */
const MOST_LETTERS = 30;
/** Letters and digits of ASCII, and everything that is not ASCII. */
function isLetter(code) {
	return code >= 128 || code >= 48 && code <= 57 || isAsciiLetter(code | LOWER_CASE);
}
const LOWER_CASE = 32;
function isAsciiLetter(code) {
	return code >= 97 && code <= 122;
}

// src/apply/fit/chart.ts
/** null: it would be too large. */
function chartOf(index, charted, effort) {
	const { pattern, columns, isReindented } = charted;
	const cells = pattern.lines.length * columns.length;
	effort.comparisons -= cells;
	if (cells > MAX_CELLS || effort.comparisons < 0) return null;
	const weights = pattern.lines.map(({ text }) => weightOf(text));
	const unique = pattern.lines.map((line) => !isBlank$1(line) && positionsOf(index, line.print).length === 1);
	const chart = {
		pattern,
		columns,
		weights,
		unique,
		isTold: isToldByRemoved(pattern, weights, unique),
		costs: new Float32Array(cells).fill(Number.POSITIVE_INFINITY),
		passing: Float32Array.from(columns, (position) => passingCost(index, position))
	};
	for (const [row, line] of pattern.lines.entries()) fillRow(chart, {
		index,
		row,
		line,
		effort,
		isReindented
	});
	return effort.comparisons < 0 ? null : chart;
}
/** Cells of one chart; each takes some nanoseconds and bytes. */
const MAX_CELLS = 2e6;
function passingCost({ prints }, position) {
	if (position === -1) return PASSING_BORDER;
	return prints[position] === 0 ? PASSING_BLANK : PASSING_LINE;
}
/** A line of the file that the patch does not have, of the same unit as weights. */
const PASSING_LINE = .45;
const PASSING_BLANK = .15;
/** From one part of the file to another it takes a jump. */
const PASSING_BORDER = 1e3;
/** A line that stands somewhere as it is lies there only; another line of context also on those that are like it. */
function fillRow({ columns, costs, weights, isTold }, filled) {
	const { index, row, line, effort } = filled;
	const weight = weights[row] ?? 0;
	const offset = row * columns.length;
	let isThere = false;
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] !== line.print) continue;
		const found = lineAt(index, position);
		const level = looseness(line.text, found, line.isContext);
		if (level === NO_MATCH && !line.isContext || !mayBeIndented(filled, found)) continue;
		isThere = true;
		costs[offset + column] = level === 0 ? 0 : weight * (level === NO_MATCH ? JOINED : SPACED);
	}
	if (isThere || !line.isContext || isBlank$1(line)) return;
	const similarity = similarityTo(line.text);
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] === 0) continue;
		const found = lineAt(index, position);
		effort.comparisons -= SIMILARITY_EFFORT;
		const alike = similarity(found);
		if (alike >= .7 && mayBeIndented(filled, found) && (isTold || isSlip(line.text, found))) costs[offset + column] = Math.max(LEAST_UNLIKE, UNLIKE * (1 - alike)) * weight;
	}
}
/** Removed lines that the file has once, and that say enough: without them, another word in the context may mean another place. */
function isToldByRemoved({ lines }, weights, unique) {
	let told = 0;
	for (const [row, { isContext }] of lines.entries()) if (!isContext && unique[row] === true) told += weights[row] ?? 0;
	return told >= 1;
}
/** A line of some dozen letters. */
const TELLING_WEIGHT = 1;
/** Where lines keep their indentation, a first line may yet lack its own, and a context line the space that marks it. */
function mayBeIndented({ row, line, isReindented }, found) {
	if (isReindented || isBlank$1(line)) return true;
	const [wanted, own] = [indentOf(line.text), indentOf(found)];
	return wanted === own || line.isContext && own === ` ${wanted}` || row === 0 && wanted === "";
}
/** Share of its weight that a line costs whose white space or typography differs. */
const SPACED = .04;
/** The same for one whose words are joined or parted by white space. */
const JOINED = .2;
/** A line of context that is less like a line of the file is another line. */
const LEAST_SIMILARITY = .7;
/** Share of its weight that a line costs that is not like the file's at all. */
const UNLIKE = 1.6;
/** Another line, however like, costs more than one that says the same: two long ones may differ in a name only. */
const LEAST_UNLIKE = .05;
/** Comparisons of lines that a comparison of their characters stands for. */
const SIMILARITY_EFFORT = 10;
/** Does a match of this cost lie on a line that says the same? */
function isSame({ weights }, row, cost) {
	return cost <= (weights[row] ?? 0) * SPACED * ROUNDING;
}
/** From 1 for a match without cost to 0 for the costliest. */
function nearness({ weights }, row, cost) {
	const most = UNLIKE * .30000000000000004 * (weights[row] ?? 0);
	return most === 0 ? 1 : Math.max(0, 1 - cost / most);
}
/** Costs are kept with seven digits. */
const ROUNDING = 1.001;

// src/apply/fit/path.ts
const PASSED_OVER = -1;
/** null: the removed lines are not there in this order, or the effort is spent. */
function cheapestPath(chart, constraint, effort) {
	const { pattern, columns, costs } = chart;
	const [rows, width] = [pattern.lines.length, columns.length + 1];
	effort.comparisons -= rows * width;
	if (effort.comparisons < 0) return null;
	const banned = bannedColumns(constraint, columns.length);
	const table = {
		width,
		lies: new Uint8Array((rows + 1) * width),
		from: new Int32Array((rows + 1) * width)
	};
	let before = new Float64Array(width);
	let here = new Float64Array(width);
	for (let column = 0; column < width; column += 1) table.from[column] = column;
	for (let row = 0; row < rows; row += 1) {
		const skip = row === constraint.required ? Number.POSITIVE_INFINITY : skipCost(chart, row);
		const offset = (row + 1) * width;
		for (let column = 0; column < width; column += 1) {
			const skipped = (before[column] ?? 0) + skip;
			const lain = column === 0 || banned[column - 1] === 1 ? Number.POSITIVE_INFINITY : (before[column - 1] ?? 0) + (costs[row * columns.length + column - 1] ?? 0);
			here[column] = Math.min(lain, skipped);
			table.lies[offset + column] = lain <= skipped ? 1 : 0;
			table.from[offset + column] = column;
		}
		if (row + 1 < rows) passOver(chart, {
			row: row + 1,
			sums: here,
			from: table.from,
			offset
		});
		[before, here] = [here, before];
	}
	return trace(table, rows, before);
}
/** What it costs that the file lacks a line of the pattern. */
function skipCost({ pattern, weights }, row) {
	const line = pattern.lines[row];
	if (line === void 0 || !line.isContext && !isBlank$1(line)) return Number.POSITIVE_INFINITY;
	return SKIPPED * (weights[row] ?? 0);
}
/** Share of its weight that a skipped line costs. */
const SKIPPED = .9;
/** 1 for each column that may not be used. */
function bannedColumns({ banned = [] }, width) {
	const columns = new Uint8Array(width);
	for (const { start, end } of banned) columns.fill(1, start, end);
	return columns;
}
/** Lets columns be passed over between the line before `row` and that line. */
function passOver({ pattern, passing }, { row, sums, from, offset }) {
	const kind = gapBefore(pattern, row);
	if (kind === "closed") return;
	const factor = kind === "elided" ? 0 : kind === "open" ? 1 : BESIDE_CHANGE;
	const jump = kind === "elided" ? 0 : kind === "open" ? JUMP : Number.POSITIVE_INFINITY;
	let best = 0;
	let lowest = sums[0] ?? 0;
	for (let column = 1; column < sums.length; column += 1) {
		const tight = sums[column] ?? 0;
		const passed = (sums[column - 1] ?? 0) + factor * (passing[column - 1] ?? 0);
		const jumped = lowest + jump;
		const cheapest = Math.min(tight, passed, jumped);
		if (cheapest < tight) {
			from[offset + column] = passed <= jumped ? from[offset + column - 1] ?? 0 : best;
			sums[column] = cheapest;
		}
		if (tight < lowest) [lowest, best] = [tight, column];
	}
}
/** May the file have lines between two of the pattern that the patch does not have? */
function gapBefore({ lines, gaps, additions }, row) {
	if (gaps.has(row)) return "elided";
	const above = lines[row - 1]?.isContext === true;
	const below = lines[row]?.isContext === true;
	if (!above && !below) return "closed";
	return above && below && !additions.has(row) ? "open" : "narrow";
}
/** Right beside a change, passing over a line costs so many times as much. */
const BESIDE_CHANGE = 2;
/** What it costs to pass over any number of lines: the patch has lost what parts two hunks. */
const JUMP = 1.2;
function trace({ width, lies, from }, rows, sums) {
	let column = 0;
	for (let next = 1; next < width; next += 1) if ((sums[next] ?? 0) < (sums[column] ?? 0)) column = next;
	const cost = sums[column] ?? Number.POSITIVE_INFINITY;
	if (cost === Number.POSITIVE_INFINITY) return null;
	const columns = new Int32Array(rows).fill(-1);
	for (let row = rows; row > 0; row -= 1) {
		const isLain = lies[row * width + column] === 1;
		if (isLain) columns[row - 1] = column - 1;
		column = from[(row - 1) * width + (isLain ? column - 1 : column)] ?? 0;
	}
	return {
		cost,
		columns
	};
}

// src/apply/fit/laid.ts
const MISSING = -1;
function laidOut(chart, { columns }) {
	const width = chart.columns.length;
	return {
		positions: Array.from(columns, (column) => column === -1 ? -1 : chart.columns[column] ?? -1),
		same: Array.from(columns, (column, row) => column !== -1 && isSame(chart, row, chart.costs[row * width + column] ?? Number.POSITIVE_INFINITY)),
		near: Array.from(columns, (column, row) => column === -1 ? 0 : nearness(chart, row, chart.costs[row * width + column] ?? 0))
	};
}
/** What the pattern lies on; lines that only look like the file's are not shown. */
function extentOf(pattern, laid) {
	const { positions, same } = laid;
	const first = positions.findIndex((position) => position !== -1);
	const start = (positions[first] ?? 0) - first;
	const shown = positions.filter((position, row) => position !== -1 && same[row] === true);
	const changed = changedAt(pattern, laid).map(({ position }) => position);
	return {
		start,
		end: Math.max(start, ...positions) + 1,
		shown: shown.map((line) => ({
			start: line,
			end: line + 1
		})),
		changed: changed.length === 0 ? [start] : changed
	};
}
/** What the pattern changes, in order. */
function changedAt({ lines, additions }, { positions }) {
	const changes = [];
	for (let row = 0; row <= lines.length; row += 1) {
		const added = additions.has(row) ? addedAt(positions, row) : null;
		if (added !== null) changes.push({
			row: row - BETWEEN,
			position: added
		});
		const position = positions[row] ?? -1;
		if (lines[row]?.isContext === false && position !== -1) changes.push({
			row,
			position
		});
	}
	return changes;
}
/** Right below the line above, where the file has one. */
function addedAt(positions, row) {
	const above = positions.findLast((position, at) => at < row && position !== -1);
	if (above !== void 0) return above + BETWEEN;
	const below = positions.find((position, at) => at >= row && position !== -1);
	return below === void 0 ? null : below - BETWEEN;
}
/** Share of the context, by weight, that the file has as it is or nearly so. Without any context, all of it. */
function contextShare({ pattern, weights }, { positions, near }) {
	let [all, found] = [0, 0];
	for (const [row, line] of pattern.lines.entries()) {
		if (!line.isContext || isBlank$1(line)) continue;
		const weight = weights[row] ?? 0;
		all += weight;
		if (positions[row] !== -1) found += weight * (near[row] ?? 0);
	}
	return all === 0 ? 1 : found / all;
}

// src/apply/fit/out-of-place.ts
/**
* Does the file have a line of context elsewhere only: on the other side of a change than the hunk, or in another block
* than the changes next to it? Then the hunk may belong there.
*/
function isOutOfPlace(file, { pattern, weights }, laid) {
	const changes = changedAt(pattern, laid);
	return pattern.lines.some((line, row) => {
		const seen = positionsOf(file.index, line.print);
		if (!line.isContext || isBlank$1(line)) return false;
		if ((weights[row] ?? 0) < LEAST_WEIGHT && !isHead(file, line, seen)) return false;
		if (seen.length === 0 || seen.length > MOST_PLACES) return false;
		const own = laid.same[row] === true ? laid.positions[row] : void 0;
		return !(own === void 0 ? seen : [own]).some((position) => isWithin(file, pattern, {
			changes,
			at: {
				row,
				position
			}
		}));
	});
}
/** However short, a line that stands once and has others below it names a place. */
function isHead({ sections }, { text }, [only, second]) {
	return only !== void 0 && second === void 0 && hasWord$1(text) && isHeading(sections, only);
}
/** A line of some letters. */
const LEAST_WEIGHT = .5;
/** A line at more places than this tells none. */
const MOST_PLACES = 40;
/** Does a line stand between the same changes as in the hunk, and in one block with one of them? */
function isWithin(file, pattern, { changes, at }) {
	const above = changes.findLast(({ row }) => row < at.row);
	const below = changes.find(({ row }) => row > at.row);
	if (above !== void 0 && above.position > at.position) return false;
	if (below !== void 0 && below.position < at.position) return false;
	return above !== void 0 && isOneBlock(file, pattern, [above, at]) || below !== void 0 && isOneBlock(file, pattern, [at, below]);
}
/**
* Does the file stay in a block from one line to another, unless the hunk itself leaves it between them? Where it says
* that it leaves lines out, it may, but for a block of which it shows the head.
*/
function isOneBlock({ index, sections }, pattern, [upper, lower]) {
	const { lines, gaps } = pattern;
	const [above, below] = [Math.floor(upper.position), Math.ceil(lower.position)];
	if ([...gaps].some((row) => row > upper.row && row <= lower.row) && !isHeading(sections, above)) return true;
	const first = Math.floor(upper.row);
	const deeper = indentOf(lineAt(index, above)).length - indentOf(lines[first]?.text ?? "").length;
	const between = lines.slice(first + 1, Math.ceil(lower.row)).map(({ text }) => text);
	return !isLeft$1(sections, {
		above,
		below,
		between,
		deeper
	});
}

// src/apply/fit/settle.ts
/**
* Where each line of a hunk belongs in the file, for an old side that is laid on it with lines missing on either
* side: a line's own position, and for an added line the position of the line that it goes before. null: an
* addition has no sure place.
*/
function settle(index, { hunk, pattern }, laid) {
	const at = [];
	let row = 0;
	for (let line = 0; line < hunk.lines.length;) {
		const [mark, text] = hunk.lines[line] ?? [" ", ""];
		if (mark !== "+") {
			const isLeftOut = mark === " " && pattern.gaps.size > 0 && isGap(index, text);
			at.push(isLeftOut ? -1 : laid.positions[row] ?? -1);
			row += isLeftOut ? 0 : 1;
			line += 1;
			continue;
		}
		const end = endOfAddition(hunk, line);
		const place = placeOf(index, {
			hunk,
			pattern,
			laid
		}, {
			start: line,
			end,
			row
		});
		if (place === null) return null;
		for (; line < end; line += 1) at.push(place);
	}
	return at;
}
function endOfAddition({ lines }, start) {
	let end = start;
	while (lines[end]?.[0] === "+") end += 1;
	return end;
}
/** The line before which an addition goes; null: its neighbours do not tell. */
function placeOf(index, laying, addition) {
	const { pattern, laid } = laying;
	const { start, end, row } = addition;
	const above = isGapAt(index, laying, start - 1) ? null : neighbour(laying, row - 1, -1);
	const below = isGapAt(index, laying, end) ? null : neighbour(laying, row, 1);
	if (above?.blanks === 0 && pattern.lines[above.row]?.isContext === false) return above.position + 1;
	if (below?.blanks === 0 && pattern.lines[below.row]?.isContext === false) return below.position;
	if (above === null || below === null) return besideOne(laying, {
		above,
		below,
		addition
	});
	if (isPartOfAbove(index, laying.hunk, {
		above,
		below,
		start,
		end
	})) return above.position + 1 + above.blanks;
	if (isNextTo(laying, above, below)) return laid.positions[row] ?? null;
	if (above.position === -1 || below.position === -1) return null;
	if (laid.same[above.row] !== true && laid.same[below.row] !== true) return null;
	return between(index, laying.hunk, {
		above,
		below,
		start,
		end
	});
}
function isGapAt(index, { hunk, pattern }, line) {
	const [mark, text] = hunk.lines[line] ?? ["+", ""];
	return mark === " " && pattern.gaps.size > 0 && isGap(index, text);
}
/** null: the hunk, or a part of it, begins or ends here. */
function neighbour({ pattern, laid }, from, away) {
	for (let blanks = 0;; blanks += 1) {
		const row = from + away * blanks;
		const line = pattern.lines[row];
		if (line === void 0) return null;
		if (!isBlank$1(line)) return {
			row,
			blanks,
			position: laid.positions[row] ?? -1
		};
		if (pattern.gaps.has(away === 1 ? row + 1 : row)) return null;
	}
}
/** An addition at the end of a hunk: the lines around it must be the file's, blank ones too. */
function besideOne({ hunk, laid }, { above, below, addition }) {
	const side = above ?? below;
	if (side === null || side.position === -1) return null;
	const away = above === null ? 1 : -1;
	const isSame = laid.same[side.row] === true;
	const isBacked = laid.same[side.row + away] === true && laid.positions[side.row + away] === side.position + away;
	if (!isSame && !isBacked) return null;
	for (let blank = 1; blank <= side.blanks; blank += 1) if (!liesAt(laid, side.row - away * blank, side.position - away * blank)) return null;
	const place = above === null ? side.position - side.blanks : side.position + side.blanks + 1;
	return standsBeyond({
		hunk,
		laid
	}, {
		addition,
		place,
		away
	}) ? place : null;
}
/** Blank lines between an addition and the hunk's end are there, next to it. */
function standsBeyond({ hunk, laid }, { addition: { start, end, row }, place, away }) {
	const beyond = away === 1 ? hunk.lines.slice(0, start).toReversed() : hunk.lines.slice(end);
	for (const [order, [mark, text]] of beyond.entries()) {
		if (mark === "+" || text.trim() !== "") return true;
		const [blank, position] = away === 1 ? [row - 1 - order, place - 1 - order] : [row + order, place + order];
		if (!liesAt(laid, blank, position)) return false;
	}
	return true;
}
/** Before the first line of a file there is none, though a line that is missing counts as one before it. */
function liesAt({ positions }, row, position) {
	return position !== -1 && positions[row] === position;
}
/** Do the lines right above and below an addition stand together in the file, one of them not blank and the same? */
function isNextTo({ laid }, above, below) {
	const [upper, lower] = [above.row + above.blanks, below.row - below.blanks];
	if (laid.positions[upper] === -1 || laid.positions[lower] !== (laid.positions[upper] ?? 0) + 1) return false;
	return above.blanks === 0 && laid.same[upper] === true || below.blanks === 0 && laid.same[lower] === true;
}
/** An addition between two lines that are next to each other, but for blank ones. */
function between({ prints }, { lines }, { above, below, start, end }) {
	const blanks = below.position - above.position - 1;
	if (blanks < 0) return null;
	for (let line = above.position + 1; line < below.position; line += 1) if (prints[line] !== 0) return null;
	if (above.blanks + below.blanks === blanks) return above.position + 1 + above.blanks;
	if (above.blanks > 0 && below.blanks === 0) return below.position;
	if (below.blanks > 0 && above.blanks === 0) return above.position + 1;
	if (above.blanks > 0) return null;
	const beginsBlank = lines[start]?.[1].trim() === "";
	if (beginsBlank === (lines[end - 1]?.[1].trim() === "")) return null;
	return beginsBlank ? above.position + 1 : below.position;
}
/**
* Is an addition a part of what stands above it, indented deeper than what stands below? Of the blank lines
* between, of which the file has more than the hunk, it leaves those that part it from that.
*/
function isPartOfAbove(index, { lines }, { above, below, start, end }) {
	const blanks = below.position - above.position - 1;
	if (above.position === -1 || below.blanks > 0 || blanks <= above.blanks) return false;
	for (let line = above.position + 1; line < below.position; line += 1) if (index.prints[line] !== 0) return false;
	const first = lines.slice(start, end).find(([, text]) => text.trim() !== "")?.[1] ?? "";
	return indentOf(first).length > indentOf(lineAt(index, below.position)).length;
}

// src/apply/fit/fit.ts
/**
* Lays a hunk whose context is not quite the file's where it fits best. Lines to be removed must all be there,
* and every addition needs a neighbour that is. `isReindented`: lines may be indented otherwise than the file's.
*/
function fitHunk({ index, sections, effort }, fitted) {
	const { pattern } = fitted;
	const columns = regionsFor(index, pattern);
	const chart = columns === null ? null : chartOf(index, {
		...fitted,
		columns
	}, effort);
	const path = chart === null ? null : cheapestPath(chart, {}, effort);
	if (chart === null || path === null) return MISFIT;
	const file = {
		index,
		sections
	};
	if (!isSound(file, chart, path)) return MISFIT;
	const rivals = piecesOf$1(chart, laidOut(chart, path), path).flatMap((piece) => rivalsOf(chart, {
		path,
		piece
	}, effort));
	if (effort.comparisons < 0) return MISFIT;
	const [best, ...others] = [path, ...rivals].map((one) => fitOf(file, {
		fitted,
		chart,
		path: one
	}));
	return best?.at == null ? MISFIT : {
		status: "fits",
		fits: [best, ...others]
	};
}
const MISFIT = { status: "misfit" };
/** Is enough of the hunk there, and nothing of it elsewhere? */
function isSound(file, chart, path) {
	const laid = laidOut(chart, path);
	const evidence = evidenceOf(chart, laid, piecesOf$1(chart, laid, path));
	if (scoreOf(chart, path) < LEAST_SCORE || contextShare(chart, evidence) < leastContext(chart)) return false;
	return !hasLostTwin(chart, laid) && !isOutOfPlace(file, chart, laid);
}
/** Of 1, which is a hunk as the file has it. */
const LEAST_SCORE = .62;
/** Share of the context that must be there: where no removed line tells the place, nothing else does. */
function leastContext({ isTold }) {
	return isTold ? LEAST_CONTEXT_IF_TOLD : LEAST_CONTEXT;
}
const LEAST_CONTEXT_IF_TOLD = .5;
const LEAST_CONTEXT = .7;
/**
* What tells the place: context that was found elsewhere, with nothing changed beside it, does so only if lines
* that the file has once stand beside every change.
*/
function evidenceOf(chart, laid, pieces) {
	const { pattern, isTold } = chart;
	if (isTold || pattern.gaps.size > 0 || pieces.length === 1) return laid;
	const isIdle = (piece) => changesIn(pattern, piece).length === 0;
	if (pieces.every((piece) => isIdle(piece) || isToldByItself(chart, laid, piece))) return laid;
	const positions = [...laid.positions];
	for (const { start, end } of pieces.filter(isIdle)) positions.fill(-1, start, end);
	return {
		...laid,
		positions
	};
}
function isToldByItself({ weights, unique }, { positions }, { start, end }) {
	let told = 0;
	for (let row = start; row < end; row += 1) if (unique[row] === true && positions[row] !== -1) told += weights[row] ?? 0;
	return told >= 1;
}
/** Does the file lack a line of context that reads like a removed one? Then what looks like that may be the other. */
function hasLostTwin({ pattern: { lines } }, { positions, same }) {
	const removed = new Set(lines.flatMap(({ print, isContext }) => isContext ? [] : [print]));
	return lines.some((line, row) => line.isContext && !isBlank$1(line) && removed.has(line.print) && (positions[row] === -1 || same[row] === false));
}
function changesIn(pattern, piece) {
	return changesOf$1(pattern).filter(({ start }) => start >= piece.start && start <= piece.end);
}
function scoreOf({ weights }, { cost }) {
	return 1 - cost / weights.reduce((sum, weight) => sum + weight, 0);
}
/** The parts of a pattern that are laid apart from each other. */
function piecesOf$1({ pattern, passing }, { positions }, { columns }) {
	const pieces = [];
	let start = 0;
	let last = -1;
	for (const [row, position] of positions.entries()) {
		if (position === -1) continue;
		if (last !== -1 && isApart({
			pattern,
			passing,
			columns
		}, last, row)) {
			pieces.push(pieceOf({
				start,
				end: last + 1
			}, columns));
			start = last + 1;
		}
		last = row;
	}
	pieces.push(pieceOf({
		start,
		end: positions.length
	}, columns));
	return pieces;
}
function isApart({ pattern, passing, columns }, above, below) {
	const [from, to] = [(columns[above] ?? 0) + 1, columns[below] ?? 0];
	for (let row = above + 1; row <= below; row += 1) if (pattern.gaps.has(row)) return true;
	let passed = 0;
	for (let column = from; column < to; column += 1) passed += passing[column] ?? 0;
	return passed > FAR;
}
/** Passing over more than this is a jump to another place. */
const FAR = 3;
function pieceOf({ start, end }, columns) {
	const own = columns.subarray(start, end).filter((column) => column >= 0);
	return {
		start,
		end,
		columns: {
			start: own[0] ?? 0,
			end: (own.at(-1) ?? -1) + 1
		}
	};
}
/** Ways to lay a hunk that put one of its pieces elsewhere and are about as good. */
function rivalsOf(chart, { path, piece }, effort) {
	const { pattern, weights } = chart;
	const changes = changesIn(pattern, piece);
	if (changes.length === 0) return [];
	const near = changes.slice(0, CHECKED_CHANGES).flatMap((change) => {
		const required = keyOf(chart, path, change);
		const column = path.columns[required] ?? 0;
		const other = cheapestPath(chart, {
			banned: [{
				start: column,
				end: column + 1
			}],
			required
		}, effort);
		return other === null || other.cost - path.cost >= NEAR_MARGIN ? [] : [other];
	});
	const weight = weights.slice(piece.start, piece.end).reduce((sum, own) => sum + own, 0);
	return [...elsewhere$1(chart, {
		path,
		piece,
		margin: MARGIN * weight
	}, effort), ...near];
}
/** The next best places for a piece, none of which shares a line with another. */
function elsewhere$1(chart, { path, piece, margin }, effort) {
	const found = [];
	const banned = [piece.columns];
	while (found.length < MAX_RIVALS) {
		const other = cheapestPath(chart, { banned }, effort);
		if (other === null || other.cost - path.cost >= margin) return found;
		found.push(other);
		banned.push(pieceOf(piece, other.columns).columns);
	}
	return found;
}
/** Places that are looked at to find the one that a line number means. */
const MAX_RIVALS = 6;
/** Another place must be worse than the best one by this share of the weight of what lies there. */
const MARGIN = .12;
/** A line that a change hangs on must lie better where it does than on an equal line nearby, by this much. */
const NEAR_MARGIN = .4;
/** Changes of one piece for which that is asked. */
const CHECKED_CHANGES = 8;
/** The line of the pattern that tells where a change goes. */
function keyOf({ pattern }, { columns }, { start, end }) {
	for (let row = start; row < end; row += 1) if (!isBlankRow(pattern, row)) return row;
	for (let away = 0; away < pattern.lines.length; away += 1) for (const row of [start - 1 - away, start + away]) if ((columns[row] ?? -1) >= 0 && !isBlankRow(pattern, row)) return row;
	return start;
}
function isBlankRow({ lines }, row) {
	const line = lines[row];
	return line === void 0 || isBlank$1(line);
}
function fitOf(file, { fitted, chart, path }) {
	const laid = laidOut(chart, path);
	const pieces = piecesOf$1(chart, laid, path).length;
	const extent = extentOf(chart.pattern, laid);
	return {
		start: extent.start,
		at: dropsUnmarked(chart, laid) ? null : settle(file.index, fitted, laid),
		tolerances: [...loosenessOf(file.index, chart.pattern, laid.positions), ...tolerancesOf(chart, laid, pieces)],
		extent,
		isWhole: pieces === 1,
		isSound: () => isSound(file, chart, path)
	};
}
/** Does the file lack a line there whose mark may be lost? It may be one to add, or words that ask for something. */
function dropsUnmarked({ pattern: { lines } }, { same }) {
	return lines.some((line, row) => line.isUnmarked && !isBlank$1(line) && same[row] !== true);
}
function tolerancesOf({ pattern }, { positions, same }, pieces) {
	const isSimilar = positions.some((position, row) => position !== -1 && same[row] === false);
	const isWhole = positions.every((position, row) => position !== -1 && (row === 0 || pattern.gaps.has(row) || pieces > 1 || position === (positions[row - 1] ?? 0) + 1));
	const isSplit = pieces > 1 + pattern.gaps.size;
	return [
		...isSimilar ? ["similar_context"] : [],
		...isWhole ? [] : ["partial_context"],
		...pattern.gaps.size > 0 ? ["elision"] : [],
		...isSplit ? ["split"] : []
	];
}

// src/apply/hints.ts
/** Does the line number of a hunk, or the text behind its `@@`, name this very place? */
function isNamed(index, spot) {
	return expectedAt(spot).includes(spot.extent.start) || isUnder(index, sectionsNamed(index, spot), spot);
}
/**
* The section in which a hunk says that it belongs, where the spot is not in it; null: nothing says so. git names what
* stands above a hunk, which is not always around it, and which it may leave: a line number that is right counts for more
* then.
*/
function sectionMissed(index, spot) {
	const sections = sectionsNamed(index, spot);
	const [first] = sections;
	if (first === void 0 || isUnder(index, sections, spot)) return null;
	if (spot.hunk.lineHint === void 0) return first;
	const isAtNumber = expectedAt(spot).includes(spot.extent.start) && isAsCounted(spot);
	return sections.filter(({ start }) => start < spot.extent.start).some((section) => isAtNumber || isLeft(index, section, spot)) ? null : first;
}
/** Is the first change as far down as the hunk has it? Where the file has lines between them, its number is not that of the change. */
function isAsCounted({ hunk, extent: { start, changed } }) {
	const above = hunk.lines.findIndex(([mark]) => mark !== " ");
	return above === -1 || Math.ceil(changed[0] ?? start) === start + above;
}
/** Does a hunk show, above all that it changes, that it is in another section by then? */
function isLeft(index, section, { extent }) {
	return extent.changed.every((at) => isLeftAbove(index, {
		section,
		extent,
		at
	}));
}
/** Is a spot outside of the section in which the hunk says that it belongs, or of the order of the line numbers? */
function isElsewhere(index, spot) {
	const { surroundings } = spot;
	const position = spot.extent.start;
	return !(position >= surroundings.from && position < surroundings.to) && !expectedAt(spot).includes(position) || sectionMissed(index, spot) !== null;
}
/** Of several that bear the name the one that the line number lies in, where it lies in any. */
function sectionsNamed(index, spot) {
	const { anchors } = spot.hunk;
	const sections = anchors.length === 0 ? [] : sectionsOf(index, anchors);
	const expected = sections.length > 1 ? expectedAt(spot) : [];
	const meant = sections.filter(({ start, end }) => expected.some((at) => at >= start && at < end));
	return meant.length === 0 ? sections : meant;
}
/** In a section, or anywhere below a line that heads nothing. */
function isUnder(index, sections, { extent }) {
	return sections.some((section) => isWithin$1(index, section, extent) || isBelow(index, section.start, extent));
}
function isBelow(index, start, extent) {
	return !isHeading(index, start) && extent.changed.every((at) => at >= start || shows(extent, start));
}

// src/apply/location.ts
function isPlace(location) {
	return location.status === "placed" || location.status === "already_applied";
}
function doneAt(made, position, rungs) {
	return {
		status: "already_applied",
		position,
		rungs,
		edits: [],
		made
	};
}

// src/apply/undone.ts
/**
* The hunks that count as done by lines that another one of the same patch takes away, or beside which it puts the
* lines that they remove: the file would not be as they say in the end.
*/
function undoneHunks(located) {
	const undone = /* @__PURE__ */ new Map();
	if (located.every(({ made }) => made === void 0)) return undone;
	const changes = changesOf(located);
	for (const { hunk, made } of located) {
		const undoing = made === void 0 ? null : undoingOf(changes, hunk, made);
		if (undoing !== null) undone.set(hunk, undoing);
	}
	return undone;
}
/**
* The same hunks with none that is said to be done and undone by another: each is placed as if what it makes were not
* there, where that works. `toDo` gives that place by the hunk's order.
*/
function withoutUndone(located, toDo) {
	const undone = undoneHunks(located.filter(isPlace));
	if (undone.size === 0) return located;
	const placed = located.map((location, order) => {
		const undoing = undone.get(location.hunk);
		if (undoing === void 0) return location;
		const place = undoing.isWhole ? toDo(order) : null;
		return place === null || place.status === "not_found" ? overlapOf(location, undoing) : place;
	});
	const again = undoneHunks(placed.filter(isPlace));
	return placed.map((location) => {
		const undoing = again.get(location.hunk);
		return undoing === void 0 ? location : overlapOf(location, undoing);
	});
}
function overlapOf(location, { by }) {
	const position = isPlace(location) ? location.position : 0;
	return {
		hunk: location.hunk,
		status: "overlap",
		position,
		other: by
	};
}
function changesOf(located) {
	const removed = /* @__PURE__ */ new Map();
	const inserted = /* @__PURE__ */ new Map();
	for (const { hunk, edits } of located) for (const { line, remove, insert } of edits) {
		for (let at = line; at < line + remove; at += 1) removed.set(at, hunk);
		for (const at of /* @__PURE__ */ new Set([line, line + remove])) {
			const known = inserted.get(at);
			if (known === void 0) inserted.set(at, [{
				by: hunk,
				lines: insert
			}]);
			else known.push({
				by: hunk,
				lines: insert
			});
		}
	}
	return {
		removed,
		inserted
	};
}
function undoingOf({ removed, inserted }, hunk, made) {
	const added = made.filter(Number.isInteger);
	const taken = added.flatMap((at) => removed.get(at) ?? []);
	const [taking] = taken;
	if (taking !== void 0) return {
		by: taking,
		isWhole: taken.length === added.length
	};
	const kept = new Set(textsOf$1(hunk, "+"));
	const old = new Set(textsOf$1(hunk, "-").filter((text) => saysAnything(text) && !kept.has(text)));
	if (old.size === 0) return null;
	const beside = new Set(made.flatMap((at) => [Math.ceil(at), Math.ceil(at + BETWEEN)]));
	for (const at of beside) for (const { by, lines } of inserted.get(at) ?? []) if (lines.some((line) => old.has(line))) return {
		by,
		isWhole: false
	};
	return null;
}
function textsOf$1({ lines }, marked) {
	return lines.flatMap(([mark, text]) => mark === marked ? [text] : []);
}

// src/apply/locate.ts
/** Looks for all hunks of one file in the file's text as it is, in any order. `path`: tells how its titles are written. */
function locateHunks(text, hunks, effort, path) {
	const places = locateExactly(text, hunks, effort);
	const byLines = () => locateByLines(text, hunks, effort, path);
	if (places?.every((place) => isUndisputed(text, place)) !== true) return byLines();
	const located = places.map(exactLocation);
	return undoneHunks(located).size === 0 ? located : byLines();
}
/**
* The hunk says nothing of where it belongs, or its line number does, and the text behind it does not name what stands
* further down only. Else what it makes may stand where it says.
*/
function isUndisputed({ text }, { hunk, position, start }) {
	if (hunk.lineHint === void 0) return hunk.anchors.length === 0;
	return isAtHint(hunk, position) && hunk.anchors.every((anchor) => text.indexOf(anchor.trim()) <= start);
}
function exactLocation({ hunk, position, isDone, edits }) {
	const rungs = isAtHint(hunk, position) ? [] : ["offset"];
	if (!isDone) return {
		hunk,
		status: "placed",
		position,
		rungs,
		edits
	};
	const above = hunk.lines.findIndex(([mark]) => mark !== "+");
	return {
		hunk,
		...doneAt(extentAt(hunk, "-", position - above).changed, position, rungs)
	};
}
function locateByLines({ text, lines }, hunks, effort, path) {
	if (!readsLines({
		text,
		lines
	}, effort)) return hunks.map((hunk) => ({
		hunk,
		status: "too_repetitive"
	}));
	const index = indexLines(lines(), textsOf(hunks));
	const search = {
		index,
		sections: indexSections(index.lines, path),
		effort
	};
	const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
	const surroundings = surroundingsOf(sought.map(knownOf));
	const locationOf = (found, order, isToDo = false) => {
		const hunk = hunks[order] ?? found.hunk;
		const given = {
			surroundings: surroundings[order] ?? NOTHING_AROUND,
			isToDo
		};
		const verdict = locate(search, found, given);
		if (verdict.status !== "not_found") return {
			hunk,
			...verdict
		};
		return {
			hunk,
			...verdict,
			near: () => startsByLines(index, found.pattern)
		};
	};
	const located = sought.map((found, order) => locationOf(found, order));
	return withoutUndone(located, (order) => {
		const found = sought[order];
		return found === void 0 ? null : locationOf(found, order, true);
	});
}
/** False: the effort does not suffice for reading all lines. */
function readsLines({ text, lines }, effort) {
	effort.reading -= text.length;
	if (effort.reading < 0) return false;
	effort.reading -= 20 * lines().count;
	return effort.reading >= 0;
}
function textsOf(hunks) {
	const texts = [];
	for (const { lines } of hunks) for (const [, text] of lines) texts.push(text);
	return texts;
}
function seek(search, hunk) {
	const pattern = oldPattern(hunk);
	return {
		hunk,
		pattern,
		found: placesFor(search, {
			hunk,
			pattern
		})
	};
}
function knownOf({ hunk, pattern, found }) {
	const [position, second] = found?.positions ?? [];
	return {
		hunk,
		length: pattern.lines.length,
		position: second === void 0 ? position : void 0
	};
}
function locate(search, { hunk, pattern, found }, { surroundings, isToDo }) {
	if (pattern.lines.length === 0) return withoutContext(search.index, hunk, isToDo);
	if (found === null) return { status: "too_repetitive" };
	const loose = {
		hunk,
		pattern,
		surroundings,
		isToDo
	};
	const old = () => locateOld(search, {
		...loose,
		found
	});
	if (isToDo) return old();
	const made = (found.positions.length > 0 && found.level === 0 ? null : findMade(search, {
		hunk,
		surroundings
	}, found)) ?? findMadeBeside(search, {
		hunk,
		surroundings
	}, found.positions);
	return made === null ? old() : judgeMade(search, {
		...loose,
		made
	}, old);
}
/**
* Is the hunk applied already, where what it makes stands? Not where hints speak against that place, and not while its
* old side, or what is like it, has a place of its own, unless hints tell which of the two is meant.
*/
function judgeMade(search, { hunk, pattern, surroundings, made }, locateOther) {
	if (made.status !== "made") return { status: made.status };
	const { spot, rungs } = made;
	const done = doneAt(spot.extent.changed, spot.extent.start, rungs);
	const open = {
		status: "not_found",
		madeAt: spot.extent.start
	};
	const other = locateOther();
	const rivals = startsOf(other).filter((start) => !covers(spot, start));
	const [rival] = rivals;
	if (isElsewhere(search.sections, spot)) return rival === void 0 ? open : other;
	const isMeant = isNamed(search.sections, spot);
	if (rival === void 0) return isMeant || isProof(search, spot, pattern) ? done : open;
	if (isMeant === (rivals.length === 1 && isNamed(search.sections, {
		hunk,
		extent: extentAt(hunk, "+", rival),
		surroundings
	}))) return open;
	return isMeant ? done : other;
}
/** Where the old side begins, or may begin. */
function startsOf(verdict) {
	if (verdict.status === "placed") return [verdict.position];
	return verdict.status === "ambiguous" ? verdict.positions : [];
}
function locateOld(search, { found, ...loose }) {
	const { hunk, pattern, isToDo } = loose;
	if (found.positions.length === 0) return locateLoosely$1(search, loose);
	const chosen = choose(search, loose, found.positions);
	if (typeof chosen !== "number") return chosen;
	const tolerances = found.level === 0 ? [] : tolerancesAt(search.index, pattern, chosen);
	return placeAt(search.index, hunk, {
		placing: placingAt(hunk, chosen),
		tolerances,
		isToDo
	}) ?? locateLoosely$1(search, loose);
}
/** The one of some places at which all lines of the pattern stand that the hunk is meant for. */
function choose({ sections }, { hunk, surroundings }, positions) {
	const position = breakTieAt(sections, {
		hunk,
		surroundings,
		without: "+",
		positions
	});
	if (position === null) return {
		status: "ambiguous",
		positions
	};
	const section = sectionMissed(sections, {
		hunk,
		extent: extentAt(hunk, "+", position),
		surroundings
	});
	return section === null ? position : {
		status: "elsewhere",
		foundAt: position,
		section
	};
}
/** null: the hunk's indentation does not suit the file's there, or nothing would come of what it asks for. */
function placeAt(index, hunk, { placing, tolerances, isToDo }) {
	const position = placing[placing.findIndex((position, line) => position !== -1 && hunk.lines[line]?.[0] !== "+")] ?? 0;
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	const sent = hunk.lines.map(([, text]) => text);
	const written = tolerances.length === 0 ? sent : writtenLines(index, hunk, placing);
	const inserted = !isToDo && !isDenied(hunk, position) ? insertedAt(index, {
		hunk,
		placing,
		written: written ?? sent
	}) : null;
	if (inserted !== null) return doneAt(inserted, position, rungs);
	if (written === null || losesChange(hunk, placing)) return null;
	return {
		status: "placed",
		position,
		rungs,
		edits: editsOf$2(index, {
			hunk,
			placing,
			added: written
		})
	};
}
/**
* A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
* patch speaks of it and its line number agrees. All else would be a guess, also whether lines that stand at the end
* already are those that it adds, where the number says that they belong after these.
*/
function withoutContext(index, hunk, isToDo) {
	const added = newSide(hunk);
	const { count } = index.lines;
	const before = count - added.length;
	const isWhole = before === 0 && added.length > 0;
	if (!isToDo && (isWhole || hunk.endOfFile === true && added.some(saysAnything)) && standsAt(index, added, before)) return isDenied(hunk, count) ? { status: "no_context" } : doneAt(extentAt(hunk, "-", before).changed, before, []);
	const isAppended = hunk.endOfFile === true && isAtHint(hunk, count);
	if (count > 0 && !isAppended) return { status: "no_context" };
	return {
		status: "placed",
		position: count,
		rungs: [],
		edits: [{
			line: count,
			remove: 0,
			insert: added
		}]
	};
}
/** No place has all lines of the old side, one below the other and indented alike. */
function locateLoosely$1(search, loose) {
	const trimmed = withoutEdgeBlanks(loose.hunk);
	return (trimmed === null ? null : locateTrimmed(search, {
		...loose,
		hunk: trimmed
	})) ?? fit(search, loose);
}
/** The hunk without blank lines at its edges, where it stands as a whole or was applied; null: neither. */
function locateTrimmed(search, { hunk, surroundings, isToDo }) {
	const { found, pattern } = seek(search, hunk);
	if (found === null) return null;
	const loose = {
		hunk,
		pattern,
		surroundings,
		isToDo
	};
	const isThere = found.positions.length > 0;
	const made = isToDo || isThere && found.level === 0 ? null : findMade(search, {
		hunk,
		surroundings
	}, found);
	const old = () => isThere ? placeTrimmed(search, {
		...loose,
		found
	}) : fit(search, loose);
	if (made === null) return isThere ? old() : null;
	return judgeMade(search, {
		...loose,
		made
	}, () => old() ?? { status: "not_found" });
}
/** null: its lines are not indented as the file's are. */
function placeTrimmed(search, loose) {
	const { hunk, pattern, found, isToDo } = loose;
	const chosen = choose(search, loose, found.positions);
	if (typeof chosen !== "number") return chosen;
	const tolerances = [...tolerancesAt(search.index, pattern, chosen), "edge_blanks"];
	return placeAt(search.index, hunk, {
		placing: placingAt(hunk, chosen),
		tolerances,
		isToDo
	});
}
/** The hunk where it fits best, with its lines indented as in the file or, failing that, otherwise. */
function fit(search, loose) {
	const strict = fitAt(search, loose, false);
	return strict.status === "not_found" ? fitAt(search, loose, true) : strict;
}
function fitAt(search, loose, isReindented) {
	const { hunk, pattern, surroundings, isToDo } = loose;
	const { index, sections, effort } = search;
	const fitted = fitHunk(search, {
		hunk,
		pattern: elidedPattern(index, hunk) ?? pattern,
		isReindented
	});
	if (fitted.status === "misfit") return { status: effort.comparisons < 0 ? "too_repetitive" : "not_found" };
	const chosen = chooseFit(sections, {
		hunk,
		surroundings
	}, fitted.fits);
	if (chosen === null) {
		const positions = fitted.fits.map(({ start }) => start);
		return {
			status: "ambiguous",
			positions: [...new Set(positions)].sort((a, b) => a - b)
		};
	}
	const section = sectionMissed(sections, {
		hunk,
		extent: chosen.extent,
		surroundings
	});
	if (section !== null) return {
		status: "elsewhere",
		foundAt: chosen.start,
		section
	};
	if (chosen.at === null || !endsWhereItSays(index, hunk, chosen.at)) return { status: "not_found" };
	const { at: placing, tolerances } = chosen;
	return placeAt(index, hunk, {
		placing,
		tolerances,
		isToDo
	}) ?? { status: "not_found" };
}
/** The one that the hunk is meant for, and that would do if it were the only one; null: nothing tells. */
function chooseFit(sections, { hunk, surroundings }, fits) {
	const [best] = fits;
	if (fits.length === 1) return best;
	if (!best.isWhole) return null;
	const extentOf = ({ extent }) => extent;
	const meant = breakTie(sections, {
		hunk,
		places: fits,
		extentOf,
		surroundings
	});
	return meant === null || meant === best || meant.isWhole && meant.isSound() ? meant : null;
}
/** Is the last line of the old side the file's last line, where the patch says so? */
function endsWhereItSays({ lines }, hunk, placing) {
	const last = placing.findLast((_, line) => hunk.lines[line]?.[0] !== "+");
	return hunk.endOfFile !== true || last === lines.count - 1;
}

// src/apply/loose-edit.ts
/** Looks for a text that is not in a file as it is: by whole lines, with the same tolerance as hunks have. */
function locateLoosely(text, { find, replace }, effort) {
	const [before, after] = wholeLines(find, replace);
	const hunk = {
		number: 1,
		lines: changedLines(before, after),
		anchors: []
	};
	if (effort.reading < text.length) return {
		hunk,
		status: "not_found"
	};
	const [location] = locateHunks(uncut(text), [hunk], effort);
	return location ?? {
		hunk,
		status: "not_found"
	};
}
/** Both as lines; a line break at the very end of both begins no line. */
function wholeLines(find, replace) {
	if (find.endsWith("\n") && replace === "") return [find.slice(0, -1).split("\n"), []];
	if (!find.endsWith("\n") || !replace.endsWith("\n")) return [find.split("\n"), replace.split("\n")];
	return [find.slice(0, -1).split("\n"), replace.slice(0, -1).split("\n")];
}

// src/apply/replaced.ts
/**
* Is a found text part of what would take its place, because the edit was made before? Making it again would
* double what it adds. `text` is the file, or as much of it on both sides as `replace` is long, and BESIDE more.
*
* What is there as a part of longer words only is no proof. The edit is open then where it finds whole words, and would
* have found a part of one before.
*/
function isReplaced(text, { find, replace }, at) {
	const within = find === replace ? null : firstPlaceIn(replace, find);
	if (within === null) return "open";
	const more = replace.slice(0, within) + replace.slice(within + find.length);
	if (!saysAnything(more)) return "open";
	const from = Math.max(0, at - more.length);
	const place = firstPlaceIn(text.slice(from, at + replace.length), replace);
	if (place === null) return "open";
	const start = from + place;
	const made = around(text, start, start + replace.length);
	if (!isPartOfWords(replace, made)) return "replaced";
	return !isPartOfWords(find, around(text, at, at + find.length)) && isPartOfWords(find, made) ? "open" : "unclear";
}
/** The refusal of an edit of which nobody can tell whether it was made. `line` from 1: where its text was found. */
function unclearRefusal(path, line) {
	return {
		code: "ambiguous",
		message: `What the edit makes stands in ${path} at line ${line} as a part of longer words, so that it may be done already. If it is, leave the edit out; if not, find and replace more of what stands around it.`,
		path,
		pointer: "/find",
		data: { lines: [line] }
	};
}
/** Characters beside a text that tell whether its words end with it; some letters have two. */
const BESIDE = 2;
function around(text, start, end) {
	return {
		before: text.slice(Math.max(0, start - 2), start),
		after: text.slice(end, end + 2)
	};
}
/** Does the text's first or last word go on beside it? */
function isPartOfWords(text, { before, after }) {
	const [first, last] = [text.slice(0, 2), text.slice(-2)];
	return ENDS_IN_WORD.test(before) && BEGINS_WORD.test(first) || ENDS_IN_WORD.test(last) && BEGINS_WORD.test(after);
}
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}_]$/u;
const BEGINS_WORD = /^[\p{L}\p{M}\p{N}_]/u;

// src/apply/report.ts
/** How a report names the tolerances that were needed, strictest first. */
function toleranceOf(rungs) {
	const rung = rungs.at(-1) ?? "exact";
	return rungs.length > 1 ? {
		rung,
		adjustments: rungs
	} : { rung };
}
/** Tolerances that come from several places, strictest first. */
function inOrder(rungs) {
	const strict = rungs.filter((rung) => isStrict(rung));
	const edge = rungs.includes("edge_blanks") ? ["edge_blanks"] : [];
	const others = rungs.filter((rung) => rung !== "edge_blanks" && !isStrict(rung));
	return [
		...strict,
		...edge,
		...others
	];
}
function isStrict(rung) {
	return rung === "offset" || LOOSENESS.some((one) => one === rung);
}

// src/apply/cleared-line.ts
/** Would the edit take all that it finds away, and put no word there? */
function takesWordsAway({ find, replace }) {
	return replace.trim() === "" && find.trim() !== "";
}
/**
* What is to be taken away of a text that begins within the indentation of a line and ends with a line: that indentation
* too, which would move the line below into another block, or stay as blanks that nobody sent. Where the text to find
* has no line break at its end, an empty line is left, as of whole lines. null: it begins or ends elsewhere.
* `text` is the file, or as much of it on both sides as `near` says.
*/
function clearedLines(text, { find, replace }, { start, near }) {
	const [first, last] = [start - near, start + find.length + near];
	let begin = start;
	while (begin > first && isBlankAt(text, begin - 1)) begin -= 1;
	if (begin === start || !(begin === 0 || text[begin - 1] === "\n")) return null;
	let end = start + find.length;
	if (find.endsWith("\n")) return {
		start: begin,
		end,
		text: replace
	};
	while (end < last && isBlankAt(text, end)) end += 1;
	return end === text.length || text[end] === "\n" ? {
		start: begin,
		end,
		text: replace
	} : null;
}
function isBlankAt(text, at) {
	return text[at] === " " || text[at] === "	";
}

// src/apply/within-indent.ts
/**
* What takes the place of a text that stands at `start` as it was sent. Where it begins within the indentation of a line,
* it was sent with less of that, and so may the other new lines be. `text` is the file, or as much of it on both sides
* of that place as NEAR says, and one character more.
*/
function replacementAt(text, sought, start, effort) {
	const sent = sentAs(sought, start);
	const cleared = takesWordsAway(sought) ? clearedLines(text, sought, {
		start,
		near: NEAR
	}) : null;
	if (cleared !== null) return {
		status: "clear",
		replacement: cleared
	};
	if (!mayBeWithinIndent(sought)) return {
		status: "clear",
		replacement: sent
	};
	const begun = begunLine(text, sought, start);
	if (begun === null) return {
		status: "clear",
		replacement: sent
	};
	if (!isAffordable(begun, effort)) return { status: "too_repetitive" };
	const lines = deepLines(begun);
	const replaced = lines && withoutEdges(lines, begun, sought);
	return replaced === null ? { status: "unclear" } : {
		status: "clear",
		replacement: {
			...sent,
			text: replaced
		}
	};
}
/** Exactly the found text gives way to exactly what was sent. */
function sentAs({ find, replace }, start) {
	return {
		start,
		end: start + find.length,
		text: replace
	};
}
/** Is it so? */
function isSent({ start, end, text }, sought, at) {
	const sent = sentAs(sought, at);
	return start === sent.start && end === sent.end && text === sent.text;
}
/** The refusal of an edit of which nobody can tell how deep its new lines are to be. `line` from 1: where it begins. */
function depthRefusal(path, line) {
	return {
		code: "ambiguous",
		message: `The text to replace begins in ${path} within the indentation of line ${line}, and nothing tells how deep the new lines are to be. Send both texts as whole lines, each with all the indentation that it has, or is to have, in the file.`,
		path,
		pointer: "/replace",
		data: { lines: [line] }
	};
}
/** Is there more than a part of one line, for which the indentation of that line would matter? */
function mayBeWithinIndent(sought) {
	if (takesWordsAway(sought)) return true;
	const { find, replace } = sought;
	const end = find.indexOf("\n");
	return (end !== -1 || replace.includes("\n") || isDeeper(sought)) && (end === -1 ? find : find.slice(0, end)).trim() !== "";
}
/** Does new text of other words begin deeper than the text to find does? */
function isDeeper({ find, replace }) {
	return indentOf(replace).length > indentOf(find).length && find.trim() !== replace.trim();
}
/** Characters on both sides of a place that show how the lines around it are indented. */
const NEAR = 2048;
/** null: it begins elsewhere. */
function begunLine(text, { find, replace }, start) {
	const from = Math.max(0, start - NEAR);
	const near = text.slice(from, start + find.length + NEAR);
	const offset = start - from;
	let begin = offset;
	while (begin > 0 && (near[begin - 1] === " " || near[begin - 1] === "	")) begin -= 1;
	const isBegin = begin === 0 ? from === 0 : near[begin - 1] === "\n";
	if (begin === offset || !isBegin) return null;
	const lacks = near.slice(begin, offset);
	if (find.endsWith("\n") && (replace === "" || replace.endsWith("\n"))) {
		const [before, after] = [find, replace].map((side) => side.split("\n").slice(0, -1));
		return {
			near,
			offset,
			lacks,
			rest: null,
			before: before ?? [],
			after: after ?? []
		};
	}
	const end = near.indexOf("\n", offset + find.length);
	const rest = near.slice(offset + find.length, end === -1 ? near.length : end);
	const [before, after] = [find, replace].map((side) => `${side}${rest}`.split("\n"));
	return {
		near,
		offset,
		lacks,
		rest,
		before: before ?? [],
		after: after ?? []
	};
}
function isAffordable({ near, before, after }, effort) {
	const most = Math.min(MOST_DIFFERENT, before.length + after.length);
	const least = Math.min(MOST_DIFFERENT, before.length, after.length);
	effort.comparisons -= DIFFERENCE_EFFORT * most * least;
	effort.reading -= near.length + 20 * countBreaks(near, 0, near.length);
	return effort.comparisons >= 0 && effort.reading >= 0;
}
/** Lines that differ more are not compared one by one. */
const MOST_DIFFERENT = 1e3;
/** A step of comparing lines that all differ takes as long as so many comparisons. */
const DIFFERENCE_EFFORT = 10;
/** The new lines as they are to stand in the file; null: nothing tells. */
function deepLines(begun) {
	const { before, after, lacks } = begun;
	const lines = changedLines(before, after);
	const patch = indentOf(before[0] ?? "");
	const line = lines.findIndex(([mark]) => mark !== "+");
	const pair = {
		line,
		patch,
		file: lacks + patch,
		isContext: lines[line]?.[0] === " "
	};
	if (begun.rest !== null && before.length === 1 && after.length === 1) return asOneLine(begun, pair);
	if (before.filter(isFilled$2).length > 1) return besideOthers(lines, pair);
	switch (readingOf(begun, pair)) {
		case "sent": return newLines(lines, pair, (text, order) => {
			return !after.slice(0, order).some(isFilled$2) && indentOf(text) === patch ? lacks + text : text;
		});
		case "shifted": return asHunk(begun, lines, pair);
		case "unclear": return null;
	}
}
/** Part of one line for part of another: with the depth of the file, with more, or with none that was meant for it. */
function asOneLine({ after, lacks }, { patch, file }) {
	const [text = ""] = after;
	const indent = indentOf(text);
	if (indent === patch || !indent.startsWith(file)) return [lacks + text];
	return indent === file ? [text] : null;
}
function besideOthers(lines, pair) {
	const reindent = reindentBesideTrimmed(lines, pair);
	return newLines(lines, pair, (text, _, line) => {
		const own = indentOf(text);
		const indent = reindent(own, line);
		return indent === null ? null : indent + text.slice(own.length);
	});
}
/** The new side with its added lines written anew; null: one of them can't be. */
function newLines(lines, { line: first, patch, file }, write) {
	const written = [];
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark === "-") continue;
		const isAdded = mark === "+" && isFilled$2(text);
		const own = line === first ? file + text.slice(patch.length) : text;
		const deep = isAdded ? write(text, written.length, line) : own;
		if (deep === null) return null;
		written.push(deep);
	}
	return written;
}
/** As deep as a hunk of the same lines would make them. */
function asHunk({ near, offset }, lines, pair) {
	const hunk = {
		number: 1,
		lines,
		anchors: []
	};
	const index = indexLines(cutLines(near), []);
	const position = countBreaks(near, 0, offset);
	const written = writtenLines(index, hunk, placingAt(hunk, position));
	return written && newLines(lines, pair, (_text, _order, line) => written[line] ?? null);
}
/**
* How the lines below the first new one are indented, where one line was to be found: as in the file, `sent`, or as far
* from the first one as they are to be, `shifted`.
*/
function readingOf({ near, offset, before, after }, { patch, file }) {
	const [first, second, ...others] = after.flatMap((text, order) => isFilled$2(text) ? [{
		text,
		order,
		indent: indentOf(text)
	}] : []);
	if (first !== void 0 && first.indent !== patch) {
		const isSame = second === void 0 && first.text.trim() === before.find(isFilled$2)?.trim();
		return first.indent === file && !isSame ? "sent" : "unclear";
	}
	if (first === void 0 || second === void 0) return "sent";
	const opens = opensBlock(first.text);
	const shifted = after.slice(0, -1).some(opensText) ? "unclear" : "shifted";
	if (patch !== "") return second.indent.startsWith(file) && !(opens && second.indent === file) ? "unclear" : shifted;
	if (second.indent === "") {
		if (closesBlock(second.text) && !opens) return "sent";
		return second.order > first.order + 1 ? "unclear" : shifted;
	}
	if (second.indent.startsWith(file)) return opens && second.indent === file ? shifted : "sent";
	if (opens) return shifted;
	if (closesBlock(second.text)) return "sent";
	if (others.some(({ indent }) => indent === "")) return "unclear";
	return near.slice(0, offset).split("\n").some((text) => isFilled$2(text) && indentOf(text) === second.indent) ? "sent" : "unclear";
}
/** The text of new lines, without what the file has before and behind the one that they replace. null: it has less before it. */
function withoutEdges(lines, { lacks, rest }, { replace }) {
	const texts = [...lines];
	const sent = replace.split("\n");
	const [first = "", last = ""] = [sent[0], sent.at(-1)];
	if (rest !== null) {
		const end = texts.at(-1) ?? "";
		texts[texts.length - 1] = isFilled$2(last) ? end.slice(0, end.length - rest.length) : last;
	}
	if (isFilled$2(first)) {
		const begin = texts[0] ?? "";
		if (!begin.startsWith(lacks)) return null;
		texts[0] = begin.slice(lacks.length);
	} else if (texts.length > 0) texts[0] = first;
	return texts.join("\n") + (rest === null && replace !== "" ? "\n" : "");
}
function isFilled$2(text) {
	return text.trim() !== "";
}

// src/apply/edit.ts
/**
* Finds the text of an `edit` as often as it must occur. Line ends of find and replace don't matter. A single
* text that is not there as it is may be there with its escapes read, or as whole lines that differ a little.
*/
function findEdit(text, edit, effort) {
	const sought = {
		...editTexts(edit),
		rungs: []
	};
	const literal = findLiterally(text, {
		edit,
		sought
	}, effort);
	if (literal !== null) return literal;
	const plain = plainlySought(sought);
	const found = (plain && ifClear(plain, {
		edit,
		found: findLiterally(text, {
			edit,
			sought: plain
		}, effort)
	})) ?? (edit.count === 1 ? findLoosely(text, {
		edit,
		sought
	}, effort) : null) ?? (plain && edit.count === 1 ? ifClear(plain, {
		edit,
		found: findLoosely(text, {
			edit,
			sought: plain
		}, effort)
	}) : null);
	if (found !== null) return found;
	const scene = sceneOf({
		path: edit.path,
		lines: () => cutLines(text),
		effort
	});
	return {
		ok: false,
		refusal: diagnoseEdit({
			status: "not_found",
			...editTexts(edit)
		}, scene)
	};
}
/** null: nothing of it is escaped. */
function plainlySought(sent) {
	const plain = unescapedEdit(sent);
	return plain && {
		...plain,
		rungs: ["unescaped"]
	};
}
/** null: the text is not there. */
function findLiterally(text, { edit, sought }, effort) {
	const { path, count } = edit;
	const { find, replace } = sought;
	const starts = occurrences(text, {
		find,
		overlapping: count === 1,
		effort
	});
	const scene = sceneOf({
		path,
		lines: () => cutLines(text),
		effort
	});
	if (starts === null) return {
		ok: false,
		refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
	};
	if (starts.length === 0) return null;
	if (count !== "all" && starts.length !== count) {
		const found = () => starts.map((start) => ({
			start,
			end: start + find.length,
			text: replace
		}));
		const positions = linesAt(text, starts);
		return {
			ok: false,
			refusal: diagnoseEdit({
				status: "miscount",
				by: "text",
				count,
				positions,
				found
			}, scene)
		};
	}
	const [only] = starts;
	const replaced = count === 1 && only !== void 0 ? isReplaced(text, soughtAt(text, sought, only), only) : "open";
	if (replaced !== "open") return alreadyReplaced(replaced, path, lineOf(text, only ?? 0));
	if (text.length + starts.length * (replace.length - find.length) > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(path),
			pointer: "/replace"
		}
	};
	return replacedAt(text, {
		edit,
		sought
	}, starts, effort);
}
/** With the line breaks that the new text must have at that place. */
function soughtAt(text, sought, start) {
	return withEdgeBreaks(sought, edgesAt(text, sought.find, start));
}
/** What stands at all places of the text gives way, each time to lines that are as deep as those of the file. */
function replacedAt(text, { edit, sought }, starts, effort) {
	const { path, count } = edit;
	const replacements = [];
	let size = text.length;
	let [isDeep, isBroken] = [false, false];
	const areBroken = starts.some((start) => soughtAt(text, sought, start) !== sought);
	for (const start of starts) {
		const own = areBroken ? withEdgeBreaks(sought, {
			above: true,
			below: true
		}) : sought;
		const { find, replace } = own;
		const replacing = replacementAt(text, own, start, effort);
		if (replacing.status === "too_repetitive") {
			const scene = sceneOf({
				path,
				lines: () => cutLines(text),
				effort
			});
			return {
				ok: false,
				refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
			};
		}
		if (replacing.status === "unclear") return {
			ok: false,
			refusal: depthRefusal(path, lineOf(text, start))
		};
		const { replacement } = replacing;
		const made = replacement.text;
		const replaced = count === 1 && made !== replace ? isReplaced(text, {
			find,
			replace: made
		}, start) : "open";
		if (replaced !== "open") return alreadyReplaced(replaced, path, lineOf(text, start));
		size += made.length - (replacement.end - replacement.start);
		if (size > 5242880) return {
			ok: false,
			refusal: {
				...tooMuch(path),
				pointer: "/replace"
			}
		};
		isDeep ||= !isSent(replacement, own, start);
		isBroken ||= own !== sought;
		replacements.push(replacement);
	}
	const found = {
		ok: true,
		replacements,
		line: lineOf(text, starts[0] ?? 0)
	};
	const rungs = [
		...isDeep ? ["indentation"] : [],
		...isBroken ? ["edge_blanks"] : [],
		...sought.rungs
	];
	return rungs.length === 0 ? found : {
		...found,
		loose: {
			status: "applied",
			rungs,
			lines: []
		}
	};
}
function alreadyReplaced(replaced, path, line) {
	if (replaced === "unclear") return {
		ok: false,
		refusal: unclearRefusal(path, line)
	};
	return {
		ok: true,
		replacements: [],
		line,
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
}
/** null: no lines are like these, or only one that is what the edit would make: that proves nothing. */
function findLoosely(text, { edit, sought: sent }, effort) {
	const { sought, place } = locateWithBreaks(text, sent, effort);
	const scene = sceneOf({
		path: edit.path,
		lines: () => cutLines(text),
		effort
	});
	switch (place.status) {
		case "not_found":
		case "elsewhere":
		case "no_context":
		case "overlap": return null;
		case "already_applied": return sought.replace.includes("\n") ? asLoose(place, sought) : null;
		case "placed": return asLoose(place, sought);
		case "too_repetitive": return {
			ok: false,
			refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
		};
		case "ambiguous": {
			const failure = {
				status: "miscount",
				by: "text",
				count: 1,
				positions: place.positions,
				found: () => []
			};
			return {
				ok: false,
				refusal: diagnoseEdit(failure, scene)
			};
		}
	}
}
/** Where no words follow or precede the lines that were found, none are joined, and the new text is as it was sent. */
function locateWithBreaks(text, sent, effort) {
	const broken = withEdgeBreaks(sent, {
		above: true,
		below: true
	});
	const place = locateLoosely(text, broken, effort);
	if (broken === sent) return {
		sought: sent,
		place
	};
	const sought = {
		...broken,
		rungs: inOrder(["edge_blanks", ...sent.rungs])
	};
	const [first, last] = place.status === "placed" ? [place.edits[0], place.edits.at(-1)] : [];
	if (first === void 0 || last === void 0) return {
		sought,
		place
	};
	const lines = cutLines(text);
	const isFilled = (line) => lineText(lines, line) !== "";
	const [above, below] = [isFilled(first.line - 1), isFilled(last.line + last.remove)];
	const own = withEdgeBreaks(sent, {
		above,
		below
	});
	return own.replace === broken.replace ? {
		sought,
		place
	} : {
		sought: own,
		place: locateLoosely(text, own, effort)
	};
}
function asLoose({ status, rungs, edits, position }, sought) {
	const loose = {
		status: status === "placed" ? "applied" : "already_applied",
		rungs: inOrder([...rungs, ...sought.rungs]),
		lines: edits
	};
	return {
		ok: true,
		replacements: [],
		line: position + 1,
		loose
	};
}
/** Refuses what was found by reading escapes, and would put a text there of which nobody knows how to read it. */
function ifClear({ isClear }, { edit, found }) {
	if (isClear || found?.ok !== true || found.loose?.status === "already_applied") return found;
	return {
		ok: false,
		refusal: {
			code: "ambiguous",
			message: `The text to replace is in ${edit.path} with its escapes read, at line ${found.line}, but the new text has some that may be meant as they stand. Send both texts as they stand in the file, with real line breaks.`,
			path: edit.path,
			pointer: "/replace",
			data: { lines: [found.line] }
		}
	};
}
/** The file with an edit made that was found in it. */
function editText(file, { replacements, loose }) {
	const lines = loose?.lines ?? [];
	return lines.length === 0 ? replaceText(file, replacements) : editLines(file, lines);
}
/** What to find and to put in its place, with the line ends that decoded text has. */
function editTexts(edit) {
	return {
		find: toLineFeeds(edit.find),
		replace: toLineFeeds(edit.replace)
	};
}
/** The refusal for replacements that would blow a file up; asked before they are made. */
function tooMuch(path) {
	return {
		code: "too_large",
		message: `The replacements make ${path} larger than ${MAX_FILE_BYTES} bytes. Replace less, or with less.`,
		path,
		data: { limit: MAX_FILE_BYTES }
	};
}
/** Positions of lines, from 0, for ascending offsets. */
function linesAt(text, offsets) {
	let line = 0;
	let next = text.indexOf("\n");
	return offsets.map((offset) => {
		for (; next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) line += 1;
		return line;
	});
}
/** From 1. */
function lineOf(text, offset) {
	return (linesAt(text, [offset])[0] ?? 0) + 1;
}
function toLineFeeds(text) {
	return text.replaceAll("\r\n", "\n");
}
/** Offsets of `find`; those that overlap an earlier one count only where a single place is wanted. null: too many. */
function occurrences(text, { find, overlapping, effort }) {
	const starts = [];
	effort.searching -= text.length;
	if (effort.searching < 0) return null;
	let free = 0;
	for (const at of placesIn(text, find)) {
		if (!looksAtPlace(effort)) return null;
		if (at < free) continue;
		if (!keepsPlace(effort, starts.length)) return null;
		starts.push(at);
		if (!overlapping) free = at + find.length;
	}
	return starts;
}

// src/apply/byte-order-mark.ts
/**
* The file as hunks see it that show its byte order mark, as git does where it shows the first line: with the mark as a part
* of that line. Every other hunk sees no mark.
*/
function asShown(file, hunks) {
	const isShown = (mark, text) => mark !== "+" && isFirstLine(file, text);
	return file.hasBom && hunks.some(({ lines }) => lines.some(([mark, text]) => isShown(mark, text))) ? withMarkShown(file) : file;
}
/** The hunks as they are meant for a file that has no mark where they show one: both speak of one line all the same. */
function withoutMarks(file, hunks) {
	if (!hunks.some(showsMark) || file.text.includes("﻿")) return hunks;
	return hunks.map((hunk) => showsMark(hunk) ? {
		...hunk,
		lines: hunk.lines.map(bareLine)
	} : hunk);
}
/** The same for a text to find, which may begin with the mark and go on anywhere in the first line. */
function asFound(file, find) {
	return file.hasBom && find.startsWith("﻿") && file.text.startsWith(bare(find)) ? withMarkShown(file) : file;
}
/** A file that was changed, with its mark set aside again. One that had a mark, and gets another one, has one. */
function withMarkApart(before, after) {
	const { text, endings, hasBom } = after;
	if (!text.startsWith("﻿") || hasBom && before.text.startsWith("﻿")) return after;
	return {
		hasBom: true,
		text: bare(text),
		endings
	};
}
/** What is to be told of an operation that shows a mark on the old side only; null: none does. */
function markNote(operation) {
	return (operation.action === "edit" ? operation.edit.find.startsWith("﻿") && !operation.edit.replace.startsWith("﻿") : "hunks" in operation && operation.action !== "delete" && operation.hunks.some(takesMark)) ? `A byte order mark stands only before what ${operation.path} had there, so the file loses it, if it has one` : null;
}
function takesMark({ lines }) {
	const count = (side) => lines.filter(([mark, text]) => mark === side && text.startsWith("﻿")).length;
	return count("-") > count("+");
}
function showsMark({ lines }) {
	return lines.some(([mark, text]) => mark !== "+" && text.startsWith("﻿"));
}
function bareLine([mark, text, ...note]) {
	return [
		mark,
		bare(text),
		...note
	];
}
function withMarkShown({ text, endings }) {
	return {
		hasBom: false,
		text: "﻿" + text,
		endings
	};
}
function isFirstLine({ text }, line) {
	const end = line.length - 1;
	return line.startsWith("﻿") && text.startsWith(bare(line)) && (end === text.length || text[end] === "\n");
}
function bare(text) {
	return text.startsWith("﻿") ? text.slice(1) : text;
}

// src/apply/diagnosis/diagnose.ts
/**
* The refusal for each hunk that failed in one file, in order: what is wrong, the places that are meant most
* probably with what differs there, and as `data.correction` a change that would do what the hunk wants where
* that is certain. The file is read once for all of them.
*/
function diagnoseHunks(failures, scene) {
	const missing = failures.filter(isMissing);
	const explanations = explainMissing(scene, missing.map(soughtOf));
	let next = 0;
	return failures.map((failure) => {
		return {
			...told(failure, scene, isMissing(failure) ? explanations[next++] : void 0),
			path: scene.path,
			hunk: failure.hunk.number
		};
	});
}
function isMissing(failure) {
	return failure.status === "not_found" || failure.status === "elsewhere";
}
function soughtOf(failure) {
	const { lines, lineHint } = failure.hunk;
	const hint = lineHint === void 0 ? void 0 : lineHint - 1;
	return failure.status === "elsewhere" ? {
		lines,
		hint,
		within: failure.section
	} : {
		lines,
		hint,
		near: failure.near
	};
}
function told(failure, scene, explanation) {
	const name = `Hunk ${failure.hunk.number}, for ${scene.path},`;
	switch (failure.status) {
		case "not_found": return notFound(name, failure.madeAt, explanation);
		case "elsewhere": return elsewhere(name, failure, explanation);
		case "ambiguous": return {
			code: "ambiguous",
			message: `${name} fits at ${linesText(failure.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`,
			data: {
				...linesData(failure.positions),
				...affordable(scene, () => blockCandidates(scene, {
					lines: failure.hunk.lines,
					positions: failure.positions
				}))
			}
		};
		case "no_context": return {
			code: "ambiguous",
			message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
			data: insertionData(failure.hunk, scene)
		};
		case "too_repetitive": return {
			code: "too_large",
			message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`
		};
		case "overlap": return overlap(name, failure);
	}
}
function notFound(name, madeAt, explanation) {
	const { sentence = "", data = {} } = explanation ?? {};
	const missing = `${name} expects lines that are not there`;
	if (madeAt === void 0) return {
		code: "not_found",
		message: `${missing}. ${sentence}`,
		data
	};
	const line = madeAt + 1;
	return {
		code: "not_found",
		message: `${missing}, but what it makes is, at line ${line}. If it is done already, leave the hunk out. ${sentence}`,
		data: {
			...data,
			replacementAt: line
		}
	};
}
function elsewhere(name, { hunk, foundAt, section }, explanation) {
	const { sentence = "", data = {} } = explanation ?? {};
	const anchor = `${quoted(hunk.anchors.at(-1) ?? "")}, at line ${section.start + 1},`;
	const other = hasNearest(data) ? `. Else: ${sentence}` : "; else send the lines as they stand below it.";
	return {
		code: "not_found",
		message: `${name} names ${anchor} as what its lines stand below, and they are at line ${foundAt + 1} only. If those are meant, leave that name out${other}`,
		data: {
			...linesData([foundAt]),
			...data
		}
	};
}
function overlap(name, { hunk, position, other }) {
	const data = {
		line: position + 1,
		other: other.number
	};
	return {
		code: "overlap",
		message: JSON.stringify(hunk.lines) === JSON.stringify(other.lines) ? `${name} is the same as hunk ${other.number}, and its lines can be changed only once. Leave one of the two out.` : `${name} changes the same lines as hunk ${other.number}, from line ${position + 1} on. Make one hunk of the two.`,
		data
	};
}
/** The place that a line number names is one that may be meant; nobody can tell. */
function insertionData({ lines, lineHint }, scene) {
	const at = lineHint === void 0 ? scene.lineCount() : lineHint - 1;
	if (at < 0 || at > scene.lineCount()) return {};
	const inserted = lines.flatMap(([mark, text]) => mark === "+" ? [text] : []);
	return affordable(scene, () => [{
		from: at,
		to: at,
		rewrite: {
			from: at,
			to: at,
			lines: inserted
		}
	}]);
}

// src/apply/moved-lines.ts
/**
* The hunks, each with the place by now of the line that it names. Who writes down all hunks at once numbers them as the
* file is before all of them, and who makes one diff after the other as those before it left the file.
*/
function withMovedLines(hunks, edits) {
	if (edits.length === 0) return hunks;
	return hunks.map((hunk) => {
		const moved = hunk.lineHint === void 0 ? null : movedLine(hunk.lineHint - 1, edits);
		return moved === null || moved + 1 === hunk.lineHint ? hunk : {
			...hunk,
			movedHint: moved + 1
		};
	});
}
/** null: the line is not there any more. */
function movedLine(line, edits) {
	let moved = line;
	for (const list of edits) {
		let shift = 0;
		for (const edit of list) {
			if (edit.line > moved) break;
			if (moved < edit.line + edit.remove) return null;
			shift += edit.insert.length - edit.remove;
		}
		moved += shift;
	}
	return moved;
}

// src/apply/numbered.ts
/**
* The hunks as they are meant for a text: what seems to be an editor's line numbers belongs to the lines where the text
* has one of them with its number, as a table may.
*/
function meantHunks(text, hunks, effort) {
	const numbered = hunks.flatMap((hunk) => hunk.numbered?.lines ?? []);
	if (numbered.length === 0) return hunks;
	const seen = linesThere(text, new Set(numbered.map(([, line]) => line)), effort);
	return hunks.map(({ numbered: sent, ...bare }) => {
		if (sent === void 0 || !(seen === null || sent.lines.some(([, line]) => seen.has(line)))) return bare;
		const { lineHint: _, ...rest } = bare;
		return {
			...rest,
			...sent
		};
	});
}
/** The same for an edit, which may find and make parts of lines. */
function meantEdit(text, { edit, numbered }, effort) {
	if (numbered === void 0) return edit;
	const seen = linesThere(text, /* @__PURE__ */ new Set([...numbered.find.split("\n"), ...numbered.replace.split("\n")]), effort);
	return seen === null || seen.size > 0 || text.text.includes(numbered.find) ? {
		...edit,
		...numbered
	} : edit;
}
/** Those of some lines that a text has; null: the effort is spent. */
function linesThere(text, wanted, effort) {
	effort.searching -= text.text.length;
	if (effort.searching < 0) return null;
	const lines = text.lines();
	const seen = /* @__PURE__ */ new Set();
	for (let at = 0; at < lines.count; at += 1) {
		const line = lineText(lines, at);
		if (wanted.has(line)) seen.add(line);
	}
	return seen;
}

// src/apply/hunks.ts
/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
function applyHunks(request) {
	const { path, change, earlier = [], effort } = request;
	const file = asShown(request.file, request.hunks);
	const text = uncut(file.text);
	const hunks = withMovedLines(meantHunks(text, withoutMarks(file, request.hunks), effort), earlier);
	const locations = locateHunks(text, hunks, effort, path);
	const overlaps = overlapsOf(locations);
	const failures = locations.flatMap((location) => failureOf(location, overlaps) ?? []);
	const reports = locations.map((location) => reportOf(location, {
		path,
		change,
		overlaps
	}));
	if (failures.length > 0) {
		const scene = sceneOf({
			path,
			lines: text.lines,
			effort
		});
		return {
			ok: false,
			refusals: diagnoseHunks(failures, scene),
			reports
		};
	}
	const edits = locations.flatMap(editsOf).sort((left, right) => left.line - right.line || left.remove - right.remove);
	const finalNewline = locations.filter(({ status }) => status === "placed").find(({ hunk }) => hunk.finalNewline !== void 0)?.hunk.finalNewline;
	return {
		ok: true,
		file: withMarkApart(file, editLines(file, edits, finalNewline)),
		edits,
		reports
	};
}
/** The hunks that can't be applied because another one changes the same lines, with that other one. */
function overlapsOf(locations) {
	const spans = locations.flatMap((location) => spanOf(location) ?? []);
	const overlaps = /* @__PURE__ */ new Map();
	let before;
	for (const span of spans.sort((left, right) => left.start - right.start || left.end - right.end)) {
		if (before !== void 0 && meets(before, span)) overlaps.set(span.hunk, before.hunk);
		if (before === void 0 || span.end >= before.end) before = span;
	}
	return overlaps;
}
function spanOf(location) {
	const edits = editsOf(location);
	const [first] = edits;
	const last = edits.at(-1);
	if (first === void 0 || last === void 0) return null;
	return {
		hunk: location.hunk,
		start: first.line,
		end: last.line + last.remove
	};
}
function meets(left, right) {
	return left.start === left.end && right.start === right.end && left.start === right.start || right.start < left.end;
}
function editsOf(location) {
	return location.status === "placed" ? location.edits : [];
}
function failureOf(location, overlaps) {
	if (!isPlace(location)) return location;
	const { hunk, position } = location;
	const other = overlaps.get(hunk);
	return other === void 0 ? null : {
		hunk,
		status: "overlap",
		position,
		other
	};
}
function reportOf(location, { path, change, overlaps }) {
	const base = {
		change,
		path,
		hunk: location.hunk.number
	};
	if (!isPlace(location)) return {
		...base,
		at: null,
		rung: "exact",
		status: "refused"
	};
	const applied = location.status === "placed" ? "applied" : "already_applied";
	const status = overlaps.has(location.hunk) ? "refused" : applied;
	const { position, rungs } = location;
	return {
		...base,
		at: position + 1,
		...toleranceOf(rungs),
		status
	};
}

// src/apply/regex/syntax.ts
/**
* An expression as the engine takes it. It is written as in JavaScript, but what it is for are texts whose
* line ends are all `\n`, and of whole characters.
*/
function enginePattern(pattern) {
	return pattern.replaceAll("\r\n", "\n").replaceAll(ESCAPES, (escape) => {
		if (escape === "\\r\\n") return "\\n";
		return escape.length === SURROGATES.length ? characterOf(escape) : escape;
	});
}
/** What the engine would silently take for something else than JavaScript does; null: nothing. */
function misreadSyntax(pattern) {
	return pattern.includes("(?<") && [...pattern.matchAll(ESCAPES)].some(([escape]) => escape === "\\k") ? "backreference \\k" : null;
}
/** Is it an expression to JavaScript? It is only read here, never run. */
function isExpression(pattern) {
	try {
		return new RegExp(pattern).source !== "";
	} catch {
		return false;
	}
}
/** The only text that an expression matches, where it leaves no choice; null: it does. */
function onlyMatch(pattern) {
	return SPECIAL.test(pattern.replaceAll(ESCAPED_MARK, "")) ? null : pattern.replaceAll(ESCAPED_MARK, "$1");
}
/** Does an expression match its own text and nothing else? */
function isPlain(pattern) {
	return !SPECIAL.test(pattern);
}
const SURROGATES = "\\ud83d\\ude00";
/** A backslash with all that it speaks of: two escapes, where they are a line end or a character together. */
const ESCAPES = /\\(?:r\\n|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[^])/gi;
function characterOf(surrogates) {
	return surrogates.replaceAll(/\\u(.{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
const SPECIAL = /[\\^$.*+?()[\]{}|]/;
const ESCAPED_MARK = /\\([^\w\s])/g;

// src/apply/regex/literal.ts
/**
* Where an expression stands in the text as it is written, for those who wrote a text and forgot to escape it.
* None where it was meant as an expression for certain, or where both are the same. null: too many to look at.
*/
function literalPlaces(text, change, { groups, effort }) {
	const find = change.pattern.replaceAll("\r\n", "\n");
	if (isPlain(find) || usesTemplate(change.replacement, groups)) return [];
	const replacement = change.replacement.replaceAll("\r\n", "\n");
	return occurrences(text, {
		find,
		overlapping: change.count === 1,
		effort
	})?.map((start) => ({
		start,
		end: start + find.length,
		text: replacement
	})) ?? null;
}
/** The change at those places, which are as many as it must be, or the reason against it. */
function literalEdit(text, { path, count }, { places, effort }) {
	const starts = places.map(({ start }) => start);
	if (count !== "all" && starts.length !== count) {
		const failure = {
			status: "miscount",
			by: "text",
			count,
			positions: linesAt(text, starts),
			found: () => places
		};
		return {
			ok: false,
			refusal: {
				...diagnoseEdit(failure, sceneOf({
					path,
					lines: () => cutLines(text),
					effort
				})),
				pointer: "/pattern"
			}
		};
	}
	const growth = places.reduce((sum, { start, end, text: now }) => sum + now.length - (end - start), 0);
	if (text.length + growth > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(path),
			pointer: "/replacement"
		}
	};
	return {
		ok: true,
		replacements: places,
		line: lineOf(text, starts[0] ?? 0),
		loose: {
			status: "applied",
			rungs: ["literal"],
			lines: []
		}
	};
}
/** What is put in by a replacement only where the expression is one; `$1` is a price where there are no groups. */
function usesTemplate(replacement, groups) {
	return groups > 0 ? /\$[$&<\d]/.test(replacement) : /\$[$&<]/.test(replacement);
}

// src/apply/regex/cost.ts
/**
* What the engine's work on one expression costs, in steps: a step is one instruction at one character, some
* 20 ns. The factors come from the worst expressions that were found for each of them.
*/
/** Steps to read and compile an expression, as far as its text tells; known before any of it is done. */
function readingSteps(pattern) {
	const properties = occurrencesOf(/\\p/gi, pattern);
	const wideRanges = /\P{ASCII}|\\[xu]/u.test(pattern) ? occurrencesOf(/-/g, pattern) : 0;
	return pattern.length * STEPS_PER_CHARACTER + properties * STEPS_PER_PROPERTY + wideRanges * STEPS_PER_RANGE;
}
function occurrencesOf(expression, text) {
	return [...text.matchAll(expression)].length;
}
/** Steps per character of an expression that is read. */
const STEPS_PER_CHARACTER = 250;
/** Steps for a class such as \pL, which brings hundreds of ranges. */
const STEPS_PER_PROPERTY = 2e4;
/** Steps for a range that may reach far beyond ASCII: without regard to case, each letter in it is looked up. */
const STEPS_PER_RANGE = 2e5;

// src/apply/regex/reach.ts
function reachOf(pattern, flags) {
	if (!/[*+]|,\}/.test(pattern)) return "match";
	return staysOnLine(pattern, flags) ? "line" : "text";
}
/**
* Characters that were looked at for a match that ends at `end`, or for none. `size` is the number of the
* expression's instructions: one without loops passes each of them once, so it sees no more characters than
* that past the match.
*/
function lookedAt(text, { reach, size }, { from, end }) {
	if (end === null || reach === "text") return text.length - from;
	if (reach === "match") return Math.min(end + size, text.length) - from;
	const lineEnd = text.indexOf("\n", end);
	return (lineEnd === -1 ? text.length : lineEnd) - from;
}
/** Is there nothing in the expression that could match a line break? Says no where that takes a closer look. */
function staysOnLine(pattern, flags) {
	const rest = pattern.replace(SURELY_ON_LINE, "");
	return (!flags.includes("s") || !rest.includes(".")) && !/\\|\[\^|\(\?|\p{Cc}/u.test(rest);
}
/** Escapes that match no line break, and groups that set no flags. */
const SURELY_ON_LINE = /\\[wdbBS.*+?^$|()[\]{}/"'`<>=,:;!@#%&~_-]|\(\?:|\(\?P?<[A-Za-z_]\w*>/g;

// src/apply/regex/template.ts
function parseTemplate(replacement, groups) {
	const parts = [];
	for (const [token] of replacement.matchAll(/\$(?:\d{1,2}|<[^>]*>|[$&`'])|[^$]+|\$/g)) {
		const part = partOf(token, groups);
		if ("problem" in part) return {
			ok: false,
			problem: part.problem
		};
		parts.push(..."parts" in part ? part.parts : [part]);
	}
	return {
		ok: true,
		parts
	};
}
function expandTemplate(parts, group) {
	return parts.map((part) => "text" in part ? part.text : group(part.group)).join("");
}
function partOf(token, groups) {
	if (token === "$$") return { text: "$" };
	if (token === "$&") return { group: 0 };
	if (token === "$`" || token === "$'") return { problem: `uses ${token}, which is not taken here` };
	if (/^\$\d/.test(token)) return numberedPart(token.slice(1), groups);
	if (!token.startsWith("$<")) return { text: token };
	const name = token.slice(2, -1);
	if (!Object.hasOwn(groups.names, name)) return { problem: `uses ${token}, but the expression has no group of that name` };
	return { group: groups.names[name] ?? 0 };
}
/** `$12` is the twelfth group, or where there are fewer the first one and a 2. */
function numberedPart(digits, { count }) {
	const isGroup = (number) => number >= 1 && number <= count;
	if (isGroup(Number(digits))) return { group: Number(digits) };
	if (digits.length === 2 && isGroup(Number(digits.charAt(0)))) return { parts: [{ group: Number(digits.charAt(0)) }, { text: digits.charAt(1) }] };
	return { problem: `uses $${digits}, but the expression has ${count} groups; write $$ for a dollar sign` };
}

// src/apply/regex/matches.ts
/** No work is begun that `effort` might not suffice for. */
function compileRegex({ path, pattern, flags }, effort) {
	const source = enginePattern(pattern);
	effort.matching -= readingSteps(source);
	if (effort.matching < 0) return {
		...tooCostly(path),
		rejected: false
	};
	const misread = misreadSyntax(source);
	if (misread !== null) return rejected(path, `invalid or unsupported: ${misread}`);
	try {
		const compiled = RE2JS.compile(RE2JS.translateRegExp(source), flagBits(flags));
		const size = compiled.programSize();
		effort.matching -= size * 150;
		if (size <= 3e3) return {
			ok: true,
			pattern: compiled
		};
		return {
			...refused$1({
				code: "bad_pattern",
				path,
				message: `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`
			}),
			rejected: false
		};
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return rejected(path, error.message);
	}
}
function rejected(path, reason) {
	return {
		...refused$1({
			code: "bad_pattern",
			path,
			message: `The expression can't be used: ${reason}. Lookaround and backreferences are not taken; send an edit instead.`
		}),
		rejected: true
	};
}
function flagBits(flags) {
	const bits = {
		i: RE2JS.CASE_INSENSITIVE,
		m: RE2JS.MULTILINE,
		s: RE2JS.DOTALL
	};
	return Object.entries(bits).reduce((sum, [flag, bit]) => flags.includes(flag) ? sum | bit : sum, 0);
}
/** All matches, and what each of them becomes. No search is begun that `effort` might not suffice for. */
function findMatches(text, { pattern, parts, change, effort }) {
	const size = pattern.programSize();
	const seeing = {
		reach: reachOf(enginePattern(change.pattern), change.flags),
		size
	};
	const matcher = pattern.matcher(text);
	const replacements = [];
	let length = text.length;
	for (let from = 0;;) {
		if (searchSteps(size, text.length - from) > effort.matching) return tooCostly(change.path);
		const end = matcher.find() ? matcher.end() : null;
		effort.matching -= searchSteps(size, lookedAt(text, seeing, {
			from,
			end
		}));
		if (end === null) return {
			ok: true,
			replacements
		};
		effort.matching -= parts.length * 25;
		if (effort.matching < 0 || replacements.length === 1e5) return tooCostly(change.path);
		const start = matcher.start();
		const replacement = {
			start,
			end,
			text: expandTemplate(parts, (group) => matcher.group(group) ?? "")
		};
		length += replacement.text.length - (end - start);
		if (length > 5242880) return refused$1(tooMuch(change.path), "/replacement");
		replacements.push(replacement);
		from = end;
	}
}
function searchSteps(size, characters) {
	return size * (characters + 1) + 50;
}
/** The refusal for an expression that is too much work, or that matches at more places than are looked at. */
function tooCostly(path) {
	return refused$1({
		code: "too_large",
		message: `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`,
		path
	});
}
function refused$1(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/regex/other-template.ts
/**
* What in a replacement means a group or a line break in other languages, such as `\1` in Python and `${1}` in Perl, and
* would be written out; null: nothing. A `\n` in quotes is what code has; elsewhere it means a line break where it does so in
* the expression.
*/
function otherTemplate(replacement, { pattern, groups }) {
	for (const { 0: token, groups: named = {} } of replacement.matchAll(GROUP)) if (isGroup(named["name"] ?? named["digit"] ?? "", groups)) return token;
	return BREAK.test(pattern) && !replacement.includes("\n") && BREAK.test(replacement.replaceAll(QUOTED, "")) ? "\\n" : null;
}
const GROUP = /\\g<(?<name>\w{1,100})>|\\(?<digit>[1-9])|\$\{(?<name>\w{1,100})\}/g;
const BREAK = /\\n/;
/** What ends on its line. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
function isGroup(name, { count, names }) {
	return /^\d+$/.test(name) ? Number(name) >= 1 && Number(name) <= count : Object.hasOwn(names, name);
}

// src/apply/regex/regex.ts
/**
* Finds what a `regex` change replaces, as often as it must occur. The engine takes time linear in the text
* for each match, whatever the expression is; in return it knows neither lookaround nor backreferences.
*
* An expression that matches nothing, or is none, is taken for the text that it is where this text is there:
* so is read what was not escaped. Where both readings find something, and not the same, neither is taken.
*/
function findRegex(text, change, effort) {
	const compiled = compileRegex(change, effort);
	if (!compiled.ok) {
		if (!compiled.rejected || isExpression(change.pattern)) return compiled;
		const places = literalPlaces(text, change, {
			groups: 0,
			effort
		});
		if (places === null) return tooCostly(change.path);
		return places.length === 0 ? compiled : literalEdit(text, change, {
			places,
			effort
		});
	}
	const { pattern } = compiled;
	const groups = pattern.groupCount();
	const template = readTemplate(change.replacement.replaceAll("\r\n", "\n"), change.pattern, {
		count: groups,
		names: pattern.namedGroups()
	});
	const parts = template.ok ? template.parts : [];
	const found = findMatches(text, {
		pattern,
		parts,
		change,
		effort
	});
	if (!found.ok) return found;
	const places = literalPlaces(text, change, {
		groups,
		effort
	});
	if (places === null) return tooCostly(change.path);
	if (found.replacements.length > 0 && !isOnlyLiteral(found.replacements, places, change)) return matchEdit(text, change, {
		matches: found.replacements,
		places,
		template,
		effort
	});
	if (places.length > 0) return literalEdit(text, change, {
		places,
		effort
	});
	return refused(nothingFound(text, change, effort));
}
function readTemplate(replacement, pattern, groups) {
	const other = otherTemplate(replacement, {
		pattern,
		groups
	});
	if (other === null) return parseTemplate(replacement, groups);
	return {
		ok: false,
		problem: `has ${other}, which would be written out; send ${other === "\\n" ? "a line break" : "a group, as $1 or $<name>"}, or an edit`
	};
}
/**
* What matches nothing between characters, too, such as `| a | b |`, replaces nothing that anybody could mean,
* unless it does so as often as announced.
*/
function isOnlyLiteral(matches, places, { count }) {
	return matches.some(({ start, end }) => start === end) && matches.length !== count && places.length === count;
}
function matchEdit(text, { path, count }, readings) {
	const { matches, places, template, effort } = readings;
	if (!template.ok) return refused({
		code: "bad_pattern",
		path,
		message: `The replacement ${template.problem}. Correct it.`
	}, "/replacement");
	const starts = matches.map(({ start }) => start);
	if (count !== "all" && starts.length !== count) {
		const positions = linesAt(text, starts);
		const scene = sceneOf({
			path,
			lines: () => cutLines(text),
			effort
		});
		return refused(diagnoseEdit({
			status: "miscount",
			by: "expression",
			count,
			positions,
			found: () => matches
		}, scene));
	}
	const spans = new Map(matches.map(({ start, end }) => [start, end]));
	const other = places.find(({ start, end }) => spans.get(start) !== end);
	const line = lineOf(text, starts[0] ?? 0);
	if (other === void 0) return {
		ok: true,
		replacements: matches,
		line
	};
	return refused(twoReadings(path, {
		expression: line,
		literal: lineOf(text, other.start)
	}));
}
function twoReadings(path, { expression, literal }) {
	return {
		code: "ambiguous",
		message: `As an expression, it matches at line ${expression} of ${path}; as the text that it is, it stands at line ${literal}. Send an edit for the text, or escape what is special.`,
		path,
		data: { lines: [expression, literal] }
	};
}
function nothingFound(text, { path, pattern, replacement }, effort) {
	const find = onlyMatch(pattern);
	if (find !== null) return diagnoseEdit({
		status: "not_found",
		find,
		replace: replacement
	}, sceneOf({
		path,
		lines: () => cutLines(text),
		effort
	}));
	return {
		code: "not_found",
		path,
		message: `The expression matches nothing in ${path}. Correct it, or send an edit with the literal text.`
	};
}
/** `pointer` is relative to the change. */
function refused(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/elided.ts
/**
* The refusal of an operation that would put "… rest unchanged …" where lines of code belong; null: it would
* not. Elisions that stand among the old lines too are no new text, and mean lines to pass over.
*/
function elidedRefusal(operation) {
	switch (operation.action) {
		case "create": return refusalFor(operation.lines.find(isWordedElision), operation.path, operation.hunk);
		case "edit": return elidedEdit(operation);
		case "regex":
		case "write": return null;
		default: return operation.hunks.map((hunk) => elidedHunk(hunk, operation.path)).find((found) => found !== null) ?? null;
	}
}
/** The refusal of a whole file with lines left out that the file as it is (`before`, where there is one) does not have. */
function elidedFile({ path, write, found }, before) {
	if (write.encoding === "base64") return null;
	const lines = linesOf$2(write.content);
	const old = before === void 0 ? [] : linesOf$2(before);
	const facts = {
		path,
		isNew: before === void 0,
		found
	};
	const isShorter = lines.length < old.length - 1;
	const elisions = lines.filter((line, at) => isLeftOut(line, facts, () => endsBlock(lines, at, old)) || isShorter && COMMENT.test(line) && mayBeElision(line));
	if (elisions.length === 0) return null;
	const known = trimmedSet(old);
	return refusalFor(elisions.find((line) => !known.has(line.trim())), path);
}
/** Dots alone are mere text in a file that is sent on purpose, and in Python and YAML where a block ends with them. */
function isLeftOut(line, { path, isNew, found }, stands) {
	if (isWordedElision(line)) return true;
	if (isNew || !isElision(line)) return false;
	if (!/^(?:\.{3}|…)$/.test(line.trim())) return true;
	return found !== void 0 && !(/\.(?:pyi?|ya?ml)$/.test(path) && stands());
}
/** Are the dots at `at` the last of their block, as a statement is that does nothing, or a mark at the file's own end? */
function endsBlock(lines, at, old) {
	const depth = indentOf(lines[at] ?? "").length;
	let next = at + 1;
	while (next < lines.length && !isFilled$1(lines[next] ?? "")) next += 1;
	if (next < lines.length) return indentOf(lines[next] ?? "").length < depth;
	return depth > 0 || lines.slice(0, at).findLast(isFilled$1)?.trim() === old.findLast(isFilled$1)?.trim();
}
function isFilled$1(line) {
	return line.trim() !== "";
}
function elidedHunk({ lines, number }, path) {
	const [removed, put] = ["-", "+"].map((side) => lines.filter(([mark]) => mark === side).length);
	const takes = {
		removed: removed ?? 0,
		added: put ?? 0
	};
	const added = lines.filter(([mark, text]) => mark === "+" && standsForLines(text, takes));
	if (added.length === 0) return null;
	const old = trimmedSet(lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]));
	return refusalFor(added.find(([, text]) => !old.has(text.trim()))?.[1], path, number);
}
function elidedEdit({ path, edit }) {
	const found = linesOf$2(edit.find);
	const replace = linesOf$2(edit.replace);
	const kept = replace.filter((line) => found.includes(line)).length;
	const takes = {
		removed: found.length > 1 ? found.length - kept : 0,
		added: replace.length - kept
	};
	const added = replace.filter((line) => standsForLines(line, takes));
	if (added.length === 0) return null;
	const old = trimmedSet(found);
	const refusal = refusalFor(added.find((line) => !old.has(line.trim())), path);
	return refusal === null ? null : {
		...refusal,
		pointer: "/replace"
	};
}
/**
* Dots alone are mere text in what is only added, and a statement of Python outside of a comment; a remark that all is as it
* was is one, unless several lines go for it.
*/
function standsForLines(line, { removed, added }) {
	if (isWordedElision(line)) return true;
	return COMMENT.test(line) && (removed > 0 && isElision(line) || removed > 1 && removed > added && mayBeElision(line));
}
const COMMENT = /^\s*(?:\/\/|#|\/\*|\*|\{\/\*|<!--|--|;|%)/;
function trimmedSet(lines) {
	return new Set(lines.map((line) => line.trim()));
}
function refusalFor(elision, path, hunk) {
	if (elision === void 0) return null;
	const line = elision.trim();
	return {
		code: "elided_edit",
		message: `The new text for ${path} leaves lines out: ${JSON.stringify(line)} stands where they belong. Send all lines, or only edits of those that change.`,
		path,
		...hunk === void 0 ? {} : { hunk },
		data: { line }
	};
}

// src/apply/whole-file.ts
/**
* The bytes of a file that is written as a whole; `before` is what stands there, null where nothing does.
*
* A file that was found in a text was not sent as one on purpose: it must keep half of the lines that it replaces, and
* takes over line endings, byte order mark and final line breaks.
*/
function wholeFile(operation, before) {
	const { write, found } = operation;
	const old = before === null ? null : decodeText(before);
	const refusal = elidedFile(operation, old?.text) ?? (old === null ? openEnded(operation) : besideEdits(operation, old.text) ?? unlike(operation, old.text));
	if (refusal !== null) return {
		ok: false,
		refusal
	};
	if (found === void 0 || old === null || old.text === "") return {
		ok: true,
		bytes: bytesOf(write)
	};
	const sent = write.content.startsWith("﻿") ? write.content.slice(1) : write.content;
	const lines = sent.replaceAll("\r\n", "\n");
	const text = lines.slice(0, endOfLines(lines)) + old.text.slice(endOfLines(old.text));
	const endings = typeof old.endings === "string" ? old.endings : "\n";
	return {
		ok: true,
		bytes: encodeText({
			hasBom: old.hasBom || sent !== write.content,
			text,
			endings
		})
	};
}
/** Where nothing but line breaks follows. */
function endOfLines(text) {
	let end = text.length;
	while (text.charAt(end - 1) === "\n") end -= 1;
	return end;
}
/** Without Buffer, which browsers lack; that base64 is well-formed was checked when the patch was read. */
function bytesOf({ content, encoding }) {
	return encoding === "base64" ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0)) : new TextEncoder().encode(content);
}
/** A code block for a file that is there, in a text that edits files otherwise, may be a part of it; null: it is all of it. */
function besideEdits({ path, write, found }, old) {
	if (found !== "beside" || write.content.replaceAll("\r\n", "\n") === old) return null;
	return {
		code: "elided_edit",
		message: `The text holds edits, and a code block for ${path}, which is there already, so nobody can tell whether the block is all of it. Send an edit of ${path}, or a write change with the whole file.`,
		path
	};
}
/** Nothing tells where a new file ends that may go on behind a code block; null: nothing is in doubt. */
function openEnded({ path, sureLines }) {
	if (sureLines === void 0) return null;
	return {
		code: "elided_edit",
		message: `The text does not tell where ${path} ends: a code block inside of it may be its end. Put four backquotes around it, or send a write change with the whole file.`,
		path
	};
}
/** Why what was found in a text can't be the whole of the file; null: it can. */
function unlike({ path, write, found, sureLines }, old) {
	if (found === void 0) return null;
	const before = telling(linesIn(old));
	const lines = linesIn(write.content.replaceAll("\r\n", "\n"));
	const kept = countKept(before, lines);
	if (kept * 2 < before.length) return partial(path, `keeps ${kept} of the ${before.length} lines there that are more than brackets`, before.length);
	const rest = lines.slice(sureLines ?? lines.length).filter(isFilled);
	const known = new Set(linesIn(old).map((line) => line.trim()));
	if (marksChanges(lines, known)) return partial(path, "has lines of the file behind a -, and others behind a +, as an edit has", before.length);
	if (rest.filter((line) => known.has(line.trim())).length * 2 < rest.length) return partial(path, "may end at a code block inside of it, and what follows is not in the file", before.length);
	return null;
}
/** Does a line that the file has stand there as one to be removed, right above one to be added? */
function marksChanges(lines, known) {
	return lines.some((line, at) => {
		const taken = line.slice(1).trim();
		return line.startsWith("-") && taken !== "" && known.has(taken) && !known.has(line.trim()) && /^[+-]/.test(lines[at + 1] ?? "");
	});
}
/** Brackets alone are in every file; where there is nothing else, they have to do. */
function telling(lines) {
	const words = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
	return words.length > 0 ? words : lines.filter(isFilled);
}
function isFilled(line) {
	return line.trim() !== "";
}
/** How many of the lines are there, each as often as it is there, whatever is around them. */
function countKept(before, now) {
	const left = /* @__PURE__ */ new Map();
	for (const line of now) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
	let kept = 0;
	for (const line of before) {
		const count = left.get(line.trim()) ?? 0;
		if (count === 0) continue;
		left.set(line.trim(), count - 1);
		kept += 1;
	}
	return kept;
}
function partial(path, why, lines) {
	return {
		code: "elided_edit",
		message: `The text that was found for ${path} ${why}, so it may be a part of it, or something else. Send an edit, or a write change with the whole file.`,
		path,
		data: { lines }
	};
}

// src/apply/operation.ts
function applyStep(step, context) {
	const { change, operation } = step;
	switch (operation.action) {
		case "create": return create(operation, change, context);
		case "modify": return modify(operation, step, context);
		case "delete": return remove(operation, step, context);
		case "rename":
		case "copy": return transfer(operation, step, context);
		case "write": return write(operation, context);
		case "edit":
		case "regex": return replace(operation, change, context);
	}
}
function create(operation, change, { workspace }) {
	const { path, executable } = operation;
	const refusal = checkFree(workspace, path);
	const present = refusal?.code === "already_exists" && isPresent(workspace, operation);
	const status = present ? "already_applied" : refusal === null ? "applied" : "refused";
	if (refusal === null) putFile(workspace, path, {
		content: contentOf(operation),
		executable,
		origin: null
	});
	const report = {
		change,
		path,
		at: status === "refused" ? null : 1,
		rung: "exact",
		status
	};
	const reports = operation.hunk === void 0 ? [] : [{
		...report,
		hunk: operation.hunk
	}];
	return {
		refusals: refusal === null || present ? [] : [refusal],
		reports
	};
}
/** The file is there with this very content: the patch was applied before. */
function isPresent(workspace, operation) {
	const found = findText(workspace, operation.path);
	if (!found.ok || found.value.file.executable !== operation.executable) return false;
	return found.value.text.text === contentOf(operation).text;
}
function contentOf({ lines, finalNewline }) {
	const file = {
		hasBom: false,
		text: lines.join("\n") + (finalNewline && lines.length > 0 ? "\n" : ""),
		endings: "\n"
	};
	return withMarkApart(file, file);
}
function modify(operation, step, context) {
	const { path, executable } = operation;
	const edited = withHunks(path, {
		step,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { file } = edited;
	putFile(context.workspace, path, {
		...file,
		executable: executable ?? file.executable
	});
	return edited;
}
/** The file at `path` with the operation's hunks applied; a file without hunks need not be text. */
function withHunks(path, { step: { change, isSeries }, operation, context }) {
	const { workspace, effort } = context;
	const { hunks } = operation;
	if (hunks.length === 0) {
		const found = findFile(workspace, path);
		return found.ok ? {
			ok: true,
			file: found.value,
			refusals: [],
			reports: []
		} : {
			ok: false,
			refusals: [found.refusal],
			reports: []
		};
	}
	const found = findText(workspace, path);
	if (!found.ok) {
		const reports = hunks.map(({ number }) => ({
			change,
			path,
			hunk: number,
			at: null,
			rung: "exact",
			status: "refused"
		}));
		return {
			ok: false,
			refusals: [found.refusal],
			reports
		};
	}
	const { file, text } = found.value;
	const earlier = isSeries ? [] : earlierMoves(file, text, change);
	const result = applyHunks({
		file: text,
		path,
		hunks,
		change,
		earlier,
		effort
	});
	if (!result.ok) return result;
	const moves = {
		change,
		left: result.file,
		edits: [...earlier, result.edits]
	};
	return {
		ok: true,
		file: {
			...file,
			content: result.file,
			moves
		},
		refusals: [],
		reports: result.reports
	};
}
/** What the change did to the lines of the file before, with nothing done by others since. */
function earlierMoves({ moves }, text, change) {
	return moves?.change === change && moves.left === text ? moves.edits : [];
}
function remove(operation, step, context) {
	const { path, hunks } = operation;
	if (hunks.length === 0) return removeWhole(path, context);
	const edited = withHunks(path, {
		step,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { content } = edited.file;
	if (!(content instanceof Uint8Array) && content.text !== "") return {
		refusals: [{
			code: "not_found",
			message: `The patch deletes ${path}, but does not remove all of its lines. Send a delete change, or the lines as they are.`,
			path,
			data: { linesLeft: linesIn(content.text).length }
		}],
		reports: edited.reports
	};
	removeFile(context.workspace, path);
	return edited;
}
/** Without a look at its content, which may be too large to be read. */
function removeWhole(path, { workspace }) {
	const refusal = checkRemovable(workspace, path);
	if (refusal !== null) return {
		refusals: [refusal],
		reports: []
	};
	removeFile(workspace, path);
	return {
		refusals: [],
		reports: []
	};
}
function transfer(operation, step, context) {
	const { action, from, path, executable } = operation;
	const { workspace } = context;
	const edited = withHunks(from, {
		step,
		operation,
		context
	});
	const blocked = edited.ok && action === "rename" ? checkFree(without(workspace, from, path), path) : checkFree(workspace, path);
	if (!edited.ok) return {
		refusals: blocked === null ? edited.refusals : [...edited.refusals, blocked],
		reports: edited.reports
	};
	if (blocked !== null) return {
		refusals: [blocked],
		reports: edited.reports
	};
	const origin = action === "rename" ? edited.file.origin : null;
	if (action === "rename") removeFile(workspace, from);
	putFile(workspace, path, {
		...edited.file,
		executable: executable ?? edited.file.executable,
		origin
	});
	return edited;
}
function without(workspace, from, path) {
	return from === path ? workspace : {
		...workspace,
		changed: new Map(workspace.changed).set(from, null)
	};
}
function write(operation, { workspace }) {
	const { path, write: change } = operation;
	const place = findPlace(workspace, path);
	if (!place.ok) return {
		refusals: [place.refusal],
		reports: []
	};
	const before = place.value;
	const whole = wholeFile(operation, before && bytesOf$1(before.content));
	if (!whole.ok) return {
		refusals: [whole.refusal],
		reports: []
	};
	putFile(workspace, path, {
		content: whole.bytes,
		executable: change.executable ?? before?.executable ?? false,
		origin: before?.origin ?? null
	});
	return {
		refusals: [],
		reports: []
	};
}
function replace(operation, change, { workspace, effort }) {
	const { path } = operation;
	const found = findText(workspace, path);
	const file = found.ok ? fileFor(found.value.text, operation) : null;
	const edit = found.ok ? findReplacements(file?.text ?? "", operation, effort) : found;
	const report = {
		change,
		path,
		hunk: 1
	};
	if (!found.ok || file === null || !edit.ok) return {
		refusals: edit.ok ? [] : [edit.refusal],
		reports: [{
			...report,
			at: null,
			rung: "exact",
			status: "refused"
		}]
	};
	putFile(workspace, path, {
		...found.value.file,
		content: withMarkApart(file, editText(file, edit))
	});
	const { rungs, status } = edit.loose ?? {
		rungs: [],
		status: "applied"
	};
	return {
		refusals: [],
		reports: [{
			...report,
			at: edit.line,
			...toleranceOf(rungs),
			status
		}]
	};
}
function fileFor(text, operation) {
	return operation.action === "edit" ? asFound(text, editTexts(operation.edit).find) : text;
}
function findReplacements(text, operation, effort) {
	if (operation.action === "regex") return findRegex(text, operation.regex, effort);
	return findEdit(text, meantEdit(uncut(text), operation, effort), effort);
}

// src/apply/edit-run.ts
/** Parts the steps into runs: many edits of one file in a row, of one place each, and all else by itself. */
function editRuns(steps) {
	const runs = [];
	for (const step of steps) {
		const run = runs.at(-1);
		const [first] = run ?? [];
		if (run !== void 0 && isSingleEdit(step) && first !== void 0 && isSingleEdit(first) && first.operation.path === step.operation.path) run.push(step);
		else runs.push([step]);
	}
	return runs.flatMap((run) => run.length < LEAST_RUN ? run.map((step) => [step]) : [run]);
}
/**
* Applies one run after the other's steps, with the same result as applying them singly; a long run costs no
* more than reading the file a few times.
*/
function applyRun(run, context) {
	const edits = run.filter(isSingleEdit);
	return edits.length < LEAST_RUN ? run.map((step) => ({
		step,
		...applyStep(step, context)
	})) : applyEdits(edits, context);
}
/** Fewer edits than this are not worth cutting the file into chunks. */
const LEAST_RUN = 16;
function isSingleEdit(step) {
	const { operation } = step;
	if (operation.action !== "edit" || operation.numbered !== void 0) return false;
	const { count, find, replace } = operation.edit;
	return count === 1 && !find.startsWith("﻿") && !replace.startsWith("﻿");
}
function applyEdits(run, context) {
	const { workspace, effort } = context;
	const path = run[0]?.operation.path ?? "";
	const found = findText(workspace, path);
	if (!found.ok || typeof found.value.text.endings !== "string") return run.map((step) => ({
		step,
		...applyStep(step, context)
	}));
	const { file, text } = found.value;
	const edited = {
		file: text,
		chunked: chunkText(text.text)
	};
	const results = run.map((step) => {
		const result = applyEdit(edited, step.operation.edit, effort);
		const report = {
			change: step.change,
			path,
			hunk: 1
		};
		if ("code" in result) return {
			step,
			refusals: [result],
			reports: [{
				...report,
				at: null,
				rung: "exact",
				status: "refused"
			}]
		};
		const { line, loose } = result;
		const { rungs, status } = loose ?? {
			rungs: [],
			status: "applied"
		};
		return {
			step,
			refusals: [],
			reports: [{
				...report,
				at: line,
				...toleranceOf(rungs),
				status
			}]
		};
	});
	const { hasBom, endings } = edited.file;
	putFile(workspace, path, {
		...file,
		content: {
			hasBom,
			endings,
			text: joinText(edited.chunked)
		}
	});
	return results;
}
/** Where the one place is that was edited, or why none was. */
function applyEdit(edited, edit, effort) {
	const { chunked } = edited;
	const sent = editTexts(edit);
	const { find } = sent;
	const text = () => joinText(chunked);
	const refuse = (failure) => diagnoseEdit(failure, sceneOf({
		path: edit.path,
		lines: () => cutLines(text()),
		effort
	}));
	const places = findPlaces$1(chunked, find, effort);
	if (places === null) return refuse({ status: "too_repetitive" });
	const [place] = places;
	if (place === void 0) return applyLoosely(edited, {
		edit,
		refuse
	}, effort);
	const lines = linesOfPlaces(chunked, places);
	if (places.length > 1) {
		const found = () => literalPlaces$1(text(), sent);
		return refuse({
			status: "miscount",
			by: "text",
			count: 1,
			positions: lines,
			found
		});
	}
	const line = (lines[0] ?? 0) + 1;
	const isMade = (made) => {
		const reach = made.length + 2;
		const around = textAround(chunked, place, {
			before: reach,
			after: reach
		});
		return isReplaced(around.text, {
			find,
			replace: made
		}, around.offset);
	};
	const beside = textAround(chunked, place, {
		before: 1,
		after: find.length + 1
	});
	const sought = withEdgeBreaks(sent, edgesAt(beside.text, find, beside.offset));
	const { replace } = sought;
	const asSent = isMade(replace);
	const replacing = asSent === "open" ? replacementIn(chunked, {
		sought,
		place
	}, effort) : {
		status: "clear",
		replacement: sentAs(sought, 0)
	};
	if (replacing.status === "too_repetitive") return refuse({ status: "too_repetitive" });
	if (replacing.status === "unclear") return depthRefusal(edit.path, line);
	const { start, end, text: made } = replacing.replacement;
	const replaced = made === replace ? asSent : isMade(made);
	if (replaced === "unclear") return unclearRefusal(edit.path, line);
	if (replaced === "replaced") return {
		line,
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
	if (chunked.length + made.length - (end - start) > 5242880) return {
		...tooMuch(edit.path),
		pointer: "/replace"
	};
	replaceAt(chunked, placeAt$3(chunked, place.chunk, place.offset + start), {
		length: end - start,
		text: made
	});
	const rungs = [...isSent(replacing.replacement, sought, 0) ? [] : ["indentation"], ...sought === sent ? [] : ["edge_blanks"]];
	return rungs.length === 0 ? { line } : {
		line,
		loose: {
			status: "applied",
			rungs,
			lines: []
		}
	};
}
/** Its offsets are relative to the place. */
function replacementIn(chunked, { sought, place }, effort) {
	if (!mayBeWithinIndent(sought)) return {
		status: "clear",
		replacement: sentAs(sought, 0)
	};
	const { text, offset } = textAround(chunked, place, {
		before: NEAR + 1,
		after: sought.find.length + NEAR + 1
	});
	const replacing = replacementAt(text, sought, offset, effort);
	if (replacing.status !== "clear") return replacing;
	const { start, end, text: made } = replacing.replacement;
	return {
		status: "clear",
		replacement: {
			start: start - offset,
			end: end - offset,
			text: made
		}
	};
}
/** The text is not there as it is: the whole file is read for it, which costs more. */
function applyLoosely(edited, { edit, refuse }, effort) {
	if (effort.reading < edited.chunked.length) return refuse({
		status: "not_found",
		...editTexts(edit)
	});
	const text = joinText(edited.chunked);
	effort.reading -= text.length;
	const found = findEdit(text, edit, effort);
	if (!found.ok) return found.refusal;
	const { hasBom, endings } = edited.file;
	edited.file = editText({
		hasBom,
		endings,
		text
	}, found);
	edited.chunked = chunkText(edited.file.text);
	return found;
}

// src/patch/formats/one-format.ts
/**
* Why a change of one format is not taken where an edit of another one stands beside it: that would be passed over, and
* one of the two be lost. null: there is none.
*/
function refuseOtherFormats(kind, text) {
	const lines = linesToRead(text);
	const formats = lines === null ? [] : partsOf(lines).parts.map(({ format }) => format);
	const other = formats.find((format) => format !== "fence" && format !== kind);
	return other === void 0 || !formats.includes(kind) ? null : {
		code: "malformed",
		message: `The text holds an edit of kind \`${other}\` beside that of kind \`${kind}\`, which would be lost. Send each as a change of its own, or all of it as a change of kind \`text\`.`,
		data: {
			kind,
			other
		}
	};
}

// src/patch/path-prefix.ts
/** The path without the longest of these leading folders that it lies in, given with or without a slash at the end. */
function withoutPrefix(path, prefixes) {
	const lengths = prefixes.map((prefix) => `${prefix.replace(/\/+$/, "")}/`).filter((prefix) => path.startsWith(prefix) && path.length > prefix.length).map((prefix) => prefix.length);
	return path.slice(Math.max(0, ...lengths));
}

// src/apply/series.ts
/** Does a change hold several commits, as mails of `git format-patch` or as `git log -p` shows them? */
function isSeries(change) {
	const [, second] = (change.kind === "diff" ? change.diff : change.kind === "text" ? change.text : "").matchAll(COMMIT);
	return second !== void 0;
}
const COMMIT = /^(?:From|commit) [0-9a-f]{7,64}\b/gm;

// src/apply/plan.ts
/** Everything that a patch asks for, in order, with every path checked; no file is needed for it. */
function planPatch(patch, { pathPrefixes = [] } = {}) {
	const steps = [];
	const refusals = [];
	const repairs = [];
	for (const [index, change] of patch.changes.entries()) {
		const { reading, pointer } = readChange(change, index);
		if (!reading.ok) {
			for (const refusal of reading.refusals) refusals.push({
				...refusal,
				pointer
			});
			continue;
		}
		const fields = new Map([...fieldsOf(change)].map(([path, field]) => [withoutPrefix(path, pathPrefixes), field]));
		const common = {
			change: index,
			isSeries: isSeries(change),
			pointer,
			fields
		};
		for (const operation of reading.operations) steps.push({
			...common,
			operation: inRepository(operation, pathPrefixes)
		});
		const prefix = patch.changes.length === 1 ? "" : `In change ${index + 1}: `;
		const marks = reading.operations.flatMap((operation) => markNote(operation) ?? []);
		for (const repair of [
			...said(reading.prose),
			...reading.repairs,
			...marks
		]) repairs.push(prefix + repair);
	}
	refusals.push(...pathRefusals(steps), ...elidedRefusals(steps), ...countRefusals(steps));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		steps,
		repairs
	};
}
/** A refusal of this step with its pointer into the patch; one that it has is taken as relative to the change. */
function refusalAt({ pointer, fields }, refusal) {
	const field = fields.get(refusal.path ?? "");
	const within = refusal.pointer ?? (field === void 0 ? "" : `/${field}`);
	return {
		...refusal,
		pointer: `${pointer}${within}`
	};
}
/** The paths that an operation reads or writes. */
function pathsOf(operation) {
	return "from" in operation ? [operation.from, operation.path] : [operation.path];
}
/** May its path be one that is not there yet? */
function mayCreate({ action }) {
	return CREATING.has(action);
}
const CREATING = /* @__PURE__ */ new Set([
	"create",
	"write",
	"rename",
	"copy"
]);
function inRepository(operation, prefixes) {
	const path = withoutPrefix(operation.path, prefixes);
	switch (operation.action) {
		case "edit": return {
			...operation,
			path,
			edit: {
				...operation.edit,
				path
			}
		};
		case "regex": return {
			...operation,
			path,
			regex: {
				...operation.regex,
				path
			}
		};
		case "write": return {
			...operation,
			path,
			write: {
				...operation.write,
				path
			}
		};
		case "rename":
		case "copy": return {
			...operation,
			path,
			from: withoutPrefix(operation.from, prefixes)
		};
		default: return {
			...operation,
			path
		};
	}
}
/** Told first: it may be what a person has to act on. */
function said(prose = []) {
	const note = proseNote(prose);
	return note === null ? [] : [note];
}
function readChange(change, index) {
	const pointer = `/changes/${index}`;
	if (change.kind === "text") return {
		reading: readWhole(change),
		pointer: `${pointer}/text`
	};
	const field = TEXT_FIELDS[change.kind];
	return {
		reading: readAlone(change),
		pointer: field === void 0 ? pointer : `${pointer}/${field}`
	};
}
/** A text of one format must hold no other one: only a change of kind `text` may. */
function readAlone(change) {
	const refusal = otherFormatIn(change);
	return refusal === null ? readOne(change) : {
		ok: false,
		refusals: [refusal]
	};
}
function otherFormatIn(change) {
	switch (change.kind) {
		case "diff": return refuseOtherFormats(change.kind, change.diff);
		case "apply_patch": return refuseOtherFormats(change.kind, change.patch);
		case "blocks": return refuseOtherFormats(change.kind, change.text);
		default: return null;
	}
}
/** The field that holds a patch text: what is read from it has no pointer of its own. */
const TEXT_FIELDS = {
	diff: "diff",
	apply_patch: "patch",
	blocks: "text"
};
/** All changes that were found in one text, each read on; hunks are numbered through. */
function readWhole({ text, path }) {
	const found = readText(text, path);
	if (!found.ok) return found;
	const operations = [];
	const refusals = [];
	const repairs = [...found.repairs, ...found.notDone];
	const prose = [...found.prose];
	let hunksBefore = 0;
	for (const [index, change] of found.changes.entries()) {
		const origin = found.origins[index] ?? {};
		const { linesBefore = 0, isInFull } = origin;
		const reading = readOne(change, {
			linesBefore,
			hunksBefore,
			isInFull
		}, origin);
		if (!reading.ok) {
			for (const refusal of reading.refusals) refusals.push(refusal);
			continue;
		}
		for (const operation of reading.operations) {
			operations.push(operation);
			hunksBefore = Math.max(hunksBefore, lastHunk(operation));
		}
		for (const repair of reading.repairs) repairs.push(repair);
		for (const line of reading.prose ?? []) prose.push(line);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs,
		prose
	};
}
function lastHunk(operation) {
	if (operation.action === "create") return operation.hunk ?? 0;
	return "hunks" in operation ? operation.hunks.at(-1)?.number ?? 0 : 0;
}
function readOne(change, context = {}, { found, sureLines, pathFrom } = {}) {
	switch (change.kind) {
		case "diff": return readUnifiedDiff(change.diff, {
			...context,
			path: change.path,
			pathFrom
		});
		case "apply_patch": return readApplyPatch(change.patch, {
			...context,
			path: change.path,
			pathFrom
		});
		case "blocks": return readBlocks(change.text, {
			...context,
			path: change.path,
			pathFrom
		});
		case "edit": return readEdit(change);
		case "regex": return single({
			action: "regex",
			path: change.path,
			regex: change
		});
		case "write": return single({
			action: "write",
			path: change.path,
			write: change,
			...found === void 0 ? {} : { found },
			...sureLines === void 0 ? {} : { sureLines }
		});
		case "delete": return single({
			action: "delete",
			path: change.path,
			hunks: []
		});
		case "move": return single({
			action: "rename",
			from: change.from,
			path: change.to,
			hunks: []
		});
		case "run": return {
			ok: true,
			operations: [],
			repairs: []
		};
	}
}
/** An edit as it stands, and without the line numbers that an editor may have shown before every line. */
function readEdit(edit) {
	const { path, find, replace } = edit;
	const sides = withoutNumbersOnBothSides({
		old: find.split("\n"),
		now: replace.split("\n")
	});
	if (sides === null || sides.old.length === 1) return single({
		action: "edit",
		path,
		edit
	});
	return single({
		action: "edit",
		path,
		edit: {
			...edit,
			find: sides.old.join("\n"),
			replace: sides.now.join("\n")
		},
		numbered: {
			find,
			replace
		}
	}, [`The line numbers before each line of the text to find in ${path} were left out, unless the file has them`]);
}
function single(operation, repairs = []) {
	return {
		ok: true,
		operations: [operation],
		repairs
	};
}
function fieldsOf(change) {
	if (change.kind === "move") return /* @__PURE__ */ new Map([[change.from, "from"], [change.to, "to"]]);
	return "path" in change && change.path !== void 0 && TEXT_FIELDS[change.kind] === void 0 ? /* @__PURE__ */ new Map([[change.path, "path"]]) : /* @__PURE__ */ new Map();
}
function pathRefusals(steps) {
	return steps.flatMap((step) => pathsOf(step.operation).flatMap((path) => {
		const refusal = checkPath(path);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	}));
}
function elidedRefusals(steps) {
	return steps.flatMap((step) => {
		const refusal = elidedRefusal(step.operation);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	});
}
function countRefusals(steps) {
	const paths = new Set(steps.flatMap(({ operation }) => pathsOf(operation)));
	const hunks = steps.reduce((sum, { operation }) => sum + ("hunks" in operation ? operation.hunks.length : 1), 0);
	return [
		{
			count: paths.size,
			limit: 100,
			what: "touches",
			unit: "files"
		},
		{
			count: countFolders(paths),
			limit: 400,
			what: "touches files in",
			unit: "folders"
		},
		{
			count: pathBytes([...paths]),
			limit: MAX_PATHS_BYTES,
			what: "names its files with",
			unit: "bytes"
		},
		{
			count: hunks,
			limit: MAX_HUNKS,
			what: "holds",
			unit: "hunks"
		}
	].filter(({ count, limit }) => count > limit).map(({ count, limit, what, unit }) => ({
		code: "too_large",
		message: `The patch ${what} ${count} ${unit}, and ${limit} are allowed. Split it into several patches.`,
		pointer: "/changes",
		data: {
			[unit]: count,
			limit
		}
	}));
}
/** More files than are allowed, and longer paths, are refused for that, so that their folders need no counting. */
function countFolders(paths) {
	return paths.size <= 100 && [...paths].every(({ length }) => length <= 1024) ? new Set([...paths].flatMap(parentsOf)).size : 0;
}

// src/apply/apply.ts
/**
* Applies a whole patch, or none of it and says everything that is in its way. Changes are made in order,
* each one on what those before it left.
*
* `files` holds what stands at the touched paths and at the folders above them; what it lacks does not exist.
*/
function applyPatch(patch, files, options) {
	const plan = planPatch(patch, options);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals),
		hunks: []
	};
	const context = {
		workspace: newWorkspace(files),
		effort: newEffort()
	};
	const refusals = [];
	const hunks = [];
	for (const run of editRuns(plan.steps)) {
		for (const { step, refusals: refused, reports } of applyRun(run, context)) {
			for (const refusal of refused) refusals.push(refusalAt(step, refusal));
			for (const report of reports) hunks.push(report);
		}
		const tooMuch = checkGrowth(context.workspace);
		if (tooMuch !== null) return {
			ok: false,
			refusals: cappedRefusals([...refusals, tooMuch]),
			hunks
		};
	}
	const end = changesOf$2(context.workspace);
	refusals.push(...end.refusals);
	if (refusals.length > 0) return {
		ok: false,
		refusals: cappedRefusals(refusals),
		hunks
	};
	return {
		ok: true,
		changes: end.changes,
		hunks,
		repairs: plan.repairs
	};
}

// src/apply/merge/merge-lines.ts
/**
* Merges two changes of one text by lines, as diff3 does and git: what one side changed is taken, what both
* changed in the same way is taken once, and changes that meet or touch are a clash. Lines are whatever the
* caller takes for one; their ends count where they are part of them.
*
* Lines added or removed among equal ones may stand in several places. Where it matters in which, every way to
* see it that does not clash must give the same text.
*/
function mergeLines(sides) {
	const numbersOf = lineNumbering();
	const was = numbersOf(sides.was);
	const wanted = compareLines$1(was, numbersOf(sides.wanted));
	const now = compareLines$1(was, numbersOf(sides.now));
	const mergeAt = (mine, theirs) => mergeSpans(sides, {
		wanted: slideSpans(wanted, mine),
		now: slideSpans(now, theirs)
	});
	const certain = mergeAt("wide", "wide");
	if (certain.ok) return certain;
	const likely = mergeAt("down", "down");
	if (!likely.ok) return likely;
	return [
		mergeAt("up", "up"),
		mergeAt("up", "down"),
		mergeAt("down", "up")
	].every((other) => !other.ok || sameLines(other.lines, likely.lines)) ? likely : certain;
}
function mergeSpans(sides, spans) {
	const lines = [];
	const clashes = [];
	let line = 0;
	for (const region of regionsOf(spans)) {
		append(lines, sides.was, line, region.was.start);
		line = region.was.end;
		const [wanted, now] = [slice(sides.wanted, region.wanted), slice(sides.now, region.now)];
		if (region.changedBy === "wanted") append(lines, wanted);
		else if (region.changedBy === "now" || sameLines(wanted, now)) append(lines, now);
		else clashes.push({
			line: region.now.start + 1,
			was: slice(sides.was, region.was),
			wanted,
			now
		});
	}
	append(lines, sides.was, line);
	return clashes.length > 0 ? {
		ok: false,
		clashes
	} : {
		ok: true,
		lines
	};
}
/** The changed places of both sides in order, those that meet or touch as one. */
function* regionsOf(spans) {
	const wanted = {
		spans: spans.wanted,
		next: 0
	};
	const now = {
		spans: spans.now,
		next: 0
	};
	for (;;) {
		const start = Math.min(startOf(wanted), startOf(now));
		if (start === Number.POSITIVE_INFINITY) return;
		const from = {
			wanted: wanted.next,
			now: now.next
		};
		let end = start;
		while (startOf(wanted) <= end || startOf(now) <= end) {
			const side = startOf(wanted) <= end ? wanted : now;
			end = Math.max(end, side.spans[side.next]?.end ?? 0);
			side.next += 1;
		}
		const region = {
			start,
			end
		};
		yield {
			was: region,
			wanted: rangeIn(wanted.spans, [from.wanted, wanted.next], region),
			now: rangeIn(now.spans, [from.now, now.next], region),
			changedBy: from.wanted === wanted.next ? "now" : from.now === now.next ? "wanted" : "both"
		};
	}
}
function startOf({ spans, next }) {
	return spans[next]?.start ?? Number.POSITIVE_INFINITY;
}
/** The lines of one side that stand for the region, given which of its spans lie in it. */
function rangeIn(spans, [from, to], { start, end }) {
	const before = spans[from - 1];
	const last = spans[to - 1];
	const shiftBefore = before === void 0 ? 0 : before.newEnd - before.end;
	const shiftAfter = last === void 0 ? 0 : last.newEnd - last.end;
	return {
		start: start + shiftBefore,
		end: end + shiftAfter
	};
}
function slice(lines, { start, end }) {
	return lines.slice(start, end);
}
function sameLines(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function append(target, lines, start = 0, end = lines.length) {
	for (let index = start; index < end; index += 1) target.push(lines[index] ?? "");
}

// src/apply/merge/merge-texts.ts
/**
* Merges two changes of one file. Line endings and a byte order mark are merged by themselves, so that a branch
* that was converted as a whole doesn't clash with every change of a line.
*/
function mergeBytes({ was, wanted, now }) {
	const texts = {
		was: decodeText(was),
		wanted: decodeText(wanted),
		now: decodeText(now)
	};
	if (texts.was === null || texts.wanted === null || texts.now === null) return {
		ok: false,
		clashes: null
	};
	const style = mergeStyles({
		was: texts.was,
		wanted: texts.wanted,
		now: texts.now
	});
	const merged = mergeLines({
		was: linesWithEnds(style === null ? rawText$1(was) : texts.was.text),
		wanted: linesWithEnds(style === null ? rawText$1(wanted) : texts.wanted.text),
		now: linesWithEnds(style === null ? rawText$1(now) : texts.now.text)
	});
	if (!merged.ok) return merged;
	const text = merged.lines.join("");
	return {
		ok: true,
		bytes: style === null ? new TextEncoder().encode(text) : encodeText({
			...style,
			text
		})
	};
}
/** null: where the ends of one file's lines differ, they are part of the lines. */
function mergeStyles({ was, wanted, now }) {
	if ([
		was,
		wanted,
		now
	].some(({ endings }) => typeof endings !== "string")) return null;
	const endings = was.endings === wanted.endings ? now.endings : wanted.endings;
	return {
		hasBom: was.hasBom === wanted.hasBom ? now.hasBom : wanted.hasBom,
		endings
	};
}
function rawText$1(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
/** The last line has no end where the text has none. */
function linesWithEnds(text) {
	const lines = [];
	for (let start = 0; start < text.length;) {
		const at = text.indexOf("\n", start);
		const end = at === -1 ? text.length : at + 1;
		lines.push(text.slice(start, end));
		start = end;
	}
	return lines;
}

// src/apply/merge/merge-changes.ts
/**
* Carries changes that were made to files as they were over to the files as they are now. A file that one side
* changed and the other deleted, moved or made is a clash, and so is one that stands where a folder must be.
*/
function mergeChanges(changes, { was, now }) {
	const wanted = afterChanges(changes);
	const clashes = [];
	const merged = /* @__PURE__ */ new Map();
	for (const [path, entry] of wanted) {
		const result = mergeEntry(path, {
			was: was.get(path),
			wanted: entry,
			now: now.get(path)
		});
		if (result.ok) merged.set(path, result.entry);
		else clashes.push(...result.clashes);
	}
	clashes.push(...lostOrigins(changes, {
		wanted,
		was,
		now
	}), ...blockedBy(merged, {
		was,
		now
	}));
	return clashes.length > 0 ? {
		ok: false,
		clashes
	} : {
		ok: true,
		changes: changesFrom(now, merged, changes)
	};
}
/** What stands at the changed paths afterwards; undefined: nothing. */
function afterChanges(changes) {
	const after = /* @__PURE__ */ new Map();
	for (const { from } of changes) if (from !== void 0) after.set(from, void 0);
	for (const { path, bytes, executable } of changes) after.set(path, bytes === null ? void 0 : {
		kind: "file",
		bytes,
		executable
	});
	return after;
}
function sameEntry(left, right) {
	if (left?.kind === "file" && right?.kind === "file") return left.executable === right.executable && sameBytes(left.bytes, right.bytes);
	if (left?.kind === "unread" && right?.kind === "unread") return left.executable === right.executable && left.oid === right.oid;
	if (left?.kind === "symlink" && right?.kind === "symlink") return left.target === right.target;
	return left?.kind === right?.kind;
}
function mergeEntry(path, sides) {
	const { was, wanted, now } = sides;
	if (sameEntry(was, wanted) || sameEntry(wanted, now)) return {
		ok: true,
		entry: now
	};
	if (sameEntry(was, now)) return {
		ok: true,
		entry: wanted
	};
	if (wanted?.kind !== "file" || now?.kind !== "file" || was !== void 0 && was.kind !== "file") return {
		ok: false,
		clashes: [entryClash(path, sides)]
	};
	const merged = mergeBytes({
		was: was?.bytes ?? /* @__PURE__ */ new Uint8Array(),
		wanted: wanted.bytes,
		now: now.bytes
	});
	if (!merged.ok) return {
		ok: false,
		clashes: merged.clashes?.map((clash) => lineClash(path, clash)) ?? [entryClash(path, sides)]
	};
	const executable = was?.executable === wanted.executable ? now.executable : wanted.executable;
	return {
		ok: true,
		entry: {
			kind: "file",
			bytes: merged.bytes,
			executable
		}
	};
}
function lineClash(path, { line, ...sides }) {
	const was = cutLines$1(sides.was);
	const wanted = cutLines$1(sides.wanted);
	const now = cutLines$1(sides.now);
	const cut = was.cut || wanted.cut || now.cut;
	return {
		kind: "lines",
		path,
		line,
		was: was.lines,
		wanted: wanted.lines,
		now: now.lines,
		...cut ? { cut } : {}
	};
}
function entryClash(path, { was, wanted, now }) {
	return {
		kind: "entry",
		path,
		was: stateOf(was),
		wanted: stateOf(wanted),
		now: stateOf(now)
	};
}
/**
* Files that the patch moves and the branch no longer has: to make the new one would bring back what was deleted, or
* make a second one of what was moved elsewhere. A move that the branch made in the same way is taken once.
*/
function* lostOrigins(changes, { wanted, was, now }) {
	for (const { path, from } of changes) {
		if (from === void 0 || now.has(from) || sameEntry(wanted.get(path), now.get(path))) continue;
		yield entryClash(from, {
			was: was.get(from),
			wanted: wanted.get(from),
			now: void 0
		});
	}
}
/** Paths above a new file that are no folders now, and were not in its way before. */
function* blockedBy(merged, { was, now }) {
	const seen = /* @__PURE__ */ new Set();
	for (const [path, entry] of merged) {
		if (entry === void 0) continue;
		for (const parent of parentsOf(path)) {
			const there = merged.has(parent) ? merged.get(parent) : now.get(parent);
			if (there === void 0 || there.kind === "directory" || seen.has(parent)) continue;
			seen.add(parent);
			yield {
				kind: "entry",
				path: parent,
				was: stateOf(was.get(parent)),
				wanted: "directory",
				now: stateOf(there)
			};
		}
	}
}
/** What differs from now. A move stays one if both of its ends came through. */
function changesFrom(now, merged, changes) {
	const differing = [...merged].filter(([path, entry]) => !sameEntry(entry, now.get(path)));
	const deleted = new Set(differing.flatMap(([path, entry]) => entry === void 0 ? [path] : []));
	const origins = new Map(changes.flatMap(({ path, from }) => from !== void 0 && deleted.has(from) ? [[path, from]] : []));
	const movedAway = new Set(differing.flatMap(([path, entry]) => entry !== void 0 && !now.has(path) ? origins.get(path) ?? [] : []));
	return differing.flatMap(([path, entry]) => movedAway.has(path) ? [] : [changeTo(path, entry, {
		now,
		origins
	})]).sort((left, right) => left.path < right.path ? -1 : 1);
}
function changeTo(path, entry, { now, origins }) {
	const before = now.get(path);
	if (entry?.kind !== "file") return {
		path,
		action: "delete",
		bytes: null,
		executable: (before?.kind === "file" || before?.kind === "unread") && before.executable
	};
	const { bytes, executable } = entry;
	if (before !== void 0) return {
		path,
		action: "modify",
		bytes,
		executable
	};
	const from = origins.get(path);
	return from === void 0 ? {
		path,
		action: "create",
		bytes,
		executable
	} : {
		path,
		action: "rename",
		from,
		bytes,
		executable
	};
}

// src/apply/merge/two-places.ts
/** The places in which a merged file differs from the same file with the patch put where its lines stand now. */
function whereTheyDiffer(path, merged, placed) {
	const [left, right] = [linesOf(merged), linesOf(placed)];
	const numbersOf = lineNumbering();
	const { spans } = compareLines$1(numbersOf(left), numbersOf(right));
	const clashes = spans.map(({ start, end, newStart, newEnd }) => {
		const inMerged = cutLines$1(left.slice(start, end));
		const inPlaced = cutLines$1(right.slice(newStart, newEnd));
		const cut = inMerged.cut || inPlaced.cut;
		return {
			kind: "two_places",
			path,
			line: start + 1,
			merged: inMerged.lines,
			placed: inPlaced.lines,
			...cut ? { cut } : {}
		};
	});
	return clashes.length > 0 ? clashes : [{
		kind: "two_places",
		path,
		line: 1,
		merged: [],
		placed: []
	}];
}
function linesOf(entry) {
	const text = entry?.kind === "file" ? decodeText(entry.bytes) : null;
	return text === null ? [] : linesIn(text.text);
}

// src/apply/merge/apply-pinned.ts
/**
* Applies a patch to the files that it was written for (`was`), and merges the result with the files as they are
* now. Where the patch also fits the files as they are now, both ways must give the same bytes. A merge that
* clashes is not saved by lines that can be found all the same: something happened beside them that the patch
* does not know of.
*/
function applyPinned(patch, { was, now }, options) {
	const applied = applyPatch(patch, was, options);
	if (!applied.ok) return applied;
	const { hunks } = applied;
	const merged = mergeChanges(applied.changes, {
		was,
		now
	});
	const clashes = merged.ok ? contradictions(merged.changes, {
		now,
		placed: applyPatch(patch, now, options),
		written: writtenPaths(patch, options)
	}) : merged.clashes;
	if (merged.ok && clashes.length === 0) return {
		ok: true,
		changes: merged.changes,
		hunks
	};
	return {
		ok: false,
		clashes,
		hunks
	};
}
/** Files in which placing the patch anew gives something else than merging did. */
function contradictions(merged, { now, placed, written }) {
	if (!placed.ok) return [];
	const [left, right] = [afterChanges(merged), afterChanges(placed.changes)];
	return [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort().flatMap((path) => {
		const one = left.has(path) ? left.get(path) : now.get(path);
		const other = right.has(path) ? right.get(path) : now.get(path);
		return written.has(path) || sameEntry(one, other) ? [] : whereTheyDiffer(path, one, other);
	});
}
/** A whole file has no place that could be found anew: putting it there again would undo what others did to it. */
function writtenPaths(patch, options) {
	const plan = planPatch(patch, options);
	const steps = plan.ok ? plan.steps : [];
	return new Set(steps.flatMap(({ operation }) => operation.action === "write" ? pathsOf(operation) : []));
}

// src/stages/base.ts
/**
* Puts the patch onto the branch's head. Where it names the commit that it was written for and its files have
* changed since, it is applied there and merged with what happened, so that what was written for one text is
* never put into another.
*/
function placePatch(patch, config, snapshot) {
	const chosen = chooseBase(patch, config, snapshot);
	if (!chosen.ok) return refuse$2([chosen.refusal]);
	const { base, pinned } = chosen;
	const now = sourceEntries(base);
	const options = { pathPrefixes: config["path-prefixes"] };
	const moved = pinned === null ? [] : changedPaths(pinned, base);
	if (pinned === null || moved.length === 0) {
		const applied = applyPatch(patch, now, options);
		return applied.ok ? {
			...applied,
			base,
			drift: null
		} : refuse$2(applied.refusals, applied.hunks);
	}
	const merged = applyPinned(patch, {
		was: sourceEntries(pinned),
		now
	}, options);
	if (merged.ok) return {
		...merged,
		base,
		drift: {
			since: pinned.sha,
			paths: moved
		}
	};
	const { hunks } = merged;
	if ("refusals" in merged) return refuse$2(merged.refusals.map(spokenOf(pinned.sha)), hunks);
	return {
		ok: false,
		outcome: {
			kind: "conflict",
			reason: "base_moved",
			paths: [...new Set(merged.clashes.map(({ path }) => path))].toSorted(),
			clashes: merged.clashes.slice(0, 20)
		},
		hunks
	};
}
function chooseBase(patch, config, { base, pinned, defaultBranch }) {
	const branch = patch.base?.branch ?? defaultBranch;
	const allowed = config["base-branches"] ?? [defaultBranch];
	if (!allowed.includes(branch)) return {
		ok: false,
		refusal: {
			code: "unknown_base",
			message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(" or ")}.`,
			pointer: "/base/branch",
			data: { allowed }
		}
	};
	if (base === null) return {
		ok: false,
		refusal: {
			code: "unknown_base",
			message: `There is no branch ${branch} in this repository; send the patch for ${defaultBranch}.`,
			pointer: "/base/branch"
		}
	};
	if (pinned === null) return {
		ok: false,
		refusal: {
			code: "base_not_found",
			message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
			pointer: "/base/sha"
		}
	};
	return {
		ok: true,
		base,
		pinned: pinned === void 0 || pinned.sha === base.sha ? null : pinned
	};
}
function refuse$2(refusals, hunks = []) {
	return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals
		},
		hunks
	};
}
/** Lines and numbers in a refusal are those of the commit that the patch names, not of the branch as it is now. */
function spokenOf(sha) {
	return (refusal) => ({
		...refusal,
		message: `${refusal.message} (This speaks of the commit ${shortSha(sha)}, which base.sha names; leave base.sha out if the patch was written for the branch as it is now.)`
	});
}
/** Requested files that differ between two commits. Folders are left out: what lies beside a file may change. */
function changedPaths(from, to) {
	return [.../* @__PURE__ */ new Set([...from.entries.keys(), ...to.entries.keys()])].filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path))).toSorted();
}
function identity(entry) {
	return entry === void 0 ? "absent" : entry.mode === "040000" ? FOLDER : `${entry.mode} ${entry.oid}`;
}

// src/policy/judge-understanding.ts
/**
* Judges what had to be taken for meant. All of it is told; whether that is enough is for each repository to say, for what a
* model meant is only ever probable.
*/
function judgeUnderstanding({ rules }, understanding) {
	return judgementOf(LIBERTIES.flatMap((name) => findingOf(name, rules[name], understanding[name])));
}
const LIBERTIES = [
	"repairs",
	"tolerances",
	"not-done"
];
function findingOf(name, outcome, told) {
	const [first] = told;
	if (first === void 0) return [];
	const rule = `policy.rules.${name}`;
	const { subject, refused, remedy } = IN_WORDS[name];
	const more = told.length > 1 ? ` (and ${told.length - 1} more)` : "";
	return [{
		rule,
		outcome,
		subject: `${subject}: ${told.length} of the notes below`,
		refusal: {
			code: "inexact",
			message: `${rule} takes no patch ${refused}: ${first}${more}. ${remedy}`,
			data: {
				rule,
				told: told.slice(0, MAX_TOLD)
			}
		}
	}];
}
const IN_WORDS = {
	repairs: {
		subject: "how it was read",
		refused: "that is not written to the letter",
		remedy: "Send it in wire format v1, with nothing beside it."
	},
	tolerances: {
		subject: "where its changes were put",
		refused: "whose lines are not in the file as it has them",
		remedy: "Read the file again, and send its lines as they stand there."
	},
	"not-done": {
		subject: "what it asks for and nobody does",
		refused: "that asks for more than changes of files",
		remedy: "Send the changes alone."
	}
};
/** Enough to see what is wrong. */
const MAX_TOLD = 20;

// src/stages/plan-apply.ts
/** `control` is created as running by the first patch that a repository ever sees. */
function planApply(input) {
	const begun = begin(input);
	return stepAside("kind" in begun ? begun : decide(begun, input), input);
}
function decide({ end, ...begun }, { snapshot, received }) {
	const { patch, config } = begun;
	const placed = placePatch(patch, config, snapshot);
	if (!placed.ok) return end(placed.outcome, placed.hunks);
	const { base, changes, hunks, drift } = placed;
	const { commands, refusals: unknown } = findCommands(config.commands, patch);
	const notes = readingNotes(patch);
	const judgements = [judgePlaced(config.policy, placed), judgeUnderstanding(config.policy, understandingOf({
		received,
		previous: begun.previous,
		notes,
		hunks
	}))];
	const refusals = [...unknown, ...judgements.flatMap(({ refusals: forbidden }) => forbidden)];
	if (refusals.length > 0) return end({
		kind: "refused",
		refusals: cappedRefusals(refusals)
	}, hunks);
	if (changes.length === 0 && commands.length === 0) return end({ kind: "no_change" }, hunks);
	return {
		...begun,
		kind: "write",
		base,
		changes,
		summary: changes.map((change) => summarizeChange(change, base)),
		hunks,
		readingNotes: notes,
		drift,
		commands,
		reviews: judgements.flatMap(({ reviews }) => reviews)
	};
}
function understandingOf({ received, previous, notes, hunks }) {
	const { repairs, notDone } = readingOf$1(received, previous);
	return {
		repairs: [...repairs, ...notes],
		tolerances: tolerancesOf$1(hunks.filter(isToleratedHunk)),
		"not-done": notDone
	};
}
function readingNotes(patch) {
	const plan = planPatch(patch);
	return plan.ok ? plan.repairs : [];
}

// src/apply/touched-paths.ts
/** All paths that must be read to apply a patch, both ends of moves among them; each one once, sorted. */
function touchedPaths(patch, options) {
	const plan = planPatch(patch, options);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals)
	};
	const operations = plan.steps.map(({ operation }) => operation);
	const paths = new Set(operations.flatMap(pathsOf));
	const newPaths = new Set(operations.filter(mayCreate).map(({ path }) => path));
	return {
		ok: true,
		paths: [...paths].sort(),
		newPaths: [...newPaths].sort()
	};
}

// src/stages/received.ts
/** Kept for people to look at; longer than any patch may be is not kept whole. */
function rawText(source) {
	const text = "text" in source ? source.text : canonicalJson(source.value);
	return text.length > 1048576 ? `${text.slice(0, MAX_PATCH_BYTES)}\n… ${text.length - MAX_PATCH_BYTES} more characters` : text;
}

// src/stages/read-delivery.ts
/** Reads the patch of a delivery. */
function readOpened({ source, id: envelopeId, refusals }) {
	const read = readPatch(source, envelopeId);
	return refusals === void 0 ? understand(source, read) : refuse$1(source, {
		read,
		refusals
	});
}
/** The delivery with its files under other folders too, which a repository knows them by. null: none lies in one of these. */
function readUnderPrefixes({ received, pathPrefixes }) {
	const { patch } = received;
	if (patch === void 0 || pathPrefixes.length === 0) return null;
	const touched = touchedPaths(patch, { pathPrefixes });
	if (!touched.ok || received.ok && received.paths.join("\n") === touched.paths.join("\n")) return null;
	const { id, digest, title, text, repairs, notDone, dryRun, retry, again, behind, sentFor, fetched } = received;
	return {
		...retry === void 0 ? {} : { retry },
		...again === void 0 ? {} : { again },
		...behind === void 0 ? {} : { behind },
		...sentFor === void 0 ? {} : { sentFor },
		...fetched === void 0 ? {} : { fetched },
		ok: true,
		id,
		digest,
		title,
		text,
		notDone,
		dryRun,
		patch,
		paths: touched.paths,
		newPaths: touched.newPaths,
		repairs: [...repairs, `Paths were taken without the folders that path-prefixes names: ${pathPrefixes.join(", ")}`]
	};
}
function understand(source, read) {
	if (!read.ok) return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(source),
		repairs: [],
		notDone: [],
		dryRun: read.dryRun,
		refusals: read.refusals
	};
	const { id, digest, title, canonical, patch, repairs, notDone } = read;
	const known = {
		id,
		digest,
		title,
		text: canonical,
		repairs,
		notDone,
		dryRun: patch.dryRun
	};
	const touched = touchedPaths(patch);
	return touched.ok ? {
		...known,
		ok: true,
		patch,
		paths: touched.paths,
		newPaths: touched.newPaths
	} : {
		...known,
		ok: false,
		patch,
		refusals: touched.refusals
	};
}
function refuse$1(source, { read, refusals }) {
	return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(source),
		repairs: [],
		notDone: [],
		dryRun: false,
		refusals
	};
}

// src/stages/secret-mask.ts
/**
* Shows a text without the secrets that were found elsewhere, and without pieces of them: a text may show one cut off, in
* colours, or with other signs between its letters.
*/
function createMask(secrets) {
	const parts = [...new Set(secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)))].filter((part) => part.length >= MIN_PART);
	const pieces = parts.length > MAX_PARTS ? null : piecesOf(secrets);
	if (pieces === null) return () => MASK;
	const longestFirst = parts.toSorted((left, right) => right.length - left.length);
	return (text) => withoutPieces(longestFirst.reduce((masked, part) => masked.replaceAll(part, MASK), text), pieces);
}
const MASK = "****";
/** Characters of a line or a piece of a secret; shorter ones give nothing away, and are found in any text. */
const MIN_PART = 8;
/** Looking for more would take too long, so that nothing is shown at all. */
const MAX_PARTS = 500;
/** All runs of MIN_PART letters; null: they are too many to look for. */
function piecesOf(secrets) {
	const pieces = /* @__PURE__ */ new Set();
	for (const secret of new Set(secrets)) {
		const { letters } = lettersOf(secret);
		for (let at = 0; at + MIN_PART <= letters.length; at += 1) pieces.add(letters.slice(at, at + MIN_PART));
		if (pieces.size > MAX_PIECES) return null;
	}
	return pieces;
}
const MAX_PIECES = 1e5;
function withoutPieces(text, pieces) {
	const { letters, starts, ends } = lettersOf(text);
	let shown = "";
	let shownTo = 0;
	let hiddenTo = 0;
	for (let at = 0; at + MIN_PART <= letters.length; at += 1) {
		if (!pieces.has(letters.slice(at, at + MIN_PART))) continue;
		if (at >= hiddenTo) shown += text.slice(shownTo, starts[at]) + MASK;
		hiddenTo = at + MIN_PART;
		shownTo = ends[hiddenTo - 1] ?? text.length;
	}
	return shown + text.slice(shownTo);
}
function lettersOf(text) {
	const starts = [];
	const ends = [];
	return {
		letters: Array.from(text.matchAll(LETTERS), ({ 0: found, groups, index }) => {
			const letter = groups?.["letter"] ?? "";
			for (let unit = 0; unit < letter.length; unit += 1) {
				starts.push(index);
				ends.push(index + found.length);
			}
			return letter;
		}).join(""),
		starts,
		ends
	};
}
/** A letter, or what has some and is none: an escape, also a terminal's without its first character, or one of a JSON pointer. */
const LETTERS = new RegExp(String.raw`${ESCAPE_SOURCE}|\[[\d;:?]{0,40}[A-Za-z]|~[01]|(?<letter>[\p{L}\p{N}])`, "gu");

// src/stages/screen.ts
/**
* Refuses a patch that would add a secret, before anything is written. A patch that goes no further anyway may hold
* one where nobody can tell what it would add: it ends as it would, but its text is not kept.
*/
async function screen(scanner, plan, input) {
	const { received } = input;
	const proposed = proposedBy(plan, input);
	if (proposed !== null && plan.kind !== "skip") {
		const found = await findProposed(scanner, input, proposed);
		return found.refusals.length === 0 ? {
			plan,
			received
		} : refuse(plan, input, found);
	}
	const found = await findIn(scanner, [
		keptOf(received),
		...pathsSaid(plan),
		...decodedRuns(received.text)
	].join("\n"));
	return found.secrets.length === 0 ? {
		plan,
		received
	} : endWithout(plan, input, found);
}
/**
* The title of a delivery, or its id where the title would show a secret. All that arrived is looked through, because a
* title is shown without the signs by which a secret in colours is known, and may be cut off within one.
*/
async function nameWithoutSecrets(scanner, received) {
	const { id, title, text } = received;
	const { secrets } = await findIn(scanner, [keptOf(received), ...decodedRuns(text)].join("\n"));
	return createMask(secrets)(title) === title ? title : id;
}
function proposedBy(plan, { received, snapshot }) {
	if (plan.kind === "write") return plan;
	if (plan.outcome.kind !== "held" || !received.ok) return null;
	const parsed = parseConfig(snapshot.config);
	const placed = parsed.ok ? placePatch(received.patch, parsed.config, snapshot) : null;
	return parsed.ok && placed?.ok === true ? {
		config: parsed.config,
		...placed
	} : null;
}
async function findProposed(scanner, { received, snapshot }, { config, base, changes }) {
	const isExcepted = amongGlobs(config.policy.secrets["except-paths"]);
	const words = await findIn(scanner, canonicalJson({
		...received.patch,
		changes: []
	}));
	const written = changes.flatMap(({ bytes }) => bytes === null ? [] : [bytes]);
	const beside = await findBeside(scanner, received, [
		...bytesIn(base),
		...bytesIn(snapshot.pinned),
		...written
	]);
	const found = [words, words.refusals.length > 0 ? {
		...beside,
		refusals: []
	} : beside];
	for (const change of changes.filter(({ path }) => !isExcepted(path))) found.push(await findInFile(scanner, change, base));
	return {
		refusals: found.flatMap(({ refusals }) => refusals),
		secrets: found.flatMap(({ secrets }) => secrets)
	};
}
/**
* Secrets in what is kept of the delivery and becomes no line of a file: in words around a diff, in a change that a later
* one undoes, in a command that is named as not run. What stands in `known` files is no news.
*/
async function findBeside(scanner, received, known) {
	const text = readable([keptOf(received), ...decodedWrites(received)].join("\n"));
	const found = await findInText(scanner, {
		path: PATCH_NAME,
		text
	});
	const news = found.length === 0 ? [] : unknownSecrets(text, found, known.map(textOf$2));
	return {
		refusals: secretWordsRefusal(news),
		secrets: news.map(({ start, end }) => text.slice(start, end))
	};
}
/** Everything of a delivery that the record, the pull request or a report repeats. */
function keptOf(received) {
	const { title, text, notDone, repairs, sentFor = [] } = received;
	return [
		title,
		text,
		...received.ok ? received.paths : [],
		...notDone,
		...repairs,
		...sentFor
	].join("\n");
}
/** Paths as they were understood, which the text may write in another way. */
function pathsSaid(plan) {
	if (plan.kind === "write") return [];
	const { outcome } = plan;
	return [...(outcome.kind === "refused" ? outcome.refusals : []).flatMap(({ path }) => path ?? []), ...outcome.kind === "conflict" ? outcome.paths : []];
}
/** Bytes that the patch holds in base64, and that a later change may undo. */
function decodedWrites({ patch }) {
	return (patch?.changes ?? []).flatMap((change) => change.kind === "write" && change.encoding === "base64" ? [decoded(change.content)] : []);
}
/**
* What reads as base64 in a text of which nobody knows what it was to become, in both alphabets. Programs cut it into
* lines, whose ends are an escape in JSON.
*/
function decodedRuns(text) {
	return [text, text.replaceAll(/\\r\\n|\\n|\r?\n/g, "")].flatMap((one) => [/[A-Za-z\d+/]{24,}/g, /[\w-]{24,}/g].flatMap((runs) => Array.from(one.matchAll(runs), ([run]) => decoded(run))));
}
function decoded(base64) {
	return textOf$2(Buffer.from(base64, "base64"));
}
function bytesIn(state) {
	return [...state?.entries.values() ?? []].flatMap(({ bytes }) => bytes === void 0 ? [] : [bytes]);
}
async function findIn(scanner, written) {
	const text = readable(written);
	const found = await findInText(scanner, {
		path: PATCH_NAME,
		text
	});
	return {
		refusals: secretWordsRefusal(found),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
/** The rules look at names of files too. */
const PATCH_NAME = "patch.txt";
/** A text of the patch's own, in JSON or not: there, an escape would hide a letter, or where a word begins. */
function readable(written) {
	return written.replaceAll(/\\u00([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll(/\\[nrt]/g, "\n");
}
/** The plan refused for what was found. Also where it lies may be a name that holds some. */
function refuse(plan, input, { refusals, secrets }) {
	const mask = createMask(secrets);
	return {
		plan: maskPlaces(refuseInstead(plan, refusals.map((refusal) => maskWords(refusal, mask)), input), mask),
		received: withhold(input.received, mask)
	};
}
/** What a plan says of where the patch was to go. */
function maskPlaces(plan, mask) {
	if (plan.kind !== "end") return plan;
	const { hunks, base } = plan;
	return {
		...plan,
		hunks: hunks.map((hunk) => ({
			...hunk,
			path: mask(hunk.path)
		})),
		...base === void 0 ? {} : { base: {
			...base,
			branch: mask(base.branch)
		} }
	};
}
function endWithout(plan, input, { refusals, secrets }) {
	const mask = createMask(secrets);
	const received = withhold(input.received, mask);
	if (plan.kind === "write") return {
		plan,
		received
	};
	const outcome = maskOutcome(plan.outcome, mask);
	if (plan.kind === "skip") return {
		plan: {
			...plan,
			outcome
		},
		received
	};
	return outcome.kind === "held" ? refuse(plan, input, {
		refusals,
		secrets
	}) : {
		plan: maskPlaces({
			...plan,
			outcome,
			warnings: [WITHHELD]
		}, mask),
		received
	};
}
const WITHHELD = "The patch holds what looks like a secret, so its text was not kept. If the secret is real, revoke it, because it was sent.";
/** What is left of a delivery: names, and texts without the secret. */
function withhold(received, mask) {
	const { id, digest, title, repairs, notDone, dryRun, retry, sentFor = [] } = received;
	const names = sentFor.filter((name) => mask(name) === name);
	return {
		ok: false,
		id,
		digest,
		title: mask(title),
		text: "",
		repairs: repairs.map(mask),
		notDone: notDone.map(mask),
		dryRun,
		...retry === void 0 ? {} : { retry },
		...names.length === 0 ? {} : { sentFor: names },
		refusals: [],
		withheld: true
	};
}
/** Refusals quote the patch and what it is like, so that only their sentences stay; so do conflicts. */
function maskOutcome(outcome, mask) {
	switch (outcome.kind) {
		case "refused": return {
			...outcome,
			refusals: outcome.refusals.map((refusal) => maskRefusal(refusal, mask))
		};
		case "conflict": {
			const { clashes: _, ...rest } = outcome;
			return {
				...rest,
				paths: outcome.paths.map(mask)
			};
		}
		default: return outcome;
	}
}
function maskRefusal(refusal, mask) {
	const { data: _, ...rest } = refusal;
	return maskWords(rest, mask);
}
function maskWords(refusal, mask) {
	const { pointer, path, message, ...rest } = refusal;
	return {
		...rest,
		message: mask(message),
		...pointer === void 0 ? {} : { pointer: mask(pointer) },
		...path === void 0 ? {} : { path: mask(path) }
	};
}

// src/stages/compute.ts
/** Done where it is called. */
function createCompute(secrets) {
	return {
		inTurn: (work) => work(),
		read: async (opened) => readOpened(opened),
		readUnder: async (input) => readUnderPrefixes(input),
		plan: (input) => screen(secrets, planApply(input), input),
		name: (received) => nameWithoutSecrets(secrets, received),
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

export { parseWatchEntry as S, WATCH_REF as _, readingOf$1 as a, isSentCanary as b, awaitsPeople as c, isUnderWay as d, readable$1 as f, MAX_INCIDENT_TEXT as g, refuseInstead as h, tolerancesOf$1 as i, fateOf as l, revertsIn as m, lookUntil as n, formatKeptBeside as o, stopOf as p, sourceOf as r, keptBeside as s, createCompute as t, isProposed as u, formatWatchEntry as v, lostRunKey as x, isLostRun as y };