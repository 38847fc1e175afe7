import { r as __toESM } from "./rolldown-runtime.js";
import { E as MAX_URL_CHARACTERS, S as MAX_PATCH_TEXT_BYTES, _ as MAX_DESCRIPTION_CHARACTERS, c as say, g as MAX_CHANGES, h as parseJson$1, m as notJson, p as isTooDeep, w as MAX_PATTERN_CHARACTERS, x as MAX_PATCH_BYTES } from "./workflow.js";
import { c as commitUrl, d as testsOf, f as titleOf$1, h as cutText, i as formatSeconds, l as repositoryUrl, m as showHidden, n as describeTests, p as oneLine$2, r as describeView, s as changesOf, u as shortSha } from "./sentence.js";
import { _ as NEVER, a as discriminatedUnion, c as lazy, d as record, f as strictObject, h as union, i as boolean, l as literal, m as tuple, n as _enum, o as int, p as string, r as array, s as json, t as datetime, u as number } from "./zod.js";
import { t as Octokit } from "./octokit.js";
import { Buffer, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/report/exit-code.ts
/**
* | code | outcome |
* |--:|---|
* | 0 | `opened`, `updated` with passing tests; `merged`; `duplicate`, which is done or being done by another run |
* | 1 | `crashed` |
* | 2 | `refused` |
* | 3 | `no_change` |
* | 4 | `conflict` |
* | 5 | `tests_failed`, and a pull request whose tests are not known to have passed |
* | 6 | `timed_out` |
* | 7 | `halted` |
* | 8 | `canceled` |
* | 9 | `held` |
* | 10 | `closed` |
* | 11 | `reverted` |
* | 12 | `superseded` |
*/
function exitCode(outcome) {
	switch (outcome.kind) {
		case "opened":
		case "updated": return outcome.tests.verdict === "passed" ? 0 : 5;
		case "duplicate":
		case "merged": return 0;
		case "crashed": return 1;
		case "refused": return 2;
		case "no_change": return 3;
		case "conflict": return 4;
		case "tests_failed": return 5;
		case "timed_out": return 6;
		case "halted": return 7;
		case "canceled": return 8;
		case "held": return 9;
		case "closed": return 10;
		case "reverted": return 11;
		case "superseded": return 12;
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
		case "halted": return "🔒";
		case "held": return "⏸️";
		case "canceled": return "⏹️";
		case "crashed": return "💥";
		case "merged": return "🟣";
		case "closed": return "🚫";
		case "reverted": return "↩️";
		case "superseded": return "⏭️";
	}
}

// src/report/diagnosis.ts
function diagnosisOf({ data = {} }) {
	return {
		nearest: listOf$2(data["nearest"]).flatMap((value) => nearestOf(value) ?? []),
		candidates: listOf$2(data["candidates"]).flatMap((value) => candidateOf(value) ?? []),
		correction: data["correction"],
		facts: Object.fromEntries(Object.entries(data).filter(([key]) => !TOLD.has(key)))
	};
}
/** Facts that have a form of their own, or stand in the sentence. */
const TOLD = /* @__PURE__ */ new Set([
	"nearest",
	"candidates",
	"correction",
	"lines",
	"total",
	"expected",
	"similar",
	"replacementAt",
	"example",
	"line",
	"other"
]);
function describeNearest({ line, score }) {
	return `Nearest lines, from line ${line}, ${Math.round(score * 100)} % alike (- expected, + found)`;
}
function describeCandidate({ line, last }) {
	if (last < line) return `It may go above line ${line}`;
	return line === last ? `It fits at line ${line}` : `It fits at lines ${line} to ${last}`;
}
/** The file's lines at a candidate with their numbers; those that would change are marked. */
function numberedLines({ line, last, from, lines }) {
	const width = String(from + lines.length).length;
	return lines.map((text, index) => {
		const number = from + index;
		return `${number >= line && number <= last ? ">" : " "} ${String(number).padStart(width)} ${text}`.trimEnd();
	});
}
function nearestOf(value) {
	const { line, score, diff } = membersOf$1(value);
	return typeof line === "number" && typeof score === "number" && isTexts(diff) ? {
		line,
		score,
		diff
	} : null;
}
function candidateOf(value) {
	const { line, last, from, lines, correction } = membersOf$1(value);
	return typeof line === "number" && typeof last === "number" && typeof from === "number" && isTexts(lines) ? {
		line,
		last,
		from,
		lines,
		correction
	} : null;
}
function membersOf$1(value) {
	return typeof value === "object" && value !== null && !isList(value) ? value : {};
}
function listOf$2(value) {
	return isList(value) ? value : [];
}
function isTexts(value) {
	return isList(value) && value.every((one) => typeof one === "string");
}
function isList(value) {
	return Array.isArray(value);
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
	return isLinkable(url) ? `[${markdownLine(words)}](${url})` : codeSpan(url);
}
/** The same in a table's cell, where an address that can't be linked is left out. */
function markdownLinkCell(words, url) {
	return isLinkable(url) ? `[${markdownLine(words)}](${url})` : markdownLine(words);
}
function isLinkable(url) {
	return LINKABLE$1.test(url);
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
const WORDS$1 = {
	create: "new",
	modify: "changed",
	delete: "deleted",
	rename: "renamed"
};
function formatRow({ path, action, from, added, removed }) {
	const origin = from === void 0 ? "" : ` from ${codeCell(from)}`;
	return `| ${codeCell(path)} | ${WORDS$1[action]}${origin} | ${added ?? "binary"} | ${removed ?? "binary"} |`;
}

// src/report/clash.ts
/** Where a patch and newer commits meet, as one sentence without a full stop. It quotes the path as it is. */
function describeClash(clash) {
	switch (clash.kind) {
		case "lines": return `${clash.path}, line ${clash.line}: the patch and newer commits changed the same lines, or lines beside each other`;
		case "two_places": return `${clash.path}, line ${clash.line}: merged with newer commits the patch changes other lines than where its own lines stand now`;
		case "entry": return `${clash.path}: ${describeWish(clash.wanted)}, and newer commits ${describeDeed(clash)}`;
	}
}
/** All sides of it, one below the other, each under its name; nothing where there are no lines to show. */
function clashLines(clash) {
	switch (clash.kind) {
		case "lines": return [
			...side("when the patch was written", clash.was, clash.cut),
			...side("as the patch wants it", clash.wanted, clash.cut),
			...side("as it is now", clash.now, clash.cut)
		];
		case "two_places": return [...side("merged", clash.merged, clash.cut), ...side("put where its lines stand now", clash.placed, clash.cut)];
		case "entry": return [];
	}
}
function describeWish(wanted) {
	switch (wanted) {
		case "absent": return "the patch deletes or moves it";
		case "directory": return "the patch needs a folder there";
		case "file":
		case "symlink":
		case "submodule": return "the patch changes or makes it";
	}
}
function describeDeed({ was, now }) {
	switch (now) {
		case "absent": return "deleted or moved it";
		case "directory": return "made a folder there";
		case "symlink": return "made a symbolic link there";
		case "submodule": return "made a submodule there";
		case "file": return was === "file" ? "changed it" : "made a file there";
	}
}
function side(name, lines, cut) {
	const shown = lines.length === 0 ? ["(no lines)"] : lines;
	return [`${name}${cut === true ? ", cut" : ""}:`, ...shown.map((line) => `  ${line}`)];
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
		`Commit ${commit}, command ${codeSpan(tests.command, MAX_COMMAND$1)}. Reported by ${job}, which runs the patch's own code: a claim about this one commit, and no more.`
	].join("\n");
}
const MAX_COMMAND$1 = 200;
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

// src/policy/config-path.ts
/** Where a repository says how its patches are handled. Read from the default branch only. */
const CONFIG_PATH = ".github/ghost-runner.yml";

// src/record/approval.ts
/** The label of a pull request that waits for an approval. */
const APPROVAL_LABEL = "ghost:needs-approval";
/**
* Does this commit of the patch still need somebody's approval? One that was given holds for the digest and the
* commit that it was given for, and for nothing else.
*/
function needsApproval({ approval, digest }, sha) {
	return approval !== void 0 && !(approval.by !== void 0 && approval.digest === digest && approval.sha === sha);
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

// src/record/warnings.ts
/** Adds what went wrong beside the patch. Two stages that fail alike (Slack refuses both) say it once. */
function mergeWarnings(known, added) {
	return [.../* @__PURE__ */ new Set([...known, ...added.filter((warning) => warning !== void 0)])];
}

// src/report/checks.ts
/** What checks other than ours said of a pull request, in a few words. Their names are anybody's. */
function describeChecks({ state, checks }) {
	const named = checks.filter((check) => check.state === state).map(({ name }) => cutText(name, MAX_NAME$1));
	switch (state) {
		case "success": return checks.length === 1 ? "passed" : `all ${checks.length} passed`;
		case "neutral": return "none has a verdict";
		case "pending": return `still running: ${list(named)}`;
		case "failure": return `failed: ${list(named)}`;
	}
}
const MAX_NAME$1 = 40;
/** Enough to know where to look. */
const MAX_NAMED = 3;
function list(names) {
	const more = names.length - MAX_NAMED;
	return `${names.slice(0, MAX_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/report/status.ts
/** The commit status's name: what a branch rule that requires it must name. */
const STATUS_CONTEXT = "ghost-runner";
/** The status of a patch's commit, pending while it is under way. */
function formatStatus(view) {
	const { headline, detail } = describeView(view);
	const { run, pullRequest, ci } = view.record;
	const checks = ci?.state === "failure" ? ` Other checks: ${describeChecks(ci)}.` : "";
	const targetUrl = run.url || pullRequest?.url;
	return {
		context: STATUS_CONTEXT,
		state: stateOf$1(view),
		description: cutText(oneLine$2(`${headline}.${checks} ${detail}`), MAX_DESCRIPTION),
		...targetUrl === void 0 ? {} : { targetUrl }
	};
}
/** GitHub refuses longer descriptions. */
const MAX_DESCRIPTION = 140;
/** `failure` is a verdict on the patch, `error` means that there is none. */
function stateOf$1({ record: { state, outcome } }) {
	switch (outcome?.kind) {
		case void 0: return state === "done" ? "error" : "pending";
		case "opened":
		case "updated": return succeeded(outcome) ? "success" : "failure";
		case "duplicate": return outcome.state === "finished" ? "success" : "pending";
		case "held": return "pending";
		case "merged": return "success";
		case "no_change":
		case "refused":
		case "conflict":
		case "tests_failed":
		case "timed_out":
		case "closed":
		case "reverted": return "failure";
		case "halted":
		case "canceled":
		case "superseded":
		case "crashed": return "error";
	}
}

// src/patch/formats/mail.ts
/** null: the text is no mail. Lines of the description are as they stood. */
function mailMessage(text) {
	const head = text.slice(0, MAX_HEAD_CHARACTERS).split("\n").map(withoutReturn);
	const start = head.findIndex((line) => line.trim() !== "");
	if (start === -1 || !/^(?:From [0-9a-f]{7,64} |From: |Subject: )/.test(head[start] ?? "")) return null;
	const end = head.indexOf("", start);
	const headers = head.slice(start, end === -1 ? head.length : end);
	const subject = headers.findIndex((line) => /^Subject: /i.test(line));
	if (subject === -1) return null;
	const rest = headers.slice(subject + 1);
	const folded = rest.slice(0, rest.findIndex((line) => !/^[ \t]/.test(line)) >>> 0);
	return {
		title: withoutTag([(headers[subject] ?? "").slice(9), ...folded].map((line) => line.trim()).join(" ")),
		description: descriptionOf(end === -1 ? [] : head.slice(end + 1))
	};
}
/** The headers and the message of a mail; what is longer is cut. */
const MAX_HEAD_CHARACTERS = 2e4;
function withoutReturn(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
/** Without `[PATCH 1/2]`. */
function withoutTag(subject) {
	const close = subject.startsWith("[") ? subject.indexOf("]") : -1;
	return subject.slice(close + 1).trim();
}
/** What stands before the line `---`, or before the diff. */
function descriptionOf(body) {
	const end = body.findIndex((line) => line === "---" || line.startsWith("diff --git ") || line.startsWith("--- "));
	return body.slice(0, end === -1 ? body.length : end).join("\n").trim();
}

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

// src/patch/loose-json.ts
/**
* JSON as models write it: behind a byte order mark, in one code fence, in prose, with comments, with commas before
* closing brackets, with raw line breaks in strings. Each of these has one reading, so nothing is guessed and no
* string's content changes; what needs more than this is refused, with the place where the text as sent breaks.
*/
function parseLooseJson(text) {
	const strict = parseJson$1(text);
	if (strict.ok) return {
		...strict,
		repairs: []
	};
	const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
	const marks = body === text ? [] : ["A byte order mark was left out"];
	for (const { json, repairs } of candidates(body)) {
		const tidied = tidy(json);
		const parsed = parseJson$1(tidied.text);
		if (parsed.ok) return {
			...parsed,
			repairs: [
				...marks,
				...repairs,
				...tidied.repairs
			]
		};
	}
	return strict;
}
const BYTE_ORDER_MARK = "﻿";
/** Where the JSON may lie in the text: all of it, its one code fence, or from its first brace to its last. */
function candidates(text) {
	const whole = {
		json: text,
		repairs: []
	};
	const fenced = onlyFence(text);
	const braced = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
	return [
		whole,
		...fenced === null ? [] : [{
			json: fenced,
			repairs: ["The JSON was taken out of its code fence, without the text around it"]
		}],
		...braced === "" || braced === text.trim() ? [] : [{
			json: braced,
			repairs: ["The JSON was taken out of the text around it"]
		}]
	];
}
/** What stands in the one code fence of a text that has no second one. */
function onlyFence(text) {
	const fences = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm)];
	const [open, close] = fences;
	if (fences.length !== 2 || open === void 0 || close === void 0) return null;
	return text.slice(open.index + open[0].length, close.index);
}
/** Text that JSON.parse reads, if these were all that was wrong with it. One pass; strings are kept as they are. */
function tidy(text) {
	const parts = [];
	const repairs = /* @__PURE__ */ new Set();
	/** Where in `parts` the comma stands behind which nothing came yet; -1 for none. */
	let comma = -1;
	for (let at = 0; at < text.length;) {
		const end = endOfToken(text, at);
		const token = text.slice(at, end);
		at = end;
		if (isComment(token)) {
			repairs.add("Comments were left out of the JSON");
			continue;
		}
		if (comma >= 0 && (token === "]" || token === "}")) {
			parts[comma] = "";
			repairs.add("Commas before a closing bracket were left out of the JSON");
		}
		if (token.trim() !== "") comma = token === "," ? parts.length : -1;
		const escaped = token.startsWith("\"") ? escapeControls(token) : token;
		if (escaped !== token) repairs.add("Raw line breaks or tabs in a string of the JSON were read as they stand");
		parts.push(escaped);
	}
	return {
		text: parts.join(""),
		repairs: [...repairs]
	};
}
function endOfToken(text, at) {
	switch (text.charAt(at)) {
		case "\"": return endOfString(text, at);
		case "/": return isComment(text.slice(at, at + 2)) ? endOfComment(text, at) : at + 1;
		case ",":
		case "]":
		case "}": return at + 1;
		default:
			PLAIN.lastIndex = at;
			return PLAIN.test(text) ? PLAIN.lastIndex : at + 1;
	}
}
const PLAIN = /[^"/,\]}]+/y;
function endOfString(text, start) {
	for (let at = start + 1; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (char === "\"") return at + 1;
		if (char === "\\") at += 1;
	}
	return text.length;
}
function isComment(token) {
	return token.startsWith("//") || token.startsWith("/*");
}
function endOfComment(text, start) {
	const close = text.startsWith("/*", start) ? "*/" : "\n";
	const end = text.indexOf(close, start + 2);
	if (end === -1) return text.length;
	return close === "\n" ? end : end + close.length;
}
/** A control character behind a backslash stays: JSON knows no such escape, and what was meant is not certain. */
function escapeControls(string) {
	return string.replace(ESCAPE_OR_CONTROL, (match) => match.startsWith("\\") ? match : `\\u${match.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const ESCAPE_OR_CONTROL = /\\[\s\S]|[\u0000-\u001F]/g;

// src/patch/schema.ts
const text$1 = () => string().refine((value) => value.isWellFormed(), { error: "holds one half of a surrogate pair, which is no character. Send whole characters." });
const path = (what) => text$1().describe(`${what}, relative to the repository's root, with forward slashes`);
const occurrences = () => union([literal("all"), int().min(1)], { error: "must be a whole number from 1, or \"all\"." }).default(1).describe("How often the text occurs: exactly this often, or \"all\" for at least once");
const fallbackPath = () => text$1().min(1).optional().describe("The file that is meant where the text itself does not name one");
const diff = strictObject({
	kind: literal("diff"),
	diff: text$1().describe("A unified diff or the output of git diff, for any number of files"),
	path: fallbackPath()
}).describe("A unified or git diff");
const applyPatch = strictObject({
	kind: literal("apply_patch"),
	patch: text$1().describe("From *** Begin Patch to *** End Patch"),
	path: fallbackPath()
}).describe("The apply_patch format");
const blocks = strictObject({
	kind: literal("blocks"),
	text: text$1().describe("A line with the path, then <<<<<<< SEARCH, =======, >>>>>>> REPLACE; any number of times"),
	path: fallbackPath()
}).describe("SEARCH/REPLACE blocks, matched by whole lines");
const edit = strictObject({
	kind: literal("edit"),
	path: path("The file to edit"),
	find: text$1().min(1, { error: "is empty, so it says no place. Send the text to replace." }).describe("The text to replace, exactly as it stands in the file; may be part of a line or many lines"),
	replace: text$1().describe("The text to put in its place"),
	count: occurrences()
}).describe("Replaces a literal text");
const regex = strictObject({
	kind: literal("regex"),
	path: path("The file to edit"),
	pattern: text$1().min(1, { error: "is empty, so it says no place. Send the expression to replace." }).max(MAX_PATTERN_CHARACTERS).describe("A regular expression in JavaScript syntax, without lookaround and backreferences"),
	flags: string().regex(/^[gimsu]*$/, { error: "takes the flags i, m and s (g and u change nothing)." }).default("").describe("i: any case, m: ^ and $ at every line, s: the dot matches line ends; g and u change nothing"),
	replacement: text$1().describe("May use $1, $<name>, $& and $$"),
	count: occurrences()
}).describe("Replaces what a regular expression matches, in time linear in the file");
const write$1 = strictObject({
	kind: literal("write"),
	path: path("The file to create or to replace as a whole"),
	content: text$1().describe("The whole content"),
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
const anyText = strictObject({
	kind: literal("text"),
	text: text$1().describe("What a model wrote: any format above, alone, in fences or in prose, or a whole file where path names it"),
	path: fallbackPath()
}).describe("Any of the formats, found out by looking");
/** Read, so that its refusal is one of its own: no repository has named commands yet. */
const run = strictObject({
	kind: literal("run"),
	command: text$1().min(1).max(244).describe("The name of a command from the repository's config, never a shell command")
}).describe("Asks for a named command; no commands can be named yet, so it is refused").transform((_wanted, context) => {
	context.addIssue({
		code: "custom",
		path: ["command"],
		params: { refusal: "command_not_allowed" }
	});
	return NEVER;
});
const changeSchema = discriminatedUnion("kind", [
	diff,
	applyPatch,
	edit,
	blocks,
	regex,
	write$1,
	remove,
	move,
	anyText,
	run
]);
/** Wire format v1. Parsing fills in the defaults, so that two ways to write one patch give one digest. */
const patchSchema = strictObject({
	version: literal(1).describe("The version of this format"),
	id: text$1().min(1).max(200).optional().describe("The name of this patch. Sending the same id with other changes makes a revision"),
	title: text$1().max(200).optional().describe("One line for the pull request"),
	description: text$1().max(MAX_DESCRIPTION_CHARACTERS).default("").describe("What it does and why"),
	base: strictObject({
		branch: text$1().min(1).max(244).optional().describe("The default branch where absent"),
		sha: string().regex(/^[0-9a-f]{40}$/, { error: "must be a full commit id: 40 digits, 0-9 and a-f." }).optional().describe("The commit that the patch was written against")
	}).optional().describe("Where the patch belongs"),
	changes: array(changeSchema).min(1).max(MAX_CHANGES).describe("Applied in order, all or none"),
	labels: array(text$1().min(1).max(50)).max(20).default([]).describe("Labels for the pull request, besides those of the repository"),
	reviewers: array(text$1().min(1).max(244)).max(15).default([]).describe("Logins, or owner/team"),
	draft: boolean().default(false).describe("Open the pull request as a draft"),
	dryRun: boolean().default(false).describe("Only say what would happen"),
	source: strictObject({
		agent: text$1().max(244).optional().describe("Who wrote it"),
		url: text$1().max(MAX_URL_CHARACTERS).optional().describe("Where it was asked for")
	}).optional().describe("Where the patch comes from"),
	supersedes: text$1().min(1).max(200).optional().describe("The id of the patch that this one replaces; its pull request is closed when this one has its own"),
	reverts: text$1().min(1).max(200).optional().describe("The id of the merged patch that this one takes back"),
	callback: string().max(MAX_URL_CHARACTERS).regex(/^https:\/\/[^\s]+$/, { error: "must be an https:// address." }).optional().describe("Where to report the outcome")
}).describe("A patch for Ghost Runner, wire format version 1");
/** The kinds of changes that are taken, in the order of the documentation. */
const CHANGE_KINDS = [
	"diff",
	"apply_patch",
	"edit",
	"blocks",
	"regex",
	"write",
	"delete",
	"move",
	"text"
];
function isBase64(content) {
	return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}

// src/patch/dialects/file-mode.ts
/** Does a mode such as "0755" or 644 let its owner run the file? Undefined where it is no mode of a plain file. */
function executableOf(mode) {
	const digits = /^(?:0o?|100)?([0-7])[0-7]{2}$/.exec(String(mode))?.[1];
	return digits === void 0 ? void 0 : (Number(digits) & OWNER_RUNS) !== 0;
}
/** The bit of the owner's digit that stands for running. */
const OWNER_RUNS = 1;

// src/patch/canonical-json.ts
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

// src/patch/dialects/names.ts
/** What is said once of a whole patch. */
const HEADER_NAMES = {
	version: ["version"],
	id: [
		"id",
		"block id",
		"patch id"
	],
	title: ["title", "name"],
	description: [
		"description",
		"desc",
		"explanation",
		"rationale"
	],
	base: ["base"],
	baseBranch: ["base branch", "target branch"],
	baseSha: ["base sha", "base commit"],
	labels: ["labels"],
	reviewers: ["reviewers"],
	draft: ["draft"],
	dryRun: ["dry run"],
	source: ["source"],
	supersedes: ["supersedes"],
	callback: ["callback"]
};
/** A list of changes. */
const LIST_NAMES = { changes: [
	"changes",
	"mutations",
	"edits",
	"modifications",
	"operations",
	"patches",
	"files"
] };
/** An object or a text around the patch. */
const WRAPPER_NAMES = { patch: [
	"patch",
	"client payload",
	"payload",
	"hybrid block",
	"block",
	"input",
	"arguments"
] };
/** What one change says. */
const CHANGE_NAMES = {
	path: [
		"path",
		"file",
		"target",
		"target file",
		"target path",
		"filename",
		"file path"
	],
	from: [
		"from",
		"old path",
		"source path"
	],
	to: [
		"to",
		"new path",
		"destination",
		"dest"
	],
	find: [
		"find",
		"old string",
		"old str",
		"old text",
		"old",
		"search",
		"before",
		"original"
	],
	replace: [
		"replace",
		"replacement",
		"replace with",
		"new string",
		"new str",
		"new text",
		"new",
		"after",
		"updated"
	],
	pattern: [
		"pattern",
		"regex",
		"regexp"
	],
	flags: ["flags"],
	count: [
		"count",
		"occurrences",
		"expected replacements"
	],
	replaceAll: ["replace all"],
	content: [
		"content",
		"contents",
		"new content",
		"new contents",
		"file content",
		"file text",
		"code"
	],
	encoding: ["encoding"],
	executable: ["executable"],
	mode: ["mode"],
	diff: ["diff", "unified diff"],
	patch: ["patch", "apply patch"],
	text: ["text"],
	edits: ["edits"],
	kind: [
		"kind",
		"op",
		"action",
		"operation",
		"type"
	],
	command: [
		"command",
		"cmd",
		"shell",
		"run"
	],
	remark: [
		"description",
		"comment",
		"reason",
		"explanation",
		"rationale",
		"note",
		"notes",
		"title",
		"id",
		"language"
	]
};
/** Fields that say by themselves what becomes of a file. */
const BODIES = /* @__PURE__ */ new Set([
	"find",
	"pattern",
	"content",
	"diff",
	"patch",
	"text",
	"edits",
	"to"
]);
/** Commands beside the changes, in strings, lists, or objects with `shell` and the like. */
const COMMAND_NAMES = { command: [
	"command",
	"commands",
	"cmd",
	"shell",
	"run",
	"script",
	"scripts",
	"execution",
	"validate",
	"validation",
	"pre commit",
	"post commit",
	"pre mutation build",
	"post mutation build",
	"pre build",
	"post build"
] };
/** Requests to git and for reports, beside the changes. */
const REQUEST_NAMES = {
	branch: ["branch"],
	tag: ["tag"],
	commit: ["commit", "commit message"],
	backup: ["backup"],
	"summary file": ["summary file"]
};
/** Members that hold requests. */
const REQUEST_HOLDERS = {
	git: ["git"],
	final: ["final"],
	"pre commit": ["pre commit"]
};
/** Work that is told in words. */
const MISSION_NAMES = { mission: [
	"mission",
	"goal",
	"goals",
	"objective",
	"objectives",
	"instruction",
	"instructions",
	"phases",
	"actions",
	"steps",
	"tasks",
	"todo",
	"plan"
] };
/** Only messages of a chat have these; what stands beside them is no patch. */
const MESSAGE_NAMES = { message: [
	"channel id",
	"user id",
	"user name",
	"team id",
	"response url",
	"trigger id"
] };
/** What `op`, `action` and the like may say, as kinds of wire format version 1; `any`: the other fields decide. */
const KIND_WORDS = {
	diff: [
		"diff",
		"unified diff",
		"git diff"
	],
	apply_patch: ["apply patch"],
	edit: [
		"search replace",
		"find replace",
		"str replace",
		"string replace"
	],
	blocks: ["blocks"],
	regex: ["regex", "regex replace"],
	write: [
		"write",
		"create",
		"add",
		"upsert",
		"overwrite",
		"new",
		"write file",
		"create file"
	],
	delete: [
		"delete",
		"remove",
		"unlink",
		"delete file"
	],
	move: ["move", "rename"],
	text: ["text"],
	run: [
		"run",
		"shell",
		"exec",
		"execute",
		"command",
		"bash"
	],
	any: [
		"edit",
		"patch",
		"update",
		"modify",
		"change",
		"replace",
		"file"
	]
};
/** Finds the meaning of a name, however it is spelt; undefined where it has none in this table. */
function meanings(table) {
	const index = /* @__PURE__ */ new Map();
	for (const meaning in table) for (const name of table[meaning]) index.set(plain(name), meaning);
	return (name) => name.length > MAX_NAME ? void 0 : index.get(plain(name));
}
/** Longer than any name in the tables, so that a hostile one costs nothing. */
const MAX_NAME = 60;
function plain(name) {
	return name.toLowerCase().replaceAll(/[ _-]/g, "");
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
		case "unrecognized_keys": return issue.keys.map((key) => refusal$1("malformed", [...issue.path, key], "is not a field of wire format version 1. Remove it, or correct its name."));
		case "invalid_type": return [typeRefusal(issue.path, issue.expected, value)];
		case "invalid_value": return [refusal$1("malformed", issue.path, `must be ${listOf$1(issue.values)}, but is ${shown$1(value)}.`)];
		case "too_small": return [tooSmallRefusal(issue)];
		case "too_big": return [tooBigRefusal(issue)];
		case "invalid_union": return [issue.discriminator === void 0 ? refusal$1("malformed", issue.path, issue.message) : kindRefusal(issue, value)];
		case "custom": return [customRefusal(issue)];
		default: return [refusal$1("malformed", issue.path, issue.message)];
	}
}
function typeRefusal(path, expected, value) {
	const wanted = TYPE_NAMES[expected] ?? `a value of type ${expected}`;
	if (value === void 0) return refusal$1("malformed", path, `is missing; it must be ${wanted}.`);
	return refusal$1("malformed", path, `must be ${wanted}, but is ${shown$1(value)}.`);
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
		data: { kinds: [...CHANGE_KINDS] }
	};
	const message = issue.message.startsWith("Too small") ? "is empty. Send a value, or leave the field out." : issue.message;
	return refusal$1("malformed", issue.path, message);
}
function tooBigRefusal(issue) {
	const limit = Number(issue.maximum);
	const what = issue.origin === "array" ? "entries" : "characters";
	return refusal$1("too_large", issue.path, `has more than ${limit} ${what}. Send less.`, { limit });
}
function kindRefusal(issue, kind) {
	return refusal$1("malformed", issue.path, `must be one of ${CHANGE_KINDS.join(", ")}, but is ${shown$1(kind)}.`, { kinds: [...CHANGE_KINDS] });
}
/** What the schema itself can't take; commands have a code of their own. */
function customRefusal(issue) {
	if (issue.params?.["refusal"] !== "command_not_allowed") return refusal$1("malformed", issue.path, issue.message);
	return refusal$1("command_not_allowed", issue.path, "asks for a command, and no commands are named here. Send the files as the command would leave them.", { configured: [] });
}
function refusal$1(code, path, predicate, data) {
	const pointer = jsonPointer(path);
	return {
		code,
		message: `${path.length === 0 ? "The patch" : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS$1)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
/** Characters of a hostile name or value that a message repeats. */
const SHOWN_CHARACTERS$1 = 80;
function shown$1(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return `the ${typeof value} ${JSON.stringify(value)}`;
	return value.length <= SHOWN_CHARACTERS$1 ? `the string ${JSON.stringify(value)}` : `a string of ${value.length} characters`;
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

// src/patch/dialects/refusals.ts
/** The smallest patch that does something, for whoever sent none. */
const EXAMPLE = {
	version: 1,
	changes: [{
		kind: "edit",
		path: "src/cart.js",
		find: "const tax = 0.19;",
		replace: "const tax = 0.2;"
	}]
};
/** A refusal of one member: its name, then what is wrong with it. */
function malformed(at, predicate) {
	return refusalOf("malformed", at, predicate);
}
function refusalOf(code, at, predicate, data) {
	const pointer = jsonPointer(at);
	return {
		code,
		message: `${at.length === 0 ? "The payload" : `\`${pointer.slice(1, 1 + 80)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
/** Characters of a hostile name or value that a message repeats. */
const SHOWN_CHARACTERS = 80;
/** Two names for one thing, with two values. */
function contradiction(first, second) {
	return malformed(second, `and \`${jsonPointer(first).slice(1, 81)}\` say the same thing differently. Send one of them.`);
}
function noChanges(at = []) {
	return refusalOf("no_changes", at, `holds no change to any file. ${SEND}`, { example: EXAMPLE });
}
function missionWithoutChanges(at) {
	return refusalOf("mission_without_changes", at, `says in words what to do, and nobody here writes the code for it. ${SEND}`, { example: EXAMPLE });
}
function commandNotAllowed(at) {
	return refusalOf("command_not_allowed", at, `asks for a command, and patches run no commands here. Send the files as the command would leave them: ${example()}`, { example: EXAMPLE });
}
function example() {
	return JSON.stringify(EXAMPLE);
}
const SEND = `Send the changes themselves: ${example()}`;

// src/patch/dialects/layers.ts
/** Takes the wrappers off a payload: `{"patch": {…}}`, and JSON in a string of a wrapper or a list of changes. */
function unwrap(value) {
	let members = [];
	let repairs = [];
	let layer = {
		object: value,
		at: []
	};
	for (let depth = 0; layer !== null; depth += 1) {
		if (depth > 4) return {
			ok: false,
			refusals: [tooManyWrappers(layer.at)]
		};
		const opened = openLayer(layer.object, layer.at);
		members = [...members, ...opened.members];
		repairs = [...repairs, ...opened.repairs];
		const [first, second] = opened.wrapped;
		if (second !== void 0) return {
			ok: false,
			refusals: [malformed(second.at, "is a second patch beside the first. Send one of the two.")]
		};
		if (first !== void 0 && !isObject(first.value)) return {
			ok: true,
			members,
			text: first,
			repairs
		};
		layer = first === void 0 || !isObject(first.value) ? null : {
			object: first.value,
			at: first.at
		};
	}
	return {
		ok: true,
		members,
		repairs
	};
}
/** Costs no more than the smaller one where two texts differ, so that a hostile one is not compared again and again. */
function sameValue({ value: left }, { value: right }) {
	return typeof left === "string" || typeof right === "string" ? left === right : canonicalJson(left) === canonicalJson(right);
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function openLayer(object, at) {
	const members = [];
	const wrapped = [];
	const repairs = [];
	const mayHoldJson = !Object.entries(object).some(namesJsonFile);
	for (const [name, sent] of Object.entries(object)) {
		const called = patchOfCall(name, sent);
		if (called !== null) {
			wrapped.push({
				name,
				value: called,
				at: [...at, name]
			});
			continue;
		}
		const isWrapper = wrapperIn(name) !== void 0;
		const parsed = mayHoldJson && (isWrapper || listIn$1(name) !== void 0) ? parseMember(sent) : {
			value: sent,
			repairs: []
		};
		for (const repair of parsed.repairs) repairs.push(repair);
		(isWrapper && sent !== null ? wrapped : members).push({
			name,
			value: parsed.value,
			at: [...at, name]
		});
	}
	return {
		members,
		wrapped,
		repairs
	};
}
/**
* The patch that a call of `apply_patch` is given, as models that know that tool write it: a list of the program
* and its one argument, or a line for a shell. null: no such call. Nothing is run for it.
*/
function patchOfCall(name, value) {
	if (commandIn$1(name) === void 0) return null;
	const words = Array.isArray(value) ? value.slice(0, MAX_WORDS) : [value];
	const last = words.at(-1);
	if (typeof last !== "string" || !/^\s*(?:apply_patch\b[^\n]*\n\s*)?\*\*\* Begin Patch/.test(last)) return null;
	return words.length === 1 || words[0] === "apply_patch" || SHELLS.has(String(words[0])) ? last : null;
}
/** A shell, its options, and the line that it is to run. */
const MAX_WORDS = 4;
const SHELLS = /* @__PURE__ */ new Set([
	"bash",
	"sh",
	"zsh",
	"/bin/bash",
	"/bin/sh"
]);
const commandIn$1 = meanings(COMMAND_NAMES);
const wrapperIn = meanings(WRAPPER_NAMES);
const listIn$1 = meanings(LIST_NAMES);
const changeIn$3 = meanings(CHANGE_NAMES);
/** JSON text beside such a path is the file's own content. */
function namesJsonFile([name, value]) {
	return changeIn$3(name) === "path" && typeof value === "string" && /\.json[5cl]?$/i.test(value);
}
/** A string that holds a patch as JSON, where an object or a list belongs. Other text stays what it is. */
function parseMember(sent) {
	if (typeof sent !== "string") return {
		value: sent,
		repairs: []
	};
	const parsed = parseLooseJson(sent);
	if (!parsed.ok || isTooDeep(parsed.value) || !mayBePatch(parsed.value)) return {
		value: sent,
		repairs: []
	};
	return {
		value: parsed.value,
		repairs: ["JSON in a string was read as what it holds", ...parsed.repairs]
	};
}
/** Does a JSON value hold anything that has a meaning in a patch or in one of its changes? */
function mayBePatch(value) {
	if (Array.isArray(value)) return value.length > 0 && value.every((item) => isObject(item) && mayBePatch(item));
	return isObject(value) && Object.keys(value).some((name) => wrapperIn(name) ?? listIn$1(name) ?? BODIES.has(changeIn$3(name) ?? "remark"));
}
function tooManyWrappers(at) {
	return malformed(at, `is wrapped more than ${4} times. Send the patch itself.`);
}

// src/patch/dialects/notes.ts
function newNotes() {
	return {
		renamed: /* @__PURE__ */ new Map(),
		ignored: /* @__PURE__ */ new Set(),
		repairs: []
	};
}
function noteRename({ renamed }, name, meaning) {
	if (name !== meaning) renamed.set(name, meaning);
}
/** At most three sentences and the repairs of JSON, whatever was sent. */
function disclosures({ renamed, ignored, repairs }) {
	const renames = [...renamed].map(([name, meaning]) => `${shown(name)} as \`${meaning}\``);
	return [
		...new Set(repairs),
		...renames.length === 0 ? [] : [`Names of another form were read: ${listed(renames)}`],
		...ignored.size === 0 ? [] : [`Passed over, for they have no meaning here: ${listed([...ignored].map(shown))}`]
	];
}
/** Names that one sentence lists. */
const MAX_LISTED = 20;
function listed(items) {
	const more = items.length - MAX_LISTED;
	return more > 0 ? `${items.slice(0, MAX_LISTED).join(", ")} and ${more} more` : items.join(", ");
}
/** Characters of a name that a sentence repeats. */
const MAX_SHOWN = 60;
function shown(name) {
	return `\`${name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN).toWellFormed()}…` : name}\``;
}

// src/patch/dialects/change.ts
/** Reads one change under whatever names it has. Types of values are left to the schema. */
function readChange(entry, at, around) {
	const { fields, unknown, refusals } = gather(entry, at);
	const kind = fields.get("kind");
	if (kind?.name === "kind" && typeof kind.value === "string" && Object.hasOwn(KIND_FIELDS, kind.value)) return readWireChange(entry, at, {
		kind: kind.value,
		around
	});
	if (kind?.name === "kind" && !isKindWord(kind.value)) return {
		ok: true,
		changes: [entry]
	};
	for (const member of unknown) refusals.push(malformed(member.at, "has no meaning in a change. Remove it, or correct its name."));
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	return readDialectChange({
		fields,
		at,
		around
	});
}
/** The fields of each kind in wire format version 1. */
const KIND_FIELDS = {
	diff: ["diff", "path"],
	apply_patch: ["patch", "path"],
	edit: [
		"path",
		"find",
		"replace",
		"count"
	],
	blocks: ["text", "path"],
	regex: [
		"path",
		"pattern",
		"flags",
		"replacement",
		"count"
	],
	write: [
		"path",
		"content",
		"encoding",
		"executable"
	],
	delete: ["path"],
	move: ["from", "to"],
	text: ["text", "path"],
	run: ["command"]
};
const changeIn$2 = meanings(CHANGE_NAMES);
const kindIn$1 = meanings(KIND_WORDS);
function isKindWord(value) {
	return typeof value === "string" && kindIn$1(value) !== void 0;
}
/** The members of an entry by meaning. An object in `patch` is one with what stands around it. */
function gather(entry, at) {
	const fields = /* @__PURE__ */ new Map();
	const unknown = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	const members = membersOf(entry, at);
	for (const member of members.flatMap((one) => isNested(one) ? membersOf(one.value, one.at) : [one])) {
		const meaning = changeIn$2(member.name);
		const first = meaning === void 0 ? void 0 : fields.get(meaning);
		if (meaning === void 0) unknown.push(member);
		else if (first === void 0) fields.set(meaning, member);
		else if (meaning !== "remark" && !contradicted.has(meaning) && !sameValue(first, member)) {
			contradicted.add(meaning);
			refusals.push(contradiction(first.at, member.at));
		}
	}
	return {
		fields,
		unknown,
		refusals
	};
}
function membersOf(object, at) {
	return Object.entries(object).map(([name, value]) => ({
		name,
		value,
		at: [...at, name]
	}));
}
function isNested(member) {
	return changeIn$2(member.name) === "patch" && isObject(member.value);
}
/** A change that names its kind as the format does is held to the format; other names of its fields are known still. */
function readWireChange(entry, at, { kind, around }) {
	const fields = KIND_FIELDS[kind] ?? [];
	const read = /* @__PURE__ */ new Map();
	for (const member of membersOf(entry, at)) {
		const wanted = fieldOf(kind, changeIn$2(member.name));
		const name = !fields.includes(member.name) && wanted !== void 0 && fields.includes(wanted) ? wanted : member.name;
		const first = read.get(name);
		if (first !== void 0 && !sameValue(first, member)) return {
			ok: false,
			refusals: [contradiction(first.at, member.at)]
		};
		noteRename(around.notes, member.name, name);
		read.set(name, member);
	}
	if (around.path !== void 0 && fields.includes("path") && !read.has("path")) {
		noteRename(around.notes, around.path.name, "path");
		read.set("path", around.path);
	}
	return {
		ok: true,
		changes: [Object.fromEntries([...read].map(([name, { value }]) => [name, value]))]
	};
}
/** What a kind calls a meaning: only regular expressions have a name of their own for what they put in place. */
function fieldOf(kind, meaning) {
	return kind === "regex" && meaning === "replace" ? "replacement" : meaning;
}
function readDialectChange(dialect) {
	const { fields, at } = dialect;
	const word = wordOf(fields);
	const command = fields.get("command");
	if (word === "run" || command !== void 0 && word === void 0) return refused$1(commandNotAllowed(command?.at ?? at));
	const named = fields.get("kind") ?? command;
	if (named !== void 0 && word === void 0) return refused$1(malformed(named.at, `is no change that is known here. Send one of ${CHANGE_KINDS.join(", ")} as \`kind\`.`));
	const [body, second] = [...fields].filter(([meaning]) => BODIES.has(meaning));
	if (body !== void 0 && second !== void 0) return refused$1(malformed(second[1].at, `stands beside another change in one entry. Send one entry for each.`));
	if (body?.[0] === "edits") return readNested(dialect, body[1]);
	const kind = kindOf(body?.[0], word);
	if (kind === null) return refused$1(malformed(named?.at ?? at, "names a change that the fields beside it do not make. Send the fields of one kind of change."));
	if (kind === void 0) return refused$1(malformed(at, "holds no change that is known. Send a `path` with `find` and `replace`, or with `content`."));
	return build(dialect, kind);
}
/** Several edits of one file: `{path, edits: [{old_string, new_string}, …]}`. */
function readNested({ fields, around }, edits) {
	const path = fields.get("path") ?? around.path;
	if (!Array.isArray(edits.value) || edits.value.length > 1e3) return refused$1(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
	const changes = [];
	const refusals = [];
	for (const [index, edit] of edits.value.entries()) {
		const at = [...edits.at, index];
		const read = isObject(edit) && !Object.keys(edit).some((name) => changeIn$2(name) === "edits") ? readChange(edit, at, {
			...around,
			path
		}) : refused$1(malformed(at, "must be one edit."));
		if (read.ok) changes.push(...read.changes);
		else refusals.push(...read.refusals);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes
	};
}
/** What `op` and the like say; some tools say it in `command`. Undefined: nothing, or a word that is not known. */
function wordOf(fields) {
	const value = (fields.get("kind") ?? fields.get("command"))?.value;
	return typeof value === "string" ? kindIn$1(value) : void 0;
}
/** The kind that a body makes; null where the word says another, undefined where nothing makes one. */
function kindOf(body, word) {
	const said = word === "any" ? void 0 : word;
	const made = body === void 0 ? void 0 : KIND_OF_BODY[body];
	if (made === void 0 || said === void 0 || said === made) return said ?? made;
	return TEXT_KINDS.has(made) && TEXT_KINDS.has(said) ? said : null;
}
const KIND_OF_BODY = {
	find: "edit",
	pattern: "regex",
	content: "write",
	diff: "diff",
	patch: "text",
	text: "text",
	to: "move"
};
const TEXT_KINDS = /* @__PURE__ */ new Set([
	"diff",
	"apply_patch",
	"blocks",
	"text"
]);
/** The field of each kind of text that holds it, whatever it was called. */
const TEXT_FIELD = {
	diff: "diff",
	apply_patch: "patch",
	blocks: "text",
	text: "text"
};
function build({ fields, around }, kind) {
	const wanted = KIND_FIELDS[kind] ?? [];
	const built = /* @__PURE__ */ new Map([["kind", kind]]);
	const refusals = [];
	const path = fields.get("path") ?? around.path;
	if (path !== void 0 && wanted.includes("path")) {
		built.set("path", path.value);
		noteRename(around.notes, path.name, "path");
	}
	for (const [meaning, member] of fields) {
		if (SILENT$1.has(meaning)) continue;
		if (meaning === "remark") {
			around.notes.ignored.add(member.name);
			continue;
		}
		const [field, value] = translate(kind, meaning, member.value);
		if (!wanted.includes(field) || value === void 0) refusals.push(malformed(member.at, `has no such meaning in a change of kind ${kind}. Remove it, or correct it.`));
		else if (value !== null) {
			if (built.has(field) && built.get(field) !== value) refusals.push(malformed(member.at, "contradicts another field of this change. Send one of them."));
			built.set(field, value);
			noteRename(around.notes, member.name, field);
		}
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes: [Object.fromEntries(built)]
	};
}
/** Said by the kind, or set already. */
const SILENT$1 = /* @__PURE__ */ new Set([
	"kind",
	"command",
	"path"
]);
/** The field of this kind for a meaning, and its value there; null: the value says what is the case anyway. */
function translate(kind, meaning, value) {
	switch (meaning) {
		case "replaceAll": return ["count", value === true ? "all" : value === false ? null : void 0];
		case "mode": return ["executable", executableOf(value)];
		case "diff":
		case "patch":
		case "text": return [TEXT_FIELD[kind] ?? meaning, value];
		default: return [fieldOf(kind, meaning) ?? meaning, value];
	}
}
function refused$1(refusal) {
	return {
		ok: false,
		refusals: [refusal]
	};
}

// src/patch/dialects/placeholder.ts
/** Refusals of paths and texts in changes that are still what an example had in their place. */
function placeholdersIn(changes) {
	return changes.flatMap((change, index) => {
		if (!isObject(change)) return [];
		return Object.entries(change).flatMap(([field, value]) => {
			if (typeof value !== "string" || !isPlaceholder(field, value)) return [];
			const predicate = `is ${JSON.stringify(value.trim())}, a stand-in from an example. Send what belongs there.`;
			return [refusalOf("placeholder", [
				"changes",
				index,
				field
			], predicate)];
		});
	});
}
function isPlaceholder(field, value) {
	if (value.length > MAX_PLACEHOLDER) return false;
	if (PATH_FIELDS.has(field)) return PATH_PLACEHOLDER.test(value.trim());
	return NEW_TEXT_FIELDS.has(field) && TEXT_PLACEHOLDER.test(value.trim());
}
const PATH_FIELDS = /* @__PURE__ */ new Set([
	"path",
	"from",
	"to"
]);
/** What is looked for is left out: a file may well hold a comment that asks for code. */
const NEW_TEXT_FIELDS = /* @__PURE__ */ new Set([
	"content",
	"replace",
	"replacement",
	"text"
]);
/** A longer text is somebody's own. */
const MAX_PLACEHOLDER = 120;
const PATH_PLACEHOLDER = /^(?:\.?\/)?(?:path[/\\]to(?:[/\\]|$)|your[-_ ]?(?:file|path|project|repo)\b|<[^<>]*>$|\[[^[\]]*(?:path|file)[^[\]]*\]$)/i;
/** The whole text, not a part of one: code may speak of these things. */
const TEXT_PLACEHOLDER = /^(?:\/\/|#)? *(?:<(?:your|the)[ _][^<>]*>|[<[{(]?(?:(?:your|insert|add|put|paste|new|the|actual)[ _-]+){0,3}(?:code|contents?|text|implementation)[ _-](?:goes[ _-])?here[>\]})]?)\.*$/i;

// src/patch/dialects/prose.ts
/** Does a text hold the marks of a patch format, or code in a fence? */
function hasEditMarks(text) {
	return EDIT_MARK.test(text);
}
/** First characters of lines that only patches and fenced code have. */
const EDIT_MARK = /^[ \t>]*(?:\*\*\* (?:Begin Patch|Update File|Add File|Delete File)|<{5,9} ?SEARCH|-{5,9} ?SEARCH|diff --git |@@ |--- \S|\+\+\+ \S|`{3,}|~{3,})/m;
/** Is every line of a text the call of a program that people start from a shell? */
function isShell(text) {
	const calls = text.slice(0, MAX_LOOKED_AT).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	return calls.length > 0 && calls.every((line) => CALL.test(line));
}
/** Enough to see what kind of text it is. */
const MAX_LOOKED_AT = 2e3;
/** Programs whose names begin no line of prose or code, with something behind them. */
const CALL = /^(?:\$ +)?(?:sudo |nohup )?(?:echo|cd|npm|npx|pnpm|yarn|git|curl|wget|mkdir|rm|cp|mv|chmod|chown|touch|sed|bash|sh|zsh|source|pip3?|python3?|docker|kubectl|brew|launchctl|pkill|systemctl|apt-get|make) +\S/;
/** Files whose content is such lines. */
function isScript(path) {
	return /(?:\.(?:sh|bash|zsh|fish|cmd|bat|ps1)|(?:^|\/)(?:Dockerfile|Makefile|Procfile))$/i.test(path);
}

// src/patch/dialects/body.ts
/** The changes of a payload: a list, one change spread over the payload itself, or a text. */
function readBody(members, text, notes) {
	const { lists, spread, paths, others } = sort(members);
	const path = onePath(paths);
	if (!path.ok) return {
		changes: null,
		refusals: path.refusals,
		others
	};
	const around = {
		path: path.member,
		notes
	};
	const [body, second] = [
		...lists.filter(({ value }) => !isEmpty(value)).map((list) => () => readList(list, around)),
		...text === void 0 ? [] : [() => readText(text, around, roleOf$1(members))],
		...hasBody(spread) ? [() => readSpread(spread, around, others)] : []
	];
	if (second !== void 0) return {
		changes: null,
		refusals: [malformed([], "holds its changes in more than one place. Send all of them in one list, `changes`.")],
		others
	};
	if (body !== void 0) {
		const read = body();
		noteUnusedPath(path.member, read.changes, notes);
		return {
			...read,
			others: hasBody(spread) ? others : [...others, ...spread]
		};
	}
	return {
		changes: lists.length > 0 ? [] : null,
		refusals: [],
		others: [...others, ...spread]
	};
}
const changeIn$1 = meanings(CHANGE_NAMES);
const listIn = meanings(LIST_NAMES);
const kindIn = meanings(KIND_WORDS);
function sort(members) {
	const lists = [];
	const spread = [];
	const paths = [];
	const others = [];
	for (const member of members) {
		const meaning = changeIn$1(member.name);
		if (listIn(member.name) !== void 0 && isListed(member.value)) lists.push(member);
		else if (meaning === "path") (isPathLike(member) ? paths : others).push(member);
		else if (meaning !== void 0 && meaning !== "remark" && isOfChange(meaning, member)) spread.push(member);
		else others.push(member);
	}
	return {
		lists,
		spread,
		paths,
		others
	};
}
/** A list of changes, or an object that maps paths to contents. */
function isListed(value) {
	return typeof value === "object" && value !== null;
}
function isEmpty(value) {
	return isListed(value) && Object.keys(value).length === 0;
}
/** `target` also stands for a team or a stage; such words have neither a slash nor a dot. */
function isPathLike({ name, value }) {
	return typeof value === "string" && (name !== "target" || /[./]/.test(value));
}
/** Outside of a list, `type`, `mode` and `command` speak of the payload unless they name a kind of change. */
function isOfChange(meaning, { value }) {
	if (meaning === "kind") return typeof value === "string" && kindIn(value) !== void 0;
	return meaning !== "command" && meaning !== "mode";
}
function hasBody(spread) {
	return spread.some(({ name, value }) => {
		const meaning = changeIn$1(name);
		return meaning !== void 0 && (BODIES.has(meaning) || meaning === "kind" && typeof value === "string" && WHOLE.has(kindIn(value) ?? "any"));
	});
}
/** Kinds that need nothing but a path. */
const WHOLE = /* @__PURE__ */ new Set(["delete", "run"]);
function onePath([first, ...rest]) {
	const other = rest.find(({ value }) => value !== first?.value);
	if (first === void 0 || other === void 0) return {
		ok: true,
		member: first
	};
	return {
		ok: false,
		refusals: [malformed(other.at, `names another file than \`${first.name}\`. Send one of them.`)]
	};
}
function readList({ name, value, at }, around) {
	noteRename(around.notes, name, "changes");
	const entries = Array.isArray(value) ? [...value.entries()] : mapEntries(value);
	if (entries.length > 1e3) return {
		changes: null,
		refusals: [tooMany(at)]
	};
	if (entries.every(([, entry]) => typeof entry === "string" && !hasEditMarks(entry))) return {
		changes: null,
		refusals: [missionWithoutChanges(at)]
	};
	const changes = [];
	const refusals = [];
	for (const [key, entry] of entries) {
		const read = readEntry(entry, [...at, key], around);
		for (const change of read.changes ?? [entry]) changes.push(change);
		for (const refusal of read.refusals) refusals.push(refusal);
	}
	return {
		changes,
		refusals
	};
}
function tooMany(at) {
	return refusalOf("too_large", at, `has more than ${MAX_CHANGES} entries. Send less.`, { limit: MAX_CHANGES });
}
/** `{"src/a.js": "…"}`: a path and what the file holds afterwards. */
function mapEntries(value) {
	return Object.entries(isObject(value) ? value : {}).map(([path, content]) => [path, typeof content === "string" ? {
		kind: "write",
		path,
		content
	} : content]);
}
function readEntry(entry, at, around) {
	if (typeof entry === "string" && hasEditMarks(entry)) return readText({
		name: "text",
		value: entry,
		at
	}, around, "");
	if (!isObject(entry)) return {
		changes: [entry],
		refusals: []
	};
	const read = readChange(entry, at, around);
	return read.ok ? {
		changes: read.changes,
		refusals: []
	} : {
		changes: null,
		refusals: read.refusals
	};
}
/** One change whose fields stand beside id and title. A text without a file is a patch only where it looks like one. */
function readSpread(spread, around, others) {
	const [only, second] = spread;
	const meaning = only === void 0 ? void 0 : changeIn$1(only.name);
	if (only !== void 0 && second === void 0 && (meaning === "text" || meaning === "content")) {
		if (meaning === "text" || around.path === void 0) return readLooseText(only, around, others);
	}
	return readEntry(Object.fromEntries(spread.map(({ name, value }) => [name, value])), only?.at.slice(0, -1) ?? [], around);
}
/** `text` and `content` are also what chats and reports put their words into. */
function readLooseText(text, around, others) {
	if (typeof text.value === "string" && around.path === void 0 && !hasEditMarks(text.value)) return {
		changes: null,
		refusals: []
	};
	return readText(text, around, roleOf$1(others));
}
/** A text in the place of a patch: what a model wrote, a command, or words about work to do. */
function readText({ value, at, name }, { path, notes }, role) {
	if (Array.isArray(value)) return readList({
		name,
		value,
		at
	}, {
		path,
		notes
	});
	if (typeof value !== "string") return {
		changes: null,
		refusals: [malformed(at, "must be an object or a text.")]
	};
	const file = path?.value;
	const standIns = placeholdersIn([{
		path: file,
		text: value
	}]);
	if (standIns.length > 0) return {
		changes: null,
		refusals: standIns
	};
	if (!hasEditMarks(value)) {
		const isFile = typeof file === "string" && isScript(file);
		if (role.includes("command") || isShell(value) && !isFile) return {
			changes: null,
			refusals: [commandNotAllowed(at)]
		};
		if (file === void 0 || role.includes("instruction")) return {
			changes: null,
			refusals: [missionWithoutChanges(at)]
		};
	}
	if (path !== void 0) noteRename(notes, path.name, "path");
	noteRename(notes, name, "text");
	return {
		changes: [{
			kind: "text",
			text: value,
			...file === void 0 ? {} : { path: file }
		}],
		refusals: []
	};
}
/** Some payloads say in `role` whether their text is code, a command, or an instruction. */
function roleOf$1(members) {
	const role = members.find(({ name }) => name === "role")?.value;
	return typeof role === "string" ? role.toLowerCase() : "";
}
/** A file that is named for the whole patch and in none of its changes is not passed over in silence. */
function noteUnusedPath(path, changes, notes) {
	const isUsed = (changes ?? []).some((change) => isObject(change) && Object.values(change).includes(path?.value));
	if (path !== void 0 && !isUsed && changes !== null) notes.ignored.add(path.name);
}

// src/patch/dialects/header.ts
/** What is said of a patch as a whole. `strict`: values stay as they were sent, for the schema to judge. */
function readHeader(members, strict, notes) {
	const found = /* @__PURE__ */ new Map();
	const others = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	for (const member of members) {
		const meaning = headerIn(member.name);
		const first = meaning === void 0 ? void 0 : found.get(meaning);
		if (meaning === void 0 || !strict && !isUsable(meaning, member.value)) others.push(member);
		else if (first === void 0) found.set(meaning, member);
		else if (!contradicted.has(meaning) && !sameValue(first, member)) {
			contradicted.add(meaning);
			refusals.push(contradiction(first.at, member.at));
		}
	}
	const bases = baseOf(found);
	refusals.push(...bases.refusals);
	const fields = /* @__PURE__ */ new Map([["version", 1]]);
	for (const [meaning, { name, value }] of found) {
		if (BASE_MEANINGS.has(meaning)) continue;
		fields.set(meaning, !strict && meaning === "source" ? sourceOf$1(value) : value);
		noteRename(notes, name, meaning);
	}
	if (bases.base !== void 0) fields.set("base", bases.base);
	return {
		fields,
		others,
		refusals
	};
}
const headerIn = meanings(HEADER_NAMES);
/**
* Other forms use some of these names for something else: a version of their own, a missing value, a list of links
* as the source. Those are passed over.
*/
function isUsable(meaning, value) {
	if (meaning === "version") return typeof value === "number";
	if (meaning === "source") return typeof value === "string" || isObject(value);
	return value !== null;
}
/** The name of who sent it, where an object belongs. */
function sourceOf$1(value) {
	return typeof value === "string" ? { agent: value } : value;
}
const BASE_MEANINGS = /* @__PURE__ */ new Set([
	"base",
	"baseBranch",
	"baseSha"
]);
/** `base` as the format has it, from its own name or from two others. */
function baseOf(found) {
	const base = found.get("base");
	const [branch, sha] = [found.get("baseBranch"), found.get("baseSha")];
	const other = branch ?? sha;
	if (base !== void 0) return {
		base: typeof base.value === "string" ? { branch: base.value } : base.value,
		refusals: other === void 0 ? [] : [contradiction(base.at, other.at)]
	};
	if (other === void 0) return { refusals: [] };
	return {
		base: {
			...branch === void 0 ? {} : { branch: branch.value },
			...sha === void 0 ? {} : { sha: sha.value }
		},
		refusals: []
	};
}

// src/patch/dialects/requests.ts
/** What a payload asks for beside its changes. Nothing of it is done. */
function readRequests(members) {
	const commands = [];
	const others = [];
	const rest = [];
	for (const member of members) {
		const found = commandIn(member.name) === void 0 ? [] : commandsIn(member.value);
		const asked = requestsIn(member);
		for (const text of found) commands.push({
			text,
			at: member.at
		});
		others.push(...asked);
		if (found.length === 0 && asked.length === 0) rest.push(member);
	}
	return {
		commands,
		others,
		rest
	};
}
/** Requests as sentences, in order and bounded. They quote what was sent; reports neutralise it. */
function notDoneOf({ commands, others }) {
	const all = [...commands.map(({ text, at }) => `Requested, not run: ${cut$2(text)} (${String(at.at(-1))})`), ...others.map((other) => `Requested, not done: ${other}`)];
	const more = all.length - 20;
	return more > 0 ? [...all.slice(0, 20), `And ${more} more requests of this kind`] : all;
}
const commandIn = meanings(COMMAND_NAMES);
const requestIn = meanings(REQUEST_NAMES);
const holderIn = meanings(REQUEST_HOLDERS);
/** Levels between a member and its commands: `{"validate": {"steps": [{"run": "…"}]}}` has three. */
const MAX_LEVELS = 4;
function commandsIn(value, levels = MAX_LEVELS) {
	if (typeof value === "string") return value.trim() === "" ? [] : [value];
	if (levels === 0) return [];
	if (Array.isArray(value)) return value.flatMap((item) => commandsIn(item, levels - 1));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => commandIn(name) === void 0 && name !== "steps" ? [] : commandsIn(member, levels - 1));
}
function requestsIn({ name, value }) {
	const own = requestIn(name);
	if (own !== void 0) return typeof value === "string" && value !== "" ? [describe$1(own, value)] : [];
	if (holderIn(name) === void 0 || !isObject(value)) return [];
	return Object.entries(value).flatMap(([inner, member]) => {
		const meaning = requestIn(inner);
		if (meaning === "backup") return ["a backup"];
		if (meaning !== void 0) return typeof member === "string" ? [describe$1(meaning, member)] : [];
		return requestsIn({
			name: inner,
			value: member,
			at: []
		}).slice(0, 20);
	});
}
function describe$1(meaning, value) {
	switch (meaning) {
		case "branch": return `a branch named ${cut$2(value)}`;
		case "tag": return `a tag named ${cut$2(value)}`;
		case "commit": return `a commit with the message ${cut$2(value)}`;
		case "backup": return `a backup at ${cut$2(value)}`;
		case "summary file": return `a summary at ${cut$2(value)}`;
	}
}
/** Characters of a command that are kept; the patch itself has them all. */
const MAX_COMMAND = 200;
function cut$2(text) {
	return text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND).toWellFormed()}…` : text.toWellFormed();
}

// src/patch/dialects/normalize.ts
/**
* Reads what models send as a patch of wire format version 1: an object in the format or in one of the forms that
* docs/payload.md lists, such an object as JSON text, or a text in a patch format, which becomes a change of kind
* `text`. Every liberty that was taken is disclosed, and what has two readings is refused.
*/
function normalize(value) {
	if (typeof value === "string") return normalizeText(value);
	if (isTooDeep(value)) return refuse([TOO_DEEP]);
	if (Array.isArray(value)) return normalizeObject({ changes: value });
	if (isObject(value)) return normalizeObject(value);
	return {
		ok: true,
		patch: value,
		repairs: [],
		notDone: []
	};
}
/** The changes of a JSON value that was found inside a text. `path` is the file of changes that name none. */
function normalizeChanges(value, path) {
	const normalized = normalize(path === void 0 ? value : withPath(value, path));
	if (!normalized.ok) return {
		ok: false,
		refusals: normalized.refusals
	};
	const { patch, repairs, notDone } = normalized;
	const changes = isObject(patch) && "changes" in patch && Array.isArray(patch.changes) ? patch.changes : [];
	return changes.length > 0 ? {
		ok: true,
		changes,
		repairs,
		notDone
	} : {
		ok: false,
		refusals: [noChanges()]
	};
}
function withPath(value, path) {
	if (Array.isArray(value)) return {
		changes: value,
		path
	};
	return isObject(value) && !Object.keys(value).some(isPathName) ? {
		...value,
		path
	} : value;
}
/** Reads a text: JSON in any condition that parseLooseJson takes, a patch format, or neither. */
function normalizeText(text, wrappers = 0) {
	const parsed = parseLooseJson(text);
	if (!parsed.ok) return normalizeUnparsed(text, parsed);
	const { value, repairs } = parsed;
	if (typeof value === "string" && wrappers < 4) return normalizeText(value, wrappers + 1);
	const normalized = typeof value === "string" ? refuse([noChanges()]) : normalize(value);
	return normalized.ok ? {
		...normalized,
		repairs: [...repairs, ...normalized.repairs]
	} : normalized;
}
function normalizeUnparsed(text, problem) {
	if (/^\s*(?:["{[]|$)/.test(text)) return refuse([notJson(problem)]);
	if (hasEditMarks(text)) return {
		ok: true,
		patch: {
			version: 1,
			changes: [{
				kind: "text",
				text
			}]
		},
		repairs: [],
		notDone: []
	};
	if (isShell(text)) return refuse([commandNotAllowed([])]);
	return refuse([/\S\s+\S/.test(text) ? missionWithoutChanges([]) : notJson(problem)]);
}
function normalizeObject(value) {
	const notes = newNotes();
	const layers = unwrap(value);
	if (!layers.ok) return refuse(layers.refusals);
	notes.repairs.push(...layers.repairs);
	const isWire = layers.members.some(({ name }) => name === "changes");
	const header = readHeader(layers.members, isWire, notes);
	const body = readBody(header.others, layers.text, notes);
	const requests = readRequests(body.others);
	const { changes } = body;
	const refusals = [
		...header.refusals,
		...body.refusals,
		...placeholdersIn(changes ?? [])
	];
	if (!isWire && refusals.length === 0 && (changes ?? []).length === 0) refusals.push(...withoutChanges(requests));
	const { inner, outer } = byLayer(requests.rest, layers.members);
	const unknown = inner.map(({ name, value: sent }) => [name, sent]);
	const listed = changes === null ? [] : [["changes", changes]];
	const patch = Object.fromEntries([
		...header.fields,
		...listed,
		...unknown
	]);
	if (refusals.length > 0) return refuse(refusals, header.fields, isWire && changes !== null ? { patch } : {});
	for (const { name } of outer) notes.ignored.add(name);
	if (isWire && !layers.members.some(({ name }) => name === "version")) notes.repairs.push(WITHOUT_VERSION);
	return {
		ok: true,
		patch,
		repairs: disclosures(notes),
		notDone: notDoneOf(requests)
	};
}
/** What stands in the patch itself, and what around it, such as the `event_type` of the request that it came with. */
function byLayer(rest, members) {
	const depth = members.find(({ name }) => name === "changes")?.at.length ?? Number.POSITIVE_INFINITY;
	return {
		inner: rest.filter(({ at }) => at.length >= depth),
		outer: rest.filter(({ at }) => at.length < depth)
	};
}
const WITHOUT_VERSION = "No `version` was given, and 1 was taken";
/** Why a payload holds nothing to apply, and what to send instead. */
function withoutChanges({ commands, rest }) {
	if (rest.some(({ name }) => messageIn(name) !== void 0)) return [noChanges()];
	const mission = rest.find(({ name, value }) => missionIn(name) !== void 0 && isSaid(value));
	const [command] = commands;
	const reasons = [...mission === void 0 ? [] : [missionWithoutChanges(mission.at)], ...command === void 0 ? [] : [commandNotAllowed(command.at)]];
	return reasons.length > 0 ? reasons : [noChanges()];
}
const missionIn = meanings(MISSION_NAMES);
const messageIn = meanings(MESSAGE_NAMES);
const changeIn = meanings(CHANGE_NAMES);
function isPathName(name) {
	return changeIn(name) === "path";
}
function isSaid(value) {
	return typeof value === "string" ? value.trim() !== "" : typeof value === "object" && value !== null;
}
function refuse(refusals, fields = /* @__PURE__ */ new Map(), rest = {}) {
	const [id, title] = [fields.get("id"), fields.get("title")];
	return {
		ok: false,
		refusals: cappedRefusals(refusals),
		...typeof id === "string" && id !== "" ? { id } : {},
		...typeof title === "string" ? { title } : {},
		...fields.get("dryRun") === true ? { dryRun: true } : {},
		...rest
	};
}
const TOO_DEEP = {
	code: "malformed",
	message: `The patch is nested deeper than ${32} levels. Send a patch in wire format version 1.`,
	pointer: "",
	data: { limit: 32 }
};

// src/patch/digest.ts
/** sha256, hex, over all that alters a patch's result: who sent it under which name, and how to report it, do not. */
function digestOf(patch) {
	const { id: _id, dryRun: _dryRun, source: _source, callback: _callback, ...content } = patch;
	return sha256$1(canonicalJson(content));
}
/** sha256 in hex, of bytes or of a text's UTF-8. */
function sha256$1(data) {
	return createHash("sha256").update(data).digest("hex");
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
	const hash = sha256$1(id).slice(0, HASH_CHARACTERS);
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

// src/apply/merge/clash.ts
const ENTRY_STATES = [
	"absent",
	"file",
	"symlink",
	"directory",
	"submodule"
];
function stateOf(entry) {
	return entry?.kind ?? "absent";
}
/** Lines fit to be kept in a record and shown. */
function cutLines(lines) {
	return {
		lines: lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_CHARACTERS).toWellFormed().replace(/\r?\n$/, "")),
		cut: lines.length > MAX_LINES || lines.some((line) => line.length > MAX_CHARACTERS)
	};
}
/** Lines of one side of one clash. */
const MAX_LINES = 20;
/** Characters of one such line. */
const MAX_CHARACTERS = 200;

// src/control/roles.ts
/** Each may do what those before it may. */
const ROLES = [
	"none",
	"viewer",
	"reviewer",
	"operator"
];
/**
* The role that GitHub's permission API gives, by its `role_name`; null: no access, or no such user.
* An organisation's own role names say nothing of what they allow, so they count as reading.
*/
function roleOf(roleName) {
	switch (roleName) {
		case null:
		case "none":
		case "": return "none";
		case "write": return "reviewer";
		case "maintain":
		case "admin": return "operator";
		default: return "viewer";
	}
}
function isAtLeast(role, needed) {
	return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

// src/control/switches.ts
/**
* The switch that counts for these patches now, null where none does. Locked is stricter than paused; of two alike
* the one that lasts longer counts. Adding a switch never loosens or shortens what counts.
*/
function strictestSwitch(switches, whom, now) {
	return activeSwitches(switches, now).filter(({ scope }) => concerns(scope, whom)).toSorted(compareStrictness).at(0) ?? null;
}
/** Those whose time has not run out. */
function activeSwitches(switches, now) {
	return switches.filter(({ until }) => until === void 0 || now < new Date(until));
}
/**
* The switches with this one, which takes the place of its like; those that ran out are dropped. A like one that
* lasts as long or longer stays instead, for nobody shortens another's stop by asking for one; it is lifted first.
*/
function addSwitch(switches, added, now) {
	const active = activeSwitches(switches, now);
	return active.some((known) => isAlike(known, added) && endOf(known) >= endOf(added)) ? active : [...active.filter((known) => !isAlike(known, added)), added];
}
/** The switches without those of this state and scope. `lifted` are the ones that counted until now. */
function liftSwitches(switches, lift, now) {
	const active = activeSwitches(switches, now);
	return {
		lifted: active.filter((known) => isAlike(known, lift)),
		left: active.filter((known) => !isAlike(known, lift))
	};
}
function sameScope(one, other) {
	switch (one.kind) {
		case "repository": return other.kind === "repository";
		case "branch": return other.kind === "branch" && other.branch === one.branch;
		case "sender": return other.kind === "sender" && sameLogin(other.login, one.login);
	}
}
/** GitHub's logins are ASCII, and the same in any case. */
function sameLogin(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
function concerns(scope, { branch, sender }) {
	switch (scope.kind) {
		case "repository": return true;
		case "branch": return scope.branch === branch;
		case "sender": return sender !== void 0 && sameLogin(scope.login, sender);
	}
}
function isAlike(one, other) {
	return one.state === other.state && sameScope(one.scope, other.scope);
}
function compareStrictness(one, other) {
	if (one.state !== other.state) return one.state === "locked" ? -1 : 1;
	const [end, otherEnd] = [endOf(one), endOf(other)];
	return end === otherEnd ? 0 : otherEnd > end ? 1 : -1;
}
function endOf({ until }) {
	return until === void 0 ? Number.POSITIVE_INFINITY : new Date(until).getTime();
}

// src/control/verbs.ts
/** What can be commanded, in the order in which the help names it. */
const VERBS = [
	"status",
	"preview",
	"approve",
	"reject",
	"retry",
	"revert",
	"cancel",
	"pause",
	"resume",
	"lock",
	"unlock",
	"kill",
	"audit",
	"whoami",
	"help"
];
function isVerb(word) {
	return VERBS.some((verb) => verb === word);
}

// src/control/control.ts
/**
* What the switches say now to patches onto a branch or from a sender; without them, to the repository as a whole.
* Unreadable means paused: nobody may push because a switch could not be read.
* `message` is null where the ref does not exist.
*/
function readControl(message, now, whom = {}) {
	if (message === null) return {
		state: "paused",
		reason: "refs/ghost/control is gone although patches were handled here; restore it to go on"
	};
	const entry = parseControl(message);
	if (entry === null) return {
		state: "paused",
		reason: "refs/ghost/control can not be read; write it anew to go on"
	};
	return strictestSwitch(entry.switches, whom, now) ?? { state: "running" };
}
/**
* The message of a control commit: a sentence for whoever reads the log, then the entry. Throws where an entry holds
* what could not be read back, such as a text beyond its limit: then nothing must be written.
*/
function formatControl(entry) {
	const checked = entrySchema.parse(entry);
	const message = `${headlineOf(checked)}\n\n${CONTROL_KEY}${JSON.stringify(checked)}\n`;
	if (message.length > MAX_CONTROL_CHARACTERS) throw new Error(`${checked.switches.length} switches are too many to keep; lift some of them first`);
	return message;
}
/** The entry of a control commit's message; null where it has none or a malformed one. */
function parseControl(message) {
	if (message.length > MAX_CONTROL_CHARACTERS) return null;
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(CONTROL_KEY));
	if (line === void 0) return null;
	try {
		return entrySchema.parse(JSON.parse(line.slice(CONTROL_KEY.length)));
	} catch {
		return null;
	}
}
/** Texts in an entry are cut to this by whoever makes one. */
const MAX_CONTROL_TEXT = 1e3;
/** Each can be told from the others by its state and scope; more than these no operator oversees. */
const MAX_SWITCHES = 50;
/** More than all switches with all their texts; whatever is longer was not written by us. */
const MAX_CONTROL_CHARACTERS = 5e5;
const CONTROL_KEY = "Ghost-Control: ";
const text = string().max(MAX_CONTROL_TEXT);
const name = string().min(1).max(MAX_CONTROL_TEXT);
const scopeSchema = discriminatedUnion("kind", [
	strictObject({ kind: literal("repository") }),
	strictObject({
		kind: literal("branch"),
		branch: name
	}),
	strictObject({
		kind: literal("sender"),
		login: name
	})
]);
const switchSchema = strictObject({
	state: _enum(["paused", "locked"]),
	scope: scopeSchema,
	reason: text,
	by: text,
	at: datetime(),
	until: datetime().exactOptional()
});
const entrySchema = strictObject({
	version: literal(1),
	switches: array(switchSchema).max(50),
	act: strictObject({
		verb: _enum([
			...VERBS,
			"start",
			"settle"
		]),
		surface: _enum([
			"form",
			"comment",
			"cli",
			"slack",
			"api",
			"watch",
			"first_patch"
		]),
		by: text,
		role: _enum(ROLES).exactOptional(),
		at: datetime(),
		patch: text.exactOptional(),
		digest: text.exactOptional(),
		reason: text.exactOptional(),
		confirm: boolean().exactOptional(),
		result: text.exactOptional()
	})
});
function headlineOf({ act }) {
	const { verb, patch, by, reason } = act;
	const what = [
		verb === "start" ? "first patch" : verb,
		...patch === void 0 ? [] : [patch],
		"by",
		by
	].join(" ");
	return oneLine$1(reason === void 0 || reason.trim() === "" ? what : `${what}: ${reason}`);
}
function oneLine$1(words) {
	return words.replaceAll(/\s+/g, " ").trim();
}

// src/record/fit.ts
/**
* A record that fits into a commit message, for its outcome may quote much of a hostile patch.
* What goes first is what a reader misses least: facts for programs, from the last refusal up; then refusals
* themselves, of which the number stays; then the output of the tests. Of a conflict the first places stay.
*/
function fitRecord(whole) {
	const record = fitTests(fitChecks(whole));
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
/** The end of the output is shown by the run's own log too. */
function fitTests(record) {
	const { tests } = record;
	return tests === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS ? record : {
		...record,
		tests: {
			...tests,
			tail: ""
		}
	};
}
/** Names of checks come from anybody's workflows. */
function fitChecks(record) {
	return record.ci === void 0 ? record : {
		...record,
		ci: {
			...record.ci,
			checks: record.ci.checks.slice(0, MAX_CHECKS).map(shortCheck)
		}
	};
}
const MAX_CHECKS = 20;
function shortCheck({ name, state, url }) {
	return {
		name: cut$1(name),
		state,
		url: url !== null && url.length > SHORT ? null : url
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
	if (outcome.kind === "conflict") {
		const { clashes = [], paths } = outcome;
		const few = {
			...outcome,
			clashes: [],
			paths: paths.slice(0, FEW).map(cut$1)
		};
		return [...[
			10,
			3,
			1,
			0
		].map((kept) => ({
			...outcome,
			clashes: clashes.slice(0, kept)
		})), few];
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
		message: cut$1(message),
		...path === void 0 ? {} : { path: cut$1(path) }
	};
}
const SHORT = 500;
function cut$1(text) {
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
	"secret_found",
	"not_found",
	"ambiguous",
	"already_exists",
	"overlap",
	"elided_edit",
	"not_a_text_file",
	"bad_pattern",
	"command_not_allowed",
	"mission_without_changes",
	"placeholder",
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
	digest: sha256,
	title: string(),
	sender: string(),
	state: _enum([
		"held",
		"applied",
		"publishing",
		"done"
	]),
	receivedAt: datetime(),
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
	withdrawn: oid.exactOptional(),
	plan: plan.exactOptional(),
	pullRequest: pullRequest.exactOptional(),
	tests: testReport.exactOptional(),
	outcome: outcomeSchema.exactOptional(),
	approval: approval.exactOptional(),
	ci: ci.exactOptional(),
	slack: strictObject({
		channel: string(),
		ts: string(),
		shown: string().exactOptional()
	}).exactOptional(),
	revertOf: string().min(1).exactOptional(),
	supersedes: string().min(1).exactOptional(),
	steps: array(strictObject({
		stage,
		at: datetime(),
		seconds: number().min(0)
	})),
	warnings: array(string())
}).refine(({ state, outcome }) => (state === "done" || state === "held") === (outcome !== void 0), { error: "a record has an outcome exactly when it is done or held" }).refine(({ state, outcome }) => state === "held" === (outcome?.kind === "held"), { error: "a record is held exactly when its outcome says so" }));
/** What a test job handed over. Unknown keys are refused: they come from a job that ran untrusted code. */
const testReportSchema = lazy(() => testReport);
/** Object ids of SHA-1 and SHA-256 repositories. */
const oid = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256 = string().regex(/^[0-9a-f]{64}$/);
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
	notDone: array(string()).exactOptional(),
	labels: array(string()),
	reviewers: array(string()),
	draft: boolean(),
	reviews: array(string()).exactOptional(),
	onTestFailure: literal("none").exactOptional()
});
const approval = strictObject({
	required: literal(true),
	by: string().exactOptional(),
	at: datetime().exactOptional(),
	digest: sha256.exactOptional(),
	sha: oid.exactOptional()
});
const verdict = _enum([
	"pending",
	"success",
	"failure",
	"neutral"
]);
const ci = strictObject({
	sha: oid,
	state: verdict,
	checks: array(strictObject({
		name: string(),
		state: verdict,
		url: string().nullable()
	})),
	at: datetime()
});
const refusal = strictObject({
	code: _enum(REFUSAL_CODES),
	message: string(),
	pointer: string().exactOptional(),
	path: string().exactOptional(),
	hunk: int().exactOptional(),
	data: record(string(), json()).exactOptional()
});
const lines = array(string());
const cut = literal(true).exactOptional();
const entryState = _enum(ENTRY_STATES);
const clash = discriminatedUnion("kind", [
	strictObject({
		kind: literal("lines"),
		path: string(),
		line: int().min(1),
		was: lines,
		wanted: lines,
		now: lines,
		cut
	}),
	strictObject({
		kind: literal("entry"),
		path: string(),
		was: entryState,
		wanted: entryState,
		now: entryState
	}),
	strictObject({
		kind: literal("two_places"),
		path: string(),
		line: int().min(1),
		merged: lines,
		placed: lines,
		cut
	})
]);
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
		refusals: array(refusal)
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
		clashes: array(clash).exactOptional(),
		pullRequest: pullRequest.exactOptional()
	}),
	strictObject({
		kind: literal("tests_failed"),
		pullRequest: pullRequest.exactOptional(),
		tests: testReport
	}),
	strictObject({
		kind: literal("timed_out"),
		tests: testReport
	}),
	strictObject({
		kind: literal("halted"),
		state: literal("locked"),
		reason: string()
	}),
	strictObject({
		kind: literal("held"),
		state: literal("paused"),
		reason: string(),
		until: datetime().exactOptional()
	}),
	strictObject({
		kind: literal("canceled"),
		run: string().exactOptional(),
		by: string().exactOptional(),
		reason: string().exactOptional()
	}),
	strictObject({
		kind: literal("crashed"),
		stage,
		reason: string(),
		tests: testReport.exactOptional()
	}),
	strictObject({
		kind: literal("merged"),
		pullRequest,
		sha: oid,
		by: string().exactOptional()
	}),
	strictObject({
		kind: literal("closed"),
		pullRequest,
		by: string().exactOptional(),
		reason: string().exactOptional()
	}),
	strictObject({
		kind: literal("reverted"),
		pullRequest,
		revert: pullRequest
	}),
	strictObject({
		kind: literal("superseded"),
		by: string().min(1),
		pullRequest: pullRequest.exactOptional()
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
	const value = parseJson(line.slice(RECORD_KEY.length));
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
function parseJson(text) {
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
/** What control says to these patches. An absent switch is running only as long as no patch was ever handled here. */
function controlOf(snapshot, now, whom = {}) {
	const commit = snapshot.refs.get(CONTROL_REF) ?? null;
	return commit === null && !snapshot.anyRefUnder ? { state: "running" } : readControl(commit?.message ?? null, now, whom);
}
/** What a stop makes of a patch: a lock refuses it, a pause only holds it. */
function stoppedBy(control) {
	const { state, reason, until } = control;
	return state === "locked" ? {
		kind: "halted",
		state,
		reason
	} : {
		kind: "held",
		state,
		reason,
		...until === void 0 ? {} : { until }
	};
}
/** The patch's record as it stands; null: there is none. */
function readPrevious(snapshot, id) {
	const commit = snapshot.refs.get(recordRef(id)) ?? null;
	if (commit === null) return null;
	const parsed = parseRecord(commit.message);
	return parsed.ok ? parsed.record : "unreadable";
}

// src/patch/title.ts
/** The patch's own title in one line, or a sentence made from its changes. */
function titleOf(patch) {
	const own = oneLine(patch.title ?? "");
	return own === "" ? sentenceOf(patch.changes) : own;
}
/** What to call a patch that could not be read: its title where it has one. */
function titleOfUnreadable(title) {
	const own = oneLine(title ?? "");
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
		case "diff": return mailMessage(change.diff)?.title || "Apply a diff";
		case "blocks": return "Apply search and replace blocks";
		case "apply_patch": return "Apply a patch";
		case "text": return change.path === void 0 ? "Apply a text" : `Edit ${change.path}`;
	}
}

// src/patch/read.ts
/** What an inline delivery holds: text where it was sent as text. */
function sourceOf({ patch }) {
	return typeof patch === "string" ? { text: patch } : { value: patch };
}
/**
* Reads one patch, in wire format v1 or in another form that is known, or says everything that is wrong with it.
* `envelopeId` is the id that stood outside the patch.
*/
function readPatch(source, envelopeId) {
	const arrival = {
		digest: sha256$1("text" in source ? source.text : canonicalJson(source.value)),
		envelopeId
	};
	const oversized = "text" in source ? oversize(source.text, MAX_PATCH_TEXT_BYTES) : null;
	if (oversized !== null) return refused(arrival, {}, [oversized]);
	const normalized = normalize("text" in source ? source.text : source.value);
	if (!normalized.ok) return refused(arrival, normalized, [
		...idMismatch(normalized.id, envelopeId),
		...normalized.refusals,
		...otherProblems(normalized)
	]);
	const { patch: value, repairs, notDone } = normalized;
	const known = knownOf(value);
	const checked = patchSchema.safeParse(value);
	const mismatch = idMismatch(known.id, envelopeId);
	if (!checked.success) return refused(arrival, known, [...mismatch, ...refusalsOf(checked.error.issues, value)]);
	const patch = named(checked.data, envelopeId);
	const canonical = canonicalJson(patch);
	const problem = oversize(canonical, MAX_PATCH_BYTES);
	if (mismatch.length > 0 || problem !== null) return refused(arrival, known, [...mismatch, ...problem === null ? [] : [problem]]);
	const digest = digestOf(patch);
	return {
		ok: true,
		id: patch.id === void 0 ? anonymousId(digest) : slugId(patch.id),
		digest,
		title: titleOf(patch),
		canonical,
		patch,
		repairs,
		notDone
	};
}
/** What the schema says of a patch beside the changes that are refused already. */
function otherProblems({ patch, refusals }) {
	if (patch === void 0) return [];
	const checked = patchSchema.safeParse(patch);
	const known = new Set(refusals.map(({ pointer }) => changePointer(pointer)));
	return checked.success ? [] : refusalsOf(checked.error.issues, patch).filter(({ pointer }) => !known.has(changePointer(pointer)));
}
/** The change that a pointer leads into, or the pointer itself. */
function changePointer(pointer = "") {
	return /^\/changes\/\d+/.exec(pointer)?.[0] ?? pointer;
}
function oversize(text, limit) {
	const bytes = new TextEncoder().encode(text).length;
	return bytes > limit ? tooLarge(bytes, limit) : null;
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
function idMismatch(inside, envelopeId) {
	if (inside === void 0 || envelopeId === void 0 || inside === envelopeId) return [];
	return [{
		code: "malformed",
		message: "The id beside the patch and the id inside it differ. Send the same id in both places, or only one.",
		pointer: "/id"
	}];
}
function named(patch, envelopeId) {
	return patch.id === void 0 && envelopeId !== void 0 ? {
		...patch,
		id: envelopeId
	} : patch;
}
function refused({ digest, envelopeId }, known, refusals) {
	const id = envelopeId ?? known.id;
	return {
		ok: false,
		id: id === void 0 ? anonymousId(digest) : slugId(id),
		digest,
		title: titleOfUnreadable(known.title),
		dryRun: known.dryRun ?? false,
		refusals: cappedRefusals(refusals)
	};
}
/** What a value that the schema refuses says of itself all the same. */
function knownOf(value) {
	if (typeof value !== "object" || value === null) return {};
	const { id, title, dryRun } = Object.fromEntries(Object.entries(value));
	return {
		...typeof id === "string" && id !== "" ? { id } : {},
		...typeof title === "string" ? { title } : {},
		dryRun: dryRun === true
	};
}

// src/report/slack-blocks.ts
function plainText(text) {
	return {
		type: "plain_text",
		text,
		emoji: false
	};
}
function mrkdwnText(text) {
	return {
		type: "mrkdwn",
		text,
		verbatim: true
	};
}
function section(text) {
	return {
		type: "section",
		text: mrkdwnText(text)
	};
}

// src/control/offered.ts
/** The verbs that make sense for a patch as it stands: those that the executor would not refuse at once. */
function offeredVerbs(record) {
	const { state, outcome, head } = record;
	if (state !== "done") return ["cancel"];
	switch (outcome?.kind) {
		case "opened":
		case "updated": return needsApproval(record, head) ? ["approve", "reject"] : ["reject"];
		case "tests_failed": return outcome.pullRequest === void 0 ? ["retry"] : ["retry", "reject"];
		case "merged": return ["revert"];
		case "closed":
		case "reverted":
		case "superseded":
		case "duplicate": return [];
		default: return ["retry"];
	}
}

// src/control/shown-state.ts
function shownState({ digest, attempt, head }) {
	return {
		digest,
		attempt,
		sha: head ?? null
	};
}
function isStillShown(record, shown) {
	const now = shownState(record);
	return now.digest === shown.digest && now.attempt === shown.attempt && now.sha === shown.sha;
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
	return linkableUrl(url) === null ? mrkdwnCode(url, MAX_CODE_LINE) : `<${url}|${mrkdwnLine(words, MAX_CODE_LINE)}>`;
}
/** The address where it can only be one; null: it holds what could end a link or hide where that leads. */
function linkableUrl(url) {
	return LINKABLE.test(url) && URL.canParse(url) ? url : null;
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

// src/report/slack-buttons.ts
/** The buttons that make sense for the patch as it stands; each carries the state that it was shown under. */
function formatButtons(view) {
	const { record, repository } = view;
	const value = formatValue(record, repository);
	const verbs = offeredVerbs(record).map((verb) => ({
		...WORDS[verb],
		...idAndValue(verb, value)
	}));
	const details = record.state === "done" ? [{
		...DETAILS,
		...idAndValue("details", value)
	}] : [];
	return {
		type: "actions",
		block_id: BUTTONS_BLOCK,
		elements: [
			...viewButton(record),
			...verbs,
			...details
		]
	};
}
const BUTTONS_BLOCK = "ghost-buttons";
const PREFIX = "ghost.";
const asked = _enum([
	"approve",
	"reject",
	"retry",
	"revert",
	"cancel",
	"details"
]);
function idAndValue(ask, value) {
	return {
		action_id: `${PREFIX}${ask}`,
		value
	};
}
function viewButton({ pullRequest }) {
	const url = pullRequest === void 0 ? null : linkableUrl(pullRequest.url);
	return url === null || url.length > MAX_URL ? [] : [{
		type: "button",
		action_id: `${PREFIX}view`,
		text: plainText("View pull request"),
		url
	}];
}
/** Slack's limit for the address of a button. */
const MAX_URL = 3e3;
const WORDS = {
	approve: {
		type: "button",
		text: plainText("Approve"),
		style: "primary"
	},
	reject: asking("Reject", "This closes the pull request, and says so there."),
	retry: {
		type: "button",
		text: plainText("Retry")
	},
	revert: asking("Revert", "This sends a patch that takes the merged one back, tested like any other."),
	cancel: asking("Cancel", "This ends its run; what was not tested is taken away.")
};
const DETAILS = {
	type: "button",
	text: plainText("Details")
};
/** What can't be taken back by pressing something else asks once more. */
function asking(word, consequence) {
	return {
		type: "button",
		text: plainText(word),
		style: "danger",
		confirm: {
			title: plainText(`${word} this patch?`),
			text: plainText(consequence),
			confirm: plainText(word),
			deny: plainText("Leave it"),
			style: "danger"
		}
	};
}
/** A tuple: Slack takes no more than 2,000 characters, and an id may have some hundred. */
function formatValue(record, repository) {
	const { digest, attempt, sha } = shownState(record);
	const value = [
		repository,
		record.id,
		digest,
		attempt,
		sha
	];
	return JSON.stringify(value);
}
const valueSchema = tuple([
	string().regex(/^[\w.-]{1,100}\/[\w.-]{1,100}$/),
	string().regex(/^[a-z0-9][a-z0-9._-]{0,254}$/),
	string().regex(/^[0-9a-f]{64}$/),
	int().min(0),
	string().regex(/^[0-9a-f]{40,64}$/).nullable()
]);

// src/report/slack.ts
/** The one message about a patch, at whatever point of its life it is; editing it keeps channel and place. */
function formatSlackMessage(view) {
	const { id, digest } = view.record;
	return {
		text: formatFallback(view),
		blocks: [
			{
				type: "header",
				text: plainText(cutText(`${iconOf(view)} ${oneLine$2(titleOf$1(view))}`, MAX_HEADER))
			},
			section(formatStory(view)),
			...formatEvidence(view),
			...formatRemedy(view),
			{
				type: "section",
				fields: formatFields(view).map(mrkdwnText)
			},
			...formatActions(view),
			{
				type: "context",
				elements: [mrkdwnText(formatContext(view))]
			}
		],
		metadata: {
			event_type: "ghost_patch",
			event_payload: {
				id,
				digest,
				repository: view.repository
			}
		}
	};
}
/**
* Tells two texts of a message apart, to know whether the one that Slack took last is still the right one. The small
* print at the end counts seconds and warnings, and is not worth an edit.
*/
function fingerprintMessage({ text, blocks }) {
	const told = blocks.filter(({ type }) => type !== "context");
	return sha256$1(JSON.stringify({
		text,
		blocks: told
	})).slice(0, FINGERPRINT_CHARACTERS);
}
/** A message has a handful of texts in its life. */
const FINGERPRINT_CHARACTERS = 16;
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
	const [clash] = (outcome?.kind === "conflict" ? outcome.clashes : void 0) ?? [];
	if (clash !== void 0) return [section(formatClash(clash))];
	const lines = listFailure(testsOf(view));
	return lines.length === 0 ? [] : [section(mrkdwnBlock(lines, MAX_SECTION))];
}
/** The first place where two sides meet; the run's summary has them all. */
function formatClash(clash) {
	const lines = clashLines(clash);
	const sentence = mrkdwnLine(describeClash(clash), MAX_REFUSAL);
	return lines.length === 0 ? sentence : `${sentence}:\n${mrkdwnBlock(lines, MAX_CLASH)}`;
}
/** Leaves room for its sentence within a section. */
const MAX_CLASH = 2e3;
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
	const [place] = refusals.map(diagnosisOf).flatMap(({ nearest: [best], candidates: [first] }) => {
		if (best !== void 0) return [{
			words: describeNearest(best),
			lines: best.diff
		}];
		return first === void 0 ? [] : [{
			words: describeCandidate(first),
			lines: numberedLines(first)
		}];
	});
	return place === void 0 ? [] : [section(`${place.words}:\n${mrkdwnBlock(place.lines, MAX_SECTION)}`)];
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
		["Tested commit", tests && mrkdwnLink(shortSha(tests.sha), commitUrl(view, tests.sha))],
		["Other checks", record.ci && mrkdwnLine(describeChecks(record.ci), MAX_FIELD)]
	].flatMap(([name, value]) => value === void 0 ? [] : [`*${name}*\n${value}`]);
}
/** Nothing is offered where nobody would answer, and a row without buttons is none. */
function formatActions(view) {
	const row = view.buttons === true ? formatButtons(view) : null;
	return row === null || row.elements.length === 0 ? [] : [row];
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

// src/stages/tell.ts
/** Writes the patch's one Slack message, or edits it in place where there is one already. Never throws: a patch does not fail over Slack. */
async function tell(context, configured, view) {
	const channel = configured ?? context.site.defaultChannel;
	const { chat } = context;
	const existing = view.record.slack;
	if (chat === null || channel === void 0 && existing === void 0) return {};
	const message = formatSlackMessage(view);
	const shown = fingerprintMessage(message);
	try {
		if (existing !== void 0) {
			await chat.update(existing, message);
			return { slack: {
				...existing,
				shown
			} };
		}
		return channel === void 0 ? {} : { slack: {
			...await chat.post(channel, message),
			shown
		} };
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
* The next step of a record whose patch is already kept. `guards` are refs that must stand where they were seen
* (null: must still be absent), control first of all; `remove` takes the branch away in the same step.
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
			changes: [keptFile(request.patchText)]
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
				switches: [],
				act: {
					verb: "start",
					surface: "first_patch",
					by: record.sender.slice(0, MAX_CONTROL_TEXT),
					at: record.startedAt,
					patch: record.id
				}
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
function keptFile(patchText) {
	return patchText === null ? {
		path: WITHHELD_FILE,
		mode: "100644",
		bytes: Buffer.from(WITHHELD_TEXT)
	} : patchFile(patchText);
}
/** Stands where the patch would be, since a tree can't be empty. */
const WITHHELD_FILE = "withheld.txt";
const WITHHELD_TEXT = "The patch was not kept, because it holds what looks like a secret.\n";
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
	if (outcome.kind === "conflict") return (outcome.clashes ?? []).map((clash) => `- ${describeClash(clash)}`);
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
		...record.plan?.notDone === void 0 ? {} : { notDone: record.plan.notDone },
		repository: site.repository,
		serverUrl: site.serverUrl,
		ciStartsByItself: site.ciStartsByItself,
		...site.slackButtons === true ? { buttons: true } : {}
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

// src/io/github/readable.ts
/** A success that holds nothing of what was asked for: half an answer, or a page of somebody on the way to GitHub. */
var UnreadableAnswer = class extends Error {
	constructor(status) {
		super(`there was an answer of ${status} that can not be read`);
		this.name = "UnreadableAnswer";
	}
};
/**
* Gives the response, or throws UnreadableAnswer. Octokit takes any text for data where it is no JSON, so that what
* is missing from it would go on as `undefined`: as the id of an object, that is the deletion of a ref.
*/
function readable(response) {
	const { status, data } = response;
	if (data === void 0 || data === "" || isEmptyObject(data) ? !WITHOUT_CONTENT.has(status) : typeof data !== "object") throw new UnreadableAnswer(status);
	return response;
}
function isEmptyObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;
}
/** Accepted, and no content. */
const WITHOUT_CONTENT = /* @__PURE__ */ new Set([202, 204]);

// src/io/github/retry.ts
/**
* Tries requests again that failed for a reason that may pass: no connection, 5xx, an answer that can not be read, or
* a rate limit, which GraphQL may tell of in an answer of 200. Anything else fails at once. With
* `request: {ambiguous: 'throw'}` so do all but the limits, because nobody knows then whether it was done.
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
			const outcome = await settle(async () => readable(await request(parameters)));
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
	/** It may have been done all the same, because no proper answer came. */
	unclear;
	constructor(attempted, cause) {
		const said = withoutTokens(messageOf(cause));
		const status = statusOf(cause);
		const lost = wasUnanswered(cause) || cause instanceof UnreadableAnswer;
		const remedy = lost ? NOT_ANSWERING : findRemedy(status, said, neededBy(cause));
		super([`Could not ${attempted}: ${endSentence(said)}`, remedy].filter(Boolean).join(" "), { cause });
		this.name = "GitHubError";
		this.attempted = attempted;
		this.status = status;
		this.said = said;
		this.remedy = remedy;
		this.unclear = lost || status !== null && status >= 500;
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
/** Permissions with which GitHub would have done it, such as `actions: write`. */
function neededBy(cause) {
	const told = headerOf(cause, "x-accepted-github-permissions");
	return told === void 0 ? USUALLY_NEEDED : told.replaceAll("=", ": ").replaceAll(";", ", or");
}
const USUALLY_NEEDED = "contents, pull-requests and statuses, each \"write\"";
function findRemedy(status, said, needed) {
	return REMEDIES$1.find(({ applies }) => applies(status, said))?.remedy.replace(NEEDED, () => needed) ?? "";
}
/** Stands in a remedy for the permissions that are needed. */
const NEEDED = "{needed}";
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
		remedy: `Give the token or job the permission that this needs: ${NEEDED}.`
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
		const number = await findOpenPullRequest(octokit, place, request);
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
	if (!OID.test(commit.oid)) throw new TypeError(`${JSON.stringify(commit.oid)} is not the id of a commit.`);
	return commit.oid;
}
const OID = /^[0-9a-f]{40}$/;
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
async function moveRefs(octokit, { place, repositoryId, moves, sleep = delay }) {
	if (moves.length === 0) return [];
	for (let tries = 1;; tries += 1) try {
		await sendUpdate(octokit, repositoryId, moves);
		return [];
	} catch (error) {
		const judgement = judgeMoves(moves, await readPositions(octokit, place, moves));
		if (judgement.kind === "done") return [];
		if (judgement.kind === "moved") return judgement.refs;
		if (tries >= MOST_TRIES || isAnswer(error)) throw error;
		await sleep(backoff(tries - 1));
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
function createApiRepository({ octokit, owner, name, sleep }) {
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
					knownId: repositoryId,
					sleep
				});
			});
		}
	};
}
async function write(octokit, { place, transaction, knownId, sleep }) {
	const [commits, repositoryId] = await Promise.all([writeObjects(octokit, place, transaction.commits), knownId ?? findRepositoryId(octokit, place)]);
	const moves = resolveMoves(transaction.refs, commits);
	const moved = await updateRefs(octokit, {
		place,
		repositoryId,
		moves,
		sleep
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
	if (error instanceof slack.WebAPIPlatformError) {
		const named = error.data.error;
		return typeof named === "string" ? describeRefusal(named, error.data.response_metadata?.messages ?? []) : {
			words: "the answer can not be read",
			retry: "unless_sent_twice_hurts",
			maybeDone: true
		};
	}
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
			return readRef(await callSlack(options, {
				method: "chat.postMessage",
				args: {
					channel,
					...messageArguments(message)
				},
				repeatable: false
			}));
		},
		async update({ channel, ts }, message) {
			await callSlack(options, {
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
/** One call with its retries, under one deadline. Throws a SlackError. */
async function callSlack(options, { method, args, repeatable }) {
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
		await (options.sleep ?? setTimeout$1)(pause * 1e3);
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
	const place = {
		octokit,
		owner,
		name
	};
	return {
		context: {
			repository: createApiRepository(place),
			forge: createForge(place),
			chat: inputs.slackToken === "" ? null : createSlackChat({
				token: inputs.slackToken,
				apiUrl: inputs.slackApiUrl
			}),
			clock: { now: () => /* @__PURE__ */ new Date() },
			site: {
				repository: job.repository,
				serverUrl: job.serverUrl,
				ciStartsByItself: inputs.token !== "",
				...inputs.slackChannel === "" ? {} : { defaultChannel: inputs.slackChannel },
				...inputs.slackButtons ? { slackButtons: true } : {}
			},
			run: job.run
		},
		requests,
		place
	};
}
/** GitHub's limit is counted in requests, so every stage says what it took. */
function sayRequests(requests) {
	say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}

export { patchSchema as $, testReportSchema as A, diagnosisOf as At, sameLogin as B, sourceOf as C, markdownLine as Ct, stoppedBy as D, fitLines as Dt, readPrevious as E, defuseReferences as Et, VERBS as F, cutLines as G, strictestSwitch as H, isVerb as I, sha256$1 as J, stateOf as K, activeSwitches as L, formatControl as M, iconOf as Mt, parseControl as N, succeeded as Nt, formatRecord as O, describeCandidate as Ot, readControl as P, canonicalJson as Q, addSwitch as R, readPatch as S, codeSpan as St, controlOf as T, markdownLinkCell as Tt, isAtLeast as U, sameScope as V, roleOf as W, jsonPointer as X, normalizeChanges as Y, refusalsOf as Z, fingerprintMessage as _, clashLines as _t, attempt as a, mergeWarnings as at, mrkdwnLink as b, formatAsked as bt, patchTexts as c, branchName as ct, viewOf as d, inboxRef as dt, parseLooseJson as et, describeRecord as f, APPROVAL_LABEL as ft, tell as g, formatList as gt, recordOnly as h, formatTested as ht, SlackError as i, formatStatus as it, MAX_CONTROL_TEXT as j, numberedLines as jt, parseRecord as k, describeNearest as kt, recordMessage as l, recordRef as lt, nextStep as m, CONFIG_PATH as mt, sayRequests as n, mailMessage as nt, graphqlFailures as o, CONTROL_REF as ot, branchAndRecord as p, needsApproval as pt, slugId as q, callSlack as r, STATUS_CONTEXT as rt, statusOf as s, PATCH_FILE as st, createContext as t, cappedRefusals as tt, viewFrom as u, REF_PREFIX as ut, formatSlackMessage as v, describeClash as vt, branchRef as w, markdownLink as wt, isStillShown as x, codeBlock as xt, mrkdwnLine as y, formatChanged as yt, liftSwitches as z };