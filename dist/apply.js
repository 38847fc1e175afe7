import { o as say, r as readDelivery, s as setOutputs, u as writeSummary } from "./workflow.js";
import { A as recordRef, D as CONTROL_REF, E as formatStatus, M as CONFIG_PATH, N as formatSummary, O as PATCH_FILE, R as defuseReferences, T as touchedPaths, _ as parseJson, c as viewOf, d as nextStep, f as recordOnly, g as notJson, h as jsonPointer, i as explainCrash, j as inboxRef, m as readPatch, n as sayRequests, o as recordMessage, p as tell, r as conclude, t as createContext, u as branchAndRecord, v as sha256, x as planApply, y as branchRef } from "./context.js";
import { d as oneLine, f as showHidden, p as cutText, u as titleOf } from "./sentence.js";
import { Buffer, isUtf8 } from "node:buffer";

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
	const [a, b] = trimCommonEnds(splitLines$1(before), splitLines$1(after));
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
function splitLines(text) {
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