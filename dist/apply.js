import { Ar as branchName, Br as isStoppedByName, Bt as nextStep, Cr as isTurnedAwayWarning, Dr as CONTROL_REF, Er as BRANCHES, Fn as whoSent, Fr as parseConfig, Ft as sayStatus, Gr as sameScope, Hn as proofOf, Ir as CONFIG_PATH, Jr as isAtLeast, Kn as testsAt, Lt as keepTold, Mn as isCarried, Mt as jsonPointer, Nr as REF_PREFIX, Nt as STATUS_UNSAID, On as parseControl, Or as PATCH_FILE, Ot as mergedOutcome, Pr as inboxRef, Pt as sayReplaced, Qn as successorOf, Rr as activeSwitches, Sn as readPrevious, Tr as mergedMeanwhile, Un as pullRequestOf, Ut as tell, Vt as recordOnly, Wr as sameLogin, Yn as isOurs, _n as versions, an as patchTexts, ar as laterRevertIdOf, bn as branchRef, cn as viewOf, cr as sha256, dr as formatStatus, fn as readPatchSnapshot, gi as commandMinutes, hn as unshownLines, hr as joinDiffs, in as messageFor, jr as recordRef, jt as turnAway, on as recordMessage, or as revertIdOf, pn as readUtf8, sn as viewFrom, sr as slugId, tr as parseRecord, wr as mergeWarnings, xr as formatCommitMessage, zt as branchAndRecord } from "./context.js";
import { D as revertsIn, I as parseWatchEntry, O as refuseInstead, P as isSentCanary, _ as readingOf, b as keptBeside, g as tolerancesOf, h as sourceOf, j as WATCH_REF, k as stopOf, o as findMadeBelow, v as chooseLabels, x as awaitsPeople, y as formatKeptBeside } from "./compute.js";
import { m as APPROVAL_LABEL, w as shortSha } from "./line-diff.js";
import { x as MAX_FILE_BYTES } from "./workflow.js";

// src/control/scope-option.ts
function scopeOption(scope) {
	switch (scope.kind) {
		case "repository": return "";
		case "branch": return ` on branch ${scope.branch}`;
		case "sender": return ` from @${scope.login}`;
	}
}

// src/control/confirmation.ts
function howToConfirm(command, by) {
	switch (by.kind) {
		case "words": {
			const what = command.verb === "kill" ? " all" : scopeOption(command.scope);
			return `confirm with "${by.repository === void 0 ? "" : `${by.repository} `}${command.verb}${what} confirm"`;
		}
		case "form": return `confirm by sending the form once more, with ${command.verb === "kill" ? "\"all\" in the box \"patch\"" : scopeBox(command.scope)} and the box "confirm" ticked`;
		case "button": return `confirm by ticking "${by.box}" before you press it once more`;
	}
}
function scopeBox(scope) {
	switch (scope.kind) {
		case "repository": return "the box \"scope\" empty";
		case "branch": return `"branch ${scope.branch}" in the box "scope"`;
		case "sender": return `"@${scope.login}" in the box "scope"`;
	}
}

// src/control/authorise.ts
function authorise(request) {
	const { command, login } = request;
	const needed = neededRole(command.verb);
	if (isBot(login)) {
		const refused = checkBot(request);
		if (refused !== null) return refused;
	} else if (!isAtLeast(request.role, needed)) return refuse("role", `"${command.verb}" needs ${ROLE_WORDS[needed]}, and ${login} has ${has(request.role)}`);
	return checkApprover(request) ?? checkConfirmed(request) ?? { ok: true };
}
function neededRole(verb) {
	switch (verb) {
		case "status":
		case "preview":
		case "audit":
		case "whoami":
		case "help": return "viewer";
		case "apply":
		case "approve":
		case "reject":
		case "retry":
		case "revert":
		case "cancel": return "reviewer";
		case "pause":
		case "resume":
		case "lock":
		case "unlock":
		case "kill": return "operator";
	}
}
function isBot(login) {
	return login.toLowerCase().endsWith("[bot]");
}
const ROLE_WORDS = {
	viewer: "the role viewer (any access to the repository)",
	reviewer: "the role reviewer (write access)",
	operator: "the role operator (maintain or admin access)"
};
function has(role) {
	return role === "none" ? "no access" : ROLE_WORDS[role];
}
function checkBot({ command, login, bots }) {
	if (!bots.some((bot) => sameLogin(bot, login))) return refuse("role", `${login} is a bot that the config does not name; an admin can add it to control.bots in .github/ghost-runner.yml`);
	return command.verb === "approve" ? refuse("second_person", "An approval is a person's; ask a reviewer for it") : null;
}
function checkApprover({ command, login, writer, senders = [] }) {
	if (command.verb !== "approve") return null;
	if (writer !== void 0) return refuse("second_person", `${writer} wrote this approval, and ${login} started its run again, so that it is nobody's; write one of your own`);
	return senders.some((sender) => sameLogin(sender, login)) ? refuse("second_person", `${login} sent this patch, and nobody approves their own; ask another reviewer`) : null;
}
function checkConfirmed(request) {
	const { command, login, confirm, switches, now, allLockersKnown = true } = request;
	const { confirmsBy = { kind: "words" } } = request;
	if (confirm === true || "confirm" in command && command.confirm) return null;
	if (command.verb === "kill" && command.all) return refuse("confirm", `"kill all" ends every run and locks the repository; ${howToConfirm(command, confirmsBy)}`);
	if (command.verb !== "unlock") return null;
	if (activeSwitches(switches, now).some(({ state, scope, by }) => state === "locked" && sameScope(scope, command.scope) && sameLogin(by, login))) return refuse("confirm", `${login} locked this; ask another operator to unlock it, or ${howToConfirm(command, confirmsBy)}`);
	return allLockersKnown ? null : refuse("confirm", `Whether ${login} locked this too can't be told, because the log can't be read back to where it was locked; ${howToConfirm(command, confirmsBy)}`);
}
function refuse(lacks, sentence) {
	return {
		ok: false,
		lacks,
		sentence: `${sentence}.`
	};
}

// src/record/admission.ts
function admitSender(slots, { digest, sender, now }) {
	const taken = slots.flatMap(({ holder }) => holder !== null && isRecent(holder, now) ? [Date.parse(holder.startedAt)] : []);
	const slot = choose(slots.filter(({ holder }) => holder === null || !isRecent(holder, now)), digest);
	if (slot !== void 0) return {
		ok: true,
		slot
	};
	const retryAt = /* @__PURE__ */ new Date(Math.ceil((Math.min(...taken) + HOUR) / 1e3) * 1e3);
	return {
		ok: false,
		refusal: tooSoon({
			sender,
			limit: slots.length,
			retryAt
		})
	};
}
function admitOpen({ slots, pullRequests, isUnderWay }, { digest }) {
	const open = new Set(pullRequests.map(({ id }) => id));
	const isBusy = ({ holder }) => holder !== null && isNewest(holder, slots) && (open.has(holder.id) || isUnderWay(holder));
	const underWay = slots.flatMap((slot) => slot.holder !== null && isBusy(slot) && !open.has(slot.holder.id) ? [slot.holder.id] : []);
	const room = slots.length - open.size - new Set(underWay).size;
	const slot = choose(slots.filter((slot) => !isBusy(slot)).slice(0, Math.max(0, room)), digest);
	return slot !== void 0 ? {
		ok: true,
		slot
	} : {
		ok: false,
		refusal: tooMany({
			limit: slots.length,
			pullRequests,
			underWay: [...new Set(underWay)]
		})
	};
}
function isNewest({ id, attempt }, slots) {
	return slots.every(({ holder }) => holder?.id !== id || holder.attempt <= attempt);
}
const HOUR = 36e5;
function isRecent({ startedAt }, now) {
	return Math.abs(now.getTime() - Date.parse(startedAt)) < HOUR;
}
function choose(free, digest) {
	return free[Number.parseInt(digest.slice(0, HASH_DIGITS), 16) % free.length];
}
const HASH_DIGITS = 8;
function tooSoon(about) {
	const { sender, limit } = about;
	const retryAt = about.retryAt.toISOString().replace(".000Z", "Z");
	return {
		code: "rate_limited",
		message: `${limit === 1 ? "1 patch of" : `${limit} patches of`} ${sender} ${limit === 1 ? "was" : "were"} taken within the last hour, and limits.per-sender-per-hour allows no more; send this one again after ${retryAt}.`,
		data: {
			limit,
			retryAt
		}
	};
}
function tooMany({ limit, pullRequests, underWay }) {
	const named = [...pullRequests.map(({ number, id }) => `#${number} (${id})`), ...underWay.map((id) => `${id} (under way)`)];
	const more = named.length - MOST_NAMED;
	const names = [...named.slice(0, MOST_NAMED), ...more > 0 ? [`${more} more`] : []].join(", ");
	const data = {
		limit,
		pullRequests: pullRequests.slice(0, MOST_NAMED).map(({ number, url, id }) => ({
			number,
			url,
			id
		})),
		underWay: underWay.slice(0, MOST_NAMED)
	};
	return {
		code: "too_many_open",
		message: `As many pull requests from patches are open or being made as limits.open-pull-requests allows, which is ${limit}: ${names}. Send this one again once one of them is merged or closed.`,
		data
	};
}
const MOST_NAMED = 10;

// src/record/slots.ts
function senderSlots(sender, count) {
	const name = sha256(sender.toLowerCase()).slice(0, NAME_CHARACTERS);
	return numbered(`${SLOTS}sender/${name}/`, count);
}
function openSlots(count) {
	return numbered(`${SLOTS}open/`, count);
}
const SLOTS = `${REF_PREFIX}slots/`;
const NAME_CHARACTERS = 16;
function numbered(prefix, count) {
	return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}

// src/stages/admit.ts
async function admit(ports, plan, input) {
	const { repository, ledger } = ports;
	const counted = countedAs(plan, input);
	if (plan.kind === "skip" || counted === null) return {
		plan,
		slots: []
	};
	const snapshot = await repository.read(readRequest$1(counted, input));
	if (await isExempt(ledger, snapshot, input)) return {
		plan,
		slots: []
	};
	const application = {
		digest: input.received.digest,
		sender: input.sender,
		now: input.now
	};
	const bySender = counted.bySender === 0 ? null : admitSender(slotsIn(snapshot, senderSlots(input.sender, counted.bySender)), application);
	if (bySender?.ok === false) return settle(plan, [bySender], input);
	return settle(plan, [...bySender === null ? [] : [bySender], ...counted.open === 0 ? [] : [await findRoom(repository, snapshot, {
		counted,
		application
	})]], input);
}
function countedAs(plan, input) {
	const held = plan.kind === "end" && plan.outcome.kind === "held";
	const limits = plan.kind === "write" ? plan.config.limits : held ? limitsOf(input.snapshot) : null;
	if (limits === null || isKnown(plan, input)) return null;
	const bySender = wasHeld(plan, input) ? 0 : limits["per-sender-per-hour"] ?? 0;
	const open = held || input.despiteStops === true && stopOf(input)?.kind === "held" ? 0 : limits["open-pull-requests"] ?? 0;
	return bySender === 0 && open === 0 ? null : {
		bySender,
		open
	};
}
function limitsOf({ config }) {
	const parsed = parseConfig(config);
	return parsed.ok ? parsed.config.limits : null;
}
function isKnown({ previous }, { received, snapshot }) {
	if (previous === null) return false;
	const underWay = previous.state === "applied" || previous.state === "publishing";
	const taken = previous.digest === received.digest && previous.plan !== void 0;
	return underWay || taken || snapshot.pullRequest?.state === "open";
}
function wasHeld({ previous }, { received }) {
	return previous?.state === "held" && previous.digest === received.digest;
}
function readRequest$1({ bySender, open }, { received, sender }) {
	const reverts = received.patch?.reverts;
	return {
		refs: [
			WATCH_REF,
			...reverts === void 0 ? [] : [recordRef(slugId(reverts))],
			...senderSlots(sender, bySender),
			...openSlots(open)
		],
		openPullRequestsFrom: BRANCHES
	};
}
async function isExempt(ledger, snapshot, { received }) {
	const watch = parseWatchEntry(snapshot.refs.get(WATCH_REF)?.message ?? null);
	if (isSentCanary(watch?.canary?.sent, received)) return true;
	const { digest, patch } = received;
	const revertOf = patch?.reverts === void 0 ? null : slugId(patch.reverts);
	if (revertOf === null || !mayTakeBack(snapshot, received.id, revertOf)) return false;
	return revertsIn(await ledger.history(CONTROL_REF, MOST_ENTRIES))({
		revertOf,
		digest
	});
}
const MOST_ENTRIES = 500;
function mayTakeBack(snapshot, id, reverted) {
	const record = recordAt(snapshot, recordRef(reverted));
	if (record?.pullRequest === void 0 || record.state !== "done") return false;
	const { number } = record.pullRequest;
	const isOpen = snapshot.moreAreOpen === true && awaitsPeople(record) || (snapshot.openPullRequests?.some((one) => one.number === number) ?? true);
	const { outcome } = record;
	const names = [revertIdOf(reverted), ...outcome?.kind === "merged" ? [laterRevertIdOf(reverted, outcome.sha)] : []];
	return (!isOpen || record.mergedBefore !== void 0) && names.includes(id);
}
async function findRoom(repository, snapshot, { counted, application }) {
	const names = openSlots(counted.open);
	const { now } = application;
	const { moreAreOpen = false } = snapshot;
	const first = openIn(snapshot, names, (holder) => moreAreOpen || mayGoOn(holder, now));
	const admission = admitOpen(first, application);
	if (admission.ok) return admission;
	const records = first.slots.flatMap(({ holder }) => holder === null ? [] : [recordRef(holder.id)]);
	const newer = await repository.read({
		refs: [...names, ...records],
		openPullRequestsFrom: BRANCHES
	});
	const isUnderWay = (holder) => {
		const record = recordAt(newer, recordRef(holder.id));
		if (record === null) return mayGoOn(holder, now);
		if (record.state === "done") return moreAreOpen && awaitsPeople(record);
		return record.state === "held" || mayGoOn(record, now);
	};
	return admitOpen(openIn(newer, names, isUnderWay), application);
}
function mayGoOn({ deadline }, now) {
	return now.getTime() < Date.parse(deadline) + WAITING_MS;
}
const WAITING_MS = 1728e5;
function openIn(snapshot, names, isUnderWay) {
	const { openPullRequests = [] } = snapshot;
	return {
		slots: slotsIn(snapshot, names),
		pullRequests: openPullRequests.map(({ number, url, branch }) => ({
			number,
			url,
			id: branch.slice(BRANCHES.length)
		})),
		isUnderWay
	};
}
function slotsIn(snapshot, refs) {
	return refs.map((ref) => ({
		ref,
		oid: snapshot.refs.get(ref)?.oid ?? null,
		holder: recordAt(snapshot, ref)
	}));
}
function recordAt(snapshot, ref) {
	const parsed = parseRecord(snapshot.refs.get(ref)?.message ?? "");
	return parsed.ok ? parsed.record : null;
}
function settle(plan, admissions, input) {
	const refusals = admissions.flatMap((admission) => admission.ok ? [] : [admission.refusal]);
	if (refusals.length > 0) return {
		plan: refuseInstead(plan, refusals, input),
		slots: []
	};
	return {
		plan,
		slots: admissions.flatMap((admission) => admission.ok ? [admission.slot] : [])
	};
}

// src/stages/as-on-record.ts
function asOnRecord(received, { snapshot, run }) {
	const { unfetched, id } = received;
	const record = unfetched === void 0 ? null : readPrevious(snapshot, id);
	if (received.ok || record === null || record === "unreadable" || record.digest === received.digest) return received;
	if (!(snapshot.fileAt != null && sha256(snapshot.fileAt) === unfetched) && record.fetched !== unfetched && !isAgain(record, run)) return received;
	const { digest, title } = record;
	const refusals = received.refusals.map((refusal) => ({
		...refusal,
		message: leftAlone(id)
	}));
	return {
		...received,
		digest,
		title,
		refusals,
		onRecord: true
	};
}
function isAgain(record, run) {
	return run.attempt > 1 && record.run.id === run.id;
}
function leftAlone(id) {
	return `What this delivery names is not in the inbox any more, and what is on record of it stays; ask for another attempt with "/ghost retry ${id}".`;
}

// src/stages/handover.ts
function handoverOf(applied) {
	const { plan, record, head, told } = applied;
	const { commands, config, channel } = plan;
	const slack = told.slack ?? record.slack;
	return {
		id: record.id,
		digest: record.digest,
		title: record.title,
		attempt: plan.attempt,
		head,
		test: {
			command: config.test.command,
			timeoutMinutes: config.test["timeout-minutes"]
		},
		...commands.length === 0 ? {} : { generation: generationOf(plan) },
		...channel === void 0 ? {} : { channel },
		...told.warning === void 0 ? {} : { slackProblem: {
			warning: told.warning,
			maybePosted: told.maybePosted ?? false
		} },
		labels: labelsOf(record),
		reviewers: record.plan?.reviewers ?? [],
		...slack === void 0 ? {} : { slack }
	};
}
function generationOf(plan) {
	const unshown = unshownLines(plan);
	return {
		commands: plan.commands,
		reviewers: plan.config.policy.reviewers,
		...unshown === 0 ? {} : { unshownLines: unshown }
	};
}
function labelsOf(record) {
	const planned = record.plan?.labels ?? [];
	return record.approval === void 0 ? planned : [...planned, APPROVAL_LABEL];
}

// src/stages/new-record.ts
function appliedRecord(work, plan) {
	const { config, patch, base } = plan;
	const deadline = new Date(work.startedAt.getTime() + (config.test["timeout-minutes"] + commandMinutes(plan.commands) + MARGIN_MINUTES) * 6e4);
	const notDone = shortened(plan.notDone, "more requests");
	const reading = readingOf(work.received, plan.previous);
	return {
		...newRecord(work, plan),
		state: "applied",
		deadline: deadline.toISOString(),
		base: {
			branch: base.branch,
			sha: base.sha
		},
		...replacedBy(plan.previous, unsaidOf(plan.previous)),
		plan: {
			changes: plan.summary,
			notes: [
				...reading.repairs,
				...shortened(plan.readingNotes, "more repairs"),
				...driftNote(plan),
				...shortened(tolerancesOf(plan.hunks), "more hunks of this kind")
			],
			...notDone.length === 0 ? {} : { notDone },
			labels: [.../* @__PURE__ */ new Set([...config.labels, ...chooseLabels(config, patch).granted])],
			reviewers: [.../* @__PURE__ */ new Set([
				...config.reviewers,
				...policyReviewers(plan),
				...patch.reviewers
			])],
			draft: patch.draft,
			...plan.commands.length === 0 ? {} : { commands: plan.commands.map(({ name }) => name) },
			...plan.reviews.length === 0 ? {} : { reviews: plan.reviews },
			...config["on-test-failure"] === "none" ? { onTestFailure: "none" } : {}
		},
		...config.approval === "required" || plan.reviews.length > 0 ? { approval: { required: true } } : {},
		...patch.supersedes === void 0 ? {} : { supersedes: slugId(patch.supersedes) },
		...takenBackBy(patch),
		...carriedOver(plan.previous, ["pullRequest", "slack"])
	};
}
function takenBackBy({ reverts, base }) {
	return reverts === void 0 ? {} : {
		revertOf: slugId(reverts),
		...base?.sha === void 0 ? {} : { revertOfMerge: base.sha }
	};
}
function replacedBy(previous, unsaid = []) {
	const waiting = [
		...previous?.replaced ?? [],
		...ownWaiting(previous),
		...unsaid
	];
	return waiting.length === 0 ? {} : { replaced: [...new Set(waiting)].slice(-MOST_REPLACED) };
}
const MOST_REPLACED = 8;
function ownWaiting(previous) {
	if (previous === null) return [];
	const { plan, withdrawn } = previous;
	return [...plan !== void 0 && proofOf(previous)?.tests === "none" ? commitsOf(previous) : [], ...withdrawn === void 0 ? [] : [withdrawn]];
}
function unsaidOf(previous) {
	return previous === null || unsaidWarnings(previous).length === 0 ? [] : commitsOf(previous);
}
function unsaidWarnings(previous) {
	return previous?.warnings.filter((warning) => warning.startsWith("The commit status was not set")) ?? [];
}
function commitsOf({ generated, head }) {
	return [generated?.onto, head].filter((one) => one !== void 0);
}
function policyReviewers({ config, reviews }) {
	return reviews.length === 0 ? [] : config.policy.reviewers;
}
function doneRecord(work, plan, attempt) {
	const made = newRecord(work, {
		...plan,
		attempt
	});
	return {
		...made,
		state: plan.outcome.kind === "held" ? "held" : "done",
		outcome: plan.outcome,
		warnings: mergeWarnings(made.warnings, [...unsaidWarnings(plan.previous), ...plan.warnings ?? []]),
		...replacedBy(plan.previous),
		...plan.base === void 0 ? {} : { base: plan.base },
		...carriedOver(plan.previous, [
			"base",
			"tree",
			"head",
			"pullRequest",
			"ci",
			"slack"
		]),
		...proofBy(plan.previous)
	};
}
function proofBy(previous) {
	const proof = previous === null ? null : proofOf(previous);
	return proof === null ? {} : { proof };
}
const MARGIN_MINUTES = 60;
function newRecord(work, { attempt, previous, outcome }) {
	const { received, startedAt, sender } = work;
	const { again = false, sentFor = [] } = received;
	const same = previous?.digest === received.digest ? previous : null;
	const fetched = same?.fetched ?? received.fetched;
	const fromRecord = again && (outcome?.kind !== "held" || isCarried(received, same));
	const seconds = Math.max(0, (work.now.getTime() - startedAt.getTime()) / 1e3);
	return {
		version: 1,
		id: received.id,
		digest: received.digest,
		...fetched === void 0 ? {} : { fetched },
		title: received.title,
		...whoSent(same, {
			sender,
			sentFor
		}, { fromRecord }),
		receivedAt: same?.receivedAt ?? startedAt.toISOString(),
		attempt,
		run: work.run,
		startedAt: startedAt.toISOString(),
		deadline: startedAt.toISOString(),
		steps: [{
			stage: "apply",
			at: startedAt.toISOString(),
			seconds
		}],
		warnings: (same?.warnings ?? []).filter(isTurnedAwayWarning),
		...untoldSince(previous),
		...mergedBefore(previous),
		...carriedOver(previous, ["turnedAway"]),
		...besideOthers(same),
		...told(readingOf(received, previous))
	};
}
function told(reading) {
	return reading.repairs.length + reading.notDone.length === 0 ? {} : { reading };
}
function untoldSince(previous) {
	return previous === null || previous.slack !== void 0 ? {} : { untoldSince: previous.untoldSince ?? previous.receivedAt };
}
function besideOthers(previous) {
	const by = [previous === null ? void 0 : successorOf(previous)].filter((id) => id !== void 0);
	return formatKeptBeside([...keptBeside(previous ?? {}), ...by]);
}
function mergedBefore(previous) {
	const { outcome, pullRequest, mergedBefore: earlier } = previous ?? {};
	const number = outcome?.kind === "merged" || outcome?.kind === "reverted" ? pullRequest?.number : earlier;
	return number === void 0 ? {} : { mergedBefore: number };
}
function carriedOver(previous, keys) {
	const kept = {};
	for (const key of keys) if (previous?.[key] !== void 0) kept[key] = previous[key];
	return kept;
}
function driftNote({ drift, base }) {
	if (drift === null) return [];
	const { paths, since } = drift;
	const more = paths.length - MAX_DRIFTED;
	const names = [...paths.slice(0, MAX_DRIFTED), ...more > 0 ? [`${more} more`] : []].join(", ");
	return [`Merged with newer changes on ${base.branch}: ${names} changed there since ${shortSha(since)}, the commit that the patch was written for`];
}
const MAX_DRIFTED = 5;
const MAX_NOTES = 20;
function shortened(notes, others) {
	const more = notes.length - MAX_NOTES;
	return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} ${others}`] : notes;
}

// src/stages/no-place.ts
async function whyNoPlace(repository, id) {
	const folder = BRANCHES.slice(0, -1);
	const below = `${branchRef(id)}/`;
	const { refs, anyRefUnder } = await repository.read({
		refs: [HEADS + folder],
		anyRefUnder: below
	});
	const inTheWay = (refs.get(HEADS + folder) ?? null) !== null ? `a branch is named ${folder}` : anyRefUnder ? `other branches are named ${branchName(id)}/…` : null;
	return inTheWay === null ? null : `git has no place for the branch ${branchName(id)} while ${inTheWay}; rename or delete what is in the way, then send the patch again`;
}
const HEADS = "refs/heads/";

// src/stages/note-sender.ts
async function noteSender({ context, snapshot }, own, isMeant) {
	const { id, digest, alsoSentBy = [] } = own;
	const from = snapshot.refs.get(recordRef(id)) ?? null;
	const standing = readPrevious(snapshot, id);
	if (from === null || standing === null || standing === "unreadable" || standing.digest !== digest) return "done";
	const { outcome, alsoSentBy: known = [] } = standing;
	const { switches = [] } = parseControl(snapshot.refs.get(CONTROL_REF)?.message ?? "") ?? {};
	const now = context.clock.now();
	const names = alsoSentBy.filter((name) => known.includes(name) || isMeant(name) && !isStoppedByName(switches, name, now));
	if (names.length <= known.length || outcome?.kind === "merged" || outcome?.kind === "reverted") return "done";
	const record = {
		...standing,
		alsoSentBy: names
	};
	const { ok } = await context.repository.write(nextStep({
		from,
		record,
		recordMessage: messageFor(context.site, null)
	}));
	return ok ? "done" : "moved";
}
async function noteWriter(context, { id, digest }, handing) {
	for (let round = 0; round < 8; round++) {
		const snapshot = await context.repository.read({ refs: [recordRef(id), CONTROL_REF] });
		const standing = readPrevious(snapshot, id);
		const own = {
			id,
			digest,
			...whoSent(standing === "unreadable" ? null : standing, handing, { fromRecord: false })
		};
		if (await noteSender({
			context,
			snapshot
		}, own, () => true) === "done") return;
	}
	throw new Error(`${recordRef(id)} was moved by others ${8} times in a row; write the comment again`);
}

// src/patch/sender-name.ts
function isSenderName(name) {
	return SENDER_NAME.test(name);
}
const SENDER_NAME = /^[\w.-]{1,100}(?:\[bot\])?$/i;

// src/patch/envelope.ts
function parseEnvelope(payload) {
	if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return refused({}, [malformed("", "The payload is not an object. Send {\"patch\": {…}}, with an \"id\" if you like.")]);
	const members = new Map(Object.entries(payload));
	const id = members.get("id") ?? void 0;
	const sentFor = members.get("for") ?? [];
	const beside = {
		...members.get("retry") === true ? { retry: true } : {},
		...members.get("again") === true ? { again: true } : {},
		...isNames(sentFor) && sentFor.length > 0 ? { sentFor } : {}
	};
	const named = {
		...typeof id === "string" && id !== "" ? { id } : {},
		...beside
	};
	const besideProblems = [...flagProblems(members), ...sentForProblems(sentFor)];
	if (isPatchItself(members)) return besideProblems.length > 0 ? refused(named, besideProblems) : {
		ok: true,
		envelope: {
			kind: "inline",
			...beside,
			patch: patchIn(members)
		}
	};
	const problems = [
		...idProblems(id),
		...besideProblems,
		...unknownKeys(members)
	];
	if (members.has("patch") === members.has("ref")) {
		problems.push(malformed("", "The payload must hold either `patch` or `ref` with `sha256`. Send one of the two."));
		return refused(named, problems);
	}
	if (members.has("patch") && members.has("sha256")) problems.push(HALF_REFERENCE);
	if (problems.length > 0) return refused(named, problems);
	return members.has("patch") ? inline(named, members) : reference(named, members);
}
function isPatchItself(members) {
	return !members.has("ref") && !members.has("sha256") && unknownKeys(members).length > 0;
}
function patchIn(members) {
	return Object.fromEntries([...members].filter(([name]) => !BESIDE.has(name)));
}
function flagProblems(members) {
	return FLAGS.filter((name) => !["undefined", "boolean"].includes(typeof members.get(name))).map((name) => malformed(`/${name}`, `\`${name}\` must be true or false. Leave it out to send a patch for the first time.`));
}
const FLAGS = ["retry", "again"];
const BESIDE = /* @__PURE__ */ new Set(["for", ...FLAGS]);
function sentForProblems(sentFor) {
	return isNames(sentFor) ? [] : [malformed("/for", `\`for\` must be a list of no more than ${MOST_SENT_FOR} names, each of 1 to 100 letters, digits, dots, dashes and underscores. Leave it out where you send for nobody else.`)];
}
function isNames(value) {
	return Array.isArray(value) && value.length <= MOST_SENT_FOR && value.every(isName);
}
function isName(value) {
	return typeof value === "string" && isSenderName(value);
}
const MOST_SENT_FOR = 4;
function idProblems(id) {
	if (id === void 0) return [];
	if (typeof id !== "string" || id === "") return [malformed("/id", "`id` must be a string that is not empty. Send a name, or leave it out.")];
	if (!id.isWellFormed()) return [malformed("/id", "An escape in `id` stands for half of a character. Send whole characters.")];
	if (id.length <= 200) return [];
	return [{
		code: "too_large",
		message: `\`id\` has more than ${200} characters. Send a shorter one.`,
		pointer: "/id",
		data: { limit: 200 }
	}];
}
function unknownKeys(members) {
	return [...members.keys()].filter((key) => !KEYS.has(key)).map((key) => malformed(jsonPointer([key]), "The payload has a field that is not known. Only `id`, `patch`, `ref`, `sha256`, `retry`, `again` and `for` are; everything else belongs into the patch."));
}
const ENVELOPE_KEYS = [
	"id",
	"patch",
	"ref",
	"sha256",
	"for",
	...FLAGS
];
const KEYS = new Set(ENVELOPE_KEYS);
const HALF_REFERENCE = malformed("/sha256", "`sha256` belongs to `ref`, and nothing is compared with it beside `patch`. Leave it out, or send `ref` in the place of `patch`.");
function inline(named, members) {
	return {
		ok: true,
		envelope: {
			kind: "inline",
			...named,
			patch: members.get("patch")
		}
	};
}
function reference(named, members) {
	const ref = members.get("ref");
	const sha256 = members.get("sha256");
	if (typeof sha256 !== "string" || !/^[0-9a-f]{64}$/.test(sha256)) return refused(named, [malformed("/sha256", "`sha256` must be the digest of the bytes at `ref`: 64 digits, 0-9 and a-f.")]);
	if (ref !== inboxRef(sha256)) return refused(named, [malformed("/ref", `\`ref\` must be ${inboxRef(sha256)}: patches by reference lie in the inbox under their digest.`)]);
	return {
		ok: true,
		envelope: {
			kind: "reference",
			...named,
			ref,
			sha256
		}
	};
}
function refused({ id }, refusals) {
	return {
		ok: false,
		...id === void 0 ? {} : { id },
		refusals
	};
}
function malformed(pointer, message) {
	return {
		code: "malformed",
		message,
		pointer
	};
}

// src/stages/receive.ts
async function receive({ repository, compute, site }, payload) {
	const parsed = parseEnvelope(payload);
	if (!parsed.ok) return compute.read({
		source: { value: payload },
		id: parsed.id,
		refusals: parsed.refusals
	});
	const { envelope } = parsed;
	const sentTo = site === void 0 ? {} : sentToOf(site);
	const flags = {
		...envelope.retry === true ? { retry: true } : {},
		...envelope.again === true ? { again: true } : {},
		...envelope.sentFor === void 0 ? {} : { sentFor: envelope.sentFor }
	};
	if (envelope.kind === "inline") return {
		...await compute.read({
			source: sourceOf(envelope),
			id: envelope.id,
			...sentTo
		}),
		...flags
	};
	const found = await readInbox(repository, envelope);
	if (typeof found !== "string") {
		const opened = {
			source: { value: payload },
			id: envelope.id,
			refusals: [found]
		};
		return {
			...await compute.read(opened),
			...flags,
			unfetched: envelope.sha256
		};
	}
	return {
		...await compute.read({
			source: { text: found },
			id: envelope.id,
			...sentTo
		}),
		...flags,
		fetched: envelope.sha256
	};
}
async function underPrefixes({ compute }, received, pathPrefixes) {
	if (received.patch === void 0 || pathPrefixes.length === 0) return received;
	return await compute.readUnder({
		received,
		pathPrefixes
	}) ?? received;
}
function sentToOf({ repository, clonedFrom }) {
	const sentTo = clonedFrom ?? (repository.includes("/") ? repository : void 0);
	return sentTo === void 0 ? {} : { sentTo };
}
async function readInbox(repository, { ref, sha256: expected }) {
	const { fileAt: bytes = null, fileAtTooLarge: size } = await repository.read({ fileAt: {
		ref,
		path: PATCH_FILE
	} });
	if (bytes === null) return size === void 0 ? referenceNotFound(ref) : referenceTooLarge(ref, size);
	const digest = sha256(bytes);
	return digest === expected ? readUtf8(bytes) ?? notUtf8(ref) : digestMismatch(expected, digest);
}
function referenceNotFound(ref) {
	return {
		code: "reference_not_found",
		message: `There is no ${PATCH_FILE} at ${ref}; push the patch there first, then send the dispatch.`,
		pointer: "/ref"
	};
}
function referenceTooLarge(ref, bytes) {
	return {
		code: "too_large",
		message: `${PATCH_FILE} at ${ref} has ${bytes} bytes, and no more than ${MAX_FILE_BYTES} are read; send smaller patches.`,
		pointer: "/ref",
		data: {
			bytes,
			limit: MAX_FILE_BYTES
		}
	};
}
function digestMismatch(expected, found) {
	return {
		code: "digest_mismatch",
		message: "The patch at the reference is not the one that was announced; send it again with the sha256 of its bytes.",
		pointer: "/sha256",
		data: {
			expected,
			found
		}
	};
}
function notUtf8(ref) {
	return {
		code: "malformed",
		message: `${PATCH_FILE} at ${ref} is not in UTF-8; save it as UTF-8, push it under its new digest and send that.`,
		pointer: "/ref"
	};
}

// src/stages/stop-beside.ts
async function stopBeside(context, { despiteStops, ...sent }, tried) {
	const stop = despiteStops === true ? stopOf(sent) : null;
	if (stop === null || tried.kind === "write") return stop;
	const { plan: screened } = await context.compute.plan(sent);
	const { plan } = await admit(context, screened, sent);
	return plan.kind === "write" ? null : stoppedIn(plan.outcome);
}
function stoppedIn(outcome) {
	return outcome.kind === "held" || outcome.kind === "halted" ? outcome : null;
}

// src/stages/unseen-merge.ts
async function unseenMerge(context, snapshot, id) {
	const listed = readPrevious(snapshot, id);
	const pull = snapshot.pullRequest;
	if (listed === null || listed === "unreadable" || pull?.merge == null) return null;
	const record = await asEnded(context, listed, {
		pull,
		branch: snapshot.refs.get(branchRef(id)) ?? null
	});
	if (record === null) return null;
	const isSaid = record.outcome?.kind === "merged" || record.outcome?.kind === "reverted" || pull.number === record.mergedBefore;
	const known = pullRequestOf(record);
	const isOwn = (known === void 0 ? pull.head === record.head : pull.number === known.number) && proofOf(record)?.digest === record.digest;
	if (isSaid || !isOwn) return null;
	const { number, url } = pull;
	return await showedEarlier(context, record, pull) ? {
		...record,
		mergedBefore: number,
		warnings: mergeWarnings(record.warnings, [mergedMeanwhile(number)])
	} : {
		...record,
		pullRequest: {
			number,
			url
		},
		outcome: mergedOutcome(pull, pull.merge, testsAt(record, pull.head))
	};
}
async function asEnded({ ledger }, record, { pull, branch }) {
	if (record.state === "done") {
		const { withdrawn, ...rest } = record;
		return withdrawn === pull.head && record.head === void 0 ? {
			...rest,
			head: withdrawn
		} : record;
	}
	if (record.state === "publishing" || record.plan === void 0) return null;
	const merged = branch?.oid === pull.head ? branch : await ledger.commit(pull.head);
	return merged !== null && isOurs(merged, record) ? {
		...record,
		state: "done",
		head: merged.oid
	} : null;
}
async function showedEarlier(context, { id, head, digest, base }, pull) {
	const made = pull.head === head ? null : await findMadeBelow(context, {
		id,
		head: pull.head,
		base: base?.sha
	});
	return made !== null && made.record.digest !== digest;
}

// src/stages/apply.ts
async function apply(context, delivery) {
	const startedAt = context.clock.now();
	let delivered = delivery.received ?? await receive(context, delivery.payload);
	const dryRun = delivery.dryRun || delivered.dryRun;
	for (let round = 0; round < 8; round++) {
		let snapshot = await readPatchSnapshot(context.repository, delivered.id, readRequest(delivered));
		const known = await underPrefixes(context, delivered, pathPrefixesOf(snapshot));
		if (known !== delivered) {
			delivered = known;
			snapshot = await readPatchSnapshot(context.repository, delivered.id, readRequest(delivered));
		}
		if (!dryRun && await sayMerged(context, snapshot, delivered.id)) continue;
		const input = {
			received: asOnRecord(delivered, {
				snapshot,
				run: context.run
			}),
			sender: delivery.sender,
			snapshot,
			run: context.run,
			now: startedAt,
			...dryRun && (delivered.dryRun || delivery.beforeSending !== true) ? { despiteStops: true } : {}
		};
		const { plan: screened, received } = await context.compute.plan(input);
		const { plan, slots } = await admit(context, screened, input);
		const work = {
			context,
			snapshot,
			slots,
			received,
			sender: delivery.sender,
			run: context.run,
			startedAt,
			now: context.clock.now()
		};
		if (dryRun) return preview(work, plan, input);
		if (plan.kind === "skip") {
			const record = doneRecord(work, plan, 1);
			if ((plan.outcome.kind === "duplicate" ? await noteSender(work, record, (name) => isBot(work.sender) || sameLogin(name, work.sender)) : await turnAway(work, record, delivery)) === "moved") continue;
			return {
				kind: "ended",
				outcome: plan.outcome,
				hunks: [],
				view: viewOf(context.site, record, received)
			};
		}
		const report = plan.kind === "end" ? await end(work, plan) : await writeWherePlace(work, plan);
		if (report !== "moved") return report;
	}
	throw new Error(`${recordRef(delivered.id)} was moved by others ${8} times in a row; send the patch again`);
}
async function sayMerged(context, snapshot, id) {
	const { repository, forge, site } = context;
	const record = await unseenMerge(context, snapshot, id);
	const from = snapshot.refs.get(recordRef(id)) ?? null;
	if (record === null || from === null) return false;
	const { ok } = await repository.write(nextStep({
		from,
		record,
		recordMessage: messageFor(site, null)
	}));
	const { head, outcome } = record;
	if (ok && outcome?.kind === "merged" && head !== void 0 && head === snapshot.pullRequest?.head) {
		const status = formatStatus(viewFrom(site, record, null));
		await (forge && sayStatus(forge, {
			sha: head,
			record,
			status
		}).catch(() => void 0));
	}
	return true;
}
function readRequest(received) {
	const { branch, sha } = (received.ok ? received.patch.base : void 0) ?? {};
	return {
		base: {
			...branch === void 0 ? {} : { branch },
			...sha === void 0 ? {} : { sha }
		},
		...received.ok ? {
			files: received.paths,
			besides: received.newPaths
		} : {},
		...received.unfetched === void 0 ? {} : { fileAt: {
			ref: recordRef(received.id),
			path: PATCH_FILE
		} },
		config: CONFIG_PATH
	};
}
function pathPrefixesOf({ config }) {
	const parsed = parseConfig(config);
	return parsed.ok ? parsed.config["path-prefixes"] : [];
}
async function preview(work, plan, input) {
	const { context, received } = work;
	const stop = await stopBeside(context, input, plan);
	const stopped = stop === null ? {} : { stopped: stop };
	if (plan.kind === "write") {
		const view = viewOf(context.site, appliedRecord(work, plan), received);
		const files = await context.compute.diff(plan.changes.map((change) => versions(change, plan.base)));
		return {
			kind: "previewed",
			view: {
				...view,
				dryRun: true,
				...stopped,
				diff: joinDiffs(files)
			},
			...stopped,
			changes: plan.changes,
			hunks: plan.hunks
		};
	}
	const ending = plan.kind === "end" ? plan : {
		attempt: 1,
		hunks: []
	};
	return {
		kind: "previewed",
		view: {
			...viewOf(context.site, doneRecord(work, plan, ending.attempt), received),
			dryRun: true,
			...stopped
		},
		...stopped,
		outcome: plan.outcome,
		changes: [],
		hunks: ending.hunks
	};
}
async function writeWherePlace(work, plan) {
	try {
		return await write(work, plan);
	} catch (error) {
		const reason = await whyNoPlace(work.context.repository, work.received.id).catch(() => null);
		if (reason === null) throw error;
		const { attempt, previous, channel, hunks } = plan;
		const outcome = {
			kind: "crashed",
			stage: "apply",
			reason
		};
		return end({
			...work,
			slots: []
		}, {
			kind: "end",
			outcome,
			hunks,
			attempt,
			previous,
			channel
		});
	}
}
async function write(work, plan) {
	const { context, snapshot, received, slots } = work;
	const record = appliedRecord(work, plan);
	const view = viewOf(context.site, record, received);
	const result = await context.repository.write(branchAndRecord({
		snapshot,
		record,
		recordMessage: (made) => recordMessage(context.site, made, received),
		patchText: received.text,
		base: plan.base,
		changes: plan.changes,
		branchMessage: formatCommitMessage(view),
		slots
	}));
	if (!result.ok) return "moved";
	const head = writtenOid(result, "branch");
	const [told] = await Promise.all([
		tell(context, plan.channel, view, plan.previous),
		context.forge?.setStatus(head, formatStatus(view)).catch(() => void 0),
		holdBack(context, snapshot, {
			record,
			previous: plan.previous
		})
	]);
	const handover = handoverOf({
		plan,
		record,
		head,
		told
	});
	const { slack, test } = handover;
	return {
		kind: "applied",
		view: {
			...view,
			record: {
				...record,
				head,
				...slack === void 0 ? {} : { slack }
			}
		},
		changes: plan.changes,
		hunks: plan.hunks,
		test,
		handover
	};
}
async function holdBack({ forge }, { pullRequest }, { record: { approval }, previous }) {
	const isDraft = pullRequest?.draft === true && previous?.approval?.by === void 0;
	if (forge === null || approval === void 0 || pullRequest?.state !== "open" || isDraft) return;
	const { number, nodeId } = pullRequest;
	await forge.decoratePullRequest({
		...NO_DECORATION,
		number,
		nodeId,
		draft: true
	}).catch(() => void 0);
}
const NO_DECORATION = {
	labels: [],
	reviewers: [],
	labelIds: /* @__PURE__ */ new Map(),
	reviewerIds: /* @__PURE__ */ new Map()
};
async function end(work, plan) {
	const { context, snapshot, received, slots } = work;
	const record = doneRecord(work, plan, plan.attempt);
	const message = (made) => recordMessage(context.site, made, received);
	const result = await context.repository.write(recordOnly({
		snapshot,
		record,
		recordMessage: message,
		patchText: received.withheld === true ? null : received.text,
		slots
	}));
	if (!result.ok) return "moved";
	const view = viewOf(context.site, record, received);
	const [told] = await Promise.all([tell(context, plan.channel, view, plan.previous), context.forge && sayReplaced(context.forge, {
		record,
		status: formatStatus(view)
	}).catch(() => void 0)]);
	const ended = {
		kind: "ended",
		outcome: plan.outcome,
		hunks: plan.hunks
	};
	if (told.slack === void 0 && told.warning === void 0) return {
		...ended,
		view
	};
	const final = {
		...record,
		...told.slack === void 0 ? {} : { slack: told.slack },
		warnings: mergeWarnings(record.warnings, [told.warning])
	};
	const from = result.commits["record"];
	const isNew = final.slack?.shown !== record.slack?.shown;
	if (from !== void 0 && final.slack !== void 0) await keepTold(context, {
		from,
		record: final,
		texts: textsOf(received),
		isNew
	}).catch(() => void 0);
	return {
		...ended,
		view: {
			...view,
			record: final
		}
	};
}
function textsOf(received) {
	return received.ok ? patchTexts(received) : null;
}
function writtenOid(result, name) {
	const commit = result.commits[name];
	if (commit === void 0) throw new Error(`the repository did not say which commit it made for ${name}`);
	return commit.oid;
}

export { noteWriter as a, isBot as c, isSenderName as i, neededRole as l, receive as n, ROLE_WORDS as o, underPrefixes as r, authorise as s, apply as t, scopeOption as u };