import { v as parseJson } from "./workflow.js";
import { $t as isNoOther, Dn as originOf, Dr as CONTROL_REF, En as formatControl, Gr as sameScope, Hn as proofOf, Kr as standingFor, On as parseControl, Or as PATCH_FILE, Pn as sendersOf, Pr as inboxRef, Qn as successorOf, Rr as activeSwitches, Tn as MAX_CONTROL_TEXT, Ur as likeOf, Vr as justEnded, Wr as sameLogin, Xn as nextAttempt, Yn as isOurs, a as pagesFor, c as limitIn, cr as sha256, d as statusOf, en as isStillShown, i as createLedger, jr as recordRef, kn as readControl, kr as RECORD_REFS, l as graphqlFailures, mn as textOfUtf8, nn as readPatchState, o as attempt, oi as markdownLine, qr as strictestSwitch, r as createSlackHistory, rn as whyUnread, s as isByUs, sr as slugId, t as createContext, tr as parseRecord, u as headerOf, ur as STATUS_CONTEXT, vi as createSecretScanner, wn as whomOf, xn as controlOf, y as readPatch, zr as addSwitch } from "./context.js";
import { d as endSentence, f as formatTime, u as formatSeconds, w as shortSha } from "./line-diff.js";
import { I as parseWatchEntry, h as sourceOf, m as writeStep, p as settle, r as lookUntil, t as createCompute } from "./compute.js";
import { Buffer } from "node:buffer";
import { setTimeout } from "node:timers/promises";

// src/report/command/age.ts
function formatAge(iso, now) {
	const seconds = ageInSeconds(iso, now);
	if (seconds === null) return "at an unknown time";
	if (seconds < -SAME_MOMENT) return "in the future, by its clock";
	const [size, unit] = UNITS.find(([least]) => seconds >= least * USEFUL) ?? [1, "s"];
	return seconds < SAME_MOMENT ? "just now" : `${Math.floor(seconds / size)} ${unit} ago`;
}
function ageInSeconds(iso, now) {
	const seconds = (new Date(now).getTime() - new Date(iso ?? "").getTime()) / 1e3;
	return Number.isNaN(seconds) ? null : seconds;
}
const SAME_MOMENT = 2;
const USEFUL = 2;
const UNITS = [
	[86400, "days"],
	[3600, "h"],
	[60, "min"]
];

// src/report/command/scope.ts
function describeScope(scope) {
	switch (scope.kind) {
		case "repository": return "the whole repository";
		case "branch": return `patches onto ${scope.branch}`;
		case "sender": return `patches from ${scope.login}`;
	}
}
function describeSwitch({ state, scope, by, reason, until }) {
	const end = until === void 0 ? "" : ` until ${formatTime(until)}`;
	const why = reason.trim() === "" ? "." : `: ${endSentence(reason.trim())}`;
	return `${capitalize(describeScope(scope))} ${scope.kind === "repository" ? "is" : "are"} ${state}${end} by ${by}${why}`;
}
function describeControl(control) {
	if (control.state === "running") return "Ghost Runner is running.";
	const { state, scope = { kind: "repository" }, by, at, reason, until } = control;
	return by === void 0 || at === void 0 ? `Ghost Runner is ${state}: ${endSentence(reason)}` : describeSwitch({
		state,
		scope,
		by,
		at,
		reason,
		...until === void 0 ? {} : { until }
	});
}
function capitalize(text) {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/command/table.ts
function cell(text, url) {
	return url ? {
		text,
		url
	} : { text };
}

// src/report/command/status.ts
function describeStatus(status, about) {
	return [
		...about === void 0 ? [] : [about],
		describeControl(status.control),
		...about === void 0 ? [describeCounts(status)] : [],
		...status.open === void 0 ? [] : [describeOpen(status.open)],
		...status.canary === void 0 ? [] : [describeCanary(status.canary, status.now)]
	].join(" ");
}
function describeCounts(status) {
	const { total, patches } = status;
	if (total === 0) return "No patch was handled here yet.";
	const counts = [...countStates(status)].map(([state, count]) => `${count} ${state}`).join(", ");
	const unseen = total - patches.length;
	return `${total} ${total === 1 ? "patch" : "patches"}${counts === "" ? "" : `: ${counts}`}${unseen > 0 ? `, ${unseen} not looked at` : ""}.`;
}
function describeOpen({ count, limit }) {
	const are = count === 1 ? "1 pull request from a patch is" : `${count} pull requests from patches are`;
	return count < limit ? `${are} open, and at most ${limit} may be.` : `${are} open, and new patches are refused, because at most ${limit} may be: merge or close some.`;
}
function tabulateStatus(status) {
	const { now, switches, patches, total } = status;
	return [{
		title: "Switches",
		head: [
			"state",
			"of",
			"by",
			"set",
			"until",
			"reason"
		],
		rows: switches.map(({ state, scope, by, at, until, reason }) => [
			cell(state),
			cell(describeScope(scope)),
			cell(by),
			cell(formatAge(at, now)),
			cell(until === void 0 ? "no end" : formatTime(until)),
			cell(reason)
		])
	}, tabulatePatches({
		title: "Patches",
		now,
		patches,
		total
	})].filter(({ rows }) => rows.length > 0);
}
function tabulatePatches({ title, now, patches, total }) {
	return {
		title,
		head: [
			"patch",
			"state",
			"since",
			"attempt",
			"pull request",
			"checks",
			"sent by"
		],
		rows: patches.map((patch) => describePatch(patch, now)),
		omitted: total - patches.length
	};
}
function stateOf({ record }, now) {
	if (record.outcome !== void 0) return record.outcome.kind;
	return new Date(record.deadline) <= new Date(now) ? `${record.state} past its deadline` : record.state;
}
function countStates({ patches, now }) {
	const counts = /* @__PURE__ */ new Map();
	for (const patch of patches) {
		const state = patch.ok ? stateOf(patch, now) : UNREADABLE;
		counts.set(state, (counts.get(state) ?? 0) + 1);
	}
	return counts;
}
const UNREADABLE = "unreadable";
const UNKNOWN = "unknown";
const NONE = "none";
const NONE_SEEN = "no checks seen";
function describePatch(patch, now) {
	const age = cell(formatAge(patch.recordedAt, now));
	if (!patch.ok) return [
		cell(patch.id),
		cell(`${UNREADABLE}: ${patch.problem}`),
		age,
		...Array.from({ length: 4 }, () => cell(UNKNOWN))
	];
	const { id, run, attempt, pullRequest, sender } = patch.record;
	return [
		cell(id),
		cell(stateOf(patch, now), run.url),
		age,
		cell(String(attempt)),
		pullRequest === void 0 ? cell(NONE) : cell(`#${pullRequest.number}`, pullRequest.url),
		cell(describeChecks(patch.record, now)),
		cell(sender)
	];
}
function describeChecks({ ci, head, pullRequest }, now) {
	if (pullRequest === void 0) return NONE;
	return ci === void 0 || ci.sha !== head ? NONE_SEEN : `${ci.state}, seen ${formatAge(ci.at, now)}`;
}
function describeCanary(canary, now) {
	if (canary === null) return "Nothing is known of the canary; none has arrived yet.";
	const { arrivedAt, seconds, late } = canary;
	const said = `The last canary arrived ${formatAge(arrivedAt, now)}, after ${formatSeconds(seconds)}`;
	return late ? `${said}, and the next one is late; look at its runs.` : `${said}.`;
}

// src/stages/control/interrupted.ts
var Interrupted = class extends Error {
	observed;
	constructor(observed, cause) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
		this.observed = observed;
	}
};
async function afterChange(observed, rest) {
	try {
		return await rest();
	} catch (error) {
		throw error instanceof Interrupted ? new Interrupted([...observed, ...error.observed], error.cause) : new Interrupted(observed, error);
	}
}

// src/stages/control/obstacle.ts
function findObstacle(state, now) {
	const { record, branch } = state;
	if (branch !== null && !isOurs(branch, record)) return findStop(state, now) ?? {
		why: "branch_edited",
		id: record.id
	};
	return findStop(state, now);
}
function whyOver(state, record) {
	const { id } = record;
	const by = successorOf(record);
	return state === "closed" && by !== void 0 ? {
		why: "superseded",
		id,
		by
	} : {
		why: state,
		id
	};
}
function findStop({ whom, snapshot }, now) {
	const control = controlOf(snapshot, now, whom);
	if (control.state === "running") return null;
	const message = snapshot.refs.get(CONTROL_REF)?.message;
	const entry = message === void 0 ? null : parseControl(message);
	const by = entry === null ? null : strictestSwitch(entry.switches, whom, now);
	return by === null ? {
		why: "control_unreadable",
		reason: control.reason
	} : {
		why: by.state,
		by
	};
}

// src/report/command/note.ts
function formatRejectionNote({ by, reason }) {
	const why = reason === null ? "No reason was given." : endSentence(markdownLine(reason));
	return `⛔ **Rejected** by ${markdownLine(by)}. ${why}\n\nSend a better patch under a new id, or reopen this to go on.\n`;
}
function formatSupersessionNote({ id, pullRequest }) {
	return `⏭️ **Superseded**: the patch ${markdownLine(id)} takes its place; see #${pullRequest.number}. Reopen this one if you want it all the same.\n`;
}
function formatStaleNote({ by, sha }) {
	const what = by === null ? "nobody has approved yet" : `${markdownLine(by)} did not see when approving`;
	return `⏳ This is a draft again: its newest commit, ${sha.slice(0, SHOWN_DIGITS)}, is one that ${what}. A reviewer who did not send the patch can write \`/ghost approve\`.\n`;
}
const SHOWN_DIGITS = 7;

// src/stages/control/log-since.ts
async function readLogSince(ledger, since) {
	for (const limit of READ_ENTRIES$1) {
		const log = await ledger.history(CONTROL_REF, limit);
		const oldest = log.at(-1);
		if (log.length < limit || oldest === void 0 || Date.parse(oldest.committedAt) < since) return log;
	}
	return null;
}
const READ_ENTRIES$1 = [100, 2e3];
function wholeSecond(time) {
	return Math.floor(time / 1e3) * 1e3;
}

// src/stages/control/entered-before.ts
async function findEntered({ ledger }, { command, origin, again, askedAt }) {
	if (origin === void 0 || again !== true) return null;
	const first = (await readLogSince(ledger, askedAt?.getTime() ?? 0) ?? []).findLast(({ message }) => originOf(message) === origin);
	const act = parseControl(first?.message ?? "")?.act;
	return first === void 0 || act?.verb !== command.verb ? null : {
		act,
		committedAt: first.committedAt
	};
}
function describeDone({ at }) {
	return `This was done at ${formatTime(at)}, and is not done once more.`;
}
const ANEW = "Write it in a new comment, or send the form anew, if you mean it once more.";

// src/stages/control/outcome-since.ts
async function findOutcomeSince({ ledger }, { id, since }, isWanted) {
	return (await ledger.history(recordRef(id), MOST_STEPS$1)).filter(({ committedAt }) => Date.parse(committedAt) >= wholeSecond(since)).find(({ message }) => {
		const parsed = parseRecord(message);
		return parsed.ok && parsed.record.outcome !== void 0 && isWanted(parsed.record.outcome);
	})?.committedAt ?? null;
}
const MOST_STEPS$1 = 100;

// src/stages/control/records.ts
async function listRecords(ledger, keep = (record) => record) {
	const all = [];
	await ledger.each(RECORD_REFS, (ref) => {
		const listed = readListed(ref);
		all.push(listed.ok ? {
			...listed,
			record: keep(listed.record)
		} : listed);
	});
	return all.toSorted((one, other) => one.at.committedAt < other.at.committedAt ? 1 : -1);
}
function observeRecord({ id, state, outcome, run }) {
	return {
		kind: "record",
		name: id,
		state: outcome?.kind ?? state,
		...run.url === "" ? {} : { url: run.url }
	};
}
function observeKnownPullRequest(pullRequest) {
	return pullRequest === void 0 ? [] : [{
		kind: "pull_request",
		name: `#${pullRequest.number}`,
		state: "on record",
		url: pullRequest.url
	}];
}
function readListed({ message, ...at }) {
	const id = at.ref.slice(RECORD_REFS.length);
	const parsed = parseRecord(message);
	if (!parsed.ok) return {
		ok: false,
		id,
		problem: "its commit holds no record",
		at
	};
	return parsed.record.id === id ? {
		ok: true,
		id,
		record: parsed.record,
		at
	} : {
		ok: false,
		id,
		problem: `it says that it belongs to ${parsed.record.id}`,
		at
	};
}

// src/stages/write-entry.ts
async function writeEntry(repository, entry) {
	const { ref, from, tree, message } = entry;
	const result = await repository.write({
		commits: { entry: {
			tree: tree ?? {
				base: null,
				changes: [EMPTY_FILE]
			},
			parents: from === null ? [] : [from],
			message: () => message
		} },
		refs: [{
			ref,
			before: from,
			after: { commit: "entry" }
		}]
	});
	return result.ok ? result.commits["entry"]?.oid ?? null : null;
}
const EMPTY_FILE = {
	path: "entry",
	mode: "100644",
	bytes: /* @__PURE__ */ new Uint8Array()
};

// src/stages/control/switchboard.ts
async function readSwitchboard(repository, now) {
	const snapshot = await repository.read({
		refs: [CONTROL_REF],
		base: {},
		anyRefUnder: RECORD_REFS
	});
	const commit = snapshot.refs.get(CONTROL_REF) ?? null;
	const entry = commit === null ? null : parseControl(commit.message);
	return {
		commit,
		entry,
		switches: activeSwitches(entry?.switches ?? [], now),
		ended: justEnded(entry?.switches ?? [], now),
		tree: snapshot.base?.tree ?? null,
		unused: commit === null && !snapshot.anyRefUnder
	};
}
async function moveSwitches(context, order, decide) {
	for (let round = 0; round < 8; round++) {
		const board = await readSwitchboard(context.repository, order.requestedAt);
		const move = order.begun === true ? null : await decide(board);
		if (move === null) return {
			kind: "unchanged",
			board
		};
		const { switches, result } = move;
		if (switches.filter(({ scope }) => scope.kind !== "repository").length > MAX_NARROW_SWITCHES && switches.length > board.switches.length) throw new Error(`there are ${MAX_NARROW_SWITCHES} switches already; lift some of them first`);
		const commit = await write(context, board, {
			version: 1,
			switches,
			act: {
				...actOf(order),
				result: resultOf(order, result)
			}
		}, order.origin);
		if (commit !== null) return {
			kind: "moved",
			commit,
			switches,
			board
		};
	}
	return { kind: "raced" };
}
const MAX_NARROW_SWITCHES = 50 - 2;
async function enterAct(context, order, done) {
	const { writer } = order;
	const act = {
		...actOf(order),
		...done,
		result: resultOf(order, done.result)
	};
	const { role: _, ...written } = act;
	try {
		const unlogged = await appendAct(context, act, order.origin);
		return unlogged === null && writer !== void 0 && done.digest !== void 0 ? await appendAct(context, {
			...written,
			by: writer
		}, order.origin) : unlogged;
	} catch (error) {
		return `This is not in the audit log, because it could not be written (${error instanceof Error ? error.message : String(error)})${BY_HAND}`;
	}
}
function notSent(id, unlogged) {
	return {
		kind: "seen",
		done: "refused",
		sentence: `${id} was not sent, because the log has to say first who asked for it. ${unlogged.replace(BY_HAND, ".")} Write the command again after that.`
	};
}
const BY_HAND = "; write it down by hand.";
async function appendAct(context, act, origin) {
	for (let round = 0; round < 8; round++) {
		const board = await readSwitchboard(context.repository, new Date(act.at));
		if (board.entry === null && !board.unused) return "This is not in the audit log, because control can not be read; an operator can write \"resume\" to set it anew.";
		if (await write(context, board, {
			version: 1,
			switches: board.switches,
			act
		}, origin) !== null) return null;
	}
	return `This is not in the audit log, because others wrote to it each time${BY_HAND}`;
}
function observeControl({ commit, switches }) {
	const state = switches.length === 0 ? "running" : switches.map((one) => `${one.state}: ${describeScope(one.scope)}`).join(", ");
	return {
		kind: "control",
		name: CONTROL_REF,
		state: `${state} (${shortSha(commit)})`
	};
}
async function write({ repository }, { commit, tree, ended }, { switches, ...entry }, origin) {
	const kept = ended.filter((one) => likeOf(switches, one) === null).slice(0, 50 - switches.length);
	return await writeEntry(repository, {
		ref: CONTROL_REF,
		from: commit?.oid ?? null,
		tree: commit?.tree ?? tree,
		message: formatControl({
			...entry,
			switches: [...kept, ...switches]
		}, origin)
	});
}
function actOf({ command, surface, actor, role, requestedAt, confirm }) {
	const reason = "reason" in command ? command.reason : null;
	const confirmed = confirm === true || "confirm" in command && command.confirm;
	const id = "id" in command ? command.id : null;
	return {
		verb: command.verb,
		surface,
		by: actor,
		role,
		at: requestedAt.toISOString(),
		...id === null ? {} : { patch: id },
		...reason === null ? {} : { reason: cut(reason) },
		...confirmed ? { confirm: true } : {}
	};
}
function resultOf({ actor, writer }, result) {
	return cut(writer === void 0 ? result : `${result} ${writer} wrote it, and ${actor} started its run again.`);
}
function cut(text) {
	return text.length <= 1e3 ? text : `${text.slice(0, MAX_CONTROL_TEXT - 1)}…`;
}

// src/stages/control/end-runs.ts
async function endRuns(context, ids, { force }) {
	const gently = force ? [] : await endAll(context, ids, {
		force: false,
		seconds: GRACE_SECONDS
	});
	const forced = await endAll(context, force ? ids : gently.filter(({ over }) => !over).map(({ id }) => id), {
		force: true,
		seconds: FORCE_SECONDS
	});
	return [...gently.filter(({ over }) => over), ...forced];
}
function wasCancelled({ over, run }) {
	return over && (run === null || run.conclusion === "cancelled");
}
function observeRun(ended) {
	const { id, run, problem } = ended;
	const state = describeRun(ended);
	return {
		kind: "run",
		name: String(id),
		state: problem === void 0 ? state : `${state} (${problem})`,
		...run === null ? {} : {
			url: run.url,
			at: run.updatedAt
		}
	};
}
function describeRun({ over, run }) {
	if (run === null) return over ? "unknown to GitHub" : "not seen";
	return run.conclusion === null ? run.status : `${run.status}: ${run.conclusion}`;
}
const GRACE_SECONDS = 45;
const FORCE_SECONDS = 60;
async function endAll(context, ids, { force, seconds }) {
	let looked = await inBatches(ids, (id) => ask(context, id, force));
	await lookUntil(context, ids.length === 0 ? 0 : seconds, async () => {
		looked = await inBatches(looked, (one) => one.over ? one : look(context, one));
		return looked.every(({ over }) => over) || null;
	});
	return looked;
}
async function inBatches(all, work) {
	const done = [];
	for (let start = 0; start < all.length; start += SIDE_BY_SIDE) done.push(...await Promise.all(all.slice(start, start + SIDE_BY_SIDE).map(async (one) => work(one))));
	return done;
}
const SIDE_BY_SIDE = 10;
async function ask({ runs }, id, force) {
	const unseen = {
		id,
		over: false,
		run: null
	};
	try {
		await runs.cancel(id, { force });
		return unseen;
	} catch (error) {
		return {
			...unseen,
			problem: error instanceof Error ? error.message : String(error)
		};
	}
}
async function look({ runs }, ended) {
	try {
		const run = await runs.get(ended.id);
		const { problem: _, ...told } = ended;
		return run === null || run.status === "completed" ? {
			...told,
			run,
			over: true
		} : {
			...ended,
			run
		};
	} catch (error) {
		return {
			...ended,
			problem: error instanceof Error ? error.message : String(error)
		};
	}
}

// src/stages/run-title.ts
function patchOf$1({ id, title }) {
	const name = title.startsWith("Ghost patch ") ? title.slice(RUN_TITLE.length) : "";
	return name === "" || name === String(id) ? null : slugId(name);
}
const RUN_TITLE = "Ghost patch ";

// src/stages/control/end-unrecorded.ts
async function endUnrecorded(context, order) {
	const { id, command, shown } = order;
	const runs = shown === void 0 ? await findRuns(context, id) : [];
	if (runs.length === 0) return null;
	const live = runs.filter(({ status }) => status !== "completed");
	const failed = runs.filter(({ status }) => status === "completed");
	const ended = await endRuns(context, live.map((run) => run.id), { force: command.verb === "kill" });
	const left = ended.filter(({ over }) => !over).length;
	const done = left > 0 ? "unconfirmed" : "done";
	const seen = [...ended, ...failed.map((run) => ({
		id: run.id,
		over: true,
		run
	}))];
	return {
		told: ended,
		answer: {
			kind: "result",
			result: command.verb === "kill" ? {
				verb: "kill",
				done,
				id,
				ended: ended.length - left,
				live: left,
				unrecorded: true
			} : {
				verb: "cancel",
				done,
				id,
				unrecorded: true
			},
			observed: seen.map(observeRun)
		}
	};
}
async function findLiveRuns({ runs }, id) {
	return (await runs.list({
		event: "repository_dispatch",
		limit: MOST_RUNS$1,
		status: "active"
	})).filter((run) => patchOf$1(run) === id);
}
async function findRuns(context, id) {
	const { runs, clock } = context;
	const since = new Date(clock.now().getTime() - LOOKED_FOR_MS).toISOString();
	const [active, failed] = await Promise.all([findLiveRuns(context, id), runs.list({
		event: "repository_dispatch",
		limit: MOST_RUNS$1,
		status: "failure",
		since
	})]);
	return [...active, ...failed.filter((run) => patchOf$1(run) === id)];
}
const LOOKED_FOR_MS = 2592e5;
const MOST_RUNS$1 = 300;

// src/stages/control/cancel.ts
async function cancel(context, order) {
	const state = await readPatchState(context.repository, order.id);
	if (state === "unknown") {
		const unrecorded = await endUnrecorded(context, order);
		if (unrecorded === null) return cancelKnown(context, order, { state });
		const now = await readAgain(context, order, unrecorded.told);
		return now === "unknown" ? unrecorded.answer : cancelKnown(context, order, {
			state: now,
			told: unrecorded.told
		});
	}
	const told = await endBehind(context, order, state);
	return cancelKnown(context, order, {
		state: await readAgain(context, order, told, state),
		told
	});
}
async function readAgain({ repository }, { id }, told, known) {
	return known !== void 0 && told.length === 0 ? known : afterChange(told.map(observeRun), () => readPatchState(repository, id));
}
async function endBehind(context, { id, shown, command }, state) {
	if (shown !== void 0 || typeof state === "string") return [];
	const behind = (await findLiveRuns(context, id)).map((run) => run.id).filter((run) => run !== state.record.run.id);
	return endRuns(context, behind, { force: command.verb === "kill" });
}
async function cancelKnown(context, order, { state, told = [] }) {
	const { id, shown } = order;
	if (typeof state === "string") return refused(whyUnread(state, id), told);
	const { record } = state;
	if (!isStillShown(record, shown)) return refused({
		why: "changed_since",
		id
	}, told);
	if (record.state === "held") return answer(order, await afterChange(told.map(observeRun), () => settleCanceled(context, id, {
		order,
		of: {
			...record,
			run: NO_RUN
		}
	})), { runs: told });
	const isTold = told.some((run) => run.id === record.run.id);
	if (record.state === "done" && !isTold) return answer(order, {
		kind: "left",
		record
	}, { runs: told });
	const own = isTold ? [] : await endRuns(context, [record.run.id], { force: order.command.verb === "kill" });
	const runs = [...told, ...own];
	if (!runs.every(({ over }) => over)) {
		const now = await readAgain(context, order, runs);
		const seen = typeof now === "string" ? [] : [observeRecord(now.record)];
		return result(order, {
			done: "unconfirmed",
			runs
		}, [...runs.map(observeRun), ...seen]);
	}
	return answer(order, await afterChange(runs.map(observeRun), () => settleCanceled(context, id, {
		order,
		of: record
	})), {
		runs,
		own: record.run.id
	});
}
const NO_RUN = {
	id: 0,
	attempt: 0,
	url: ""
};
async function settleCanceled(context, id, canceled) {
	const { of, order, reason } = canceled;
	return settle(context, id, ({ record }) => {
		const same = record.attempt === of.attempt && (record.run.id === of.run.id || record.state === "held") && record.digest === of.digest;
		const { outcome } = record;
		const ownerless = outcome?.kind === "canceled" && outcome.by === void 0 && order !== void 0;
		return !same || record.state === "done" && !ownerless ? null : {
			outcome: {
				kind: "canceled",
				...of.run.url === "" ? {} : { run: of.run.url },
				...order === void 0 ? {} : { by: order.actor },
				...reason === void 0 ? {} : { reason }
			},
			withdraw: true
		};
	});
}
async function findCanceledBefore(context, { id, actor, again, origin, askedAt }) {
	if (again !== true || origin === void 0 || askedAt === void 0) return null;
	const at = await findOutcomeSince(context, {
		id,
		since: askedAt.getTime()
	}, (outcome) => outcome.kind === "canceled" && outcome.by === actor);
	return at === null ? null : {
		kind: "seen",
		done: "unchanged",
		sentence: `${describeDone({ at })} What may have been asked for as ${id} since goes on. ${ANEW}`
	};
}
function answer(order, settled, { runs, own }) {
	const { id } = order;
	switch (settled.kind) {
		case "settled":
		case "left": {
			const isEnded = settled.kind === "settled" || runs.some((run) => run.id !== own);
			return isNoOther(settled.record, order.shown) ? result(order, {
				done: isEnded ? "done" : "unchanged",
				runs
			}, [...runs.map(observeRun), observeRecord(settled.record)]) : refused({
				why: "changed_since",
				id
			}, runs);
		}
		case "unknown": return refused({
			why: "unknown_patch",
			id
		}, runs);
		case "unreadable": return refused({
			why: "unreadable_record",
			id
		}, runs);
		case "raced": return refused({ why: "raced" }, runs);
	}
}
function refused(refusal, told) {
	return {
		kind: "refused",
		refusal,
		...told.length === 0 ? {} : { observed: told.map(observeRun) }
	};
}
function result({ command, id }, { done, runs }, observed) {
	const live = runs.filter(({ over }) => !over).length;
	const seen = live > 0 ? "unconfirmed" : done;
	return {
		kind: "result",
		result: command.verb === "kill" ? {
			verb: "kill",
			done: seen,
			id,
			ended: runs.length - live,
			live
		} : {
			verb: "cancel",
			done: seen,
			id
		},
		observed
	};
}

// src/stages/control/claims.ts
async function waitForClaims(context, stop) {
	let claims = [];
	await lookUntil(context, CLAIM_SECONDS, async () => {
		claims = await liveClaims(context, stop);
		return claims.length === 0 || null;
	});
	return claims;
}
async function liveClaims({ ledger, clock }, stop) {
	const now = clock.now();
	return (await listRecords(ledger)).flatMap((listed) => listed.ok ? [listed.record] : []).filter(({ state, deadline }) => state === "publishing" && now < new Date(deadline)).filter((record) => concernsRecord(stop, record));
}
function concernsRecord({ scope }, record) {
	switch (scope.kind) {
		case "repository": return true;
		case "branch": return record.base === void 0 || record.base.branch === scope.branch;
		case "sender": return sendersOf(record).some((sender) => sameLogin(sender, scope.login));
	}
}
const CLAIM_SECONDS = 120;

// src/stages/control/kill-all.ts
async function killAll(context, order) {
	const lock = {
		state: "locked",
		scope: { kind: "repository" },
		reason: "everything was ended with \"kill all\"",
		by: order.actor,
		at: order.requestedAt.toISOString()
	};
	const moved = await moveSwitches(context, order, ({ switches }) => ({
		switches: addSwitch(switches, lock, order.requestedAt),
		result: "Locked everything."
	}));
	if (moved.kind === "raced") return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	const seen = moved.kind === "moved" ? [observeControl(moved)] : [];
	const ended = await afterChange(seen, () => endEveryRun(context));
	const runs = ended.map(observeRun);
	const over = idsOf(ended.filter((run) => run.over));
	const cancelled = idsOf(ended.filter(wasCancelled));
	const settled = await afterChange([...seen, ...runs], () => settleThose(context, order, ({ state, run }) => (state === "applied" ? over : cancelled).has(run.id)));
	const changed = [
		...seen,
		...runs,
		...settled
	];
	const left = await afterChange(changed, () => waitForClaims(context, lock));
	const late = await afterChange(changed, () => settleThose(context, order, ({ run }) => over.has(run.id)));
	const live = ended.filter(({ over }) => !over).length;
	const wasLocked = standingFor(moved.board.switches, lock) !== null;
	const done = ended.length === 0 && wasLocked ? "unchanged" : "done";
	return {
		kind: "result",
		result: {
			verb: "kill",
			done: live > 0 || left.length > 0 ? "unconfirmed" : done,
			id: null,
			ended: ended.length - live,
			live,
			publishing: left.map(({ id }) => id)
		},
		observed: [...changed, ...late]
	};
}
const WORKFLOW_FILE = "ghost-runner.yml";
async function endEveryRun(context) {
	const ended = /* @__PURE__ */ new Map();
	for (let round = 0; round < MOST_LISTINGS; round += 1) {
		const found = (await activeRuns(context)).filter((id) => !ended.has(id));
		if (found.length === 0) break;
		for (const run of await endRuns(context, found, { force: true })) ended.set(run.id, run);
	}
	return [...ended.values()];
}
const MOST_LISTINGS = 5;
const MOST_RUNS = 1e3;
async function activeRuns({ runs, ledger, run: own }) {
	const [active, records] = await Promise.all([runs.list({
		status: "active",
		limit: MOST_RUNS
	}), listRecords(ledger)]);
	const ours = active.filter(isOfPatches).map(({ id }) => id);
	const named = records.flatMap((listed) => listed.ok && isUnderWay(listed.record) && listed.record.run.id !== 0 ? [listed.record.run.id] : []);
	return [.../* @__PURE__ */ new Set([...ours, ...named])].filter((id) => id !== own.id);
}
function isOfPatches({ path, calls, event, title }) {
	return [path, ...calls].some((file) => file.endsWith(`/${"ghost-runner.yml"}`)) || event === "repository_dispatch" && title.startsWith("Ghost patch ");
}
function isUnderWay({ state }) {
	return state === "applied" || state === "publishing";
}
function idsOf(runs) {
	return new Set(runs.map(({ id }) => id));
}
async function settleThose(context, order, isMeant) {
	const observed = [];
	for (const listed of await listRecords(context.ledger)) if (listed.ok && isUnderWay(listed.record) && isMeant(listed.record)) {
		const settled = await settleCanceled(context, listed.id, {
			of: listed.record,
			order
		});
		observed.push("record" in settled ? observeRecord(settled.record) : {
			kind: "record",
			name: listed.id,
			state: `not settled: ${settled.kind}`
		});
	}
	return observed;
}

// src/patch/inline.ts
function inlineOf({ id, text }) {
	const patch = patchOf(text);
	return {
		id: nameOf(patch) ?? id,
		patch
	};
}
function patchOf(text) {
	const parsed = parseJson(text);
	return parsed.ok ? parsed.value : text;
}
function nameOf(patch) {
	return typeof patch === "object" && patch !== null && "id" in patch && typeof patch.id === "string" ? patch.id : null;
}

// src/stages/inbox.ts
async function putIntoInbox(repository, lying) {
	const digest = sha256(lying.text);
	const ref = inboxRef(digest);
	let before = null;
	for (let round = 0; round < 8; round++) {
		const { ok } = await repository.write({
			commits: { inbox: commitOf(lying) },
			refs: [{
				ref,
				before,
				after: { commit: "inbox" },
				force: before !== null
			}]
		});
		if (ok) return {
			ref,
			sha256: digest
		};
		before = (await repository.read({ refs: [ref] })).refs.get(ref)?.oid ?? null;
	}
	throw new Error(`${ref} is not where it was a moment ago, ${8} times in a row; delete it and try again`);
}
function commitOf({ id, text, tree }) {
	return {
		tree: tree ?? {
			base: null,
			changes: [{
				path: "patch.json",
				mode: "100644",
				bytes: Buffer.from(text)
			}]
		},
		parents: [],
		message: () => `Patch ${id} for Ghost Runner\n`
	};
}

// src/stages/control/dispatch.ts
async function dispatchKept({ repository, runs, compute }, kept, { retry = false, again = false, sentFor = [], isLate = () => false } = {}) {
	if (!await arrivesAsMeant(compute, kept)) throw new Error(`what is kept of ${kept.id} would arrive as another patch than the one that is known by this id and digest; send the patch again`);
	const { inline, fits } = payloadOf(kept);
	const flags = {
		...retry ? { retry } : {},
		...again ? { again } : {},
		...sentFor.length === 0 ? {} : { for: sentFor }
	};
	if (fits) {
		refuseLate(kept, isLate);
		await runs.dispatch({
			...inline,
			...flags
		});
		return "inline";
	}
	const place = await putIntoInbox(repository, kept);
	refuseLate(kept, isLate);
	await runs.dispatch({
		id: inline.id,
		...flags,
		...place
	});
	return "reference";
}
function refuseLate({ id }, isLate) {
	if (isLate()) throw new Error(`GitHub took so long with what comes before it that ${id} was not sent; it is tried again by itself`);
}
async function arrivesAsMeant(compute, kept) {
	const { inline, fits } = payloadOf(kept);
	const source = fits ? sourceOf(inline) : { text: textOfUtf8(Buffer.from(kept.text)) };
	const { id, digest, unread } = await compute.read({
		source,
		id: inline.id
	});
	return unread !== true && id === slugId(kept.id) && digest === kept.digest;
}
function payloadOf(kept) {
	const inline = inlineOf(kept);
	return {
		inline,
		fits: new TextEncoder().encode(JSON.stringify(inline)).length <= MAX_INLINE_BYTES
	};
}
const MAX_INLINE_BYTES = 6e4;

// src/stages/control/take-up.ts
async function sendAndSee(context, kept, options = {}) {
	const { id, name = id } = kept;
	await dispatchKept(context, {
		...kept,
		id: name
	}, options);
	return afterChange([], () => lookUntil(context, 120, async () => {
		const now = await readPatchState(context.repository, id);
		return typeof now !== "string" && isAnswer(now.record, kept) ? now : null;
	}));
}
function isAnswer(now, { digest, before }) {
	const stood = before?.digest === digest ? before : null;
	return now.digest === digest ? stood === null || isTakenUp(now, stood) || isCanceled(now) && !isCanceled(stood) : stood !== null;
}
function isCanceled({ outcome }) {
	return outcome?.kind === "canceled";
}
function isTakenUp(now, stood) {
	const isOtherRun = now.run.id !== stood.run.id || now.run.attempt !== stood.run.attempt;
	return now.digest === stood.digest && now.attempt >= nextAttempt(stood) && isOtherRun;
}
function wasStopped({ record: { outcome } }) {
	return outcome?.kind === "held" || outcome?.kind === "halted";
}
const TAKE_UP_SECONDS = 120;

// src/stages/control/drain.ts
async function drain(context, { most } = {}) {
	const drained = [];
	let late = false;
	let broken = 0;
	const held = (await heldPatches(context)).slice(0, most);
	const waiting = held.length === 0 ? NOBODY$1 : await findWaiting(context);
	for (const { id } of held) {
		const sent = late || waiting.has(id) ? "late" : await sendOn(context, id);
		broken += isBroken(sent) ? 1 : 0;
		late ||= sent === "late" || broken >= MOST_BROKEN;
		if (sent !== "gone") drained.push(typeof sent === "string" ? {
			id,
			taken: false,
			state: "held",
			url: ""
		} : sent);
	}
	return drained;
}
const NOBODY$1 = /* @__PURE__ */ new Set();
async function findWaiting({ runs }) {
	const ids = (await runs.list({
		event: "repository_dispatch",
		status: "active",
		limit: MOST_ACTIVE
	}).catch(() => [])).filter(({ status }) => status === "waiting").map(patchOf$1);
	return new Set(ids.filter((id) => id !== null));
}
const MOST_ACTIVE = 300;
const MOST_BROKEN = 3;
function isBroken(sent) {
	return typeof sent !== "string" && sent.broke === true;
}
async function heldPatches({ ledger, repository, clock }) {
	const [records, snapshot] = await Promise.all([listRecords(ledger), repository.read({ refs: [CONTROL_REF] })]);
	const control = snapshot.refs.get(CONTROL_REF)?.message ?? null;
	const now = clock.now();
	return records.filter((listed) => listed.ok).filter(({ record }) => record.state === "held").filter(({ record }) => readControl(control, now, whomOf(record, snapshot.defaultBranch)).state === "running").toSorted(({ id, record }, other) => (record.brokenRuns ?? 0) - (other.record.brokenRuns ?? 0) || compare(record.receivedAt, other.record.receivedAt) || compare(id, other.id));
}
function compare(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
async function sendOn(context, id) {
	const state = await readPatchState(context.repository, id);
	if (typeof state === "string" || state.record.state !== "held") return "gone";
	const { text, record, recordCommit } = state;
	if (text === null || findStop(state, context.clock.now()) !== null) return "stopped";
	const kept = {
		id,
		digest: record.digest,
		text,
		tree: recordCommit.tree
	};
	if (!await arrivesAsMeant(context.compute, kept)) return "stopped";
	const sentAt = context.clock.now();
	const after = await sendAndSee(context, {
		...kept,
		before: record
	}, { again: true });
	if (after === null) return await whatBroke(context, state, sentAt) ?? "late";
	if (!isTakenUp(after.record, record)) return "gone";
	const { state: now, outcome, run } = after.record;
	return now === "held" ? "stopped" : {
		id,
		taken: true,
		state: outcome?.kind ?? now,
		url: run.url
	};
}
async function whatBroke(context, state, sentAt) {
	const { id, brokenRuns = 0 } = state.record;
	const request = {
		event: "repository_dispatch",
		status: "completed",
		since: new Date(sentAt.getTime() - CLOCKS_DIFFER_MS).toISOString(),
		limit: MOST_ENDED
	};
	const runs = (await context.runs.list(request)).filter(({ conclusion }) => BROKEN.has(conclusion ?? ""));
	const now = await readPatchState(context.repository, id);
	const { turnedAway = [] } = typeof now === "string" ? state.record : now.record;
	const others = new Set(turnedAway.map(({ run }) => run.id));
	const failed = runs.find((run) => patchOf$1(run) === id && !others.has(run.id));
	if (failed === void 0) return null;
	const { url } = failed;
	const tries = brokenRuns + 1;
	if (tries < MOST_TRIES$1) {
		await writeStep(context, state, { record: {
			...state.record,
			brokenRuns: tries
		} });
		return {
			id,
			taken: false,
			state: "held",
			url,
			broke: true
		};
	}
	const outcome = {
		kind: "crashed",
		stage: "apply",
		reason: `each of the ${tries} runs that it was sent on to failed before it reported; the last one is ${url}`
	};
	const { kind } = await settle(context, id, (now) => now.recordCommit.oid === state.recordCommit.oid ? {
		outcome,
		withdraw: true
	} : null);
	return {
		id,
		taken: kind === "settled",
		state: kind === "settled" ? outcome.kind : "held",
		url,
		broke: true
	};
}
const BROKEN = /* @__PURE__ */ new Set([
	"failure",
	"cancelled",
	"timed_out",
	"startup_failure"
]);
const CLOCKS_DIFFER_MS = 6e4;
const MOST_ENDED = 100;
const MOST_TRIES$1 = 3;

// src/stages/control/locked-since.ts
function wasLockedSince(log, since, now) {
	if (log === null) return true;
	const from = wholeSecond(since);
	const entries = log.map(({ message, committedAt }) => ({
		entry: parseControl(message),
		at: Date.parse(committedAt)
	}));
	const standing = activeSwitches(entries[0]?.entry?.switches ?? [], now);
	const before = entries.findIndex(({ at }) => at < from);
	return entries.slice(0, before === -1 ? entries.length : before + 1).some(({ entry, at }) => liftedLocks(entry, standing).some(({ until }) => isAfter(until, Math.max(at, from))));
}
async function wasLockedMeanwhile({ ledger }, { command: { verb }, askedAt, requestedAt }) {
	const waited = askedAt === void 0 ? 0 : requestedAt.getTime() - askedAt.getTime();
	if (askedAt === void 0 || waited < WAITED_MS || !SENDING.has(verb)) return false;
	return wasLockedSince(await readLogSince(ledger, askedAt.getTime()), askedAt.getTime(), requestedAt);
}
const SENDING = /* @__PURE__ */ new Set([
	"apply",
	"retry",
	"revert"
]);
const WAITED_MS = 6e4;
function liftedLocks(entry, standing) {
	const stands = ({ scope }) => standing.some((other) => other.state === "locked" && sameScope(other.scope, scope));
	return (entry?.switches ?? []).filter((one) => one.state === "locked" && !stands(one));
}
function isAfter(until, time) {
	return until === void 0 || Date.parse(until) > time;
}

// src/stages/watch/canary.ts
function canaryId(now, asked) {
	const [date = "", time = ""] = now.toISOString().split("T");
	return `canary-${date}${asked ? `-${time.slice(0, 5).replace(":", "")}` : ""}`;
}
function canaryPayload(id, path, now) {
	return {
		id,
		patch: {
			version: 1,
			id,
			title: `Canary of ${now.toISOString().slice(0, 10)}`,
			description: "A patch without a purpose of its own: it shows that patches still come all the way. The watch closes its pull request.",
			changes: [{
				kind: "write",
				path,
				content: `Ghost Runner was alive at ${now.toISOString()}.\n`
			}]
		}
	};
}
function sentCanary(id, path, now) {
	const { digest } = readPatch({ value: canaryPayload(id, path, now)["patch"] });
	return {
		id,
		at: now.toISOString(),
		digest
	};
}
function isCanary({ id, plan }, path) {
	return CANARY_ID.test(id) && plan?.changes.length === 1 && plan.changes[0]?.path === path;
}
function isCanaryId(id) {
	return CANARY_ID.test(id);
}
const CANARY_ID = /^canary-\d{4}-\d{2}-\d{2}(?:-\d{4})?$/;
function withSent(known, sent, lateAfterHours) {
	return {
		since: known === void 0 || hoursBetween(known.sent.at, sent.at) > lateAfterHours ? sent.at : known.since,
		sent,
		...known?.arrived === void 0 ? {} : { arrived: known.arrived }
	};
}
function withArrival(known, { record, at }) {
	const last = record.steps.at(-1);
	const ended = last === void 0 ? new Date(at.committedAt) : new Date(Date.parse(last.at) + last.seconds * 1e3);
	const seconds = Math.max(0, (ended.getTime() - Date.parse(known.sent.at)) / 1e3);
	return {
		...known,
		arrived: {
			id: record.id,
			at: ended.toISOString(),
			seconds
		}
	};
}
function isLate(canary, lateAfterHours, { now, stoppedUntil }) {
	const waited = waitedForSince(canary);
	return hoursBetween(stoppedUntil !== null && stoppedUntil > waited ? stoppedUntil : waited, now.toISOString()) > lateAfterHours;
}
function waitedForSince({ since, arrived }) {
	return arrived === void 0 || arrived.at < since ? since : arrived.at;
}
function canaryStatus(message, config, waiting) {
	return canaryStatusOf(parseWatchEntry(message), config, waiting);
}
function canaryStatusOf(entry, config, waiting) {
	const wanted = config?.watch.canary;
	if (wanted === void 0) return;
	const { canary } = entry ?? {};
	return canary?.arrived === void 0 ? null : {
		arrivedAt: canary.arrived.at,
		seconds: canary.arrived.seconds,
		late: isLate(canary, wanted["late-after-hours"], waiting)
	};
}
function hoursBetween(from, to) {
	return (Date.parse(to) - Date.parse(from)) / 36e5;
}

// src/stages/control/patch-sender.ts
async function findSenders({ repository, ledger }, command) {
	if (command.verb !== "approve" && command.verb !== "retry" || command.id === null) return NOBODY;
	const state = await readPatchState(repository, command.id);
	if (typeof state === "string") return NOBODY;
	const { record } = state;
	const steps = await readSteps(ledger, record.id);
	const heads = steps.filter(({ head }) => head !== void 0 && head === record.head);
	const digests = new Set([record, ...heads].map(({ digest }) => digest));
	const own = [record, ...steps.filter(({ digest }) => digests.has(digest))];
	const all = await sendersOfAll(ledger, own, steps);
	const made = command.verb === "approve" ? whatMadeHead(record, own) : null;
	return {
		all,
		heeded: made === null ? all : await sendersOfAll(ledger, made, steps)
	};
}
const NOBODY = {
	all: [],
	heeded: []
};
async function sendersOfAll(ledger, some, steps) {
	const [newest] = some;
	const { receivedAt } = some.at(-1) ?? newest;
	const askers = await findAskers(ledger, askedFor({
		...newest,
		receivedAt
	}, some), steps);
	return [.../* @__PURE__ */ new Set([...askers, ...some.flatMap(sendersOf)])];
}
function whatMadeHead(record, steps) {
	const digest = proofOf(record)?.digest;
	const isSince = ({ head, plan }) => head === record.head && plan === void 0;
	const [newest, ...older] = steps.filter((step) => step.digest === digest && !isSince(step));
	return newest === void 0 || older.length + 1 === steps.length ? null : [newest, ...older];
}
async function readSteps(ledger, id) {
	const steps = await ledger.history(recordRef(id), MOST_STEPS);
	if (steps.length === MOST_STEPS) throw new Error(`the record of ${id} has ${MOST_STEPS} steps or more, so that nobody knows who sent it first; send the patch under a new id`);
	return steps.flatMap(({ message }) => {
		const parsed = parseRecord(message);
		return parsed.ok ? [parsed.record] : [];
	});
}
const MOST_STEPS = 2e3;
function askedFor(record, others = []) {
	const { id, receivedAt } = record;
	return {
		id,
		receivedAt,
		deliveries: new Map([record, ...others].map(({ digest, revertOf }) => [digest, revertOf]))
	};
}
async function findAskers(ledger, asked, steps) {
	const from = Date.parse(asked.receivedAt) - LONGEST_WAY_MS;
	for (const limit of READ_ENTRIES) {
		const log = await ledger.history(CONTROL_REF, limit);
		const oldest = log.at(-1);
		if (log.length < limit || oldest === void 0 || Date.parse(oldest.committedAt) < from) {
			const recent = log.filter(({ committedAt }) => Date.parse(committedAt) >= from);
			return [...askersIn(log, asked), ...lostSendersIn(recent, asked, steps)];
		}
	}
	throw new Error(`the log at ${CONTROL_REF} has more than ${READ_ENTRIES.at(-1)} entries since ${asked.id} was sent, so that nobody knows who asked for it; look at the log, then send the patch again`);
}
function askersIn(log, { id, deliveries }) {
	return actsIn(log).filter(({ verb, patch, digest = "" }) => {
		return (verb === "revert" ? patch === deliveries.get(digest) : verb === "apply" && patch === id) && deliveries.has(digest);
	}).map(({ by }) => by);
}
function lostSendersIn(log, { id, deliveries }, steps) {
	const known = /* @__PURE__ */ new Set([...deliveries.keys(), ...steps.map(({ digest }) => digest)]);
	return actsIn(log).filter((act) => act.verb === "apply" && act.patch === id && act.digest !== void 0 && !known.has(act.digest)).map(({ by }) => by);
}
function actsIn(log) {
	return log.flatMap(({ message }) => parseControl(message)?.act ?? []);
}
const READ_ENTRIES = [500, 5e3];
const LONGEST_WAY_MS = 6048e5;

// src/io/github/checks.ts
async function readChecks(octokit, place, { sha, own }) {
	const request = {
		...place,
		ref: sha
	};
	const [runs, statuses] = await Promise.all([collect(async (page) => {
		const { data } = await octokit.rest.checks.listForRef({
			...request,
			...page,
			filter: "latest"
		});
		return data.check_runs.map(checkRunState);
	}), collect(async (page) => {
		const { data } = await octokit.rest.repos.getCombinedStatusForRef({
			...request,
			...page
		});
		return data.statuses.map(statusState);
	})]);
	return [...runs, ...statuses].filter(({ name }) => !isOwn(name, own));
}
async function readOwnStatus(octokit, request) {
	const { owner, repo, sha, context } = request;
	for (const page of pagesFor(MOST_CHECKS)) {
		const { data } = await octokit.rest.repos.getCombinedStatusForRef({
			owner,
			repo,
			ref: sha,
			...page
		});
		const own = data.statuses.find((status) => status.context === context);
		if (own !== void 0) return {
			state: stateInWords(own.state),
			description: own.description ?? ""
		};
		if (data.statuses.length < 100) return null;
	}
	return null;
}
function stateInWords(state) {
	return state === "success" || state === "pending" || state === "failure" ? state : "error";
}
async function collect(read) {
	const all = [];
	for (const page of pagesFor(MOST_CHECKS)) {
		const some = await read(page);
		all.push(...some);
		if (some.length < 100) return all;
	}
	throw new Error(`The commit has ${MOST_CHECKS} checks or more, and what they say together is not known.`);
}
const MOST_CHECKS = 1e3;
function checkRunState(run) {
	return {
		name: run.name,
		state: run.status === "completed" ? CONCLUSIONS[run.conclusion ?? ""] ?? "failure" : "pending",
		url: run.html_url ?? run.details_url,
		updatedAt: run.completed_at ?? run.started_at ?? EPOCH
	};
}
const CONCLUSIONS = {
	success: "success",
	neutral: "neutral",
	skipped: "neutral"
};
const EPOCH = (/* @__PURE__ */ new Date(0)).toISOString();
function statusState(status) {
	const { state } = status;
	return {
		name: status.context,
		state: state === "success" || state === "pending" ? state : "failure",
		url: status.target_url,
		updatedAt: status.updated_at
	};
}
function isOwn(name, own) {
	return name === own || name.startsWith(`${own} / `);
}

// src/io/github/comments.ts
async function addComment(octokit, place, comment) {
	const { number, body } = comment;
	const request = { ambiguous: "throw" };
	for (let tries = 1;; tries += 1) try {
		const wanted = {
			...place,
			issue_number: number,
			body,
			request
		};
		const { data } = await octokit.rest.issues.createComment(wanted);
		return {
			id: data.id,
			url: data.html_url
		};
	} catch (error) {
		if (!mayBeDone(error)) throw error;
		const there = await findNewest(octokit, place, comment).catch(() => {
			throw error;
		});
		if (there !== null) return there;
		if (tries === MOST_TRIES) throw error;
	}
}
const MOST_TRIES = 3;
function mayBeDone(error) {
	const status = statusOf(error);
	return limitIn(error) === null && (status === null || status >= 500);
}
async function findNewest(octokit, place, { number, body }) {
	const thread = {
		...place,
		issue_number: number
	};
	const { data } = await octokit.rest.issues.get(thread);
	const last = Math.max(1, Math.ceil(data.comments / 100));
	for (const page of last === 1 ? [1] : [last, last - 1]) {
		const found = (await octokit.rest.issues.listComments({
			...thread,
			page,
			per_page: 100
		})).data.findLast((one) => one.body?.trim() === body.trim());
		if (found !== void 0) return {
			id: found.id,
			url: found.html_url
		};
	}
	return null;
}
async function listComments(octokit, place, { number, since }) {
	const found = [];
	for (const page of pagesFor(MOST_COMMENTS)) {
		const { data } = await octokit.rest.issues.listComments({
			...place,
			...page,
			issue_number: number,
			since: since.toISOString()
		});
		found.push(...data);
		if (data.length < page.per_page) break;
	}
	return found.map(({ user, body }) => ({
		author: user?.login ?? "",
		body: body ?? ""
	}));
}
const MOST_COMMENTS = 300;

// src/io/github/draft.ts
async function setDraft(octokit, nodeId, draft) {
	try {
		const { change } = await octokit.graphql(draft ? TO_DRAFT : TO_READY, { nodeId });
		return change.pullRequest.isDraft;
	} catch (error) {
		const failures = graphqlFailures(error);
		if (failures.length === 0 || failures.some(({ type }) => type !== "UNPROCESSABLE")) throw error;
		const { node } = await octokit.graphql(DRAFT_QUERY, { nodeId });
		if (node?.isDraft === void 0) throw error;
		return node.isDraft;
	}
}
const TO_DRAFT = `mutation ToDraft($nodeId: ID!) {
  change: convertPullRequestToDraft(input: { pullRequestId: $nodeId }) { pullRequest { isDraft } }
}`;
const TO_READY = `mutation ToReady($nodeId: ID!) {
  change: markPullRequestReadyForReview(input: { pullRequestId: $nodeId }) { pullRequest { isDraft } }
}`;
const DRAFT_QUERY = `query Draft($nodeId: ID!) { node(id: $nodeId) { ... on PullRequest { isDraft } } }`;

// src/io/github/conversation.ts
function createConversation({ octokit, owner, name }) {
	const place = {
		owner,
		repo: name
	};
	const { rest } = octokit;
	return {
		pullRequest: async (number) => {
			return await attempt(`read pull request #${number}`, async () => await readPullRequest(octokit, place, number));
		},
		openPullRequests: async (limit) => {
			return await attempt("list the open pull requests", async () => await listOpenPullRequests(octokit, place, limit));
		},
		comment: async (number, body) => {
			return await attempt(`comment on #${number}`, async () => await addComment(octokit, place, {
				number,
				body
			}));
		},
		react: async (commentId, reaction) => {
			await attempt(`react to comment ${commentId}`, async () => {
				await rest.reactions.createForIssueComment({
					...place,
					comment_id: commentId,
					content: reaction
				});
			});
		},
		comments: async (number, since) => {
			return await attempt(`read the comments of #${number}`, async () => await listComments(octokit, place, {
				number,
				since
			}));
		},
		closePullRequest: async (number) => {
			await attempt(`close pull request #${number}`, async () => {
				await rest.pulls.update({
					...place,
					pull_number: number,
					state: "closed"
				});
			});
		},
		reopenPullRequest: async (number) => {
			await attempt(`reopen pull request #${number}`, async () => {
				await rest.pulls.update({
					...place,
					pull_number: number,
					state: "open"
				});
			});
		},
		addLabels: async (number, labels) => {
			if (labels.length === 0) return;
			await attempt(`label #${number}`, async () => {
				await rest.issues.addLabels({
					...place,
					issue_number: number,
					labels: [...labels]
				});
			});
		},
		removeLabel: async (number, label) => {
			await attempt(`remove a label of #${number}`, async () => {
				await rest.issues.removeLabel({
					...place,
					issue_number: number,
					name: label
				}).catch(acceptAbsence);
			});
		},
		setDraft: async (nodeId, draft) => {
			return await attempt(draft ? "make the pull request a draft" : "mark the pull request ready for review", async () => await setDraft(octokit, nodeId, draft));
		},
		checks: async (sha) => {
			return await attempt(`read the checks of ${sha}`, async () => await readChecks(octokit, place, {
				sha,
				own: STATUS_CONTEXT
			}));
		},
		ownStatus: async (sha) => {
			return await attempt(`read our status of ${sha}`, async () => await readOwnStatus(octokit, {
				...place,
				sha,
				context: STATUS_CONTEXT
			}));
		},
		openIssue: async ({ title, body, labels }) => {
			return await attempt("open an issue", async () => {
				const request = { ambiguous: "throw" };
				const issue = {
					...place,
					title,
					body,
					labels: [...labels],
					request
				};
				const { data } = await rest.issues.create(issue);
				return {
					number: data.number,
					url: data.html_url
				};
			});
		},
		closeIssue: async (number, comment) => {
			await attempt(`close issue #${number}`, async () => {
				await addComment(octokit, place, {
					number,
					body: comment
				});
				await rest.issues.update({
					...place,
					issue_number: number,
					state: "closed",
					state_reason: "completed"
				});
			});
		},
		issues: async (label) => {
			return await attempt("list the issues", async () => await listIssues(octokit, place, label));
		}
	};
}
async function readPullRequest(octokit, place, number) {
	try {
		return factsOf((await octokit.rest.pulls.get({
			...place,
			pull_number: number
		})).data);
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
async function listOpenPullRequests(octokit, place, limit) {
	const open = [];
	for (const page of pagesFor(limit)) {
		const { data } = await octokit.rest.pulls.list({
			...place,
			...page,
			state: "open"
		});
		open.push(...data.map((answer) => factsOf({
			...answer,
			merged_by: null
		})));
		if (data.length < page.per_page) break;
	}
	return open;
}
function factsOf(answer) {
	const { head, base, merged_at: mergedAt } = answer;
	const closed = answer.state === "open" ? "open" : "closed";
	return {
		number: answer.number,
		url: answer.html_url,
		nodeId: answer.node_id,
		title: answer.title,
		body: answer.body ?? "",
		state: mergedAt === null ? closed : "merged",
		draft: answer.draft ?? false,
		author: answer.user?.login ?? "",
		byUs: isByUs(answer),
		head: {
			branch: head.ref,
			sha: head.sha,
			sameRepository: head.repo?.id === base.repo.id
		},
		base: {
			branch: base.ref,
			sha: base.sha
		},
		labels: answer.labels.flatMap((label) => label.name ?? []),
		merge: mergedAt === null ? null : mergeOf(answer, mergedAt),
		closedAt: answer.closed_at,
		updatedAt: answer.updated_at
	};
}
function mergeOf({ number, merge_commit_sha: sha, merged_by: by }, at) {
	if (!sha) throw new Error(`GitHub says that #${number} is merged, and not as which commit`);
	return {
		sha,
		by: by?.login ?? null,
		at
	};
}
function acceptAbsence(error) {
	if (statusOf(error) !== 404) throw error;
}
async function listIssues(octokit, place, label) {
	const open = [];
	for (const page of pagesFor(MOST_ISSUES)) {
		const { data } = await octokit.rest.issues.listForRepo({
			...place,
			...page,
			labels: label,
			state: "open"
		});
		open.push(...data.filter((issue) => issue.pull_request === void 0));
		if (data.length < page.per_page) break;
	}
	return open.map(({ number, title, html_url: url }) => ({
		number,
		title,
		url
	}));
}
const MOST_ISSUES = 300;

// src/io/github/hour.ts
function watchHour(octokit) {
	const left = /* @__PURE__ */ new Map();
	const note = (answer) => {
		const granted = Number(headerOf(answer, "x-ratelimit-limit"));
		const share = Number(headerOf(answer, "x-ratelimit-remaining")) / granted;
		if (granted > 0 && share >= 0) left.set(headerOf(answer, "x-ratelimit-resource") ?? "", share);
	};
	octokit.hook.after("request", (response) => note({ response }));
	octokit.hook.error("request", (error) => {
		note(error);
		throw error;
	});
	return () => left.size === 0 ? null : Math.min(...left.values());
}

// src/io/github/people.ts
function createPeople({ octokit, owner, name }) {
	return { roleOf: async (login) => {
		return await attempt(`read the role of ${login}`, async () => await readRole(octokit, {
			owner,
			repo: name,
			login
		}));
	} };
}
async function readRole(octokit, { owner, repo, login }) {
	if (!LOGIN.test(login)) return null;
	try {
		const request = {
			owner,
			repo,
			username: login
		};
		const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel(request);
		if (data.permission === "none") return null;
		return GITHUB_ROLES.has(data.role_name) ? data.role_name : data.permission;
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?$/;
const GITHUB_ROLES = /* @__PURE__ */ new Set([
	"read",
	"triage",
	"write",
	"maintain",
	"admin"
]);

// src/io/github/runs.ts
function createRuns({ octokit, owner, name }) {
	const place = {
		owner,
		repo: name
	};
	return {
		list: async (request) => {
			return await attempt("list the workflow runs", async () => await listRuns(octokit, place, request));
		},
		get: async (id) => {
			return await attempt(`read run ${id}`, async () => await getRun(octokit, place, id));
		},
		jobs: async (id) => {
			return await attempt(`list the jobs of run ${id}`, async () => await listJobs(octokit, place, id));
		},
		cancel: async (id, options = {}) => {
			return await attempt(`cancel run ${id}`, async () => await cancelRun(octokit, place, {
				id,
				force: options.force === true
			}));
		},
		dispatch: async (payload) => {
			await attempt("send the dispatch", async () => {
				await octokit.rest.repos.createDispatchEvent({
					...place,
					event_type: PATCH_EVENT,
					client_payload: { ...payload }
				});
			});
		},
		rerun: async ({ id, attempt: before }, { failedOnly = false } = {}) => {
			await attempt(`start run ${id} again`, async () => await rerun(octokit, place, {
				id,
				before,
				failedOnly
			}));
		}
	};
}
const PATCH_EVENT = "ghost-patch";
async function listRuns(octokit, place, request) {
	if (request.status === "active") return await listActive(octokit, place, request);
	return (await listPages(octokit, place, request, request.status)).map(runState);
}
async function listActive(octokit, place, request) {
	const newest = {
		...request,
		limit: 100
	};
	const lists = await Promise.all([...UNFINISHED.map(async (status) => await listPages(octokit, place, request, status)), listPages(octokit, place, newest)]);
	const known = /* @__PURE__ */ new Map();
	for (const run of lists.flat().map(runState)) known.set(run.id, later(known.get(run.id), run));
	return [...known.values()].filter(({ status }) => status !== "completed").toSorted((one, other) => other.id - one.id).slice(0, request.limit);
}
function later(known, other) {
	if (known === void 0 || known.attempt < other.attempt) return other;
	return known.attempt === other.attempt && other.status === "completed" ? other : known;
}
async function listPages(octokit, place, request, status) {
	const { workflow, event, since, limit } = request;
	const runs = [];
	for (const page of pagesFor(limit)) {
		const query = {
			...place,
			...page,
			...status === void 0 ? {} : { status },
			...event === void 0 ? {} : { event },
			...since === void 0 ? {} : { created: `>=${since}` }
		};
		const { data } = workflow === void 0 ? await octokit.rest.actions.listWorkflowRunsForRepo(query) : await octokit.rest.actions.listWorkflowRuns({
			...query,
			workflow_id: workflow
		});
		runs.push(...data.workflow_runs);
		if (data.workflow_runs.length < page.per_page) break;
	}
	return runs.slice(0, limit);
}
async function getRun(octokit, place, id) {
	try {
		return runState((await octokit.rest.actions.getWorkflowRun({
			...place,
			run_id: id
		})).data);
	} catch (error) {
		if (statusOf(error) === 404) return null;
		throw error;
	}
}
async function listJobs(octokit, place, id) {
	try {
		return (await octokit.rest.actions.listJobsForWorkflowRun({
			...place,
			run_id: id,
			filter: "all",
			per_page: 100
		})).data.jobs.map(({ name }) => name);
	} catch (error) {
		if (statusOf(error) === 404) return [];
		throw error;
	}
}
async function cancelRun(octokit, place, { id, force }) {
	const run = {
		...place,
		run_id: id
	};
	try {
		await (force ? octokit.rest.actions.forceCancelWorkflowRun(run) : octokit.rest.actions.cancelWorkflowRun(run));
		return "asked";
	} catch (error) {
		if (statusOf(error) === 404) return "gone";
		if (statusOf(error) !== 409) throw error;
		const state = await getRun(octokit, place, id);
		if (state === null) return "gone";
		if (state.status === "completed") return "ended";
		throw error;
	}
}
async function rerun(octokit, place, { id, before, failedOnly }) {
	const run = {
		...place,
		run_id: id,
		request: { ambiguous: "throw" }
	};
	try {
		await (failedOnly ? octokit.rest.actions.reRunWorkflowFailedJobs(run) : octokit.rest.actions.reRunWorkflow(run));
	} catch (error) {
		const state = await getRun(octokit, place, id);
		if (state === null || state.attempt <= before) throw error;
	}
}
function runState(answer) {
	const { id, event, conclusion, head_sha: sha, head_branch: branch } = answer;
	return {
		id,
		attempt: answer.run_attempt ?? 1,
		path: answer.path.replace(/(\.ya?ml)@.*$/, "$1"),
		name: answer.name ?? "",
		title: answer.display_title,
		calls: (answer.referenced_workflows ?? []).map(({ path }) => withoutPlace(path)),
		event,
		head: {
			sha,
			branch
		},
		actor: answer.triggering_actor?.login ?? answer.actor?.login ?? "",
		status: statusInWords(answer.status),
		conclusion,
		url: answer.html_url,
		createdAt: answer.created_at,
		updatedAt: answer.updated_at
	};
}
function withoutPlace(path) {
	return path.replace(/^[^/]+\/[^/]+\/(?=\.github\/)/, "").replace(/@.*$/, "");
}
function statusInWords(status) {
	if (status === "completed") return "completed";
	return status === "in_progress" ? "running" : "waiting";
}
const UNFINISHED = [
	"requested",
	"waiting",
	"pending",
	"queued",
	"in_progress"
];

// src/action/control-context.ts
function createControlContext(job) {
	const { context, requests, place } = createContext(job);
	const { slackToken, slackApiUrl } = job.inputs;
	const secrets = createSecretScanner();
	return {
		context: {
			...context,
			secrets,
			compute: createCompute(secrets),
			ledger: createLedger(place),
			runs: createRuns(place),
			people: createPeople(place),
			conversation: createConversation(place),
			hourLeft: watchHour(place.octokit),
			history: slackToken === "" ? null : createSlackHistory({
				token: slackToken,
				apiUrl: slackApiUrl
			}),
			wait: async (seconds) => {
				await setTimeout(seconds * 1e3);
			}
		},
		requests
	};
}

export { describeCanary as $, enterAct as A, ANEW as B, WORKFLOW_FILE as C, findCanceledBefore as D, cancel as E, writeEntry as F, formatRejectionNote as G, findEntered as H, listRecords as I, findObstacle as J, formatStaleNote as K, observeKnownPullRequest as L, notSent as M, observeControl as N, patchOf$1 as O, readSwitchboard as P, afterChange as Q, observeRecord as R, dispatchKept as S, waitForClaims as T, readLogSince as U, describeDone as V, wholeSecond as W, whyOver as X, findStop as Y, Interrupted as Z, drain as _, canaryPayload as a, formatAge as at, wasStopped as b, isCanary as c, sentCanary as d, describeStatus as et, waitedForSince as f, wasLockedSince as g, wasLockedMeanwhile as h, canaryId as i, describeSwitch as it, moveSwitches as j, cut as k, isCanaryId as l, withSent as m, LONGEST_WAY_MS as n, cell as nt, canaryStatus as o, withArrival as p, formatSupersessionNote as q, findSenders as r, describeScope as rt, canaryStatusOf as s, createControlContext as t, tabulateStatus as tt, isLate as u, isTakenUp as v, killAll as w, arrivesAsMeant as x, sendAndSee as y, findOutcomeSince as z };