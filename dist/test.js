import { i as formatTooLarge, n as MAX_EFFECT_CHARACTERS, r as formatEffect } from "./effect.js";
import { t as packText } from "./packed-text.js";
import { c as resumeCommands, d as stopCommands, l as say, t as fail, u as setOutputs, x as MAX_FILE_BYTES } from "./workflow.js";
import { c as describeTests } from "./line-diff.js";
import { randomUUID } from "node:crypto";
import { spawn } from "node:child_process";

// src/io/test-output.ts
const HEAD_BYTES = 262144;
const TAIL_BYTES = 262144;
const SHOWN_TAIL_CHARACTERS = 8e3;
function createOutputWindow() {
	const head = [];
	let headBytes = 0;
	let tail = /* @__PURE__ */ new Uint8Array();
	let total = 0;
	return {
		add(chunk) {
			total += chunk.length;
			const room = Math.min(HEAD_BYTES - headBytes, chunk.length);
			if (room > 0) {
				head.push(chunk.subarray(0, room));
				headBytes += room;
			}
			if (room < chunk.length) {
				tail = Buffer.concat([tail, chunk.subarray(Math.max(0, room))]);
				tail = tail.length > 2 * TAIL_BYTES ? tail.subarray(-262144) : tail;
			}
		},
		bytes: () => total,
		lines: () => kept().split("\n"),
		tail: () => lastLines(kept())
	};
	function kept() {
		const end = tail.subarray(-262144);
		const lost = total - headBytes - end.length;
		const gap = lost > 0 ? [Buffer.from(`\n… ${lost} bytes are not kept …\n`)] : [];
		return new TextDecoder().decode(Buffer.concat([
			...head,
			...gap,
			end
		])).replaceAll(TERMINAL_SEQUENCE, "").replaceAll(/\r\n?/g, "\n");
	}
}
const TERMINAL_SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;
function lastLines(output) {
	const trimmed = output.trimEnd();
	if (trimmed.length <= 8e3) return trimmed;
	const end = trimmed.slice(-8e3);
	const lineStart = end.indexOf("\n") + 1;
	return lineStart > 0 ? end.slice(lineStart) : end;
}
const MAX_FAILING_LINES = 20;
const MAX_LINE_CHARACTERS = 300;
const FAILURE = /^\s*(?:not ok\b|✖|✗|×|●\s|FAIL(?:ED)?\b|--- FAIL|E\s{2,}|panicked at|thread '.*' panicked|\d+\) |(?:[\w.]*(?:Error|Exception|AssertionError)\b(?:\s\[\w+\])?:))|\bFAILED$|^test .* \.\.\. FAILED/;
const HEADING = /^\s*(?:✖ failing tests:|=+ FAILURES =+|failures:)\s*$/i;
function findFailingLines(lines) {
	const found = /* @__PURE__ */ new Set();
	for (const [index, line] of lines.entries()) {
		if (line.length < MAX_SCANNED_CHARACTERS && FAILURE.test(line) && !HEADING.test(line)) {
			const announced = line.trimEnd().endsWith(":") ? ` ${nextWords(lines, index)}` : "";
			found.add(`${line.trim()}${announced}`.trimEnd().slice(0, MAX_LINE_CHARACTERS));
		}
		if (found.size === MAX_FAILING_LINES) break;
	}
	return [...found];
}
const ANNOUNCED_WITHIN = 3;
function nextWords(lines, index) {
	return lines.slice(index + 1, index + 1 + ANNOUNCED_WITHIN).find((line) => line.trim() !== "")?.trim().slice(0, MAX_LINE_CHARACTERS) ?? "";
}
const MAX_SCANNED_CHARACTERS = 2e3;

// src/io/test-process.ts
function createTestProcess(options) {
	return { async run({ command, directory, timeoutSeconds }) {
		const started = performance.now();
		const child = spawn("bash", [
			"--noprofile",
			"--norc",
			"-eo",
			"pipefail",
			"-c",
			command
		], {
			cwd: directory,
			env: scrub(options.environment),
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			detached: true
		});
		const window = createOutputWindow();
		const take = (chunk) => {
			window.add(chunk);
			options.onOutput(chunk);
		};
		child.stdout.on("data", take);
		child.stderr.on("data", take);
		const end = await waitForEnd(child, timeoutSeconds);
		await drain(child.stdout, child.stderr);
		return {
			verdict: verdictOf(end, window.tail()),
			command,
			...end.exitCode === null ? {} : { exitCode: end.exitCode },
			seconds: (performance.now() - started) / 1e3,
			failingLines: findFailingLines(window.lines()),
			tail: window.tail(),
			outputBytes: window.bytes()
		};
	} };
}
const WITHHELD = /^(?:ACTIONS_|INPUT_|GHOST_|SLACK_|STATE_|GIT_ASKPASS|SSH_|NODE_OPTIONS$|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY|EVENT_PATH|ACTION.*)$)|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|PRIVATE_KEY|API_KEY/i;
function scrub(environment) {
	return Object.fromEntries(Object.entries(environment).filter(([name]) => name === "GITHUB_ACTIONS" || !WITHHELD.test(name)));
}
async function waitForEnd(child, timeoutSeconds) {
	let timedOut = false;
	const deadline = setTimeout(() => {
		timedOut = true;
		endGroup(child);
	}, timeoutSeconds * 1e3);
	try {
		return await new Promise((resolve) => {
			child.once("error", () => resolve({
				exitCode: null,
				timedOut: false,
				failedToStart: true
			}));
			child.once("exit", (exitCode) => resolve({
				exitCode,
				timedOut,
				failedToStart: false
			}));
		});
	} finally {
		clearTimeout(deadline);
		signalGroup(child, "SIGKILL");
	}
}
const GRACE_MS = 5e3;
async function endGroup(child) {
	signalGroup(child, "SIGTERM");
	const forced = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_MS);
	child.once("exit", () => clearTimeout(forced));
}
function signalGroup(child, signal) {
	if (child.pid === void 0) return;
	try {
		process.kill(-child.pid, signal);
	} catch {}
}
const DRAIN_MS = 1e3;
async function drain(...streams) {
	const open = streams.filter((stream) => !stream.readableEnded && !stream.destroyed);
	const ended = Promise.all(open.map((stream) => new Promise((resolve) => stream.once("close", resolve))));
	const patience = Promise.withResolvers();
	const timer = setTimeout(patience.resolve, DRAIN_MS);
	await Promise.race([ended, patience.promise]);
	clearTimeout(timer);
	for (const stream of streams) stream.destroy();
}
const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;
const NOT_STARTED = /^bash: line \d+: .*(?:command not found|No such file or directory|Permission denied|cannot execute.*|Is a directory)$/m;
function verdictOf(end, output) {
	if (end.timedOut) return "timed_out";
	const unknown = end.exitCode === NOT_FOUND || end.exitCode === NOT_EXECUTABLE;
	if (end.failedToStart || unknown && NOT_STARTED.test(output)) return "not_started";
	return end.exitCode === 0 ? "passed" : "failed";
}

// src/stages/test.ts
async function test(process, request) {
	const { sha, ...rest } = request;
	return {
		...await process.run(rest),
		sha
	};
}

// src/stages/generated/test-with-commands.ts
async function testWithCommands({ runner, checkout }, request) {
	const { commands, ...tests } = request;
	const { sha, directory } = tests;
	const before = await checkout.writeTree(sha);
	for (const { name, command, timeoutMinutes } of commands) {
		const ended = await runner.run({
			command,
			directory,
			timeoutSeconds: timeoutMinutes * 60
		});
		if (ended.verdict !== "passed") return {
			report: {
				...ended,
				sha,
				during: name
			},
			effect: null
		};
	}
	const { tree, effect } = await look(checkout, {
		sha,
		before
	});
	return {
		report: {
			...await test(runner, tests),
			...tree === null ? {} : { tree }
		},
		effect
	};
}
async function look(checkout, { sha, before }) {
	const after = await checkout.writeTree(sha);
	const limits = {
		maxFiles: 100,
		maxBytes: MAX_FILE_BYTES
	};
	const compared = await checkout.compare({
		sha,
		before,
		after,
		...limits
	});
	if (compared.kind === "too_large") return tooLarge(compared.files);
	const { tree, files } = compared;
	const text = formatEffect(files);
	return text.length > 8388608 ? tooLarge(files.length) : {
		tree,
		effect: {
			text,
			files: files.length
		}
	};
}
function tooLarge(files) {
	return {
		tree: null,
		effect: {
			text: formatTooLarge(files),
			files
		}
	};
}

// src/action/test.ts
const LOGGED_BYTES = 4194304;
async function runTest(job) {
	const { sha, command, timeoutMinutes } = job.inputs;
	if (sha === "" || command === "") throw new Error("the stage test needs the inputs sha and command; pass the outputs of the apply stage on");
	const commands = readCommands(job.inputs.commands);
	for (const { name, command: text } of commands) say(`Running ${name} first: ${text}`);
	say(`Testing ${sha}: ${command}`);
	const marker = randomUUID();
	stopCommands(marker);
	const testProcess = createTestProcess({
		environment: process.env,
		onOutput: createLog()
	});
	const request = {
		sha,
		command,
		directory: job.workspace,
		timeoutSeconds: timeoutMinutes * 60
	};
	const { report, effect } = commands.length === 0 ? {
		report: await test(testProcess, request),
		effect: null
	} : await runWithCommands(testProcess, {
		...request,
		commands
	});
	say("");
	resumeCommands(marker);
	setOutputs({
		outcome: report.verdict,
		report: JSON.stringify(report),
		effect: effect === null ? void 0 : packEffect(effect)
	});
	if (report.verdict !== "passed") fail(describeTests(report), "The tests did not pass");
}
async function runWithCommands(testProcess, request) {
	const { createCheckout } = await import("./checkout.js");
	return testWithCommands({
		runner: testProcess,
		checkout: createCheckout(request)
	}, request);
}
const MAX_OUTPUT_CHARACTERS = 1e5;
function packEffect({ text, files }) {
	return packText(text, MAX_OUTPUT_CHARACTERS) ?? packText(formatTooLarge(files), MAX_OUTPUT_CHARACTERS) ?? "";
}
function readCommands(text) {
	const commands = text === "" ? [] : JSON.parse(text);
	if (!Array.isArray(commands) || !commands.every(isCommand)) throw new Error("the input commands is not what the apply stage hands over; pass its output on as it is");
	return commands;
}
function isCommand(value) {
	return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string" && "command" in value && typeof value.command === "string" && "timeoutMinutes" in value && typeof value.timeoutMinutes === "number" && value.timeoutMinutes > 0;
}
function createLog() {
	let left = LOGGED_BYTES;
	return (chunk) => {
		if (left > 0) {
			process.stdout.write(chunk.subarray(0, left));
			left -= chunk.length;
			if (left <= 0) process.stdout.write("\n… the rest of the output is not logged …\n");
		}
	};
}

export { runTest };