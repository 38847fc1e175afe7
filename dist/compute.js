import { A as MAX_PATTERN_PROGRAM, C as MAX_HUNKS, D as MAX_PATHS_BYTES, O as MAX_PATH_BYTES, T as MAX_PATCH_BYTES, x as MAX_FILE_BYTES } from "./workflow.js";
import { $ as putFile, $n as cappedRefusals, A as commandsBeside, Bt as nextStep, C as FOLDER, Cn as stoppedBy, E as readText, F as readUnifiedDiff, Fr as parseConfig, Ft as sayStatus, G as checkFree, Gn as speaksOfHead, H as beforePatch, Hn as proofOf, I as withoutNumbersOnBothSides, In as ownPullRequest, It as spokenOf$1, J as findFile, Jn as isLive, K as checkGrowth, L as linesToRead, Lt as keepTold, M as partsOf$1, Mn as isCarried, N as readBlocks, Nr as REF_PREFIX, Nt as STATUS_UNSAID, On as parseControl, P as readApplyPatch, Pn as sendersOf, Q as newWorkspace, Rn as isAboutHead, S as judgementOf, Sn as readPrevious, T as checkPath, U as bytesOf, Un as pullRequestOf, Ut as tell, W as changesOf$2, Wr as sameLogin, X as findText, Xn as nextAttempt, Y as findPlace, Yn as isOurs, Z as isExecutable, _ as secretWordsRefusal, _i as findCommands, _n as versions, _r as withDiff, _t as weightOf$1, at as saysAsItWas, b as judgePlaced, bn as branchRef, br as sameBytes, bt as demotePullRequest, ct as encodeText, dn as isShownElsewhere, dr as formatStatus, dt as linesOf$2, et as removeFile, f as findInFile, fr as gitHeadsOf, ft as newSide, gn as summarizeChange, gr as namesOf, gt as profileOf, h as ESCAPE_SOURCE, ht as likeness, in as messageFor, ir as stateOf, it as remarkWords, j as proseNote, jr as recordRef, k as trialBeside, kn as readControl, lr as canonicalJson, lt as linesIn, m as textOf$1, mn as textOfUtf8, mr as isSame$1, mt as SAME_BUT_SPACE, nn as readPatchState, nt as isWordedElision, ot as wordsOf$3, p as findInText, pr as headsOf, pt as oldSide, q as checkRemovable, qn as decideDelivery, rr as cutLines$1, rt as mayBeElision, sn as viewFrom, st as decodeText, tn as configOf, tr as parseRecord, tt as isElision, un as isOwnUnseen, ut as replaceText, v as unknownSecrets, vr as parentsOf, w as sourceEntries, wr as mergeWarnings, x as amongGlobs, xn as controlOf, y as readPatch, yr as pathBytes, zn as isTakenFromReview } from "./context.js";
import { _ as templateLiteral, f as number, g as string, h as strictObject, l as literal, n as _enum, o as int, r as array, t as datetime, y as union$1 } from "./zod.js";
import { a as diffArrays, i as createTwoFilesPatch, n as lineNumbering, r as slideSpans, t as compareLines$1, w as shortSha } from "./line-diff.js";
import { n as RE2JSException, t as RE2JS } from "./re2js.js";
import { Buffer, isUtf8 } from "node:buffer";

// src/record/watch-entry.ts
const WATCH_REF = `${REF_PREFIX}watch`;
const INCIDENT_KEYS = [
	"canary",
	"control",
	"records",
	"unsettled",
	"backlog"
];
function lostRunKey(run) {
	return `run ${run}`;
}
function isLostRun(key) {
	return key.startsWith("run ");
}
const MOST_LOST_RUNS = 20;
function isSentCanary(sent, { id, digest }) {
	return sent?.id === id && (sent.digest === void 0 || sent.digest === digest);
}
function formatWatchEntry(entry) {
	const checked = entrySchema.parse(entry);
	const open = checked.incidents.map(({ key }) => key).join(", ");
	return `${open === "" ? "watch" : `watch: ${open}`}\n\n${WATCH_KEY}${JSON.stringify(checked)}\n`;
}
function parseWatchEntry(message) {
	if (message === null || message.length > MAX_CHARACTERS$7) return null;
	const line = message.split("\n").findLast((candidate) => candidate.startsWith(WATCH_KEY));
	if (line === void 0) return null;
	try {
		return entrySchema.parse(JSON.parse(line.slice(WATCH_KEY.length)));
	} catch {
		return null;
	}
}
const MAX_INCIDENT_TEXT = 1e3;
const MAX_CHARACTERS$7 = 5e4;
const WATCH_KEY = "Ghost-Watch: ";
const time = datetime();
const name = string().min(1).max(MAX_INCIDENT_TEXT);
const entrySchema = strictObject({
	version: literal(1),
	lease: strictObject({
		run: name,
		until: time
	}).exactOptional(),
	incidents: array(strictObject({
		key: union$1([_enum(INCIDENT_KEYS), templateLiteral(["run ", int().min(1)])]),
		since: time,
		sentence: string().max(MAX_INCIDENT_TEXT),
		slack: strictObject({
			channel: name,
			ts: name
		}).exactOptional(),
		issue: strictObject({
			number: int().min(1),
			url: name
		}).exactOptional()
	})).max(INCIDENT_KEYS.length + 20),
	canary: strictObject({
		since: time,
		sent: strictObject({
			id: name,
			at: time,
			digest: name.exactOptional()
		}),
		arrived: strictObject({
			id: name,
			at: time,
			seconds: number().min(0)
		}).exactOptional()
	}).exactOptional()
});

// src/stages/plan.ts
function refuseInstead({ attempt, previous, channel, hunks }, refusals, input) {
	return stepAside({
		kind: "end",
		outcome: {
			kind: "refused",
			refusals: cappedRefusals(refusals)
		},
		hunks,
		attempt,
		previous: asFound$1(previous, input.snapshot, input.received.id),
		channel
	}, input);
}
function stepAside(plan, input) {
	const { previous, channel } = plan;
	const isHeld = previous?.state === "held" && previous.digest !== input.received.digest;
	return plan.kind === "end" && previous !== null && (isHeld || isLive(previous, input)) && plan.outcome.kind !== "held" ? {
		kind: "skip",
		outcome: plan.outcome,
		previous,
		channel
	} : plan;
}
function stopOf$1(input) {
	const previous = readPrevious(input.snapshot, input.received.id);
	const { control } = readSending(input, previous === "unreadable" ? null : previous);
	return control.state === "running" ? null : stoppedBy(control);
}
function begin(input) {
	const { received, snapshot, run, now } = input;
	const parsed = parseConfig(snapshot.config);
	const channel = parsed.ok ? parsed.config.slack?.channel : void 0;
	const previous = readPrevious(snapshot, received.id);
	if (previous === "unreadable") return {
		kind: "skip",
		outcome: {
			kind: "crashed",
			stage: "apply",
			reason: `${recordRef(received.id)} can't be read as a record; move it away and send the patch again`
		},
		previous: null,
		channel
	};
	const decision = decideDelivery({
		digest: received.digest,
		...received.retry === void 0 ? {} : { retry: received.retry },
		...received.again === void 0 ? {} : { again: received.again },
		...received.behind === void 0 ? {} : { behind: received.behind },
		run,
		now,
		record: previous,
		branch: snapshot.refs.get(branchRef(received.id)) ?? null,
		...snapshot.pullRequest === void 0 ? {} : { pullRequest: snapshot.pullRequest }
	});
	const sending = heeded(readSending(input, previous), input);
	if (decision.kind === "end" && leavesRecord(decision.outcome)) return {
		kind: "skip",
		outcome: (decision.outcome.kind === "duplicate" && received.again !== true ? sending.turnedAwayFor : null) ?? decision.outcome,
		previous,
		channel
	};
	if (received.onRecord === true && !received.ok) return {
		kind: "skip",
		outcome: {
			kind: "refused",
			refusals: received.refusals
		},
		previous,
		channel
	};
	const attempt = decision.kind === "start" ? decision.attempt : nextAttempt(previous);
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous: asFound$1(previous, snapshot, received.id),
		channel
	});
	if (decision.kind === "end") return end(decision.outcome);
	const { branch, control, turnedAwayFor } = sending;
	if (turnedAwayFor !== null) return {
		kind: "skip",
		outcome: turnedAwayFor,
		previous,
		channel
	};
	const { base } = snapshot;
	if (control.state === "locked") return {
		...end(stoppedBy(control)),
		...base ? { base: {
			branch,
			sha: base.sha
		} } : {}
	};
	if (control.state !== "running" && received.ok && base !== null) return {
		...end(stoppedBy(control)),
		base: {
			branch,
			sha: base.sha
		}
	};
	if (!received.ok) return end({
		kind: "refused",
		refusals: received.refusals
	});
	if (!parsed.ok) return end({
		kind: "refused",
		refusals: parsed.refusals
	});
	return {
		patch: received.patch,
		config: parsed.config,
		attempt,
		previous: asFound$1(previous, snapshot, received.id),
		channel,
		end
	};
}
function heeded(sending, { despiteStops = false }) {
	const { turnedAwayFor } = sending;
	return despiteStops ? {
		...sending,
		control: { state: "running" },
		turnedAwayFor: turnedAwayFor?.kind === "halted" ? null : turnedAwayFor
	} : sending;
}
function readSending({ received, sender, snapshot, now }, previous) {
	const branch = (received.ok ? received.patch.base?.branch : void 0) ?? snapshot.defaultBranch;
	const known = previous?.digest === received.digest ? previous : null;
	const owners = known === null ? [] : sendersOf(known);
	const bringers = isCarried(received, known) ? [] : [sender, ...received.sentFor ?? []];
	const control = controlOf(snapshot, now, {
		branch,
		senders: [...owners, ...bringers]
	});
	const isOthers = owners.length > 0 && controlOf(snapshot, now, {
		branch,
		senders: owners
	}).state !== "locked";
	if (control.state === "locked" && isOthers) return {
		branch,
		control,
		turnedAwayFor: stoppedBy(control)
	};
	const isNew = bringers.some((name) => owners.every((owner) => !sameLogin(owner, name)));
	return {
		branch,
		control,
		turnedAwayFor: owners.length >= 50 && isNew && received.again !== true ? {
			kind: "refused",
			refusals: [sentByTooMany(received.id)]
		} : null
	};
}
function leavesRecord(outcome) {
	return outcome.kind === "duplicate" || outcome.kind === "conflict" && STAYING.has(outcome.reason);
}
const STAYING = /* @__PURE__ */ new Set(["revised", "took_back"]);
function sentByTooMany(id) {
	return {
		code: "too_large",
		message: `${50} names or more stand on record for who sent this very patch as ${id}; send it under another id.`,
		data: { limit: 50 }
	};
}
function asFound$1(previous, snapshot, id) {
	const branch = snapshot.refs.get(branchRef(id)) ?? null;
	if (previous === null || branch === null || !isOurs(branch, previous)) return previous;
	const own = ownPullRequest({
		record: previous,
		branch,
		pullRequest: snapshot.pullRequest ?? null
	});
	const isUnnamed = own?.state === "open" && pullRequestOf(previous) === void 0;
	return {
		...previous,
		head: branch.oid,
		...isUnnamed ? { pullRequest: {
			number: own.number,
			url: own.url
		} } : {}
	};
}

// src/stages/reverts-in-log.ts
function revertsIn(log) {
	const asked = new Set(log.map(({ message }) => parseControl(message)?.act).flatMap((act) => act?.verb === "revert" ? [`${act.patch} ${act.digest}`] : []));
	return ({ revertOf, digest }) => asked.has(`${revertOf} ${digest}`);
}

// src/stages/watch/facts.ts
function readable$1(records) {
	return records.filter((listed) => listed.ok);
}
function stopOf({ control, now, records, defaultBranch }) {
	if (control === null && records.length === 0) return null;
	const { state } = readControl(control, now, { branch: defaultBranch });
	return state === "running" ? null : state;
}
function isUnderWay({ state }) {
	return state === "applied" || state === "publishing";
}
function awaitsPeople(record) {
	const { state, outcome } = record;
	if (state !== "done" || outcome === void 0 || pullRequestOf(record) === void 0) return false;
	switch (outcome.kind) {
		case "merged":
		case "reverted": return false;
		default: return !isTakenFromReview(outcome);
	}
}
function isProposed({ state, outcome }) {
	return state === "done" && (outcome?.kind === "opened" || outcome?.kind === "updated");
}
function fateOf(record, run, now) {
	const late = now >= new Date(record.deadline);
	if (run === null || isBehind(run, record.run)) return { kind: late ? "lost" : "alive" };
	return run.status === "completed" ? {
		kind: "ended",
		run
	} : { kind: "alive" };
}
function isBehind(run, named) {
	return run.attempt < named.attempt;
}

// src/record/kept-beside.ts
function keptBeside({ keptBeside: ids = [] }) {
	return typeof ids === "string" ? [ids] : ids;
}
function formatKeptBeside(ids) {
	const [first, ...more] = new Set(ids);
	if (first === void 0) return {};
	return { keptBeside: more.length === 0 ? first : [first, ...more] };
}

// src/stages/labels.ts
function chooseLabels(config, patch) {
	const known = new Set([...config.labels, ...config["patch-labels"]].map((label) => label.toLowerCase()));
	const isKnown = (label) => known.has(label.toLowerCase());
	return {
		granted: patch.labels.filter(isKnown),
		refused: patch.labels.filter((label) => !isKnown(label))
	};
}

// src/stages/reading.ts
function readingOf$1(received, previous) {
	const { digest, repairs, notDone, again = false } = received;
	const before = again && previous?.digest === digest ? previous.reading : void 0;
	return {
		repairs: union(before?.repairs, repairs),
		notDone: union(before?.notDone, notDone)
	};
}
function union(before = [], now) {
	return [.../* @__PURE__ */ new Set([...before, ...now])];
}

// src/stages/tolerances.ts
function tolerancesOf$1(hunks) {
	return hunks.flatMap((hunk) => {
		const rungs = rungsOf(hunk);
		if (hunk.status === "already_applied") return [sentence(hunk, `was already there, at line ${hunk.at}`, rungs)];
		if (hunk.status === "refused" || rungs.length === 0) return [];
		const where = rungs.includes("offset") ? ", not where the patch said" : "";
		return [sentence(hunk, `was placed at line ${hunk.at}${where}`, rungs)];
	});
}
function isToleratedHunk(hunk) {
	return hunk.status === "already_applied" || rungsOf(hunk).some((rung) => rung !== "offset");
}
function rungsOf({ adjustments, rung }) {
	return (adjustments ?? [rung]).filter((one) => one !== "exact");
}
function sentence({ hunk, path }, what, rungs) {
	const reasons = rungs.flatMap((rung) => rung === "offset" || rung === "exact" ? [] : [IN_WORDS$1[rung]]);
	return [`Hunk ${hunk} of ${path} ${what}`, ...reasons].join(", ");
}
const IN_WORDS$1 = {
	lost_mark: "with unchanged lines whose mark was lost",
	trailing_space: "with other white space at the end of lines",
	glyphs: "with other quotes, dashes or spaces",
	indentation: "with other indentation",
	whitespace: "with other white space between words",
	edge_blanks: "with other line breaks at its beginning or end",
	similar_context: "beside unchanged lines that read a little differently",
	partial_context: "with unchanged lines that the file lacks, or others between them",
	elision: "with lines passed over that the patch leaves out",
	split: "in parts at different places",
	partly_there: "without added lines that stand there already",
	unescaped: "with escapes read as the characters that they stand for",
	literal: "with its expression read as plain text"
};

// src/patch/source.ts
function sourceOf({ patch }) {
	return typeof patch === "string" ? { text: patch } : { value: patch };
}

// src/stages/control/commits-behind.ts
async function findBehind({ ledger }, { head, base }, look) {
	let next = head;
	for (let left = MOST_ON_TOP$1; next !== void 0 && next !== base && left >= 0; left -= 1) {
		const commit = await ledger.commit(next);
		const found = commit === null ? null : await look(commit);
		if (found !== null) return found;
		next = commit?.parents[0];
	}
	return null;
}
const MOST_ON_TOP$1 = 20;

// src/stages/control/find-head.ts
async function findHead(context, state) {
	const { record, branch } = state;
	if (branch === null) return await findShown(context, state);
	if (isOurs(branch, record)) return branch.oid;
	return (await context.ledger.history(branchRef(record.id), MOST_ON_TOP)).find((commit) => isOurs(commit, record))?.oid;
}
const MOST_ON_TOP = 100;
async function findShown(context, { record, pullRequest, snapshot }) {
	const { pullRequests: others = [] } = snapshot;
	const shown = (pullRequest === null ? others : [pullRequest, ...others]).filter(({ state }) => record.withdrawn === void 0 || state === "merged");
	for (const head of [...new Set(shown.map((one) => one.head))].slice(0, MOST_SHOWN)) {
		const found = await findBehind(context, {
			head,
			base: record.base?.sha
		}, (commit) => isOurs(commit, record) ? commit.oid : null);
		if (found !== null) return found;
	}
}
const MOST_SHOWN = 3;

// src/stages/control/settle.ts
async function settle$1(context, id, decide) {
	for (let round = 0; round < 8; round++) {
		const state = await readPatchState(context.repository, id);
		if (typeof state === "string") return { kind: state };
		const settlement = decide(state);
		if (settlement === null) return {
			kind: "left",
			record: state.record
		};
		const record = await writeSettlement(context, state, settlement);
		if (record !== "moved") return {
			kind: "settled",
			record
		};
	}
	return { kind: "raced" };
}
async function writeStep(context, state, step) {
	const result = await context.repository.write(nextStep({
		from: state.recordCommit,
		recordMessage: messageFor(context.site, state.texts),
		...step
	}));
	return (result.ok ? result.commits["record"] : void 0) ?? "moved";
}
async function writeSettlement(context, given, { outcome, withdraw = false }) {
	const head = given.record.head ?? await findHead(context, given);
	const state = head === void 0 ? given : {
		...given,
		record: {
			...given.record,
			head
		}
	};
	const shown = ownPullRequest(state);
	const { branch } = state;
	const kept = shown !== null || isOwnUnseen(state.snapshot) || isShownElsewhere(state.snapshot) || state.record.plan === void 0;
	const removed = withdraw && !kept && branch !== null && isOurs(branch, state.record);
	const record = settledRecord(state, {
		outcome,
		removed
	});
	const written = await writeStep(context, state, {
		record,
		...removed ? { remove: {
			ref: branchRef(record.id),
			oid: branch.oid
		} } : {}
	});
	if (written === "moved") return "moved";
	const final = await sayEverywhere(context, state, record);
	const isNew = final.slack?.shown !== record.slack?.shown || final.warnings.length > record.warnings.length;
	if (isNew || final.slack !== void 0) {
		const step = {
			from: written,
			record: final,
			texts: state.texts,
			isNew
		};
		await keepTold(context, step).catch(() => void 0);
	}
	return final;
}
function settledRecord(state, { outcome, removed }) {
	const { head: _head, tests: _tests, withdrawn: _withdrawn, ...known } = state.record;
	const shown = ownPullRequest(state) ?? (outcome.kind === "merged" ? outcome.pullRequest : null);
	const proof = isTakenFromReview(outcome) ? proofOf(state.record) : null;
	return {
		...known,
		...proof === null ? {} : { proof },
		...commitOf(state.record, removed),
		...shown === null ? {} : { pullRequest: {
			number: shown.number,
			url: shown.url
		} },
		state: "done",
		outcome
	};
}
function commitOf({ head, withdrawn = head }, removed) {
	if (head !== void 0 && !removed) return { head };
	return withdrawn === void 0 ? {} : { withdrawn };
}
async function sayEverywhere(context, state, record) {
	const view = viewFrom(context.site, record, state.texts);
	const sha = spokenOf$1(record, state.pullRequest);
	const [told, status, demoted] = await Promise.all([
		tell(context, configOf(state.snapshot)?.slack?.channel, view, state.record),
		sha === void 0 || !speaksOfHead(record) ? void 0 : setStatus(context, sha, view),
		demote(context, state, record)
	]);
	return {
		...record,
		...told.slack === void 0 ? {} : { slack: told.slack },
		warnings: mergeWarnings(record.warnings, [
			told.warning,
			status,
			...demoted
		])
	};
}
async function setStatus({ forge }, sha, view) {
	try {
		await sayStatus(forge, {
			sha,
			record: view.record,
			status: formatStatus(view)
		});
		return;
	} catch (error) {
		return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
	}
}
async function demote(context, state, record) {
	const { snapshot, texts: patch } = state;
	const shown = ownPullRequest(state);
	const ended = record.outcome?.kind === "canceled" || record.outcome?.kind === "crashed";
	const { tests } = proofOf(record) ?? { tests: "none" };
	return ended && tests === "none" && shown?.state === "open" ? await demotePullRequest({
		context,
		snapshot,
		patch,
		handover: NO_DECORATION
	}, record, shown) : [];
}
const NO_DECORATION = {
	labels: [],
	reviewers: []
};

// src/stages/control/earlier-step.ts
async function findStep(context, { id, head }, isWanted) {
	return newestStep(context, {
		id,
		head
	}, (record) => record.head === head && isWanted(record));
}
async function findMade$1(context, of) {
	return await findOrigin(context, of) ?? await findPlan(context, of);
}
async function findMadeBelow(context, { id, head, base }) {
	return findBehind(context, {
		head,
		base
	}, async ({ oid, message }) => message.includes("Ghost-Digest: ") ? await findMade$1(context, {
		id,
		head: oid
	}) : null);
}
async function findPlan(context, { id, head }) {
	const named = await findStep(context, {
		id,
		head
	}, ({ plan }) => plan !== void 0);
	const commit = named === null ? await context.ledger.commit(head) : null;
	if (commit === null) return named;
	const claim = await newestStep(context, {
		id,
		head
	}, (record) => record.state === "applied" && isOurs({
		...commit,
		oid: head
	}, record));
	return claim === null ? null : {
		...claim,
		record: {
			...claim.record,
			head
		}
	};
}
async function newestStep({ ledger }, { id, head }, isWanted) {
	for (const limit of READ_STEPS) {
		const history = await ledger.history(recordRef(id), limit);
		for (const { message, tree } of history) {
			const parsed = parseRecord(message);
			if (parsed.ok && isWanted(parsed.record)) return {
				record: parsed.record,
				tree
			};
		}
		if (history.length < limit) return null;
	}
	throw new LongRecordError(`the record of ${id} has ${MOST_STEPS} steps or more, so that nobody knows what came of ${head ?? "it"}; send the patch under a new id`);
}
const MOST_STEPS = 2e3;
const READ_STEPS = [100, MOST_STEPS];
var LongRecordError = class extends Error {
	name = "LongRecordError";
};
async function findOrigin(context, record) {
	return findStep(context, record, (step) => step.state === "done" && isAboutHead(step));
}
async function whatCameOfHead(context, record) {
	if (speaksOfHead(record)) return record;
	const origin = await findOrigin(context, record);
	return origin === null ? null : {
		...origin.record,
		...record.ci === void 0 ? {} : { ci: record.ci }
	};
}
function asBefore(record, before) {
	const { attempt, slack, replaced, keptBeside, turnedAway, pullRequest } = record;
	return {
		...pullRequest === void 0 ? {} : { pullRequest },
		...before.record,
		attempt,
		...keptBeside === void 0 ? {} : { keptBeside },
		...slack === void 0 ? {} : { slack: {
			channel: slack.channel,
			ts: slack.ts
		} },
		...replaced === void 0 ? {} : { replaced },
		...turnedAway === void 0 ? {} : { turnedAway }
	};
}
async function restore(context, state, before) {
	const { recordCommit } = state;
	const from = {
		...state,
		recordCommit: {
			...recordCommit,
			tree: before.tree
		}
	};
	const written = await writeStep(context, from, { record: asBefore(state.record, before) });
	return written === "moved" ? null : written.oid;
}

// src/stages/control/poll.ts
async function lookUntil({ wait }, seconds, look) {
	let waited = 0;
	for (let pause = FIRST_PAUSE;; pause = Math.min(LONGEST_PAUSE, pause * GROWTH)) {
		const seen = await look();
		if (seen !== null || waited >= seconds) return seen;
		await wait(pause);
		waited += pause;
	}
}
const FIRST_PAUSE = .5;
const LONGEST_PAUSE = 5;
const GROWTH = 1.5;

// src/report/unified-diff.ts
function diffFiles(files) {
	let [left, room] = [MAX_STEPS, MAX_CHARACTERS$6];
	return files.map((file) => {
		const { text, steps } = formatFile(file, left);
		left -= steps;
		room -= text.length;
		return withDiff(file, room < 0 ? `${headsOf(file)}Too much differs to be shown\n` : text);
	});
}
const MAX_CHARACTERS$6 = 2e6;
const MAX_STEPS = 4e6;
const MAX_LINES$1 = 5e3;
const CONTEXT_LINES = 3;
function formatFile(file, left) {
	const { path, from = path, before, unread, after } = file;
	const [oldName, newName] = namesOf(file);
	const heads = headsOf(file);
	if (unread !== void 0) return {
		text: `${heads}Not shown: ${from} has ${unread} bytes\n`,
		steps: 0
	};
	if (isSame$1(file)) return {
		text: gitHeadsOf(file),
		steps: 0
	};
	if (left <= 0 && before !== null && after !== null) return {
		text: `${heads}Too many lines differ to be shown\n`,
		steps: 0
	};
	const [oldText, newText] = [textOf(before), textOf(after)];
	if (oldText === null || newText === null) return {
		text: `${heads}Binary files differ\n`,
		steps: 0
	};
	const isOneSided = oldText === "" || newText === "";
	const most = isOneSided ? MAX_LINES$1 : Math.floor(Math.sqrt(Math.max(0, left)));
	const text = createTwoFilesPatch(oldName, newName, oldText, newText, void 0, void 0, {
		context: CONTEXT_LINES,
		maxEditLength: most,
		headerOptions: {
			includeIndex: false,
			includeUnderline: false,
			includeFileHeaders: true
		}
	});
	const differing = text === void 0 ? most : countDiffering(text);
	const hasLines = text?.includes("\n@@ ") ?? false;
	return {
		text: text === void 0 ? `${heads}Too many lines differ to be shown\n` : `${gitHeadsOf(file)}${hasLines ? text : ""}`,
		steps: isOneSided ? differing : differing ** 2
	};
}
function countDiffering(diff) {
	return diff.match(/^[-+]/gm)?.length ?? 0;
}
function textOf(bytes) {
	if (bytes === null) return "";
	return isUtf8(bytes) && !bytes.includes(0) ? textOfUtf8(bytes) : null;
}

// src/apply/edit/text-search.ts
function* placesIn(text, find, from = 0) {
	let at = text.indexOf(find.slice(0, SHORT), from);
	for (let left = text.length; at !== -1 && (find.length <= SHORT || left >= 0); left -= find.length) {
		if (text.startsWith(find, at)) yield at;
		at = text.indexOf(find.slice(0, SHORT), at + 1);
	}
	if (at !== -1) yield* placesByPrefixes(text, find, at);
}
function firstPlaceIn(text, find) {
	for (const at of placesIn(text, find)) return at;
	return null;
}
const SHORT = 64;
function* placesByPrefixes(text, find, from) {
	const prefixes = prefixesOf(find);
	let length = 0;
	for (let at = from; at < text.length; at += 1) {
		length = grown$1(find, {
			prefixes,
			length,
			code: text.charCodeAt(at)
		});
		if (length < find.length) continue;
		yield at - find.length + 1;
		length = prefixes[length - 1] ?? 0;
	}
}
function prefixesOf(find) {
	const prefixes = new Int32Array(find.length);
	for (let at = 1; at < find.length; at += 1) prefixes[at] = grown$1(find, {
		prefixes,
		length: prefixes[at - 1] ?? 0,
		code: find.charCodeAt(at)
	});
	return prefixes;
}
function grown$1(find, { prefixes, length, code }) {
	let reached = length;
	while (reached > 0 && find.charCodeAt(reached) !== code) reached = prefixes[reached - 1] ?? 0;
	return find.charCodeAt(reached) === code ? reached + 1 : reached;
}

// src/apply/locate/sharpen.ts
function sharpen(hunk) {
	const { lines } = hunk;
	const sharp = [];
	for (let start = 0; start < lines.length;) {
		const end = endOfChange$1(lines, start);
		if (end === start) {
			const line = lines[start];
			if (line !== void 0) sharp.push(line);
			start += 1;
			continue;
		}
		for (const line of sharpened(lines.slice(start, end))) sharp.push(line);
		start = end;
	}
	return sharp.length === lines.length ? hunk : {
		...hunk,
		lines: sharp
	};
}
function changedLines(before, after) {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
	return slidDown$1([
		...marked(" ", before.slice(0, head)),
		...between$1(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
		...marked(" ", before.slice(before.length - tail))
	]);
}
function slidDown$1(lines) {
	const slid = [...lines];
	for (let start = slid.length - 1; start >= 0; start -= 1) {
		const mark = slid[start]?.[0];
		if (mark === " " || mark === void 0 || (slid[start - 1]?.[0] ?? " ") !== " ") continue;
		let end = start;
		while (slid[end]?.[0] === mark) end += 1;
		for (let first = start; slid[end]?.[0] === " " && slid[first]?.[1] === slid[end]?.[1]; first += 1) {
			slid[end] = [mark, slid[end]?.[1] ?? ""];
			slid[first] = [" ", slid[first]?.[1] ?? ""];
			end += 1;
		}
	}
	return slid;
}
function endOfChange$1(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] !== " ") end += 1;
	return end;
}
function sharpened(change) {
	const before = change.flatMap(([mark, text]) => mark === "-" ? [text] : []);
	const added = new Set(change.flatMap(([mark, text]) => mark === "+" ? [text] : []));
	if (!before.some((text) => added.has(text))) return change;
	return changedLines(before, change.flatMap(([mark, text]) => mark === "+" ? [text] : []));
}
function between$1(before, after) {
	const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDIT_LENGTH });
	if (parts === void 0) return [...marked("-", before), ...marked("+", after)];
	return parts.flatMap(({ value, added, removed }) => marked(added ? "+" : removed ? "-" : " ", value));
}
const MAX_EDIT_LENGTH = 1e3;
function marked(mark, texts) {
	return texts.map((text) => [mark, text]);
}

// src/apply/diagnosis/correction.ts
function correctionOf(scene, rewrite) {
	const region = uniqueRegion(scene, withNeighbour(scene, rewrite));
	if (region === null || region.from === region.to) return null;
	const find = scene.lines(region.from, region.to).join("\n");
	const above = scene.lines(region.from, rewrite.from);
	const below = scene.lines(rewrite.to, region.to);
	const replace = [
		...above,
		...rewrite.lines,
		...below
	].join("\n");
	if (find === replace || find.length + replace.length > MAX_CHARACTERS$5) return null;
	return standsOnce(scene.text(), find) ? {
		kind: "edit",
		path: scene.path,
		find,
		replace
	} : null;
}
const MAX_CHARACTERS$5 = 6e3;
const MAX_EXTENSION = 30;
const MAX_RIVALS$1 = 1e3;
function withNeighbour(scene, { from, to, lines }) {
	return lines.length > 0 && scene.lines(from, to).some((line) => line.trim() !== "") ? {
		from,
		to
	} : {
		from: Math.max(0, from - 1),
		to: Math.min(scene.lineCount(), to + 1)
	};
}
function uniqueRegion(scene, start) {
	let { from, to } = start;
	let rivals = rivalsOf$1(scene, start);
	for (let step = 0; rivals !== null && step <= MAX_EXTENSION; step += 1) {
		if (rivals.length === 0) return {
			from,
			to
		};
		const above = from > 0 ? rivalsAbove(scene, rivals, from) : null;
		const below = to < scene.lineCount() ? rivalsBelow(scene, rivals, to) : null;
		if (above === null && below === null) return null;
		if (below === null || above !== null && isBetter(above.length - below.length, start.from - from - (to - start.to))) {
			rivals = above;
			from -= 1;
		} else {
			rivals = below;
			to += 1;
		}
	}
	return null;
}
function isBetter(moreRivals, moreLines) {
	return moreRivals < 0 || moreRivals === 0 && moreLines <= 0;
}
function rivalsOf$1(scene, { from, to }) {
	const text = scene.text();
	const find = scene.lines(from, to).join("\n");
	const own = scene.offsetOf(from);
	const rivals = [];
	if (find === "") return null;
	for (const at of placesIn(text, find)) {
		if (rivals.length > MAX_RIVALS$1) return null;
		if (at !== own) rivals.push({
			start: at,
			end: at + find.length
		});
	}
	return rivals;
}
function rivalsAbove({ text, line }, rivals, from) {
	const more = `${line(from - 1)}\n`;
	return rivals.flatMap(({ start, end }) => {
		return start >= more.length && text().startsWith(more, start - more.length) ? [{
			start: start - more.length,
			end
		}] : [];
	});
}
function rivalsBelow({ text, line }, rivals, to) {
	const more = `\n${line(to)}`;
	return rivals.flatMap(({ start, end }) => {
		return text().startsWith(more, end) ? [{
			start,
			end: end + more.length
		}] : [];
	});
}
function standsOnce(text, find) {
	const [first, second] = placesIn(text, find).take(2);
	return first !== void 0 && second === void 0;
}

// src/apply/diagnosis/difference.ts
function differenceAt(scene, expected, place) {
	const rows = [];
	const changed = [];
	let [i, j] = [0, place.pairs[0]?.found ?? 0];
	const passTo = (nextExpected, nextFound) => {
		for (; i < nextExpected; i += 1) rows.push({
			mark: "-",
			text: expected[i] ?? ""
		});
		for (; j < nextFound; j += 1) rows.push({
			mark: "+",
			text: scene.line(place.origin + j)
		});
	};
	for (const pair of place.pairs) {
		passTo(pair.expected, pair.found);
		const [left, right] = [expected[pair.expected] ?? "", scene.line(place.origin + pair.found)];
		if (pair.difference === "none") rows.push({
			mark: " ",
			text: right
		});
		else {
			rows.push({
				mark: "-",
				text: left
			}, {
				mark: "+",
				text: right
			});
			const onlySpace = pair.difference === "space";
			changed.push({
				position: place.origin + pair.found,
				expected: left,
				found: right,
				onlySpace
			});
		}
		[i, j] = [pair.expected + 1, pair.found + 1];
	}
	passTo(Math.min(expected.length, i + MAX_ROWS), j);
	const alone = (mark) => rows.filter((row) => row.mark === mark).length - changed.length;
	return {
		diff: shorten(rows),
		changed,
		missing: alone("-"),
		extra: alone("+")
	};
}
const MAX_ROWS = 60;
const SHOWN_EQUAL = 3;
const MAX_CHARACTERS$4 = 200;
function shorten(rows) {
	const near = nearDifferences(rows);
	const lines = [];
	for (let at = 0; at < rows.length && lines.length < MAX_ROWS;) {
		let end = at;
		while (end < rows.length && near[end] === 0) end += 1;
		if (end - at > 1) {
			lines.push(`@@ ${end - at} equal lines @@`);
			at = end;
			continue;
		}
		const { mark, text } = rows[at] ?? {
			mark: " ",
			text: ""
		};
		lines.push(mark + shownLine(text));
		at += 1;
	}
	return lines;
}
function nearDifferences(rows) {
	const near = new Uint8Array(rows.length);
	for (const [at, { mark }] of rows.entries()) if (mark !== " ") near.fill(1, Math.max(0, at - SHOWN_EQUAL), at + SHOWN_EQUAL + 1);
	return near;
}
function shownLine(text) {
	return text.length <= MAX_CHARACTERS$4 ? text : `${text.slice(0, MAX_CHARACTERS$4).toWellFormed()}…`;
}

// src/apply/diagnosis/hunk-rewrite.ts
function rewriteAt(scene, lines, place) {
	const matches = /* @__PURE__ */ new Map();
	const old = lines.filter(([mark]) => mark !== "+");
	const expected = old.map(([, text]) => text);
	for (const pair of place.pairs) {
		const position = place.origin + pair.found;
		const isSame = isSameLine(pair, expected[pair.expected] ?? "", scene.line(position));
		matches.set(pair.expected, {
			position,
			isSame
		});
	}
	const isOpen = ([, text, note], row) => note === "unmarked" && text.trim() !== "" && matches.get(row)?.isSame !== true;
	if (old.some(isOpen)) return null;
	const edits = [];
	for (const run of runsOf(lines)) {
		const edit = editOf(run, {
			matches,
			count: expected.length
		});
		if (edit === null || edit.at < (edits.at(-1)?.end ?? 0)) return null;
		edits.push(edit);
	}
	return joinEdits(scene, edits);
}
function runsOf(lines) {
	const runs = [];
	let old = 0;
	let open;
	for (const [mark, text] of lines) {
		if (mark === " ") {
			open = void 0;
			old += 1;
			continue;
		}
		if (open === void 0) {
			open = {
				first: old,
				removed: 0,
				inserted: []
			};
			runs.push(open);
		}
		if (mark === "+") open.inserted.push(text);
		else {
			open.removed += 1;
			old += 1;
		}
	}
	return runs;
}
function isSameLine({ difference, likeness }, expected, found) {
	if (difference === "none") return true;
	const [left, right] = [expected.trim(), found.trim()];
	return likeness >= SURE_LIKENESS && indentOf$1(expected) === indentOf$1(found) && left.at(0) === right.at(0) && left.at(-1) === right.at(-1);
}
const SURE_LIKENESS = .6;
function indentOf$1(line) {
	return line.length - line.trimStart().length;
}
function editOf({ first, removed, inserted }, { matches, count }) {
	if (removed === 0) {
		const at = gapAt(first, {
			matches,
			count
		});
		return at === null ? null : {
			at,
			end: at,
			insert: inserted
		};
	}
	const at = matches.get(first)?.position ?? -1;
	return Array.from({ length: removed }, (_, offset) => matches.get(first + offset)).every((match, offset) => match?.isSame === true && match.position === at + offset) ? {
		at,
		end: at + removed,
		insert: inserted
	} : null;
}
function gapAt(next, { matches, count }) {
	const before = matches.get(next - 1);
	const after = matches.get(next);
	if (!((next === 0 || before?.isSame === true) && (next === count || after?.isSame === true)) || before === void 0 && after === void 0) return null;
	if (before !== void 0 && after !== void 0 && after.position !== before.position + 1) return null;
	return after?.position ?? (before?.position ?? 0) + 1;
}
function joinEdits(scene, edits) {
	const [first] = edits;
	const last = edits.at(-1);
	if (first === void 0 || last === void 0) return null;
	const lines = [];
	let done = first.at;
	for (const { at, end, insert } of edits) {
		lines.push(...scene.lines(done, at), ...insert);
		done = end;
	}
	return {
		from: first.at,
		to: last.end,
		lines
	};
}

// src/apply/locate/votes.ts
function mostVoted(sightings) {
	const votes = /* @__PURE__ */ new Map();
	let left = MAX_VOTES;
	for (const { offset, positions } of sightings.toSorted(byRarity)) {
		left -= positions.length;
		if (left < 0) break;
		for (const position of positions) {
			const start = position - offset;
			votes.set(start, (votes.get(start) ?? 0) + 1 / positions.length);
		}
	}
	return [...votes].sort(([, left], [, right]) => right - left).slice(0, 8).map(([start]) => start);
}
const MAX_VOTES = 2e3;
const MOST_STARTS = 8;
function byRarity(left, right) {
	return left.positions.length - right.positions.length;
}

// src/apply/diagnosis/compare.ts
function compareLines(expected, found, reach) {
	const alike = expected.map((line, i) => likenessWithin(line, found.slice(i, i + reach + 1), expected.length));
	const weights = expected.map(weightOf$1);
	const pairs = trace$1({
		alike,
		weights,
		sums: bestSums(alike, weights, reach),
		reach
	}).map(({ i, k }) => {
		const value = alike[i]?.[k] ?? 0;
		const difference = value === 1 ? "none" : value === .97 ? "space" : "text";
		return {
			expected: i,
			found: i + k,
			difference,
			likeness: value
		};
	});
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const reached = pairs.reduce((sum, pair) => sum + pair.likeness * (weights[pair.expected] ?? 0), 0);
	return {
		score: total === 0 ? 0 : Math.round(100 * reached / total) / 100,
		pairs
	};
}
function likenessWithin(line, others, count) {
	const least = count === 1 ? LEAST_OF_ONE : LEAST_LIKENESS;
	return others.map((other) => {
		const value = likeness(line, other);
		return value >= least ? value : 0;
	});
}
const LEAST_LIKENESS = .5;
const LEAST_OF_ONE = .3;
const PASSING = .001;
function bestSums(alike, weights, reach) {
	const sums = Array.from({ length: alike.length + 1 }, () => new Float64Array(reach + 1));
	for (let i = alike.length - 1; i >= 0; i -= 1) {
		const next = sums[i + 1];
		let afterFound = 0;
		for (let k = reach; k >= 0; k -= 1) {
			const both = (alike[i]?.[k] ?? 0) * (weights[i] ?? 0) + (next?.[k] ?? 0);
			afterFound = Math.max(both, next?.[k - 1] ?? 0, afterFound - PASSING);
			sums[i]?.fill(afterFound, k, k + 1);
		}
	}
	return sums;
}
function trace$1({ alike, weights, sums, reach }) {
	const pairs = [];
	let [i, k] = [0, 0];
	while (i < alike.length) {
		const here = sums[i]?.[k] ?? 0;
		const value = alike[i]?.[k] ?? 0;
		if (value * (weights[i] ?? 0) + (sums[i + 1]?.[k] ?? 0) === here) {
			if (value > 0) pairs.push({
				i,
				k
			});
			i += 1;
		} else if (k > 0 && sums[i + 1]?.[k - 1] === here) {
			i += 1;
			k -= 1;
		} else if (k < reach) k += 1;
		else i += 1;
	}
	return pairs;
}

// src/apply/diagnosis/seeds.ts
function linesWithWords(text, words) {
	const hashes = new Map(Array.from(words, (word) => [word, hashOf$1(word)]));
	const wanted = new Map(Array.from(hashes.values(), (hash) => [hash, []]));
	const filter = new Uint8Array(FILTER_SIZE);
	for (const hash of wanted.keys()) filter[hash & FILTER_SIZE - 1] = 1;
	let line = 0;
	let hash = SEED;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code < ASCII ? ASCII_WORD[code] === 1 : isWordCode(code)) {
			hash = Math.imul(hash ^ code, PRIME);
			continue;
		}
		if (filter[hash & FILTER_SIZE - 1] === 1) addPlace(wanted.get(hash), line);
		if (code === LINE_FEED$1) line += 1;
		hash = SEED;
	}
	addPlace(wanted.get(hash), line);
	const found = Array.from(hashes, ([word, hash]) => [word, wanted.get(hash) ?? []]);
	return new Map(found.filter(([, places]) => places.length > 0 && places.length <= MAX_PLACES$2));
}
function wordsOf$2(line) {
	const words = /* @__PURE__ */ new Set();
	const end = Math.min(line.length, MAX_CHARACTERS$3);
	let start = 0;
	for (let at = 0; at <= end; at += 1) {
		if (at < end && isWordCode(line.charCodeAt(at))) continue;
		if (at - start >= LEAST_WORD) words.add(line.slice(start, at));
		start = at + 1;
	}
	return [...words];
}
function linesLike(text, line, limit) {
	const wanted = line.trim().slice(0, MAX_CHARACTERS$3);
	const pairs = new Uint8Array(FILTER_SIZE);
	for (let at = 1; at < wanted.length; at += 1) pairs[pairOf(wanted.charCodeAt(at - 1), wanted.charCodeAt(at))] = 1;
	const best = [];
	let [position, common, length, before] = [
		0,
		0,
		0,
		0
	];
	for (let at = 0; at <= text.length; at += 1) {
		const code = at < text.length ? text.charCodeAt(at) : LINE_FEED$1;
		if (code !== LINE_FEED$1) {
			if (code > SPACE) length += 1;
			if (pairs[pairOf(before, code)] === 1) common += 1;
			before = code;
			continue;
		}
		const score = 2 * common / (length + wanted.length);
		if (score >= LEAST_SCORE$3) keepBest(best, {
			position,
			score
		}, limit);
		position += 1;
		[common, length, before] = [
			0,
			0,
			0
		];
	}
	return best.map(({ position }) => position);
}
const LEAST_SCORE$3 = .5;
const MAX_PLACES$2 = 50;
const MAX_CHARACTERS$3 = 400;
const LEAST_WORD = 2;
const FILTER_SIZE = 65536;
const SEED = -2128831035;
const PRIME = 16777619;
const LINE_FEED$1 = 10;
const SPACE = 32;
function hashOf$1(word) {
	let hash = SEED;
	for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
	return hash;
}
function addPlace(places, line) {
	if (places !== void 0 && places.length <= MAX_PLACES$2 && places.at(-1) !== line) places.push(line);
}
function isWordCode(code) {
	if (code < ASCII) return ASCII_WORD[code] === 1;
	return code >= 192 && (code < 8192 || code > 8303) && code !== 12288 && code !== 65279;
}
const ASCII = 128;
const ASCII_WORD = Uint8Array.from({ length: ASCII }, (_, code) => /\w/.test(String.fromCharCode(code)) ? 1 : 0);
function pairOf(left, right) {
	return (left << 7 ^ right) & 65535;
}
function keepBest(best, entry, limit) {
	if (best.length === limit && entry.score <= (best.at(-1)?.score ?? 0)) return;
	const at = best.findIndex(({ score }) => score < entry.score);
	best.splice(at === -1 ? best.length : at, 0, entry);
	if (best.length > limit) best.pop();
}

// src/apply/diagnosis/nearest.ts
function nearestPlaces(scene, wanted) {
	const blocks = wanted.map((block) => ({
		...block,
		lines: block.lines.slice(0, 200)
	}));
	const known = blocks.map((block) => bestPlaces(scene, block, block.near?.() ?? []));
	const words = blocks.map(({ lines }, index) => isSure(known[index]) ? [] : lines.map(wordsOf$2));
	const sought = words.flat(2);
	const places = sought.length === 0 ? /* @__PURE__ */ new Map() : linesWithWords(scene.text(), sought);
	return blocks.map((block, index) => {
		const near = known[index] ?? [];
		if (isSure(near) || block.lines.length === 0) return near;
		const voted = bestPlaces(scene, block, [...originsOf(near), ...startsByWords(words[index] ?? [], places)]);
		if (isGood(voted)) return voted;
		return bestPlaces(scene, block, [...originsOf(voted), ...startsByLikeness(scene, block)]);
	});
}
function isSure(places) {
	return (places?.[0]?.score ?? 0) >= SURE_SCORE;
}
function isGood(places) {
	return (places[0]?.score ?? 0) >= GOOD_SCORE;
}
function originsOf(places) {
	return places.map(({ position }) => position);
}
function placeAt$3(scene, lines, position) {
	const block = lines.slice(0, 200);
	const found = scene.lines(position, position + block.length);
	return {
		...compareLines(block.map(profileOf), found.map(profileOf), 0),
		origin: position,
		position
	};
}
const SHOWN_PLACES = 3;
const LEAST_SCORE$2 = .25;
const SURE_SCORE = .9;
const GOOD_SCORE = .6;
const MAX_LINES = 200;
const MAX_SLACK = 12;
function startsByWords(words, places) {
	return mostVoted(words.flatMap((line, offset) => line.flatMap((word) => {
		const positions = places.get(word);
		return positions === void 0 ? [] : [{
			offset,
			positions
		}];
	})));
}
function startsByLikeness({ text }, { lines }) {
	const longest = lines.reduce((best, line, offset) => {
		return line.trim().length > (lines[best]?.trim().length ?? 0) ? offset : best;
	}, 0);
	return linesLike(text(), lines[longest] ?? "", 8).map((position) => position - longest);
}
function bestPlaces(scene, block, starts) {
	const { lines, hint } = block;
	const profiles = lines.map(profileOf);
	const places = (hint === void 0 || hint >= scene.lineCount() ? starts : [...starts, hint]).flatMap((start) => {
		const slack = Math.min(MAX_SLACK, SLACK_OF_ONE + Math.floor(lines.length / 2));
		const origin = Math.max(0, start - slack);
		const reach = Math.max(0, start) - origin + slack;
		const found = scene.lines(origin, origin + lines.length + reach).map(profileOf);
		const comparison = compareLines(profiles, found, reach);
		const [first] = comparison.pairs;
		const position = origin + (first?.found ?? 0);
		const place = {
			...comparison,
			origin,
			position
		};
		return first === void 0 || !isWithin$2(block, place) ? [] : [place];
	});
	const distance = ({ position }) => Math.abs(position - (hint ?? position));
	return apart(places.sort((left, right) => right.score - left.score || distance(left) - distance(right)), lines.length);
}
function isWithin$2({ within }, { origin, pairs }) {
	if (within === void 0) return true;
	return 2 * pairs.filter(({ found }) => origin + found >= within.start && origin + found < within.end).length >= pairs.length;
}
function apart(ranked, length) {
	const best = [];
	for (const place of ranked) if (best.every(({ position }) => Math.abs(position - place.position) >= Math.max(1, length / 2)) && place.score >= LEAST_SCORE$2 && best.length < SHOWN_PLACES) best.push(place);
	return best;
}
const SLACK_OF_ONE = 1;

// src/apply/diagnosis/candidates.ts
function affordable(scene, candidates) {
	scene.effort.explanations -= 1;
	if (scene.effort.explanations < 0) return {};
	return { candidates: candidates().map((candidate) => candidateData(scene, candidate)) };
}
function blockCandidates(scene, { lines, positions }) {
	const expected = lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
	return positions.slice(0, 3).map((from) => {
		const rewrite = rewriteAt(scene, lines, placeAt$3(scene, expected, from));
		return {
			from,
			to: from + expected.length,
			rewrite
		};
	});
}
const SHOWN_CANDIDATES = 3;
function candidateData(scene, { from, to, rewrite }) {
	const first = Math.max(0, from - LINES_AROUND);
	const end = Math.min(to, from + LINES_WITHIN);
	const lines = scene.lines(first, end + LINES_AROUND).map(shownLine);
	const correction = rewrite === null ? null : correctionOf(scene, rewrite);
	const place = {
		line: from + 1,
		last: to,
		from: first + 1,
		lines
	};
	return correction === null ? place : {
		...place,
		correction
	};
}
const LINES_AROUND = 4;
const LINES_WITHIN = 8;
function linesData(positions) {
	return {
		lines: positions.slice(0, LISTED_LINES).map((position) => position + 1),
		total: positions.length
	};
}
function linesText(positions) {
	const shown = positions.slice(0, SHOWN_LINES).map((position) => String(position + 1));
	if (positions.length === 1) return `line ${shown[0]}`;
	if (positions.length > SHOWN_LINES) return `lines ${shown.join(", ")} and ${positions.length - SHOWN_LINES} more`;
	return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
const LISTED_LINES = 1e3;
const SHOWN_LINES = 8;

// src/apply/diagnosis/describe.ts
function describeNearest(place, difference) {
	const nearest = `The nearest place is line ${place.position + 1}`;
	const { changed = [], missing = 0, extra = 0 } = difference ?? {};
	const [only] = changed;
	if (missing + extra === 0 && only !== void 0) {
		if (changed.every(({ onlySpace }) => onlySpace)) return `${nearest}, where ${countOf(changed.length, "line")} ${changed.length === 1 ? "differs" : "differ"} in white space only.`;
		if (changed.length === 1) return `${nearest}${describeOnly(only, place)}.`;
	}
	const parts = [
		...changed.length > 0 ? [`${countOf(changed.length, "line")} ${changed.length === 1 ? "reads" : "read"} differently`] : [],
		...missing > 0 ? [`${countOf(missing, "line")} of the patch ${missing === 1 ? "is" : "are"} missing`] : [],
		...extra > 0 ? [`the file has ${countOf(extra, "line")} more in between`] : []
	];
	return parts.length === 0 ? `${nearest}.` : `${nearest}, where ${joinParts(parts)}.`;
}
function countOf(count, what) {
	return `${count} ${what}${count === 1 ? "" : "s"}`;
}
function describeOnly({ position, found, expected }, place) {
	const reads = `reads ${quoted(found)} and not ${quoted(expected)}`;
	return position === place.position ? `, which ${reads}` : `; there, line ${position + 1} ${reads}`;
}
function joinParts(parts) {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
const QUOTED_CHARACTERS = 80;
function quoted(line) {
	const text = shownLine(line.trim());
	return `"${text.length <= QUOTED_CHARACTERS ? text : `${text.slice(0, QUOTED_CHARACTERS).toWellFormed()}…`}"`;
}

// src/apply/locate/already.ts
function isTelling(hunk) {
	return hunk.lines.some(([mark, text]) => mark !== "-" && hasWord$1(text)) && (adds(hunk) || isClosed(hunk));
}
function adds({ lines }) {
	return lines.some(([mark]) => mark === "+");
}
function isClosed({ lines }) {
	for (let start = 0; start < lines.length;) {
		const end = endOf$1(lines, start);
		if (lines[start]?.[0] === "-") {
			const removed = lines.slice(start, end);
			const above = lines.slice(beginOf$1(lines, start - 1), start);
			const below = lines.slice(end, endOf$1(lines, end));
			if (above.length === 0 || saySame(above, removed.slice(-above.length))) return false;
			if (below.length === 0 || saySame(below, removed.slice(0, below.length))) return false;
		}
		start = end;
	}
	return true;
}
function endOf$1(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] === lines[start]?.[0]) end += 1;
	return end;
}
function beginOf$1(lines, last) {
	let start = last + 1;
	while (start > 0 && lines[start - 1]?.[0] === lines[last]?.[0]) start -= 1;
	return start;
}
function saySame(lines, others) {
	return lines.length === others.length && lines.every(([, text], line) => text.trim() === others[line]?.[1].trim());
}
function saysAnything(text) {
	return /[\p{L}\p{N}]/u.test(text);
}
function hasWord$1(line) {
	return /[\p{L}\p{N}_]{3}/u.test(line);
}

// src/apply/diagnosis/misspelt.ts
function meantPart(line, text) {
	if (text.length > MAX_TEXT || line.length > MAX_LINE) return null;
	const head = longestPart(text.length, (length) => occursOnce(line, text.slice(0, length)));
	const tail = longestPart(text.length, (length) => occursOnce(line, text.slice(text.length - length)));
	const start = line.indexOf(text.slice(0, head));
	const end = line.indexOf(text.slice(text.length - tail)) + tail;
	const change = Math.abs(end - start - text.length);
	return head > 0 && tail > 0 && (head + tail) / text.length >= LEAST_SHARE && end > start && change <= text.length * (1 - LEAST_SHARE) ? {
		start,
		end
	} : null;
}
const LEAST_SHARE = .7;
const MAX_TEXT = 200;
const MAX_LINE = 2e3;
function longestPart(limit, fits) {
	for (let length = limit; length > 0; length -= 1) if (fits(length)) return length;
	return 0;
}
function occursOnce(line, part) {
	const first = line.indexOf(part);
	return first !== -1 && line.indexOf(part, first + 1) === -1;
}

// src/apply/diagnosis/explain.ts
function explainMissing(scene, sought) {
	const { effort } = scene;
	const affordable = Math.max(0, Math.min(sought.length, effort.explanations));
	effort.explanations -= sought.length;
	const wanted = sought.slice(0, affordable).map((block) => ({
		...block,
		lines: expectedOf(block)
	}));
	const nearest = affordable === 0 ? [] : nearestPlaces(scene, wanted);
	return sought.map((block, index) => {
		const places = nearest[index];
		return places === void 0 ? UNEXPLAINED : explanationOf(scene, block, places);
	});
}
function hasNearest({ nearest }) {
	return Array.isArray(nearest) && nearest.length > 0;
}
const UNEXPLAINED = {
	sentence: "Send the lines as they stand in the file.",
	data: {}
};
function expectedOf({ lines }) {
	return lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
}
function explanationOf(scene, block, places) {
	const expected = expectedOf(block);
	const [best] = places;
	if (best === void 0) return {
		sentence: "Nothing in the file comes close. Send the lines as they stand there.",
		data: { nearest: [] }
	};
	const differences = places.map((place) => differenceAt(scene, expected, place));
	const nearest = places.map(({ position, score }, index) => {
		return {
			line: position + 1,
			score,
			diff: differences[index]?.diff ?? []
		};
	});
	const rewrite = certainRewrite(scene, block, places);
	const correction = rewrite === null ? null : correctionOf(scene, rewrite);
	return {
		sentence: `${describeNearest(best, differences[0])} Send the lines as they stand there.`,
		data: correction === null ? { nearest } : {
			nearest,
			correction
		}
	};
}
function certainRewrite(scene, { lines, part }, places) {
	const [best, next] = places;
	if (best === void 0) return null;
	if (part !== void 0) {
		const [rewrite = null, other = null] = places.map(({ position }) => partRewrite(scene, part, position));
		return other === null ? rewrite : null;
	}
	if (!isClear(best, next) || isTorn(lines, best) || lacksKnownLine(scene, lines, best)) return null;
	return rewriteAt(scene, lines, best);
}
function isTorn(lines, { pairs }) {
	const old = lines.filter(([mark]) => mark !== "+");
	const isRemoved = ({ expected }) => old[expected]?.[0] === "-";
	return pairs.some((pair, index) => {
		const above = pairs[index - 1];
		if (above === void 0 || !isRemoved(above) && !isRemoved(pair)) return false;
		return pair.found - above.found - (pair.expected - above.expected) > MOST_OTHERS;
	});
}
const MOST_OTHERS = 3;
function lacksKnownLine(scene, lines, { pairs }) {
	const same = new Set(pairs.flatMap(({ expected, difference }) => difference === "text" ? [] : [expected]));
	return lines.filter(([mark]) => mark !== "+").slice(0, 200).some(([mark, text], row) => mark === " " && !same.has(row) && hasWord$1(text) && hasLine(scene, text));
}
function hasLine({ text, line, lineAt, effort }, wanted) {
	effort.searching -= text().length;
	if (effort.searching < 0) return true;
	return placesIn(text(), wanted).take(MOST_LOOKED_AT).some((offset) => line(lineAt(offset)) === wanted);
}
const MOST_LOOKED_AT = 40;
function isClear(best, next) {
	const margin = Math.max(LEAST_MARGIN, 1 - best.score);
	return best.score >= LEAST_SCORE$1 && best.score - (next?.score ?? 0) >= margin;
}
const LEAST_SCORE$1 = .7;
const LEAST_MARGIN = .06;
function partRewrite(scene, { find, replace }, position) {
	const line = scene.line(position);
	const meant = meantPart(line, find);
	if (meant === null) return null;
	const text = `${line.slice(0, meant.start)}${replace}${line.slice(meant.end)}`;
	return {
		from: position,
		to: position + 1,
		lines: text.split("\n")
	};
}

// src/apply/diagnosis/diagnose.ts
function diagnoseHunks(failures, scene) {
	const missing = failures.filter(isMissing);
	const explanations = explainMissing(scene, missing.map(soughtOf));
	let next = 0;
	return failures.map((failure) => {
		return {
			...told(failure, scene, isMissing(failure) ? explanations[next++] : void 0),
			path: scene.path,
			hunk: failure.hunk.number
		};
	});
}
function isMissing(failure) {
	return failure.status === "not_found" || failure.status === "elsewhere";
}
function soughtOf(failure) {
	const { lines, lineHint } = failure.hunk;
	const hint = lineHint === void 0 ? void 0 : lineHint - 1;
	return failure.status === "elsewhere" ? {
		lines,
		hint,
		within: failure.section
	} : {
		lines,
		hint,
		near: failure.near
	};
}
function told(failure, scene, explanation) {
	const name = `Hunk ${failure.hunk.number}, for ${scene.path},`;
	switch (failure.status) {
		case "not_found": return notFound$1(name, failure.madeAt, explanation);
		case "elsewhere": return elsewhere$1(name, failure, explanation);
		case "ambiguous": return {
			code: "ambiguous",
			message: `${name} fits at ${linesText(failure.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`,
			data: {
				...linesData(failure.positions),
				...affordable(scene, () => blockCandidates(scene, {
					lines: failure.hunk.lines,
					positions: failure.positions
				}))
			}
		};
		case "no_context": return {
			code: "ambiguous",
			message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
			data: insertionData(failure.hunk, scene)
		};
		case "too_repetitive": return {
			code: "too_large",
			message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`
		};
		case "mixed_gaps": return mixedGaps(name, failure.line);
		case "overlap": return overlap(name, failure);
	}
}
function mixedGaps(name, line) {
	return {
		code: "elided_edit",
		message: `${name} has ${JSON.stringify(line)} for lines that it leaves out in several places, and nothing tells which of them belong where afterwards. Send these lines as they stand in the file.`,
		data: { line }
	};
}
function notFound$1(name, madeAt, explanation) {
	const { sentence = "", data = {} } = explanation ?? {};
	const missing = `${name} expects lines that are not there`;
	if (madeAt === void 0) return {
		code: "not_found",
		message: `${missing}. ${sentence}`,
		data
	};
	const line = madeAt + 1;
	return {
		code: "not_found",
		message: `${missing}, but what it makes is, at line ${line}. If it is done already, leave the hunk out. ${sentence}`,
		data: {
			...data,
			replacementAt: line
		}
	};
}
function elsewhere$1(name, { foundAt, section }, explanation) {
	const { sentence = "", data = {} } = explanation ?? {};
	const anchor = `${quoted(section.name)}, at line ${section.start + 1},`;
	const other = hasNearest(data) ? `. Else: ${sentence}` : "; else send the lines as they stand below it.";
	return {
		code: "not_found",
		message: `${name} names ${anchor} as what its lines stand below, and they are at line ${foundAt + 1} only. If those are meant, leave that name out${other}`,
		data: {
			...linesData([foundAt]),
			...data
		}
	};
}
function overlap(name, { hunk, position, other }) {
	const data = {
		line: position + 1,
		other: other.number
	};
	return {
		code: "overlap",
		message: JSON.stringify(hunk.lines) === JSON.stringify(other.lines) ? `${name} is the same as hunk ${other.number}, and its lines can be changed only once. Leave one of the two out.` : `${name} changes the same lines as hunk ${other.number}, from line ${position + 1} on. Make one hunk of the two.`,
		data
	};
}
function insertionData({ lines, lineHint }, scene) {
	const at = lineHint === void 0 ? scene.lineCount() : lineHint - 1;
	if (at < 0 || at > scene.lineCount()) return {};
	const inserted = lines.flatMap(([mark, text]) => mark === "+" ? [text] : []);
	return affordable(scene, () => [{
		from: at,
		to: at,
		rewrite: {
			from: at,
			to: at,
			lines: inserted
		}
	}]);
}

// src/apply/diagnosis/diagnose-edit.ts
function diagnoseEdit(failure, scene) {
	const base = {
		path: scene.path,
		pointer: "/find"
	};
	switch (failure.status) {
		case "not_found": return {
			...base,
			...notFound(failure, scene)
		};
		case "ambiguous": return {
			...base,
			...ambiguous(failure, scene)
		};
		case "miscount": return {
			...base,
			...miscount(failure, scene)
		};
		case "mixed_gaps": return {
			...base,
			...mixedGaps(`The edit of ${scene.path}`, failure.line)
		};
		case "too_repetitive": return {
			...base,
			code: "too_large",
			message: `The text to replace occurs too often in ${scene.path} to look at all places. Send more of the text around it.`
		};
	}
}
function literalPlaces$1(text, { find, replace }) {
	const found = [];
	for (const at of placesIn(text, find)) {
		found.push({
			start: at,
			end: at + find.length,
			text: replace
		});
		if (found.length === 3) break;
	}
	return found;
}
function notFound({ find, replace }, scene) {
	const missing = `The text to replace is not in ${scene.path}`;
	const [explanation] = explainMissing(scene, [{
		lines: linesOf$1({
			find,
			replace
		}),
		part: find.includes("\n") ? void 0 : {
			find,
			replace
		}
	}]);
	const { sentence = "", data = {} } = explanation ?? {};
	const done = scene.effort.explanations >= 0 && hasWord(replace) ? firstPlaceIn(scene.text(), replace) : null;
	if (done === null) return {
		code: "not_found",
		message: `${missing}. ${sentence}`,
		data
	};
	const line = scene.lineAt(done) + 1;
	return {
		code: "not_found",
		message: `${missing}, but the new text is, at line ${line}. If it is done already, leave the change out.${hasNearest(data) ? ` ${sentence}` : ""}`,
		data: {
			...data,
			replacementAt: line
		}
	};
}
function linesOf$1({ find, replace }) {
	const [before, after] = [find.split("\n"), replace === "" ? [] : replace.split("\n")];
	if (before.at(-1) === "" && (after.length === 0 || after.at(-1) === "")) {
		before.pop();
		after.pop();
	}
	return changedLines(before, after);
}
function hasWord(text) {
	return /[\p{L}\p{N}_]{3}/u.test(text);
}
function ambiguous({ find, replace, positions }, scene) {
	const message = `The text to replace is not in ${scene.path} as it was sent, but lines like it are, at ${linesText(positions)}, and nothing tells which are meant. Send the lines as they stand there, with more of the lines around them.`;
	const candidates = () => blockCandidates(scene, {
		lines: linesOf$1({
			find,
			replace
		}),
		positions
	});
	return {
		code: "ambiguous",
		message,
		data: {
			...linesData(positions),
			...affordable(scene, candidates)
		}
	};
}
function miscount({ by, count, positions, found }, scene) {
	const candidates = () => found().slice(0, 3).map((one) => candidateOf(one, scene));
	const data = {
		...linesData(positions),
		expected: count,
		...affordable(scene, candidates)
	};
	const { finds, widen } = WORDS$1[by];
	const occurs = `${finds} ${countOf(positions.length, "time")} in ${scene.path}, at ${linesText(positions)}`;
	if (positions.length < count) return {
		code: "not_found",
		message: `${occurs}, and ${count} were announced. Correct the count, or the ${by}.`,
		data
	};
	return {
		code: "ambiguous",
		message: `${occurs}, and ${count === 1 ? `nothing tells which is meant. ${widen}, or` : `${count} were announced. Correct the count, or`} set count to "all".`,
		data
	};
}
const WORDS$1 = {
	text: {
		finds: "The text to replace occurs",
		widen: "Send more of the text around it"
	},
	expression: {
		finds: "The expression matches",
		widen: "Let it match more of the text around"
	}
};
function candidateOf({ start, end, text }, scene) {
	const from = scene.lineAt(start);
	const to = scene.lineAt(Math.max(start, end - 1)) + 1;
	const before = scene.text().slice(scene.offsetOf(from), start);
	const after = scene.text().slice(end, scene.offsetOf(to));
	const isWide = before.length + after.length > MAX_AROUND;
	const lines = `${before}${text}${after}`;
	const whole = lines.endsWith("\n") ? lines.slice(0, -1) : lines;
	return {
		from,
		to,
		rewrite: isWide ? null : {
			from,
			to,
			lines: lines === "" ? [] : whole.split("\n")
		}
	};
}
const MAX_AROUND = 4e3;

// src/apply/file-lines.ts
function uncut(text) {
	let known;
	const lines = () => {
		known ??= cutLines(text);
		return known;
	};
	return {
		text,
		lines
	};
}
function cutLines(text) {
	let starts = new Int32Array(FIRST_LINES);
	let count = 0;
	let start = 0;
	while (start < text.length) {
		if (count + 2 > starts.length) starts = grown(starts);
		const end = text.indexOf("\n", start);
		start = end === -1 ? text.length + 1 : end + 1;
		count += 1;
		starts[count] = start;
	}
	return {
		text,
		count,
		starts
	};
}
function lineText({ text, starts, count }, position) {
	if (position < 0 || position >= count) return "";
	return text.slice(starts[position], (starts[position + 1] ?? 1) - 1);
}
function standsAtLine({ text, starts, count }, line, position) {
	if (position < 0 || position >= count) return false;
	const start = starts[position] ?? 0;
	return start + line.length + 1 === starts[position + 1] && text.startsWith(line, start);
}
function countBreaks$1(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}
const FIRST_LINES = 1024;
function grown(array) {
	const larger = new Int32Array(array.length * 2);
	larger.set(array);
	return larger;
}

// src/apply/diagnosis/scene.ts
function sceneOf({ path, lines, effort }) {
	let known;
	const cut = () => {
		known ??= lines();
		return known;
	};
	return {
		path,
		effort,
		text: () => cut().text,
		lineCount: () => cut().count,
		line: (position) => lineText(cut(), position),
		lines: (from, to) => {
			const first = Math.max(0, from);
			const length = Math.max(0, Math.min(to, cut().count) - first);
			return Array.from({ length }, (_, index) => lineText(cut(), first + index));
		},
		offsetOf: (position) => {
			const { text, starts, count } = cut();
			return position < count ? starts[position] ?? 0 : text.length;
		},
		lineAt: (offset) => lastAtMost(cut(), offset)
	};
}
function lastAtMost({ starts, count }, offset) {
	let [low, high] = [0, count + 1];
	while (high - low > 1) {
		const middle = low + high >>> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low;
}

// src/apply/effort.ts
function newEffort() {
	return {
		comparisons: MAX_COMPARISONS,
		searching: MAX_SEARCHING,
		reading: MAX_READING,
		matching: MAX_MATCHING,
		explanations: MAX_EXPLANATIONS
	};
}
function keepsPlace(effort, kept) {
	effort.comparisons -= PLACE_EFFORT;
	return kept < 1e5 && effort.comparisons >= 0;
}
function looksAtPlace(effort) {
	effort.comparisons -= LOOK_EFFORT;
	return effort.comparisons >= 0;
}
const MAX_PLACES$1 = 1e5;
const PLACE_EFFORT = 50;
const LOOK_EFFORT = 5;
const MAX_COMPARISONS = 5e7;
const MAX_SEARCHING = 3e8;
const MAX_READING = 12e7;
const MAX_MATCHING = 2e8;
const MAX_EXPLANATIONS = 20;

// src/apply/locate/glyphs.ts
function plainGlyphs(line) {
	return NOT_ASCII.test(line) ? line.replace(ALL_NOT_ASCII, (glyph) => PLAIN.get(glyph) ?? glyph) : line;
}
function plainGlyph(char) {
	return PLAIN.get(char) ?? char;
}
function plainCode(code) {
	return PLAIN_CODES.get(code) ?? code;
}
const NOTHING$1 = 0;
const NOT_ASCII = /[^\0-\x7f]/;
const ALL_NOT_ASCII = /[^\0-\x7f]/g;
const GLYPHS = [
	["'", "‘’‚‛′ʼ＇"],
	["\"", "“”„‟″＂"],
	["-", "‐‑‒–—―−﹣－"],
	[" ", "\xA0              　"],
	["", "­​‌‍⁠﻿"]
];
const PLAIN = new Map([...GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph, plain])), ["…", "..."]]);
const PLAIN_CODES = new Map(GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph.charCodeAt(0), plain === "" ? 0 : plain.charCodeAt(0)])));

// src/apply/locate/fingerprint.ts
function fingerprint(text) {
	return printOf(text, 0, text.length, EVERY_TAIL);
}
function fingerprints({ text, count, starts }, wanted) {
	const tails = tailsOf(wanted);
	const prints = new Int32Array(count);
	let start = 0;
	for (let line = 0; line < count; line += 1) {
		const end = starts[line + 1] ?? 0;
		prints[line] = printOf(text, start, end - 1, tails);
		start = end;
	}
	return prints;
}
const OTHER = 1;
function tailsOf(lines) {
	const tails = new Uint8Array(TAIL_SLOTS);
	for (const line of lines) tails[slotOf(tailOf$1(plainGlyphs(line)))] = 1;
	return tails;
}
function tailOf$1(plain) {
	let hash = 0;
	let unread = TAIL_CHARACTERS;
	for (let at = plain.length - 1; at >= 0 && unread > 0; at -= 1) {
		const code = plain.charCodeAt(at);
		if (code <= 32) continue;
		hash = imul$1(hash ^ code, HASH_FACTOR$1);
		unread -= 1;
	}
	return hash;
}
const TAIL_CHARACTERS = 6;
const TAIL_SLOTS = 65536;
const EVERY_TAIL = new Uint8Array(TAIL_SLOTS).fill(1);
function slotOf(hash) {
	return (hash ^ hash >>> 16) & 65535;
}
function printOf(text, start, end, tails) {
	let hash = 0;
	let unread = TAIL_CHARACTERS;
	for (let at = end - 1; at >= start; at -= 1) {
		const code = text.charCodeAt(at);
		if (code <= 32) continue;
		if (code < FIRST_GLYPH) hash = imul$1(hash ^ code, HASH_FACTOR$1);
		else {
			hash = mixGlyph(hash, code);
			unread = 0;
		}
		unread -= 1;
		if (unread === 0 && tails[slotOf(hash)] === 0) return 1;
	}
	return hash;
}
const FIRST_GLYPH = 128;
const { imul: imul$1 } = Math;
const HASH_FACTOR$1 = 16777619;
const ELLIPSIS = 8230;
const DOT = 46;
function mixGlyph(hash, code) {
	if (code === ELLIPSIS) return imul$1(imul$1(imul$1(hash ^ DOT, HASH_FACTOR$1) ^ DOT, HASH_FACTOR$1) ^ DOT, HASH_FACTOR$1);
	const plain = plainCode(code);
	return plain === 32 || plain === 0 ? hash : imul$1(hash ^ plain, HASH_FACTOR$1);
}

// src/apply/locate/line-index.ts
function indexLines(lines, wanted) {
	const prints = fingerprints(lines, wanted);
	const positions = /* @__PURE__ */ new Map();
	for (const line of wanted) positions.set(fingerprint(line), []);
	positions.delete(0);
	for (let line = 0; line < prints.length; line += 1) {
		const print = prints[line] ?? 1;
		if (print !== 1 && print !== 0) positions.get(print)?.push(line);
	}
	return {
		lines,
		prints,
		positions
	};
}
function withoutLines(index, hidden) {
	const prints = index.prints.slice();
	for (const line of hidden) prints[line] = 1;
	const positions = /* @__PURE__ */ new Map();
	for (const [print, known] of index.positions) positions.set(print, known.filter((line) => !hidden.has(line)));
	return {
		...index,
		prints,
		positions
	};
}
function lineAt({ lines }, position) {
	return lineText(lines, position);
}
function positionsOf({ positions }, print) {
	return positions.get(print) ?? NOWHERE$1;
}
function findPrints(index, wanted, effort) {
	const rarest = rarestOf(index, wanted);
	if (rarest === null) return wanted.length === 0 ? [] : findBlanks(index, wanted.length, effort);
	const found = [];
	for (const position of rarest.positions) {
		const start = position - rarest.offset;
		const compared = equalPrints(index.prints, wanted, start);
		effort.comparisons -= compared + 1;
		if (effort.comparisons < 0) return null;
		if (compared === wanted.length) found.push(start);
	}
	return found;
}
const BLANK_EFFORT = 8;
const NOWHERE$1 = [];
function rarestOf(index, wanted) {
	let rarest = null;
	for (const [offset, print] of wanted.entries()) {
		if (print === 0) continue;
		const positions = positionsOf(index, print);
		if (rarest === null || positions.length < rarest.positions.length) rarest = {
			offset,
			positions
		};
	}
	return rarest;
}
function equalPrints(prints, wanted, start) {
	if (start < 0 || start + wanted.length > prints.length) return 0;
	let equal = 0;
	while (equal < wanted.length && prints[start + equal] === wanted[equal]) equal += 1;
	return equal;
}
function findBlanks({ prints }, count, effort) {
	effort.comparisons -= BLANK_EFFORT * prints.length;
	if (effort.comparisons < 0) return null;
	const found = [];
	let blanks = 0;
	for (let line = 0; line < prints.length; line += 1) {
		blanks = prints[line] === 0 ? blanks + 1 : 0;
		if (blanks >= count) found.push(line - count + 1);
	}
	return found;
}

// src/apply/indent/indentation.ts
function learnIndentation(pairs) {
	if (pairs.every(hasItsMarkLost)) return (indent) => indent;
	return shiftOf(pairs) ?? unitsOf(pairs) ?? columnsOf$1(pairs) ?? shiftedUnitsOf(pairs);
}
function indentOf(line) {
	return line.slice(0, line.length - line.trimStart().length);
}
function hasItsMarkLost({ patch, file, mayLackMark }) {
	return patch === file || mayLackMark && file === ` ${patch}`;
}
function lacksSpacesOnly(pairs) {
	if (!pairs.some(({ patch, file }) => patch === file)) return false;
	return pairs.every(({ patch, file, isContext }) => patch === file || isContext && file === ` ${patch}`);
}
function shiftOf(pairs) {
	const [first] = pairs;
	if (first === void 0) return null;
	const more = withoutEnd(first.file, first.patch);
	if (more !== null && pairs.every(({ patch, file }) => file === more + patch)) return (indent) => more + indent;
	const less = withoutEnd(first.patch, first.file);
	if (less !== null && pairs.every(({ patch, file }) => patch === less + file)) return (indent) => indent.startsWith(less) ? indent.slice(less.length) : null;
	return null;
}
function withoutEnd(text, end) {
	return text.endsWith(end) ? text.slice(0, text.length - end.length) : null;
}
function unitsOf(pairs) {
	return UNITS.find((unit) => pairs.every(({ patch, file }) => unit(patch) === file)) ?? null;
}
function shiftedUnitsOf(pairs) {
	if (new Set(pairs.map(({ patch }) => patch)).size < 2) return null;
	for (const unit of UNITS) {
		const written = pairs.flatMap((pair) => {
			const patch = unit(pair.patch);
			return patch === null ? [] : [{
				...pair,
				patch
			}];
		});
		const shift = written.length === pairs.length ? shiftOf(written) : null;
		if (shift === null) continue;
		return (indent, line) => {
			const own = unit(indent);
			return own === null ? null : shift(own, line);
		};
	}
	return null;
}
const WIDTHS = [
	4,
	2,
	8,
	3,
	1,
	6,
	5,
	7
];
const UNITS = [
	...WIDTHS.map((spaces) => (indent) => indent.replaceAll("	", " ".repeat(spaces))),
	...WIDTHS.map((spaces) => (indent) => indent.replaceAll(" ".repeat(spaces), "	")),
	(indent) => indent.includes("	") ? null : indent.repeat(2),
	(indent) => indent.includes("	") || indent.length % 2 === 1 ? null : indent.slice(indent.length / 2)
];
function columnsOf$1(pairs) {
	if (TAB_STOPS.find((stop) => pairs.every(({ patch, file }) => columnOf(patch, stop) === columnOf(file, stop))) === void 0) return null;
	return (indent, line) => {
		return nearest(pairs.filter(({ patch }) => patch === indent), line)?.file ?? indent;
	};
}
const TAB_STOPS = [
	8,
	4,
	2
];
function columnOf(indent, stop) {
	let column = 0;
	for (const char of indent) column += char === "	" ? stop - column % stop : 1;
	return column;
}
function nearest(pairs, line) {
	let best;
	for (const pair of pairs) if (best === void 0 || Math.abs(pair.line - line) < Math.abs(best.line - line)) best = pair;
	return best;
}

// src/apply/indent/step-width.ts
function stepsOf(lines, char) {
	const { width, share } = char === "	" ? TABS : commonestIncrease(lines);
	return width === null ? null : {
		char,
		width,
		share
	};
}
const TABS = {
	width: 1,
	share: 1
};
function isStep({ char, width }) {
	return Number.isInteger(width) && width >= (char === "	" ? 1 : LEAST_WIDTH);
}
function indentChar(indent) {
	if (/^ +$/.test(indent)) return " ";
	return /^\t+$/.test(indent) ? "	" : null;
}
function commonestIncrease(lines) {
	const counts = /* @__PURE__ */ new Map();
	let above = null;
	for (const line of lines) {
		const indent = indentOf(line);
		if (line.trim() === "" || indent.includes("	")) continue;
		const more = indent.length - (above ?? indent.length);
		if (more >= LEAST_WIDTH) counts.set(more, (counts.get(more) ?? 0) + 1);
		above = indent.length;
	}
	const [commonest] = [...counts].sort(([width, count], [other, times]) => times - count || width - other);
	const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
	return commonest === void 0 ? {
		width: null,
		share: 0
	} : {
		width: commonest[0],
		share: commonest[1] / all
	};
}
const LEAST_WIDTH = 2;

// src/apply/indent/shallower.ts
function withShallower(placed, learnt) {
	const { hunk, pair } = placed;
	const shallower = addedIndents(hunk).filter(({ indent }) => indent.length < pair.patch.length);
	const [own, other] = [indentChar(pair.patch), indentChar(pair.file)];
	if (shallower.length === 0 || own === null || other === null) return learnt;
	const around = linesAround(placed);
	const [steps, there] = [stepsOf(newSide(hunk), own), stepsOf(around, other)];
	if (steps !== null && there !== null) {
		if (own === other && steps.width === there.width) return learnt;
		const scaled = pair.patch.length * there.width === pair.file.length * steps.width ? inSteps(steps, there) : null;
		const isSure = own !== other || steps.share === 1 && there.share >= MOST;
		const isSame = (found) => shallower.every(({ indent, line }) => found(indent, line) === learnt(indent, line));
		return scaled === null || isSure || isSame(scaled) ? scaled : null;
	}
	const scaled = asDeep(pair, {
		own,
		other,
		steps,
		there
	});
	return shallower.every(({ indent, line }) => {
		const [deep, less] = [scaled?.(indent, line) ?? null, learnt(indent, line)];
		return deep === null ? own === other && around.some((text) => indentOf(text) === less) : deep === less;
	}) ? learnt : null;
}
const MOST = .75;
function addedIndents({ lines }) {
	return lines.flatMap(([mark, text], line) => mark === "+" && text.trim() !== "" ? [{
		line,
		indent: indentOf(text)
	}] : []);
}
function linesAround({ index, position }) {
	const first = Math.max(0, position - FAR$2);
	const count = Math.min(index.lines.count, position + FAR$2) - first;
	return Array.from({ length: count }, (_, offset) => lineAt(index, first + offset));
}
const FAR$2 = 200;
function inSteps(from, to) {
	return (indent) => {
		if (indent !== from.char.repeat(indent.length) || indent.length % from.width !== 0) return null;
		return to.char.repeat(indent.length / from.width * to.width);
	};
}
function asDeep({ patch, file }, { own, other, steps, there }) {
	if (steps === null && there === null) return (indent) => {
		const width = indent.length * file.length / patch.length;
		return Number.isInteger(width) ? other.repeat(width) : null;
	};
	const from = steps ?? {
		char: own,
		width: (there?.width ?? 0) * patch.length / file.length
	};
	const to = there ?? {
		char: other,
		width: (steps?.width ?? 0) * file.length / patch.length
	};
	return isStep(from) && isStep(to) ? inSteps(from, to) : null;
}

// src/apply/indent/indent-step.ts
function withStepsOf({ index, hunk, placing }, pairs, learnt) {
	const [first] = pairs;
	if (first === void 0 || !isOfOneDepth(pairs, first)) return learnt;
	const told = withShallower({
		index,
		hunk,
		pair: first,
		position: placing[first.line] ?? 0
	}, learnt);
	const below = firstBelow$1(index, hunk, {
		placing,
		first
	});
	if (below === null || told?.(below.added, below.line) === below.there) return told;
	if (told !== learnt) return null;
	const ratio = first.file.length / first.patch.length;
	if (![
		first.file,
		below.added,
		below.there
	].every((indent) => SPACES.test(indent)) || below.added.length * ratio !== below.there.length) return null;
	return (indent) => {
		const width = indent.length * ratio;
		return SPACES.test(indent) && Number.isInteger(width) ? " ".repeat(width) : null;
	};
}
const SPACES = /^ *$/;
function isOfOneDepth(pairs, first) {
	if (hasItsMarkLost(first)) return false;
	const { patch, file } = first;
	return pairs.every((pair) => pair.patch === patch && pair.file === file);
}
function firstBelow$1(index, { lines }, { placing, first }) {
	let above;
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark !== "+") {
			if (text.trim() !== "") above = placing[line];
			continue;
		}
		const added = indentOf(text);
		if (text.trim() === "" || added.length <= first.patch.length || above === void 0 || above < 0) continue;
		const there = indentOf(filledBelow(index, above));
		return there.length > first.file.length ? {
			line,
			added,
			there
		} : null;
	}
	return null;
}
function filledBelow(index, position) {
	for (let at = position + 1; at <= position + MAX_BLANKS$1; at += 1) {
		const line = lineAt(index, at);
		if (line.trim() !== "") return line;
	}
	return "";
}
const MAX_BLANKS$1 = 20;

// src/apply/indent/block-mark.ts
function opensBlock(line) {
	return OPENS_BLOCK.test(line.slice(-LONGEST_END).trimEnd());
}
const OPENS_BLOCK = /[{[(:]$|[=-]>$|\b(?:then|do|else|begin|try)$/;
const LONGEST_END = 40;
function closesBlock(line) {
	return CLOSES_BLOCK.test(line.trimStart());
}
const CLOSES_BLOCK = /^(?:[\]})]|<\/|(?:end|fi|done|esac)\b)/;
function opensText(line) {
	return (line.match(TEXT_MARKS) ?? []).length % 2 === 1 || HERE_DOCUMENT.test(line);
}
const TEXT_MARKS = /"""|'''|`/g;
const HERE_DOCUMENT = /<<[-~]?["']?[A-Z]{2}/;

// src/apply/indent/finished-line.ts
function isFinished(line, below) {
	const text = line.trim();
	if (COMMENT$2.test(text) || !isBalanced(text)) return false;
	if (text.endsWith(";") || CLOSED_TAG.test(text)) return true;
	return LEAVES.test(text) && !goesOn(text) && !BEGINS_AMID$1.test(below.trimStart());
}
function goesOn(text) {
	return GOES_ON.test(text.slice(-1));
}
const COMMENT$2 = /^(?:\/\/|\/?\*|#|--|;|["'`])/;
const CLOSED_TAG = /^<[^<>]+>[^<>]*<\/[^<>]+>$|^<[^<>]*\/>$/;
const LEAVES = /^(?:return|break|continue|raise|throw|pass|next|redo|exit)\b/;
const GOES_ON = /[-+*/%=<>&|^,.?\\([{:]/;
const BEGINS_AMID$1 = /^(?:[.?:+*/%=<>&|^,"'`#]|-[^-\w]|(?:and|or|not|in|is|as|if|unless|else|where)\b)/;
function isBalanced(text) {
	let open = 0;
	for (const char of text) if ("([{".includes(char)) open += 1;
	else if (")]}".includes(char)) open -= 1;
	return open === 0;
}

// src/apply/indent/trimmed-line.ts
function isFirstTrimmed(pairs) {
	const [first, ...others] = pairs;
	if (first === void 0 || others.length === 0) return false;
	return first.patch === "" && first.file !== "" && others.every(({ patch, file }) => patch === file);
}
function reindentBesideTrimmed(lines, trimmed) {
	const beside = /* @__PURE__ */ new Map();
	let above = null;
	let isParted = false;
	for (const [line, [mark, text]] of lines.slice(0, endOfBeside(lines, trimmed.line)).entries()) {
		if (mark === "-") continue;
		if (isBlank$2(text)) {
			isParted = true;
			continue;
		}
		const indent = mark === " " ? trimmed.file : indentBeside(indentOf(text), {
			line,
			lines,
			trimmed,
			above,
			isParted
		});
		beside.set(line, indent);
		if (above === null && mark === "+" && indentOf(text) === indent) break;
		above = {
			text,
			indent
		};
		isParted = false;
	}
	return (indent, line) => beside.has(line) ? beside.get(line) ?? null : indent;
}
function indentBeside(sent, { line, lines, trimmed, above, isParted }) {
	const { patch, file } = trimmed;
	if (above === null && sent !== patch) return sent.startsWith(file) ? sent : null;
	const isAboveKept = line < trimmed.line && lines[trimmed.line]?.[0] === " ";
	if (above === null || isAboveKept) return sent === patch ? file : null;
	if (sent === patch) return isParted ? sent : null;
	return above.indent === file && opensBlock(above.text) && sent.length <= file.length ? null : sent;
}
function endOfBeside(lines, trimmed) {
	const end = lines.findIndex(([mark, text], line) => line > trimmed && mark === " " && !isBlank$2(text));
	const own = end === -1 ? lines : lines.slice(0, end);
	if (lines[trimmed]?.[0] === " ") {
		const next = own.findIndex(([mark, text], line) => line > trimmed && mark === "-" && !isBlank$2(text));
		return next === -1 ? own.length : next;
	}
	const added = own.flatMap(([mark, text], line) => mark === "+" && !isBlank$2(text) ? [line] : []);
	const removed = own.flatMap(([mark, text], line) => mark === "-" && !isBlank$2(text) ? [line] : []);
	const [first, second] = [added[0] ?? own.length, removed[1] ?? own.length];
	return removed.length > 1 && added.length === removed.length ? first + 1 : second > first ? second : own.length;
}
function isBlank$2(text) {
	return text.trim() === "";
}

// src/apply/indent/lone-line.ts
function isLoneTrimmed(pairs) {
	const [only, second] = pairs;
	return only !== void 0 && second === void 0 && only.patch === "" && only.file !== "";
}
function reindentBesideLone(lines, lone, { moved, isBelowDeeper }) {
	const news = newTexts(lines);
	const isDeep = (text) => indentOf(text).startsWith(lone.file);
	const [first] = news;
	if (first === void 0) return moved;
	const isText = news.some(({ text }) => opensText(text));
	if (!isText && belowMarginOf(news).some(({ above, text }) => isFinished(above, text))) return reindentBesideTrimmed(lines, lone);
	if (!news.some(({ text }) => isDeep(text))) return moved;
	if (news.length === 1 && first.text.trim() === lines[lone.line]?.[1].trim() || isText) return moved;
	if (isDeep(first.text)) return (lone.isContext ? isBelowDeeper : indentOf(first.text) !== lone.file) ? null : reindentBesideTrimmed(lines, lone);
	const below = belowMarginOf(news);
	const belowMargin = below.filter(({ text }) => isDeep(text));
	if (belowMargin.some(({ above, text }) => !mayGoDeeper(above, text) || isItemTooDeep(above, text)) || below.some(({ above, text, isParted }) => isParted && !mayGoDeeper(above, text)) || !isNested(news.map(({ text }) => indentOf(text)))) return reindentBesideTrimmed(lines, lone);
	const isEither = belowMargin.some(({ above, text }) => /[:{]$/.test(above) && indentOf(text) !== lone.file);
	const isUnclear = below.some(({ above, text }) => !mayGoDeeper(above, text));
	return isEither || isUnclear || isBesideItem(news, lone) || isHeadAlone(below, lone) ? null : moved;
}
function newTexts(lines) {
	const news = [];
	let isParted = false;
	for (const [mark, text] of lines) {
		if (mark === "-") continue;
		if (text.trim() !== "") news.push({
			text,
			isParted
		});
		isParted = text.trim() === "";
	}
	return news;
}
function belowMarginOf(news) {
	const last = news.findLastIndex(({ text }) => indentOf(text) === "");
	return news.flatMap((line, order) => {
		const above = news[order - 1]?.text;
		return above !== void 0 && indentOf(above) === "" && indentOf(line.text) !== "" ? [{
			...line,
			above,
			isClosed: last > order
		}] : [];
	});
}
function isItemTooDeep(above, text) {
	return ITEM.test(above) && ITEM.test(text.trimStart()) && indentOf(text).length > DEEPEST_ITEM;
}
const ITEM = /^(?:[-*+]|\d{1,9}[.)]) /;
const DEEPEST_ITEM = 5;
function isHeadAlone(below, lone) {
	const [first, second] = below;
	if (first === void 0 || second !== void 0 || first.isClosed) return false;
	const { above, text } = first;
	return indentOf(text) === lone.file && BEGINS_BLOCK.test(above) && !ITEM.test(above) && !opensBlock(above);
}
function isBesideItem(news, lone) {
	const isItem = ({ text }) => ITEM.test(text.trimStart());
	return news.some((line) => isItem(line) && indentOf(line.text) === "") && news.some((line) => isItem(line) && indentOf(line.text) === lone.file);
}
function mayGoDeeper(above, line) {
	const text = above.trim();
	return opensBlock(above) || goesOn(text) || BEGINS_BLOCK.test(text) || /^[\w.#%-]+$/.test(text) || BEGINS_AMID.test(line.trimStart());
}
const BEGINS_BLOCK = /^(?:[-*+] |\d+[.)] |<|(?:if|elif|elsif|unless|while|until|for|foreach|each|def|defp|class|module|function|sub|proc|fn|case|when|with|match|switch|let|loop|where|select|from|type|interface|struct|enum|do|begin)\b)/i;
const BEGINS_AMID = /^(?:[.?:+*/%=<>&|^,)\]}]|-[^-\w]|(?:and|or|not|in|is)\b)/;
function isNested(indents) {
	const open = [];
	for (const indent of indents) {
		let left = false;
		while ((open.at(-1)?.length ?? 0) > indent.length) {
			open.pop();
			left = true;
		}
		if (left && open.at(-1) !== indent) return false;
		if (open.at(-1) !== indent) open.push(indent);
	}
	return true;
}

// src/apply/indent/own-marks.ts
function marksOf(placed, pairs) {
	const off = pairs.filter(({ patch, file }) => patch !== file);
	if (placed.hunk.noMarkLost === true || !off.every(hasItsMarkLost)) return "kept";
	if (placed.hunk.lines.some(isWithoutMark)) return "lost";
	if (off.length < pairs.length) return isAddedBeside(placed, off) ? "unclear" : "lost";
	const told = toldByAdded(placed, off).flatMap(({ marks }) => marks ?? []);
	return told.find((marks) => marks !== "unclear") ?? told[0] ?? "lost";
}
function lacksNothingAdded(placed, pairs) {
	const off = pairs.filter(({ patch, file }) => patch !== file);
	return lacksSpacesOnly(pairs) && !isAddedBeside(placed, off);
}
function isAddedBeside(placed, off) {
	return toldByAdded(placed, off).some(({ text, marks }) => marks === "kept" && isAsDeep(text, off));
}
function toldByAdded({ index, hunk, position }, off) {
	const known = {
		off,
		isStarred: off.every(({ line }) => beginsWithStar(hunk.lines[line]?.[1] ?? "")),
		...depthsAround(index, position)
	};
	return hunk.lines.flatMap(([mark, text]) => mark === "+" && text.trim() !== "" ? [{
		text,
		marks: toldBy(text, known)
	}] : []);
}
function isWithoutMark([, text, note]) {
	return note === "unmarked" && text.trim() !== "";
}
function depthsAround(index, position) {
	const lines = [];
	for (let at = Math.max(0, position - FAR$1); at < Math.min(index.lines.count, position + FAR$1); at += 1) lines.push(lineAt(index, at));
	return {
		depths: new Set(lines.flatMap((line) => line.trim() === "" ? [] : [indentOf(line)])),
		width: stepsOf(lines, " ")?.width ?? null
	};
}
const FAR$1 = 200;
function toldBy(text, { off, isStarred, depths, width }) {
	const indent = indentOf(text);
	const isStepBelow = (other) => width !== null && indent === other + " ".repeat(width);
	const isOfFile = depths.has(indent) || off.some(({ file }) => isStepBelow(file));
	const isShallower = off.some(({ patch }) => indent.length < patch.length);
	const isOfContext = isAsDeep(text, off) || off.some(({ patch }) => isStepBelow(patch)) || isShallower && depths.has(` ${indent}`);
	if (isOfFile && isOfContext && isStarred) return beginsWithStar(text) ? "kept" : "lost";
	if (isOfFile && isOfContext) return "unclear";
	if (isOfFile) return "lost";
	return isOfContext ? "kept" : null;
}
function beginsWithStar(text) {
	return text.trimStart().startsWith("*");
}
function isAsDeep(text, off) {
	const indent = indentOf(text);
	return off.some(({ patch }) => patch === indent);
}

// src/apply/locate/retyped.ts
function retyped(lines, fileLine) {
	const old = lines.flatMap(([mark, text], line) => mark === "+" ? [] : [{
		text,
		own: fileLine(line)
	}]);
	const plainInAll = plainGlyphsIn(old);
	const texts = [];
	for (let line = 0, named = 0; line < lines.length;) {
		const end = endOfChange(lines, line);
		const change = lines.slice(line, end);
		const removed = change.filter(([mark]) => mark === "-").length;
		const plain = removed === 0 ? plainInAll : plainGlyphsIn(old.slice(named, named + removed));
		for (const [mark, text] of change) texts.push(mark === "+" ? withPlain(text, plain) : text);
		named += removed;
		line = end;
		if (line === lines.length) continue;
		texts.push(lines[line]?.[1] ?? "");
		named += 1;
		line += 1;
	}
	return texts;
}
function endOfChange(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] !== " ") end += 1;
	return end;
}
function plainGlyphsIn(lines) {
	const glyphs = glyphsOf(lines.filter(isTypedOtherwise).map(({ text }) => text));
	if (glyphs.size > 0) for (const kept of glyphsOf(lines.map(({ own }) => own))) glyphs.delete(kept);
	return glyphs;
}
function isTypedOtherwise({ text, own }) {
	const [said, found] = [text.trim(), own.trim()];
	return said !== found && plainGlyphs(said) === plainGlyphs(found);
}
function glyphsOf(texts) {
	const glyphs = /* @__PURE__ */ new Set();
	for (const text of texts) for (const char of text) if (plainGlyph(char) !== char) glyphs.add(char);
	return glyphs;
}
function withPlain(text, glyphs) {
	let plain = text;
	for (const glyph of glyphs) plain = plain.replaceAll(glyph, plainGlyph(glyph));
	return plain;
}

// src/apply/locate/placed.ts
const MISSING$1 = -1;
function placingAt({ lines }, start) {
	let next = start;
	return lines.map(([mark]) => {
		if (mark === "+") return next;
		next += 1;
		return next - 1;
	});
}
function losesChange({ lines }, placing) {
	const marked = lines.flatMap(([mark], line) => mark === " " ? [] : [placing[line] ?? -1]);
	return marked.length > 0 && marked.every((position) => position === -1);
}
function editsOf$2({ lines: { starts } }, { hunk, placing, added }) {
	const edits = [];
	let open;
	for (const [order, [mark]] of hunk.lines.entries()) {
		const position = placing[order] ?? -1;
		if (mark === " " || position === -1) {
			open = void 0;
			continue;
		}
		if (open === void 0 || open.line + open.remove !== position) {
			open = {
				line: position,
				remove: 0,
				insert: []
			};
			edits.push(open);
		}
		if (mark === "+") open.insert.push(added[order] ?? "");
		else open.remove += 1;
	}
	return edits.map((edit) => {
		const span = {
			start: starts[edit.line] ?? 0,
			end: starts[edit.line + edit.remove] ?? 0
		};
		return {
			...edit,
			span
		};
	});
}
function marksAt(index, hunk, placing) {
	const pairs = pairsOf$1({
		index,
		hunk,
		placing
	});
	return marksOf(placedAt({
		index,
		hunk,
		placing
	}, pairs), pairs);
}
function writtenLines(index, hunk, placing) {
	const { lines } = hunk;
	const placed = {
		index,
		hunk,
		placing
	};
	const reindent = reindentAt(placed, pairsOf$1(placed));
	if (reindent === null) return null;
	const texts = retyped(lines, (line) => lineAt(index, placing[line] ?? -1));
	const written = [];
	for (const [line, text] of texts.entries()) {
		const own = indentOf(text);
		const indent = lines[line]?.[0] === "+" && text !== "" ? reindent(own, line) : own;
		if (indent === null && text.trim() !== "") return null;
		written.push((indent ?? own) + text.slice(own.length));
	}
	return written;
}
function pairsOf$1({ index, hunk, placing }) {
	const pairs = [];
	for (const [line, [mark, text]] of hunk.lines.entries()) {
		const position = placing[line] ?? -1;
		if (mark === "+" || position === -1 || text.trim() === "") continue;
		const file = indentOf(lineAt(index, position));
		const isContext = mark === " ";
		const mayLackMark = isContext && hunk.noMarkLost !== true;
		pairs.push({
			line,
			patch: indentOf(text),
			file,
			isContext,
			mayLackMark
		});
	}
	return pairs;
}
function reindentAt(placed, pairs) {
	const [first] = pairs;
	if (first !== void 0 && isFirstTrimmed(pairs)) return reindentBesideTrimmed(placed.hunk.lines, first);
	const learnt = learnIndentation(pairs) ?? reindentBesideSlips(placed, pairs);
	const moved = learnt && withStepsOf(placed, pairs, learnt);
	if (first === void 0 || !isLoneTrimmed(pairs)) return moved;
	const isBelowDeeper = indentOf(lineAt(placed.index, (placed.placing[first.line] ?? 0) - 1)).length > first.file.length;
	return reindentBesideLone(placed.hunk.lines, first, {
		moved,
		isBelowDeeper
	});
}
function reindentBesideSlips(placed, pairs) {
	return lacksNothingAdded(placedAt(placed, pairs), pairs) ? (indent) => indent : null;
}
function placedAt({ index, hunk, placing }, [first]) {
	return {
		index,
		hunk,
		position: placing[first?.line ?? 0] ?? 0
	};
}

// src/apply/indent/cleared-line.ts
function takesWordsAway({ find, replace }) {
	return replace.trim() === "" && find.trim() !== "";
}
function clearedLines(text, { find, replace }, { start, near }) {
	const [first, last] = [start - near, start + find.length + near];
	let begin = start;
	while (begin > first && isBlankAt(text, begin - 1)) begin -= 1;
	if (begin === start || !(begin === 0 || text[begin - 1] === "\n")) return null;
	let end = start + find.length;
	if (find.endsWith("\n")) return {
		start: begin,
		end,
		text: replace
	};
	while (end < last && isBlankAt(text, end)) end += 1;
	return end === text.length || text[end] === "\n" ? {
		start: begin,
		end,
		text: replace
	} : null;
}
function isBlankAt(text, at) {
	return text[at] === " " || text[at] === "	";
}

// src/apply/indent/within-indent.ts
function replacementAt(text, sought, start, effort) {
	const sent = sentAs(sought, start);
	const cleared = takesWordsAway(sought) ? clearedLines(text, sought, {
		start,
		near: NEAR$1
	}) : null;
	if (cleared !== null) return {
		status: "clear",
		replacement: cleared
	};
	if (!mayBeWithinIndent(sought)) return {
		status: "clear",
		replacement: sent
	};
	const begun = begunLine(text, sought, start);
	if (begun === null) return {
		status: "clear",
		replacement: sent
	};
	if (!isAffordable(begun, effort)) return { status: "too_repetitive" };
	const lines = deepLines(begun);
	const replaced = lines && withoutEdges$1(lines, begun, sought);
	return replaced === null ? { status: "unclear" } : {
		status: "clear",
		replacement: {
			...sent,
			text: replaced
		}
	};
}
function sentAs({ find, replace }, start) {
	return {
		start,
		end: start + find.length,
		text: replace
	};
}
function isSent({ start, end, text }, sought, at) {
	const sent = sentAs(sought, at);
	return start === sent.start && end === sent.end && text === sent.text;
}
function depthRefusal(path, line) {
	return {
		code: "ambiguous",
		message: `The text to replace begins in ${path} within the indentation of line ${line}, and nothing tells how deep the new lines are to be. Send both texts as whole lines, each with all the indentation that it has, or is to have, in the file.`,
		path,
		pointer: "/replace",
		data: { lines: [line] }
	};
}
function mayBeWithinIndent(sought) {
	if (takesWordsAway(sought)) return true;
	const { find, replace } = sought;
	const end = find.indexOf("\n");
	return (end !== -1 || replace.includes("\n") || isDeeper(sought)) && (end === -1 ? find : find.slice(0, end)).trim() !== "";
}
function isDeeper({ find, replace }) {
	return indentOf(replace).length > indentOf(find).length && find.trim() !== replace.trim();
}
const NEAR$1 = 2048;
function begunLine(text, { find, replace }, start) {
	const from = Math.max(0, start - NEAR$1);
	const near = text.slice(from, start + find.length + NEAR$1);
	const offset = start - from;
	let begin = offset;
	while (begin > 0 && (near[begin - 1] === " " || near[begin - 1] === "	")) begin -= 1;
	const isBegin = begin === 0 ? from === 0 : near[begin - 1] === "\n";
	if (begin === offset || !isBegin) return null;
	const lacks = near.slice(begin, offset);
	if (find.endsWith("\n") && (replace === "" || replace.endsWith("\n"))) {
		const [before, after] = [find, replace].map((side) => side.split("\n").slice(0, -1));
		return {
			near,
			offset,
			lacks,
			rest: null,
			before: before ?? [],
			after: after ?? []
		};
	}
	const end = near.indexOf("\n", offset + find.length);
	const rest = near.slice(offset + find.length, end === -1 ? near.length : end);
	const [before, after] = [find, replace].map((side) => `${side}${rest}`.split("\n"));
	return {
		near,
		offset,
		lacks,
		rest,
		before: before ?? [],
		after: after ?? []
	};
}
function isAffordable({ near, before, after }, effort) {
	const most = Math.min(MOST_DIFFERENT, before.length + after.length);
	const least = Math.min(MOST_DIFFERENT, before.length, after.length);
	effort.comparisons -= DIFFERENCE_EFFORT * most * least;
	effort.reading -= near.length + 20 * countBreaks$1(near, 0, near.length);
	return effort.comparisons >= 0 && effort.reading >= 0;
}
const MOST_DIFFERENT = 1e3;
const DIFFERENCE_EFFORT = 10;
function deepLines(begun) {
	const { before, after, lacks } = begun;
	const lines = changedLines(before, after);
	const patch = indentOf(before[0] ?? "");
	const line = lines.findIndex(([mark]) => mark !== "+");
	const pair = {
		line,
		patch,
		file: lacks + patch,
		isContext: lines[line]?.[0] === " ",
		mayLackMark: false
	};
	if (begun.rest !== null && before.length === 1 && after.length === 1) return asOneLine(begun, pair);
	if (before.filter(isFilled$3).length > 1) return besideOthers(lines, pair);
	switch (readingOf(begun, pair)) {
		case "sent": return newLines(lines, pair, (text, order) => {
			return !after.slice(0, order).some(isFilled$3) && indentOf(text) === patch ? lacks + text : text;
		});
		case "shifted": return asHunk(begun, lines, pair);
		case "unclear": return null;
	}
}
function asOneLine({ after, lacks }, { patch, file }) {
	const [text = ""] = after;
	const indent = indentOf(text);
	if (indent === patch || !indent.startsWith(file)) return [lacks + text];
	return indent === file ? [text] : null;
}
function besideOthers(lines, pair) {
	const reindent = reindentBesideTrimmed(lines, pair);
	return newLines(lines, pair, (text, _, line) => {
		const own = indentOf(text);
		const indent = reindent(own, line);
		return indent === null ? null : indent + text.slice(own.length);
	});
}
function newLines(lines, { line: first, patch, file }, write) {
	const written = [];
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark === "-") continue;
		const isAdded = mark === "+" && isFilled$3(text);
		const own = line === first ? file + text.slice(patch.length) : text;
		const deep = isAdded ? write(text, written.length, line) : own;
		if (deep === null) return null;
		written.push(deep);
	}
	return written;
}
function asHunk({ near, offset }, lines, pair) {
	const hunk = {
		number: 1,
		lines,
		anchors: [],
		noMarkLost: true
	};
	const index = indexLines(cutLines(near), []);
	const position = countBreaks$1(near, 0, offset);
	const written = writtenLines(index, hunk, placingAt(hunk, position));
	return written && newLines(lines, pair, (_text, _order, line) => written[line] ?? null);
}
function readingOf({ near, offset, before, after }, { patch, file }) {
	const [first, second, ...others] = after.flatMap((text, order) => isFilled$3(text) ? [{
		text,
		order,
		indent: indentOf(text)
	}] : []);
	if (first !== void 0 && first.indent !== patch) {
		const isSame = second === void 0 && first.text.trim() === before.find(isFilled$3)?.trim();
		return first.indent === file && !isSame ? "sent" : "unclear";
	}
	if (first === void 0 || second === void 0) return "sent";
	const opens = opensBlock(first.text);
	const shifted = after.slice(0, -1).some(opensText) ? "unclear" : "shifted";
	if (patch !== "") return second.indent.startsWith(file) && !(opens && second.indent === file) ? "unclear" : shifted;
	if (second.indent === "") {
		if (closesBlock(second.text) && !opens) return "sent";
		return second.order > first.order + 1 ? "unclear" : shifted;
	}
	if (second.indent.startsWith(file)) return opens && second.indent === file ? shifted : "sent";
	if (opens) return shifted;
	if (closesBlock(second.text)) return "sent";
	if (others.some(({ indent }) => indent === "")) return "unclear";
	return near.slice(0, offset).split("\n").some((text) => isFilled$3(text) && indentOf(text) === second.indent) ? "sent" : "unclear";
}
function withoutEdges$1(lines, { lacks, rest }, { replace }) {
	const texts = [...lines];
	const sent = replace.split("\n");
	const [first = "", last = ""] = [sent[0], sent.at(-1)];
	if (rest !== null) {
		const end = texts.at(-1) ?? "";
		texts[texts.length - 1] = isFilled$3(last) ? end.slice(0, end.length - rest.length) : last;
	}
	if (isFilled$3(first)) {
		const begin = texts[0] ?? "";
		if (!begin.startsWith(lacks)) return null;
		texts[0] = begin.slice(lacks.length);
	} else if (texts.length > 0) texts[0] = first;
	return texts.join("\n") + (rest === null && replace !== "" ? "\n" : "");
}
function isFilled$3(text) {
	return text.trim() !== "";
}

// src/apply/byte-order-mark.ts
function asShown(file, hunks) {
	const isShown = (mark, text) => mark !== "+" && isFirstLine(file, text);
	return file.hasBom && hunks.some(({ lines }) => lines.some(([mark, text]) => isShown(mark, text))) ? withMarkShown(file) : file;
}
function withoutMarks(file, hunks) {
	if (!hunks.some(showsMark) || file.text.includes("﻿")) return hunks;
	return hunks.map((hunk) => showsMark(hunk) ? {
		...hunk,
		lines: hunk.lines.map(bareLine)
	} : hunk);
}
function showsMarkInside({ lines }, position) {
	return lines.filter(([mark]) => mark !== "+").some(([, text], at) => text.startsWith("﻿") && position + at > 0);
}
function asFound(file, find) {
	return file.hasBom && find.startsWith("﻿") && file.text.startsWith(bare(find)) ? withMarkShown(file) : file;
}
function withMarkApart(before, after) {
	const { text, endings, hasBom } = after;
	if (!text.startsWith("﻿") || hasBom && before.text.startsWith("﻿")) return after;
	return {
		hasBom: true,
		text: bare(text),
		endings
	};
}
function markNote(operation) {
	return (operation.action === "edit" ? operation.edit.find.startsWith("﻿") && !operation.edit.replace.startsWith("﻿") : "hunks" in operation && operation.action !== "delete" && operation.hunks.some(takesMark)) ? `A byte order mark stands only before what ${operation.path} had there, so the file loses it, if it has one` : null;
}
function takesMark({ lines }) {
	const count = (side) => lines.filter(([mark, text]) => mark === side && text.startsWith("﻿")).length;
	return count("-") > count("+");
}
function showsMark({ lines }) {
	return lines.some(([mark, text]) => mark !== "+" && text.startsWith("﻿"));
}
function bareLine([mark, text, ...note]) {
	return [
		mark,
		bare(text),
		...note
	];
}
function withMarkShown({ text, endings }) {
	return {
		hasBom: false,
		text: "﻿" + text,
		endings
	};
}
function isFirstLine({ text }, line) {
	const end = line.length - 1;
	return line.startsWith("﻿") && text.startsWith(bare(line)) && (end === text.length || text[end] === "\n");
}
function bare(text) {
	return text.startsWith("﻿") ? text.slice(1) : text;
}

// src/apply/line-edit.ts
function editLines(file, edits, finalNewline) {
	const endsWithBreak = finalNewline ?? (file.text === "" || file.text.endsWith("\n"));
	const closed = file.text === "" || file.text.endsWith("\n") ? file : withLastBreak(file);
	const starts = edits.every(({ span }) => span !== void 0) ? [] : lineStarts(closed.text);
	const edited = replaceText(closed, edits.map((edit) => replacementOf(edit, starts)));
	return endsWithBreak ? edited : withoutLastBreak(edited);
}
function withLastBreak(file) {
	const { hasBom, text, endings } = file;
	const closed = typeof endings === "string" ? endings : withLastEnding(endings);
	return {
		hasBom,
		text: `${text}\n`,
		endings: closed
	};
}
function withLastEnding(endings) {
	const closed = new Uint8Array(endings.length + 1);
	closed.set(endings);
	closed[endings.length] = endings.at(-1) ?? 0;
	return closed;
}
function withoutLastBreak(file) {
	const { hasBom, text, endings } = file;
	if (text === "") return file;
	return {
		hasBom,
		text: text.slice(0, -1),
		endings: typeof endings === "string" ? endings : endings.subarray(0, -1)
	};
}
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function replacementOf({ line, remove, insert, span }, starts) {
	const start = span?.start ?? starts[line];
	const end = span?.end ?? starts[line + remove];
	if (start === void 0 || end === void 0) throw new RangeError(`lines ${line} to ${line + remove} are not in the file`);
	return {
		start,
		end,
		text: insert.map((text) => `${text}\n`).join("")
	};
}

// src/apply/locate/line-match.ts
const LOOSENESS = [
	"exact",
	"lost_mark",
	"trailing_space",
	"glyphs",
	"indentation",
	"whitespace"
];
function looseness(wanted, found, mayLackMark) {
	if (wanted === found) return 0;
	if (mayLackMark && wanted !== "" && found.length === wanted.length + 1 && found === ` ${wanted}`) return LOST_MARK;
	const [a, b] = [wanted.trimEnd(), found.trimEnd()];
	if (a === b) return LOOSENESS.indexOf("trailing_space");
	const [plainA, plainB] = [plainGlyphs(a), plainGlyphs(b)];
	if (plainA.trimEnd() === plainB.trimEnd()) return LOOSENESS.indexOf("glyphs");
	if (plainA.trim() === plainB.trim()) return INDENTATION;
	return collapsed(plainA) === collapsed(plainB) ? LOOSENESS.indexOf("whitespace") : NO_MATCH;
}
const EXACT = 0;
const LOST_MARK = LOOSENESS.indexOf("lost_mark");
const INDENTATION = LOOSENESS.indexOf("indentation");
const NO_MATCH = LOOSENESS.length;
function collapsed(line) {
	return line.trim().replaceAll(/\s+/g, " ");
}

// src/apply/report.ts
function toleranceOf(rungs) {
	const rung = rungs.at(-1) ?? "exact";
	return rungs.length > 1 ? {
		rung,
		adjustments: rungs
	} : { rung };
}
function inOrder$1(rungs) {
	const strict = ["offset", ...LOOSENESS].filter((rung) => rungs.includes(rung));
	const edge = rungs.includes("edge_blanks") ? ["edge_blanks"] : [];
	const others = rungs.filter((rung) => rung !== "edge_blanks" && !isStrict(rung));
	return [
		...strict,
		...edge,
		...others
	];
}
function isStrict(rung) {
	return rung === "offset" || LOOSENESS.some((one) => one === rung);
}

// src/apply/edit/edge-breaks.ts
function withEdgeBreaks(texts, { above, below }) {
	const { find, replace } = texts;
	if (find.trim() === "" || replace.trim() === "") return texts;
	const head = above ? headLost(find, replace) : "";
	const tail = below ? tailLost(find, replace) : "";
	const whole = head + replace + tail;
	return whole === find || whole === replace ? texts : {
		...texts,
		replace: whole
	};
}
function edgesAt(text, find, start) {
	const end = start + find.length;
	return {
		above: start > 0 && text[start - 1] !== "\n",
		below: end < text.length && text[end] !== "\n"
	};
}
function tailLost(find, replace) {
	if (replace !== replace.trimEnd()) return "";
	const end = find.lastIndexOf("\n");
	return end < find.trimEnd().length ? "" : find.slice(end);
}
function headLost(find, replace) {
	const filled = find.length - find.trimStart().length;
	const end = find.lastIndexOf("\n", filled) + 1;
	const begin = find.indexOf("\n") + 1;
	if (end === 0) return "";
	const indent = find.slice(end, filled);
	if (indentOf(replace) !== indent || indent === "" && !/^[\p{L}\p{N}_]/u.test(replace)) return "";
	return find.slice(0, begin);
}

// src/apply/edit/unescape.ts
function unescaped(text) {
	if (!text.includes("\\") || text.includes("\n")) return null;
	const parts = [];
	let done = 0;
	for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", done)) {
		const char = ESCAPES$1.get(text.charAt(at + 1));
		if (char === void 0) return null;
		parts.push(text.slice(done, at), char);
		done = at + 2;
	}
	return parts.join("") + text.slice(done);
}
const ESCAPES$1 = /* @__PURE__ */ new Map([
	["n", "\n"],
	["r", "\r"],
	["t", "	"],
	["\"", "\""],
	["'", "'"],
	["/", "/"],
	["\\", "\\"]
]);

// src/apply/edit/escaped-edit.ts
function unescapedEdit(sent) {
	const find = readEscapes(sent.find);
	if (find === null || sent.replace.includes("\n")) return null;
	const replace = readEscapes(sent.replace);
	return replace === null ? {
		find,
		replace: sent.replace,
		isClear: !/\\[nrt"'/\\]/.test(sent.replace)
	} : {
		find,
		replace,
		isClear: escapesAll(sent) || hasClearLines(sent)
	};
}
function readEscapes(text) {
	return unescaped(text)?.replaceAll("\r\n", "\n") ?? null;
}
function escapesAll({ find, replace }) {
	return pairsOf(find).includes("\\\\") && !hasBareQuote(find + replace);
}
function pairsOf(text) {
	return text.match(/\\./g) ?? [];
}
function hasBareQuote(text) {
	return text.replaceAll(/\\./g, "").includes("\"");
}
function hasClearLines({ find, replace }) {
	const known = new Set(find.split(BREAK$1).slice(0, -1));
	const read = quoteReader({
		find,
		replace
	});
	const lastOf = new Map(MARKS.map((mark) => [mark, replace.lastIndexOf(mark)]));
	const lines = replace.split(BREAK$1);
	let end = -BREAK_LENGTH;
	return lines.every((line, index) => {
		end += BREAK_LENGTH + line.length;
		const next = lines[index + 1];
		if (known.has(line) && next !== void 0) return true;
		const text = read(withoutEdges(line));
		if (text === null || next === void 0) return text !== null;
		const open = openMark(text);
		return (open === null || (lastOf.get(open) ?? 0) < end) && !looksCut(text, next);
	});
}
const BREAK$1 = /\\n(?<=(?<!\\)(?:\\\\)*\\n)/;
const BREAK_LENGTH = 2;
function withoutEdges(line) {
	return line.replace(/^(?:\s|\\t)+/, "").replace(/\\r$/, "");
}
function quoteReader({ find, replace }) {
	const both = find + replace;
	const isWhole = both.includes("\\\"") && !hasBareQuote(both);
	const shown = new Set(pairsOf(find));
	const isRead = (pair) => isWhole ? /^\\["/\\]$/.test(pair) : /^\\['/]$/.test(pair) && shown.has(pair);
	return (line) => {
		if (!pairsOf(line).every(isRead)) return null;
		return line.replaceAll(/\\\\(?:\\.|.)?|\\(.)/g, (_, char) => char ?? "");
	};
}
const MARKS = [
	"\"",
	"'",
	"`",
	"/"
];
function openMark(line) {
	let open = null;
	for (const { 0: mark, index } of line.replaceAll(TRIPLE, "").matchAll(/["'`/]/g)) if (mark === open) open = null;
	else if (open === null && canOpen(line, index)) open = mark;
	return open;
}
const TRIPLE = /"""|'''|```/g;
function canOpen(line, at) {
	const [before, after] = [line.slice(Math.max(0, at - LOOK_BACK), at), line.slice(at + 1, at + 2)];
	if (line.charAt(at) === "'") return !(/\p{L}$/u.test(before) && /^\p{L}/u.test(after));
	return line.charAt(at) !== "/" || /(?:[(,=~!|&?[]|\breturn)\s*$/.test(before) && !/[/*>]/.test(after);
}
const LOOK_BACK = 20;
function looksCut(line, next) {
	return /\S $/.test(line) && /^ \S/.test(next) || /\b[A-Za-z]:$/.test(line) && /^\w/.test(next);
}

// src/apply/locate/beside.ts
function mayStandBeside(text, { before, after }, { start, end }) {
	const found = new Set(before);
	const isOther = (line) => saysAnything(line) && !found.has(line);
	const [firstOther, lastOther] = [after.findIndex(isOther), after.findLastIndex(isOther)];
	if (firstOther === -1) return false;
	const tops = placesOf$1(after, before[0]).filter((at) => at > firstOther);
	const bottoms = placesOf$1(after, before.at(-1)).filter((at) => at < lastOther);
	if (tops.length + bottoms.length > MAX_PLACES) return true;
	return tops.some((at) => endsWithLines(text, after.slice(0, at), start)) || bottoms.some((at) => beginsWithLines(text, after.slice(at + 1), end));
}
function placesOf$1(lines, line) {
	return lines.flatMap((text, at) => text === line ? [at] : []);
}
const MAX_PLACES = 200;
function endsWithLines(text, lines, start) {
	let end = start;
	for (const line of lines.toReversed()) {
		const from = end - line.length - 1;
		if (from < 0 || text[end - 1] !== "\n" || !text.startsWith(line, from)) return false;
		end = from;
	}
	return end === 0 || text[end - 1] === "\n";
}
function beginsWithLines(text, lines, end) {
	let reached = end;
	for (const line of lines) {
		if (text[reached] !== "\n" || !text.startsWith(line, reached + 1)) return false;
		reached += line.length + 1;
	}
	return reached === text.length || text[reached] === "\n";
}

// src/apply/fit/likeness.ts
function similarityTo(line) {
	const own = line.trim().slice(0, COMPARED_CHARACTERS$1);
	const pairs = /* @__PURE__ */ new Map();
	for (let at = 0; at + 1 < own.length; at += 1) {
		const pair = pairAt(own, at);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	return (line2) => {
		const other = line2.trim().slice(0, COMPARED_CHARACTERS$1);
		const all = Math.max(0, own.length - 1) + Math.max(0, other.length - 1);
		const most = Math.min(own.length, other.length) - 1;
		if (all === 0 || 2 * most / all < WORTH_COUNTING) return 0;
		return 2 * commonPairs(pairs, other) / all;
	};
}
const COMPARED_CHARACTERS$1 = 300;
const WORTH_COUNTING = .6;
function commonPairs(pairs, other) {
	const used = /* @__PURE__ */ new Map();
	let common = 0;
	for (let at = 0; at + 1 < other.length; at += 1) {
		const pair = pairAt(other, at);
		const available = pairs.get(pair);
		if (available === void 0) continue;
		const taken = used.get(pair) ?? 0;
		if (taken === available) continue;
		used.set(pair, taken + 1);
		common += 1;
	}
	return common;
}
function pairAt(text, at) {
	return text.charCodeAt(at) * CODES + text.charCodeAt(at + 1);
}
const CODES = 65536;

// src/apply/indent/as-deep.ts
function standsAsDeep(index, hunk, start) {
	const lines = standingAt(index, hunk, start);
	if (lines.every(hasItsMarkLost) || lacksSpacesOnly(lines)) return true;
	if (isFirstTrimmed(lines)) return lines[0]?.before === null;
	if (learnIndentation(lines) === null) return false;
	const moved = lines.filter((line) => line.before !== null && !hasItsMarkLost(line));
	if (moved.length === 0 || !mayBeAsBefore(lines)) return true;
	if (moved.some(({ before, file }) => before === file)) return false;
	return lines.some(({ before, isContext, isTelling }) => !isContext && before === null && isTelling);
}
function mayBeAsBefore(lines) {
	const old = lines.flatMap(({ before, isContext, patch, ...line }) => isContext || before !== null ? [{
		...line,
		isContext,
		patch: before ?? patch
	}] : []);
	return learnIndentation(old) !== null;
}
function standingAt(index, { lines, noMarkLost }, start) {
	const removed = removedIndents(lines);
	const standing = [];
	let position = start - 1;
	for (const [line, [mark, text]] of lines.entries()) {
		if (mark === "-") continue;
		position += 1;
		if (text.trim() === "") continue;
		standing.push({
			line,
			patch: indentOf(text),
			file: indentOf(lineAt(index, position)),
			isContext: mark === " ",
			mayLackMark: mark === " " && noMarkLost !== true,
			before: (mark === "+" ? removed.get(fingerprint(text))?.next().value : void 0) ?? null,
			isTelling: hasWord$1(text)
		});
	}
	return standing;
}
function removedIndents(lines) {
	const indents = /* @__PURE__ */ new Map();
	for (const [mark, text] of lines) {
		if (mark !== "-") continue;
		const print = fingerprint(text);
		const known = indents.get(print);
		if (known === void 0) indents.set(print, [indentOf(text)]);
		else known.push(indentOf(text));
	}
	return new Map([...indents].map(([print, own]) => [print, own.values()]));
}

// src/apply/locate/borders.ts
function bordersFrom(count, depthOf) {
	const positions = [];
	const depths = [];
	for (let position = 0; position < count; position += 1) {
		const depth = depthOf(position);
		if (depth === null) continue;
		positions.push(position);
		depths.push(depth);
	}
	return {
		count,
		positions,
		depths,
		shallower: shallowerOf(depths)
	};
}
function nextUpTo({ count, positions, depths, shallower }, { start, depth }) {
	let border = firstBelow(positions, start);
	while (border < depths.length && (depths[border] ?? 0) > depth) border = shallower[border] ?? depths.length;
	return positions[border] ?? count;
}
function shallowerOf(depths) {
	const next = depths.map(() => depths.length);
	for (let border = depths.length - 1; border >= 0; border -= 1) {
		let other = border + 1;
		while (other < depths.length && (depths[other] ?? 0) >= (depths[border] ?? 0)) other = next[other] ?? depths.length;
		next[border] = other;
	}
	return next;
}
function firstBelow(positions, start) {
	let [low, high] = [0, positions.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if ((positions[middle] ?? 0) <= start) low = middle + 1;
		else high = middle;
	}
	return low;
}

// src/apply/locate/sections.ts
function indexSections(lines, path = "") {
	return {
		lines,
		isMarkdown: /\.(?:md|mdx|markdown)$/i.test(path)
	};
}
function sectionsOf(index, anchors) {
	let sections = [];
	for (const anchor of anchors) {
		const named = sectionsUnder(index, anchor.trim());
		const inner = sections.length === 0 ? named : insideOf(index, named, sections);
		if (inner.length > 0) sections = inner;
	}
	return sections;
}
function insideOf(index, named, outer) {
	const inside = named.filter(({ start }) => outer.some((section) => start >= section.start && start < section.end));
	if (inside.length > 0) return inside;
	const bare = outer.filter((section) => !isHeading(index, section.start));
	return named.filter(({ start }) => bare.some((section) => start > section.start));
}
function isHeading({ lines, isMarkdown }, position) {
	const heading = lineText(lines, position);
	if (titleLevel(heading, isMarkdown) !== null) return true;
	const below = filledFrom(lines, position + 1);
	return below !== null && indentation(lineText(lines, below)) > indentation(heading);
}
function isLeft$1(index, { above, below, between, deeper }) {
	const [upper, lower] = [lineText(index.lines, above), lineText(index.lines, below)];
	index.ends ??= endsIn(index);
	const level = titleLevel(upper, index.isMarkdown);
	if (level !== null) return ![lower, ...between].some((line) => isTitleUpTo(index, line, level)) && nextUpTo(index.ends.titles, {
		start: above,
		depth: level
	}) < below;
	const high = indentation(upper);
	const deep = indentation(lower) + (beginsWithWord(lower) ? 0 : 1);
	const depth = deep > high && isHeading(index, above) ? high : Math.min(high, deep) - 1;
	const outermost = between.filter(beginsWithWord).map((line) => indentation(line) + deeper - 1);
	return nextUpTo(index.ends.words, {
		start: above,
		depth: Math.min(depth, ...outermost)
	}) < below;
}
function filledFrom(lines, position) {
	for (let at = position; at <= position + MAX_BLANKS && at < lines.count; at += 1) if (lineText(lines, at).trim() !== "") return at;
	return null;
}
const MAX_BLANKS = 20;
function sectionsUnder(index, anchor) {
	index.starts ??= startsOf$1(index.lines);
	const alike = index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? [];
	if (alike.length > MAX_ALIKE) return [];
	const named = alike.filter((position) => isAnchor(lineText(index.lines, position), anchor));
	if (named.length > MAX_SECTIONS) return [];
	return named.map((start) => ({
		start,
		end: sectionEnd(index, start),
		name: anchor
	}));
}
const CUT_ANCHOR = 70;
const MAX_SECTIONS = 50;
const MAX_ALIKE = 1e3;
function startsOf$1(lines) {
	const starts = /* @__PURE__ */ new Map();
	for (let position = 0; position < lines.count; position += 1) {
		const start = lineText(lines, position).trim().slice(0, CUT_ANCHOR);
		const known = starts.get(start);
		if (known === void 0) starts.set(start, [position]);
		else known.push(position);
	}
	return starts;
}
function isAnchor(line, anchor) {
	const text = line.trim();
	return text === anchor || anchor.length >= CUT_ANCHOR && text.startsWith(anchor);
}
function sectionEnd(index, start) {
	index.ends ??= endsIn(index);
	const heading = lineText(index.lines, start);
	const level = titleLevel(heading, index.isMarkdown);
	if (level !== null) return nextUpTo(index.ends.titles, {
		start,
		depth: level
	});
	const depth = indentation(heading);
	if (beginsWithWord(heading)) return nextUpTo(index.ends.words, {
		start,
		depth
	});
	index.beginnings ??= indented(index.lines, beginsAnything);
	return nextUpTo(index.beginnings, {
		start,
		depth
	});
}
function endsIn({ lines, isMarkdown }) {
	let fence = null;
	const titles = bordersFrom(lines.count, (position) => {
		const line = lineText(lines, position);
		if (isMarkdown) fence = fenceBelow(fence, line);
		return fence === null ? titleLevel(line, isMarkdown) : null;
	});
	return {
		words: indented(lines, beginsWithWord),
		titles
	};
}
function fenceBelow(open, line) {
	const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
	if (open === null) return marks ?? null;
	return marks?.startsWith(open) === true && line.trim() === marks ? null : open;
}
function indented(lines, isBorder) {
	return bordersFrom(lines.count, (position) => {
		const line = lineText(lines, position);
		return isBorder(line) ? indentation(line) : null;
	});
}
function staysBelow(index, heading, line) {
	const level = titleLevel(heading, index.isMarkdown);
	return level === null ? belongsTo(heading, line) : !isTitleUpTo(index, line, level);
}
function belongsTo(heading, line) {
	const isBorder = beginsWithWord(heading) ? beginsWithWord : beginsAnything;
	return line.trim() === "" || indentation(line) > indentation(heading) || !isBorder(line);
}
function beginsWithWord(line) {
	return /^\s*(?:(?!end\b)[\p{L}_$]|#[\p{L}_$][\p{L}\p{N}_$]*\(.*\{\s*$)/u.test(line);
}
function beginsAnything(line) {
	return beginsWithWord(line) || /^\s*(?:["'([{@]|<\p{L}|[.#&:][\p{L}_]|::\p{L}|(?:[-*+]|\d+[.)]) )/u.test(line);
}
function titleLevel(line, isMarkdown) {
	const [, marks] = /^(#{1,6}) \S/.exec(line) ?? [];
	if (marks === "#" && !isMarkdown) return null;
	return marks?.length ?? (TABLE.test(line) ? TABLE_LEVEL : null);
}
const TABLE = /^\[\[?[^[\]]+\]\]?[ \t]*$/;
const TABLE_LEVEL = 7;
function isTitleUpTo({ isMarkdown }, line, level) {
	const own = titleLevel(line, isMarkdown);
	return own !== null && own <= level;
}
function indentation(line) {
	return line.length - line.trimStart().length;
}

// src/apply/locate/extent.ts
function extentAt({ lines }, without, start) {
	const changed = [];
	let end = start;
	for (const [mark] of lines) {
		if (mark !== " ") changed.push(mark === without ? end - BETWEEN : end);
		if (mark !== without) end += 1;
	}
	return {
		start,
		end,
		shown: [{
			start,
			end
		}],
		changed: changed.length === 0 ? [start] : changed
	};
}
const BETWEEN = .5;
function isWithin$1(index, section, extent) {
	const { start, end } = section;
	return extent.changed.every((at) => {
		if (at < start) return shows(extent, start);
		return at < end || extent.start <= end && isLeftAbove(index, {
			section,
			extent,
			at
		});
	});
}
function shows({ shown }, position) {
	return shown.some(({ start, end }) => position >= start && position < end);
}
function isLeftAbove(index, { section, extent, at }) {
	if (at < section.end) return false;
	if (shows(extent, section.end)) return true;
	const { lines } = index;
	const heading = lineText(lines, section.start);
	return extent.shown.some((span) => {
		for (let line = Math.max(span.start, section.end); line < span.end && line <= at; line += 1) if (!staysBelow(index, heading, lineText(lines, line))) return true;
		return false;
	});
}

// src/apply/locate/surroundings.ts
const NOTHING_AROUND = {
	driftBefore: void 0,
	driftAfter: void 0,
	movedBefore: void 0,
	movedAfter: void 0,
	from: 0,
	to: Number.POSITIVE_INFINITY
};
function surroundingsOf(hunks) {
	const drifts = driftsOf(hunks);
	if (!isInOrder(hunks)) return drifts.map((drift) => ({
		...NOTHING_AROUND,
		...drift
	}));
	const ends = lastKnown(hunks.map(({ position, length }) => position === void 0 ? void 0 : position + length));
	const starts = nextKnown(hunks.map(({ position }) => position));
	return drifts.map((drift, order) => ({
		...drift,
		from: ends[order] ?? NOTHING_AROUND.from,
		to: starts[order] ?? NOTHING_AROUND.to
	}));
}
function driftsOf(hunks) {
	const drifts = hunks.map(({ hunk: { lineHint }, position }) => driftOf(lineHint, position));
	const moved = hunks.map(({ hunk: { lineHint, movedHint }, position }) => driftOf(movedHint ?? lineHint, position));
	const below = (drift, order) => drift === void 0 ? void 0 : drift + (hunks[order]?.grown ?? 0);
	const [driftBefore, movedBefore] = [lastKnown(drifts.map(below)), lastKnown(moved.map(below))];
	const [driftAfter, movedAfter] = [nextKnown(drifts), nextKnown(moved)];
	return hunks.map((_, order) => ({
		driftBefore: driftBefore[order],
		driftAfter: driftAfter[order],
		movedBefore: movedBefore[order],
		movedAfter: movedAfter[order]
	}));
}
function driftOf(hint, position) {
	return position === void 0 || hint === void 0 ? void 0 : position + 1 - hint;
}
function expectedAt({ hunk: { lineHint, movedHint }, surroundings: { driftBefore, driftAfter, movedBefore, movedAfter } }) {
	if (lineHint === void 0) return [];
	const asItWas = namedBy(movedHint ?? lineHint, movedBefore, movedAfter);
	return [.../* @__PURE__ */ new Set([...namedBy(lineHint, driftBefore, driftAfter), ...asItWas])];
}
function hintsOf({ lineHint, movedHint = lineHint }) {
	return [lineHint, movedHint].flatMap((hint) => hint === void 0 ? [] : [hint - 1]);
}
function namedBy(hint, before, after) {
	return [before ?? 0, after ?? before ?? 0].map((drift) => hint - 1 + drift);
}
function lastKnown(values) {
	let known;
	return values.map((value) => {
		const before = known;
		known = value ?? known;
		return before;
	});
}
function nextKnown(values) {
	return lastKnown(values.toReversed()).toReversed();
}
function isInOrder(hunks) {
	let [hint, end] = [0, 0];
	for (const { hunk, length, position } of hunks) {
		if (hunk.lineHint === void 0 || hunk.lineHint <= hint) return false;
		hint = hunk.lineHint;
		if (position === void 0) continue;
		if (position < end) return false;
		end = position + length;
	}
	return true;
}

// src/apply/locate/hints.ts
function isNamed(index, spot) {
	return isNumbered(spot) || isUnder(index, sectionsNamed(index, spot), spot);
}
function isNumbered(spot) {
	return expectedAt(spot).includes(spot.extent.start);
}
function sectionMissed(index, spot) {
	const sections = sectionsNamed(index, spot);
	const [first] = sections;
	if (first === void 0 || isUnder(index, sections, spot)) return null;
	if (spot.hunk.lineHint === void 0) return first;
	const isAtNumber = expectedAt(spot).includes(spot.extent.start) && isAsCounted(spot);
	return sections.filter(({ start }) => start < spot.extent.start).some((section) => isAtNumber || isLeft(index, section, spot)) ? null : first;
}
function isAsCounted({ hunk, extent: { start, changed } }) {
	const above = hunk.lines.findIndex(([mark]) => mark !== " ");
	return above === -1 || Math.ceil(changed[0] ?? start) === start + above;
}
function isLeft(index, section, { extent }) {
	return extent.changed.every((at) => isLeftAbove(index, {
		section,
		extent,
		at
	}));
}
function isElsewhere(index, spot) {
	const { surroundings } = spot;
	const position = spot.extent.start;
	return !(position >= surroundings.from && position < surroundings.to) && !expectedAt(spot).includes(position) || sectionMissed(index, spot) !== null;
}
function sectionsNamed(index, spot) {
	const { anchors } = spot.hunk;
	const sections = anchors.length === 0 ? [] : sectionsOf(index, anchors);
	const expected = sections.length > 1 ? expectedAt(spot) : [];
	const meant = sections.filter(({ start, end }) => expected.some((at) => at >= start && at < end));
	return meant.length === 0 ? sections : meant;
}
function isUnder(index, sections, { extent }) {
	return sections.some((section) => isWithin$1(index, section, extent) || isBelow(index, section.start, extent));
}
function isBelow(index, start, extent) {
	return !isHeading(index, start) && extent.changed.every((at) => at >= start || shows(extent, start));
}

// src/apply/locate/pattern.ts
function oldPattern(hunk) {
	return patternOf(hunk, "+", () => false);
}
function newPattern(hunk) {
	return patternOf(hunk, "-", () => false);
}
function elidedPattern(index, hunk) {
	const pattern = patternOf(hunk, "+", (text) => isGap(index, text));
	return pattern.gaps.size === 0 ? null : pattern;
}
function isGap(index, text) {
	return isElision(text) && (/\.\.\.|…/.test(text) || positionsOf(index, fingerprint(text)).length === 0);
}
function printsOf({ lines }) {
	return lines.map(({ print }) => print);
}
function isBlank$1({ print }) {
	return print === 0;
}
function patternOf(hunk, without, isLeftOut) {
	const lines = [];
	const gaps = /* @__PURE__ */ new Set();
	const additions = /* @__PURE__ */ new Set();
	for (const [mark, text, note] of hunk.lines) if (mark === without) additions.add(lines.length);
	else if (mark === " " && isLeftOut(text)) gaps.add(lines.length);
	else lines.push({
		text,
		print: fingerprint(text),
		isContext: mark === " ",
		mayLackMark: mark === " " && hunk.noMarkLost !== true,
		isUnmarked: note === "unmarked"
	});
	return {
		lines,
		gaps,
		additions
	};
}

// src/apply/locate/places.ts
const NOWHERE = {
	level: 0,
	positions: []
};
function findPlaces$1(index, pattern, effort) {
	const starts = findPrints(index, printsOf(pattern), effort);
	if (starts === null) return null;
	let level = NO_MATCH - 1;
	let positions = [];
	for (const start of starts) {
		effort.comparisons -= TEXT_EFFORT * pattern.lines.length;
		if (effort.comparisons < 0) return null;
		const reached = levelAt(index, pattern, {
			start,
			worst: level
		});
		if (reached > level) continue;
		if (reached < level) positions = [];
		level = reached;
		positions.push(start);
	}
	return positions.length === 0 ? NOWHERE : {
		level,
		positions
	};
}
const TEXT_EFFORT = 4;
function loosenessOf(index, pattern, positions) {
	const needed = /* @__PURE__ */ new Set();
	for (const [row, { text, mayLackMark }] of pattern.lines.entries()) {
		const position = positions[row] ?? -1;
		if (position >= 0) needed.add(looseness(text, lineAt(index, position), mayLackMark));
	}
	return LOOSENESS.filter((_, level) => level > 0 && needed.has(level));
}
function levelAt(index, { lines }, { start, worst }) {
	let level = 0;
	for (const [offset, { text, mayLackMark }] of lines.entries()) {
		level = Math.max(level, looseness(text, lineAt(index, start + offset), mayLackMark));
		if (level > worst) return level;
	}
	return level;
}

// src/apply/locate/search.ts
function placesFor({ index, effort }, { hunk, pattern }) {
	const found = findPlaces$1(index, pattern, effort);
	if (found === null || hunk.endOfFile !== true) return found;
	const last = index.lines.count - pattern.lines.length;
	return {
		...found,
		positions: found.positions.filter((position) => position === last)
	};
}
function tolerancesAt(index, pattern, start) {
	return loosenessOf(index, pattern, pattern.lines.map((_, offset) => start + offset));
}
function startsByLines(index, { lines }) {
	return mostVoted(lines.flatMap(({ print }, offset) => {
		const positions = positionsOf(index, print);
		return positions.length === 0 ? [] : [{
			offset,
			positions
		}];
	}));
}
function isAtHint({ lineHint, movedHint }, position) {
	return lineHint === void 0 || lineHint === position + 1 || movedHint === position + 1;
}

// src/apply/locate/tie-break.ts
function breakTie(sections, tie) {
	const { places } = tie;
	const [only] = places;
	if (places.length === 1 && only !== void 0) return only;
	const between = inOrder(tie, inSections(sections, tie) ?? places);
	const hinted = atHint(tie);
	if (hinted !== null) return between.includes(hinted) ? hinted : null;
	return between.length === 1 ? between[0] ?? null : null;
}
function breakTieAt(sections, { hunk, surroundings, without, positions }) {
	const places = positions.map((start) => ({ start }));
	const extentOf = ({ start }) => extentAt(hunk, without, start);
	return breakTie(sections, {
		hunk,
		places,
		extentOf,
		surroundings
	})?.start ?? null;
}
function inSections(index, { hunk: { anchors }, places, extentOf }) {
	if (anchors.length === 0 || places.length > MAX_ANCHORED) return null;
	const sections = sectionsOf(index, anchors);
	const inside = places.filter((place) => {
		const extent = extentOf(place);
		return sections.some((section) => isWithin$1(index, section, extent));
	});
	return inside.length > 0 ? inside : null;
}
const MAX_ANCHORED = 1e3;
function inOrder({ surroundings: { from, to } }, places) {
	return places.filter(({ start }) => start >= from && start < to);
}
function atHint(tie) {
	const expected = expectedAt(tie);
	const hits = tie.places.filter(({ start }) => expected.includes(start));
	return hits.length === 1 ? hits[0] ?? null : null;
}

// src/apply/locate/done.ts
function findMade(search, { hunk, surroundings }, old) {
	if (!isTelling(hunk)) return null;
	const pattern = newPattern(hunk);
	const found = placesFor(search, {
		hunk,
		pattern
	});
	if (found === null) return { status: "too_repetitive" };
	const level = old.positions.length === 0 ? NO_MATCH : old.level;
	if (found.positions.length === 0 || found.level > level) return null;
	if (found.level !== 0 && !adds(hunk)) return null;
	const positions = deepEnough(search, hunk, found);
	if (positions === null) return { status: "too_repetitive" };
	if (positions.length === 0) return null;
	const [only, second] = positions;
	if (found.level === level && (only === void 0 || second !== void 0 || !holdsOld(hunk, only, old))) return null;
	const position = breakTieAt(search.sections, {
		hunk,
		surroundings,
		without: "-",
		positions
	});
	if (position === null) return level === NO_MATCH ? { status: "not_found" } : null;
	const tolerances = tolerancesAt(search.index, pattern, position);
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	return {
		status: "made",
		spot: {
			hunk,
			extent: extentAt(hunk, "-", position),
			surroundings
		},
		rungs
	};
}
function isToBeDone({ hunk, surroundings }, old) {
	if (old.positions.length === 0 || old.level !== 0) return false;
	if (!holdsLines(newSide(hunk), oldSide(hunk))) return true;
	const expected = expectedAt({
		hunk,
		surroundings
	});
	return old.positions.some((start) => expected.includes(start));
}
function holdsLines(lines, block) {
	return firstPlaceIn(`\n${lines.join("\n")}\n`, `\n${block.join("\n")}\n`) !== null;
}
function deepEnough({ index, effort }, hunk, { level, positions }) {
	if (level < INDENTATION) return positions;
	effort.comparisons -= DEPTH_EFFORT * hunk.lines.length * positions.length;
	if (effort.comparisons < 0) return null;
	return positions.filter((position) => standsAsDeep(index, hunk, position));
}
const DEPTH_EFFORT = 20;
function holdsOld(hunk, position, old) {
	const { lines } = hunk;
	const before = new Set(lines.flatMap(([mark, text]) => mark === "+" ? [] : [fingerprint(text)]));
	const isNew = ([mark, text]) => mark === "+" && saysAnything(text) && !before.has(fingerprint(text));
	if (!lines.some(([mark]) => mark === "-") || !lines.some(isNew)) return false;
	const { start, end } = extentAt(hunk, "-", position);
	return old.positions.every((at) => at >= start && at < end);
}
function findMadeBeside(search, { hunk, surroundings }, old) {
	const expected = expectedAt({
		hunk,
		surroundings
	});
	if (hunk.lineHint === void 0 || old.length === 0 || old.some((start) => expected.includes(start))) return null;
	const made = findMade(search, {
		hunk,
		surroundings
	}, NOWHERE);
	if (made?.status !== "made" || old.some((start) => covers(made.spot, start))) return null;
	return adds(hunk) || isNumbered(made.spot) ? made : null;
}
function covers({ extent: { start, end } }, other) {
	return other > start - (end - start) && other < end;
}
function isProof(search, spot, pattern) {
	const { index, effort } = search;
	if (spot.extent.end - spot.extent.start === 1 || isLeftElsewhere(search, spot, pattern)) return false;
	const isAway = (start) => !covers(spot, start);
	if (expectedAt(spot).some((start) => isAway(start) && contextAt(index, pattern, start) > 0)) return false;
	return !startsByLines(index, pattern).some((start) => isAway(start) && standsAlike(index, pattern, {
		start,
		effort
	}));
}
function isLeftElsewhere({ index, effort }, { extent }, { lines }) {
	const isOutside = (position) => position < extent.start || position >= extent.end;
	const isNear = (position, prints, step) => {
		effort.comparisons -= NEAR;
		for (let away = 1; away <= NEAR; away += 1) {
			const print = index.prints[position + step * away];
			if (print !== void 0 && prints.has(print) && isOutside(position + step * away)) return true;
		}
		return effort.comparisons < 0;
	};
	return lines.some(({ text, print, isContext }, row) => {
		const left = isContext || !hasWord$1(text) ? [] : positionsOf(index, print).filter(isOutside);
		if (left.length === 0) return false;
		const above = contextPrints(lines.slice(Math.max(0, row - NEAR), row));
		const below = contextPrints(lines.slice(row + 1, row + 1 + NEAR));
		return left.some((position) => isNear(position, above, -1) || isNear(position, below, 1));
	});
}
const NEAR = 12;
function contextPrints(lines) {
	return new Set(lines.flatMap(({ text, print, isContext }) => isContext && hasWord$1(text) ? [print] : []));
}
function contextAt(index, { lines }, start) {
	return lines.filter((line, offset) => line.isContext && hasWord$1(line.text) && isAt(index, line, start + offset)).length;
}
function isAt({ prints }, { print }, position) {
	return prints[position] === print;
}
function standsAlike(index, pattern, { start, effort }) {
	const { lines } = pattern;
	if (lines.every(({ isContext }) => isContext) || contextAt(index, pattern, start) === 0) return false;
	if (!lines.every((line, offset) => !line.isContext || isAt(index, line, start + offset))) return false;
	return lines.every((line, offset) => {
		if (line.isContext || isAt(index, line, start + offset)) return true;
		effort.comparisons -= LIKENESS_EFFORT;
		return effort.comparisons >= 0 && similarityTo(line.text)(lineAt(index, start + offset)) >= ALIKE;
	});
}
const LIKENESS_EFFORT = 100;
const ALIKE = .6;

// src/apply/locate/made-around.ts
function findMadeAround(search, { hunk, surroundings }, old) {
	if (old.positions.length === 0 || !addsBetween(hunk)) return null;
	const pattern = newPattern(hunk);
	const found = placesFor(search, {
		hunk,
		pattern
	});
	const positions = found && deepEnough(search, hunk, found);
	if (found === null || positions === null) return { status: "too_repetitive" };
	if (found.level > old.level) return null;
	const meant = breakTieAt(search.sections, {
		hunk,
		surroundings,
		without: "+",
		positions: old.positions
	});
	const [first, last] = meant === null ? [old.positions[0], old.positions.at(-1)] : [meant, meant];
	const grown = hunk.lines.filter(([mark]) => mark === "+").length;
	const holds = (start, at = start) => at >= start && at <= start + grown;
	const around = positions.filter((start) => holds(start, first) && holds(start, last));
	const numbered = addsOther(hunk) ? hintsOf(hunk) : expectedAt({
		hunk,
		surroundings
	});
	const isOldNumbered = old.positions.some((start) => numbered.includes(start));
	const isOpen = isOldNumbered && !addsOther(hunk);
	const start = around.find((at) => numbered.includes(at) && !isOpen) ?? (isOldNumbered ? void 0 : around[0]);
	if (start === void 0) return null;
	const position = start + hunk.lines.findIndex(([mark]) => mark === " ");
	const tolerances = tolerancesAt(search.index, pattern, start);
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	return {
		status: "made",
		spot: {
			hunk,
			extent: extentAt(hunk, "-", start),
			surroundings
		},
		rungs,
		position
	};
}
function addsBetween({ lines }) {
	const first = lines.findIndex(([mark]) => mark === " ");
	const last = lines.findLastIndex(([mark]) => mark === " ");
	return lines.every(([mark]) => mark !== "-") && lines.some(([mark, text]) => mark === "+" && saysAnything(text)) && lines.slice(first, last).some(([mark]) => mark === "+");
}
function addsOther({ lines }) {
	const context = new Set(lines.flatMap(([mark, text]) => mark === " " ? [text] : []));
	return lines.some(([mark, text]) => mark === "+" && saysAnything(text) && !context.has(text));
}

// src/apply/locate/exact.ts
function locateExactly(text, hunks, effort) {
	if (hunks.some(({ endOfFile }) => endOfFile === true)) return null;
	return hunks.length <= MAX_SEARCHED ? atSearchedPlaces(text.text, hunks, effort) : atNamedLines(text, hunks, effort);
}
const MAX_SEARCHED = 3;
function atSearchedPlaces(text, hunks, effort) {
	const found = [];
	for (const [order, hunk] of hunks.entries()) {
		const block = oldSide(hunk).join("\n");
		const start = block === "" ? null : onlyPlace(text, block, effort);
		if (start === null) return null;
		found.push({
			order,
			block,
			start
		});
	}
	if (found.some(({ order, block, start }) => mayBeDone(text, hunks[order], {
		block,
		start,
		effort
	}))) return null;
	const places = [];
	let [line, reached] = [0, 0];
	for (const { order, start } of found.toSorted((left, right) => left.start - right.start)) {
		line += countBreaks$1(text, reached, start);
		reached = start;
		const hunk = hunks[order];
		if (hunk !== void 0) places[order] = placeAt$2(hunk, line, start);
	}
	return places;
}
function atNamedLines(text, hunks, effort) {
	effort.searching -= text.text.length;
	if (effort.searching < 0) return null;
	const lines = text.lines();
	const places = [];
	for (const hunk of hunks) {
		if (hunk.lineHint === void 0 || hunk.movedHint !== void 0 || hunk.anchors.length > 0) return null;
		const position = hunk.lineHint - 1;
		const old = oldSide(hunk);
		if (!isBlock(old) || !old.every((line, offset) => standsAtLine(lines, line, position + offset))) return null;
		const start = lines.starts[position] ?? 0;
		if (mayBeDone(text.text, hunk, {
			block: old.join("\n"),
			start,
			effort
		})) return null;
		places.push(placeAt$2(hunk, position, start));
	}
	return places;
}
function isBlock(lines) {
	return lines.length > 1 || (lines[0] ?? "") !== "";
}
function onlyPlace(text, block, effort) {
	effort.searching -= text.length;
	if (effort.searching < 0) return null;
	let place = null;
	let looks = 0;
	for (const at of placesIn(text, block)) {
		effort.comparisons -= 1;
		looks += 1;
		if (looks > MAX_LOOKS || effort.comparisons < 0) return null;
		if (!beginsLine(text, at) || !endsLine(text, at + block.length)) continue;
		if (place !== null) return null;
		place = at;
	}
	return place;
}
const MAX_LOOKS = 1e3;
function beginsLine(text, at) {
	return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
}
function endsLine(text, at) {
	return at === text.length ? text.charCodeAt(at - 1) !== LINE_FEED : text.charCodeAt(at) === LINE_FEED;
}
const LINE_FEED = 10;
function mayBeDone(text, hunk, { block, start, effort }) {
	if (hunk === void 0 || !hunk.lines.some(([mark, added]) => mark === "+" && saysAnything(added))) return false;
	const isNumbered = hunk.lineHint !== void 0 && hunk.movedHint === void 0;
	if (isNumbered && addsBetween(hunk) && !addsOther(hunk)) return false;
	const sides = {
		before: oldSide(hunk),
		after: newSide(hunk)
	};
	if (mayStandBeside(text, sides, {
		start,
		end: start + block.length
	})) return true;
	const made = sides.after.join("\n");
	const grown = made.length - block.length;
	if (grown <= 0) return false;
	const from = isNumbered ? start : Math.max(0, start - grown);
	const near = text.slice(from, start + block.length + grown);
	effort.searching -= near.length;
	if (effort.searching < 0) return true;
	for (const at of placesIn(near, made)) if (beginsLine(text, from + at) && endsLine(text, from + at + made.length)) return true;
	return false;
}
function placeAt$2(hunk, position, start) {
	return {
		hunk,
		position,
		start,
		edits: editsOf$1(hunk, position, start)
	};
}
function editsOf$1({ lines }, position, start) {
	const edits = [];
	let open;
	let [line, offset] = [position, start];
	for (const [mark, text] of lines) {
		const width = mark === "+" ? 0 : text.length + 1;
		if (mark === " ") open = void 0;
		else {
			if (open === void 0) {
				open = {
					line,
					remove: 0,
					insert: [],
					span: {
						start: offset,
						end: offset
					}
				};
				edits.push(open);
			}
			if (mark === "+") open.insert.push(text);
			else open.remove += 1;
			open.span.end = offset + width;
		}
		if (mark !== "+") line += 1;
		offset += width;
	}
	return edits;
}

// src/apply/fit/regions.ts
function regionsFor(index, pattern) {
	const ranges = [];
	const groups = changesOf$1(pattern);
	for (const [order, group] of groups.entries()) {
		const from = Math.max(groups[order - 1]?.end ?? 0, group.start - SEED_DISTANCE);
		const to = Math.min(groups[order + 1]?.start ?? pattern.lines.length, group.end + SEED_DISTANCE);
		const seeds = seedsOf(index, pattern, {
			...group,
			from,
			to
		});
		if (seeds === null) return null;
		for (const { line, position } of seeds) {
			const start = Math.max(0, position - line - SLACK_LINES);
			const end = Math.min(index.lines.count, position - line + pattern.lines.length + SLACK_LINES);
			ranges.push({
				start,
				end
			});
		}
		if (ranges.length > MAX_RANGES) return null;
	}
	return columnsOf(ranges);
}
const MAX_RANGES = 2e5;
const BORDER = -1;
const SLACK_LINES = 12;
function changesOf$1({ lines, additions }) {
	const groups = [];
	let start = -1;
	for (let line = 0; line <= lines.length; line += 1) {
		const removed = lines[line]?.isContext === false;
		if (start === -1 && (removed || additions.has(line))) start = line;
		if (start !== -1 && !removed) {
			groups.push({
				start,
				end: line
			});
			start = -1;
		}
	}
	return groups;
}
function seedsOf(index, { lines }, { start, end, from, to }) {
	const seen = (line) => positionsOf(index, lines[line]?.print ?? 0);
	const telling = (first, last) => lines.slice(first, last).flatMap((line, at) => isBlank$1(line) ? [] : [first + at]);
	const byRarity = (left, right) => seen(left).length - seen(right).length;
	const [removed] = telling(start, end).sort(byRarity);
	if (removed !== void 0 && seen(removed).length <= MAX_REMOVED_SEEDS) return seen(removed).length === 0 ? null : seedsFor(removed, seen(removed));
	const rare = telling(from, to).filter((line) => seen(line).length > 0).sort(byRarity).filter((line) => seen(line).length <= MAX_CONTEXT_SEEDS);
	return rare.length === 0 ? null : rare.slice(0, SEED_LINES).flatMap((line) => seedsFor(line, seen(line)));
}
function seedsFor(line, positions) {
	return positions.map((position) => ({
		line,
		position
	}));
}
const MAX_REMOVED_SEEDS = 200;
const MAX_CONTEXT_SEEDS = 40;
const SEED_LINES = 5;
const SEED_DISTANCE = 12;
function columnsOf(ranges) {
	const columns = [];
	let reached = -1;
	for (const { start, end } of [...ranges].sort((left, right) => left.start - right.start)) {
		if (columns.length > 0 && start > reached) columns.push(-1);
		for (let line = Math.max(start, reached); line < end; line += 1) columns.push(line);
		reached = Math.max(reached, end);
		if (columns.length > MAX_COLUMNS) return null;
	}
	return columns.length === 0 ? null : Int32Array.from(columns);
}
const MAX_COLUMNS = 2e4;

// src/apply/fit/slip.ts
function isSlip(line, other) {
	const [words, others] = [wordsOf$1(line), wordsOf$1(other)];
	if (words.length === 0 || words.length !== others.length) return false;
	let slips = 0;
	for (const [index, word] of words.entries()) {
		const found = others[index] ?? "";
		if (word === found) continue;
		slips += 1;
		if (slips > MAX_SLIPS || !isMisspelt(word, found)) return false;
	}
	return true;
}
const MAX_SLIPS = 2;
const LEAST_LETTERS = 4;
const COMPARED_CHARACTERS = 1e3;
function wordsOf$1(line) {
	return line.slice(0, COMPARED_CHARACTERS).match(/[\p{L}\p{N}_]+/gu) ?? [];
}
function isMisspelt(word, other) {
	if (Math.max(word.length, other.length) < LEAST_LETTERS) return false;
	let start = 0;
	while (start < word.length && start < other.length && word[start] === other[start]) start += 1;
	let end = 0;
	const most = Math.min(word.length, other.length) - start;
	while (end < most && word.at(-1 - end) === other.at(-1 - end)) end += 1;
	const [left, right] = [word.slice(start, word.length - end), other.slice(start, other.length - end)];
	if (/\p{N}/u.test(left + right)) return false;
	if (left.length <= 1 && right.length <= 1) return true;
	return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

// src/apply/fit/weight.ts
function weightOf(line) {
	let letters = 0;
	for (let at = 0; at < line.length && letters < MOST_LETTERS; at += 1) if (isLetter(line.charCodeAt(at))) letters += 1;
	if (letters === 0) return line.trim() === "" ? BLANK_WEIGHT : BRACKET_WEIGHT;
	return BRACKET_WEIGHT + (MOST_WEIGHT - BRACKET_WEIGHT) * (letters / MOST_LETTERS);
}
const BLANK_WEIGHT = .1;
const BRACKET_WEIGHT = .25;
const MOST_WEIGHT = 2;
const MOST_LETTERS = 30;
function isLetter(code) {
	return code >= 128 || code >= 48 && code <= 57 || isAsciiLetter(code | LOWER_CASE);
}
const LOWER_CASE = 32;
function isAsciiLetter(code) {
	return code >= 97 && code <= 122;
}

// src/apply/fit/chart.ts
function chartOf(index, charted, effort) {
	const { pattern, columns, isReindented } = charted;
	const cells = pattern.lines.length * columns.length;
	effort.comparisons -= cells;
	if (cells > MAX_CELLS || effort.comparisons < 0) return null;
	const weights = pattern.lines.map(({ text }) => weightOf(text));
	const unique = pattern.lines.map((line) => !isBlank$1(line) && positionsOf(index, line.print).length === 1);
	const chart = {
		pattern,
		columns,
		weights,
		unique,
		isTold: isToldByRemoved(pattern, weights, unique),
		costs: new Float32Array(cells).fill(Number.POSITIVE_INFINITY),
		passing: Float32Array.from(columns, (position) => passingCost(index, position))
	};
	for (const [row, line] of pattern.lines.entries()) fillRow(chart, {
		index,
		row,
		line,
		effort,
		isReindented
	});
	return effort.comparisons < 0 ? null : chart;
}
const MAX_CELLS = 2e6;
function passingCost({ prints }, position) {
	if (position === -1) return PASSING_BORDER;
	return prints[position] === 0 ? PASSING_BLANK : PASSING_LINE;
}
const PASSING_LINE = .45;
const PASSING_BLANK = .15;
const PASSING_BORDER = 1e3;
function fillRow({ columns, costs, weights, isTold }, filled) {
	const { index, row, line, effort } = filled;
	const weight = weights[row] ?? 0;
	const offset = row * columns.length;
	let isThere = false;
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] !== line.print) continue;
		const found = lineAt(index, position);
		const level = looseness(line.text, found, line.mayLackMark);
		if (level === NO_MATCH && !line.isContext || !mayBeIndented(filled, found)) continue;
		isThere = true;
		costs[offset + column] = level === 0 ? 0 : weight * (level === NO_MATCH ? JOINED : SPACED);
	}
	if (isThere || !line.isContext || isBlank$1(line)) return;
	const similarity = similarityTo(line.text);
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] === 0) continue;
		const found = lineAt(index, position);
		effort.comparisons -= SIMILARITY_EFFORT;
		const alike = similarity(found);
		if (alike >= .7 && mayBeIndented(filled, found) && (isTold || isSlip(line.text, found))) costs[offset + column] = Math.max(LEAST_UNLIKE, UNLIKE * (1 - alike)) * weight;
	}
}
function isToldByRemoved({ lines }, weights, unique) {
	let told = 0;
	for (const [row, { isContext }] of lines.entries()) if (!isContext && unique[row] === true) told += weights[row] ?? 0;
	return told >= 1;
}
const TELLING_WEIGHT = 1;
function mayBeIndented({ row, line, isReindented }, found) {
	if (isReindented || isBlank$1(line)) return true;
	const [wanted, own] = [indentOf(line.text), indentOf(found)];
	return wanted === own || line.mayLackMark && own === ` ${wanted}` || row === 0 && wanted === "";
}
const SPACED = .04;
const JOINED = .2;
const LEAST_SIMILARITY = .7;
const UNLIKE = 1.6;
const LEAST_UNLIKE = .05;
const SIMILARITY_EFFORT = 10;
function isSame({ weights }, row, cost) {
	return cost <= (weights[row] ?? 0) * SPACED * ROUNDING;
}
function nearness({ weights }, row, cost) {
	const most = UNLIKE * .30000000000000004 * (weights[row] ?? 0);
	return most === 0 ? 1 : Math.max(0, 1 - cost / most);
}
const ROUNDING = 1.001;

// src/apply/fit/path.ts
const PASSED_OVER = -1;
function cheapestPath(chart, constraint, effort) {
	const { pattern, columns, costs } = chart;
	const [rows, width] = [pattern.lines.length, columns.length + 1];
	effort.comparisons -= rows * width;
	if (effort.comparisons < 0) return null;
	const banned = bannedColumns(constraint, columns.length);
	const table = {
		width,
		lies: new Uint8Array((rows + 1) * width),
		from: new Int32Array((rows + 1) * width)
	};
	let before = new Float64Array(width);
	let here = new Float64Array(width);
	for (let column = 0; column < width; column += 1) table.from[column] = column;
	for (let row = 0; row < rows; row += 1) {
		const skip = row === constraint.required ? Number.POSITIVE_INFINITY : skipCost(chart, row);
		const offset = (row + 1) * width;
		for (let column = 0; column < width; column += 1) {
			const skipped = (before[column] ?? 0) + skip;
			const lain = column === 0 || banned[column - 1] === 1 ? Number.POSITIVE_INFINITY : (before[column - 1] ?? 0) + (costs[row * columns.length + column - 1] ?? 0);
			here[column] = Math.min(lain, skipped);
			table.lies[offset + column] = lain <= skipped ? 1 : 0;
			table.from[offset + column] = column;
		}
		if (row + 1 < rows) passOver(chart, {
			row: row + 1,
			sums: here,
			from: table.from,
			offset
		});
		[before, here] = [here, before];
	}
	return trace(table, rows, before);
}
function skipCost({ pattern, weights }, row) {
	const line = pattern.lines[row];
	if (line === void 0 || !line.isContext && !isBlank$1(line)) return Number.POSITIVE_INFINITY;
	return SKIPPED * (weights[row] ?? 0);
}
const SKIPPED = .9;
function bannedColumns({ banned = [] }, width) {
	const columns = new Uint8Array(width);
	for (const { start, end } of banned) columns.fill(1, start, end);
	return columns;
}
function passOver({ pattern, passing }, { row, sums, from, offset }) {
	const kind = gapBefore(pattern, row);
	if (kind === "closed") return;
	const factor = kind === "elided" ? 0 : kind === "open" ? 1 : BESIDE_CHANGE;
	const jump = kind === "elided" ? 0 : kind === "open" ? JUMP : Number.POSITIVE_INFINITY;
	let best = 0;
	let lowest = sums[0] ?? 0;
	for (let column = 1; column < sums.length; column += 1) {
		const tight = sums[column] ?? 0;
		const passed = (sums[column - 1] ?? 0) + factor * (passing[column - 1] ?? 0);
		const jumped = lowest + jump;
		const cheapest = Math.min(tight, passed, jumped);
		if (cheapest < tight) {
			from[offset + column] = passed <= jumped ? from[offset + column - 1] ?? 0 : best;
			sums[column] = cheapest;
		}
		if (tight < lowest) [lowest, best] = [tight, column];
	}
}
function gapBefore({ lines, gaps, additions }, row) {
	if (gaps.has(row)) return "elided";
	const above = lines[row - 1]?.isContext === true;
	const below = lines[row]?.isContext === true;
	if (!above && !below) return "closed";
	return above && below && !additions.has(row) ? "open" : "narrow";
}
const BESIDE_CHANGE = 2;
const JUMP = 1.2;
function trace({ width, lies, from }, rows, sums) {
	let column = 0;
	for (let next = 1; next < width; next += 1) if ((sums[next] ?? 0) < (sums[column] ?? 0)) column = next;
	const cost = sums[column] ?? Number.POSITIVE_INFINITY;
	if (cost === Number.POSITIVE_INFINITY) return null;
	const columns = new Int32Array(rows).fill(-1);
	for (let row = rows; row > 0; row -= 1) {
		const isLain = lies[row * width + column] === 1;
		if (isLain) columns[row - 1] = column - 1;
		column = from[(row - 1) * width + (isLain ? column - 1 : column)] ?? 0;
	}
	return {
		cost,
		columns
	};
}

// src/apply/fit/laid.ts
const MISSING = -1;
function laidOut(chart, { columns }) {
	const width = chart.columns.length;
	return {
		positions: Array.from(columns, (column) => column === -1 ? -1 : chart.columns[column] ?? -1),
		same: Array.from(columns, (column, row) => column !== -1 && isSame(chart, row, chart.costs[row * width + column] ?? Number.POSITIVE_INFINITY)),
		near: Array.from(columns, (column, row) => column === -1 ? 0 : nearness(chart, row, chart.costs[row * width + column] ?? 0))
	};
}
function extentOf(pattern, laid) {
	const { positions, same } = laid;
	const first = positions.findIndex((position) => position !== -1);
	const start = (positions[first] ?? 0) - first;
	const shown = positions.filter((position, row) => position !== -1 && same[row] === true);
	const changed = changedAt(pattern, laid).map(({ position }) => position);
	return {
		start,
		end: Math.max(start, ...positions) + 1,
		shown: shown.map((line) => ({
			start: line,
			end: line + 1
		})),
		changed: changed.length === 0 ? [start] : changed
	};
}
function changedAt({ lines, additions }, { positions }) {
	const changes = [];
	for (let row = 0; row <= lines.length; row += 1) {
		const added = additions.has(row) ? addedAt(positions, row) : null;
		if (added !== null) changes.push({
			row: row - BETWEEN,
			position: added
		});
		const position = positions[row] ?? -1;
		if (lines[row]?.isContext === false && position !== -1) changes.push({
			row,
			position
		});
	}
	return changes;
}
function addedAt(positions, row) {
	const above = positions.findLast((position, at) => at < row && position !== -1);
	if (above !== void 0) return above + BETWEEN;
	const below = positions.find((position, at) => at >= row && position !== -1);
	return below === void 0 ? null : below - BETWEEN;
}
function contextShare({ pattern, weights }, { positions, near }) {
	let [all, found] = [0, 0];
	for (const [row, line] of pattern.lines.entries()) {
		if (!line.isContext || isBlank$1(line)) continue;
		const weight = weights[row] ?? 0;
		all += weight;
		if (positions[row] !== -1) found += weight * (near[row] ?? 0);
	}
	return all === 0 ? 1 : found / all;
}

// src/apply/fit/out-of-place.ts
function isOutOfPlace(file, { pattern, weights }, laid) {
	const changes = changedAt(pattern, laid);
	return pattern.lines.some((line, row) => {
		const seen = positionsOf(file.index, line.print);
		if (!line.isContext || isBlank$1(line)) return false;
		if ((weights[row] ?? 0) < LEAST_WEIGHT && !isHead(file, line, seen)) return false;
		if (seen.length === 0 || seen.length > MOST_PLACES) return false;
		const own = laid.same[row] === true ? laid.positions[row] : void 0;
		return !(own === void 0 ? seen : [own]).some((position) => isWithin(file, pattern, {
			changes,
			at: {
				row,
				position
			}
		}));
	});
}
function isHead({ sections }, { text }, [only, second]) {
	return only !== void 0 && second === void 0 && hasWord$1(text) && isHeading(sections, only);
}
const LEAST_WEIGHT = .5;
const MOST_PLACES = 40;
function isWithin(file, pattern, { changes, at }) {
	const above = changes.findLast(({ row }) => row < at.row);
	const below = changes.find(({ row }) => row > at.row);
	if (above !== void 0 && above.position > at.position) return false;
	if (below !== void 0 && below.position < at.position) return false;
	return above !== void 0 && isOneBlock(file, pattern, [above, at]) || below !== void 0 && isOneBlock(file, pattern, [at, below]);
}
function isOneBlock({ index, sections }, pattern, [upper, lower]) {
	const { lines, gaps } = pattern;
	const [above, below] = [Math.floor(upper.position), Math.ceil(lower.position)];
	if ([...gaps].some((row) => row > upper.row && row <= lower.row) && !isHeading(sections, above)) return true;
	const first = Math.floor(upper.row);
	const deeper = indentOf(lineAt(index, above)).length - indentOf(lines[first]?.text ?? "").length;
	const between = lines.slice(first + 1, Math.ceil(lower.row)).map(({ text }) => text);
	return !isLeft$1(sections, {
		above,
		below,
		between,
		deeper
	});
}

// src/apply/fit/settle.ts
function settle(index, { hunk, pattern }, laid) {
	const at = [];
	let row = 0;
	for (let line = 0; line < hunk.lines.length;) {
		const [mark, text] = hunk.lines[line] ?? [" ", ""];
		if (mark !== "+") {
			const isLeftOut = mark === " " && pattern.gaps.size > 0 && isGap(index, text);
			at.push(isLeftOut ? -1 : laid.positions[row] ?? -1);
			row += isLeftOut ? 0 : 1;
			line += 1;
			continue;
		}
		const end = endOfAddition$1(hunk, line);
		const place = placeOf(index, {
			hunk,
			pattern,
			laid
		}, {
			start: line,
			end,
			row
		});
		if (place === null) return null;
		for (; line < end; line += 1) at.push(place);
	}
	return at;
}
function endOfAddition$1({ lines }, start) {
	let end = start;
	while (lines[end]?.[0] === "+") end += 1;
	return end;
}
function placeOf(index, laying, addition) {
	const { pattern, laid } = laying;
	const { start, end, row } = addition;
	const above = isGapAt(index, laying, start - 1) ? null : neighbour(laying, row - 1, -1);
	const below = isGapAt(index, laying, end) ? null : neighbour(laying, row, 1);
	if (above?.blanks === 0 && pattern.lines[above.row]?.isContext === false) return above.position + 1;
	if (below?.blanks === 0 && pattern.lines[below.row]?.isContext === false) return below.position;
	if (above === null || below === null) return besideOne(laying, {
		above,
		below,
		addition
	});
	if (isPartOfAbove(index, laying.hunk, {
		above,
		below,
		start,
		end
	})) return above.position + 1 + above.blanks;
	if (isNextTo(laying, above, below)) return laid.positions[row] ?? null;
	if (above.position === -1 || below.position === -1) return null;
	if (laid.same[above.row] !== true && laid.same[below.row] !== true) return null;
	return between(index, laying.hunk, {
		above,
		below,
		start,
		end
	});
}
function isGapAt(index, { hunk, pattern }, line) {
	const [mark, text] = hunk.lines[line] ?? ["+", ""];
	return mark === " " && pattern.gaps.size > 0 && isGap(index, text);
}
function neighbour({ pattern, laid }, from, away) {
	for (let blanks = 0;; blanks += 1) {
		const row = from + away * blanks;
		const line = pattern.lines[row];
		if (line === void 0) return null;
		if (!isBlank$1(line)) return {
			row,
			blanks,
			position: laid.positions[row] ?? -1
		};
		if (pattern.gaps.has(away === 1 ? row + 1 : row)) return null;
	}
}
function besideOne({ hunk, laid }, { above, below, addition }) {
	const side = above ?? below;
	if (side === null || side.position === -1) return null;
	const away = above === null ? 1 : -1;
	const isSame = laid.same[side.row] === true;
	const isBacked = laid.same[side.row + away] === true && laid.positions[side.row + away] === side.position + away;
	if (!isSame && !isBacked) return null;
	for (let blank = 1; blank <= side.blanks; blank += 1) if (!liesAt(laid, side.row - away * blank, side.position - away * blank)) return null;
	const place = above === null ? side.position - side.blanks : side.position + side.blanks + 1;
	return standsBeyond({
		hunk,
		laid
	}, {
		addition,
		place,
		away
	}) ? place : null;
}
function standsBeyond({ hunk, laid }, { addition: { start, end, row }, place, away }) {
	const beyond = away === 1 ? hunk.lines.slice(0, start).toReversed() : hunk.lines.slice(end);
	for (const [order, [mark, text]] of beyond.entries()) {
		if (mark === "+" || text.trim() !== "") return true;
		const [blank, position] = away === 1 ? [row - 1 - order, place - 1 - order] : [row + order, place + order];
		if (!liesAt(laid, blank, position)) return false;
	}
	return true;
}
function liesAt({ positions }, row, position) {
	return position !== -1 && positions[row] === position;
}
function isNextTo({ laid }, above, below) {
	const [upper, lower] = [above.row + above.blanks, below.row - below.blanks];
	if (laid.positions[upper] === -1 || laid.positions[lower] !== (laid.positions[upper] ?? 0) + 1) return false;
	return above.blanks === 0 && laid.same[upper] === true || below.blanks === 0 && laid.same[lower] === true;
}
function between({ prints }, { lines }, { above, below, start, end }) {
	const blanks = below.position - above.position - 1;
	if (blanks < 0) return null;
	for (let line = above.position + 1; line < below.position; line += 1) if (prints[line] !== 0) return null;
	if (above.blanks + below.blanks === blanks) return above.position + 1 + above.blanks;
	if (above.blanks > 0 && below.blanks === 0) return below.position;
	if (below.blanks > 0 && above.blanks === 0) return above.position + 1;
	if (above.blanks > 0) return null;
	const beginsBlank = lines[start]?.[1].trim() === "";
	if (beginsBlank === (lines[end - 1]?.[1].trim() === "")) return null;
	return beginsBlank ? above.position + 1 : below.position;
}
function isPartOfAbove(index, { lines }, { above, below, start, end }) {
	const blanks = below.position - above.position - 1;
	if (above.position === -1 || below.blanks > 0 || blanks <= above.blanks) return false;
	for (let line = above.position + 1; line < below.position; line += 1) if (index.prints[line] !== 0) return false;
	const first = lines.slice(start, end).find(([, text]) => text.trim() !== "")?.[1] ?? "";
	return indentOf(first).length > indentOf(lineAt(index, below.position)).length;
}

// src/apply/fit/fit.ts
function fitHunk({ index, sections, effort }, fitted) {
	const { pattern } = fitted;
	const columns = regionsFor(index, pattern);
	const chart = columns === null ? null : chartOf(index, {
		...fitted,
		columns
	}, effort);
	const path = chart === null ? null : cheapestPath(chart, {}, effort);
	if (chart === null || path === null) return MISFIT;
	const file = {
		index,
		sections
	};
	if (!isSound(file, chart, path)) return MISFIT;
	const rivals = piecesOf$1(chart, laidOut(chart, path), path).flatMap((piece) => rivalsOf(chart, {
		path,
		piece
	}, effort));
	if (effort.comparisons < 0) return MISFIT;
	const [best, ...others] = [path, ...rivals].map((one) => fitOf(file, {
		fitted,
		chart,
		path: one
	}));
	return best?.at == null ? MISFIT : {
		status: "fits",
		fits: [best, ...others]
	};
}
const MISFIT = { status: "misfit" };
function isSound(file, chart, path) {
	const laid = laidOut(chart, path);
	const evidence = evidenceOf(chart, laid, piecesOf$1(chart, laid, path));
	if (scoreOf(chart, path) < LEAST_SCORE || contextShare(chart, evidence) < leastContext(chart)) return false;
	return !hasLostTwin(chart, laid) && !isOutOfPlace(file, chart, laid);
}
const LEAST_SCORE = .62;
function leastContext({ isTold }) {
	return isTold ? LEAST_CONTEXT_IF_TOLD : LEAST_CONTEXT;
}
const LEAST_CONTEXT_IF_TOLD = .5;
const LEAST_CONTEXT = .7;
function evidenceOf(chart, laid, pieces) {
	const { pattern, isTold } = chart;
	if (isTold || pattern.gaps.size > 0 || pieces.length === 1) return laid;
	const isIdle = (piece) => changesIn(pattern, piece).length === 0;
	if (pieces.every((piece) => isIdle(piece) || isToldByItself(chart, laid, piece))) return laid;
	const positions = [...laid.positions];
	for (const { start, end } of pieces.filter(isIdle)) positions.fill(-1, start, end);
	return {
		...laid,
		positions
	};
}
function isToldByItself({ weights, unique }, { positions }, { start, end }) {
	let told = 0;
	for (let row = start; row < end; row += 1) if (unique[row] === true && positions[row] !== -1) told += weights[row] ?? 0;
	return told >= 1;
}
function hasLostTwin({ pattern: { lines } }, { positions, same }) {
	const removed = new Set(lines.flatMap(({ print, isContext }) => isContext ? [] : [print]));
	return lines.some((line, row) => line.isContext && !isBlank$1(line) && removed.has(line.print) && (positions[row] === -1 || same[row] === false));
}
function changesIn(pattern, piece) {
	return changesOf$1(pattern).filter(({ start }) => start >= piece.start && start <= piece.end);
}
function scoreOf({ weights }, { cost }) {
	return 1 - cost / weights.reduce((sum, weight) => sum + weight, 0);
}
function piecesOf$1({ pattern, passing }, { positions }, { columns }) {
	const pieces = [];
	let start = 0;
	let last = -1;
	for (const [row, position] of positions.entries()) {
		if (position === -1) continue;
		if (last !== -1 && isApart({
			pattern,
			passing,
			columns
		}, last, row)) {
			pieces.push(pieceOf({
				start,
				end: last + 1
			}, columns));
			start = last + 1;
		}
		last = row;
	}
	pieces.push(pieceOf({
		start,
		end: positions.length
	}, columns));
	return pieces;
}
function isApart({ pattern, passing, columns }, above, below) {
	const [from, to] = [(columns[above] ?? 0) + 1, columns[below] ?? 0];
	for (let row = above + 1; row <= below; row += 1) if (pattern.gaps.has(row)) return true;
	let passed = 0;
	for (let column = from; column < to; column += 1) passed += passing[column] ?? 0;
	return passed > FAR;
}
const FAR = 3;
function pieceOf({ start, end }, columns) {
	const own = columns.subarray(start, end).filter((column) => column >= 0);
	return {
		start,
		end,
		columns: {
			start: own[0] ?? 0,
			end: (own.at(-1) ?? -1) + 1
		}
	};
}
function rivalsOf(chart, { path, piece }, effort) {
	const { pattern, weights } = chart;
	const changes = changesIn(pattern, piece);
	if (changes.length === 0) return [];
	const near = changes.slice(0, CHECKED_CHANGES).flatMap((change) => {
		const required = keyOf(chart, path, change);
		const column = path.columns[required] ?? 0;
		const other = cheapestPath(chart, {
			banned: [{
				start: column,
				end: column + 1
			}],
			required
		}, effort);
		return other === null || other.cost - path.cost >= NEAR_MARGIN ? [] : [other];
	});
	const weight = weights.slice(piece.start, piece.end).reduce((sum, own) => sum + own, 0);
	return [...elsewhere(chart, {
		path,
		piece,
		margin: MARGIN * weight
	}, effort), ...near];
}
function elsewhere(chart, { path, piece, margin }, effort) {
	const found = [];
	const banned = [piece.columns];
	while (found.length < MAX_RIVALS) {
		const other = cheapestPath(chart, { banned }, effort);
		if (other === null || other.cost - path.cost >= margin) return found;
		found.push(other);
		banned.push(pieceOf(piece, other.columns).columns);
	}
	return found;
}
const MAX_RIVALS = 6;
const MARGIN = .12;
const NEAR_MARGIN = .4;
const CHECKED_CHANGES = 8;
function keyOf({ pattern }, { columns }, { start, end }) {
	for (let row = start; row < end; row += 1) if (!isBlankRow(pattern, row)) return row;
	for (let away = 0; away < pattern.lines.length; away += 1) for (const row of [start - 1 - away, start + away]) if ((columns[row] ?? -1) >= 0 && !isBlankRow(pattern, row)) return row;
	return start;
}
function isBlankRow({ lines }, row) {
	const line = lines[row];
	return line === void 0 || isBlank$1(line);
}
function fitOf(file, { fitted, chart, path }) {
	const laid = laidOut(chart, path);
	const pieces = piecesOf$1(chart, laid, path).length;
	const extent = extentOf(chart.pattern, laid);
	return {
		start: extent.start,
		at: dropsUnmarked(chart, laid) ? null : settle(file.index, fitted, laid),
		tolerances: [...loosenessOf(file.index, chart.pattern, laid.positions), ...tolerancesOf(chart, laid, pieces)],
		extent,
		isWhole: pieces === 1,
		isSound: () => isSound(file, chart, path)
	};
}
function dropsUnmarked({ pattern: { lines } }, { same }) {
	return lines.some((line, row) => line.isUnmarked && !isBlank$1(line) && same[row] !== true);
}
function tolerancesOf({ pattern }, { positions, same }, pieces) {
	const isSimilar = positions.some((position, row) => position !== -1 && same[row] === false);
	const isWhole = positions.every((position, row) => position !== -1 && (row === 0 || pattern.gaps.has(row) || pieces > 1 || position === (positions[row - 1] ?? 0) + 1));
	const isSplit = pieces > 1 + pattern.gaps.size;
	return [
		...isSimilar ? ["similar_context"] : [],
		...isWhole ? [] : ["partial_context"],
		...pattern.gaps.size > 0 ? ["elision"] : [],
		...isSplit ? ["split"] : []
	];
}

// src/apply/locate/edge-blanks.ts
function withoutEdgeBlanks(hunk) {
	const old = hunk.lines.flatMap(([mark, text], order) => mark === "+" ? [] : [{
		order,
		isBlank: isBlank(text)
	}]);
	const first = old.find(({ isBlank: blank }) => !blank)?.order;
	const last = old.findLast(({ isBlank: blank }) => !blank)?.order;
	if (first === void 0 || last === void 0) return null;
	const edges = old.filter(({ order }) => order < first || order > last);
	if (edges.length === 0 || edges.length > 1 && !isOneEach(edges, first)) return null;
	const lines = hunk.lines.flatMap((line, order) => {
		const [mark, text] = line;
		if (mark === "+" || order >= first && order <= last) return [line];
		if (mark === "-" || !isBesideAddition(hunk, order, order < first ? -1 : 1)) return [];
		return [["+", text]];
	});
	return lines.every(([mark]) => mark === " ") ? null : {
		...hunk,
		lines
	};
}
function isOneEach(edges, first) {
	return edges.length === 2 && edges.filter(({ order }) => order < first).length === 1;
}
function isBlank(text) {
	return text.trim() === "";
}
function isBesideAddition({ lines }, order, away) {
	for (let at = order + away; at >= 0 && at < lines.length; at += away) if (lines[at]?.[0] === "+") return true;
	return false;
}

// src/apply/locate/gap-pairs.ts
function mixedGap(index, { lines }, effort) {
	const gaps = new Set(lines.filter(([mark, text]) => mark === " " && isGap(index, text)));
	const names = new Set([...gaps].map(([, text]) => text.trim()));
	const copy = lines.find(([mark, text]) => mark === "+" && names.has(text.trim()) && isRemark(text));
	if (copy !== void 0) return copy[1].trim();
	const [old, now] = [marksIn(lines, "+", gaps), marksIn(lines, "-", gaps)];
	return [...names].find((name) => isMixed(old.get(name) ?? [], now.get(name) ?? [], effort)) ?? null;
}
function isRemark(text) {
	return isElision(text) && !/^(?:\.{3}|…)$/.test(text.trim());
}
function marksIn(lines, without, gaps) {
	const shown = lines.filter(([mark, text]) => mark !== without && text.trim() !== "");
	const found = /* @__PURE__ */ new Map();
	for (const [at, line] of shown.entries()) {
		if (!gaps.has(line)) continue;
		const around = { sides: [sideOf(shown[at - 1]), sideOf(shown[at + 1])] };
		const name = line[1].trim();
		const marks = found.get(name);
		if (marks === void 0) found.set(name, [around]);
		else marks.push(around);
	}
	return found;
}
function sideOf(line) {
	const text = line?.[1].trim() ?? "";
	return {
		text,
		words: new Set(text.slice(0, READ_CHARACTERS).match(/[\p{L}\p{M}\p{N}_]+/gu))
	};
}
const READ_CHARACTERS = 200;
function isMixed(old, now, effort) {
	if (old.length < 2) return false;
	return old.some((mark, at) => {
		const own = now[at];
		if (own === void 0) return true;
		if (mark.sides.every(({ text }, side) => text === own.sides[side]?.text)) return false;
		effort.comparisons -= COMPARING * (old.length + now.length);
		if (effort.comparisons < 0) return true;
		const shared = sharedWords(mark, own);
		if (shared === 0 && !hasEqualSide(mark, own)) return true;
		return now.some((other) => sharedWords(mark, other) > shared) || old.some((other) => sharedWords(other, own) > shared);
	});
}
const COMPARING = 200;
function sharedWords(left, right) {
	return left.sides.reduce((sum, { words }, side) => {
		const others = right.sides[side]?.words;
		return sum + [...words].filter((word) => others?.has(word) === true).length;
	}, 0);
}
function hasEqualSide(left, right) {
	return left.sides.some(({ text }, side) => text === right.sides[side]?.text);
}

// src/apply/locate/inserted.ts
function insertedAt(index, { hunk, placing, written }) {
	const { lines } = hunk;
	if (lines.some(([mark]) => mark === "-")) return null;
	const isEdge = (line) => isEdgeAt(index, lines[line], placing[line]);
	const inserted = [];
	for (let start = 0; start < lines.length; start += 1) {
		if (lines[start]?.[0] !== "+") continue;
		const end = endOfAddition(hunk, start);
		if (isEdge(start - 1) === isEdge(end)) return null;
		const place = placing[start] ?? -1;
		const first = isEdge(end) ? place : place - (end - start);
		for (let line = start; line < end; line += 1) {
			const sent = lines[line]?.[1] ?? "";
			if (!standsFor(index, first + line - start, {
				sent,
				written: written[line] ?? sent
			})) return null;
			inserted.push(first + line - start);
		}
		start = end;
	}
	return lines.some(([mark, text]) => mark === "+" && saysAnything(text)) ? inserted : null;
}
function isEdgeAt(index, line, position) {
	return line === void 0 || line[0] === " " && position === -1 && isGap(index, line[1]);
}
function endOfAddition({ lines }, start) {
	let end = start;
	while (lines[end]?.[0] === "+") end += 1;
	return end;
}
function standsFor(index, position, { sent, written }) {
	if (position < 0 || position >= index.lines.count) return false;
	const there = lineAt(index, position);
	return there === written || there === sent && indentOf(sent) === indentOf(written);
}
function isDenied(hunk, position) {
	const isNamed = (at) => hunk.lineHint === at + 1 || hunk.movedHint === at + 1;
	return hunk.lines[0]?.[0] === "+" && isNamed(position) && !isNamed(position - endOfAddition(hunk, 0));
}
function standsAt(index, block, position) {
	return position >= 0 && position + block.length <= index.lines.count && block.every((line, offset) => lineAt(index, position + offset) === line);
}

// src/apply/locate/left-standing.ts
function leavesStanding(index, hunk, { start, end }) {
	const old = trimmed(oldSide(hunk));
	const { tops, bottoms } = edgesOf(hunk, old);
	return tops.some((size) => stands(index, old.slice(0, size), start - size)) || bottoms.some((from) => stands(index, old.slice(from), end));
}
function edgesOf(hunk, old) {
	const { lines } = hunk;
	const above = Math.max(0, lines.findIndex(([mark]) => mark !== "-"));
	const below = lines.length - 1 - lines.findLastIndex(([mark]) => mark !== "-");
	if (hunk.lineHint !== void 0) return {
		tops: [above],
		bottoms: [old.length - below]
	};
	const now = trimmed(newSide(hunk));
	const [first = "", last = ""] = [now[0], now.at(-1)];
	const tops = [old.indexOf(first), old.lastIndexOf(first)].filter((size) => size > 0);
	const bottoms = [old.indexOf(last), old.lastIndexOf(last, -2)].filter((at) => at !== -1);
	return {
		tops: [above, ...tops],
		bottoms: [old.length - below, ...bottoms.map((at) => at + 1)]
	};
}
function stands(index, block, position) {
	return position >= 0 && block.some(saysAnything) && block.every((line, offset) => isLineAt(index, line, position + offset));
}
function isLineAt(index, line, position) {
	return position < index.lines.count && lineAt(index, position).trim() === line;
}
function trimmed(lines) {
	return lines.map((line) => line.trim());
}

// src/apply/locate/location.ts
function isPlace(location) {
	return location.status === "placed" || location.status === "already_applied";
}
function doneAt(made, position, rungs) {
	return {
		status: "already_applied",
		position,
		rungs,
		edits: [],
		made
	};
}

// src/apply/locate/slid.ts
function slidOut(placed) {
	const { lines } = placed.hunk;
	const slid = [placed];
	for (let start = 0, end; start < lines.length && slid.length <= MAX_SLID; start = end) {
		end = endOf(lines, start);
		if (lines[start]?.[0] !== "+") continue;
		if (lines[end]?.[0] === " ") slid.push(...slidDown(placed, start, end));
		if (lines[start - 1]?.[0] === " ") slid.push(...slidUp(placed, start, end));
	}
	const isAlone = isOneAddition(placed.hunk);
	return slid.filter((one, order) => order === 0 || !isAlone || !isOneAddition(one.hunk)).slice(0, MAX_SLID);
}
const MAX_SLID = 20;
function isOneAddition({ lines }) {
	return lines.filter(([mark], line) => mark === "+" && lines[line - 1]?.[0] !== "+").length === 1 && lines.every(([mark]) => mark !== "-");
}
function slidDown({ hunk, placing, written }, start, end) {
	const { lines } = hunk;
	const context = lines.slice(end, endOf(lines, end));
	return placesOf(lines.slice(start, end), context[0]).flatMap((at) => {
		const from = start + at;
		const size = sameLines$1(lines.slice(from, end), context);
		const [to, rest] = [from + size, end + size];
		const place = placing[rest - 1] ?? -1;
		if (place === -1) return [];
		const moved = [...lines.slice(to, end), ...lines.slice(from, to)];
		return [{
			hunk: {
				...hunk,
				lines: [
					...lines.slice(0, from),
					...lines.slice(end, rest),
					...added(moved),
					...lines.slice(rest)
				]
			},
			placing: [
				...placing.slice(0, from),
				...placing.slice(end, rest),
				...moved.map(() => place + 1),
				...placing.slice(rest)
			],
			written: [
				...written.slice(0, from),
				...written.slice(end, rest),
				...written.slice(to, end),
				...written.slice(from, to),
				...written.slice(rest)
			]
		}];
	});
}
function slidUp({ hunk, placing, written }, start, end) {
	const { lines } = hunk;
	const context = lines.slice(beginOf(lines, start - 1), start);
	return placesOf(lines.slice(start, end), context.at(-1)).flatMap((at) => {
		const to = start + at + 1;
		const size = sameLines$1(lines.slice(start, to).toReversed(), context.toReversed());
		const [from, first] = [to - size, start - size];
		const place = placing[first] ?? -1;
		if (place === -1) return [];
		const moved = [...lines.slice(from, to), ...lines.slice(start, from)];
		return [{
			hunk: {
				...hunk,
				lines: [
					...lines.slice(0, first),
					...added(moved),
					...lines.slice(first, start),
					...lines.slice(to)
				]
			},
			placing: [
				...placing.slice(0, first),
				...moved.map(() => place),
				...placing.slice(first, start),
				...placing.slice(to)
			],
			written: [
				...written.slice(0, first),
				...written.slice(from, to),
				...written.slice(start, from),
				...written.slice(first, start),
				...written.slice(to)
			]
		}];
	});
}
function added(lines) {
	return lines.map(([, text]) => ["+", text]);
}
function endOf(lines, start) {
	let end = start;
	while (end < lines.length && lines[end]?.[0] === lines[start]?.[0]) end += 1;
	return end;
}
function beginOf(lines, last) {
	let start = last;
	while (start > 0 && lines[start - 1]?.[0] === lines[last]?.[0]) start -= 1;
	return start;
}
function placesOf(lines, line) {
	const places = [];
	for (let at = 0; at < lines.length && places.length < MAX_SLID; at += 1) if (lines[at]?.[1] === line?.[1]) places.push(at);
	return places;
}
function sameLines$1(lines, others) {
	let size = 0;
	while (size < lines.length && size < others.length && lines[size]?.[1] === others[size]?.[1]) size += 1;
	return size;
}

// src/apply/locate/rest.ts
function restAt(index, placed) {
	const position = placed.placing[placed.hunk.lines.findIndex(([mark]) => mark !== "+")] ?? -1;
	for (const { hunk, placing, written } of slidOut(placed)) {
		const there = insertedBeside(index, {
			hunk,
			placing,
			written
		}, isDenied(hunk, position));
		if (there.size === 0) continue;
		const open = placing.map((place, line) => there.has(line) ? -1 : place);
		const edits = editsOf$2(index, {
			hunk,
			placing: open,
			added: written
		});
		return {
			status: edits.length === 0 ? "already_applied" : "placed",
			edits,
			made: [...there.values()]
		};
	}
	return null;
}
function insertedBeside(index, { hunk, placing, written }, isFirstOpen) {
	const { lines } = hunk;
	const context = new Set(lines.flatMap(([mark, text]) => mark === " " ? [text] : []));
	const isOther = ([mark, text]) => mark === "+" && saysAnything(text) && !context.has(text);
	const isAlone = isOneAddition(hunk);
	const inserted = /* @__PURE__ */ new Map();
	for (let start = 0, end; start < lines.length; start = end) {
		end = Math.max(endOfAddition(hunk, start), start + 1);
		const added = lines.slice(start, end);
		if (!added.some(isOther) || takesPlace(hunk, start, end)) continue;
		if (start === 0 && isFirstOpen || isAlone && isBetween(placing, start, end)) continue;
		const first = placeBeside(index, {
			hunk,
			placing,
			written
		}, {
			start,
			end,
			place: placing[start] ?? -1
		});
		if (first !== null) for (const offset of added.keys()) inserted.set(start + offset, first + offset);
	}
	return inserted;
}
function takesPlace({ lines }, start, end) {
	return lines[start - 1]?.[0] === "-" || lines[end]?.[0] === "-";
}
function isBetween(placing, start, end) {
	const above = placing[start - 1] ?? -1;
	return above !== -1 && placing[end] === above + 1;
}
function placeBeside(index, placed, block) {
	if (standsAbove(index, placed, block)) return block.place - (block.end - block.start);
	return standsBelow(index, placed, block) ? block.place : null;
}
function standsAbove(index, placed, { start, end, place }) {
	const { hunk, placing } = placed;
	const size = end - start;
	if (!standsFrom(index, placed, {
		start,
		end,
		place: place - size
	})) return false;
	let line = start - 1;
	for (let at = place - 1; isContextAt(placed, line, at); [line, at] = [line - 1, at - 1]) if (at < size || lineAt(index, at - size) !== lineAt(index, at)) return false;
	return hunk.lines[line]?.[0] !== "+" && (placing[line] ?? -1) < place - (start - 1 - line) - size;
}
function standsBelow(index, placed, { start, end, place }) {
	const { hunk, placing } = placed;
	const size = end - start;
	if (!standsFrom(index, placed, {
		start,
		end,
		place
	})) return false;
	let line = end;
	for (let at = place; isContextAt(placed, line, at); [line, at] = [line + 1, at + 1]) if (at + size >= index.lines.count || lineAt(index, at + size) !== lineAt(index, at)) return false;
	const next = placing[line] ?? -1;
	return hunk.lines[line]?.[0] !== "+" && (next === -1 || next >= place + (line - end) + size);
}
function isContextAt({ hunk, placing }, line, position) {
	return hunk.lines[line]?.[0] === " " && placing[line] === position;
}
function standsFrom(index, { hunk, written }, { start, end, place }) {
	return hunk.lines.slice(start, end).every(([, sent], offset) => standsFor(index, place + offset, {
		sent,
		written: written[start + offset] ?? sent
	}));
}

// src/apply/locate/stands-near.ts
function standsNear({ index, removed }, hunk, edits) {
	const context = new Set(hunk.lines.flatMap(([mark, text]) => mark === " " ? [text] : []));
	for (const { line, remove, insert } of edits) {
		const block = withoutBlankEdges(insert);
		const own = block.filter((text) => saysAnything(text) && !context.has(text) && !removed.has(text));
		if (remove > 0 || own.length < FEWEST$2) continue;
		const from = Math.max(0, line - block.length - hunk.lines.length);
		const to = Math.min(index.lines.count - block.length, line + hunk.lines.length);
		for (let at = from; at <= to; at += 1) if (block.every((text, offset) => lineAt(index, at + offset) === text)) return at;
	}
	return null;
}
const FEWEST$2 = 2;
function withoutBlankEdges(lines) {
	const isWord = (text) => text.trim() !== "";
	return lines.slice(Math.max(0, lines.findIndex(isWord)), lines.findLastIndex(isWord) + 1);
}

// src/apply/locate/locate-hunk.ts
function seek(search, hunk) {
	const pattern = oldPattern(hunk);
	return {
		hunk,
		pattern,
		found: placesFor(search, {
			hunk,
			pattern
		})
	};
}
function locateHunk(search, { hunk, pattern, found }, { surroundings, isToDo }) {
	if (pattern.lines.length === 0) return withoutContext(search.index, hunk, isToDo);
	if (found === null) return { status: "too_repetitive" };
	const loose = {
		hunk,
		pattern,
		surroundings,
		isToDo
	};
	const old = () => locateOld(search, {
		...loose,
		found
	});
	if (isToDo) return old();
	const made = findMadeAround(search, {
		hunk,
		surroundings
	}, found) ?? (isToBeDone({
		hunk,
		surroundings
	}, found) ? null : findMade(search, {
		hunk,
		surroundings
	}, found)) ?? findMadeBeside(search, {
		hunk,
		surroundings
	}, found.positions);
	return made === null ? old() : judgeMade(search, {
		...loose,
		made
	}, old);
}
function judgeMade(search, { hunk, pattern, surroundings, made }, locateOther) {
	if (made.status !== "made") return { status: made.status };
	const { spot, rungs } = made;
	const done = doneAt(spot.extent.changed, made.position ?? spot.extent.start, rungs);
	const open = {
		status: "not_found",
		madeAt: spot.extent.start
	};
	const other = locateOther();
	const rivals = startsOf(other).filter((start) => !covers(spot, start));
	const [rival] = rivals;
	if (isElsewhere(search.sections, spot) || leavesStanding(search.index, hunk, spot.extent)) return rival === void 0 ? open : other;
	const isMeant = isNamed(search.sections, spot);
	const isCertain = made.position !== void 0;
	if (rival === void 0) return isMeant || isCertain || isProof(search, spot, pattern) ? done : open;
	const rivalSpot = {
		hunk,
		extent: extentAt(hunk, "+", rival),
		surroundings
	};
	if (isMeant !== (rivals.length === 1 && isNamed(search.sections, rivalSpot))) return isMeant ? done : other;
	const [isNumber, isRivalNumber] = [isNumbered(spot), isNumbered(rivalSpot)];
	if (!isMeant || isNumber === isRivalNumber) return open;
	return isNumber ? done : other;
}
function startsOf(verdict) {
	if (verdict.status === "placed") return [verdict.position];
	return verdict.status === "ambiguous" ? verdict.positions : [];
}
function locateOld(search, { found, ...loose }) {
	const { hunk, pattern, isToDo } = loose;
	if (found.positions.length === 0) return locateLoosely$1(search, loose);
	const chosen = choose(search, loose, found.positions);
	if (typeof chosen !== "number") return chosen;
	const tolerances = found.level === 0 ? [] : tolerancesAt(search.index, pattern, chosen);
	return placeAt$1(search.index, hunk, {
		placing: placingAt(hunk, chosen),
		tolerances,
		isToDo
	}) ?? locateLoosely$1(search, loose);
}
function choose({ sections }, { hunk, surroundings }, positions) {
	const position = breakTieAt(sections, {
		hunk,
		surroundings,
		without: "+",
		positions
	});
	if (position === null) return {
		status: "ambiguous",
		positions
	};
	const section = sectionMissed(sections, {
		hunk,
		extent: extentAt(hunk, "+", position),
		surroundings
	});
	return section === null ? position : {
		status: "elsewhere",
		foundAt: position,
		section
	};
}
function placeAt$1(index, hunk, found) {
	if (!found.tolerances.includes("lost_mark")) return placeMarked(index, hunk, found);
	const marks = marksAt(index, hunk, found.placing);
	if (marks === "lost") return placeMarked(index, hunk, found);
	if (marks === "unclear") return null;
	const tolerances = found.tolerances.map((rung) => rung === "lost_mark" ? "indentation" : rung);
	return placeMarked(index, {
		...hunk,
		noMarkLost: true
	}, {
		...found,
		tolerances: inOrder$1(tolerances)
	});
}
function placeMarked(index, hunk, { placing, tolerances, isToDo }) {
	const position = placing[placing.findIndex((position, line) => position !== -1 && hunk.lines[line]?.[0] !== "+")] ?? 0;
	const rungs = isAtHint(hunk, position) ? tolerances : ["offset", ...tolerances];
	const sent = hunk.lines.map(([, text]) => text);
	const written = tolerances.length === 0 ? sent : writtenLines(index, hunk, placing);
	const inserted = !isToDo && !isDenied(hunk, position) ? insertedAt(index, {
		hunk,
		placing,
		written: written ?? sent
	}) : null;
	if (inserted !== null) return doneAt(inserted, position, rungs);
	if (written === null || losesChange(hunk, placing)) return null;
	const rest = isToDo ? null : restAt(index, {
		hunk,
		placing,
		written
	});
	if (rest !== null) return {
		...rest,
		position,
		rungs: rest.status === "placed" ? [...rungs, "partly_there"] : rungs
	};
	return {
		status: "placed",
		position,
		rungs,
		edits: editsOf$2(index, {
			hunk,
			placing,
			added: written
		})
	};
}
function withoutContext(index, hunk, isToDo) {
	const added = newSide(hunk);
	const { count } = index.lines;
	const before = count - added.length;
	const isWhole = before === 0 && added.length > 0;
	if (!isToDo && (isWhole || hunk.endOfFile === true && added.some(saysAnything)) && standsAt(index, added, before)) return isDenied(hunk, count) ? { status: "no_context" } : doneAt(extentAt(hunk, "-", before).changed, before, []);
	const isAppended = hunk.endOfFile === true && isAtHint(hunk, count);
	if (count > 0 && !isAppended) return { status: "no_context" };
	return {
		status: "placed",
		position: count,
		rungs: [],
		edits: [{
			line: count,
			remove: 0,
			insert: added
		}]
	};
}
function locateLoosely$1(search, loose) {
	const trimmed = withoutEdgeBlanks(loose.hunk);
	return (trimmed === null ? null : locateTrimmed(search, {
		...loose,
		hunk: trimmed
	})) ?? fit(search, loose);
}
function locateTrimmed(search, { hunk, surroundings, isToDo }) {
	const { found, pattern } = seek(search, hunk);
	if (found === null) return null;
	const loose = {
		hunk,
		pattern,
		surroundings,
		isToDo
	};
	const isThere = found.positions.length > 0;
	const made = isToDo ? null : findMadeAround(search, {
		hunk,
		surroundings
	}, found) ?? (isToBeDone({
		hunk,
		surroundings
	}, found) ? null : findMade(search, {
		hunk,
		surroundings
	}, found));
	const old = () => isThere ? placeTrimmed(search, {
		...loose,
		found
	}) : fit(search, loose);
	if (made === null) return isThere ? old() : null;
	return judgeMade(search, {
		...loose,
		made
	}, () => old() ?? { status: "not_found" });
}
function placeTrimmed(search, loose) {
	const { hunk, pattern, found, isToDo } = loose;
	const chosen = choose(search, loose, found.positions);
	if (typeof chosen !== "number") return chosen;
	const tolerances = [...tolerancesAt(search.index, pattern, chosen), "edge_blanks"];
	return placeAt$1(search.index, hunk, {
		placing: placingAt(hunk, chosen),
		tolerances,
		isToDo
	});
}
function fit(search, loose) {
	const strict = fitAt(search, loose, false);
	return strict.status === "not_found" ? fitAt(search, loose, true) : strict;
}
function fitAt(search, loose, isReindented) {
	const { hunk, pattern, surroundings, isToDo } = loose;
	const { index, sections, effort } = search;
	const fitted = fitHunk(search, {
		hunk,
		pattern: elidedPattern(index, hunk) ?? pattern,
		isReindented
	});
	if (fitted.status === "misfit") return { status: effort.comparisons < 0 ? "too_repetitive" : "not_found" };
	const line = mixedGap(index, hunk, effort);
	if (effort.comparisons < 0) return { status: "too_repetitive" };
	if (line !== null) return {
		status: "mixed_gaps",
		line
	};
	const chosen = chooseFit(sections, {
		hunk,
		surroundings
	}, fitted.fits);
	if (chosen === null) {
		const positions = fitted.fits.map(({ start }) => start);
		return {
			status: "ambiguous",
			positions: [...new Set(positions)].sort((a, b) => a - b)
		};
	}
	const section = sectionMissed(sections, {
		hunk,
		extent: chosen.extent,
		surroundings
	});
	if (section !== null) return {
		status: "elsewhere",
		foundAt: chosen.start,
		section
	};
	if (chosen.at === null || !endsWhereItSays(index, hunk, chosen.at)) return { status: "not_found" };
	const { at: placing, tolerances } = chosen;
	const place = placeAt$1(index, hunk, {
		placing,
		tolerances,
		isToDo
	});
	if (place === null) return { status: "not_found" };
	const near = isToDo ? null : standsNear(search, hunk, place.edits);
	return near === null ? place : {
		status: "not_found",
		madeAt: near
	};
}
function chooseFit(sections, { hunk, surroundings }, fits) {
	const [best] = fits;
	if (fits.length === 1) return best;
	if (!best.isWhole) return null;
	const extentOf = ({ extent }) => extent;
	const meant = breakTie(sections, {
		hunk,
		places: fits,
		extentOf,
		surroundings
	});
	return meant === null || meant === best || meant.isWhole && meant.isSound() ? meant : null;
}
function endsWhereItSays({ lines }, hunk, placing) {
	const last = placing.findLast((_, line) => hunk.lines[line]?.[0] !== "+");
	return hunk.endOfFile !== true || last === lines.count - 1;
}

// src/apply/locate/made-lines.ts
function madeLines(index, hunks, done) {
	const written = new Set(hunks.flatMap(oldSide));
	const made = /* @__PURE__ */ new Set();
	for (const location of done) for (const block of blocksOf(location?.made ?? [])) {
		const { start, end } = withoutSlack(index, block);
		const lines = Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);
		if (lines.some((line) => !written.has(lineAt(index, line)))) for (const line of lines) made.add(line);
	}
	return made;
}
function blocksOf(changed) {
	const blocks = [];
	for (const line of changed.filter(Number.isInteger)) {
		const last = blocks.at(-1);
		if (last?.end === line) last.end += 1;
		else blocks.push({
			start: line,
			end: line + 1
		});
	}
	return blocks;
}
function withoutSlack(index, { start, end }) {
	const { count } = index.lines;
	let [up, down] = [0, 0];
	while (up < start && lineAt(index, start - 1 - up) === lineAt(index, end - 1 - up)) up += 1;
	while (end + down < count && lineAt(index, end + down) === lineAt(index, start + down)) down += 1;
	return {
		start: start + down,
		end: end - up
	};
}

// src/apply/locate/undone.ts
function undoneHunks(located) {
	const undone = /* @__PURE__ */ new Map();
	if (located.every(({ made }) => made === void 0)) return undone;
	const changes = changesOf(located);
	for (const { hunk, made } of located) {
		const undoing = made === void 0 ? null : undoingOf(changes, hunk, made);
		if (undoing !== null) undone.set(hunk, undoing);
	}
	return undone;
}
function withoutUndone(located, toDo) {
	const undone = undoneHunks(located.filter(isPlace));
	if (undone.size === 0) return located;
	const placed = located.map((location, order) => {
		const undoing = undone.get(location.hunk);
		if (undoing === void 0) return location;
		const place = undoing.isWhole ? toDo(order) : null;
		return place === null || place.status === "not_found" ? overlapOf(location, undoing) : place;
	});
	const again = undoneHunks(placed.filter(isPlace));
	return placed.map((location) => {
		const undoing = again.get(location.hunk);
		return undoing === void 0 ? location : overlapOf(location, undoing);
	});
}
function overlapOf(location, { by }) {
	const position = isPlace(location) ? location.position : 0;
	return {
		hunk: location.hunk,
		status: "overlap",
		position,
		other: by
	};
}
function changesOf(located) {
	const removed = /* @__PURE__ */ new Map();
	const inserted = /* @__PURE__ */ new Map();
	for (const { hunk, edits } of located) for (const { line, remove, insert } of edits) {
		for (let at = line; at < line + remove; at += 1) removed.set(at, hunk);
		for (const at of /* @__PURE__ */ new Set([line, line + remove])) {
			const known = inserted.get(at);
			if (known === void 0) inserted.set(at, [{
				by: hunk,
				lines: insert
			}]);
			else known.push({
				by: hunk,
				lines: insert
			});
		}
	}
	return {
		removed,
		inserted
	};
}
function undoingOf({ removed, inserted }, hunk, made) {
	const added = made.filter(Number.isInteger);
	const taken = added.flatMap((at) => removed.get(at) ?? []);
	const [taking] = taken;
	if (taking !== void 0) return {
		by: taking,
		isWhole: taken.length === added.length
	};
	const kept = new Set(textsOf$1(hunk, "+"));
	const old = new Set(textsOf$1(hunk, "-").filter((text) => saysAnything(text) && !kept.has(text)));
	if (old.size === 0) return null;
	const beside = new Set(made.flatMap((at) => [Math.ceil(at), Math.ceil(at + BETWEEN)]));
	for (const at of beside) for (const { by, lines } of inserted.get(at) ?? []) if (lines.some((line) => old.has(line))) return {
		by,
		isWhole: false
	};
	return null;
}
function textsOf$1({ lines }, marked) {
	return lines.flatMap(([mark, text]) => mark === marked ? [text] : []);
}

// src/apply/locate/locate.ts
function locateHunks(text, hunks, effort, path) {
	const places = locateExactly(text, hunks, effort);
	const byLines = () => locateByLines(text, hunks, effort, path);
	if (places?.every((place) => isUndisputed(text, place)) !== true) return byLines();
	return places.map(exactLocation);
}
function isUndisputed({ text }, { hunk, position, start }) {
	if (hunk.lineHint === void 0) return hunk.anchors.length === 0;
	return isAtHint(hunk, position) && hunk.anchors.every((anchor) => text.indexOf(anchor.trim()) <= start);
}
function exactLocation({ hunk, position, edits }) {
	return {
		hunk,
		status: "placed",
		position,
		rungs: isAtHint(hunk, position) ? [] : ["offset"],
		edits
	};
}
function locateByLines({ text, lines }, hunks, effort, path) {
	if (!readsLines({
		text,
		lines
	}, effort)) return hunks.map((hunk) => ({
		hunk,
		status: "too_repetitive"
	}));
	const index = indexLines(lines(), textsOf(hunks));
	const removed = new Set(hunks.flatMap(removedBy));
	const search = {
		index,
		sections: indexSections(index.lines, path),
		removed,
		effort
	};
	const sought = hunks.map((hunk) => seek(search, sharpen(hunk)));
	const around = surroundingsOf(sought.map(knownOf));
	const first = sought.map(locateBy(search, hunks, around));
	const done = doneAmong(first);
	const located = done.some((one) => one !== null) ? locateBeside(search, {
		hunks,
		sought,
		done
	}) : first;
	const toDo = locateBy(search, hunks, around, true);
	return withoutUndone(located, (order) => {
		const found = sought[order];
		return found === void 0 ? null : toDo(found, order);
	});
}
function doneAmong(located) {
	const undone = undoneHunks(located.filter(isPlace));
	return located.map((location) => location.status === "already_applied" && !undone.has(location.hunk) ? location : null);
}
function removedBy({ lines }) {
	return lines.flatMap(([mark, text]) => mark === "-" ? [text] : []);
}
function locateBeside(search, { hunks, sought, done }) {
	const { index } = search;
	const others = {
		...search,
		index: withoutLines(index, madeLines(index, hunks, done))
	};
	const left = sought.map((found, order) => done[order] == null ? seek(others, found.hunk) : found);
	const again = locateBy(others, hunks, surroundingsOf(left.map((found, order) => knownBy(found, done[order]))));
	return left.map((found, order) => done[order] ?? again(found, order));
}
function locateBy(search, hunks, surroundings, isToDo = false) {
	return (found, order) => {
		const hunk = hunks[order] ?? found.hunk;
		const verdict = locateHunk(search, found, {
			surroundings: surroundings[order] ?? NOTHING_AROUND,
			isToDo
		});
		if (verdict.status !== "not_found") return {
			hunk,
			...verdict
		};
		return {
			hunk,
			...verdict,
			near: () => startsByLines(search.index, found.pattern)
		};
	};
}
function readsLines({ text, lines }, effort) {
	effort.reading -= text.length;
	if (effort.reading < 0) return false;
	effort.reading -= 20 * lines().count;
	return effort.reading >= 0;
}
function textsOf(hunks) {
	const texts = [];
	for (const { lines } of hunks) for (const [, text] of lines) texts.push(text);
	return texts;
}
function knownOf({ hunk, pattern, found }) {
	const [position, second] = found?.positions ?? [];
	return {
		hunk,
		length: pattern.lines.length,
		position: second === void 0 ? position : void 0
	};
}
function knownBy(found, done) {
	if (done == null) return knownOf(found);
	const [before, after] = [oldSide(found.hunk).length, newSide(found.hunk).length];
	return {
		hunk: found.hunk,
		length: after,
		position: done.position,
		grown: after - before
	};
}

// src/apply/edit/loose-edit.ts
function locateLoosely(text, { find, replace }, effort) {
	const [before, after] = wholeLines(find, replace);
	const hunk = {
		number: 1,
		lines: changedLines(before, after),
		anchors: [],
		noMarkLost: true
	};
	if (effort.reading < text.length) return {
		hunk,
		status: "not_found"
	};
	const [location] = locateHunks(uncut(text), [hunk], effort);
	return location ?? {
		hunk,
		status: "not_found"
	};
}
function mayBePartlyThere(text, { find, replace }, start) {
	const [before, after] = wholeLines(find, replace);
	const end = start + find.length - (find.endsWith("\n") && replace.endsWith("\n") ? 1 : 0);
	return (start === 0 || text[start - 1] === "\n") && (end === text.length || text[end] === "\n") && mayStandBeside(text, {
		before,
		after
	}, {
		start,
		end
	});
}
function wholeLines(find, replace) {
	if (find.endsWith("\n") && replace === "") return [find.slice(0, -1).split("\n"), []];
	if (!find.endsWith("\n") || !replace.endsWith("\n")) return [find.split("\n"), replace.split("\n")];
	return [find.slice(0, -1).split("\n"), replace.slice(0, -1).split("\n")];
}

// src/apply/edit/replaced.ts
function isReplaced(text, { find, replace }, at) {
	const within = find === replace ? null : firstPlaceIn(replace, find);
	if (within === null) return "open";
	const more = replace.slice(0, within) + replace.slice(within + find.length);
	if (!saysAnything(more)) return "open";
	const from = Math.max(0, at - more.length);
	const near = text.slice(from, at + replace.length);
	const isCutOff = at + replace.length > text.length && !text.endsWith("\n") && replace.endsWith("\n");
	const place = firstPlaceIn(isCutOff ? `${near}\n` : near, replace);
	if (place === null) return "open";
	const start = from + place;
	const made = around(text, start, start + replace.length);
	if (!isPartOfWords(replace, made)) return "replaced";
	return !isPartOfWords(find, around(text, at, at + find.length)) && isPartOfWords(find, made) ? "open" : "unclear";
}
function unclearRefusal(path, line) {
	return {
		code: "ambiguous",
		message: `What the edit makes stands in ${path} at line ${line} as a part of longer words, so that it may be done already. If it is, leave the edit out; if not, find and replace more of what stands around it.`,
		path,
		pointer: "/find",
		data: { lines: [line] }
	};
}
const BESIDE = 2;
function around(text, start, end) {
	return {
		before: text.slice(Math.max(0, start - 2), start),
		after: text.slice(end, end + 2)
	};
}
function isPartOfWords(text, { before, after }) {
	const [first, last] = [text.slice(0, 2), text.slice(-2)];
	return ENDS_IN_WORD.test(before) && BEGINS_WORD.test(first) || ENDS_IN_WORD.test(last) && BEGINS_WORD.test(after);
}
const ENDS_IN_WORD = /[\p{L}\p{M}\p{N}_]$/u;
const BEGINS_WORD = /^[\p{L}\p{M}\p{N}_]/u;

// src/apply/edit/edit.ts
function findEdit(text, edit, effort) {
	const sought = {
		...editTexts(edit),
		rungs: []
	};
	const literal = findLiterally(text, {
		edit,
		sought
	}, effort);
	if (literal !== null) return literal;
	const plain = plainlySought(sought);
	const found = (plain && ifClear(plain, {
		edit,
		found: findLiterally(text, {
			edit,
			sought: plain
		}, effort)
	})) ?? (edit.count === 1 ? findLoosely(text, {
		edit,
		sought
	}, effort) : null) ?? (plain && edit.count === 1 ? ifClear(plain, {
		edit,
		found: findLoosely(text, {
			edit,
			sought: plain
		}, effort)
	}) : null);
	if (found !== null) return found;
	const scene = sceneOf({
		path: edit.path,
		lines: () => cutLines(text),
		effort
	});
	return {
		ok: false,
		refusal: diagnoseEdit({
			status: "not_found",
			...editTexts(edit)
		}, scene)
	};
}
function plainlySought(sent) {
	const plain = unescapedEdit(sent);
	return plain && {
		...plain,
		rungs: ["unescaped"]
	};
}
function findLiterally(text, { edit, sought }, effort) {
	const { path, count } = edit;
	const { find, replace } = sought;
	const overlapping = count === 1;
	const found = occurrences(text, {
		find,
		overlapping,
		effort
	});
	const starts = found && withLastLines(text, {
		find,
		overlapping
	}, found);
	const scene = sceneOf({
		path,
		lines: () => cutLines(text),
		effort
	});
	if (starts === null) return {
		ok: false,
		refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
	};
	if (starts.length === 0) return null;
	if (count !== "all" && starts.length !== count) {
		const found = () => starts.map((start) => ({
			start,
			end: Math.min(start + find.length, text.length),
			text: replace
		}));
		const positions = linesAt(text, starts);
		return {
			ok: false,
			refusal: diagnoseEdit({
				status: "miscount",
				by: "text",
				count,
				positions,
				found
			}, scene)
		};
	}
	const [only] = starts;
	const replaced = count === 1 && only !== void 0 ? isReplaced(text, soughtAt(text, sought, only), only) : "open";
	if (replaced !== "open") return alreadyReplaced(replaced, path, lineOf(text, only ?? 0));
	if (text.length + starts.length * (replace.length - find.length) > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(path),
			pointer: "/replace"
		}
	};
	return (count === 1 && only !== void 0 ? restOf(text, soughtAt(text, sought, only), only, effort) : null) ?? replacedAt(text, {
		edit,
		sought
	}, starts, effort);
}
function restOf(text, sought, start, effort) {
	if (!mayBePartlyThere(text, sought, start)) return null;
	const place = locateLoosely(text, sought, effort);
	return place.status === "placed" && place.rungs.includes("partly_there") ? asLoose(place, sought) : null;
}
function withLastLines(text, { find, overlapping }, starts) {
	const last = text.length + 1 - find.length;
	const isLast = find.endsWith("\n") && !text.endsWith("\n") && text.endsWith(find.slice(0, -1));
	const before = starts.at(-1);
	const isFree = before === void 0 || last >= before + (overlapping ? 1 : find.length);
	return isLast && isFree ? [...starts, last] : starts;
}
function withoutLastBreaks(sought) {
	const { find, replace } = sought;
	return {
		...sought,
		find: find.slice(0, -1),
		replace: replace.endsWith("\n") ? replace.slice(0, -1) : replace
	};
}
function soughtAt(text, sought, start) {
	return withEdgeBreaks(sought, edgesAt(text, sought.find, start));
}
function replacedAt(text, { edit, sought }, starts, effort) {
	const { path, count } = edit;
	const replacements = [];
	let size = text.length;
	let [isDeep, isBroken] = [false, false];
	const areBroken = starts.some((start) => soughtAt(text, sought, start) !== sought);
	for (const start of starts) {
		const whole = areBroken ? withEdgeBreaks(sought, {
			above: true,
			below: true
		}) : sought;
		const own = start + whole.find.length > text.length ? withoutLastBreaks(whole) : whole;
		const { find, replace } = own;
		const replacing = replacementAt(text, own, start, effort);
		if (replacing.status === "too_repetitive") {
			const scene = sceneOf({
				path,
				lines: () => cutLines(text),
				effort
			});
			return {
				ok: false,
				refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
			};
		}
		if (replacing.status === "unclear") return {
			ok: false,
			refusal: depthRefusal(path, lineOf(text, start))
		};
		const { replacement } = replacing;
		const made = replacement.text;
		const replaced = count === 1 && made !== replace ? isReplaced(text, {
			find,
			replace: made
		}, start) : "open";
		if (replaced !== "open") return alreadyReplaced(replaced, path, lineOf(text, start));
		size += made.length - (replacement.end - replacement.start);
		if (size > 5242880) return {
			ok: false,
			refusal: {
				...tooMuch(path),
				pointer: "/replace"
			}
		};
		isDeep ||= !isSent(replacement, own, start);
		isBroken ||= whole !== sought;
		replacements.push(replacement);
	}
	const found = {
		ok: true,
		replacements,
		line: lineOf(text, starts[0] ?? 0)
	};
	const rungs = [
		...isDeep ? ["indentation"] : [],
		...isBroken ? ["edge_blanks"] : [],
		...sought.rungs
	];
	return rungs.length === 0 ? found : {
		...found,
		loose: {
			status: "applied",
			rungs,
			lines: []
		}
	};
}
function alreadyReplaced(replaced, path, line) {
	if (replaced === "unclear") return {
		ok: false,
		refusal: unclearRefusal(path, line)
	};
	return {
		ok: true,
		replacements: [],
		line,
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
}
function findLoosely(text, { edit, sought: sent }, effort) {
	const { sought, place } = locateWithBreaks(text, sent, effort);
	const scene = sceneOf({
		path: edit.path,
		lines: () => cutLines(text),
		effort
	});
	switch (place.status) {
		case "not_found":
		case "elsewhere":
		case "no_context":
		case "overlap": return null;
		case "already_applied": return sought.replace.includes("\n") ? asLoose(place, sought) : null;
		case "placed": return asLoose(place, sought);
		case "too_repetitive": return {
			ok: false,
			refusal: diagnoseEdit({ status: "too_repetitive" }, scene)
		};
		case "mixed_gaps": return {
			ok: false,
			refusal: diagnoseEdit(place, scene)
		};
		case "ambiguous": {
			const failure = {
				status: "miscount",
				by: "text",
				count: 1,
				positions: place.positions,
				found: () => []
			};
			return {
				ok: false,
				refusal: diagnoseEdit(failure, scene)
			};
		}
	}
}
function locateWithBreaks(text, sent, effort) {
	const broken = withEdgeBreaks(sent, {
		above: true,
		below: true
	});
	const place = locateLoosely(text, broken, effort);
	if (broken === sent) return {
		sought: sent,
		place
	};
	const sought = {
		...broken,
		rungs: inOrder$1(["edge_blanks", ...sent.rungs])
	};
	const [first, last] = place.status === "placed" ? [place.edits[0], place.edits.at(-1)] : [];
	if (first === void 0 || last === void 0) return {
		sought,
		place
	};
	const lines = cutLines(text);
	const isFilled = (line) => lineText(lines, line) !== "";
	const [above, below] = [isFilled(first.line - 1), isFilled(last.line + last.remove)];
	const own = withEdgeBreaks(sent, {
		above,
		below
	});
	return own.replace === broken.replace ? {
		sought,
		place
	} : {
		sought: own,
		place: locateLoosely(text, own, effort)
	};
}
function asLoose({ status, rungs, edits, position }, sought) {
	const loose = {
		status: status === "placed" ? "applied" : "already_applied",
		rungs: inOrder$1([...rungs, ...sought.rungs]),
		lines: edits
	};
	return {
		ok: true,
		replacements: [],
		line: position + 1,
		loose
	};
}
function ifClear({ isClear }, { edit, found }) {
	if (isClear || found?.ok !== true || found.loose?.status === "already_applied") return found;
	return {
		ok: false,
		refusal: {
			code: "ambiguous",
			message: `The text to replace is in ${edit.path} with its escapes read, at line ${found.line}, but the new text has some that may be meant as they stand. Send both texts as they stand in the file, with real line breaks.`,
			path: edit.path,
			pointer: "/replace",
			data: { lines: [found.line] }
		}
	};
}
function editText(file, { replacements, loose }) {
	const lines = loose?.lines ?? [];
	return lines.length === 0 ? replaceText(file, replacements) : editLines(file, lines);
}
function editTexts(edit) {
	return {
		find: toLineFeeds(edit.find),
		replace: toLineFeeds(edit.replace)
	};
}
function tooMuch(path) {
	return {
		code: "too_large",
		message: `The replacements make ${path} larger than ${MAX_FILE_BYTES} bytes. Replace less, or with less.`,
		path,
		data: { limit: MAX_FILE_BYTES }
	};
}
function linesAt(text, offsets) {
	let line = 0;
	let next = text.indexOf("\n");
	return offsets.map((offset) => {
		for (; next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) line += 1;
		return line;
	});
}
function lineOf(text, offset) {
	return (linesAt(text, [offset])[0] ?? 0) + 1;
}
function toLineFeeds(text) {
	return text.replaceAll("\r\n", "\n");
}
function occurrences(text, { find, overlapping, effort }) {
	const starts = [];
	effort.searching -= text.length;
	if (effort.searching < 0) return null;
	let free = 0;
	for (const at of placesIn(text, find)) {
		if (!looksAtPlace(effort)) return null;
		if (at < free) continue;
		if (!keepsPlace(effort, starts.length)) return null;
		starts.push(at);
		if (!overlapping) free = at + find.length;
	}
	return starts;
}

// src/apply/moved-lines.ts
function withMovedLines(hunks, edits) {
	if (edits.length === 0) return hunks;
	return hunks.map((hunk) => {
		const moved = hunk.lineHint === void 0 ? null : movedLine(hunk.lineHint - 1, edits);
		return moved === null || moved + 1 === hunk.lineHint ? hunk : {
			...hunk,
			movedHint: moved + 1
		};
	});
}
function movedLine(line, edits) {
	let moved = line;
	for (const list of edits) {
		let shift = 0;
		for (const edit of list) {
			if (edit.line > moved) break;
			if (moved < edit.line + edit.remove) return null;
			shift += edit.insert.length - edit.remove;
		}
		moved += shift;
	}
	return moved;
}

// src/apply/numbered.ts
function meantHunks(text, hunks, effort) {
	const numbered = hunks.flatMap((hunk) => hunk.numbered?.lines ?? []);
	if (numbered.length === 0) return hunks;
	const seen = linesThere(text, new Set(numbered.map(([, line]) => line)), effort);
	return hunks.map(({ numbered: sent, ...bare }) => {
		if (sent === void 0 || !(seen === null || sent.lines.some(([, line]) => seen.has(line)))) return bare;
		const { lineHint: _, ...rest } = bare;
		return {
			...rest,
			...sent
		};
	});
}
function meantEdit(text, { edit, numbered }, effort) {
	if (numbered === void 0) return edit;
	const seen = linesThere(text, /* @__PURE__ */ new Set([...numbered.find.split("\n"), ...numbered.replace.split("\n")]), effort);
	return seen === null || seen.size > 0 || text.text.includes(numbered.find) ? {
		...edit,
		...numbered
	} : edit;
}
function linesThere(text, wanted, effort) {
	effort.searching -= text.text.length;
	if (effort.searching < 0) return null;
	const lines = text.lines();
	const seen = /* @__PURE__ */ new Set();
	for (let at = 0; at < lines.count; at += 1) {
		const line = lineText(lines, at);
		if (wanted.has(line)) seen.add(line);
	}
	return seen;
}

// src/apply/hunks.ts
function applyHunks(request) {
	const { path, change, earlier = [], effort } = request;
	const file = asShown(request.file, request.hunks);
	const text = uncut(file.text);
	const bare = withoutMarks(file, request.hunks);
	const hunks = withMovedLines(meantHunks(text, bare, effort), earlier);
	const locations = locateHunks(text, hunks, effort, path);
	const overlaps = overlapsOf(locations);
	const failures = locations.flatMap((location) => failureOf(location, overlaps) ?? []);
	const reports = locations.map((location) => reportOf(location, {
		path,
		change,
		overlaps,
		sent: bare === request.hunks ? [] : request.hunks
	}));
	if (failures.length > 0) {
		const scene = sceneOf({
			path,
			lines: text.lines,
			effort
		});
		return {
			ok: false,
			refusals: diagnoseHunks(failures, scene),
			reports
		};
	}
	const edits = locations.flatMap(editsOf).sort((left, right) => left.line - right.line || left.remove - right.remove);
	const finalNewline = locations.filter(({ status }) => status === "placed").find(({ hunk }) => hunk.finalNewline !== void 0)?.hunk.finalNewline;
	return {
		ok: true,
		file: withMarkApart(file, editLines(file, edits, finalNewline)),
		edits,
		reports
	};
}
function overlapsOf(locations) {
	const spans = locations.flatMap((location) => spanOf(location) ?? []);
	const overlaps = /* @__PURE__ */ new Map();
	let before;
	for (const span of spans.sort((left, right) => left.start - right.start || left.end - right.end)) {
		if (before !== void 0 && meets(before, span)) overlaps.set(span.hunk, before.hunk);
		if (before === void 0 || span.end >= before.end) before = span;
	}
	return overlaps;
}
function spanOf(location) {
	const edits = editsOf(location);
	const [first] = edits;
	const last = edits.at(-1);
	if (first === void 0 || last === void 0) return null;
	return {
		hunk: location.hunk,
		start: first.line,
		end: last.line + last.remove
	};
}
function meets(left, right) {
	return left.start === left.end && right.start === right.end && left.start === right.start || right.start < left.end;
}
function editsOf(location) {
	return location.status === "placed" ? location.edits : [];
}
function failureOf(location, overlaps) {
	if (!isPlace(location)) return location;
	const { hunk, position } = location;
	const other = overlaps.get(hunk);
	return other === void 0 ? null : {
		hunk,
		status: "overlap",
		position,
		other
	};
}
function reportOf(location, { path, change, overlaps, sent }) {
	const base = {
		change,
		path,
		hunk: location.hunk.number
	};
	if (!isPlace(location)) return {
		...base,
		at: null,
		rung: "exact",
		status: "refused"
	};
	const applied = location.status === "placed" ? "applied" : "already_applied";
	const status = overlaps.has(location.hunk) ? "refused" : applied;
	const { position, rungs } = location;
	const shown = sent.find(({ number }) => number === location.hunk.number);
	const needed = shown !== void 0 && showsMarkInside(shown, position) && !rungs.includes("glyphs") ? inOrder$1([...rungs, "glyphs"]) : rungs;
	return {
		...base,
		at: position + 1,
		...toleranceOf(needed),
		status
	};
}

// src/apply/lost-changes.ts
function lostChanges(workspace, path, now) {
	const made = workspace.changed.get(path) ?? null;
	if (made === null) return null;
	const was = beforePatch(workspace, made);
	const line = now.executable !== void 0 && now.executable !== made.executable && made.executable !== (was?.executable ?? false) ? "" : lostLine(made, was?.bytes, now.bytes);
	return line === null ? null : refusalOf$1(path, line);
}
function lostLine({ content }, was = NOTHING, now = NOTHING) {
	if (content === was) return null;
	const [old, left, last] = [
		read(was),
		read(content),
		read(now)
	];
	if (old === null || left === null || last === null) return sameBytes(bytesOf(content), now) ? null : "";
	const added = ADDED.get(content) ?? addedTo(old.lines, left.lines);
	ADDED.set(content, added);
	const gone = added.find((line) => timesIn(last.lines, line) < timesIn(left.lines, line));
	if (gone !== void 0) return gone.trim();
	for (const [line, times] of last.lines) {
		const before = timesIn(old.lines, line);
		if (before > timesIn(left.lines, line) && times >= before && (added.length === 0 || /[\p{L}\p{N}]/u.test(line))) return line.trim();
	}
	return added.length > 0 || left.lines.size < old.lines.size || [old.text, last.text].includes(left.text) ? null : "";
}
const NOTHING = /* @__PURE__ */ new Uint8Array();
const ADDED = /* @__PURE__ */ new WeakMap();
function addedTo(old, left) {
	const lines = [...left].flatMap(([line, times]) => times > timesIn(old, line) ? [line] : []);
	const filled = lines.filter((line) => line.trim() !== "");
	return filled.length > 0 ? filled : lines;
}
function timesIn(lines, line) {
	return lines.get(line) ?? 0;
}
function read(content) {
	const known = COUNTED.get(content);
	if (known !== void 0) return known;
	const text = content instanceof Uint8Array ? decodeText(content)?.text : content.text;
	if (text === void 0) return null;
	const lines = /* @__PURE__ */ new Map();
	for (const line of linesIn(text)) lines.set(line, (lines.get(line) ?? 0) + 1);
	const counted = {
		text: text.endsWith("\n") ? text.slice(0, -1) : text,
		lines
	};
	COUNTED.set(content, counted);
	return counted;
}
const COUNTED = /* @__PURE__ */ new WeakMap();
const SHOWN_CHARACTERS = 200;
function refusalOf$1(path, line) {
	const shown = line.slice(0, SHOWN_CHARACTERS).toWellFormed();
	return {
		code: "overlap",
		message: `The patch changes ${path}, and then writes it as a whole without what it changed before${shown === "" ? "" : `, such as ${JSON.stringify(shown)}`}, so nobody can tell which one is the file. Send one write change with all of it, or edits alone.`,
		path,
		...shown === "" ? {} : { data: { line: shown } }
	};
}

// src/apply/regex/syntax.ts
function enginePattern(pattern) {
	return pattern.replaceAll("\r\n", "\n").replaceAll(ESCAPES, (escape) => {
		if (escape === "\\r\\n") return "\\n";
		return escape.length === SURROGATES.length ? characterOf(escape) : escape;
	});
}
function misreadSyntax(pattern) {
	return pattern.includes("(?<") && [...pattern.matchAll(ESCAPES)].some(([escape]) => escape === "\\k") ? "backreference \\k" : null;
}
function isExpression(pattern) {
	try {
		return new RegExp(pattern).source !== "";
	} catch {
		return false;
	}
}
function onlyMatch(pattern) {
	return SPECIAL.test(pattern.replaceAll(ESCAPED_MARK, "")) ? null : pattern.replaceAll(ESCAPED_MARK, "$1");
}
function isPlain(pattern) {
	return !SPECIAL.test(pattern);
}
const SURROGATES = "\\ud83d\\ude00";
const ESCAPES = /\\(?:r\\n|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[^])/gi;
function characterOf(surrogates) {
	return surrogates.replaceAll(/\\u(.{4})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}
const SPECIAL = /[\\^$.*+?()[\]{}|]/;
const ESCAPED_MARK = /\\([^\w\s])/g;

// src/apply/regex/literal.ts
function literalPlaces(text, change, { groups, effort }) {
	const find = change.pattern.replaceAll("\r\n", "\n");
	if (isPlain(find) || usesTemplate(change.replacement, groups)) return [];
	const replacement = change.replacement.replaceAll("\r\n", "\n");
	return occurrences(text, {
		find,
		overlapping: change.count === 1,
		effort
	})?.map((start) => ({
		start,
		end: start + find.length,
		text: replacement
	})) ?? null;
}
function literalEdit(text, { path, count }, { places, effort }) {
	const starts = places.map(({ start }) => start);
	if (count !== "all" && starts.length !== count) {
		const failure = {
			status: "miscount",
			by: "text",
			count,
			positions: linesAt(text, starts),
			found: () => places
		};
		return {
			ok: false,
			refusal: {
				...diagnoseEdit(failure, sceneOf({
					path,
					lines: () => cutLines(text),
					effort
				})),
				pointer: "/pattern"
			}
		};
	}
	const growth = places.reduce((sum, { start, end, text: now }) => sum + now.length - (end - start), 0);
	if (text.length + growth > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(path),
			pointer: "/replacement"
		}
	};
	return {
		ok: true,
		replacements: places,
		line: lineOf(text, starts[0] ?? 0),
		loose: {
			status: "applied",
			rungs: ["literal"],
			lines: []
		}
	};
}
function usesTemplate(replacement, groups) {
	return groups > 0 ? /\$[$&<\d]/.test(replacement) : /\$[$&<]/.test(replacement);
}

// src/apply/regex/cost.ts
function readingSteps(pattern) {
	const properties = occurrencesOf(/\\p/gi, pattern);
	const wideRanges = /\P{ASCII}|\\[xu]/u.test(pattern) ? occurrencesOf(/-/g, pattern) : 0;
	return pattern.length * STEPS_PER_CHARACTER + properties * STEPS_PER_PROPERTY + wideRanges * STEPS_PER_RANGE;
}
function occurrencesOf(expression, text) {
	return [...text.matchAll(expression)].length;
}
const STEPS_PER_CHARACTER = 250;
const STEPS_PER_PROPERTY = 2e4;
const STEPS_PER_RANGE = 2e5;

// src/apply/regex/reach.ts
function reachOf(pattern, flags) {
	if (!/[*+]|,\}/.test(pattern)) return "match";
	return staysOnLine(pattern, flags) ? "line" : "text";
}
function lookedAt(text, { reach, size }, { from, end }) {
	if (end === null || reach === "text") return text.length - from;
	if (reach === "match") return Math.min(end + size, text.length) - from;
	const lineEnd = text.indexOf("\n", end);
	return (lineEnd === -1 ? text.length : lineEnd) - from;
}
function staysOnLine(pattern, flags) {
	const rest = pattern.replace(SURELY_ON_LINE, "");
	return (!flags.includes("s") || !rest.includes(".")) && !/\\|\[\^|\(\?|\p{Cc}/u.test(rest);
}
const SURELY_ON_LINE = /\\[wdbBS.*+?^$|()[\]{}/"'`<>=,:;!@#%&~_-]|\(\?:|\(\?P?<[A-Za-z_]\w*>/g;

// src/apply/regex/template.ts
function parseTemplate(replacement, groups) {
	const parts = [];
	for (const [token] of replacement.matchAll(/\$(?:\d{1,2}|<[^>]*>|[$&`'])|[^$]+|\$/g)) {
		const part = partOf(token, groups);
		if ("problem" in part) return {
			ok: false,
			problem: part.problem
		};
		parts.push(..."parts" in part ? part.parts : [part]);
	}
	return {
		ok: true,
		parts
	};
}
function expandTemplate(parts, group) {
	return parts.map((part) => "text" in part ? part.text : group(part.group)).join("");
}
function partOf(token, groups) {
	if (token === "$$") return { text: "$" };
	if (token === "$&") return { group: 0 };
	if (token === "$`" || token === "$'") return { problem: `uses ${token}, which is not taken here` };
	if (/^\$\d/.test(token)) return numberedPart(token.slice(1), groups);
	if (!token.startsWith("$<")) return { text: token };
	const name = token.slice(2, -1);
	if (!Object.hasOwn(groups.names, name)) return { problem: `uses ${token}, but the expression has no group of that name` };
	return { group: groups.names[name] ?? 0 };
}
function numberedPart(digits, { count }) {
	const isGroup = (number) => number >= 1 && number <= count;
	if (isGroup(Number(digits))) return { group: Number(digits) };
	if (digits.length === 2 && isGroup(Number(digits.charAt(0)))) return { parts: [{ group: Number(digits.charAt(0)) }, { text: digits.charAt(1) }] };
	return { problem: `uses $${digits}, but the expression has ${count} groups; write $$ for a dollar sign` };
}

// src/apply/regex/matches.ts
function compileRegex({ path, pattern, flags }, effort) {
	const source = enginePattern(pattern);
	effort.matching -= readingSteps(source);
	if (effort.matching < 0) return {
		...tooCostly(path),
		rejected: false
	};
	const misread = misreadSyntax(source);
	if (misread !== null) return rejected(path, `invalid or unsupported: ${misread}`);
	try {
		const compiled = RE2JS.compile(RE2JS.translateRegExp(source), flagBits(flags));
		const size = compiled.programSize();
		effort.matching -= size * 150;
		if (size <= 3e3) return {
			ok: true,
			pattern: compiled
		};
		return {
			...refused$1({
				code: "bad_pattern",
				path,
				message: `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`
			}),
			rejected: false
		};
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return rejected(path, error.message);
	}
}
function rejected(path, reason) {
	return {
		...refused$1({
			code: "bad_pattern",
			path,
			message: `The expression can't be used: ${reason}. Lookaround and backreferences are not taken; send an edit instead.`
		}),
		rejected: true
	};
}
function flagBits(flags) {
	const bits = {
		i: RE2JS.CASE_INSENSITIVE,
		m: RE2JS.MULTILINE,
		s: RE2JS.DOTALL
	};
	return Object.entries(bits).reduce((sum, [flag, bit]) => flags.includes(flag) ? sum | bit : sum, 0);
}
function findMatches(text, { pattern, parts, change, effort }) {
	const size = pattern.programSize();
	const seeing = {
		reach: reachOf(enginePattern(change.pattern), change.flags),
		size
	};
	const matcher = pattern.matcher(text);
	const replacements = [];
	let length = text.length;
	for (let from = 0;;) {
		if (searchSteps(size, text.length - from) > effort.matching) return tooCostly(change.path);
		const end = matcher.find() ? matcher.end() : null;
		effort.matching -= searchSteps(size, lookedAt(text, seeing, {
			from,
			end
		}));
		if (end === null) return {
			ok: true,
			replacements
		};
		effort.matching -= parts.length * 25;
		if (effort.matching < 0 || replacements.length === 1e5) return tooCostly(change.path);
		const start = matcher.start();
		const replacement = {
			start,
			end,
			text: expandTemplate(parts, (group) => matcher.group(group) ?? "")
		};
		length += replacement.text.length - (end - start);
		if (length > 5242880) return refused$1(tooMuch(change.path), "/replacement");
		replacements.push(replacement);
		from = end;
	}
}
function searchSteps(size, characters) {
	return size * (characters + 1) + 50;
}
function tooCostly(path) {
	return refused$1({
		code: "too_large",
		message: `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`,
		path
	});
}
function refused$1(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/regex/other-template.ts
function otherTemplate(replacement, { pattern, groups }) {
	for (const { 0: token, groups: named = {} } of replacement.matchAll(GROUP)) if (isGroup(named["name"] ?? named["digit"] ?? "", groups)) return token;
	return BREAK.test(pattern) && !replacement.includes("\n") && BREAK.test(replacement.replaceAll(QUOTED, "")) ? "\\n" : null;
}
const GROUP = /\\g<(?<name>\w{1,100})>|\\(?<digit>[1-9])|\$\{(?<name>\w{1,100})\}/g;
const BREAK = /\\n/;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
function isGroup(name, { count, names }) {
	return /^\d+$/.test(name) ? Number(name) >= 1 && Number(name) <= count : Object.hasOwn(names, name);
}

// src/apply/regex/regex.ts
function findRegex(text, change, effort) {
	const compiled = compileRegex(change, effort);
	if (!compiled.ok) {
		if (!compiled.rejected || isExpression(change.pattern)) return compiled;
		const places = literalPlaces(text, change, {
			groups: 0,
			effort
		});
		if (places === null) return tooCostly(change.path);
		return places.length === 0 ? compiled : literalEdit(text, change, {
			places,
			effort
		});
	}
	const { pattern } = compiled;
	const groups = pattern.groupCount();
	const template = readTemplate(change.replacement.replaceAll("\r\n", "\n"), change.pattern, {
		count: groups,
		names: pattern.namedGroups()
	});
	const parts = template.ok ? template.parts : [];
	const found = findMatches(text, {
		pattern,
		parts,
		change,
		effort
	});
	if (!found.ok) return found;
	const places = literalPlaces(text, change, {
		groups,
		effort
	});
	if (places === null) return tooCostly(change.path);
	if (found.replacements.length > 0 && !isOnlyLiteral(found.replacements, places, change)) return matchEdit(text, change, {
		matches: found.replacements,
		places,
		template,
		effort
	});
	if (places.length > 0) return literalEdit(text, change, {
		places,
		effort
	});
	return refused(nothingFound(text, change, effort));
}
function readTemplate(replacement, pattern, groups) {
	const other = otherTemplate(replacement, {
		pattern,
		groups
	});
	if (other === null) return parseTemplate(replacement, groups);
	return {
		ok: false,
		problem: `has ${other}, which would be written out; send ${other === "\\n" ? "a line break" : "a group, as $1 or $<name>"}, or an edit`
	};
}
function isOnlyLiteral(matches, places, { count }) {
	return matches.some(({ start, end }) => start === end) && matches.length !== count && places.length === count;
}
function matchEdit(text, { path, count }, readings) {
	const { matches, places, template, effort } = readings;
	if (!template.ok) return refused({
		code: "bad_pattern",
		path,
		message: `The replacement ${template.problem}. Correct it.`
	}, "/replacement");
	const starts = matches.map(({ start }) => start);
	if (count !== "all" && starts.length !== count) {
		const positions = linesAt(text, starts);
		const scene = sceneOf({
			path,
			lines: () => cutLines(text),
			effort
		});
		return refused(diagnoseEdit({
			status: "miscount",
			by: "expression",
			count,
			positions,
			found: () => matches
		}, scene));
	}
	const spans = new Map(matches.map(({ start, end }) => [start, end]));
	const other = places.find(({ start, end }) => spans.get(start) !== end);
	const line = lineOf(text, starts[0] ?? 0);
	if (other === void 0) return {
		ok: true,
		replacements: matches,
		line
	};
	return refused(twoReadings(path, {
		expression: line,
		literal: lineOf(text, other.start)
	}));
}
function twoReadings(path, { expression, literal }) {
	return {
		code: "ambiguous",
		message: `As an expression, it matches at line ${expression} of ${path}; as the text that it is, it stands at line ${literal}. Send an edit for the text, or escape what is special.`,
		path,
		data: { lines: [expression, literal] }
	};
}
function nothingFound(text, { path, pattern, replacement }, effort) {
	const find = onlyMatch(pattern);
	if (find !== null) return diagnoseEdit({
		status: "not_found",
		find,
		replace: replacement
	}, sceneOf({
		path,
		lines: () => cutLines(text),
		effort
	}));
	return {
		code: "not_found",
		path,
		message: `The expression matches nothing in ${path}. Correct it, or send an edit with the literal text.`
	};
}
function refused(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/shown-code.ts
function shownCodeRefusal(operation, before) {
	if (!isCode(operation.path)) return null;
	switch (operation.action) {
		case "write": {
			const { content, encoding } = operation.write;
			return encoding === "base64" ? null : wholeRefusal(operation.path, linesOf$2(content), before);
		}
		case "create": return wholeRefusal(operation.path, operation.lines, void 0, operation.hunk);
		case "edit": {
			const { find, replace } = operation.edit;
			const added = linesOf$2(replace);
			const refusal = partRefusal(operation.path, {
				old: linesOf$2(find),
				added
			});
			return refusal === null ? null : {
				...refusal,
				pointer: "/replace"
			};
		}
		case "regex": return null;
		default: return operation.hunks.map(({ lines, number }) => partRefusal(operation.path, {
			old: side(lines, "+"),
			added: side(lines, " -"),
			hunk: number
		})).find((found) => found !== null) ?? null;
	}
}
function isCode(path) {
	return CODE$1.test(path) && !/(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata|golden)(?:__)?\//i.test(path);
}
const CODE$1 = /\.(?:[cm]?[jt]sx?|vue|svelte|pyi?|rb|go|rs|java|kts?|scala|swift|c|h|cc|cpp|cxx|hh|hpp|cs|fs|php|lua|jl|dart|exs?|erl|hs|mli?|cljs?|elm|zig|nim|sh|bash|zsh|fish|ps1|sql|s?css|sass|less|jsonc?|ya?ml|toml|gradle|proto|tf)$/i;
function side(lines, without) {
	return lines.filter(([mark]) => !without.includes(mark)).map(([, text]) => text);
}
function wholeRefusal(path, lines, before, hunk) {
	const what = shownAs(lines);
	if (what === null || before !== void 0 && shownAs(linesOf$2(before)) === what) return null;
	return refusalOf(path, what, hunk);
}
function shownAs(lines) {
	const filled = lines.filter((line) => line.trim() !== "");
	if (isFenced(filled)) return "in a fence";
	return filled.length >= FEWEST$1 && countsUp(filled) ? "with line numbers" : null;
}
function isFenced(filled) {
	const fence = /^(`{3,20}|~{3,20})[^`~]{0,100}$/.exec(filled[0]?.trimEnd() ?? "")?.[1];
	const last = filled.at(-1)?.trimEnd() ?? "";
	return fence !== void 0 && filled.length > 1 && last.startsWith(fence) && /^(?:`+|~+)$/.test(last);
}
const FEWEST$1 = 3;
function partRefusal(path, { old, added, hunk }) {
	const filled = added.filter((line) => line.trim() !== "");
	if (filled.length < FEWEST$1 || !countsUp(filled) || old.some((line) => NUMBER.test(line))) return null;
	return /^1\s*[|│]/.test(filled[0]?.trim() ?? "") ? null : refusalOf(path, "with line numbers", hunk);
}
function countsUp(lines) {
	const first = numberOf(lines[0] ?? "");
	return first !== null && lines.every((line, at) => numberOf(line) === first + at);
}
function numberOf(line) {
	const number = NUMBER.exec(line)?.[1];
	return number === void 0 ? null : Number(number);
}
const NUMBER = /^ {0,8}(\d{1,7})(?: ?[|│]|→|\t)/;
function refusalOf(path, what, hunk) {
	return {
		code: "malformed",
		message: `The new text for ${path} is code as a message or an editor shows it, ${what}. Send ${what === "in a fence" ? "the content without its fence" : "the lines without the numbers before them"}.`,
		path,
		...hunk === void 0 ? {} : { hunk }
	};
}

// src/patch/elision/doctest.ts
function doctestLines(lines, old = []) {
	const found = /* @__PURE__ */ new Set();
	let before = startOfOld(lines[0] ?? "", old);
	for (const [at, line] of lines.entries()) if (before === null || !hasPrompt(line, before, "...")) before = sessionOn(line);
	else if (!isLeftOut$1(line.slice(before.length + PROMPT))) found.add(at);
	return found;
}
const PROMPT = 4;
function startOfOld(first, old) {
	const start = INDENT.exec(first)?.[0] ?? "";
	return hasPrompt(first, start, "...") && old.some((line) => hasPrompt(line, start, "...") && CODE.test(line.slice(start.length + PROMPT))) ? start : null;
}
const INDENT = /^[ \t]{0,200}/;
const CODE = /[[=]|[\w.]\(|:$/;
function hasPrompt(line, start, prompt) {
	return line.startsWith(`${start}${prompt} `) || line === `${start}${prompt}`;
}
function sessionOn(line) {
	if (!line.includes(">>>")) return null;
	const start = START.exec(line)?.[0] ?? "";
	return hasPrompt(line, start, ">>>") ? start : null;
}
const START = /^[ \t]{0,200}(?:(?:#|\/{2,3}|\*|--|;;?|%)[ \t]{0,200})?/;
function isLeftOut$1(text) {
	if (text.length > MAX_CHARACTERS$2) return false;
	return /^[\p{L}\s,]+(?:\.{3}|…)$/u.test(text.trim()) || saysAsItWas(text);
}
const MAX_CHARACTERS$2 = 200;

// src/patch/elision/inline-elision.ts
function inlineElision(line, facts) {
	const text = line.trim();
	if (text.length > MAX_CHARACTERS$1 || COMMENT$1.test(text)) return null;
	const judged = [...[...blockComments(text), ...lineComments(text, closesBelow(line, facts.next))].map((mark) => judgeComment(mark, facts)), ...bareDots(text, closesBelow(line, facts.next)).map((mark) => judgeDots(mark, facts))];
	return judged.find((one) => one === "said") ?? judged.find((one) => one !== null) ?? null;
}
const MAX_CHARACTERS$1 = 400;
const COMMENT$1 = /^(?:\/\/|\/\*|<!--|"""|'''|\{\/\*|[#*%;]\s|--\s)/;
function blockComments(line) {
	return BLOCKS.flatMap(([open, close]) => {
		const end = line.lastIndexOf(close);
		const start = end === -1 ? -1 : line.lastIndexOf(open, end - open.length);
		const after = line.slice(end + close.length);
		if (start < 1 || tailOf(after) !== after) return [];
		const code = line.slice(0, start);
		const text = `/* ${line.slice(start + open.length, end)} */`;
		return isInString(code, text) ? [] : [{
			code,
			text,
			fills: opens(code) && after.trim() !== ""
		}];
	});
}
const BLOCKS = [
	["/*", "*/"],
	["<!--", "-->"],
	["{#", "#}"],
	["--[[", "]]"],
	["(*", "*)"],
	["{-", "-}"],
	["@*", "*@"],
	["<%#", "%>"],
	["<%--", "--%>"]
];
function lineComments(line, closes) {
	return LINE_OPENERS.flatMap((open) => {
		const start = line.lastIndexOf(open);
		if (start < 1) return [];
		const [code, remark] = [line.slice(0, start), line.slice(start + open.length)];
		const text = `// ${remark}`;
		if (!(BEFORE.includes(code.slice(-1)) && /^(?:\s|\.{3}|…)/.test(remark)) || open === "//" && code.endsWith(":") || isInString(code, text)) return [];
		return [{
			code,
			text,
			fills: endsInDots(code) || opens(code) && closes
		}];
	});
}
const BEFORE = " 	{}()[]:;,";
const LINE_OPENERS = [
	"//",
	"#",
	"--",
	";",
	"%"
];
function bareDots(line, closes) {
	const tail = tailOf(line);
	const inner = line.slice(0, line.length - tail.length);
	return [...inner.matchAll(/(?<![.…])(?:\.{3}|…)/g)].flatMap(({ index }) => {
		const [code, text] = [inner.slice(0, index), inner.slice(index)];
		return opens(code) && WORDS.test(text) ? [{
			code,
			text,
			fills: tail !== "" || closes
		}] : [];
	});
}
const WORDS = /^[\p{L}\p{M}\p{N}\s.…'’-]+$/u;
function judgeComment({ code, text, fills }, { isProse }) {
	const isSaid = DOTS.test(text) && isWordedElision(text);
	const isKnown = mayBeElision(text, { isProse });
	if (isSaid && (isKnown || !isProse && (opens(code) || saysAsItWas(text)))) return "said";
	return !isProse && fills && (isElision(text) || isKnown) ? "likely" : null;
}
const DOTS = /\.{3}|…/;
function judgeDots({ code, text, fills }, { isProse, hasDots }) {
	if (isProse) return null;
	if (saysAsItWas(text)) return "said";
	if (!fills || !code.trimEnd().endsWith("{")) return null;
	if (/^(?:\.{3}|…)$/.test(text.trim())) return hasDots ? null : "likely";
	return isWordedElision(text.trim()) && /(?:\.{3}|…)\s*$/.test(text) ? "likely" : null;
}
function opens(code) {
	const end = code.trimEnd().slice(-MAX_OPENING);
	return /(?:[{([:>=]|\b(?:do|then|begin))$/.test(end);
}
const MAX_OPENING = 6;
function endsInDots(code) {
	return /:\s*\.{3}$/.test(code.trimEnd());
}
function isInString(code, remark) {
	return [
		"\"",
		"'",
		"`"
	].some((quote) => code.split(quote).length % 2 === 0 && remark.includes(quote));
}
function closesBelow(line, next) {
	return next !== void 0 && depthOf(next) <= depthOf(line);
}
function depthOf(line) {
	return line.length - line.trimStart().length;
}
function tailOf(line) {
	let start = line.length;
	for (let length = 1; length > 0; start -= length) length = closing(line, start);
	return line.slice(start);
}
function closing(line, end) {
	const last = line.charAt(end - 1);
	if (last === ">") {
		const start = line.lastIndexOf("<", end - 1);
		return start !== -1 && /^<\/[\w:.-]*>$/.test(line.slice(start, end)) ? end - start : 0;
	}
	if (last !== "" && CLOSERS.includes(last)) return 1;
	return CLOSING.exec(line.slice(Math.max(0, end - MAX_CLOSING), end))?.[0].length ?? 0;
}
const CLOSERS = " 	)}];,";
const CLOSING = /(?<![\w.])(?:end|fi|done)$/;
const MAX_CLOSING = 5;

// src/patch/elision/stand-in.ts
function isStandIn(content) {
	const text = content.trim();
	if (text.length > MAX_CHARACTERS || text.includes("\n")) return false;
	if (/^(?:\.{3,}|…+)$/.test(text)) return true;
	const words = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
	if (AS_BEFORE.test(words)) return true;
	return CONTENT.test(words) && (MARKED.test(text) || words.endsWith(" here"));
}
const MAX_CHARACTERS = 120;
const AS_BEFORE = /^(?:same as (?:before|above|original)|(?:left )?unchanged|no changes?|as (?:is|before))$/;
const CONTENT = new RegExp(`^(?:(?:the|this|that|your|our|all|full|complete|entire|whole|new|updated|modified|final|existing|original|actual|current|previous|remaining|rest|of|paste|insert|put|add|file|source) ){0,8}(?:file|code|source|contents?|implementation)(?: (?:of|the|this|file|code|goes|go|here|above|below|as|before|unchanged|is|was|to|be|inserted|added)){0,8}$`);
const MARKED = /^(?:\/\/|\/\*|<!--|#|--|;|%|\.{3}|…)|^[<{[(].*[>}\])]$/;

// src/patch/elision/rest-words-elsewhere.ts
function restWordsElsewhere(words, names) {
	const { parts, others } = SPACELESS.test(words) ? partsOf(words) : {
		parts: words.split(" "),
		others: []
	};
	const has = (known) => parts.some((part) => known.has(part));
	const hasStays = has(STAYS$1) || has(GONE) || has(CHANGES) && has(NO);
	if (![...parts, ...others].every((part) => ALL.has(part) || names.has(part))) return hasStays || MAYBE.test(words) ? "maybe" : null;
	if (hasStays && (parts.length > 1 || others.length > 0 || !has(STAYS$1))) return "stays";
	return has(REST$1) && (has(THINGS$1) || has(FILES)) || has(OTHERS) && has(THINGS$1) ? "named" : null;
}
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
function partsOf(words) {
	const parts = [];
	return {
		parts,
		others: words.replace(PARTS, (part) => {
			parts.push(part);
			return " ";
		}).split(" ").filter((part) => part !== "")
	};
}
const MAYBE = /(?<!\p{L})(?:resto|restante|restantes|demás|sin cambios|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|reste du|reste de|inchangée?s?|sans changements?|restlich\p{L}*|übrig\p{L}*|unverändert\p{L}*|invariat[oaie]|senza modifiche|остальн\p{L}*|без изменений|не изменил\p{L}*)(?!\p{L})|其余|剩余|不变|不變|残り|変更なし|そのまま|나머지|변경 ?없음|그대로/u;
const REST$1 = setOf("resto restante restantes demás demais existente existentes", "reste suite restant restants existant existante existants existantes", "rest weitere weiteren weiterer restliche restlicher restliches restlichen übrige übriger übriges übrigen", "bestehender bestehende bestehendes bestehenden vorhandener vorhandene vorhandenes vorhandenen bisheriger bisherige bisheriges", "rimanente rimanenti esistente esistenti", "остальной остальная остальное остальные остального остальных прочий прочее далее существующий существующая существующее существующие", "其余 剩余 剩下 现有 現有 已有 其餘 剩餘 既存 残り 以下 以降 それ以外 나머지 기존 이하");
const OTHERS = setOf("otros otras outro outros outras original originales originais autre autres originaux", "andere anderen alles altri altre altro originale originali 其他 其它 原有 他 다른");
const THINGS$1 = setOf("código funciones función métodos método clase lógica contenido líneas cuerpo importaciones", "função funções classe conteúdo linhas corpo importações", "code codes fonction fonctions méthode méthodes contenu lignes logique corps imports", "funktion funktionen methode methoden klasse inhalt zeilen logik rumpf importe", "codice funzione funzioni metodo metodi contenuto righe logica", "код кода функции функций методы методов метод класс класса содержимое строки логика импорты", "代码 代碼 程式碼 内容 內容 逻辑 邏輯 函数 函數 方法 类 实现 實現 导入 部分 コード 処理 メソッド 関数 クラス 実装", "코드 메서드 함수 클래스 로직 내용 부분");
const FILES = setOf("archivo fichero arquivo fichier datei file файл файла 文件 ファイル 파일");
const STAYS$1 = setOf("igual iguales mismo misma mismos mismas permanece permanecen queda quedan sigue siguen mantiene mantienen", "iguais mesmo mesma mesmos mesmas permanecem continua continuam mantém mantido même mêmes identique identiques conservé conservée", "bleibt bleiben gleich bisher vorher zuvor gehabt resta restano rimane rimangono uguale uguali stesso stessi stesse", "остаётся остается остаются прежним прежней прежними прежние", "保持 维持 維持 一样 相同 変わらず 유지 동일");
const GONE = setOf("omitido omitidos omitida omitidas inalterado inalterada inalterados inalteradas", "inchangé inchangée inchangés inchangées omis", "unverändert unveränderter unveränderte unverändertes ausgelassen weggelassen", "invariato invariata invariati invariate omesso неизменным пропущен опущен", "不变 不變 未变 不改 无变化 没有变化 未更改 未修改 無變更 省略 以下略 中略 後略 同上 同じ 元のまま 중략 原样 原樣 そのまま 그대로 생략");
const CHANGES = setOf("cambio cambios cambia cambian modificaciones alterações mudanças modificações change changent changement changements modification modifications modifiche cambiamenti", "geändert verändert änderung änderungen изменений изменения изменился изменилась изменилось изменились меняется меняются", "变更 變更 更改 修改 変更 변경");
const NO = setOf("sin ningún no sem sans ne pas aucun aucune senza nessuna ohne nicht keine без не 无 無 没有 なし ありません 없음 없습니다");
const AROUND$1 = setOf("el la los las de del en y que nada se es está están lo como antes aquí", "o a os as do da dos das no na e é estão aqui", "le les l du des d et est sont ici comme avant reste restent", "der die das den dem des er es sie und ist sind hier so wie von im in wird wurde werden", "il i gli di della dei è sono qui come prima", "и в это здесь так же тут как было раньше тот", "的 与 與 和 原 如 都 均 此处 此處 这里 這裡 之前 原来 以上 は の です に と を も ここ 元 通り 以前", "은 는 이 가 의 을 를 합니다 됩니다 입니다 여기 와 과 함 됨 하게 이전 이전과");
const ALL = /* @__PURE__ */ new Set([
	...REST$1,
	...OTHERS,
	...THINGS$1,
	...FILES,
	...STAYS$1,
	...GONE,
	...CHANGES,
	...NO,
	...AROUND$1
]);
const PARTS = new RegExp([...ALL].filter((part) => SPACELESS.test(part)).sort((left, right) => right.length - left.length).join("|"), "gu");
function setOf(...lines) {
	return new Set(lines.flatMap((line) => line.split(" ")));
}

// src/patch/elision/rest-words.ts
function restWords(words, names) {
	const [said, elsewhere] = [restWordsInEnglish(words, names), restWordsElsewhere(words, names)];
	return said === null || said === "maybe" && elsewhere !== null ? elsewhere : said;
}
function restWordsInEnglish(words, names) {
	const tokens = words.split(" ");
	if (AS_IT_IS.test(words)) return "stays";
	if (tokens.length < 2 || tokens.length > MAX_WORDS) return null;
	const hasRest = tokens.some((token) => REST.has(token));
	const staysSo = STAYS.test(words) || hasRest && KEEPS.test(words);
	if (!staysSo && !hasRest && !tokens.includes("same")) return null;
	const hasThing = tokens.some((token) => THINGS.has(token));
	const hasName = tokens.some((token) => names.has(token) && !AROUND.has(token));
	const strange = tokens.filter((token) => !isUsual(token) && !names.has(token)).length;
	if (staysSo && (hasRest || hasThing || hasName) && strange === 0) return "stays";
	if (staysSo && hasRest && hasThing && strange <= MAX_STRANGE) return "stays";
	if (hasRest && hasThing && strange === 0 && tokens.every(isUsual)) return "named";
	return "maybe";
}
const MAX_WORDS = 16;
const MAX_STRANGE = 2;
const AS_IT_IS = /^(?:unchanged|unmodified|untouched|unaltered|omitted)$/;
function isUsual(token) {
	return REST.has(token) || THINGS.has(token) || AROUND.has(token) || /^\d+$/.test(token);
}
const STAYS = new RegExp([
	`\\b(?:unchanged|unmodified|untouched|unaltered|unaffected|intact|identical|verbatim)\\b`,
	`\\b(?:omitted|elided|skipped|not (?:shown|repeated|included))\\b`,
	`\\bsame(?: (?:as|here|below|above|in|from)\\b|$)`,
	`\\b(?:as|like) (?:is|before|(?:it|they|that|this) (?:is|are|was|were)|(?:in |per |they are in |it is in )?(?:the |your |my )?(?:original|originally|existing|current|previous|previously|above|old))\\b`,
	`\\b(?:not|never|n t|don t|doesn t|didn t|isn t|aren t) (?:be |been |being )?(?:change|altere?|modif(?:y|ie)|touche?|edite?)d?\\b`,
	`\\bno (?:further |other |more )?(?:changes?|modifications?|edits?)\\b`,
	`\\bnothing (?:[a-z]+ ){0,3}(?:changes?|changed)\\b`,
	`\\bneeds? (?:no|any) (?:changes?|modifications?)\\b`,
	`\\bwithout (?:any )?(?:changes?|modifications?)\\b`,
	`\\b(?:stays?|remains?|kept|left|preserved|retained) (?:here|alone|there|in place)\\b`
].join("|"));
const KEEPS = /\b(?:keep|leave|retain|preserve)\b/;
const REST = wordsOf("rest remaining remainder other others everything existing original originals previous prior current below above");
const THINGS = wordsOf([
	"code codebase file files source module modules script scripts program implementation implementations logic body bodies",
	"content contents lines section sections part parts block blocks chunk snippet document page template markup text",
	"class classes method methods function functions func funcs def defs procedure procedures routine routines constructor",
	"import imports export exports handler handlers route routes endpoint endpoints helper helpers utility utilities getters",
	"setters accessors functionality behavior behaviour hooks listeners callbacks tests cases members fields properties attributes declarations definitions",
	"statements components elements styles rules selectors types interfaces enums structs traits impls constants variables",
	"stuff things everything else entries config configuration settings features"
].join(" "));
const AROUND = wordsOf([
	"the a an of in into is are was were be been being to from for with and or nor but your my our this that these those its",
	"their it they as at on by here there after before behind until through up down all any each every both either so also just",
	"exactly completely entirely fully still should must will would can may same unchanged unmodified untouched unaltered",
	"unaffected intact identical verbatim stay stays remain remains remained keep keeps kept leave leaves left retain retained",
	"preserve preserved go goes continue continues follow follows following include includes included see refer insert add paste",
	"put copy not no do does did don doesn didn isn aren t n s s have has had changed change changes changing modify modified",
	"modification modifications edit edits edited alter altered touch touched need needed needs required necessary brevity clarity",
	"simplicity space way like per which who where when else omitted elided skipped shown repeated included more further",
	"nothing line point originally previously already place in alone now version versions one ones such etc please without rest"
].join(" "));
function wordsOf(text) {
	return new Set(text.split(" "));
}

// src/apply/rest-remark.ts
function restRemarks(old, now, { isProse, withMarks = false }) {
	const isMark = (line) => withMarks && mayBeElision(line, { isProse });
	const known = new Set(old.map((line) => line.trim()));
	const remarks = remarksIn(now, (line) => known.has(line.trim()) ? null : wordsAt(line, isProse)).filter(({ words, line }) => restWords(words, NO_NAMES) !== null || isMark(line));
	return remarks.length === 0 ? [] : spansWith(remarks, changedSpans(old, now)).flatMap(([span, within]) => remarksFor({
		old,
		now,
		span,
		remarks: within,
		isMark
	}));
}
function changedSpans(old, now) {
	const numbered = lineNumbering();
	const [before = [], after = []] = [old, now].map((lines) => numbered(lines.map((line) => line.trim())));
	return compareLines$1(before, after).spans;
}
function spansWith(remarks, spans) {
	let next = 0;
	return spans.map((span) => {
		const within = [];
		for (; next < remarks.length; next += 1) {
			const remark = remarks[next];
			if (remark === void 0 || remark.start >= span.newEnd) break;
			if (remark.start >= span.newStart) within.push(remark);
		}
		return [span, within];
	});
}
function remarksFor({ old, now, span, remarks, isMark }) {
	if (remarks.length === 0) return [];
	const gone = old.slice(span.start, span.end).filter(isFilled$2);
	const put = now.slice(span.newStart, span.newEnd).filter(isFilled$2).length;
	const names = new Set(gone.flatMap((line) => wordsOf$3(line).split(" ")));
	let last = span.newEnd - 1;
	while (!isFilled$2(now[last] ?? "")) last -= 1;
	return remarks.flatMap(({ words, line, start, end }) => {
		const others = put - (end - start);
		if (gone.length - others < FEWEST) return [];
		const said = restWords(words, names);
		const isSaid = said === "stays" || said === "named" && last < end || isMark(line);
		return isSaid || said === "named" || said !== null && others === 0 ? [{
			line,
			gone: gone.length,
			isSaid
		}] : [];
	});
}
const FEWEST = 2;
const NO_NAMES = /* @__PURE__ */ new Set();
function remarksIn(lines, wordsOn) {
	const found = [];
	for (let start = 0; start < lines.length; start += 1) {
		const said = [];
		let [end, first] = [start, -1];
		for (; end < lines.length; end += 1) {
			const words = wordsOn(lines[end] ?? "");
			if (words === null) break;
			if (words !== "" && first === -1) first = end;
			if (words !== "" && said.length <= MOST_LINES) said.push(words);
		}
		if (said.length > 0 && said.length <= MOST_LINES) found.push({
			start,
			end,
			line: lines[first] ?? "",
			words: said.join(" ")
		});
		start = Math.max(start, end - 1);
	}
	return found;
}
const MOST_LINES = 3;
function wordsAt(line, isProse) {
	const text = line.trim();
	return text.startsWith("\"\"\"") || isProse && !text.startsWith("<!--") ? null : remarkWords(text);
}
function isFilled$2(line) {
	return line.trim() !== "";
}

// src/apply/elided.ts
function elidedRefusal(operation) {
	switch (operation.action) {
		case "create": return elidedNew(operation);
		case "edit": return elidedEdit(operation);
		case "regex":
		case "write": return null;
		default: return operation.hunks.map((hunk) => elidedHunk(hunk, operation.path)).find((found) => found !== null) ?? null;
	}
}
function elidedNew({ path, lines, hunk }) {
	const sessions = doctestLines(lines);
	return refusalFor(lines.find((line, at) => isWordedElision(line) && !sessions.has(at)), path, hunk);
}
function elidedFile({ path, write, found }, before) {
	if (write.encoding === "base64") return null;
	const lines = linesOf$2(write.content);
	const old = before === void 0 ? [] : linesOf$2(before);
	if (old.filter(isFilled$1).length > 1 && isStandIn(write.content)) return refusalFor(write.content.trim(), path);
	const facts = {
		path,
		isNew: before === void 0,
		found,
		isProse: isProse(path)
	};
	const isShorter = lines.length < old.length - 1;
	const removed = countGone(old, lines);
	const sessions = doctestLines(lines);
	const standsFor = (line, at) => isLeftOut(line, facts, () => endsBlock(lines, at, old)) || isShorter && mayBeElision(line, facts) || endsLeftOut(lines, at, {
		removed,
		added: isShorter ? 0 : removed,
		path
	});
	const elisions = lines.filter((line, at) => !sessions.has(at) && standsFor(line, at));
	const known = trimmedSet(old);
	return refusalFor(elisions.find((line) => !known.has(line.trim())) ?? saidRest(old, lines, {
		isProse: facts.isProse,
		withMarks: !isShorter
	}), path);
}
function saidRest(old, now, options) {
	return restRemarks(old, now, options).find(({ isSaid }) => isSaid)?.line;
}
function countGone(old, lines) {
	const left = /* @__PURE__ */ new Map();
	for (const line of lines) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
	return old.filter((line) => {
		const count = left.get(line.trim()) ?? 0;
		left.set(line.trim(), count - 1);
		return isFilled$1(line) && count <= 0;
	}).length;
}
function isLeftOut(line, { path, isNew, found }, stands) {
	if (isWordedElision(line)) return true;
	if (isNew || !isElision(line)) return false;
	if (!/^(?:\.{3}|…)$/.test(line.trim())) return true;
	return found !== void 0 && !(/\.(?:pyi?|ya?ml)$/.test(path) && stands());
}
function endsBlock(lines, at, old) {
	const depth = indentOf(lines[at] ?? "").length;
	let next = at + 1;
	while (next < lines.length && !isFilled$1(lines[next] ?? "")) next += 1;
	if (next < lines.length) return indentOf(lines[next] ?? "").length < depth;
	return depth > 0 || lines.slice(0, at).findLast(isFilled$1)?.trim() === old.findLast(isFilled$1)?.trim();
}
function isFilled$1(line) {
	return line.trim() !== "";
}
function elidedHunk({ lines, number }, path) {
	const [removed, put] = ["-", "+"].map((side) => lines.filter(([mark]) => mark === side).length);
	const takes = {
		removed: removed ?? 0,
		added: put ?? 0
	};
	const written = lines.filter(([mark]) => mark !== "-");
	const texts = written.map(([, text]) => text);
	const before = lines.flatMap(([mark, text]) => mark === "+" ? [] : [text]);
	const sessions = doctestLines(texts, before);
	const added = written.filter(([mark], at) => mark === "+" && !sessions.has(at) && standsForLines(texts, at, {
		...takes,
		path
	}));
	const old = trimmedSet(before);
	const elision = added.find(([, text]) => !old.has(text.trim()))?.[1];
	return refusalFor(elision ?? saidRest(before, texts, { isProse: isProse(path) }), path, number);
}
function elidedEdit({ path, edit }) {
	const found = linesOf$2(edit.find);
	const replace = linesOf$2(edit.replace);
	const had = new Set(found);
	const kept = replace.filter((line) => had.has(line)).length;
	const takes = {
		removed: found.length > 1 ? found.length - kept : 0,
		added: replace.length - kept
	};
	const sessions = doctestLines(replace, found);
	const added = replace.filter((_, at) => !sessions.has(at) && standsForLines(replace, at, {
		...takes,
		path
	}));
	const old = trimmedSet(found);
	const refusal = refusalFor(added.find((line) => !old.has(line.trim())) ?? saidRest(found, replace, { isProse: isProse(path) }), path);
	return refusal === null ? null : {
		...refusal,
		pointer: "/replace"
	};
}
function standsForLines(lines, at, { removed, added, path }) {
	const line = lines[at] ?? "";
	if (isWordedElision(line) || endsLeftOut(lines, at, {
		removed,
		added,
		path
	})) return true;
	if (removed > 0 && COMMENT.test(line) && isElision(line)) return true;
	return removed > 1 && removed > added && mayBeElision(line, { isProse: isProse(path) });
}
function endsLeftOut(lines, at, { removed, added, path }) {
	if (removed < 2) return false;
	const facts = {
		isProse: isProse(path),
		hasDots: DOTTED.test(path),
		next: lines[at + 1]
	};
	const elision = inlineElision(lines[at] ?? "", facts);
	return elision === "said" || elision === "likely" && removed > added;
}
const DOTTED = /\.(?:pyi?|pyx|ipynb|p[lm]6?|t|raku(?:mod|test)?)$/i;
function isProse(path) {
	return /\.(?:mdx?|markdown|rst|txt|text|adoc|org|tex|log)$/i.test(path);
}
const COMMENT = /^\s*(?:\/\/|#|\/\*|\*|\{\/\*|<!--|--|;|%)/;
function remarkNotes(operation) {
	const { path } = operation;
	return (operation.action === "edit" ? [[linesOf$2(operation.edit.find), linesOf$2(operation.edit.replace)]] : "hunks" in operation && operation.action !== "delete" ? operation.hunks.map((hunk) => [oldSide(hunk), newSide(hunk)]) : []).flatMap(([old, now]) => restRemarks(old, now, { isProse: isProse(path) }).map(({ line, gone }) => `A remark in ${path} takes the place of ${gone} lines, which may have been meant to stay: ${JSON.stringify(line.trim())}`));
}
function trimmedSet(lines) {
	return new Set(lines.map((line) => line.trim()));
}
function refusalFor(elision, path, hunk) {
	if (elision === void 0) return null;
	const line = elision.trim();
	return {
		code: "elided_edit",
		message: `The new text for ${path} leaves lines out: ${JSON.stringify(line)} stands where they belong. Send all lines, or only edits of those that change.`,
		path,
		...hunk === void 0 ? {} : { hunk },
		data: { line }
	};
}

// src/apply/whole-file.ts
function wholeFile(operation, before) {
	const { write, found } = operation;
	const old = before === null ? null : decodeText(before);
	const refusal = shownCodeRefusal(operation, old?.text) ?? elidedFile(operation, old?.text) ?? (old === null ? openEnded(operation) : besideEdits(operation, old.text) ?? unlike(operation, old.text));
	if (refusal !== null) return {
		ok: false,
		refusal
	};
	if (found === void 0 || old === null || old.text === "") return {
		ok: true,
		bytes: bytesSent(write)
	};
	const sent = write.content.startsWith("﻿") ? write.content.slice(1) : write.content;
	const lines = sent.replaceAll("\r\n", "\n");
	const text = lines.slice(0, endOfLines(lines)) + old.text.slice(endOfLines(old.text));
	const endings = typeof old.endings === "string" ? old.endings : "\n";
	return {
		ok: true,
		bytes: encodeText({
			hasBom: old.hasBom || sent !== write.content,
			text,
			endings
		})
	};
}
function endOfLines(text) {
	let end = text.length;
	while (text.charAt(end - 1) === "\n") end -= 1;
	return end;
}
function bytesSent({ content, encoding }) {
	return encoding === "base64" ? Uint8Array.from(atob(content), (character) => character.charCodeAt(0)) : new TextEncoder().encode(content);
}
function besideEdits({ path, write, found }, old) {
	if (found !== "beside" || write.content.replaceAll("\r\n", "\n") === old) return null;
	return {
		code: "elided_edit",
		message: `The text holds edits, and a code block for ${path}, which is there already, so nobody can tell whether the block is all of it. Send an edit of ${path}, or a write change with the whole file.`,
		path
	};
}
function openEnded({ path, sureLines }) {
	if (sureLines === void 0) return null;
	return {
		code: "elided_edit",
		message: `The text does not tell where ${path} ends: a code block inside of it may be its end. Put four backquotes around it, or send a write change with the whole file.`,
		path
	};
}
function unlike({ path, write, found, sureLines }, old) {
	if (found === void 0) return null;
	const before = telling(linesIn(old));
	const lines = linesIn(write.content.replaceAll("\r\n", "\n"));
	const kept = countKept(before, lines);
	if (kept * 2 < before.length) return partial(path, `keeps ${kept} of the ${before.length} lines there that are more than brackets`, before.length);
	const rest = lines.slice(sureLines ?? lines.length).filter(isFilled);
	const known = new Set(linesIn(old).map((line) => line.trim()));
	if (marksChanges(lines, known)) return partial(path, "has lines of the file behind a -, and others behind a +, as an edit has", before.length);
	if (rest.filter((line) => known.has(line.trim())).length * 2 < rest.length) return partial(path, "may end at a code block inside of it, and what follows is not in the file", before.length);
	return null;
}
function marksChanges(lines, known) {
	return lines.some((line, at) => {
		const taken = line.slice(1).trim();
		return line.startsWith("-") && taken !== "" && known.has(taken) && !known.has(line.trim()) && /^[+-]/.test(lines[at + 1] ?? "");
	});
}
function telling(lines) {
	const words = lines.filter((line) => /[\p{L}\p{N}]/u.test(line));
	return words.length > 0 ? words : lines.filter(isFilled);
}
function isFilled(line) {
	return line.trim() !== "";
}
function countKept(before, now) {
	const left = /* @__PURE__ */ new Map();
	for (const line of now) left.set(line.trim(), (left.get(line.trim()) ?? 0) + 1);
	let kept = 0;
	for (const line of before) {
		const count = left.get(line.trim()) ?? 0;
		if (count === 0) continue;
		left.set(line.trim(), count - 1);
		kept += 1;
	}
	return kept;
}
function partial(path, why, lines) {
	return {
		code: "elided_edit",
		message: `The text that was found for ${path} ${why}, so it may be a part of it, or something else. Send an edit, or a write change with the whole file.`,
		path,
		data: { lines }
	};
}

// src/apply/operation.ts
function applyStep(step, context) {
	const { change, operation } = step;
	const shown = operation.action === "write" ? null : shownCodeRefusal(operation);
	if (shown !== null) return {
		refusals: [shown],
		reports: refusedReports(operation, change)
	};
	switch (operation.action) {
		case "create": return create(operation, change, context);
		case "modify": return modify(operation, step, context);
		case "delete": return remove(operation, step, context);
		case "rename":
		case "copy": return transfer(operation, step, context);
		case "write": return write(operation, context);
		case "edit":
		case "regex": return replace(operation, change, context);
	}
}
function refusedReports(operation, change) {
	const numbers = "hunks" in operation ? operation.hunks.map(({ number }) => number) : [1];
	const { path } = operation;
	return numbers.map((hunk) => ({
		change,
		path,
		hunk,
		at: null,
		rung: "exact",
		status: "refused"
	}));
}
function create(operation, change, { workspace }) {
	const { path, executable } = operation;
	const refusal = checkFree(workspace, path);
	const present = refusal?.code === "already_exists" && isPresent(workspace, operation);
	const status = present ? "already_applied" : refusal === null ? "applied" : "refused";
	const mode = executable ?? isExecutable(workspace, path);
	if (refusal === null) putFile(workspace, path, {
		content: contentOf(operation),
		executable: mode,
		origin: null
	});
	const report = {
		change,
		path,
		at: status === "refused" ? null : 1,
		rung: "exact",
		status
	};
	const reports = operation.hunk === void 0 ? [] : [{
		...report,
		hunk: operation.hunk
	}];
	return {
		refusals: refusal === null || present ? [] : [refusal],
		reports
	};
}
function isPresent(workspace, operation) {
	const found = findText(workspace, operation.path);
	if (!found.ok) return false;
	const { executable } = found.value.file;
	if (executable !== (operation.executable ?? executable)) return false;
	return found.value.text.text === contentOf(operation).text;
}
function contentOf({ lines, finalNewline }) {
	const file = {
		hasBom: false,
		text: lines.join("\n") + (finalNewline && lines.length > 0 ? "\n" : ""),
		endings: "\n"
	};
	return withMarkApart(file, file);
}
function modify(operation, step, context) {
	const { path, executable } = operation;
	const edited = withHunks(path, {
		step,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { file } = edited;
	putFile(context.workspace, path, {
		...file,
		executable: executable ?? file.executable
	});
	return edited;
}
function withHunks(path, { step: { change, isSeries }, operation, context }) {
	const { workspace, effort } = context;
	const { hunks } = operation;
	if (hunks.length === 0) {
		const found = findFile(workspace, path);
		return found.ok ? {
			ok: true,
			file: found.value,
			refusals: [],
			reports: []
		} : {
			ok: false,
			refusals: [found.refusal],
			reports: []
		};
	}
	const found = findText(workspace, path);
	if (!found.ok) {
		const reports = hunks.map(({ number }) => ({
			change,
			path,
			hunk: number,
			at: null,
			rung: "exact",
			status: "refused"
		}));
		return {
			ok: false,
			refusals: [found.refusal],
			reports
		};
	}
	const { file, text } = found.value;
	const earlier = isSeries ? [] : earlierMoves(file, text, change);
	const result = applyHunks({
		file: text,
		path,
		hunks,
		change,
		earlier,
		effort
	});
	if (!result.ok) return result;
	const moves = {
		change,
		left: result.file,
		edits: [...earlier, result.edits]
	};
	return {
		ok: true,
		file: {
			...file,
			content: result.file,
			moves
		},
		refusals: [],
		reports: result.reports
	};
}
function earlierMoves({ moves }, text, change) {
	return moves?.change === change && moves.left === text ? moves.edits : [];
}
function remove(operation, step, context) {
	const { path, hunks } = operation;
	if (hunks.length === 0) return removeWhole(path, context);
	const edited = withHunks(path, {
		step,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { content } = edited.file;
	if (!(content instanceof Uint8Array) && content.text !== "") return {
		refusals: [{
			code: "not_found",
			message: `The patch deletes ${path}, but does not remove all of its lines. Send a delete change, or the lines as they are.`,
			path,
			data: { linesLeft: linesIn(content.text).length }
		}],
		reports: edited.reports
	};
	removeFile(context.workspace, path);
	return edited;
}
function removeWhole(path, { workspace }) {
	const refusal = checkRemovable(workspace, path);
	if (refusal !== null) return {
		refusals: [refusal],
		reports: []
	};
	removeFile(workspace, path);
	return {
		refusals: [],
		reports: []
	};
}
function transfer(operation, step, context) {
	const { action, from, path, executable } = operation;
	const { workspace } = context;
	const edited = withHunks(from, {
		step,
		operation,
		context
	});
	const blocked = edited.ok && action === "rename" ? checkFree(without(workspace, from, path), path) : checkFree(workspace, path);
	if (!edited.ok) return {
		refusals: blocked === null ? edited.refusals : [...edited.refusals, blocked],
		reports: edited.reports
	};
	if (blocked !== null) return {
		refusals: [blocked],
		reports: edited.reports
	};
	const origin = action === "rename" ? edited.file.origin : null;
	if (action === "rename") removeFile(workspace, from);
	putFile(workspace, path, {
		...edited.file,
		executable: executable ?? edited.file.executable,
		origin
	});
	return edited;
}
function without(workspace, from, path) {
	return from === path ? workspace : {
		...workspace,
		changed: new Map(workspace.changed).set(from, null)
	};
}
function write(operation, { workspace }) {
	const { path, write: change } = operation;
	const place = findPlace(workspace, path);
	if (!place.ok) return {
		refusals: [place.refusal],
		reports: []
	};
	const before = place.value;
	const lost = lostChanges(workspace, path, {
		bytes: bytesSent(change),
		executable: change.executable
	});
	if (lost !== null) return {
		refusals: [lost],
		reports: []
	};
	const whole = wholeFile(operation, before && bytesOf(before.content));
	if (!whole.ok) return {
		refusals: [whole.refusal],
		reports: []
	};
	putFile(workspace, path, {
		content: whole.bytes,
		executable: change.executable ?? isExecutable(workspace, path),
		origin: before?.origin ?? null
	});
	return {
		refusals: [],
		reports: []
	};
}
function replace(operation, change, { workspace, effort }) {
	const { path } = operation;
	const found = findText(workspace, path);
	const file = found.ok ? fileFor(found.value.text, operation) : null;
	const edit = found.ok ? findReplacements(file?.text ?? "", operation, effort) : found;
	const report = {
		change,
		path,
		hunk: 1
	};
	if (!found.ok || file === null || !edit.ok) return {
		refusals: edit.ok ? [] : [edit.refusal],
		reports: [{
			...report,
			at: null,
			rung: "exact",
			status: "refused"
		}]
	};
	putFile(workspace, path, {
		...found.value.file,
		content: withMarkApart(file, editText(file, edit))
	});
	const { rungs, status } = edit.loose ?? {
		rungs: [],
		status: "applied"
	};
	return {
		refusals: [],
		reports: [{
			...report,
			at: edit.line,
			...toleranceOf(rungs),
			status
		}]
	};
}
function fileFor(text, operation) {
	return operation.action === "edit" ? asFound(text, editTexts(operation.edit).find) : text;
}
function findReplacements(text, operation, effort) {
	if (operation.action === "regex") return findRegex(text, operation.regex, effort);
	return findEdit(text, meantEdit(uncut(text), operation, effort), effort);
}

// src/apply/edit/chunked-text.ts
function chunkText(text, chunkSize = CHUNK_CHARACTERS) {
	const chunked = {
		chunkSize,
		chunks: [],
		length: text.length
	};
	chunked.chunks.push(...chunksOf(text, "", chunkSize));
	return chunked;
}
function joinText({ chunks }) {
	return chunks.map(({ text }) => text).join("");
}
function findPlaces(chunked, find, effort) {
	if (find.length > LONG) return findInWhole(chunked, find, effort);
	const gram = rarestGram(chunked, find);
	const places = [];
	for (const [index, chunk] of chunked.chunks.entries()) {
		if (gram.hash !== null && !hasBit(chunk.grams, gram.hash)) continue;
		const before = textBefore(chunked, index, gram.offset);
		const window = before + chunk.text + textAfter(chunked, index, find.length - 1 - gram.offset);
		effort.searching -= window.length;
		if (effort.searching < 0) return null;
		for (const at of placesIn(window, find, before.length - gram.offset)) {
			if (!keepsPlace(effort, places.length)) return null;
			places.push(placeAt(chunked, index, at - before.length));
		}
	}
	return places;
}
const LONG = 4096;
function findInWhole(chunked, find, effort) {
	effort.searching -= chunked.length;
	if (effort.searching < 0) return null;
	const places = [];
	let [chunk, before] = [0, 0];
	for (const at of placesIn(joinText(chunked), find)) {
		if (!keepsPlace(effort, places.length)) return null;
		while (at >= before + lengthOf(chunked, chunk)) {
			before += lengthOf(chunked, chunk);
			chunk += 1;
		}
		places.push({
			chunk,
			offset: at - before
		});
	}
	return places;
}
function lengthOf({ chunks }, chunk) {
	return chunks[chunk]?.text.length ?? Number.POSITIVE_INFINITY;
}
function linesOfPlaces({ chunks }, places) {
	let line = 0;
	let [chunk, offset] = [0, 0];
	return places.map((place) => {
		for (; chunk < place.chunk; [chunk, offset] = [chunk + 1, 0]) line += offset === 0 ? chunks[chunk]?.breaks ?? 0 : countBreaks(chunks[chunk]?.text ?? "", offset);
		line += countBreaks(chunks[chunk]?.text ?? "", offset, place.offset);
		offset = place.offset;
		return line;
	});
}
function textAround(chunked, { chunk, offset }, { before, after }) {
	const own = chunked.chunks[chunk]?.text ?? "";
	const head = textBefore(chunked, chunk, Math.max(0, before - offset));
	const tail = textAfter(chunked, chunk, Math.max(0, after - (own.length - offset)));
	return {
		text: head + own + tail,
		offset: head.length + offset
	};
}
function replaceAt(chunked, place, { length, text }) {
	const { chunks, chunkSize } = chunked;
	let end = place.offset + length;
	let last = place.chunk;
	for (; end > (chunks[last]?.text.length ?? end); last += 1) end -= chunks[last]?.text.length ?? 0;
	const head = chunks[place.chunk]?.text.slice(0, place.offset) ?? "";
	const edited = head + text + (chunks[last]?.text.slice(end) ?? "");
	const following = textAfter(chunked, last, GRAM - 1);
	const only = last === place.chunk && edited.length <= 2 * chunkSize ? chunks[last] : void 0;
	if (only === void 0) chunks.splice(place.chunk, last - place.chunk + 1, ...chunksOf(edited, following, chunkSize));
	else {
		const around = (edited + following).slice(Math.max(0, head.length - GRAM + 1), head.length + text.length + GRAM - 1);
		addGrams(only.grams, around);
		chunks[last] = {
			text: edited,
			breaks: countBreaks(edited, 0),
			grams: only.grams
		};
	}
	chunked.length += text.length - length;
	addBorderGrams(chunked, place.chunk);
}
const CHUNK_CHARACTERS = 16384;
const GRAM = 6;
const GRAM_BITS = 8 * CHUNK_CHARACTERS;
function chunksOf(text, following, chunkSize) {
	const chunks = [];
	for (let start = 0; start < text.length || start === 0; start += chunkSize) {
		const end = start + chunkSize;
		const after = (text.slice(end, end + GRAM - 1) + following).slice(0, 5);
		chunks.push(chunkOf(text.slice(start, end), after));
	}
	return chunks;
}
function chunkOf(text, after) {
	const grams = new Uint32Array(GRAM_BITS / 32);
	addGrams(grams, text + after);
	return {
		text,
		breaks: countBreaks(text, 0),
		grams
	};
}
function addGrams(grams, text) {
	for (let at = 0; at + GRAM <= text.length; at += 1) {
		const hash = hashOf(text, at);
		grams[hash >>> 5] = (grams[hash >>> 5] ?? 0) | 1 << (hash & 31);
	}
}
function hasBit(grams, hash) {
	return ((grams[hash >>> 5] ?? 0) & 1 << (hash & 31)) !== 0;
}
function hashOf(text, at) {
	let hash = 0;
	for (let next = at; next < at + GRAM; next += 1) hash = imul(hash ^ text.charCodeAt(next), HASH_FACTOR);
	return (hash >>> 8) % GRAM_BITS;
}
const { imul } = Math;
const HASH_FACTOR = 16777619;
function addBorderGrams(chunked, edited) {
	let missing = 5;
	for (let index = edited - 1; index >= 0 && missing > 0; index -= 1) {
		const chunk = chunked.chunks[index];
		if (chunk === void 0) return;
		addGrams(chunk.grams, chunk.text.slice(-missing) + textAfter(chunked, index, 5));
		missing -= chunk.text.length;
	}
}
function rarestGram({ chunks }, find) {
	const last = find.length - GRAM;
	let rarest = {
		offset: 0,
		hash: null
	};
	if (last < 0) return rarest;
	let fewest = Number.POSITIVE_INFINITY;
	for (let sample = 0; sample < SAMPLED_GRAMS; sample += 1) {
		const offset = Math.round(last * sample / (SAMPLED_GRAMS - 1));
		const hash = hashOf(find, offset);
		const count = chunks.reduce((sum, { grams }) => sum + (hasBit(grams, hash) ? 1 : 0), 0);
		if (count < fewest) [rarest, fewest] = [{
			offset,
			hash
		}, count];
	}
	return rarest;
}
const SAMPLED_GRAMS = 8;
function textBefore({ chunks }, index, length) {
	let text = "";
	for (let at = index - 1; at >= 0 && text.length < length; at -= 1) text = (chunks[at]?.text ?? "") + text;
	return length === 0 ? "" : text.slice(-length);
}
function textAfter({ chunks }, index, length) {
	let text = "";
	for (let at = index + 1; at < chunks.length && text.length < length; at += 1) text += chunks[at]?.text ?? "";
	return text.slice(0, Math.max(0, length));
}
function placeAt({ chunks }, index, offset) {
	let chunk = index;
	let within = offset;
	for (; within < 0; within += chunks[chunk]?.text.length ?? 0) chunk -= 1;
	return {
		chunk,
		offset: within
	};
}
function countBreaks(text, start, end = text.length) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/edit/edit-run.ts
function editRuns(steps) {
	const runs = [];
	for (const step of steps) {
		const run = runs.at(-1);
		const [first] = run ?? [];
		if (run !== void 0 && isSingleEdit(step) && first !== void 0 && isSingleEdit(first) && first.operation.path === step.operation.path) run.push(step);
		else runs.push([step]);
	}
	return runs.flatMap((run) => run.length < LEAST_RUN ? run.map((step) => [step]) : [run]);
}
function applyRun(run, context) {
	const edits = run.filter(isSingleEdit);
	return edits.length < LEAST_RUN ? run.map((step) => ({
		step,
		...applyStep(step, context)
	})) : applyEdits(edits, context);
}
const LEAST_RUN = 16;
function isSingleEdit(step) {
	const { operation } = step;
	if (operation.action !== "edit" || operation.numbered !== void 0) return false;
	const { count, find, replace } = operation.edit;
	return count === 1 && !find.startsWith("﻿") && !replace.startsWith("﻿");
}
function applyEdits(run, context) {
	const { workspace, effort } = context;
	const path = run[0]?.operation.path ?? "";
	const found = findText(workspace, path);
	if (!found.ok || typeof found.value.text.endings !== "string") return run.map((step) => ({
		step,
		...applyStep(step, context)
	}));
	const { file, text } = found.value;
	const edited = {
		file: text,
		chunked: chunkText(text.text)
	};
	const results = run.map((step) => {
		const result = applyEdit(edited, step.operation.edit, effort);
		const report = {
			change: step.change,
			path,
			hunk: 1
		};
		if ("code" in result) return {
			step,
			refusals: [result],
			reports: [{
				...report,
				at: null,
				rung: "exact",
				status: "refused"
			}]
		};
		const { line, loose } = result;
		const { rungs, status } = loose ?? {
			rungs: [],
			status: "applied"
		};
		return {
			step,
			refusals: [],
			reports: [{
				...report,
				at: line,
				...toleranceOf(rungs),
				status
			}]
		};
	});
	const { hasBom, endings } = edited.file;
	putFile(workspace, path, {
		...file,
		content: {
			hasBom,
			endings,
			text: joinText(edited.chunked)
		}
	});
	return results;
}
function applyEdit(edited, edit, effort) {
	const { chunked } = edited;
	const sent = editTexts(edit);
	const { find } = sent;
	const text = () => joinText(chunked);
	const refuse = (failure) => diagnoseEdit(failure, sceneOf({
		path: edit.path,
		lines: () => cutLines(text()),
		effort
	}));
	const places = findPlaces(chunked, find, effort);
	if (places === null) return refuse({ status: "too_repetitive" });
	const [place] = places;
	if (place === void 0) return applyLoosely(edited, {
		edit,
		refuse,
		isThere: false
	}, effort);
	if (endsWithout(chunked, find)) return applyLoosely(edited, {
		edit,
		refuse,
		isThere: true
	}, effort);
	const lines = linesOfPlaces(chunked, places);
	if (places.length > 1) {
		const found = () => literalPlaces$1(text(), sent);
		return refuse({
			status: "miscount",
			by: "text",
			count: 1,
			positions: lines,
			found
		});
	}
	const line = (lines[0] ?? 0) + 1;
	const isMade = (made) => {
		const reach = made.length + 2;
		const around = textAround(chunked, place, {
			before: reach,
			after: reach
		});
		return isReplaced(around.text, {
			find,
			replace: made
		}, around.offset);
	};
	const beside = textAround(chunked, place, {
		before: 1,
		after: find.length + 1
	});
	const sought = withEdgeBreaks(sent, edgesAt(beside.text, find, beside.offset));
	const { replace } = sought;
	const reach = replace.length + 2;
	const wide = textAround(chunked, place, {
		before: reach,
		after: find.length + reach
	});
	if (mayBePartlyThere(wide.text, sought, wide.offset)) return applyLoosely(edited, {
		edit,
		refuse,
		isThere: true
	}, effort);
	const asSent = isMade(replace);
	const replacing = asSent === "open" ? replacementIn(chunked, {
		sought,
		place
	}, effort) : {
		status: "clear",
		replacement: sentAs(sought, 0)
	};
	if (replacing.status === "too_repetitive") return refuse({ status: "too_repetitive" });
	if (replacing.status === "unclear") return depthRefusal(edit.path, line);
	const { start, end, text: made } = replacing.replacement;
	const replaced = made === replace ? asSent : isMade(made);
	if (replaced === "unclear") return unclearRefusal(edit.path, line);
	if (replaced === "replaced") return {
		line,
		loose: {
			status: "already_applied",
			rungs: [],
			lines: []
		}
	};
	if (chunked.length + made.length - (end - start) > 5242880) return {
		...tooMuch(edit.path),
		pointer: "/replace"
	};
	replaceAt(chunked, placeAt(chunked, place.chunk, place.offset + start), {
		length: end - start,
		text: made
	});
	const rungs = [...isSent(replacing.replacement, sought, 0) ? [] : ["indentation"], ...sought === sent ? [] : ["edge_blanks"]];
	return rungs.length === 0 ? { line } : {
		line,
		loose: {
			status: "applied",
			rungs,
			lines: []
		}
	};
}
function replacementIn(chunked, { sought, place }, effort) {
	if (!mayBeWithinIndent(sought)) return {
		status: "clear",
		replacement: sentAs(sought, 0)
	};
	const { text, offset } = textAround(chunked, place, {
		before: NEAR$1 + 1,
		after: sought.find.length + NEAR$1 + 1
	});
	const replacing = replacementAt(text, sought, offset, effort);
	if (replacing.status !== "clear") return replacing;
	const { start, end, text: made } = replacing.replacement;
	return {
		status: "clear",
		replacement: {
			start: start - offset,
			end: end - offset,
			text: made
		}
	};
}
function endsWithout(chunked, find) {
	if (!find.endsWith("\n")) return false;
	const chunk = chunked.chunks.length - 1;
	const end = {
		chunk,
		offset: chunked.chunks[chunk]?.text.length ?? 0
	};
	return textAround(chunked, end, {
		before: find.length,
		after: 0
	}).text.endsWith(find.slice(0, -1));
}
function applyLoosely(edited, { edit, refuse, isThere }, effort) {
	if (effort.reading < edited.chunked.length) return refuse(isThere ? { status: "too_repetitive" } : {
		status: "not_found",
		...editTexts(edit)
	});
	const text = joinText(edited.chunked);
	effort.reading -= text.length;
	const found = findEdit(text, edit, effort);
	if (!found.ok) return found.refusal;
	const { hasBom, endings } = edited.file;
	edited.file = editText({
		hasBom,
		endings,
		text
	}, found);
	edited.chunked = chunkText(edited.file.text);
	return found;
}

// src/patch/formats/one-format.ts
function refuseOtherFormats(kind, text) {
	const lines = linesToRead(text);
	const formats = lines === null ? [] : partsOf$1(lines).parts.map(({ format }) => format);
	const other = formats.find((format) => format !== "fence" && format !== kind);
	return other === void 0 || !formats.includes(kind) ? null : {
		code: "malformed",
		message: `The text holds an edit of kind \`${other}\` beside that of kind \`${kind}\`, which would be lost. Send each as a change of its own, or all of it as a change of kind \`text\`.`,
		data: {
			kind,
			other
		}
	};
}

// src/patch/path-prefix.ts
function withoutPrefix(path, prefixes) {
	const lengths = prefixes.map((prefix) => `${prefix.replace(/\/+$/, "")}/`).filter((prefix) => path.startsWith(prefix) && path.length > prefix.length).map((prefix) => prefix.length);
	return path.slice(Math.max(0, ...lengths));
}

// src/apply/series.ts
function isSeries(change) {
	const [, second] = (change.kind === "diff" ? change.diff : change.kind === "text" ? change.text : "").matchAll(COMMIT);
	return second !== void 0;
}
const COMMIT = /^(?:From|commit) [0-9a-f]{7,64}\b/gm;

// src/apply/plan.ts
function planPatch(patch, { pathPrefixes = [] } = {}) {
	const steps = [];
	const refusals = [];
	const repairs = [];
	const notDone = [];
	for (const [index, change] of patch.changes.entries()) {
		const { reading, pointer } = readChange(change, index);
		if (!reading.ok) {
			for (const refusal of reading.refusals) refusals.push({
				...refusal,
				pointer
			});
			continue;
		}
		const trial = patch.dryRun ? null : trialBeside(reading.prose ?? []);
		if (trial !== null) refusals.push({
			code: "malformed",
			message: trial,
			pointer
		});
		const fields = new Map([...fieldsOf(change)].map(([path, field]) => [withoutPrefix(path, pathPrefixes), field]));
		const common = {
			change: index,
			isSeries: isSeries(change),
			pointer,
			fields
		};
		for (const operation of reading.operations) steps.push({
			...common,
			operation: inRepository(operation, pathPrefixes)
		});
		const prefix = patch.changes.length === 1 ? "" : `In change ${index + 1}: `;
		const marks = reading.operations.flatMap((operation) => markNote(operation) ?? []);
		const remarks = reading.operations.flatMap(remarkNotes);
		for (const repair of [
			...said(reading.prose),
			...reading.repairs,
			...marks,
			...remarks
		]) repairs.push(prefix + repair);
		for (const wish of [...commandsBeside(reading.prose ?? []), ...reading.notDone ?? []]) notDone.push(prefix + wish);
	}
	refusals.push(...pathRefusals(steps), ...elidedRefusals(steps), ...countRefusals(steps));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		steps,
		repairs,
		notDone
	};
}
function refusalAt({ pointer, fields }, refusal) {
	const field = fields.get(refusal.path ?? "");
	const within = refusal.pointer ?? (field === void 0 ? "" : `/${field}`);
	return {
		...refusal,
		pointer: `${pointer}${within}`
	};
}
function pathsOf(operation) {
	return "from" in operation ? [operation.from, operation.path] : [operation.path];
}
function mayCreate({ action }) {
	return CREATING.has(action);
}
const CREATING = /* @__PURE__ */ new Set([
	"create",
	"write",
	"rename",
	"copy"
]);
function inRepository(operation, prefixes) {
	const path = withoutPrefix(operation.path, prefixes);
	switch (operation.action) {
		case "edit": return {
			...operation,
			path,
			edit: {
				...operation.edit,
				path
			}
		};
		case "regex": return {
			...operation,
			path,
			regex: {
				...operation.regex,
				path
			}
		};
		case "write": return {
			...operation,
			path,
			write: {
				...operation.write,
				path
			}
		};
		case "rename":
		case "copy": return {
			...operation,
			path,
			from: withoutPrefix(operation.from, prefixes)
		};
		default: return {
			...operation,
			path
		};
	}
}
function said(prose = []) {
	const note = proseNote(prose);
	return note === null ? [] : [note];
}
function readChange(change, index) {
	const pointer = `/changes/${index}`;
	if (change.kind === "text") return {
		reading: readWhole(change),
		pointer: `${pointer}/text`
	};
	const field = TEXT_FIELDS[change.kind];
	return {
		reading: readAlone(change),
		pointer: field === void 0 ? pointer : `${pointer}/${field}`
	};
}
function readAlone(change) {
	const refusal = otherFormatIn(change);
	return refusal === null ? readOne(change) : {
		ok: false,
		refusals: [refusal]
	};
}
function otherFormatIn(change) {
	switch (change.kind) {
		case "diff": return refuseOtherFormats(change.kind, change.diff);
		case "apply_patch": return refuseOtherFormats(change.kind, change.patch);
		case "blocks": return refuseOtherFormats(change.kind, change.text);
		default: return null;
	}
}
const TEXT_FIELDS = {
	diff: "diff",
	apply_patch: "patch",
	blocks: "text"
};
function readWhole({ text, path }) {
	const found = readText(text, path);
	if (!found.ok) return found;
	const operations = [];
	const refusals = [];
	const repairs = [...found.repairs];
	const prose = [...found.prose];
	let hunksBefore = 0;
	for (const [index, change] of found.changes.entries()) {
		const origin = found.origins[index] ?? {};
		const { linesBefore = 0, isInFull } = origin;
		const reading = readOne(change, {
			linesBefore,
			hunksBefore,
			isInFull
		}, origin);
		if (!reading.ok) {
			for (const refusal of reading.refusals) refusals.push(refusal);
			continue;
		}
		for (const operation of reading.operations) {
			operations.push(operation);
			hunksBefore = Math.max(hunksBefore, lastHunk(operation));
		}
		for (const repair of reading.repairs) repairs.push(repair);
		for (const line of reading.prose ?? []) prose.push(line);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs,
		notDone: found.notDone,
		prose
	};
}
function lastHunk(operation) {
	if (operation.action === "create") return operation.hunk ?? 0;
	return "hunks" in operation ? operation.hunks.at(-1)?.number ?? 0 : 0;
}
function readOne(change, context = {}, { found, sureLines, pathFrom } = {}) {
	switch (change.kind) {
		case "diff": return readUnifiedDiff(change.diff, {
			...context,
			path: change.path,
			pathFrom
		});
		case "apply_patch": return readApplyPatch(change.patch, {
			...context,
			path: change.path,
			pathFrom
		});
		case "blocks": return readBlocks(change.text, {
			...context,
			path: change.path,
			pathFrom
		});
		case "edit": return readEdit(change);
		case "regex": return single({
			action: "regex",
			path: change.path,
			regex: change
		});
		case "write": return single({
			action: "write",
			path: change.path,
			write: change,
			...found === void 0 ? {} : { found },
			...sureLines === void 0 ? {} : { sureLines }
		});
		case "delete": return single({
			action: "delete",
			path: change.path,
			hunks: []
		});
		case "move": return single({
			action: "rename",
			from: change.from,
			path: change.to,
			hunks: []
		});
		case "run": return {
			ok: true,
			operations: [],
			repairs: []
		};
	}
}
function readEdit(edit) {
	const { path, find, replace } = edit;
	const sides = withoutNumbersOnBothSides({
		old: find.split("\n"),
		now: replace.split("\n")
	});
	if (sides === null || sides.old.length === 1) return single({
		action: "edit",
		path,
		edit
	});
	return single({
		action: "edit",
		path,
		edit: {
			...edit,
			find: sides.old.join("\n"),
			replace: sides.now.join("\n")
		},
		numbered: {
			find,
			replace
		}
	}, [`The line numbers before each line of the text to find in ${path} were left out, unless the file has them`]);
}
function single(operation, repairs = []) {
	return {
		ok: true,
		operations: [operation],
		repairs
	};
}
function fieldsOf(change) {
	if (change.kind === "move") return /* @__PURE__ */ new Map([[change.from, "from"], [change.to, "to"]]);
	return "path" in change && change.path !== void 0 && TEXT_FIELDS[change.kind] === void 0 ? /* @__PURE__ */ new Map([[change.path, "path"]]) : /* @__PURE__ */ new Map();
}
function pathRefusals(steps) {
	return steps.flatMap((step) => pathsOf(step.operation).flatMap((path) => {
		const refusal = checkPath(path);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	}));
}
function elidedRefusals(steps) {
	return steps.flatMap((step) => {
		const refusal = elidedRefusal(step.operation);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	});
}
function countRefusals(steps) {
	const paths = new Set(steps.flatMap(({ operation }) => pathsOf(operation)));
	const hunks = steps.reduce((sum, { operation }) => sum + ("hunks" in operation ? operation.hunks.length : 1), 0);
	return [
		{
			count: paths.size,
			limit: 100,
			what: "touches",
			unit: "files"
		},
		{
			count: countFolders(paths),
			limit: 400,
			what: "touches files in",
			unit: "folders"
		},
		{
			count: pathBytes([...paths]),
			limit: MAX_PATHS_BYTES,
			what: "names its files with",
			unit: "bytes"
		},
		{
			count: hunks,
			limit: MAX_HUNKS,
			what: "holds",
			unit: "hunks"
		}
	].filter(({ count, limit }) => count > limit).map(({ count, limit, what, unit }) => ({
		code: "too_large",
		message: `The patch ${what} ${count} ${unit}, and ${limit} are allowed. Split it into several patches.`,
		pointer: "/changes",
		data: {
			[unit]: count,
			limit
		}
	}));
}
function countFolders(paths) {
	return paths.size <= 100 && [...paths].every(({ length }) => length <= 1024) ? new Set([...paths].flatMap(parentsOf)).size : 0;
}

// src/apply/apply.ts
function applyPatch(patch, files, options) {
	const plan = planPatch(patch, options);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals),
		hunks: []
	};
	const context = {
		workspace: newWorkspace(files),
		effort: newEffort()
	};
	const refusals = [];
	const hunks = [];
	for (const run of editRuns(plan.steps)) {
		for (const { step, refusals: refused, reports } of applyRun(run, context)) {
			for (const refusal of refused) refusals.push(refusalAt(step, refusal));
			for (const report of reports) hunks.push(report);
		}
		const tooMuch = checkGrowth(context.workspace);
		if (tooMuch !== null) return {
			ok: false,
			refusals: cappedRefusals([...refusals, tooMuch]),
			hunks
		};
	}
	const end = changesOf$2(context.workspace);
	refusals.push(...end.refusals);
	if (refusals.length > 0) return {
		ok: false,
		refusals: cappedRefusals(refusals),
		hunks
	};
	return {
		ok: true,
		changes: end.changes,
		hunks
	};
}

// src/apply/merge/merge-lines.ts
function mergeLines(sides) {
	const numbersOf = lineNumbering();
	const was = numbersOf(sides.was);
	const wanted = compareLines$1(was, numbersOf(sides.wanted));
	const now = compareLines$1(was, numbersOf(sides.now));
	const mergeAt = (mine, theirs) => mergeSpans(sides, {
		wanted: slideSpans(wanted, mine),
		now: slideSpans(now, theirs)
	});
	const certain = mergeAt("wide", "wide");
	if (certain.ok) return certain;
	const likely = mergeAt("down", "down");
	if (!likely.ok) return likely;
	return [
		mergeAt("up", "up"),
		mergeAt("up", "down"),
		mergeAt("down", "up")
	].every((other) => !other.ok || sameLines(other.lines, likely.lines)) ? likely : certain;
}
function mergeSpans(sides, spans) {
	const lines = [];
	const clashes = [];
	let line = 0;
	for (const region of regionsOf(spans)) {
		append(lines, sides.was, line, region.was.start);
		line = region.was.end;
		const [wanted, now] = [slice(sides.wanted, region.wanted), slice(sides.now, region.now)];
		if (region.changedBy === "wanted") append(lines, wanted);
		else if (region.changedBy === "now" || sameLines(wanted, now)) append(lines, now);
		else clashes.push({
			line: region.now.start + 1,
			was: slice(sides.was, region.was),
			wanted,
			now
		});
	}
	append(lines, sides.was, line);
	return clashes.length > 0 ? {
		ok: false,
		clashes
	} : {
		ok: true,
		lines
	};
}
function* regionsOf(spans) {
	const wanted = {
		spans: spans.wanted,
		next: 0
	};
	const now = {
		spans: spans.now,
		next: 0
	};
	for (;;) {
		const start = Math.min(startOf(wanted), startOf(now));
		if (start === Number.POSITIVE_INFINITY) return;
		const from = {
			wanted: wanted.next,
			now: now.next
		};
		let end = start;
		while (startOf(wanted) <= end || startOf(now) <= end) {
			const side = startOf(wanted) <= end ? wanted : now;
			end = Math.max(end, side.spans[side.next]?.end ?? 0);
			side.next += 1;
		}
		const region = {
			start,
			end
		};
		yield {
			was: region,
			wanted: rangeIn(wanted.spans, [from.wanted, wanted.next], region),
			now: rangeIn(now.spans, [from.now, now.next], region),
			changedBy: from.wanted === wanted.next ? "now" : from.now === now.next ? "wanted" : "both"
		};
	}
}
function startOf({ spans, next }) {
	return spans[next]?.start ?? Number.POSITIVE_INFINITY;
}
function rangeIn(spans, [from, to], { start, end }) {
	const before = spans[from - 1];
	const last = spans[to - 1];
	const shiftBefore = before === void 0 ? 0 : before.newEnd - before.end;
	const shiftAfter = last === void 0 ? 0 : last.newEnd - last.end;
	return {
		start: start + shiftBefore,
		end: end + shiftAfter
	};
}
function slice(lines, { start, end }) {
	return lines.slice(start, end);
}
function sameLines(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function append(target, lines, start = 0, end = lines.length) {
	for (let index = start; index < end; index += 1) target.push(lines[index] ?? "");
}

// src/apply/merge/merge-texts.ts
function mergeBytes({ was, wanted, now }) {
	const texts = {
		was: decodeText(was),
		wanted: decodeText(wanted),
		now: decodeText(now)
	};
	if (texts.was === null || texts.wanted === null || texts.now === null) return {
		ok: false,
		clashes: null
	};
	const style = mergeStyles({
		was: texts.was,
		wanted: texts.wanted,
		now: texts.now
	});
	const merged = mergeLines({
		was: linesWithEnds(style === null ? rawText$1(was) : texts.was.text),
		wanted: linesWithEnds(style === null ? rawText$1(wanted) : texts.wanted.text),
		now: linesWithEnds(style === null ? rawText$1(now) : texts.now.text)
	});
	if (!merged.ok) return merged;
	const text = merged.lines.join("");
	return {
		ok: true,
		bytes: style === null ? new TextEncoder().encode(text) : encodeText({
			...style,
			text
		})
	};
}
function mergeStyles({ was, wanted, now }) {
	if ([
		was,
		wanted,
		now
	].some(({ endings }) => typeof endings !== "string")) return null;
	const endings = was.endings === wanted.endings ? now.endings : wanted.endings;
	return {
		hasBom: was.hasBom === wanted.hasBom ? now.hasBom : wanted.hasBom,
		endings
	};
}
function rawText$1(bytes) {
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
function linesWithEnds(text) {
	const lines = [];
	for (let start = 0; start < text.length;) {
		const at = text.indexOf("\n", start);
		const end = at === -1 ? text.length : at + 1;
		lines.push(text.slice(start, end));
		start = end;
	}
	return lines;
}

// src/apply/merge/merge-changes.ts
function mergeChanges(changes, { was, now, unsaidModes = /* @__PURE__ */ new Set() }) {
	const wanted = afterChanges(changes);
	const clashes = [];
	const merged = /* @__PURE__ */ new Map();
	for (const [path, entry] of wanted) {
		const sides = {
			was: was.get(path),
			wanted: entry,
			now: now.get(path)
		};
		const result = mergeEntry(path, unsaidModes.has(path) ? withModeOfNow(sides) : sides);
		if (result.ok) merged.set(path, result.entry);
		else clashes.push(...result.clashes);
	}
	clashes.push(...lostOrigins(changes, {
		wanted,
		was,
		now
	}), ...blockedBy(merged, {
		was,
		now
	}));
	return clashes.length > 0 ? {
		ok: false,
		clashes
	} : {
		ok: true,
		changes: changesFrom(now, merged, changes)
	};
}
function afterChanges(changes) {
	const after = /* @__PURE__ */ new Map();
	for (const { from } of changes) if (from !== void 0) after.set(from, void 0);
	for (const { path, bytes, executable } of changes) after.set(path, bytes === null ? void 0 : {
		kind: "file",
		bytes,
		executable
	});
	return after;
}
function sameEntry(left, right) {
	if (left?.kind === "file" && right?.kind === "file") return left.executable === right.executable && sameBytes(left.bytes, right.bytes);
	if (left?.kind === "unread" && right?.kind === "unread") return left.executable === right.executable && left.oid === right.oid;
	if (left?.kind === "symlink" && right?.kind === "symlink") return left.target === right.target;
	return left?.kind === right?.kind;
}
function withModeOfNow(sides) {
	const { was, wanted, now } = sides;
	if (was !== void 0 || wanted?.kind !== "file" || now?.kind !== "file") return sides;
	return {
		...sides,
		wanted: {
			...wanted,
			executable: now.executable
		}
	};
}
function mergeEntry(path, sides) {
	const { was, wanted, now } = sides;
	if (sameEntry(was, wanted) || sameEntry(wanted, now)) return {
		ok: true,
		entry: now
	};
	if (sameEntry(was, now)) return {
		ok: true,
		entry: wanted
	};
	if (wanted?.kind !== "file" || now?.kind !== "file" || was !== void 0 && was.kind !== "file") return {
		ok: false,
		clashes: [entryClash(path, sides)]
	};
	const merged = mergeBytes({
		was: was?.bytes ?? /* @__PURE__ */ new Uint8Array(),
		wanted: wanted.bytes,
		now: now.bytes
	});
	if (!merged.ok) return {
		ok: false,
		clashes: merged.clashes?.map((clash) => lineClash(path, clash)) ?? [entryClash(path, sides)]
	};
	const executable = was?.executable === wanted.executable ? now.executable : wanted.executable;
	return {
		ok: true,
		entry: {
			kind: "file",
			bytes: merged.bytes,
			executable
		}
	};
}
function lineClash(path, { line, ...sides }) {
	const was = cutLines$1(sides.was);
	const wanted = cutLines$1(sides.wanted);
	const now = cutLines$1(sides.now);
	const cut = was.cut || wanted.cut || now.cut;
	return {
		kind: "lines",
		path,
		line,
		was: was.lines,
		wanted: wanted.lines,
		now: now.lines,
		...cut ? { cut } : {}
	};
}
function entryClash(path, { was, wanted, now }) {
	return {
		kind: "entry",
		path,
		was: stateOf(was),
		wanted: stateOf(wanted),
		now: stateOf(now)
	};
}
function* lostOrigins(changes, { wanted, was, now }) {
	for (const { path, from } of changes) {
		if (from === void 0 || now.has(from) || sameEntry(wanted.get(path), now.get(path))) continue;
		yield entryClash(from, {
			was: was.get(from),
			wanted: wanted.get(from),
			now: void 0
		});
	}
}
function* blockedBy(merged, { was, now }) {
	const seen = /* @__PURE__ */ new Set();
	for (const [path, entry] of merged) {
		if (entry === void 0) continue;
		for (const parent of parentsOf(path)) {
			const there = merged.has(parent) ? merged.get(parent) : now.get(parent);
			if (there === void 0 || there.kind === "directory" || seen.has(parent)) continue;
			seen.add(parent);
			yield {
				kind: "entry",
				path: parent,
				was: stateOf(was.get(parent)),
				wanted: "directory",
				now: stateOf(there)
			};
		}
	}
}
function changesFrom(now, merged, changes) {
	const differing = [...merged].filter(([path, entry]) => !sameEntry(entry, now.get(path)));
	const deleted = new Set(differing.flatMap(([path, entry]) => entry === void 0 ? [path] : []));
	const origins = new Map(changes.flatMap(({ path, from }) => from !== void 0 && deleted.has(from) ? [[path, from]] : []));
	const movedAway = new Set(differing.flatMap(([path, entry]) => entry !== void 0 && !now.has(path) ? origins.get(path) ?? [] : []));
	return differing.flatMap(([path, entry]) => movedAway.has(path) ? [] : [changeTo(path, entry, {
		now,
		origins
	})]).sort((left, right) => left.path < right.path ? -1 : 1);
}
function changeTo(path, entry, { now, origins }) {
	const before = now.get(path);
	if (entry?.kind !== "file") return {
		path,
		action: "delete",
		bytes: null,
		executable: (before?.kind === "file" || before?.kind === "unread") && before.executable
	};
	const { bytes, executable } = entry;
	if (before !== void 0) return {
		path,
		action: "modify",
		bytes,
		executable
	};
	const from = origins.get(path);
	return from === void 0 ? {
		path,
		action: "create",
		bytes,
		executable
	} : {
		path,
		action: "rename",
		from,
		bytes,
		executable
	};
}

// src/apply/merge/two-places.ts
function whereTheyDiffer(path, merged, placed) {
	const [left, right] = [linesOf(merged), linesOf(placed)];
	const numbersOf = lineNumbering();
	const { spans } = compareLines$1(numbersOf(left), numbersOf(right));
	const clashes = spans.map(({ start, end, newStart, newEnd }) => {
		const inMerged = cutLines$1(left.slice(start, end));
		const inPlaced = cutLines$1(right.slice(newStart, newEnd));
		const cut = inMerged.cut || inPlaced.cut;
		return {
			kind: "two_places",
			path,
			line: start + 1,
			merged: inMerged.lines,
			placed: inPlaced.lines,
			...cut ? { cut } : {}
		};
	});
	return clashes.length > 0 ? clashes : [{
		kind: "two_places",
		path,
		line: 1,
		merged: [],
		placed: []
	}];
}
function linesOf(entry) {
	const text = entry?.kind === "file" ? decodeText(entry.bytes) : null;
	return text === null ? [] : linesIn(text.text);
}

// src/apply/merge/apply-pinned.ts
function applyPinned(patch, { was, now }, options) {
	const applied = applyPatch(patch, was, options);
	if (!applied.ok) return applied;
	const { hunks } = applied;
	const merged = mergeChanges(applied.changes, {
		was,
		now,
		unsaidModes: unsaidModes(patch, options)
	});
	const clashes = merged.ok ? contradictions(merged.changes, {
		now,
		placed: applyPatch(patch, now, options),
		written: writtenPaths(patch, options)
	}) : merged.clashes;
	if (merged.ok && clashes.length === 0) return {
		ok: true,
		changes: merged.changes,
		hunks
	};
	return {
		ok: false,
		clashes,
		hunks
	};
}
function contradictions(merged, { now, placed, written }) {
	if (!placed.ok) return [];
	const [left, right] = [afterChanges(merged), afterChanges(placed.changes)];
	return [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].sort().flatMap((path) => {
		const one = left.has(path) ? left.get(path) : now.get(path);
		const other = right.has(path) ? right.get(path) : now.get(path);
		return written.has(path) || sameEntry(one, other) ? [] : whereTheyDiffer(path, one, other);
	});
}
function writtenPaths(patch, options) {
	const plan = planPatch(patch, options);
	const steps = plan.ok ? plan.steps : [];
	return new Set(steps.flatMap(({ operation }) => operation.action === "write" ? pathsOf(operation) : []));
}
function unsaidModes(patch, options) {
	const plan = planPatch(patch, options);
	const operations = plan.ok ? plan.steps.map(({ operation }) => operation) : [];
	const said = new Set(operations.flatMap((operation) => saysMode(operation) ? [operation.path] : []));
	return new Set(operations.flatMap(({ path }) => said.has(path) ? [] : [path]));
}
function saysMode(operation) {
	if (operation.action === "rename" || operation.action === "copy") return true;
	if (operation.action === "write") return operation.write.executable !== void 0;
	return "executable" in operation && operation.executable !== void 0;
}

// src/stages/base.ts
function placePatch(patch, config, snapshot) {
	const chosen = chooseBase(patch, config, snapshot);
	if (!chosen.ok) return refuse$2([chosen.refusal]);
	const { base, pinned } = chosen;
	const now = sourceEntries(base);
	const options = { pathPrefixes: config["path-prefixes"] };
	const moved = pinned === null ? [] : changedPaths(pinned, base);
	if (pinned === null || moved.length === 0) {
		const applied = applyPatch(patch, now, options);
		return applied.ok ? {
			...applied,
			base,
			drift: null
		} : refuse$2(applied.refusals, applied.hunks);
	}
	const merged = applyPinned(patch, {
		was: sourceEntries(pinned),
		now
	}, options);
	if (merged.ok) return {
		...merged,
		base,
		drift: {
			since: pinned.sha,
			paths: moved
		}
	};
	const { hunks } = merged;
	if ("refusals" in merged) return refuse$2(merged.refusals.map(spokenOf(pinned.sha)), hunks);
	return {
		ok: false,
		outcome: {
			kind: "conflict",
			reason: "base_moved",
			paths: [...new Set(merged.clashes.map(({ path }) => path))].toSorted(),
			clashes: merged.clashes.slice(0, 20)
		},
		hunks
	};
}
function chooseBase(patch, config, { base, pinned, defaultBranch }) {
	const branch = patch.base?.branch ?? defaultBranch;
	const allowed = config["base-branches"] ?? [defaultBranch];
	if (!allowed.includes(branch)) return {
		ok: false,
		refusal: {
			code: "unknown_base",
			message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(" or ")}.`,
			pointer: "/base/branch",
			data: { allowed }
		}
	};
	if (base === null) return {
		ok: false,
		refusal: {
			code: "unknown_base",
			message: `There is no branch ${branch} in this repository; send the patch for ${defaultBranch}.`,
			pointer: "/base/branch"
		}
	};
	if (pinned === null) return {
		ok: false,
		refusal: {
			code: "base_not_found",
			message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
			pointer: "/base/sha"
		}
	};
	return {
		ok: true,
		base,
		pinned: pinned === void 0 || pinned.sha === base.sha ? null : pinned
	};
}
function refuse$2(refusals, hunks = []) {
	return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals
		},
		hunks
	};
}
function spokenOf(sha) {
	return (refusal) => ({
		...refusal,
		message: `${refusal.message} (This speaks of the commit ${shortSha(sha)}, which base.sha names; leave base.sha out if the patch was written for the branch as it is now.)`
	});
}
function changedPaths(from, to) {
	return [.../* @__PURE__ */ new Set([...from.entries.keys(), ...to.entries.keys()])].filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path))).toSorted();
}
function identity(entry) {
	return entry === void 0 ? "absent" : entry.mode === "040000" ? FOLDER : `${entry.mode} ${entry.oid}`;
}

// src/policy/judge-understanding.ts
function judgeUnderstanding({ rules }, understanding) {
	return judgementOf(LIBERTIES.flatMap((name) => findingOf(name, rules[name], understanding[name])));
}
const LIBERTIES = [
	"repairs",
	"tolerances",
	"not-done"
];
function findingOf(name, outcome, told) {
	const [first] = told;
	if (first === void 0) return [];
	const rule = `policy.rules.${name}`;
	const { subject, refused, remedy } = IN_WORDS[name];
	const more = told.length > 1 ? ` (and ${told.length - 1} more)` : "";
	return [{
		rule,
		outcome,
		subject: `${subject} (${told.length === 1 ? "a note" : `${told.length} notes`})`,
		refusal: {
			code: "inexact",
			message: `${rule} takes no patch ${refused}: ${first}${more}. ${remedy}`,
			data: {
				rule,
				told: told.slice(0, MAX_TOLD)
			}
		}
	}];
}
const IN_WORDS = {
	repairs: {
		subject: "how it was read",
		refused: "that is not written to the letter",
		remedy: "Send it in wire format v1, with nothing beside it."
	},
	tolerances: {
		subject: "where its changes were put",
		refused: "whose lines are not in the file as it has them",
		remedy: "Read the file again, and send its lines as they stand there."
	},
	"not-done": {
		subject: "what it asks for and nobody does",
		refused: "that asks for more than changes of files",
		remedy: "Send the changes alone."
	}
};
const MAX_TOLD = 20;

// src/stages/not-done.ts
function notDoneOf({ reading, inTexts, config, patch }) {
	return [
		...union(reading.notDone, inTexts.notDone),
		...leftOut(config, patch),
		...notActedOn(patch)
	];
}
function leftOut(config, patch) {
	const { refused } = chooseLabels(config, patch);
	return refused.length === 0 ? [] : [`Labels were left out that patch-labels does not name: ${refused.join(", ")}`];
}
function notActedOn({ callback }) {
	return callback === void 0 ? [] : ["`callback` is kept in the record; nothing was sent there"];
}

// src/apply/touched-paths.ts
function touchedPaths(patch, options) {
	const plan = planPatch(patch, options);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals)
	};
	const operations = plan.steps.map(({ operation }) => operation);
	const paths = new Set(operations.flatMap(pathsOf));
	const newPaths = new Set(operations.filter(mayCreate).map(({ path }) => path));
	return {
		ok: true,
		paths: [...paths].sort(),
		newPaths: [...newPaths].sort()
	};
}

// src/stages/received.ts
function rawText(source) {
	const text = "text" in source ? source.text : canonicalJson(source.value);
	return text.length > 1048576 ? `${text.slice(0, MAX_PATCH_BYTES)}\n… ${text.length - MAX_PATCH_BYTES} more characters` : text;
}

// src/stages/read-delivery.ts
function readOpened({ source, id: envelopeId, sentTo, refusals }) {
	const read = readPatch(source, envelopeId, sentTo ?? null);
	return refusals === void 0 ? understand(source, read) : refuse$1(source, {
		read,
		refusals
	});
}
function readUnderPrefixes({ received, pathPrefixes }) {
	const { patch } = received;
	if (patch === void 0 || pathPrefixes.length === 0) return null;
	const touched = touchedPaths(patch, { pathPrefixes });
	if (!touched.ok || received.ok && received.paths.join("\n") === touched.paths.join("\n")) return null;
	const { id, digest, title, text, repairs, notDone, dryRun, retry, again, behind, sentFor, fetched } = received;
	return {
		...retry === void 0 ? {} : { retry },
		...again === void 0 ? {} : { again },
		...behind === void 0 ? {} : { behind },
		...sentFor === void 0 ? {} : { sentFor },
		...fetched === void 0 ? {} : { fetched },
		ok: true,
		id,
		digest,
		title,
		text,
		notDone,
		dryRun,
		patch,
		paths: touched.paths,
		newPaths: touched.newPaths,
		repairs: [...repairs, `${PREFIXES_TAKEN_OFF}: ${pathPrefixes.join(", ")}`]
	};
}
function isPrefixNote(note) {
	return note.startsWith(`${PREFIXES_TAKEN_OFF}: `);
}
const PREFIXES_TAKEN_OFF = "Paths were taken without the folders that path-prefixes names";
function understand(source, read) {
	if (!read.ok) return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(source),
		repairs: [],
		notDone: [],
		dryRun: read.dryRun,
		refusals: read.refusals
	};
	const { id, digest, title, canonical, patch, repairs, notDone } = read;
	const known = {
		id,
		digest,
		title,
		text: canonical,
		repairs,
		notDone,
		dryRun: patch.dryRun
	};
	const touched = touchedPaths(patch);
	return touched.ok ? {
		...known,
		ok: true,
		patch,
		paths: touched.paths,
		newPaths: touched.newPaths
	} : {
		...known,
		ok: false,
		patch,
		refusals: touched.refusals
	};
}
function refuse$1(source, { read, refusals }) {
	return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(source),
		repairs: [],
		notDone: [],
		dryRun: false,
		refusals
	};
}

// src/stages/plan-apply.ts
function planApply(input) {
	const begun = begin(input);
	return stepAside("kind" in begun ? begun : decide(begun, input), input);
}
function decide({ end, ...begun }, { snapshot, received }) {
	const { patch, config } = begun;
	const placed = placePatch(patch, config, snapshot);
	if (!placed.ok) return end(placed.outcome, placed.hunks);
	const { base, changes, hunks, drift } = placed;
	const { commands, refusals: unknown } = findCommands(config.commands, patch);
	const inTexts = toldOfTexts(patch, config);
	const reading = readingOf$1(received, begun.previous);
	const notDone = notDoneOf({
		reading,
		inTexts,
		config,
		patch
	});
	const judgements = [judgePlaced(config.policy, placed), judgeUnderstanding(config.policy, understandingOf({
		repairs: [...reading.repairs, ...inTexts.repairs],
		hunks,
		notDone
	}))];
	const refusals = [...unknown, ...judgements.flatMap(({ refusals: forbidden }) => forbidden)];
	if (refusals.length > 0) return end({
		kind: "refused",
		refusals: cappedRefusals(refusals)
	}, hunks);
	if (changes.length === 0 && commands.length === 0) return end({ kind: "no_change" }, hunks);
	return {
		...begun,
		kind: "write",
		base,
		changes,
		summary: changes.map((change) => summarizeChange(change, base)),
		hunks,
		readingNotes: inTexts.repairs,
		drift,
		notDone,
		commands,
		reviews: judgements.flatMap(({ reviews }) => reviews)
	};
}
function understandingOf({ repairs, hunks, notDone }) {
	return {
		repairs: repairs.filter((repair) => !isPrefixNote(repair)),
		tolerances: tolerancesOf$1(hunks.filter(isToleratedHunk)),
		"not-done": notDone
	};
}
function toldOfTexts(patch, config) {
	const plan = planPatch(patch, { pathPrefixes: config["path-prefixes"] });
	return plan.ok ? plan : {
		repairs: [],
		notDone: []
	};
}

// src/stages/secret-mask.ts
function createMask(secrets) {
	const parts = [...new Set(secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)))].filter((part) => part.length >= MIN_PART);
	const pieces = parts.length > MAX_PARTS ? null : piecesOf(secrets);
	if (pieces === null) return () => MASK;
	const longestFirst = parts.toSorted((left, right) => right.length - left.length);
	return (text) => withoutPieces(longestFirst.reduce((masked, part) => masked.replaceAll(part, MASK), text), pieces);
}
const MASK = "****";
const MIN_PART = 8;
const MAX_PARTS = 500;
function piecesOf(secrets) {
	const pieces = /* @__PURE__ */ new Set();
	for (const secret of new Set(secrets)) {
		const { letters } = lettersOf(secret);
		for (let at = 0; at + MIN_PART <= letters.length; at += 1) pieces.add(letters.slice(at, at + MIN_PART));
		if (pieces.size > MAX_PIECES) return null;
	}
	return pieces;
}
const MAX_PIECES = 1e5;
function withoutPieces(text, pieces) {
	const { letters, starts, ends } = lettersOf(text);
	let shown = "";
	let shownTo = 0;
	let hiddenTo = 0;
	for (let at = 0; at + MIN_PART <= letters.length; at += 1) {
		if (!pieces.has(letters.slice(at, at + MIN_PART))) continue;
		if (at >= hiddenTo) shown += text.slice(shownTo, starts[at]) + MASK;
		hiddenTo = at + MIN_PART;
		shownTo = ends[hiddenTo - 1] ?? text.length;
	}
	return shown + text.slice(shownTo);
}
function lettersOf(text) {
	const starts = [];
	const ends = [];
	return {
		letters: Array.from(text.matchAll(LETTERS), ({ 0: found, groups, index }) => {
			const letter = groups?.["letter"] ?? "";
			for (let unit = 0; unit < letter.length; unit += 1) {
				starts.push(index);
				ends.push(index + found.length);
			}
			return letter;
		}).join(""),
		starts,
		ends
	};
}
const LETTERS = new RegExp(String.raw`${ESCAPE_SOURCE}|\[[\d;:?]{0,40}[A-Za-z]|~[01]|(?<letter>[\p{L}\p{N}])`, "gu");

// src/stages/screen.ts
async function screen(scanner, plan, input) {
	const { received } = input;
	const proposed = proposedBy(plan, input);
	if (proposed !== null && plan.kind !== "skip") {
		const found = await findProposed(scanner, input, proposed);
		return found.refusals.length === 0 ? {
			plan,
			received
		} : refuse(plan, input, found);
	}
	const found = await findIn(scanner, [
		keptOf(received),
		...pathsSaid(plan),
		...decodedRuns(received.text)
	].join("\n"));
	return found.secrets.length === 0 ? {
		plan,
		received
	} : endWithout(plan, input, found);
}
async function nameWithoutSecrets(scanner, received) {
	const { id, title, text } = received;
	const { secrets } = await findIn(scanner, [keptOf(received), ...decodedRuns(text)].join("\n"));
	return createMask(secrets)(title) === title ? title : id;
}
function proposedBy(plan, { received, snapshot }) {
	if (plan.kind === "write") return plan;
	if (plan.outcome.kind !== "held" || !received.ok) return null;
	const parsed = parseConfig(snapshot.config);
	const placed = parsed.ok ? placePatch(received.patch, parsed.config, snapshot) : null;
	return parsed.ok && placed?.ok === true ? {
		config: parsed.config,
		...placed
	} : null;
}
async function findProposed(scanner, { received, snapshot }, { config, base, changes }) {
	const isExcepted = amongGlobs(config.policy.secrets["except-paths"]);
	const words = await findIn(scanner, canonicalJson({
		...received.patch,
		changes: []
	}));
	const written = changes.flatMap(({ bytes }) => bytes === null ? [] : [bytes]);
	const beside = await findBeside(scanner, received, [
		...bytesIn(base),
		...bytesIn(snapshot.pinned),
		...written
	]);
	const found = [words, words.refusals.length > 0 ? {
		...beside,
		refusals: []
	} : beside];
	for (const change of changes.filter(({ path }) => !isExcepted(path))) found.push(await findInFile(scanner, change, base));
	return {
		refusals: found.flatMap(({ refusals }) => refusals),
		secrets: found.flatMap(({ secrets }) => secrets)
	};
}
async function findBeside(scanner, received, known) {
	const text = readable([keptOf(received), ...decodedWrites(received)].join("\n"));
	const found = await findInText(scanner, {
		path: PATCH_NAME,
		text
	});
	const news = found.length === 0 ? [] : unknownSecrets(text, found, known.map(textOf$1));
	return {
		refusals: secretWordsRefusal(news),
		secrets: news.map(({ start, end }) => text.slice(start, end))
	};
}
function keptOf(received) {
	const { title, text, notDone, repairs, sentFor = [] } = received;
	return [
		title,
		text,
		...received.ok ? received.paths : [],
		...notDone,
		...repairs,
		...sentFor
	].join("\n");
}
function pathsSaid(plan) {
	if (plan.kind === "write") return [];
	const { outcome } = plan;
	return [...(outcome.kind === "refused" ? outcome.refusals : []).flatMap(({ path }) => path ?? []), ...outcome.kind === "conflict" ? outcome.paths : []];
}
function decodedWrites({ patch }) {
	return (patch?.changes ?? []).flatMap((change) => change.kind === "write" && change.encoding === "base64" ? [decoded(change.content)] : []);
}
function decodedRuns(text) {
	return [text, text.replaceAll(/\\r\\n|\\n|\r?\n/g, "")].flatMap((one) => [/[A-Za-z\d+/]{24,}/g, /[\w-]{24,}/g].flatMap((runs) => Array.from(one.matchAll(runs), ([run]) => decoded(run))));
}
function decoded(base64) {
	return textOf$1(Buffer.from(base64, "base64"));
}
function bytesIn(state) {
	return [...state?.entries.values() ?? []].flatMap(({ bytes }) => bytes === void 0 ? [] : [bytes]);
}
async function findIn(scanner, written) {
	const text = readable(written);
	const found = await findInText(scanner, {
		path: PATCH_NAME,
		text
	});
	return {
		refusals: secretWordsRefusal(found),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
const PATCH_NAME = "patch.txt";
function readable(written) {
	return written.replaceAll(/\\u00([2-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replaceAll(/\\[nrt]/g, "\n");
}
function refuse(plan, input, { refusals, secrets }) {
	const mask = createMask(secrets);
	return {
		plan: maskPlaces(refuseInstead(plan, refusals.map((refusal) => maskWords(refusal, mask)), input), mask),
		received: withhold(input.received, mask)
	};
}
function maskPlaces(plan, mask) {
	if (plan.kind !== "end") return plan;
	const { hunks, base } = plan;
	return {
		...plan,
		hunks: hunks.map((hunk) => ({
			...hunk,
			path: mask(hunk.path)
		})),
		...base === void 0 ? {} : { base: {
			...base,
			branch: mask(base.branch)
		} }
	};
}
function endWithout(plan, input, { refusals, secrets }) {
	const mask = createMask(secrets);
	const received = withhold(input.received, mask);
	if (plan.kind === "write") return {
		plan,
		received
	};
	const outcome = maskOutcome(plan.outcome, mask);
	if (plan.kind === "skip") return {
		plan: {
			...plan,
			outcome
		},
		received
	};
	return outcome.kind === "held" ? refuse(plan, input, {
		refusals,
		secrets
	}) : {
		plan: maskPlaces({
			...plan,
			outcome,
			warnings: [WITHHELD]
		}, mask),
		received
	};
}
const WITHHELD = "The patch holds what looks like a secret, so its text was not kept. If the secret is real, revoke it, because it was sent.";
function withhold(received, mask) {
	const { id, digest, title, repairs, notDone, dryRun, retry, sentFor = [] } = received;
	const names = sentFor.filter((name) => mask(name) === name);
	return {
		ok: false,
		id,
		digest,
		title: mask(title),
		text: "",
		repairs: repairs.map(mask),
		notDone: notDone.map(mask),
		dryRun,
		...retry === void 0 ? {} : { retry },
		...names.length === 0 ? {} : { sentFor: names },
		refusals: [],
		withheld: true
	};
}
function maskOutcome(outcome, mask) {
	switch (outcome.kind) {
		case "refused": return {
			...outcome,
			refusals: outcome.refusals.map((refusal) => maskRefusal(refusal, mask))
		};
		case "conflict": {
			const { clashes: _, ...rest } = outcome;
			return {
				...rest,
				paths: outcome.paths.map(mask)
			};
		}
		default: return outcome;
	}
}
function maskRefusal(refusal, mask) {
	const { data: _, ...rest } = refusal;
	return maskWords(rest, mask);
}
function maskWords(refusal, mask) {
	const { pointer, path, message, ...rest } = refusal;
	return {
		...rest,
		message: mask(message),
		...pointer === void 0 ? {} : { pointer: mask(pointer) },
		...path === void 0 ? {} : { path: mask(path) }
	};
}

// src/stages/compute.ts
function createCompute(secrets) {
	return {
		inTurn: (work) => work(),
		read: async (opened) => readOpened(opened),
		readUnder: async (input) => readUnderPrefixes(input),
		plan: (input) => screen(secrets, planApply(input), input),
		name: (received) => nameWithoutSecrets(secrets, received),
		show: async (input) => show(input),
		diff: async (files) => diffFiles(files)
	};
}
function show({ patch, config, snapshot, judged }) {
	const placed = placePatch(patch, config, snapshot);
	if (!placed.ok) return placed;
	const { base, changes, hunks } = placed;
	const { refusals } = judged ? judgePlaced(config.policy, placed) : { refusals: [] };
	return refusals.length > 0 ? {
		ok: false,
		outcome: {
			kind: "refused",
			refusals
		},
		hunks
	} : {
		ok: true,
		files: diffFiles(changes.map((change) => versions(change, base))),
		hunks
	};
}

export { MAX_INCIDENT_TEXT as A, isProposed as C, revertsIn as D, stopOf as E, lostRunKey as F, parseWatchEntry as I, formatWatchEntry as M, isLostRun as N, refuseInstead as O, isSentCanary as P, fateOf as S, readable$1 as T, readingOf$1 as _, findMade$1 as a, keptBeside as b, findPlan as c, restore as d, whatCameOfHead as f, tolerancesOf$1 as g, sourceOf as h, asBefore as i, WATCH_REF as j, stopOf$1 as k, findStep as l, writeStep as m, wholeFile as n, findMadeBelow as o, settle$1 as p, lookUntil as r, findOrigin as s, createCompute as t, newestStep as u, chooseLabels as v, isUnderWay as w, awaitsPeople as x, formatKeptBeside as y };