import { gi as commandMinutes, kt as isBehindAnother, n as sayRequests, t as createContext, vi as createSecretScanner } from "./context.js";
import { i as readDelivery, l as say, p as writeSummary, u as setOutputs } from "./workflow.js";
import { n as explainCrash, r as formatSummary, t as conclude } from "./conclude.js";
import { t as apply } from "./apply.js";
import { r as lookUntil, t as createCompute } from "./compute.js";
import { setTimeout } from "node:timers/promises";

// src/stages/apply-in-turn.ts
async function applyInTurn(context, delivery) {
	const inTurn = async () => {
		const report = await apply(context, {
			...delivery,
			waits: true
		});
		return isWaiting(report) ? null : report;
	};
	return await inTurn() ?? await lookUntil(context, PUBLISHING_SECONDS, inTurn) ?? await apply(context, delivery);
}
const PUBLISHING_SECONDS = 240;
function isWaiting(report) {
	return report.kind === "ended" && isBehindAnother(report.outcome);
}

// src/action/apply.ts
const SETUP_MINUTES = 30;
async function runApply(job) {
	const { context, requests } = createContext(job);
	try {
		const wait = async (seconds) => {
			await setTimeout(seconds * 1e3);
		};
		await answer(await applyInTurn({
			...context,
			compute: createCompute(createSecretScanner()),
			wait
		}, await readDelivery(job, process.env)));
	} catch (error) {
		await explainCrash({
			context,
			stage: "apply",
			error
		});
	} finally {
		sayRequests(requests);
	}
}
async function answer(report) {
	const { view } = report;
	switch (report.kind) {
		case "applied":
			setOutputs({
				outcome: "applied",
				id: view.record.id,
				sha: report.handover.head,
				"test-command": report.test.command,
				"test-timeout-minutes": String(report.test.timeoutMinutes),
				"test-job-timeout-minutes": String(jobMinutes(report)),
				commands: JSON.stringify(report.handover.generation?.commands ?? []),
				handover: JSON.stringify(report.handover)
			});
			say(`${view.record.id} is applied as ${report.handover.head}; the tests come next`);
			return writeSummary(formatSummary(view));
		case "previewed":
			setOutputs({
				outcome: "previewed",
				id: view.record.id
			});
			return report.outcome === void 0 ? writeSummary(formatSummary(view)) : conclude(view, report.outcome);
		case "ended":
			setOutputs({
				outcome: report.outcome.kind,
				id: view.record.id,
				"pull-request": pullRequestUrl(report)
			});
			return conclude(view, report.outcome);
	}
}
function jobMinutes({ test, handover }) {
	const minutes = test.timeoutMinutes + commandMinutes(handover.generation?.commands ?? []);
	return Math.ceil(minutes) + SETUP_MINUTES;
}
function pullRequestUrl({ view }) {
	return view.record.pullRequest?.url;
}

export { runApply };