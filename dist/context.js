import { r as __toESM } from "./rolldown-runtime.js";
import { l as warn, o as say, s as setOutputs, t as fail, u as writeSummary } from "./workflow.js";
import { a as changesOf, c as shortSha, d as oneLine$2, f as showHidden, i as formatSeconds, l as testsOf, n as describeTests, o as commitUrl, p as cutText, r as describeView, s as repositoryUrl, t as describeOutcome, u as titleOf$1 } from "./sentence.js";
import { a as discriminatedUnion, c as lazy, d as record, f as strictObject, i as boolean, l as literal, m as union, n as _enum, o as int, p as string, r as array, s as json, t as datetime, u as number } from "./zod.js";
import { t as Octokit } from "./octokit.js";
import { Buffer, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/report/exit-code.ts
/**
* | code | outcome |
* |--:|---|
* | 0 | `opened`, `updated` with passing tests; `duplicate`, which is done or being done by another run |
* | 1 | `crashed` |
* | 2 | `refused` |
* | 3 | `no_change` |
* | 4 | `conflict` |
* | 5 | `tests_failed`, and a pull request whose tests are not known to have passed |
* | 6 | `timed_out` |
* | 7 | `halted` |
* | 8 | `canceled` |
*/
function exitCode(outcome) {
	switch (outcome.kind) {
		case "opened":
		case "updated": return outcome.tests.verdict === "passed" ? 0 : 5;
		case "duplicate": return 0;
		case "crashed": return 1;
		case "refused": return 2;
		case "no_change": return 3;
		case "conflict": return 4;
		case "tests_failed": return 5;
		case "timed_out": return 6;
		case "halted": return 7;
		case "canceled": return 8;
	}
}
function succeeded(outcome) {
	return exitCode(outcome) === 0;
}

// src/report/icon.ts
/** One sign at the head of a text, so that a list of messages can be read at a glance. */
function iconOf({ record, dryRun }) {
	const { outcome } = record;
	switch (outcome?.kind) {
		case void 0: return dryRun === true ? "🔍" : "⏳";
		case "opened":
		case "updated": return succeeded(outcome) ? "✅" : "❌";
		case "duplicate": return "🔁";
		case "no_change": return "⚪";
		case "refused": return "⛔";
		case "conflict": return "🔀";
		case "tests_failed": return "❌";
		case "timed_out": return "⏰";
		case "halted": return "⏸️";
		case "canceled": return "⏹️";
		case "crashed": return "💥";
	}
}

// src/report/nearest.ts
/** The places among a refusal's facts, best first; none where it has none. */
function nearestPlaces({ data }) {
	const nearest = data?.["nearest"];
	return isList(nearest) ? nearest.filter(isPlace) : [];
}
function describePlace({ line, score }) {
	return `Nearest lines, from line ${line}, ${Math.round(score * 100)} % alike (- expected, + found)`;
}
function isList(value) {
	return Array.isArray(value);
}
function isPlace(value) {
	return typeof value === "object" && value !== null && "line" in value && typeof value.line === "number" && "score" in value && typeof value.score === "number" && "diff" in value && isList(value.diff) && value.diff.every((line) => typeof line === "string");
}

// src/report/fit.ts
/**
* The items from the first on, rendered, that fit into `budget` characters with a line end each. Those that
* do not fit are not rendered either, so that the cost follows the budget and not what somebody sent.
*/
function fitLines(items, render, budget) {
	const lines = [];
	let left = budget;
	for (const item of items) {
		const line = render(item);
		left -= line.length + 1;
		if (left < 0) return lines;
		lines.push(line);
	}
	return lines;
}

// src/report/untrusted/references.ts
/**
* Text whose mentions, references, closing keywords, links and skip marks do nothing on GitHub.
*
* GitHub looks for them in what is left after Markdown is rendered, so escaping with `\` or an entity is no help;
* each is broken by a zero-width space instead, which is invisible to people and in the way of every pattern.
* Commit messages and pull request titles need the same, because a squash merge makes one of the other.
*/
function defuseReferences(text) {
	return defuseLinks(defuseCode(text)).replaceAll(/@(?=[\w/-])/g, `@${"​"}`).replaceAll(/#(?=\d)/g, `#${"​"}`).replaceAll(/GH-(?=\d)/gi, `$&${"​"}`).replaceAll(/\[(?=(?:skip|no) (?:ci|actions)\]|(?:ci|actions) skip\])/gi, `[${"​"}`).replaceAll(/skip-checks(?=\s*:)/gi, `$&${"​"}`);
}
/** Nothing that GitHub would turn into a link by itself, and so nothing that refers to an issue by its address. */
function defuseLinks(text) {
	return text.replaceAll(/:(?=\/\/)|www(?=\.)|(?:mailto|xmpp)(?=:)|(?<=[\w.+-])@(?=[\w-]+\.)/gi, `$&${"​"}`);
}
/**
* The little of it that code needs. Mentions and references are dead inside code, and so are comments and closing
* keywords; but a mistake about these two would forge our own marker or close issues.
*/
function defuseCode(text) {
	return text.replaceAll("<!--", `<${"​"}!--`).replaceAll(CLOSING_KEYWORD, `$&${"​"}`);
}
/** ZERO WIDTH SPACE. */
const BREAK = "​";
/** A keyword that closes an issue, up to the character behind which the reference breaks best. */
const CLOSING_KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s?:?\s+(?:GH-(?=\d)|https?:(?=\/\/)|(?:[\w.-]+\/[\w.-]+)?#(?=\d))/gi;

// src/report/untrusted/markdown.ts
/**
* Untrusted text within a line of GitHub's Markdown, also in a table's cell. It is shown as the characters that it
* is made of: no markup, HTML, link, image, mention or reference survives. `limit` counts its own characters.
*/
function markdownLine(text, limit = 500) {
	return escapeMarkdown(defuseReferences(cutText(oneLine$2(text), limit)));
}
/** As much as one line of a title, a path or a sentence can sensibly hold. */
const MAX_LINE$1 = 500;
/** One line of a quotation, which it can't leave. */
function markdownQuote(line) {
	return `> ${markdownLine(line)}`.trimEnd();
}
/** Code within a line. Empty text gives an empty pair of quotes, because Markdown has no empty code. */
function codeSpan(text, limit = 500) {
	const content = defuseCode(cutText(oneLine$2(text), limit));
	if (content === "") return "\"\"";
	const fence = "`".repeat(longestBacktickRun(content) + 1);
	const space = /^`|`$/.test(content) ? " " : "";
	return `${fence}${space}${content}${space}${fence}`;
}
/** Code in a table's cell: as HTML, because a table splits its rows at bars even inside a code span. */
function codeCell(text, limit = 500) {
	return `<code>${escapeMarkdown(defuseLinks(defuseCode(cutText(oneLine$2(text), limit))))}</code>`;
}
/** A link to one of our own pages; an address that could end the link is shown, not linked. */
function markdownLink(words, url) {
	return LINKABLE$1.test(url) ? `[${markdownLine(words)}](${url})` : codeSpan(url);
}
const LINKABLE$1 = /^https?:\/\/[\w.:/?&=#%@~+,-]+$/;
function longestBacktickRun(text) {
	let longest = 0;
	for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
	return longest;
}
/** Entities for what HTML and tables would read, a backslash for what Markdown would. */
function escapeMarkdown(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]~$!]/g, String.raw`\$&`).replaceAll("|", "&#124;").replace(/^[#+=-]/, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

// src/report/untrusted/code-block.ts
/** A fenced block of untrusted lines, which its content can't end because the fence is longer than any in it. */
function codeBlock({ lines, budget, keep, language = "" }) {
	const fromKept = keep === "first" ? lines : lines.toReversed();
	const kept = fitLines(fromKept, codeLine, budget - language.length - MAX_AROUND$2);
	const omission = kept.length < lines.length ? [describeOmission(lines.length - kept.length)] : [];
	const content = keep === "first" ? [...kept, ...omission] : [...omission, ...kept.toReversed()];
	const fence = "`".repeat(Math.max(MIN_FENCE, ...kept.map((line) => longestBacktickRun(line) + 1)));
	return [
		fence + language,
		...content,
		fence
	].join("\n");
}
const MIN_FENCE = 3;
/** A fence is at most one longer than a line; the rest is more than line ends and the note about omissions take. */
const MAX_AROUND$2 = 2 * (500 + 1) + 48;
function codeLine(line) {
	return defuseCode(cutText(showHidden(line).replaceAll("\n", " "), 500));
}
function describeOmission(count) {
	return count === 1 ? "… 1 more line" : `… ${count} more lines`;
}

// src/report/refusals.ts
/** Each refusal in Markdown: its code, its place, the sentence, and the facts from which to make a better patch. */
function formatRefusals$1(refusals) {
	const shown = refusals.slice(0, MAX_REFUSALS$1).map((refusal, index) => formatRefusal(refusal, index + 1));
	const more = refusals.length - shown.length;
	return [...shown, ...more > 0 ? [`… and ${more} more.`] : []].join("\n\n");
}
/** With the budgets of their parts this stays far below GitHub's limit of 1 MiB for a job summary. */
const MAX_REFUSALS$1 = 50;
function formatRefusal(refusal, number) {
	return [
		`### ${number}. ${codeSpan(refusal.code)}${formatPlace(refusal)}`,
		markdownLine(refusal.message, MAX_MESSAGE$1),
		...formatData(refusal)
	].join("\n\n");
}
const MAX_MESSAGE$1 = 2e3;
function formatPlace({ path, hunk, pointer }) {
	return [
		path === void 0 ? "" : ` in ${codeSpan(path)}`,
		hunk === void 0 ? "" : `, hunk ${hunk}`,
		pointer === void 0 ? "" : ` at ${codeSpan(pointer)}`
	].join("");
}
/** Room for the nearest places of one refusal, or for its other facts. */
const DATA_BUDGET = 6e3;
/** Places are shown as the text they are; other facts as JSON. */
function formatData(refusal) {
	const { nearest: _, ...facts } = refusal.data ?? {};
	const blocks = nearestPlaces(refusal).map(formatPlaceOfText);
	if (Object.keys(facts).length === 0) return blocks;
	const lines = JSON.stringify(facts, null, 2).split("\n");
	return [...blocks, codeBlock({
		lines,
		budget: DATA_BUDGET,
		keep: "first",
		language: "json"
	})];
}
function formatPlaceOfText(place) {
	const block = codeBlock({
		lines: place.diff,
		budget: DATA_BUDGET,
		keep: "first",
		language: "diff"
	});
	return `${describePlace(place)}:\n\n${block}`;
}

// src/report/sections/asked.ts
/** What was asked, by whom, and under which name it can be found again. */
function formatAsked(view, budget) {
	const facts = formatFacts(view);
	const head = `## What was asked\n\n**${markdownLine(titleOf$1(view), MAX_TITLE) || "No title"}**\n\n`;
	const quote = quoteDescription(view.patch?.description ?? "", budget - head.length - facts.length - 2);
	return head + (quote === "" ? "" : `${quote}\n\n`) + facts;
}
/** GitHub's own limit for a title. */
const MAX_TITLE = 256;
function quoteDescription(description, budget) {
	if (description.trim() === "") return "";
	const lines = showHidden(description).trim().split("\n");
	const kept = fitLines(lines, markdownQuote, budget - CUT_MARK.length);
	return [...kept, ...kept.length < lines.length ? [CUT_MARK] : []].join("\n");
}
const CUT_MARK = "> … (the rest is in the patch itself)";
function formatFacts(view) {
	const { record, patch } = view;
	return [
		["Patch", codeSpan(record.id)],
		["Sent by", codeSpan(record.sender)],
		["Source", formatSource(patch?.source)],
		["Base", record.base && `${codeSpan(record.base.branch)} at ${markdownLink(shortSha(record.base.sha), commitUrl(view, record.base.sha))}`],
		["Digest", codeSpan(record.digest)],
		["Attempt", `${record.attempt}${record.run.url === "" ? "" : `, in ${markdownLink("this workflow run", record.run.url)}`}`]
	].flatMap(([name, value]) => value === void 0 ? [] : [`- ${name}: ${value}`]).join("\n");
}
function formatSource(source) {
	const parts = [source?.agent, source?.url].flatMap((part) => part === void 0 ? [] : [codeSpan(part, MAX_SOURCE)]);
	return parts.length === 0 ? "unknown" : parts.join(", ");
}
const MAX_SOURCE = 200;

// src/report/sections/changed.ts
/** The files of the result as a table; empty text where no change is known. */
function formatChanged(view, budget) {
	const changes = changesOf(view);
	if (changes.length === 0) return "";
	const head = [
		"## What changed",
		"",
		`${formatTotal(changes)}.`,
		"",
		"| file | change | + | − |",
		"|---|---|--:|--:|"
	];
	const kept = fitLines(changes, formatRow, budget - head.join("\n").length - MAX_MORE);
	const more = changes.length - kept.length;
	return [
		...head,
		...kept,
		...more > 0 ? ["", `… and ${more} more; the diff shows them all.`] : []
	].join("\n");
}
/** More than the line about rows that were left out takes. */
const MAX_MORE = 60;
function formatTotal(changes) {
	return `${changes.length === 1 ? "1 file" : `${changes.length} files`}, +${changes.reduce((sum, change) => sum + (change.added ?? 0), 0)} −${changes.reduce((sum, change) => sum + (change.removed ?? 0), 0)}`;
}
const WORDS = {
	create: "new",
	modify: "changed",
	delete: "deleted",
	rename: "renamed"
};
function formatRow({ path, action, from, added, removed }) {
	const origin = from === void 0 ? "" : ` from ${codeCell(from)}`;
	return `| ${codeCell(path)} | ${WORDS[action]}${origin} | ${added ?? "binary"} | ${removed ?? "binary"} |`;
}

// src/report/sections/list.ts
/** A heading and one point for each untrusted sentence; empty text where there is none. */
function formatList(heading, sentences, budget) {
	if (sentences.length === 0) return "";
	const kept = fitLines(sentences, (sentence) => `- ${markdownLine(sentence)}`, budget - heading.length - MAX_AROUND$1);
	const more = sentences.length - kept.length;
	return [
		`## ${heading}`,
		"",
		...kept,
		...more > 0 ? [`- … and ${more} more`] : []
	].join("\n");
}
/** More than the heading's marks and the line about omissions take. */
const MAX_AROUND$1 = 40;

// src/report/sections/tested.ts
/** What the test job says, whose word that is, and what it was said of. */
function formatTested(view, budget) {
	const tests = testsOf(view);
	if (tests === void 0) return "## What was tested\n\nNothing is known of any tests.";
	const parts = ["## What was tested", formatVerdict(view, tests)];
	const left = budget - parts.join("\n\n").length - MAX_AROUND;
	return [
		...parts,
		...formatFailing(tests, Math.floor(left / 2)),
		...formatTail(tests, Math.floor(left / 2))
	].join("\n\n");
}
/** More than headings and tags around the two blocks take. */
const MAX_AROUND = 400;
const SIGNS = {
	passed: "✅",
	failed: "❌",
	timed_out: "⏰",
	not_started: "❔"
};
function formatVerdict(view, tests) {
	const commit = markdownLink(shortSha(tests.sha), commitUrl(view, tests.sha));
	const { url } = view.record.run;
	const job = url === "" ? "the test job" : markdownLink("the test job", url);
	return [
		`${SIGNS[tests.verdict]} ${markdownLine(describeTests(tests))}`,
		"",
		`Commit ${commit}, command ${codeSpan(tests.command, MAX_COMMAND)}. Reported by ${job}, which runs the patch's own code: a claim about this one commit, and no more.`
	].join("\n");
}
const MAX_COMMAND = 200;
function formatFailing({ failingLines }, budget) {
	return failingLines.length === 0 ? [] : [codeBlock({
		lines: failingLines,
		budget,
		keep: "first"
	})];
}
/** A test run that passed is not worth its output here; the run's log has it. */
function formatTail({ verdict, tail, outputBytes }, budget) {
	if (verdict === "passed" || tail.trim() === "") return [];
	return [`<details><summary>End of the output (${outputBytes} bytes in all)</summary>\n\n${codeBlock({
		lines: tail.trimEnd().split("\n"),
		budget,
		keep: "last"
	})}\n\n</details>`];
}

// src/report/summary.ts
/** The job summary: what happened and what to do next first, then everything that is known of the patch. */
function formatSummary(view) {
	const { record } = view;
	return `${[
		formatHead(view),
		record.outcome?.kind === "refused" ? `## Why\n\n${formatRefusals$1(record.outcome.refusals)}` : "",
		formatAsked(view, SECTION_BUDGET),
		formatChanged(view, SECTION_BUDGET),
		formatDiff(view),
		formatList("What was adjusted on the way", view.notes, SECTION_BUDGET),
		testsOf(view) === void 0 ? "" : formatTested(view, SECTION_BUDGET),
		formatList("What was not done", view.notDone ?? [], SECTION_BUDGET),
		formatList("Warnings", record.warnings, SECTION_BUDGET)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
/** GitHub takes 1 MiB per step; this keeps a summary readable. */
const SECTION_BUDGET = 3e4;
function formatHead(view) {
	const { headline, detail, remedy } = describeView(view);
	const { pullRequest } = view.record;
	const refused = view.record.outcome?.kind === "refused";
	return [
		`# ${iconOf(view)} ${markdownLine(headline)}`,
		...view.dryRun === true && view.record.outcome !== void 0 ? ["This was a dry run: nothing was written."] : [],
		...refused ? [] : [markdownLine(detail, MAX_DETAIL$1)],
		...pullRequest === void 0 ? [] : [markdownLink(`Pull request ${pullRequest.number}`, pullRequest.url)],
		...remedy === void 0 ? [] : [`**What to do:** ${markdownLine(remedy, MAX_DETAIL$1)}`]
	].join("\n\n");
}
const MAX_DETAIL$1 = 2e3;
function formatDiff({ diff }) {
	if (diff === void 0 || diff.trim() === "") return "";
	return `## What it would change\n\n${codeBlock({
		lines: diff.trimEnd().split("\n"),
		budget: DIFF_BUDGET,
		keep: "first",
		language: "diff"
	})}`;
}
/** A dry run is about the diff, so it gets the most room. */
const DIFF_BUDGET = 2e5;

// src/patch/refs.ts
/** What Ghost Runner keeps in a target repository, branches aside, lies under this prefix: pushes to it start no workflows. */
const REF_PREFIX = "refs/ghost/";
/** Where a by-reference patch with this sha256 lies. */
function inboxRef(sha256) {
	return `${REF_PREFIX}inbox/${sha256}`;
}

// src/record/record.ts
/** The file in the record's tree that holds the patch: canonical JSON, or the raw text that could not be read. */
const PATCH_FILE = "patch.json";
/** The record ref and the branch of the patch with this id (patch/id.ts makes ids ref-safe). */
function recordRef(id) {
	return `${REF_PREFIX}patches/${id}`;
}
function branchName(id) {
	return `ghost/${id}`;
}
const CONTROL_REF = `${REF_PREFIX}control`;

// src/record/warnings.ts
/** Adds what went wrong beside the patch. Two stages that fail alike (Slack refuses both) say it once. */
function mergeWarnings(known, added) {
	return [.../* @__PURE__ */ new Set([...known, ...added.filter((warning) => warning !== void 0)])];
}

// src/report/status.ts
/** The commit status's name: what a branch rule that requires it must name. */
const STATUS_CONTEXT = "ghost-runner";
/** The status of a patch's commit, pending while it is under way. */
function formatStatus(view) {
	const { headline, detail } = describeView(view);
	const { run, pullRequest } = view.record;
	const targetUrl = run.url || pullRequest?.url;
	return {
		context: STATUS_CONTEXT,
		state: stateOf(view),
		description: cutText(oneLine$2(`${headline}. ${detail}`), MAX_DESCRIPTION),
		...targetUrl === void 0 ? {} : { targetUrl }
	};
}
/** GitHub refuses longer descriptions. */
const MAX_DESCRIPTION = 140;
/** `failure` is a verdict on the patch, `error` means that there is none. */
function stateOf({ record: { state, outcome } }) {
	switch (outcome?.kind) {
		case void 0: return state === "done" ? "error" : "pending";
		case "opened":
		case "updated": return succeeded(outcome) ? "success" : "failure";
		case "duplicate": return outcome.state === "finished" ? "success" : "pending";
		case "no_change":
		case "refused":
		case "conflict":
		case "tests_failed":
		case "timed_out": return "failure";
		case "halted":
		case "canceled":
		case "crashed": return "error";
	}
}

// src/patch/limits.ts
/** Bytes of the canonical patch. Larger ones are not patches that a person can review. */
const MAX_PATCH_BYTES = 1048576;
/** Bytes of a patch's JSON text as it arrives; white space and escapes may make it larger than its canonical form. */
const MAX_PATCH_TEXT_BYTES = 4 * MAX_PATCH_BYTES;
/** Entries of `changes`. */
const MAX_CHANGES = 1e3;
/** Hunks in all diffs and blocks of one patch. */
const MAX_HUNKS = 5e3;
/** Bytes of one file, before or after. Beyond this, GitHub's own views stop showing content. */
const MAX_FILE_BYTES = 5242880;
/** Bytes of a path in UTF-8; longer ones can't be checked out on common file systems. */
const MAX_PATH_BYTES = 1024;
/** Characters of a description: a pull request's body takes 65,536, and has more to say than this. */
const MAX_DESCRIPTION_CHARACTERS = 2e4;
/** Characters of a URL. */
const MAX_URL_CHARACTERS = 2e3;
/** Characters of a regular expression. */
const MAX_PATTERN_CHARACTERS = 1e3;
/** Instructions of a compiled regular expression: time is this times the length of the file. */
const MAX_PATTERN_PROGRAM = 3e3;

// src/patch/capped.ts
/** At most MAX_REFUSALS entries; when there were more, the last entry says how many are not listed. */
function cappedRefusals(refusals) {
	const first = refusals[100 - 1];
	if (refusals.length <= 100 || first === void 0) return refusals;
	const unlisted = refusals.length - 100 + 1;
	const rest = {
		code: first.code,
		message: `${unlisted} more problems of this patch are not listed. Correct those above and send it again.`,
		data: { unlisted }
	};
	return [...refusals.slice(0, 100 - 1), rest];
}

// src/control/control.ts
/**
* What the switch says now. Unreadable means paused: nobody may push because a switch could not be read.
* `message` is null where the ref does not exist.
*/
function readControl(message, now) {
	if (message === null) return {
		state: "paused",
		reason: "refs/ghost/control is gone although patches were handled here; restore it to go on"
	};
	const entry = parseControl(message);
	if (entry === null) return {
		state: "paused",
		reason: "refs/ghost/control can not be read; write it anew to go on"
	};
	if (entry.state === "running" || entry.until !== void 0 && new Date(entry.until) <= now) return { state: "running" };
	return {
		state: entry.state,
		reason: entry.reason
	};
}
/** The message of a control commit: a sentence for the audit log, then the entry. */
function formatControl(entry) {
	return `${entry.state} by ${oneLine$1(entry.by)}: ${oneLine$1(entry.reason)}\n\n${CONTROL_KEY}${JSON.stringify(entry)}\n`;
}
/** The entry of a control commit's message; null where it has none or a malformed one. */
function parseControl(message) {
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(CONTROL_KEY));
	if (line === void 0) return null;
	try {
		return entrySchema.parse(JSON.parse(line.slice(CONTROL_KEY.length)));
	} catch {
		return null;
	}
}
const CONTROL_KEY = "Ghost-Control: ";
const entrySchema = strictObject({
	version: literal(1),
	state: _enum([
		"running",
		"paused",
		"locked"
	]),
	reason: string(),
	/** GitHub login. */
	by: string(),
	at: datetime(),
	/** A pause or lock ends by itself at this time. */
	until: datetime().exactOptional()
});
function oneLine$1(text) {
	return text.replaceAll(/\s+/g, " ").trim();
}

// src/record/fit.ts
/**
* A record that fits into a commit message, for its outcome may quote much of a hostile patch.
* What goes first is what a reader misses least: facts for programs, from the last refusal up; then refusals
* themselves, of which the number stays; then the output of the tests.
*/
function fitRecord(record) {
	const { outcome } = record;
	if (outcome === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS) return record;
	const fitting = shortenings(outcome).find((shorter) => lengthOf({
		...record,
		outcome: shorter
	}) <= MAX_RECORD_CHARACTERS);
	return {
		...record,
		outcome: fitting ?? outcome
	};
}
/** GitHub names no limit for a commit message; this is what its other texts take. */
const MAX_RECORD_CHARACTERS = 6e4;
/** Refusals that are kept when their data is not what makes them long. */
const FEW = 10;
function shortenings(outcome) {
	if (outcome.kind === "refused") {
		const { refusals } = outcome;
		return [
			...[
				20,
				10,
				3,
				1,
				0
			].map((kept) => ({
				...outcome,
				refusals: refusals.map((refusal, index) => index < kept ? refusal : withoutData(refusal))
			})),
			{
				...outcome,
				refusals: [...refusals.slice(0, FEW).map(withoutData), ...countOf(refusals.length - FEW)]
			},
			{
				...outcome,
				refusals: [...refusals.slice(0, FEW).map(cutShort), ...countOf(refusals.length - FEW)]
			}
		];
	}
	if ("tests" in outcome && outcome.tests !== void 0) return [{
		...outcome,
		tests: {
			...outcome.tests,
			tail: ""
		}
	}];
	return [];
}
function withoutData(refusal) {
	const { data: _, ...rest } = refusal;
	return rest;
}
/** Paths and messages that are themselves what is too long. */
function cutShort({ code, message, path }) {
	return {
		code,
		message: cut(message),
		...path === void 0 ? {} : { path: cut(path) }
	};
}
const SHORT = 500;
function cut(text) {
	return text.length > SHORT ? `${text.slice(0, SHORT).toWellFormed()}…` : text;
}
function countOf(more) {
	return more > 0 ? [{
		code: "too_large",
		message: `And ${more} more reasons, too many to keep; the run's summary has them all.`
	}] : [];
}
function lengthOf(record) {
	return JSON.stringify(record).length;
}

// src/patch/refusal.ts
const REFUSAL_CODES = [
	"malformed",
	"no_changes",
	"too_large",
	"digest_mismatch",
	"reference_not_found",
	"outside_repository",
	"protected_path",
	"not_found",
	"ambiguous",
	"already_exists",
	"overlap",
	"not_a_text_file",
	"bad_pattern",
	"command_not_allowed",
	"unknown_base",
	"base_not_found",
	"not_configured",
	"bad_config"
];

// src/record/schema.ts
/** Records lie in a repository that people can write to, so they are checked like any other input. */
const recordSchema = lazy(() => strictObject({
	version: literal(1),
	id: string().min(1),
	digest: sha256$1,
	title: string(),
	sender: string(),
	state: _enum([
		"applied",
		"publishing",
		"done"
	]),
	attempt: int().min(1),
	run: strictObject({
		id: int().min(0),
		attempt: int().min(0),
		url: string()
	}),
	startedAt: datetime(),
	deadline: datetime(),
	base: strictObject({
		branch: string(),
		sha: oid
	}).exactOptional(),
	tree: oid.exactOptional(),
	head: oid.exactOptional(),
	plan: plan.exactOptional(),
	pullRequest: pullRequest.exactOptional(),
	outcome: outcomeSchema.exactOptional(),
	slack: strictObject({
		channel: string(),
		ts: string()
	}).exactOptional(),
	steps: array(strictObject({
		stage,
		at: datetime(),
		seconds: number().min(0)
	})),
	warnings: array(string())
}).refine((record) => record.state === "done" === (record.outcome !== void 0), { error: "a record has an outcome exactly when it is done" }));
/** What a test job handed over. Unknown keys are refused: they come from a job that ran untrusted code. */
const testReportSchema = lazy(() => testReport);
/** Object ids of SHA-1 and SHA-256 repositories. */
const oid = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256$1 = string().regex(/^[0-9a-f]{64}$/);
const stage = _enum([
	"apply",
	"test",
	"publish"
]);
const pullRequest = strictObject({
	number: int().min(1),
	url: string()
});
const testReport = strictObject({
	verdict: _enum([
		"passed",
		"failed",
		"timed_out",
		"not_started"
	]),
	sha: oid,
	command: string(),
	exitCode: int().exactOptional(),
	seconds: number().min(0),
	failingLines: array(string()),
	tail: string(),
	outputBytes: int().min(0)
});
const plan = strictObject({
	changes: array(strictObject({
		path: string(),
		action: _enum([
			"create",
			"modify",
			"delete",
			"rename"
		]),
		from: string().exactOptional(),
		added: int().min(0).nullable(),
		removed: int().min(0).nullable()
	})),
	notes: array(string()),
	labels: array(string()),
	reviewers: array(string()),
	draft: boolean()
});
const refusal$1 = strictObject({
	code: _enum(REFUSAL_CODES),
	message: string(),
	pointer: string().exactOptional(),
	path: string().exactOptional(),
	hunk: int().exactOptional(),
	data: record(string(), json()).exactOptional()
});
const outcomeSchema = discriminatedUnion("kind", [
	strictObject({
		kind: literal("opened"),
		pullRequest,
		tests: testReport
	}),
	strictObject({
		kind: literal("updated"),
		pullRequest,
		tests: testReport
	}),
	strictObject({
		kind: literal("duplicate"),
		state: _enum(["finished", "in_progress"]),
		pullRequest: pullRequest.exactOptional()
	}),
	strictObject({ kind: literal("no_change") }),
	strictObject({
		kind: literal("refused"),
		refusals: array(refusal$1)
	}),
	strictObject({
		kind: literal("conflict"),
		reason: _enum([
			"base_moved",
			"branch_edited",
			"pull_request_closed",
			"revised",
			"publishing"
		]),
		paths: array(string()),
		pullRequest: pullRequest.exactOptional()
	}),
	strictObject({
		kind: literal("tests_failed"),
		pullRequest,
		tests: testReport
	}),
	strictObject({
		kind: literal("timed_out"),
		tests: testReport
	}),
	strictObject({
		kind: literal("halted"),
		state: _enum(["paused", "locked"]),
		reason: string()
	}),
	strictObject({ kind: literal("canceled") }),
	strictObject({
		kind: literal("crashed"),
		stage,
		reason: string(),
		tests: testReport.exactOptional()
	})
]);

// src/record/text.ts
/**
* The record as the message of its commit: words for people, trailers for whoever reads the message with two
* GETs on GitHub's API, and last the whole record as one line of JSON, which is the only part that is read back.
*/
function formatRecord(whole, words) {
	const record = fitRecord(whole);
	return `${quoteTrailers(words.headline)}\n\n${quoteTrailers(words.detail)}\n\n${formatTrailers(record)}`;
}
/** Reads a record back from its commit's message. */
function parseRecord(message) {
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(RECORD_KEY));
	if (line === void 0) return {
		ok: false,
		problem: "the commit message has no Ghost-Record line"
	};
	const value = parseJson$1(line.slice(RECORD_KEY.length));
	const parsed = recordSchema.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		return {
			ok: false,
			problem: `the record is not valid at /${issue?.path.join("/") ?? ""}: ${issue?.message ?? "unreadable"}`
		};
	}
	return {
		ok: true,
		record: parsed.data
	};
}
const RECORD_KEY = "Ghost-Record: ";
/** Words may quote a patch; none of their lines may pass for a trailer of ours. */
function quoteTrailers(words) {
	return words.replace(/^(?=Ghost-)/gim, "> ");
}
function formatTrailers(record) {
	return `${[...[
		["Ghost-Patch", record.id],
		["Ghost-Digest", record.digest],
		["Ghost-Attempt", String(record.attempt)],
		["Ghost-State", record.state],
		["Ghost-Outcome", record.outcome?.kind],
		["Ghost-Base", record.base && `${record.base.branch} ${record.base.sha}`],
		["Ghost-Head", record.head],
		["Ghost-Pull-Request", record.pullRequest?.url],
		["Ghost-Run", record.run.url || void 0]
	].flatMap(([key, value]) => value === void 0 ? [] : [`${key}: ${value.replaceAll(/\s+/g, " ")}`]), `${RECORD_KEY}${JSON.stringify(record)}`].join("\n")}\n`;
}
function parseJson$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/stages/standing.ts
function branchRef(id) {
	return `refs/heads/${branchName(id)}`;
}
/** An absent switch is running only as long as no patch was ever handled here. */
function controlOf(snapshot, now) {
	const commit = snapshot.refs.get(CONTROL_REF) ?? null;
	return commit === null && !snapshot.anyRefUnder ? { state: "running" } : readControl(commit?.message ?? null, now);
}
/** The patch's record as it stands; null: there is none. */
function readPrevious(snapshot, id) {
	const commit = snapshot.refs.get(recordRef(id)) ?? null;
	if (commit === null) return null;
	const parsed = parseRecord(commit.message);
	return parsed.ok ? parsed.record : "unreadable";
}

// src/patch/digest.ts
/** sha256, hex, over all that alters a patch's result: who sent it under which name, and how to report it, do not. */
function digestOf(patch) {
	const { id: _id, dryRun: _dryRun, source: _source, callback: _callback, ...content } = patch;
	return sha256(canonicalJson(content));
}
/** sha256 in hex, of bytes or of a text's UTF-8. */
function sha256(data) {
	return createHash("sha256").update(data).digest("hex");
}
/**
* JSON with sorted keys and no insignificant space, so that equal values give equal text.
* `value` is anything that JSON.parse returns; undefined members are left out.
* It keeps its own stack, because hostile values are nested deeper than ours.
*/
function canonicalJson(value) {
	const parts = [];
	const pending = [{ value }];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) if ("text" in next) parts.push(next.text);
	else if (Array.isArray(next.value)) pushReversed(pending, arrayParts(next.value));
	else if (typeof next.value === "object" && next.value !== null) pushReversed(pending, objectParts(next.value));
	else parts.push(JSON.stringify(next.value) ?? "null");
	return parts.join("");
}
function arrayParts(items) {
	return [
		{ text: "[" },
		...items.flatMap((value, index) => index === 0 ? [{ value }] : [{ text: "," }, { value }]),
		{ text: "]" }
	];
}
function objectParts(object) {
	return [
		{ text: "{" },
		...Object.entries(object).filter(([, value]) => value !== void 0).sort(([left], [right]) => left < right ? -1 : 1).flatMap(([key, value], index) => [{ text: `${index === 0 ? "" : ","}${JSON.stringify(key)}:` }, { value }]),
		{ text: "}" }
	];
}
function pushReversed(pending, parts) {
	for (let index = parts.length - 1; index >= 0; index -= 1) {
		const part = parts[index];
		if (part !== void 0) pending.push(part);
	}
}

// src/patch/json-text.ts
/** JSON.parse that says where the text stops being JSON. */
function parseJson(text) {
	try {
		return {
			ok: true,
			value: JSON.parse(text)
		};
	} catch {
		const { at, reason } = firstProblem(text);
		const before = text.slice(0, at);
		return {
			ok: false,
			line: before.split("\n").length,
			column: at - before.lastIndexOf("\n"),
			reason
		};
	}
}
/** The refusal for text that is not JSON. */
function notJson(problem) {
	return {
		code: "malformed",
		message: `The patch is not JSON: at line ${problem.line}, column ${problem.column}, ${problem.reason}. Send one JSON object.`,
		pointer: "",
		data: {
			line: problem.line,
			column: problem.column
		}
	};
}
/** Is anything nested deeper than MAX_NESTING? Looks no further than that, whatever it is given. */
function isTooDeep(value, levels = 32) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
/** Walks text that JSON.parse refused, with a stack of open brackets, up to where it goes wrong. */
function firstProblem(text) {
	const open = [];
	let expected = "value";
	let at = 0;
	for (;;) {
		at = endOf(SPACE, text, at);
		if (at >= text.length) return {
			at,
			reason: open.length === 0 ? "there is nothing to read" : "the text ends too early"
		};
		const char = text.charAt(at);
		const closing = char === "]" || char === "}" ? char : null;
		if (closing !== null && closes(closing, open.at(-1), expected)) {
			open.pop();
			expected = "comma";
			at += 1;
		} else if (expected === "comma" && char === "," && open.length > 0) {
			expected = open.at(-1) === "[" ? "value" : "key";
			at += 1;
		} else if (expected === "colon" && char === ":") {
			expected = "value";
			at += 1;
		} else if (expected.startsWith("value") && (char === "[" || char === "{")) {
			open.push(char);
			expected = char === "[" ? "value or ]" : "key or }";
			at += 1;
		} else if (expected.startsWith("value") || expected.startsWith("key") && char === "\"") {
			const token = scanToken(text, at);
			if (typeof token !== "number") return token;
			at = token;
			expected = expected.startsWith("key") ? "colon" : "comma";
		} else {
			const wanted = expected === "comma" && open.length === 0 ? "the end of the text" : WANTED[expected];
			return {
				at,
				reason: `${JSON.stringify(char)} stands where ${wanted} must be`
			};
		}
	}
}
const SPACE = /[ \t\r\n]*/y;
const WANTED = {
	value: "a value",
	"value or ]": "a value",
	key: "a key in double quotes",
	"key or }": "a key in double quotes",
	colon: "a colon",
	comma: "a comma or a closing bracket"
};
function closes(closing, open, expected) {
	if (closing === "]") return open === "[" && (expected === "comma" || expected === "value or ]");
	return open === "{" && (expected === "comma" || expected === "key or }");
}
/** The offset behind a string, number or word, or what is wrong with it. */
function scanToken(text, at) {
	if (text.charAt(at) === "\"") return scanString(text, at);
	const end = endOf(SCALAR, text, at);
	if (end > at) return end;
	return {
		at,
		reason: `${JSON.stringify(text.charAt(at))} begins no value`
	};
}
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
function scanString(text, start) {
	let at = start + 1;
	while (at < text.length) {
		const char = text.charAt(at);
		if (char === "\"") return at + 1;
		if (char < " ") return {
			at,
			reason: "a line break or control character stands inside a string; write it as \\n or \\u00XX"
		};
		if (char === "\\") {
			const end = endOf(ESCAPE, text, at);
			if (end === at) return {
				at,
				reason: `${JSON.stringify(text.slice(at, at + 2))} is no escape of JSON`
			};
			at = end;
		} else at += 1;
	}
	return {
		at: start,
		reason: "this string is not closed"
	};
}
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
/** Where a sticky expression's match at `at` ends; `at` itself when there is none. */
function endOf(sticky, text, at) {
	sticky.lastIndex = at;
	return sticky.test(text) ? sticky.lastIndex : at;
}

// src/patch/problems.ts
/** Every problem that a schema found in `value`, as refusals with JSON pointers, in the value's order. */
function refusalsOf(issues, value) {
	return cappedRefusals(issues.flatMap((issue) => refusalsOfIssue(issue, value)));
}
/** RFC 6901. */
function jsonPointer(path) {
	return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function refusalsOfIssue(issue, root) {
	const value = valueAt(root, issue.path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => refusal("malformed", [...issue.path, key], "is not a field of wire format version 1. Remove it, or correct its name."));
		case "invalid_type": return [typeRefusal(issue.path, issue.expected, value)];
		case "invalid_value": return [refusal("malformed", issue.path, `must be ${listOf$1(issue.values)}, but is ${shown(value)}.`)];
		case "too_small": return [tooSmallRefusal(issue)];
		case "too_big": return [tooBigRefusal(issue)];
		case "invalid_union": return [issue.discriminator === void 0 ? refusal("malformed", issue.path, issue.message) : kindRefusal(issue, value)];
		default: return [refusal("malformed", issue.path, issue.message)];
	}
}
function typeRefusal(path, expected, value) {
	const wanted = TYPE_NAMES[expected] ?? `a value of type ${expected}`;
	if (value === void 0) return refusal("malformed", path, `is missing; it must be ${wanted}.`);
	return refusal("malformed", path, `must be ${wanted}, but is ${shown(value)}.`);
}
const TYPE_NAMES = {
	string: "a string",
	boolean: "true or false",
	object: "an object",
	array: "an array"
};
function tooSmallRefusal(issue) {
	if (issue.path.length === 1 && issue.path[0] === "changes") return {
		code: "no_changes",
		message: "The patch holds no change. Put at least one into `changes`.",
		pointer: "/changes",
		data: { kinds: [...KINDS] }
	};
	const message = issue.message.startsWith("Too small") ? "is empty. Send a value, or leave the field out." : issue.message;
	return refusal("malformed", issue.path, message);
}
function tooBigRefusal(issue) {
	const limit = Number(issue.maximum);
	const what = issue.origin === "array" ? "entries" : "characters";
	return refusal("too_large", issue.path, `has more than ${limit} ${what}. Send less.`, { limit });
}
/** Kinds that are taken, in the order of the documentation. */
const KINDS = [
	"diff",
	"apply_patch",
	"edit",
	"blocks",
	"regex",
	"write",
	"delete",
	"move"
];
function kindRefusal(issue, kind) {
	const data = { kinds: [...KINDS] };
	if (kind === "run") return refusal("command_not_allowed", issue.path, "asks for a command, and patches run no commands here. Send the files as the command would leave them.", data);
	return refusal("malformed", issue.path, `must be one of ${KINDS.join(", ")}, but is ${shown(kind)}.`, data);
}
function refusal(code, path, predicate, data) {
	const pointer = jsonPointer(path);
	return {
		code,
		message: `${path.length === 0 ? "The patch" : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
/** Characters of a hostile name or value that a message repeats. */
const SHOWN_CHARACTERS = 80;
function shown(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return `the ${typeof value} ${JSON.stringify(value)}`;
	return value.length <= SHOWN_CHARACTERS ? `the string ${JSON.stringify(value)}` : `a string of ${value.length} characters`;
}
function listOf$1(values) {
	return values.map((value) => JSON.stringify(value)).join(" or ");
}
function valueAt(root, path) {
	let value = root;
	for (const key of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
		value = Reflect.get(value, key);
	}
	return value;
}

// src/patch/id.ts
/**
* A ref-safe name for any id: `[a-z0-9._-]`, at most MAX_SLUG_CHARACTERS, legal as one component of a git ref.
* Where more than the case of ASCII letters had to change, a hash of the id keeps two ids apart.
* A slug is its own slug.
*/
function slugId(id) {
	const lower = id.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	const safe = refSafe(lower.slice(0, 80 + 1));
	if (safe !== "" && safe === lower && safe.length <= 80) return safe;
	const hash = sha256(id).slice(0, HASH_CHARACTERS);
	const stem = trimEnds(safe.slice(0, 80 - HASH_CHARACTERS - 1));
	return `${stem === "" ? "id" : stem}-${hash}`;
}
/** The id of a patch that came without one: the same bytes always get the same name. */
function anonymousId(digest) {
	return `anon-${digest.slice(0, 12)}`;
}
/** Eight hex digits: two ids of one repository that share a stem meet with a chance of one in four billion. */
const HASH_CHARACTERS = 8;
function refSafe(text) {
	return trimEnds(text.replace(/[^a-z0-9._-]+/g, "-").replace(/\.{2,}/g, ".")).replace(/\.lock$/, "-lock");
}
function trimEnds(text) {
	return text.replace(/^[.-]+/, "").replace(/[.-]+$/, "");
}

// src/patch/schema.ts
const text = () => string().refine((value) => value.isWellFormed(), { error: "holds one half of a surrogate pair, which is no character. Send whole characters." });
const path = (what) => text().describe(`${what}, relative to the repository's root, with forward slashes`);
const occurrences = () => union([literal("all"), int().min(1)], { error: "must be a whole number from 1, or \"all\"." }).default(1).describe("How often the text occurs: exactly this often, or \"all\" for at least once");
const diff = strictObject({
	kind: literal("diff"),
	diff: text().describe("A unified diff or the output of git diff, for any number of files")
}).describe("A unified or git diff");
const applyPatch = strictObject({
	kind: literal("apply_patch"),
	patch: text().describe("From *** Begin Patch to *** End Patch")
}).describe("The apply_patch format");
const blocks = strictObject({
	kind: literal("blocks"),
	text: text().describe("A line with the path, then <<<<<<< SEARCH, =======, >>>>>>> REPLACE; any number of times")
}).describe("SEARCH/REPLACE blocks, matched by whole lines");
const edit = strictObject({
	kind: literal("edit"),
	path: path("The file to edit"),
	find: text().min(1, { error: "is empty, so it says no place. Send the text to replace." }).describe("The text to replace, exactly as it stands in the file; may be part of a line or many lines"),
	replace: text().describe("The text to put in its place"),
	count: occurrences()
}).describe("Replaces a literal text");
const regex = strictObject({
	kind: literal("regex"),
	path: path("The file to edit"),
	pattern: text().min(1, { error: "is empty, so it says no place. Send the expression to replace." }).max(MAX_PATTERN_CHARACTERS).describe("A regular expression in JavaScript syntax, without lookaround and backreferences"),
	flags: string().regex(/^[gimsu]*$/, { error: "takes the flags i, m and s (g and u change nothing)." }).default("").describe("i: any case, m: ^ and $ at every line, s: the dot matches line ends; g and u change nothing"),
	replacement: text().describe("May use $1, $<name>, $& and $$"),
	count: occurrences()
}).describe("Replaces what a regular expression matches, in time linear in the file");
const write$1 = strictObject({
	kind: literal("write"),
	path: path("The file to create or to replace as a whole"),
	content: text().describe("The whole content"),
	encoding: _enum(["utf-8", "base64"]).default("utf-8").describe("How content is encoded"),
	executable: boolean().optional().describe("The executable bit; kept as it is where absent")
}).refine((value) => value.encoding !== "base64" || isBase64(value.content), {
	path: ["content"],
	error: "is not base64. Encode the bytes with the standard alphabet and padding, without line breaks."
}).describe("Writes a whole file");
const remove = strictObject({
	kind: literal("delete"),
	path: path("The file to delete")
}).describe("Deletes a file");
const move = strictObject({
	kind: literal("move"),
	from: path("The file to move"),
	to: path("Its new place, which must be free")
}).describe("Moves a file, keeping its bytes and mode");
const changeSchema = discriminatedUnion("kind", [
	diff,
	applyPatch,
	edit,
	blocks,
	regex,
	write$1,
	remove,
	move
]);
/** Wire format v1. Parsing fills in the defaults, so that two ways to write one patch give one digest. */
const patchSchema = strictObject({
	version: literal(1).describe("The version of this format"),
	id: text().min(1).max(200).optional().describe("The name of this patch. Sending the same id with other changes makes a revision"),
	title: text().max(200).optional().describe("One line for the pull request"),
	description: text().max(MAX_DESCRIPTION_CHARACTERS).default("").describe("What it does and why"),
	base: strictObject({
		branch: text().min(1).max(244).optional().describe("The default branch where absent"),
		sha: string().regex(/^[0-9a-f]{40}$/, { error: "must be a full commit id: 40 digits, 0-9 and a-f." }).optional().describe("The commit that the patch was written against")
	}).optional().describe("Where the patch belongs"),
	changes: array(changeSchema).min(1).max(MAX_CHANGES).describe("Applied in order, all or none"),
	labels: array(text().min(1).max(50)).max(20).default([]).describe("Labels for the pull request, besides those of the repository"),
	reviewers: array(text().min(1).max(244)).max(15).default([]).describe("Logins, or owner/team"),
	draft: boolean().default(false).describe("Open the pull request as a draft"),
	dryRun: boolean().default(false).describe("Only say what would happen"),
	source: strictObject({
		agent: text().max(244).optional().describe("Who wrote it"),
		url: text().max(MAX_URL_CHARACTERS).optional().describe("Where it was asked for")
	}).optional().describe("Where the patch comes from"),
	supersedes: text().min(1).max(200).optional().describe("The id of the patch that this one replaces"),
	callback: string().max(MAX_URL_CHARACTERS).regex(/^https:\/\/[^\s]+$/, { error: "must be an https:// address." }).optional().describe("Where to report the outcome")
}).describe("A patch for Ghost Runner, wire format version 1");
function isBase64(content) {
	return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}

// src/patch/title.ts
/** The patch's own title in one line, or a sentence made from its changes. */
function titleOf(patch) {
	const own = oneLine(patch.title ?? "");
	return own === "" ? sentenceOf(patch.changes) : own;
}
/** What to call a patch that could not be read: its title where it has one. */
function titleOfUnreadable(value) {
	const title = typeof value === "object" && value !== null && "title" in value ? value.title : void 0;
	const own = typeof title === "string" ? oneLine(title) : "";
	return own === "" ? "A patch that could not be read" : own;
}
function oneLine(text) {
	const words = text.toWellFormed().replace(/[\s\p{Cc}]+/gu, " ").trim();
	return words.length <= 200 ? words : `${Array.from(words).slice(0, 200 - 1).join("")}…`;
}
function sentenceOf(changes) {
	const [first] = changes;
	if (first === void 0) return "Change nothing";
	const sentence = clauseOf(first);
	const others = changes.length - 1;
	if (others === 0) return oneLine(sentence);
	return oneLine(`${sentence}, and ${others} more change${others === 1 ? "" : "s"}`);
}
function clauseOf(change) {
	switch (change.kind) {
		case "edit":
		case "regex": return `Edit ${change.path}`;
		case "write": return `Write ${change.path}`;
		case "delete": return `Delete ${change.path}`;
		case "move": return `Move ${change.from} to ${change.to}`;
		case "diff": return "Apply a diff";
		case "blocks": return "Apply search and replace blocks";
		case "apply_patch": return "Apply a patch";
	}
}

// src/patch/read.ts
/** Reads one patch, or says everything that is wrong with it. `envelopeId` is the id that stood outside the patch. */
function readPatch(source, envelopeId) {
	const digest = sha256("text" in source ? source.text : canonicalJson(source.value));
	const parsed = "text" in source ? parseText(source.text) : {
		ok: true,
		value: source.value
	};
	if (!parsed.ok) return refused({
		digest,
		value: void 0,
		envelopeId
	}, [parsed.refusal]);
	const arrival = {
		digest,
		value: parsed.value,
		envelopeId
	};
	if (isTooDeep(parsed.value)) return refused(arrival, [TOO_DEEP]);
	const checked = patchSchema.safeParse(parsed.value);
	const mismatch = idMismatch(arrival);
	if (!checked.success) return refused(arrival, [...mismatch, ...refusalsOf(checked.error.issues, parsed.value)]);
	if (mismatch.length > 0) return refused(arrival, mismatch);
	return accepted(arrival, checked.data);
}
function parseText(text) {
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > 4194304) return {
		ok: false,
		refusal: tooLarge(bytes, MAX_PATCH_TEXT_BYTES)
	};
	const parsed = parseJson(text);
	if (parsed.ok) return parsed;
	return {
		ok: false,
		refusal: notJson(parsed)
	};
}
function tooLarge(bytes, limit) {
	return {
		code: "too_large",
		message: `The patch has ${bytes} bytes, and ${limit} are allowed. Split it into several patches.`,
		pointer: "",
		data: {
			bytes,
			limit
		}
	};
}
const TOO_DEEP = {
	code: "malformed",
	message: `The patch is nested deeper than ${32} levels. Send a patch in wire format version 1.`,
	pointer: "",
	data: { limit: 32 }
};
function idMismatch({ value, envelopeId }) {
	const inside = ownId(value);
	if (inside === void 0 || envelopeId === void 0 || inside === envelopeId) return [];
	return [{
		code: "malformed",
		message: "The id beside the patch and the id inside it differ. Send the same id in both places, or only one.",
		pointer: "/id"
	}];
}
function accepted({ digest: arrivalDigest, value, envelopeId }, parsed) {
	const patch = parsed.id === void 0 && envelopeId !== void 0 ? {
		...parsed,
		id: envelopeId
	} : parsed;
	const canonical = canonicalJson(patch);
	const bytes = new TextEncoder().encode(canonical).length;
	if (bytes > 1048576) return refused({
		digest: arrivalDigest,
		value,
		envelopeId
	}, [tooLarge(bytes, MAX_PATCH_BYTES)]);
	const digest = digestOf(patch);
	return {
		ok: true,
		id: patch.id === void 0 ? anonymousId(digest) : slugId(patch.id),
		digest,
		title: titleOf(patch),
		canonical,
		patch,
		repairs: []
	};
}
function refused({ digest, value, envelopeId }, refusals) {
	const id = envelopeId ?? ownId(value);
	return {
		ok: false,
		id: id === void 0 ? anonymousId(digest) : slugId(id),
		digest,
		title: titleOfUnreadable(value),
		refusals
	};
}
function ownId(value) {
	if (typeof value !== "object" || value === null || !("id" in value)) return void 0;
	return typeof value.id === "string" && value.id !== "" ? value.id : void 0;
}

// src/report/untrusted/mrkdwn.ts
/**
* Untrusted text for Slack's mrkdwn, which knows only three escapes. With them no `<!channel>`, no `<@user>` and
* no `<address|words>` is left; the texts around it set `verbatim`, so that bare addresses and names stay text.
* `limit` counts the escaped text.
*/
function mrkdwnLine(text, limit) {
	return cutEscaped(escapeMrkdwn(oneLine$2(text)), limit);
}
/** Untrusted code within a line. */
function mrkdwnCode(text, limit) {
	return `\`${mrkdwnLine(text.replaceAll("`", "'"), limit - 2)}\``;
}
/** A preformatted block of at most `limit` characters; lines at its end that do not fit are left out. */
function mrkdwnBlock(lines, limit) {
	const kept = [];
	let left = limit - 8 - OMISSION.length;
	for (const line of lines) {
		const escaped = cutEscaped(escapeMrkdwn(breakFence(showHidden(line).replaceAll("\n", " "))), MAX_CODE_LINE);
		left -= escaped.length + 1;
		if (left < 0) return fence([...kept, OMISSION]);
		kept.push(escaped);
	}
	return fence(kept);
}
/** A link to one of our own pages; an address that could end the link is shown as code. */
function mrkdwnLink(words, url) {
	return LINKABLE.test(url) ? `<${url}|${mrkdwnLine(words, MAX_CODE_LINE)}>` : mrkdwnCode(url, MAX_CODE_LINE);
}
const LINKABLE = /^https?:\/\/[^\s<>|]+$/;
const OMISSION = "…";
/** Longer lines wrap into an unreadable block on a phone. */
const MAX_CODE_LINE = 300;
function escapeMrkdwn(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
/** Cuts escaped text; an escape goes as a whole. */
function cutEscaped(escaped, limit) {
	return escaped.length <= limit ? escaped : cutText(escaped, limit).replace(/&[a-z]{0,3}…$/, "…");
}
/** No two backticks are left side by side, so no three are. */
function breakFence(line) {
	return line.replaceAll(/`(?=`)/g, `\`${"​"}`);
}
function fence(lines) {
	return `\`\`\`\n${lines.join("\n")}\n\`\`\``;
}

// src/report/slack.ts
/** The one message about a patch, at whatever point of its life it is; editing it keeps channel and place. */
function formatSlackMessage(view) {
	const { id, digest } = view.record;
	return {
		text: formatFallback(view),
		blocks: [
			{
				type: "header",
				text: {
					type: "plain_text",
					text: cutText(`${iconOf(view)} ${oneLine$2(titleOf$1(view))}`, MAX_HEADER),
					emoji: false
				}
			},
			section(formatStory(view)),
			...formatEvidence(view),
			...formatRemedy(view),
			{
				type: "section",
				fields: formatFields(view).map(mrkdwn)
			},
			{
				type: "context",
				elements: [mrkdwn(formatContext(view))]
			}
		],
		metadata: {
			event_type: "ghost_patch",
			event_payload: {
				id,
				digest
			}
		}
	};
}
/** Slack's limit for the text of a header block. */
const MAX_HEADER = 150;
/** Well below Slack's limit of 3,000 for a section, because all blocks together may hold about 13,200. */
const MAX_SECTION = 2500;
/** A notification shows little more. */
const MAX_FALLBACK = 300;
function formatFallback(view) {
	return mrkdwnLine(`${iconOf(view)} ${titleOf$1(view)}: ${describeView(view).headline} (${view.repository})`, MAX_FALLBACK);
}
function formatStory(view) {
	const { headline, detail } = describeView(view);
	const listed = view.record.outcome?.kind === "refused";
	return [`*${mrkdwnLine(headline, MAX_FIELD)}*`, ...listed ? [] : [mrkdwnLine(detail, MAX_DETAIL)]].join("\n");
}
const MAX_DETAIL = 1e3;
/** What shows why: every refusal, or the lines of the test output that name a failure. */
function formatEvidence(view) {
	const { outcome } = view.record;
	if (outcome?.kind === "refused") return [section(formatRefusals(outcome)), ...formatNearest(outcome)];
	const lines = listFailure(testsOf(view));
	return lines.length === 0 ? [] : [section(mrkdwnBlock(lines, MAX_SECTION))];
}
/** Where no line names a failure, the last ones say most. */
function listFailure(tests) {
	if (tests === void 0 || tests.verdict === "passed") return [];
	return tests.failingLines.length > 0 ? tests.failingLines : tests.tail.trim().split("\n").slice(-LAST_LINES).filter((line) => line !== "");
}
const LAST_LINES = 10;
/** More would push the rest of the message out of sight. */
const MAX_REFUSALS = 5;
/** Together, and five times, within a section. */
const MAX_REFUSAL = 300;
const MAX_PLACE = 120;
function formatRefusals({ refusals }) {
	const lines = refusals.slice(0, MAX_REFUSALS).map(({ code, path, message }) => {
		return `• *${code}*${path === void 0 ? "" : ` in ${mrkdwnCode(path, MAX_PLACE)}`}: ${mrkdwnLine(message, MAX_REFUSAL)}`;
	});
	const more = refusals.length - lines.length;
	return [...lines, ...more > 0 ? [`… and ${more} more, all in the run's summary`] : []].join("\n");
}
/** Where to look, for the first refusal that knows a place. */
function formatNearest({ refusals }) {
	const place = refusals.flatMap(nearestPlaces).at(0);
	return place === void 0 ? [] : [section(`${describePlace(place)}:\n${mrkdwnBlock(place.diff, MAX_SECTION)}`)];
}
/** As much as reads well beside another field. */
const MAX_FIELD = 200;
function formatRemedy(view) {
	const { remedy } = describeView(view);
	return remedy === void 0 ? [] : [section(`→ ${mrkdwnLine(remedy, MAX_DETAIL)}`)];
}
function formatFields(view) {
	const { record } = view;
	const tests = testsOf(view);
	return [
		["Repository", mrkdwnLink(view.repository, repositoryUrl(view))],
		["Pull request", record.pullRequest && mrkdwnLink(`#${record.pullRequest.number}`, record.pullRequest.url)],
		["Patch", mrkdwnCode(record.id, MAX_FIELD)],
		["Sent by", formatSender(view)],
		["Base", record.base && mrkdwnCode(`${cutText(record.base.branch, MAX_FIELD / 2)} @ ${shortSha(record.base.sha)}`, MAX_FIELD)],
		["Tested commit", tests && mrkdwnLink(shortSha(tests.sha), commitUrl(view, tests.sha))]
	].flatMap(([name, value]) => value === void 0 ? [] : [`*${name}*\n${value}`]);
}
function formatSender({ record, patch }) {
	const agent = patch?.source?.agent;
	return mrkdwnLine(agent === void 0 ? record.sender : `${record.sender} (${agent})`, MAX_FIELD);
}
function formatContext({ record }) {
	const seconds = record.steps.reduce((sum, step) => sum + step.seconds, 0);
	return [
		record.run.url === "" ? "no workflow run" : mrkdwnLink("workflow run", record.run.url),
		`attempt ${record.attempt}`,
		...record.steps.length === 0 ? [] : [`${formatSeconds(seconds)} of work`],
		`digest ${record.digest.slice(0, SHORT_DIGEST)}`,
		...record.warnings.length === 0 ? [] : [`${record.warnings.length} warning${record.warnings.length === 1 ? "" : "s"}`]
	].join(" · ");
}
const SHORT_DIGEST = 12;
function section(text) {
	return {
		type: "section",
		text: mrkdwn(text)
	};
}
function mrkdwn(text) {
	return {
		type: "mrkdwn",
		text,
		verbatim: true
	};
}

// src/stages/tell.ts
/** Writes the patch's one Slack message, or edits it in place where there is one already. Never throws: a patch does not fail over Slack. */
async function tell(context, configured, view) {
	const channel = configured ?? context.site.defaultChannel;
	const { chat } = context;
	const existing = view.record.slack;
	if (chat === null || channel === void 0 && existing === void 0) return {};
	const message = formatSlackMessage(view);
	try {
		if (existing !== void 0) {
			await chat.update(existing, message);
			return { slack: existing };
		}
		return channel === void 0 ? {} : { slack: await chat.post(channel, message) };
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return {
			...existing === void 0 ? {} : { slack: existing },
			warning: `Slack was not told: ${reason}`,
			maybePosted: error instanceof Error && "maybePosted" in error && error.maybePosted === true
		};
	}
}

// src/stages/transactions.ts
/** Branch and record in one step, guarded by control. */
function branchAndRecord(request) {
	const { snapshot, record, base } = request;
	const { commits, refs } = recordOnly(request);
	const branch = {
		tree: {
			base: base.tree,
			changes: request.changes.flatMap(treeChanges)
		},
		parents: [base.sha],
		message: () => request.branchMessage
	};
	const before = snapshot.refs.get(branchRef(record.id))?.oid ?? null;
	return {
		commits: {
			...commits,
			branch,
			record: {
				...newRecord(request),
				message: (trees) => request.recordMessage({
					...record,
					tree: trees["branch"] ?? base.tree
				})
			}
		},
		refs: [...refs, {
			ref: branchRef(record.id),
			before,
			after: { commit: "branch" },
			force: before !== null
		}]
	};
}
/** The record alone, with the patch in its tree, guarded by control. */
function recordOnly(request) {
	const { snapshot, record } = request;
	const control = controlMove(snapshot, record);
	return {
		commits: {
			...control.commits,
			record: newRecord(request)
		},
		refs: [control.move, {
			ref: recordRef(record.id),
			before: recordOid(snapshot, record.id),
			after: { commit: "record" }
		}]
	};
}
/**
* The next step of a record whose patch is already kept. `guards` are refs that must stand where they were seen,
* control first of all; `remove` takes the branch away in the same step.
*/
function nextStep(request) {
	const { from, record, guards = [], remove } = request;
	return {
		commits: { record: {
			tree: from.tree,
			parents: [from.oid],
			message: () => request.recordMessage(record)
		} },
		refs: [
			...guards.map(({ ref, oid }) => ({
				ref,
				before: oid,
				after: oid
			})),
			{
				ref: recordRef(record.id),
				before: from.oid,
				after: { commit: "record" }
			},
			...remove === void 0 ? [] : [{
				ref: remove.ref,
				before: remove.oid,
				after: null
			}]
		]
	};
}
function newRecord(request) {
	const previous = recordOid(request.snapshot, request.record.id);
	return {
		tree: {
			base: null,
			changes: [patchFile(request.patchText)]
		},
		parents: previous === null ? [] : [previous],
		message: () => request.recordMessage(request.record)
	};
}
/** Compares control with what was read; the very first patch of a repository creates it. */
function controlMove(snapshot, record) {
	const oid = snapshot.refs.get(CONTROL_REF)?.oid ?? null;
	if (oid !== null || snapshot.anyRefUnder) return {
		commits: {},
		move: {
			ref: CONTROL_REF,
			before: oid,
			after: oid
		}
	};
	return {
		commits: { control: {
			tree: snapshot.base?.tree ?? {
				base: null,
				changes: [patchFile("{}")]
			},
			parents: [],
			message: () => formatControl({
				version: 1,
				state: "running",
				reason: "first patch in this repository",
				by: record.sender,
				at: record.startedAt
			})
		} },
		move: {
			ref: CONTROL_REF,
			before: null,
			after: { commit: "control" }
		}
	};
}
function recordOid(snapshot, id) {
	return snapshot.refs.get(recordRef(id))?.oid ?? null;
}
function patchFile(text) {
	return {
		path: PATCH_FILE,
		mode: "100644",
		bytes: Buffer.from(text)
	};
}
function treeChanges(change) {
	const mode = change.executable ? "100755" : "100644";
	const written = {
		path: change.path,
		mode,
		bytes: change.bytes
	};
	return change.from === void 0 || change.from === change.path ? [written] : [{
		path: change.from,
		mode,
		bytes: null
	}, written];
}

// src/report/record.ts
/**
* The words at the top of a record's commit message, from which a program that only knows GitHub's API learns
* what happened: every refusal, the failing lines, and what to do next, one per line.
*/
function describeRecord(view) {
	const { headline, detail, remedy } = describeView(view);
	const lines = [
		detail,
		...listEvidence(view),
		...remedy === void 0 ? [] : [remedy]
	];
	return {
		headline: `${headline} (${view.record.id})`,
		detail: lines.map((line) => cutText(oneLine$2(line), MAX_LINE)).join("\n")
	};
}
const MAX_LINE = 1e3;
/** The record's JSON holds them all; these are for reading. */
const MAX_EVIDENCE = 20;
function listEvidence({ record: { outcome } }) {
	if (outcome === void 0) return [];
	if (outcome.kind === "refused") return outcome.refusals.slice(0, MAX_EVIDENCE).map(({ code, path, pointer, message }) => `- ${[
		code,
		path,
		pointer
	].filter(Boolean).join(" ")}: ${message}`);
	return "tests" in outcome ? (outcome.tests?.failingLines ?? []).slice(0, MAX_EVIDENCE).map((line) => `- ${line}`) : [];
}

// src/stages/view.ts
/** What every text about this patch is made from. */
function viewOf(site, record, received) {
	return viewFrom(site, record, received.ok ? patchTexts(received) : null);
}
function viewFrom(site, record, patch) {
	return {
		record,
		...patch === null ? {} : { patch },
		notes: record.plan?.notes ?? [],
		repository: site.repository,
		serverUrl: site.serverUrl,
		ciStartsByItself: site.ciStartsByItself
	};
}
/** The message of a record's commit. */
function recordMessage(site, record, received) {
	return formatRecord(record, describeRecord(viewOf(site, record, received)));
}
function patchTexts(read) {
	const { description, source } = read.patch;
	const { agent, url } = source ?? {};
	return {
		title: read.title,
		description,
		source: {
			...agent === void 0 ? {} : { agent },
			...url === void 0 ? {} : { url }
		}
	};
}

// src/report/untrusted/workflow-log.ts
/**
* Untrusted text for the log of a workflow, which its runner reads for commands: `::name::` at a line's start,
* and the older `##[name]` anywhere.
*/
function logText(text) {
	return showHidden(text).replaceAll(/^(\s*):(?=:)/gm, `$1:${"​"}`).replaceAll("##[", `#${"​"}#[`);
}

// src/report/annotation.ts
/** Why the run ended as it did, and what to do about it. */
function formatAnnotation(outcome) {
	const { headline, detail, remedy } = describeOutcome(outcome);
	return {
		level: succeeded(outcome) ? "notice" : "error",
		title: headline,
		message: logText(cutText(oneLine$2([detail, remedy].join(" ")), MAX_MESSAGE))
	};
}
/** GitHub cuts longer annotations on a run's page without a sign. */
const MAX_MESSAGE = 1e3;

// src/action/conclude.ts
/** The job's own answer: the summary for people, and a failing run with one line that says why. */
async function conclude(view, outcome) {
	await writeSummary(formatSummary({
		...view,
		record: {
			...view.record,
			outcome,
			state: "done"
		}
	}));
	for (const warning of view.record.warnings) warn(warning);
	const { level, title, message } = formatAnnotation(outcome);
	if (level === "error") fail(message, title);
	else say(`${title}. ${message}`);
}
/** What broke outside of every known outcome: said in the run, because nothing else may be in reach. */
async function explainCrash(crash) {
	const reason = crash.error instanceof Error ? crash.error.message : String(crash.error);
	setOutputs({ outcome: "crashed" });
	fail(reason, `Ghost Runner broke in the ${crash.stage} stage`);
}

// src/io/github/failure.ts
/**
* What Octokit throws, read without its classes: they come in several copies and versions.
*/
/** The HTTP status of an answer; null where there was none. */
function statusOf(error) {
	const status = property(property(error, "response"), "status");
	return typeof status === "number" ? status : null;
}
/** True when a request was sent and no answer came. */
function wasUnanswered(error) {
	return property(error, "name") === "HttpError" && statusOf(error) === null;
}
/** What GitHub said, with the details of its `errors`; else the error's own words. */
function messageOf(error) {
	const answer = property(property(error, "response"), "data");
	const message = property(answer, "message");
	if (typeof message === "string") return [message, ...detailsOf(answer)].join(": ");
	const details = detailsOf(error);
	if (details.length > 0) return details.join("; ");
	if (wasUnanswered(error)) return `there was no answer (${innermostMessage(error)})`;
	return error instanceof Error ? error.message : String(error);
}
function headerOf(error, name) {
	const value = property(property(property(error, "response"), "headers"), name);
	return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
}
/** The errors of a GraphQL answer; none for every other error. */
function graphqlFailures(error) {
	return listOf(property(error, "errors")).map((failure) => {
		const type = property(failure, "type");
		const [alias] = listOf(property(failure, "path"));
		return {
			...typeof type === "string" ? { type } : {},
			...typeof alias === "string" ? { alias } : {},
			message: describe(failure)
		};
	});
}
/** The data that came with a GraphQL answer's errors. */
function graphqlData(error) {
	return property(error, "data");
}
function property(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
/** What broke the connection lies below what fetch and Octokit make of it. */
function innermostMessage(error) {
	const cause = property(error, "cause");
	if (typeof cause === "object" && cause !== null) return innermostMessage(cause);
	return String(property(error, "message") || property(error, "code"));
}
function detailsOf(answer) {
	return listOf(property(answer, "errors")).map(describe);
}
function describe(detail) {
	const message = property(detail, "message");
	return typeof message === "string" ? message : JSON.stringify(detail);
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}

// src/io/github/retry.ts
/**
* Tries requests again that failed for a reason that may pass: no connection, 5xx, or a rate limit, which GraphQL may
* tell of in an answer of 200. Anything else fails at once. With `request: {ambiguous: 'throw'}` so do lost connections
* and 5xx, after which nobody knows whether it was done.
*
* Octokit's own plugins don't fit: retry waits 1, 4 and 9 s without jitter, and throttling sends writes one by one, a
* second apart, where a transaction wants its trees and commits side by side.
*/
function retryRequests(octokit, options) {
	const { sleep = delay } = options;
	let waited = 0;
	octokit.hook.wrap("request", async (request, parameters) => {
		for (let retryCount = 0;; retryCount += 1) {
			parameters.request = {
				...parameters.request,
				retryCount,
				signal: AbortSignal.timeout(REQUEST_DEADLINE)
			};
			const outcome = await settle(async () => await request(parameters));
			const wait = isAmbiguous(outcome) && parameters.request["ambiguous"] === "throw" ? null : waitAfter(outcome, retryCount);
			if (wait === null || retryCount >= RETRIES || waited + wait > WAITING_BUDGET) return finish(outcome);
			waited += wait;
			await sleep(wait);
		}
	});
}
async function settle(request) {
	try {
		return { response: await request() };
	} catch (thrown) {
		return { thrown };
	}
}
function finish(outcome) {
	if ("thrown" in outcome) throw outcome.thrown;
	return outcome.response;
}
function isAmbiguous(outcome) {
	if ("response" in outcome) return false;
	const status = statusOf(outcome.thrown);
	return status === null || status >= 500;
}
/** Milliseconds until another try makes sense; null: it never does, or there is no need of one. */
function waitAfter(outcome, retryCount) {
	if (isAmbiguous(outcome)) return backoff(retryCount);
	if ("response" in outcome) return isLimitedGraphql(outcome.response.data) ? toldLimit(outcome) ?? UNTOLD_LIMIT : null;
	const { thrown } = outcome;
	const limited = statusOf(thrown) === 429 || SECONDARY_LIMIT.test(messageOf(thrown));
	return toldLimit(thrown) ?? (limited ? UNTOLD_LIMIT : null);
}
function isLimitedGraphql(answer) {
	return graphqlFailures(answer).some(({ type, message }) => type === "RATE_LIMITED" || SECONDARY_LIMIT.test(message));
}
/** Milliseconds that the headers of the answer say to wait; null: they don't, or not so that it can be read. */
function toldLimit(failure) {
	const retryAfter = headerOf(failure, "retry-after");
	const told = retryAfter === void 0 ? untilReset(failure) : parseRetryAfter(retryAfter);
	return Number.isFinite(told) ? Math.max(0, told) : null;
}
/** Proxies in front of GitHub may give a date where GitHub gives seconds. */
function parseRetryAfter(value) {
	return /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - Date.now();
}
function untilReset(failure) {
	if (headerOf(failure, "x-ratelimit-remaining") !== "0") return NaN;
	return Number(headerOf(failure, "x-ratelimit-reset")) * 1e3 - Date.now();
}
/** Milliseconds to wait before retry number `retryCount + 1`. Jitter keeps jobs that failed together from coming back together. */
function backoff(retryCount) {
	return FIRST_WAIT * 3 ** retryCount * (.5 + Math.random() / 2);
}
async function delay(milliseconds) {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
/** Tries after the first. */
const RETRIES = 2;
/** Milliseconds before the first retry; each further one waits three times as long. */
const FIRST_WAIT = 500;
/** Milliseconds that one client waits in all before it gives up: a stage rather fails with a reason than with its job's timeout. */
const WAITING_BUDGET = 9e4;
/** Milliseconds after which a request counts as lost. GitHub itself gives up on most after ten seconds. */
const REQUEST_DEADLINE = 3e4;
/** Milliseconds to wait out a limit that does not say how long it lasts, as GitHub's documentation asks. */
const UNTOLD_LIMIT = 6e4;
const SECONDARY_LIMIT = /secondary rate limit|abuse detection/i;

// src/io/github/client.ts
/**
* Octokit for one repository's stages: REST and GraphQL with one token, every request under a deadline and tried again
* as retry.ts says.
*/
function createOctokit({ token, apiUrl, sleep }) {
	const octokit = new Octokit({
		auth: token,
		userAgent: "ghost-runner",
		log: SILENT,
		...apiUrl === void 0 ? {} : { baseUrl: apiUrl }
	});
	retryRequests(octokit, sleep === void 0 ? {} : { sleep });
	return octokit;
}
/** Failed requests are thrown; whether that is worth a line is for whoever catches them to say. */
const SILENT = {
	debug() {},
	info() {},
	warn() {},
	error() {}
};
/** Counts what this client sends from now on. */
function countRequests(octokit) {
	const byRoute = /* @__PURE__ */ new Map();
	const seen = {
		count: 0,
		byRoute,
		longestChain: 0
	};
	octokit.hook.wrap("request", async (request, options) => {
		const chainBefore = seen.longestChain;
		try {
			return await request(options);
		} finally {
			const tries = 1 + Number(options.request?.["retryCount"] ?? 0);
			const route = routeOf(options);
			seen.count += tries;
			byRoute.set(route, (byRoute.get(route) ?? 0) + tries);
			seen.longestChain = Math.max(seen.longestChain, chainBefore + tries);
		}
	});
	return seen;
}
/** Octokit keeps the route's template as its URL. All GraphQL goes to one URL, so operations go by their names. */
function routeOf(options) {
	if (typeof options.query !== "string") return `${options.method} ${options.url}`;
	return `GraphQL ${/^\s*(?:query|mutation)\s+(\w+)/.exec(options.query)?.[1] ?? "unnamed"}`;
}

// src/io/github/decorate.ts
/**
* Labels, reviewers and the draft flag in one request; labels that do not exist yet take one more, which makes them too.
* Never throws: what was not done comes back as sentences.
*/
async function decoratePullRequest(octokit, place, request) {
	const { labels, labelIds, reviewers, reviewerIds } = request;
	const newLabels = labels.filter((label) => !labelIds.has(label));
	const steps = [
		...labelStep(labels.flatMap((label) => labelIds.get(label) ?? [])),
		...reviewers.flatMap((login) => reviewStep(login, reviewerIds.get(login))),
		...draftStep(request.draft)
	];
	const problems = await Promise.all([addNewLabels(octokit, place, {
		number: request.number,
		labels: newLabels
	}), perform(octokit, request.nodeId, steps)]);
	const strangers = reviewers.filter((login) => !reviewerIds.has(login));
	return [...problems.flat(), ...strangers.map((login) => `${login} can't be asked for a review: GitHub knows no such user.`)];
}
/** Over REST, GitHub makes labels that it does not know. */
async function addNewLabels(octokit, { owner, name }, { number, labels }) {
	if (labels.length === 0) return [];
	try {
		await octokit.rest.issues.addLabels({
			owner,
			repo: name,
			issue_number: number,
			labels: [...labels]
		});
		return [];
	} catch (error) {
		return [`The labels ${labels.map((label) => JSON.stringify(label)).join(", ")} could not be added: ${messageOf(error)}`];
	}
}
function labelStep(ids) {
	if (ids.length === 0) return [];
	return [{
		undone: "The labels could not be added",
		mutation: "addLabelsToLabelable(input: { labelableId: $pull, labelIds: $IDS })",
		ids
	}];
}
/** One per person: GitHub refuses a whole request for one who is no collaborator. */
function reviewStep(login, id) {
	if (id === void 0) return [];
	return [{
		undone: `${login} could not be asked for a review`,
		mutation: "requestReviews(input: { pullRequestId: $pull, userIds: $IDS, union: true })",
		ids: [id]
	}];
}
function draftStep(draft) {
	if (draft === void 0) return [];
	if (draft) return [{
		undone: "It could not be made a draft",
		mutation: "convertPullRequestToDraft(input: { pullRequestId: $pull })"
	}];
	return [{
		undone: "It could not be marked ready for review",
		mutation: "markPullRequestReadyForReview(input: { pullRequestId: $pull })"
	}];
}
async function perform(octokit, pull, steps) {
	if (steps.length === 0) return [];
	const declarations = steps.map(({ ids }, index) => ids === void 0 ? "" : `, $ids${index}: [ID!]!`);
	const fields = steps.map(({ mutation }, index) => `s${index}: ${mutation.replace("$IDS", `$ids${index}`)} { clientMutationId }`);
	const values = Object.fromEntries(steps.flatMap(({ ids }, index) => ids === void 0 ? [] : [[`ids${index}`, ids]]));
	try {
		await octokit.graphql(`mutation Decorate($pull: ID!${declarations.join("")}) { ${fields.join("\n")} }`, {
			pull,
			...values
		});
		return [];
	} catch (error) {
		return describeFailures(error, steps);
	}
}
/** GitHub does the steps one by one, and says which failed; where it does not say, none can be taken for done. */
function describeFailures(error, steps) {
	const failures = graphqlFailures(error).map(({ alias, message }) => ({
		step: steps[Number(alias?.slice(1))],
		message
	}));
	if (!(failures.length > 0 && failures.every(({ step }) => step !== void 0))) return steps.map(({ undone }) => `${undone}: ${messageOf(error)}`);
	return failures.map(({ step, message }) => `${step?.undone}: ${message}`);
}

// src/io/github/errors.ts
/** GitHub refused, failed, or could not be reached. The message says what was attempted, what GitHub said and what to do. */
var GitHubError = class extends Error {
	attempted;
	/** HTTP status; null where there was no answer, or an answer of 200 with GraphQL errors. */
	status;
	/** GitHub's own words. */
	said;
	remedy;
	constructor(attempted, cause) {
		const said = withoutTokens(messageOf(cause));
		const status = statusOf(cause);
		const remedy = wasUnanswered(cause) ? NOT_ANSWERING : findRemedy(status, said);
		super([`Could not ${attempted}: ${endSentence(said)}`, remedy].filter(Boolean).join(" "), { cause });
		this.name = "GitHubError";
		this.attempted = attempted;
		this.status = status;
		this.said = said;
		this.remedy = remedy;
	}
};
/** Does the work; whatever it throws becomes a GitHubError about `attempted`, such as `open the pull request`. */
async function attempt(attempted, work) {
	try {
		return await work();
	} catch (error) {
		throw error instanceof GitHubError ? error : new GitHubError(attempted, error);
	}
}
function endSentence(text) {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
function withoutTokens(text) {
	return text.replace(/\b(gh[a-z]_|github_pat_)\w+/g, "$1***");
}
function findRemedy(status, said) {
	return REMEDIES$1.find(({ applies }) => applies(status, said))?.remedy ?? "";
}
const NOT_ANSWERING = "GitHub is not answering as it should: run it again later.";
/** The first that applies is given. */
const REMEDIES$1 = [
	{
		applies: (_, said) => /not permitted to create or approve pull requests/i.test(said),
		remedy: "Turn on \"Allow GitHub Actions to create and approve pull requests\" under Settings, Actions, General, or give the Action the token of a GitHub App."
	},
	{
		applies: (_, said) => /without `?workflows?`? permission/i.test(said),
		remedy: "Workflow files can only be written with the token of a GitHub App or person that has the permission \"workflows\"."
	},
	{
		applies: (status, said) => status === 429 || /rate limit/i.test(said),
		remedy: "Run it again when the rate limit has reset."
	},
	{
		applies: (status) => status === 401,
		remedy: "Check the token: it is unknown here, has expired or was revoked."
	},
	{
		applies: (status, said) => status === 403 || /not accessible by/i.test(said),
		remedy: "Give the token or job the permission that this needs: contents, pull-requests and statuses, each \"write\"."
	},
	{
		applies: (status, said) => status === 404 || /could not resolve to a repository/i.test(said),
		remedy: "Check the name of the repository, and that the token may see it."
	},
	{
		applies: (status) => status !== null && status >= 500,
		remedy: NOT_ANSWERING
	}
];

// src/io/github/forge.ts
/** Pull requests and statuses over GitHub's API. Rejects with GitHubError. */
function createForge({ octokit, owner, name }) {
	const place = {
		owner,
		name
	};
	const repository = {
		owner,
		repo: name
	};
	return {
		openPullRequest: async (request) => {
			return await attempt("open the pull request", async () => await openPullRequest(octokit, place, request));
		},
		updatePullRequest: async (number, update) => {
			return await attempt(`update pull request #${number}`, async () => await updatePullRequest(octokit, place, number, update));
		},
		decoratePullRequest: async (request) => await decoratePullRequest(octokit, place, request),
		setStatus: async (sha, { context, state, description, targetUrl }) => {
			await attempt(`set the status of ${sha}`, async () => {
				await octokit.rest.repos.createCommitStatus({
					...repository,
					sha,
					context,
					state,
					description: shorten(description),
					...targetUrl === void 0 ? {} : { target_url: targetUrl }
				});
			});
		}
	};
}
/**
* Without drafts on the repository's plan it is opened as an ordinary one. One that is open already is updated and is
* the answer, as is one that this request itself opened when GitHub's first answer was lost.
*/
async function openPullRequest(octokit, place, request) {
	const { owner, name } = place;
	try {
		const { data } = await octokit.rest.pulls.create({
			owner,
			repo: name,
			...request
		});
		return {
			...opened(data),
			existing: false
		};
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		const said = messageOf(error);
		if (request.draft && /draft/i.test(said)) return await openPullRequest(octokit, place, {
			...request,
			draft: false
		});
		const number = /already exists/i.test(said) ? await findOpenPullRequest(octokit, place, request) : null;
		if (number === null) throw error;
		return {
			...opened(await sendUpdate$1(octokit, place, number, request)),
			existing: true
		};
	}
}
/** GitHub allows one per head and base. */
async function findOpenPullRequest(octokit, { owner, name }, { head, base }) {
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo: name,
		head: `${owner}:${head}`,
		base,
		state: "open"
	});
	return data[0]?.number ?? null;
}
function opened(data) {
	const { number, html_url: url, node_id: nodeId, draft = false, head } = data;
	return {
		number,
		url,
		nodeId,
		draft,
		head: head.sha
	};
}
async function updatePullRequest(octokit, place, number, update) {
	const { state, draft = false, head } = await sendUpdate$1(octokit, place, number, update);
	return {
		state: state === "open" ? "open" : "closed",
		head: head.sha,
		draft
	};
}
async function sendUpdate$1(octokit, { owner, name }, number, { title, body, base }) {
	const text = {
		title,
		body,
		base
	};
	return (await octokit.rest.pulls.update({
		owner,
		repo: name,
		pull_number: number,
		...text
	})).data;
}
/** Cuts between characters, not through one that is stored as two. */
function shorten(description) {
	if (description.length <= LONGEST_DESCRIPTION) return description;
	return `${description.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
/** Characters that GitHub takes of a status. */
const LONGEST_DESCRIPTION = 140;

// src/io/ref-moves.ts
/** How git and GitHub write "no such ref" where an object id is wanted. */
const ZERO_OID = "0".repeat(40);
/** Puts the oids of the commits that were made into the moves. Throws on a name that is no full ref. */
function resolveMoves(moves, commits) {
	return moves.map(({ ref, before, after, force = false }) => {
		if (!isFullRef(ref)) throw new TypeError(`${JSON.stringify(ref)} is not the full name of a ref.`);
		return {
			ref,
			before,
			after: resolveTarget(after, commits),
			force
		};
	});
}
/** True of `refs/…` names that hold nothing which refspecs, patterns or line protocols could read as more than a name. */
function isFullRef(name) {
	return FULL_REF.test(name);
}
/** True of a move that only compares. */
function isGuard(move) {
	return move.before === move.after;
}
/**
* What became of a transaction, judged by where its refs stand after it was tried:
* `done` when all are where it wanted them, `moved` when one is not where it expected them either, and
* `unchanged` when all are still where they were. A transaction of one's own that is found `done` after an
* error did happen: commits name their author's run, so nobody else makes the same ones.
*/
function judgeMoves(moves, now) {
	if (moves.every((move) => (now.get(move.ref) ?? null) === move.after)) return { kind: "done" };
	const refs = moves.filter((move) => (now.get(move.ref) ?? null) !== move.before).map((move) => move.ref);
	return refs.length > 0 ? {
		kind: "moved",
		refs
	} : { kind: "unchanged" };
}
function resolveTarget(after, commits) {
	if (after === null || typeof after === "string") return after;
	const commit = commits[after.commit];
	if (commit === void 0) throw new TypeError(`The transaction makes no commit named ${JSON.stringify(after.commit)}.`);
	return commit.oid;
}
const FULL_REF = /^refs\/(?!.*\.\.)[^\0-\x20\x7f~^:?*[\\]+$/;

// src/io/github/graphql.ts
/**
* Asks about one repository. A user that GitHub does not know is an error in its answer and null in the data; that
* alone is no failure.
*/
async function ask(octokit, query) {
	const { repository, ...users } = await octokit.graphql(query.text, query.variables).catch(acceptUnknownUsers);
	return {
		repository,
		users
	};
}
function acceptUnknownUsers(error) {
	const data = graphqlData(error);
	if (graphqlFailures(error).every(({ type, alias = "" }) => type === "NOT_FOUND" && /^u\d+$/.test(alias)) && isAnswer$1(data)) return data;
	throw error;
}
function isAnswer$1(data) {
	return property(property(data, "repository"), "id") !== void 0;
}

// src/io/file-mode.ts
/**
* A tree entry's mode from git's six octal digits. Old git versions wrote other permission bits than today's; all that
* git reads from them is whether a file is executable.
*/
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

// src/io/paths.ts
/** The folders that a path lies in, outermost first; the root itself is not among them. `a/b/c` gives `a`, `a/b`. */
function parentFolders(path) {
	const segments = path.split("/").slice(0, -1);
	return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}
/** Each path once, with all the folders that they lie in. */
function withParentFolders(paths) {
	return [...new Set(paths.flatMap((path) => [...parentFolders(path), path]))];
}

// src/io/object-id.ts
/** The id that git gives an object: SHA-1 over its type, length and bytes. */
function objectId(type, bytes) {
	return createHash("sha1").update(`${type} ${bytes.byteLength}\0`).update(bytes).digest("hex");
}

// src/io/github/blobs.ts
/**
* The bytes of the blobs among these entries, by oid, each verified against it.
*
* GraphQL gives text: none of a binary file, a part of a long one, and a translation of what is not UTF-8. Whatever
* does not hash to its id is read again over REST.
*/
async function readBlobs(octokit, place, entries) {
	const blobs = entries.filter(({ type }) => type === "blob");
	const bytes = new Map(blobs.flatMap((entry) => verifiedText(entry)));
	const others = [...new Set(blobs.map(({ oid }) => oid))].filter((oid) => !bytes.has(oid));
	while (others.length > 0) {
		const some = others.splice(0, BLOBS_AT_ONCE);
		const read = await Promise.all(some.map(async (oid) => await readBlob(octokit, place, oid)));
		for (const [index, oid] of some.entries()) bytes.set(oid, read[index] ?? Buffer.alloc(0));
	}
	return bytes;
}
function verifiedText({ oid, object }) {
	if (typeof object?.text !== "string" || object.isTruncated) return [];
	const bytes = Buffer.from(object.text, "utf8");
	return objectId("blob", bytes) === oid ? [[oid, bytes]] : [];
}
async function readBlob(octokit, { owner, name }, oid) {
	const { data } = await octokit.rest.git.getBlob({
		owner,
		repo: name,
		file_sha: oid
	});
	const bytes = Buffer.from(data.content, "base64");
	if (objectId("blob", bytes) !== oid) throw new Error(`The bytes that GitHub gave for blob ${oid} do not hash to its id.`);
	return bytes;
}
/** Far below the hundred requests that GitHub allows at one time. */
const BLOBS_AT_ONCE = 20;

// src/io/github/snapshot-query.ts
/** Everything that a read request asks for, except files beyond `paths`. Answers are aliased by position: `f0`, `r0`, `l0`, `u0`. */
function snapshotQuery(place, request, paths) {
	const variables = createVariables(place);
	const { base = {}, config, fileAt, anyRefUnder, pullRequestFrom, refs = [], labels = [], reviewers = [] } = request;
	const state = stateFragment(variables, paths);
	const fields = [
		"id",
		`defaultBranchRef { name target { ${base.branch === void 0 ? "...state" : "oid"} ${configField(variables, config)} } }`,
		base.branch === void 0 ? "" : `base: ref(qualifiedName: ${variables.bind("String!", `refs/heads/${base.branch}`)}) { prefix name target { ...state } }`,
		base.sha === void 0 ? "" : `pinned: object(oid: ${variables.bind("GitObjectID!", base.sha)}) { ...state }`,
		refFields(variables, refs),
		fileAt === void 0 ? "" : fileAtField(variables, fileAt),
		anyRefUnder === void 0 ? "" : `any: refs(refPrefix: ${variables.bind("String!", anyRefUnder)}, first: 1) { totalCount }`,
		pullRequestFrom === void 0 ? "" : pullRequestField(variables, pullRequestFrom),
		...labels.map((label, index) => `l${index}: label(name: ${variables.bind("String!", label)}) { id }`)
	];
	const users = reviewers.map((login, index) => `u${index}: user(login: ${variables.bind("String!", login)}) { id }`);
	return variables.query("Snapshot", {
		fields,
		beside: users,
		fragments: [state, paths.length > 0 || config !== void 0 || fileAt !== void 0 ? ENTRY : ""]
	});
}
/** More files of commits that are known by now, aliased `o0`, `o1` and so on. */
function filesQuery(place, commits, paths) {
	const variables = createVariables(place);
	const fields = commits.map((oid, index) => `o${index}: object(oid: ${variables.bind("GitObjectID!", oid)}) { ...state }`);
	return variables.query("Files", {
		fields,
		beside: [],
		fragments: [stateFragment(variables, paths), ENTRY]
	});
}
/** Where refs stand, aliased `r0`, `r1` and so on, and the repository's node id. */
function refsQuery(place, refs) {
	const variables = createVariables(place);
	return variables.query("Refs", {
		fields: ["id", refFields(variables, refs)],
		beside: [],
		fragments: []
	});
}
/** No value from outside is ever written into a query's text. */
function createVariables(place) {
	const declared = ["$owner: String!", "$name: String!"];
	const values = { ...place };
	return {
		bind(type, value) {
			const name = `v${declared.length}`;
			declared.push(`$${name}: ${type}`);
			values[name] = value;
			return `$${name}`;
		},
		query(name, parts) {
			const { fields, beside, fragments } = parts;
			const body = `repository(owner: $owner, name: $name) { ${join(fields)} } ${join(beside)}`;
			return {
				text: `query ${name}(${declared.join(", ")}) { ${body} } ${join(fragments)}`,
				variables: values
			};
		}
	};
}
function join(parts) {
	return parts.filter(Boolean).join("\n");
}
function stateFragment(variables, paths) {
	return `fragment state on Commit { oid tree { oid } ${join(paths.map((path, index) => `f${index}: file(path: ${variables.bind("String!", path)}) { ...entry }`))} }`;
}
const ENTRY = "fragment entry on TreeEntry { mode type oid object { ... on Blob { text isTruncated } } }";
function configField(variables, config) {
	return config === void 0 ? "" : `... on Commit { config: file(path: ${variables.bind("String!", config)}) { ...entry } }`;
}
function fileAtField(variables, { ref, path }) {
	const [name, file] = [variables.bind("String!", ref), variables.bind("String!", path)];
	return `fileAt: ref(qualifiedName: ${name}) { prefix name target { ... on Commit { file(path: ${file}) { ...entry } } } }`;
}
/** A short name that happens to match answers too, so the full name is asked for to be compared. */
function refFields(variables, refs) {
	return join(refs.map((ref, index) => {
		return `r${index}: ref(qualifiedName: ${variables.bind("String!", ref)}) { prefix name target { oid ... on Commit { tree { oid } message } } }`;
	}));
}
/** Not only the newest, since forks may use the same branch name, and a fork's pull request costs nothing to open. */
function pullRequestField(variables, branch) {
	return `pullRequests(${`headRefName: ${variables.bind("String!", branch)}, first: ${PULL_REQUESTS_LOOKED_AT}, orderBy: { field: CREATED_AT, direction: DESC }`}) { nodes { id number url state isDraft headRefOid baseRefName isCrossRepository } }`;
}
/** The most that GitHub gives in one page. */
const PULL_REQUESTS_LOOKED_AT = 100;

// src/io/github/entries.ts
/** Null for what is no commit. */
function commitOnly(answer) {
	const { oid, tree } = answer ?? {};
	return oid === void 0 || tree === void 0 ? null : {
		...answer,
		oid,
		tree
	};
}
/**
* What each of these commits holds of `paths`, in the order of `states`. The first entries are there already; the rest
* is asked of the same commits, wherever their branches are by now.
*/
async function readEntries(octokit, place, { states, paths }) {
	const commits = states.filter((state) => state !== null);
	const chunks = commits.length === 0 ? [] : chunk(paths.slice(100));
	const query = (some) => filesQuery(place, commits.map(({ oid }) => oid), some);
	const answers = await Promise.all(chunks.map(async (some) => (await ask(octokit, query(some))).repository));
	return states.map((state) => {
		if (state === null) return /* @__PURE__ */ new Map();
		const further = answers.map((answer, index) => entriesOf(answer[`o${commits.indexOf(state)}`], chunks[index] ?? []));
		return new Map([entriesOf(state, paths.slice(0, 100)), ...further].flat());
	});
}
function chunk(paths) {
	return Array.from({ length: Math.ceil(paths.length / 100) }, (_, index) => {
		return paths.slice(index * 100, (index + 1) * 100);
	});
}
function entriesOf(state, paths) {
	return paths.flatMap((path, index) => {
		const entry = state?.[`f${index}`];
		return entry ? [[path, entry]] : [];
	});
}

// src/io/github/read.ts
/**
* One GraphQL query for everything. Only files beyond FILES_PER_QUERY and bytes that GraphQL can't give cost more, and
* those are asked for side by side. `repositoryId` is the node id that mutations want.
*/
async function readSnapshot(octokit, place, request) {
	const paths = withParentFolders(request.files ?? []);
	const asked = withUsablePin(request);
	const { repository, users } = await ask(octokit, snapshotQuery(place, asked, paths.slice(0, 100)));
	const { defaultBranchRef } = repository;
	if (!defaultBranchRef) throw new Error("The repository is empty: push a first commit to it.");
	const states = [findBase(repository, asked), commitOnly(repository.pinned)];
	const [inBase = NO_ENTRIES, inPinned = NO_ENTRIES] = await readEntries(octokit, place, {
		states,
		paths
	});
	const config = defaultBranchRef.target?.config ?? null;
	const { fileAt } = request;
	const file = fileAt === void 0 ? null : targetOf(fileAt.ref, repository.fileAt)?.file ?? null;
	const blobs = await readBlobs(octokit, place, [
		...inBase.values(),
		...inPinned.values(),
		...[config, file].filter((entry) => entry !== null)
	]);
	const branch = request.base?.branch ?? defaultBranchRef.name;
	const snapshot = {
		defaultBranch: defaultBranchRef.name,
		base: baseState(branch, states[0], withBytes(inBase, blobs)),
		...request.base?.sha === void 0 ? {} : { pinned: baseState(branch, states[1], withBytes(inPinned, blobs)) },
		refs: readRefs(repository, request.refs ?? []),
		config: configText(config, blobs),
		...fileAt === void 0 ? {} : { fileAt: (file && blobs.get(file.oid)) ?? null },
		anyRefUnder: (repository.any?.totalCount ?? 0) > 0,
		...request.pullRequestFrom === void 0 ? {} : { pullRequest: newestPullRequest(repository.pullRequests?.nodes ?? []) },
		labelIds: nodeIds(request.labels ?? [], (index) => repository[`l${index}`]),
		reviewerIds: nodeIds(request.reviewers ?? [], (index) => users[`u${index}`])
	};
	return {
		repositoryId: repository.id,
		snapshot
	};
}
/** The commits of refs that `refsQuery` or `snapshotQuery` asked for; null: there is no such ref, or it is on no commit. */
function readRefs(repository, refs) {
	return new Map(refs.map((ref, index) => [ref, commitInfo(targetOf(ref, repository[`r${index}`]))]));
}
/** What is no object id can't be asked for, and names no commit. */
function withUsablePin(request) {
	if (request.base?.sha === void 0 || FULL_OID.test(request.base.sha)) return request;
	const { sha: _, ...base } = request.base;
	return {
		...request,
		base
	};
}
function findBase(repository, { base }) {
	if (base?.branch === void 0) return commitOnly(repository.defaultBranchRef?.target);
	return commitOnly(targetOf(`refs/heads/${base.branch}`, repository.base));
}
/** Where no ref has the full name, GitHub answers with one whose name only ends like it; that one is not meant. */
function targetOf(ref, answer) {
	return answer && `${answer.prefix}${answer.name}` === ref ? answer.target : null;
}
function withBytes(entries, blobs) {
	return new Map([...entries].map(([path, entry]) => [path, treeEntry(entry, blobs)]));
}
function treeEntry({ mode, oid }, blobs) {
	const bytes = blobs.get(oid);
	return {
		mode: parseMode(mode.toString(8)),
		oid,
		...bytes === void 0 ? {} : { bytes }
	};
}
function baseState(branch, state, entries) {
	return state === null ? null : {
		branch,
		sha: state.oid,
		tree: state.tree.oid,
		entries
	};
}
function commitInfo(answer) {
	if (answer?.tree === void 0 || answer.message === void 0) return null;
	return {
		oid: answer.oid,
		tree: answer.tree.oid,
		message: answer.message.replace(/\n+$/, "")
	};
}
/** Only a regular file configures anything. */
function configText(entry, blobs) {
	if (entry === null || parseMode(entry.mode.toString(8)) === "120000") return null;
	const bytes = blobs.get(entry.oid);
	return bytes === void 0 ? null : new TextDecoder().decode(bytes);
}
/** Forks may use the same branch name. */
function newestPullRequest(newestFirst) {
	const found = newestFirst.find(({ isCrossRepository }) => !isCrossRepository);
	if (found === void 0) return null;
	const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head, baseRefName: base } = found;
	return {
		nodeId,
		number,
		url,
		state: PULL_REQUEST_STATES[state],
		draft,
		head,
		base
	};
}
const PULL_REQUEST_STATES = {
	OPEN: "open",
	CLOSED: "closed",
	MERGED: "merged"
};
function nodeIds(names, answerAt) {
	const known = names.map((name, index) => ({
		name,
		id: answerAt(index)?.id
	}));
	return new Map(known.flatMap(({ name, id }) => id === void 0 ? [] : [[name, id]]));
}
const NO_ENTRIES = /* @__PURE__ */ new Map();
const FULL_OID = /^[0-9a-f]{40}$/;

// src/io/github/update-refs.ts
/**
* Moves all refs or none with one `updateRefs`, in which GitHub compares every ref, guards too, before it moves any.
* Answers with the names of refs that were elsewhere; none means done. Throws what GitHub said when the refs stand as
* they stood and it still would not.
*
* That a ref must not exist and shall not be made is the one guard that GitHub has no words for: zeros on both sides
* would be the deletion of a ref that is not there. Such refs are read right before and right after instead, and when
* one came in between, the moves are taken back (only from where they were made to) and count as never made. What
* remains is that others may have seen the refs for that moment, and that a process that dies in it takes nothing back.
*/
async function updateRefs(octokit, update) {
	const absences = update.moves.filter(({ before, after }) => before === null && after === null);
	const stated = {
		...update,
		moves: update.moves.filter((move) => !absences.includes(move))
	};
	const present = await findPresent(octokit, update.place, absences);
	if (present.length > 0) return present;
	const moved = await moveRefs(octokit, stated);
	if (moved.length > 0) return moved;
	const come = await findPresent(octokit, update.place, absences);
	if (come.length > 0) await takeBack(octokit, stated, come);
	return come;
}
/** Those of these refs that exist. */
async function findPresent(octokit, place, moves) {
	if (moves.length === 0) return [];
	const positions = await readPositions(octokit, place, moves);
	return moves.map(({ ref }) => ref).filter((ref) => positions.get(ref) !== null);
}
/** Undoes moves that were made, comparing every ref with what they made of it. Throws when that is not possible any more. */
async function takeBack(octokit, update, come) {
	const moves = update.moves.filter((move) => !isGuard(move)).map(({ ref, before, after }) => ({
		ref,
		before: after,
		after: before,
		force: true
	}));
	const moved = await moveRefs(octokit, {
		...update,
		moves
	}).catch((cause) => {
		throw new Error(describeStuck(come, messageOf(cause)), { cause });
	});
	if (moved.length > 0) throw new Error(describeStuck(come, `${moved.join(", ")} moved on`));
}
function describeStuck(come, reason) {
	return `${come.join(", ")} was made while refs moved, and the moves could not be taken back (${reason}). Check the refs by hand.`;
}
/**
* An error does not say that nothing happened, nor which ref was in the way, so after one the refs are read back; only
* then, and only when there was no proper answer, it is tried again.
*/
async function moveRefs(octokit, { place, repositoryId, moves }) {
	if (moves.length === 0) return [];
	for (let tries = 1;; tries += 1) try {
		await sendUpdate(octokit, repositoryId, moves);
		return [];
	} catch (error) {
		const judgement = judgeMoves(moves, await readPositions(octokit, place, moves));
		if (judgement.kind === "done") return [];
		if (judgement.kind === "moved") return judgement.refs;
		if (tries >= MOST_TRIES || isAnswer(error)) throw error;
		await delay(backoff(tries - 1));
	}
}
async function sendUpdate(octokit, repositoryId, moves) {
	const refUpdates = moves.map(({ ref, before, after, force }) => {
		return {
			name: ref,
			beforeOid: before ?? ZERO_OID,
			afterOid: after ?? ZERO_OID,
			force
		};
	});
	await octokit.graphql(UPDATE_REFS, {
		repositoryId,
		refUpdates,
		request: { ambiguous: "throw" }
	});
}
async function readPositions(octokit, place, moves) {
	const names = moves.map(({ ref }) => ref);
	const { repository } = await ask(octokit, refsQuery(place, names));
	return new Map([...readRefs(repository, names)].map(([ref, commit]) => [ref, commit?.oid ?? null]));
}
/** GitHub understood and refused. */
function isAnswer(error) {
	const status = statusOf(error);
	return status !== null && status < 500 || graphqlFailures(error).length > 0;
}
const UPDATE_REFS = `mutation UpdateRefs($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`;
/** Of one transaction, when GitHub gives no proper answer. */
const MOST_TRIES = 3;

// src/io/github/write.ts
/**
* Makes a transaction's objects: blobs that are no text, then all trees, then all commits, each kind side by side.
* Author and committer are left to GitHub, which signs such commits where it can. No ref points to any of it yet, so
* doing it twice does no harm.
*/
async function writeObjects(octokit, place, plans) {
	const entries = Object.entries(plans);
	await Promise.all(blobsOf(Object.values(plans)).map(async (bytes) => await createBlob(octokit, place, bytes)));
	const trees = Object.fromEntries(await Promise.all(entries.map(async ([name, plan]) => [name, await createTree(octokit, place, plan)])));
	const commits = entries.map(async ([name, plan]) => {
		const tree = trees[name] ?? "";
		return [name, {
			oid: await createCommit(octokit, place, {
				plan,
				tree,
				message: plan.message(trees)
			}),
			tree
		}];
	});
	return Object.fromEntries(await Promise.all(commits));
}
/** Those that can't travel inside the request for their tree, each once. */
function blobsOf(plans) {
	const bodies = plans.flatMap(({ tree }) => typeof tree === "string" ? [] : tree.changes).flatMap(({ bytes }) => bytes === null || fitsInline(bytes) ? [] : [bytes]);
	return [...new Map(bodies.map((bytes) => [objectId("blob", bytes), bytes])).values()];
}
function fitsInline(bytes) {
	return bytes.byteLength <= LONGEST_INLINE && isUtf8(bytes) && !bytes.includes(0);
}
async function createBlob(octokit, { owner, name }, bytes) {
	const content = Buffer.from(bytes).toString("base64");
	const { data } = await octokit.rest.git.createBlob({
		owner,
		repo: name,
		content,
		encoding: "base64"
	});
	if (data.sha !== objectId("blob", bytes)) throw new Error(`GitHub stored a blob as ${data.sha}, which is not its id.`);
}
async function createTree(octokit, { owner, name }, { tree }) {
	if (typeof tree === "string") return tree;
	if (tree.base !== null && tree.changes.length === 0) return tree.base;
	const { data } = await octokit.rest.git.createTree({
		owner,
		repo: name,
		tree: withoutImpliedRemovals(tree.changes).map(treeItem),
		...tree.base === null ? {} : { base_tree: tree.base }
	});
	return data.sha;
}
/**
* What a path becomes says what becomes of everything in its way: a new folder replaces the file of its name, and a new
* file the folder. Saying both would make the answer depend on the order in which GitHub takes them.
*/
function withoutImpliedRemovals(changes) {
	const written = changes.filter(({ bytes }) => bytes !== null).map(({ path }) => path);
	const files = new Set(written);
	const folders = new Set(written.flatMap(parentFolders));
	return changes.filter(({ path, bytes }) => {
		return bytes !== null || !folders.has(path) && !parentFolders(path).some((folder) => files.has(folder));
	});
}
function treeItem({ path, mode, bytes }) {
	const place = {
		path,
		mode,
		type: "blob"
	};
	if (bytes === null) return {
		...place,
		sha: null
	};
	return fitsInline(bytes) ? {
		...place,
		content: Buffer.from(bytes).toString("utf8")
	} : {
		...place,
		sha: objectId("blob", bytes)
	};
}
async function createCommit(octokit, { owner, name }, { plan, tree, message }) {
	const { data } = await octokit.rest.git.createCommit({
		owner,
		repo: name,
		message,
		tree,
		parents: [...plan.parents]
	});
	return data.sha;
}
/** Bytes. Longer files travel alone, so that no request for a tree grows beyond what GitHub takes. */
const LONGEST_INLINE = 1e6;

// src/io/github/repository.ts
/**
* The repository port over GitHub's API. A read is one request for up to 100 paths; a write is one request per tree and
* commit and one for all refs, three deep (four with files that are no text). Rejects with GitHubError.
*/
function createApiRepository({ octokit, owner, name }) {
	const place = {
		owner,
		name
	};
	let repositoryId;
	return {
		read: async (request) => {
			return await attempt(`read ${owner}/${name}`, async () => {
				const answer = await readSnapshot(octokit, place, request);
				({repositoryId} = answer);
				return answer.snapshot;
			});
		},
		write: async (transaction) => {
			return await attempt(`write to ${owner}/${name}`, async () => {
				return await write(octokit, {
					place,
					transaction,
					knownId: repositoryId
				});
			});
		}
	};
}
async function write(octokit, { place, transaction, knownId }) {
	const [commits, repositoryId] = await Promise.all([writeObjects(octokit, place, transaction.commits), knownId ?? findRepositoryId(octokit, place)]);
	const moves = resolveMoves(transaction.refs, commits);
	const moved = await updateRefs(octokit, {
		place,
		repositoryId,
		moves
	});
	return moved.length === 0 ? {
		ok: true,
		commits
	} : {
		ok: false,
		moved
	};
}
async function findRepositoryId(octokit, place) {
	return (await ask(octokit, refsQuery(place, []))).repository.id;
}

// src/io/slack-failure.ts
/** A call to Slack that failed for good. Holds no token. */
var SlackError = class extends Error {
	/** The message that was to be posted may stand in the channel all the same; whoever posts it anew may double it. */
	maybePosted;
	constructor(message, options) {
		super(message, options);
		this.name = "SlackError";
		this.maybePosted = options.maybePosted;
	}
};
/** `lost` is what `fetch` threw, where it did: the client's own error hides it. */
function describeFailure(slack, error, lost) {
	if (error instanceof slack.WebAPIRateLimitedError) {
		const seconds = error.retryAfter;
		return {
			words: `rate limited for ${seconds} s, longer than there was time to wait`,
			retry: "always",
			maybeDone: false,
			waitSeconds: seconds
		};
	}
	if (error instanceof slack.WebAPIPlatformError) return describeRefusal(error.data.error, error.data.response_metadata?.messages ?? []);
	if (error instanceof slack.WebAPIHTTPError) {
		const maybeDone = error.statusCode >= 500;
		return {
			words: `HTTP status ${error.statusCode}`,
			retry: maybeDone ? "unless_sent_twice_hurts" : "never",
			maybeDone
		};
	}
	if (error instanceof slack.WebAPIRequestError) return describeLoss(lost);
	return {
		words: error instanceof Error ? error.message : String(error),
		retry: "never",
		maybeDone: true
	};
}
/** HTTP 200 with `ok: false`. */
function describeRefusal(error, details) {
	const remedy = REMEDIES[error];
	return {
		words: [
			error,
			...details,
			...remedy === void 0 ? [] : [remedy]
		].join("; "),
		retry: OWN_FAULTS.has(error) ? "unless_sent_twice_hurts" : "never",
		maybeDone: OWN_FAULTS.has(error) || !ERROR_CODE.test(error)
	};
}
/** The client gives the whole body as the error where it is none of Slack's answers, such as a proxy's page. */
const ERROR_CODE = /^\w+$/;
/** What Slack answers when the fault is its own. */
const OWN_FAULTS = /* @__PURE__ */ new Set([
	"internal_error",
	"fatal_error",
	"service_unavailable",
	"request_timeout"
]);
const REMEDIES = {
	channel_not_found: "name the channel by its id, such as C0123456789, and invite the bot where it is private",
	not_in_channel: "invite the bot to the channel",
	is_archived: "the channel is archived; name another",
	invalid_auth: "the bot token is not valid",
	not_authed: "no bot token was given",
	token_revoked: "the bot token was revoked",
	missing_scope: "give the app the scope chat:write and install it again",
	message_not_found: "the message was deleted; the patch gets no other"
};
function describeLoss(lost) {
	if (read(lost, "name") === "TimeoutError") return {
		words: "no answer in time",
		retry: "never",
		maybeDone: true
	};
	const cause = read(lost, "cause");
	const code = read(cause, "code");
	const words = [
		code,
		read(cause, "message"),
		read(lost, "message")
	].find((part) => typeof part === "string" && part !== "");
	const maybeDone = !NOT_CONNECTED.has(code);
	return {
		words: `no answer (${String(words)})`,
		retry: maybeDone ? "unless_sent_twice_hurts" : "always",
		maybeDone
	};
}
/** No byte of the request has left. */
const NOT_CONNECTED = /* @__PURE__ */ new Set([
	"ECONNREFUSED",
	"ENOTFOUND",
	"EAI_AGAIN",
	"UND_ERR_CONNECT_TIMEOUT"
]);
function read(value, property) {
	return typeof value === "object" && value !== null ? Reflect.get(value, property) : void 0;
}

// src/io/slack.ts
/**
* Slack as a `Chat`.
*
* - Every failure throws a SlackError whose message says what Slack said and what to do about it, also the ones that
*   Slack answers with HTTP 200. Its `maybePosted` says whether a new message may stand there all the same.
* - A rate-limited call waits as long as Slack asks, an edit is tried again after any passing failure. A new
*   message is not sent again when nobody can tell whether it arrived: two messages about one patch are worse
*   than one that is late.
* - A message that was deleted is not posted anew, because a person wanted it gone; that too is an error.
*/
function createSlackChat(options) {
	return {
		async post(channel, message) {
			return readRef(await call(options, {
				method: "chat.postMessage",
				args: {
					channel,
					...messageArguments(message)
				},
				repeatable: false
			}));
		},
		async update({ channel, ts }, message) {
			await call(options, {
				method: "chat.update",
				args: {
					channel,
					ts,
					...messageArguments(message)
				},
				repeatable: true
			});
		}
	};
}
function messageArguments(message) {
	return {
		...message,
		parse: "none",
		link_names: false,
		unfurl_links: false,
		unfurl_media: false
	};
}
/** A stage waits no longer for Slack than this. */
const DEADLINE_SECONDS = 10;
async function call(options, { method, args, repeatable }) {
	const slack = await import("./slack-web-api.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const deadlineSeconds = options.deadlineSeconds ?? DEADLINE_SECONDS;
	const endsAt = performance.now() + deadlineSeconds * 1e3;
	const client = createClient(slack, options, AbortSignal.timeout(deadlineSeconds * 1e3));
	for (let attempt = 0;; attempt += 1) {
		const { result, error } = await client.attempt(method, args);
		if (result !== void 0) return result;
		const failure = describeFailure(slack, error, client.lost());
		const pause = pauseBeforeRetry(failure, {
			attempt,
			repeatable
		});
		if (pause === null || performance.now() + pause * 1e3 >= endsAt) {
			const maybePosted = !repeatable && failure.maybeDone;
			throw new SlackError(`${method} failed: ${failure.words}`, {
				maybePosted,
				cause: error
			});
		}
		await setTimeout$1(pause * 1e3);
	}
}
function createClient({ WebClient, LogLevel }, { token, apiUrl }, signal) {
	let lost;
	const client = new WebClient(token, {
		...apiUrl === void 0 ? {} : { slackApiUrl: apiUrl },
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		allowAbsoluteUrls: false,
		async fetch(url, init) {
			try {
				return await fetch(url, {
					...init,
					signal
				});
			} catch (error) {
				lost = error;
				throw error;
			}
		},
		logger: silentLogger(LogLevel.ERROR)
	});
	return {
		lost: () => lost,
		async attempt(method, args) {
			try {
				return { result: await client.apiCall(method, args) };
			} catch (error) {
				return { error };
			}
		}
	};
}
/** Failures are thrown, with all that Slack said; the client's own lines would only disturb the workflow's log. */
function silentLogger(level) {
	return {
		debug() {},
		info() {},
		warn() {},
		error() {},
		setLevel() {},
		setName() {},
		getLevel: () => level
	};
}
/** Doubled with every attempt. */
const FIRST_PAUSE_SECONDS = .25;
/** Seconds; null: trying again is no use, or could do it twice. */
function pauseBeforeRetry({ retry, waitSeconds }, { attempt, repeatable }) {
	return retry === "always" || retry === "unless_sent_twice_hurts" && repeatable ? waitSeconds ?? FIRST_PAUSE_SECONDS * 2 ** attempt : null;
}
function readRef({ channel, ts }) {
	if (typeof channel !== "string" || typeof ts !== "string") throw new SlackError("chat.postMessage failed: the answer names no channel and time, so the message can never be edited", { maybePosted: true });
	return {
		channel,
		ts
	};
}

// src/action/context.ts
/** The trusted stages' ports, made of this job's tokens. */
function createContext(job) {
	const { inputs } = job;
	const [owner = "", name = ""] = job.repository.split("/", 2);
	const octokit = createOctokit({
		token: inputs.token || inputs.githubToken,
		apiUrl: job.apiUrl
	});
	const requests = countRequests(octokit);
	return {
		context: {
			repository: createApiRepository({
				octokit,
				owner,
				name
			}),
			forge: createForge({
				octokit,
				owner,
				name
			}),
			chat: inputs.slackToken === "" ? null : createSlackChat({
				token: inputs.slackToken,
				apiUrl: inputs.slackApiUrl
			}),
			clock: { now: () => /* @__PURE__ */ new Date() },
			site: {
				repository: job.repository,
				serverUrl: job.serverUrl,
				ciStartsByItself: inputs.token !== "",
				...inputs.slackChannel === "" ? {} : { defaultChannel: inputs.slackChannel }
			},
			run: job.run
		},
		requests
	};
}
/** GitHub's limit is counted in requests, so every stage says what it took. */
function sayRequests(requests) {
	say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}

export { MAX_PATTERN_PROGRAM as A, formatList as B, formatRecord as C, MAX_HUNKS as D, MAX_FILE_BYTES as E, branchName as F, formatAsked as H, recordRef as I, inboxRef as L, mergeWarnings as M, CONTROL_REF as N, MAX_PATCH_BYTES as O, PATCH_FILE as P, formatSummary as R, readPrevious as S, cappedRefusals as T, defuseReferences as U, formatChanged as V, parseJson as _, patchTexts as a, branchRef as b, viewOf as c, nextStep as d, recordOnly as f, notJson as g, jsonPointer as h, explainCrash as i, formatStatus as j, MAX_PATH_BYTES as k, describeRecord as l, readPatch as m, sayRequests as n, recordMessage as o, tell as p, conclude as r, viewFrom as s, createContext as t, branchAndRecord as u, canonicalJson as v, testReportSchema as w, controlOf as x, sha256 as y, formatTested as z };