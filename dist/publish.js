import { s as setOutputs } from "./workflow.js";
import { B as formatList, C as formatRecord, F as branchName, H as formatAsked, I as recordRef, M as mergeWarnings, N as CONTROL_REF, P as PATCH_FILE, S as readPrevious, U as defuseReferences, V as formatChanged, a as patchTexts, b as branchRef, d as nextStep, i as explainCrash, j as formatStatus, l as describeRecord, m as readPatch, n as sayRequests, p as tell, r as conclude$1, s as viewFrom, t as createContext, w as testReportSchema, x as controlOf, z as formatTested } from "./context.js";
import { d as oneLine, l as testsOf, p as cutText, u as titleOf } from "./sentence.js";
import { f as strictObject, i as boolean, o as int, p as string, r as array, u as number } from "./zod.js";

// src/report/pull-request.ts
/** What a reviewer must know, in the order in which they will ask. */
function formatPullRequest(view) {
	const { record } = view;
	const sections = [
		formatAsked(view, BUDGETS.asked),
		formatChanged(view, BUDGETS.changed),
		formatList("What was adjusted on the way", view.notes, BUDGETS.adjusted),
		formatTested(view, BUDGETS.tested),
		formatList("What was not done", listNotDone(view), BUDGETS.notDone),
		formatList("Warnings", record.warnings, BUDGETS.warnings),
		formatMarker({
			id: record.id,
			digest: record.digest,
			attempt: record.attempt
		})
	];
	return {
		title: formatTitle(view),
		body: `${sections.filter((section) => section !== "").join("\n\n")}\n`
	};
}
/**
* Characters that each section may take. GitHub takes 65,536 in all; together with the marker these stay below
* 58,000, which leaves room for what people and other tools add. A section leaves out whole lines at its end, so
* that no fence, tag or marker is ever cut off.
*/
const BUDGETS = {
	asked: 14e3,
	changed: 13e3,
	adjusted: 7e3,
	tested: 15e3,
	notDone: 4e3,
	warnings: 3500
};
/** GitHub's limit for a title. */
const MAX_TITLE = 256;
/** Where a repository has no drafts, the title is what keeps people from merging. */
const UNPROVEN = "[not passing] ";
function formatTitle(view) {
	const prefix = view.draftUnavailable === true && testsOf(view)?.verdict !== "passed" ? UNPROVEN : "";
	const title = defuseReferences(oneLine(titleOf(view))) || `Patch ${view.record.id}`;
	return cutText(prefix + title, MAX_TITLE);
}
function listNotDone(view) {
	return [
		...view.ciStartsByItself ? [] : [CI_WAITS],
		...view.notDone ?? [],
		"It was not merged, and will not be: that is left to a person."
	];
}
const CI_WAITS = "The checks of this pull request did not start by themselves, because it was made with GITHUB_TOKEN, whose events start no workflows on GitHub. Close and reopen it to start them; give Ghost Runner the token of a GitHub App to have them start always.";
/** JSON's own escapes keep a value from ending the comment. */
function formatMarker(marker) {
	return `<!-- ghost-runner: ${JSON.stringify(marker).replaceAll("<", String.raw`\u003c`).replaceAll(">", String.raw`\u003e`)} -->`;
}

// src/stages/proposal.ts
/** Opens or updates the pull request. One that can't be made is a value: by then the record is claimed. */
async function makePullRequest(work, verdict, record) {
	const { context, handover, snapshot } = work;
	const draft = verdict.tests.verdict !== "passed" || (record.plan?.draft ?? false);
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
			const { state, head, draft: drafted } = await context.forge.updatePullRequest(known.number, text);
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
			head: opened.head,
			draft,
			view
		};
	} catch (error) {
		return {
			ok: false,
			reason: `the pull request could not be made: ${error instanceof Error ? error.message : String(error)}`
		};
	}
}
/** What GitHub shows now decides: a pull request that a person closed or pushed to meanwhile is not what was tested. */
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
	return {
		kind: proposed.updated ? "updated" : "opened",
		pullRequest: link,
		tests: verdict.tests
	};
}
/** Labels, reviewers and the draft flag; what was not done comes back as sentences. */
async function decoratePullRequest(work, proposed) {
	const { pullRequest, updated, draft } = proposed;
	const flips = updated && pullRequest.draft !== draft;
	const [titled, decorated] = [!updated && draft && !pullRequest.draft ? await markInTitle(work, proposed) : [], await decorate(work, pullRequest, flips ? draft : void 0)];
	return [...titled, ...decorated];
}
/**
* The pull request of an earlier revision whose branch holds now what nobody has a verdict on: it says so, as a draft.
* What was not done comes back as sentences.
*/
async function demotePullRequest(work, record, known) {
	const { context, snapshot } = work;
	const view = {
		...viewFrom(context.site, record, work.patch),
		notDone: ["The tests gave no verdict on the commit that this branch holds now."]
	};
	const text = {
		...formatPullRequest(view),
		base: record.base?.branch ?? snapshot.defaultBranch
	};
	try {
		await context.forge.updatePullRequest(known.number, text);
		return await decorate(work, known, known.draft ? void 0 : true);
	} catch (error) {
		return [`Pull request #${known.number} still shows what was tested before: ${error instanceof Error ? error.message : String(error)}`];
	}
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
/** Plans without draft pull requests: the title says what the flag can't. */
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
		return ["This repository has no draft pull requests, so the title says it."];
	} catch {
		return ["This repository has no draft pull requests, and the title could not be changed to say so."];
	}
}

// src/stages/verdict.ts
/**
* - Only the run that the record names may publish, and only the commit that `apply` made.
* - Control is asked again: minutes have passed since it was read.
* - A report about another commit, or from a job that GitHub says went wrong afterwards, is no report.
*/
function judge(input) {
	const { snapshot, handover, run, testJob, now } = input;
	const record = readPrevious(snapshot, handover.id);
	const recordCommit = snapshot.refs.get(recordRef(handover.id)) ?? null;
	if (record === null || record === "unreadable" || recordCommit === null) {
		const state = record === null ? "is gone" : "can't be read";
		return {
			kind: "skip",
			outcome: {
				kind: "crashed",
				stage: "publish",
				reason: `${recordRef(handover.id)} ${state}; send the patch again`
			}
		};
	}
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	const message = record.slack === void 0 ? {} : { message: record.slack.ts };
	if (record.run.id !== run.id || record.attempt !== handover.attempt || record.digest !== handover.digest) return {
		kind: "skip",
		outcome: {
			kind: "conflict",
			reason: "revised",
			paths: [],
			...link
		},
		...message
	};
	if (record.state === "done") return {
		kind: "skip",
		outcome: {
			kind: "duplicate",
			state: "finished",
			...link
		},
		...message
	};
	const control = controlOf(snapshot, now);
	const controlCommit = snapshot.refs.get(CONTROL_REF) ?? null;
	if (controlCommit === null) return {
		kind: "skip",
		outcome: {
			kind: "halted",
			state: "paused",
			reason: control.state === "running" ? `${CONTROL_REF} is gone` : control.reason
		}
	};
	const at = {
		record,
		recordCommit,
		control: controlCommit
	};
	if (control.state !== "running") return {
		kind: "end",
		outcome: {
			kind: "halted",
			state: control.state,
			reason: control.reason
		},
		at
	};
	if (snapshot.refs.get(branchRef(handover.id))?.oid !== handover.head) return {
		kind: "end",
		outcome: {
			kind: "conflict",
			reason: "branch_edited",
			paths: [],
			...link
		},
		at
	};
	const known = snapshot.pullRequest ?? null;
	if (known !== null && (record.pullRequest?.number === known.number || record.state === "publishing") && known.state === "closed") return {
		kind: "end",
		outcome: {
			kind: "conflict",
			reason: "pull_request_closed",
			paths: [],
			...link
		},
		at
	};
	const pullRequest = known?.state === "open" ? known : null;
	const tests = readReport(testJob, handover);
	if (!tests.ok) return {
		kind: "withdraw",
		outcome: {
			kind: "crashed",
			stage: "test",
			reason: tests.reason
		},
		at,
		pullRequest
	};
	switch (tests.report.verdict) {
		case "passed":
		case "failed": return {
			kind: "propose",
			tests: tests.report,
			at,
			pullRequest
		};
		case "timed_out": return {
			kind: "withdraw",
			outcome: {
				kind: "timed_out",
				tests: tests.report
			},
			at,
			pullRequest
		};
		case "not_started": return {
			kind: "withdraw",
			outcome: {
				kind: "crashed",
				stage: "test",
				reason: `the test command ${JSON.stringify(tests.report.command)} could not be started; correct test.command in the config, or install what it needs in the test job`,
				tests: tests.report
			},
			at,
			pullRequest
		};
	}
}
/** A report holds at most some kilobytes; whatever is longer was not written by our test stage. */
const MAX_REPORT_CHARACTERS = 1e5;
/** Seconds beyond its deadline within which a command has been ended for sure. */
const MAX_OVERTIME = 60;
function readReport(job, { head, test }) {
	if (job.report === "") return {
		ok: false,
		reason: missingReport(job.result)
	};
	const parsed = job.report.length > MAX_REPORT_CHARACTERS ? null : testReportSchema.safeParse(parseJson(job.report));
	if (!parsed?.success) return {
		ok: false,
		reason: "the test job's report can't be read"
	};
	const report = {
		...parsed.data,
		command: test.command
	};
	if (report.sha !== head) return {
		ok: false,
		reason: `the test job reported on ${report.sha}, which is not the commit that was applied`
	};
	if (report.verdict === "passed" && job.result !== "success") return {
		ok: false,
		reason: `the test job reported a pass, but GitHub says that the job ended as ${job.result || "unknown"}`
	};
	if (report.verdict === "passed" && report.exitCode !== 0 || report.seconds > test.timeoutMinutes * 60 + MAX_OVERTIME) return {
		ok: false,
		reason: "the test job's report contradicts itself"
	};
	return {
		ok: true,
		report
	};
}
function missingReport(result) {
	switch (result) {
		case "success": return "the test job succeeded without a report; does it still run the test stage?";
		case "skipped": return "the test job was skipped";
		case "cancelled": return "the test job was cancelled, or ran over its own time limit, before it reported; if it did, raise the job's timeout-minutes";
		default: return "the test job ended without a report: a set-up step failed, or its runner was lost";
	}
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/stages/publish.ts
/**
* Publishes what was tested: claims the record, opens or updates the pull request, then says so everywhere.
* When a ref moved in between, everything is read and judged anew.
*/
async function publish(context, handover, testJob) {
	const startedAt = context.clock.now();
	for (let round = 0; round < 8; round++) {
		const snapshot = await readSnapshot(context, handover);
		const verdict = judge({
			snapshot,
			handover,
			run: context.run,
			testJob,
			now: startedAt
		});
		const work = {
			context,
			handover,
			snapshot,
			startedAt,
			patch: readTexts(snapshot)
		};
		if (verdict.kind === "skip") return stepAside(work, verdict);
		const report = verdict.kind === "propose" ? await propose(work, verdict) : await conclude(work, verdict);
		if (report !== "moved") return report;
	}
	throw new Error(`${recordRef(handover.id)} was moved by others ${8} times in a row; run this job again`);
}
function readSnapshot(context, handover) {
	return context.repository.read({
		refs: [
			CONTROL_REF,
			recordRef(handover.id),
			branchRef(handover.id)
		],
		anyRefUnder: "refs/ghost/patches/",
		pullRequestFrom: branchName(handover.id),
		fileAt: {
			ref: recordRef(handover.id),
			path: PATCH_FILE
		},
		labels: handover.labels,
		reviewers: handover.reviewers
	});
}
/**
* Says in the run what became of it. A message that no record knows of would say "under way" for ever, so it is
* ended too.
*/
async function stepAside(work, verdict) {
	const { context, handover } = work;
	const stray = strayRecord(work, verdict.outcome);
	const record = handover.slack === void 0 || handover.slack.ts === verdict.message ? stray : {
		...stray,
		slack: handover.slack
	};
	const view = viewFrom(context.site, record, work.patch);
	const told = record.slack === void 0 ? {} : await tell(context, void 0, view);
	if (verdict.outcome.kind === "conflict") await setStatus(work, view);
	return {
		outcome: verdict.outcome,
		view: {
			...view,
			record: {
				...record,
				warnings: mergeWarnings([], [told.warning])
			}
		}
	};
}
/** Claims the record, then makes the pull request. A pull request that can't be made is an outcome, not an exception. */
async function propose(work, verdict) {
	const { context, handover } = work;
	const claimed = recordOf(work, verdict.at, { state: "publishing" }, verdict.tests);
	const claim = await context.repository.write(nextStep({
		from: verdict.at.recordCommit,
		record: claimed,
		recordMessage: (record) => messageOf(work, record),
		guards: [{
			ref: CONTROL_REF,
			oid: verdict.at.control.oid
		}, {
			ref: branchRef(handover.id),
			oid: handover.head
		}]
	}));
	if (!claim.ok) return "moved";
	const claimCommit = claim.commits["record"];
	if (claimCommit === void 0) throw new Error("the repository did not say which commit it made for the record");
	const proposed = await makePullRequest(work, verdict, claimed);
	const outcome = proposed.ok ? proposedOutcome(work, verdict, proposed) : {
		kind: "crashed",
		stage: "publish",
		reason: proposed.reason,
		tests: verdict.tests
	};
	const link = proposed.ok ? { pullRequest: {
		number: proposed.pullRequest.number,
		url: proposed.pullRequest.url
	} } : {};
	const decorate = proposed.ok ? () => decoratePullRequest(work, proposed) : async () => [];
	return report(work, {
		...claimed,
		...link,
		state: "done",
		outcome
	}, {
		from: claimCommit,
		decorate,
		tests: verdict.tests
	});
}
/** Ends a patch that gets no pull request from this run. */
async function conclude(work, verdict) {
	const { at, outcome } = verdict;
	const { context, handover } = work;
	const withdrawn = verdict.kind === "withdraw" && verdict.pullRequest === null;
	const tests = "tests" in outcome ? outcome.tests : void 0;
	const { head, ...rest } = recordOf(work, at, {
		state: "done",
		outcome
	}, tests);
	const record = withdrawn ? rest : {
		...rest,
		...head === void 0 ? {} : { head }
	};
	const from = at.recordCommit;
	if (!(await context.repository.write(nextStep({
		from,
		record,
		recordMessage: (made) => messageOf(work, made),
		guards: [{
			ref: CONTROL_REF,
			oid: at.control.oid
		}],
		...withdrawn ? { remove: {
			ref: branchRef(handover.id),
			oid: handover.head
		} } : {}
	}))).ok) return "moved";
	const view = viewFrom(context.site, record, work.patch);
	const shown = verdict.kind === "withdraw" ? verdict.pullRequest : null;
	const [told, status, demoted] = await Promise.all([
		tellOnce(work, view),
		setStatus(work, view),
		shown === null ? [] : demotePullRequest(work, record, shown)
	]);
	const warnings = mergeWarnings(record.warnings, [
		...demoted,
		told.warning,
		status
	]);
	return {
		outcome,
		view: {
			...view,
			...tests === void 0 ? {} : { tests },
			record: {
				...record,
				warnings
			}
		}
	};
}
/** Labels, status and message side by side; then the record, which keeps what went wrong with them. */
async function report(work, record, rest) {
	const { context, startedAt } = work;
	const view = {
		...viewFrom(context.site, record, work.patch),
		tests: rest.tests
	};
	const [problems, told, status] = await Promise.all([
		rest.decorate(),
		tellOnce(work, view),
		setStatus(work, view)
	]);
	const final = {
		...record,
		...told.slack === void 0 ? {} : { slack: told.slack },
		steps: [...record.steps, publishStep(startedAt, context.clock.now())],
		warnings: mergeWarnings(record.warnings, [
			...problems,
			told.warning,
			status
		])
	};
	if (!(await context.repository.write(nextStep({
		from: rest.from,
		record: final,
		recordMessage: (made) => messageOf(work, made)
	}))).ok) throw new Error(`${recordRef(record.id)} was moved by somebody else while its pull request was made; look at the pull request itself`);
	if (final.outcome === void 0) throw new Error("a report was made without an outcome");
	return {
		outcome: final.outcome,
		view: {
			...view,
			record: final
		}
	};
}
/** A message that may stand there already, though nobody knows its place, is not written a second time. */
async function tellOnce({ context, handover }, view) {
	const problem = handover.slackProblem;
	if (problem !== void 0 && problem.maybePosted && view.record.slack === void 0) return { warning: problem.warning };
	return tell(context, handover.channel, view);
}
/** Returns the warning where GitHub did not take it. */
async function setStatus({ context, handover }, view) {
	try {
		await context.forge.setStatus(handover.head, formatStatus(view));
		return;
	} catch (error) {
		return `The commit status was not set: ${error instanceof Error ? error.message : String(error)}`;
	}
}
/** The record one step on. A record that was claimed before by this run has its test step already. */
function recordOf({ handover, startedAt }, at, next, tests) {
	const tested = at.record.steps.some((known) => known.stage === "test");
	const steps = tests === void 0 || tested ? [] : [{
		stage: "test",
		at: startedAt.toISOString(),
		seconds: tests.seconds
	}];
	return {
		...at.record,
		...next,
		head: handover.head,
		...handover.slack === void 0 ? {} : { slack: handover.slack },
		warnings: mergeWarnings(at.record.warnings, [handover.slackProblem?.warning]),
		steps: [...at.record.steps, ...steps]
	};
}
/** For the texts only: what this run would have recorded. */
function strayRecord({ handover, context, startedAt }, outcome) {
	return {
		version: 1,
		id: handover.id,
		digest: handover.digest,
		title: handover.id,
		sender: "",
		state: "done",
		attempt: handover.attempt,
		run: context.run,
		startedAt: startedAt.toISOString(),
		deadline: startedAt.toISOString(),
		head: handover.head,
		outcome,
		steps: [],
		warnings: []
	};
}
function readTexts(snapshot) {
	if (!snapshot.fileAt) return null;
	const read = readPatch({ text: new TextDecoder().decode(snapshot.fileAt) });
	return read.ok ? patchTexts(read) : null;
}
function messageOf({ context, patch }, record) {
	return formatRecord(record, describeRecord(viewFrom(context.site, record, patch)));
}
function publishStep(from, to) {
	return {
		stage: "publish",
		at: from.toISOString(),
		seconds: Math.max(0, (to.getTime() - from.getTime()) / 1e3)
	};
}

// src/action/publish.ts
async function runPublish(job) {
	const { context, requests } = createContext(job);
	try {
		const handover = readHandover(job.inputs.handover);
		const { outcome, view } = await publish(context, handover, {
			result: job.inputs.testResult,
			report: job.inputs.testReport
		});
		setOutputs({
			outcome: outcome.kind,
			id: handover.id,
			"pull-request": view.record.pullRequest?.url
		});
		await conclude$1(view, outcome);
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
	attempt: int().min(1),
	head: string(),
	test: strictObject({
		command: string(),
		timeoutMinutes: number().positive()
	}),
	channel: string().exactOptional(),
	slackProblem: strictObject({
		warning: string(),
		maybePosted: boolean()
	}).exactOptional(),
	labels: array(string()),
	reviewers: array(string()),
	slack: strictObject({
		channel: string(),
		ts: string()
	}).exactOptional()
});

export { runPublish };