import { a as setOutput, c as summary, i as info, n as error, o as setSecret, r as getInput, s as warning, t as ExitCode } from "./actions-core.js";
import { readFile } from "node:fs/promises";

// src/io/workflow.ts
/** Reads everything once. Throws where an input can't be what it says. */
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
/**
* The delivery, from where it lies: the `payload` input of a called workflow, the form's box, or the event's
* `client_payload`. What is not JSON is passed on as text, so that the refusal can say where it breaks.
*/
async function readDelivery(job, environment) {
	const { payload, dryRun } = job.inputs;
	if (payload !== "") return {
		payload: parseEnvelopeText(payload),
		sender: job.actor,
		dryRun
	};
	const event = await readEvent(required(environment, "GITHUB_EVENT_PATH"));
	const form = event["inputs"];
	if (isObject(form) && typeof form["patch"] === "string") return {
		payload: { patch: form["patch"] },
		sender: job.actor,
		dryRun: dryRun || String(form["dry-run"]) === "true"
	};
	const sender = isObject(event["sender"]) && typeof event["sender"]["login"] === "string" ? event["sender"]["login"] : job.actor;
	return {
		payload: event["client_payload"] ?? {},
		sender,
		dryRun
	};
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs)) if (value !== void 0) setOutput(name, value);
}
async function writeSummary(markdown) {
	await summary.addRaw(markdown, true).write();
}
function fail(message, title) {
	error(message, { title });
	process.exitCode = ExitCode.Failure;
}
function warn(message) {
	warning(message);
}
function say(message) {
	info(message);
}
/** Nothing that is printed between these two is taken for a workflow command. */
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
		slackToken: getInput("slack-token"),
		slackChannel: getInput("slack-channel"),
		slackApiUrl: getInput("slack-api-url")
	};
}
function parseEnvelopeText(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) && ("patch" in value || "ref" in value) ? value : { patch: value };
	} catch {
		return { patch: text };
	}
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

export { resumeCommands as a, stopCommands as c, readWorkflowJob as i, warn as l, hide as n, say as o, readDelivery as r, setOutputs as s, fail as t, writeSummary as u };