import { r as __toESM } from "./rolldown-runtime.js";
import { C as MAX_HUNKS, E as MAX_PATCH_TEXT_BYTES, M as MAX_URL_CHARACTERS, O as MAX_PATH_BYTES, S as MAX_GROWN_BYTES, T as MAX_PATCH_BYTES, _ as notJson, b as MAX_DESCRIPTION_CHARACTERS, g as jsonIn$1, h as isTooDeep, j as MAX_READ_BYTES, k as MAX_PATTERN_CHARACTERS, l as say, m as isCrowded, v as parseJson, w as MAX_LINES$1, x as MAX_FILE_BYTES, y as MAX_CHANGES } from "./workflow.js";
import { a as discriminatedUnion, b as unknown, c as lazy, d as never, f as number, g as string, h as strictObject, i as boolean, l as literal, m as record, n as _enum, o as int, p as partialRecord, r as array, s as json, t as datetime, u as looseObject, v as tuple, x as toJSONSchema, y as union } from "./zod.js";
import { A as cutText, C as repositoryUrl, D as oneLine$2, E as titleOf$2, O as showHidden, S as commitUrl, T as testsOf$1, _ as describeGenerated, a as diffArrays, b as formatTotal, c as describeTests, g as REFUSAL_CODES, h as needsApproval, k as cutMiddle, l as describeView, n as lineNumbering, o as describeOutcome, p as testsNothing, t as compareLines, u as formatSeconds, w as shortSha, x as changesOf$1, y as countLines } from "./line-diff.js";
import { t as require_dist } from "./yaml.js";
import { t as RE2JS } from "./re2js.js";
import { t as Octokit } from "./octokit.js";
import { n as parseMode, t as objectId } from "./object-id.js";
import { Buffer, isUtf8 as isUtf8$1 } from "node:buffer";
import { createHash } from "node:crypto";
import { setImmediate, setTimeout as setTimeout$1 } from "node:timers/promises";

// src/io/secrets.ts
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
function inWords(messageId) {
	return messageId.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
}
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
const MAX_KEY_CHARACTERS = 4e3;

// src/patch/command-name.ts
const COMMAND_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

// src/policy/commands.ts
const MAX_NAMED$1 = 50;
const MAX_COMMAND_CHARACTERS = 2e3;
const MAX_MINUTES = 60;
const DEFAULT_MINUTES = 5;
const command = string({ error: "write the command, such as \"npm run format\"" }).trim().min(1, "write the command, such as \"npm run format\"").max(MAX_COMMAND_CHARACTERS);
const minutes = number().positive().max(MAX_MINUTES).default(DEFAULT_MINUTES);
const named$1 = union([command, strictObject({
	command,
	"timeout-minutes": minutes
})], { error: `write the command, such as "npm run format", or an object with it as command and with timeout-minutes, at most ${MAX_MINUTES}` });
const commandsSchema = record(string().regex(COMMAND_NAME), named$1, { error: ({ code }) => code === "invalid_key" ? "call a command by one word of letters, digits, \".\", \"_\" and \"-\", such as \"format\"" : void 0 }).refine((all) => Object.keys(all).length <= MAX_NAMED$1, `name at most ${MAX_NAMED$1} commands`).default({}).describe(`Commands that a patch may ask for by name: the command itself, or \`{command, timeout-minutes}\`, with ${DEFAULT_MINUTES} minutes where there are none. Run by bash in the test job, before the tests.`);
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
function fitAll(items, render, { budget, least, most }) {
	const within = (limit) => fitLines(items, (item) => render(item, limit), budget);
	let fitting = within(least);
	let [low, high] = [least, fitting.length < items.length ? least : most];
	while (low < high) {
		const limit = Math.ceil((low + high) / 2);
		const lines = within(limit);
		if (lines.length < items.length) high = limit - 1;
		else [low, fitting] = [limit, lines];
	}
	return fitting;
}

// src/report/untrusted/references.ts
function defuseReferences(text) {
	return defuseLinks(defuseCode(text)).replaceAll(/@(?=[\w/.-])/g, `@${"​"}`).replaceAll(/#(?=\d)/g, `#${"​"}`).replaceAll(/GH-(?=\d)/gi, `$&${"​"}`).replaceAll(/\[(?=(?:skip|no) (?:ci|actions)\]|(?:ci|actions) skip\])/gi, `[${"​"}`).replaceAll(/skip-checks(?=\s*:)/gi, `$&${"​"}`);
}
function defuseLinks(text) {
	return text.replaceAll(/:(?=\/\/)|www(?=\.)|(?:mailto|xmpp)(?=:)|(?<=[\w.+-])@(?=\.|[\w-]+\.)/gi, `$&${"​"}`);
}
function defuseCode(text) {
	return text.replaceAll("<!--", `<${"​"}!--`).replaceAll(CLOSING_KEYWORD, `$&${"​"}`);
}
const BREAK = "​";
const CLOSING_KEYWORD = /(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\s?:?\s+(?:GH-(?=\d)|https?:(?=\/\/)|(?:[\w.-]+\/[\w.-]+)?#(?=\d))/gi;

// src/report/untrusted/markdown.ts
function markdownLine(text, limit = 500) {
	return escapeMarkdown(defuseReferences(cutText(oneLine$2(text), limit)));
}
const MAX_LINE$3 = 500;
function markdownSentence(text, limit) {
	return markdownLine(cutMiddle(oneLine$2(text), limit), limit);
}
function markdownQuote(line) {
	return `> ${markdownLine(line)}`.trimEnd();
}
function codeSpan(text, limit = 500) {
	const content = defuseCode(cutText(oneLine$2(text), limit));
	if (content === "") return "\"\"";
	const fence = "`".repeat(longestBacktickRun(content) + 1);
	const space = /^`|`$/.test(content) ? " " : "";
	return `${fence}${space}${content}${space}${fence}`;
}
function codeCell(text, limit = 500) {
	return `<code>${escapeMarkdown(defuseLinks(defuseCode(cutText(oneLine$2(text), limit))))}</code>`;
}
function pathCell(path, limit) {
	return codeCell(cutMiddle(oneLine$2(path), limit), limit);
}
function markdownLink(words, url) {
	return isLinkable(url) ? `[${markdownLine(words)}](${url})` : codeSpan(url);
}
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
function escapeMarkdown(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]~$!]/g, String.raw`\$&`).replaceAll("|", "&#124;").replace(/^[#+=-]/, String.raw`\$&`).replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

// src/report/untrusted/code-block.ts
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
const MAX_AROUND$2 = 2 * (500 + 1) + 48;
function codeLine(line) {
	return defuseCode(cutText(showHidden(line).replaceAll("\n", " "), 500));
}
function describeOmission(count) {
	return count === 1 ? "… 1 more line" : `… ${count} more lines`;
}

// src/report/sections/asked.ts
function formatAsked(view, budget) {
	const facts = formatFacts(view);
	const head = `## What was asked\n\n**${markdownLine(titleOf$2(view), MAX_TITLE$1) || "No title"}**\n\n`;
	const quote = quoteDescription$1(view.patch?.description ?? "", budget - head.length - facts.length - 2);
	return head + (quote === "" ? "" : `${quote}\n\n`) + facts;
}
const MAX_TITLE$1 = 256;
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
function formatSource(source, sender) {
	const parts = [source?.agent, source?.url].filter((part) => part !== void 0);
	if (parts.length === 1 && parts[0] === sender) return;
	return parts.length === 0 ? "unknown" : parts.map((part) => codeSpan(part, MAX_SOURCE)).join(", ");
}
const MAX_SOURCE = 200;

// src/report/sections/changed.ts
function formatChanged(view, budget) {
	const changes = changesOf$1(view);
	if (changes.length === 0) return "";
	return formatFiles([
		"## What changed",
		"",
		`${formatTotal(changes)}.`
	], changes, budget);
}
function formatFiles(above, changes, budget) {
	const head = [
		...above,
		"",
		"| file | change | + | − |",
		"|---|---|--:|--:|"
	];
	const kept = fitAll(changes, formatRow, {
		budget: budget - head.join("\n").length - MAX_MORE,
		least: LEAST_PATH,
		most: MAX_PATH_BYTES
	});
	const more = changes.length - kept.length;
	return [
		...head,
		...kept,
		...more > 0 ? ["", `… and ${more} more; the diff shows them all.`] : []
	].join("\n");
}
const LEAST_PATH = 16;
const MAX_MORE = 60;
const WORDS$2 = {
	create: "new",
	modify: "changed",
	delete: "deleted",
	rename: "renamed"
};
function formatRow({ path, action, from, added, removed }, limit) {
	const origin = from === void 0 ? "" : ` from ${pathCell(from, limit)}`;
	return `| ${pathCell(path, limit)} | ${WORDS$2[action]}${origin} | ${added ?? "binary"} | ${removed ?? "binary"} |`;
}

// src/report/clash.ts
function describeClash(clash) {
	switch (clash.kind) {
		case "lines": return `${clash.path}, line ${clash.line}: the patch and newer commits changed the same lines, or lines beside each other`;
		case "two_places": return `${clash.path}, line ${clash.line}: merged with newer commits the patch changes other lines than where its own lines stand now`;
		case "entry": return `${clash.path}: ${describeWish(clash)}, and newer commits ${describeDeed(clash)}`;
	}
}
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
function formatClashes(clashes) {
	return clashes.map((clash) => [describeClash(clash), ...clashLines(clash)].join("\n")).join("\n\n");
}
function describeWish({ wanted, now }) {
	switch (wanted) {
		case "absent": return now === "absent" ? "the patch moves it" : "the patch deletes or moves it";
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
function formatList(heading, sentences, budget) {
	if (sentences.length === 0) return "";
	const kept = fitAll(sentences, (sentence, limit) => `- ${markdownSentence(sentence, limit)}`, {
		budget: budget - heading.length - MAX_AROUND$1,
		least: LEAST_SENTENCE,
		most: LONGEST_SENTENCE
	});
	const more = sentences.length - kept.length;
	return [
		`## ${heading}`,
		"",
		...kept,
		...more > 0 ? [`- … and ${more} more`] : []
	].join("\n");
}
const LEAST_SENTENCE = 60;
const LONGEST_SENTENCE = 1500;
const MAX_AROUND$1 = 40;

// src/report/sections/tested.ts
function formatTested(view, budget) {
	const tests = testsOf$1(view);
	if (tests === void 0) return "## What was tested\n\nNothing is known of any tests.";
	const parts = ["## What was tested", formatVerdict(view, tests)];
	const left = budget - parts.join("\n\n").length - MAX_AROUND;
	return [
		...parts,
		...formatFailing(tests, Math.floor(left / 2)),
		...formatTail(tests, Math.floor(left / 2))
	].join("\n\n");
}
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
		`Commit ${commit}, command ${codeSpan(tests.command, MAX_COMMAND$3)}. Reported by ${job}, which runs the patch's own code: a claim about this one commit, and no more.`
	].join("\n");
}
const MAX_COMMAND$3 = 200;
function formatFailing({ failingLines }, budget) {
	return failingLines.length === 0 ? [] : [codeBlock({
		lines: failingLines,
		budget,
		keep: "first"
	})];
}
function formatTail({ verdict, tail, outputBytes }, budget) {
	if (verdict === "passed" || tail.trim() === "") return [];
	return [`<details><summary>End of the output (${outputBytes} bytes in all)</summary>\n\n${codeBlock({
		lines: tail.trimEnd().split("\n"),
		budget,
		keep: "last"
	})}\n\n</details>`];
}

// src/control/roles.ts
const ROLES = [
	"none",
	"viewer",
	"reviewer",
	"operator"
];
function roleOf$1(roleName) {
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
function strictestSwitch(switches, whom, now) {
	return concerning(activeSwitches(switches, now), whom).toSorted(compareStrictness).at(0) ?? null;
}
function concerning(switches, whom) {
	return switches.filter(({ scope }) => concerns(scope, whom));
}
function activeSwitches(switches, now) {
	return switches.filter(({ until }) => until === void 0 || now < new Date(until));
}
function justEnded(switches, now) {
	const active = activeSwitches(switches, now);
	return switches.filter((one) => !active.includes(one) && now.getTime() - endOf(one) < KEPT_MS);
}
const KEPT_MS = 864e5;
function addSwitch(switches, added, now) {
	const active = activeSwitches(switches, now);
	const standing = standingFor(active, added);
	return standing === null ? [...active.filter((known) => !isAlike(known, added)), added] : active.map((known) => known === standing ? askedAgain(known, added) : known);
}
function standingFor(switches, wanted) {
	return switches.find((known) => isAlike(known, wanted) && endOf(known) >= endOf(wanted)) ?? null;
}
function likeOf(switches, wanted) {
	return switches.find((known) => isAlike(known, wanted)) ?? null;
}
function askedAgain(known, { at }) {
	const later = Math.max(Date.parse(at), Date.parse(known.at) + 1);
	return {
		...known,
		at: new Date(later).toISOString()
	};
}
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
function sameLogin(one, other) {
	return one.toLowerCase() === other.toLowerCase();
}
function isStoppedByName(switches, name, now) {
	return activeSwitches(switches, now).some(({ scope }) => scope.kind === "sender" && sameLogin(scope.login, name));
}
function concerns(scope, { branch, senders = [] }) {
	switch (scope.kind) {
		case "repository": return true;
		case "branch": return scope.branch === branch;
		case "sender": return senders.some((sender) => sameLogin(scope.login, sender));
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

// src/patch/slips.ts
function nearestName(written, known) {
	if (written.length > MAX_WRITTEN) return;
	return known.map((name) => ({
		name,
		slips: countSlips(written, name)
	})).filter(({ slips, name }) => slips <= Math.min(MAX_SLIPS, name.length / 2)).toSorted((one, other) => one.slips - other.slips).at(0)?.name;
}
const MAX_SLIPS = 2;
const MAX_WRITTEN = 40;
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
function configName(path) {
	return path.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`).join("");
}
function nearestPosition(locate, path) {
	const position = locate(path);
	return position !== null || path.length === 0 ? position : nearestPosition(locate, path.slice(0, -1));
}
const MAX_PROBLEMS$1 = 20;
function openConfigText(text) {
	if (text.length > MAX_CONFIG_CHARACTERS) return {
		ok: false,
		problems: [{
			path: [],
			message: `it has ${text.length} characters, and ${MAX_CONFIG_CHARACTERS} are the most that are read; keep less in it.`,
			position: null
		}]
	};
	if (text.includes("�")) return {
		ok: false,
		problems: [{
			path: [],
			message: "it is not in UTF-8, or holds U+FFFD in the place of what was lost; save it as UTF-8.",
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
const MAX_CONFIG_CHARACTERS = 65536;
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
function keysAt(schema, path) {
	if (typeof schema !== "object") return [];
	const [key, ...rest] = path;
	if (key === void 0) {
		const { properties, propertyNames } = schema;
		const listed = typeof propertyNames === "object" ? propertyNames.enum ?? [] : [];
		return [...Object.keys(properties ?? {}), ...listed.map(String)];
	}
	const { items } = schema;
	return typeof key === "number" ? keysAt(Array.isArray(items) ? void 0 : items, rest) : keysAt(schema.properties?.[key], rest);
}

// src/policy/config-path.ts
const CONFIG_PATH = ".github/ghost-runner.yml";

// src/policy/limits.ts
const MOST = 50;
const limitsSchema = strictObject({
	"per-sender-per-hour": int().min(1).max(MOST).optional().describe("New patches that are taken from one GitHub login within any hour; one more is refused, and told when to come again."),
	"open-pull-requests": int().min(1).max(MOST).optional().describe("Pull requests from patches that may be open or being made at once; a new patch beyond them is refused, and told which they are.")
}).prefault({}).describe("How many patches are taken. Revisions of an open patch, retries, canaries and what a command takes back are always taken.");

// src/policy/rules.ts
const POLICY_OUTCOMES = [
	"allow",
	"review",
	"refuse"
];
function isOutcome(value) {
	return POLICY_OUTCOMES.some((outcome) => outcome === value);
}
function isLooser(one, other) {
	return POLICY_OUTCOMES.indexOf(one) < POLICY_OUTCOMES.indexOf(other);
}
const RULES = {
	workflows: {
		paths: [
			".github/workflows/**",
			".github/actions/**",
			"**/.{circleci,buildkite,semaphore,woodpecker,teamcity,tekton,harness,forgejo,builds,codefresh,kokoro,platform,upsun,zuul.d}/**",
			"**/{.travis,.drone,.woodpecker,.cirrus,.appveyor,appveyor,bitbucket-pipelines,bitrise,codemagic,wercker,screwdriver,buildspec,cloudbuild}.{yml,yaml}",
			"**/{.vela,.build,.packit,packit,.prow,.zuul,zuul,codefresh,.readthedocs,readthedocs,amplify,render,heroku,.platform.app}.{yml,yaml}",
			"**/{netlify.toml,vercel.json,railway.json,railway.toml,nixpacks.toml,cloudbuild.json}",
			"**/{.gitlab-ci*,*.gitlab-ci.yml,*.gitlab-ci.yaml}",
			"**/.gitlab-ci/**",
			"**/.gitlab/**/*.{yml,yaml}",
			"**/.{gitea,gitverse}/{workflows,actions}/**",
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
			"**/{.greptile,.gitlab/duo}/**",
			".github/{copilot-instructions.md,copilot-setup-steps.yml}",
			".github/{agents,chatmodes,instructions,prompts}/**"
		],
		preset: "refuse",
		meaning: "Instructions and tools of coding agents, which obey them as soon as they see the branch."
	},
	hooks: {
		paths: [
			"**/.{husky,githooks,devcontainer,lefthook,lefthook-local,idea,zed,fleet,idx,codesandbox,helix,vs,mise,rtx,nova,vim,nvim,ona,bsp,lsp,externalToolBuilders}/**",
			"**/.gitpod{,.*}/**",
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
		paths: [],
		rest: [".github/**"],
		preset: "refuse",
		meaning: "Everything else that GitHub reads as settings."
	},
	"git-files": {
		paths: [
			"**/.git{,attributes,config,ignore,message,modules,-blame-ignore-revs}/**",
			"**/HEAD",
			"**/*.git/**",
			"**/{.mailmap,.lfsconfig}"
		],
		rest: ["**/.git*", "**/.git*/**"],
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
		meaning: "Files that become executable, and executable ones that move: a program is found by its name."
	},
	"hidden-characters": {
		paths: [],
		preset: "review",
		meaning: "New lines with characters that reorder their neighbours, or that nobody sees: code that reads otherwise than it runs. Lines and files that move are new where they go. The same holds for files that pages show as binary, unless they are called pictures, fonts, sounds, films or PDF."
	},
	"case-collisions": {
		paths: [],
		preset: "refuse",
		meaning: "New paths that some file systems take for another one, of the patch or of the repository."
	},
	repairs: {
		paths: [],
		preset: "allow",
		meaning: "Patches that are not written to the letter: fields by other names, JSON that had to be mended, words that belong to no edit, a text that was taken for a file. Refused, only what needs no interpretation passes."
	},
	tolerances: {
		paths: [],
		preset: "allow",
		meaning: "Hunks and edits that are not in their file as they were sent, or are said to be made already: every rung of the ladder but `exact` and `offset`."
	},
	"not-done": {
		paths: [],
		preset: "allow",
		meaning: "Patches that ask for more than changes of files, such as shell commands, a branch, a tag or a label that `patch-labels` does not name, which nobody does."
	}
};
const RULE_NAMES = Object.keys(RULES).filter((name) => name in RULES);
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

// src/policy/braces.ts
function expandBraces(glob, most) {
	const [text = "", ...groups] = glob.split("{");
	let expanded = [text];
	for (const group of groups) {
		const [alternatives = "", rest = ""] = group.split("}", 2);
		const ends = alternatives.split(",").map((alternative) => `${alternative}${rest}`);
		if (expanded.length * ends.length > most) return null;
		expanded = expanded.flatMap((begun) => ends.map((end) => `${begun}${end}`));
	}
	return expanded.reduce((sum, { length }) => sum + length, 0) > most ? null : expanded;
}

// src/policy/glob.ts
function compileGlob(glob, options) {
	let pattern;
	return (path) => {
		pattern ??= compile(glob, options);
		return pattern.testExact(path);
	};
}
function compile(glob, { ignoreCase }) {
	const flags = RE2JS.DOTALL | (ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
	const alternatives = expandBraces(glob, Number.POSITIVE_INFINITY)?.map(translate$1) ?? [];
	return RE2JS.compile(alternatives.join("|"), flags);
}
function findMisread(glob) {
	const misread = expandBraces(glob, Number.POSITIVE_INFINITY)?.find((one) => one.split("/").some(isMisread));
	if (misread === void 0) return null;
	const names = misread.split("/");
	const deep = names.flatMap(inFolders).filter((name, at, all) => name !== "**" || all[at - 1] !== "**");
	return {
		glob: misread,
		instead: [...names.some((name) => MIDDLE.test(name)) ? [names.map(withinName).join("/")] : [], deep.join("/")]
	};
}
function isMisread(name) {
	return name !== "**" && name.includes("**");
}
const STARS = /\*{2,}/g;
const MIDDLE = /[^*]\*{2,}[^*]/;
function withinName(name) {
	return isMisread(name) ? name.replace(STARS, "*") : name;
}
function inFolders(name) {
	return isMisread(name) ? name.replace(STARS, "*/**/*").split("/").filter((part) => part !== "*") : [name];
}
function translate$1(glob) {
	if (glob === "**") return ".*";
	return glob.replace(TOKEN, (token, index) => {
		const startsName = index === 0 || glob[index - 1] === "/";
		return WILDCARDS[startsName ? token : token.replace("**/", "*/")] ?? translateLiteral(token);
	});
}
const TOKEN = /\/\*\*$|\*\*\/|\*+|\?|[^*?]/gsu;
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

// src/policy/schema.ts
const GLOB_SYNTAX = /^(?!!|\.?\/)[^\\{}]*(?:\{[^\\{}]*\}[^\\{}]*)*$/;
const PATH_SYNTAX = /^(?:(?!\.{1,2}(?:\/|$))[^/]+(?:\/|$))+(?<!\/)$/;
const MOST_CHARACTERS$7 = 2e3;
const MAX_GLOBS = 100;
const MAX_PROTECTED = 50;
const MAX_CHANGED_LINES = 1e5;
const globSchema = string().min(1).max(244).regex(GLOB_SYNTAX, {
	error: "write a path from the root of the repository with *, **, ? and {a,b}, such as \"src/**\"; there is no negation, and braces do not nest",
	abort: true
}).refine((glob) => expandBraces(glob, MOST_CHARACTERS$7) !== null, {
	error: `without braces it would be more than ${MOST_CHARACTERS$7} characters; write several globs with fewer alternatives`,
	abort: true
}).refine((glob) => expandBraces(glob, MOST_CHARACTERS$7)?.every((path) => PATH_SYNTAX.test(path)), {
	error: "it would match no file: a path has no empty name, no \".\" or \"..\", and no slash at its end; for everything in a folder write \"folder/**\"",
	abort: true
}).refine((glob) => findMisread(glob) === null, { error: ({ input }) => {
	const misread = typeof input === "string" ? findMisread(input) : null;
	return misread === null ? void 0 : sayMisread(misread);
} }).describe("A path from the root of the repository, with `*` and `?` within a name, `**` as a whole name for any number of folders, and `{a,b}`. `config**/**` is refused: write `config*/**`.");
function sayMisread({ glob, instead }) {
	return `"${glob}" would match less than it reads like, for "**" stands for folders only where it is a whole name; write ${instead.map((one) => `"${one}"`).join(" and ")} instead`;
}
const globs = array(globSchema).min(1).max(MAX_GLOBS);
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
		"case-collisions": rule("case-collisions"),
		repairs: rule("repairs"),
		tolerances: rule("tolerances"),
		"not-done": rule("not-done")
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
const MAX_DEPTH$1 = 10;
function merge(above, below, path = []) {
	if (!isObject$2(above) || !isObject$2(below) || path.length > MAX_DEPTH$1 || WHOLE$1.test(path.join("."))) return below === void 0 ? above : below;
	const names = /* @__PURE__ */ new Set([...Object.keys(above), ...Object.keys(below)]);
	return Object.fromEntries([...names].map((name) => [name, merge(above[name], below[name], [...path, name])]));
}
const WHOLE$1 = /^policy\.(?:allowed-paths|limits\.[^.]+)$/;
function isObject$2(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/policy/config.ts
function parseConfig(source) {
	if (source === null) return NOT_CONFIGURED;
	const opened = open(source);
	if (!opened.ok) return {
		ok: false,
		refusals: opened.problems.map(badConfig)
	};
	const parsed = configSchema.safeParse(opened.value);
	if (parsed.success) return settle$1(parsed.data, opened);
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
function settle$1(config, opened) {
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
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;
const MAX_RETENTION_DAYS = 365;
const DEFAULT_RETENTION_DAYS = 14;
const DEFAULT_CANARY_HOURS = 26;
const MAX_CANARY_HOURS = 744;
const MAX_SLACK_USERS = 500;
const MAX_PATH_PREFIXES = 20;
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
const REF_PREFIX = "refs/ghost/";
function inboxRef(sha256) {
	return `${INBOX_REFS}${sha256}`;
}
const INBOX_REFS = `${REF_PREFIX}inbox/`;

// src/record/record.ts
const PATCH_FILE = "patch.json";
function recordRef(id) {
	return `${RECORD_REFS}${id}`;
}
function branchName(id) {
	return `${BRANCHES}${id}`;
}
const RECORD_REFS = `${REF_PREFIX}patches/`;
const BRANCHES = "ghost/";
const CONTROL_REF = `${REF_PREFIX}control`;

// src/record/warnings.ts
function mergeWarnings(known, added) {
	return [.../* @__PURE__ */ new Set([...known, ...added.filter((warning) => warning !== void 0)])];
}
function mergedMeanwhile(pullRequest) {
	return `Pull request #${pullRequest} was merged as the revision before this one had made it.`;
}
function turnedAwayWarning({ url }, headline) {
	const where = url === "" ? "" : `; its run says why: ${url}`;
	return `${TURNED_AWAY}: ${headline}${where}. Whoever sent it sends it again if it is still wanted.`;
}
function isTurnedAwayWarning(warning) {
	return warning.startsWith(TURNED_AWAY);
}
const TURNED_AWAY = "Another delivery under this id was turned away";

// src/report/commit.ts
function formatCommitMessage(view) {
	const description = quoteDescription(view.patch?.description ?? "");
	return `${[
		formatSubject(view),
		description,
		formatTrailers$1(view)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function formatGeneratedMessage(view) {
	const { id, generated } = view.record;
	const names = [...new Set(generated?.commands ?? [])].join(", ");
	return `${[
		cutText(`Generated by ${names}`, MAX_SUBJECT),
		`What these commands of the repository's config made of the patch ${oneLine$2(id)} in its test job: ${names}.`,
		formatTrailers$1(view)
	].join("\n\n")}\n`;
}
const MAX_SUBJECT = 72;
function formatSubject(view) {
	const subject = cutText(defuseReferences(oneLine$2(titleOf$2(view))), MAX_SUBJECT);
	return subject === "" ? `Apply patch ${cutText(view.record.id, MAX_SUBJECT / 2)}` : subject;
}
const MAX_DESCRIPTION_LINES = 40;
const MAX_LINE$2 = 400;
function quoteDescription(description) {
	const lines = showHidden(description).trim().split("\n");
	const kept = lines.slice(0, MAX_DESCRIPTION_LINES).map((line) => cutText(defuseReferences(line), MAX_LINE$2));
	const quoted = [...kept, ...lines.length > kept.length ? ["…"] : []].map((line) => `> ${line}`.trimEnd());
	return description.trim() === "" ? "" : quoted.join("\n");
}
const AGENT = "Ghost-Agent";
function formatTrailers$1({ record, patch }) {
	return [
		["Ghost-Patch", record.id],
		["Ghost-Digest", record.digest],
		["Ghost-Sent-By", record.sender],
		[AGENT, patch?.source?.agent],
		["Ghost-Run", record.run.url]
	].flatMap(([key, value]) => {
		const line = oneLine$2(value ?? "");
		const shown = cutText(key === AGENT ? defuseReferences(line) : line, MAX_LINE$2);
		return shown === "" ? [] : [`${key}: ${shown}`];
	}).join("\n");
}

// src/apply/tree.ts
function parentsOf(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
function pathBytes(paths) {
	return new TextEncoder().encode(paths.join("")).length;
}
function sameBytes(left, right) {
	if (left.length !== right.length) return false;
	for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
	return true;
}

// src/report/file-diff.ts
function joinDiffs(diffs) {
	return diffs.map(({ unified }) => unified).join("");
}
function withDiff(file, unified) {
	const { path, from, modes } = file;
	return {
		path,
		...from === void 0 ? {} : { from },
		kind: kindOf$1(file),
		...modes === void 0 ? {} : { modes },
		isSame: isSame(file),
		unified
	};
}
function headsOf(file) {
	const [oldName, newName] = namesOf$1(file);
	return `${gitHeadsOf(file)}--- ${oldName}\n+++ ${newName}\n`;
}
function gitHeadsOf(file) {
	const { path, from = path } = file;
	const lines = [`diff --git a/${from} b/${path}`, ...modeLines(file)];
	if (file.from !== void 0) lines.push(...isSame(file) ? ["similarity index 100%"] : [], `rename from ${from}`, `rename to ${path}`);
	return lines.map((line) => `${line}\n`).join("");
}
function namesOf$1(file) {
	const { path, from = path } = file;
	const kind = kindOf$1(file);
	return [kind === "new" ? "/dev/null" : `a/${from}`, kind === "deleted" ? "/dev/null" : `b/${path}`];
}
function isSame({ before, after }) {
	return before !== null && after !== null && sameBytes(before, after);
}
function kindOf$1({ from, before, unread, after }) {
	if (before === null && unread === void 0) return "new";
	if (after === null) return "deleted";
	return from === void 0 ? "changed" : "moved";
}
function modeLines(file) {
	const { before = null, after = null } = file.modes ?? {};
	switch (kindOf$1(file)) {
		case "new": return after === null ? [] : [`new file mode ${after}`];
		case "deleted": return before === null ? [] : [`deleted file mode ${before}`];
		default: return before === after ? [] : [`old mode ${before}`, `new mode ${after}`];
	}
}

// src/report/checks.ts
function describeChecks({ state, checks }) {
	const named = checks.filter((check) => check.state === state).map(({ name }) => cutText(name, MAX_NAME$2));
	switch (state) {
		case "success": return checks.length === 1 ? "passed" : `all ${checks.length} passed`;
		case "neutral": return "none has a verdict";
		case "pending": return `still running: ${list(named)}`;
		case "failure": return `failed: ${list(named)}`;
	}
}
const MAX_NAME$2 = 40;
const MAX_NAMED = 3;
function list(names) {
	const more = names.length - MAX_NAMED;
	return `${names.slice(0, MAX_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

// src/report/status.ts
const STATUS_CONTEXT = "ghost-runner";
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
function asReplaced(status) {
	return {
		...status,
		state: "error",
		description: "A later attempt took its place."
	};
}
const MAX_DESCRIPTION = 140;
function stateOf$1({ record: { state, outcome } }) {
	switch (outcome?.kind) {
		case void 0: return state === "done" ? "error" : "pending";
		case "opened":
		case "updated": return succeeded(outcome) ? "success" : "failure";
		case "duplicate": return outcome.state === "finished" ? "success" : "pending";
		case "held": return "pending";
		case "merged": return outcome.tested === "failed" ? "failure" : outcome.tested === "none" ? "error" : "success";
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
function digestOf(patch) {
	const { id: _id, dryRun: _dryRun, source: _source, callback: _callback, ...content } = patch;
	return sha256$1(canonicalJson(content));
}
function sha256$1(data) {
	return createHash("sha256").update(data).digest("hex");
}

// src/patch/id.ts
function slugId(id) {
	const lower = id.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
	const safe = refSafe(lower.slice(0, 80 + 1));
	if (safe !== "" && safe === lower && safe.length <= 80) return safe;
	const hash = sha256$1(id).slice(0, HASH_CHARACTERS);
	const stem = trimEnds(safe.slice(0, 80 - HASH_CHARACTERS - 1));
	return `${stem === "" ? "id" : stem}-${hash}`;
}
function anonymousId(digest) {
	return `anon-${digest.slice(0, 12)}`;
}
const HASH_CHARACTERS = 8;
function refSafe(text) {
	return trimEnds(text.replace(/[^a-z0-9._-]+/g, "-").replace(/\.{2,}/g, ".")).replace(/\.lock$/, "-lock");
}
function trimEnds(text) {
	return text.replace(/^[.-]+/, "").replace(/[.-]+$/, "");
}

// src/record/revert-names.ts
function revertIdOf(id) {
	return slugId(`revert-${id}`);
}
function laterRevertIdOf(id, mergeSha) {
	return slugId(`revert-${id}-${mergeSha.slice(0, SHORT_SHA)}`);
}
const SHORT_SHA = 7;

// src/record/fit.ts
function fitRecord(whole) {
	const record = fitPlan(fitReading(fitTurnedAway(fitTests(fitChecks(whole)))));
	const { outcome } = record;
	if (outcome === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS) return record;
	const shorter = shortenings(outcome);
	const fitting = shorter.find((one) => lengthOf({
		...record,
		outcome: one
	}) <= MAX_RECORD_CHARACTERS);
	return {
		...record,
		outcome: fitting ?? shorter.at(-1) ?? outcome
	};
}
function briefOutcome(outcome, characters = LINE) {
	switch (outcome.kind) {
		case "refused": {
			const { refusals } = outcome;
			const first = refusals.slice(0, BRIEF).map((refusal) => cutShort(refusal, characters));
			return {
				...outcome,
				refusals: [...first, ...countOf(refusals.length - BRIEF)]
			};
		}
		case "conflict": {
			const { clashes: _, paths, ...rest } = outcome;
			return {
				...rest,
				paths: paths.slice(0, BRIEF).map((path) => cut$2(path, characters))
			};
		}
		case "halted":
		case "crashed": return {
			...outcome,
			reason: cut$2(outcome.reason, characters)
		};
		default: return outcome;
	}
}
const BRIEF = 3;
const LINE = 200;
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
function fitTurnedAway(record) {
	const { turnedAway } = record;
	if (turnedAway === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS) return record;
	const older = turnedAway.slice(0, -1).map((one) => {
		return {
			...one,
			title: cut$2(one.title, 0),
			outcome: briefOutcome(one.outcome, 0)
		};
	});
	return {
		...record,
		turnedAway: [...older, ...turnedAway.slice(-1)]
	};
}
function fitReading(record) {
	const { reading } = record;
	if (reading === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS) return record;
	const { repairs, notDone } = reading;
	return {
		...record,
		reading: {
			repairs: fitSentences(repairs, MAX_OTHERS),
			notDone: fitSentences(notDone, MAX_OTHERS)
		}
	};
}
function fitPlan(record) {
	const { plan } = record;
	if (plan === void 0 || lengthOf(record) <= MAX_RECORD_CHARACTERS) return record;
	const { notes, notDone, reviews } = plan;
	return {
		...record,
		plan: {
			...plan,
			notes: fitSentences(notes, MAX_NOTES),
			...notDone === void 0 ? {} : { notDone: fitSentences(notDone, MAX_OTHERS) },
			...reviews === void 0 ? {} : { reviews: fitSentences(reviews, MAX_OTHERS) }
		}
	};
}
const MAX_NOTES = 8e3;
const MAX_OTHERS = 4e3;
function fitSentences(sentences, characters) {
	const short = sentences.map((sentence) => cut$2(sentence));
	const kept = within(short, characters);
	if (kept.length === short.length) return kept;
	const first = within(short, characters - ROOM_FOR_COUNT);
	const more = short.length - first.length;
	return [...first, `And ${more} more, too many to keep; the run's summary has more of them.`];
}
const ROOM_FOR_COUNT = 100;
function within(sentences, characters) {
	let sum = 0;
	const end = sentences.findIndex((sentence) => (sum += JSON.stringify(sentence).length) > characters);
	return end === -1 ? sentences : sentences.slice(0, end);
}
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
const MAX_RECORD_CHARACTERS = 6e4;
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
				refusals: [...refusals.slice(0, FEW).map((refusal) => cutShort(refusal)), ...countOf(refusals.length - FEW)]
			}
		];
	}
	if (outcome.kind === "conflict") {
		const { clashes = [], paths } = outcome;
		const few = {
			...outcome,
			clashes: [],
			paths: paths.slice(0, FEW).map((path) => cut$2(path))
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
function cutShort({ code, message, path }, most = SHORT$2) {
	return {
		code,
		message: cut$2(message, most),
		...path === void 0 ? {} : { path: cut$2(path, most) }
	};
}
const SHORT$2 = 500;
function cut$2(text, most = SHORT$2) {
	return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
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
function cutLines(lines) {
	return {
		lines: lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_CHARACTERS$3).toWellFormed().replace(/\r?\n$/, "")),
		cut: lines.length > MAX_LINES || lines.some((line) => line.length > MAX_CHARACTERS$3)
	};
}
const MAX_LINES = 20;
const MAX_CHARACTERS$3 = 200;

// src/record/schema.ts
const recordSchema = lazy(() => strictObject({
	version: literal(1),
	id: string().min(1),
	digest: sha256,
	fetched: sha256.exactOptional(),
	title: string(),
	sender: string(),
	sentFor: array(string()).exactOptional(),
	alsoSentBy: array(string()).exactOptional(),
	state: _enum([
		"held",
		"applied",
		"publishing",
		"done"
	]),
	receivedAt: moment,
	untoldSince: moment.exactOptional(),
	brokenRuns: int().min(1).exactOptional(),
	attempt: int().min(1),
	run: run$1,
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
	mergedBefore: pullRequestNumber.exactOptional(),
	tests: testReport.exactOptional(),
	outcome: outcomeSchema.exactOptional(),
	approval: approval.exactOptional(),
	proof: strictObject({
		sha: oid,
		tests: knownTests,
		digest: sha256,
		sender: string().exactOptional(),
		sentFor: array(string()).exactOptional(),
		approval: approval.exactOptional()
	}).exactOptional(),
	ci: ci.exactOptional(),
	slack: strictObject({
		channel: string(),
		ts: string(),
		shown: string().exactOptional()
	}).exactOptional(),
	revertOf: string().min(1).exactOptional(),
	revertOfMerge: oid.exactOptional(),
	supersedes: string().min(1).exactOptional(),
	keptBeside: union([string().min(1), array(string().min(1))]).exactOptional(),
	reading: reading.exactOptional(),
	turnedAway: array(strictObject({
		digest: sha256,
		title: string(),
		run: run$1,
		at: moment,
		outcome: outcomeSchema
	})).exactOptional(),
	steps: array(strictObject({
		stage,
		at: moment,
		seconds: number().min(0)
	})),
	warnings: array(string())
}).refine(({ state, outcome }) => (state === "done" || state === "held") === (outcome !== void 0), { error: "a record has an outcome exactly when it is done or held" }).refine(({ state, outcome }) => state === "held" === (outcome?.kind === "held"), { error: "a record is held exactly when its outcome says so" }));
const testReportSchema = lazy(() => testReport);
const MOST_NUMBER = 2147483647;
const moment = datetime().max(40);
const oid = string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const sha256 = string().regex(/^[0-9a-f]{64}$/);
const run$1 = strictObject({
	id: int().min(0),
	attempt: int().min(0),
	url: string()
});
const stage = _enum([
	"apply",
	"test",
	"publish"
]);
const pullRequestNumber = int().min(1).max(MOST_NUMBER);
const pullRequest = strictObject({
	number: pullRequestNumber,
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
const knownTests = _enum([
	"passed",
	"failed",
	"none"
]);
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
const reading = strictObject({
	repairs: array(string()),
	notDone: array(string())
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
			"publishing",
			"took_back"
		]),
		paths: array(string()),
		clashes: array(clash).exactOptional(),
		pullRequest: pullRequest.exactOptional(),
		supersededBy: string().min(1).exactOptional()
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
		by: string().exactOptional(),
		tested: knownTests.exactOptional()
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
function formatRecord(whole, words) {
	const record = fitRecord(whole);
	const message = `${quoteTrailers(words.headline)}\n\n${quoteTrailers(words.detail)}\n\n${formatTrailers(record)}`;
	const read = parseRecord(message);
	if (!read.ok) throw new Error(`The record of ${record.id} could not be read back, so it was not written. That is a mistake of Ghost Runner's; report it: ${read.problem}`);
	return message;
}
function parseRecord(message) {
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(RECORD_KEY));
	if (line === void 0) return {
		ok: false,
		problem: "the commit message has no Ghost-Record line"
	};
	const value = jsonIn$1(line.slice(RECORD_KEY.length));
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

// src/record/successor.ts
function successorOf({ outcome }) {
	switch (outcome?.kind) {
		case "superseded": return outcome.by;
		case "conflict": return outcome.supersededBy;
		default: return;
	}
}

// src/record/life.ts
function decideDelivery(encounter) {
	const { record, digest, behind = false } = encounter;
	if (record !== null && record.digest !== digest && isOlder(record, encounter)) return conflict("revised", record.pullRequest);
	if (record !== null && record.digest !== digest && tookBack(record)) return conflict("took_back", record.pullRequest);
	if (record !== null && record.digest === digest && !behind) {
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
function isOlder(record, { run, again = false }) {
	return again || run.attempt > 1 && record.run.id > run.id;
}
function tookBack({ id, revertOf, revertOfMerge = "", outcome }) {
	if (revertOf === void 0 || outcome === void 0 || !isMerged(outcome)) return false;
	return [revertIdOf(revertOf), laterRevertIdOf(revertOf, revertOfMerge)].includes(id);
}
function isFinished(outcome) {
	return FINISHED.has(outcome.kind);
}
function isAnswered(outcome, { retry = false, again = false }) {
	if (retry && !isMerged(outcome)) return false;
	const called = again && outcome.kind === "canceled";
	return isFinished(outcome) || called;
}
function isLive(record, { run, now }) {
	return (record.state === "applied" || record.state === "publishing") && record.run.id !== run.id && now < new Date(record.deadline);
}
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
function checkDuplicate(record, { run, now, retry = false, again = false }) {
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	if (record.outcome !== void 0) return isAnswered(record.outcome, {
		retry,
		again
	}) && !isLeftBehind(record) ? {
		kind: "duplicate",
		state: "finished",
		...link
	} : null;
	return isLive(record, {
		run,
		now
	}) ? {
		kind: "duplicate",
		state: "in_progress",
		...link
	} : null;
}
function isLeftBehind({ outcome, pullRequest, mergedBefore }) {
	return (outcome?.kind === "opened" || outcome?.kind === "updated" || outcome?.kind === "tests_failed") && pullRequest !== void 0 && pullRequest.number === mergedBefore;
}
function isMerged({ kind }) {
	return kind === "merged" || kind === "reverted";
}
function checkPeople({ record, branch, pullRequest }) {
	if (branch !== null && !isOurs(branch, record)) return conflict("branch_edited", pullRequest);
	if (pullRequest?.state === "closed" && isOurPullRequest(record, pullRequest.number)) {
		const by = record === null ? void 0 : successorOf(record);
		return conflict("pull_request_closed", pullRequest, by === void 0 ? {} : { supersededBy: by });
	}
	return null;
}
function isOurPullRequest(record, number) {
	return record?.pullRequest?.number === number || record?.state === "publishing";
}
function isOurs(branch, record) {
	if (record === null) return false;
	const asMade = branch.tree === record.tree && branch.message.includes(`Ghost-Digest: ${record.digest}`);
	return branch.oid === record.head || record.head === void 0 && asMade;
}
function conflict(reason, pullRequest, more = {}) {
	return {
		kind: "end",
		outcome: {
			kind: "conflict",
			reason,
			paths: [],
			...pullRequest ? { pullRequest: {
				number: pullRequest.number,
				url: pullRequest.url
			} } : {},
			...more
		}
	};
}

// src/record/proof.ts
function proofOf(record) {
	const { head, digest, sender, sentFor, approval, proof } = record;
	if (head === void 0) return null;
	const tests = testsOf(record);
	if (tests === null) return proof?.sha === head ? proof : null;
	return {
		sha: head,
		tests,
		digest,
		sender,
		...sentFor === void 0 ? {} : { sentFor },
		...approval === void 0 ? {} : { approval }
	};
}
function testsAt(record, sha) {
	const { outcome, tests = outcome !== void 0 && "tests" in outcome ? outcome.tests : void 0 } = record;
	if (tests?.sha === sha) return asKnown(tests);
	const proof = proofOf(record);
	return proof?.sha === sha ? proof.tests : void 0;
}
function asKnown({ verdict }) {
	return verdict === "passed" ? "passed" : "failed";
}
function senderOfHead(record) {
	if (record.plan !== void 0) return record;
	const { sender, sentFor } = proofOf(record) ?? {};
	return sender === void 0 ? null : {
		sender,
		...sentFor === void 0 ? {} : { sentFor }
	};
}
function lacksApproval(record, sha) {
	return needsApproval(proofOf(record) ?? record, sha);
}
function isAboutHead(record) {
	return testsOf(record) !== null;
}
function speaksOfHead({ outcome, plan, withdrawn }) {
	return outcome !== void 0 && (plan !== void 0 || withdrawn !== void 0 || BY_PEOPLE.has(outcome.kind));
}
const BY_PEOPLE = /* @__PURE__ */ new Set([
	"merged",
	"closed",
	"reverted",
	"superseded"
]);
function pullRequestOf({ pullRequest, mergedBefore }) {
	return pullRequest?.number === mergedBefore ? void 0 : pullRequest;
}
function mayComeBack(record) {
	const { state, outcome } = record;
	return state === "done" && pullRequestOf(record) !== void 0 && isTakenFromReview(outcome);
}
function isTakenFromReview(outcome) {
	switch (outcome?.kind) {
		case "closed":
		case "superseded": return true;
		case "conflict": return outcome.reason === "pull_request_closed";
		default: return false;
	}
}
function testsOf({ outcome, plan }) {
	switch (outcome?.kind) {
		case "opened":
		case "updated":
		case "tests_failed": return asKnown(outcome.tests);
		case "merged":
		case "closed":
		case "reverted":
		case "superseded": return null;
		default: return plan === void 0 ? null : "none";
	}
}

// src/stages/own-pull-request.ts
function ownPullRequest({ record, branch, pullRequest }) {
	if (pullRequest === null || pullRequest.number === record.mergedBefore) return null;
	const known = pullRequestOf(record);
	const named = known?.number === pullRequest.number || record.state === "publishing";
	const unnamed = known === void 0 && pullRequest.state !== "closed";
	const showsBranch = branch !== null && isOurs(branch, record) && pullRequest.head === branch.oid;
	const isMerged = pullRequest.state === "merged" && pullRequest.head === record.head;
	return named || unnamed && (showsBranch || isMerged) ? pullRequest : null;
}

// src/stages/senders.ts
function sendersOf({ sender, sentFor = [], alsoSentBy = [] }) {
	return [
		sender,
		...sentFor,
		...alsoSentBy
	];
}
function isCarried({ again, retry }, known) {
	const mayGoOn = known !== null && (known.state !== "done" || known.outcome?.kind === "crashed");
	return again === true && retry !== true && mayGoOn;
}
function whoSent(known, { sender, sentFor = [] }, { fromRecord }) {
	if (known === null) return {
		sender,
		...sentFor.length === 0 ? {} : { sentFor }
	};
	const added = fromRecord ? [] : withoutKnown([sender, ...sentFor], sendersOf(known));
	const alsoSentBy = [...known.alsoSentBy ?? [], ...added];
	return {
		sender: known.sender,
		...known.sentFor === void 0 ? {} : { sentFor: known.sentFor },
		...alsoSentBy.length === 0 ? {} : { alsoSentBy }
	};
}
function withoutKnown(names, known) {
	return names.filter((name, index) => [...known, ...names.slice(0, index)].every((other) => !sameLogin(other, name)));
}
function isOfSameSender(one, other) {
	const [owner, otherOwner] = [one.sentFor?.at(-1), other.sentFor?.at(-1)];
	const isForSame = owner === void 0 || otherOwner === void 0 ? owner === otherOwner : sameLogin(owner, otherOwner);
	return one.sender === other.sender && isForSame;
}

// src/control/verbs.ts
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
function formatControl(entry, origin) {
	const checked = entrySchema.parse(entry);
	const from = origin === void 0 ? "" : `${ORIGIN_KEY}${oneLine$1(origin)}\n`;
	const message = `${headlineOf(checked)}\n\n${from}${CONTROL_KEY}${JSON.stringify(checked)}\n`;
	if (message.length > MAX_CONTROL_CHARACTERS) throw new Error(`${checked.switches.length} switches are too many to keep; lift some of them first`);
	return message;
}
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
function originOf$1(message) {
	const line = message.split("\n").find((candidate) => candidate.startsWith(ORIGIN_KEY));
	return parseControl(message) === null ? null : line?.slice(ORIGIN_KEY.length) ?? null;
}
const MAX_CONTROL_TEXT = 1e3;
const MAX_SWITCHES = 50;
const MAX_CONTROL_CHARACTERS = 5e5;
const CONTROL_KEY = "Ghost-Control: ";
const ORIGIN_KEY = "Ghost-Origin: ";
const text$1 = string().max(MAX_CONTROL_TEXT);
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
	reason: text$1,
	by: text$1,
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
		by: text$1,
		role: _enum(ROLES).exactOptional(),
		at: datetime(),
		patch: text$1.exactOptional(),
		digest: text$1.exactOptional(),
		reason: text$1.exactOptional(),
		confirm: boolean().exactOptional(),
		result: text$1.exactOptional()
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
function controlOf(snapshot, now, whom = {}) {
	const commit = snapshot.refs.get(CONTROL_REF) ?? null;
	return commit === null && !snapshot.anyRefUnder ? { state: "running" } : readControl(commit?.message ?? null, now, whom);
}
function whomOf(record, defaultBranch) {
	return {
		branch: record.base?.branch ?? defaultBranch,
		senders: sendersOf(record)
	};
}
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
function readPrevious(snapshot, id) {
	const commit = snapshot.refs.get(recordRef(id)) ?? null;
	if (commit === null) return null;
	const parsed = parseRecord(commit.message);
	return parsed.ok ? parsed.record : "unreadable";
}

// src/record/turned-away.ts
function withTurnedAway(record, one, { headline }) {
	const { turnedAway = [], warnings } = record;
	if (turnedAway.filter(({ at }) => Math.abs(Date.parse(one.at) - Date.parse(at)) < HOUR_MS).length >= 5) return null;
	const said = [...warnings.filter(isTurnedAwayWarning), turnedAwayWarning(one.run, headline)];
	return {
		...record,
		turnedAway: [...turnedAway, brief(one)].slice(-5),
		warnings: [...warnings.filter((warning) => !isTurnedAwayWarning(warning)), ...[...new Set(said)].slice(-5)]
	};
}
const MOST_TURNED_AWAY = 5;
const HOUR_MS = 36e5;
function brief({ digest, title, run, at, outcome }) {
	return {
		digest,
		title: cut$2(title, LONGEST_TITLE),
		run,
		at,
		outcome: briefOutcome(outcome)
	};
}
const LONGEST_TITLE = 200;

// src/stages/context.ts
const MAX_ROUNDS = 8;
const MAX_ROUNDS_BESIDE_NOTES = 8 + 50 + 5;

// src/stages/media.ts
function isMedia(path) {
	return MEDIA.test(path);
}
const MEDIA = /\.(?:png|jpe?g|gif|webp|avif|ico|icns|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|ogg|opus|wav|flac|webm|mov|pdf)$/i;

// src/stages/versions.ts
function versions(change, base) {
	const { path, from, bytes, executable } = change;
	const { bytes: before = null, tooLarge: unread, mode = null } = entryBefore(change, base) ?? {};
	return {
		path,
		...from === void 0 ? {} : { from },
		modes: {
			before: mode,
			after: bytes === null ? null : executable ? "100755" : "100644"
		},
		before,
		...unread === void 0 ? {} : { unread },
		after: bytes
	};
}
function lineCounts(change, base) {
	const { before, after, unread } = versions(change, base);
	return unread === void 0 ? countLines(before, after) : {
		added: null,
		removed: null
	};
}
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

// src/stages/changed-lines.ts
function changedLines(change, base) {
	const { before, after, unread = 0 } = versions(change, base);
	const { added, removed } = lineCounts(change, base);
	if (added === null && !isMedia(change.path) && !isSame({
		before,
		after
	})) return unread + linesOf$1(before) + linesOf$1(after);
	return unread + (added ?? 0) + (removed ?? 0);
}
function unshownLines({ changes, base, summary }) {
	const unshown = new Set(summary.flatMap(({ path, added }) => added === null ? [path] : []));
	return changes.filter(({ path }) => unshown.has(path)).reduce((sum, change) => sum + changedLines(change, base), 0);
}
function linesOf$1(bytes) {
	let lines = 0;
	for (const byte of bytes ?? NO_BYTES) lines += byte === LINE_FEED$1 ? 1 : 0;
	return (bytes?.at(-1) ?? LINE_FEED$1) === LINE_FEED$1 ? lines : lines + 1;
}
const NO_BYTES = /* @__PURE__ */ new Uint8Array();
const LINE_FEED$1 = 10;

// src/patch/schema.ts
const text = () => string().refine((value) => value.isWellFormed(), { error: "holds one half of a surrogate pair, which is no character. Send whole characters." });
const path = (what) => text().describe(`${what}, relative to the repository's root, with forward slashes`);
const occurrences = () => union([literal("all"), int().min(1)], { error: "must be a whole number from 1, or \"all\"." }).default(1).describe("How often the text occurs: exactly this often, or \"all\" for at least once");
const fallbackPath = () => text().min(1).optional().describe("The file that is meant where the text itself does not name one");
const diff = strictObject({
	kind: literal("diff"),
	diff: text().describe("A unified diff or the output of git diff, for any number of files"),
	path: fallbackPath()
}).describe("A unified or git diff");
const applyPatch = strictObject({
	kind: literal("apply_patch"),
	patch: text().describe("From *** Begin Patch to *** End Patch"),
	path: fallbackPath()
}).describe("The apply_patch format");
const blocks = strictObject({
	kind: literal("blocks"),
	text: text().describe("A line with the path, then <<<<<<< SEARCH, =======, >>>>>>> REPLACE; any number of times"),
	path: fallbackPath()
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
const write$2 = strictObject({
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
const anyText = strictObject({
	kind: literal("text"),
	text: text().describe("What a model wrote: any format above, alone, in fences or in prose, or a whole file where path names it"),
	path: fallbackPath()
}).describe("Any of the formats, found out by looking");
const run = strictObject({
	kind: literal("run"),
	command: string().refine((value) => COMMAND_NAME.test(value), { params: { refusal: "command_not_allowed" } }).meta({ pattern: COMMAND_NAME.source }).describe("The name of a command from the repository's config, never a shell command")
}).describe("Runs a command of the repository after all changes and before the tests, and adds what it makes of the files");
const changeSchema = discriminatedUnion("kind", [
	diff,
	applyPatch,
	edit,
	blocks,
	regex,
	write$2,
	remove,
	move,
	anyText,
	run
]);
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
	labels: array(text().min(1).max(50)).max(20).default([]).describe("Labels for the pull request, besides those of the repository; only such as its config names in `patch-labels`"),
	reviewers: array(text().min(1).max(244)).max(15).default([]).describe("Logins, or owner/team"),
	draft: boolean().default(false).describe("Open the pull request as a draft"),
	dryRun: boolean().default(false).describe("Only say what would happen"),
	source: strictObject({
		agent: text().max(244).optional().describe("Who wrote it"),
		url: text().max(MAX_URL_CHARACTERS).optional().describe("Where it was asked for")
	}).optional().describe("Where the patch comes from"),
	supersedes: text().min(1).max(200).optional().describe("The id of the patch that this one replaces; its pull request is closed when this one has its own"),
	reverts: text().min(1).max(200).optional().describe("The id of the merged patch that this one takes back"),
	callback: string().max(MAX_URL_CHARACTERS).regex(/^https:\/\/[^\s]+$/, { error: "must be an https:// address." }).optional().describe("Where to report the outcome")
}).describe("A patch for Ghost Runner, wire format version 1");
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

// src/patch/formats/mail.ts
function mailMessage(text) {
	const head = text.slice(0, MAX_HEAD_CHARACTERS).split("\n").map(withoutReturn$1);
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
const MAX_HEAD_CHARACTERS = 2e4;
function withoutReturn$1(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function withoutTag(subject) {
	const close = subject.startsWith("[") ? subject.indexOf("]") : -1;
	return subject.slice(close + 1).trim();
}
function descriptionOf(body) {
	const end = body.findIndex((line) => line === "---" || line.startsWith("diff --git ") || line.startsWith("--- "));
	return body.slice(0, end === -1 ? body.length : end).join("\n").trim();
}

// src/patch/title.ts
function titleOf$1(patch) {
	const own = oneLine(patch.title ?? "");
	return own === "" ? sentenceOf(patch.changes) : own;
}
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

// src/patch/kept.ts
function readKept(text) {
	const checked = isCrowded(text) ? null : patchSchema.safeParse(jsonIn$1(text));
	return checked?.success === true ? {
		title: titleOf$1(checked.data),
		patch: checked.data
	} : null;
}

// src/patch/utf8.ts
function textOfUtf8(bytes) {
	return DECODER.decode(bytes);
}
function readUtf8(bytes) {
	try {
		return STRICT.decode(bytes);
	} catch {
		return null;
	}
}
const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
const STRICT = new TextDecoder("utf-8", {
	ignoreBOM: true,
	fatal: true
});

// src/stages/patch-snapshot.ts
async function readPatchSnapshot(repository, id, request) {
	const snapshot = await repository.read({
		...request,
		refs: [
			CONTROL_REF,
			recordRef(id),
			branchRef(id)
		],
		anyRefUnder: RECORD_REFS,
		pullRequestsFrom: {
			branch: branchName(id),
			named: (refs) => numberOf$1(readRecord({ refs }, id))
		}
	});
	const { pullRequests } = snapshot;
	return pullRequests === void 0 ? snapshot : withOwn(snapshot, findOwn({
		...snapshot,
		pullRequests
	}, readRecord(snapshot, id)));
}
function isOwnUnseen({ pullRequest, pullRequests }) {
	return pullRequests !== void 0 && pullRequest === void 0;
}
function isShownElsewhere(snapshot) {
	const { pullRequest, pullRequests = [], morePullRequests = false } = snapshot;
	const others = pullRequests.filter(({ number }) => number !== pullRequest?.number);
	return morePullRequests || others.some(({ state }) => state === "open");
}
function withOwn(snapshot, pullRequest) {
	return pullRequest === void 0 ? snapshot : {
		...snapshot,
		pullRequest
	};
}
function findOwn({ pullRequests, namedElsewhere, defaultBranch }, record) {
	const named = numberOf$1(record);
	if (named !== void 0) return pullRequests.find(({ number }) => number === named) ?? (namedElsewhere ? null : void 0);
	const base = record?.base?.branch ?? defaultBranch;
	const { mergedBefore = 0 } = record ?? {};
	return pullRequests.find((one) => one.base === base && one.number > mergedBefore && (one.byUs || one.state === "merged")) ?? pullRequests.find(({ number }) => number === mergedBefore) ?? null;
}
function numberOf$1(record) {
	return record === null ? void 0 : pullRequestOf(record)?.number;
}
function readRecord(snapshot, id) {
	const record = readPrevious(snapshot, id);
	return record === "unreadable" ? null : record;
}

// src/report/record.ts
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
		detail: lines.map((line) => cutText(oneLine$2(line), MAX_LINE$1)).join("\n")
	};
}
const MAX_LINE$1 = 1e3;
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
function recordMessage(site, record, received) {
	return messageFor(site, received.ok ? patchTexts(received) : null)(record);
}
function messageFor(site, texts) {
	return (record) => formatRecord(record, describeRecord(viewFrom(site, record, texts)));
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

// src/stages/control/patch.ts
async function readPatchState(repository, id) {
	const snapshot = await readPatchSnapshot(repository, id, {
		fileAt: {
			ref: recordRef(id),
			path: PATCH_FILE
		},
		config: CONFIG_PATH
	});
	const record = readPrevious(snapshot, id);
	const recordCommit = snapshot.refs.get(recordRef(id)) ?? null;
	if (record === null || recordCommit === null) return "unknown";
	if (record === "unreadable") return "unreadable";
	const text = snapshot.fileAt ? textOfUtf8(snapshot.fileAt) : null;
	const kept = text === null ? null : readKept(text);
	const branch = kept === null ? record.base?.branch : kept.patch.base?.branch ?? snapshot.defaultBranch;
	return {
		record,
		recordCommit,
		text,
		texts: kept === null ? null : patchTexts(kept),
		whom: {
			...whomOf(record, snapshot.defaultBranch),
			...branch === void 0 ? {} : { branch }
		},
		branch: snapshot.refs.get(branchRef(id)) ?? null,
		pullRequest: snapshot.pullRequest ?? null,
		snapshot
	};
}
function whyUnread(state, id) {
	return {
		why: state === "unknown" ? "unknown_patch" : "unreadable_record",
		id
	};
}
function configOf({ config }) {
	const parsed = parseConfig(config);
	return parsed.ok ? parsed.config : null;
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
function whyItWaits(record) {
	return offeredVerbs(record).includes("approve") ? record.plan?.reviews ?? [] : [];
}

// src/control/shown-state.ts
function shownState({ digest, attempt, head }) {
	return {
		digest,
		attempt,
		sha: head ?? null
	};
}
function isStillShown(record, shown = {}) {
	const { digest, attempt, sha } = {
		...shownState(record),
		...shown
	};
	const now = shownState(record);
	return now.digest === digest && now.attempt === attempt && now.sha === sha;
}
function isNoOther(record, { sha, ...shown } = {}) {
	return isStillShown(record, sha == null ? shown : {
		...shown,
		sha
	});
}

// src/report/untrusted/mrkdwn.ts
function mrkdwnLine(text, limit) {
	return cutEscaped(escapeMrkdwn(oneLine$2(text)), limit);
}
function mrkdwnCode(text, limit) {
	return `\`${mrkdwnLine(text.replaceAll("`", "'"), limit - 2)}\``;
}
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
function mrkdwnLink(words, url) {
	return linkableUrl(url) === null ? mrkdwnCode(url, MAX_CODE_LINE) : `<${url}|${mrkdwnLine(words, MAX_CODE_LINE)}>`;
}
function linkableUrl(url) {
	return LINKABLE.test(url) && URL.canParse(url) ? url : null;
}
const LINKABLE = /^https?:\/\/[^\s<>|]+$/;
const OMISSION = "…";
const MAX_CODE_LINE = 300;
function escapeMrkdwn(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function cutEscaped(escaped, limit) {
	return escaped.length <= limit ? escaped : cutText(escaped, limit).replace(/&[a-z]{0,3}…$/, "…");
}
function breakFence(line) {
	return line.replaceAll(/`(?=`)/g, `\`${"​"}`);
}
function fence(lines) {
	return `\`\`\`\n${lines.join("\n")}\n\`\`\``;
}

// src/report/slack-buttons.ts
function formatButtons(view) {
	const { record, repository } = view;
	const value = formatValue(record, repository);
	const verbs = offeredVerbs(record).map((verb) => ({
		...WORDS$1[verb],
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
const VIEW = `${PREFIX}view`;
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
		action_id: VIEW,
		text: plainText("View pull request"),
		url
	}];
}
const MAX_URL = 3e3;
const WORDS$1 = {
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
	string().refine((id) => id !== "" && slugId(id) === id),
	string().regex(/^[0-9a-f]{64}$/),
	int().min(0),
	string().regex(/^[0-9a-f]{40,64}$/).nullable()
]);

// src/report/slack-reviews.ts
function formatReviews(record) {
	const reviews = whyItWaits(record);
	if (reviews.length === 0) return [];
	const kept = fitAll(reviews, (review, limit) => `• ${mrkdwnLine(review, limit)}`, {
		budget: MAX_REVIEWS,
		least: LEAST_REVIEW,
		most: MAX_REVIEW
	});
	const more = reviews.length - kept.length;
	const lines = [...kept, ...more > 0 ? [`… and ${more} more, all in the run's summary`] : []];
	return [section(["*Why it waits for an approval*", ...lines].join("\n"))];
}
const MAX_REVIEWS = 2e3;
const LEAST_REVIEW = 60;
const MAX_REVIEW = 500;

// src/report/slack.ts
function formatSlackMessage(view) {
	const { id, digest } = view.record;
	return {
		text: formatFallback(view),
		blocks: [
			{
				type: "header",
				text: plainText(cutText(`${iconOf(view)} ${oneLine$2(titleOf$2(view))}`, MAX_HEADER))
			},
			section(formatStory(view)),
			...formatReviews(view.record),
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
function fingerprintMessage({ text, blocks }) {
	const told = blocks.filter(({ type }) => type !== "context");
	return sha256$1(JSON.stringify({
		text,
		blocks: told
	})).slice(0, FINGERPRINT_CHARACTERS);
}
const FINGERPRINT_CHARACTERS = 16;
const MAX_HEADER = 150;
const MAX_SECTION = 2500;
const MAX_FALLBACK = 300;
function formatFallback(view) {
	return mrkdwnLine(`${iconOf(view)} ${titleOf$2(view)}: ${describeView(view).headline} (${view.repository})`, MAX_FALLBACK);
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
function formatEvidence(view) {
	const { outcome } = view.record;
	if (outcome?.kind === "refused") return [section(formatRefusals(outcome)), ...formatNearest(outcome)];
	const [clash] = (outcome?.kind === "conflict" ? outcome.clashes : void 0) ?? [];
	if (clash !== void 0) return [section(formatClash(clash))];
	const lines = listFailure(testsOf$1(view));
	return lines.length === 0 ? [] : [section(mrkdwnBlock(lines, MAX_SECTION))];
}
function formatClash(clash) {
	const lines = clashLines(clash);
	const sentence = mrkdwnLine(describeClash(clash), MAX_REFUSAL);
	return lines.length === 0 ? sentence : `${sentence}:\n${mrkdwnBlock(lines, MAX_CLASH)}`;
}
const MAX_CLASH = 2e3;
function listFailure(tests) {
	if (tests === void 0 || tests.verdict === "passed") return [];
	return tests.failingLines.length > 0 ? tests.failingLines : tests.tail.trim().split("\n").slice(-LAST_LINES).filter((line) => line !== "");
}
const LAST_LINES = 10;
const MAX_REFUSALS = 5;
const MAX_REFUSAL = 300;
const MAX_PLACE = 120;
function formatRefusals({ refusals }) {
	const lines = refusals.slice(0, MAX_REFUSALS).map(({ code, path, message }) => {
		return `• *${code}*${path === void 0 ? "" : ` in ${mrkdwnCode(path, MAX_PLACE)}`}: ${mrkdwnLine(message, MAX_REFUSAL)}`;
	});
	const more = refusals.length - lines.length;
	return [...lines, ...more > 0 ? [`… and ${more} more, all in the run's summary`] : []].join("\n");
}
function formatNearest({ refusals }) {
	const [place] = refusals.map(diagnosisOf).flatMap(({ nearest: [best], candidates: [first] }) => {
		if (best !== void 0) return [{
			words: describeNearest(best),
			lines: best.diff
		}];
		return first === void 0 ? [] : [{
			words: describeCandidate(first),
			lines: numberedLines$1(first)
		}];
	});
	return place === void 0 ? [] : [section(`${place.words}:\n${mrkdwnBlock(place.lines, MAX_SECTION)}`)];
}
const MAX_FIELD = 200;
function formatRemedy(view) {
	const { outcome } = view.record;
	const { remedy } = outcome === void 0 ? describeView(view) : describeOutcome(outcome);
	return remedy === void 0 ? [] : [section(`→ ${mrkdwnLine(remedy, MAX_DETAIL)}`)];
}
function formatFields(view) {
	const { record } = view;
	const tests = testsOf$1(view);
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
function messageSince({ receivedAt, untoldSince = receivedAt }) {
	const received = Date.parse(receivedAt);
	const first = Math.max(Date.parse(untoldSince), received - EARLIER_ATTEMPTS_MS);
	return new Date(Math.min(first, received) - CLOCKS_DIFFER_MS);
}
const EARLIER_ATTEMPTS_MS = 864e5;
const CLOCKS_DIFFER_MS = 6e5;
function isLeftAlone(warning) {
	return warning.includes(LEFT_ALONE);
}
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
const FORBIDDEN = /\b(?:missing_scope|not_allowed_token_type|no_permission)\b/;

// src/stages/tell.ts
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
function lookFirst({ chat, history }, earlier) {
	const since = messageSince(earlier);
	return chat === null || !history ? chat : carefulChat(chat, history, {
		since,
		quiet: false
	});
}

// src/stages/transactions.ts
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

// src/stages/keep-told.ts
async function keepTold(context, step) {
	const { id, slack } = step.record;
	if (!(step.isNew ? await write$1(context, step) : await stands(context, id, step.from.oid))) await tellUntilKept(context, await readPatchState(context.repository, id), slack);
}
async function tellOfRecord(context, { id, ts }) {
	const state = await readPatchState(context.repository, id);
	if (typeof state !== "string" && state.record.slack?.ts === ts) await tellUntilKept(context, state);
}
async function write$1(context, { from, record, texts }) {
	const recordMessage = messageFor(context.site, texts);
	return (await context.repository.write(nextStep({
		from,
		record,
		recordMessage
	}))).ok;
}
async function tellUntilKept(context, given, known) {
	let state = given;
	for (let round = 0; typeof state !== "string" && round < 8; round += 1) {
		const { record, recordCommit: from, texts } = state;
		const slack = await tellAnew(context, state, known);
		if (slack !== void 0 && (slack.ts !== record.slack?.ts || slack.shown !== record.slack.shown) ? await write$1(context, {
			from,
			record: {
				...record,
				slack
			},
			texts
		}) : await stands(context, record.id, from.oid)) return;
		state = await readPatchState(context.repository, record.id);
	}
}
async function tellAnew(context, { record, texts, snapshot }, known) {
	if (record.outcome === void 0) return unsure(record.slack);
	const place = record.slack ?? known;
	const shown = place === void 0 ? record : {
		...record,
		slack: place
	};
	const view = viewFrom(context.site, shown, texts);
	return (await tell(context, configOf(snapshot)?.slack?.channel, view, record)).slack;
}
function unsure(known) {
	return known === void 0 ? void 0 : {
		channel: known.channel,
		ts: known.ts
	};
}
async function stands({ repository }, id, oid) {
	const ref = recordRef(id);
	return (await repository.read({ refs: [ref] })).refs.get(ref)?.oid === oid;
}

// src/stages/say-status.ts
const STATUS_UNSAID = "The commit status was not set";
async function sayStatus(forge, told) {
	const { sha, record, status } = told;
	await sayReplaced(forge, told);
	for (const commit of /* @__PURE__ */ new Set([record.generated?.onto ?? sha, sha])) await forge.setStatus(commit, status);
}
async function sayReplaced(forge, told) {
	for (const commit of (told.record.replaced ?? []).filter((one) => one !== told.sha)) await forge.setStatus(commit, asReplaced(told.status));
}
function spokenOf({ head, withdrawn, outcome }, pullRequest) {
	const sha = head ?? withdrawn;
	return outcome?.kind === "merged" && pullRequest?.head !== sha ? void 0 : sha;
}

// src/patch/problems.ts
function refusalsOf(issues, value) {
	return cappedRefusals(issues.flatMap((issue) => refusalsOfIssue(issue, value)));
}
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
function customRefusal(issue) {
	if (issue.params?.["refusal"] !== "command_not_allowed") return refusal("malformed", issue.path, issue.message);
	return refusal("command_not_allowed", issue.path, "is no name of a command: patches ask for commands by their names in the config of the repository, and never hold one for a shell. Send such a name, or the files as the command would leave them.");
}
function refusal(code, path, predicate, data) {
	const pointer = jsonPointer(path);
	return {
		code,
		message: `${path.length === 0 ? "The patch" : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS$3)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
const SHOWN_CHARACTERS$3 = 80;
function shown$1(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return `the ${typeof value} ${JSON.stringify(value)}`;
	return value.length <= SHOWN_CHARACTERS$3 ? `the string ${JSON.stringify(value)}` : `a string of ${value.length} characters`;
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

// src/stages/turn-away.ts
async function turnAway({ context, snapshot }, own, { waits = false } = {}) {
	return isOvertaken(own) || waits && own.outcome !== void 0 && isBehindAnother(own.outcome) ? "done" : await note$1({
		context,
		snapshot
	}, own);
}
async function tellOvertaken({ context, snapshot }, own) {
	const standing = readPrevious(snapshot, own.id);
	const byOlder = standing !== null && standing !== "unreadable" && standing.run.id < own.run.id;
	return isOvertaken(own) && byOlder ? await note$1({
		context,
		snapshot
	}, own) : "done";
}
async function note$1({ context, snapshot }, own) {
	const from = snapshot.refs.get(recordRef(own.id)) ?? null;
	const standing = readPrevious(snapshot, own.id);
	const { outcome, digest, title, run, startedAt: at } = own;
	if (from === null || standing === null || standing === "unreadable" || outcome === void 0) return "done";
	const one = {
		digest,
		title,
		run,
		at,
		outcome
	};
	const { turnedAway = [] } = standing;
	const record = outcome.kind === "conflict" && outcome.reason === "took_back" && turnedAway.length >= 5 || standing.digest === digest ? null : withTurnedAway(standing, one, describeOutcome(outcome));
	if (record === null) return "done";
	const { ok } = await context.repository.write(nextStep({
		from,
		record,
		recordMessage: messageFor(context.site, null)
	}));
	return ok ? "done" : "moved";
}
function isBehindAnother(outcome) {
	return outcome.kind === "conflict" && outcome.reason === "publishing";
}
function isOvertaken({ outcome }) {
	return outcome?.kind === "conflict" && outcome.reason === "revised";
}

// src/record/outcome.ts
function mergedOutcome({ number, url }, { sha, by }, tested) {
	return {
		kind: "merged",
		pullRequest: {
			number,
			url
		},
		sha,
		...by === null ? {} : { by },
		...tested === void 0 ? {} : { tested }
	};
}

// src/report/pull-request.ts
function formatPullRequest(view) {
	const body = [...sectionsOf(view), formatMarker(view.record)].filter((section) => section !== "");
	return {
		title: formatTitle(view),
		body: `${body.join("\n\n")}\n`
	};
}
function sectionsOf(view) {
	const { plan, warnings } = view.record;
	const reviews = formatList("Why it waits for an approval", plan?.reviews ?? [], BUDGETS.reviews);
	const changed = formatChanged(view, BUDGETS.changed);
	const generated = formatGenerated(view, BUDGETS.files - changed.length);
	const adjusted = formatList("What was adjusted on the way", view.notes, BUDGETS.adjusted);
	const after = [formatList("What was not done", listNotDone(view), BUDGETS.notDone), formatList("Warnings", warnings, BUDGETS.warnings)];
	const left = [
		reviews,
		changed,
		generated,
		adjusted,
		...after
	].reduce((rest, section) => rest - section.length, BUDGETS.all);
	const asked = formatAsked(view, Math.min(BUDGETS.text, Math.floor(left / 2)));
	return [
		asked,
		reviews,
		changed,
		generated,
		adjusted,
		formatTested(view, Math.min(BUDGETS.text, left - asked.length)),
		...after
	];
}
function parsePullRequestMarker(body) {
	const marker = MARKER$1.exec(body.slice(Math.max(0, body.lastIndexOf(MARKER_BEGINS))));
	return marker?.[1] === void 0 ? null : parseMarker(marker[1]);
}
const BUDGETS = {
	all: 56500,
	reviews: 2e3,
	changed: 21e3,
	files: 29e3,
	adjusted: 8e3,
	notDone: 4e3,
	warnings: 3500,
	text: 14e3
};
const MAX_TITLE = 256;
const UNPROVEN = "[not passing] ";
const UNAPPROVED = "[needs approval] ";
function formatTitle(view) {
	const prefix = view.draftUnavailable === true ? whyDraft(view) : "";
	const title = defuseReferences(oneLine$2(titleOf$2(view))) || `Patch ${view.record.id}`;
	return cutText(prefix + title, MAX_TITLE);
}
function whyDraft(view) {
	if (testsOf$1(view)?.verdict !== "passed") return UNPROVEN;
	return needsApproval(view.record, view.record.head) ? UNAPPROVED : "";
}
function listNotDone(view) {
	return [
		...view.ciStartsByItself ? [] : [CI_WAITS],
		...testsNothing(testsOf$1(view)?.command ?? "") ? [NOT_TESTED] : [],
		"It was not merged, and will not be: that is left to a person.",
		...view.notDone ?? []
	];
}
const NOT_TESTED = "No tests were run, because none are set up: write what runs them into test.command of .github/ghost-runner.yml.";
const CI_WAITS = "The checks of this pull request did not start by themselves, because it was made with GITHUB_TOKEN, whose events start no workflows on GitHub. Close and reopen it to start them; give Ghost Runner the token of a GitHub App to have them start always.";
const MARKER_BEGINS = "<!-- ghost-runner: {";
const MARKER$1 = /^<!-- ghost-runner: (\{.*\}) -->/;
function formatMarker({ id, digest, attempt }) {
	return `<!-- ghost-runner: ${JSON.stringify({
		id,
		digest,
		attempt
	}).replaceAll("<", String.raw`\u003c`).replaceAll(">", String.raw`\u003e`)} -->`;
}
function parseMarker(json) {
	try {
		const marker = JSON.parse(json);
		return isMarker(marker) ? {
			id: marker.id,
			digest: marker.digest,
			attempt: marker.attempt
		} : null;
	} catch {
		return null;
	}
}
function isMarker(value) {
	return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && "digest" in value && typeof value.digest === "string" && "attempt" in value && typeof value.attempt === "number";
}

// src/stages/limited.ts
function limitedUntil(error) {
	return error instanceof Error && "limitedUntil" in error && error.limitedUntil instanceof Date ? error.limitedUntil : null;
}

// src/stages/proposal.ts
async function makePullRequest(work, verdict, record) {
	const { context, handover, snapshot } = work;
	const draft = verdict.tests.verdict !== "passed" || (record.plan?.draft ?? false) || needsApproval(record, handover.head);
	const view = {
		...viewFrom(context.site, record, work.patch),
		tests: verdict.tests
	};
	const text = {
		...formatPullRequest(view),
		base: record.base?.branch ?? snapshot.defaultBranch
	};
	const known = verdict.pullRequest;
	try {
		if (known !== null) {
			const { state, head: seen, draft: drafted } = await context.forge.updatePullRequest(known.number, text);
			const head = await shownHead(work, seen);
			return {
				ok: true,
				pullRequest: {
					...known,
					draft: drafted
				},
				updated: true,
				state,
				head,
				draft,
				view
			};
		}
		const opened = await context.forge.openPullRequest({
			...text,
			head: branchName(handover.id),
			draft
		});
		return {
			ok: true,
			pullRequest: opened,
			updated: opened.existing,
			state: "open",
			head: await shownHead(work, opened.head),
			draft,
			view
		};
	} catch (error) {
		const left = limitedUntil(error) !== null ? LIMITED : isUnclear(error) ? UNCLEAR : null;
		if (left !== null) throw new Error(`${left}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		return {
			ok: false,
			reason: `the pull request could not be made: ${error instanceof Error ? error.message : String(error)}${whatIsInTheWay(work, known, text.base)}`
		};
	}
}
function whatIsInTheWay({ handover: { id }, snapshot: { pullRequests = [] } }, known, base) {
	const other = pullRequests.find((one) => one.state === "open" && one.base === base && one.number !== known?.number);
	return other === void 0 ? "" : `; #${other.number} goes to ${base} from the same branch, and GitHub takes one of these: close #${other.number}, then write "/ghost retry ${id}"`;
}
async function shownHead({ context, handover }, seen) {
	if (seen === handover.head) return seen;
	const branch = branchRef(handover.id);
	const { refs } = await context.repository.read({ refs: [branch] });
	return refs.get(branch)?.oid === handover.head ? handover.head : seen;
}
function isUnclear(error) {
	return error instanceof Error && "unclear" in error && error.unclear === true;
}
const LIMITED = "GitHub has taken as much as it takes for now, so the pull request waits; the next pass of the watch makes it";
const UNCLEAR = "whether the pull request was made is not known, so the next pass of the watch looks and finishes it";
function proposedOutcome(work, verdict, proposed) {
	const { number, url } = proposed.pullRequest;
	const link = {
		number,
		url
	};
	if (proposed.state === "closed") return {
		kind: "conflict",
		reason: "pull_request_closed",
		paths: [],
		pullRequest: link
	};
	if (proposed.head !== work.handover.head) return {
		kind: "conflict",
		reason: "branch_edited",
		paths: [],
		pullRequest: link
	};
	if (verdict.tests.verdict !== "passed") return {
		kind: "tests_failed",
		pullRequest: link,
		tests: verdict.tests
	};
	const { state, pullRequest } = verdict.at.record;
	const justOpened = state === "publishing" && pullRequest === void 0;
	return {
		kind: proposed.updated && !justOpened ? "updated" : "opened",
		pullRequest: link,
		tests: verdict.tests
	};
}
async function decoratePullRequest$1(work, proposed) {
	const { pullRequest, updated, draft } = proposed;
	const flips = updated && pullRequest.draft !== draft;
	const [titled, decorated] = [!updated && draft && !pullRequest.draft ? await markInTitle(work, proposed) : [], await decorate(work, pullRequest, flips ? draft : void 0)];
	return [...titled, ...decorated];
}
async function demotePullRequest(work, record, known) {
	return [...await describeUnproven(work, record, known), ...await decorate(work, known, known.draft ? void 0 : true)];
}
async function describeUnproven({ context, patch }, record, known, sentence = "The tests gave no verdict on the commit that this branch holds now.") {
	const whole = viewFrom(context.site, record, patch);
	const view = {
		...whole,
		notDone: [sentence, ...whole.notDone ?? []]
	};
	const text = {
		...formatPullRequest(view),
		base: known.base
	};
	return await context.forge.updatePullRequest(known.number, text).then(() => [], (error) => [`Pull request #${known.number} still shows what was tested before: ${error instanceof Error ? error.message : String(error)}`]);
}
function leftUnproven({ snapshot, handover }, record) {
	const { pullRequest = null } = snapshot;
	return pullRequest?.state === "open" && pullRequest.head === handover.head && record.state === "done" && proofOf(record)?.tests === "none" ? pullRequest : null;
}
async function decorate({ context, handover, snapshot }, pullRequest, draft) {
	const { labels, reviewers } = handover;
	if (labels.length === 0 && reviewers.length === 0 && draft === void 0) return [];
	const { labelIds, reviewerIds } = snapshot;
	const { number, nodeId } = pullRequest;
	return context.forge.decoratePullRequest({
		number,
		nodeId,
		labels,
		reviewers,
		labelIds,
		reviewerIds,
		...draft === void 0 ? {} : { draft }
	}).catch((error) => [`Labels and reviewers were not set: ${error instanceof Error ? error.message : String(error)}`]);
}
async function markInTitle({ context, snapshot }, { pullRequest, view }) {
	const base = view.record.base?.branch ?? snapshot.defaultBranch;
	try {
		await context.forge.updatePullRequest(pullRequest.number, {
			...formatPullRequest({
				...view,
				draftUnavailable: true
			}),
			base
		});
		return [`${NO_DRAFTS$1}, so the title says it.`];
	} catch {
		return [`${NO_DRAFTS$1}, and the title could not be changed to say so.`];
	}
}
const NO_DRAFTS$1 = "This repository has no draft pull requests";

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
function likeness(left, right) {
	if (left.line === right.line) return 1;
	if (left.words === right.words && isWhole(left) && isWhole(right)) return SAME_BUT_SPACE;
	const all = left.pairs.length + right.pairs.length;
	return all === 0 ? 0 : Math.min(SLIP, 2 * commonPairs(left.pairs, right.pairs) / all);
}
const SAME_BUT_SPACE = .97;
const SLIP = .96;
function weightOf({ words }) {
	if (words === "") return .1;
	return /[\p{L}\p{N}_]/u.test(words) ? 1 : .3;
}
const MAX_CHARACTERS$2 = 240;
function isWhole({ line }) {
	return line.length <= MAX_CHARACTERS$2;
}
function commonPairs(left, right) {
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

// src/patch/hunk.ts
function pathsOf(operation) {
	return "from" in operation ? [operation.from, operation.path] : [operation.path];
}
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
function linesOf(text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

// src/apply/text-file.ts
function decodeText(bytes) {
	const raw = decodeUtf8(bytes);
	if (raw === null || raw.includes("\0")) return null;
	const hasBom = raw.startsWith("﻿");
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
	return ENCODER.encode(hasBom ? "﻿" + raw : raw);
}
function encodedSize({ hasBom, text, endings, source }) {
	if (source !== void 0) return splicedSize(source);
	const plain = (hasBom ? BOM_BYTES : 0) + utf8Size(text, endings === "\r\n" ? 2 : 1);
	return typeof endings === "string" ? plain : endings.reduce((sum, isTwo) => sum + isTwo, plain);
}
function linesIn(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return lines;
}
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
function utf8Size(text, bytesOfBreak) {
	let size = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === LINE_FEED) size += bytesOfBreak;
		else if (unit < FIRST_OF_TWO_BYTES) size += 1;
		else if (unit < FIRST_OF_THREE_BYTES || isHalf(unit)) size += 2;
		else size += 3;
	}
	return size;
}
function isHalf(unit) {
	return unit >= FIRST_HALF && unit <= LAST_HALF;
}
const LINE_FEED = 10;
const FIRST_OF_TWO_BYTES = 128;
const FIRST_OF_THREE_BYTES = 2048;
const FIRST_HALF = 55296;
const LAST_HALF = 57343;
const BOM$1 = "﻿";
const BOM_BYTES = 3;
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

// src/patch/elision/cut-mark.ts
function saysCut(words, { isComment, isProse }) {
	if (COUNTED.test(words) || !isComment && COUNT_ALONE.test(words)) return true;
	return !isProse && (CUT.test(words) || GOES_ON.test(words) || saysSoElsewhere(words));
}
const SHORT$1 = "(?:truncated|omitted|elided|snipped|skipped|hidden|trimmed|clipped|collapsed|abbreviated|not shown|left out)";
const WHY = "(?: for (?:brevity|clarity|simplicity|length|space)| here| above| below)?";
const UNIT = "(?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?|words?|items?|entries|rows?|functions?|methods?|classes|exports?|imports?|tests?|cases?|sections?|paragraphs?)";
const COUNT = "\\d{1,9}(?: \\d{3}){0,2}";
const RANGE$1 = "(?:lines?|rows?) \\d{1,9}(?: (?:to |through |and |until )?\\d{1,9})?";
const MORE = "(?:more|other|further|additional|remaining)";
const COUNTED = new RegExp([
	`(?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|were|was) )?${SHORT$1}${WHY}`,
	`(?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|stays?|remains?|left) )?(?:unchanged|the same|as before|as is)`,
	`(?:and )?${COUNT} ${MORE} ${UNIT}`,
	`${SHORT$1} (?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT})`
].map((form) => `^(?:${form})$`).join("|"));
const COUNT_ALONE = new RegExp(`^(?:${RANGE$1}|${COUNT} (?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?))$`);
const CUT = new RegExp(`^(?:the )?(?:(?:output|contents?|file|text|code|rest|remainder|response|results?|message|implementation|body|section|lines|remaining (?:code|lines|content|file)|existing code|rest of (?:the |this )?(?:file|code|output|content|text|function|class|method)) )?(?:(?:is|was|are|were) )?${SHORT$1}${WHY}$`);
const SAME$1 = "(?:unchanged|unmodified|untouched|the same|as before|as is|as it (?:is|was)|intact)";
const GOES_ON = new RegExp([
	`(?:the )?(?:(?:existing|original|remaining|rest of the|same) )?(?:code|file|implementation|function|class|method|content|body|rest) (?:continues|follows|goes on)(?: (?:here|below|unchanged|as before|as is))?`,
	`(?:existing code|unchanged|same) continues`,
	`(?:keep|leave|retain|preserve) (?:the )?(?:rest|remainder|everything else)(?: of (?:the |this |your )?[a-z0-9]+)?(?: ${SAME$1})?`,
	`(?:keep|leave|retain|preserve) (?:the |all |your )?(?:existing|remaining|other) [a-z0-9]+(?: ${SAME$1})?`,
	`everything else (?:(?:is|stays|remains) )?${SAME$1}`,
	`unchanged (?:from|until|through|up to) (?:[a-z0-9]+ ){0,6}[a-z0-9]+`,
	`etc|and so (?:on|forth)|more of the same|to be continued`
].map((form) => `^(?:${form})$`).join("|"));
function saysSoElsewhere(words) {
	return REST_ELSEWHERE.test(words) && STAYS_ELSEWHERE.test(words);
}
const REST_ELSEWHERE = /(?<!\p{L})(?:resto|restante|código|existentes?|reste|existante?s?|rest|restliche[rn]?|bestehende[rn]?|übrige[rn]?|esistent[ei]|codice|overige|reszta|pozostał\p{L}*|остальн\p{L}*|существующ\p{L}*|код|geri kalan\p{L}*|còn lại|بقية|باقي|الكود|बाकी|शेष)(?!\p{L})|其余|其餘|其他|其它|剩余|剩餘|现有|現有|原有|代码|程式碼|既存|残り|コード|나머지|기존|코드/u;
const STAYS_ELSEWHERE = /(?<!\p{L})(?:sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|inchangée?s?|sans changements?|unverändert(?:er)?|gleich|weggelassen|gekürzt|invariat[oaie]|omess[oaie]|senza modifiche|ongewijzigd|bez zmian|pominięt\p{L}*|без изменений|не изменил\p{L}*|опущен\p{L}*|aynı|değişmedi|giữ nguyên|không đổi|كما هو|كما هي|بدون تغيير|वैसा ही|अपरिवर्तित)(?!\p{L})|不变|不變|省略|略|変更なし|そのまま|同じ|변경 ?없음|그대로|생략|동일|유지/u;

// src/patch/elision/elision.ts
function isElision(line) {
	const remark = remarkOn(line);
	return remark !== null && (remark.words === "" || isSaid$3(remark));
}
function isWordedElision(line) {
	const remark = remarkOn(line);
	return remark !== null && remark.words !== "" && isSaid$3(remark);
}
function mayBeElision(line, { isProse }) {
	if (line.length > MAX_CHARACTERS$1) return false;
	const trimmed = line.trim();
	const { text, isComment } = withoutComment(trimmed);
	if (trimmed.startsWith("\"\"\"") || !(isComment || isEnclosed(text))) return false;
	const words = wordsOf$3(withoutPadding(text).text);
	if (words.split(" ").length > MAX_WORDS$3) return false;
	if (isComment && AS_IT_WAS.test(words)) return true;
	if (BETWEEN_DOTS.test(text) && (isProse ? UNCHANGED.test(words) : saysLeftOut(words))) return true;
	return saysCut(words, {
		isComment,
		isProse: isProse || trimmed.startsWith("*")
	});
}
function remarkWords(line) {
	if (line.length > MAX_CHARACTERS$1) return null;
	const { text, isComment } = withoutComment(line.trim());
	return isComment || isEnclosed(text) ? wordsOf$3(text) : null;
}
function saysAsItWas(text) {
	const words = wordsOf$3(text);
	const count = words.split(" ").length;
	return count > 1 && count <= MAX_WORDS$3 && (UNCHANGED.test(words) || AS_IT_WAS.test(words));
}
function isEnclosed(text) {
	const { text: inner } = withoutPadding(text);
	return /^(?:\.{3}|…|[([<])/.test(text) && /(?:\.{3}|…|[)\]>])$/.test(text) && /^[\p{L}\p{M}\p{N} ,:–—'’-]+$/u.test(inner);
}
function remarkOn(line) {
	if (line.length > MAX_CHARACTERS$1 || !/[\p{L}.…]/u.test(line)) return null;
	const { text, isComment } = withoutComment(line.trim());
	const { text: inner, dropped } = withoutPadding(text);
	if (inner === "") return DOTS.test(dropped) ? {
		words: "",
		hasDots: true,
		isBetweenDots: false
	} : null;
	const hasDots = DOTS.test(text.slice(0, text.indexOf(inner)));
	if (!hasDots && line.trim().startsWith("*") && text.endsWith(".")) return null;
	const isBetweenDots = BETWEEN_DOTS.test(text);
	if (!isComment && SPREAD.test(text)) return null;
	return isComment || /^[([<]/.test(text) && !QUOTED.test(text) || /^(?:\.{3,}|…)\s/.test(text) ? {
		words: wordsOf$3(inner),
		hasDots,
		isBetweenDots
	} : null;
}
function wordsOf$3(text) {
	return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
const SPREAD = /^[([]\.{3}[\p{L}_$][\p{L}\p{N}_$.]*\s*(?:[,:=?]|[)\]]\s*\S)/u;
const QUOTED = /[([{,:=]\s?(?:'[^']|"[^"]|`[^`])/;
const MAX_CHARACTERS$1 = 200;
function withoutComment(line) {
	const opener = COMMENT_OPENERS.find((start) => line.startsWith(start)) ?? "";
	const rest = line.slice(opener.length);
	const closer = COMMENT_CLOSERS.find((end) => rest.endsWith(end)) ?? "";
	return {
		text: rest.slice(0, rest.length - closer.length).trim(),
		isComment: opener !== ""
	};
}
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
const BETWEEN_DOTS = /^(?:\.{3}|…).*(?:\.{3}|…)$/;
const DOTS = /\.{3}|…/;
function isSaid$3({ words, hasDots, isBetweenDots }) {
	if (words.split(" ").length > MAX_WORDS$3) return false;
	if (isBetweenDots) return true;
	return hasDots ? saysLeftOut(words) : UNCHANGED.test(words);
}
function saysLeftOut(words) {
	return LEFT_OUT.test(words) || LEFT_OUT_ELSEWHERE.test(words);
}
const MAX_WORDS$3 = 12;
const LEFT_OUT = /\b(?:rest|remaining|remainder|existing|others?|previous|unchanged|same|snip|snipped|omitted|elided|truncated|code|lines|contents?|imports|methods|functions|brevity|before|as is)\b/;
const LEFT_OUT_ELSEWHERE = /(?<!\p{L})(?:resto|restante|existentes?|sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|reste|existante?s?|inchangée?s?|sans changements?|rest|restlicher?|bestehender?|unverändert(?:er)?|bleibt|vorhandener?|esistent[ei]|invariat[oaie]|senza modifiche|остальн\p{L}*|существующ\p{L}*|без изменений|не изменил\p{L}*)(?!\p{L})|其余|其他|其它|剩余|現有|现有|原有|不变|不變|保持|省略|既存|残り|変更なし|そのまま|同じ|나머지|기존|변경 ?없음|그대로|생략|동일/u;
const UNCHANGED = /^(?:(?:the )?(?:rest|remainder)(?: of [a-z0-9 ]+)? (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here)|(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:file|code|function|method|class|module|component|content|implementation|script|config|document|body)|(?:the |all )?(?:existing|remaining|previous|other) (?:code|imports|methods|functions|lines|content)(?: (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here))?|(?:code |lines )?unchanged(?: code| lines)?|snip|snipped|(?:code |lines )?omitted(?: for brevity)?|no changes(?: here)?|same as before|keep (?:the )?existing [a-z ]+)$/;
const AS_IT_WAS = new RegExp([
	`(?:(?:your|my|our|the|all|this|that) )*(?:existing|original|current|previous|remaining|other|same|unchanged) (?:[a-z0-9]+ ){0,2}(?:code|implementation|logic|body|contents?|lines?|loop|methods?|functions?|class|imports?|handlers?|section|part|block|file|stuff)(?: (?:goes|is|stays|remains))?(?: here| above| below)?`,
	`(?:(?:the|this|that|your) )?(?:[a-z0-9]+ ){0,3}(?:is |are |stays? |remains? |left |kept )?(?:unchanged|unmodified|the same|as (?:before|is|it (?:is|was)))`,
	`no (?:further |other )?changes?(?: (?:here|needed|required|necessary|above|below|(?:to|in|for) (?:this|the) [a-z0-9]+))*`,
	`same as (?:above|before|original)`
].map((form) => `^${form}$`).join("|"));

// src/apply/diagnosis/missing-file.ts
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
	let left = MAX_COMPARED$2;
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
const ALIKE = .65;
const SHOWN_PATHS = 3;
const MAX_COMPARED$2 = 5e3;
const LITTLE = .05;
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
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
function checkRemovable(workspace, path) {
	const there = entryAt(workspace, path)?.kind ?? null;
	return there === "file" || there === "unread" ? null : noFile(workspace, path, there);
}
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
function isExecutable({ source, changed }, path) {
	const entry = changed.get(path) ?? source.get(path);
	return (entry?.kind === "file" || entry?.kind === "unread") && entry.executable;
}
function beforePatch({ source }, { origin }) {
	const before = origin === null ? void 0 : source.get(origin);
	return before?.kind === "file" ? before : null;
}
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
function changesOf(workspace) {
	const ends = [...workspace.changed].map(([path, file]) => ({
		path,
		file,
		bytes: file && bytesOf$1(file.content)
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
function checkChildren(workspace, path) {
	for (const other of livePaths(workspace)) if (other.startsWith(`${path}/`)) return notAFile(path, "directory");
	return null;
}
function bytesOf$1(content) {
	return content instanceof Uint8Array ? content : encodeText(content);
}
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

// src/patch/formats/apply-patch-header.ts
function sectionHeader(line, margin = "") {
	const mark = (line.startsWith(`${margin}***`) ? line.slice(margin.length) : line).trimEnd();
	if (!mark.startsWith("***")) return null;
	if (BEGIN.test(mark)) return { kind: "begin" };
	if (END$1.test(mark)) return { kind: "end" };
	const move = MOVE.exec(line);
	if (move !== null) return {
		kind: "move",
		path: bare(move[1] ?? "")
	};
	const file = FILE.exec(line);
	const action = ACTIONS[(file?.[1] ?? "").toLowerCase()];
	if (action === void 0) return null;
	const path = bare(file?.[2] ?? "");
	const [from, to] = action === "update" ? endsOfMove(path) : [path];
	return {
		kind: "file",
		action,
		path: from.trim(),
		...to === void 0 ? {} : { to: to.trim() }
	};
}
function endsOfMove(path) {
	const at = path.indexOf(" -> ");
	return at === -1 ? [path] : [path.slice(0, at), path.slice(at + 4)];
}
function isEndOfFile(line) {
	return /^\*\*\* ?End of File(?: ?\*\*\*)?$/i.test(line.trimEnd());
}
function marginOf(line) {
	return MARGIN.exec(line)?.[0] ?? "";
}
const MARGIN = /^[ \t]+(?=\*\*\* ?Begin Patch\b)/i;
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
function bare(text) {
	const path = text.trim().slice(0, 2 * MAX_PATH_BYTES);
	const open = path.endsWith(" ***") ? path.slice(0, -4).trimEnd() : path;
	const [quote] = open;
	return open.length > 2 && (quote === "`" || quote === "\"" || quote === "'") && open.endsWith(quote) ? open.slice(1, -1) : open;
}

// src/patch/formats/block-markers.ts
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
function withoutEscape(line) {
	return line.startsWith("\\") && ESCAPED.test(line) ? line.slice(1) : line;
}
const ESCAPED = /^\\(?:<{5,9}|>{5,9}|={5,9}|-{5,9}|\+{5,9}|:(?:start|end)_line:)/;

// src/patch/formats/file-name.ts
function headerName(text) {
	if (text.startsWith("\"")) return unquote(text)?.name ?? null;
	const [name = ""] = text.split("	");
	return name.trimEnd() === "" ? null : name;
}
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
function plainName(text) {
	return (text.startsWith("\"") ? unquote(text)?.name : void 0) ?? text;
}
function hasPrefixes(oldName, newName) {
	return oldName.startsWith("a/") && newName.startsWith("b/");
}
function samePath(left, right) {
	return left === right || hasPrefixes(left, right) && left.slice(2) === right.slice(2);
}
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

// src/patch/formats/path-word.ts
function pathInWord(word) {
	if (attributeIn(word) !== null) return pathInAttribute(word);
	const path = withoutMarks$1(word);
	return isPlainPath(path) ? path : null;
}
function pathInAttribute(word) {
	const attribute = attributeIn(word);
	if (attribute === null || !namesFile$2(attribute) || /\s/.test(attribute.value)) return null;
	return isPlainPath(attribute.value) ? attribute.value : null;
}
function attributeIn(word) {
	const at = word.indexOf("=");
	const before = word.slice(0, Math.max(0, at));
	if (before === "" || /[/\\]/.test(before)) return null;
	return {
		name: before.slice(before.lastIndexOf(":") + 1).replace(/^-{1,2}/, "").toLowerCase(),
		value: withoutMarks$1(word.slice(at + 1).replace(/^["'{]|["'}]$/g, ""))
	};
}
function namesFile$2({ name }) {
	return NAMES$1.has(name.replaceAll(/[_-]/g, ""));
}
const NAMES$1 = /* @__PURE__ */ new Set([
	"title",
	"file",
	"filename",
	"filepath",
	"path",
	"name",
	"label",
	"caption",
	"source",
	"src",
	"target",
	"targetfile",
	"targetpath"
]);
function isPlainPath(text) {
	if (!/^[\p{L}\p{N}._/\\@([{+$~]/u.test(text) || /["'*,;]$/.test(text)) return false;
	if (/["<>|*?`]/.test(text) || text.includes("](") || attributeIn(text) !== null) return false;
	if (isMention(text)) return false;
	return !(/^[([{]/.test(text) && /[)\]}]$/.test(text)) && hasPairs(text);
}
function isMention(text) {
	const [first = "", ...rest] = text.split("/");
	return first.startsWith("@") && (rest.length === 0 || USUAL.has(first.slice(1).toLowerCase()));
}
const USUAL = new Set(". .. app apps bin client cmd config docs examples internal lib libs packages public scripts server source src test tests web".split(" ").concat(""));
function hasPairs(text) {
	const open = [];
	for (const character of text) {
		const closing = BRACKETS.get(character);
		if (closing !== void 0) open.push(closing);
		else if (/[)\]}]/.test(character) && open.pop() !== character) return false;
	}
	return open.length === 0;
}
const BRACKETS = /* @__PURE__ */ new Map([
	["(", ")"],
	["[", "]"],
	["{", "}"]
]);
function withoutMarks$1(word) {
	let text = word;
	for (let [before, round] = ["", 0]; before !== text && round < MOST_MARKS$1; round += 1) {
		before = text;
		if (/[^,;][,;]$/.test(text)) text = text.slice(0, -1);
		for (const [open, close] of MARKS$2) {
			const inside = text.slice(open.length, -close.length);
			if (text.startsWith(open) && text.endsWith(close) && inside !== "" && !(isBracket(open) && /[()[\]{}]/.test(inside)) && !isOwn(open, inside)) text = inside;
		}
	}
	return text;
}
const MOST_MARKS$1 = 4;
const MARKS$2 = [
	["[", "]"],
	["(", ")"],
	["{", "}"],
	["<", ">"],
	["**", "**"],
	["__", "__"],
	["*", "*"],
	["_", "_"],
	["\"", "\""],
	["'", "'"],
	["`", "`"]
];
function isBracket(mark) {
	return BRACKETS.has(mark);
}
function isOwn(mark, inside) {
	return (mark.startsWith("_") || isBracket(mark)) && !/[./]/.test(inside);
}

// src/patch/formats/words.ts
function readsLikeWords(text) {
	const last = text.slice(text.lastIndexOf("/") + 1);
	if (text.endsWith(".") || /[`*]/.test(text) || MARKS$1.test(text)) return true;
	if (LETTER.test(text)) return JOINED.test(text) || !EXTENSION$1.test(last);
	return CAPITALISED.test(text);
}
const LETTERS$1 = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const LETTER = new RegExp(`[${LETTERS$1}]`, "u");
const JOINED = new RegExp(`^[^/]*[${LETTERS$1}][A-Za-z_@][\\w.-]*(?:/|\\.[A-Za-z]\\w{0,9}$)|\\.[A-Za-z]\\w{0,9}[${LETTERS$1}]`, "u");
const EXTENSION$1 = /[^.]\.[A-Za-z]\w{0,9}$/;
const MARKS$1 = /[\u3001\u3002\u3008-\u3011\u2026\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]/;
const CAPITALISED = /^\p{Lu}\p{Ll}+(?:\/\p{Lu}?\p{Ll}+)*$/u;
function isSentence(line) {
	if (MARKS$1.test(line)) return true;
	const text = line.trimEnd().slice(0, MOST_CHARACTERS$6).replaceAll(/`[^`]*`/g, "x").replace(/^[*_"'(]{1,3}/, "");
	if (/[;{}=<>[\]$\\]/.test(text)) return false;
	if (/^\p{Lu}\p{Ll}*[^.]*[.!?]$/u.test(text)) return true;
	if (text.split(/\s+/).length < LEAST_WORDS$2) return false;
	return /^\p{Lu}[\p{Ll}'’]*,?\s/u.test(text) || /^\p{Ll}/u.test(text) && /[.!?]$/.test(text);
}
const LEAST_WORDS$2 = 3;
const MOST_CHARACTERS$6 = 1024;

// src/patch/formats/path-line.ts
function pathOn(line) {
	const path = nameOn$2(line);
	return path === null ? null : withoutPlace(path);
}
function nameOn$2(line) {
	if (line.length > 1024) return null;
	const tagged = taggedPath(line);
	if (tagged !== null) return tagged;
	const label = labelOn(line);
	const { text: bare, quote } = stripped(label === null ? line : line.trim().slice(label.length));
	if (bare.includes("://") || !mayBeginPath(bare)) return quotedPath(line);
	if (quote === "" && label === null && isWords$1(bare)) return quotedPath(line);
	if (!/\s/.test(bare)) return bare.endsWith(":") || /^[-.,!?]+$/.test(bare) ? null : wordOn(bare);
	return quotedPath(line) ?? (isSpacedPath(bare, label !== null) ? bare : null);
}
function wordOn(word) {
	const named = pathInAttribute(word);
	return named !== null && looksLikePath(named) ? named : word;
}
function withoutPlace(name) {
	const at = name.slice(-MOST_OF_PLACE).search(PLACE);
	return at === -1 ? name : name.slice(0, Math.max(0, name.length - MOST_OF_PLACE) + at);
}
const MOST_OF_PLACE = 60;
const PLACE = /(?<=[\w.)\]])(?::\d{1,7}(?:[:-]\d{1,7})?|#L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?| ?[([](?:lines?|L) ?\d{1,7}(?: ?(?:-|–|to) ?L?\d{1,7})?[)\]])$/i;
function isWords$1(text) {
	return !/\s/.test(text) && !isKnownName(text.slice(text.lastIndexOf("/") + 1)) && readsLikeWords(text);
}
function taggedPath(line) {
	const path = TAGGED.exec(line.trim())?.[2]?.trim() ?? "";
	return path === "" ? null : path;
}
const TAGGED = /^<(path|file|file_?path|file_?name|target_?file)>([^<>]+)<\/\1>$/i;
function isTagLine(line) {
	return /^<\/?[a-z_]{1,40}>$/i.test(line.trim());
}
function looksLikePath(text) {
	return /[./]/.test(text) && !text.endsWith(".") && !/^\w+:\/\//.test(text);
}
function fullPath(name, given) {
	const path = (name.startsWith("./") ? name.slice(2) : name).slice(0, MAX_PATH_BYTES + 1);
	return given?.endsWith(`/${path}`) === true ? given : path;
}
function mayBeOneFile(one, other) {
	return `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}
function withoutSide(name) {
	return name.replace(/^(?:[abciow]|old|new|orig|original|modified)\//, "");
}
function isKnownName(name) {
	return /^(?:(?!Profile$)[A-Z][a-z]+file|LICENSE|README|CHANGELOG|CODEOWNERS)$/.test(name);
}
function mayBeginPath(text) {
	return /^[\p{L}\p{N}._/\\@(["'`-]/u.test(text);
}
function labelOn(line) {
	return LABEL.exec(line.trim())?.[0] ?? null;
}
const LABEL = /^[#>*\s]{0,8}(?:file(?: ?(?:name|path))?|path|in|edit|update|modify|create)\s?:\*{0,2}\s/i;
function stripped(line) {
	let text = line.trim().replace(LIST_MARKS, "").trim();
	text = text.replace(/\s\((?:new(?: file)?|modified|updated|edited|created)\)$/i, "").trim();
	let quote = "";
	for (let [before, round] = ["", 0]; before !== text && round < MOST_MARKS; round += 1) {
		before = text;
		if (text.endsWith(":")) text = text.slice(0, -1);
		for (const mark of [
			"**",
			"`",
			"\"",
			"'"
		]) if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)) {
			text = text.slice(mark.length, -mark.length);
			if (mark.length === 1) quote = mark;
		}
	}
	return {
		text: text.trim(),
		quote
	};
}
const MOST_MARKS = 6;
const LIST_MARKS = /^(?:(?:#{1,6}|\/\/|[-*]|\d{1,3}[.)])\s+){0,3}/;
function quotedPath(line) {
	const names = line.split("`").filter((part, index) => index % 2 === 1 && !/\s/.test(part) && looksLikePath(part));
	return names.length === 1 ? names[0] ?? null : null;
}
function isSpacedPath(text, labelled) {
	const words = text.split(/\s+/).length;
	return (/[^\s.]\.\w{1,8}$/.test(text) || text.includes("/")) && (labelled || words <= MAX_WORDS$2) && !/[,;!?]|:\s|\.\s/.test(text);
}
const MAX_WORDS$2 = 3;

// src/patch/formats/file-title.ts
function fileTitle(line) {
	if (line.length > 1024) return null;
	const path = taggedPath(line) ?? labelled(line) ?? pathAlone(line);
	if (path !== null) return withoutPlace(path) === path ? {
		path,
		isAlone: true
	} : null;
	const worded = pathInWords(line);
	return worded === null ? null : {
		path: worded,
		isAlone: false
	};
}
function isTitleLine(line) {
	const { text } = stripped(line);
	return fileTitle(line)?.isAlone === true || !/\s/.test(text) && pathOn(line) === text;
}
function readsLikeSentence(line, path) {
	if (fileTitle(line) !== null) return false;
	if (!isPlainPath(path)) return true;
	if (quotedPath(line) === path) return false;
	return /\s/.test(path) || line.trim().endsWith(":") || isBareWord(line, path);
}
function isBareWord(line, path) {
	const isMarked = stripped(line).quote !== "" || /file|path/i.test(labelOn(line) ?? "");
	return !/[./]/.test(path) && !isKnownName(path) && !isMarked;
}
function isFileName(name) {
	if (!isPlainPath(name)) return false;
	const last = name.slice(name.lastIndexOf("/") + 1);
	if (isKnownName(last) || /^\.[\p{L}\p{N}_]/u.test(last)) return true;
	return !name.includes("://") && mayBeginPath(name) && EXTENSION.test(last);
}
const EXTENSION = /[^.]\.\p{L}[\p{L}\p{N}_-]{0,15}$/u;
function labelled(line) {
	const label = labelOn(line);
	if (label === null) return null;
	const { text } = stripped(line.trim().slice(label.length));
	if (!/\s/.test(text)) return isPathInQuotes(text) ? text : null;
	return /file|path/i.test(label) && isSpacedName(text) ? text : null;
}
function pathAlone(line) {
	const { text: written, quote } = stripped(line);
	const text = pathInAttribute(written) ?? written;
	if (/\s/.test(text)) return (quote === "\"" || quote === "'") && isSpacedName(text) ? text : null;
	if (quote !== "") return isPathInQuotes(text) ? text : null;
	return isFileName(text) && !isWords$1(text) ? text : null;
}
function isPathInQuotes(text) {
	const isInFolder = text.includes("/") && looksLikePath(text) && isPlainPath(text);
	return isFileName(text) || isInFolder && /^[\p{L}\p{N}._]/u.test(text);
}
function isSpacedName(text) {
	return isFileName(text) && !/[,;!?]|:\s|\.\s/.test(text);
}
function pathInWords(line) {
	const path = quotedPath(line);
	if (path === null || !isPathInQuotes(path) || withoutPlace(path) !== path) return null;
	const words = line.replace(`\`${path}\``, " ").toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
	return words.every((word) => FILE_WORDS.has(word) || /^\d{1,3}$/.test(word)) && !isPart(words) ? path : null;
}
function isPart(words) {
	const hasAny = (some) => some.some((word) => words.includes(word));
	return words.includes("to") && !hasAny([
		"new",
		"write",
		"save",
		"create"
	]);
}
const FILE_WORDS = new Set([
	"a an the this is it its it's here here's heres below following be looks like now step",
	"file files path name named filename called content contents code source script module version",
	"new updated corrected fixed revised full fully complete completed entire whole final",
	"create add write save put make update modify edit change replace overwrite rewrite",
	"to for of with as and then please should must"
].join(" ").split(" "));

// src/patch/formats/hunk-header.ts
function isHunkHeader(line) {
	return line?.startsWith("@@") === true && !line.startsWith("@@@");
}
function parseHunkHeader(line) {
	const range = RANGE.exec(line);
	if (range === null) return anchorOf(withoutEnd(line.slice(2).replace(NO_RANGE, "")));
	const [, oldStart, oldCount, newStart, newCount, heading = ""] = range;
	return {
		oldStart: Number(oldStart),
		...newStart === void 0 ? {} : {
			oldCount: Number(oldCount ?? 1),
			newStart: Number(newStart),
			newCount: Number(newCount ?? 1)
		},
		...anchorOf(heading)
	};
}
function countsOn(before, next) {
	const [old, now] = [startsOf(before), startsOf(next)];
	if (old === null || now === null) return false;
	const grown = (before.newCount ?? 0) - (before.oldCount ?? 0);
	return now.old >= old.old + (before.oldCount ?? 0) && now.now - now.old === old.now - old.old + grown;
}
function startsOf(header) {
	const { oldStart, oldCount, newStart, newCount } = header;
	if (oldStart === void 0 || newStart === void 0) return null;
	return {
		old: oldStart + (oldCount === 0 ? 1 : 0),
		now: newStart + (newCount === 0 ? 1 : 0)
	};
}
function lineHintOf({ oldStart, oldCount }) {
	if (oldStart === void 0) return void 0;
	const line = oldCount === 0 ? oldStart + 1 : oldStart;
	return line > 0 ? line : void 0;
}
const RANGE = /^@@ ?-(\d{1,9})(?:,(\d{1,9}))?(?: \+(\d{1,9})(?:,(\d{1,9}))?)?(?: ?@@(.*)| {0,9})$/;
const NO_RANGE = /^[\s\d.,?…+-]{0,40}@@/;
function withoutEnd(text) {
	const trimmed = text.trim();
	return trimmed.endsWith("@@") ? trimmed.slice(0, -2) : trimmed;
}
function anchorOf(text) {
	const anchor = text.trim();
	return /[\p{L}_]/u.test(anchor) ? { anchor } : {};
}

// src/patch/formats/fence-info.ts
function fileInInfo(info) {
	const words = wordsIn(info);
	const names = words.flatMap((word) => pathInAttribute(word) ?? []).filter(isNamed$1);
	const titles = words.filter((word) => names.includes(pathInAttribute(word) ?? ""));
	const named = names.find((name) => titles.every((word) => isIdle$1(word, name))) ?? names[0];
	if (named === void 0) return bareName(info);
	const path = withoutPlace(named);
	return {
		path,
		isAlone: path === named && words.every((word, at) => isLanguage(word, at) || isIdle$1(word, path)),
		hasMore: path !== named || words.some((word, at) => !isLanguage(word, at) && pathInAttribute(word) !== named)
	};
}
function saysMore$1(info) {
	return wordsIn(info).some((word, at) => /[\p{L}\p{N}]/u.test(word) && !isLanguage(word, at) && !isShown(word));
}
function bareName(info) {
	const words = info.split(/[\s:]/).filter((word) => word !== "");
	const last = words.at(-1);
	const first = words.length === 2 ? words[0] : void 0;
	if (last === void 0 || words.length > 2) return null;
	const named = attributeIn(last) === null ? pathInWord(last) : null;
	if (named === null || (first === void 0 ? /^[^/]*,/.test(named) : isFileInFolder(first))) return null;
	const path = withoutPlace(named);
	return (first === void 0 ? isFileInFolder(path) : named === last ? isPath(path) : isNamed$1(path)) ? {
		path,
		isAlone: path === named,
		hasMore: path !== named
	} : null;
}
function isNamed$1(name) {
	return isFileName(withoutPlace(name)) || name.includes("/") && isPath(name);
}
function isFileInFolder(word) {
	return word.includes("/") && isFileName(word);
}
function isPath(name) {
	return looksLikePath(name) || isKnownName(name);
}
function wordsIn(info) {
	const text = info.replace(MARKED, withoutSpaces);
	const words = [];
	let word = "";
	let quote = "";
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		const isBetween = character === " " || character === "	" || character === "," && /^\p{L}/u.test(text.charAt(at + 1));
		if (quote === "" && isBetween) {
			words.push(word);
			word = "";
			continue;
		}
		if (character === quote) quote = "";
		else if (quote === "" && (character === "\"" || character === "'")) quote = character;
		word += character;
	}
	return [...words, word].map(withoutBraces).filter((part) => part !== "");
}
const MARKED = /\{[\d\s,-]{1,200}\}/g;
function withoutSpaces(text) {
	return text.replaceAll(/\s/g, "");
}
function withoutBraces(word) {
	if (/^\{[\d,-]+\}$/.test(word)) return word;
	const opened = word.startsWith("{") ? word.slice(1) : word;
	return opened.endsWith("}") && !opened.includes("{") ? opened.slice(0, -1) : opened;
}
function isLanguage(word, at) {
	return at === 0 && /^\.?[\w+#.:/-]+$/.test(word) && !/^\d+-\d+$/.test(word);
}
function isIdle$1(word, path) {
	if (isShown(word)) return true;
	const attribute = attributeIn(word);
	if (attribute === null || !namesFile$2(attribute)) return false;
	return attribute.value === path || attribute.value === path.slice(path.lastIndexOf("/") + 1);
}
function isShown(word) {
	if (/^\{\d+(?:(?:,\d+(?:-\d+)?)*|-\d+(?:,\d+(?:-\d+)?)+)\}$/.test(word)) return true;
	const attribute = attributeIn(word);
	if (attribute === null) return FLAG$2.test(word);
	return MARKING.test(attribute.name) || COUNTING.test(attribute.name) && NOT_COUNTED.test(attribute.value);
}
const FLAG$2 = /^\.?(?:(?:show|no)?-?line-?numbers|numberlines|linenums|linenos|(?:no)?copy|(?:no)?wrap)$/i;
const MARKING = /^(?:hl|hl_?lines|highlight|emphasize-lines|theme|lang|language|frame|copy|wrap)$/;
const COUNTING = /^(?:linenos|linenums|line-?numbers|showlinenumbers|numberlines)$/;
const NOT_COUNTED = /^(?:true|false|table|inline|1|)$/i;

// src/patch/formats/fences.ts
const UNFENCED = { indent: 0 };
function fenceOn(line) {
	const match = FENCE$1.exec(line.trimEnd());
	if (match === null) return null;
	const [, space = "", mark = "", info = ""] = match;
	return info.includes("`") ? null : {
		mark,
		indent: space.length,
		info: info.trim()
	};
}
function closes(line, { mark, indent }) {
	const fence = fenceOn(line);
	return fence !== null && fence.info === "" && fence.indent <= indent && fence.mark === mark;
}
function withoutIndent(lines, { indent }) {
	const space = " ".repeat(indent);
	if (indent === 0 || !lines.every((line) => line.startsWith(space) || line.trim() === "")) return lines;
	return lines.map((line) => line.startsWith(space) ? line.slice(indent) : line.replace(/^ +/, ""));
}
function languageOf({ info }) {
	return (/^[\w+#.-]*/.exec(info)?.[0] ?? "").toLowerCase();
}
function pathInInfo({ info }) {
	return fileInInfo(info)?.path ?? null;
}
function hasWords({ info }) {
	return saysMore$1(info);
}
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
const FENCE$1 = /^( {0,12})(`{3,32}|~{3,32})(.{0,1200})$/;

// src/patch/formats/full-names.ts
const HEADER = /^(?:---|\+\+\+|\*\*\*|diff|rename|copy) /;
function mayBeShort(lines, path) {
	return [...editedNames(lines)].every((name) => path.endsWith(`/${name}`));
}
function editedNames(lines) {
	const names = /* @__PURE__ */ new Set();
	for (const at of lines.keys()) for (const name of namesAt(lines, at)) names.add(name.startsWith("./") ? name.slice(2) : name);
	return names;
}
function namesAt(lines, at) {
	const line = (lines[at] ?? "").trimEnd();
	if (HEADER.test(line)) return namesInHeader(lines, at, line);
	const marker = blockMarker(line);
	const name = marker === null ? nameAbove(lines, at) : marker.rest;
	return name !== null && looksLikePath(name) ? [name] : [];
}
function namesInHeader(lines, at, line) {
	const section = sectionHeader(line);
	if (section !== null) return "path" in section ? [section.path] : [];
	if (line.startsWith("diff ")) return (headerPair(line.replace("diff --git ", "")) ?? []).map(withoutSide);
	const isPair = lines[at + 1]?.startsWith("+++ ") === true || lines[at - 1]?.startsWith("--- ") === true;
	if (/^(?:---|\+\+\+) /.test(line) && !isPair && !isHunkHeader(lines[at + 1])) return [];
	const name = headerName(line.replace(NAME_LINE, ""));
	return name === null || name === "/dev/null" ? [] : [withoutSide(name)];
}
const NAME_LINE = /^(?:---|\+\+\+|(?:rename|copy) (?:from|to)) /;
function nameAbove(lines, at) {
	const fence = fenceOn(lines[at] ?? "");
	let isFenced = fence !== null;
	for (const line of lines.slice(at + 1, at + 1 + MOST_BETWEEN$1)) {
		if (line.trim() === "" || isTagLine(line)) continue;
		if (isFenced || fenceOn(line) === null) {
			if (!(isFenced || blockMarker(line)?.role === "search" || isHunkHeader(line)) || HEADER.test(line) || titleOn$1(line) !== null) return null;
			return fence === null ? titleOn$1(lines[at] ?? "") : pathInInfo(fence);
		}
		isFenced = true;
	}
	return null;
}
const MOST_BETWEEN$1 = 8;
function titleOn$1(line) {
	const name = isTitleLine(line) ? pathOn(line) : null;
	return name !== null && looksLikePath(name) ? name : null;
}

// src/patch/formats/reading.ts
function linesToRead(text, context = {}) {
	const lines = text.split("\n", MAX_LINES$1 + 2);
	if (lines.length > 1e5 + 1) return null;
	if (lines.at(-1) === "") lines.pop();
	const { path, pathFrom, isInFull = false, linesBefore = 0, hunksBefore = 0 } = context;
	return {
		lines,
		at: 0,
		hunks: hunksBefore,
		path,
		given: pathFrom !== "mention" && pathFrom !== "sentence" && !isInFull && path !== void 0 && mayBeShort(lines, path) ? path : void 0,
		before: linesBefore,
		maxHunks: hunksBefore + MAX_HUNKS,
		operations: [],
		refusals: [],
		repairs: newRepairs(),
		passed: []
	};
}
function lineAt$1({ lines, at: next }, at = next) {
	const line = lines[at];
	return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
function numberOf({ before, at: next }, at = next) {
	return before + at + 1;
}
function fileNamed(reader, name, at = reader.at) {
	const path = fullPath(name, reader.given);
	if (path.length > name.length) addRepair(reader.repairs, `the name ${name} was read as ${path}`, numberOf(reader, at));
	return path;
}
function passOver({ passed, at: next }, at = next) {
	passed.push(at);
}
function proseOf(reader) {
	return reader.passed.toSorted((left, right) => left - right).map((at) => ({
		line: numberOf(reader, at),
		text: lineAt$1(reader, at) ?? ""
	})).filter(({ text }) => text.trim() !== "");
}
function hasMore(reader) {
	if (reader.at >= reader.lines.length || reader.hunks > reader.maxHunks) return false;
	return reader.refusals.length < MAX_PROBLEMS;
}
const MAX_PROBLEMS = 200;
function readingOf$1(reader) {
	const { operations, refusals, repairs, hunks, maxHunks } = reader;
	if (hunks > maxHunks) return tooLarge$1("hunks", MAX_HUNKS);
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs: repairsOf(repairs),
		prose: proseOf(reader)
	};
}
function tooManyLines() {
	return tooLarge$1("lines", MAX_LINES$1);
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
function addRepair(repairs, what, line) {
	const said = what.slice(0, MAX_REPAIR_CHARACTERS);
	const known = repairs.get(said);
	if (known !== void 0) known.count += 1;
	else if (repairs.size < MAX_REPAIRS) repairs.set(said, {
		first: line,
		count: 1
	});
}
const MAX_REPAIRS = 50;
const MAX_REPAIR_CHARACTERS = 400;
function repairsOf(repairs) {
	return [...repairs].map(([what, { first, count }]) => {
		const more = count === 1 ? "" : ` and ${count - 1} more`;
		return `${what.charAt(0).toUpperCase()}${what.slice(1)} (line ${first}${more})`;
	});
}

// src/patch/formats/file-lines.ts
function isFileStart(reader, at = reader.at) {
	const line = lineAt$1(reader, at) ?? "";
	if (isFileHeader(reader, at)) return true;
	const next = lineAt$1(reader, at + 1) ?? "";
	if (line.startsWith("rename from ")) return next.startsWith("rename to ");
	return (line.startsWith("--- ") || line.startsWith("+++ ")) && isHunkHeader(next);
}
function isFileHeader(reader, at = reader.at) {
	const line = reader.lines[at] ?? "";
	if (line.startsWith("diff --git ")) return true;
	return line.startsWith("--- ") && (reader.lines[at + 1] ?? "").startsWith("+++ ");
}
function isBoundary(reader, at) {
	const line = lineAt$1(reader, at);
	if (line === void 0) return true;
	switch (line.charAt(0)) {
		case "@": return line.startsWith("@@");
		case "-": return isSignature(reader, at) || line.startsWith("--- ") && (isNamePair(reader, at) || isNameAlone(reader, at));
		case "+": return isNameAlone(reader, at);
		case " ":
		case "": return false;
		default: return line.startsWith("diff --git ") || isSeparator(line) || FENCE.test(line) || MAIL.test(line);
	}
}
function isNamePair(reader, at) {
	if (!(lineAt$1(reader, at + 1) ?? "").startsWith("+++ ")) return false;
	const next = lineAt$1(reader, at + 2);
	return isHunkHeader(next) || isSameFile(reader, at);
}
function isNameAlone(reader, at) {
	const line = lineAt$1(reader, at) ?? "";
	const name = nameOn$1(line);
	if (name === null || line.startsWith("-") && !/^(?:a\/|\/dev\/null$)/.test(name)) return false;
	let next = at + 1;
	while (lineAt$1(reader, next)?.trim() === "") next += 1;
	if (isHunkHeader(lineAt$1(reader, next))) return true;
	return line.startsWith("+") && name.startsWith("b/") && /^[ +-]/.test(lineAt$1(reader, next) ?? "");
}
function isNameBehindCount(reader, at) {
	return nameOn$1(lineAt$1(reader, at) ?? "") !== null && isFileStart(reader, at);
}
function nameOn$1(line) {
	if (!/^(?:---|\+\+\+) /.test(line)) return null;
	const name = (headerName(line.slice(4)) ?? "").trimEnd();
	if (name === "/dev/null") return name;
	const isPrefixed = /^[ab]\/[\p{L}\p{N}_.@]/u.test(name);
	if (/\s/.test(name) || !isPrefixed) return isFileName(name) && (isPrefixed || !/\s/.test(name)) ? name : null;
	return name.endsWith(";") ? null : name;
}
function isSameFile(reader, at) {
	const old = (lineAt$1(reader, at) ?? "").slice(4).trimEnd();
	const now = (lineAt$1(reader, at + 1) ?? "").slice(4).trimEnd();
	if (old === "/dev/null" || now === "/dev/null") return true;
	return old.startsWith("a/") && now.startsWith("b/") && old.slice(2) === now.slice(2);
}
function isSignature(reader, at = reader.at) {
	if (!/^-- ?$/.test(lineAt$1(reader, at) ?? "")) return false;
	return /^\d+\.\d[\w.-]{0,40}(?: \([\w. -]{1,40}\))?$/.test(lineAt$1(reader, at + 1) ?? "");
}
function isIndexLine(reader, at = reader.at) {
	const name = /^Index: (.+)$/.exec(lineAt$1(reader, at) ?? "")?.[1];
	const next = lineAt$1(reader, at + 1) ?? "";
	const header = /^={60,}$/.test(next) ? lineAt$1(reader, at + 2) ?? "" : next;
	return name !== void 0 && header.startsWith(`--- ${name}`);
}
function isSeparator(line) {
	return line.trim() === "" || /^(?:Index: |={60,}$|diff -|Only in )/.test(line);
}
const FENCE = /^(?:```|~~~)/;
const MAIL = /^From [0-9a-f]{40} /;

// src/patch/formats/line-numbers.ts
function withoutLineNumbers(lines) {
	const numbered = numberedLines(lines);
	if (numbered === null || numbered.length === 0) return null;
	return numbered.every(({ number }, index) => number === (numbered[0]?.number ?? 0) + index) ? numbered.map(({ text }) => text) : null;
}
function withoutAnyNumbers(lines) {
	return numberedLines(lines)?.map(({ text }) => text) ?? null;
}
function withoutNumbersOnBothSides(sides) {
	const old = withoutLineNumbers(sides.old);
	const now = withoutAnyNumbers(sides.now);
	const first = numberedLines(sides.old.slice(0, 1))?.[0]?.number;
	if (old === null || now === null || first === void 0) return null;
	return old.length === now.length && old.every((line, at) => line === now[at]) ? null : {
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
const NUMBER = /^ {0,8}(\d{1,7})(?: ?\| ?| ?│ ?|→|\t)/;

// src/patch/formats/no-newline.ts
function isNoNewline(line) {
	return line.startsWith("\\ ") && line.length <= MOST_CHARACTERS$5 && SAID.test(line);
}
function isRemark(line) {
	return line.startsWith("\\ ") && !isNoNewline(line);
}
const MOST_CHARACTERS$5 = 120;
const SAID = new RegExp(`^\\\\ (?:${[
	"No (?:new ?line|line break)(?: at (?:the )?(?:end(?: of (?:the )?file)?|EOF))?",
	"(?:Kein Zeilenumbruch|Kein Newline) am (?:Dateiende|Ende der Datei)",
	"(?:Pas|Aucun|Il n.y a pas) de (?:fin|retour|saut) (?:de|à la) ligne à la fin du fichier",
	"No hay (?:ningún carácter de )?(?:nueva línea|salto de línea|fin de línea) al final del (?:fichero|archivo)",
	"(?:Sem|Nenhuma|Falta|Não há) .{0,20}(?:nova linha|quebra de linha|fim de linha) no (?:fim|final) do (?:ficheiro|arquivo)",
	"(?:Nessun|Manca) .{0,20}(?:newline|nuova riga|fine riga|a capo) alla fine del file",
	"(?:В конце файла нет|Нет|Отсутствует|Не хватает) .{0,20}новой строки(?: в конце файла)?",
	"(?:Geen|Ontbrekend) (?:regeleinde|nieuwe regel|newline) aan (?:het )?einde? van (?:het )?bestand",
	"Brak znaku (?:nowej linii|nowego wiersza|końca linii) na końcu pliku",
	"Ingen nyrad vid (?:filslut|slutet av filen)",
	"(?:文件|檔案)[末结結]?[尾末端][没沒]有[换換]行(?:符|符號|字元)?",
	"ファイルの?末尾に改行が(?:ありません|ない)",
	"파일 끝에 (?:줄바꿈|개행|새 줄) ?(?:문자)?(?:가|이)? ?(?:없음|없습니다)"
].join("|")})\\s*[.。]?\\s*$`, "i");

// src/patch/formats/hunk-body.ts
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
	if (sameLines(sides.rawOld, sides.rawNew)) return {
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
		const line = withoutReturn(raw);
		if (line.startsWith("\\ ")) {
			if (!isNoNewline(line)) continue;
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
const BLANK = [" ", ""];
function isUnmarked(line) {
	return markOf(line) === null && line.trim() !== "" && !line.startsWith("\\ ") && !isElision(line);
}
function sameButReturns(left, right) {
	return left.length === right.length && sameLines(left.map(withoutReturn), right.map(withoutReturn));
}
function withoutReturn(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function sameLines(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function hunkOf(body, sides) {
	const repairs = [];
	if (sides.lost) repairs.push("lines of a hunk without a mark were read as unchanged lines");
	if (sides.wentOn) repairs.push("a note about the missing last line break was left out, because lines follow it");
	const suspect = sides.lost ? sides.lines.map(asSuspect) : sides.lines;
	const bare = withoutNumbers(suspect);
	if (bare !== null) repairs.push("line numbers before the lines of a hunk were left out, unless the file has them");
	const header = body.headers.findLast(({ oldStart }) => oldStart !== void 0);
	const { oldEnded, newEnded, endsDiffer } = sides;
	const hinted = (lines, lineHint) => ({
		lines: endsDiffer ? sharedLastLine(lines) : lines,
		...lineHint === void 0 ? {} : { lineHint }
	});
	const lineHint = header === void 0 ? void 0 : lineHintOf(header);
	return {
		hunk: {
			number: body.number,
			...hinted(bare?.lines ?? suspect, lineHint ?? bare?.first),
			...bare === null ? {} : { numbered: hinted(suspect, lineHint) },
			anchors: body.headers.flatMap(({ anchor }) => anchor ?? []),
			...oldEnded || newEnded || body.endOfFile === true ? { endOfFile: true } : {},
			...endsDiffer ? { finalNewline: oldEnded } : {}
		},
		repairs
	};
}
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
	const others = lines.map(([mark, text]) => [mark, rest[mark === "+" ? "+" : "-"].next().value ?? text]);
	return changesSomething(others) ? {
		first: bare.first,
		lines: others
	} : null;
}
function changesSomething(lines) {
	const side = (without) => lines.flatMap(([mark, text]) => mark === without ? [] : [text]);
	return !sameLines(side("+"), side("-"));
}
const LEAST_NUMBERED$1 = 2;
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

// src/patch/formats/apply-patch-section.ts
function readAdded(reader, path) {
	const start = reader.at;
	const body = withoutEndOfFile(sectionBody(reader));
	if (refuseLateMove(reader, {
		path,
		start
	})) return;
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
	const end = start + body.length;
	if (plain && refuseWords(reader, {
		path,
		from: end - added.length,
		to: end
	})) return;
	if (plain && added.length > 0) addRepair(reader.repairs, `the lines of the new file ${path} were read without a + before each`, numberOf(reader, start));
	const lines = plain ? added : added.map((line) => line.slice(1));
	const rest = {
		finalNewline: true,
		hunk: reader.hunks
	};
	reader.operations.push({
		action: "create",
		path,
		lines,
		...rest
	});
}
function refuseWords(reader, { path, from, to }) {
	if (lineAt$1(reader) !== void 0) return false;
	for (let at = from + 1; at < to; at += 1) {
		if ((lineAt$1(reader, at - 1) ?? "").trim() !== "" || !isSentence(lineAt$1(reader, at) ?? "")) continue;
		const line = numberOf(reader, at);
		const message = `Line ${line} may be of the new file ${path}, or be words behind it. Begin every line of a new file with +, and end the patch with *** End Patch.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: reader.hunks
		}, message));
		return true;
	}
	return false;
}
function withoutEndOfFile(body) {
	return isEndOfFile(body.at(-1) ?? "") ? body.slice(0, -1) : body;
}
function readRemoved(reader, path) {
	const start = reader.at;
	const body = sectionBody(reader);
	const hasOld = body.some((line) => line.startsWith("-"));
	const isLast = lineAt$1(reader) === void 0;
	const more = hasOld ? -1 : body.findIndex((line, index) => saysMore(line, isLast) || isFileHeader(reader, start + index));
	if (more === -1 && !hasOld) body.forEach((_, index) => passOver(reader, start + index));
	if (more !== -1) {
		const line = numberOf(reader, start + more);
		const message = `Line ${line}, below the deletion of ${path}, asks for more than that. Update the file, or send the rest as a section of its own.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
		return;
	}
	const hunks = hasOld ? readHunks$1(reader, {
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
function saysMore(line, isLast) {
	if (line.trim() === "" || isHunkHeader(line)) return false;
	if (!isLast) return true;
	return /^[ +]/.test(line) || blockMarker(line) !== null || sectionHeader(line)?.kind === "move";
}
function readUpdated(reader, { path, to }) {
	const line = numberOf(reader, reader.at - 1);
	const moved = to ?? movedTo(reader);
	if (moved?.includes(" -> ") === true) {
		const message = `Line ${line} moves ${path} to more than one place. Name one path behind ->.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
	}
	const start = reader.at;
	const body = sectionBody(reader);
	if (refuseLateMove(reader, {
		path,
		start
	})) return;
	const hunks = readHunks$1(reader, {
		path,
		start,
		body
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
function refuseLateMove(reader, { path, start }) {
	for (let at = start; at < reader.at; at += 1) {
		if (sectionHeader(lineAt$1(reader, at) ?? "")?.kind !== "move") continue;
		const line = numberOf(reader, at);
		const message = `Line ${line}, among the lines for ${path}, says where a file is moved. Put it right below *** Update File, or begin it with a space, + or - if it is a line of the file.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
		return true;
	}
	return false;
}
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
	const end = endOfMarked(own);
	for (let at = end; at < body.length; at += 1) passOver(reader, reader.at - body.length + at);
	return trimBlankEnd(own.slice(0, end));
}
const CLOSING = /^(?:`{3,}|~{3,}|EOF|PATCH)\s{0,9}$/;
function trimBlankEnd(lines) {
	return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
function readHunks$1(reader, section) {
	const hunks = [];
	const idle = [];
	let refused = false;
	for (const [index, line] of section.body.entries()) if (isRemark(line)) passOver(reader, section.start + index);
	if (refuseName(reader, section)) return null;
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
		if (result.idle || lines.every(isPlainContext) && !lines.some(isAddedWithin)) {
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
function refuseName(reader, { path, start, body }) {
	const first = body.findIndex((line) => line.trim() !== "" && !isNameLine(line, path));
	const named = body.findIndex((_, index) => index >= first && isNameAlone(reader, start + index));
	if (first === -1 || named === -1) return false;
	const line = numberOf(reader, start + named);
	const message = `Line ${line}, among the lines for ${path}, names the file of a diff, so it is open which file the lines below it are for. Begin each file with *** Update File: path, and leave such lines out.`;
	reader.refusals.push(malformedAt({
		line,
		path
	}, message));
	return true;
}
function isPlainContext(line) {
	return line.startsWith(" ") || line === "";
}
function isAddedWithin(line) {
	return /^ +\+/.test(line);
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
function isNameLine(line, path) {
	return line === `--- a/${path}` || line === `+++ b/${path}` || line === `--- ${path}` || line === `+++ ${path}`;
}

// src/patch/formats/edits-behind.ts
function refuseEditsBehind(lines, end, limit = lines.lines.length) {
	let at = end;
	while (lineAt$1(lines, at)?.trim() === "") at += 1;
	for (; at < limit && /^[ +-]/.test(lineAt$1(lines, at) ?? ""); at += 1) {
		if (!EDITS.test(lineAt$1(lines, at) ?? "")) continue;
		const line = numberOf(lines, at);
		const message = `Line ${line} adds or removes something, but the patch that it follows has ended. Remove it, or the line that ends the patch too early; a line of the file that looks like an end begins with a space.`;
		lines.refusals.push(malformedAt({ line }, message));
		return;
	}
}
const EDITS = /^(?:\+|-(?![-\s]))/;

// src/patch/formats/patch-margin.ts
function withMarksAtMargin(text) {
	const lines = [...text.lines];
	let margin = null;
	let doubtful = -1;
	for (let at = 0; at < lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		const kind = sectionHeader(line, margin ?? marginOf(line))?.kind;
		if (kind === void 0 || kind === "move") {
			if (isHunkHeader(line) || isFileHeader(text, at)) margin ??= "";
			doubtful = doubtfulAt(line, {
				at,
				known: doubtful
			});
			continue;
		}
		if (kind === "begin" && doubtful !== -1) lines[doubtful] = LAST;
		doubtful = -1;
		lines[at] = line.trimStart();
		if (kind === "begin") margin = marginOf(line);
		else margin = kind === "end" ? null : margin ?? "";
	}
	if (doubtful !== -1) lines[doubtful] = LAST;
	return lines;
}
const LAST = "*** End Patch";
function doubtfulAt(line, { at, known }) {
	if (sectionHeader(line.trimStart())?.kind === "end") return at;
	return /^(?:[ +-]|@@|\*\*\*)/.test(line) ? -1 : known;
}

// src/patch/formats/text-format.ts
function formatAt(text, at) {
	const line = lineAt$1(text, at) ?? "";
	switch (line.trimStart().charAt(0)) {
		case "*": {
			const kind = sectionHeader(line, marginOf(line))?.kind;
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

// src/patch/formats/block-end.ts
function endOfBlock(text, start) {
	let isDivided = false;
	const loose = [];
	let at = start + 1;
	let role;
	for (; at < text.lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		role = blockMarker(line)?.role;
		if (role === "divider") isDivided = true;
		else if (role !== void 0) break;
		else if (isDivided && LOOSE_END.test(line)) loose.push(at);
	}
	const own = role === "divider" || at === text.lines.length ? void 0 : role;
	const [only, other] = loose;
	if (own !== "replace" && only !== void 0 && other === void 0) return {
		at: only,
		role: "replace",
		isLoose: true
	};
	return {
		at,
		role: own,
		isLoose: false
	};
}
const LOOSE_END = /^\s{0,12}(?:>{5,12}|\+{5,12}) ?(?:REPLACE|UPDATED)\b>?\s{0,12}$/;
function closingBehind(text, start, fence) {
	let at = start + 1;
	while (at < text.lines.length && !closes(lineAt$1(text, at) ?? "", fence)) at += 1;
	return at;
}
function fenceAround(text, start) {
	let fence = null;
	for (let at = 0; at < start; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		if (fence !== null && closes(line, fence)) fence = null;
		else fence = fenceOn(line) ?? fence;
	}
	return fence;
}
function somethingElse(text, { from, to, isFenced }) {
	for (let at = from; at < to; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		const isBelowBlank = at > from && (lineAt$1(text, at - 1) ?? "").trim() === "";
		if (fenceOn(line) !== null || formatAt(text, at) !== null || LOOSE_END.test(line)) return at;
		if (!isFenced && isBelowBlank && (isSentence(line) || /^\{\s*"/.test(line))) return at;
	}
	return null;
}

// src/patch/formats/unified-hunk.ts
function readHunk(reader, path) {
	reader.hunks += 1;
	const start = reader.at;
	const place = {
		line: numberOf(reader),
		path,
		hunk: reader.hunks
	};
	if (lineAt$1(reader)?.startsWith("@@@") === true) return failed$1(place, COMBINED);
	const headers = readHeaders(reader);
	const header = headers.at(-1) ?? {};
	const counted = countedEnd(reader, header);
	const end = counted ?? boundaryFrom(reader, reader.at);
	const lines = reader.lines.slice(reader.at, counted ?? trimmedEnd(reader, {
		header,
		end
	}));
	for (const [index, line] of lines.entries()) if (isRemark(line)) passOver(reader, reader.at + index);
	reader.at = end;
	const result = readBody$1({
		number: reader.hunks,
		headers,
		lines
	});
	if (!result.ok) return failed$1(place, result.problem, result.idle);
	if (counted === null && header.oldCount !== void 0) addRepair(reader.repairs, "a hunk header that counts its lines wrongly was not relied on", place.line);
	if (counted === null && header.oldCount === void 0 && isHunkHeader(lineAt$1(reader, start))) addRepair(reader.repairs, "a hunk header without line ranges was read", place.line);
	for (const repair of result.repairs) addRepair(reader.repairs, repair, place.line);
	return {
		ok: true,
		hunk: result.hunk
	};
}
const COMBINED = "is part of a combined diff of a merge, which has several old sides. Send a diff against one of them.";
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
function countedEnd(reader, header) {
	const at = countedLines(reader, header, reader.at);
	return at !== null && !takesName(reader, header, at) && isEnd(reader, at) ? at : null;
}
function countedLines(text, { oldCount, newCount }, from) {
	if (oldCount === void 0 || newCount === void 0) return null;
	let [old, now, at] = [
		oldCount,
		newCount,
		from
	];
	for (; old > 0 || now > 0; at += 1) {
		const mark = (lineAt$1(text, at) ?? "?").charAt(0);
		if (mark === "\\") continue;
		if (mark !== "" && mark !== " " && mark !== "-" && mark !== "+") return null;
		if (mark !== "+") old -= 1;
		if (mark !== "-") now -= 1;
		if (old < 0 || now < 0) return null;
	}
	while (lineAt$1(text, at)?.startsWith("\\") === true) at += 1;
	return at;
}
function takesName(reader, header, at) {
	const next = lineAt$1(reader, at) ?? "";
	if (!isHunkHeader(next)) return false;
	if (at - 2 >= reader.at && isSameFile(reader, at - 2)) {
		if (lineAt$1(reader, at - 2)?.startsWith("--- ") && lineAt$1(reader, at - 1)?.startsWith("+++ ")) return true;
	}
	let last = at - 1;
	while (last > reader.at && lineAt$1(reader, last)?.trim() === "") last -= 1;
	return last >= reader.at && isNameAlone(reader, last) && !countsOn(header, parseHunkHeader(next));
}
function isEnd(reader, at) {
	let next = at;
	while (lineAt$1(reader, next)?.trim() === "") next += 1;
	if (isBoundary(reader, next) || isNameBehindCount(reader, next)) return true;
	const isMarked = (line) => /^[+-]/.test(line) && !(next > at && isListItem(line));
	const first = lineAt$1(reader, next) ?? "";
	if (first.startsWith(" ") || isMarked(first)) return false;
	return !reader.lines.slice(next, boundaryFrom(reader, next)).some(isMarked);
}
function isListItem(line) {
	return /^- \S/.test(line);
}
function boundaryFrom(reader, from) {
	let at = from;
	while (!isBoundary(reader, at)) at += 1;
	return at;
}
function trimmedEnd(reader, { header, end }) {
	const lines = reader.lines.slice(reader.at, end);
	const marked = reader.at + endOfMarked(lines);
	for (let at = marked; at < end; at += 1) passOver(reader, at);
	let last = marked;
	while (last > reader.at && lineAt$1(reader, last - 1) === "") last -= 1;
	let old = reader.lines.slice(reader.at, last).filter((line) => !/^[+\\]/.test(line)).length;
	for (; last < marked && old < (header.oldCount ?? 0); old += 1) last += 1;
	return last;
}
function failed$1(place, problem, idle = false) {
	const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${problem}`;
	return {
		ok: false,
		refusal: malformedAt(place, message),
		idle
	};
}

// src/patch/formats/part-ends.ts
function endOfPart(begun, format) {
	const { text, at, fence } = begun;
	if (format === "diff") return endOfHeredoc(text, at, fence === null ? endOfDiff(text, at) : closingOf(begun, fence));
	if (format === "apply_patch") return endOfPatch(begun);
	return endOfBlocks(begun);
}
function endOfBlocks({ text, at, fence }) {
	const { at: end, role } = endOfBlock(text, at);
	if (role === "replace") return end + 1;
	for (let next = end; next < text.lines.length; next += 1) if (blockMarker(lineAt$1(text, next) ?? "")?.role === "replace") return next + 1;
	if (fence === null || role === "search") return text.lines.length;
	return Math.min(closingBehind(text, at, fence) + 1, text.lines.length);
}
function endOfDiff(text, at, limit = text.lines.length) {
	let file = null;
	let above = at;
	let fence = null;
	for (let next = at + 1; next < limit; next += 1) {
		const counted = endOfCounted(text, next - 1);
		if (counted !== null) {
			[next, above, file] = [
				counted,
				counted - 1,
				null
			];
			if (next >= limit) break;
		}
		const line = lineAt$1(text, next) ?? "";
		const format = /^\s+\*/.test(line) ? null : formatAt(text, next);
		if (format !== null && (format !== "diff" || file !== null)) return file ?? (isTitleAlone(lineAt$1(text, above) ?? "") ? above : next);
		if (/^[+-]/.test(line)) file = null;
		const opened = fence === null && !line.startsWith(" ") ? fenceOn(line) : null;
		if (opened !== null) file ??= startOfFile(text, {
			above,
			at: next,
			fence: opened
		}) ?? next;
		if (opened !== null) fence = opened;
		else if (fence !== null && closes(line, fence)) fence = null;
		if (line.trim() !== "") above = next;
	}
	return file ?? limit;
}
function endOfCounted(text, at) {
	const line = lineAt$1(text, at);
	if (line === void 0 || !isHunkHeader(line)) return null;
	const end = countedLines(text, parseHunkHeader(line), at + 1);
	if (end === null || end === at + 1) return null;
	return isBoundary(text, end) || !/^[ +-]/.test(lineAt$1(text, end) ?? "") ? end : null;
}
function startOfFile(text, { above, at, fence }) {
	if (pathInInfo(fence) !== null) return at;
	return isTitleAlone(lineAt$1(text, above) ?? "") ? above : null;
}
function isTitleAlone(line) {
	return !/^[-+ @\\]/.test(line) && fileTitle(line)?.isAlone === true;
}
function endOfHeredoc(text, at, end) {
	const word = heredocWord(lineAt$1(text, at - 1) ?? "");
	if (word === null) return end;
	for (let next = at + 1; next < end; next += 1) if (lineAt$1(text, next) === word) return next;
	return end;
}
function heredocWord(line) {
	if (!line.includes("<<")) return null;
	const command = line.trim().slice(0, MAX_COMMAND$2);
	return PROGRAM.test(command) ? HEREDOC$1.exec(command)?.[1] ?? null : null;
}
const PROGRAM = /(?:^|[\s;&|("'`{])(?:cat|patch|apply_patch|git(?:\s+[^\s;&|]{1,200}){0,8}?\s+(?:apply|am))(?![\w./-])/;
const HEREDOC$1 = /<<-? ?['"]?(\w+)['"]?/;
const MAX_COMMAND$2 = 4e3;
function endOfPatch(begun) {
	const { text, at, fence } = begun;
	const end = nextMark(begun, "end", at + 1);
	if (fence === null) {
		const next = nextMark(begun, "begin", at + 1);
		return end < Math.min(next, text.lines.length) ? end + 1 : endOfSections(text, at, next);
	}
	if (end < text.lines.length && !hasClosing(begun, fence, end)) return end + 1;
	const close = closingOf(begun, fence);
	const isLost = end === text.lines.length || nextMark(begun, "begin", close + 1) < end;
	return end > close && (isLost || endsWithDeletion(text, at, close)) ? close : Math.min(end + 1, text.lines.length);
}
function endOfSections(text, at, limit) {
	let last = limit - 1;
	while (last > at && sectionHeader(lineAt$1(text, last) ?? "") === null) last -= 1;
	let end = last + 1 + endOfMarked(text.lines.slice(last + 1, limit));
	if (end === limit && limit < text.lines.length) end = withoutFence(text, last, limit);
	return Math.min(endOfDiff(text, last, limit), end);
}
function withoutFence(text, from, end) {
	let at = end - 1;
	while (at > from && (lineAt$1(text, at) ?? "").trim() === "") at -= 1;
	return at > from && fenceOn(lineAt$1(text, at) ?? "") !== null ? at : end;
}
function hasClosing({ text, at }, fence, end) {
	for (let next = at; next < end; next += 1) if (closes(lineAt$1(text, next) ?? "", fence)) return true;
	return false;
}
function nextMark({ text, at: start, marks }, kind, from) {
	const margin = marginOf(lineAt$1(text, start) ?? "");
	const known = marks[kind];
	if (known !== null && known.margin === margin && known.from <= from && from <= known.at) return known.at;
	let at = from;
	while (at < text.lines.length && sectionHeader(lineAt$1(text, at) ?? "", margin)?.kind !== kind) at += 1;
	marks[kind] = {
		margin,
		from,
		at
	};
	return at;
}
function endsWithDeletion(text, from, end) {
	for (let at = end - 1; at >= from; at -= 1) {
		const header = sectionHeader(lineAt$1(text, at) ?? "");
		if (header?.kind === "file") return header.action === "delete";
	}
	return false;
}
function closingOf({ text, at: from, marks }, fence) {
	const known = marks.closing;
	if (known?.fence === fence && known.at >= from) return known.at;
	let at = from;
	while (at < text.lines.length && !(closes(lineAt$1(text, at) ?? "", fence) && !goesOn(text, at + 1, fence))) at += 1;
	marks.closing = {
		fence,
		at
	};
	return at;
}
function goesOn(text, from, fence) {
	let found = false;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		if (fenceOn(line) !== null) return found && closes(line, fence);
		found ||= /^(?:\+|@@ )/.test(line);
	}
	return false;
}

// src/patch/formats/shell-line.ts
function givingLine(line) {
	const given = line.trim();
	if (heredocWord(given) === null || given.length > MOST_CHARACTERS$4) return null;
	const [command = "", ...remark] = given.replace(HEREDOC, " ").split(/\s#/);
	const calls = callsIn(command.replace(REDIRECTION, " "));
	const at = calls.findIndex(({ words }) => programIn(words) !== null);
	const program = programIn(calls[at]?.words ?? []);
	if (program === null) return null;
	const { wishes, file } = askedOf(program.rest);
	const before = calls.slice(0, at).flatMap((call) => mayAlter(call) ? [call.words.join(" ")] : []);
	const others = calls.filter((call, index) => index !== at && !isIdle(call));
	return {
		wishes: [
			...before,
			...program.before,
			...wishes
		],
		...file === void 0 ? {} : { file },
		hasCommands: others.length > 0,
		hasRemark: remark.length > 0
	};
}
function refuseGivenOtherwise(lines) {
	for (const at of lines.passed) {
		const given = givingLine(lineAt$1(lines, at) ?? "");
		if (given === null) continue;
		const { wishes, file } = given;
		const isOther = file !== void 0 && !isNamedBelow(lines, at, file);
		const all = [
			...foldersAbove(lines, at),
			...wishes,
			...isOther ? [file] : []
		];
		if (all.length > 0) lines.refusals.push(givenOtherwise(numberOf(lines, at), all));
	}
}
const MOST_CHARACTERS$4 = 4e3;
const HEREDOC = /<<-? ?['"]?\w+['"]?/;
const REDIRECTION = /\d?>{1,2} ?(?:&\d|[^\s;|&]+)/g;
function callsIn(command) {
	const parts = command.split(/(&&|\|\||[;|&])/);
	return parts.map((part, index) => ({
		words: wordsOf$2(part),
		isPiped: parts[index + 1] === "|"
	})).filter(({ words }, index) => index % 2 === 0 && words.length > 0);
}
function wordsOf$2(call) {
	return call.split(/\s+/).map((word) => word.replace(/^["'(){}$]+|["'(){}]+$/g, "")).filter((word) => word !== "" && word !== "sudo");
}
const IDLE = /* @__PURE__ */ new Set([
	"true",
	":",
	"cat",
	"set"
]);
function isIdle({ words: [first = "", ...rest] }) {
	return IDLE.has(first) || isAtRoot(first, rest);
}
function mayAlter({ words: [first = "", ...rest], isPiped }) {
	if (isPiped && first !== "cat" && first !== "tee") return true;
	return FOLDERS.has(first) || isShell$1(first) ? !isAtRoot(first, rest) : false;
}
const FOLDERS = /* @__PURE__ */ new Set([
	"cd",
	"pushd",
	"popd",
	"chdir",
	"chroot"
]);
function isAtRoot(first, rest) {
	const folder = rest.filter((word) => word !== "--").join(" ");
	return first === "cd" && (folder === "." || folder === "./" || folder === "git rev-parse --show-toplevel");
}
function foldersAbove(lines, from) {
	const found = [];
	for (let at = from - 1; at >= 0 && found.length < MOST_ABOVE; at -= 1) {
		const calls = callsIn((lineAt$1(lines, at) ?? "").trim().slice(0, MOST_CHARACTERS$4));
		const [first] = calls;
		if (first === void 0 || !FOLDERS.has(first.words[0] ?? "") || first.words.length > 2) break;
		for (const call of calls) if (mayAlter(call)) found.unshift(call.words.join(" "));
	}
	return found;
}
const MOST_ABOVE = 5;
function programIn(words) {
	const last = words.findLastIndex((word) => word === "apply" || word === "am");
	const name = words.findIndex((word, index) => word === "patch" || word === "apply_patch" || word === "git" && index < last);
	if (name === -1 || /^\p{Lu}[\p{Ll}']*[,:]?$/u.test(words[0] ?? "")) return null;
	const before = words.slice(0, name);
	return {
		rest: argumentsOf(words.slice(name)),
		before: before.every(isHarmlessBefore) ? [] : [before.join(" ")]
	};
}
function isHarmlessBefore(word) {
	return isShell$1(word) || STARTERS$1.has(word) || /^-[il]{0,2}c$/.test(word) || /^(?!GIT_)[A-Z_]\w*=/.test(word);
}
function isShell$1(word) {
	return /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh$/.test(word);
}
const STARTERS$1 = /* @__PURE__ */ new Set([
	"env",
	"command",
	"exec",
	"time",
	"nohup",
	"if",
	"!",
	"cat"
]);
function argumentsOf([name, ...rest]) {
	const own = name === "git" ? rest.findIndex((word) => word === "apply" || word === "am") : -1;
	return own === -1 ? rest : [...rest.slice(0, own), ...rest.slice(own + 1)];
}
function askedOf(words) {
	const wishes = [];
	let file;
	for (const [index, word] of words.entries()) {
		const isValue = index > 0 && /^(?:-p|-i|-F|-C)$/.test(words[index - 1] ?? "");
		if (word === "-" || word === "cat" || HARMLESS.test(word) || isValue && /^(?:[01]|-)$/.test(word)) continue;
		if (!word.startsWith("-") && !isValue && file === void 0) file = word;
		else wishes.push(word);
	}
	return {
		wishes,
		...file === void 0 ? {} : { file }
	};
}
const HARMLESS = /^(?:-p|-i|-F|-[uNsltfbEvqk3]*p[01]|-[uNsltfbEvqk3]+|-[CF]\d{1,2}|--(?:input=-|strip=[01]|index|cached|3way|whitespace=\w+|ignore-whitespace|ignore-space-change|verbose|quiet|silent|recount|unidiff-zero|inaccurate-eof|allow-empty|allow-overlap|binary|reject|apply|unified|forward|force|batch|backup|no-backup-if-mismatch|fuzz=\d{1,2}|posix|merge|ours|theirs|union|keep-cr|signoff|intent-to-add|remove-empty-files))$/;
function isNamedBelow(lines, at, file) {
	const name = file.replace(/^\.\//, "");
	for (let next = at + 1; next < lines.lines.length; next += 1) {
		const line = lineAt$1(lines, next) ?? "";
		if (HEADER.test(line) && line.split(/\s+/).some((word) => word.replace(/^[ab]\//, "") === name)) return true;
		if (line.trim() !== "" && !HEADER.test(line) && !line.startsWith("index ")) return false;
	}
	return false;
}
function givenOtherwise(line, wishes) {
	const message = `Line ${line} has the patch applied otherwise than it stands, by ${wishes.map((wish) => `\`${wish.slice(0, MOST_SHOWN).toWellFormed()}\``).join(", ")}, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave that out; what is only to be tried has \`dryRun\` beside the patch.`;
	return malformedAt({ line }, message);
}
const MOST_SHOWN = 60;

// src/patch/formats/copies.ts
function copiesFirst(operations) {
	const changed = /* @__PURE__ */ new Set();
	const early = [];
	const others = [];
	for (const operation of operations) {
		(operation.action === "copy" && changed.has(operation.from) ? early : others).push(operation);
		if (operation.action === "rename") changed.add(operation.from);
		if (operation.action !== "copy") changed.add(operation.path);
	}
	return early.length === 0 ? operations : [...early, ...others];
}

// src/patch/formats/path-in-words.ts
function otherPathIn(line, path) {
	const text = line.slice(0, MOST_CHARACTERS$3).replaceAll(/[\u200b\ufeff]/g, "");
	const names = text.split(/[\s`"'(),;<>*|=]+/).map((word) => word.replace(/[.:!?]+$/, "")).filter((word) => isFileName(word) && (word.includes("/") || isNameAtTop(word)));
	const [other] = names;
	if (other === void 0 || names.some((name) => mayBeOneFile(name, path))) return null;
	const around = (/^\s*<\w{1,40} (?:path|name|file)=["']([^"'<>]+)["']\s*\/?>\s*$/.exec(text)?.[1] ?? text).split(other).join(" ").replace(/^\s*Index:/, "");
	return {
		path: other,
		isAlone: names.length === 1 && !isWords$1(other) && !/[\p{L}\p{N}]/u.test(around)
	};
}
const MOST_CHARACTERS$3 = 1024;
function isNameAtTop(word) {
	return EXTENSIONS.test(word) && !/^(?:\p{Lu}\p{Ll}*|node|three|express|d3)\.js$/u.test(word);
}
const EXTENSIONS = /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|md|html?|s?css|less|py|rb|rs|java|kts?|swift|php|cs|cpp|cc|hpp|sh|sql|vue|svelte|xml|txt|ini|cfg|gradle|csproj)$/i;

// src/patch/formats/other-file.ts
function otherFileIn(lines, path) {
	for (const line of lines) {
		const title = titleOn(line);
		if (title !== null && !mayBeOneFile(withoutSide(title), path)) return title;
	}
	for (const sentence of sentencesOf(lines)) {
		const other = pointedAt(sentence.slice(0, MOST_CHARACTERS$2), path);
		if (other !== null) return other;
	}
	return null;
}
function pointedAt(sentence, path) {
	const isWhole = isWholeSentence(sentence);
	let rest = sentence;
	for (let other = otherPathIn(rest, path); other !== null; other = otherPathIn(rest, path)) {
		const at = rest.indexOf(other.path);
		if (!isWhole || other.isAlone || isPointing(rest.slice(0, at))) return other.path;
		rest = rest.slice(at + other.path.length);
	}
	return null;
}
function titleOn(line) {
	const name = isTitleLine(line) ? pathOn(line) : null;
	if (name === null || !looksLikePath(name) || isWords$1(name)) return null;
	return /\p{L}/u.test(name) ? name : null;
}
function sentencesOf(lines) {
	const pieces = [];
	let open;
	for (const line of lines) {
		if (line.trim() === "" || fenceOn(line) !== null) {
			open = void 0;
			continue;
		}
		if (open === void 0 || BEGINS_PIECE.test(line)) {
			open = [];
			pieces.push(open);
		}
		open.push(line.trim());
	}
	return pieces.flatMap((piece) => piece.join(" ").split(/(?<=[.!?。！？]) /));
}
const BEGINS_PIECE = /^\s{0,8}(?:#{1,6}|[-*>•]|\d{1,3}[.)])\s/;
function isWholeSentence(sentence) {
	const text = sentence.trimEnd();
	return /[.!?。！？]["'”)*]{0,3}$/.test(text) && text.split(/\s+/).length >= LEAST_WORDS$1;
}
function isPointing(before) {
	const last = before.toLowerCase().match(/[\p{L}'’]+/gu)?.at(-1);
	return last === void 0 || POINTING.has(last);
}
const MOST_CHARACTERS$2 = 1024;
const LEAST_WORDS$1 = 4;
const POINTING = new Set([
	"in into inside to for of at on file path",
	"update edit change modify patch fix open adjust",
	"im für zu an auf bei datei dans pour sur à en para nel per voor em no на в для"
].join(" ").split(" "));

// src/patch/formats/header-names.ts
function nameOf$2(text) {
	const name = (headerName(text) ?? text).slice(0, MAX_NAME_CHARACTERS);
	return name === "/dev/null" ? null : name;
}
const MAX_NAME_CHARACTERS = MAX_PATH_BYTES + 16;
function namesOf(raw, given) {
	const names = namesIn(raw, given);
	return names.ok && saysTwoKinds(raw, names.header.action) ? contradiction$1(names.header.path) : names;
}
function namesIn(raw, given) {
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
	const { path } = names.header;
	const full = fullPath(path, given);
	const completed = full.length > path.length ? `the name ${path} was read as ${full}` : void 0;
	const repair = [names.repair, completed].filter((one) => one !== void 0).join(", and ") || void 0;
	return {
		...names,
		header: {
			...names.header,
			path: full
		},
		...repair === void 0 ? {} : { repair }
	};
}
function movedNames(raw, header) {
	const { from, path } = header;
	return [raw.pair, raw.names].filter((pair) => pair !== null && pair !== void 0).every(([old, now]) => [from, `a/${from}`].includes(old ?? "") && [path, `b/${path}`].includes(now ?? "")) ? {
		ok: true,
		header
	} : contradiction$1(path);
}
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
	if ((pair === null || pair === void 0 ? [] : hasPrefixes(...pair) ? pair.map(withoutPrefix) : pair).some((name) => name !== path)) return contradiction$1(path);
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
function bareNames({ old, now, pair }) {
	if (old === null || now === null) {
		const prefixed = isPrefixedAlone({
			old,
			now,
			pair
		});
		return {
			from: prefixed ? withoutPrefix(old) : old,
			to: prefixed ? withoutPrefix(now) : now
		};
	}
	if (hasPrefixes(old, now)) return {
		from: withoutPrefix(old),
		to: withoutPrefix(now)
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
function withoutPrefix(name) {
	return name === null ? name : name.slice(2);
}
function isPrefixedAlone({ old, now, pair }) {
	if (pair !== null && pair !== void 0) return hasPrefixes(...pair);
	return old?.startsWith("a/") === true || now?.startsWith("b/") === true;
}
function saysTwoKinds({ fields, isTwofold }, action) {
	const declared = [
		"new file mode",
		"deleted file mode",
		"rename to",
		"copy to"
	].filter((one) => fields.has(one));
	const own = action === "rename" || action === "copy" ? [`${action} to`] : declared.slice(0, 1);
	return isTwofold || declared.some((one) => !own.includes(one));
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
function readFileHeader(reader) {
	const line = numberOf(reader);
	const raw = readRawHeader(reader);
	const names = namesOf(raw, reader.given);
	if (!names.ok) return failed(malformedAt({ line }, names.message));
	const { path } = names.header;
	const special = specialMode(raw);
	if (special !== null || raw.binary) return failed(notText(path, special ?? "is binary"));
	if (names.repair !== void 0) addRepair(reader.repairs, names.repair, line);
	const mode = raw.fields.get("new mode") ?? raw.fields.get("new file mode");
	if (mode === void 0) return {
		ok: true,
		header: names.header
	};
	if (!FILE_MODES.has(mode)) return failed(malformedAt({
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
	let isTwofold = false;
	for (let field = fieldAt(reader); field !== null; field = fieldAt(reader)) {
		const [, name = "", value = ""] = field;
		const known = fields.get(name);
		fields.set(name, / (?:from|to)$/.test(name) ? plainName(value).slice(0, MAX_PATH_BYTES + 1) : value);
		isTwofold ||= known !== void 0 && known !== fields.get(name);
		reader.at += 1;
	}
	const line = lineAt$1(reader) ?? "";
	const binary = /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
	const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : void 0;
	const names = readNameLines(reader, isGit);
	return {
		pair,
		fields,
		isTwofold,
		binary,
		...names === void 0 ? {} : { names }
	};
}
const GIT_LINE = "diff --git ";
function fieldAt(reader) {
	return FIELD.exec(lineAt$1(reader) ?? "");
}
const FIELD = /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;
function readNameLines(reader, isGit) {
	const line = lineAt$1(reader) ?? "";
	const next = lineAt$1(reader, reader.at + 1);
	if (line.startsWith("--- ") && next?.startsWith("+++ ") === true) {
		reader.at += 2;
		return [nameOf$2(line.slice(4)), nameOf$2(next.slice(4))];
	}
	if (!/^(?:---|\+\+\+) /.test(line) || !isHunkHeader(next)) return void 0;
	addRepair(reader.repairs, "a file header with only one of the lines --- and +++ was read", numberOf(reader));
	reader.at += 1;
	const name = nameOf$2(line.slice(4));
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
function failed(refusal) {
	return {
		ok: false,
		refusal
	};
}

// src/patch/formats/unified.ts
function readUnifiedDiff(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	noteMail(reader, text);
	skipProse(reader);
	if (!hasMore(reader) && reader.refusals.length === 0) readBare(reader);
	while (hasMore(reader)) readDiff(reader);
	refuseGivenOtherwise(reader);
	return readingOf$1(reader);
}
function noteMail(reader, text) {
	const mail = mailMessage(text);
	if (mail === null) return;
	const title = mail.title.slice(0, SHOWN_CHARACTERS$2);
	addRepair(reader.repairs, `a mail was read, ${JSON.stringify(title)}; who it says it is from was not used`, numberOf(reader));
}
function skipProse(reader) {
	for (; lineAt$1(reader) !== void 0 && !isFileStart(reader); reader.at += 1) {
		if (!isHunkHeader(lineAt$1(reader))) {
			if (!isIndexLine(reader)) passOver(reader);
			continue;
		}
		if (reader.path !== void 0) return;
		if (!/^@@ ?-\d/.test(lineAt$1(reader) ?? "")) passOver(reader);
		else if (reader.refusals.length === 0) {
			const line = numberOf(reader);
			const message = `The hunk at line ${line} belongs to no file. Put --- a/path and +++ b/path before it.`;
			reader.refusals.push(malformedAt({ line }, message));
		}
	}
}
function readBare(reader) {
	const first = reader.lines.findIndex((line) => line.startsWith("+") || line.startsWith("-"));
	if (reader.path === void 0 || first === -1) {
		reader.refusals.push(malformedAt({ line: reader.before + 1 }, "The diff names no file. Begin each file with --- a/path and +++ b/path."));
		return;
	}
	reader.at = 0;
	reader.passed.length = 0;
	addRepair(reader.repairs, `marked lines without any header were read as a hunk of ${reader.path}`, numberOf(reader));
	pushFile(reader, {
		action: "modify",
		path: reader.path
	}, numberOf(reader));
}
function readDiff(reader) {
	const first = reader.operations.length;
	let goesOn = true;
	while (hasMore(reader) && goesOn) {
		readFile(reader);
		const end = reader.at;
		skipBetweenFiles(reader);
		goesOn = reader.lines.slice(end, reader.at).every((line) => line.trim() === "");
	}
	const own = reader.operations.splice(first);
	for (const operation of copiesFirst(own)) reader.operations.push(operation);
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
		const passed = reader.passed.length;
		const result = readHunk(reader, path);
		if (result.ok) found.hunks.push(result.hunk);
		else if (result.idle) found.idle.push(result.refusal);
		else {
			reader.refusals.push(result.refusal);
			found.refused = true;
			while (lineAt$1(reader) !== void 0 && !isHunkHeader(lineAt$1(reader)) && !isFileHeader(reader)) reader.at += 1;
		}
		while (lineAt$1(reader)?.trim() === "") reader.at += 1;
		if (refuseOtherFile(reader, path, reader.passed.slice(passed))) found.refused = true;
	}
	return found;
}
function refuseOtherFile(reader, path, passed) {
	if (!isHunkHeader(lineAt$1(reader))) return false;
	const words = passed.toSorted((left, right) => left - right).map((at) => lineAt$1(reader, at) ?? "");
	const other = otherFileIn(words, path);
	if (other === null) return false;
	const [line, hunk] = [numberOf(reader), reader.hunks + 1];
	const message = `Hunk ${hunk}, at line ${line} of the diff, stands below words that name ${other}, and behind a hunk for ${path}, so it is open which file is meant. Begin each file with --- a/path and +++ b/path, and leave out words between its hunks that name another one.`;
	reader.refusals.push(malformedAt({
		line,
		path,
		hunk
	}, message));
	return true;
}
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
function createOf({ path, executable }, hunks, line) {
	const [hunk, second] = hunks;
	const mode = executable === void 0 ? {} : { executable };
	if (hunk === void 0) return {
		action: "create",
		path,
		lines: [],
		finalNewline: true,
		...mode
	};
	if (second !== void 0 || hunk.lines.some(([mark, text]) => mark === "-" || mark === " " && text !== "")) {
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
		...mode,
		hunk: hunk.number
	};
}
function skipToFile(reader) {
	while (lineAt$1(reader) !== void 0 && !isFileStart(reader)) reader.at += 1;
}
function skipBetweenFiles(reader) {
	for (let line = lineAt$1(reader); line !== void 0 && !isFileStart(reader); line = lineAt$1(reader)) if (isSignature(reader)) {
		reader.at += 2;
		while (lineAt$1(reader) !== void 0 && !isFileStart(reader)) {
			passOver(reader);
			reader.at += 1;
		}
	} else if (isSeparator(line)) {
		if (!isIndexLine(reader)) passOver(reader);
		reader.at += 1;
	} else if (isListItem(line) && isBehindWords(reader)) {
		passOver(reader);
		reader.at += 1;
	} else if (/^(?:[ +-]|@@)/.test(line)) {
		reader.refusals.push(malformedAt({ line: numberOf(reader) }, `Line ${numberOf(reader)} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS$2))}. Remove it, or correct the hunk that it is part of.`));
		skipToFile(reader);
	} else {
		passOver(reader);
		reader.at += 1;
	}
}
function isBehindWords(reader) {
	const above = reader.at - 1;
	return lineAt$1(reader, above)?.trim() === "" || reader.passed.at(-1) === above;
}
const SHOWN_CHARACTERS$2 = 80;

// src/patch/formats/apply-patch.ts
function readApplyPatch(text, context = {}) {
	const sent = linesToRead(text, context);
	if (sent === null) return tooManyLines();
	const reader = {
		...sent,
		lines: withMarksAtMargin(sent)
	};
	if (isUnifiedDiff(reader)) return readUnifiedDiff(withoutMarks(reader), context);
	skipToPatch(reader);
	while (hasMore(reader)) readNext(reader);
	if (reader.operations.length === 0 && reader.refusals.length === 0) reader.refusals.push(malformedAt({ line: reader.before + Math.min(1, reader.lines.length) }, `The patch names no file. ${SECTIONS}`));
	refuseGivenOtherwise(reader);
	return readingOf$1(reader);
}
function isUnifiedDiff(reader) {
	let found = false;
	for (let at = 0; at < reader.lines.length; at += 1) {
		const kind = sectionHeader(lineAt$1(reader, at) ?? "")?.kind;
		if (kind === "file" || kind === "move") return false;
		found ||= isFileHeader(reader, at);
	}
	return found;
}
function withoutMarks(reader) {
	return reader.lines.map((line, at) => sectionHeader(lineAt$1(reader, at) ?? "") === null ? line : "").join("\n");
}
const SECTIONS = "Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.";
function skipToPatch(reader) {
	for (let at = 0; at < reader.lines.length; at += 1) {
		const header = sectionHeader(lineAt$1(reader, at) ?? "");
		if (header === null) {
			passOver(reader, at);
			continue;
		}
		reader.at = header.kind === "begin" ? at + 1 : at;
		if (header.kind !== "begin") addRepair(reader.repairs, "a patch without *** Begin Patch was read", numberOf(reader));
		return;
	}
	reader.passed.length = 0;
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
	if (header.kind === "end") {
		refuseEditsBehind(reader, reader.at);
		skipToNext(reader);
	} else if (header.kind === "file") readSection(reader, header);
	else if (header.kind === "move") refuse$1(reader, reader.at - 1);
}
function skipToNext(reader) {
	for (; reader.at < reader.lines.length && sectionHeader(lineAt$1(reader) ?? "") === null; reader.at += 1) passOver(reader);
}
function readSection(reader, header) {
	const path = fileNamed(reader, header.path);
	if (header.action === "delete") readRemoved(reader, path);
	else if (header.action === "add") readAdded(reader, path);
	else readUpdated(reader, {
		path,
		...header.to === void 0 ? {} : { to: header.to }
	});
}
function readLoose(reader, line) {
	if (line.trim() === "") reader.at += 1;
	else if (reader.path !== void 0 && reader.operations.length === 0 && reader.refusals.length === 0) {
		if (!isHunkHeader(line) && !/^[ +-]/.test(line)) {
			passOver(reader);
			reader.at += 1;
			return;
		}
		addRepair(reader.repairs, `lines of no file were read as an update of ${reader.path}`, numberOf(reader));
		readUpdated(reader, { path: reader.path });
	} else {
		refuse$1(reader, reader.at);
		skipToNext(reader);
	}
}
function refuse$1(reader, at) {
	const line = numberOf(reader, at);
	const refusal = malformedAt({ line }, `Line ${line} belongs to no file. ${SECTIONS}`);
	reader.refusals.push(refusal);
}

// src/patch/replacement-lines.ts
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
const MAX_EDITS = 200;
function marked(mark, lines) {
	return lines.map((text) => [mark, text]);
}

// src/patch/formats/block.ts
function readBlock(reader, { length }) {
	const start = reader.at;
	const { at: end, role, isLoose } = endOfBlock(reader, start);
	const dividers = dividersBetween(reader, start + 1, end);
	const name = `The block at line ${numberOf(reader, start)}`;
	const ending = blockMarker(lineAt$1(reader, end) ?? "");
	if (role === "replace" && !isLoose && ending?.rest !== "") passOver(reader, end);
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
	const last = role === void 0 ? endOfUnclosed(reader, start, divider.at) : end;
	if (typeof last !== "number") return {
		problem: `${name} does not end, and at line ${numberOf(reader, last.other)} stands what may be no part of it. ${END}`,
		line: numberOf(reader, start)
	};
	if (role === void 0) reader.at = Math.max(last, divider.at + 1);
	const { lines, startLine } = withoutHint(linesBetween(reader, start + 1, divider.at));
	return {
		search: lines,
		replace: linesBetween(reader, divider.at + 1, last),
		...startLine === void 0 ? {} : { startLine },
		repairs: [...repairsOfEnd(role, isLoose), ...repairsOfEscapes(reader, start + 1, last)]
	};
}
function repairsOfEnd(role, isLoose) {
	if (isLoose) return ["an end of a block that is indented or too long was read as its end"];
	return role === void 0 ? ["the last block does not end, and was read to the end of its fence or text"] : [];
}
const END = "End it with >>>>>>> REPLACE.";
function repairsOfEscapes(reader, from, to) {
	return reader.lines.slice(from, to).some((line) => withoutEscape(line) !== line) ? ["a backslash before a line like the marks of a block was left out"] : [];
}
function dividersBetween(reader, from, to) {
	const dividers = [];
	for (let at = from; at < to; at += 1) {
		const marker = blockMarker(lineAt$1(reader, at) ?? "");
		if (marker?.role === "divider") dividers.push({
			at,
			length: marker.length
		});
	}
	return dividers;
}
function linesBetween(reader, from, to) {
	return reader.lines.slice(from, to).map((line) => withoutEscape(line.endsWith("\r") ? line.slice(0, -1) : line));
}
function endOfUnclosed(reader, start, divider) {
	const fence = fenceAround(reader, start);
	const end = fence === null ? reader.lines.length : closingBehind(reader, start, fence);
	let last = end - 1;
	while (last > divider && (lineAt$1(reader, last) ?? "").trim() === "") last -= 1;
	const closesText = /^(?:`{3,}|~{3,})$/.test((lineAt$1(reader, last) ?? "").trimEnd());
	const isFenced = closesText || end < reader.lines.length;
	const to = closesText ? last : last + 1;
	const other = somethingElse(reader, {
		from: divider + 1,
		to,
		isFenced
	});
	if (other !== null) return { other };
	return closesText || (lineAt$1(reader, divider - 1) ?? "").trim() !== "" ? to : end;
}
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
function readBlocks(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	const files = {
		path: reader.path,
		given: context.pathFrom === void 0 ? reader.path : void 0,
		isSentence: context.pathFrom === "sentence",
		isMentioned: false,
		titleAt: null,
		isTitled: context.pathFrom === "line",
		otherAt: null,
		elsewhere: void 0,
		open: void 0,
		first: reader.hunks
	};
	while (hasMore(reader)) {
		const line = lineAt$1(reader) ?? "";
		const marker = blockMarker(line);
		if (marker?.role === "search") takeBlock(reader, files, marker);
		else if (marker !== null) refuseStray(reader, files.path);
		else noteLine(reader, files, line);
		if (marker?.role !== "search") reader.at += 1;
	}
	passOverUnused(reader, files);
	if (reader.refusals.length === 0) refuseElsewhere(reader, files);
	if (reader.hunks === files.first && reader.refusals.length === 0) reader.refusals.push(noBlock(reader));
	return readingOf$1(reader);
}
function noteLine(reader, files, line) {
	if (!noteName(reader, files, line)) {
		passOver(reader);
		noteOther(reader, files, line);
		return;
	}
	files.otherAt = null;
	passOverUnused(reader, files);
	files.titleAt = reader.at;
	files.isTitled = true;
}
function noteOther(reader, files, line) {
	if (line.trim() === "" || fenceOn(line) !== null) return;
	files.otherAt = null;
	if (files.path === void 0 || files.given !== void 0 || files.isMentioned) return;
	if (reader.hunks > files.first && otherPathIn(line, files.path) !== null) files.otherAt = reader.at;
}
function takeOther(reader, files, place) {
	if (files.otherAt === null || files.path === void 0) return;
	const other = otherPathIn(lineAt$1(reader, files.otherAt) ?? "", files.path);
	if (other === null) return;
	if (other.isAlone) {
		files.path = nameOf$1(reader, files, other.path);
		return;
	}
	const message = `Block ${place.number} stands below words that name ${other.path}, and behind a block for ${files.path}, so it is open which file is meant. Put a line with the file's path and nothing else before it.`;
	reader.refusals.push(malformedAt({
		line: place.line,
		hunk: place.number
	}, message));
}
function passOverUnused(reader, files) {
	if (files.titleAt !== null) passOver(reader, files.titleAt);
	files.titleAt = null;
}
function noteName(reader, files, line) {
	if (line.trim() === "") return false;
	const fence = fenceOn(line);
	if (fence !== null) return namesInFence(reader, files, fence);
	const name = pathOn(line);
	const isTitle = isTitleLine(line);
	if (name === null || files.path !== void 0 && !looksLikePath(name) && !isKnownName(name)) {
		forgetSentence(files);
		return false;
	}
	if (files.given !== void 0 && !isTitle) return false;
	files.path = nameOf$1(reader, files, name);
	files.isSentence = readsLikeSentence(line, name);
	files.isMentioned = !isTitle;
	return isTitle;
}
function nameOf$1(reader, { path, given }, name) {
	return path === given ? fileNamed(reader, name) : fullPath(name, void 0);
}
function forgetSentence(files) {
	if (files.isMentioned) files.path = files.given;
	files.isMentioned = false;
}
function namesInFence(reader, files, fence) {
	const name = pathInInfo(fence);
	if (name === null) return false;
	files.path = nameOf$1(reader, files, name);
	files.otherAt = null;
	files.isSentence = false;
	files.isMentioned = false;
	return true;
}
function takeBlock(reader, files, marker) {
	reader.hunks += 1;
	const line = numberOf(reader);
	const number = reader.hunks;
	if (looksLikePath(marker.rest) || isKnownName(marker.rest)) noteNameBehindMark(reader, files, {
		path: nameOf$1(reader, files, marker.rest),
		number,
		line
	});
	else {
		if (marker.rest !== "") passOver(reader);
		takeOther(reader, files, {
			number,
			line
		});
	}
	files.otherAt = null;
	files.isMentioned = false;
	files.titleAt = null;
	files.isTitled = false;
	const { path } = files;
	const block = readBlock(reader, marker);
	if ("problem" in block) reader.refusals.push(malformedAt({
		line: block.line,
		path,
		hunk: number
	}, block.problem));
	else if (path === void 0) {
		const message = `Block ${number} has no path. Put a line with the file's path before it, such as File: src/a.js.`;
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
function noteNameBehindMark(reader, files, place) {
	const above = files.isTitled ? files.path : void 0;
	files.isSentence = false;
	if (above !== void 0 && !mayBeOneFile(place.path, above)) reader.refusals.push(twoNames(place, `the line above it says ${above}`));
	else if (above === void 0 || above.length <= place.path.length) {
		files.path = place.path;
		if (files.given !== void 0 && !mayBeOneFile(place.path, files.given)) files.elsewhere ??= place;
	} else addRepair(reader.repairs, `the name ${place.path} was read as ${above}`, place.line);
}
function refuseElsewhere(reader, { given, elsewhere }) {
	const isDone = reader.operations.some(({ path }) => path === given);
	if (elsewhere !== void 0 && !isDone) reader.refusals.push(twoNames(elsewhere, `the path that was given with it is ${given}`));
}
function twoNames({ path, number, line }, other) {
	const message = `Block ${number} is for ${path} by its first line, and ${other}, so it is open which file is meant. Name one of them in both places, or in one place only.`;
	return malformedAt({
		line,
		path,
		hunk: number
	}, message);
}
function addBlock(reader, files, { path, number, line, block }) {
	for (const repair of block.repairs) addRepair(reader.repairs, repair, line);
	if (block.search.every((text) => text.trim() === "")) {
		files.open = void 0;
		if (files.isSentence) reader.refusals.push(unclearName({
			path,
			number,
			line
		}));
		else reader.operations.push(newFile({
			path,
			number,
			line,
			block
		}));
		return;
	}
	const { lines, first, numbered } = linesOfBlock(reader, line, block);
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
		anchors: [],
		noMarkLost: true,
		...numbered === void 0 ? {} : { numbered: withHint(numbered, block.startLine) }
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
function unclearName({ path, number, line }) {
	const message = `Block ${number} has nothing to search, so it makes a file, and "${path}" may be a sentence. Put a line with the file's path and nothing else before it, such as File: bin/run.`;
	return malformedAt({
		line,
		hunk: number
	}, message);
}
function newFile({ path, number, block }) {
	return {
		action: "create",
		path,
		lines: block.replace,
		finalNewline: true,
		hunk: number
	};
}
function linesOfBlock(reader, line, { search, replace }) {
	const bare = search.length < LEAST_NUMBERED ? null : withoutNumbersOnBothSides({
		old: search,
		now: replace
	});
	const lines = replacementLines(search, replace);
	if (bare === null) return { lines };
	addRepair(reader.repairs, "line numbers before the lines of a block were left out, unless the file has them", line);
	return {
		lines: replacementLines(bare.old, bare.now),
		first: bare.first,
		numbered: lines
	};
}
function withHint(lines, lineHint) {
	return {
		lines,
		...lineHint === void 0 ? {} : { lineHint }
	};
}
const LEAST_NUMBERED = 2;
function refuseStray(reader, path) {
	const line = numberOf(reader);
	const message = `Line ${line} is the middle or the end of a block that did not begin. Begin blocks with <<<<<<< SEARCH; where one writes such a line, put a backslash before it.`;
	reader.refusals.push(malformedAt({
		line,
		path
	}, message));
}
function noBlock(reader) {
	return malformedAt({ line: reader.before + 1 }, "There is no block. Send the path, then <<<<<<< SEARCH, ======= and >>>>>>> REPLACE, each on a line of its own.");
}

// src/patch/formats/fence-margin.ts
function startOfFence(text, at, fence) {
	return {
		...text,
		lines: withoutIndent(text.lines.slice(at + 1, closingAt(text, at, fence)), fence)
	};
}
function moveToMargin(text, at, fence) {
	if (fence.indent === 0) return fence;
	const space = " ".repeat(fence.indent);
	const isInside = (line) => line.startsWith(space) || line.trim() === "";
	let end = at + 1;
	while (end < text.lines.length && isInside(text.lines[end] ?? "")) end += 1;
	const closing = closingAt(text, at, fence);
	if (end < closing) return fence;
	const last = end === closing ? closing + 1 : end;
	for (let next = at; next < Math.min(last, text.lines.length); next += 1) {
		const line = text.lines[next] ?? "";
		text.lines[next] = line.startsWith(space) ? line.slice(fence.indent) : line.trimStart();
	}
	return {
		...fence,
		indent: 0
	};
}
function closingAt(text, at, fence) {
	let closing = at + 1;
	while (closing < text.lines.length && !closes(lineAt$1(text, closing) ?? "", fence)) closing += 1;
	return closing;
}

// src/patch/formats/text-parts.ts
function partsOf(lines) {
	const parts = [];
	const text = {
		...lines,
		lines: [...lines.lines]
	};
	const scan = {
		text,
		parts,
		at: 0,
		fence: null,
		above: null,
		aboveAt: -1,
		isTitle: false,
		isSentence: false,
		title: null,
		fenceTitle: null,
		marks: {
			begin: null,
			end: null,
			closing: null
		}
	};
	while (scan.at < text.lines.length) step(scan);
	return {
		lines: text,
		parts
	};
}
function step(scan) {
	const { text, at } = scan;
	const line = lineAt$1(text, at) ?? "";
	const format = isStrayEnd(scan, line) ? "blocks" : formatAt(text, at);
	if (format !== null) takePart(scan, format);
	else if (scan.fence !== null && closes(line, scan.fence)) {
		scan.fence = null;
		scan.fenceTitle = null;
		scan.at += 1;
	} else if (scan.fence === null && fenceOn(line) !== null) enterFence(scan, line);
	else {
		if (line.trim() !== "" && !isTagLine(line)) noteAbove(scan, line);
		scan.at += 1;
	}
}
function isStrayEnd({ parts }, line) {
	return blockMarker(line)?.role === "replace" && parts.some(({ format }) => format === "blocks");
}
function noteAbove(scan, line) {
	scan.above = nameOn(line);
	scan.aboveAt = scan.at;
	scan.isTitle = scan.above !== null && isTitleLine(line);
	scan.isSentence = scan.above !== null && readsLikeSentence(line, scan.above);
	scan.title = fileTitle(line);
}
function nameOn(line) {
	const name = pathOn(line);
	if (name === null) return null;
	const isMarked = line.includes("`") || /file|path/i.test(labelOn(line) ?? "");
	return looksLikePath(name) || isKnownName(name) || isMarked ? name : null;
}
function takePart(scan, format) {
	const { text, at, fence } = scan;
	const end = endOfPart(scan, format);
	const { above, isTitle, isSentence } = scan;
	const path = above !== null ? {
		path: above,
		isTitled: isTitle,
		isSentence,
		...titleOf(scan, true)
	} : {};
	const last = scan.parts.at(-1);
	if (format === "blocks" && last?.format === "blocks") scan.parts[scan.parts.length - 1] = {
		...last,
		end,
		...titledBy(scan, end, last.titled)
	};
	else scan.parts.push({
		format,
		start: at,
		end,
		...fence === null ? {} : { fence },
		...path,
		...titledBy(scan, end)
	});
	scan.at = end;
	if (format === "blocks" && fence !== null && closes(lineAt$1(text, end - 1) ?? "", fence)) scan.fence = null;
	forgetAbove(scan);
}
function titledBy({ fenceTitle }, end, others = []) {
	const titled = fenceTitle === null ? others : [...others, {
		...fenceTitle,
		end
	}];
	return titled.length === 0 ? {} : { titled };
}
function titleOf({ text, isTitle, aboveAt }, isEdit) {
	if (!isTitle || aboveAt < 0) return {};
	const fence = fenceOn(lineAt$1(text, aboveAt) ?? "");
	const named = fence === null ? null : fileInInfo(fence.info);
	return named !== null && (isEdit ? !named.isAlone : named.hasMore) ? {} : { titleAt: aboveAt };
}
function forgetAbove(scan) {
	scan.above = null;
	scan.title = null;
	scan.fenceTitle = null;
}
function enterFence(scan, line) {
	const { text, at } = scan;
	const fence = fenceOn(line);
	if (fence === null) return;
	const language = languageOf(fence);
	const named = fileInInfo(fence.info);
	if (named !== null) {
		[scan.above, scan.aboveAt, scan.isTitle, scan.isSentence] = [
			named.path,
			at,
			true,
			false
		];
		scan.title = named.isAlone ? {
			path: named.path,
			isAlone: true
		} : null;
	}
	const inside = startOfFence(text, at, fence);
	const first = nextFilled(inside, 0);
	const second = nextFilled(inside, first + 1);
	const lead = lineAt$1(inside, first) ?? "";
	const isNamed = nameOn(lead) !== null;
	const isLed = isNamed || heredocWord(lead) !== null;
	const leading = formatAt(inside, first) ?? (isLed ? formatAt(inside, second) : null);
	if (leading !== null && !(isWholeLanguage(language) && (leading === "diff" || isNamed))) beginFence(scan, fence);
	else if (language === "diff" || language === "patch") {
		beginFence(scan, fence);
		takePart(scan, "diff");
	} else takeFence(scan, fence);
}
function beginFence(scan, fence) {
	scan.fence = moveToMargin(scan.text, scan.at, fence);
	scan.at += 1;
	scan.fenceTitle = scan.title === null ? null : {
		title: scan.title,
		start: scan.at
	};
}
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
	const { text, at, above, isTitle, title } = scan;
	const { end, isOpen } = endOfFence(text, at + 1, fence);
	const own = {
		...text,
		lines: withoutIndent(text.lines.slice(at + 1, end), fence)
	};
	const hasMarks = own.lines.some((_, index) => formatAt(own, index) !== null);
	const path = above !== null ? {
		path: above,
		isTitled: isTitle,
		...titleOf(scan, false)
	} : {};
	const named = title === null ? path : {
		...path,
		title
	};
	scan.parts.push({
		format: "fence",
		start: at + 1,
		end,
		fence,
		...named,
		isOpen,
		hasMarks
	});
	scan.at = end + 1;
	forgetAbove(scan);
}
function endOfFence(text, from, fence) {
	let depth = 0;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt$1(text, at) ?? "";
		const inner = fenceOn(line);
		if (inner?.mark === fence.mark) {
			if (inner.info !== "") depth += 1;
			else if (depth === 0 && inner.indent <= fence.indent) return {
				end: at,
				isOpen: false
			};
			else depth = Math.max(0, depth - 1);
		}
	}
	return {
		end: text.lines.length,
		isOpen: true
	};
}

// src/patch/formats/shell-commands.ts
function commandsNotRun(lines, blocks) {
	const titled = blocks.filter(({ title }) => title !== void 0).slice(0, MOST_NUMBERS);
	const others = blocks.filter((block) => !titled.includes(block));
	return [...others.length === 0 ? [] : [`The commands in ${blocksAt(lines, others)} were not run`], ...titled.map((block) => `The commands in ${blocksAt(lines, [block])} were not run, and ${block.title?.path} was not made of them`)];
}
function commandsBehind(lines, parts) {
	const found = parts.flatMap((part, index) => {
		const at = part.format === "fence" ? null : lineBehind(lines, part, parts[index + 1]?.start);
		return at === null ? [] : [numberOf(lines, at)];
	});
	return found.length === 0 ? [] : [`The commands at ${counted("line", found)}, behind a patch, were not run`];
}
function blocksAt(lines, parts) {
	const numbers = parts.map(({ start }) => numberOf(lines, start - 1));
	return `the code ${parts.length === 1 ? "block" : "blocks"} at ${counted("line", numbers)}`;
}
function lineBehind(lines, { fence, start, end }, next = lines.lines.length) {
	if (fence === void 0 && heredocWord(lines.lines[start - 1] ?? "") !== null) return lineRightBehind(lines, end, next);
	if (fence === void 0 || !isShellFence(fence)) return null;
	const given = heredocWord(lines.lines[next - 1] ?? "") === null ? next : next - 1;
	const behind = lines.lines.slice(end, given);
	const closing = behind.findIndex((line) => fenceOn(line) !== null);
	const commands = behind.slice(0, closing === -1 ? void 0 : closing).findIndex((line) => /\S\s+\S/.test(line));
	return commands === -1 ? null : end + commands;
}
function lineRightBehind({ lines }, end, next) {
	for (let at = end; at < next; at += 1) {
		const line = lines[at] ?? "";
		if (line.trim() === "" || fenceOn(line) !== null || heredocWord(line) !== null) return null;
		if (/\S\s+\S/.test(line)) return /^\s*\p{Lu}|[.:!?]\s*$/u.test(line) ? null : at;
	}
	return null;
}
function counted(unit, numbers) {
	const more = numbers.length > MOST_NUMBERS ? ` and ${numbers.length - MOST_NUMBERS} more` : "";
	return `${unit}${numbers.length === 1 ? "" : "s"} ${numbers.slice(0, MOST_NUMBERS).join(", ")}${more}`;
}
const MOST_NUMBERS = 10;

// src/patch/formats/prose.ts
function passOverBeside(lines, parts) {
	const titles = new Set(parts.map((part) => isTitleOf(lines, part) ? part.titleAt : void 0));
	let from = 0;
	for (const { start, end } of [...parts, {
		start: lines.lines.length,
		end: 0
	}]) {
		for (let at = from; at < start; at += 1) if (!titles.has(at) && !isIndexLine(lines, at)) passOver(lines, at);
		from = end;
	}
}
function isTitleOf(lines, { format, path = "", start, end }) {
	if (format === "fence" || format === "blocks") return true;
	const name = path.slice(path.lastIndexOf("/") + 1);
	const headers = lines.lines.slice(start, end).filter((line) => HEADER.test(line));
	return headers.length === 0 || headers.some((line) => line.includes(name));
}
function proseNote(passed) {
	const stretches = stretchesOf(passed.filter(({ text }) => isSaying(text.trim())));
	if (stretches.length === 0) return null;
	const shown = stretches.slice(0, MOST_STRETCHES).map(shownStretch);
	const more = stretches.length - shown.length;
	const rest = more > 0 ? `; and ${more} more such places` : "";
	return `Words that belong to no edit were passed over: ${shown.join("; ")}${rest}`;
}
function commandsBeside(passed) {
	const lines = passed.filter(({ text }) => givingLine(text)?.hasCommands === true).map(({ line }) => line);
	return lines.length === 0 ? [] : [`The commands at ${counted("line", lines)}, beside a patch, were not run`];
}
function isSaying(line) {
	const fence = fenceOn(line);
	if (!/[\p{L}\p{N}]/u.test(line) || isTagLine(line)) return false;
	if (fence !== null && pathInInfo(fence) === null && !hasWords(fence)) return false;
	if (/^(?:EOF|PATCH)$/.test(line) || isGivenPatch(line)) return false;
	return !isSeparator(line) || /^(?:Only in|Index:|diff) /.test(line);
}
function isGivenPatch(line) {
	const given = givingLine(line);
	return given !== null && !given.hasRemark && !given.hasCommands || FILE_OF_PATCH.test(line);
}
const FILE_OF_PATCH = /^(?:\$ )?cat ?>{1,2} ?[\w./-]{0,200}\.(?:patch|diff) ?<<-? ?['"]?\w+['"]?$/;
function stretchesOf(prose) {
	const stretches = [];
	for (const { line, text } of prose.toSorted((left, right) => left.line - right.line)) {
		const open = stretches.at(-1);
		if (open === void 0 || line > open.last + MOST_BETWEEN) {
			stretches.push({
				first: line,
				last: line,
				text: text.trim().slice(0, MOST_CHARACTERS$1 + 1)
			});
			continue;
		}
		if (open.text.length <= MOST_CHARACTERS$1) open.text = `${open.text} ${text.trim().slice(0, MOST_CHARACTERS$1)}`;
		open.last = line;
	}
	return stretches;
}
function shownStretch({ first, last, text }) {
	const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
	return `"${text.length > MOST_CHARACTERS$1 ? `${cutBetweenWords(text)}…` : text}" (${lines})`;
}
function cutBetweenWords(text) {
	const kept = text.slice(0, MOST_CHARACTERS$1).toWellFormed();
	return OF_WORD.test(text.charAt(MOST_CHARACTERS$1)) ? kept.replace(/[\w+/=.:~-]+$/, "") : kept;
}
const OF_WORD = /[\w+/=.:~-]/;
const MOST_BETWEEN = 2;
const MOST_CHARACTERS$1 = 160;
const MOST_STRETCHES = 6;

// src/patch/formats/bare-words.ts
function isWordsFor(text, path) {
	if (HOLDS_WORDS.test(path)) return false;
	const lines = text.slice(0, MAX_LOOKED_AT$2).split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const [first = ""] = lines;
	if (!lines.every(isLineOfWords) || HAS_KEYS.test(path) && KEY.test(first)) return false;
	const isEnded = ENDED.test(lines.at(-1) ?? "");
	const isLong = first.split(/\s+/).length >= LEAST_WORDS;
	if (/^\p{Lo}/u.test(first)) return true;
	return BEGUN.test(first) ? isEnded || isLong && lines.length === 1 : isEnded && isLong;
}
const HOLDS_WORDS = /\.(?:mdx?|markdown|rst|txt|text|adoc|org|tex|html?|hbs|ejs|erb|j2|jinja2?|njk|liquid|mustache|tmpl|tpl|feature|csv|tsv|po|srt|vtt|log|license|v)$|(?:^|\/)\.?(?![^/.]+file$)[^/.]+$/i;
const MAX_LOOKED_AT$2 = 2e4;
function isLineOfWords(line) {
	const bare = line.replace(/^(?:[-•]|\d{1,3}[.)]) /, "").replaceAll(IN_SENTENCES, "x");
	return /^[\p{L}\p{N}]/u.test(bare) && !/[{}[\]=<>$#@\\|~^*+&]|;$|\w\(/.test(bare);
}
const IN_SENTENCES = /`[^`]{1,200}`|\*{1,2}[^*]{1,200}\*{1,2}|\(\)|#\d{1,9}\b/g;
const HAS_KEYS = /\.(?:ya?ml|toml|ini|cfg|conf|properties)$/i;
const KEY = /^[\w.-]{1,80}:(?: |$)/;
const ENDED = /[.!?:。！？：…]$/;
const BEGUN = /^\p{Lu}[\p{Ll}'’ ,]/u;
const LEAST_WORDS = 4;

// src/patch/formats/edit-for-file.ts
function isEditFor(text, path) {
	return !showsEdits(path) && beginsAsEdit(text);
}
function showsEdits(path) {
	return SHOWS_EDITS.test(path);
}
function beginsAsEdit(text) {
	const filled = beginningOf(text);
	const first = filled.findIndex((line) => !isLead(line));
	const lines = first === -1 ? null : linesToRead(filled.slice(first, first + 2).join("\n"));
	return lines !== null && (formatAt(lines, 0) !== null || UNREADABLE.test(filled.slice(first, first + 3).join("\n")));
}
function isEditAtOnce(text) {
	const first = beginningOf(text).find((line) => fenceOn(line) === null);
	return first !== void 0 && !isLead(first) && beginsAsEdit(text);
}
function namesFile$1(text, path) {
	return beginningOf(text).some((line) => {
		if (!line.endsWith(path)) return false;
		const before = line.slice(0, -path.length);
		return before === "" || /^(?:(?:---|\+\+\+|diff --git .{0,1100}) (?:[a-z]\/)?|\*{3} [A-Z][a-z]+ File: )$/.test(before);
	});
}
function beginningOf(text) {
	return text.slice(0, MAX_LOOKED_AT$1).split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
const UNREADABLE = /^<{3,}\s*SEARCH\b|^\*{3} \S.*\n-{3} \S.*\n\*{15}/;
function isLead(line) {
	return fenceOn(line) !== null || isLineOfWords(line) && /[.:!]$/.test(line) || isTitleLine(line);
}
const MAX_LOOKED_AT$1 = 2e4;
const SHOWS_EDITS = /\.(?:diff|patch|rej|mdx?|markdown|rst|txt|text|adoc|org|tex|snap)$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;

// src/patch/formats/fenced-files.ts
function fencedFiles(lines, parts) {
	const blocks = parts.filter((part) => !isCommands(lines, part));
	const named = blocks.filter((part) => isNamed(lines, part));
	const [only, second] = named.length > 0 ? named : blocks;
	if (only === void 0 || named.length === 0 && (second !== void 0 || lines.path === void 0)) return unnamed(lines, blocks[0] ?? parts[0]);
	const taken = new Set(named.length > 0 ? named : [only]);
	const doubt = followerInDoubt(parts, taken);
	const files = doubt === void 0 ? [...taken].map((part) => fileIn(lines, part, part.title?.path)) : longFile(lines, taken);
	if (files === null) return unpaired(lines, doubt);
	const paths = /* @__PURE__ */ new Set();
	const twice = files.find(({ path }) => paths.size === paths.add(path).size);
	if (twice !== void 0) return sentTwice(twice);
	for (const file of files) noteTaken(lines, file);
	const left = parts.filter((part) => !taken.has(part) && (doubt === void 0 || part.start < only.start));
	const commands = left.filter((part) => isCommands(lines, part));
	return {
		files,
		repairs: passedOver$1(lines, left.filter((part) => !isCommands(lines, part))),
		notDone: commandsNotRun(lines, commands)
	};
}
function noteTaken(lines, { path, linesBefore }) {
	addRepair(lines.repairs, `the code block was taken for the whole of ${path}`, numberOf(lines, linesBefore - 1));
}
function fileIn(lines, { start, end, fence }, path) {
	const own = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED);
	return {
		path: path === void 0 ? lines.path ?? "" : fileNamed(lines, path, start - 1),
		content: own.length === 0 ? "" : `${own.join("\n")}\n`,
		found: "fenced",
		linesBefore: start
	};
}
function isCommands(lines, { fence, title }) {
	if (fence === void 0 || !isShellFence(fence) || title?.isAlone === true) return false;
	return lines.path === void 0 || !/\.(?:sh|bash|zsh|ps1|bat|cmd)$/.test(lines.path);
}
function isNamed(lines, { title }) {
	return title !== void 0 && (title.isAlone || lines.path === void 0);
}
function unnamed(lines, first) {
	const line = numberOf(lines, (first?.start ?? 1) - 1);
	const message = `The code block at line ${line} does not say which file it is, and holds no edit. Put the file's path, and nothing else, on the line above it, or send a write change.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
function followerInDoubt(parts, taken) {
	const next = /* @__PURE__ */ new Map();
	let doubt;
	for (const part of parts.toReversed()) {
		const mark = part.fence?.mark ?? "";
		const follower = next.get(mark);
		if (taken.has(part) && follower?.fence?.info === "" && !taken.has(follower)) doubt = follower;
		next.set(mark, part);
	}
	return doubt;
}
function longFile(lines, taken) {
	const [only, second] = taken;
	const last = lines.lines.findLastIndex((line) => line.trim() !== "");
	if (only?.fence === void 0 || second !== void 0) return null;
	if (!closes(lineAt$1(lines, last) ?? "", only.fence)) return null;
	return [{
		...fileIn(lines, {
			...only,
			end: last
		}, only.title?.path),
		sureLines: only.end - only.start
	}];
}
function unpaired(lines, doubt) {
	const line = numberOf(lines, (doubt?.start ?? 1) - 1);
	const message = `The code block at line ${line} names no file, so it may be part of the file before it. Put four backquotes around a file that holds code blocks, or send a write change.`;
	return malformedAt({ line }, message);
}
function sentTwice({ path, linesBefore }) {
	const message = `Two code blocks are for ${path}, so nobody can tell which one is the file. Send one of them.`;
	return malformedAt({
		line: linesBefore,
		path
	}, message);
}
function passedOver$1(lines, examples) {
	return examples.length === 0 ? [] : [`No file was made of ${blocksAt(lines, examples)}, because the line above is not just a path`];
}

// src/patch/formats/unescaped-text.ts
function unescapedText(text) {
	if (text.includes("\n") || !text.includes("\\n") || !MARKS.test(text)) return null;
	const inner = /^\s*"/.test(text) ? text.trim().slice(1, -1) : text;
	if (/(?:^|[^\\])(?:\\\\)*"/.test(inner) && /\\[^n]/.test(inner)) return null;
	return inner.replace(/\\(.)/g, (escape, letter) => ESCAPES[letter] ?? escape);
}
const MARKS = /\*\*\* Begin Patch\\n|(?:<{5,9}|-{5,9}) ?SEARCH\\n|(?:^|"|\\n)(?:@@ -\d|diff --git |--- \S)/;
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"'": "'",
	"\\": "\\"
};

// src/patch/formats/json-place.ts
function isAllOfText(before, after) {
	if (WRITES.test(before.slice(-MAX_COMMAND$1)) || OBJECT.test(before) || OBJECT.test(after)) return false;
	const [above, below] = [before, after].map((text) => unescapedText(text) ?? text);
	const lines = linesToRead(`${above}\n{}\n${below}`);
	return lines !== null && partsOf(lines).parts.every(({ format, title, hasMarks }) => format === "fence" && title === void 0 && hasMarks !== true);
}
const OBJECT = /^\{\s*"/m;
const WRITES = /^[ \t]*(?:\$ )?(?:sudo )?(?=[^\n]*<<)(?:cat\b[^\n|]*>|tee\b)[^\n]*\n[\s[]*(?![\s\S])/m;
const MAX_COMMAND$1 = 400;
function stretchesBeside(lines, parts) {
	return wholeStretches(lines, parts).flatMap((whole) => {
		const pieces = piecesOf(whole);
		return pieces.length > 1 && pieces.length <= MOST_PIECES ? [whole, ...pieces] : [whole];
	});
}
function piecesOf({ start, text }) {
	const own = text.split("\n");
	const starts = own.flatMap((line, at) => BEGINS_JSON.test(line) ? [at] : []);
	return starts.map((from, index) => ({
		start: start + from,
		text: own.slice(from, starts[index + 1]).join("\n")
	}));
}
const MOST_PIECES = 100;
const BEGINS_JSON = /^[[{]/;
function wholeStretches(lines, parts) {
	const found = [];
	let open = null;
	for (const [at, isBeside] of linesBeside(lines, parts).entries()) {
		const line = lineAt$1(lines, at) ?? "";
		if (isBeside && open === null && BEGINS_JSON.test(line)) open = at;
		if (isBeside || open === null) continue;
		found.push(stretch(lines, open, at));
		open = null;
	}
	return open === null ? found : [...found, stretch(lines, open, lines.lines.length)];
}
function stretch({ lines }, start, end) {
	return {
		start,
		text: lines.slice(start, end).join("\n")
	};
}
function linesBeside(lines, parts) {
	const beside = lines.lines.map((_, at) => fenceOn(lineAt$1(lines, at) ?? "") === null);
	for (const { format, start, end } of parts) {
		let isInBlock = false;
		for (let at = start; at < end; at += 1) {
			const line = lineAt$1(lines, at) ?? "";
			const role = format === "blocks" ? blockMarker(line)?.role : void 0;
			if (role === "search") isInBlock = true;
			const isInDiff = format === "diff" && (/^[-+@\\]/.test(line) || isFileStart(lines, at));
			beside[at] = format === "blocks" && !isInBlock || format === "diff" && !isInDiff;
			if (role === "replace") isInBlock = false;
		}
	}
	return beside;
}

// src/patch/formats/part-change.ts
function changeOf(lines, { format, start, end, fence, path, isTitled, titleAt }) {
	const text = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED).join("\n") + (end < lines.lines.length ? "\n" : "");
	const file = path !== void 0 && (lines.path === void 0 || isTitled === true && (looksLikePath(path) || isKnownName(path))) ? fileNamed(lines, path, titleAt ?? start) : lines.path;
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
function originOf(lines, { part, change, named }) {
	return {
		linesBefore: part.start,
		...pathFromOf(lines, part),
		...inFullOf(lines, change, named)
	};
}
function pathFromOf({ path: given }, { path, isSentence, isTitled }) {
	if (given !== void 0 || path === void 0) return {};
	if (isSentence === true) return { pathFrom: "sentence" };
	return { pathFrom: isTitled === true ? "line" : "mention" };
}
function inFullOf({ path: given, given: shortened }, change, named) {
	if (!("path" in change) || change.path?.includes("/") !== true) return {};
	const isInFull = named.has(change.path) || change.path === given && shortened === void 0;
	return isInFull ? { isInFull } : {};
}

// src/patch/formats/shell-file.ts
function isShellFile(path, fence, content) {
	const first = content.find((line) => line.trim() !== "") ?? "";
	if (first.startsWith("#!")) return true;
	return !(SESSIONS.has(languageOf(fence)) || /^\s*(?:\$|PS>)\s/.test(first)) && MAY_BE_SHELL.test(nameOf(path)) && !content.some((line) => starts(line, path));
}
const SESSIONS = /* @__PURE__ */ new Set(["console", "shell-session"]);
const MAY_BE_SHELL = /^\.?[^.]+$|^\.env|\.(?:sh|bash|zsh|ksh|fish|bats|ps1|psm1|bat|cmd|command|env|conf|cfg|ini|txt|service|properties|example|sample|template|local)$/i;
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function starts(line, path) {
	if (line.length > MAX_CHARACTERS || line.trim().startsWith("#")) return false;
	const name = nameOf(path);
	const words = line.split(/[\s;&|()"'`]+/).filter((word) => word !== "");
	return words.some((word, at) => word === path || word === `./${path}` || word === `./${name}` || word === name && STARTERS.has(words[at - 1] ?? ""));
}
const MAX_CHARACTERS = 1e3;
const STARTERS = /* @__PURE__ */ new Set([
	"sh",
	"bash",
	"zsh",
	"source",
	".",
	"+x",
	"call",
	"-File"
]);

// src/patch/dialects/names.ts
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
const DELIVERY_NAMES = {
	for: ["for"],
	retry: ["retry"],
	again: ["again"]
};
const LIST_NAMES = { changes: [
	"changes",
	"mutations",
	"edits",
	"modifications",
	"operations",
	"patches",
	"files"
] };
const WRAPPER_NAMES = { patch: [
	"patch",
	"client payload",
	"payload",
	"hybrid block",
	"block",
	"input",
	"arguments"
] };
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
const PLACE_NAMES = { place: [
	"start line",
	"end line",
	"line start",
	"line end",
	"from line",
	"to line",
	"line",
	"lines",
	"line number",
	"line range",
	"range",
	"start",
	"end",
	"position",
	"offset",
	"insert line",
	"insert after",
	"insert before",
	"insert at",
	"append",
	"prepend",
	"occurrence",
	"section",
	"anchor",
	"location",
	"insertion point",
	"after line",
	"before line",
	"at line",
	"partial",
	"is partial",
	"old content",
	"old contents",
	"deleted",
	"is deleted",
	"create only"
] };
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
const REQUEST_NAMES = {
	branch: ["branch"],
	tag: ["tag"],
	commit: ["commit", "commit message"],
	backup: ["backup"],
	"summary file": ["summary file"]
};
const REPOSITORY_NAMES = {
	repository: [
		"repository",
		"repo",
		"repository name",
		"repo name",
		"repository full name",
		"repo full name",
		"full name",
		"name with owner",
		"github repository",
		"github repo",
		"target repository",
		"target repo",
		"repository url",
		"repo url",
		"clone url",
		"git url",
		"ssh url"
	],
	owner: [
		"owner",
		"repository owner",
		"repo owner",
		"org",
		"organization"
	]
};
const REQUEST_HOLDERS = {
	git: ["git"],
	final: ["final"],
	"pre commit": ["pre commit"]
};
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
const MESSAGE_NAMES = { message: [
	"channel id",
	"user id",
	"user name",
	"team id",
	"response url",
	"trigger id"
] };
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
function meanings(table) {
	const index = /* @__PURE__ */ new Map();
	for (const meaning in table) for (const name of table[meaning]) index.set(plain(name), meaning);
	return (name) => name.length > MAX_NAME$1 ? void 0 : index.get(plain(name));
}
const MAX_NAME$1 = 60;
function plain(name) {
	return name.toLowerCase().replaceAll(/[ _-]/g, "");
}

// src/patch/formats/trial-words.ts
function trialBeside(prose) {
	const asking = prose.find(({ text }) => asksForTrial$1(text));
	return asking === void 0 ? null : `Line ${asking.line} asks for a try only, which words beside a patch can't do: it would be done. Send the patch with \`"dryRun": true\` beside its changes, or leave the line out.`;
}
function asksForTrial$1(line) {
	const text = line.slice(0, MOST_CHARACTERS);
	return CALL$2.test(text) || OPTION.test(text) || text.includes("<<") && FLAG$1.test(text);
}
const MOST_CHARACTERS = 2e3;
const CALL$2 = /^[^\p{L}\p{N}]*preview_?patch(?![\w-])|(?<![\w-])preview_?patch["'`]?\s?(?:$|[(:{<>])/iu;
const OPTION = /(?<!\w)dry[-_ ]?run["'`]?\s?[:=]\s?["'`]?(?:true|yes|on|1)(?!\w)/i;
const FLAG$1 = /\s--dry-run(?![\w=-])/;

// src/patch/loose-json.ts
function parseLooseJson(text) {
	const strict = parseJson(text);
	if (strict.ok) return {
		...strict,
		repairs: []
	};
	if (strict.crowded === true) return strict;
	const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
	const marks = body === text ? [] : ["A byte order mark was left out"];
	for (const { start, end, repairs } of candidates(body)) {
		const tidied = tidy(body.slice(start, end));
		const parsed = parseJson(tidied.text);
		if (!parsed.ok) continue;
		if (repairs.length > 0 && !isAllOfText(body.slice(0, start), body.slice(end))) return strict;
		const around = repairs.length === 0 ? [] : proseAround(body, start, end);
		const note = proseNote(around);
		const prose = note === null ? [] : [note];
		const called = CALL$1.exec(body.slice(Math.max(0, start - MAX_CALL), start))?.[1];
		const trial = trialBeside(around);
		return {
			...parsed,
			repairs: [
				...marks,
				...repairs,
				...prose,
				...tidied.repairs
			],
			...called === void 0 ? {} : { called },
			...trial === null ? {} : { trial }
		};
	}
	return strict;
}
const CALL$1 = /(?<![\w.:/-])([A-Za-z][\w.:/-]*)\([^()]*$/;
const MAX_CALL = 300;
function proseAround(text, start, end) {
	const [before, behind] = [text.slice(0, start).split("\n"), text.slice(end).split("\n")];
	const last = text.slice(0, end).split("\n").length;
	return [...before.map((line, at) => ({
		line: at + 1,
		text: withoutSecrets(line)
	})), ...behind.map((line, at) => ({
		line: last + at,
		text: withoutSecrets(line)
	}))];
}
function withoutSecrets(line) {
	return line.replaceAll(/[\w+/=-]{32,}/g, "…");
}
const BYTE_ORDER_MARK = "﻿";
function candidates(text) {
	const whole = {
		start: 0,
		end: text.length,
		repairs: []
	};
	const fenced = onlyFence(text);
	const [start, end] = [text.indexOf("{"), text.lastIndexOf("}") + 1];
	return [
		whole,
		...fenced === null ? [] : [{
			...fenced,
			repairs: ["The JSON was taken out of its code fence"]
		}],
		...start === -1 || end <= start || end - start === text.trim().length ? [] : [{
			start,
			end,
			repairs: ["The JSON was taken out of the text around it"]
		}]
	];
}
function onlyFence(text) {
	const fences = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm)];
	const [open, close] = fences;
	if (fences.length !== 2 || open === void 0 || close === void 0) return null;
	return {
		start: open.index + open[0].length,
		end: close.index
	};
}
function tidy(text) {
	const parts = [];
	const repairs = /* @__PURE__ */ new Set();
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
function escapeControls(string) {
	return string.replace(ESCAPE_OR_CONTROL, (match) => match.startsWith("\\") ? match : `\\u${match.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const ESCAPE_OR_CONTROL = /\\[\s\S]|[\u0000-\u001F]/g;

// src/patch/repository-name.ts
const ELSEWHERE = Symbol("compared where it is handed on to");
function heedRepositories(named, sentTo) {
	if (sentTo === ELSEWHERE) return {
		refusals: [],
		repairs: []
	};
	if (sentTo === null) return {
		refusals: [],
		repairs: [...new Set(named.map(notCompared))]
	};
	const others = named.filter(({ name }) => name.toLowerCase() !== sentTo.toLowerCase());
	const branches = named.flatMap(({ branch }) => branch === void 0 ? [] : [branch]);
	return {
		refusals: others.map((other) => anotherRepository(other, sentTo)),
		repairs: [...new Set(branches)].map((branch) => `The branch ${branch} behind the repository was passed over; \`base.branch\` names one`)
	};
}
function notCompared({ name }) {
	return `The repository ${name} was passed over, for what this one is called is not known here`;
}
function anotherRepository({ name, at }, sentTo) {
	return {
		code: "malformed",
		message: `The patch is for the repository ${name}, and was sent to ${sentTo}. Send it there, or leave the name out if ${sentTo} is meant.`,
		pointer: jsonPointer(at),
		data: {
			named: name,
			sentTo
		}
	};
}
function parseRepositoryName(text) {
	const trimmed = text.length > LONGEST ? "" : text.trim();
	const [, owner, rest = "", branch] = WRITTEN.exec(trimmed.replace(ADDRESS, "")) ?? [];
	const name = rest.replace(/\.git$/i, "");
	if (owner === void 0 || name === "" || name === "." || name === "..") return null;
	return {
		name: `${owner}/${name}`,
		...branch === void 0 ? {} : { branch }
	};
}
const LONGEST = 500;
const ADDRESS = /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:[^\s/@]+@)?[\w.-]+(?::\d+)?\/|[\w-]+@[\w.-]+:|(?:www\.)?github\.com\/|github:)/i;
const WRITTEN = /^([\w-]+)\/([\w.-]+)(?:\/?|(?:@|#|:|\/tree\/)(\S+))$/;

// src/patch/dialects/member.ts
function sameValue({ value: left }, { value: right }) {
	return typeof left === "string" || typeof right === "string" ? left === right : canonicalJson(left) === canonicalJson(right);
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/patch/dialects/refusals.ts
const EXAMPLE = {
	version: 1,
	changes: [{
		kind: "edit",
		path: "src/cart.js",
		find: "const tax = 0.19;",
		replace: "const tax = 0.2;"
	}]
};
const NAMED = {
	kind: "run",
	command: "format"
};
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
const SHOWN_CHARACTERS$1 = 80;
function unknownField(at) {
	return malformed(at, "has no meaning in a change. Remove it, or correct its name.");
}
function contradiction(first, second) {
	return malformed(second, `and \`${jsonPointer(first).slice(1, 81)}\` say the same thing differently. Send one of them.`);
}
function belongsBeside(at, name) {
	return malformed(at, `is heeded only as \`${name}\` beside the patch, at the top of what is sent. Write it there, or leave it out.`);
}
function trialByOtherName(at) {
	return malformed(at, "asks for a try only, by a name that means nothing here. Send `\"dryRun\": true` in the patch, or leave this out.");
}
function appliedOtherwise(at) {
	return malformed(at, "has the patch applied otherwise than it stands, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave this out.");
}
function noChanges(at = []) {
	return refusalOf("no_changes", at, `holds no change to any file. ${SEND}`, { example: EXAMPLE });
}
function missionWithoutChanges(at) {
	return refusalOf("mission_without_changes", at, `says in words what to do, and nobody here writes the code for it. ${SEND}`, { example: EXAMPLE });
}
function wordsUnderPath(at) {
	return refusalOf("mission_without_changes", at, `says in words what to do, and nobody here writes the code for it. ${SEND}. For a file that is to hold these words, send them under \`files\`, or a write change.`, { example: EXAMPLE });
}
function editUnderFiles(at) {
	return malformed(at, "begins as an edit, and under `files` is what a file holds afterwards. Send it under `edits`; for a file that is to hold these lines, send a write change.");
}
function editForContent(at) {
	return malformed(at, `begins as an edit, where what the file holds afterwards belongs. ${EDIT_OR_WRITE}`);
}
function editOrContent(at) {
	return malformed(at, `may be an edit of the file, or what it holds afterwards. ${EDIT_OR_WRITE}`);
}
const EDIT_OR_WRITE = "Send an edit as `diff` or `text`; for a file that is to hold these lines, send `\"kind\": \"write\"`.";
function commandNotAllowed(at) {
	return refusalOf("command_not_allowed", at, `asks for a command, and patches hold none for a shell. Send the files as the command would leave them: ${example()}. Or ask by its name for one of the repository's config: ${JSON.stringify(NAMED)}`, { example: EXAMPLE });
}
function example() {
	return JSON.stringify(EXAMPLE);
}
const SEND = `Send the changes themselves: ${example()}`;

// src/patch/dialects/asked-files.ts
function askedFiles(members, changes) {
	const done = {
		delete: /* @__PURE__ */ new Set(),
		move: /* @__PURE__ */ new Set(),
		write: /* @__PURE__ */ new Set()
	};
	for (const change of changes ?? []) note(change, done);
	return members.filter(({ name, value }) => {
		const asked = requestIn$2(name);
		return asked !== void 0 && isAsked$1(asked, value) && !isDone(value, done[asked]);
	});
}
function isAboutFiles({ name, value }) {
	const asked = requestIn$2(name);
	return asked !== void 0 && (value === false || typeof value === "number" || isAsked$1(asked, value));
}
function askedFilesRefusal({ at }) {
	return malformed(at, "asks for changes of files beside the changes, where nothing is done for it. Send each as a change of its own, such as `{\"kind\": \"delete\", \"path\": \"src/old.js\"}`.");
}
const requestIn$2 = meanings({
	delete: [
		"delete",
		"deletes",
		"deletions",
		"delete files",
		"deleted files",
		"files to delete",
		"remove",
		"removes",
		"removals",
		"removed",
		"remove files",
		"removed files",
		"files to remove"
	],
	move: [
		"move",
		"moves",
		"moved",
		"move files",
		"moved files",
		"rename",
		"renames",
		"renamed",
		"rename files",
		"renamed files"
	],
	write: [
		"create",
		"creates",
		"creations",
		"create files",
		"created files",
		"new files",
		"add",
		"additions",
		"add files",
		"added files",
		"inserts",
		"insertions",
		"appends",
		"copy",
		"copies"
	]
});
function note(change, done) {
	if (!isObject$1(change) || !("kind" in change)) return;
	const { kind, path, from, to } = Object.fromEntries(Object.entries(change));
	if (kind === "delete" && typeof path === "string") done.delete.add(path);
	if (kind === "write" && typeof path === "string") done.write.add(path);
	if (kind === "move" && typeof from === "string" && typeof to === "string") done.move.add(from).add(to);
}
function isAsked$1(asked, value) {
	if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
	return asked !== "write" && (value === true || typeof value === "string" && value !== "");
}
function isDone(value, paths) {
	const named = typeof value === "string" ? [value] : value;
	return Array.isArray(named) && named.every((path) => typeof path === "string" && paths.has(path));
}

// src/patch/dialects/description-names.ts
const DESCRIPTION_NAMES = { description: [
	...HEADER_NAMES.title,
	...HEADER_NAMES.description,
	...CHANGE_NAMES.remark,
	"summary",
	"summaries",
	"details",
	"message",
	"reasoning",
	"thought",
	"thoughts",
	"thinking",
	"analysis",
	"justification",
	"motivation",
	"intent",
	"purpose",
	"background",
	"why",
	"what",
	"changelog",
	"remark",
	"remarks",
	"caveats",
	"warnings",
	"assumptions",
	"questions",
	"test plan",
	"user message",
	"user request",
	"request text",
	"prompt",
	"query text",
	"author",
	"authors",
	"created by",
	"generated by",
	"requested by",
	"submitted by",
	"generator",
	"model",
	"model name",
	"provider",
	"agent",
	"agent name",
	"assistant",
	"sender",
	"user",
	"username",
	"origin",
	"timestamp",
	"time",
	"date",
	"created",
	"created at",
	"updated at",
	"generated at",
	"submitted at",
	"confidence",
	"confidence score",
	"certainty",
	"score",
	"priority",
	"severity",
	"importance",
	"urgency",
	"risk",
	"risk level",
	"risks",
	"impact",
	"difficulty",
	"category",
	"topic",
	"tags",
	"keywords",
	"component",
	"module",
	"area",
	"project",
	"project name",
	"ticket",
	"issue",
	"issues",
	"related issues",
	"link",
	"links",
	"references",
	"session",
	"session id",
	"conversation id",
	"chat id",
	"thread id",
	"request id",
	"message id",
	"run id",
	"trace id",
	"correlation id",
	"task id",
	"call id",
	"file type",
	"files changed",
	"changed files",
	"affected files",
	"lines added",
	"lines removed",
	"stats",
	"locale",
	"usage",
	"temperature"
] };
const CONTEXT_NAMES = { context: [
	"role",
	"phase",
	"stage",
	"status",
	"state",
	"metadata",
	"meta",
	"context",
	"event",
	"event type",
	"schema",
	"$schema",
	"schema version",
	"format version",
	"show in ui",
	"repository",
	"repository name",
	"repo",
	"repo name",
	"owner"
] };
const PATCH_WORDS = { patch: [
	"ghost patch",
	"code patch",
	"ui patch",
	"command patch",
	"file patch",
	"patch request",
	"code change",
	"file change",
	"hybrid block",
	"repository dispatch",
	"apply",
	"submit",
	"submit patch",
	"send",
	"send patch",
	"create patch",
	"commit",
	"pull request",
	"create pull request",
	"open pull request",
	"request",
	"event",
	"message",
	"function",
	"function call",
	"tool call",
	"tool use",
	"feature",
	"feat",
	"fix",
	"bugfix",
	"bug fix",
	"hotfix",
	"refactor",
	"refactoring",
	"docs",
	"documentation",
	"test",
	"tests",
	"chore",
	"style",
	"perf",
	"performance",
	"build",
	"ci",
	"security",
	"revert",
	"enhancement",
	"improvement",
	"maintenance",
	"cleanup"
] };

// src/patch/dialects/trial.ts
function asksForTrial({ name, value }) {
	if (tells(name)) return false;
	if (isDoing(name) && isNo(value)) return true;
	if ((isTrialName(name) || isNotDoing(name) || checkIn(name) !== void 0) && isYes(value)) return true;
	if (requestIn$1(name) !== void 0) return false;
	if (hookIn(name) !== void 0) return typeof value === "string" && isTrialName(value);
	return commandIn$3(name) === void 0 ? isTrialValue(value) : isTrialCommand(value);
}
function isTrialName(name) {
	if (name.length > MAX_TRIAL) return false;
	const plain = name.trim().replaceAll(/[ _-]/g, "");
	return [plain, plain.replace(/^(?:is|as|do|run|with|enable|use|just)/i, "")].some((word) => trialIn(word) !== void 0 || trialIn(word.replace(/(?:only|mode|run|flag)$/i, "")) !== void 0);
}
const TRIALS = { trial: [
	"dry",
	"dry run",
	"preview",
	"preview patch",
	"simulate",
	"simulation",
	"validate only",
	"validation only",
	"check only",
	"test only",
	"test run",
	"test mode",
	"trial",
	"trial run",
	"plan only",
	"try only",
	"no op",
	"no write",
	"what if"
] };
const DOINGS = { doing: [
	"apply",
	"apply changes",
	"commit",
	"execute",
	"push",
	"write",
	"save",
	"persist",
	"create pull request",
	"create pr",
	"open pull request",
	"open pr"
] };
const HOOKS = { hook: COMMAND_NAMES.command.filter((name) => ![
	"command",
	"commands",
	"cmd",
	"shell",
	"run",
	"execution"
].includes(name)) };
const checkIn = meanings({ check: ["check"] });
const trialIn = meanings(TRIALS);
const doingIn = meanings(DOINGS);
const hookIn = meanings(HOOKS);
const commandIn$3 = meanings(COMMAND_NAMES);
const requestIn$1 = meanings(REQUEST_NAMES);
const descriptionIn$1 = meanings(DESCRIPTION_NAMES);
const headerIn$2 = meanings(HEADER_NAMES);
const MAX_TRIAL = 40;
function isDoing(name) {
	return isDoingBehind(/^(?:should|shall|must|will|do|auto|enable|allow)+/i, name, true);
}
function isNotDoing(name) {
	return isDoingBehind(/^(?:do|should|shall|must|will)?(?:not|dont|don't|no|never|skip|without|disable|prevent)/i, name, false);
}
function isDoingBehind(before, name, isBareToo) {
	if (name.length > MAX_TRIAL) return false;
	const plain = name.trim().replaceAll(/[ _-]/g, "");
	const word = plain.replace(before, "");
	if (word === plain && !isBareToo) return false;
	return [word, word.replace(/(?:patch|now|automatically)$/i, "")].some((one) => doingIn(one) !== void 0);
}
function tells(name) {
	const header = headerIn$2(name);
	return descriptionIn$1(name) !== void 0 || header !== void 0 && header !== "dryRun";
}
function isYes(value) {
	if (isObject$1(value)) return Object.entries(value).some(([name, inner]) => switchIn(name) !== void 0 && isYes(inner));
	return value === true || value === 1 || typeof value === "string" && /^(?:true|yes|on|y|1)$/i.test(value.trim());
}
const switchIn = meanings({ switch: [
	"enabled",
	"enable",
	"active",
	"on",
	"value"
] });
function isNo(value) {
	return value === false || value === 0 || typeof value === "string" && /^(?:false|no|off|n|0)$/i.test(value.trim());
}
function isTrialValue(value) {
	if (typeof value === "string") return isTrialName(value) || wordsOf$1(value).some(isTrialOption);
	if (Array.isArray(value)) return value.some(isTrialValue);
	return isObject$1(value) && Object.entries(value).some(([name, inner]) => asksForTrial({
		name,
		value: inner
	}));
}
function isTrialCommand(value) {
	if (typeof value === "string") return isTrialLine(value);
	if (!Array.isArray(value)) return isTrialValue(value);
	const [first] = value;
	const words = value.slice(0, MAX_WORDS$1).filter((item) => typeof item === "string");
	return typeof first === "string" && isTrialLine(words.join(" ").slice(0, MAX_LINE)) || value.some((item) => typeof item === "string" ? !item.startsWith("-") && isTrialLine(item) : isTrialValue(item));
}
function isTrialLine(line) {
	const words = wordsOf$1(line);
	const [first = ""] = words;
	if (isTrialName(line.replace(/^[\s/-]+/, ""))) return true;
	if (first.startsWith("-")) return words.some(isTrialOption);
	return words.slice(0, 2).some((word) => /^[@/]?ghost(?:-runner)?$/i.test(word)) && words.some((word) => isTrialOption(word) || isTrialName(word));
}
function isTrialOption(word) {
	const [name = "", value = "true"] = word.split("=", 2);
	return word.startsWith("-") && isTrialName(name.replace(/^-{1,2}/, "")) && isYes(value);
}
function wordsOf$1(text) {
	return text.length > MAX_LINE ? [] : text.split(/[\s,;]/).filter((word) => word !== "");
}
const MAX_LINE = 2e3;
const MAX_WORDS$1 = 100;

// src/patch/dialects/beside-one.ts
function besideOne(own, others) {
	const depth = Math.min(...own.map(({ at }) => at.length));
	const words = others.filter(isWordOfChange);
	return {
		words,
		refusals: others.filter((member) => member.at.length >= depth && !words.includes(member) && !isKnownBeside(member)).map(({ at }) => unknownField(at))
	};
}
function isWordOfChange(member) {
	const { name, value } = member;
	if (isEmpty$1(value) || asksForTrial(member)) return false;
	const said = typeof value === "string" ? value.trim() : "";
	switch (changeIn$8(name)) {
		case "kind": return patchWordIn(said) === void 0;
		case "command": return isToolCommand(name) && /^[\w-]+$/.test(said) && patchWordIn(said) === void 0;
		default: return false;
	}
}
function isKnownWord({ value }) {
	const kind = typeof value === "string" ? kindIn$4(value.trim()) : void 0;
	return kind !== void 0 && kind !== "run";
}
const changeIn$8 = meanings(CHANGE_NAMES);
const patchWordIn = meanings(PATCH_WORDS);
const kindIn$4 = meanings(KIND_WORDS);
const toolCommandIn = meanings({ command: ["command", "cmd"] });
function isToolCommand(name) {
	return toolCommandIn(name) !== void 0;
}
function isEmpty$1(value) {
	return value === null || value === "" || Array.isArray(value) && value.length === 0;
}
const TABLES = [
	DESCRIPTION_NAMES,
	CONTEXT_NAMES,
	HEADER_NAMES,
	DELIVERY_NAMES,
	COMMAND_NAMES,
	REQUEST_NAMES,
	REQUEST_HOLDERS
].map((table) => meanings(table));
function isKnownBeside(member) {
	const { name, value } = member;
	if (isEmpty$1(value) || asksForTrial(member) || isAboutFiles(member)) return true;
	if (changeIn$8(name) === "kind") return true;
	if (missionIn$1(name) !== void 0) return isWords(value);
	return name === "target" || TABLES.some((meaningIn) => meaningIn(name) !== void 0);
}
const missionIn$1 = meanings(MISSION_NAMES);
function isWords(value) {
	return Array.isArray(value) ? value.every((item) => typeof item === "string") : typeof value === "string";
}

// src/patch/dialects/file-mode.ts
function executableOf(mode) {
	const text = typeof mode === "string" || typeof mode === "number" ? `${mode}` : "";
	const digits = /^(?:0o?|100)?([0-7])[0-7]{2}$/.exec(text)?.[1];
	return digits === void 0 ? void 0 : (Number(digits) & OWNER_RUNS) !== 0;
}
const OWNER_RUNS = 1;

// src/patch/dialects/kind.ts
function wordOf(fields) {
	const [kind, command] = [fields.get("kind"), fields.get("command")];
	const said = kind === void 0 ? "any" : wordIn(kind);
	if (said === "any" && command !== void 0) return wordIn(command);
	return kind === void 0 ? void 0 : said;
}
function wordIn({ value }) {
	return typeof value === "string" ? kindIn$3(value) : void 0;
}
const kindIn$3 = meanings(KIND_WORDS);
function saidOfContent(named) {
	if (named === void 0 || named.value === "file") return "nothing";
	if (wordIn(named) === "any") return "edit";
	return named.value === "write" ? "write" : "whole";
}
function kindOf(body, word) {
	const said = word === "any" ? void 0 : word;
	const made = body === void 0 ? void 0 : KIND_OF_BODY[body];
	return agree(said, made) ? said ?? made : null;
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
function agree(one, other) {
	const [left, right] = [one ?? "any", other ?? "any"];
	return left === right || left === "any" || right === "any" || TEXT_KINDS.has(left) && TEXT_KINDS.has(right);
}
const TEXT_KINDS = /* @__PURE__ */ new Set([
	"diff",
	"apply_patch",
	"blocks",
	"text"
]);
const MAKES_ANOTHER = "names a change that the fields beside it do not make. Send the fields of one kind of change.";

// src/patch/dialects/settings.ts
function saidIn(member) {
	if (!isHolder(member.value)) return [member];
	return isSettings(member) ? allIn(member) : [];
}
function isSettings({ name, value }) {
	return isHolder(value) && settingsIn(name) !== void 0;
}
const settingsIn = meanings({ settings: [
	"options",
	"option",
	"opts",
	"settings",
	"setting",
	"config",
	"configuration",
	"preferences",
	"flags",
	"params",
	"parameters",
	"args",
	"kwargs",
	"extra",
	"extras",
	"apply options",
	"patch options",
	"edit options",
	"meta",
	"metadata",
	"context",
	"request",
	"query"
] });
function isHolder(value) {
	return isObject$1(value) || Array.isArray(value) && value.some(isObject$1);
}
function allIn({ value, at }) {
	return (Array.isArray(value) ? value.flatMap((item, index) => isObject$1(item) ? [{
		name: "",
		value: item,
		at: [...at, index]
	}] : []) : Object.entries(value ?? {}).map(([name, sent]) => ({
		name,
		value: sent,
		at: [...at, name]
	}))).filter(({ name }) => descriptionIn(name) === void 0 && commandIn$2(name) === void 0).flatMap((member) => [member, ...isHolder(member.value) ? allIn(member) : []]);
}
const descriptionIn = meanings(DESCRIPTION_NAMES);
const commandIn$2 = meanings(COMMAND_NAMES);

// src/patch/dialects/beside-list.ts
function limitsBeside(beside, read) {
	return beside.flatMap((member) => {
		if (isSettings(member)) return limitsInSettings([member], read.changes);
		return isForbidden(member) || isSaid$2(member.value) && isLimit(member, read) ? [member] : [];
	});
}
function limitsInSettings(beside, changes) {
	const read = {
		list: changes,
		changes
	};
	return beside.filter(isSettings).flatMap(saidIn).filter((member) => isForbidden(member) || isSaid$2(member.value) && isLimit(member, read));
}
function limitRefusal({ at }) {
	return malformed(at, "stands beside the changes and would be done for none of them. Leave it out, and have each change say all that it is to do.");
}
const GUARD_NAMES = {
	encoding: [
		"content encoding",
		"file encoding",
		"transfer encoding"
	],
	overwrite: [
		"overwrite",
		"force",
		"replace existing"
	]
};
const placeIn$1 = meanings(PLACE_NAMES);
const changeIn$7 = meanings(CHANGE_NAMES);
const guardIn = meanings(GUARD_NAMES);
function isForbidden({ name, value }) {
	return guardIn(name) === "overwrite" && value === false;
}
function isSaid$2(value) {
	return value !== null && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);
}
function isLimit(member, { list, changes }) {
	const { name, value } = member;
	if (placeIn$1(name) !== void 0) return true;
	if (guardIn(name) === "encoding") return !isUtf8(value);
	switch (changeIn$7(name)) {
		case "mode": return executableOf(value) !== void 0 || isPlaceWord(value);
		case "encoding": return !isUtf8(value);
		case "count": return value !== (isObject$1(list) || Array.isArray(list) ? Object.keys(list).length : 1) || changes.some(hasCount);
		case "kind":
		case "command": return isWordOfChange(member) && limitsByWord(member, {
			list,
			changes
		});
		default: return false;
	}
}
function isUtf8(value) {
	return typeof value === "string" && /^utf-?8$/i.test(value);
}
function limitsByWord(member, { list, changes }) {
	if (isPlaceWord(member.value)) return true;
	const word = wordIn(member);
	if (word === "delete" || word === "move") return !changes.every((change) => isMadeBy(word, change));
	if (isKnownWord(member) || word === "run") return false;
	return changeIn$7(member.name) === "kind" && !saysItself(list);
}
function isMadeBy(word, change) {
	const kind = isObject$1(change) && "kind" in change ? change.kind : void 0;
	return typeof kind !== "string" || agree("text", kind) || agree(word, kind);
}
function saysItself(list) {
	if (typeof list === "string") return true;
	return Array.isArray(list) && list.every((entry) => isObject$1(entry) && Object.keys(entry).some(namesKind));
}
function namesKind(name) {
	return changeIn$7(name) === "kind";
}
function isPlaceWord(value) {
	return typeof value === "string" && /append|prepend|insert/i.test(value.slice(0, MAX_WORD));
}
const MAX_WORD = 60;
function hasCount(change) {
	return isObject$1(change) && "count" in change && change.count !== 1;
}

// src/patch/dialects/fields.ts
function gather(members) {
	const fields = /* @__PURE__ */ new Map();
	const remarks = [];
	const unknown = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	for (const member of members.flatMap((one) => isNested(one) ? membersOf(one.value, one.at) : [one])) {
		const meaning = changeIn$6(member.name);
		const first = meaning === void 0 ? void 0 : fields.get(meaning);
		if (meaning === void 0) unknown.push(member);
		else if (meaning === "remark") remarks.push(member);
		else if (first === void 0) fields.set(meaning, member);
		else if (!contradicted.has(meaning) && !sameValue(first, member)) {
			contradicted.add(meaning);
			refusals.push(contradiction(first.at, member.at));
		}
	}
	return {
		fields,
		remarks,
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
const changeIn$6 = meanings(CHANGE_NAMES);
function isNested(member) {
	return changeIn$6(member.name) === "patch" && isObject$1(member.value);
}

// src/patch/dialects/notes.ts
function newNotes() {
	return {
		renamed: /* @__PURE__ */ new Map(),
		ignored: /* @__PURE__ */ new Set(),
		repairs: [],
		underFiles: /* @__PURE__ */ new Map()
	};
}
function noteRename({ renamed }, name, meaning) {
	if (name !== meaning) renamed.set(name, meaning);
}
function disclosures({ renamed, ignored, repairs }) {
	const renames = [...renamed].map(([name, meaning]) => `${shown(name)} as \`${meaning}\``);
	return [
		...new Set(repairs),
		...renames.length === 0 ? [] : [`Names of another form were read: ${listed$1(renames)}`],
		...ignored.size === 0 ? [] : [`Passed over, for they have no meaning here: ${listed$1([...ignored].map(shown))}`]
	];
}
const MAX_LISTED = 20;
function listed$1(items) {
	const more = items.length - MAX_LISTED;
	return more > 0 ? `${items.slice(0, MAX_LISTED).join(", ")} and ${more} more` : items.join(", ");
}
const MAX_SHOWN$1 = 60;
function shown(name) {
	return `\`${name.length > MAX_SHOWN$1 ? `${name.slice(0, MAX_SHOWN$1).toWellFormed()}…` : name}\``;
}

// src/patch/dialects/text-under-name.ts
function underPath(list, path, text) {
	if (filesIn(list) !== void 0) return isEditFor(text, path) ? "edit for content" : "content";
	if (beginsAsEdit(text)) return "edit";
	return isTold(text, path) ? "words" : "content";
}
function underContent({ said, list }, path, text) {
	if (said === "write") return "content";
	const isInFiles = typeof list === "string" && filesIn(list) !== void 0;
	if (!beginsAsEdit(text)) return !isInFiles && isWordsFor(text, path) ? "words" : "content";
	if (said === "whole" || said === "nothing" && isInFiles) return showsEdits(path) ? "content" : "edit for content";
	if (!showsEdits(path) || namesFile$1(text, path)) return "edit";
	if (IS_PATCH.test(path)) return "content";
	if (isEditAtOnce(text) && !IS_FIXTURE.test(path)) return "edit";
	return said === "edit" ? "unclear" : "content";
}
const IS_PATCH = /\.(?:diff|patch|rej)$/i;
const IS_FIXTURE = /\.snap$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;
const filesIn = meanings({ files: ["files"] });
const kindIn$2 = meanings(KIND_WORDS);
function isTold(text, path) {
	if (kindIn$2(text.trim()) !== void 0 || isWordsFor(text, path)) return true;
	return !text.includes("\n") && /^\p{L}+[,:]? /u.test(text) && isLineOfWords(text);
}

// src/patch/dialects/under-file.ts
function doubtsBeside(fields, edits) {
	return [...fields].flatMap(([meaning, beside]) => {
		if (meaning === "edits" || meaning === "kind" || meaning === "command") return [];
		const inside = edits.flatMap((edit) => edit.get(meaning) ?? []);
		const other = inside.find((member) => !sameValue(beside, member));
		if (other !== void 0) return [contradiction(beside.at, other.at)];
		return meaning === "path" || inside.length === edits.length ? [] : [malformed(beside.at, "stands beside a list of edits. Put it into each edit that it is meant for, or leave it out.")];
	});
}
function wordDoubts(fields, edits, changes) {
	const [word, named] = [wordOf(fields), fields.get("kind") ?? fields.get("command")];
	const isMade = changes.every((change) => agree(word, kindIn$1(change)));
	if (named !== void 0 && !(isMade && (word === "any" || changes.length > 0))) return [malformed(named.at, MAKES_ANOTHER)];
	return changes.length > 0 ? [] : [malformed(edits.at, "holds no edit. Send the edits of this file, or leave this entry out.")];
}
function kindIn$1(change) {
	return "kind" in change && typeof change.kind === "string" ? change.kind : void 0;
}
function elsewhere(changes, file, { at, notes }) {
	for (const change of changes) notes.underFiles.set(change, {
		file,
		at
	});
	return changes.every((change) => isOf$1(change, file.value)) ? [] : [noChangeOf({
		named: file.at,
		at
	})];
}
function isOf$1(change, file) {
	if (!isObject$1(change) || !("kind" in change)) return true;
	if (change.kind === "move") return "from" in change && change.from === file || "to" in change && change.to === file;
	return change.kind !== "run";
}
function noChangeOf({ named, at }) {
	const name = jsonPointer(named).slice(1, 1 + 80);
	return malformed(at, `is no change of the file that \`${name}\` names. Send it as an entry of its own.`);
}
function underFilesOf(changes, { underFiles }) {
	return changes.flatMap((change, index) => {
		const under = underFiles.get(change);
		if (under === void 0 || typeof under.file.value !== "string") return [];
		return [{
			index,
			file: under.file.value,
			named: under.file.at,
			at: under.at
		}];
	});
}

// src/patch/dialects/change.ts
function readChange(members, at, around) {
	const { fields, remarks, unknown, refusals } = gather(members);
	const kind = fields.get("kind");
	if (kind?.name === "kind" && typeof kind.value === "string" && Object.hasOwn(KIND_FIELDS, kind.value)) return readWireChange(members, {
		kind: kind.value,
		around
	});
	if (kind?.name === "kind" && wordIn(kind) === void 0) return {
		ok: true,
		changes: [Object.fromEntries(members.map(({ name, value }) => [name, value]))]
	};
	const name = kind?.value === "run" ? unknown.find((member) => member.name === "name") : void 0;
	const command = fields.get("command") ?? name;
	if (command !== void 0) fields.set("command", command);
	if (name !== void 0 && command !== void 0 && !sameValue(command, name)) refusals.push(contradiction(command.at, name.at));
	for (const member of unknown) if (member !== name) refusals.push(unknownField(member.at));
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	for (const remark of remarks) around.notes.ignored.add(remark.name);
	return readDialectChange({
		fields,
		at,
		around
	});
}
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
const changeIn$5 = meanings(CHANGE_NAMES);
function readWireChange(members, { kind, around }) {
	const fields = KIND_FIELDS[kind] ?? [];
	const read = /* @__PURE__ */ new Map();
	for (const member of members) {
		const wanted = fieldOf(kind, changeIn$5(member.name));
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
function fieldOf(kind, meaning) {
	return kind === "regex" && meaning === "replace" ? "replacement" : meaning;
}
function readDialectChange(dialect) {
	const { fields, at } = dialect;
	const word = wordOf(fields);
	const [said, command] = [fields.get("kind"), fields.get("command")];
	if (word === "run" || command !== void 0 && (word === void 0 || wordIn(command) === void 0)) return said?.value === "run" && command !== void 0 ? readCommand(dialect, command) : refused$1(commandNotAllowed(command?.at ?? at));
	if (said !== void 0 && command !== void 0 && !agree(wordIn(said), wordIn(command))) return refused$1(contradiction(said.at, command.at));
	const named = said ?? command;
	if (named !== void 0 && word === void 0) return refused$1(malformed(named.at, `is no change that is known here. Send one of ${CHANGE_KINDS.join(", ")} as \`kind\`.`));
	const [body, second] = [...fields].filter(([meaning]) => BODIES.has(meaning));
	if (body !== void 0 && second !== void 0) return refused$1(malformed(second[1].at, `stands beside another change in one entry. Send one entry for each.`));
	if (body?.[0] === "edits") return readNested(dialect, body[1]);
	const kind = kindOf(body?.[0], word);
	if (kind === null) return refused$1(malformed(named?.at ?? at, MAKES_ANOTHER));
	if (kind === void 0) return refused$1(malformed(at, "holds no change that is known. Send a `path` with `find` and `replace`, or with `content`."));
	return kind === "write" && body !== void 0 ? readContent(dialect, body[1]) : build(dialect, kind);
}
function readContent(dialect, content) {
	const { fields, at, around } = dialect;
	const path = fields.get("path") ?? around.path;
	if (typeof content.value !== "string" || typeof path?.value !== "string") return build(dialect, "write");
	const said = saidOfContent(fields.get("kind") ?? fields.get("command"));
	switch (underContent({
		said,
		list: at.at(-2)
	}, path.value, content.value)) {
		case "content": return build(dialect, "write");
		case "edit for content": return refused$1(editForContent(content.at));
		case "words": return refused$1(wordsUnderPath(content.at));
		case "unclear": return refused$1(editOrContent(content.at));
		case "edit": {
			const text = new Map(fields);
			text.delete("content");
			const read = build({
				...dialect,
				fields: text.set("text", content)
			}, "text");
			const refusals = read.ok ? elsewhere(read.changes, path, {
				at,
				notes: around.notes
			}) : [];
			return refusals.length > 0 ? {
				ok: false,
				refusals
			} : read;
		}
	}
}
function readCommand({ fields, around }, command) {
	if (typeof command.value !== "string" || !COMMAND_NAME.test(command.value)) return refused$1(commandNotAllowed(command.at));
	const refusals = [...fields].flatMap(([meaning, { at }]) => meaning === "kind" || meaning === "command" ? [] : [meaningless(at, "run")]);
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	noteRename(around.notes, command.name, "command");
	return {
		ok: true,
		changes: [{
			kind: "run",
			command: command.value
		}]
	};
}
function readNested({ fields, around }, edits) {
	const own = fields.get("path");
	const path = own ?? around.path;
	if (!Array.isArray(edits.value) || edits.value.length > 1e3) return refused$1(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
	const changes = [];
	const inside = [];
	const refusals = [];
	for (const [index, edit] of edits.value.entries()) {
		const at = [...edits.at, index];
		const members = isObject$1(edit) ? membersOf(edit, at) : [];
		const gathered = gather(members).fields;
		const read = members.length > 0 && !gathered.has("edits") ? readChange(members, at, {
			...around,
			path
		}) : refused$1(malformed(at, "must be one edit."));
		inside.push(gathered);
		if (!read.ok) refusals.push(...read.refusals);
		else {
			changes.push(...read.changes);
			if (own !== void 0) refusals.push(...elsewhere(read.changes, own, {
				at,
				notes: around.notes
			}));
		}
	}
	refusals.push(...doubtsBeside(fields, inside));
	if (refusals.length === 0) refusals.push(...wordDoubts(fields, edits, changes));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes
	};
}
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
	const own = fields.get("path");
	const path = own ?? around.path;
	if (path !== void 0 && wanted.includes("path")) {
		built.set("path", path.value);
		noteRename(around.notes, path.name, "path");
	} else if (own !== void 0 && ![fields.get("from")?.value, fields.get("to")?.value].includes(own.value)) refusals.push(meaningless(own.at, kind));
	for (const [meaning, member] of fields) {
		if (SILENT$1.has(meaning)) continue;
		const [field, value] = translate(kind, meaning, member.value);
		if (!wanted.includes(field) || value === void 0) refusals.push(meaningless(member.at, kind));
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
const SILENT$1 = /* @__PURE__ */ new Set([
	"kind",
	"command",
	"path"
]);
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
function meaningless(at, kind) {
	return malformed(at, `has no such meaning in a change of kind ${kind}. Remove it, or correct it.`);
}
function refused$1(refusal) {
	return {
		ok: false,
		refusals: [refusal]
	};
}

// src/patch/dialects/prose.ts
function hasEditMarks(text) {
	return EDIT_MARK.test(text);
}
const EDIT_MARK = /^[ \t>]*(?:\*\*\* (?:Begin Patch|Update File|Add File|Delete File)|<{5,9} ?SEARCH|-{5,9} ?SEARCH|diff --git |@@ |--- \S|\+\+\+ \S|`{3,}|~{3,})/m;
function isShell(text) {
	const calls = text.slice(0, MAX_LOOKED_AT).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	return calls.length > 0 && calls.every((line) => CALL.test(line));
}
const MAX_LOOKED_AT = 2e3;
const CALL = /^(?:\$ +)?(?:sudo |nohup )?(?:echo|cd|npm|npx|pnpm|yarn|git|curl|wget|mkdir|rm|cp|mv|chmod|chown|touch|sed|bash|sh|zsh|source|pip3?|python3?|docker|kubectl|brew|launchctl|pkill|systemctl|apt-get|make) +\S/;
function isScript(path) {
	return /(?:\.(?:sh|bash|zsh|fish|cmd|bat|ps1)|(?:^|\/)(?:Dockerfile|Makefile|Procfile))$/i.test(path);
}

// src/patch/dialects/placeholder.ts
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
const NEW_TEXT_FIELDS = /* @__PURE__ */ new Set([
	"content",
	"replace",
	"replacement",
	"text"
]);
const MAX_PLACEHOLDER = 120;
const PATH_PLACEHOLDER = /^(?:\.?\/)?(?:path[/\\]to(?:[/\\]|$)|your[-_ ]?(?:file|path|project|repo)\b|<[^<>]*>$|\[[^[\]]*(?:path|file)[^[\]]*\]$)/i;
const TEXT_PLACEHOLDER = /^(?:\/\/|#)? *(?:<(?:your|the)[ _][^<>]*>|[<[{(]?(?:(?:your|insert|add|put|paste|new|the|actual)[ _-]+){0,3}(?:code|contents?|text|implementation)[ _-](?:goes[ _-])?here[>\]})]?)\.*$/i;

// src/patch/dialects/text-body.ts
function readText$1({ value, at, name }, { path, notes }, role) {
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

// src/patch/dialects/list.ts
function readListUnder(list, around) {
	const read = readList(list, around);
	const { path, notes } = around;
	const entries = Array.isArray(list.value) ? list.value : [];
	const isTheirs = entries.some((entry) => isObject$1(entry) && !namesFile(entry));
	if (path === void 0 || read.changes === null || !isTheirs) return read;
	const isEach = entries.length === read.changes.length;
	const doubts = read.changes.flatMap((change, index) => elsewhere([change], path, {
		at: isEach ? [...list.at, index] : list.at,
		notes
	}));
	return {
		...read,
		refusals: [...read.refusals, ...doubts]
	};
}
const NAMES_OF_FILES = [
	"path",
	"from",
	"to"
];
function namesFile(entry) {
	const { fields } = gather(membersOf(entry, []));
	return NAMES_OF_FILES.some((name) => fields.has(name));
}
function readList({ name, value, at }, around) {
	noteRename(around.notes, name, "changes");
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(isObject$1(value) ? value : {});
	if (entries.length > 1e3) return {
		changes: null,
		refusals: [tooMany(at)]
	};
	if (isOneChange(value)) return {
		changes: null,
		refusals: [malformed(at, "is one change. Send it in a list: `[{…}]`.")]
	};
	if (Array.isArray(value) && entries.every(([, entry]) => typeof entry === "string" && !hasEditMarks(entry))) return {
		changes: null,
		refusals: [missionWithoutChanges(at)]
	};
	const changes = [];
	const refusals = [];
	for (const [key, entry] of entries) {
		const read = typeof key === "string" && (isObject$1(entry) || typeof entry === "string") ? readUnderName(key, entry, {
			list: name,
			at: [...at, key],
			around
		}) : readEntry(entry, [...at, key], around);
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
const changeIn$4 = meanings(CHANGE_NAMES);
function isOneChange(value) {
	if (!isObject$1(value)) return false;
	const named = Object.keys(value).map((name) => changeIn$4(name));
	return named.includes("path") && named.some((meaning) => meaning !== void 0 && meaning !== "path");
}
function readUnderName(name, entry, under) {
	const { at, around } = under;
	if (typeof entry === "string") return readTextUnderName(name, entry, under);
	if (/^\d+$/.test(name)) return readEntry(entry, at, around);
	const path = gather(membersOf(entry, at)).fields.get("path");
	if (path !== void 0 && path.value !== name) {
		if (/[./]/.test(name) || isKnownName(name)) return {
			changes: null,
			refusals: [contradiction(at, path.at)]
		};
		around.notes.ignored.add(name);
		return readEntry(entry, at, around);
	}
	const file = {
		name: "path",
		value: name,
		at
	};
	return heldTo(file, readEntry(entry, at, {
		...around,
		path: file
	}), around.notes);
}
function readTextUnderName(name, text, { list, at, around }) {
	const file = {
		name: "path",
		value: name,
		at
	};
	const written = [{
		kind: "write",
		path: name,
		content: text
	}];
	if (/^\d+$/.test(name) && hasEditMarks(text)) return readEntry(text, at, around);
	switch (underPath(list, name, text)) {
		case "content": return {
			changes: written,
			refusals: []
		};
		case "words": return {
			changes: written,
			refusals: [wordsUnderPath(at)]
		};
		case "edit for content": return {
			changes: written,
			refusals: [editUnderFiles(at)]
		};
		case "edit": return heldTo(file, readText$1({
			name: "text",
			value: text,
			at
		}, {
			...around,
			path: file
		}, ""), around.notes);
	}
}
function heldTo(file, { changes, refusals }, notes) {
	const all = [...refusals, ...elsewhere(changes ?? [], file, {
		at: file.at,
		notes
	})];
	return {
		changes: all.length > 0 ? null : changes,
		refusals: all
	};
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
	return readMembers(membersOf(entry, at), at, around);
}
function readMembers(members, at, around) {
	const read = readChange(members, at, around);
	return read.ok ? {
		changes: read.changes,
		refusals: []
	} : {
		changes: null,
		refusals: read.refusals
	};
}

// src/patch/dialects/body.ts
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
	const filled = lists.filter(({ value }) => !isEmpty(value));
	const [body, second] = [
		...filled.map((list) => () => readListUnder(list, around)),
		...text === void 0 ? [] : [() => readTextOrList(text, around, roleOf(members))],
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
		const beside = hasBody(spread) ? others : [...others, ...spread];
		const { changes } = read;
		const loose = path.member === void 0 ? looseText(spread) : void 0;
		const list = filled[0]?.value ?? text?.value ?? loose?.value;
		const isOpen = isListed(list) || typeof list === "string";
		const limits = isOpen && changes !== null ? limitsBeside(beside, {
			list,
			changes
		}) : [];
		const asked = changes === null ? [] : askedFiles(beside, changes).filter((one) => !limits.includes(one));
		const words = beside.filter((member) => isWordOfChange(member) && (!isOpen || isKnownWord(member)));
		for (const { name } of words) if (isOpen) notes.ignored.add(name);
		const heard = /* @__PURE__ */ new Set([
			...limits,
			...asked,
			...words
		]);
		return {
			changes,
			refusals: [
				...read.refusals,
				...limits.map(limitRefusal),
				...asked.map(askedFilesRefusal)
			],
			others: beside.filter((member) => !heard.has(member))
		};
	}
	return {
		changes: lists.length > 0 ? [] : null,
		refusals: [],
		others: [...others, ...spread]
	};
}
const changeIn$3 = meanings(CHANGE_NAMES);
const listIn$1 = meanings(LIST_NAMES);
const kindIn = meanings(KIND_WORDS);
const placeIn = meanings(PLACE_NAMES);
function sort(members) {
	const lists = [];
	const spread = [];
	const paths = [];
	const others = [];
	for (const member of members) {
		const meaning = changeIn$3(member.name);
		if (listIn$1(member.name) !== void 0 && isListed(member.value)) lists.push(member);
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
function isListed(value) {
	return typeof value === "object" && value !== null;
}
function isEmpty(value) {
	return isListed(value) && Object.keys(value).length === 0;
}
function isPathLike({ name, value }) {
	return typeof value === "string" && (name !== "target" || /[./]/.test(value));
}
function isOfChange(meaning, { value }) {
	if (meaning === "kind") return typeof value === "string" && kindIn(value) !== void 0;
	if (meaning === "mode") return executableOf(value) !== void 0 || isPlaceWord(value);
	return meaning !== "command";
}
function hasBody(spread) {
	return spread.some(({ name, value }) => {
		const meaning = changeIn$3(name);
		return meaning !== void 0 && (BODIES.has(meaning) || meaning === "kind" && typeof value === "string" && WHOLE.has(kindIn(value) ?? "any"));
	});
}
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
function readSpread(spread, around, others) {
	const limits = others.filter(({ name, value }) => placeIn(name) !== void 0 && value !== null);
	if (limits.length > 0) return {
		changes: null,
		refusals: limits.map(({ at }) => unknownField(at))
	};
	const only = looseText(spread);
	if (only !== void 0 && around.path === void 0) return readLooseText(only, around, others);
	const own = around.path === void 0 ? spread : [around.path, ...spread];
	const { words, refusals } = besideOne(own, others);
	const at = spread[0]?.at.slice(0, -1) ?? [];
	const read = words.length === 0 && only !== void 0 && changeIn$3(only.name) === "text" ? readLooseText(only, around, others) : readMembers([...spread, ...words], at, around);
	const inSettings = limitsInSettings(others, read.changes ?? []).map(limitRefusal);
	return {
		changes: read.changes,
		refusals: [
			...read.refusals,
			...refusals,
			...inSettings
		]
	};
}
function looseText([only, second]) {
	const meaning = only === void 0 ? void 0 : changeIn$3(only.name);
	return second === void 0 && (meaning === "text" || meaning === "content") ? only : void 0;
}
function readLooseText(text, around, others) {
	if (typeof text.value === "string" && around.path === void 0 && !hasEditMarks(text.value)) return {
		changes: null,
		refusals: []
	};
	return readTextOrList(text, around, roleOf(others));
}
function readTextOrList(text, around, role) {
	return Array.isArray(text.value) ? readList(text, around) : readText$1(text, around, role);
}
function roleOf(members) {
	const role = members.find(({ name }) => name === "role")?.value;
	return typeof role === "string" ? role.toLowerCase() : "";
}
function noteUnusedPath(path, changes, notes) {
	const isUsed = (changes ?? []).some((change) => isObject$1(change) && Object.entries(change).some(([field, value]) => PATH_FIELDS.has(field) && value === path?.value));
	if (path !== void 0 && !isUsed && changes !== null) notes.ignored.add(path.name);
}

// src/patch/dialects/header.ts
function readHeader(members, strict, notes) {
	const found = /* @__PURE__ */ new Map();
	const others = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	for (const member of members) {
		const meaning = headerIn$1(member.name);
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
		fields.set(meaning, !strict && meaning === "source" ? sourceOf(value) : value);
		noteRename(notes, name, meaning);
	}
	if (bases.base !== void 0) fields.set("base", bases.base);
	return {
		fields,
		others,
		refusals
	};
}
const headerIn$1 = meanings(HEADER_NAMES);
function isUsable(meaning, value) {
	if (meaning === "version") return typeof value === "number";
	if (meaning === "source") return typeof value === "string" || isObject$1(value);
	return value !== null;
}
function sourceOf(value) {
	return typeof value === "string" ? { agent: value } : value;
}
const BASE_MEANINGS = /* @__PURE__ */ new Set([
	"base",
	"baseBranch",
	"baseSha"
]);
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

// src/patch/dialects/tool-call.ts
const TOOL_NAMES = {
	submit: ["submit patch", "send patch"],
	preview: ["preview patch"],
	other: [
		"patch status",
		"list patches",
		"pause",
		"get patch",
		"find record",
		"read record",
		"control"
	]
};
function toolCallIn(members) {
	const tool = members.find((member) => isTool(member, members));
	const isAround = members.some(({ name, value }) => isObject$1(value) && holdsCall(name, value));
	if (tool === void 0 && !isAround) return void 0;
	const own = members.filter((member) => member === tool || isOfCall(member)).map(({ name }) => name);
	const read = typeof tool?.value === "string" ? readCall(tool, tool.value) : { ok: true };
	return {
		own: new Set(own),
		read
	};
}
function isGiven(name) {
	return givenIn(name) !== void 0;
}
function holdsCall(name, value) {
	const names = Object.keys(value);
	return holderIn$1(name) !== void 0 && names.includes("name") && names.some(isGiven);
}
const givenIn = meanings({ given: [
	"arguments",
	"input",
	"parameters",
	"params",
	"args",
	"kwargs",
	"tool input",
	"function arguments"
] });
const toolIn = meanings({ tool: [
	"tool",
	"tool name",
	"function",
	"function name",
	"recipient name"
] });
const holderIn$1 = meanings({ holder: [
	"function",
	"function call",
	"tool call",
	"tool use",
	"tool"
] });
const callIn = meanings({ call: [
	"call id",
	"tool call id",
	"tool use id"
] });
const callTypeIn = meanings({ type: [
	"function",
	"function call",
	"tool call",
	"tool use",
	"mcp call"
] });
const ownIn = meanings(TOOL_NAMES);
function isTool({ name, value }, members) {
	if (typeof value !== "string") return false;
	if (toolIn(name) !== void 0) return value !== "";
	if (name !== "name" || !/^[\w.:/-]+$/.test(value)) return false;
	return ownIn(lastOf(value)) !== void 0 || members.some((member) => isGiven(member.name) || isCallType(member));
}
function isCallType({ name, value }) {
	return name === "type" && typeof value === "string" && callTypeIn(value) !== void 0;
}
function isOfCall(member) {
	const { name, value } = member;
	if (name === "id") return typeof value === "string" && /^(?:call|toolu|tooluse|fc)[_-]/.test(value);
	return callIn(name) !== void 0 || isCallType(member);
}
function readCall(tool, called) {
	const name = lastOf(called);
	const shown = name.slice(0, MAX_SHOWN).toWellFormed();
	switch (ownIn(name)) {
		case "submit": return {
			ok: true,
			repair: `A call of \`${shown}\` was read as the patch that it is given`
		};
		case "preview": return {
			ok: true,
			dryRun: {
				name: "dryRun",
				value: true,
				at: tool.at
			},
			repair: `A call of \`${shown}\` was read as the patch that it is given, with \`dryRun\``
		};
		case "other": return {
			ok: false,
			refusal: notSubmitted(tool.at)
		};
		default: return isTrialName(name) || wordsOf(name).some((word) => WITHOUT_CHANGE.has(word)) ? {
			ok: false,
			refusal: notSubmitted(tool.at)
		} : {
			ok: true,
			repair: `A call of the tool \`${shown}\` was read as the patch that it is given`
		};
	}
}
const MAX_SHOWN = 60;
function lastOf(name) {
	return name.slice(-MAX_NAME).split(/__|[.:/]/).at(-1) ?? name;
}
const MAX_NAME = 200;
function wordsOf(name) {
	return name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase().split(/[\s_-]/);
}
const WITHOUT_CHANGE = /* @__PURE__ */ new Set([
	"dry",
	"dryrun",
	"preview",
	"simulate",
	"simulation",
	"trial",
	"noop",
	"validate",
	"validation",
	"verify",
	"check",
	"test",
	"tests",
	"lint",
	"review",
	"plan",
	"explain",
	"status",
	"list",
	"get",
	"read",
	"view",
	"show",
	"search",
	"pause",
	"resume",
	"cancel",
	"stop",
	"lock",
	"unlock",
	"approve",
	"reject",
	"retry",
	"undo",
	"revert"
]);
function notSubmitted(at) {
	return malformed(at, "is the name of a tool that makes no change. Send the patch without it, with `\"dryRun\": true` to only try it, or as a call of `submit_patch` or `preview_patch`.");
}

// src/patch/dialects/layers.ts
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
		if (opened.refusal !== void 0) return {
			ok: false,
			refusals: [opened.refusal]
		};
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
function openLayer(object, at) {
	const members = [];
	const wrapped = [];
	const repairs = [];
	const mayHoldJson = !Object.entries(object).some(namesJsonFile);
	const call = toolCallIn(Object.entries(object).map(([name, value]) => ({
		name,
		value,
		at: [...at, name]
	})));
	if (call?.read.ok === false) return {
		members,
		wrapped,
		repairs,
		refusal: call.read.refusal
	};
	if (call?.read.ok === true) {
		if (call.read.repair !== void 0) repairs.push(call.read.repair);
		if (call.read.dryRun !== void 0) members.push(call.read.dryRun);
	}
	for (const [name, sent] of Object.entries(object)) {
		if (call?.own.has(name) === true) continue;
		const called = patchOfCall(name, sent);
		if (called !== null) {
			wrapped.push({
				name,
				value: called,
				at: [...at, name]
			});
			continue;
		}
		const isWrapper = wrapperIn(name) !== void 0 || isObject$1(sent) && holdsCall(name, sent) || call !== void 0 && isGiven(name) && mayBePatch(parseMember(sent).value);
		const parsed = mayHoldJson && (isWrapper || listIn(name) !== void 0) ? parseMember(sent) : {
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
function patchOfCall(name, value) {
	if (commandIn$1(name) === void 0) return null;
	const words = Array.isArray(value) ? value.slice(0, MAX_WORDS) : [value];
	const [program] = words;
	const last = words.at(-1);
	if (typeof last !== "string" || !/^\s*(?:apply_patch\b[^\n]*\n\s*)?\*\*\* Begin Patch/.test(last)) return null;
	const isGiven = typeof program === "string" && (program === "apply_patch" || SHELLS.has(program));
	return words.length === 1 || isGiven ? last : null;
}
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
const listIn = meanings(LIST_NAMES);
const changeIn$2 = meanings(CHANGE_NAMES);
function namesJsonFile([name, value]) {
	return changeIn$2(name) === "path" && typeof value === "string" && /\.json[5cl]?$/i.test(value);
}
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
function mayBePatch(value) {
	if (Array.isArray(value)) return value.length > 0 && value.every((item) => isObject$1(item) && mayBePatch(item));
	return isObject$1(value) && Object.keys(value).some((name) => wrapperIn(name) ?? listIn(name) ?? BODIES.has(changeIn$2(name) ?? "remark"));
}
function tooManyWrappers(at) {
	return malformed(at, `is wrapped more than ${4} times. Send the patch itself.`);
}

// src/patch/dialects/otherwise.ts
function asksForOtherwise(member) {
	return saidIn(member).some(({ name, value }) => {
		switch (wishIn(name)) {
			case "folder": return typeof value === "string" && !/^(?:\.?\/?)$/.test(value.trim());
			case "reverse": return value === true || /^(?:true|yes|on|1)$/i.test(String(value));
			case "direction": return typeof value === "string" && reverseIn(value.trim()) !== void 0;
			case "strip": return /^\d+$/.test(String(value)) && !/^0*[01]$/.test(String(value));
			default: return false;
		}
	});
}
const REVERSE = { reverse: [
	"reverse",
	"reversed",
	"reverse apply",
	"apply reverse",
	"apply in reverse",
	"in reverse",
	"inverse",
	"invert",
	"inverted",
	"backward",
	"backwards",
	"undo",
	"unapply",
	"revert",
	"R"
] };
const reverseIn = meanings(REVERSE);
const wishIn = meanings({
	folder: [
		"cwd",
		"workdir",
		"work dir",
		"working dir",
		"working directory",
		"work tree",
		"directory",
		"dir",
		"root",
		"root dir",
		"root directory",
		"root path",
		"root folder",
		"base dir",
		"base directory",
		"base path",
		"base folder",
		"chdir",
		"cd",
		"folder",
		"sub dir",
		"subdirectory",
		"sub folder",
		"sub path",
		"work folder",
		"working folder",
		"working path",
		"path prefix",
		"directory prefix",
		"dir prefix",
		"target dir",
		"target directory",
		"target folder",
		"project root",
		"project dir",
		"project directory",
		"project path",
		"project folder",
		"workspace root",
		"workspace dir",
		"workspace directory",
		"workspace path",
		"workspace folder",
		"repo root",
		"repository root",
		"package root"
	],
	direction: [
		"direction",
		"apply direction",
		"patch direction"
	],
	...REVERSE,
	strip: [
		"strip",
		"strip level",
		"strip components",
		"strip path",
		"path strip",
		"p",
		"p level"
	]
});

// src/patch/dialects/repository.ts
function takeRepositories(members) {
	const owners = members.filter(({ name }) => meaningIn(name) === "owner");
	const taken = /* @__PURE__ */ new Set();
	return {
		named: members.flatMap((member) => {
			if (meaningIn(member.name) !== "repository") return [];
			const owner = owners.find(({ at }) => isBeside(at, member.at));
			const found = repositoryIn(member.value) ?? (owner === void 0 ? null : joined$1(ownerIn(owner.value), member.value));
			if (found === null) return [];
			taken.add(member);
			if (owner !== void 0 && isOwnerOf(found.name, ownerIn(owner.value))) taken.add(owner);
			return [{
				...found,
				at: member.at
			}];
		}),
		rest: members.filter((member) => !taken.has(member))
	};
}
const meaningIn = meanings(REPOSITORY_NAMES);
function repositoryIn(value) {
	if (typeof value === "string") return parseRepositoryName(value);
	if (!isObject$1(value)) return null;
	const members = new Map(Object.entries(value).map(([name, member]) => [partIn(name), member]));
	return [members.get("whole"), members.get("address")].flatMap((one) => typeof one === "string" ? parseRepositoryName(one) ?? [] : [])[0] ?? joined$1(ownerIn(members.get("owner")), members.get("name"));
}
const partIn = meanings({
	whole: ["full name", "name with owner"],
	address: [
		"url",
		"html url",
		"clone url",
		"ssh url",
		"git url"
	],
	owner: [
		"owner",
		"org",
		"organization"
	],
	name: [
		"name",
		"repo",
		"repository"
	]
});
function ownerIn(value) {
	if (typeof value === "string") return value;
	if (!isObject$1(value)) return null;
	const { login, name } = Object.fromEntries(Object.entries(value));
	return typeof login === "string" ? login : typeof name === "string" ? name : null;
}
function joined$1(owner, name) {
	return owner === null || typeof name !== "string" ? null : parseRepositoryName(`${owner.trim()}/${name.trim()}`);
}
function isOwnerOf(name, owner) {
	return owner !== null && name.toLowerCase().startsWith(`${owner.trim().toLowerCase()}/`);
}
function isBeside(one, other) {
	return one.length === other.length && one.slice(0, -1).every((key, index) => key === other[index]);
}

// src/patch/dialects/requests.ts
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
function notDoneOf({ commands, others }) {
	const all = [...commands.map(({ text, at }) => `Requested, not run: ${cut(text)} (${String(at.at(-1))})`), ...others.map((other) => `Requested, not done: ${other}`)];
	const more = all.length - 20;
	return more > 0 ? [...all.slice(0, 20), `And ${more} more requests of this kind`] : all;
}
const commandIn = meanings(COMMAND_NAMES);
const requestIn = meanings(REQUEST_NAMES);
const holderIn = meanings(REQUEST_HOLDERS);
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
const MAX_COMMAND = 200;
function cut(text) {
	return text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND).toWellFormed()}…` : text.toWellFormed();
}

// src/patch/dialects/normalize.ts
function normalize(value) {
	if (typeof value === "string") return normalizeText(value);
	if (isTooDeep(value)) return refuse([TOO_DEEP]);
	if (Array.isArray(value)) return normalizeObject({ changes: value });
	if (isObject$1(value)) return normalizeObject(value);
	return {
		ok: true,
		patch: value,
		repairs: [],
		notDone: []
	};
}
function normalizeInText(value, path, called) {
	const normalized = normalizeCalled(path === void 0 ? value : withPath(value, path), called);
	if (!normalized.ok) return {
		ok: false,
		refusals: normalized.refusals
	};
	const { patch } = normalized;
	if (!(isObject$1(patch) && "changes" in patch && Array.isArray(patch.changes) && patch.changes.length > 0)) return {
		ok: false,
		refusals: [noChanges()]
	};
	const { repositories = [], ...read } = normalized;
	return {
		...read,
		repairs: [...read.repairs, ...repositories.map(notCompared)]
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
function normalizeText(text, wrappers = 0) {
	const parsed = parseLooseJson(text);
	if (!parsed.ok) return normalizeUnparsed(text, parsed);
	const { value, repairs, trial } = parsed;
	if (typeof value === "string" && wrappers < 4) return normalizeText(value, wrappers + 1);
	const normalized = typeof value === "string" ? refuse([noChanges()]) : normalizeCalled(value, parsed.called);
	if (!normalized.ok) return normalized;
	if (trial !== void 0 && !isDryRun(normalized.patch)) return refuse([{
		code: "malformed",
		message: trial
	}]);
	return {
		...normalized,
		repairs: [...repairs, ...normalized.repairs]
	};
}
function isDryRun(patch) {
	return isObject$1(patch) && "dryRun" in patch && patch.dryRun === true;
}
function normalizeCalled(value, called) {
	const normalized = normalize(value);
	if (called === void 0 || !normalized.ok) return normalized;
	return normalize({
		name: called,
		arguments: Array.isArray(value) ? { changes: value } : value
	});
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
	const { named, rest: members } = takeRepositories(layers.members);
	const header = readHeader(members, isWire, notes);
	const body = readBody(header.others, layers.text, notes);
	const requests = readRequests(body.others);
	const { changes } = body;
	const refusals = [
		...header.refusals,
		...body.refusals,
		...placeholdersIn(changes ?? [])
	];
	const isWithout = !isWire && refusals.length === 0 && (changes ?? []).length === 0;
	if (isWithout) refusals.push(...withoutChanges(requests));
	const { inner, outer } = byLayer(requests.rest, layers.members);
	if (!isWithout) refusals.push(...notHeeded$1(outer), ...trialsIn(body.others), ...otherwiseIn(body.others));
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
	const underFiles = underFilesOf(changes ?? [], notes);
	return {
		ok: true,
		patch,
		repairs: disclosures(notes),
		notDone: notDoneOf(requests),
		...underFiles.length === 0 ? {} : { underFiles },
		...named.length === 0 ? {} : { repositories: named }
	};
}
function byLayer(rest, members) {
	const depth = members.find(({ name }) => name === "changes")?.at.length ?? Number.POSITIVE_INFINITY;
	return {
		inner: rest.filter(({ at }) => at.length >= depth),
		outer: rest.filter(({ at }) => at.length < depth)
	};
}
function notHeeded$1(outer) {
	return outer.flatMap(({ name, value, at }) => {
		const meaning = deliveryIn(name);
		return meaning === void 0 || !isAsked(value) ? [] : [belongsBeside(at, meaning)];
	});
}
const deliveryIn = meanings(DELIVERY_NAMES);
function trialsIn(others) {
	return others.filter(asksForTrial).map(({ at }) => trialByOtherName(at));
}
function otherwiseIn(outer) {
	return outer.filter(asksForOtherwise).map(({ at }) => appliedOtherwise(at));
}
function isAsked(value) {
	return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}
const WITHOUT_VERSION = "No `version` was given, and 1 was taken";
function withoutChanges({ commands, rest }) {
	if (rest.some(({ name }) => messageIn(name) !== void 0)) return [noChanges()];
	const mission = rest.find(({ name, value }) => missionIn(name) !== void 0 && isSaid$1(value));
	const [command] = commands;
	const reasons = [...mission === void 0 ? [] : [missionWithoutChanges(mission.at)], ...command === void 0 ? [] : [commandNotAllowed(command.at)]];
	return reasons.length > 0 ? reasons : [noChanges()];
}
const missionIn = meanings(MISSION_NAMES);
const messageIn = meanings(MESSAGE_NAMES);
const changeIn$1 = meanings(CHANGE_NAMES);
function isPathName(name) {
	return changeIn$1(name) === "path";
}
function isSaid$1(value) {
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

// src/patch/texts-under-files.ts
function textsForOtherFiles(changes, underFiles, readText) {
	return underFiles.flatMap((under) => {
		const change = changes[under.index];
		if (change === void 0) return [];
		return (change.kind === "text" ? plainChanges(readText(change.text, change.path)) : [change]).every((one) => isOf(one, under.file)) ? [] : [noChangeOf(under)];
	});
}
function plainChanges(reading) {
	return reading.ok ? reading.changes : [];
}
function isOf(change, file) {
	switch (change.kind) {
		case "diff": return areOf(readUnifiedDiff(change.diff, { path: change.path }), file);
		case "apply_patch": return areOf(readApplyPatch(change.patch, { path: change.path }), file);
		case "blocks": return areOf(readBlocks(change.text, { path: change.path }), file);
		case "move": return change.from === file || change.to === file;
		case "run": return false;
		default: return change.path === file;
	}
}
function areOf(reading, file) {
	return !reading.ok || reading.operations.every((operation) => pathsOf(operation).includes(file));
}

// src/patch/formats/text-json.ts
function readJsonChanges(text, { path, readText }) {
	if (!isJsonLike(text)) return null;
	const parsed = parseLooseJson(text);
	if (!parsed.ok || isTooDeep(parsed.value)) return null;
	const { value } = parsed;
	if (typeof value === "string") return readText(value, path);
	if (typeof value !== "object" || value === null || isContent(value, path)) return null;
	const found = normalizeInText(value, path, parsed.called);
	if (!found.ok) return isNoChange(found.refusals) ? null : {
		ok: false,
		refusals: found.refusals.map(withoutPointer)
	};
	if (parsed.trial !== void 0) return {
		ok: false,
		refusals: [{
			code: "malformed",
			message: parsed.trial
		}]
	};
	const checked = patchSchema.safeParse(found.patch);
	if (!checked.success) return {
		ok: false,
		refusals: refusalsOf(checked.error.issues, found.patch).map(withoutPointer)
	};
	const { wishes, words } = saidBesideChanges(checked.data);
	if (wishes.length > 0) return {
		ok: false,
		refusals: [notHeeded(wishes)]
	};
	const others = textsForOtherFiles(checked.data.changes, found.underFiles ?? [], readText);
	if (others.length > 0) return {
		ok: false,
		refusals: others.map(withoutPointer)
	};
	const read = readAll(checked.data.changes, readText);
	if (!read.ok) return read;
	return {
		...read,
		repairs: [
			...parsed.repairs,
			...found.repairs,
			...passedOver(words),
			...read.repairs
		],
		notDone: [...found.notDone, ...read.notDone]
	};
}
function isPatchInJson(reading) {
	return reading !== null && (reading.ok || reading.refusals.some(({ data }) => data?.["wishes"] !== void 0));
}
function wishesAlone(text) {
	const parsed = isJsonLike(text) ? parseLooseJson(text) : null;
	if (parsed?.ok !== true || typeof parsed.value !== "object" || parsed.value === null) return [];
	const names = Object.keys(parsed.value);
	return names.every((name) => WISHES.has(headerIn(name) ?? "")) ? names : [];
}
const headerIn = meanings(HEADER_NAMES);
const changeIn = meanings(CHANGE_NAMES);
const WISHES = /* @__PURE__ */ new Set([
	"dryRun",
	"draft",
	"base",
	"baseBranch",
	"baseSha",
	"supersedes",
	"callback"
]);
function isJsonLike(text) {
	return /^\s*["[{]/.test(text.slice(0, LEAD$2)) || /^[[{]/m.test(text);
}
const LEAD$2 = 100;
function isContent(value, path) {
	if (path === void 0 || !/\.(?:json[c5]?|webmanifest|map)$/.test(path)) return false;
	const names = Object.keys(value);
	if (names.some((name) => OF_PATCHES.has(name) || changeIn(name) === "path")) return false;
	return names.some((name) => changeIn(name) === void 0 && headerIn(name) === void 0) || !names.some((name) => OF_EDITS.has(name));
}
const OF_PATCHES = /* @__PURE__ */ new Set([
	"changes",
	"edits",
	"mutations",
	"patch",
	"patches",
	"diff",
	"client_payload",
	"old_str",
	"old_string",
	"new_str",
	"new_string"
]);
const OF_EDITS = /* @__PURE__ */ new Set([
	"find",
	"search",
	"pattern",
	"replace",
	"replacement"
]);
function isNoChange(refusals) {
	return refusals.every(({ code }) => code === "no_changes");
}
function withoutPointer({ pointer: _pointer, ...refusal }) {
	return refusal;
}
function saidBesideChanges({ version: _v, changes: _c, ...patch }) {
	const said = Object.entries(patch).flatMap(([name, value]) => isSaid(value) ? [name] : []);
	return {
		wishes: said.filter((name) => !WORDS.has(name)),
		words: said.filter((name) => WORDS.has(name))
	};
}
const WORDS = /* @__PURE__ */ new Set([
	"id",
	"title",
	"description",
	"source"
]);
function isSaid(value) {
	return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value !== void 0 && value !== false && value !== "";
}
function notHeeded(wishes) {
	return {
		code: "malformed",
		message: `JSON inside of a text asks for ${quoted(wishes)}, which only a patch itself can ask for. Send that JSON as the patch, in a comment with nothing before it in its fence and no path above, or take that out of it and say it beside the text.`,
		data: { wishes }
	};
}
function passedOver(words) {
	return words.length === 0 ? [] : [`What JSON in the text says of itself was passed over: ${quoted(words)}`];
}
function quoted(names) {
	return names.map((name) => `\`${name}\``).join(", ");
}
function readAll(changes, readText) {
	const all = [];
	const origins = [];
	const repairs = [];
	const notDone = [];
	const prose = [];
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
		for (const line of read.prose) prose.push(line);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes: all,
		origins,
		repairs,
		notDone,
		prose
	};
}

// src/patch/formats/text-margin.ts
function withoutMargin(text) {
	const filled = text.lines.findIndex((line) => line.trim() !== "");
	const margin = /^[ \t]*/.exec(text.lines[filled] ?? "")?.[0] ?? "";
	if (margin === "" || !text.lines.every((line) => line.startsWith(margin) || line.trim() === "")) return text;
	const moved = {
		...text,
		lines: text.lines.map((line) => line.slice(margin.length))
	};
	return formatAt(moved, filled) === null ? text : moved;
}

// src/patch/formats/titled-edits.ts
function refuseEditsOfOthers(lines, parts) {
	for (const part of parts) for (const titled of part.titled ?? []) if (!isProduct(titled) && !isOfTitle(readingOf(lines, part, titled), titled.title.path)) lines.refusals.push(fileOrEdit(lines, titled));
}
function isProduct({ title: { path } }) {
	return /^[A-Z]\w{0,40}\.(?:js|io|NET)$/.test(path);
}
function readingOf(lines, { format, fence }, { title, start, end }) {
	const text = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED).join("\n");
	const context = {
		path: title.path,
		pathFrom: "mention"
	};
	switch (format) {
		case "apply_patch": return readApplyPatch(text, context);
		case "blocks": return readBlocks(text, context);
		default: return readUnifiedDiff(text, context);
	}
}
function isOfTitle(reading, title) {
	return !reading.ok || reading.operations.flatMap(pathsOf).some((path) => mayBeOneFile(path, title));
}
function fileOrEdit(lines, { title: { path }, start }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${path} by the line above it, and an edit of other files by what it holds, so it is open what is meant. Send a write change for the file, or the edit without that path above it.`;
	return malformedAt({
		line,
		path
	}, message);
}

// src/patch/formats/whole-files.ts
function wholeFiles({ lines, parts, text }) {
	if (text.trim() === "") return nothing(lines);
	const mark = strayMark(lines) ?? brokenJson(lines, text);
	if (mark !== null) return mark;
	if (parts.length === 0) return bareFile(lines, text);
	const broken = parts.find(({ isOpen, hasMarks }) => isOpen === true || hasMarks === true);
	if (broken !== void 0) return brokenFence(lines, broken);
	const found = fencedFiles(lines, parts);
	const edit = "files" in found ? found.files.find(({ content, path }) => isEditFor(content, path)) : void 0;
	return edit === void 0 ? found : editForFile(edit.path, numberOf(lines, edit.linesBefore - 1));
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
function brokenJson(lines, text) {
	const at = isCutOffEdit(text) ? 0 : text.search(JSON_EDIT);
	if (at === -1) return null;
	const line = numberOf(lines, text.slice(0, at).split("\n").length - 1);
	const message = `The text looks like an edit in JSON, at line ${line}, but it can't be read. Send it as valid JSON, or send a write change with the whole file.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
function isCutOffEdit(text) {
	return !parseLooseJson(text).ok && /^\s*(?:\{|\[\s*\{)\s*"/.test(text.slice(0, LEAD$1)) && (/"(?:changes|edits|operations|modifications|patches)" {0,4}: {0,4}\[/.test(text) || FILE_FIELD.test(text) && EDIT_FIELD.test(text));
}
const LEAD$1 = 400;
const FILE_FIELD = /"(?:path|file|file_path|target_file|filename|from)" {0,4}:/;
const EDIT_FIELD = /"(?:find|search|replace|replacement|content|contents|diff|patch|pattern|to|kind|op)" {0,4}:/;
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
	if (isWordsFor(text, path)) return wordsForFile(path);
	if (isEditFor(text, path)) return editForFile(path, numberOf(lines, 0));
	addRepair(lines.repairs, `the text was taken for the whole of ${path}`, numberOf(lines, 0));
	return {
		files: [{
			path,
			content: text,
			found: "bare",
			linesBefore: 0
		}],
		repairs: [],
		notDone: []
	};
}
function wordsForFile(path) {
	const message = `The text for ${path} holds words, and no code and no edit. Send the edit; or, for a file that is to hold these words, a write change.`;
	return {
		...malformedAt({
			line: 1,
			path
		}, message),
		code: "mission_without_changes"
	};
}
function editForFile(path, line) {
	const message = `The text for ${path} at line ${line} begins as an edit, but the edit can't be read. Send it with its marks at the beginning of their lines; or, for a file that is to hold these lines, a write change.`;
	return malformedAt({
		line,
		path
	}, message);
}
function brokenFence(lines, { start, path, isOpen }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} ${isOpen === true ? "is not closed, so nobody can tell where the file ends" : "holds the marks of an edit behind other lines, so nobody can tell whether it is one"}. Send a write change with the whole file.`;
	return malformedAt({
		line,
		path: path ?? lines.path
	}, message);
}

// src/patch/formats/text.ts
function readText(text, path) {
	const reading = readTextAt(text, path, 0);
	return reading.ok && !reading.changes.every(hasWholeCharacters) ? asFailed(halfCharacter()) : reading;
}
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
function readTextAt(text, path, depth) {
	const source = text.startsWith(BOM) ? text.slice(1) : text;
	const unescaped = unescapedText(source);
	const json = depth < MAX_DEPTH ? readJson(source, path, depth) : null;
	if (json !== null) return json;
	const sent = linesToRead(unescaped ?? source, { path });
	if (sent === null) return asFailed(tooManyLines());
	const { lines, parts } = partsOf(withoutMargin(sent));
	if (unescaped !== null) addRepair(lines.repairs, "line breaks that were written as \\n were read as such", 1);
	const edits = parts.filter(({ format }) => format !== "fence");
	const others = {
		lines,
		parts,
		text: source,
		depth
	};
	return edits.length > 0 ? readEdits(others) : readOthers(others);
}
const BOM = "﻿";
const MAX_DEPTH = 2;
function asFailed(reading) {
	return {
		ok: false,
		refusals: reading.refusals ?? []
	};
}
function readJson(text, path, depth) {
	return readJsonChanges(text, {
		path,
		readText: (inner, innerPath) => readTextAt(inner, innerPath ?? path, depth + 1)
	});
}
function readEdits({ lines, parts, depth }) {
	refuseJsonBeside({
		lines,
		parts,
		depth
	});
	refuseEditsOfOthers(lines, parts);
	for (const [index, { format, end }] of parts.entries()) if (format === "diff" || format === "apply_patch") refuseEditsBehind(lines, end, parts[index + 1]?.start);
	const changes = [];
	const origins = [];
	const left = [];
	const named = editedNames(lines.lines);
	for (const part of parts) {
		const beside = part.format === "fence" ? fileBeside(lines, part) : null;
		if (beside !== null) {
			changes.push(beside);
			origins.push({
				linesBefore: part.start,
				found: "beside"
			});
		} else if (part.format === "fence") left.push(part);
		else {
			const change = changeOf(lines, part);
			changes.push(change);
			origins.push(originOf(lines, {
				part,
				change,
				named
			}));
		}
	}
	const notDone = [...setAside(lines, left), ...commandsBehind(lines, parts)];
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	passOverBeside(lines, parts);
	refuseGivenOtherwise(lines);
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	return {
		ok: true,
		changes,
		origins,
		repairs: repairsOf(lines.repairs),
		notDone,
		prose: proseOf(lines)
	};
}
function refuseJsonBeside({ lines, parts, depth }) {
	for (const part of parts) {
		if (part.format !== "fence") continue;
		const json = jsonIn(lines, part, depth);
		if (json === "unclear" || isPatchInJson(json)) lines.refusals.push(twoPatches(lines, part.start));
		else if (part.title === void 0) refuseWishes(lines, textIn(lines, part));
	}
	refuseBareJson({
		lines,
		parts,
		depth
	});
}
function refuseBareJson({ lines, parts, depth }) {
	for (const { start, text } of stretchesBeside(lines, parts)) if (depth < MAX_DEPTH && isPatchInJson(readJson(text, lines.path, depth))) lines.refusals.push(twoPatches(lines, start));
	else refuseWishes(lines, text);
}
function refuseWishes(lines, text) {
	const wishes = wishesAlone(text);
	if (wishes.length > 0) lines.refusals.push(notHeeded(wishes));
}
function twoPatches(lines, start) {
	const line = numberOf(lines, start);
	const message = `The JSON at line ${line} is a patch, and there is another edit or file beside it, so it is open what is meant. Send only one of them, or all of them as changes of one patch in JSON.`;
	return malformedAt({ line }, message);
}
function setAside(lines, blocks) {
	const commands = [];
	for (const block of blocks) {
		const line = numberOf(lines, block.start - 1);
		if (block.fence !== void 0 && isShellFence(block.fence)) commands.push(block);
		else if (block.hasMarks === true) lines.refusals.push(malformedAt({ line }, hiddenMarks(line)));
		else passOverBlock(lines, block);
	}
	return commandsNotRun(lines, commands);
}
function passOverBlock(lines, { start, end, titleAt }) {
	if (titleAt !== void 0) passOver(lines, titleAt);
	for (let at = start; at < end; at += 1) passOver(lines, at);
}
function fileBeside(lines, part) {
	const { title, isTitled, isOpen, hasMarks, fence } = part;
	if (title?.isAlone !== true || isTitled !== true || isOpen === true || hasMarks === true) return null;
	const own = lines.lines.slice(part.start, part.end);
	if (fence !== void 0 && isShellFence(fence) && !isShellFile(title.path, fence, own)) return null;
	const file = fileIn(lines, part, title.path);
	if (isEditFor(file.content, file.path)) lines.refusals.push(editForFile(file.path, numberOf(lines, part.start - 1)));
	noteTaken(lines, file);
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
		const json = jsonIn(lines, part, depth);
		if (json === null) {
			found.rest.push(part);
			if (part.title === void 0) refuseWishes(lines, textIn(lines, part));
		} else if (json === "unclear") found.refusals.push(fileOrPatch(lines, part));
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
	if (parts.length > 0) refuseBareJson({
		lines,
		parts,
		depth
	});
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	if (found.changes.length === 0) return filesOf(wholeFiles({
		lines,
		parts,
		text
	}), {
		lines,
		parts
	});
	const file = found.rest.find(({ title }) => title !== void 0);
	if (file !== void 0) return {
		ok: false,
		refusals: [fileBesideJson(lines, file)]
	};
	for (const wish of setAside(lines, found.rest)) found.notDone.push(wish);
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	const { changes, origins, notDone } = found;
	const repairs = [...repairsOf(lines.repairs), ...found.repairs];
	passOverBeside(lines, parts);
	return {
		ok: true,
		changes,
		origins,
		repairs,
		notDone,
		prose: proseOf(lines)
	};
}
const LEAD = 100;
function jsonIn(lines, part, depth) {
	const inner = textIn(lines, part);
	if (depth >= MAX_DEPTH || !/^\s*[[{]/.test(inner.slice(0, LEAD))) return null;
	const json = readJson(inner, jsonPath(lines, part), depth);
	if (part.title === void 0) return json;
	if (json === null) return readJson(inner, void 0, depth)?.ok === true ? "unclear" : null;
	const file = fullPath(part.title.path, lines.given);
	return !json.ok || json.changes.every((change) => "path" in change && change.path === file) ? json : "unclear";
}
function textIn({ lines }, { start, end }) {
	return lines.slice(start, end).join("\n");
}
function fileOrPatch(lines, { start, title }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${title?.path} by the line above it, and a patch by what it holds, so it is open what is meant. Send a write change for the file, or the JSON without a path above it for the patch.`;
	return malformedAt({
		line,
		path: title?.path
	}, message);
}
function fileBesideJson(lines, { start, title }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${title?.path} by the line above it, and there is a patch in JSON beside it, so it is open what is meant. Send only one of them, or add the file to the patch as a write change.`;
	return malformedAt({
		line,
		path: title?.path
	}, message);
}
function jsonPath(lines, { path, start }) {
	return path === void 0 ? lines.path : fileNamed(lines, path, start - 1);
}
function filesOf(result, { lines, parts }) {
	if ("code" in result) return {
		ok: false,
		refusals: [result]
	};
	const { files, notDone } = result;
	const changes = files.map(({ path, content }) => ({
		kind: "write",
		path,
		content,
		encoding: "utf-8"
	}));
	const origins = files.map(({ path: _path, content: _content, ...origin }) => origin);
	if (!origins.some(({ found }) => found === "bare")) passOverBeside(lines, parts);
	return {
		ok: true,
		changes,
		origins,
		repairs: [...repairsOf(lines.repairs), ...result.repairs],
		notDone,
		prose: proseOf(lines)
	};
}

// src/patch/file-system-name.ts
function fileSystemName(segment) {
	return foldCase(segment.replace(HFS_IGNORED, "").replace(/(?<=.):.*$/su, "").replace(/(?<![. ])[. ]+$/u, ""));
}
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
function foldCase(name) {
	return name.toUpperCase().toLowerCase().normalize("NFC");
}

// src/patch/path.ts
function checkPath(path) {
	const problem = problemWith(path);
	if (problem === null) return null;
	return {
		code: "outside_repository",
		message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
		path
	};
}
const SHOWN_CHARACTERS = 200;
function problemWith(path) {
	if (path === "") return "is empty.";
	if (!path.isWellFormed()) return "is not valid Unicode.";
	if (bytesOf(path) > 1024) return `is longer than ${MAX_PATH_BYTES} bytes.`;
	if (CONTROL_CHARACTER.test(path)) return "holds a control character or a line separator.";
	if (path.includes("\\")) return "holds a backslash.";
	if (path.startsWith("/")) return "is absolute.";
	if (/^[A-Za-z]:/.test(path)) return "begins with a drive letter.";
	for (const segment of path.split("/")) {
		if (segment === "") return "has an empty segment.";
		if (segment === "." || segment === "..") return `has a ${segment} segment.`;
		if (bytesOf(segment) > 255) return `has a name of more than ${255} bytes.`;
		if (isGitFolder(segment)) return "leads into git's own folder.";
	}
	return null;
}
function bytesOf(text) {
	return new TextEncoder().encode(text).length;
}
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
function isGitFolder(segment) {
	return /^(?:\.git|git~\d+)$/.test(fileSystemName(segment));
}

// src/stages/source-entries.ts
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
const FOLDER = "040000";

// src/policy/joiners.ts
function seenJoiner() {
	return [
		...CURSIVE,
		...INDIC.flatMap(shaping),
		...OTHERS
	].join("|");
}
const ZWNJ = String.raw`\u200C`;
const ZWJ = String.raw`\u200D`;
const JOINER = `[${ZWNJ}${ZWJ}]`;
const JOIN_BACK = String.raw`\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671-\u0673\u0675-\u0677\u0688-\u0699\u06C0\u06C3-\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0710\u0715-\u0719\u071E\u0728\u072A\u072C\u072F\u074D\u0759-\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779\u0867\u0869\u086A\u0870-\u0882\u088E\u08AA-\u08AC\u08AE\u08B1\u08B2\u08B9`;
const JOIN_NONE = String.raw`\u0621\u0674\u06E5\u06E6\u0861\u0866\u0887\u08AD\u08C9\u1880-\u1884\uFB50-\uFEFC\u{1EE00}-\u{1EEFF}`;
const LETTERS = String.raw`[[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]&&\p{L}]`;
const JOINING = `[${LETTERS}--[${JOIN_NONE}]]`;
const JOINING_NEXT = `[${LETTERS}--[${JOIN_BACK}${JOIN_NONE}]]`;
const CURSIVE = [String.raw`${ZWNJ}(?<=${JOINING_NEXT}\p{Mn}*${ZWNJ})(?=${JOINING})`, String.raw`${ZWJ}(?<=${JOINING_NEXT}\p{Mn}*${ZWJ})(?!${JOINING}|[\p{M}\u0640]|${JOINER})`];
const DEVANAGARI = String.raw`\u0915-\u0939\u0958-\u095F\u0978-\u097F`;
const GUJARATI = String.raw`\u0A95-\u0AB9\u0AF9`;
const INDIC = [
	{
		consonants: DEVANAGARI,
		virama: "्",
		nukta: "़",
		halves: DEVANAGARI
	},
	{
		consonants: GUJARATI,
		virama: "્",
		nukta: "઼",
		halves: GUJARATI
	},
	{
		consonants: String.raw`\u0995-\u09B9\u09DC-\u09DF\u09F0\u09F1`,
		virama: "্",
		nukta: "়",
		halves: "ত",
		parted: "রৰ"
	},
	{
		consonants: String.raw`\u0A15-\u0A39\u0A59-\u0A5E`,
		virama: "੍",
		nukta: "਼"
	},
	{
		consonants: String.raw`\u0B15-\u0B39\u0B5C-\u0B5F\u0B71`,
		virama: "୍",
		nukta: "଼"
	},
	{
		consonants: String.raw`\u0C15-\u0C39\u0C58-\u0C5A`,
		virama: "్",
		nukta: "఼"
	},
	{
		consonants: String.raw`\u0C95-\u0CB9\u0CDD\u0CDE`,
		virama: "್",
		nukta: "಼",
		parted: "ರ"
	},
	{
		consonants: String.raw`\u0D15-\u0D39`,
		virama: "്",
		halves: "കണനരലള"
	}
];
function shaping({ consonants, virama, nukta, halves, parted }) {
	const dot = nukta === void 0 ? "" : `${nukta}?`;
	return [
		`${JOINER}(?<=[${consonants}]${dot}${virama}${JOINER})(?=[${consonants}])`,
		...halves === void 0 ? [] : [String.raw`${ZWJ}(?<=[${halves}]${dot}${virama}${ZWJ})(?!\p{M}|${JOINER})`],
		...parted === void 0 ? [] : [`${JOINER}(?<=[${parted}]${JOINER})(?=${virama}[${consonants}])`]
	];
}
const OTHERS = [
	String.raw`${ZWJ}(?<=[\u0D9A-\u0DC6]\u0DCA${ZWJ})(?=[\u0D9A-\u0DC6])`,
	String.raw`${ZWJ}(?<=[\u0D9A-\u0DC6]${ZWJ})(?=\u0DCA[\u0D9A-\u0DC6])`,
	String.raw`${ZWNJ}(?<=\u0B95\u0BCD${ZWNJ})(?=\u0BB7)`,
	String.raw`${ZWNJ}(?<=[\u1780-\u17A2]${ZWNJ})(?=[\u17C9\u17CA][\u17B6-\u17BA\u17BE\u17C6\u17D0])`
];

// src/policy/seen-emoji.ts
const SEEN_EMOJI_SELECTOR = [
	String.raw`(?<=[\p{Emoji}--[\p{Emoji_Presentation}\p{ASCII}]])\uFE0F`,
	String.raw`(?<=[\d#*])\uFE0F(?=\u20E3)`,
	String.raw`(?<=[\p{Emoji}--[\u2139\p{ASCII}[\p{Emoji_Presentation}&&[\u{1F000}-\u{1FFFF}]]]])\uFE0E`
].join("|");
const PART = String.raw`[\p{Emoji}--\p{ASCII}]\uFE0F?\p{Emoji_Modifier}?`;
const JOINED_EMOJI = String.raw`${PART}(?:\u200D${PART})+`;
function isOneEmoji(joined) {
	return ONE_EMOJI.test(joined);
}
const ONE_EMOJI = /^\p{RGI_Emoji_ZWJ_Sequence}$/v;

// src/policy/hidden-characters.ts
function hiddenLine(before, after) {
	const [was, now] = [withoutMark(before ?? ""), withoutMark(after)];
	if (!hides(now)) return null;
	const lines = now.split("\n");
	for (const at of newLines(was.split("\n"), lines)) if (hides(lines[at] ?? "")) return at + 1;
	return null;
}
function* newLines(before, after) {
	const { start, end, newEnd } = changedPart(before, after);
	if (end + newEnd - 2 * start > MAX_COMPARED$1) {
		for (let at = start; at < newEnd; at += 1) yield at;
		return;
	}
	const numbersOf = lineNumbering();
	const compared = compareLines(numbersOf(before.slice(start, end)), numbersOf(after.slice(start, newEnd)));
	for (const span of compared.spans) for (let at = start + span.newStart; at < start + span.newEnd; at += 1) yield at;
}
const MAX_COMPARED$1 = 4e4;
function changedPart(before, after) {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start += 1;
	let same = 0;
	while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
	return {
		start,
		end: before.length - same,
		newEnd: after.length - same
	};
}
function withoutMark(text) {
	return text.replace(/^\uFEFF/, "");
}
function hides(text) {
	for (const [, joined, hidden] of text.matchAll(SHOWN_OR_HIDDEN)) if (hidden !== void 0 || joined !== void 0 && !isOneEmoji(joined)) return true;
	return false;
}
const FLAG = String.raw`\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}`;
const TWO_SHAPES = String.raw`[\u2205\u2229\u222A\u2268\u2269\u2272\u2273\u228A\u228B\u2293-\u2295\u2297\u229C\u22DA\u22DB\u2A3C\u2A3D\u2A9D\u2A9E\u2AAC\u2AAD\u2ACB\u2ACC]`;
const SELECTED = String.raw`${SEEN_EMOJI_SELECTOR}|(?<=${TWO_SHAPES})\uFE00`;
const LINE_END = String.raw`\r(?!\n|$)|[\p{Zl}\p{Zp}]`;
const PAGE_BREAK = String.raw`(?<=[^\n])\f(?!\r?(?:\n|$))`;
const INVISIBLE = String.raw`(?![\t\n\f\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\u{16FE4}]`;
const SHOWN_OR_HIDDEN = new RegExp(`${FLAG}|(${JOINED_EMOJI})|${SELECTED}|${seenJoiner()}|(${LINE_END}|${PAGE_BREAK}|${INVISIBLE})`, "gv");

// src/policy/short-name.ts
function mayBeShortNameOf(segment, name) {
	const [, stem, ending = ""] = SHORT.exec(fileSystemName(segment)) ?? [];
	return stem !== void 0 && isShortened(stem, ending, fileSystemName(name));
}
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
const FITTING = /^[^. +,;=[\]]{1,8}$/;
const LONGEST_ENDING = 3;
const HASHED = /^.{2}[\da-f]{4}$/;
const HASHED_STEM = 2;

// src/policy/collisions.ts
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

// src/policy/finding.ts
function judgementOf(findings) {
	return {
		refusals: findings.filter(({ outcome }) => outcome === "refuse").map(({ refusal }) => refusal),
		reviews: describeReviews(findings.filter(({ outcome }) => outcome === "review"))
	};
}
function describeReviews(findings) {
	return [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => {
		const subjects = found.slice(0, MAX_SUBJECTS).map(({ subject }) => subject);
		const more = found.length - subjects.length;
		return `${rule} asks for a review of ${subjects.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
	});
}
const MAX_SUBJECTS = 5;

// src/policy/named-paths.ts
function matchNamedRules(path) {
	const [written, meant] = [path.normalize("NFC"), judgedPath(path)];
	const literal = matchesOf(written);
	const judged = meant === written.toLowerCase() ? literal : matchesOf(meant);
	const known = new Set(literal.map(({ rule }) => rule));
	const disguised = judged.find(({ rule }) => !known.has(rule));
	return disguised === void 0 ? literal : [{
		rule: "look-alikes",
		pattern: disguised.pattern
	}];
}
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
function amongGlobs(globs) {
	const compiled = globs.map((glob) => compileGlob(glob, { ignoreCase: false }));
	return (path) => compiled.some((matches) => matches(path));
}
function judgedPath(path) {
	return path.split("/").map(judgedName).join("/");
}
function judgedName(segment) {
	const name = fileSystemName(segment);
	if (GIT_SHORT_NAME.test(name)) return ".git";
	return CODEOWNERS_SHORT_NAME.test(name) ? "codeowners" : name;
}
const GIT_SHORT_NAME = /^(?:git[^.~]{0,3}|gi[\da-f]{4})~\d+(?:\.|$)/;
const CODEOWNERS_SHORT_NAME = /^(?:code(?:ow?)?|co[\da-f]{4})~\d+$/;
function matchesOf(path) {
	return NAMED_GLOBS.reduce((before, { rule, paths, rest }) => {
		const pattern = paths.find(({ matches }) => matches(path)) ?? (before.length === 0 ? rest.find(({ matches }) => matches(path)) : void 0);
		return pattern === void 0 ? before : [...before, {
			rule,
			pattern: pattern.glob
		}];
	}, []);
}
const NAMED_GLOBS = Object.entries({
	...FIXED_RULES,
	...RULES
}).flatMap(([rule, { paths, rest = [] }]) => isRuleName(rule) ? [{
	rule,
	paths: compileAll(paths),
	rest: compileAll(rest)
}] : []);
function compileAll(globs) {
	return globs.map((glob) => ({
		glob,
		matches: compileGlob(glob, { ignoreCase: true })
	}));
}
function isRuleName(name) {
	return name in RULES || name in FIXED_RULES;
}

// src/policy/path-decision.ts
function pathRules(policy) {
	const opinions = [
		namedRules(policy),
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
function namedRules({ rules }) {
	return (path) => matchNamedRules(path).map(({ rule, pattern }) => isChangeable(rule) ? {
		rule: `policy.rules.${rule}`,
		outcome: rules[rule],
		pattern,
		pointer: [
			"policy",
			"rules",
			rule
		]
	} : {
		rule,
		outcome: "refuse",
		pattern,
		pointer: null
	});
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
function judgeChanges(policy, changes, existing = [], earlier = NOTHING_EARLIER) {
	return judgementOf([
		...judgePaths(policy, changes),
		...judgeExecutables(policy, changes),
		...judgeHidden(policy, changes),
		...judgeCollisions(policy, changes, existing),
		...judgeLimits(policy, changes, earlier)
	]);
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

// src/stages/judge-placed.ts
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
		wasExecutable: base.entries.get(path)?.mode === "100755",
		bytes: bytes?.length ?? 0,
		changedLines: limits["changed-lines"] === void 0 ? 0 : changedLines(change, base),
		...hidden === null ? {} : { hiddenLine: hidden }
	};
}
function hiddenIn(change, base) {
	const { before, after } = versions(change, base);
	if (after === null || change.from === void 0 && isSame({
		before,
		after
	})) return null;
	if (isBinary(after)) return before !== null && !isBinary(before) || isUtf8$1(after) || !isMedia(change.path) ? 1 : null;
	const known = change.from === void 0 ? before : null;
	return hiddenLine(known && textOfUtf8(known), textOfUtf8(after));
}
function isBinary(bytes) {
	return bytes.subarray(0, LOOKED_AT_BY_GIT).includes(0);
}
const LOOKED_AT_BY_GIT = 8e3;

// src/patch/read.ts
function readPatch(source, envelopeId, sentTo = null) {
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
	const { patch: value, notDone, underFiles = [], repositories = [] } = normalized;
	const heeded = heedRepositories(repositories, sentTo);
	const repairs = [...normalized.repairs, ...heeded.repairs];
	const known = knownOf(value);
	const checked = patchSchema.safeParse(value);
	const mismatch = idMismatch(known.id, envelopeId);
	if (!checked.success) return refused(arrival, known, [...mismatch, ...refusalsOf(checked.error.issues, value)]);
	if (heeded.refusals.length > 0) return refused(arrival, known, [...mismatch, ...heeded.refusals]);
	const others = textsForOtherFiles(checked.data.changes, underFiles, readText);
	if (others.length > 0) return refused(arrival, known, [...mismatch, ...others]);
	const patch = named(checked.data, envelopeId);
	const canonical = canonicalJson(patch);
	const problem = oversize(canonical, MAX_PATCH_BYTES);
	if (mismatch.length > 0 || problem !== null) return refused(arrival, known, [...mismatch, ...problem === null ? [] : [problem]]);
	const digest = digestOf(patch);
	return {
		ok: true,
		id: patch.id === void 0 ? anonymousId(digest) : slugId(patch.id),
		digest,
		title: titleOf$1(patch),
		canonical,
		patch,
		repairs,
		notDone
	};
}
function otherProblems({ patch, refusals }) {
	if (patch === void 0) return [];
	const checked = patchSchema.safeParse(patch);
	const known = new Set(refusals.map(({ pointer }) => changePointer(pointer)));
	return checked.success ? [] : refusalsOf(checked.error.issues, patch).filter(({ pointer }) => !known.has(changePointer(pointer)));
}
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
function knownOf(value) {
	if (typeof value !== "object" || value === null) return {};
	const { id, title, dryRun } = Object.fromEntries(Object.entries(value));
	return {
		...typeof id === "string" && id !== "" ? { id } : {},
		...typeof title === "string" ? { title } : {},
		dryRun: dryRun === true
	};
}

// src/policy/added-lines.ts
function addedLines(before, after) {
	const known = /* @__PURE__ */ new Map();
	for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
	return after.split("\n").map((line) => {
		const left = known.get(line) ?? 0;
		known.set(line, left - 1);
		return left <= 0;
	});
}

// src/policy/secrets.ts
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
const MAX_COMPARED = 1e9;
function lettersOf(text) {
	return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}
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
function secretNameRefusal(found) {
	const [first] = found;
	return first === void 0 ? [] : [{
		code: "secret_found",
		message: `The name of a file would hold what looks like a secret (${first.kind}). ${REVOKE} Give the file another name, or ask a maintainer to name its folder in policy.secrets.except-paths if it is none.`,
		data: {
			rule: "policy.secrets",
			kind: first.kind
		}
	}];
}
const REVOKE = "It was not kept; if it is real, revoke it, because it was sent.";
function lineStarts(text) {
	const starts = [0];
	for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
	return starts;
}
function lineAt(starts, offset) {
	let [low, high] = [0, starts.length];
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low + 1;
}

// src/stages/readings.ts
function readingsOf(text) {
	const blank = {
		text: withBlanks(text),
		placeOf: sameOffset
	};
	return [
		{
			text,
			placeOf: sameOffset
		},
		...blank.text === text ? [] : [blank],
		...WITHIN_WORD.test(text) ? [joined(text)] : []
	];
}
function sameOffset(offset) {
	return offset;
}
function withBlanks(text) {
	return text.replaceAll(ESCAPE, (escape) => " ".repeat(escape.length));
}
function joined(text) {
	const starts = [0];
	const removed = [0];
	let sum = 0;
	return {
		text: text.replaceAll(ALL_WITHIN_WORDS, (escape, at) => {
			starts.push(at - sum);
			sum += escape.length;
			removed.push(sum);
			return "";
		}),
		placeOf: (offset) => offset + (removed[lastAtMost(starts, offset)] ?? 0)
	};
}
function lastAtMost(ascending, limit) {
	let [low, high] = [0, ascending.length];
	while (high - low > 1) {
		const middle = low + high >>> 1;
		if ((ascending[middle] ?? 0) <= limit) low = middle;
		else high = middle;
	}
	return low;
}
const MAX_PARAMETERS = 40;
const CONTROL = String.raw`\[[\d;:?]{0,${MAX_PARAMETERS}}[A-Za-z]|[\(\)][AB0-2]`;
const ESC = String.raw`[\x1b\u241b]|\\(?:x1[Bb]|0?33|[eE]|u001[Bb]|u\{0{0,4}1[Bb]\}|U0000001[Bb])|%1[Bb]|&#(?:27|[xX]1[Bb]);|\^\[`;
const TERMINAL = String.raw`(?:${ESC})(?:${CONTROL})|\[\d[\d;]{0,${MAX_PARAMETERS}}m`;
const HEX = String.raw`[\dA-Fa-f]`;
const CODED = String.raw`\\(?:x${HEX}{2}|u${HEX}{4}|u\{${HEX}{1,6}\}|U${HEX}{8}|[0-7]{1,3}|[A-Za-z])|%${HEX}{2}|=3[Dd]`;
const ESCAPE_SOURCE = `${TERMINAL}|${CODED}`;
const WITHIN = String.raw`${TERMINAL}|\\{1,${8}}(?=/)`;
const WITHIN_WORD = new RegExp(WITHIN);
const ALL_WITHIN_WORDS = new RegExp(WITHIN, "g");
const ESCAPE = new RegExp(ESCAPE_SOURCE, "g");

// src/stages/secrets-in-file.ts
async function findInFile(scanner, change, base) {
	const { path } = change;
	const { before, after } = versions(change, base);
	if (after === null) return {
		refusals: [],
		secrets: []
	};
	const text = textOf(after);
	const found = await findInText(scanner, {
		path,
		text
	});
	const added = addedSecrets(path, {
		before: before && textOf(before),
		after: text
	}, found);
	return {
		refusals: secretRefusals(added),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
async function findInText(scanner, { path, text }) {
	const found = [];
	for (const reading of readingsOf(text)) for (const { kind, start, end } of await scanner.find({
		path,
		text: reading.text
	})) found.push({
		kind,
		start: reading.placeOf(start),
		end: reading.placeOf(end - 1) + 1
	});
	return found;
}
function textOf(bytes) {
	return new TextDecoder().decode(bytes).replaceAll("\0", "");
}

// src/io/github/failure.ts
function statusOf(error) {
	const status = property(property(error, "response"), "status");
	return typeof status === "number" ? status : null;
}
function wasUnanswered(error) {
	return property(error, "name") === "HttpError" && statusOf(error) === null;
}
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
function graphqlData(error) {
	return property(error, "data");
}
function property(value, name) {
	return typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
}
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
var RateLimited = class extends Error {
	until;
	unclear;
	constructor(until, { unclear, ...options }) {
		const said = options.cause === void 0 ? "" : ` (${messageOf(options.cause)})`;
		super(`GitHub's rate limit holds until ${until.toISOString()}${said}`, options);
		this.name = "RateLimited";
		this.until = until;
		this.unclear = unclear;
	}
};
function createGate() {
	return { opensAt: 0 };
}
function closedUntil({ opensAt }, now) {
	return opensAt > now && opensAt <= now + LONGEST_LIMIT ? opensAt : 0;
}
function limitOfRefusal(thrown, now) {
	const status = statusOf(thrown);
	if (status === null) return isLimitedGraphql(thrown) ? UNTOLD_LIMIT : null;
	const told = LIMITING.has(status) ? toldLimit(thrown, now) : null;
	const limited = status === 429 || SECONDARY_LIMIT.test(messageOf(thrown));
	return told ?? (limited ? UNTOLD_LIMIT : null);
}
function limitOfAnswer(response, now) {
	return isLimitedGraphql(response.data) ? toldLimit({ response }, now) ?? UNTOLD_LIMIT : null;
}
function isLimitedGraphql(answer) {
	return graphqlFailures(answer).some(({ type, message }) => type === "RATE_LIMITED" || SECONDARY_LIMIT.test(message));
}
function toldLimit(failure, now) {
	const retryAfter = headerOf(failure, "retry-after");
	const told = retryAfter === void 0 ? untilReset(failure, now) : parseRetryAfter(retryAfter, now);
	return Number.isFinite(told) ? Math.min(Math.max(0, told), LONGEST_LIMIT) : null;
}
const LONGEST_LIMIT = 366e4;
function parseRetryAfter(value, now) {
	return /^\d+$/.test(value) ? Number(value) * 1e3 : Date.parse(value) - now;
}
function untilReset(failure, now) {
	if (headerOf(failure, "x-ratelimit-remaining") !== "0") return NaN;
	return Number(headerOf(failure, "x-ratelimit-reset")) * 1e3 - now;
}
const LIMITING = /* @__PURE__ */ new Set([403, 429]);
const SECONDARY_LIMIT = /^You have (?:exceeded a secondary rate limit|triggered an abuse detection)/i;
const UNTOLD_LIMIT = 6e4;
function limitIn(failure) {
	for (let cause = failure, depth = 0; cause !== void 0 && depth < DEEPEST_CAUSE; depth += 1) {
		if (cause instanceof RateLimited) return cause;
		cause = property(cause, "cause");
	}
	return null;
}
const DEEPEST_CAUSE = 4;

// src/io/github/lost-tries.ts
const REFUSED_AFTER_LOSS = /* @__PURE__ */ new WeakSet();
function noteLostTry(thrown) {
	if (typeof thrown === "object" && thrown !== null) REFUSED_AFTER_LOSS.add(thrown);
}
function hadLostTry(thrown) {
	return typeof thrown === "object" && thrown !== null && REFUSED_AFTER_LOSS.has(thrown);
}

// src/io/github/readable.ts
var UnreadableAnswer = class extends Error {
	constructor(status) {
		super(`there was an answer of ${status} that can not be read`);
		this.name = "UnreadableAnswer";
	}
};
function readable(response) {
	const { status, data } = response;
	if (data === void 0 || data === "" || isEmptyObject(data) ? !WITHOUT_CONTENT.has(status) : typeof data !== "object") throw new UnreadableAnswer(status);
	return response;
}
function isEmptyObject(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data) && Object.keys(data).length === 0;
}
const WITHOUT_CONTENT = /* @__PURE__ */ new Set([202, 204]);

// src/io/github/retry.ts
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
				if (!await wait(spread(opensAt - now(), chance))) throw new RateLimited(new Date(opensAt), { unclear: failures > 0 });
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
				if (retryCount >= LIMITED_TRIES || !await wait(spread(limit, chance))) throw new RateLimited(new Date(gate.opensAt), {
					cause: refusalIn(outcome),
					unclear: failures > 0
				});
				waitedFor = gate.opensAt;
				continue;
			}
			if (!(isAmbiguous(outcome) && parameters.request["ambiguous"] !== "throw") || failures >= RETRIES || !await wait(backoff(failures, chance))) return finish(outcome, { mayBeDone: failures > 0 && parameters.method !== "GET" });
			failures += 1;
		}
	});
}
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
function finish(outcome, { mayBeDone }) {
	if ("response" in outcome) return outcome.response;
	if (mayBeDone) noteLostTry(outcome.thrown);
	throw outcome.thrown;
}
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
function leastWait(refusals) {
	return refusals === 0 ? 0 : Math.min(FIRST_LEAST_WAIT * 2 ** (refusals - 1), LONGEST_LEAST_WAIT);
}
const FIRST_LEAST_WAIT = 1e3;
const LONGEST_LEAST_WAIT = 16e3;
function spread(milliseconds, chance) {
	return Math.ceil(milliseconds + Math.min(milliseconds * SPREAD_SHARE, LONGEST_SPREAD) * chance());
}
const SPREAD_SHARE = .2;
const LONGEST_SPREAD = 3e4;
function backoff(retryCount, chance = Math.random) {
	return FIRST_WAIT * 3 ** retryCount * (.5 + chance() / 2);
}
async function delay(milliseconds) {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
const RETRIES = 2;
const LIMITED_TRIES = 10;
const FIRST_WAIT = 500;
const WAITING_BUDGET = 24e4;
const REQUEST_DEADLINE = 3e4;

// src/io/github/client.ts
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
const SILENT = {
	debug() {},
	info() {},
	warn() {},
	error() {}
};
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
function routeOf(options) {
	if (typeof options.query !== "string") return `${options.method} ${options.url}`;
	return `GraphQL ${/^\s*(?:query|mutation)\s+(\w+)/.exec(options.query)?.[1] ?? "unnamed"}`;
}

// src/io/github/by-us.ts
function isByUs({ user, body }) {
	return user?.type === "Bot" || parsePullRequestMarker(body ?? "") !== null;
}

// src/io/github/decorate.ts
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
function describeFailures(error, steps) {
	const failures = graphqlFailures(error).map(({ alias, message }) => ({
		step: steps[Number(alias?.slice(1))],
		message
	}));
	if (!(failures.length > 0 && failures.every(({ step }) => step !== void 0))) return steps.map(({ undone }) => `${undone}: ${messageOf(error)}`);
	return failures.map(({ step, message }) => `${step?.undone}: ${message}`);
}

// src/io/github/errors.ts
var GitHubError = class extends Error {
	attempted;
	status;
	said;
	remedy;
	unclear;
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
		const limit = limitIn(cause);
		this.limitedUntil = limit?.until ?? null;
		this.unclear = lost || status !== null && status >= 500 || limit?.unclear === true || hadLostTry(cause);
	}
};
var ContradictoryAnswers = class extends Error {};
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
function firstOf(text) {
	return text.length <= LONGEST_SAID ? text : `${text.slice(0, LONGEST_SAID)} …`;
}
const LONGEST_SAID = 2e3;
function withoutTokens(text) {
	return text.replace(/\b(gh[a-z]_|github_pat_)\w+/g, "$1***");
}
function neededBy(cause) {
	const told = headerOf(cause, "x-accepted-github-permissions");
	const usual = isQuery(cause) ? READING_NEEDS : USUALLY_NEEDED;
	return told === void 0 ? usual : told.replaceAll("=", ": ").replaceAll(";", ", or");
}
function isQuery(cause) {
	const query = property(property(cause, "request"), "query");
	return typeof query === "string" && query.trimStart().startsWith("query");
}
const READING_NEEDS = "contents and pull-requests, each \"read\"";
const USUALLY_NEEDED = "contents, pull-requests and statuses, each \"write\"";
function findRemedy(status, said, needed) {
	return REMEDIES$1.find(({ applies }) => applies(status, said))?.remedy.replace(NEEDED, () => needed) ?? "";
}
const NEEDED = "{needed}";
const NOT_ANSWERING = "GitHub is not answering as it should: run it again later.";
function remedyOfLoss(said) {
	return NO_SUCH_NAME$1.test(said) ? NO_DNS : NOT_ANSWERING;
}
const NO_SUCH_NAME$1 = /\b(?:ENOTFOUND|EAI_AGAIN)\b/;
const NO_DNS = "This machine can't look up GitHub's address: check its DNS, then run it again.";
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
		applies: (status, said) => status === 403 && /^This installation has been suspended/i.test(said),
		remedy: "The App is suspended there: whoever owns the account lifts that in its settings, under \"GitHub Apps\"."
	},
	{
		applies: (status, said) => status === 403 && /^Repository was archived/i.test(said),
		remedy: "Unarchive the repository in its settings, or name another one."
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
const LARGEST_PAGE = 100;
function pagesFor(limit) {
	const pages = Math.ceil(limit / 100);
	return Array.from({ length: pages }, (_, index) => ({
		page: index + 1,
		per_page: Math.min(limit, 100)
	}));
}

// src/io/github/forge.ts
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
		if (statusOf(error) === UNPROCESSABLE && request.draft && NO_DRAFTS.test(said)) return await openPullRequest(octokit, place, {
			...request,
			draft: false
		});
		return await updateExisting(octokit, place, request, error);
	}
}
const NO_DRAFTS = /^(?:Validation Failed: )?Draft pull requests are not supported in this repository\.?(?:$|: )/;
async function updateExisting(octokit, place, request, refusal) {
	const found = await findOpenPullRequest(octokit, place, request).catch((error) => {
		throw isRefusal(error) ? refusal : error;
	});
	if (found !== null && !isByUs(found)) throw refusal;
	if (found === null) {
		const said = messageOf(refusal);
		throw /already exists/i.test(said) ? new ContradictoryAnswers(`${said}; and GitHub lists none`, { cause: refusal }) : refusal;
	}
	const { number } = found;
	try {
		return {
			...opened(await sendUpdate$1(octokit, place, number, request)),
			existing: true
		};
	} catch (error) {
		throw isRefusal(error) ? new ContradictoryAnswers(`#${number} is open, and takes no update: ${messageOf(error)}`, { cause: error }) : error;
	}
}
function isRefusal(error) {
	const status = statusOf(error);
	return status !== null && status < 500;
}
const UNPROCESSABLE = 422;
async function findOpenPullRequest(octokit, { owner, name }, { head, base }) {
	const { data } = await octokit.rest.pulls.list({
		owner,
		repo: name,
		head: `${owner}:${head}`,
		base,
		state: "open",
		per_page: 100
	});
	return data.find((one) => one.head.repo?.id === one.base.repo.id) ?? null;
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
function shorten(description) {
	if (description.length <= LONGEST_DESCRIPTION) return description;
	return `${description.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
const LONGEST_DESCRIPTION = 140;

// src/io/commit-time.ts
function commitTime(said) {
	const time = new Date(said).getTime();
	return new Date(time >= 0 && time <= LATEST ? time : 0).toISOString();
}
const LATEST = Date.parse("9999-12-31T23:59:59Z");

// src/io/github/ledger.ts
function createLedger({ octokit, owner, name }) {
	const place = {
		owner,
		name
	};
	const each = async (prefix, take) => {
		await attempt(`list the refs under ${prefix}`, () => listRefs(octokit, place, {
			prefix,
			take
		}));
	};
	return {
		list: async (prefix) => {
			const listed = [];
			await each(prefix, (ref) => void listed.push(ref));
			return listed;
		},
		each,
		history: async (ref, limit) => {
			return await attempt(`read the history of ${ref}`, async () => await readHistory(octokit, place, {
				ref,
				limit
			}));
		},
		commit: async (oid) => {
			return await attempt(`read the commit ${oid}`, async () => await readCommit(octokit, place, oid));
		}
	};
}
async function listRefs(octokit, place, { prefix, take }) {
	let seen = 0;
	for (let after = null;;) {
		const { nodes, pageInfo } = (await octokit.graphql(REFS_QUERY, {
			...place,
			prefix,
			first: 100,
			after
		})).repository.refs ?? NO_PAGE;
		for (const [index, node] of nodes.entries()) {
			listedRef(fullName(prefix, node), node.target).forEach(take);
			if (index % TAKEN_AT_ONCE === TAKEN_AT_ONCE - 1) await setImmediate();
		}
		seen += nodes.length;
		if (!pageInfo.hasNextPage) return;
		if (seen >= MOST_REFS) throw new Error(`There are more than ${MOST_REFS} refs under ${prefix}: delete those that are not needed any more.`);
		after = pageInfo.endCursor;
	}
}
const TAKEN_AT_ONCE = 10;
function fullName(prefix, node) {
	const name = `${node.prefix}${node.name}`;
	return name.startsWith(prefix) ? name : `${prefix}${node.name}`;
}
function listedRef(ref, commit) {
	if (commit?.tree === void 0 || commit.message === void 0 || commit.committedDate === void 0) return [];
	return [{
		ref,
		oid: commit.oid,
		tree: commit.tree.oid,
		message: commit.message.replace(/\n+$/, ""),
		committedAt: commitTime(commit.committedDate)
	}];
}
async function readHistory(octokit, place, { ref, limit }) {
	const known = /* @__PURE__ */ new Map();
	let first;
	const pages = Math.ceil(limit / 100) * PAGES_FOR_MERGES;
	for (let page = 0, after = null; page < pages; page += 1) {
		const size = Math.min(limit, 100);
		const found = (await octokit.graphql(HISTORY_QUERY, {
			...place,
			ref,
			first: size,
			after
		})).repository.ref;
		const history = found !== null && fullRef(found) === ref ? found.target?.history : void 0;
		if (history === void 0) return [];
		first ??= history.nodes[0]?.oid;
		for (const node of history.nodes) known.set(node.oid, node);
		const line = firstParents(known, {
			ref,
			from: first,
			limit
		});
		if (line.complete || !history.pageInfo.hasNextPage) return line.commits;
		after = history.pageInfo.endCursor;
	}
	throw new Error(`The last ${limit} commits of ${ref} are not to be found among its merges.`);
}
async function readCommit(octokit, { owner, name: repo }, oid) {
	if (!OID$1.test(oid)) return null;
	try {
		const { data } = await octokit.rest.git.getCommit({
			owner,
			repo,
			commit_sha: oid
		});
		const { tree, message, parents } = data;
		return {
			oid,
			tree: tree.sha,
			message: message.replace(/\n+$/, ""),
			parents: parents.map(({ sha }) => sha)
		};
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
const OID$1 = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function fullRef({ prefix, name }) {
	return `${prefix}${name}`;
}
function firstParents(known, { ref, from, limit }) {
	const commits = [];
	let next = from;
	while (next !== void 0 && commits.length < limit) {
		const node = known.get(next);
		if (node === void 0) return {
			commits,
			complete: false
		};
		commits.push(...listedRef(ref, node));
		next = node.parents.nodes[0]?.oid;
	}
	return {
		commits,
		complete: true
	};
}
const REFS_QUERY = `query Refs($owner: String!, $name: String!, $prefix: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    refs(refPrefix: $prefix, first: $first, after: $after) {
      nodes { prefix name target { oid ... on Commit { tree { oid } message committedDate } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const HISTORY_QUERY = `query History($owner: String!, $name: String!, $ref: String!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    ref(qualifiedName: $ref) {
      prefix
      name
      target {
        ... on Commit {
          history(first: $first, after: $after) {
            nodes { oid tree { oid } message committedDate parents(first: 1) { nodes { oid } } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }
    }
  }
}`;
const MOST_REFS = 2e4;
const PAGES_FOR_MERGES = 5;
const NO_PAGE = {
	nodes: [],
	pageInfo: {
		hasNextPage: false,
		endCursor: null
	}
};

// src/io/ref-moves.ts
const ZERO_OID = "0".repeat(40);
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
function isFullRef(name) {
	return FULL_REF.test(name);
}
function isGuard(move) {
	return move.before === move.after;
}
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
function isUnseen(type) {
	return type === "NOT_FOUND" || type === "FORBIDDEN";
}
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
const ORGANISATION_REPOSITORY = ".github";

// src/io/config-too-large.ts
var ConfigTooLarge = class extends Error {
	constructor(bytes) {
		super(`The config has ${bytes} bytes, and no more than ${MAX_FILE_BYTES} are read. Make it smaller on the default branch.`);
		this.name = "ConfigTooLarge";
	}
};

// src/io/paths.ts
function withParentFolders(paths) {
	return [...new Set(paths.flatMap((path) => [...parentsOf(path), path]))];
}

// src/io/left-unread.ts
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
function unreadBytes({ type, oid, object }, blobs) {
	return type !== "blob" || blobs.has(oid) ? null : object?.byteSize ?? 0;
}
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
const BLOBS_AT_ONCE = 20;

// src/io/github/branch-pull-requests.ts
async function readPullRequestsFrom(octokit, place, wanted) {
	const { newestFirst, branch, named } = wanted;
	const { found, more } = newestFirst.length < 100 ? {
		found: newestFirst.filter(isFromHere).map(answered),
		more: false
	} : await readOfOwner(octokit, place, branch);
	const unlisted = named === void 0 || found.some(({ number }) => number === named) ? null : await readNamed(octokit, place, {
		number: named,
		branch
	});
	return {
		pullRequests: unlisted === null || unlisted === "elsewhere" ? found : [...found, unlisted],
		...more ? { morePullRequests: true } : {},
		...unlisted === "elsewhere" ? { namedElsewhere: true } : {}
	};
}
function isFromHere({ isCrossRepository }) {
	return !isCrossRepository;
}
function answered(answer) {
	const { id: nodeId, number, url, state, isDraft: draft, headRefOid: head, baseRefName: base } = answer;
	const { viewerDidAuthor, author, mergeCommit, mergedBy } = answer;
	const byUs = viewerDidAuthor || author?.type === "Bot";
	const merge = state === "MERGED" && mergeCommit !== null ? { merge: {
		sha: mergeCommit.oid,
		by: mergedBy?.login ?? null
	} } : {};
	return {
		nodeId,
		number,
		url,
		state: STATES[state],
		draft,
		head,
		base,
		byUs,
		...merge
	};
}
const STATES = {
	OPEN: "open",
	CLOSED: "closed",
	MERGED: "merged"
};
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
	return {
		found: data.filter(({ head, base }) => head.repo?.id === base.repo.id).map(listed),
		more: data.length >= 100
	};
}
async function readNamed(octokit, { owner, name }, { number, branch }) {
	try {
		const { data } = await octokit.rest.pulls.get({
			owner,
			repo: name,
			pull_number: number
		});
		const { head, base } = data;
		return head.ref === branch && head.repo?.id === base.repo.id ? listed(data) : "elsewhere";
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
function listed(found) {
	const { node_id: nodeId, number, html_url: url, draft = false, head, base, merge_commit_sha: sha } = found;
	const closed = found.merged_at === null ? "closed" : "merged";
	const state = found.state === "open" ? "open" : closed;
	const merge = state === "merged" && sha !== null ? { merge: {
		sha,
		by: null
	} } : {};
	return {
		nodeId,
		number,
		url,
		state,
		draft,
		head: head.sha,
		base: base.ref,
		byUs: isByUs(found),
		...merge
	};
}

// src/io/github/snapshot-query.ts
function snapshotQuery(place, request, paths) {
	const variables = createVariables(place);
	const { base = {}, config, fileAt, anyRefUnder, pullRequestsFrom, openPullRequestsFrom, besides = [], refs = [], labels = [], reviewers = [] } = request;
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
		pullRequestsFrom === void 0 ? "" : pullRequestField(variables, pullRequestsFrom.branch),
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
function filesQuery(place, { commits, paths, besides = [] }) {
	const variables = createVariables(place);
	const fields = commits.map((oid, index) => `o${index}: object(oid: ${variables.bind("GitObjectID!", oid)}) { ...state }`);
	return variables.query("Files", {
		fields,
		beside: [],
		fragments: [stateFragment(variables, paths, new Set(besides.flatMap(parentsOf))), ENTRY]
	});
}
function refsQuery(place, refs) {
	const variables = createVariables(place);
	return variables.query("Refs", {
		fields: ["id", refFields(variables, refs)],
		beside: [],
		fragments: []
	});
}
function openPullRequestsQuery(place, after) {
	const variables = createVariables(place);
	const fields = ["id", openPullRequestsField(variables, after)];
	return variables.query("Open", {
		fields,
		beside: [],
		fragments: []
	});
}
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
function organisationField(variables, { name }, config) {
	if (config === void 0 || name === ".github") return "";
	return `organisation: ${`repository(owner: $owner, name: ${variables.bind("String!", ORGANISATION_REPOSITORY)})`} { nameWithOwner defaultBranchRef { target { ${configField(variables, config)} } } }`;
}
function fileAtField(variables, { ref, path }) {
	const [name, file] = [variables.bind("String!", ref), variables.bind("String!", path)];
	return `fileAt: ref(qualifiedName: ${name}) { prefix name target { ... on Commit { file(path: ${file}) { ...entry } } } }`;
}
function refFields(variables, refs) {
	return join(refs.map((ref, index) => {
		return `r${index}: ref(qualifiedName: ${variables.bind("String!", ref)}) { prefix name target { oid ... on Commit { tree { oid } message } } }`;
	}));
}
function pullRequestField(variables, branch) {
	return `pullRequests(${`headRefName: ${variables.bind("String!", branch)}, first: ${100}, orderBy: { field: CREATED_AT, direction: DESC }`}) { nodes { id number url state isDraft headRefOid baseRefName isCrossRepository viewerDidAuthor author { type: __typename } mergeCommit { oid } mergedBy { login } } }`;
}
function openPullRequestsField(variables, after = null) {
	return `open: pullRequests(states: OPEN, orderBy: { field: CREATED_AT, direction: DESC }, ${`first: ${100}, after: ${variables.bind("String", after)}`}) { nodes { number url headRefName isCrossRepository } pageInfo { hasNextPage endCursor } }`;
}

// src/io/github/entries.ts
function commitOnly(answer) {
	const { oid, tree } = answer ?? {};
	return oid === void 0 || tree === void 0 ? null : {
		...answer,
		oid,
		tree
	};
}
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

// src/io/github/open-pull-requests.ts
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
const MOST_PAGES = 10;
function openHead({ number, url, headRefName, isCrossRepository }, from) {
	return isCrossRepository || !headRefName.startsWith(from) ? [] : [{
		number,
		url,
		branch: headRefName
	}];
}

// src/io/github/read.ts
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
	const refs = readRefs(repository, request.refs ?? []);
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
		refs,
		config: await withOrganisation(octokit, own, isOfOwner(organisation, repository) ? organisation : null),
		...fileAt === void 0 ? {} : { fileAt: (file && blobs.get(file.oid)) ?? null },
		...fileAtTooLarge === null ? {} : { fileAtTooLarge },
		anyRefUnder: (repository.any?.totalCount ?? 0) > 0,
		...request.pullRequestsFrom === void 0 ? {} : await readPullRequestsFrom(octokit, place, {
			newestFirst: repository.pullRequests?.nodes ?? [],
			branch: request.pullRequestsFrom.branch,
			named: request.pullRequestsFrom.named?.(refs)
		}),
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
function readRefs(repository, refs) {
	return new Map(refs.map((ref, index) => [ref, commitInfo(targetOf(ref, repository[`r${index}`]))]));
}
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
function configText(entry, blobs) {
	if (entry === null || parseMode(entry.mode.toString(8)) === "120000") return null;
	const size = unreadBytes(entry, blobs);
	if (size !== null) throw new ConfigTooLarge(size);
	const bytes = blobs.get(entry.oid);
	return bytes === void 0 ? null : new TextDecoder().decode(bytes);
}
function isOfOwner(organisation, { nameWithOwner = "" }) {
	const [owner = ""] = nameWithOwner.split("/");
	const wanted = `${owner}/${ORGANISATION_REPOSITORY}`;
	return organisation?.nameWithOwner.toLowerCase() === wanted.toLowerCase();
}
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
async function findPresent(octokit, place, moves) {
	if (moves.length === 0) return [];
	const positions = await readPositions(octokit, place, moves);
	return moves.map(({ ref }) => ref).filter((ref) => positions.get(ref) !== null);
}
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
function isAnswer(error) {
	const status = statusOf(error);
	return status !== null && status < 500 || graphqlFailures(error).length > 0;
}
const UPDATE_REFS = `mutation UpdateRefs($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`;
const MOST_TRIES = 3;

// src/io/github/write.ts
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
function blobsOf(plans) {
	const bodies = plans.flatMap(({ tree }) => typeof tree === "string" ? [] : tree.changes).flatMap(({ bytes }) => bytes === null || fitsInline(bytes) ? [] : [bytes]);
	return [...new Map(bodies.map((bytes) => [objectId("blob", bytes), bytes])).values()];
}
function fitsInline(bytes) {
	return bytes.byteLength <= LONGEST_INLINE && isUtf8$1(bytes) && !bytes.includes(0);
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
const LONGEST_INLINE = 1e6;

// src/io/github/repository.ts
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
var SlackError = class extends Error {
	maybePosted;
	constructor(message, options) {
		super(message, options);
		this.name = "SlackError";
		this.maybePosted = options.maybePosted;
	}
};
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
const ERROR_CODE = /^\w+$/;
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
const NO_SUCH_NAME = /* @__PURE__ */ new Set(["ENOTFOUND", "EAI_AGAIN"]);
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
const DEADLINE_SECONDS = 10;
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
function pauseBeforeRetry({ retry, waitSeconds }, { attempt, repeatable, chance }) {
	if (!(retry === "always" || retry === "unless_sent_twice_hurts" && repeatable)) return null;
	if (waitSeconds === void 0) return FIRST_PAUSE_MS * 2 ** attempt;
	const spread = Math.min(FIRST_SPREAD_MS * 2 ** attempt, LONGEST_SPREAD_MS);
	return waitSeconds * 1e3 + chance() * spread;
}
const FIRST_PAUSE_MS = 250;
const FIRST_SPREAD_MS = 250;
const LONGEST_SPREAD_MS = 4e3;
function readRef({ channel, ts }) {
	if (typeof channel !== "string" || typeof ts !== "string") throw new SlackError("chat.postMessage failed: the answer names no channel and time, so the message can never be edited", { maybePosted: true });
	return {
		channel,
		ts
	};
}

// src/io/slack-history.ts
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
const PAGE_SIZE = 200;
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
			ledger: createLedger(place),
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
function slackPatience(stage) {
	return stage === "publish" ? 240 : 0;
}
const LONGEST_SLACK_LIMIT = 240;
function sayRequests(requests) {
	say(`GitHub API: ${requests.count} requests, longest chain ${requests.longestChain}`);
}

export { putFile as $, cappedRefusals as $n, clashLines as $r, isNoOther as $t, commandsBeside as A, VERBS as An, branchName as Ar, tellOvertaken as At, looksLikePath as B, lacksApproval as Bn, isStoppedByName as Br, nextStep as Bt, FOLDER as C, stoppedBy as Cn, isTurnedAwayWarning as Cr, makePullRequest as Ct, hasEditMarks as D, originOf$1 as Dn, CONTROL_REF as Dr, parsePullRequestMarker as Dt, readText as E, formatControl as En, BRANCHES as Er, formatPullRequest as Et, readUnifiedDiff as F, whoSent as Fn, parseConfig as Fr, sayStatus as Ft, checkFree as G, speaksOfHead as Gn, sameScope as Gr, carefulChat as Gt, beforePatch as H, proofOf as Hn, liftSwitches as Hr, treeChanges as Ht, withoutNumbersOnBothSides as I, ownPullRequest as In, CONFIG_PATH as Ir, spokenOf as It, findFile as J, isLive as Jn, isAtLeast as Jr, messageSince as Jt, checkGrowth as K, testsAt as Kn, standingFor as Kr, isDeleted as Kt, linesToRead as L, asKnown as Ln, nearestName as Lr, keepTold as Lt, partsOf as M, isCarried as Mn, INBOX_REFS as Mr, jsonPointer as Mt, readBlocks as N, isOfSameSender as Nn, REF_PREFIX as Nr, STATUS_UNSAID as Nt, ELSEWHERE as O, parseControl as On, PATCH_FILE as Or, mergedOutcome as Ot, readApplyPatch as P, sendersOf as Pn, inboxRef as Pr, sayReplaced as Pt, newWorkspace as Q, successorOf as Qn, formatGenerated as Qr, mrkdwnLink as Qt, isShellFence as R, isAboutHead as Rn, activeSwitches as Rr, tellOfRecord as Rt, judgementOf as S, readPrevious as Sn, formatGeneratedMessage as Sr, leftUnproven as St, checkPath as T, MAX_CONTROL_TEXT as Tn, mergedMeanwhile as Tr, limitedUntil as Tt, bytesOf$1 as U, pullRequestOf as Un, likeOf as Ur, tell as Ut, pathOn as V, mayComeBack as Vn, justEnded as Vr, recordOnly as Vt, changesOf as W, senderOfHead as Wn, sameLogin as Wr, CLOCKS_DIFFER_MS as Wt, findText as X, nextAttempt as Xn, formatTested as Xr, formatSlackMessage as Xt, findPlace as Y, isOurs as Yn, roleOf$1 as Yr, fingerprintMessage as Yt, isExecutable as Z, tookBack as Zn, formatList as Zr, mrkdwnLine as Zt, secretWordsRefusal as _, findCommands as _i, versions as _n, withDiff as _r, weightOf as _t, pagesFor as a, codeSpan as ai, patchTexts as an, laterRevertIdOf as ar, saysAsItWas as at, judgePlaced as b, branchRef as bn, sameBytes as br, demotePullRequest as bt, limitIn as c, markdownLinkCell as ci, viewOf as cn, sha256$1 as cr, encodeText as ct, statusOf as d, describeNearest as di, isShownElsewhere as dn, formatStatus as dr, linesOf as dt, describeClash as ei, isStillShown as en, formatRecord as er, removeFile as et, findInFile as f, diagnosisOf as fi, readPatchSnapshot as fn, gitHeadsOf as fr, newSide as ft, secretNameRefusal as g, commandMinutes as gi, summarizeChange as gn, namesOf$1 as gr, profileOf as gt, ESCAPE_SOURCE as h, succeeded as hi, unshownLines as hn, joinDiffs as hr, likeness as ht, createLedger as i, codeBlock as ii, messageFor as in, stateOf as ir, remarkWords as it, proseNote as j, isVerb as jn, recordRef as jr, turnAway as jt, trialBeside as k, readControl as kn, RECORD_REFS as kr, isBehindAnother as kt, graphqlFailures as l, fitLines as li, describeRecord as ln, canonicalJson as lr, linesIn as lt, textOf as m, iconOf as mi, textOfUtf8 as mn, isSame as mr, SAME_BUT_SPACE as mt, sayRequests as n, formatChanged as ni, readPatchState as nn, testReportSchema as nr, isWordedElision as nt, attempt as o, markdownLine as oi, recordMessage as on, revertIdOf as or, wordsOf$3 as ot, findInText as p, numberedLines$1 as pi, readUtf8 as pn, headsOf as pr, oldSide as pt, checkRemovable as q, decideDelivery as qn, strictestSwitch as qr, isLeftAlone as qt, createSlackHistory as r, formatAsked as ri, whyUnread as rn, cutLines as rr, mayBeElision as rt, isByUs as s, markdownLink as si, viewFrom as sn, slugId as sr, decodeText as st, createContext as t, formatClashes as ti, configOf as tn, parseRecord as tr, isElision as tt, headerOf as u, describeCandidate as ui, isOwnUnseen as un, STATUS_CONTEXT as ur, replaceText as ut, unknownSecrets as v, createSecretScanner as vi, MAX_ROUNDS_BESIDE_NOTES as vn, parentsOf as vr, NO_DRAFTS$1 as vt, sourceEntries as w, whomOf as wn, mergeWarnings as wr, proposedOutcome as wt, amongGlobs as x, controlOf as xn, formatCommitMessage as xr, describeUnproven as xt, readPatch as y, withTurnedAway as yn, pathBytes as yr, decoratePullRequest$1 as yt, pathInInfo as z, isTakenFromReview as zn, addSwitch as zr, branchAndRecord as zt };