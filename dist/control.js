import { $t as isNoOther, An as VERBS, B as looksLikePath, D as hasEditMarks, Dn as originOf, Dr as CONTROL_REF, Er as BRANCHES, Et as formatPullRequest, Fr as parseConfig, Gr as sameScope, Hn as proofOf, Hr as liftSwitches, Ir as CONFIG_PATH, Jn as isLive, Jr as isAtLeast, Kr as standingFor, Lr as nearestName, O as ELSEWHERE, On as parseControl, Pn as sendersOf, R as isShellFence, Rn as isAboutHead, Rr as activeSwitches, Sn as readPrevious, Tt as limitedUntil, Un as pullRequestOf, Ur as likeOf, V as pathOn, Wr as sameLogin, Xn as nextAttempt, Yr as roleOf, ar as laterRevertIdOf, bn as branchRef, ci as markdownLinkCell, en as isStillShown, hr as joinDiffs, ii as codeBlock, jn as isVerb, jr as recordRef, kr as RECORD_REFS, li as fitLines, lr as canonicalJson, n as sayRequests, nn as readPatchState, oi as markdownLine, or as revertIdOf, qr as strictestSwitch, rn as whyUnread, sn as viewFrom, sr as slugId, ti as formatClashes, tn as configOf, wn as whomOf, xn as controlOf, y as readPatch, z as pathInInfo, zn as isTakenFromReview, zr as addSwitch } from "./context.js";
import { a as readFormWriter, b as MAX_DESCRIPTION_CHARACTERS, l as say, p as writeSummary, r as readComment, t as fail, u as setOutputs, v as parseJson } from "./workflow.js";
import { a as noteWriter, c as isBot, i as isSenderName, l as neededRole, n as receive, o as ROLE_WORDS, r as underPrefixes, s as authorise, t as apply, u as scopeOption } from "./apply.js";
import { A as cutText, D as oneLine, d as endSentence, f as formatTime, h as needsApproval, l as describeView, m as APPROVAL_LABEL, o as describeOutcome, s as describeStop$1, v as nameCommands, w as shortSha } from "./line-diff.js";
import { n as formatRefusals, t as logText } from "./workflow-log.js";
import { A as enterAct, B as ANEW, D as findCanceledBefore, E as cancel, G as formatRejectionNote, H as findEntered, I as listRecords, J as findObstacle, L as observeKnownPullRequest, M as notSent, N as observeControl, O as patchOf, P as readSwitchboard, Q as afterChange, R as observeRecord, T as waitForClaims, U as readLogSince, V as describeDone, W as wholeSecond$1, X as whyOver, Y as findStop, Z as Interrupted, _ as drain, at as formatAge, b as wasStopped, et as describeStatus, h as wasLockedMeanwhile, it as describeSwitch, j as moveSwitches, k as cut$1, nt as cell, o as canaryStatus, r as findSenders, rt as describeScope, t as createControlContext, tt as tabulateStatus, v as isTakenUp, w as killAll, x as arrivesAsMeant, y as sendAndSee, z as findOutcomeSince } from "./control-context.js";
import { c as findPlan, d as restore, h as sourceOf, i as asBefore, j as WATCH_REF, l as findStep, m as writeStep, n as wholeFile, p as settle, r as lookUntil, s as findOrigin, u as newestStep } from "./compute.js";
import { Buffer, isUtf8 } from "node:buffer";

// src/control/line.ts
const MAX_COMMAND_CHARACTERS = 1e3;
function findCommand(body) {
	const line = firstLine(body);
	return /^ {0,3}\/ghost(?=\s|$)/i.test(line) || LOOK_ALIKE.test(line) ? line.trim() : null;
}
function readLine(text) {
	const line = firstLine(text).trim();
	if (line.length > 1e3) return problem$5(`A command has at most ${MAX_COMMAND_CHARACTERS} characters; write the verb and a short reason`);
	const [hidden] = HIDDEN.exec(line) ?? [];
	if (hidden !== void 0) return problem$5(`The command holds the hidden character ${nameOf(hidden)}; type it by hand instead of pasting it`);
	if (LOOK_ALIKE.test(line)) return problem$5(`The command begins with ${nameOf(line)}, which only looks like a slash; type "/ghost" with a plain slash`);
	const prefixed = PREFIX.test(line);
	return {
		ok: true,
		words: line.replace(PREFIX, "").split(/\s+/).filter((word) => word !== ""),
		prefixed
	};
}
const PREFIX = /^\/ghost(?=\s|$)/i;
const LOOK_ALIKE = /^[\u2215\u2044\u29F8\u27CB\uFF0F\\]ghost(?=\s|$)/i;
const HIDDEN = /(?!\t|\u200C|\u200D|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
function firstLine(text) {
	return text.slice(0, MAX_SCANNED).split(/[\r\n]/, 1)[0] ?? "";
}
const MAX_SCANNED = 2 * MAX_COMMAND_CHARACTERS;
function nameOf(text) {
	return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
function problem$5(sentence) {
	return {
		ok: false,
		problem: `${sentence}.`
	};
}

// src/control/option-like.ts
function isDashed(word) {
	return /^["'`]?[\p{Pd}\u2212]/u.test(word);
}
function isOption(word) {
	return /^["'`]?[\p{Pd}\u2212]+\p{L}/u.test(word);
}
function saysHow(word) {
	return HOW.has(lettersOf(word));
}
const TRIALS = /* @__PURE__ */ new Set([
	"dryrun",
	"dry",
	"preview",
	"test",
	"try",
	"trial",
	"check",
	"simulate",
	"validate",
	"noop",
	"whatif"
]);
const HOW = /* @__PURE__ */ new Set([
	...TRIALS,
	..."draft wip force again retry rerun redo revise revision update".split(" "),
	..."now please this that it here below patch all".split(" ")
]);
function lettersOf(word) {
	return word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
function optionIn(words) {
	const [first = ""] = words;
	if (isOption(first)) return first;
	return lettersOf(words.slice(0, 2).join("")) === "dryrun" && words.length <= 2 ? words.join(" ") : trialIn(words);
}
function trialIn(words) {
	const last = words.at(-1) ?? "";
	return /^[\p{Pd}\u2212]+\p{L}[\p{L}_-]*$/u.test(last) && TRIALS.has(lettersOf(last)) ? last : void 0;
}
function shown(word) {
	return word.replaceAll(/["'`]/g, "").slice(0, MAX_SHOWN$2).toWellFormed();
}
const MAX_SHOWN$2 = 40;

// src/control/stop.ts
function parseStop(verb, words) {
	const unreadable = unreadableSender(words);
	if (unreadable !== void 0) return problem$4(`${unreadable.slice(0, MAX_SHOWN$1)} is the name of no sender; write the login, or the name of the server's token, or leave out "from"`);
	const leading = readOptions(words, 0);
	const linked = linkedName(words, leading.end);
	if (linked !== void 0) return problem$4(`Nothing is done yet: "${shown(linked)}" is no name as senders have it, but what stands for one, such as the entry of a list of people; write the sender's name in plain letters, such as "${verb} from @shop-gpt"`);
	const rest = words.slice(leading.end);
	const start = rest.findIndex((_, index) => readsToEnd(rest, index));
	const trailing = start === -1 ? NOTHING : readOptions(rest, start);
	const said = start === -1 ? rest : rest.slice(0, start);
	const reason = said.join(" ");
	const read = [...leading.read, ...trailing.read];
	const [doubtful] = read.flatMap(({ inFull }) => inFull ?? []);
	if ((verb === "pause" || verb === "lock") && doubtful !== void 0) return problem$4(describeDoubt(verb, doubtful));
	const isScoped = read.some(({ option }) => option.kind !== "time");
	const meant = said.length === 1 ? meantByOneWord(reason, isScoped) : null;
	if ((verb === "pause" || verb === "lock") && meant !== null) {
		const { word, what, full } = meant;
		return problem$4(`Nothing is stopped yet: "${word}" may be ${what}; write "${verb} ${full}" for that alone, or "${verb} because of ${word}" to stop everything here`);
	}
	const options = read.map(({ option }) => option);
	if (reason.length > 500) return problem$4(`A reason has at most ${500} characters; write a shorter one`);
	const ends = options.filter((option) => option.kind === "time");
	const scopes = options.filter((option) => option.kind !== "time");
	const goesOn = leading.read.some(({ option }) => option.kind !== "time") && (goesOnWithList(said, words[leading.end - 1] ?? "") || namesNext(said));
	if (ends.length > 1 || scopes.length > 1 || scopes.length > 0 && (goesOn || namesAnother(said))) return problem$4("Only one time and one scope can be given; write one command for each scope");
	const [end] = ends;
	const [scope = { kind: "repository" }] = scopes;
	if (end !== void 0 && (end.seconds < 1 || end.seconds > MAX_SECONDS)) return problem$4(`A time is between 1m and ${MAX_DAYS}d; leave it out to stop without an end`);
	return {
		ok: true,
		stop: {
			reason: reason === "" ? null : reason,
			scope,
			seconds: end?.seconds ?? null
		}
	};
}
function namesAnother(reason) {
	return reason.some((_, index) => {
		const read = readOption(reason, index);
		return read !== null && read.isClear && read.option.kind !== "time";
	});
}
function goesOnWithList(reason, name) {
	const [first = ""] = reason;
	if (first === "") return false;
	const isList = /[,;]$/.test(name) && reason.slice(0, -1).every((word) => /[,;]$/.test(word));
	return JOINING.test(first) || isList;
}
function namesNext(reason) {
	return isSaidInFull(reason.find((word) => !JOINING_WORD.test(word)) ?? "");
}
function meantByOneWord(written, isScoped) {
	if (LIKE_A_NAME.test(written)) return {
		word: written,
		what: "a branch or a repository",
		full: `on branch ${written}`
	};
	if (isScoped || !isSaidInFull(written)) return null;
	const login = bareName(written);
	const isName = isSenderName(login);
	return {
		word: isName ? `@${login}` : shown(written),
		what: "a sender",
		full: `from @${isName ? login : "shop-gpt"}`
	};
}
const LIKE_A_NAME = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
const JOINING = /^\(?(?:and|or|plus)$|^[,;&+/]/i;
const JOINING_WORD = /^\(?(?:and|or|plus|also|as|well|with|together|both|too|then|including)$/i;
function describeDoubt(verb, inFull) {
	const { written, full } = inFull.full.length <= MAX_SHOWN$1 ? inFull : TOO_LONG$1;
	return `Nothing is stopped yet: "${written}" may be a reason, too; write "${verb} ${full}" for that alone, or "${verb} because ${written}" to stop everything`;
}
const MAX_SHOWN$1 = 110;
const TOO_LONG$1 = {
	written: "on …",
	full: "on branch <branch>"
};
const MAX_REASON = 500;
const MAX_DAYS = 90;
const MAX_SECONDS = MAX_DAYS * 86400;
const NOTHING = {
	read: [],
	end: 0
};
const MAX_OPTIONS = 4;
function readOptions(words, start) {
	const read = [];
	let end = start;
	while (read.length < MAX_OPTIONS) {
		const next = readOption(words, end);
		if (next === null) break;
		read.push(next);
		end = next.end;
	}
	return {
		read,
		end
	};
}
function readsToEnd(words, start) {
	return readOption(words, start)?.isClear === true && readOptions(words, start).end === words.length;
}
function readOption(words, start) {
	const [keyword, one, two] = words.slice(start, start + 3).map((word) => word.toLowerCase());
	const written = (offset) => words[start + offset] ?? "";
	switch (keyword) {
		case "for": return readTime([one ?? "", two ?? ""], start);
		case "on": {
			const whole = one === "branch" && two !== void 0;
			const branch = written(whole ? 2 : 1).replace(/^refs\/heads\//, "");
			const inFull = whole ? null : {
				full: `on branch ${branch}`,
				written: `on ${branch}`
			};
			return branch === "" ? null : {
				option: {
					kind: "branch",
					branch
				},
				end: start + (whole ? 3 : 2),
				inFull,
				isClear: whole
			};
		}
		case "from": {
			const login = bareName(written(1));
			const isClear = isSaidInFull(written(1));
			const inFull = isClear ? null : {
				full: `from @${login}`,
				written: `from ${login}`
			};
			return isSenderName(login) ? {
				option: {
					kind: "sender",
					login
				},
				end: start + 2,
				inFull,
				isClear
			} : null;
		}
		default: return null;
	}
}
function isSaidInFull(written) {
	return /^["'`(*“”„‘’«]*@/.test(written) || LINKED.test(written);
}
const LINKED = /^["'`(*“”„‘’«]*@?<[@!#]/;
function bareName(written) {
	return written.replace(/^["'`(*“”„‘’«]*@?/, "").replace(/["'`).,;:!?*“”‘’»]+$/, "");
}
function linkedName(words, end) {
	return words.find((word, index) => {
		return words[index - 1]?.toLowerCase() === "from" && (LINKED.test(word) || index === end + 1 && ANGLED.test(word));
	});
}
const ANGLED = /^["'`(*“”„‘’«]*@?</;
function unreadableSender(words) {
	return words.find((word, index) => words[index - 1]?.toLowerCase() === "from" && isSaidInFull(word) && !ANGLED.test(word) && !isSenderName(bareName(word)));
}
const UNIT_SECONDS = {
	m: 60,
	h: 3600,
	d: 86400
};
function readTime([one, two], start) {
	const joined = TIME.exec(one);
	const [, amount, unit] = joined ?? TIME.exec(`${one}${two}`) ?? [];
	const seconds = Number(amount) * (UNIT_SECONDS[unit?.[0] ?? ""] ?? NaN);
	return Number.isNaN(seconds) ? null : {
		option: {
			kind: "time",
			seconds
		},
		end: start + (joined === null ? 3 : 2),
		inFull: null,
		isClear: joined !== null
	};
}
const TIME = /^(\d{1,6})(m|min|mins|minutes?|h|hours?|d|days?)$/;
function problem$4(sentence) {
	return {
		ok: false,
		problem: `${sentence}.`
	};
}

// src/control/suggest.ts
function suggestVerb(written) {
	const word = written.toLowerCase();
	const shown = written.length > MAX_SHOWN ? `${written.slice(0, MAX_SHOWN).toWellFormed()}…` : written;
	const meant = MEANINGS.get(word) ?? nearestName(word, VERBS);
	return meant === void 0 ? `There is no command "${shown}"; write one of ${VERBS.join(", ")}` : `There is no command "${shown}"; did you mean "${meant}"? Write it so, or "help" for all of them`;
}
const MAX_SHOWN = 40;
const MEANINGS = /* @__PURE__ */ new Map([
	["stop", "pause"],
	["halt", "pause"],
	["hold", "pause"],
	["unpause", "resume"],
	["start", "resume"],
	["continue", "resume"],
	["go", "resume"],
	["freeze", "lock"],
	["unfreeze", "unlock"],
	["abort", "cancel"],
	["rollback", "revert"],
	["undo", "revert"],
	["rerun", "retry"],
	["re-run", "retry"],
	["again", "retry"],
	["accept", "approve"],
	["lgtm", "approve"],
	["ok", "approve"],
	["deny", "reject"],
	["decline", "reject"],
	["close", "reject"],
	["dry-run", "preview"],
	["diff", "preview"],
	["list", "status"],
	["show", "status"],
	["log", "audit"],
	["history", "audit"]
]);

// src/control/command.ts
function parseCommand(text, place = {}) {
	if (/[\r\n]/.test(text.trim())) return problem$3("A command is one line, and nothing behind it would be done; write each command for itself");
	const line = readLine(text);
	if (!line.ok) return line;
	const [written, ...rest] = line.words;
	if (written === void 0) return line.prefixed ? {
		ok: true,
		command: { verb: "help" }
	} : problem$3("There is no command here; write one such as \"status\", or \"help\" for all of them");
	const verb = written.toLowerCase();
	return isVerb(verb) ? parseArguments(verb, rest, place) : problem$3(suggestVerb(written));
}
function withId(command, id) {
	return "id" in command && command.id === null && command.verb !== "kill" ? {
		...command,
		id
	} : command;
}
function parseArguments(verb, words, place) {
	switch (verb) {
		case "status":
		case "preview":
		case "approve":
		case "retry":
		case "revert":
		case "cancel": return parseAboutPatch(verb, words);
		case "reject": return parseReject(words, place);
		case "pause":
		case "lock": {
			const stop = parseStop(verb, words);
			return stop.ok ? optionProblem(verb, stop.stop.reason) ?? {
				ok: true,
				command: {
					verb,
					...stop.stop
				}
			} : stop;
		}
		case "resume":
		case "unlock": return parseLift(verb, words);
		case "kill": return parseKill(words);
		case "apply": return problem$3("\"apply\" is for comments on GitHub, with the patch in a fence below it; write it there, or send the patch itself");
		case "audit":
		case "whoami":
		case "help": return words.length === 0 ? {
			ok: true,
			command: { verb }
		} : problem$3(`"${verb}" takes nothing after it; write just "${verb}"`);
	}
}
function parseAboutPatch(verb, words) {
	const [word, ...more] = words;
	if (more.length > 0) return problem$3(`"${verb}" takes one patch id and nothing else; write "${verb} <id>"`);
	if (word === void 0) return {
		ok: true,
		command: {
			verb,
			id: null
		}
	};
	const parsed = parseBareId(word);
	return parsed.ok ? {
		ok: true,
		command: {
			verb,
			id: parsed.id
		}
	} : parsed;
}
function parseReject(words, { own }) {
	const [word, ...more] = words;
	if (word === void 0) return {
		ok: true,
		command: {
			verb: "reject",
			id: null,
			reason: null
		}
	};
	const parsed = parseBareId(word);
	if (own !== void 0 && NUMBER.test(word)) return problem$3(`${word.slice(0, MAX_NUMBER)} may be a pull request, or the beginning of a reason; write "reject ${own} <why>" for the one that this shows, or "reject ghost/<id> <why>" for another one`);
	if (own === void 0 || parsed.ok && (parsed.id === own || isInFull(word))) {
		if (parsed.ok && goesOnWithList(more, word)) return problem$3("Nothing is rejected yet: \"reject\" takes one patch, and the reason behind it may be another one; write a command for each, or begin the reason with another word");
		return parsed.ok ? rejection({
			id: parsed.id,
			reason: reasonOf$1(more)
		}) : parsed;
	}
	return rejection({
		id: null,
		reason: reasonOf$1(words),
		...parsed.ok ? { firstWord: parsed.id } : {}
	});
}
function rejection(rest) {
	return optionProblem("reject", rest.reason) ?? {
		ok: true,
		command: {
			verb: "reject",
			...rest
		}
	};
}
const NUMBER = /^#\d+$/;
const MAX_NUMBER = 12;
function parseLift(verb, words) {
	const confirm = verb === "unlock" && words.at(-1)?.toLowerCase() === CONFIRM;
	const stop = parseStop(verb, confirm ? words.slice(0, -1) : words);
	if (!stop.ok) return stop;
	const { scope, reason, seconds } = stop.stop;
	if (reason !== null || seconds !== null) return problem$3(`"${verb}" takes no reason and no time; write "${verb}", "${verb} on <branch>" or "${verb} from <login>"`);
	return {
		ok: true,
		command: verb === "resume" ? {
			verb,
			scope
		} : {
			verb,
			scope,
			confirm
		}
	};
}
const CONFIRM = "confirm";
function parseKill(words) {
	const [word, confirmation, ...more] = words;
	const confirm = confirmation?.toLowerCase() === CONFIRM;
	if (word === void 0 || more.length > 0 || confirmation !== void 0 && !confirm) return problem$3("\"kill\" takes one patch id, or all of them; write \"kill <id>\" or \"kill all confirm\"");
	if (word.toLowerCase() === "all") return {
		ok: true,
		command: {
			verb: "kill",
			all: true,
			id: null,
			confirm
		}
	};
	const parsed = parseBareId(word);
	return parsed.ok ? {
		ok: true,
		command: {
			verb: "kill",
			all: false,
			id: parsed.id,
			confirm
		}
	} : parsed;
}
function reasonOf$1(words) {
	return words.length === 0 ? null : words.join(" ");
}
function optionProblem(verb, reason) {
	const option = reason === null ? void 0 : optionIn(reason.split(" "));
	return option === void 0 ? null : problem$3(`Nothing is done yet: "${shown(option)}" looks like an option, and "${verb}" has none; leave it out, or put it into the middle of the reason where it is a part of that`);
}
function parseBareId(word) {
	return isDashed(word) ? problem$3(`"${shown(word)}" is no patch id but looks like an option, and a command has none; write the verb and the id as "status" lists it`) : parseId(word);
}
function parseId(word) {
	const id = word.replace(/^(["'`])(.+)\1$/, "$2").replace(/^(?:refs\/heads\/)?ghost\/|^refs\/ghost\/patches\//, "");
	if (NUMBER.test(id)) return problem$3(`${id} is the number of a pull request; write the patch's id, which its branch ghost/<id> ends with`);
	return id.length > 200 || !/[\p{L}\p{N}_]/u.test(id) ? problem$3("This is no patch id; write the id as \"status\" lists it") : {
		ok: true,
		id: slugId(id)
	};
}
function isInFull(word) {
	return /^["'`]?(?:refs\/heads\/)?ghost\/|^["'`]?refs\/ghost\/patches\//.test(word);
}
function problem$3(sentence) {
	return {
		ok: false,
		problem: `${sentence}.`
	};
}

// src/control/reason.ts
function withReason(command, given) {
	const text = given.trim().replaceAll(/\s+/g, " ");
	if (text === "") return {
		ok: true,
		command
	};
	if (!("reason" in command)) return problem$2(`"${command.verb}" takes no reason; leave "reason" empty`);
	if (command.reason !== null) return problem$2(`There is a reason behind "${command.verb}" already; write all of it into "reason"`);
	const line = readLine(text);
	if (!line.ok) return line;
	const reason = line.words.join(" ");
	return reason.length > 500 ? problem$2(`A reason has at most ${500} characters; write a shorter one`) : {
		ok: true,
		command: {
			...command,
			reason
		}
	};
}
function problem$2(sentence) {
	return {
		ok: false,
		problem: `${sentence}.`
	};
}

// src/control/form.ts
function parseForm(form) {
	if (Object.values(form).some((box) => /[\r\n]/.test(box.trim()))) return problem$1("Each box takes one line; write the command and its reason without line breaks");
	const action = form.action.trim();
	const [patch, time, scope] = [
		form.patch.trim(),
		form.for.trim(),
		form.scope.trim()
	];
	const line = [
		action,
		patch,
		time === "" ? "" : `for ${time}`,
		scopeWords(scope)
	].filter((words) => words !== "").join(" ");
	const parsed = parseCommand(line);
	if (!parsed.ok) return parsed;
	const { command } = parsed;
	return findMisread(command, {
		patch,
		time,
		scope
	}) ?? withReason(command, form.reason);
}
function scopeWords(scope) {
	if (scope === "") return "";
	return scope.startsWith("@") ? `from ${scope}` : `on branch ${scope.replace(/^branch\s+/, "")}`;
}
function findMisread(command, { patch, time, scope }) {
	if (patch !== "" && !("id" in command)) return problem$1(`"${command.verb}" is not about one patch; leave the box "patch" empty`);
	const stop = command.verb === "pause" || command.verb === "lock";
	if (time !== "" && !(stop && command.seconds !== null)) return problem$1("The box \"for\" takes a time such as 30m, 2h or 1d, and only for pause and lock");
	const scoped = "scope" in command ? command.scope : { kind: "repository" };
	if (scope !== "" && (scoped.kind === "repository" || stop && command.reason !== null)) return problem$1("The box \"scope\" takes one branch, or @login, and only for pause, resume, lock and unlock");
	return null;
}
function problem$1(sentence) {
	return {
		ok: false,
		problem: `${sentence}.`
	};
}

// src/report/command/log.ts
function formatCommandLog({ verb, done, sentence }) {
	return logText(oneLine(`${verb ?? "Command"}: ${done}. ${sentence}`));
}

// src/report/command/audit.ts
function describeAudit({ entries, more }) {
	const count = entries.length === 1 ? "One entry" : `${entries.length} entries`;
	return entries.length === 0 ? "The log is empty; the first patch or the first command begins it." : `${count}, newest first${more ? "; older ones are in the history of refs/ghost/control" : ""}.`;
}
function tabulateAudit({ now, entries }) {
	return {
		title: "Log",
		head: [
			"commit",
			"when",
			"who",
			"from",
			"did",
			"why",
			"result",
			"switches since"
		],
		rows: entries.map(({ oid, committedAt, entry }) => entry === null ? [
			shortSha(oid),
			formatAge(committedAt, now),
			"unknown",
			"unknown",
			UNREADABLE,
			"",
			"",
			"paused"
		].map((text) => cell(text)) : [
			shortSha(oid),
			formatAge(committedAt, now),
			whoOf(entry),
			entry.act.surface,
			whatOf(entry),
			entry.act.reason ?? "",
			entry.act.result ?? "",
			switchesOf(entry, committedAt)
		].map((text) => cell(text)))
	};
}
const UNREADABLE = "something that can not be read";
function whoOf({ act: { by, role } }) {
	return role === void 0 ? by : `${by} (${role})`;
}
function whatOf({ act: { verb, patch, confirm } }) {
	return [
		verb,
		patch,
		confirm === true ? "(confirmed)" : void 0
	].filter((part) => part !== void 0).join(" ");
}
function switchesOf({ switches }, committedAt) {
	const standing = activeSwitches(switches, new Date(committedAt));
	return standing.length === 0 ? "none" : standing.map(({ state, scope }) => `${state}: ${describeScope(scope)}`).join(", ");
}

// src/report/command/help.ts
const USAGES = {
	status: {
		usage: "status [id]",
		effect: "what holds now, and where each patch or this one stands"
	},
	preview: {
		usage: "preview <id>",
		effect: "what the patch would change on today's base; nothing is written"
	},
	apply: {
		usage: "apply [id=<id>] [base=<branch>] [title=<words>]",
		effect: "in a comment on GitHub: has the patch in the fence below it worked on"
	},
	approve: {
		usage: "approve <id>",
		effect: "lets a patch that needs it out of draft, as it is now"
	},
	reject: {
		usage: "reject <id> [why]",
		effect: "closes its pull request"
	},
	retry: {
		usage: "retry <id>",
		effect: "applies the patch to today's base again, as a new attempt"
	},
	revert: {
		usage: "revert <id>",
		effect: "sends a patch that takes a merged one back, tested like any other"
	},
	cancel: {
		usage: "cancel <id>",
		effect: "ends its run"
	},
	pause: {
		usage: "pause [why] [for 2h] [on branch <branch>] [from @<login>]",
		effect: "holds new patches back; nothing is pushed"
	},
	resume: {
		usage: "resume [on <branch>] [from <login>]",
		effect: "ends a pause, and works on what was held, in order"
	},
	lock: {
		usage: "lock [why] [for 2h] [on branch <branch>] [from @<login>]",
		effect: "refuses patches, approvals and retries"
	},
	unlock: {
		usage: "unlock [on <branch>] [from <login>] [confirm]",
		effect: "ends a lock; needs another operator than who locked, or \"confirm\""
	},
	kill: {
		usage: "kill <id> | kill all confirm",
		effect: "ends the run of one patch; or every run, and locks"
	},
	audit: {
		usage: "audit",
		effect: "who commanded what, newest first"
	},
	whoami: {
		usage: "whoami",
		effect: "your login, your role, and what it may do"
	},
	help: {
		usage: "help",
		effect: "this list"
	}
};

// src/report/command/page.ts
function commandPage(report) {
	return {
		icon: ICONS[report.done],
		headline: `${report.verb ?? "Command"}: ${report.done}`,
		sentence: report.sentence,
		tables: [
			...report.verb === "help" ? [helpTable()] : [],
			...report.status === void 0 ? [] : tabulateStatus(report.status),
			...report.audit === void 0 || report.audit.entries.length === 0 ? [] : [tabulateAudit(report.audit)],
			...notesTable(report),
			...observedTable(report)
		]
	};
}
const ICONS = {
	done: "✅",
	unchanged: "⚪",
	unconfirmed: "⏳",
	refused: "⛔",
	failed: "💥"
};
function helpTable() {
	return {
		title: "Commands",
		head: ["write", "what it does"],
		rows: VERBS.map((verb) => [cell(`/ghost ${USAGES[verb].usage}`), cell(USAGES[verb].effect)])
	};
}
function notesTable({ notes = [] }) {
	return notes.length === 0 ? [] : [{
		title: "About the patch",
		head: ["note"],
		rows: notes.map((note) => [cell(note)])
	}];
}
function observedTable({ observed, requestedAt, confirmedAt }) {
	const now = confirmedAt ?? requestedAt;
	return observed.length === 0 ? [] : [{
		title: "What was observed",
		head: [
			"what",
			"name",
			"state",
			"when"
		],
		rows: observed.map(({ kind, name, state, url, at }) => [
			cell(kind.replace("_", " ")),
			cell(name, url),
			cell(state),
			cell(at === void 0 ? "during the command" : formatAge(at, now))
		])
	}];
}

// src/report/command/markdown.ts
function formatCommandReply(report) {
	return formatPage(commandPage(report), report, REPLY);
}
function replyMark(comment) {
	return `<!-- ghost-runner: reply to ${comment} -->`;
}
function formatCommandSummary(report) {
	const { icon, headline, ...page } = commandPage(report);
	const by = `Asked by ${markdownLine(report.by)}${report.role === void 0 ? "" : ` (${report.role})`}, from the ${report.surface}.`;
	return `# ${icon} ${headline}\n\n${formatPage({
		icon: "",
		headline: "",
		...page
	}, report, SUMMARY)}\n${by}\n`;
}
const REPLY = {
	tables: 25e3,
	details: 25e3
};
const SUMMARY = {
	tables: 3e5,
	details: 2e5
};
const MAX_SENTENCE = 3e3;
function formatPage(page, { diff = "", refusals = [] }, budgets) {
	const { icon, headline, sentence, tables } = page;
	const each = Math.floor(budgets.tables / Math.max(1, tables.length));
	const said = markdownLine(sentence, MAX_SENTENCE);
	return `${[
		headline === "" ? said : `${icon} **${headline}**: ${said}`,
		...tables.map((table) => formatTable(table, each)),
		...refusals.length === 0 ? [] : [formatRefusals(refusals, budgets.details)],
		...diff.trim() === "" || refusals.length > 0 ? [] : [codeBlock({
			lines: diff.trimEnd().split("\n"),
			budget: budgets.details,
			keep: "first",
			language: "diff"
		})]
	].join("\n\n")}\n`;
}
function formatTable({ title, head, rows, omitted = 0 }, budget) {
	const top = [
		`**${title}**`,
		"",
		line(head),
		`|${"---|".repeat(head.length)}`
	];
	const kept = fitLines(rows, (row) => line(row.map(formatCell)), budget - top.join("\n").length - MAX_MORE);
	const more = omitted + rows.length - kept.length;
	return [
		...top,
		...kept,
		...more > 0 ? ["", `… and ${more} more.`] : []
	].join("\n");
}
const MAX_MORE = 40;
const MAX_CELL = 300;
function formatCell({ text, url }) {
	return url === void 0 ? markdownLine(text, MAX_CELL) : markdownLinkCell(text.slice(0, MAX_CELL), url);
}
function line(cells) {
	return `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |");
}

// src/report/command/report.ts
function commandSucceeded({ done }) {
	return done === "done" || done === "unchanged";
}

// src/control/apply-options.ts
function parseApplyOptions(words, own) {
	const found = /* @__PURE__ */ new Map();
	let at = 0;
	const [first = ""] = words;
	if (first !== "" && !first.includes("=")) {
		if (isDoubtful(first, own)) return doubt(first, own);
		found.set("id", first);
		at = 1;
	}
	while (at < words.length) {
		const [, written = "", begin = ""] = OPTION.exec(words[at] ?? "") ?? [];
		const name = written.toLowerCase();
		if (!isName(name) || found.has(name)) return problem(isName(name) ? `"${name}" stands there twice` : "Something there is no option of \"apply\"");
		const end = name === "title" ? endOfTitle(words, at, begin) : at + 1;
		const trial = name === "title" && !QUOTED.test(begin) ? trialIn([begin, ...words.slice(at + 1, end)]) : void 0;
		if (trial !== void 0) return trialInTitle(trial);
		found.set(name, unquoted([begin, ...words.slice(at + 1, end)].join(" ")));
		at = end;
	}
	return check(found);
}
function isDoubtful(word, own) {
	const parsed = parseId(word);
	if (isDashed(word) || own === void 0 && saysHow(word)) return true;
	return own !== void 0 && parsed.ok && parsed.id !== own && !isInFull(word);
}
function doubt(word, own) {
	const alone = own === void 0 ? "to have this one worked on" : `for a revision of ${own}`;
	const named = isDashed(word) ? "" : `, or "apply id=${shown(word)}" for a patch of that name`;
	return {
		ok: false,
		problem: `"${shown(word)}" may say how this patch is to be sent, which nothing would heed; write "apply" alone ${alone}, "preview" alone to only try it${named}.`
	};
}
function trialInTitle(trial) {
	return {
		ok: false,
		problem: `"${shown(trial)}" looks like an option; leave it out, or write the title in quotation marks, and "preview" in the place of "apply" to only try the patch.`
	};
}
const NAMES = [
	"id",
	"title",
	"base"
];
function isName(word) {
	return NAMES.some((name) => name === word);
}
const OPTION = /^(id|title|base)=(.*)$/i;
const QUOTED = /^["'`]/;
function endOfTitle(words, at, begin) {
	const [quote = ""] = QUOTED.exec(begin) ?? [];
	if (quote !== "") {
		const closes = (word, index) => index >= at && word.endsWith(quote) && (index > at || begin.length > 1);
		const end = words.findIndex(closes);
		return end < 0 ? words.length : end + 1;
	}
	const next = words.findIndex((word, index) => index > at && OPTION.test(word));
	return next < 0 ? words.length : next;
}
function unquoted(text) {
	return text.replace(/^(["'`])(.*)\1$/, "$2").trim();
}
function check(found) {
	const empty = [...found].find(([, value]) => value === "")?.[0];
	if (empty !== void 0) return problem(`Nothing stands behind "${empty}="`);
	const [written, title = null, branch] = [
		found.get("id"),
		found.get("title"),
		found.get("base")
	];
	const base = branch?.replace(/^refs\/heads\//, "") ?? null;
	if ((title ?? "").length > 200 || (base ?? "").length > 244) return problem(`A title has at most ${200} characters, and a branch ${244}`);
	const id = written === void 0 ? null : parseId(written);
	return id === null || id.ok ? {
		ok: true,
		options: {
			id: id?.id ?? null,
			title,
			base
		}
	} : id;
}
function problem(what) {
	return {
		ok: false,
		problem: `${what}; write "apply", or "apply id=<id> base=<branch> title=<words>", and the patch in a fence below.`
	};
}

// src/control/html-above.ts
function mayHideWhatFollows(html) {
	for (let at = nextTag(html, 0); at !== -1;) {
		WHOLE.lastIndex = at;
		const [whole, name = ""] = WHOLE.exec(html) ?? [];
		if (whole === void 0 || UNSHOWN.has(name.toLowerCase())) return true;
		at = nextTag(html, at + whole.length);
	}
	return false;
}
function wordsMayHide(line, mayBeCode) {
	const words = mayBeCode || leavesCodeOpen(line) ? line : line.replaceAll(/`[^`]*`/g, " ");
	return /<\?|<!\[CDATA\[|--!>/i.test(line) || SHOWN_WITH_ATTRIBUTES.test(line) || UNSHOWN_IN_WORDS.test(words);
}
function leavesCodeOpen(line) {
	return /``|\\`/.test(line) || line.split("`").length % 2 === 0;
}
const SHOWN_TAGS = "iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp";
const SHOWN_WITH_ATTRIBUTES = new RegExp(`<(?:${SHOWN_TAGS})(?:\\s[^<>"']*)?(?:["']|$)`, "i");
function nextTag(html, from) {
	TAG.lastIndex = from;
	return TAG.exec(html)?.index ?? -1;
}
const TAG = /<[a-z/!?]/gi;
const WHOLE = new RegExp([
	/<!--(?!-?>)(?:(?!--!?>)[^])*-->/,
	/<![a-z][^<>"']*>/,
	/<\/[a-z][a-z\d-]*\s*>/,
	/<([a-z][a-z\d-]*)(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>/,
	/<[a-z][\w.+-]*[:@][^\s<>"']*>/
].map(({ source }) => source).join("|"), "iy");
const OTHERS = "audio|canvas|datalist|dialog|math|noscript|object|rp|select|svg|template|video";
const UNSHOWN = new Set(`${SHOWN_TAGS}|${OTHERS}`.split("|"));
const UNSHOWN_IN_WORDS = new RegExp(`<(?:${OTHERS})(?=[\\s/>]|$)`, "i");

// src/control/fences.ts
function partFences(text, words) {
	const parts = [];
	let fence = null;
	let html = null;
	let above = {
		words: true,
		list: false,
		insideHtml: false,
		code: leavesCodeOpen(words),
		bracket: false,
		hides: wordsMayHide(words, false)
	};
	for (const line of text.split("\n")) {
		if (fence !== null) {
			if (closes(line, fence)) {
				parts.push({
					info: fence.info,
					lines: fence.lines
				});
				fence = null;
			} else fence.lines.push(withoutIndent(line, fence.indent));
			continue;
		}
		if (html !== null) html.lines.push(line);
		else {
			const kind = htmlBegunBy(line);
			fence = kind === null ? openedBy(line) : null;
			const block = kind ?? fence;
			const why = block === null ? null : doubtAbout(line, block, above);
			if (why !== null || LISTED_FENCE.test(line)) return {
				ok: false,
				why: why ?? "nested"
			};
			if (kind !== null) html = {
				end: kind.end,
				lines: [line]
			};
			else if (fence === null && !QUOTATION.test(line)) parts.push(line);
			const insideHtml = above.insideHtml || isInside(line, above) && BEGINS_WITH_TAG.test(line);
			const words = block === null && !BLANK.test(line);
			const bracket = words && (beginsWithBracket(line, above) || above.words && above.bracket);
			above = {
				words,
				bracket,
				code: words && (above.code || leavesCodeOpen(line)),
				list: above.list || LIST.test(line),
				insideHtml,
				hides: above.hides || bracket && line.includes("]:") || FOOTNOTE.test(line) || block === null && lineMayHide(line, {
					...above,
					insideHtml
				})
			};
		}
		if (html?.end.test(line) === true) {
			above = {
				...above,
				hides: above.hides || mayHideWhatFollows(html.lines.join("\n"))
			};
			html = null;
		}
	}
	return fence === null ? {
		ok: true,
		parts
	} : {
		ok: false,
		why: "open"
	};
}
function doubtAbout(line, block, { words, list, hides }) {
	if (list && LISTED$1.test(line)) return "nested";
	if (hides && "mark" in block) return "hidden";
	return words && "start" in block && block.start === ANY_TAG ? "html" : null;
}
function beginsWithBracket(line, { words }) {
	return (!words || LIST.test(line)) && line.replace(MARKS, "").startsWith("[");
}
const MARKS = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/;
const FOOTNOTE = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*\[\^[^\]]*\]:/;
function lineMayHide(line, above) {
	return above.insideHtml && isInside(line, above) ? mayHideWhatFollows(line) : wordsMayHide(line, above.code);
}
function isInside(line, { list }) {
	return QUOTATION.test(line) || LIST.test(line) || list && LISTED$1.test(line);
}
const BEGINS_WITH_TAG = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*<[a-z/!?]/i;
function openedBy(line) {
	const [, indent = "", mark = "", info = ""] = OPENING.exec(line) ?? [];
	return mark === "" || mark.startsWith("`") && info.includes("`") ? null : {
		mark,
		indent: indent.length,
		info: info.trim(),
		lines: []
	};
}
const OPENING = /^( {0,3})(`{3,}|~{3,})(.*)$/;
function closes(line, { mark }) {
	const [, closing = ""] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
	return closing.startsWith(mark);
}
function withoutIndent(line, indent) {
	let at = 0;
	while (at < indent && line.charAt(at) === " ") at += 1;
	return line.slice(at);
}
function htmlBegunBy(line) {
	return HTML.find(({ start }) => start.test(line)) ?? null;
}
const BLANK = /^[ \t]*$/;
const BLOCK_TAGS = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const ANY_TAG = /^ {0,3}<(?:\/[a-z][a-z\d-]*[ \t]*|[a-z][a-z\d-]*(?:[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?)>[ \t]*$/i;
const HTML = [
	{
		start: /^ {0,3}<(?:script|pre|style|textarea)(?:[ \t>]|$)/i,
		end: /<\/(?:script|pre|style|textarea)>/i
	},
	{
		start: /^ {0,3}<!--/,
		end: /-->/
	},
	{
		start: /^ {0,3}<\?/,
		end: /\?>/
	},
	{
		start: /^ {0,3}<![a-z]/i,
		end: />/
	},
	{
		start: /^ {0,3}<!\[CDATA\[/,
		end: /\]\]>/
	},
	{
		start: new RegExp(`^ {0,3}</?(?:${BLOCK_TAGS})(?:[ \\t]|/?>|$)`, "i"),
		end: BLANK
	},
	{
		start: ANY_TAG,
		end: BLANK
	}
];
const QUOTATION = /^ {0,3}>/;
const LIST = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const LISTED$1 = /^ {2}/;
const LISTED_FENCE = /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+(?:`{3}|~{3})/;

// src/control/second-command.ts
function secondCommandIn(body) {
	const [first = "", ...lines] = body.slice(0, MAX_COMMENT_CHARACTERS).split(/\r\n?|\n/);
	const parted = partFences(lines.join("\n"), first);
	const second = (parted.ok ? parted.parts.filter((part) => typeof part === "string") : lines).find((line) => findCommand(line) !== null) ?? dressedCommandIn(lines);
	return second === void 0 ? null : `A comment is one command, and "${shown(second.trim())}" below it is another one; write a comment for each.`;
}
function dressedCommandIn(lines) {
	let end = null;
	let above = {
		words: true,
		list: false
	};
	for (const line of lines) {
		if (end !== null) {
			end = end(line) ? null : end;
			above = {
				...above,
				words: false
			};
			continue;
		}
		const isCode = INDENTED.test(line) && !above.words && !(above.list && !FAR_INDENTED.test(line));
		const bare = isCode ? "" : withoutMarks(line);
		if (COMMAND.test(bare)) return line;
		end = isCode ? null : endOfUnread(line, bare);
		const isBlank = line.trim() === "";
		const goesOn = isBlank || above.words || /^\s/.test(line);
		above = {
			words: !isBlank && !isCode && end === null && !NO_WORDS.test(line),
			list: LISTED.test(line) || above.list && goesOn
		};
	}
}
const COMMAND = /^[/\u2215\u2044\u29F8\u27CB\uFF0F\\]ghost(?=[\s<*_|]|$)/i;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const FAR_INDENTED = /^ {6}|^ {0,3}\t\s/;
const LISTED = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
const NO_WORDS = /^ {0,3}(?:>|#{1,6}\s)/;
function withoutMarks(line) {
	let at = 0;
	for (MARK.lastIndex = 0; MARK.test(line); at = MARK.lastIndex);
	return line.slice(at);
}
const MARK = /\s+|\u200B|\||\*{1,3}(?=[/\\])|_{1,3}(?=[/\\])|(?:[-*+]|\d{1,9}[.)]|\[[ x]\]|#{1,6})(?=\s)|<(?!!--|\/?(?:pre|code|kbd|samp|tt|blockquote|q|del|s|script|style|textarea)\b)[^<>]*>/iy;
function endOfUnread(line, bare) {
	const [, fence = ""] = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(bare) ?? [];
	if (fence !== "") return (below) => below.trim().startsWith(fence) && below.trim().replaceAll(fence.charAt(0), "") === "";
	const [, tag = ""] = /^<(pre|blockquote|script|style|textarea)\b/i.exec(bare) ?? [];
	const closing = tag === "" ? bare.startsWith("<!--") ? "-->" : null : `</${tag.toLowerCase()}>`;
	const ends = (below) => closing !== null && below.toLowerCase().includes(closing);
	return closing === null || ends(line) ? null : ends;
}
const MAX_COMMENT_CHARACTERS = 65536;

// src/control/written-patch.ts
function hasFence(below, line) {
	const parted = partFences(below, line);
	return !parted.ok || parted.parts.some(isFence);
}
function readWritten(below, line) {
	const parted = partFences(below, line);
	if (!parted.ok) return {
		ok: false,
		problem: PROBLEMS[parted.why]
	};
	const fences = titledFences(parted.parts);
	if (fences.some(({ info }) => pathInInfo({
		mark: "```",
		indent: 0,
		info
	}) !== null)) return {
		ok: false,
		problem: PROBLEMS.info
	};
	if (fences.some(({ info }) => DRAWN.test(info))) return {
		ok: false,
		problem: PROBLEMS.drawn
	};
	const [first, ...others] = fences;
	if (first === void 0) return {
		ok: false,
		problem: PROBLEMS.none
	};
	if (others.length > 0 && fences.some(isJson)) return {
		ok: false,
		problem: PROBLEMS.several
	};
	if (hasEditMarks(parted.parts.filter((part) => typeof part === "string").join("\n"))) return {
		ok: false,
		problem: PROBLEMS.bare
	};
	const quoted = textOf(first, parted.parts);
	const text = isJson(first) && quoted === fenceText(first) ? first.lines.join("\n") : quoted;
	return {
		ok: true,
		written: {
			form: isJson(first) ? "json" : "text",
			text,
			quoted,
			...wordsAbove(parted.parts)
		}
	};
}
const PROBLEMS = {
	none: "There is no patch below the command; write it in a fence: a line with ```diff, the patch, and a line with ```.",
	open: "The fence around the patch is not closed; write its mark on a line of its own below the patch.",
	nested: "A fence or HTML stands in a list, where its end is hard to tell; begin its line with the mark or the tag.",
	html: "A tag of HTML stands right below words, where it is hard to tell what it hides; put an empty line above it, or take it out.",
	hidden: "Above a fence stands what may hide it or a line, such as a tag that is not closed on its lines, or the definition of a link or a footnote; close it, or take it out.",
	info: "A fence has a path behind its mark, which the page does not show; write it on a line of its own above the fence.",
	drawn: "GitHub shows a fence with such a word behind its mark as a map, a model, a drawing or a formula, and not what stands in it; write ```diff or ```json there.",
	bare: "An edit, or what looks like one, stands outside of the fence, so it is open whether it is meant; take it out, or put it into a fence, in a comment of its own beside a patch in JSON.",
	several: "There is a patch in JSON and another fence beside it, so it is open what is meant; write a comment for each patch."
};
const DRAWN = /^(?:geojson|math|mermaid|stl|topojson)\b|^\S*[&\\]/i;
function titledFences(parts) {
	let above = "";
	const fences = [];
	for (const part of parts) if (isFence(part)) {
		fences.push({
			...part,
			above
		});
		above = "";
	} else if (part.trim() !== "") above = part.trim();
	return fences;
}
function isFence(part) {
	return typeof part !== "string";
}
function isJson(fence) {
	const { info, above } = fence;
	const mark = {
		mark: "```",
		indent: 0,
		info
	};
	const isFile = isPathLine(above);
	const first = fence.lines.find((line) => line.trim() !== "")?.trimStart() ?? "";
	return !isFile && !isShellFence(mark) && /^[{[]/.test(first);
}
function isPathLine(line) {
	return !/\s/.test(line) && looksLikePath(pathOn(line) ?? "");
}
function textOf(first, parts) {
	const lines = !isJson(first) && pathOn(first.above) !== null ? [first.above] : [];
	for (const part of parts.slice(parts.findIndex(isFence))) {
		while (isFence(part) && lines.at(-1)?.trim() === "") lines.pop();
		lines.push(isFence(part) ? fenceText(part) : part);
	}
	return lines.join("\n").trimEnd();
}
function fenceText({ info, lines }) {
	const inside = lines.reduce((longest, line) => Math.max(longest, markLength(line)), SHORTEST_MARK - 1);
	const mark = "`".repeat(Math.min(LONGEST_MARK, inside + 1));
	return [
		`${mark}${info.replaceAll("`", "")}`,
		...lines,
		mark
	].join("\n");
}
const SHORTEST_MARK = 3;
const LONGEST_MARK = 32;
function markLength(line) {
	return /^\s*(`*)/.exec(line)?.[1]?.length ?? 0;
}
function wordsAbove(parts) {
	const end = parts.findIndex(isFence);
	const lines = parts.slice(0, end).filter((part) => typeof part === "string");
	while (lines.length > 0 && (lines.at(-1)?.trim() === "" || isPathLine(lines.at(-1)?.trim() ?? ""))) lines.pop();
	const from = lines.findIndex((line) => line.trim() !== "");
	const first = (lines[from] ?? "").trim().replace(/^#{1,6}\s+/, "");
	const isTitle = first.length <= 200;
	const rest = (from < 0 ? [] : lines.slice(isTitle ? from + 1 : from)).join("\n").trim();
	return {
		title: isTitle ? first.toWellFormed() : "",
		description: rest.slice(0, MAX_DESCRIPTION_CHARACTERS).toWellFormed()
	};
}

// src/control/comment-patch.ts
function readCommentPatch(body, place) {
	const line = readLine(findCommand(body) ?? "");
	const [written = "", ...words] = line.ok ? line.words : [];
	const verb = written.toLowerCase();
	if (verb !== "apply" && verb !== "preview") return null;
	if (body.length > 65536) return {
		ok: false,
		problem: TOO_LONG
	};
	const [above = "", ...lines] = body.split(/\r\n?|\n/);
	const below = lines.join("\n");
	if (verb === "preview" && !hasFence(below, above)) return null;
	const parsed = parseApplyOptions(words, place.own);
	if (!parsed.ok) return parsed;
	const read = readWritten(below, above);
	return read.ok ? compose(read.written, {
		place,
		options: parsed.options,
		dryRun: verb === "preview"
	}) : read;
}
const TOO_LONG = `A comment has at most ${MAX_COMMENT_CHARACTERS} characters; send the patch itself, which may be larger.`;
function compose(written, { place, options, dryRun }) {
	const value = valueOf(written);
	const read = readPatch(sourceOf({ patch: value }), void 0, ELSEWHERE);
	if (!read.ok) {
		const payload = {
			...options.id === null ? {} : { id: options.id },
			patch: value
		};
		return {
			ok: true,
			command: {
				verb: "apply",
				id: options.id ?? read.id,
				payload,
				dryRun,
				revises: false
			}
		};
	}
	const problem = contradiction(read.patch, options);
	if (problem !== null) return {
		ok: false,
		problem
	};
	const name = read.patch.id ?? options.id ?? place.own ?? `comment-${place.id}`;
	const id = slugId(name);
	const header = {
		...read.patch.id === void 0 ? { id: name } : {},
		...headerFor(read, {
			written,
			place,
			options
		})
	};
	return {
		ok: true,
		command: {
			verb: "apply",
			id,
			payload: {
				id: name,
				patch: withHeader(besideUnused(value, read, {
					written,
					options
				}), header)
			},
			dryRun: dryRun || read.patch.dryRun,
			revises: id === place.own
		}
	};
}
function besideUnused(value, { patch }, { written, options }) {
	const words = wordsBelowTitle(patch, {
		written,
		options
	});
	return patch.description === "" || words === "" ? value : `${words}\n\n${written.quoted}`;
}
function wordsBelowTitle({ title }, { written, options }) {
	return (title === void 0 && options.title === null ? [written.description] : [written.title, written.description]).filter((part) => part !== "").join("\n");
}
function valueOf({ form, text }) {
	if (form === "text") return {
		version: 1,
		changes: [{
			kind: "text",
			text
		}]
	};
	const parsed = parseJson(text);
	return parsed.ok ? parsed.value : text;
}
function contradiction({ id, title, base }, options) {
	const found = [
		[
			"id",
			id === void 0 ? void 0 : slugId(id),
			options.id
		],
		[
			"title",
			title,
			options.title
		],
		[
			"base",
			base?.branch,
			options.base
		]
	].find(([, inside, beside]) => inside !== void 0 && beside !== null && inside !== beside);
	return found === void 0 ? null : `The patch has another ${found[0]} than "${found[0]}=" says; leave the option out, or make them the same.`;
}
function headerFor({ patch }, { written, place, options }) {
	const title = options.title ?? (written.title || place.title) ?? "";
	const branch = options.base ?? (patch.base === void 0 ? place.base : void 0);
	const description = wordsBelowTitle(patch, {
		written,
		options
	});
	const url = place.url === void 0 ? {} : { url: place.url };
	return {
		...patch.title === void 0 && title !== "" ? { title: cut(title, 200) } : {},
		...patch.description === "" && description !== "" ? { description: cut(description, MAX_DESCRIPTION_CHARACTERS) } : {},
		...branch === void 0 ? {} : { base: {
			...patch.base,
			branch
		} },
		...patch.source === void 0 ? { source: {
			agent: place.author,
			...url
		} } : {}
	};
}
function cut(text, most) {
	return text.slice(0, most).toWellFormed();
}
function withHeader(value, header) {
	if (Array.isArray(value)) return {
		changes: value,
		...header
	};
	return typeof value === "object" ? {
		...value,
		...header
	} : {
		patch: value,
		...header
	};
}

// src/report/command/refusal.ts
function describeRefusal(verb, refusal) {
	switch (refusal.why) {
		case "no_id": return `"${verb}" needs the id of a patch; write "${USAGES[verb].usage}".`;
		case "which_patch": return `"${refusal.other}" may be the beginning of a reason, or the patch that is called so, and nothing was done; write "${verb} ${refusal.id} <why>" for the one that this shows, or "${verb} ghost/${refusal.other} <why>" for the other one.`;
		case "unknown_branch": return `There is no branch ${shorten(refusal.branch)} in this repository, and nothing is stopped yet; write ${refusal.close.map((branch) => `"${verb} on branch ${shorten(branch)}"`).join(" or ")} for that branch alone, or "${verb} <why>" without the words "on branch" to stop everything.`;
		case "unknown_patch": return `There is no patch ${refusal.id} in this repository; write the id as "status" lists it.`;
		case "unreadable_record": return `The record of ${refusal.id} can't be read, so nothing is known of it; look at refs/ghost/patches/${refusal.id}, move it away, and send the patch again.`;
		case "not_kept": return `The text of ${refusal.id} was not kept, because it holds what looks like a secret; send the patch again without it.`;
		case "kept_otherwise": return `What is kept of ${refusal.id} reads otherwise than what was sent, so it is not sent in its place; send the patch again.`;
		case "not_our_pull_request": return "This pull request was not made by Ghost Runner; write the command with the id of a patch, or on its own pull request.";
		case "locked": return `${describeSwitch(refusal.by)} "${verb}" has to wait; another operator can write "unlock${scopeOption(refusal.by.scope)}".`;
		case "locked_since": return `It was locked here after "${verb}" was written, which ended what was under way; write it again if it is still meant.`;
		case "paused": return `${describeSwitch(refusal.by)} "${verb}" has to wait; an operator can write "resume${scopeOption(refusal.by.scope)}".`;
		case "control_unreadable": return `Control counts as paused: ${endSentence(refusal.reason)} An operator can write "resume" to set it anew.`;
		case "raced": return `Somebody else changed the same thing at the same time, and theirs counts; ask "status", then write "${verb}" again if it is still needed.`;
		case "under_way": return `A run works on ${refusal.id} at this moment; wait for it to end, or write "cancel ${refusal.id}" first.`;
		case "held": return `What is held of ${refusal.id} has no pull request yet, and would be worked on when the pause ends; write "cancel ${refusal.id}" first, then "${verb} ${refusal.id}" for what is open, if anything is.`;
		case "no_pull_request": return `${refusal.id} has no pull request, so there is nothing to ${verb}; ask "status ${refusal.id}" for where it stands.`;
		case "not_merged": return `${refusal.id} is not merged, so there is nothing to take back; write "reject ${refusal.id}" to close it.`;
		case "merged": return `The pull request of ${refusal.id} is merged already; write "revert ${refusal.id}" to take it back.`;
		case "closed": return `A person closed the pull request of ${refusal.id}, and it stays closed; reopen it, then write "${verb} ${refusal.id}" again.`;
		case "superseded": return `The patch ${refusal.by} took the place of ${refusal.id}, whose pull request was closed for that, and stays closed; go on with ${refusal.by}, or reopen it to have both, then write "${verb} ${refusal.id}" again.`;
		case "tests_not_passed": return `The tests of ${refusal.id} are not known to have passed; send a better patch under the same id, or write "retry ${refusal.id}".`;
		case "changed_since": return `${refusal.id} has changed since this was written; look at it as it is now, then write "${verb} ${refusal.id}" again.`;
		case "overtaken": return `Another revision of ${refusal.id} was asked for after this was written, and that one counts; look at ${refusal.id} as it is now, and write this patch again in a new comment if it is to take its place, or if that one never came.`;
		case "branch_edited": return `Somebody else committed to the branch of ${refusal.id}, and their work is left as it is; send the patch under a new id, or go on by hand.`;
		case "merged_with_more": return `Somebody else committed to the branch of ${refusal.id} before it was merged, and their work was merged with it; nothing is taken back, so revert what you do not want by hand.`;
		case "merge_unclear": return `The merge ${shortSha(refusal.sha)} of ${refusal.id} does not say what there is to take back: it holds other changes too, or files were renamed before; revert it by hand.`;
		case "not_reversible": return `${endSentence(refusal.reason)} ${refusal.id} can't be taken back by a patch; revert it by hand.`;
		case "revert_closed": return `${refusal.revertId} takes ${refusal.id} back, and its pull request #${refusal.pullRequest.number} was closed; reopen that one and merge it, or revert ${refusal.id} by hand.`;
		case "overlaps": return `Later changes touched what ${refusal.id} changed (${listPaths(refusal.paths)}), so it can't be taken back by itself; take those back first, or revert it by hand.`;
	}
}
function shorten(branch) {
	return branch.length <= MAX_BRANCH ? branch : `${branch.slice(0, MAX_BRANCH).toWellFormed()}…`;
}
const MAX_BRANCH = 200;
const MAX_PATHS = 5;
function listPaths(paths) {
	const more = paths.length - MAX_PATHS;
	return paths.slice(0, MAX_PATHS).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

// src/report/command/result.ts
function describeResult(result) {
	if ("waited" in result) return describeWaited(result);
	switch (result.verb) {
		case "apply": return describeApplied(result);
		case "pause":
		case "lock": return describeStop(result);
		case "resume":
		case "unlock": return describeLift(result);
		case "approve": return describeApproval(result);
		case "reject": return {
			done: `Pull request #${result.pullRequest.number} of ${result.id} is closed. Send a better patch under a new id, or reopen it to go on.`,
			unconfirmed: `${result.id} is rejected, but pull request #${result.pullRequest.number} is not seen closed yet; look at it, and close it by hand if it stays open.`,
			unchanged: `Pull request #${result.pullRequest.number} of ${result.id} was closed before; nothing is left to do.`
		}[result.done];
		case "retry": return {
			done: `${result.id} is worked on as attempt ${result.attempt}; its message and its pull request tell how it ends.`,
			unconfirmed: `Another attempt of ${result.id} was asked for, but no run has taken it up yet; ask "status ${result.id}" in a minute.`,
			unchanged: `Attempt ${result.attempt} of ${result.id} is under way already; wait for it to end.`
		}[result.done];
		case "revert": return describeRevert(result);
		case "cancel": return {
			done: result.unrecorded ? endedUnrecorded(result.id) : `The run of ${result.id} has ended. Write "retry ${result.id}" to have it worked on again.`,
			unconfirmed: `The run of ${result.id} was told to end and has not yet; write "cancel ${result.id}" again in a minute.`,
			unchanged: `No run works on ${result.id}; nothing is left to cancel.`
		}[result.done];
		case "kill": return describeKill(result);
	}
}
function describeFailure(verb, reason, { hourUsed = false } = {}) {
	return `"${verb}" did not come to its end: ${endSentence(reason.trim() || "the reason is unknown")}${hourUsed && BY_PUSH.has(verb) ? ` ${PUSH}` : ""} Look at what was observed, then write it again.`;
}
const BY_PUSH = /* @__PURE__ */ new Set([
	"pause",
	"resume",
	"lock",
	"unlock",
	"kill"
]);
const PUSH = "All jobs of this repository share that limit; to stop patches now or lift a stop, push the switch with git, which needs nothing of it, as \"When control itself is broken\" in docs/control.md of Ghost Runner shows.";
function describeApplied({ done, id, revises, standing }) {
	const revision = revises ? `This takes the place of what ${id} asked for before. ` : "";
	if (done === "unconfirmed") return `${revision}${id} was sent, but no run has taken it up yet; ask "status ${id}" in a minute.`;
	if (standing === null) return `${revision}${id} fits and its tests are under way; its pull request comes after them. Ask "status ${id}" how it ends.`;
	const { headline, detail, remedy = "" } = standing;
	return `${revision}${id}: ${headline}. ${detail} ${remedy}`.trim();
}
function describeStop({ verb, done, stop, publishing, unseen }) {
	const until = stop.until === void 0 ? "until" : "until then, or until";
	const effect = verb === "pause" ? `New patches are held ${until} somebody writes "resume${scopeOption(stop.scope)}".` : `Patches are refused ${until} another operator writes "unlock${scopeOption(stop.scope)}".`;
	const doubt = unseen === void 0 ? "" : ` ${describeUnseen(unseen)}`;
	switch (done) {
		case "done": return `${describeSwitch(stop)} ${effect}${doubt}`;
		case "unconfirmed": return `${describeSwitch(stop)} ${unconfirmedFor(publishing)}${doubt}`;
		case "unchanged": return `${describeSwitch(stop)} That was so since ${formatTime(stop.at)} and stays so, whatever was written before this to lift it; to shorten it, lift it first.${doubt}`;
	}
}
function describeUnseen({ name, near }) {
	return `No patch on record is from ${name}${near === void 0 ? "" : `; some are from ${near}, who is somebody else`}.`;
}
function describeLift({ verb, done, scope, left, held }) {
	const state = verb === "resume" ? "paused" : "locked";
	const what = describeScope(scope);
	const still = left.length === 0 ? "" : ` What still counts: ${left.slice(0, MAX_LISTED).map(describeSwitch).join(" ")}`;
	const patches = held === 1 ? "One held patch" : `${held} held patches`;
	const stands = left.some((one) => one.state === state && sameScope(one.scope, scope));
	switch (stands ? "unchanged" : done) {
		case "done": return `No longer ${state}: ${what}.${held === 0 ? "" : ` ${patches} ${held === 1 ? "is" : "are"} worked on now, in order.`}${still}`;
		case "unconfirmed": return `No longer ${state}: ${what}. ${patches} ${held === 1 ? "is" : "are"} not taken up yet; ask "status" in a minute.${still}`;
		case "unchanged":
			if (stands) return `Nothing was lifted, for it was ${state} after this was written; write it again if you mean that too.${still}`;
			return `There is no such switch to lift: ${what} ${scope.kind === "repository" ? "is" : "are"} not ${state} as such.${still || " Ask \"status\" for what holds."}`;
	}
}
const MAX_LISTED = 5;
function describeApproval({ done, id, sha, pullRequest }) {
	switch (done) {
		case "done": return `${id} is approved at ${shortSha(sha)}, and pull request #${pullRequest.number} is ready to be merged once its required checks allow it. A new commit needs a new approval.`;
		case "unconfirmed": return `${id} is approved at ${shortSha(sha)}, but pull request #${pullRequest.number} is not seen ready yet; mark it as ready by hand if it stays a draft.`;
		case "unchanged": return `${id} has an approval at ${shortSha(sha)} already, or needs none; nothing was changed, and pull request #${pullRequest.number} can be reviewed.`;
	}
}
function describeRevert(result) {
	const { id, merged } = result;
	const sentence = describeRevertOf(result);
	return merged === void 0 ? sentence : `${sentence} This is about pull request #${merged.number}, the newest one of ${id} that was merged; what came after it stays as it is.`;
}
function describeRevertOf({ done, id, revertId, pullRequest }) {
	switch (done) {
		case "done": return `${id} is being taken back by the patch ${revertId}${pullRequest === void 0 ? "" : `, in pull request #${pullRequest.number}`}; merge its pull request when the tests have passed.`;
		case "unconfirmed": return `The patch ${revertId} that takes ${id} back was sent, but no run has taken it up yet; ask "status ${revertId}" in a minute.`;
		case "unchanged": return `${id} was taken back before, or is being taken back by ${revertId}${pullRequest === void 0 ? "" : ` in pull request #${pullRequest.number}`}; look there.`;
	}
}
function endedUnrecorded(id) {
	return `No run of ${id} is under way, and none that failed is started again; it is on no record, so send it again where it is still wanted.`;
}
function describeKill({ done, id, ended, live, publishing = [], unrecorded }) {
	if (done === "done" && id !== null && unrecorded === true) return endedUnrecorded(id);
	const whose = id === null ? "all patches" : id;
	const locked = id === null ? " The whole repository is locked; another operator can write \"unlock\"." : "";
	switch (done) {
		case "done": return `${countRuns(ended)} of ${whose} ended, and none is left.${locked || ` Write "retry ${id}" to have it worked on again.`}`;
		case "unconfirmed": return `${live === 0 ? `${countRuns(ended)} of ${whose} ended.` : `${countRuns(live)} of ${whose} ${live === 1 ? "was" : "were"} told to end and ${live === 1 ? "has" : "have"} not yet; write "kill ${id ?? "all confirm"}" again in a minute.`}${publishing.length === 0 ? "" : ` ${unconfirmedFor(publishing)}`}${locked}`;
		case "unchanged": return `No run of ${whose} was under way; nothing was left to end.${locked}`;
	}
}
function unconfirmedFor(publishing) {
	return `It is not confirmed yet, because ${listIds(publishing)} began to be published before and may still get a pull request; ask "status" in a minute.`;
}
function describeWaited({ verb, id, waited, runs }) {
	const { canceled, mayHaveArrived, handing } = waited;
	const one = id !== null || canceled === 1;
	return [
		...canceled === 0 ? [] : [`${id ?? countPatches(canceled)} waited to be handed to GitHub, and ${one ? "is" : "are"} not any more; send ${one ? "it" : "them"} again if you still want ${one ? "it" : "them"}.`],
		...mayHaveArrived === 0 ? [] : [`GitHub may have taken ${id === null ? `${mayHaveArrived} of them` : "it"} all the same, for it gave no clear answer; write "${verb} ${id ?? "all confirm"}" again when ${id === null && mayHaveArrived > 1 ? "their runs show" : "its run shows"}.`],
		...handing === 0 ? [] : [`${id ?? countPatches(handing)} ${id !== null || handing === 1 ? "is" : "are"} being handed to GitHub at this moment; write "${verb} ${id ?? "all confirm"}" again in a minute.`],
		...describeRest({
			verb,
			id,
			runs
		})
	].join(" ");
}
function describeRest({ verb, id, runs }) {
	if (runs === null) return [];
	if ("why" in runs) return [`A run of ${id ?? "a patch"} may go on; look for it on the Actions page, and end it there. ${describeRefusal(verb, runs)}`];
	return id !== null && runs.done === "unchanged" ? [] : [describeResult(runs)];
}
function countPatches(count) {
	return count === 1 ? "One patch" : `${count} patches`;
}
function countRuns(count) {
	return count === 1 ? "One run" : `${count} runs`;
}
function listIds(ids) {
	const more = ids.length - MAX_LISTED;
	return ids.slice(0, MAX_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

// src/stages/control/as-shown.ts
async function isAsShown({ repository }, { id, shown }) {
	if (shown === void 0) return true;
	const state = await readPatchState(repository, id);
	return typeof state === "string" || isStillShown(state.record, shown);
}

// src/stages/control/reject.ts
async function reject(context, order, reason) {
	const { id, actor } = order;
	const found = findPullRequest(context, order, await readPatchState(context.repository, id));
	if ("why" in found) return {
		kind: "refused",
		refusal: found
	};
	const { number, url, open } = found;
	const before = await findEntered(context, order);
	if (before !== null && (!open || await wasRejected(context, id, before))) return stay(before, {
		id,
		number,
		open
	});
	if (!open) return {
		kind: "result",
		result: {
			verb: "reject",
			done: "unchanged",
			id,
			pullRequest: {
				number,
				url
			}
		},
		observed: []
	};
	const unlogged = await enterAct(context, order, { result: `Pull request #${number} of ${id}${DECIDED}` });
	if (!await isAsShown(context, order)) return {
		kind: "refused",
		refusal: {
			why: "changed_since",
			id
		}
	};
	if (order.pullRequest !== number) await context.conversation.comment(number, formatRejectionNote({
		by: actor,
		reason
	}));
	await context.conversation.closePullRequest(number);
	const answer = await seeRejected(context, order, {
		pullRequest: {
			number,
			url
		},
		reason
	});
	return unlogged === null && answer.kind === "result" ? {
		...answer,
		entered: true
	} : answer;
}
const DECIDED = " is to be closed.";
async function wasRejected(context, id, { act: { result = "" }, committedAt }) {
	const since = Date.parse(committedAt);
	return !result.includes(DECIDED) || await findOutcomeSince(context, {
		id,
		since
	}, isTakenFromReview) !== null;
}
function stay({ act }, { id, number, open }) {
	const stands = open ? `Pull request #${number} of ${id} was opened again since, and stays open. ${ANEW}` : `Pull request #${number} of ${id} is closed. Send a better patch under a new id, or reopen it to go on.`;
	return {
		kind: "seen",
		done: "unchanged",
		sentence: `${describeDone(act)} ${stands}`
	};
}
async function seeRejected(context, { id, actor, shown }, { pullRequest, reason }) {
	const before = observePullRequest({
		...pullRequest,
		state: "open"
	});
	const closed = await afterChange([before], () => seeClosed(context, pullRequest.number));
	if (closed === null) return {
		kind: "result",
		result: {
			verb: "reject",
			done: "unconfirmed",
			id,
			pullRequest
		},
		observed: [before]
	};
	if (closed.state === "merged") return {
		kind: "refused",
		refusal: {
			why: "merged",
			id
		}
	};
	const seen = observePullRequest(closed);
	const settled = await afterChange([seen], () => settleClosed(context, id, {
		pullRequest,
		by: actor,
		reason,
		...shown === void 0 ? {} : { shown }
	}));
	if (settled.kind === "left" && !isNoOther(settled.record, shown)) {
		await afterChange([seen], () => context.conversation.reopenPullRequest(pullRequest.number));
		return {
			kind: "refused",
			refusal: {
				why: "changed_since",
				id
			}
		};
	}
	return {
		kind: "result",
		result: {
			verb: "reject",
			done: "record" in settled ? "done" : "unconfirmed",
			id,
			pullRequest
		},
		observed: [seen, ..."record" in settled ? [observeRecord(settled.record)] : []]
	};
}
async function settleClosed(context, id, closed) {
	const { pullRequest, by, reason, shown } = closed;
	return settle(context, id, ({ record }) => {
		return record.outcome?.kind === "closed" && record.outcome.pullRequest.number === pullRequest.number && (by === void 0 || record.outcome.by === by) || !isNoOther(record, shown) ? null : { outcome: {
			kind: "closed",
			pullRequest,
			...by === void 0 ? {} : { by },
			...reason === void 0 || reason === null ? {} : { reason }
		} };
	});
}
function observePullRequest({ number, url, state, draft }) {
	const shown = state === "open" && draft !== void 0 ? draft ? "open, a draft" : "open, ready" : state;
	return {
		kind: "pull_request",
		name: `#${number}`,
		state: shown,
		url
	};
}
function findPullRequest({ run, clock }, { id, shown }, state) {
	if (typeof state === "string") return whyUnread(state, id);
	const { record, pullRequest } = state;
	if (!isStillShown(record, shown)) return {
		why: "changed_since",
		id
	};
	if (isLive(record, {
		run,
		now: clock.now()
	})) return {
		why: "under_way",
		id
	};
	if (record.state === "held") return {
		why: "held",
		id
	};
	if (pullRequest === null || pullRequest.number !== record.pullRequest?.number) return {
		why: "no_pull_request",
		id
	};
	const { number, url } = pullRequest;
	return pullRequest.state === "merged" ? {
		why: "merged",
		id
	} : {
		number,
		url,
		open: pullRequest.state === "open"
	};
}
async function seeClosed(context, number) {
	return lookUntil(context, 20, async () => {
		const facts = await context.conversation.pullRequest(number);
		return facts === null || facts.state === "open" ? null : facts;
	});
}
const SEEN_SECONDS = 20;

// src/stages/control/approve.ts
async function approve(context, given) {
	const { id, actor } = given;
	let order = given;
	for (let round = 0; round < 8; round++) {
		const state = await readPatchState(context.repository, id);
		const hidden = await findHidden(context, order, state);
		order = hidden === null ? order : aboutCommit(order);
		const approvable = findApprovable(context, order, hidden?.state ?? state);
		if (!approvable.ok) return {
			kind: "refused",
			refusal: approvable.refusal
		};
		if (hidden !== null) {
			await restore(context, approvable.state, hidden.origin);
			continue;
		}
		const { sha, pullRequest, record } = approvable;
		if (record.approval === void 0 || await isApproved(context, approvable)) return {
			kind: "result",
			result: {
				verb: "approve",
				done: "unchanged",
				id,
				sha,
				pullRequest
			},
			observed: [observePullRequest(pullRequest)]
		};
		const approved = await writeApproval(context, approvable, {
			by: actor,
			at: order.requestedAt
		});
		if (approved !== "moved") {
			const seen = observeApproval(context, sha);
			return afterChange([seen], () => makeReady(context, order, {
				...approvable,
				record: approved
			}));
		}
	}
	return {
		kind: "refused",
		refusal: { why: "raced" }
	};
}
async function findHidden(context, { shown }, state) {
	if (typeof state === "string" || shown !== void 0 && !isStillShown(state.record, shown)) return null;
	const { record, branch, pullRequest } = state;
	const proof = proofOf(record);
	if (record.state !== "done" || pullRequest?.state !== "open" || isTakenFromReview(record.outcome) || isAboutHead(record) || proof?.tests !== "passed" || proof.sha !== branch?.oid) return null;
	const origin = await findOrigin(context, record);
	if (origin === null) return null;
	const made = asBefore(record, origin);
	const whom = whomOf(made, state.snapshot.defaultBranch);
	return {
		origin,
		state: {
			...state,
			record: made,
			whom
		}
	};
}
function aboutCommit({ shown, ...order }) {
	return shown?.sha === void 0 ? order : {
		...order,
		shown: { sha: shown.sha }
	};
}
async function isApproved({ conversation }, { record, pullRequest, sha }) {
	if (needsApproval(record, sha) || pullRequest.draft) return false;
	const facts = await conversation.pullRequest(pullRequest.number);
	return facts !== null && !facts.labels.includes("ghost:needs-approval");
}
function findApprovable({ clock }, { id, askedAt, requestedAt, shown }, state) {
	if (typeof state === "string") return {
		ok: false,
		refusal: {
			why: state === "unknown" ? "unknown_patch" : "unreadable_record",
			id
		}
	};
	const { record, pullRequest, branch } = state;
	const refuse = (refusal) => ({
		ok: false,
		refusal
	});
	if (shown !== void 0 && !isStillShown(record, shown)) return refuse({
		why: "changed_since",
		id
	});
	if (pullRequest === null || pullRequest.number !== record.pullRequest?.number) return refuse({
		why: record.state === "done" ? "no_pull_request" : "under_way",
		id
	});
	if (pullRequest.state !== "open") return refuse(whyOver(pullRequest.state, record));
	if (record.state !== "done") return refuse({
		why: whyNotDone(record),
		id
	});
	const obstacle = findObstacle(state, clock.now());
	if (obstacle !== null) return refuse(obstacle);
	if (wholeSecond(shownSince(record)) > (askedAt ?? requestedAt)) return refuse({
		why: "changed_since",
		id
	});
	if (branch === null || pullRequest.head !== branch.oid || record.head !== branch.oid) return refuse({
		why: "branch_edited",
		id
	});
	const { outcome } = record;
	return (outcome?.kind === "opened" || outcome?.kind === "updated") && outcome.tests.verdict === "passed" ? {
		ok: true,
		state,
		record,
		pullRequest,
		sha: branch.oid
	} : refuse({
		why: "tests_not_passed",
		id
	});
}
function whyNotDone({ state, plan }) {
	if (state !== "held") return "under_way";
	return plan === void 0 ? "held" : "tests_not_passed";
}
function shownSince({ startedAt, generated, steps }) {
	const published = steps.findLast(({ stage }) => stage === "publish");
	if (published === void 0) return new Date(startedAt);
	const isGenerated = generated !== void 0 && generated.changes.length > 0;
	return new Date(Date.parse(published.at) + (isGenerated ? published.seconds * 1e3 : 0));
}
function wholeSecond(time) {
	return /* @__PURE__ */ new Date(Math.floor(time.getTime() / 1e3) * 1e3);
}
async function writeApproval(context, { state, record, sha }, given) {
	if (!needsApproval(record, sha)) return record;
	const approved = {
		...record,
		approval: {
			required: true,
			by: given.by,
			at: given.at.toISOString(),
			digest: record.digest,
			sha
		}
	};
	return await writeStep(context, state, {
		record: approved,
		guards: [{
			ref: CONTROL_REF,
			oid: state.snapshot.refs.get(CONTROL_REF)?.oid ?? null
		}, {
			ref: branchRef(record.id),
			oid: sha
		}]
	}) === "moved" ? "moved" : approved;
}
async function makeReady(context, { id }, { pullRequest, sha, record, state }) {
	const { conversation, forge, repository, site } = context;
	const branch = branchRef(record.id);
	await Promise.all([conversation.removeLabel(pullRequest.number, APPROVAL_LABEL), pullRequest.draft ? conversation.setDraft(pullRequest.nodeId, false) : forge.updatePullRequest(pullRequest.number, {
		...formatPullRequest(viewFrom(site, record, state.texts)),
		base: pullRequest.base
	})]);
	const seen = await lookUntil(context, 20, async () => {
		const facts = await conversation.pullRequest(pullRequest.number);
		const { refs } = await repository.read({ refs: [branch] });
		const isReady = facts !== null && !facts.draft && !facts.labels.includes("ghost:needs-approval");
		const hasMoved = facts !== null && (facts.head.sha !== sha || refs.get(branch)?.oid !== sha);
		return isReady || hasMoved ? {
			facts,
			hasMoved
		} : null;
	});
	const ready = seen?.hasMoved === false ? seen.facts : null;
	if (seen?.hasMoved === true) await conversation.setDraft(pullRequest.nodeId, true);
	const observed = ready === null ? [] : [
		observePullRequest(ready),
		observeApproval(context, sha),
		{
			kind: "label",
			name: APPROVAL_LABEL,
			state: "taken off"
		}
	];
	return {
		kind: "result",
		result: {
			verb: "approve",
			done: ready === null ? "unconfirmed" : "done",
			id,
			sha,
			pullRequest
		},
		observed
	};
}
function observeApproval({ site }, sha) {
	return {
		kind: "commit",
		name: sha,
		state: "approved",
		url: `${site.serverUrl}/${site.repository}/commit/${sha}`
	};
}

// src/stages/control/meant-branch.ts
async function meantScope(context, scope) {
	if (scope.kind !== "branch") return scope;
	const written = scope.branch;
	const bare = bareBranch(written);
	const snapshot = await context.repository.read({ refs: [HEADS + written, HEADS + bare] });
	const found = [written, bare].find((branch) => hasBranch(snapshot, branch));
	return found === void 0 ? {
		why: "unknown_branch",
		branch: written,
		close: await closeTo(context, bare, snapshot.defaultBranch)
	} : {
		kind: "branch",
		branch: found
	};
}
function aboutStanding(command, switches) {
	if (command.verb !== "resume" && command.verb !== "unlock") return command;
	const state = command.verb === "resume" ? "paused" : "locked";
	return {
		...command,
		scope: standingScope({
			state,
			scope: command.scope
		}, switches)
	};
}
function standingScope(written, switches) {
	const { scope } = written;
	return scope.kind !== "branch" || likeOf(switches, written) !== null ? scope : {
		kind: "branch",
		branch: bareBranch(scope.branch)
	};
}
function bareBranch(written) {
	const bare = written.replace(/^["'`(]+/, "").replace(/["'`).,;:!?]+$/, "").replace(/^refs\/heads\//, "");
	return bare === "" ? written : bare;
}
const HEADS = "refs/heads/";
function hasBranch({ refs }, branch) {
	return (refs.get(HEADS + branch) ?? null) !== null;
}
async function closeTo({ ledger }, bare, defaultBranch) {
	const word = bare.toLowerCase();
	const names = (await ledger.list(HEADS).catch(() => [])).map(({ ref }) => ref.slice(11)).filter((name) => !name.startsWith(BRANCHES));
	const alike = names.filter((name) => name.toLowerCase().includes(word));
	const nearest = nearestName(word, names);
	const close = [.../* @__PURE__ */ new Set([...nearest === void 0 ? [] : [nearest], ...alike])];
	return close.length === 0 ? [defaultBranch] : close.slice(0, MOST_NAMES);
}
const MOST_NAMES = 3;

// src/stages/control/done-before.ts
async function findDone({ ledger, clock }, { command, origin, again, askedAt }) {
	const kind = kindOf(command);
	if (origin === void 0 || again !== true || kind === "own") return null;
	const log = await readLog({ ledger }, {
		kind,
		since: askedAt?.getTime() ?? 0
	});
	const first = log.findLastIndex(({ message }) => originOf(message) === origin);
	const entries = log.slice(0, first + 1).map(({ message }) => parseControl(message));
	const done = entries.at(-1)?.act;
	if (done === void 0) return null;
	switch (kind) {
		case "lift": return {
			kind: "begun",
			command
		};
		case "other": return {
			kind: "seen",
			done: "unchanged",
			sentence: `${describeDone(done)} ${done.result ?? ""} ${ANEW}`
		};
		default: {
			const stop = {
				...kind,
				scope: standingScope(kind, entries.at(-1)?.switches ?? [])
			};
			const lifted = entries.findLast((entry) => !stands(entry, stop, clock.now()));
			return lifted === void 0 ? {
				kind: "begun",
				command: isStop(command) ? {
					...command,
					scope: stop.scope
				} : command
			} : {
				kind: "seen",
				done: "refused",
				sentence: `${describeEnd(done, lifted?.act ?? null)} ${ANEW}`
			};
		}
	}
}
function kindOf(command) {
	switch (command.verb) {
		case "pause": return {
			state: "paused",
			scope: command.scope
		};
		case "lock": return {
			state: "locked",
			scope: command.scope
		};
		case "kill": return command.all ? {
			state: "locked",
			scope: { kind: "repository" }
		} : "other";
		case "resume":
		case "unlock": return "lift";
		case "approve":
		case "cancel": return "other";
		default: return "own";
	}
}
async function readLog({ ledger }, { kind, since }) {
	try {
		return await readLogSince(ledger, since) ?? [];
	} catch (error) {
		if (typeof kind === "string") throw error;
		return [];
	}
}
function stands(entry, wanted, now) {
	return likeOf(activeSwitches(entry?.switches ?? [], now), wanted) !== null;
}
function isStop(command) {
	return command.verb === "pause" || command.verb === "lock";
}
function describeEnd(done, ended) {
	const { verb, by } = ended ?? {
		verb: "a change by hand",
		by: "somebody"
	};
	const end = ended === done ? "its time has run out" : `what it stopped goes on since "${verb}" by ${by}, and that stays`;
	return `This was done at ${formatTime(done.at)}, and is not done once more: ${end}.`;
}

// src/stages/control/end-waiting.ts
async function endWithWaiting(context, order, endRuns) {
	if (order.id !== null) {
		const waited = await endWaiting(context, order);
		return join(order, waited, await afterChange(observe(waited), endRuns));
	}
	const answer = await endRuns();
	return answer.kind === "result" ? join(order, await afterChange(answer.observed, () => endWaiting(context, order)), answer) : answer;
}
async function endWaiting({ queue, clock, wait }, { id, actor, shown }) {
	if (queue === void 0 || shown?.sha !== void 0) return {
		canceled: [],
		mayHaveArrived: [],
		handing: []
	};
	const canceled = /* @__PURE__ */ new Set();
	const mayHaveArrived = /* @__PURE__ */ new Set();
	const handing = /* @__PURE__ */ new Set();
	await lookUntil({ wait }, HANDING_SECONDS, async () => {
		const ended = await queue.cancel({
			...id === null ? {} : { id },
			...shown?.digest === void 0 ? {} : { digest: shown.digest },
			by: actor,
			at: clock.now()
		});
		ended.canceled.forEach((one) => canceled.add(one));
		ended.mayHaveArrived.forEach((one) => mayHaveArrived.add(one));
		ended.handing.forEach((one) => handing.add(one));
		return ended.handing.length === 0 ? ended : null;
	});
	return {
		canceled: [...canceled],
		mayHaveArrived: [...mayHaveArrived],
		handing: [...handing].filter((one) => !canceled.has(one))
	};
}
const HANDING_SECONDS = 30;
function observe({ canceled, mayHaveArrived, handing }) {
	return [...canceled.map((name) => {
		return {
			kind: "delivery",
			name,
			state: mayHaveArrived.includes(name) ? "canceled, though GitHub may have taken it" : "canceled"
		};
	}), ...handing.map((name) => ({
		kind: "delivery",
		name,
		state: "being handed to GitHub"
	}))];
}
function join({ command, id }, ended, answer) {
	const waited = {
		canceled: ended.canceled.length,
		mayHaveArrived: ended.mayHaveArrived.length,
		handing: ended.handing.length
	};
	if (waited.canceled + waited.handing === 0 || answer.kind === "broken") return answer;
	const runs = restOf(answer);
	const isOver = runs === null || "done" in runs && runs.done !== "unconfirmed";
	const done = waited.mayHaveArrived + waited.handing > 0 || !isOver ? "unconfirmed" : "done";
	const result = {
		verb: command.verb === "kill" ? "kill" : "cancel",
		done,
		id,
		waited,
		runs
	};
	const { observed = [] } = answer;
	return {
		kind: "result",
		result,
		observed: [...observe(ended), ...observed]
	};
}
function restOf(answer) {
	switch (answer.kind) {
		case "result": return answer.result;
		case "refused": return answer.refusal.why === "unknown_patch" ? null : answer.refusal;
		case "seen": return null;
	}
}

// src/stages/control/stood-then.ts
async function stoodThen({ ledger }, { askedAt }, switches) {
	if (askedAt === void 0) return switches;
	const asked = askedAt.getTime();
	const log = await readLogSince(ledger, wholeSecond$1(asked));
	if (log === null) return switches.filter(({ at }) => Date.parse(at) < asked - CLOCKS_DIFFER_MS$1);
	const last = log.find(({ committedAt }) => Date.parse(committedAt) <= wholeSecond$1(asked));
	const entered = parseControl(last?.message ?? "")?.switches ?? [];
	return switches.filter((one) => entered.some((other) => isSame(one, other)));
}
const CLOCKS_DIFFER_MS$1 = 864e5;
function isSame(one, other) {
	return one.state === other.state && one.at === other.at && sameScope(one.scope, other.scope);
}

// src/stages/control/lift.ts
async function lift(context, order) {
	const { verb, scope } = order.command;
	const state = verb === "resume" ? "paused" : "locked";
	const moved = await moveSwitches(context, order, async ({ entry, switches, commit }) => {
		const wanted = liftSwitches(switches, {
			state,
			scope
		}, order.requestedAt).lifted;
		const lifted = await stoodThen(context, order, wanted);
		const anew = verb === "resume" && scope.kind === "repository" && (commit === null || entry === null);
		return lifted.length > 0 || anew ? {
			switches: switches.filter((one) => !lifted.includes(one)),
			result: `No longer ${state}: ${describeScope(scope)}.`
		} : null;
	});
	if (moved.kind === "raced") return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	const left = moved.kind === "moved" ? moved.switches : moved.board.switches;
	if (moved.kind === "unchanged" && moved.board.entry === null && moved.board.commit !== null) return {
		kind: "refused",
		refusal: {
			why: "control_unreadable",
			reason: "refs/ghost/control can not be read"
		}
	};
	const seen = moved.kind === "moved" ? [observeControl(moved)] : [];
	const drained = await (moved.kind === "moved" ? afterChange(seen, () => drain(context)) : drain(context));
	const late = drained.filter(({ taken }) => !taken);
	return {
		kind: "result",
		result: {
			verb,
			done: doneOf({
				moved: moved.kind === "moved",
				drained: drained.length,
				late: late.length
			}),
			scope,
			left,
			held: late.length > 0 ? late.length : drained.length
		},
		observed: [...seen, ...drained.map(({ id, state: now, url }) => ({
			kind: "record",
			name: id,
			state: now,
			...url === "" ? {} : { url }
		}))]
	};
}
function doneOf({ moved, drained, late }) {
	if (late > 0) return "unconfirmed";
	return moved || drained > 0 ? "done" : "unchanged";
}

// src/stages/control/lockers.ts
async function findLockers({ ledger }, command, switches) {
	if (command.verb !== "unlock") return [];
	const lockIn = (all) => all.find(({ state, scope }) => state === "locked" && sameScope(scope, command.scope));
	if (lockIn(switches) === void 0) return [];
	for (const limit of READ_ENTRIES) {
		const log = await ledger.history(CONTROL_REF, limit).catch(() => null);
		if (log === null) return null;
		const { lockers, isWhole } = lockersIn(log, lockIn);
		if (isWhole || log.length < limit) return lockers;
	}
	return null;
}
function lockersIn(log, lockIn) {
	const locks = log.map(({ message, committedAt }) => {
		const entry = parseControl(message);
		return {
			lock: lockIn(activeSwitches(entry?.switches ?? [], new Date(committedAt))),
			act: entry?.act
		};
	});
	const before = locks.findIndex(({ lock }) => lock === void 0);
	return {
		lockers: locks.slice(0, before === -1 ? locks.length : before).flatMap(({ lock, act }, index) => lock === void 0 || act === void 0 || !LOCKS.has(act.verb) || lock.at === locks[index + 1]?.lock?.at ? [] : [{
			...lock,
			by: act.by
		}]),
		isWhole: before !== -1
	};
}
const LOCKS = /* @__PURE__ */ new Set(["lock", "kill"]);
const READ_ENTRIES = [100, 5e3];

// src/report/command/whoami.ts
function describeWhoami(who) {
	const { login, role, named } = who;
	if (isBot(login)) return named ? `You are ${login}, a bot that the config names, and may ask for everything but "approve".` : `You are ${login}, a bot that the config does not name, and may ask for nothing; an admin can add you to control.bots.`;
	if (role === "none") return `You are ${login}, and have no access to this repository; ask an admin for it.`;
	const allowed = VERBS.filter((verb) => isAtLeast(role, neededRole(verb)));
	return `You are ${login}, with ${ROLE_WORDS[role]}, and may ask for ${allowed.join(", ")}.`;
}

// src/stages/control/rehearse.ts
async function rehearse(context, patch) {
	return context.compute.inTurn(() => tryOut(context, patch));
}
async function tryOut({ repository, compute }, patch) {
	const read = await receive({
		repository,
		compute
	}, { patch });
	const { config } = await repository.read({ config: CONFIG_PATH });
	const parsed = parseConfig(config);
	if (!parsed.ok) return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals: parsed.refusals
		}
	};
	const received = await underPrefixes({ compute }, read, parsed.config["path-prefixes"]);
	if (!received.ok) return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals: received.refusals
		}
	};
	const { branch, sha } = received.patch.base ?? {};
	const snapshot = await repository.read({
		base: {
			...branch === void 0 ? {} : { branch },
			...sha === void 0 ? {} : { sha }
		},
		files: received.paths,
		besides: received.newPaths
	});
	const shown = await compute.show({
		patch: received.patch,
		config: parsed.config,
		snapshot,
		judged: true
	});
	if (!shown.ok) return {
		ok: false,
		outcome: shown.outcome
	};
	const { files } = shown;
	return files.length === 0 ? {
		ok: false,
		outcome: { kind: "no_change" }
	} : {
		ok: true,
		files: files.length,
		diff: joinDiffs(files)
	};
}

// src/stages/control/look.ts
async function showStatus(context, id) {
	const [records, control] = await Promise.all([listRecords(context.ledger), readBoard(context)]);
	const wanted = id === null ? records : records.filter((listed) => listed.id === id);
	if (id !== null && wanted.length === 0) return {
		kind: "refused",
		refusal: {
			why: "unknown_patch",
			id
		}
	};
	const status = {
		now: context.clock.now().toISOString(),
		...control,
		patches: wanted.slice(0, MOST_PATCHES).map(statusOf),
		total: wanted.length
	};
	const [only] = wanted;
	const about = id === null || only === void 0 ? void 0 : describeRecordNow(only);
	return {
		kind: "seen",
		sentence: describeStatus(status, about),
		status
	};
}
async function preview(context, { id }) {
	const state = await readPatchState(context.repository, id);
	if (typeof state === "string") return {
		kind: "refused",
		refusal: whyUnread(state, id)
	};
	if (state.text === null) return {
		kind: "refused",
		refusal: {
			why: "not_kept",
			id
		}
	};
	const rehearsed = await rehearse(context, state.text);
	if (!rehearsed.ok) {
		const { headline, detail, remedy = "" } = describeOutcome(rehearsed.outcome);
		return {
			kind: "seen",
			sentence: `${id} does not fit today. ${headline}: ${detail} ${remedy}`.trim()
		};
	}
	const files = rehearsed.files === 1 ? "one file" : `${rehearsed.files} files`;
	const stop = findStop(state, context.clock.now());
	return {
		kind: "seen",
		sentence: `${id} fits and would change ${files}; nothing was written. ${stop === null ? `Write "retry ${id}" to have it worked on.` : describeRefusal("retry", stop)}`,
		diff: rehearsed.diff
	};
}
async function showAudit({ ledger, clock }) {
	const commits = await ledger.history(CONTROL_REF, MOST_ENTRIES + 1);
	const audit = {
		now: clock.now().toISOString(),
		entries: commits.slice(0, MOST_ENTRIES).map(({ oid, committedAt, message }) => ({
			oid,
			committedAt,
			entry: parseControl(message)
		})),
		more: commits.length > MOST_ENTRIES
	};
	return {
		kind: "seen",
		sentence: describeAudit(audit),
		audit
	};
}
function showWhoami({ actor: login, role }, bots) {
	const named = isBot(login) && bots.some((bot) => sameLogin(bot, login));
	return {
		kind: "seen",
		sentence: describeWhoami({
			login,
			role,
			named
		})
	};
}
function showHelp() {
	return {
		kind: "seen",
		sentence: "These are the commands. Write one on the first line of a comment under an issue or a pull request, in the form of the workflow \"Ghost Runner control\", or in a terminal with ghost-runner."
	};
}
const MOST_PATCHES = 200;
const MOST_ENTRIES = 50;
async function readBoard({ repository, clock }) {
	const now = clock.now();
	const snapshot = await repository.read({
		refs: [CONTROL_REF, WATCH_REF],
		anyRefUnder: RECORD_REFS,
		config: CONFIG_PATH,
		openPullRequestsFrom: BRANCHES
	});
	const message = snapshot.refs.get(CONTROL_REF)?.message;
	const entry = message === void 0 ? null : parseControl(message);
	const config = configOf(snapshot);
	const stoppedUntil = controlOf(snapshot, now, { branch: snapshot.defaultBranch }).state !== "running" ? now.toISOString() : null;
	const canary = canaryStatus(snapshot.refs.get(WATCH_REF)?.message ?? null, config, {
		now,
		stoppedUntil
	});
	const limit = config?.limits["open-pull-requests"];
	const count = snapshot.openPullRequests?.length;
	return {
		control: controlOf(snapshot, now),
		switches: activeSwitches(entry?.switches ?? [], now),
		...canary === void 0 ? {} : { canary },
		...limit === void 0 || count === void 0 ? {} : { open: {
			count,
			limit
		} }
	};
}
function statusOf(listed) {
	const recordedAt = listed.at.committedAt;
	return listed.ok ? {
		ok: true,
		record: listed.record,
		recordedAt
	} : {
		ok: false,
		id: listed.id,
		problem: listed.problem,
		recordedAt
	};
}
function describeRecordNow(listed) {
	if (!listed.ok) return describeRefusal("status", {
		why: "unreadable_record",
		id: listed.id
	});
	const { record } = listed;
	if (record.outcome === void 0) return `${record.id} is under way.`;
	const { headline, detail, remedy = "" } = describeView({ record });
	return `${record.id}: ${headline}. ${detail} ${remedy}`.trim();
}

// src/control/sent-act.ts
function describeSent(id, { attempt, askedAt }) {
	return `${id} is sent${askedAt === void 0 ? "" : `${ASKED_AT}${askedAt.toISOString()}`}. ${TO_BE}${attempt}.`;
}
function sentActAskedAt({ at, result = "" }) {
	const { asked = "" } = SAID.exec(result)?.groups ?? {};
	const time = Date.parse(asked);
	return Number.isNaN(time) ? Date.parse(at) : time;
}
function sentActAttempt({ patch = "", result = "" }) {
	const { id = patch, attempt = "0" } = SAID.exec(result)?.groups ?? {};
	return {
		id,
		attempt: Number(attempt)
	};
}
const ASKED_AT = ", as asked for at ";
const TO_BE = "It is to be attempt ";
const SAID = new RegExp(`^(?<id>\\S+) is sent(?:${ASKED_AT}(?<asked>\\S+))?\\.(?: ${TO_BE}(?<attempt>\\d+)\\.)?(?: |$)`);

// src/stages/control/carrier-lock.ts
async function findCarrierLock({ repository, runs, clock }, { id, since }) {
	const from = new Date(since.getTime() - CLOCKS_DIFFER_MS).toISOString();
	const [{ refs }, found] = await Promise.all([repository.read({ refs: [CONTROL_REF] }), runs.list({
		event: "repository_dispatch",
		since: from,
		limit: MOST_RUNS
	})]);
	const { switches = [] } = parseControl(refs.get(CONTROL_REF)?.message ?? "") ?? {};
	const locks = switches.filter(({ state, scope }) => state === "locked" && scope.kind === "sender");
	const senders = found.filter((run) => patchOf(run) === id).map(({ actor }) => actor);
	return strictestSwitch(locks, { senders }, clock.now());
}
const CLOCKS_DIFFER_MS = 6e4;
const MOST_RUNS = 100;

// src/stages/control/see-end.ts
async function seeEnd(context, taken) {
	if (taken.record.outcome !== void 0) return taken;
	let newest = taken;
	await lookUntil(context, END_SECONDS, async () => {
		const now = await readPatchState(context.repository, taken.record.id);
		newest = typeof now === "string" ? newest : now;
		const { outcome, digest } = newest.record;
		return outcome === void 0 && digest === taken.record.digest ? null : newest;
	});
	return newest;
}
const END_SECONDS = 60;

// src/stages/control/sent-before.ts
async function findSentBefore(context, order) {
	const entered = await findEntered(context, order);
	if (entered === null) return null;
	const { act } = entered;
	const sent = {
		...act,
		...sentActAttempt(act)
	};
	const now = await seeTaken(context, sent);
	if (now === "unreadable") return {
		kind: "refused",
		refusal: whyUnread(now, sent.id)
	};
	if (now !== "unknown" && isOf(now.record, sent)) {
		const ended = order.command.verb === "apply" ? await seeEnd(context, now) : now;
		return isOf(ended.record, sent) ? describeTaken(sent, ended) : describeReplaced(sent);
	}
	if (await newestStep(context, { id: sent.id }, (step) => isOf(step, sent)) !== null) return describeReplaced(sent);
	return ageOf(context, sent) < LONGEST_WAY_MS ? {
		kind: "lost",
		id: sent.id
	} : {
		kind: "seen",
		done: "refused",
		sentence: `${sent.id} was to be sent at ${formatTime(sent.at)}, and no run has taken it up. That is too long ago to send it by this. ${ANEW}`
	};
}
const LONGEST_WAY_MS = 864e5;
async function seeTaken(context, sent) {
	let now = "unknown";
	await lookUntil(context, 120 - ageOf(context, sent) / 1e3, async () => {
		now = await readPatchState(context.repository, sent.id);
		return typeof now !== "string" && isOf(now.record, sent) ? now : null;
	});
	return now;
}
function ageOf({ clock }, { at }) {
	return Math.max(0, clock.now().getTime() - Date.parse(at));
}
function isOf(record, { digest, attempt }) {
	return digest === void 0 ? record.attempt > attempt || record.attempt === attempt && record.state !== "held" : record.digest === digest && record.attempt >= attempt;
}
function describeReplaced(sent) {
	const since = `Something else came as ${sent.id} since; look at it as it is now.`;
	return {
		kind: "seen",
		done: "unchanged",
		sentence: `${describeDone(sent)} ${since} ${ANEW}`
	};
}
function describeTaken(sent, { record }) {
	const { id, outcome, pullRequest } = record;
	const standing = outcome === void 0 ? null : describeView({ record });
	const stands = describeResult({
		verb: "apply",
		done: "unchanged",
		id,
		revises: false,
		standing
	});
	return {
		kind: "seen",
		done: "unchanged",
		sentence: `${describeDone(sent)} ${stands}`,
		observed: [observeRecord(record), ...observeKnownPullRequest(pullRequest)],
		...outcome?.kind === "refused" ? { refusals: outcome.refusals } : {}
	};
}

// src/stages/control/retry.ts
async function retry(context, order) {
	const { id } = order;
	const state = await readPatchState(context.repository, id);
	if (typeof state === "string") return {
		kind: "refused",
		refusal: whyUnread(state, id)
	};
	if (!isStillShown(state.record, order.shown)) return {
		kind: "refused",
		refusal: {
			why: "changed_since",
			id
		}
	};
	const sent = await findSentBefore(context, order);
	if (sent !== null && sent.kind !== "lost") return sent;
	const { record, recordCommit, text } = state;
	if (isLive(record, {
		run: context.run,
		now: context.clock.now()
	})) return {
		kind: "result",
		result: {
			verb: "retry",
			done: "unchanged",
			id,
			attempt: record.attempt
		},
		observed: [observeRecord(record)]
	};
	const refusal = findObstacle(state, context.clock.now()) ?? findOwnObstacle(state);
	if (refusal !== null || text === null) return {
		kind: "refused",
		refusal: refusal ?? {
			why: "not_kept",
			id
		}
	};
	const kept = {
		id,
		digest: record.digest,
		text,
		tree: recordCommit.tree
	};
	if (!await arrivesAsMeant(context.compute, kept)) return {
		kind: "refused",
		refusal: {
			why: "kept_otherwise",
			id
		}
	};
	const isAnother = record.state !== "held";
	const since = context.clock.now();
	const attempt = nextAttempt(record);
	const unlogged = await enterAct(context, order, { result: describeSent(id, { attempt }) });
	if (unlogged !== null) return notSent(id, unlogged);
	const after = await sendAndSee(context, {
		...kept,
		before: record
	}, {
		retry: isAnother,
		again: true
	});
	if (after === null) {
		const by = isAnother ? await findCarrierLock(context, {
			id,
			since
		}).catch(() => null) : null;
		if (by !== null) return {
			kind: "refused",
			refusal: {
				why: "locked",
				by
			}
		};
		return {
			kind: "result",
			result: {
				verb: "retry",
				done: "unconfirmed",
				id,
				attempt
			},
			entered: true,
			observed: []
		};
	}
	if (!isTakenUp(after.record, record)) return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	if (wasStopped(after)) return {
		kind: "refused",
		refusal: findStop(after, context.clock.now()) ?? { why: "raced" }
	};
	return {
		kind: "result",
		result: {
			verb: "retry",
			done: "done",
			id,
			attempt: after.record.attempt
		},
		entered: true,
		observed: [observeRecord(after.record)]
	};
}
function findOwnObstacle({ pullRequest, record }) {
	const known = pullRequestOf(record);
	if (known === void 0 || pullRequest?.number !== known.number) return null;
	return pullRequest.state === "open" ? null : whyOver(pullRequest.state, record);
}

// src/stages/control/context.ts
function namesOf({ actor, writer = actor }) {
	return [.../* @__PURE__ */ new Set([actor, writer])];
}

// src/stages/control/revert-patch.ts
function makeRevertPatch(merge, wanted) {
	const { before, after } = merge;
	const changes = [];
	for (const path of [.../* @__PURE__ */ new Set([...before.entries.keys(), ...after.entries.keys()])].toSorted()) {
		const [was, is] = [before.entries.get(path), after.entries.get(path)];
		if (isFolder(was) || isFolder(is) || was?.oid === is?.oid && was?.mode === is?.mode) continue;
		if (was !== void 0 && (was.bytes === void 0 || was.mode === "120000")) return {
			ok: false,
			path
		};
		changes.push(was?.bytes === void 0 ? {
			kind: "delete",
			path
		} : writeOf({
			path,
			was,
			is
		}, was.bytes));
	}
	return changes.length === 0 ? {
		ok: false,
		path: null
	} : {
		ok: true,
		text: canonicalJson(envelopeOf(merge, wanted, changes))
	};
}
function pathsOf({ plan, generated }) {
	const changes = [...plan?.changes ?? [], ...generated?.changes ?? []];
	return [...new Set(changes.flatMap(({ path, from }) => from === void 0 ? [path] : [path, from]))];
}
function isFolder(entry) {
	return entry?.mode === "040000";
}
function writeOf({ path, was, is }, bytes) {
	const asText = {
		kind: "write",
		path,
		content: Buffer.from(bytes).toString("utf8"),
		encoding: "utf-8"
	};
	const how = isUtf8(bytes) && wholeFile({
		action: "write",
		path,
		write: asText
	}, is?.bytes ?? null).ok ? {} : {
		content: Buffer.from(bytes).toString("base64"),
		encoding: "base64"
	};
	return {
		...asText,
		...how,
		executable: was.mode === "100755"
	};
}
function envelopeOf({ id, title, url, branch, sha, commands }, wanted, changes) {
	const more = commands.length === 0 ? "" : `, with what ${nameCommands(commands)} made of it`;
	return {
		version: 1,
		id: wanted.id,
		title: cutText(`Revert "${title}"`, 200),
		description: `Takes back the patch ${id}, merged as ${shortSha(sha)}${more}. Asked for by ${wanted.by}.`,
		base: {
			branch,
			sha
		},
		changes,
		reverts: id,
		source: {
			agent: "Ghost Runner",
			url
		}
	};
}

// src/stages/control/earlier-revert.ts
async function findRevert(repository, merge, by) {
	const names = [revertIdOf(merge.id), laterRevertIdOf(merge.id, merge.sha)];
	const over = [];
	for (const revertId of names) {
		const patch = writeRevert(merge, {
			id: revertId,
			by
		});
		if (!patch.ok) return patch;
		const state = await readPatchState(repository, revertId);
		const merged = over.find(({ outcome }) => outcome?.kind === "merged") ?? null;
		if (state === "unknown") return {
			ok: true,
			revertId,
			patch,
			known: null,
			merged
		};
		if (typeof state === "string" || !doesTheSame(state.text, patch)) continue;
		if (!isOver(state.record)) return {
			ok: true,
			revertId,
			patch,
			known: state,
			merged
		};
		over.push(state.record);
	}
	return whyNone(names, over);
}
function whyNone(names, over) {
	const last = over.at(-1);
	if (over.length === names.length && last?.outcome?.kind === "merged") return {
		ok: false,
		why: "merged",
		merged: last
	};
	const closed = over.findLast(({ outcome }) => isTakenFromReview(outcome));
	if (closed?.pullRequest !== void 0) return {
		ok: false,
		why: "revert_closed",
		revertId: closed.id,
		pullRequest: closed.pullRequest
	};
	const by = over.length === 0 ? "other patches" : "other patches, or by such as took it back before";
	return {
		ok: false,
		why: "not_reversible",
		reason: `The names ${names.join(" and ")} are taken by ${by}.`
	};
}
function writeRevert(merge, wanted) {
	const made = makeRevertPatch(merge, wanted);
	if (!made.ok) return {
		ok: false,
		why: "not_reversible",
		reason: made.path === null ? "Its merge left all files as they were." : `${made.path} was something before that no patch can write, such as a link or a very large file.`
	};
	const read = readPatch({ text: made.text });
	if (!read.ok) {
		const [first] = read.refusals;
		return {
			ok: false,
			why: "not_reversible",
			reason: `The patch for that can't be sent: ${first?.message ?? ""}`
		};
	}
	return {
		ok: true,
		text: made.text,
		digest: read.digest,
		read
	};
}
function isOver({ outcome }) {
	return outcome?.kind === "merged" || outcome?.kind === "reverted" || isTakenFromReview(outcome);
}
function doesTheSame(text, { read }) {
	const known = text === null ? null : readPatch({ text });
	return known?.ok === true && contentOf(known) === contentOf(read);
}
function contentOf({ patch: { base, changes, reverts } }) {
	return canonicalJson([
		base ?? null,
		changes,
		reverts ?? null
	]);
}

// src/stages/control/read-merge.ts
async function readMerge({ ledger, repository }, { record, facts }) {
	const { id, title, generated } = record;
	const { url, base, head, merge } = facts;
	const files = pathsOf(record);
	const branch = await readBranch(ledger, {
		head: head.sha,
		own: generated?.onto
	});
	const parent = branch === null ? null : await findParent(ledger, {
		sha: merge.sha,
		branch
	});
	if (files.length === 0 || branch === null || parent === null) return null;
	const read = async (sha) => (await repository.read({
		base: {
			branch: base.branch,
			sha
		},
		files
	})).pinned ?? null;
	const from = marksOf(await read(branch.base));
	const theirs = marksOf(await read(branch.head));
	const [before, after] = await Promise.all([read(parent), read(merge.sha)]);
	const [ours, merged] = [marksOf(before), marksOf(after)];
	if (before === null || after === null || !from || !theirs || !ours || !merged) return null;
	const versions = {
		base: from,
		ours,
		theirs,
		merged
	};
	if (!files.every((path) => isMergeOf(path, versions))) return null;
	const commands = generated?.changes.length ? generated.commands : [];
	return {
		id,
		title,
		url,
		branch: base.branch,
		sha: merge.sha,
		before,
		after,
		commands
	};
}
async function readBranch(ledger, { head, own = head }) {
	const oids = [.../* @__PURE__ */ new Set([head, own])];
	const commits = await Promise.all(oids.map(async (oid) => await ledger.commit(oid)));
	const base = commits.at(-1)?.parents[0];
	const messages = commits.flatMap((commit) => commit?.message ?? []);
	return base === void 0 || messages.length < oids.length ? null : {
		head,
		messages,
		base
	};
}
async function findParent(ledger, { sha, branch }) {
	const merge = await ledger.commit(sha);
	const [first = null, second = null, ...more] = merge?.parents ?? [];
	if (second !== null) {
		const other = first === branch.head ? second : first;
		return more.length === 0 && merge?.parents.includes(branch.head) ? other : null;
	}
	let below = first;
	let at = merge;
	for (const message of branch.messages) if (at?.message.startsWith(message)) {
		below = at.parents[0] ?? null;
		at = below === null ? null : await ledger.commit(below);
	}
	return below;
}
function marksOf(state) {
	return state && new Map([...state.entries].map(([path, { mode, oid }]) => [path, `${mode} ${oid}`]));
}
function isMergeOf(path, versions) {
	const [base, ours, theirs, merged] = [
		versions.base.get(path),
		versions.ours.get(path),
		versions.theirs.get(path),
		versions.merged.get(path)
	];
	if (base === theirs) return merged === ours;
	return base === ours || ours === theirs ? merged === theirs : merged !== void 0;
}

// src/stages/control/still-taken-back.ts
async function findTakenBack(context, { id, outcome }) {
	if (outcome?.kind !== "reverted") return null;
	const { revert: pullRequest } = outcome;
	const head = (await context.conversation.pullRequest(pullRequest.number))?.head;
	if (!head?.branch.startsWith("ghost/")) return {
		revertId: revertIdOf(id),
		pullRequest
	};
	const revertId = head.branch.slice(BRANCHES.length);
	return (await findStep(context, {
		id: revertId,
		head: head.sha
	}, isAboutMerge))?.record.outcome?.kind === "reverted" ? null : {
		revertId,
		pullRequest
	};
}
function isAboutMerge({ outcome }) {
	return outcome?.kind === "merged" || outcome?.kind === "reverted";
}

// src/stages/control/revert.ts
async function revert(context, order) {
	const { id } = order;
	const state = await readPatchState(context.repository, id);
	if (typeof state === "string") return {
		kind: "refused",
		refusal: whyUnread(state, id)
	};
	const { record } = state;
	if (!isStillShown(record, order.shown)) return {
		kind: "refused",
		refusal: {
			why: "changed_since",
			id
		}
	};
	const sent = await findSentBefore(context, order);
	if (sent !== null && sent.kind !== "lost") return sent;
	const back = await findTakenBack(context, record);
	if (back !== null) return wasTakenBack(record, back);
	const facts = await findMerged(context, state);
	const planned = facts === null ? null : await findPlanned(context, record, facts);
	const stop = findStop(planned === null ? state : asSentBy(state, planned), context.clock.now());
	if (stop !== null) return {
		kind: "refused",
		refusal: stop
	};
	if (facts === null) return {
		kind: "refused",
		refusal: {
			why: "not_merged",
			id
		}
	};
	if (planned === null) return {
		kind: "refused",
		refusal: {
			why: "merged_with_more",
			id
		}
	};
	const answer = await takeBack(context, order, {
		record,
		planned,
		facts,
		lost: sent?.id ?? null
	});
	return record.pullRequest?.number === facts.number ? answer : sayWhich(answer, facts);
}
async function findMerged({ conversation }, { record: { pullRequest, mergedBefore } }) {
	for (const number of /* @__PURE__ */ new Set([pullRequest?.number, mergedBefore])) {
		const facts = number === void 0 ? null : await conversation.pullRequest(number);
		if (facts?.merge) return {
			...facts,
			merge: facts.merge
		};
	}
	return null;
}
async function findPlanned(context, record, { head: { sha: head } }) {
	if (record.head === head && record.plan !== void 0) return record;
	return (await findPlan(context, {
		id: record.id,
		head
	}))?.record ?? null;
}
function asSentBy(state, planned) {
	return planned === state.record ? state : {
		...state,
		whom: whomOf(planned, state.snapshot.defaultBranch)
	};
}
async function takeBack(context, order, { record, planned, facts, lost }) {
	const { id } = order;
	const back = await findTakenBack(context, planned);
	if (back !== null) return wasTakenBack(record, back);
	const overtaken = await findLaterMerge(context, planned);
	if (overtaken !== null) return {
		kind: "refused",
		refusal: {
			why: "not_reversible",
			id,
			reason: `${overtaken} was merged once more after ${id} had taken it back, so ${id} is no longer what keeps it out. To take back what is merged, write "revert ${overtaken}".`
		}
	};
	const merge = await readMerge(context, {
		record: planned,
		facts
	});
	return merge === null ? {
		kind: "refused",
		refusal: {
			why: "merge_unclear",
			id,
			sha: facts.merge.sha
		}
	} : send$1(context, order, {
		merge,
		lost
	});
}
async function findLaterMerge(context, { revertOf, revertOfMerge }) {
	const original = revertOf === void 0 || revertOfMerge === void 0 ? "unknown" : await readPatchState(context.repository, revertOf);
	const newest = typeof original === "string" ? null : await findMerged(context, original);
	return newest === null || newest.merge.sha === revertOfMerge ? null : revertOf ?? null;
}
function wasTakenBack(record, { revertId, pullRequest }) {
	return {
		kind: "result",
		result: {
			verb: "revert",
			done: "unchanged",
			id: record.id,
			revertId,
			pullRequest
		},
		observed: [observeRecord(record)]
	};
}
async function send$1(context, order, { merge, lost }) {
	const { id, actor } = order;
	const found = await findRevert(context.repository, merge, actor);
	if (!found.ok && found.why === "merged") return result({
		id,
		revertId: found.merged.id,
		done: "unchanged",
		record: found.merged
	});
	if (!found.ok) {
		const { ok: _, ...refusal } = found;
		return {
			kind: "refused",
			refusal: {
				...refusal,
				id
			}
		};
	}
	const { revertId, patch, known } = found;
	if (lost !== null && lost !== revertId) return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	if (known !== null && isUnderWay(known.record)) return result({
		id,
		revertId,
		done: "unchanged",
		record: known.record
	});
	const tried = await rehearse(context, patch.text);
	if (!tried.ok && tried.outcome.kind === "no_change" && found.merged !== null) return result({
		id,
		revertId: found.merged.id,
		done: "unchanged",
		record: found.merged
	});
	if (!tried.ok) return refuse(id, revertId, tried.outcome);
	const { digest } = patch;
	const before = known?.record ?? null;
	const sent = describeSent(revertId, { attempt: nextAttempt(before) });
	const unlogged = await enterAct(context, order, {
		digest,
		result: sent
	});
	if (unlogged !== null) return notSent(revertId, unlogged);
	const logged = {
		digest,
		entered: true
	};
	const after = await sendAndSee(context, {
		id: revertId,
		digest,
		text: patch.text,
		before
	}, {
		retry: known !== null,
		sentFor: namesOf(order)
	});
	if (after === null) return {
		kind: "result",
		result: {
			verb: "revert",
			done: "unconfirmed",
			id,
			revertId
		},
		...logged,
		observed: []
	};
	if (wasStopped(after)) return {
		kind: "refused",
		refusal: findStop(after, context.clock.now()) ?? { why: "raced" }
	};
	return {
		...result({
			id,
			revertId,
			done: "done",
			record: after.record
		}),
		...logged
	};
}
function isUnderWay({ outcome, state }) {
	return outcome === void 0 || state === "held" || outcome.kind === "opened" || outcome.kind === "updated";
}
function refuse(id, revertId, outcome) {
	if (outcome.kind === "no_change") return {
		kind: "result",
		result: {
			verb: "revert",
			done: "unchanged",
			id,
			revertId
		},
		observed: []
	};
	if (outcome.kind === "conflict") {
		const { clashes = [], paths } = outcome;
		return {
			kind: "refused",
			refusal: {
				why: "overlaps",
				id,
				paths
			},
			...clashes.length === 0 ? {} : { diff: formatClashes(clashes) }
		};
	}
	const { headline, detail } = describeOutcome(outcome);
	return {
		kind: "seen",
		done: "refused",
		sentence: `${id} is not taken back, because the patch for that would not be taken. ${headline}: ${detail} Change that first, or revert it by hand.`,
		...outcome.kind === "refused" ? { refusals: outcome.refusals } : {}
	};
}
function sayWhich(answer, { number, url }) {
	return answer.kind === "result" && answer.result.verb === "revert" ? {
		...answer,
		result: {
			...answer.result,
			merged: {
				number,
				url
			}
		}
	} : answer;
}
function result(reverted) {
	const { id, revertId, done, record } = reverted;
	return {
		kind: "result",
		result: {
			verb: "revert",
			done,
			id,
			revertId,
			...record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest }
		},
		observed: [observeRecord(record)]
	};
}

// src/stages/control/overtaken.ts
async function isOvertaken({ repository, ledger }, { id, digest, askedAt }) {
	const since = askedAt.getTime();
	const [log, state] = await Promise.all([readLogSince(ledger, since), readPatchState(repository, id)]);
	if (log === null) return true;
	const others = log.flatMap(({ message }) => parseControl(message)?.act ?? []).filter((act) => act.verb === "apply" && act.patch === id && act.digest !== digest);
	if (others.some((act) => wholeSecond$1(sentActAskedAt(act)) > since)) return true;
	if (typeof state === "string" || state.record.digest === digest) return false;
	const { record } = state;
	return !others.some((act) => act.digest === record.digest) && wholeSecond$1(Date.parse(record.receivedAt)) > since;
}

// src/stages/control/send-written.ts
async function sendWritten(context, order) {
	const { command, actor, writer: sender = actor } = order;
	const sent = command.dryRun ? null : await findSentBefore(context, order);
	if (sent !== null && sent.kind !== "lost") return sent;
	const { view } = await apply(context, {
		payload: command.payload,
		sender,
		dryRun: true,
		beforeSending: !command.dryRun
	});
	const { outcome } = view.record;
	if (outcome?.kind === "duplicate") {
		if (!command.dryRun) await noteWriter(context, view.record, {
			sender,
			sentFor: namesOf(order)
		});
		return duplicate(command, outcome);
	}
	if (outcome !== void 0 && outcome.kind !== "held") return refused(outcome, view);
	if (command.dryRun) return previewed(command, view);
	const { id } = command;
	const { digest } = view.record;
	if (await wasOvertaken(context, order, digest)) return {
		kind: "refused",
		refusal: {
			why: "overtaken",
			id
		}
	};
	const snapshot = await context.repository.read({ refs: [CONTROL_REF, recordRef(id)] });
	const stopped = stoppedHere(context, order, snapshot);
	const previous = readPrevious(snapshot, id);
	return stopped ?? send(context, order, {
		view,
		before: previous === "unreadable" ? null : previous
	});
}
function duplicate({ id }, outcome) {
	const { headline, detail } = describeOutcome(outcome);
	return {
		kind: "result",
		result: {
			verb: "apply",
			done: "unchanged",
			id,
			revises: false,
			standing: {
				headline,
				detail,
				remedy: outcome.state === "finished" ? `Write "retry ${id}" to have it worked on again.` : `Ask "status ${id}" how it ends.`
			}
		},
		observed: observeKnownPullRequest(outcome.pullRequest)
	};
}
function refused(outcome, { stopped }) {
	const { headline, detail, remedy = "" } = describeOutcome(outcome);
	const clashes = outcome.kind === "conflict" ? outcome.clashes ?? [] : [];
	return {
		kind: "seen",
		done: "refused",
		sentence: `${headline}; nothing was written. ${outcome.kind === "refused" ? "" : `${detail} `}${remedy}${besideStop(stopped)} Write a new comment for that, because what this one is edited to does not count.`,
		...outcome.kind === "refused" ? { refusals: outcome.refusals } : {},
		...clashes.length === 0 ? {} : { diff: formatClashes(clashes) }
	};
}
function besideStop(stopped) {
	return stopped === void 0 ? "" : ` ${describeStop$1(stopped)}`;
}
function previewed({ id }, { record, diff, stopped }) {
	const changed = record.plan?.changes.length ?? 0;
	return {
		kind: "seen",
		sentence: `${id} fits and would change ${changed === 1 ? "one file" : `${changed} files`}; nothing was written.${besideStop(stopped)} Write "/ghost apply" above it to have it worked on.`,
		...diff === void 0 ? {} : { diff },
		notes: notesOf({ record })
	};
}
async function wasOvertaken(context, { command: { id }, askedAt }, digest) {
	return askedAt !== void 0 && await isOvertaken(context, {
		id,
		digest,
		askedAt
	});
}
function stoppedHere({ clock }, { actor, writer = actor }, { refs }) {
	const about = (parseControl(refs.get(CONTROL_REF)?.message ?? "")?.switches ?? []).filter(({ scope }) => scope.kind === "sender");
	const now = clock.now();
	const by = strictestSwitch(about, { senders: [writer, actor] }, now);
	return by === null ? null : {
		kind: "refused",
		refusal: {
			why: by.state,
			by
		}
	};
}
async function send(context, order, { view, before }) {
	const { id, payload, revises } = order.command;
	const { digest } = view.record;
	const { patch } = payload;
	const text = typeof patch === "string" ? patch : canonicalJson(patch);
	const name = payload.id ?? id;
	const unlogged = await enterAct(context, order, {
		digest,
		result: describeSent(id, {
			attempt: nextAttempt(before),
			askedAt: order.askedAt
		})
	});
	if (unlogged !== null) return notSent(id, unlogged);
	if (await wasOvertaken(context, order, digest)) return {
		kind: "refused",
		refusal: {
			why: "overtaken",
			id
		}
	};
	const logged = {
		digest,
		entered: true
	};
	const taken = await sendAndSee(context, {
		id,
		name,
		digest,
		text,
		before
	}, { sentFor: namesOf(order) });
	if (taken === null) return {
		kind: "result",
		result: {
			verb: "apply",
			done: "unconfirmed",
			id,
			revises,
			standing: null
		},
		...logged,
		observed: [],
		notes: notesOf(view)
	};
	const { record } = await seeEnd(context, taken);
	if (record.digest !== digest) return {
		kind: "result",
		result: {
			verb: "apply",
			done: "done",
			id,
			revises,
			standing: describeOutcome({
				kind: "conflict",
				reason: "revised",
				paths: []
			})
		},
		...logged,
		observed: [observeRecord(record)],
		notes: notesOf(view)
	};
	return {
		kind: "result",
		result: {
			verb: "apply",
			done: "done",
			id,
			revises,
			standing: record.outcome === void 0 ? null : describeView({ record })
		},
		...logged,
		observed: [observeRecord(record), ...observeKnownPullRequest(record.pullRequest)],
		notes: notesOf({ record }),
		...record.outcome?.kind === "refused" ? { refusals: record.outcome.refusals } : {}
	};
}
function notesOf({ record }) {
	return [...record.plan?.notes ?? [], ...record.plan?.notDone ?? []];
}

// src/stages/control/unseen-sender.ts
async function findUnseenSender({ ledger }, scope) {
	if (scope.kind !== "sender") return null;
	const listed = await listRecords(ledger).catch(() => null);
	if (listed === null) return null;
	const names = new Set(listed.flatMap((one) => one.ok ? sendersOf(one.record) : []));
	if ([...names].some((name) => sameLogin(name, scope.login))) return null;
	const near = nearestName(scope.login, [...names]);
	return {
		name: scope.login,
		...near === void 0 ? {} : { near }
	};
}

// src/stages/control/stop.ts
async function stop(context, order) {
	const { command } = order;
	const scope = order.begun === true ? command.scope : await meantScope(context, command.scope);
	if ("why" in scope) return {
		kind: "refused",
		refusal: scope
	};
	const wanted = switchOf({
		...order,
		command: {
			...command,
			scope
		}
	});
	const moved = await moveSwitches(context, order, ({ switches }) => ({
		switches: addSwitch(switches, wanted, order.requestedAt),
		result: describeSwitch(standingFor(switches, wanted) ?? wanted)
	}));
	if (moved.kind === "raced") return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	const before = order.begun === true ? likeOf(moved.board.switches, wanted) : standingFor(moved.board.switches, wanted);
	if (before === null && order.begun === true) return {
		kind: "refused",
		refusal: { why: "raced" }
	};
	const standing = before ?? wanted;
	const seen = moved.kind === "moved" ? [observeControl(moved)] : [];
	const behind = await secondsBehind(context, standing);
	if (behind !== null) return {
		kind: "seen",
		done: "failed",
		sentence: `This stops nothing: the clock here is ${Math.round(behind / 60)} minutes behind GitHub's, where the time was over before it began. Write it once more without a time, and end it yourself.`,
		observed: seen
	};
	const wait = () => waitForClaims(context, standing);
	const left = await (moved.kind === "moved" ? afterChange(seen, wait) : wait());
	const done = before === null ? "done" : "unchanged";
	const unseen = await findUnseenSender(context, standing.scope);
	return {
		kind: "result",
		result: {
			verb: command.verb,
			done: left.length === 0 ? done : "unconfirmed",
			stop: standing,
			publishing: left.map(({ id }) => id),
			...unseen === null ? {} : { unseen }
		},
		observed: [...seen, ...left.map((record) => ({
			...observeRecord(record),
			at: record.startedAt
		}))]
	};
}
async function secondsBehind({ ledger }, { at, until }) {
	const [newest] = until === void 0 ? [] : await ledger.history(CONTROL_REF, 1).catch(() => []);
	const now = Date.parse(newest?.committedAt ?? "");
	return until !== void 0 && Date.parse(until) <= now ? (now - Date.parse(at)) / 1e3 : null;
}
function switchOf({ command, actor, requestedAt }) {
	const { verb, reason, scope, seconds } = command;
	return {
		state: verb === "pause" ? "paused" : "locked",
		scope,
		reason: cut$1(reason ?? "no reason given"),
		by: actor,
		at: requestedAt.toISOString(),
		...seconds === null ? {} : { until: new Date(requestedAt.getTime() + seconds * 1e3).toISOString() }
	};
}

// src/stages/control/execute.ts
async function execute(context, request) {
	const requestedAt = context.clock.now();
	let role;
	try {
		role = roleOf(await context.people.roleOf(request.actor));
		return await obey$1(context, {
			...request,
			role,
			requestedAt
		});
	} catch (error) {
		return reportFailure(request, {
			error,
			requestedAt,
			...role === void 0 ? {} : { role }
		});
	}
}
function reportFailure(request, { error, requestedAt, role }) {
	const hourUsed = (request.surface === "form" || request.surface === "comment") && limitedUntil(error) !== null;
	const sentence = describeFailure(request.command.verb, reasonOf(error), { hourUsed });
	const { role: _, ...report } = reportOf({
		...request,
		role: role ?? "none",
		requestedAt
	}, {
		done: "failed",
		sentence
	});
	return {
		...report,
		...role === void 0 ? {} : { role }
	};
}
async function obey$1(context, given) {
	const unfit = lackOfRole(given);
	if (unfit !== null) return reportOf(given, {
		done: "refused",
		sentence: unfit
	});
	const { repository } = context;
	const [board, { config }] = await Promise.all([readSwitchboard(repository, given.requestedAt), repository.read({ config: CONFIG_PATH })]);
	const order = {
		...given,
		command: aboutStanding(given.command, board.switches)
	};
	const parsed = parseConfig(config);
	const bots = parsed.ok ? parsed.config.control.bots : [];
	const asked = {
		command: order.command,
		login: order.actor,
		role: order.role,
		bots,
		switches: board.switches,
		now: order.requestedAt,
		...order.confirm === void 0 ? {} : { confirm: order.confirm },
		...order.confirmsBy === void 0 ? {} : { confirmsBy: order.confirmsBy },
		...order.writer === void 0 ? {} : { writer: order.writer }
	};
	const admitted = authorise(asked);
	if (!admitted.ok) return reportOf(order, {
		done: "refused",
		sentence: admitted.sentence
	});
	const [senders, lockers] = await Promise.all([findSenders(context, order.command), findLockers(context, order.command, board.switches)]);
	const allowed = authorise({
		...asked,
		senders: senders.all,
		switches: [...board.switches, ...lockers ?? []],
		allLockersKnown: lockers !== null
	});
	if (!allowed.ok) return reportOf(order, {
		done: "refused",
		sentence: allowed.sentence
	});
	const doubt = await findDoubt(context, order);
	if (doubt !== null) return conclude$1(context, order, {
		kind: "refused",
		refusal: doubt
	});
	const by = stopOf(order, {
		senders: senders.heeded,
		switches: board.switches
	});
	if (by !== null) return conclude$1(context, order, {
		kind: "refused",
		refusal: {
			why: by.state,
			by
		}
	});
	const done = await findDone(context, order);
	if (done !== null && done.kind !== "begun") return conclude$1(context, order, done);
	if (await wasLockedMeanwhile(context, order)) return conclude$1(context, order, {
		kind: "refused",
		refusal: { why: "locked_since" }
	});
	const now = done === null ? order : {
		...order,
		command: done.command,
		begun: true
	};
	return conclude$1(context, now, await answerTo(context, now, bots).catch(brokenAnswer));
}
function lackOfRole({ command, actor, role, requestedAt }) {
	if (isBot(actor)) return null;
	const allowed = authorise({
		command,
		login: actor,
		role,
		bots: [],
		switches: [],
		now: requestedAt
	});
	return allowed.ok || allowed.lacks !== "role" ? null : allowed.sentence;
}
function stopOf({ command: { verb }, actor, writer = actor, requestedAt }, { senders, switches }) {
	const about = switches.filter(({ scope }) => scope.kind === "sender");
	const concerned = [...verb === "retry" || verb === "revert" ? [actor, writer] : [], ...verb === "retry" || verb === "approve" ? senders : []];
	return strictestSwitch(about, { senders: concerned }, requestedAt);
}
function brokenAnswer(error) {
	if (error instanceof Interrupted) return {
		kind: "broken",
		reason: error.message,
		observed: error.observed
	};
	throw error;
}
function reasonOf(error) {
	return error instanceof Error ? error.message : String(error);
}
async function answerTo(context, order, bots) {
	const { command } = order;
	switch (command.verb) {
		case "pause":
		case "lock": return stop(context, {
			...order,
			command
		});
		case "resume":
		case "unlock": return lift(context, {
			...order,
			command
		});
		case "kill": return command.all ? endWithWaiting(context, {
			...order,
			id: null
		}, () => killAll(context, {
			...order,
			command
		})) : answerAbout(context, {
			...order,
			id: command.id
		});
		case "status": return showStatus(context, command.id);
		case "audit": return showAudit(context);
		case "whoami": return showWhoami(order, bots);
		case "help": return showHelp();
		case "apply": return sendWritten(context, {
			...order,
			command
		});
		default: return command.id === null ? {
			kind: "refused",
			refusal: unnamed(order)
		} : answerAbout(context, {
			...order,
			id: command.id
		});
	}
}
async function answerAbout(context, order) {
	const { command, id } = order;
	if (!await isAsShown(context, order)) return {
		kind: "refused",
		refusal: {
			why: "changed_since",
			id
		}
	};
	switch (command.verb) {
		case "preview": return preview(context, order);
		case "approve": return approve(context, order);
		case "reject": return reject(context, order, command.reason);
		case "retry": return retry(context, order);
		case "revert": return revert(context, order);
		default: return cancelPatch(context, order);
	}
}
async function cancelPatch(context, order) {
	const before = await findCanceledBefore(context, order);
	if (before !== null) return before;
	return endWithWaiting(context, order, () => cancel(context, order));
}
function unnamed({ pullRequest }) {
	return { why: pullRequest === void 0 ? "no_id" : "not_our_pull_request" };
}
async function findDoubt({ repository }, { command }) {
	if (command.verb !== "reject" || command.firstWord === void 0 || command.id === null) return null;
	const { id, firstWord: other } = command;
	return other === id || await readPatchState(repository, other) === "unknown" ? null : {
		why: "which_patch",
		id,
		other
	};
}
async function conclude$1(context, order, answer) {
	switch (answer.kind) {
		case "refused": {
			const { refusal, diff, observed = [] } = answer;
			const said = describeRefusal(order.command.verb, refusal);
			return reportOf(order, {
				done: "refused",
				sentence: observed.length === 0 ? said : await enterRefused(context, order, {
					sentence: said,
					observed
				}),
				observed,
				...diff === void 0 ? {} : { diff }
			});
		}
		case "seen": {
			const { kind: _, done = "done", ...seen } = answer;
			return reportOf(order, {
				done,
				confirmedAt: context.clock.now().toISOString(),
				...seen
			});
		}
		case "result": {
			const { kind: _, result, digest, entered = false, ...more } = answer;
			const { observed } = more;
			const isConfirmed = result.done !== "unconfirmed";
			const confirmed = isConfirmed ? { confirmedAt: context.clock.now().toISOString() } : {};
			const said = describeResult(result);
			const sentence = result.done === "unchanged" || entered ? said : await enter(context, isConfirmed ? order : unfinished(order), {
				result: said,
				...digest === void 0 ? {} : { digest },
				observed
			});
			return reportOf(order, {
				done: result.done,
				sentence,
				...more,
				...confirmed
			});
		}
		case "broken": {
			const { reason, observed } = answer;
			const said = describeFailure(order.command.verb, reason);
			return reportOf(order, {
				done: "failed",
				sentence: await enter(context, unfinished(order), {
					result: said,
					observed
				}),
				observed
			});
		}
	}
}
function unfinished(order) {
	const { origin: _, ...rest } = order;
	return rest;
}
async function enterRefused(context, order, { sentence, observed }) {
	const changed = observed.map(({ kind, name, state }) => `${kind} ${name} was told to end (${state}).`);
	const unlogged = await enterAct(context, unfinished(order), { result: [...changed, sentence].join(" ") });
	return unlogged === null ? sentence : `${sentence} ${unlogged}`;
}
async function enter(context, order, { observed, ...done }) {
	const unlogged = isEntered(order, observed) ? null : await enterAct(context, order, done);
	return unlogged === null ? done.result : `${done.result} ${unlogged}`;
}
function isEntered({ command: { verb } }, observed) {
	switch (verb) {
		case "pause":
		case "lock": return true;
		case "resume":
		case "unlock": return observed.some(({ kind }) => kind === "control");
		default: return false;
	}
}
function reportOf(order, rest) {
	const { command, surface, actor, role, requestedAt } = order;
	const id = "id" in command ? command.id : null;
	return {
		verb: command.verb,
		surface,
		by: actor,
		role,
		...id === null ? {} : { patch: id },
		observed: [],
		requestedAt: requestedAt.toISOString(),
		...rest
	};
}

// src/stages/control/comment.ts
async function answerComment(context, comment, keepReply = async () => {}) {
	const line = findCommand(comment.body);
	if (line === null) return null;
	const role = await readRole(context, comment);
	const denied = await findDenial(context, comment, {
		line,
		role
	});
	if (denied !== null) {
		if (!isHourScarce(context)) await react(context, comment, "confused");
		return refusedUnheard(context, comment, {
			role,
			sentence: denied
		});
	}
	const pull = await readPull(context, comment.number);
	if (!isHeard(comment, {
		own: pull?.own ?? null,
		role
	})) {
		await react(context, comment, "confused");
		return refusedUnheard(context, comment, {
			role,
			sentence: `${askerOf(comment)} may not write here, and this shows no patch of ours, so that there was no answer.`
		});
	}
	const [answered] = await Promise.all([wasAnswered(context, comment), react(context, comment, "eyes")]);
	if (answered) return null;
	const report = await obey(context, comment, {
		line,
		pull
	});
	const reaction = commandSucceeded(report) ? "rocket" : "confused";
	if (report.done === "refused" && !isAtLeast(role, "reviewer")) {
		await react(context, comment, reaction);
		return report;
	}
	const reply = {
		text: `${formatCommandReply(report)}\n${replyMark(comment.id)}\n`,
		reaction
	};
	if (report.done !== "failed") await keepReply(reply);
	await context.conversation.comment(comment.number, reply.text);
	await react(context, comment, reaction);
	return report;
}
async function readRole({ people }, comment) {
	const asker = askerOf(comment);
	return isBot(asker) ? "none" : roleOf(await people.roleOf(asker));
}
async function findDenial(context, comment, { line, role }) {
	const asker = askerOf(comment);
	if (isAtLeast(role, "reviewer")) return null;
	const bot = isBot(asker);
	if (!bot && role === "none") return `${asker} has no role in this repository, and was not answered.`;
	const parsed = parseComment(comment, {
		line,
		pull: null
	});
	if (!bot && !parsed.ok) return parsed.problem;
	const bots = bot ? await readBots(context) : [];
	const command = parsed.ok ? parsed.command : HELP;
	const now = context.clock.now();
	const admitted = authorise({
		command,
		login: asker,
		role,
		bots,
		switches: [],
		now,
		confirm: true
	});
	if (!admitted.ok) return admitted.sentence;
	return !bot && isHourScarce(context) ? `Half of what GitHub grants in this hour is used up, and the rest is for people who may write, so that ${asker} was not answered; write it again in an hour.` : null;
}
const HELP = { verb: "help" };
async function readBots({ repository }) {
	const { config } = await repository.read({ config: CONFIG_PATH });
	const parsed = parseConfig(config);
	return parsed.ok ? parsed.config.control.bots : [];
}
function isHourScarce({ hourLeft }) {
	return (hourLeft?.() ?? 1) < KEPT_FOR_WRITERS;
}
const KEPT_FOR_WRITERS = 1 / 2;
async function readPull(context, number) {
	const facts = await context.conversation.pullRequest(number);
	return facts === null ? null : {
		facts,
		own: await findOwnPatch(context, facts)
	};
}
async function findOwnPatch(context, { number, head }) {
	if (!head.sameRepository || !head.branch.startsWith("ghost/")) return null;
	const id = head.branch.slice(BRANCHES.length);
	const state = await readPatchState(context.repository, id);
	return typeof state !== "string" && state.record.pullRequest?.number === number ? id : null;
}
function isHeard(comment, { own, role }) {
	return isBot(askerOf(comment)) || isAtLeast(role, own === null ? "reviewer" : "viewer");
}
function askerOf({ author, startedBy = author }) {
	return startedBy;
}
function refusedUnheard({ clock }, comment, { role, sentence }) {
	return {
		verb: null,
		done: "refused",
		sentence,
		surface: "comment",
		by: askerOf(comment),
		role,
		observed: [],
		requestedAt: clock.now().toISOString()
	};
}
async function wasAnswered({ conversation }, { id, number, createdAt, answerer }) {
	if (answerer === void 0 || createdAt === void 0) return false;
	const mark = replyMark(id);
	return (await conversation.comments(number, createdAt)).some(({ author, body }) => sameLogin(author, answerer) && body.includes(mark));
}
async function obey(context, comment, { line, pull }) {
	const { id, author, number, createdAt, answerer } = comment;
	const actor = askerOf(comment);
	const parsed = parseComment(comment, {
		line,
		pull
	});
	return parsed.ok ? execute(context, {
		command: parsed.command,
		surface: "comment",
		actor,
		origin: `comment ${id}`,
		again: answerer !== void 0 || context.run.attempt > 1,
		...sameLogin(actor, author) ? {} : { writer: author },
		...createdAt === void 0 ? {} : { askedAt: createdAt },
		...pull === null ? {} : { pullRequest: number }
	}) : {
		verb: null,
		done: "refused",
		sentence: parsed.problem,
		surface: "comment",
		by: actor,
		observed: [],
		requestedAt: context.clock.now().toISOString()
	};
}
function parseComment({ id, url, author, body, title = "", tooLate }, { line, pull }) {
	if (tooLate !== void 0) return {
		ok: false,
		problem: tooLate
	};
	const second = secondCommandIn(body);
	if (second !== null) return {
		ok: false,
		problem: second
	};
	const own = pull?.own ?? null;
	const written = readCommentPatch(body, {
		id,
		author,
		title: pull?.facts.title ?? title,
		...url === void 0 ? {} : { url },
		...pull === null ? {} : { base: pull.facts.base.branch },
		...own === null || pull?.facts.state !== "open" ? {} : { own }
	});
	if (written !== null) return written;
	const parsed = parseCommand(line, own === null ? {} : { own });
	return parsed.ok && own !== null ? {
		ok: true,
		command: withId(parsed.command, own)
	} : parsed;
}
async function react({ conversation }, { id }, reaction) {
	await conversation.react(id, reaction).catch(() => void 0);
}

// src/action/control.ts
async function runControl(job) {
	const { context, requests } = createControlContext(job);
	try {
		const report = await answer(context, job);
		if (report === null) {
			setOutputs({ outcome: "ignored" });
			return say("The comment holds no command.");
		}
		await conclude(report);
	} finally {
		sayRequests(requests);
	}
}
async function answer(context, job) {
	if (job.inputs.action !== "") return obeyForm(context, job);
	const comment = await readComment(job, process.env);
	if (comment === null) throw new Error("the stage control needs the input action, or an issue_comment event of a new comment");
	return answerComment(context, comment);
}
async function obeyForm(context, job) {
	const { inputs, actor, run } = job;
	const { action, patch, reason, for: time, scope, confirm } = inputs;
	const parsed = parseForm({
		action,
		patch,
		reason,
		for: time,
		scope
	});
	if (!parsed.ok) {
		const requestedAt = context.clock.now().toISOString();
		return {
			verb: null,
			done: "refused",
			sentence: parsed.problem,
			surface: "form",
			by: actor,
			observed: [],
			requestedAt
		};
	}
	const { command } = parsed;
	const request = {
		command,
		surface: "form",
		actor,
		confirm,
		confirmsBy: { kind: "form" },
		origin: `run ${run.id}`,
		again: run.attempt > 1
	};
	const whenSent = HOLDS_FOR_THEN.has(command.verb) || run.attempt > 1;
	try {
		const sent = whenSent ? await context.runs.get(run.id) : null;
		const askedAt = sent === null ? {} : { askedAt: new Date(sent.createdAt) };
		const writer = await readFormWriter(job, process.env);
		return await execute(context, {
			...request,
			...writer === void 0 ? {} : { writer },
			...askedAt
		});
	} catch (error) {
		return reportFailure(request, {
			error,
			requestedAt: context.clock.now()
		});
	}
}
const HOLDS_FOR_THEN = /* @__PURE__ */ new Set([
	"approve",
	"resume",
	"retry",
	"revert",
	"unlock"
]);
async function conclude(report) {
	setOutputs({
		outcome: report.done,
		id: report.patch
	});
	await writeSummary(formatCommandSummary(report));
	const answered = report.surface === "comment" && report.done !== "failed";
	if (commandSucceeded(report) || answered) return say(formatCommandLog(report));
	fail(report.sentence, `${report.verb ?? "Command"}: ${report.done}`);
}

export { runControl };