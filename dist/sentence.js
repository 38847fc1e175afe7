// src/report/untrusted/cut.ts
/**
* The beginning of a text, ended by `…` where something was cut off.
* `limit` counts UTF-16 units, which is never less than what GitHub and Slack count; no character is cut in half.
*/
function cutText(text, limit) {
	if (text.length <= limit) return text;
	return `${wholeCharacters(text, limit - ELLIPSIS.length)}${ELLIPSIS}`;
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
/**
* Text in which nothing hides: terminal colours are gone, every line ends in `\n`, and characters that can't be
* seen or that reorder their neighbours stand as their code point, such as `[U+202E]`.
* Joiners and variation selectors stay where they build an emoji; joiners in scripts that need them are shown too,
* because a reader must be able to tell two identifiers apart.
*/
function showHidden(text) {
	return text.toWellFormed().replaceAll(TERMINAL_SEQUENCE, "").replaceAll(/\r\n?/g, "\n").replaceAll(EMOJI_OR_HIDDEN, (match, hidden) => hidden === void 0 ? match : nameCodePoint(hidden));
}
/** One line, for titles, table cells and descriptions: as `showHidden`, and all white space is one space. */
function oneLine(text) {
	return showHidden(text).replaceAll(/\s+/g, " ").trim();
}
/** CSI sequences (colours, cursor), OSC sequences (titles, links) up to their end, and two-character escapes. */
const TERMINAL_SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B\n]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;
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
/** What is known of the tests; undefined: nothing was reported. */
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
/** As many digits as GitHub shows. */
const SHORT_SHA = 7;
function shortSha(sha) {
	return sha.slice(0, SHORT_SHA);
}

// src/report/phrases.ts
const RESEND = "Send the same patch again to have it worked on anew.";
function endSentence(text) {
	return /[.!?…)]$/.test(text) ? text : `${text}.`;
}
/** A time for people who may be anywhere: `2026-11-21 14:30 UTC`. */
function formatTime(iso) {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? "an unknown time" : `${time.toISOString().slice(0, MINUTE_END).replace("T", " ")} UTC`;
}
/** Where the minutes of an ISO 8601 time end. */
const MINUTE_END = 16;

// src/report/later.ts
function describeLater(outcome) {
	switch (outcome.kind) {
		case "held": return {
			headline: "Held: Ghost Runner is paused",
			detail: `Reason: ${endSentence(outcome.reason.trim() || "none was given")} Nothing was published; the patch is kept, and goes on by itself after the pause${describeEnd(outcome)}.`,
			remedy: "There is no need to send it again; an operator ends the pause with \"/ghost resume\"."
		};
		case "canceled": return describeCanceled(outcome);
		case "merged": return {
			headline: `Merged: pull request #${outcome.pullRequest.number}`,
			detail: outcome.by === void 0 ? `It was merged as ${shortSha(outcome.sha)}.` : `${outcome.by} merged it as ${shortSha(outcome.sha)}.`
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
function describeEnd({ until }) {
	return until === void 0 ? "" : `, which ends at ${formatTime(until)}`;
}
function describeCanceled({ by, reason, run }) {
	return {
		headline: "Canceled",
		detail: [
			by === void 0 ? "The run was canceled before it could finish." : `${by} canceled the run before it could finish.`,
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
/** A duration for people: `0.4 s`, `12 s`, `3 min 5 s`. */
function formatSeconds(seconds) {
	if (!Number.isFinite(seconds) || seconds < 0) return "an unknown time";
	if (seconds < TENTHS_UNTIL) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	return whole < SECONDS_UNTIL ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** Below this, tenths of a second say something. */
const TENTHS_UNTIL = 9.95;
/** Up to this, seconds are easier to compare than minutes. */
const SECONDS_UNTIL = 120;

// src/report/sentence.ts
/** What is known of a patch now: its outcome, or how far it has come. */
function describeView({ record, dryRun }) {
	if (record.outcome !== void 0) return describeOutcome(record.outcome);
	if (dryRun === true) return {
		headline: "Dry run: the patch fits",
		detail: "Nothing was written, and no tests were run."
	};
	switch (record.state) {
		case "applied": return {
			headline: "The patch fits; its tests are under way",
			detail: "The branch holds the change, and the test job runs next."
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
	return pullRequest === void 0 ? {
		headline: "Tests failed; nothing was published",
		detail,
		remedy: "Send a corrected patch under the same id."
	} : {
		headline: `Tests failed; see pull request #${pullRequest.number}`,
		detail,
		remedy: "Send a corrected patch under the same id, and the same pull request moves on."
	};
}
/** What the test job claims, as one sentence. */
function describeTests(tests) {
	const command = cutText(oneLine(tests.command), MAX_COMMAND) || "The test command";
	const time = formatSeconds(tests.seconds);
	switch (tests.verdict) {
		case "passed": return `${command} passed in ${time} on ${shortSha(tests.sha)}, as the test job reported.`;
		case "failed": return tests.exitCode === void 0 ? `${command} was ended by a signal after ${time}.` : `${command} failed with exit code ${tests.exitCode} after ${time}.`;
		case "timed_out": return `${command} was still running after ${time} and was stopped.`;
		case "not_started": return `${command} did not start, so nothing was tested.`;
	}
}
/** So that what follows the command is still seen. */
const MAX_COMMAND = 60;
/** A proposal is a success only if its tests are known to have passed. */
function describeProposal(done, tests) {
	return {
		headline: tests.verdict === "passed" ? `Tests passed; ${done}` : `Not known to pass its tests; ${done}`,
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
	return {
		headline: more > 0 ? `Refused for ${refusals.length} reasons` : "Refused",
		detail: endSentence(first?.message ?? "The reason is unknown") + (more > 0 ? ` (And ${more} more.)` : ""),
		remedy: refusals.some(({ code }) => !REPOSITORY_CODES.has(code)) ? "Correct the patch and send it again under the same id." : "The patch need not be at fault: send it again once the repository is set up."
	};
}
/** Refusals that no other patch can avoid. */
const REPOSITORY_CODES = /* @__PURE__ */ new Set(["not_configured", "bad_config"]);
function describeConflict({ reason, paths, pullRequest }) {
	const { headline, detail, remedy } = CONFLICTS[reason];
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
		detail: "A newer revision of this patch took its place while it was tested, so this one was not published.",
		remedy: "Look at the newer revision."
	},
	publishing: {
		headline: () => "Conflict: another revision is being published",
		detail: "The pull request of another revision of this patch is being made at this moment, and must not change under it.",
		remedy: "Send this revision again in a minute."
	}
};
/** Enough to know where to look. */
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

export { endSentence as a, commitUrl as c, testsOf as d, titleOf as f, cutText as h, formatSeconds as i, repositoryUrl as l, showHidden as m, describeTests as n, formatTime as o, oneLine as p, describeView as r, changesOf as s, describeOutcome as t, shortSha as u };