import { A as testReportSchema, D as stoppedBy, E as readPrevious, O as formatRecord, S as readPatch, T as controlOf, at as mergeWarnings, c as patchTexts, ct as branchName, f as describeRecord, g as tell, it as formatStatus, lt as recordRef, m as nextStep, ot as CONTROL_REF, st as PATCH_FILE, u as viewFrom, w as branchRef } from "./context.js";
import { a as proposedOutcome, i as makePullRequest, n as decoratePullRequest, r as demotePullRequest } from "./proposal.js";

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
	const control = controlOf(snapshot, now, {
		branch: record.base?.branch ?? snapshot.defaultBranch,
		sender: record.sender
	});
	const at = {
		record,
		recordCommit,
		control: snapshot.refs.get(CONTROL_REF)?.oid ?? null
	};
	if (control.state !== "running") return {
		kind: "end",
		outcome: stoppedBy(control),
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
	const tests = readClaimed(record, handover) ?? readReport(testJob, handover);
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
		case "failed": return record.plan?.onTestFailure === "none" && pullRequest === null ? {
			kind: "withdraw",
			outcome: {
				kind: "tests_failed",
				tests: tests.report
			},
			at,
			pullRequest
		} : {
			kind: "propose",
			tests: tests.report,
			at,
			pullRequest
		};
		case "passed": return {
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
/**
* What this run has claimed the record with. A process before this one died at the pull request, and the step that
* comes after it has no report; that one had, and had checked it.
*/
function readClaimed({ state, tests }, { head }) {
	return state === "publishing" && tests?.sha === head ? {
		ok: true,
		report: tests
	} : null;
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
		case "success": return "the test job succeeded, and its report did not arrive here: it was too large, the process that read it died, or the job no longer runs the test stage";
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
	const kept = {
		...claimed,
		tests: verdict.tests
	};
	const claim = await context.repository.write(nextStep({
		from: verdict.at.recordCommit,
		record: kept,
		recordMessage: (record) => messageOf(work, record),
		guards: [{
			ref: CONTROL_REF,
			oid: verdict.at.control
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
		state: outcome.kind === "held" ? "held" : "done",
		outcome
	}, tests);
	const commit = withdrawn ? { withdrawn: handover.head } : head === void 0 ? {} : { head };
	const record = {
		...rest,
		...commit
	};
	const from = at.recordCommit;
	if (!(await context.repository.write(nextStep({
		from,
		record,
		recordMessage: (made) => messageOf(work, made),
		guards: [{
			ref: CONTROL_REF,
			oid: at.control
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
/**
* The record one step on. A record that was claimed before by this run has its test step already, and one that was
* held has an outcome that no longer holds.
*/
function recordOf({ handover, startedAt }, at, next, tests) {
	const { outcome: _outcome, tests: _tests, ...known } = at.record;
	const tested = known.steps.some((step) => step.stage === "test");
	const steps = tests === void 0 || tested ? [] : [{
		stage: "test",
		at: startedAt.toISOString(),
		seconds: tests.seconds
	}];
	return {
		...known,
		...next,
		head: handover.head,
		...handover.slack === void 0 ? {} : { slack: handover.slack },
		warnings: mergeWarnings(known.warnings, [handover.slackProblem?.warning]),
		steps: [...known.steps, ...steps]
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
		state: outcome.kind === "held" ? "held" : "done",
		receivedAt: startedAt.toISOString(),
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

export { publish as t };