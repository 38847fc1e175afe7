import { ai as codeSpan, di as describeNearest, fi as diagnosisOf, ii as codeBlock, oi as markdownLine, pi as numberedLines, ui as describeCandidate } from "./context.js";
import { O as showHidden } from "./line-diff.js";

// src/report/refusals.ts
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
function formatData(refusal) {
	const { nearest, candidates, correction, facts } = diagnosisOf(refusal);
	return [
		...nearest.map((place, rank) => formatNearest(place, rank)),
		...correction === void 0 ? [] : formatCorrection("This change would apply in its place", correction),
		...candidates.flatMap(formatCandidate),
		...Object.keys(facts).length === 0 ? [] : [jsonBlock(facts)]
	];
}
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
function logText(text) {
	return showHidden(text).replaceAll(/^([^\S\n]*):(?=:)/gm, `$1:${"​"}`).replaceAll("##[", `#${"​"}#[`);
}

export { formatRefusals as n, logText as t };