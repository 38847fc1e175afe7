import { n as MAX_EFFECT_CHARACTERS } from "./effect.js";
import { n as unpackText } from "./packed-text.js";
import { f as number, g as string, h as strictObject, i as boolean, o as int, r as array } from "./zod.js";
import { n as sayRequests, t as createContext, vi as createSecretScanner } from "./context.js";
import { u as setOutputs } from "./workflow.js";
import { t as publish } from "./publish.js";
import { n as explainCrash, t as conclude } from "./conclude.js";

// src/action/publish.ts
async function runPublish(job) {
	const { context, requests } = createContext(job);
	try {
		const handover = readHandover(job.inputs.handover);
		const effect = unpackText(job.inputs.testEffect, MAX_EFFECT_CHARACTERS);
		const { outcome, view } = await publish({
			...context,
			secrets: createSecretScanner()
		}, handover, {
			result: job.inputs.testResult,
			report: job.inputs.testReport,
			...effect === null ? {} : { effect }
		});
		setOutputs({
			outcome: outcome.kind,
			id: handover.id,
			"pull-request": view.record.pullRequest?.url
		});
		await conclude(view, outcome);
	} catch (error) {
		await explainCrash({
			context,
			stage: "publish",
			error
		});
	} finally {
		sayRequests(requests);
	}
}
function readHandover(text) {
	try {
		return handoverSchema.parse(JSON.parse(text));
	} catch (cause) {
		throw new Error("the input handover is not what the apply stage hands over; pass its output on as it is", { cause });
	}
}
const handoverSchema = strictObject({
	id: string().min(1),
	digest: string(),
	title: string().exactOptional(),
	attempt: int().min(1),
	head: string(),
	test: strictObject({
		command: string(),
		timeoutMinutes: number().positive()
	}),
	generation: strictObject({
		commands: array(strictObject({
			name: string(),
			command: string(),
			timeoutMinutes: number().positive()
		})),
		reviewers: array(string()),
		unshownLines: int().min(1).exactOptional()
	}).exactOptional(),
	channel: string().exactOptional(),
	slackProblem: strictObject({
		warning: string(),
		maybePosted: boolean()
	}).exactOptional(),
	labels: array(string()),
	reviewers: array(string()),
	slack: strictObject({
		channel: string(),
		ts: string(),
		shown: string().exactOptional()
	}).exactOptional()
});

export { runPublish };