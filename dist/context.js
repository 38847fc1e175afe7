import { r as __toESM } from "./rolldown-runtime.js";
import { l as warn, o as say, s as setOutputs, t as fail, u as writeSummary } from "./workflow.js";
import { a as changesOf$1, c as shortSha, d as oneLine$2, f as showHidden, i as formatSeconds, l as testsOf, n as describeTests, o as commitUrl, p as cutText, r as describeView, s as repositoryUrl, t as describeOutcome, u as titleOf$1 } from "./sentence.js";
import { t as require_dist } from "./yaml.js";
import { a as discriminatedUnion, c as lazy, d as record, f as strictObject, i as boolean, l as literal, m as union, n as _enum, o as int, p as string, r as array, s as json, t as datetime, u as number } from "./zod.js";
import { n as RE2JSException, t as RE2JS } from "./re2js.js";
import { t as require_picomatch } from "./picomatch.js";
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
function nearestPlaces$1({ data }) {
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
	const blocks = nearestPlaces$1(refusal).map(formatPlaceOfText);
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
	const changes = changesOf$1(view);
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

// src/policy/config.ts
var import_dist = require_dist();
/** Where a repository says how its patches are handled. Read from the default branch only. */
const CONFIG_PATH = ".github/ghost-runner.yml";
/** `text` is null where the file does not exist. Every problem is named at once. */
function parseConfig(text) {
	if (text === null) return refuse$1("not_configured", `This repository has no ${CONFIG_PATH} on its default branch; add one with at least "test: {command: …}".`);
	const document = (0, import_dist.parseDocument)(text);
	if (document.errors.length > 0) return {
		ok: false,
		refusals: document.errors.map((error) => problem("", `it is not valid YAML: ${firstLine(error.message)}`))
	};
	const parsed = configSchema.safeParse(document.toJS() ?? {});
	if (parsed.success) return {
		ok: true,
		config: parsed.data
	};
	return {
		ok: false,
		refusals: parsed.error.issues.map((issue) => problem(`/${issue.path.join("/")}`, issue.message))
	};
}
/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;
const configSchema = strictObject({
	"base-branches": array(string().min(1)).min(1).optional().describe("Branches that patches may be based on; the default branch alone where this is absent."),
	test: strictObject({
		command: string({ error: "name the command that runs your tests, such as \"npm test\"" }).trim().min(1, "name the command that runs your tests, such as \"npm test\"").describe("Run by bash at the root of the checkout, in a job without secrets."),
		"timeout-minutes": number().positive().max(MAX_TEST_MINUTES).default(DEFAULT_TEST_MINUTES).describe("After this the command and all that it started is ended, and the outcome is timed_out.")
	}, { error: (issue) => issue.input === void 0 ? "add \"test:\" with the command that runs your tests" : void 0 }).describe("How a patched commit is tested."),
	labels: array(string().min(1).max(50)).max(20).default([]).describe("Labels for every pull request."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked to review every pull request."),
	slack: strictObject({ channel: string().regex(/^[CGD][A-Z0-9]{2,}$/, "use the channel's id, such as C0123456789, not its name").describe("The channel's id, such as C0123456789.") }).optional().describe("Where each patch gets its one message.")
}).describe("Ghost Runner: how patches to this repository are handled.");
function refuse$1(code, message) {
	return {
		ok: false,
		refusals: [{
			code,
			message,
			path: CONFIG_PATH
		}]
	};
}
function problem(pointer, message) {
	const place = pointer.length > 1 ? ` at ${pointer}` : "";
	return {
		code: "bad_config",
		message: `${CONFIG_PATH} can't be used${place}: ${message}`,
		pointer,
		path: CONFIG_PATH
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}

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
/** All places of a text that is not empty, overlapping ones too, in order; null: the effort is spent. */
function findPlaces(chunked, find, effort) {
	const gram = rarestGram(chunked, find);
	const places = [];
	for (const [index, chunk] of chunked.chunks.entries()) {
		if (gram.hash !== null && !hasBit(chunk.grams, gram.hash)) continue;
		const before = textBefore(chunked, index, gram.offset);
		const window = before + chunk.text + textAfter(chunked, index, find.length - 1 - gram.offset);
		const first = before.length - gram.offset;
		for (let at = window.indexOf(find, first); at !== -1; at = window.indexOf(find, at + 1)) {
			effort.comparisons -= 1;
			if (effort.comparisons < 0) return null;
			places.push(placeAt(chunked, index, at - before.length));
		}
	}
	return places;
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
		const hash = hashOf(text, at);
		grams[hash >>> 5] = (grams[hash >>> 5] ?? 0) | 1 << (hash & 31);
	}
}
function hasBit(grams, hash) {
	return ((grams[hash >>> 5] ?? 0) & 1 << (hash & 31)) !== 0;
}
function hashOf(text, at) {
	let hash = 0;
	for (let next = at; next < at + GRAM; next += 1) hash = Math.imul(hash ^ text.charCodeAt(next), HASH_FACTOR);
	return (hash >>> 8) % GRAM_BITS;
}
/** The prime of the FNV hash. */
const HASH_FACTOR = 16777619;
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
		const hash = hashOf(find, offset);
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
function placeAt({ chunks }, index, offset) {
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

// src/apply/lines-found.ts
/** Line numbers (from 1) of all candidates, as a refusal's data: the first ones, and how many there are. */
function candidateData(positions) {
	return {
		lines: positions.slice(0, LISTED_CANDIDATES).map((position) => position + 1),
		total: positions.length
	};
}
/** "lines 3, 8 and 12", or the first few of them. */
function candidateText(positions) {
	const shown = positions.slice(0, SHOWN_CANDIDATES).map((position) => String(position + 1));
	if (positions.length > SHOWN_CANDIDATES) return `lines ${shown.join(", ")} and ${positions.length - SHOWN_CANDIDATES} more`;
	return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
/** Candidates that a refusal's data lists: enough for every file that a person wrote. */
const LISTED_CANDIDATES = 1e3;
/** Candidates that its sentence names. */
const SHOWN_CANDIDATES = 8;

// src/apply/edit.ts
/** Finds the literal text of an `edit` as often as it must occur. Line ends of find and replace don't matter. */
function findEdit(text, edit, { explain, effort }) {
	const { find, replace } = editTexts(edit);
	const starts = occurrences$1(text, {
		find,
		overlapping: edit.count === 1,
		effort
	});
	if (starts === null) return {
		ok: false,
		refusal: tooRepetitive(edit)
	};
	if (starts.length === 0) return {
		ok: false,
		refusal: notFound(text, edit, explain)
	};
	const miscount = countRefusal(edit, linesAt(text, starts));
	if (miscount !== null) return {
		ok: false,
		refusal: {
			...miscount,
			pointer: "/find"
		}
	};
	if (text.length + starts.length * (replace.length - find.length) > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(edit.path),
			pointer: "/replace"
		}
	};
	return {
		ok: true,
		replacements: starts.map((start) => ({
			start,
			end: start + find.length,
			text: replace
		})),
		line: lineOf(text, starts[0] ?? 0)
	};
}
/** What to find and to put in its place, with the line ends that decoded text has. */
function editTexts(edit) {
	return {
		find: toLineFeeds(edit.find),
		replace: toLineFeeds(edit.replace)
	};
}
/**
* null: `positions` (from 0, one for each occurrence) are as many as the change asks for.
* Used by every change that counts what it finds.
*/
function countRefusal({ path, count }, positions) {
	if (count === "all" || positions.length === count) return null;
	const data = {
		...candidateData(positions),
		expected: count
	};
	if (positions.length < count) return {
		code: "not_found",
		message: `The text to replace occurs ${positions.length} times in ${path}, and ${count} were announced. Correct the count, or the text.`,
		path,
		data
	};
	const wanted = count === 1 ? "nothing tells which is meant. Send more of the text around it, or" : `${count} were announced. Correct the count, or`;
	return {
		code: "ambiguous",
		message: `The text to replace occurs ${positions.length} times in ${path}, at ${candidateText(positions)}, and ${wanted} set count to "all".`,
		path,
		data
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
/** Offsets of `find`; those that overlap an earlier one count only where a single place is wanted. */
function occurrences$1(text, { find, overlapping, effort }) {
	const starts = [];
	const stride = overlapping ? 1 : find.length;
	for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + stride)) {
		effort.comparisons -= 1;
		if (effort.comparisons < 0) return null;
		starts.push(at);
	}
	return starts;
}
/** The refusal for an edit whose text is not there. */
function notFound(text, edit, explain) {
	const { path } = edit;
	const { find, replace } = editTexts(edit);
	const { sentence, data } = explain(find.split("\n"));
	const base = {
		code: "not_found",
		path,
		pointer: "/find"
	};
	const done = replace === "" ? -1 : text.indexOf(replace);
	if (done === -1) return {
		...base,
		message: `The text to replace is not in ${path}. ${sentence}`,
		data
	};
	const line = lineOf(text, done);
	const message = `The text to replace is not in ${path}, but the new text is, at line ${line}. ${sentence}`;
	return {
		...base,
		message,
		data: {
			...data,
			replacementAt: line
		}
	};
}
function tooRepetitive({ path }) {
	return {
		code: "too_large",
		message: `The text to replace occurs too often in ${path} to look at all places. Send more of the text around it.`,
		path,
		pointer: "/find"
	};
}

// src/apply/similarity.ts
/** How alike two lines are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
function similarity(left, right) {
	if (left === right) return 1;
	const [a, b] = [left.trim(), right.trim()];
	if (a === b) return SAME_BUT_SPACE;
	const pairs = /* @__PURE__ */ new Map();
	for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	let common = 0;
	for (const pair of pairsOf(b)) {
		const left = pairs.get(pair) ?? 0;
		if (left > 0) common += 1;
		pairs.set(pair, left - 1);
	}
	const all = pairCount(a) + pairCount(b);
	return all === 0 ? 0 : 2 * common / all;
}
const SAME_BUT_SPACE = .95;
/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const COMPARED_CHARACTERS = 200;
function* pairsOf(text) {
	for (let at = 0; at < pairCount(text); at += 1) yield text.slice(at, at + 2);
}
function pairCount(text) {
	return Math.max(0, Math.min(text.length, COMPARED_CHARACTERS) - 1);
}

// src/apply/alignment.ts
/** The best way to lay two short lists of lines side by side, in order. Cost: the product of their lengths. */
function align(expected, found) {
	const alike = expected.map((line) => found.map((other) => likeness(line, other)));
	const best = bestSums(alike, found.length);
	const total = expected.reduce((sum, line) => sum + weightOf(line), 0);
	const matches = traceBack(alike, best);
	return {
		score: total === 0 ? 0 : Math.round(100 * (best[0]?.[0] ?? 0) / total) / 100,
		first: matches[0]?.[1] ?? 0,
		diff: diffOf({
			expected,
			found
		}, matches)
	};
}
function likeness(line, other) {
	const alike = similarity(line, other);
	return alike >= LEAST_LIKENESS ? alike * weightOf(line) : 0;
}
/** Below this, two lines have characters in common as any two lines of code do. */
const LEAST_LIKENESS = .4;
/** A blank line says little about a place. */
function weightOf(line) {
	return line.trim() === "" ? .2 : 1;
}
/** `sums[i][j]`: the most likeness that the rests of both lists, from i and j on, can reach. */
function bestSums(alike, width) {
	const sums = Array.from({ length: alike.length + 1 }, () => Array.from({ length: width + 1 }, () => 0));
	for (let i = alike.length - 1; i >= 0; i -= 1) for (let j = width - 1; j >= 0; j -= 1) {
		const both = (alike[i]?.[j] ?? 0) + (sums[i + 1]?.[j + 1] ?? 0);
		(sums[i] ?? [])[j] = Math.max(both, sums[i + 1]?.[j] ?? 0, sums[i]?.[j + 1] ?? 0);
	}
	return sums;
}
function traceBack(alike, sums) {
	const matches = [];
	let i = 0;
	let j = 0;
	while ((sums[i]?.[j] ?? 0) > 0) {
		const here = sums[i]?.[j];
		if (here === sums[i + 1]?.[j]) i += 1;
		else if (here === sums[i]?.[j + 1]) j += 1;
		else {
			if ((alike[i]?.[j] ?? 0) > 0) matches.push([i, j]);
			i += 1;
			j += 1;
		}
	}
	return matches;
}
function diffOf(lists, matches) {
	const diff = [];
	const last = matches.at(-1)?.[1] ?? -1;
	let i = 0;
	let j = matches[0]?.[1] ?? 0;
	for (const [nextExpected, nextFound] of [...matches, [lists.expected.length, last + 1]]) {
		for (; i < nextExpected; i += 1) diff.push(shown$1("-", lists.expected[i]));
		for (; j < nextFound; j += 1) diff.push(shown$1("+", lists.found[j]));
		if (nextFound > last) continue;
		if (lists.expected[i] === lists.found[j]) diff.push(shown$1(" ", lists.found[j]));
		else diff.push(shown$1("-", lists.expected[i]), shown$1("+", lists.found[j]));
		i += 1;
		j += 1;
	}
	return diff;
}
function shown$1(mark, line = "") {
	return mark + (line.length <= SHOWN_CHARACTERS$3 ? line : `${line.slice(0, SHOWN_CHARACTERS$3)}…`);
}
/** Characters of one line of a diff. */
const SHOWN_CHARACTERS$3 = 200;

// src/apply/nearest.ts
function indexWords(lines) {
	const positions = /* @__PURE__ */ new Map();
	for (const [position, line] of lines.entries()) for (const word of wordsOf(line)) {
		const known = positions.get(word);
		if (known === void 0) positions.set(word, [position]);
		else if (known.length <= COMMON_WORD && known.at(-1) !== position) known.push(position);
	}
	return {
		lines,
		positions
	};
}
/**
* The places that look most like `expected`, best first. Words that both have in common vote for the line
* where the block would begin; only the places with most votes are compared line by line.
*/
function nearestPlaces(index, expected) {
	const block = expected.slice(0, COMPARED_LINES);
	const slack = Math.min(MAX_SLACK_LINES, Math.floor(block.length / 2));
	const places = mostVoted(votesFor(index, block)).map((start) => {
		const from = Math.max(0, start - slack);
		const { score, first, diff } = align(block, index.lines.slice(from, start + block.length + slack));
		return {
			line: from + first + 1,
			score,
			diff
		};
	});
	const best = [];
	for (const place of places.sort((left, right) => right.score - left.score)) if (best.every(({ line }) => Math.abs(line - place.line) >= Math.max(1, block.length / 2)) && place.score >= LEAST_SCORE && best.length < SHOWN_PLACES) best.push(place);
	return best;
}
const SHOWN_PLACES = 3;
/** Places that share less with the block than this are not worth a look. */
const LEAST_SCORE = .2;
/** Lines of a block that are compared; a longer one is recognised by its beginning. */
const COMPARED_LINES = 40;
/** Lines above and below a voted place, where the block may have more lines or fewer; less for short blocks. */
const MAX_SLACK_LINES = 3;
/** A word on more lines than this tells no place. */
const COMMON_WORD = 50;
/** Characters of a line in which words are looked for. */
const INDEXED_CHARACTERS = 400;
function wordsOf(line) {
	return line.slice(0, INDEXED_CHARACTERS).match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}
function votesFor({ positions }, block) {
	const votes = /* @__PURE__ */ new Map();
	for (const [offset, line] of block.entries()) for (const word of new Set(wordsOf(line))) {
		const places = positions.get(word) ?? [];
		if (places.length > COMMON_WORD) continue;
		for (const place of places) votes.set(place - offset, (votes.get(place - offset) ?? 0) + 1 / places.length);
	}
	return votes;
}
function mostVoted(votes) {
	return [...votes].sort(([, left], [, right]) => right - left).slice(0, COMPARED_PLACES).map(([start]) => Math.max(0, start));
}
/** Places that are compared line by line. */
const COMPARED_PLACES = 8;

// src/apply/not-found.ts
function explainerFor(lines, effort) {
	let index;
	return (expected) => {
		effort.explanations -= 1;
		if (effort.explanations < 0) return {
			sentence: "Send them as they stand in the file.",
			data: {}
		};
		index ??= indexWords(lines());
		return explanationOf(nearestPlaces(index, expected));
	};
}
function explanationOf(nearest) {
	const [best] = nearest;
	if (best === void 0) return {
		sentence: "Nothing in the file looks like them. Send them as they stand in the file.",
		data: { nearest: [] }
	};
	return {
		sentence: `The nearest place is line ${best.line}. Send the lines as they stand there.`,
		data: { nearest: nearest.map(({ line, score, diff }) => ({
			line,
			score,
			diff
		})) }
	};
}
/** The refusal for a file that is not there, with the known files whose names are most alike. */
function missingFile(path, known) {
	const alike = similarPaths(path, known);
	return {
		code: "not_found",
		message: `There is no file ${path}. ${alike.length === 0 ? "Correct the path, or create the file with a write change." : `Did you mean ${alike.join(" or ")}?`}`,
		path,
		data: { similar: alike }
	};
}
function similarPaths(path, known) {
	return [...known].filter((other) => other !== path).map((other) => ({
		other,
		score: pathSimilarity(path, other)
	})).filter(({ score }) => score >= ALIKE).sort((left, right) => right.score - left.score).slice(0, SHOWN_PATHS).map(({ other }) => other);
}
/** Names that are this much alike may be meant for each other. */
const ALIKE = .6;
const SHOWN_PATHS = 3;
function pathSimilarity(left, right) {
	const names = similarity(baseName(left).toLowerCase(), baseName(right).toLowerCase());
	return Math.max(names, similarity(left, right));
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// src/patch/hunk.ts
/** null: the line begins with none of the three marks. */
function markOf(line) {
	const mark = line.charAt(0);
	return mark === " " || mark === "-" || mark === "+" ? mark : null;
}
function oldSide(hunk) {
	return side(hunk, "+");
}
function newSide(hunk) {
	return side(hunk, "-");
}
function side(hunk, without) {
	return hunk.lines.filter(([mark]) => mark !== without).map(([, text]) => text);
}
/** Lines of a text, without their line breaks; a break at the very end does not begin another line. */
function linesOf(text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

// src/apply/text-file.ts
/** null: the bytes are not UTF-8 text. */
function decodeText(bytes) {
	if (bytes.includes(0)) return null;
	const raw = decodeUtf8(bytes);
	if (raw === null) return null;
	const hasBom = raw.startsWith(BOM);
	const text = hasBom ? raw.slice(1) : raw;
	if (!text.includes("\r\n")) return {
		hasBom,
		text,
		endings: "\n"
	};
	const endings = Array.from(text.matchAll(/\r?\n/g), ([ending]) => ending === "\n" ? ending : "\r\n");
	const mixed = endings.includes("\n");
	return {
		hasBom,
		text: text.replaceAll("\r\n", "\n"),
		endings: mixed ? endings : "\r\n"
	};
}
function encodeText({ hasBom, text, endings }) {
	const raw = typeof endings === "string" ? withEnding(text, endings) : withEndings(text, endings);
	return new TextEncoder().encode(hasBom ? BOM + raw : raw);
}
/** Lines without their ends; none for an empty text. */
function linesIn(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return lines;
}
/**
* The file with all replacements made; they must be sorted and apart from each other. New lines get the
* line end of the place where they begin.
*/
function replaceText(file, replacements) {
	const parts = [];
	let done = 0;
	for (const { start, end, text } of replacements) {
		parts.push(file.text.slice(done, start), text);
		done = end;
	}
	parts.push(file.text.slice(done));
	return {
		...file,
		text: parts.join(""),
		endings: endingsAfter(file, replacements)
	};
}
const BOM = "﻿";
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return null;
	}
}
function withEnding(text, ending) {
	return ending === "\n" ? text : text.replaceAll("\n", ending);
}
function withEndings(text, endings) {
	let index = 0;
	return text.replaceAll("\n", () => endings[index++] ?? "\n");
}
function endingsAfter({ text, endings }, replacements) {
	if (typeof endings === "string") return endings;
	const result = [];
	let done = 0;
	let line = 0;
	for (const replacement of replacements) {
		line = copyEndings(result, endings, {
			from: line,
			count: countBreaks(text, done, replacement.start)
		});
		const style = endings[line] ?? endings[line - 1] ?? "\n";
		for (let added = countBreaks(replacement.text, 0, replacement.text.length); added > 0; added -= 1) result.push(style);
		line += countBreaks(text, replacement.start, replacement.end);
		done = replacement.end;
	}
	copyEndings(result, endings, {
		from: line,
		count: endings.length - line
	});
	return result;
}
function copyEndings(result, endings, { from, count }) {
	for (let index = from; index < from + count; index += 1) result.push(endings[index] ?? "\n");
	return from + count;
}
function countBreaks(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/line-edit.ts
/**
* The file with all line edits made; they must be sorted and apart from each other. Whether the file ends
* with a line break stays as it was, unless `finalNewline` says otherwise; a file that was empty gets one.
*/
function editLines(file, edits, finalNewline) {
	const endsWithBreak = finalNewline ?? (file.text === "" || file.text.endsWith("\n"));
	const closed = file.text === "" || file.text.endsWith("\n") ? file : withLastBreak(file);
	const starts = lineStarts(closed.text);
	const edited = replaceText(closed, edits.map((edit) => replacementOf(edit, starts)));
	return endsWithBreak ? edited : withoutLastBreak(edited);
}
function withLastBreak(file) {
	const { endings } = file;
	const closed = typeof endings === "string" ? endings : [...endings, endings.at(-1) ?? "\n"];
	return {
		...file,
		text: `${file.text}\n`,
		endings: closed
	};
}
function withoutLastBreak(file) {
	if (file.text === "") return file;
	const { endings } = file;
	return {
		...file,
		text: file.text.slice(0, -1),
		endings: typeof endings === "string" ? endings : endings.slice(0, -1)
	};
}
/** Offsets of all lines, and the text's length behind the last one. */
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function replacementOf({ line, remove, insert }, starts) {
	const start = starts[line];
	const end = starts[line + remove];
	if (start === void 0 || end === void 0) throw new RangeError(`lines ${line} to ${line + remove} are not in the file`);
	return {
		start,
		end,
		text: insert.map((text) => `${text}\n`).join("")
	};
}

// src/apply/line-index.ts
function indexLines(lines) {
	const numberOf = /* @__PURE__ */ new Map();
	const numbers = Int32Array.from(lines, (line) => {
		const known = numberOf.get(line);
		if (known !== void 0) return known;
		numberOf.set(line, numberOf.size);
		return numberOf.size - 1;
	});
	const groups = new Int32Array(numberOf.size + 1);
	for (const number of numbers) groups[number + 1] = at(groups, number + 1) + 1;
	for (let number = 0; number < numberOf.size; number += 1) groups[number + 1] = at(groups, number + 1) + at(groups, number);
	const positions = new Int32Array(lines.length);
	const filled = groups.slice();
	for (const [position, number] of numbers.entries()) {
		positions[at(filled, number)] = position;
		filled[number] = at(filled, number) + 1;
	}
	return {
		lines,
		numbers,
		numberOf,
		positions,
		groups
	};
}
/**
* All positions (from 0, ascending) where `block` stands, found from the line of it that is rarest in the file.
* An empty block stands nowhere. null: the effort is spent.
*/
function findBlock(index, block, effort) {
	const wanted = [];
	for (const line of block) {
		const number = index.numberOf.get(line);
		if (number === void 0) return [];
		wanted.push(number);
	}
	if (wanted.length === 0) return [];
	const { offset, start, end } = rarestLine(index, wanted);
	const found = [];
	for (let next = start; next < end; next += 1) {
		const position = at(index.positions, next) - offset;
		const compared = equalLines(index.numbers, wanted, position);
		effort.comparisons -= compared + 1;
		if (effort.comparisons < 0) return null;
		if (compared === wanted.length) found.push(position);
	}
	return found;
}
function rarestLine({ groups }, wanted) {
	let rarest = {
		offset: 0,
		start: 0,
		end: Number.POSITIVE_INFINITY
	};
	for (const [offset, number] of wanted.entries()) {
		const start = at(groups, number);
		const end = at(groups, number + 1);
		if (end - start < rarest.end - rarest.start) rarest = {
			offset,
			start,
			end
		};
	}
	return rarest;
}
/** How many lines of the block stand at `position`, from its first one on. */
function equalLines(numbers, wanted, position) {
	if (position < 0 || position + wanted.length > numbers.length) return 0;
	let equal = 0;
	while (equal < wanted.length && numbers[position + equal] === wanted[equal]) equal += 1;
	return equal;
}
function at(array, index) {
	return array[index] ?? 0;
}

// src/apply/places.ts
/**
* Tolerances, strictest first. A later rung is asked only when all before it found nothing, and every report
* names the rung that was needed.
*/
const RUNGS = [{
	name: "exact",
	find: findBlock
}];
/** null: the effort is spent. */
function candidatePlaces(index, block, effort) {
	for (const { name, find } of RUNGS) {
		const positions = find(index, block, effort);
		if (positions === null) return null;
		if (positions.length > 0) return {
			rung: name,
			positions
		};
	}
	return {
		rung: RUNGS[0].name,
		positions: []
	};
}

// src/apply/sections.ts
function indexSections(lines) {
	return {
		lines,
		ends: /* @__PURE__ */ new Map()
	};
}
/** Every section that the anchors name, each one inside a section of the anchor before it. */
function sectionsOf(index, anchors) {
	let sections = [{
		start: 0,
		end: index.lines.length
	}];
	for (const anchor of anchors) sections = sectionsUnder(index, anchor.trim()).filter(({ start }) => sections.some((outer) => start >= outer.start && start < outer.end));
	return sections;
}
function sectionsUnder(index, anchor) {
	index.starts ??= startsOf(index.lines);
	const named = (index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? []).filter((position) => isAnchor(index.lines[position] ?? "", anchor));
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
function startsOf(lines) {
	const starts = /* @__PURE__ */ new Map();
	for (const [position, line] of lines.entries()) {
		const start = line.trim().slice(0, CUT_ANCHOR);
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
function sectionEnd({ lines, ends }, start) {
	const known = ends.get(start);
	if (known !== void 0) return known;
	const depth = indentation(lines[start] ?? "");
	let end = start + 1;
	while (end < lines.length && belongsTo(lines[end] ?? "", depth)) end += 1;
	ends.set(start, end);
	return end;
}
/**
* Blank lines, deeper lines, and lines that don't begin with a word, such as brackets, comments and decorators:
* git, too, takes only lines that begin with a word for headings.
*/
function belongsTo(line, depth) {
	return line.trim() === "" || indentation(line) > depth || !/^\s*(?!end\b)[\p{L}_$]/u.test(line);
}
function indentation(line) {
	return line.length - line.trimStart().length;
}

// src/apply/tie-break.ts
/**
* The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
* contradict each other. Being the nearest or the first is no reason.
*/
function breakTie(sections, tie) {
	const { positions } = tie;
	const [only] = positions;
	if (positions.length === 1 && only !== void 0) return only;
	const anchored = inSections(sections, tie.hunk, positions);
	const hinted = atHint(tie, positions);
	if (hinted !== null) return anchored === null || anchored.includes(hinted) ? hinted : null;
	return anchored?.length === 1 ? anchored[0] ?? null : null;
}
/** null: the anchors tell nothing. */
function inSections(index, { anchors }, positions) {
	if (anchors.length === 0 || positions.length > MAX_ANCHORED) return null;
	const sections = sectionsOf(index, anchors);
	const inside = positions.filter((position) => sections.some(({ start, end }) => position >= start && position < end));
	return inside.length > 0 ? inside : null;
}
/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1e3;
/**
* A line number counts only if it is exactly right: as it stands, or moved as the neighbours were. Without a
* hunk before, nobody knows whether what moved the one after stands above or below this one.
*/
function atHint({ hunk: { lineHint }, driftBefore, driftAfter }, positions) {
	if (lineHint === void 0) return null;
	const expected = [.../* @__PURE__ */ new Set([driftBefore ?? 0, driftAfter ?? driftBefore ?? 0])].map((drift) => lineHint - 1 + drift);
	const hits = positions.filter((position) => expected.includes(position));
	return hits.length === 1 ? hits[0] ?? null : null;
}

// src/apply/locate.ts
/** Looks for all hunks of one file in the file as it is, in any order. */
function locateHunks(index, hunks, effort) {
	const candidates = hunks.map((hunk) => placesFor(hunk, oldSide(hunk), {
		index,
		effort
	}));
	const drifts = driftsOf(hunks, candidates);
	const sections = indexSections(index.lines);
	return hunks.map((hunk, order) => {
		const found = candidates[order] ?? null;
		if (oldSide(hunk).length === 0) return withoutContext(index, hunk);
		if (found === null) return {
			hunk,
			status: "too_repetitive"
		};
		if (found.positions.length === 0) return findResult({
			index,
			sections,
			effort
		}, hunk);
		return choose(sections, {
			hunk,
			found,
			...neighbours(drifts, order)
		});
	});
}
/** Candidates that agree with what the hunk says about the file's end. */
function placesFor(hunk, block, { index, effort }) {
	const found = candidatePlaces(index, block, effort);
	if (found === null || hunk.endOfFile !== true) return found;
	const last = index.lines.length - block.length;
	return {
		...found,
		positions: found.positions.filter((position) => position === last)
	};
}
/**
* A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
* patch speaks of it and its line number agrees. All else would be a guess.
*/
function withoutContext({ lines }, hunk) {
	const added = newSide(hunk);
	const before = lines.length - added.length;
	if ((before === 0 && added.length > 0 || hunk.endOfFile === true && added.some(hasWord)) && standsAt(lines, added, before)) return {
		hunk,
		status: "already_applied",
		position: before,
		rung: "exact"
	};
	const isAppended = hunk.endOfFile === true && isAtHint(hunk, lines.length);
	if (lines.length > 0 && !isAppended) return {
		hunk,
		status: "no_context"
	};
	return {
		hunk,
		status: "placed",
		position: lines.length,
		rung: "exact"
	};
}
/** For each hunk, how far the nearest hunks before and after it that have one place are off their line hints. */
function driftsOf(hunks, candidates) {
	const own = hunks.map(({ lineHint }, order) => {
		const [position, second] = candidates[order]?.positions ?? [];
		return position === void 0 || second !== void 0 || lineHint === void 0 ? void 0 : position + 1 - lineHint;
	});
	return {
		before: lastKnown(own),
		after: lastKnown(own.toReversed()).toReversed()
	};
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
function neighbours({ before, after }, order) {
	return {
		driftBefore: before[order],
		driftAfter: after[order]
	};
}
function choose(sections, choice) {
	const { hunk, found } = choice;
	const { lines } = sections;
	const position = breakTie(sections, {
		...choice,
		positions: found.positions
	});
	if (position === null) return {
		hunk,
		status: "ambiguous",
		positions: found.positions
	};
	const rung = isAtHint(hunk, position) ? found.rung : "offset";
	return {
		hunk,
		status: isInserted(lines, hunk, position) ? "already_applied" : "placed",
		position,
		rung
	};
}
function isAtHint({ lineHint }, position) {
	return lineHint === void 0 || lineHint === position + 1;
}
/** The old side is nowhere: perhaps because the new side is already there. */
function findResult(search, hunk) {
	const result = newSide(hunk);
	if (!isTelling(hunk, result)) return {
		hunk,
		status: "not_found"
	};
	const found = placesFor(hunk, result, search);
	if (found === null) return {
		hunk,
		status: "too_repetitive"
	};
	if (found.positions.length === 0) return {
		hunk,
		status: "not_found"
	};
	const tie = {
		hunk,
		positions: found.positions,
		driftBefore: void 0,
		driftAfter: void 0
	};
	const position = breakTie(search.sections, tie);
	if (position === null) return {
		hunk,
		status: "not_found"
	};
	return {
		hunk,
		status: "already_applied",
		position,
		rung: isAtHint(hunk, position) ? found.rung : "offset"
	};
}
/** Would finding these lines prove that the hunk was applied? A lone bracket, or context on one side of a gap, would not. */
function isTelling({ lines }, result) {
	const adds = lines.some(([mark]) => mark === "+");
	const closed = lines.at(0)?.[0] === " " && lines.at(-1)?.[0] === " ";
	return (adds || closed) && result.some(hasWord);
}
/**
* Are the lines of a pure insertion already around its context? Where they go between context lines, the old
* side would not be there any more; where they go before or after all of them it still is, and inserting again
* would double them.
*/
function isInserted(lines, hunk, position) {
	const marks = hunk.lines.map(([mark]) => mark);
	const first = marks.indexOf(" ");
	const context = marks.slice(first, marks.lastIndexOf(" ") + 1);
	if (marks.includes("-") || context.includes("+")) return false;
	return hunk.lines.some(([mark, text]) => mark === "+" && hasWord(text)) && standsAt(lines, newSide(hunk), position - first);
}
function standsAt(lines, block, position) {
	return position >= 0 && block.every((line, offset) => lines[position + offset] === line);
}
function hasWord(line) {
	return /[\p{L}\p{N}_]{3}/u.test(line);
}

// src/apply/hunks.ts
/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
function applyHunks({ file, path, hunks, change, effort }) {
	const lines = linesIn(file.text);
	const locations = locateHunks(indexLines(lines), hunks, effort);
	const overlaps = overlapsOf(locations);
	const explain = explainerFor(() => lines, effort);
	const refusals = locations.flatMap((location) => refusalOf(location, {
		path,
		explain,
		overlaps
	}) ?? []);
	const reports = locations.map((location) => reportOf(location, {
		path,
		change,
		overlaps
	}));
	if (refusals.length > 0) return {
		ok: false,
		refusals,
		reports
	};
	const edits = locations.flatMap(editsOf).sort((left, right) => left.line - right.line || left.remove - right.remove);
	const finalNewline = hunks.find((hunk) => hunk.finalNewline !== void 0)?.finalNewline;
	return {
		ok: true,
		file: editLines(file, edits, finalNewline),
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
	if (location.status !== "placed") return [];
	const edits = [];
	let line = location.position;
	let open;
	for (const [mark, text] of location.hunk.lines) {
		if (mark === " ") {
			open = void 0;
			line += 1;
			continue;
		}
		if (open === void 0) {
			open = {
				line,
				remove: 0,
				insert: []
			};
			edits.push(open);
		}
		if (mark === "+") open.insert.push(text);
		else {
			open.remove += 1;
			line += 1;
		}
	}
	return edits;
}
function refusalOf(location, { path, explain, overlaps }) {
	const { hunk } = location;
	const place = {
		path,
		hunk: hunk.number
	};
	const name = `Hunk ${hunk.number}, for ${path},`;
	switch (location.status) {
		case "already_applied": return null;
		case "placed": {
			const other = overlaps.get(hunk);
			if (other === void 0) return null;
			return {
				code: "overlap",
				message: `${name} changes the same lines as hunk ${other.number}. Make one hunk of the two.`,
				...place,
				data: {
					line: location.position + 1,
					other: other.number
				}
			};
		}
		case "ambiguous": return {
			code: "ambiguous",
			message: `${name} fits at ${candidateText(location.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`,
			...place,
			data: candidateData(location.positions)
		};
		case "no_context": return {
			code: "ambiguous",
			message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
			...place
		};
		case "too_repetitive": return {
			code: "too_large",
			message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`,
			...place
		};
		case "not_found": {
			const { sentence, data } = explain(oldSide(hunk));
			return {
				code: "not_found",
				message: `${name} expects lines that are not there. ${sentence}`,
				...place,
				data
			};
		}
	}
}
function reportOf(location, { path, change, overlaps }) {
	const base = {
		change,
		path,
		hunk: location.hunk.number
	};
	if (location.status !== "placed" && location.status !== "already_applied") return {
		...base,
		at: null,
		rung: "exact",
		status: "refused"
	};
	const applied = location.status === "placed" ? "applied" : "already_applied";
	const status = overlaps.has(location.hunk) ? "refused" : applied;
	return {
		...base,
		at: location.position + 1,
		rung: location.rung,
		status
	};
}

// src/apply/regex-reach.ts
function reachOf(pattern, flags) {
	if (!/[*+]|,\}/.test(pattern)) return "match";
	return staysOnLine(pattern, flags) ? "line" : "text";
}
/** Characters that were looked at for a match that ends at `end`, or for none. */
function lookedAt(text, reach, { from, end }) {
	if (end === null || reach === "text") return text.length - from;
	if (reach === "match") return end - from;
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

// src/apply/regex-template.ts
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

// src/apply/regex.ts
/**
* Finds what a `regex` change replaces, as often as it must occur. The engine takes time linear in the text
* for each match, whatever the expression is; in return it knows neither lookaround nor backreferences.
* The expression is never tried as literal text.
*/
function findRegex(text, change, effort) {
	const compiled = compile(change);
	if (!compiled.ok) return compiled;
	const { pattern } = compiled;
	const template = parseTemplate(change.replacement, {
		count: pattern.groupCount(),
		names: pattern.namedGroups()
	});
	if (!template.ok) {
		const message = `The replacement ${template.problem}. Correct it.`;
		return refused$1({
			code: "bad_pattern",
			path: change.path,
			message
		}, "/replacement");
	}
	const found = matchesOf(text, {
		pattern,
		parts: template.parts,
		change,
		effort
	});
	if (!found.ok) return found;
	const starts = found.replacements.map(({ start }) => start);
	if (starts.length === 0) {
		const message = `The expression matches nothing in ${change.path}. Correct it, or send an edit with the literal text.`;
		return refused$1({
			code: "not_found",
			path: change.path,
			message
		});
	}
	const miscount = countRefusal(change, linesAt(text, starts));
	if (miscount !== null) return refused$1(miscount);
	return {
		ok: true,
		replacements: found.replacements,
		line: lineOf(text, starts[0] ?? 0)
	};
}
function compile({ path, pattern, flags }) {
	try {
		const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flagBits(flags));
		const size = compiled.programSize();
		if (size <= 3e3) return {
			ok: true,
			pattern: compiled
		};
		return refused$1({
			code: "bad_pattern",
			path,
			message: `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`
		});
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return refused$1({
			code: "bad_pattern",
			path,
			message: `The expression can't be used: ${error.message}. Lookaround and backreferences are not taken; send an edit instead.`
		});
	}
}
function flagBits(flags) {
	const bits = {
		i: RE2JS.CASE_INSENSITIVE,
		m: RE2JS.MULTILINE,
		s: RE2JS.DOTALL
	};
	return Object.entries(bits).reduce((sum, [flag, bit]) => flags.includes(flag) ? sum | bit : sum, 0);
}
function matchesOf(text, { pattern, parts, change, effort }) {
	const reach = reachOf(change.pattern, change.flags);
	const matcher = pattern.matcher(text);
	const replacements = [];
	let size = text.length;
	for (let from = 0;;) {
		const end = matcher.find() ? matcher.end() : null;
		effort.matching -= pattern.programSize() * (lookedAt(text, reach, {
			from,
			end
		}) + 1);
		if (effort.matching < 0) return refused$1(tooCostly(change.path));
		if (end === null) return {
			ok: true,
			replacements
		};
		const start = matcher.start();
		const replacement = {
			start,
			end,
			text: expandTemplate(parts, (group) => matcher.group(group) ?? "")
		};
		size += replacement.text.length - (end - start);
		if (size > 5242880) return refused$1(tooMuch(change.path), "/replacement");
		replacements.push(replacement);
		from = end;
	}
}
function tooCostly(path) {
	return {
		code: "too_large",
		message: `The expression matches too often for a file as large as ${path}. Send edits, or an expression without * and +.`,
		path
	};
}
/** `pointer` is relative to the change. */
function refused$1(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/tree.ts
/** The folders above a path, outermost first. */
function parentsOf(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

// src/apply/workspace.ts
function newWorkspace(source) {
	return {
		source,
		changed: /* @__PURE__ */ new Map()
	};
}
/** The file at a path; refused when there is none, or something else. */
function findFile(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry === void 0) return {
		ok: false,
		refusal: missingFile(path, livePaths(workspace))
	};
	if (entry.kind !== "file") return {
		ok: false,
		refusal: notAFile(path, entry.kind)
	};
	return {
		ok: true,
		value: entry
	};
}
/** The file as text; refused when it is binary. */
function findText(workspace, path) {
	const found = findFile(workspace, path);
	if (!found.ok) return found;
	const file = found.value;
	if (!(file.content instanceof Uint8Array)) return {
		ok: true,
		value: {
			file,
			text: file.content
		}
	};
	if (file.content.length > 5242880) return {
		ok: false,
		refusal: tooLarge$1(path, file.content.length)
	};
	const text = decodeText(file.content);
	if (text !== null) return {
		ok: true,
		value: {
			file,
			text
		}
	};
	return {
		ok: false,
		refusal: {
			code: "not_a_text_file",
			message: `${path} is not UTF-8 text, so its lines can't be changed. Send its whole content as a write change in base64.`,
			path
		}
	};
}
/** Why no file can be made at a path; null: it is free, and all folders above it are folders or free too. */
function checkFree(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry?.kind === "file") return {
		code: "already_exists",
		message: `There is a file ${path} already. Edit it, or write it as a whole.`,
		path
	};
	if (entry !== void 0) return notAFile(path, entry.kind);
	return checkParents(workspace, path) ?? checkChildren(workspace, path);
}
function putFile(workspace, path, file) {
	workspace.changed.set(path, {
		kind: "file",
		...file
	});
}
function removeFile(workspace, path) {
	workspace.changed.set(path, null);
}
/** What differs from the source now, by path; files that became too large are refused. */
function changesOf(workspace) {
	const ends = [...workspace.changed].map(([path, file]) => ({
		path,
		file,
		bytes: file && bytesOf(file.content)
	}));
	const refusals = ends.flatMap(({ path, bytes }) => bytes !== null && bytes.length > 5242880 ? [tooLarge$1(path, bytes.length)] : []);
	const renamed = new Set(ends.flatMap((end) => renamedFrom(workspace, end) ?? []));
	return {
		changes: ends.flatMap((end) => changeOf(workspace, end, renamed) ?? []).sort((left, right) => left.path < right.path ? -1 : 1),
		refusals
	};
}
function entryAt({ source, changed }, path) {
	const now = changed.get(path);
	if (now !== void 0) return now ?? void 0;
	const before = source.get(path);
	if (before?.kind !== "file") return before;
	return {
		kind: "file",
		content: before.bytes,
		executable: before.executable,
		origin: path
	};
}
function* livePaths({ source, changed }) {
	for (const [path, file] of changed) if (file !== null) yield path;
	for (const [path, entry] of source) if (entry.kind === "file" && !changed.has(path)) yield path;
}
function notAFile(path, kind) {
	return {
		code: "not_a_text_file",
		message: `${path} is ${KIND_NAMES[kind]}, and patches change files only. Name a file.`,
		path,
		data: { kind }
	};
}
const KIND_NAMES = {
	symlink: "a symbolic link",
	directory: "a folder",
	submodule: "a submodule"
};
function checkParents(workspace, path) {
	for (const parent of parentsOf(path)) {
		const entry = entryAt(workspace, parent);
		if (entry === void 0 || entry.kind === "directory") continue;
		if (entry.kind === "file") return {
			code: "already_exists",
			message: `${path} can't be made, because ${parent} is a file. Choose another path.`,
			path,
			data: { parent }
		};
		return {
			code: "outside_repository",
			message: `${path} can't be made, because ${parent} is ${KIND_NAMES[entry.kind]}, and leads elsewhere. Choose another path.`,
			path,
			data: {
				parent,
				kind: entry.kind
			}
		};
	}
	return null;
}
/** A path that the patch itself already uses as a folder. */
function checkChildren(workspace, path) {
	for (const other of livePaths(workspace)) if (other.startsWith(`${path}/`)) return notAFile(path, "directory");
	return null;
}
function bytesOf(content) {
	return content instanceof Uint8Array ? content : encodeText(content);
}
/** The path that a file came from, when it is gone there and the file's new place was free before. */
function renamedFrom({ source, changed }, { path, file }) {
	const origin = file?.origin ?? null;
	if (origin === null || origin === path || source.has(path)) return null;
	return changed.get(origin) === null ? origin : null;
}
function changeOf(workspace, end, renamed) {
	const { path, file, bytes } = end;
	const before = workspace.source.get(path);
	const was = before?.kind === "file" ? before : void 0;
	if (file === null) {
		if (was === void 0 || renamed.has(path)) return null;
		return {
			path,
			action: "delete",
			bytes: null,
			executable: was.executable
		};
	}
	const now = {
		path,
		bytes,
		executable: file.executable
	};
	const from = renamedFrom(workspace, end);
	if (from !== null) return {
		...now,
		action: "rename",
		from
	};
	if (was === void 0) return {
		...now,
		action: "create"
	};
	return was.executable === file.executable && bytes !== null && sameBytes(was.bytes, bytes) ? null : {
		...now,
		action: "modify"
	};
}
function sameBytes(left, right) {
	return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
function tooLarge$1(path, bytes) {
	return {
		code: "too_large",
		message: `${path} has ${bytes} bytes, and ${MAX_FILE_BYTES} are allowed. Split the file, or leave it out.`,
		path,
		data: {
			bytes,
			limit: MAX_FILE_BYTES
		}
	};
}

// src/apply/operation.ts
function applyStep({ change, operation }, context) {
	switch (operation.action) {
		case "create": return create(operation, change, context);
		case "modify": return modify(operation, change, context);
		case "delete": return remove$1(operation, change, context);
		case "rename":
		case "copy": return transfer(operation, change, context);
		case "write": return write$2(operation, context);
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
	return {
		hasBom: false,
		text: lines.join("\n") + (finalNewline && lines.length > 0 ? "\n" : ""),
		endings: "\n"
	};
}
function modify(operation, change, context) {
	const { path, executable } = operation;
	const edited = withHunks(path, {
		change,
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
function withHunks(path, { change, operation, context }) {
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
	const result = applyHunks({
		file: found.value.text,
		path,
		hunks,
		change,
		effort
	});
	if (!result.ok) return result;
	return {
		ok: true,
		file: {
			...found.value.file,
			content: result.file
		},
		refusals: [],
		reports: result.reports
	};
}
function remove$1(operation, change, context) {
	const { path, hunks } = operation;
	const edited = withHunks(path, {
		change,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { content } = edited.file;
	if (hunks.length > 0 && !(content instanceof Uint8Array) && content.text !== "") return {
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
function transfer(operation, change, context) {
	const { action, from, path, executable } = operation;
	const { workspace } = context;
	const edited = withHunks(from, {
		change,
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
function write$2({ path, write: change }, { workspace }) {
	const found = findFile(workspace, path);
	const refusal = found.ok ? null : checkFree(workspace, path);
	if (refusal !== null) return {
		refusals: [refusal],
		reports: []
	};
	const before = found.ok ? found.value : void 0;
	putFile(workspace, path, {
		content: new Uint8Array(Buffer.from(change.content, change.encoding)),
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
	const edit = found.ok ? findReplacements(found.value.text.text, operation, effort) : found;
	const report = {
		change,
		path,
		hunk: 1,
		rung: "exact"
	};
	if (!found.ok || !edit.ok) return {
		refusals: edit.ok ? [] : [edit.refusal],
		reports: [{
			...report,
			at: null,
			status: "refused"
		}]
	};
	putFile(workspace, path, {
		...found.value.file,
		content: replaceText(found.value.text, edit.replacements)
	});
	return {
		refusals: [],
		reports: [{
			...report,
			at: edit.line,
			status: "applied"
		}]
	};
}
function findReplacements(text, operation, effort) {
	if (operation.action === "regex") return findRegex(text, operation.regex, effort);
	const explain = explainerFor(() => linesIn(text), effort);
	return findEdit(text, operation.edit, {
		explain,
		effort
	});
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
	return step.operation.action === "edit" && step.operation.edit.count === 1;
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
	const chunked = chunkText(text.text);
	const results = run.map((step) => {
		const finding = {
			effort,
			explain: explainerFor(() => linesIn(joinText(chunked)), effort)
		};
		const result = applyEdit(chunked, step.operation.edit, finding);
		const report = {
			change: step.change,
			path,
			hunk: 1,
			rung: "exact"
		};
		if (typeof result === "number") return {
			step,
			refusals: [],
			reports: [{
				...report,
				at: result,
				status: "applied"
			}]
		};
		return {
			step,
			refusals: [result],
			reports: [{
				...report,
				at: null,
				status: "refused"
			}]
		};
	});
	putFile(workspace, path, {
		...file,
		content: {
			...text,
			text: joinText(chunked)
		}
	});
	return results;
}
/** The line, from 1, of the one place that was edited, or why none was. */
function applyEdit(chunked, edit, { explain, effort }) {
	const { find, replace } = editTexts(edit);
	const places = findPlaces(chunked, find, effort);
	if (places === null) return tooRepetitive(edit);
	const [place] = places;
	if (place === void 0) return notFound(joinText(chunked), edit, explain);
	const lines = linesOfPlaces(chunked, places);
	const miscount = countRefusal(edit, lines);
	if (miscount !== null) return {
		...miscount,
		pointer: "/find"
	};
	if (chunked.length + replace.length - find.length > 5242880) return {
		...tooMuch(edit.path),
		pointer: "/replace"
	};
	replaceAt(chunked, place, {
		length: find.length,
		text: replace
	});
	return (lines[0] ?? 0) + 1;
}

// src/apply/effort.ts
function newEffort() {
	return {
		comparisons: MAX_COMPARISONS,
		matching: MAX_MATCHING,
		explanations: MAX_EXPLANATIONS
	};
}
/** Less than a second; a thousand hunks in a file of 100,000 lines need a hundredth of it. */
const MAX_COMPARISONS = 5e7;
/** Some three seconds at worst, and hardly ever more than one: such a step takes 10 ns where nothing is cached. */
const MAX_MATCHING = 3e8;
/** Nobody reads more of them, and each one scans for similar lines. */
const MAX_EXPLANATIONS = 20;

// src/patch/formats/reading.ts
function readingOf(operations, refusals) {
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations
	};
}
/** A text that can't be read at `line` (from 1) of itself. */
function malformedAt(place, message) {
	return {
		code: "malformed",
		message,
		...place.path === void 0 ? {} : { path: place.path },
		...place.hunk === void 0 ? {} : { hunk: place.hunk },
		data: { line: place.line }
	};
}

// src/patch/formats/apply-patch.ts
/**
* The apply_patch format: between `*** Begin Patch` and `*** End Patch` any number of
* `*** Add File:`, `*** Delete File:` and `*** Update File:` sections. An update may be followed by
* `*** Move to:`; its hunks are parted by `@@` lines, whose text names lines that stand above the hunk, and
* may end with `*** End of File`.
*/
function readApplyPatch(patch) {
	const lines = linesOf(patch);
	const body = bodyOf(lines);
	if (!body.ok) return {
		ok: false,
		refusals: [body.refusal]
	};
	const reader = {
		lines,
		end: body.end,
		at: body.start,
		hunks: 0,
		operations: [],
		refusals: []
	};
	while (reader.at < reader.end) readSection(reader);
	if (reader.operations.length === 0 && reader.refusals.length === 0) reader.refusals.push(malformedAt({ line: body.start }, `The patch names no file. ${SECTIONS}`));
	return readingOf(reader.operations, reader.refusals);
}
const SECTIONS = "Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.";
function bodyOf(lines) {
	const first = lines.findIndex((line) => line.trim() !== "");
	if (lines[first]?.trimEnd() !== "*** Begin Patch") return {
		ok: false,
		refusal: malformedAt({ line: first + 1 }, "The patch does not begin with *** Begin Patch. Put that line first.")
	};
	const last = lines.findLastIndex((line) => line.trim() !== "");
	if (lines[last]?.trimEnd() !== "*** End Patch") return {
		ok: false,
		refusal: malformedAt({ line: last + 1 }, "The patch does not end with *** End Patch. Put that line last.")
	};
	return {
		ok: true,
		start: first + 1,
		end: last
	};
}
function readSection(reader) {
	const line = reader.lines[reader.at] ?? "";
	const header = /^\*\*\* (Add|Update|Delete) File: (.+)$/.exec(line);
	const at = reader.at;
	reader.at += 1;
	if (header === null) {
		if (line.trim() === "") return;
		reader.refusals.push(malformedAt({ line: at + 1 }, `Line ${at + 1} belongs to no file. ${SECTIONS}`));
		reader.at = nextHeader(reader);
		return;
	}
	const path = (header[2] ?? "").trim();
	if (header[1] === "Delete") reader.operations.push({
		action: "delete",
		path,
		hunks: []
	});
	else if (header[1] === "Add") readAdded(reader, path);
	else readUpdated(reader, path);
}
function nextHeader({ lines, at, end }) {
	const next = lines.findIndex((line, index) => index >= at && FILE_HEADER.test(line));
	return next === -1 ? end : next;
}
const FILE_HEADER = /^\*\*\* (?:Add|Update|Delete) File: /;
function readAdded(reader, path) {
	const start = reader.at;
	reader.at = nextHeader(reader);
	const body = trimBlankEnd(reader.lines.slice(start, reader.at));
	const wrong = body.findIndex((line) => !line.startsWith("+"));
	reader.hunks += 1;
	if (wrong !== -1) {
		reader.refusals.push(malformedAt({
			line: start + wrong + 1,
			path,
			hunk: reader.hunks
		}, `Line ${start + wrong + 1}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`));
		return;
	}
	const lines = body.map((line) => line.slice(1));
	reader.operations.push({
		action: "create",
		path,
		lines,
		finalNewline: true,
		executable: false,
		hunk: reader.hunks
	});
}
function readUpdated(reader, path) {
	const move = /^\*\*\* Move to: (.+)$/.exec(reader.lines[reader.at] ?? "");
	if (move !== null) reader.at += 1;
	const start = reader.at;
	reader.at = nextHeader(reader);
	const result = readHunks$1(trimBlankEnd(reader.lines.slice(start, reader.at)), {
		path,
		firstLine: start + 1,
		firstHunk: reader.hunks + 1
	});
	reader.hunks += result.hunks.length;
	reader.refusals.push(...result.refusals);
	if (result.refusals.length > 0) return;
	if (move !== null) reader.operations.push({
		action: "rename",
		from: path,
		path: (move[1] ?? "").trim(),
		hunks: result.hunks
	});
	else if (result.hunks.length > 0) reader.operations.push({
		action: "modify",
		path,
		hunks: result.hunks
	});
	else reader.refusals.push(malformedAt({
		line: start,
		path
	}, `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`));
}
/** Blank lines between sections are for the reader's eye. */
function trimBlankEnd(lines) {
	return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
function readHunks$1(body, place) {
	const { drafts, refusals } = readDrafts(body, place);
	if (refusals.length > 0) return {
		hunks: [],
		refusals
	};
	const idle = drafts.filter(({ lines }) => lines.every(([mark]) => mark === " "));
	return {
		hunks: drafts.map(hunkOf$1),
		refusals: idle.map((draft) => changesNothing$1(draft, place.path))
	};
}
function readDrafts(body, place) {
	const drafts = [];
	const refusals = [];
	for (const [index, line] of body.entries()) {
		const firstLine = place.firstLine + index;
		const open = drafts.at(-1);
		if (/^@@(?: |$)/.test(line)) {
			const draft = open?.lines.length === 0 ? open : startDraft(drafts, {
				...place,
				firstLine
			});
			if (line.length > 2) draft.anchors.push(line.slice(2).trim());
			continue;
		}
		const draft = open === void 0 || open.endOfFile ? startDraft(drafts, {
			...place,
			firstLine
		}) : open;
		const mark = line === "" ? " " : markOf(line);
		if (line.trimEnd() === "*** End of File") draft.endOfFile = true;
		else if (mark !== null) draft.lines.push([mark, line.slice(1)]);
		else refusals.push(unmarked(draft, {
			path: place.path,
			line: firstLine
		}));
	}
	return {
		drafts,
		refusals
	};
}
function startDraft(drafts, { firstHunk, firstLine }) {
	const draft = {
		number: firstHunk + drafts.length,
		firstLine,
		lines: [],
		anchors: [],
		endOfFile: false
	};
	drafts.push(draft);
	return draft;
}
function hunkOf$1({ number, lines, anchors, endOfFile }) {
	return {
		number,
		lines,
		anchors,
		...endOfFile ? { endOfFile } : {}
	};
}
function unmarked({ number }, { path, line }) {
	const message = `Line ${line}, in hunk ${number} of ${path}, begins with neither a space, - nor +. Begin unchanged lines with a space.`;
	return malformedAt({
		line,
		path,
		hunk: number
	}, message);
}
function changesNothing$1({ number, firstLine }, path) {
	const message = `Hunk ${number}, in ${path}, removes and adds nothing. Mark the lines to change with - and +.`;
	return malformedAt({
		line: firstLine,
		path,
		hunk: number
	}, message);
}

// src/patch/formats/blocks.ts
/**
* SEARCH/REPLACE blocks: a line with the path, then
*
*     <<<<<<< SEARCH
*     lines as they are
*     =======
*     lines as they shall be
*     >>>>>>> REPLACE
*
* A block without a path of its own belongs to the file of the block before. A block with nothing to search
* creates its file. Lines with a Markdown fence around blocks mean nothing.
*/
function readBlocks(text) {
	const lines = linesOf(text);
	const refusals = [];
	const operations = [];
	let path;
	let number = 0;
	for (let at = 0; at < lines.length;) {
		const line = lines[at] ?? "";
		if (line.trimEnd() === SEARCH) {
			number += 1;
			const block = readBlock(lines, at);
			if ("message" in block) refusals.push(malformedAt({
				line: block.line,
				path,
				hunk: number
			}, block.message));
			else if (path === void 0) refusals.push(malformedAt({
				line: at + 1,
				hunk: number
			}, `Block ${number} has no path. Put a line with the file's path before it.`));
			else addBlock(operations, {
				path,
				number,
				block
			});
			at = block.next;
		} else {
			if (isStray(line)) refusals.push(malformedAt({
				line: at + 1,
				path
			}, `Line ${at + 1} is the middle or the end of a block that did not begin. Begin blocks with ${SEARCH}.`));
			else if (!isFiller(line)) path = line.trim();
			at += 1;
		}
	}
	if (number === 0) refusals.push(malformedAt({ line: 1 }, `There is no block. Send the path, then ${SEARCH}, ${DIVIDER} and ${REPLACE}, each on a line of its own.`));
	return readingOf(operations, refusals);
}
const SEARCH = "<<<<<<< SEARCH";
const DIVIDER = "=======";
const REPLACE = ">>>>>>> REPLACE";
function readBlock(lines, start) {
	let divider = -1;
	for (let at = start + 1; at < lines.length; at += 1) {
		const line = (lines[at] ?? "").trimEnd();
		if (line === DIVIDER && divider === -1) divider = at;
		else if (line === DIVIDER) return {
			message: `The block at line ${start + 1} has two ${DIVIDER} lines, so nobody can tell which one divides it. Send an edit instead.`,
			line: at + 1,
			next: afterBlock(lines, at)
		};
		else if (line === SEARCH) return {
			message: `The block at line ${start + 1} does not end before the next one begins. End it with ${REPLACE}.`,
			line: at + 1,
			next: at
		};
		else if (line === REPLACE) {
			if (divider === -1) return {
				message: `The block at line ${start + 1} has no ${DIVIDER} line. Put one between the old and the new lines.`,
				line: at + 1,
				next: at + 1
			};
			return {
				search: lines.slice(start + 1, divider),
				replace: lines.slice(divider + 1, at),
				next: at + 1
			};
		}
	}
	return {
		message: `The block at line ${start + 1} does not end. End it with ${REPLACE}.`,
		line: start + 1,
		next: lines.length
	};
}
/** Goes on behind a broken block's end, so that one mistake gives one refusal. */
function afterBlock(lines, from) {
	for (let at = from; at < lines.length; at += 1) {
		const line = (lines[at] ?? "").trimEnd();
		if (line === REPLACE) return at + 1;
		if (line === SEARCH) return at;
	}
	return lines.length;
}
function isStray(line) {
	const trimmed = line.trimEnd();
	return trimmed === DIVIDER || trimmed === REPLACE;
}
function isFiller(line) {
	return line.trim() === "" || /^\s*(?:```|~~~)/.test(line);
}
function addBlock(operations, { path, number, block }) {
	if (block.search.length === 0) {
		operations.push({
			action: "create",
			path,
			lines: block.replace,
			finalNewline: true,
			executable: false,
			hunk: number
		});
		return;
	}
	const hunk = {
		number,
		lines: hunkLines(block),
		anchors: []
	};
	const last = operations.at(-1);
	if (last?.action === "modify" && last.path === path) operations[operations.length - 1] = {
		...last,
		hunks: [...last.hunks, hunk]
	};
	else operations.push({
		action: "modify",
		path,
		hunks: [hunk]
	});
}
/** Lines that both sides begin or end with are context: the file's own copy of them is kept. */
function hunkLines({ search, replace }) {
	const shorter = Math.min(search.length, replace.length);
	let head = 0;
	while (head < shorter && search[head] === replace[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && search.at(-1 - tail) === replace.at(-1 - tail)) tail += 1;
	return [
		...search.slice(0, head).map((text) => [" ", text]),
		...search.slice(head, search.length - tail).map((text) => ["-", text]),
		...replace.slice(head, replace.length - tail).map((text) => ["+", text]),
		...search.slice(search.length - tail).map((text) => [" ", text])
	];
}

// src/patch/formats/diff-lines.ts
function diffLines(diff) {
	const lines = diff.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return {
		lines,
		at: 0,
		hunks: 0
	};
}
/** A line without its carriage return; undefined behind the end. */
function lineAt(diff, at = diff.at) {
	const line = diff.lines[at];
	return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
function isFileHeader(diff, at = diff.at) {
	const line = diff.lines[at] ?? "";
	return line.startsWith("diff --git ") || line.startsWith("--- ") && (diff.lines[at + 1] ?? "").startsWith("+++ ");
}
/** The line that ends the diff in a mail of `git format-patch`; git's version follows. */
function isSignature(diff, at = diff.at) {
	return /^-- ?$/.test(lineAt(diff, at) ?? "");
}

// src/patch/formats/file-name.ts
/** The name behind `--- ` or `+++ `, and the text as git prints it: quoted where unusual, ended by a tab or not. */
function headerName(text) {
	if (text.startsWith("\"")) return unquote(text)?.name ?? null;
	const [name = ""] = text.split("	");
	return name.trimEnd() === "" ? null : name;
}
/**
* Both names of a `diff --git` line, without the words before them. git puts no mark between two names with
* spaces, so an unquoted pair is read only where it is the same name twice; null: it can't be told.
*/
function headerPair(text) {
	if (text.startsWith("\"")) {
		const left = unquote(text);
		const right = left === null ? null : headerName(text.slice(left.length + 1));
		return left === null || right === null ? null : [left.name, right];
	}
	if (text.endsWith("\"")) {
		const start = text.indexOf(" \"");
		const right = start === -1 ? null : unquote(text.slice(start + 1));
		return right === null ? null : [text.slice(0, start), right.name];
	}
	const middle = (text.length - 1) / 2;
	const halves = [text.slice(0, middle), text.slice(middle + 1)];
	if (text.charAt(middle) === " " && samePath(...halves)) return halves;
	const words = text.split(" ");
	return words.length === 2 ? [words[0] ?? "", words[1] ?? ""] : null;
}
/** One name of `rename from` and its like, which has no prefix. */
function plainName(text) {
	return (text.startsWith("\"") ? unquote(text)?.name : void 0) ?? text;
}
/** Do the two names have git's prefixes? Both must: a folder of the repository may be called `a` or `b` too. */
function hasPrefixes(oldName, newName) {
	return oldName.startsWith("a/") && newName.startsWith("b/");
}
function samePath(left, right) {
	return left === right || hasPrefixes(left, right) && left.slice(2) === right.slice(2);
}
/** Reads a C-quoted name at the beginning of `text`; the bytes of its octal escapes are UTF-8. */
function unquote(text) {
	const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(0, MAX_QUOTED_CHARACTERS));
	if (quoted === null) return null;
	const bytes = [];
	for (const [part] of (quoted[1] ?? "").matchAll(/\\[0-7]{3}|\\.|[^\\]+/g)) if (/^\\[0-7]{3}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 8) & 255);
	else if (part.startsWith("\\")) bytes.push((C_ESCAPES[part.charAt(1)] ?? part.charAt(1)).charCodeAt(0));
	else bytes.push(...new TextEncoder().encode(part));
	try {
		return {
			name: new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(new Uint8Array(bytes)),
			length: quoted[0].length
		};
	} catch {
		return null;
	}
}
/** A path of the longest kind with every byte escaped, and its quotes. */
const MAX_QUOTED_CHARACTERS = 4 * MAX_PATH_BYTES + 2;
const C_ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};

// src/patch/formats/unified-header.ts
/**
* Reads the lines before a file's first hunk. A header names its file up to three times; all names must
* agree, because a path that is declared in one place and used from another gets past every check.
*/
function readFileHeader(diff) {
	const start = diff.at + 1;
	const raw = readRawHeader(diff);
	const names = namesOf(raw);
	if (!names.ok) return failed$2(malformedAt({ line: start }, names.message));
	const { path } = names.header;
	const special = specialMode(raw);
	if (special !== null || raw.binary) return failed$2(notText(path, special ?? "is binary"));
	const mode = raw.fields.get("new mode") ?? raw.fields.get("new file mode");
	if (mode === void 0) return {
		ok: true,
		header: names.header
	};
	if (!FILE_MODES.has(mode)) return failed$2(malformedAt({
		line: start,
		path
	}, `The mode ${mode.slice(0, 10)} of ${path} is not one of git's. Use 100644 or 100755.`));
	return {
		ok: true,
		header: {
			...names.header,
			executable: mode === EXECUTABLE
		}
	};
}
function readRawHeader(diff) {
	const first = lineAt(diff) ?? "";
	const isGit = first.startsWith(GIT_LINE);
	if (isGit) diff.at += 1;
	const fields = /* @__PURE__ */ new Map();
	for (let field = isGit ? fieldAt(diff) : null; field !== null; field = fieldAt(diff)) {
		fields.set(field[1] ?? "", field[2] ?? "");
		diff.at += 1;
	}
	const line = lineAt(diff) ?? "";
	const binary = isGit && /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
	const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : void 0;
	const next = lineAt(diff, diff.at + 1) ?? "";
	if (!line.startsWith("--- ") || !next.startsWith("+++ ")) return {
		pair,
		fields,
		binary
	};
	diff.at += 2;
	return {
		pair,
		fields,
		binary,
		names: [nameOf(line.slice(4)), nameOf(next.slice(4))]
	};
}
const GIT_LINE = "diff --git ";
function fieldAt(diff) {
	return FIELD.exec(lineAt(diff) ?? "");
}
const FIELD = /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;
function nameOf(text) {
	const name = headerName(text) ?? text;
	return name === "/dev/null" ? null : name;
}
function namesOf(raw) {
	for (const action of ["rename", "copy"]) {
		const from = raw.fields.get(`${action} from`);
		const to = raw.fields.get(`${action} to`);
		if (from !== void 0 && to !== void 0) return movedNames(raw, {
			action,
			from: plainName(from),
			path: plainName(to)
		});
		if (from !== void 0 || to !== void 0) return {
			ok: false,
			message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`
		};
	}
	return raw.names === void 0 ? gitLineNames(raw) : fileLineNames(raw, raw.names);
}
function movedNames(raw, header) {
	const { from, path } = header;
	return [raw.pair, raw.names].filter((pair) => pair !== null && pair !== void 0).every(([old, now]) => [from, `a/${from}`].includes(old ?? "") && [path, `b/${path}`].includes(now ?? "")) ? {
		ok: true,
		header
	} : contradiction(path);
}
/** A file without hunks: only its mode changes, or it is empty. */
function gitLineNames({ pair, fields }) {
	if (pair === null || pair === void 0) return {
		ok: false,
		message: "The diff --git line does not say which file it is about. Put --- a/path and +++ b/path after it."
	};
	const [old, path] = hasPrefixes(...pair) ? [pair[0].slice(2), pair[1].slice(2)] : pair;
	if (old !== path) return differentNames(old, path);
	return {
		ok: true,
		header: {
			action: actionOf(fields) ?? "modify",
			path
		}
	};
}
function fileLineNames({ pair, fields }, [old, now]) {
	const known = old ?? now;
	if (known === null) return {
		ok: false,
		message: "The lines --- and +++ name no file. Name it in at least one of them."
	};
	const prefixed = old !== null && now !== null ? hasPrefixes(old, now) : isPrefixedAlone({
		old,
		now,
		pair
	});
	const from = old === null ? null : old.slice(prefixed ? 2 : 0);
	const to = now === null ? null : now.slice(prefixed ? 2 : 0);
	if (from !== null && to !== null && from !== to) return differentNames(from, to);
	const path = to ?? from ?? known;
	const told = pair === null || pair === void 0 ? [] : hasPrefixes(...pair) ? [pair[0].slice(2), pair[1].slice(2)] : pair;
	const action = from === null ? "create" : to === null ? "delete" : "modify";
	const declared = actionOf(fields) ?? action;
	if (told.some((name) => name !== path) || declared !== action) return contradiction(path);
	return {
		ok: true,
		header: {
			action,
			path
		}
	};
}
/** With /dev/null on one side, the `diff --git` line tells whether `b/` is a prefix or a folder; without it, it is a prefix. */
function isPrefixedAlone({ old, now, pair }) {
	if (pair !== null && pair !== void 0) return hasPrefixes(...pair);
	return old?.startsWith("a/") === true || now?.startsWith("b/") === true;
}
function actionOf(fields) {
	if (fields.has("new file mode")) return "create";
	return fields.has("deleted file mode") ? "delete" : void 0;
}
function contradiction(path) {
	return {
		ok: false,
		message: `The header of ${path} contradicts itself: its lines name different files or different kinds of change. Send the header as git diff writes it.`
	};
}
function differentNames(old, now) {
	return {
		ok: false,
		message: `The header names ${old} and ${now}. For one file, write its path after both --- a/ and +++ b/; for a rename, add rename from and rename to.`
	};
}
const EXECUTABLE = "100755";
const FILE_MODES = /* @__PURE__ */ new Set(["100644", EXECUTABLE]);
function specialMode({ fields }) {
	const all = [...[
		"old mode",
		"new mode",
		"new file mode",
		"deleted file mode"
	].map((field) => fields.get(field)), fields.get("index")?.split(" ")[1]];
	if (all.includes("120000")) return "is a symbolic link";
	return all.includes("160000") ? "is a submodule" : null;
}
function notText(path, what) {
	return {
		code: "not_a_text_file",
		message: `${path} ${what}, and diffs are taken of text files only. Send binary content as a write change in base64.`,
		path
	};
}
function failed$2(refusal) {
	return {
		ok: false,
		refusal
	};
}

// src/patch/formats/unified-hunk.ts
function isHunkHeader(diff) {
	return lineAt(diff)?.startsWith("@@") === true;
}
/** Reads one hunk of a unified diff. Its body must have as many lines as its header says. */
function readHunk(diff, path) {
	diff.hunks += 1;
	const place = {
		line: diff.at + 1,
		path,
		hunk: diff.hunks
	};
	const range = RANGE.exec(lineAt(diff) ?? "");
	diff.at += 1;
	if (range === null) return failed$1(place, "has no line ranges in its header. Write it as @@ -1,3 +1,4 @@.");
	const header = {
		oldStart: Number(range[1]),
		oldCount: Number(range[2] ?? 1),
		newCount: Number(range[3] ?? 1),
		heading: (range[4] ?? "").trim()
	};
	const body = readBody(diff, header);
	if (body.afterEnd) return failed$1(place, "goes on after \"\\ No newline at end of file\". Put that line last.");
	if (body.oldCount !== header.oldCount || body.newCount !== header.newCount) return failed$1(place, countProblem(header, body));
	if (changesNothing(body)) return failed$1(place, "removes and adds nothing. Mark the lines to change with - and +.");
	if (changesLineEndsOnly(body)) return failed$1(place, "changes line endings only, and those are kept as the file has them. Send a write change to replace them.");
	return {
		ok: true,
		hunk: hunkOf(place.hunk, header, body)
	};
}
const RANGE = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@(.*)$/;
/** Reads as many lines as the header counts, and then whatever else looks like part of the hunk, so that a wrong count is seen. */
function readBody(diff, header) {
	const body = emptyBody();
	for (let line = lineAt(diff); line !== void 0; line = lineAt(diff)) {
		const oldLeft = header.oldCount - body.oldCount;
		const newLeft = header.newCount - body.newCount;
		const wanted = oldLeft > 0 || newLeft > 0;
		if (line.startsWith("\\")) endSides(body);
		else if (wanted ? isNextFile(diff, {
			oldLeft,
			newLeft
		}) : isFileHeader(diff) || isSignature(diff)) break;
		else if (markOf(line) !== null) addLine(body, diff, line);
		else if (line === "" && wanted) addLine(body, diff, " ");
		else break;
		diff.at += 1;
	}
	return body;
}
function emptyBody() {
	return {
		lines: [],
		rawOld: [],
		rawNew: [],
		oldCount: 0,
		newCount: 0,
		oldEnded: false,
		newEnded: false,
		afterEnd: false
	};
}
/**
* `--- x` and `+++ y` are a removed and an added line where the header still counts exactly those two. Where
* it counts more, a hunk of another file right behind them says that the count is wrong.
*/
function isNextFile(diff, { oldLeft, newLeft }) {
	return !(oldLeft === 1 && newLeft === 1) && isFileHeader(diff) && lineAt(diff, diff.at + 2)?.startsWith("@@ -") === true;
}
function addLine(body, diff, line) {
	const mark = markOf(line) ?? " ";
	const raw = (diff.lines[diff.at] ?? "").slice(1);
	body.lines.push([mark, line.slice(1)]);
	if (mark !== "+") {
		body.oldCount += 1;
		body.rawOld.push(raw);
		body.afterEnd ||= body.oldEnded;
	}
	if (mark !== "-") {
		body.newCount += 1;
		body.rawNew.push(raw);
		body.afterEnd ||= body.newEnded;
	}
}
/** `\ No newline at end of file` speaks of the line before it, and so of one side or of both. */
function endSides(body) {
	const mark = body.lines.at(-1)?.[0];
	body.oldEnded ||= mark !== "+";
	body.newEnded ||= mark !== "-";
}
function countProblem(header, body) {
	return `${`says ${header.oldCount} old and ${header.newCount} new lines in its header`}, but holds ${body.oldCount} and ${body.newCount}. Correct the header, or send an edit instead.`;
}
function changesNothing({ rawOld, rawNew, oldEnded, newEnded }) {
	return oldEnded === newEnded && sameLines(rawOld, rawNew);
}
function changesLineEndsOnly(body) {
	return body.oldEnded === body.newEnded && sameLines(withoutReturns(body.rawOld), withoutReturns(body.rawNew));
}
function withoutReturns(lines) {
	return lines.map((line) => line.replace(/\r$/, ""));
}
function sameLines(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function hunkOf(number, header, { lines, oldEnded, newEnded }) {
	const lineHint = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart;
	return {
		number,
		lines: oldEnded === newEnded ? lines : sharedLastLine(lines),
		...lineHint > 0 ? { lineHint } : {},
		anchors: header.heading === "" ? [] : [header.heading],
		...oldEnded || newEnded ? { endOfFile: true } : {},
		...oldEnded === newEnded ? {} : { finalNewline: oldEnded }
	};
}
/** Where only the line break of the last line changes, diff writes that line twice; it is context all the same. */
function sharedLastLine(lines) {
	const old = lines.findLastIndex(([mark]) => mark !== "+");
	const [, text] = lines[old] ?? [" ", ""];
	if (lines[old]?.[0] !== "-" || lines.at(-1)?.[1] !== text || old === lines.length - 1) return lines;
	return [
		...lines.slice(0, old),
		...lines.slice(old + 1, -1),
		[" ", text]
	];
}
function failed$1(place, predicate) {
	const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${predicate}`;
	return {
		ok: false,
		refusal: malformedAt(place, message)
	};
}

// src/patch/formats/unified.ts
/**
* Unified diffs and the output of `git diff` or `git format-patch`, for any number of files.
* What stands before the first file, or behind a mail's signature, is prose. Everything else must be part of
* the diff: text that is silently passed over is a change that is silently lost.
*/
function readUnifiedDiff(text) {
	const diff = diffLines(text);
	const operations = [];
	const refusals = [];
	skipProse(diff, refusals);
	if (lineAt(diff) === void 0 && refusals.length === 0) refusals.push(malformedAt({ line: 1 }, "The diff names no file. Begin each file with --- a/path and +++ b/path."));
	while (lineAt(diff) !== void 0) {
		const file = readFile(diff);
		if (file.ok) operations.push(file.operation);
		else for (const refusal of file.refusals) refusals.push(refusal);
		skipBetweenFiles(diff, refusals);
	}
	return readingOf(operations, refusals);
}
function skipProse(diff, refusals) {
	for (; lineAt(diff) !== void 0 && !isFileHeader(diff); diff.at += 1) if (/^@@ -\d/.test(lineAt(diff) ?? "") && refusals.length === 0) refusals.push(malformedAt({ line: diff.at + 1 }, `The hunk at line ${diff.at + 1} belongs to no file. Put --- a/path and +++ b/path before it.`));
}
function readFile(diff) {
	const start = diff.at;
	const header = readFileHeader(diff);
	if (!header.ok) {
		skipToFileHeader(diff);
		return {
			ok: false,
			refusals: [header.refusal]
		};
	}
	const { hunks, refusals } = readHunks(diff, header.header.path);
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	return operationOf(header.header, hunks, start + 1);
}
function readHunks(diff, path) {
	const hunks = [];
	const refusals = [];
	while (isHunkHeader(diff)) {
		const result = readHunk(diff, path);
		if (result.ok) hunks.push(result.hunk);
		else refusals.push(result.refusal);
		if (!result.ok) while (lineAt(diff) !== void 0 && !isHunkHeader(diff) && !isFileHeader(diff)) diff.at += 1;
		else while (lineAt(diff)?.trim() === "") diff.at += 1;
	}
	return {
		hunks,
		refusals
	};
}
function operationOf(header, hunks, line) {
	const { action, path, executable } = header;
	const mode = executable === void 0 ? {} : { executable };
	switch (action) {
		case "create": return createOf(header, hunks, line);
		case "delete": return {
			ok: true,
			operation: {
				action,
				path,
				hunks
			}
		};
		case "rename":
		case "copy": return {
			ok: true,
			operation: {
				action,
				from: header.from,
				path,
				hunks,
				...mode
			}
		};
		case "modify":
			if (hunks.length > 0 || executable !== void 0) return {
				ok: true,
				operation: {
					action,
					path,
					hunks,
					...mode
				}
			};
			return failed(malformedAt({
				line,
				path
			}, `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`));
	}
}
function createOf({ path, executable = false }, hunks, line) {
	const [hunk, second] = hunks;
	if (hunk === void 0) return {
		ok: true,
		operation: {
			action: "create",
			path,
			lines: [],
			finalNewline: true,
			executable
		}
	};
	if (second !== void 0 || hunk.lines.some(([mark]) => mark !== "+")) {
		const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
		return failed(malformedAt({
			line,
			path,
			hunk: hunk.number
		}, message));
	}
	return {
		ok: true,
		operation: {
			action: "create",
			path,
			lines: hunk.lines.map(([, text]) => text),
			finalNewline: hunk.finalNewline ?? true,
			executable,
			hunk: hunk.number
		}
	};
}
function failed(refusal) {
	return {
		ok: false,
		refusals: [refusal]
	};
}
function skipToFileHeader(diff) {
	while (lineAt(diff) !== void 0 && !isFileHeader(diff)) diff.at += 1;
}
function skipBetweenFiles(diff, refusals) {
	for (let line = lineAt(diff); line !== void 0 && !isFileHeader(diff); line = lineAt(diff)) if (isSignature(diff)) skipToFileHeader(diff);
	else if (isSeparator(line)) diff.at += 1;
	else {
		refusals.push(malformedAt({ line: diff.at + 1 }, `Line ${diff.at + 1} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS$2))}. Remove it, or correct the hunk that it is part of.`));
		skipToFileHeader(diff);
	}
}
/** Characters of a stray line that are shown: enough to find it. */
const SHOWN_CHARACTERS$2 = 80;
/** Lines that diff, Subversion and others write between two files. */
function isSeparator(line) {
	return line.trim() === "" || /^(?:Index: |={3,}$|diff -|Only in )/.test(line);
}

// src/patch/path.ts
/** null: `path` names a place inside the repository that git, and every common file system, can hold. */
function checkPath(path) {
	const problem = problemWith(path);
	if (problem === null) return null;
	return {
		code: "outside_repository",
		message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS$1))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
		path
	};
}
/** Characters of a bad path that are shown: enough to recognise it. */
const SHOWN_CHARACTERS$1 = 200;
function problemWith(path) {
	if (path === "") return "is empty.";
	if (!path.isWellFormed()) return "is not valid Unicode.";
	if (new TextEncoder().encode(path).length > 1024) return `is longer than ${MAX_PATH_BYTES} bytes.`;
	if (CONTROL_CHARACTER.test(path)) return "holds a control character.";
	if (path.includes("\\")) return "holds a backslash.";
	if (path.startsWith("/")) return "is absolute.";
	if (/^[A-Za-z]:/.test(path)) return "begins with a drive letter.";
	for (const segment of path.split("/")) {
		if (segment === "") return "has an empty segment.";
		if (segment === "." || segment === "..") return `has a ${segment} segment.`;
		if (isGitFolder(segment)) return "leads into git's own folder.";
	}
	return null;
}
const CONTROL_CHARACTER = /\p{Cc}/u;
/**
* git's own list of names that some file system takes for `.git`: any case, NTFS streams, trailing dots and
* spaces, 8.3 names, and code points that HFS+ leaves out when it compares.
*/
function isGitFolder(segment) {
	const name = segment.replace(HFS_IGNORED, "").toLowerCase();
	return /^(?:\.git|git~\d+)[. ]*(?::.*)?$/.test(name);
}
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

// src/apply/plan.ts
/** Everything that a patch asks for, in order, with every path checked; no file is needed for it. */
function planPatch(patch) {
	const steps = [];
	const refusals = [];
	for (const [change, wanted] of patch.changes.entries()) {
		const { reading, pointer, fields } = readChange(wanted, change);
		if (!reading.ok) for (const refusal of reading.refusals) refusals.push({
			...refusal,
			pointer
		});
		else for (const operation of reading.operations) steps.push({
			change,
			pointer,
			fields,
			operation
		});
	}
	refusals.push(...pathRefusals(steps), ...countRefusals(steps));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		steps
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
function readChange(change, index) {
	const pointer = `/changes/${index}`;
	switch (change.kind) {
		case "diff": return {
			reading: readUnifiedDiff(change.diff),
			pointer: `${pointer}/diff`,
			fields: /* @__PURE__ */ new Map()
		};
		case "apply_patch": return {
			reading: readApplyPatch(change.patch),
			pointer: `${pointer}/patch`,
			fields: /* @__PURE__ */ new Map()
		};
		case "blocks": return {
			reading: readBlocks(change.text),
			pointer: `${pointer}/text`,
			fields: /* @__PURE__ */ new Map()
		};
		case "edit": return single({
			action: "edit",
			path: change.path,
			edit: change
		}, pointer);
		case "regex": return single({
			action: "regex",
			path: change.path,
			regex: change
		}, pointer);
		case "write": return single({
			action: "write",
			path: change.path,
			write: change
		}, pointer);
		case "delete": return single({
			action: "delete",
			path: change.path,
			hunks: []
		}, pointer);
		case "move": return single({
			action: "rename",
			from: change.from,
			path: change.to,
			hunks: []
		}, pointer);
	}
}
function single(operation, pointer) {
	const fields = new Map("from" in operation ? [[operation.from, "from"], [operation.path, "to"]] : [[operation.path, "path"]]);
	return {
		reading: {
			ok: true,
			operations: [operation]
		},
		pointer,
		fields
	};
}
function pathRefusals(steps) {
	return steps.flatMap((step) => pathsOf(step.operation).flatMap((path) => {
		const refusal = checkPath(path);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	}));
}
function countRefusals(steps) {
	const files = new Set(steps.flatMap(({ operation }) => pathsOf(operation))).size;
	const hunks = steps.reduce((sum, { operation }) => sum + ("hunks" in operation ? operation.hunks.length : 1), 0);
	return [{
		count: files,
		limit: 100,
		what: "touches",
		unit: "files"
	}, {
		count: hunks,
		limit: MAX_HUNKS,
		what: "holds",
		unit: "hunks"
	}].filter(({ count, limit }) => count > limit).map(({ count, limit, what, unit }) => ({
		code: "too_large",
		message: `The patch ${what} ${count} ${unit}, and ${limit} are allowed. Split it into several patches.`,
		pointer: "/changes",
		data: {
			[unit]: count,
			limit
		}
	}));
}

// src/apply/apply.ts
/** All paths that must be read to apply a patch, both ends of moves among them; each one once, sorted. */
function touchedPaths(patch) {
	const plan = planPatch(patch);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals)
	};
	return {
		ok: true,
		paths: [...new Set(plan.steps.flatMap(({ operation }) => pathsOf(operation)))].sort()
	};
}
/**
* Applies a whole patch, or none of it and says everything that is in its way. Changes are made in order,
* each one on what those before it left.
*
* `files` holds what stands at the touched paths and at the folders above them; what it lacks does not exist.
*/
function applyPatch$1(patch, files) {
	const plan = planPatch(patch);
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
	for (const { step, refusals: refused, reports } of editRuns(plan.steps).flatMap((run) => applyRun(run, context))) {
		for (const refusal of refused) refusals.push(refusalAt(step, refusal));
		for (const report of reports) hunks.push(report);
	}
	const end = changesOf(context.workspace);
	refusals.push(...end.refusals);
	if (refusals.length > 0) return {
		ok: false,
		refusals: cappedRefusals(refusals),
		hunks
	};
	return {
		ok: true,
		changes: end.changes,
		hunks
	};
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

// src/policy/protected-paths.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* Paths that steer who may do what, or what runs with rights: no patch changes them.
* Compared without regard to case, because some file systems have none.
*/
const PROTECTED_PATHS = [
	".github/**",
	"**/.git*",
	"**/.git*/**",
	"**/CODEOWNERS"
];
/** Judges the result of applying, never the patch's text: what a patch says and what it does may differ. */
function checkProtectedPaths(changes) {
	const touched = changes.flatMap((change) => change.from === void 0 ? [change.path] : [change.path, change.from]);
	return [...new Set(touched)].flatMap((path) => {
		const pattern = PROTECTED_PATHS.find((_, index) => isProtected[index]?.(path));
		return pattern === void 0 ? [] : [refusal$2(path, pattern)];
	});
}
const isProtected = PROTECTED_PATHS.map((pattern) => (0, import_picomatch.default)(pattern, {
	dot: true,
	nocase: true
}));
function refusal$2(path, pattern) {
	return {
		code: "protected_path",
		message: `${path} is protected (${pattern}): leave it out of the patch, or ask a maintainer to change it.`,
		path,
		data: { pattern }
	};
}

// src/record/life.ts
/**
* Is this delivery worked on, and as which attempt?
*
* - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
*   on again when it failed, died, or belongs to this very run.
* - Another digest under the same id is a revision, and always worked on.
* - Nothing is worked on over a person's head: a commit on the branch that is not ours, or a pull request that
*   somebody closed, ends it.
*/
function decideDelivery(encounter) {
	const { record, digest } = encounter;
	if (record !== null && record.digest === digest) {
		const duplicate = checkDuplicate(record, encounter);
		if (duplicate !== null) return {
			kind: "end",
			outcome: duplicate
		};
	}
	return checkPeople(encounter) ?? {
		kind: "start",
		attempt: (record?.attempt ?? 0) + 1
	};
}
/** A delivery with such an outcome has got its answer; any other may be sent again. */
function isFinished(outcome) {
	return FINISHED.has(outcome.kind);
}
const FINISHED = /* @__PURE__ */ new Set([
	"opened",
	"updated",
	"tests_failed"
]);
function checkDuplicate(record, { run, now }) {
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	if (record.outcome !== void 0) return isFinished(record.outcome) ? {
		kind: "duplicate",
		state: "finished",
		...link
	} : null;
	const ownRun = record.run.id === run.id;
	const dead = new Date(record.deadline) <= now;
	return ownRun || dead ? null : {
		kind: "duplicate",
		state: "in_progress",
		...link
	};
}
function checkPeople({ record, branch, pullRequest }) {
	if (branch !== null && !isOurs(branch, record)) return conflict("branch_edited", pullRequest);
	if (pullRequest?.state === "closed" && record?.pullRequest?.number === pullRequest.number) return conflict("pull_request_closed", pullRequest);
	return null;
}
/** The branch stands where we left it. Before the first report only the tree is known, and tells as much. */
function isOurs(branch, record) {
	return record !== null && (branch.oid === record.head || record.head === void 0 && branch.tree === record.tree);
}
function conflict(reason, pullRequest) {
	return {
		kind: "end",
		outcome: {
			kind: "conflict",
			reason,
			paths: [],
			...pullRequest ? { pullRequest: {
				number: pullRequest.number,
				url: pullRequest.url
			} } : {}
		}
	};
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
			"revised"
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
function formatRecord(record, words) {
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

// src/stages/plan.ts
/** `control` is created as running by the first patch that a repository ever sees. */
function planApply(input) {
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
		run,
		now,
		record: previous,
		branch: snapshot.refs.get(branchRef(received.id)) ?? null,
		...snapshot.pullRequest === void 0 ? {} : { pullRequest: snapshot.pullRequest }
	});
	if (decision.kind === "end" && decision.outcome.kind === "duplicate") return {
		kind: "skip",
		outcome: decision.outcome,
		previous,
		channel
	};
	const attempt = decision.kind === "start" ? decision.attempt : (previous?.attempt ?? 0) + 1;
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous,
		channel
	});
	const control = controlOf(snapshot, now);
	if (control.state !== "running") return end({
		kind: "halted",
		state: control.state,
		reason: control.reason
	});
	if (decision.kind === "end") return end(decision.outcome);
	if (!received.ok) return end({
		kind: "refused",
		refusals: received.refusals
	});
	if (!parsed.ok) return end({
		kind: "refused",
		refusals: parsed.refusals
	});
	const base = chooseBase(received.patch, parsed.config, snapshot);
	if (!base.ok) return end(base.outcome);
	const applied = applyPatch$1(received.patch, sourceEntries(base.base));
	if (!applied.ok) return end({
		kind: "refused",
		refusals: applied.refusals
	}, applied.hunks);
	const forbidden = checkProtectedPaths(applied.changes);
	if (forbidden.length > 0) return end({
		kind: "refused",
		refusals: forbidden
	}, applied.hunks);
	if (applied.changes.length === 0) return end({ kind: "no_change" }, applied.hunks);
	const { patch } = received;
	return {
		kind: "write",
		attempt,
		previous,
		channel,
		patch,
		config: parsed.config,
		base: base.base,
		changes: applied.changes,
		hunks: applied.hunks
	};
}
function branchRef(id) {
	return `refs/heads/${branchName(id)}`;
}
/** An absent switch is running only as long as no patch was ever handled here. */
function controlOf(snapshot, now) {
	const commit = snapshot.refs.get(CONTROL_REF) ?? null;
	return commit === null && !snapshot.anyRefUnder ? { state: "running" } : readControl(commit?.message ?? null, now);
}
function readPrevious(snapshot, id) {
	const commit = snapshot.refs.get(recordRef(id)) ?? null;
	if (commit === null) return null;
	const parsed = parseRecord(commit.message);
	return parsed.ok ? parsed.record : "unreadable";
}
/**
* The patch goes onto the branch's head. Where it names the commit it was written against, the touched files must
* still be there what they were, so that what was written for one text is never put into another.
*/
function chooseBase(patch, config, snapshot) {
	const branch = patch.base?.branch ?? snapshot.defaultBranch;
	const allowed = config["base-branches"] ?? [snapshot.defaultBranch];
	if (!allowed.includes(branch)) return refuse({
		code: "unknown_base",
		message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(" or ")}.`,
		pointer: "/base/branch",
		data: { allowed }
	});
	if (snapshot.base === null) return refuse({
		code: "unknown_base",
		message: `There is no branch ${branch} in this repository; send the patch for ${snapshot.defaultBranch}.`,
		pointer: "/base/branch"
	});
	if (snapshot.pinned === void 0 || snapshot.pinned?.sha === snapshot.base.sha) return {
		ok: true,
		base: snapshot.base
	};
	if (snapshot.pinned === null) return refuse({
		code: "base_not_found",
		message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
		pointer: "/base/sha"
	});
	const moved = changedPaths(snapshot.pinned, snapshot.base);
	return moved.length === 0 ? {
		ok: true,
		base: snapshot.base
	} : {
		ok: false,
		outcome: {
			kind: "conflict",
			reason: "base_moved",
			paths: moved
		}
	};
}
function refuse(refusal) {
	return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals: [refusal]
		}
	};
}
/** Requested files that differ between two commits. Folders are left out: what lies beside a file may change. */
function changedPaths(from, to) {
	return [.../* @__PURE__ */ new Set([...from.entries.keys(), ...to.entries.keys()])].filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path))).toSorted();
}
function identity(entry) {
	return entry === void 0 ? "absent" : entry.mode === FOLDER ? FOLDER : `${entry.mode} ${entry.oid}`;
}
const FOLDER = "040000";
function sourceEntries(base) {
	return new Map([...base.entries].map(([path, entry]) => [path, sourceEntry(entry)]));
}
function sourceEntry(entry) {
	const bytes = entry.bytes ?? /* @__PURE__ */ new Uint8Array();
	switch (entry.mode) {
		case "040000": return { kind: "directory" };
		case "160000": return { kind: "submodule" };
		case "120000": return {
			kind: "symlink",
			target: new TextDecoder().decode(bytes)
		};
		default: return {
			kind: "file",
			bytes,
			executable: entry.mode === "100755"
		};
	}
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
	labels: array(text().min(1).max(50)).max(20).default([]),
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
	const place = refusals.flatMap(nearestPlaces$1).at(0);
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
			warning: `Slack was not told: ${reason}`
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
	if (oid !== null) return {
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
* Tries requests again that failed for a reason that may pass: no connection, 5xx, or a rate limit. Anything else fails
* at once. With `request: {ambiguous: 'throw'}` so do lost connections and 5xx, after which nobody knows whether it was
* done.
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
			try {
				return await request(parameters);
			} catch (error) {
				const wait = isAmbiguous(error) && parameters.request["ambiguous"] === "throw" ? null : waitBefore(error, retryCount);
				if (wait === null || retryCount >= RETRIES || waited + wait > WAITING_BUDGET) throw error;
				waited += wait;
				await sleep(wait);
			}
		}
	});
}
function isAmbiguous(error) {
	const status = statusOf(error);
	return status === null || status >= 500;
}
/** Milliseconds until another try makes sense; null: it never does. */
function waitBefore(error, retryCount) {
	if (isAmbiguous(error)) return backoff(retryCount);
	const retryAfter = headerOf(error, "retry-after");
	if (retryAfter !== void 0) return Number(retryAfter) * 1e3;
	if (headerOf(error, "x-ratelimit-remaining") === "0") return untilReset(error);
	return statusOf(error) === 429 || SECONDARY_LIMIT.test(messageOf(error)) ? UNTOLD_LIMIT : null;
}
function untilReset(error) {
	return Math.max(0, Number(headerOf(error, "x-ratelimit-reset")) * 1e3 - Date.now());
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
		updatePullRequest: async (number, { title, body }) => {
			await attempt(`update pull request #${number}`, async () => {
				await octokit.rest.pulls.update({
					...repository,
					pull_number: number,
					title,
					body
				});
			});
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
/** Without drafts on the repository's plan it is opened as an ordinary one; one that is open already is the answer. */
async function openPullRequest(octokit, place, request) {
	const { owner, name } = place;
	try {
		const { data } = await octokit.rest.pulls.create({
			owner,
			repo: name,
			...request
		});
		return opened(data);
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		const said = messageOf(error);
		if (request.draft && /draft/i.test(said)) return await openPullRequest(octokit, place, {
			...request,
			draft: false
		});
		const existing = /already exists/i.test(said) ? await findOpenPullRequest(octokit, place, request) : null;
		if (existing === null) throw error;
		return existing;
	}
}
async function findOpenPullRequest(octokit, { owner, name }, { head, base }) {
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo: name,
		head: `${owner}:${head}`,
		base,
		state: "open"
	});
	return data[0] === void 0 ? null : opened(data[0]);
}
function opened(data) {
	return {
		number: data.number,
		url: data.html_url,
		nodeId: data.node_id,
		draft: data.draft ?? false
	};
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
/** The newest few, since forks may use the same branch name. */
function pullRequestField(variables, branch) {
	return `pullRequests(${`headRefName: ${variables.bind("String!", branch)}, first: 10, orderBy: { field: CREATED_AT, direction: DESC }`}) { nodes { id number url state isDraft headRefOid isCrossRepository } }`;
}

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
	const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head } = found;
	return {
		nodeId,
		number,
		url,
		state: PULL_REQUEST_STATES[state],
		draft,
		head
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
* An error does not say that nothing happened, nor which ref was in the way, so after one the refs are read back; only
* then, and only when there was no proper answer, it is tried again.
*/
async function updateRefs(octokit, { place, repositoryId, moves }) {
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
/** `lost` is what `fetch` threw, where it did: the client's own error hides it. */
function describeFailure(slack, error, lost) {
	if (error instanceof slack.WebAPIRateLimitedError) {
		const seconds = error.retryAfter;
		return {
			words: `rate limited for ${seconds} s, longer than there was time to wait`,
			retry: "always",
			waitSeconds: seconds
		};
	}
	if (error instanceof slack.WebAPIPlatformError) return describeRefusal(error.data.error, error.data.response_metadata?.messages ?? []);
	if (error instanceof slack.WebAPIHTTPError) return {
		words: `HTTP status ${error.statusCode}`,
		retry: error.statusCode >= 500 ? "unless_sent_twice_hurts" : "never"
	};
	if (error instanceof slack.WebAPIRequestError) return describeLoss(lost);
	return {
		words: error instanceof Error ? error.message : String(error),
		retry: "never"
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
		retry: OWN_FAULTS.has(error) ? "unless_sent_twice_hurts" : "never"
	};
}
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
		retry: "never"
	};
	const cause = read(lost, "cause");
	const code = read(cause, "code");
	const words = [
		code,
		read(cause, "message"),
		read(lost, "message")
	].find((part) => typeof part === "string" && part !== "");
	const retry = NOT_CONNECTED.has(code) ? "always" : "unless_sent_twice_hurts";
	return {
		words: `no answer (${String(words)})`,
		retry
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
* - Every failure throws an error whose message says what Slack said and what to do about it, also the ones that
*   Slack answers with HTTP 200.
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
		if (pause === null || performance.now() + pause * 1e3 >= endsAt) throw new Error(`${method} failed: ${failure.words}`, { cause: error });
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
	if (typeof channel !== "string" || typeof ts !== "string") throw new Error("chat.postMessage failed: the answer names no channel and time, so the message can never be edited");
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

export { recordRef as A, formatRecord as C, CONTROL_REF as D, formatStatus as E, formatList as F, formatChanged as I, formatAsked as L, CONFIG_PATH as M, formatSummary as N, PATCH_FILE as O, formatTested as P, defuseReferences as R, readPrevious as S, touchedPaths as T, parseJson as _, patchTexts as a, controlOf as b, viewOf as c, nextStep as d, recordOnly as f, notJson as g, jsonPointer as h, explainCrash as i, inboxRef as j, branchName as k, describeRecord as l, readPatch as m, sayRequests as n, recordMessage as o, tell as p, conclude as r, viewFrom as s, createContext as t, branchAndRecord as u, sha256 as v, testReportSchema as w, planApply as x, branchRef as y };