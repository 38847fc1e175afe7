import { r as __toESM } from "./rolldown-runtime.js";
import { o as say, r as readDelivery, s as setOutputs, u as writeSummary } from "./workflow.js";
import { A as MAX_PATTERN_PROGRAM, D as MAX_HUNKS, E as MAX_FILE_BYTES, I as recordRef, L as inboxRef, M as mergeWarnings, N as CONTROL_REF, O as MAX_PATCH_BYTES, P as PATCH_FILE, R as formatSummary, S as readPrevious, T as cappedRefusals, U as defuseReferences, _ as parseJson$1, b as branchRef, c as viewOf, d as nextStep, f as recordOnly, g as notJson, h as jsonPointer, i as explainCrash, j as formatStatus, k as MAX_PATH_BYTES, m as readPatch, n as sayRequests, o as recordMessage, p as tell, r as conclude, t as createContext, u as branchAndRecord, v as canonicalJson, x as controlOf, y as sha256 } from "./context.js";
import { t as require_dist } from "./yaml.js";
import { d as oneLine, f as showHidden, p as cutText, u as titleOf } from "./sentence.js";
import { f as strictObject, p as string, r as array, u as number } from "./zod.js";
import { n as RE2JSException, t as RE2JS } from "./re2js.js";
import { t as require_picomatch } from "./picomatch.js";
import { Buffer, isUtf8 } from "node:buffer";

// src/policy/config.ts
var import_dist = require_dist();
/** Where a repository says how its patches are handled. Read from the default branch only. */
const CONFIG_PATH = ".github/ghost-runner.yml";
/** `text` is null where the file does not exist. Every problem is named at once. */
function parseConfig(text) {
	if (text === null) return refuse$2("not_configured", `This repository has no ${CONFIG_PATH} on its default branch; add one with at least "test: {command: …}".`);
	const document = (0, import_dist.parseDocument)(text);
	if (document.errors.length > 0) return {
		ok: false,
		refusals: document.errors.map((error) => problem("", `it is not valid YAML: ${firstLine(error.message)}`))
	};
	const parsed = configSchema.safeParse(document.toJS() ?? {});
	if (parsed.success) return {
		ok: true,
		config: parsed.data
	};
	return {
		ok: false,
		refusals: parsed.error.issues.map((issue) => problem(`/${issue.path.join("/")}`, issue.message))
	};
}
/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;
const configSchema = strictObject({
	"base-branches": array(string().min(1)).min(1).optional().describe("Branches that patches may be based on; the default branch alone where this is absent."),
	test: strictObject({
		command: string({ error: "name the command that runs your tests, such as \"npm test\"" }).trim().min(1, "name the command that runs your tests, such as \"npm test\"").describe("Run by bash at the root of the checkout, in a job without secrets."),
		"timeout-minutes": number().positive().max(MAX_TEST_MINUTES).default(DEFAULT_TEST_MINUTES).describe("After this the command and all that it started is ended, and the outcome is timed_out.")
	}, { error: (issue) => issue.input === void 0 ? "add \"test:\" with the command that runs your tests" : void 0 }).describe("How a patched commit is tested."),
	labels: array(string().min(1).max(50)).max(20).default([]).describe("Labels for every pull request."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked to review every pull request."),
	slack: strictObject({ channel: string().regex(/^[CGD][A-Z0-9]{2,}$/, "use the channel's id, such as C0123456789, not its name").describe("The channel's id, such as C0123456789.") }).optional().describe("Where each patch gets its one message.")
}).describe("Ghost Runner: how patches to this repository are handled.");
function refuse$2(code, message) {
	return {
		ok: false,
		refusals: [{
			code,
			message,
			path: CONFIG_PATH
		}]
	};
}
function problem(pointer, message) {
	const place = pointer.length > 1 ? ` at ${pointer}` : "";
	return {
		code: "bad_config",
		message: `${CONFIG_PATH} can't be used${place}: ${message}`,
		pointer,
		path: CONFIG_PATH
	};
}
function firstLine(text) {
	return text.split("\n", 1)[0] ?? "";
}

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
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
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
function diffLines$1(oldStr, newStr, options) {
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

// node_modules/diff/libesm/patch/create.js
/**
* Returns true if the filename contains characters that require C-style
* quoting (as used by Git and GNU diffutils in diff output).
*/
function needsQuoting(s) {
	for (let i = 0; i < s.length; i++) if (s[i] < " " || s[i] > "~" || s[i] === "\"" || s[i] === "\\") return true;
	return false;
}
/**
* C-style quotes a filename, encoding special characters as escape sequences
* and non-ASCII bytes as octal escapes. This is the inverse of
* `parseQuotedFileName` in parse.ts.
*
* Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
* This matches the behaviour of both Git and GNU diffutils, which always emit
* UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
* Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
*
* If the filename doesn't need quoting, returns it as-is.
*/
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
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines$1(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines$1(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
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
			const current = diff[i], lines = current.lines || splitLines$1(current.value);
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
/**
* creates a unified diff patch.
*
* @param patch either a single structured patch object (as returned by `structuredPatch`) or an
*   array of them (as returned by `parsePatch`).
* @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
*   Ignored for patches where `isGit` is `true`.
*
* When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
* output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
* properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
* headers for patches with no hunks (e.g. renames without content changes).
*/
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
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines$1(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}

// src/report/unified-diff.ts
/** What a change looks like, for people: a unified diff of every file. Binary files are only named. */
function formatUnifiedDiff(files) {
	return files.map(formatFile).join("");
}
/** Beyond so many differing lines a diff is no help, and takes long to make. */
const MAX_DIFFERENCES = 5e3;
const CONTEXT_LINES = 3;
function formatFile({ path, from = path, before, after }) {
	const [oldName, newName] = [before === null ? "/dev/null" : `a/${from}`, after === null ? "/dev/null" : `b/${path}`];
	const [oldText, newText] = [textOf(before), textOf(after)];
	if (oldText === null || newText === null) return `--- ${oldName}\n+++ ${newName}\nBinary files differ\n`;
	return createTwoFilesPatch(oldName, newName, oldText, newText, void 0, void 0, {
		context: CONTEXT_LINES,
		maxEditLength: MAX_DIFFERENCES,
		headerOptions: {
			includeIndex: false,
			includeUnderline: false,
			includeFileHeaders: true
		}
	}) ?? `--- ${oldName}\n+++ ${newName}\nMore than ${MAX_DIFFERENCES} lines differ\n`;
}
function textOf(bytes) {
	if (bytes === null) return "";
	return isUtf8(bytes) && !bytes.includes(0) ? new TextDecoder().decode(bytes) : null;
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

// src/stages/new-record.ts
/** The record of a patch whose branch is written with it. */
function appliedRecord(work, plan) {
	const { config, patch, base } = plan;
	const deadline = new Date(work.startedAt.getTime() + (config.test["timeout-minutes"] + MARGIN_MINUTES) * 6e4);
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
/** What stands between a job's start and its report besides the tests: set-up steps, queueing, publishing. */
const MARGIN_MINUTES = 60;
function newRecord(work, attempt) {
	const { received, startedAt } = work;
	const seconds = Math.max(0, (work.now.getTime() - startedAt.getTime()) / 1e3);
	return {
		version: 1,
		id: received.id,
		digest: received.digest,
		title: received.title,
		sender: work.sender,
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
/** A changed file as it was and as it will be. */
function versions(change, base) {
	const { path, from, bytes, action } = change;
	const before = action === "create" ? null : base.entries.get(from ?? path)?.bytes ?? null;
	return {
		path,
		...from === void 0 ? {} : { from },
		before,
		after: bytes
	};
}
/** Enough to see a pattern; each hunk stands in the apply stage's own report. */
const MAX_NOTES = 20;
/** Hunks that were found elsewhere than the patch said. */
function relocations(hunks) {
	const notes = hunks.filter((hunk) => hunk.status === "already_applied" || hunk.rung === "offset").map((hunk) => hunk.status === "already_applied" ? `Hunk ${hunk.hunk} of ${hunk.path} was already there` : `Hunk ${hunk.hunk} of ${hunk.path} was placed at line ${hunk.at}, not where the patch said`);
	const more = notes.length - MAX_NOTES;
	return more > 0 ? [...notes.slice(0, MAX_NOTES), `And ${more} more hunks of this kind`] : notes;
}
/** Fields of the wire format that are kept and have no effect yet are not passed over in silence. */
function notActedOn(patch) {
	return [...patch.supersedes === void 0 ? [] : ["`supersedes` is kept in the record; the older pull request was not closed"], ...patch.callback === void 0 ? [] : ["`callback` is kept in the record; nothing was sent there"]];
}

// src/apply/chunked-text.ts
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
/** All places of a text that is not empty, overlapping ones too, in order; null: the effort is spent. */
function findPlaces(chunked, find, effort) {
	const gram = rarestGram(chunked, find);
	const places = [];
	for (const [index, chunk] of chunked.chunks.entries()) {
		if (gram.hash !== null && !hasBit(chunk.grams, gram.hash)) continue;
		const before = textBefore(chunked, index, gram.offset);
		const window = before + chunk.text + textAfter(chunked, index, find.length - 1 - gram.offset);
		const first = before.length - gram.offset;
		for (let at = window.indexOf(find, first); at !== -1; at = window.indexOf(find, at + 1)) {
			effort.comparisons -= 1;
			if (effort.comparisons < 0) return null;
			places.push(placeAt(chunked, index, at - before.length));
		}
	}
	return places;
}
/** The lines, from 0, on which places begin that are in order. */
function linesOfPlaces({ chunks }, places) {
	let line = 0;
	let [chunk, offset] = [0, 0];
	return places.map((place) => {
		for (; chunk < place.chunk; [chunk, offset] = [chunk + 1, 0]) line += offset === 0 ? chunks[chunk]?.breaks ?? 0 : countBreaks$1(chunks[chunk]?.text ?? "", offset);
		line += countBreaks$1(chunks[chunk]?.text ?? "", offset, place.offset);
		offset = place.offset;
		return line;
	});
}
/** Puts `text` in the place of the `length` characters from `place` on. */
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
			breaks: countBreaks$1(edited, 0),
			grams: only.grams
		};
	}
	chunked.length += text.length - length;
	addBorderGrams(chunked, place.chunk);
}
/** Characters of a chunk: small enough to be rewritten at once, large enough for there to be few. */
const CHUNK_CHARACTERS = 16384;
/** Characters of a gram. Shorter ones are everywhere; of longer ones fewer texts have any. */
const GRAM = 6;
/** Bits for grams in each chunk: eight for each character. */
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
		breaks: countBreaks$1(text, 0),
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
/** Looked up once: it runs for every character. */
const { imul } = Math;
/** The prime of the FNV hash. */
const HASH_FACTOR = 16777619;
/** Grams that begin before an edited chunk and end in it have changed with it. */
function addBorderGrams(chunked, edited) {
	let missing = 5;
	for (let index = edited - 1; index >= 0 && missing > 0; index -= 1) {
		const chunk = chunked.chunks[index];
		if (chunk === void 0) return;
		addGrams(chunk.grams, chunk.text.slice(-missing) + textAfter(chunked, index, 5));
		missing -= chunk.text.length;
	}
}
/** Of some grams of the text the one that the fewest chunks have; none where it is shorter than a gram. */
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
/** `offset` is relative to the chunk, and negative where the text begins in one before it. */
function placeAt({ chunks }, index, offset) {
	let chunk = index;
	let within = offset;
	for (; within < 0; within += chunks[chunk]?.text.length ?? 0) chunk -= 1;
	return {
		chunk,
		offset: within
	};
}
function countBreaks$1(text, start, end = text.length) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/lines-found.ts
/** Line numbers (from 1) of all candidates, as a refusal's data: the first ones, and how many there are. */
function candidateData(positions) {
	return {
		lines: positions.slice(0, LISTED_CANDIDATES).map((position) => position + 1),
		total: positions.length
	};
}
/** "lines 3, 8 and 12", or the first few of them. */
function candidateText(positions) {
	const shown = positions.slice(0, SHOWN_CANDIDATES).map((position) => String(position + 1));
	if (positions.length > SHOWN_CANDIDATES) return `lines ${shown.join(", ")} and ${positions.length - SHOWN_CANDIDATES} more`;
	return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
/** Candidates that a refusal's data lists: enough for every file that a person wrote. */
const LISTED_CANDIDATES = 1e3;
/** Candidates that its sentence names. */
const SHOWN_CANDIDATES = 8;

// src/apply/edit.ts
/** Finds the literal text of an `edit` as often as it must occur. Line ends of find and replace don't matter. */
function findEdit(text, edit, { explain, effort }) {
	const { find, replace } = editTexts(edit);
	const starts = occurrences(text, {
		find,
		overlapping: edit.count === 1,
		effort
	});
	if (starts === null) return {
		ok: false,
		refusal: tooRepetitive(edit)
	};
	if (starts.length === 0) return {
		ok: false,
		refusal: notFound(text, edit, explain)
	};
	const miscount = countRefusal(edit, linesAt(text, starts));
	if (miscount !== null) return {
		ok: false,
		refusal: {
			...miscount,
			pointer: "/find"
		}
	};
	if (text.length + starts.length * (replace.length - find.length) > 5242880) return {
		ok: false,
		refusal: {
			...tooMuch(edit.path),
			pointer: "/replace"
		}
	};
	return {
		ok: true,
		replacements: starts.map((start) => ({
			start,
			end: start + find.length,
			text: replace
		})),
		line: lineOf(text, starts[0] ?? 0)
	};
}
/** What to find and to put in its place, with the line ends that decoded text has. */
function editTexts(edit) {
	return {
		find: toLineFeeds(edit.find),
		replace: toLineFeeds(edit.replace)
	};
}
/**
* null: `positions` (from 0, one for each occurrence) are as many as the change asks for.
* Used by every change that counts what it finds.
*/
function countRefusal({ path, count }, positions) {
	if (count === "all" || positions.length === count) return null;
	const data = {
		...candidateData(positions),
		expected: count
	};
	if (positions.length < count) return {
		code: "not_found",
		message: `The text to replace occurs ${positions.length} times in ${path}, and ${count} were announced. Correct the count, or the text.`,
		path,
		data
	};
	const wanted = count === 1 ? "nothing tells which is meant. Send more of the text around it, or" : `${count} were announced. Correct the count, or`;
	return {
		code: "ambiguous",
		message: `The text to replace occurs ${positions.length} times in ${path}, at ${candidateText(positions)}, and ${wanted} set count to "all".`,
		path,
		data
	};
}
/** The refusal for replacements that would blow a file up; asked before they are made. */
function tooMuch(path) {
	return {
		code: "too_large",
		message: `The replacements make ${path} larger than ${MAX_FILE_BYTES} bytes. Replace less, or with less.`,
		path,
		data: { limit: MAX_FILE_BYTES }
	};
}
/** Positions of lines, from 0, for ascending offsets. */
function linesAt(text, offsets) {
	let line = 0;
	let next = text.indexOf("\n");
	return offsets.map((offset) => {
		for (; next !== -1 && next < offset; next = text.indexOf("\n", next + 1)) line += 1;
		return line;
	});
}
/** From 1. */
function lineOf(text, offset) {
	return (linesAt(text, [offset])[0] ?? 0) + 1;
}
function toLineFeeds(text) {
	return text.replaceAll("\r\n", "\n");
}
/** Offsets of `find`; those that overlap an earlier one count only where a single place is wanted. */
function occurrences(text, { find, overlapping, effort }) {
	const starts = [];
	const stride = overlapping ? 1 : find.length;
	for (let at = text.indexOf(find); at !== -1; at = text.indexOf(find, at + stride)) {
		effort.comparisons -= 1;
		if (effort.comparisons < 0) return null;
		starts.push(at);
	}
	return starts;
}
/** The refusal for an edit whose text is not there. */
function notFound(text, edit, explain) {
	const { path } = edit;
	const { find, replace } = editTexts(edit);
	const { sentence, data } = explain(find.split("\n"));
	const base = {
		code: "not_found",
		path,
		pointer: "/find"
	};
	const done = replace === "" ? -1 : text.indexOf(replace);
	if (done === -1) return {
		...base,
		message: `The text to replace is not in ${path}. ${sentence}`,
		data
	};
	const line = lineOf(text, done);
	const message = `The text to replace is not in ${path}, but the new text is, at line ${line}. ${sentence}`;
	return {
		...base,
		message,
		data: {
			...data,
			replacementAt: line
		}
	};
}
function tooRepetitive({ path }) {
	return {
		code: "too_large",
		message: `The text to replace occurs too often in ${path} to look at all places. Send more of the text around it.`,
		path,
		pointer: "/find"
	};
}

// src/apply/similarity.ts
/** How alike two lines are, from 0 to 1: the share of pairs of neighbouring characters that they have in common. */
function similarity(left, right) {
	if (left === right) return 1;
	const [a, b] = [left.trim(), right.trim()];
	if (a === b) return SAME_BUT_SPACE;
	const pairs = /* @__PURE__ */ new Map();
	for (const pair of pairsOf(a)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	let common = 0;
	for (const pair of pairsOf(b)) {
		const left = pairs.get(pair) ?? 0;
		if (left > 0) common += 1;
		pairs.set(pair, left - 1);
	}
	const all = pairCount(a) + pairCount(b);
	return all === 0 ? 0 : 2 * common / all;
}
const SAME_BUT_SPACE = .95;
/** Characters of a line that are compared: the rest of longer ones adds cost and no insight. */
const COMPARED_CHARACTERS = 200;
function* pairsOf(text) {
	for (let at = 0; at < pairCount(text); at += 1) yield text.slice(at, at + 2);
}
function pairCount(text) {
	return Math.max(0, Math.min(text.length, COMPARED_CHARACTERS) - 1);
}

// src/apply/alignment.ts
/** The best way to lay two short lists of lines side by side, in order. Cost: the product of their lengths. */
function align(expected, found) {
	const alike = expected.map((line) => found.map((other) => likeness(line, other)));
	const best = bestSums(alike, found.length);
	const total = expected.reduce((sum, line) => sum + weightOf(line), 0);
	const matches = traceBack(alike, best);
	return {
		score: total === 0 ? 0 : Math.round(100 * (best[0]?.[0] ?? 0) / total) / 100,
		first: matches[0]?.[1] ?? 0,
		diff: diffOf({
			expected,
			found
		}, matches)
	};
}
function likeness(line, other) {
	const alike = similarity(line, other);
	return alike >= LEAST_LIKENESS ? alike * weightOf(line) : 0;
}
/** Below this, two lines have characters in common as any two lines of code do. */
const LEAST_LIKENESS = .4;
/** A blank line says little about a place. */
function weightOf(line) {
	return line.trim() === "" ? .2 : 1;
}
/** `sums[i][j]`: the most likeness that the rests of both lists, from i and j on, can reach. */
function bestSums(alike, width) {
	const sums = Array.from({ length: alike.length + 1 }, () => Array.from({ length: width + 1 }, () => 0));
	for (let i = alike.length - 1; i >= 0; i -= 1) for (let j = width - 1; j >= 0; j -= 1) {
		const both = (alike[i]?.[j] ?? 0) + (sums[i + 1]?.[j + 1] ?? 0);
		(sums[i] ?? [])[j] = Math.max(both, sums[i + 1]?.[j] ?? 0, sums[i]?.[j + 1] ?? 0);
	}
	return sums;
}
function traceBack(alike, sums) {
	const matches = [];
	let i = 0;
	let j = 0;
	while ((sums[i]?.[j] ?? 0) > 0) {
		const here = sums[i]?.[j];
		if (here === sums[i + 1]?.[j]) i += 1;
		else if (here === sums[i]?.[j + 1]) j += 1;
		else {
			if ((alike[i]?.[j] ?? 0) > 0) matches.push([i, j]);
			i += 1;
			j += 1;
		}
	}
	return matches;
}
function diffOf(lists, matches) {
	const diff = [];
	const last = matches.at(-1)?.[1] ?? -1;
	let i = 0;
	let j = matches[0]?.[1] ?? 0;
	for (const [nextExpected, nextFound] of [...matches, [lists.expected.length, last + 1]]) {
		for (; i < nextExpected; i += 1) diff.push(shown("-", lists.expected[i]));
		for (; j < nextFound; j += 1) diff.push(shown("+", lists.found[j]));
		if (nextFound > last) continue;
		if (lists.expected[i] === lists.found[j]) diff.push(shown(" ", lists.found[j]));
		else diff.push(shown("-", lists.expected[i]), shown("+", lists.found[j]));
		i += 1;
		j += 1;
	}
	return diff;
}
function shown(mark, line = "") {
	return mark + (line.length <= SHOWN_CHARACTERS$2 ? line : `${line.slice(0, SHOWN_CHARACTERS$2)}…`);
}
/** Characters of one line of a diff. */
const SHOWN_CHARACTERS$2 = 200;

// src/apply/nearest.ts
function indexWords(lines) {
	const positions = /* @__PURE__ */ new Map();
	for (const [position, line] of lines.entries()) for (const word of wordsOf(line)) {
		const known = positions.get(word);
		if (known === void 0) positions.set(word, [position]);
		else if (known.length <= COMMON_WORD && known.at(-1) !== position) known.push(position);
	}
	return {
		lines,
		positions
	};
}
/**
* The places that look most like `expected`, best first. Words that both have in common vote for the line
* where the block would begin; only the places with most votes are compared line by line.
*/
function nearestPlaces(index, expected) {
	const block = expected.slice(0, COMPARED_LINES);
	const slack = Math.min(MAX_SLACK_LINES, Math.floor(block.length / 2));
	const places = mostVoted(votesFor(index, block)).map((start) => {
		const from = Math.max(0, start - slack);
		const { score, first, diff } = align(block, index.lines.slice(from, start + block.length + slack));
		return {
			line: from + first + 1,
			score,
			diff
		};
	});
	const best = [];
	for (const place of places.sort((left, right) => right.score - left.score)) if (best.every(({ line }) => Math.abs(line - place.line) >= Math.max(1, block.length / 2)) && place.score >= LEAST_SCORE && best.length < SHOWN_PLACES) best.push(place);
	return best;
}
const SHOWN_PLACES = 3;
/** Places that share less with the block than this are not worth a look. */
const LEAST_SCORE = .2;
/** Lines of a block that are compared; a longer one is recognised by its beginning. */
const COMPARED_LINES = 40;
/** Lines above and below a voted place, where the block may have more lines or fewer; less for short blocks. */
const MAX_SLACK_LINES = 3;
/** A word on more lines than this tells no place. */
const COMMON_WORD = 50;
/** Characters of a line in which words are looked for. */
const INDEXED_CHARACTERS = 400;
function wordsOf(line) {
	return line.slice(0, INDEXED_CHARACTERS).match(/[\p{L}\p{N}_]{2,}/gu) ?? [];
}
function votesFor({ positions }, block) {
	const votes = /* @__PURE__ */ new Map();
	for (const [offset, line] of block.entries()) for (const word of new Set(wordsOf(line))) {
		const places = positions.get(word) ?? [];
		if (places.length > COMMON_WORD) continue;
		for (const place of places) votes.set(place - offset, (votes.get(place - offset) ?? 0) + 1 / places.length);
	}
	return votes;
}
function mostVoted(votes) {
	return [...votes].sort(([, left], [, right]) => right - left).slice(0, COMPARED_PLACES).map(([start]) => Math.max(0, start));
}
/** Places that are compared line by line. */
const COMPARED_PLACES = 8;

// src/apply/not-found.ts
function explainerFor(lines, effort) {
	let index;
	return (expected) => {
		effort.explanations -= 1;
		if (effort.explanations < 0) return {
			sentence: "Send them as they stand in the file.",
			data: {}
		};
		index ??= indexWords(lines());
		return explanationOf(nearestPlaces(index, expected));
	};
}
function explanationOf(nearest) {
	const [best] = nearest;
	if (best === void 0) return {
		sentence: "Nothing in the file looks like them. Send them as they stand in the file.",
		data: { nearest: [] }
	};
	return {
		sentence: `The nearest place is line ${best.line}. Send the lines as they stand there.`,
		data: { nearest: nearest.map(({ line, score, diff }) => ({
			line,
			score,
			diff
		})) }
	};
}
/** The refusal for a file that is not there, with the known files whose names are most alike. */
function missingFile(path, known) {
	const alike = similarPaths(path, known);
	return {
		code: "not_found",
		message: `There is no file ${path}. ${alike.length === 0 ? "Correct the path, or create the file with a write change." : `Did you mean ${alike.join(" or ")}?`}`,
		path,
		data: { similar: alike }
	};
}
function similarPaths(path, known) {
	return [...known].filter((other) => other !== path).map((other) => ({
		other,
		score: pathSimilarity(path, other)
	})).filter(({ score }) => score >= ALIKE).sort((left, right) => right.score - left.score).slice(0, SHOWN_PATHS).map(({ other }) => other);
}
/** Names that are this much alike may be meant for each other. */
const ALIKE = .6;
const SHOWN_PATHS = 3;
function pathSimilarity(left, right) {
	const names = similarity(baseName(left).toLowerCase(), baseName(right).toLowerCase());
	return Math.max(names, similarity(left, right));
}
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// src/patch/hunk.ts
/** null: the line begins with none of the three marks. */
function markOf(line) {
	const mark = line.charAt(0);
	return mark === " " || mark === "-" || mark === "+" ? mark : null;
}
function oldSide(hunk) {
	return side(hunk, "+");
}
function newSide(hunk) {
	return side(hunk, "-");
}
function side(hunk, without) {
	return hunk.lines.filter(([mark]) => mark !== without).map(([, text]) => text);
}
/** Lines of a text, without their line breaks; a break at the very end does not begin another line. */
function linesOf(text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}

// src/apply/text-file.ts
/** null: the bytes are not UTF-8 text. */
function decodeText(bytes) {
	if (bytes.includes(0)) return null;
	const raw = decodeUtf8(bytes);
	if (raw === null) return null;
	const hasBom = raw.startsWith(BOM);
	const text = hasBom ? raw.slice(1) : raw;
	if (!text.includes("\r\n")) return {
		hasBom,
		text,
		endings: "\n"
	};
	const endings = Array.from(text.matchAll(/\r?\n/g), ([ending]) => ending === "\n" ? ending : "\r\n");
	const mixed = endings.includes("\n");
	return {
		hasBom,
		text: text.replaceAll("\r\n", "\n"),
		endings: mixed ? endings : "\r\n"
	};
}
function encodeText({ hasBom, text, endings }) {
	const raw = typeof endings === "string" ? withEnding(text, endings) : withEndings(text, endings);
	return new TextEncoder().encode(hasBom ? BOM + raw : raw);
}
/** Lines without their ends; none for an empty text. */
function linesIn(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return lines;
}
/**
* The file with all replacements made; they must be sorted and apart from each other. New lines get the
* line end of the place where they begin.
*/
function replaceText(file, replacements) {
	const parts = [];
	let done = 0;
	for (const { start, end, text } of replacements) {
		parts.push(file.text.slice(done, start), text);
		done = end;
	}
	parts.push(file.text.slice(done));
	return {
		...file,
		text: parts.join(""),
		endings: endingsAfter(file, replacements)
	};
}
const BOM = "﻿";
function decodeUtf8(bytes) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return null;
	}
}
function withEnding(text, ending) {
	return ending === "\n" ? text : text.replaceAll("\n", ending);
}
function withEndings(text, endings) {
	let index = 0;
	return text.replaceAll("\n", () => endings[index++] ?? "\n");
}
function endingsAfter({ text, endings }, replacements) {
	if (typeof endings === "string") return endings;
	const result = [];
	let done = 0;
	let line = 0;
	for (const replacement of replacements) {
		line = copyEndings(result, endings, {
			from: line,
			count: countBreaks(text, done, replacement.start)
		});
		const style = endings[line] ?? endings[line - 1] ?? "\n";
		for (let added = countBreaks(replacement.text, 0, replacement.text.length); added > 0; added -= 1) result.push(style);
		line += countBreaks(text, replacement.start, replacement.end);
		done = replacement.end;
	}
	copyEndings(result, endings, {
		from: line,
		count: endings.length - line
	});
	return result;
}
function copyEndings(result, endings, { from, count }) {
	for (let index = from; index < from + count; index += 1) result.push(endings[index] ?? "\n");
	return from + count;
}
function countBreaks(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/line-edit.ts
/**
* The file with all line edits made; they must be sorted and apart from each other. Whether the file ends
* with a line break stays as it was, unless `finalNewline` says otherwise; a file that was empty gets one.
*/
function editLines(file, edits, finalNewline) {
	const endsWithBreak = finalNewline ?? (file.text === "" || file.text.endsWith("\n"));
	const closed = file.text === "" || file.text.endsWith("\n") ? file : withLastBreak(file);
	const starts = lineStarts(closed.text);
	const edited = replaceText(closed, edits.map((edit) => replacementOf(edit, starts)));
	return endsWithBreak ? edited : withoutLastBreak(edited);
}
function withLastBreak(file) {
	const { endings } = file;
	const closed = typeof endings === "string" ? endings : [...endings, endings.at(-1) ?? "\n"];
	return {
		...file,
		text: `${file.text}\n`,
		endings: closed
	};
}
function withoutLastBreak(file) {
	if (file.text === "") return file;
	const { endings } = file;
	return {
		...file,
		text: file.text.slice(0, -1),
		endings: typeof endings === "string" ? endings : endings.slice(0, -1)
	};
}
/** Offsets of all lines, and the text's length behind the last one. */
function lineStarts(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}
function replacementOf({ line, remove, insert }, starts) {
	const start = starts[line];
	const end = starts[line + remove];
	if (start === void 0 || end === void 0) throw new RangeError(`lines ${line} to ${line + remove} are not in the file`);
	return {
		start,
		end,
		text: insert.map((text) => `${text}\n`).join("")
	};
}

// src/apply/line-index.ts
function indexLines(lines) {
	const numberOf = /* @__PURE__ */ new Map();
	const numbers = Int32Array.from(lines, (line) => {
		const known = numberOf.get(line);
		if (known !== void 0) return known;
		numberOf.set(line, numberOf.size);
		return numberOf.size - 1;
	});
	const groups = new Int32Array(numberOf.size + 1);
	for (const number of numbers) groups[number + 1] = at(groups, number + 1) + 1;
	for (let number = 0; number < numberOf.size; number += 1) groups[number + 1] = at(groups, number + 1) + at(groups, number);
	const positions = new Int32Array(lines.length);
	const filled = groups.slice();
	for (const [position, number] of numbers.entries()) {
		positions[at(filled, number)] = position;
		filled[number] = at(filled, number) + 1;
	}
	return {
		lines,
		numbers,
		numberOf,
		positions,
		groups
	};
}
/**
* All positions (from 0, ascending) where `block` stands, found from the line of it that is rarest in the file.
* An empty block stands nowhere. null: the effort is spent.
*/
function findBlock(index, block, effort) {
	const wanted = [];
	for (const line of block) {
		const number = index.numberOf.get(line);
		if (number === void 0) return [];
		wanted.push(number);
	}
	if (wanted.length === 0) return [];
	const { offset, start, end } = rarestLine(index, wanted);
	const found = [];
	for (let next = start; next < end; next += 1) {
		const position = at(index.positions, next) - offset;
		const compared = equalLines(index.numbers, wanted, position);
		effort.comparisons -= compared + 1;
		if (effort.comparisons < 0) return null;
		if (compared === wanted.length) found.push(position);
	}
	return found;
}
function rarestLine({ groups }, wanted) {
	let rarest = {
		offset: 0,
		start: 0,
		end: Number.POSITIVE_INFINITY
	};
	for (const [offset, number] of wanted.entries()) {
		const start = at(groups, number);
		const end = at(groups, number + 1);
		if (end - start < rarest.end - rarest.start) rarest = {
			offset,
			start,
			end
		};
	}
	return rarest;
}
/** How many lines of the block stand at `position`, from its first one on. */
function equalLines(numbers, wanted, position) {
	if (position < 0 || position + wanted.length > numbers.length) return 0;
	let equal = 0;
	while (equal < wanted.length && numbers[position + equal] === wanted[equal]) equal += 1;
	return equal;
}
function at(array, index) {
	return array[index] ?? 0;
}

// src/apply/places.ts
/**
* Tolerances, strictest first. A later rung is asked only when all before it found nothing, and every report
* names the rung that was needed.
*/
const RUNGS = [{
	name: "exact",
	find: findBlock
}];
/** null: the effort is spent. */
function candidatePlaces(index, block, effort) {
	for (const { name, find } of RUNGS) {
		const positions = find(index, block, effort);
		if (positions === null) return null;
		if (positions.length > 0) return {
			rung: name,
			positions
		};
	}
	return {
		rung: RUNGS[0].name,
		positions: []
	};
}

// src/apply/sections.ts
function indexSections(lines) {
	return {
		lines,
		ends: /* @__PURE__ */ new Map()
	};
}
/** Every section that the anchors name, each one inside a section of the anchor before it. */
function sectionsOf(index, anchors) {
	let sections = [{
		start: 0,
		end: index.lines.length
	}];
	for (const anchor of anchors) sections = sectionsUnder(index, anchor.trim()).filter(({ start }) => sections.some((outer) => start >= outer.start && start < outer.end));
	return sections;
}
function sectionsUnder(index, anchor) {
	index.starts ??= startsOf(index.lines);
	const named = (index.starts.get(anchor.slice(0, CUT_ANCHOR)) ?? []).filter((position) => isAnchor(index.lines[position] ?? "", anchor));
	if (named.length > MAX_SECTIONS) return [];
	return named.map((start) => ({
		start,
		end: sectionEnd(index, start)
	}));
}
/** git cuts the heading of a hunk at 80 bytes, which are fewer characters where some of them take several. */
const CUT_ANCHOR = 70;
/** An anchor that stands at more places than this tells nothing. */
const MAX_SECTIONS = 50;
function startsOf(lines) {
	const starts = /* @__PURE__ */ new Map();
	for (const [position, line] of lines.entries()) {
		const start = line.trim().slice(0, CUT_ANCHOR);
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
function sectionEnd({ lines, ends }, start) {
	const known = ends.get(start);
	if (known !== void 0) return known;
	const depth = indentation(lines[start] ?? "");
	let end = start + 1;
	while (end < lines.length && belongsTo(lines[end] ?? "", depth)) end += 1;
	ends.set(start, end);
	return end;
}
/**
* Blank lines, deeper lines, and lines that don't begin with a word, such as brackets, comments and decorators:
* git, too, takes only lines that begin with a word for headings.
*/
function belongsTo(line, depth) {
	return line.trim() === "" || indentation(line) > depth || !/^\s*(?!end\b)[\p{L}_$]/u.test(line);
}
function indentation(line) {
	return line.length - line.trimStart().length;
}

// src/apply/tie-break.ts
/**
* The one place that everything the patch says about it agrees on; null: nothing tells, or the hints
* contradict each other. Being the nearest or the first is no reason.
*/
function breakTie(sections, tie) {
	const { positions } = tie;
	const [only] = positions;
	if (positions.length === 1 && only !== void 0) return only;
	const anchored = inSections(sections, tie.hunk, positions);
	const hinted = atHint(tie, positions);
	if (hinted !== null) return anchored === null || anchored.includes(hinted) ? hinted : null;
	return anchored?.length === 1 ? anchored[0] ?? null : null;
}
/** null: the anchors tell nothing. */
function inSections(index, { anchors }, positions) {
	if (anchors.length === 0 || positions.length > MAX_ANCHORED) return null;
	const sections = sectionsOf(index, anchors);
	const inside = positions.filter((position) => sections.some(({ start, end }) => position >= start && position < end));
	return inside.length > 0 ? inside : null;
}
/** Beyond so many equal places an anchor does not help, and comparing them all would cost. */
const MAX_ANCHORED = 1e3;
/**
* A line number counts only if it is exactly right: as it stands, or moved as the neighbours were. Without a
* hunk before, nobody knows whether what moved the one after stands above or below this one.
*/
function atHint({ hunk: { lineHint }, driftBefore, driftAfter }, positions) {
	if (lineHint === void 0) return null;
	const expected = [.../* @__PURE__ */ new Set([driftBefore ?? 0, driftAfter ?? driftBefore ?? 0])].map((drift) => lineHint - 1 + drift);
	const hits = positions.filter((position) => expected.includes(position));
	return hits.length === 1 ? hits[0] ?? null : null;
}

// src/apply/locate.ts
/** Looks for all hunks of one file in the file as it is, in any order. */
function locateHunks(index, hunks, effort) {
	const candidates = hunks.map((hunk) => placesFor(hunk, oldSide(hunk), {
		index,
		effort
	}));
	const drifts = driftsOf(hunks, candidates);
	const sections = indexSections(index.lines);
	return hunks.map((hunk, order) => {
		const found = candidates[order] ?? null;
		if (oldSide(hunk).length === 0) return withoutContext(index, hunk);
		if (found === null) return {
			hunk,
			status: "too_repetitive"
		};
		if (found.positions.length === 0) return findResult({
			index,
			sections,
			effort
		}, hunk);
		return choose(sections, {
			hunk,
			found,
			...neighbours(drifts, order)
		});
	});
}
/** Candidates that agree with what the hunk says about the file's end. */
function placesFor(hunk, block, { index, effort }) {
	const found = candidatePlaces(index, block, effort);
	if (found === null || hunk.endOfFile !== true) return found;
	const last = index.lines.length - block.length;
	return {
		...found,
		positions: found.positions.filter((position) => position === last)
	};
}
/**
* A hunk of added lines only: an empty file has one place for it, and so has the end of a file, where the
* patch speaks of it and its line number agrees. All else would be a guess.
*/
function withoutContext({ lines }, hunk) {
	const added = newSide(hunk);
	const before = lines.length - added.length;
	if ((before === 0 && added.length > 0 || hunk.endOfFile === true && added.some(hasWord)) && standsAt(lines, added, before)) return {
		hunk,
		status: "already_applied",
		position: before,
		rung: "exact"
	};
	const isAppended = hunk.endOfFile === true && isAtHint(hunk, lines.length);
	if (lines.length > 0 && !isAppended) return {
		hunk,
		status: "no_context"
	};
	return {
		hunk,
		status: "placed",
		position: lines.length,
		rung: "exact"
	};
}
/** For each hunk, how far the nearest hunks before and after it that have one place are off their line hints. */
function driftsOf(hunks, candidates) {
	const own = hunks.map(({ lineHint }, order) => {
		const [position, second] = candidates[order]?.positions ?? [];
		return position === void 0 || second !== void 0 || lineHint === void 0 ? void 0 : position + 1 - lineHint;
	});
	return {
		before: lastKnown(own),
		after: lastKnown(own.toReversed()).toReversed()
	};
}
/** For each value, the last one before it that is known. */
function lastKnown(values) {
	let known;
	return values.map((value) => {
		const before = known;
		known = value ?? known;
		return before;
	});
}
function neighbours({ before, after }, order) {
	return {
		driftBefore: before[order],
		driftAfter: after[order]
	};
}
function choose(sections, choice) {
	const { hunk, found } = choice;
	const { lines } = sections;
	const position = breakTie(sections, {
		...choice,
		positions: found.positions
	});
	if (position === null) return {
		hunk,
		status: "ambiguous",
		positions: found.positions
	};
	const rung = isAtHint(hunk, position) ? found.rung : "offset";
	return {
		hunk,
		status: isInserted(lines, hunk, position) ? "already_applied" : "placed",
		position,
		rung
	};
}
function isAtHint({ lineHint }, position) {
	return lineHint === void 0 || lineHint === position + 1;
}
/** The old side is nowhere: perhaps because the new side is already there. */
function findResult(search, hunk) {
	const result = newSide(hunk);
	if (!isTelling(hunk, result)) return {
		hunk,
		status: "not_found"
	};
	const found = placesFor(hunk, result, search);
	if (found === null) return {
		hunk,
		status: "too_repetitive"
	};
	if (found.positions.length === 0) return {
		hunk,
		status: "not_found"
	};
	const tie = {
		hunk,
		positions: found.positions,
		driftBefore: void 0,
		driftAfter: void 0
	};
	const position = breakTie(search.sections, tie);
	if (position === null) return {
		hunk,
		status: "not_found"
	};
	return {
		hunk,
		status: "already_applied",
		position,
		rung: isAtHint(hunk, position) ? found.rung : "offset"
	};
}
/** Would finding these lines prove that the hunk was applied? A lone bracket, or context on one side of a gap, would not. */
function isTelling({ lines }, result) {
	const adds = lines.some(([mark]) => mark === "+");
	const closed = lines.at(0)?.[0] === " " && lines.at(-1)?.[0] === " ";
	return (adds || closed) && result.some(hasWord);
}
/**
* Are the lines of a pure insertion already around its context? Where they go between context lines, the old
* side would not be there any more; where they go before or after all of them it still is, and inserting again
* would double them.
*/
function isInserted(lines, hunk, position) {
	const marks = hunk.lines.map(([mark]) => mark);
	const first = marks.indexOf(" ");
	const context = marks.slice(first, marks.lastIndexOf(" ") + 1);
	if (marks.includes("-") || context.includes("+")) return false;
	return hunk.lines.some(([mark, text]) => mark === "+" && hasWord(text)) && standsAt(lines, newSide(hunk), position - first);
}
function standsAt(lines, block, position) {
	return position >= 0 && block.every((line, offset) => lines[position + offset] === line);
}
function hasWord(line) {
	return /[\p{L}\p{N}_]{3}/u.test(line);
}

// src/apply/hunks.ts
/** Applies all hunks of one change to one file, or none. They may come in any order, but not overlap. */
function applyHunks({ file, path, hunks, change, effort }) {
	const lines = linesIn(file.text);
	const locations = locateHunks(indexLines(lines), hunks, effort);
	const overlaps = overlapsOf(locations);
	const explain = explainerFor(() => lines, effort);
	const refusals = locations.flatMap((location) => refusalOf(location, {
		path,
		explain,
		overlaps
	}) ?? []);
	const reports = locations.map((location) => reportOf(location, {
		path,
		change,
		overlaps
	}));
	if (refusals.length > 0) return {
		ok: false,
		refusals,
		reports
	};
	const edits = locations.flatMap(editsOf).sort((left, right) => left.line - right.line || left.remove - right.remove);
	const finalNewline = hunks.find((hunk) => hunk.finalNewline !== void 0)?.finalNewline;
	return {
		ok: true,
		file: editLines(file, edits, finalNewline),
		reports
	};
}
/** The hunks that can't be applied because another one changes the same lines, with that other one. */
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
	if (location.status !== "placed") return [];
	const edits = [];
	let line = location.position;
	let open;
	for (const [mark, text] of location.hunk.lines) {
		if (mark === " ") {
			open = void 0;
			line += 1;
			continue;
		}
		if (open === void 0) {
			open = {
				line,
				remove: 0,
				insert: []
			};
			edits.push(open);
		}
		if (mark === "+") open.insert.push(text);
		else {
			open.remove += 1;
			line += 1;
		}
	}
	return edits;
}
function refusalOf(location, { path, explain, overlaps }) {
	const { hunk } = location;
	const place = {
		path,
		hunk: hunk.number
	};
	const name = `Hunk ${hunk.number}, for ${path},`;
	switch (location.status) {
		case "already_applied": return null;
		case "placed": {
			const other = overlaps.get(hunk);
			if (other === void 0) return null;
			return {
				code: "overlap",
				message: `${name} changes the same lines as hunk ${other.number}. Make one hunk of the two.`,
				...place,
				data: {
					line: location.position + 1,
					other: other.number
				}
			};
		}
		case "ambiguous": return {
			code: "ambiguous",
			message: `${name} fits at ${candidateText(location.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`,
			...place,
			data: candidateData(location.positions)
		};
		case "no_context": return {
			code: "ambiguous",
			message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
			...place
		};
		case "too_repetitive": return {
			code: "too_large",
			message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`,
			...place
		};
		case "not_found": {
			const { sentence, data } = explain(oldSide(hunk));
			return {
				code: "not_found",
				message: `${name} expects lines that are not there. ${sentence}`,
				...place,
				data
			};
		}
	}
}
function reportOf(location, { path, change, overlaps }) {
	const base = {
		change,
		path,
		hunk: location.hunk.number
	};
	if (location.status !== "placed" && location.status !== "already_applied") return {
		...base,
		at: null,
		rung: "exact",
		status: "refused"
	};
	const applied = location.status === "placed" ? "applied" : "already_applied";
	const status = overlaps.has(location.hunk) ? "refused" : applied;
	return {
		...base,
		at: location.position + 1,
		rung: location.rung,
		status
	};
}

// src/apply/regex-cost.ts
/**
* What the engine's work on one expression costs, in steps: a step is one instruction at one character, some
* 20 ns. The factors come from the worst expressions that were found for each of them.
*/
/** Steps to read and compile an expression, as far as its text tells; known before any of it is done. */
function readingSteps(pattern) {
	const properties = occurrencesOf(/\\p/gi, pattern);
	const wideRanges = /\P{ASCII}|\\[xu]/u.test(pattern) ? occurrencesOf(/-/g, pattern) : 0;
	return pattern.length * STEPS_PER_CHARACTER + properties * STEPS_PER_PROPERTY + wideRanges * STEPS_PER_RANGE;
}
function occurrencesOf(expression, text) {
	return [...text.matchAll(expression)].length;
}
/** Steps per character of an expression that is read. */
const STEPS_PER_CHARACTER = 250;
/** Steps for a class such as \pL, which brings hundreds of ranges. */
const STEPS_PER_PROPERTY = 2e4;
/** Steps for a range that may reach far beyond ASCII: without regard to case, each letter in it is looked up. */
const STEPS_PER_RANGE = 2e5;

// src/apply/regex-reach.ts
function reachOf(pattern, flags) {
	if (!/[*+]|,\}/.test(pattern)) return "match";
	return staysOnLine(pattern, flags) ? "line" : "text";
}
/**
* Characters that were looked at for a match that ends at `end`, or for none. `size` is the number of the
* expression's instructions: one without loops passes each of them once, so it sees no more characters than
* that past the match.
*/
function lookedAt(text, { reach, size }, { from, end }) {
	if (end === null || reach === "text") return text.length - from;
	if (reach === "match") return Math.min(end + size, text.length) - from;
	const lineEnd = text.indexOf("\n", end);
	return (lineEnd === -1 ? text.length : lineEnd) - from;
}
/** Is there nothing in the expression that could match a line break? Says no where that takes a closer look. */
function staysOnLine(pattern, flags) {
	const rest = pattern.replace(SURELY_ON_LINE, "");
	return (!flags.includes("s") || !rest.includes(".")) && !/\\|\[\^|\(\?|\p{Cc}/u.test(rest);
}
/** Escapes that match no line break, and groups that set no flags. */
const SURELY_ON_LINE = /\\[wdbBS.*+?^$|()[\]{}/"'`<>=,:;!@#%&~_-]|\(\?:|\(\?P?<[A-Za-z_]\w*>/g;

// src/apply/regex-template.ts
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
/** `$12` is the twelfth group, or where there are fewer the first one and a 2. */
function numberedPart(digits, { count }) {
	const isGroup = (number) => number >= 1 && number <= count;
	if (isGroup(Number(digits))) return { group: Number(digits) };
	if (digits.length === 2 && isGroup(Number(digits.charAt(0)))) return { parts: [{ group: Number(digits.charAt(0)) }, { text: digits.charAt(1) }] };
	return { problem: `uses $${digits}, but the expression has ${count} groups; write $$ for a dollar sign` };
}

// src/apply/regex.ts
/**
* Finds what a `regex` change replaces, as often as it must occur. The engine takes time linear in the text
* for each match, whatever the expression is; in return it knows neither lookaround nor backreferences.
* The expression is never tried as literal text. No work is begun that `effort` might not suffice for.
*/
function findRegex(text, change, effort) {
	const compiled = compile(change, effort);
	if (!compiled.ok) return compiled;
	const { pattern } = compiled;
	const template = parseTemplate(change.replacement, {
		count: pattern.groupCount(),
		names: pattern.namedGroups()
	});
	if (!template.ok) {
		const message = `The replacement ${template.problem}. Correct it.`;
		return refused$1({
			code: "bad_pattern",
			path: change.path,
			message
		}, "/replacement");
	}
	const found = matchesOf(text, {
		pattern,
		parts: template.parts,
		change,
		effort
	});
	if (!found.ok) return found;
	const starts = found.replacements.map(({ start }) => start);
	if (starts.length === 0) {
		const message = `The expression matches nothing in ${change.path}. Correct it, or send an edit with the literal text.`;
		return refused$1({
			code: "not_found",
			path: change.path,
			message
		});
	}
	const miscount = countRefusal(change, linesAt(text, starts));
	if (miscount !== null) return refused$1(miscount);
	return {
		ok: true,
		replacements: found.replacements,
		line: lineOf(text, starts[0] ?? 0)
	};
}
function compile({ path, pattern, flags }, effort) {
	effort.matching -= readingSteps(pattern);
	if (effort.matching < 0) return refused$1(tooCostly(path));
	try {
		const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern), flagBits(flags));
		const size = compiled.programSize();
		effort.matching -= size * 150;
		if (size <= 3e3) return {
			ok: true,
			pattern: compiled
		};
		return refused$1({
			code: "bad_pattern",
			path,
			message: `The expression compiles to ${size} instructions, and ${MAX_PATTERN_PROGRAM} are allowed. Use smaller repeat counts.`
		});
	} catch (error) {
		if (!(error instanceof RE2JSException)) throw error;
		return refused$1({
			code: "bad_pattern",
			path,
			message: `The expression can't be used: ${error.message}. Lookaround and backreferences are not taken; send an edit instead.`
		});
	}
}
function flagBits(flags) {
	const bits = {
		i: RE2JS.CASE_INSENSITIVE,
		m: RE2JS.MULTILINE,
		s: RE2JS.DOTALL
	};
	return Object.entries(bits).reduce((sum, [flag, bit]) => flags.includes(flag) ? sum | bit : sum, 0);
}
function matchesOf(text, { pattern, parts, change, effort }) {
	const size = pattern.programSize();
	const seeing = {
		reach: reachOf(change.pattern, change.flags),
		size
	};
	const matcher = pattern.matcher(text);
	const replacements = [];
	let length = text.length;
	for (let from = 0;;) {
		if (searchSteps(size, text.length - from) > effort.matching) return refused$1(tooCostly(change.path));
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
		if (effort.matching < 0) return refused$1(tooCostly(change.path));
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
	return {
		code: "too_large",
		message: `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`,
		path
	};
}
/** `pointer` is relative to the change. */
function refused$1(refusal, pointer = "/pattern") {
	return {
		ok: false,
		refusal: {
			...refusal,
			pointer
		}
	};
}

// src/apply/tree.ts
/** The folders above a path, outermost first. */
function parentsOf(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

// src/apply/workspace.ts
function newWorkspace(source) {
	return {
		source,
		changed: /* @__PURE__ */ new Map()
	};
}
/** The file at a path; refused when there is none, or something else. */
function findFile(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry === void 0) return {
		ok: false,
		refusal: missingFile(path, livePaths(workspace))
	};
	if (entry.kind !== "file") return {
		ok: false,
		refusal: notAFile(path, entry.kind)
	};
	return {
		ok: true,
		value: entry
	};
}
/** The file as text; refused when it is binary. */
function findText(workspace, path) {
	const found = findFile(workspace, path);
	if (!found.ok) return found;
	const file = found.value;
	if (!(file.content instanceof Uint8Array)) return {
		ok: true,
		value: {
			file,
			text: file.content
		}
	};
	if (file.content.length > 5242880) return {
		ok: false,
		refusal: tooLarge(path, file.content.length)
	};
	const text = decodeText(file.content);
	if (text !== null) return {
		ok: true,
		value: {
			file,
			text
		}
	};
	return {
		ok: false,
		refusal: {
			code: "not_a_text_file",
			message: `${path} is not UTF-8 text, so its lines can't be changed. Send its whole content as a write change in base64.`,
			path
		}
	};
}
/** Why no file can be made at a path; null: it is free, and all folders above it are folders or free too. */
function checkFree(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry?.kind === "file") return {
		code: "already_exists",
		message: `There is a file ${path} already. Edit it, or write it as a whole.`,
		path
	};
	if (entry !== void 0) return notAFile(path, entry.kind);
	return checkParents(workspace, path) ?? checkChildren(workspace, path);
}
function putFile(workspace, path, file) {
	workspace.changed.set(path, {
		kind: "file",
		...file
	});
}
function removeFile(workspace, path) {
	workspace.changed.set(path, null);
}
/** What differs from the source now, by path; files that became too large are refused. */
function changesOf(workspace) {
	const ends = [...workspace.changed].map(([path, file]) => ({
		path,
		file,
		bytes: file && bytesOf(file.content)
	}));
	const refusals = ends.flatMap(({ path, bytes }) => bytes !== null && bytes.length > 5242880 ? [tooLarge(path, bytes.length)] : []);
	const renamed = new Set(ends.flatMap((end) => renamedFrom(workspace, end) ?? []));
	return {
		changes: ends.flatMap((end) => changeOf(workspace, end, renamed) ?? []).sort((left, right) => left.path < right.path ? -1 : 1),
		refusals
	};
}
function entryAt({ source, changed }, path) {
	const now = changed.get(path);
	if (now !== void 0) return now ?? void 0;
	const before = source.get(path);
	if (before?.kind !== "file") return before;
	return {
		kind: "file",
		content: before.bytes,
		executable: before.executable,
		origin: path
	};
}
function* livePaths({ source, changed }) {
	for (const [path, file] of changed) if (file !== null) yield path;
	for (const [path, entry] of source) if (entry.kind === "file" && !changed.has(path)) yield path;
}
function notAFile(path, kind) {
	return {
		code: "not_a_text_file",
		message: `${path} is ${KIND_NAMES[kind]}, and patches change files only. Name a file.`,
		path,
		data: { kind }
	};
}
const KIND_NAMES = {
	symlink: "a symbolic link",
	directory: "a folder",
	submodule: "a submodule"
};
function checkParents(workspace, path) {
	for (const parent of parentsOf(path)) {
		const entry = entryAt(workspace, parent);
		if (entry === void 0 || entry.kind === "directory") continue;
		if (entry.kind === "file") return {
			code: "already_exists",
			message: `${path} can't be made, because ${parent} is a file. Choose another path.`,
			path,
			data: { parent }
		};
		return {
			code: "outside_repository",
			message: `${path} can't be made, because ${parent} is ${KIND_NAMES[entry.kind]}, and leads elsewhere. Choose another path.`,
			path,
			data: {
				parent,
				kind: entry.kind
			}
		};
	}
	return null;
}
/** A path that the patch itself already uses as a folder. */
function checkChildren(workspace, path) {
	for (const other of livePaths(workspace)) if (other.startsWith(`${path}/`)) return notAFile(path, "directory");
	return null;
}
function bytesOf(content) {
	return content instanceof Uint8Array ? content : encodeText(content);
}
/** The path that a file came from, when it is gone there and the file's new place was free before. */
function renamedFrom({ source, changed }, { path, file }) {
	const origin = file?.origin ?? null;
	if (origin === null || origin === path || source.has(path)) return null;
	return changed.get(origin) === null ? origin : null;
}
function changeOf(workspace, end, renamed) {
	const { path, file, bytes } = end;
	const before = workspace.source.get(path);
	const was = before?.kind === "file" ? before : void 0;
	if (file === null) {
		if (was === void 0 || renamed.has(path)) return null;
		return {
			path,
			action: "delete",
			bytes: null,
			executable: was.executable
		};
	}
	const now = {
		path,
		bytes,
		executable: file.executable
	};
	const from = renamedFrom(workspace, end);
	if (from !== null) return {
		...now,
		action: "rename",
		from
	};
	if (was === void 0) return {
		...now,
		action: "create"
	};
	return was.executable === file.executable && bytes !== null && sameBytes(was.bytes, bytes) ? null : {
		...now,
		action: "modify"
	};
}
function sameBytes(left, right) {
	return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
function tooLarge(path, bytes) {
	return {
		code: "too_large",
		message: `${path} has ${bytes} bytes, and ${MAX_FILE_BYTES} are allowed. Split the file, or leave it out.`,
		path,
		data: {
			bytes,
			limit: MAX_FILE_BYTES
		}
	};
}

// src/apply/operation.ts
function applyStep({ change, operation }, context) {
	switch (operation.action) {
		case "create": return create(operation, change, context);
		case "modify": return modify(operation, change, context);
		case "delete": return remove(operation, change, context);
		case "rename":
		case "copy": return transfer(operation, change, context);
		case "write": return write$1(operation, context);
		case "edit":
		case "regex": return replace(operation, change, context);
	}
}
function create(operation, change, { workspace }) {
	const { path, executable } = operation;
	const refusal = checkFree(workspace, path);
	const present = refusal?.code === "already_exists" && isPresent(workspace, operation);
	const status = present ? "already_applied" : refusal === null ? "applied" : "refused";
	if (refusal === null) putFile(workspace, path, {
		content: contentOf(operation),
		executable,
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
/** The file is there with this very content: the patch was applied before. */
function isPresent(workspace, operation) {
	const found = findText(workspace, operation.path);
	if (!found.ok || found.value.file.executable !== operation.executable) return false;
	return found.value.text.text === contentOf(operation).text;
}
function contentOf({ lines, finalNewline }) {
	return {
		hasBom: false,
		text: lines.join("\n") + (finalNewline && lines.length > 0 ? "\n" : ""),
		endings: "\n"
	};
}
function modify(operation, change, context) {
	const { path, executable } = operation;
	const edited = withHunks(path, {
		change,
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
/** The file at `path` with the operation's hunks applied; a file without hunks need not be text. */
function withHunks(path, { change, operation, context }) {
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
	const result = applyHunks({
		file: found.value.text,
		path,
		hunks,
		change,
		effort
	});
	if (!result.ok) return result;
	return {
		ok: true,
		file: {
			...found.value.file,
			content: result.file
		},
		refusals: [],
		reports: result.reports
	};
}
function remove(operation, change, context) {
	const { path, hunks } = operation;
	const edited = withHunks(path, {
		change,
		operation,
		context
	});
	if (!edited.ok) return edited;
	const { content } = edited.file;
	if (hunks.length > 0 && !(content instanceof Uint8Array) && content.text !== "") return {
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
function transfer(operation, change, context) {
	const { action, from, path, executable } = operation;
	const { workspace } = context;
	const edited = withHunks(from, {
		change,
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
function write$1({ path, write: change }, { workspace }) {
	const found = findFile(workspace, path);
	const refusal = found.ok ? null : checkFree(workspace, path);
	if (refusal !== null) return {
		refusals: [refusal],
		reports: []
	};
	const before = found.ok ? found.value : void 0;
	putFile(workspace, path, {
		content: new Uint8Array(Buffer.from(change.content, change.encoding)),
		executable: change.executable ?? before?.executable ?? false,
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
	const edit = found.ok ? findReplacements(found.value.text.text, operation, effort) : found;
	const report = {
		change,
		path,
		hunk: 1,
		rung: "exact"
	};
	if (!found.ok || !edit.ok) return {
		refusals: edit.ok ? [] : [edit.refusal],
		reports: [{
			...report,
			at: null,
			status: "refused"
		}]
	};
	putFile(workspace, path, {
		...found.value.file,
		content: replaceText(found.value.text, edit.replacements)
	});
	return {
		refusals: [],
		reports: [{
			...report,
			at: edit.line,
			status: "applied"
		}]
	};
}
function findReplacements(text, operation, effort) {
	if (operation.action === "regex") return findRegex(text, operation.regex, effort);
	const explain = explainerFor(() => linesIn(text), effort);
	return findEdit(text, operation.edit, {
		explain,
		effort
	});
}

// src/apply/edit-run.ts
/** Parts the steps into runs: many edits of one file in a row, of one place each, and all else by itself. */
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
/**
* Applies one run after the other's steps, with the same result as applying them singly; a long run costs no
* more than reading the file a few times.
*/
function applyRun(run, context) {
	const edits = run.filter(isSingleEdit);
	return edits.length < LEAST_RUN ? run.map((step) => ({
		step,
		...applyStep(step, context)
	})) : applyEdits(edits, context);
}
/** Fewer edits than this are not worth cutting the file into chunks. */
const LEAST_RUN = 16;
function isSingleEdit(step) {
	return step.operation.action === "edit" && step.operation.edit.count === 1;
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
	const chunked = chunkText(text.text);
	const results = run.map((step) => {
		const finding = {
			effort,
			explain: explainerFor(() => linesIn(joinText(chunked)), effort)
		};
		const result = applyEdit(chunked, step.operation.edit, finding);
		const report = {
			change: step.change,
			path,
			hunk: 1,
			rung: "exact"
		};
		if (typeof result === "number") return {
			step,
			refusals: [],
			reports: [{
				...report,
				at: result,
				status: "applied"
			}]
		};
		return {
			step,
			refusals: [result],
			reports: [{
				...report,
				at: null,
				status: "refused"
			}]
		};
	});
	putFile(workspace, path, {
		...file,
		content: {
			...text,
			text: joinText(chunked)
		}
	});
	return results;
}
/** The line, from 1, of the one place that was edited, or why none was. */
function applyEdit(chunked, edit, { explain, effort }) {
	const { find, replace } = editTexts(edit);
	const places = findPlaces(chunked, find, effort);
	if (places === null) return tooRepetitive(edit);
	const [place] = places;
	if (place === void 0) return notFound(joinText(chunked), edit, explain);
	const lines = linesOfPlaces(chunked, places);
	const miscount = countRefusal(edit, lines);
	if (miscount !== null) return {
		...miscount,
		pointer: "/find"
	};
	if (chunked.length + replace.length - find.length > 5242880) return {
		...tooMuch(edit.path),
		pointer: "/replace"
	};
	replaceAt(chunked, place, {
		length: find.length,
		text: replace
	});
	return (lines[0] ?? 0) + 1;
}

// src/apply/effort.ts
function newEffort() {
	return {
		comparisons: MAX_COMPARISONS,
		matching: MAX_MATCHING,
		explanations: MAX_EXPLANATIONS
	};
}
/** Less than a second; a thousand hunks in a file of 100,000 lines need a hundredth of it. */
const MAX_COMPARISONS = 5e7;
/** Some four seconds at worst, and hardly ever more than one: such a step takes 20 ns where nothing is cached. */
const MAX_MATCHING = 2e8;
/** Nobody reads more of them, and each one scans for similar lines. */
const MAX_EXPLANATIONS = 20;

// src/patch/formats/reading.ts
function readingOf(operations, refusals) {
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations
	};
}
/** A text that can't be read at `line` (from 1) of itself. */
function malformedAt(place, message) {
	return {
		code: "malformed",
		message,
		...place.path === void 0 ? {} : { path: place.path },
		...place.hunk === void 0 ? {} : { hunk: place.hunk },
		data: { line: place.line }
	};
}

// src/patch/formats/apply-patch.ts
/**
* The apply_patch format: between `*** Begin Patch` and `*** End Patch` any number of
* `*** Add File:`, `*** Delete File:` and `*** Update File:` sections. An update may be followed by
* `*** Move to:`; its hunks are parted by `@@` lines, whose text names lines that stand above the hunk, and
* may end with `*** End of File`.
*/
function readApplyPatch(patch) {
	const lines = linesOf(patch);
	const body = bodyOf(lines);
	if (!body.ok) return {
		ok: false,
		refusals: [body.refusal]
	};
	const reader = {
		lines,
		end: body.end,
		at: body.start,
		hunks: 0,
		operations: [],
		refusals: []
	};
	while (reader.at < reader.end) readSection(reader);
	if (reader.operations.length === 0 && reader.refusals.length === 0) reader.refusals.push(malformedAt({ line: body.start }, `The patch names no file. ${SECTIONS}`));
	return readingOf(reader.operations, reader.refusals);
}
const SECTIONS = "Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.";
function bodyOf(lines) {
	const first = lines.findIndex((line) => line.trim() !== "");
	if (lines[first]?.trimEnd() !== "*** Begin Patch") return {
		ok: false,
		refusal: malformedAt({ line: first + 1 }, "The patch does not begin with *** Begin Patch. Put that line first.")
	};
	const last = lines.findLastIndex((line) => line.trim() !== "");
	if (lines[last]?.trimEnd() !== "*** End Patch") return {
		ok: false,
		refusal: malformedAt({ line: last + 1 }, "The patch does not end with *** End Patch. Put that line last.")
	};
	return {
		ok: true,
		start: first + 1,
		end: last
	};
}
function readSection(reader) {
	const line = reader.lines[reader.at] ?? "";
	const header = /^\*\*\* (Add|Update|Delete) File: (.+)$/.exec(line);
	const at = reader.at;
	reader.at += 1;
	if (header === null) {
		if (line.trim() === "") return;
		reader.refusals.push(malformedAt({ line: at + 1 }, `Line ${at + 1} belongs to no file. ${SECTIONS}`));
		reader.at = nextHeader(reader);
		return;
	}
	const path = (header[2] ?? "").trim();
	if (header[1] === "Delete") reader.operations.push({
		action: "delete",
		path,
		hunks: []
	});
	else if (header[1] === "Add") readAdded(reader, path);
	else readUpdated(reader, path);
}
function nextHeader({ lines, at, end }) {
	const next = lines.findIndex((line, index) => index >= at && FILE_HEADER.test(line));
	return next === -1 ? end : next;
}
const FILE_HEADER = /^\*\*\* (?:Add|Update|Delete) File: /;
function readAdded(reader, path) {
	const start = reader.at;
	reader.at = nextHeader(reader);
	const body = trimBlankEnd(reader.lines.slice(start, reader.at));
	const wrong = body.findIndex((line) => !line.startsWith("+"));
	reader.hunks += 1;
	if (wrong !== -1) {
		reader.refusals.push(malformedAt({
			line: start + wrong + 1,
			path,
			hunk: reader.hunks
		}, `Line ${start + wrong + 1}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`));
		return;
	}
	const lines = body.map((line) => line.slice(1));
	reader.operations.push({
		action: "create",
		path,
		lines,
		finalNewline: true,
		executable: false,
		hunk: reader.hunks
	});
}
function readUpdated(reader, path) {
	const move = /^\*\*\* Move to: (.+)$/.exec(reader.lines[reader.at] ?? "");
	if (move !== null) reader.at += 1;
	const start = reader.at;
	reader.at = nextHeader(reader);
	const result = readHunks$1(trimBlankEnd(reader.lines.slice(start, reader.at)), {
		path,
		firstLine: start + 1,
		firstHunk: reader.hunks + 1
	});
	reader.hunks += result.hunks.length;
	reader.refusals.push(...result.refusals);
	if (result.refusals.length > 0) return;
	if (move !== null) reader.operations.push({
		action: "rename",
		from: path,
		path: (move[1] ?? "").trim(),
		hunks: result.hunks
	});
	else if (result.hunks.length > 0) reader.operations.push({
		action: "modify",
		path,
		hunks: result.hunks
	});
	else reader.refusals.push(malformedAt({
		line: start,
		path
	}, `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`));
}
/** Blank lines between sections are for the reader's eye. */
function trimBlankEnd(lines) {
	return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
function readHunks$1(body, place) {
	const { drafts, refusals } = readDrafts(body, place);
	if (refusals.length > 0) return {
		hunks: [],
		refusals
	};
	const idle = drafts.filter(({ lines }) => lines.every(([mark]) => mark === " "));
	return {
		hunks: drafts.map(hunkOf$1),
		refusals: idle.map((draft) => changesNothing$1(draft, place.path))
	};
}
function readDrafts(body, place) {
	const drafts = [];
	const refusals = [];
	for (const [index, line] of body.entries()) {
		const firstLine = place.firstLine + index;
		const open = drafts.at(-1);
		if (/^@@(?: |$)/.test(line)) {
			const draft = open?.lines.length === 0 ? open : startDraft(drafts, {
				...place,
				firstLine
			});
			if (line.length > 2) draft.anchors.push(line.slice(2).trim());
			continue;
		}
		const draft = open === void 0 || open.endOfFile ? startDraft(drafts, {
			...place,
			firstLine
		}) : open;
		const mark = line === "" ? " " : markOf(line);
		if (line.trimEnd() === "*** End of File") draft.endOfFile = true;
		else if (mark !== null) draft.lines.push([mark, line.slice(1)]);
		else refusals.push(unmarked(draft, {
			path: place.path,
			line: firstLine
		}));
	}
	return {
		drafts,
		refusals
	};
}
function startDraft(drafts, { firstHunk, firstLine }) {
	const draft = {
		number: firstHunk + drafts.length,
		firstLine,
		lines: [],
		anchors: [],
		endOfFile: false
	};
	drafts.push(draft);
	return draft;
}
function hunkOf$1({ number, lines, anchors, endOfFile }) {
	return {
		number,
		lines,
		anchors,
		...endOfFile ? { endOfFile } : {}
	};
}
function unmarked({ number }, { path, line }) {
	const message = `Line ${line}, in hunk ${number} of ${path}, begins with neither a space, - nor +. Begin unchanged lines with a space.`;
	return malformedAt({
		line,
		path,
		hunk: number
	}, message);
}
function changesNothing$1({ number, firstLine }, path) {
	const message = `Hunk ${number}, in ${path}, removes and adds nothing. Mark the lines to change with - and +.`;
	return malformedAt({
		line: firstLine,
		path,
		hunk: number
	}, message);
}

// src/patch/formats/blocks.ts
/**
* SEARCH/REPLACE blocks: a line with the path, then
*
*     <<<<<<< SEARCH
*     lines as they are
*     =======
*     lines as they shall be
*     >>>>>>> REPLACE
*
* A block without a path of its own belongs to the file of the block before. A block with nothing to search
* creates its file. Lines with a Markdown fence around blocks mean nothing.
*/
function readBlocks(text) {
	const lines = linesOf(text);
	const refusals = [];
	const operations = [];
	let path;
	let number = 0;
	for (let at = 0; at < lines.length;) {
		const line = lines[at] ?? "";
		if (line.trimEnd() === SEARCH) {
			number += 1;
			const block = readBlock(lines, at);
			if ("message" in block) refusals.push(malformedAt({
				line: block.line,
				path,
				hunk: number
			}, block.message));
			else if (path === void 0) refusals.push(malformedAt({
				line: at + 1,
				hunk: number
			}, `Block ${number} has no path. Put a line with the file's path before it.`));
			else addBlock(operations, {
				path,
				number,
				block
			});
			at = block.next;
		} else {
			if (isStray(line)) refusals.push(malformedAt({
				line: at + 1,
				path
			}, `Line ${at + 1} is the middle or the end of a block that did not begin. Begin blocks with ${SEARCH}.`));
			else if (!isFiller(line)) path = line.trim();
			at += 1;
		}
	}
	if (number === 0) refusals.push(malformedAt({ line: 1 }, `There is no block. Send the path, then ${SEARCH}, ${DIVIDER} and ${REPLACE}, each on a line of its own.`));
	return readingOf(operations, refusals);
}
const SEARCH = "<<<<<<< SEARCH";
const DIVIDER = "=======";
const REPLACE = ">>>>>>> REPLACE";
function readBlock(lines, start) {
	let divider = -1;
	for (let at = start + 1; at < lines.length; at += 1) {
		const line = (lines[at] ?? "").trimEnd();
		if (line === DIVIDER && divider === -1) divider = at;
		else if (line === DIVIDER) return {
			message: `The block at line ${start + 1} has two ${DIVIDER} lines, so nobody can tell which one divides it. Send an edit instead.`,
			line: at + 1,
			next: afterBlock(lines, at)
		};
		else if (line === SEARCH) return {
			message: `The block at line ${start + 1} does not end before the next one begins. End it with ${REPLACE}.`,
			line: at + 1,
			next: at
		};
		else if (line === REPLACE) {
			if (divider === -1) return {
				message: `The block at line ${start + 1} has no ${DIVIDER} line. Put one between the old and the new lines.`,
				line: at + 1,
				next: at + 1
			};
			return {
				search: lines.slice(start + 1, divider),
				replace: lines.slice(divider + 1, at),
				next: at + 1
			};
		}
	}
	return {
		message: `The block at line ${start + 1} does not end. End it with ${REPLACE}.`,
		line: start + 1,
		next: lines.length
	};
}
/** Goes on behind a broken block's end, so that one mistake gives one refusal. */
function afterBlock(lines, from) {
	for (let at = from; at < lines.length; at += 1) {
		const line = (lines[at] ?? "").trimEnd();
		if (line === REPLACE) return at + 1;
		if (line === SEARCH) return at;
	}
	return lines.length;
}
function isStray(line) {
	const trimmed = line.trimEnd();
	return trimmed === DIVIDER || trimmed === REPLACE;
}
function isFiller(line) {
	return line.trim() === "" || /^\s*(?:```|~~~)/.test(line);
}
function addBlock(operations, { path, number, block }) {
	if (block.search.length === 0) {
		operations.push({
			action: "create",
			path,
			lines: block.replace,
			finalNewline: true,
			executable: false,
			hunk: number
		});
		return;
	}
	const hunk = {
		number,
		lines: hunkLines(block),
		anchors: []
	};
	const last = operations.at(-1);
	if (last?.action === "modify" && last.path === path) operations[operations.length - 1] = {
		...last,
		hunks: [...last.hunks, hunk]
	};
	else operations.push({
		action: "modify",
		path,
		hunks: [hunk]
	});
}
/** Lines that both sides begin or end with are context: the file's own copy of them is kept. */
function hunkLines({ search, replace }) {
	const shorter = Math.min(search.length, replace.length);
	let head = 0;
	while (head < shorter && search[head] === replace[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && search.at(-1 - tail) === replace.at(-1 - tail)) tail += 1;
	return [
		...search.slice(0, head).map((text) => [" ", text]),
		...search.slice(head, search.length - tail).map((text) => ["-", text]),
		...replace.slice(head, replace.length - tail).map((text) => ["+", text]),
		...search.slice(search.length - tail).map((text) => [" ", text])
	];
}

// src/patch/formats/diff-lines.ts
function diffLines(diff) {
	const lines = diff.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return {
		lines,
		at: 0,
		hunks: 0
	};
}
/** A line without its carriage return; undefined behind the end. */
function lineAt(diff, at = diff.at) {
	const line = diff.lines[at];
	return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
function isFileHeader(diff, at = diff.at) {
	const line = diff.lines[at] ?? "";
	return line.startsWith("diff --git ") || line.startsWith("--- ") && (diff.lines[at + 1] ?? "").startsWith("+++ ");
}
/** The line that ends the diff in a mail of `git format-patch`; git's version follows. */
function isSignature(diff, at = diff.at) {
	return /^-- ?$/.test(lineAt(diff, at) ?? "");
}

// src/patch/formats/file-name.ts
/** The name behind `--- ` or `+++ `, and the text as git prints it: quoted where unusual, ended by a tab or not. */
function headerName(text) {
	if (text.startsWith("\"")) return unquote(text)?.name ?? null;
	const [name = ""] = text.split("	");
	return name.trimEnd() === "" ? null : name;
}
/**
* Both names of a `diff --git` line, without the words before them. git puts no mark between two names with
* spaces, so an unquoted pair is read only where it is the same name twice; null: it can't be told.
*/
function headerPair(text) {
	if (text.startsWith("\"")) {
		const left = unquote(text);
		const right = left === null ? null : headerName(text.slice(left.length + 1));
		return left === null || right === null ? null : [left.name, right];
	}
	if (text.endsWith("\"")) {
		const start = text.indexOf(" \"");
		const right = start === -1 ? null : unquote(text.slice(start + 1));
		return right === null ? null : [text.slice(0, start), right.name];
	}
	const middle = (text.length - 1) / 2;
	const halves = [text.slice(0, middle), text.slice(middle + 1)];
	if (text.charAt(middle) === " " && samePath(...halves)) return halves;
	const words = text.split(" ");
	return words.length === 2 ? [words[0] ?? "", words[1] ?? ""] : null;
}
/** One name of `rename from` and its like, which has no prefix. */
function plainName(text) {
	return (text.startsWith("\"") ? unquote(text)?.name : void 0) ?? text;
}
/** Do the two names have git's prefixes? Both must: a folder of the repository may be called `a` or `b` too. */
function hasPrefixes(oldName, newName) {
	return oldName.startsWith("a/") && newName.startsWith("b/");
}
function samePath(left, right) {
	return left === right || hasPrefixes(left, right) && left.slice(2) === right.slice(2);
}
/** Reads a C-quoted name at the beginning of `text`; the bytes of its octal escapes are UTF-8. */
function unquote(text) {
	const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text.slice(0, MAX_QUOTED_CHARACTERS));
	if (quoted === null) return null;
	const bytes = [];
	for (const [part] of (quoted[1] ?? "").matchAll(/\\[0-7]{3}|\\.|[^\\]+/g)) if (/^\\[0-7]{3}$/.test(part)) bytes.push(Number.parseInt(part.slice(1), 8) & 255);
	else if (part.startsWith("\\")) bytes.push((C_ESCAPES[part.charAt(1)] ?? part.charAt(1)).charCodeAt(0));
	else bytes.push(...new TextEncoder().encode(part));
	try {
		return {
			name: new TextDecoder("utf-8", {
				fatal: true,
				ignoreBOM: true
			}).decode(new Uint8Array(bytes)),
			length: quoted[0].length
		};
	} catch {
		return null;
	}
}
/** A path of the longest kind with every byte escaped, and its quotes. */
const MAX_QUOTED_CHARACTERS = 4 * MAX_PATH_BYTES + 2;
const C_ESCAPES = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v"
};

// src/patch/formats/unified-header.ts
/**
* Reads the lines before a file's first hunk. A header names its file up to three times; all names must
* agree, because a path that is declared in one place and used from another gets past every check.
*/
function readFileHeader(diff) {
	const start = diff.at + 1;
	const raw = readRawHeader(diff);
	const names = namesOf(raw);
	if (!names.ok) return failed$2(malformedAt({ line: start }, names.message));
	const { path } = names.header;
	const special = specialMode(raw);
	if (special !== null || raw.binary) return failed$2(notText(path, special ?? "is binary"));
	const mode = raw.fields.get("new mode") ?? raw.fields.get("new file mode");
	if (mode === void 0) return {
		ok: true,
		header: names.header
	};
	if (!FILE_MODES.has(mode)) return failed$2(malformedAt({
		line: start,
		path
	}, `The mode ${mode.slice(0, 10)} of ${path} is not one of git's. Use 100644 or 100755.`));
	return {
		ok: true,
		header: {
			...names.header,
			executable: mode === EXECUTABLE
		}
	};
}
function readRawHeader(diff) {
	const first = lineAt(diff) ?? "";
	const isGit = first.startsWith(GIT_LINE);
	if (isGit) diff.at += 1;
	const fields = /* @__PURE__ */ new Map();
	for (let field = isGit ? fieldAt(diff) : null; field !== null; field = fieldAt(diff)) {
		fields.set(field[1] ?? "", field[2] ?? "");
		diff.at += 1;
	}
	const line = lineAt(diff) ?? "";
	const binary = isGit && /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
	const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : void 0;
	const next = lineAt(diff, diff.at + 1) ?? "";
	if (!line.startsWith("--- ") || !next.startsWith("+++ ")) return {
		pair,
		fields,
		binary
	};
	diff.at += 2;
	return {
		pair,
		fields,
		binary,
		names: [nameOf(line.slice(4)), nameOf(next.slice(4))]
	};
}
const GIT_LINE = "diff --git ";
function fieldAt(diff) {
	return FIELD.exec(lineAt(diff) ?? "");
}
const FIELD = /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;
function nameOf(text) {
	const name = headerName(text) ?? text;
	return name === "/dev/null" ? null : name;
}
function namesOf(raw) {
	for (const action of ["rename", "copy"]) {
		const from = raw.fields.get(`${action} from`);
		const to = raw.fields.get(`${action} to`);
		if (from !== void 0 && to !== void 0) return movedNames(raw, {
			action,
			from: plainName(from),
			path: plainName(to)
		});
		if (from !== void 0 || to !== void 0) return {
			ok: false,
			message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`
		};
	}
	return raw.names === void 0 ? gitLineNames(raw) : fileLineNames(raw, raw.names);
}
function movedNames(raw, header) {
	const { from, path } = header;
	return [raw.pair, raw.names].filter((pair) => pair !== null && pair !== void 0).every(([old, now]) => [from, `a/${from}`].includes(old ?? "") && [path, `b/${path}`].includes(now ?? "")) ? {
		ok: true,
		header
	} : contradiction(path);
}
/** A file without hunks: only its mode changes, or it is empty. */
function gitLineNames({ pair, fields }) {
	if (pair === null || pair === void 0) return {
		ok: false,
		message: "The diff --git line does not say which file it is about. Put --- a/path and +++ b/path after it."
	};
	const [old, path] = hasPrefixes(...pair) ? [pair[0].slice(2), pair[1].slice(2)] : pair;
	if (old !== path) return differentNames(old, path);
	return {
		ok: true,
		header: {
			action: actionOf(fields) ?? "modify",
			path
		}
	};
}
function fileLineNames({ pair, fields }, [old, now]) {
	const known = old ?? now;
	if (known === null) return {
		ok: false,
		message: "The lines --- and +++ name no file. Name it in at least one of them."
	};
	const prefixed = old !== null && now !== null ? hasPrefixes(old, now) : isPrefixedAlone({
		old,
		now,
		pair
	});
	const from = old === null ? null : old.slice(prefixed ? 2 : 0);
	const to = now === null ? null : now.slice(prefixed ? 2 : 0);
	if (from !== null && to !== null && from !== to) return differentNames(from, to);
	const path = to ?? from ?? known;
	const told = pair === null || pair === void 0 ? [] : hasPrefixes(...pair) ? [pair[0].slice(2), pair[1].slice(2)] : pair;
	const action = from === null ? "create" : to === null ? "delete" : "modify";
	const declared = actionOf(fields) ?? action;
	if (told.some((name) => name !== path) || declared !== action) return contradiction(path);
	return {
		ok: true,
		header: {
			action,
			path
		}
	};
}
/** With /dev/null on one side, the `diff --git` line tells whether `b/` is a prefix or a folder; without it, it is a prefix. */
function isPrefixedAlone({ old, now, pair }) {
	if (pair !== null && pair !== void 0) return hasPrefixes(...pair);
	return old?.startsWith("a/") === true || now?.startsWith("b/") === true;
}
function actionOf(fields) {
	if (fields.has("new file mode")) return "create";
	return fields.has("deleted file mode") ? "delete" : void 0;
}
function contradiction(path) {
	return {
		ok: false,
		message: `The header of ${path} contradicts itself: its lines name different files or different kinds of change. Send the header as git diff writes it.`
	};
}
function differentNames(old, now) {
	return {
		ok: false,
		message: `The header names ${old} and ${now}. For one file, write its path after both --- a/ and +++ b/; for a rename, add rename from and rename to.`
	};
}
const EXECUTABLE = "100755";
const FILE_MODES = /* @__PURE__ */ new Set(["100644", EXECUTABLE]);
function specialMode({ fields }) {
	const all = [...[
		"old mode",
		"new mode",
		"new file mode",
		"deleted file mode"
	].map((field) => fields.get(field)), fields.get("index")?.split(" ")[1]];
	if (all.includes("120000")) return "is a symbolic link";
	return all.includes("160000") ? "is a submodule" : null;
}
function notText(path, what) {
	return {
		code: "not_a_text_file",
		message: `${path} ${what}, and diffs are taken of text files only. Send binary content as a write change in base64.`,
		path
	};
}
function failed$2(refusal) {
	return {
		ok: false,
		refusal
	};
}

// src/patch/formats/unified-hunk.ts
function isHunkHeader(diff) {
	return lineAt(diff)?.startsWith("@@") === true;
}
/** Reads one hunk of a unified diff. Its body must have as many lines as its header says. */
function readHunk(diff, path) {
	diff.hunks += 1;
	const place = {
		line: diff.at + 1,
		path,
		hunk: diff.hunks
	};
	const range = RANGE.exec(lineAt(diff) ?? "");
	diff.at += 1;
	if (range === null) return failed$1(place, "has no line ranges in its header. Write it as @@ -1,3 +1,4 @@.");
	const header = {
		oldStart: Number(range[1]),
		oldCount: Number(range[2] ?? 1),
		newCount: Number(range[3] ?? 1),
		heading: (range[4] ?? "").trim()
	};
	const body = readBody(diff, header);
	if (body.afterEnd) return failed$1(place, "goes on after \"\\ No newline at end of file\". Put that line last.");
	if (body.oldCount !== header.oldCount || body.newCount !== header.newCount) return failed$1(place, countProblem(header, body));
	if (changesNothing(body)) return failed$1(place, "removes and adds nothing. Mark the lines to change with - and +.");
	if (changesLineEndsOnly(body)) return failed$1(place, "changes line endings only, and those are kept as the file has them. Send a write change to replace them.");
	return {
		ok: true,
		hunk: hunkOf(place.hunk, header, body)
	};
}
const RANGE = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@(.*)$/;
/** Reads as many lines as the header counts, and then whatever else looks like part of the hunk, so that a wrong count is seen. */
function readBody(diff, header) {
	const body = emptyBody();
	for (let line = lineAt(diff); line !== void 0; line = lineAt(diff)) {
		const oldLeft = header.oldCount - body.oldCount;
		const newLeft = header.newCount - body.newCount;
		const wanted = oldLeft > 0 || newLeft > 0;
		if (line.startsWith("\\")) endSides(body);
		else if (wanted ? isNextFile(diff, {
			oldLeft,
			newLeft
		}) : isFileHeader(diff) || isSignature(diff)) break;
		else if (markOf(line) !== null) addLine(body, diff, line);
		else if (line === "" && wanted) addLine(body, diff, " ");
		else break;
		diff.at += 1;
	}
	return body;
}
function emptyBody() {
	return {
		lines: [],
		rawOld: [],
		rawNew: [],
		oldCount: 0,
		newCount: 0,
		oldEnded: false,
		newEnded: false,
		afterEnd: false
	};
}
/**
* `--- x` and `+++ y` are a removed and an added line where the header still counts exactly those two. Where
* it counts more, a hunk of another file right behind them says that the count is wrong.
*/
function isNextFile(diff, { oldLeft, newLeft }) {
	return !(oldLeft === 1 && newLeft === 1) && isFileHeader(diff) && lineAt(diff, diff.at + 2)?.startsWith("@@ -") === true;
}
function addLine(body, diff, line) {
	const mark = markOf(line) ?? " ";
	const raw = (diff.lines[diff.at] ?? "").slice(1);
	body.lines.push([mark, line.slice(1)]);
	if (mark !== "+") {
		body.oldCount += 1;
		body.rawOld.push(raw);
		body.afterEnd ||= body.oldEnded;
	}
	if (mark !== "-") {
		body.newCount += 1;
		body.rawNew.push(raw);
		body.afterEnd ||= body.newEnded;
	}
}
/** `\ No newline at end of file` speaks of the line before it, and so of one side or of both. */
function endSides(body) {
	const mark = body.lines.at(-1)?.[0];
	body.oldEnded ||= mark !== "+";
	body.newEnded ||= mark !== "-";
}
function countProblem(header, body) {
	return `${`says ${header.oldCount} old and ${header.newCount} new lines in its header`}, but holds ${body.oldCount} and ${body.newCount}. Correct the header, or send an edit instead.`;
}
function changesNothing({ rawOld, rawNew, oldEnded, newEnded }) {
	return oldEnded === newEnded && sameLines(rawOld, rawNew);
}
function changesLineEndsOnly(body) {
	return body.oldEnded === body.newEnded && sameLines(withoutReturns(body.rawOld), withoutReturns(body.rawNew));
}
function withoutReturns(lines) {
	return lines.map((line) => line.replace(/\r$/, ""));
}
function sameLines(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function hunkOf(number, header, { lines, oldEnded, newEnded }) {
	const lineHint = header.oldCount === 0 ? header.oldStart + 1 : header.oldStart;
	return {
		number,
		lines: oldEnded === newEnded ? lines : sharedLastLine(lines),
		...lineHint > 0 ? { lineHint } : {},
		anchors: header.heading === "" ? [] : [header.heading],
		...oldEnded || newEnded ? { endOfFile: true } : {},
		...oldEnded === newEnded ? {} : { finalNewline: oldEnded }
	};
}
/** Where only the line break of the last line changes, diff writes that line twice; it is context all the same. */
function sharedLastLine(lines) {
	const old = lines.findLastIndex(([mark]) => mark !== "+");
	const [, text] = lines[old] ?? [" ", ""];
	if (lines[old]?.[0] !== "-" || lines.at(-1)?.[1] !== text || old === lines.length - 1) return lines;
	return [
		...lines.slice(0, old),
		...lines.slice(old + 1, -1),
		[" ", text]
	];
}
function failed$1(place, predicate) {
	const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${predicate}`;
	return {
		ok: false,
		refusal: malformedAt(place, message)
	};
}

// src/patch/formats/unified.ts
/**
* Unified diffs and the output of `git diff` or `git format-patch`, for any number of files.
* What stands before the first file, or behind a mail's signature, is prose. Everything else must be part of
* the diff: text that is silently passed over is a change that is silently lost.
*/
function readUnifiedDiff(text) {
	const diff = diffLines(text);
	const operations = [];
	const refusals = [];
	skipProse(diff, refusals);
	if (lineAt(diff) === void 0 && refusals.length === 0) refusals.push(malformedAt({ line: 1 }, "The diff names no file. Begin each file with --- a/path and +++ b/path."));
	while (lineAt(diff) !== void 0) {
		const file = readFile(diff);
		if (file.ok) operations.push(file.operation);
		else for (const refusal of file.refusals) refusals.push(refusal);
		skipBetweenFiles(diff, refusals);
	}
	return readingOf(operations, refusals);
}
function skipProse(diff, refusals) {
	for (; lineAt(diff) !== void 0 && !isFileHeader(diff); diff.at += 1) if (/^@@ -\d/.test(lineAt(diff) ?? "") && refusals.length === 0) refusals.push(malformedAt({ line: diff.at + 1 }, `The hunk at line ${diff.at + 1} belongs to no file. Put --- a/path and +++ b/path before it.`));
}
function readFile(diff) {
	const start = diff.at;
	const header = readFileHeader(diff);
	if (!header.ok) {
		skipToFileHeader(diff);
		return {
			ok: false,
			refusals: [header.refusal]
		};
	}
	const { hunks, refusals } = readHunks(diff, header.header.path);
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	return operationOf(header.header, hunks, start + 1);
}
function readHunks(diff, path) {
	const hunks = [];
	const refusals = [];
	while (isHunkHeader(diff)) {
		const result = readHunk(diff, path);
		if (result.ok) hunks.push(result.hunk);
		else refusals.push(result.refusal);
		if (!result.ok) while (lineAt(diff) !== void 0 && !isHunkHeader(diff) && !isFileHeader(diff)) diff.at += 1;
		else while (lineAt(diff)?.trim() === "") diff.at += 1;
	}
	return {
		hunks,
		refusals
	};
}
function operationOf(header, hunks, line) {
	const { action, path, executable } = header;
	const mode = executable === void 0 ? {} : { executable };
	switch (action) {
		case "create": return createOf(header, hunks, line);
		case "delete": return {
			ok: true,
			operation: {
				action,
				path,
				hunks
			}
		};
		case "rename":
		case "copy": return {
			ok: true,
			operation: {
				action,
				from: header.from,
				path,
				hunks,
				...mode
			}
		};
		case "modify":
			if (hunks.length > 0 || executable !== void 0) return {
				ok: true,
				operation: {
					action,
					path,
					hunks,
					...mode
				}
			};
			return failed(malformedAt({
				line,
				path
			}, `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`));
	}
}
function createOf({ path, executable = false }, hunks, line) {
	const [hunk, second] = hunks;
	if (hunk === void 0) return {
		ok: true,
		operation: {
			action: "create",
			path,
			lines: [],
			finalNewline: true,
			executable
		}
	};
	if (second !== void 0 || hunk.lines.some(([mark]) => mark !== "+")) {
		const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
		return failed(malformedAt({
			line,
			path,
			hunk: hunk.number
		}, message));
	}
	return {
		ok: true,
		operation: {
			action: "create",
			path,
			lines: hunk.lines.map(([, text]) => text),
			finalNewline: hunk.finalNewline ?? true,
			executable,
			hunk: hunk.number
		}
	};
}
function failed(refusal) {
	return {
		ok: false,
		refusals: [refusal]
	};
}
function skipToFileHeader(diff) {
	while (lineAt(diff) !== void 0 && !isFileHeader(diff)) diff.at += 1;
}
function skipBetweenFiles(diff, refusals) {
	for (let line = lineAt(diff); line !== void 0 && !isFileHeader(diff); line = lineAt(diff)) if (isSignature(diff)) skipToFileHeader(diff);
	else if (isSeparator(line)) diff.at += 1;
	else {
		refusals.push(malformedAt({ line: diff.at + 1 }, `Line ${diff.at + 1} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS$1))}. Remove it, or correct the hunk that it is part of.`));
		skipToFileHeader(diff);
	}
}
/** Characters of a stray line that are shown: enough to find it. */
const SHOWN_CHARACTERS$1 = 80;
/** Lines that diff, Subversion and others write between two files. */
function isSeparator(line) {
	return line.trim() === "" || /^(?:Index: |={3,}$|diff -|Only in )/.test(line);
}

// src/patch/file-system-name.ts
/**
* The name under which a file system may find what git stores as `segment`, lower case and in NFC. Windows
* drops streams and trailing dots and spaces, HFS+ leaves some code points out when it compares, and both
* ignore case. Different names may stand for one file exactly where this gives one text.
*/
function fileSystemName(segment) {
	return foldCase(segment.replace(HFS_IGNORED, "").replace(/(?<=.):.*$/su, "").replace(/(?<![. ])[. ]+$/u, ""));
}
/** The code points that git's own check for HFS+ leaves out. */
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
/** Upper case first: letters such as ſ have no other lower case, but an upper one that they share. */
function foldCase(name) {
	return name.toUpperCase().toLowerCase().normalize("NFC");
}

// src/patch/path.ts
/** null: `path` names a place inside the repository that git, and every common file system, can hold. */
function checkPath(path) {
	const problem = problemWith(path);
	if (problem === null) return null;
	return {
		code: "outside_repository",
		message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
		path
	};
}
/** Characters of a bad path that are shown: enough to recognise it. */
const SHOWN_CHARACTERS = 200;
function problemWith(path) {
	if (path === "") return "is empty.";
	if (!path.isWellFormed()) return "is not valid Unicode.";
	if (new TextEncoder().encode(path).length > 1024) return `is longer than ${MAX_PATH_BYTES} bytes.`;
	if (CONTROL_CHARACTER.test(path)) return "holds a control character or a line separator.";
	if (path.includes("\\")) return "holds a backslash.";
	if (path.startsWith("/")) return "is absolute.";
	if (/^[A-Za-z]:/.test(path)) return "begins with a drive letter.";
	for (const segment of path.split("/")) {
		if (segment === "") return "has an empty segment.";
		if (segment === "." || segment === "..") return `has a ${segment} segment.`;
		if (isGitFolder(segment)) return "leads into git's own folder.";
	}
	return null;
}
/** Unicode's own line breaks among them: what reads paths line by line, or by `.`, stops there. */
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Any name that some file system takes for `.git`, its 8.3 names among them. */
function isGitFolder(segment) {
	return /^(?:\.git|git~\d+)$/.test(fileSystemName(segment));
}

// src/apply/plan.ts
/** Everything that a patch asks for, in order, with every path checked; no file is needed for it. */
function planPatch(patch) {
	const steps = [];
	const refusals = [];
	for (const [change, wanted] of patch.changes.entries()) {
		const { reading, pointer, fields } = readChange(wanted, change);
		if (!reading.ok) for (const refusal of reading.refusals) refusals.push({
			...refusal,
			pointer
		});
		else for (const operation of reading.operations) steps.push({
			change,
			pointer,
			fields,
			operation
		});
	}
	refusals.push(...pathRefusals(steps), ...countRefusals(steps));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		steps
	};
}
/** A refusal of this step with its pointer into the patch; one that it has is taken as relative to the change. */
function refusalAt({ pointer, fields }, refusal) {
	const field = fields.get(refusal.path ?? "");
	const within = refusal.pointer ?? (field === void 0 ? "" : `/${field}`);
	return {
		...refusal,
		pointer: `${pointer}${within}`
	};
}
/** The paths that an operation reads or writes. */
function pathsOf(operation) {
	return "from" in operation ? [operation.from, operation.path] : [operation.path];
}
function readChange(change, index) {
	const pointer = `/changes/${index}`;
	switch (change.kind) {
		case "diff": return {
			reading: readUnifiedDiff(change.diff),
			pointer: `${pointer}/diff`,
			fields: /* @__PURE__ */ new Map()
		};
		case "apply_patch": return {
			reading: readApplyPatch(change.patch),
			pointer: `${pointer}/patch`,
			fields: /* @__PURE__ */ new Map()
		};
		case "blocks": return {
			reading: readBlocks(change.text),
			pointer: `${pointer}/text`,
			fields: /* @__PURE__ */ new Map()
		};
		case "edit": return single({
			action: "edit",
			path: change.path,
			edit: change
		}, pointer);
		case "regex": return single({
			action: "regex",
			path: change.path,
			regex: change
		}, pointer);
		case "write": return single({
			action: "write",
			path: change.path,
			write: change
		}, pointer);
		case "delete": return single({
			action: "delete",
			path: change.path,
			hunks: []
		}, pointer);
		case "move": return single({
			action: "rename",
			from: change.from,
			path: change.to,
			hunks: []
		}, pointer);
	}
}
function single(operation, pointer) {
	const fields = new Map("from" in operation ? [[operation.from, "from"], [operation.path, "to"]] : [[operation.path, "path"]]);
	return {
		reading: {
			ok: true,
			operations: [operation]
		},
		pointer,
		fields
	};
}
function pathRefusals(steps) {
	return steps.flatMap((step) => pathsOf(step.operation).flatMap((path) => {
		const refusal = checkPath(path);
		return refusal === null ? [] : [refusalAt(step, refusal)];
	}));
}
function countRefusals(steps) {
	const files = new Set(steps.flatMap(({ operation }) => pathsOf(operation))).size;
	const hunks = steps.reduce((sum, { operation }) => sum + ("hunks" in operation ? operation.hunks.length : 1), 0);
	return [{
		count: files,
		limit: 100,
		what: "touches",
		unit: "files"
	}, {
		count: hunks,
		limit: MAX_HUNKS,
		what: "holds",
		unit: "hunks"
	}].filter(({ count, limit }) => count > limit).map(({ count, limit, what, unit }) => ({
		code: "too_large",
		message: `The patch ${what} ${count} ${unit}, and ${limit} are allowed. Split it into several patches.`,
		pointer: "/changes",
		data: {
			[unit]: count,
			limit
		}
	}));
}

// src/apply/apply.ts
/** All paths that must be read to apply a patch, both ends of moves among them; each one once, sorted. */
function touchedPaths(patch) {
	const plan = planPatch(patch);
	if (!plan.ok) return {
		ok: false,
		refusals: cappedRefusals(plan.refusals)
	};
	return {
		ok: true,
		paths: [...new Set(plan.steps.flatMap(({ operation }) => pathsOf(operation)))].sort()
	};
}
/**
* Applies a whole patch, or none of it and says everything that is in its way. Changes are made in order,
* each one on what those before it left.
*
* `files` holds what stands at the touched paths and at the folders above them; what it lacks does not exist.
*/
function applyPatch(patch, files) {
	const plan = planPatch(patch);
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
	for (const { step, refusals: refused, reports } of editRuns(plan.steps).flatMap((run) => applyRun(run, context))) {
		for (const refusal of refused) refusals.push(refusalAt(step, refusal));
		for (const report of reports) hunks.push(report);
	}
	const end = changesOf(context.workspace);
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

// src/policy/protected-paths.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
/**
* Paths that steer who may do what, or what runs with rights: no patch changes them.
* Compared as file systems do that find one file under several names: without regard to case, and more.
*/
const PROTECTED_PATHS = [
	".github/**",
	"**/.git*",
	"**/.git*/**",
	"**/CODEOWNERS"
];
/** Judges the result of applying, never the patch's text: what a patch says and what it does may differ. */
function checkProtectedPaths(changes) {
	const touched = changes.flatMap((change) => change.from === void 0 ? [change.path] : [change.path, change.from]);
	return [...new Set(touched)].flatMap((path) => {
		const name = path.split("/").map(judgedName).join("/");
		const pattern = PROTECTED_PATHS.find((_, index) => isProtected[index]?.(name));
		return pattern === void 0 ? [] : [refusal(path, pattern)];
	});
}
/** The name of a segment on the file system that is most generous in what it takes for it. */
function judgedName(segment) {
	const name = fileSystemName(segment);
	if (GIT_SHORT_NAME.test(name)) return ".git";
	return CODEOWNERS_SHORT_NAME.test(name) ? "codeowners" : name;
}
/** What 8.3 makes of `.github`, `.gitmodules` and the like: six letters, or two and a hash where many look alike. */
const GIT_SHORT_NAME = /^(?:git[^.~]{0,3}|gi[\da-f]{4})~\d+(?:\.|$)/;
const CODEOWNERS_SHORT_NAME = /^(?:code(?:ow?)?|co[\da-f]{4})~\d+$/;
/** Without `s`, the dot in what picomatch makes of `**` stops at Unicode's line separators. */
const isProtected = PROTECTED_PATHS.map((pattern) => (0, import_picomatch.default)(pattern, {
	dot: true,
	flags: "is"
}));
function refusal(path, pattern) {
	return {
		code: "protected_path",
		message: `${path} is protected (${pattern}): leave it out of the patch, or ask a maintainer to change it.`,
		path,
		data: { pattern }
	};
}

// src/record/life.ts
/**
* Is this delivery worked on, and as which attempt?
*
* - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
*   on again when it failed, died, or belongs to this very run.
* - Another digest under the same id is a revision, and worked on even while the former is tested, whose run then
*   steps aside; but not while its pull request is being made, for that would show one revision as tested that is
*   another.
* - Nothing is worked on over a person's head: a commit on the branch that is not ours, or a pull request that
*   somebody closed, ends it.
*/
function decideDelivery(encounter) {
	const { record, digest } = encounter;
	if (record !== null && record.digest === digest) {
		const duplicate = checkDuplicate(record, encounter);
		if (duplicate !== null) return {
			kind: "end",
			outcome: duplicate
		};
	}
	return (record !== null && record.state === "publishing" && isLive(record, encounter) ? conflict("publishing", encounter.pullRequest) : checkPeople(encounter)) ?? {
		kind: "start",
		attempt: (record?.attempt ?? 0) + 1
	};
}
/** A delivery with such an outcome has got its answer; any other may be sent again. */
function isFinished(outcome) {
	return FINISHED.has(outcome.kind);
}
/** Another run works on it, and is not past its deadline. */
function isLive(record, { run, now }) {
	return record.state !== "done" && record.run.id !== run.id && now < new Date(record.deadline);
}
const FINISHED = /* @__PURE__ */ new Set([
	"opened",
	"updated",
	"tests_failed"
]);
function checkDuplicate(record, { run, now }) {
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	if (record.outcome !== void 0) return isFinished(record.outcome) ? {
		kind: "duplicate",
		state: "finished",
		...link
	} : null;
	return isLive(record, {
		run,
		now
	}) ? {
		kind: "duplicate",
		state: "in_progress",
		...link
	} : null;
}
function checkPeople({ record, branch, pullRequest }) {
	if (branch !== null && !isOurs(branch, record)) return conflict("branch_edited", pullRequest);
	if (pullRequest?.state === "closed" && isOurPullRequest(record, pullRequest.number)) return conflict("pull_request_closed", pullRequest);
	return null;
}
/** Known as ours, or made by a run that died between making it and saying so. */
function isOurPullRequest(record, number) {
	return record?.pullRequest?.number === number || record?.state === "publishing";
}
/** The branch stands where we left it. Before the first report the head is not known, but what we committed is. */
function isOurs(branch, record) {
	if (record === null) return false;
	const asMade = branch.tree === record.tree && branch.message.includes(`Ghost-Digest: ${record.digest}`);
	return branch.oid === record.head || record.head === void 0 && asMade;
}
function conflict(reason, pullRequest) {
	return {
		kind: "end",
		outcome: {
			kind: "conflict",
			reason,
			paths: [],
			...pullRequest ? { pullRequest: {
				number: pullRequest.number,
				url: pullRequest.url
			} } : {}
		}
	};
}

// src/stages/plan.ts
/** `control` is created as running by the first patch that a repository ever sees. */
function planApply(input) {
	const plan = decide(input);
	const { previous, channel } = plan;
	return plan.kind === "end" && previous !== null && isLive(previous, input) ? {
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
	const attempt = decision.kind === "start" ? decision.attempt : (previous?.attempt ?? 0) + 1;
	const end = (outcome, hunks = []) => ({
		kind: "end",
		outcome,
		hunks,
		attempt,
		previous,
		channel
	});
	const control = controlOf(snapshot, now);
	if (control.state !== "running") return end({
		kind: "halted",
		state: control.state,
		reason: control.reason
	});
	if (decision.kind === "end") return end(decision.outcome);
	if (!received.ok) return end({
		kind: "refused",
		refusals: received.refusals
	});
	if (!parsed.ok) return end({
		kind: "refused",
		refusals: parsed.refusals
	});
	const base = chooseBase(received.patch, parsed.config, snapshot);
	if (!base.ok) return end(base.outcome);
	const applied = applyPatch(received.patch, sourceEntries(base.base));
	if (!applied.ok) return end({
		kind: "refused",
		refusals: applied.refusals
	}, applied.hunks);
	const forbidden = checkProtectedPaths(applied.changes);
	if (forbidden.length > 0) return end({
		kind: "refused",
		refusals: forbidden
	}, applied.hunks);
	if (applied.changes.length === 0) return end({ kind: "no_change" }, applied.hunks);
	const { patch } = received;
	return {
		kind: "write",
		attempt,
		previous,
		channel,
		patch,
		config: parsed.config,
		base: base.base,
		changes: applied.changes,
		hunks: applied.hunks
	};
}
/**
* The patch goes onto the branch's head. Where it names the commit it was written against, the touched files must
* still be there what they were, so that what was written for one text is never put into another.
*/
function chooseBase(patch, config, snapshot) {
	const branch = patch.base?.branch ?? snapshot.defaultBranch;
	const allowed = config["base-branches"] ?? [snapshot.defaultBranch];
	if (!allowed.includes(branch)) return refuse$1({
		code: "unknown_base",
		message: `Patches to the branch ${branch} are not taken here; send it for ${allowed.join(" or ")}.`,
		pointer: "/base/branch",
		data: { allowed }
	});
	if (snapshot.base === null) return refuse$1({
		code: "unknown_base",
		message: `There is no branch ${branch} in this repository; send the patch for ${snapshot.defaultBranch}.`,
		pointer: "/base/branch"
	});
	if (snapshot.pinned === void 0 || snapshot.pinned?.sha === snapshot.base.sha) return {
		ok: true,
		base: snapshot.base
	};
	if (snapshot.pinned === null) return refuse$1({
		code: "base_not_found",
		message: `The commit ${patch.base?.sha} is not in this repository; name one that is, or leave base.sha out.`,
		pointer: "/base/sha"
	});
	const moved = changedPaths(snapshot.pinned, snapshot.base);
	return moved.length === 0 ? {
		ok: true,
		base: snapshot.base
	} : {
		ok: false,
		outcome: {
			kind: "conflict",
			reason: "base_moved",
			paths: moved
		}
	};
}
function refuse$1(refusal) {
	return {
		ok: false,
		outcome: {
			kind: "refused",
			refusals: [refusal]
		}
	};
}
/** Requested files that differ between two commits. Folders are left out: what lies beside a file may change. */
function changedPaths(from, to) {
	return [.../* @__PURE__ */ new Set([...from.entries.keys(), ...to.entries.keys()])].filter((path) => identity(from.entries.get(path)) !== identity(to.entries.get(path))).toSorted();
}
function identity(entry) {
	return entry === void 0 ? "absent" : entry.mode === FOLDER ? FOLDER : `${entry.mode} ${entry.oid}`;
}
const FOLDER = "040000";
function sourceEntries(base) {
	return new Map([...base.entries].map(([path, entry]) => [path, sourceEntry(entry)]));
}
function sourceEntry(entry) {
	const bytes = entry.bytes ?? /* @__PURE__ */ new Uint8Array();
	switch (entry.mode) {
		case "040000": return { kind: "directory" };
		case "160000": return { kind: "submodule" };
		case "120000": return {
			kind: "symlink",
			target: new TextDecoder().decode(bytes)
		};
		default: return {
			kind: "file",
			bytes,
			executable: entry.mode === "100755"
		};
	}
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
	const parsed = parseJson$1(patch);
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
		dryRun: asksForDryRun(source),
		refusals: read.refusals
	};
	const { id, digest, title, canonical, patch, repairs } = read;
	const known = {
		id,
		digest,
		title,
		text: canonical,
		repairs,
		dryRun: patch.dryRun
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
		dryRun: false,
		refusals: given.refusals
	};
}
/** Kept for people to look at; longer than any patch may be is not kept whole. */
function rawText(source) {
	const text = "text" in source ? source.text : canonicalJson(source.value);
	return text.length > 1048576 ? `${text.slice(0, MAX_PATCH_BYTES)}\n… ${text.length - MAX_PATCH_BYTES} more characters` : text;
}
function asksForDryRun(source) {
	const value = "text" in source ? parseJson(source.text) : source.value;
	return typeof value === "object" && value !== null && "dryRun" in value && value.dryRun === true;
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
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
	const dryRun = delivery.dryRun || received.dryRun;
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
	throw new Error(`${recordRef(received.id)} was moved by others ${8} times in a row; send the patch again`);
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