import { i as readWorkflowJob, n as hide, t as fail } from "./workflow.js";

// src/action.ts
/** One process, one stage; what a stage does not need is not loaded. */
async function main() {
	const job = readWorkflowJob(process.env);
	hide(job.inputs.token);
	hide(job.inputs.slackToken);
	await runStage(job);
}
async function runStage(job) {
	switch (job.inputs.stage) {
		case "apply": {
			const { runApply } = await import("./apply.js");
			return runApply(job);
		}
		case "test": {
			const { runTest } = await import("./test.js");
			return runTest(job);
		}
		case "publish": {
			const { runPublish } = await import("./publish.js");
			return runPublish(job);
		}
		default: throw new Error(`there is no stage ${JSON.stringify(job.inputs.stage)}; use apply, test or publish`);
	}
}
try {
	await main();
} catch (error) {
	fail(error instanceof Error ? error.message : String(error), "Ghost Runner broke");
}

export {  };