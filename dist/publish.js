import { D as MAX_PATHS_BYTES, g as jsonIn, x as MAX_FILE_BYTES } from "./workflow.js";
import { a as linesOf, n as MAX_EFFECT_CHARACTERS, t as EFFECT_MODES } from "./effect.js";
import { g as string, h as strictObject, l as literal, n as _enum, o as int, r as array, v as tuple, y as union } from "./zod.js";
import { $ as putFile, $n as cappedRefusals, Ar as branchName, At as tellOvertaken, Bt as nextStep, Cn as stoppedBy, Cr as isTurnedAwayWarning, Ct as makePullRequest, Dr as CONTROL_REF, Fr as parseConfig, Ft as sayStatus, Ht as treeChanges, In as ownPullRequest, Ir as CONFIG_PATH, Jt as messageSince, Ln as asKnown, Lt as keepTold, Nt as STATUS_UNSAID, Or as PATCH_FILE, Ot as mergedOutcome, Q as newWorkspace, Rt as tellOfRecord, Sn as readPrevious, Sr as formatGeneratedMessage, St as leftUnproven, T as checkPath, Tr as mergedMeanwhile, U as bytesOf, Un as pullRequestOf, Ut as tell, W as changesOf, Y as findPlace, an as patchTexts, b as judgePlaced, bn as branchRef, bt as demotePullRequest, dn as isShownElsewhere, dr as formatStatus, er as formatRecord, et as removeFile, f as findInFile, fn as readPatchSnapshot, g as secretNameRefusal, gn as summarizeChange, jr as recordRef, ln as describeRecord, mn as textOfUtf8, nr as testReportSchema, p as findInText, q as checkRemovable, sn as viewFrom, un as isOwnUnseen, v as unknownSecrets, vn as MAX_ROUNDS_BESIDE_NOTES, vr as parentsOf, w as sourceEntries, wn as whomOf, wr as mergeWarnings, wt as proposedOutcome, x as amongGlobs, xn as controlOf, y as readPatch, yr as pathBytes, yt as decoratePullRequest } from "./context.js";
import { m as APPROVAL_LABEL } from "./line-diff.js";
import { Buffer } from "node:buffer";

// src/apply/generated/read-effect.ts
function readEffect(text) {
	const parsed = text.length > 8388608 ? null : effectSchema.safeParse(jsonIn(text));
	return parsed?.success === true ? parsed.data : null;
}
const whole = int().min(0);
const effectSchema = union([strictObject({
	version: literal(1),
	files: array(strictObject({
		path: string(),
		mode: _enum(EFFECT_MODES).nullable(),
		edits: array(tuple([
			whole,
			whole,
			string()
		]))
	}))
}), strictObject({
	version: literal(1),
	tooLarge: strictObject({ files: whole })
})]);

// src/record/claim.ts
function claimed(record, tests, now) {
	return {
		...record,
		state: "publishing",
		tests,
		deadline: new Date(now.getTime() + CLAIM_MINUTES * 6e4).toISOString()
	};
}
const CLAIM_MINUTES = 20;

// src/apply/generated/apply-effect.ts
function pathsOfEffect(effect, earlier = []) {
	const paths = namesOfEffect(effect);
	if (paths === null) return refuse$1([tooMuch("tooLarge" in effect ? effect.tooLarge.files : effect.files.length)]);
	const refusals = paths.map(checkPath).filter((refusal) => refusal !== null);
	const all = refusals.length > 0 ? refusals : countRefusals(paths, earlier);
	return all.length > 0 ? refuse$1(all) : {
		ok: true,
		paths
	};
}
function namesOfEffect(effect) {
	if ("tooLarge" in effect) return null;
	const names = effect.files.map(({ path }) => path);
	return names.length <= 100 && new Set(names).size === names.length && pathBytes(names) <= 16e3 ? names : null;
}
function countRefusals(paths, earlier) {
	const named = [...earlier, ...paths];
	return [
		{
			count: new Set(named).size,
			limit: 100,
			what: "change",
			unit: "files"
		},
		{
			count: new Set(named.flatMap(parentsOf)).size,
			limit: 400,
			what: "change files in",
			unit: "folders"
		},
		{
			count: pathBytes(named),
			limit: MAX_PATHS_BYTES,
			what: "name their files with",
			unit: "bytes"
		}
	].filter(({ count, limit }) => count > limit).map(({ count, limit, what, unit }) => ({
		code: "too_large",
		message: `The patch and its commands together ${what} ${count} ${unit}, and ${limit} are allowed. Narrow the commands down in the config, or send the patch in parts.`,
		data: {
			[unit]: count,
			limit
		}
	}));
}
function applyEffect(effect, { files, earlier = [] }) {
	const checked = pathsOfEffect(effect, earlier);
	if (!checked.ok || "tooLarge" in effect) return checked.ok ? refuse$1([]) : checked;
	const workspace = newWorkspace(files);
	const refusals = effect.files.toSorted((left, right) => Number(left.mode !== null) - Number(right.mode !== null)).map((file) => applyFile(workspace, file)).filter((refusal) => refusal !== null);
	const end = changesOf(workspace);
	const all = [...refusals, ...end.refusals];
	return all.length > 0 ? refuse$1(all) : {
		ok: true,
		changes: end.changes
	};
}
function refuse$1(refusals) {
	return {
		ok: false,
		refusals: cappedRefusals(refusals)
	};
}
function tooMuch(files) {
	return {
		code: "too_large",
		message: `The commands changed ${files} files, which are too many or too large to be handed on, or have names that are too long together; a patch may change ${100} files. Narrow the commands down in the config, or send what they make as patches of their own.`,
		data: {
			files,
			limit: 100
		}
	};
}
function applyFile(workspace, { path, mode, edits }) {
	if (mode === "120000" || mode === "160000") return notAFile(path, mode);
	if (mode === null) {
		const refusal = checkRemovable(workspace, path);
		if (refusal === null) removeFile(workspace, path);
		return refusal;
	}
	const place = findPlace(workspace, path);
	if (!place.ok) return place.refusal;
	const before = place.value && bytesOf(place.value.content);
	const after = (before?.length ?? 0) > 5242880 ? null : edited(linesOf(before), edits);
	if (after === null) return unfit(path);
	putFile(workspace, path, {
		content: after,
		executable: mode === "100755",
		origin: place.value?.origin ?? null
	});
	return null;
}
function edited(lines, edits) {
	const parts = [];
	let line = 0;
	for (const [start, removed, text] of edits) {
		if (start < line || start + removed > lines.length) return null;
		for (; line < start; line += 1) parts.push(lines[line] ?? "");
		parts.push(text);
		line += removed;
	}
	for (; line < lines.length; line += 1) parts.push(lines[line] ?? "");
	return Buffer.from(parts.join(""), "latin1");
}
function notAFile(path, mode) {
	const kind = mode === "120000" ? "symlink" : "submodule";
	return {
		code: "not_a_text_file",
		message: `The commands made ${path} ${mode === "120000" ? "a symbolic link" : "a submodule"}, and only files are taken. Keep the commands from it.`,
		path,
		data: { kind }
	};
}
function unfit(path) {
	return {
		code: "malformed",
		message: `What the commands made of ${path} does not fit the file that was committed. Run the workflow again, and look at what else changes files in the test job.`,
		path
	};
}

// src/stages/generated/effect-secrets.ts
async function findSecretNames(scanner, effect) {
	const names = [];
	for (const path of (effect && namesOfEffect(effect)) ?? []) {
		const found = await findInText(needed(scanner), {
			path: NAME,
			text: path
		});
		if (found.length > 0) names.push({
			path,
			found
		});
	}
	return names;
}
const NAME = "name.txt";
function secretNameRefusals(names, { base, config }) {
	const isExcepted = amongGlobs(config.policy.secrets["except-paths"]);
	const known = [...base.entries.keys()];
	return secretNameRefusal(names.filter(({ path }) => !isExcepted(path)).flatMap(({ path, found }) => unknownSecrets(path, found, known)));
}
async function findSecretLines(scanner, { base, changes, config }) {
	const isExcepted = amongGlobs(config.policy.secrets["except-paths"]);
	const refusals = [];
	for (const change of changes.filter(({ path }) => !isExcepted(path))) refusals.push(...(await findInFile(needed(scanner), change, base)).refusals);
	return refusals;
}
function needed(scanner) {
	if (scanner === void 0) throw new Error("what commands made has to be looked through for secrets; give publishing a scanner");
	return scanner;
}

// src/stages/generated/judge-effect.ts
function effectPaths(effect) {
	const paths = effect === null ? null : pathsOfEffect(effect);
	return paths?.ok === true ? paths.paths : [];
}
function judgeEffect(input) {
	const { snapshot, record, handover, report, effect, secretNames } = input;
	const commands = (handover.generation?.commands ?? []).map(({ name }) => name);
	if (effect === null) return crash("the test job does not say what the commands made of the files, or not so that it can be read");
	const { base } = snapshot;
	if (base?.sha !== handover.head) return {
		ok: false,
		outcome: {
			kind: "conflict",
			reason: "branch_edited",
			paths: []
		}
	};
	const parsed = parseConfig(snapshot.config);
	if (!parsed.ok) return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals: parsed.refusals
		}
	};
	const { config } = parsed;
	const inNames = secretNameRefusals(secretNames, {
		base,
		config
	});
	if (inNames.length > 0) return refuse(commands, inNames);
	const applied = applyEffect(effect, {
		files: sourceEntries(base),
		earlier: namesOf(record)
	});
	if (!applied.ok) return refuse(commands, applied.refusals);
	const { changes } = applied;
	const { refusals, reviews } = judgePlaced(config.policy, {
		changes,
		base,
		earlier: earlierOf(record, handover)
	});
	if (refusals.length > 0) return refuse(commands, refusals);
	if (report.tree === void 0 || changes.length === 0 && report.tree !== base.tree) return crash(OTHER_TREE);
	return {
		ok: true,
		effect: {
			commands,
			base,
			changes,
			tree: report.tree,
			config,
			reviews
		}
	};
}
const OTHER_TREE = "the tests did not run on the files that the test job says the commands made; run the workflow again";
function ofCommands(commands, refusals) {
	const names = [...new Set(commands)].join(", ");
	const spoken = refusals.map((refusal) => ({
		...refusal,
		message: `${refusal.message} (This is about what the named commands made of the patch: ${names}.)`
	}));
	return {
		kind: "refused",
		refusals: cappedRefusals(spoken)
	};
}
function refuse(commands, refusals) {
	return {
		ok: false,
		outcome: ofCommands(commands, refusals)
	};
}
function crash(reason) {
	return {
		ok: false,
		outcome: {
			kind: "crashed",
			stage: "test",
			reason
		}
	};
}
function namesOf({ plan }) {
	return (plan?.changes ?? []).flatMap(({ path, from }) => from === void 0 ? [path] : [path, from]);
}
function earlierOf({ plan }, { generation }) {
	const changes = plan?.changes ?? [];
	return {
		paths: changes.map(({ path }) => path),
		changedLines: changes.reduce((sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0), generation?.unshownLines ?? 0)
	};
}

// src/stages/generated/take-effect.ts
async function takeEffect(work, proposal) {
	const { record, tests, effect } = proposal;
	const { handover } = work;
	const refusals = await findSecretLines(work.context.secrets, effect);
	if (refusals.length > 0) return {
		ok: false,
		outcome: ofCommands(effect.commands, refusals)
	};
	const changes = effect.changes.map((change) => summarizeChange(change, effect.base));
	const generated = {
		commands: effect.commands,
		changes,
		onto: handover.head
	};
	if (effect.changes.length === 0) return {
		ok: true,
		work,
		tests,
		facts: { generated }
	};
	const head = await commit(work, {
		...record,
		generated
	}, effect);
	if (head === null) return {
		ok: false,
		outcome: {
			kind: "crashed",
			stage: "test",
			reason: OTHER_TREE,
			tests
		}
	};
	return {
		ok: true,
		work: {
			...work,
			handover: {
				...handover,
				head,
				...decoration(work, effect)
			}
		},
		tests: {
			...tests,
			sha: head
		},
		facts: {
			tree: effect.tree,
			generated,
			...reviewed(work, record, effect)
		},
		advance: {
			ref: branchRef(handover.id),
			before: handover.head,
			after: head
		}
	};
}
async function commit(work, record, effect) {
	const { context, handover } = work;
	const { base, changes, tree } = effect;
	const result = await context.repository.write({
		commits: { generated: {
			tree: {
				base: base.tree,
				changes: changes.flatMap(treeChanges)
			},
			parents: [handover.head],
			message: () => formatGeneratedMessage(viewFrom(context.site, record, work.patch))
		} },
		refs: []
	});
	const made = result.ok ? result.commits["generated"] : void 0;
	if (made === void 0) throw new Error("the repository did not say which commit it made of what the commands generated");
	return made.tree === tree ? made.oid : null;
}
function decoration({ handover }, { reviews }) {
	return reviews.length === 0 ? {} : {
		labels: [.../* @__PURE__ */ new Set([...handover.labels, APPROVAL_LABEL])],
		reviewers: [.../* @__PURE__ */ new Set([...handover.reviewers, ...handover.generation?.reviewers ?? []])]
	};
}
function reviewed(work, { plan, approval }, effect) {
	const { reviews } = effect;
	if (reviews.length === 0 || plan === void 0) return {};
	const { reviewers = plan.reviewers } = decoration(work, effect);
	return {
		approval: approval ?? { required: true },
		plan: {
			...plan,
			reviewers,
			reviews: [.../* @__PURE__ */ new Set([...plan.reviews ?? [], ...reviews])]
		}
	};
}

// src/stages/published-record.ts
function recordOf(work, at, next, tests) {
	const { outcome: _outcome, tests: _tests, ...known } = at.record;
	const { handover, startedAt } = work;
	const merged = mergedMeanwhileOf(work, at);
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
		...merged === void 0 ? {} : { mergedBefore: merged },
		warnings: mergeWarnings(known.warnings, [handover.slackProblem?.warning, ...merged === void 0 ? [] : [mergedMeanwhile(merged)]]),
		steps: [...known.steps, ...steps]
	};
}
function mergedMeanwhileOf({ handover, snapshot: { pullRequest } }, { record }) {
	const isOf = pullRequestOf(record)?.number === pullRequest?.number && record.state === "applied";
	const isMerged = pullRequest?.state === "merged" && pullRequest.head !== handover.head;
	return isOf && isMerged ? pullRequest.number : void 0;
}
function strayRecord({ handover, context, startedAt }, outcome) {
	return {
		version: 1,
		id: handover.id,
		digest: handover.digest,
		title: handover.title ?? handover.id,
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
function publishStep(from, to) {
	return {
		stage: "publish",
		at: from.toISOString(),
		seconds: Math.max(0, (to.getTime() - from.getTime()) / 1e3)
	};
}
function publishedMessage({ context, patch }, record) {
	return formatRecord(record, describeRecord(viewFrom(context.site, record, patch)));
}

// src/record/step.ts
function isSameStep(one, other) {
	return one.digest === other.digest && one.attempt === other.attempt && one.run.id === other.run.id && one.run.attempt === other.run.attempt && one.state === other.state && one.outcome?.kind === other.outcome?.kind && one.startedAt === other.startedAt && one.deadline === other.deadline;
}
function withNotesOf({ alsoSentBy, turnedAway, warnings }, record) {
	return {
		...record,
		...alsoSentBy === void 0 ? {} : { alsoSentBy },
		...turnedAway === void 0 ? {} : { turnedAway },
		warnings: mergeWarnings(record.warnings, warnings.filter(isTurnedAwayWarning))
	};
}

// src/stages/end-claim.ts
async function endClaim(repository, given) {
	const { claim, final, recordMessage } = given;
	const { id } = final;
	let record = final;
	let from = claim;
	for (let round = 0; round < MAX_ROUNDS_BESIDE_NOTES; round++) {
		const { ok } = await repository.write(nextStep({
			from,
			record,
			recordMessage
		}));
		if (ok) return record;
		const { refs } = await repository.read({ refs: [recordRef(id)] });
		const now = readPrevious({ refs }, id);
		const commit = refs.get(recordRef(id)) ?? null;
		if (commit === null || now === null || now === "unreadable" || !isSameStep(now, claim.record)) return null;
		from = commit;
		record = withNotesOf(now, final);
	}
	return null;
}

// src/stages/say-published.ts
async function sayPublished(work, record, rest) {
	const { context, startedAt } = work;
	const view = {
		...viewFrom(context.site, record, work.patch),
		tests: rest.tests
	};
	const decorated = rest.decorate();
	const [problems, told, status] = await Promise.all([
		decorated,
		tellOnce(work, view),
		rest.holdsBack ? decorated.then(() => setStatus(work, view)) : setStatus(work, view)
	]);
	const { replaced, ...known } = record;
	const final = {
		...known,
		...status === void 0 || replaced === void 0 ? {} : { replaced },
		...told.slack === void 0 ? {} : { slack: told.slack },
		steps: [...record.steps, publishStep(startedAt, context.clock.now())],
		warnings: mergeWarnings(record.warnings, [
			...problems,
			told.warning,
			status
		])
	};
	const recordMessage = (made) => publishedMessage(work, made);
	const kept = await endClaim(context.repository, {
		claim: rest.claim,
		final,
		recordMessage
	});
	if (kept !== final) await tellOfWhatStands(work, told.slack);
	if (kept === null) throw new Error(`the record of ${record.id} was moved by somebody else while its pull request was made; look at the pull request itself`);
	if (kept.outcome === void 0) throw new Error("a report was made without an outcome");
	return {
		outcome: kept.outcome,
		view: {
			...view,
			record: kept
		}
	};
}
async function tellOfWhatStands({ context, handover }, slack) {
	if (slack !== void 0) await tellOfRecord(context, {
		id: handover.id,
		ts: slack.ts
	}).catch(() => void 0);
}
async function tellOnce({ context, handover }, view) {
	const problem = handover.slackProblem;
	if (problem !== void 0 && problem.maybePosted && view.record.slack === void 0) return { warning: problem.warning };
	return tell(context, handover.channel, view);
}
async function setStatus({ context, handover }, view) {
	try {
		const { record } = view;
		await sayStatus(context.forge, {
			sha: handover.head,
			record,
			status: formatStatus(view)
		});
		return;
	} catch (error) {
		return `${STATUS_UNSAID}: ${error instanceof Error ? error.message : String(error)}`;
	}
}

// src/stages/taken-over.ts
async function isTakenOver({ history, site }, standing, { channel, ts }) {
	if (standing.slack !== void 0 || !history) return standing.slack?.ts === ts;
	const { id, digest } = standing;
	const identity = {
		event_type: "ghost_patch",
		event_payload: {
			id,
			digest,
			repository: site.repository
		}
	};
	return (await history.find(channel, identity, messageSince(standing)).catch(() => null))?.ts === ts;
}

// src/stages/test-job.ts
function readClaimed({ state, tests }, { head }) {
	return state === "publishing" && tests?.sha === head ? {
		ok: true,
		report: tests
	} : null;
}
function readReport(job, { head, test, generation }) {
	if (job.report === "") return {
		ok: false,
		reason: missingReport(job.result)
	};
	const parsed = job.report.length > MAX_REPORT_CHARACTERS ? null : testReportSchema.safeParse(jsonIn(job.report));
	if (!parsed?.success) return {
		ok: false,
		reason: "the test job's report can't be read"
	};
	const commands = generation?.commands ?? [];
	const { during } = parsed.data;
	const ended = during === void 0 ? test : commands.find(({ name }) => name === during);
	const report = {
		...parsed.data,
		command: ended?.command ?? "",
		failingLines: parsed.data.failingLines.slice(0, MAX_FAILING_LINES).map(cutLine)
	};
	if (report.sha !== head) return {
		ok: false,
		reason: `the test job reported on ${report.sha}, which is not the commit that was applied`
	};
	if (report.verdict === "passed" && job.result !== "success") return {
		ok: false,
		reason: `the test job reported a pass, but GitHub says that the job ended as ${job.result || "unknown"}`
	};
	if (ended === void 0 || report.seconds > ended.timeoutMinutes * 60 + MAX_OVERTIME || report.verdict === "passed" && (report.exitCode !== 0 || during !== void 0) || report.tree !== void 0 && (during !== void 0 || commands.length === 0)) return {
		ok: false,
		reason: "the test job's report contradicts itself"
	};
	return {
		ok: true,
		report
	};
}
const MAX_FAILING_LINES = 20;
const MAX_LINE_CHARACTERS = 500;
function cutLine(line) {
	return line.length > MAX_LINE_CHARACTERS ? `${line.slice(0, MAX_LINE_CHARACTERS).toWellFormed()}…` : line;
}
const MAX_REPORT_CHARACTERS = 1e5;
const MAX_OVERTIME = 60;
function missingReport(result) {
	switch (result) {
		case "success": return "the test job succeeded, and its report did not arrive here: it was too large, the process that read it died, or the job no longer runs the test stage";
		case "skipped": return "the test job was skipped";
		case "cancelled": return "the test job was cancelled, or ran over its own time limit, before it reported; if it did, raise the job's timeout-minutes";
		default: return "the test job ended without a report: a set-up step failed, or its runner was lost";
	}
}

// src/stages/verdict.ts
function judge(input) {
	const { snapshot, handover, run, now } = input;
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
		outcome: overtaken(input, link),
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
	const control = controlOf(snapshot, now, whomOf(record, snapshot.defaultBranch));
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
	const known = snapshot.pullRequest ?? null;
	if (known?.merge !== void 0 && known.head === handover.head) return {
		kind: "end",
		outcome: mergedOutcome(known, known.merge, testsOf(input, record)),
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
	const tests = readTests(input, record);
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
		} : judgeProposal(input, {
			tests: tests.report,
			at,
			pullRequest
		});
		case "passed": return judgeProposal(input, {
			tests: tests.report,
			at,
			pullRequest
		});
		case "timed_out": return {
			kind: "withdraw",
			outcome: {
				kind: "timed_out",
				tests: tests.report
			},
			at,
			pullRequest
		};
		case "not_started": {
			const { command, during } = tests.report;
			const setting = during === void 0 ? "test.command" : `commands.${during}`;
			return {
				kind: "withdraw",
				outcome: {
					kind: "crashed",
					stage: "test",
					reason: `the ${during === void 0 ? "test" : "named"} command ${JSON.stringify(command)} could not be started; correct ${setting} in the config, or install what it needs in the test job`,
					tests: tests.report
				},
				at,
				pullRequest
			};
		}
	}
}
function overtaken(input, link) {
	const { snapshot, handover } = input;
	const shown = (snapshot.pullRequests ?? []).find(({ head, merge }) => merge !== void 0 && head === handover.head);
	return shown?.merge === void 0 ? {
		kind: "conflict",
		reason: "revised",
		paths: [],
		...link
	} : mergedOutcome(shown, shown.merge, testsOf(input, null));
}
function readTests({ testJob, handover }, record) {
	return (record === null ? null : readClaimed(record, handover)) ?? readReport(testJob, handover);
}
function testsOf(input, record) {
	const tests = readTests(input, record);
	return tests.ok ? asKnown(tests.report) : "none";
}
function judgeProposal({ snapshot, handover, effect, secretNames }, proposal) {
	const { tests, at, pullRequest } = proposal;
	const { record } = at;
	if (handover.generation === void 0 || record.state === "publishing" || tests.during !== void 0) return {
		kind: "propose",
		...proposal,
		effect: null
	};
	const judged = judgeEffect({
		snapshot,
		record,
		handover,
		report: tests,
		effect,
		secretNames
	});
	if (!judged.ok) return {
		kind: "withdraw",
		outcome: judged.outcome,
		at,
		pullRequest
	};
	return judged.effect.changes.length === 0 && record.plan?.changes.length === 0 ? {
		kind: "withdraw",
		outcome: { kind: "no_change" },
		at,
		pullRequest
	} : {
		kind: "propose",
		...proposal,
		effect: judged.effect
	};
}
function asClaimed(handover, { snapshot, run }) {
	const record = readPrevious(snapshot, handover.id);
	if (!(record !== null && record !== "unreadable" && record.state === "publishing" && record.run.id === run.id && record.attempt === handover.attempt && record.digest === handover.digest) || record.head === void 0) return handover;
	const { head, approval, plan } = record;
	return {
		...handover,
		head,
		labels: [.../* @__PURE__ */ new Set([...handover.labels, ...approval === void 0 ? [] : [APPROVAL_LABEL]])],
		reviewers: [.../* @__PURE__ */ new Set([...handover.reviewers, ...plan?.reviewers ?? []])]
	};
}

// src/stages/publish.ts
async function publish(context, given, testJob) {
	const startedAt = context.clock.now();
	const { run } = context;
	const effect = testJob.effect === void 0 ? null : readEffect(testJob.effect);
	const secretNames = await findSecretNames(context.secrets, effect);
	for (let round = 0; round < MAX_ROUNDS_BESIDE_NOTES; round++) {
		const snapshot = await readSnapshot(context, given, effect);
		const handover = asClaimed(given, {
			snapshot,
			run
		});
		const verdict = judge({
			snapshot,
			handover,
			run,
			testJob,
			effect,
			secretNames,
			now: startedAt
		});
		const work = {
			context,
			handover,
			snapshot,
			startedAt,
			patch: readTexts(snapshot, given)
		};
		if (verdict.kind === "skip") {
			if (await tellOvertaken(work, strayRecord(work, verdict.outcome)) === "moved") continue;
			return stepAside(work, verdict);
		}
		const report = verdict.kind === "propose" ? await propose(work, verdict) : await conclude(work, verdict);
		if (report !== "moved") return report;
	}
	throw new Error(`${recordRef(given.id)} was moved by others ${MAX_ROUNDS_BESIDE_NOTES} times in a row; run this job again`);
}
function readSnapshot(context, handover, effect) {
	const { generation } = handover;
	const paths = generation === void 0 ? [] : effectPaths(effect);
	return readPatchSnapshot(context.repository, handover.id, {
		...generation === void 0 ? {} : {
			base: { branch: branchName(handover.id) },
			files: paths,
			besides: paths,
			config: CONFIG_PATH
		},
		fileAt: {
			ref: recordRef(handover.id),
			path: PATCH_FILE
		},
		labels: generation === void 0 ? handover.labels : [...handover.labels, APPROVAL_LABEL],
		reviewers: [...handover.reviewers, ...generation?.reviewers ?? []]
	});
}
async function stepAside(work, verdict) {
	const { context, handover } = work;
	const stray = strayRecord(work, verdict.outcome);
	const { slack } = handover;
	const record = slack === void 0 || await isOfAnother(work, slack, verdict.message) ? stray : {
		...stray,
		slack
	};
	const view = viewFrom(context.site, record, work.patch);
	const told = record.slack === void 0 ? {} : await tell(context, void 0, view);
	await tellOfWhatStands(work, handover.slack);
	if (verdict.outcome.kind === "conflict" || verdict.outcome.kind === "merged") await setStatus(work, view);
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
async function isOfAnother({ context, handover, snapshot }, slack, message) {
	const standing = readPrevious(snapshot, handover.id);
	return standing !== null && standing !== "unreadable" && (standing.run.id !== context.run.id || standing.attempt !== handover.attempt) ? await isTakenOver(context, standing, slack) : message === slack.ts;
}
async function propose(given, verdict) {
	const { at, pullRequest } = verdict;
	if (isOwnUnseen(given.snapshot)) throw new Error(`pull request #${at.record.pullRequest?.number} of ${at.record.id} is on record and not seen on GitHub; run this job again in a minute, or send the patch under a new id`);
	const taken = await take(given, verdict);
	if (!taken.ok) return conclude(given, {
		kind: "withdraw",
		outcome: taken.outcome,
		at,
		pullRequest
	});
	const { work, tests, facts, advance } = taken;
	const { context, handover } = work;
	const proposal = {
		...verdict,
		tests
	};
	const known = {
		...recordOf(work, at, { state: "publishing" }, tests),
		...facts
	};
	const claiming = claimed(known, tests, context.clock.now());
	const claim = await context.repository.write(nextStep({
		from: at.recordCommit,
		record: claiming,
		recordMessage: (record) => publishedMessage(work, record),
		guards: [{
			ref: CONTROL_REF,
			oid: at.control
		}, ...advance === void 0 ? [{
			ref: branchRef(handover.id),
			oid: handover.head
		}] : []],
		...advance === void 0 ? {} : { advance }
	}));
	if (!claim.ok) return "moved";
	const claimCommit = claim.commits["record"];
	if (claimCommit === void 0) throw new Error("the repository did not say which commit it made for the record");
	const proposed = await makePullRequest(work, proposal, known);
	if (proposed.ok && proposed.state === "merged") throw new Error(`pull request #${proposed.pullRequest.number} was merged while it was updated; the next pass of the watch puts that on record`);
	const outcome = proposed.ok ? proposedOutcome(work, proposal, proposed) : {
		kind: "crashed",
		stage: "publish",
		reason: proposed.reason,
		tests
	};
	const shown = proposed.ok ? proposed.pullRequest : pullRequest;
	const link = shown === null ? {} : { pullRequest: {
		number: shown.number,
		url: shown.url
	} };
	const record = {
		...known,
		...link,
		state: "done",
		outcome
	};
	const decorate = async () => {
		if (proposed.ok) return decoratePullRequest(work, proposed);
		return pullRequest === null ? [] : demotePullRequest(work, record, pullRequest);
	};
	const holdsBack = proposed.ok && proposed.draft && !proposed.pullRequest.draft;
	const claimAt = {
		...claimCommit,
		record: claiming
	};
	return sayPublished(work, record, {
		claim: claimAt,
		decorate,
		holdsBack,
		tests
	});
}
async function take(work, { at, tests, effect }) {
	return effect === null ? {
		ok: true,
		work,
		tests,
		facts: {}
	} : await takeEffect(work, {
		record: at.record,
		tests,
		effect
	});
}
async function conclude(work, verdict) {
	const { at, outcome } = verdict;
	const { context, handover } = work;
	const withdrawn = verdict.kind === "withdraw" && verdict.pullRequest === null && !isOwnUnseen(work.snapshot) && !isShownElsewhere(work.snapshot);
	const tests = "tests" in outcome ? outcome.tests : void 0;
	const { head, ...rest } = recordOf(work, at, {
		state: outcome.kind === "held" ? "held" : "done",
		outcome
	}, tests);
	const commit = withdrawn ? { withdrawn: handover.head } : head === void 0 ? {} : { head };
	const own = ownPullRequest({
		record: {
			...at.record,
			head: handover.head
		},
		branch: work.snapshot.refs.get(branchRef(handover.id)) ?? null,
		pullRequest: work.snapshot.pullRequest ?? null
	});
	const link = own === null ? {} : { pullRequest: {
		number: own.number,
		url: own.url
	} };
	const record = {
		...rest,
		...commit,
		...link
	};
	const from = at.recordCommit;
	const result = await context.repository.write(nextStep({
		from,
		record,
		recordMessage: (made) => publishedMessage(work, made),
		guards: [{
			ref: CONTROL_REF,
			oid: at.control
		}],
		...withdrawn ? { remove: {
			ref: branchRef(handover.id),
			oid: handover.head
		} } : {}
	}));
	if (!result.ok) return "moved";
	const view = viewFrom(context.site, record, work.patch);
	const shown = verdict.kind === "withdraw" ? verdict.pullRequest : leftUnproven(work, record);
	const [told, status, demoted] = await Promise.all([
		tellOnce(work, view),
		setStatus(work, view),
		shown === null ? [] : demotePullRequest(work, record, shown)
	]);
	const final = {
		...record,
		...told.slack === void 0 ? {} : { slack: told.slack },
		warnings: mergeWarnings(record.warnings, [
			...demoted,
			told.warning,
			status
		])
	};
	const written = result.commits["record"];
	const isNew = final.slack?.shown !== record.slack?.shown;
	if (written !== void 0 && final.slack !== void 0) await keepTold(context, {
		from: written,
		record: final,
		texts: work.patch,
		isNew
	}).catch(() => void 0);
	return {
		outcome,
		view: {
			...view,
			...tests === void 0 ? {} : { tests },
			record: final
		}
	};
}
function readTexts(snapshot, { id, digest }) {
	const record = readPrevious(snapshot, id);
	if (!snapshot.fileAt || record === null || record === "unreadable" || record.digest !== digest) return null;
	const read = readPatch({ text: textOfUtf8(snapshot.fileAt) });
	return read.ok ? patchTexts(read) : null;
}

export { claimed as n, publish as t };