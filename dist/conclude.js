import { f as warn, l as say, p as writeSummary, t as fail, u as setOutputs } from "./workflow.js";
import { $r as clashLines, Ir as CONFIG_PATH, Qr as formatGenerated, Xr as formatTested, Zr as formatList, ei as describeClash, hi as succeeded, ii as codeBlock, mi as iconOf, ni as formatChanged, oi as markdownLine, ri as formatAsked, si as markdownLink } from "./context.js";
import { A as cutText, D as oneLine, T as testsOf, l as describeView, s as describeStop } from "./line-diff.js";
import { n as formatRefusals, t as logText } from "./workflow-log.js";

// src/report/sections/clashes.ts
function formatClashes(outcome) {
	const parts = ((outcome?.kind === "conflict" ? outcome.clashes : void 0) ?? []).map((clash, index) => {
		const head = `### ${index + 1}. ${markdownLine(describeClash(clash))}`;
		const lines = clashLines(clash);
		return lines.length === 0 ? head : `${head}\n\n${codeBlock({
			lines,
			budget: CLASH_BUDGET,
			keep: "first"
		})}`;
	});
	return parts.length === 0 ? "" : ["## Where", ...parts].join("\n\n");
}
const CLASH_BUDGET = 14e3;

// src/report/summary.ts
function formatSummary(view) {
	const { record } = view;
	return `${[
		formatHead(view),
		record.outcome?.kind === "refused" ? `## Why\n\n${formatRefusals(record.outcome.refusals)}` : "",
		formatClashes(record.outcome),
		formatAsked(view, SECTION_BUDGET),
		formatList("Why it waits for an approval", record.plan?.reviews ?? [], SECTION_BUDGET),
		formatChanged(view, SECTION_BUDGET),
		formatGenerated(view, SECTION_BUDGET),
		formatDiff(view),
		formatList("What was adjusted on the way", view.notes, SECTION_BUDGET),
		testsOf(view) === void 0 ? "" : formatTested(view, SECTION_BUDGET),
		formatList("What was not done", view.notDone ?? [], SECTION_BUDGET),
		formatList("Warnings", record.warnings, SECTION_BUDGET)
	].filter((section) => section !== "").join("\n\n")}\n`;
}
const SECTION_BUDGET = 3e4;
function formatHead(view) {
	const { headline, detail, remedy } = describeView(view);
	const { pullRequest } = view.record;
	const refused = view.record.outcome?.kind === "refused";
	return [
		`# ${iconOf(view)} ${markdownLine(headline)}`,
		...view.dryRun === true && view.record.outcome !== void 0 ? ["This was a dry run: nothing was written."] : [],
		...refused ? [] : [markdownLine(detail, MAX_DETAIL)],
		...refused && view.stopped !== void 0 ? [markdownLine(describeStop(view.stopped), MAX_DETAIL)] : [],
		...pullRequest === void 0 ? [] : [markdownLink(`Pull request ${pullRequest.number}`, pullRequest.url)],
		...remedy === void 0 ? [] : [`**What to do:** ${markdownLine(remedy, MAX_DETAIL)}`]
	].join("\n\n");
}
const MAX_DETAIL = 2e3;
function formatDiff({ diff }) {
	if (diff === void 0 || diff.trim() === "") return "";
	return `## What it would change\n\n${codeBlock({
		lines: diff.trimEnd().split("\n"),
		budget: DIFF_BUDGET,
		keep: "first",
		language: "diff"
	})}`;
}
const DIFF_BUDGET = 2e5;

// src/report/annotation.ts
function formatAnnotation(view, outcome) {
	const record = {
		...view.record,
		outcome,
		state: "done"
	};
	const { headline, detail, remedy } = describeView({
		...view,
		record
	});
	return {
		level: succeeded(outcome) ? "notice" : "error",
		title: headline,
		message: logText(cutText(oneLine([detail, remedy].join(" ")), MAX_MESSAGE)),
		...placeOf(outcome)
	};
}
function placeOf(outcome) {
	const first = outcome.kind === "refused" ? outcome.refusals[0] : void 0;
	const { line, column, file } = first?.data ?? {};
	return first?.code === "bad_config" && file === void 0 && typeof line === "number" && typeof column === "number" ? { place: {
		file: CONFIG_PATH,
		line,
		column
	} } : {};
}
const MAX_MESSAGE = 1e3;

// src/action/conclude.ts
async function conclude(view, outcome) {
	await writeSummary(formatSummary({
		...view,
		record: {
			...view.record,
			outcome,
			state: "done"
		}
	}));
	for (const warning of view.record.warnings) warn(warning);
	const { level, title, message, place } = formatAnnotation(view, outcome);
	if (level === "error") fail(message, title, place);
	else say(`${title}. ${message}`);
}
async function explainCrash(crash) {
	const reason = crash.error instanceof Error ? crash.error.message : String(crash.error);
	setOutputs({ outcome: "crashed" });
	fail(reason, `Ghost Runner broke in the ${crash.stage} stage`);
}

export { explainCrash as n, formatSummary as r, conclude as t };