import { Gr as markdownLine, Qr as numberedLines, Ur as codeBlock, Wr as codeSpan, Xr as describeNearest, Yr as describeCandidate, Zr as diagnosisOf } from "./context.js";
import { T as showHidden } from "./line-diff.js";

// src/report/refusals.ts
/**
* Each refusal in Markdown: its code, its place, the sentence, and the facts from which to make a better patch. Those
* whose facts do not fit into so many characters are without them, or only counted.
*/
function formatRefusals(refusals, budget = Number.POSITIVE_INFINITY) {
	const shown = [];
	let left = budget;
	for (const [index, refusal] of refusals.slice(0, MAX_REFUSALS).entries()) {
		const inFull = formatRefusal(refusal, index + 1);
		const text = inFull.length <= left ? inFull : formatBrief(refusal, index + 1).join("\n\n");
		left -= text.length + 2;
		if (left < 0) break;
		shown.push(text);
	}
	const more = refusals.length - shown.length;
	return [...shown, ...more > 0 ? [`… and ${more} more.`] : []].join("\n\n");
}
/** With the budgets of their parts this stays far below GitHub's limit of 1 MiB for a job summary. */
const MAX_REFUSALS = 50;
function formatRefusal(refusal, number) {
	return [...formatBrief(refusal, number), ...formatData(refusal)].join("\n\n");
}
function formatBrief(refusal, number) {
	return [`### ${number}. ${codeSpan(refusal.code)}${formatPlace(refusal)}`, markdownLine(refusal.message, MAX_MESSAGE)];
}
const MAX_MESSAGE = 2e3;
function formatPlace({ path, hunk, pointer }) {
	return [
		path === void 0 ? "" : ` in ${codeSpan(path)}`,
		hunk === void 0 ? "" : `, hunk ${hunk}`,
		pointer === void 0 ? "" : ` at ${codeSpan(pointer)}`
	].join("");
}
/** What shows how to write a better patch: places as the text they are, and changes and other facts as JSON. */
function formatData(refusal) {
	const { nearest, candidates, correction, facts } = diagnosisOf(refusal);
	return [
		...nearest.map((place, rank) => formatNearest(place, rank)),
		...correction === void 0 ? [] : formatCorrection("This change would apply in its place", correction),
		...candidates.flatMap(formatCandidate),
		...Object.keys(facts).length === 0 ? [] : [jsonBlock(facts)]
	];
}
/** Room for the nearest place, for each of the others, and for other facts. */
const BEST_BUDGET = 6e3;
const OTHER_BUDGET = 2e3;
function formatNearest(place, rank) {
	const budget = rank === 0 ? BEST_BUDGET : OTHER_BUDGET;
	const block = codeBlock({
		lines: place.diff,
		budget,
		keep: "first",
		language: "diff"
	});
	return `${describeNearest(place)}:\n\n${block}`;
}
function formatCandidate(place) {
	const block = codeBlock({
		lines: numberedLines(place),
		budget: OTHER_BUDGET,
		keep: "first"
	});
	const { correction } = place;
	return [`${describeCandidate(place)}:\n\n${block}`, ...correction === void 0 ? [] : formatCorrection("If this place is meant, send", correction)];
}
/** Whole or not at all: half a change helps nobody. */
function formatCorrection(words, correction) {
	const block = jsonBlock(correction);
	return JSON.stringify(correction, null, 2).length <= OTHER_BUDGET ? [`${words}:\n\n${block}`] : [];
}
function jsonBlock(value) {
	const lines = JSON.stringify(value, null, 2).split("\n");
	return codeBlock({
		lines,
		budget: BEST_BUDGET,
		keep: "first",
		language: "json"
	});
}

// src/report/untrusted/workflow-log.ts
/**
* Untrusted text for the log of a workflow, which its runner reads for commands: `::name::` at a line's start,
* and the older `##[name]` anywhere.
*/
function logText(text) {
	return showHidden(text).replaceAll(/^([^\S\n]*):(?=:)/gm, `$1:${"​"}`).replaceAll("##[", `#${"​"}#[`);
}

export { formatRefusals as n, logText as t };