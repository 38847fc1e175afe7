import { n as hide, s as readWorkflowJob, t as fail } from "./workflow.js";

// src/action.ts
async function main() {
	const job = readWorkflowJob(process.env);
	hide(job.inputs.token);
	hide(job.inputs.slackToken);
	await runStage(job);
}
async function runStage(job) {
	switch (job.inputs.stage) {
		case "apply": {
			const { runApply } = await import("./apply2.js");
			return runApply(job);
		}
		case "test": {
			const { runTest } = await import("./test.js");
			return runTest(job);
		}
		case "publish": {
			const { runPublish } = await import("./publish2.js");
			return runPublish(job);
		}
		case "control": {
			const { runControl } = await import("./control.js");
			return runControl(job);
		}
		case "watch": {
			const { runWatch } = await import("./watch.js");
			return runWatch(job);
		}
		default: throw new Error(`there is no stage ${JSON.stringify(job.inputs.stage)}; use apply, test, publish, control or watch`);
	}
}
try {
	await main();
} catch (error) {
	fail(error instanceof Error ? error.message : String(error), "Ghost Runner broke");
}

export {  };