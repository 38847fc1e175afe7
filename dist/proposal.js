import { m as needsApproval } from "./line-diff.js";
import { Dn as proofOf, an as branchRef, c as formatPullRequest, hr as branchName, qt as viewFrom } from "./context.js";

// src/stages/limited.ts
function limitedUntil(error) {
	return error instanceof Error && "limitedUntil" in error && error.limitedUntil instanceof Date ? error.limitedUntil : null;
}

// src/stages/proposal.ts
async function makePullRequest(work, verdict, record) {
	const { context, handover, snapshot } = work;
	const draft = verdict.tests.verdict !== "passed" || (record.plan?.draft ?? false) || needsApproval(record, handover.head);
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
			const { state, head: seen, draft: drafted } = await context.forge.updatePullRequest(known.number, text);
			const head = await shownHead(work, seen);
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
			head: await shownHead(work, opened.head),
			draft,
			view
		};
	} catch (error) {
		const left = limitedUntil(error) !== null ? LIMITED : isUnclear(error) ? UNCLEAR : null;
		if (left !== null) throw new Error(`${left}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		return {
			ok: false,
			reason: `the pull request could not be made: ${error instanceof Error ? error.message : String(error)}${whatIsInTheWay(work, known, text.base)}`
		};
	}
}
function whatIsInTheWay({ handover: { id }, snapshot: { pullRequests = [] } }, known, base) {
	const other = pullRequests.find((one) => one.state === "open" && one.base === base && one.number !== known?.number);
	return other === void 0 ? "" : `; #${other.number} goes to ${base} from the same branch, and GitHub takes one of these: close #${other.number}, then write "/ghost retry ${id}"`;
}
async function shownHead({ context, handover }, seen) {
	if (seen === handover.head) return seen;
	const branch = branchRef(handover.id);
	const { refs } = await context.repository.read({ refs: [branch] });
	return refs.get(branch)?.oid === handover.head ? handover.head : seen;
}
function isUnclear(error) {
	return error instanceof Error && "unclear" in error && error.unclear === true;
}
const LIMITED = "GitHub has taken as much as it takes for now, so the pull request waits; the next pass of the watch makes it";
const UNCLEAR = "whether the pull request was made is not known, so the next pass of the watch looks and finishes it";
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
	const { state, pullRequest } = verdict.at.record;
	const justOpened = state === "publishing" && pullRequest === void 0;
	return {
		kind: proposed.updated && !justOpened ? "updated" : "opened",
		pullRequest: link,
		tests: verdict.tests
	};
}
async function decoratePullRequest(work, proposed) {
	const { pullRequest, updated, draft } = proposed;
	const flips = updated && pullRequest.draft !== draft;
	const [titled, decorated] = [!updated && draft && !pullRequest.draft ? await markInTitle(work, proposed) : [], await decorate(work, pullRequest, flips ? draft : void 0)];
	return [...titled, ...decorated];
}
async function demotePullRequest(work, record, known) {
	return [...await describeUnproven(work, record, known), ...await decorate(work, known, known.draft ? void 0 : true)];
}
async function describeUnproven({ context, patch }, record, known, sentence = "The tests gave no verdict on the commit that this branch holds now.") {
	const whole = viewFrom(context.site, record, patch);
	const view = {
		...whole,
		notDone: [sentence, ...whole.notDone ?? []]
	};
	const text = {
		...formatPullRequest(view),
		base: known.base
	};
	return await context.forge.updatePullRequest(known.number, text).then(() => [], (error) => [`Pull request #${known.number} still shows what was tested before: ${error instanceof Error ? error.message : String(error)}`]);
}
function leftUnproven({ snapshot, handover }, record) {
	const { pullRequest = null } = snapshot;
	return pullRequest?.state === "open" && pullRequest.head === handover.head && record.state === "done" && proofOf(record)?.tests === "none" ? pullRequest : null;
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
		return [`${NO_DRAFTS}, so the title says it.`];
	} catch {
		return [`${NO_DRAFTS}, and the title could not be changed to say so.`];
	}
}
const NO_DRAFTS = "This repository has no draft pull requests";

export { leftUnproven as a, limitedUntil as c, describeUnproven as i, decoratePullRequest as n, makePullRequest as o, demotePullRequest as r, proposedOutcome as s, NO_DRAFTS as t };