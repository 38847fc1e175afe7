import { l as say, o as readOccasion, p as writeSummary, t as fail, u as setOutputs } from "./workflow.js";
import { $ as describeCanary, C as WORKFLOW_FILE, F as writeEntry, I as listRecords, K as formatStaleNote, O as patchOf, S as dispatchKept, U as readLogSince, W as wholeSecond, _ as drain, a as canaryPayload, at as formatAge, c as isCanary, d as sentCanary, f as waitedForSince, g as wasLockedSince, i as canaryId, l as isCanaryId, m as withSent, n as LONGEST_WAY_MS, p as withArrival, q as formatSupersessionNote, s as canaryStatusOf, t as createControlContext, u as isLate } from "./control-context.js";
import { Ar as branchName, Bn as lacksApproval, Dr as CONTROL_REF, Dt as parsePullRequestMarker, Er as BRANCHES, Fr as parseConfig, Ft as sayStatus, Gn as speaksOfHead, Gt as carefulChat, Hn as proofOf, In as ownPullRequest, Ir as CONFIG_PATH, It as spokenOf, Jt as messageSince, Kn as testsAt, Kt as isDeleted, Lt as keepTold, Mr as INBOX_REFS, Nn as isOfSameSender, Nt as STATUS_UNSAID, On as parseControl, Ot as mergedOutcome, Pr as inboxRef, Pt as sayReplaced, Qn as successorOf, Qt as mrkdwnLink, Rn as isAboutHead, Tr as mergedMeanwhile, Tt as limitedUntil, Un as pullRequestOf, Ut as tell, Vn as mayComeBack, Wn as senderOfHead, Wt as CLOCKS_DIFFER_MS$1, Xt as formatSlackMessage, Yn as isOurs, Yt as fingerprintMessage, Zn as tookBack, Zt as mrkdwnLine, bn as branchRef, ci as markdownLinkCell, dn as isShownElsewhere, dr as formatStatus, fn as readPatchSnapshot, in as messageFor, jr as recordRef, kn as readControl, li as fitLines, n as sayRequests, nn as readPatchState, oi as markdownLine, qt as isLeftAlone, sn as viewFrom, tn as configOf, vt as NO_DRAFTS, wn as whomOf, wr as mergeWarnings, xt as describeUnproven, yn as withTurnedAway, zn as isTakenFromReview } from "./context.js";
import { d as endSentence, f as formatTime, m as APPROVAL_LABEL, o as describeOutcome, w as shortSha } from "./line-diff.js";
import { A as MAX_INCIDENT_TEXT, C as isProposed, D as revertsIn, E as stopOf, F as lostRunKey, I as parseWatchEntry, M as formatWatchEntry, N as isLostRun, P as isSentCanary, S as fateOf, T as readable, a as findMade, b as keptBeside, d as restore, f as whatCameOfHead, j as WATCH_REF, l as findStep, m as writeStep, o as findMadeBelow, p as settle, w as isUnderWay, x as awaitsPeople, y as formatKeptBeside } from "./compute.js";
import { n as claimed, t as publish } from "./publish.js";

// src/report/watch/summary.ts
function formatWatchSummary(report) {
	const { found, alerted, open, cleared, now } = report;
	const incidents = [
		...alerted.map((incident) => [incident, "alerted now"]),
		...open.map((incident) => [incident, "alerted before"]),
		...cleared.map((incident) => [incident, "over"])
	];
	return `${[
		`# ${iconOf(report)} Watch: ${headlineOf(report)}`,
		sentencesOf(report).join(" "),
		...found.length === 0 ? [] : [table([
			"patch",
			"had moved",
			"found",
			"now"
		], found.map((finding) => findingRow(finding, now)))],
		...incidents.length === 0 ? [] : [table([
			"incident",
			"since",
			"state"
		], incidents.map(([incident, state]) => incidentRow(incident, state, now)))]
	].join("\n\n")}\n`;
}
function describeWatch(report) {
	return [headlineOf(report), ...sentencesOf(report)].join(". ").replaceAll("..", ".");
}
function headlineOf({ found, busyUntil, alerted, open }) {
	if (busyUntil !== void 0) return "another pass is at work";
	const settled = found.filter(({ done }) => done === "settled").length;
	const left = found.length - settled;
	const incidents = alerted.length + open.length;
	return [found.length === 0 ? "nothing to put right" : `${settled} put right${left > 0 ? `, ${left} left` : ""}`, ...incidents > 0 ? [`${incidents} incident${incidents === 1 ? "" : "s"} open`] : []].join(", ");
}
function sentencesOf(report) {
	const { records, unreadable, unseen, busyUntil, canary, now } = report;
	return [
		records === 0 ? "No patch was handled here yet." : `${records} ${records === 1 ? "record" : "records"}.`,
		...unreadable.length === 0 ? [] : [`${unreadable.length} of them can't be read.`],
		...unseen === 0 ? [] : [`${unseen} more were left for the next pass.`],
		...busyUntil === void 0 ? [] : [`Another pass may be at work until ${formatTime(busyUntil)}, so this one changed nothing.`],
		...canary === void 0 ? [] : [describeCanary(canary, now)]
	];
}
function iconOf({ found, alerted, open, busyUntil }) {
	if (found.some(({ done }) => done === "failed") || alerted.length + open.length > 0) return "🚨";
	return busyUntil === void 0 ? "✅" : "⏳";
}
const DONE = {
	settled: "✅ put right",
	raced: "⏳ not yet; the next pass looks again",
	failed: "💥 not put right; the next pass tries again"
};
function findingRow({ name, moved, sentence, done }, now) {
	return row([
		markdownLine(name, MAX_NAME),
		formatAge(moved, now),
		markdownLine(sentence, MAX_SENTENCE),
		DONE[done]
	]);
}
function incidentRow({ sentence, since, issue }, state, now) {
	const told = issue === void 0 ? state : markdownLinkCell(`${state}, #${issue.number}`, issue.url);
	return row([
		markdownLine(sentence, MAX_SENTENCE),
		formatAge(since, now),
		told
	]);
}
const MAX_NAME = 120;
const MAX_SENTENCE = 500;
const MAX_TABLE = 1e5;
function table(head, rows) {
	const kept = fitLines(rows, (line) => line, MAX_TABLE);
	const more = rows.length - kept.length;
	return [
		row(head),
		`|${"---|".repeat(head.length)}`,
		...kept,
		...more > 0 ? ["", `… and ${more} more.`] : []
	].join("\n");
}
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}

// src/stages/control/stale-approval.ts
async function redraftUnapproved({ conversation }, { record, pullRequest }) {
	if (!(pullRequest?.state === "open" && pullRequest.number === record.pullRequest?.number && !pullRequest.draft && lacksApproval(record, pullRequest.head))) return "none";
	const { number, nodeId, head } = pullRequest;
	const labelled = (await conversation.pullRequest(number))?.labels.includes("ghost:needs-approval") ?? false;
	const drafted = await conversation.setDraft(nodeId, true);
	await conversation.addLabels(number, [APPROVAL_LABEL]);
	const { approval } = proofOf(record) ?? record;
	if (drafted || !labelled) await conversation.comment(number, formatStaleNote({
		by: approval?.by ?? null,
		sha: head
	}));
	if (drafted) return "drafted";
	return (await conversation.pullRequest(number))?.state === "open" ? "labelled" : "none";
}

// src/stages/watch/finding.ts
function put(name, sentence) {
	return {
		name,
		sentence,
		done: "settled"
	};
}
function raced(name) {
	return {
		name,
		sentence: "Somebody else moved it while it was looked at",
		done: "raced"
	};
}

// src/stages/watch/context.ts
function isThorough({ event }) {
	return !MOVING.has(event);
}
const MOVING = /* @__PURE__ */ new Set([
	"workflow_run",
	"pull_request",
	"check_suite",
	"status"
]);

// src/stages/watch/said.ts
function mayBeUnsaid({ chat, site }, { now, config, occasion }, { record, at }) {
	if (isUnderWay(record)) return null;
	const hours = (now.getTime() - Date.parse(at.committedAt)) / 36e5;
	const [recent, late] = isThorough(occasion) ? [RECENT_HOURS, LATE_HOURS] : [JUST_NOW_HOURS, JUST_NOW_HOURS];
	const told = chat !== null && (config?.slack?.channel ?? site.defaultChannel) !== void 0;
	const untold = record.slack === void 0 || record.warnings.some(isSlackWarning);
	if (told && untold && !isHopeless(record) && hours < late) return "missing";
	return hours < recent ? "recent" : hours < late ? "older" : null;
}
function isSlackWarning(warning) {
	return warning.startsWith("Slack was not told");
}
function isLimitWarning(warning) {
	return isSlackWarning(warning) && warning.includes("rate limited");
}
const JUST_NOW_HOURS = .5;
const RECENT_HOURS = 6;
const LATE_HOURS = 72;
async function lookAtSaid(context, listed, now) {
	const state = await mayStillTell(context, listed, now) ? "unknown" : await readPatchState(context.repository, listed.id);
	if (typeof state === "string") return {
		message: false,
		status: false,
		replaced: false
	};
	const { record, texts, snapshot } = state;
	const view = viewFrom(context.site, record, texts);
	const channel = configOf(snapshot)?.slack?.channel ?? context.site.defaultChannel;
	const shown = fingerprintMessage(formatSlackMessage(view));
	const told = context.chat !== null && (channel !== void 0 || record.slack !== void 0);
	const sha = spokenOf(record, state.pullRequest);
	const own = sha === void 0 ? null : await context.conversation.ownStatus(sha);
	const wanted = formatStatus(view);
	const waits = own?.state === "pending" && wanted.state !== "pending";
	const said = await wantedAtHead(context, state);
	const differs = said !== null && (own?.state !== said.state || own.description !== said.description);
	const left = (record.replaced ?? []).filter((one) => one !== sha);
	const leftStatuses = await Promise.all(left.map(async (one) => await context.conversation.ownStatus(one)));
	return {
		message: told && record.slack?.shown !== shown && !isHopeless(record),
		status: sha !== void 0 && (differs || waits),
		replaced: leftStatuses.some((status) => status?.state === "pending")
	};
}
async function wantedAtHead(context, state) {
	const { record, texts } = state;
	if (speaksOfHead(record)) return formatStatus(viewFrom(context.site, record, texts));
	const told = ownPullRequest(state)?.state === "open" ? await whatCameOfHead(context, record) : null;
	return told === null ? null : formatStatus(viewFrom(context.site, told, null));
}
async function mayStillTell({ runs }, { record, at }, now) {
	return now.getTime() - Date.parse(at.committedAt) < TELLING_MS && record.run.id !== 0 && (await runs.get(record.run.id))?.status !== "completed";
}
const TELLING_MS = 3e5;
function isHopeless({ slack, warnings }) {
	const isFinal = slack === void 0 ? isLeftAlone : isDeleted;
	return warnings.some((warning) => isSlackWarning(warning) && isFinal(warning));
}

// src/stages/watch/restate.ts
async function restate(context, state, wanted) {
	let { recordCommit } = state;
	const { record } = wanted;
	if (record !== state.record) {
		const written = await writeStep(context, state, { record });
		if (written === "moved") return { kind: "raced" };
		recordCommit = {
			...recordCommit,
			...written
		};
	}
	const view = viewFrom(context.site, record, state.texts);
	const [said, unset] = await Promise.all([wanted.message ? sayInChat(context, state, view) : unchanged(record), wanted.status || wanted.replaced === true ? setStatus(context, state, {
		view,
		own: wanted.status
	}) : void 0]);
	if (said.record !== record) await keepTold(context, {
		from: recordCommit,
		record: said.record,
		texts: state.texts,
		isNew: true
	});
	const problem = [said.problem, unset].filter((part) => part !== void 0).join(" ");
	return {
		kind: "said",
		...problem === "" ? {} : { problem }
	};
}
function unchanged(record) {
	return { record };
}
async function sayInChat(context, state, view) {
	const { record } = view;
	const warnings = record.warnings.filter((known) => !isSlackWarning(known));
	const { warning, slack } = await tell(context, configOf(state.snapshot)?.slack?.channel, {
		...view,
		record: {
			...record,
			warnings
		}
	});
	if (warning !== void 0) {
		const all = mergeWarnings(record.warnings, [warning]);
		return {
			record: all.length === record.warnings.length ? record : {
				...record,
				warnings: all
			},
			problem: warning
		};
	}
	return slack === void 0 ? { record } : { record: {
		...record,
		slack,
		warnings
	} };
}
async function viewOfHead(context, view) {
	const told = await whatCameOfHead(context, view.record);
	return told === null || told === view.record ? view : viewFrom(context.site, told, null);
}
async function setStatus(context, { pullRequest }, { view, own }) {
	const { forge } = context;
	const { record } = view;
	const sha = spokenOf(record, pullRequest);
	try {
		const told = await viewOfHead(context, view);
		const status = formatStatus(told);
		await (own && sha !== void 0 ? sayStatus(forge, {
			sha,
			record: withGeneratedOf(told.record, record),
			status
		}) : sayReplaced(forge, {
			...sha === void 0 ? {} : { sha },
			record,
			status
		}));
		return;
	} catch (error) {
		return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
	}
}
function withGeneratedOf({ generated }, record) {
	return generated === void 0 ? record : {
		...record,
		generated
	};
}

// src/stages/watch/merged-while-held.ts
function holdsAnother(record) {
	return record.state === "held" && !isAboutHead(record);
}
async function settleBelow(context, state, { origin, outcome }) {
	const { repository, site } = context;
	const { recordCommit: from, texts } = state;
	const merged = mergedRecord(origin, outcome);
	const below = await repository.write({
		commits: { record: {
			tree: origin.tree,
			parents: [from.oid],
			message: () => messageFor(site, null)(merged)
		} },
		refs: []
	});
	const parent = below.ok ? below.commits["record"]?.oid : void 0;
	if (parent === void 0) return false;
	const record = {
		...state.record,
		mergedBefore: outcome.pullRequest.number
	};
	const written = await repository.write({
		commits: { record: {
			tree: from.tree,
			parents: [parent],
			message: () => messageFor(site, texts)(record)
		} },
		refs: [{
			ref: recordRef(record.id),
			before: from.oid,
			after: { commit: "record" }
		}]
	});
	const at = written.ok ? written.commits["record"] : void 0;
	if (at === void 0) return false;
	await sayMerged(context, state, merged);
	const now = {
		...state,
		record,
		recordCommit: {
			...from,
			...at
		}
	};
	await restate(context, now, {
		record,
		message: true,
		status: false
	});
	return true;
}
function mergedRecord({ record }, outcome) {
	const { tests: _, ...made } = record;
	const { number, url } = outcome.pullRequest;
	return {
		...made,
		state: "done",
		pullRequest: {
			number,
			url
		},
		outcome
	};
}
async function sayMerged({ forge, site }, { pullRequest }, record) {
	const sha = spokenOf(record, pullRequest);
	if (sha !== void 0) {
		const status = formatStatus(viewFrom(site, record, null));
		await sayStatus(forge, {
			sha,
			record,
			status
		}).catch(() => void 0);
	}
}
function withoutHeld(state, { origin, outcome }) {
	if (!tookBack(mergedRecord(origin, outcome))) return null;
	const { digest, title, run, startedAt: at } = state.record;
	const { pullRequest } = outcome;
	const why = {
		kind: "conflict",
		reason: "took_back",
		paths: [],
		pullRequest
	};
	const one = {
		digest,
		title,
		run,
		at,
		outcome: why
	};
	return {
		...state,
		record: withTurnedAway(state.record, one, describeOutcome(why)) ?? state.record
	};
}

// src/stages/watch/merged.ts
async function asMerged(context, state, outcome) {
	const { pullRequest } = outcome;
	const { record, recordCommit } = state;
	const here = {
		kind: "same",
		at: recordCommit.oid
	};
	const merged = state.pullRequest?.number === pullRequest.number ? state.pullRequest.head : record.head;
	const ownHead = isAboutHead(record);
	if (merged === void 0 || ownHead && merged === record.head) return here;
	const { id, head = merged } = record;
	const origin = await findMadeBelow(context, {
		id,
		head: merged,
		base: record.base?.sha
	}) ?? (ownHead ? null : await findMade(context, {
		id,
		head
	}));
	if (origin === null || origin.record.digest === record.digest) return here;
	if (ownHead) return await letGo(context, state, pullRequest.number) ? { kind: "earlier" } : { kind: "moved" };
	const shown = {
		origin,
		outcome
	};
	const before = holdsAnother(record) ? withoutHeld(state, shown) : state;
	if (before === null) return await settleBelow(context, state, shown) ? { kind: "earlier" } : { kind: "moved" };
	const at = await restore(context, before, origin);
	return at === null ? { kind: "moved" } : {
		kind: "same",
		at
	};
}
async function letGo(context, state, number) {
	const { record } = state;
	const warnings = mergeWarnings(record.warnings, [mergedMeanwhile(number)]);
	return await writeStep(context, state, { record: {
		...record,
		mergedBefore: number,
		warnings
	} }) !== "moved";
}

// src/stages/watch/finish.ts
async function finish(context, state) {
	const { record } = state;
	const { id, head, tests } = record;
	if (head === void 0 || tests === void 0) throw new Error("its record does not say what was tested");
	const shown = ownPullRequest(state);
	if (shown?.state === "merged") return await settleMerged$1(context, state, shown.number);
	const config = configOf(state.snapshot);
	const handover = {
		id,
		digest: record.digest,
		title: record.title,
		attempt: record.attempt,
		head,
		test: {
			command: tests.command,
			timeoutMinutes: Math.max(1, tests.seconds / 60)
		},
		...config?.slack === void 0 ? {} : { channel: config.slack.channel },
		labels: record.plan?.labels ?? [],
		reviewers: record.plan?.reviewers ?? [],
		...record.slack === void 0 ? {} : { slack: record.slack }
	};
	const published = await publish({
		...context,
		run: record.run
	}, handover, {
		result: tests.verdict === "passed" ? "success" : "failure",
		report: JSON.stringify(tests)
	}).catch(async (error) => {
		if (await isEnded(context, id)) return null;
		throw error;
	});
	if (published === null) return raced(id);
	const { outcome } = published;
	return {
		name: id,
		sentence: `Its process died while it made the pull request; that was finished, and it is ${outcome.kind}`,
		done: "settled"
	};
}
async function isEnded({ repository }, id) {
	const now = await readPatchState(repository, id);
	return typeof now !== "string" && now.record.state === "done";
}
async function settleMerged$1(context, state, number) {
	const { id } = state.record;
	const facts = await context.conversation.pullRequest(number);
	if (facts?.merge == null) throw new Error(`GitHub says that pull request #${number} is merged, and not as what`);
	const outcome = mergedOutcome(facts, facts.merge, testsAt(state.record, facts.head.sha));
	const seen = await asMerged(context, state, outcome);
	if (seen.kind === "earlier") return put(id, `Its process died, and pull request #${number} was merged as the revision before it had made it`);
	const settled = seen.kind === "same" && await settle(context, id, ({ recordCommit }) => recordCommit.oid === seen.at ? { outcome } : null);
	return settled && settled.kind === "settled" ? put(id, `Its process died, and pull request #${number} was merged before anybody said so`) : raced(id);
}

// src/stages/watch/adopt.ts
async function adopt(context, state) {
	const { outcome, ...known } = state.record;
	if (outcome?.kind !== "crashed" || outcome.tests === void 0) throw new Error("its record does not say what was tested");
	const record = claimed(known, outcome.tests, context.clock.now());
	const written = await writeStep(context, state, { record });
	if (written === "moved") return null;
	const finding = await finish(context, {
		...state,
		record,
		recordCommit: {
			...state.recordCommit,
			...written
		}
	});
	return {
		...finding,
		sentence: `Its pull request appeared after it was given up. ${finding.sentence}`
	};
}

// src/stages/watch/dead-run.ts
function endOfRun(record, { conclusion, url }) {
	if (conclusion === "cancelled") return {
		outcome: {
			kind: "canceled",
			run: url
		},
		resend: false
	};
	const reason = `its run ${CONCLUSIONS[conclusion ?? ""] ?? `ended as ${conclusion ?? "unknown"}`} before it reported: ${url}`;
	return {
		outcome: {
			kind: "crashed",
			stage: stageOf(record),
			reason
		},
		resend: false
	};
}
function anotherAttempt({ state }, run, now) {
	const { conclusion, attempt, updatedAt } = run;
	if (state !== "applied" || conclusion !== "failure" || attempt >= 6 || !mayBeOurs(run)) return "never";
	const rested = now.getTime() - Date.parse(updatedAt) >= REST_MS;
	return attempt === 1 || rested ? "now" : "later";
}
function mayBeOurs({ path, event }) {
	return path.endsWith(`/${"ghost-runner.yml"}`) || event === "repository_dispatch";
}
const MAX_RUN_ATTEMPTS = 6;
const REST_MS = 6e5;
function endOfLost(record, stop) {
	const { id, attempt, deadline } = record;
	const resend = attempt < 3 && stop === null;
	const lost = `its run did not report before ${deadline}, and GitHub does not know how it ended`;
	const left = stop === null ? `that was attempt ${attempt}` : `Ghost Runner is ${stop}`;
	const next = resend ? `the patch is sent once more, as attempt ${attempt + 1} of ${3}` : `${left}, so it is not tried again by itself; "/ghost retry ${id}" tries it again`;
	return {
		outcome: {
			kind: "crashed",
			stage: stageOf(record),
			reason: `${lost}; ${next}`
		},
		resend
	};
}
const MAX_ATTEMPTS = 3;
const CONCLUSIONS = {
	failure: "failed, or its runner was lost,",
	timed_out: "ran over its time limit",
	startup_failure: "could not be started",
	success: "ended well",
	skipped: "was skipped",
	action_required: "was kept from running until somebody approves it"
};
function stageOf({ state }) {
	return state === "publishing" ? "publish" : "test";
}

// src/stages/watch/known-proof.ts
async function withProof(context, state, { number, url }) {
	const known = proofOf(state.record);
	const proof = known ?? await readProof(context, state.record);
	if (proof === known && state.record.pullRequest !== void 0) return {
		state,
		proof
	};
	const record = {
		...state.record,
		...proof === null ? {} : { proof },
		pullRequest: {
			number,
			url
		}
	};
	const written = await writeStep(context, state, { record });
	return written === "moved" ? null : {
		state: {
			...state,
			record,
			recordCommit: {
				...state.recordCommit,
				...written
			}
		},
		proof
	};
}
async function readProof(context, head) {
	const step = await findStep(context, head, (record) => proofOf(record) !== null);
	return step === null ? null : proofOf(step.record);
}

// src/stages/watch/look-closely.ts
async function lookEach(things, nameOf, look, most = 25) {
	const some = things.slice(0, most);
	const blind = [];
	const looks = some.map(async (thing) => {
		try {
			return [await look(thing)];
		} catch (error) {
			blind.push({
				name: nameOf(thing),
				reason: error instanceof Error ? error.message : String(error)
			});
			return [];
		}
	});
	return {
		seen: new Map((await Promise.all(looks)).flat()),
		blind,
		unseen: things.length - some.length
	};
}
const MOST_LOOKS = 25;
function firstly(all, isFirst) {
	return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}
async function readChecks({ conversation }, { records, now, occasion }, pullRequests) {
	const hours = isThorough(occasion) ? YOUNG_HOURS : JUST_OPENED_HOURS;
	return await lookEach(firstly(readable(records).filter(({ record, at }) => {
		const open = pullRequests.get(record.pullRequest?.number ?? 0)?.state === "open";
		const young = now.getTime() - Date.parse(at.committedAt) < hours * 36e5;
		const pending = isThorough(occasion) && record.ci?.state === "pending";
		const moving = isMeant(occasion, record) || young || pending;
		return open && awaitsPeople(record) && record.head !== void 0 && moving;
	}), ({ record }) => isMeant(occasion, record)), ({ id }) => id, async ({ id, record }) => [id, await conversation.checks(record.head ?? "")]);
}
const YOUNG_HOURS = 24;
const JUST_OPENED_HOURS = .5;
async function readUnsaid(context, known) {
	const listed = readable(known.records).flatMap((one) => {
		const why = mayBeUnsaid(context, known, one);
		return why === null ? [] : [{
			one,
			why
		}];
	});
	const lookAt = async (some, most) => await lookEach(some, ({ one }) => one.id, async ({ one }) => [one.id, await lookAtSaid(context, one, known.now)], most);
	const due = listed.filter(({ why }) => why !== "older");
	const older = listed.filter(({ why }) => why === "older");
	const [first, then] = await Promise.all([lookAt(firstly(due, ({ why }) => why === "missing"), 25), lookAt(inTurn$1(older, known.now), MOST_OLDER)]);
	return {
		seen: new Map([...first.seen, ...then.seen]),
		blind: [...first.blind, ...then.blind],
		unseen: first.unseen
	};
}
const MOST_OLDER = 5;
function inTurn$1(all, now) {
	const from = all.length === 0 ? 0 : now.getTime() % all.length;
	return [...all.slice(from), ...all.slice(0, from)];
}
function isMeant({ sha }, { head }) {
	return head !== void 0 && head === sha;
}

// src/stages/watch/put-back.ts
async function readPutBack(context, { records, now, occasion }, pullRequests) {
	const hours = isThorough(occasion) ? MOVED_HOURS : JUST_MOVED_HOURS;
	const wanted = readable(records).flatMap(({ id, record }) => {
		const seen = pullRequests.get(pullRequestOf(record)?.number ?? 0);
		if (isUnderWay(record) || !showsAnother(seen, record)) return [];
		const isMeant = occasion.sha === seen.head.sha;
		const isYoung = now.getTime() - Date.parse(seen.updatedAt) < hours * 36e5;
		return isMeant || isYoung ? [{
			id,
			head: seen.head.sha
		}] : [];
	});
	return await lookEach(wanted, ({ id }) => id, async (shown) => {
		const record = await findRevision(context, shown);
		return [shown.id, record === null ? null : {
			attempt: record.attempt,
			tests: testsOf(record)
		}];
	});
}
const MOVED_HOURS = 6;
const JUST_MOVED_HOURS = .5;
function showsAnother(seen, { id, head }) {
	return seen?.state === "open" && seen.head.sameRepository && seen.head.branch === branchName(id) && seen.head.sha !== head;
}
async function findRevision(context, shown) {
	const commit = await context.ledger.commit(shown.head);
	if (commit === null || !commit.message.includes("Ghost-Digest: ")) return null;
	return (await findMade(context, shown))?.record ?? null;
}
function testsOf(revision) {
	return proofOf(revision)?.tests ?? "none";
}

// src/stages/watch/demote.ts
async function demote(context, seen) {
	const { record } = seen;
	const pullRequest = ownPullRequest(seen);
	if (pullRequest?.state !== "open") return raced(record.id);
	return pullRequest.head === record.head ? await demoteHead(context, seen, pullRequest) : await demotePutBack(context, seen, pullRequest);
}
async function demoteHead(context, seen, pullRequest) {
	const known = await withProof(context, seen, pullRequest);
	if (known === null) return raced(seen.record.id);
	const { state, proof } = known;
	if (proof?.tests === "passed") return put(state.record.id, "An earlier attempt has proven what its pull request shows, which is on record now");
	const tests = proof?.tests ?? "none";
	const { record, texts: patch } = state;
	const describe = async () => tests === "failed" ? [] : await describeUnproven({
		context,
		patch
	}, record, pullRequest);
	return await sayUnproven(context, state, {
		pullRequest,
		tests,
		describe
	});
}
async function demotePutBack(context, state, pullRequest) {
	const { id, head } = state.record;
	const revision = await findRevision(context, {
		id,
		head: pullRequest.head
	});
	const tests = revision === null ? "passed" : testsOf(revision);
	if (revision === null || tests === "passed") return raced(id);
	const verdict = tests === "failed" ? "whose tests failed" : "which has no verdict of the tests";
	const back = head === void 0 ? "" : `put it back to ${shortSha(head)} and write "/ghost retry ${id}", or `;
	const sentence = `Somebody put this branch back to ${shortSha(pullRequest.head)}, ${verdict}: ${back}send the patch under a new id.`;
	const describe = async () => await describeUnproven({
		context,
		patch: null
	}, revision, pullRequest, sentence);
	return await sayUnproven(context, state, {
		pullRequest,
		tests,
		describe
	});
}
async function sayUnproven(context, state, { pullRequest, tests, describe }) {
	const { record } = state;
	const drafted = pullRequest.draft || await context.conversation.setDraft(pullRequest.nodeId, true);
	if (!drafted && (await context.conversation.pullRequest(pullRequest.number))?.state !== "open") return raced(record.id);
	const [untold] = await describe();
	if (untold !== void 0) throw new Error(untold);
	const verdict = tests === "failed" ? "its tests failed" : "nobody has a verdict";
	if (!drafted) {
		const warnings = mergeWarnings(record.warnings, [`${NO_DRAFTS}, so its text says that ${verdict}.`]);
		await writeStep(context, state, { record: {
			...record,
			warnings
		} });
	}
	const what = tests === "failed" ? "The tests of what its pull request shows failed" : "Nobody has a verdict on what its pull request shows";
	const how = drafted ? "it is a draft" : "its text says it, for this repository has no drafts";
	return put(record.id, `${what}, so ${how}`);
}

// src/stages/watch/merged-again.ts
async function mergedAgain(context, { record, recordCommit }) {
	const { id, outcome: reverted } = record;
	const { conversation } = context;
	const facts = reverted?.kind === "reverted" ? await conversation.pullRequest(reverted.pullRequest.number) : null;
	if (reverted?.kind !== "reverted" || facts?.merge == null) return null;
	const outcome = mergedOutcome(facts, facts.merge, testsAt(record, facts.head.sha));
	return (await settle(context, id, (state) => state.recordCommit.oid === recordCommit.oid ? { outcome } : null)).kind === "settled" ? put(id, `Pull request #${reverted.revert.number}, which took it back, was taken back itself`) : null;
}

// src/stages/watch/own-jobs.ts
async function hasOwnJobsOnly({ runs }, run) {
	const jobs = (await runs.jobs(run)).map((name) => OWN_JOB.exec(name)?.groups);
	const callers = new Set(jobs.map((job) => job?.["caller"]));
	const names = new Set(jobs.map((job) => job?.["name"]));
	return callers.size === 1 && !names.has(void 0) && names.size === OWN_JOBS;
}
const OWN_JOB = /^(?<caller>|.+ \/ )(?<name>Apply|Test|Publish)$/;
const OWN_JOBS = 3;

// src/stages/watch/reopen.ts
async function reopen(context, seen, { beside = [] } = {}) {
	const { id, attempt } = seen.record;
	const state = ownPullRequest(seen)?.state === "open" ? await keepBeside(context, seen, beside) : null;
	if (state === null) return null;
	const before = await beforeItWasClosed(context, state.record);
	const at = before === null || before.record.attempt === attempt ? state.recordCommit.oid : await restore(context, state, before);
	const outcome = before?.record.outcome ?? NO_VERDICT;
	return (await settle(context, id, ({ recordCommit }) => recordCommit.oid === at ? { outcome } : null)).kind === "settled" ? {
		name: id,
		sentence: "Its pull request was opened again",
		done: "settled"
	} : null;
}
const NO_VERDICT = {
	kind: "crashed",
	stage: "test",
	reason: "its pull request was closed before there was a verdict, and opened again; retry it"
};
async function keepBeside(context, state, beside) {
	const by = [successorOf(state.record)].filter((id) => id !== void 0);
	const known = keptBeside(state.record);
	const all = formatKeptBeside([
		...known,
		...by,
		...beside
	]);
	if (keptBeside(all).length === known.length) return state;
	const record = {
		...state.record,
		...all
	};
	const written = await writeStep(context, state, { record });
	return written === "moved" ? null : {
		...state,
		record,
		recordCommit: {
			...state.recordCommit,
			...written
		}
	};
}
async function beforeItWasClosed(context, record) {
	return findStep(context, record, ({ state, outcome }) => state === "done" && !isTakenFromReview(outcome));
}

// src/stages/watch/remove.ts
async function removeOld(context, state, branch) {
	const { id } = state.record;
	const isShown = state.pullRequest?.state === "open";
	if (isShown || isShownElsewhere(state.snapshot)) return (isShown && mayComeBack(state.record) ? await reopen(context, state) : null) ?? put(id, "An open pull request shows its branch, which is kept for that");
	return await removeBranch(context, {
		id,
		branch,
		at: state.recordCommit.oid
	}) ? put(id, "Its branch was kept for long enough, and was removed; the record stays") : raced(id);
}
async function removeBranch({ repository }, { id, branch, at }) {
	const guard = at === void 0 ? [] : [{
		ref: recordRef(id),
		before: at,
		after: at
	}];
	return (await repository.write({
		commits: {},
		refs: [...guard, {
			ref: branchRef(id),
			before: branch,
			after: null
		}]
	})).ok;
}
async function removeInbox({ repository }, { ref, oid }) {
	const result = await repository.write({
		commits: {},
		refs: [{
			ref,
			before: oid,
			after: null
		}]
	});
	const name = ref.slice(inboxRef("").length);
	return result.ok ? put(name, "It lay in the inbox for more than four days and nothing needs it, so it was removed") : raced(name);
}

// src/stages/watch/later-runs.ts
async function laterRuns({ runs }, since) {
	return await runs.list({
		event: "repository_dispatch",
		since,
		limit: MOST_LATER
	});
}
const MOST_LATER = 300;
function isOvertaken({ id, run }, later) {
	return later.some((other) => other.id > run.id && other.conclusion !== "success" && patchOf(other) === id);
}

// src/stages/watch/stopped-since.ts
function wasStoppedSince(log, { id, run }, now) {
	const since = Date.parse(run.createdAt);
	return wasLockedSince(log, since, now) || (log ?? []).some((entry) => isEnd(entry, id, wholeSecond(since)));
}
function isEnd({ message, committedAt }, id, since) {
	const act = parseControl(message)?.act;
	return Date.parse(committedAt) >= since && act?.patch === id && act !== void 0 && ENDS.has(act.verb);
}
const ENDS = /* @__PURE__ */ new Set(["cancel", "kill"]);

// src/stages/watch/rerun.ts
async function rerun(context, { id, run }, now) {
	const since = new Date(now.getTime() - CLOCKS_DIFFER_MS).toISOString();
	const leave = (why) => {
		return {
			name: id,
			sentence: `Its run ${run.id} died before it left a record, and is left so, because ${why} since`,
			done: "raced"
		};
	};
	if (isOvertaken({
		id,
		run
	}, await laterRuns(context, since)) || await readPatchState(context.repository, id) !== "unknown") return leave("the patch was sent again");
	const log = await readLogSince(context.ledger, Date.parse(run.createdAt));
	if (wasStoppedSince(log, {
		id,
		run
	}, context.clock.now())) return leave("what was under way was ended");
	await context.runs.rerun(run);
	const next = `as attempt ${run.attempt + 1} of ${3}`;
	return put(id, `Its run ${run.id} died before it left a record, and was started again, ${next}`);
}
const CLOCKS_DIFFER_MS = 6e5;

// src/stages/watch/resume.ts
async function resume(context, { id, run }, seen) {
	if (await knowMessage(context, seen) === null) return null;
	await context.runs.rerun(run, { failedOnly: true });
	const next = `as attempt ${run.attempt + 1} of ${6}`;
	return {
		name: id,
		sentence: `Its run ${run.id} failed before it reported; what failed of it was started again, ${next}`,
		done: "settled"
	};
}
async function knowMessage(context, state) {
	if (state.record.slack !== void 0 || context.chat === null) return state;
	const now = (await restate(context, state, {
		record: state.record,
		message: true,
		status: false
	})).kind === "raced" ? "unknown" : await readPatchState(context.repository, state.record.id);
	return typeof now === "string" ? null : now;
}

// src/stages/watch/act.ts
async function act(context, action, now) {
	switch (action.kind) {
		case "drain": return (await drain(context, { most: MOST_DRAINED })).map(ofDrained);
		case "remove_inbox": return [await removeInbox(context, action)];
		case "rerun": return [await rerun(context, action, now)];
		case "send_canary":
			await context.runs.dispatch(canaryPayload(action.id, action.path, now));
			return [{
				name: action.id,
				sentence: "A canary was due, and was sent",
				done: "settled"
			}];
		case "settle":
		case "resume":
		case "finish":
		case "adopt":
		case "demote":
		case "reopen":
		case "merged_again":
		case "supersede":
		case "redraft":
		case "checks":
		case "say":
		case "close_canary":
		case "remove_branch": return [await actOnPatch(context, action)];
	}
}
function ofDrained({ id, taken, state, url, broke = false }) {
	if (taken) return put(id, `It was held, and nothing stops it any more; it was sent on, and is ${state}`);
	return {
		name: id,
		sentence: `It is held, though nothing stops it any more: ${broke ? `the run that it was sent on to failed before it reported, and the next pass sends it on again: ${url}` : "no run has taken it up yet, or the one before it"}`,
		done: "raced"
	};
}
const MOST_DRAINED = 20;
async function actOnPatch(context, action) {
	const state = await readPatchState(context.repository, action.id);
	if (typeof state === "string" || state.recordCommit.oid !== action.at) return raced(action.id);
	switch (action.kind) {
		case "settle": return await settleAs(context, action, state);
		case "resume": return await hasOwnJobsOnly(context, action.run.id) ? await resume(context, action, state) ?? raced(action.id) : await giveUp(context, action, state);
		case "finish": return await finish(context, state);
		case "adopt": return await adopt(context, state) ?? raced(action.id);
		case "demote": return await demote(context, state);
		case "reopen": return await reopen(context, state, action) ?? raced(action.id);
		case "merged_again": return await mergedAgain(context, state) ?? raced(action.id);
		case "supersede": return await supersede(context, action, state);
		case "redraft": return await redraft(context, state);
		case "checks":
		case "say": return await sayAnew(context, action, state);
		case "close_canary": return await closeCanary(context, action, state);
		case "remove_branch": return await removeOld(context, state, action.branch);
	}
}
async function redraft(context, state) {
	const { record } = state;
	switch (await redraftUnapproved(context, state)) {
		case "none": return raced(record.id);
		case "drafted": return put(record.id, "Nobody has approved its newest commit, so its pull request is a draft again");
		case "labelled": {
			const warnings = mergeWarnings(record.warnings, [`${NO_DRAFTS}, so its label says that it waits.`]);
			await writeStep(context, state, { record: {
				...record,
				warnings
			} });
			return put(record.id, "Nobody has approved its newest commit, which its label says");
		}
	}
}
async function giveUp(context, action, state) {
	const { id, at, run } = action;
	const { outcome, resend } = endOfRun(state.record, run);
	return await settleAs(context, {
		kind: "settle",
		id,
		at,
		outcome,
		withdraw: true,
		resend
	}, state);
}
async function settleAs(context, action, seen) {
	const { id, outcome, withdraw, resend } = action;
	if (outcome.kind === "merged" || outcome.kind === "reverted" && seen.record.outcome?.kind !== "merged") return await settleMerged(context, {
		id,
		outcome
	}, seen);
	const state = resend ? await knowMessage(context, seen) : seen;
	if (state === null) return raced(id);
	const at = state.recordCommit.oid;
	if (resend) {
		if (state.text === null) throw new Error(`its record keeps no patch to send once more; delete ${recordRef(id)} and send it anew`);
		const kept = {
			id,
			digest: state.record.digest,
			text: state.text,
			tree: state.recordCommit.tree
		};
		await dispatchKept(context, kept, { again: true });
	}
	return await settleHere(context, {
		id,
		at
	}, {
		outcome,
		withdraw
	}) ? put(id, sentenceOf$1(outcome)) : raced(id);
}
async function settleMerged(context, { id, outcome }, state) {
	const seen = await asMerged(context, state, outcome);
	if (seen.kind === "earlier") {
		const { number } = outcome.pullRequest;
		return put(id, `Pull request #${number} was merged as a revision before the newest one had made it`);
	}
	return seen.kind === "same" && await settleHere(context, {
		id,
		at: seen.at
	}, { outcome }) ? put(id, sentenceOf$1(outcome)) : raced(id);
}
async function settleHere(context, { id, at }, settlement) {
	return (await settle(context, id, ({ recordCommit }) => recordCommit.oid === at ? settlement : null)).kind === "settled";
}
function sentenceOf$1(outcome) {
	switch (outcome.kind) {
		case "canceled": return "Its run was cancelled before it could report";
		case "crashed": return `It did not come to an end by itself: ${outcome.reason}`;
		case "merged": return `Pull request #${outcome.pullRequest.number} was merged by ${outcome.by ?? "somebody"}`;
		case "closed": return `Pull request #${outcome.pullRequest.number} was closed`;
		case "reverted": return `It was taken back by pull request #${outcome.revert.number}`;
		default: return `It is ${outcome.kind}`;
	}
}
async function supersede(context, action, state) {
	const { id, by, pullRequest } = action;
	const { conversation } = context;
	if (state.pullRequest?.number === pullRequest.number && state.pullRequest.state === "open") {
		await conversation.comment(pullRequest.number, formatSupersessionNote(by));
		await conversation.closePullRequest(pullRequest.number);
	}
	return await settleHere(context, action, { outcome: {
		kind: "superseded",
		by: by.id,
		pullRequest
	} }) ? put(id, `The patch ${by.id} takes its place, so its pull request was closed`) : raced(id);
}
async function sayAnew(context, action, state) {
	const wanted = action.kind === "checks" ? {
		record: {
			...state.record,
			ci: action.ci
		},
		message: true,
		status: speaksOfHead(state.record)
	} : {
		...action,
		record: state.record
	};
	const restated = await restate(context, state, wanted);
	if (restated.kind === "raced") return raced(action.id);
	const sentence = action.kind === "checks" ? `Its checks are seen as ${action.ci.state}` : `${[action.message ? "Its message" : "", action.status || action.replaced ? "its commit status" : ""].filter(Boolean).join(" and ")} did not say what became of it`;
	const { problem } = restated;
	return problem === void 0 || isDeleted(problem) || isLeftAlone(problem) ? put(action.id, [sentence, problem].filter(Boolean).join(". ")) : {
		name: action.id,
		sentence: `${sentence}. ${problem}`,
		done: "failed"
	};
}
async function closeCanary(context, action, state) {
	const { id, pullRequest } = action;
	await context.conversation.closePullRequest(pullRequest.number);
	if (!await settleHere(context, action, { outcome: {
		kind: "closed",
		pullRequest,
		by: "ghost-runner",
		reason: "a canary is not meant to be merged"
	} })) return raced(id);
	const { branch } = state;
	if (branch !== null && isOurs(branch, state.record) && !isShownElsewhere(state.snapshot)) await removeBranch(context, {
		id,
		branch: branch.oid
	});
	return put(id, "The canary came to its end, so its pull request was closed and its branch removed");
}

// src/report/watch/alert.ts
const ALERT_LABEL = "ghost:alert";
function formatAlert(incident, site, { over }) {
	const headline = alertHeadline(incident, over);
	const story = over ? `What was said at ${formatTime(incident.since)} is no longer so: ${incident.sentence}` : incident.sentence;
	return {
		text: mrkdwnLine(`${headline} (${site.repository})`, MAX_HEADLINE),
		blocks: [{
			type: "header",
			text: {
				type: "plain_text",
				text: headline,
				emoji: false
			}
		}, {
			type: "section",
			text: {
				type: "mrkdwn",
				text: `${mrkdwnLine(endSentence(story), MAX_STORY)}\n${mrkdwnLink(site.repository, site.url)}`,
				verbatim: true
			}
		}],
		metadata: {
			event_type: "ghost_alert",
			event_payload: {
				incident: over ? `${incident.key} over` : incident.key,
				since: incident.since,
				repository: site.repository
			}
		}
	};
}
function formatAlertIssue(incident) {
	return {
		title: `Ghost Runner: ${titleOf(incident)}`,
		body: [
			markdownLine(incident.sentence, MAX_STORY),
			"",
			`Since ${formatTime(incident.since)}. The watch closes this issue when it is over.`,
			""
		].join("\n")
	};
}
function formatAllClear(incident, now) {
	return `✅ Over since ${formatTime(now)}. It began at ${formatTime(incident.since)}.\n`;
}
const MAX_HEADLINE = 300;
const MAX_STORY = 1500;
function titleOf({ key }) {
	return isLostRun(key) ? `${key} left no record` : TITLES[key];
}
const TITLES = {
	canary: "the canary did not arrive",
	control: "the control switch is gone or can not be read",
	records: "records can not be read",
	unsettled: "the watch can not put everything right",
	backlog: "many patches were left open"
};
function alertHeadline(incident, over) {
	return `${over ? "✅ All clear" : "🚨 Alert"}: ${titleOf(incident)}`;
}

// src/stages/watch/alerts.ts
async function raise(context, incidents, channel) {
	const raised = [];
	for (const incident of incidents) {
		const [slack, issue] = await Promise.all([incident.slack ?? postAlert(context, incident, channel), incident.issue ?? openIssue(context, incident)]);
		raised.push({
			...incident,
			...slack === null ? {} : { slack: {
				channel: slack.channel,
				ts: slack.ts
			} },
			...issue === null ? {} : { issue: {
				number: issue.number,
				url: issue.url
			} }
		});
	}
	return raised;
}
async function clear(context, { over }, now) {
	const left = [];
	for (const incident of over) {
		try {
			if (incident.issue !== void 0) await context.conversation.closeIssue(incident.issue.number, formatAllClear(incident, now.toISOString()));
		} catch {
			left.push(incident);
			continue;
		}
		if (incident.slack !== void 0) await post(context, {
			incident,
			channel: incident.slack.channel,
			over: true
		});
	}
	return left;
}
function isUntold(context, incident, channel) {
	return context.chat !== null && channel !== void 0 && incident.slack === void 0 || incident.issue === void 0 && incident.key !== "backlog";
}
async function postAlert(context, incident, channel) {
	return await post(context, {
		incident,
		channel,
		over: false
	});
}
async function post(context, { incident, channel, over }) {
	const { chat, history } = context;
	if (chat === null || channel === void 0) return null;
	const message = formatAlert(incident, siteOf(context), { over });
	const since = new Date(Date.parse(incident.since) - CLOCKS_DIFFER_MS$1);
	try {
		return await (history === null ? chat : carefulChat(chat, history, {
			since,
			quiet: false
		})).post(channel, message);
	} catch {
		return null;
	}
}
async function openIssue({ conversation }, incident) {
	if (incident.key === "backlog") return null;
	const issue = formatAlertIssue(incident);
	try {
		return (await conversation.issues("ghost:alert")).find(({ title }) => title === issue.title) ?? await conversation.openIssue({
			...issue,
			labels: ["ghost:alert"]
		});
	} catch {
		return null;
	}
}
function siteOf({ site }) {
	return {
		repository: site.repository,
		url: `${site.serverUrl}/${site.repository}`
	};
}

// src/stages/watch/silent-run.ts
function silentRuns({ failed, records }) {
	const told = new Set(readable(records).map(({ record }) => record.run.id));
	const known = new Set(records.map(({ id }) => id));
	return (failed ?? []).flatMap((run) => {
		const id = patchOf(run);
		return id === null || told.has(run.id) || known.has(id) || !hasFailed(run) ? [] : [{
			id,
			run
		}];
	});
}
function unknownRuns(facts) {
	if (stopOf(facts) !== null) return [];
	const lost = new Set(facts.watch.entry?.incidents.map(({ key }) => key));
	const newest = /* @__PURE__ */ new Map();
	for (const silent of silentRuns(facts)) if (!newest.has(silent.id)) newest.set(silent.id, silent);
	return [...newest.values()].filter(({ run }) => isDue(run, facts.now) && !lost.has(lostRunKey(run.id)));
}
function startedAgain(facts) {
	return unknownRuns(facts).filter(({ run }) => facts.startAgain.get(run.id) === "yes").map(({ id, run }) => ({
		kind: "rerun",
		id,
		run
	}));
}
function hasFailed({ status, conclusion }) {
	return status === "completed" && conclusion === "failure";
}
function isDue({ attempt, updatedAt }, now) {
	return attempt < 3 && now.getTime() - Date.parse(updatedAt) >= 6e5;
}

// src/stages/watch/lost-run.ts
function lostRuns(facts, incidents) {
	const told = incidents.filter(({ key }) => isLostRun(key));
	const silent = new Set(silentRuns(facts).map(({ run }) => lostRunKey(run.id)));
	const still = told.filter(({ key }) => facts.failed === null || silent.has(key));
	const found = unknownRuns(facts).flatMap((silentRun) => {
		const sentence = sentenceOf(silentRun, facts.startAgain.get(silentRun.run.id));
		return sentence === null ? [] : [[lostRunKey(silentRun.run.id), sentence]];
	});
	return [...still.map(({ key, sentence }) => [key, sentence]), ...found.slice(0, Math.max(0, 20 - told.length))];
}
function sentenceOf({ id, run }, startAgain) {
	const failed = `The run of the patch ${id} failed before it left a record`;
	switch (startAgain) {
		case "other_jobs": return `${failed}, and does not have just the jobs Apply, Test and Publish, so that it is not started again by itself: ${run.url}. Run it again from that page, or send the patch once more; where it was a dry run, there is nothing to do.`;
		case "stopped_since": return `${failed}, and is not started again by itself, because it was sent before, or during, a lock, a "kill all" or a cancellation that may have been meant for it: ${run.url}. Where the patch is still wanted, send it once more; else there is nothing to do.`;
		case "yes":
		case "sent_since":
		case void 0: return null;
	}
}

// src/stages/watch/incidents.ts
function troublesOf(facts, known) {
	const found = [
		["control", controlTrouble(facts)],
		["records", recordTrouble(facts)],
		["canary", canaryTrouble(facts, known)],
		["unsettled", unsettledTrouble(facts.blind.map(({ name }) => name))],
		...lostRuns(facts, known.incidents)
	];
	return new Map(found.flatMap(([key, sentence]) => sentence === null ? [] : [[key, sentence]]));
}
function turnOf(incidents, troubles, now) {
	const known = new Set(incidents.map(({ key }) => key));
	return {
		begun: [...troubles].filter(([key]) => !known.has(key)).map(([key, sentence]) => ({
			key,
			since: now.toISOString(),
			sentence: sentence.length > 1e3 ? `${sentence.slice(0, MAX_INCIDENT_TEXT - 1)}…` : sentence
		})),
		open: incidents.filter(({ key }) => troubles.has(key)),
		over: incidents.filter(({ key }) => !troubles.has(key))
	};
}
function controlTrouble({ control, records }) {
	if (control === null) return records.length === 0 ? null : "refs/ghost/control is gone although patches were handled here, so everything is paused; an operator writes it anew with \"/ghost resume\".";
	return parseControl(control) === null ? "refs/ghost/control can not be read, so everything is paused; an operator writes it anew with \"/ghost resume\"." : null;
}
function recordTrouble({ records }) {
	const bad = records.filter(({ ok }) => !ok).map(({ id }) => id);
	return bad.length === 0 ? null : `The records of ${listNames(bad)} can not be read, so nobody works on these patches; look who moved refs/ghost/patches, and delete or restore them.`;
}
function unsettledTrouble(names) {
	return names.length === 0 ? null : `${listNames([...new Set(names)])} could not be looked at or put right; the run's summary says why, and the next pass tries again.`;
}
function listNames(names) {
	const more = names.length - MAX_NAMED;
	return names.slice(0, MAX_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
const MAX_NAMED = 5;
function canaryTrouble(facts, { canary, incidents }) {
	const { config, records } = facts;
	const wanted = config?.watch.canary;
	const known = incidents.find(({ key }) => key === "canary");
	if (canary === void 0 || wanted === void 0 && config !== null) return null;
	if (known !== void 0) return (canary.arrived?.at ?? "") > known.since ? null : known.sentence;
	if (wanted === void 0 || stopOf(facts) !== null) return null;
	const sent = records.find((listed) => listed.ok && isSentCanary(canary.sent, listed.record));
	const record = sent?.ok === true ? sent.record : null;
	const failed = record === null || canary.arrived?.id === record.id || isEndedByStop(record, facts) ? null : failureOf(record);
	if (failed !== null) {
		const { headline } = describeOutcome(failed);
		return `The canary ${canary.sent.id} did not come through: ${headline}. Look at ${record?.run.url || "its record"}.`;
	}
	return isLate(canary, wanted["late-after-hours"], facts) && record?.state !== "held" ? `No canary has arrived for more than ${wanted["late-after-hours"]} hours; the last one was sent as ${canary.sent.id}. Look whether its run was started and where it stands.` : null;
}
function stopsMatterSince(facts) {
	const { entry } = facts.watch;
	const isKnown = entry?.incidents.some(({ key }) => key === "canary") === true;
	return entry?.canary === void 0 || isKnown || canaryTrouble({
		...facts,
		stoppedUntil: null
	}, entry) === null ? null : waitedForSince(entry.canary);
}
function isEndedByStop({ outcome, startedAt }, { stoppedUntil }) {
	return (outcome?.kind === "halted" || outcome?.kind === "canceled") && stoppedUntil !== null && startedAt <= stoppedUntil;
}
function failureOf(record) {
	const { outcome } = record;
	if (isUnderWay(record) || isProposed(record) || outcome === void 0) return null;
	return FINE.has(outcome.kind) ? null : outcome;
}
const FINE = /* @__PURE__ */ new Set([
	"held",
	"duplicate",
	"merged",
	"closed",
	"superseded"
]);

// src/stages/watch/lease.ts
const EMPTY_ENTRY = {
	version: 1,
	incidents: []
};
async function takeLease(context, facts, next) {
	const { now, watch } = facts;
	const run = context.run.url || "local";
	const until = new Date(now.getTime() + LEASE_MINUTES * 6e4).toISOString();
	const held = watch.entry?.lease;
	if (held !== void 0 && held.until > now.toISOString() && held.until <= until && held.run !== run) return { busyUntil: held.until };
	const entry = {
		...next,
		lease: {
			run,
			until
		}
	};
	const commit = await write(context, {
		from: watch.commit?.oid ?? null,
		tree: facts.tree,
		entry
	});
	return commit === null ? { busyUntil: until } : {
		commit,
		entry
	};
}
async function releaseLease(context, held, facts, entry) {
	const { lease: _, ...released } = entry;
	return await write(context, {
		from: held.commit,
		tree: facts.tree,
		entry: released
	}) !== null;
}
const LEASE_MINUTES = 15;
async function write({ repository }, { entry, ...place }) {
	return await writeEntry(repository, {
		ref: WATCH_REF,
		message: formatWatchEntry(entry),
		...place
	});
}

// src/stages/watch/appearing.ts
function mayAppear({ record: listed, at }, now) {
	const record = withCommit(listed);
	const { state, head } = record;
	const { tests = "passed" } = proofOf(record) ?? {};
	const left = tests !== "passed" || wasTested(record);
	return hoursSince(at.committedAt, now) < APPEARING_HOURS && state === "done" && left && pullRequestOf(record) === void 0 && head !== void 0;
}
function withCommit(record) {
	const { head, withdrawn = head } = record;
	return head === void 0 && withdrawn !== void 0 ? {
		...record,
		head: withdrawn
	} : record;
}
const APPEARING_HOURS = 72;
function wasTested({ outcome }) {
	return outcome?.kind === "crashed" && outcome.tests !== void 0;
}
function findAppeared({ pullRequests, defaultBranch }, { record }, state = "open") {
	const base = record.base?.branch ?? defaultBranch;
	const shown = state === "merged" ? withCommit(record) : record;
	return [...pullRequests.values()].filter((seen) => seen !== null).filter((seen) => seen.byUs || seen.state === "merged").filter((seen) => seen.number !== record.mergedBefore).find((seen) => seen.state === state && seen.base.branch === base && showsHead(seen, shown));
}
function showsHead({ head }, record) {
	return head.sameRepository && head.branch === branchName(record.id) && head.sha === record.head;
}
async function readMergedUnseen({ repository, conversation }, { records, now, occasion, defaultBranch }, open) {
	const isMeant = ({ record }) => withCommit(record).head === occasion.sha;
	const wanted = readable(records).filter((listed) => mayAppear(listed, now) && (isMeant(listed) || isThorough(occasion) && hoursSince(listed.at.committedAt, now) < MERGING_HOURS) && findAppeared({
		pullRequests: open,
		defaultBranch
	}, listed) === void 0);
	return await lookEach(firstly(wanted, isMeant), ({ id }) => id, async ({ id }) => {
		const { pullRequest } = await readPatchSnapshot(repository, id, {});
		return [id, pullRequest?.state === "merged" ? await conversation.pullRequest(pullRequest.number) : null];
	});
}
const MERGING_HOURS = 6;
function hoursSince(time, now) {
	return (now.getTime() - Date.parse(time)) / 36e5;
}

// src/stages/watch/asked-reverts.ts
async function readReverts({ ledger }, known) {
	const claims = claimsOf(readable(known.records));
	return await lookEach(claims.length === 0 ? [] : ["the log of commands"], (name) => name, async (name) => {
		const log = await ledger.history(CONTROL_REF, MOST_ENTRIES);
		const asked = askedIn(log, claims);
		return [name, (claims.some((claim) => !asked.includes(claim) && isJustMerged(claim, known) && mayPrecede(log, claim)) ? askedIn(await ledger.history(CONTROL_REF, MOST_AT_ALL), claims) : asked).map(({ id }) => id)];
	});
}
const MOST_ENTRIES = 500;
const MOST_AT_ALL = 5e3;
function claimsOf(all) {
	const unsettled = all.filter(({ record }) => record.outcome?.kind === "merged" || awaitsPeople(record));
	const ids = new Set(unsettled.map(({ id }) => id));
	return unsettled.filter(({ record: { revertOf } }) => revertOf !== void 0 && ids.has(revertOf));
}
function askedIn(log, claims) {
	const isAsked = revertsIn(log);
	return claims.filter(({ record }) => isAsked(record));
}
function isJustMerged({ record, at }, { now, occasion }) {
	const hours = (now.getTime() - Date.parse(at.committedAt)) / 36e5;
	return record.outcome?.kind === "merged" && isThorough(occasion) && hours < JUST_MERGED_HOURS;
}
const JUST_MERGED_HOURS = 6;
function mayPrecede(log, { record }) {
	const oldest = log.length < MOST_ENTRIES ? void 0 : log.at(-1);
	return oldest !== void 0 && Date.parse(oldest.committedAt) >= Date.parse(record.receivedAt) - 6048e5;
}

// src/stages/watch/housekeeping.ts
function isPastRetention({ record, at }, days, now) {
	return record.state === "done" && !awaitsPeople(record) && ageInDays(at.committedAt, now) > days;
}
function dueBranches({ records, branches, config, now }) {
	if (config === null) return [];
	return readable(records).flatMap((listed) => {
		const branch = branches.get(listed.id);
		return branch !== void 0 && isPastRetention(listed, config.watch["retention-days"], now) && isOurs(branch, listed.record) ? [{
			kind: "remove_branch",
			id: listed.id,
			at: listed.at.oid,
			branch: branch.oid
		}] : [];
	}).slice(0, MAX_REMOVED);
}
function dueInbox({ inbox, records, now }) {
	const needed = new Set(readable(records).filter(({ record }) => isUnderWay(record) || record.state === "held").map(({ at }) => at.tree));
	return inbox.filter(({ tree, committedAt }) => Math.abs(ageInDays(committedAt, now)) > INBOX_DAYS && !needed.has(tree)).slice(0, MAX_REMOVED).map(({ ref, oid }) => ({
		kind: "remove_inbox",
		ref,
		oid
	}));
}
const INBOX_DAYS = 72 / 24 + 1;
const MAX_REMOVED = 20;
function ageInDays(from, now) {
	return (now.getTime() - Date.parse(from)) / 864e5;
}

// src/stages/watch/last-stop.ts
async function readLastStop(ledger, { branch, since, now }) {
	return lastStopIn(await readLogSince(ledger, Date.parse(since)) ?? [], {
		branch,
		now
	});
}
function lastStopIn(log, { branch, now }) {
	let end = now;
	for (const { message, committedAt } of log) {
		const stopped = lastStopOf(message, {
			branch,
			from: new Date(committedAt),
			to: end
		});
		if (stopped !== null) return stopped.toISOString();
		end = new Date(committedAt);
	}
	return null;
}
function lastStopOf(message, { branch, from, to }) {
	let last = null;
	let at = from;
	for (;;) {
		const control = readControl(message, at, { branch });
		if (control.state === "running") return last;
		const until = control.until === void 0 ? to : new Date(control.until);
		if (until >= to) return to;
		last = until;
		at = until;
	}
}

// src/stages/watch/start-again.ts
async function readStartAgain(context, silent, { now, most }) {
	const [oldest] = silent.map(({ run }) => run.createdAt).toSorted();
	const later = oldest === void 0 ? [] : laterRuns(context, oldest);
	let log;
	const readLog = (since) => log ??= readLogSince(context.ledger, Date.parse(since));
	return await lookEach(silent, ({ run }) => `run ${run.id}`, async (one) => {
		const { id } = one.run;
		if (isOvertaken(one, await later)) return [id, "sent_since"];
		if (wasStoppedSince(await readLog(oldest ?? one.run.createdAt), one, now)) return [id, "stopped_since"];
		return [id, await hasOwnJobsOnly(context, id) ? "yes" : "other_jobs"];
	}, most);
}

// src/stages/watch/look.ts
async function readFacts(context, { now, occasion }) {
	const { ledger, repository } = context;
	const [records, snapshot] = await Promise.all([listRecords(ledger, lean), repository.read({
		base: {},
		refs: [CONTROL_REF, WATCH_REF],
		config: CONFIG_PATH,
		anyRefUnder: INBOX_REFS,
		...isThorough(occasion) ? { openPullRequestsFrom: BRANCHES } : {}
	})]);
	const known = {
		now,
		occasion,
		records,
		...standing(snapshot)
	};
	const [runs, failed, pullRequests, reverts, branches, inbox] = await Promise.all([
		readRuns(context, known),
		readFailed(context, known),
		readPullRequests(context, {
			...known,
			heads: snapshot.openPullRequests ?? []
		}),
		readReverts(context, known),
		readBranches(context, known),
		snapshot.anyRefUnder ? ledger.list(INBOX_REFS) : []
	]);
	const failedRuns = failed.seen.get(FAILED_RUNS) ?? null;
	const [stop, startAgain, putBack, checks, unsaid] = await Promise.all([
		readStop(context, known),
		readStartAgain(context, unknownRuns({
			...known,
			failed: failedRuns
		}), {
			now,
			most: MOST_FAILED
		}),
		readPutBack(context, known, pullRequests.seen),
		readChecks(context, known, pullRequests.seen),
		readUnsaid(context, known)
	]);
	const looks = [
		runs,
		failed,
		stop,
		startAgain,
		pullRequests,
		putBack,
		reverts,
		checks,
		unsaid
	];
	return {
		...known,
		runs: runs.seen,
		failed: failedRuns,
		startAgain: startAgain.seen,
		pullRequests: pullRequests.seen,
		putBack: putBack.seen,
		reverts: new Set([...reverts.seen.values()].flat()),
		branches,
		inbox,
		stoppedUntil: stop.blind.length > 0 ? now.toISOString() : stop.seen.get(LOG) ?? null,
		checks: checks.seen,
		unsaid: unsaid.seen,
		unseen: looks.reduce((sum, { unseen }) => sum + unseen, 0),
		blind: looks.flatMap(({ blind }) => blind)
	};
}
function lean(record) {
	const { outcome, plan, ...rest } = record;
	if (record.state !== "done" || outcome === void 0 || isCanaryId(record.id)) return record;
	return {
		...rest,
		...plan === void 0 ? {} : { plan: SOME_PLAN },
		outcome: withoutTexts(outcome),
		title: "",
		steps: []
	};
}
const SOME_PLAN = {
	changes: [],
	notes: [],
	labels: [],
	reviewers: [],
	draft: false
};
function withoutTexts(outcome) {
	if (outcome.kind === "refused") return {
		...outcome,
		refusals: []
	};
	if (outcome.kind === "conflict") {
		const { clashes: _, ...rest } = outcome;
		return rest;
	}
	return "tests" in outcome && outcome.tests !== void 0 ? {
		...outcome,
		tests: {
			...outcome.tests,
			failingLines: [],
			tail: ""
		}
	} : outcome;
}
const MOST_OPEN = 1e3;
function standing(snapshot) {
	const parsed = parseConfig(snapshot.config);
	const commit = snapshot.refs.get(WATCH_REF) ?? null;
	return {
		defaultBranch: snapshot.defaultBranch,
		control: snapshot.refs.get(CONTROL_REF)?.message ?? null,
		config: parsed.ok ? parsed.config : null,
		watch: {
			commit,
			entry: parseWatchEntry(commit?.message ?? null)
		},
		tree: snapshot.base?.tree ?? null
	};
}
async function readRuns({ runs }, { occasion, records }) {
	const ids = readable(records).filter(({ record }) => isUnderWay(record) && record.run.id !== 0).toSorted((one, other) => one.record.startedAt < other.record.startedAt ? -1 : 1).map(({ record }) => record.run.id);
	const ordered = firstly([...new Set(ids)], (id) => id === occasion.run);
	return await lookEach(ordered, (id) => `run ${id}`, async (id) => [id, await runs.get(id)], MOST_RUNS);
}
const MOST_RUNS = 100;
async function readFailed({ runs }, { occasion, now }) {
	const request = {
		event: "repository_dispatch",
		status: "failure",
		since: (/* @__PURE__ */ new Date(now.getTime() - 72 * 36e5)).toISOString(),
		limit: MOST_FAILED
	};
	return await lookEach(isThorough(occasion) ? [FAILED_RUNS] : [], (name) => name, async (name) => [name, await runs.list(request)]);
}
const FAILED_RUNS = "failed runs";
const MOST_FAILED = 100;
async function readPullRequests(context, known) {
	const { conversation } = context;
	const { now, occasion, records: all, heads } = known;
	const awaited = readable(all).filter((listed) => awaitsPeople(listed.record) || isHeldBack(listed.record) || isJustClosed(listed, {
		now,
		occasion
	}));
	const isExpected = readable(all).some((listed) => mayAppear(listed, now) || isBack(listed, heads));
	if (awaited.length === 0 && !isExpected && occasion.event !== "pull_request") return {
		seen: /* @__PURE__ */ new Map(),
		blind: [],
		unseen: 0
	};
	const open = new Map((await conversation.openPullRequests(MOST_OPEN)).map((facts) => [facts.number, facts]));
	const gone = awaited.flatMap(({ record }) => record.pullRequest?.number ?? []).filter((number) => !open.has(number));
	const looked = await lookEach(inTurn(gone, now), (number) => `pull request #${number}`, async (number) => [number, await conversation.pullRequest(number)]);
	const merged = await readMergedUnseen(context, known, open);
	const unseen = [...merged.seen.values()].filter((facts) => facts !== null);
	return {
		seen: new Map([
			...open,
			...looked.seen,
			...unseen.map((facts) => [facts.number, facts])
		]),
		blind: [...looked.blind, ...merged.blind],
		unseen: looked.unseen + merged.unseen
	};
}
function isHeldBack(record) {
	const { state, approval } = record;
	return pullRequestOf(record) !== void 0 && (state === "held" || isUnderWay(record) && approval !== void 0);
}
function isBack({ record }, heads) {
	return mayComeBack(record) && heads.some(({ number }) => number === pullRequestOf(record)?.number);
}
function isJustClosed({ record, at }, { now, occasion }) {
	const hours = (now.getTime() - Date.parse(at.committedAt)) / 36e5;
	const isMeant = occasion.sha !== void 0 && occasion.sha === record.head;
	return mayComeBack(record) && (isMeant || isThorough(occasion) && hours < COMING_BACK_HOURS);
}
const COMING_BACK_HOURS = 6;
function inTurn(numbers, now) {
	const turn = Math.floor(now.getTime() / BETWEEN_SCHEDULES_MS) * 25;
	const from = numbers.length === 0 ? 0 : turn % numbers.length;
	return [...numbers.slice(from), ...numbers.slice(0, from)];
}
const BETWEEN_SCHEDULES_MS = 9e5;
async function readStop({ ledger }, known) {
	const { defaultBranch: branch, now } = known;
	if (stopOf(known) !== null) return {
		seen: /* @__PURE__ */ new Map([[LOG, now.toISOString()]]),
		blind: [],
		unseen: 0
	};
	const since = stopsMatterSince(known);
	return await lookEach(since === null ? [] : [{
		branch,
		since,
		now
	}], () => LOG, async (asked) => [LOG, await readLastStop(ledger, asked)]);
}
const LOG = "the log of commands";
async function readBranches({ ledger }, { records, config, now }) {
	const days = config?.watch["retention-days"];
	const due = days !== void 0 && readable(records).some((listed) => isPastRetention(listed, days, now));
	const prefix = branchRef("");
	const branches = due ? await ledger.list(prefix) : [];
	return new Map(branches.map((branch) => [branch.ref.slice(prefix.length), branch]));
}

// src/stages/watch/checks.ts
function changedChecks(record, checks, now) {
	const { head, ci } = record;
	if (head === void 0 || checks.length === 0 && ci === void 0) return null;
	const next = {
		sha: head,
		state: worst(checks),
		checks: sortChecks(checks).slice(0, MAX_CHECKS)
	};
	return ci !== void 0 && describe(ci) === describe(next) ? null : {
		...next,
		at: now.toISOString()
	};
}
const MAX_CHECKS = 20;
const BY_WEIGHT = [
	"failure",
	"pending",
	"success",
	"neutral"
];
function worst(checks) {
	return BY_WEIGHT.find((verdict) => checks.some(({ state }) => state === verdict)) ?? "neutral";
}
function sortChecks(checks) {
	return checks.map(({ name, state, url }) => ({
		name,
		state,
		url
	})).toSorted((one, other) => BY_WEIGHT.indexOf(one.state) - BY_WEIGHT.indexOf(other.state) || (one.name < other.name ? -1 : 1));
}
function describe({ sha, state, checks }) {
	return JSON.stringify([
		sha,
		state,
		checks.map((check) => [check.name, check.state])
	]);
}

// src/stages/watch/outcome-after.ts
function outcomeAfter({ record }, action) {
	switch (action?.kind) {
		case "settle": return action.outcome;
		case "merged_again": return;
		default: return record.outcome;
	}
}

// src/stages/watch/pull-requests.ts
function pullRequestEnded({ pullRequests }, { id, record, at }) {
	const seen = seenPullRequest(record, pullRequests);
	const isOpen = seen === null || seen.state === "open";
	const mayBeMerged = mayComeBack(record) || record.state === "held";
	const isNews = awaitsPeople(record) || mayBeMerged && seen?.merge != null;
	if (isOpen || !isNews) return null;
	const pullRequest = {
		number: seen.number,
		url: seen.url
	};
	const { merge } = seen;
	const outcome = merge === null ? {
		kind: "closed",
		pullRequest
	} : mergedOutcome(seen, merge, testsAt(record, seen.head.sha));
	return {
		kind: "settle",
		id,
		at: at.oid,
		outcome,
		withdraw: false,
		resend: false
	};
}
function mergedUnseen(facts, listed) {
	const { id, record, at } = listed;
	const seen = mayAppear(listed, facts.now) ? findAppeared(facts, listed, "merged") : void 0;
	return seen?.merge == null ? null : {
		kind: "settle",
		id,
		at: at.oid,
		outcome: mergedOutcome(seen, seen.merge, testsAt(withCommit(record), seen.head.sha)),
		withdraw: false,
		resend: false
	};
}
function pullRequestReopened({ pullRequests, records }, listed) {
	const { id, record, at } = listed;
	if (!(seenPullRequest(record, pullRequests)?.state === "open") || !mayComeBack(record)) return null;
	const newer = readable(records).filter((one) => one.record.supersedes === id && isThere(one.record.outcome));
	return {
		kind: "reopen",
		id,
		at: at.oid,
		beside: newer.map((one) => one.id)
	};
}
function canaryToClose({ config, pullRequests }, { id, record, at }) {
	const path = config?.watch.canary?.path;
	const seen = seenPullRequest(record, pullRequests);
	return path !== void 0 && isCanary(record, path) && awaitsPeople(record) && seen?.state === "open" ? {
		kind: "close_canary",
		id,
		at: at.oid,
		pullRequest: {
			number: seen.number,
			url: seen.url
		}
	} : null;
}
function approvalLost({ pullRequests }, { id, record, at }) {
	const seen = seenPullRequest(record, pullRequests);
	const isUnproven = record.state === "done" && seen?.head.sha === record.head && proofOf(record)?.tests !== "passed";
	return seen?.state === "open" && !seen.draft && !isUnproven && lacksApproval(record, seen.head.sha) && !isSaidByLabel(record, seen) ? {
		kind: "redraft",
		id,
		at: at.oid
	} : null;
}
function isSaidByLabel({ warnings }, { labels }) {
	return labels.includes("ghost:needs-approval") && warnings.some((warning) => warning.startsWith("This repository has no draft pull requests"));
}
function supersession({ pullRequests }, newer, { byId, actions }) {
	const older = byId.get(newer.record.supersedes ?? "");
	const [pullRequest, shown] = [newer.record.pullRequest, older?.record.pullRequest];
	if (older === void 0 || !mayReplace(newer, older) || !isThere(outcomeAfter(newer, actions.get(newer.id))) || !awaitsPeople(older.record) || keptBeside(older.record).includes(newer.id) || pullRequest === void 0 || shown === void 0 || !CLOSABLE.has(seenPullRequest(older.record, pullRequests)?.state)) return null;
	const by = {
		id: newer.id,
		pullRequest
	};
	return {
		kind: "supersede",
		id: older.id,
		at: older.at.oid,
		by,
		pullRequest: shown
	};
}
function mayReplace({ record: newer }, { id, record: older }) {
	const [of, by] = [senderOfHead(older), senderOfHead(newer)];
	const isOwn = of !== null && by !== null && isOfSameSender(of, by);
	return newer.supersedes === id && older.receivedAt < newer.receivedAt && isOwn;
}
function isThere(outcome) {
	return outcome?.kind === "opened" || outcome?.kind === "updated" || outcome?.kind === "merged";
}
const CLOSABLE = /* @__PURE__ */ new Set(["open", "closed"]);
function seenPullRequest(record, pullRequests) {
	const { id } = record;
	const pullRequest = pullRequestOf(record);
	const seen = pullRequest === void 0 ? void 0 : pullRequests.get(pullRequest.number);
	return seen?.head.sameRepository === true && seen.head.branch === branchName(id) ? seen : null;
}

// src/stages/watch/taken-back.ts
function takenBack(facts, { byId, actions }) {
	const found = /* @__PURE__ */ new Map();
	for (const revert of newestReverts(byId)) {
		const original = byId.get(revert.record.revertOf ?? "");
		const after = (listed) => outcomeAfter(listed, found.get(listed.id) ?? actions.get(listed.id));
		const action = original === void 0 ? null : actionFor$1(facts, {
			revert,
			original,
			after
		});
		if (original !== void 0 && action !== null) found.set(original.id, action);
	}
	return found;
}
function newestReverts(byId) {
	return [...byId.values()].filter(({ record }) => record.revertOf !== void 0).toSorted((one, other) => one.record.receivedAt < other.record.receivedAt ? 1 : -1);
}
function actionFor$1({ reverts }, { revert, original, after }) {
	const [back, forth] = [after(revert), after(original)];
	const { id, at } = original;
	if (back?.kind === "reverted" && forth?.kind === "reverted") return forth.revert.number === back.pullRequest.number ? {
		kind: "merged_again",
		id,
		at: at.oid
	} : null;
	if (back?.kind !== "merged" || forth?.kind !== "merged" || !reverts.has(revert.id) || !isOfMerge(revert.record, original.record, forth)) return null;
	const outcome = {
		kind: "reverted",
		pullRequest: forth.pullRequest,
		revert: back.pullRequest
	};
	return {
		kind: "settle",
		id,
		at: at.oid,
		outcome,
		withdraw: false,
		resend: false
	};
}
function isOfMerge(revert, original, { sha }) {
	const { revertOfMerge = sha } = revert;
	return revertOfMerge === sha && revert.receivedAt >= original.startedAt;
}

// src/stages/watch/unproven.ts
function givenUp(facts, listed) {
	const { id, record, at } = listed;
	if (!mayAppear(listed, facts.now) || !wasTested(record) || stopOf(facts) !== null) return null;
	return findAppeared(facts, listed) === void 0 ? null : {
		kind: "adopt",
		id,
		at: at.oid
	};
}
function unproven(facts, listed) {
	const { id, record, at } = listed;
	const seen = mayAppear(listed, facts.now) && !wasTested(record) ? findAppeared(facts, listed) : facts.pullRequests.get(pullRequestOf(record)?.number ?? 0);
	if (seen?.state !== "open" || !showsHead(seen, record) || isTestedNext(facts, record)) return null;
	const { tests } = proofOf(record) ?? { tests: "none" };
	const looksReady = !seen.draft && !isWithoutDrafts(record);
	const looksPassed = tests === "none" && isAboutAnother(seen, record);
	return tests !== "passed" && (looksReady || looksPassed) ? {
		kind: "demote",
		id,
		at: at.oid
	} : null;
}
function putBack(facts, { id, record, at }) {
	const revision = facts.putBack.get(id);
	const seen = facts.pullRequests.get(pullRequestOf(record)?.number ?? 0);
	if (revision == null || revision.tests === "passed" || seen?.state !== "open" || isTestedNext(facts, record)) return null;
	return !seen.draft && !isWithoutDrafts(record) || isAboutAnother(seen, revision) ? {
		kind: "demote",
		id,
		at: at.oid
	} : null;
}
function isTestedNext({ control, now, defaultBranch }, record) {
	const { state } = record;
	const stopped = readControl(control, now, whomOf(record, defaultBranch)).state !== "running";
	return state !== "done" && !(state === "held" && stopped);
}
function isAboutAnother({ body }, { attempt }) {
	const marker = parsePullRequestMarker(body);
	return marker !== null && marker.attempt !== attempt;
}
function isWithoutDrafts({ warnings }) {
	return warnings.some((warning) => warning.startsWith(NO_DRAFTS));
}

// src/stages/watch/reconcile.ts
function reconcile(facts) {
	const records = readable(facts.records);
	const byId = new Map(records.map((listed) => [listed.id, listed]));
	const actions = /* @__PURE__ */ new Map();
	for (const listed of records) {
		const action = actionFor(facts, listed);
		if (action !== null) actions.set(listed.id, action);
	}
	for (const [id, action] of takenBack(facts, {
		byId,
		actions
	})) actions.set(id, action);
	for (const listed of records) {
		const action = supersession(facts, listed, {
			byId,
			actions
		});
		if (action?.kind === "supersede") actions.set(action.id, action);
	}
	return [
		...actions.values(),
		...freed(facts),
		...startedAgain(facts),
		...dueBranches(facts),
		...dueInbox(facts),
		...dueCanary(facts)
	];
}
function actionFor(facts, listed) {
	if (isUnderWay(listed.record)) return deadRun(facts, listed) ?? approvalLost(facts, listed);
	for (const rule of RULES) {
		const action = rule(facts, listed);
		if (action !== null) return action;
	}
	return null;
}
const RULES = [
	pullRequestEnded,
	mergedUnseen,
	pullRequestReopened,
	canaryToClose,
	givenUp,
	unproven,
	putBack,
	approvalLost,
	checked,
	unsaid
];
function deadRun(facts, { id, record, at }) {
	const run = record.run.id === 0 ? null : facts.runs.get(record.run.id);
	const fate = run === void 0 ? null : fateOf(record, run, facts.now);
	if (fate === null || fate.kind === "alive") return null;
	if (fate.kind === "ended" && stopOf(facts) === null) {
		const next = anotherAttempt(record, fate.run, facts.now);
		if (next !== "never") return next === "now" ? {
			kind: "resume",
			id,
			at: at.oid,
			run: fate.run
		} : null;
	}
	const claimed = record.state === "publishing" && record.tests !== void 0 && record.head !== void 0;
	const { outcome, resend } = fate.kind === "ended" ? endOfRun(record, fate.run) : endOfLost(record, stopOf(facts));
	return claimed && outcome.kind !== "canceled" ? {
		kind: "finish",
		id,
		at: at.oid
	} : {
		kind: "settle",
		id,
		at: at.oid,
		outcome,
		withdraw: true,
		resend
	};
}
function checked(facts, { id, record, at }) {
	const checks = facts.checks.get(id);
	const ci = checks === void 0 ? null : changedChecks(record, checks, facts.now);
	return ci === null ? null : {
		kind: "checks",
		id,
		at: at.oid,
		ci
	};
}
function unsaid(facts, { id, at }) {
	const missing = facts.unsaid.get(id);
	return missing === void 0 || !(missing.message || missing.status || missing.replaced) ? null : {
		kind: "say",
		id,
		at: at.oid,
		...missing
	};
}
function freed({ records, control, now, defaultBranch }) {
	const ids = readable(records).filter(({ record }) => record.state === "held").filter(({ record }) => readControl(control, now, whomOf(record, defaultBranch)).state === "running").map(({ id }) => id);
	return ids.length === 0 ? [] : [{
		kind: "drain",
		ids
	}];
}
function dueCanary(facts) {
	const { config, occasion, records, watch, now } = facts;
	const path = config?.watch.canary?.path;
	const asked = occasion.canary === true;
	if (path === void 0 || stopOf(facts) !== null || !(asked || occasion.event === "schedule")) return [];
	const { sent, arrived } = watch.entry?.canary ?? {};
	const isSent = ({ record }) => isSentCanary(sent, record);
	const flying = readable(records).some((listed) => isSent(listed) && isUnderWay(listed.record));
	const isTaken = (id) => records.some((listed) => listed.id === id);
	const usual = canaryId(now, asked);
	const isLost = arrived?.id !== sent?.id && readable(records).some((listed) => listed.id === sent?.id && !isSent(listed));
	const isForeign = isLost || isTaken(usual) && sent?.id !== usual;
	const id = isForeign ? canaryId(now, true) : usual;
	const done = !isLost && (sent?.id === usual || isForeign && sent?.at.slice(0, DATE) === now.toISOString().slice(0, DATE));
	return flying || done || isTaken(id) ? [] : [{
		kind: "send_canary",
		id,
		path
	}];
}
const DATE = 10;

// src/stages/watch/watch.ts
async function watch(context, { now, occasion = { event: "unknown" } }) {
	const facts = await readFacts(context, {
		now,
		occasion
	});
	const all = reconcile(facts);
	const actions = all.slice(0, 100);
	const unseen = facts.unseen + all.length - actions.length;
	const entry = nextEntry(facts, actions);
	const quiet = isFlood(context, facts, actions);
	const troubles = new Map([...troublesOf(facts, entry), ...quiet ? [BACKLOG] : []]);
	const channel = channelOf(context, facts);
	const turn = turnOf(entry.incidents, troubles, now);
	if (actions.length === 0 && !needsTelling(context, turn, {
		occasion,
		channel
	})) return report(facts, {
		found: unseenFindings(facts),
		unseen,
		entry,
		open: turn.open
	});
	const held = await takeLease(context, facts, {
		...entry,
		incidents: [
			...turn.begun,
			...turn.open,
			...turn.over
		]
	});
	if ("busyUntil" in held) return report(facts, {
		unseen,
		entry,
		open: entry.incidents,
		busyUntil: held.busyUntil
	});
	const { found, broken, left } = await actOnAll(context, facts, {
		actions,
		quiet
	});
	const unsettled = unsettledTrouble([...facts.blind.map(({ name }) => name), ...broken]);
	if (unsettled !== null) troubles.set("unsettled", unsettled);
	const told = await tellTurn(context, turnOf(entry.incidents, troubles, now), {
		channel,
		now
	});
	const incidents = [
		...told.alerted,
		...told.open,
		...told.left
	];
	const final = {
		...withoutUnsent(held.entry, facts, broken),
		incidents
	};
	await releaseLease(context, held, facts, final).catch((error) => {
		if (!isLimited(error)) throw error;
	});
	return report(facts, {
		found: [...unseenFindings(facts), ...found],
		unseen: unseen + left,
		entry: final,
		...told
	});
}
const MOST_ACTIONS = 100;
const MOST_NEW_MESSAGES = 5;
const BACKLOG = ["backlog", "Many patches had been left open, as on the first pass in an old repository. They were settled without a message for each; \"/ghost status\" shows them."];
function nextEntry({ watch: { entry }, records, config, now }, actions) {
	const known = entry ?? EMPTY_ENTRY;
	const { canary } = known;
	const arrived = readable(records).find(({ id, record }) => isSentCanary(canary?.sent, record) && canary?.arrived?.id !== id && isProposed(record) && hasPassed(record));
	const seen = canary === void 0 || arrived === void 0 ? canary : withArrival(canary, arrived);
	const sent = actions.find((action) => action.kind === "send_canary");
	const hours = config?.watch.canary?.["late-after-hours"];
	const next = sent === void 0 || hours === void 0 ? seen : withSent(seen, sentCanary(sent.id, sent.path, now), hours);
	return {
		...known,
		...next === void 0 ? {} : { canary: next }
	};
}
function withoutUnsent(entry, { watch }, broken) {
	const { canary, ...rest } = entry;
	if (canary === void 0 || !broken.includes(canary.sent.id)) return entry;
	const before = watch.entry?.canary;
	return {
		...rest,
		...before === void 0 ? {} : { canary: before }
	};
}
function hasPassed({ outcome }) {
	return (outcome?.kind === "opened" || outcome?.kind === "updated") && outcome.tests.verdict === "passed";
}
function isFlood(context, facts, actions) {
	if (channelOf(context, facts) === void 0) return false;
	const silent = new Set(readable(facts.records).flatMap(({ id, record }) => record.slack === void 0 && !record.warnings.some(isLimitWarning) ? [id] : []));
	return actions.filter((action) => tells(action) && silent.has(action.id)).length > (facts.watch.entry?.incidents.some(({ key }) => key === "backlog") ?? false ? 0 : MOST_NEW_MESSAGES);
}
function tells(action) {
	return "at" in action && !UNTOLD.has(action.kind) && (action.kind !== "say" || action.message);
}
const UNTOLD = /* @__PURE__ */ new Set([
	"resume",
	"demote",
	"redraft",
	"remove_branch"
]);
function channelOf({ chat, site }, { config }) {
	return chat === null ? void 0 : config?.slack?.channel ?? site.defaultChannel;
}
function needsTelling(context, turn, { occasion, channel }) {
	const untold = turn.open.some((incident) => isUntold(context, incident, channel));
	return turn.begun.length > 0 || turn.over.length > 0 || untold && occasion.event === "schedule";
}
async function actOnAll(context, { records, now }, { actions, quiet }) {
	const known = new Map(readable(records).map((listed) => [listed.id, listed]));
	const found = [];
	const broken = [];
	let left = 0;
	for (const [index, action] of actions.entries()) {
		const name = nameOf(action);
		const { chat, history } = context;
		const record = known.get(name)?.record;
		const since = record === void 0 ? new Date(now.getTime() - CLOCKS_DIFFER_MS$1) : messageSince(record);
		const careful = chat === null ? null : carefulChat(chat, history, {
			since,
			quiet
		});
		try {
			found.push(...await act({
				...context,
				chat: careful,
				history: null
			}, action, now));
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			found.push({
				name,
				sentence: reason,
				done: "failed"
			});
			broken.push(name);
			if (isLimited(error)) {
				const rest = actions.slice(index + 1);
				left = rest.length;
				broken.push(...rest.map(nameOf));
				break;
			}
		}
	}
	const withAge = (finding) => {
		const moved = known.get(finding.name)?.at.committedAt;
		return moved === void 0 ? finding : {
			...finding,
			moved
		};
	};
	return {
		found: found.map(withAge),
		broken,
		left
	};
}
function isLimited(error) {
	return limitedUntil(error) !== null || error instanceof Error && limitedUntil(error.cause) !== null;
}
function nameOf(action) {
	if ("id" in action) return action.id;
	return action.kind === "drain" ? "held patches" : "inbox";
}
async function tellTurn(context, turn, { channel, now }) {
	const alerted = await raise(context, turn.begun, channel);
	const open = await raise(context, turn.open, channel);
	const left = await clear(context, turn, now);
	return {
		alerted,
		open,
		left,
		cleared: turn.over.filter((incident) => !left.includes(incident))
	};
}
function unseenFindings({ blind }) {
	return blind.map(({ name, reason }) => ({
		name,
		sentence: `It could not be looked at: ${reason}`,
		done: "failed"
	}));
}
function report(facts, seen) {
	const { records, config, now } = facts;
	const { entry, unseen, open, found = [], alerted = [], cleared = [], busyUntil } = seen;
	const canary = canaryStatusOf(entry, config, facts);
	return {
		now: now.toISOString(),
		records: records.length,
		unreadable: records.filter(({ ok }) => !ok).map(({ id }) => id),
		found,
		unseen,
		alerted,
		open,
		cleared,
		...busyUntil === void 0 ? {} : { busyUntil },
		...canary === void 0 ? {} : { canary }
	};
}

// src/stages/watch/watch-in-turn.ts
async function watchInTurn(context, occasion) {
	let waited = 0;
	for (let pause = FIRST_PAUSE;; pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
		const report = await watch(context, {
			now: context.clock.now(),
			occasion
		});
		if (report.busyUntil === void 0 || waited >= MOST_SECONDS) return report;
		await context.wait(pause);
		waited += pause;
	}
}
const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 30;
const MOST_SECONDS = 420;

// src/action/watch.ts
async function runWatch(job) {
	const { context, requests } = createControlContext(job);
	try {
		const occasion = await readOccasion(process.env);
		const report = await watchInTurn(context, occasion);
		await writeSummary(formatWatchSummary(report));
		const failed = report.found.filter(({ done }) => done === "failed");
		setOutputs({ outcome: report.busyUntil === void 0 ? failed.length > 0 ? "failed" : "done" : "unchanged" });
		if (failed.length > 0) return fail(failed.map(({ name, sentence }) => `${name}: ${sentence}`).join("\n"), "Not put right");
		say(describeWatch(report));
	} finally {
		sayRequests(requests);
	}
}

export { runWatch };