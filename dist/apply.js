import { c as say, f as writeSummary, i as readDelivery, l as setOutputs } from "./workflow.js";
import { n as explainCrash, r as formatSummary, t as conclude } from "./conclude.js";
import { a as parseConfig, i as nextAttempt, n as isLive, t as decideDelivery } from "./life.js";
import { D as stoppedBy, E as readPrevious, Et as defuseReferences, Q as canonicalJson, T as controlOf, at as mergeWarnings, d as viewOf, ft as APPROVAL_LABEL, g as tell, h as recordOnly, it as formatStatus, l as recordMessage, lt as recordRef, m as nextStep, mt as CONFIG_PATH, n as sayRequests, ot as CONTROL_REF, p as branchAndRecord, q as slugId, t as createContext, tt as cappedRefusals, w as branchRef } from "./context.js";
import { f as titleOf, h as cutText, m as showHidden, p as oneLine, u as shortSha } from "./sentence.js";
import { a as amongGlobs, c as planPatch, i as versions, l as formatUnifiedDiff, n as underPrefixes, o as placePatch, r as judgePlaced, s as countLines, t as receive } from "./receive.js";

// src/io/secrets.ts
/** Finds secrets by the rules of secretlint, which are loaded with the first text, and by those of our own. */
function createSecretScanner() {
	return { find: async ({ path, text }) => [...await findByRules(path, text), ...findByPatterns(text)] };
}
async function findByRules(path, text) {
	const [{ lintSource }, { rules }] = await Promise.all([import("./secretlint-core.js"), import("./secretlint-secretlint-rule-preset-recommend.js")]);
	const heeded = rules.filter(({ meta }) => meta.id !== "@secretlint/secretlint-rule-filter-comments");
	const { messages } = await lintSource({
		source: {
			filePath: path,
			ext: path.slice(path.lastIndexOf(".")),
			content: text,
			contentType: "text"
		},
		options: {
			noPhysicFilePath: true,
			config: { rules: heeded.map((rule) => ({
				id: rule.meta.id,
				rule
			})) }
		}
	});
	return messages.map(({ messageId, range: [start, end] }) => ({
		kind: inWords(messageId),
		start,
		end
	}));
}
/** `GITHUB_TOKEN`, `IncomingWebhook` and `AWSSecretAccessKey` as people write them. */
function inWords(messageId) {
	return messageId.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
}
/** What secretlint passes over: keys of elliptic curves are too short for it, and it has no rule for Google's. */
const OWN_PATTERNS = [{
	kind: "private key",
	pattern: /-----BEGIN (?:[A-Z\d]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[\s\S]{0,200}?[A-Za-z\d+/=]{32}/g,
	closing: "-----END"
}, {
	kind: "google api key",
	pattern: /\bAIza[\w-]{35}\b/g,
	closing: ""
}];
function findByPatterns(text) {
	return OWN_PATTERNS.flatMap(({ kind, pattern, closing }) => [...text.matchAll(pattern)].map(({ index: start, 0: { length } }) => {
		const end = start + length;
		const more = closing === "" ? -1 : text.slice(end, end + MAX_KEY_CHARACTERS).indexOf(closing);
		return {
			kind,
			start,
			end: end + Math.max(0, more)
		};
	}));
}
/** Where a key is not closed by then, only its beginning is known for one. */
const MAX_KEY_CHARACTERS = 4e3;

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

// src/stages/plan.ts
/** `control` is created as running by the first patch that a repository ever sees. */
function planApply(input) {
	return stepAside(decide(input), input);
}
/** The same delivery refused after all, for what was found out beside the plan. */
function refuseInstead({ attempt, previous, channel, hunks }, refusals, input) {
	return stepAside({
		kind: "end",
		outcome: {
			kind: "refused",
			refusals: cappedRefusals(refusals)
		},
		hunks,
		attempt,
		previous: atBranch(previous, input.snapshot, input.received.id),
		channel
	}, input);
}
/**
* What ends here must not take the record from a run that is still at work on it. Except for what is held: that must
* be kept to be worked on later, and the other run steps aside for a revision.
*/
function stepAside(plan, input) {
	const { previous, channel } = plan;
	return plan.kind === "end" && previous !== null && isLive(previous, input) && plan.outcome.kind !== "held" ? {
		kind: "skip",
		outcome: plan.outcome,
		previous,
		channel
	} : plan;
}
function decide(input) {
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
		run,
		now,
		record: previous,
		branch: snapshot.refs.get(branchRef(received.id)) ?? null,
		...snapshot.pullRequest === void 0 ? {} : { pullRequest: snapshot.pullRequest }
	});
	if (decision.kind === "end" && decision.outcome.kind === "duplicate") return {
		kind: "skip",
		outcome: decision.outcome,
		previous,
		channel
	};
	const attempt = decision.kind === "start" ? decision.attempt : nextAttempt(previous);
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous: decision.kind === "start" ? atBranch(previous, snapshot, received.id) : previous,
		channel
	});
	if (decision.kind === "end") return end(decision.outcome);
	const branch = (received.ok ? received.patch.base?.branch : void 0) ?? snapshot.defaultBranch;
	const sender = senderOf(received, previous) ?? input.sender;
	const control = controlOf(snapshot, now, {
		branch,
		sender
	});
	if (control.state !== "running") {
		const { base } = snapshot;
		return {
			...end(stoppedBy(control)),
			...base ? { base: {
				branch,
				sha: base.sha
			} } : {}
		};
	}
	if (!received.ok) return end({
		kind: "refused",
		refusals: received.refusals
	});
	if (!parsed.ok) return end({
		kind: "refused",
		refusals: parsed.refusals
	});
	const { patch } = received;
	const placed = placePatch(patch, parsed.config, snapshot);
	if (!placed.ok) return end(placed.outcome, placed.hunks);
	const { base, changes, hunks, drift } = placed;
	const { refusals, reviews } = judgePlaced(parsed.config.policy, placed);
	if (refusals.length > 0) return end({
		kind: "refused",
		refusals: cappedRefusals(refusals)
	}, hunks);
	if (changes.length === 0) return end({ kind: "no_change" }, hunks);
	return {
		kind: "write",
		attempt,
		previous,
		channel,
		patch,
		config: parsed.config,
		base,
		changes,
		hunks,
		drift,
		reviews
	};
}
/**
* Whose patch this is, where it has been here before: another attempt, or one after a pause, is sent by us, and stays
* the patch of whoever sent it first. Null: it is new.
*/
function senderOf({ digest }, previous) {
	return previous?.digest === digest ? previous.sender : null;
}
/** The branch is ours as it stands, also where the record does not know its head yet. */
function atBranch(previous, snapshot, id) {
	const branch = snapshot.refs.get(branchRef(id)) ?? null;
	return previous === null || branch === null ? previous : {
		...previous,
		head: branch.oid
	};
}

// src/stages/new-record.ts
/** The record of a patch whose branch is written with it. */
function appliedRecord(work, plan) {
	const { config, patch, base } = plan;
	const deadline = new Date(work.startedAt.getTime() + (config.test["timeout-minutes"] + MARGIN_MINUTES) * 6e4);
	return {
		...newRecord(work, plan.attempt, plan.previous),
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
				...readingNotes(patch),
				...driftNote(plan),
				...relocations(plan.hunks),
				...notActedOn(patch)
			],
			...work.received.notDone.length === 0 ? {} : { notDone: work.received.notDone },
			labels: [.../* @__PURE__ */ new Set([...config.labels, ...patch.labels])],
			reviewers: [.../* @__PURE__ */ new Set([
				...config.reviewers,
				...policyReviewers(plan),
				...patch.reviewers
			])],
			draft: patch.draft,
			...plan.reviews.length === 0 ? {} : { reviews: plan.reviews },
			...config["on-test-failure"] === "none" ? { onTestFailure: "none" } : {}
		},
		...config.approval === "required" || plan.reviews.length > 0 ? { approval: { required: true } } : {},
		...patch.supersedes === void 0 ? {} : { supersedes: slugId(patch.supersedes) },
		...patch.reverts === void 0 ? {} : { revertOf: slugId(patch.reverts) },
		...carriedOver(plan.previous, ["pullRequest", "slack"])
	};
}
/** Asked where a rule wants a review, beside those who are always asked. */
function policyReviewers({ config, reviews }) {
	return reviews.length === 0 ? [] : config.policy.reviewers;
}
/** The branch and what stands on it stay what they were: only the attempt failed. */
function doneRecord(work, plan, attempt) {
	return {
		...newRecord(work, attempt, plan.previous),
		state: plan.outcome.kind === "held" ? "held" : "done",
		outcome: plan.outcome,
		warnings: plan.warnings ?? [],
		...plan.base === void 0 ? {} : { base: plan.base },
		...carriedOver(plan.previous, [
			"base",
			"tree",
			"head",
			"pullRequest",
			"slack"
		])
	};
}
/** What stands between a job's start and its report besides the tests: set-up steps, queueing, publishing. */
const MARGIN_MINUTES = 60;
function newRecord(work, attempt, previous) {
	const { received, startedAt } = work;
	const known = previous?.digest === received.digest ? previous.receivedAt : void 0;
	const seconds = Math.max(0, (work.now.getTime() - startedAt.getTime()) / 1e3);
	return {
		version: 1,
		id: received.id,
		digest: received.digest,
		title: received.title,
		sender: senderOf(received, previous) ?? work.sender,
		receivedAt: known ?? startedAt.toISOString(),
		attempt,
		run: work.run,
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
	const { path, from, before, after } = versions(change, base);
	const { added, removed } = countLines(before, after);
	return {
		path,
		action: change.action,
		...from === void 0 ? {} : { from },
		added,
		removed
	};
}
/** The reviewer sees lines that neither the patch nor the branch had together before. */
function driftNote({ drift, base }) {
	if (drift === null) return [];
	const { paths, since } = drift;
	const more = paths.length - MAX_DRIFTED;
	const names = [...paths.slice(0, MAX_DRIFTED), ...more > 0 ? [`${more} more`] : []].join(", ");
	return [`Merged with newer changes on ${base.branch}: ${names} changed there since ${shortSha(since)}, the commit that the patch was written for`];
}
/** Enough to know where to look. */
const MAX_DRIFTED = 5;
/** Enough to see a pattern; each hunk stands in the apply stage's own report. */
const MAX_NOTES = 20;
/** What had to be put right to read the patch's texts. */
function readingNotes(patch) {
	const plan = planPatch(patch);
	const notes = plan.ok ? plan.repairs : [];
	const more = notes.length - MAX_NOTES;
	return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} more repairs`] : notes;
}
/** Hunks that were found elsewhere than the patch said. */
function relocations(hunks) {
	const notes = hunks.filter((hunk) => hunk.status === "already_applied" || hunk.rung === "offset").map((hunk) => hunk.status === "already_applied" ? `Hunk ${hunk.hunk} of ${hunk.path} was already there` : `Hunk ${hunk.hunk} of ${hunk.path} was placed at line ${hunk.at}, not where the patch said`);
	const more = notes.length - MAX_NOTES;
	return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} more hunks of this kind`] : notes;
}
/** A field of the wire format that is kept and has no effect yet is not passed over in silence. */
function notActedOn({ callback }) {
	return callback === void 0 ? [] : ["`callback` is kept in the record; nothing was sent there"];
}

// src/policy/secrets.ts
/**
* Those secrets of a file of which the patch adds a line. What stood there before is no news, and a patch that takes
* a secret out must pass. `before` is the file's text without the patch; null: there was none.
*/
function addedSecrets(path, { before, after }, found) {
	if (found.length === 0) return [];
	const isAdded = addedLines(before ?? "", after);
	const starts = lineStarts(after);
	return found.flatMap(({ kind, start, end }) => {
		const [first, last] = [lineAt(starts, start), lineAt(starts, Math.max(start, end - 1))];
		for (let line = first; line <= last; line += 1) if (isAdded[line - 1] === true) return [{
			kind,
			path,
			line
		}];
		return [];
	});
}
/** One refusal for each place; none shows the secret. */
function secretRefusals(secrets) {
	return [...new Map(secrets.map((secret) => [`${secret.path}\0${secret.line}\0${secret.kind}`, secret])).values()].map(({ kind, path, line }) => ({
		code: "secret_found",
		message: `Line ${line} of ${path} would hold what looks like a secret (${kind}). ${REVOKE} Send the patch without it, or ask a maintainer to name the file in policy.secrets.except-paths if it is none.`,
		path,
		data: {
			rule: "policy.secrets",
			kind,
			line
		}
	}));
}
/** For secrets in a title, a description or another field beside the changes. */
function secretWordsRefusal(found) {
	const [first] = found;
	return first === void 0 ? [] : [{
		code: "secret_found",
		message: `The words of the patch beside its changes hold what looks like a secret (${first.kind}). ${REVOKE} Send the patch without it.`,
		data: {
			rule: "policy.secrets",
			kind: first.kind
		}
	}];
}
/** Refusing keeps it out of the branch and the record; whoever could read the delivery has read it. */
const REVOKE = "It was not kept; if it is real, revoke it, because it was sent.";
/** Shows a text without the secrets that were found elsewhere. */
function createMask(secrets) {
	const parts = [...new Set(secrets.flatMap((secret) => secret.split(/\r?\n|\\n/)))].filter((part) => part.length >= MIN_PART);
	if (parts.length > MAX_PARTS) return () => MASK;
	const longestFirst = parts.toSorted((left, right) => right.length - left.length);
	return (text) => longestFirst.reduce((masked, part) => masked.replaceAll(part, MASK), text);
}
const MASK = "****";
/** Characters of a line of a secret; shorter ones give nothing away, and are found in any text. */
const MIN_PART = 8;
/** Looking for more would take too long, so that nothing is shown at all. */
const MAX_PARTS = 500;
/** For each line of the new text whether the old one lacks it; a line counts as often as it is there. */
function addedLines(before, after) {
	const known = /* @__PURE__ */ new Map();
	for (const line of before.split("\n")) known.set(line, (known.get(line) ?? 0) + 1);
	return after.split("\n").map((line) => {
		const left = known.get(line) ?? 0;
		known.set(line, left - 1);
		return left <= 0;
	});
}
/** Offsets at which lines begin. */
function lineStarts(text) {
	const starts = [0];
	for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
	return starts;
}
/** The line that holds an offset, from 1. */
function lineAt(starts, offset) {
	let [low, high] = [0, starts.length];
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return low + 1;
}

// src/stages/screen.ts
/**
* Refuses a patch that would add a secret, before anything is written. A patch that goes no further anyway may hold
* one where nobody can tell what it would add: it ends as it would, but its text is not kept.
*/
async function screen(scanner, plan, input) {
	const { received } = input;
	const proposed = proposedBy(plan, input);
	if (proposed !== null && plan.kind !== "skip") {
		const found = await findProposed(scanner, received, proposed);
		return found.refusals.length === 0 ? {
			plan,
			received
		} : {
			plan: refuseInstead(plan, found.refusals, input),
			received: withhold(received, createMask(found.secrets))
		};
	}
	const found = await findIn(scanner, received.text);
	return found.secrets.length === 0 ? {
		plan,
		received
	} : endWithout(plan, input, found);
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
async function findProposed(scanner, { patch }, { config, base, changes }) {
	const isExcepted = amongGlobs(config.policy.secrets["except-paths"]);
	const found = [await findIn(scanner, canonicalJson({
		...patch,
		changes: []
	}))];
	for (const change of changes.filter(({ path }) => !isExcepted(path))) found.push(await findInFile(scanner, change, base));
	return {
		refusals: found.flatMap(({ refusals }) => refusals),
		secrets: found.flatMap(({ secrets }) => secrets)
	};
}
async function findInFile(scanner, change, base) {
	const { path } = change;
	const { before, after } = versions(change, base);
	if (after === null) return {
		refusals: [],
		secrets: []
	};
	const text = textOf(after);
	const found = await scanner.find({
		path,
		text
	});
	const added = addedSecrets(path, {
		before: before && textOf(before),
		after: text
	}, found);
	return {
		refusals: secretRefusals(added),
		secrets: found.map(({ start, end }) => text.slice(start, end))
	};
}
/** Bytes of any kind, for a secret may stand among others; what is not UTF-8 may still hold letters two bytes wide. */
function textOf(bytes) {
	return new TextDecoder().decode(bytes).replaceAll("\0", "");
}
/** A text of the patch's own, in JSON or not: there, the letter of an escape would hide where a word begins. */
async function findIn(scanner, written) {
	const text = written.replaceAll(/\\[nrt]/g, "\n");
	const found = await scanner.find({
		path: "patch.txt",
		text
	});
	return {
		refusals: secretWordsRefusal(found),
		secrets: found.map(({ start, end }) => text.slice(start, end))
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
	if (outcome.kind === "held") return {
		plan: refuseInstead(plan, refusals, input),
		received
	};
	const hunks = plan.hunks.map((hunk) => ({
		...hunk,
		path: mask(hunk.path)
	}));
	return {
		plan: {
			...plan,
			outcome,
			hunks,
			warnings: [WITHHELD]
		},
		received
	};
}
const WITHHELD = "The patch holds what looks like a secret, so its text was not kept. If the secret is real, revoke it, because it was sent.";
/** What is left of a delivery: names, and texts without the secret. */
function withhold(received, mask) {
	const { id, digest, title, repairs, notDone, dryRun, retry } = received;
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
		refusals: [],
		withheld: true
	};
}
/** Refusals quote the patch and what it is like, so that only their sentences stay; so do conflicts. */
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
	const { data: _, pointer, path, message, ...rest } = refusal;
	return {
		...rest,
		message: mask(message),
		...pointer === void 0 ? {} : { pointer: mask(pointer) },
		...path === void 0 ? {} : { path: mask(path) }
	};
}

// src/stages/apply.ts
/**
* Applies a delivered patch: reads, decides, and writes branch and record in one step.
* When another delivery wins the race for a ref, everything is read and decided anew.
*/
async function apply(context, delivery) {
	const startedAt = context.clock.now();
	let delivered = await receive(context.repository, delivery.payload);
	const dryRun = delivery.dryRun || delivered.dryRun;
	for (let round = 0; round < 8; round++) {
		let snapshot = await context.repository.read(readRequest(delivered));
		const known = underPrefixes(delivered, pathPrefixesOf(snapshot));
		if (known !== delivered) {
			delivered = known;
			snapshot = await context.repository.read(readRequest(delivered));
		}
		const input = {
			received: delivered,
			sender: delivery.sender,
			snapshot,
			run: context.run,
			now: startedAt
		};
		const { plan, received } = await screen(context.secrets, planApply(input), input);
		const work = {
			context,
			snapshot,
			received,
			sender: delivery.sender,
			run: context.run,
			startedAt,
			now: context.clock.now()
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
	throw new Error(`${recordRef(delivered.id)} was moved by others ${8} times in a row; send the patch again`);
}
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
/** A config that can't be read names no folders; planning says what is wrong with it. */
function pathPrefixesOf({ config }) {
	const parsed = parseConfig(config);
	return parsed.ok ? parsed.config["path-prefixes"] : [];
}
function preview(work, plan) {
	const { context, received } = work;
	if (plan.kind === "write") {
		const view = viewOf(context.site, appliedRecord(work, plan), received);
		const diff = formatUnifiedDiff(plan.changes.map((change) => versions(change, plan.base)));
		return {
			kind: "previewed",
			view: {
				...view,
				dryRun: true,
				diff
			},
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
			dryRun: true
		},
		outcome: plan.outcome,
		changes: [],
		hunks: ending.hunks
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
	const test = {
		command: plan.config.test.command,
		timeoutMinutes: plan.config.test["timeout-minutes"]
	};
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
		handover: {
			id: received.id,
			digest: received.digest,
			attempt: plan.attempt,
			head,
			test,
			...plan.channel === void 0 ? {} : { channel: plan.channel },
			...told.warning === void 0 ? {} : { slackProblem: {
				warning: told.warning,
				maybePosted: told.maybePosted ?? false
			} },
			labels: labelsOf(record),
			reviewers: record.plan?.reviewers ?? [],
			...slack === void 0 ? {} : { slack }
		}
	};
}
/** Those of the plan, and the one that says that somebody must approve it. */
function labelsOf(record) {
	const planned = record.plan?.labels ?? [];
	return record.approval === void 0 ? planned : [...planned, APPROVAL_LABEL];
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
		patchText: received.withheld === true ? null : received.text
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
		warnings: mergeWarnings(record.warnings, [told.warning])
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

// src/action/apply.ts
/** Minutes for checking out and for set-up steps, beside the tests themselves. */
const SETUP_MINUTES = 30;
async function runApply(job) {
	const { context, requests } = createContext(job);
	try {
		await answer(await apply({
			...context,
			secrets: createSecretScanner()
		}, await readDelivery(job, process.env)));
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