import { a as setOutput, c as summary, i as info, n as error, o as setSecret, r as getInput, s as warning, t as ExitCode } from "./actions-core.js";
import { readFile } from "node:fs/promises";

// src/patch/limits.ts
const MAX_PATCH_BYTES = 1048576;
const MAX_PATCH_TEXT_BYTES = 4 * MAX_PATCH_BYTES;
const MAX_JSON_VALUES = 5e4;
const MAX_CHANGES = 1e3;
const MAX_PATHS_BYTES = 16e3;
const MAX_HUNKS = 5e3;
const MAX_LINES = 1e5;
const MAX_FILE_BYTES = 5242880;
const MAX_READ_BYTES = 33554432;
const MAX_GROWN_BYTES = 6291456;
const MAX_PATH_BYTES = 1024;
const MAX_DESCRIPTION_CHARACTERS = 2e4;
const MAX_URL_CHARACTERS = 2e3;
const MAX_PATTERN_CHARACTERS = 1e3;
const MAX_PATTERN_PROGRAM = 3e3;

// src/patch/json-text.ts
function parseJson(text) {
	if (isCrowded(text)) return {
		ok: false,
		line: 1,
		column: 1,
		reason: `it holds more than ${MAX_JSON_VALUES} values`,
		crowded: true
	};
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
function isCrowded(text) {
	let values = 1;
	for (let at = 0; at < text.length && text.length > 5e4; at += 1) {
		const char = text.charCodeAt(at);
		if (char === QUOTE) at = closingQuote(text, at);
		else if (char === COMMA || char === BRACKET || char === BRACE) {
			values += 1;
			if (values > 5e4) return true;
		}
	}
	return false;
}
const [QUOTE, COMMA, BRACKET, BRACE] = [
	34,
	44,
	91,
	123
];
function closingQuote(text, open) {
	let at = open + 1;
	while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
	return at;
}
const BACKSLASH = 92;
function jsonIn(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function notJson(problem) {
	if (problem.crowded === true) return {
		code: "too_large",
		message: `The patch holds more than ${MAX_JSON_VALUES} values. Split it into several ones.`,
		pointer: "",
		data: { limit: MAX_JSON_VALUES }
	};
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
function isTooDeep(value, levels = 32) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
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
function endOf(sticky, text, at) {
	sticky.lastIndex = at;
	return sticky.test(text) ? sticky.lastIndex : at;
}

// src/patch/payload.ts
function payloadOf(text) {
	const parsed = parseJson(text);
	if (!parsed.ok || !isObject$1(parsed.value)) return { patch: text };
	const { event_type: type, client_payload: payload, ...rest } = parsed.value;
	return typeof type === "string" && isObject$1(payload) && Object.keys(rest).length === 0 ? payload : parsed.value;
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/io/workflow.ts
function readWorkflowJob(environment) {
	const serverUrl = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
	const repository = required(environment, "GITHUB_REPOSITORY");
	const id = Number(required(environment, "GITHUB_RUN_ID"));
	return {
		inputs: readInputs(),
		repository,
		apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
		serverUrl,
		workspace: environment["GITHUB_WORKSPACE"] ?? process.cwd(),
		run: {
			id,
			attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? "1"),
			url: `${serverUrl}/${repository}/actions/runs/${id}`
		},
		actor: environment["GITHUB_TRIGGERING_ACTOR"] ?? environment["GITHUB_ACTOR"] ?? ""
	};
}
async function readDelivery(job, environment) {
	const { payload, dryRun } = job.inputs;
	const event = await readEvent(required(environment, "GITHUB_EVENT_PATH"));
	const sender = senderOf(event) ?? job.actor;
	if (payload !== "") return {
		payload: payloadOf(payload),
		sender,
		dryRun
	};
	const form = event["inputs"];
	if (isObject(form) && typeof form["patch"] === "string") return {
		payload: { patch: form["patch"] },
		sender,
		dryRun: dryRun || String(form["dry-run"]) === "true"
	};
	return {
		payload: event["client_payload"] ?? {},
		sender,
		dryRun
	};
}
function senderOf({ sender }) {
	return isObject(sender) && typeof sender["login"] === "string" ? sender["login"] : void 0;
}
async function readComment({ run, actor }, environment) {
	const { action, comment, issue } = await readEvent(required(environment, "GITHUB_EVENT_PATH"));
	if (action !== "created" || !isObject(comment) || !isObject(issue)) return null;
	const { id, html_url: url, body, user, created_at: createdAt } = comment;
	const { number, title } = issue;
	const author = isObject(user) ? user["login"] : void 0;
	return typeof id === "number" && typeof url === "string" && typeof number === "number" && typeof title === "string" && typeof author === "string" && typeof body === "string" && typeof createdAt === "string" ? {
		id,
		url,
		number,
		title,
		author,
		...run.attempt === 1 ? {} : { startedBy: actor },
		body,
		createdAt: new Date(createdAt)
	} : null;
}
async function readFormWriter({ run, actor }, environment) {
	const sender = senderOf(await readEvent(required(environment, "GITHUB_EVENT_PATH")));
	return run.attempt === 1 || sender?.toLowerCase() === actor.toLowerCase() ? void 0 : sender;
}
async function readOccasion(environment) {
	const event = required(environment, "GITHUB_EVENT_NAME");
	const { inputs, workflow_run: run, pull_request: pullRequest } = await readEvent(required(environment, "GITHUB_EVENT_PATH"));
	const { id, head_sha: tested } = isObject(run) ? run : {};
	const { head } = isObject(pullRequest) ? pullRequest : {};
	const sha = tested ?? (isObject(head) ? head["sha"] : void 0);
	return {
		event,
		...typeof id === "number" ? { run: id } : {},
		...typeof sha === "string" ? { sha } : {},
		canary: isObject(inputs) && String(inputs["canary"]) === "true"
	};
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) if (value !== void 0) setOutput(name, value);
}
async function writeSummary(markdown) {
	await summary.addRaw(markdown, true).write();
}
function fail(message, title, place) {
	const where = place === void 0 ? {} : {
		file: place.file,
		startLine: place.line,
		startColumn: place.column
	};
	error(message, {
		title,
		...where
	});
	process.exitCode = ExitCode.Failure;
}
function warn(message) {
	warning(message);
}
function say(message) {
	info(message);
}
function stopCommands(marker) {
	info(`::stop-commands::${marker}`);
}
function resumeCommands(marker) {
	info(`::${marker}::`);
}
function hide(secret) {
	if (secret !== "") setSecret(secret);
}
function readInputs() {
	const timeoutMinutes = Number(getInput("timeout-minutes"));
	if (!(timeoutMinutes > 0)) throw new Error("the input timeout-minutes must be a number above 0");
	return {
		stage: getInput("stage", { required: true }),
		token: getInput("token"),
		githubToken: getInput("github-token"),
		payload: getInput("payload"),
		dryRun: getInput("dry-run") === "true",
		sha: getInput("sha"),
		command: getInput("command"),
		timeoutMinutes,
		handover: getInput("handover"),
		testResult: getInput("test-result"),
		testReport: getInput("test-report"),
		commands: getInput("commands"),
		testEffect: getInput("test-effect"),
		action: getInput("action"),
		patch: getInput("patch"),
		reason: getInput("reason"),
		for: getInput("for"),
		scope: getInput("scope"),
		confirm: getInput("confirm") === "true",
		slackToken: getInput("slack-token"),
		slackChannel: getInput("slack-channel"),
		slackApiUrl: getInput("slack-api-url"),
		slackButtons: getInput("slack-buttons") === "true"
	};
}
async function readEvent(path) {
	const event = JSON.parse(await readFile(path, "utf8"));
	return isObject(event) ? event : {};
}
function required(environment, name) {
	const value = environment[name];
	if (value === void 0 || value === "") throw new Error(`${name} is not set; this runs inside a GitHub Actions job`);
	return value;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export { MAX_PATTERN_PROGRAM as A, MAX_HUNKS as C, MAX_PATHS_BYTES as D, MAX_PATCH_TEXT_BYTES as E, MAX_URL_CHARACTERS as M, MAX_PATH_BYTES as O, MAX_GROWN_BYTES as S, MAX_PATCH_BYTES as T, notJson as _, readFormWriter as a, MAX_DESCRIPTION_CHARACTERS as b, resumeCommands as c, stopCommands as d, warn as f, jsonIn as g, isTooDeep as h, readDelivery as i, MAX_READ_BYTES as j, MAX_PATTERN_CHARACTERS as k, say as l, isCrowded as m, hide as n, readOccasion as o, writeSummary as p, readComment as r, readWorkflowJob as s, fail as t, setOutputs as u, parseJson as v, MAX_LINES as w, MAX_FILE_BYTES as x, MAX_CHANGES as y };