import { Buffer } from "node:buffer";

// src/report/untrusted/cut.ts
function cutText(text, limit) {
	if (text.length <= limit) return text;
	return `${wholeCharacters(text, limit - ELLIPSIS.length)}${ELLIPSIS}`;
}
function cutMiddle(text, limit) {
	if (text.length <= limit) return text;
	const front = wholeCharacters(text, Math.floor((limit - ELLIPSIS.length) / 3));
	const start = text.length - (limit - ELLIPSIS.length - front.length);
	return `${front}${ELLIPSIS}${text.slice(isHighSurrogate(text.charCodeAt(start - 1)) ? start + 1 : start)}`;
}
const ELLIPSIS = "…";
function wholeCharacters(text, length) {
	const end = Math.max(0, length);
	return text.slice(0, isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end);
}
function isHighSurrogate(unit) {
	return unit >= 55296 && unit <= 56319;
}

// src/report/untrusted/visible.ts
function showHidden(text) {
	return text.toWellFormed().replaceAll(/\r\n?/g, "\n").replaceAll(EMOJI_OR_HIDDEN, (match, hidden) => hidden === void 0 ? match : nameCodePoint(hidden));
}
function oneLine(text) {
	return showHidden(text).replaceAll(/\s+/g, " ").trim();
}
const EMOJI_PART = String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]?\p{Emoji_Modifier}?`;
const HIDDEN = String.raw`(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]`;
const EMOJI_OR_HIDDEN = new RegExp(String.raw`${EMOJI_PART}(?:\u200D${EMOJI_PART})*|[#*0-9]\uFE0F\u20E3|(${HIDDEN})`, "gu");
function nameCodePoint(character) {
	return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
}

// src/report/view.ts
function titleOf(view) {
	return view.patch?.title ?? view.record.title;
}
function changesOf(view) {
	return view.changes ?? view.record.plan?.changes ?? [];
}
function testsOf(view) {
	const { outcome } = view.record;
	return view.tests ?? (outcome !== void 0 && "tests" in outcome ? outcome.tests : void 0);
}
function repositoryUrl(view) {
	return `${view.serverUrl}/${view.repository}`;
}
function commitUrl(view, sha) {
	return `${repositoryUrl(view)}/commit/${sha}`;
}
const SHORT_SHA = 7;
function shortSha(sha) {
	return sha.slice(0, SHORT_SHA);
}

// src/report/diffstat.ts
function formatTotal(changes) {
	return `${changes.length === 1 ? "1 file" : `${changes.length} files`}, +${changes.reduce((sum, change) => sum + (change.added ?? 0), 0)} −${changes.reduce((sum, change) => sum + (change.removed ?? 0), 0)}`;
}
function countLines(before, after) {
	if (isBinary(before) || isBinary(after)) return {
		added: null,
		removed: null
	};
	const [a, b] = trimCommonEnds(splitLines$1(before), splitLines$1(after));
	const edits = countEdits(a, b);
	return edits === null ? countLeft(a, b) : {
		added: (edits + b.length - a.length) / 2,
		removed: (edits + a.length - b.length) / 2
	};
}
const MAX_EXACT_EDITS = 1e3;
function isBinary(bytes) {
	return bytes?.includes(0) ?? false;
}
function splitLines$1(bytes) {
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
function countLeft(a, b) {
	const places = /* @__PURE__ */ new Map();
	for (const [place, line] of b.entries()) {
		const known = places.get(line);
		if (known === void 0) places.set(line, [place]);
		else known.push(place);
	}
	for (const known of places.values()) known.reverse();
	const kept = longestRise(a.flatMap((line) => places.get(line)?.pop() ?? []));
	return {
		added: b.length - kept,
		removed: a.length - kept
	};
}
function longestRise(numbers) {
	const ends = [];
	for (const number of numbers) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = low + high >> 1;
			if ((ends[middle] ?? 0) < number) low = middle + 1;
			else high = middle;
		}
		ends[low] = number;
	}
	return ends.length;
}

// src/report/generated.ts
function nameCommands(commands) {
	const names = [...new Set(commands)];
	return cutText(oneLine(`the ${names.length === 1 ? "command" : "commands"} ${names.join(", ")}`), MAX_NAMES);
}
const MAX_NAMES = 300;
function describeGenerated({ commands, changes }) {
	const names = nameCommands(commands);
	return changes.length === 0 ? `In the test job, ${names} changed nothing.` : `In the test job, ${names} changed ${formatTotal(changes)}.`;
}

// src/patch/refusal.ts
const REFUSAL_CODES = [
	"malformed",
	"no_changes",
	"too_large",
	"digest_mismatch",
	"reference_not_found",
	"outside_repository",
	"protected_path",
	"inexact",
	"secret_found",
	"not_found",
	"ambiguous",
	"already_exists",
	"overlap",
	"elided_edit",
	"not_a_text_file",
	"bad_pattern",
	"command_not_allowed",
	"mission_without_changes",
	"placeholder",
	"unknown_base",
	"base_not_found",
	"rate_limited",
	"too_many_open",
	"not_configured",
	"bad_config"
];
const PASSING_CODES = /* @__PURE__ */ new Set(["rate_limited", "too_many_open"]);

// src/record/approval.ts
const APPROVAL_LABEL = "ghost:needs-approval";
function needsApproval({ approval, digest }, sha) {
	return approval !== void 0 && !(approval.by !== void 0 && approval.digest === digest && approval.sha === sha);
}

// src/record/merge-marks.ts
const MERGE_MARKS_SEARCH = "! grep -rnE '^(<{7}|>{7}) ' --exclude-dir=.git .";
function testsNothing(command) {
	return command.trim() === MERGE_MARKS_SEARCH;
}

// src/report/phrases.ts
const RESEND = "Send the same patch again to have it worked on anew.";
function endSentence(text) {
	return /[.!?…)]$/.test(text) ? text : `${text}.`;
}
function formatTime(iso) {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? "an unknown time" : `${time.toISOString().slice(0, MINUTE_END).replace("T", " ")} UTC`;
}
const MINUTE_END = 16;

// src/report/later.ts
function describeLater(outcome) {
	switch (outcome.kind) {
		case "held": return {
			headline: "Held: Ghost Runner is paused",
			detail: `Reason: ${endSentence(outcome.reason.trim() || "none was given")} Nothing was published; the patch is kept, and goes on by itself after the pause${describeEnd(outcome)}.`,
			remedy: "There is no need to send it again; an operator ends the pause with \"/ghost resume\", followed by \"on\" and its branch or \"from\" and its sender where \"/ghost status\" shows one."
		};
		case "canceled": return describeCanceled(outcome);
		case "merged": return {
			headline: `Merged: pull request #${outcome.pullRequest.number}`,
			detail: `${describeMerge(outcome)}${UNTESTED[outcome.tested ?? "passed"]}`
		};
		case "closed": return {
			headline: `Closed without a merge: pull request #${outcome.pullRequest.number}`,
			detail: `${outcome.by ?? "Somebody"} closed it.${describeReason(outcome.reason)}`,
			remedy: "Reopen the pull request to go on with it, or send a better patch under a new id."
		};
		case "reverted": return {
			headline: `Reverted by pull request #${outcome.revert.number}`,
			detail: `What pull request #${outcome.pullRequest.number} had changed was taken back.`,
			remedy: "To have the change again, send a corrected patch under a new id."
		};
		case "superseded": return {
			headline: "Superseded by a newer patch",
			detail: `The patch ${outcome.by} takes its place${outcome.pullRequest === void 0 ? "" : `, so pull request #${outcome.pullRequest.number} was closed`}.`,
			remedy: "Look at the newer patch."
		};
	}
}
function describeMerge({ by, sha }) {
	return by === void 0 ? `It was merged as ${shortSha(sha)}.` : `${by} merged it as ${shortSha(sha)}.`;
}
const UNTESTED = {
	failed: " Its tests had failed.",
	none: " Nobody had a verdict of its tests.",
	passed: ""
};
function describeEnd({ until }) {
	return until === void 0 ? "" : `, which ends at ${formatTime(until)}`;
}
function describeCanceled({ by, reason, run }) {
	const what = run === void 0 ? "It" : "The run";
	return {
		headline: "Canceled",
		detail: [
			by === void 0 ? `${what} was canceled` : `${by} canceled ${what.toLowerCase()}`,
			run === void 0 ? " before it came to its end." : " before it could finish.",
			describeReason(reason),
			run === void 0 ? "" : ` The run has ended: ${run}`
		].join(""),
		remedy: RESEND
	};
}
function describeReason(reason) {
	return reason === void 0 || reason.trim() === "" ? "" : ` Reason: ${endSentence(reason.trim())}`;
}

// src/report/seconds.ts
function formatSeconds(seconds) {
	if (!Number.isFinite(seconds) || seconds < 0) return "an unknown time";
	if (seconds < TENTHS_UNTIL) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	const rest = whole % 60 === 0 ? "" : ` ${whole % 60} s`;
	return whole < SECONDS_UNTIL ? `${whole} s` : `${Math.floor(whole / 60)} min${rest}`;
}
const TENTHS_UNTIL = 9.95;
const SECONDS_UNTIL = 120;

// src/report/sentence.ts
function describeView(view) {
	const { stopped } = view;
	const described = describeKnown(view);
	return stopped === void 0 ? described : {
		...described,
		detail: `${described.detail} ${describeStop(stopped)}`
	};
}
function describeStop(stop) {
	const why = `Reason: ${endSentence(stop.reason.trim() || "none was given")}`;
	return stop.kind === "halted" ? `It would not be taken just now, for Ghost Runner is locked. ${why}` : `It would not be worked on just now, for Ghost Runner is paused, but kept until the pause ends${stop.until === void 0 ? "" : `, at ${formatTime(stop.until)}`}. ${why}`;
}
function describeKnown({ record, dryRun }) {
	if (record.outcome !== void 0) return besideApproval(record, besideMerge(record, describeOutcome(record.outcome)));
	if (dryRun === true) {
		const approval = needsApproval(record, record.head) ? " Its pull request would wait for an approval of somebody else than its sender." : "";
		return {
			headline: "Dry run: the patch fits",
			detail: `Nothing was written, and no tests were run.${commandsToRun(record, "would run")}${approval}`
		};
	}
	switch (record.state) {
		case "applied": return {
			headline: "The patch fits; its tests are under way",
			detail: `The branch holds the change, and the test job runs next.${commandsToRun(record, "runs")}`
		};
		case "publishing": return {
			headline: "The tests have reported; the pull request is under way",
			detail: "It is being opened or updated now."
		};
		case "held":
		case "done": return {
			headline: "Ended without a known outcome",
			detail: "The record says that it is done and not how.",
			remedy: RESEND
		};
	}
}
function besideMerge({ id, state, mergedBefore }, described) {
	if (state !== "held" || mergedBefore === void 0) return described;
	const merged = `Pull request #${mergedBefore} was merged without it; "/ghost revert ${id}" takes that back.`;
	return {
		...described,
		detail: `${described.detail} ${merged}`
	};
}
function besideApproval(record, described) {
	const { id, state, outcome, head } = record;
	const isProposed = outcome?.kind === "opened" || outcome?.kind === "updated";
	if (state !== "done" || !isProposed || !needsApproval(record, head)) return described;
	const remedy = `It waits for an approval of somebody else than its sender: "/ghost approve ${id}", once they have looked at the change.`;
	return {
		...described,
		remedy
	};
}
function commandsToRun({ plan }, verb) {
	const { commands = [] } = plan ?? {};
	return commands.length === 0 ? "" : ` It ${verb} ${nameCommands(commands)} before the tests.`;
}
function describeOutcome(outcome) {
	switch (outcome.kind) {
		case "opened": return describeProposal(`pull request #${outcome.pullRequest.number} opened`, outcome.tests);
		case "updated": return describeProposal(`pull request #${outcome.pullRequest.number} updated`, outcome.tests);
		case "duplicate": return describeDuplicate(outcome);
		case "no_change": return {
			headline: "Nothing to change",
			detail: "The base already holds everything that this patch asks for, so there is no branch and no pull request.",
			remedy: "If that is a surprise, check that the patch was made for this branch."
		};
		case "refused": return describeRefusal(outcome);
		case "conflict": return describeConflict(outcome);
		case "tests_failed": return describeFailure(outcome);
		case "timed_out": return {
			headline: "Tests timed out; nothing was published",
			detail: describeTests(outcome.tests),
			remedy: "Send a patch whose tests end, or raise test.timeout-minutes in .github/ghost-runner.yml if they need longer."
		};
		case "halted": return {
			headline: "Halted: Ghost Runner is locked",
			detail: `Nothing was published. Reason: ${endSentence(outcome.reason.trim() || "none was given")}`,
			remedy: "Send it again once an operator has unlocked Ghost Runner."
		};
		case "held":
		case "canceled":
		case "merged":
		case "closed":
		case "reverted":
		case "superseded": return describeLater(outcome);
		case "crashed": return {
			headline: `Something broke in the ${outcome.stage} stage`,
			detail: endSentence(outcome.reason.trim() || "The reason is unknown"),
			remedy: `The patch need not be at fault: look at the run's log. ${RESEND}`
		};
	}
}
function describeFailure({ pullRequest, tests }) {
	const detail = `${describeTests(tests)}${firstFailure(tests)}`;
	const what = testsNothing(tests.command) ? "Left-over merge marks" : "Tests failed";
	return pullRequest === void 0 ? {
		headline: `${what}; nothing was published`,
		detail,
		remedy: "Send a corrected patch under the same id."
	} : {
		headline: `${what}; see pull request #${pullRequest.number}`,
		detail,
		remedy: "Send a corrected patch under the same id, and the same pull request moves on."
	};
}
function describeTests(tests, by = "test job") {
	const { during } = tests;
	const claim = by === "test job" ? ", as the test job reported" : "";
	return during === void 0 ? describeCommand(tests, claim) : `${describeCommand(tests, claim)} It is the named command ${cutText(oneLine(during), MAX_COMMAND)}, so the tests did not run.`;
}
function describeCommand(tests, claim) {
	const command = nameTestCommand(tests.command);
	const time = formatSeconds(tests.seconds);
	switch (tests.verdict) {
		case "passed": return `${command} passed in ${time} on ${shortSha(tests.sha)}${claim}.`;
		case "failed": return tests.exitCode === void 0 ? `${command} was ended by a signal after ${time}.` : `${command} failed with exit code ${tests.exitCode} after ${time}.`;
		case "timed_out": return `${command} was still running after ${time} and was stopped.`;
		case "not_started": return `${command} did not start, so nothing was tested.`;
	}
}
function nameTestCommand(command) {
	return testsNothing(command) ? "The search for left-over merge marks, which stands in for tests," : cutText(oneLine(command), MAX_COMMAND) || "The test command";
}
const MAX_COMMAND = 60;
function describeProposal(done, tests) {
	const passed = testsNothing(tests.command) ? "No tests are set up" : "Tests passed";
	return {
		headline: `${tests.verdict === "passed" ? passed : "Not known to pass its tests"}; ${done}`,
		detail: describeTests(tests)
	};
}
function describeDuplicate({ state, pullRequest }) {
	if (state === "in_progress") return {
		headline: "Already under way",
		detail: "Another run works on this very patch, and reports how it ends; this delivery changed nothing."
	};
	return {
		headline: `Already done${pullRequest === void 0 ? "" : `: pull request #${pullRequest.number}`}`,
		detail: "This very patch was delivered before; nothing was done twice."
	};
}
function describeRefusal({ refusals }) {
	const [first] = refusals;
	const more = refusals.length - 1;
	if (first !== void 0 && PASSING_CODES.has(first.code)) return {
		headline: "Refused for now",
		detail: refusals.map(({ message }) => message).join(" "),
		remedy: "Nothing has to be changed in the patch."
	};
	return {
		headline: more > 0 ? `Refused for ${refusals.length} reasons` : "Refused",
		detail: endSentence(first?.message ?? "The reason is unknown") + (more > 0 ? ` (And ${more} more.)` : ""),
		remedy: refusals.some(({ code }) => !REPOSITORY_CODES.has(code)) ? "Correct the patch and send it again under the same id." : "The patch need not be at fault: send it again once the repository is set up."
	};
}
const REPOSITORY_CODES = /* @__PURE__ */ new Set(["not_configured", "bad_config"]);
function describeConflict({ reason, paths, pullRequest, supersededBy }) {
	const { headline, detail, remedy } = supersededBy === void 0 ? CONFLICTS[reason] : takenPlaceBy(supersededBy);
	return {
		headline: headline(pullRequest),
		detail: `${detail}${paths.length === 0 ? "" : ` Files: ${listPaths(paths)}.`}`,
		remedy
	};
}
const CONFLICTS = {
	base_moved: {
		headline: () => "Conflict: the base branch has moved",
		detail: "Newer commits on the base branch changed the same places.",
		remedy: "Make the patch for today's base and send it again under the same id."
	},
	branch_edited: {
		headline: () => "Conflict: somebody else committed to the patch's branch",
		detail: "The branch holds commits that Ghost Runner did not make, and was left as it is.",
		remedy: "Send the patch under a new id, or delete the branch and send it again."
	},
	pull_request_closed: {
		headline: (pullRequest) => `Conflict: pull request ${pullRequest === void 0 ? "" : `#${pullRequest.number} `}was closed by a person`,
		detail: "What a person closed stays closed; nothing was published.",
		remedy: "Reopen the pull request and send the patch again, or send it under a new id."
	},
	revised: {
		headline: () => "Overtaken by a newer revision",
		detail: "A newer revision of this patch took its place in the meantime, so this one was not published.",
		remedy: "Look at the newer revision."
	},
	publishing: {
		headline: () => "Conflict: another revision is being published",
		detail: "The pull request of another revision of this patch is being made at this moment, and must not change under it.",
		remedy: "Send this revision again in a minute."
	},
	took_back: {
		headline: () => "Conflict: its id is that of a merged revert",
		detail: "The patch that has this id took another one back and was merged, and its record stays as it is.",
		remedy: "Send the patch under an id of its own."
	}
};
function takenPlaceBy(id) {
	return {
		headline: (pullRequest) => `Conflict: pull request ${pullRequest === void 0 ? "" : `#${pullRequest.number} `}was closed for another patch`,
		detail: `The patch ${id} took its place, so it stays closed; nothing was published.`,
		remedy: `Send a revision of ${id} instead; to have both, reopen the pull request and send the patch again, or send it under a new id.`
	};
}
const MAX_PATHS = 5;
function listPaths(paths) {
	const more = paths.length - MAX_PATHS;
	return paths.slice(0, MAX_PATHS).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function firstFailure({ failingLines }) {
	const [line] = failingLines;
	return line === void 0 ? "" : ` First failing line: ${cutText(oneLine(line), MAX_FAILURE)}`;
}
const MAX_FAILURE = 200;

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : 1e400;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -1e400, maxDiagonalToConsider = 1e400;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
	return arrayDiff.diff(oldArr, newArr, options);
}

// node_modules/diff/libesm/patch/create.js
function needsQuoting(s) {
	for (let i = 0; i < s.length; i++) if (s[i] < " " || s[i] > "~" || s[i] === "\"" || s[i] === "\\") return true;
	return false;
}
function quoteFileNameIfNeeded(s) {
	if (!needsQuoting(s)) return s;
	let result = "\"";
	const bytes = new TextEncoder().encode(s);
	let i = 0;
	while (i < bytes.length) {
		const b = bytes[i];
		if (b === 7) result += "\\a";
		else if (b === 8) result += "\\b";
		else if (b === 9) result += "\\t";
		else if (b === 10) result += "\\n";
		else if (b === 11) result += "\\v";
		else if (b === 12) result += "\\f";
		else if (b === 13) result += "\\r";
		else if (b === 34) result += "\\\"";
		else if (b === 92) result += "\\\\";
		else if (b >= 32 && b <= 126) result += String.fromCharCode(b);
		else result += "\\" + b.toString(8).padStart(3, "0");
		i++;
	}
	result += "\"";
	return result;
}
const INCLUDE_HEADERS = {
	includeIndex: true,
	includeUnderline: true,
	includeFileHeaders: true
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
function formatPatch(patch, headerOptions) {
	var _a, _b, _c, _d, _e, _f;
	if (!headerOptions) headerOptions = INCLUDE_HEADERS;
	if (Array.isArray(patch)) {
		if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every((p) => p.isGit)) throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
		return patch.map((p) => formatPatch(p, headerOptions)).join("\n");
	}
	const ret = [];
	if (patch.isGit) {
		headerOptions = INCLUDE_HEADERS;
		if (!patch.oldFileName) throw new Error("oldFileName must be specified for Git patches");
		if (!patch.newFileName) throw new Error("newFileName must be specified for Git patches");
		let gitOldName = patch.oldFileName;
		let gitNewName = patch.newFileName;
		if (patch.isCreate && gitOldName === "/dev/null") gitOldName = gitNewName.replace(/^b\//, "a/");
		else if (patch.isDelete && gitNewName === "/dev/null") gitNewName = gitOldName.replace(/^a\//, "b/");
		ret.push("diff --git " + quoteFileNameIfNeeded(gitOldName) + " " + quoteFileNameIfNeeded(gitNewName));
		if (patch.isDelete) ret.push("deleted file mode " + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : "100644"));
		if (patch.isCreate) ret.push("new file mode " + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : "100644"));
		if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
			ret.push("old mode " + patch.oldMode);
			ret.push("new mode " + patch.newMode);
		}
		if (patch.isRename) {
			ret.push("rename from " + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : "").replace(/^a\//, "")));
			ret.push("rename to " + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : "").replace(/^b\//, "")));
		}
		if (patch.isCopy) {
			ret.push("copy from " + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : "").replace(/^a\//, "")));
			ret.push("copy to " + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : "").replace(/^b\//, "")));
		}
	} else {
		if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== void 0) ret.push("Index: " + patch.oldFileName);
		if (headerOptions.includeUnderline) ret.push("===================================================================");
	}
	const hasHunks = patch.hunks.length > 0;
	if (headerOptions.includeFileHeaders && patch.oldFileName !== void 0 && patch.newFileName !== void 0 && (!patch.isGit || hasHunks)) {
		ret.push("--- " + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? "	" + patch.oldHeader : ""));
		ret.push("+++ " + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? "	" + patch.newHeader : ""));
	}
	for (let i = 0; i < patch.hunks.length; i++) {
		const hunk = patch.hunks[i];
		const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
		const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
		ret.push("@@ -" + oldStart + "," + hunk.oldLines + " +" + newStart + "," + hunk.newLines + " @@");
		for (const line of hunk.lines) ret.push(line);
	}
	return ret.join("\n") + "\n";
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	if (typeof options === "function") options = { callback: options };
	if (!(options === null || options === void 0 ? void 0 : options.callback)) {
		const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
		if (!patchObj) return;
		return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
	} else {
		const { callback } = options;
		structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: (patchObj) => {
			if (!patchObj) callback(void 0);
			else callback(formatPatch(patchObj, options.headerOptions));
		} }));
	}
}
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}

// src/apply/merge/line-diff.ts
function lineNumbering() {
	const numbers = /* @__PURE__ */ new Map();
	const numberOf = (line) => {
		const known = numbers.get(line);
		if (known === void 0) numbers.set(line, numbers.size);
		return known ?? numbers.size - 1;
	};
	return (lines) => lines.map(numberOf);
}
function compareLines(before, after) {
	return {
		before,
		after,
		spans: changedSpans(before, after)
	};
}
function changedSpans(before, after) {
	const gap = trimmed(before, after, {
		start: 0,
		end: before.length,
		newStart: 0,
		newEnd: after.length
	});
	if (gap === null) return [];
	const lines = gap.end - gap.start + gap.newEnd - gap.newStart;
	return joinTouching(smallestSpans(before, after, gap, Math.min(MAX_EDITS, Math.ceil(MAX_STEPS / lines))) ?? spansBetweenAnchors(before, after, gap));
}
function slideSpans({ before, after, spans }, slide) {
	return joinTouching(spans.map((span, index) => {
		return slid({
			before,
			after,
			span,
			floor: spans[index - 1]?.end ?? 0,
			ceiling: spans[index + 1]?.start ?? before.length
		}, slide);
	}));
}
const MAX_EDITS = 1e3;
const MAX_STEPS = 2e7;
const MAX_EDITS_BETWEEN = 200;
function trimmed(before, after, gap) {
	let { start, end, newStart, newEnd } = gap;
	while (start < end && newStart < newEnd && before[start] === after[newStart]) {
		start += 1;
		newStart += 1;
	}
	while (start < end && newStart < newEnd && before[end - 1] === after[newEnd - 1]) {
		end -= 1;
		newEnd -= 1;
	}
	return start === end && newStart === newEnd ? null : {
		start,
		end,
		newStart,
		newEnd
	};
}
function smallestSpans(before, after, gap, limit) {
	if (gap.start === gap.end || gap.newStart === gap.newEnd) return [gap];
	const parts = diffArrays(before.slice(gap.start, gap.end), after.slice(gap.newStart, gap.newEnd), { maxEditLength: limit });
	if (parts === void 0) return null;
	const spans = [];
	let { start, newStart } = gap;
	for (const { added, removed, count } of parts) {
		const end = added ? start : start + count;
		const newEnd = removed ? newStart : newStart + count;
		if (added || removed) spans.push({
			start,
			end,
			newStart,
			newEnd
		});
		start = end;
		newStart = newEnd;
	}
	return spans;
}
function spansBetweenAnchors(before, after, gap) {
	const spans = [];
	let steps = MAX_STEPS;
	let { start, newStart } = gap;
	for (const [end, newEnd] of [...anchorsIn(before, after, gap), [gap.end, gap.newEnd]]) {
		const between = trimmed(before, after, {
			start,
			end,
			newStart,
			newEnd
		});
		if (between !== null) {
			const limit = Math.min(MAX_EDITS_BETWEEN, Math.floor(Math.sqrt(steps)));
			const found = smallestSpans(before, after, between, limit);
			steps -= limit * Math.min(limit, between.end - between.start + between.newEnd - between.newStart);
			for (const span of found ?? [between]) spans.push(span);
		}
		start = end + 1;
		newStart = newEnd + 1;
	}
	return spans;
}
function anchorsIn(before, after, gap) {
	const lines = onceOnly(before, gap.start, gap.end);
	const newLines = onceOnly(after, gap.newStart, gap.newEnd);
	return longestAscent([...lines].flatMap(([id, line]) => {
		const newLine = newLines.get(id);
		return newLine === void 0 ? [] : [[line, newLine]];
	}));
}
function onceOnly(lines, start, end) {
	const once = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (let line = start; line < end; line += 1) {
		const id = lines[line] ?? 0;
		if (seen.has(id)) once.delete(id);
		else once.set(id, line);
		seen.add(id);
	}
	return once;
}
function longestAscent(pairs) {
	const piles = [];
	const previous = [];
	for (const [index, [, newLine]] of pairs.entries()) {
		let low = 0;
		let high = piles.length;
		while (low < high) {
			const middle = low + high >>> 1;
			if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < newLine) low = middle + 1;
			else high = middle;
		}
		previous[index] = piles[low - 1] ?? -1;
		piles[low] = index;
	}
	const ascent = [];
	for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
		const pair = pairs[index];
		if (pair !== void 0) ascent.push(pair);
	}
	return ascent.toReversed();
}
function slid({ before, after, span, floor, ceiling }, slide) {
	const { start, end, newStart, newEnd } = span;
	if (start < end && newStart < newEnd) return span;
	const [lines, from, to] = start < end ? [
		before,
		start,
		end
	] : [
		after,
		newStart,
		newEnd
	];
	let up = 0;
	while (up < start - floor && lines[from - up - 1] === lines[to - up - 1]) up += 1;
	let down = 0;
	while (down < ceiling - end && lines[from + down] === lines[to + down]) down += 1;
	const first = slide === "down" ? down : -up;
	const last = slide === "up" ? -up : down;
	return {
		start: start + first,
		end: end + last,
		newStart: newStart + first,
		newEnd: newEnd + last
	};
}
function joinTouching(spans) {
	const joined = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (last !== void 0 && last.end >= span.start) joined[joined.length - 1] = {
			...last,
			end: span.end,
			newEnd: span.newEnd
		};
		else joined.push(span);
	}
	return joined;
}

export { cutText as A, repositoryUrl as C, oneLine as D, titleOf as E, showHidden as O, commitUrl as S, testsOf as T, describeGenerated as _, diffArrays as a, formatTotal as b, describeTests as c, endSentence as d, formatTime as f, REFUSAL_CODES as g, needsApproval as h, createTwoFilesPatch as i, cutMiddle as k, describeView as l, APPROVAL_LABEL as m, lineNumbering as n, describeOutcome as o, testsNothing as p, slideSpans as r, describeStop as s, compareLines as t, formatSeconds as u, nameCommands as v, shortSha as w, changesOf as x, countLines as y };