import { r as __toESM } from "./rolldown-runtime.js";
import { A as MAX_URL_CHARACTERS, C as MAX_LINES$2, D as MAX_PATTERN_CHARACTERS, E as MAX_PATH_BYTES, O as MAX_PATTERN_PROGRAM, S as MAX_HUNKS, T as MAX_PATCH_TEXT_BYTES, _ as parseJson, b as MAX_FILE_BYTES, g as notJson, h as jsonIn, k as MAX_READ_BYTES, l as say, m as isTooDeep, v as MAX_CHANGES, w as MAX_PATCH_BYTES, x as MAX_GROWN_BYTES, y as MAX_DESCRIPTION_CHARACTERS } from "./workflow.js";
import { a as discriminatedUnion, b as unknown, c as lazy, d as never, f as number, g as string, h as strictObject, i as boolean, l as literal, m as record, n as _enum, o as int, p as partialRecord, r as array, s as json, t as datetime, u as looseObject, v as tuple, x as toJSONSchema, y as union } from "./zod.js";
import { C as oneLine$2, S as titleOf$1, T as cutText, _ as changesOf$2, a as diffArrays, b as shortSha, c as describeView, g as formatTotal, h as countLines, l as formatSeconds, m as describeGenerated, n as lineNumbering, p as REFUSAL_CODES, r as slideSpans, s as describeTests, t as compareLines$1, v as commitUrl, w as showHidden, x as testsOf, y as repositoryUrl } from "./line-diff.js";
import { t as require_dist } from "./yaml.js";
import { n as RE2JSException, t as RE2JS } from "./re2js.js";
import { t as Octokit } from "./octokit.js";
import { n as parseMode, t as objectId } from "./object-id.js";
import { Buffer, isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/io/secrets.ts
/** Finds secrets by the rules of secretlint, which are loaded with the first text, and by those of our own. */
function createSecretScanner() {
	return { find: async ({ path, text }) => [...await findByRules(path, text), ...findByPatterns(text)] };
}
async function findByRules(path, text) {
	const [{ lintSource }, { rules }, { secretLintProfiler }] = await Promise.all([
		import("./secretlint-core.js"),
		import("./secretlint-secretlint-rule-preset-recommend.js"),
		import("./secretlint-profiler.js")
	]);
	secretLintProfiler.setEnabled(false);
	const found = [];
	await lintSource({
		source: {
			filePath: path,
			ext: path.slice(path.lastIndexOf(".")),
			content: text,
			contentType: "text"
		},
		options: {
			noPhysicFilePath: true,
			config: { rules: rules.map((rule) => ({
				id: rule.meta.id,
				rule: reportingTo(found, rule)
			})) }
		}
	});
	return found;
}
/**
* The rule, telling us what it finds and nobody else: secretlint compares each message with all others, which for a patch
* of nothing but tokens takes minutes. And a comment in a patch switches nothing off, as it does for what secretlint is told.
*/
function reportingTo(found, rule) {
	const report = ({ message: { messageId }, range: [start, end] }) => {
		found.push({
			kind: inWords(messageId),
			start,
			end
		});
	};
	return {
		...rule,
		create: (context, options) => rule.create({
			...context,
			report
		}, options)
	};
}
/** `GITHUB_TOKEN`, `IncomingWebhook` and `AWSSecretAccessKey` as people write them. */
function inWords(messageId) {
	return messageId.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
}
/** What secretlint passes over: keys of elliptic curves are too short for it, and it has no rule for Google's. */
const OWN_PATTERNS = [{
	kind: "private key",
	pattern: /-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,200}?[A-Za-z\d+/=]{32}/g,
	closing: "-----END"
}, {
	kind: "google api key",
	pattern: /\bAIza[\w-]{35}\b/g,
	closing: ""
}];
function findByPatterns(text) {
	return OWN_PATTERNS.flatMap(({ kind, pattern, closing }) => [...text.matchAll(pattern)].map(({ index: start, 0: { length } }) => {
		const end = start + length;
		const more = closing === "" ? -1 : text.slice(end, end + MAX_KEY_CHARACTERS).indexOf(closing);
		return {
			kind,
			start,
			end: end + Math.max(0, more)
		};
	}));
}
/** Where a key is not closed by then, only its beginning is known for one. */
const MAX_KEY_CHARACTERS = 4e3;

// src/patch/command-name.ts
/** What a named command may be called: one word, so that no text for a shell passes for a name. */
const COMMAND_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

// src/policy/commands.ts
/** Named commands of one repository; more than anybody keeps in mind. */
const MAX_NAMED$1 = 50;
/** Characters of a command; longer ones belong into a script of the repository. */
const MAX_COMMAND_CHARACTERS = 2e3;
/** An hour is long for what only changes files. */
const MAX_MINUTES = 60;
const DEFAULT_MINUTES = 5;
const command = string({ error: "write the command, such as \"npm run format\"" }).trim().min(1, "write the command, such as \"npm run format\"").max(MAX_COMMAND_CHARACTERS);
const minutes = number().positive().max(MAX_MINUTES).default(DEFAULT_MINUTES);
const named$1 = union([command, strictObject({
	command,
	"timeout-minutes": minutes
})], { error: `write the command, such as "npm run format", or an object with it as command and with timeout-minutes, at most ${MAX_MINUTES}` });
const commandsSchema = record(string().regex(COMMAND_NAME), named$1, { error: ({ code }) => code === "invalid_key" ? "call a command by one word of letters, digits, \".\", \"_\" and \"-\", such as \"format\"" : void 0 }).refine((all) => Object.keys(all).length <= MAX_NAMED$1, `name at most ${MAX_NAMED$1} commands`).default({}).describe(`Commands that a patch may ask for by name: the command itself, or \`{command, timeout-minutes}\`, with ${DEFAULT_MINUTES} minutes where there are none. Run by bash in the test job, before the tests.`);
/**
* The commands that a patch asks for, as the config has them. Refused where one is not in the config; the refusal
* lists those that are.
*/
function findCommands(known, patch) {
	const commands = [];
	const refusals = [];
	for (const [index, change] of patch.changes.entries()) {
		if (change.kind !== "run") continue;
		const found = Object.hasOwn(known, change.command) ? known[change.command] : void 0;
		if (found === void 0) refusals.push(notNamed(index, change.command, Object.keys(known)));
		else commands.push({
			name: change.command,
			...settingsOf(found)
		});
	}
	if (commands.length > 10) refusals.push(tooMany$1(commands.length));
	return {
		commands,
		refusals
	};
}
/** Minutes that commands may take, one after the other. */
function commandMinutes(commands) {
	return commands.reduce((sum, { timeoutMinutes }) => sum + timeoutMinutes, 0);
}
function settingsOf(found) {
	return typeof found === "string" ? {
		command: found,
		timeoutMinutes: DEFAULT_MINUTES
	} : {
		command: found.command,
		timeoutMinutes: found["timeout-minutes"]
	};
}
function notNamed(index, name, known) {
	return {
		code: "command_not_allowed",
		message: `There is no command ${name} in the config of this repository; ${known.length === 0 ? "none is: send the files as the command would leave them" : `these are: ${known.join(", ")}. Ask for one of them, or send the files as the command would leave them`}.`,
		pointer: `/changes/${index}/command`,
		data: { configured: [...known] }
	};
}
function tooMany$1(count) {
	return {
		code: "too_large",
		message: `The patch asks for ${count} commands, and ${10} are allowed. Leave some out.`,
		pointer: "/changes",
		data: {
			commands: count,
			limit: 10
		}
	};
}

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
		candidates: listOf$2(data["candidates"]).flatMap((value) => candidateOf$1(value) ?? []),
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
function describeNearest$1({ line, score }) {
	return `Nearest lines, from line ${line}, ${Math.round(score * 100)} % alike (- expected, + found)`;
}
function describeCandidate({ line, last }) {
	if (last < line) return `It may go above line ${line}`;
	return line === last ? `It fits at line ${line}` : `It fits at lines ${line} to ${last}`;
}
/** The file's lines at a candidate with their numbers; those that would change are marked. */
function numberedLines$1({ line, last, from, lines }) {
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
function candidateOf$1(value) {
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
	return defuseLinks(defuseCode(text)).replaceAll(/@(?=[\w/.-])/g, `@${"​"}`).replaceAll(/#(?=\d)/g, `#${"​"}`).replaceAll(/GH-(?=\d)/gi, `$&${"​"}`).replaceAll(/\[(?=(?:skip|no) (?:ci|actions)\]|(?:ci|actions) skip\])/gi, `[${"​"}`).replaceAll(/skip-checks(?=\s*:)/gi, `$&${"​"}`);
}
/** Nothing that GitHub would turn into a link by itself, and so nothing that refers to an issue by its address. */
function defuseLinks(text) {
	return text.replaceAll(/:(?=\/\/)|www(?=\.)|(?:mailto|xmpp)(?=:)|(?<=[\w.+-])@(?=\.|[\w-]+\.)/gi, `$&${"​"}`);
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
const MAX_LINE$3 = 500;
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
	const kept = fitLines(fromKept, codeLine, budget - language.length - MAX_AROUND$3);
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
const MAX_AROUND$3 = 2 * (500 + 1) + 48;
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
	const quote = quoteDescription$1(view.patch?.description ?? "", budget - head.length - facts.length - 2);
	return head + (quote === "" ? "" : `${quote}\n\n`) + facts;
}
/** GitHub's own limit for a title. */
const MAX_TITLE = 256;
function quoteDescription$1(description, budget) {
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
		["Source", formatSource(patch?.source, record.sender)],
		["Base", record.base && `${codeSpan(record.base.branch)} at ${markdownLink(shortSha(record.base.sha), commitUrl(view, record.base.sha))}`],
		["Digest", codeSpan(record.digest)],
		["Attempt", `${record.attempt}${record.run.url === "" ? "" : `, in ${markdownLink("this workflow run", record.run.url)}`}`]
	].flatMap(([name, value]) => value === void 0 ? [] : [`- ${name}: ${value}`]).join("\n");
}
/** Undefined: it says no more than who sent the patch. */
function formatSource(source, sender) {
	const parts = [source?.agent, source?.url].filter((part) => part !== void 0);
	if (parts.length === 1 && parts[0] === sender) return;
	return parts.length === 0 ? "unknown" : parts.map((part) => codeSpan(part, MAX_SOURCE)).join(", ");
}
const MAX_SOURCE = 200;

// src/report/sections/changed.ts
/** The files of the result as a table; empty text where no change is known. */
function formatChanged(view, budget) {
	const changes = changesOf$2(view);
	if (changes.length === 0) return "";
	return formatFiles([
		"## What changed",
		"",
		`${formatTotal(changes)}.`
	], changes, budget);
}
/** A table of files below some lines. */
function formatFiles(above, changes, budget) {
	const head = [
		...above,
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
const WORDS$2 = {
	create: "new",
	modify: "changed",
	delete: "deleted",
	rename: "renamed"
};
function formatRow({ path, action, from, added, removed }) {
	const origin = from === void 0 ? "" : ` from ${codeCell(from)}`;
	return `| ${codeCell(path)} | ${WORDS$2[action]}${origin} | ${added ?? "binary"} | ${removed ?? "binary"} |`;
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
			...side$1("when the patch was written", clash.was, clash.cut),
			...side$1("as the patch wants it", clash.wanted, clash.cut),
			...side$1("as it is now", clash.now, clash.cut)
		];
		case "two_places": return [...side$1("merged", clash.merged, clash.cut), ...side$1("put where its lines stand now", clash.placed, clash.cut)];
		case "entry": return [];
	}
}
/** All of them, one below the other, so that whoever decides sees at once what is to be decided. */
function formatClashes(clashes) {
	return clashes.map((clash) => [describeClash(clash), ...clashLines(clash)].join("\n")).join("\n\n");
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
function side$1(name, lines, cut) {
	const shown = lines.length === 0 ? ["(no lines)"] : lines;
	return [`${name}${cut === true ? ", cut" : ""}:`, ...shown.map((line) => `  ${line}`)];
}

// src/report/sections/generated.ts
/** What named commands made of the patch, which nobody wrote; empty text where none ran, or none ended well. */
function formatGenerated({ record, ...view }, budget) {
	const { generated, head } = record;
	if (generated === void 0) return "";
	const heading = "## What was generated";
	const sentence = markdownLine(describeGenerated(generated));
	if (generated.changes.length === 0 || head === void 0) return `${heading}\n\n${sentence}`;
	const whose = `Commit ${markdownLink(shortSha(head), commitUrl({
		record,
		...view
	}, head))} holds it: nobody wrote these lines, and they were made where the patch's own code runs. Read them like the patch.`;
	return formatFiles([
		heading,
		"",
		sentence,
		whose
	], generated.changes, budget);
}

// src/report/sections/list.ts
/** A heading and one point for each untrusted sentence; empty text where there is none. */
function formatList(heading, sentences, budget) {
	if (sentences.length === 0) return "";
	const kept = fitLines(sentences, (sentence) => `- ${markdownLine(sentence)}`, budget - heading.length - MAX_AROUND$2);
	const more = sentences.length - kept.length;
	return [
		`## ${heading}`,
		"",
		...kept,
		...more > 0 ? [`- … and ${more} more`] : []
	].join("\n");
}
/** More than the heading's marks and the line about omissions take. */
const MAX_AROUND$2 = 40;

// src/report/sections/tested.ts
/** What the test job says, whose word that is, and what it was said of. */
function formatTested(view, budget) {
	const tests = testsOf(view);
	if (tests === void 0) return "## What was tested\n\nNothing is known of any tests.";
	const parts = ["## What was tested", formatVerdict(view, tests)];
	const left = budget - parts.join("\n\n").length - MAX_AROUND$1;
	return [
		...parts,
		...formatFailing(tests, Math.floor(left / 2)),
		...formatTail(tests, Math.floor(left / 2))
	].join("\n\n");
}
/** More than headings and tags around the two blocks take. */
const MAX_AROUND$1 = 400;
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
		`Commit ${commit}, command ${codeSpan(tests.command, MAX_COMMAND$2)}. Reported by ${job}, which runs the patch's own code: a claim about this one commit, and no more.`
	].join("\n");
}
const MAX_COMMAND$2 = 200;
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

// src/patch/slips.ts
/** The known name that was probably meant by one with at most two slips of the finger; undefined: it is another word. */
function nearestName(written, known) {
	if (written.length > MAX_WRITTEN) return;
	return known.map((name) => ({
		name,
		slips: countSlips(written, name)
	})).filter(({ slips, name }) => slips <= Math.min(MAX_SLIPS$1, name.length / 2)).toSorted((one, other) => one.slips - other.slips).at(0)?.name;
}
/** Two slips of the finger; with more it is another word. */
const MAX_SLIPS$1 = 2;
/** Longer than any name that is known. */
const MAX_WRITTEN = 40;
/** Letters put in, left out or replaced (Levenshtein); both words are short. */
function countSlips(written, name) {
	let row = Array.from({ length: name.length + 1 }, (_, index) => index);
	for (let index = 0; index < written.length; index += 1) {
		const above = row;
		row = [index + 1];
		for (let column = 1; column <= name.length; column += 1) {
			const replaced = (above[column - 1] ?? 0) + (name[column - 1] === written[index] ? 0 : 1);
			row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
		}
	}
	return row[name.length] ?? 0;
}

// src/policy/config-text.ts
var import_dist = require_dist();
/** How the config calls a value: `test.command`, `policy.protected-paths[0].paths`. */
function configName(path) {
	return path.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`).join("");
}
/** What is missing has no place of its own, but the object that lacks it has. */
function nearestPosition(locate, path) {
	const position = locate(path);
	return position !== null || path.length === 0 ? position : nearestPosition(locate, path.slice(0, -1));
}
/** Who puts right as many looks again anyway. */
const MAX_PROBLEMS$1 = 20;
/** Reads YAML so that every value in it can be found again. */
function openConfigText(text) {
	if (text.length > MAX_CONFIG_CHARACTERS) return {
		ok: false,
		problems: [{
			path: [],
			message: `it has ${text.length} characters, and ${MAX_CONFIG_CHARACTERS} are the most that are read; keep less in it.`,
			position: null
		}]
	};
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "error",
		uniqueKeys: false
	});
	const positionOf = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line,
			column: col
		};
	};
	const errors = [...document.errors.map(({ message, pos: [offset] }) => ({
		message,
		offset
	})), ...keysThereTwice(document)];
	if (errors.length > 0) return {
		ok: false,
		problems: errors.slice(0, 20).map(({ message, offset }) => ({
			path: [],
			message: `it is not valid YAML: ${message.split("\n", 1)[0] ?? ""}`,
			position: positionOf(offset)
		}))
	};
	const value = valueOf(document);
	return value.ok ? {
		ok: true,
		value: value.value ?? {},
		locate: (path) => {
			const offset = offsetOf(document, path);
			return offset === null ? null : positionOf(offset);
		}
	} : {
		ok: false,
		problems: [{
			path: [],
			message: value.problem,
			position: null
		}]
	};
}
/** Every option at its longest is less. */
const MAX_CONFIG_CHARACTERS = 65536;
/** One of the two would win without a word. */
function keysThereTwice(document) {
	const twice = [];
	(0, import_dist.visit)(document, { Map: (_, { items }) => {
		const seen = /* @__PURE__ */ new Set();
		for (const { key } of items) {
			if (!(0, import_dist.isScalar)(key)) continue;
			const name = String(key.value);
			if (seen.has(name)) twice.push({
				message: "a key is there twice",
				offset: key.range?.[0] ?? 0
			});
			seen.add(name);
		}
	} });
	return twice;
}
/** Aliases that multiply beyond measure are an exception of the parser's. */
function valueOf(document) {
	try {
		return {
			ok: true,
			value: document.toJS()
		};
	} catch (error) {
		return {
			ok: false,
			problem: error instanceof Error ? error.message : String(error)
		};
	}
}
/** A key's own place where the value has one, so that the reader is led to the line that they wrote. */
function offsetOf(document, path) {
	const key = path.at(-1);
	const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
	const holder = path.length === 1 ? document.contents : parent;
	if (typeof key === "string" && (0, import_dist.isMap)(holder)) {
		const pair = holder.items.find((item) => (0, import_dist.isScalar)(item.key) && item.key.value === key);
		return (0, import_dist.isNode)(pair?.key) ? pair.key.range?.[0] ?? null : null;
	}
	const node = path.length === 0 ? document.contents : document.getIn(path, true);
	return (0, import_dist.isNode)(node) ? node.range?.[0] ?? null : null;
}

// src/policy/config-issues.ts
/** One issue for each key that is not known, with the name that was probably meant, and one for each wrong value. */
function describeIssues(schema, issues) {
	return issues.slice(0, 20).flatMap((issue) => {
		const path = issue.path.map((key) => typeof key === "symbol" ? String(key) : key);
		if (issue.code !== "unrecognized_keys") return [{
			path,
			message: issue.message
		}];
		const known = keysAt(toJSONSchema(schema, { io: "input" }), path);
		return issue.keys.slice(0, 20).map((key) => ({
			path: [...path, key],
			message: unknownKey(key, known)
		}));
	}).slice(0, 20);
}
function unknownKey(key, known) {
	const meant = nearestName(key, known);
	return meant === void 0 ? `"${key}" is no option here; there are ${known.join(", ")}` : `"${key}" is no option here; did you mean "${meant}"?`;
}
/** The options of the object at a path. */
function keysAt(schema, path) {
	if (typeof schema !== "object") return [];
	const [key, ...rest] = path;
	if (key === void 0) return Object.keys(schema.properties ?? {});
	const { items } = schema;
	return typeof key === "number" ? keysAt(Array.isArray(items) ? void 0 : items, rest) : keysAt(schema.properties?.[key], rest);
}

// src/policy/config-path.ts
/** Where a repository says how its patches are handled. Read from the default branch only. */
const CONFIG_PATH = ".github/ghost-runner.yml";

// src/policy/limits.ts
/** Each number costs a look at as many refs when a patch comes, and both looks fit into one query of a hundred. */
const MOST = 50;
const limitsSchema = strictObject({
	"per-sender-per-hour": int().min(1).max(MOST).optional().describe("New patches that are taken from one GitHub login within any hour; one more is refused, and told when to come again."),
	"open-pull-requests": int().min(1).max(MOST).optional().describe("Pull requests from patches that may be open or being made at once; a new patch beyond them is refused, and told which they are.")
}).prefault({}).describe("How many patches are taken. Revisions of an open patch, retries, reverts and canaries are always taken.");

// src/policy/rules.ts
/** What a rule makes of a patch, the loosest first. `review`: a draft that waits for somebody's approval. */
const POLICY_OUTCOMES = [
	"allow",
	"review",
	"refuse"
];
function isOutcome(value) {
	return POLICY_OUTCOMES.some((outcome) => outcome === value);
}
/** Does `one` let more pass than `other`? */
function isLooser(one, other) {
	return POLICY_OUTCOMES.indexOf(one) < POLICY_OUTCOMES.indexOf(other);
}
/**
* The rules that every repository has, by the name under which its config changes them. Of those with paths the first
* that matches speaks for a path, so that what is more special stands first.
*/
const RULES = {
	workflows: {
		paths: [
			".github/workflows/**",
			".github/actions/**",
			"**/.{circleci,buildkite,semaphore,woodpecker,teamcity,tekton,harness,forgejo,builds,codefresh,kokoro,platform,upsun,zuul.d}/**",
			"**/{.travis,.drone,.woodpecker,.cirrus,.appveyor,appveyor,bitbucket-pipelines,bitrise,codemagic,wercker,screwdriver,buildspec,cloudbuild}.{yml,yaml}",
			"**/{.vela,.build,.packit,packit,.prow,.zuul,zuul,codefresh,.readthedocs,readthedocs,amplify,render,heroku,.platform.app}.{yml,yaml}",
			"**/{netlify.toml,vercel.json,railway.json,railway.toml,nixpacks.toml,cloudbuild.json}",
			"**/{azure-pipelines,.azure-pipelines}*.{yml,yaml}",
			"**/.{cirrus.star,drone.star,drone.jsonnet}",
			"**/{Jenkinsfile,Jenkinsfile.*,*.Jenkinsfile}"
		],
		preset: "refuse",
		meaning: "Workflows and actions, and the same of other services, which run with rights as soon as a branch is there. To allow them is to grant what they can do."
	},
	"agent-instructions": {
		paths: [
			"**/{AGENT,AGENTS,AGENTS.local,AGENTS.override,CLAUDE,CLAUDE.local,CODEBUDDY,CODEX,CRUSH,CRUSH.local,GEMINI,GROK,HERMES,IFLOW,KIMI,QWEN,WARP,CONVENTIONS,replit}.md",
			"**/.{agents,aiassistant,amazonq,amp,antigravity,augment,claude,codex,continue,cursor,devin,factory,gemini,goose,grok,junie,kilo,kilocode,kiro,mcp,opencode,openhands,pi,qwen,roo,rovodev,serena,tabnine,trae,windsurf,zencoder}/**",
			"**/.{ai,cline,codebuddy,cody,comate,firebender,forge,hermes,iflow,kimi,lingma,pochi,qoder,ruler,rulesync,sourcegraph,vibe,warp}/**",
			"**/.{cursorrules,windsurfrules,clinerules,roorules,roomodes,kilocodemodes,goosehints,rules,mcp.json}",
			"**/.{clinerules-*,roorules-*,kilocoderules,continuerules,continuerc.json,augment-guidelines,openhands_instructions}",
			"**/{opencode.json,opencode.jsonc,crush.json,.crush.json,firebender.json,.vscode/mcp.json}",
			"**/.clinerules/**",
			"**/.aider*",
			"**/{.coderabbit.yaml,.coderabbit.yml,.pr_agent.toml,greptile.json}",
			"**/.greptile/**",
			".github/{copilot-instructions.md,copilot-setup-steps.yml}",
			".github/{agents,chatmodes,instructions,prompts}/**"
		],
		preset: "refuse",
		meaning: "Instructions and tools of coding agents, which obey them as soon as they see the branch."
	},
	hooks: {
		paths: [
			"**/.{husky,githooks,devcontainer,lefthook,lefthook-local,idea,zed,fleet,idx,codesandbox,helix,vs,mise,rtx,nova,vim,nvim,ona,bsp,lsp,externalToolBuilders}/**",
			"**/.{hg,jj,sl,svn,bzr,pijul}/**",
			"**/{.pre-commit-config,.overcommit,lefthook,.lefthook,lefthook-local,.lefthook-local,simple-git-hooks,.simple-git-hooks}.{yml,yaml,toml,json,js,cjs,mjs}",
			"**/{prek.toml,hk.pkl,.huskyrc,.huskyrc.*,captainhook.json,grumphp.yml,grumphp.yaml}",
			"**/{.envrc,.rvmrc,.autoenv,.autoenv.*,.devcontainer.json,devfile.yaml,.devfile.yaml,.replit,replit.nix,.stackblitzrc}",
			"**/{.vimrc,_vimrc,.gvimrc,.lvimrc,.exrc,_exrc,.nvimrc,.nvim.lua,.lazy.lua,.ycm_extra_conf.py,.dir-locals.el,.dir-locals-2.el}",
			"**/{.Rprofile,.Renviron,.RData,.gdbinit,.lldbinit,.pdbrc,.rdbgrc,.byebugrc,.perldb,.jdbrc,.irbrc,.pryrc,.ghci,.ocamlinit,.iex.exs,hie.yaml,.luarc.json,.luarc.jsonc}",
			"**/{mise,.mise,mise.*,.mise.*,.rtx,mise/config,mise/config.*}.toml",
			"**/.vscode/{tasks,launch,settings,c_cpp_properties,cmake-kits,cmake-variants}.json",
			"**/*.{code-workspace,sublime-project,sublime-workspace,suo}"
		],
		preset: "refuse",
		meaning: "What runs by itself on the machine of whoever checks the branch out."
	},
	"code-owners": {
		paths: [
			"**/{CODEOWNERS,OWNERS,OWNERS_ALIASES}",
			"**/.mergify/**",
			"**/{.mergify.yml,.pullapprove.yml,.policy.yml,.bulldozer.yml,.kodiak.toml,bors.toml}"
		],
		preset: "refuse",
		meaning: "Who has to review what, and what is merged by itself."
	},
	"github-folder": {
		paths: [".github/**"],
		preset: "refuse",
		meaning: "Everything else that GitHub reads as settings."
	},
	"git-files": {
		paths: [
			"**/.git*",
			"**/.git*/**",
			"**/HEAD",
			"**/*.git/**",
			"**/{.mailmap,.lfsconfig}"
		],
		preset: "refuse",
		meaning: "What git reads as settings: attributes, modules, ignored files, names of authors, where large files are, and repositories in folders of this one."
	},
	lockfiles: {
		paths: [
			"**/{package-lock,npm-shrinkwrap,packages.lock,vcpkg-lock,dub.selections,aqua-checksums}.json",
			"**/*.{lock,locked,lockfile}",
			"**/{pnpm-lock,conda-lock}.{yml,yaml}",
			"**/{bun.lockb,go.sum,go.work.sum,Package.resolved,Cartfile.resolved,.terraform.lock.hcl,cabal.project.freeze,pylock.toml,pylock.*.toml}",
			"**/gradle/{verification-metadata.xml,verification-keyring.*}",
			"**/{gradlew,gradlew.bat,mvnw,mvnw.cmd,.pnp.*}",
			"**/{gradle,.mvn}/wrapper/**",
			"**/.yarn/{cache,plugins,releases,sdks}/**"
		],
		preset: "review",
		meaning: "Lockfiles, and tools that lie in the repository to fetch others: they decide whose code is run, and nobody reads them line by line."
	},
	executables: {
		paths: [],
		preset: "review",
		meaning: "Files that become executable."
	},
	"hidden-characters": {
		paths: [],
		preset: "review",
		meaning: "New lines with characters that reorder their neighbours, or that nobody sees: code that reads otherwise than it runs. So are files that pages show as binary, unless they are called pictures, fonts, sounds or films."
	},
	"case-collisions": {
		paths: [],
		preset: "refuse",
		meaning: "New paths that some file systems take for another one, of the patch or of the repository."
	}
};
const RULE_NAMES = Object.keys(RULES).filter((name) => name in RULES);
/** No config changes these. */
const FIXED_RULES = {
	"own-config": {
		paths: [".github/ghost-runner.yml"],
		meaning: "The config itself, from which everything else follows."
	},
	"look-alikes": {
		paths: [],
		meaning: "Names that Windows or macOS take for one that a rule above matches, such as `GITHUB~1` or `.github.`."
	}
};

// src/policy/schema.ts
/** What a glob may be: a path from the root of the repository, with alternatives in braces that do not nest. */
const GLOB_SYNTAX = /^(?!!|\.?\/)[^\\{}]*(?:\{[^\\{}]*\}[^\\{}]*)*$/;
/** Globs of one list; a longer one is no rule that anybody keeps in mind. */
const MAX_GLOBS = 100;
/** Entries of `protected-paths`. */
const MAX_PROTECTED = 50;
/** Lines of one patch; nobody reads more. */
const MAX_CHANGED_LINES = 1e5;
const globs = array(string().min(1).max(244).regex(GLOB_SYNTAX, "write a path from the root of the repository with *, **, ? and {a,b}, such as \"src/**\"; there is no negation, and braces do not nest")).min(1).max(MAX_GLOBS);
const breach = _enum(["review", "refuse"]);
const otherwise = breach.default("refuse").describe("What becomes of a patch that goes beyond it.");
function rule(name) {
	return _enum(POLICY_OUTCOMES).default(RULES[name].preset).describe(RULES[name].meaning);
}
function limit(most, meaning) {
	return strictObject({
		"at-most": int().min(1).max(most).describe("The largest number that passes."),
		otherwise
	}).optional().describe(meaning);
}
/** What patches may change. The strictest rule that matches decides. */
const policySchema = strictObject({
	"allowed-paths": strictObject({
		paths: globs.describe("Globs of what patches may change."),
		otherwise: breach.default("refuse").describe("What becomes of a patch that changes anything else.")
	}).optional().describe("Where patches may work; everywhere that nothing else protects where this is absent."),
	"protected-paths": array(strictObject({
		paths: globs.describe("Globs, without regard to case."),
		outcome: breach.default("refuse").describe("What becomes of a patch that changes one of them.")
	})).max(MAX_PROTECTED).default([]).describe("Paths that need more care than others, on top of the rules below."),
	rules: strictObject({
		workflows: rule("workflows"),
		"agent-instructions": rule("agent-instructions"),
		hooks: rule("hooks"),
		"code-owners": rule("code-owners"),
		"github-folder": rule("github-folder"),
		"git-files": rule("git-files"),
		lockfiles: rule("lockfiles"),
		executables: rule("executables"),
		"hidden-characters": rule("hidden-characters"),
		"case-collisions": rule("case-collisions")
	}).prefault({}).describe("What becomes of a patch that does one of these."),
	limits: strictObject({
		files: limit(100, "Files that one patch changes."),
		"changed-lines": limit(MAX_CHANGED_LINES, "Lines that one patch adds and removes, taken together."),
		"file-bytes": limit(MAX_FILE_BYTES, "Bytes of a file as the patch leaves it.")
	}).prefault({}).describe("How large a patch may be, below the limits that hold everywhere."),
	secrets: strictObject({ "except-paths": globs.default([]).describe("Globs of files in which nothing is taken for a secret, such as test data.") }).prefault({}).describe("A patch that adds what looks like a secret is refused, and not kept."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked in addition where a rule wants a review.")
});

// src/policy/enforced.ts
const { "protected-paths": protectedPaths$1, limits: policyLimits } = policySchema.shape;
const enforcedSchema = strictObject({
	approval: literal("required").optional().describe("Every pull request stays a draft until a reviewer approves it."),
	limits: limitsSchema,
	policy: strictObject({
		"protected-paths": protectedPaths$1,
		rules: partialRecord(_enum(RULE_NAMES), _enum(POLICY_OUTCOMES)).default({}).describe("What at least becomes of a patch that does one of these."),
		limits: policyLimits
	}).prefault({})
}).prefault({});
/** The config with the stricter of both wherever something is enforced. */
function enforce(config, enforced) {
	const { policy, limits, approval } = config;
	return {
		...config,
		approval: enforced.approval ?? approval,
		limits: {
			...limits,
			...smallerLimits(limits, enforced.limits)
		},
		policy: {
			...policy,
			"protected-paths": [...policy["protected-paths"], ...enforced.policy["protected-paths"]],
			rules: {
				...policy.rules,
				...stricterRules(policy.rules, enforced.policy.rules)
			},
			limits: {
				...policy.limits,
				...tighterLimits(policy.limits, enforced.policy.limits)
			}
		}
	};
}
/** Where a value of the enforced config stands: in what is enforced, where that decided, else wherever it stood before. */
function locateAmong({ policy, enforced, locate, locateEnforced }) {
	const own = policy["protected-paths"].length;
	const stricter = stricterRules(policy.rules, enforced.policy.rules);
	return (path) => {
		const [, list, item, ...rest] = path;
		if (path[0] === "policy" && list === "protected-paths" && typeof item === "number" && item >= own) return locateEnforced([
			"policy",
			list,
			item - own,
			...rest
		]);
		if (path[0] === "policy" && list === "rules" && typeof item === "string" && item in stricter) return locateEnforced(path);
		return locate(path);
	};
}
function stricterRules(own, enforced) {
	return Object.fromEntries(Object.entries(enforced).filter(([name, outcome]) => isLooser(own[name] ?? "allow", outcome)));
}
function smallerLimits(own, enforced) {
	return Object.fromEntries(Object.entries(enforced).flatMap(([name, most]) => most === void 0 ? [] : [[name, Math.min(most, own[name] ?? most)]]));
}
/** Of two limits the smaller number, with the stricter outcome. */
function tighterLimits(own, enforced) {
	return Object.fromEntries(Object.entries(enforced).flatMap(([name, limit]) => {
		const before = own[name] ?? limit;
		if (limit === void 0 || before === void 0) return [];
		const otherwise = isLooser(before.otherwise, limit.otherwise) ? limit.otherwise : before.otherwise;
		return [[name, {
			"at-most": Math.min(before["at-most"], limit["at-most"]),
			otherwise
		}]];
	}));
}

// src/policy/organisation.ts
/**
* Both files as one: what the repository says goes before what its organisation says, key by key, and lists as wholes.
* Positions in the organisation's file carry its name.
*/
function openLayers({ own, organisation }) {
	const above = openOrganisation(organisation);
	const below = own === null ? EMPTY : openConfigText(own);
	if (!above.ok || !below.ok) return {
		ok: false,
		problems: [above, below].flatMap((one) => one.ok ? [] : one.problems)
	};
	return {
		ok: true,
		value: merge(above.defaults, below.value),
		locate: (path) => below.locate(path) ?? above.locate(path),
		enforced: above.enforced,
		locateEnforced: (path) => above.locate(["enforce", ...path])
	};
}
const EMPTY = {
	ok: true,
	value: {},
	locate: () => null
};
function openOrganisation({ repository, text }) {
	const file = `${repository}: ${CONFIG_PATH}`;
	if (text === null) return {
		ok: false,
		problems: [{
			path: [],
			message: "it is no regular file",
			position: null,
			file
		}]
	};
	const opened = openConfigText(text);
	if (!opened.ok) return {
		ok: false,
		problems: opened.problems.map((problem) => ({
			...problem,
			file
		}))
	};
	const locate = (path) => {
		const position = opened.locate(path);
		return position === null ? null : {
			...position,
			file
		};
	};
	const parsed = organisationSchema.safeParse(opened.value);
	if (!parsed.success) return {
		ok: false,
		problems: describeIssues(organisationSchema, parsed.error.issues).map((issue) => ({
			...issue,
			position: nearestPosition(locate, issue.path),
			file
		}))
	};
	const { enforce: enforced, ...defaults } = parsed.data;
	return {
		ok: true,
		defaults,
		enforced,
		locate
	};
}
/**
* Of the defaults only what would let more pass in a repository that says nothing, or say who commands it: that must be
* said where it holds, because others write to the organisation's repository than to this one. All else is looked at once
* both files are one.
*/
const organisationSchema = looseObject({
	control: onlyInRepositories("who may command a repository"),
	"base-branches": onlyInRepositories("onto which branches patches may go"),
	"patch-labels": onlyInRepositories("which labels patches may ask for"),
	policy: looseObject({
		secrets: onlyInRepositories("where nothing is taken for a secret"),
		rules: record(string(), unknown()).superRefine((rules, context) => {
			for (const [name, { preset }] of Object.entries(RULES)) {
				const outcome = rules[name];
				if (isOutcome(outcome) && isLooser(outcome, preset)) {
					const message = `"${outcome}" is looser than "${preset}", which holds where nothing is said; loosen it in the repositories that need it`;
					context.addIssue({
						code: "custom",
						path: [name],
						message,
						input: outcome
					});
				}
			}
		}).optional()
	}).optional(),
	enforce: enforcedSchema
});
function onlyInRepositories(what) {
	return never({ error: `say in the repository itself ${what}` }).optional();
}
/** Deeper than any option lies; a text may refer to itself, and has no end then. */
const MAX_DEPTH$1 = 10;
function merge(above, below, path = []) {
	if (!isObject$2(above) || !isObject$2(below) || path.length > MAX_DEPTH$1 || WHOLE$1.test(path.join("."))) return below === void 0 ? above : below;
	const names = /* @__PURE__ */ new Set([...Object.keys(above), ...Object.keys(below)]);
	return Object.fromEntries([...names].map((name) => [name, merge(above[name], below[name], [...path, name])]));
}
/** One rule each: what becomes of a patch that breaks it belongs to what it asks for. */
const WHOLE$1 = /^policy\.(?:allowed-paths|limits\.[^.]+)$/;
function isObject$2(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/policy/config.ts
/** Every problem is named at once, with its line and column. */
function parseConfig(source) {
	if (source === null) return NOT_CONFIGURED;
	const opened = open(source);
	if (!opened.ok) return {
		ok: false,
		refusals: opened.problems.map(badConfig)
	};
	const parsed = configSchema.safeParse(opened.value);
	if (parsed.success) return settle$2(parsed.data, opened);
	const problems = describeIssues(configSchema, parsed.error.issues);
	if (!isOfRepository(source) && problems.some(({ path }) => path[0] === "test")) return NOT_CONFIGURED;
	return {
		ok: false,
		refusals: problems.map(({ path, message }) => {
			const position = nearestPosition(opened.locate, path);
			return badConfig({
				path,
				message,
				position,
				...position?.file && { file: position.file }
			});
		})
	};
}
const NOT_CONFIGURED = {
	ok: false,
	refusals: [{
		code: "not_configured",
		message: `This repository has no ${CONFIG_PATH} on its default branch; have "npx ghost-runner init" write one, or add one with at least "test: {command: …}".`,
		path: CONFIG_PATH
	}]
};
function open(source) {
	return typeof source === "string" ? openConfigText(source) : openLayers(source);
}
function isOfRepository(source) {
	return typeof source === "string" || source.own !== null;
}
function settle$2(config, opened) {
	if (!("enforced" in opened)) return {
		ok: true,
		config,
		locate: opened.locate
	};
	const { policy } = config;
	return {
		ok: true,
		config: enforce(config, opened.enforced),
		locate: locateAmong({
			...opened,
			policy
		})
	};
}
/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;
/** A branch that is kept for longer is kept on purpose, and by hand. */
const MAX_RETENTION_DAYS = 365;
const DEFAULT_RETENTION_DAYS = 14;
/** A day and the hours by which GitHub may be late with a schedule. */
const DEFAULT_CANARY_HOURS = 26;
const MAX_CANARY_HOURS = 744;
/** More people than step in by hand. */
const MAX_SLACK_USERS = 500;
/** Machines and folders under which one repository is known to models. */
const MAX_PATH_PREFIXES = 20;
/** More labels than a person chooses from. */
const MAX_PATCH_LABELS = 100;
const configSchema = strictObject({
	"base-branches": array(string().min(1)).min(1).optional().describe("Branches that patches may be based on; the default branch alone where this is absent."),
	"path-prefixes": array(string().max(MAX_PATH_BYTES).regex(/^[^\\]*[^\\/]\/*$/, "name a folder with forward slashes, such as \"/home/me/shop\" or \"shop\"")).max(MAX_PATH_PREFIXES).default([]).describe("Folders that models put before the repository's own paths, such as where it lies on their machine; taken off every path that begins with one."),
	test: strictObject({
		command: string({ error: "name the command that runs your tests, such as \"npm test\"" }).trim().min(1, "name the command that runs your tests, such as \"npm test\"").describe("Run by bash at the root of the checkout, in a job without secrets."),
		"timeout-minutes": number().positive().max(MAX_TEST_MINUTES).default(DEFAULT_TEST_MINUTES).describe("After this the command and all that it started is ended, and the outcome is timed_out.")
	}, { error: (issue) => issue.input === void 0 ? "add \"test:\" with the command that runs your tests" : void 0 }).describe("How a patched commit is tested."),
	commands: commandsSchema,
	labels: array(string().min(1).max(50)).max(20).default([]).describe("Labels for every pull request."),
	"patch-labels": array(string().min(1).max(50)).max(MAX_PATCH_LABELS).default([]).describe("Labels that patches may ask for; others are left out, because a label may start what only people should, such as a merge."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked to review every pull request."),
	slack: strictObject({ channel: string().regex(/^[CGD][A-Z0-9]{2,}$/, "use the channel's id, such as C0123456789, not its name").describe("The channel's id, such as C0123456789.") }).optional().describe("Where each patch gets its one message."),
	"on-test-failure": _enum(["draft", "none"]).default("draft").describe("What becomes of a patch whose tests fail: a draft pull request that says so, or only the record and the report."),
	policy: policySchema.prefault({}).describe("What patches may change, judged on what they make of the files; the strictest rule that matches decides."),
	limits: limitsSchema,
	approval: _enum(["required", "none"]).default("none").describe("`required` keeps each pull request a draft until a reviewer who did not send the patch approves it with `/ghost approve`; a new commit asks for it again."),
	control: strictObject({
		bots: array(string().regex(/\[bot\]$/i, "a bot has a login that ends in [bot], such as \"my-app[bot]\"")).max(20).default([]).describe("Logins of bots that may command what an operator may, approvals aside; all others may nothing."),
		"slack-users": record(string().regex(/^[UW][A-Z0-9]{2,30}$/), string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, "name the GitHub login of a person, such as \"octocat\""), { error: ({ code }) => code === "invalid_key" ? "use the person's member id in Slack, such as U0123456789, which their profile shows" : void 0 }).refine((users) => Object.keys(users).length <= MAX_SLACK_USERS, `name at most ${MAX_SLACK_USERS} people`).default({}).describe("Who the members of Slack are on GitHub: their member ids, such as `U0123456789`, each with a login, whose role counts. All others may look.")
	}).prefault({}).describe("Who may command Ghost Runner beside the people with a role on GitHub."),
	watch: strictObject({
		"ci-workflows": array(string().min(1).max(256)).max(20).default([]).describe("Names of the workflows whose end the watch is told of, the same as in the watch's own workflow file."),
		"retention-days": int().min(1).max(MAX_RETENTION_DAYS).default(DEFAULT_RETENTION_DAYS).describe("Days after which the branch of a settled patch is removed; its record stays."),
		canary: strictObject({
			path: string().min(1).max(255).default("ghost-canary.txt").describe("The one file that the canary changes. Nothing should read it."),
			"late-after-hours": number().positive().max(MAX_CANARY_HOURS).default(DEFAULT_CANARY_HOURS).describe("Hours after the last arrival from which a missing canary raises the alarm.")
		}).optional().describe("A scheduled patch that goes the whole way and is closed, to show that all of it works.")
	}).prefault({}).describe("What the watch looks after.")
}).describe("Ghost Runner: how patches to this repository are handled.");
function badConfig({ path, message, position, file }) {
	const place = [...path.length === 0 ? [] : [`at ${configName(path)}`], ...position === null ? [] : [`in line ${position.line}, column ${position.column}`]];
	return {
		code: "bad_config",
		message: `${[`${file ?? ".github/ghost-runner.yml"} can't be used`, ...place].join(" ")}: ${/[.?!]$/.test(message) ? message : `${message}.`} Correct it on the default branch.`,
		pointer: path.map((key) => `/${key}`).join(""),
		...file === void 0 ? { path: CONFIG_PATH } : {},
		...position === null ? {} : { data: {
			...position,
			...file === void 0 ? {} : { file }
		} }
	};
}

// src/patch/refs.ts
/** What Ghost Runner keeps in a target repository, branches aside, lies under this prefix: pushes to it start no workflows. */
const REF_PREFIX = "refs/ghost/";
/** Where a by-reference patch with this sha256 lies. */
function inboxRef(sha256) {
	return `${INBOX_REFS}${sha256}`;
}
const INBOX_REFS = `${REF_PREFIX}inbox/`;

// src/record/record.ts
/** The file in the record's tree that holds the patch: canonical JSON, or the raw text that could not be read. */
const PATCH_FILE = "patch.json";
/** The record ref and the branch of the patch with this id (patch/id.ts makes ids ref-safe). */
function recordRef(id) {
	return `${RECORD_REFS}${id}`;
}
function branchName(id) {
	return `${BRANCHES}${id}`;
}
/** What all record refs, and the names of all branches of patches, begin with. */
const RECORD_REFS = `${REF_PREFIX}patches/`;
const BRANCHES = "ghost/";
const CONTROL_REF = `${REF_PREFIX}control`;

// src/record/warnings.ts
/** Adds what went wrong beside the patch. Two stages that fail alike (Slack refuses both) say it once. */
function mergeWarnings(known, added) {
	return [.../* @__PURE__ */ new Set([...known, ...added.filter((warning) => warning !== void 0)])];
}

// src/report/commit.ts
/**
* The message of the patch's commit on its branch: its title, what was asked as a quotation, and trailers that
* say where it came from. Quoting keeps a description from adding trailers of its own.
*/
function formatCommitMessage(view) {
	const description = quoteDescription(view.patch?.description ?? "");
	return `${[
		formatSubject(view),
		description,
		formatTrailers$1(view)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
/**
* The message of the commit that holds what named commands made of the patch: it says that nobody wrote these lines,
* and has the same trailers, by which the commit is known as ours.
*/
function formatGeneratedMessage(view) {
	const { id, generated } = view.record;
	const names = [...new Set(generated?.commands ?? [])].join(", ");
	return `${[
		cutText(`Generated by ${names}`, MAX_SUBJECT),
		`What these commands of the repository's config made of the patch ${oneLine$2(id)} in its test job: ${names}.`,
		formatTrailers$1(view)
	].join("\n\n")}\n`;
}
/** Where git's own tools and GitHub begin to cut a subject. */
const MAX_SUBJECT = 72;
function formatSubject(view) {
	const subject = cutText(defuseReferences(oneLine$2(titleOf$1(view))), MAX_SUBJECT);
	return subject === "" ? `Apply patch ${cutText(view.record.id, MAX_SUBJECT / 2)}` : subject;
}
/** A message is read in terminals; the pull request holds the whole description. */
const MAX_DESCRIPTION_LINES = 40;
const MAX_LINE$2 = 400;
function quoteDescription(description) {
	const lines = showHidden(description).trim().split("\n");
	const kept = lines.slice(0, MAX_DESCRIPTION_LINES).map((line) => cutText(defuseReferences(line), MAX_LINE$2));
	const quoted = [...kept, ...lines.length > kept.length ? ["…"] : []].map((line) => `> ${line}`.trimEnd());
	return description.trim() === "" ? "" : quoted.join("\n");
}
function formatTrailers$1({ record, patch }) {
	return [
		["Ghost-Patch", record.id],
		["Ghost-Digest", record.digest],
		["Ghost-Sent-By", record.sender],
		["Ghost-Agent", defuseReferences(patch?.source?.agent ?? "")],
		["Ghost-Run", record.run.url]
	].flatMap(([key, value]) => {
		const line = cutText(oneLine$2(value ?? ""), MAX_LINE$2);
		return line === "" ? [] : [`${key}: ${line}`];
	}).join("\n");
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
/** What is said of a commit that a later attempt took the place of while it may still have waited. */
function asReplaced(status) {
	return {
		...status,
		state: "error",
		description: "A later attempt took its place."
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

// src/record/fit.ts
/**
* A record that fits into a commit message, for its outcome may quote much of a hostile patch.
* What goes first is what a reader misses least: facts for programs, from the last refusal up; then refusals
* themselves, of which the number stays; then the output of the tests. Of a conflict the first places stay.
*/
function fitRecord(whole) {
	const record = fitTests(fitChecks(whole));
	const { outcome } = record;
	if (outcome === void 0 || lengthOf$1(record) <= MAX_RECORD_CHARACTERS) return record;
	const fitting = shortenings(outcome).find((shorter) => lengthOf$1({
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
	return tests === void 0 || lengthOf$1(record) <= MAX_RECORD_CHARACTERS ? record : {
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
		name: cut$2(name),
		state,
		url: url !== null && url.length > SHORT$2 ? null : url
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
				refusals: [...refusals.slice(0, FEW).map(withoutData), ...countOf$1(refusals.length - FEW)]
			},
			{
				...outcome,
				refusals: [...refusals.slice(0, FEW).map(cutShort), ...countOf$1(refusals.length - FEW)]
			}
		];
	}
	if (outcome.kind === "conflict") {
		const { clashes = [], paths } = outcome;
		const few = {
			...outcome,
			clashes: [],
			paths: paths.slice(0, FEW).map(cut$2)
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
		message: cut$2(message),
		...path === void 0 ? {} : { path: cut$2(path) }
	};
}
const SHORT$2 = 500;
function cut$2(text) {
	return text.length > SHORT$2 ? `${text.slice(0, SHORT$2).toWellFormed()}…` : text;
}
function countOf$1(more) {
	return more > 0 ? [{
		code: "too_large",
		message: `And ${more} more reasons, too many to keep; the run's summary has them all.`
	}] : [];
}
function lengthOf$1(record) {
	return JSON.stringify(record).length;
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
	const kind = entry?.kind ?? "absent";
	return kind === "unread" ? "file" : kind;
}
/** Lines fit to be kept in a record and shown. */
function cutLines$1(lines) {
	return {
		lines: lines.slice(0, MAX_LINES$1).map((line) => line.slice(0, MAX_CHARACTERS$5).toWellFormed().replace(/\r?\n$/, "")),
		cut: lines.length > MAX_LINES$1 || lines.some((line) => line.length > MAX_CHARACTERS$5)
	};
}
/** Lines of one side of one clash. */
const MAX_LINES$1 = 20;
/** Characters of one such line. */
const MAX_CHARACTERS$5 = 200;

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
	receivedAt: moment,
	attempt: int().min(1),
	run: strictObject({
		id: int().min(0),
		attempt: int().min(0),
		url: string()
	}),
	startedAt: moment,
	deadline: moment,
	base: strictObject({
		branch: string(),
		sha: oid
	}).exactOptional(),
	tree: oid.exactOptional(),
	head: oid.exactOptional(),
	withdrawn: oid.exactOptional(),
	replaced: array(oid).exactOptional(),
	plan: plan.exactOptional(),
	generated: generated.exactOptional(),
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
		at: moment,
		seconds: number().min(0)
	})),
	warnings: array(string())
}).refine(({ state, outcome }) => (state === "done" || state === "held") === (outcome !== void 0), { error: "a record has an outcome exactly when it is done or held" }).refine(({ state, outcome }) => state === "held" === (outcome?.kind === "held"), { error: "a record is held exactly when its outcome says so" }));
/** What a test job handed over. Unknown keys are refused: they come from a job that ran untrusted code. */
const testReportSchema = lazy(() => testReport);
/** GitHub's numbers have 32 bits, and so has their column in the server's store. */
const MOST_NUMBER = 2147483647;
const moment = datetime().max(40);
/** Object ids of SHA-1 and SHA-256 repositories. */
const oid = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const stage = _enum([
	"apply",
	"test",
	"publish"
]);
const pullRequest = strictObject({
	number: int().min(1).max(MOST_NUMBER),
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
	outputBytes: int().min(0),
	during: string().exactOptional(),
	tree: oid.exactOptional()
});
const changes = array(strictObject({
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
}));
const generated = strictObject({
	commands: array(string()),
	changes,
	onto: oid
});
const plan = strictObject({
	changes,
	notes: array(string()),
	notDone: array(string()).exactOptional(),
	labels: array(string()),
	reviewers: array(string()),
	draft: boolean(),
	commands: array(string()).exactOptional(),
	reviews: array(string()).exactOptional(),
	onTestFailure: literal("none").exactOptional()
});
const approval = strictObject({
	required: literal(true),
	by: string().exactOptional(),
	at: moment.exactOptional(),
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
	at: moment
});
const refusal$1 = strictObject({
	code: _enum(REFUSAL_CODES),
	message: string(),
	pointer: string().exactOptional(),
	path: string().exactOptional(),
	hunk: int().exactOptional(),
	data: record(string(), json()).exactOptional()
});
const lines = array(string());
const cut$1 = literal(true).exactOptional();
const entryState = _enum(ENTRY_STATES);
const clash = discriminatedUnion("kind", [
	strictObject({
		kind: literal("lines"),
		path: string(),
		line: int().min(1),
		was: lines,
		wanted: lines,
		now: lines,
		cut: cut$1
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
		cut: cut$1
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
		until: moment.exactOptional()
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
*
* Throws where it could not be read back: once it stood in the repository, nobody could do anything with its patch.
*/
function formatRecord(whole, words) {
	const record = fitRecord(whole);
	const message = `${quoteTrailers(words.headline)}\n\n${quoteTrailers(words.detail)}\n\n${formatTrailers(record)}`;
	const read = parseRecord(message);
	if (!read.ok) throw new Error(`The record of ${record.id} could not be read back, so it was not written. That is a mistake of Ghost Runner's; report it: ${read.problem}`);
	return message;
}
/** Reads a record back from its commit's message. */
function parseRecord(message) {
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(RECORD_KEY));
	if (line === void 0) return {
		ok: false,
		problem: "the commit message has no Ghost-Record line"
	};
	const value = jsonIn(line.slice(RECORD_KEY.length));
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

// src/record/life.ts
/**
* Is this delivery worked on, and as which attempt?
*
* - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
*   on again when it failed, died, was held or canceled, belongs to this very run, or when a person asked for it.
*   A patch that was held was not worked on, so its attempt is still to come.
* - Another digest under the same id is a revision, and worked on even while the former is tested, whose run then
*   steps aside; but not while its pull request is being made, for that would show one revision as tested that is
*   another.
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
	return (record !== null && record.state === "publishing" && isLive(record, encounter) ? conflict("publishing", encounter.pullRequest) : checkPeople(encounter)) ?? {
		kind: "start",
		attempt: nextAttempt(record)
	};
}
/** A delivery with such an outcome has got its answer; any other may be sent again. */
function isFinished(outcome) {
	return FINISHED.has(outcome.kind);
}
/** Another run works on it, and is not past its deadline. */
function isLive(record, { run, now }) {
	return (record.state === "applied" || record.state === "publishing") && record.run.id !== run.id && now < new Date(record.deadline);
}
/** The number under which the next delivery is worked on or put on record; one that was held before any work still has its own. */
function nextAttempt(record) {
	if (record === null) return 1;
	return record.state === "held" && record.plan === void 0 ? record.attempt : record.attempt + 1;
}
const FINISHED = /* @__PURE__ */ new Set([
	"opened",
	"updated",
	"tests_failed",
	"merged",
	"closed",
	"reverted",
	"superseded"
]);
function checkDuplicate(record, { run, now, retry }) {
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	if (record.outcome !== void 0) {
		const asked = retry === true && !isMerged(record.outcome);
		return isFinished(record.outcome) && !asked ? {
			kind: "duplicate",
			state: "finished",
			...link
		} : null;
	}
	return isLive(record, {
		run,
		now
	}) ? {
		kind: "duplicate",
		state: "in_progress",
		...link
	} : null;
}
/** What is on the base branch is not worked on again, whoever asks; another attempt would hide what became of it. */
function isMerged({ kind }) {
	return kind === "merged" || kind === "reverted";
}
function checkPeople({ record, branch, pullRequest }) {
	if (branch !== null && !isOurs(branch, record)) return conflict("branch_edited", pullRequest);
	if (pullRequest?.state === "closed" && isOurPullRequest(record, pullRequest.number)) return conflict("pull_request_closed", pullRequest);
	return null;
}
/** Known as ours, or made by a run that died between making it and saying so. */
function isOurPullRequest(record, number) {
	return record?.pullRequest?.number === number || record?.state === "publishing";
}
/** The branch stands where we left it. Before the first report the head is not known, but what we committed is. */
function isOurs(branch, record) {
	if (record === null) return false;
	const asMade = branch.tree === record.tree && branch.message.includes(`Ghost-Digest: ${record.digest}`);
	return branch.oid === record.head || record.head === void 0 && asMade;
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
	let at = text.indexOf(find.slice(0, SHORT$1), from);
	for (let left = text.length; at !== -1 && (find.length <= SHORT$1 || left >= 0); left -= find.length) {
		if (text.startsWith(find, at)) yield at;
		at = text.indexOf(find.slice(0, SHORT$1), at + 1);
	}
	if (at !== -1) yield* placesByPrefixes(text, find, at);
}
/** The first of them; null: there is none. */
function firstPlaceIn(text, find) {
	for (const at of placesIn(text, find)) return at;
	return null;
}
/** Characters up to which the engine looks for a text with tables for all of it. */
const SHORT$1 = 64;
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
		for (; chunk < place.chunk; [chunk, offset] = [chunk + 1, 0]) line += offset === 0 ? chunks[chunk]?.breaks ?? 0 : countBreaks$2(chunks[chunk]?.text ?? "", offset);
		line += countBreaks$2(chunks[chunk]?.text ?? "", offset, place.offset);
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
			breaks: countBreaks$2(edited, 0),
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
		breaks: countBreaks$2(text, 0),
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
function countBreaks$2(text, start, end = text.length) {
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
function changedLines$1(before, after) {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
	return slidDown([
		...marked$1(" ", before.slice(0, head)),
		...between$1(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
		...marked$1(" ", before.slice(before.length - tail))
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
	return changedLines$1(before, change.flatMap(([mark, text]) => mark === "+" ? [text] : []));
}
function between$1(before, after) {
	const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH });
	if (parts === void 0) return [...marked$1("-", before), ...marked$1("+", after)];
	return parts.flatMap(({ value, added, removed }) => marked$1(added ? "+" : removed ? "-" : " ", value));
}
/** Lines that differ more than this are replaced as a whole: comparing them costs its square. */
const MAX_EDIT_LENGTH = 1e3;
function marked$1(mark, texts) {
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
	if (find === replace || find.length + replace.length > MAX_CHARACTERS$4) return null;
	return standsOnce(scene.text(), find) ? {
		kind: "edit",
		path: scene.path,
		find,
		replace
	} : null;
}
/** Longer corrections would crowd out what else a refusal has to say. */
const MAX_CHARACTERS$4 = 6e3;
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
		diff: shorten$1(rows),
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
const MAX_CHARACTERS$3 = 200;
function shorten$1(rows) {
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
	return text.length <= MAX_CHARACTERS$3 ? text : `${text.slice(0, MAX_CHARACTERS$3).toWellFormed()}…`;
}

// src/apply/diagnosis/hunk-rewrite.ts
/**
* What a hunk wants at a place that looks like it, with the file's own text for every line that stays. null: not
* certain, because a line to be removed is another one there, or nothing tells where an added line goes.
*/
function rewriteAt(scene, lines, place) {
	const matches = /* @__PURE__ */ new Map();
	const expected = lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
	for (const pair of place.pairs) {
		const position = place.origin + pair.found;
		const isSame = isSameLine(pair, expected[pair.expected] ?? "", scene.line(position));
		matches.set(pair.expected, {
			position,
			isSame
		});
	}
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

// src/apply/diagnosis/likeness.ts
function profileOf(line) {
	const words = line.slice(0, MAX_CHARACTERS$2).trim().replaceAll(/\s+/g, " ");
	const pairs = new Uint32Array(Math.max(0, words.length - 1));
	for (let at = 0; at < pairs.length; at += 1) pairs[at] = words.charCodeAt(at) * 65536 + words.charCodeAt(at + 1);
	return {
		line,
		words,
		pairs: pairs.sort()
	};
}
/** How alike two lines are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
function likeness(left, right) {
	if (left.line === right.line) return 1;
	if (left.words === right.words && isWhole(left) && isWhole(right)) return SAME_BUT_SPACE;
	const all = left.pairs.length + right.pairs.length;
	return all === 0 ? 0 : Math.min(SLIP, 2 * commonPairs$1(left.pairs, right.pairs) / all);
}
/** Lines that differ in white space only are almost the same. */
const SAME_BUT_SPACE = .97;
/** What two lines at most are that say different things, however few of their letters differ. */
const SLIP = .96;
/** What a line says about a place: a blank one hardly anything, a lone bracket little. */
function weightOf$1({ words }) {
	if (words === "") return .1;
	return /[\p{L}\p{N}_]/u.test(words) ? 1 : .3;
}
/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const MAX_CHARACTERS$2 = 240;
function isWhole({ line }) {
	return line.length <= MAX_CHARACTERS$2;
}
function commonPairs$1(left, right) {
	let [common, i, j] = [
		0,
		0,
		0
	];
	while (i < left.length && j < right.length) {
		const difference = (left[i] ?? 0) - (right[j] ?? 0);
		if (difference === 0) common += 1;
		if (difference <= 0) i += 1;
		if (difference >= 0) j += 1;
	}
	return common;
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
		if (code === LINE_FEED$3) line += 1;
		hash = SEED;
	}
	addPlace(wanted.get(hash), line);
	const found = Array.from(hashes, ([word, hash]) => [word, wanted.get(hash) ?? []]);
	return new Map(found.filter(([, places]) => places.length > 0 && places.length <= MAX_PLACES));
}
/** The different words of one line, as far as they are looked at. */
function wordsOf$1(line) {
	const words = /* @__PURE__ */ new Set();
	const end = Math.min(line.length, MAX_CHARACTERS$1);
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
	const wanted = line.trim().slice(0, MAX_CHARACTERS$1);
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
		const code = at < text.length ? text.charCodeAt(at) : LINE_FEED$3;
		if (code !== LINE_FEED$3) {
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
const MAX_CHARACTERS$1 = 400;
/** Shorter words are everywhere. */
const LEAST_WORD = 2;
/** A power of two, so that an index is the last bits of a hash. */
const FILTER_SIZE = 65536;
/** The constants of the FNV-1a hash. */
const SEED = -2128831035;
const PRIME = 16777619;
const LINE_FEED$3 = 10;
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
		lines: block.lines.slice(0, MAX_LINES)
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
	const block = lines.slice(0, MAX_LINES);
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
		return first === void 0 ? [] : [{
			...comparison,
			origin,
			position: origin + first.found
		}];
	});
	const distance = ({ position }) => Math.abs(position - (hint ?? position));
	return apart(places.sort((left, right) => right.score - left.score || distance(left) - distance(right)), lines.length);
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

// src/apply/diagnosis/misspelt.ts
/**
* The part of a line that a misspelt text must have meant: it begins and ends as the text does. null: nothing in
* the line does, or more of the text is wrong than right.
*/
function meantPart(line, text) {
	if (text.length > MAX_TEXT || line.length > MAX_LINE$1) return null;
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
const MAX_LINE$1 = 2e3;
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
	return isClear(best, next) ? rewriteAt(scene, lines, best) : null;
}
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
			...notFound(failure, scene)
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
function notFound({ find, replace }, scene) {
	const missing = `The text to replace is not in ${scene.path}`;
	const [explanation] = explainMissing(scene, [{
		lines: linesOf$3({
			find,
			replace
		}),
		part: find.includes("\n") ? void 0 : {
			find,
			replace
		}
	}]);
	const { sentence = "", data = {} } = explanation ?? {};
	const done = scene.effort.explanations >= 0 && hasWord$1(replace) ? firstPlaceIn(scene.text(), replace) : null;
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
function hasNearest({ nearest }) {
	return Array.isArray(nearest) && nearest.length > 0;
}
/** The edit as lines that stay, go and come, so that only what it changes counts as changed. */
function linesOf$3({ find, replace }) {
	const [before, after] = [find.split("\n"), replace === "" ? [] : replace.split("\n")];
	if (before.at(-1) === "" && (after.length === 0 || after.at(-1) === "")) {
		before.pop();
		after.pop();
	}
	return changedLines$1(before, after);
}
function hasWord$1(text) {
	return /[\p{L}\p{N}_]{3}/u.test(text);
}
function ambiguous({ find, replace, positions }, scene) {
	const message = `The text to replace is not in ${scene.path} as it was sent, but lines like it are, at ${linesText(positions)}, and nothing tells which are meant. Send the lines as they stand there, with more of the lines around them.`;
	const candidates = () => blockCandidates(scene, {
		lines: linesOf$3({
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
	const { finds, widen } = WORDS$1[by];
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
const WORDS$1 = {
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
function countBreaks$1(text, start, end) {
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

// src/apply/text-file.ts
/** null: the bytes are not UTF-8 text. */
function decodeText(bytes) {
	const raw = decodeUtf8(bytes);
	if (raw === null || raw.includes("\0")) return null;
	const hasBom = raw.startsWith(BOM$1);
	const text = hasBom ? raw.slice(1) : raw;
	if (text.includes("\r") && !text.includes("\n")) return {
		hasBom,
		text: text.replaceAll("\r", "\n"),
		endings: "\r"
	};
	if (!text.includes("\r\n")) {
		const file = {
			hasBom,
			text,
			endings: "\n"
		};
		return text.length === bytes.length ? {
			...file,
			source: {
				bytes,
				replacements: []
			}
		} : file;
	}
	return {
		hasBom,
		text: text.replaceAll("\r\n", "\n"),
		endings: endingsOf(text)
	};
}
function endingsOf(text) {
	const endings = new Uint8Array(countBreaks(text, 0, text.length));
	let line = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		endings[line] = text[at - 1] === "\r" ? 1 : 0;
		line += 1;
	}
	return endings.includes(0) ? endings : "\r\n";
}
function encodeText({ hasBom, text, endings, source }) {
	if (source !== void 0) return spliced(source);
	const raw = typeof endings === "string" ? withEnding(text, endings) : withEndings(text, endings);
	return ENCODER.encode(hasBom ? BOM$1 + raw : raw);
}
/** Bytes of what encodeText gives, counted without making them; of text without halves of surrogate pairs. */
function encodedSize({ hasBom, text, endings, source }) {
	if (source !== void 0) return splicedSize(source);
	const plain = (hasBom ? BOM_BYTES : 0) + utf8Size(text, endings === "\r\n" ? 2 : 1);
	return typeof endings === "string" ? plain : endings.reduce((sum, isTwo) => sum + isTwo, plain);
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
	const { hasBom, source } = file;
	let text = "";
	let done = 0;
	for (const replacement of replacements) {
		text += file.text.slice(done, replacement.start) + replacement.text;
		done = replacement.end;
	}
	text += file.text.slice(done);
	const replaced = {
		hasBom,
		text,
		endings: endingsAfter(file, replacements)
	};
	return source !== void 0 && source.replacements.length === 0 ? {
		...replaced,
		source: {
			bytes: source.bytes,
			replacements
		}
	} : replaced;
}
/** The bytes with all replacements made. */
function spliced({ bytes, replacements }) {
	if (replacements.length === 0) return bytes;
	const texts = replacements.map(({ text }) => ENCODER.encode(text));
	const growth = texts.reduce((sum, { length }) => sum + length, 0);
	const shrinkage = replacements.reduce((sum, { start, end }) => sum + end - start, 0);
	const result = new Uint8Array(bytes.length + growth - shrinkage);
	let [read, written] = [0, 0];
	for (const [order, { start, end }] of replacements.entries()) {
		result.set(bytes.subarray(read, start), written);
		written += start - read;
		const text = texts[order] ?? /* @__PURE__ */ new Uint8Array();
		result.set(text, written);
		written += text.length;
		read = end;
	}
	result.set(bytes.subarray(read), written);
	return result;
}
function splicedSize({ bytes, replacements }) {
	return replacements.reduce((size, { start, end, text }) => size + utf8Size(text, 1) - (end - start), bytes.length);
}
/** One pass however many characters and line breaks there are: engines take far longer to look for each break. */
function utf8Size(text, bytesOfBreak) {
	let size = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === LINE_FEED$2) size += bytesOfBreak;
		else if (unit < FIRST_OF_TWO_BYTES) size += 1;
		else if (unit < FIRST_OF_THREE_BYTES || isHalf(unit)) size += 2;
		else size += 3;
	}
	return size;
}
function isHalf(unit) {
	return unit >= FIRST_HALF && unit <= LAST_HALF;
}
const LINE_FEED$2 = 10;
const FIRST_OF_TWO_BYTES = 128;
const FIRST_OF_THREE_BYTES = 2048;
const FIRST_HALF = 55296;
const LAST_HALF = 57343;
const BOM$1 = "﻿";
const BOM_BYTES = 3;
/** Made once: making them takes longer than decoding a small file. */
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
const ENCODER = new TextEncoder();
function decodeUtf8(bytes) {
	try {
		return UTF8.decode(bytes);
	} catch {
		return null;
	}
}
function withEnding(text, ending) {
	return ending === "\n" ? text : text.replaceAll("\n", ending);
}
function withEndings(text, endings) {
	let index = 0;
	return text.replaceAll("\n", () => endings[index++] === 1 ? "\r\n" : "\n");
}
function endingsAfter({ text, endings }, replacements) {
	if (typeof endings === "string") return endings;
	const added = replacements.map(({ text: now }) => countBreaks(now, 0, now.length));
	const removed = replacements.map(({ start, end }) => countBreaks(text, start, end));
	const result = new Uint8Array(endings.length + sumOf(added) - sumOf(removed));
	let [read, written, done] = [
		0,
		0,
		0
	];
	for (const [order, { start, end }] of replacements.entries()) {
		const kept = countBreaks(text, done, start);
		result.set(endings.subarray(read, read + kept), written);
		read += kept;
		written += kept;
		const style = endings[read] ?? endings[read - 1] ?? 0;
		result.fill(style, written, written + (added[order] ?? 0));
		read += removed[order] ?? 0;
		written += added[order] ?? 0;
		done = end;
	}
	result.set(endings.subarray(read), written);
	return result;
}
function sumOf(counts) {
	return counts.reduce((sum, count) => sum + count, 0);
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
	const starts = edits.every(({ span }) => span !== void 0) ? [] : lineStarts$1(closed.text);
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
function lineStarts$1(text) {
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
function linesOf$2(text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

// src/apply/glyphs.ts
/**
* Characters that typography, keyboards and models put in the place of plain ones. Two lines that differ in
* nothing else say the same.
*/
function plainGlyphs(line) {
	return NOT_ASCII.test(line) ? line.replace(ALL_NOT_ASCII, (glyph) => PLAIN$2.get(glyph) ?? glyph) : line;
}
/** What stands for one character; the character itself where it is plain. */
function plainGlyph(char) {
	return PLAIN$2.get(char) ?? char;
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
const PLAIN$2 = new Map([...GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph, plain])), ["…", "..."]]);
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
function lineAt$2({ lines }, position) {
	return lineText(lines, position);
}
function positionsOf({ positions }, print) {
	return positions.get(print) ?? NOWHERE;
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
const NOWHERE = [];
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

// src/apply/indentation.ts
/**
* What the matched lines of a hunk teach about its added ones. null: they are not indented after one rule, so
* they are hardly the lines that the hunk means.
*/
function learnIndentation(pairs) {
	if (pairs.every(hasItsMarkLost)) return (indent) => indent;
	const [first, ...others] = pairs;
	if (first !== void 0 && !isSameIndent(first) && first.patch === "" && others.every(isSameIndent)) return others.length === 0 ? shiftOf(pairs) : (indent) => indent;
	return shiftOf(pairs) ?? unitsOf(pairs) ?? columnsOf$1(pairs) ?? shiftedUnitsOf(pairs);
}
function indentOf(line) {
	return line.slice(0, line.length - line.trimStart().length);
}
function isSameIndent({ patch, file }) {
	return patch === file;
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
	const more = withoutEnd$1(first.file, first.patch);
	if (more !== null && pairs.every(({ patch, file }) => file === more + patch)) return (indent) => more + indent;
	const less = withoutEnd$1(first.patch, first.file);
	if (less !== null && pairs.every(({ patch, file }) => patch === less + file)) return (indent) => indent.startsWith(less) ? indent.slice(less.length) : null;
	return null;
}
function withoutEnd$1(text, end) {
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
function writtenLines(index, { lines }, placing) {
	const pairs = [];
	for (const [line, [mark, text]] of lines.entries()) {
		const position = placing[line] ?? -1;
		if (mark === "+" || position === -1 || text.trim() === "") continue;
		const file = indentOf(lineAt$2(index, position));
		pairs.push({
			line,
			patch: indentOf(text),
			file,
			isContext: mark === " "
		});
	}
	const reindent = learnIndentation(pairs);
	if (reindent === null) return null;
	const texts = retyped(lines, (line) => lineAt$2(index, placing[line] ?? -1));
	const written = [];
	for (const [line, text] of texts.entries()) {
		const own = indentOf(text);
		const indent = lines[line]?.[0] === "+" && text !== "" ? reindent(own, line) : own;
		if (indent === null && text.trim() !== "") return null;
		written.push((indent ?? own) + text.slice(own.length));
	}
	return written;
}

// src/apply/already.ts
/**
* Would finding the new side prove that the hunk was applied? A lone bracket would not, nor would the context of
* removed lines that has nothing on one side, or that may be a part of them.
*/
function isTelling(hunk) {
	return hunk.lines.some(([mark, text]) => mark !== "-" && hasWord(text)) && (adds(hunk) || isClosed(hunk));
}
/** Does the hunk add lines? Of one that does not only context can be found. */
function adds({ lines }) {
	return lines.some(([mark]) => mark === "+");
}
/** Do all removed lines have context above and below that they neither end nor begin with themselves? */
function isClosed({ lines }) {
	for (let start = 0; start < lines.length;) {
		const end = endOf$2(lines, start);
		if (lines[start]?.[0] === "-") {
			const removed = lines.slice(start, end);
			const above = lines.slice(beginOf(lines, start - 1), start);
			const below = lines.slice(end, endOf$2(lines, end));
			if (above.length === 0 || saySame(above, removed.slice(-above.length))) return false;
			if (below.length === 0 || saySame(below, removed.slice(0, below.length))) return false;
		}
		start = end;
	}
	return true;
}
/** Where lines with the same mark as the one at `start` end. */
function endOf$2(lines, start) {
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
/**
* Are the lines that a placed hunk adds already around its context? Where they go between context lines, the old
* side would not be there any more; where they go before or after all of them it still is, and inserting again
* would double them.
*/
function isInserted$1(index, { lines }, placing) {
	const marks = lines.map(([mark]) => mark);
	const first = marks.indexOf(" ");
	const end = marks.lastIndexOf(" ") + 1;
	if (marks.includes("-") || marks.slice(first, end).includes("+")) return false;
	const texts = lines.map(([, text]) => text);
	const [above, below] = [texts.slice(0, first), texts.slice(end)];
	return [...above, ...below].some(hasWord) && standsAt(index, above, (placing[0] ?? -1) - above.length) && standsAt(index, below, placing[end] ?? 0);
}
function standsAt(index, block, position) {
	return position >= 0 && position + block.length <= index.lines.count && block.every((line, offset) => lineAt$2(index, position + offset) === line);
}
function hasWord(line) {
	return /[\p{L}\p{N}_]{3}/u.test(line);
}

// src/apply/edge-blanks.ts
/**
* The hunk without the one blank line that its old side begins or ends with: models add them, and the file need
* not have them. null: there is none, or nothing else.
*/
function withoutEdgeBlanks(hunk) {
	const old = hunk.lines.flatMap(([mark, text], order) => mark === "+" ? [] : [{
		order,
		isBlank: isBlank$1(text)
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
	return {
		...hunk,
		lines
	};
}
/** One blank line at the beginning and one at the end. */
function isOneEach(edges, first) {
	return edges.length === 2 && edges.filter(({ order }) => order < first).length === 1;
}
function isBlank$1(text) {
	return text.trim() === "";
}
/** A blank line between added lines and the others belongs to what is added. */
function isBesideAddition({ lines }, order, away) {
	for (let at = order + away; at >= 0 && at < lines.length; at += away) if (lines[at]?.[0] === "+") return true;
	return false;
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
		line += countBreaks$1(text, reached, start);
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
		if (hunk.lineHint === void 0 || hunk.anchors.length > 0) return null;
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
	return at === 0 || text.charCodeAt(at - 1) === LINE_FEED$1;
}
function endsLine(text, at) {
	return at === text.length || text.charCodeAt(at) === LINE_FEED$1;
}
const LINE_FEED$1 = 10;
function placeAt$1(text, hunk, found) {
	const isDone = isInserted(text, hunk, found);
	return {
		hunk,
		position: found.position,
		isDone,
		edits: isDone ? [] : editsOf$1(hunk, found)
	};
}
/** As isInserted() in already.ts, for offsets. */
function isInserted(text, { lines }, { start, end }) {
	const first = lines.findIndex(([mark]) => mark !== "+");
	const last = lines.findLastIndex(([mark]) => mark !== "+") + 1;
	if (lines.slice(first, last).some(([mark]) => mark !== " ")) return false;
	const [above, below] = [lines.slice(0, first), lines.slice(last)];
	if (![...above, ...below].some(([, added]) => /[\p{L}\p{N}_]{3}/u.test(added))) return false;
	const [before, after] = [textOf$1(above), textOf$1(below)];
	const from = start - before.length - 1;
	const to = end + 1 + after.length;
	return (above.length === 0 || from >= 0 && beginsLine(text, from) && text.startsWith(before, from)) && (below.length === 0 || to <= text.length && endsLine(text, to) && text.startsWith(after, end + 1));
}
function textOf$1(lines) {
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

// src/patch/elision.ts
/**
* Does the line stand for lines that were left out, such as `...`, `// ... existing code ...` or
* `# rest unchanged`? Spread arguments and sentences that end with dots do not.
*/
function isElision(line) {
	const remark = remarkOn(line);
	return remark !== null && (remark.words === "" || isSaid$1(remark));
}
/** A bare `...` is a statement in Python, and ends a document in YAML; words mean the same everywhere. */
function isWordedElision(line) {
	const remark = remarkOn(line);
	return remark !== null && remark.words !== "" && isSaid$1(remark);
}
/** null: the line is code, or a sentence. */
function remarkOn(line) {
	if (line.length > MAX_CHARACTERS || !/[\p{L}.…]/u.test(line)) return null;
	const { text, isComment } = withoutComment(line.trim());
	const { text: inner, dropped } = withoutPadding(text);
	if (inner === "") return DOTS.test(dropped) ? {
		words: "",
		hasDots: true
	} : null;
	const hasDots = DOTS.test(text.slice(0, text.indexOf(inner)));
	return isComment || /^[([<]/.test(text) || /^(?:\.{3,}|…)\s/.test(text) ? {
		words: inner.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim(),
		hasDots
	} : null;
}
/** An elision is one short remark; a longer line says more than that. */
const MAX_CHARACTERS = 200;
/** The line without what makes it a comment, whatever the language: models take the wrong one too. */
function withoutComment(line) {
	const opener = COMMENT_OPENERS.find((start) => line.startsWith(start)) ?? "";
	const rest = line.slice(opener.length);
	const closer = COMMENT_CLOSERS.find((end) => rest.endsWith(end)) ?? "";
	return {
		text: rest.slice(0, rest.length - closer.length).trim(),
		isComment: opener !== ""
	};
}
/** Longer ones before those that they begin with. */
const COMMENT_OPENERS = [
	"{/*",
	"<!--",
	"///",
	"//",
	"/**",
	"/*",
	"##",
	"#",
	"--",
	";;",
	";",
	"%",
	"*",
	"\"\"\""
];
const COMMENT_CLOSERS = [
	"*/}",
	"-->",
	"*/",
	"\"\"\""
];
/** The text without the dots, spaces and brackets at its ends. */
function withoutPadding(text) {
	let start = 0;
	let end = text.length;
	while (start < end && PADDING.includes(text.charAt(start))) start += 1;
	while (end > start && PADDING.includes(text.charAt(end - 1))) end -= 1;
	return {
		text: text.slice(start, end),
		dropped: `${text.slice(0, start)} ${text.slice(end)}`
	};
}
const PADDING = ".… 	()[]<>";
const DOTS = /\.{3}|…/;
function isSaid$1({ words, hasDots }) {
	if (words.split(" ").length > MAX_WORDS$2) return false;
	return hasDots ? LEFT_OUT.test(words) : UNCHANGED.test(words);
}
/** "the rest of the class body stays exactly the same as before" has twelve. */
const MAX_WORDS$2 = 12;
/** Between dots one of these words is enough. */
const LEFT_OUT = /\b(?:rest|remaining|remainder|existing|others?|previous|unchanged|same|snip|snipped|omitted|elided|truncated|code|lines|contents?|imports|methods|functions|brevity|before|as is)\b/;
/** Without dots the whole remark must say that something is left as it is: a comment may speak of existing code too. */
const UNCHANGED = /^(?:(?:the )?(?:rest|remainder)(?: of [a-z0-9 ]+)? (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here)|(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:file|code|function|method|class|module|component|content|implementation|script|config|document|body)|(?:the |all )?(?:existing|remaining|previous|other) (?:code|imports|methods|functions|lines|content)(?: (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here))?|(?:code |lines )?unchanged(?: code| lines)?|snip|snipped|(?:code |lines )?omitted(?: for brevity)?|no changes(?: here)?|same as before|keep (?:the )?existing [a-z ]+)$/;

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
function isBlank({ print }) {
	return print === 0;
}
function patternOf(hunk, without, isLeftOut) {
	const lines = [];
	const gaps = /* @__PURE__ */ new Set();
	const additions = /* @__PURE__ */ new Set();
	for (const [mark, text] of hunk.lines) if (mark === without) additions.add(lines.length);
	else if (mark === " " && isLeftOut(text)) gaps.add(lines.length);
	else lines.push({
		text,
		print: fingerprint(text),
		isContext: mark === " "
	});
	return {
		lines,
		gaps,
		additions
	};
}

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
	if (plainA.trim() === plainB.trim()) return LOOSENESS.indexOf("indentation");
	return collapsed(plainA) === collapsed(plainB) ? LOOSENESS.indexOf("whitespace") : NO_MATCH;
}
const EXACT = 0;
const LOST_MARK = LOOSENESS.indexOf("lost_mark");
const NO_MATCH = LOOSENESS.length;
function collapsed(line) {
	return line.trim().replaceAll(/\s+/g, " ");
}

// src/apply/places.ts
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
	return {
		level: positions.length === 0 ? 0 : level,
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
		if (position >= 0) needed.add(looseness(text, lineAt$2(index, position), isContext));
	}
	return LOOSENESS.filter((_, level) => level > 0 && needed.has(level));
}
/** The loosest level that a line needs; given up beyond `worst`. */
function levelAt(index, { lines }, { start, worst }) {
	let level = 0;
	for (const [offset, { text, isContext }] of lines.entries()) {
		level = Math.max(level, looseness(text, lineAt$2(index, start + offset), isContext));
		if (level > worst) return level;
	}
	return level;
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
	}
	return columnsOf(ranges);
}
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
	const telling = lines.flatMap((line, at) => isBlank(line) ? [] : [at]);
	const byRarity = (left, right) => seen(left).length - seen(right).length;
	const [removed] = telling.filter((line) => line >= start && line < end).sort(byRarity);
	if (removed !== void 0 && seen(removed).length <= MAX_REMOVED_SEEDS) return seen(removed).length === 0 ? null : seedsFor(removed, seen(removed));
	const rare = telling.filter((line) => line >= from && line < to && seen(line).length > 0).sort(byRarity).filter((line) => seen(line).length <= MAX_CONTEXT_SEEDS);
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
	const unique = pattern.lines.map((line) => !isBlank(line) && positionsOf(index, line.print).length === 1);
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
		const found = lineAt$2(index, position);
		const level = looseness(line.text, found, line.isContext);
		if (level === NO_MATCH && !line.isContext || !mayBeIndented(filled, found)) continue;
		isThere = true;
		costs[offset + column] = level === 0 ? 0 : weight * (level === NO_MATCH ? JOINED$1 : SPACED);
	}
	if (isThere || !line.isContext || isBlank(line)) return;
	const similarity = similarityTo(line.text);
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] === 0) continue;
		const found = lineAt$2(index, position);
		effort.comparisons -= SIMILARITY_EFFORT;
		const alike = similarity(found);
		if (alike >= .7 && mayBeIndented(filled, found) && (isTold || isSlip(line.text, found))) costs[offset + column] = UNLIKE * (1 - alike) * weight;
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
	if (isReindented || isBlank(line)) return true;
	const [wanted, own] = [indentOf(line.text), indentOf(found)];
	return wanted === own || line.isContext && own === ` ${wanted}` || row === 0 && wanted === "";
}
/** Share of its weight that a line costs whose white space or typography differs. */
const SPACED = .04;
/** The same for one whose words are joined or parted by white space. */
const JOINED$1 = .2;
/** A line of context that is less like a line of the file is another line. */
const LEAST_SIMILARITY = .7;
/** Share of its weight that a line costs that is not like the file's at all. */
const UNLIKE = 1.6;
/** Comparisons of lines that a comparison of their characters stands for. */
const SIMILARITY_EFFORT = 10;
/** Does a match of this cost lie on a line that says the same? */
function isSame$1({ weights }, row, cost) {
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
	if (line === void 0 || !line.isContext && !isBlank(line)) return Number.POSITIVE_INFINITY;
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
		same: Array.from(columns, (column, row) => column !== -1 && isSame$1(chart, row, chart.costs[row * width + column] ?? Number.POSITIVE_INFINITY)),
		near: Array.from(columns, (column, row) => column === -1 ? 0 : nearness(chart, row, chart.costs[row * width + column] ?? 0))
	};
}
/** Share of the context, by weight, that the file has as it is or nearly so. Without any context, all of it. */
function contextShare({ pattern, weights }, { positions, near }) {
	let [all, found] = [0, 0];
	for (const [row, line] of pattern.lines.entries()) {
		if (!line.isContext || isBlank(line)) continue;
		const weight = weights[row] ?? 0;
		all += weight;
		if (positions[row] !== -1) found += weight * (near[row] ?? 0);
	}
	return all === 0 ? 1 : found / all;
}

// src/apply/fit/settle.ts
/**
* Where each line of a hunk belongs in the file, for an old side that is laid on it with lines missing on either
* side: a line's own position, and for an added line the position of the line that it goes before. null: an
* addition has no sure place.
*/
function settle$1(index, { hunk, pattern }, laid) {
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
		if (!isBlank(line)) return {
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
	for (let blank = 1; blank <= side.blanks; blank += 1) if (laid.positions[side.row - away * blank] !== side.position - away * blank) return null;
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
		if (laid.positions[blank] !== position) return false;
	}
	return true;
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
	return indentOf(first).length > indentOf(lineAt$2(index, below.position)).length;
}

// src/apply/fit/fit.ts
/**
* Lays a hunk whose context is not quite the file's where it fits best. Lines to be removed must all be there,
* and every addition needs a neighbour that is. `isReindented`: lines may be indented otherwise than the file's.
*/
function fitHunk(index, fitted, effort) {
	const { pattern } = fitted;
	const columns = regionsFor(index, pattern);
	const chart = columns === null ? null : chartOf(index, {
		...fitted,
		columns
	}, effort);
	const path = chart === null ? null : cheapestPath(chart, {}, effort);
	if (chart === null || path === null) return MISFIT;
	const laid = laidOut(chart, path);
	const pieces = piecesOf(chart, laid, path);
	const evidence = evidenceOf(chart, laid, pieces);
	if (scoreOf(chart, path) < LEAST_SCORE || contextShare(chart, evidence) < leastContext(chart)) return MISFIT;
	if (hasLostTwin(chart, laid)) return MISFIT;
	const rivals = pieces.flatMap((piece) => rivalsOf(chart, {
		path,
		piece
	}, effort));
	if (effort.comparisons < 0) return MISFIT;
	const [best, ...others] = [path, ...rivals].map((one) => fitOf(index, {
		fitted,
		chart,
		path: one
	}));
	return best?.at == null ? MISFIT : {
		status: "fits",
		fits: [best, ...others],
		isWhole: pieces.length === 1
	};
}
const MISFIT = { status: "misfit" };
function fitOf(index, { fitted, chart, path }) {
	const laid = laidOut(chart, path);
	const first = laid.positions.findIndex((position) => position !== -1);
	return {
		start: (laid.positions[first] ?? 0) - first,
		at: settle$1(index, fitted, laid),
		tolerances: [...loosenessOf(index, chart.pattern, laid.positions), ...tolerancesOf(chart, laid, piecesOf(chart, laid, path).length)]
	};
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
	return lines.some(({ text, print, isContext }, row) => isContext && (positions[row] === -1 || same[row] === false) && removed.has(print) && hasWord(text));
}
function changesIn(pattern, piece) {
	return changesOf$1(pattern).filter(({ start }) => start >= piece.start && start <= piece.end);
}
function scoreOf({ weights }, { cost }) {
	return 1 - cost / weights.reduce((sum, weight) => sum + weight, 0);
}
/** The parts of a pattern that are laid apart from each other. */
function piecesOf({ pattern, passing }, { positions }, { columns }) {
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
	return [...elsewhere(chart, {
		path,
		piece,
		margin: MARGIN$1 * weight
	}, effort), ...near];
}
/** The next best places for a piece, none of which shares a line with another. */
function elsewhere(chart, { path, piece, margin }, effort) {
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
const MARGIN$1 = .12;
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
	return line === void 0 || isBlank(line);
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
		end: index.lines.count
	}];
	for (const anchor of anchors) sections = sectionsUnder(index, anchor.trim()).filter(({ start }) => sections.some((outer) => start >= outer.start && start < outer.end));
	return sections;
}
/** Does the last anchor stand right above a line, with nothing but blank lines between, whatever it is a heading of? */
function isRightBelow({ lines }, position, anchors) {
	let above = position - 1;
	while (above >= 0 && lineText(lines, above).trim() === "") above -= 1;
	return above >= 0 && isAnchor(lineText(lines, above), anchors.at(-1)?.trim() ?? "");
}
function sectionsUnder(index, anchor) {
	index.starts ??= startsOf(index.lines);
	const named = (index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? []).filter((position) => isAnchor(lineText(index.lines, position), anchor));
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
function sectionEnd({ lines, ends }, start) {
	const known = ends.get(start);
	if (known !== void 0) return known;
	const heading = lineText(lines, start);
	const level = titleLevel(heading);
	const depth = indentation(heading);
	const isWithin = (line) => level === null ? belongsTo(line, depth) : !isTitleUpTo(line, level);
	let end = start + 1;
	while (end < lines.count && isWithin(lineText(lines, end))) end += 1;
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
/** How deep a title of Markdown is; null: the line is none. A comment in a language of `#` comments may look like one. */
function titleLevel(line) {
	const [, marks] = /^(#{2,6}) \S/.exec(line) ?? [];
	return marks?.length ?? null;
}
function isTitleUpTo(line, level) {
	const own = titleLevel(line);
	return own !== null && own <= level;
}
function indentation(line) {
	return line.length - line.trimStart().length;
}

// src/apply/surroundings.ts
const NOTHING_AROUND = {
	driftBefore: void 0,
	driftAfter: void 0,
	from: 0,
	to: Number.POSITIVE_INFINITY
};
/** For each hunk what those around it say. */
function surroundingsOf(hunks) {
	const drifts = hunks.map(({ hunk: { lineHint }, position }) => position === void 0 || lineHint === void 0 ? void 0 : position + 1 - lineHint);
	const driftBefore = lastKnown(drifts);
	const driftAfter = lastKnown(drifts.toReversed()).toReversed();
	if (!isInOrder(hunks)) return hunks.map((_, order) => ({
		...NOTHING_AROUND,
		driftBefore: driftBefore[order],
		driftAfter: driftAfter[order]
	}));
	const ends = lastKnown(hunks.map(({ position, length }) => position === void 0 ? void 0 : position + length));
	const starts = lastKnown(hunks.map(({ position }) => position).toReversed()).toReversed();
	return hunks.map((_, order) => ({
		driftBefore: driftBefore[order],
		driftAfter: driftAfter[order],
		from: ends[order] ?? NOTHING_AROUND.from,
		to: starts[order] ?? NOTHING_AROUND.to
	}));
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
	const { positions } = tie;
	const [only] = positions;
	if (positions.length === 1 && only !== void 0) return only;
	const between = inOrder(tie, inSections(sections, tie.hunk, positions) ?? positions);
	const hinted = atHint(tie, positions);
	if (hinted !== null) return between.includes(hinted) ? hinted : null;
	return between.length === 1 ? between[0] ?? null : null;
}
/** Those that lie between the hunks before and after. */
function inOrder({ surroundings: { from, to } }, positions) {
	return positions.filter((position) => position >= from && position < to);
}
/** null: the anchors tell nothing. */
function inSections(index, { anchors }, positions) {
	if (anchors.length === 0 || positions.length > MAX_ANCHORED) return null;
	const sections = sectionsOf(index, anchors);
	const inside = positions.filter((position) => sections.some(({ start, end }) => position >= start && position < end));
	if (inside.length > 0) return inside;
	const below = positions.filter((position) => isRightBelow(index, position, anchors));
	return below.length > 0 ? below : null;
}
/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1e3;
/**
* A line number counts only if it is exactly right: as it stands, or moved as the neighbours were. Without a
* hunk before, nobody knows whether what moved the one after stands above or below this one.
*/
function atHint({ hunk: { lineHint }, surroundings: { driftBefore, driftAfter } }, positions) {
	if (lineHint === void 0) return null;
	const expected = [.../* @__PURE__ */ new Set([driftBefore ?? 0, driftAfter ?? driftBefore ?? 0])].map((drift) => lineHint - 1 + drift);
	const hits = positions.filter((position) => expected.includes(position));
	return hits.length === 1 ? hits[0] ?? null : null;
}

// src/apply/locate.ts
/** Looks for all hunks of one file in the file's text as it is, in any order. */
function locateHunks(text, hunks, effort) {
	return locateExactly(text, hunks, effort)?.map(exactLocation) ?? locateByLines(text, hunks, effort);
}
function exactLocation({ hunk, position, isDone, edits }) {
	const rungs = isAtHint(hunk, position) ? [] : ["offset"];
	return {
		hunk,
		status: isDone ? "already_applied" : "placed",
		position,
		rungs,
		edits
	};
}
function locateByLines({ text, lines }, hunks, effort) {
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
		sections: indexSections(index.lines),
		effort
	};
	const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
	const surroundings = surroundingsOf(sought.map(knownOf$1));
	return sought.map((found, order) => {
		const hunk = hunks[order] ?? found.hunk;
		const verdict = locate(search, found, surroundings[order] ?? NOTHING_AROUND);
		if (verdict.status !== "not_found") return {
			hunk,
			...verdict
		};
		return {
			hunk,
			status: "not_found",
			near: () => startsByLines(index, found.pattern)
		};
	});
}
/** False: the effort does not suffice for reading all lines. */
function readsLines({ text, lines }, effort) {
	effort.reading -= text.length;
	if (effort.reading < 0) return false;
	effort.reading -= 20 * lines().count;
	return effort.reading >= 0;
}
/** Where a hunk would begin for most of its lines that the file has. */
function startsByLines(index, { lines }) {
	return mostVoted(lines.flatMap(({ print }, offset) => {
		const positions = positionsOf(index, print);
		return positions.length === 0 ? [] : [{
			offset,
			positions
		}];
	}));
}
function textsOf(hunks) {
	const texts = [];
	for (const { lines } of hunks) for (const [, text] of lines) texts.push(text);
	return texts;
}
function seek({ index, effort }, hunk) {
	const pattern = oldPattern(hunk);
	return {
		hunk,
		pattern,
		found: placesFor(index, {
			hunk,
			pattern
		}, effort)
	};
}
function knownOf$1({ hunk, pattern, found }) {
	const [position, second] = found?.positions ?? [];
	return {
		hunk,
		length: pattern.lines.length,
		position: second === void 0 ? position : void 0
	};
}
/** Candidates that agree with what the hunk says about the file's end. */
function placesFor(index, { hunk, pattern }, effort) {
	const found = findPlaces(index, pattern, effort);
	if (found === null || hunk.endOfFile !== true) return found;
	const last = index.lines.count - pattern.lines.length;
	return {
		...found,
		positions: found.positions.filter((position) => position === last)
	};
}
function locate(search, { hunk, pattern, found }, surroundings) {
	if (pattern.lines.length === 0) return withoutContext(search.index, hunk);
	if (found === null) return { status: "too_repetitive" };
	const done = findResult(search, hunk, found.positions.length === 0 ? NO_MATCH : found.level);
	if (done !== null) return done;
	if (found.positions.length === 0) return locateLoosely$1(search, {
		hunk,
		pattern,
		surroundings
	});
	const position = breakTie(search.sections, {
		hunk,
		positions: found.positions,
		surroundings
	});
	if (position === null) return {
		status: "ambiguous",
		positions: found.positions
	};
	const tolerances = found.level === 0 ? [] : tolerancesAt(search.index, pattern, position);
	return placeAt(search.index, hunk, {
		placing: placingAt(hunk, position),
		tolerances
	}) ?? locateLoosely$1(search, {
		hunk,
		pattern,
		surroundings
	});
}
function tolerancesAt(index, pattern, start) {
	return loosenessOf(index, pattern, pattern.lines.map((_, offset) => start + offset));
}
/** null: the hunk's indentation does not suit the file's there. */
function placeAt(index, hunk, { placing, tolerances }) {
	const position = placing[placing.findIndex((position, line) => position !== -1 && hunk.lines[line]?.[0] !== "+")] ?? 0;
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	if (isInserted$1(index, hunk, placing)) return {
		status: "already_applied",
		position,
		rungs,
		edits: []
	};
	const written = tolerances.length === 0 ? hunk.lines.map(([, text]) => text) : writtenLines(index, hunk, placing);
	if (written === null) return null;
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
function isAtHint({ lineHint }, position) {
	return lineHint === void 0 || lineHint === position + 1;
}
/**
* A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
* patch speaks of it and its line number agrees. All else would be a guess.
*/
function withoutContext(index, hunk) {
	const added = newSide(hunk);
	const { count } = index.lines;
	const before = count - added.length;
	if ((before === 0 && added.length > 0 || hunk.endOfFile === true && added.some(hasWord)) && standsAt(index, added, before)) return {
		status: "already_applied",
		position: before,
		rungs: [],
		edits: []
	};
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
/**
* The hunk's new side, where it stands at a level that is stricter than the old side's; as it is, if it is context
* only.
*/
function findResult({ index, sections, effort }, hunk, level) {
	if (level === 0 || !isTelling(hunk)) return null;
	const pattern = newPattern(hunk);
	const found = placesFor(index, {
		hunk,
		pattern
	}, effort);
	if (found === null) return { status: "too_repetitive" };
	if (found.positions.length === 0 || found.level >= level) return null;
	if (found.level !== 0 && !adds(hunk)) return null;
	const position = breakTie(sections, {
		hunk,
		positions: found.positions,
		surroundings: NOTHING_AROUND
	});
	if (position === null) return level === NO_MATCH ? { status: "not_found" } : null;
	const tolerances = tolerancesAt(index, pattern, position);
	return {
		status: "already_applied",
		position,
		rungs: isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances],
		edits: []
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
function locateTrimmed(search, { hunk, surroundings }) {
	const { found, pattern } = seek(search, hunk);
	if (found === null) return null;
	if (found.positions.length === 0) return findResult(search, hunk, NO_MATCH);
	const position = breakTie(search.sections, {
		hunk,
		positions: found.positions,
		surroundings
	});
	if (position === null) return {
		status: "ambiguous",
		positions: found.positions
	};
	const tolerances = [...tolerancesAt(search.index, pattern, position), "edge_blanks"];
	return placeAt(search.index, hunk, {
		placing: placingAt(hunk, position),
		tolerances
	});
}
/** The hunk where it fits best, with its lines indented as in the file or, failing that, otherwise. */
function fit(search, loose) {
	const strict = fitAt(search, loose, false);
	return strict.status === "not_found" ? fitAt(search, loose, true) : strict;
}
function fitAt({ index, sections, effort }, { hunk, pattern, surroundings }, isReindented) {
	const fitted = fitHunk(index, {
		hunk,
		pattern: elidedPattern(index, hunk) ?? pattern,
		isReindented
	}, effort);
	if (fitted.status === "misfit") return { status: effort.comparisons < 0 ? "too_repetitive" : "not_found" };
	const positions = fitted.fits.map(({ start }) => start);
	const meant = fitted.isWhole ? breakTie(sections, {
		hunk,
		positions,
		surroundings
	}) : null;
	const chosen = fitted.fits.length === 1 ? fitted.fits[0] : fitted.fits.find(({ start }) => start === meant);
	if (chosen === void 0) return {
		status: "ambiguous",
		positions: [...new Set(positions)].sort((a, b) => a - b)
	};
	if (chosen.at === null || !endsWhereItSays(index, hunk, chosen.at)) return { status: "not_found" };
	return placeAt(index, hunk, {
		placing: chosen.at,
		tolerances: chosen.tolerances
	}) ?? { status: "not_found" };
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
		lines: changedLines$1(before, after),
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
		const char = ESCAPES$2.get(text.charAt(at + 1));
		if (char === void 0) return null;
		parts.push(text.slice(done, at), char);
		done = at + 2;
	}
	return parts.join("") + text.slice(done);
}
const ESCAPES$2 = /* @__PURE__ */ new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "	"],
	["\"", "\""],
	["'", "'"],
	["/", "/"],
	["\\", "\\"]
]);

// src/apply/edit.ts
/**
* Finds the text of an `edit` as often as it must occur. Line ends of find and replace don't matter. A single
* text that is not there as it is may be there with its escapes read, or as whole lines that differ a little.
*/
function findEdit(text, edit, effort) {
	const sought = editTexts(edit);
	const literal = findLiterally(text, {
		edit,
		sought
	}, effort);
	if (literal !== null) return literal;
	const plain = unescapedTexts(sought);
	const found = (plain && findLiterally(text, {
		edit,
		sought: plain
	}, effort)) ?? (edit.count === 1 ? findLoosely(text, {
		edit,
		sought
	}, effort) : null) ?? (plain && edit.count === 1 ? findLoosely(text, {
		edit,
		sought: plain
	}, effort) : null);
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
			...sought
		}, scene)
	};
}
/** null: the text is not there. */
function findLiterally(text, { edit, sought }, effort) {
	const { path, count } = edit;
	const { find, replace } = sought;
	const starts = occurrences$1(text, {
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
	if (count === 1 && only !== void 0 && isReplaced(text, sought, only)) return {
		ok: true,
		replacements: [],
		line: lineOf(text, only),
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
	if (text.length + starts.length * (replace.length - find.length) > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(path),
			pointer: "/replace"
		}
	};
	const found = {
		ok: true,
		replacements: starts.map((start) => ({
			start,
			end: start + find.length,
			text: replace
		})),
		line: lineOf(text, starts[0] ?? 0)
	};
	return find === editTexts(edit).find ? found : {
		...found,
		loose: {
			status: "applied",
			rungs: ["unescaped"],
			lines: []
		}
	};
}
/** null: no lines are like these, or only one that is what the edit would make: that proves nothing. */
function findLoosely(text, { edit, sought }, effort) {
	const place = locateLoosely(text, sought, effort);
	const scene = sceneOf({
		path: edit.path,
		lines: () => cutLines(text),
		effort
	});
	switch (place.status) {
		case "not_found":
		case "no_context": return null;
		case "already_applied": return sought.replace.includes("\n") ? asLoose(place, {
			edit,
			sought
		}) : null;
		case "placed": return asLoose(place, {
			edit,
			sought
		});
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
function asLoose({ status, rungs, edits, position }, { edit, sought }) {
	const escapes = sought.find === editTexts(edit).find ? [] : ["unescaped"];
	const loose = {
		status: status === "placed" ? "applied" : "already_applied",
		rungs: [...rungs, ...escapes],
		lines: edits
	};
	return {
		ok: true,
		replacements: [],
		line: position + 1,
		loose
	};
}
/** null: the text to find has no escapes, or what replaces it is not written in the same way. */
function unescapedTexts({ find, replace }) {
	const plain = unescaped(find);
	if (plain === null || replace.includes("\n")) return null;
	return {
		find: plain,
		replace: unescaped(replace) ?? replace
	};
}
/** The file with an edit made that was found in it. */
function editText(file, { replacements, loose }) {
	const lines = loose?.lines ?? [];
	return lines.length === 0 ? replaceText(file, replacements) : editLines(file, lines);
}
/**
* Is a found text part of what would take its place, because the edit was made before? Making it again would
* double what it adds. `text` is the file, or as much of it on both sides as `replace` is long.
*/
function isReplaced(text, { find, replace }, at) {
	const within = find === replace ? null : firstPlaceIn(replace, find);
	if (within === null) return false;
	const more = replace.slice(0, within) + replace.slice(within + find.length);
	if (!/[\p{L}\p{N}_]{3}/u.test(more)) return false;
	const around = text.slice(Math.max(0, at - more.length), at + replace.length);
	return firstPlaceIn(around, replace) !== null;
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
function occurrences$1(text, { find, overlapping, effort }) {
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

// src/apply/diagnosis/diagnose.ts
/**
* The refusal for each hunk that failed in one file, in order: what is wrong, the places that are meant most
* probably with what differs there, and as `data.correction` a change that would do what the hunk wants where
* that is certain. The file is read once for all of them.
*/
function diagnoseHunks(failures, scene) {
	const missing = failures.filter((failure) => failure.status === "not_found");
	const explanations = explainMissing(scene, missing.map(soughtOf));
	let next = 0;
	return failures.map((failure) => {
		return {
			...told(failure, scene, failure.status === "not_found" ? explanations[next++] : void 0),
			path: scene.path,
			hunk: failure.hunk.number
		};
	});
}
function soughtOf({ hunk: { lines, lineHint }, near }) {
	return {
		lines,
		near,
		hint: lineHint === void 0 ? void 0 : lineHint - 1
	};
}
function told(failure, scene, explanation) {
	const name = `Hunk ${failure.hunk.number}, for ${scene.path},`;
	switch (failure.status) {
		case "not_found": return {
			code: "not_found",
			message: `${name} expects lines that are not there. ${explanation?.sentence ?? ""}`,
			data: explanation?.data ?? {}
		};
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

// src/apply/report.ts
/** How a report names the tolerances that were needed, strictest first. */
function toleranceOf(rungs) {
	const rung = rungs.at(-1) ?? "exact";
	return rungs.length > 1 ? {
		rung,
		adjustments: rungs
	} : { rung };
}

// src/apply/hunks.ts
/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
function applyHunks({ file, path, hunks, change, effort }) {
	const text = uncut(file.text);
	const locations = locateHunks(text, hunks, effort);
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
	return location.status === "placed" ? location.edits : [];
}
function failureOf(location, overlaps) {
	if (!("position" in location)) return location;
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
	if (location.status !== "placed" && location.status !== "already_applied") return {
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

// src/apply/regex-syntax.ts
/**
* An expression as the engine takes it. It is written as in JavaScript, but what it is for are texts whose
* line ends are all `\n`, and of whole characters.
*/
function enginePattern(pattern) {
	return pattern.replaceAll("\r\n", "\n").replaceAll(ESCAPES$1, (escape) => {
		if (escape === "\\r\\n") return "\\n";
		return escape.length === SURROGATES.length ? characterOf(escape) : escape;
	});
}
/** What the engine would silently take for something else than JavaScript does; null: nothing. */
function misreadSyntax(pattern) {
	return pattern.includes("(?<") && [...pattern.matchAll(ESCAPES$1)].some(([escape]) => escape === "\\k") ? "backreference \\k" : null;
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
const ESCAPES$1 = /\\(?:r\\n|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[^])/gi;
function characterOf(surrogates) {
	return surrogates.replaceAll(/\\u(.{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
const SPECIAL = /[\\^$.*+?()[\]{}|]/;
const ESCAPED_MARK = /\\([^\w\s])/g;

// src/apply/regex-literal.ts
/**
* Where an expression stands in the text as it is written, for those who wrote a text and forgot to escape it.
* None where it was meant as an expression for certain, or where both are the same. null: too many to look at.
*/
function literalPlaces(text, change, { groups, effort }) {
	const find = change.pattern.replaceAll("\r\n", "\n");
	if (isPlain(find) || usesTemplate(change.replacement, groups)) return [];
	const replacement = change.replacement.replaceAll("\r\n", "\n");
	return occurrences$1(text, {
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

// src/apply/regex-cost.ts
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

// src/apply/regex-reach.ts
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

// src/apply/regex-matches.ts
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
			...refused$3({
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
		...refused$3({
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
		if (length > 5242880) return refused$3(tooMuch(change.path), "/replacement");
		replacements.push(replacement);
		from = end;
	}
}
function searchSteps(size, characters) {
	return size * (characters + 1) + 50;
}
/** The refusal for an expression that is too much work, or that matches at more places than are looked at. */
function tooCostly(path) {
	return refused$3({
		code: "too_large",
		message: `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`,
		path
	});
}
function refused$3(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/regex.ts
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
	const replacement = change.replacement.replaceAll("\r\n", "\n");
	const template = parseTemplate(replacement, {
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
	return refused$2(nothingFound(text, change, effort));
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
	if (!template.ok) return refused$2({
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
		return refused$2(diagnoseEdit({
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
	return refused$2(twoReadings(path, {
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
function refused$2(refusal, pointer = "/pattern") {
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
	const elisions = lines.filter((line, at) => isLeftOut(line, facts, () => endsBlock(lines, at, old)));
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
	while (next < lines.length && !isFilled(lines[next] ?? "")) next += 1;
	if (next < lines.length) return indentOf(lines[next] ?? "").length < depth;
	return depth > 0 || lines.slice(0, at).findLast(isFilled)?.trim() === old.findLast(isFilled)?.trim();
}
function isFilled(line) {
	return line.trim() !== "";
}
function elidedHunk({ lines, number }, path) {
	const added = lines.filter(([mark, text]) => mark === "+" && isWordedElision(text));
	if (added.length === 0) return null;
	const old = trimmedSet(lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]));
	return refusalFor(added.find(([, text]) => !old.has(text.trim()))?.[1], path, number);
}
function elidedEdit({ path, edit }) {
	const added = linesOf$2(edit.replace).filter(isWordedElision);
	if (added.length === 0) return null;
	const old = trimmedSet(linesOf$2(edit.find));
	const refusal = refusalFor(added.find((line) => !old.has(line.trim())), path);
	return refusal === null ? null : {
		...refusal,
		pointer: "/replace"
	};
}
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
* A file that was found in a text was not sent as one on purpose: it must have enough in common with what it
* replaces, and takes over its line endings, byte order mark and final line breaks.
*/
function wholeFile(operation, before) {
	const { write, found } = operation;
	const old = before === null ? null : decodeText(before);
	const refusal = elidedFile(operation, old?.text) ?? (old === null ? null : besideEdits(operation, old.text) ?? unlike(operation, old.text));
	if (refusal !== null) return {
		ok: false,
		refusal
	};
	if (found === void 0 || old === null || old.text === "") return {
		ok: true,
		bytes: bytesOf$1(write)
	};
	const lines = write.content.replaceAll("\r\n", "\n");
	const text = lines.slice(0, endOfLines(lines)) + old.text.slice(endOfLines(old.text));
	const endings = typeof old.endings === "string" ? old.endings : "\n";
	return {
		ok: true,
		bytes: encodeText({
			hasBom: old.hasBom,
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
function bytesOf$1({ content, encoding }) {
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
/** Why what was found in a text can't be the whole of the file; null: it can. */
function unlike({ path, write, found, sureLines }, old) {
	if (found === void 0) return null;
	const before = filled(linesIn(old));
	const lines = linesIn(write.content.replaceAll("\r\n", "\n"));
	const known = new Set(before.map((line) => line.trim()));
	const isKnown = (line) => known.has(line.trim());
	if (found === "bare" && before.length > 0 && !filled(lines).some(isKnown)) return partial(path, "has no line in common with the file", before.length);
	if (before.length >= LEAST_LINES && filled(lines).length * 2 < before.length) return partial(path, `has ${filled(lines).length} lines, and the file ${before.length}`, before.length);
	const rest = filled(lines.slice(sureLines ?? lines.length));
	if (rest.length > 0 && rest.filter(isKnown).length * 2 < rest.length) return partial(path, "may end at a code block inside of it, and what follows is not in the file", before.length);
	return null;
}
/** Shorter files may be rewritten to half their size. */
const LEAST_LINES = 10;
function filled(lines) {
	return lines.filter((line) => line.trim() !== "");
}
function partial(path, why, lines) {
	return {
		code: "elided_edit",
		message: `The text that was found for ${path} ${why}, so it may be only a part of it. Send an edit, or a write change with the whole file.`,
		path,
		data: { lines }
	};
}

// src/apply/diagnosis/missing-file.ts
/** The refusal for a file that is not there, with the known files whose names are most alike. */
function missingFile(path, known) {
	const similar = similarPaths(path, known);
	return {
		code: "not_found",
		message: `There is no file ${path}. ${similar.length === 0 ? "Correct the path, or create the file with a write change." : `Did you mean ${similar.join(" or ")}? Correct the path, or create the file with a write change.`}`,
		path,
		data: { similar }
	};
}
function similarPaths(path, known) {
	const [name, whole] = [profileOf(baseName(path).toLowerCase()), profileOf(path.toLowerCase())];
	const scored = [];
	let left = MAX_COMPARED$1;
	for (const other of known) {
		left -= 1;
		if (left < 0) break;
		if (other === path) continue;
		const [otherName, otherWhole] = [profileOf(baseName(other).toLowerCase()), profileOf(other.toLowerCase())];
		const inWhole = likeness(whole, otherWhole);
		const score = Math.max(likeness(name, otherName), inWhole) + inWhole * LITTLE;
		if (score >= ALIKE) scored.push({
			other,
			score
		});
	}
	return scored.sort((left, right) => right.score - left.score).slice(0, SHOWN_PATHS).map(({ other }) => other);
}
/** Names that are this much alike may be meant for each other. */
const ALIKE = .65;
const SHOWN_PATHS = 3;
/** Names that one missing file is compared with. */
const MAX_COMPARED$1 = 5e3;
const LITTLE = .05;
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// src/apply/tree.ts
/** The folders above a path, outermost first; the root itself is not among them. `a/b/c` gives `a`, `a/b`. */
function parentsOf(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
/** Texts as they are stored: the same to the last byte. */
function sameBytes(left, right) {
	if (left.length !== right.length) return false;
	for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
	return true;
}

// src/apply/workspace.ts
function newWorkspace(source) {
	return {
		source,
		changed: /* @__PURE__ */ new Map(),
		decoded: /* @__PURE__ */ new WeakMap(),
		sizes: /* @__PURE__ */ new WeakMap()
	};
}
/** The file at a path; refused when there is none, or something else, or one that is too large to be read. */
function findFile(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry?.kind === "file") return {
		ok: true,
		value: entry
	};
	return {
		ok: false,
		refusal: entry?.kind === "unread" ? unread(path, entry.size) : noFile(workspace, path, entry?.kind ?? null)
	};
}
/** The file that a new one takes the place of; null: the place is free. */
function findPlace(workspace, path) {
	const there = entryAt(workspace, path)?.kind;
	if (there === "file" || there === "unread") return findFile(workspace, path);
	const refusal = checkFree(workspace, path);
	return refusal === null ? {
		ok: true,
		value: null
	} : {
		ok: false,
		refusal
	};
}
/** Why a path can't be removed; null: a file is there, of whatever size. */
function checkRemovable(workspace, path) {
	const there = entryAt(workspace, path)?.kind ?? null;
	return there === "file" || there === "unread" ? null : noFile(workspace, path, there);
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
		refusal: tooLarge$2(path, file.content.length)
	};
	const text = workspace.decoded.get(file.content) ?? decodeText(file.content);
	if (text !== null) {
		workspace.decoded.set(file.content, text);
		return {
			ok: true,
			value: {
				file,
				text
			}
		};
	}
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
	if (entry?.kind === "file" || entry?.kind === "unread") return {
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
/** Why all files together have grown too much by now, in bytes as they would be written; null: they have not. */
function checkGrowth(workspace) {
	if (growthOf(workspace, mostBytes) <= 6291456) return null;
	if (growthOf(workspace, (content) => sizeOf(workspace, content)) <= 6291456) return null;
	return {
		code: "too_large",
		message: `The patch makes all files together larger by more than ${MAX_GROWN_BYTES} bytes. Split it into several patches.`,
		pointer: "/changes",
		data: { limit: MAX_GROWN_BYTES }
	};
}
function growthOf({ source, changed }, bytesIn) {
	let growth = 0;
	for (const [path, file] of changed) {
		const before = source.get(path);
		growth -= before?.kind === "file" ? before.bytes.length : 0;
		growth += file === null ? 0 : bytesIn(file.content);
	}
	return growth;
}
function mostBytes(content) {
	if (content instanceof Uint8Array) return content.length;
	return 3 * (content.text.length + (content.hasBom ? 1 : 0));
}
function sizeOf({ sizes }, content) {
	if (content instanceof Uint8Array) return content.length;
	const size = sizes.get(content) ?? encodedSize(content);
	sizes.set(content, size);
	return size;
}
/** What differs from the source now, by path; files that became too large are refused. */
function changesOf(workspace) {
	const ends = [...workspace.changed].map(([path, file]) => ({
		path,
		file,
		bytes: file && bytesOf(file.content)
	}));
	const refusals = ends.flatMap(({ path, bytes }) => bytes !== null && bytes.length > 5242880 ? [tooLarge$2(path, bytes.length)] : []);
	const renamed = new Set(ends.flatMap((end) => renamedFrom(workspace, end) ?? []));
	return {
		changes: ends.flatMap((end) => changeOf$1(workspace, end, renamed) ?? []).sort((left, right) => left.path < right.path ? -1 : 1),
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
	for (const [path, { kind }] of source) if ((kind === "file" || kind === "unread") && !changed.has(path)) yield path;
}
/** `there`: what is in the place of a file; null: nothing. */
function noFile(workspace, path, there) {
	return there === null ? missingFile(path, livePaths(workspace)) : notAFile(path, there);
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
		if (entry.kind === "file" || entry.kind === "unread") return {
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
function changeOf$1(workspace, end, renamed) {
	const { path, file, bytes } = end;
	const before = workspace.source.get(path);
	const was = before?.kind === "file" || before?.kind === "unread" ? before : void 0;
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
	return was.kind === "file" && bytes !== null && sameBytes(was.bytes, bytes) && was.executable === file.executable ? null : {
		...now,
		action: "modify"
	};
}
function unread(path, bytes) {
	if (bytes > 5242880) return tooLarge$2(path, bytes);
	return {
		code: "too_large",
		message: `${path} has ${bytes} bytes, and the files of the patch have together more than the ${MAX_READ_BYTES} that are read. Send it in smaller parts.`,
		path,
		data: {
			bytes,
			limit: MAX_READ_BYTES
		}
	};
}
function tooLarge$2(path, bytes) {
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
	if (hunks.length === 0) return removeWhole(path, context);
	const edited = withHunks(path, {
		change,
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
function write$2(operation, { workspace }) {
	const { path, write: change } = operation;
	const place = findPlace(workspace, path);
	if (!place.ok) return {
		refusals: [place.refusal],
		reports: []
	};
	const before = place.value;
	const whole = wholeFile(operation, before && bytesOf(before.content));
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
	const edit = found.ok ? findReplacements(found.value.text.text, operation, effort) : found;
	const report = {
		change,
		path,
		hunk: 1
	};
	if (!found.ok || !edit.ok) return {
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
		content: editText(found.value.text, edit)
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
function findReplacements(text, operation, effort) {
	if (operation.action === "regex") return findRegex(text, operation.regex, effort);
	return findEdit(text, operation.edit, effort);
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
	const { find, replace } = editTexts(edit);
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
		const found = () => literalPlaces$1(text(), {
			find,
			replace
		});
		return refuse({
			status: "miscount",
			by: "text",
			count: 1,
			positions: lines,
			found
		});
	}
	const around = textAround(chunked, place, {
		before: replace.length,
		after: replace.length
	});
	const line = (lines[0] ?? 0) + 1;
	if (isReplaced(around.text, {
		find,
		replace
	}, around.offset)) return {
		line,
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
	if (chunked.length + replace.length - find.length > 5242880) return {
		...tooMuch(edit.path),
		pointer: "/replace"
	};
	replaceAt(chunked, place, {
		length: find.length,
		text: replace
	});
	return { line };
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

// src/patch/formats/apply-patch-header.ts
/** null: the line is none of them. Stars are followed by a space, or by none where a model forgot it. */
function sectionHeader(line) {
	const trimmed = line.trim();
	if (!trimmed.startsWith("***") || line.startsWith(" ") !== MARGIN.test(line)) return null;
	if (BEGIN.test(trimmed)) return { kind: "begin" };
	if (END$1.test(trimmed)) return { kind: "end" };
	const move = MOVE.exec(line);
	if (move !== null) return {
		kind: "move",
		path: bare(move[1] ?? "")
	};
	const file = FILE.exec(line);
	const action = ACTIONS[(file?.[1] ?? "").toLowerCase()];
	if (action === void 0) return null;
	const path = bare(file?.[2] ?? "");
	const [from = "", to] = action === "update" ? path.split(" -> ") : [path];
	return {
		kind: "file",
		action,
		path: from.trim(),
		...to === void 0 ? {} : { to: to.trim() }
	};
}
function isEndOfFile(line) {
	return /^\*\*\* ?End of File(?: ?\*\*\*)?$/i.test(line.trimEnd());
}
/** The first and the last line may be indented; within a patch, a line that begins with a space is context. */
const MARGIN = /^ +\*\*\* ?(?:Begin|End) Patch/i;
const BEGIN = /^\*\*\* ?Begin Patch(?: ?\*\*\*)?$/i;
const END$1 = /^\*\*\* ?End Patch(?: ?\*\*\*)?$/i;
const MOVE = /^\*\*\* ?(?:Move|Rename)(?:d)? to ?: ?(.+)$/i;
const FILE = /^\*\*\* ?(Add|Create|New|Update|Modify|Edit|Change|Move|Rename|Delete|Remove) File ?: ?(.+)$/i;
const ACTIONS = {
	add: "add",
	create: "add",
	new: "add",
	update: "update",
	modify: "update",
	edit: "update",
	change: "update",
	move: "update",
	rename: "update",
	delete: "delete",
	remove: "delete"
};
/** Without what models put around a path, and without the stars that some repeat at the end. */
function bare(text) {
	const path = text.trim().slice(0, 2 * MAX_PATH_BYTES);
	const open = path.endsWith(" ***") ? path.slice(0, -4).trimEnd() : path;
	const [quote] = open;
	return open.length > 2 && (quote === "`" || quote === "\"" || quote === "'") && open.endsWith(quote) ? open.slice(1, -1) : open;
}

// src/patch/formats/hunk-header.ts
function isHunkHeader(line) {
	return line?.startsWith("@@") === true && !line.startsWith("@@@");
}
/** `@@ -1,3 +1,4 @@ heading`, `@@ class A`, `@@ ... @@`, or `@@` alone. */
function parseHunkHeader(line) {
	const range = RANGE.exec(line);
	if (range === null) return anchorOf(withoutEnd(line.slice(2)));
	const [, oldStart, oldCount, newStart, newCount, heading = ""] = range;
	return {
		oldStart: Number(oldStart),
		...newStart === void 0 ? {} : {
			oldCount: Number(oldCount ?? 1),
			newCount: Number(newCount ?? 1)
		},
		...anchorOf(heading)
	};
}
/** The line, from 1, where the old side begins. */
function lineHintOf({ oldStart, oldCount }) {
	if (oldStart === void 0) return void 0;
	const line = oldCount === 0 ? oldStart + 1 : oldStart;
	return line > 0 ? line : void 0;
}
const RANGE = /^@@ ?-(\d{1,9})(?:,(\d{1,9}))?(?: \+(\d{1,9})(?:,(\d{1,9}))?)?(?: ?@@(.*)| {0,9})$/;
function withoutEnd(text) {
	const trimmed = text.trim();
	return trimmed.endsWith("@@") ? trimmed.slice(0, -2) : trimmed;
}
function anchorOf(text) {
	const anchor = text.trim();
	return /[\p{L}_]/u.test(anchor) ? { anchor } : {};
}

// src/patch/formats/line-numbers.ts
/**
* The lines without the line numbers before them, as editors and tools show them (`12 | text`, `12→text`,
* `12<tab>text`); null where not every line has one, or where they do not count up as lines of a file do.
*/
function withoutLineNumbers(lines) {
	const numbered = numberedLines(lines);
	if (numbered === null || numbered.length === 0) return null;
	return numbered.every(({ number }, index) => number === (numbered[0]?.number ?? 0) + index) ? numbered.map(({ text }) => text) : null;
}
/** The lines without their numbers, whatever they are: added lines have the number of a neighbour, or any. */
function withoutAnyNumbers(lines) {
	return numberedLines(lines)?.map(({ text }) => text) ?? null;
}
/** Old and new lines without their numbers, where all have one and the old ones count up; null elsewhere. */
function withoutNumbersOnBothSides(sides) {
	const old = withoutLineNumbers(sides.old);
	const now = withoutAnyNumbers(sides.now);
	const first = numberedLines(sides.old.slice(0, 1))?.[0]?.number;
	return old === null || now === null || first === void 0 ? null : {
		old,
		now,
		first
	};
}
function isNumbered(line) {
	return NUMBER.test(line);
}
function numberedLines(lines) {
	const numbered = [];
	for (const line of lines) {
		const match = NUMBER.exec(line);
		if (match === null) return null;
		numbered.push({
			number: Number(match[1]),
			text: line.slice(match[0].length)
		});
	}
	return numbered;
}
/** A number, a separator, and the one space that belongs to it; an empty line may have lost that space. */
const NUMBER = /^ {0,8}(\d{1,7})(?: ?\| ?| ?│ ?|→|\t)/;

// src/patch/formats/hunk-body.ts
/** Makes a hunk of the lines below its header: every line says by its mark what it is, as far as it has one. */
function readBody$1(body) {
	const sides = readSides(body.lines);
	if (sides.endsDiffer) return {
		ok: true,
		...hunkOf(body, sides)
	};
	if (!sides.marked) return {
		ok: false,
		problem: UNMARKED,
		idle: false
	};
	if (sameLines$1(sides.rawOld, sides.rawNew)) return {
		ok: false,
		problem: SAME,
		idle: true
	};
	if (sameButReturns(sides.rawOld, sides.rawNew)) return {
		ok: false,
		problem: ENDINGS_ONLY,
		idle: false
	};
	return {
		ok: true,
		...hunkOf(body, sides)
	};
}
const UNMARKED = "removes and adds nothing. Mark the lines to change with - and +.";
const SAME = "removes and adds nothing: both sides are the same. Send the lines as they shall be.";
const ENDINGS_ONLY = "changes line endings only, and those are kept as the file has them. Send a write change to replace them.";
/** Where text behind a hunk begins that nobody marked, such as an explanation; the number of lines where there is none. */
function endOfMarked(lines) {
	const last = lines.findLastIndex((line) => line.startsWith("+") || line.startsWith("-"));
	const blank = lines.findIndex((line, index) => index > last && line.trim() === "" && !line.startsWith(" "));
	if (last === -1 || blank === -1) return lines.length;
	const rest = lines.slice(blank).filter((line) => line.trim() !== "");
	if (rest.length === 0 || rest.some((line) => markOf(line) !== null || isElision(line))) return lines.length;
	const kept = lines.slice(0, blank);
	return kept.some((line) => line.startsWith("-") || line.startsWith(" ") && line.trim() !== "") && !kept.some((line) => isUnmarked(line) && !isHunkHeader(line)) ? blank : lines.length;
}
function readSides(body) {
	const lines = [];
	const rawOld = [];
	const rawNew = [];
	const ended = {
		old: false,
		now: false,
		wentOn: false
	};
	let lost = false;
	for (const raw of body) {
		const line = withoutReturn$1(raw);
		if (line.startsWith("\\ ")) {
			const mark = lines.at(-1)?.[0];
			ended.old ||= mark !== "+";
			ended.now ||= mark !== "-";
			continue;
		}
		const read = hunkLine(line);
		lost ||= isUnmarked(line);
		lines.push(read);
		const text = markOf(raw) === null ? raw : raw.slice(1);
		if (read[0] !== "+") rawOld.push(text);
		if (read[0] !== "-") rawNew.push(text);
		ended.wentOn ||= ended.old && read[0] !== "+" || ended.now && read[0] !== "-";
	}
	const [oldEnded, newEnded] = ended.wentOn ? [false, false] : [ended.old, ended.now];
	return {
		lines,
		rawOld,
		rawNew,
		marked: lines.some(([mark]) => mark !== " "),
		oldEnded,
		newEnded,
		wentOn: ended.wentOn,
		lost,
		endsDiffer: oldEnded !== newEnded
	};
}
function hunkLine(line) {
	if (line === "" || line === " ") return BLANK;
	const mark = markOf(line);
	return mark === null ? [
		" ",
		line,
		"unmarked"
	] : [mark, line.slice(1)];
}
/** One for all: a text of nothing but line breaks must not become a heap of pairs. */
const BLANK = [" ", ""];
function isUnmarked(line) {
	return markOf(line) === null && line.trim() !== "" && !line.startsWith("\\ ") && !isElision(line);
}
function sameButReturns(left, right) {
	return left.length === right.length && sameLines$1(left.map(withoutReturn$1), right.map(withoutReturn$1));
}
function withoutReturn$1(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function sameLines$1(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function hunkOf(body, sides) {
	const repairs = [];
	if (sides.lost) repairs.push("lines of a hunk without a mark were read as unchanged lines");
	if (sides.wentOn) repairs.push("a note about the missing last line break was left out, because lines follow it");
	const suspect = sides.lost ? sides.lines.map(asSuspect) : sides.lines;
	const bare = withoutNumbers(suspect);
	if (bare !== null) repairs.push("line numbers before the lines of a hunk were left out");
	const lines = bare?.lines ?? suspect;
	const header = body.headers.findLast(({ oldStart }) => oldStart !== void 0);
	const lineHint = (header === void 0 ? void 0 : lineHintOf(header)) ?? bare?.first;
	const { oldEnded, newEnded, endsDiffer } = sides;
	return {
		hunk: {
			number: body.number,
			lines: endsDiffer ? sharedLastLine(lines) : lines,
			...lineHint === void 0 ? {} : { lineHint },
			anchors: body.headers.flatMap(({ anchor }) => anchor ?? []),
			...oldEnded || newEnded || body.endOfFile === true ? { endOfFile: true } : {},
			...endsDiffer ? { finalNewline: oldEnded } : {}
		},
		repairs
	};
}
/** Where one line lost its mark, a line that begins with a space may have lost its too, and begin with its own. */
function asSuspect(line) {
	return line[0] === " " && line[1] !== "" ? [
		" ",
		line[1],
		"unmarked"
	] : line;
}
function withoutNumbers(lines) {
	const first = lines.find(([mark]) => mark !== "+")?.[1];
	if (first === void 0 || !isNumbered(first)) return null;
	const old = lines.filter(([mark]) => mark !== "+").map(([, text]) => text);
	if (old.length < LEAST_NUMBERED$1) return null;
	const now = lines.filter(([mark]) => mark === "+").map(([, text]) => text);
	const bare = withoutNumbersOnBothSides({
		old,
		now
	});
	if (bare === null) return null;
	const rest = {
		"+": bare.now.values(),
		"-": bare.old.values()
	};
	return {
		first: bare.first,
		lines: lines.map(([mark, text]) => [mark, rest[mark === "+" ? "+" : "-"].next().value ?? text])
	};
}
/** One line alone that begins with a number may well be such a line. */
const LEAST_NUMBERED$1 = 2;
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

// src/patch/formats/reading.ts
/** null: there are more lines than are read. */
function linesToRead(text, context = {}) {
	const lines = text.split("\n", MAX_LINES$2 + 2);
	if (lines.length > 1e5 + 1) return null;
	if (lines.at(-1) === "") lines.pop();
	const { path, linesBefore = 0, hunksBefore = 0 } = context;
	return {
		lines,
		at: 0,
		hunks: hunksBefore,
		path,
		before: linesBefore,
		maxHunks: hunksBefore + MAX_HUNKS,
		operations: [],
		refusals: [],
		repairs: newRepairs()
	};
}
/** A line without its carriage return; undefined behind the end. */
function lineAt$1({ lines, at: next }, at = next) {
	const line = lines[at];
	return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
/** The number of a line, from 1, in the text that was sent. */
function numberOf({ before, at: next }, at = next) {
	return before + at + 1;
}
/** Is there more to read? Not beyond the number of hunks that a patch may have. */
function hasMore(reader) {
	if (reader.at >= reader.lines.length || reader.hunks > reader.maxHunks) return false;
	return reader.refusals.length < MAX_PROBLEMS;
}
/** Problems after which reading ends; more than are ever listed. */
const MAX_PROBLEMS = 200;
function readingOf({ operations, refusals, repairs, hunks, maxHunks }) {
	if (hunks > maxHunks) return tooLarge$1("hunks", MAX_HUNKS);
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs: repairsOf(repairs)
	};
}
function tooManyLines() {
	return tooLarge$1("lines", MAX_LINES$2);
}
function tooLarge$1(unit, limit) {
	return {
		ok: false,
		refusals: [{
			code: "too_large",
			message: `The text holds more than ${limit} ${unit}, and that many are allowed. Split it into several patches.`,
			data: { limit }
		}]
	};
}
/** A text that can't be read at `line` (from 1) of what was sent. */
function malformedAt(place, message) {
	return {
		code: "malformed",
		message,
		...place.path === void 0 ? {} : { path: place.path },
		...place.hunk === void 0 ? {} : { hunk: place.hunk },
		data: { line: place.line }
	};
}
function newRepairs() {
	return /* @__PURE__ */ new Map();
}
/** `what` is a sentence without capital and period, such as "a hunk header without line ranges was read". */
function addRepair(repairs, what, line) {
	const said = what.slice(0, MAX_REPAIR_CHARACTERS);
	const known = repairs.get(said);
	if (known !== void 0) known.count += 1;
	else if (repairs.size < MAX_REPAIRS) repairs.set(said, {
		first: line,
		count: 1
	});
}
/** Kinds of repairs that are told apart; a text that needs more is told so by the first ones. */
const MAX_REPAIRS = 50;
/** A repair names a path or two; hostile ones are cut. */
const MAX_REPAIR_CHARACTERS = 400;
function repairsOf(repairs) {
	return [...repairs].map(([what, { first, count }]) => {
		const more = count === 1 ? "" : ` and ${count - 1} more`;
		return `${what.charAt(0).toUpperCase()}${what.slice(1)} (line ${first}${more})`;
	});
}

// src/patch/formats/apply-patch-section.ts
/** A new file: every line begins with `+`, or none does and all are the file. */
function readAdded(reader, path) {
	const start = reader.at;
	const body = sectionBody(reader);
	reader.hunks += 1;
	const first = body.findIndex((line) => line.trim() !== "" && !isHunkHeader(line));
	const added = body.slice(isHunkHeader(body[0]) ? Math.max(first, 0) : 0);
	const plain = !added.some((line) => line.startsWith("+"));
	const wrong = added.findIndex((line) => line.trim() !== "" && !line.startsWith("+"));
	if (wrong !== -1 && !plain) {
		const line = numberOf(reader, start + (body.length - added.length) + wrong);
		const message = `Line ${line}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: reader.hunks
		}, message));
		return;
	}
	if (plain && added.length > 0) addRepair(reader.repairs, `the lines of the new file ${path} were read without a + before each`, numberOf(reader, start));
	const lines = plain ? added : added.map((line) => line.slice(1));
	const rest = {
		finalNewline: true,
		executable: false,
		hunk: reader.hunks
	};
	reader.operations.push({
		action: "create",
		path,
		lines,
		...rest
	});
}
/** A file that goes; lines below, where there are any, must be all that it holds. */
function readRemoved(reader, path) {
	const start = reader.at;
	const body = sectionBody(reader);
	const hunks = body.some((line) => line.startsWith("-")) ? readHunks$1(reader, {
		path,
		start,
		body
	}) : [];
	if (hunks !== null) reader.operations.push({
		action: "delete",
		path,
		hunks
	});
}
/** A file that is changed, and moved where `to` or the section's first line says so. */
function readUpdated(reader, { path, to }) {
	const line = numberOf(reader, reader.at - 1);
	const moved = to ?? movedTo(reader);
	const start = reader.at;
	const hunks = readHunks$1(reader, {
		path,
		start,
		body: sectionBody(reader)
	});
	if (hunks === null) return;
	if (moved !== void 0) reader.operations.push({
		action: "rename",
		from: path,
		path: moved,
		hunks
	});
	else if (hunks.length > 0) reader.operations.push({
		action: "modify",
		path,
		hunks
	});
	else {
		const message = `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
	}
}
function movedTo(reader) {
	while (lineAt$1(reader) === "") reader.at += 1;
	const header = sectionHeader(lineAt$1(reader) ?? "");
	if (header?.kind !== "move") return void 0;
	reader.at += 1;
	return header.path;
}
/** The lines up to the next section, without carriage returns, and without what stands behind the last one. */
function sectionBody(reader) {
	const body = [];
	for (let line = lineAt$1(reader); line !== void 0; line = lineAt$1(reader)) {
		const header = sectionHeader(line);
		if (header !== null && header.kind !== "move") return trimBlankEnd(body);
		body.push(line);
		reader.at += 1;
	}
	const last = body.findLastIndex((line) => line.startsWith("+") || line.startsWith("-"));
	const close = body.findIndex((line, index) => index > last && CLOSING.test(line));
	addRepair(reader.repairs, "a patch without *** End Patch was read", numberOf(reader, reader.at - 1));
	const own = close === -1 ? body : body.slice(0, close);
	return trimBlankEnd(own.slice(0, endOfMarked(own)));
}
/** What ends a shell's quoted text, or a fence. */
const CLOSING = /^(?:`{3,}|~{3,}|EOF|PATCH)\s{0,9}$/;
/** Blank lines between sections are for the reader's eye. */
function trimBlankEnd(lines) {
	return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
/** null: some hunk was refused. */
function readHunks$1(reader, section) {
	const hunks = [];
	const idle = [];
	let refused = false;
	for (const { at, headers, lines, endOfFile } of draftsOf(section)) {
		reader.hunks += 1;
		if (reader.hunks > reader.maxHunks) return null;
		const line = numberOf(reader, at);
		const result = readBody$1({
			number: reader.hunks,
			headers,
			lines: withoutBlankEnd(lines),
			endOfFile
		});
		if (result.ok) {
			hunks.push(result.hunk);
			for (const repair of result.repairs) addRepair(reader.repairs, repair, line);
			continue;
		}
		const message = `Hunk ${reader.hunks}, at line ${line} of the patch, in ${section.path}, ${result.problem}`;
		const refusal = malformedAt({
			line,
			path: section.path,
			hunk: reader.hunks
		}, message);
		if (result.idle || lines.every(isPlainContext)) {
			idle.push({
				line,
				refusal
			});
			continue;
		}
		refused = true;
		reader.refusals.push(refusal);
	}
	if (hunks.length === 0) for (const { refusal } of idle) reader.refusals.push(refusal);
	else for (const { line } of idle) addRepair(reader.repairs, "a hunk that changes nothing was left out", line);
	return refused || hunks.length === 0 && idle.length > 0 ? null : hunks;
}
/** Is it marked as a line that stays? One without a mark may be a change whose mark is lost. */
function isPlainContext(line) {
	return line.startsWith(" ") || line === "";
}
function draftsOf({ path, start, body }) {
	const drafts = [];
	for (const [index, line] of body.entries()) {
		const at = start + index;
		const open = drafts.at(-1);
		if (isHunkHeader(line)) (open?.lines.length === 0 && !open.endOfFile ? open : startDraft(drafts, at)).headers.push(parseHunkHeader(line));
		else if (isEndOfFile(line)) {
			const draft = open ?? startDraft(drafts, at);
			draft.endOfFile = true;
		} else if (open === void 0 || open.endOfFile) {
			if (line.trim() !== "" && !isNameLine(line, path)) startDraft(drafts, at).lines.push(line);
		} else open.lines.push(line);
	}
	return drafts;
}
/** A blank line without its space, before the next hunk, is for the eye too; it is kept where it is all the context. */
function withoutBlankEnd(lines) {
	const end = lines.findLastIndex((line) => line !== "") + 1;
	const kept = lines.slice(0, end);
	return kept.some((line) => !line.startsWith("+") && line.trim() !== "") ? kept : lines;
}
function startDraft(drafts, at) {
	const draft = {
		at,
		headers: [],
		lines: [],
		endOfFile: false
	};
	drafts.push(draft);
	return draft;
}
/** Models put a diff's name lines below the section's own. */
function isNameLine(line, path) {
	return line === `--- a/${path}` || line === `+++ b/${path}` || line === `--- ${path}` || line === `+++ ${path}`;
}

// src/patch/formats/file-lines.ts
/** Does a file's part of a unified diff begin here? Outside of hunks one of its two name lines is enough. */
function isFileStart(reader, at = reader.at) {
	const line = lineAt$1(reader, at) ?? "";
	if (isFileHeader(reader, at)) return true;
	const next = lineAt$1(reader, at + 1) ?? "";
	if (line.startsWith("rename from ")) return next.startsWith("rename to ");
	return (line.startsWith("--- ") || line.startsWith("+++ ")) && isHunkHeader(next);
}
/** Does a file begin here, whatever stands before? */
function isFileHeader(reader, at = reader.at) {
	const line = reader.lines[at] ?? "";
	if (line.startsWith("diff --git ")) return true;
	return line.startsWith("--- ") && (reader.lines[at + 1] ?? "").startsWith("+++ ");
}
/** Does the text of a hunk end before this line, whatever its header counts? */
function isBoundary(reader, at) {
	const line = lineAt$1(reader, at);
	if (line === void 0) return true;
	switch (line.charAt(0)) {
		case "@": return line.startsWith("@@");
		case "-": return isSignature(reader, at) || line.startsWith("--- ") && isNamePair(reader, at);
		case " ":
		case "+":
		case "": return false;
		default: return line.startsWith("diff --git ") || isSeparator(line) || FENCE$1.test(line) || MAIL.test(line);
	}
}
/** In a hunk, `--- x` and `+++ y` are a removed and an added line unless they name a file and a hunk of it follows. */
function isNamePair(reader, at) {
	if (!(lineAt$1(reader, at + 1) ?? "").startsWith("+++ ")) return false;
	const next = lineAt$1(reader, at + 2);
	return isHunkHeader(next) || isSameFile(reader, at);
}
/** Do the two name lines name one file, with git's prefixes? */
function isSameFile(reader, at) {
	const old = (lineAt$1(reader, at) ?? "").slice(4).trimEnd();
	const now = (lineAt$1(reader, at + 1) ?? "").slice(4).trimEnd();
	if (old === "/dev/null" || now === "/dev/null") return true;
	return old.startsWith("a/") && now.startsWith("b/") && old.slice(2) === now.slice(2);
}
/** The line that ends the diff in a mail of `git format-patch`, with git's version below it. */
function isSignature(reader, at = reader.at) {
	if (!/^-- ?$/.test(lineAt$1(reader, at) ?? "")) return false;
	return /^\d+\.\d[\d.\w() -]{0,60}$/.test(lineAt$1(reader, at + 1) ?? "");
}
/** Lines that diff, Subversion and others write between two files. */
function isSeparator(line) {
	return line.trim() === "" || /^(?:Index: |={60,}$|diff -|Only in )/.test(line);
}
const FENCE$1 = /^(?:```|~~~)/;
const MAIL = /^From [0-9a-f]{40} /;

// src/patch/formats/path-line.ts
/**
* The path that a line over an edit or a fence names, as models write it: bare, in bold, in backquotes, as a
* heading, behind `File:`, or in a tag. null: the line is prose, or empty.
*/
function pathOn(line) {
	if (line.length > 1024) return null;
	const tagged = TAGGED.exec(line.trim())?.[2]?.trim() ?? "";
	if (tagged !== "") return tagged;
	const label = LABEL.exec(line.trim());
	const bare = stripped(label === null ? line : line.trim().slice(label[0].length));
	if (bare === "" || bare.includes("://") || /^[^\p{L}\p{N}._/\\@(["'`-]/u.test(bare)) return quotedPath(line);
	if (!/\s/.test(bare)) return bare.endsWith(":") || /^[-.,!?]+$/.test(bare) ? null : bare;
	return quotedPath(line) ?? (isSpacedPath(bare, label !== null) ? bare : null);
}
/** As tools that are called with XML name their file. */
const TAGGED = /^<(path|file|file_?path|file_?name|target_?file)>([^<>]+)<\/\1>$/i;
/** A line with one tag and nothing else, such as what tools put around a patch. */
function isTagLine(line) {
	return /^<\/?[a-z_]{1,40}>$/i.test(line.trim());
}
/** Would nobody take the text for anything but a path? */
function looksLikePath(text) {
	return /[./]/.test(text) && !text.endsWith(".") && !/^\w+:\/\//.test(text);
}
/**
* A name as the repository has it: without `./`, and with the folders of the given path where the name is its
* end, because models leave out what they were told.
*/
function fullPath(name, given) {
	const path = (name.startsWith("./") ? name.slice(2) : name).slice(0, MAX_PATH_BYTES + 1);
	return given?.endsWith(`/${path}`) === true ? given : path;
}
const LABEL = /^[#>*\s]{0,8}(?:file(?: ?(?:name|path))?|path|in|edit|update|modify|create)\s?:\*{0,2}\s/i;
/** Without the marks that Markdown, comments and sentences put around a name. */
function stripped(line) {
	let text = line.trim().replace(/^(?:#{1,6}\s|\/\/\s|[-*]\s|\d{1,3}\.\s)/, "").trim();
	text = text.replace(/\s\((?:new(?: file)?|modified|updated|edited|created)\)$/i, "").trim();
	for (let before = ""; before !== text;) {
		before = text;
		if (text.endsWith(":")) text = text.slice(0, -1);
		for (const mark of [
			"**",
			"__",
			"`",
			"\"",
			"'"
		]) if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)) text = text.slice(mark.length, -mark.length);
	}
	return text.trim();
}
/** The one path-like name in backquotes: "In `src/a.ts`, change this:". */
function quotedPath(line) {
	const names = line.split("`").filter((part, index) => index % 2 === 1 && !/\s/.test(part) && looksLikePath(part));
	return names.length === 1 ? names[0] ?? null : null;
}
/** A name with spaces looks like prose; it must have a folder or an extension at its end, and no more than a few words. */
function isSpacedPath(text, labelled) {
	const words = text.split(/\s+/).length;
	return (/[^\s.]\.\w{1,8}$/.test(text) || text.includes("/")) && (labelled || words <= MAX_WORDS$1) && !/[,;!?]|:\s|\.\s/.test(text);
}
/** Words of a file's name before it is taken for a sentence. */
const MAX_WORDS$1 = 3;

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

// src/patch/formats/header-names.ts
/** The name behind `--- ` or `+++ `; null for /dev/null. */
function nameOf(text) {
	const name = (headerName(text) ?? text).slice(0, MAX_NAME_CHARACTERS);
	return name === "/dev/null" ? null : name;
}
/** A path with its prefix; what is cut is refused for its length later. */
const MAX_NAME_CHARACTERS = MAX_PATH_BYTES + 16;
/** What the header asks for, and of which file. `given` is the file's path as it was named outside of the diff. */
function namesOf(raw, given) {
	for (const action of ["rename", "copy"]) {
		const from = raw.fields.get(`${action} from`);
		const path = raw.fields.get(`${action} to`);
		if (from !== void 0 && path !== void 0) return movedNames(raw, {
			action,
			from,
			path
		});
		if (from !== void 0 || path !== void 0) return {
			ok: false,
			message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`
		};
	}
	const names = raw.names === void 0 ? gitLineNames(raw) : fileLineNames(raw, raw.names);
	if (!names.ok) return names;
	const path = fullPath(names.header.path, given);
	return {
		...names,
		header: {
			...names.header,
			path
		}
	};
}
function movedNames(raw, header) {
	const { from, path } = header;
	return [raw.pair, raw.names].filter((pair) => pair !== null && pair !== void 0).every(([old, now]) => [from, `a/${from}`].includes(old ?? "") && [path, `b/${path}`].includes(now ?? "")) ? {
		ok: true,
		header
	} : contradiction$1(path);
}
/** A file without name lines: only its mode changes, or it is empty, or they were left out. */
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
	if (old === null && now === null) return {
		ok: false,
		message: "The lines --- and +++ name no file. Name it in at least one of them."
	};
	const bare = bareNames({
		old,
		now,
		pair
	});
	if (bare.from !== null && bare.to !== null && bare.from !== bare.to) return differentNames(bare.from, bare.to);
	const path = bare.to ?? bare.from ?? "";
	if ((pair === null || pair === void 0 ? [] : hasPrefixes(...pair) ? pair.map(withoutPrefix$1) : pair).some((name) => name !== path)) return contradiction$1(path);
	const action = bare.from === null ? "create" : bare.to === null ? "delete" : "modify";
	const declared = actionOf(fields) ?? action;
	if (declared !== action && action !== "modify") return contradiction$1(path);
	const repair = declared === action ? bare.repair : `the header of ${path} names the file on both sides, and was read by its mode line`;
	return {
		ok: true,
		header: {
			action: declared,
			path
		},
		...repair === void 0 ? {} : { repair }
	};
}
/** Both names without their prefixes. */
function bareNames({ old, now, pair }) {
	if (old === null || now === null) {
		const prefixed = isPrefixedAlone({
			old,
			now,
			pair
		});
		return {
			from: prefixed ? withoutPrefix$1(old) : old,
			to: prefixed ? withoutPrefix$1(now) : now
		};
	}
	if (hasPrefixes(old, now)) return {
		from: withoutPrefix$1(old),
		to: withoutPrefix$1(now)
	};
	if (old === now) return {
		from: old,
		to: now
	};
	const [from, to] = [withoutSide(old), withoutSide(now)];
	if (from === to) return {
		from,
		to,
		repair: `the names ${old} and ${now} were read as ${to}`
	};
	if (from === now) return {
		from,
		to: now,
		repair: `the names ${old} and ${now} were read as ${now}`
	};
	return old === to ? {
		from: old,
		to,
		repair: `the names ${old} and ${now} were read as ${old}`
	} : {
		from: old,
		to: now
	};
}
function withoutPrefix$1(name) {
	return name === null ? name : name.slice(2);
}
/** The name without a first folder that means a side of the diff, as git and people call them. */
function withoutSide(name) {
	return name.replace(/^(?:[abciow]|old|new|orig|original|modified)\//, "");
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
function contradiction$1(path) {
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

// src/patch/formats/unified-header.ts
/**
* Reads the lines before a file's first hunk. A header names its file up to three times; all names must
* agree, because a path that is declared in one place and used from another gets past every check.
*/
function readFileHeader(reader) {
	const line = numberOf(reader);
	const raw = readRawHeader(reader);
	const names = namesOf(raw, reader.path);
	if (!names.ok) return failed$1(malformedAt({ line }, names.message));
	const { path } = names.header;
	const special = specialMode(raw);
	if (special !== null || raw.binary) return failed$1(notText(path, special ?? "is binary"));
	if (names.repair !== void 0) addRepair(reader.repairs, names.repair, line);
	const mode = raw.fields.get("new mode") ?? raw.fields.get("new file mode");
	if (mode === void 0) return {
		ok: true,
		header: names.header
	};
	if (!FILE_MODES.has(mode)) return failed$1(malformedAt({
		line,
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
function readRawHeader(reader) {
	const first = lineAt$1(reader) ?? "";
	const isGit = first.startsWith(GIT_LINE);
	if (isGit) reader.at += 1;
	const fields = /* @__PURE__ */ new Map();
	for (let field = fieldAt(reader); field !== null; field = fieldAt(reader)) {
		const [, name = "", value = ""] = field;
		fields.set(name, / (?:from|to)$/.test(name) ? plainName(value).slice(0, MAX_PATH_BYTES + 1) : value);
		reader.at += 1;
	}
	const line = lineAt$1(reader) ?? "";
	const binary = /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
	const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : void 0;
	const names = readNameLines(reader, isGit);
	return {
		pair,
		fields,
		binary,
		...names === void 0 ? {} : { names }
	};
}
const GIT_LINE = "diff --git ";
function fieldAt(reader) {
	return FIELD.exec(lineAt$1(reader) ?? "");
}
const FIELD = /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;
/** The lines `---` and `+++`. One of them is enough where a hunk follows; it counts for both. */
function readNameLines(reader, isGit) {
	const line = lineAt$1(reader) ?? "";
	const next = lineAt$1(reader, reader.at + 1);
	if (line.startsWith("--- ") && next?.startsWith("+++ ") === true) {
		reader.at += 2;
		return [nameOf(line.slice(4)), nameOf(next.slice(4))];
	}
	if (!/^(?:---|\+\+\+) /.test(line) || !isHunkHeader(next)) return void 0;
	addRepair(reader.repairs, "a file header with only one of the lines --- and +++ was read", numberOf(reader));
	reader.at += 1;
	const name = nameOf(line.slice(4));
	if (isGit && name === null) return void 0;
	return line.startsWith("--- ") ? [name, withPrefix(name, "a/", "b/")] : [withPrefix(name, "b/", "a/"), name];
}
function withPrefix(name, from, to) {
	return name?.startsWith(from) === true ? to + name.slice(from.length) : name;
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
function failed$1(refusal) {
	return {
		ok: false,
		refusal
	};
}

// src/patch/formats/unified-hunk.ts
/**
* Reads one hunk of a unified diff. Where the counts in its header fit the lines below and what follows them,
* they say where it ends; everywhere else it goes on up to the next hunk or file.
*/
function readHunk(reader, path) {
	reader.hunks += 1;
	const start = reader.at;
	const place = {
		line: numberOf(reader),
		path,
		hunk: reader.hunks
	};
	if (lineAt$1(reader)?.startsWith("@@@") === true) return failed(place, COMBINED);
	const headers = readHeaders(reader);
	const header = headers.at(-1) ?? {};
	const counted = countedEnd(reader, header);
	const end = counted ?? boundaryFrom(reader, reader.at);
	const lines = reader.lines.slice(reader.at, counted ?? trimmedEnd(reader, {
		header,
		end
	}));
	reader.at = end;
	const result = readBody$1({
		number: reader.hunks,
		headers,
		lines
	});
	if (!result.ok) return failed(place, result.problem, result.idle);
	if (counted === null && header.oldCount !== void 0) addRepair(reader.repairs, "a hunk header that counts its lines wrongly was not relied on", place.line);
	if (counted === null && header.oldCount === void 0 && isHunkHeader(lineAt$1(reader, start))) addRepair(reader.repairs, "a hunk header without line ranges was read", place.line);
	for (const repair of result.repairs) addRepair(reader.repairs, repair, place.line);
	return {
		ok: true,
		hunk: result.hunk
	};
}
const COMBINED = "is part of a combined diff of a merge, which has several old sides. Send a diff against one of them.";
/** The hunk's header lines; several in a row name one place, from the outside in. A hunk that lost its header has none. */
function readHeaders(reader) {
	const headers = [];
	for (let line = lineAt$1(reader); line !== void 0 && isHunkHeader(line); line = lineAt$1(reader)) {
		const last = headers.at(-1);
		if (last !== void 0 && last.anchor === void 0) break;
		headers.push(parseHunkHeader(line));
		reader.at += 1;
	}
	return headers;
}
/** Where the hunk ends by its own count; null where the count does not fit. */
function countedEnd(reader, { oldCount, newCount }) {
	if (oldCount === void 0 || newCount === void 0) return null;
	let [old, now, at] = [
		oldCount,
		newCount,
		reader.at
	];
	for (; old > 0 || now > 0; at += 1) {
		const mark = (lineAt$1(reader, at) ?? "?").charAt(0);
		if (mark === "\\") continue;
		if (mark !== "" && mark !== " " && mark !== "-" && mark !== "+") return null;
		if (mark !== "+") old -= 1;
		if (mark !== "-") now -= 1;
		if (old < 0 || now < 0) return null;
	}
	while (lineAt$1(reader, at)?.startsWith("\\") === true) at += 1;
	return isEnd(reader, at) ? at : null;
}
/** Nothing that might belong to the hunk follows. */
function isEnd(reader, at) {
	if (isHunkHeader(lineAt$1(reader, at)) && at - 2 >= reader.at && isSameFile(reader, at - 2)) {
		if (lineAt$1(reader, at - 2)?.startsWith("--- ") && lineAt$1(reader, at - 1)?.startsWith("+++ ")) return false;
	}
	let next = at;
	while (lineAt$1(reader, next)?.trim() === "") next += 1;
	if (isBoundary(reader, next)) return true;
	if (/^[ +-]/.test(lineAt$1(reader, next) ?? "")) return false;
	const end = boundaryFrom(reader, next);
	return !reader.lines.slice(next, end).some((line) => line.startsWith("+") || line.startsWith("-"));
}
function boundaryFrom(reader, from) {
	let at = from;
	while (!isBoundary(reader, at)) at += 1;
	return at;
}
/** Blank lines at the end part hunks for the eye, unless the header counts them; text without marks explains. */
function trimmedEnd(reader, { header, end }) {
	const lines = reader.lines.slice(reader.at, end);
	const marked = reader.at + endOfMarked(lines);
	if (marked < end) addRepair(reader.repairs, "text behind a hunk that no line marks was passed over", reader.before + marked + 1);
	let last = marked;
	while (last > reader.at && lineAt$1(reader, last - 1) === "") last -= 1;
	let old = reader.lines.slice(reader.at, last).filter((line) => !/^[+\\]/.test(line)).length;
	for (; last < marked && old < (header.oldCount ?? 0); old += 1) last += 1;
	return last;
}
function failed(place, problem, idle = false) {
	const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${problem}`;
	return {
		ok: false,
		refusal: malformedAt(place, message),
		idle
	};
}

// src/patch/formats/unified.ts
/**
* Unified diffs and the output of `git diff` or `git format-patch`, for any number of files. Line numbers and
* counts are advice; lost headers, prefixes and marks are put up with as long as it is clear what is meant.
*
* What stands before the first file, or behind a mail's signature, is prose. A marked line that is part of no
* hunk is refused: a line that is silently passed over is a change that is silently lost.
*/
function readUnifiedDiff(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	noteMail(reader, text);
	skipProse(reader);
	if (!hasMore(reader) && reader.refusals.length === 0) readBare(reader);
	while (hasMore(reader)) {
		readFile(reader);
		skipBetweenFiles(reader);
	}
	return readingOf(reader);
}
function noteMail(reader, text) {
	const mail = mailMessage(text);
	if (mail === null) return;
	const title = mail.title.slice(0, SHOWN_CHARACTERS$3);
	addRepair(reader.repairs, `a mail was read, ${JSON.stringify(title)}; who it says it is from was not used`, numberOf(reader));
}
/** Goes to the first file, or to the first hunk where a path is known; a hunk of no file is refused. */
function skipProse(reader) {
	for (; lineAt$1(reader) !== void 0 && !isFileStart(reader); reader.at += 1) {
		if (!isHunkHeader(lineAt$1(reader))) continue;
		if (reader.path !== void 0) return;
		if (/^@@ ?-\d/.test(lineAt$1(reader) ?? "") && reader.refusals.length === 0) {
			const line = numberOf(reader);
			const message = `The hunk at line ${line} belongs to no file. Put --- a/path and +++ b/path before it.`;
			reader.refusals.push(malformedAt({ line }, message));
		}
	}
}
/** Marked lines alone, for the file that is known from elsewhere. */
function readBare(reader) {
	const first = reader.lines.findIndex((line) => line.startsWith("+") || line.startsWith("-"));
	if (reader.path === void 0 || first === -1) {
		reader.refusals.push(malformedAt({ line: reader.before + 1 }, "The diff names no file. Begin each file with --- a/path and +++ b/path."));
		return;
	}
	reader.at = 0;
	addRepair(reader.repairs, `marked lines without any header were read as a hunk of ${reader.path}`, numberOf(reader));
	pushFile(reader, {
		action: "modify",
		path: reader.path
	}, numberOf(reader));
}
function readFile(reader) {
	const line = numberOf(reader);
	const { path } = reader;
	if (isHunkHeader(lineAt$1(reader)) && path !== void 0) {
		addRepair(reader.repairs, `hunks without a file header were read as hunks of ${path}`, line);
		pushFile(reader, {
			action: "modify",
			path
		}, line);
		return;
	}
	const header = readFileHeader(reader);
	if (header.ok) {
		pushFile(reader, header.header, line);
		return;
	}
	reader.refusals.push(header.refusal);
	skipToFile(reader);
}
function pushFile(reader, header, line) {
	const { hunks, idle, refused } = readHunks(reader, header.path);
	if (refused) return;
	const [first] = idle;
	if (hunks.length === 0 && first !== void 0) {
		for (const refusal of idle) reader.refusals.push(refusal);
		return;
	}
	for (const refusal of idle) addRepair(reader.repairs, "a hunk that changes nothing was left out", Number(refusal.data?.["line"]));
	const result = operationOf(header, hunks, line);
	if ("code" in result) reader.refusals.push(result);
	else reader.operations.push(result);
}
function readHunks(reader, path) {
	const found = {
		hunks: [],
		idle: [],
		refused: false
	};
	while (hasMore(reader) && (lineAt$1(reader)?.startsWith("@@") === true || isBareHunk(reader, found.hunks))) {
		const result = readHunk(reader, path);
		if (result.ok) found.hunks.push(result.hunk);
		else if (result.idle) found.idle.push(result.refusal);
		else {
			reader.refusals.push(result.refusal);
			found.refused = true;
			while (lineAt$1(reader) !== void 0 && !isHunkHeader(lineAt$1(reader)) && !isFileHeader(reader)) reader.at += 1;
		}
		while (lineAt$1(reader)?.trim() === "") reader.at += 1;
	}
	return found;
}
/** Marked lines right below a file's header: their own header is lost. */
function isBareHunk(reader, hunks) {
	if (hunks.length > 0 || isBoundary(reader, reader.at)) return false;
	for (let at = reader.at; !isBoundary(reader, at); at += 1) {
		if (/^[+-]/.test(reader.lines[at] ?? "")) return true;
		if (isFileStart(reader, at)) return false;
	}
	return false;
}
function operationOf(header, hunks, line) {
	const { action, path, executable } = header;
	const mode = executable === void 0 ? {} : { executable };
	switch (action) {
		case "create": return createOf(header, hunks, line);
		case "delete": return {
			action,
			path,
			hunks
		};
		case "rename":
		case "copy": return {
			action,
			from: header.from,
			path,
			hunks,
			...mode
		};
		case "modify":
			if (hunks.length > 0 || executable !== void 0) return {
				action,
				path,
				hunks,
				...mode
			};
			return malformedAt({
				line,
				path
			}, `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`);
	}
}
function createOf({ path, executable = false }, hunks, line) {
	const [hunk, second] = hunks;
	if (hunk === void 0) return {
		action: "create",
		path,
		lines: [],
		finalNewline: true,
		executable
	};
	if (second !== void 0 || hunk.lines.some(([mark, text]) => mark !== "+" && text !== "")) {
		const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
		return malformedAt({
			line,
			path,
			hunk: hunk.number
		}, message);
	}
	return {
		action: "create",
		path,
		lines: hunk.lines.map(([, text]) => text),
		finalNewline: hunk.finalNewline ?? true,
		executable,
		hunk: hunk.number
	};
}
function skipToFile(reader) {
	while (lineAt$1(reader) !== void 0 && !isFileStart(reader)) reader.at += 1;
}
function skipBetweenFiles(reader) {
	for (let line = lineAt$1(reader); line !== void 0 && !isFileStart(reader); line = lineAt$1(reader)) if (isSignature(reader)) skipToFile(reader);
	else if (isSeparator(line)) reader.at += 1;
	else if (/^(?:[ +-]|@@)/.test(line)) {
		reader.refusals.push(malformedAt({ line: numberOf(reader) }, `Line ${numberOf(reader)} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS$3))}. Remove it, or correct the hunk that it is part of.`));
		skipToFile(reader);
	} else {
		addRepair(reader.repairs, "text between or behind the hunks was passed over", numberOf(reader));
		reader.at += 1;
	}
}
/** Characters of a stray line that are shown: enough to find it. */
const SHOWN_CHARACTERS$3 = 80;

// src/patch/formats/apply-patch.ts
/**
* The apply_patch format: between `*** Begin Patch` and `*** End Patch` any number of
* `*** Add File:`, `*** Delete File:` and `*** Update File:` sections. An update may be followed by
* `*** Move to:`; its hunks are parted by `@@` lines, whose text names lines that stand above the hunk, and
* may end with `*** End of File`. Where the first or the last line is lost, the sections alone count.
*/
function readApplyPatch(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	if (isUnifiedDiff(reader)) return readUnifiedDiff(withoutMarks(reader), context);
	skipToPatch(reader);
	while (hasMore(reader)) readNext(reader);
	if (reader.operations.length === 0 && reader.refusals.length === 0) reader.refusals.push(malformedAt({ line: reader.before + Math.min(1, reader.lines.length) }, `The patch names no file. ${SECTIONS}`));
	return readingOf(reader);
}
/** Models put the marks of this format around a unified diff too. */
function isUnifiedDiff(reader) {
	let found = false;
	for (let at = 0; at < reader.lines.length; at += 1) {
		const kind = sectionHeader(lineAt$1(reader, at) ?? "")?.kind;
		if (kind === "file" || kind === "move") return false;
		found ||= isFileHeader(reader, at);
	}
	return found;
}
/** Blank lines take the marks' places, so that all others keep their numbers. */
function withoutMarks(reader) {
	return reader.lines.map((line, at) => sectionHeader(lineAt$1(reader, at) ?? "") === null ? line : "").join("\n");
}
const SECTIONS = "Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.";
/** Goes behind the line that begins the patch, or to the first section; what stands before is prose. */
function skipToPatch(reader) {
	for (let at = 0; at < reader.lines.length; at += 1) {
		const header = sectionHeader(lineAt$1(reader, at) ?? "");
		if (header === null) continue;
		reader.at = header.kind === "begin" ? at + 1 : at;
		if (header.kind !== "begin") addRepair(reader.repairs, "a patch without *** Begin Patch was read", numberOf(reader));
		return;
	}
	if (reader.path === void 0) reader.at = reader.lines.length;
}
function readNext(reader) {
	const line = lineAt$1(reader) ?? "";
	const header = sectionHeader(line);
	if (header === null) {
		readLoose(reader, line);
		return;
	}
	reader.at += 1;
	if (header.kind === "end") skipToNext(reader);
	else if (header.kind === "file") readSection(reader, header);
	else if (header.kind === "move") refuse$2(reader, reader.at - 1);
}
/** Between a patch's end and the next one's beginning stands prose. */
function skipToNext(reader) {
	while (reader.at < reader.lines.length && sectionHeader(lineAt$1(reader) ?? "") === null) reader.at += 1;
}
function readSection(reader, header) {
	const path = fullPath(header.path, reader.path);
	if (header.action === "delete") readRemoved(reader, path);
	else if (header.action === "add") readAdded(reader, path);
	else readUpdated(reader, {
		path,
		...header.to === void 0 ? {} : { to: header.to }
	});
}
/** A line of no section: the first of an update, where the file is known from elsewhere. */
function readLoose(reader, line) {
	if (line.trim() === "") reader.at += 1;
	else if (reader.path !== void 0 && reader.operations.length === 0 && reader.refusals.length === 0) {
		if (!isHunkHeader(line) && !/^[ +-]/.test(line)) {
			reader.at += 1;
			return;
		}
		addRepair(reader.repairs, `lines of no file were read as an update of ${reader.path}`, numberOf(reader));
		readUpdated(reader, { path: reader.path });
	} else {
		refuse$2(reader, reader.at);
		skipToNext(reader);
	}
}
function refuse$2(reader, at) {
	const line = numberOf(reader, at);
	const refusal = malformedAt({ line }, `Line ${line} belongs to no file. ${SECTIONS}`);
	reader.refusals.push(refusal);
}

// src/patch/replacement-lines.ts
/**
* Old lines and the lines to put in their place, as lines of a hunk: what both have in common is context, so
* that the file's own copy of it is kept. Where the two differ very much, only their common ends are.
*/
function replacementLines(old, now) {
	const shorter = Math.min(old.length, now.length);
	let head = 0;
	while (head < shorter && old[head] === now[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
	const middle = {
		old: old.slice(head, old.length - tail),
		now: now.slice(head, now.length - tail)
	};
	return [
		...marked(" ", old.slice(0, head)),
		...middleLines(middle),
		...marked(" ", old.slice(old.length - tail))
	];
}
function middleLines({ old, now }) {
	if (old.length === 0 || now.length === 0) return [...marked("-", old), ...marked("+", now)];
	const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
	if (parts === void 0) return [...marked("-", old), ...marked("+", now)];
	return parts.flatMap(({ added, removed, value }) => marked(added ? "+" : removed ? "-" : " ", value));
}
/** Lines added and removed up to which common lines are looked for: the time is this times the lines. */
const MAX_EDITS = 200;
function marked(mark, lines) {
	return lines.map((text) => [mark, text]);
}

// src/patch/formats/block-markers.ts
/** As aider, Cline and Roo write them: `<<<<<<< SEARCH`, `------- SEARCH`; `=======`; `>>>>>>> REPLACE`, `+++++++ REPLACE`. */
function blockMarker(line) {
	const first = line.charAt(0);
	if (first === "" || !"<>=-+".includes(first)) return null;
	const match = MARKER.exec(line.trimEnd());
	if (match === null) return null;
	const [, search, divider, replace, rest = ""] = match;
	return {
		role: search === void 0 ? divider === void 0 ? "replace" : "divider" : "search",
		length: (search ?? divider ?? replace ?? "").length,
		rest: rest.trim()
	};
}
const MARKER = /^(?:(<{5,9}|-{5,9}) ?(?:SEARCH|ORIGINAL)\b>?|(={5,9})$|(>{5,9}|\+{5,9}) ?(?:REPLACE|UPDATED)\b>?)(.{0,1024})$/;
/** Lines of a block's content that would be markers are written with a backslash before them. */
function withoutEscape(line) {
	return line.startsWith("\\") && ESCAPED.test(line) ? line.slice(1) : line;
}
const ESCAPED = /^\\(?:<{5,9}|>{5,9}|={5,9}|-{5,9}|\+{5,9}|:(?:start|end)_line:)/;

// src/patch/formats/block.ts
/** Reads the block whose first line is the next one, and goes behind it. */
function readBlock(reader, { length }) {
	const start = reader.at;
	const { dividers, end, role } = scan(reader);
	const name = `The block at line ${numberOf(reader, start)}`;
	reader.at = role === "replace" ? end + 1 : end;
	if (role === "search") return {
		problem: `${name} does not end before the next one begins. ${END}`,
		line: numberOf(reader, end)
	};
	const exact = dividers.filter((divider) => divider.length === length);
	const [divider, second] = exact.length > 0 ? exact : dividers;
	if (divider === void 0 && role === void 0) return {
		problem: `${name} does not end. ${END}`,
		line: numberOf(reader, start)
	};
	if (divider === void 0) return {
		problem: `${name} has no ======= line. Put one between the old and the new lines.`,
		line: numberOf(reader, end)
	};
	if (second !== void 0) return {
		problem: `${name} has two ======= lines, so nobody can tell which one divides it. Write another number of = for the divider and the marks, from 5 to 9, or send an edit.`,
		line: numberOf(reader, second.at)
	};
	const { lines, startLine } = withoutHint(linesBetween(reader, start + 1, divider.at));
	return {
		search: lines,
		replace: linesBetween(reader, divider.at + 1, role === void 0 ? endOfUnclosed(reader, divider.at, end) : end),
		...startLine === void 0 ? {} : { startLine },
		repairs: role === void 0 ? ["the last block does not end, and was read to the end of the text"] : []
	};
}
const END = "End it with >>>>>>> REPLACE.";
function scan(reader) {
	const dividers = [];
	for (let at = reader.at + 1; at < reader.lines.length; at += 1) {
		const marker = blockMarker(lineAt$1(reader, at) ?? "");
		if (marker?.role === "divider") dividers.push({
			at,
			length: marker.length
		});
		else if (marker !== null) return {
			dividers,
			end: at,
			role: marker.role
		};
	}
	return {
		dividers,
		end: reader.lines.length,
		role: void 0
	};
}
function linesBetween(reader, from, to) {
	return reader.lines.slice(from, to).map((line) => withoutEscape(line.endsWith("\r") ? line.slice(0, -1) : line));
}
/** A fence that ends the text is not part of the block, and blank lines only where the old lines end with one too. */
function endOfUnclosed(reader, divider, end) {
	let last = end - 1;
	while (last > divider && (lineAt$1(reader, last) ?? "").trim() === "") last -= 1;
	if (/^(?:`{3,}|~{3,})$/.test((lineAt$1(reader, last) ?? "").trimEnd())) return last;
	return (lineAt$1(reader, divider - 1) ?? "").trim() === "" ? end : last + 1;
}
/** Without `:start_line:12`, its like, and the line of dashes below them. */
function withoutHint(lines) {
	let at = 0;
	let startLine;
	for (let hint = HINT.exec(lines[at] ?? ""); hint !== null; hint = HINT.exec(lines[at] ?? "")) {
		if (hint[1] === "start") startLine = Number(hint[2]);
		at += 1;
	}
	if (at > 0 && /^-{5,9}$/.test((lines[at] ?? "").trimEnd())) at += 1;
	return {
		lines: lines.slice(at),
		...startLine === void 0 || startLine === 0 ? {} : { startLine }
	};
}
const HINT = /^:(start|end)_line: ?(\d{1,9}) {0,9}$/;

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
* A block without a path of its own belongs to the file of the block before, or to the path that is known from
* elsewhere. A block with nothing to search creates its file. Fences and prose around blocks mean nothing.
*/
function readBlocks(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	const files = {
		path: reader.path,
		open: void 0,
		first: reader.hunks
	};
	while (hasMore(reader)) {
		const line = lineAt$1(reader) ?? "";
		const marker = blockMarker(line);
		if (marker?.role === "search") takeBlock(reader, files, marker);
		else if (marker !== null) refuseStray(reader, files.path);
		else files.path = pathFrom(line, files.path);
		if (marker?.role !== "search") reader.at += 1;
	}
	if (reader.hunks === files.first && reader.refusals.length === 0) reader.refusals.push(noBlock(reader));
	return readingOf(reader);
}
/** A line names the file of the blocks below it; where one is known, only what looks like a path does. */
function pathFrom(line, known) {
	if (line.trim() === "" || /^\s*(?:```|~~~)/.test(line)) return known;
	const name = pathOn(line);
	if (name === null || known !== void 0 && !looksLikePath(name)) return known;
	return fullPath(name, known);
}
function takeBlock(reader, files, marker) {
	reader.hunks += 1;
	const line = numberOf(reader);
	const number = reader.hunks;
	if (looksLikePath(marker.rest)) files.path = fullPath(marker.rest, files.path);
	const { path } = files;
	const block = readBlock(reader, marker);
	if ("problem" in block) reader.refusals.push(malformedAt({
		line: block.line,
		path,
		hunk: number
	}, block.problem));
	else if (path === void 0) {
		const message = `Block ${number} has no path. Put a line with the file's path before it.`;
		reader.refusals.push(malformedAt({
			line,
			hunk: number
		}, message));
	} else addBlock(reader, files, {
		path,
		number,
		line,
		block
	});
}
function addBlock(reader, files, { path, number, line, block }) {
	for (const repair of block.repairs) addRepair(reader.repairs, repair, line);
	if (block.search.every((text) => text.trim() === "")) {
		files.open = void 0;
		reader.operations.push(newFile({
			path,
			number,
			line,
			block
		}));
		return;
	}
	const { lines, first } = linesOfBlock(reader, line, block);
	if (lines.every(([mark]) => mark === " ")) {
		const message = `Block ${number} replaces lines of ${path} by the same lines. Send them as they shall be, or leave the block out.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: number
		}, message));
		return;
	}
	const lineHint = block.startLine ?? first;
	const hunk = {
		number,
		lines,
		...lineHint === void 0 ? {} : { lineHint },
		anchors: []
	};
	if (files.open?.path === path) {
		files.open.hunks.push(hunk);
		return;
	}
	files.open = {
		path,
		hunks: [hunk]
	};
	reader.operations.push({
		action: "modify",
		...files.open
	});
}
function newFile({ path, number, block }) {
	return {
		action: "create",
		path,
		lines: block.replace,
		finalNewline: true,
		executable: false,
		hunk: number
	};
}
function linesOfBlock(reader, line, { search, replace }) {
	const bare = search.length < LEAST_NUMBERED ? null : withoutNumbersOnBothSides({
		old: search,
		now: replace
	});
	if (bare === null) return { lines: replacementLines(search, replace) };
	addRepair(reader.repairs, "line numbers before the lines of a block were left out", line);
	return {
		lines: replacementLines(bare.old, bare.now),
		first: bare.first
	};
}
/** One line alone that begins with a number may well be such a line. */
const LEAST_NUMBERED = 2;
function refuseStray(reader, path) {
	const line = numberOf(reader);
	const message = `Line ${line} is the middle or the end of a block that did not begin. Begin blocks with <<<<<<< SEARCH.`;
	reader.refusals.push(malformedAt({
		line,
		path
	}, message));
}
function noBlock(reader) {
	return malformedAt({ line: reader.before + 1 }, "There is no block. Send the path, then <<<<<<< SEARCH, ======= and >>>>>>> REPLACE, each on a line of its own.");
}

// src/patch/formats/fences.ts
/** null: the line opens no fence. */
function fenceOn(line) {
	const match = FENCE.exec(line.trimEnd());
	if (match === null) return null;
	const [, space = "", mark = "", info = ""] = match;
	return info.includes("`") ? null : {
		mark,
		indent: space.length,
		info: info.trim()
	};
}
/**
* Does the line end the fence? Not where it stands further in, as context lines do, nor where it is longer: that
* underlines a heading.
*/
function closes(line, { mark, indent }) {
	const fence = fenceOn(line);
	return fence !== null && fence.info === "" && fence.indent <= indent && fence.mark === mark;
}
/** The language, in lower case; empty where there is none. */
function languageOf({ info }) {
	return (/^[\w+#.-]*/.exec(info)?.[0] ?? "").toLowerCase();
}
/** The path that the opening line names: ` ```ts src/a.ts `, ` ```ts:src/a.ts `, ` ```ts title="src/a.ts" `. */
function pathInInfo({ info }) {
	const named = /(?:title|file|filename|path)="?([^"\s]{1,1024})"?/.exec(info)?.[1];
	if (named !== void 0) return named;
	const words = info.split(/[\s:]/).filter((word) => word !== "");
	const last = words.at(-1);
	return last !== void 0 && (last.includes("/") || words.length === 2 && looksLikePath(last)) && words.length <= 2 ? last : null;
}
/** A fence of commands to type. */
function isShellFence(fence) {
	return [
		"sh",
		"bash",
		"shell",
		"zsh",
		"console",
		"shell-session",
		"powershell",
		"cmd",
		"bat"
	].includes(languageOf(fence));
}
const FENCE = /^( {0,12})(`{3,32}|~{3,32})(.{0,1200})$/;

// src/patch/loose-json.ts
/**
* JSON as models write it: behind a byte order mark, in one code fence, in prose, with comments, with commas before
* closing brackets, with raw line breaks in strings. Each of these has one reading, so nothing is guessed and no
* string's content changes; what needs more than this is refused, with the place where the text as sent breaks.
*/
function parseLooseJson(text) {
	const strict = parseJson(text);
	if (strict.ok) return {
		...strict,
		repairs: []
	};
	if (strict.crowded === true) return strict;
	const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
	const marks = body === text ? [] : ["A byte order mark was left out"];
	for (const { json, repairs } of candidates(body)) {
		const tidied = tidy(json);
		const parsed = parseJson(tidied.text);
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
			PLAIN$1.lastIndex = at;
			return PLAIN$1.test(text) ? PLAIN$1.lastIndex : at + 1;
	}
}
const PLAIN$1 = /[^"/,\]}]+/y;
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
const applyPatch$1 = strictObject({
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
const run = strictObject({
	kind: literal("run"),
	command: string().refine((value) => COMMAND_NAME.test(value), { params: { refusal: "command_not_allowed" } }).meta({ pattern: COMMAND_NAME.source }).describe("The name of a command from the repository's config, never a shell command")
}).describe("Runs a command of the repository after all changes and before the tests, and adds what it makes of the files");
const changeSchema = discriminatedUnion("kind", [
	diff,
	applyPatch$1,
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
	labels: array(text$1().min(1).max(50)).max(20).default([]).describe("Labels for the pull request, besides those of the repository; only such as its config names in `patch-labels`"),
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
	"text",
	"run"
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
		case "unrecognized_keys": return issue.keys.map((key) => refusal("malformed", [...issue.path, key], "is not a field of wire format version 1. Remove it, or correct its name."));
		case "invalid_type": return [typeRefusal(issue.path, issue.expected, value)];
		case "invalid_value": return [refusal("malformed", issue.path, `must be ${listOf$1(issue.values)}, but is ${shown$1(value)}.`)];
		case "too_small": return [tooSmallRefusal(issue)];
		case "too_big": return [tooBigRefusal(issue)];
		case "invalid_union": return [issue.discriminator === void 0 ? refusal("malformed", issue.path, issue.message) : kindRefusal(issue, value)];
		case "custom": return [customRefusal(issue)];
		default: return [refusal("malformed", issue.path, issue.message)];
	}
}
function typeRefusal(path, expected, value) {
	const wanted = TYPE_NAMES[expected] ?? `a value of type ${expected}`;
	if (value === void 0) return refusal("malformed", path, `is missing; it must be ${wanted}.`);
	return refusal("malformed", path, `must be ${wanted}, but is ${shown$1(value)}.`);
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
	return refusal("malformed", issue.path, message);
}
function tooBigRefusal(issue) {
	const limit = Number(issue.maximum);
	const what = issue.origin === "array" ? "entries" : "characters";
	return refusal("too_large", issue.path, `has more than ${limit} ${what}. Send less.`, { limit });
}
function kindRefusal(issue, kind) {
	return refusal("malformed", issue.path, `must be one of ${CHANGE_KINDS.join(", ")}, but is ${shown$1(kind)}.`, { kinds: [...CHANGE_KINDS] });
}
/** What the schema itself can't take; commands have a code of their own. */
function customRefusal(issue) {
	if (issue.params?.["refusal"] !== "command_not_allowed") return refusal("malformed", issue.path, issue.message);
	return refusal("command_not_allowed", issue.path, "is no name of a command: patches ask for commands by their names in the config of the repository, and never hold one for a shell. Send such a name, or the files as the command would leave them.");
}
function refusal(code, path, predicate, data) {
	const pointer = jsonPointer(path);
	return {
		code,
		message: `${path.length === 0 ? "The patch" : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS$2)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
/** Characters of a hostile name or value that a message repeats. */
const SHOWN_CHARACTERS$2 = 80;
function shown$1(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return `the ${typeof value} ${JSON.stringify(value)}`;
	return value.length <= SHOWN_CHARACTERS$2 ? `the string ${JSON.stringify(value)}` : `a string of ${value.length} characters`;
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
/** How a command of the config is asked for. */
const NAMED = {
	kind: "run",
	command: "format"
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
const SHOWN_CHARACTERS$1 = 80;
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
	return refusalOf("command_not_allowed", at, `asks for a command, and patches hold none for a shell. Send the files as the command would leave them: ${example()}. Or ask by its name for one of the repository's config: ${JSON.stringify(NAMED)}`, { example: EXAMPLE });
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
		if (first !== void 0 && !isObject$1(first.value)) return {
			ok: true,
			members,
			text: first,
			repairs
		};
		layer = first === void 0 || !isObject$1(first.value) ? null : {
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
function isObject$1(value) {
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
	if (Array.isArray(value)) return value.length > 0 && value.every((item) => isObject$1(item) && mayBePatch(item));
	return isObject$1(value) && Object.keys(value).some((name) => wrapperIn(name) ?? listIn$1(name) ?? BODIES.has(changeIn$3(name) ?? "remark"));
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
function readChange$1(entry, at, around) {
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
	const name = unknown.find((member) => member.name === "name");
	if (kind?.value === "run" && name !== void 0 && unknown.length === 1) return readCommand(around, fields.get("command") ?? name);
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
	return changeIn$2(member.name) === "patch" && isObject$1(member.value);
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
	if (word === "run" || command !== void 0 && word === void 0) return fields.get("kind")?.value === "run" && command !== void 0 ? readCommand(dialect.around, command) : refused$1(commandNotAllowed(command?.at ?? at));
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
/** The name of a command is taken as one, whatever the field is called; a command for a shell is refused here. */
function readCommand(around, command) {
	if (typeof command.value !== "string" || !COMMAND_NAME.test(command.value)) return refused$1(commandNotAllowed(command.at));
	noteRename(around.notes, command.name, "command");
	return {
		ok: true,
		changes: [{
			kind: "run",
			command: command.value
		}]
	};
}
/** Several edits of one file: `{path, edits: [{old_string, new_string}, …]}`. */
function readNested({ fields, around }, edits) {
	const path = fields.get("path") ?? around.path;
	if (!Array.isArray(edits.value) || edits.value.length > 1e3) return refused$1(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
	const changes = [];
	const refusals = [];
	for (const [index, edit] of edits.value.entries()) {
		const at = [...edits.at, index];
		const read = isObject$1(edit) && !Object.keys(edit).some((name) => changeIn$2(name) === "edits") ? readChange$1(edit, at, {
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
		const [field, value] = translate$1(kind, meaning, member.value);
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
function translate$1(kind, meaning, value) {
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
		if (!isObject$1(change)) return [];
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
		...text === void 0 ? [] : [() => readText$1(text, around, roleOf$1(members))],
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
	return Object.entries(isObject$1(value) ? value : {}).map(([path, content]) => [path, typeof content === "string" ? {
		kind: "write",
		path,
		content
	} : content]);
}
function readEntry(entry, at, around) {
	if (typeof entry === "string" && hasEditMarks(entry)) return readText$1({
		name: "text",
		value: entry,
		at
	}, around, "");
	if (!isObject$1(entry)) return {
		changes: [entry],
		refusals: []
	};
	const read = readChange$1(entry, at, around);
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
	return readText$1(text, around, roleOf$1(others));
}
/** A text in the place of a patch: what a model wrote, a command, or words about work to do. */
function readText$1({ value, at, name }, { path, notes }, role) {
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
	const isUsed = (changes ?? []).some((change) => isObject$1(change) && Object.values(change).includes(path?.value));
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
	if (meaning === "source") return typeof value === "string" || isObject$1(value);
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
	const all = [...commands.map(({ text, at }) => `Requested, not run: ${cut(text)} (${String(at.at(-1))})`), ...others.map((other) => `Requested, not done: ${other}`)];
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
	if (!isObject$1(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => commandIn(name) === void 0 && name !== "steps" ? [] : commandsIn(member, levels - 1));
}
function requestsIn({ name, value }) {
	const own = requestIn(name);
	if (own !== void 0) return typeof value === "string" && value !== "" ? [describe$1(own, value)] : [];
	if (holderIn(name) === void 0 || !isObject$1(value)) return [];
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
		case "branch": return `a branch named ${cut(value)}`;
		case "tag": return `a tag named ${cut(value)}`;
		case "commit": return `a commit with the message ${cut(value)}`;
		case "backup": return `a backup at ${cut(value)}`;
		case "summary file": return `a summary at ${cut(value)}`;
	}
}
/** Characters of a command that are kept; the patch itself has them all. */
const MAX_COMMAND$1 = 200;
function cut(text) {
	return text.length > MAX_COMMAND$1 ? `${text.slice(0, MAX_COMMAND$1).toWellFormed()}…` : text.toWellFormed();
}

// src/patch/dialects/normalize.ts
/**
* Reads what models send as a patch of wire format version 1: an object in the format or in one of the forms that
* docs/payload.md lists, such an object as JSON text, or a text in a patch format, which becomes a change of kind
* `text`. Every liberty that was taken is disclosed, and what has two readings is refused.
*/
function normalize(value) {
	if (typeof value === "string") return normalizeText(value);
	if (isTooDeep(value)) return refuse$1([TOO_DEEP]);
	if (Array.isArray(value)) return normalizeObject({ changes: value });
	if (isObject$1(value)) return normalizeObject(value);
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
	const changes = isObject$1(patch) && "changes" in patch && Array.isArray(patch.changes) ? patch.changes : [];
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
	return isObject$1(value) && !Object.keys(value).some(isPathName) ? {
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
	const normalized = typeof value === "string" ? refuse$1([noChanges()]) : normalize(value);
	return normalized.ok ? {
		...normalized,
		repairs: [...repairs, ...normalized.repairs]
	} : normalized;
}
function normalizeUnparsed(text, problem) {
	if (/^\s*(?:["{[]|$)/.test(text)) return refuse$1([notJson(problem)]);
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
	if (isShell(text)) return refuse$1([commandNotAllowed([])]);
	return refuse$1([/\S\s+\S/.test(text) ? missionWithoutChanges([]) : notJson(problem)]);
}
function normalizeObject(value) {
	const notes = newNotes();
	const layers = unwrap(value);
	if (!layers.ok) return refuse$1(layers.refusals);
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
	if (refusals.length > 0) return refuse$1(refusals, header.fields, isWire && changes !== null ? { patch } : {});
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
function refuse$1(refusals, fields = /* @__PURE__ */ new Map(), rest = {}) {
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

// src/patch/formats/text-json.ts
/** The changes in a JSON text. null: it is no JSON, or JSON in which nothing looks like a change. */
function readJsonChanges(text, { path, readText }) {
	if (!isJsonLike(text)) return null;
	const parsed = parseLooseJson(text);
	if (!parsed.ok || isTooDeep(parsed.value)) return null;
	const { value } = parsed;
	if (typeof value === "string") return readText(value, path);
	if (typeof value !== "object" || value === null || isContent(value, path)) return null;
	const found = normalizeChanges(value, path);
	if (!found.ok) return isNoChange(found.refusals) ? null : {
		ok: false,
		refusals: found.refusals.map(withoutPointer)
	};
	const checked = changesSchema.safeParse(found.changes);
	if (!checked.success) return {
		ok: false,
		refusals: refusalsOf(checked.error.issues, found.changes).map(withoutPointer)
	};
	const read = readAll(checked.data, readText);
	if (!read.ok) return read;
	return {
		...read,
		repairs: [
			...parsed.repairs,
			...found.repairs,
			...read.repairs
		],
		notDone: [...found.notDone, ...read.notDone]
	};
}
const changesSchema = patchSchema.shape.changes;
/** Does the text begin as a JSON text does, or does a line of it? */
function isJsonLike(text) {
	return /^\s*["[{]/.test(text.slice(0, LEAD$1)) || /^[[{]/m.test(text);
}
/** Characters in which a text shows how it begins. */
const LEAD$1 = 100;
/** A JSON file's own content, which has none of the names that changes have. */
function isContent(value, path) {
	if (path === void 0 || !/\.(?:json[c5]?|webmanifest|map)$/.test(path)) return false;
	return !Object.keys(value).some((key) => CHANGE_KEYS.has(key));
}
const CHANGE_KEYS = /* @__PURE__ */ new Set([
	"changes",
	"edits",
	"mutations",
	"patch",
	"patches",
	"diff",
	"find",
	"search",
	"pattern",
	"replace",
	"replacement",
	"old_str",
	"old_string",
	"new_str",
	"new_string",
	"client_payload"
]);
function isNoChange(refusals) {
	return refusals.every(({ code }) => code === "no_changes");
}
/** The pointer would lead into the JSON inside of the text, where nobody looks for it. */
function withoutPointer({ pointer: _pointer, ...refusal }) {
	return refusal;
}
function readAll(changes, readText) {
	const all = [];
	const origins = [];
	const repairs = [];
	const notDone = [];
	const refusals = [];
	for (const change of changes) {
		if (change.kind !== "text") {
			all.push(change);
			origins.push({});
			continue;
		}
		const read = readText(change.text, change.path);
		if (!read.ok) {
			for (const refusal of read.refusals) refusals.push(refusal);
			continue;
		}
		for (const inner of read.changes) all.push(inner);
		for (const { linesBefore: _before, ...origin } of read.origins) origins.push(origin);
		for (const repair of read.repairs) repairs.push(repair);
		for (const wish of read.notDone) notDone.push(wish);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes: all,
		origins,
		repairs,
		notDone
	};
}

// src/patch/formats/text-parts.ts
/** Parts in their order; what stands between them is prose. */
function partsOf(text) {
	const parts = [];
	const scan = {
		text,
		parts,
		at: 0,
		fence: null,
		above: null,
		isTitle: false
	};
	while (scan.at < text.lines.length) step(scan);
	return parts;
}
/** What format begins at a line, if any. */
function formatAt(text, at) {
	const line = lineAt$1(text, at) ?? "";
	switch (line.trimStart().charAt(0)) {
		case "*": {
			const kind = sectionHeader(line)?.kind;
			return kind === "begin" || kind === "file" ? "apply_patch" : null;
		}
		case "<": return blockMarker(line)?.role === "search" ? "blocks" : null;
		case "-":
			if (blockMarker(line)?.role === "search") return "blocks";
			return isFileStart(text, at) ? "diff" : null;
		case "d":
		case "r":
		case "+": return isFileStart(text, at) ? "diff" : null;
		case "@": return isHunkHeader(line) && /^@@(?: ?-\d|\s*$| ?\.\.\.| .*@@\s*$)/.test(line) ? "diff" : null;
		default: return null;
	}
}
function step(scan) {
	const { text, at } = scan;
	const line = lineAt$1(text, at) ?? "";
	const format = formatAt(text, at);
	if (format !== null) takePart(scan, format);
	else if (scan.fence !== null && closes(line, scan.fence)) {
		scan.fence = null;
		scan.at += 1;
	} else if (scan.fence === null && fenceOn(line) !== null) enterFence(scan, line);
	else {
		if (line.trim() !== "" && !isTagLine(line)) noteAbove(scan, line);
		scan.at += 1;
	}
}
function noteAbove(scan, line) {
	const name = pathOn(line);
	scan.above = name !== null && (looksLikePath(name) || isKnownName(name) || /[`*]/.test(line)) ? name : null;
	scan.isTitle = scan.above !== null && !/\s/.test(line.trim().replace(/^(?:[#*>-]+|\/\/) /, ""));
}
/** Files without folder and extension that nobody takes for a word. */
function isKnownName(name) {
	return /^(?:[A-Z][a-z]+file|LICENSE|README|CHANGELOG|CODEOWNERS)$/.test(name);
}
function takePart(scan, format) {
	const { at, fence } = scan;
	const end = endOf$1(scan, format);
	const path = scan.above !== null ? {
		path: scan.above,
		isTitled: scan.isTitle
	} : {};
	const last = scan.parts.at(-1);
	if (format === "blocks" && last?.format === "blocks") scan.parts[scan.parts.length - 1] = {
		...last,
		end
	};
	else scan.parts.push({
		format,
		start: at,
		end,
		...fence === null ? {} : { fence },
		...path
	});
	scan.at = end;
	scan.above = null;
}
/** Where a part ends: a fenced diff with its fence, all else where its own last line says so. */
function endOf$1({ text, at, fence }, format) {
	if (format === "diff") return endOfHeredoc(text, at, fence === null ? endOfDiff(text, at) : closingOf(text, at, fence));
	for (let next = at + 1; next < text.lines.length; next += 1) {
		const line = lineAt$1(text, next) ?? "";
		if (format === "blocks" && blockMarker(line)?.role === "replace") return next + 1;
		if (format === "apply_patch" && sectionHeader(line)?.kind === "end") return next + 1;
	}
	return text.lines.length;
}
function endOfDiff(text, at) {
	for (let next = at + 1; next < text.lines.length; next += 1) {
		const format = formatAt(text, next);
		if (format !== null && format !== "diff") return next;
	}
	return text.lines.length;
}
/** Where a shell is given the diff in a text of its own, it ends with that text. */
function endOfHeredoc(text, at, end) {
	const word = heredocWord(lineAt$1(text, at - 1) ?? "");
	if (word === null) return end;
	for (let next = at + 1; next < end; next += 1) if (lineAt$1(text, next) === word) return next;
	return end;
}
/** The word that ends the text which a patch program gets from a shell: `git apply <<'EOF'`. null: the line begins none. */
function heredocWord(line) {
	return HEREDOC.exec(line.trim().slice(0, MAX_COMMAND))?.[1] ?? null;
}
const HEREDOC = /^(?:\$ )?(?:cat|patch|git apply|git am|apply_patch)\b[^<]*<<-? ?['"]?(\w+)['"]?/;
/** Characters of a command that starts a patch program. */
const MAX_COMMAND = 200;
/**
* The line that ends a fenced diff. A line of the file may look like one where its mark is lost; then more of
* the diff follows, up to the real end.
*/
function closingOf(text, from, fence) {
	for (let at = from; at < text.lines.length; at += 1) if (closes(lineAt$1(text, at) ?? "", fence) && !goesOn(text, at + 1, fence)) return at;
	return text.lines.length;
}
/** Do lines of a hunk follow, and then a line that ends the fence? */
function goesOn(text, from, fence) {
	let found = false;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		if (fenceOn(line) !== null) return found && closes(line, fence);
		found ||= /^(?:\+|@@ )/.test(line);
	}
	return false;
}
function enterFence(scan, line) {
	const { text, at } = scan;
	const fence = fenceOn(line);
	if (fence === null) return;
	const language = languageOf(fence);
	const named = pathInInfo(fence);
	if (named !== null) [scan.above, scan.isTitle] = [named, true];
	const first = nextFilled(text, at + 1);
	const second = nextFilled(text, first + 1);
	const lead = lineAt$1(text, first) ?? "";
	const isNamed = looksLikePath(pathOn(lead) ?? "");
	const isLed = isNamed || heredocWord(lead) !== null;
	const leading = formatAt(text, first) ?? (isLed ? formatAt(text, second) : null);
	if (leading !== null && !(isWholeLanguage(language) && (leading === "diff" || isNamed))) {
		scan.fence = fence;
		scan.at += 1;
	} else if (language === "diff" || language === "patch") {
		scan.fence = fence;
		scan.at += 1;
		takePart(scan, "diff");
	} else takeFence(scan, fence);
}
/** The language of files that may be about patches: only what begins with one is one. */
function isWholeLanguage(language) {
	return [
		"md",
		"markdown",
		"rst"
	].includes(language);
}
function nextFilled(text, from) {
	let at = from;
	while (lineAt$1(text, at)?.trim() === "") at += 1;
	return at;
}
function takeFence(scan, fence) {
	const { text, at, above, isTitle } = scan;
	const { end, isOpen, hasMarks } = endOfFence(text, at + 1, fence);
	const path = above !== null ? {
		path: above,
		isTitled: isTitle
	} : {};
	scan.parts.push({
		format: "fence",
		start: at + 1,
		end,
		fence,
		...path,
		isOpen,
		hasMarks
	});
	scan.at = end + 1;
	scan.above = null;
}
/** Fences inside of it come in pairs: one with a language opens, and one without closes the last one that is open. */
function endOfFence(text, from, fence) {
	let depth = 0;
	let hasMarks = false;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		const inner = fenceOn(line);
		if (inner?.mark === fence.mark) {
			if (inner.info !== "") depth += 1;
			else if (depth === 0 && inner.indent <= fence.indent) return {
				end: at,
				isOpen: false,
				hasMarks
			};
			else depth = Math.max(0, depth - 1);
		}
		hasMarks ||= formatAt(text, at) !== null;
	}
	return {
		end: text.lines.length,
		isOpen: true,
		hasMarks
	};
}

// src/patch/formats/unescaped-text.ts
/**
* A patch that was escaped once too often: one line, with `\n` for every line break. null: it was not. Only
* what has the marks of a patch format is taken for one; a file may well hold such text.
*/
function unescapedText(text) {
	if (text.includes("\n") || !text.includes("\\n") || !MARKS.test(text)) return null;
	return (/^\s*"/.test(text) ? text.trim().slice(1, -1) : text).replace(/\\(.)/g, (escape, letter) => ESCAPES[letter] ?? escape);
}
const MARKS = /\*\*\* Begin Patch\\n|<{5,9} SEARCH\\n|(?:^|"|\\n)(?:@@ -\d|diff --git |--- \S)/;
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"'": "'",
	"\\": "\\"
};

// src/patch/formats/whole-files.ts
/** The files that a text without edits holds: each fence that names its file, or what the given path is for. */
function wholeFiles({ lines, parts, text }) {
	if (text.trim() === "") return nothing(lines);
	const mark = strayMark(lines) ?? brokenJson(lines, text);
	if (mark !== null) return mark;
	if (parts.length === 0) return bareFile(lines, text);
	const broken = parts.find(({ isOpen, hasMarks }) => isOpen === true || hasMarks === true);
	if (broken !== void 0) return brokenFence(lines, broken);
	const isShell = ({ fence }) => fence !== void 0 && isShellFence(fence);
	const others = lines.path !== void 0 && /\.(?:sh|bash|zsh|ps1|bat|cmd)$/.test(lines.path) ? parts : parts.filter((part) => !isShell(part) || part.path !== void 0);
	const notDone = others.length < parts.length ? [notRun(lines, parts.find(isShell))] : [];
	const files = fencedFiles(lines, others);
	return "code" in files ? files : {
		files,
		notDone
	};
}
function nothing(lines) {
	return {
		...malformedAt({
			line: 1,
			path: lines.path
		}, "The text is empty. Send the changes, or leave it out."),
		code: "no_changes"
	};
}
function notRun(lines, shell) {
	return `The commands in the code block at line ${numberOf(lines, (shell?.start ?? 1) - 1)} were not run`;
}
/** A line that only an edit has, in a text that is none: something of the edit is lost. */
function strayMark(lines) {
	const at = lines.lines.findIndex((_, index) => isMark(lines, index));
	if (at === -1) return null;
	const line = numberOf(lines, at);
	const message = `Line ${line} is a mark of an edit, but the edit can't be read. Send it whole, in one of the formats, or send a write change with the whole file.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
/** JSON that was to be an edit is no file. */
function brokenJson(lines, text) {
	const at = text.search(JSON_EDIT);
	if (at === -1) return null;
	const line = numberOf(lines, text.slice(0, at).split("\n").length - 1);
	const message = `The text looks like an edit in JSON, at line ${line}, but it can't be read. Send it as valid JSON, or send a write change with the whole file.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
const JSON_EDIT = /"(?:old_str|old_string|new_str|new_string|replace_all|mutations)" {0,4}:/;
function isMark(lines, at) {
	const line = lineAt$1(lines, at) ?? "";
	const role = blockMarker(line)?.role;
	if (role === "search" || role === "replace") return true;
	return /^(?:\*\*\* (?:Begin|End) Patch|\*\*\* End of File|@@ -\d|\+\+\+ b\/|--- a\/|<{7} |>{7} )/.test(line);
}
function bareFile(lines, text) {
	const { path } = lines;
	if (path === void 0) return {
		...malformedAt({ line: 1 }, "The text holds no edit in a format that is known. Send a diff, *** Begin Patch, SEARCH/REPLACE blocks, or JSON; for a whole file, name its path."),
		code: "mission_without_changes"
	};
	return {
		files: [{
			path,
			content: text,
			found: "bare",
			linesBefore: 0
		}],
		notDone: []
	};
}
function brokenFence(lines, { start, path, isOpen }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} ${isOpen === true ? "is not closed, so nobody can tell where the file ends" : "holds the marks of an edit behind other lines, so nobody can tell whether it is one"}. Send a write change with the whole file.`;
	return malformedAt({
		line,
		path: path ?? lines.path
	}, message);
}
function fencedFiles(lines, parts) {
	const isNamed = ({ path, isTitled }) => path !== void 0 && (isTitled === true || lines.path === void 0);
	const named = parts.filter(isNamed);
	const [only, second] = named.length > 0 ? named : parts;
	if (only === void 0 || named.length === 0 && (second !== void 0 || lines.path === void 0)) return unnamed(lines, parts);
	const other = named.length > 0 ? parts.find((part) => !isNamed(part)) : void 0;
	if (other !== void 0) return longFile(lines, named, other) ?? unpaired(lines, other);
	const files = named.length > 0 ? named.map((part) => fileIn(lines, part, part.path)) : [fileIn(lines, only)];
	const paths = /* @__PURE__ */ new Set();
	const twice = files.find(({ path }) => paths.size === paths.add(path).size);
	if (twice === void 0) return files;
	const message = `Two code blocks are for ${twice.path}, so nobody can tell which one is the file. Send one of them.`;
	return malformedAt({
		line: twice.linesBefore,
		path: twice.path
	}, message);
}
function unnamed(lines, [first]) {
	const line = numberOf(lines, (first?.start ?? 1) - 1);
	const message = `The code block at line ${line} does not say which file it is, and holds no edit. Put the file's path on the line above it, or send a write change.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
/**
* One file that holds code blocks of its own, up to the fence that ends the text; null: it does not look so.
* Only the file that it replaces can tell whether what follows the first end is part of it.
*/
function longFile(lines, [only, second], other) {
	const last = lines.lines.findLastIndex((line) => line.trim() !== "");
	if (only?.fence === void 0 || second !== void 0 || other.start < only.end) return null;
	if (!closes(lineAt$1(lines, last) ?? "", only.fence)) return null;
	return [{
		...fileIn(lines, {
			...only,
			end: last
		}, only.path),
		sureLines: only.end - only.start
	}];
}
/** A file that holds a fence of its own seems to end there: what follows would be lost. */
function unpaired(lines, { start }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} names no file, so it may be part of the file before it. Put four backquotes around a file that holds code blocks, or send a write change.`;
	return malformedAt({ line }, message);
}
/** The file that a fence holds, without the fence's own indentation. */
function fileIn(lines, { start, end, fence }, path) {
	const indent = " ".repeat(fence?.indent ?? 0);
	const own = lines.lines.slice(start, end).map((line) => indent !== "" && line.startsWith(indent) ? line.slice(indent.length) : line);
	return {
		path: path === void 0 ? lines.path ?? "" : fullPath(path, lines.path),
		content: own.length === 0 ? "" : `${own.join("\n")}\n`,
		found: "fenced",
		linesBefore: start
	};
}

// src/patch/formats/text.ts
/**
* Finds the changes in what a model wrote: JSON, `*** Begin Patch`, SEARCH/REPLACE blocks, diffs, or whole files,
* alone, in fences or in prose. `path` is the file that is meant where the text does not name one.
*
* What has the marks of an edit is never taken for a file, and prose never for anything.
*/
function readText(text, path) {
	const reading = readTextAt(text, path, 0);
	return reading.ok && !reading.changes.every(hasWholeCharacters) ? asFailed(halfCharacter()) : reading;
}
/** Behind escapes of JSON a text may hold what no file can. */
function hasWholeCharacters(change) {
	return Object.values(change).every((field) => typeof field !== "string" || field.isWellFormed());
}
function halfCharacter() {
	return {
		ok: false,
		refusals: [{
			code: "malformed",
			message: "An escape in the JSON stands for half of a character, such as \\ud800 without its other half. Send whole characters."
		}]
	};
}
/** JSON may hold texts, and those JSON again; `depth` says how far in this one is. */
function readTextAt(text, path, depth) {
	const source = text.startsWith(BOM) ? text.slice(1) : text;
	const unescaped = unescapedText(source);
	const json = depth < MAX_DEPTH ? readJson(source, path, depth) : null;
	if (json !== null) return json;
	const lines = linesToRead(unescaped ?? source, { path });
	if (lines === null) return asFailed(tooManyLines());
	if (unescaped !== null) addRepair(lines.repairs, "line breaks that were written as \\n were read as such", 1);
	const parts = partsOf(lines);
	return parts.filter(({ format }) => format !== "fence").length > 0 ? readEdits(lines, parts) : readOthers({
		lines,
		parts,
		text: source,
		depth
	});
}
const BOM = "﻿";
/** A JSON text in a JSON text is read; what is deeper is not. */
const MAX_DEPTH = 2;
function asFailed(reading) {
	return {
		ok: false,
		refusals: reading.refusals ?? []
	};
}
/** null: the text is no JSON, or JSON that holds no change. */
function readJson(text, path, depth) {
	return readJsonChanges(text, {
		path,
		readText: (inner, innerPath) => readTextAt(inner, innerPath ?? path, depth + 1)
	});
}
/** The text holds edits: what else it has in fences explains them, unless it may be a file. */
function readEdits(lines, parts) {
	const changes = [];
	const origins = [];
	const notDone = [];
	for (const part of parts) {
		const beside = part.format === "fence" ? fileBeside(lines, part) : null;
		if (beside !== null) {
			changes.push(beside);
			origins.push({
				linesBefore: part.start,
				found: "beside"
			});
		} else if (part.format === "fence") setAside(lines, part, notDone);
		else {
			changes.push(changeOf(lines, part));
			origins.push({ linesBefore: part.start });
		}
	}
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	return {
		ok: true,
		changes,
		origins,
		repairs: repairsOf(lines.repairs),
		notDone
	};
}
function setAside(lines, part, notDone) {
	const line = numberOf(lines, part.start - 1);
	if (part.fence !== void 0 && isShellFence(part.fence)) {
		if (notDone.length === 0) notDone.push(`The commands in the code block at line ${line} were not run`);
	} else if (part.hasMarks === true) lines.refusals.push(malformedAt({ line }, hiddenMarks(line)));
	else addRepair(lines.repairs, "a code block that holds no edit was passed over", line);
}
/**
* A file in a fence of its own, below a line that says nothing but its path; null: the fence is something else.
* Only where there is no such file yet is it certain that the fence holds all of it.
*/
function fileBeside(lines, part) {
	const { path, isTitled, isOpen, hasMarks, fence } = part;
	if (path === void 0 || isTitled !== true || isOpen === true || hasMarks === true) return null;
	if (fence !== void 0 && isShellFence(fence)) return null;
	const file = fileIn(lines, part, path);
	return {
		kind: "write",
		path: file.path,
		content: file.content,
		encoding: "utf-8"
	};
}
function hiddenMarks(line) {
	return `The code block at line ${line} holds the marks of an edit behind other lines. Begin the block with the edit, or send it as a change of its own.`;
}
function changeOf(lines, { format, start, end, fence, path, isTitled }) {
	const indent = fence?.indent ?? 0;
	const text = lines.lines.slice(start, end).map((line) => withoutIndent(line, indent)).join("\n") + (end < lines.lines.length ? "\n" : "");
	const file = path !== void 0 && (lines.path === void 0 || isTitled === true && looksLikePath(path)) ? fullPath(path, lines.path) : lines.path;
	const named = file === void 0 ? {} : { path: file };
	switch (format) {
		case "diff": return {
			kind: "diff",
			diff: text,
			...named
		};
		case "apply_patch": return {
			kind: "apply_patch",
			patch: text,
			...named
		};
		default: return {
			kind: "blocks",
			text,
			...named
		};
	}
}
/** A fence in a list is indented, and so is every line in it. */
function withoutIndent(line, indent) {
	let at = 0;
	while (at < indent && line.charAt(at) === " ") at += 1;
	return at === 0 ? line : line.slice(at);
}
/** The text holds no edit in a patch format: perhaps JSON in fences, or whole files. */
function readOthers({ lines, parts, text, depth }) {
	const found = {
		changes: [],
		origins: [],
		repairs: [],
		notDone: [],
		refusals: [],
		rest: []
	};
	for (const part of parts) {
		const inner = lines.lines.slice(part.start, part.end).join("\n");
		const json = depth < MAX_DEPTH && /^\s*[[{]/.test(inner.slice(0, LEAD)) ? readJson(inner, jsonPath(lines, part), depth) : null;
		if (json === null) found.rest.push(part);
		else if (!json.ok) found.refusals.push(...json.refusals.slice(0, LEAD));
		else {
			for (const change of json.changes) found.changes.push(change);
			for (const origin of json.origins) found.origins.push(origin);
			for (const repair of json.repairs) found.repairs.push(repair);
			for (const wish of json.notDone) found.notDone.push(wish);
		}
	}
	if (found.refusals.length > 0) return {
		ok: false,
		refusals: found.refusals
	};
	if (found.changes.length === 0) return filesOf(wholeFiles({
		lines,
		parts,
		text
	}), lines);
	for (const part of found.rest) setAside(lines, part, found.notDone);
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	const { changes, origins, notDone } = found;
	return {
		ok: true,
		changes,
		origins,
		repairs: [...repairsOf(lines.repairs), ...found.repairs],
		notDone
	};
}
/** Characters or entries of something that is looked at; what is behind them is more of the same. */
const LEAD = 100;
function jsonPath({ path: given }, { path }) {
	return path === void 0 ? given : fullPath(path, given);
}
function filesOf(result, lines) {
	if ("code" in result) return {
		ok: false,
		refusals: [result]
	};
	const { files, notDone } = result;
	return {
		ok: true,
		changes: files.map(({ path, content }) => ({
			kind: "write",
			path,
			content,
			encoding: "utf-8"
		})),
		origins: files.map(({ path: _path, content: _content, ...origin }) => origin),
		repairs: repairsOf(lines.repairs),
		notDone
	};
}

// src/patch/file-system-name.ts
/**
* The name under which a file system may find what git stores as `segment`, lower case and in NFC. Windows
* drops streams and trailing dots and spaces, HFS+ leaves some code points out when it compares, and both
* ignore case. Different names may stand for one file exactly where this gives one text.
*/
function fileSystemName(segment) {
	return foldCase(segment.replace(HFS_IGNORED, "").replace(/(?<=.):.*$/su, "").replace(/(?<![. ])[. ]+$/u, ""));
}
/** The code points that git's own check for HFS+ leaves out. */
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** Upper case first: letters such as ſ have no other lower case, but an upper one that they share. */
function foldCase(name) {
	return name.toUpperCase().toLowerCase().normalize("NFC");
}

// src/patch/path.ts
/** null: `path` names a place inside the repository that git, and every common file system, can hold. */
function checkPath(path) {
	const problem = problemWith(path);
	if (problem === null) return null;
	return {
		code: "outside_repository",
		message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
		path
	};
}
/** Characters of a bad path that are shown: enough to recognise it. */
const SHOWN_CHARACTERS = 200;
function problemWith(path) {
	if (path === "") return "is empty.";
	if (!path.isWellFormed()) return "is not valid Unicode.";
	if (new TextEncoder().encode(path).length > 1024) return `is longer than ${MAX_PATH_BYTES} bytes.`;
	if (CONTROL_CHARACTER.test(path)) return "holds a control character or a line separator.";
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
/** Unicode's own line breaks among them: what reads paths line by line, or by `.`, stops there. */
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Any name that some file system takes for `.git`, its 8.3 names among them. */
function isGitFolder(segment) {
	return /^(?:\.git|git~\d+)$/.test(fileSystemName(segment));
}

// src/patch/path-prefix.ts
/** The path without the longest of these leading folders that it lies in, given with or without a slash at the end. */
function withoutPrefix(path, prefixes) {
	const lengths = prefixes.map((prefix) => `${prefix.replace(/\/+$/, "")}/`).filter((prefix) => path.startsWith(prefix) && path.length > prefix.length).map((prefix) => prefix.length);
	return path.slice(Math.max(0, ...lengths));
}

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
		for (const operation of reading.operations) steps.push({
			change: index,
			pointer,
			fields,
			operation: inRepository(operation, pathPrefixes)
		});
		const prefix = patch.changes.length === 1 ? "" : `In change ${index + 1}: `;
		for (const repair of reading.repairs) repairs.push(prefix + repair);
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
function readChange(change, index) {
	const pointer = `/changes/${index}`;
	if (change.kind === "text") return {
		reading: readWhole(change),
		pointer: `${pointer}/text`
	};
	const field = TEXT_FIELDS[change.kind];
	return {
		reading: readOne(change),
		pointer: field === void 0 ? pointer : `${pointer}/${field}`
	};
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
	let hunksBefore = 0;
	for (const [index, change] of found.changes.entries()) {
		const origin = found.origins[index] ?? {};
		const reading = readOne(change, {
			linesBefore: origin.linesBefore ?? 0,
			hunksBefore
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
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs
	};
}
function lastHunk(operation) {
	if (operation.action === "create") return operation.hunk ?? 0;
	return "hunks" in operation ? operation.hunks.at(-1)?.number ?? 0 : 0;
}
function readOne(change, context = {}, { found, sureLines } = {}) {
	switch (change.kind) {
		case "diff": return readUnifiedDiff(change.diff, {
			...context,
			path: change.path
		});
		case "apply_patch": return readApplyPatch(change.patch, {
			...context,
			path: change.path
		});
		case "blocks": return readBlocks(change.text, {
			...context,
			path: change.path
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
/** An edit as it stands, or without the line numbers that an editor showed before every line. */
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
		}
	}, [`The line numbers before each line of the text to find in ${path} were left out`]);
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
/** More files than are allowed are refused for that, so that their folders need no counting. */
function countFolders(paths) {
	return paths.size > 100 ? 0 : new Set([...paths].flatMap(parentsOf)).size;
}

// src/apply/apply.ts
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
		was: linesWithEnds(style === null ? rawText(was) : texts.was.text),
		wanted: linesWithEnds(style === null ? rawText(wanted) : texts.wanted.text),
		now: linesWithEnds(style === null ? rawText(now) : texts.now.text)
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
function rawText(bytes) {
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
	clashes.push(...blockedBy(merged, {
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
	const [left, right] = [linesOf$1(merged), linesOf$1(placed)];
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
function linesOf$1(entry) {
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

// src/patch/utf8.ts
/**
* The text of UTF-8 bytes to the character, a byte order mark included: what was hashed, entered into the log or
* announced must be what is read here. What is no UTF-8 becomes U+FFFD.
*/
function textOfUtf8(bytes) {
	return DECODER.decode(bytes);
}
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

// src/stages/base.ts
/**
* Puts the patch onto the branch's head. Where it names the commit that it was written for and its files have
* changed since, it is applied there and merged with what happened, so that what was written for one text is
* never put into another.
*/
function placePatch(patch, config, snapshot) {
	const chosen = chooseBase(patch, config, snapshot);
	if (!chosen.ok) return refuse([chosen.refusal]);
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
		} : refuse(applied.refusals, applied.hunks);
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
	if ("refusals" in merged) return refuse(merged.refusals.map(spokenOf$1(pinned.sha)), hunks);
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
function refuse(refusals, hunks = []) {
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
function spokenOf$1(sha) {
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
	return entry === void 0 ? "absent" : entry.mode === FOLDER ? FOLDER : `${entry.mode} ${entry.oid}`;
}
const FOLDER = "040000";
/** What stands in a commit, as applying wants it. */
function sourceEntries(base) {
	return new Map([...base.entries].map(([path, entry]) => [path, sourceEntry(entry)]));
}
function sourceEntry(entry) {
	const { bytes = /* @__PURE__ */ new Uint8Array(), tooLarge: size, oid } = entry;
	const executable = entry.mode === "100755";
	switch (entry.mode) {
		case FOLDER: return { kind: "directory" };
		case "160000": return { kind: "submodule" };
		case "120000": return {
			kind: "symlink",
			target: textOfUtf8(bytes)
		};
		default: return size === void 0 ? {
			kind: "file",
			bytes,
			executable
		} : {
			kind: "unread",
			oid,
			size,
			executable
		};
	}
}

// src/policy/added-lines.ts
/** For each line of the new text whether the old one lacks it; a line counts as often as it is there. */
function addedLines(before, after) {
	const known = /* @__PURE__ */ new Map();
	for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
	return after.split("\n").map((line) => {
		const left = known.get(line) ?? 0;
		known.set(line, left - 1);
		return left <= 0;
	});
}

// src/policy/hidden-characters.ts
/**
* The first line, from 1, that is new in a file and holds characters by which code reads otherwise than it runs; null:
* there is none. `before` is null where there was no file.
*/
function hiddenLine(before, after) {
	const [was, now] = [withoutMark(before ?? ""), withoutMark(after)];
	if (!hides(now)) return null;
	const isAdded = addedLines(was, now);
	const index = now.split("\n").findIndex((line, at) => isAdded[at] === true && hides(line));
	return index === -1 ? null : index + 1;
}
/** Only at the beginning of a file it says how that is encoded. */
function withoutMark(text) {
	return text.replace(/^\uFEFF/, "");
}
/** Does a text, such as the name of a file, hold such characters? */
function hides(text) {
	for (const [, hidden] of text.matchAll(SHOWN_OR_HIDDEN)) if (hidden !== void 0) return true;
	return false;
}
/** England's, Scotland's and Wales': other tags behind a black flag are shown by nobody. */
const FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`;
/** What chooses between shapes, where there are several: elsewhere it makes a second name, or an empty text that is none. */
const SELECTED = [
	String.raw`(?<=\p{Extended_Pictographic})[\uFE0E\uFE0F]`,
	String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
	String.raw`(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]`,
	String.raw`(?<=[\u2190-\u2AFF])\uFE00`
].join("|");
/** Persian and the scripts of India need joiners within words, and emoji between two; nothing else does. */
const JOINER = String.raw`[\u200C\u200D]`;
const JOINING = [
	"Arab",
	"Syrc",
	"Mong",
	"Deva",
	"Beng",
	"Guru",
	"Gujr",
	"Orya"
].concat([
	"Taml",
	"Telu",
	"Knda",
	"Mlym",
	"Sinh",
	"Khmr",
	"Mymr"
]).map((script) => String.raw`\p{scx=${script}}`).join("");
const PLAIN = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}_$]`;
const JOINED = String.raw`(?<=[${JOINING}])${JOINER}(?!${PLAIN}|${JOINER})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`;
/** Behind one of these a program may go on where a reader sees the end of a comment, and the other way round. */
const LINE_END = String.raw`\r(?!\n|$)|[\p{Zl}\p{Zp}]`;
/** A page break within a line: Python counts the indentation anew behind it, so that code leaves its block unseen. */
const PAGE_BREAK = String.raw`(?<=[^\n])\f(?!\r?(?:\n|$))`;
/** What steers a terminal, and what no page shows: directions, fillers, tags, spaces without a width. */
const INVISIBLE = String.raw`(?![\t\n\f\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]`;
const SHOWN_OR_HIDDEN = new RegExp(`${FLAG}|${SELECTED}|${JOINED}|(${LINE_END}|${PAGE_BREAK}|${INVISIBLE})`, "gu");

// src/policy/short-name.ts
/**
* May Windows find the file `name` as `segment`, by the short name that it gives to whatever does not fit into eight
* letters and three? It numbers them as it likes, so that any number may be the one.
*/
function mayBeShortNameOf(segment, name) {
	const [, stem, ending = ""] = SHORT.exec(fileSystemName(segment)) ?? [];
	return stem !== void 0 && isShortened(stem, ending, fileSystemName(name));
}
/** Is it written as short names are? */
function isShortName(segment) {
	return SHORT.test(fileSystemName(segment));
}
const SHORT = /^([^.~]{1,6})~\d{1,6}(?:\.([^.]{1,3}))?$/;
function isShortened(stem, ending, name) {
	const bare = name.replace(/^[. ]+/, "");
	const dot = bare.lastIndexOf(".");
	const [front, back] = dot === -1 ? [bare, ""] : [bare.slice(0, dot), bare.slice(dot + 1)];
	const fits = bare === name && FITTING.test(front) && back.length <= LONGEST_ENDING;
	const letters = front.replace(/[. ]/g, "").replace(/[+,;=[\]]/g, "_");
	const isHashed = HASHED.test(stem) && letters.startsWith(stem.slice(0, HASHED_STEM));
	return !fits && back.slice(0, LONGEST_ENDING) === ending && (letters.startsWith(stem) || isHashed);
}
/** A name before its ending that needs no other one. */
const FITTING = /^[^. +,;=[\]]{1,8}$/;
const LONGEST_ENDING = 3;
/** Where many names begin alike, two letters and a hash of the rest. */
const HASHED = /^.{2}[\da-f]{4}$/;
const HASHED_STEM = 2;

// src/policy/collisions.ts
/**
* New paths that meet another one, or a folder on the way to one, in another spelling. Each is named once.
* `existing` are files and folders of the base; those that the patch takes away are in nobody's way.
*/
function findCollisions(changes, existing) {
	const gone = new Set(changes.flatMap(({ path, from, action }) => action === "delete" ? [path] : [from]));
	const root = /* @__PURE__ */ new Map();
	for (const path of existing) if (!gone.has(path)) keepSpelling(root, path);
	return changes.filter(({ action }) => action === "create" || action === "rename").flatMap(({ path }) => {
		const other = otherSpelling(root, path);
		keepSpelling(root, path);
		return other === null ? [] : [{
			path,
			other
		}];
	});
}
function otherSpelling(root, path) {
	const segments = path.split("/");
	let folder = root;
	for (const [depth, segment] of segments.entries()) {
		const known = folder.get(fileSystemName(segment));
		const others = known === void 0 ? longNamesOf(segment, folder) : known.spellings;
		if (!others.has(segment) && others.size > 0) return [...segments.slice(0, depth), ...others].slice(0, depth + 1).join("/");
		if (known === void 0) return null;
		folder = known.below;
	}
	return null;
}
/** Names in a folder that Windows may find by this one. */
function longNamesOf(segment, folder) {
	if (!isShortName(segment)) return NO_NAMES;
	const spellings = [...folder.values()].flatMap(({ spellings: names }) => [...names]);
	return new Set(spellings.filter((name) => mayBeShortNameOf(segment, name)));
}
const NO_NAMES = /* @__PURE__ */ new Set();
function keepSpelling(root, path) {
	let folder = root;
	for (const segment of path.split("/")) {
		const key = fileSystemName(segment);
		const known = folder.get(key) ?? {
			spellings: /* @__PURE__ */ new Set(),
			below: /* @__PURE__ */ new Map()
		};
		known.spellings.add(segment);
		folder.set(key, known);
		folder = known.below;
	}
}

// src/policy/glob.ts
/**
* Matches whole paths against a glob, names with a dot at their beginning included: `*` and `?` stay within a name,
* a name of `**` stands for any number of folders, `folder/**` for the folder and everything in it, and `{a,b}` for
* one of both; brackets are letters.
*
* The paths are those of a patch, so the engine is one whose time is linear in them. Other translations of globs look
* ahead and go back, and take minutes for a path that is made to.
*/
function compileGlob(glob, options) {
	const flags = RE2JS.DOTALL | (options.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
	const pattern = RE2JS.compile(translate(glob), flags);
	return (path) => pattern.testExact(path);
}
function translate(glob) {
	if (glob === "**") return ".*";
	let inBraces = false;
	return glob.replace(TOKEN, (token, index) => {
		if (token === "{" || token === "}") {
			inBraces = token === "{";
			return inBraces ? "(?:" : ")";
		}
		if (token === "," && inBraces) return "|";
		const before = glob[index - 1] ?? "/";
		const startsName = before === "/" || inBraces && "{,".includes(before);
		return WILDCARDS[startsName ? token : token.replace("**/", "*/")] ?? translateLiteral(token);
	});
}
/** `**` counts as such only where it is a whole name. */
const TOKEN = /\/\*\*$|\*\*\/|\*+|[?{},]|[^*?{},]/gsu;
const WILDCARDS = {
	"/**": "(?:/.*)?",
	"**/": "(?:[^/]+/)*",
	"*": "[^/]*",
	"*/": "[^/]*/",
	"?": "[^/]"
};
function translateLiteral(token) {
	return token.startsWith("*") ? "[^/]*" : RE2JS.quote(token);
}

// src/policy/named-paths.ts
/** The first rule of every repository that matches a path; null: none does. */
function matchNamedRule(path) {
	const [written, meant] = [path.normalize("NFC"), judgedPath(path)];
	const literal = firstMatch(written);
	const judged = meant === written.toLowerCase() ? literal : firstMatch(meant);
	return judged === null || judged.rule === literal?.rule ? literal : {
		rule: "look-alikes",
		pattern: judged.pattern
	};
}
/**
* Finds the first of some globs that protects a path: under any name by which a file system may find the file, for
* what is protected must not be reached by another name.
*/
function protectingGlob(globs) {
	const compiled = globs.map((glob) => ({
		glob,
		matches: compileGlob(glob.normalize("NFC"), { ignoreCase: true })
	}));
	return (path) => {
		const [literal, judged] = [path.normalize("NFC"), judgedPath(path)];
		return compiled.find(({ matches }) => matches(literal) || matches(judged))?.glob;
	};
}
/** Is a path among those of some globs? Only as it is written, for what is allowed must not be guessed. */
function amongGlobs(globs) {
	const compiled = globs.map((glob) => compileGlob(glob, { ignoreCase: false }));
	return (path) => compiled.some((matches) => matches(path));
}
/** The name of a path on the file system that is most generous in what it takes for it. */
function judgedPath(path) {
	return path.split("/").map(judgedName).join("/");
}
function judgedName(segment) {
	const name = fileSystemName(segment);
	if (GIT_SHORT_NAME.test(name)) return ".git";
	return CODEOWNERS_SHORT_NAME.test(name) ? "codeowners" : name;
}
/** What 8.3 makes of `.github`, `.gitmodules` and the like: six letters, or two and a hash where many look alike. */
const GIT_SHORT_NAME = /^(?:git[^.~]{0,3}|gi[\da-f]{4})~\d+(?:\.|$)/;
const CODEOWNERS_SHORT_NAME = /^(?:code(?:ow?)?|co[\da-f]{4})~\d+$/;
const NAMED_PATTERNS = [...Object.entries(FIXED_RULES), ...Object.entries(RULES)].flatMap(([name, { paths }]) => paths.map((pattern) => ({
	name,
	pattern,
	matches: compileGlob(pattern, { ignoreCase: true })
})));
function firstMatch(path) {
	const found = NAMED_PATTERNS.find(({ matches }) => matches(path));
	return found === void 0 || !isRuleName(found.name) ? null : {
		rule: found.name,
		pattern: found.pattern
	};
}
function isRuleName(name) {
	return name in RULES || name in FIXED_RULES;
}

// src/policy/path-decision.ts
/**
* All rules that have a say in a path, the one that decides first: the strictest, and of several the first named.
* The globs are compiled once, so that many paths can be asked about.
*/
function pathRules(policy) {
	const opinions = [
		namedRule(policy),
		protectedPaths(policy),
		allowedPaths(policy)
	];
	return (path) => opinions.flatMap((rulesFor) => rulesFor(path)).toSorted((left, right) => STRICTNESS[right.outcome] - STRICTNESS[left.outcome]);
}
const STRICTNESS = {
	allow: 0,
	review: 1,
	refuse: 2
};
function namedRule({ rules }) {
	return (path) => {
		const match = matchNamedRule(path);
		if (match === null) return [];
		const { rule, pattern } = match;
		return isChangeable(rule) ? [{
			rule: `policy.rules.${rule}`,
			outcome: rules[rule],
			pattern,
			pointer: [
				"policy",
				"rules",
				rule
			]
		}] : [{
			rule,
			outcome: "refuse",
			pattern,
			pointer: null
		}];
	};
}
function isChangeable(rule) {
	return rule in RULES;
}
function protectedPaths(policy) {
	const entries = policy["protected-paths"].map(({ paths, outcome }, index) => ({
		rule: `policy.protected-paths[${index}]`,
		outcome,
		globFor: protectingGlob(paths),
		pointerTo: (glob) => [
			"policy",
			"protected-paths",
			index,
			"paths",
			paths.indexOf(glob)
		]
	}));
	return (path) => entries.flatMap(({ rule, outcome, globFor, pointerTo }) => {
		const pattern = globFor(path);
		return pattern === void 0 ? [] : [{
			rule,
			outcome,
			pattern,
			pointer: pointerTo(pattern)
		}];
	});
}
function allowedPaths(policy) {
	const allowed = policy["allowed-paths"];
	if (allowed === void 0) return () => [];
	const isAllowed = amongGlobs(allowed.paths);
	const elsewhere = {
		rule: "policy.allowed-paths",
		outcome: allowed.otherwise,
		pattern: null,
		pointer: ["policy", "allowed-paths"]
	};
	return (path) => isAllowed(path) ? [] : [elsewhere];
}

// src/policy/judge.ts
/**
* Judges the result of applying, never the patch's text: what a patch says and what it does may differ.
* `existing` are paths that the base has already, as far as they were looked up.
*/
function judgeChanges(policy, changes, existing = [], earlier = NOTHING_EARLIER) {
	const findings = [
		...judgePaths(policy, changes),
		...judgeExecutables(policy, changes),
		...judgeHidden(policy, changes),
		...judgeCollisions(policy, changes, existing),
		...judgeLimits(policy, changes, earlier)
	];
	return {
		refusals: findings.filter(({ outcome }) => outcome === "refuse").map(({ refusal }) => refusal),
		reviews: describeReviews(findings.filter(({ outcome }) => outcome === "review"))
	};
}
const NOTHING_EARLIER = {
	paths: [],
	changedLines: 0
};
function judgePaths(policy, changes) {
	const rulesFor = pathRules(policy);
	const touched = changes.flatMap(({ path, from }) => from === void 0 ? [path] : [path, from]);
	return [...new Set(touched)].flatMap((path) => {
		const decisive = rulesFor(path)[0];
		return decisive === void 0 ? [] : [pathFinding(path, decisive)];
	});
}
function pathFinding(path, { rule, outcome, pattern }) {
	return {
		rule,
		outcome,
		subject: path,
		refusal: {
			code: "protected_path",
			message: pattern === null ? `${path} is not among the paths that patches may change here (${rule}): leave it out of the patch, or ask a maintainer to allow it.` : `${path} is protected by ${rule} (${pattern}): leave it out of the patch, or ask a maintainer to change it.`,
			path,
			data: pattern === null ? { rule } : {
				rule,
				pattern
			}
		}
	};
}
function judgeExecutables({ rules }, changes) {
	const rule = "policy.rules.executables";
	return changes.filter(({ action, executable, wasExecutable }) => action !== "delete" && executable && !wasExecutable).map(({ path }) => ({
		rule,
		outcome: rules.executables,
		subject: path,
		refusal: {
			code: "protected_path",
			message: `${path} would become executable, which ${rule} does not take: send it without the mode, or ask a maintainer to set it.`,
			path,
			data: { rule }
		}
	}));
}
function judgeHidden({ rules }, changes) {
	const rule = "policy.rules.hidden-characters";
	const outcome = rules["hidden-characters"];
	return changes.flatMap(({ path, action, hiddenLine: line }) => {
		const place = line === void 0 ? (action === "create" || action === "rename") && hides(path) ? "the name" : null : `line ${line}`;
		if (place === null) return [];
		const subject = `${place} of ${path}`;
		const message = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} would hold characters that can't be seen or that reorder others, which ${rule} does not take: send it without them, or as escapes.`;
		const data = {
			rule,
			...line === void 0 ? {} : { line }
		};
		return [{
			rule,
			outcome,
			subject,
			refusal: {
				code: "protected_path",
				message,
				path,
				data
			}
		}];
	});
}
function judgeCollisions({ rules }, changes, existing) {
	const rule = "policy.rules.case-collisions";
	return findCollisions(changes, existing).map(({ path, other }) => ({
		rule,
		outcome: rules["case-collisions"],
		subject: `${path} beside ${other}`,
		refusal: {
			code: "already_exists",
			message: `${path} and ${other} are one file on some file systems, which ${rule} does not take: use the spelling that is there, or another name.`,
			path,
			data: {
				rule,
				other
			}
		}
	}));
}
function judgeLimits({ limits }, changes, earlier) {
	const largest = changes.reduce((most, change) => change.bytes > (most?.bytes ?? -1) ? change : most, null);
	const lines = changes.reduce((sum, { changedLines }) => sum + changedLines, earlier.changedLines);
	const again = new Set(changes.map(({ path }) => path));
	return [
		...overLimit({
			rule: "files",
			limit: limits.files,
			found: changes.length + earlier.paths.filter((path) => !again.has(path)).length,
			of: "The patch changes files"
		}),
		...overLimit({
			rule: "changed-lines",
			limit: limits["changed-lines"],
			found: lines,
			of: "The patch changes lines"
		}),
		...overLimit({
			rule: "file-bytes",
			limit: limits["file-bytes"],
			found: largest?.bytes ?? 0,
			of: `${largest?.path ?? ""} has bytes`
		})
	];
}
function overLimit({ rule: name, limit, found, of }) {
	if (limit === void 0 || found <= limit["at-most"]) return [];
	const rule = `policy.limits.${name}`;
	const subject = `${of}: ${found} of ${limit["at-most"]} at most`;
	return [{
		rule,
		outcome: limit.otherwise,
		subject,
		refusal: {
			code: "too_large",
			message: `${subject} (${rule}). Send it in smaller parts, or ask a maintainer to raise the limit.`,
			data: {
				rule,
				found,
				limit: limit["at-most"]
			}
		}
	}];
}
function describeReviews(findings) {
	return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => {
		const subjects = found.slice(0, MAX_SUBJECTS).map(({ subject }) => subject);
		const more = found.length - subjects.length;
		return `${rule} asks for a review of ${subjects.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
	});
}
/** Enough to know where to look. */
const MAX_SUBJECTS = 5;

// src/stages/versions.ts
/** A changed file as it was and as it will be. */
function versions(change, base) {
	const { path, from, bytes } = change;
	const { bytes: before = null, tooLarge: unread } = entryBefore(change, base) ?? {};
	return {
		path,
		...from === void 0 ? {} : { from },
		before,
		...unread === void 0 ? {} : { unread },
		after: bytes
	};
}
/** Lines added and removed; of a file that was too large to be read, nobody has counted them. */
function lineCounts(change, base) {
	const { before, after, unread } = versions(change, base);
	return unread === void 0 ? countLines(before, after) : {
		added: null,
		removed: null
	};
}
/** Lines as they are counted everywhere. */
function summarizeChange(change, base) {
	const { path, from } = change;
	const { added, removed } = lineCounts(change, base);
	return {
		path,
		action: change.action,
		...from === void 0 ? {} : { from },
		added,
		removed
	};
}
function entryBefore({ action, from, path }, base) {
	return action === "create" ? void 0 : base.entries.get(from ?? path);
}

// src/stages/judge-placed.ts
/** What the policy makes of a patch on its base. Collisions are found with all that lies beside its new files. */
function judgePlaced(policy, { changes, base, earlier }) {
	const judged = changes.map((change) => judgedChange(policy, change, base));
	return judgeChanges(policy, judged, [...base.entries.keys(), ...base.beside], earlier);
}
function judgedChange({ limits }, change, base) {
	const { path, from, action, executable, bytes } = change;
	const hidden = hiddenIn(change, base);
	return {
		path,
		...from === void 0 ? {} : { from },
		action,
		executable,
		wasExecutable: base.entries.get(from ?? path)?.mode === "100755",
		bytes: bytes?.length ?? 0,
		changedLines: limits["changed-lines"] === void 0 ? 0 : changedLines(change, base),
		...hidden === null ? {} : { hiddenLine: hidden }
	};
}
function hiddenIn(change, base) {
	const { before, after } = versions(change, base);
	if (after === null || change.from === void 0 && isSame(before, after)) return null;
	if (isBinary(after)) return before !== null && !isBinary(before) || isUtf8(after) || !MEDIA.test(change.path) ? 1 : null;
	return hiddenLine(before && textOfUtf8(before), textOfUtf8(after));
}
/** Names of what nobody reads as text, and no program runs by its name. */
const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|ogg|opus|wav|flac|webm|mov|pdf)$/i;
/** As git says it, and with it every page on which a change is reviewed. */
function isBinary(bytes) {
	return bytes.subarray(0, LOOKED_AT_BY_GIT).includes(0);
}
/** Bytes at the beginning of a file. */
const LOOKED_AT_BY_GIT = 8e3;
/**
* A file that nobody has read may be all line breaks, and one with a NUL is a text to programs all the same: no limit is
* to be got around by either.
*/
function changedLines(change, base) {
	const { before, after, unread = 0 } = versions(change, base);
	const { added, removed } = lineCounts(change, base);
	if (added === null && !MEDIA.test(change.path) && !isSame(before, after)) return unread + linesOf(before) + linesOf(after);
	return unread + (added ?? 0) + (removed ?? 0);
}
function linesOf(bytes) {
	let lines = 0;
	for (const byte of bytes ?? NO_BYTES) lines += byte === LINE_FEED ? 1 : 0;
	return (bytes?.at(-1) ?? LINE_FEED) === LINE_FEED ? lines : lines + 1;
}
function isSame(before, after) {
	return before !== null && after !== null && sameBytes(before, after);
}
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
const LINE_FEED = 10;

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
	"apply",
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

// src/stages/plan.ts
/** `control` is created as running by the first patch that a repository ever sees. */
function planApply(input) {
	const begun = begin(input);
	return stepAside("kind" in begun ? begun : decide(begun, input), input);
}
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
		previous: atBranch(previous, input.snapshot, input.received.id),
		channel
	}, input);
}
/**
* What ends here must not take the record from a run that is still at work on it. Except for what is held: that must
* be kept to be worked on later, and the other run steps aside for a revision.
*/
function stepAside(plan, input) {
	const { previous, channel } = plan;
	return plan.kind === "end" && previous !== null && isLive(previous, input) && plan.outcome.kind !== "held" ? {
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
	const attempt = decision.kind === "start" ? decision.attempt : nextAttempt(previous);
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous: decision.kind === "start" ? atBranch(previous, snapshot, received.id) : previous,
		channel
	});
	if (decision.kind === "end") return end(decision.outcome);
	const branch = (received.ok ? received.patch.base?.branch : void 0) ?? snapshot.defaultBranch;
	const sender = senderOf(received, previous) ?? input.sender;
	const control = controlOf(snapshot, now, {
		branch,
		sender
	});
	if (control.state !== "running" && (received.ok || control.state === "locked")) {
		const { base } = snapshot;
		return {
			...end(stoppedBy(control)),
			...base ? { base: {
				branch,
				sha: base.sha
			} } : {}
		};
	}
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
		previous: atBranch(previous, snapshot, received.id),
		channel,
		end
	};
}
function decide({ end, ...begun }, { snapshot }) {
	const { patch, config } = begun;
	const placed = placePatch(patch, config, snapshot);
	if (!placed.ok) return end(placed.outcome, placed.hunks);
	const { base, changes, hunks, drift } = placed;
	const { commands, refusals: unknown } = findCommands(config.commands, patch);
	const { refusals: forbidden, reviews } = judgePlaced(config.policy, placed);
	const refusals = [...unknown, ...forbidden];
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
		drift,
		commands,
		reviews
	};
}
/**
* Whose patch this is, where it has been here before: another attempt, or one after a pause, is sent by us, and stays
* the patch of whoever sent it first. Null: it is new.
*/
function senderOf({ digest }, previous) {
	return previous?.digest === digest ? previous.sender : null;
}
/** The branch is ours as it stands, also where the record does not know its head yet. */
function atBranch(previous, snapshot, id) {
	const branch = snapshot.refs.get(branchRef(id)) ?? null;
	return previous === null || branch === null ? previous : {
		...previous,
		head: branch.oid
	};
}

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
		case "run": return `Run ${change.command}`;
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

// src/stages/say-status.ts
/**
* Sets the status of a patch's commit. The commit on which named commands made it waits too, and so do those of attempts
* that died on their way; these are told first, so that whoever finds the newest one told knows that all are.
*/
async function sayStatus(forge, told) {
	const { sha, record, status } = told;
	await sayReplaced(forge, told);
	for (const commit of /* @__PURE__ */ new Set([record.generated?.onto ?? sha, sha])) await forge.setStatus(commit, status);
}
/**
* Ends what earlier attempts left waiting. `sha`, where there is one, is told by itself: within a second, another attempt
* makes the same commit.
*/
async function sayReplaced(forge, told) {
	for (const commit of (told.record.replaced ?? []).filter((one) => one !== told.sha)) await forge.setStatus(commit, asReplaced(told.status));
}
/**
* The commit whose status says what became of a patch; undefined: none. What a later attempt made of a branch that was
* merged before is not what was merged, and must not look so.
*/
function spokenOf({ head, withdrawn, outcome }, pullRequest) {
	const sha = head ?? withdrawn;
	return outcome?.kind === "merged" && pullRequest?.head !== sha ? void 0 : sha;
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
/** Whoever says of a part only what they saw means whatever stands in the others. */
function isStillShown(record, shown) {
	const { digest, attempt, sha } = {
		...shownState(record),
		...shown
	};
	const now = shownState(record);
	return now.digest === digest && now.attempt === attempt && now.sha === sha;
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
	const { outcome } = view.record;
	const { headline, detail } = describeView(view);
	const story = [`*${mrkdwnLine(headline, MAX_FIELD)}*`];
	if (outcome?.kind !== "refused") {
		const said = outcome?.kind === "tests_failed" ? describeTests(outcome.tests) : detail;
		story.push(mrkdwnLine(said, MAX_DETAIL));
	}
	return story.join("\n");
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
			words: describeNearest$1(best),
			lines: best.diff
		}];
		return first === void 0 ? [] : [{
			words: describeCandidate(first),
			lines: numberedLines$1(first)
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
		["Generated", record.generated && mrkdwnLine(describeGenerated(record.generated), MAX_FIELD)],
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
	const named = agent === void 0 || agent === record.sender;
	return mrkdwnLine(named ? record.sender : `${record.sender} (${agent})`, MAX_FIELD);
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

// src/stages/watch/careful-chat.ts
/**
* A chat that looks before it posts: a process that died may have posted the message and not said where. What is found
* is edited instead. Where nobody can look, nothing is posted: a message that is missing is better than two.
*/
function carefulChat(chat, history, rules) {
	return {
		async post(channel, message) {
			const found = await findPosted(history, {
				channel,
				message,
				since: rules.since
			});
			if (found !== null) {
				await chat.update(found, message);
				return found;
			}
			if (rules.quiet) throw new Error(`many messages were missing at once, ${LEFT_ALONE}; /ghost status shows all patches`);
			return await chat.post(channel, message);
		},
		update: async (ref, message) => await chat.update(ref, message)
	};
}
/** Whether this warning says that a message will not be posted by trying once more. */
function isLeftAlone(warning) {
	return warning.includes(LEFT_ALONE);
}
/** Whether it says that somebody deleted the message, so that there is nothing to edit. */
function isDeleted(warning) {
	return warning.includes("message_not_found");
}
const LEFT_ALONE = "so none was posted";
async function findPosted(history, look) {
	const blind = `whether the message stands there already can't be told, ${LEFT_ALONE}; give the Slack app the scope channels:history`;
	if (history === null) throw new Error(blind);
	try {
		return await history.find(look.channel, look.message.metadata, look.since);
	} catch (cause) {
		throw cause instanceof Error && FORBIDDEN.test(cause.message) ? new Error(blind, { cause }) : cause;
	}
}
/** Slack's words for a token that may not read a channel's history. */
const FORBIDDEN = /\b(?:missing_scope|not_allowed_token_type|no_permission)\b/;

// src/stages/tell.ts
/**
* Writes the patch's one Slack message, or edits it in place where there is one already. Never throws: a patch does not
* fail over Slack. `earlier` is the record of the attempt before this one: it may have posted a message and died before
* it said where, so that one is looked for.
*/
async function tell(context, configured, view, earlier = null) {
	const channel = configured ?? context.site.defaultChannel;
	const existing = view.record.slack;
	const maybeThere = existing === void 0 && earlier !== null;
	const chat = maybeThere ? lookFirst(context, earlier) : context.chat;
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
			maybePosted: maybeThere || error instanceof Error && "maybePosted" in error && error.maybePosted === true
		};
	}
}
function lookFirst({ chat, history }, { receivedAt }) {
	const since = new Date(Date.parse(receivedAt) - CLOCKS_DIFFER_MS);
	return chat === null || !history ? chat : carefulChat(chat, history, {
		since,
		quiet: false
	});
}
/** Slack's clock, and a runner's. */
const CLOCKS_DIFFER_MS = 6e5;

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
	const { snapshot, record, slots = [] } = request;
	const control = controlMove(snapshot, record);
	return {
		commits: {
			...control.commits,
			record: newRecord(request)
		},
		refs: [
			control.move,
			{
				ref: recordRef(record.id),
				before: recordOid(snapshot, record.id),
				after: { commit: "record" }
			},
			...slots.map(takeSlot)
		]
	};
}
/**
* The next step of a record whose patch is already kept. `guards` are refs that must stand where they were seen
* (null: must still be absent), control first of all; `remove` takes the branch away in the same step.
*/
function nextStep(request) {
	const { from, record, guards = [], remove, advance } = request;
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
			...advance === void 0 ? [] : [advance],
			...remove === void 0 ? [] : [{
				ref: remove.ref,
				before: remove.oid,
				after: null
			}]
		]
	};
}
/** Its last holder was another patch, so what stood there is no ancestor. */
function takeSlot({ ref, oid }) {
	return {
		ref,
		before: oid,
		after: { commit: "record" },
		force: oid !== null
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
/** A file that moved is gone at its old place. */
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
	const { generated } = view.record;
	const lines = [
		detail,
		...generated === void 0 ? [] : [describeGenerated(generated)],
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

// src/policy/secrets.ts
/**
* Those secrets of a file of which the patch adds a line. What stood there before is no news, and a patch that takes
* a secret out must pass. `before` is the file's text without the patch; null: there was none.
*/
function addedSecrets(path, { before, after }, found) {
	if (found.length === 0) return [];
	const isAdded = addedLines(before ?? "", after);
	const starts = lineStarts(after);
	return found.flatMap(({ kind, start, end }) => {
		const [first, last] = [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))];
		for (let line = first; line <= last; line += 1) if (isAdded[line - 1] === true) return [{
			kind,
			path,
			line
		}];
		return [];
	});
}
/**
* Those secrets in the text of a patch that stand in none of these files. Marks of a diff, quotes and line ends may come
* between the letters of one, so that only letters and digits are compared.
*/
function unknownSecrets(text, found, files) {
	const known = files.map(lettersOf);
	const length = known.reduce((sum, { length: letters }) => sum + letters, 0);
	const compared = /* @__PURE__ */ new Map();
	return found.filter(({ start, end }) => {
		const letters = lettersOf(text.slice(start, end));
		if (!compared.has(letters)) {
			const isCheap = compared.size * length <= MAX_COMPARED;
			compared.set(letters, isCheap && known.some((file) => file.includes(letters)));
		}
		return compared.get(letters) !== true;
	});
}
/** Characters that are looked through for all secrets together, about a second; what is left then counts as unknown. */
const MAX_COMPARED = 1e9;
function lettersOf(text) {
	return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
/** One refusal for each place; none shows the secret. */
function secretRefusals(secrets) {
	return [...new Map(secrets.map((secret) => [`${secret.path}\0${secret.line}\0${secret.kind}`, secret])).values()].map(({ kind, path, line }) => ({
		code: "secret_found",
		message: `Line ${line} of ${path} would hold what looks like a secret (${kind}). ${REVOKE} Send the patch without it, or ask a maintainer to name the file in policy.secrets.except-paths if it is none.`,
		path,
		data: {
			rule: "policy.secrets",
			kind,
			line
		}
	}));
}
/** For secrets in a title, a description, or whatever else of the patch becomes no line of a file. */
function secretWordsRefusal(found) {
	const [first] = found;
	return first === void 0 ? [] : [{
		code: "secret_found",
		message: `The words of the patch beside its changes hold what looks like a secret (${first.kind}). ${REVOKE} Send the patch without it.`,
		data: {
			rule: "policy.secrets",
			kind: first.kind
		}
	}];
}
/** Refusing keeps it out of the branch and the record; whoever could read the delivery has read it. */
const REVOKE = "It was not kept; if it is real, revoke it, because it was sent.";
/** Shows a text without the secrets that were found elsewhere. */
function createMask(secrets) {
	const parts = [...new Set(secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)))].filter((part) => part.length >= MIN_PART);
	if (parts.length > MAX_PARTS) return () => MASK;
	const longestFirst = parts.toSorted((left, right) => right.length - left.length);
	return (text) => longestFirst.reduce((masked, part) => masked.replaceAll(part, MASK), text);
}
const MASK = "****";
/** Characters of a line of a secret; shorter ones give nothing away, and are found in any text. */
const MIN_PART = 8;
/** Looking for more would take too long, so that nothing is shown at all. */
const MAX_PARTS = 500;
/** Offsets at which lines begin. */
function lineStarts(text) {
	const starts = [0];
	for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
	return starts;
}
/** The line that holds an offset, from 1. */
function lineAt(starts, offset) {
	let [low, high] = [0, starts.length];
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low + 1;
}

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
		} : {
			plan: refuseInstead(plan, found.refusals, input),
			received: withhold(received, createMask(found.secrets))
		};
	}
	const found = await findIn(scanner, [keptOf(received), ...decodedRuns(received.text)].join("\n"));
	return found.secrets.length === 0 ? {
		plan,
		received
	} : endWithout(plan, input, found);
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
	const text = readable$1([keptOf(received), ...decodedWrites(received)].join("\n"));
	const found = await scanner.find({
		path: PATCH_NAME,
		text
	});
	const news = found.length === 0 ? [] : unknownSecrets(text, found, known.map(textOf));
	return {
		refusals: secretWordsRefusal(news),
		secrets: news.map(({ start, end }) => text.slice(start, end))
	};
}
/** Everything of a delivery that the record, the pull request or a report repeats. */
function keptOf({ text, notDone, repairs }) {
	return [
		text,
		...notDone,
		...repairs
	].join("\n");
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
	return textOf(Buffer.from(base64, "base64"));
}
function bytesIn(state) {
	return [...state?.entries.values() ?? []].flatMap(({ bytes }) => bytes === void 0 ? [] : [bytes]);
}
/** Secrets of which a change adds a line. */
async function findInFile(scanner, change, base) {
	const { path } = change;
	const { before, after } = versions(change, base);
	if (after === null) return {
		refusals: [],
		secrets: []
	};
	const text = textOf(after);
	const plain = withoutEscapes(text);
	const found = [...await scanner.find({
		path,
		text
	}), ...plain === text ? [] : await scanner.find({
		path,
		text: plain
	})];
	const added = addedSecrets(path, {
		before: before && textOf(before),
		after: text
	}, found);
	return {
		refusals: secretRefusals(added),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
/** Bytes of any kind, for a secret may stand among others; what is not UTF-8 may still hold letters two bytes wide. */
function textOf(bytes) {
	return new TextDecoder().decode(bytes).replaceAll("\0", "");
}
async function findIn(scanner, written) {
	const text = readable$1(written);
	const found = await scanner.find({
		path: PATCH_NAME,
		text
	});
	return {
		refusals: secretWordsRefusal(found),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
/**
* The same length, with spaces for escapes: their letters would hide where a word begins, as in `\nghp_…` and
* `key%3Dghp_…`.
*/
function withoutEscapes(text) {
	return text.replaceAll(ESCAPE, (escape) => " ".repeat(escape.length));
}
const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]{1,6}\}|[a-z])|%[\da-f]{2}/gi;
/** The rules look at names of files too. */
const PATCH_NAME = "patch.txt";
/** A text of the patch's own, in JSON or not: there, an escape would hide a letter, or where a word begins. */
function readable$1(written) {
	return written.replaceAll(/\\u00([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll(/\\[nrt]/g, "\n");
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
	if (outcome.kind === "held") return {
		plan: refuseInstead(plan, refusals, input),
		received
	};
	const hunks = plan.hunks.map((hunk) => ({
		...hunk,
		path: mask(hunk.path)
	}));
	return {
		plan: {
			...plan,
			outcome,
			hunks,
			warnings: [WITHHELD]
		},
		received
	};
}
const WITHHELD = "The patch holds what looks like a secret, so its text was not kept. If the secret is real, revoke it, because it was sent.";
/** What is left of a delivery: names, and texts without the secret. */
function withhold(received, mask) {
	const { id, digest, title, repairs, notDone, dryRun, retry } = received;
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
	const { data: _, pointer, path, message, ...rest } = refusal;
	return {
		...rest,
		message: mask(message),
		...pointer === void 0 ? {} : { pointer: mask(pointer) },
		...path === void 0 ? {} : { path: mask(path) }
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
	if (details.length > 0) return [...new Set(details)].join("; ");
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

// src/io/github/limits.ts
/** GitHub asks to wait for longer than there is time for. Nothing was done; without a cause nothing was even sent. */
var RateLimited = class extends Error {
	until;
	constructor(until, options = {}) {
		const said = options.cause === void 0 ? "" : ` (${messageOf(options.cause)})`;
		super(`GitHub's rate limit holds until ${until.toISOString()}${said}`, options);
		this.name = "RateLimited";
		this.until = until;
	}
};
function createGate() {
	return { opensAt: 0 };
}
/** When the gate opens, where it is closed now; 0: it is open. */
function closedUntil({ opensAt }, now) {
	return opensAt > now && opensAt <= now + LONGEST_LIMIT ? opensAt : 0;
}
/** Milliseconds that GitHub asks to wait after this refusal; null: it was not refused for a limit. */
function limitOfRefusal(thrown, now) {
	const status = statusOf(thrown);
	if (status === null) return isLimitedGraphql(thrown) ? UNTOLD_LIMIT : null;
	const told = LIMITING.has(status) ? toldLimit(thrown, now) : null;
	const limited = status === 429 || SECONDARY_LIMIT.test(messageOf(thrown));
	return told ?? (limited ? UNTOLD_LIMIT : null);
}
/** The same of an answer that Octokit takes for a success: GraphQL tells of limits with status 200. */
function limitOfAnswer(response, now) {
	return isLimitedGraphql(response.data) ? toldLimit({ response }, now) ?? UNTOLD_LIMIT : null;
}
function isLimitedGraphql(answer) {
	return graphqlFailures(answer).some(({ type, message }) => type === "RATE_LIMITED" || SECONDARY_LIMIT.test(message));
}
/** Milliseconds that the headers of the answer say to wait; null: they don't, or not so that it can be read. */
function toldLimit(failure, now) {
	const retryAfter = headerOf(failure, "retry-after");
	const told = retryAfter === void 0 ? untilReset(failure, now) : parseRetryAfter(retryAfter, now);
	return Number.isFinite(told) ? Math.min(Math.max(0, told), LONGEST_LIMIT) : null;
}
/** Milliseconds; GitHub's own limits last an hour, and clocks differ. Whoever is told more asks again by then. */
const LONGEST_LIMIT = 366e4;
/** Proxies in front of GitHub may give a date where GitHub gives seconds. */
function parseRetryAfter(value, now) {
	return /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - now;
}
function untilReset(failure, now) {
	if (headerOf(failure, "x-ratelimit-remaining") !== "0") return NaN;
	return Number(headerOf(failure, "x-ratelimit-reset")) * 1e3 - now;
}
/** Statuses with which GitHub refuses for a limit. */
const LIMITING = /* @__PURE__ */ new Set([403, 429]);
/** With what GitHub's own words begin. Further on they may repeat what a patch says, such as the name of a reviewer. */
const SECONDARY_LIMIT = /^You have (?:exceeded a secondary rate limit|triggered an abuse detection)/i;
/** Milliseconds to wait out a limit that does not say how long it lasts, as GitHub's documentation asks. */
const UNTOLD_LIMIT = 6e4;
/** When the limit ends that a failure or what caused it tells of; null: it tells of none. */
function limitedUntil(failure) {
	for (let cause = failure, depth = 0; cause !== void 0 && depth < DEEPEST_CAUSE; depth += 1) {
		if (cause instanceof RateLimited) return cause.until;
		cause = property(cause, "cause");
	}
	return null;
}
/** What wraps an error of GitHub's client adds one cause or two. */
const DEEPEST_CAUSE = 4;

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
* After a limit nothing is sent before it ends: requests that come meanwhile wait too, or fail with RateLimited where
* that takes longer than there is patience for.
*
* Octokit's own plugins don't fit: retry waits 1, 4 and 9 s without jitter, and throttling sends writes one by one, a
* second apart, where a transaction wants its trees and commits side by side.
*/
function retryRequests(octokit, options) {
	const { gate = createGate(), now = Date.now, chance = Math.random } = options;
	const wait = createBudget({
		...options,
		now
	});
	octokit.hook.wrap("request", async (request, parameters) => {
		let waitedFor = 0;
		for (let retryCount = 0, failures = 0;; retryCount += 1) {
			const opensAt = closedUntil(gate, now());
			if (opensAt > waitedFor) {
				if (!await wait(spread(opensAt - now(), chance))) throw new RateLimited(new Date(opensAt));
				waitedFor = opensAt;
			}
			parameters.request = {
				...parameters.request,
				retryCount,
				signal: AbortSignal.timeout(REQUEST_DEADLINE)
			};
			const outcome = await settle(async () => readable(await request(parameters)));
			const told = limitOf(outcome, now());
			if (told !== null) {
				const limit = Math.max(told, leastWait(retryCount));
				gate.opensAt = now() + limit;
				if (retryCount >= LIMITED_TRIES || !await wait(spread(limit, chance))) throw new RateLimited(new Date(gate.opensAt), { cause: refusalIn(outcome) });
				waitedFor = gate.opensAt;
				continue;
			}
			if (!(isAmbiguous(outcome) && parameters.request["ambiguous"] !== "throw") || failures >= RETRIES || !await wait(backoff(failures, chance))) return finish(outcome);
			failures += 1;
		}
	});
}
/** Gives a wait that is false, and none, where the client would have waited for too long in all. Side by side counts once. */
function createBudget({ now, sleep = delay, longestWait = WAITING_BUDGET }) {
	let waited = 0;
	let restingUntil = 0;
	return async (milliseconds) => {
		const end = now() + milliseconds;
		const more = Math.max(0, end - Math.max(now(), restingUntil));
		if (milliseconds > longestWait || waited + more > WAITING_BUDGET) return false;
		waited += more;
		restingUntil = Math.max(restingUntil, end);
		await sleep(milliseconds);
		return true;
	};
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
/** What GitHub said; GraphQL says it among the data of an answer. */
function refusalIn(outcome) {
	if ("thrown" in outcome) return outcome.thrown;
	return new Error(graphqlFailures(outcome.response.data).map(({ message }) => message).join("; "));
}
function isAmbiguous(outcome) {
	if ("response" in outcome) return false;
	const status = statusOf(outcome.thrown);
	return status === null || status >= 500;
}
function limitOf(outcome, now) {
	return "response" in outcome ? limitOfAnswer(outcome.response, now) : limitOfRefusal(outcome.thrown, now);
}
/** A time that has passed may be the fault of a clock, so that it is believed once; then there is more and more to wait. */
function leastWait(refusals) {
	return refusals === 0 ? 0 : Math.min(FIRST_LEAST_WAIT * 2 ** (refusals - 1), LONGEST_LEAST_WAIT);
}
/** Milliseconds between the first two tries of which the first was told no time to wait, and between later ones. */
const FIRST_LEAST_WAIT = 1e3;
const LONGEST_LEAST_WAIT = 16e3;
/** Jobs that were refused together are told the same time, and must not all come back in the same moment. */
function spread(milliseconds, chance) {
	return Math.ceil(milliseconds + Math.min(milliseconds * SPREAD_SHARE, LONGEST_SPREAD) * chance());
}
/** Of the time that GitHub asks to wait. */
const SPREAD_SHARE = .2;
/** Milliseconds; more would let an hour's allowance lie idle at its beginning. */
const LONGEST_SPREAD = 3e4;
/** Milliseconds to wait before retry number `retryCount + 1`. Jitter keeps jobs that failed together from coming back together. */
function backoff(retryCount, chance = Math.random) {
	return FIRST_WAIT * 3 ** retryCount * (.5 + chance() / 2);
}
async function delay(milliseconds) {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
/** Tries after the first, of what failed. */
const RETRIES = 2;
/** Tries after the first in all, of what was refused for a limit; patience usually ends before. */
const LIMITED_TRIES = 10;
/** Milliseconds before the first retry; each further one waits three times as long. */
const FIRST_WAIT = 500;
/**
* Milliseconds that one client waits in all before it gives up: a stage rather fails with a reason than with its job's
* ten minutes. Long enough for several of the minutes that GitHub's secondary limits last; an hour of the primary one
* is no time for a runner to wait, and is left to the watch.
*/
const WAITING_BUDGET = 24e4;
/** Milliseconds after which a request counts as lost. GitHub itself gives up on most after ten seconds. */
const REQUEST_DEADLINE = 3e4;

// src/io/github/client.ts
/**
* Octokit for one repository's stages: REST and GraphQL with one token, every request under a deadline and tried again
* as retry.ts says.
*/
function createOctokit({ token, apiUrl, fetch, ...patience }) {
	if (!token) throw new Error("there is no token to ask GitHub with, and strangers have few requests an hour");
	const octokit = new Octokit({
		auth: token,
		userAgent: "ghost-runner",
		log: SILENT,
		...apiUrl === void 0 ? {} : { baseUrl: apiUrl },
		...fetch === void 0 ? {} : { request: { fetch } }
	});
	retryRequests(octokit, patience);
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
	/** When the rate limit ends for which it was refused, and not done; null: it was not. */
	limitedUntil;
	constructor(attempted, cause) {
		const said = withoutTokens(firstOf(messageOf(cause)));
		const status = statusOf(cause);
		const lost = wasUnanswered(cause) || cause instanceof UnreadableAnswer || cause instanceof ContradictoryAnswers;
		const remedy = lost ? remedyOfLoss(said) : findRemedy(status, said, neededBy(cause));
		super([`Could not ${attempted}: ${endSentence(said)}`, remedy].filter(Boolean).join(" "), { cause });
		this.name = "GitHubError";
		this.attempted = attempted;
		this.status = status;
		this.said = said;
		this.remedy = remedy;
		this.limitedUntil = limitedUntil(cause);
		this.unclear = lost || status !== null && status >= 500;
	}
};
/** What GitHub says now does not go with what it said before, so that nobody knows what it has done. */
var ContradictoryAnswers = class extends Error {};
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
/** What stands in for GitHub may answer with a page of its own. */
function firstOf(text) {
	return text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID)} …`;
}
/** Characters; GitHub's own words are far fewer. */
const LONGEST_SAID = 2e3;
function withoutTokens(text) {
	return text.replace(/\b(gh[a-z]_|github_pat_)\w+/g, "$1***");
}
/** Permissions with which GitHub would have done it, such as `actions: write`. */
function neededBy(cause) {
	const told = headerOf(cause, "x-accepted-github-permissions");
	const usual = isQuery(cause) ? READING_NEEDS : USUALLY_NEEDED;
	return told === void 0 ? usual : told.replaceAll("=", ": ").replaceAll(";", ", or");
}
/** GraphQL does not say what it needs. */
function isQuery(cause) {
	const query = property(property(cause, "request"), "query");
	return typeof query === "string" && query.trimStart().startsWith("query");
}
const READING_NEEDS = "contents and pull-requests, each \"read\"";
const USUALLY_NEEDED = "contents, pull-requests and statuses, each \"write\"";
function findRemedy(status, said, needed) {
	return REMEDIES$1.find(({ applies }) => applies(status, said))?.remedy.replace(NEEDED, () => needed) ?? "";
}
/** Stands in a remedy for the permissions that are needed. */
const NEEDED = "{needed}";
const NOT_ANSWERING = "GitHub is not answering as it should: run it again later.";
function remedyOfLoss(said) {
	return NO_SUCH_NAME$1.test(said) ? NO_DNS : NOT_ANSWERING;
}
/** What Node says of a name that can't be looked up. */
const NO_SUCH_NAME$1 = /\b(?:ENOTFOUND|EAI_AGAIN)\b/;
const NO_DNS = "This machine can't look up GitHub's address: check its DNS, then run it again.";
/** The first that applies is given. */
const REMEDIES$1 = [
	{
		applies: (_, said) => /not permitted to create or approve pull requests/i.test(said),
		remedy: "Turn on \"Allow GitHub Actions to create and approve pull requests\" under Settings, Actions, General, or give the Action the token of a GitHub App."
	},
	{
		applies: (_, said) => /without `?workflows?`? (?:permission|scope)/i.test(said),
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

// src/io/github/pages.ts
/** What GitHub gives at most in one answer. */
const LARGEST_PAGE = 100;
/** Pages of a REST list, as its parameters, that hold this many entries. */
function pagesFor(limit) {
	const pages = Math.ceil(limit / 100);
	return Array.from({ length: pages }, (_, index) => ({
		page: index + 1,
		per_page: Math.min(limit, 100)
	}));
}

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
		if (!isRefusal(error)) throw error;
		const said = messageOf(error);
		if (statusOf(error) === UNPROCESSABLE && request.draft && /draft/i.test(said)) return await openPullRequest(octokit, place, {
			...request,
			draft: false
		});
		return await updateExisting(octokit, place, request, error);
	}
}
/** Whatever the refusal says: an earlier try, of which the answer was lost, may have opened it. */
async function updateExisting(octokit, place, request, refusal) {
	const number = await findOpenPullRequest(octokit, place, request).catch((error) => {
		throw isRefusal(error) ? refusal : error;
	});
	if (number === null) {
		const said = messageOf(refusal);
		throw /already exists/i.test(said) ? new ContradictoryAnswers(`${said}; and GitHub lists none`, { cause: refusal }) : refusal;
	}
	try {
		return {
			...opened(await sendUpdate$1(octokit, place, number, request)),
			existing: true
		};
	} catch (error) {
		throw isRefusal(error) ? new ContradictoryAnswers(`#${number} is open, and takes no update: ${messageOf(error)}`, { cause: error }) : error;
	}
}
/** GitHub answered that it did not do what this one request asked for. */
function isRefusal(error) {
	const status = statusOf(error);
	return status !== null && status < 500;
}
const UNPROCESSABLE = 422;
/** GitHub allows one per head and base. An owner may have forks of its own repository, whose heads are named alike. */
async function findOpenPullRequest(octokit, { owner, name }, { head, base }) {
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo: name,
		head: `${owner}:${head}`,
		base,
		state: "open",
		per_page: 100
	});
	return data.find((one) => one.head.repo?.id === one.base.repo.id)?.number ?? null;
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
	const { state, merged_at: mergedAt, draft = false, head } = await sendUpdate$1(octokit, place, number, update);
	return {
		state: state === "open" ? "open" : mergedAt == null ? "closed" : "merged",
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
* Asks about one repository. A user that GitHub does not know, and an organisation's repository that is not there or not
* for this token, are errors in its answer and null in the data; that alone is no failure.
*/
async function ask(octokit, query) {
	const { repository, organisation = null, ...users } = await octokit.graphql(query.text, query.variables).catch(acceptUnknown);
	return {
		repository,
		users,
		organisation
	};
}
function acceptUnknown(error) {
	const data = graphqlData(error);
	const all = graphqlFailures(error);
	const failures = all.filter((failure) => !isNoFailure(failure));
	if (failures.length === 0 && isAnswer$1(data)) return data;
	throw failures.length === 0 || failures.length === all.length ? error : new QueryFailed(failures, error);
}
function isNoFailure({ type, alias = "" }) {
	return type === "NOT_FOUND" && /^u\d+$/.test(alias) || isUnseen(type) && alias === "organisation";
}
/** Anything else that goes wrong there, such as an outage, must not pass for a repository that says nothing. */
function isUnseen(type) {
	return type === "NOT_FOUND" || type === "FORBIDDEN";
}
/** Without what alone would be no failure: whoever asked about one repository would read of another in the first place. */
var QueryFailed = class extends Error {
	errors;
	request;
	constructor(errors, cause) {
		super(errors.map(({ message }) => message).join("; "), { cause });
		this.errors = errors;
		this.request = property(cause, "request");
	}
};
function isAnswer$1(data) {
	return property(property(data, "repository"), "id") !== void 0;
}

// src/policy/config-source.ts
/** The repository of an owner in which what is true of all others is written down. */
const ORGANISATION_REPOSITORY = ".github";

// src/io/config-too-large.ts
/** The config is so large that it is not read, which nobody does who wants to configure something. */
var ConfigTooLarge = class extends Error {
	constructor(bytes) {
		super(`The config has ${bytes} bytes, and no more than ${MAX_FILE_BYTES} are read. Make it smaller on the default branch.`);
		this.name = "ConfigTooLarge";
	}
};

// src/io/paths.ts
/** Each path once, with all the folders that they lie in. */
function withParentFolders(paths) {
	return [...new Set(paths.flatMap((path) => [...parentsOf(path), path]))];
}

// src/io/left-unread.ts
/**
* Which of these blobs, given with their bytes, are not read: each that is larger than a patch may change, and the
* largest of the others until the rest is no more than may be held at once.
*/
function leftUnread(sizes) {
	const unread = /* @__PURE__ */ new Set();
	let left = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
	for (const [oid, bytes] of [...sizes].toSorted(([, one], [, other]) => other - one)) {
		if (bytes <= 5242880 && left <= 33554432) break;
		unread.add(oid);
		left -= bytes;
	}
	return unread;
}

// src/io/github/blobs.ts
/** Bytes of a blob that was left unread; null: it was read, or is none. */
function unreadBytes({ type, oid, object }, blobs) {
	return type !== "blob" || blobs.has(oid) ? null : object?.byteSize ?? 0;
}
/**
* The bytes of the blobs among these entries, by oid, each verified against it; what is too large, or too much together, is
* left out.
*
* GraphQL gives text: none of a binary file, a part of a long one, and a translation of what is not UTF-8. Whatever
* does not hash to its id is read again over REST.
*/
async function readBlobs(octokit, place, entries) {
	const all = entries.filter(({ type }) => type === "blob");
	const unread = leftUnread(new Map(all.map(({ oid, object }) => [oid, object?.byteSize ?? 0])));
	const blobs = all.filter(({ oid }) => !unread.has(oid));
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
	const { base = {}, config, fileAt, anyRefUnder, pullRequestFrom, openPullRequestsFrom, besides = [], refs = [], labels = [], reviewers = [] } = request;
	const state = stateFragment(variables, paths, besides.length === 0 ? NONE : /* @__PURE__ */ new Set(["", ...besides.flatMap(parentsOf)]));
	const fields = [
		"id",
		config === void 0 ? "" : "nameWithOwner",
		`defaultBranchRef { name target { ${base.branch === void 0 ? "...state" : "oid"} ${configField(variables, config)} } }`,
		base.branch === void 0 ? "" : `base: ref(qualifiedName: ${variables.bind("String!", `refs/heads/${base.branch}`)}) { prefix name target { ...state } }`,
		base.sha === void 0 ? "" : `pinned: object(oid: ${variables.bind("GitObjectID!", base.sha)}) { ...state }`,
		refFields(variables, refs),
		fileAt === void 0 ? "" : fileAtField(variables, fileAt),
		anyRefUnder === void 0 ? "" : `any: refs(refPrefix: ${variables.bind("String!", anyRefUnder)}, first: 1) { totalCount }`,
		pullRequestFrom === void 0 ? "" : pullRequestField(variables, pullRequestFrom),
		openPullRequestsFrom === void 0 ? "" : openPullRequestsField(variables),
		...labels.map((label, index) => `l${index}: label(name: ${variables.bind("String!", label)}) { id }`)
	];
	const users = reviewers.map((login, index) => `u${index}: user(login: ${variables.bind("String!", login)}) { id }`);
	return variables.query("Snapshot", {
		fields,
		beside: [...users, organisationField(variables, place, config)],
		fragments: [state, paths.length > 0 || config !== void 0 || fileAt !== void 0 ? ENTRY : ""]
	});
}
const NONE = /* @__PURE__ */ new Set();
/** More files of commits that are known by now, aliased `o0`, `o1` and so on. */
function filesQuery(place, { commits, paths, besides = [] }) {
	const variables = createVariables(place);
	const fields = commits.map((oid, index) => `o${index}: object(oid: ${variables.bind("GitObjectID!", oid)}) { ...state }`);
	return variables.query("Files", {
		fields,
		beside: [],
		fragments: [stateFragment(variables, paths, new Set(besides.flatMap(parentsOf))), ENTRY]
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
/** The page of open pull requests that comes after another one. */
function openPullRequestsQuery(place, after) {
	const variables = createVariables(place);
	const fields = ["id", openPullRequestsField(variables, after)];
	return variables.query("Open", {
		fields,
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
/** `listed` are folders whose names are wanted; the root is ''. */
function stateFragment(variables, paths, listed) {
	const files = paths.map((path, index) => {
		const names = listed.has(path) ? `object { ... on Tree ${NAMES} }` : "";
		return `f${index}: file(path: ${variables.bind("String!", path)}) { ...entry ${names} }`;
	});
	return `fragment state on Commit { oid tree { oid ${listed.has("") ? "entries { name }" : ""} } ${join(files)} }`;
}
const NAMES = "{ entries { name } }";
const ENTRY = "fragment entry on TreeEntry { mode type oid object { ... on Blob { byteSize text isTruncated } } }";
function configField(variables, config) {
	return config === void 0 ? "" : `... on Commit { config: file(path: ${variables.bind("String!", config)}) { ...entry } }`;
}
/**
* The organisation's config, in the same request. Where there is no such repository, or the token may not see it, that is
* an error of this one field.
*/
function organisationField(variables, { name }, config) {
	if (config === void 0 || name === ".github") return "";
	return `organisation: ${`repository(owner: $owner, name: ${variables.bind("String!", ORGANISATION_REPOSITORY)})`} { nameWithOwner defaultBranchRef { target { ${configField(variables, config)} } } }`;
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
/** Not only the newest, since forks may use the same branch name; newest-pull-request.ts looks on where they fill the page. */
function pullRequestField(variables, branch) {
	return `pullRequests(${`headRefName: ${variables.bind("String!", branch)}, first: ${100}, orderBy: { field: CREATED_AT, direction: DESC }`}) { nodes { id number url state isDraft headRefOid baseRefName isCrossRepository } }`;
}
/** GitHub finds heads by their whole names only, so all are asked for, and those that are not wanted left out later. */
function openPullRequestsField(variables, after = null) {
	return `open: pullRequests(states: OPEN, orderBy: { field: CREATED_AT, direction: DESC }, ${`first: ${100}, after: ${variables.bind("String", after)}`}) { nodes { number url headRefName isCrossRepository } pageInfo { hasNextPage endCursor } }`;
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
async function readEntries(octokit, place, { states, paths, besides }) {
	const commits = states.filter((state) => state !== null);
	const chunks = commits.length === 0 ? [] : chunk(paths.slice(100));
	const query = (some) => filesQuery(place, {
		commits: commits.map(({ oid }) => oid),
		paths: some,
		besides
	});
	const answers = await Promise.all(chunks.map(async (some) => (await ask(octokit, query(some))).repository));
	return states.map((state) => {
		if (state === null) return /* @__PURE__ */ new Map();
		const further = answers.map((answer, index) => entriesOf(answer[`o${commits.indexOf(state)}`], chunks[index] ?? []));
		return new Map([entriesOf(state, paths.slice(0, 100)), ...further].flat());
	});
}
/** Paths of all that the listed folders hold, the root's among them. */
function besideOf(state, entries) {
	const inRoot = (state?.tree.entries ?? []).map(({ name }) => name);
	const below = [...entries].flatMap(([path, { object }]) => (object?.entries ?? []).map(({ name }) => `${path}/${name}`));
	return [...inRoot, ...below];
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

// src/io/github/newest-pull-request.ts
/**
* The newest pull request from a branch of this repository; null: there is none. `newestFirst` is the page that is known
* by now. Forks may use the same branch name, and anybody can fill that page with theirs: only then it costs a request
* more, which asks for those of this owner alone.
*/
async function readNewestPullRequest(octokit, place, { newestFirst, branch }) {
	const found = newestFirst.find(({ isCrossRepository }) => !isCrossRepository);
	if (found !== void 0) return answered(found);
	return newestFirst.length < 100 ? null : await readOfOwner(octokit, place, branch);
}
function answered(answer) {
	const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head, baseRefName: base } = answer;
	return {
		nodeId,
		number,
		url,
		state: STATES[state],
		draft,
		head,
		base
	};
}
const STATES = {
	OPEN: "open",
	CLOSED: "closed",
	MERGED: "merged"
};
/** An owner may have forks of its own repository too. */
async function readOfOwner(octokit, { owner, name }, branch) {
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo: name,
		head: `${owner}:${branch}`,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	});
	const found = data.find(({ head, base }) => head.repo?.id === base.repo.id);
	if (found === void 0) return null;
	const { node_id: nodeId, number, html_url: url, draft = false, head, base } = found;
	const closed = found.merged_at === null ? "closed" : "merged";
	return {
		nodeId,
		number,
		url,
		state: found.state === "open" ? "open" : closed,
		draft,
		head: head.sha,
		base: base.ref
	};
}

// src/io/github/open-pull-requests.ts
/**
* Open pull requests from branches of this repository that begin with `from`. `first` is the page that is known by now;
* only where a repository has more open ones than fit on it, the other pages cost a request each.
*/
async function readOpenPullRequests(octokit, place, { first, from }) {
	const heads = [];
	let page = first;
	for (let pages = 1; page !== void 0; pages += 1) {
		heads.push(...page.nodes.flatMap((node) => openHead(node, from)));
		const { hasNextPage, endCursor } = page.pageInfo;
		if (!hasNextPage || endCursor === null) break;
		if (pages >= MOST_PAGES) return {
			heads,
			whole: false
		};
		page = (await ask(octokit, openPullRequestsQuery(place, endCursor))).repository.open;
	}
	return {
		heads,
		whole: true
	};
}
/** A thousand. Anybody can open more than these, from forks. */
const MOST_PAGES = 10;
function openHead({ number, url, headRefName, isCrossRepository }, from) {
	return isCrossRepository || !headRefName.startsWith(from) ? [] : [{
		number,
		url,
		branch: headRefName
	}];
}

// src/io/github/read.ts
/**
* One GraphQL query for everything. Only files beyond FILES_PER_QUERY and bytes that GraphQL can't give cost more, and
* those are asked for side by side. `repositoryId` is the node id that mutations want.
*/
async function readSnapshot(octokit, place, request) {
	const paths = withParentFolders(request.files ?? []);
	const asked = withUsablePin(request);
	const { repository, users, organisation } = await ask(octokit, snapshotQuery(place, asked, paths.slice(0, 100)));
	const { defaultBranchRef } = repository;
	if (!defaultBranchRef) throw new Error("The repository is empty: push a first commit to it.");
	const states = [findBase(repository, asked), commitOnly(repository.pinned)];
	const [inBase = NO_ENTRIES, inPinned = NO_ENTRIES] = await readEntries(octokit, place, {
		states,
		paths,
		besides: request.besides
	});
	const config = defaultBranchRef.target?.config ?? null;
	const { fileAt } = request;
	const file = fileAt === void 0 ? null : targetOf(fileAt.ref, repository.fileAt)?.file ?? null;
	const [touched, others] = await Promise.all([readBlobs(octokit, place, [...inBase.values(), ...inPinned.values()]), readBlobs(octokit, place, [config, file].filter((entry) => entry !== null))]);
	const blobs = new Map([...touched, ...others]);
	const fileAtTooLarge = file && unreadBytes(file, blobs);
	const own = configText(config, blobs);
	const branch = request.base?.branch ?? defaultBranchRef.name;
	const snapshot = {
		defaultBranch: defaultBranchRef.name,
		base: baseState(branch, states[0], {
			listed: inBase,
			blobs
		}),
		...request.base?.sha === void 0 ? {} : { pinned: baseState(branch, states[1], {
			listed: inPinned,
			blobs
		}) },
		refs: readRefs(repository, request.refs ?? []),
		config: await withOrganisation(octokit, own, isOfOwner(organisation, repository) ? organisation : null),
		...fileAt === void 0 ? {} : { fileAt: (file && blobs.get(file.oid)) ?? null },
		...fileAtTooLarge === null ? {} : { fileAtTooLarge },
		anyRefUnder: (repository.any?.totalCount ?? 0) > 0,
		...request.pullRequestFrom === void 0 ? {} : { pullRequest: await readNewestPullRequest(octokit, place, {
			newestFirst: repository.pullRequests?.nodes ?? [],
			branch: request.pullRequestFrom
		}) },
		...request.openPullRequestsFrom === void 0 || repository.open === void 0 ? {} : openPullRequestsIn(await readOpenPullRequests(octokit, place, {
			first: repository.open,
			from: request.openPullRequestsFrom
		})),
		labelIds: nodeIds(request.labels ?? [], (index) => repository[`l${index}`]),
		reviewerIds: nodeIds(request.reviewers ?? [], (index) => users[`u${index}`])
	};
	return {
		repositoryId: repository.id,
		snapshot
	};
}
function openPullRequestsIn({ heads, whole }) {
	return {
		openPullRequests: heads,
		...whole ? {} : { moreAreOpen: true }
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
function treeEntry(entry, blobs) {
	const { mode, oid } = entry;
	const [bytes, size] = [blobs.get(oid), unreadBytes(entry, blobs)];
	return {
		mode: parseMode(mode.toString(8)),
		oid,
		...bytes === void 0 ? {} : { bytes },
		...size === null ? {} : { tooLarge: size }
	};
}
function baseState(branch, state, { listed, blobs }) {
	if (state === null) return null;
	const entries = withBytes(listed, blobs);
	return {
		branch,
		sha: state.oid,
		tree: state.tree.oid,
		entries,
		beside: besideOf(state, listed)
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
/** Only a regular file configures anything; one that can't be read must not pass for one that says nothing. */
function configText(entry, blobs) {
	if (entry === null || parseMode(entry.mode.toString(8)) === "120000") return null;
	const size = unreadBytes(entry, blobs);
	if (size !== null) throw new ConfigTooLarge(size);
	const bytes = blobs.get(entry.oid);
	return bytes === void 0 ? null : new TextDecoder().decode(bytes);
}
/**
* GitHub goes on from an earlier name to wherever a repository was moved, and whoever has it now must not configure those
* of its former owner.
*/
function isOfOwner(organisation, { nameWithOwner = "" }) {
	const [owner = ""] = nameWithOwner.split("/");
	const wanted = `${owner}/${ORGANISATION_REPOSITORY}`;
	return organisation?.nameWithOwner.toLowerCase() === wanted.toLowerCase();
}
/** Read in full like any other file, where GraphQL gives a part of it. */
async function withOrganisation(octokit, own, organisation) {
	const entry = organisation?.defaultBranchRef?.target?.config ?? null;
	if (organisation === null || entry === null) return own;
	const [owner = "", name = ""] = organisation.nameWithOwner.split("/");
	const text = configText(entry, await readBlobs(octokit, {
		owner,
		name
	}, [entry]));
	return {
		own,
		organisation: {
			repository: organisation.nameWithOwner,
			text
		}
	};
}
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
	const folders = new Set(written.flatMap(parentsOf));
	return changes.filter(({ path, bytes }) => {
		return bytes !== null || !folders.has(path) && !parentsOf(path).some((folder) => files.has(folder));
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
	const remedy = NO_SUCH_NAME.has(code) ? "; check the DNS of this machine" : "";
	return {
		words: `no answer (${String(words)})${remedy}`,
		retry: maybeDone ? "unless_sent_twice_hurts" : "always",
		maybeDone
	};
}
/** The name of Slack's server can't be looked up. */
const NO_SUCH_NAME = /* @__PURE__ */ new Set(["ENOTFOUND", "EAI_AGAIN"]);
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
	const { sleep = setTimeout$1, now = () => performance.now() } = options;
	let endsAt = now() + (options.deadlineSeconds ?? DEADLINE_SECONDS) * 1e3;
	let limitLeft = (options.limitSeconds ?? 0) * 1e3;
	for (let attempt = 0;; attempt += 1) {
		const client = createClient(slack, options, AbortSignal.timeout(Math.max(1, Math.ceil(endsAt - now()))));
		const { result, error } = await client.attempt(method, args);
		if (result !== void 0) return result;
		const failure = describeFailure(slack, error, client.lost());
		const pause = pauseBeforeRetry(failure, {
			attempt,
			repeatable,
			chance: options.chance ?? Math.random
		});
		if (pause !== null && failure.waitSeconds !== void 0 && pause <= limitLeft) {
			limitLeft -= pause;
			endsAt += pause;
		}
		if (pause === null || now() + pause >= endsAt) {
			const maybePosted = !repeatable && failure.maybeDone;
			throw new SlackError(`${method} failed: ${failure.words}`, {
				maybePosted,
				cause: error
			});
		}
		await sleep(pause);
	}
}
function createClient({ WebClient, LogLevel }, { token, apiUrl, fetch: send = fetch }, signal) {
	let lost;
	const client = new WebClient(token, {
		...apiUrl === void 0 ? {} : { slackApiUrl: apiUrl },
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		allowAbsoluteUrls: false,
		async fetch(url, init) {
			try {
				return await send(url, {
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
/** Failures are thrown, with all that Slack said; the client's own lines would only disturb the log. */
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
/** Milliseconds; null: trying again is no use, or could do it twice. */
function pauseBeforeRetry({ retry, waitSeconds }, { attempt, repeatable, chance }) {
	if (!(retry === "always" || retry === "unless_sent_twice_hurts" && repeatable)) return null;
	if (waitSeconds === void 0) return FIRST_PAUSE_MS * 2 ** attempt;
	const spread = Math.min(FIRST_SPREAD_MS * 2 ** attempt, LONGEST_SPREAD_MS);
	return waitSeconds * 1e3 + chance() * spread;
}
/** Doubled with every attempt. */
const FIRST_PAUSE_MS = 250;
/** Doubled with every attempt, for the more often one is refused, the more others must be there. */
const FIRST_SPREAD_MS = 250;
/** So short that the last of many who wait comes within seconds of its turn. */
const LONGEST_SPREAD_MS = 4e3;
function readRef({ channel, ts }) {
	if (typeof channel !== "string" || typeof ts !== "string") throw new SlackError("chat.postMessage failed: the answer names no channel and time, so the message can never be edited", { maybePosted: true });
	return {
		channel,
		ts
	};
}

// src/io/slack-history.ts
/**
* Slack's history as a `ChatHistory`. It needs the scope `channels:history` (`groups:history` for private channels);
* without it every question throws a SlackError, and so does a channel with too much to look through.
*/
function createSlackHistory(options) {
	return { async find(channel, wanted, since) {
		const oldest = String(since.getTime() / 1e3);
		let latest;
		for (let page = 0; page < MAX_PAGES; page += 1) {
			const { messages, more } = await readPage(options, {
				channel,
				oldest,
				...latest === void 0 ? {} : { latest }
			});
			const found = messages.find((message) => isAbout(message, wanted));
			if (found?.ts !== void 0) return {
				channel,
				ts: found.ts
			};
			latest = messages.at(-1)?.ts;
			if (!more || latest === void 0) return null;
		}
		throw new SlackError(`conversations.history gave more than ${MAX_PAGES * PAGE_SIZE} messages; whether ours is among older ones is not known`, { maybePosted: false });
	} };
}
/** Slack gives no more than 999 at a time, and asks for no more than 200. */
const PAGE_SIZE = 200;
/** A channel with more messages between a delivery and a look at it is no place to search in. */
const MAX_PAGES = 5;
async function readPage(options, request) {
	const args = {
		...request,
		limit: PAGE_SIZE,
		include_all_metadata: true
	};
	const answer = await callSlack(options, {
		method: "conversations.history",
		args,
		repeatable: true
	});
	return {
		messages: answer.messages ?? [],
		more: answer.has_more === true
	};
}
/** A patch's message stays its message when the patch is revised, so its digest does not count. */
function isAbout({ metadata }, { event_type, event_payload }) {
	if (!isObject(metadata) || metadata["event_type"] !== event_type || !isObject(metadata["event_payload"])) return false;
	const { digest: _, ...identity } = {
		digest: "",
		...event_payload
	};
	const found = metadata["event_payload"];
	return Object.entries(identity).every(([key, value]) => found[key] === value);
}
function isObject(value) {
	return typeof value === "object" && value !== null;
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
	const slack = inputs.slackToken === "" ? null : {
		token: inputs.slackToken,
		apiUrl: inputs.slackApiUrl
	};
	return {
		context: {
			repository: createApiRepository(place),
			forge: createForge(place),
			chat: slack === null ? null : createSlackChat({
				...slack,
				limitSeconds: slackPatience(inputs.stage)
			}),
			history: slack === null ? null : createSlackHistory(slack),
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
/**
* Seconds that a stage waits where Slack has too much to say already. The tests of a patch don't wait for that: its
* message is posted when they are over. Nor does the watch, which comes again.
*/
function slackPatience(stage) {
	return stage === "publish" ? 240 : 0;
}
/**
* A channel takes a message a second, so that of sixty runs which end together all but a few are told within so many
* seconds, and the job still ends within its ten minutes; the few are told by the watch.
*/
const LONGEST_SLACK_LIMIT = 240;
/** GitHub's limit is counted in requests, so every stage says what it took. */
function sayRequests(requests) {
	say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}

export { sameScope as $, formatTested as $t, sayStatus as A, formatRecord as At, controlOf as B, mergeWarnings as Bt, isLeftAlone as C, newWorkspace as Ct, mrkdwnLink as D, isLive as Dt, mrkdwnLine as E, parentsOf as Et, needsApproval as F, canonicalJson as Ft, parseControl as G, branchName as Gt, stoppedBy as H, CONTROL_REF as Ht, planApply as I, STATUS_CONTEXT as It, isVerb as J, REF_PREFIX as Jt, readControl as K, recordRef as Kt, refuseInstead as L, formatStatus as Lt, readPatch as M, testReportSchema as Mt, sourceOf as N, slugId as Nt, isStillShown as O, isOurs as Ot, APPROVAL_LABEL as P, sha256$1 as Pt, sameLogin as Q, nearestName as Qt, senderOf as R, formatCommitMessage as Rt, isDeleted as S, findPlace as St, formatSlackMessage as T, removeFile as Tt, MAX_CONTROL_TEXT as U, PATCH_FILE as Ut, readPrevious as V, BRANCHES as Vt, formatControl as W, RECORD_REFS as Wt, addSwitch as X, parseConfig as Xt, activeSwitches as Y, inboxRef as Yt, liftSwitches as Z, CONFIG_PATH as Zt, nextStep as _, numberedLines$1 as _n, looksLikePath as _t, attempt as a, formatChanged as an, versions as at, tell as b, commandMinutes as bn, changesOf as bt, statusOf as c, codeSpan as cn, sourceEntries as ct, patchTexts as d, markdownLinkCell as dn, planPatch as dt, formatList as en, strictestSwitch as et, recordMessage as f, defuseReferences as fn, checkPath as ft, branchAndRecord as g, diagnosisOf as gn, pathInInfo as gt, describeRecord as h, describeNearest$1 as hn, isShellFence as ht, pagesFor as i, formatClashes as in, summarizeChange as it, spokenOf as j, parseRecord as jt, sayReplaced as k, cappedRefusals as kt, findInFile as l, markdownLine as ln, textOfUtf8 as lt, viewOf as m, describeCandidate as mn, jsonPointer as mt, sayRequests as n, clashLines as nn, roleOf as nt, limitedUntil as o, formatAsked as on, amongGlobs as ot, viewFrom as p, fitLines as pn, hasEditMarks as pt, VERBS as q, INBOX_REFS as qt, createSlackHistory as r, describeClash as rn, judgePlaced as rt, graphqlFailures as s, codeBlock as sn, placePatch as st, createContext as t, formatGenerated as tn, isAtLeast as tt, screen as u, markdownLink as un, touchedPaths as ut, recordOnly as v, iconOf as vn, pathOn as vt, fingerprintMessage as w, putFile as wt, carefulChat as x, createSecretScanner as xn, checkRemovable as xt, treeChanges as y, succeeded as yn, bytesOf as yt, branchRef as z, formatGeneratedMessage as zt };