import { o as say, r as readDelivery, s as setOutputs, u as writeSummary } from "./workflow.js";
import { A as recordRef, D as CONTROL_REF, E as formatStatus, M as CONFIG_PATH, N as formatSummary, O as PATCH_FILE, R as defuseReferences, T as touchedPaths, _ as parseJson, c as viewOf, d as nextStep, f as recordOnly, g as notJson, h as jsonPointer, i as explainCrash, j as inboxRef, m as readPatch, n as sayRequests, o as recordMessage, p as tell, r as conclude, t as createContext, u as branchAndRecord, v as sha256, x as planApply, y as branchRef } from "./context.js";
import { d as oneLine, f as showHidden, p as cutText, u as titleOf } from "./sentence.js";
import { Buffer } from "node:buffer";

// src/report/commit.ts
/**
* The message of the patch's commit on its branch: its title, what was asked as a quotation, and trailers that
* say where it came from. Quoting keeps a description from adding trailers of its own.
*/
function formatCommitMessage(view) {
	const description = quoteDescription(view.patch?.description ?? "");
	return `${[
		formatSubject(view),
		description,
		formatTrailers(view)
	].filter((part) => part !== "").join("\n\n")}\n`;
}
/** Where git's own tools and GitHub begin to cut a subject. */
const MAX_SUBJECT = 72;
function formatSubject(view) {
	const subject = cutText(defuseReferences(oneLine(titleOf(view))), MAX_SUBJECT);
	return subject === "" ? `Apply patch ${cutText(view.record.id, MAX_SUBJECT / 2)}` : subject;
}
/** A message is read in terminals; the pull request holds the whole description. */
const MAX_DESCRIPTION_LINES = 40;
const MAX_LINE = 400;
function quoteDescription(description) {
	const lines = showHidden(description).trim().split("\n");
	const kept = lines.slice(0, MAX_DESCRIPTION_LINES).map((line) => cutText(defuseReferences(line), MAX_LINE));
	const quoted = [...kept, ...lines.length > kept.length ? ["…"] : []].map((line) => `> ${line}`.trimEnd());
	return description.trim() === "" ? "" : quoted.join("\n");
}
function formatTrailers({ record, patch }) {
	return [
		["Ghost-Patch", record.id],
		["Ghost-Digest", record.digest],
		["Ghost-Sent-By", record.sender],
		["Ghost-Agent", defuseReferences(patch?.source?.agent ?? "")],
		["Ghost-Run", record.run.url]
	].flatMap(([key, value]) => {
		const line = cutText(oneLine(value ?? ""), MAX_LINE);
		return line === "" ? [] : [`${key}: ${line}`];
	}).join("\n");
}

// src/report/diffstat.ts
/**
* How many lines a change adds and removes; null stands for a file that does not exist on that side.
*
* Exact, the fewest that turn one into the other, as long as they are at most `MAX_EXACT_EDITS`. Beyond that the
* search would cost too much, and lines that merely moved are not counted. A file with a NUL byte has no lines.
*/
function countLines(before, after) {
	if (isBinary(before) || isBinary(after)) return {
		added: null,
		removed: null
	};
	const [a, b] = trimCommonEnds(splitLines(before), splitLines(after));
	const edits = countEdits(a, b);
	return edits === null ? countUnmatched(a, b) : {
		added: (edits + b.length - a.length) / 2,
		removed: (edits + a.length - b.length) / 2
	};
}
/** Two files that differ in more lines than this differ, for a reader, in all of them. */
const MAX_EXACT_EDITS = 1e3;
function isBinary(bytes) {
	return bytes?.includes(0) ?? false;
}
/** Each with its line end, so that a missing one at the end of the file is a difference, as it is for git. */
function splitLines(bytes) {
	if (bytes === null || bytes.length === 0) return [];
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1").split(/(?<=\n)/);
}
function trimCommonEnds(a, b) {
	const shorter = Math.min(a.length, b.length);
	let start = 0;
	while (start < shorter && a[start] === b[start]) start += 1;
	let end = 0;
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
/**
* The length of the shortest edit script, found greedily diagonal by diagonal (Myers 1986); null when it is longer
* than the limit. `reach[k]` is how far into `a` one gets on diagonal `k` with the edits so far.
*/
function countEdits(a, b) {
	const limit = Math.min(a.length + b.length, MAX_EXACT_EDITS);
	const reach = new Int32Array(2 * limit + 3);
	const origin = limit + 1;
	for (let edits = 0; edits <= limit; edits += 1) for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
		const down = reach[origin + diagonal + 1] ?? 0;
		const right = (reach[origin + diagonal - 1] ?? 0) + 1;
		let x = diagonal === -edits || diagonal !== edits && down >= right ? down : right;
		while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
		reach[origin + diagonal] = x;
		if (x >= a.length && x - diagonal >= b.length) return edits;
	}
	return null;
}
function countUnmatched(a, b) {
	const surplus = /* @__PURE__ */ new Map();
	for (const line of a) surplus.set(line, (surplus.get(line) ?? 0) + 1);
	let matched = 0;
	for (const line of b) {
		const left = surplus.get(line) ?? 0;
		if (left > 0) {
			surplus.set(line, left - 1);
			matched += 1;
		}
	}
	return {
		added: b.length - matched,
		removed: a.length - matched
	};
}

// src/patch/envelope.ts
/** Reads the `client_payload` of a dispatch: `{id?, patch}` or `{id?, ref, sha256}`. */
function parseEnvelope(payload) {
	if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return refused({}, [malformed("", "The payload is not an object. Send {\"patch\": {…}}, with an \"id\" if you like.")]);
	const members = new Map(Object.entries(payload));
	const id = members.get("id") ?? void 0;
	const named = typeof id === "string" && id !== "" ? { id } : {};
	const problems = [...idProblems(id), ...unknownKeys(members)];
	if (members.has("patch") === members.has("ref")) {
		problems.push(malformed("", "The payload must hold either `patch` or `ref` with `sha256`. Send one of the two."));
		return refused(named, problems);
	}
	if (problems.length > 0) return refused(named, problems);
	return members.has("patch") ? inline(named, members) : reference(named, members);
}
function idProblems(id) {
	if (id === void 0) return [];
	if (typeof id !== "string" || id === "") return [malformed("/id", "`id` must be a string that is not empty. Send a name, or leave it out.")];
	if (id.length <= 200) return [];
	return [{
		code: "too_large",
		message: `\`id\` has more than ${200} characters. Send a shorter one.`,
		pointer: "/id",
		data: { limit: 200 }
	}];
}
function unknownKeys(members) {
	return [...members.keys()].filter((key) => !KEYS.has(key)).map((key) => malformed(jsonPointer([key]), "The payload has a field that is not known. Only `id`, `patch`, `ref` and `sha256` are; everything else belongs into the patch."));
}
const KEYS = /* @__PURE__ */ new Set([
	"id",
	"patch",
	"ref",
	"sha256"
]);
function inline(named, members) {
	const patch = members.get("patch");
	if (typeof patch !== "string") return {
		ok: true,
		envelope: {
			kind: "inline",
			...named,
			patch
		}
	};
	const parsed = parseJson(patch);
	if (!parsed.ok) return refused(named, [{
		...notJson(parsed),
		pointer: "/patch"
	}]);
	return {
		ok: true,
		envelope: {
			kind: "inline",
			...named,
			patch: parsed.value
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
function refused(named, refusals) {
	return {
		ok: false,
		...named,
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
/** Reads `client_payload`. A patch by reference is fetched from the inbox and checked against its digest. */
async function receive(repository, payload) {
	const parsed = parseEnvelope(payload);
	if (!parsed.ok) return refuse({
		source: { value: payload },
		id: parsed.id,
		refusals: parsed.refusals
	});
	const { envelope } = parsed;
	if (envelope.kind === "inline") return understand({ value: envelope.patch }, envelope.id);
	const bytes = (await repository.read({ fileAt: {
		ref: envelope.ref,
		path: "patch.json"
	} })).fileAt ?? null;
	if (bytes === null) return refuse({
		source: { value: payload },
		id: envelope.id,
		refusals: [referenceNotFound(envelope.ref)]
	});
	const digest = sha256(bytes);
	if (digest !== envelope.sha256) return refuse({
		source: { value: payload },
		id: envelope.id,
		refusals: [digestMismatch(envelope.sha256, digest)]
	});
	return understand({ text: new TextDecoder().decode(bytes) }, envelope.id);
}
function understand(source, envelopeId) {
	const read = readPatch(source, envelopeId);
	if (!read.ok) return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(source),
		repairs: [],
		refusals: read.refusals
	};
	const { id, digest, title, canonical, patch, repairs } = read;
	const known = {
		id,
		digest,
		title,
		text: canonical,
		repairs
	};
	const touched = touchedPaths(patch);
	return touched.ok ? {
		...known,
		ok: true,
		patch,
		paths: touched.paths
	} : {
		...known,
		ok: false,
		refusals: touched.refusals
	};
}
/** A refusal of the envelope itself; reading its content as a patch still gives it an id, a digest and a title. */
function refuse(given) {
	const read = readPatch(given.source, given.id);
	return {
		ok: false,
		id: read.id,
		digest: read.digest,
		title: read.title,
		text: rawText(given.source),
		repairs: [],
		refusals: given.refusals
	};
}
function rawText(source) {
	return "text" in source ? source.text : JSON.stringify(source.value, null, 2) ?? "";
}
function referenceNotFound(ref) {
	return {
		code: "reference_not_found",
		message: `There is no ${PATCH_FILE} at ${ref}; push the patch there first, then send the dispatch.`,
		pointer: "/ref"
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

// src/stages/apply.ts
/**
* Applies a delivered patch: reads, decides, and writes branch and record in one step.
* When another delivery wins the race for a ref, everything is read and decided anew.
*/
async function apply(context, delivery) {
	const startedAt = context.clock.now();
	const received = await receive(context.repository, delivery.payload);
	const dryRun = delivery.dryRun || received.ok && received.patch.dryRun;
	for (let round = 0; round < 8; round++) {
		const snapshot = await context.repository.read(readRequest(received));
		const plan = planApply({
			received,
			snapshot,
			run: context.run,
			now: startedAt
		});
		const work = {
			context,
			delivery,
			received,
			snapshot,
			startedAt
		};
		if (dryRun) return preview(work, plan);
		if (plan.kind === "skip") return {
			kind: "ended",
			outcome: plan.outcome,
			hunks: [],
			view: viewOf(context.site, doneRecord(work, plan, 1), received)
		};
		const report = plan.kind === "end" ? await end(work, plan) : await write(work, plan);
		if (report !== "moved") return report;
	}
	throw new Error(`${recordRef(received.id)} was moved by others ${8} times in a row; send the patch again`);
}
/** What stands between a job's start and its report besides the tests: set-up steps, queueing, publishing. */
const SLACK_MINUTES = 60;
function readRequest(received) {
	const { branch, sha } = (received.ok ? received.patch.base : void 0) ?? {};
	return {
		base: {
			...branch === void 0 ? {} : { branch },
			...sha === void 0 ? {} : { sha }
		},
		...received.ok ? { files: received.paths } : {},
		refs: [
			CONTROL_REF,
			recordRef(received.id),
			branchRef(received.id)
		],
		config: CONFIG_PATH,
		anyRefUnder: "refs/ghost/patches/",
		pullRequestFrom: branchRef(received.id).slice(11)
	};
}
function preview(work, plan) {
	const { context, received } = work;
	if (plan.kind === "write") {
		const record = appliedRecord(work, plan);
		return {
			kind: "previewed",
			view: {
				...viewOf(context.site, record, received),
				dryRun: true
			},
			changes: plan.changes,
			hunks: plan.hunks
		};
	}
	const record = doneRecord(work, plan, plan.kind === "end" ? plan.attempt : 1);
	const hunks = plan.kind === "end" ? plan.hunks : [];
	return {
		kind: "previewed",
		view: {
			...viewOf(context.site, record, received),
			dryRun: true
		},
		outcome: plan.outcome,
		changes: [],
		hunks
	};
}
/** Writes branch and record, then says so: a pending status, and the patch's one message. */
async function write(work, plan) {
	const { context, snapshot, received } = work;
	const record = appliedRecord(work, plan);
	const view = viewOf(context.site, record, received);
	const result = await context.repository.write(branchAndRecord({
		snapshot,
		record,
		recordMessage: (made) => recordMessage(context.site, made, received),
		patchText: received.text,
		base: plan.base,
		changes: plan.changes,
		branchMessage: formatCommitMessage(view)
	}));
	if (!result.ok) return "moved";
	const head = writtenOid(result, "branch");
	const [told] = await Promise.all([tell(context, plan.channel, view), context.forge?.setStatus(head, formatStatus(view)).catch(() => void 0)]);
	const slack = told.slack ?? record.slack;
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
		test: {
			command: plan.config.test.command,
			timeoutMinutes: plan.config.test["timeout-minutes"]
		},
		handover: {
			id: received.id,
			digest: received.digest,
			attempt: plan.attempt,
			head,
			labels: record.plan?.labels ?? [],
			reviewers: record.plan?.reviewers ?? [],
			...slack === void 0 ? {} : { slack }
		}
	};
}
/** Writes why the patch goes no further; then the message, whose place is kept in the record too. */
async function end(work, plan) {
	const { context, snapshot, received } = work;
	const record = doneRecord(work, plan, plan.attempt);
	const message = (made) => recordMessage(context.site, made, received);
	const result = await context.repository.write(recordOnly({
		snapshot,
		record,
		recordMessage: message,
		patchText: received.text
	}));
	if (!result.ok) return "moved";
	const view = viewOf(context.site, record, received);
	const told = await tell(context, plan.channel, view);
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
		warnings: [...record.warnings, ...told.warning === void 0 ? [] : [told.warning]]
	};
	const from = result.commits["record"];
	if (from !== void 0 && final.slack?.ts !== record.slack?.ts) await keepMessage(context.repository, nextStep({
		from,
		record: final,
		recordMessage: message
	}));
	return {
		...ended,
		view: {
			...view,
			record: final
		}
	};
}
/** Where the message stands is a convenience; the outcome is already kept, and a newer attempt keeps its own. */
async function keepMessage(repository, transaction) {
	await repository.write(transaction).catch(() => void 0);
}
function writtenOid(result, name) {
	const commit = result.commits[name];
	if (commit === void 0) throw new Error(`the repository did not say which commit it made for ${name}`);
	return commit.oid;
}
function appliedRecord(work, plan) {
	const { config, patch, base } = plan;
	const deadline = new Date(work.startedAt.getTime() + (config.test["timeout-minutes"] + SLACK_MINUTES) * 6e4);
	return {
		...newRecord(work, plan.attempt),
		state: "applied",
		deadline: deadline.toISOString(),
		base: {
			branch: base.branch,
			sha: base.sha
		},
		plan: {
			changes: plan.changes.map((change) => summarize(change, base)),
			notes: [
				...work.received.repairs,
				...relocations(plan.hunks),
				...notActedOn(patch)
			],
			labels: [.../* @__PURE__ */ new Set([...config.labels, ...patch.labels])],
			reviewers: [.../* @__PURE__ */ new Set([...config.reviewers, ...patch.reviewers])],
			draft: patch.draft
		},
		...carriedOver(plan.previous, ["pullRequest", "slack"])
	};
}
/** The branch and what stands on it stay what they were: only the attempt failed. */
function doneRecord(work, plan, attempt) {
	return {
		...newRecord(work, attempt),
		state: "done",
		outcome: plan.outcome,
		...carriedOver(plan.previous, [
			"base",
			"tree",
			"head",
			"pullRequest",
			"slack"
		])
	};
}
function newRecord(work, attempt) {
	const { context, received, startedAt } = work;
	const seconds = Math.max(0, (context.clock.now().getTime() - startedAt.getTime()) / 1e3);
	return {
		version: 1,
		id: received.id,
		digest: received.digest,
		title: received.title,
		sender: work.delivery.sender,
		attempt,
		run: context.run,
		startedAt: startedAt.toISOString(),
		deadline: startedAt.toISOString(),
		steps: [{
			stage: "apply",
			at: startedAt.toISOString(),
			seconds
		}],
		warnings: []
	};
}
function carriedOver(previous, keys) {
	const kept = {};
	for (const key of keys) if (previous?.[key] !== void 0) kept[key] = previous[key];
	return kept;
}
function summarize(change, base) {
	const before = base.entries.get(change.from ?? change.path)?.bytes ?? null;
	const { added, removed } = countLines(change.action === "create" ? null : before, change.bytes);
	return {
		path: change.path,
		action: change.action,
		...change.from === void 0 ? {} : { from: change.from },
		added,
		removed
	};
}
/** Hunks that were found elsewhere than the patch said. */
function relocations(hunks) {
	return hunks.filter((hunk) => hunk.status === "already_applied" || hunk.rung === "offset").map((hunk) => hunk.status === "already_applied" ? `Hunk ${hunk.hunk} of ${hunk.path} was already there` : `Hunk ${hunk.hunk} of ${hunk.path} was placed at line ${hunk.at}, not where the patch said`);
}
/** Fields of the wire format that are kept and have no effect yet are not passed over in silence. */
function notActedOn(patch) {
	return [...patch.supersedes === void 0 ? [] : ["`supersedes` is kept in the record; the older pull request was not closed"], ...patch.callback === void 0 ? [] : ["`callback` is kept in the record; nothing was sent there"]];
}

// src/action/apply.ts
/** Minutes for checking out and for set-up steps, beside the tests themselves. */
const SETUP_MINUTES = 30;
async function runApply(job) {
	const { context, requests } = createContext(job);
	try {
		await answer(await apply(context, await readDelivery(job, process.env)));
	} catch (error) {
		await explainCrash({
			context,
			stage: "apply",
			error
		});
	} finally {
		sayRequests(requests);
	}
}
async function answer(report) {
	const { view } = report;
	switch (report.kind) {
		case "applied":
			setOutputs({
				outcome: "applied",
				id: view.record.id,
				sha: report.handover.head,
				"test-command": report.test.command,
				"test-timeout-minutes": String(report.test.timeoutMinutes),
				"test-job-timeout-minutes": String(Math.ceil(report.test.timeoutMinutes) + SETUP_MINUTES),
				handover: JSON.stringify(report.handover)
			});
			say(`${view.record.id} is applied as ${report.handover.head}; the tests come next`);
			return writeSummary(formatSummary(view));
		case "previewed":
			setOutputs({
				outcome: "previewed",
				id: view.record.id
			});
			return report.outcome === void 0 ? writeSummary(formatSummary(view)) : conclude(view, report.outcome);
		case "ended":
			setOutputs({
				outcome: report.outcome.kind,
				id: view.record.id,
				"pull-request": pullRequestUrl(report)
			});
			return conclude(view, report.outcome);
	}
}
function pullRequestUrl({ view }) {
	return view.record.pullRequest?.url;
}

export { runApply };