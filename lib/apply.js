// src/patch/limits.ts
const MAX_PATCH_BYTES = 1048576;
const MAX_PATCH_TEXT_BYTES = 4 * MAX_PATCH_BYTES;
const MAX_JSON_VALUES = 5e4;
const MAX_CHANGES = 1e3;
const MAX_PATHS_BYTES = 16e3;
const MAX_HUNKS = 5e3;
const MAX_LINES$2 = 1e5;
const MAX_FILE_BYTES = 5242880;
const MAX_READ_BYTES = 33554432;
const MAX_GROWN_BYTES = 6291456;
const MAX_PATH_BYTES = 1024;
const MAX_DESCRIPTION_CHARACTERS = 2e4;
const MAX_URL_CHARACTERS = 2e3;
const MAX_PATTERN_CHARACTERS = 1e3;
const MAX_PATTERN_PROGRAM = 3e3;

// src/patch/capped.ts
function cappedRefusals(refusals) {
	const first = refusals[100 - 1];
	if (refusals.length <= 100 || first === void 0) return refusals;
	const unlisted = refusals.length - 100 + 1;
	const rest = {
		code: first.code,
		message: `${unlisted} more problems of this patch are not listed. Correct those above and send it again.`,
		data: { unlisted }
	};
	return [...refusals.slice(0, 100 - 1), rest];
}

// src/apply/edit/text-search.ts
function* placesIn(text, find, from = 0) {
	let at = text.indexOf(find.slice(0, SHORT$1), from);
	for (let left = text.length; at !== -1 && (find.length <= SHORT$1 || left >= 0); left -= find.length) {
		if (text.startsWith(find, at)) yield at;
		at = text.indexOf(find.slice(0, SHORT$1), at + 1);
	}
	if (at !== -1) yield* placesByPrefixes(text, find, at);
}
function firstPlaceIn(text, find) {
	for (const at of placesIn(text, find)) return at;
	return null;
}
const SHORT$1 = 64;
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
		...marked$1(" ", before.slice(0, head)),
		...between$1(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
		...marked$1(" ", before.slice(before.length - tail))
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
	if (parts === void 0) return [...marked$1("-", before), ...marked$1("+", after)];
	return parts.flatMap(({ value, added, removed }) => marked$1(added ? "+" : removed ? "-" : " ", value));
}
const MAX_EDIT_LENGTH = 1e3;
function marked$1(mark, texts) {
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
	if (find === replace || find.length + replace.length > MAX_CHARACTERS$9) return null;
	return standsOnce(scene.text(), find) ? {
		kind: "edit",
		path: scene.path,
		find,
		replace
	} : null;
}
const MAX_CHARACTERS$9 = 6e3;
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
const MAX_CHARACTERS$8 = 200;
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
	return text.length <= MAX_CHARACTERS$8 ? text : `${text.slice(0, MAX_CHARACTERS$8).toWellFormed()}…`;
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

// src/apply/diagnosis/likeness.ts
function profileOf(line) {
	const words = line.slice(0, MAX_CHARACTERS$7).trim().replaceAll(/\s+/g, " ");
	const pairs = new Uint32Array(Math.max(0, words.length - 1));
	for (let at = 0; at < pairs.length; at += 1) pairs[at] = words.charCodeAt(at) * 65536 + words.charCodeAt(at + 1);
	return {
		line,
		words,
		pairs: pairs.sort()
	};
}
function likeness(left, right) {
	if (left.line === right.line) return 1;
	if (left.words === right.words && isWhole(left) && isWhole(right)) return SAME_BUT_SPACE;
	const all = left.pairs.length + right.pairs.length;
	return all === 0 ? 0 : Math.min(SLIP, 2 * commonPairs$1(left.pairs, right.pairs) / all);
}
const SAME_BUT_SPACE = .97;
const SLIP = .96;
function weightOf$1({ words }) {
	if (words === "") return .1;
	return /[\p{L}\p{N}_]/u.test(words) ? 1 : .3;
}
const MAX_CHARACTERS$7 = 240;
function isWhole({ line }) {
	return line.length <= MAX_CHARACTERS$7;
}
function commonPairs$1(left, right) {
	let [common, i, j] = [
		0,
		0,
		0
	];
	while (i < left.length && j < right.length) {
		const difference = (left[i] ?? 0) - (right[j] ?? 0);
		if (difference === 0) common += 1;
		if (difference <= 0) i += 1;
		if (difference >= 0) j += 1;
	}
	return common;
}

// src/apply/diagnosis/compare.ts
function compareLines$1(expected, found, reach) {
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
		if (code === LINE_FEED$2) line += 1;
		hash = SEED;
	}
	addPlace(wanted.get(hash), line);
	const found = Array.from(hashes, ([word, hash]) => [word, wanted.get(hash) ?? []]);
	return new Map(found.filter(([, places]) => places.length > 0 && places.length <= MAX_PLACES$2));
}
function wordsOf$6(line) {
	const words = /* @__PURE__ */ new Set();
	const end = Math.min(line.length, MAX_CHARACTERS$6);
	let start = 0;
	for (let at = 0; at <= end; at += 1) {
		if (at < end && isWordCode(line.charCodeAt(at))) continue;
		if (at - start >= LEAST_WORD) words.add(line.slice(start, at));
		start = at + 1;
	}
	return [...words];
}
function linesLike(text, line, limit) {
	const wanted = line.trim().slice(0, MAX_CHARACTERS$6);
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
		const code = at < text.length ? text.charCodeAt(at) : LINE_FEED$2;
		if (code !== LINE_FEED$2) {
			if (code > SPACE$1) length += 1;
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
const MAX_CHARACTERS$6 = 400;
const LEAST_WORD = 2;
const FILTER_SIZE = 65536;
const SEED = -2128831035;
const PRIME = 16777619;
const LINE_FEED$2 = 10;
const SPACE$1 = 32;
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
	const words = blocks.map(({ lines }, index) => isSure(known[index]) ? [] : lines.map(wordsOf$6));
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
		...compareLines$1(block.map(profileOf), found.map(profileOf), 0),
		origin: position,
		position
	};
}
const SHOWN_PLACES = 3;
const LEAST_SCORE$2 = .25;
const SURE_SCORE = .9;
const GOOD_SCORE = .6;
const MAX_LINES$1 = 200;
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
		const comparison = compareLines$1(profiles, found, reach);
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
	const reads = `reads ${quoted$1(found)} and not ${quoted$1(expected)}`;
	return position === place.position ? `, which ${reads}` : `; there, line ${position + 1} ${reads}`;
}
function joinParts(parts) {
	return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
const QUOTED_CHARACTERS = 80;
function quoted$1(line) {
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
		const end = endOf$2(lines, start);
		if (lines[start]?.[0] === "-") {
			const removed = lines.slice(start, end);
			const above = lines.slice(beginOf$1(lines, start - 1), start);
			const below = lines.slice(end, endOf$2(lines, end));
			if (above.length === 0 || saySame(above, removed.slice(-above.length))) return false;
			if (below.length === 0 || saySame(below, removed.slice(0, below.length))) return false;
		}
		start = end;
	}
	return true;
}
function endOf$2(lines, start) {
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
	if (text.length > MAX_TEXT || line.length > MAX_LINE$1) return null;
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
const MAX_LINE$1 = 2e3;
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
		case "elsewhere": return elsewhere$2(name, failure, explanation);
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
function elsewhere$2(name, { foundAt, section }, explanation) {
	const { sentence = "", data = {} } = explanation ?? {};
	const anchor = `${quoted$1(section.name)}, at line ${section.start + 1},`;
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
		lines: linesOf$2({
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
function linesOf$2({ find, replace }) {
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
		lines: linesOf$2({
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
	const { finds, widen } = WORDS$2[by];
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
const WORDS$2 = {
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
		known ??= cutLines$1(text);
		return known;
	};
	return {
		text,
		lines
	};
}
function cutLines$1(text) {
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
function countBreaks$2(text, start, end) {
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
	return NOT_ASCII.test(line) ? line.replace(ALL_NOT_ASCII, (glyph) => PLAIN$1.get(glyph) ?? glyph) : line;
}
function plainGlyph(char) {
	return PLAIN$1.get(char) ?? char;
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
const PLAIN$1 = new Map([...GLYPHS.flatMap(([plain, glyphs]) => Array.from(glyphs, (glyph) => [glyph, plain])), ["…", "..."]]);
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
function lineAt$1({ lines }, position) {
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
	const more = withoutEnd$1(first.file, first.patch);
	if (more !== null && pairs.every(({ patch, file }) => file === more + patch)) return (indent) => more + indent;
	const less = withoutEnd$1(first.patch, first.file);
	if (less !== null && pairs.every(({ patch, file }) => patch === less + file)) return (indent) => indent.startsWith(less) ? indent.slice(less.length) : null;
	return null;
}
function withoutEnd$1(text, end) {
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

// src/patch/hunk.ts
function pathsOf$1(operation) {
	return "from" in operation ? [operation.from, operation.path] : [operation.path];
}
function markOf(line) {
	const mark = line.charAt(0);
	return mark === " " || mark === "-" || mark === "+" ? mark : null;
}
function oldSide(hunk) {
	return side$1(hunk, "+");
}
function newSide(hunk) {
	return side$1(hunk, "-");
}
function side$1(hunk, without) {
	return hunk.lines.filter(([mark]) => mark !== without).map(([, text]) => text);
}
function linesOf$1(text) {
	const lines = text.split(/\r?\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines;
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
	return Array.from({ length: count }, (_, offset) => lineAt$1(index, first + offset));
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
		const line = lineAt$1(index, at);
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
	return LEAVES.test(text) && !goesOn$1(text) && !BEGINS_AMID$1.test(below.trimStart());
}
function goesOn$1(text) {
	return GOES_ON$1.test(text.slice(-1));
}
const COMMENT$2 = /^(?:\/\/|\/?\*|#|--|;|["'`])/;
const CLOSED_TAG = /^<[^<>]+>[^<>]*<\/[^<>]+>$|^<[^<>]*\/>$/;
const LEAVES = /^(?:return|break|continue|raise|throw|pass|next|redo|exit)\b/;
const GOES_ON$1 = /[-+*/%=<>&|^,.?\\([{:]/;
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
	if (belowMargin.some(({ above, text }) => !mayGoDeeper(above, text) || isItemTooDeep(above, text)) || below.some(({ above, text, isParted }) => isParted && !mayGoDeeper(above, text)) || !isNested$1(news.map(({ text }) => indentOf(text)))) return reindentBesideTrimmed(lines, lone);
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
	return opensBlock(above) || goesOn$1(text) || BEGINS_BLOCK.test(text) || /^[\w.#%-]+$/.test(text) || BEGINS_AMID.test(line.trimStart());
}
const BEGINS_BLOCK = /^(?:[-*+] |\d+[.)] |<|(?:if|elif|elsif|unless|while|until|for|foreach|each|def|defp|class|module|function|sub|proc|fn|case|when|with|match|switch|let|loop|where|select|from|type|interface|struct|enum|do|begin)\b)/i;
const BEGINS_AMID = /^(?:[.?:+*/%=<>&|^,)\]}]|-[^-\w]|(?:and|or|not|in|is)\b)/;
function isNested$1(indents) {
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
	for (let at = Math.max(0, position - FAR$1); at < Math.min(index.lines.count, position + FAR$1); at += 1) lines.push(lineAt$1(index, at));
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
	const texts = retyped(lines, (line) => lineAt$1(index, placing[line] ?? -1));
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
		const file = indentOf(lineAt$1(index, position));
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
	const isBelowDeeper = indentOf(lineAt$1(placed.index, (placed.placing[first.line] ?? 0) - 1)).length > first.file.length;
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
	effort.reading -= near.length + 20 * countBreaks$2(near, 0, near.length);
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
	switch (readingOf$2(begun, pair)) {
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
	const index = indexLines(cutLines$1(near), []);
	const position = countBreaks$2(near, 0, offset);
	const written = writtenLines(index, hunk, placingAt(hunk, position));
	return written && newLines(lines, pair, (_text, _order, line) => written[line] ?? null);
}
function readingOf$2({ near, offset, before, after }, { patch, file }) {
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

// src/apply/text-file.ts
function decodeText(bytes) {
	const raw = decodeUtf8(bytes);
	if (raw === null || raw.includes("\0")) return null;
	const hasBom = raw.startsWith("﻿");
	const text = hasBom ? raw.slice(1) : raw;
	if (text.includes("\r") && !text.includes("\n")) return {
		hasBom,
		text: text.replaceAll("\r", "\n"),
		endings: "\r"
	};
	if (!text.includes("\r\n")) {
		const file = {
			hasBom,
			text,
			endings: "\n"
		};
		return text.length === bytes.length ? {
			...file,
			source: {
				bytes,
				replacements: []
			}
		} : file;
	}
	return {
		hasBom,
		text: text.replaceAll("\r\n", "\n"),
		endings: endingsOf(text)
	};
}
function endingsOf(text) {
	const endings = new Uint8Array(countBreaks$1(text, 0, text.length));
	let line = 0;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		endings[line] = text[at - 1] === "\r" ? 1 : 0;
		line += 1;
	}
	return endings.includes(0) ? endings : "\r\n";
}
function encodeText({ hasBom, text, endings, source }) {
	if (source !== void 0) return spliced(source);
	const raw = typeof endings === "string" ? withEnding(text, endings) : withEndings(text, endings);
	return ENCODER.encode(hasBom ? "﻿" + raw : raw);
}
function encodedSize({ hasBom, text, endings, source }) {
	if (source !== void 0) return splicedSize(source);
	const plain = (hasBom ? BOM_BYTES : 0) + utf8Size(text, endings === "\r\n" ? 2 : 1);
	return typeof endings === "string" ? plain : endings.reduce((sum, isTwo) => sum + isTwo, plain);
}
function linesIn(text) {
	const lines = text.split("\n");
	if (lines.at(-1) === "") lines.pop();
	return lines;
}
function replaceText(file, replacements) {
	const { hasBom, source } = file;
	let text = "";
	let done = 0;
	for (const replacement of replacements) {
		text += file.text.slice(done, replacement.start) + replacement.text;
		done = replacement.end;
	}
	text += file.text.slice(done);
	const replaced = {
		hasBom,
		text,
		endings: endingsAfter(file, replacements)
	};
	return source !== void 0 && source.replacements.length === 0 ? {
		...replaced,
		source: {
			bytes: source.bytes,
			replacements
		}
	} : replaced;
}
function spliced({ bytes, replacements }) {
	if (replacements.length === 0) return bytes;
	const texts = replacements.map(({ text }) => ENCODER.encode(text));
	const growth = texts.reduce((sum, { length }) => sum + length, 0);
	const shrinkage = replacements.reduce((sum, { start, end }) => sum + end - start, 0);
	const result = new Uint8Array(bytes.length + growth - shrinkage);
	let [read, written] = [0, 0];
	for (const [order, { start, end }] of replacements.entries()) {
		result.set(bytes.subarray(read, start), written);
		written += start - read;
		const text = texts[order] ?? /* @__PURE__ */ new Uint8Array();
		result.set(text, written);
		written += text.length;
		read = end;
	}
	result.set(bytes.subarray(read), written);
	return result;
}
function splicedSize({ bytes, replacements }) {
	return replacements.reduce((size, { start, end, text }) => size + utf8Size(text, 1) - (end - start), bytes.length);
}
function utf8Size(text, bytesOfBreak) {
	let size = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		if (unit === LINE_FEED$1) size += bytesOfBreak;
		else if (unit < FIRST_OF_TWO_BYTES) size += 1;
		else if (unit < FIRST_OF_THREE_BYTES || isHalf(unit)) size += 2;
		else size += 3;
	}
	return size;
}
function isHalf(unit) {
	return unit >= FIRST_HALF && unit <= LAST_HALF;
}
const LINE_FEED$1 = 10;
const FIRST_OF_TWO_BYTES = 128;
const FIRST_OF_THREE_BYTES = 2048;
const FIRST_HALF = 55296;
const LAST_HALF = 57343;
const BOM$1 = "﻿";
const BOM_BYTES = 3;
const UTF8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
const ENCODER = new TextEncoder();
function decodeUtf8(bytes) {
	try {
		return UTF8.decode(bytes);
	} catch {
		return null;
	}
}
function withEnding(text, ending) {
	return ending === "\n" ? text : text.replaceAll("\n", ending);
}
function withEndings(text, endings) {
	let index = 0;
	return text.replaceAll("\n", () => endings[index++] === 1 ? "\r\n" : "\n");
}
function endingsAfter({ text, endings }, replacements) {
	if (typeof endings === "string") return endings;
	const added = replacements.map(({ text: now }) => countBreaks$1(now, 0, now.length));
	const removed = replacements.map(({ start, end }) => countBreaks$1(text, start, end));
	const result = new Uint8Array(endings.length + sumOf(added) - sumOf(removed));
	let [read, written, done] = [
		0,
		0,
		0
	];
	for (const [order, { start, end }] of replacements.entries()) {
		const kept = countBreaks$1(text, done, start);
		result.set(endings.subarray(read, read + kept), written);
		read += kept;
		written += kept;
		const style = endings[read] ?? endings[read - 1] ?? 0;
		result.fill(style, written, written + (added[order] ?? 0));
		read += removed[order] ?? 0;
		written += added[order] ?? 0;
		done = end;
	}
	result.set(endings.subarray(read), written);
	return result;
}
function sumOf(counts) {
	return counts.reduce((sum, count) => sum + count, 0);
}
function countBreaks$1(text, start, end) {
	let count = 0;
	for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count += 1;
	return count;
}

// src/apply/byte-order-mark.ts
function asShown(file, hunks) {
	const isShown = (mark, text) => mark !== "+" && isFirstLine(file, text);
	return file.hasBom && hunks.some(({ lines }) => lines.some(([mark, text]) => isShown(mark, text))) ? withMarkShown(file) : file;
}
function withoutMarks$2(file, hunks) {
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
	return file.hasBom && find.startsWith("﻿") && file.text.startsWith(bare$1(find)) ? withMarkShown(file) : file;
}
function withMarkApart(before, after) {
	const { text, endings, hasBom } = after;
	if (!text.startsWith("﻿") || hasBom && before.text.startsWith("﻿")) return after;
	return {
		hasBom: true,
		text: bare$1(text),
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
		bare$1(text),
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
	return line.startsWith("﻿") && text.startsWith(bare$1(line)) && (end === text.length || text[end] === "\n");
}
function bare$1(text) {
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
		const char = ESCAPES$2.get(text.charAt(at + 1));
		if (char === void 0) return null;
		parts.push(text.slice(done, at), char);
		done = at + 2;
	}
	return parts.join("") + text.slice(done);
}
const ESCAPES$2 = /* @__PURE__ */ new Map([
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
	const lastOf = new Map(MARKS$3.map((mark) => [mark, replace.lastIndexOf(mark)]));
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
const MARKS$3 = [
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
			file: indentOf(lineAt$1(index, position)),
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
	index.starts ??= startsOf$2(index.lines);
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
function startsOf$2(lines) {
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
function isNamed$2(index, spot) {
	return isNumbered$1(spot) || isUnder(index, sectionsNamed(index, spot), spot);
}
function isNumbered$1(spot) {
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

// src/patch/elision/cut-mark.ts
function saysCut(words, { isComment, isProse }) {
	if (COUNTED$1.test(words) || !isComment && COUNT_ALONE.test(words)) return true;
	return !isProse && (CUT.test(words) || GOES_ON.test(words) || saysSoElsewhere(words));
}
const SHORT = "(?:truncated|omitted|elided|snipped|skipped|hidden|trimmed|clipped|collapsed|abbreviated|not shown|left out)";
const WHY = "(?: for (?:brevity|clarity|simplicity|length|space)| here| above| below)?";
const UNIT = "(?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?|words?|items?|entries|rows?|functions?|methods?|classes|exports?|imports?|tests?|cases?|sections?|paragraphs?)";
const COUNT = "\\d{1,9}(?: \\d{3}){0,2}";
const RANGE$1 = "(?:lines?|rows?) \\d{1,9}(?: (?:to |through |and |until )?\\d{1,9})?";
const MORE = "(?:more|other|further|additional|remaining)";
const COUNTED$1 = new RegExp([
	`(?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|were|was) )?${SHORT}${WHY}`,
	`(?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT}) (?:(?:are|is|stays?|remains?|left) )?(?:unchanged|the same|as before|as is)`,
	`(?:and )?${COUNT} ${MORE} ${UNIT}`,
	`${SHORT} (?:${RANGE$1}|${COUNT} (?:${MORE} )?${UNIT})`
].map((form) => `^(?:${form})$`).join("|"));
const COUNT_ALONE = new RegExp(`^(?:${RANGE$1}|${COUNT} (?:lines?(?: of (?:code|text|output))?|tokens?|chars?|characters?|bytes?))$`);
const CUT = new RegExp(`^(?:the )?(?:(?:output|contents?|file|text|code|rest|remainder|response|results?|message|implementation|body|section|lines|remaining (?:code|lines|content|file)|existing code|rest of (?:the |this )?(?:file|code|output|content|text|function|class|method)) )?(?:(?:is|was|are|were) )?${SHORT}${WHY}$`);
const SAME$1 = "(?:unchanged|unmodified|untouched|the same|as before|as is|as it (?:is|was)|intact)";
const GOES_ON = new RegExp([
	`(?:the )?(?:(?:existing|original|remaining|rest of the|same) )?(?:code|file|implementation|function|class|method|content|body|rest) (?:continues|follows|goes on)(?: (?:here|below|unchanged|as before|as is))?`,
	`(?:existing code|unchanged|same) continues`,
	`(?:keep|leave|retain|preserve) (?:the )?(?:rest|remainder|everything else)(?: of (?:the |this |your )?[a-z0-9]+)?(?: ${SAME$1})?`,
	`(?:keep|leave|retain|preserve) (?:the |all |your )?(?:existing|remaining|other) [a-z0-9]+(?: ${SAME$1})?`,
	`everything else (?:(?:is|stays|remains) )?${SAME$1}`,
	`unchanged (?:from|until|through|up to) (?:[a-z0-9]+ ){0,6}[a-z0-9]+`,
	`etc|and so (?:on|forth)|more of the same|to be continued`
].map((form) => `^(?:${form})$`).join("|"));
function saysSoElsewhere(words) {
	return REST_ELSEWHERE.test(words) && STAYS_ELSEWHERE.test(words);
}
const REST_ELSEWHERE = /(?<!\p{L})(?:resto|restante|código|existentes?|reste|existante?s?|rest|restliche[rn]?|bestehende[rn]?|übrige[rn]?|esistent[ei]|codice|overige|reszta|pozostał\p{L}*|остальн\p{L}*|существующ\p{L}*|код|geri kalan\p{L}*|còn lại|بقية|باقي|الكود|बाकी|शेष)(?!\p{L})|其余|其餘|其他|其它|剩余|剩餘|现有|現有|原有|代码|程式碼|既存|残り|コード|나머지|기존|코드/u;
const STAYS_ELSEWHERE = /(?<!\p{L})(?:sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|inchangée?s?|sans changements?|unverändert(?:er)?|gleich|weggelassen|gekürzt|invariat[oaie]|omess[oaie]|senza modifiche|ongewijzigd|bez zmian|pominięt\p{L}*|без изменений|не изменил\p{L}*|опущен\p{L}*|aynı|değişmedi|giữ nguyên|không đổi|كما هو|كما هي|بدون تغيير|वैसा ही|अपरिवर्तित)(?!\p{L})|不变|不變|省略|略|変更なし|そのまま|同じ|변경 ?없음|그대로|생략|동일|유지/u;

// src/patch/elision/elision.ts
function isElision(line) {
	const remark = remarkOn(line);
	return remark !== null && (remark.words === "" || isSaid$3(remark));
}
function isWordedElision(line) {
	const remark = remarkOn(line);
	return remark !== null && remark.words !== "" && isSaid$3(remark);
}
function mayBeElision(line, { isProse }) {
	if (line.length > MAX_CHARACTERS$5) return false;
	const trimmed = line.trim();
	const { text, isComment } = withoutComment(trimmed);
	if (trimmed.startsWith("\"\"\"") || !(isComment || isEnclosed(text))) return false;
	const words = wordsOf$5(withoutPadding(text).text);
	if (words.split(" ").length > MAX_WORDS$4) return false;
	if (isComment && AS_IT_WAS.test(words)) return true;
	if (BETWEEN_DOTS.test(text) && (isProse ? UNCHANGED.test(words) : saysLeftOut(words))) return true;
	return saysCut(words, {
		isComment,
		isProse: isProse || trimmed.startsWith("*")
	});
}
function remarkWords(line) {
	if (line.length > MAX_CHARACTERS$5) return null;
	const { text, isComment } = withoutComment(line.trim());
	return isComment || isEnclosed(text) ? wordsOf$5(text) : null;
}
function saysAsItWas(text) {
	const words = wordsOf$5(text);
	const count = words.split(" ").length;
	return count > 1 && count <= MAX_WORDS$4 && (UNCHANGED.test(words) || AS_IT_WAS.test(words));
}
function isEnclosed(text) {
	const { text: inner } = withoutPadding(text);
	return /^(?:\.{3}|…|[([<])/.test(text) && /(?:\.{3}|…|[)\]>])$/.test(text) && /^[\p{L}\p{M}\p{N} ,:–—'’-]+$/u.test(inner);
}
function remarkOn(line) {
	if (line.length > MAX_CHARACTERS$5 || !/[\p{L}.…]/u.test(line)) return null;
	const { text, isComment } = withoutComment(line.trim());
	const { text: inner, dropped } = withoutPadding(text);
	if (inner === "") return DOTS$1.test(dropped) ? {
		words: "",
		hasDots: true,
		isBetweenDots: false
	} : null;
	const hasDots = DOTS$1.test(text.slice(0, text.indexOf(inner)));
	if (!hasDots && line.trim().startsWith("*") && text.endsWith(".")) return null;
	const isBetweenDots = BETWEEN_DOTS.test(text);
	if (!isComment && SPREAD.test(text)) return null;
	return isComment || /^[([<]/.test(text) && !QUOTED$1.test(text) || /^(?:\.{3,}|…)\s/.test(text) ? {
		words: wordsOf$5(inner),
		hasDots,
		isBetweenDots
	} : null;
}
function wordsOf$5(text) {
	return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
}
const SPREAD = /^[([]\.{3}[\p{L}_$][\p{L}\p{N}_$.]*\s*(?:[,:=?]|[)\]]\s*\S)/u;
const QUOTED$1 = /[([{,:=]\s?(?:'[^']|"[^"]|`[^`])/;
const MAX_CHARACTERS$5 = 200;
function withoutComment(line) {
	const opener = COMMENT_OPENERS.find((start) => line.startsWith(start)) ?? "";
	const rest = line.slice(opener.length);
	const closer = COMMENT_CLOSERS.find((end) => rest.endsWith(end)) ?? "";
	return {
		text: rest.slice(0, rest.length - closer.length).trim(),
		isComment: opener !== ""
	};
}
const COMMENT_OPENERS = [
	"{/*",
	"<!--",
	"///",
	"//",
	"/**",
	"/*",
	"##",
	"#",
	"--",
	";;",
	";",
	"%",
	"*",
	"\"\"\""
];
const COMMENT_CLOSERS = [
	"*/}",
	"-->",
	"*/",
	"\"\"\""
];
function withoutPadding(text) {
	let start = 0;
	let end = text.length;
	while (start < end && PADDING.includes(text.charAt(start))) start += 1;
	while (end > start && PADDING.includes(text.charAt(end - 1))) end -= 1;
	return {
		text: text.slice(start, end),
		dropped: `${text.slice(0, start)} ${text.slice(end)}`
	};
}
const PADDING = ".… 	()[]<>";
const BETWEEN_DOTS = /^(?:\.{3}|…).*(?:\.{3}|…)$/;
const DOTS$1 = /\.{3}|…/;
function isSaid$3({ words, hasDots, isBetweenDots }) {
	if (words.split(" ").length > MAX_WORDS$4) return false;
	if (isBetweenDots) return true;
	return hasDots ? saysLeftOut(words) : UNCHANGED.test(words);
}
function saysLeftOut(words) {
	return LEFT_OUT.test(words) || LEFT_OUT_ELSEWHERE.test(words);
}
const MAX_WORDS$4 = 12;
const LEFT_OUT = /\b(?:rest|remaining|remainder|existing|others?|previous|unchanged|same|snip|snipped|omitted|elided|truncated|code|lines|contents?|imports|methods|functions|brevity|before|as is)\b/;
const LEFT_OUT_ELSEWHERE = /(?<!\p{L})(?:resto|restante|existentes?|sin cambios|igual|omitid[oa]s?|sem alterações|sem mudanças|inalterad[oa]s?|reste|existante?s?|inchangée?s?|sans changements?|rest|restlicher?|bestehender?|unverändert(?:er)?|bleibt|vorhandener?|esistent[ei]|invariat[oaie]|senza modifiche|остальн\p{L}*|существующ\p{L}*|без изменений|не изменил\p{L}*)(?!\p{L})|其余|其他|其它|剩余|現有|现有|原有|不变|不變|保持|省略|既存|残り|変更なし|そのまま|同じ|나머지|기존|변경 ?없음|그대로|생략|동일/u;
const UNCHANGED = /^(?:(?:the )?(?:rest|remainder)(?: of [a-z0-9 ]+)? (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here)|(?:the )?(?:rest|remainder) of (?:the |this |your )?(?:file|code|function|method|class|module|component|content|implementation|script|config|document|body)|(?:the |all )?(?:existing|remaining|previous|other) (?:code|imports|methods|functions|lines|content)(?: (?:(?:is|are|remains?|stays?|goes) )?(?:unchanged|omitted|as before|as is|the same|here))?|(?:code |lines )?unchanged(?: code| lines)?|snip|snipped|(?:code |lines )?omitted(?: for brevity)?|no changes(?: here)?|same as before|keep (?:the )?existing [a-z ]+)$/;
const AS_IT_WAS = new RegExp([
	`(?:(?:your|my|our|the|all|this|that) )*(?:existing|original|current|previous|remaining|other|same|unchanged) (?:[a-z0-9]+ ){0,2}(?:code|implementation|logic|body|contents?|lines?|loop|methods?|functions?|class|imports?|handlers?|section|part|block|file|stuff)(?: (?:goes|is|stays|remains))?(?: here| above| below)?`,
	`(?:(?:the|this|that|your) )?(?:[a-z0-9]+ ){0,3}(?:is |are |stays? |remains? |left |kept )?(?:unchanged|unmodified|the same|as (?:before|is|it (?:is|was)))`,
	`no (?:further |other )?changes?(?: (?:here|needed|required|necessary|above|below|(?:to|in|for) (?:this|the) [a-z0-9]+))*`,
	`same as (?:above|before|original)`
].map((form) => `^${form}$`).join("|"));

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
		if (position >= 0) needed.add(looseness(text, lineAt$1(index, position), mayLackMark));
	}
	return LOOSENESS.filter((_, level) => level > 0 && needed.has(level));
}
function levelAt(index, { lines }, { start, worst }) {
	let level = 0;
	for (const [offset, { text, mayLackMark }] of lines.entries()) {
		level = Math.max(level, looseness(text, lineAt$1(index, start + offset), mayLackMark));
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
	return adds(hunk) || isNumbered$1(made.spot) ? made : null;
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
		return effort.comparisons >= 0 && similarityTo(line.text)(lineAt$1(index, start + offset)) >= ALIKE$1;
	});
}
const LIKENESS_EFFORT = 100;
const ALIKE$1 = .6;

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
		line += countBreaks$2(text, reached, start);
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
	const groups = changesOf$2(pattern);
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
function changesOf$2({ lines, additions }) {
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
	const [words, others] = [wordsOf$4(line), wordsOf$4(other)];
	if (words.length === 0 || words.length !== others.length) return false;
	let slips = 0;
	for (const [index, word] of words.entries()) {
		const found = others[index] ?? "";
		if (word === found) continue;
		slips += 1;
		if (slips > MAX_SLIPS$1 || !isMisspelt(word, found)) return false;
	}
	return true;
}
const MAX_SLIPS$1 = 2;
const LEAST_LETTERS = 4;
const COMPARED_CHARACTERS = 1e3;
function wordsOf$4(line) {
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
		const found = lineAt$1(index, position);
		const level = looseness(line.text, found, line.mayLackMark);
		if (level === NO_MATCH && !line.isContext || !mayBeIndented(filled, found)) continue;
		isThere = true;
		costs[offset + column] = level === 0 ? 0 : weight * (level === NO_MATCH ? JOINED$1 : SPACED);
	}
	if (isThere || !line.isContext || isBlank$1(line)) return;
	const similarity = similarityTo(line.text);
	for (let column = 0; column < columns.length; column += 1) {
		const position = columns[column] ?? -1;
		if (position === -1 || index.prints[position] === 0) continue;
		const found = lineAt$1(index, position);
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
const JOINED$1 = .2;
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
		if (row + 1 < rows) passOver$1(chart, {
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
function passOver$1({ pattern, passing }, { row, sums, from, offset }) {
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
	const deeper = indentOf(lineAt$1(index, above)).length - indentOf(lines[first]?.text ?? "").length;
	const between = lines.slice(first + 1, Math.ceil(lower.row)).map(({ text }) => text);
	return !isLeft$1(sections, {
		above,
		below,
		between,
		deeper
	});
}

// src/apply/fit/settle.ts
function settle$1(index, { hunk, pattern }, laid) {
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
	if (above === null || below === null) return besideOne$1(laying, {
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
function besideOne$1({ hunk, laid }, { above, below, addition }) {
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
	return indentOf(first).length > indentOf(lineAt$1(index, below.position)).length;
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
	return changesOf$2(pattern).filter(({ start }) => start >= piece.start && start <= piece.end);
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
	return [...elsewhere$1(chart, {
		path,
		piece,
		margin: MARGIN$1 * weight
	}, effort), ...near];
}
function elsewhere$1(chart, { path, piece, margin }, effort) {
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
const MARGIN$1 = .12;
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
		at: dropsUnmarked(chart, laid) ? null : settle$1(file.index, fitted, laid),
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
	const copy = lines.find(([mark, text]) => mark === "+" && names.has(text.trim()) && isRemark$1(text));
	if (copy !== void 0) return copy[1].trim();
	const [old, now] = [marksIn(lines, "+", gaps), marksIn(lines, "-", gaps)];
	return [...names].find((name) => isMixed(old.get(name) ?? [], now.get(name) ?? [], effort)) ?? null;
}
function isRemark$1(text) {
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
	const there = lineAt$1(index, position);
	return there === written || there === sent && indentOf(sent) === indentOf(written);
}
function isDenied(hunk, position) {
	const isNamed = (at) => hunk.lineHint === at + 1 || hunk.movedHint === at + 1;
	return hunk.lines[0]?.[0] === "+" && isNamed(position) && !isNamed(position - endOfAddition(hunk, 0));
}
function standsAt(index, block, position) {
	return position >= 0 && position + block.length <= index.lines.count && block.every((line, offset) => lineAt$1(index, position + offset) === line);
}

// src/apply/locate/left-standing.ts
function leavesStanding(index, hunk, { start, end }) {
	const old = trimmed$1(oldSide(hunk));
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
	const now = trimmed$1(newSide(hunk));
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
	return position < index.lines.count && lineAt$1(index, position).trim() === line;
}
function trimmed$1(lines) {
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
		end = endOf$1(lines, start);
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
	const context = lines.slice(end, endOf$1(lines, end));
	return placesOf(lines.slice(start, end), context[0]).flatMap((at) => {
		const from = start + at;
		const size = sameLines$2(lines.slice(from, end), context);
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
		const size = sameLines$2(lines.slice(start, to).toReversed(), context.toReversed());
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
function endOf$1(lines, start) {
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
function sameLines$2(lines, others) {
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
	for (let at = place - 1; isContextAt(placed, line, at); [line, at] = [line - 1, at - 1]) if (at < size || lineAt$1(index, at - size) !== lineAt$1(index, at)) return false;
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
	for (let at = place; isContextAt(placed, line, at); [line, at] = [line + 1, at + 1]) if (at + size >= index.lines.count || lineAt$1(index, at + size) !== lineAt$1(index, at)) return false;
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
		for (let at = from; at <= to; at += 1) if (block.every((text, offset) => lineAt$1(index, at + offset) === text)) return at;
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
	const rivals = startsOf$1(other).filter((start) => !covers(spot, start));
	const [rival] = rivals;
	if (isElsewhere(search.sections, spot) || leavesStanding(search.index, hunk, spot.extent)) return rival === void 0 ? open : other;
	const isMeant = isNamed$2(search.sections, spot);
	const isCertain = made.position !== void 0;
	if (rival === void 0) return isMeant || isCertain || isProof(search, spot, pattern) ? done : open;
	const rivalSpot = {
		hunk,
		extent: extentAt(hunk, "+", rival),
		surroundings
	};
	if (isMeant !== (rivals.length === 1 && isNamed$2(search.sections, rivalSpot))) return isMeant ? done : other;
	const [isNumber, isRivalNumber] = [isNumbered$1(spot), isNumbered$1(rivalSpot)];
	if (!isMeant || isNumber === isRivalNumber) return open;
	return isNumber ? done : other;
}
function startsOf$1(verdict) {
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
		if (lines.some((line) => !written.has(lineAt$1(index, line)))) for (const line of lines) made.add(line);
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
	while (up < start && lineAt$1(index, start - 1 - up) === lineAt$1(index, end - 1 - up)) up += 1;
	while (end + down < count && lineAt$1(index, end + down) === lineAt$1(index, start + down)) down += 1;
	return {
		start: start + down,
		end: end - up
	};
}

// src/apply/locate/undone.ts
function undoneHunks(located) {
	const undone = /* @__PURE__ */ new Map();
	if (located.every(({ made }) => made === void 0)) return undone;
	const changes = changesOf$1(located);
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
function changesOf$1(located) {
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
	const kept = new Set(textsOf$2(hunk, "+"));
	const old = new Set(textsOf$2(hunk, "-").filter((text) => saysAnything(text) && !kept.has(text)));
	if (old.size === 0) return null;
	const beside = new Set(made.flatMap((at) => [Math.ceil(at), Math.ceil(at + BETWEEN)]));
	for (const at of beside) for (const { by, lines } of inserted.get(at) ?? []) if (lines.some((line) => old.has(line))) return {
		by,
		isWhole: false
	};
	return null;
}
function textsOf$2({ lines }, marked) {
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
	const index = indexLines(lines(), textsOf$1(hunks));
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
function textsOf$1(hunks) {
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
		lines: () => cutLines$1(text),
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
	const found = occurrences$1(text, {
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
		lines: () => cutLines$1(text),
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
				lines: () => cutLines$1(text),
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
		lines: () => cutLines$1(text),
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
	const lines = cutLines$1(text);
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
function occurrences$1(text, { find, overlapping, effort }) {
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
	const bare = withoutMarks$2(file, request.hunks);
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

// src/apply/tree.ts
function parentsOf(path) {
	const segments = path.split("/");
	return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
function pathBytes(paths) {
	return new TextEncoder().encode(paths.join("")).length;
}
function sameBytes(left, right) {
	if (left.length !== right.length) return false;
	for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
	return true;
}

// src/apply/diagnosis/missing-file.ts
function missingFile(path, known) {
	const similar = similarPaths(path, known);
	return {
		code: "not_found",
		message: `There is no file ${path}. ${similar.length === 0 ? "Correct the path, or create the file with a write change." : `Did you mean ${similar.join(" or ")}? Correct the path, or create the file with a write change.`}`,
		path,
		data: { similar }
	};
}
function similarPaths(path, known) {
	const [name, whole] = [profileOf(baseName(path).toLowerCase()), profileOf(path.toLowerCase())];
	const scored = [];
	let left = MAX_COMPARED;
	for (const other of known) {
		left -= 1;
		if (left < 0) break;
		if (other === path) continue;
		const [otherName, otherWhole] = [profileOf(baseName(other).toLowerCase()), profileOf(other.toLowerCase())];
		const inWhole = likeness(whole, otherWhole);
		const score = Math.max(likeness(name, otherName), inWhole) + inWhole * LITTLE;
		if (score >= ALIKE) scored.push({
			other,
			score
		});
	}
	return scored.sort((left, right) => right.score - left.score).slice(0, SHOWN_PATHS).map(({ other }) => other);
}
const ALIKE = .65;
const SHOWN_PATHS = 3;
const MAX_COMPARED = 5e3;
const LITTLE = .05;
function baseName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// src/apply/workspace.ts
function newWorkspace(source) {
	return {
		source,
		changed: /* @__PURE__ */ new Map(),
		decoded: /* @__PURE__ */ new WeakMap(),
		sizes: /* @__PURE__ */ new WeakMap()
	};
}
function findFile(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry?.kind === "file") return {
		ok: true,
		value: entry
	};
	return {
		ok: false,
		refusal: entry?.kind === "unread" ? unread(path, entry.size) : noFile(workspace, path, entry?.kind ?? null)
	};
}
function findPlace(workspace, path) {
	const there = entryAt(workspace, path)?.kind;
	if (there === "file" || there === "unread") return findFile(workspace, path);
	const refusal = checkFree(workspace, path);
	return refusal === null ? {
		ok: true,
		value: null
	} : {
		ok: false,
		refusal
	};
}
function checkRemovable(workspace, path) {
	const there = entryAt(workspace, path)?.kind ?? null;
	return there === "file" || there === "unread" ? null : noFile(workspace, path, there);
}
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
		refusal: tooLarge$2(path, file.content.length)
	};
	const text = workspace.decoded.get(file.content) ?? decodeText(file.content);
	if (text !== null) {
		workspace.decoded.set(file.content, text);
		return {
			ok: true,
			value: {
				file,
				text
			}
		};
	}
	return {
		ok: false,
		refusal: {
			code: "not_a_text_file",
			message: `${path} is not UTF-8 text, so its lines can't be changed. Send its whole content as a write change in base64.`,
			path
		}
	};
}
function checkFree(workspace, path) {
	const entry = entryAt(workspace, path);
	if (entry?.kind === "file" || entry?.kind === "unread") return {
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
function isExecutable({ source, changed }, path) {
	const entry = changed.get(path) ?? source.get(path);
	return (entry?.kind === "file" || entry?.kind === "unread") && entry.executable;
}
function beforePatch({ source }, { origin }) {
	const before = origin === null ? void 0 : source.get(origin);
	return before?.kind === "file" ? before : null;
}
function checkGrowth(workspace) {
	if (growthOf(workspace, mostBytes) <= 6291456) return null;
	if (growthOf(workspace, (content) => sizeOf(workspace, content)) <= 6291456) return null;
	return {
		code: "too_large",
		message: `The patch makes all files together larger by more than ${MAX_GROWN_BYTES} bytes. Split it into several patches.`,
		pointer: "/changes",
		data: { limit: MAX_GROWN_BYTES }
	};
}
function growthOf({ source, changed }, bytesIn) {
	let growth = 0;
	for (const [path, file] of changed) {
		const before = source.get(path);
		growth -= before?.kind === "file" ? before.bytes.length : 0;
		growth += file === null ? 0 : bytesIn(file.content);
	}
	return growth;
}
function mostBytes(content) {
	if (content instanceof Uint8Array) return content.length;
	return 3 * (content.text.length + (content.hasBom ? 1 : 0));
}
function sizeOf({ sizes }, content) {
	if (content instanceof Uint8Array) return content.length;
	const size = sizes.get(content) ?? encodedSize(content);
	sizes.set(content, size);
	return size;
}
function changesOf(workspace) {
	const ends = [...workspace.changed].map(([path, file]) => ({
		path,
		file,
		bytes: file && bytesOf$1(file.content)
	}));
	const refusals = ends.flatMap(({ path, bytes }) => bytes !== null && bytes.length > 5242880 ? [tooLarge$2(path, bytes.length)] : []);
	const renamed = new Set(ends.flatMap((end) => renamedFrom(workspace, end) ?? []));
	return {
		changes: ends.flatMap((end) => changeOf$1(workspace, end, renamed) ?? []).sort((left, right) => left.path < right.path ? -1 : 1),
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
	for (const [path, { kind }] of source) if ((kind === "file" || kind === "unread") && !changed.has(path)) yield path;
}
function noFile(workspace, path, there) {
	return there === null ? missingFile(path, livePaths(workspace)) : notAFile(path, there);
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
		if (entry.kind === "file" || entry.kind === "unread") return {
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
function checkChildren(workspace, path) {
	for (const other of livePaths(workspace)) if (other.startsWith(`${path}/`)) return notAFile(path, "directory");
	return null;
}
function bytesOf$1(content) {
	return content instanceof Uint8Array ? content : encodeText(content);
}
function renamedFrom({ source, changed }, { path, file }) {
	const origin = file?.origin ?? null;
	if (origin === null || origin === path || source.has(path)) return null;
	return changed.get(origin) === null ? origin : null;
}
function changeOf$1(workspace, end, renamed) {
	const { path, file, bytes } = end;
	const before = workspace.source.get(path);
	const was = before?.kind === "file" || before?.kind === "unread" ? before : void 0;
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
	return was.kind === "file" && bytes !== null && sameBytes(was.bytes, bytes) && was.executable === file.executable ? null : {
		...now,
		action: "modify"
	};
}
function unread(path, bytes) {
	if (bytes > 5242880) return tooLarge$2(path, bytes);
	return {
		code: "too_large",
		message: `${path} has ${bytes} bytes, and the files of the patch have together more than the ${MAX_READ_BYTES} that are read. Send it in smaller parts.`,
		path,
		data: {
			bytes,
			limit: MAX_READ_BYTES
		}
	};
}
function tooLarge$2(path, bytes) {
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

// src/apply/lost-changes.ts
function lostChanges(workspace, path, now) {
	const made = workspace.changed.get(path) ?? null;
	if (made === null) return null;
	const was = beforePatch(workspace, made);
	const line = now.executable !== void 0 && now.executable !== made.executable && made.executable !== (was?.executable ?? false) ? "" : lostLine(made, was?.bytes, now.bytes);
	return line === null ? null : refusalOf$2(path, line);
}
function lostLine({ content }, was = NOTHING, now = NOTHING) {
	if (content === was) return null;
	const [old, left, last] = [
		read(was),
		read(content),
		read(now)
	];
	if (old === null || left === null || last === null) return sameBytes(bytesOf$1(content), now) ? null : "";
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
const SHOWN_CHARACTERS$4 = 200;
function refusalOf$2(path, line) {
	const shown = line.slice(0, SHOWN_CHARACTERS$4).toWellFormed();
	return {
		code: "overlap",
		message: `The patch changes ${path}, and then writes it as a whole without what it changed before${shown === "" ? "" : `, such as ${JSON.stringify(shown)}`}, so nobody can tell which one is the file. Send one write change with all of it, or edits alone.`,
		path,
		...shown === "" ? {} : { data: { line: shown } }
	};
}

// src/apply/regex/syntax.ts
function enginePattern(pattern) {
	return pattern.replaceAll("\r\n", "\n").replaceAll(ESCAPES$1, (escape) => {
		if (escape === "\\r\\n") return "\\n";
		return escape.length === SURROGATES.length ? characterOf(escape) : escape;
	});
}
function misreadSyntax(pattern) {
	return pattern.includes("(?<") && [...pattern.matchAll(ESCAPES$1)].some(([escape]) => escape === "\\k") ? "backreference \\k" : null;
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
const ESCAPES$1 = /\\(?:r\\n|ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[^])/gi;
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
	return occurrences$1(text, {
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
					lines: () => cutLines$1(text),
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

// node_modules/re2js/build/index.js
/*!
* re2js
* RE2JS is the JavaScript port of RE2, a regular expression engine that provides linear time matching
*
* @version v2.10.0
* @author Oleksii Vasyliev
* @homepage https://github.com/le0pard/re2js#readme
* @repository [object Object]
* @license MIT
*/
var RE2Flags = class RE2Flags {
	static FOLD_CASE = 1;
	static LITERAL = 2;
	static CLASS_NL = 4;
	static DOT_NL = 8;
	static ONE_LINE = 16;
	static NON_GREEDY = 32;
	static PERL_X = 64;
	static UNICODE_GROUPS = 128;
	static WAS_DOLLAR = 256;
	static LOOKBEHIND = 512;
	static MATCH_NL = RE2Flags.CLASS_NL | RE2Flags.DOT_NL;
	static PERL = RE2Flags.CLASS_NL | RE2Flags.ONE_LINE | RE2Flags.PERL_X | RE2Flags.UNICODE_GROUPS;
	static POSIX = 0;
	static UNANCHORED = 0;
	static ANCHOR_START = 1;
	static ANCHOR_BOTH = 2;
};
const PublicFlags = {
	CASE_INSENSITIVE: 1,
	DOTALL: 2,
	MULTILINE: 4,
	DISABLE_UNICODE_GROUPS: 8,
	LONGEST_MATCH: 16,
	LOOKBEHINDS: 512
};
const ASCII_SIZE = 128;
const ASCII_TO_UPPER = new Int32Array(ASCII_SIZE);
const ASCII_TO_LOWER = new Int32Array(ASCII_SIZE);
const MAX_BMP = 65535;
for (let i = 0; i < ASCII_SIZE; i++) {
	if (i >= 97 && i <= 122) ASCII_TO_UPPER[i] = i - 32;
	else ASCII_TO_UPPER[i] = i;
	if (i >= 65 && i <= 90) ASCII_TO_LOWER[i] = i + 32;
	else ASCII_TO_LOWER[i] = i;
}
var Codepoint = class {
	static CODES = Object.freeze({
		"\x07": 7,
		"\b": 8,
		"	": 9,
		"\n": 10,
		"\v": 11,
		"\f": 12,
		"\r": 13,
		" ": 32,
		"\"": 34,
		$: 36,
		"&": 38,
		"'": 39,
		"(": 40,
		")": 41,
		"*": 42,
		"+": 43,
		"-": 45,
		".": 46,
		0: 48,
		1: 49,
		2: 50,
		3: 51,
		4: 52,
		5: 53,
		6: 54,
		7: 55,
		8: 56,
		9: 57,
		":": 58,
		"<": 60,
		">": 62,
		"?": 63,
		A: 65,
		B: 66,
		C: 67,
		F: 70,
		P: 80,
		Q: 81,
		U: 85,
		Z: 90,
		"[": 91,
		"\\": 92,
		"]": 93,
		"^": 94,
		_: 95,
		"`": 96,
		a: 97,
		b: 98,
		f: 102,
		i: 105,
		m: 109,
		n: 110,
		r: 114,
		s: 115,
		t: 116,
		v: 118,
		x: 120,
		z: 122,
		"{": 123,
		"|": 124,
		"}": 125
	});
	static toUpperCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_UPPER[codepoint];
		const s = String.fromCodePoint(codepoint).toUpperCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toLowerCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
	static toLowerCase(codepoint) {
		if (codepoint < ASCII_SIZE) return ASCII_TO_LOWER[codepoint];
		const s = String.fromCodePoint(codepoint).toLowerCase();
		const expectedLen = s.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (s.length > expectedLen) return codepoint;
		const sOrigin = String.fromCodePoint(s.codePointAt(0)).toUpperCase();
		const originExpectedLen = sOrigin.codePointAt(0) > MAX_BMP ? 2 : 1;
		if (sOrigin.length > originExpectedLen || sOrigin.codePointAt(0) !== codepoint) return codepoint;
		return s.codePointAt(0);
	}
};
var UnicodeRangeTable = class {
	constructor(data, isStride1 = false) {
		this.data = data;
		this.isStride1 = isStride1;
		this.SIZE = isStride1 ? 2 : 3;
	}
	getLo(index) {
		return this.data[index * this.SIZE];
	}
	getHi(index) {
		return this.data[index * this.SIZE + 1];
	}
	getStride(index) {
		return this.isStride1 ? 1 : this.data[index * this.SIZE + 2];
	}
	get length() {
		return this.data.length / this.SIZE;
	}
};
const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const B64_MAP = /* @__PURE__ */ new Uint8Array(256);
for (let i = 0; i < 64; i++) B64_MAP[B64.charCodeAt(i)] = i;
const decodeVLQ = (str) => {
	const res = [];
	let value = 0;
	let shift = 0;
	for (let i = 0; i < str.length; i++) {
		const digit = B64_MAP[str.charCodeAt(i)];
		value |= (digit & 31) << shift;
		if ((digit & 32) === 0) {
			res.push(value);
			value = 0;
			shift = 0;
		} else shift += 5;
	}
	return res;
};
const decodeRanges = (str, isStride1) => {
	const res = decodeVLQ(str);
	const numRanges = isStride1 ? res.length / 2 : res.length / 3;
	const out = new Uint32Array(numRanges * 3);
	let current = 0;
	let resIdx = 0;
	for (let i = 0; i < numRanges; i++) {
		current += res[resIdx++];
		out[i * 3] = current;
		current += res[resIdx++];
		out[i * 3 + 1] = current;
		out[i * 3 + 2] = isStride1 ? 1 : res[resIdx++];
	}
	return out;
};
const decodeOrbit = (str) => {
	const res = decodeVLQ(str);
	const map = /* @__PURE__ */ new Map();
	let currentKey = 0;
	for (let i = 0; i < res.length; i += 2) {
		currentKey += res[i];
		const zz = res[i + 1];
		const delta = zz >>> 1 ^ -(zz & 1);
		map.set(currentKey, currentKey + delta);
	}
	return map;
};
var LazyMap = class {
	constructor(initializer) {
		this.initializer = initializer;
		this.cache = /* @__PURE__ */ new Map();
	}
	has(key) {
		return Object.hasOwn(this.initializer, key);
	}
	get(key) {
		if (this.cache.has(key)) return this.cache.get(key);
		const val = this.has(key) ? this.initializer[key]() : null;
		this.cache.set(key, val);
		return val;
	}
};
var UnicodeTables = class {
	static _CASE_ORBIT = null;
	static get CASE_ORBIT() {
		if (!this._CASE_ORBIT) this._CASE_ORBIT = decodeOrbit("rCgCIgCY+rQI4QiCuuBLgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCCgCBgCBgCBgCBgCBgCBgCB+7OB-BB-BB-BB-BB-BBskQB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BC-BB-BB-BB-BB-BB-BB-BByHBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBxHBCBBBCBBBCBBB3SBmMBkNBCBBBCBBB8MBCBBB6MB6MBCBBC+EB0MB2MBCBBB6MB+MBiGBmNBiNBCBBBmKBikzCBmNBqNBkIBsNBCBBBCBBBCBBB0NBCBBB0NDCBBB0NBCBBByNByNBCBBBCBBB2NBCBBDCBBCwDFCBCBDBCBCBDBCBCBDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB9EBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCCBCBDBCBBBhGBvDBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBjICCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBH2iVBCBBBlKBwiVB+jVB+jVBCBBBlMBqEBuEBCBBBCBBBCBBBCBBBCBBB+hVB4hVB8hVBjNB7MC5MB5MCzMC1MB+0yCE5MB20yCC9MBu2yCBwyyCBo0yCChNBlNBo0yCBu-UBi0yCDlNC6-UBpNDrNIu+UDzNCm0yCBzNE0yyCBzNBpEBxNBxNBtEG1NLqxyCBkxyCnFoFrBCBBBCBBDCBBEkIBkIBkICoHHsCCqCBqCBqCCgEC+DB+DBmkOBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCC+BBgCBgCBgCBgCBgCBgCBgCBgCBrCBpCBpCBpCBmjOB-BB8BB-BB-BBgEB-BB-BByBBqgOBsDB-BBtwBB-BB-BB-BBsBBgDBCB-BB-BB-BBeB-BB-BB61OB-BB-BB-DB9DB9DBQB7DBmCE9CBrDBPBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBrFB-EBOBnHB3FB-FCCBBBNBCBBCjIBjIBjIBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgFBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB8kMB-BB6kMB-BB-BB-BB-BB-BB-BB-BB-BB-BBokMB-BB-BBkkMBkkMB-BB-BB-BB-BB-BB-BB-BB4jMB-BB-BB-BB-BB-BB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EB-EBCBBBCBoiMBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBJCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBeBCBBBCBBBCBBBCBBBCBBBCBBBCBBBdBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBCgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDL-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-C64CgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOBgmOCgmOGgmODg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FBg8FDg8FBg8FBg8FhVg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBg9rCBQBQBQBQBQBQDPBPBPBPBPBPjkC7mMB5mMBnmMBjmMBCBlmMB3lMBpiMBk8kCBCBBG-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FB-7FD-7FB-7FB-7F6FoglCEsuHRwjlCyDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCB0DBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBG1DD97OCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQDPBPBPBPBPBPEQCQCQCQCPCPCPCPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPB0EB0EBsFBsFBsFBsFBoGBoGBgIBgIBgHBgHB8HB8HDQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQBQBQBQBQBQBQBPBPBPBPBPBPBPBPBQBQCSFPBPBzEBzEBRCxnOFSFrFBrFBrFBrFBREQBQClkOFPBPBnGBnGFQBQCljOCODPBPB-GB-GBNHSF-HB-HB7HB7HBRqJ53OE9tQBrmQH4Bc3BSgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBgBBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfBfECBByZ0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BB0BBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzBBzB34BgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDBgDB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CB-CBCBBBt-UBruHBt+UB1iVBviVBCBBBCBBBCBBB3hVB5-UB9hVB7hVCCBBCCBBI9jVB9jVBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBICBBBCBBECBBN-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOB-lOC-lOG-lOzoeCBBBCBBBCBBBCBBBCBBBCBl8kCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBTCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBnECBBBCBBBCBBBCBBBCBBBCBBBCBBDCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBKCBBBCBBBnglCBCBBBCBBBCBBBCBBBCBBECBBBvyyCDCBBBCBBBgDCCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBn0yCB90yCB10yCBh0yCBn0yCCjxyCBzyyCBpxyCBg6BBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBB-CBl0yCBvjlCBCBBBCBBBt2yCBCBBBCBBBCBBBCBBBCBBBCBBBCBBBCBBBhkzCZCBB9a-5Bd-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCB-8rCm6TCBB7gBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCH-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BmlBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvChDwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCBwCFvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvCBvC1DuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCBuCCuCBuCBuCBuCBuCBuCBuCCuCBuCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCBtCCtCBtCBtCBtCBtCBtCBtCCtCBtCk2BgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEBgEO-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-DB-D+CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCL-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-B74CgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhrVgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCBgCB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BB-BhB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BB2BD1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BB1BtxekCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBkCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjCBjC");
		return this._CASE_ORBIT;
	}
	static _Print = null;
	static get Print() {
		if (!this._Print) this._Print = new UnicodeRangeTable(decodeRanges("hB9CBjBLBCpWBDFBFGBCCCBSBCsMBClBBDxBBDCBC2BBJaBFFBSVBC-FBCvBBD6BBDkDBP6BBDwBBDOBCbBDCCBJBGfBIqCBCgFBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYBDCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPBLCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGBCCBCHBDBBDVBCGBCBBCEBDIBDBBDCBICBFBBCEBDRBLBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBGMBCCBCWBCPBDIBCCBCDBIBBCCBCBBDDBDJBIVBCCBCWBCJBCEBDIBCCBCDBIBBGCBCDBDJBCCBNMBCCBCyBBCCBCFBFPBDZBCCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBN5BBFcBmBBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDBhBnCBCjBBFmBBCjBBCOBCMBmBlGBCGGD4LBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBH1CBDFBD-TBCbBE4CBIVBKXBKTBNMBCCBCBBN9CBDJBHJBHNBCKBH4CBIqBBGlCBLeBCLBFLBFEEBoBBDEBMrBBFZBHKBE9BBDgCBCcBDKBHJBHNBDtBBDLBVsCBClFBJ7BBEOBE9BBGqBBDKBJqBBG1QBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBSXBJuBBSBBDaBCMBEhBBPgBBQrEBF5UBXKBWz4BBD9LBGsBBCGGD3BBIBBPXBKGBCGBCGBCGBCGBCGBCGBCGBC9DBjBZBC4CBN1GBbPBC+BBC1CBDmDBGqBBC9CBC1CBKvBBCszcBE2BBK7KBV3FBJ8GBV7BBEJBH3BBJlCBJLBHzDBMdBEtCBCKBFgBBC2BBKNBDJBDmDBZbBLFBDFBDFBKGBCGBC7BBF9DBDJBHj9KBNWBFwBBloItLBDpDBnBGBNEBGZBCEBCCCBCCBCCBoUBhBpBBHyBBCSBCDBFEBCmEBF9FBEFBDFBDFBDCBEGBCGBOBBDLBCZBCSBCBBCOBDNBjB6DBGCBFsBBE3CBCMBEwBwBBsBBjEcBEwBBQbBFjBBKdBGqBBGdBCkBBFNBrB9EBDJBHjBBFjBBFnBBJzBBMLBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBCnCBJIBxBSBCBBGgBBEaBGaBnB3BBFTBDxBBCBBGHBCCBCcBDCBFJBIIBI-BBhBmBBFLBK1BBEcBDaBGZBIDBNGBxCoCB4ByBBOyBBItBBJJBHlBBEcBJBBxGeBCpBBCCBDBBRFBJIBiBtBBJpBBXZBnBbBVWBKtCBFjBBK9BBCEBOYBIJBH0BBCRBJmBBK-CBCTBMRBCuBB-BGBCCCBCBCOBCKBH6BBGJBHDBCHBDBBDVBCGBCBBCEBCJBDBBDCBDHHGGBDGBEEBMJBCDDClBBCJBCDDCDBCJBCBBJBBe7CBCEBfnCBJJBnF1BBDlBBjBkCBMJBHMBU5BBHJBHTBdaBDOBFWB6F7BBlDyCBNHBDDDBGBCBBCdBCBBDLBKJBnCHBDtBBDKBcnCBJyCBOoCBIJB3CHB5ChBBPJBHIBCsBBCNBLcBEfBDVBCNBqCGBCBBCrBBECCBCCBHBJJBHFBCBBCkBBCBBCFBIJBHrBBFJB3HYBIQBCoBBEcB2CQQBwBBO6cBnDuDBCEBMjGBtyCiDBOvhBBRVBL68DBGmSB61G5BBn2B4RBIeBCJBFwCBCJBHdBDFBLlCBLJBCGBCUBGSBxN5BBnG6CBGYBDYBtBqCBF4BBIQBhCEBMGBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBDDBh7D8HBEzNBHWBQQBQtBBDWBKzDB9B1HBLmBBDpCBJvDBWlCB7DTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBD9VBQEBCOBxiBeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBENBDJBFBBhKeBS5BBGxOxOBoBB3GqBBFhGhGBdBCVBJBBhHGBCDBCBBCOBCkGBDPBqBrCBFJBFBByYjCBtC8BBjGDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBBvIrBBFjDBNOBDOBCOBCkBBLtFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBmgB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIBnkzVvHB", false));
		return this._Print;
	}
	static CATEGORIES = new LazyMap({
		C: () => new UnicodeRangeTable(decodeRanges("AfBgDgBBOrWrWBHHBCBICCVuMuMnBBBzBBBE4B4BBGBcDBHQBXhGhGxBBB8BBBmDNB8BBByBBBQddBCCMEBhBGBsCiFiFJBBDBBXIICCBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBPMMBEB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKMMBDBbEByBPBDBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCB-FCBHBBHBBHBBECBIIIBLBDBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIB-BGGBLBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMBxhBPBXJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBF-6DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBrCHBxDUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIlkzVBxHvw-FB", false)),
		Cc: () => new UnicodeRangeTable(decodeRanges("AfgDgB", true)),
		Cf: () => new UnicodeRangeTable(decodeRanges("tFzqBzqBBEBXhGhGyBhMhMBxCxCs5D9-B9-BBDBbEByBEBCJBw03B6H6HBBBimEQQj7IPBhjiBDBwmFHBn0rYffB+CB", false)),
		Cn: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBDBvzIBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-BB---BBB---BBB", false)),
		Co: () => new UnicodeRangeTable(decodeRanges("gg4B-nGh4hc9--BD9--B", true)),
		Cs: () => new UnicodeRangeTable(decodeRanges("gg2B--B", true)),
		L: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICCiEEBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoCaBFDBuBqBBkBBBCiDBCQQBIIBLLBBBDRRCdBe4CBMZZBfBKBBFGGBUBFKKEYYBXBIKBGXBCGBRpBB7B1BBETTIJBQPBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNGB7BBBCCCBDBCXBCCCBIBCBBKDDBDBCWWBCBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNSSBkBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBkBFFkC4CBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBzC+C+CBtBBSHB3BdBOBBLrBBbjBBqBCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBhC1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBF1B1BB8zC8zCBjHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBxC2O2OBrBrBBDBGBBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBReBDlCByBIBDmDBDxCBVQBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBdRRBDBCJBLEBCoBBYCBCHBVWBEEEBwBBCEEBDDBDBDCCZCBDKBICBNFBDFBDFBKGBCGBCqBBCNBHyDBej9KBNWBFwBBloItLBDpDBnBGBNEBGCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBxB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOjBBnBbBKWB7HpBBHBBRFB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB1D-BBgBHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBqBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBGjCjCBLBhCBBCPPBNNB0mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBn7F0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFBmI9BBzEsBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCCBCBBCGBDEBKBBhHGBCDBCBBCOBCkGB8BjCBI1lB1lBBCBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		LC: () => new UnicodeRangeTable(decodeRanges("hCZBHZB7BLLBVBCeBCiGBCDBFvGBDZBhGDBDBBECBCHHCCBCCCBSBCyCBCqEBJlFBClBBKoBB44ClBBCGGDqBBDCBhV1CBDFBjkCKBGqBBDCBhCrBBgCMBChBBmD1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGBmIFFDJBCEEBDBHGCBCBCFBFDDBCBGEBF1B1BB8zC8zCB6DBDmDBHDBEBBNlBBCGGzoetBBTbBnEtCBCWBEDBCsCBZBBE2Z2ZBpBBGIBIvCBh6TGBNEBqgBZBHZBmlBvCBhDjBBFjBB1DKBCOBCGBCBBCKBCOBCGBCBBk2ByBBOyBB+CVBLVB74C-BBhrV-BBhBYBDYBtpZ0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BJBCTBHFB2uCjCB", false)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDZBiGCCEEEBBBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBDCB5XFBjkCIBC2D2DBqBBgCMBChBBnD0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBBzIEEBEEcKFDBBJDBF2B2Bs1CvBBCEEBGCFCCBCCBEBGiDCBIICFFNlBBCGG0oesBCUaCoEMCBBBC+BCBGBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCbEE2ZqBBGIBIvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFB4vChBB", false)),
		Lm: () => new UnicodeRangeTable(decodeRanges("wVRBFLBPEBICCmEGG-OnHnHlFBBuIBBFgBgBKEEhFoFoF1mBgEgE2R72B72BsDkTkTxOFBvF+BBOjBjBBjBByVOORMBg-CBByHgGgG2OsBsBBDBGiDiDB+C+CBBB34bjnBjnBBEBvIzDzDdBB6DIBxCYYpDDBEBB2OXXqEtDtDWBBoDDBKngVngVuBBBh-BFBCpBBCIB0sBhBhB2K04D04DnrTDB9PCBpBBBnRMBhCBBCPPB9-P9-PBCBCGBCBByhM9BBqGGBud0Q0QsSAB", false)),
		Lo: () => new UnicodeRangeTable(decodeRanges("qFQQhIFFBCBxGBB7ZaBFDBuBfBCJBkBBBCiDBCZZBLLBBBDRRCdBe4CBMZZBfBWVBrBYBIKBGXBCGBRoBB8B1BBETTIJBROBFHBDBBDVBCGBCEEBCBERROBBCCBPBBLJJBEBFBBDVBCGBCBBCBBCBBgBDBCUUBBBRIBCCBCVBCGBCBBCEBETTQBBYMMBGBDBBDVBCGBCBBCEBEffBCCBBBQSSCFBECBCDBEBBCCCBEEBEEBBBELBX1B1BBGBCCBCWBCPBEbbBBBCBBDBBfFFBGBCCBCWBCJBCEBEffBBBCBBQBBSIBCCBCoBBDRRGCBJCBZFBGRBEXBCIBCDDBFB7BvBBCBBNFB8BBBCCCBDBCXBCCCBIBCBBKDDBDBYDBhBgCgCBGBCjBBcEB0DqBBVRRBEBFDBEEEBIIBBBFMBNyDyDBnKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPByDrTBDQBCZBGqCBHHBIRBOSBPRBPMBCCBQzBBpBkCkCBhBBC0BBIEBDhBBCGGBkCBLeByBdBDEBMrBBFZB3BWBK0BBxFuBBSHB3BdBOBBLrBBbjBBqBCBLdByDDBCFBCBBE7hB7hBBCB4-C3BBZWBKGBCGBCGBCGBCGBCGBCGBCGBoR2B2BF1CBJCCB4CBFGGBpBBC9CBSfBxBPBhQ-tGBhC0wUBC2jBBkCnBBJrIBFPBLBBjCyByBBkCBqFoDoDEGBCCBCDBCWBezBBPxBB-BFBECCBMMBaBLWBacBIuBBuBEBDIBLEBCoBBYCBCHBVPBCFBEEEBwBBCEEBDDBDBDCCZBBEKBIPPBEBDFBDFBKGBCGByEiBBej9KBNWBFwBBloItLBDpDBkCCCBIBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBqDJBCsBBDeBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmMcBEwBBwBfBOTBCHBHlBBLdBDjBBFHBhEtCBjDnBBJzBB9CzBBN2JBKVBLHB5EFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCQQBCBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4FjBBnBDBCxJxJBoBBHBBRCBCBB5BcBLJJBUBrBRBvBUBcWBN0BB6BBBDOOBrBBhBYBbjBBeDDJiBBENNBuBBPDBWCCkBRBCYBUBBgCGBCCCBCBCOBCJBIuBBnBHBDBBDVBCGBCBBCEBETTNEBfJBCDDClBBCaaCtBtBBzBBTDBVCBfvBBVBBC5F5FBtBBqBDBlBvBBV8B8BBpBBOoCoCBZBmBGB6FrBB0GHBDDDBGBCBBCXBQCC-CHBDmBBRCCdLLBmBBIWWMtBBUTTBnCBoGgBBgBIBCkBBSyByBBcBxDGBCBBClBBWaaBEBCBBCfBPYYBnBBCBBlISBQCCBLBChBB9DwCwCB4cBnHjGBtyCgDBQvhBBSFBa68DBGmSB61GdBj3B4RBIeBSuCBSdBTvBB0BUBGSB0NnBB2MqCBGwFwFB0mHBqBfBiDyDBuwIiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBxzI2P2PBrBBiBiKiKBcBTrBBlPaBmHdBDwGwGBdBCCBCBBCGBDEBKiHiHBFBCDBCBBCOBCkGB8pBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQBlqE-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("lOGDnB2sH2sHBGBJHBJHBNQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBG+B+B9zCvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("gYvDB0IGBoIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCgBB3BCBCRBCGBLBBeCB5BCCBFBDBBDCBKLLBbbDCB5BCCBDBFBBDCBEffBEEMCB5BCCBGBCCBCCBVBBXFBCCB5BCCBFBDBBDCBICBLBBf8B8BBDBECBCDBKpBpBBDB4BCCBFBCCBCDBIBBMBBeCB5BCCBFBCCBCDBIBBMBBQNNBCB4BBBCGBCCBCDBKLLBeeBBBnCFFBEBCCCBGBTBB+BDDBFBNHBjDDDBHBMGBqCBBcECFBByBTBCBBGKBCjBBKlDlDBSBYDBFCBCCBDGBEDBOLBCLLBCBgWCBzdDBdCBeBBfBBhCfBKuBuBBBBC2D2DBjBjB3DLBFLB8GEB6BJBCcBDxBxBBsBBDLBVEBwBQBnBIBNCBfMB5BNBxBTB5ECBCUBFHHDCBnG-BBxWgBB--CCBuEhDhDBeBrRFBqDBB1udDBCJBhBBBxCBBxIEEFYYBDBF0C0CBzBzBBQBbRBOnBnBBGBaMBtBDBwBNBlBkCkCBMBNJJBuBuBBBBzBCCBBBDBBGBBCqBqBBDBGBBtHHBCBBx5TiXiXBOBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB7DCB2BOBqBDDBLLBCBuBKBI+B+BBBBlBNBRBBtBNNBBBxBNBJDBCBB9CLBHDD+ELBWDB4BBBCGBDBBDCBKLLBDDBFBEEBkCIBCDDCDBCEBCPPBzCzCBQBYyCyCBSBsHGBDIBcBBzCQBrDMBmDOBhIOB2HFBCBBDDBCCCBuEuEBFBDGBEddBIBpBGBCDBJKKBJBvBPBnGHBoGHBCHBzCVBCNB7DFBECCBCCBFBCjCjCBDBCBBCEB8KDBKBBCxBxBBFBEEBYmnFmnFHOBpmLRBhuCEB8BGB5gBCCB1BBIDByCMMBslTslTBizEizEBsBBDWB-QEBEFBJHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		Mc: () => new UnicodeRangeTable(decodeRanges("joC4B4BDCBJDBCBBzBBB7BCBHBBDBBLsBsB7BCBjC7B7BBBBJCCB2B2BB7B7BCHHBDDBLLnDBBCBBECBCCBLqBqBBBB+BDB+BBB7BCCBDBDBBCBBKBBdPPB7B7BBBBGCBCCBLrBrBBsCsCBBBHHBTBBrKBBgCsFsFBFFHDDBaaBLLBBBDGBWBBDFBDLLBBB5zBffiEIIBGBCBB7KDBDCBFBBCFBhHBB7BCCKCCBJJBEByExBxBGCCBDBCBB+BffFBBD9B9BDCBCEEBxBxBBGBJBBsFWW35EBB0-dBBD5C5CBzBzBBOBvEBBwBxBxBBFFBDDBBBvDBBDBBZuBuBCuDuDDBBGuHuHBCCBCCBCC0gZCCgEuBuBBBBFBB0DZZB8B8BxBCBKBBO+C+CBBBEBBCrFrFBBBgBBB7BBBCDBDBBDCBKLLB1C1CBBBIDDCDBCBBCmDmDBBBJBBErDrDBBBHCCBCBDuHuHBBBHDBDyDyDBBBJBBCuDuDCBBHoDoDCBBFmImIBBBK4H4HBEBCBBFDDCvEvEBBBJDBF1C1CeBB-BqGqGECCoGPPrDIID2G2GBDBFBBC-K-KBNNxBBBJBBCpvQpvQBBBlxD2BBpDBB0rYBBHFB", false)),
		Me: () => new UnicodeRangeTable(decodeRanges("okBBB1xF-wB-wBBCBCCBsshBCB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("gYvDB0IEBqIsBBCCCBCCBCCpCKBxBUBRmDmDBFBDFBDBBCDBkBffBZB8CKB7BIBKZZBCBCIBCCBCEBsBCB8BIBrBXBCfB4BCCFHBFEEBFBLBBe7B7BFDBJVVBbbDBB6BFFBFFBDDBBBEffBEEMBB6BFFBDBCBBFVVBXXBEBC7B7BDCCBCBJIIBMMBff+BNNzBEE4BCCBBBGCBCDBIBBMBBe7B7BDHHGBBVBBdBB6BBBFDBJVVBeepCIIBBBC7C7CDGBNHBjDDDBHBMGBqCBBcEC4BNBCEBCBBGKBCjBBKnDnDBCBCFBCBBDBBaBBFCBRDBODDBHHQgWgWBBBzdCBeBBfBBfBBhCBBCGBJDDBJBKuBuBBBBC2D2DBjBjB3DCBFBBKHHBBB8GBBD7B7BCGBCCCDHBHJBDxBxBBMBCeBDLBVDBxBCCBDBCGGpBIBNBBhBDBDBBCCB5BCCBEECCB7BHBDBB5ECBCMBCGBFHHEBBnG-BBxWMBFEEBKB--CCBuEhDhDBeBrRDBsDBB1udFFBIBhBBBxCBBxIEEFaaBGG4EBBbRBOnBnBBGBaKBvBCBxBDDBCBDBBoBkCkCBEBDBBDBBNJJwB0B0BCCBDBBGBBCrBrBBJJvHDDFx5Tx5TiXPBRPBuejHjH2EEBn0BCBCBBGDBpBCBFmFmFB+R+RBCBiCEB+JBBuCFBnCKByBDB8D3B3BBNBqBDDBLLBBByBDBDBBI+B+BBBBlBEBCHB-BNNB1B1BBHBLDBDgDgDBBBDCCBHHD+E+EEHBWBB6BBBEmBmBBFBEEBnCFBOECPBB2CHBDCBCYY1CFBCFFBCCBvHvHBCBHBBCBBcBB2CHBDCCBrDrDCDDBEBCmDmDCDDBCBCEBkIIBCBBhIBBCFFxEDBDBBFhBhBBIBpBFBDDBJKKBEBDCBvBMBCBBnGCCBBBCqGqGBFBCFBCzCzCBUBDGBCBBCBB7DFBECCBCCBFBCpCpCBEEC8K8KBMMB1B1BBDBGCCYmnFmnFHOBpmLLBECBhuCEB8BGB5gBgCgCBCByC5lT5lTBizEizEBsBBDWBhRCBSHBDGBfDB1ECB89B2BBFxBBJPPXEBCOBxqBGBCQBDGBCBBCEBlDhFhFBFB4L+B+BBCB9PDB-HBB0HDDIBBG7O7OBFBuDGB29lYvHB", false)),
		N: () => new UnicodeRangeTable(decodeRanges("wBJB5DBBGDDBBBitBJBnEJBnGJB9MJB3DJBFFBtDJB3DJB3DJBDFBvDMB0DJBJGBoDJBpDGBISBuDJBhDJB3DJBnCTBtIJBnCJBwWTBybCBwHJBHJBXJBtJJBhEKBmFJBHJB3FJB3CJBnEJBHJB3gBEEBEBHJBnGyBBDEB3W7BBvCVB3TdBqrBqYqYaIBPCB4KDBrEJBfHBCOBhBJBoBOBh7cJB9FJBhKFB7EJBnBJBnGJBXJB3CJB3MJB34UJBuPsBBN4BBSBB2KaBlBDBeJJnEEBrGJBvdHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBxBJBHJB3IeB-EJBrBDBxDGBnEdBhEJB9BJBxEJBITB8HJB3KJB3DJB3LJBnDJBHTBtCLBlNSB+CJB3UJB3CcBkHJBnCJB3BJBnLJBnDUBshBuDBimPJBnpCJB3CJBnEJBCGBvQJBnIWB+KCB6nXJBnuBTBNTBtDYB2iBxBBhqCJBnNJB3PJB4HJBtWIBhEJB4Y6BBCCBCDBtCsBBCOBjeMBk3CJB", false)),
		Nd: () => new UnicodeRangeTable(decodeRanges("wBJnxBJnEJnGJ9MJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJ3DJhDJ3DJnCJ3IJnCJn6BJnBJtJJhEJnFJHJ3FJ3CJnEJHJnuiBJnVJnBJnGJXJ3CJ3MJ34UJnsBJnkCJHJ9YJhEJ9BJxEJ3IJ3KJ3DJ3LJnDJHTtCJnNJnDJ3UJ3CJ3HJnCJ3BJnLJ3uQJnpCJ3CJnEJ3QJ37XJ12CxBhqCJnNJ3PJ4HJ2aJ30EJ", true)),
		Nl: () => new UnicodeRangeTable(decodeRanges("u3FCBwzCiBBDDB-zDaaBHBPCBs1dJBxyW0BBtOJJnEEBrhIuDBm8SCB", false)),
		No: () => new UnicodeRangeTable(decodeRanges("yFBBGDDBBB2pCFB5LFB5DCBmEGB6GGBSIByNJB2hBTB0jBJBhP20B20BEFBHJBnGPBqB3W3WB6BBvCVB3TdBqrB1kB1kBBCBrEJBfHBCOBhBJBoBOBxrdFBymWsBBiCDBSBB2KaBlBDB1pBHBaGBoBIBsCEBXFBhFBBDPBDtBBhCIB1BBBfCBsCEBpDHBZHBqBGBrKFBhLeB-EJBrBDBxDGBnETB8LTBmqBBBvNIBobSB0aUBn8SGB-YWBqhZTBNTBtDYBvqFIBid6BBCCBCDBtCsBBCOBjeMB", false)),
		P: () => new UnicodeRangeTable(decodeRanges("hBCBCFBCDBLBBEBBbCBCccCkBkBGEELBBEEE-VJJzOFBqBBB0BCCDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCmBmBBCBoCrCrCBDBFBBwDFBsFlTlTBHB4EuTuTtBBBvCCBoCBB+ECBCCBmBKB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBM9Z9ZBWBJTBCMBCLBfBBPBB6TDBeBB+hBNBwCBBgBJB0MVBgCDBhBBB8XDBCBBxDwEwEBtBBCfBDLBkNCBFJBDLBRNNjD7C7CjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HzqUzqUBxGxGBIBXiBBCNBCFFCBB2ECBCFBCDBLBBEBBbCBCccCCCBFB7MCB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDByO-J-JjBlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Pc: () => new UnicodeRangeTable(decodeRanges("-Cg-Hg-HBUU-u3BBBZCBwHAB", false)),
		Pd: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEBiwDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Pe: () => new UnicodeRangeTable(decodeRanges("pB0B0BgB+1D+1DC-6B-6BqtC4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECtBGCtNICEGCDBB-ozB6G6GeOCESSCCCrF0B0BgBGD", false)),
		Pf: () => new UnicodeRangeTable(decodeRanges("7F+6H+6HEddpuDCCFDDQEE", false)),
		Pi: () => new UnicodeRangeTable(decodeRanges("rFt7Ht7HDBBDaapuDCCFDDQEE", false)),
		Po: () => new UnicodeRangeTable(decodeRanges("hBCBCCBDECBLLBEEBcclCGGPBBI-V-VJzOzOBEBqB3B3BDDDtBBBVBBCBBOCCBBBrCDBnDsBsBBMBqHCB3BOBgBmImIBLLtE5D5D6DnMnMNwLwL7CLLBpFpFBNBCxDxDrCEBFBBwDFBsFlTlTBHBmY9D9DBBBoCBB+ECBCCBmBFBCDB6JBB5GBBhEGBCFBhFBBLGBdCB9DDB8BEB-BBBhCHBMjajaBJJBGBJIBDDBDCBEKBCCCBIB7kDDBCBBxDwEwEBFFBBBDDDBHBCBBCDDBLLBDBCJBDDBCCCBLBDCBtNCB6B+F+FjgdBBuICBkDLL0DFB9LDB3CBBpBCBCyByBBwBwBiDMBRBB9DDB-DBBRBB6HlxUlxUBFBDXXVBBDDBECBCDBICBHCCB2E2EBBBCCBDECBLLBEEBcclBDDB7M7MBBB9UxBxB-MoXoXoGgBgBxIIBnBxDxDBFBjCGB6CDB0ZlElEBDBtBDB+FGBuDBBCDB-DDBxBBBwCDBFOOCCB5CFBsDrJrJBCCBzDzDBDBLBBCpDpD7HWBqDCBdMBtCjEjEBBB9HpIpIBBB8E9C9CBGB0CCBCEB+CJB4GgDgDBDBrBBBmUBBrCMBwFxjBxjBBDB97CBB8zOBBmEiCiCBDBJpRpRBBBoJDBoK9lT9lTovHEB07C-a-aBAB", false)),
		Ps: () => new UnicodeRangeTable(decodeRanges("oBzBzBgB-1D-1DC-6B-6B-rCEEnB4B4BQ7T7TCff-hBMCxChBhBCGC1MUChCCCiBmhBmhBCECaTTCECtNICEGCDipzBipzB4GeeCMCESSCCCrFzBzBgBEEDAB", false)),
		S: () => new UnicodeRangeTable(decodeRanges("kBHHRCBgBCCcCCkBEBCBBDCCBCBDEEfgBgBrODBNNBGGBCCCBPB2DPPBxDxDsErIrIBBB3DCBDDDBvGvGLUUB4H4HIBBpEqLqLBHHB2H2H-DjEjEBGBlEwGwGqBmGmGiGCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WuLuLlL+E+EBgBBiLJBKIBhiBCCBBBMCBOCBOCBOBBmCOOoBCBOCBUhBB-BBBCDBCBBLCCBBBGFBCECFMMBFFBDBGDBC7B7BBFFB2LBFcBD+HBXKByCtCBXnTBtBwBBDeBLyMBX+BBFfBD1LBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBB8CBB0HBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BB6RWBKBBoDBB+EDBLDB+RCBiHPPB+9T+9TpEgBBuLPBhCBB3BHBtBDBjDCCBBBD7E7EHRRBBBgBCCcCCiEGBCGBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSmWmWBiKiKBGBnjC2kC2kCBbBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQQBgDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBrbaagBaagBaagBaagBaa9B-PB4BDBzBHBCNBCBBp2BwNwNttCEE+DiOiOBvIvIBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Sc: () => new UnicodeRangeTable(decodeRanges("kB+D+DBCBqnB8D8DzPBBzPBBI2H2HoImSmS8sClmClmCBgBB37hBkuVkuVtD7E7E8GBBEBB3-HDB-4wBxtCxtC", false)),
		Sk: () => new UnicodeRangeTable(decodeRanges("+CCCoCHHFEEqQDBNNBGGBCCCBPB2DPPBjoBjoB15FCCBBBMCBOCBOCBOBB9kEBBkzdWBKBBoDBBxePPBniUniUBPB8bCCjF4g9B4g9BBDB", false)),
		Sm: () => new UnicodeRangeTable(decodeRanges("rBRRBBB+BCCuBFFmBgBgB-XwQwQBBB8xGOOoBCBOCBsEoBoBBDBHlClCBDBGBBFGDIgBgBBDDCgBgBBqIBhBBB7CffBXBpBFB2OKK3BHBwDxKxKBDBDeBLPBhIiEBX+BBFfBDhIBxBUBDFB9+zB5Z5ZCCBlFRRBBB+BCCkEHHBCBitDBBhrwBx+Bx+BagBgBagBgBagBgBagBgBat5Ft5FB-uC-uCBHB", false)),
		So: () => new UnicodeRangeTable(decodeRanges("mFDDFCCyerIrIBgEgEBvGvGLUUB4H4HkQ2L2LjEFBClElEwGqBqBoMCBQCCBBBDFBVECmEHBCFBCBBGDBmGBBxXJB0WzWzW+EhBBiLJBKIBksBBBCDBCBBLCCBHHBEBCECFMMBPPCBBC7B7BBKKBDBDDBCBBCBBCGBCeBDBBCCCBdBtIHBFTBDGBDwCBCdBanBBHnCBXKByCtCBX2FBCIBC1BBJuDBC3HBtBrBBhC-HBhQvBBWBBHmBBDpEBmHFBmLBBvBZBC4CBN1GBbPBFOOBNNWBBHBBxKBBFJBhBlBBKRRBdBMdBJQQBeBLmBBQ-JBhuG-BBx0V2BBibDBLBBC+R+RBBBqqUPBuLPBhCBB3BHBuBCBlPEEFBBOBB6JIB6BQBDCBCMBEwBwBBrBB7zBBBwSpgBpgBBGBnjC2kC2kCBGBFQBr6SDBG3qU3qUk7DvHBLCBEzNBHWBQPBhDzDB9B1HBLmBBD7BBGCBXBBIdBF8BBWhCBE7F7FB1CBqlB-PB4BDBzBHBCNBCBBp2B96C96CiEyWyWBqBBFjDBNOBDOBCOBCkBBYgFB5BcBOrBBFIBIBBPFB7E6HBG4WBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBB-B3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBC7CBLAB", false)),
		Z: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBeBBGwBwBh9DAB", false)),
		Zl: () => new UnicodeRangeTable(decodeRanges("ohIA", true)),
		Zp: () => new UnicodeRangeTable(decodeRanges("phIA", true)),
		Zs: () => new UnicodeRangeTable(decodeRanges("gBgEgEgvFgsCgsCBJBlBwBwBh9DAB", false)),
		ASCII_Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbF", true)),
		Alphabetic: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBLLFGGBVBCeBCpOBFLBPEBICC3CeeBQBCBBDDBCHHCCBCCCBSBCyCBCqEBJlFBClBBDHHBnBBoBNBCCCBCCBCCJaBFDBeKBG3BBCGBPlDBCHBFHBFCBLCBDRRBuBBOkDBZgBBKBBFGGBWBDSBUYBIKBGXBCGBIJJBoBBLLBEGBHrCBCPBCCBFOBOSBCHBDBBDVBCGBCEEBCBEHBDBBDBBCJJFBBCEBNBBLFFBBBCFBFBBDVBCGBCBBCBBCBBFEBFBBDBBFIIBCBCSSBEBMCBCIBCCBCVBCGBCBBCEBEIBCCBCBBEQQBCBWDBFCBCHBDBBDVBCGBCBBCEBEHBDBBDBBKBBFBBCEBORRBCCBEBECBCDBEBBCCCBEEBEEBBBELBFEBECBCCBEHHpBMBCCBCWBCPBEHBCCBCCBJBBCCBCBBDDBdDBCHBCCBCWBCJBCEBEHBCCBCCBJBBGCBCDBOCBNMBCCBCoBBDHBCCBCCBCGGBCBIEBXFBCCBCRBEXBCIBCDDBFBJFBCCCBGBTBBO5BBGGBH0B0BBECBDBCXBCCCBRBCCBDEBCHHPDBhBgCgCBGBCjBBFSBFPBCjBBkC2BBCDDBDBR-BBLDBDlBBCGGDqBBCsKBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBmBPBR1CBDFBErTBDQBCZBGqCBEKBITBMUBNTBNMBCCBCBBNzBBDSBPFFkC4CBIqBBGlCBLeBCLBFIBYdBDEBMrBBFZB3BbBF+BBDTBzBYYBMMBBByBzBBCOBCHB0BpBBDDBLrBBCKBP2BBXCBLjBBDKBGqBBDCBqBDBCFBCBBEGGB+FBUhBBM1IBDFBDlBBDFBDHBCGCBdBD0BBCGBCEEBBBCGBEDBDFBFMBGCBCGB1DOORMBmDFFDJBCEEBDBHGCBCBCKBDDBGEBFSSBnBBuZzBB34BkHBHDBEBBNlBBCGGD3BBIRRBVBKGBCGBCGBCGBCGBCGBCGBCGBCfBwB2O2OBBBaIBIEBDEBF1CBHCBC5CBCDBGqBBC9CBSfBxBPBhQ-tGBhCs0VBkCtBBDsIBEPBLBBVuBBGHBEwDBoBIBDmDBDxCBVUBCgBBZzBBNjCBCtBtBBEBECCBBBLgBBGiBBOcBEyBBCLBQRRBOBLEBC2BBKNBTWBEkCBCCCZCBDPBDDBMFBDFBDFBKGBCGBCqBBCNBH6DBWj9KBNWBFwBBloItLBDpDBnBGBNEBGLBCMBCEBCCCBCCBCCBqDBiBqLBT-BBD1BBpBLB1DEBCmEBlBZBHZBM4CBEFBDFBDFBDCBkBLBCZBCSBCBBCOBDNBjB6DBmC0BBsIcBEwBBwBfBOdBGqBBGdBDjBBFHBCEBrB9EBTjBBFjBBFnBBJzBBNKBCOBCGBCBBCKBCOBCGBCBBEzBBN2JBKVBLHBZFBCpBBCIBmCFBDCCBqBBCBBEDDBVBLWBKeBiCSBCBBLVBLZBHZBnB3BBHBBhCDBCBBGHBCCBCcBrBcBEcBkBHBCbBc1BBLVBLSBORBvDoCB4ByBBOyBBOnBBjBbBEGGBVB7HpBBCBBEBBRFBzBCBEcBLJJBUBrBRBvBUBcWBKlCBsBEBL4BBKOOBXBYyBBSDBJiBBEKKB+BBCDBKBBLCCkBRBChBBDHHBCB-BGBCCCBCBCOBCJBI4BBYDBCHBDBBDVBCGBCBBCEBEHBDBBDBBEHHGGBdJBCDDClBBCJBCDDCDBCBBECCtBhCBCCBCDBVCBfhCBDBBC5F5FB0BBDGBaFBjB+BBCEE8B1BBDoCoCBZBDNBWGB6F4BBoD-BBgBHBDDDBGBCBBCdBCBBDBBDDB+CHBDtBBDFBCCCBccBxBBDJBSnCBGTTBnCBoDHB5CgBBgBIBCsBBCGBCyByBBcBDVBCNBqCGBCBBCrBBECCBCCBBBCDDBZZBEBCBBCkBBCBBCDBCYYBqBBlIWBKQBCoBBECBwDwCwCB4cBnDuDBSjGBtyCgDBQvhBBSFBa68DBGmSB61GuBBy2B4RBIeBSuCBSdBTvBBRDBgBUBGSBxNsBB0G-BBhBYBDYBtBqCBF4BBIQBhCBBCNNBFBK1mHBqBfBiDyDB+vIDBCGBCBBCiJBQeeBBBDPPBCBJrMBloCqDBGMBEIBIJBFi7Fi7FBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDYBCYBCeBCYBCeBCYBCeBCYBCeBCYBCHB15BeBHFB2GGBCQBDGBCBBCEBG9BBiBxDxDBrBBLGBRiKiKBcBTrBBlPbBlHdBDwGwGBdBCVBJBBhHGBCDBCBBCOBCkGB8BjCBEEE1lBDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1TZBHZBHZB3zD-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Dash: () => new UnicodeRangeTable(decodeRanges("tB9qB9qB0BiyDiyDmgBqgCqgCBEB+BoBoBQnMnMlgDDDgBBBFdd-NUUwDxszBxszBBmBmBLqFqFhzD-J-J", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("jBHHGJBwDFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDrGrGhFBBNBBPDDBIBsCZBCBBYVVDIBWBBvFhBBDvDBDBBCCBDyCBDCBCmIBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDDBEJBECCBEEDJBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Emoji_Component: () => new UnicodeRangeTable(decodeRanges("jBHHGJB0+H2G2Gsp3B3+8B3+8BBYB8PEBxtBDBtzhY-CB", false)),
		Emoji_Modifier: () => new UnicodeRangeTable(decodeRanges("7-8DE", true)),
		Emoji_Modifier_Base: () => new UnicodeRangeTable(decodeRanges("9wJ8G8GRDB4jzD9B9BBBBDDDBBB2DBBDKBWSBEFFBBBCCBICCZqGqGBFFWFFBvFvFBBBEEB0CRRBBBKMMgSDDJHBHKKBIBDCB5B+B+BBCCBCCSCBCMBmHCBrBIB", false)),
		Emoji_Presentation: () => new UnicodeRangeTable(decodeRanges("64IBBuGDBEDDqQBBWBBzBLBsBUUOJJBSSBGGBJJGWWIBBCFFDIIFBBdkBkBCFFBBBC+B+BBBBZPP8aBB0BFFvlxDrGrG-FDDBIBsCZBCZZVDDBDBCCBWBBvFgBBNIBClCBCVBNqBBFEBNQBEEEBlCBCCCB5FBD+BBODBCXBTbbBOO3C0CBxBlCBHEEBBBDDBEDBMBBIIBkHLBF8I8IBtBBCJBC4FBxDMBEKBE4BBCFFBOBDLBFJB", false)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("pFFFu8HNN5GXX7CFBQBBwLBBNnFnFaKBFCBoGoHoHBLLK7B7BBCBCEBKGDBDDFDDCBBDIEBJJBBBGCCGLBMBBDCCBCCTDDBTTBEBCCCBEEBGGDBBFBBMBBGBBDGGBECBVVBGGBEBCDBDFFDDDBEBCDDCCCHEEHLLBQQDFFCFFBBBCMMBxBxBBBBKeP1LBBwOCBUBB0BFF7mBNN6SCCrrvDoBoBBCBlDLBQBBQPPBmBmBBIBxDBBNBBPDDBIBU3BBcOBLVVDIBCDBKWBH7FBDvDBDBBCCBDyCBDCBCDBG9HBC+BBMFBCXBIBBDHBNDDBCBDFFBOOBDDJBBKGGBBBNCBJCBDCCFHHEHHB0CBxBlCBGHBDQBECCBEBDMB7GlBBNDB5BHBLFBpBHBfBBNDBDNBKmBBNuBBCJBC4FB5CHBPxEBhI9fB", false)),
		Hex_Digit: () => new UnicodeRangeTable(decodeRanges("wBJIFbFq1-BJIFbF", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hDZBwBLLFlBlBBWBCHBC2BCBQCBuBCDECBBBDCCDEEBFFDEEBBBDDDCCCDCCBCCDEECDDBDDBBBHGDCOCBSCBDDCEEC4BCBFBDDDBCCFICBjCBDiBBIBBfEBhDsBsBCEEDDBTccBhBBCBBECBCWCBDBCGDB0B0BBuBBCgBCK0BCDMCBgDCxBoBBo6CqBBCDB5XFBjkCIBC2D2DB+FBiC0ECBHBCgDCBHBJFBLHBJHBJFBLHBJHBJNBDHBJHBJHBJEBCBBHEEBBBCBBJDBDBBJHBLCBCBB6DOORMBuDEEBEEcKFDBBJDBFiBiBBOBFsasaBYBn6BvBBCEEBGCFCCBCCBGBEiDCBIICFFNlBBCGG0oesBCUaCBBBmEMCBBBC8BCBIBCCCDICFCCDCCBBBCSCGGGCMCFCCDOCWDBCCCBBB2ZqBBCNBHvCBh6TGBNEBqhBZBumBnBBpEjBB8EKBCOBCGBCBBkODDBBBCpBBCIBmoByBB+DVB75CfBhsVfB8BYBnqZZBbGBCRBbZBbDBCCCBFBCKBbZBbZBbZBbZBbZBbZBbZBbZBbbBdYBCFBbYBCFBbYBCFBbYBCFBbYBCFBC15B15BBIBCTBHFBmI9BB1lChBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("rBRRBBBgBeeCuBuBFmBmBgB5W5WBBBDbbBDDBBBwQCBuwGccBBBMEEOPPBCBWEBMEBiCMBFEEBFFBDBTFFDJBCDDBEBHEEBDDBCCBBBCFBENBClClCBWBCFBCBBFBBFfBCHHBPPBqIBJDBVBB7CffBZBCZZMGB+NBBNJBFFBFBBDBBEEBPCCDFBMHBGBB6BCCeDBKCBxK-BBhI-PBxBUBDFB9+zB4Z4ZBEBCjFjFRCBeCCeCCkEHHBCBitDBBhrwBwoBwoBBzCBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBBhwFDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB-uCIB", false)),
		Quotation_Mark: () => new UnicodeRangeTable(decodeRanges("iBFFkEQQ96HHBaBBowDqOqOBCBOCBixzBDB+FFF7CBB", false)),
		Terminal_Punctuation: () => new UnicodeRangeTable(decodeRanges("hBLLCMMBEE-ZJJiQ6B6BpCPPCCB1FsBsBBJBCsHsHB3B3BBEBCHBgBmImIB1nB1nBBtFtFFFB4JBB2YHBmY9D9DBBBoCBB+ECBEoBoBBCBDBB7JBBjLDBjFBBLBBCCBeCB8FEB-BBBldYYBKKBBBwlDCBzJOOFLLCBBEBBtNBB8ndBBuICBkHEB-LBB3CBBgD4E4EBBB0ECBgERRB6H6HnxUDDB6B6BBBBCDBqFLLCMMBEEiCDD7hBxBxBnkBoGoG3JBB5EFBlCFB6CDB5dEBtBDB+FGBxDDBgECBiEBBHRRB5C5CBDBtDrJrJB2D2DBBBNBBnLDBEOBqDBB6HCBmQCC8HBB4CBBFBB-MCBuBmUmUBrCrCBspBspBBDB6vRBBmEiCiCBBBLqRqRBoJoJBnwTnwTovHDB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiB2BCDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIJDCMCDQCDDDCCBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBDDBBBEWCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBpCDBNDBNDBNEBMDBnIFFECBDCBDEEBDBHGCBCBDDBLBBGbbBOBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoqZZBbZBbZBbCCBGDBDDBCBCHBbZBbBBCDBDHBCGBcBBCDBCEBCEEBFBcZBbZBbZBbZBbZBbZBfYBiBYBiBYBiBYBiBYBiB2pE2pEBgBBvgCZBHZBHZB", false)),
		White_Space: () => new UnicodeRangeTable(decodeRanges("JEBTlDlDbgvFgvFgsCKBeBBGwBwBh9DAB", false))
	});
	static SCRIPTS = new LazyMap({
		Adlam: () => new UnicodeRangeTable(decodeRanges("go6DrCFJFB", true)),
		Ahom: () => new UnicodeRangeTable(decodeRanges("g4lCaDOFW", true)),
		Anatolian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggxCmS", true)),
		Arabic: () => new UnicodeRangeTable(decodeRanges("gwBEBCFBCNBCCBCfBCJBMZBCrDBChBBxCvBBxHhBBGqCBCcBxy8BtPBDvEBhBPBxDEBCmEBk7DeBkCFBJIBiBFBh43BDBCaBCBBCDDCJBCDBCCCHFFCECBBBCBBCDDCICBCCDDBCGBCDBCDBCCCBIBCQBGCBCEBCQB1BBB", false)),
		Armenian: () => new UnicodeRangeTable(decodeRanges("xpBlBDxBDCks9BE", true)),
		Avestan: () => new UnicodeRangeTable(decodeRanges("g4iC1BEG", true)),
		Balinese: () => new UnicodeRangeTable(decodeRanges("g4GsCCxB", true)),
		Bamum: () => new UnicodeRangeTable(decodeRanges("g1pB3CpowB4R", true)),
		Bassa_Vah: () => new UnicodeRangeTable(decodeRanges("w26CdDF", true)),
		Batak: () => new UnicodeRangeTable(decodeRanges("g+GzBJD", true)),
		Bengali: () => new UnicodeRangeTable(decodeRanges("gsCDBCHBDBBDVBCGBCEEBCBDIBDBBDDBJFFBCCBDBDYB", false)),
		Beria_Erfe: () => new UnicodeRangeTable(decodeRanges("g17CYDY", true)),
		Bhaiksuki: () => new UnicodeRangeTable(decodeRanges("ggnCICsBCNLc", true)),
		Bopomofo: () => new UnicodeRangeTable(decodeRanges("qXB6wLqBxDf", true)),
		Brahmi: () => new UnicodeRangeTable(decodeRanges("ggkCtCFjBKA", true)),
		Braille: () => new UnicodeRangeTable(decodeRanges("ggK-H", true)),
		Buginese: () => new UnicodeRangeTable(decodeRanges("gwGbDB", true)),
		Buhid: () => new UnicodeRangeTable(decodeRanges("g6FT", true)),
		Canadian_Aboriginal: () => new UnicodeRangeTable(decodeRanges("ggF-TxRlC7tgCP", true)),
		Carian: () => new UnicodeRangeTable(decodeRanges("g1gCwB", true)),
		Caucasian_Albanian: () => new UnicodeRangeTable(decodeRanges("wphCzBMA", true)),
		Chakma: () => new UnicodeRangeTable(decodeRanges("gokC0BCR", true)),
		Cham: () => new UnicodeRangeTable(decodeRanges("gwqB2BKNDJDD", true)),
		Cherokee: () => new UnicodeRangeTable(decodeRanges("g9E1CDFz7lBvC", true)),
		Chorasmian: () => new UnicodeRangeTable(decodeRanges("w9jCb", true)),
		Common: () => new UnicodeRangeTable(decodeRanges("AgCBbFBbuBBCOBCEBYgBgBiOmBBGEBDTB1DKKHCC+THHPEEhB9E9ElQiEiEB6mB6mB2MDBjJwvBwvBBBBoCBBsGBBCumBumBOIIBCBCFBCCBDmYmYBKBD2CBCKBEKBCOBShBB-BlBBCCBDFBCaBCQBqBCBF5UBXKBW-cBhIzTBDpEBhQ9CBzMUBCCCBXBQHBFDB8CBBE7C7CB0E0EBOBhBlBBKxBxBB+BBgBwCBwB5C5CBmFBhuG-BBhoWhBBnDCBmFJB1HhFhFsMPPBzuUzuUBxGxGBIBXiBBCSBCDB0ECCBeBbFBbKBLuBuBBhChCBFBCGBLEBjICBFsBBEIBxCMB0BsBBlHaBltuBDB96D8HBEzNBHWBQQBgDzDB9B1HBLmBBD9BBEQBJBBIdBF8BB2GTBNTBN2CBKYBoE0CBCmCBCBBDDDBDDBCBCLBCCCBFBCgCBCDBDHBCGBCbBCDBCEBCEEBFBCzKBDjJBDxBByjFjCBtC8BBjWrBBFjDBNOBDOBCOBCkBBLtFB5BZBCBBOrBBFIBIBBPFB7E4eBEQBEMBE5GBHLBFQQBKBF3BBJJBHnBBJdBDLBFBBPIBoB3KBJNBDMBEKBE4BBCFFBOBDLBFJBIyEBCmDBnghYffB+CB", false)),
		Coptic: () => new UnicodeRangeTable(decodeRanges("ifNxkKzDGG", true)),
		Cuneiform: () => new UnicodeRangeTable(decodeRanges("ggoC5cnDuDCEMjG", true)),
		Cypriot: () => new UnicodeRangeTable(decodeRanges("ggiCFBDCCBqBBCBBEDD", false)),
		Cypro_Minoan: () => new UnicodeRangeTable(decodeRanges("w8rCiD", true)),
		Cyrillic: () => new UnicodeRangeTable(decodeRanges("ggBkEBDoFBx6FKBhFtCtCojEfBhie-CBv8VBBhw4B9BBiBAB", false)),
		Deseret: () => new UnicodeRangeTable(decodeRanges("gghCvC", true)),
		Devanagari: () => new UnicodeRangeTable(decodeRanges("goCwCFODZh7nBfhwcJ", true)),
		Dives_Akuru: () => new UnicodeRangeTable(decodeRanges("gomCGBDDDBGBCBBCdBCBBDLBKJB", false)),
		Dogra: () => new UnicodeRangeTable(decodeRanges("ggmC7B", true)),
		Duployan: () => new UnicodeRangeTable(decodeRanges("ggvDqDGMEIIJDD", true)),
		Egyptian_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("ggsC1iBL68D", true)),
		Elbasan: () => new UnicodeRangeTable(decodeRanges("gohCnB", true)),
		Elymaic: () => new UnicodeRangeTable(decodeRanges("g-jCW", true)),
		Ethiopic: () => new UnicodeRangeTable(decodeRanges("gwEoCBCDBDGBCCCBCBDoBBCDBDgBBCDBDGBCCCBCBDOBC4BBCDBDiCBDfBEZBnvGWBKGBCGBCGBCGBCGBCGBCGBCGBjpfFBDFBDFBKGBCGBylvCGBCDBCBBCOB", false)),
		Garay: () => new UnicodeRangeTable(decodeRanges("gqjClBEcJB", true)),
		Georgian: () => new UnicodeRangeTable(decodeRanges("glElBBCGGDqBBCDBx8CqBBDCBhiElBBCGG", false)),
		Glagolitic: () => new UnicodeRangeTable(decodeRanges("ggL-Ch9sDGCQDGCBCE", true)),
		Gothic: () => new UnicodeRangeTable(decodeRanges("w5gCa", true)),
		Grantha: () => new UnicodeRangeTable(decodeRanges("g4kCDBCHBDBBDVBCGBCBBCEBDIBDBBDCBDHHGGBDGBEEB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("wbDBCCBDDBCFFCCCBBBCCCBSBC+BBPPBnpGEBzBEBFEB1ChKhKBUBDFBDlBBDFBDHBCGCBdBD0BBCOBCNBDFBCSBDCBCIBoJ-xiB-xiB7uVuCBSgj0Bgj0BBkCB", false)),
		Gujarati: () => new UnicodeRangeTable(decodeRanges("h0CCBCIBCCBCVBCGBCBBCEBDJBCCBCCBDQQBCBDLBIGB", false)),
		Gunjala_Gondi: () => new UnicodeRangeTable(decodeRanges("grnCFCBCkBCBCFIJ", true)),
		Gurmukhi: () => new UnicodeRangeTable(decodeRanges("hwCCBCFBFBBDVBCGBCBBCBBCBBDCCBDBFBBDCBEIIBCBCIIBPB", false)),
		Gurung_Khema: () => new UnicodeRangeTable(decodeRanges("go4C5B", true)),
		Han: () => new UnicodeRangeTable(decodeRanges("g0LZBC4CBN1GBwBCCaIBPDBle-tGBhC-vUBhoWtLBDpDBpodBBNGBqgkB-2pBBhB9oEBDt0FBDwpHBQtTBjtC9QBjvBq6EBGppIB", false)),
		Hangul: () => new UnicodeRangeTable(decodeRanges("goE-HvxHBiI9CyDeiCei3dckUj9KNWFwBl9JeEFDFDFDC", true)),
		Hanifi_Rohingya: () => new UnicodeRangeTable(decodeRanges("gojCnBJJ", true)),
		Hanunoo: () => new UnicodeRangeTable(decodeRanges("g5FU", true)),
		Hatran: () => new UnicodeRangeTable(decodeRanges("gniCSCBGE", true)),
		Hebrew: () => new UnicodeRangeTable(decodeRanges("xsB2BBJaBFFBpp9BZBCEBCCCBCCBCCBIB", false)),
		Hiragana: () => new UnicodeRangeTable(decodeRanges("hiM1CBHCBi7-C+IBTeeBBBulQAB", false)),
		Imperial_Aramaic: () => new UnicodeRangeTable(decodeRanges("giiCVCI", true)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("gYvDB2IBBlOKBbhXhXBCB8qEtBBDLBlPCBCMBCGBFHHEBBnG-BBtQBBjGgBB65DDBsDBBmrzBPBRNBwejHjH7iEl+uBl+uBBsBBDWBhRCBSHBDGBfDBz6rYvHB", false)),
		Inscriptional_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g7iCSGH", true)),
		Inscriptional_Parthian: () => new UnicodeRangeTable(decodeRanges("g6iCVDH", true)),
		Javanese: () => new UnicodeRangeTable(decodeRanges("gsqBtCDJFB", true)),
		Kaithi: () => new UnicodeRangeTable(decodeRanges("gkkCiCLA", true)),
		Kannada: () => new UnicodeRangeTable(decodeRanges("gkDMCCCWCJCEDICCCDIBGCCDDJCC", true)),
		Katakana: () => new UnicodeRangeTable(decodeRanges("hlM5CBDCBxHPBxGuBBC3CBvgzBJBCsBBzisBDBCGBCBBCgJgJBBBzBPPBCB", false)),
		Kawi: () => new UnicodeRangeTable(decodeRanges("g4nCQCoBEc", true)),
		Kayah_Li: () => new UnicodeRangeTable(decodeRanges("goqBtBCA", true)),
		Kharoshthi: () => new UnicodeRangeTable(decodeRanges("gwiCDCBGHCCCcDCFJII", true)),
		Khitan_Small_Script: () => new UnicodeRangeTable(decodeRanges("k-7C84G84GB0OBqBAB", false)),
		Khmer: () => new UnicodeRangeTable(decodeRanges("g8F9CDJHJnPf", true)),
		Khojki: () => new UnicodeRangeTable(decodeRanges("gwkCRCuB", true)),
		Khudawadi: () => new UnicodeRangeTable(decodeRanges("w1kC6BGJ", true)),
		Kirat_Rai: () => new UnicodeRangeTable(decodeRanges("gq7C5B", true)),
		Lao: () => new UnicodeRangeTable(decodeRanges("h0DBBCCCBDBCXBCCCBVBDEBCCCBFBCJBDDB", false)),
		Latin: () => new UnicodeRangeTable(decodeRanges("hCZBHZBwBQQGWBCeBCgOBoBEB8wGlBBHwBBGDBGMBClCBiC-HByLOORMBuEBBHccSoBB42CfBj1elDBExCBVOBxZqBBCIBCDB38TGB7gBZBHZBmhCFBCpBBCIBm61BeBHFB", false)),
		Lepcha: () => new UnicodeRangeTable(decodeRanges("ggH3BEOEC", true)),
		Limbu: () => new UnicodeRangeTable(decodeRanges("goGeBCLBFLBFEEBKB", false)),
		Linear_A: () => new UnicodeRangeTable(decodeRanges("gwhC2JKVLH", true)),
		Linear_B: () => new UnicodeRangeTable(decodeRanges("gggCLCZCSCBCODNjB6D", true)),
		Lisu: () => new UnicodeRangeTable(decodeRanges("wmpBvBx1eA", true)),
		Lycian: () => new UnicodeRangeTable(decodeRanges("g0gCc", true)),
		Lydian: () => new UnicodeRangeTable(decodeRanges("gpiCZGA", true)),
		Mahajani: () => new UnicodeRangeTable(decodeRanges("wqkCmB", true)),
		Makasar: () => new UnicodeRangeTable(decodeRanges("g3nCY", true)),
		Malayalam: () => new UnicodeRangeTable(decodeRanges("goDMCCCyBCCCFFPDZ", true)),
		Mandaic: () => new UnicodeRangeTable(decodeRanges("giCbDA", true)),
		Manichaean: () => new UnicodeRangeTable(decodeRanges("g2iCmBFL", true)),
		Marchen: () => new UnicodeRangeTable(decodeRanges("wjnCfDVCN", true)),
		Masaram_Gondi: () => new UnicodeRangeTable(decodeRanges("gonCGBCBBCrBBECCBCCBHBJJB", false)),
		Medefaidrin: () => new UnicodeRangeTable(decodeRanges("gy7C6C", true)),
		Meetei_Mayek: () => new UnicodeRangeTable(decodeRanges("g3qBWqGtBDJ", true)),
		Mende_Kikakui: () => new UnicodeRangeTable(decodeRanges("gg6DkGDP", true)),
		Meroitic_Cursive: () => new UnicodeRangeTable(decodeRanges("gtiCXFTDtB", true)),
		Meroitic_Hieroglyphs: () => new UnicodeRangeTable(decodeRanges("gsiCf", true)),
		Miao: () => new UnicodeRangeTable(decodeRanges("g47CqCF4BIQ", true)),
		Modi: () => new UnicodeRangeTable(decodeRanges("gwlCkCMJ", true)),
		Mongolian: () => new UnicodeRangeTable(decodeRanges("ggGBBDCCBSBH4CBIqBB2t-BMB", false)),
		Mro: () => new UnicodeRangeTable(decodeRanges("gy6CeCJFB", true)),
		Multani: () => new UnicodeRangeTable(decodeRanges("g0kCGBCCCBCBCOBCKB", false)),
		Myanmar: () => new UnicodeRangeTable(decodeRanges("ggE-EhqmBeiDfxibT", true)),
		Nabataean: () => new UnicodeRangeTable(decodeRanges("gkiCeJI", true)),
		Nag_Mundari: () => new UnicodeRangeTable(decodeRanges("wm5DpB", true)),
		Nandinagari: () => new UnicodeRangeTable(decodeRanges("gtmCHDtBDK", true)),
		New_Tai_Lue: () => new UnicodeRangeTable(decodeRanges("gsGrBFZHKEB", true)),
		Newa: () => new UnicodeRangeTable(decodeRanges("gglC7CCE", true)),
		Nko: () => new UnicodeRangeTable(decodeRanges("g+B6BDC", true)),
		Nushu: () => new UnicodeRangeTable(decodeRanges("h-7CvsQvsQBqMB", false)),
		Nyiakeng_Puachue_Hmong: () => new UnicodeRangeTable(decodeRanges("go4DsBENDJFB", true)),
		Ogham: () => new UnicodeRangeTable(decodeRanges("g0Fc", true)),
		Ol_Chiki: () => new UnicodeRangeTable(decodeRanges("wiHvB", true)),
		Ol_Onal: () => new UnicodeRangeTable(decodeRanges("wu5DqBFA", true)),
		Old_Hungarian: () => new UnicodeRangeTable(decodeRanges("gkjCyBOyBIF", true)),
		Old_Italic: () => new UnicodeRangeTable(decodeRanges("g4gCjBKC", true)),
		Old_North_Arabian: () => new UnicodeRangeTable(decodeRanges("g0iCf", true)),
		Old_Permic: () => new UnicodeRangeTable(decodeRanges("w6gCqB", true)),
		Old_Persian: () => new UnicodeRangeTable(decodeRanges("g9gCjBFN", true)),
		Old_Sogdian: () => new UnicodeRangeTable(decodeRanges("g4jCnB", true)),
		Old_South_Arabian: () => new UnicodeRangeTable(decodeRanges("gziCf", true)),
		Old_Turkic: () => new UnicodeRangeTable(decodeRanges("ggjCoC", true)),
		Old_Uyghur: () => new UnicodeRangeTable(decodeRanges("w7jCZ", true)),
		Oriya: () => new UnicodeRangeTable(decodeRanges("h4CCCHDBDVCGCBCEDIDBDCICFBCEDR", true)),
		Osage: () => new UnicodeRangeTable(decodeRanges("wlhCjBFjB", true)),
		Osmanya: () => new UnicodeRangeTable(decodeRanges("gkhCdDJ", true)),
		Pahawh_Hmong: () => new UnicodeRangeTable(decodeRanges("g46ClCLJCGCUGS", true)),
		Palmyrene: () => new UnicodeRangeTable(decodeRanges("gjiCf", true)),
		Pau_Cin_Hau: () => new UnicodeRangeTable(decodeRanges("g2mC4B", true)),
		Phags_Pa: () => new UnicodeRangeTable(decodeRanges("giqB3B", true)),
		Phoenician: () => new UnicodeRangeTable(decodeRanges("goiCbEA", true)),
		Psalter_Pahlavi: () => new UnicodeRangeTable(decodeRanges("g8iCRIDNG", true)),
		Rejang: () => new UnicodeRangeTable(decodeRanges("wpqBjBMA", true)),
		Runic: () => new UnicodeRangeTable(decodeRanges("g1FqCEK", true)),
		Samaritan: () => new UnicodeRangeTable(decodeRanges("ggCtBDO", true)),
		Saurashtra: () => new UnicodeRangeTable(decodeRanges("gkqBlCJL", true)),
		Sharada: () => new UnicodeRangeTable(decodeRanges("gskC-ChsCH", true)),
		Shavian: () => new UnicodeRangeTable(decodeRanges("wihCvB", true)),
		Siddham: () => new UnicodeRangeTable(decodeRanges("gslC1BDlB", true)),
		Sidetic: () => new UnicodeRangeTable(decodeRanges("gqiCZ", true)),
		SignWriting: () => new UnicodeRangeTable(decodeRanges("gg2DrUQECO", true)),
		Sinhala: () => new UnicodeRangeTable(decodeRanges("hsDCBCRBEXBCIBCDDBFBEFFBEBCCCBGBHJBDCBt-gCTB", false)),
		Sogdian: () => new UnicodeRangeTable(decodeRanges("w5jCpB", true)),
		Sora_Sompeng: () => new UnicodeRangeTable(decodeRanges("wmkCYIJ", true)),
		Soyombo: () => new UnicodeRangeTable(decodeRanges("wymCyC", true)),
		Sundanese: () => new UnicodeRangeTable(decodeRanges("g8G-BhIH", true)),
		Sunuwar: () => new UnicodeRangeTable(decodeRanges("g+mChBPJ", true)),
		Syloti_Nagri: () => new UnicodeRangeTable(decodeRanges("ggqBsB", true)),
		Syriac: () => new UnicodeRangeTable(decodeRanges("g4BNC7BDCxIK", true)),
		Tagalog: () => new UnicodeRangeTable(decodeRanges("g4FVKA", true)),
		Tagbanwa: () => new UnicodeRangeTable(decodeRanges("g7FMCCCB", true)),
		Tai_Le: () => new UnicodeRangeTable(decodeRanges("wqGdDE", true)),
		Tai_Tham: () => new UnicodeRangeTable(decodeRanges("gxG+BCcDKHJHN", true)),
		Tai_Viet: () => new UnicodeRangeTable(decodeRanges("g0qBiCZE", true)),
		Tai_Yo: () => new UnicodeRangeTable(decodeRanges("g25DeCVJB", true)),
		Takri: () => new UnicodeRangeTable(decodeRanges("g0lC5BHJ", true)),
		Tamil: () => new UnicodeRangeTable(decodeRanges("i8CBBCFBECBCDBEBBCCCBEEBEEBBBELBFEBECBCDBDHHPUBm+kCxBBOAB", false)),
		Tangsa: () => new UnicodeRangeTable(decodeRanges("wz6CuCCJ", true)),
		Tangut: () => new UnicodeRangeTable(decodeRanges("g-7CgBgBB+3GBhQeBiDyDB", false)),
		Telugu: () => new UnicodeRangeTable(decodeRanges("ggDMCCCWCPDICCCDIBCCCBDDDJII", true)),
		Thaana: () => new UnicodeRangeTable(decodeRanges("g8BxB", true)),
		Thai: () => new UnicodeRangeTable(decodeRanges("hwD5BGb", true)),
		Tibetan: () => new UnicodeRangeTable(decodeRanges("g4DnCCjBFmBCjBCOCGFB", true)),
		Tifinagh: () => new UnicodeRangeTable(decodeRanges("wpL3BIBPA", true)),
		Tirhuta: () => new UnicodeRangeTable(decodeRanges("gklCnCJJ", true)),
		Todhri: () => new UnicodeRangeTable(decodeRanges("guhCzB", true)),
		Tolong_Siki: () => new UnicodeRangeTable(decodeRanges("wtnCrBFJ", true)),
		Toto: () => new UnicodeRangeTable(decodeRanges("w04De", true)),
		Tulu_Tigalari: () => new UnicodeRangeTable(decodeRanges("g8kCJBCDDClBBCJBCDDCDBCJBCBBJBB", false)),
		Ugaritic: () => new UnicodeRangeTable(decodeRanges("g8gCdCA", true)),
		Unknown: () => new UnicodeRangeTable(decodeRanges("4bBBHDBICCVuMuMnBBBzBBBE4B4BBGBcDBHKBvI9B9BBmDmDBMB8BBByBBBQddBCCMEBjBEBuHJJBDDBXXICCBBBFBBKBBDBBFHBCDBDGGBaaBEEHDBDBBXIIDGDBCCGDBDBBECBCGBFCCBFBSJBEKKEXXIDDGBBLIEBCCBNBFBBNGBIEEJBBDBBXIIDGGBKKBDDBEEBFBEDBDGGBTTBIBDHHBBBEFFBBBDCCDCBDCBECBNDBGCBEFFBCCBEBCNBWEBOEEYRRBKKEFFBFBDEEDBBFBBLGBXEEYLLGBBKEEFGBDEBEFFBLLELBOEE0BEEHDBRBBbEETCBZKKCBBICBCDBHCCJFBLBBELB7BDBekBBDCCGZZCYYBGGCIILBBFfBpClBlBBCBoBlBlBQOOBjBBnGCCBDBCBB6LFFBIICFFBqBqBFBBiBFFBIICFFBQQ6BFFBkCkCBhBhBBBBbFB3CBBHBB+UCB6CGBXIBZIBVLBOEEDLB-CBBLFBLFBbFB6CGBsBEBnCJBgBNNBCBNDBCCBrBBBGKBtBDBbFBMCB-BBBiCeeBMMBEBLFBPBBvBBBNTBuCnFnFBGB9BCBQCB-BEBsBBBMHBsBEB3QBBHBBnBBBHBBJGCgBBB2BQQPBBHUUBEEKmDmDNBBcOOBBBjBNBiBOBtEDB7UVBMUB14BBB-LEBuBCCBDBCBB5BGBDNBZIBI4BI-DhBBb6C6CBKB3GZBxC3C3CBoDoDBDBsB-C-C3CIBxBuzcuzcBBB4BIB9KTB5FHB+GTB9BCBLFB5BHBnCHBNFB1DKBfCBvCMMBCBiB4B4BBHBPBBLBBoDXBdJBHBBHBBHIBIII9BDB-DBBLFBl9KLBYDByBjoIBvLBBrDlBBILBGEBbGGCGDrUfBrBFB0BUUFDBGoEoEBCC-FCBHBBHBBHBBECBIIIBIBGBBNbbUDDQBBPhBB8DEBEDBuBCB5COOBBBCuBBvBhEBeCByBOBdDBlBIBfEBsBEBfmBmBBCBPpBB-EBBLFBlBDBlBDBpBHB1BKBNQQIDDMQQIDDBBB1BLB4JIBXJBJXBHrBrBKkCBHBBCtBtBDCBCBBYpCpCBGBKvBBUDDBDBiBCBcEBclBB5BDBVBBzBDDBDBJEEeBBEDBLGBKGBhCfBoBDBNIB3BCBeBBcEBbGBFLBIvCBqC2BB0BMB0BGBvBHBLFBnBCBeHBDvGBgBrBrBEBBDPBHHBKgBBvBHBrBVBblBBdTBYIBvCDBlBIBlCJBCBBaGBLFB2BTTBGBoBIBhDVVBJBTwBwBB8BBICCFQQMFB8BEBLFBFJJBDDBXXIDDGLLBDDBEEBCCBEBCEBIBBICBGKBLCCBCCnBLLCBBCFFLDDBGBDcB9CGGBcBpCHBLlFB3BBBnBhBBmCKBLFBOSB7BFBLFBVbBcBBQDBY4FB9BjDB0CLBJBBCBBJDDfDDBNNBHBLlCBJBBvBBBMaBpCHB0CMBqCGBL1CBJ3CBjBNBLFBKuBuBPJBeCBhBBBXPPBnCBIDDtBCBCDDKHBLFBHDDmBDDHGBLFBtBDBL1HBaGBSqBqBBBBe0CBCOBzBMB8clDBwDGGBJBlGryCBkDMB3iBJB88DEBoS41GB7Bl2BB6RGBgBLLBCByCLLBEBfBBHJBnCJBLIIWEBUvNB7BlGB8CEBaBBarBBsCDB6BGBS-BBGKBIIB3mHoBBhBgDB0D8vIBFIIDkJkJBNBCcBEBBCNBFHBtMjoCBsDEBOCBKGBLBBJ76DB+HCB1NFBYOBSOBvBBBYIB1D7BB3HJBoBBBjGUBnC5DBVLBVLB4CIBamEB2CoCoCDBBCBBDBBFNNCIIiCFFBJJIddFGGCCBI1K1KBlJlJB-V-VBNBGQQBuiBBgBFBH0GBISSBIIDGGBDB-BgBBCvDBuBCBPBBLDBD-JBgBQB7BEBCvOBrB1GBsBDBC-FBgBXXBGBD-GBIFFDQQmGBBRoBBtCDBLDBDwYBlCrCB+BhGBFccDCCBCCLFFCCCBEBCDBCECEDDCBBCICDCCBFFIKFCLLSEBEGGSzBBDtIBtBDBlDLBQBBQQQmBJBvF3BBeMBtBDBKGBDNBH5EB6eCBSCBOCB7GFBNDBCOBNDB5BHBLFBpBHBfBBNDBDNBKmBB5KHBPBBOCBMCB6BCCBCBRBBNDBLGB0EoDoDBjgBBh3pBfB-oEBBv0FBBypHOBvThtCB-QhvBBs6EEBrpIm8yVBCdBhD-DBxHvw-FB", false)),
		Vai: () => new UnicodeRangeTable(decodeRanges("gopBrJ", true)),
		Vithkuqi: () => new UnicodeRangeTable(decodeRanges("wrhCKCOCGCBCKCOCGCB", true)),
		Wancho: () => new UnicodeRangeTable(decodeRanges("g24D5BGA", true)),
		Warang_Citi: () => new UnicodeRangeTable(decodeRanges("glmCyCNA", true)),
		Yezidi: () => new UnicodeRangeTable(decodeRanges("g0jCpBCCDB", true)),
		Yi: () => new UnicodeRangeTable(decodeRanges("ggoBskBE2B", true)),
		Zanabazar_Square: () => new UnicodeRangeTable(decodeRanges("gwmCnC", true))
	});
	static FOLD_CATEGORIES = new LazyMap({
		L: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		LC: () => new UnicodeRangeTable(decodeRanges("laA", true)),
		Ll: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGC3HrBrBCEEJHHCCBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHxC9zC9zCBuBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Lt: () => new UnicodeRangeTable(decodeRanges("kOCCBCCBCClBCCtsHHBJHBJHBMQQwBAB", false)),
		Lu: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpL2B2Bs1CvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false)),
		M: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Mn: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false)),
		Emoji: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Extended_Pictographic: () => new UnicodeRangeTable(decodeRanges("8mJA", true)),
		Lowercase: () => new UnicodeRangeTable(decodeRanges("hCZBmDWBCGBiBuBCEECDOCDuBCBECEBBCCCBCCBBBDDBCBBCCBEBBCBBCECBCCDCCBCCBBBCCCBEEIBBCBBCBBCOCDQCDBBCCCBBBC4BCIBBCBBDCCBCBCGCiJCCEJJHCCBBBCCCBCCBPBCIBkBJJCUCGDDCBBDyBBxBgBCK2BCBMCD+CCDlBBq6ClBBCGGzW1CB0kCHHBpBBDCBhK0ECKgDCKHBJFBLHBJHBJFBMGCJHBZHBJHBJHBJEBMEBMDBNEBMEBqJEEBHHuBPBUzZzZBYBx5BvBBxBCCBBBDGCBCBCDDJCBCgDCJCCFuqeuqeCqBCUaCoEMCE8BCLECBICFCCDCCEUCBDBCEBCOCBCBCCCBQCZs5Vs5VBYBmmBnBBpEjBB9EKBCOBCGBCBBr3ByBB+EVB75CfBhsVfBhCYBoyehBB", false)),
		Math: () => new UnicodeRangeTable(decodeRanges("ycGDCHHFMMDDDCHHFAB", false)),
		Uppercase: () => new UnicodeRangeTable(decodeRanges("hDZB7BqBqBBWBCHBCuBCEECDOCDsBCDECBBBDCCDEEGDDECBDDDCCCDFFDEECDDECCGBBCBBCBBCOCBSCDBBCEECkBCEQCJDDBCCFICBEBCBBCCCBEEBCCBCBCEBDCCBDDIDDCBBEFBGLLBnFnFsBCCEEEBBBvBDBCdBCBBECBCWCBDBCGD1BvBBCgBCK0BCDMCBgDCyBlBBq6CqBBDCB5XFBjkCIBCvHvHERRzD0ECGGGC8CCBHBJFBLHBJHBJFBMGCJHBJNBzBBBNSSBPPBEEpLiBiBBOBFsasaBYBn6BvBBCEEBGCHDDLiDCJCCFNNBkBBCGG0oesBCUaCoEMCE8BCLCCDICFFFCBBDSCMOCFCCDOCb9a9advCBi8UZBumBnBBpEjBB8EKBCOBCGBCBBk4ByBB+DVB75CfBhsVfB8BYBvyehBB", false))
	});
	static FOLD_SCRIPT = new LazyMap({
		Common: () => new UnicodeRangeTable(decodeRanges("8cgBgB", false)),
		Greek: () => new UnicodeRangeTable(decodeRanges("1FwUwU", false)),
		Inherited: () => new UnicodeRangeTable(decodeRanges("5cgBgBlgHAB", false))
	});
};
var Unicode = class Unicode {
	static MAX_RUNE = 1114111;
	static RUNE_ERROR = 65533;
	static isUnsearchable(r) {
		return r === Unicode.RUNE_ERROR || r >= Unicode.MIN_HIGH_SURROGATE && r <= Unicode.MAX_LOW_SURROGATE;
	}
	static MAX_ASCII = 127;
	static MAX_LATIN1 = 255;
	static MAX_BMP = 65535;
	static MIN_FOLD = 65;
	static MAX_FOLD = 125251;
	static MIN_HIGH_SURROGATE = 55296;
	static MAX_HIGH_SURROGATE = 56319;
	static MIN_LOW_SURROGATE = 56320;
	static MAX_LOW_SURROGATE = 57343;
	static MIN_SUPPLEMENTARY_CODE_POINT = 65536;
	static is32(ranges, r) {
		let lo = 0;
		let hi = ranges.length;
		while (lo < hi) {
			const m = lo + Math.floor((hi - lo) / 2);
			const rlo = ranges.getLo(m);
			const rhi = ranges.getHi(m);
			if (rlo <= r && r <= rhi) {
				const stride = ranges.getStride(m);
				return (r - rlo) % stride === 0;
			}
			if (r < rlo) hi = m;
			else lo = m + 1;
		}
		return false;
	}
	static is(ranges, r) {
		if (r <= Unicode.MAX_LATIN1) {
			for (let i = 0; i < ranges.length; i++) {
				if (r > ranges.getHi(i)) continue;
				const rlo = ranges.getLo(i);
				if (r < rlo) return false;
				const stride = ranges.getStride(i);
				return (r - rlo) % stride === 0;
			}
			return false;
		}
		return ranges.length > 0 && r >= ranges.getLo(0) && Unicode.is32(ranges, r);
	}
	static isPrint(r) {
		if (r <= Unicode.MAX_LATIN1) return r >= 32 && r < Unicode.MAX_ASCII || r >= 161 && r !== 173;
		return Unicode.is(UnicodeTables.Print, r);
	}
	static simpleFold(r) {
		if (UnicodeTables.CASE_ORBIT.has(r)) return UnicodeTables.CASE_ORBIT.get(r);
		if (r <= Unicode.MAX_ASCII) {
			const l = Codepoint.toLowerCase(r);
			return l !== r ? l : Codepoint.toUpperCase(r);
		}
		return r;
	}
	static equalsIgnoreCase(r1, r2) {
		if (r1 === r2) return true;
		if (r1 < 0 || r2 < 0) return false;
		if (r1 <= Unicode.MAX_ASCII && r2 <= Unicode.MAX_ASCII) {
			if (65 <= r1 && r1 <= 90) r1 |= 32;
			if (65 <= r2 && r2 <= 90) r2 |= 32;
			return r1 === r2;
		}
		for (let r = Unicode.simpleFold(r1); r !== r1; r = Unicode.simpleFold(r)) if (r === r2) return true;
		return false;
	}
};
var RE2JSException = class extends Error {
	constructor(message) {
		super(message);
		this.name = "RE2JSException";
	}
};
var RE2JSSyntaxException = class extends RE2JSException {
	constructor(error, input = null) {
		let message = `error parsing regexp: ${error}`;
		if (input) message += `: \`${input}\``;
		super(message);
		this.name = "RE2JSSyntaxException";
		this.message = message;
		this.error = error;
		this.input = input;
	}
	getDescription() {
		return this.error;
	}
	getPattern() {
		return this.input;
	}
};
var RE2JSCompileException = class extends RE2JSException {
	constructor(message) {
		super(message);
		this.name = "RE2JSCompileException";
	}
};
var RE2JSGroupException = class extends RE2JSException {
	constructor(message) {
		super(message);
		this.name = "RE2JSGroupException";
	}
};
var RE2JSFlagsException = class extends RE2JSException {
	constructor(message) {
		super(message);
		this.name = "RE2JSFlagsException";
	}
};
var RE2JSInternalException = class extends RE2JSException {
	constructor(message) {
		super(message);
		this.name = "RE2JSInternalException";
	}
};
const FAST_PATH_TABLE_SIZE = 256;
const WORD_RUNE_TABLE = new Uint8Array(FAST_PATH_TABLE_SIZE);
for (let i = 0; i < FAST_PATH_TABLE_SIZE; i++) WORD_RUNE_TABLE[i] = 97 <= i && i <= 122 || 65 <= i && i <= 90 || 48 <= i && i <= 57 || i === 95 ? 1 : 0;
let cachedNativeEncoder = null;
let cachedNativeDecoder = null;
var Utils = class Utils {
	static METACHARACTERS = "\\.+*?()|[]{}^$";
	static EMPTY_BEGIN_LINE = 1;
	static EMPTY_END_LINE = 2;
	static EMPTY_BEGIN_TEXT = 4;
	static EMPTY_END_TEXT = 8;
	static EMPTY_WORD_BOUNDARY = 16;
	static EMPTY_NO_WORD_BOUNDARY = 32;
	static EMPTY_ALL = -1;
	static emptyInts() {
		return [];
	}
	static isString(value) {
		return typeof value === "string" || Object.prototype.toString.call(value) === "[object String]";
	}
	static typeName(value) {
		if (value === null || typeof value !== "object" && typeof value !== "function") return value === null ? "null" : typeof value;
		return Object.prototype.toString.call(value).slice(8, -1);
	}
	static checkPattern(pattern) {
		if (!Utils.isString(pattern)) throw new TypeError(`The pattern must be a string, not ${Utils.typeName(pattern)} (RE2JS.translateRegExp() converts a RegExp)`);
	}
	static checkInput(input) {
		if (!Utils.isString(input) && !Utils.isByteArray(input)) throw new TypeError(`The input must be a string or a byte array (Uint8Array or number[]), not ${Utils.typeName(input)}`);
	}
	static checkFlags(flags) {
		const known = PublicFlags.MULTILINE | PublicFlags.DOTALL | PublicFlags.CASE_INSENSITIVE | PublicFlags.DISABLE_UNICODE_GROUPS | PublicFlags.LONGEST_MATCH | PublicFlags.LOOKBEHINDS;
		if (!Number.isInteger(flags) || (flags & ~known) !== 0) throw new RE2JSFlagsException("Flags should only be a combination of MULTILINE, DOTALL, CASE_INSENSITIVE, DISABLE_UNICODE_GROUPS, LONGEST_MATCH, LOOKBEHINDS");
	}
	static isByteArray(input) {
		return Array.isArray(input) || Object.prototype.toString.call(input) === "[object Uint8Array]";
	}
	static isalnum(c) {
		return Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"] || Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["z"] || Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["Z"];
	}
	static unhex(c) {
		if (Codepoint.CODES["0"] <= c && c <= Codepoint.CODES["9"]) return c - Codepoint.CODES["0"];
		if (Codepoint.CODES["a"] <= c && c <= Codepoint.CODES["f"]) return c - Codepoint.CODES["a"] + 10;
		if (Codepoint.CODES["A"] <= c && c <= Codepoint.CODES["F"]) return c - Codepoint.CODES["A"] + 10;
		return -1;
	}
	static escapeRune(rune) {
		let out = "";
		if (Unicode.isPrint(rune)) {
			if (Utils.METACHARACTERS.indexOf(String.fromCodePoint(rune)) >= 0) out += "\\";
			out += String.fromCodePoint(rune);
		} else switch (rune) {
			case Codepoint.CODES["\""]:
				out += "\\\"";
				break;
			case Codepoint.CODES["\\"]:
				out += "\\\\";
				break;
			case Codepoint.CODES["	"]:
				out += "\\t";
				break;
			case Codepoint.CODES["\n"]:
				out += "\\n";
				break;
			case Codepoint.CODES["\r"]:
				out += "\\r";
				break;
			case Codepoint.CODES["\b"]:
				out += "\\b";
				break;
			case Codepoint.CODES["\f"]:
				out += "\\f";
				break;
			default: {
				let s = rune.toString(16);
				if (rune < 256) {
					out += "\\x";
					if (s.length === 1) out += "0";
					out += s;
				} else out += `\\x{${s}}`;
				break;
			}
		}
		return out;
	}
	static stringToRunes(str) {
		const string = String(str);
		const runes = [];
		let i = 0;
		while (i < string.length) {
			const cp = string.codePointAt(i);
			runes.push(cp);
			i += cp > Unicode.MAX_BMP ? 2 : 1;
		}
		return new Int32Array(runes);
	}
	static runeToString(r) {
		return String.fromCodePoint(r);
	}
	static isWordRune(r) {
		return r < FAST_PATH_TABLE_SIZE ? WORD_RUNE_TABLE[r] === 1 : false;
	}
	static emptyOpContext(r1, r2) {
		let op = 0;
		if (r1 < 0) op |= Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		if (r1 === 10) op |= Utils.EMPTY_BEGIN_LINE;
		if (r2 < 0) op |= Utils.EMPTY_END_TEXT | Utils.EMPTY_END_LINE;
		if (r2 === 10) op |= Utils.EMPTY_END_LINE;
		if (Utils.isWordRune(r1) !== Utils.isWordRune(r2)) op |= Utils.EMPTY_WORD_BOUNDARY;
		else op |= Utils.EMPTY_NO_WORD_BOUNDARY;
		return op;
	}
	static quoteMeta(str) {
		return str.split("").map((s) => {
			if (Utils.METACHARACTERS.indexOf(s) >= 0) return `\\${s}`;
			return s;
		}).join("");
	}
	static charCount(codePoint) {
		return codePoint > Unicode.MAX_BMP ? 2 : 1;
	}
	static toArray(typedArray) {
		const len = typedArray.length;
		const res = new Array(len);
		for (let i = 0; i < len; i++) res[i] = typedArray[i];
		return res;
	}
	static stringToUtf8ByteArray(str) {
		if (globalThis.TextEncoder) {
			if (!cachedNativeEncoder) cachedNativeEncoder = new TextEncoder();
			return cachedNativeEncoder.encode(str);
		} else {
			let out = [], p = 0;
			for (let i = 0; i < str.length; i++) {
				let c = str.charCodeAt(i);
				if (c < 128) out[p++] = c;
				else if (c < 2048) {
					out[p++] = c >> 6 | 192;
					out[p++] = c & 63 | 128;
				} else if ((c & 64512) === Unicode.MIN_HIGH_SURROGATE && i + 1 < str.length && (str.charCodeAt(i + 1) & 64512) === Unicode.MIN_LOW_SURROGATE) {
					c = Unicode.MIN_SUPPLEMENTARY_CODE_POINT + ((c & 1023) << 10) + (str.charCodeAt(++i) & 1023);
					out[p++] = c >> 18 | 240;
					out[p++] = c >> 12 & 63 | 128;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				} else {
					out[p++] = c >> 12 | 224;
					out[p++] = c >> 6 & 63 | 128;
					out[p++] = c & 63 | 128;
				}
			}
			return out;
		}
	}
	static utf8ByteArrayToString(bytes) {
		if (globalThis.TextDecoder) {
			if (!cachedNativeDecoder) cachedNativeDecoder = new TextDecoder("utf-8");
			const view = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
			return cachedNativeDecoder.decode(view);
		} else {
			let out = [], pos = 0, c = 0;
			while (pos < bytes.length) {
				let c1 = bytes[pos++];
				if (c1 < 128) out[c++] = String.fromCharCode(c1);
				else if (c1 > 191 && c1 < 224) {
					let c2 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 31) << 6 | c2 & 63);
				} else if (c1 > 239 && c1 < 365) {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					let c4 = bytes[pos++];
					let u = ((c1 & 7) << 18 | (c2 & 63) << 12 | (c3 & 63) << 6 | c4 & 63) - Unicode.MIN_SUPPLEMENTARY_CODE_POINT;
					out[c++] = String.fromCharCode(Unicode.MIN_HIGH_SURROGATE + (u >> 10));
					out[c++] = String.fromCharCode(Unicode.MIN_LOW_SURROGATE + (u & 1023));
				} else {
					let c2 = bytes[pos++];
					let c3 = bytes[pos++];
					out[c++] = String.fromCharCode((c1 & 15) << 12 | (c2 & 63) << 6 | c3 & 63);
				}
			}
			return out.join("");
		}
	}
};
const createEnum = (values = [], initNum = 0) => {
	const enumObject = Object.create(null);
	for (let i = 0; i < values.length; i++) {
		const val = values[i];
		const keyVal = initNum + i;
		enumObject[val] = keyVal;
		enumObject[keyVal] = val;
	}
	return Object.freeze(enumObject);
};
var MatcherInputBase = class MatcherInputBase {
	static Encoding = createEnum(["UTF_16", "UTF_8"]);
	getEncoding() {
		throw Error("not implemented");
	}
	asCharSequence() {
		throw Error("not implemented");
	}
	asBytes() {
		throw Error("not implemented");
	}
	length() {
		throw Error("not implemented");
	}
	isUTF8Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_8;
	}
	isUTF16Encoding() {
		return this.getEncoding() === MatcherInputBase.Encoding.UTF_16;
	}
};
var Utf8MatcherInput = class extends MatcherInputBase {
	constructor(bytes = null) {
		super();
		this.bytes = bytes;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_8;
	}
	asCharSequence() {
		return Utils.utf8ByteArrayToString(this.bytes);
	}
	asBytes() {
		return this.bytes;
	}
	length() {
		return this.bytes.length;
	}
};
var Utf16MatcherInput = class extends MatcherInputBase {
	constructor(charSequence = null) {
		super();
		this.charSequence = charSequence;
	}
	getEncoding() {
		return MatcherInputBase.Encoding.UTF_16;
	}
	asCharSequence() {
		return this.charSequence;
	}
	asBytes() {
		return Utils.stringToUtf8ByteArray(this.charSequence.toString());
	}
	length() {
		return this.charSequence.length;
	}
};
var MatcherInput = class {
	static utf16(charSequence) {
		Utils.checkInput(charSequence);
		return new Utf16MatcherInput(charSequence);
	}
	static utf8(input) {
		if (Utils.isByteArray(input)) return new Utf8MatcherInput(input);
		return new Utf8MatcherInput(Utils.stringToUtf8ByteArray(input));
	}
};
var MachineInputBase = class {
	static EOF() {
		return -8;
	}
	constructor() {
		this.start = 0;
		this.end = 0;
	}
	canCheckPrefix() {
		return true;
	}
	endPos() {
		return this.end - this.start;
	}
	hasString() {
		return false;
	}
	hasAnyString() {
		return false;
	}
	prefixLength() {
		return 0;
	}
};
var MachineUTF8Input = class MachineUTF8Input extends MachineInputBase {
	static RUNE_ERROR_STEP = Unicode.RUNE_ERROR << 3 | 1;
	constructor(bytes, start = 0, end = bytes.length) {
		super();
		this.bytes = bytes;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const target = prefilter.bytes;
		if (target.length === 0) return true;
		const idx = this.indexOf(this.bytes, target, this.start + pos);
		return idx !== -1 && idx <= this.end - target.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton8().searchUTF8(this.bytes, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c = this.bytes[pos] & 255;
		if (c < 128) return c << 3 | 1;
		let size;
		let rune;
		let lo = 128;
		let hi = 191;
		if (c >= 194 && c <= 223) {
			size = 2;
			rune = c & 31;
		} else if (c >= 224 && c <= 239) {
			size = 3;
			rune = c & 15;
			if (c === 224) lo = 160;
			else if (c === 237) hi = 159;
		} else if (c >= 240 && c <= 244) {
			size = 4;
			rune = c & 7;
			if (c === 240) lo = 144;
			else if (c === 244) hi = 143;
		} else return MachineUTF8Input.RUNE_ERROR_STEP;
		if (pos + size > this.end) return MachineUTF8Input.RUNE_ERROR_STEP;
		const c1 = this.bytes[pos + 1] & 255;
		if (c1 < lo || c1 > hi) return MachineUTF8Input.RUNE_ERROR_STEP;
		rune = rune << 6 | c1 & 63;
		if (size > 2) {
			const c2 = this.bytes[pos + 2] & 255;
			if ((c2 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
			rune = rune << 6 | c2 & 63;
			if (size > 3) {
				const c3 = this.bytes[pos + 3] & 255;
				if ((c3 & 192) !== 128) return MachineUTF8Input.RUNE_ERROR_STEP;
				rune = rune << 6 | c3 & 63;
			}
		}
		return rune << 3 | size;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.indexOf(this.bytes, re2.prefixUTF8, pos);
		return i < 0 ? i : i - pos;
	}
	context(pos) {
		pos += this.start;
		let r1 = -1;
		if (pos > this.start && pos <= this.end) {
			let start = pos - 1;
			r1 = this.bytes[start--];
			if (r1 >= 128) {
				let lim = pos - 4;
				if (lim < this.start) lim = this.start;
				while (start >= lim && (this.bytes[start] & 192) === 128) start--;
				if (start < this.start) start = this.start;
				const r = this.step(start - this.start);
				r1 = start + (r & 7) === pos ? r >> 3 : Unicode.RUNE_ERROR;
			}
		}
		const r2 = pos < this.end ? this.step(pos - this.start) >> 3 : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	indexOf(source, target, fromIndex = 0) {
		let targetLength = target.length;
		if (targetLength === 0) return fromIndex <= this.end ? fromIndex : -1;
		const firstByte = target[0];
		let limit = this.end - targetLength;
		const hasNativeIndexOf = typeof source.indexOf === "function";
		let i = fromIndex;
		while (i <= limit) {
			if (hasNativeIndexOf) {
				i = source.indexOf(firstByte, i);
				if (i === -1 || i > limit) return -1;
			} else {
				while (i <= limit && source[i] !== firstByte) i++;
				if (i > limit) return -1;
			}
			let match = true;
			for (let j = 1; j < targetLength; j++) if (source[i + j] !== target[j]) {
				match = false;
				break;
			}
			if (match) return i;
			i++;
		}
		return -1;
	}
	prefixLength(re2) {
		return re2.prefixUTF8.length;
	}
};
var MachineUTF16Input = class extends MachineInputBase {
	constructor(charSequence, start = 0, end = charSequence.length) {
		super();
		this.charSequence = charSequence;
		this.start = start;
		this.end = end;
	}
	hasString(prefilter, pos) {
		const idx = this.charSequence.indexOf(prefilter.str, this.start + pos);
		return idx !== -1 && idx <= this.end - prefilter.str.length;
	}
	hasAnyString(prefilter, pos) {
		return prefilter.automaton16().searchUTF16(this.charSequence, this.start + pos, this.end);
	}
	step(pos) {
		pos += this.start;
		if (pos >= this.end) return MachineInputBase.EOF();
		const c1 = this.charSequence.charCodeAt(pos);
		if (c1 < Unicode.MIN_HIGH_SURROGATE || c1 > Unicode.MAX_HIGH_SURROGATE || pos + 1 >= this.end) return c1 << 3 | 1;
		const c2 = this.charSequence.charCodeAt(pos + 1);
		if (c2 >= Unicode.MIN_LOW_SURROGATE && c2 <= Unicode.MAX_LOW_SURROGATE) return (c1 - Unicode.MIN_HIGH_SURROGATE) * 1024 + (c2 - Unicode.MIN_LOW_SURROGATE) + Unicode.MIN_SUPPLEMENTARY_CODE_POINT << 3 | 2;
		return c1 << 3 | 1;
	}
	index(re2, pos) {
		pos += this.start;
		const i = this.charSequence.indexOf(re2.prefix, pos);
		if (i < 0 || i > this.end - re2.prefix.length) return -1;
		return i - pos;
	}
	context(pos) {
		pos += this.start;
		const r1 = pos > this.start && pos <= this.end ? this.charSequence.charCodeAt(pos - 1) : -1;
		const r2 = pos < this.end ? this.charSequence.charCodeAt(pos) : -1;
		return Utils.emptyOpContext(r1, r2);
	}
	prefixLength(re2) {
		return re2.prefix.length;
	}
};
var MachineInput = class {
	static fromUTF8(bytes, start = 0, end = bytes.length) {
		return new MachineUTF8Input(bytes, start, end);
	}
	static fromUTF16(charSequence, start = 0, end = void 0) {
		Utils.checkInput(charSequence);
		return new MachineUTF16Input(charSequence, start, end ?? charSequence.length);
	}
};
var Matcher = class Matcher {
	static MAX_REPLACER_ARGS = 65535;
	static quoteReplacement(str, javaMode = false) {
		if (javaMode) {
			if (str.indexOf("\\") < 0 && str.indexOf("$") < 0) return str;
			return str.split("").map((s) => {
				const c = s.codePointAt(0);
				if (c === Codepoint.CODES["\\"] || c === Codepoint.CODES["$"]) return `\\${s}`;
				return s;
			}).join("");
		}
		if (str.indexOf("$") < 0) return str;
		return str.split("").map((s) => {
			if (s.codePointAt(0) === Codepoint.CODES["$"]) return "$$";
			return s;
		}).join("");
	}
	constructor(pattern, input) {
		if (pattern === null) throw new Error("pattern is null");
		this.patternInput = pattern;
		const re2 = this.patternInput.re2();
		this.patternGroupCount = re2.numberOfCapturingGroups();
		this.groups = [];
		this.namedGroups = re2.namedGroups;
		this.hasNamedGroups = Object.keys(this.namedGroups).length > 0;
		this.numberOfInstructions = re2.numberOfInstructions();
		this.lookbehindState = null;
		if (input instanceof MatcherInputBase) this.resetMatcherInput(input);
		else if (Utils.isByteArray(input)) this.resetMatcherInput(MatcherInput.utf8(input));
		else this.resetMatcherInput(MatcherInput.utf16(input));
	}
	pattern() {
		return this.patternInput;
	}
	reset() {
		this.matcherInputLength = this.matcherInput.length();
		this.appendPos = 0;
		this.hasMatch = false;
		this.hasGroups = false;
		this.anchorFlag = 0;
		return this;
	}
	resetMatcherInput(input) {
		if (input === null) throw new Error("input is null");
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		this.matcherInput = input;
		if (this.lookbehindState !== null) this.lookbehindState.reset();
		else this.lookbehindState = this.patternInput.re2().createLookbehindState();
		this.reset();
		return this;
	}
	start(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group];
	}
	end(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		this.loadGroup(group);
		return this.groups[2 * group + 1];
	}
	programSize() {
		return this.numberOfInstructions;
	}
	group(group = 0) {
		if (typeof group === "string") {
			const groupInt = this.namedGroups[group];
			if (!Number.isFinite(groupInt)) throw new RE2JSGroupException(`group '${group}' not found`);
			group = groupInt;
		}
		const start = this.start(group);
		const end = this.end(group);
		if (start < 0 && end < 0) return null;
		return this.substring(start, end);
	}
	getNamedGroups() {
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		const result = Object.create(null);
		for (const name of Object.keys(this.namedGroups)) result[name] = this.group(name);
		return result;
	}
	groupCount() {
		return this.patternGroupCount;
	}
	loadGroup(group) {
		if (!Number.isInteger(group) || group < 0 || group > this.patternGroupCount) throw new RE2JSGroupException(`Group index out of bounds: ${group}`);
		if (!this.hasMatch) throw new RE2JSGroupException("perhaps no match attempted");
		if (group === 0 || this.hasGroups) return;
		const end = this.matcherInputLength;
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, this.groups[0], end, this.anchorFlag, 1 + this.patternGroupCount, this.lookbehindState);
		if (!res[0]) throw new RE2JSGroupException("inconsistency in matching group data");
		this.groups = res[1];
		this.hasGroups = true;
	}
	matches() {
		return this.genMatch(0, RE2Flags.ANCHOR_BOTH);
	}
	lookingAt() {
		return this.genMatch(0, RE2Flags.ANCHOR_START);
	}
	find(start = null) {
		if (start !== null) {
			if (!Number.isInteger(start) || start < 0 || start > this.matcherInputLength) throw new RE2JSGroupException(`start index out of bounds: ${start}`);
			this.reset();
			return this.genMatch(start, 0);
		}
		start = 0;
		if (this.hasMatch) {
			start = this.groups[1];
			if (this.groups[0] === this.groups[1]) {
				const r = (this.matcherInput.isUTF16Encoding() ? MachineInput.fromUTF16(this.matcherInput.asCharSequence(), 0, this.matcherInputLength) : MachineInput.fromUTF8(this.matcherInput.asBytes(), 0, this.matcherInputLength)).step(start);
				if (r < 0) start++;
				else start += r & 7;
			}
		}
		return this.genMatch(start, RE2Flags.UNANCHORED);
	}
	genMatch(startByte, anchor) {
		const res = this.patternInput.re2().matchMachineInput(this.matcherInput, startByte, this.matcherInputLength, anchor, 1, this.lookbehindState);
		if (!res[0]) {
			this.hasMatch = false;
			return false;
		}
		this.groups = res[1];
		this.hasMatch = true;
		this.hasGroups = this.patternGroupCount === 0;
		this.anchorFlag = anchor;
		return true;
	}
	substring(start, end) {
		if (this.matcherInput.isUTF8Encoding()) return Utils.utf8ByteArrayToString(this.matcherInput.asBytes().slice(start, end));
		return this.matcherInput.asCharSequence().substring(start, end).toString();
	}
	inputLength() {
		return this.matcherInputLength;
	}
	appendReplacement(replacement, javaMode = false) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		res += javaMode ? this.appendReplacementInternalJava(replacement) : this.appendReplacementInternalJs(replacement);
		return res;
	}
	appendReplacementInternalJava(replacement) {
		let res = "";
		let last = 0;
		const m = replacement.length;
		let i = 0;
		while (i < m) {
			const cCode = replacement.codePointAt(i);
			if (cCode === Codepoint.CODES["\\"]) {
				if (last < i) res += replacement.substring(last, i);
				i++;
				if (i >= m) throw new RE2JSGroupException("character to be escaped is missing");
				last = i;
				i++;
				continue;
			}
			if (cCode === Codepoint.CODES["$"]) {
				if (last < i) res += replacement.substring(last, i);
				if (i + 1 >= m) throw new RE2JSGroupException("Illegal group reference: group index is missing");
				const nextCode = replacement.codePointAt(i + 1);
				if (Codepoint.CODES["0"] <= nextCode && nextCode <= Codepoint.CODES["9"]) {
					let n = nextCode - Codepoint.CODES["0"];
					let j = i + 2;
					for (; j < m; j++) {
						const digit = replacement.codePointAt(j);
						if (digit < Codepoint.CODES["0"] || digit > Codepoint.CODES["9"] || n * 10 + digit - Codepoint.CODES["0"] > this.patternGroupCount) break;
						n = n * 10 + digit - Codepoint.CODES["0"];
					}
					if (n > this.patternGroupCount) throw new RE2JSGroupException(`n > number of groups: ${n}`);
					const group = this.group(n);
					if (group !== null) res += group;
					i = j;
					last = i;
				} else if (nextCode === Codepoint.CODES["{"]) {
					let j = i + 2;
					while (j < m && replacement.codePointAt(j) !== Codepoint.CODES["}"]) j++;
					if (j >= m) throw new RE2JSGroupException("named capture group is missing trailing '}'");
					const groupName = replacement.substring(i + 2, j);
					const groupVal = this.group(groupName);
					if (groupVal !== null) res += groupVal;
					i = j + 1;
					last = i;
				} else throw new RE2JSGroupException("Illegal group reference");
				continue;
			}
			i++;
		}
		if (last < m) res += replacement.substring(last, m);
		return res;
	}
	appendReplacementInternalJs(replacement) {
		const isDigit = (c) => c >= 48 && c <= 57;
		const groupCount = this.patternGroupCount;
		let res = "";
		let i = 0;
		while (i < replacement.length) {
			const dollar = replacement.indexOf("$", i);
			if (dollar < 0) break;
			res += replacement.substring(i, dollar);
			i = dollar;
			const c = replacement.charCodeAt(i + 1);
			if (c === Codepoint.CODES["$"]) {
				res += "$";
				i += 2;
			} else if (c === Codepoint.CODES["&"]) {
				res += this.group(0);
				i += 2;
			} else if (c === Codepoint.CODES["`"]) {
				res += this.substring(0, this.start(0));
				i += 2;
			} else if (c === Codepoint.CODES["'"]) {
				res += this.substring(this.end(0), this.matcherInputLength);
				i += 2;
			} else if (isDigit(c)) {
				let digits = 1;
				let index = c - 48;
				const c2 = replacement.charCodeAt(i + 2);
				if (isDigit(c2) && index * 10 + c2 - 48 <= groupCount) {
					digits = 2;
					index = index * 10 + c2 - 48;
				}
				if (index >= 1 && index <= groupCount) {
					const group = this.group(index);
					if (group !== null) res += group;
				} else res += replacement.substring(i, i + 1 + digits);
				i += 1 + digits;
			} else if (c === Codepoint.CODES["<"] && this.hasNamedGroups) {
				const gt = replacement.indexOf(">", i + 2);
				if (gt < 0) {
					res += "$<";
					i += 2;
				} else {
					const name = replacement.substring(i + 2, gt);
					if (Object.hasOwn(this.namedGroups, name)) {
						const group = this.group(name);
						if (group !== null) res += group;
					}
					i = gt + 1;
				}
			} else {
				res += "$";
				i += 1;
			}
		}
		return res + replacement.substring(i);
	}
	appendTail() {
		return this.substring(this.appendPos, this.matcherInputLength);
	}
	replaceAll(replacement, javaMode = false) {
		return this.replace(replacement, true, javaMode);
	}
	replaceFirst(replacement, javaMode = false) {
		return this.replace(replacement, false, javaMode);
	}
	replace(replacement, all = true, javaMode = false) {
		let res = "";
		this.reset();
		const isFunc = typeof replacement === "function";
		let originalInput = null;
		if (isFunc) {
			if (this.groupCount() >= Matcher.MAX_REPLACER_ARGS) throw new RE2JSGroupException("Too many capture groups to safely invoke replacer function");
			originalInput = this.matcherInput.isUTF8Encoding() ? this.matcherInput.asBytes() : this.matcherInput.asCharSequence();
		}
		while (this.find()) {
			res += isFunc ? this.appendReplacementFunc(replacement, originalInput) : this.appendReplacement(replacement, javaMode);
			if (!all) break;
		}
		res += this.appendTail();
		return res;
	}
	appendReplacementFunc(replacer, originalInput) {
		let res = "";
		const s = this.start();
		const e = this.end();
		if (this.appendPos < s) res += this.substring(this.appendPos, s);
		this.appendPos = e;
		const args = this.matchArray();
		args.push(s, originalInput);
		if (this.hasNamedGroups) args.push(this.namedGroupsObject());
		res += String(replacer(...args));
		return res;
	}
	matchArray() {
		const result = [this.group(0)];
		for (let i = 1; i <= this.patternGroupCount; i++) {
			const group = this.group(i);
			result.push(group === null ? void 0 : group);
		}
		return result;
	}
	namedGroupsObject() {
		if (!this.hasNamedGroups) return;
		const result = this.getNamedGroups();
		for (const name in result) if (result[name] === null) result[name] = void 0;
		return result;
	}
};
var Inst = class Inst {
	static ALT = 1;
	static ALT_MATCH = 2;
	static CAPTURE = 3;
	static EMPTY_WIDTH = 4;
	static FAIL = 5;
	static MATCH = 6;
	static NOP = 7;
	static RUNE = 8;
	static RUNE1 = 9;
	static RUNE_ANY = 10;
	static RUNE_ANY_NOT_NL = 11;
	static LB_WRITE = 12;
	static LB_CHECK = 13;
	static isRuneOp(op) {
		return Inst.RUNE <= op && op <= Inst.RUNE_ANY_NOT_NL;
	}
	static escapeRunes(runes) {
		let out = "\"";
		for (let rune of runes) out += Utils.escapeRune(rune);
		out += "\"";
		return out;
	}
	constructor(op) {
		this.op = op;
		this.out = 0;
		this.arg = 0;
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.next = null;
	}
	matchRune(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r);
			return r === r0;
		}
		const len = this.runes.length;
		if (len === 0) return false;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return false;
				if (r <= this.runes[j + 1]) return true;
			}
			return false;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1];
	}
	matchRunePos(r) {
		if (this.runes.length === 1) {
			const r0 = this.runes[0];
			if ((this.arg & RE2Flags.FOLD_CASE) !== 0) return Unicode.equalsIgnoreCase(r0, r) ? 0 : -1;
			return r === r0 ? 0 : -1;
		}
		const len = this.runes.length;
		if (len === 0) return -1;
		if (len === 2 || len === 4 || len === 6 || len === 8) {
			for (let j = 0; j < len; j += 2) {
				if (r < this.runes[j]) return -1;
				if (r <= this.runes[j + 1]) return Math.floor(j / 2);
			}
			return -1;
		}
		let base = 0;
		let n = len >> 1;
		while (n > 1) {
			const half = n >> 1;
			base += this.runes[base + half << 1] <= r ? half : 0;
			n -= half;
		}
		base += this.runes[base << 1] <= r ? 1 : 0;
		const m = base - 1;
		return m >= 0 && r <= this.runes[m << 1 | 1] ? m : -1;
	}
	toString() {
		switch (this.op) {
			case Inst.ALT: return `alt -> ${this.out}, ${this.arg}`;
			case Inst.ALT_MATCH: return `altmatch -> ${this.out}, ${this.arg}`;
			case Inst.CAPTURE: return `cap ${this.arg} -> ${this.out}`;
			case Inst.EMPTY_WIDTH: return `empty ${this.arg} -> ${this.out}`;
			case Inst.MATCH: return `match${this.arg !== 0 ? ` ${this.arg}` : ""}`;
			case Inst.FAIL: return "fail";
			case Inst.NOP: return `nop -> ${this.out}`;
			case Inst.LB_WRITE: return `lbwrite ${this.arg} -> ${this.out}`;
			case Inst.LB_CHECK: return `lbcheck ${this.arg} -> ${this.out}`;
			case Inst.RUNE:
				if (this.runes === null) return "rune <null>";
				return [
					"rune ",
					Inst.escapeRunes(this.runes),
					(this.arg & RE2Flags.FOLD_CASE) !== 0 ? "/i" : "",
					" -> ",
					this.out
				].join("");
			case Inst.RUNE1: return `rune1 ${Inst.escapeRunes(this.runes)} -> ${this.out}`;
			case Inst.RUNE_ANY: return `any -> ${this.out}`;
			case Inst.RUNE_ANY_NOT_NL: return `anynotnl -> ${this.out}`;
			default: throw new Error("unhandled case in Inst.toString");
		}
	}
};
var Queue = class Queue {
	constructor(numInst) {
		this.sparse = new Int32Array(numInst);
		this.densePcs = new Int32Array(numInst);
		this.denseCaps = null;
		this.size = 0;
		this.ncap = 0;
		this.mainThreads = 0;
	}
	static INITIAL_THREADS = 32;
	init(ncap) {
		this.ncap = ncap;
		const needed = Math.min(this.densePcs.length, Queue.INITIAL_THREADS) * ncap;
		if (!this.denseCaps || this.denseCaps.length < needed) this.denseCaps = new Int32Array(needed);
	}
	growCaps(needed) {
		const limit = this.densePcs.length * this.ncap;
		const grown = new Int32Array(Math.min(limit, Math.max(needed, 2 * this.denseCaps.length)));
		grown.set(this.denseCaps);
		this.denseCaps = grown;
	}
	contains(pc) {
		const j = this.sparse[pc];
		return j < this.size && this.densePcs[j] === pc;
	}
	isEmpty() {
		return this.size === 0;
	}
	add(pc) {
		const j = this.size++;
		this.sparse[pc] = j;
		this.densePcs[j] = pc;
		return j;
	}
	clear() {
		this.size = 0;
		this.mainThreads = 0;
	}
	toString() {
		let out = "{";
		for (let i = 0; i < this.size; i++) {
			if (i !== 0) out += ", ";
			out += this.densePcs[i];
		}
		out += "}";
		return out;
	}
};
var LookbehindState = class {
	constructor(prog) {
		this.pos = -1;
		this.pcs = new Int32Array(prog.numInst());
		this.size = 0;
		this.lbTable = new Int32Array(prog.numLb + 1);
	}
	reset() {
		this.pos = -1;
		this.size = 0;
	}
};
var Machine = class Machine {
	static fromRE2(re2) {
		const m = new Machine();
		m.prog = re2.prog;
		m.re2 = re2;
		m.q0 = new Queue(m.prog.numInst());
		m.q1 = new Queue(m.prog.numInst());
		m.addStack = new Int32Array(2 * (m.prog.numInst() + 1));
		m.matched = false;
		m.matchcap = new Int32Array(m.prog.numCap < 2 ? 2 : m.prog.numCap);
		m.ncap = 0;
		return m;
	}
	constructor() {
		this.prog = null;
		this.re2 = null;
		this.q0 = null;
		this.q1 = null;
		this.addStack = null;
		this.matched = false;
		this.matchcap = null;
		this.ncap = 0;
		this.lbTable = null;
	}
	init(ncap) {
		this.ncap = ncap;
		if (ncap > this.matchcap.length) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1);
		this.q0.init(ncap);
		this.q1.init(ncap);
		if (this.prog.numLb > 0) {
			if (!this.lbTable || this.lbTable.length < this.prog.numLb + 1) this.lbTable = new Int32Array(this.prog.numLb + 1);
			this.lbTable.fill(-1);
		}
	}
	submatches() {
		if (this.ncap === 0) return Utils.emptyInts();
		return Utils.toArray(this.matchcap.subarray(0, this.ncap));
	}
	match(input, pos, anchor, lbState = null) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return false;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		this.matched = false;
		this.matchcap.fill(-1);
		const hasLookbehinds = this.prog.numLb > 0;
		const matchStartPos = pos;
		let currentPos = pos;
		let resumeLookbehinds = false;
		if (hasLookbehinds) {
			if (lbState !== null && lbState.pos >= 0 && lbState.pos <= pos) {
				currentPos = lbState.pos;
				resumeLookbehinds = true;
			} else currentPos = 0;
		}
		let saveLookbehinds = hasLookbehinds && lbState !== null;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag;
		if (currentPos === 0) flag = Utils.emptyOpContext(-1, rune);
		else flag = input.context(currentPos);
		if (hasLookbehinds) {
			if (resumeLookbehinds) this.restoreLookbehinds(lbState, runq, flag);
			else this.spawnLookbehinds(runq, currentPos, flag);
		}
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
				if (this.matched) break;
				if (this.prog.numLb === 0 && runq.isEmpty() && !(this.re2.prefix.length === 0) && rune1 !== this.re2.prefixRune && input.canCheckPrefix()) {
					const advance = input.index(this.re2, currentPos);
					if (advance < 0) break;
					currentPos += advance;
					r = input.step(currentPos);
					rune = r >> 3;
					width = r & 7;
					r = input.step(currentPos + width);
					rune1 = r >> 3;
					width1 = r & 7;
					flag = input.context(currentPos);
				}
			}
			if (currentPos >= matchStartPos) {
				if (saveLookbehinds) {
					this.saveLookbehinds(lbState, runq, currentPos);
					saveLookbehinds = false;
				}
				if (!this.matched && (currentPos === 0 || anchor === RE2Flags.UNANCHORED)) {
					if (this.ncap > 0) this.matchcap[0] = currentPos;
					this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
				}
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			this.step(runq, nextq, currentPos, nextPos, rune, flag, anchor, currentPos === input.endPos());
			if (width === 0) break;
			if (this.ncap === 0 && this.matched) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		runq.clear();
		nextq.clear();
		return this.matched;
	}
	matchSet(input, pos, anchor) {
		const startCond = this.re2.cond;
		if (startCond === Utils.EMPTY_ALL) return [];
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		let currentPos = this.prog.numLb > 0 ? 0 : pos;
		let matchStartPos = pos;
		let runq = this.q0;
		let nextq = this.q1;
		let r = input.step(currentPos);
		let rune = r >> 3;
		let width = r & 7;
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r = input.step(currentPos + width);
			rune1 = r >> 3;
			width1 = r & 7;
		}
		let flag = currentPos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(currentPos);
		const matches = /* @__PURE__ */ new Set();
		if (this.prog.numLb > 0) this.spawnLookbehinds(runq, currentPos, flag);
		while (true) {
			if (runq.mainThreads === 0) {
				if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && currentPos !== 0) break;
				if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && currentPos !== 0) break;
			}
			if (currentPos === 0 || anchor === RE2Flags.UNANCHORED) {
				if (currentPos >= matchStartPos) this.add(runq, this.prog.start, currentPos, this.matchcap, 0, flag);
			}
			const nextPos = currentPos + width;
			flag = input.context(nextPos);
			for (let j = 0; j < runq.size; j++) {
				const pc = runq.densePcs[j];
				const i = this.prog.inst[pc];
				const capOffset = j * this.ncap;
				let add = false;
				switch (i.op) {
					case Inst.MATCH:
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== input.endPos()) break;
						matches.add(i.arg);
						break;
					case Inst.RUNE:
						add = i.matchRune(rune);
						break;
					case Inst.RUNE1:
						add = rune === i.runes[0];
						break;
					case Inst.RUNE_ANY:
						add = true;
						break;
					case Inst.RUNE_ANY_NOT_NL:
						add = rune !== 10;
						break;
					default: continue;
				}
				if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, flag);
			}
			runq.clear();
			if (width === 0) break;
			currentPos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r = input.step(currentPos + width);
				rune1 = r >> 3;
				width1 = r & 7;
			}
			const tmpq = runq;
			runq = nextq;
			nextq = tmpq;
		}
		nextq.clear();
		return Array.from(matches).sort((a, b) => a - b);
	}
	step(runq, nextq, pos, nextPos, c, nextCond, anchor, atEnd) {
		const longest = this.re2.longest;
		for (let j = 0; j < runq.size; j++) {
			const pc = runq.densePcs[j];
			const capOffset = j * this.ncap;
			if (longest && this.matched && this.ncap > 0 && this.matchcap[0] < runq.denseCaps[capOffset]) continue;
			const i = this.prog.inst[pc];
			let add = false;
			switch (i.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && !atEnd) break;
					if (this.ncap > 0 && (!longest || !this.matched || this.matchcap[1] < pos)) {
						runq.denseCaps[capOffset + 1] = pos;
						for (let k = 0; k < this.ncap; k++) this.matchcap[k] = runq.denseCaps[capOffset + k];
					}
					if (!longest) runq.size = 0;
					this.matched = true;
					break;
				case Inst.RUNE:
					add = i.matchRune(c);
					break;
				case Inst.RUNE1:
					add = c === i.runes[0];
					break;
				case Inst.RUNE_ANY:
					add = true;
					break;
				case Inst.RUNE_ANY_NOT_NL:
					add = c !== 10;
					break;
				default: continue;
			}
			if (add) this.add(nextq, i.out, nextPos, runq.denseCaps, capOffset, nextCond);
		}
		runq.clear();
	}
	spawnLookbehinds(q, pos, flag) {
		for (let i = 0; i < this.prog.lbStarts.length; i++) this.add(q, this.prog.lbStarts[i], pos, this.matchcap, 0, flag);
	}
	restoreLookbehinds(lbState, q, flag) {
		this.lbTable.set(lbState.lbTable);
		for (let j = 0; j < lbState.size; j++) this.add(q, lbState.pcs[j], lbState.pos, this.matchcap, 0, flag);
	}
	saveLookbehinds(lbState, q, pos) {
		let size = 0;
		for (let j = 0; j < q.size; j++) {
			const pc = q.densePcs[j];
			if (this.prog.lbInst[pc] === 1 && Inst.isRuneOp(this.prog.inst[pc].op)) lbState.pcs[size++] = pc;
		}
		lbState.size = size;
		lbState.pos = pos;
		lbState.lbTable.set(this.lbTable);
	}
	add(q, pc, pos, capArray, capOffset, cond) {
		const stk = this.addStack;
		let nstk = 0;
		for (;;) {
			while (pc !== 0 && !q.contains(pc)) {
				const d = q.add(pc);
				const inst = this.prog.inst[pc];
				switch (inst.op) {
					case Inst.FAIL:
						pc = 0;
						break;
					case Inst.ALT:
					case Inst.ALT_MATCH:
						stk[nstk++] = inst.arg;
						stk[nstk++] = 0;
						pc = inst.out;
						break;
					case Inst.EMPTY_WIDTH:
						pc = (inst.arg & ~cond) === 0 ? inst.out : 0;
						break;
					case Inst.NOP:
						pc = inst.out;
						break;
					case Inst.CAPTURE:
						if (inst.arg < this.ncap) {
							stk[nstk++] = -inst.arg - 1;
							stk[nstk++] = capArray[capOffset + inst.arg];
							capArray[capOffset + inst.arg] = pos;
						}
						pc = inst.out;
						break;
					case Inst.LB_WRITE:
						this.lbTable[Math.abs(inst.arg)] = pos;
						pc = inst.out;
						break;
					case Inst.LB_CHECK:
						if (inst.arg > 0) pc = this.lbTable[inst.arg] === pos ? inst.out : 0;
						else pc = this.lbTable[-inst.arg] !== pos ? inst.out : 0;
						break;
					case Inst.MATCH:
					case Inst.RUNE:
					case Inst.RUNE1:
					case Inst.RUNE_ANY:
					case Inst.RUNE_ANY_NOT_NL:
						if (this.prog.lbInst[pc] === 0) q.mainThreads++;
						if (this.ncap > 0) {
							const destOffset = d * this.ncap;
							if (destOffset + this.ncap > q.denseCaps.length) q.growCaps(destOffset + this.ncap);
							for (let c = 0; c < this.ncap; c++) q.denseCaps[destOffset + c] = capArray[capOffset + c];
						}
						pc = 0;
						break;
					default: throw new RE2JSInternalException("unhandled");
				}
			}
			if (nstk === 0) return;
			nstk -= 2;
			const entry = stk[nstk];
			if (entry < 0) {
				capArray[capOffset - entry - 1] = stk[nstk + 1];
				pc = 0;
			} else pc = entry;
		}
	}
};
const hashState = (pcs, flag, ids) => {
	let h = -2128831035;
	for (let i = 0; i < pcs.length; i++) {
		h ^= pcs[i];
		h = Math.imul(h, 16777619);
	}
	h ^= flag;
	h = Math.imul(h, 16777619);
	for (let i = 0; i < ids.length; i++) {
		h ^= ids[i];
		h = Math.imul(h, 16777619);
	}
	return h;
};
const arraysEqual = (a, b) => {
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
};
const isState = (state, pcs, flag, ids) => state.flag === flag && arraysEqual(state.nfaStates, pcs) && arraysEqual(state.matchIDs, ids);
const NO_IDS = [];
const END_TEXT = -1;
var DFAState = class {
	constructor(nfaStates, flag, matchIDs) {
		this.nfaStates = nfaStates;
		this.flag = flag;
		this.isMatch = (flag & DFA.FLAG_MATCH) !== 0;
		this.matchIDs = matchIDs;
		this.next = null;
		this.nextAnchored = null;
	}
};
var DFA = class DFA {
	static FLAG_EMPTY_MASK = 255;
	static FLAG_MATCH = 256;
	static FLAG_LAST_WORD = 512;
	static FLAG_NEED_SHIFT = 16;
	static STATE_OVERHEAD = 150;
	static ARRAY_OVERHEAD = 40;
	static ELEMENT_SIZE = 8;
	static TABLE_OVERHEAD = 48;
	static PROGRESS_PER_STATE = 10;
	constructor(prog, maxMem = 8388608) {
		this.prog = prog;
		this.maxMem = maxMem;
		this.stateCache = /* @__PURE__ */ new Map();
		this.stateCount = 0;
		this.startStates = /* @__PURE__ */ new Map();
		this.failed = false;
		for (let pc = 0; pc < prog.numInst(); pc++) {
			const op = prog.getInst(pc).op;
			if (op === Inst.LB_WRITE || op === Inst.LB_CHECK) {
				this.failed = true;
				break;
			}
		}
		this.computeRuneClasses();
		this.stateBudget = maxMem;
		this.memBudget = maxMem;
	}
	computeRuneClasses() {
		const bounds = /* @__PURE__ */ new Set();
		const addRange = (lo, hi) => {
			bounds.add(lo);
			bounds.add(hi + 1);
		};
		for (let pc = 0; pc < this.prog.numInst(); pc++) {
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.RUNE:
				case Inst.RUNE1:
					if (inst.runes.length === 1) {
						addRange(inst.runes[0], inst.runes[0]);
						if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) for (let f = Unicode.simpleFold(inst.runes[0]); f !== inst.runes[0]; f = Unicode.simpleFold(f)) addRange(f, f);
					} else for (let j = 0; j < inst.runes.length; j += 2) addRange(inst.runes[j], inst.runes[j + 1]);
					break;
				case Inst.RUNE_ANY_NOT_NL:
					addRange(10, 10);
					break;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & (Utils.EMPTY_BEGIN_LINE | Utils.EMPTY_END_LINE)) !== 0) addRange(10, 10);
					if ((inst.arg & (Utils.EMPTY_WORD_BOUNDARY | Utils.EMPTY_NO_WORD_BOUNDARY)) !== 0) {
						addRange(48, 57);
						addRange(65, 90);
						addRange(95, 95);
						addRange(97, 122);
					}
			}
		}
		bounds.delete(0);
		this.classBounds = Int32Array.from(bounds).sort();
		this.numClasses = this.classBounds.length + 1;
		const latin1Class = new Int32Array(Unicode.MAX_LATIN1 + 1);
		for (let r = 0; r <= Unicode.MAX_LATIN1; r++) latin1Class[r] = this.searchClass(r);
		this.latin1Class = latin1Class;
	}
	runeClass(r) {
		if (r <= Unicode.MAX_LATIN1) return this.latin1Class[r];
		return this.searchClass(r);
	}
	searchClass(r) {
		const bounds = this.classBounds;
		let lo = 0;
		let hi = bounds.length;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			if (bounds[mid] <= r) lo = mid + 1;
			else hi = mid;
		}
		return lo;
	}
	closure(pcs, flag) {
		const closure = /* @__PURE__ */ new Set();
		const stack = Array.from(pcs);
		let needflags = 0;
		while (stack.length > 0) {
			const pc = stack.pop();
			if (pc === 0 || closure.has(pc)) continue;
			closure.add(pc);
			const inst = this.prog.getInst(pc);
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					stack.push(inst.out);
					stack.push(inst.arg);
					break;
				case Inst.NOP:
				case Inst.CAPTURE:
					stack.push(inst.out);
					break;
				case Inst.EMPTY_WIDTH:
					needflags |= inst.arg;
					if ((inst.arg & ~flag) === 0) stack.push(inst.out);
			}
		}
		return {
			pcs: Array.from(closure).sort((a, b) => a - b),
			needflags
		};
	}
	getState(pcs, flag, ids) {
		const hash = hashState(pcs, flag, ids);
		const cached = this.stateCache.get(hash);
		if (cached instanceof DFAState) {
			if (isState(cached, pcs, flag, ids)) return cached;
		} else if (cached !== void 0) {
			for (let i = 0; i < cached.length; i++) if (isState(cached[i], pcs, flag, ids)) return cached[i];
		}
		const cost = DFA.stateCost(pcs, ids);
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const state = new DFAState(pcs, flag, ids);
		if (cached === void 0) this.stateCache.set(hash, state);
		else if (cached instanceof DFAState) this.stateCache.set(hash, [cached, state]);
		else cached.push(state);
		this.stateCount++;
		return state;
	}
	static stateCost(pcs, ids) {
		const idsCost = ids.length === 0 ? 0 : DFA.ARRAY_OVERHEAD + DFA.ELEMENT_SIZE * ids.length;
		return DFA.STATE_OVERHEAD + DFA.ELEMENT_SIZE * pcs.length + idsCost;
	}
	*cachedStates() {
		for (const cached of this.stateCache.values()) if (cached instanceof DFAState) yield cached;
		else yield* cached;
	}
	makeState(pcs, flag, ids) {
		const closure = this.closure(pcs, flag & DFA.FLAG_EMPTY_MASK);
		let stateFlag = flag;
		if (closure.needflags === 0) stateFlag &= DFA.FLAG_MATCH;
		stateFlag |= closure.needflags << DFA.FLAG_NEED_SHIFT;
		return this.getState(closure.pcs, stateFlag, ids);
	}
	allocTable(state, anchor) {
		const size = this.numClasses + 1;
		const cost = DFA.TABLE_OVERHEAD + DFA.ELEMENT_SIZE * size;
		if (this.memBudget < cost) return null;
		this.memBudget -= cost;
		const table = new Array(size).fill(null);
		if (anchor === RE2Flags.UNANCHORED) state.next = table;
		else state.nextAnchored = table;
		return table;
	}
	clearCache() {
		this.stateCache.clear();
		this.stateCount = 0;
		this.startStates.clear();
		this.memBudget = this.stateBudget;
	}
	resetCache(current) {
		this.clearCache();
		return this.getState(current.nfaStates, current.flag, current.matchIDs);
	}
	step(state, cls, rune, anchor) {
		let table = anchor === RE2Flags.UNANCHORED ? state.next : state.nextAnchored;
		if (table !== null) {
			const cached = table[cls];
			if (cached !== null) return cached;
		} else {
			table = this.allocTable(state, anchor);
			if (table === null) return null;
		}
		const needflag = state.flag >>> DFA.FLAG_NEED_SHIFT;
		const oldbeforeflag = state.flag & DFA.FLAG_EMPTY_MASK;
		let beforeflag = oldbeforeflag;
		let afterflag = 0;
		if (rune === 10) {
			beforeflag |= Utils.EMPTY_END_LINE;
			afterflag |= Utils.EMPTY_BEGIN_LINE;
		}
		if (rune === END_TEXT) beforeflag |= Utils.EMPTY_END_LINE | Utils.EMPTY_END_TEXT;
		const islastword = (state.flag & DFA.FLAG_LAST_WORD) !== 0;
		const isword = rune !== END_TEXT && Utils.isWordRune(rune);
		beforeflag |= isword === islastword ? Utils.EMPTY_NO_WORD_BOUNDARY : Utils.EMPTY_WORD_BOUNDARY;
		let pcs = state.nfaStates;
		if ((beforeflag & ~oldbeforeflag & needflag) !== 0) pcs = this.closure(pcs, beforeflag).pcs;
		const nextPCs = [];
		let ismatch = false;
		let ids = NO_IDS;
		for (let i = 0; i < pcs.length; i++) {
			const inst = this.prog.getInst(pcs[i]);
			if (inst.op === Inst.MATCH) {
				if (!ismatch) {
					ismatch = true;
					ids = [];
				}
				ids.push(inst.arg);
			} else if (rune !== END_TEXT && Inst.isRuneOp(inst.op) && inst.matchRune(rune)) nextPCs.push(inst.out);
		}
		if (ids.length > 1) ids.sort((a, b) => a - b);
		if (anchor === RE2Flags.UNANCHORED && rune !== END_TEXT) nextPCs.push(this.prog.start);
		let flag = afterflag;
		if (ismatch) flag |= DFA.FLAG_MATCH;
		if (isword) flag |= DFA.FLAG_LAST_WORD;
		const nextState = this.makeState(nextPCs, flag, ids);
		if (nextState === null) return null;
		table[cls] = nextState;
		return nextState;
	}
	start(input, pos) {
		const context = input.context(pos);
		let flags;
		if ((context & Utils.EMPTY_BEGIN_TEXT) !== 0) flags = Utils.EMPTY_BEGIN_TEXT | Utils.EMPTY_BEGIN_LINE;
		else if ((context & Utils.EMPTY_BEGIN_LINE) !== 0) flags = Utils.EMPTY_BEGIN_LINE;
		else {
			const r = input.step(pos);
			const nextIsWord = r >= 0 && Utils.isWordRune(r >> 3);
			flags = (context & Utils.EMPTY_WORD_BOUNDARY) !== 0 !== nextIsWord ? DFA.FLAG_LAST_WORD : 0;
		}
		let state = this.startStates.get(flags);
		if (state === void 0) {
			state = this.makeState([this.prog.start], flags, NO_IDS);
			if (state === null) {
				this.clearCache();
				state = this.makeState([this.prog.start], flags, NO_IDS);
				if (state === null) return null;
			}
			this.startStates.set(flags, state);
		}
		return state;
	}
	stepOrReset(state, cls, rune, anchor, pos, search) {
		let next = this.step(state, cls, rune, anchor);
		if (next !== null) return next;
		if (search.resetPos >= 0 && pos - search.resetPos < DFA.PROGRESS_PER_STATE * this.stateCount) return null;
		search.resetPos = pos;
		const restored = this.resetCache(state);
		if (restored === null) return null;
		next = this.step(restored, cls, rune, anchor);
		return next;
	}
	run(input, pos, anchor, state, onMatch) {
		const endPos = input.endPos();
		const latin1Class = this.latin1Class;
		const unanchored = anchor === RE2Flags.UNANCHORED;
		const search = { resetPos: -1 };
		let i = pos;
		while (i < endPos) {
			const r = input.step(i);
			const rune = r >> 3;
			const width = r & 7;
			if (width === 0) break;
			const cls = rune <= Unicode.MAX_LATIN1 ? latin1Class[rune] : this.runeClass(rune);
			let next = unanchored && state.next !== null ? state.next[cls] : null;
			if (next === null) {
				next = this.stepOrReset(state, cls, rune, anchor, i, search);
				if (next === null) return null;
			}
			state = next;
			if (state.isMatch && onMatch(state, false)) return true;
			if (!unanchored && state.nfaStates.length === 0) return false;
			i += width;
		}
		state = this.stepOrReset(state, this.numClasses, END_TEXT, anchor, i, search);
		if (state === null) return null;
		return state.isMatch && onMatch(state, true);
	}
	match(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return false;
		const startState = this.start(input, pos);
		if (startState === null) return null;
		return this.run(input, pos, anchor, startState, (state, atEnd) => anchor !== RE2Flags.ANCHOR_BOTH || atEnd);
	}
	matchSet(input, pos, anchor) {
		if (this.failed) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return [];
		const startState = this.start(input, pos);
		if (startState === null) return null;
		const matches = /* @__PURE__ */ new Set();
		const collect = (state, atEnd) => {
			if (anchor !== RE2Flags.ANCHOR_BOTH || atEnd) for (let k = 0; k < state.matchIDs.length; k++) matches.add(state.matchIDs[k]);
			return false;
		};
		if (this.run(input, pos, anchor, startState, collect) === null) return null;
		return Array.from(matches).sort((a, b) => a - b);
	}
};
const VISITED_BITS = 32;
const MAX_BACKTRACK_PROG = 500;
const INITIAL_JOB_CAPACITY = 256;
const MAX_BACKTRACK_VECTOR = 262144;
var BitState = class {
	constructor() {
		this.end = 0;
		this.cap = /* @__PURE__ */ new Int32Array(0);
		this.matchcap = /* @__PURE__ */ new Int32Array(0);
		this.ncap = 0;
		this.jobPc = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobArg = new Uint8Array(INITIAL_JOB_CAPACITY);
		this.jobPos = new Int32Array(INITIAL_JOB_CAPACITY);
		this.jobLen = 0;
		this.visited = /* @__PURE__ */ new Uint32Array(0);
	}
	reset(prog, end, ncap) {
		this.end = end;
		this.jobLen = 0;
		this.ncap = ncap;
		const visitedSize = prog.numInst() * (end + 1) + VISITED_BITS - 1 >>> 5;
		if (this.visited.length < visitedSize) this.visited = new Uint32Array(visitedSize);
		else this.visited.fill(0, 0, visitedSize);
		if (this.cap.length < ncap) this.cap = new Int32Array(ncap).fill(-1);
		else this.cap.fill(-1, 0, ncap);
		if (this.matchcap.length < ncap) this.matchcap = new Int32Array(ncap).fill(-1);
		else this.matchcap.fill(-1, 0, ncap);
	}
	shouldVisit(pc, pos) {
		const n = pc * (this.end + 1) + pos;
		const idx = n >>> 5;
		const mask = 1 << (n & 31);
		if ((this.visited[idx] & mask) !== 0) return false;
		this.visited[idx] |= mask;
		return true;
	}
	push(re2, pc, pos, arg) {
		if (re2.prog.getInst(pc).op !== Inst.FAIL && (arg || this.shouldVisit(pc, pos))) {
			if (this.jobLen >= this.jobPc.length) {
				const newSize = this.jobPc.length * 2;
				const newPc = new Int32Array(newSize);
				newPc.set(this.jobPc);
				this.jobPc = newPc;
				const newArg = new Uint8Array(newSize);
				newArg.set(this.jobArg);
				this.jobArg = newArg;
				const newPos = new Int32Array(newSize);
				newPos.set(this.jobPos);
				this.jobPos = newPos;
			}
			this.jobPc[this.jobLen] = pc;
			this.jobArg[this.jobLen] = arg ? 1 : 0;
			this.jobPos[this.jobLen] = pos;
			this.jobLen++;
		}
	}
	tryBacktrack(re2, input, pc, pos, anchor) {
		const longest = re2.longest;
		this.push(re2, pc, pos, false);
		while (this.jobLen > 0) {
			this.jobLen--;
			let currentPc = this.jobPc[this.jobLen];
			let arg = this.jobArg[this.jobLen] === 1;
			let currentPos = this.jobPos[this.jobLen];
			let skipShouldVisit = true;
			while (true) {
				if (!skipShouldVisit) {
					if (!this.shouldVisit(currentPc, currentPos)) break;
				}
				skipShouldVisit = false;
				const inst = re2.prog.getInst(currentPc);
				switch (inst.op) {
					case Inst.FAIL: break;
					case Inst.ALT: if (arg) {
						arg = false;
						currentPc = inst.arg;
						continue;
					} else {
						this.push(re2, currentPc, currentPos, true);
						currentPc = inst.out;
						continue;
					}
					case Inst.ALT_MATCH: {
						const outInst = re2.prog.getInst(inst.out);
						if (Inst.isRuneOp(outInst.op)) {
							this.push(re2, inst.arg, currentPos, false);
							currentPc = inst.arg;
							currentPos = this.end;
							continue;
						}
						this.push(re2, inst.out, this.end, false);
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (!inst.matchRune(r >> 3)) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE1: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 !== inst.runes[0]) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY_NOT_NL: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						if (r >> 3 === 10) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.RUNE_ANY: {
						const r = input.step(currentPos);
						if (r === MachineInputBase.EOF()) break;
						currentPos += r & 7;
						currentPc = inst.out;
						continue;
					}
					case Inst.CAPTURE: if (arg) {
						this.cap[inst.arg] = currentPos;
						break;
					} else {
						if (inst.arg < this.ncap) {
							this.push(re2, currentPc, this.cap[inst.arg], true);
							this.cap[inst.arg] = currentPos;
						}
						currentPc = inst.out;
						continue;
					}
					case Inst.EMPTY_WIDTH: {
						const flag = input.context(currentPos);
						if ((inst.arg & ~flag) !== 0) break;
						currentPc = inst.out;
						continue;
					}
					case Inst.NOP:
						currentPc = inst.out;
						continue;
					case Inst.MATCH: {
						if (anchor === RE2Flags.ANCHOR_BOTH && currentPos !== this.end) break;
						if (this.ncap === 0) return true;
						if (this.ncap > 1) this.cap[1] = currentPos;
						const old = this.matchcap[1];
						if (old === -1 || longest && currentPos > 0 && currentPos > old) this.matchcap.set(this.cap);
						if (!longest) return true;
						if (currentPos === this.end) return true;
						break;
					}
					case Inst.LB_WRITE:
					case Inst.LB_CHECK: throw new RE2JSInternalException("Backtracker cannot evaluate Lookbehind instructions");
					default: throw new RE2JSInternalException("bad inst");
				}
				break;
			}
		}
		return longest && this.matchcap.length > 1 && this.matchcap[1] >= 0;
	}
};
const bitStatePool = [];
var Backtracker = class Backtracker {
	static shouldBacktrack(prog) {
		return prog.numInst() <= MAX_BACKTRACK_PROG;
	}
	static maxBitStateLen(prog) {
		if (!Backtracker.shouldBacktrack(prog)) return 0;
		return Math.floor(MAX_BACKTRACK_VECTOR / prog.numInst());
	}
	static execute(re2, input, pos, anchor, ncap) {
		const startCond = re2.cond;
		if (startCond === Utils.EMPTY_ALL) return null;
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 && pos !== 0) return null;
		const b = bitStatePool.length > 0 ? bitStatePool.pop() : new BitState();
		const end = input.endPos();
		b.reset(re2.prog, end, ncap);
		let matched = false;
		if ((startCond & Utils.EMPTY_BEGIN_TEXT) !== 0 || anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) {
			if (b.ncap > 0) b.cap[0] = pos;
			if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) matched = true;
		} else {
			let width = -1;
			for (; pos <= end && width !== 0; pos += width) {
				if (re2.prefix.length > 0) {
					const advance = input.index(re2, pos);
					if (advance < 0) break;
					pos += advance;
				}
				if (b.ncap > 0) b.cap[0] = pos;
				if (b.tryBacktrack(re2, input, re2.prog.start, pos, anchor)) {
					matched = true;
					break;
				}
				const r = input.step(pos);
				width = r === MachineInputBase.EOF() ? 0 : r & 7;
			}
		}
		if (!matched) {
			bitStatePool.push(b);
			return null;
		}
		const result = ncap === 0 ? [] : Utils.toArray(b.matchcap.subarray(0, ncap));
		bitStatePool.push(b);
		return result;
	}
};
var QueueOnePass = class {
	constructor(size) {
		this.sparse = new Uint32Array(size);
		this.dense = new Uint32Array(size);
		this.size = 0;
		this.nextIndex = 0;
	}
	empty() {
		return this.nextIndex >= this.size;
	}
	next() {
		return this.dense[this.nextIndex++];
	}
	clear() {
		this.size = 0;
		this.nextIndex = 0;
	}
	contains(u) {
		return u < this.sparse.length && this.sparse[u] < this.size && this.dense[this.sparse[u]] === u;
	}
	insert(u) {
		if (!this.contains(u)) this.insertNew(u);
	}
	insertNew(u) {
		if (u >= this.sparse.length) return;
		this.sparse[u] = this.size;
		this.dense[this.size] = u;
		this.size++;
	}
};
const mergeRuneSets = (leftRunes, rightRunes, leftPC, rightPC) => {
	const leftLen = leftRunes.length;
	const rightLen = rightRunes.length;
	let lx = 0, rx = 0;
	const merged = [];
	const next = [];
	let ok = true;
	let ix = -1;
	const extend = (isLeft) => {
		const newArray = isLeft ? leftRunes : rightRunes;
		const low = isLeft ? lx : rx;
		const pc = isLeft ? leftPC : rightPC;
		if (ix > 0 && newArray[low] <= merged[ix]) return false;
		merged.push(newArray[low], newArray[low + 1]);
		if (isLeft) lx += 2;
		else rx += 2;
		ix += 2;
		next.push(pc);
		return true;
	};
	while (lx < leftLen || rx < rightLen) {
		if (rx >= rightLen) ok = extend(true);
		else if (lx >= leftLen) ok = extend(false);
		else if (rightRunes[rx] < leftRunes[lx]) ok = extend(false);
		else ok = extend(true);
		if (!ok) return null;
	}
	return {
		merged,
		next
	};
};
var OnePassProg = class {
	constructor(prog) {
		this.start = prog.start;
		this.numCap = prog.numCap;
		this.inst = new Array(prog.inst.length);
		for (let i = 0; i < prog.inst.length; i++) {
			const orig = prog.inst[i];
			const inst = new Inst(orig.op);
			inst.out = orig.out;
			inst.arg = orig.arg;
			inst.runes = orig.runes ? new Int32Array(orig.runes) : /* @__PURE__ */ new Int32Array(0);
			inst.next = null;
			this.inst[i] = inst;
		}
	}
};
const onePassCopy = (prog) => {
	const p = new OnePassProg(prog);
	for (let pc = 0; pc < p.inst.length; pc++) {
		const inst = p.inst[pc];
		if (inst.op !== Inst.ALT && inst.op !== Inst.ALT_MATCH) continue;
		let pAOther = "out";
		let pAAlt = "arg";
		let instAlt = p.inst[inst[pAAlt]];
		if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) {
			pAOther = "arg";
			pAAlt = "out";
			instAlt = p.inst[inst[pAAlt]];
			if (instAlt.op !== Inst.ALT && instAlt.op !== Inst.ALT_MATCH) continue;
		}
		const instOther = p.inst[inst[pAOther]];
		if (instOther.op === Inst.ALT || instOther.op === Inst.ALT_MATCH) continue;
		let pBAlt = "out";
		let pBOther = "arg";
		let patch = false;
		if (instAlt.out === pc) patch = true;
		else if (instAlt.arg === pc) {
			patch = true;
			pBAlt = "arg";
			pBOther = "out";
		}
		if (patch) instAlt[pBAlt] = inst[pAOther];
		if (inst[pAOther] === instAlt[pBAlt]) inst[pAAlt] = instAlt[pBOther];
	}
	return p;
};
const makeOnePass = (p) => {
	if (p.inst.length >= 1e3) return null;
	const instQueue = new QueueOnePass(p.inst.length);
	const visitQueue = new QueueOnePass(p.inst.length);
	const onePassRunes = new Array(p.inst.length);
	const m = new Array(p.inst.length).fill(false);
	const check = (pc) => {
		let ok = true;
		const inst = p.inst[pc];
		if (visitQueue.contains(pc)) return true;
		visitQueue.insert(pc);
		switch (inst.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH: {
				ok = check(inst.out) && check(inst.arg);
				let matchOut = m[inst.out];
				let matchArg = m[inst.arg];
				if (matchOut && matchArg) return false;
				if (matchArg) {
					const tempOut = inst.out;
					inst.out = inst.arg;
					inst.arg = tempOut;
					const tempMatch = matchOut;
					matchOut = matchArg;
					matchArg = tempMatch;
				}
				if (matchOut) {
					m[pc] = true;
					inst.op = Inst.ALT_MATCH;
				}
				const leftRunes = onePassRunes[inst.out] || [];
				const rightRunes = onePassRunes[inst.arg] || [];
				const mergeRes = mergeRuneSets(leftRunes, rightRunes, inst.out, inst.arg);
				if (!mergeRes) return false;
				onePassRunes[pc] = new Int32Array(mergeRes.merged);
				inst.next = new Uint32Array(mergeRes.next);
				break;
			}
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
				ok = check(inst.out);
				m[pc] = m[inst.out];
				onePassRunes[pc] = onePassRunes[inst.out] ? new Int32Array(onePassRunes[inst.out]) : /* @__PURE__ */ new Int32Array(0);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
				break;
			case Inst.MATCH:
			case Inst.FAIL:
				m[pc] = inst.op === Inst.MATCH;
				break;
			case Inst.RUNE: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				if (!inst.runes || inst.runes.length === 0) {
					onePassRunes[pc] = /* @__PURE__ */ new Int32Array(0);
					inst.next = new Uint32Array([inst.out]);
					break;
				}
				let runes = [];
				if (inst.runes.length === 1 && (inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else for (let j = 0; j < inst.runes.length; j++) runes.push(inst.runes[j]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE1: {
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				let runes = [];
				if ((inst.arg & RE2Flags.FOLD_CASE) !== 0) {
					const r0 = inst.runes[0];
					runes.push(r0, r0);
					for (let r1 = Unicode.simpleFold(r0); r1 !== r0; r1 = Unicode.simpleFold(r1)) runes.push(r1, r1);
					runes.sort((a, b) => a - b);
				} else runes.push(inst.runes[0], inst.runes[0]);
				onePassRunes[pc] = new Int32Array(runes);
				inst.next = new Uint32Array(Math.floor(runes.length / 2) + 1).fill(inst.out);
				inst.op = Inst.RUNE;
				break;
			}
			case Inst.RUNE_ANY:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([0, Unicode.MAX_RUNE]);
				inst.next = new Uint32Array([inst.out]);
				break;
			case Inst.RUNE_ANY_NOT_NL:
				m[pc] = false;
				if (inst.next && inst.next.length > 0) break;
				instQueue.insert(inst.out);
				onePassRunes[pc] = new Int32Array([
					0,
					9,
					11,
					Unicode.MAX_RUNE
				]);
				inst.next = new Uint32Array(Math.floor(onePassRunes[pc].length / 2) + 1).fill(inst.out);
		}
		return ok;
	};
	instQueue.clear();
	instQueue.insert(p.start);
	while (!instQueue.empty()) {
		visitQueue.clear();
		if (!check(instQueue.next())) return null;
	}
	for (let i = 0; i < p.inst.length; i++) if (onePassRunes[i]) p.inst[i].runes = onePassRunes[i];
	return p;
};
const cleanupOnePass = (p, original) => {
	for (let ix = 0; ix < original.inst.length; ix++) {
		const instOriginal = original.inst[ix];
		switch (instOriginal.op) {
			case Inst.ALT:
			case Inst.ALT_MATCH:
			case Inst.RUNE: break;
			case Inst.CAPTURE:
			case Inst.EMPTY_WIDTH:
			case Inst.NOP:
			case Inst.MATCH:
			case Inst.FAIL:
				p.inst[ix].next = null;
				break;
			case Inst.RUNE1:
			case Inst.RUNE_ANY:
			case Inst.RUNE_ANY_NOT_NL:
				p.inst[ix].next = null;
				p.inst[ix].op = instOriginal.op;
				p.inst[ix].runes = instOriginal.runes ? new Int32Array(instOriginal.runes) : /* @__PURE__ */ new Int32Array(0);
		}
	}
};
var OnePass = class OnePass {
	static compile(prog) {
		if (prog.start === 0) return null;
		if (prog.numLb > 0) return null;
		const startInst = prog.inst[prog.start];
		if (startInst.op !== Inst.EMPTY_WIDTH || (startInst.arg & Utils.EMPTY_BEGIN_TEXT) === 0) return null;
		let hasAlt = false;
		for (let i = 0; i < prog.inst.length; i++) if (prog.inst[i].op === Inst.ALT || prog.inst[i].op === Inst.ALT_MATCH) {
			hasAlt = true;
			break;
		}
		for (let i = 0; i < prog.inst.length; i++) {
			const inst = prog.inst[i];
			const opOut = prog.inst[inst.out].op;
			switch (inst.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					if (opOut === Inst.MATCH || prog.inst[inst.arg].op === Inst.MATCH) return null;
					break;
				case Inst.EMPTY_WIDTH:
					if (opOut === Inst.MATCH) {
						if ((inst.arg & Utils.EMPTY_END_TEXT) === Utils.EMPTY_END_TEXT) continue;
						return null;
					}
					break;
				default: if (opOut === Inst.MATCH && hasAlt) return null;
			}
		}
		let p = onePassCopy(prog);
		p = makeOnePass(p);
		if (p !== null) cleanupOnePass(p, prog);
		return p;
	}
	static next(inst, r) {
		const nextIdx = inst.matchRunePos(r);
		if (nextIdx >= 0) return inst.next[nextIdx];
		if (inst.op === Inst.ALT_MATCH) return inst.out;
		return 0;
	}
	static execute(re2, input, pos, anchor, ncap) {
		const onepass = re2.onepass;
		if (!onepass) return null;
		const matchcap = new Int32Array(ncap).fill(-1);
		let matched = false;
		let r = input.step(pos);
		let rune = r >> 3;
		let width = r & 7;
		let r1 = MachineInputBase.EOF();
		let rune1 = -1;
		let width1 = 0;
		if (r !== MachineInputBase.EOF()) {
			r1 = input.step(pos + width);
			if (r1 !== MachineInputBase.EOF()) {
				rune1 = r1 >> 3;
				width1 = r1 & 7;
			}
		}
		let flag = pos === 0 ? Utils.emptyOpContext(-1, rune) : input.context(pos);
		let pc = onepass.start;
		let inst;
		while (true) {
			inst = onepass.inst[pc];
			pc = inst.out;
			switch (inst.op) {
				case Inst.MATCH:
					if (anchor === RE2Flags.ANCHOR_BOTH && pos !== input.endPos()) return null;
					matched = true;
					if (matchcap.length > 0) {
						matchcap[0] = 0;
						matchcap[1] = pos;
					}
					return ncap === 0 ? [] : Utils.toArray(matchcap);
				case Inst.RUNE:
					if (!inst.matchRune(rune)) return null;
					break;
				case Inst.RUNE1:
					if (rune !== inst.runes[0]) return null;
					break;
				case Inst.RUNE_ANY: break;
				case Inst.RUNE_ANY_NOT_NL:
					if (rune === 10) return null;
					break;
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pc = OnePass.next(inst, rune);
					continue;
				case Inst.FAIL: return null;
				case Inst.NOP: continue;
				case Inst.EMPTY_WIDTH:
					if ((inst.arg & ~flag) !== 0) return null;
					continue;
				case Inst.CAPTURE:
					if (inst.arg < matchcap.length) matchcap[inst.arg] = pos;
					continue;
				default: throw new RE2JSInternalException("bad inst");
			}
			if (width === 0) break;
			flag = Utils.emptyOpContext(rune, rune1);
			pos += width;
			rune = rune1;
			width = width1;
			if (rune !== -1) {
				r1 = input.step(pos + width);
				if (r1 !== MachineInputBase.EOF()) {
					rune1 = r1 >> 3;
					width1 = r1 & 7;
				} else {
					rune1 = -1;
					width1 = 0;
				}
			}
		}
		if (!matched) return null;
		return ncap === 0 ? [] : Utils.toArray(matchcap);
	}
};
var Regexp = class Regexp {
	static Op = createEnum([
		"NO_MATCH",
		"EMPTY_MATCH",
		"LITERAL",
		"CHAR_CLASS",
		"ANY_CHAR_NOT_NL",
		"ANY_CHAR",
		"BEGIN_LINE",
		"END_LINE",
		"BEGIN_TEXT",
		"END_TEXT",
		"WORD_BOUNDARY",
		"NO_WORD_BOUNDARY",
		"CAPTURE",
		"STAR",
		"PLUS",
		"QUEST",
		"REPEAT",
		"CONCAT",
		"ALTERNATE",
		"PLB",
		"NLB",
		"LEFT_PAREN",
		"VERTICAL_BAR"
	]);
	static isPseudoOp(op) {
		return op >= Regexp.Op.LEFT_PAREN;
	}
	static emptySubs() {
		return [];
	}
	static quoteIfHyphen(rune) {
		if (rune === Codepoint.CODES["-"]) return "\\";
		return "";
	}
	static fromRegexp(re) {
		const regex = new Regexp(re.op);
		regex.flags = re.flags;
		regex.subs = re.subs;
		regex.runes = re.runes;
		regex.cap = re.cap;
		regex.min = re.min;
		regex.max = re.max;
		regex.name = re.name;
		regex.namedGroups = re.namedGroups;
		regex.lb = re.lb;
		return regex;
	}
	constructor(op) {
		this.op = op;
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.min = 0;
		this.max = 0;
		this.cap = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	reinit() {
		this.flags = 0;
		this.subs = Regexp.emptySubs();
		this.runes = /* @__PURE__ */ new Int32Array(0);
		this.cap = 0;
		this.min = 0;
		this.max = 0;
		this.name = null;
		this.namedGroups = Object.create(null);
		this.lb = 0;
	}
	toString() {
		return this.appendTo();
	}
	appendTo() {
		let out = "";
		switch (this.op) {
			case Regexp.Op.NO_MATCH:
				out += "[^\\x00-\\x{10FFFF}]";
				break;
			case Regexp.Op.EMPTY_MATCH:
				out += "(?:)";
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
			case Regexp.Op.REPEAT: {
				const sub = this.subs[0];
				if (sub.op > Regexp.Op.CAPTURE || sub.op === Regexp.Op.LITERAL && sub.runes.length > 1) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				switch (this.op) {
					case Regexp.Op.STAR:
						out += "*";
						break;
					case Regexp.Op.PLUS:
						out += "+";
						break;
					case Regexp.Op.QUEST:
						out += "?";
						break;
					case Regexp.Op.REPEAT:
						out += `{${this.min}`;
						if (this.min !== this.max) {
							out += ",";
							if (this.max >= 0) out += this.max;
						}
						out += "}";
				}
				if ((this.flags & RE2Flags.NON_GREEDY) !== 0) out += "?";
				break;
			}
			case Regexp.Op.CONCAT:
				for (let sub of this.subs) if (sub.op === Regexp.Op.ALTERNATE) out += `(?:${sub.appendTo()})`;
				else out += sub.appendTo();
				break;
			case Regexp.Op.ALTERNATE: {
				let sep = "";
				for (let sub of this.subs) {
					out += sep;
					sep = "|";
					out += sub.appendTo();
				}
				break;
			}
			case Regexp.Op.LITERAL:
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += "(?i:";
				for (let rune of this.runes) out += Utils.escapeRune(rune);
				if ((this.flags & RE2Flags.FOLD_CASE) !== 0) out += ")";
				break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				out += "(?-s:.)";
				break;
			case Regexp.Op.ANY_CHAR:
				out += "(?s:.)";
				break;
			case Regexp.Op.PLB:
				out += `(?<=${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.NLB:
				out += `(?<!${this.subs[0].appendTo()})`;
				break;
			case Regexp.Op.CAPTURE:
				if (this.name === null || this.name.length === 0) out += "(";
				else out += `(?P<${this.name}>`;
				if (this.subs[0].op !== Regexp.Op.EMPTY_MATCH) out += this.subs[0].appendTo();
				out += ")";
				break;
			case Regexp.Op.BEGIN_TEXT:
				out += "\\A";
				break;
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== 0) out += "(?-m:$)";
				else out += "\\z";
				break;
			case Regexp.Op.BEGIN_LINE:
				out += "^";
				break;
			case Regexp.Op.END_LINE:
				out += "$";
				break;
			case Regexp.Op.WORD_BOUNDARY:
				out += "\\b";
				break;
			case Regexp.Op.NO_WORD_BOUNDARY:
				out += "\\B";
				break;
			case Regexp.Op.CHAR_CLASS:
				if (this.runes.length % 2 !== 0) {
					out += "[invalid char class]";
					break;
				}
				out += "[";
				if (this.runes.length === 0) out += "^\\x00-\\x{10FFFF}";
				else if (this.runes[0] === 0 && this.runes[this.runes.length - 1] === Unicode.MAX_RUNE) {
					out += "^";
					for (let i = 1; i < this.runes.length - 1; i += 2) {
						const lo = this.runes[i] + 1;
						const hi = this.runes[i + 1] - 1;
						out += Regexp.quoteIfHyphen(lo);
						out += Utils.escapeRune(lo);
						if (lo !== hi) {
							out += "-";
							out += Regexp.quoteIfHyphen(hi);
							out += Utils.escapeRune(hi);
						}
					}
				} else for (let i = 0; i < this.runes.length; i += 2) {
					const lo = this.runes[i];
					const hi = this.runes[i + 1];
					out += Regexp.quoteIfHyphen(lo);
					out += Utils.escapeRune(lo);
					if (lo !== hi) {
						out += "-";
						out += Regexp.quoteIfHyphen(hi);
						out += Utils.escapeRune(hi);
					}
				}
				out += "]";
				break;
			default: out += this.op;
		}
		return out;
	}
	maxCap() {
		let m = 0;
		if (this.op === Regexp.Op.CAPTURE) m = this.cap;
		if (this.subs !== null) for (let sub of this.subs) {
			const n = sub.maxCap();
			if (m < n) m = n;
		}
		return m;
	}
	equals(that) {
		if (!(that !== null && that instanceof Regexp)) return false;
		if (this.op !== that.op) return false;
		switch (this.op) {
			case Regexp.Op.END_TEXT:
				if ((this.flags & RE2Flags.WAS_DOLLAR) !== (that.flags & RE2Flags.WAS_DOLLAR)) return false;
				break;
			case Regexp.Op.LITERAL:
			case Regexp.Op.CHAR_CLASS:
				if ((this.flags & RE2Flags.FOLD_CASE) !== (that.flags & RE2Flags.FOLD_CASE)) return false;
				if (this.runes === null && that.runes === null) break;
				if (this.runes === null || that.runes === null) return false;
				if (this.runes.length !== that.runes.length) return false;
				for (let i = 0; i < this.runes.length; i++) if (this.runes[i] !== that.runes[i]) return false;
				break;
			case Regexp.Op.ALTERNATE:
			case Regexp.Op.CONCAT:
				if (this.subs.length !== that.subs.length) return false;
				for (let i = 0; i < this.subs.length; ++i) if (!this.subs[i].equals(that.subs[i])) return false;
				break;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.REPEAT:
				if ((this.flags & RE2Flags.NON_GREEDY) !== (that.flags & RE2Flags.NON_GREEDY) || this.min !== that.min || this.max !== that.max || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.CAPTURE:
				if (this.cap !== that.cap || (this.name === null ? that.name !== null : this.name !== that.name) || !this.subs[0].equals(that.subs[0])) return false;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: if (this.lb !== that.lb || !this.subs[0].equals(that.subs[0])) return false;
		}
		return true;
	}
};
var RegexpWalker = class {
	static walk(root, handler) {
		const stack = [];
		let re = root;
		let result;
		for (;;) {
			if (re.subs.length === 0) result = handler.leaf(re);
			else {
				const state = handler.enter(re);
				if (state.result === void 0) {
					stack.push({
						re,
						state,
						i: 0
					});
					re = re.subs[0];
					continue;
				}
				result = state.result;
			}
			for (;;) {
				if (stack.length === 0) return result;
				const frame = stack[stack.length - 1];
				handler.child(frame.re, frame.state, result, frame.i);
				frame.i++;
				if (frame.state.result === void 0 && frame.i < frame.re.subs.length) {
					re = frame.re.subs[frame.i];
					break;
				}
				stack.pop();
				result = frame.state.result !== void 0 ? frame.state.result : handler.leave(frame.re, frame.state);
			}
		}
	}
};
var AhoCorasick = class {
	constructor(words, alphabetSize) {
		const edges = /* @__PURE__ */ new Map();
		const parent = [0];
		const unit = [0];
		const depth = [0];
		const terminal = [0];
		for (const word of words) {
			let node = 0;
			for (let i = 0; i < word.length; i++) {
				const key = node * alphabetSize + word[i];
				let child = edges.get(key);
				if (child === void 0) {
					child = parent.length;
					edges.set(key, child);
					parent.push(node);
					unit.push(word[i]);
					depth.push(depth[node] + 1);
					terminal.push(0);
				}
				node = child;
			}
			terminal[node] = 1;
		}
		const numNodes = parent.length;
		const children = new Int32Array(numNodes - 1);
		for (let c = 1; c < numNodes; c++) children[c - 1] = c;
		children.sort((a, b) => parent[a] - parent[b] || unit[a] - unit[b]);
		const childStart = new Int32Array(numNodes + 1);
		for (let c = 1; c < numNodes; c++) childStart[parent[c] + 1]++;
		for (let n = 0; n < numNodes; n++) childStart[n + 1] += childStart[n];
		const childUnit = new Int32Array(numNodes - 1);
		for (let k = 0; k < children.length; k++) childUnit[k] = unit[children[k]];
		this.childStart = childStart;
		this.childUnit = childUnit;
		this.childNode = children;
		const byDepth = new Int32Array(numNodes);
		for (let n = 0; n < numNodes; n++) byDepth[n] = n;
		byDepth.sort((a, b) => depth[a] - depth[b]);
		const fail = new Int32Array(numNodes);
		const match = Uint8Array.from(terminal);
		for (let k = 1; k < numNodes; k++) {
			const c = byDepth[k];
			const p = parent[c];
			if (p !== 0) {
				let f = fail[p];
				let next = this.next(f, unit[c]);
				while (next < 0 && f !== 0) {
					f = fail[f];
					next = this.next(f, unit[c]);
				}
				fail[c] = next >= 0 ? next : 0;
			}
			match[c] |= match[fail[c]];
		}
		this.fail = fail;
		this.match = match;
	}
	next(node, u) {
		let lo = this.childStart[node];
		let hi = this.childStart[node + 1];
		const units = this.childUnit;
		while (lo < hi) {
			const mid = lo + hi >> 1;
			const m = units[mid];
			if (m === u) return this.childNode[mid];
			if (m < u) lo = mid + 1;
			else hi = mid;
		}
		return -1;
	}
	advance(node, u) {
		for (;;) {
			const next = this.next(node, u);
			if (next >= 0) return next;
			if (node === 0) return 0;
			node = this.fail[node];
		}
	}
	searchUTF16(charSeq, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, charSeq.charCodeAt(i));
			if (this.match[node] === 1) return true;
		}
		return false;
	}
	searchUTF8(bytes, start, end) {
		let node = 0;
		for (let i = start; i < end; i++) {
			node = this.advance(node, bytes[i]);
			if (this.match[node] === 1) return true;
		}
		return false;
	}
};
var Prefilter = class Prefilter {
	static Type = {
		NONE: 0,
		EXACT: 1,
		AND: 2,
		OR: 3
	};
	static MAX_SCANS = 32;
	static MAX_AC_UNITS = 1 << 18;
	constructor(type) {
		this.type = type;
		this.subs = [];
		this.str = "";
		this.bytes = null;
		this.cost = type === Prefilter.Type.EXACT ? 1 : 0;
		this.allExact = false;
		this.ac16 = null;
		this.ac8 = null;
	}
	automaton16() {
		if (this.ac16 === null) {
			const words = this.subs.map((s) => {
				const arr = new Array(s.str.length);
				for (let i = 0; i < s.str.length; i++) arr[i] = s.str.charCodeAt(i);
				return arr;
			});
			this.ac16 = new AhoCorasick(words, 65536);
		}
		return this.ac16;
	}
	automaton8() {
		if (this.ac8 === null) this.ac8 = new AhoCorasick(this.subs.map((s) => s.bytes), 256);
		return this.ac8;
	}
	eval(input, pos) {
		switch (this.type) {
			case Prefilter.Type.NONE: return true;
			case Prefilter.Type.EXACT: return input.hasString(this, pos);
			case Prefilter.Type.AND:
				for (let i = 0; i < this.subs.length; i++) if (!this.subs[i].eval(input, pos)) return false;
				return true;
			case Prefilter.Type.OR:
				if (this.allExact) return input.hasAnyString(this, pos);
				for (let i = 0; i < this.subs.length; i++) if (this.subs[i].eval(input, pos)) return true;
				return false;
			default: return true;
		}
	}
};
var PrefilterTree = class PrefilterTree {
	static build(re) {
		if (!re) return new Prefilter(Prefilter.Type.NONE);
		return RegexpWalker.walk(re, PrefilterTree.WALKER);
	}
	static WALKER = {
		leaf: (re) => PrefilterTree.leaf(re),
		enter: (re) => PrefilterTree.enter(re),
		child: (re, state, result) => PrefilterTree.child(re, state, result),
		leave: (re, state) => PrefilterTree.leave(re, state)
	};
	static leaf(re) {
		if (re.op !== Regexp.Op.LITERAL) return new Prefilter(Prefilter.Type.NONE);
		if (re.runes.length === 0 || (re.flags & RE2Flags.FOLD_CASE) !== 0) return new Prefilter(Prefilter.Type.NONE);
		let str = "";
		for (let i = 0; i < re.runes.length; i++) {
			if (Unicode.isUnsearchable(re.runes[i])) return new Prefilter(Prefilter.Type.NONE);
			str += String.fromCodePoint(re.runes[i]);
		}
		const pf = new Prefilter(Prefilter.Type.EXACT);
		pf.str = str;
		pf.bytes = Utils.stringToUtf8ByteArray(pf.str);
		return pf;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.CAPTURE:
			case Regexp.Op.PLUS: return { sub: null };
			case Regexp.Op.REPEAT:
				if (re.min >= 1) return { sub: null };
				return { result: new Prefilter(Prefilter.Type.NONE) };
			case Regexp.Op.CONCAT: return {
				pf: new Prefilter(Prefilter.Type.AND),
				subs: []
			};
			case Regexp.Op.ALTERNATE: return {
				pf: new Prefilter(Prefilter.Type.OR),
				subs: []
			};
			default: return { result: new Prefilter(Prefilter.Type.NONE) };
		}
	}
	static child(re, state, s) {
		if (state.subs === void 0) {
			state.sub = s;
			return;
		}
		if (state.pf.type === Prefilter.Type.AND) {
			if (s.type === Prefilter.Type.NONE) return;
			if (s.type === Prefilter.Type.AND) {
				for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
				return;
			}
			state.subs.push(s);
			return;
		}
		if (s.type === Prefilter.Type.NONE) {
			state.result = new Prefilter(Prefilter.Type.NONE);
			return;
		}
		if (s.type === Prefilter.Type.OR) {
			for (let j = 0; j < s.subs.length; j++) state.subs.push(s.subs[j]);
			return;
		}
		state.subs.push(s);
	}
	static leave(re, state) {
		if (state.subs === void 0) return state.sub;
		const pf = state.pf;
		const seen = /* @__PURE__ */ new Set();
		const subs = [];
		for (const sub of state.subs) {
			if (sub.type === Prefilter.Type.EXACT) {
				if (seen.has(sub.str)) continue;
				seen.add(sub.str);
			}
			subs.push(sub);
		}
		if (pf.type === Prefilter.Type.AND) {
			const kept = [];
			let cost = 0;
			for (const sub of subs) {
				if (cost + sub.cost > Prefilter.MAX_SCANS) continue;
				kept.push(sub);
				cost += sub.cost;
			}
			if (kept.length === 0) return new Prefilter(Prefilter.Type.NONE);
			if (kept.length === 1) return kept[0];
			pf.subs = kept;
			pf.cost = cost;
			return pf;
		}
		if (subs.length === 0) return new Prefilter(Prefilter.Type.NONE);
		if (subs.length === 1) return subs[0];
		pf.subs = subs;
		let allExact = true;
		let cost = 0;
		let units = 0;
		for (const sub of subs) {
			if (sub.type !== Prefilter.Type.EXACT) allExact = false;
			else units += sub.bytes.length;
			cost += sub.cost;
		}
		if (allExact) {
			if (units > Prefilter.MAX_AC_UNITS) return new Prefilter(Prefilter.Type.NONE);
			pf.allExact = true;
			pf.cost = 1;
			return pf;
		}
		if (cost > Prefilter.MAX_SCANS) return new Prefilter(Prefilter.Type.NONE);
		pf.cost = cost;
		return pf;
	}
};
var PatchList = class {
	constructor(head = 0, tail = 0) {
		this.head = head;
		this.tail = tail;
	}
};
var Prog = class {
	constructor() {
		this.inst = [];
		this.start = 0;
		this.numCap = 2;
		this.lbStarts = [];
		this.numLb = 0;
		this.lbInst = null;
	}
	getInst(pc) {
		return this.inst[pc];
	}
	numInst() {
		return this.inst.length;
	}
	addInst(op) {
		this.inst.push(new Inst(op));
	}
	markLookbehindInsts() {
		const lbInst = new Uint8Array(this.inst.length);
		const pending = this.lbStarts.slice();
		while (pending.length > 0) {
			const pc = pending.pop();
			if (pc === 0 || lbInst[pc] === 1) continue;
			lbInst[pc] = 1;
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.ALT:
				case Inst.ALT_MATCH:
					pending.push(i.out, i.arg);
					break;
				case Inst.MATCH:
				case Inst.FAIL: break;
				default: pending.push(i.out);
			}
		}
		this.lbInst = lbInst;
	}
	skipNop(pc) {
		let i = this.inst[pc];
		while (i.op === Inst.NOP || i.op === Inst.CAPTURE) {
			i = this.inst[pc];
			pc = i.out;
		}
		return i;
	}
	prefix() {
		let prefix = "";
		let i = this.skipNop(this.start);
		if (!Inst.isRuneOp(i.op) || i.runes.length !== 1) return [i.op === Inst.MATCH, prefix];
		while (Inst.isRuneOp(i.op) && i.runes.length === 1 && (i.arg & RE2Flags.FOLD_CASE) === 0 && !Unicode.isUnsearchable(i.runes[0])) {
			prefix += String.fromCodePoint(i.runes[0]);
			i = this.skipNop(i.out);
		}
		return [i.op === Inst.MATCH, prefix];
	}
	startCond() {
		let flag = 0;
		let pc = this.start;
		loop: for (;;) {
			const i = this.inst[pc];
			switch (i.op) {
				case Inst.EMPTY_WIDTH:
					flag |= i.arg;
					break;
				case Inst.FAIL: return -1;
				case Inst.CAPTURE:
				case Inst.NOP: break;
				default: break loop;
			}
			pc = i.out;
		}
		return flag;
	}
	patch(l, val) {
		let head = l.head;
		while (head !== 0) {
			const i = this.inst[head >> 1];
			if ((head & 1) === 0) {
				head = i.out;
				i.out = val;
			} else {
				head = i.arg;
				i.arg = val;
			}
		}
	}
	append(l1, l2) {
		if (l1.head === 0) return l2;
		if (l2.head === 0) return l1;
		const i = this.inst[l1.tail >> 1];
		if ((l1.tail & 1) === 0) i.out = l2.head;
		else i.arg = l2.head;
		return new PatchList(l1.head, l2.tail);
	}
	toString() {
		let out = "";
		for (let pc = 0; pc < this.inst.length; pc++) {
			const len = out.length;
			out += pc;
			if (pc === this.start) out += "*";
			out += "        ".substring(out.length - len);
			out += this.inst[pc];
			out += "\n";
		}
		return out;
	}
};
const ANY_RUNE_NOT_NL = new Int32Array([
	0,
	Codepoint.CODES["\n"] - 1,
	Codepoint.CODES["\n"] + 1,
	Unicode.MAX_RUNE
]);
const ANY_RUNE = new Int32Array([0, Unicode.MAX_RUNE]);
var Frag = class {
	constructor(i = 0, out = new PatchList(), nullable = false) {
		this.i = i;
		this.out = out;
		this.nullable = nullable;
	}
};
var Compiler = class Compiler {
	static compileRegexp(re) {
		const c = new Compiler();
		const f = c.compile(re);
		c.prog.patch(f.out, c.newInst(Inst.MATCH).i);
		c.prog.start = f.i;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	static compileSet(regexps) {
		const c = new Compiler();
		if (regexps.length === 0) {
			c.prog.start = c.newInst(Inst.FAIL).i;
			c.prog.markLookbehindInsts();
			return c.prog;
		}
		let starts = [];
		for (let i = 0; i < regexps.length; i++) {
			c.lbOffset = c.prog.numLb;
			const f = c.compile(regexps[i]);
			const m = c.newInst(Inst.MATCH);
			c.prog.getInst(m.i).arg = i;
			c.prog.patch(f.out, m.i);
			starts.push(f.i);
		}
		let start = starts[0];
		for (let i = 1; i < starts.length; i++) {
			const f = c.newInst(Inst.ALT);
			const inst = c.prog.getInst(f.i);
			inst.out = start;
			inst.arg = starts[i];
			start = f.i;
		}
		c.prog.start = start;
		c.prog.markLookbehindInsts();
		return c.prog;
	}
	constructor() {
		this.prog = new Prog();
		this.newInst(Inst.FAIL);
		this.lbOffset = 0;
		this.runeCache = /* @__PURE__ */ new Map();
		this.walker = {
			leaf: (re) => this.leaf(re),
			enter: (re) => this.enter(re),
			child: (re, state, result) => this.child(re, state, result),
			leave: (re, state) => this.leave(re, state)
		};
	}
	newInst(op) {
		this.prog.addInst(op);
		return new Frag(this.prog.numInst() - 1, new PatchList(), true);
	}
	nop() {
		const f = this.newInst(Inst.NOP);
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	fail() {
		return new Frag();
	}
	cap(arg) {
		const f = this.newInst(Inst.CAPTURE);
		f.out = new PatchList(f.i << 1, f.i << 1);
		this.prog.getInst(f.i).arg = arg;
		if (this.prog.numCap < arg + 1) this.prog.numCap = arg + 1;
		return f;
	}
	cat(f1, f2) {
		if (f1.i === 0 || f2.i === 0) {
			this.prog.patch(f1.out, 0);
			this.prog.patch(f2.out, 0);
			return this.fail();
		}
		this.prog.patch(f1.out, f2.i);
		return new Frag(f1.i, f2.out, f1.nullable && f2.nullable);
	}
	alt(f1, f2) {
		if (f1.i === 0) return f2;
		if (f2.i === 0) return f1;
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		i.out = f1.i;
		i.arg = f2.i;
		f.out = this.prog.append(f1.out, f2.out);
		f.nullable = f1.nullable || f2.nullable;
		return f;
	}
	loop(f1, nongreedy) {
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		this.prog.patch(f1.out, f.i);
		return f;
	}
	quest(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		const f = this.newInst(Inst.ALT);
		const i = this.prog.getInst(f.i);
		if (nongreedy) {
			i.arg = f1.i;
			f.out = new PatchList(f.i << 1, f.i << 1);
		} else {
			i.out = f1.i;
			f.out = new PatchList(f.i << 1 | 1, f.i << 1 | 1);
		}
		f.out = this.prog.append(f.out, f1.out);
		return f;
	}
	star(f1, nongreedy) {
		if (f1.i === 0) return this.nop();
		if (f1.nullable) return this.quest(this.plus(f1, nongreedy), nongreedy);
		return this.loop(f1, nongreedy);
	}
	plus(f1, nongreedy) {
		if (f1.i === 0) return this.fail();
		return new Frag(f1.i, this.loop(f1, nongreedy).out, f1.nullable);
	}
	empty(op) {
		const f = this.newInst(Inst.EMPTY_WIDTH);
		this.prog.getInst(f.i).arg = op;
		f.out = new PatchList(f.i << 1, f.i << 1);
		return f;
	}
	rune(runes, flags) {
		const f = this.newInst(Inst.RUNE);
		f.nullable = false;
		const i = this.prog.getInst(f.i);
		i.runes = runes;
		flags &= RE2Flags.FOLD_CASE;
		if (runes.length !== 1 || Unicode.simpleFold(runes[0]) === runes[0]) flags &= ~RE2Flags.FOLD_CASE;
		i.arg = flags;
		f.out = new PatchList(f.i << 1, f.i << 1);
		if ((flags & RE2Flags.FOLD_CASE) === 0 && runes.length === 1 || runes.length === 2 && runes[0] === runes[1]) i.op = Inst.RUNE1;
		else if (runes.length === 2 && runes[0] === 0 && runes[1] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY;
		else if (runes.length === 4 && runes[0] === 0 && runes[1] === Codepoint.CODES["\n"] - 1 && runes[2] === Codepoint.CODES["\n"] + 1 && runes[3] === Unicode.MAX_RUNE) i.op = Inst.RUNE_ANY_NOT_NL;
		return f;
	}
	lookBehind(a, parsedLb) {
		const lb = Math.sign(parsedLb) * (Math.abs(parsedLb) + this.lbOffset);
		const id = this.newInst(Inst.LB_WRITE);
		this.prog.getInst(id.i).arg = lb;
		const any = this.rune(ANY_RUNE, 0);
		const dotStar = this.star(any, true);
		const lbAutomaton = this.cat(dotStar, a);
		this.prog.patch(lbAutomaton.out, id.i);
		const checkId = this.newInst(Inst.LB_CHECK);
		this.prog.getInst(checkId.i).arg = lb;
		this.prog.lbStarts.push(lbAutomaton.i);
		if (Math.abs(lb) > this.prog.numLb) this.prog.numLb = Math.abs(lb);
		checkId.out = new PatchList(checkId.i << 1, checkId.i << 1);
		return checkId;
	}
	compile(re) {
		return RegexpWalker.walk(re, this.walker);
	}
	leaf(re) {
		switch (re.op) {
			case Regexp.Op.NO_MATCH: return this.fail();
			case Regexp.Op.EMPTY_MATCH: return this.nop();
			case Regexp.Op.LITERAL: {
				if (re.runes.length === 0) return this.nop();
				let f = null;
				for (let r of re.runes) {
					let singleRune = this.runeCache.get(r);
					if (singleRune === void 0) {
						singleRune = new Int32Array([r]);
						this.runeCache.set(r, singleRune);
					}
					const f1 = this.rune(singleRune, re.flags);
					f = f === null ? f1 : this.cat(f, f1);
				}
				return f;
			}
			case Regexp.Op.CHAR_CLASS: return this.rune(re.runes, re.flags);
			case Regexp.Op.ANY_CHAR_NOT_NL: return this.rune(ANY_RUNE_NOT_NL, 0);
			case Regexp.Op.ANY_CHAR: return this.rune(ANY_RUNE, 0);
			case Regexp.Op.BEGIN_LINE: return this.empty(Utils.EMPTY_BEGIN_LINE);
			case Regexp.Op.END_LINE: return this.empty(Utils.EMPTY_END_LINE);
			case Regexp.Op.BEGIN_TEXT: return this.empty(Utils.EMPTY_BEGIN_TEXT);
			case Regexp.Op.END_TEXT: return this.empty(Utils.EMPTY_END_TEXT);
			case Regexp.Op.WORD_BOUNDARY: return this.empty(Utils.EMPTY_WORD_BOUNDARY);
			case Regexp.Op.NO_WORD_BOUNDARY: return this.empty(Utils.EMPTY_NO_WORD_BOUNDARY);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return this.nop();
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CAPTURE: return {
				bra: this.cap(re.cap << 1),
				sub: null
			};
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return { f: null };
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
	child(re, state, f1) {
		if (re.op === Regexp.Op.CONCAT) state.f = state.f === null ? f1 : this.cat(state.f, f1);
		else if (re.op === Regexp.Op.ALTERNATE) state.f = state.f === null ? f1 : this.alt(state.f, f1);
		else state.sub = f1;
	}
	leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB: return this.lookBehind(state.sub, re.lb);
			case Regexp.Op.CAPTURE: {
				const ket = this.cap(re.cap << 1 | 1);
				return this.cat(this.cat(state.bra, state.sub), ket);
			}
			case Regexp.Op.STAR: return this.star(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.PLUS: return this.plus(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.QUEST: return this.quest(state.sub, (re.flags & RE2Flags.NON_GREEDY) !== 0);
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return state.f;
			default: throw new RE2JSCompileException("regexp: unhandled case in compile");
		}
	}
};
var Simplify = class Simplify {
	static simplify(re) {
		if (re === null) return null;
		return RegexpWalker.walk(re, Simplify.WALKER);
	}
	static WALKER = {
		leaf: (re) => Simplify.leaf(re),
		enter: (re) => Simplify.enter(re),
		child: (re, state, result, i) => Simplify.child(re, state, result, i),
		leave: (re, state) => Simplify.leave(re, state)
	};
	static leaf(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			if (re.runes === null) return re;
			if (re.runes.length === 0) return new Regexp(Regexp.Op.NO_MATCH);
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR);
			if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) return new Regexp(Regexp.Op.ANY_CHAR_NOT_NL);
		}
		return re;
	}
	static enter(re) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return { sub: null };
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE: return {
				subs: [],
				changed: false
			};
			case Regexp.Op.REPEAT:
				if (re.min === 0 && re.max === 0) return { result: new Regexp(Regexp.Op.EMPTY_MATCH) };
				return { sub: null };
			default: return { result: re };
		}
	}
	static child(re, state, nsub, i) {
		if (state.subs === void 0) {
			state.sub = nsub;
			return;
		}
		if (nsub !== re.subs[i]) state.changed = true;
		if (re.op === Regexp.Op.CONCAT) {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.result = new Regexp(Regexp.Op.NO_MATCH);
				return;
			}
			if (nsub.op === Regexp.Op.EMPTY_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.CONCAT) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		} else {
			if (nsub.op === Regexp.Op.NO_MATCH) {
				state.changed = true;
				return;
			}
			if (nsub.op === Regexp.Op.ALTERNATE) {
				state.changed = true;
				for (let j = 0; j < nsub.subs.length; j++) state.subs.push(nsub.subs[j]);
				return;
			}
		}
		state.subs.push(nsub);
	}
	static leave(re, state) {
		switch (re.op) {
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE: {
				const sub = state.sub;
				if (sub !== re.subs[0]) {
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = [sub];
					return nre;
				}
				return re;
			}
			case Regexp.Op.CONCAT:
			case Regexp.Op.ALTERNATE:
				if (state.changed) {
					const newSubs = state.subs;
					if (newSubs.length === 0) return new Regexp(re.op === Regexp.Op.CONCAT ? Regexp.Op.EMPTY_MATCH : Regexp.Op.NO_MATCH);
					if (newSubs.length === 1) return newSubs[0];
					const nre = Regexp.fromRegexp(re);
					nre.runes = /* @__PURE__ */ new Int32Array(0);
					nre.subs = newSubs;
					return nre;
				}
				return re;
			case Regexp.Op.STAR:
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST: return Simplify.simplify1(re.op, re.flags, state.sub, re);
			case Regexp.Op.REPEAT: return Simplify.simplifyRepeat(re, state.sub);
			default: return re;
		}
	}
	static simplifyRepeat(re, sub) {
		if (re.max === -1) {
			if (re.min === 0) return Simplify.simplify1(Regexp.Op.STAR, re.flags, sub, null);
			if (re.min === 1) return Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null);
			const subs = [];
			for (let i = 0; i < re.min - 1; i++) subs.push(sub);
			subs.push(Simplify.simplify1(Regexp.Op.PLUS, re.flags, sub, null));
			return Simplify.concat(subs);
		}
		if (re.min === 1 && re.max === 1) return sub;
		let prefixSubs = null;
		if (re.min > 0) {
			prefixSubs = [];
			for (let i = 0; i < re.min; i++) prefixSubs.push(sub);
		}
		if (re.max > re.min) {
			let suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, sub, null);
			for (let i = re.min + 1; i < re.max; i++) suffix = Simplify.simplify1(Regexp.Op.QUEST, re.flags, Simplify.concat([sub, suffix]), null);
			if (prefixSubs === null) return suffix;
			prefixSubs.push(suffix);
		}
		if (prefixSubs !== null) return Simplify.concat(prefixSubs);
		return new Regexp(Regexp.Op.NO_MATCH);
	}
	static concat(subs) {
		const newSubs = [];
		for (let i = 0; i < subs.length; i++) {
			const sub = subs[i];
			if (sub.op === Regexp.Op.NO_MATCH) return new Regexp(Regexp.Op.NO_MATCH);
			if (sub.op === Regexp.Op.EMPTY_MATCH) continue;
			if (sub.op === Regexp.Op.CONCAT) {
				for (let j = 0; j < sub.subs.length; j++) newSubs.push(sub.subs[j]);
				continue;
			}
			newSubs.push(sub);
		}
		if (newSubs.length === 0) return new Regexp(Regexp.Op.EMPTY_MATCH);
		if (newSubs.length === 1) return newSubs[0];
		const nre = new Regexp(Regexp.Op.CONCAT);
		nre.subs = newSubs;
		return nre;
	}
	static simplify1(op, flags, sub, re) {
		if (sub.op === Regexp.Op.EMPTY_MATCH) return sub;
		if (sub.op === Regexp.Op.NO_MATCH) {
			if (op === Regexp.Op.PLUS) return sub;
			return new Regexp(Regexp.Op.EMPTY_MATCH);
		}
		if (op === sub.op && (flags & RE2Flags.NON_GREEDY) === (sub.flags & RE2Flags.NON_GREEDY)) return sub;
		if (re !== null && re.op === op && (re.flags & RE2Flags.NON_GREEDY) === (flags & RE2Flags.NON_GREEDY) && sub === re.subs[0]) return re;
		const nre = new Regexp(op);
		nre.flags = flags;
		nre.subs = [sub];
		return nre;
	}
};
var CharGroup = class {
	constructor(sign, cls) {
		this.sign = sign;
		this.cls = cls;
	}
};
const code1 = [48, 57];
const code2 = [
	9,
	10,
	12,
	13,
	32,
	32
];
const code3 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const PERL_GROUPS = /* @__PURE__ */ new Map([
	["\\d", new CharGroup(1, code1)],
	["\\D", new CharGroup(-1, code1)],
	["\\s", new CharGroup(1, code2)],
	["\\S", new CharGroup(-1, code2)],
	["\\w", new CharGroup(1, code3)],
	["\\W", new CharGroup(-1, code3)]
]);
const code4 = [
	48,
	57,
	65,
	90,
	97,
	122
];
const code5 = [
	65,
	90,
	97,
	122
];
const code6 = [0, 127];
const code7 = [
	9,
	9,
	32,
	32
];
const code8 = [
	0,
	31,
	127,
	127
];
const code9 = [48, 57];
const code10 = [33, 126];
const code11 = [97, 122];
const code12 = [32, 126];
const code13 = [
	33,
	47,
	58,
	64,
	91,
	96,
	123,
	126
];
const code14 = [
	9,
	13,
	32,
	32
];
const code15 = [65, 90];
const code16 = [
	48,
	57,
	65,
	90,
	95,
	95,
	97,
	122
];
const code17 = [
	48,
	57,
	65,
	70,
	97,
	102
];
const POSIX_GROUPS = /* @__PURE__ */ new Map([
	["[:alnum:]", new CharGroup(1, code4)],
	["[:^alnum:]", new CharGroup(-1, code4)],
	["[:alpha:]", new CharGroup(1, code5)],
	["[:^alpha:]", new CharGroup(-1, code5)],
	["[:ascii:]", new CharGroup(1, code6)],
	["[:^ascii:]", new CharGroup(-1, code6)],
	["[:blank:]", new CharGroup(1, code7)],
	["[:^blank:]", new CharGroup(-1, code7)],
	["[:cntrl:]", new CharGroup(1, code8)],
	["[:^cntrl:]", new CharGroup(-1, code8)],
	["[:digit:]", new CharGroup(1, code9)],
	["[:^digit:]", new CharGroup(-1, code9)],
	["[:graph:]", new CharGroup(1, code10)],
	["[:^graph:]", new CharGroup(-1, code10)],
	["[:lower:]", new CharGroup(1, code11)],
	["[:^lower:]", new CharGroup(-1, code11)],
	["[:print:]", new CharGroup(1, code12)],
	["[:^print:]", new CharGroup(-1, code12)],
	["[:punct:]", new CharGroup(1, code13)],
	["[:^punct:]", new CharGroup(-1, code13)],
	["[:space:]", new CharGroup(1, code14)],
	["[:^space:]", new CharGroup(-1, code14)],
	["[:upper:]", new CharGroup(1, code15)],
	["[:^upper:]", new CharGroup(-1, code15)],
	["[:word:]", new CharGroup(1, code16)],
	["[:^word:]", new CharGroup(-1, code16)],
	["[:xdigit:]", new CharGroup(1, code17)],
	["[:^xdigit:]", new CharGroup(-1, code17)]
]);
var CharClass = class CharClass {
	static charClassToString(r, len) {
		let result = "[";
		for (let i = 0; i < len; i += 2) {
			if (i > 0) result += " ";
			const lo = r[i];
			const hi = r[i + 1];
			if (lo === hi) result += `0x${lo.toString(16)}`;
			else result += `0x${lo.toString(16)}-0x${hi.toString(16)}`;
		}
		result += "]";
		return result;
	}
	static sortRanges(array, len) {
		const n = len >> 1;
		const order = new Array(n);
		for (let i = 0; i < n; i++) order[i] = i;
		order.sort((a, b) => array[2 * a] - array[2 * b] || array[2 * b + 1] - array[2 * a + 1]);
		const sorted = array.slice(0, len);
		for (let i = 0; i < n; i++) {
			array[2 * i] = sorted[2 * order[i]];
			array[2 * i + 1] = sorted[2 * order[i] + 1];
		}
	}
	constructor(r = Utils.emptyInts()) {
		this.r = r;
		this.len = r.length;
	}
	toArray() {
		if (this.r instanceof Int32Array) return this.len === this.r.length ? this.r : this.r.subarray(0, this.len);
		return new Int32Array(this.len === this.r.length ? this.r : this.r.slice(0, this.len));
	}
	toGrowableArray() {
		if (Array.isArray(this.r)) {
			this.r.length = this.len;
			return this.r;
		}
		return Array.from(this.r.subarray(0, this.len));
	}
	cleanClass() {
		if (this.len < 4) return this;
		CharClass.sortRanges(this.r, this.len);
		let w = 2;
		for (let i = 2; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (lo <= this.r[w - 1] + 1) {
				if (hi > this.r[w - 1]) this.r[w - 1] = hi;
				continue;
			}
			this.r[w] = lo;
			this.r[w + 1] = hi;
			w += 2;
		}
		this.len = w;
		return this;
	}
	appendLiteral(x, flags) {
		return (flags & RE2Flags.FOLD_CASE) !== 0 ? this.appendFoldedRange(x, x) : this.appendRange(x, x);
	}
	appendRange(lo, hi) {
		if (this.len > 0) {
			for (let i = 2; i <= 4; i += 2) if (this.len >= i) {
				const rlo = this.r[this.len - i];
				const rhi = this.r[this.len - i + 1];
				if (lo <= rhi + 1 && rlo <= hi + 1) {
					if (lo < rlo) this.r[this.len - i] = lo;
					if (hi > rhi) this.r[this.len - i + 1] = hi;
					return this;
				}
			}
		}
		this.r[this.len++] = lo;
		this.r[this.len++] = hi;
		return this;
	}
	appendFoldedRange(lo, hi) {
		if (lo <= Unicode.MIN_FOLD && hi >= Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (hi < Unicode.MIN_FOLD || lo > Unicode.MAX_FOLD) return this.appendRange(lo, hi);
		if (lo < Unicode.MIN_FOLD) {
			this.appendRange(lo, Unicode.MIN_FOLD - 1);
			lo = Unicode.MIN_FOLD;
		}
		if (hi > Unicode.MAX_FOLD) {
			this.appendRange(Unicode.MAX_FOLD + 1, hi);
			hi = Unicode.MAX_FOLD;
		}
		for (let c = lo; c <= hi; c++) {
			this.appendRange(c, c);
			for (let f = Unicode.simpleFold(c); f !== c; f = Unicode.simpleFold(f)) this.appendRange(f, f);
		}
		return this;
	}
	appendClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendRange(x[i], x[i + 1]);
		return this;
	}
	appendFoldedClass(x) {
		for (let i = 0; i < x.length; i += 2) this.appendFoldedRange(x[i], x[i + 1]);
		return this;
	}
	appendNegatedClass(x) {
		let nextLo = 0;
		for (let i = 0; i < x.length; i += 2) {
			const lo = x[i];
			const hi = x[i + 1];
			if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
			nextLo = hi + 1;
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTable(table) {
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				this.appendRange(lo, hi);
				continue;
			}
			for (let c = lo; c <= hi; c += stride) this.appendRange(c, c);
		}
		return this;
	}
	appendNegatedTable(table) {
		let nextLo = 0;
		for (let i = 0; i < table.length; ++i) {
			const lo = table.getLo(i);
			const hi = table.getHi(i);
			const stride = table.getStride(i);
			if (stride === 1) {
				if (nextLo <= lo - 1) this.appendRange(nextLo, lo - 1);
				nextLo = hi + 1;
				continue;
			}
			for (let c = lo; c <= hi; c += stride) {
				if (nextLo <= c - 1) this.appendRange(nextLo, c - 1);
				nextLo = c + 1;
			}
		}
		if (nextLo <= Unicode.MAX_RUNE) this.appendRange(nextLo, Unicode.MAX_RUNE);
		return this;
	}
	appendTableWithSign(table, sign) {
		return sign < 0 ? this.appendNegatedTable(table) : this.appendTable(table);
	}
	negateClass() {
		let nextLo = 0;
		let w = 0;
		for (let i = 0; i < this.len; i += 2) {
			const lo = this.r[i];
			const hi = this.r[i + 1];
			if (nextLo <= lo - 1) {
				this.r[w] = nextLo;
				this.r[w + 1] = lo - 1;
				w += 2;
			}
			nextLo = hi + 1;
		}
		this.len = w;
		if (nextLo <= Unicode.MAX_RUNE) {
			this.r[this.len++] = nextLo;
			this.r[this.len++] = Unicode.MAX_RUNE;
		}
		return this;
	}
	appendClassWithSign(x, sign) {
		return sign < 0 ? this.appendNegatedClass(x) : this.appendClass(x);
	}
	appendGroup(g, foldCase) {
		let cls = g.cls;
		if (foldCase) cls = new CharClass().appendFoldedClass(cls).cleanClass().toArray();
		return this.appendClassWithSign(cls, g.sign);
	}
	toString() {
		return CharClass.charClassToString(this.r, this.len);
	}
};
var StringIterator = class {
	constructor(str) {
		this.str = str;
		this.position = 0;
	}
	pos() {
		return this.position;
	}
	rewindTo(pos) {
		this.position = pos;
	}
	more() {
		return this.position < this.str.length;
	}
	peek() {
		return this.str.codePointAt(this.position);
	}
	skip(n) {
		this.position += n;
	}
	skipString(s) {
		this.position += s.length;
	}
	pop() {
		const r = this.str.codePointAt(this.position);
		this.position += Utils.charCount(r);
		return r;
	}
	lookingAt(s) {
		return this.str.startsWith(s, this.position);
	}
	rest() {
		return this.str.substring(this.position);
	}
	from(beforePos) {
		return this.str.substring(beforePos, this.position);
	}
	toString() {
		return this.rest();
	}
};
var Parser = class Parser {
	static ERR_INTERNAL_ERROR = "regexp/syntax: internal error";
	static ERR_INVALID_CHAR_RANGE = "invalid character class range";
	static ERR_INVALID_ESCAPE = "invalid escape sequence";
	static ERR_INVALID_NAMED_CAPTURE = "invalid named capture";
	static ERR_INVALID_PERL_OP = "invalid or unsupported Perl syntax";
	static ERR_INVALID_REPEAT_OP = "invalid nested repetition operator";
	static ERR_INVALID_REPEAT_SIZE = "invalid repeat count";
	static ERR_MISSING_BRACKET = "missing closing ]";
	static ERR_MISSING_PAREN = "missing closing )";
	static ERR_MISSING_REPEAT_ARGUMENT = "missing argument to repetition operator";
	static ERR_TRAILING_BACKSLASH = "trailing backslash at end of expression";
	static ERR_DUPLICATE_NAMED_CAPTURE = "duplicate capture group name";
	static ERR_UNEXPECTED_PAREN = "unexpected )";
	static ERR_NESTING_DEPTH = "expression nests too deeply";
	static ERR_LARGE = "expression too large";
	static ERR_INVALID_CAPTURE_IN_LOOKBEHIND = "invalid capture in lookbehind";
	static MAX_HEIGHT = 1e3;
	static MAX_SIZE = 1398101;
	static MAX_RUNES = 33554432;
	static ANY_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		Unicode.MAX_RUNE,
		1
	]));
	static ASCII_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1
	]));
	static ASCII_FOLD_TABLE = new UnicodeRangeTable(new Uint32Array([
		0,
		127,
		1,
		383,
		383,
		1,
		8490,
		8490,
		1
	]));
	static unicodeTable(name) {
		if (name === "Any") return {
			tab: Parser.ANY_TABLE,
			fold: Parser.ANY_TABLE,
			sign: 1
		};
		if (name === "Ascii") return {
			tab: Parser.ASCII_TABLE,
			fold: Parser.ASCII_FOLD_TABLE,
			sign: 1
		};
		if (name === "Assigned") return {
			tab: UnicodeTables.CATEGORIES.get("Cn"),
			fold: UnicodeTables.CATEGORIES.get("Cn"),
			sign: -1
		};
		if (name === "Lc") return {
			tab: UnicodeTables.CATEGORIES.get("LC"),
			fold: UnicodeTables.FOLD_CATEGORIES.get("LC"),
			sign: 1
		};
		if (UnicodeTables.CATEGORIES.has(name)) return {
			tab: UnicodeTables.CATEGORIES.get(name),
			fold: UnicodeTables.FOLD_CATEGORIES.get(name),
			sign: 1
		};
		if (UnicodeTables.SCRIPTS.has(name)) return {
			tab: UnicodeTables.SCRIPTS.get(name),
			fold: UnicodeTables.FOLD_SCRIPT.get(name),
			sign: 1
		};
		return null;
	}
	static minFoldRune(r) {
		if (r < Unicode.MIN_FOLD || r > Unicode.MAX_FOLD) return r;
		let min = r;
		const r0 = r;
		for (r = Unicode.simpleFold(r); r !== r0; r = Unicode.simpleFold(r)) if (min > r) min = r;
		return min;
	}
	static leadingRegexp(re) {
		if (re.op === Regexp.Op.EMPTY_MATCH) return null;
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = re.subs[0];
			if (sub.op === Regexp.Op.EMPTY_MATCH) return null;
			return sub;
		}
		return re;
	}
	static literalRegexp(s, flags) {
		const re = new Regexp(Regexp.Op.LITERAL);
		re.flags = flags;
		re.runes = Utils.stringToRunes(s);
		return re;
	}
	static parse(pattern, flags) {
		return new Parser(pattern, flags).parseInternal();
	}
	static parseRepeat(t) {
		const start = t.pos();
		if (!t.more() || !t.lookingAt("{")) return -1;
		t.skip(1);
		const min = Parser.parseInt(t);
		if (min === -1) return -1;
		if (!t.more()) return -1;
		let max;
		if (!t.lookingAt(",")) max = min;
		else {
			t.skip(1);
			if (!t.more()) return -1;
			if (t.lookingAt("}")) max = -1;
			else if ((max = Parser.parseInt(t)) === -1) return -1;
		}
		if (!t.more() || !t.lookingAt("}")) return -1;
		t.skip(1);
		if (min < 0 || min > 1e3 || max === -2 || max > 1e3 || max >= 0 && min > max) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(start));
		return min << 16 | max & Unicode.MAX_BMP;
	}
	static isValidCaptureName(name) {
		if (name.length === 0) return false;
		for (let i = 0; i < name.length; i++) {
			const c = name.codePointAt(i);
			if (c !== Codepoint.CODES["_"] && !Utils.isalnum(c)) return false;
		}
		return true;
	}
	static parseInt(t) {
		const start = t.pos();
		while (t.more() && t.peek() >= Codepoint.CODES["0"] && t.peek() <= Codepoint.CODES["9"]) t.skip(1);
		const n = t.from(start);
		if (n.length === 0 || n.length > 1 && n.codePointAt(0) === Codepoint.CODES["0"]) return -1;
		if (n.length > 8) return -2;
		return parseInt(n, 10);
	}
	static isCharClass(re) {
		return re.op === Regexp.Op.LITERAL && re.runes.length === 1 || re.op === Regexp.Op.CHAR_CLASS || re.op === Regexp.Op.ANY_CHAR_NOT_NL || re.op === Regexp.Op.ANY_CHAR;
	}
	static matchRune(re, r) {
		switch (re.op) {
			case Regexp.Op.LITERAL: return re.runes.length === 1 && re.runes[0] === r;
			case Regexp.Op.CHAR_CLASS:
				for (let i = 0; i < re.runes.length; i += 2) if (re.runes[i] <= r && r <= re.runes[i + 1]) return true;
				return false;
			case Regexp.Op.ANY_CHAR_NOT_NL: return r !== Codepoint.CODES["\n"];
			case Regexp.Op.ANY_CHAR: return true;
		}
		return false;
	}
	static mergeCharClass(dst, src) {
		switch (dst.op) {
			case Regexp.Op.ANY_CHAR: break;
			case Regexp.Op.ANY_CHAR_NOT_NL:
				if (Parser.matchRune(src, Codepoint.CODES["\n"])) dst.op = Regexp.Op.ANY_CHAR;
				break;
			case Regexp.Op.CHAR_CLASS: {
				const cc = new CharClass(Array.isArray(dst.runes) ? dst.runes : Array.from(dst.runes));
				if (src.op === Regexp.Op.LITERAL) cc.appendLiteral(src.runes[0], src.flags);
				else cc.appendClass(src.runes);
				dst.runes = cc.toGrowableArray();
				break;
			}
			case Regexp.Op.LITERAL:
				if (src.runes[0] === dst.runes[0] && src.flags === dst.flags) break;
				dst.op = Regexp.Op.CHAR_CLASS;
				dst.runes = new CharClass().appendLiteral(dst.runes[0], dst.flags).appendLiteral(src.runes[0], src.flags).toGrowableArray();
		}
	}
	static parseEscape(t) {
		const startPos = t.pos();
		t.skip(1);
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_TRAILING_BACKSLASH);
		let c = t.pop();
		bigswitch: switch (c) {
			case Codepoint.CODES["1"]:
			case Codepoint.CODES["2"]:
			case Codepoint.CODES["3"]:
			case Codepoint.CODES["4"]:
			case Codepoint.CODES["5"]:
			case Codepoint.CODES["6"]:
			case Codepoint.CODES["7"]: if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
			case Codepoint.CODES["0"]: {
				let r = c - Codepoint.CODES["0"];
				for (let i = 1; i < 3; i++) {
					if (!t.more() || t.peek() < Codepoint.CODES["0"] || t.peek() > Codepoint.CODES["7"]) break;
					r = r * 8 + t.peek() - Codepoint.CODES["0"];
					t.skip(1);
				}
				return r;
			}
			case Codepoint.CODES["x"]: {
				if (!t.more()) break;
				c = t.pop();
				if (c === Codepoint.CODES["{"]) {
					let nhex = 0;
					let r = 0;
					while (true) {
						if (!t.more()) break bigswitch;
						c = t.pop();
						if (c === Codepoint.CODES["}"]) break;
						const v = Utils.unhex(c);
						if (v < 0) break bigswitch;
						r = r * 16 + v;
						if (r > Unicode.MAX_RUNE) break bigswitch;
						nhex++;
					}
					if (nhex === 0) break bigswitch;
					return r;
				}
				const x = Utils.unhex(c);
				if (!t.more()) break;
				c = t.pop();
				const y = Utils.unhex(c);
				if (x < 0 || y < 0) break;
				return x * 16 + y;
			}
			case Codepoint.CODES["a"]: return Codepoint.CODES["\x07"];
			case Codepoint.CODES["f"]: return Codepoint.CODES["\f"];
			case Codepoint.CODES["n"]: return Codepoint.CODES["\n"];
			case Codepoint.CODES["r"]: return Codepoint.CODES["\r"];
			case Codepoint.CODES["t"]: return Codepoint.CODES["	"];
			case Codepoint.CODES["v"]: return Codepoint.CODES["\v"];
			default: if (c <= Unicode.MAX_ASCII && !Utils.isalnum(c)) return c;
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, t.from(startPos));
	}
	static parseClassChar(t, wholeClassPos) {
		if (!t.more()) throw new RE2JSSyntaxException(Parser.ERR_MISSING_BRACKET, t.from(wholeClassPos));
		if (t.lookingAt("\\")) return Parser.parseEscape(t);
		return t.pop();
	}
	static hasCapture(re) {
		if (re === null) return false;
		if (re.op === Regexp.Op.CAPTURE) return true;
		if (re.subs) {
			for (let sub of re.subs) if (Parser.hasCapture(sub)) return true;
		}
		return false;
	}
	constructor(wholeRegexp, flags = 0) {
		this.wholeRegexp = wholeRegexp;
		this.flags = flags;
		this.numCap = 0;
		this.namedGroups = Object.create(null);
		this.stack = [];
		this.free = null;
		this.numRegexp = 0;
		this.numRunes = 0;
		this.repeats = 0;
		this.height = null;
		this.size = null;
		this.nlb = 0;
	}
	newRegexp(op) {
		let re = this.free;
		if (re !== null && re.subs !== null && re.subs.length > 0) {
			this.free = re.subs[0];
			re.reinit();
			re.op = op;
		} else {
			re = new Regexp(op);
			this.numRegexp += 1;
		}
		return re;
	}
	reuse(re) {
		if (this.height !== null && this.height.has(re)) this.height.delete(re);
		if (re.subs !== null && re.subs.length > 0) re.subs[0] = this.free;
		this.free = re;
	}
	checkLimits(re) {
		if (this.numRunes > Parser.MAX_RUNES) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
		this.checkSize(re);
		this.checkHeight(re);
	}
	checkSize(re) {
		if (this.size === null) {
			if (this.repeats === 0) this.repeats = 1;
			if (re.op === Regexp.Op.REPEAT) {
				let n = re.max;
				if (n === -1) n = re.min;
				if (n <= 0) n = 1;
				if (n > Math.floor(Parser.MAX_SIZE / this.repeats)) this.repeats = Parser.MAX_SIZE;
				else this.repeats *= n;
			}
			if (this.numRegexp < Math.floor(Parser.MAX_SIZE / this.repeats)) return;
			this.size = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkSize(reEx);
		}
		if (this.calcSize(re, true) > Parser.MAX_SIZE) throw new RE2JSSyntaxException(Parser.ERR_LARGE);
	}
	calcSize(re, force = false) {
		if (!force && this.size !== null) {
			if (this.size.has(re)) return this.size.get(re);
		}
		let size = 0;
		switch (re.op) {
			case Regexp.Op.LITERAL:
				size = re.runes.length;
				break;
			case Regexp.Op.PLB:
			case Regexp.Op.NLB:
			case Regexp.Op.CAPTURE:
			case Regexp.Op.STAR:
				size = 2 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.PLUS:
			case Regexp.Op.QUEST:
				size = 1 + this.calcSize(re.subs[0]);
				break;
			case Regexp.Op.CONCAT:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				break;
			case Regexp.Op.ALTERNATE:
				for (let sub of re.subs) size = size + this.calcSize(sub);
				if (re.subs.length > 1) size = size + re.subs.length - 1;
				break;
			case Regexp.Op.REPEAT: {
				let sub = this.calcSize(re.subs[0]);
				if (re.max === -1) {
					if (re.min === 0) size = 2 + sub;
					else size = 1 + re.min * sub;
					break;
				}
				size = re.max * sub + (re.max - re.min);
				break;
			}
		}
		size = Math.max(1, size);
		if (this.size === null) this.size = /* @__PURE__ */ new Map();
		this.size.set(re, size);
		return size;
	}
	checkHeight(re) {
		if (this.numRegexp < Parser.MAX_HEIGHT) return;
		if (this.height === null) {
			this.height = /* @__PURE__ */ new Map();
			for (let reEx of this.stack) this.checkHeight(reEx);
		}
		if (this.calcHeight(re, true) > Parser.MAX_HEIGHT) throw new RE2JSSyntaxException(Parser.ERR_NESTING_DEPTH);
	}
	calcHeight(re, force = false) {
		if (!force && this.height !== null) {
			if (this.height.has(re)) return this.height.get(re);
		}
		let h = 1;
		for (let sub of re.subs) {
			const hsub = this.calcHeight(sub);
			if (h < 1 + hsub) h = 1 + hsub;
		}
		if (this.height === null) this.height = /* @__PURE__ */ new Map();
		this.height.set(re, h);
		return h;
	}
	pop() {
		return this.stack.pop();
	}
	popToPseudo() {
		const n = this.stack.length;
		let i = n;
		while (i > 0 && !Regexp.isPseudoOp(this.stack[i - 1].op)) i--;
		return this.stack.splice(i, n - i);
	}
	push(re) {
		this.numRunes += re.runes.length;
		if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] === re.runes[1]) {
			if (this.maybeConcat(re.runes[0], this.flags & ~RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags & ~RE2Flags.FOLD_CASE;
		} else if (re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 4 && re.runes[0] === re.runes[1] && re.runes[2] === re.runes[3] && Unicode.simpleFold(re.runes[0]) === re.runes[2] && Unicode.simpleFold(re.runes[2]) === re.runes[0] || re.op === Regexp.Op.CHAR_CLASS && re.runes.length === 2 && re.runes[0] + 1 === re.runes[1] && Unicode.simpleFold(re.runes[0]) === re.runes[1] && Unicode.simpleFold(re.runes[1]) === re.runes[0]) {
			if (this.maybeConcat(re.runes[0], this.flags | RE2Flags.FOLD_CASE)) return null;
			re.op = Regexp.Op.LITERAL;
			re.runes = [re.runes[0]];
			re.flags = this.flags | RE2Flags.FOLD_CASE;
		} else this.maybeConcat(-1, 0);
		this.stack.push(re);
		this.checkLimits(re);
		return re;
	}
	maybeConcat(r, flags) {
		const n = this.stack.length;
		if (n < 2) return false;
		const re1 = this.stack[n - 1];
		const re2 = this.stack[n - 2];
		if (re1.op !== Regexp.Op.LITERAL || re2.op !== Regexp.Op.LITERAL || (re1.flags & RE2Flags.FOLD_CASE) !== (re2.flags & RE2Flags.FOLD_CASE)) return false;
		if (!Array.isArray(re2.runes)) re2.runes = Array.from(re2.runes);
		for (let i = 0; i < re1.runes.length; i++) re2.runes.push(re1.runes[i]);
		if (r >= 0) {
			re1.runes = [r];
			re1.flags = flags;
			return true;
		}
		this.pop();
		this.reuse(re1);
		return false;
	}
	newLiteral(r, flags) {
		const re = this.newRegexp(Regexp.Op.LITERAL);
		re.flags = flags;
		if ((flags & RE2Flags.FOLD_CASE) !== 0) r = Parser.minFoldRune(r);
		re.runes = [r];
		return re;
	}
	literal(r) {
		this.push(this.newLiteral(r, this.flags));
	}
	op(op) {
		const re = this.newRegexp(op);
		re.flags = this.flags;
		return this.push(re);
	}
	repeat(op, min, max, beforePos, t, lastRepeatPos) {
		let flags = this.flags;
		if ((flags & RE2Flags.PERL_X) !== 0) {
			if (t.more() && t.lookingAt("?")) {
				t.skip(1);
				flags ^= RE2Flags.NON_GREEDY;
			}
			if (lastRepeatPos !== -1) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_OP, t.from(lastRepeatPos));
		}
		const n = this.stack.length;
		if (n === 0) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const sub = this.stack[n - 1];
		if (Regexp.isPseudoOp(sub.op)) throw new RE2JSSyntaxException(Parser.ERR_MISSING_REPEAT_ARGUMENT, t.from(beforePos));
		const re = this.newRegexp(op);
		re.min = min;
		re.max = max;
		re.flags = flags;
		re.subs = [sub];
		this.stack[n - 1] = re;
		this.checkLimits(re);
		if (op === Regexp.Op.REPEAT && (min >= 2 || max >= 2) && !this.repeatIsValid(re, 1e3)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_REPEAT_SIZE, t.from(beforePos));
	}
	repeatIsValid(re, n) {
		if (re.op === Regexp.Op.REPEAT) {
			let m = re.max;
			if (m === 0) return true;
			if (m < 0) m = re.min;
			if (m > n) return false;
			if (m > 0) n = Math.trunc(n / m);
		}
		for (let sub of re.subs) if (!this.repeatIsValid(sub, n)) return false;
		return true;
	}
	concat() {
		this.maybeConcat(-1, 0);
		const subs = this.popToPseudo();
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.EMPTY_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.CONCAT));
	}
	alternate() {
		const subs = this.popToPseudo();
		if (subs.length > 0) this.cleanAlt(subs[subs.length - 1]);
		if (subs.length === 0) return this.push(this.newRegexp(Regexp.Op.NO_MATCH));
		return this.push(this.collapse(subs, Regexp.Op.ALTERNATE));
	}
	cleanAlt(re) {
		if (re.op === Regexp.Op.CHAR_CLASS) {
			re.runes = new CharClass(Array.from(re.runes)).cleanClass().toArray();
			if (re.runes.length === 2 && re.runes[0] === 0 && re.runes[1] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR;
			} else if (re.runes.length === 4 && re.runes[0] === 0 && re.runes[1] === Codepoint.CODES["\n"] - 1 && re.runes[2] === Codepoint.CODES["\n"] + 1 && re.runes[3] === Unicode.MAX_RUNE) {
				re.runes = /* @__PURE__ */ new Int32Array(0);
				re.op = Regexp.Op.ANY_CHAR_NOT_NL;
			}
		}
	}
	collapse(subs, op) {
		if (subs.length === 1) return subs[0];
		let len = 0;
		for (let sub of subs) len += sub.op === op ? sub.subs.length : 1;
		let newsubs = new Array(len).fill(null);
		let i = 0;
		for (let sub of subs) if (sub.op === op) {
			for (let j = 0; j < sub.subs.length; j++) newsubs[i++] = sub.subs[j];
			this.reuse(sub);
		} else newsubs[i++] = sub;
		let re = this.newRegexp(op);
		re.subs = newsubs;
		if (op === Regexp.Op.ALTERNATE) {
			re.subs = this.factor(re.subs);
			if (re.subs.length === 1) {
				const old = re;
				re = re.subs[0];
				this.reuse(old);
			}
		}
		return re;
	}
	factor(array) {
		if (array.length < 2) return array;
		let s = 0;
		let lensub = array.length;
		let lenout = 0;
		let str = null;
		let strlen = 0;
		let strflags = 0;
		let start = 0;
		for (let i = 0; i <= lensub; i++) {
			let istr = null;
			let istrlen = 0;
			let iflags = 0;
			if (i < lensub) {
				let re = array[s + i];
				if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) re = re.subs[0];
				if (re.op === Regexp.Op.LITERAL) {
					istr = re.runes;
					istrlen = re.runes.length;
					iflags = re.flags & RE2Flags.FOLD_CASE;
				}
				if (iflags === strflags) {
					let same = 0;
					while (same < strlen && same < istrlen && str[same] === istr[same]) same++;
					if (same > 0) {
						strlen = same;
						continue;
					}
				}
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = this.newRegexp(Regexp.Op.LITERAL);
				prefix.flags = strflags;
				prefix.runes = str.slice(0, strlen);
				for (let j = start; j < i; j++) {
					array[s + j] = this.removeLeadingString(array[s + j], strlen);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			str = istr;
			strlen = istrlen;
			strflags = iflags;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		let first = null;
		for (let i = 0; i <= lensub; i++) {
			let ifirst = null;
			if (i < lensub) {
				ifirst = Parser.leadingRegexp(array[s + i]);
				if (first !== null && first.equals(ifirst) && (Parser.isCharClass(first) || first.op === Regexp.Op.REPEAT && first.min === first.max && Parser.isCharClass(first.subs[0]))) continue;
			}
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				const prefix = first;
				for (let j = start; j < i; j++) {
					const reuse = j !== start;
					array[s + j] = this.removeLeadingRegexp(array[s + j], reuse);
					this.checkLimits(array[s + j]);
				}
				const suffix = this.collapse(array.slice(s + start, s + i), Regexp.Op.ALTERNATE);
				const re = this.newRegexp(Regexp.Op.CONCAT);
				re.subs = [prefix, suffix];
				array[lenout++] = re;
			}
			start = i;
			first = ifirst;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i <= lensub; i++) {
			if (i < lensub && Parser.isCharClass(array[s + i])) continue;
			if (i === start) {} else if (i === start + 1) array[lenout++] = array[s + start];
			else {
				let max = start;
				for (let j = start + 1; j < i; j++) {
					const subMax = array[s + max];
					const subJ = array[s + j];
					if (subMax.op < subJ.op || subMax.op === subJ.op && (subMax.runes !== null ? subMax.runes.length : 0) < (subJ.runes !== null ? subJ.runes.length : 0)) max = j;
				}
				const tmp = array[s + start];
				array[s + start] = array[s + max];
				array[s + max] = tmp;
				for (let j = start + 1; j < i; j++) {
					Parser.mergeCharClass(array[s + start], array[s + j]);
					this.reuse(array[s + j]);
				}
				this.cleanAlt(array[s + start]);
				array[lenout++] = array[s + start];
			}
			if (i < lensub) array[lenout++] = array[s + i];
			start = i + 1;
		}
		lensub = lenout;
		s = 0;
		start = 0;
		lenout = 0;
		for (let i = 0; i < lensub; ++i) {
			if (i + 1 < lensub && array[s + i].op === Regexp.Op.EMPTY_MATCH && array[s + i + 1].op === Regexp.Op.EMPTY_MATCH) continue;
			array[lenout++] = array[s + i];
		}
		lensub = lenout;
		s = 0;
		return array.slice(s, lensub);
	}
	removeLeadingString(re, n) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			const sub = this.removeLeadingString(re.subs[0], n);
			re.subs[0] = sub;
			if (sub.op === Regexp.Op.EMPTY_MATCH) {
				this.reuse(sub);
				switch (re.subs.length) {
					case 0:
					case 1:
						re.op = Regexp.Op.EMPTY_MATCH;
						re.subs = Regexp.emptySubs();
						break;
					case 2: {
						const old = re;
						re = re.subs[1];
						this.reuse(old);
						break;
					}
					default: re.subs = re.subs.slice(1, re.subs.length);
				}
			}
			return re;
		}
		if (re.op === Regexp.Op.LITERAL) {
			re.runes = re.runes.slice(n, re.runes.length);
			if (re.runes.length === 0) re.op = Regexp.Op.EMPTY_MATCH;
		}
		return re;
	}
	removeLeadingRegexp(re, reuse) {
		if (re.op === Regexp.Op.CONCAT && re.subs.length > 0) {
			if (reuse) this.reuse(re.subs[0]);
			re.subs = re.subs.slice(1, re.subs.length);
			switch (re.subs.length) {
				case 0:
					re.op = Regexp.Op.EMPTY_MATCH;
					re.subs = Regexp.emptySubs();
					break;
				case 1: {
					const old = re;
					re = re.subs[0];
					this.reuse(old);
					break;
				}
			}
			return re;
		}
		if (reuse) this.reuse(re);
		return this.newRegexp(Regexp.Op.EMPTY_MATCH);
	}
	parseInternal() {
		if ((this.flags & RE2Flags.LITERAL) !== 0) return Parser.literalRegexp(this.wholeRegexp, this.flags);
		let lastRepeatPos = -1;
		let min = -1;
		let max = -1;
		const t = new StringIterator(this.wholeRegexp);
		while (t.more()) {
			let repeatPos = -1;
			bigswitch: switch (t.peek()) {
				case Codepoint.CODES["("]:
					if ((this.flags & RE2Flags.LOOKBEHIND) !== 0) {
						if (t.lookingAt("(?<=")) {
							this.parsePosLookBehind();
							t.skip(4);
							break;
						}
						if (t.lookingAt("(?<!")) {
							this.parseNegLookBehind();
							t.skip(4);
							break;
						}
					}
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.lookingAt("(?")) {
						this.parsePerlFlags(t);
						break;
					}
					this.op(Regexp.Op.LEFT_PAREN).cap = ++this.numCap;
					t.skip(1);
					break;
				case Codepoint.CODES["|"]:
					this.parseVerticalBar();
					t.skip(1);
					break;
				case Codepoint.CODES[")"]:
					this.parseRightParen();
					t.skip(1);
					break;
				case Codepoint.CODES["^"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.BEGIN_TEXT);
					else this.op(Regexp.Op.BEGIN_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["$"]:
					if ((this.flags & RE2Flags.ONE_LINE) !== 0) this.op(Regexp.Op.END_TEXT).flags |= RE2Flags.WAS_DOLLAR;
					else this.op(Regexp.Op.END_LINE);
					t.skip(1);
					break;
				case Codepoint.CODES["."]:
					if ((this.flags & RE2Flags.DOT_NL) !== 0) this.op(Regexp.Op.ANY_CHAR);
					else this.op(Regexp.Op.ANY_CHAR_NOT_NL);
					t.skip(1);
					break;
				case Codepoint.CODES["["]:
					this.parseClass(t);
					break;
				case Codepoint.CODES["*"]:
				case Codepoint.CODES["+"]:
				case Codepoint.CODES["?"]: {
					repeatPos = t.pos();
					let op = null;
					switch (t.pop()) {
						case Codepoint.CODES["*"]:
							op = Regexp.Op.STAR;
							break;
						case Codepoint.CODES["+"]:
							op = Regexp.Op.PLUS;
							break;
						case Codepoint.CODES["?"]: op = Regexp.Op.QUEST;
					}
					this.repeat(op, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["{"]: {
					const before = t.pos();
					const minMax = Parser.parseRepeat(t);
					if (minMax < 0) {
						t.rewindTo(before);
						this.literal(t.pop());
						break;
					}
					repeatPos = before;
					min = minMax >> 16;
					max = (minMax & Unicode.MAX_BMP) << 16 >> 16;
					this.repeat(Regexp.Op.REPEAT, min, max, repeatPos, t, lastRepeatPos);
					break;
				}
				case Codepoint.CODES["\\"]: {
					const savedPos = t.pos();
					t.skip(1);
					if ((this.flags & RE2Flags.PERL_X) !== 0 && t.more()) switch (t.pop()) {
						case Codepoint.CODES["A"]:
							this.op(Regexp.Op.BEGIN_TEXT);
							break bigswitch;
						case Codepoint.CODES["b"]:
							this.op(Regexp.Op.WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["B"]:
							this.op(Regexp.Op.NO_WORD_BOUNDARY);
							break bigswitch;
						case Codepoint.CODES["C"]: throw new RE2JSSyntaxException(Parser.ERR_INVALID_ESCAPE, "\\C");
						case Codepoint.CODES["Q"]: {
							let lit = t.rest();
							const i = lit.indexOf("\\E");
							if (i >= 0) {
								lit = lit.substring(0, i);
								t.skipString(lit);
								t.skipString("\\E");
							} else t.skipString(lit);
							let j = 0;
							while (j < lit.length) {
								const codepoint = lit.codePointAt(j);
								this.literal(codepoint);
								j += Utils.charCount(codepoint);
							}
							break bigswitch;
						}
						case Codepoint.CODES["z"]:
							this.op(Regexp.Op.END_TEXT);
							break bigswitch;
						default: t.rewindTo(savedPos);
					}
					else t.rewindTo(savedPos);
					const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
					re.flags = this.flags;
					if (t.lookingAt("\\p") || t.lookingAt("\\P")) {
						const cc = new CharClass();
						if (this.parseUnicodeClass(t, cc)) {
							re.runes = cc.toArray();
							this.push(re);
							break bigswitch;
						}
					}
					const cc = new CharClass();
					if (this.parsePerlClassEscape(t, cc)) {
						re.runes = cc.toArray();
						this.push(re);
						break bigswitch;
					}
					t.rewindTo(savedPos);
					this.reuse(re);
					this.literal(Parser.parseEscape(t));
					break;
				}
				default: this.literal(t.pop());
			}
			lastRepeatPos = repeatPos;
		}
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length !== 1) throw new RE2JSSyntaxException(Parser.ERR_MISSING_PAREN, this.wholeRegexp);
		this.stack[0].namedGroups = this.namedGroups;
		return this.stack[0];
	}
	parsePerlFlags(t) {
		const startPos = t.pos();
		const s = t.rest();
		if (s.startsWith("(?P<") || s.startsWith("(?<")) {
			const begin = s.charAt(2) === "P" ? 4 : 3;
			const end = s.indexOf(">");
			if (end < 0) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s);
			const name = s.substring(begin, end);
			t.skipString(name);
			t.skip(begin + 1);
			if (!Parser.isValidCaptureName(name)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_NAMED_CAPTURE, s.substring(0, end + 1));
			const re = this.op(Regexp.Op.LEFT_PAREN);
			re.cap = ++this.numCap;
			if (this.namedGroups[name]) throw new RE2JSSyntaxException(Parser.ERR_DUPLICATE_NAMED_CAPTURE, name);
			this.namedGroups[name] = this.numCap;
			re.name = name;
			return;
		}
		t.skip(2);
		let flags = this.flags;
		let sign = 1;
		let sawFlag = false;
		loop: while (t.more()) {
			const c = t.pop();
			switch (c) {
				case Codepoint.CODES["i"]:
					flags |= RE2Flags.FOLD_CASE;
					sawFlag = true;
					break;
				case Codepoint.CODES["m"]:
					flags &= ~RE2Flags.ONE_LINE;
					sawFlag = true;
					break;
				case Codepoint.CODES["s"]:
					flags |= RE2Flags.DOT_NL;
					sawFlag = true;
					break;
				case Codepoint.CODES["U"]:
					flags |= RE2Flags.NON_GREEDY;
					sawFlag = true;
					break;
				case Codepoint.CODES["-"]:
					if (sign < 0) break loop;
					sign = -1;
					flags = ~flags;
					sawFlag = false;
					break;
				case Codepoint.CODES[":"]:
				case Codepoint.CODES[")"]:
					if (sign < 0) {
						if (!sawFlag) break loop;
						flags = ~flags;
					}
					if (c === Codepoint.CODES[":"]) this.op(Regexp.Op.LEFT_PAREN);
					this.flags = flags;
					return;
				default: break loop;
			}
		}
		throw new RE2JSSyntaxException(Parser.ERR_INVALID_PERL_OP, t.from(startPos));
	}
	parsePosLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = ++this.nlb;
		return this.push(re);
	}
	parseNegLookBehind() {
		const re = this.newRegexp(Regexp.Op.LEFT_PAREN);
		re.flags = this.flags;
		re.lb = -++this.nlb;
		return this.push(re);
	}
	parseVerticalBar() {
		this.concat();
		if (!this.swapVerticalBar()) this.op(Regexp.Op.VERTICAL_BAR);
	}
	swapVerticalBar() {
		const n = this.stack.length;
		if (n >= 3 && this.stack[n - 2].op === Regexp.Op.VERTICAL_BAR && Parser.isCharClass(this.stack[n - 1]) && Parser.isCharClass(this.stack[n - 3])) {
			let re1 = this.stack[n - 1];
			let re3 = this.stack[n - 3];
			if (re1.op > re3.op) {
				const tmp = re3;
				re3 = re1;
				re1 = tmp;
				this.stack[n - 3] = re3;
			}
			Parser.mergeCharClass(re3, re1);
			this.reuse(re1);
			this.pop();
			return true;
		}
		if (n >= 2) {
			const re1 = this.stack[n - 1];
			const re2 = this.stack[n - 2];
			if (re2.op === Regexp.Op.VERTICAL_BAR) {
				if (n >= 3) this.cleanAlt(this.stack[n - 3]);
				this.stack[n - 2] = re1;
				this.stack[n - 1] = re2;
				return true;
			}
		}
		return false;
	}
	parseRightParen() {
		this.concat();
		if (this.swapVerticalBar()) this.pop();
		this.alternate();
		if (this.stack.length < 2) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		const re1 = this.pop();
		const re2 = this.pop();
		if (re2.op !== Regexp.Op.LEFT_PAREN) throw new RE2JSSyntaxException(Parser.ERR_UNEXPECTED_PAREN, this.wholeRegexp);
		this.flags = re2.flags;
		if (re2.lb !== 0) {
			if (Parser.hasCapture(re1)) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CAPTURE_IN_LOOKBEHIND, this.wholeRegexp);
			if (re2.lb > 0) re2.op = Regexp.Op.PLB;
			else re2.op = Regexp.Op.NLB;
			re2.subs = [re1];
			this.push(re2);
			return;
		}
		if (re2.cap === 0) this.push(re1);
		else {
			re2.op = Regexp.Op.CAPTURE;
			re2.subs = [re1];
			this.push(re2);
		}
	}
	parsePerlClassEscape(t, cc) {
		const beforePos = t.pos();
		if ((this.flags & RE2Flags.PERL_X) === 0 || !t.more() || t.pop() !== Codepoint.CODES["\\"] || !t.more()) return false;
		t.pop();
		const p = t.from(beforePos);
		const g = PERL_GROUPS.has(p) ? PERL_GROUPS.get(p) : null;
		if (g === null) return false;
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseNamedClass(t, cc) {
		const cls = t.rest();
		const i = cls.indexOf(":]");
		if (i < 0) return false;
		const name = cls.substring(0, i + 2);
		t.skipString(name);
		const g = POSIX_GROUPS.has(name) ? POSIX_GROUPS.get(name) : null;
		if (g === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, name);
		cc.appendGroup(g, (this.flags & RE2Flags.FOLD_CASE) !== 0);
		return true;
	}
	parseUnicodeClass(t, cc) {
		const startPos = t.pos();
		if ((this.flags & RE2Flags.UNICODE_GROUPS) === 0 || !t.lookingAt("\\p") && !t.lookingAt("\\P")) return false;
		t.skip(1);
		let sign = 1;
		let c = t.pop();
		if (c === Codepoint.CODES["P"]) sign = -1;
		if (!t.more()) {
			t.rewindTo(startPos);
			throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
		}
		c = t.pop();
		let name;
		if (c !== Codepoint.CODES["{"]) name = Utils.runeToString(c);
		else {
			const rest = t.rest();
			const end = rest.indexOf("}");
			if (end < 0) {
				t.rewindTo(startPos);
				throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
			}
			name = rest.substring(0, end);
			t.skipString(name);
			t.skip(1);
		}
		if (!(name.length === 0) && name.codePointAt(0) === Codepoint.CODES["^"]) {
			sign = 0 - sign;
			name = name.substring(1);
		}
		const pair = Parser.unicodeTable(name);
		if (pair === null) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(startPos));
		if (pair.sign < 0) sign = 0 - sign;
		const tab = pair.tab;
		const fold = pair.fold;
		if ((this.flags & RE2Flags.FOLD_CASE) === 0 || fold === null) cc.appendTableWithSign(tab, sign);
		else {
			const tmp = new CharClass().appendTable(tab).appendTable(fold).cleanClass().toArray();
			cc.appendClassWithSign(Array.from(tmp), sign);
		}
		return true;
	}
	parseClass(t) {
		const startPos = t.pos();
		t.skip(1);
		const re = this.newRegexp(Regexp.Op.CHAR_CLASS);
		re.flags = this.flags;
		const cc = new CharClass();
		let sign = 1;
		if (t.more() && t.lookingAt("^")) {
			sign = -1;
			t.skip(1);
			if ((this.flags & RE2Flags.CLASS_NL) === 0) cc.appendRange(Codepoint.CODES["\n"], Codepoint.CODES["\n"]);
		}
		let first = true;
		while (!t.more() || t.peek() !== Codepoint.CODES["]"] || first) {
			if (t.more() && t.lookingAt("-") && (this.flags & RE2Flags.PERL_X) === 0 && !first) {
				const s = t.rest();
				if (s === "-" || !s.startsWith("-]")) {
					t.rewindTo(startPos);
					throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.rest());
				}
			}
			first = false;
			const beforePos = t.pos();
			if (t.lookingAt("[:")) {
				if (this.parseNamedClass(t, cc)) continue;
				t.rewindTo(beforePos);
			}
			if (this.parseUnicodeClass(t, cc)) continue;
			if (this.parsePerlClassEscape(t, cc)) continue;
			t.rewindTo(beforePos);
			const lo = Parser.parseClassChar(t, startPos);
			let hi = lo;
			if (t.more() && t.lookingAt("-")) {
				t.skip(1);
				if (t.more() && t.lookingAt("]")) t.skip(-1);
				else {
					hi = Parser.parseClassChar(t, startPos);
					if (hi < lo) throw new RE2JSSyntaxException(Parser.ERR_INVALID_CHAR_RANGE, t.from(beforePos));
				}
			}
			if ((this.flags & RE2Flags.FOLD_CASE) === 0) cc.appendRange(lo, hi);
			else cc.appendFoldedRange(lo, hi);
		}
		t.skip(1);
		cc.cleanClass();
		if (sign < 0) cc.negateClass();
		re.runes = cc.toArray();
		this.push(re);
	}
};
var RE2 = class RE2 {
	static initTest(expr) {
		const re2 = RE2.compile(expr);
		const res = new RE2(re2.expr, re2.prog, re2.numSubexp, re2.longest);
		res.cond = re2.cond;
		res.prefix = re2.prefix;
		res.prefixUTF8 = re2.prefixUTF8;
		res.prefixComplete = re2.prefixComplete;
		res.prefixRune = re2.prefixRune;
		res.prefilter = re2.prefilter;
		res.namedGroups = re2.namedGroups;
		return res;
	}
	static compile(expr) {
		return RE2.compileImpl(expr, RE2Flags.PERL, false);
	}
	static compilePOSIX(expr) {
		return RE2.compileImpl(expr, RE2Flags.POSIX, true);
	}
	static compileImpl(expr, mode, longest) {
		let re = Parser.parse(expr, mode);
		const maxCap = re.maxCap();
		const namedGroups = re.namedGroups;
		re = Simplify.simplify(re);
		const prefilter = PrefilterTree.build(re);
		const prog = Compiler.compileRegexp(re);
		const re2 = new RE2(expr, prog, maxCap, longest);
		re2.prefilter = prefilter.type === Prefilter.Type.NONE ? null : prefilter;
		const [prefixCompl, prefixStr] = prog.prefix();
		re2.prefixComplete = prefixCompl;
		re2.prefix = prefixStr;
		re2.prefixUTF8 = Utils.stringToUtf8ByteArray(re2.prefix);
		if (re2.prefix.length > 0) re2.prefixRune = re2.prefix.codePointAt(0);
		re2.namedGroups = namedGroups;
		return re2;
	}
	static match(pattern, s) {
		return RE2.compile(pattern).match(s);
	}
	constructor(expr, prog, numSubexp = 0, longest = 0) {
		this.expr = expr;
		this.prog = prog;
		this.numSubexp = numSubexp;
		this.longest = longest;
		this.cond = prog.startCond();
		this.prefix = null;
		this.prefixUTF8 = null;
		this.prefixComplete = false;
		this.prefixRune = 0;
		this.namedGroups = Object.create(null);
		this.machinePool = [];
		this.lazyDFA = null;
		this.onepass = OnePass.compile(this.prog);
		this.prefilter = null;
	}
	get dfa() {
		if (this.lazyDFA === null) this.lazyDFA = new DFA(this.prog);
		return this.lazyDFA;
	}
	matchPrefixComplete(input, pos, anchor, ncap) {
		if ((anchor === RE2Flags.ANCHOR_START || anchor === RE2Flags.ANCHOR_BOTH) && pos !== 0) return null;
		let matchStart = -1;
		let matchEnd = -1;
		const pLen = input.prefixLength(this);
		if (anchor === RE2Flags.UNANCHORED) {
			const idx = input.index(this, pos);
			if (idx < 0) return null;
			matchStart = pos + idx;
			matchEnd = matchStart + pLen;
		} else if (anchor === RE2Flags.ANCHOR_BOTH) {
			if (input.endPos() !== pLen) return null;
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		} else if (anchor === RE2Flags.ANCHOR_START) {
			if (input.index(this, 0) !== 0) return null;
			matchStart = 0;
			matchEnd = pLen;
		}
		if (matchStart < 0) return null;
		if (ncap > 0) {
			const matchcap = new Int32Array(ncap).fill(-1);
			matchcap[0] = matchStart;
			matchcap[1] = matchEnd;
			return Array.from(matchcap);
		}
		return [];
	}
	createLookbehindState() {
		return this.prog.numLb > 0 ? new LookbehindState(this.prog) : null;
	}
	executeEngine(input, pos, anchor, ncap, lbState = null) {
		if (this.prefixComplete && (ncap === 0 || this.numSubexp === 0)) return this.matchPrefixComplete(input, pos, anchor, ncap);
		if (this.prefilter !== null && anchor === RE2Flags.UNANCHORED) {
			if (!this.prefilter.eval(input, pos)) return null;
		}
		if (this.onepass !== null) return OnePass.execute(this, input, pos, anchor, ncap);
		if (ncap > 0) {
			if (this.prog.numLb === 0 && input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
			return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
		}
		if (this.prog.numLb === 0) {
			const dfaResult = this.dfa.match(input, pos, anchor);
			if (dfaResult !== null) return dfaResult ? [] : null;
			if (input.endPos() <= Backtracker.maxBitStateLen(this.prog)) return Backtracker.execute(this, input, pos, anchor, ncap);
		}
		return this.doExecuteNFA(input, pos, anchor, ncap, lbState);
	}
	numberOfCapturingGroups() {
		return this.numSubexp;
	}
	numberOfInstructions() {
		return this.prog.numInst();
	}
	get() {
		return this.machinePool.length > 0 ? this.machinePool.pop() : null;
	}
	reset() {
		this.machinePool.length = 0;
	}
	put(m) {
		this.machinePool.push(m);
	}
	toString() {
		return this.expr;
	}
	doExecuteNFA(input, pos, anchor, ncap, lbState = null) {
		let m = this.get();
		if (!m) m = Machine.fromRE2(this);
		m.init(ncap);
		const cap = m.match(input, pos, anchor, lbState) ? m.submatches() : null;
		this.put(m);
		return cap;
	}
	match(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	matchWithGroup(input, start, end, anchor, ngroup, lbState = null) {
		if (!(input instanceof MatcherInputBase)) {
			if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
			else input = MatcherInput.utf16(input);
		}
		return this.matchMachineInput(input, start, end, anchor, ngroup, lbState);
	}
	matchMachineInput(input, start, end, anchor, ngroup, lbState = null) {
		if (start > end) return [false, null];
		const machineInput = input.isUTF16Encoding() ? MachineInput.fromUTF16(input.asCharSequence(), 0, end) : MachineInput.fromUTF8(input.asBytes(), 0, end);
		const groupMatch = this.executeEngine(machineInput, start, anchor, 2 * ngroup, lbState);
		if (groupMatch === null) return [false, null];
		return [true, groupMatch];
	}
	matchUTF8(b) {
		return this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 0) !== null;
	}
	replaceAll(src, repl) {
		return this.replaceAllFunc(src, () => repl, 2 * src.length + 1);
	}
	replaceFirst(src, repl) {
		return this.replaceAllFunc(src, () => repl, 1);
	}
	replaceAllFunc(src, replFunc, maxReplaces) {
		let lastMatchEnd = 0;
		let searchPos = 0;
		let out = "";
		const input = MachineInput.fromUTF16(src);
		const lbState = this.createLookbehindState();
		let numReplaces = 0;
		while (searchPos <= src.length) {
			const a = this.executeEngine(input, searchPos, RE2Flags.UNANCHORED, 2, lbState);
			if (a === null || a.length === 0) break;
			out += src.substring(lastMatchEnd, a[0]);
			if (a[1] > lastMatchEnd || a[0] === 0) {
				out += replFunc(src.substring(a[0], a[1]));
				numReplaces++;
			}
			lastMatchEnd = a[1];
			const width = input.step(searchPos) & 7;
			if (searchPos + width > a[1]) searchPos += width;
			else if (searchPos + 1 > a[1]) searchPos++;
			else searchPos = a[1];
			if (numReplaces >= maxReplaces) break;
		}
		out += src.substring(lastMatchEnd);
		return out;
	}
	pad(a) {
		if (a === null) return null;
		let n = (1 + this.numSubexp) * 2;
		if (a.length < n) {
			let a2 = new Array(n).fill(-1);
			for (let i = 0; i < a.length; i++) a2[i] = a[i];
			a = a2;
		}
		return a;
	}
	allMatches(input, n, deliverFun = (v) => v) {
		let result = [];
		const end = input.endPos();
		if (n < 0) n = end + 1;
		let pos = 0;
		let i = 0;
		let prevMatchEnd = -1;
		const lbState = this.createLookbehindState();
		while (i < n && pos <= end) {
			const matches = this.executeEngine(input, pos, RE2Flags.UNANCHORED, this.prog.numCap, lbState);
			if (matches === null || matches.length === 0) break;
			let accept = true;
			if (matches[1] === pos) {
				if (matches[0] === prevMatchEnd) accept = false;
				const r = input.step(pos);
				if (r < 0) pos = end + 1;
				else pos += r & 7;
			} else pos = matches[1];
			prevMatchEnd = matches[1];
			if (accept) {
				result.push(deliverFun(this.pad(matches)));
				i++;
			}
		}
		return result;
	}
	findUTF8(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return b.slice(a[0], a[1]);
	}
	findUTF8Index(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return null;
		return a.slice(0, 2);
	}
	find(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
		if (a === null) return "";
		return s.substring(a[0], a[1]);
	}
	findIndex(s) {
		return this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, 2);
	}
	findUTF8Submatch(b) {
		const a = this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = b.slice(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	findUTF8SubmatchIndex(b) {
		return this.pad(this.executeEngine(MachineInput.fromUTF8(b), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	findSubmatch(s) {
		const a = this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap);
		if (a === null) return null;
		const ret = new Array(1 + this.numSubexp).fill(null);
		for (let i = 0; i < ret.length; i++) if (2 * i < a.length && a[2 * i] >= 0) ret[i] = s.substring(a[2 * i], a[2 * i + 1]);
		return ret;
	}
	findSubmatchIndex(s) {
		return this.pad(this.executeEngine(MachineInput.fromUTF16(s), 0, RE2Flags.UNANCHORED, this.prog.numCap));
	}
	findAllUTF8(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => b.slice(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	findAllUTF8Index(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	findAll(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => s.substring(match[0], match[1]));
		if (result.length === 0) return null;
		return result;
	}
	findAllIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => match.slice(0, 2));
		if (result.length === 0) return null;
		return result;
	}
	findAllUTF8Submatch(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = b.slice(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	findAllUTF8SubmatchIndex(b, n) {
		const result = this.allMatches(MachineInput.fromUTF8(b), n);
		if (result.length === 0) return null;
		return result;
	}
	findAllSubmatch(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n, (match) => {
			let slice = new Array(match.length / 2 | 0).fill(null);
			for (let j = 0; j < slice.length; j++) if (match[2 * j] >= 0) slice[j] = s.substring(match[2 * j], match[2 * j + 1]);
			return slice;
		});
		if (result.length === 0) return null;
		return result;
	}
	findAllSubmatchIndex(s, n) {
		const result = this.allMatches(MachineInput.fromUTF16(s), n);
		if (result.length === 0) return null;
		return result;
	}
};
var RE2Set = class RE2Set {
	static UNANCHORED = RE2Flags.UNANCHORED;
	static ANCHOR_START = RE2Flags.ANCHOR_START;
	static ANCHOR_BOTH = RE2Flags.ANCHOR_BOTH;
	constructor(anchor = RE2Set.UNANCHORED, flags = 0, maxMem = 8388608) {
		if (![
			RE2Set.UNANCHORED,
			RE2Set.ANCHOR_START,
			RE2Set.ANCHOR_BOTH
		].includes(anchor)) throw new RE2JSFlagsException("The anchor should be RE2Set.UNANCHORED, RE2Set.ANCHOR_START or RE2Set.ANCHOR_BOTH");
		Utils.checkFlags(flags);
		this.anchor = anchor;
		this.jsFlags = flags;
		this.maxMem = maxMem;
		let re2Flags = RE2Flags.PERL;
		if ((flags & PublicFlags.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & PublicFlags.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		this.re2Flags = re2Flags;
		this.regexps = [];
		this.prog = null;
		this.dfa = null;
		this.dummyRe2 = null;
	}
	add(pattern) {
		if (this.prog) throw new RE2JSCompileException("Cannot add patterns after compile");
		Utils.checkPattern(pattern);
		let fregex = pattern;
		if ((this.jsFlags & PublicFlags.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((this.jsFlags & PublicFlags.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((this.jsFlags & PublicFlags.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		const re = Parser.parse(fregex, this.re2Flags);
		this.regexps.push(Simplify.simplify(re));
		return this.regexps.length - 1;
	}
	compile() {
		if (this.prog) return;
		const prog = Compiler.compileSet(this.regexps);
		if (prog.numInst() > Parser.MAX_SIZE) throw new RE2JSCompileException(`${Parser.ERR_LARGE}: the set compiles to ${prog.numInst()} instructions, more than ${Parser.MAX_SIZE}`);
		this.prog = prog;
		this.dfa = new DFA(this.prog, this.maxMem);
		this.dummyRe2 = {
			prog: this.prog,
			cond: this.prog.startCond(),
			prefix: "",
			prefixRune: 0,
			longest: false
		};
	}
	match(input) {
		if (!this.prog) this.compile();
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		let internalAnchor = RE2Flags.UNANCHORED;
		if (this.anchor === RE2Set.ANCHOR_START) internalAnchor = RE2Flags.ANCHOR_START;
		else if (this.anchor === RE2Set.ANCHOR_BOTH) internalAnchor = RE2Flags.ANCHOR_BOTH;
		const dfaResult = this.dfa.matchSet(machineInput, 0, internalAnchor);
		if (dfaResult !== null) return dfaResult;
		const machine = Machine.fromRE2(this.dummyRe2);
		machine.init(0);
		return machine.matchSet(machineInput, 0, internalAnchor);
	}
};
var TranslateRegExpString = class TranslateRegExpString {
	static isHexadecimal(ch) {
		return "0" <= ch && ch <= "9" || "A" <= ch && ch <= "F" || "a" <= ch && ch <= "f";
	}
	static translate(data) {
		let prefixFlags = "";
		if (Object.prototype.toString.call(data) === "[object RegExp]") {
			if (data.ignoreCase) prefixFlags += "i";
			if (data.multiline) prefixFlags += "m";
			if (data.dotAll) prefixFlags += "s";
			data = data.source;
		}
		if (typeof data !== "string") return data;
		let result = "";
		let changed = false;
		let size = data.length;
		if (size === 0) {
			result = "(?:)";
			changed = true;
		}
		let inCharClass = false;
		let i = 0;
		while (i < size) {
			let ch = data[i];
			if (ch === "\\") {
				if (i + 1 < size) {
					ch = data[i + 1];
					switch (ch) {
						case "\\":
							result += "\\\\";
							i += 2;
							continue;
						case "c":
							if (i + 2 < size) {
								let code = data[i + 2].charCodeAt(0);
								if (code >= 65 && code <= 90 || code >= 97 && code <= 122) {
									let val = code % 32;
									result += "\\x";
									result += (val >> 4).toString(16).toUpperCase();
									result += (val & 15).toString(16).toUpperCase();
									i += 3;
									changed = true;
									continue;
								}
							}
							result += "c";
							i += 2;
							changed = true;
							continue;
						case "u":
							if (i + 2 < size) {
								if (data[i + 2] === "{") {
									let j = i + 3;
									let hasHex = false;
									let closed = false;
									while (j < size) {
										const hexChar = data[j];
										if (hexChar === "}") {
											closed = true;
											break;
										}
										if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
										hasHex = true;
										j++;
									}
									if (closed && hasHex) {
										result += "\\x";
										i += 2;
										changed = true;
										continue;
									}
								} else if (i + 5 < size) {
									let isHex4 = true;
									for (let j = 0; j < 4; j++) if (!TranslateRegExpString.isHexadecimal(data[i + 2 + j])) {
										isHex4 = false;
										break;
									}
									if (isHex4) {
										result += "\\x{" + data.substring(i + 2, i + 6) + "}";
										i += 6;
										changed = true;
										continue;
									}
								}
							}
							result += "u";
							i += 2;
							changed = true;
							continue;
						case "x": {
							let isValidHex = false;
							if (i + 2 < size && data[i + 2] === "{") {
								let j = i + 3;
								let hasHex = false;
								let closed = false;
								while (j < size) {
									const hexChar = data[j];
									if (hexChar === "}") {
										closed = true;
										break;
									}
									if (!TranslateRegExpString.isHexadecimal(hexChar)) break;
									hasHex = true;
									j++;
								}
								if (closed && hasHex) isValidHex = true;
							} else if (i + 3 < size && TranslateRegExpString.isHexadecimal(data[i + 2]) && TranslateRegExpString.isHexadecimal(data[i + 3])) isValidHex = true;
							if (isValidHex) {
								result += "\\x";
								i += 2;
							} else {
								result += "x";
								i += 2;
								changed = true;
							}
							continue;
						}
						case "n":
						case "r":
						case "t":
						case "a":
						case "f":
						case "v":
						case "d":
						case "D":
						case "s":
						case "S":
						case "w":
						case "W":
						case "b":
						case "B":
						case "p":
						case "P":
						case "A":
						case "z":
						case "Q":
						case "E":
						case "0":
						case "1":
						case "2":
						case "3":
						case "4":
						case "5":
						case "6":
						case "7":
							result += "\\" + ch;
							i += 2;
							continue;
						default: {
							let cp = data.codePointAt(i + 1);
							if (cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122) {
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
								changed = true;
							} else {
								result += "\\";
								let symSize = Utils.charCount(cp);
								result += data.substring(i + 1, i + 1 + symSize);
								i += symSize + 1;
							}
							continue;
						}
					}
				}
			} else if (ch === "/") {
				result += "\\/";
				i += 1;
				changed = true;
				continue;
			} else if (ch === "[") {
				if (!inCharClass && data[i + 1] === "]") {
					result += "[^\\x00-\\x{10FFFF}]";
					i += 2;
					changed = true;
					continue;
				}
				if (!inCharClass && data[i + 1] === "^" && data[i + 2] === "]") {
					result += "[\\x00-\\x{10FFFF}]";
					i += 3;
					changed = true;
					continue;
				}
				inCharClass = true;
			} else if (ch === "]") inCharClass = false;
			else if (!inCharClass && ch === "(" && i + 2 < size && data[i + 1] === "?" && data[i + 2] === "<") {
				if (i + 3 < size && !"=!>)".includes(data[i + 3])) {
					result += "(?P<";
					i += 3;
					changed = true;
					continue;
				}
			}
			let cp = data.codePointAt(i);
			let symSize = Utils.charCount(cp);
			result += data.substring(i, i + symSize);
			i += symSize;
		}
		const finalResult = changed ? result : data;
		if (prefixFlags.length > 0) return `(?${prefixFlags})${finalResult}`;
		return finalResult;
	}
};
const execResult = (m, input) => {
	const result = m.matchArray();
	result.index = m.start(0);
	result.input = input;
	result.groups = m.namedGroupsObject();
	return result;
};
var RE2JS = class RE2JS {
	static CASE_INSENSITIVE = PublicFlags.CASE_INSENSITIVE;
	static DOTALL = PublicFlags.DOTALL;
	static MULTILINE = PublicFlags.MULTILINE;
	static DISABLE_UNICODE_GROUPS = PublicFlags.DISABLE_UNICODE_GROUPS;
	static LONGEST_MATCH = PublicFlags.LONGEST_MATCH;
	static LOOKBEHINDS = PublicFlags.LOOKBEHINDS;
	static quote(str) {
		return Utils.quoteMeta(str);
	}
	static quoteReplacement(str, javaMode = false) {
		return Matcher.quoteReplacement(str, javaMode);
	}
	static translateRegExp(expr) {
		return TranslateRegExpString.translate(expr);
	}
	static compile(regex, flags = 0) {
		Utils.checkPattern(regex);
		Utils.checkFlags(flags);
		let fregex = regex;
		if ((flags & RE2JS.CASE_INSENSITIVE) !== 0) fregex = `(?i)${fregex}`;
		if ((flags & RE2JS.DOTALL) !== 0) fregex = `(?s)${fregex}`;
		if ((flags & RE2JS.MULTILINE) !== 0) fregex = `(?m)${fregex}`;
		let re2Flags = RE2Flags.PERL;
		if ((flags & RE2JS.DISABLE_UNICODE_GROUPS) !== 0) re2Flags &= ~RE2Flags.UNICODE_GROUPS;
		if ((flags & RE2JS.LOOKBEHINDS) !== 0) re2Flags |= RE2Flags.LOOKBEHIND;
		const p = new RE2JS(regex, flags);
		p.re2Input = RE2.compileImpl(fregex, re2Flags, (flags & RE2JS.LONGEST_MATCH) !== 0);
		return p;
	}
	static matches(regex, input) {
		return RE2JS.compile(regex).testExact(input);
	}
	static initTest(pattern, flags, re2) {
		if (pattern == null) throw new Error("pattern is null");
		if (re2 == null) throw new Error("re2 is null");
		const p = new RE2JS(pattern, flags);
		p.re2Input = re2;
		return p;
	}
	constructor(pattern, flags) {
		this.patternInput = pattern;
		this.flagsInput = flags;
		this.re2Input = null;
	}
	reset() {
		this.re2Input.reset();
	}
	flags() {
		return this.flagsInput;
	}
	pattern() {
		return this.patternInput;
	}
	re2() {
		return this.re2Input;
	}
	matches(input) {
		return this.testExact(input);
	}
	matcher(input) {
		if (Utils.isByteArray(input)) input = MatcherInput.utf8(input);
		return new Matcher(this, input);
	}
	test(input) {
		if (Utils.isByteArray(input)) return this.re2Input.matchUTF8(input);
		return this.re2Input.match(input);
	}
	testExact(input) {
		const machineInput = Utils.isByteArray(input) ? MachineInput.fromUTF8(input) : MachineInput.fromUTF16(input);
		return this.re2Input.executeEngine(machineInput, 0, RE2Flags.ANCHOR_BOTH, 0) !== null;
	}
	exec(input) {
		const m = this.matcher(input);
		return m.find() ? execResult(m, input) : null;
	}
	split(input, limit = 0) {
		const m = this.matcher(input);
		const result = [];
		let emptiesSkipped = 0;
		let last = 0;
		while (m.find()) {
			if (last === 0 && m.end() === 0) {
				last = m.end();
				continue;
			}
			if (limit > 0 && result.length === limit - 1) break;
			if (last === m.start()) {
				if (limit === 0) {
					emptiesSkipped += 1;
					last = m.end();
					continue;
				}
			} else while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.start()));
			last = m.end();
		}
		if (limit === 0 && last !== m.inputLength()) {
			while (emptiesSkipped > 0) {
				result.push("");
				emptiesSkipped -= 1;
			}
			result.push(m.substring(last, m.inputLength()));
		}
		if (limit !== 0 || result.length === 0 && !(last === m.inputLength() && last > 0)) result.push(m.substring(last, m.inputLength()));
		return result;
	}
	*matchAll(input) {
		const m = this.matcher(input);
		while (m.find()) yield execResult(m, input);
	}
	toString() {
		return this.patternInput;
	}
	programSize() {
		return this.re2Input.numberOfInstructions();
	}
	groupCount() {
		return this.re2Input.numberOfCapturingGroups();
	}
	namedGroups() {
		return this.re2Input.namedGroups;
	}
	equals(other) {
		if (this === other) return true;
		if (other === null || this.constructor !== other.constructor) return false;
		return this.flagsInput === other.flagsInput && this.patternInput === other.patternInput;
	}
};

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
			...refused$2({
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
		...refused$2({
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
		if (length > 5242880) return refused$2(tooMuch(change.path), "/replacement");
		replacements.push(replacement);
		from = end;
	}
}
function searchSteps(size, characters) {
	return size * (characters + 1) + 50;
}
function tooCostly(path) {
	return refused$2({
		code: "too_large",
		message: `The expression takes too much work in a file as large as ${path}, with those before it. Send edits, or a simpler expression without * and +.`,
		path
	});
}
function refused$2(refusal, pointer = "/pattern") {
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
	return refused$1(nothingFound(text, change, effort));
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
	if (!template.ok) return refused$1({
		code: "bad_pattern",
		path,
		message: `The replacement ${template.problem}. Correct it.`
	}, "/replacement");
	const starts = matches.map(({ start }) => start);
	if (count !== "all" && starts.length !== count) {
		const positions = linesAt(text, starts);
		const scene = sceneOf({
			path,
			lines: () => cutLines$1(text),
			effort
		});
		return refused$1(diagnoseEdit({
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
	return refused$1(twoReadings(path, {
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
		lines: () => cutLines$1(text),
		effort
	}));
	return {
		code: "not_found",
		path,
		message: `The expression matches nothing in ${path}. Correct it, or send an edit with the literal text.`
	};
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

// src/apply/shown-code.ts
function shownCodeRefusal(operation, before) {
	if (!isCode(operation.path)) return null;
	switch (operation.action) {
		case "write": {
			const { content, encoding } = operation.write;
			return encoding === "base64" ? null : wholeRefusal(operation.path, linesOf$1(content), before);
		}
		case "create": return wholeRefusal(operation.path, operation.lines, void 0, operation.hunk);
		case "edit": {
			const { find, replace } = operation.edit;
			const added = linesOf$1(replace);
			const refusal = partRefusal(operation.path, {
				old: linesOf$1(find),
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
	if (what === null || before !== void 0 && shownAs(linesOf$1(before)) === what) return null;
	return refusalOf$1(path, what, hunk);
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
	if (filled.length < FEWEST$1 || !countsUp(filled) || old.some((line) => NUMBER$1.test(line))) return null;
	return /^1\s*[|│]/.test(filled[0]?.trim() ?? "") ? null : refusalOf$1(path, "with line numbers", hunk);
}
function countsUp(lines) {
	const first = numberOf$1(lines[0] ?? "");
	return first !== null && lines.every((line, at) => numberOf$1(line) === first + at);
}
function numberOf$1(line) {
	const number = NUMBER$1.exec(line)?.[1];
	return number === void 0 ? null : Number(number);
}
const NUMBER$1 = /^ {0,8}(\d{1,7})(?: ?[|│]|→|\t)/;
function refusalOf$1(path, what, hunk) {
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
	if (text.length > MAX_CHARACTERS$4) return false;
	return /^[\p{L}\s,]+(?:\.{3}|…)$/u.test(text.trim()) || saysAsItWas(text);
}
const MAX_CHARACTERS$4 = 200;

// src/patch/elision/inline-elision.ts
function inlineElision(line, facts) {
	const text = line.trim();
	if (text.length > MAX_CHARACTERS$3 || COMMENT$1.test(text)) return null;
	const judged = [...[...blockComments(text), ...lineComments(text, closesBelow(line, facts.next))].map((mark) => judgeComment(mark, facts)), ...bareDots(text, closesBelow(line, facts.next)).map((mark) => judgeDots(mark, facts))];
	return judged.find((one) => one === "said") ?? judged.find((one) => one !== null) ?? null;
}
const MAX_CHARACTERS$3 = 400;
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
		return opens(code) && WORDS$1.test(text) ? [{
			code,
			text,
			fills: tail !== "" || closes
		}] : [];
	});
}
const WORDS$1 = /^[\p{L}\p{M}\p{N}\s.…'’-]+$/u;
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
	return CLOSING$1.exec(line.slice(Math.max(0, end - MAX_CLOSING), end))?.[0].length ?? 0;
}
const CLOSERS = " 	)}];,";
const CLOSING$1 = /(?<![\w.])(?:end|fi|done)$/;
const MAX_CLOSING = 5;

// src/patch/elision/stand-in.ts
function isStandIn(content) {
	const text = content.trim();
	if (text.length > MAX_CHARACTERS$2 || text.includes("\n")) return false;
	if (/^(?:\.{3,}|…+)$/.test(text)) return true;
	const words = text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();
	if (AS_BEFORE.test(words)) return true;
	return CONTENT.test(words) && (MARKED$1.test(text) || words.endsWith(" here"));
}
const MAX_CHARACTERS$2 = 120;
const AS_BEFORE = /^(?:same as (?:before|above|original)|(?:left )?unchanged|no changes?|as (?:is|before))$/;
const CONTENT = new RegExp(`^(?:(?:the|this|that|your|our|all|full|complete|entire|whole|new|updated|modified|final|existing|original|actual|current|previous|remaining|rest|of|paste|insert|put|add|file|source) ){0,8}(?:file|code|source|contents?|implementation)(?: (?:of|the|this|file|code|goes|go|here|above|below|as|before|unchanged|is|was|to|be|inserted|added)){0,8}$`);
const MARKED$1 = /^(?:\/\/|\/\*|<!--|#|--|;|%|\.{3}|…)|^[<{[(].*[>}\])]$/;

// src/patch/elision/rest-words-elsewhere.ts
function restWordsElsewhere(words, names) {
	const { parts, others } = SPACELESS.test(words) ? partsOf$1(words) : {
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
function partsOf$1(words) {
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
	if (tokens.length < 2 || tokens.length > MAX_WORDS$3) return null;
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
const MAX_WORDS$3 = 16;
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
const REST = wordsOf$3("rest remaining remainder other others everything existing original originals previous prior current below above");
const THINGS = wordsOf$3([
	"code codebase file files source module modules script scripts program implementation implementations logic body bodies",
	"content contents lines section sections part parts block blocks chunk snippet document page template markup text",
	"class classes method methods function functions func funcs def defs procedure procedures routine routines constructor",
	"import imports export exports handler handlers route routes endpoint endpoints helper helpers utility utilities getters",
	"setters accessors functionality behavior behaviour hooks listeners callbacks tests cases members fields properties attributes declarations definitions",
	"statements components elements styles rules selectors types interfaces enums structs traits impls constants variables",
	"stuff things everything else entries config configuration settings features"
].join(" "));
const AROUND = wordsOf$3([
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
function wordsOf$3(text) {
	return new Set(text.split(" "));
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
		spans: changedSpans$1(before, after)
	};
}
function changedSpans$1(before, after) {
	const gap = trimmed(before, after, {
		start: 0,
		end: before.length,
		newStart: 0,
		newEnd: after.length
	});
	if (gap === null) return [];
	const lines = gap.end - gap.start + gap.newEnd - gap.newStart;
	return joinTouching(smallestSpans(before, after, gap, Math.min(MAX_EDITS$1, Math.ceil(MAX_STEPS / lines))) ?? spansBetweenAnchors(before, after, gap));
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
const MAX_EDITS$1 = 1e3;
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
	return compareLines(before, after).spans;
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
	const names = new Set(gone.flatMap((line) => wordsOf$5(line).split(" ")));
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
	const lines = linesOf$1(write.content);
	const old = before === void 0 ? [] : linesOf$1(before);
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
	const found = linesOf$1(edit.find);
	const replace = linesOf$1(edit.replace);
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
	return (operation.action === "edit" ? [[linesOf$1(operation.edit.find), linesOf$1(operation.edit.replace)]] : "hunks" in operation && operation.action !== "delete" ? operation.hunks.map((hunk) => [oldSide(hunk), newSide(hunk)]) : []).flatMap(([old, now]) => restRemarks(old, now, { isProse: isProse(path) }).map(({ line, gone }) => `A remark in ${path} takes the place of ${gone} lines, which may have been meant to stay: ${JSON.stringify(line.trim())}`));
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
	if (kept * 2 < before.length) return partial$1(path, `keeps ${kept} of the ${before.length} lines there that are more than brackets`, before.length);
	const rest = lines.slice(sureLines ?? lines.length).filter(isFilled);
	const known = new Set(linesIn(old).map((line) => line.trim()));
	if (marksChanges(lines, known)) return partial$1(path, "has lines of the file behind a -, and others behind a +, as an edit has", before.length);
	if (rest.filter((line) => known.has(line.trim())).length * 2 < rest.length) return partial$1(path, "may end at a code block inside of it, and what follows is not in the file", before.length);
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
function partial$1(path, why, lines) {
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
		case "delete": return remove$1(operation, step, context);
		case "rename":
		case "copy": return transfer(operation, step, context);
		case "write": return write$1(operation, context);
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
function remove$1(operation, step, context) {
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
function write$1(operation, { workspace }) {
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
	const whole = wholeFile(operation, before && bytesOf$1(before.content));
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
		lines: () => cutLines$1(text()),
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

// src/patch/formats/apply-patch-header.ts
function sectionHeader(line, margin = "") {
	const mark = (line.startsWith(`${margin}***`) ? line.slice(margin.length) : line).trimEnd();
	if (!mark.startsWith("***")) return null;
	if (BEGIN.test(mark)) return { kind: "begin" };
	if (END$1.test(mark)) return { kind: "end" };
	const move = MOVE.exec(line);
	if (move !== null) return {
		kind: "move",
		path: bare(move[1] ?? "")
	};
	const file = FILE.exec(line);
	const action = ACTIONS[(file?.[1] ?? "").toLowerCase()];
	if (action === void 0) return null;
	const path = bare(file?.[2] ?? "");
	const [from, to] = action === "update" ? endsOfMove(path) : [path];
	return {
		kind: "file",
		action,
		path: from.trim(),
		...to === void 0 ? {} : { to: to.trim() }
	};
}
function endsOfMove(path) {
	const at = path.indexOf(" -> ");
	return at === -1 ? [path] : [path.slice(0, at), path.slice(at + 4)];
}
function isEndOfFile(line) {
	return /^\*\*\* ?End of File(?: ?\*\*\*)?$/i.test(line.trimEnd());
}
function marginOf(line) {
	return MARGIN.exec(line)?.[0] ?? "";
}
const MARGIN = /^[ \t]+(?=\*\*\* ?Begin Patch\b)/i;
const BEGIN = /^\*\*\* ?Begin Patch(?: ?\*\*\*)?$/i;
const END$1 = /^\*\*\* ?End Patch(?: ?\*\*\*)?$/i;
const MOVE = /^\*\*\* ?(?:Move|Rename)(?:d)? to ?: ?(.+)$/i;
const FILE = /^\*\*\* ?(Add|Create|New|Update|Modify|Edit|Change|Move|Rename|Delete|Remove) File ?: ?(.+)$/i;
const ACTIONS = {
	add: "add",
	create: "add",
	new: "add",
	update: "update",
	modify: "update",
	edit: "update",
	change: "update",
	move: "update",
	rename: "update",
	delete: "delete",
	remove: "delete"
};
function bare(text) {
	const path = text.trim().slice(0, 2 * MAX_PATH_BYTES);
	const open = path.endsWith(" ***") ? path.slice(0, -4).trimEnd() : path;
	const [quote] = open;
	return open.length > 2 && (quote === "`" || quote === "\"" || quote === "'") && open.endsWith(quote) ? open.slice(1, -1) : open;
}

// src/patch/formats/block-markers.ts
function blockMarker(line) {
	const first = line.charAt(0);
	if (first === "" || !"<>=-+".includes(first)) return null;
	const match = MARKER.exec(line.trimEnd());
	if (match === null) return null;
	const [, search, divider, replace, rest = ""] = match;
	return {
		role: search === void 0 ? divider === void 0 ? "replace" : "divider" : "search",
		length: (search ?? divider ?? replace ?? "").length,
		rest: rest.trim()
	};
}
const MARKER = /^(?:(<{5,9}|-{5,9}) ?(?:SEARCH|ORIGINAL)\b>?|(={5,9})$|(>{5,9}|\+{5,9}) ?(?:REPLACE|UPDATED)\b>?)(.{0,1024})$/;
function withoutEscape(line) {
	return line.startsWith("\\") && ESCAPED.test(line) ? line.slice(1) : line;
}
const ESCAPED = /^\\(?:<{5,9}|>{5,9}|={5,9}|-{5,9}|\+{5,9}|:(?:start|end)_line:)/;

// src/patch/formats/file-name.ts
function headerName(text) {
	if (text.startsWith("\"")) return unquote(text)?.name ?? null;
	const [name = ""] = text.split("	");
	return name.trimEnd() === "" ? null : name;
}
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
function plainName(text) {
	return (text.startsWith("\"") ? unquote(text)?.name : void 0) ?? text;
}
function hasPrefixes(oldName, newName) {
	return oldName.startsWith("a/") && newName.startsWith("b/");
}
function samePath(left, right) {
	return left === right || hasPrefixes(left, right) && left.slice(2) === right.slice(2);
}
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

// src/patch/formats/path-word.ts
function pathInWord(word) {
	if (attributeIn(word) !== null) return pathInAttribute(word);
	const path = withoutMarks$1(word);
	return isPlainPath(path) ? path : null;
}
function pathInAttribute(word) {
	const attribute = attributeIn(word);
	if (attribute === null || !namesFile$2(attribute) || /\s/.test(attribute.value)) return null;
	return isPlainPath(attribute.value) ? attribute.value : null;
}
function attributeIn(word) {
	const at = word.indexOf("=");
	const before = word.slice(0, Math.max(0, at));
	if (before === "" || /[/\\]/.test(before)) return null;
	return {
		name: before.slice(before.lastIndexOf(":") + 1).replace(/^-{1,2}/, "").toLowerCase(),
		value: withoutMarks$1(word.slice(at + 1).replace(/^["'{]|["'}]$/g, ""))
	};
}
function namesFile$2({ name }) {
	return NAMES.has(name.replaceAll(/[_-]/g, ""));
}
const NAMES = /* @__PURE__ */ new Set([
	"title",
	"file",
	"filename",
	"filepath",
	"path",
	"name",
	"label",
	"caption",
	"source",
	"src",
	"target",
	"targetfile",
	"targetpath"
]);
function isPlainPath(text) {
	if (!/^[\p{L}\p{N}._/\\@([{+$~]/u.test(text) || /["'*,;]$/.test(text)) return false;
	if (/["<>|*?`]/.test(text) || text.includes("](") || attributeIn(text) !== null) return false;
	if (isMention(text)) return false;
	return !(/^[([{]/.test(text) && /[)\]}]$/.test(text)) && hasPairs(text);
}
function isMention(text) {
	const [first = "", ...rest] = text.split("/");
	return first.startsWith("@") && (rest.length === 0 || USUAL.has(first.slice(1).toLowerCase()));
}
const USUAL = new Set(". .. app apps bin client cmd config docs examples internal lib libs packages public scripts server source src test tests web".split(" ").concat(""));
function hasPairs(text) {
	const open = [];
	for (const character of text) {
		const closing = BRACKETS.get(character);
		if (closing !== void 0) open.push(closing);
		else if (/[)\]}]/.test(character) && open.pop() !== character) return false;
	}
	return open.length === 0;
}
const BRACKETS = /* @__PURE__ */ new Map([
	["(", ")"],
	["[", "]"],
	["{", "}"]
]);
function withoutMarks$1(word) {
	let text = word;
	for (let [before, round] = ["", 0]; before !== text && round < MOST_MARKS$1; round += 1) {
		before = text;
		if (/[^,;][,;]$/.test(text)) text = text.slice(0, -1);
		for (const [open, close] of MARKS$2) {
			const inside = text.slice(open.length, -close.length);
			if (text.startsWith(open) && text.endsWith(close) && inside !== "" && !(isBracket(open) && /[()[\]{}]/.test(inside)) && !isOwn(open, inside)) text = inside;
		}
	}
	return text;
}
const MOST_MARKS$1 = 4;
const MARKS$2 = [
	["[", "]"],
	["(", ")"],
	["{", "}"],
	["<", ">"],
	["**", "**"],
	["__", "__"],
	["*", "*"],
	["_", "_"],
	["\"", "\""],
	["'", "'"],
	["`", "`"]
];
function isBracket(mark) {
	return BRACKETS.has(mark);
}
function isOwn(mark, inside) {
	return (mark.startsWith("_") || isBracket(mark)) && !/[./]/.test(inside);
}

// src/patch/formats/words.ts
function readsLikeWords(text) {
	const last = text.slice(text.lastIndexOf("/") + 1);
	if (text.endsWith(".") || /[`*]/.test(text) || MARKS$1.test(text)) return true;
	if (LETTER.test(text)) return JOINED.test(text) || !EXTENSION$1.test(last);
	return CAPITALISED.test(text);
}
const LETTERS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
const LETTER = new RegExp(`[${LETTERS}]`, "u");
const JOINED = new RegExp(`^[^/]*[${LETTERS}][A-Za-z_@][\\w.-]*(?:/|\\.[A-Za-z]\\w{0,9}$)|\\.[A-Za-z]\\w{0,9}[${LETTERS}]`, "u");
const EXTENSION$1 = /[^.]\.[A-Za-z]\w{0,9}$/;
const MARKS$1 = /[\u3001\u3002\u3008-\u3011\u2026\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f]/;
const CAPITALISED = /^\p{Lu}\p{Ll}+(?:\/\p{Lu}?\p{Ll}+)*$/u;
function isSentence(line) {
	if (MARKS$1.test(line)) return true;
	const text = line.trimEnd().slice(0, MOST_CHARACTERS$6).replaceAll(/`[^`]*`/g, "x").replace(/^[*_"'(]{1,3}/, "");
	if (/[;{}=<>[\]$\\]/.test(text)) return false;
	if (/^\p{Lu}\p{Ll}*[^.]*[.!?]$/u.test(text)) return true;
	if (text.split(/\s+/).length < LEAST_WORDS$2) return false;
	return /^\p{Lu}[\p{Ll}'’]*,?\s/u.test(text) || /^\p{Ll}/u.test(text) && /[.!?]$/.test(text);
}
const LEAST_WORDS$2 = 3;
const MOST_CHARACTERS$6 = 1024;

// src/patch/formats/path-line.ts
function pathOn(line) {
	const path = nameOn$2(line);
	return path === null ? null : withoutPlace(path);
}
function nameOn$2(line) {
	if (line.length > 1024) return null;
	const tagged = taggedPath(line);
	if (tagged !== null) return tagged;
	const label = labelOn(line);
	const { text: bare, quote } = stripped(label === null ? line : line.trim().slice(label.length));
	if (bare.includes("://") || !mayBeginPath(bare)) return quotedPath(line);
	if (quote === "" && label === null && isWords$1(bare)) return quotedPath(line);
	if (!/\s/.test(bare)) return bare.endsWith(":") || /^[-.,!?]+$/.test(bare) ? null : wordOn(bare);
	return quotedPath(line) ?? (isSpacedPath(bare, label !== null) ? bare : null);
}
function wordOn(word) {
	const named = pathInAttribute(word);
	return named !== null && looksLikePath(named) ? named : word;
}
function withoutPlace(name) {
	const at = name.slice(-MOST_OF_PLACE).search(PLACE);
	return at === -1 ? name : name.slice(0, Math.max(0, name.length - MOST_OF_PLACE) + at);
}
const MOST_OF_PLACE = 60;
const PLACE = /(?<=[\w.)\]])(?::\d{1,7}(?:[:-]\d{1,7})?|#L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?| ?[([](?:lines?|L) ?\d{1,7}(?: ?(?:-|–|to) ?L?\d{1,7})?[)\]])$/i;
function isWords$1(text) {
	return !/\s/.test(text) && !isKnownName(text.slice(text.lastIndexOf("/") + 1)) && readsLikeWords(text);
}
function taggedPath(line) {
	const path = TAGGED.exec(line.trim())?.[2]?.trim() ?? "";
	return path === "" ? null : path;
}
const TAGGED = /^<(path|file|file_?path|file_?name|target_?file)>([^<>]+)<\/\1>$/i;
function isTagLine(line) {
	return /^<\/?[a-z_]{1,40}>$/i.test(line.trim());
}
function looksLikePath(text) {
	return /[./]/.test(text) && !text.endsWith(".") && !/^\w+:\/\//.test(text);
}
function fullPath(name, given) {
	const path = (name.startsWith("./") ? name.slice(2) : name).slice(0, MAX_PATH_BYTES + 1);
	return given?.endsWith(`/${path}`) === true ? given : path;
}
function mayBeOneFile(one, other) {
	return `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}
function withoutSide(name) {
	return name.replace(/^(?:[abciow]|old|new|orig|original|modified)\//, "");
}
function isKnownName(name) {
	return /^(?:(?!Profile$)[A-Z][a-z]+file|LICENSE|README|CHANGELOG|CODEOWNERS)$/.test(name);
}
function mayBeginPath(text) {
	return /^[\p{L}\p{N}._/\\@(["'`-]/u.test(text);
}
function labelOn(line) {
	return LABEL.exec(line.trim())?.[0] ?? null;
}
const LABEL = /^[#>*\s]{0,8}(?:file(?: ?(?:name|path))?|path|in|edit|update|modify|create)\s?:\*{0,2}\s/i;
function stripped(line) {
	let text = line.trim().replace(LIST_MARKS, "").trim();
	text = text.replace(/\s\((?:new(?: file)?|modified|updated|edited|created)\)$/i, "").trim();
	let quote = "";
	for (let [before, round] = ["", 0]; before !== text && round < MOST_MARKS; round += 1) {
		before = text;
		if (text.endsWith(":")) text = text.slice(0, -1);
		for (const mark of [
			"**",
			"`",
			"\"",
			"'"
		]) if (text.length > 2 * mark.length && text.startsWith(mark) && text.endsWith(mark)) {
			text = text.slice(mark.length, -mark.length);
			if (mark.length === 1) quote = mark;
		}
	}
	return {
		text: text.trim(),
		quote
	};
}
const MOST_MARKS = 6;
const LIST_MARKS = /^(?:(?:#{1,6}|\/\/|[-*]|\d{1,3}[.)])\s+){0,3}/;
function quotedPath(line) {
	const names = line.split("`").filter((part, index) => index % 2 === 1 && !/\s/.test(part) && looksLikePath(part));
	return names.length === 1 ? names[0] ?? null : null;
}
function isSpacedPath(text, labelled) {
	const words = text.split(/\s+/).length;
	return (/[^\s.]\.\w{1,8}$/.test(text) || text.includes("/")) && (labelled || words <= MAX_WORDS$2) && !/[,;!?]|:\s|\.\s/.test(text);
}
const MAX_WORDS$2 = 3;

// src/patch/formats/file-title.ts
function fileTitle(line) {
	if (line.length > 1024) return null;
	const path = taggedPath(line) ?? labelled(line) ?? pathAlone(line);
	if (path !== null) return withoutPlace(path) === path ? {
		path,
		isAlone: true
	} : null;
	const worded = pathInWords(line);
	return worded === null ? null : {
		path: worded,
		isAlone: false
	};
}
function isTitleLine(line) {
	const { text } = stripped(line);
	return fileTitle(line)?.isAlone === true || !/\s/.test(text) && pathOn(line) === text;
}
function readsLikeSentence(line, path) {
	if (fileTitle(line) !== null) return false;
	if (!isPlainPath(path)) return true;
	if (quotedPath(line) === path) return false;
	return /\s/.test(path) || line.trim().endsWith(":") || isBareWord(line, path);
}
function isBareWord(line, path) {
	const isMarked = stripped(line).quote !== "" || /file|path/i.test(labelOn(line) ?? "");
	return !/[./]/.test(path) && !isKnownName(path) && !isMarked;
}
function isFileName(name) {
	if (!isPlainPath(name)) return false;
	const last = name.slice(name.lastIndexOf("/") + 1);
	if (isKnownName(last) || /^\.[\p{L}\p{N}_]/u.test(last)) return true;
	return !name.includes("://") && mayBeginPath(name) && EXTENSION.test(last);
}
const EXTENSION = /[^.]\.\p{L}[\p{L}\p{N}_-]{0,15}$/u;
function labelled(line) {
	const label = labelOn(line);
	if (label === null) return null;
	const { text } = stripped(line.trim().slice(label.length));
	if (!/\s/.test(text)) return isPathInQuotes(text) ? text : null;
	return /file|path/i.test(label) && isSpacedName(text) ? text : null;
}
function pathAlone(line) {
	const { text: written, quote } = stripped(line);
	const text = pathInAttribute(written) ?? written;
	if (/\s/.test(text)) return (quote === "\"" || quote === "'") && isSpacedName(text) ? text : null;
	if (quote !== "") return isPathInQuotes(text) ? text : null;
	return isFileName(text) && !isWords$1(text) ? text : null;
}
function isPathInQuotes(text) {
	const isInFolder = text.includes("/") && looksLikePath(text) && isPlainPath(text);
	return isFileName(text) || isInFolder && /^[\p{L}\p{N}._]/u.test(text);
}
function isSpacedName(text) {
	return isFileName(text) && !/[,;!?]|:\s|\.\s/.test(text);
}
function pathInWords(line) {
	const path = quotedPath(line);
	if (path === null || !isPathInQuotes(path) || withoutPlace(path) !== path) return null;
	const words = line.replace(`\`${path}\``, " ").toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
	return words.every((word) => FILE_WORDS.has(word) || /^\d{1,3}$/.test(word)) && !isPart(words) ? path : null;
}
function isPart(words) {
	const hasAny = (some) => some.some((word) => words.includes(word));
	return words.includes("to") && !hasAny([
		"new",
		"write",
		"save",
		"create"
	]);
}
const FILE_WORDS = new Set([
	"a an the this is it its it's here here's heres below following be looks like now step",
	"file files path name named filename called content contents code source script module version",
	"new updated corrected fixed revised full fully complete completed entire whole final",
	"create add write save put make update modify edit change replace overwrite rewrite",
	"to for of with as and then please should must"
].join(" ").split(" "));

// src/patch/formats/hunk-header.ts
function isHunkHeader(line) {
	return line?.startsWith("@@") === true && !line.startsWith("@@@");
}
function parseHunkHeader(line) {
	const range = RANGE.exec(line);
	if (range === null) return anchorOf(withoutEnd(line.slice(2).replace(NO_RANGE, "")));
	const [, oldStart, oldCount, newStart, newCount, heading = ""] = range;
	return {
		oldStart: Number(oldStart),
		...newStart === void 0 ? {} : {
			oldCount: Number(oldCount ?? 1),
			newStart: Number(newStart),
			newCount: Number(newCount ?? 1)
		},
		...anchorOf(heading)
	};
}
function countsOn(before, next) {
	const [old, now] = [startsOf(before), startsOf(next)];
	if (old === null || now === null) return false;
	const grown = (before.newCount ?? 0) - (before.oldCount ?? 0);
	return now.old >= old.old + (before.oldCount ?? 0) && now.now - now.old === old.now - old.old + grown;
}
function startsOf(header) {
	const { oldStart, oldCount, newStart, newCount } = header;
	if (oldStart === void 0 || newStart === void 0) return null;
	return {
		old: oldStart + (oldCount === 0 ? 1 : 0),
		now: newStart + (newCount === 0 ? 1 : 0)
	};
}
function lineHintOf({ oldStart, oldCount }) {
	if (oldStart === void 0) return void 0;
	const line = oldCount === 0 ? oldStart + 1 : oldStart;
	return line > 0 ? line : void 0;
}
const RANGE = /^@@ ?-(\d{1,9})(?:,(\d{1,9}))?(?: \+(\d{1,9})(?:,(\d{1,9}))?)?(?: ?@@(.*)| {0,9})$/;
const NO_RANGE = /^[\s\d.,?…+-]{0,40}@@/;
function withoutEnd(text) {
	const trimmed = text.trim();
	return trimmed.endsWith("@@") ? trimmed.slice(0, -2) : trimmed;
}
function anchorOf(text) {
	const anchor = text.trim();
	return /[\p{L}_]/u.test(anchor) ? { anchor } : {};
}

// src/patch/formats/fence-info.ts
function fileInInfo(info) {
	const words = wordsIn(info);
	const names = words.flatMap((word) => pathInAttribute(word) ?? []).filter(isNamed$1);
	const titles = words.filter((word) => names.includes(pathInAttribute(word) ?? ""));
	const named = names.find((name) => titles.every((word) => isIdle$1(word, name))) ?? names[0];
	if (named === void 0) return bareName(info);
	const path = withoutPlace(named);
	return {
		path,
		isAlone: path === named && words.every((word, at) => isLanguage(word, at) || isIdle$1(word, path)),
		hasMore: path !== named || words.some((word, at) => !isLanguage(word, at) && pathInAttribute(word) !== named)
	};
}
function saysMore$1(info) {
	return wordsIn(info).some((word, at) => /[\p{L}\p{N}]/u.test(word) && !isLanguage(word, at) && !isShown(word));
}
function bareName(info) {
	const words = info.split(/[\s:]/).filter((word) => word !== "");
	const last = words.at(-1);
	const first = words.length === 2 ? words[0] : void 0;
	if (last === void 0 || words.length > 2) return null;
	const named = attributeIn(last) === null ? pathInWord(last) : null;
	if (named === null || (first === void 0 ? /^[^/]*,/.test(named) : isFileInFolder(first))) return null;
	const path = withoutPlace(named);
	return (first === void 0 ? isFileInFolder(path) : named === last ? isPath(path) : isNamed$1(path)) ? {
		path,
		isAlone: path === named,
		hasMore: path !== named
	} : null;
}
function isNamed$1(name) {
	return isFileName(withoutPlace(name)) || name.includes("/") && isPath(name);
}
function isFileInFolder(word) {
	return word.includes("/") && isFileName(word);
}
function isPath(name) {
	return looksLikePath(name) || isKnownName(name);
}
function wordsIn(info) {
	const text = info.replace(MARKED, withoutSpaces);
	const words = [];
	let word = "";
	let quote = "";
	for (let at = 0; at < text.length; at += 1) {
		const character = text.charAt(at);
		const isBetween = character === " " || character === "	" || character === "," && /^\p{L}/u.test(text.charAt(at + 1));
		if (quote === "" && isBetween) {
			words.push(word);
			word = "";
			continue;
		}
		if (character === quote) quote = "";
		else if (quote === "" && (character === "\"" || character === "'")) quote = character;
		word += character;
	}
	return [...words, word].map(withoutBraces).filter((part) => part !== "");
}
const MARKED = /\{[\d\s,-]{1,200}\}/g;
function withoutSpaces(text) {
	return text.replaceAll(/\s/g, "");
}
function withoutBraces(word) {
	if (/^\{[\d,-]+\}$/.test(word)) return word;
	const opened = word.startsWith("{") ? word.slice(1) : word;
	return opened.endsWith("}") && !opened.includes("{") ? opened.slice(0, -1) : opened;
}
function isLanguage(word, at) {
	return at === 0 && /^\.?[\w+#.:/-]+$/.test(word) && !/^\d+-\d+$/.test(word);
}
function isIdle$1(word, path) {
	if (isShown(word)) return true;
	const attribute = attributeIn(word);
	if (attribute === null || !namesFile$2(attribute)) return false;
	return attribute.value === path || attribute.value === path.slice(path.lastIndexOf("/") + 1);
}
function isShown(word) {
	if (/^\{\d+(?:(?:,\d+(?:-\d+)?)*|-\d+(?:,\d+(?:-\d+)?)+)\}$/.test(word)) return true;
	const attribute = attributeIn(word);
	if (attribute === null) return FLAG$1.test(word);
	return MARKING.test(attribute.name) || COUNTING.test(attribute.name) && NOT_COUNTED.test(attribute.value);
}
const FLAG$1 = /^\.?(?:(?:show|no)?-?line-?numbers|numberlines|linenums|linenos|(?:no)?copy|(?:no)?wrap)$/i;
const MARKING = /^(?:hl|hl_?lines|highlight|emphasize-lines|theme|lang|language|frame|copy|wrap)$/;
const COUNTING = /^(?:linenos|linenums|line-?numbers|showlinenumbers|numberlines)$/;
const NOT_COUNTED = /^(?:true|false|table|inline|1|)$/i;

// src/patch/formats/fences.ts
const UNFENCED = { indent: 0 };
function fenceOn(line) {
	const match = FENCE$1.exec(line.trimEnd());
	if (match === null) return null;
	const [, space = "", mark = "", info = ""] = match;
	return info.includes("`") ? null : {
		mark,
		indent: space.length,
		info: info.trim()
	};
}
function closes$1(line, { mark, indent }) {
	const fence = fenceOn(line);
	return fence !== null && fence.info === "" && fence.indent <= indent && fence.mark === mark;
}
function withoutIndent(lines, { indent }) {
	const space = " ".repeat(indent);
	if (indent === 0 || !lines.every((line) => line.startsWith(space) || line.trim() === "")) return lines;
	return lines.map((line) => line.startsWith(space) ? line.slice(indent) : line.replace(/^ +/, ""));
}
function languageOf({ info }) {
	return (/^[\w+#.-]*/.exec(info)?.[0] ?? "").toLowerCase();
}
function pathInInfo({ info }) {
	return fileInInfo(info)?.path ?? null;
}
function hasWords({ info }) {
	return saysMore$1(info);
}
function isShellFence(fence) {
	return [
		"sh",
		"bash",
		"shell",
		"zsh",
		"console",
		"shell-session",
		"powershell",
		"cmd",
		"bat"
	].includes(languageOf(fence));
}
const FENCE$1 = /^( {0,12})(`{3,32}|~{3,32})(.{0,1200})$/;

// src/patch/formats/full-names.ts
const HEADER = /^(?:---|\+\+\+|\*\*\*|diff|rename|copy) /;
function mayBeShort(lines, path) {
	return [...editedNames(lines)].every((name) => path.endsWith(`/${name}`));
}
function editedNames(lines) {
	const names = /* @__PURE__ */ new Set();
	for (const at of lines.keys()) for (const name of namesAt(lines, at)) names.add(name.startsWith("./") ? name.slice(2) : name);
	return names;
}
function namesAt(lines, at) {
	const line = (lines[at] ?? "").trimEnd();
	if (HEADER.test(line)) return namesInHeader(lines, at, line);
	const marker = blockMarker(line);
	const name = marker === null ? nameAbove(lines, at) : marker.rest;
	return name !== null && looksLikePath(name) ? [name] : [];
}
function namesInHeader(lines, at, line) {
	const section = sectionHeader(line);
	if (section !== null) return "path" in section ? [section.path] : [];
	if (line.startsWith("diff ")) return (headerPair(line.replace("diff --git ", "")) ?? []).map(withoutSide);
	const isPair = lines[at + 1]?.startsWith("+++ ") === true || lines[at - 1]?.startsWith("--- ") === true;
	if (/^(?:---|\+\+\+) /.test(line) && !isPair && !isHunkHeader(lines[at + 1])) return [];
	const name = headerName(line.replace(NAME_LINE, ""));
	return name === null || name === "/dev/null" ? [] : [withoutSide(name)];
}
const NAME_LINE = /^(?:---|\+\+\+|(?:rename|copy) (?:from|to)) /;
function nameAbove(lines, at) {
	const fence = fenceOn(lines[at] ?? "");
	let isFenced = fence !== null;
	for (const line of lines.slice(at + 1, at + 1 + MOST_BETWEEN$1)) {
		if (line.trim() === "" || isTagLine(line)) continue;
		if (isFenced || fenceOn(line) === null) {
			if (!(isFenced || blockMarker(line)?.role === "search" || isHunkHeader(line)) || HEADER.test(line) || titleOn$1(line) !== null) return null;
			return fence === null ? titleOn$1(lines[at] ?? "") : pathInInfo(fence);
		}
		isFenced = true;
	}
	return null;
}
const MOST_BETWEEN$1 = 8;
function titleOn$1(line) {
	const name = isTitleLine(line) ? pathOn(line) : null;
	return name !== null && looksLikePath(name) ? name : null;
}

// src/patch/formats/reading.ts
function linesToRead(text, context = {}) {
	const lines = text.split("\n", MAX_LINES$2 + 2);
	if (lines.length > 1e5 + 1) return null;
	if (lines.at(-1) === "") lines.pop();
	const { path, pathFrom, isInFull = false, linesBefore = 0, hunksBefore = 0 } = context;
	return {
		lines,
		at: 0,
		hunks: hunksBefore,
		path,
		given: pathFrom !== "mention" && pathFrom !== "sentence" && !isInFull && path !== void 0 && mayBeShort(lines, path) ? path : void 0,
		before: linesBefore,
		maxHunks: hunksBefore + MAX_HUNKS,
		operations: [],
		refusals: [],
		repairs: newRepairs(),
		passed: []
	};
}
function lineAt({ lines, at: next }, at = next) {
	const line = lines[at];
	return line?.endsWith("\r") ? line.slice(0, -1) : line;
}
function numberOf({ before, at: next }, at = next) {
	return before + at + 1;
}
function fileNamed(reader, name, at = reader.at) {
	const path = fullPath(name, reader.given);
	if (path.length > name.length) addRepair(reader.repairs, `the name ${name} was read as ${path}`, numberOf(reader, at));
	return path;
}
function passOver({ passed, at: next }, at = next) {
	passed.push(at);
}
function proseOf(reader) {
	return reader.passed.toSorted((left, right) => left - right).map((at) => ({
		line: numberOf(reader, at),
		text: lineAt(reader, at) ?? ""
	})).filter(({ text }) => text.trim() !== "");
}
function hasMore(reader) {
	if (reader.at >= reader.lines.length || reader.hunks > reader.maxHunks) return false;
	return reader.refusals.length < MAX_PROBLEMS;
}
const MAX_PROBLEMS = 200;
function readingOf$1(reader) {
	const { operations, refusals, repairs, hunks, maxHunks } = reader;
	if (hunks > maxHunks) return tooLarge$1("hunks", MAX_HUNKS);
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		operations,
		repairs: repairsOf(repairs),
		prose: proseOf(reader)
	};
}
function tooManyLines() {
	return tooLarge$1("lines", MAX_LINES$2);
}
function tooLarge$1(unit, limit) {
	return {
		ok: false,
		refusals: [{
			code: "too_large",
			message: `The text holds more than ${limit} ${unit}, and that many are allowed. Split it into several patches.`,
			data: { limit }
		}]
	};
}
function malformedAt(place, message) {
	return {
		code: "malformed",
		message,
		...place.path === void 0 ? {} : { path: place.path },
		...place.hunk === void 0 ? {} : { hunk: place.hunk },
		data: { line: place.line }
	};
}
function newRepairs() {
	return /* @__PURE__ */ new Map();
}
function addRepair(repairs, what, line) {
	const said = what.slice(0, MAX_REPAIR_CHARACTERS);
	const known = repairs.get(said);
	if (known !== void 0) known.count += 1;
	else if (repairs.size < MAX_REPAIRS) repairs.set(said, {
		first: line,
		count: 1
	});
}
const MAX_REPAIRS = 50;
const MAX_REPAIR_CHARACTERS = 400;
function repairsOf(repairs) {
	return [...repairs].map(([what, { first, count }]) => {
		const more = count === 1 ? "" : ` and ${count - 1} more`;
		return `${what.charAt(0).toUpperCase()}${what.slice(1)} (line ${first}${more})`;
	});
}

// src/patch/formats/file-lines.ts
function isFileStart(reader, at = reader.at) {
	const line = lineAt(reader, at) ?? "";
	if (isFileHeader(reader, at)) return true;
	const next = lineAt(reader, at + 1) ?? "";
	if (line.startsWith("rename from ")) return next.startsWith("rename to ");
	return (line.startsWith("--- ") || line.startsWith("+++ ")) && isHunkHeader(next);
}
function isFileHeader(reader, at = reader.at) {
	const line = reader.lines[at] ?? "";
	if (line.startsWith("diff --git ")) return true;
	return line.startsWith("--- ") && (reader.lines[at + 1] ?? "").startsWith("+++ ");
}
function isBoundary(reader, at) {
	const line = lineAt(reader, at);
	if (line === void 0) return true;
	switch (line.charAt(0)) {
		case "@": return line.startsWith("@@");
		case "-": return isSignature(reader, at) || line.startsWith("--- ") && (isNamePair(reader, at) || isNameAlone(reader, at));
		case "+": return isNameAlone(reader, at);
		case " ":
		case "": return false;
		default: return line.startsWith("diff --git ") || isSeparator(line) || FENCE.test(line) || MAIL.test(line);
	}
}
function isNamePair(reader, at) {
	if (!(lineAt(reader, at + 1) ?? "").startsWith("+++ ")) return false;
	const next = lineAt(reader, at + 2);
	return isHunkHeader(next) || isSameFile(reader, at);
}
function isNameAlone(reader, at) {
	const line = lineAt(reader, at) ?? "";
	const name = nameOn$1(line);
	if (name === null || line.startsWith("-") && !/^(?:a\/|\/dev\/null$)/.test(name)) return false;
	let next = at + 1;
	while (lineAt(reader, next)?.trim() === "") next += 1;
	if (isHunkHeader(lineAt(reader, next))) return true;
	return line.startsWith("+") && name.startsWith("b/") && /^[ +-]/.test(lineAt(reader, next) ?? "");
}
function isNameBehindCount(reader, at) {
	return nameOn$1(lineAt(reader, at) ?? "") !== null && isFileStart(reader, at);
}
function nameOn$1(line) {
	if (!/^(?:---|\+\+\+) /.test(line)) return null;
	const name = (headerName(line.slice(4)) ?? "").trimEnd();
	if (name === "/dev/null") return name;
	const isPrefixed = /^[ab]\/[\p{L}\p{N}_.@]/u.test(name);
	if (/\s/.test(name) || !isPrefixed) return isFileName(name) && (isPrefixed || !/\s/.test(name)) ? name : null;
	return name.endsWith(";") ? null : name;
}
function isSameFile(reader, at) {
	const old = (lineAt(reader, at) ?? "").slice(4).trimEnd();
	const now = (lineAt(reader, at + 1) ?? "").slice(4).trimEnd();
	if (old === "/dev/null" || now === "/dev/null") return true;
	return old.startsWith("a/") && now.startsWith("b/") && old.slice(2) === now.slice(2);
}
function isSignature(reader, at = reader.at) {
	if (!/^-- ?$/.test(lineAt(reader, at) ?? "")) return false;
	return /^\d+\.\d[\w.-]{0,40}(?: \([\w. -]{1,40}\))?$/.test(lineAt(reader, at + 1) ?? "");
}
function isIndexLine(reader, at = reader.at) {
	const name = /^Index: (.+)$/.exec(lineAt(reader, at) ?? "")?.[1];
	const next = lineAt(reader, at + 1) ?? "";
	const header = /^={60,}$/.test(next) ? lineAt(reader, at + 2) ?? "" : next;
	return name !== void 0 && header.startsWith(`--- ${name}`);
}
function isSeparator(line) {
	return line.trim() === "" || /^(?:Index: |={60,}$|diff -|Only in )/.test(line);
}
const FENCE = /^(?:```|~~~)/;
const MAIL = /^From [0-9a-f]{40} /;

// src/patch/formats/line-numbers.ts
function withoutLineNumbers(lines) {
	const numbered = numberedLines(lines);
	if (numbered === null || numbered.length === 0) return null;
	return numbered.every(({ number }, index) => number === (numbered[0]?.number ?? 0) + index) ? numbered.map(({ text }) => text) : null;
}
function withoutAnyNumbers(lines) {
	return numberedLines(lines)?.map(({ text }) => text) ?? null;
}
function withoutNumbersOnBothSides(sides) {
	const old = withoutLineNumbers(sides.old);
	const now = withoutAnyNumbers(sides.now);
	const first = numberedLines(sides.old.slice(0, 1))?.[0]?.number;
	if (old === null || now === null || first === void 0) return null;
	return old.length === now.length && old.every((line, at) => line === now[at]) ? null : {
		old,
		now,
		first
	};
}
function isNumbered(line) {
	return NUMBER.test(line);
}
function numberedLines(lines) {
	const numbered = [];
	for (const line of lines) {
		const match = NUMBER.exec(line);
		if (match === null) return null;
		numbered.push({
			number: Number(match[1]),
			text: line.slice(match[0].length)
		});
	}
	return numbered;
}
const NUMBER = /^ {0,8}(\d{1,7})(?: ?\| ?| ?│ ?|→|\t)/;

// src/patch/formats/no-newline.ts
function isNoNewline(line) {
	return line.startsWith("\\ ") && line.length <= MOST_CHARACTERS$5 && SAID.test(line);
}
function isRemark(line) {
	return line.startsWith("\\ ") && !isNoNewline(line);
}
const MOST_CHARACTERS$5 = 120;
const SAID = new RegExp(`^\\\\ (?:${[
	"No (?:new ?line|line break)(?: at (?:the )?(?:end(?: of (?:the )?file)?|EOF))?",
	"(?:Kein Zeilenumbruch|Kein Newline) am (?:Dateiende|Ende der Datei)",
	"(?:Pas|Aucun|Il n.y a pas) de (?:fin|retour|saut) (?:de|à la) ligne à la fin du fichier",
	"No hay (?:ningún carácter de )?(?:nueva línea|salto de línea|fin de línea) al final del (?:fichero|archivo)",
	"(?:Sem|Nenhuma|Falta|Não há) .{0,20}(?:nova linha|quebra de linha|fim de linha) no (?:fim|final) do (?:ficheiro|arquivo)",
	"(?:Nessun|Manca) .{0,20}(?:newline|nuova riga|fine riga|a capo) alla fine del file",
	"(?:В конце файла нет|Нет|Отсутствует|Не хватает) .{0,20}новой строки(?: в конце файла)?",
	"(?:Geen|Ontbrekend) (?:regeleinde|nieuwe regel|newline) aan (?:het )?einde? van (?:het )?bestand",
	"Brak znaku (?:nowej linii|nowego wiersza|końca linii) na końcu pliku",
	"Ingen nyrad vid (?:filslut|slutet av filen)",
	"(?:文件|檔案)[末结結]?[尾末端][没沒]有[换換]行(?:符|符號|字元)?",
	"ファイルの?末尾に改行が(?:ありません|ない)",
	"파일 끝에 (?:줄바꿈|개행|새 줄) ?(?:문자)?(?:가|이)? ?(?:없음|없습니다)"
].join("|")})\\s*[.。]?\\s*$`, "i");

// src/patch/formats/hunk-body.ts
function readBody$1(body) {
	const sides = readSides(body.lines);
	if (sides.endsDiffer) return {
		ok: true,
		...hunkOf(body, sides)
	};
	if (!sides.marked) return {
		ok: false,
		problem: UNMARKED,
		idle: false
	};
	if (sameLines$1(sides.rawOld, sides.rawNew)) return {
		ok: false,
		problem: SAME,
		idle: true
	};
	if (sameButReturns(sides.rawOld, sides.rawNew)) return {
		ok: false,
		problem: ENDINGS_ONLY,
		idle: false
	};
	return {
		ok: true,
		...hunkOf(body, sides)
	};
}
const UNMARKED = "removes and adds nothing. Mark the lines to change with - and +.";
const SAME = "removes and adds nothing: both sides are the same. Send the lines as they shall be.";
const ENDINGS_ONLY = "changes line endings only, and those are kept as the file has them. Send a write change to replace them.";
function endOfMarked(lines) {
	const last = lines.findLastIndex((line) => line.startsWith("+") || line.startsWith("-"));
	const blank = lines.findIndex((line, index) => index > last && line.trim() === "" && !line.startsWith(" "));
	if (last === -1 || blank === -1) return lines.length;
	const rest = lines.slice(blank).filter((line) => line.trim() !== "");
	if (rest.length === 0 || rest.some((line) => markOf(line) !== null || isElision(line))) return lines.length;
	const kept = lines.slice(0, blank);
	return kept.some((line) => line.startsWith("-") || line.startsWith(" ") && line.trim() !== "") && !kept.some((line) => isUnmarked(line) && !isHunkHeader(line)) ? blank : lines.length;
}
function readSides(body) {
	const lines = [];
	const rawOld = [];
	const rawNew = [];
	const ended = {
		old: false,
		now: false,
		wentOn: false
	};
	let lost = false;
	for (const raw of body) {
		const line = withoutReturn$1(raw);
		if (line.startsWith("\\ ")) {
			if (!isNoNewline(line)) continue;
			const mark = lines.at(-1)?.[0];
			ended.old ||= mark !== "+";
			ended.now ||= mark !== "-";
			continue;
		}
		const read = hunkLine(line);
		lost ||= isUnmarked(line);
		lines.push(read);
		const text = markOf(raw) === null ? raw : raw.slice(1);
		if (read[0] !== "+") rawOld.push(text);
		if (read[0] !== "-") rawNew.push(text);
		ended.wentOn ||= ended.old && read[0] !== "+" || ended.now && read[0] !== "-";
	}
	const [oldEnded, newEnded] = ended.wentOn ? [false, false] : [ended.old, ended.now];
	return {
		lines,
		rawOld,
		rawNew,
		marked: lines.some(([mark]) => mark !== " "),
		oldEnded,
		newEnded,
		wentOn: ended.wentOn,
		lost,
		endsDiffer: oldEnded !== newEnded
	};
}
function hunkLine(line) {
	if (line === "" || line === " ") return BLANK;
	const mark = markOf(line);
	return mark === null ? [
		" ",
		line,
		"unmarked"
	] : [mark, line.slice(1)];
}
const BLANK = [" ", ""];
function isUnmarked(line) {
	return markOf(line) === null && line.trim() !== "" && !line.startsWith("\\ ") && !isElision(line);
}
function sameButReturns(left, right) {
	return left.length === right.length && sameLines$1(left.map(withoutReturn$1), right.map(withoutReturn$1));
}
function withoutReturn$1(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function sameLines$1(left, right) {
	return left.length === right.length && left.every((line, index) => line === right[index]);
}
function hunkOf(body, sides) {
	const repairs = [];
	if (sides.lost) repairs.push("lines of a hunk without a mark were read as unchanged lines");
	if (sides.wentOn) repairs.push("a note about the missing last line break was left out, because lines follow it");
	const suspect = sides.lost ? sides.lines.map(asSuspect) : sides.lines;
	const bare = withoutNumbers(suspect);
	if (bare !== null) repairs.push("line numbers before the lines of a hunk were left out, unless the file has them");
	const header = body.headers.findLast(({ oldStart }) => oldStart !== void 0);
	const { oldEnded, newEnded, endsDiffer } = sides;
	const hinted = (lines, lineHint) => ({
		lines: endsDiffer ? sharedLastLine(lines) : lines,
		...lineHint === void 0 ? {} : { lineHint }
	});
	const lineHint = header === void 0 ? void 0 : lineHintOf(header);
	return {
		hunk: {
			number: body.number,
			...hinted(bare?.lines ?? suspect, lineHint ?? bare?.first),
			...bare === null ? {} : { numbered: hinted(suspect, lineHint) },
			anchors: body.headers.flatMap(({ anchor }) => anchor ?? []),
			...oldEnded || newEnded || body.endOfFile === true ? { endOfFile: true } : {},
			...endsDiffer ? { finalNewline: oldEnded } : {}
		},
		repairs
	};
}
function asSuspect(line) {
	return line[0] === " " && line[1] !== "" ? [
		" ",
		line[1],
		"unmarked"
	] : line;
}
function withoutNumbers(lines) {
	const first = lines.find(([mark]) => mark !== "+")?.[1];
	if (first === void 0 || !isNumbered(first)) return null;
	const old = lines.filter(([mark]) => mark !== "+").map(([, text]) => text);
	if (old.length < LEAST_NUMBERED$1) return null;
	const now = lines.filter(([mark]) => mark === "+").map(([, text]) => text);
	const bare = withoutNumbersOnBothSides({
		old,
		now
	});
	if (bare === null) return null;
	const rest = {
		"+": bare.now.values(),
		"-": bare.old.values()
	};
	const others = lines.map(([mark, text]) => [mark, rest[mark === "+" ? "+" : "-"].next().value ?? text]);
	return changesSomething(others) ? {
		first: bare.first,
		lines: others
	} : null;
}
function changesSomething(lines) {
	const side = (without) => lines.flatMap(([mark, text]) => mark === without ? [] : [text]);
	return !sameLines$1(side("+"), side("-"));
}
const LEAST_NUMBERED$1 = 2;
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

// src/patch/formats/apply-patch-section.ts
function readAdded(reader, path) {
	const start = reader.at;
	const body = withoutEndOfFile(sectionBody(reader));
	if (refuseLateMove(reader, {
		path,
		start
	})) return;
	reader.hunks += 1;
	const first = body.findIndex((line) => line.trim() !== "" && !isHunkHeader(line));
	const added = body.slice(isHunkHeader(body[0]) ? Math.max(first, 0) : 0);
	const plain = !added.some((line) => line.startsWith("+"));
	const wrong = added.findIndex((line) => line.trim() !== "" && !line.startsWith("+"));
	if (wrong !== -1 && !plain) {
		const line = numberOf(reader, start + (body.length - added.length) + wrong);
		const message = `Line ${line}, in the new file ${path}, does not begin with +. Begin every line of a new file with +.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: reader.hunks
		}, message));
		return;
	}
	const end = start + body.length;
	if (plain && refuseWords(reader, {
		path,
		from: end - added.length,
		to: end
	})) return;
	if (plain && added.length > 0) addRepair(reader.repairs, `the lines of the new file ${path} were read without a + before each`, numberOf(reader, start));
	const lines = plain ? added : added.map((line) => line.slice(1));
	const rest = {
		finalNewline: true,
		hunk: reader.hunks
	};
	reader.operations.push({
		action: "create",
		path,
		lines,
		...rest
	});
}
function refuseWords(reader, { path, from, to }) {
	if (lineAt(reader) !== void 0) return false;
	for (let at = from + 1; at < to; at += 1) {
		if ((lineAt(reader, at - 1) ?? "").trim() !== "" || !isSentence(lineAt(reader, at) ?? "")) continue;
		const line = numberOf(reader, at);
		const message = `Line ${line} may be of the new file ${path}, or be words behind it. Begin every line of a new file with +, and end the patch with *** End Patch.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: reader.hunks
		}, message));
		return true;
	}
	return false;
}
function withoutEndOfFile(body) {
	return isEndOfFile(body.at(-1) ?? "") ? body.slice(0, -1) : body;
}
function readRemoved(reader, path) {
	const start = reader.at;
	const body = sectionBody(reader);
	const hasOld = body.some((line) => line.startsWith("-"));
	const isLast = lineAt(reader) === void 0;
	const more = hasOld ? -1 : body.findIndex((line, index) => saysMore(line, isLast) || isFileHeader(reader, start + index));
	if (more === -1 && !hasOld) body.forEach((_, index) => passOver(reader, start + index));
	if (more !== -1) {
		const line = numberOf(reader, start + more);
		const message = `Line ${line}, below the deletion of ${path}, asks for more than that. Update the file, or send the rest as a section of its own.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
		return;
	}
	const hunks = hasOld ? readHunks$1(reader, {
		path,
		start,
		body
	}) : [];
	if (hunks !== null) reader.operations.push({
		action: "delete",
		path,
		hunks
	});
}
function saysMore(line, isLast) {
	if (line.trim() === "" || isHunkHeader(line)) return false;
	if (!isLast) return true;
	return /^[ +]/.test(line) || blockMarker(line) !== null || sectionHeader(line)?.kind === "move";
}
function readUpdated(reader, { path, to }) {
	const line = numberOf(reader, reader.at - 1);
	const moved = to ?? movedTo(reader);
	if (moved?.includes(" -> ") === true) {
		const message = `Line ${line} moves ${path} to more than one place. Name one path behind ->.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
	}
	const start = reader.at;
	const body = sectionBody(reader);
	if (refuseLateMove(reader, {
		path,
		start
	})) return;
	const hunks = readHunks$1(reader, {
		path,
		start,
		body
	});
	if (hunks === null) return;
	if (moved !== void 0) reader.operations.push({
		action: "rename",
		from: path,
		path: moved,
		hunks
	});
	else if (hunks.length > 0) reader.operations.push({
		action: "modify",
		path,
		hunks
	});
	else {
		const message = `The update of ${path} holds no hunk. Send the lines to change, or leave the file out.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
	}
}
function movedTo(reader) {
	while (lineAt(reader) === "") reader.at += 1;
	const header = sectionHeader(lineAt(reader) ?? "");
	if (header?.kind !== "move") return void 0;
	reader.at += 1;
	return header.path;
}
function refuseLateMove(reader, { path, start }) {
	for (let at = start; at < reader.at; at += 1) {
		if (sectionHeader(lineAt(reader, at) ?? "")?.kind !== "move") continue;
		const line = numberOf(reader, at);
		const message = `Line ${line}, among the lines for ${path}, says where a file is moved. Put it right below *** Update File, or begin it with a space, + or - if it is a line of the file.`;
		reader.refusals.push(malformedAt({
			line,
			path
		}, message));
		return true;
	}
	return false;
}
function sectionBody(reader) {
	const body = [];
	for (let line = lineAt(reader); line !== void 0; line = lineAt(reader)) {
		const header = sectionHeader(line);
		if (header !== null && header.kind !== "move") return trimBlankEnd(body);
		body.push(line);
		reader.at += 1;
	}
	const last = body.findLastIndex((line) => line.startsWith("+") || line.startsWith("-"));
	const close = body.findIndex((line, index) => index > last && CLOSING.test(line));
	addRepair(reader.repairs, "a patch without *** End Patch was read", numberOf(reader, reader.at - 1));
	const own = close === -1 ? body : body.slice(0, close);
	const end = endOfMarked(own);
	for (let at = end; at < body.length; at += 1) passOver(reader, reader.at - body.length + at);
	return trimBlankEnd(own.slice(0, end));
}
const CLOSING = /^(?:`{3,}|~{3,}|EOF|PATCH)\s{0,9}$/;
function trimBlankEnd(lines) {
	return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
function readHunks$1(reader, section) {
	const hunks = [];
	const idle = [];
	let refused = false;
	for (const [index, line] of section.body.entries()) if (isRemark(line)) passOver(reader, section.start + index);
	if (refuseName(reader, section)) return null;
	for (const { at, headers, lines, endOfFile } of draftsOf(section)) {
		reader.hunks += 1;
		if (reader.hunks > reader.maxHunks) return null;
		const line = numberOf(reader, at);
		const result = readBody$1({
			number: reader.hunks,
			headers,
			lines: withoutBlankEnd(lines),
			endOfFile
		});
		if (result.ok) {
			hunks.push(result.hunk);
			for (const repair of result.repairs) addRepair(reader.repairs, repair, line);
			continue;
		}
		const message = `Hunk ${reader.hunks}, at line ${line} of the patch, in ${section.path}, ${result.problem}`;
		const refusal = malformedAt({
			line,
			path: section.path,
			hunk: reader.hunks
		}, message);
		if (result.idle || lines.every(isPlainContext) && !lines.some(isAddedWithin)) {
			idle.push({
				line,
				refusal
			});
			continue;
		}
		refused = true;
		reader.refusals.push(refusal);
	}
	if (hunks.length === 0) for (const { refusal } of idle) reader.refusals.push(refusal);
	else for (const { line } of idle) addRepair(reader.repairs, "a hunk that changes nothing was left out", line);
	return refused || hunks.length === 0 && idle.length > 0 ? null : hunks;
}
function refuseName(reader, { path, start, body }) {
	const first = body.findIndex((line) => line.trim() !== "" && !isNameLine(line, path));
	const named = body.findIndex((_, index) => index >= first && isNameAlone(reader, start + index));
	if (first === -1 || named === -1) return false;
	const line = numberOf(reader, start + named);
	const message = `Line ${line}, among the lines for ${path}, names the file of a diff, so it is open which file the lines below it are for. Begin each file with *** Update File: path, and leave such lines out.`;
	reader.refusals.push(malformedAt({
		line,
		path
	}, message));
	return true;
}
function isPlainContext(line) {
	return line.startsWith(" ") || line === "";
}
function isAddedWithin(line) {
	return /^ +\+/.test(line);
}
function draftsOf({ path, start, body }) {
	const drafts = [];
	for (const [index, line] of body.entries()) {
		const at = start + index;
		const open = drafts.at(-1);
		if (isHunkHeader(line)) (open?.lines.length === 0 && !open.endOfFile ? open : startDraft(drafts, at)).headers.push(parseHunkHeader(line));
		else if (isEndOfFile(line)) {
			const draft = open ?? startDraft(drafts, at);
			draft.endOfFile = true;
		} else if (open === void 0 || open.endOfFile) {
			if (line.trim() !== "" && !isNameLine(line, path)) startDraft(drafts, at).lines.push(line);
		} else open.lines.push(line);
	}
	return drafts;
}
function withoutBlankEnd(lines) {
	const end = lines.findLastIndex((line) => line !== "") + 1;
	const kept = lines.slice(0, end);
	return kept.some((line) => !line.startsWith("+") && line.trim() !== "") ? kept : lines;
}
function startDraft(drafts, at) {
	const draft = {
		at,
		headers: [],
		lines: [],
		endOfFile: false
	};
	drafts.push(draft);
	return draft;
}
function isNameLine(line, path) {
	return line === `--- a/${path}` || line === `+++ b/${path}` || line === `--- ${path}` || line === `+++ ${path}`;
}

// src/patch/formats/edits-behind.ts
function refuseEditsBehind(lines, end, limit = lines.lines.length) {
	let at = end;
	while (lineAt(lines, at)?.trim() === "") at += 1;
	for (; at < limit && /^[ +-]/.test(lineAt(lines, at) ?? ""); at += 1) {
		if (!EDITS.test(lineAt(lines, at) ?? "")) continue;
		const line = numberOf(lines, at);
		const message = `Line ${line} adds or removes something, but the patch that it follows has ended. Remove it, or the line that ends the patch too early; a line of the file that looks like an end begins with a space.`;
		lines.refusals.push(malformedAt({ line }, message));
		return;
	}
}
const EDITS = /^(?:\+|-(?![-\s]))/;

// src/patch/formats/patch-margin.ts
function withMarksAtMargin(text) {
	const lines = [...text.lines];
	let margin = null;
	let doubtful = -1;
	for (let at = 0; at < lines.length; at += 1) {
		const line = lineAt(text, at) ?? "";
		const kind = sectionHeader(line, margin ?? marginOf(line))?.kind;
		if (kind === void 0 || kind === "move") {
			if (isHunkHeader(line) || isFileHeader(text, at)) margin ??= "";
			doubtful = doubtfulAt(line, {
				at,
				known: doubtful
			});
			continue;
		}
		if (kind === "begin" && doubtful !== -1) lines[doubtful] = LAST;
		doubtful = -1;
		lines[at] = line.trimStart();
		if (kind === "begin") margin = marginOf(line);
		else margin = kind === "end" ? null : margin ?? "";
	}
	if (doubtful !== -1) lines[doubtful] = LAST;
	return lines;
}
const LAST = "*** End Patch";
function doubtfulAt(line, { at, known }) {
	if (sectionHeader(line.trimStart())?.kind === "end") return at;
	return /^(?:[ +-]|@@|\*\*\*)/.test(line) ? -1 : known;
}

// src/patch/formats/text-format.ts
function formatAt(text, at) {
	const line = lineAt(text, at) ?? "";
	switch (line.trimStart().charAt(0)) {
		case "*": {
			const kind = sectionHeader(line, marginOf(line))?.kind;
			return kind === "begin" || kind === "file" ? "apply_patch" : null;
		}
		case "<": return blockMarker(line)?.role === "search" ? "blocks" : null;
		case "-":
			if (blockMarker(line)?.role === "search") return "blocks";
			return isFileStart(text, at) ? "diff" : null;
		case "d":
		case "r":
		case "+": return isFileStart(text, at) ? "diff" : null;
		case "@": return isHunkHeader(line) && /^@@(?: ?-\d|\s*$| ?\.\.\.| .*@@\s*$)/.test(line) ? "diff" : null;
		default: return null;
	}
}

// src/patch/formats/block-end.ts
function endOfBlock(text, start) {
	let isDivided = false;
	const loose = [];
	let at = start + 1;
	let role;
	for (; at < text.lines.length; at += 1) {
		const line = lineAt(text, at) ?? "";
		role = blockMarker(line)?.role;
		if (role === "divider") isDivided = true;
		else if (role !== void 0) break;
		else if (isDivided && LOOSE_END.test(line)) loose.push(at);
	}
	const own = role === "divider" || at === text.lines.length ? void 0 : role;
	const [only, other] = loose;
	if (own !== "replace" && only !== void 0 && other === void 0) return {
		at: only,
		role: "replace",
		isLoose: true
	};
	return {
		at,
		role: own,
		isLoose: false
	};
}
const LOOSE_END = /^\s{0,12}(?:>{5,12}|\+{5,12}) ?(?:REPLACE|UPDATED)\b>?\s{0,12}$/;
function closingBehind(text, start, fence) {
	let at = start + 1;
	while (at < text.lines.length && !closes$1(lineAt(text, at) ?? "", fence)) at += 1;
	return at;
}
function fenceAround(text, start) {
	let fence = null;
	for (let at = 0; at < start; at += 1) {
		const line = lineAt(text, at) ?? "";
		if (fence !== null && closes$1(line, fence)) fence = null;
		else fence = fenceOn(line) ?? fence;
	}
	return fence;
}
function somethingElse(text, { from, to, isFenced }) {
	for (let at = from; at < to; at += 1) {
		const line = lineAt(text, at) ?? "";
		const isBelowBlank = at > from && (lineAt(text, at - 1) ?? "").trim() === "";
		if (fenceOn(line) !== null || formatAt(text, at) !== null || LOOSE_END.test(line)) return at;
		if (!isFenced && isBelowBlank && (isSentence(line) || /^\{\s*"/.test(line))) return at;
	}
	return null;
}

// src/patch/formats/unified-hunk.ts
function readHunk(reader, path) {
	reader.hunks += 1;
	const start = reader.at;
	const place = {
		line: numberOf(reader),
		path,
		hunk: reader.hunks
	};
	if (lineAt(reader)?.startsWith("@@@") === true) return failed$1(place, COMBINED);
	const headers = readHeaders(reader);
	const header = headers.at(-1) ?? {};
	const counted = countedEnd(reader, header);
	const end = counted ?? boundaryFrom(reader, reader.at);
	const lines = reader.lines.slice(reader.at, counted ?? trimmedEnd(reader, {
		header,
		end
	}));
	for (const [index, line] of lines.entries()) if (isRemark(line)) passOver(reader, reader.at + index);
	reader.at = end;
	const result = readBody$1({
		number: reader.hunks,
		headers,
		lines
	});
	if (!result.ok) return failed$1(place, result.problem, result.idle);
	if (counted === null && header.oldCount !== void 0) addRepair(reader.repairs, "a hunk header that counts its lines wrongly was not relied on", place.line);
	if (counted === null && header.oldCount === void 0 && isHunkHeader(lineAt(reader, start))) addRepair(reader.repairs, "a hunk header without line ranges was read", place.line);
	for (const repair of result.repairs) addRepair(reader.repairs, repair, place.line);
	return {
		ok: true,
		hunk: result.hunk
	};
}
const COMBINED = "is part of a combined diff of a merge, which has several old sides. Send a diff against one of them.";
function readHeaders(reader) {
	const headers = [];
	for (let line = lineAt(reader); line !== void 0 && isHunkHeader(line); line = lineAt(reader)) {
		const last = headers.at(-1);
		if (last !== void 0 && last.anchor === void 0) break;
		headers.push(parseHunkHeader(line));
		reader.at += 1;
	}
	return headers;
}
function countedEnd(reader, header) {
	const at = countedLines(reader, header, reader.at);
	return at !== null && !takesName(reader, header, at) && isEnd(reader, at) ? at : null;
}
function countedLines(text, { oldCount, newCount }, from) {
	if (oldCount === void 0 || newCount === void 0) return null;
	let [old, now, at] = [
		oldCount,
		newCount,
		from
	];
	for (; old > 0 || now > 0; at += 1) {
		const mark = (lineAt(text, at) ?? "?").charAt(0);
		if (mark === "\\") continue;
		if (mark !== "" && mark !== " " && mark !== "-" && mark !== "+") return null;
		if (mark !== "+") old -= 1;
		if (mark !== "-") now -= 1;
		if (old < 0 || now < 0) return null;
	}
	while (lineAt(text, at)?.startsWith("\\") === true) at += 1;
	return at;
}
function takesName(reader, header, at) {
	const next = lineAt(reader, at) ?? "";
	if (!isHunkHeader(next)) return false;
	if (at - 2 >= reader.at && isSameFile(reader, at - 2)) {
		if (lineAt(reader, at - 2)?.startsWith("--- ") && lineAt(reader, at - 1)?.startsWith("+++ ")) return true;
	}
	let last = at - 1;
	while (last > reader.at && lineAt(reader, last)?.trim() === "") last -= 1;
	return last >= reader.at && isNameAlone(reader, last) && !countsOn(header, parseHunkHeader(next));
}
function isEnd(reader, at) {
	let next = at;
	while (lineAt(reader, next)?.trim() === "") next += 1;
	if (isBoundary(reader, next) || isNameBehindCount(reader, next)) return true;
	const isMarked = (line) => /^[+-]/.test(line) && !(next > at && isListItem(line));
	const first = lineAt(reader, next) ?? "";
	if (first.startsWith(" ") || isMarked(first)) return false;
	return !reader.lines.slice(next, boundaryFrom(reader, next)).some(isMarked);
}
function isListItem(line) {
	return /^- \S/.test(line);
}
function boundaryFrom(reader, from) {
	let at = from;
	while (!isBoundary(reader, at)) at += 1;
	return at;
}
function trimmedEnd(reader, { header, end }) {
	const lines = reader.lines.slice(reader.at, end);
	const marked = reader.at + endOfMarked(lines);
	for (let at = marked; at < end; at += 1) passOver(reader, at);
	let last = marked;
	while (last > reader.at && lineAt(reader, last - 1) === "") last -= 1;
	let old = reader.lines.slice(reader.at, last).filter((line) => !/^[+\\]/.test(line)).length;
	for (; last < marked && old < (header.oldCount ?? 0); old += 1) last += 1;
	return last;
}
function failed$1(place, problem, idle = false) {
	const message = `Hunk ${place.hunk}, at line ${place.line} of the diff, in ${place.path}, ${problem}`;
	return {
		ok: false,
		refusal: malformedAt(place, message),
		idle
	};
}

// src/patch/formats/part-ends.ts
function endOfPart(begun, format) {
	const { text, at, fence } = begun;
	if (format === "diff") return endOfHeredoc(text, at, fence === null ? endOfDiff(text, at) : closingOf(begun, fence));
	if (format === "apply_patch") return endOfPatch(begun);
	return endOfBlocks(begun);
}
function endOfBlocks({ text, at, fence }) {
	const { at: end, role } = endOfBlock(text, at);
	if (role === "replace") return end + 1;
	for (let next = end; next < text.lines.length; next += 1) if (blockMarker(lineAt(text, next) ?? "")?.role === "replace") return next + 1;
	if (fence === null || role === "search") return text.lines.length;
	return Math.min(closingBehind(text, at, fence) + 1, text.lines.length);
}
function endOfDiff(text, at, limit = text.lines.length) {
	let file = null;
	let above = at;
	let fence = null;
	for (let next = at + 1; next < limit; next += 1) {
		const counted = endOfCounted(text, next - 1);
		if (counted !== null) {
			[next, above, file] = [
				counted,
				counted - 1,
				null
			];
			if (next >= limit) break;
		}
		const line = lineAt(text, next) ?? "";
		const format = /^\s+\*/.test(line) ? null : formatAt(text, next);
		if (format !== null && (format !== "diff" || file !== null)) return file ?? (isTitleAlone(lineAt(text, above) ?? "") ? above : next);
		if (/^[+-]/.test(line)) file = null;
		const opened = fence === null && !line.startsWith(" ") ? fenceOn(line) : null;
		if (opened !== null) file ??= startOfFile(text, {
			above,
			at: next,
			fence: opened
		}) ?? next;
		if (opened !== null) fence = opened;
		else if (fence !== null && closes$1(line, fence)) fence = null;
		if (line.trim() !== "") above = next;
	}
	return file ?? limit;
}
function endOfCounted(text, at) {
	const line = lineAt(text, at);
	if (line === void 0 || !isHunkHeader(line)) return null;
	const end = countedLines(text, parseHunkHeader(line), at + 1);
	if (end === null || end === at + 1) return null;
	return isBoundary(text, end) || !/^[ +-]/.test(lineAt(text, end) ?? "") ? end : null;
}
function startOfFile(text, { above, at, fence }) {
	if (pathInInfo(fence) !== null) return at;
	return isTitleAlone(lineAt(text, above) ?? "") ? above : null;
}
function isTitleAlone(line) {
	return !/^[-+ @\\]/.test(line) && fileTitle(line)?.isAlone === true;
}
function endOfHeredoc(text, at, end) {
	const word = heredocWord(lineAt(text, at - 1) ?? "");
	if (word === null) return end;
	for (let next = at + 1; next < end; next += 1) if (lineAt(text, next) === word) return next;
	return end;
}
function heredocWord(line) {
	if (!line.includes("<<")) return null;
	const command = line.trim().slice(0, MAX_COMMAND$2);
	return PROGRAM.test(command) ? HEREDOC$1.exec(command)?.[1] ?? null : null;
}
const PROGRAM = /(?:^|[\s;&|("'`{])(?:cat|patch|apply_patch|git(?:\s+[^\s;&|]{1,200}){0,8}?\s+(?:apply|am))(?![\w./-])/;
const HEREDOC$1 = /<<-? ?['"]?(\w+)['"]?/;
const MAX_COMMAND$2 = 4e3;
function endOfPatch(begun) {
	const { text, at, fence } = begun;
	const end = nextMark(begun, "end", at + 1);
	if (fence === null) {
		const next = nextMark(begun, "begin", at + 1);
		return end < Math.min(next, text.lines.length) ? end + 1 : endOfSections(text, at, next);
	}
	if (end < text.lines.length && !hasClosing(begun, fence, end)) return end + 1;
	const close = closingOf(begun, fence);
	const isLost = end === text.lines.length || nextMark(begun, "begin", close + 1) < end;
	return end > close && (isLost || endsWithDeletion(text, at, close)) ? close : Math.min(end + 1, text.lines.length);
}
function endOfSections(text, at, limit) {
	let last = limit - 1;
	while (last > at && sectionHeader(lineAt(text, last) ?? "") === null) last -= 1;
	let end = last + 1 + endOfMarked(text.lines.slice(last + 1, limit));
	if (end === limit && limit < text.lines.length) end = withoutFence(text, last, limit);
	return Math.min(endOfDiff(text, last, limit), end);
}
function withoutFence(text, from, end) {
	let at = end - 1;
	while (at > from && (lineAt(text, at) ?? "").trim() === "") at -= 1;
	return at > from && fenceOn(lineAt(text, at) ?? "") !== null ? at : end;
}
function hasClosing({ text, at }, fence, end) {
	for (let next = at; next < end; next += 1) if (closes$1(lineAt(text, next) ?? "", fence)) return true;
	return false;
}
function nextMark({ text, at: start, marks }, kind, from) {
	const margin = marginOf(lineAt(text, start) ?? "");
	const known = marks[kind];
	if (known !== null && known.margin === margin && known.from <= from && from <= known.at) return known.at;
	let at = from;
	while (at < text.lines.length && sectionHeader(lineAt(text, at) ?? "", margin)?.kind !== kind) at += 1;
	marks[kind] = {
		margin,
		from,
		at
	};
	return at;
}
function endsWithDeletion(text, from, end) {
	for (let at = end - 1; at >= from; at -= 1) {
		const header = sectionHeader(lineAt(text, at) ?? "");
		if (header?.kind === "file") return header.action === "delete";
	}
	return false;
}
function closingOf({ text, at: from, marks }, fence) {
	const known = marks.closing;
	if (known?.fence === fence && known.at >= from) return known.at;
	let at = from;
	while (at < text.lines.length && !(closes$1(lineAt(text, at) ?? "", fence) && !goesOn(text, at + 1, fence))) at += 1;
	marks.closing = {
		fence,
		at
	};
	return at;
}
function goesOn(text, from, fence) {
	let found = false;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt(text, at) ?? "";
		if (fenceOn(line) !== null) return found && closes$1(line, fence);
		found ||= /^(?:\+|@@ )/.test(line);
	}
	return false;
}

// src/patch/formats/shell-line.ts
function givingLine(line) {
	const given = line.trim();
	if (heredocWord(given) === null || given.length > MOST_CHARACTERS$4) return null;
	const [command = "", ...remark] = given.replace(HEREDOC, " ").split(/\s#/);
	const calls = callsIn(command.replace(REDIRECTION, " "));
	const at = calls.findIndex(({ words }) => programIn(words) !== null);
	const program = programIn(calls[at]?.words ?? []);
	if (program === null) return null;
	const { wishes, file } = askedOf(program.rest);
	const before = calls.slice(0, at).flatMap((call) => mayAlter(call) ? [call.words.join(" ")] : []);
	const others = calls.filter((call, index) => index !== at && !isIdle(call));
	return {
		wishes: [
			...before,
			...program.before,
			...wishes
		],
		...file === void 0 ? {} : { file },
		hasCommands: others.length > 0,
		hasRemark: remark.length > 0
	};
}
function refuseGivenOtherwise(lines) {
	for (const at of lines.passed) {
		const given = givingLine(lineAt(lines, at) ?? "");
		if (given === null) continue;
		const { wishes, file } = given;
		const isOther = file !== void 0 && !isNamedBelow(lines, at, file);
		const all = [
			...foldersAbove(lines, at),
			...wishes,
			...isOther ? [file] : []
		];
		if (all.length > 0) lines.refusals.push(givenOtherwise(numberOf(lines, at), all));
	}
}
const MOST_CHARACTERS$4 = 4e3;
const HEREDOC = /<<-? ?['"]?\w+['"]?/;
const REDIRECTION = /\d?>{1,2} ?(?:&\d|[^\s;|&]+)/g;
function callsIn(command) {
	const parts = command.split(/(&&|\|\||[;|&])/);
	return parts.map((part, index) => ({
		words: wordsOf$2(part),
		isPiped: parts[index + 1] === "|"
	})).filter(({ words }, index) => index % 2 === 0 && words.length > 0);
}
function wordsOf$2(call) {
	return call.split(/\s+/).map((word) => word.replace(/^["'(){}$]+|["'(){}]+$/g, "")).filter((word) => word !== "" && word !== "sudo");
}
const IDLE = /* @__PURE__ */ new Set([
	"true",
	":",
	"cat",
	"set"
]);
function isIdle({ words: [first = "", ...rest] }) {
	return IDLE.has(first) || isAtRoot(first, rest);
}
function mayAlter({ words: [first = "", ...rest], isPiped }) {
	if (isPiped && first !== "cat" && first !== "tee") return true;
	return FOLDERS.has(first) || isShell$1(first) ? !isAtRoot(first, rest) : false;
}
const FOLDERS = /* @__PURE__ */ new Set([
	"cd",
	"pushd",
	"popd",
	"chdir",
	"chroot"
]);
function isAtRoot(first, rest) {
	const folder = rest.filter((word) => word !== "--").join(" ");
	return first === "cd" && (folder === "." || folder === "./" || folder === "git rev-parse --show-toplevel");
}
function foldersAbove(lines, from) {
	const found = [];
	for (let at = from - 1; at >= 0 && found.length < MOST_ABOVE; at -= 1) {
		const calls = callsIn((lineAt(lines, at) ?? "").trim().slice(0, MOST_CHARACTERS$4));
		const [first] = calls;
		if (first === void 0 || !FOLDERS.has(first.words[0] ?? "") || first.words.length > 2) break;
		for (const call of calls) if (mayAlter(call)) found.unshift(call.words.join(" "));
	}
	return found;
}
const MOST_ABOVE = 5;
function programIn(words) {
	const last = words.findLastIndex((word) => word === "apply" || word === "am");
	const name = words.findIndex((word, index) => word === "patch" || word === "apply_patch" || word === "git" && index < last);
	if (name === -1 || /^\p{Lu}[\p{Ll}']*[,:]?$/u.test(words[0] ?? "")) return null;
	const before = words.slice(0, name);
	return {
		rest: argumentsOf(words.slice(name)),
		before: before.every(isHarmlessBefore) ? [] : [before.join(" ")]
	};
}
function isHarmlessBefore(word) {
	return isShell$1(word) || STARTERS$1.has(word) || /^-[il]{0,2}c$/.test(word) || /^(?!GIT_)[A-Z_]\w*=/.test(word);
}
function isShell$1(word) {
	return /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|da)?sh$/.test(word);
}
const STARTERS$1 = /* @__PURE__ */ new Set([
	"env",
	"command",
	"exec",
	"time",
	"nohup",
	"if",
	"!",
	"cat"
]);
function argumentsOf([name, ...rest]) {
	const own = name === "git" ? rest.findIndex((word) => word === "apply" || word === "am") : -1;
	return own === -1 ? rest : [...rest.slice(0, own), ...rest.slice(own + 1)];
}
function askedOf(words) {
	const wishes = [];
	let file;
	for (const [index, word] of words.entries()) {
		const isValue = index > 0 && /^(?:-p|-i|-F|-C)$/.test(words[index - 1] ?? "");
		if (word === "-" || word === "cat" || HARMLESS.test(word) || isValue && /^(?:[01]|-)$/.test(word)) continue;
		if (!word.startsWith("-") && !isValue && file === void 0) file = word;
		else wishes.push(word);
	}
	return {
		wishes,
		...file === void 0 ? {} : { file }
	};
}
const HARMLESS = /^(?:-p|-i|-F|-[uNsltfbEvqk3]*p[01]|-[uNsltfbEvqk3]+|-[CF]\d{1,2}|--(?:input=-|strip=[01]|index|cached|3way|whitespace=\w+|ignore-whitespace|ignore-space-change|verbose|quiet|silent|recount|unidiff-zero|inaccurate-eof|allow-empty|allow-overlap|binary|reject|apply|unified|forward|force|batch|backup|no-backup-if-mismatch|fuzz=\d{1,2}|posix|merge|ours|theirs|union|keep-cr|signoff|intent-to-add|remove-empty-files))$/;
function isNamedBelow(lines, at, file) {
	const name = file.replace(/^\.\//, "");
	for (let next = at + 1; next < lines.lines.length; next += 1) {
		const line = lineAt(lines, next) ?? "";
		if (HEADER.test(line) && line.split(/\s+/).some((word) => word.replace(/^[ab]\//, "") === name)) return true;
		if (line.trim() !== "" && !HEADER.test(line) && !line.startsWith("index ")) return false;
	}
	return false;
}
function givenOtherwise(line, wishes) {
	const message = `Line ${line} has the patch applied otherwise than it stands, by ${wishes.map((wish) => `\`${wish.slice(0, MOST_SHOWN).toWellFormed()}\``).join(", ")}, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave that out; what is only to be tried has \`dryRun\` beside the patch.`;
	return malformedAt({ line }, message);
}
const MOST_SHOWN = 60;

// src/patch/formats/copies.ts
function copiesFirst(operations) {
	const changed = /* @__PURE__ */ new Set();
	const early = [];
	const others = [];
	for (const operation of operations) {
		(operation.action === "copy" && changed.has(operation.from) ? early : others).push(operation);
		if (operation.action === "rename") changed.add(operation.from);
		if (operation.action !== "copy") changed.add(operation.path);
	}
	return early.length === 0 ? operations : [...early, ...others];
}

// src/patch/formats/mail.ts
function mailMessage(text) {
	const head = text.slice(0, MAX_HEAD_CHARACTERS).split("\n").map(withoutReturn);
	const start = head.findIndex((line) => line.trim() !== "");
	if (start === -1 || !/^(?:From [0-9a-f]{7,64} |From: |Subject: )/.test(head[start] ?? "")) return null;
	const end = head.indexOf("", start);
	const headers = head.slice(start, end === -1 ? head.length : end);
	const subject = headers.findIndex((line) => /^Subject: /i.test(line));
	if (subject === -1) return null;
	const rest = headers.slice(subject + 1);
	const folded = rest.slice(0, rest.findIndex((line) => !/^[ \t]/.test(line)) >>> 0);
	return {
		title: withoutTag([(headers[subject] ?? "").slice(9), ...folded].map((line) => line.trim()).join(" ")),
		description: descriptionOf(end === -1 ? [] : head.slice(end + 1))
	};
}
const MAX_HEAD_CHARACTERS = 2e4;
function withoutReturn(line) {
	return line.endsWith("\r") ? line.slice(0, -1) : line;
}
function withoutTag(subject) {
	const close = subject.startsWith("[") ? subject.indexOf("]") : -1;
	return subject.slice(close + 1).trim();
}
function descriptionOf(body) {
	const end = body.findIndex((line) => line === "---" || line.startsWith("diff --git ") || line.startsWith("--- "));
	return body.slice(0, end === -1 ? body.length : end).join("\n").trim();
}

// src/patch/formats/path-in-words.ts
function otherPathIn(line, path) {
	const text = line.slice(0, MOST_CHARACTERS$3).replaceAll(/[\u200b\ufeff]/g, "");
	const names = text.split(/[\s`"'(),;<>*|=]+/).map((word) => word.replace(/[.:!?]+$/, "")).filter((word) => isFileName(word) && (word.includes("/") || isNameAtTop(word)));
	const [other] = names;
	if (other === void 0 || names.some((name) => mayBeOneFile(name, path))) return null;
	const around = (/^\s*<\w{1,40} (?:path|name|file)=["']([^"'<>]+)["']\s*\/?>\s*$/.exec(text)?.[1] ?? text).split(other).join(" ").replace(/^\s*Index:/, "");
	return {
		path: other,
		isAlone: names.length === 1 && !isWords$1(other) && !/[\p{L}\p{N}]/u.test(around)
	};
}
const MOST_CHARACTERS$3 = 1024;
function isNameAtTop(word) {
	return EXTENSIONS.test(word) && !/^(?:\p{Lu}\p{Ll}*|node|three|express|d3)\.js$/u.test(word);
}
const EXTENSIONS = /\.(?:[cm]?[jt]sx?|json|ya?ml|toml|md|html?|s?css|less|py|rb|rs|java|kts?|swift|php|cs|cpp|cc|hpp|sh|sql|vue|svelte|xml|txt|ini|cfg|gradle|csproj)$/i;

// src/patch/formats/other-file.ts
function otherFileIn(lines, path) {
	for (const line of lines) {
		const title = titleOn(line);
		if (title !== null && !mayBeOneFile(withoutSide(title), path)) return title;
	}
	for (const sentence of sentencesOf(lines)) {
		const other = pointedAt(sentence.slice(0, MOST_CHARACTERS$2), path);
		if (other !== null) return other;
	}
	return null;
}
function pointedAt(sentence, path) {
	const isWhole = isWholeSentence(sentence);
	let rest = sentence;
	for (let other = otherPathIn(rest, path); other !== null; other = otherPathIn(rest, path)) {
		const at = rest.indexOf(other.path);
		if (!isWhole || other.isAlone || isPointing(rest.slice(0, at))) return other.path;
		rest = rest.slice(at + other.path.length);
	}
	return null;
}
function titleOn(line) {
	const name = isTitleLine(line) ? pathOn(line) : null;
	if (name === null || !looksLikePath(name) || isWords$1(name)) return null;
	return /\p{L}/u.test(name) ? name : null;
}
function sentencesOf(lines) {
	const pieces = [];
	let open;
	for (const line of lines) {
		if (line.trim() === "" || fenceOn(line) !== null) {
			open = void 0;
			continue;
		}
		if (open === void 0 || BEGINS_PIECE.test(line)) {
			open = [];
			pieces.push(open);
		}
		open.push(line.trim());
	}
	return pieces.flatMap((piece) => piece.join(" ").split(/(?<=[.!?。！？]) /));
}
const BEGINS_PIECE = /^\s{0,8}(?:#{1,6}|[-*>•]|\d{1,3}[.)])\s/;
function isWholeSentence(sentence) {
	const text = sentence.trimEnd();
	return /[.!?。！？]["'”)*]{0,3}$/.test(text) && text.split(/\s+/).length >= LEAST_WORDS$1;
}
function isPointing(before) {
	const last = before.toLowerCase().match(/[\p{L}'’]+/gu)?.at(-1);
	return last === void 0 || POINTING.has(last);
}
const MOST_CHARACTERS$2 = 1024;
const LEAST_WORDS$1 = 4;
const POINTING = new Set([
	"in into inside to for of at on file path",
	"update edit change modify patch fix open adjust",
	"im für zu an auf bei datei dans pour sur à en para nel per voor em no на в для"
].join(" ").split(" "));

// src/patch/formats/header-names.ts
function nameOf$2(text) {
	const name = (headerName(text) ?? text).slice(0, MAX_NAME_CHARACTERS);
	return name === "/dev/null" ? null : name;
}
const MAX_NAME_CHARACTERS = MAX_PATH_BYTES + 16;
function namesOf(raw, given) {
	const names = namesIn(raw, given);
	return names.ok && saysTwoKinds(raw, names.header.action) ? contradiction$1(names.header.path) : names;
}
function namesIn(raw, given) {
	for (const action of ["rename", "copy"]) {
		const from = raw.fields.get(`${action} from`);
		const path = raw.fields.get(`${action} to`);
		if (from !== void 0 && path !== void 0) return movedNames(raw, {
			action,
			from,
			path
		});
		if (from !== void 0 || path !== void 0) return {
			ok: false,
			message: `The header says only one end of a ${action}. Send both ${action} from and ${action} to.`
		};
	}
	const names = raw.names === void 0 ? gitLineNames(raw) : fileLineNames(raw, raw.names);
	if (!names.ok) return names;
	const { path } = names.header;
	const full = fullPath(path, given);
	const completed = full.length > path.length ? `the name ${path} was read as ${full}` : void 0;
	const repair = [names.repair, completed].filter((one) => one !== void 0).join(", and ") || void 0;
	return {
		...names,
		header: {
			...names.header,
			path: full
		},
		...repair === void 0 ? {} : { repair }
	};
}
function movedNames(raw, header) {
	const { from, path } = header;
	return [raw.pair, raw.names].filter((pair) => pair !== null && pair !== void 0).every(([old, now]) => [from, `a/${from}`].includes(old ?? "") && [path, `b/${path}`].includes(now ?? "")) ? {
		ok: true,
		header
	} : contradiction$1(path);
}
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
	if (old === null && now === null) return {
		ok: false,
		message: "The lines --- and +++ name no file. Name it in at least one of them."
	};
	const bare = bareNames({
		old,
		now,
		pair
	});
	if (bare.from !== null && bare.to !== null && bare.from !== bare.to) return differentNames(bare.from, bare.to);
	const path = bare.to ?? bare.from ?? "";
	if ((pair === null || pair === void 0 ? [] : hasPrefixes(...pair) ? pair.map(withoutPrefix$1) : pair).some((name) => name !== path)) return contradiction$1(path);
	const action = bare.from === null ? "create" : bare.to === null ? "delete" : "modify";
	const declared = actionOf(fields) ?? action;
	if (declared !== action && action !== "modify") return contradiction$1(path);
	const repair = declared === action ? bare.repair : `the header of ${path} names the file on both sides, and was read by its mode line`;
	return {
		ok: true,
		header: {
			action: declared,
			path
		},
		...repair === void 0 ? {} : { repair }
	};
}
function bareNames({ old, now, pair }) {
	if (old === null || now === null) {
		const prefixed = isPrefixedAlone({
			old,
			now,
			pair
		});
		return {
			from: prefixed ? withoutPrefix$1(old) : old,
			to: prefixed ? withoutPrefix$1(now) : now
		};
	}
	if (hasPrefixes(old, now)) return {
		from: withoutPrefix$1(old),
		to: withoutPrefix$1(now)
	};
	if (old === now) return {
		from: old,
		to: now
	};
	const [from, to] = [withoutSide(old), withoutSide(now)];
	if (from === to) return {
		from,
		to,
		repair: `the names ${old} and ${now} were read as ${to}`
	};
	if (from === now) return {
		from,
		to: now,
		repair: `the names ${old} and ${now} were read as ${now}`
	};
	return old === to ? {
		from: old,
		to,
		repair: `the names ${old} and ${now} were read as ${old}`
	} : {
		from: old,
		to: now
	};
}
function withoutPrefix$1(name) {
	return name === null ? name : name.slice(2);
}
function isPrefixedAlone({ old, now, pair }) {
	if (pair !== null && pair !== void 0) return hasPrefixes(...pair);
	return old?.startsWith("a/") === true || now?.startsWith("b/") === true;
}
function saysTwoKinds({ fields, isTwofold }, action) {
	const declared = [
		"new file mode",
		"deleted file mode",
		"rename to",
		"copy to"
	].filter((one) => fields.has(one));
	const own = action === "rename" || action === "copy" ? [`${action} to`] : declared.slice(0, 1);
	return isTwofold || declared.some((one) => !own.includes(one));
}
function actionOf(fields) {
	if (fields.has("new file mode")) return "create";
	return fields.has("deleted file mode") ? "delete" : void 0;
}
function contradiction$1(path) {
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

// src/patch/formats/unified-header.ts
function readFileHeader(reader) {
	const line = numberOf(reader);
	const raw = readRawHeader(reader);
	const names = namesOf(raw, reader.given);
	if (!names.ok) return failed(malformedAt({ line }, names.message));
	const { path } = names.header;
	const special = specialMode(raw);
	if (special !== null || raw.binary) return failed(notText$1(path, special ?? "is binary"));
	if (names.repair !== void 0) addRepair(reader.repairs, names.repair, line);
	const mode = raw.fields.get("new mode") ?? raw.fields.get("new file mode");
	if (mode === void 0) return {
		ok: true,
		header: names.header
	};
	if (!FILE_MODES.has(mode)) return failed(malformedAt({
		line,
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
function readRawHeader(reader) {
	const first = lineAt(reader) ?? "";
	const isGit = first.startsWith(GIT_LINE);
	if (isGit) reader.at += 1;
	const fields = /* @__PURE__ */ new Map();
	let isTwofold = false;
	for (let field = fieldAt(reader); field !== null; field = fieldAt(reader)) {
		const [, name = "", value = ""] = field;
		const known = fields.get(name);
		fields.set(name, / (?:from|to)$/.test(name) ? plainName(value).slice(0, MAX_PATH_BYTES + 1) : value);
		isTwofold ||= known !== void 0 && known !== fields.get(name);
		reader.at += 1;
	}
	const line = lineAt(reader) ?? "";
	const binary = /^(?:Binary files .* differ|GIT binary patch)$/.test(line);
	const pair = isGit ? headerPair(first.slice(GIT_LINE.length)) : void 0;
	const names = readNameLines(reader, isGit);
	return {
		pair,
		fields,
		isTwofold,
		binary,
		...names === void 0 ? {} : { names }
	};
}
const GIT_LINE = "diff --git ";
function fieldAt(reader) {
	return FIELD.exec(lineAt(reader) ?? "");
}
const FIELD = /^(old mode|new mode|new file mode|deleted file mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/;
function readNameLines(reader, isGit) {
	const line = lineAt(reader) ?? "";
	const next = lineAt(reader, reader.at + 1);
	if (line.startsWith("--- ") && next?.startsWith("+++ ") === true) {
		reader.at += 2;
		return [nameOf$2(line.slice(4)), nameOf$2(next.slice(4))];
	}
	if (!/^(?:---|\+\+\+) /.test(line) || !isHunkHeader(next)) return void 0;
	addRepair(reader.repairs, "a file header with only one of the lines --- and +++ was read", numberOf(reader));
	reader.at += 1;
	const name = nameOf$2(line.slice(4));
	if (isGit && name === null) return void 0;
	return line.startsWith("--- ") ? [name, withPrefix(name, "a/", "b/")] : [withPrefix(name, "b/", "a/"), name];
}
function withPrefix(name, from, to) {
	return name?.startsWith(from) === true ? to + name.slice(from.length) : name;
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
function notText$1(path, what) {
	return {
		code: "not_a_text_file",
		message: `${path} ${what}, and diffs are taken of text files only. Send binary content as a write change in base64.`,
		path
	};
}
function failed(refusal) {
	return {
		ok: false,
		refusal
	};
}

// src/patch/formats/unified.ts
function readUnifiedDiff(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	noteMail(reader, text);
	skipProse(reader);
	if (!hasMore(reader) && reader.refusals.length === 0) readBare(reader);
	while (hasMore(reader)) readDiff(reader);
	refuseGivenOtherwise(reader);
	return readingOf$1(reader);
}
function noteMail(reader, text) {
	const mail = mailMessage(text);
	if (mail === null) return;
	const title = mail.title.slice(0, SHOWN_CHARACTERS$3);
	addRepair(reader.repairs, `a mail was read, ${JSON.stringify(title)}; who it says it is from was not used`, numberOf(reader));
}
function skipProse(reader) {
	for (; lineAt(reader) !== void 0 && !isFileStart(reader); reader.at += 1) {
		if (!isHunkHeader(lineAt(reader))) {
			if (!isIndexLine(reader)) passOver(reader);
			continue;
		}
		if (reader.path !== void 0) return;
		if (!/^@@ ?-\d/.test(lineAt(reader) ?? "")) passOver(reader);
		else if (reader.refusals.length === 0) {
			const line = numberOf(reader);
			const message = `The hunk at line ${line} belongs to no file. Put --- a/path and +++ b/path before it.`;
			reader.refusals.push(malformedAt({ line }, message));
		}
	}
}
function readBare(reader) {
	const first = reader.lines.findIndex((line) => line.startsWith("+") || line.startsWith("-"));
	if (reader.path === void 0 || first === -1) {
		reader.refusals.push(malformedAt({ line: reader.before + 1 }, "The diff names no file. Begin each file with --- a/path and +++ b/path."));
		return;
	}
	reader.at = 0;
	reader.passed.length = 0;
	addRepair(reader.repairs, `marked lines without any header were read as a hunk of ${reader.path}`, numberOf(reader));
	pushFile(reader, {
		action: "modify",
		path: reader.path
	}, numberOf(reader));
}
function readDiff(reader) {
	const first = reader.operations.length;
	let goesOn = true;
	while (hasMore(reader) && goesOn) {
		readFile(reader);
		const end = reader.at;
		skipBetweenFiles(reader);
		goesOn = reader.lines.slice(end, reader.at).every((line) => line.trim() === "");
	}
	const own = reader.operations.splice(first);
	for (const operation of copiesFirst(own)) reader.operations.push(operation);
}
function readFile(reader) {
	const line = numberOf(reader);
	const { path } = reader;
	if (isHunkHeader(lineAt(reader)) && path !== void 0) {
		addRepair(reader.repairs, `hunks without a file header were read as hunks of ${path}`, line);
		pushFile(reader, {
			action: "modify",
			path
		}, line);
		return;
	}
	const header = readFileHeader(reader);
	if (header.ok) {
		pushFile(reader, header.header, line);
		return;
	}
	reader.refusals.push(header.refusal);
	skipToFile(reader);
}
function pushFile(reader, header, line) {
	const { hunks, idle, refused } = readHunks(reader, header.path);
	if (refused) return;
	const [first] = idle;
	if (hunks.length === 0 && first !== void 0) {
		for (const refusal of idle) reader.refusals.push(refusal);
		return;
	}
	for (const refusal of idle) addRepair(reader.repairs, "a hunk that changes nothing was left out", Number(refusal.data?.["line"]));
	const result = operationOf(header, hunks, line);
	if ("code" in result) reader.refusals.push(result);
	else reader.operations.push(result);
}
function readHunks(reader, path) {
	const found = {
		hunks: [],
		idle: [],
		refused: false
	};
	while (hasMore(reader) && (lineAt(reader)?.startsWith("@@") === true || isBareHunk(reader, found.hunks))) {
		const passed = reader.passed.length;
		const result = readHunk(reader, path);
		if (result.ok) found.hunks.push(result.hunk);
		else if (result.idle) found.idle.push(result.refusal);
		else {
			reader.refusals.push(result.refusal);
			found.refused = true;
			while (lineAt(reader) !== void 0 && !isHunkHeader(lineAt(reader)) && !isFileHeader(reader)) reader.at += 1;
		}
		while (lineAt(reader)?.trim() === "") reader.at += 1;
		if (refuseOtherFile(reader, path, reader.passed.slice(passed))) found.refused = true;
	}
	return found;
}
function refuseOtherFile(reader, path, passed) {
	if (!isHunkHeader(lineAt(reader))) return false;
	const words = passed.toSorted((left, right) => left - right).map((at) => lineAt(reader, at) ?? "");
	const other = otherFileIn(words, path);
	if (other === null) return false;
	const [line, hunk] = [numberOf(reader), reader.hunks + 1];
	const message = `Hunk ${hunk}, at line ${line} of the diff, stands below words that name ${other}, and behind a hunk for ${path}, so it is open which file is meant. Begin each file with --- a/path and +++ b/path, and leave out words between its hunks that name another one.`;
	reader.refusals.push(malformedAt({
		line,
		path,
		hunk
	}, message));
	return true;
}
function isBareHunk(reader, hunks) {
	if (hunks.length > 0 || isBoundary(reader, reader.at)) return false;
	for (let at = reader.at; !isBoundary(reader, at); at += 1) {
		if (/^[+-]/.test(reader.lines[at] ?? "")) return true;
		if (isFileStart(reader, at)) return false;
	}
	return false;
}
function operationOf(header, hunks, line) {
	const { action, path, executable } = header;
	const mode = executable === void 0 ? {} : { executable };
	switch (action) {
		case "create": return createOf(header, hunks, line);
		case "delete": return {
			action,
			path,
			hunks
		};
		case "rename":
		case "copy": return {
			action,
			from: header.from,
			path,
			hunks,
			...mode
		};
		case "modify":
			if (hunks.length > 0 || executable !== void 0) return {
				action,
				path,
				hunks,
				...mode
			};
			return malformedAt({
				line,
				path
			}, `The diff of ${path} holds no hunk. Send the lines to change, or leave the file out.`);
	}
}
function createOf({ path, executable }, hunks, line) {
	const [hunk, second] = hunks;
	const mode = executable === void 0 ? {} : { executable };
	if (hunk === void 0) return {
		action: "create",
		path,
		lines: [],
		finalNewline: true,
		...mode
	};
	if (second !== void 0 || hunk.lines.some(([mark, text]) => mark === "-" || mark === " " && text !== "")) {
		const message = `The diff makes the new file ${path}, but speaks of lines that it had before. Send one hunk of + lines, or name the old file after ---.`;
		return malformedAt({
			line,
			path,
			hunk: hunk.number
		}, message);
	}
	return {
		action: "create",
		path,
		lines: hunk.lines.map(([, text]) => text),
		finalNewline: hunk.finalNewline ?? true,
		...mode,
		hunk: hunk.number
	};
}
function skipToFile(reader) {
	while (lineAt(reader) !== void 0 && !isFileStart(reader)) reader.at += 1;
}
function skipBetweenFiles(reader) {
	for (let line = lineAt(reader); line !== void 0 && !isFileStart(reader); line = lineAt(reader)) if (isSignature(reader)) {
		reader.at += 2;
		while (lineAt(reader) !== void 0 && !isFileStart(reader)) {
			passOver(reader);
			reader.at += 1;
		}
	} else if (isSeparator(line)) {
		if (!isIndexLine(reader)) passOver(reader);
		reader.at += 1;
	} else if (isListItem(line) && isBehindWords(reader)) {
		passOver(reader);
		reader.at += 1;
	} else if (/^(?:[ +-]|@@)/.test(line)) {
		reader.refusals.push(malformedAt({ line: numberOf(reader) }, `Line ${numberOf(reader)} of the diff belongs to no hunk: ${JSON.stringify(line.slice(0, SHOWN_CHARACTERS$3))}. Remove it, or correct the hunk that it is part of.`));
		skipToFile(reader);
	} else {
		passOver(reader);
		reader.at += 1;
	}
}
function isBehindWords(reader) {
	const above = reader.at - 1;
	return lineAt(reader, above)?.trim() === "" || reader.passed.at(-1) === above;
}
const SHOWN_CHARACTERS$3 = 80;

// src/patch/formats/apply-patch.ts
function readApplyPatch(text, context = {}) {
	const sent = linesToRead(text, context);
	if (sent === null) return tooManyLines();
	const reader = {
		...sent,
		lines: withMarksAtMargin(sent)
	};
	if (isUnifiedDiff(reader)) return readUnifiedDiff(withoutMarks(reader), context);
	skipToPatch(reader);
	while (hasMore(reader)) readNext(reader);
	if (reader.operations.length === 0 && reader.refusals.length === 0) reader.refusals.push(malformedAt({ line: reader.before + Math.min(1, reader.lines.length) }, `The patch names no file. ${SECTIONS}`));
	refuseGivenOtherwise(reader);
	return readingOf$1(reader);
}
function isUnifiedDiff(reader) {
	let found = false;
	for (let at = 0; at < reader.lines.length; at += 1) {
		const kind = sectionHeader(lineAt(reader, at) ?? "")?.kind;
		if (kind === "file" || kind === "move") return false;
		found ||= isFileHeader(reader, at);
	}
	return found;
}
function withoutMarks(reader) {
	return reader.lines.map((line, at) => sectionHeader(lineAt(reader, at) ?? "") === null ? line : "").join("\n");
}
const SECTIONS = "Begin each file with *** Add File: path, *** Update File: path or *** Delete File: path.";
function skipToPatch(reader) {
	for (let at = 0; at < reader.lines.length; at += 1) {
		const header = sectionHeader(lineAt(reader, at) ?? "");
		if (header === null) {
			passOver(reader, at);
			continue;
		}
		reader.at = header.kind === "begin" ? at + 1 : at;
		if (header.kind !== "begin") addRepair(reader.repairs, "a patch without *** Begin Patch was read", numberOf(reader));
		return;
	}
	reader.passed.length = 0;
	if (reader.path === void 0) reader.at = reader.lines.length;
}
function readNext(reader) {
	const line = lineAt(reader) ?? "";
	const header = sectionHeader(line);
	if (header === null) {
		readLoose(reader, line);
		return;
	}
	reader.at += 1;
	if (header.kind === "end") {
		refuseEditsBehind(reader, reader.at);
		skipToNext(reader);
	} else if (header.kind === "file") readSection(reader, header);
	else if (header.kind === "move") refuse$1(reader, reader.at - 1);
}
function skipToNext(reader) {
	for (; reader.at < reader.lines.length && sectionHeader(lineAt(reader) ?? "") === null; reader.at += 1) passOver(reader);
}
function readSection(reader, header) {
	const path = fileNamed(reader, header.path);
	if (header.action === "delete") readRemoved(reader, path);
	else if (header.action === "add") readAdded(reader, path);
	else readUpdated(reader, {
		path,
		...header.to === void 0 ? {} : { to: header.to }
	});
}
function readLoose(reader, line) {
	if (line.trim() === "") reader.at += 1;
	else if (reader.path !== void 0 && reader.operations.length === 0 && reader.refusals.length === 0) {
		if (!isHunkHeader(line) && !/^[ +-]/.test(line)) {
			passOver(reader);
			reader.at += 1;
			return;
		}
		addRepair(reader.repairs, `lines of no file were read as an update of ${reader.path}`, numberOf(reader));
		readUpdated(reader, { path: reader.path });
	} else {
		refuse$1(reader, reader.at);
		skipToNext(reader);
	}
}
function refuse$1(reader, at) {
	const line = numberOf(reader, at);
	const refusal = malformedAt({ line }, `Line ${line} belongs to no file. ${SECTIONS}`);
	reader.refusals.push(refusal);
}

// src/patch/replacement-lines.ts
function replacementLines(old, now) {
	const shorter = Math.min(old.length, now.length);
	let head = 0;
	while (head < shorter && old[head] === now[head]) head += 1;
	let tail = 0;
	while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
	const middle = {
		old: old.slice(head, old.length - tail),
		now: now.slice(head, now.length - tail)
	};
	return [
		...marked(" ", old.slice(0, head)),
		...middleLines(middle),
		...marked(" ", old.slice(old.length - tail))
	];
}
function middleLines({ old, now }) {
	if (old.length === 0 || now.length === 0) return [...marked("-", old), ...marked("+", now)];
	const parts = diffArrays(old, now, { maxEditLength: MAX_EDITS });
	if (parts === void 0) return [...marked("-", old), ...marked("+", now)];
	return parts.flatMap(({ added, removed, value }) => marked(added ? "+" : removed ? "-" : " ", value));
}
const MAX_EDITS = 200;
function marked(mark, lines) {
	return lines.map((text) => [mark, text]);
}

// src/patch/formats/block.ts
function readBlock(reader, { length }) {
	const start = reader.at;
	const { at: end, role, isLoose } = endOfBlock(reader, start);
	const dividers = dividersBetween(reader, start + 1, end);
	const name = `The block at line ${numberOf(reader, start)}`;
	const ending = blockMarker(lineAt(reader, end) ?? "");
	if (role === "replace" && !isLoose && ending?.rest !== "") passOver(reader, end);
	reader.at = role === "replace" ? end + 1 : end;
	if (role === "search") return {
		problem: `${name} does not end before the next one begins. ${END}`,
		line: numberOf(reader, end)
	};
	const exact = dividers.filter((divider) => divider.length === length);
	const [divider, second] = exact.length > 0 ? exact : dividers;
	if (divider === void 0 && role === void 0) return {
		problem: `${name} does not end. ${END}`,
		line: numberOf(reader, start)
	};
	if (divider === void 0) return {
		problem: `${name} has no ======= line. Put one between the old and the new lines.`,
		line: numberOf(reader, end)
	};
	if (second !== void 0) return {
		problem: `${name} has two ======= lines, so nobody can tell which one divides it. Write another number of = for the divider and the marks, from 5 to 9, or send an edit.`,
		line: numberOf(reader, second.at)
	};
	const last = role === void 0 ? endOfUnclosed(reader, start, divider.at) : end;
	if (typeof last !== "number") return {
		problem: `${name} does not end, and at line ${numberOf(reader, last.other)} stands what may be no part of it. ${END}`,
		line: numberOf(reader, start)
	};
	if (role === void 0) reader.at = Math.max(last, divider.at + 1);
	const { lines, startLine } = withoutHint(linesBetween(reader, start + 1, divider.at));
	return {
		search: lines,
		replace: linesBetween(reader, divider.at + 1, last),
		...startLine === void 0 ? {} : { startLine },
		repairs: [...repairsOfEnd(role, isLoose), ...repairsOfEscapes(reader, start + 1, last)]
	};
}
function repairsOfEnd(role, isLoose) {
	if (isLoose) return ["an end of a block that is indented or too long was read as its end"];
	return role === void 0 ? ["the last block does not end, and was read to the end of its fence or text"] : [];
}
const END = "End it with >>>>>>> REPLACE.";
function repairsOfEscapes(reader, from, to) {
	return reader.lines.slice(from, to).some((line) => withoutEscape(line) !== line) ? ["a backslash before a line like the marks of a block was left out"] : [];
}
function dividersBetween(reader, from, to) {
	const dividers = [];
	for (let at = from; at < to; at += 1) {
		const marker = blockMarker(lineAt(reader, at) ?? "");
		if (marker?.role === "divider") dividers.push({
			at,
			length: marker.length
		});
	}
	return dividers;
}
function linesBetween(reader, from, to) {
	return reader.lines.slice(from, to).map((line) => withoutEscape(line.endsWith("\r") ? line.slice(0, -1) : line));
}
function endOfUnclosed(reader, start, divider) {
	const fence = fenceAround(reader, start);
	const end = fence === null ? reader.lines.length : closingBehind(reader, start, fence);
	let last = end - 1;
	while (last > divider && (lineAt(reader, last) ?? "").trim() === "") last -= 1;
	const closesText = /^(?:`{3,}|~{3,})$/.test((lineAt(reader, last) ?? "").trimEnd());
	const isFenced = closesText || end < reader.lines.length;
	const to = closesText ? last : last + 1;
	const other = somethingElse(reader, {
		from: divider + 1,
		to,
		isFenced
	});
	if (other !== null) return { other };
	return closesText || (lineAt(reader, divider - 1) ?? "").trim() !== "" ? to : end;
}
function withoutHint(lines) {
	let at = 0;
	let startLine;
	for (let hint = HINT.exec(lines[at] ?? ""); hint !== null; hint = HINT.exec(lines[at] ?? "")) {
		if (hint[1] === "start") startLine = Number(hint[2]);
		at += 1;
	}
	if (at > 0 && /^-{5,9}$/.test((lines[at] ?? "").trimEnd())) at += 1;
	return {
		lines: lines.slice(at),
		...startLine === void 0 || startLine === 0 ? {} : { startLine }
	};
}
const HINT = /^:(start|end)_line: ?(\d{1,9}) {0,9}$/;

// src/patch/formats/blocks.ts
function readBlocks(text, context = {}) {
	const reader = linesToRead(text, context);
	if (reader === null) return tooManyLines();
	const files = {
		path: reader.path,
		given: context.pathFrom === void 0 ? reader.path : void 0,
		isSentence: context.pathFrom === "sentence",
		isMentioned: false,
		titleAt: null,
		isTitled: context.pathFrom === "line",
		otherAt: null,
		elsewhere: void 0,
		open: void 0,
		first: reader.hunks
	};
	while (hasMore(reader)) {
		const line = lineAt(reader) ?? "";
		const marker = blockMarker(line);
		if (marker?.role === "search") takeBlock(reader, files, marker);
		else if (marker !== null) refuseStray(reader, files.path);
		else noteLine(reader, files, line);
		if (marker?.role !== "search") reader.at += 1;
	}
	passOverUnused(reader, files);
	if (reader.refusals.length === 0) refuseElsewhere(reader, files);
	if (reader.hunks === files.first && reader.refusals.length === 0) reader.refusals.push(noBlock(reader));
	return readingOf$1(reader);
}
function noteLine(reader, files, line) {
	if (!noteName(reader, files, line)) {
		passOver(reader);
		noteOther(reader, files, line);
		return;
	}
	files.otherAt = null;
	passOverUnused(reader, files);
	files.titleAt = reader.at;
	files.isTitled = true;
}
function noteOther(reader, files, line) {
	if (line.trim() === "" || fenceOn(line) !== null) return;
	files.otherAt = null;
	if (files.path === void 0 || files.given !== void 0 || files.isMentioned) return;
	if (reader.hunks > files.first && otherPathIn(line, files.path) !== null) files.otherAt = reader.at;
}
function takeOther(reader, files, place) {
	if (files.otherAt === null || files.path === void 0) return;
	const other = otherPathIn(lineAt(reader, files.otherAt) ?? "", files.path);
	if (other === null) return;
	if (other.isAlone) {
		files.path = nameOf$1(reader, files, other.path);
		return;
	}
	const message = `Block ${place.number} stands below words that name ${other.path}, and behind a block for ${files.path}, so it is open which file is meant. Put a line with the file's path and nothing else before it.`;
	reader.refusals.push(malformedAt({
		line: place.line,
		hunk: place.number
	}, message));
}
function passOverUnused(reader, files) {
	if (files.titleAt !== null) passOver(reader, files.titleAt);
	files.titleAt = null;
}
function noteName(reader, files, line) {
	if (line.trim() === "") return false;
	const fence = fenceOn(line);
	if (fence !== null) return namesInFence(reader, files, fence);
	const name = pathOn(line);
	const isTitle = isTitleLine(line);
	if (name === null || files.path !== void 0 && !looksLikePath(name) && !isKnownName(name)) {
		forgetSentence(files);
		return false;
	}
	if (files.given !== void 0 && !isTitle) return false;
	files.path = nameOf$1(reader, files, name);
	files.isSentence = readsLikeSentence(line, name);
	files.isMentioned = !isTitle;
	return isTitle;
}
function nameOf$1(reader, { path, given }, name) {
	return path === given ? fileNamed(reader, name) : fullPath(name, void 0);
}
function forgetSentence(files) {
	if (files.isMentioned) files.path = files.given;
	files.isMentioned = false;
}
function namesInFence(reader, files, fence) {
	const name = pathInInfo(fence);
	if (name === null) return false;
	files.path = nameOf$1(reader, files, name);
	files.otherAt = null;
	files.isSentence = false;
	files.isMentioned = false;
	return true;
}
function takeBlock(reader, files, marker) {
	reader.hunks += 1;
	const line = numberOf(reader);
	const number = reader.hunks;
	if (looksLikePath(marker.rest) || isKnownName(marker.rest)) noteNameBehindMark(reader, files, {
		path: nameOf$1(reader, files, marker.rest),
		number,
		line
	});
	else {
		if (marker.rest !== "") passOver(reader);
		takeOther(reader, files, {
			number,
			line
		});
	}
	files.otherAt = null;
	files.isMentioned = false;
	files.titleAt = null;
	files.isTitled = false;
	const { path } = files;
	const block = readBlock(reader, marker);
	if ("problem" in block) reader.refusals.push(malformedAt({
		line: block.line,
		path,
		hunk: number
	}, block.problem));
	else if (path === void 0) {
		const message = `Block ${number} has no path. Put a line with the file's path before it, such as File: src/a.js.`;
		reader.refusals.push(malformedAt({
			line,
			hunk: number
		}, message));
	} else addBlock(reader, files, {
		path,
		number,
		line,
		block
	});
}
function noteNameBehindMark(reader, files, place) {
	const above = files.isTitled ? files.path : void 0;
	files.isSentence = false;
	if (above !== void 0 && !mayBeOneFile(place.path, above)) reader.refusals.push(twoNames(place, `the line above it says ${above}`));
	else if (above === void 0 || above.length <= place.path.length) {
		files.path = place.path;
		if (files.given !== void 0 && !mayBeOneFile(place.path, files.given)) files.elsewhere ??= place;
	} else addRepair(reader.repairs, `the name ${place.path} was read as ${above}`, place.line);
}
function refuseElsewhere(reader, { given, elsewhere }) {
	const isDone = reader.operations.some(({ path }) => path === given);
	if (elsewhere !== void 0 && !isDone) reader.refusals.push(twoNames(elsewhere, `the path that was given with it is ${given}`));
}
function twoNames({ path, number, line }, other) {
	const message = `Block ${number} is for ${path} by its first line, and ${other}, so it is open which file is meant. Name one of them in both places, or in one place only.`;
	return malformedAt({
		line,
		path,
		hunk: number
	}, message);
}
function addBlock(reader, files, { path, number, line, block }) {
	for (const repair of block.repairs) addRepair(reader.repairs, repair, line);
	if (block.search.every((text) => text.trim() === "")) {
		files.open = void 0;
		if (files.isSentence) reader.refusals.push(unclearName({
			path,
			number,
			line
		}));
		else reader.operations.push(newFile({
			path,
			number,
			line,
			block
		}));
		return;
	}
	const { lines, first, numbered } = linesOfBlock(reader, line, block);
	if (lines.every(([mark]) => mark === " ")) {
		const message = `Block ${number} replaces lines of ${path} by the same lines. Send them as they shall be, or leave the block out.`;
		reader.refusals.push(malformedAt({
			line,
			path,
			hunk: number
		}, message));
		return;
	}
	const lineHint = block.startLine ?? first;
	const hunk = {
		number,
		lines,
		...lineHint === void 0 ? {} : { lineHint },
		anchors: [],
		noMarkLost: true,
		...numbered === void 0 ? {} : { numbered: withHint(numbered, block.startLine) }
	};
	if (files.open?.path === path) {
		files.open.hunks.push(hunk);
		return;
	}
	files.open = {
		path,
		hunks: [hunk]
	};
	reader.operations.push({
		action: "modify",
		...files.open
	});
}
function unclearName({ path, number, line }) {
	const message = `Block ${number} has nothing to search, so it makes a file, and "${path}" may be a sentence. Put a line with the file's path and nothing else before it, such as File: bin/run.`;
	return malformedAt({
		line,
		hunk: number
	}, message);
}
function newFile({ path, number, block }) {
	return {
		action: "create",
		path,
		lines: block.replace,
		finalNewline: true,
		hunk: number
	};
}
function linesOfBlock(reader, line, { search, replace }) {
	const bare = search.length < LEAST_NUMBERED ? null : withoutNumbersOnBothSides({
		old: search,
		now: replace
	});
	const lines = replacementLines(search, replace);
	if (bare === null) return { lines };
	addRepair(reader.repairs, "line numbers before the lines of a block were left out, unless the file has them", line);
	return {
		lines: replacementLines(bare.old, bare.now),
		first: bare.first,
		numbered: lines
	};
}
function withHint(lines, lineHint) {
	return {
		lines,
		...lineHint === void 0 ? {} : { lineHint }
	};
}
const LEAST_NUMBERED = 2;
function refuseStray(reader, path) {
	const line = numberOf(reader);
	const message = `Line ${line} is the middle or the end of a block that did not begin. Begin blocks with <<<<<<< SEARCH; where one writes such a line, put a backslash before it.`;
	reader.refusals.push(malformedAt({
		line,
		path
	}, message));
}
function noBlock(reader) {
	return malformedAt({ line: reader.before + 1 }, "There is no block. Send the path, then <<<<<<< SEARCH, ======= and >>>>>>> REPLACE, each on a line of its own.");
}

// src/patch/formats/fence-margin.ts
function startOfFence(text, at, fence) {
	return {
		...text,
		lines: withoutIndent(text.lines.slice(at + 1, closingAt(text, at, fence)), fence)
	};
}
function moveToMargin(text, at, fence) {
	if (fence.indent === 0) return fence;
	const space = " ".repeat(fence.indent);
	const isInside = (line) => line.startsWith(space) || line.trim() === "";
	let end = at + 1;
	while (end < text.lines.length && isInside(text.lines[end] ?? "")) end += 1;
	const closing = closingAt(text, at, fence);
	if (end < closing) return fence;
	const last = end === closing ? closing + 1 : end;
	for (let next = at; next < Math.min(last, text.lines.length); next += 1) {
		const line = text.lines[next] ?? "";
		text.lines[next] = line.startsWith(space) ? line.slice(fence.indent) : line.trimStart();
	}
	return {
		...fence,
		indent: 0
	};
}
function closingAt(text, at, fence) {
	let closing = at + 1;
	while (closing < text.lines.length && !closes$1(lineAt(text, closing) ?? "", fence)) closing += 1;
	return closing;
}

// src/patch/formats/text-parts.ts
function partsOf(lines) {
	const parts = [];
	const text = {
		...lines,
		lines: [...lines.lines]
	};
	const scan = {
		text,
		parts,
		at: 0,
		fence: null,
		above: null,
		aboveAt: -1,
		isTitle: false,
		isSentence: false,
		title: null,
		fenceTitle: null,
		marks: {
			begin: null,
			end: null,
			closing: null
		}
	};
	while (scan.at < text.lines.length) step(scan);
	return {
		lines: text,
		parts
	};
}
function step(scan) {
	const { text, at } = scan;
	const line = lineAt(text, at) ?? "";
	const format = isStrayEnd(scan, line) ? "blocks" : formatAt(text, at);
	if (format !== null) takePart(scan, format);
	else if (scan.fence !== null && closes$1(line, scan.fence)) {
		scan.fence = null;
		scan.fenceTitle = null;
		scan.at += 1;
	} else if (scan.fence === null && fenceOn(line) !== null) enterFence(scan, line);
	else {
		if (line.trim() !== "" && !isTagLine(line)) noteAbove(scan, line);
		scan.at += 1;
	}
}
function isStrayEnd({ parts }, line) {
	return blockMarker(line)?.role === "replace" && parts.some(({ format }) => format === "blocks");
}
function noteAbove(scan, line) {
	scan.above = nameOn(line);
	scan.aboveAt = scan.at;
	scan.isTitle = scan.above !== null && isTitleLine(line);
	scan.isSentence = scan.above !== null && readsLikeSentence(line, scan.above);
	scan.title = fileTitle(line);
}
function nameOn(line) {
	const name = pathOn(line);
	if (name === null) return null;
	const isMarked = line.includes("`") || /file|path/i.test(labelOn(line) ?? "");
	return looksLikePath(name) || isKnownName(name) || isMarked ? name : null;
}
function takePart(scan, format) {
	const { text, at, fence } = scan;
	const end = endOfPart(scan, format);
	const { above, isTitle, isSentence } = scan;
	const path = above !== null ? {
		path: above,
		isTitled: isTitle,
		isSentence,
		...titleOf(scan, true)
	} : {};
	const last = scan.parts.at(-1);
	if (format === "blocks" && last?.format === "blocks") scan.parts[scan.parts.length - 1] = {
		...last,
		end,
		...titledBy(scan, end, last.titled)
	};
	else scan.parts.push({
		format,
		start: at,
		end,
		...fence === null ? {} : { fence },
		...path,
		...titledBy(scan, end)
	});
	scan.at = end;
	if (format === "blocks" && fence !== null && closes$1(lineAt(text, end - 1) ?? "", fence)) scan.fence = null;
	forgetAbove(scan);
}
function titledBy({ fenceTitle }, end, others = []) {
	const titled = fenceTitle === null ? others : [...others, {
		...fenceTitle,
		end
	}];
	return titled.length === 0 ? {} : { titled };
}
function titleOf({ text, isTitle, aboveAt }, isEdit) {
	if (!isTitle || aboveAt < 0) return {};
	const fence = fenceOn(lineAt(text, aboveAt) ?? "");
	const named = fence === null ? null : fileInInfo(fence.info);
	return named !== null && (isEdit ? !named.isAlone : named.hasMore) ? {} : { titleAt: aboveAt };
}
function forgetAbove(scan) {
	scan.above = null;
	scan.title = null;
	scan.fenceTitle = null;
}
function enterFence(scan, line) {
	const { text, at } = scan;
	const fence = fenceOn(line);
	if (fence === null) return;
	const language = languageOf(fence);
	const named = fileInInfo(fence.info);
	if (named !== null) {
		[scan.above, scan.aboveAt, scan.isTitle, scan.isSentence] = [
			named.path,
			at,
			true,
			false
		];
		scan.title = named.isAlone ? {
			path: named.path,
			isAlone: true
		} : null;
	}
	const inside = startOfFence(text, at, fence);
	const first = nextFilled(inside, 0);
	const second = nextFilled(inside, first + 1);
	const lead = lineAt(inside, first) ?? "";
	const isNamed = nameOn(lead) !== null;
	const isLed = isNamed || heredocWord(lead) !== null;
	const leading = formatAt(inside, first) ?? (isLed ? formatAt(inside, second) : null);
	if (leading !== null && !(isWholeLanguage(language) && (leading === "diff" || isNamed))) beginFence(scan, fence);
	else if (language === "diff" || language === "patch") {
		beginFence(scan, fence);
		takePart(scan, "diff");
	} else takeFence(scan, fence);
}
function beginFence(scan, fence) {
	scan.fence = moveToMargin(scan.text, scan.at, fence);
	scan.at += 1;
	scan.fenceTitle = scan.title === null ? null : {
		title: scan.title,
		start: scan.at
	};
}
function isWholeLanguage(language) {
	return [
		"md",
		"markdown",
		"rst"
	].includes(language);
}
function nextFilled(text, from) {
	let at = from;
	while (lineAt(text, at)?.trim() === "") at += 1;
	return at;
}
function takeFence(scan, fence) {
	const { text, at, above, isTitle, title } = scan;
	const { end, isOpen } = endOfFence(text, at + 1, fence);
	const own = {
		...text,
		lines: withoutIndent(text.lines.slice(at + 1, end), fence)
	};
	const hasMarks = own.lines.some((_, index) => formatAt(own, index) !== null);
	const path = above !== null ? {
		path: above,
		isTitled: isTitle,
		...titleOf(scan, false)
	} : {};
	const named = title === null ? path : {
		...path,
		title
	};
	scan.parts.push({
		format: "fence",
		start: at + 1,
		end,
		fence,
		...named,
		isOpen,
		hasMarks
	});
	scan.at = end + 1;
	forgetAbove(scan);
}
function endOfFence(text, from, fence) {
	let depth = 0;
	for (let at = from; at < text.lines.length; at += 1) {
		const line = lineAt(text, at) ?? "";
		const inner = fenceOn(line);
		if (inner?.mark === fence.mark) {
			if (inner.info !== "") depth += 1;
			else if (depth === 0 && inner.indent <= fence.indent) return {
				end: at,
				isOpen: false
			};
			else depth = Math.max(0, depth - 1);
		}
	}
	return {
		end: text.lines.length,
		isOpen: true
	};
}

// src/patch/formats/one-format.ts
function refuseOtherFormats(kind, text) {
	const lines = linesToRead(text);
	const formats = lines === null ? [] : partsOf(lines).parts.map(({ format }) => format);
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

// src/patch/formats/shell-commands.ts
function commandsNotRun$1(lines, blocks) {
	const titled = blocks.filter(({ title }) => title !== void 0).slice(0, MOST_NUMBERS);
	const others = blocks.filter((block) => !titled.includes(block));
	return [...others.length === 0 ? [] : [`The commands in ${blocksAt(lines, others)} were not run`], ...titled.map((block) => `The commands in ${blocksAt(lines, [block])} were not run, and ${block.title?.path} was not made of them`)];
}
function commandsBehind(lines, parts) {
	const found = parts.flatMap((part, index) => {
		const at = part.format === "fence" ? null : lineBehind(lines, part, parts[index + 1]?.start);
		return at === null ? [] : [numberOf(lines, at)];
	});
	return found.length === 0 ? [] : [`The commands at ${counted("line", found)}, behind a patch, were not run`];
}
function blocksAt(lines, parts) {
	const numbers = parts.map(({ start }) => numberOf(lines, start - 1));
	return `the code ${parts.length === 1 ? "block" : "blocks"} at ${counted("line", numbers)}`;
}
function lineBehind(lines, { fence, start, end }, next = lines.lines.length) {
	if (fence === void 0 && heredocWord(lines.lines[start - 1] ?? "") !== null) return lineRightBehind(lines, end, next);
	if (fence === void 0 || !isShellFence(fence)) return null;
	const given = heredocWord(lines.lines[next - 1] ?? "") === null ? next : next - 1;
	const behind = lines.lines.slice(end, given);
	const closing = behind.findIndex((line) => fenceOn(line) !== null);
	const commands = behind.slice(0, closing === -1 ? void 0 : closing).findIndex((line) => /\S\s+\S/.test(line));
	return commands === -1 ? null : end + commands;
}
function lineRightBehind({ lines }, end, next) {
	for (let at = end; at < next; at += 1) {
		const line = lines[at] ?? "";
		if (line.trim() === "" || fenceOn(line) !== null || heredocWord(line) !== null) return null;
		if (/\S\s+\S/.test(line)) return /^\s*\p{Lu}|[.:!?]\s*$/u.test(line) ? null : at;
	}
	return null;
}
function counted(unit, numbers) {
	const more = numbers.length > MOST_NUMBERS ? ` and ${numbers.length - MOST_NUMBERS} more` : "";
	return `${unit}${numbers.length === 1 ? "" : "s"} ${numbers.slice(0, MOST_NUMBERS).join(", ")}${more}`;
}
const MOST_NUMBERS = 10;

// src/patch/formats/prose.ts
function passOverBeside(lines, parts) {
	const titles = new Set(parts.map((part) => isTitleOf(lines, part) ? part.titleAt : void 0));
	let from = 0;
	for (const { start, end } of [...parts, {
		start: lines.lines.length,
		end: 0
	}]) {
		for (let at = from; at < start; at += 1) if (!titles.has(at) && !isIndexLine(lines, at)) passOver(lines, at);
		from = end;
	}
}
function isTitleOf(lines, { format, path = "", start, end }) {
	if (format === "fence" || format === "blocks") return true;
	const name = path.slice(path.lastIndexOf("/") + 1);
	const headers = lines.lines.slice(start, end).filter((line) => HEADER.test(line));
	return headers.length === 0 || headers.some((line) => line.includes(name));
}
function proseNote(passed) {
	const stretches = stretchesOf(passed.filter(({ text }) => isSaying(text.trim())));
	if (stretches.length === 0) return null;
	const shown = stretches.slice(0, MOST_STRETCHES).map(shownStretch);
	const more = stretches.length - shown.length;
	const rest = more > 0 ? `; and ${more} more such places` : "";
	return `Words that belong to no edit were passed over: ${shown.join("; ")}${rest}`;
}
function commandsBeside(passed) {
	const lines = passed.filter(({ text }) => givingLine(text)?.hasCommands === true).map(({ line }) => line);
	return lines.length === 0 ? [] : [`The commands at ${counted("line", lines)}, beside a patch, were not run`];
}
function isSaying(line) {
	const fence = fenceOn(line);
	if (!/[\p{L}\p{N}]/u.test(line) || isTagLine(line)) return false;
	if (fence !== null && pathInInfo(fence) === null && !hasWords(fence)) return false;
	if (/^(?:EOF|PATCH)$/.test(line) || isGivenPatch(line)) return false;
	return !isSeparator(line) || /^(?:Only in|Index:|diff) /.test(line);
}
function isGivenPatch(line) {
	const given = givingLine(line);
	return given !== null && !given.hasRemark && !given.hasCommands || FILE_OF_PATCH.test(line);
}
const FILE_OF_PATCH = /^(?:\$ )?cat ?>{1,2} ?[\w./-]{0,200}\.(?:patch|diff) ?<<-? ?['"]?\w+['"]?$/;
function stretchesOf(prose) {
	const stretches = [];
	for (const { line, text } of prose.toSorted((left, right) => left.line - right.line)) {
		const open = stretches.at(-1);
		if (open === void 0 || line > open.last + MOST_BETWEEN) {
			stretches.push({
				first: line,
				last: line,
				text: text.trim().slice(0, MOST_CHARACTERS$1 + 1)
			});
			continue;
		}
		if (open.text.length <= MOST_CHARACTERS$1) open.text = `${open.text} ${text.trim().slice(0, MOST_CHARACTERS$1)}`;
		open.last = line;
	}
	return stretches;
}
function shownStretch({ first, last, text }) {
	const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
	return `"${text.length > MOST_CHARACTERS$1 ? `${cutBetweenWords(text)}…` : text}" (${lines})`;
}
function cutBetweenWords(text) {
	const kept = text.slice(0, MOST_CHARACTERS$1).toWellFormed();
	return OF_WORD.test(text.charAt(MOST_CHARACTERS$1)) ? kept.replace(/[\w+/=.:~-]+$/, "") : kept;
}
const OF_WORD = /[\w+/=.:~-]/;
const MOST_BETWEEN = 2;
const MOST_CHARACTERS$1 = 160;
const MOST_STRETCHES = 6;

// src/patch/formats/bare-words.ts
function isWordsFor(text, path) {
	if (HOLDS_WORDS.test(path)) return false;
	const lines = text.slice(0, MAX_LOOKED_AT$2).split("\n").map((line) => line.trim()).filter((line) => line !== "");
	const [first = ""] = lines;
	if (!lines.every(isLineOfWords) || HAS_KEYS.test(path) && KEY.test(first)) return false;
	const isEnded = ENDED.test(lines.at(-1) ?? "");
	const isLong = first.split(/\s+/).length >= LEAST_WORDS;
	if (/^\p{Lo}/u.test(first)) return true;
	return BEGUN.test(first) ? isEnded || isLong && lines.length === 1 : isEnded && isLong;
}
const HOLDS_WORDS = /\.(?:mdx?|markdown|rst|txt|text|adoc|org|tex|html?|hbs|ejs|erb|j2|jinja2?|njk|liquid|mustache|tmpl|tpl|feature|csv|tsv|po|srt|vtt|log|license|v)$|(?:^|\/)\.?(?![^/.]+file$)[^/.]+$/i;
const MAX_LOOKED_AT$2 = 2e4;
function isLineOfWords(line) {
	const bare = line.replace(/^(?:[-•]|\d{1,3}[.)]) /, "").replaceAll(IN_SENTENCES, "x");
	return /^[\p{L}\p{N}]/u.test(bare) && !/[{}[\]=<>$#@\\|~^*+&]|;$|\w\(/.test(bare);
}
const IN_SENTENCES = /`[^`]{1,200}`|\*{1,2}[^*]{1,200}\*{1,2}|\(\)|#\d{1,9}\b/g;
const HAS_KEYS = /\.(?:ya?ml|toml|ini|cfg|conf|properties)$/i;
const KEY = /^[\w.-]{1,80}:(?: |$)/;
const ENDED = /[.!?:。！？：…]$/;
const BEGUN = /^\p{Lu}[\p{Ll}'’ ,]/u;
const LEAST_WORDS = 4;

// src/patch/formats/edit-for-file.ts
function isEditFor(text, path) {
	return !showsEdits(path) && beginsAsEdit(text);
}
function showsEdits(path) {
	return SHOWS_EDITS.test(path);
}
function beginsAsEdit(text) {
	const filled = beginningOf(text);
	const first = filled.findIndex((line) => !isLead(line));
	const lines = first === -1 ? null : linesToRead(filled.slice(first, first + 2).join("\n"));
	return lines !== null && (formatAt(lines, 0) !== null || UNREADABLE.test(filled.slice(first, first + 3).join("\n")));
}
function isEditAtOnce(text) {
	const first = beginningOf(text).find((line) => fenceOn(line) === null);
	return first !== void 0 && !isLead(first) && beginsAsEdit(text);
}
function namesFile$1(text, path) {
	return beginningOf(text).some((line) => {
		if (!line.endsWith(path)) return false;
		const before = line.slice(0, -path.length);
		return before === "" || /^(?:(?:---|\+\+\+|diff --git .{0,1100}) (?:[a-z]\/)?|\*{3} [A-Z][a-z]+ File: )$/.test(before);
	});
}
function beginningOf(text) {
	return text.slice(0, MAX_LOOKED_AT$1).split("\n").map((line) => line.trim()).filter((line) => line !== "");
}
const UNREADABLE = /^<{3,}\s*SEARCH\b|^\*{3} \S.*\n-{3} \S.*\n\*{15}/;
function isLead(line) {
	return fenceOn(line) !== null || isLineOfWords(line) && /[.:!]$/.test(line) || isTitleLine(line);
}
const MAX_LOOKED_AT$1 = 2e4;
const SHOWS_EDITS = /\.(?:diff|patch|rej|mdx?|markdown|rst|txt|text|adoc|org|tex|snap)$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;

// src/patch/formats/fenced-files.ts
function fencedFiles(lines, parts) {
	const blocks = parts.filter((part) => !isCommands(lines, part));
	const named = blocks.filter((part) => isNamed(lines, part));
	const [only, second] = named.length > 0 ? named : blocks;
	if (only === void 0 || named.length === 0 && (second !== void 0 || lines.path === void 0)) return unnamed(lines, blocks[0] ?? parts[0]);
	const taken = new Set(named.length > 0 ? named : [only]);
	const doubt = followerInDoubt(parts, taken);
	const files = doubt === void 0 ? [...taken].map((part) => fileIn(lines, part, part.title?.path)) : longFile(lines, taken);
	if (files === null) return unpaired(lines, doubt);
	const paths = /* @__PURE__ */ new Set();
	const twice = files.find(({ path }) => paths.size === paths.add(path).size);
	if (twice !== void 0) return sentTwice(twice);
	for (const file of files) noteTaken(lines, file);
	const left = parts.filter((part) => !taken.has(part) && (doubt === void 0 || part.start < only.start));
	const commands = left.filter((part) => isCommands(lines, part));
	return {
		files,
		repairs: passedOver$2(lines, left.filter((part) => !isCommands(lines, part))),
		notDone: commandsNotRun$1(lines, commands)
	};
}
function noteTaken(lines, { path, linesBefore }) {
	addRepair(lines.repairs, `the code block was taken for the whole of ${path}`, numberOf(lines, linesBefore - 1));
}
function fileIn(lines, { start, end, fence }, path) {
	const own = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED);
	return {
		path: path === void 0 ? lines.path ?? "" : fileNamed(lines, path, start - 1),
		content: own.length === 0 ? "" : `${own.join("\n")}\n`,
		found: "fenced",
		linesBefore: start
	};
}
function isCommands(lines, { fence, title }) {
	if (fence === void 0 || !isShellFence(fence) || title?.isAlone === true) return false;
	return lines.path === void 0 || !/\.(?:sh|bash|zsh|ps1|bat|cmd)$/.test(lines.path);
}
function isNamed(lines, { title }) {
	return title !== void 0 && (title.isAlone || lines.path === void 0);
}
function unnamed(lines, first) {
	const line = numberOf(lines, (first?.start ?? 1) - 1);
	const message = `The code block at line ${line} does not say which file it is, and holds no edit. Put the file's path, and nothing else, on the line above it, or send a write change.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
function followerInDoubt(parts, taken) {
	const next = /* @__PURE__ */ new Map();
	let doubt;
	for (const part of parts.toReversed()) {
		const mark = part.fence?.mark ?? "";
		const follower = next.get(mark);
		if (taken.has(part) && follower?.fence?.info === "" && !taken.has(follower)) doubt = follower;
		next.set(mark, part);
	}
	return doubt;
}
function longFile(lines, taken) {
	const [only, second] = taken;
	const last = lines.lines.findLastIndex((line) => line.trim() !== "");
	if (only?.fence === void 0 || second !== void 0) return null;
	if (!closes$1(lineAt(lines, last) ?? "", only.fence)) return null;
	return [{
		...fileIn(lines, {
			...only,
			end: last
		}, only.title?.path),
		sureLines: only.end - only.start
	}];
}
function unpaired(lines, doubt) {
	const line = numberOf(lines, (doubt?.start ?? 1) - 1);
	const message = `The code block at line ${line} names no file, so it may be part of the file before it. Put four backquotes around a file that holds code blocks, or send a write change.`;
	return malformedAt({ line }, message);
}
function sentTwice({ path, linesBefore }) {
	const message = `Two code blocks are for ${path}, so nobody can tell which one is the file. Send one of them.`;
	return malformedAt({
		line: linesBefore,
		path
	}, message);
}
function passedOver$2(lines, examples) {
	return examples.length === 0 ? [] : [`No file was made of ${blocksAt(lines, examples)}, because the line above is not just a path`];
}

// src/patch/formats/unescaped-text.ts
function unescapedText(text) {
	if (text.includes("\n") || !text.includes("\\n") || !MARKS.test(text)) return null;
	const inner = /^\s*"/.test(text) ? text.trim().slice(1, -1) : text;
	if (/(?:^|[^\\])(?:\\\\)*"/.test(inner) && /\\[^n]/.test(inner)) return null;
	return inner.replace(/\\(.)/g, (escape, letter) => ESCAPES[letter] ?? escape);
}
const MARKS = /\*\*\* Begin Patch\\n|(?:<{5,9}|-{5,9}) ?SEARCH\\n|(?:^|"|\\n)(?:@@ -\d|diff --git |--- \S)/;
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"'": "'",
	"\\": "\\"
};

// src/patch/formats/json-place.ts
function isAllOfText(before, after) {
	if (WRITES.test(before.slice(-MAX_COMMAND$1)) || OBJECT.test(before) || OBJECT.test(after)) return false;
	const [above, below] = [before, after].map((text) => unescapedText(text) ?? text);
	const lines = linesToRead(`${above}\n{}\n${below}`);
	return lines !== null && partsOf(lines).parts.every(({ format, title, hasMarks }) => format === "fence" && title === void 0 && hasMarks !== true);
}
const OBJECT = /^\{\s*"/m;
const WRITES = /^[ \t]*(?:\$ )?(?:sudo )?(?=[^\n]*<<)(?:cat\b[^\n|]*>|tee\b)[^\n]*\n[\s[]*(?![\s\S])/m;
const MAX_COMMAND$1 = 400;
function stretchesBeside(lines, parts) {
	return wholeStretches(lines, parts).flatMap((whole) => {
		const pieces = piecesOf(whole);
		return pieces.length > 1 && pieces.length <= MOST_PIECES ? [whole, ...pieces] : [whole];
	});
}
function piecesOf({ start, text }) {
	const own = text.split("\n");
	const starts = own.flatMap((line, at) => BEGINS_JSON.test(line) ? [at] : []);
	return starts.map((from, index) => ({
		start: start + from,
		text: own.slice(from, starts[index + 1]).join("\n")
	}));
}
const MOST_PIECES = 100;
const BEGINS_JSON = /^[[{]/;
function wholeStretches(lines, parts) {
	const found = [];
	let open = null;
	for (const [at, isBeside] of linesBeside(lines, parts).entries()) {
		const line = lineAt(lines, at) ?? "";
		if (isBeside && open === null && BEGINS_JSON.test(line)) open = at;
		if (isBeside || open === null) continue;
		found.push(stretch(lines, open, at));
		open = null;
	}
	return open === null ? found : [...found, stretch(lines, open, lines.lines.length)];
}
function stretch({ lines }, start, end) {
	return {
		start,
		text: lines.slice(start, end).join("\n")
	};
}
function linesBeside(lines, parts) {
	const beside = lines.lines.map((_, at) => fenceOn(lineAt(lines, at) ?? "") === null);
	for (const { format, start, end } of parts) {
		let isInBlock = false;
		for (let at = start; at < end; at += 1) {
			const line = lineAt(lines, at) ?? "";
			const role = format === "blocks" ? blockMarker(line)?.role : void 0;
			if (role === "search") isInBlock = true;
			const isInDiff = format === "diff" && (/^[-+@\\]/.test(line) || isFileStart(lines, at));
			beside[at] = format === "blocks" && !isInBlock || format === "diff" && !isInDiff;
			if (role === "replace") isInBlock = false;
		}
	}
	return beside;
}

// src/patch/formats/part-change.ts
function changeOf(lines, { format, start, end, fence, path, isTitled, titleAt }) {
	const text = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED).join("\n") + (end < lines.lines.length ? "\n" : "");
	const file = path !== void 0 && (lines.path === void 0 || isTitled === true && (looksLikePath(path) || isKnownName(path))) ? fileNamed(lines, path, titleAt ?? start) : lines.path;
	const named = file === void 0 ? {} : { path: file };
	switch (format) {
		case "diff": return {
			kind: "diff",
			diff: text,
			...named
		};
		case "apply_patch": return {
			kind: "apply_patch",
			patch: text,
			...named
		};
		default: return {
			kind: "blocks",
			text,
			...named
		};
	}
}
function originOf(lines, { part, change, named }) {
	return {
		linesBefore: part.start,
		...pathFromOf(lines, part),
		...inFullOf(lines, change, named)
	};
}
function pathFromOf({ path: given }, { path, isSentence, isTitled }) {
	if (given !== void 0 || path === void 0) return {};
	if (isSentence === true) return { pathFrom: "sentence" };
	return { pathFrom: isTitled === true ? "line" : "mention" };
}
function inFullOf({ path: given, given: shortened }, change, named) {
	if (!("path" in change) || change.path?.includes("/") !== true) return {};
	const isInFull = named.has(change.path) || change.path === given && shortened === void 0;
	return isInFull ? { isInFull } : {};
}

// src/patch/formats/shell-file.ts
function isShellFile(path, fence, content) {
	const first = content.find((line) => line.trim() !== "") ?? "";
	if (first.startsWith("#!")) return true;
	return !(SESSIONS.has(languageOf(fence)) || /^\s*(?:\$|PS>)\s/.test(first)) && MAY_BE_SHELL.test(nameOf(path)) && !content.some((line) => starts(line, path));
}
const SESSIONS = /* @__PURE__ */ new Set(["console", "shell-session"]);
const MAY_BE_SHELL = /^\.?[^.]+$|^\.env|\.(?:sh|bash|zsh|ksh|fish|bats|ps1|psm1|bat|cmd|command|env|conf|cfg|ini|txt|service|properties|example|sample|template|local)$/i;
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function starts(line, path) {
	if (line.length > MAX_CHARACTERS$1 || line.trim().startsWith("#")) return false;
	const name = nameOf(path);
	const words = line.split(/[\s;&|()"'`]+/).filter((word) => word !== "");
	return words.some((word, at) => word === path || word === `./${path}` || word === `./${name}` || word === name && STARTERS.has(words[at - 1] ?? ""));
}
const MAX_CHARACTERS$1 = 1e3;
const STARTERS = /* @__PURE__ */ new Set([
	"sh",
	"bash",
	"zsh",
	"source",
	".",
	"+x",
	"call",
	"-File"
]);

// src/patch/dialects/names.ts
const HEADER_NAMES = {
	version: ["version"],
	id: [
		"id",
		"block id",
		"patch id"
	],
	title: ["title", "name"],
	description: [
		"description",
		"desc",
		"explanation",
		"rationale"
	],
	base: ["base"],
	baseBranch: ["base branch", "target branch"],
	baseSha: ["base sha", "base commit"],
	labels: ["labels"],
	reviewers: ["reviewers"],
	draft: ["draft"],
	dryRun: ["dry run"],
	source: ["source"],
	supersedes: ["supersedes"],
	callback: ["callback"]
};
const DELIVERY_NAMES = {
	for: ["for"],
	retry: ["retry"],
	again: ["again"]
};
const LIST_NAMES = { changes: [
	"changes",
	"mutations",
	"edits",
	"modifications",
	"operations",
	"patches",
	"files"
] };
const WRAPPER_NAMES = { patch: [
	"patch",
	"client payload",
	"payload",
	"hybrid block",
	"block",
	"input",
	"arguments"
] };
const CHANGE_NAMES = {
	path: [
		"path",
		"file",
		"target",
		"target file",
		"target path",
		"filename",
		"file path"
	],
	from: [
		"from",
		"old path",
		"source path"
	],
	to: [
		"to",
		"new path",
		"destination",
		"dest"
	],
	find: [
		"find",
		"old string",
		"old str",
		"old text",
		"old",
		"search",
		"before",
		"original"
	],
	replace: [
		"replace",
		"replacement",
		"replace with",
		"new string",
		"new str",
		"new text",
		"new",
		"after",
		"updated"
	],
	pattern: [
		"pattern",
		"regex",
		"regexp"
	],
	flags: ["flags"],
	count: [
		"count",
		"occurrences",
		"expected replacements"
	],
	replaceAll: ["replace all"],
	content: [
		"content",
		"contents",
		"new content",
		"new contents",
		"file content",
		"file text",
		"code"
	],
	encoding: ["encoding"],
	executable: ["executable"],
	mode: ["mode"],
	diff: ["diff", "unified diff"],
	patch: ["patch", "apply patch"],
	text: ["text"],
	edits: ["edits"],
	kind: [
		"kind",
		"op",
		"action",
		"operation",
		"type"
	],
	command: [
		"command",
		"cmd",
		"shell",
		"run"
	],
	remark: [
		"description",
		"comment",
		"reason",
		"explanation",
		"rationale",
		"note",
		"notes",
		"title",
		"id",
		"language"
	]
};
const PLACE_NAMES = { place: [
	"start line",
	"end line",
	"line start",
	"line end",
	"from line",
	"to line",
	"line",
	"lines",
	"line number",
	"line range",
	"range",
	"start",
	"end",
	"position",
	"offset",
	"insert line",
	"insert after",
	"insert before",
	"insert at",
	"append",
	"prepend",
	"occurrence",
	"section",
	"anchor",
	"location",
	"insertion point",
	"after line",
	"before line",
	"at line",
	"partial",
	"is partial",
	"old content",
	"old contents",
	"deleted",
	"is deleted",
	"create only"
] };
const BODIES = /* @__PURE__ */ new Set([
	"find",
	"pattern",
	"content",
	"diff",
	"patch",
	"text",
	"edits",
	"to"
]);
const COMMAND_NAMES = { command: [
	"command",
	"commands",
	"cmd",
	"shell",
	"run",
	"script",
	"scripts",
	"execution",
	"validate",
	"validation",
	"pre commit",
	"post commit",
	"pre mutation build",
	"post mutation build",
	"pre build",
	"post build"
] };
const REQUEST_NAMES = {
	branch: ["branch"],
	tag: ["tag"],
	commit: ["commit", "commit message"],
	backup: ["backup"],
	"summary file": ["summary file"]
};
const REPOSITORY_NAMES = {
	repository: [
		"repository",
		"repo",
		"repository name",
		"repo name",
		"repository full name",
		"repo full name",
		"full name",
		"name with owner",
		"github repository",
		"github repo",
		"target repository",
		"target repo",
		"repository url",
		"repo url",
		"clone url",
		"git url",
		"ssh url"
	],
	owner: [
		"owner",
		"repository owner",
		"repo owner",
		"org",
		"organization"
	]
};
const REQUEST_HOLDERS = {
	git: ["git"],
	final: ["final"],
	"pre commit": ["pre commit"]
};
const MISSION_NAMES = { mission: [
	"mission",
	"goal",
	"goals",
	"objective",
	"objectives",
	"instruction",
	"instructions",
	"phases",
	"actions",
	"steps",
	"tasks",
	"todo",
	"plan"
] };
const MESSAGE_NAMES = { message: [
	"channel id",
	"user id",
	"user name",
	"team id",
	"response url",
	"trigger id"
] };
const KIND_WORDS = {
	diff: [
		"diff",
		"unified diff",
		"git diff"
	],
	apply_patch: ["apply patch"],
	edit: [
		"search replace",
		"find replace",
		"str replace",
		"string replace"
	],
	blocks: ["blocks"],
	regex: ["regex", "regex replace"],
	write: [
		"write",
		"create",
		"add",
		"upsert",
		"overwrite",
		"new",
		"write file",
		"create file"
	],
	delete: [
		"delete",
		"remove",
		"unlink",
		"delete file"
	],
	move: ["move", "rename"],
	text: ["text"],
	run: [
		"run",
		"shell",
		"exec",
		"execute",
		"command",
		"bash"
	],
	any: [
		"edit",
		"patch",
		"update",
		"modify",
		"change",
		"replace",
		"file"
	]
};
function meanings(table) {
	const index = /* @__PURE__ */ new Map();
	for (const meaning in table) for (const name of table[meaning]) index.set(plain(name), meaning);
	return (name) => name.length > MAX_NAME$1 ? void 0 : index.get(plain(name));
}
const MAX_NAME$1 = 60;
function plain(name) {
	return name.toLowerCase().replaceAll(/[ _-]/g, "");
}

// src/patch/json-text.ts
function parseJson(text) {
	if (isCrowded(text)) return {
		ok: false,
		line: 1,
		column: 1,
		reason: `it holds more than ${MAX_JSON_VALUES} values`,
		crowded: true
	};
	try {
		return {
			ok: true,
			value: JSON.parse(text)
		};
	} catch {
		const { at, reason } = firstProblem(text);
		const before = text.slice(0, at);
		return {
			ok: false,
			line: before.split("\n").length,
			column: at - before.lastIndexOf("\n"),
			reason
		};
	}
}
function isCrowded(text) {
	let values = 1;
	for (let at = 0; at < text.length && text.length > 5e4; at += 1) {
		const char = text.charCodeAt(at);
		if (char === QUOTE) at = closingQuote(text, at);
		else if (char === COMMA || char === BRACKET || char === BRACE) {
			values += 1;
			if (values > 5e4) return true;
		}
	}
	return false;
}
const [QUOTE, COMMA, BRACKET, BRACE] = [
	34,
	44,
	91,
	123
];
function closingQuote(text, open) {
	let at = open + 1;
	while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
	return at;
}
const BACKSLASH = 92;
function notJson(problem) {
	if (problem.crowded === true) return {
		code: "too_large",
		message: `The patch holds more than ${MAX_JSON_VALUES} values. Split it into several ones.`,
		pointer: "",
		data: { limit: MAX_JSON_VALUES }
	};
	return {
		code: "malformed",
		message: `The patch is not JSON: at line ${problem.line}, column ${problem.column}, ${problem.reason}. Send one JSON object.`,
		pointer: "",
		data: {
			line: problem.line,
			column: problem.column
		}
	};
}
function isTooDeep(value, levels = 32) {
	if (typeof value !== "object" || value === null) return false;
	return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
function firstProblem(text) {
	const open = [];
	let expected = "value";
	let at = 0;
	for (;;) {
		at = endOf(SPACE, text, at);
		if (at >= text.length) return {
			at,
			reason: open.length === 0 ? "there is nothing to read" : "the text ends too early"
		};
		const char = text.charAt(at);
		const closing = char === "]" || char === "}" ? char : null;
		if (closing !== null && closes(closing, open.at(-1), expected)) {
			open.pop();
			expected = "comma";
			at += 1;
		} else if (expected === "comma" && char === "," && open.length > 0) {
			expected = open.at(-1) === "[" ? "value" : "key";
			at += 1;
		} else if (expected === "colon" && char === ":") {
			expected = "value";
			at += 1;
		} else if (expected.startsWith("value") && (char === "[" || char === "{")) {
			open.push(char);
			expected = char === "[" ? "value or ]" : "key or }";
			at += 1;
		} else if (expected.startsWith("value") || expected.startsWith("key") && char === "\"") {
			const token = scanToken(text, at);
			if (typeof token !== "number") return token;
			at = token;
			expected = expected.startsWith("key") ? "colon" : "comma";
		} else {
			const wanted = expected === "comma" && open.length === 0 ? "the end of the text" : WANTED[expected];
			return {
				at,
				reason: `${JSON.stringify(char)} stands where ${wanted} must be`
			};
		}
	}
}
const SPACE = /[ \t\r\n]*/y;
const WANTED = {
	value: "a value",
	"value or ]": "a value",
	key: "a key in double quotes",
	"key or }": "a key in double quotes",
	colon: "a colon",
	comma: "a comma or a closing bracket"
};
function closes(closing, open, expected) {
	if (closing === "]") return open === "[" && (expected === "comma" || expected === "value or ]");
	return open === "{" && (expected === "comma" || expected === "key or }");
}
function scanToken(text, at) {
	if (text.charAt(at) === "\"") return scanString(text, at);
	const end = endOf(SCALAR, text, at);
	if (end > at) return end;
	return {
		at,
		reason: `${JSON.stringify(text.charAt(at))} begins no value`
	};
}
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
function scanString(text, start) {
	let at = start + 1;
	while (at < text.length) {
		const char = text.charAt(at);
		if (char === "\"") return at + 1;
		if (char < " ") return {
			at,
			reason: "a line break or control character stands inside a string; write it as \\n or \\u00XX"
		};
		if (char === "\\") {
			const end = endOf(ESCAPE, text, at);
			if (end === at) return {
				at,
				reason: `${JSON.stringify(text.slice(at, at + 2))} is no escape of JSON`
			};
			at = end;
		} else at += 1;
	}
	return {
		at: start,
		reason: "this string is not closed"
	};
}
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
function endOf(sticky, text, at) {
	sticky.lastIndex = at;
	return sticky.test(text) ? sticky.lastIndex : at;
}

// src/patch/formats/trial-words.ts
function trialBeside(prose) {
	const asking = prose.find(({ text }) => asksForTrial$1(text));
	return asking === void 0 ? null : `Line ${asking.line} asks for a try only, which words beside a patch can't do: it would be done. Send the patch with \`"dryRun": true\` beside its changes, or leave the line out.`;
}
function asksForTrial$1(line) {
	const text = line.slice(0, MOST_CHARACTERS);
	return CALL$2.test(text) || OPTION.test(text) || text.includes("<<") && FLAG.test(text);
}
const MOST_CHARACTERS = 2e3;
const CALL$2 = /^[^\p{L}\p{N}]*preview_?patch(?![\w-])|(?<![\w-])preview_?patch["'`]?\s?(?:$|[(:{<>])/iu;
const OPTION = /(?<!\w)dry[-_ ]?run["'`]?\s?[:=]\s?["'`]?(?:true|yes|on|1)(?!\w)/i;
const FLAG = /\s--dry-run(?![\w=-])/;

// src/patch/loose-json.ts
function parseLooseJson(text) {
	const strict = parseJson(text);
	if (strict.ok) return {
		...strict,
		repairs: []
	};
	if (strict.crowded === true) return strict;
	const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
	const marks = body === text ? [] : ["A byte order mark was left out"];
	for (const { start, end, repairs } of candidates(body)) {
		const tidied = tidy(body.slice(start, end));
		const parsed = parseJson(tidied.text);
		if (!parsed.ok) continue;
		if (repairs.length > 0 && !isAllOfText(body.slice(0, start), body.slice(end))) return strict;
		const around = repairs.length === 0 ? [] : proseAround(body, start, end);
		const note = proseNote(around);
		const prose = note === null ? [] : [note];
		const called = CALL$1.exec(body.slice(Math.max(0, start - MAX_CALL), start))?.[1];
		const trial = trialBeside(around);
		return {
			...parsed,
			repairs: [
				...marks,
				...repairs,
				...prose,
				...tidied.repairs
			],
			...called === void 0 ? {} : { called },
			...trial === null ? {} : { trial }
		};
	}
	return strict;
}
const CALL$1 = /(?<![\w.:/-])([A-Za-z][\w.:/-]*)\([^()]*$/;
const MAX_CALL = 300;
function proseAround(text, start, end) {
	const [before, behind] = [text.slice(0, start).split("\n"), text.slice(end).split("\n")];
	const last = text.slice(0, end).split("\n").length;
	return [...before.map((line, at) => ({
		line: at + 1,
		text: withoutSecrets(line)
	})), ...behind.map((line, at) => ({
		line: last + at,
		text: withoutSecrets(line)
	}))];
}
function withoutSecrets(line) {
	return line.replaceAll(/[\w+/=-]{32,}/g, "…");
}
const BYTE_ORDER_MARK = "﻿";
function candidates(text) {
	const whole = {
		start: 0,
		end: text.length,
		repairs: []
	};
	const fenced = onlyFence(text);
	const [start, end] = [text.indexOf("{"), text.lastIndexOf("}") + 1];
	return [
		whole,
		...fenced === null ? [] : [{
			...fenced,
			repairs: ["The JSON was taken out of its code fence"]
		}],
		...start === -1 || end <= start || end - start === text.trim().length ? [] : [{
			start,
			end,
			repairs: ["The JSON was taken out of the text around it"]
		}]
	];
}
function onlyFence(text) {
	const fences = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm)];
	const [open, close] = fences;
	if (fences.length !== 2 || open === void 0 || close === void 0) return null;
	return {
		start: open.index + open[0].length,
		end: close.index
	};
}
function tidy(text) {
	const parts = [];
	const repairs = /* @__PURE__ */ new Set();
	let comma = -1;
	for (let at = 0; at < text.length;) {
		const end = endOfToken(text, at);
		const token = text.slice(at, end);
		at = end;
		if (isComment(token)) {
			repairs.add("Comments were left out of the JSON");
			continue;
		}
		if (comma >= 0 && (token === "]" || token === "}")) {
			parts[comma] = "";
			repairs.add("Commas before a closing bracket were left out of the JSON");
		}
		if (token.trim() !== "") comma = token === "," ? parts.length : -1;
		const escaped = token.startsWith("\"") ? escapeControls(token) : token;
		if (escaped !== token) repairs.add("Raw line breaks or tabs in a string of the JSON were read as they stand");
		parts.push(escaped);
	}
	return {
		text: parts.join(""),
		repairs: [...repairs]
	};
}
function endOfToken(text, at) {
	switch (text.charAt(at)) {
		case "\"": return endOfString(text, at);
		case "/": return isComment(text.slice(at, at + 2)) ? endOfComment(text, at) : at + 1;
		case ",":
		case "]":
		case "}": return at + 1;
		default:
			PLAIN.lastIndex = at;
			return PLAIN.test(text) ? PLAIN.lastIndex : at + 1;
	}
}
const PLAIN = /[^"/,\]}]+/y;
function endOfString(text, start) {
	for (let at = start + 1; at < text.length; at += 1) {
		const char = text.charAt(at);
		if (char === "\"") return at + 1;
		if (char === "\\") at += 1;
	}
	return text.length;
}
function isComment(token) {
	return token.startsWith("//") || token.startsWith("/*");
}
function endOfComment(text, start) {
	const close = text.startsWith("/*", start) ? "*/" : "\n";
	const end = text.indexOf(close, start + 2);
	if (end === -1) return text.length;
	return close === "\n" ? end : end + close.length;
}
function escapeControls(string) {
	return string.replace(ESCAPE_OR_CONTROL, (match) => match.startsWith("\\") ? match : `\\u${match.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const ESCAPE_OR_CONTROL = /\\[\s\S]|[\u0000-\u001F]/g;

// node_modules/zod/v4/core/util.js
function getEnumValues(entries) {
	const numericValues = Object.values(entries).filter((v) => typeof v === "number");
	return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
}
function joinValues(array, separator = "|") {
	return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
	if (typeof value === "bigint") return value.toString();
	return value;
}
var Cached = class {
	constructor(getter) {
		this._getter = getter;
		this._value = void 0;
	}
	get value() {
		const getter = this._getter;
		if (getter !== void 0) {
			this._value = getter();
			this._getter = void 0;
		}
		return this._value;
	}
};
function cached(getter) {
	return new Cached(getter);
}
function nullish(input) {
	return input === null || input === void 0;
}
function cleanRegex(source) {
	const start = source.startsWith("^") ? 1 : 0;
	const end = source.endsWith("$") ? source.length - 1 : source.length;
	return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
	const ratio = val / step;
	const roundedRatio = Math.round(ratio);
	const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
	if (Math.abs(ratio - roundedRatio) < tolerance) return 0;
	return ratio - roundedRatio;
}
function assignProp(target, prop, value) {
	Object.defineProperty(target, prop, {
		value,
		writable: true,
		enumerable: true,
		configurable: true
	});
}
function rawShape(def) {
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	return desc?.get ? desc.get.raw : desc?.value;
}
function sourceShape(schema) {
	return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
function deferProp(target, key, getter) {
	Object.defineProperty(target, key, {
		get() {
			const value = getter();
			assignProp(this, key, value);
			return value;
		},
		enumerable: true,
		configurable: true
	});
}
function putProp(target, key, value) {
	if (key in target) assignProp(target, key, value);
	else target[key] = value;
}
function mirrorShape(target, source, keys, wrap) {
	const raw = sourceShape(source);
	for (const key of keys) {
		const desc = Object.getOwnPropertyDescriptor(raw, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => {
			const value = source._zod.def.shape[key];
			return wrap ? wrap(value, key) : value;
		});
		else putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
	}
}
function mirrorProps(target, source) {
	for (const key of Reflect.ownKeys(source)) {
		const desc = Object.getOwnPropertyDescriptor(source, key);
		if (!desc.enumerable) continue;
		if (desc.get) deferProp(target, key, () => source[key]);
		else putProp(target, key, desc.value);
	}
}
function mergeDefs(...defs) {
	const mergedDescriptors = {};
	for (const def of defs) {
		const descriptors = Object.getOwnPropertyDescriptors(def);
		Object.assign(mergedDescriptors, descriptors);
	}
	return Object.defineProperties({}, mergedDescriptors);
}
function esc(str) {
	return JSON.stringify(str);
}
function slugify(input) {
	return input.toLowerCase().trim().replace(/[^\w\s-]/g, "").replace(/[\s_-]+/g, "-").replace(/^-+|-+$/g, "");
}
const captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
function isObject$1(data) {
	return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ cached(() => {
	if (globalConfig.jitless) return false;
	if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) return false;
	try {
		new Function("");
		return true;
	} catch (_) {
		return false;
	}
});
function isPlainObject(o) {
	if (isObject$1(o) === false) return false;
	const ctor = o.constructor;
	if (ctor === void 0) return true;
	if (typeof ctor !== "function") return true;
	const prot = ctor.prototype;
	if (isObject$1(prot) === false) return false;
	if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) return false;
	return true;
}
function shallowClone(o) {
	if (isPlainObject(o)) return { ...o };
	if (Array.isArray(o)) return [...o];
	if (o instanceof Map) return new Map(o);
	if (o instanceof Set) return new Set(o);
	return o;
}
const propertyKeyTypes = /* @__PURE__*/ new Set([
	"string",
	"number",
	"symbol"
]);
function escapeRegex(str) {
	return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function clone(inst, def, params) {
	const cl = new inst._zod.constr(def ?? inst._zod.def);
	if (!def || params?.parent) cl._zod.parent = inst;
	return cl;
}
function normalizeParams(_params) {
	const params = _params;
	if (!params) return {};
	if (typeof params === "string") return { error: () => params };
	if (params?.message !== void 0) {
		if (params?.error !== void 0) throw new Error("Cannot specify both `message` and `error` params");
		params.error = params.message;
	}
	delete params.message;
	if (typeof params.error === "string") return {
		...params,
		error: () => params.error
	};
	return params;
}
function stringifyPrimitive(value) {
	if (typeof value === "bigint") return value.toString() + "n";
	if (typeof value === "string") return `"${value}"`;
	return `${value}`;
}
function optionalKeys(shape) {
	return Object.keys(shape).filter((k) => {
		return shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional";
	});
}
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
	safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
	int32: [-2147483648, 2147483647],
	uint32: [0, 4294967295],
	float32: [-34028234663852886e22, 34028234663852886e22],
	float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
}))();
const BIGINT_FORMAT_RANGES = {
	int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
	uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")]
};
function pick(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".pick() cannot be used on object schemas containing refinements");
	const newShape = {};
	mirrorShape(newShape, schema, maskedKeys(schema, mask));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function maskedKeys(schema, mask) {
	const raw = sourceShape(schema);
	const keys = [];
	for (const key of Reflect.ownKeys(mask)) {
		if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) throw new Error(`Unrecognized key: "${String(key)}"`);
		if (mask[key]) keys.push(key);
	}
	return keys;
}
function omit(schema, mask) {
	const currDef = schema._zod.def;
	const checks = currDef.checks;
	if (checks && checks.length > 0) throw new Error(".omit() cannot be used on object schemas containing refinements");
	const omitted = new Set(maskedKeys(schema, mask));
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
	return clone(schema, mergeDefs(currDef, {
		shape: newShape,
		checks: []
	}));
}
function extend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to extend: expected a plain object");
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) {
		const existingShape = sourceShape(schema);
		for (const key of Reflect.ownKeys(shape)) if (Object.getOwnPropertyDescriptor(existingShape, key) !== void 0) throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
	}
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function extended(schema, shape) {
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
	mirrorProps(newShape, shape);
	return newShape;
}
function safeExtend(schema, shape) {
	if (!isPlainObject(shape)) throw new Error("Invalid input to safeExtend: expected a plain object");
	return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
	if (!b?._zod?.def) throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
	if (a._zod.def.checks?.length) throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
	const newShape = {};
	mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
	mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
	return clone(a, mergeDefs(a._zod.def, {
		shape: newShape,
		get catchall() {
			return b._zod.def.catchall;
		},
		checks: b._zod.def.checks ?? []
	}));
}
function partial(Class, schema, mask, name = "partial") {
	const checks = schema._zod.def.checks;
	if (checks && checks.length > 0) throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class && ((value, key) => selected && !selected.has(key) ? value : new Class({
		type: "optional",
		innerType: value
	})));
	return clone(schema, mergeDefs(schema._zod.def, {
		shape: newShape,
		checks: []
	}));
}
function required(Class, schema, mask) {
	const selected = mask ? new Set(maskedKeys(schema, mask)) : void 0;
	const newShape = {};
	mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => selected && !selected.has(key) ? value : new Class({
		type: "nonoptional",
		innerType: value
	}));
	return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
function aborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== true) return true;
	return false;
}
function explicitlyAborted(x, startIndex = 0) {
	if (x.aborted === true) return true;
	for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === false) return true;
	return false;
}
function prefixIssues(path, issues) {
	return issues.map((iss) => {
		var _a;
		(_a = iss).path ?? (_a.path = []);
		iss.path.unshift(path);
		return iss;
	});
}
function unwrapMessage(message) {
	return typeof message === "string" ? message : message?.message;
}
function sizeCaps(defChecks) {
	const caps = [];
	for (const ch of defChecks ?? []) {
		const d = ch._zod.def;
		if (!/_(length|size)$|_equals$/.test(d.check)) break;
		const max = d.maximum ?? d.length ?? d.size;
		if (max >= 0) caps.push([max, ch]);
	}
	return caps;
}
function attachSchema(issues, start, inst) {
	var _a;
	for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
}
function finalizeIssue(iss, ctx, config) {
	var _a;
	const traits = iss.inst?._zod?.traits;
	if (traits?.has("$ZodType")) {
		if (traits.has("$ZodCheck")) (_a = iss).schema ?? (_a.schema = iss.inst);
		else iss.schema = iss.inst;
	}
	const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : void 0;
	const message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
	const full = {};
	for (const k of Object.keys(iss)) {
		if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
		full[k] = iss[k];
	}
	full.path ?? (full.path = []);
	full.message = message;
	if (ctx?.reportInput) full.input = iss.input;
	return full;
}
const highSurrogate = /[\uD800-\uDBFF]/;
function codePointLength(str) {
	const units = str.length;
	if (!highSurrogate.test(str)) return units;
	let count = units;
	for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) === 55296 && (str.charCodeAt(i + 1) & 64512) === 56320) {
		count--;
		i++;
	}
	return count;
}
function getLengthableOrigin(input) {
	if (Array.isArray(input)) return "array";
	if (typeof input === "string") return "string";
	return "unknown";
}
function parsedType(data) {
	const t = typeof data;
	switch (t) {
		case "number": return Number.isNaN(data) ? "nan" : "number";
		case "object": {
			if (data === null) return "null";
			if (Array.isArray(data)) return "array";
			const obj = data;
			if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
		}
	}
	return t;
}
function issue(...args) {
	const [iss, input, inst] = args;
	if (typeof iss === "string") return {
		message: iss,
		code: "custom",
		input,
		inst
	};
	return { ...iss };
}
function members(proto, table) {
	for (const key in table) {
		const desc = Object.getOwnPropertyDescriptor(table, key);
		if (desc.get) Object.defineProperty(proto, key, {
			...desc,
			enumerable: false
		});
		else defineBound(proto, key, desc.value);
	}
}
function own(inst, key, value, enumerable = true) {
	Object.defineProperty(inst, key, {
		configurable: true,
		writable: true,
		enumerable,
		value
	});
	return value;
}
function hide(inst, key, value) {
	return own(inst, key, value, false);
}
/* @__NO_SIDE_EFFECTS__ */
function derived(computes, table) {
	for (const key in computes) {
		const compute = computes[key];
		Object.defineProperty(table, key, {
			configurable: true,
			enumerable: true,
			get() {
				return own(this, key, compute(this));
			},
			set(value) {
				own(this, key, value);
			}
		});
	}
	return table;
}
function defineBound(proto, key, fn) {
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			return this == null ? fn : own(this, key, fn.bind(this));
		},
		set(value) {
			own(this, key, value);
		}
	});
}
function claim(inst, sentinel) {
	const proto = Object.getPrototypeOf(inst);
	return sentinel in proto ? void 0 : proto;
}
let installing;
let broke = false;
const breaker = {
	configurable: true,
	get() {
		broke = true;
	}
};
function defineLazyInternal(inst, key, compute) {
	const proto = Object.getPrototypeOf(inst._zod);
	if (key in proto && installing !== inst._zod) {
		installing = void 0;
		return;
	}
	installing = inst._zod;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			Object.defineProperty(this, key, breaker);
			const outer = broke;
			broke = false;
			try {
				const value = compute(this);
				if (broke) delete this[key];
				else Object.defineProperty(this, key, {
					configurable: true,
					writable: true,
					value
				});
				broke = broke || outer;
				return value;
			} catch (err) {
				delete this[key];
				broke = broke || outer;
				throw err;
			}
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				value
			});
		}
	});
}
function installLazyProp(inst, key, make, enumerable) {
	const proto = claim(inst, key);
	if (!proto) return;
	Object.defineProperty(proto, key, {
		configurable: true,
		get() {
			const desc = {
				configurable: true,
				writable: true,
				enumerable,
				value: void 0
			};
			Object.defineProperty(this, key, desc);
			desc.value = make(this);
			Object.defineProperty(this, key, desc);
			return desc.value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				configurable: true,
				writable: true,
				enumerable,
				value
			});
		}
	});
}
const CONSTANT_CATCH = "~constantCatch";
function constantCatch(value) {
	const fn = () => value;
	fn[CONSTANT_CATCH] = true;
	return fn;
}

// node_modules/zod/v4/core/core.js
var _a$1;
const _zodDesc = {
	value: void 0,
	enumerable: false
};
let _E = "captureStackTrace" in Error ? Error : null;
function newError(Definition) {
	const E = _E;
	if (E) {
		const saved = E.stackTraceLimit;
		if (typeof saved === "number") {
			try {
				E.stackTraceLimit = 0;
			} catch {
				_E = null;
				return new Definition();
			}
			try {
				return new Definition();
			} finally {
				E.stackTraceLimit = saved;
			}
		}
	}
	return new Definition();
}
/* @__NO_SIDE_EFFECTS__ */
function $constructor(name, initializer, proto, params) {
	const zodProto = {};
	function Internals(def) {
		this.def = def;
		this.constr = _;
		this.traits = /* @__PURE__ */ new Set();
	}
	Internals.prototype = zodProto;
	const protoMembers = proto;
	const initialized = protoMembers && /* @__PURE__ */ new WeakSet();
	function init(inst, def) {
		if (!inst._zod) {
			_zodDesc.value = new Internals(def);
			try {
				Object.defineProperty(inst, "_zod", _zodDesc);
			} finally {
				_zodDesc.value = void 0;
			}
		} else if (inst._zod.traits.has(name)) return;
		inst._zod.traits.add(name);
		initializer(inst, def);
		if (initialized) {
			const own = Object.getPrototypeOf(inst);
			const ctorProto = inst._zod.constr.prototype;
			let up = own;
			while (up && up !== ctorProto) up = Object.getPrototypeOf(up);
			const target = up ?? own;
			if (!initialized.has(target)) {
				initialized.add(target);
				members(target, protoMembers);
			}
		}
		const proto = _.prototype;
		for (const k in proto) {
			if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
			if (!(k in inst)) inst[k] = proto[k].bind(inst);
		}
	}
	const Parent = params?.Parent ?? Object;
	class Definition extends Parent {}
	Object.defineProperty(Definition, "name", { value: name });
	function _(def) {
		const inst = params?.Parent ? newError(Definition) : this;
		init(inst, def);
		const deferred = inst._zod.deferred;
		if (deferred) {
			for (const fn of deferred) fn();
			inst._zod.deferred = void 0;
		}
		const pp = globalThis.__zod_globalConfig?.postProcessor;
		if (pp) pp(inst);
		return inst;
	}
	Object.defineProperty(_, "init", { value: init });
	Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
		if (params?.Parent && inst instanceof params.Parent) return true;
		return inst?._zod?.traits?.has(name);
	} });
	Object.defineProperty(_, "name", { value: name });
	return _;
}
var $ZodAsyncError = class extends Error {
	constructor() {
		super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
	}
};
var $ZodEncodeError = class extends Error {
	constructor(name) {
		super(`Encountered unidirectional transform during encode: ${name}`);
		this.name = "ZodEncodeError";
	}
};
(_a$1 = globalThis).__zod_globalConfig ?? (_a$1.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
	if (newConfig) Object.assign(globalConfig, newConfig);
	return globalConfig;
}

// node_modules/zod/v4/core/errors.js
function _getMessage() {
	const internals = this._zod;
	internals.message ?? (internals.message = JSON.stringify(internals.def, jsonStringifyReplacer, 2));
	return internals.message;
}
function _setMessage(value) {
	this._zod.message = value;
}
const _messageDesc = {
	get: _getMessage,
	set: _setMessage,
	enumerable: true,
	configurable: true
};
const _issuesDesc = {
	value: void 0,
	enumerable: false
};
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer$1 = (inst, def) => {
	inst.name = "$ZodError";
	_issuesDesc.value = def;
	Object.defineProperty(inst, "issues", _issuesDesc);
	_issuesDesc.value = void 0;
	Object.defineProperty(inst, "message", _messageDesc);
	const proto = Object.getPrototypeOf(inst);
	if (!_installedToString.has(proto)) {
		_installedToString.add(proto);
		Object.defineProperty(proto, "toString", {
			configurable: true,
			enumerable: false,
			get() {
				const value = () => this.message;
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
				return value;
			},
			set(value) {
				Object.defineProperty(this, "toString", {
					value,
					configurable: true,
					writable: true
				});
			}
		});
	}
};
const $ZodError = /* @__PURE__ */ $constructor("$ZodError", initializer$1);
function node(obj, key, make) {
	if (!Object.prototype.hasOwnProperty.call(obj, key)) {
		if (key === "__proto__") Object.defineProperty(obj, key, {
			value: make(),
			writable: true,
			enumerable: true,
			configurable: true
		});
		else obj[key] = make();
	}
	return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
	const fieldErrors = {};
	const formErrors = [];
	for (const sub of error.issues) if (sub.path.length > 0) node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
	else formErrors.push(mapper(sub));
	return {
		formErrors,
		fieldErrors
	};
}
function formatError(error, mapper = (issue) => issue.message) {
	const fieldErrors = { _errors: [] };
	const processError = (error, path = []) => {
		for (const issue of error.issues) if (issue.code === "invalid_union" && issue.errors.length) issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
		else if (issue.code === "invalid_key") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else if (issue.code === "invalid_element") processError({ issues: issue.issues }, [...path, ...issue.path]);
		else {
			const fullpath = [...path, ...issue.path];
			if (fullpath.length === 0) fieldErrors._errors.push(mapper(issue));
			else {
				let curr = fieldErrors;
				let i = 0;
				while (i < fullpath.length) {
					const el = fullpath[i];
					const terminal = i === fullpath.length - 1;
					if (el === "_errors") {
						if (terminal) curr._errors.push(mapper(issue));
						i++;
						continue;
					}
					if (!Object.prototype.hasOwnProperty.call(curr, el)) Object.defineProperty(curr, el, {
						value: { _errors: [] },
						enumerable: true,
						writable: true,
						configurable: true
					});
					const node = curr[el];
					if (terminal) node._errors.push(mapper(issue));
					curr = node;
					i++;
				}
			}
		}
	};
	processError(error);
	return fieldErrors;
}

// node_modules/zod/v4/core/parse.js
function finalizeParams(callee, params) {
	return {
		callee: params?.callee ?? callee,
		Err: params?.Err
	};
}
const _parse = (_Err) => {
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: false
		} : { async: false };
		const result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) throw new $ZodAsyncError();
		if (result.issues.length) {
			const e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, _params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _parseAsync = (_Err) => {
	const fn = async (schema, value, _ctx, params) => {
		const ctx = _ctx ? {
			..._ctx,
			async: true
		} : { async: true };
		let result = schema._zod.run({
			value,
			issues: []
		}, ctx);
		if (result instanceof Promise) result = await result;
		if (result.issues.length) {
			const e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => finalizeIssue(iss, ctx, config())));
			captureStackTrace(e, params?.callee ?? fn);
			throw e;
		}
		return result.value;
	};
	return fn;
};
const _safeParse = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: false
	} : { async: false };
	const result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
function failure(Err, issues, ctx) {
	let error;
	return {
		success: false,
		get error() {
			if (!error) {
				error = new Err(issues.map((iss) => finalizeIssue(iss, ctx, config())));
				issues = void 0;
				ctx = void 0;
			}
			return error;
		},
		set error(e) {
			error = e;
			issues = void 0;
			ctx = void 0;
		}
	};
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true
	} : { async: true };
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length ? failure(_Err, result.issues, ctx) : {
		success: true,
		data: result.value
	};
};
const COMPILE_INVALID = /* @__PURE__ */ Symbol.for("zod.compile.invalid");
const COMPILE_FALLBACK = /* @__PURE__ */ Symbol.for("zod.compile.fallback");
const validate = ((schema, value, _ctx) => {
	const validator = schema._zod.bag.validator;
	if (validator !== void 0) {
		if (validator(value) !== COMPILE_INVALID) return true;
		if (validator.definite === true && _ctx === void 0) return false;
	}
	return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
	const ctx = _ctx ? {
		..._ctx,
		async: false,
		abortEarly: true
	} : {
		async: false,
		abortEarly: true
	};
	const fallbackRun = schema._zod.bag.fallbackRun;
	let result;
	if (fallbackRun) {
		ctx[COMPILE_FALLBACK] = true;
		result = fallbackRun({
			value,
			issues: []
		}, ctx);
	} else result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) throw new $ZodAsyncError();
	return result.issues.length === 0;
}
const validateAsync$1 = async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		async: true,
		abortEarly: true
	} : {
		async: true,
		abortEarly: true
	};
	let result = schema._zod.run({
		value,
		issues: []
	}, ctx);
	if (result instanceof Promise) result = await result;
	return result.issues.length === 0;
};
const _encode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return parse(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decode = (_Err) => {
	const parse = _parse(_Err);
	const fn = (schema, value, _ctx, _params) => {
		return parse(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _encodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		const ctx = _ctx ? {
			..._ctx,
			direction: "backward"
		} : { direction: "backward" };
		return await parseAsync(schema, value, ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _decodeAsync = (_Err) => {
	const parseAsync = _parseAsync(_Err);
	const fn = async (schema, value, _ctx, _params) => {
		return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
	};
	return fn;
};
const _safeEncode = (_Err) => (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParse(_Err)(schema, value, ctx);
};
const _safeDecode = (_Err) => (schema, value, _ctx) => {
	return _safeParse(_Err)(schema, value, _ctx);
};
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
	const ctx = _ctx ? {
		..._ctx,
		direction: "backward"
	} : { direction: "backward" };
	return _safeParseAsync(_Err)(schema, value, ctx);
};
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
	return _safeParseAsync(_Err)(schema, value, _ctx);
};

// node_modules/zod/v4/core/regexes.js
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
	return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
const uuid = (version) => {
	if (!version) return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
	return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
const _emoji$1 = `^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`;
function emoji() {
	return new RegExp(_emoji$1, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
const httpProtocol = /^https?$/;
const e164 = /^\+[1-9]\d{6,14}$/;
const dateSource = `(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`;
function anchor(source) {
	return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ anchor(dateSource);
function timeSource(args) {
	const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
	return typeof args.precision === "number" ? args.precision === -1 ? `${hhmm}` : args.precision === 0 ? `${hhmm}:[0-5]\\d` : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}` : args.seconds ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?` : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
}
function time(args) {
	return new RegExp(`^${timeSource(args)}$`);
}
function datetime(args) {
	const opts = ["Z"];
	if (args.offset) opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
	const qualified = `${timeSource({
		precision: args.precision,
		seconds: true
	})}(?:${opts.join("|")})`;
	const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
	return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
const anyString = /^[\s\S]{0,}$/;
const number = /^-?\d+(?:\.\d+)?$/;
const boolean$1 = /^(?:true|false)$/i;
const lowercase = /^[^A-Z]*$/;
const uppercase = /^[^a-z]*$/;

// node_modules/zod/v4/core/checks.js
const $ZodCheck = /*@__PURE__*/ $constructor("$ZodCheck", (inst, def) => {
	var _a;
	inst._zod ?? (inst._zod = {});
	inst._zod.def = def;
	(_a = inst._zod).onattach ?? (_a.onattach = []);
});
const _whenHasLength = (payload) => {
	const val = payload.value;
	return !nullish(val) && val.length !== void 0;
};
const numericOriginMap = {
	number: "number",
	bigint: "bigint",
	object: "date"
};
const $ZodCheckLessThan = /*@__PURE__*/ $constructor("$ZodCheckLessThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value <= def.value : payload.value < def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_big",
			maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckGreaterThan = /*@__PURE__*/ $constructor("$ZodCheckGreaterThan", (inst, def) => {
	$ZodCheck.init(inst, def);
	const origin = numericOriginMap[typeof def.value];
	inst._zod.check = (payload) => {
		if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
		payload.issues.push({
			origin: numericOriginMap[typeof payload.value] ?? origin,
			code: "too_small",
			minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
			input: payload.value,
			inclusive: def.inclusive,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMultipleOf = /*@__PURE__*/ $constructor("$ZodCheckMultipleOf", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		if (typeof payload.value !== typeof def.value) throw new Error("Cannot mix number and bigint in multiple_of check.");
		if (typeof payload.value === "bigint" ? def.value !== BigInt(0) && payload.value % def.value === BigInt(0) : floatSafeRemainder(payload.value, def.value) === 0) return;
		payload.issues.push({
			origin: typeof payload.value,
			code: "not_multiple_of",
			divisor: def.value,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckNumberFormat = /*@__PURE__*/ $constructor("$ZodCheckNumberFormat", (inst, def) => {
	$ZodCheck.init(inst, def);
	def.format = def.format || "float64";
	const isInt = def.format?.includes("int");
	const origin = isInt ? "int" : "number";
	const [minimum, maximum] = NUMBER_FORMAT_RANGES[def.format];
	inst._zod.check = (payload) => {
		const input = payload.value;
		if (isInt) {
			if (!Number.isInteger(input)) {
				payload.issues.push({
					expected: origin,
					format: def.format,
					code: "invalid_type",
					continue: false,
					input,
					inst
				});
				return;
			}
			if (!Number.isSafeInteger(input)) {
				if (input > 0) payload.issues.push({
					input,
					code: "too_big",
					maximum: Number.MAX_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				else payload.issues.push({
					input,
					code: "too_small",
					minimum: Number.MIN_SAFE_INTEGER,
					note: "Integers must be within the safe integer range.",
					inst,
					origin,
					inclusive: true,
					continue: !def.abort
				});
				return;
			}
		}
		if (input < minimum) payload.issues.push({
			origin: "number",
			input,
			code: "too_small",
			minimum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
		if (input > maximum) payload.issues.push({
			origin: "number",
			input,
			code: "too_big",
			maximum,
			inclusive: true,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMaxLength = /*@__PURE__*/ $constructor("$ZodCheckMaxLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units > def.maximum ? codePointLength(input) : units) <= def.maximum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_big",
			maximum: def.maximum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckMinLength = /*@__PURE__*/ $constructor("$ZodCheckMinLength", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		if ((typeof input === "string" && units >= def.minimum && units < def.minimum * 2 ? codePointLength(input) : units) >= def.minimum) return;
		const origin = getLengthableOrigin(input);
		payload.issues.push({
			origin,
			code: "too_small",
			minimum: def.minimum,
			inclusive: true,
			input,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLengthEquals = /*@__PURE__*/ $constructor("$ZodCheckLengthEquals", (inst, def) => {
	var _a;
	$ZodCheck.init(inst, def);
	(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
	inst._zod.check = (payload) => {
		const input = payload.value;
		const units = input.length;
		const length = typeof input === "string" && units >= def.length && units <= def.length * 2 ? codePointLength(input) : units;
		if (length === def.length) return;
		const origin = getLengthableOrigin(input);
		const tooBig = length > def.length;
		payload.issues.push({
			origin,
			...tooBig ? {
				code: "too_big",
				maximum: def.length
			} : {
				code: "too_small",
				minimum: def.length
			},
			inclusive: true,
			exact: true,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStringFormat = /*@__PURE__*/ $constructor("$ZodCheckStringFormat", (inst, def) => {
	var _a, _b;
	$ZodCheck.init(inst, def);
	if (def.pattern) (_a = inst._zod).check ?? (_a.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: def.format,
			input: payload.value,
			...def.pattern ? { pattern: def.pattern.toString() } : {},
			inst,
			continue: !def.abort
		});
	});
	else (_b = inst._zod).check ?? (_b.check = () => {});
});
const $ZodCheckRegex = /*@__PURE__*/ $constructor("$ZodCheckRegex", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		def.pattern.lastIndex = 0;
		if (def.pattern.test(payload.value)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "regex",
			input: payload.value,
			pattern: def.pattern.toString(),
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckLowerCase = /*@__PURE__*/ $constructor("$ZodCheckLowerCase", (inst, def) => {
	def.pattern ?? (def.pattern = lowercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckUpperCase = /*@__PURE__*/ $constructor("$ZodCheckUpperCase", (inst, def) => {
	def.pattern ?? (def.pattern = uppercase);
	$ZodCheckStringFormat.init(inst, def);
});
const $ZodCheckIncludes = /*@__PURE__*/ $constructor("$ZodCheckIncludes", (inst, def) => {
	$ZodCheck.init(inst, def);
	const escapedRegex = escapeRegex(def.includes);
	def.pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
	inst._zod.check = (payload) => {
		if (payload.value.includes(def.includes, def.position)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "includes",
			includes: def.includes,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckStartsWith = /*@__PURE__*/ $constructor("$ZodCheckStartsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`^${escapeRegex(def.prefix)}.*`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.startsWith(def.prefix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "starts_with",
			prefix: def.prefix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckEndsWith = /*@__PURE__*/ $constructor("$ZodCheckEndsWith", (inst, def) => {
	$ZodCheck.init(inst, def);
	const pattern = new RegExp(`.*${escapeRegex(def.suffix)}$`);
	def.pattern ?? (def.pattern = pattern);
	inst._zod.check = (payload) => {
		if (payload.value.endsWith(def.suffix)) return;
		payload.issues.push({
			origin: "string",
			code: "invalid_format",
			format: "ends_with",
			suffix: def.suffix,
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCheckOverwrite = /*@__PURE__*/ $constructor("$ZodCheckOverwrite", (inst, def) => {
	$ZodCheck.init(inst, def);
	inst._zod.check = (payload) => {
		payload.value = def.tx(payload.value);
	};
});

// node_modules/zod/v4/core/doc.js
var Doc = class {
	constructor(args = [], closed = {}) {
		this.content = [];
		this.indent = 0;
		this.args = args;
		this.closed = closed;
	}
	indented(fn) {
		this.indent += 1;
		try {
			fn(this);
		} finally {
			this.indent -= 1;
		}
	}
	write(arg) {
		if (typeof arg === "function") {
			arg(this, { execution: "sync" });
			arg(this, { execution: "async" });
			return;
		}
		const lines = arg.split("\n").filter((x) => x);
		const minIndent = Math.min(...lines.map((x) => x.length - x.trimStart().length));
		const dedented = lines.map((x) => x.slice(minIndent)).map((x) => " ".repeat(this.indent * 2) + x);
		for (const line of dedented) this.content.push(line);
	}
	compile() {
		const F = Function;
		const content = this?.content ?? [``];
		return new F(...Object.keys(this.closed), `return function (${this.args.join(", ")}) {\n${content.join("\n")}\n};`)(...Object.values(this.closed));
	}
};

// node_modules/zod/v4/core/versions.js
const version = {
	major: 4,
	minor: 6,
	patch: 7
};

// node_modules/zod/v4/core/schemas.js
const $ZodType = /*@__PURE__*/ $constructor("$ZodType", (inst, def) => {
	var _a;
	inst ?? (inst = {});
	inst._zod.def = def;
	inst._zod.bag = inst._zod.bag || {};
	inst._zod.version = version;
	const defChecks = inst._zod.def.checks;
	const checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
	for (const ch of checks) for (const fn of ch._zod.onattach) fn(inst);
	if (checks.length === 0) {
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred?.push(() => {
			inst._zod.run = inst._zod.parse;
		});
	} else {
		const runChecks = (payload, checks, ctx) => {
			if (payload.memo) return payload;
			let isAborted = aborted(payload);
			let asyncResult;
			for (const ch of checks) {
				if (ch._zod.def.when) {
					if (explicitlyAborted(payload)) continue;
					if (!ch._zod.def.when(payload)) continue;
				} else if (isAborted) continue;
				const currLen = payload.issues.length;
				const _ = ch._zod.check(payload);
				if (_ instanceof Promise && ctx?.async === false) throw new $ZodAsyncError();
				if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
					await _;
					if (payload.issues.length === currLen) return;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				});
				else {
					if (payload.issues.length === currLen) continue;
					attachSchema(payload.issues, currLen, inst);
					if (!isAborted) isAborted = aborted(payload, currLen);
				}
			}
			if (asyncResult) return asyncResult.then(() => {
				return payload;
			});
			return payload;
		};
		const handleCanaryResult = (canary, payload, ctx) => {
			if (aborted(canary)) {
				canary.aborted = true;
				return canary;
			}
			const checkResult = runChecks(payload, checks, ctx);
			if (checkResult instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
			}
			return inst._zod.parse(checkResult, ctx);
		};
		inst._zod.run = (payload, ctx) => {
			if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
			if (ctx.direction === "backward") {
				const canary = inst._zod.parse({
					value: payload.value,
					issues: []
				}, {
					...ctx,
					skipChecks: true
				});
				if (canary instanceof Promise) return canary.then((canary) => {
					return handleCanaryResult(canary, payload, ctx);
				});
				return handleCanaryResult(canary, payload, ctx);
			}
			const result = inst._zod.parse(payload, ctx);
			if (result instanceof Promise) {
				if (ctx.async === false) throw new $ZodAsyncError();
				return result.then((result) => runChecks(result, checks, ctx));
			}
			return runChecks(result, checks, ctx);
		};
	}
}, {
	get "~standard"() {
		return hide(this, "~standard", standardProps(this));
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	}
});
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => finalizeIssue(iss, ctx, config())) } : { value: r.value };
async function validateAsync(inst, value) {
	const ctx = { async: true };
	return toStandardResult(await inst._zod.run({
		value,
		issues: []
	}, ctx), ctx);
}
function standardProps(inst) {
	return {
		validate: (value) => {
			const ctx = { async: false };
			try {
				const r = inst._zod.run({
					value,
					issues: []
				}, ctx);
				if (!(r instanceof Promise)) return toStandardResult(r, ctx);
			} catch (_) {}
			return validateAsync(inst, value);
		},
		vendor: "zod",
		version: 1
	};
}
const $ZodString = /*@__PURE__*/ $constructor("$ZodString", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = def.pattern ?? anyString;
	inst._zod.parse = (payload, _) => {
		if (def.coerce) try {
			payload.value = String(payload.value);
		} catch (_) {}
		if (typeof payload.value === "string") return payload;
		payload.issues.push({
			expected: "string",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
const $ZodStringFormat = /*@__PURE__*/ $constructor("$ZodStringFormat", (inst, def) => {
	$ZodCheckStringFormat.init(inst, def);
	$ZodString.init(inst, def);
});
const $ZodGUID = /*@__PURE__*/ $constructor("$ZodGUID", (inst, def) => {
	def.pattern ?? (def.pattern = guid);
	$ZodStringFormat.init(inst, def);
});
const $ZodUUID = /*@__PURE__*/ $constructor("$ZodUUID", (inst, def) => {
	if (def.version) {
		const v = {
			v1: 1,
			v2: 2,
			v3: 3,
			v4: 4,
			v5: 5,
			v6: 6,
			v7: 7,
			v8: 8
		}[def.version];
		if (v === void 0) throw new Error(`Invalid UUID version: "${def.version}"`);
		def.pattern ?? (def.pattern = uuid(v));
	} else def.pattern ?? (def.pattern = uuid());
	$ZodStringFormat.init(inst, def);
});
const $ZodEmail = /*@__PURE__*/ $constructor("$ZodEmail", (inst, def) => {
	def.pattern ?? (def.pattern = email);
	$ZodStringFormat.init(inst, def);
});
const URL_BAD_FORMAT = 1;
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
	try {
		if (typeof URL !== "undefined" && typeof URL.canParse === "function") return URL.canParse(input);
		new URL(input);
		return true;
	} catch {
		return false;
	}
}
function validateURL(trimmed, def) {
	if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) return canParseURL(trimmed) || 2;
	return parseURLObject(trimmed, def);
}
function parseURLObject(trimmed, def) {
	if (!def.normalize && def.protocol?.source === httpProtocol.source && !/^https?:\/\//i.test(trimmed)) return 1;
	try {
		if (typeof URL !== "undefined") {
			const URLStatic = URL;
			if (typeof URLStatic.parse === "function") return URLStatic.parse(trimmed) ?? 2;
		}
		return new URL(trimmed);
	} catch {
		return 2;
	}
}
const asciiTabOrNewline = /[\t\n\r]/g;
function stripTabAndNewline(value) {
	return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
	hostname.lastIndex = 0;
	return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
	protocol.lastIndex = 0;
	return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ $constructor("$ZodURL", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		try {
			const trimmed = payload.value.trim();
			const url = validateURL(trimmed, def);
			if (url === 1) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					note: "Invalid URL format",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === 2) {
				payload.issues.push({
					code: "invalid_format",
					format: "url",
					input: payload.value,
					inst,
					continue: !def.abort
				});
				return;
			}
			if (url === true) {
				payload.value = stripTabAndNewline(trimmed);
				return;
			}
			if (def.hostname && !urlHostnameOk(url, def.hostname)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid hostname",
				pattern: def.hostname.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			if (def.protocol && !urlProtocolOk(url, def.protocol)) payload.issues.push({
				code: "invalid_format",
				format: "url",
				note: "Invalid protocol",
				pattern: def.protocol.source,
				input: payload.value,
				inst,
				continue: !def.abort
			});
			payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
			return;
		} catch (_) {
			payload.issues.push({
				code: "invalid_format",
				format: "url",
				input: payload.value,
				inst,
				continue: !def.abort
			});
		}
	};
});
const $ZodEmoji = /*@__PURE__*/ $constructor("$ZodEmoji", (inst, def) => {
	def.pattern ?? (def.pattern = emoji());
	$ZodStringFormat.init(inst, def);
});
const $ZodNanoID = /*@__PURE__*/ $constructor("$ZodNanoID", (inst, def) => {
	if (def.length !== void 0 && (!Number.isInteger(def.length) || def.length < 1)) throw new Error(`Invalid nanoid length: ${def.length}`);
	def.pattern ?? (def.pattern = def.length === void 0 ? nanoid : nanoidOfLength(def.length));
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID = /*@__PURE__*/ $constructor("$ZodCUID", (inst, def) => {
	def.pattern ?? (def.pattern = cuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodCUID2 = /*@__PURE__*/ $constructor("$ZodCUID2", (inst, def) => {
	def.pattern ?? (def.pattern = cuid2);
	$ZodStringFormat.init(inst, def);
});
const $ZodULID = /*@__PURE__*/ $constructor("$ZodULID", (inst, def) => {
	def.pattern ?? (def.pattern = ulid);
	$ZodStringFormat.init(inst, def);
});
const $ZodXID = /*@__PURE__*/ $constructor("$ZodXID", (inst, def) => {
	def.pattern ?? (def.pattern = xid);
	$ZodStringFormat.init(inst, def);
});
const $ZodKSUID = /*@__PURE__*/ $constructor("$ZodKSUID", (inst, def) => {
	def.pattern ?? (def.pattern = ksuid);
	$ZodStringFormat.init(inst, def);
});
const $ZodISODateTime = /*@__PURE__*/ $constructor("$ZodISODateTime", (inst, def) => {
	def.pattern ?? (def.pattern = datetime(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODate = /*@__PURE__*/ $constructor("$ZodISODate", (inst, def) => {
	def.pattern ?? (def.pattern = date);
	$ZodStringFormat.init(inst, def);
});
const $ZodISOTime = /*@__PURE__*/ $constructor("$ZodISOTime", (inst, def) => {
	def.pattern ?? (def.pattern = time(def));
	$ZodStringFormat.init(inst, def);
});
const $ZodISODuration = /*@__PURE__*/ $constructor("$ZodISODuration", (inst, def) => {
	def.pattern ?? (def.pattern = duration);
	$ZodStringFormat.init(inst, def);
});
const $ZodIPv4 = /*@__PURE__*/ $constructor("$ZodIPv4", (inst, def) => {
	def.pattern ?? (def.pattern = ipv4);
	$ZodStringFormat.init(inst, def);
});
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
	if (!ipv6Alphabet.test(value)) return false;
	return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ $constructor("$ZodIPv6", (inst, def) => {
	def.pattern ?? (def.pattern = ipv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidIPv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "ipv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodCIDRv4 = /*@__PURE__*/ $constructor("$ZodCIDRv4", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv4);
	$ZodStringFormat.init(inst, def);
});
function isValidCIDRv6(value) {
	const parts = value.split("/");
	if (parts.length !== 2) return false;
	const [address, prefix] = parts;
	if (!prefix) return false;
	const prefixNum = Number(prefix);
	if (`${prefixNum}` !== prefix) return false;
	if (prefixNum < 0 || prefixNum > 128) return false;
	return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ $constructor("$ZodCIDRv6", (inst, def) => {
	def.pattern ?? (def.pattern = cidrv6);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (!isValidCIDRv6(payload.value)) payload.issues.push({
			code: "invalid_format",
			format: "cidrv6",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
function isValidBase64(data) {
	if (data === "") return true;
	if (/\s/.test(data)) return false;
	if (data.length % 4 !== 0) return false;
	try {
		atob(data);
		return true;
	} catch {
		return false;
	}
}
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ $constructor("$ZodBase64", (inst, def) => {
	def.pattern ?? (def.pattern = base64Charset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
	if (!base64urlCharset.test(data)) return false;
	const base64 = data.replace(/[-_]/g, (c) => c === "-" ? "+" : "/");
	return isValidBase64(base64.padEnd(Math.ceil(base64.length / 4) * 4, "="));
}
const $ZodBase64URL = /*@__PURE__*/ $constructor("$ZodBase64URL", (inst, def) => {
	def.pattern ?? (def.pattern = base64urlCharset);
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidBase64URL(payload.value)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "base64url",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodE164 = /*@__PURE__*/ $constructor("$ZodE164", (inst, def) => {
	def.pattern ?? (def.pattern = e164);
	$ZodStringFormat.init(inst, def);
});
function isValidJWT(token, algorithm = null) {
	try {
		const tokensParts = token.split(".");
		if (tokensParts.length !== 3) return false;
		const [header] = tokensParts;
		if (!header) return false;
		const parsedHeader = JSON.parse(atob(header));
		if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT") return false;
		if (!parsedHeader.alg) return false;
		if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm)) return false;
		return true;
	} catch {
		return false;
	}
}
const $ZodJWT = /*@__PURE__*/ $constructor("$ZodJWT", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	inst._zod.check = (payload) => {
		if (isValidJWT(payload.value, def.alg)) return;
		payload.issues.push({
			code: "invalid_format",
			format: "jwt",
			input: payload.value,
			inst,
			continue: !def.abort
		});
	};
});
const $ZodNumber = /*@__PURE__*/ $constructor("$ZodNumber", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = number;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Number(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
		const received = typeof input === "number" ? Number.isNaN(input) ? "NaN" : !Number.isFinite(input) ? String(input) : void 0 : void 0;
		payload.issues.push({
			expected: "number",
			code: "invalid_type",
			input,
			inst,
			...received ? { received } : {}
		});
		return payload;
	};
});
const $ZodNumberFormat = /*@__PURE__*/ $constructor("$ZodNumberFormat", (inst, def) => {
	$ZodCheckNumberFormat.init(inst, def);
	$ZodNumber.init(inst, def);
});
const $ZodBoolean = /*@__PURE__*/ $constructor("$ZodBoolean", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.pattern = boolean$1;
	inst._zod.parse = (payload, _ctx) => {
		if (def.coerce) try {
			payload.value = Boolean(payload.value);
		} catch (_) {}
		const input = payload.value;
		if (typeof input === "boolean") return payload;
		payload.issues.push({
			expected: "boolean",
			code: "invalid_type",
			input,
			inst
		});
		return payload;
	};
});
const $ZodUnknown = /*@__PURE__*/ $constructor("$ZodUnknown", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ $constructor("$ZodNever", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _ctx) => {
		payload.issues.push({
			expected: "never",
			code: "invalid_type",
			input: payload.value,
			inst
		});
		return payload;
	};
});
function capSize(inst, size) {
	const caps = sizeCaps(inst._zod.def.checks);
	if (!caps.length) return;
	const cap = Math.min(...caps.map((c) => c[0]));
	const parse = inst._zod.parse;
	inst._zod.parse = (payload, ctx) => {
		const n = size(payload.value);
		if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
			for (const [max, ch] of sizeCaps(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
				const start = payload.issues.length;
				ch._zod.check(payload);
				payload.issues[start].continue = false;
				attachSchema(payload.issues, start, inst);
				return payload;
			}
		}
		return parse(payload, ctx);
	};
}
const arraySize = (input) => Array.isArray(input) ? input.length : -1;
function handleArrayResult(result, final, index) {
	if (result.issues.length) final.issues.push(...prefixIssues(index, result.issues));
	final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ $constructor("$ZodArray", (inst, def) => {
	$ZodType.init(inst, def);
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!Array.isArray(input)) {
			payload.issues.push({
				expected: "array",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
		const proms = [];
		const abortEarly = ctx?.abortEarly;
		for (let i = 0; i < input.length; i++) {
			const item = input[i];
			const result = def.element._zod.run({
				value: item,
				issues: []
			}, ctx);
			if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
			else {
				handleArrayResult(result, payload, i);
				if (abortEarly && result.issues.length !== 0 && aborted(result)) break;
			}
		}
		if (proms.length) return Promise.all(proms).then(() => payload);
		return payload;
	};
	capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
	const isPresent = key in input;
	const isOptionalOut = optout === "optional";
	if (!isPresent && isOptionalOut && optin === "optional") return;
	if (result.issues.length) {
		if (optin !== void 0 && isOptionalOut && !isPresent) return;
		final.issues.push(...prefixIssues(key, result.issues));
	}
	if (!isPresent && optin === void 0) {
		if (!result.issues.length) final.issues.push({
			code: "invalid_type",
			expected: "nonoptional",
			input: void 0,
			path: [key]
		});
		return;
	}
	if (result.value === void 0) {
		if (isPresent || optin === "defaulted" && !isOptionalOut) final.value[key] = void 0;
	} else final.value[key] = result.value;
}
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
	const keys = Object.keys(def.shape);
	const ownSymbols = Object.getOwnPropertySymbols(def.shape);
	const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
	const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
	for (const k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
	const okeys = optionalKeys(def.shape);
	return {
		...def,
		allKeys,
		symbolKeys,
		keySet: new Set(keys),
		numKeys: keys.length,
		optionalKeys: new Set(okeys)
	};
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
	const unrecognized = [];
	const keySet = def.keySet;
	const _catchall = def.catchall._zod;
	const t = _catchall.def.type;
	const optin = _catchall.optin;
	const optout = _catchall.optout;
	let seen = 0;
	for (const key in input) {
		if (abortEarly && payload.issues.length !== seen) {
			if (aborted(payload, seen)) break;
			seen = payload.issues.length;
		}
		if (keySet.has(key)) continue;
		if (key === "__proto__") {
			if (t === "never") unrecognized.push(key);
			continue;
		}
		if (t === "never") {
			unrecognized.push(key);
			continue;
		}
		const r = _catchall.run({
			value: input[key],
			issues: []
		}, ctx);
		if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
		else handlePropertyResult(r, payload, key, input, optin, optout);
	}
	if (unrecognized.length) payload.issues.push({
		code: "unrecognized_keys",
		keys: unrecognized,
		input,
		inst,
		continue: true
	});
	if (!proms.length) return payload;
	return Promise.all(proms).then(() => {
		return payload;
	});
}
const $ZodObject = /*@__PURE__*/ $constructor("$ZodObject", (inst, def) => {
	$ZodType.init(inst, def);
	const desc = Object.getOwnPropertyDescriptor(def, "shape");
	const sh = desc?.get ? desc.get.raw : def.shape ?? {};
	if (sh) {
		const get = () => {
			const newSh = { ...sh };
			Object.defineProperty(def, "shape", { value: newSh });
			get.raw = newSh;
			return newSh;
		};
		get.raw = sh;
		Object.defineProperty(def, "shape", { get });
	}
	const _normalized = cached(() => normalizeDef(def));
	defineLazyInternal(inst, "propValues", (zod) => {
		const shape = zod.def.shape;
		const propValues = {};
		for (const key in shape) {
			const field = shape[key]._zod;
			if (field.values) {
				if (!Object.prototype.hasOwnProperty.call(propValues, key)) assignProp(propValues, key, /* @__PURE__ */ new Set());
				for (const v of field.values) propValues[key].add(v);
				if (field.optin !== void 0) propValues[key].add(void 0);
			}
		}
		return propValues;
	});
	const isObject = isObject$1;
	const catchall = def.catchall;
	let value;
	const memo = globalConfig.memoizer;
	memo?.attach(inst);
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
		const proms = [];
		const shape = value.shape;
		const abortEarly = ctx?.abortEarly;
		let seen = payload.issues.length;
		for (const key of value.allKeys) {
			if (abortEarly && payload.issues.length !== seen) {
				if (aborted(payload, seen)) break;
				seen = payload.issues.length;
			}
			if (key === "__proto__") continue;
			const el = shape[key];
			const optin = el._zod.optin;
			const optout = el._zod.optout;
			const r = el._zod.run({
				value: input[key],
				issues: []
			}, ctx);
			if (r instanceof Promise) proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
			else handlePropertyResult(r, payload, key, input, optin, optout);
		}
		if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
		return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
	};
});
const $ZodObjectJIT = /*@__PURE__*/ $constructor("$ZodObjectJIT", (inst, def) => {
	$ZodObject.init(inst, def);
	const superParse = inst._zod.parse;
	const _normalized = cached(() => normalizeDef(def));
	const memo = globalConfig.memoizer;
	const generateFastpass = (shape) => {
		const normalized = _normalized.value;
		const syms = normalized.symbolKeys;
		const doc = new Doc(["payload", "ctx"], {
			shape,
			inst,
			memo,
			syms
		});
		const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
		const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
		doc.write(`const input = payload.value;`);
		const ids = Object.create(null);
		let counter = 0;
		for (const key of normalized.allKeys) ids[key] = `key_${counter++}`;
		doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
		for (const key of normalized.allKeys) {
			if (key === "__proto__") continue;
			const id = ids[key];
			const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : esc(key);
			const isPresent = `${k} in input`;
			const schema = shape[key];
			const optin = schema?._zod?.optin;
			const isOptionalIn = optin !== void 0;
			const isOptionalOut = schema?._zod?.optout === "optional";
			doc.write(`const ${id} = ${parseStr(k)};`);
			if (isOptionalIn && isOptionalOut) {
				const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
				doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
			} else if (!isOptionalIn) doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
			else {
				doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
				if (optin === "defaulted") doc.write(`newResult[${k}] = ${id}.value;`);
				else doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
			}
		}
		doc.write(`payload.value = newResult;`);
		doc.write(`return payload;`);
		return doc.compile();
	};
	let fastpass;
	const isObject = isObject$1;
	const jit = !globalConfig.jitless;
	const allowsEval$1 = allowsEval;
	const fastEnabled = jit && allowsEval$1.value;
	const catchall = def.catchall;
	let value;
	inst._zod.parse = (payload, ctx) => {
		value ?? (value = _normalized.value);
		const input = payload.value;
		if (!isObject(input)) {
			payload.issues.push({
				expected: "object",
				code: "invalid_type",
				input,
				inst
			});
			return payload;
		}
		if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
			if (!fastpass) fastpass = generateFastpass(def.shape);
			payload = fastpass(payload, ctx);
			if (!catchall) return payload;
			return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
		}
		return superParse(payload, ctx);
	};
});
function handleUnionResults(results, final, inst, ctx) {
	for (const result of results) if (result.issues.length === 0) {
		final.value = result.value;
		return final;
	}
	const nonaborted = results.filter((r) => !aborted(r));
	if (nonaborted.length === 1) {
		final.value = nonaborted[0].value;
		return nonaborted[0];
	}
	final.issues.push({
		code: "invalid_union",
		input: final.value,
		inst,
		errors: results.map((result) => result.issues.map((iss) => finalizeIssue(iss, ctx, config())))
	});
	return final;
}
const $ZodUnion = /*@__PURE__*/ $constructor("$ZodUnion", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
	defineLazyInternal(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
	defineLazyInternal(inst, "values", (zod) => {
		if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		if (zod.def.options.every((o) => o._zod.pattern)) {
			const patterns = zod.def.options.map((o) => o._zod.pattern);
			return new RegExp(`^(${patterns.map((p) => cleanRegex(p.source)).join("|")})$`);
		}
	});
	const first = def.options.length === 1 ? def.options[0]._zod.run : null;
	inst._zod.parse = (payload, ctx) => {
		if (first) return first(payload, ctx);
		let async = false;
		const results = [];
		for (const option of def.options) {
			const result = option._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) {
				results.push(result);
				async = true;
			} else {
				if (result.issues.length === 0) return result;
				results.push(result);
			}
		}
		if (!async) return handleUnionResults(results, payload, inst, ctx);
		return Promise.all(results).then((results) => {
			return handleUnionResults(results, payload, inst, ctx);
		});
	};
});
function discriminatorMap(def) {
	const map = /* @__PURE__ */ new Map();
	for (const option of def.options) {
		const values = option._zod.propValues?.[def.discriminator];
		if (!values || values.size === 0) throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
		for (const value of values) if (map.has(value)) {
			if (value !== void 0) throw new Error(`Duplicate discriminator value "${String(value)}"`);
			map.set(value, null);
		} else map.set(value, option);
	}
	return map;
}
const $ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("$ZodDiscriminatedUnion", (inst, def) => {
	def.inclusive = false;
	$ZodUnion.init(inst, def);
	const _super = inst._zod.parse;
	defineLazyInternal(inst, "propValues", (zod) => {
		const propValues = {};
		let undefinedCount = 0;
		for (const option of zod.def.options) {
			const pv = option._zod.propValues;
			if (!pv || Object.keys(pv).length === 0) throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
			if (pv[zod.def.discriminator]?.has(void 0)) undefinedCount++;
			for (const [k, v] of Object.entries(pv)) {
				if (!Object.prototype.hasOwnProperty.call(propValues, k)) assignProp(propValues, k, /* @__PURE__ */ new Set());
				for (const val of v) propValues[k].add(val);
			}
		}
		if (!zod.def.unionFallback && undefinedCount > 1) propValues[zod.def.discriminator]?.delete(void 0);
		return propValues;
	});
	def.options.forEach((option, i) => {
		const propShape = rawShape(option._zod.def);
		if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) throw new Error(`Invalid discriminated union option at index "${i}"`);
	});
	const disc = cached(() => discriminatorMap(def));
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		if (!isObject$1(input)) {
			payload.issues.push({
				code: "invalid_type",
				expected: "object",
				input,
				inst
			});
			return payload;
		}
		const value = input?.[def.discriminator];
		const opt = disc.value.get(value);
		if (opt && (value !== void 0 || ctx.direction !== "backward")) return opt._zod.run(payload, ctx);
		if (def.unionFallback || ctx.direction === "backward") return _super(payload, ctx);
		payload.issues.push({
			code: "invalid_union",
			errors: [],
			note: "No matching discriminator",
			discriminator: def.discriminator,
			options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
			input,
			path: [def.discriminator],
			inst
		});
		return payload;
	};
});
const $ZodIntersection = /*@__PURE__*/ $constructor("$ZodIntersection", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, ctx) => {
		const input = payload.value;
		const left = def.left._zod.run({
			value: input,
			issues: []
		}, ctx);
		const right = def.right._zod.run({
			value: input,
			issues: []
		}, ctx);
		if (left instanceof Promise || right instanceof Promise) return Promise.all([left, right]).then(([left, right]) => {
			return handleIntersectionResults(payload, left, right);
		});
		return handleIntersectionResults(payload, left, right);
	};
});
function mergeValues(a, b) {
	if (a === b) return {
		valid: true,
		data: a
	};
	if (a instanceof Date && b instanceof Date && +a === +b) return {
		valid: true,
		data: a
	};
	if (isPlainObject(a) && isPlainObject(b)) {
		const bKeys = Object.keys(b);
		const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
		const newObj = {
			...a,
			...b
		};
		if (Object.prototype.hasOwnProperty.call(newObj, "__proto__")) delete newObj.__proto__;
		for (const key of sharedKeys) {
			if (key === "__proto__") continue;
			const sharedValue = mergeValues(a[key], b[key]);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [key, ...sharedValue.mergeErrorPath]
			};
			newObj[key] = sharedValue.data;
		}
		return {
			valid: true,
			data: newObj
		};
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		if (a.length !== b.length) return {
			valid: false,
			mergeErrorPath: []
		};
		const newArray = [];
		for (let index = 0; index < a.length; index++) {
			const itemA = a[index];
			const itemB = b[index];
			const sharedValue = mergeValues(itemA, itemB);
			if (!sharedValue.valid) return {
				valid: false,
				mergeErrorPath: [index, ...sharedValue.mergeErrorPath]
			};
			newArray.push(sharedValue.data);
		}
		return {
			valid: true,
			data: newArray
		};
	}
	return {
		valid: false,
		mergeErrorPath: []
	};
}
function handleIntersectionResults(result, left, right) {
	const unrecKeys = /* @__PURE__ */ new Map();
	let unrecIssue;
	const keyIssues = /* @__PURE__ */ new Map();
	const collect = (iss, side) => {
		let keys;
		if (iss.code === "unrecognized_keys" && !iss.path?.length) {
			unrecIssue ?? (unrecIssue = iss);
			keys = iss.keys;
		} else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
			const k = String(iss.path[0]);
			if (!keyIssues.has(k)) keyIssues.set(k, iss);
			keys = [k];
		} else return false;
		for (const k of keys) {
			if (!unrecKeys.has(k)) unrecKeys.set(k, {});
			unrecKeys.get(k)[side] = true;
		}
		return true;
	};
	for (const iss of left.issues) if (!collect(iss, "l")) result.issues.push(iss);
	for (const iss of right.issues) if (!collect(iss, "r")) result.issues.push(iss);
	const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
	if (bothKeys.length) {
		const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
		if (aggregated.length) result.issues.push({
			...unrecIssue,
			keys: aggregated
		});
		for (const k of bothKeys) if (!aggregated.includes(k) && keyIssues.has(k)) result.issues.push(keyIssues.get(k));
	}
	const merged = mergeValues(left.value, right.value);
	if (!merged.valid) {
		if (aborted(result)) return result;
		throw new Error(`Unmergable intersection. Error path: ${JSON.stringify(merged.mergeErrorPath)}`);
	}
	result.value = merged.data;
	return result;
}
const $ZodEnum = /*@__PURE__*/ $constructor("$ZodEnum", (inst, def) => {
	$ZodType.init(inst, def);
	const values = getEnumValues(def.entries);
	const valuesSet = new Set(values);
	inst._zod.values = valuesSet;
	defineLazyInternal(inst, "pattern", (zod) => {
		const patternValues = getEnumValues(zod.def.entries).filter((k) => propertyKeyTypes.has(typeof k));
		return new RegExp(patternValues.length ? `^(${patternValues.map((o) => escapeRegex(o.toString())).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (valuesSet.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodLiteral = /*@__PURE__*/ $constructor("$ZodLiteral", (inst, def) => {
	$ZodType.init(inst, def);
	const values = new Set(def.values);
	inst._zod.values = values;
	defineLazyInternal(inst, "pattern", (zod) => {
		const vals = zod.def.values;
		return new RegExp(vals.length ? `^(${vals.map((o) => typeof o === "string" ? escapeRegex(o) : o ? escapeRegex(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
	});
	inst._zod.parse = (payload, _ctx) => {
		const input = payload.value;
		if (values.has(input)) return payload;
		payload.issues.push({
			code: "invalid_value",
			values: def.values,
			input,
			inst
		});
		return payload;
	};
});
const $ZodTransform = /*@__PURE__*/ $constructor("$ZodTransform", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "optional";
	globalConfig.memoizer?.guard(inst);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		const _out = def.transform(payload.value, payload);
		if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
			payload.value = output;
			return payload;
		});
		if (_out instanceof Promise) throw new $ZodAsyncError();
		payload.value = _out;
		return payload;
	};
});
function handleOptionalResult(payload, result) {
	payload.value = result.issues.length ? void 0 : result.value;
	return payload;
}
const $ZodOptional = /*@__PURE__*/ $constructor("$ZodOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	inst._zod.optout = "optional";
	defineLazyInternal(inst, "values", (zod) => {
		const values = zod.def.innerType._zod.values;
		return values ? /* @__PURE__ */ new Set([...values, void 0]) : void 0;
	});
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)})?$`) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === void 0) {
			if (def.innerType._zod.optin !== "defaulted") return payload;
			const result = def.innerType._zod.run({
				value: payload.value,
				issues: []
			}, ctx);
			if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
			return handleOptionalResult(payload, result);
		}
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodExactOptional = /*@__PURE__*/ $constructor("$ZodExactOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
	inst._zod.parse = (payload, ctx) => {
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNullable = /*@__PURE__*/ $constructor("$ZodNullable", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "pattern", (zod) => {
		const pattern = zod.def.innerType._zod.pattern;
		return pattern ? new RegExp(`^(${cleanRegex(pattern.source)}|null)$`) : void 0;
	});
	defineLazyInternal(inst, "values", (zod) => {
		return zod.def.innerType._zod.values ? /* @__PURE__ */ new Set([...zod.def.innerType._zod.values, null]) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		if (payload.value === null) return payload;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodDefault = /*@__PURE__*/ $constructor("$ZodDefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) {
			payload.value = def.defaultValue;
			return payload;
		}
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleDefaultResult(result, def));
		return handleDefaultResult(result, def);
	};
});
function handleDefaultResult(payload, def) {
	if (payload.value === void 0) payload.value = def.defaultValue;
	return payload;
}
const $ZodPrefault = /*@__PURE__*/ $constructor("$ZodPrefault", (inst, def) => {
	$ZodType.init(inst, def);
	inst._zod.optin = "defaulted";
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		if (payload.value === void 0) payload.value = def.defaultValue;
		return def.innerType._zod.run(payload, ctx);
	};
});
const $ZodNonOptional = /*@__PURE__*/ $constructor("$ZodNonOptional", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => {
		const v = zod.def.innerType._zod.values;
		return v ? new Set([...v].filter((x) => x !== void 0)) : void 0;
	});
	inst._zod.parse = (payload, ctx) => {
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then((result) => handleNonOptionalResult(result, inst));
		return handleNonOptionalResult(result, inst);
	};
});
function handleNonOptionalResult(payload, inst) {
	if (!payload.issues.length && payload.value === void 0) payload.issues.push({
		code: "invalid_type",
		expected: "nonoptional",
		input: payload.value,
		inst
	});
	return payload;
}
function handleCatchResult(payload, result, def, ctx) {
	if (!result.issues.length) {
		payload.value = result.value;
		if (result.memo) payload.memo = true;
		return payload;
	}
	payload.value = def.catchValue({
		...result,
		value: payload.value,
		error: { issues: result.issues.map((iss) => finalizeIssue(iss, ctx, config())) },
		input: payload.value
	});
	return payload;
}
const $ZodCatch = /*@__PURE__*/ $constructor("$ZodCatch", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType._zod.optout);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run({
			value: payload.value,
			issues: []
		}, ctx);
		if (result instanceof Promise) return result.then((result) => handleCatchResult(payload, result, def, ctx));
		return handleCatchResult(payload, result, def, ctx);
	};
});
const $ZodPipe = /*@__PURE__*/ $constructor("$ZodPipe", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") {
			const right = def.out._zod.run(payload, ctx);
			if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
			return handlePipeResult(right, def.in, ctx);
		}
		const left = def.in._zod.run(payload, ctx);
		if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
		return handlePipeResult(left, def.out, ctx);
	};
});
function handlePipeResult(left, next, ctx) {
	if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
		left.aborted = true;
		return left;
	}
	return next._zod.run({
		value: left.value,
		issues: left.issues
	}, ctx);
}
const $ZodReadonly = /*@__PURE__*/ $constructor("$ZodReadonly", (inst, def) => {
	$ZodType.init(inst, def);
	defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
	defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
	defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
	defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
	inst._zod.parse = (payload, ctx) => {
		if (ctx.direction === "backward") return def.innerType._zod.run(payload, ctx);
		const result = def.innerType._zod.run(payload, ctx);
		if (result instanceof Promise) return result.then(handleReadonlyResult);
		return handleReadonlyResult(result);
	};
});
function handleReadonlyResult(payload) {
	if (!payload.memo) payload.value = Object.freeze(payload.value);
	return payload;
}
const $ZodCustom = /*@__PURE__*/ $constructor("$ZodCustom", (inst, def) => {
	$ZodCheck.init(inst, def);
	$ZodType.init(inst, def);
	inst._zod.parse = (payload, _) => {
		return payload;
	};
	inst._zod.check = (payload) => {
		const input = payload.value;
		const r = def.fn(input);
		if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
		handleRefineResult(r, payload, input, inst);
	};
});
function handleRefineResult(result, payload, input, inst) {
	if (!result) {
		const _iss = {
			code: "custom",
			input,
			inst,
			path: [...inst._zod.def.path ?? []],
			continue: !inst._zod.def.abort
		};
		if (inst._zod.def.params) _iss.params = inst._zod.def.params;
		payload.issues.push(issue(_iss));
	}
}

// node_modules/zod/v4/core/memoizer.js
var $ZodCyclicError = class extends Error {
	constructor() {
		super(`Cannot parse a reference cycle that closes through a transform`);
		this.name = "ZodCyclicError";
	}
};
const STATE = "~memo";
const NO_ISSUES = [];
function isRef(value) {
	return value !== null && typeof value === "object";
}
function cloneIssues(issues) {
	return issues.map((iss) => iss.path ? {
		...iss,
		path: iss.path.slice()
	} : { ...iss });
}
const recursive = /*@__PURE__*/ new WeakMap();
const NONE = 0;
const ASSUMED = 1;
const PROVEN = 2;
function isRecursive(inst, stack, resolve) {
	const cached = recursive.get(inst);
	if (cached !== void 0) return cached ? PROVEN : NONE;
	if (stack.has(inst)) return PROVEN;
	stack.add(inst);
	let result = NONE;
	const check = (child) => {
		if (result !== PROVEN && child?._zod) {
			const answer = isRecursive(child, stack, resolve);
			if (answer > result) result = answer;
		}
	};
	const shape = (sh, spread) => {
		let answer = NONE;
		for (const key of Reflect.ownKeys(sh)) {
			const desc = Object.getOwnPropertyDescriptor(sh, key);
			if (spread && !desc.enumerable) continue;
			const child = desc.get ? ASSUMED : desc.value?._zod ? isRecursive(desc.value, stack, resolve) : NONE;
			if (child > answer) answer = child;
		}
		return answer;
	};
	const merge = (answer) => {
		if (answer > result) result = answer;
	};
	const def = inst._zod.def;
	switch (def.type) {
		case "object": {
			const raw = rawShape(def);
			merge(raw ? shape(raw, true) : ASSUMED);
			check(def.catchall);
			break;
		}
		case "array":
			check(def.element);
			break;
		case "tuple":
			for (const el of def.items) check(el);
			check(def.rest);
			break;
		case "record":
		case "map":
			check(def.keyType);
			check(def.valueType);
			break;
		case "set":
			check(def.valueType);
			break;
		case "union":
			for (const el of def.options) check(el);
			break;
		case "intersection":
			check(def.left);
			check(def.right);
			break;
		case "optional":
		case "nullable":
		case "default":
		case "prefault":
		case "catch":
		case "readonly":
		case "nonoptional":
		case "promise":
		case "success":
			check(def.innerType);
			break;
		case "pipe":
			check(def.in);
			check(def.out);
			break;
		case "function":
			check(def.input);
			check(def.output);
			break;
		case "lazy": {
			const inner = def._cachedInner ?? (resolve ? inst._zod.innerType : void 0);
			merge(inner ? isRecursive(inner, stack, false) : ASSUMED);
			break;
		}
		case "template_literal":
		case "string":
		case "number":
		case "int":
		case "boolean":
		case "bigint":
		case "symbol":
		case "undefined":
		case "null":
		case "void":
		case "never":
		case "any":
		case "unknown":
		case "date":
		case "nan":
		case "enum":
		case "literal":
		case "file":
		case "transform":
		case "custom": break;
		default: for (const key in def) {
			const desc = Object.getOwnPropertyDescriptor(def, key);
			if (!desc || desc.get) continue;
			const value = desc.value;
			if (!value || typeof value !== "object") continue;
			if (value._zod) check(value);
			else if (Array.isArray(value)) for (const el of value) check(el);
		}
	}
	stack.delete(inst);
	return settle(inst, result);
}
function settle(inst, answer) {
	if (answer !== ASSUMED) recursive.set(inst, answer === PROVEN);
	return answer;
}
function bucketFor(state, inst) {
	let bucket = state.buckets.get(inst);
	if (!bucket) {
		bucket = /* @__PURE__ */ new WeakMap();
		state.buckets.set(inst, bucket);
	}
	return bucket;
}
let handoff;
const open = [];
const memo = {
	alloc(_inst, payload, empty) {
		const bucket = handoff;
		if (!bucket) return empty;
		handoff = void 0;
		const entry = {
			value: empty,
			issues: null
		};
		bucket.set(payload.value, entry);
		open.push(entry);
		return empty;
	},
	guard(inst) {
		var _a;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (ctx.direction !== "backward" && isBackEdge(ctx, payload.value)) throw new $ZodCyclicError();
				return base(payload, ctx);
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	},
	attach(inst) {
		var _a;
		let isRecursiveInst;
		let rechecked = false;
		let lastCtx;
		let lastBucket;
		(_a = inst._zod).deferred ?? (_a.deferred = []);
		inst._zod.deferred.push(() => {
			const base = inst._zod.parse;
			const wrapped = (payload, ctx) => {
				if (isRecursiveInst === void 0) {
					const walked = isRecursive(inst, /* @__PURE__ */ new Set(), false);
					if (walked === NONE) {
						inst._zod.parse = base;
						if (inst._zod.run === wrapped) inst._zod.run = base;
						return base(payload, ctx);
					}
					if (walked === PROVEN || rechecked) isRecursiveInst = true;
					else rechecked = true;
				}
				const input = payload.value;
				if (!isRef(input)) return base(payload, ctx);
				let state = ctx[STATE];
				if (!state) {
					state = {
						buckets: /* @__PURE__ */ new WeakMap(),
						backEdges: void 0
					};
					ctx[STATE] = state;
				}
				let bucket;
				if (lastCtx === ctx) bucket = lastBucket;
				else {
					bucket = bucketFor(state, inst);
					lastCtx = ctx;
					lastBucket = bucket;
				}
				const hit = bucket.get(input);
				if (hit) {
					payload.value = hit.value;
					if (hit.issues) {
						if (hit.issues.length) payload.issues.push(...cloneIssues(hit.issues));
					} else {
						payload.memo = true;
						state.backEdges ?? (state.backEdges = /* @__PURE__ */ new WeakSet());
						state.backEdges.add(hit.value);
					}
					return payload;
				}
				handoff = bucket;
				const depth = open.length;
				const result = base(payload, ctx);
				handoff = void 0;
				const entry = open.length > depth ? open.pop() : void 0;
				if (result instanceof Promise) return result.then((r) => {
					if (entry) entry.issues = r.issues.length ? cloneIssues(r.issues) : NO_ISSUES;
					return r;
				});
				if (entry) entry.issues = result.issues.length ? cloneIssues(result.issues) : NO_ISSUES;
				return result;
			};
			inst._zod.parse = wrapped;
			if (inst._zod.run === base) inst._zod.run = wrapped;
		});
	}
};
function memoizer() {
	return memo;
}
function isBackEdge(ctx, value) {
	const backEdges = ctx[STATE]?.backEdges;
	return backEdges !== void 0 && isRef(value) && backEdges.has(value);
}

// node_modules/zod/v4/locales/en.js
const error = () => {
	const Sizable = {
		string: {
			unit: "characters",
			verb: "to have"
		},
		file: {
			unit: "bytes",
			verb: "to have"
		},
		array: {
			unit: "items",
			verb: "to have"
		},
		set: {
			unit: "items",
			verb: "to have"
		},
		map: {
			unit: "entries",
			verb: "to have"
		}
	};
	function getSizing(origin) {
		return Sizable[origin] ?? null;
	}
	const FormatDictionary = {
		regex: "input",
		email: "email address",
		url: "URL",
		emoji: "emoji",
		uuid: "UUID",
		uuidv4: "UUIDv4",
		uuidv6: "UUIDv6",
		nanoid: "nanoid",
		guid: "GUID",
		cuid: "cuid",
		cuid2: "cuid2",
		ulid: "ULID",
		xid: "XID",
		ksuid: "KSUID",
		datetime: "ISO datetime",
		date: "ISO date",
		time: "ISO time",
		duration: "ISO duration",
		ipv4: "IPv4 address",
		ipv6: "IPv6 address",
		mac: "MAC address",
		cidrv4: "IPv4 range",
		cidrv6: "IPv6 range",
		base64: "base64-encoded string",
		base64url: "base64url-encoded string",
		json_string: "JSON string",
		e164: "E.164 number",
		currency_code: "currency code",
		credit_card: "credit card number",
		iban: "IBAN",
		jwt: "JWT",
		template_literal: "input"
	};
	const TypeDictionary = { nan: "NaN" };
	function getTypeName(type, input) {
		if (type === "number" && typeof input === "number" && !Number.isFinite(input)) return String(input);
		return TypeDictionary[type] ?? type;
	}
	return (issue) => {
		switch (issue.code) {
			case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(parsedType(issue.input), issue.input)}`;
			case "invalid_value":
				if (issue.values.length === 1) return `Invalid input: expected ${stringifyPrimitive(issue.values[0])}`;
				return `Invalid option: expected one of ${joinValues(issue.values, "|")}`;
			case "too_big": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
				return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
			}
			case "too_small": {
				const adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
				const sizing = getSizing(issue.origin);
				if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
				return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
			}
			case "invalid_format": {
				const _issue = issue;
				if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
				if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
				if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
				if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
				return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
			}
			case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
			case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${joinValues(issue.keys, ", ")}`;
			case "invalid_key": return `Invalid key in ${issue.origin}`;
			case "invalid_union":
				if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
				if (issue.inclusive === false) return "Invalid input: more than one option matched";
				return "Invalid input";
			case "invalid_element": return `Invalid value in ${issue.origin}`;
			default: return `Invalid input`;
		}
	};
};
function en_default() {
	return { localeError: error() };
}

// node_modules/zod/v4/core/registries.js
var _a;
var $ZodRegistry = class {
	constructor() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
	}
	add(schema, ..._meta) {
		const meta = _meta[0];
		this._map.set(schema, meta);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.set(meta.id, schema);
		return this;
	}
	clear() {
		this._map = /* @__PURE__ */ new WeakMap();
		this._idmap = /* @__PURE__ */ new Map();
		return this;
	}
	remove(schema) {
		const meta = this._map.get(schema);
		if (meta && typeof meta === "object" && "id" in meta) this._idmap.delete(meta.id);
		this._map.delete(schema);
		return this;
	}
	get(schema) {
		const p = schema._zod.parent;
		if (p) {
			const pm = { ...this.get(p) ?? {} };
			delete pm.id;
			const f = {
				...pm,
				...this._map.get(schema)
			};
			return Object.keys(f).length ? f : void 0;
		}
		return this._map.get(schema);
	}
	has(schema) {
		return this._map.has(schema);
	}
};
function registry() {
	return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

// node_modules/zod/v4/core/api.js
function snapshotChecks(def) {
	if (def.checks) def.checks = [...def.checks];
	return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
	return new Class(snapshotChecks({
		type: "string",
		...normalizeParams(params)
	}));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
	return new Class({
		type: "string",
		format: "email",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
	return new Class({
		type: "string",
		format: "guid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v4",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v6",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
	return new Class({
		type: "string",
		format: "uuid",
		check: "string_format",
		abort: false,
		version: "v7",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
	return new Class({
		type: "string",
		format: "url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
	return new Class({
		type: "string",
		format: "emoji",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
	return new Class({
		type: "string",
		format: "nanoid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
	return new Class({
		type: "string",
		format: "cuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
	return new Class({
		type: "string",
		format: "cuid2",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
	return new Class({
		type: "string",
		format: "ulid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
	return new Class({
		type: "string",
		format: "xid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
	return new Class({
		type: "string",
		format: "ksuid",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
	return new Class({
		type: "string",
		format: "ipv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
	return new Class({
		type: "string",
		format: "ipv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv4",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
	return new Class({
		type: "string",
		format: "cidrv6",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
	return new Class({
		type: "string",
		format: "base64",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
	return new Class({
		type: "string",
		format: "base64url",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
	return new Class({
		type: "string",
		format: "e164",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
	return new Class({
		type: "string",
		format: "jwt",
		check: "string_format",
		abort: false,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
	return new Class({
		type: "string",
		format: "datetime",
		check: "string_format",
		offset: false,
		local: false,
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
	return new Class({
		type: "string",
		format: "date",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
	return new Class({
		type: "string",
		format: "time",
		check: "string_format",
		precision: null,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
	return new Class({
		type: "string",
		format: "duration",
		check: "string_format",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
	return new Class({
		type: "number",
		check: "number_format",
		abort: false,
		format: "safeint",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
	return new Class({
		type: "boolean",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
	return new Class({ type: "unknown" });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
	return new Class({
		type: "never",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
	return new $ZodCheckLessThan({
		check: "less_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: false
	});
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
	return new $ZodCheckGreaterThan({
		check: "greater_than",
		...normalizeParams(params),
		value,
		inclusive: true
	});
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
	return new $ZodCheckMultipleOf({
		check: "multiple_of",
		...normalizeParams(params),
		value
	});
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
	return new $ZodCheckMaxLength({
		check: "max_length",
		...normalizeParams(params),
		maximum
	});
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
	return new $ZodCheckMinLength({
		check: "min_length",
		...normalizeParams(params),
		minimum
	});
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
	return new $ZodCheckLengthEquals({
		check: "length_equals",
		...normalizeParams(params),
		length
	});
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
	return new $ZodCheckRegex({
		check: "string_format",
		format: "regex",
		...normalizeParams(params),
		pattern
	});
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
	return new $ZodCheckLowerCase({
		check: "string_format",
		format: "lowercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
	return new $ZodCheckUpperCase({
		check: "string_format",
		format: "uppercase",
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
	return new $ZodCheckIncludes({
		check: "string_format",
		format: "includes",
		...normalizeParams(params),
		includes
	});
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
	return new $ZodCheckStartsWith({
		check: "string_format",
		format: "starts_with",
		...normalizeParams(params),
		prefix
	});
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
	return new $ZodCheckEndsWith({
		check: "string_format",
		format: "ends_with",
		...normalizeParams(params),
		suffix
	});
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
	return new $ZodCheckOverwrite({
		check: "overwrite",
		tx
	});
}
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
	return /* @__PURE__ */ _overwrite((input) => input.normalize(form));
}
// @__NO_SIDE_EFFECTS__
function _trim() {
	return /* @__PURE__ */ _overwrite((input) => input.trim());
}
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toLowerCase());
}
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
	return /* @__PURE__ */ _overwrite((input) => input.toUpperCase());
}
// @__NO_SIDE_EFFECTS__
function _slugify() {
	return /* @__PURE__ */ _overwrite((input) => slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
	return new Class({
		type: "array",
		element,
		...normalizeParams(params)
	});
}
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
	return new Class({
		type: "custom",
		check: "custom",
		fn,
		...normalizeParams(_params)
	});
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
	const ch = /* @__PURE__ */ _check((payload) => {
		payload.addIssue = (issue$2) => {
			if (typeof issue$2 === "string") payload.issues.push(issue(issue$2, payload.value, ch._zod.def));
			else {
				const _issue = issue$2;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = ch);
				_issue.continue ?? (_issue.continue = !ch._zod.def.abort);
				payload.issues.push(issue(_issue));
			}
		};
		return fn(payload.value, payload);
	}, params);
	return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
	const ch = new $ZodCheck({
		check: "custom",
		...normalizeParams(params)
	});
	ch._zod.check = fn;
	return ch;
}

// node_modules/zod/v4/core/to-json-schema.js
function assignProps(target, ...sources) {
	for (const source of sources) for (const key of Reflect.ownKeys(source)) if (Object.prototype.propertyIsEnumerable.call(source, key)) assignProp(target, key, source[key]);
	return target;
}
function initializeContext(params) {
	let target = params?.target ?? "draft-2020-12";
	if (target === "draft-4") target = "draft-04";
	if (target === "draft-7") target = "draft-07";
	return {
		processors: params.processors ?? {},
		metadataRegistry: params?.metadata ?? globalRegistry,
		target,
		unrepresentable: params?.unrepresentable ?? "throw",
		override: params?.override ?? (() => {}),
		io: params?.io ?? "output",
		counter: 0,
		seen: /* @__PURE__ */ new Map(),
		sharedDefsExtractedFor: void 0,
		sharedEmitDoneFor: void 0,
		cycles: params?.cycles ?? "ref",
		reused: params?.reused ?? "inline",
		intersections: [],
		deferred: [],
		external: params?.external ?? void 0
	};
}
function handleUnrepresentable(schema, ctx, json, params, message) {
	const result = typeof ctx.unrepresentable === "function" ? ctx.unrepresentable({
		zodSchema: schema,
		path: params.path,
		message
	}) : ctx.unrepresentable;
	if (result === "any") return false;
	if (result === void 0 || result === "throw") throw new Error(message);
	Object.assign(json, result);
	return true;
}
function processSchema(schema, ctx, _params = {
	path: [],
	schemaPath: []
}) {
	var _a;
	const def = schema._zod.def;
	const seen = ctx.seen.get(schema);
	if (seen) {
		seen.count++;
		if (_params.schemaPath.includes(schema)) seen.cycle = _params.path;
		return seen.schema;
	}
	const result = {
		schema: {},
		count: 1,
		cycle: void 0,
		path: _params.path
	};
	ctx.seen.set(schema, result);
	ctx.sharedDefsExtractedFor = void 0;
	ctx.sharedEmitDoneFor = void 0;
	const overrideSchema = schema._zod.toJSONSchema?.();
	if (overrideSchema) result.schema = overrideSchema;
	else {
		const params = {
			..._params,
			schemaPath: [..._params.schemaPath, schema],
			path: _params.path
		};
		if (schema._zod.processJSONSchema) schema._zod.processJSONSchema(ctx, result.schema, params);
		else {
			const _json = result.schema;
			const processor = ctx.processors[def.type];
			if (!processor) throw new Error(`[toJSONSchema]: Non-representable type encountered: ${def.type}`);
			processor(schema, ctx, _json, params);
		}
		const parent = schema._zod.parent;
		if (parent) {
			if (!result.ref) result.ref = parent;
			processSchema(parent, ctx, params);
			ctx.seen.get(parent).isParent = true;
		}
	}
	const meta = ctx.metadataRegistry.get(schema);
	if (meta) assignProps(result.schema, meta);
	if (ctx.io === "input" && isTransforming(schema)) {
		delete result.schema.examples;
		delete result.schema.default;
	}
	if (ctx.io === "input" && "_prefault" in result.schema) (_a = result.schema).default ?? (_a.default = result.schema._prefault);
	delete result.schema._prefault;
	return ctx.seen.get(schema).schema;
}
function encodeJSONPointerSegment(segment) {
	return segment.replace(/~/g, "~0").replace(/\//g, "~1");
}
function extractDefs(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	if (ctx.external && ctx.sharedDefsExtractedFor === ctx.external) return;
	const idToSchema = /* @__PURE__ */ new Map();
	for (const entry of ctx.seen.entries()) {
		const id = ctx.metadataRegistry.get(entry[0])?.id;
		if (id) {
			const existing = idToSchema.get(id);
			if (existing && existing !== entry[0]) throw new Error(`Duplicate schema id "${id}" detected during JSON Schema conversion. Two different schemas cannot share the same id when converted together.`);
			idToSchema.set(id, entry[0]);
		}
	}
	const makeURI = (entry) => {
		const defsSegment = ctx.target === "draft-2020-12" ? "$defs" : "definitions";
		if (ctx.external) {
			const externalId = ctx.external.registry.get(entry[0])?.id;
			const uriGenerator = ctx.external.uri ?? ((id) => id);
			if (externalId) return { ref: uriGenerator(externalId) };
			const id = entry[1].defId ?? entry[1].schema.id ?? `schema${ctx.counter++}`;
			entry[1].defId = id;
			return {
				defId: id,
				ref: `${uriGenerator("__shared")}#/${defsSegment}/${encodeJSONPointerSegment(id)}`
			};
		}
		const uriPrefix = `#`;
		const defUriPrefix = `${uriPrefix}/${defsSegment}/`;
		if (entry[1] === root && !entry[1].schema.id) return { ref: uriPrefix };
		const defId = entry[1].schema.id ?? `__schema${ctx.counter++}`;
		return {
			defId,
			ref: defUriPrefix + encodeJSONPointerSegment(defId)
		};
	};
	const extractToDef = (entry) => {
		if (entry[1].schema.$ref) return;
		const seen = entry[1];
		const { ref, defId } = makeURI(entry);
		seen.def = { ...seen.schema };
		if (defId) seen.defId = defId;
		const schema = seen.schema;
		for (const key in schema) delete schema[key];
		schema.$ref = ref;
	};
	if (ctx.cycles === "throw") for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.cycle) throw new Error(`Cycle detected: #/${seen.cycle?.join("/")}/<root>

Set the \`cycles\` parameter to \`"ref"\` to resolve cyclical schemas with defs.`);
	}
	for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (schema === entry[0]) {
			extractToDef(entry);
			continue;
		}
		if (ctx.external) {
			const ext = ctx.external.registry.get(entry[0])?.id;
			if (schema !== entry[0] && ext) {
				extractToDef(entry);
				continue;
			}
		}
		if (ctx.metadataRegistry.get(entry[0])?.id) {
			extractToDef(entry);
			continue;
		}
		if (seen.cycle) {
			extractToDef(entry);
			continue;
		}
		if (seen.count > 1) {
			if (ctx.reused === "ref") extractToDef(entry);
		}
	}
	if (ctx.external) ctx.sharedDefsExtractedFor = ctx.external;
}
function compactTypeUnion(schema) {
	const options = schema.anyOf;
	if (!Array.isArray(options) || options.length === 0 || schema.type !== void 0) return;
	const types = [];
	for (const option of options) {
		if (!option || typeof option !== "object") return;
		compactTypeUnion(option);
		const keys = Object.keys(option);
		if (keys.length !== 1 || keys[0] !== "type") return;
		const type = option.type;
		for (const member of Array.isArray(type) ? type : [type]) {
			if (typeof member !== "string") return;
			if (!types.includes(member)) types.push(member);
		}
	}
	delete schema.anyOf;
	schema.type = types.length === 1 ? types[0] : types;
}
const FOLDABLE_KEYS = /* @__PURE__ */ new Set([
	"type",
	"properties",
	"required",
	"additionalProperties"
]);
const UNION_KEYS = ["oneOf", "anyOf"];
function undeclaredConstraint(member) {
	const extra = member.additionalProperties;
	if (extra === void 0 || extra === false || typeof extra !== "object" || extra === null) return null;
	return Object.keys(extra).length ? extra : null;
}
function foldObjects(members) {
	const objects = [];
	for (const member of members) {
		if (typeof member !== "object" || member.type !== "object") return null;
		for (const key in member) if (!FOLDABLE_KEYS.has(key)) return null;
		objects.push(member);
	}
	const properties = {};
	const required = /* @__PURE__ */ new Set();
	for (const object of objects) {
		for (const key in object.properties) {
			if (Object.prototype.hasOwnProperty.call(properties, key)) continue;
			const parts = [];
			for (const other of objects) {
				const part = other.properties?.[key] ?? undeclaredConstraint(other);
				if (part === null || part === void 0) continue;
				if (!parts.some((seen) => JSON.stringify(seen) === JSON.stringify(part))) parts.push(part);
			}
			const merged = parts.length === 1 ? parts[0] : foldObjects(parts) ?? { allOf: parts };
			assignProp(properties, key, merged);
		}
		for (const key of object.required ?? []) required.add(key);
	}
	const folded = {
		type: "object",
		properties
	};
	if (required.size) folded.required = [...required];
	if (objects.every((object) => object.additionalProperties === false)) folded.additionalProperties = false;
	else {
		const constraints = [];
		for (const object of objects) {
			const constraint = undeclaredConstraint(object);
			if (constraint && !constraints.some((seen) => JSON.stringify(seen) === JSON.stringify(constraint))) constraints.push(constraint);
		}
		if (constraints.length === 1) folded.additionalProperties = constraints[0];
		else if (constraints.length > 1) folded.additionalProperties = { allOf: constraints };
	}
	return folded;
}
function foldIntersection(json) {
	const allOf = json.allOf;
	if (!Array.isArray(allOf) || allOf.length < 2) return;
	for (const key of FOLDABLE_KEYS) if (key in json) return;
	const unions = allOf.filter((m) => UNION_KEYS.some((k) => Array.isArray(m[k])));
	let folded = null;
	if (!unions.length) folded = foldObjects(allOf);
	else {
		const union = unions[0];
		const keyword = UNION_KEYS.find((k) => Array.isArray(union[k]));
		if (Object.keys(union).length !== 1) return;
		const rest = allOf.filter((m) => m !== union);
		const branches = union[keyword].map((branch) => foldObjects([...rest, branch]));
		if (branches.some((b) => !b)) return;
		folded = { [keyword]: branches };
	}
	if (!folded) return;
	delete json.allOf;
	assignProps(json, folded);
}
function finalize(ctx, schema) {
	const root = ctx.seen.get(schema);
	if (!root) throw new Error("Unprocessed schema. This is a bug in Zod.");
	const flattenRef = (zodSchema) => {
		const seen = ctx.seen.get(zodSchema);
		if (seen.ref === null) return;
		const schema = seen.def ?? seen.schema;
		const _cached = { ...schema };
		const ref = seen.ref;
		seen.ref = null;
		if (ref) {
			flattenRef(ref);
			const refSeen = ctx.seen.get(ref);
			const refSchema = refSeen.schema;
			if (refSchema.$ref && (ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0")) {
				schema.allOf = schema.allOf ?? [];
				schema.allOf.push(refSchema);
			} else assignProps(schema, refSchema);
			assignProps(schema, _cached);
			if (zodSchema._zod.parent === ref) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (!(key in _cached)) delete schema[key];
			}
			if (refSchema.$ref && refSeen.def) for (const key in schema) {
				if (key === "$ref" || key === "allOf") continue;
				if (key in refSeen.def && JSON.stringify(schema[key]) === JSON.stringify(refSeen.def[key])) delete schema[key];
			}
		}
		const parent = zodSchema._zod.parent;
		if (parent && parent !== ref) {
			flattenRef(parent);
			const parentSeen = ctx.seen.get(parent);
			if (parentSeen?.schema.$ref) {
				schema.$ref = parentSeen.schema.$ref;
				if (parentSeen.def) for (const key in schema) {
					if (key === "$ref" || key === "allOf") continue;
					if (key in parentSeen.def && JSON.stringify(schema[key]) === JSON.stringify(parentSeen.def[key])) delete schema[key];
				}
			}
		}
		ctx.override({
			zodSchema,
			jsonSchema: schema,
			path: seen.path ?? []
		});
	};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) {
		for (const entry of [...ctx.seen.entries()].reverse()) flattenRef(entry[0]);
		if (ctx.target !== "openapi-3.0") for (const entry of ctx.seen.entries()) compactTypeUnion(entry[1].def ?? entry[1].schema);
		for (const rewrite of ctx.deferred) rewrite();
		if (ctx.intersections.length) {
			const carriers = /* @__PURE__ */ new Map();
			for (const seen of ctx.seen.values()) for (const json of [seen.schema, seen.def]) {
				const allOf = json?.allOf;
				if (!Array.isArray(allOf)) continue;
				const existing = carriers.get(allOf);
				if (existing) existing.push(json);
				else carriers.set(allOf, [json]);
			}
			for (const allOf of ctx.intersections) for (const json of carriers.get(allOf) ?? []) foldIntersection(json);
		}
	}
	const result = {};
	if (ctx.target === "draft-2020-12") result.$schema = "https://json-schema.org/draft/2020-12/schema";
	else if (ctx.target === "draft-07") result.$schema = "http://json-schema.org/draft-07/schema#";
	else if (ctx.target === "draft-04") result.$schema = "http://json-schema.org/draft-04/schema#";
	else if (ctx.target === "openapi-3.0") {}
	if (ctx.external?.uri) {
		const id = ctx.external.registry.get(schema)?.id;
		if (!id) throw new Error("Schema is missing an `id` property");
		result.$id = ctx.external.uri(id);
	}
	assignProps(result, root.defId ? root.schema : root.def ?? root.schema);
	const rootMetaId = ctx.metadataRegistry.get(schema)?.id;
	if (rootMetaId !== void 0 && result.id === rootMetaId) delete result.id;
	const defs = ctx.external?.defs ?? {};
	if (!ctx.external || ctx.sharedEmitDoneFor !== ctx.external) for (const entry of ctx.seen.entries()) {
		const seen = entry[1];
		if (seen.def && seen.defId) {
			if (seen.def.id === seen.defId) delete seen.def.id;
			assignProp(defs, seen.defId, seen.def);
		}
	}
	if (ctx.external) ctx.sharedEmitDoneFor = ctx.external;
	if (ctx.external) {} else if (Object.keys(defs).length > 0) {
		if (ctx.target === "draft-2020-12") result.$defs = defs;
		else result.definitions = defs;
	}
	try {
		const finalized = JSON.parse(JSON.stringify(result));
		Object.defineProperty(finalized, "~standard", {
			value: {
				...schema["~standard"],
				jsonSchema: {
					input: createStandardJSONSchemaMethod(schema, "input", ctx.processors),
					output: createStandardJSONSchemaMethod(schema, "output", ctx.processors)
				}
			},
			enumerable: false,
			writable: false
		});
		return finalized;
	} catch (_err) {
		throw new Error("Error converting schema to JSON.");
	}
}
function isTransforming(_schema, _ctx) {
	const ctx = _ctx ?? { seen: /* @__PURE__ */ new Set() };
	if (ctx.seen.has(_schema)) return false;
	ctx.seen.add(_schema);
	const def = _schema._zod.def;
	if (def.type === "transform") return true;
	if (def.type === "array") return isTransforming(def.element, ctx);
	if (def.type === "set") return isTransforming(def.valueType, ctx);
	if (def.type === "lazy") return isTransforming(def.getter(), ctx);
	if (def.type === "promise" || def.type === "optional" || def.type === "nonoptional" || def.type === "nullable" || def.type === "readonly" || def.type === "default" || def.type === "prefault" || def.type === "catch") return isTransforming(def.innerType, ctx);
	if (def.type === "intersection") return isTransforming(def.left, ctx) || isTransforming(def.right, ctx);
	if (def.type === "record" || def.type === "map") return isTransforming(def.keyType, ctx) || isTransforming(def.valueType, ctx);
	if (def.type === "pipe") {
		if (_schema._zod.traits.has("$ZodCodec")) return true;
		return isTransforming(def.in, ctx) || isTransforming(def.out, ctx);
	}
	if (def.type === "object") {
		for (const key in def.shape) if (isTransforming(def.shape[key], ctx)) return true;
		return false;
	}
	if (def.type === "union") {
		for (const option of def.options) if (isTransforming(option, ctx)) return true;
		return false;
	}
	if (def.type === "tuple") {
		for (const item of def.items) if (isTransforming(item, ctx)) return true;
		if (def.rest && isTransforming(def.rest, ctx)) return true;
		return false;
	}
	return false;
}
const createToJSONSchemaMethod = (schema, processors = {}) => (params) => {
	const ctx = initializeContext({
		...params,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};
const createStandardJSONSchemaMethod = (schema, io, processors = {}) => (params) => {
	const { libraryOptions, target } = params ?? {};
	const ctx = initializeContext({
		...libraryOptions ?? {},
		target,
		io,
		processors
	});
	processSchema(schema, ctx);
	extractDefs(ctx, schema);
	return finalize(ctx, schema);
};

// node_modules/zod/v4/core/json-schema-processors.js
const narrowMin = (agg, key, value) => {
	if (agg[key] === void 0 || value > agg[key]) agg[key] = value;
};
const narrowMax = (agg, key, value) => {
	if (agg[key] === void 0 || value < agg[key]) agg[key] = value;
};
const narrowBoth = (agg, value) => {
	narrowMin(agg, "minimum", value);
	narrowMax(agg, "maximum", value);
};
const addDivisor = (agg, value) => {
	agg.multipleOf ?? (agg.multipleOf = []);
	if (!agg.multipleOf.includes(value)) agg.multipleOf.push(value);
};
const addPattern = (agg, pattern) => {
	agg.patterns ?? (agg.patterns = /* @__PURE__ */ new Set());
	agg.patterns.add(pattern);
};
const intersectMime = (agg, mime) => {
	agg.mime = agg.mime ? agg.mime.filter((m) => mime.includes(m)) : [...mime];
};
const setFormat = (agg, format) => {
	agg.format = format;
	if (format.includes("int")) agg.isInt = true;
};
const minContributor = (agg, def) => narrowMin(agg, "minimum", def.minimum);
const maxContributor = (agg, def) => narrowMax(agg, "maximum", def.maximum);
const formatContributor = (ranges) => (agg, def) => {
	setFormat(agg, def.format);
	const [minimum, maximum] = ranges[def.format];
	narrowMin(agg, "minimum", minimum);
	narrowMax(agg, "maximum", maximum);
};
const contributors = {
	greater_than: (agg, def) => narrowMin(agg, def.inclusive ? "minimum" : "exclusiveMinimum", def.value),
	less_than: (agg, def) => narrowMax(agg, def.inclusive ? "maximum" : "exclusiveMaximum", def.value),
	multiple_of: (agg, def) => addDivisor(agg, def.value),
	number_format: formatContributor(NUMBER_FORMAT_RANGES),
	bigint_format: formatContributor(BIGINT_FORMAT_RANGES),
	min_length: minContributor,
	max_length: maxContributor,
	length_equals: (agg, def) => narrowBoth(agg, def.length),
	min_size: minContributor,
	max_size: maxContributor,
	size_equals: (agg, def) => narrowBoth(agg, def.size),
	string_format: (agg, def) => {
		setFormat(agg, def.format);
		if (def.pattern) addPattern(agg, def.pattern);
		if (def.format === "base64" || def.format === "base64url") agg.contentEncoding = def.format;
		if (def.local || def.precision === -1) agg.laxFormat = true;
	},
	mime_type: (agg, def) => intersectMime(agg, def.mime)
};
function aggregateChecks(schema) {
	const agg = {};
	const def = schema._zod.def;
	const list = schema._zod.traits.has("$ZodCheck") ? [schema, ...def.checks ?? []] : def.checks ?? [];
	for (const ch of list) contributors[ch._zod.def.check]?.(agg, ch._zod.def);
	const bag = schema._zod.bag;
	if (bag.minimum !== void 0) narrowMin(agg, "minimum", bag.minimum);
	if (bag.exclusiveMinimum !== void 0) narrowMin(agg, "exclusiveMinimum", bag.exclusiveMinimum);
	if (bag.maximum !== void 0) narrowMax(agg, "maximum", bag.maximum);
	if (bag.exclusiveMaximum !== void 0) narrowMax(agg, "exclusiveMaximum", bag.exclusiveMaximum);
	if (bag.multipleOf !== void 0) addDivisor(agg, bag.multipleOf);
	if (bag.format !== void 0) {
		agg.format ?? (agg.format = bag.format);
		if (bag.format.includes("int")) agg.isInt = true;
	}
	if (bag.mime) intersectMime(agg, bag.mime);
	for (const pattern of bag.patterns ?? []) addPattern(agg, pattern);
	return agg;
}
const formatMap = {
	guid: "uuid",
	url: "uri",
	datetime: "date-time",
	json_string: "json-string",
	regex: ""
};
const exactPatterns = /* @__PURE__ */ new Map([[base64Charset, base64], [base64urlCharset, base64url]]);
const exactPattern = (p) => exactPatterns.get(p) ?? p;
const stringProcessor = (schema, ctx, _json, _params) => {
	const json = _json;
	json.type = "string";
	const { minimum, maximum, format, patterns, contentEncoding, laxFormat } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minLength = minimum;
	if (typeof maximum === "number") json.maxLength = maximum;
	if (format) {
		json.format = formatMap[format] ?? format;
		if (json.format === "") delete json.format;
		if (format === "time" || laxFormat) delete json.format;
	}
	if (contentEncoding) json.contentEncoding = contentEncoding;
	if (patterns && patterns.size > 0) {
		const patternList = [...patterns].map(exactPattern);
		if (patternList.length === 1) json.pattern = patternList[0].source;
		else if (patternList.length > 1) json.allOf = [...patternList.map((regex) => ({
			...ctx.target === "draft-07" || ctx.target === "draft-04" || ctx.target === "openapi-3.0" ? { type: "string" } : {},
			pattern: regex.source
		}))];
	}
};
const numberProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const { minimum, maximum, multipleOf, exclusiveMaximum, exclusiveMinimum, isInt } = aggregateChecks(schema);
	json.type = isInt ? "integer" : "number";
	const exMin = typeof exclusiveMinimum === "number" && exclusiveMinimum >= (minimum ?? Number.NEGATIVE_INFINITY);
	const exMax = typeof exclusiveMaximum === "number" && exclusiveMaximum <= (maximum ?? Number.POSITIVE_INFINITY);
	const legacy = ctx.target === "draft-04" || ctx.target === "openapi-3.0";
	if (exMin) {
		if (legacy) {
			json.minimum = exclusiveMinimum;
			json.exclusiveMinimum = true;
		} else json.exclusiveMinimum = exclusiveMinimum;
	} else if (typeof minimum === "number") json.minimum = minimum;
	if (exMax) {
		if (legacy) {
			json.maximum = exclusiveMaximum;
			json.exclusiveMaximum = true;
		} else json.exclusiveMaximum = exclusiveMaximum;
	} else if (typeof maximum === "number") json.maximum = maximum;
	if (multipleOf) {
		const divisors = /* @__PURE__ */ new Set();
		for (const divisor of multipleOf) if (Number.isFinite(divisor) && divisor !== 0) divisors.add(Math.abs(divisor));
		else handleUnrepresentable(schema, ctx, json, params, `A multipleOf divisor of ${divisor} cannot be represented in JSON Schema`);
		const [first, ...rest] = divisors;
		if (first !== void 0) json.multipleOf = first;
		if (rest.length) json.allOf = [...json.allOf ?? [], ...rest.map((m) => ({ multipleOf: m }))];
	}
};
const booleanProcessor = (_schema, _ctx, json, _params) => {
	json.type = "boolean";
};
const neverProcessor = (_schema, _ctx, json, _params) => {
	json.not = {};
};
const unknownProcessor = (_schema, _ctx, _json, _params) => {};
const enumProcessor = (schema, _ctx, json, _params) => {
	const def = schema._zod.def;
	const values = getEnumValues(def.entries);
	if (values.length === 0) {
		json.not = {};
		return;
	}
	if (values.every((v) => typeof v === "number")) json.type = "number";
	if (values.every((v) => typeof v === "string")) json.type = "string";
	json.enum = values;
};
const literalProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	if (def.values.length === 0) {
		json.not = {};
		return;
	}
	const vals = [];
	for (const val of def.values) if (val === void 0) {
		if (handleUnrepresentable(schema, ctx, json, params, "Literal `undefined` cannot be represented in JSON Schema")) return;
	} else if (typeof val === "bigint") {
		if (handleUnrepresentable(schema, ctx, json, params, "BigInt literals cannot be represented in JSON Schema")) return;
		vals.push(Number(val));
	} else vals.push(val);
	if (vals.length === 0) {} else if (vals.length === 1) {
		const val = vals[0];
		json.type = val === null ? "null" : typeof val;
		if (ctx.target === "draft-04" || ctx.target === "openapi-3.0") json.enum = [val];
		else json.const = val;
	} else {
		if (vals.every((v) => typeof v === "number")) json.type = "number";
		if (vals.every((v) => typeof v === "string")) json.type = "string";
		if (vals.every((v) => typeof v === "boolean")) json.type = "boolean";
		if (vals.every((v) => v === null)) json.type = "null";
		json.enum = vals;
	}
};
const customProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Custom types cannot be represented in JSON Schema");
};
const transformProcessor = (schema, ctx, json, params) => {
	handleUnrepresentable(schema, ctx, json, params, "Transforms cannot be represented in JSON Schema");
};
const arrayProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const { minimum, maximum } = aggregateChecks(schema);
	if (typeof minimum === "number") json.minItems = minimum;
	if (typeof maximum === "number") json.maxItems = maximum;
	json.type = "array";
	json.items = processSchema(def.element, ctx, {
		...params,
		path: [...params.path, "items"]
	});
};
function inputOptin(schema) {
	const def = schema._zod.def;
	if (def.type === "pipe" && def.in._zod.traits.has("$ZodTransform")) return inputOptin(def.out);
	if (def.type === "catch") return inputOptin(def.innerType);
	return schema._zod.optin;
}
const objectProcessor = (schema, ctx, _json, params) => {
	const json = _json;
	const def = schema._zod.def;
	const shape = def.shape;
	if (Object.getOwnPropertySymbols(shape).length && handleUnrepresentable(schema, ctx, json, params, "Symbol keys cannot be represented in JSON Schema")) return;
	json.type = "object";
	json.properties = {};
	for (const key in shape) assignProp(json.properties, key, processSchema(shape[key], ctx, {
		...params,
		path: [
			...params.path,
			"properties",
			key
		]
	}));
	const requiredKeys = [];
	for (const key of Object.keys(shape)) {
		const field = def.shape[key];
		if (ctx.io === "input" ? inputOptin(field) === void 0 : field._zod.optout === void 0) requiredKeys.push(key);
	}
	if (requiredKeys.length > 0) json.required = requiredKeys;
	if (def.catchall?._zod.def.type === "never") json.additionalProperties = false;
	else if (!def.catchall) {
		if (ctx.io === "output") json.additionalProperties = false;
	} else if (def.catchall) json.additionalProperties = processSchema(def.catchall, ctx, {
		...params,
		path: [...params.path, "additionalProperties"]
	});
};
const unionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const isExclusive = def.inclusive === false;
	const options = def.options.map((x, i) => processSchema(x, ctx, {
		...params,
		path: [
			...params.path,
			isExclusive ? "oneOf" : "anyOf",
			i
		]
	}));
	if (isExclusive) json.oneOf = options;
	else json.anyOf = options;
};
const intersectionProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const a = processSchema(def.left, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			0
		]
	});
	const b = processSchema(def.right, ctx, {
		...params,
		path: [
			...params.path,
			"allOf",
			1
		]
	});
	const isSimpleIntersection = (val) => "allOf" in val && Object.keys(val).length === 1;
	const allOf = [...isSimpleIntersection(a) ? a.allOf : [a], ...isSimpleIntersection(b) ? b.allOf : [b]];
	json.allOf = allOf;
	ctx.intersections.push(allOf);
};
const nullableProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	const inner = processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	if (ctx.target === "openapi-3.0") {
		seen.ref = def.innerType;
		json.nullable = true;
	} else json.anyOf = [inner, { type: "null" }];
};
const nonoptionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};
const UNREPRESENTABLE_DEFAULT = Symbol();
function serializeDefaultValue(value, schema, ctx, json, params) {
	let unrepresentable = false;
	const serialized = JSON.stringify(value, (_, val) => {
		if (typeof val !== "bigint") return val;
		unrepresentable = true;
		return null;
	});
	if (!unrepresentable) return JSON.parse(serialized);
	handleUnrepresentable(schema, ctx, json, params, "BigInt defaults cannot be represented in JSON Schema");
	return UNREPRESENTABLE_DEFAULT;
}
const defaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json.default = value;
};
const prefaultProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	if (ctx.io !== "input") return;
	const value = serializeDefaultValue(def.defaultValue, schema, ctx, json, params);
	if (value !== UNREPRESENTABLE_DEFAULT) json._prefault = value;
};
const catchProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	let catchValue;
	try {
		catchValue = def.catchValue(void 0);
	} catch {
		handleUnrepresentable(schema, ctx, json, params, "Dynamic catch values are not supported in JSON Schema");
		return;
	}
	json.default = catchValue;
};
const pipeProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	const inIsTransform = def.in._zod.traits.has("$ZodTransform");
	const innerType = ctx.io === "input" ? inIsTransform ? def.out : def.in : def.out;
	processSchema(innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = innerType;
};
const readonlyProcessor = (schema, ctx, json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
	json.readOnly = true;
};
const optionalProcessor = (schema, ctx, _json, params) => {
	const def = schema._zod.def;
	processSchema(def.innerType, ctx, params);
	const seen = ctx.seen.get(schema);
	seen.ref = def.innerType;
};

// node_modules/zod/v4/classic/errors.js
const _installedErrorProtos = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
function _lazyMethod(proto, key, make) {
	Object.defineProperty(proto, key, {
		configurable: true,
		enumerable: false,
		get() {
			const value = make(this);
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
			return value;
		},
		set(value) {
			Object.defineProperty(this, key, {
				value,
				configurable: true,
				writable: true
			});
		}
	});
}
const initializer = (inst, issues) => {
	$ZodError.init(inst, issues);
	inst.name = "ZodError";
	const proto = Object.getPrototypeOf(inst);
	if (_installedErrorProtos.has(proto)) return;
	_installedErrorProtos.add(proto);
	_lazyMethod(proto, "format", (self) => (mapper) => formatError(self, mapper));
	_lazyMethod(proto, "flatten", (self) => (mapper) => flattenError(self, mapper));
	_lazyMethod(proto, "addIssue", (self) => (issue) => {
		self.issues.push(issue);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	_lazyMethod(proto, "addIssues", (self) => (issues) => {
		self.issues.push(...issues);
		self.message = JSON.stringify(self.issues, jsonStringifyReplacer, 2);
	});
	Object.defineProperty(proto, "isEmpty", {
		configurable: true,
		enumerable: false,
		get() {
			return this.issues.length === 0;
		}
	});
};
const ZodRealError = /*@__PURE__*/ $constructor("ZodError", initializer, void 0, { Parent: Error });

// node_modules/zod/v4/classic/parse.js
const parse = /* @__PURE__ */ _parse(ZodRealError);
const parseAsync = /* @__PURE__ */ _parseAsync(ZodRealError);
const safeParse = /* @__PURE__ */ _safeParse(ZodRealError);
const safeParseAsync = /* @__PURE__ */ _safeParseAsync(ZodRealError);
const encode = /* @__PURE__ */ _encode(ZodRealError);
const decode = /* @__PURE__ */ _decode(ZodRealError);
const encodeAsync = /* @__PURE__ */ _encodeAsync(ZodRealError);
const decodeAsync = /* @__PURE__ */ _decodeAsync(ZodRealError);
const safeEncode = /* @__PURE__ */ _safeEncode(ZodRealError);
const safeDecode = /* @__PURE__ */ _safeDecode(ZodRealError);
const safeEncodeAsync = /* @__PURE__ */ _safeEncodeAsync(ZodRealError);
const safeDecodeAsync = /* @__PURE__ */ _safeDecodeAsync(ZodRealError);

// node_modules/zod/v4/classic/schemas.js
function _ensureDefaultLocale() {
	if (!globalConfig.localeError) config(en_default());
}
function _ensureDefaultMemoizer() {
	if (!globalConfig.memoizer) config({ memoizer: memoizer() });
}
const ZodType = /*@__PURE__*/ $constructor("ZodType", (inst, def) => {
	_ensureDefaultLocale();
	$ZodType.init(inst, def);
	inst.def = def;
	inst.type = def.type;
	return inst;
}, {
	check(...chks) {
		const def = this.def;
		return this.clone(mergeDefs(def, { checks: [...def.checks ?? [], ...chks.map((ch) => typeof ch === "function" ? { _zod: {
			check: ch,
			def: { check: "custom" },
			onattach: []
		} } : ch)] }), { parent: true });
	},
	with(...chks) {
		return this.check(...chks);
	},
	clone(def, params) {
		return clone(this, def, params);
	},
	brand() {
		return this;
	},
	register(reg, meta) {
		reg.add(this, meta);
		return this;
	},
	refine(check, params) {
		return this.check(refine(check, params));
	},
	superRefine(refinement, params) {
		return this.check(superRefine(refinement, params));
	},
	overwrite(fn) {
		return this.check(_overwrite(fn));
	},
	optional() {
		return optional(this);
	},
	exactOptional() {
		return exactOptional(this);
	},
	nullable() {
		return nullable(this);
	},
	nullish() {
		return optional(nullable(this));
	},
	nonoptional(params) {
		return nonoptional(this, params);
	},
	array() {
		return array(this);
	},
	or(arg) {
		return union$1([this, arg]);
	},
	and(arg) {
		return intersection(this, arg);
	},
	transform(tx) {
		return pipe(this, transform(tx));
	},
	default(d) {
		return _default(this, d);
	},
	prefault(d) {
		return prefault(this, d);
	},
	catch(params) {
		return _catch(this, params);
	},
	pipe(target) {
		return pipe(this, target);
	},
	readonly() {
		return readonly(this);
	},
	describe(description) {
		const cl = this.clone();
		globalRegistry.add(cl, { description });
		return cl;
	},
	meta(...args) {
		if (args.length === 0) return globalRegistry.get(this);
		const cl = this.clone();
		globalRegistry.add(cl, args[0]);
		return cl;
	},
	isOptional() {
		return this.safeParse(void 0).success;
	},
	isNullable() {
		return this.safeParse(null).success;
	},
	apply(fn, ...args) {
		return args.length === 0 ? fn(this) : fn(this, ...args);
	},
	get "~standard"() {
		return hide(this, "~standard", {
			...standardProps(this),
			jsonSchema: {
				input: createStandardJSONSchemaMethod(this, "input"),
				output: createStandardJSONSchemaMethod(this, "output")
			}
		});
	},
	set "~standard"(value) {
		own(this, "~standard", value);
	},
	parse: function _parse(data, params) {
		return parse(this, data, params, { callee: _parse });
	},
	parseAsync: async function _parseAsync(data, params) {
		return await parseAsync(this, data, params, { callee: _parseAsync });
	},
	safeParse(data, params) {
		return safeParse(this, data, params);
	},
	async safeParseAsync(data, params) {
		return safeParseAsync(this, data, params);
	},
	get spa() {
		return this?.safeParseAsync;
	},
	set spa(value) {
		own(this, "spa", value);
	},
	validate(data, params) {
		return validate(this, data, params);
	},
	validateAsync(data, params) {
		return validateAsync$1(this, data, params);
	},
	encode: function _encode(data, params) {
		return encode(this, data, params, { callee: _encode });
	},
	decode: function _decode(data, params) {
		return decode(this, data, params, { callee: _decode });
	},
	encodeAsync: async function _encodeAsync(data, params) {
		return await encodeAsync(this, data, params, { callee: _encodeAsync });
	},
	decodeAsync: async function _decodeAsync(data, params) {
		return await decodeAsync(this, data, params, { callee: _decodeAsync });
	},
	safeEncode(data, params) {
		return safeEncode(this, data, params);
	},
	safeDecode(data, params) {
		return safeDecode(this, data, params);
	},
	async safeEncodeAsync(data, params) {
		return safeEncodeAsync(this, data, params);
	},
	async safeDecodeAsync(data, params) {
		return safeDecodeAsync(this, data, params);
	},
	toJSONSchema(params) {
		return createToJSONSchemaMethod(this, {})(params);
	},
	get description() {
		return globalRegistry.get(this)?.description;
	},
	get _def() {
		return this._zod.def;
	}
});
const _ZodString = /*@__PURE__*/ $constructor("_ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => stringProcessor(inst, ctx, json, params);
}, /*@__PURE__*/ derived({
	format: (inst) => aggregateChecks(inst).format ?? null,
	minLength: (inst) => aggregateChecks(inst).minimum ?? null,
	maxLength: (inst) => aggregateChecks(inst).maximum ?? null
}, {
	regex(...args) {
		return this.check(_regex(...args));
	},
	includes(...args) {
		return this.check(_includes(...args));
	},
	startsWith(...args) {
		return this.check(_startsWith(...args));
	},
	endsWith(...args) {
		return this.check(_endsWith(...args));
	},
	min(...args) {
		return this.check(_minLength(...args));
	},
	max(...args) {
		return this.check(_maxLength(...args));
	},
	length(...args) {
		return this.check(_length(...args));
	},
	nonempty(...args) {
		return this.check(_minLength(1, ...args));
	},
	lowercase(params) {
		return this.check(_lowercase(params));
	},
	uppercase(params) {
		return this.check(_uppercase(params));
	},
	trim() {
		return this.check(_trim());
	},
	normalize(...args) {
		return this.check(_normalize(...args));
	},
	toLowerCase() {
		return this.check(_toLowerCase());
	},
	toUpperCase() {
		return this.check(_toUpperCase());
	},
	slugify() {
		return this.check(_slugify());
	}
}));
const ZodString = /*@__PURE__*/ $constructor("ZodString", (inst, def) => {
	$ZodString.init(inst, def);
	_ZodString.init(inst, def);
}, {
	email(params) {
		return this.check(_email(ZodEmail, params));
	},
	url(params) {
		return this.check(_url(ZodURL, params));
	},
	jwt(params) {
		return this.check(_jwt(ZodJWT, params));
	},
	emoji(params) {
		return this.check(_emoji(ZodEmoji, params));
	},
	guid(params) {
		return this.check(_guid(ZodGUID, params));
	},
	uuid(params) {
		return this.check(_uuid(ZodUUID, params));
	},
	uuidv4(params) {
		return this.check(_uuidv4(ZodUUID, params));
	},
	uuidv6(params) {
		return this.check(_uuidv6(ZodUUID, params));
	},
	uuidv7(params) {
		return this.check(_uuidv7(ZodUUID, params));
	},
	nanoid(params) {
		return this.check(_nanoid(ZodNanoID, params));
	},
	cuid(params) {
		return this.check(_cuid(ZodCUID, params));
	},
	cuid2(params) {
		return this.check(_cuid2(ZodCUID2, params));
	},
	ulid(params) {
		return this.check(_ulid(ZodULID, params));
	},
	base64(params) {
		return this.check(_base64(ZodBase64, params));
	},
	base64url(params) {
		return this.check(_base64url(ZodBase64URL, params));
	},
	xid(params) {
		return this.check(_xid(ZodXID, params));
	},
	ksuid(params) {
		return this.check(_ksuid(ZodKSUID, params));
	},
	ipv4(params) {
		return this.check(_ipv4(ZodIPv4, params));
	},
	ipv6(params) {
		return this.check(_ipv6(ZodIPv6, params));
	},
	cidrv4(params) {
		return this.check(_cidrv4(ZodCIDRv4, params));
	},
	cidrv6(params) {
		return this.check(_cidrv6(ZodCIDRv6, params));
	},
	e164(params) {
		return this.check(_e164(ZodE164, params));
	},
	datetime(params) {
		return this.check(_isoDateTime(ZodISODateTime, params));
	},
	date(params) {
		return this.check(_isoDate(ZodISODate, params));
	},
	time(params) {
		return this.check(_isoTime(ZodISOTime, params));
	},
	duration(params) {
		return this.check(_isoDuration(ZodISODuration, params));
	}
});
function string(params) {
	return _string(ZodString, params);
}
const ZodStringFormat = /*@__PURE__*/ $constructor("ZodStringFormat", (inst, def) => {
	$ZodStringFormat.init(inst, def);
	_ZodString.init(inst, def);
});
const ZodISODateTime = /*@__PURE__*/ $constructor("ZodISODateTime", (inst, def) => {
	$ZodISODateTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODate = /*@__PURE__*/ $constructor("ZodISODate", (inst, def) => {
	$ZodISODate.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISOTime = /*@__PURE__*/ $constructor("ZodISOTime", (inst, def) => {
	$ZodISOTime.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodISODuration = /*@__PURE__*/ $constructor("ZodISODuration", (inst, def) => {
	$ZodISODuration.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmail = /*@__PURE__*/ $constructor("ZodEmail", (inst, def) => {
	$ZodEmail.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodGUID = /*@__PURE__*/ $constructor("ZodGUID", (inst, def) => {
	$ZodGUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodUUID = /*@__PURE__*/ $constructor("ZodUUID", (inst, def) => {
	$ZodUUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodURL = /*@__PURE__*/ $constructor("ZodURL", (inst, def) => {
	$ZodURL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodEmoji = /*@__PURE__*/ $constructor("ZodEmoji", (inst, def) => {
	$ZodEmoji.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNanoID = /*@__PURE__*/ $constructor("ZodNanoID", (inst, def) => {
	$ZodNanoID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID = /*@__PURE__*/ $constructor("ZodCUID", (inst, def) => {
	$ZodCUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCUID2 = /*@__PURE__*/ $constructor("ZodCUID2", (inst, def) => {
	$ZodCUID2.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodULID = /*@__PURE__*/ $constructor("ZodULID", (inst, def) => {
	$ZodULID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodXID = /*@__PURE__*/ $constructor("ZodXID", (inst, def) => {
	$ZodXID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodKSUID = /*@__PURE__*/ $constructor("ZodKSUID", (inst, def) => {
	$ZodKSUID.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv4 = /*@__PURE__*/ $constructor("ZodIPv4", (inst, def) => {
	$ZodIPv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodIPv6 = /*@__PURE__*/ $constructor("ZodIPv6", (inst, def) => {
	$ZodIPv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv4 = /*@__PURE__*/ $constructor("ZodCIDRv4", (inst, def) => {
	$ZodCIDRv4.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodCIDRv6 = /*@__PURE__*/ $constructor("ZodCIDRv6", (inst, def) => {
	$ZodCIDRv6.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64 = /*@__PURE__*/ $constructor("ZodBase64", (inst, def) => {
	$ZodBase64.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodBase64URL = /*@__PURE__*/ $constructor("ZodBase64URL", (inst, def) => {
	$ZodBase64URL.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodE164 = /*@__PURE__*/ $constructor("ZodE164", (inst, def) => {
	$ZodE164.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodJWT = /*@__PURE__*/ $constructor("ZodJWT", (inst, def) => {
	$ZodJWT.init(inst, def);
	ZodStringFormat.init(inst, def);
});
const ZodNumber = /*@__PURE__*/ $constructor("ZodNumber", (inst, def) => {
	$ZodNumber.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => numberProcessor(inst, ctx, json, params);
	inst.isFinite = true;
}, /*@__PURE__*/ derived({
	minValue: (inst) => {
		const { minimum, exclusiveMinimum } = aggregateChecks(inst);
		return Math.max(minimum ?? Number.NEGATIVE_INFINITY, exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
	},
	maxValue: (inst) => {
		const { maximum, exclusiveMaximum } = aggregateChecks(inst);
		return Math.min(maximum ?? Number.POSITIVE_INFINITY, exclusiveMaximum ?? Number.POSITIVE_INFINITY);
	},
	isInt: (inst) => {
		const { isInt, multipleOf } = aggregateChecks(inst);
		return !!isInt || !!multipleOf?.some(Number.isSafeInteger);
	},
	format: (inst) => aggregateChecks(inst).format ?? null
}, {
	gt(value, params) {
		return this.check(_gt(value, params));
	},
	gte(value, params) {
		return this.check(_gte(value, params));
	},
	min(value, params) {
		return this.check(_gte(value, params));
	},
	lt(value, params) {
		return this.check(_lt(value, params));
	},
	lte(value, params) {
		return this.check(_lte(value, params));
	},
	max(value, params) {
		return this.check(_lte(value, params));
	},
	int(params) {
		return this.check(int(params));
	},
	safe(params) {
		return this.check(int(params));
	},
	positive(params) {
		return this.check(_gt(0, params));
	},
	nonnegative(params) {
		return this.check(_gte(0, params));
	},
	negative(params) {
		return this.check(_lt(0, params));
	},
	nonpositive(params) {
		return this.check(_lte(0, params));
	},
	multipleOf(value, params) {
		return this.check(_multipleOf(value, params));
	},
	step(value, params) {
		return this.check(_multipleOf(value, params));
	},
	finite() {
		return this;
	}
}));
const ZodNumberFormat = /*@__PURE__*/ $constructor("ZodNumberFormat", (inst, def) => {
	$ZodNumberFormat.init(inst, def);
	ZodNumber.init(inst, def);
});
function int(params) {
	return _int(ZodNumberFormat, params);
}
const ZodBoolean = /*@__PURE__*/ $constructor("ZodBoolean", (inst, def) => {
	$ZodBoolean.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => booleanProcessor(inst, ctx, json, params);
});
function boolean(params) {
	return _boolean(ZodBoolean, params);
}
const ZodUnknown = /*@__PURE__*/ $constructor("ZodUnknown", (inst, def) => {
	$ZodUnknown.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unknownProcessor(inst, ctx, json, params);
});
function unknown() {
	return _unknown(ZodUnknown);
}
const ZodNever = /*@__PURE__*/ $constructor("ZodNever", (inst, def) => {
	$ZodNever.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => neverProcessor(inst, ctx, json, params);
});
function never(params) {
	return _never(ZodNever, params);
}
const ZodArray = /*@__PURE__*/ $constructor("ZodArray", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodArray.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => arrayProcessor(inst, ctx, json, params);
	inst.element = def.element;
}, {
	min(n, params) {
		return this.check(_minLength(n, params));
	},
	nonempty(params) {
		return this.check(_minLength(1, params));
	},
	max(n, params) {
		return this.check(_maxLength(n, params));
	},
	length(n, params) {
		return this.check(_length(n, params));
	},
	unwrap() {
		return this.element;
	}
});
function array(element, params) {
	return _array(ZodArray, element, params);
}
const ZodObject = /*@__PURE__*/ $constructor("ZodObject", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodObjectJIT.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => objectProcessor(inst, ctx, json, params);
	installLazyProp(inst, "shape", (self) => self._zod.def.shape, false);
}, {
	keyof() {
		return _enum(Object.keys(this._zod.def.shape));
	},
	catchall(catchall) {
		return this.clone(mergeDefs(this._zod.def, { catchall }));
	},
	passthrough() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	loose() {
		return this.clone(mergeDefs(this._zod.def, { catchall: unknown() }));
	},
	strict() {
		return this.clone(mergeDefs(this._zod.def, { catchall: never() }));
	},
	strip() {
		return this.clone(mergeDefs(this._zod.def, { catchall: void 0 }));
	},
	extend(incoming) {
		return extend(this, incoming);
	},
	safeExtend(incoming) {
		return safeExtend(this, incoming);
	},
	merge(other) {
		return merge(this, other);
	},
	pick(mask) {
		return pick(this, mask);
	},
	omit(mask) {
		return omit(this, mask);
	},
	partial(...args) {
		return partial(ZodOptional, this, args[0]);
	},
	exactPartial(...args) {
		return partial(ZodExactOptional, this, args[0], "exactPartial");
	},
	required(...args) {
		return required(ZodNonOptional, this, args[0]);
	}
});
function strictObject(shape, params) {
	return new ZodObject({
		type: "object",
		shape,
		catchall: never(),
		...normalizeParams(params)
	});
}
const ZodUnion = /*@__PURE__*/ $constructor("ZodUnion", (inst, def) => {
	$ZodUnion.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => unionProcessor(inst, ctx, json, params);
	inst.options = def.options;
});
function union$1(options, params) {
	return new ZodUnion({
		type: "union",
		options,
		...normalizeParams(params)
	});
}
const ZodDiscriminatedUnion = /*@__PURE__*/ $constructor("ZodDiscriminatedUnion", (inst, def) => {
	ZodUnion.init(inst, def);
	$ZodDiscriminatedUnion.init(inst, def);
});
function discriminatedUnion(discriminator, options, params) {
	return new ZodDiscriminatedUnion({
		type: "union",
		options,
		discriminator,
		...normalizeParams(params)
	});
}
const ZodIntersection = /*@__PURE__*/ $constructor("ZodIntersection", (inst, def) => {
	$ZodIntersection.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => intersectionProcessor(inst, ctx, json, params);
});
function intersection(left, right) {
	return new ZodIntersection({
		type: "intersection",
		left,
		right
	});
}
const ZodEnum = /*@__PURE__*/ $constructor("ZodEnum", (inst, def) => {
	$ZodEnum.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => enumProcessor(inst, ctx, json, params);
	inst.enum = def.entries;
	inst.options = [...inst._zod.values];
	const keys = new Set(Object.keys(def.entries));
	inst.extract = (values, params) => {
		const newEntries = {};
		for (const value of values) if (keys.has(value)) newEntries[value] = def.entries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
	inst.exclude = (values, params) => {
		const newEntries = { ...def.entries };
		for (const value of values) if (keys.has(value)) delete newEntries[value];
		else throw new Error(`Key ${value} not found in enum`);
		return new ZodEnum({
			...def,
			checks: [],
			...normalizeParams(params),
			entries: newEntries
		});
	};
});
function _enum(values, params) {
	const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
	return new ZodEnum({
		type: "enum",
		entries,
		...normalizeParams(params)
	});
}
const ZodLiteral = /*@__PURE__*/ $constructor("ZodLiteral", (inst, def) => {
	$ZodLiteral.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => literalProcessor(inst, ctx, json, params);
	inst.values = new Set(def.values);
	Object.defineProperty(inst, "value", { get() {
		if (def.values.length > 1) throw new Error("This schema contains multiple valid literal values. Use `.values` instead.");
		return def.values[0];
	} });
});
function literal(value, params) {
	return new ZodLiteral({
		type: "literal",
		values: Array.isArray(value) ? value : [value],
		...normalizeParams(params)
	});
}
const ZodTransform = /*@__PURE__*/ $constructor("ZodTransform", (inst, def) => {
	_ensureDefaultMemoizer();
	$ZodTransform.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => transformProcessor(inst, ctx, json, params);
	inst._zod.parse = (payload, _ctx) => {
		if (_ctx.direction === "backward") throw new $ZodEncodeError(inst.constructor.name);
		payload.addIssue = (issue$1) => {
			if (typeof issue$1 === "string") payload.issues.push(issue(issue$1, payload.value, def));
			else {
				const _issue = issue$1;
				if (_issue.fatal) _issue.continue = false;
				_issue.code ?? (_issue.code = "custom");
				if (!("input" in _issue)) _issue.input = payload.value;
				_issue.inst ?? (_issue.inst = inst);
				payload.issues.push(issue(_issue));
			}
		};
		const output = def.transform(payload.value, payload);
		if (output instanceof Promise) return output.then((output) => {
			payload.value = output;
			return payload;
		});
		payload.value = output;
		return payload;
	};
});
function transform(fn) {
	return new ZodTransform({
		type: "transform",
		transform: fn
	});
}
const ZodOptional = /*@__PURE__*/ $constructor("ZodOptional", (inst, def) => {
	$ZodOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function optional(innerType) {
	return new ZodOptional({
		type: "optional",
		innerType
	});
}
const ZodExactOptional = /*@__PURE__*/ $constructor("ZodExactOptional", (inst, def) => {
	$ZodExactOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => optionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function exactOptional(innerType) {
	return new ZodExactOptional({
		type: "optional",
		innerType
	});
}
const ZodNullable = /*@__PURE__*/ $constructor("ZodNullable", (inst, def) => {
	$ZodNullable.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nullableProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nullable(innerType) {
	return new ZodNullable({
		type: "nullable",
		innerType
	});
}
const ZodDefault = /*@__PURE__*/ $constructor("ZodDefault", (inst, def) => {
	$ZodDefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => defaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeDefault = inst.unwrap;
});
function _default(innerType, defaultValue) {
	return new ZodDefault({
		type: "default",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodPrefault = /*@__PURE__*/ $constructor("ZodPrefault", (inst, def) => {
	$ZodPrefault.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => prefaultProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function prefault(innerType, defaultValue) {
	return new ZodPrefault({
		type: "prefault",
		innerType,
		get defaultValue() {
			return typeof defaultValue === "function" ? defaultValue() : shallowClone(defaultValue);
		}
	});
}
const ZodNonOptional = /*@__PURE__*/ $constructor("ZodNonOptional", (inst, def) => {
	$ZodNonOptional.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => nonoptionalProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function nonoptional(innerType, params) {
	return new ZodNonOptional({
		type: "nonoptional",
		innerType,
		...normalizeParams(params)
	});
}
const ZodCatch = /*@__PURE__*/ $constructor("ZodCatch", (inst, def) => {
	$ZodCatch.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => catchProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
	inst.removeCatch = inst.unwrap;
});
function _catch(innerType, catchValue) {
	return new ZodCatch({
		type: "catch",
		innerType,
		catchValue: typeof catchValue === "function" ? catchValue : constantCatch(catchValue)
	});
}
const ZodPipe = /*@__PURE__*/ $constructor("ZodPipe", (inst, def) => {
	$ZodPipe.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => pipeProcessor(inst, ctx, json, params);
	inst.in = def.in;
	inst.out = def.out;
});
function pipe(in_, out) {
	return new ZodPipe({
		type: "pipe",
		in: in_,
		out
	});
}
const ZodReadonly = /*@__PURE__*/ $constructor("ZodReadonly", (inst, def) => {
	$ZodReadonly.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => readonlyProcessor(inst, ctx, json, params);
	inst.unwrap = () => inst._zod.def.innerType;
});
function readonly(innerType) {
	return new ZodReadonly({
		type: "readonly",
		innerType
	});
}
const ZodCustom = /*@__PURE__*/ $constructor("ZodCustom", (inst, def) => {
	$ZodCustom.init(inst, def);
	ZodType.init(inst, def);
	inst._zod.processJSONSchema = (ctx, json, params) => customProcessor(inst, ctx, json, params);
});
function refine(fn, _params = {}) {
	return _refine(ZodCustom, fn, _params);
}
function superRefine(fn, params) {
	return _superRefine(fn, params);
}

// src/patch/command-name.ts
const COMMAND_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;

// src/patch/schema.ts
const text = () => string().refine((value) => value.isWellFormed(), { error: "holds one half of a surrogate pair, which is no character. Send whole characters." });
const path = (what) => text().describe(`${what}, relative to the repository's root, with forward slashes`);
const occurrences = () => union$1([literal("all"), int().min(1)], { error: "must be a whole number from 1, or \"all\"." }).default(1).describe("How often the text occurs: exactly this often, or \"all\" for at least once");
const fallbackPath = () => text().min(1).optional().describe("The file that is meant where the text itself does not name one");
const diff = strictObject({
	kind: literal("diff"),
	diff: text().describe("A unified diff or the output of git diff, for any number of files"),
	path: fallbackPath()
}).describe("A unified or git diff");
const applyPatch$1 = strictObject({
	kind: literal("apply_patch"),
	patch: text().describe("From *** Begin Patch to *** End Patch"),
	path: fallbackPath()
}).describe("The apply_patch format");
const blocks = strictObject({
	kind: literal("blocks"),
	text: text().describe("A line with the path, then <<<<<<< SEARCH, =======, >>>>>>> REPLACE; any number of times"),
	path: fallbackPath()
}).describe("SEARCH/REPLACE blocks, matched by whole lines");
const edit = strictObject({
	kind: literal("edit"),
	path: path("The file to edit"),
	find: text().min(1, { error: "is empty, so it says no place. Send the text to replace." }).describe("The text to replace, exactly as it stands in the file; may be part of a line or many lines"),
	replace: text().describe("The text to put in its place"),
	count: occurrences()
}).describe("Replaces a literal text");
const regex = strictObject({
	kind: literal("regex"),
	path: path("The file to edit"),
	pattern: text().min(1, { error: "is empty, so it says no place. Send the expression to replace." }).max(MAX_PATTERN_CHARACTERS).describe("A regular expression in JavaScript syntax, without lookaround and backreferences"),
	flags: string().regex(/^[gimsu]*$/, { error: "takes the flags i, m and s (g and u change nothing)." }).default("").describe("i: any case, m: ^ and $ at every line, s: the dot matches line ends; g and u change nothing"),
	replacement: text().describe("May use $1, $<name>, $& and $$"),
	count: occurrences()
}).describe("Replaces what a regular expression matches, in time linear in the file");
const write = strictObject({
	kind: literal("write"),
	path: path("The file to create or to replace as a whole"),
	content: text().describe("The whole content"),
	encoding: _enum(["utf-8", "base64"]).default("utf-8").describe("How content is encoded"),
	executable: boolean().optional().describe("The executable bit; kept as it is where absent")
}).refine((value) => value.encoding !== "base64" || isBase64(value.content), {
	path: ["content"],
	error: "is not base64. Encode the bytes with the standard alphabet and padding, without line breaks."
}).describe("Writes a whole file");
const remove = strictObject({
	kind: literal("delete"),
	path: path("The file to delete")
}).describe("Deletes a file");
const move = strictObject({
	kind: literal("move"),
	from: path("The file to move"),
	to: path("Its new place, which must be free")
}).describe("Moves a file, keeping its bytes and mode");
const anyText = strictObject({
	kind: literal("text"),
	text: text().describe("What a model wrote: any format above, alone, in fences or in prose, or a whole file where path names it"),
	path: fallbackPath()
}).describe("Any of the formats, found out by looking");
const run = strictObject({
	kind: literal("run"),
	command: string().refine((value) => COMMAND_NAME.test(value), { params: { refusal: "command_not_allowed" } }).meta({ pattern: COMMAND_NAME.source }).describe("The name of a command from the repository's config, never a shell command")
}).describe("Runs a command of the repository after all changes and before the tests, and adds what it makes of the files");
const changeSchema = discriminatedUnion("kind", [
	diff,
	applyPatch$1,
	edit,
	blocks,
	regex,
	write,
	remove,
	move,
	anyText,
	run
]);
const patchSchema = strictObject({
	version: literal(1).describe("The version of this format"),
	id: text().min(1).max(200).optional().describe("The name of this patch. Sending the same id with other changes makes a revision"),
	title: text().max(200).optional().describe("One line for the pull request"),
	description: text().max(MAX_DESCRIPTION_CHARACTERS).default("").describe("What it does and why"),
	base: strictObject({
		branch: text().min(1).max(244).optional().describe("The default branch where absent"),
		sha: string().regex(/^[0-9a-f]{40}$/, { error: "must be a full commit id: 40 digits, 0-9 and a-f." }).optional().describe("The commit that the patch was written against")
	}).optional().describe("Where the patch belongs"),
	changes: array(changeSchema).min(1).max(MAX_CHANGES).describe("Applied in order, all or none"),
	labels: array(text().min(1).max(50)).max(20).default([]).describe("Labels for the pull request, besides those of the repository; only such as its config names in `patch-labels`"),
	reviewers: array(text().min(1).max(244)).max(15).default([]).describe("Logins, or owner/team"),
	draft: boolean().default(false).describe("Open the pull request as a draft"),
	dryRun: boolean().default(false).describe("Only say what would happen"),
	source: strictObject({
		agent: text().max(244).optional().describe("Who wrote it"),
		url: text().max(MAX_URL_CHARACTERS).optional().describe("Where it was asked for")
	}).optional().describe("Where the patch comes from"),
	supersedes: text().min(1).max(200).optional().describe("The id of the patch that this one replaces; its pull request is closed when this one has its own"),
	reverts: text().min(1).max(200).optional().describe("The id of the merged patch that this one takes back"),
	callback: string().max(MAX_URL_CHARACTERS).regex(/^https:\/\/[^\s]+$/, { error: "must be an https:// address." }).optional().describe("Where to report the outcome")
}).describe("A patch for Ghost Runner, wire format version 1");
const CHANGE_KINDS = [
	"diff",
	"apply_patch",
	"edit",
	"blocks",
	"regex",
	"write",
	"delete",
	"move",
	"text",
	"run"
];
function isBase64(content) {
	return content.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(content);
}

// src/patch/problems.ts
function refusalsOf(issues, value) {
	return cappedRefusals(issues.flatMap((issue) => refusalsOfIssue(issue, value)));
}
function jsonPointer(path) {
	return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function refusalsOfIssue(issue, root) {
	const value = valueAt(root, issue.path);
	switch (issue.code) {
		case "unrecognized_keys": return issue.keys.map((key) => refusal("malformed", [...issue.path, key], "is not a field of wire format version 1. Remove it, or correct its name."));
		case "invalid_type": return [typeRefusal(issue.path, issue.expected, value)];
		case "invalid_value": return [refusal("malformed", issue.path, `must be ${listOf(issue.values)}, but is ${shown$1(value)}.`)];
		case "too_small": return [tooSmallRefusal(issue)];
		case "too_big": return [tooBigRefusal(issue)];
		case "invalid_union": return [issue.discriminator === void 0 ? refusal("malformed", issue.path, issue.message) : kindRefusal(issue, value)];
		case "custom": return [customRefusal(issue)];
		default: return [refusal("malformed", issue.path, issue.message)];
	}
}
function typeRefusal(path, expected, value) {
	const wanted = TYPE_NAMES[expected] ?? `a value of type ${expected}`;
	if (value === void 0) return refusal("malformed", path, `is missing; it must be ${wanted}.`);
	return refusal("malformed", path, `must be ${wanted}, but is ${shown$1(value)}.`);
}
const TYPE_NAMES = {
	string: "a string",
	boolean: "true or false",
	object: "an object",
	array: "an array"
};
function tooSmallRefusal(issue) {
	if (issue.path.length === 1 && issue.path[0] === "changes") return {
		code: "no_changes",
		message: "The patch holds no change. Put at least one into `changes`.",
		pointer: "/changes",
		data: { kinds: [...CHANGE_KINDS] }
	};
	const message = issue.message.startsWith("Too small") ? "is empty. Send a value, or leave the field out." : issue.message;
	return refusal("malformed", issue.path, message);
}
function tooBigRefusal(issue) {
	const limit = Number(issue.maximum);
	const what = issue.origin === "array" ? "entries" : "characters";
	return refusal("too_large", issue.path, `has more than ${limit} ${what}. Send less.`, { limit });
}
function kindRefusal(issue, kind) {
	return refusal("malformed", issue.path, `must be one of ${CHANGE_KINDS.join(", ")}, but is ${shown$1(kind)}.`, { kinds: [...CHANGE_KINDS] });
}
function customRefusal(issue) {
	if (issue.params?.["refusal"] !== "command_not_allowed") return refusal("malformed", issue.path, issue.message);
	return refusal("command_not_allowed", issue.path, "is no name of a command: patches ask for commands by their names in the config of the repository, and never hold one for a shell. Send such a name, or the files as the command would leave them.");
}
function refusal(code, path, predicate, data) {
	const pointer = jsonPointer(path);
	return {
		code,
		message: `${path.length === 0 ? "The patch" : `\`${pointer.slice(1).slice(0, SHOWN_CHARACTERS$2)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
const SHOWN_CHARACTERS$2 = 80;
function shown$1(value) {
	if (value === void 0) return "missing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "an array";
	if (typeof value === "object") return "an object";
	if (typeof value !== "string") return `the ${typeof value} ${JSON.stringify(value)}`;
	return value.length <= SHOWN_CHARACTERS$2 ? `the string ${JSON.stringify(value)}` : `a string of ${value.length} characters`;
}
function listOf(values) {
	return values.map((value) => JSON.stringify(value)).join(" or ");
}
function valueAt(root, path) {
	let value = root;
	for (const key of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
		value = Reflect.get(value, key);
	}
	return value;
}

// src/patch/repository-name.ts
const ELSEWHERE = Symbol("compared where it is handed on to");
function heedRepositories(named, sentTo) {
	if (sentTo === ELSEWHERE) return {
		refusals: [],
		repairs: []
	};
	if (sentTo === null) return {
		refusals: [],
		repairs: [...new Set(named.map(notCompared))]
	};
	const others = named.filter(({ name }) => name.toLowerCase() !== sentTo.toLowerCase());
	const branches = named.flatMap(({ branch }) => branch === void 0 ? [] : [branch]);
	return {
		refusals: others.map((other) => anotherRepository(other, sentTo)),
		repairs: [...new Set(branches)].map((branch) => `The branch ${branch} behind the repository was passed over; \`base.branch\` names one`)
	};
}
function notCompared({ name }) {
	return `The repository ${name} was passed over, for what this one is called is not known here`;
}
function anotherRepository({ name, at }, sentTo) {
	return {
		code: "malformed",
		message: `The patch is for the repository ${name}, and was sent to ${sentTo}. Send it there, or leave the name out if ${sentTo} is meant.`,
		pointer: jsonPointer(at),
		data: {
			named: name,
			sentTo
		}
	};
}
function parseRepositoryName(text) {
	const trimmed = text.length > LONGEST ? "" : text.trim();
	const [, owner, rest = "", branch] = WRITTEN.exec(trimmed.replace(ADDRESS, "")) ?? [];
	const name = rest.replace(/\.git$/i, "");
	if (owner === void 0 || name === "" || name === "." || name === "..") return null;
	return {
		name: `${owner}/${name}`,
		...branch === void 0 ? {} : { branch }
	};
}
const LONGEST = 500;
const ADDRESS = /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:[^\s/@]+@)?[\w.-]+(?::\d+)?\/|[\w-]+@[\w.-]+:|(?:www\.)?github\.com\/|github:)/i;
const WRITTEN = /^([\w-]+)\/([\w.-]+)(?:\/?|(?:@|#|:|\/tree\/)(\S+))$/;

// src/patch/canonical-json.ts
function canonicalJson(value) {
	const parts = [];
	const pending = [{ value }];
	for (let next = pending.pop(); next !== void 0; next = pending.pop()) if ("text" in next) parts.push(next.text);
	else if (Array.isArray(next.value)) pushReversed(pending, arrayParts(next.value));
	else if (typeof next.value === "object" && next.value !== null) pushReversed(pending, objectParts(next.value));
	else parts.push(JSON.stringify(next.value) ?? "null");
	return parts.join("");
}
function arrayParts(items) {
	return [
		{ text: "[" },
		...items.flatMap((value, index) => index === 0 ? [{ value }] : [{ text: "," }, { value }]),
		{ text: "]" }
	];
}
function objectParts(object) {
	return [
		{ text: "{" },
		...Object.entries(object).filter(([, value]) => value !== void 0).sort(([left], [right]) => left < right ? -1 : 1).flatMap(([key, value], index) => [{ text: `${index === 0 ? "" : ","}${JSON.stringify(key)}:` }, { value }]),
		{ text: "}" }
	];
}
function pushReversed(pending, parts) {
	for (let index = parts.length - 1; index >= 0; index -= 1) {
		const part = parts[index];
		if (part !== void 0) pending.push(part);
	}
}

// src/patch/dialects/member.ts
function sameValue({ value: left }, { value: right }) {
	return typeof left === "string" || typeof right === "string" ? left === right : canonicalJson(left) === canonicalJson(right);
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/patch/dialects/refusals.ts
const EXAMPLE = {
	version: 1,
	changes: [{
		kind: "edit",
		path: "src/cart.js",
		find: "const tax = 0.19;",
		replace: "const tax = 0.2;"
	}]
};
const NAMED = {
	kind: "run",
	command: "format"
};
function malformed(at, predicate) {
	return refusalOf("malformed", at, predicate);
}
function refusalOf(code, at, predicate, data) {
	const pointer = jsonPointer(at);
	return {
		code,
		message: `${at.length === 0 ? "The payload" : `\`${pointer.slice(1, 1 + 80)}\``} ${predicate}`,
		pointer,
		...data === void 0 ? {} : { data }
	};
}
const SHOWN_CHARACTERS$1 = 80;
function unknownField(at) {
	return malformed(at, "has no meaning in a change. Remove it, or correct its name.");
}
function contradiction(first, second) {
	return malformed(second, `and \`${jsonPointer(first).slice(1, 81)}\` say the same thing differently. Send one of them.`);
}
function belongsBeside(at, name) {
	return malformed(at, `is heeded only as \`${name}\` beside the patch, at the top of what is sent. Write it there, or leave it out.`);
}
function trialByOtherName(at) {
	return malformed(at, "asks for a try only, by a name that means nothing here. Send `\"dryRun\": true` in the patch, or leave this out.");
}
function appliedOtherwise(at) {
	return malformed(at, "has the patch applied otherwise than it stands, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave this out.");
}
function noChanges(at = []) {
	return refusalOf("no_changes", at, `holds no change to any file. ${SEND}`, { example: EXAMPLE });
}
function missionWithoutChanges(at) {
	return refusalOf("mission_without_changes", at, `says in words what to do, and nobody here writes the code for it. ${SEND}`, { example: EXAMPLE });
}
function wordsUnderPath(at) {
	return refusalOf("mission_without_changes", at, `says in words what to do, and nobody here writes the code for it. ${SEND}. For a file that is to hold these words, send them under \`files\`, or a write change.`, { example: EXAMPLE });
}
function editUnderFiles(at) {
	return malformed(at, "begins as an edit, and under `files` is what a file holds afterwards. Send it under `edits`; for a file that is to hold these lines, send a write change.");
}
function editForContent(at) {
	return malformed(at, `begins as an edit, where what the file holds afterwards belongs. ${EDIT_OR_WRITE}`);
}
function editOrContent(at) {
	return malformed(at, `may be an edit of the file, or what it holds afterwards. ${EDIT_OR_WRITE}`);
}
const EDIT_OR_WRITE = "Send an edit as `diff` or `text`; for a file that is to hold these lines, send `\"kind\": \"write\"`.";
function commandNotAllowed(at) {
	return refusalOf("command_not_allowed", at, `asks for a command, and patches hold none for a shell. Send the files as the command would leave them: ${example()}. Or ask by its name for one of the repository's config: ${JSON.stringify(NAMED)}`, { example: EXAMPLE });
}
function example() {
	return JSON.stringify(EXAMPLE);
}
const SEND = `Send the changes themselves: ${example()}`;

// src/patch/dialects/asked-files.ts
function askedFiles(members, changes) {
	const done = {
		delete: /* @__PURE__ */ new Set(),
		move: /* @__PURE__ */ new Set(),
		write: /* @__PURE__ */ new Set()
	};
	for (const change of changes ?? []) note(change, done);
	return members.filter(({ name, value }) => {
		const asked = requestIn$2(name);
		return asked !== void 0 && isAsked$1(asked, value) && !isDone(value, done[asked]);
	});
}
function isAboutFiles({ name, value }) {
	const asked = requestIn$2(name);
	return asked !== void 0 && (value === false || typeof value === "number" || isAsked$1(asked, value));
}
function askedFilesRefusal({ at }) {
	return malformed(at, "asks for changes of files beside the changes, where nothing is done for it. Send each as a change of its own, such as `{\"kind\": \"delete\", \"path\": \"src/old.js\"}`.");
}
const requestIn$2 = meanings({
	delete: [
		"delete",
		"deletes",
		"deletions",
		"delete files",
		"deleted files",
		"files to delete",
		"remove",
		"removes",
		"removals",
		"removed",
		"remove files",
		"removed files",
		"files to remove"
	],
	move: [
		"move",
		"moves",
		"moved",
		"move files",
		"moved files",
		"rename",
		"renames",
		"renamed",
		"rename files",
		"renamed files"
	],
	write: [
		"create",
		"creates",
		"creations",
		"create files",
		"created files",
		"new files",
		"add",
		"additions",
		"add files",
		"added files",
		"inserts",
		"insertions",
		"appends",
		"copy",
		"copies"
	]
});
function note(change, done) {
	if (!isObject(change) || !("kind" in change)) return;
	const { kind, path, from, to } = Object.fromEntries(Object.entries(change));
	if (kind === "delete" && typeof path === "string") done.delete.add(path);
	if (kind === "write" && typeof path === "string") done.write.add(path);
	if (kind === "move" && typeof from === "string" && typeof to === "string") done.move.add(from).add(to);
}
function isAsked$1(asked, value) {
	if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
	return asked !== "write" && (value === true || typeof value === "string" && value !== "");
}
function isDone(value, paths) {
	const named = typeof value === "string" ? [value] : value;
	return Array.isArray(named) && named.every((path) => typeof path === "string" && paths.has(path));
}

// src/patch/dialects/description-names.ts
const DESCRIPTION_NAMES = { description: [
	...HEADER_NAMES.title,
	...HEADER_NAMES.description,
	...CHANGE_NAMES.remark,
	"summary",
	"summaries",
	"details",
	"message",
	"reasoning",
	"thought",
	"thoughts",
	"thinking",
	"analysis",
	"justification",
	"motivation",
	"intent",
	"purpose",
	"background",
	"why",
	"what",
	"changelog",
	"remark",
	"remarks",
	"caveats",
	"warnings",
	"assumptions",
	"questions",
	"test plan",
	"user message",
	"user request",
	"request text",
	"prompt",
	"query text",
	"author",
	"authors",
	"created by",
	"generated by",
	"requested by",
	"submitted by",
	"generator",
	"model",
	"model name",
	"provider",
	"agent",
	"agent name",
	"assistant",
	"sender",
	"user",
	"username",
	"origin",
	"timestamp",
	"time",
	"date",
	"created",
	"created at",
	"updated at",
	"generated at",
	"submitted at",
	"confidence",
	"confidence score",
	"certainty",
	"score",
	"priority",
	"severity",
	"importance",
	"urgency",
	"risk",
	"risk level",
	"risks",
	"impact",
	"difficulty",
	"category",
	"topic",
	"tags",
	"keywords",
	"component",
	"module",
	"area",
	"project",
	"project name",
	"ticket",
	"issue",
	"issues",
	"related issues",
	"link",
	"links",
	"references",
	"session",
	"session id",
	"conversation id",
	"chat id",
	"thread id",
	"request id",
	"message id",
	"run id",
	"trace id",
	"correlation id",
	"task id",
	"call id",
	"file type",
	"files changed",
	"changed files",
	"affected files",
	"lines added",
	"lines removed",
	"stats",
	"locale",
	"usage",
	"temperature"
] };
const CONTEXT_NAMES = { context: [
	"role",
	"phase",
	"stage",
	"status",
	"state",
	"metadata",
	"meta",
	"context",
	"event",
	"event type",
	"schema",
	"$schema",
	"schema version",
	"format version",
	"show in ui",
	"repository",
	"repository name",
	"repo",
	"repo name",
	"owner"
] };
const PATCH_WORDS = { patch: [
	"ghost patch",
	"code patch",
	"ui patch",
	"command patch",
	"file patch",
	"patch request",
	"code change",
	"file change",
	"hybrid block",
	"repository dispatch",
	"apply",
	"submit",
	"submit patch",
	"send",
	"send patch",
	"create patch",
	"commit",
	"pull request",
	"create pull request",
	"open pull request",
	"request",
	"event",
	"message",
	"function",
	"function call",
	"tool call",
	"tool use",
	"feature",
	"feat",
	"fix",
	"bugfix",
	"bug fix",
	"hotfix",
	"refactor",
	"refactoring",
	"docs",
	"documentation",
	"test",
	"tests",
	"chore",
	"style",
	"perf",
	"performance",
	"build",
	"ci",
	"security",
	"revert",
	"enhancement",
	"improvement",
	"maintenance",
	"cleanup"
] };

// src/patch/dialects/trial.ts
function asksForTrial({ name, value }) {
	if (tells(name)) return false;
	if (isDoing(name) && isNo(value)) return true;
	if ((isTrialName(name) || isNotDoing(name) || checkIn(name) !== void 0) && isYes(value)) return true;
	if (requestIn$1(name) !== void 0) return false;
	if (hookIn(name) !== void 0) return typeof value === "string" && isTrialName(value);
	return commandIn$3(name) === void 0 ? isTrialValue(value) : isTrialCommand(value);
}
function isTrialName(name) {
	if (name.length > MAX_TRIAL) return false;
	const plain = name.trim().replaceAll(/[ _-]/g, "");
	return [plain, plain.replace(/^(?:is|as|do|run|with|enable|use|just)/i, "")].some((word) => trialIn(word) !== void 0 || trialIn(word.replace(/(?:only|mode|run|flag)$/i, "")) !== void 0);
}
const TRIALS = { trial: [
	"dry",
	"dry run",
	"preview",
	"preview patch",
	"simulate",
	"simulation",
	"validate only",
	"validation only",
	"check only",
	"test only",
	"test run",
	"test mode",
	"trial",
	"trial run",
	"plan only",
	"try only",
	"no op",
	"no write",
	"what if"
] };
const DOINGS = { doing: [
	"apply",
	"apply changes",
	"commit",
	"execute",
	"push",
	"write",
	"save",
	"persist",
	"create pull request",
	"create pr",
	"open pull request",
	"open pr"
] };
const HOOKS = { hook: COMMAND_NAMES.command.filter((name) => ![
	"command",
	"commands",
	"cmd",
	"shell",
	"run",
	"execution"
].includes(name)) };
const checkIn = meanings({ check: ["check"] });
const trialIn = meanings(TRIALS);
const doingIn = meanings(DOINGS);
const hookIn = meanings(HOOKS);
const commandIn$3 = meanings(COMMAND_NAMES);
const requestIn$1 = meanings(REQUEST_NAMES);
const descriptionIn$1 = meanings(DESCRIPTION_NAMES);
const headerIn$2 = meanings(HEADER_NAMES);
const MAX_TRIAL = 40;
function isDoing(name) {
	return isDoingBehind(/^(?:should|shall|must|will|do|auto|enable|allow)+/i, name, true);
}
function isNotDoing(name) {
	return isDoingBehind(/^(?:do|should|shall|must|will)?(?:not|dont|don't|no|never|skip|without|disable|prevent)/i, name, false);
}
function isDoingBehind(before, name, isBareToo) {
	if (name.length > MAX_TRIAL) return false;
	const plain = name.trim().replaceAll(/[ _-]/g, "");
	const word = plain.replace(before, "");
	if (word === plain && !isBareToo) return false;
	return [word, word.replace(/(?:patch|now|automatically)$/i, "")].some((one) => doingIn(one) !== void 0);
}
function tells(name) {
	const header = headerIn$2(name);
	return descriptionIn$1(name) !== void 0 || header !== void 0 && header !== "dryRun";
}
function isYes(value) {
	if (isObject(value)) return Object.entries(value).some(([name, inner]) => switchIn(name) !== void 0 && isYes(inner));
	return value === true || value === 1 || typeof value === "string" && /^(?:true|yes|on|y|1)$/i.test(value.trim());
}
const switchIn = meanings({ switch: [
	"enabled",
	"enable",
	"active",
	"on",
	"value"
] });
function isNo(value) {
	return value === false || value === 0 || typeof value === "string" && /^(?:false|no|off|n|0)$/i.test(value.trim());
}
function isTrialValue(value) {
	if (typeof value === "string") return isTrialName(value) || wordsOf$1(value).some(isTrialOption);
	if (Array.isArray(value)) return value.some(isTrialValue);
	return isObject(value) && Object.entries(value).some(([name, inner]) => asksForTrial({
		name,
		value: inner
	}));
}
function isTrialCommand(value) {
	if (typeof value === "string") return isTrialLine(value);
	if (!Array.isArray(value)) return isTrialValue(value);
	const [first] = value;
	const words = value.slice(0, MAX_WORDS$1).filter((item) => typeof item === "string");
	return typeof first === "string" && isTrialLine(words.join(" ").slice(0, MAX_LINE)) || value.some((item) => typeof item === "string" ? !item.startsWith("-") && isTrialLine(item) : isTrialValue(item));
}
function isTrialLine(line) {
	const words = wordsOf$1(line);
	const [first = ""] = words;
	if (isTrialName(line.replace(/^[\s/-]+/, ""))) return true;
	if (first.startsWith("-")) return words.some(isTrialOption);
	return words.slice(0, 2).some((word) => /^[@/]?ghost(?:-runner)?$/i.test(word)) && words.some((word) => isTrialOption(word) || isTrialName(word));
}
function isTrialOption(word) {
	const [name = "", value = "true"] = word.split("=", 2);
	return word.startsWith("-") && isTrialName(name.replace(/^-{1,2}/, "")) && isYes(value);
}
function wordsOf$1(text) {
	return text.length > MAX_LINE ? [] : text.split(/[\s,;]/).filter((word) => word !== "");
}
const MAX_LINE = 2e3;
const MAX_WORDS$1 = 100;

// src/patch/dialects/beside-one.ts
function besideOne(own, others) {
	const depth = Math.min(...own.map(({ at }) => at.length));
	const words = others.filter(isWordOfChange);
	return {
		words,
		refusals: others.filter((member) => member.at.length >= depth && !words.includes(member) && !isKnownBeside(member)).map(({ at }) => unknownField(at))
	};
}
function isWordOfChange(member) {
	const { name, value } = member;
	if (isEmpty$1(value) || asksForTrial(member)) return false;
	const said = typeof value === "string" ? value.trim() : "";
	switch (changeIn$8(name)) {
		case "kind": return patchWordIn(said) === void 0;
		case "command": return isToolCommand(name) && /^[\w-]+$/.test(said) && patchWordIn(said) === void 0;
		default: return false;
	}
}
function isKnownWord({ value }) {
	const kind = typeof value === "string" ? kindIn$4(value.trim()) : void 0;
	return kind !== void 0 && kind !== "run";
}
const changeIn$8 = meanings(CHANGE_NAMES);
const patchWordIn = meanings(PATCH_WORDS);
const kindIn$4 = meanings(KIND_WORDS);
const toolCommandIn = meanings({ command: ["command", "cmd"] });
function isToolCommand(name) {
	return toolCommandIn(name) !== void 0;
}
function isEmpty$1(value) {
	return value === null || value === "" || Array.isArray(value) && value.length === 0;
}
const TABLES = [
	DESCRIPTION_NAMES,
	CONTEXT_NAMES,
	HEADER_NAMES,
	DELIVERY_NAMES,
	COMMAND_NAMES,
	REQUEST_NAMES,
	REQUEST_HOLDERS
].map((table) => meanings(table));
function isKnownBeside(member) {
	const { name, value } = member;
	if (isEmpty$1(value) || asksForTrial(member) || isAboutFiles(member)) return true;
	if (changeIn$8(name) === "kind") return true;
	if (missionIn$1(name) !== void 0) return isWords(value);
	return name === "target" || TABLES.some((meaningIn) => meaningIn(name) !== void 0);
}
const missionIn$1 = meanings(MISSION_NAMES);
function isWords(value) {
	return Array.isArray(value) ? value.every((item) => typeof item === "string") : typeof value === "string";
}

// src/patch/dialects/file-mode.ts
function executableOf(mode) {
	const text = typeof mode === "string" || typeof mode === "number" ? `${mode}` : "";
	const digits = /^(?:0o?|100)?([0-7])[0-7]{2}$/.exec(text)?.[1];
	return digits === void 0 ? void 0 : (Number(digits) & OWNER_RUNS) !== 0;
}
const OWNER_RUNS = 1;

// src/patch/dialects/kind.ts
function wordOf(fields) {
	const [kind, command] = [fields.get("kind"), fields.get("command")];
	const said = kind === void 0 ? "any" : wordIn(kind);
	if (said === "any" && command !== void 0) return wordIn(command);
	return kind === void 0 ? void 0 : said;
}
function wordIn({ value }) {
	return typeof value === "string" ? kindIn$3(value) : void 0;
}
const kindIn$3 = meanings(KIND_WORDS);
function saidOfContent(named) {
	if (named === void 0 || named.value === "file") return "nothing";
	if (wordIn(named) === "any") return "edit";
	return named.value === "write" ? "write" : "whole";
}
function kindOf(body, word) {
	const said = word === "any" ? void 0 : word;
	const made = body === void 0 ? void 0 : KIND_OF_BODY[body];
	return agree(said, made) ? said ?? made : null;
}
const KIND_OF_BODY = {
	find: "edit",
	pattern: "regex",
	content: "write",
	diff: "diff",
	patch: "text",
	text: "text",
	to: "move"
};
function agree(one, other) {
	const [left, right] = [one ?? "any", other ?? "any"];
	return left === right || left === "any" || right === "any" || TEXT_KINDS.has(left) && TEXT_KINDS.has(right);
}
const TEXT_KINDS = /* @__PURE__ */ new Set([
	"diff",
	"apply_patch",
	"blocks",
	"text"
]);
const MAKES_ANOTHER = "names a change that the fields beside it do not make. Send the fields of one kind of change.";

// src/patch/dialects/settings.ts
function saidIn(member) {
	if (!isHolder(member.value)) return [member];
	return isSettings(member) ? allIn(member) : [];
}
function isSettings({ name, value }) {
	return isHolder(value) && settingsIn(name) !== void 0;
}
const settingsIn = meanings({ settings: [
	"options",
	"option",
	"opts",
	"settings",
	"setting",
	"config",
	"configuration",
	"preferences",
	"flags",
	"params",
	"parameters",
	"args",
	"kwargs",
	"extra",
	"extras",
	"apply options",
	"patch options",
	"edit options",
	"meta",
	"metadata",
	"context",
	"request",
	"query"
] });
function isHolder(value) {
	return isObject(value) || Array.isArray(value) && value.some(isObject);
}
function allIn({ value, at }) {
	return (Array.isArray(value) ? value.flatMap((item, index) => isObject(item) ? [{
		name: "",
		value: item,
		at: [...at, index]
	}] : []) : Object.entries(value ?? {}).map(([name, sent]) => ({
		name,
		value: sent,
		at: [...at, name]
	}))).filter(({ name }) => descriptionIn(name) === void 0 && commandIn$2(name) === void 0).flatMap((member) => [member, ...isHolder(member.value) ? allIn(member) : []]);
}
const descriptionIn = meanings(DESCRIPTION_NAMES);
const commandIn$2 = meanings(COMMAND_NAMES);

// src/patch/dialects/beside-list.ts
function limitsBeside(beside, read) {
	return beside.flatMap((member) => {
		if (isSettings(member)) return limitsInSettings([member], read.changes);
		return isForbidden(member) || isSaid$2(member.value) && isLimit(member, read) ? [member] : [];
	});
}
function limitsInSettings(beside, changes) {
	const read = {
		list: changes,
		changes
	};
	return beside.filter(isSettings).flatMap(saidIn).filter((member) => isForbidden(member) || isSaid$2(member.value) && isLimit(member, read));
}
function limitRefusal({ at }) {
	return malformed(at, "stands beside the changes and would be done for none of them. Leave it out, and have each change say all that it is to do.");
}
const GUARD_NAMES = {
	encoding: [
		"content encoding",
		"file encoding",
		"transfer encoding"
	],
	overwrite: [
		"overwrite",
		"force",
		"replace existing"
	]
};
const placeIn$1 = meanings(PLACE_NAMES);
const changeIn$7 = meanings(CHANGE_NAMES);
const guardIn = meanings(GUARD_NAMES);
function isForbidden({ name, value }) {
	return guardIn(name) === "overwrite" && value === false;
}
function isSaid$2(value) {
	return value !== null && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);
}
function isLimit(member, { list, changes }) {
	const { name, value } = member;
	if (placeIn$1(name) !== void 0) return true;
	if (guardIn(name) === "encoding") return !isUtf8(value);
	switch (changeIn$7(name)) {
		case "mode": return executableOf(value) !== void 0 || isPlaceWord(value);
		case "encoding": return !isUtf8(value);
		case "count": return value !== (isObject(list) || Array.isArray(list) ? Object.keys(list).length : 1) || changes.some(hasCount);
		case "kind":
		case "command": return isWordOfChange(member) && limitsByWord(member, {
			list,
			changes
		});
		default: return false;
	}
}
function isUtf8(value) {
	return typeof value === "string" && /^utf-?8$/i.test(value);
}
function limitsByWord(member, { list, changes }) {
	if (isPlaceWord(member.value)) return true;
	const word = wordIn(member);
	if (word === "delete" || word === "move") return !changes.every((change) => isMadeBy(word, change));
	if (isKnownWord(member) || word === "run") return false;
	return changeIn$7(member.name) === "kind" && !saysItself(list);
}
function isMadeBy(word, change) {
	const kind = isObject(change) && "kind" in change ? change.kind : void 0;
	return typeof kind !== "string" || agree("text", kind) || agree(word, kind);
}
function saysItself(list) {
	if (typeof list === "string") return true;
	return Array.isArray(list) && list.every((entry) => isObject(entry) && Object.keys(entry).some(namesKind));
}
function namesKind(name) {
	return changeIn$7(name) === "kind";
}
function isPlaceWord(value) {
	return typeof value === "string" && /append|prepend|insert/i.test(value.slice(0, MAX_WORD));
}
const MAX_WORD = 60;
function hasCount(change) {
	return isObject(change) && "count" in change && change.count !== 1;
}

// src/patch/dialects/fields.ts
function gather(members) {
	const fields = /* @__PURE__ */ new Map();
	const remarks = [];
	const unknown = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	for (const member of members.flatMap((one) => isNested(one) ? membersOf(one.value, one.at) : [one])) {
		const meaning = changeIn$6(member.name);
		const first = meaning === void 0 ? void 0 : fields.get(meaning);
		if (meaning === void 0) unknown.push(member);
		else if (meaning === "remark") remarks.push(member);
		else if (first === void 0) fields.set(meaning, member);
		else if (!contradicted.has(meaning) && !sameValue(first, member)) {
			contradicted.add(meaning);
			refusals.push(contradiction(first.at, member.at));
		}
	}
	return {
		fields,
		remarks,
		unknown,
		refusals
	};
}
function membersOf(object, at) {
	return Object.entries(object).map(([name, value]) => ({
		name,
		value,
		at: [...at, name]
	}));
}
const changeIn$6 = meanings(CHANGE_NAMES);
function isNested(member) {
	return changeIn$6(member.name) === "patch" && isObject(member.value);
}

// src/patch/dialects/notes.ts
function newNotes() {
	return {
		renamed: /* @__PURE__ */ new Map(),
		ignored: /* @__PURE__ */ new Set(),
		repairs: [],
		underFiles: /* @__PURE__ */ new Map()
	};
}
function noteRename({ renamed }, name, meaning) {
	if (name !== meaning) renamed.set(name, meaning);
}
function disclosures({ renamed, ignored, repairs }) {
	const renames = [...renamed].map(([name, meaning]) => `${shown(name)} as \`${meaning}\``);
	return [
		...new Set(repairs),
		...renames.length === 0 ? [] : [`Names of another form were read: ${listed(renames)}`],
		...ignored.size === 0 ? [] : [`Passed over, for they have no meaning here: ${listed([...ignored].map(shown))}`]
	];
}
const MAX_LISTED = 20;
function listed(items) {
	const more = items.length - MAX_LISTED;
	return more > 0 ? `${items.slice(0, MAX_LISTED).join(", ")} and ${more} more` : items.join(", ");
}
const MAX_SHOWN$2 = 60;
function shown(name) {
	return `\`${name.length > MAX_SHOWN$2 ? `${name.slice(0, MAX_SHOWN$2).toWellFormed()}…` : name}\``;
}

// src/patch/dialects/text-under-name.ts
function underPath(list, path, text) {
	if (filesIn(list) !== void 0) return isEditFor(text, path) ? "edit for content" : "content";
	if (beginsAsEdit(text)) return "edit";
	return isTold(text, path) ? "words" : "content";
}
function underContent({ said, list }, path, text) {
	if (said === "write") return "content";
	const isInFiles = typeof list === "string" && filesIn(list) !== void 0;
	if (!beginsAsEdit(text)) return !isInFiles && isWordsFor(text, path) ? "words" : "content";
	if (said === "whole" || said === "nothing" && isInFiles) return showsEdits(path) ? "content" : "edit for content";
	if (!showsEdits(path) || namesFile$1(text, path)) return "edit";
	if (IS_PATCH.test(path)) return "content";
	if (isEditAtOnce(text) && !IS_FIXTURE.test(path)) return "edit";
	return said === "edit" ? "unclear" : "content";
}
const IS_PATCH = /\.(?:diff|patch|rej)$/i;
const IS_FIXTURE = /\.snap$|(?:^|\/)(?:__)?(?:fixtures?|snapshots?|testdata)(?:__)?\//i;
const filesIn = meanings({ files: ["files"] });
const kindIn$2 = meanings(KIND_WORDS);
function isTold(text, path) {
	if (kindIn$2(text.trim()) !== void 0 || isWordsFor(text, path)) return true;
	return !text.includes("\n") && /^\p{L}+[,:]? /u.test(text) && isLineOfWords(text);
}

// src/patch/dialects/under-file.ts
function doubtsBeside(fields, edits) {
	return [...fields].flatMap(([meaning, beside]) => {
		if (meaning === "edits" || meaning === "kind" || meaning === "command") return [];
		const inside = edits.flatMap((edit) => edit.get(meaning) ?? []);
		const other = inside.find((member) => !sameValue(beside, member));
		if (other !== void 0) return [contradiction(beside.at, other.at)];
		return meaning === "path" || inside.length === edits.length ? [] : [malformed(beside.at, "stands beside a list of edits. Put it into each edit that it is meant for, or leave it out.")];
	});
}
function wordDoubts(fields, edits, changes) {
	const [word, named] = [wordOf(fields), fields.get("kind") ?? fields.get("command")];
	const isMade = changes.every((change) => agree(word, kindIn$1(change)));
	if (named !== void 0 && !(isMade && (word === "any" || changes.length > 0))) return [malformed(named.at, MAKES_ANOTHER)];
	return changes.length > 0 ? [] : [malformed(edits.at, "holds no edit. Send the edits of this file, or leave this entry out.")];
}
function kindIn$1(change) {
	return "kind" in change && typeof change.kind === "string" ? change.kind : void 0;
}
function elsewhere(changes, file, { at, notes }) {
	for (const change of changes) notes.underFiles.set(change, {
		file,
		at
	});
	return changes.every((change) => isOf$1(change, file.value)) ? [] : [noChangeOf({
		named: file.at,
		at
	})];
}
function isOf$1(change, file) {
	if (!isObject(change) || !("kind" in change)) return true;
	if (change.kind === "move") return "from" in change && change.from === file || "to" in change && change.to === file;
	return change.kind !== "run";
}
function noChangeOf({ named, at }) {
	const name = jsonPointer(named).slice(1, 1 + 80);
	return malformed(at, `is no change of the file that \`${name}\` names. Send it as an entry of its own.`);
}
function underFilesOf(changes, { underFiles }) {
	return changes.flatMap((change, index) => {
		const under = underFiles.get(change);
		if (under === void 0 || typeof under.file.value !== "string") return [];
		return [{
			index,
			file: under.file.value,
			named: under.file.at,
			at: under.at
		}];
	});
}

// src/patch/dialects/change.ts
function readChange$1(members, at, around) {
	const { fields, remarks, unknown, refusals } = gather(members);
	const kind = fields.get("kind");
	if (kind?.name === "kind" && typeof kind.value === "string" && Object.hasOwn(KIND_FIELDS, kind.value)) return readWireChange(members, {
		kind: kind.value,
		around
	});
	if (kind?.name === "kind" && wordIn(kind) === void 0) return {
		ok: true,
		changes: [Object.fromEntries(members.map(({ name, value }) => [name, value]))]
	};
	const name = kind?.value === "run" ? unknown.find((member) => member.name === "name") : void 0;
	const command = fields.get("command") ?? name;
	if (command !== void 0) fields.set("command", command);
	if (name !== void 0 && command !== void 0 && !sameValue(command, name)) refusals.push(contradiction(command.at, name.at));
	for (const member of unknown) if (member !== name) refusals.push(unknownField(member.at));
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	for (const remark of remarks) around.notes.ignored.add(remark.name);
	return readDialectChange({
		fields,
		at,
		around
	});
}
const KIND_FIELDS = {
	diff: ["diff", "path"],
	apply_patch: ["patch", "path"],
	edit: [
		"path",
		"find",
		"replace",
		"count"
	],
	blocks: ["text", "path"],
	regex: [
		"path",
		"pattern",
		"flags",
		"replacement",
		"count"
	],
	write: [
		"path",
		"content",
		"encoding",
		"executable"
	],
	delete: ["path"],
	move: ["from", "to"],
	text: ["text", "path"],
	run: ["command"]
};
const changeIn$5 = meanings(CHANGE_NAMES);
function readWireChange(members, { kind, around }) {
	const fields = KIND_FIELDS[kind] ?? [];
	const read = /* @__PURE__ */ new Map();
	for (const member of members) {
		const wanted = fieldOf(kind, changeIn$5(member.name));
		const name = !fields.includes(member.name) && wanted !== void 0 && fields.includes(wanted) ? wanted : member.name;
		const first = read.get(name);
		if (first !== void 0 && !sameValue(first, member)) return {
			ok: false,
			refusals: [contradiction(first.at, member.at)]
		};
		noteRename(around.notes, member.name, name);
		read.set(name, member);
	}
	if (around.path !== void 0 && fields.includes("path") && !read.has("path")) {
		noteRename(around.notes, around.path.name, "path");
		read.set("path", around.path);
	}
	return {
		ok: true,
		changes: [Object.fromEntries([...read].map(([name, { value }]) => [name, value]))]
	};
}
function fieldOf(kind, meaning) {
	return kind === "regex" && meaning === "replace" ? "replacement" : meaning;
}
function readDialectChange(dialect) {
	const { fields, at } = dialect;
	const word = wordOf(fields);
	const [said, command] = [fields.get("kind"), fields.get("command")];
	if (word === "run" || command !== void 0 && (word === void 0 || wordIn(command) === void 0)) return said?.value === "run" && command !== void 0 ? readCommand(dialect, command) : refused(commandNotAllowed(command?.at ?? at));
	if (said !== void 0 && command !== void 0 && !agree(wordIn(said), wordIn(command))) return refused(contradiction(said.at, command.at));
	const named = said ?? command;
	if (named !== void 0 && word === void 0) return refused(malformed(named.at, `is no change that is known here. Send one of ${CHANGE_KINDS.join(", ")} as \`kind\`.`));
	const [body, second] = [...fields].filter(([meaning]) => BODIES.has(meaning));
	if (body !== void 0 && second !== void 0) return refused(malformed(second[1].at, `stands beside another change in one entry. Send one entry for each.`));
	if (body?.[0] === "edits") return readNested(dialect, body[1]);
	const kind = kindOf(body?.[0], word);
	if (kind === null) return refused(malformed(named?.at ?? at, MAKES_ANOTHER));
	if (kind === void 0) return refused(malformed(at, "holds no change that is known. Send a `path` with `find` and `replace`, or with `content`."));
	return kind === "write" && body !== void 0 ? readContent(dialect, body[1]) : build(dialect, kind);
}
function readContent(dialect, content) {
	const { fields, at, around } = dialect;
	const path = fields.get("path") ?? around.path;
	if (typeof content.value !== "string" || typeof path?.value !== "string") return build(dialect, "write");
	const said = saidOfContent(fields.get("kind") ?? fields.get("command"));
	switch (underContent({
		said,
		list: at.at(-2)
	}, path.value, content.value)) {
		case "content": return build(dialect, "write");
		case "edit for content": return refused(editForContent(content.at));
		case "words": return refused(wordsUnderPath(content.at));
		case "unclear": return refused(editOrContent(content.at));
		case "edit": {
			const text = new Map(fields);
			text.delete("content");
			const read = build({
				...dialect,
				fields: text.set("text", content)
			}, "text");
			const refusals = read.ok ? elsewhere(read.changes, path, {
				at,
				notes: around.notes
			}) : [];
			return refusals.length > 0 ? {
				ok: false,
				refusals
			} : read;
		}
	}
}
function readCommand({ fields, around }, command) {
	if (typeof command.value !== "string" || !COMMAND_NAME.test(command.value)) return refused(commandNotAllowed(command.at));
	const refusals = [...fields].flatMap(([meaning, { at }]) => meaning === "kind" || meaning === "command" ? [] : [meaningless(at, "run")]);
	if (refusals.length > 0) return {
		ok: false,
		refusals
	};
	noteRename(around.notes, command.name, "command");
	return {
		ok: true,
		changes: [{
			kind: "run",
			command: command.value
		}]
	};
}
function readNested({ fields, around }, edits) {
	const own = fields.get("path");
	const path = own ?? around.path;
	if (!Array.isArray(edits.value) || edits.value.length > 1e3) return refused(malformed(edits.at, `must be a list of at most ${MAX_CHANGES} edits.`));
	const changes = [];
	const inside = [];
	const refusals = [];
	for (const [index, edit] of edits.value.entries()) {
		const at = [...edits.at, index];
		const members = isObject(edit) ? membersOf(edit, at) : [];
		const gathered = gather(members).fields;
		const read = members.length > 0 && !gathered.has("edits") ? readChange$1(members, at, {
			...around,
			path
		}) : refused(malformed(at, "must be one edit."));
		inside.push(gathered);
		if (!read.ok) refusals.push(...read.refusals);
		else {
			changes.push(...read.changes);
			if (own !== void 0) refusals.push(...elsewhere(read.changes, own, {
				at,
				notes: around.notes
			}));
		}
	}
	refusals.push(...doubtsBeside(fields, inside));
	if (refusals.length === 0) refusals.push(...wordDoubts(fields, edits, changes));
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes
	};
}
const TEXT_FIELD = {
	diff: "diff",
	apply_patch: "patch",
	blocks: "text",
	text: "text"
};
function build({ fields, around }, kind) {
	const wanted = KIND_FIELDS[kind] ?? [];
	const built = /* @__PURE__ */ new Map([["kind", kind]]);
	const refusals = [];
	const own = fields.get("path");
	const path = own ?? around.path;
	if (path !== void 0 && wanted.includes("path")) {
		built.set("path", path.value);
		noteRename(around.notes, path.name, "path");
	} else if (own !== void 0 && ![fields.get("from")?.value, fields.get("to")?.value].includes(own.value)) refusals.push(meaningless(own.at, kind));
	for (const [meaning, member] of fields) {
		if (SILENT.has(meaning)) continue;
		const [field, value] = translate(kind, meaning, member.value);
		if (!wanted.includes(field) || value === void 0) refusals.push(meaningless(member.at, kind));
		else if (value !== null) {
			if (built.has(field) && built.get(field) !== value) refusals.push(malformed(member.at, "contradicts another field of this change. Send one of them."));
			built.set(field, value);
			noteRename(around.notes, member.name, field);
		}
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes: [Object.fromEntries(built)]
	};
}
const SILENT = /* @__PURE__ */ new Set([
	"kind",
	"command",
	"path"
]);
function translate(kind, meaning, value) {
	switch (meaning) {
		case "replaceAll": return ["count", value === true ? "all" : value === false ? null : void 0];
		case "mode": return ["executable", executableOf(value)];
		case "diff":
		case "patch":
		case "text": return [TEXT_FIELD[kind] ?? meaning, value];
		default: return [fieldOf(kind, meaning) ?? meaning, value];
	}
}
function meaningless(at, kind) {
	return malformed(at, `has no such meaning in a change of kind ${kind}. Remove it, or correct it.`);
}
function refused(refusal) {
	return {
		ok: false,
		refusals: [refusal]
	};
}

// src/patch/dialects/prose.ts
function hasEditMarks(text) {
	return EDIT_MARK.test(text);
}
const EDIT_MARK = /^[ \t>]*(?:\*\*\* (?:Begin Patch|Update File|Add File|Delete File)|<{5,9} ?SEARCH|-{5,9} ?SEARCH|diff --git |@@ |--- \S|\+\+\+ \S|`{3,}|~{3,})/m;
function isShell(text) {
	const calls = text.slice(0, MAX_LOOKED_AT).split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
	return calls.length > 0 && calls.every((line) => CALL.test(line));
}
const MAX_LOOKED_AT = 2e3;
const CALL = /^(?:\$ +)?(?:sudo |nohup )?(?:echo|cd|npm|npx|pnpm|yarn|git|curl|wget|mkdir|rm|cp|mv|chmod|chown|touch|sed|bash|sh|zsh|source|pip3?|python3?|docker|kubectl|brew|launchctl|pkill|systemctl|apt-get|make) +\S/;
function isScript(path) {
	return /(?:\.(?:sh|bash|zsh|fish|cmd|bat|ps1)|(?:^|\/)(?:Dockerfile|Makefile|Procfile))$/i.test(path);
}

// src/patch/dialects/placeholder.ts
function placeholdersIn(changes) {
	return changes.flatMap((change, index) => {
		if (!isObject(change)) return [];
		return Object.entries(change).flatMap(([field, value]) => {
			if (typeof value !== "string" || !isPlaceholder(field, value)) return [];
			const predicate = `is ${JSON.stringify(value.trim())}, a stand-in from an example. Send what belongs there.`;
			return [refusalOf("placeholder", [
				"changes",
				index,
				field
			], predicate)];
		});
	});
}
function isPlaceholder(field, value) {
	if (value.length > MAX_PLACEHOLDER) return false;
	if (PATH_FIELDS.has(field)) return PATH_PLACEHOLDER.test(value.trim());
	return NEW_TEXT_FIELDS.has(field) && TEXT_PLACEHOLDER.test(value.trim());
}
const PATH_FIELDS = /* @__PURE__ */ new Set([
	"path",
	"from",
	"to"
]);
const NEW_TEXT_FIELDS = /* @__PURE__ */ new Set([
	"content",
	"replace",
	"replacement",
	"text"
]);
const MAX_PLACEHOLDER = 120;
const PATH_PLACEHOLDER = /^(?:\.?\/)?(?:path[/\\]to(?:[/\\]|$)|your[-_ ]?(?:file|path|project|repo)\b|<[^<>]*>$|\[[^[\]]*(?:path|file)[^[\]]*\]$)/i;
const TEXT_PLACEHOLDER = /^(?:\/\/|#)? *(?:<(?:your|the)[ _][^<>]*>|[<[{(]?(?:(?:your|insert|add|put|paste|new|the|actual)[ _-]+){0,3}(?:code|contents?|text|implementation)[ _-](?:goes[ _-])?here[>\]})]?)\.*$/i;

// src/patch/dialects/text-body.ts
function readText$1({ value, at, name }, { path, notes }, role) {
	if (typeof value !== "string") return {
		changes: null,
		refusals: [malformed(at, "must be an object or a text.")]
	};
	const file = path?.value;
	const standIns = placeholdersIn([{
		path: file,
		text: value
	}]);
	if (standIns.length > 0) return {
		changes: null,
		refusals: standIns
	};
	if (!hasEditMarks(value)) {
		const isFile = typeof file === "string" && isScript(file);
		if (role.includes("command") || isShell(value) && !isFile) return {
			changes: null,
			refusals: [commandNotAllowed(at)]
		};
		if (file === void 0 || role.includes("instruction")) return {
			changes: null,
			refusals: [missionWithoutChanges(at)]
		};
	}
	if (path !== void 0) noteRename(notes, path.name, "path");
	noteRename(notes, name, "text");
	return {
		changes: [{
			kind: "text",
			text: value,
			...file === void 0 ? {} : { path: file }
		}],
		refusals: []
	};
}

// src/patch/dialects/list.ts
function readListUnder(list, around) {
	const read = readList(list, around);
	const { path, notes } = around;
	const entries = Array.isArray(list.value) ? list.value : [];
	const isTheirs = entries.some((entry) => isObject(entry) && !namesFile(entry));
	if (path === void 0 || read.changes === null || !isTheirs) return read;
	const isEach = entries.length === read.changes.length;
	const doubts = read.changes.flatMap((change, index) => elsewhere([change], path, {
		at: isEach ? [...list.at, index] : list.at,
		notes
	}));
	return {
		...read,
		refusals: [...read.refusals, ...doubts]
	};
}
const NAMES_OF_FILES = [
	"path",
	"from",
	"to"
];
function namesFile(entry) {
	const { fields } = gather(membersOf(entry, []));
	return NAMES_OF_FILES.some((name) => fields.has(name));
}
function readList({ name, value, at }, around) {
	noteRename(around.notes, name, "changes");
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(isObject(value) ? value : {});
	if (entries.length > 1e3) return {
		changes: null,
		refusals: [tooMany(at)]
	};
	if (isOneChange(value)) return {
		changes: null,
		refusals: [malformed(at, "is one change. Send it in a list: `[{…}]`.")]
	};
	if (Array.isArray(value) && entries.every(([, entry]) => typeof entry === "string" && !hasEditMarks(entry))) return {
		changes: null,
		refusals: [missionWithoutChanges(at)]
	};
	const changes = [];
	const refusals = [];
	for (const [key, entry] of entries) {
		const read = typeof key === "string" && (isObject(entry) || typeof entry === "string") ? readUnderName(key, entry, {
			list: name,
			at: [...at, key],
			around
		}) : readEntry(entry, [...at, key], around);
		for (const change of read.changes ?? [entry]) changes.push(change);
		for (const refusal of read.refusals) refusals.push(refusal);
	}
	return {
		changes,
		refusals
	};
}
function tooMany(at) {
	return refusalOf("too_large", at, `has more than ${MAX_CHANGES} entries. Send less.`, { limit: MAX_CHANGES });
}
const changeIn$4 = meanings(CHANGE_NAMES);
function isOneChange(value) {
	if (!isObject(value)) return false;
	const named = Object.keys(value).map((name) => changeIn$4(name));
	return named.includes("path") && named.some((meaning) => meaning !== void 0 && meaning !== "path");
}
function readUnderName(name, entry, under) {
	const { at, around } = under;
	if (typeof entry === "string") return readTextUnderName(name, entry, under);
	if (/^\d+$/.test(name)) return readEntry(entry, at, around);
	const path = gather(membersOf(entry, at)).fields.get("path");
	if (path !== void 0 && path.value !== name) {
		if (/[./]/.test(name) || isKnownName(name)) return {
			changes: null,
			refusals: [contradiction(at, path.at)]
		};
		around.notes.ignored.add(name);
		return readEntry(entry, at, around);
	}
	const file = {
		name: "path",
		value: name,
		at
	};
	return heldTo(file, readEntry(entry, at, {
		...around,
		path: file
	}), around.notes);
}
function readTextUnderName(name, text, { list, at, around }) {
	const file = {
		name: "path",
		value: name,
		at
	};
	const written = [{
		kind: "write",
		path: name,
		content: text
	}];
	if (/^\d+$/.test(name) && hasEditMarks(text)) return readEntry(text, at, around);
	switch (underPath(list, name, text)) {
		case "content": return {
			changes: written,
			refusals: []
		};
		case "words": return {
			changes: written,
			refusals: [wordsUnderPath(at)]
		};
		case "edit for content": return {
			changes: written,
			refusals: [editUnderFiles(at)]
		};
		case "edit": return heldTo(file, readText$1({
			name: "text",
			value: text,
			at
		}, {
			...around,
			path: file
		}, ""), around.notes);
	}
}
function heldTo(file, { changes, refusals }, notes) {
	const all = [...refusals, ...elsewhere(changes ?? [], file, {
		at: file.at,
		notes
	})];
	return {
		changes: all.length > 0 ? null : changes,
		refusals: all
	};
}
function readEntry(entry, at, around) {
	if (typeof entry === "string" && hasEditMarks(entry)) return readText$1({
		name: "text",
		value: entry,
		at
	}, around, "");
	if (!isObject(entry)) return {
		changes: [entry],
		refusals: []
	};
	return readMembers(membersOf(entry, at), at, around);
}
function readMembers(members, at, around) {
	const read = readChange$1(members, at, around);
	return read.ok ? {
		changes: read.changes,
		refusals: []
	} : {
		changes: null,
		refusals: read.refusals
	};
}

// src/patch/dialects/body.ts
function readBody(members, text, notes) {
	const { lists, spread, paths, others } = sort(members);
	const path = onePath(paths);
	if (!path.ok) return {
		changes: null,
		refusals: path.refusals,
		others
	};
	const around = {
		path: path.member,
		notes
	};
	const filled = lists.filter(({ value }) => !isEmpty(value));
	const [body, second] = [
		...filled.map((list) => () => readListUnder(list, around)),
		...text === void 0 ? [] : [() => readTextOrList(text, around, roleOf(members))],
		...hasBody(spread) ? [() => readSpread(spread, around, others)] : []
	];
	if (second !== void 0) return {
		changes: null,
		refusals: [malformed([], "holds its changes in more than one place. Send all of them in one list, `changes`.")],
		others
	};
	if (body !== void 0) {
		const read = body();
		noteUnusedPath(path.member, read.changes, notes);
		const beside = hasBody(spread) ? others : [...others, ...spread];
		const { changes } = read;
		const loose = path.member === void 0 ? looseText(spread) : void 0;
		const list = filled[0]?.value ?? text?.value ?? loose?.value;
		const isOpen = isListed(list) || typeof list === "string";
		const limits = isOpen && changes !== null ? limitsBeside(beside, {
			list,
			changes
		}) : [];
		const asked = changes === null ? [] : askedFiles(beside, changes).filter((one) => !limits.includes(one));
		const words = beside.filter((member) => isWordOfChange(member) && (!isOpen || isKnownWord(member)));
		for (const { name } of words) if (isOpen) notes.ignored.add(name);
		const heard = /* @__PURE__ */ new Set([
			...limits,
			...asked,
			...words
		]);
		return {
			changes,
			refusals: [
				...read.refusals,
				...limits.map(limitRefusal),
				...asked.map(askedFilesRefusal)
			],
			others: beside.filter((member) => !heard.has(member))
		};
	}
	return {
		changes: lists.length > 0 ? [] : null,
		refusals: [],
		others: [...others, ...spread]
	};
}
const changeIn$3 = meanings(CHANGE_NAMES);
const listIn$1 = meanings(LIST_NAMES);
const kindIn = meanings(KIND_WORDS);
const placeIn = meanings(PLACE_NAMES);
function sort(members) {
	const lists = [];
	const spread = [];
	const paths = [];
	const others = [];
	for (const member of members) {
		const meaning = changeIn$3(member.name);
		if (listIn$1(member.name) !== void 0 && isListed(member.value)) lists.push(member);
		else if (meaning === "path") (isPathLike(member) ? paths : others).push(member);
		else if (meaning !== void 0 && meaning !== "remark" && isOfChange(meaning, member)) spread.push(member);
		else others.push(member);
	}
	return {
		lists,
		spread,
		paths,
		others
	};
}
function isListed(value) {
	return typeof value === "object" && value !== null;
}
function isEmpty(value) {
	return isListed(value) && Object.keys(value).length === 0;
}
function isPathLike({ name, value }) {
	return typeof value === "string" && (name !== "target" || /[./]/.test(value));
}
function isOfChange(meaning, { value }) {
	if (meaning === "kind") return typeof value === "string" && kindIn(value) !== void 0;
	if (meaning === "mode") return executableOf(value) !== void 0 || isPlaceWord(value);
	return meaning !== "command";
}
function hasBody(spread) {
	return spread.some(({ name, value }) => {
		const meaning = changeIn$3(name);
		return meaning !== void 0 && (BODIES.has(meaning) || meaning === "kind" && typeof value === "string" && WHOLE.has(kindIn(value) ?? "any"));
	});
}
const WHOLE = /* @__PURE__ */ new Set(["delete", "run"]);
function onePath([first, ...rest]) {
	const other = rest.find(({ value }) => value !== first?.value);
	if (first === void 0 || other === void 0) return {
		ok: true,
		member: first
	};
	return {
		ok: false,
		refusals: [malformed(other.at, `names another file than \`${first.name}\`. Send one of them.`)]
	};
}
function readSpread(spread, around, others) {
	const limits = others.filter(({ name, value }) => placeIn(name) !== void 0 && value !== null);
	if (limits.length > 0) return {
		changes: null,
		refusals: limits.map(({ at }) => unknownField(at))
	};
	const only = looseText(spread);
	if (only !== void 0 && around.path === void 0) return readLooseText(only, around, others);
	const own = around.path === void 0 ? spread : [around.path, ...spread];
	const { words, refusals } = besideOne(own, others);
	const at = spread[0]?.at.slice(0, -1) ?? [];
	const read = words.length === 0 && only !== void 0 && changeIn$3(only.name) === "text" ? readLooseText(only, around, others) : readMembers([...spread, ...words], at, around);
	const inSettings = limitsInSettings(others, read.changes ?? []).map(limitRefusal);
	return {
		changes: read.changes,
		refusals: [
			...read.refusals,
			...refusals,
			...inSettings
		]
	};
}
function looseText([only, second]) {
	const meaning = only === void 0 ? void 0 : changeIn$3(only.name);
	return second === void 0 && (meaning === "text" || meaning === "content") ? only : void 0;
}
function readLooseText(text, around, others) {
	if (typeof text.value === "string" && around.path === void 0 && !hasEditMarks(text.value)) return {
		changes: null,
		refusals: []
	};
	return readTextOrList(text, around, roleOf(others));
}
function readTextOrList(text, around, role) {
	return Array.isArray(text.value) ? readList(text, around) : readText$1(text, around, role);
}
function roleOf(members) {
	const role = members.find(({ name }) => name === "role")?.value;
	return typeof role === "string" ? role.toLowerCase() : "";
}
function noteUnusedPath(path, changes, notes) {
	const isUsed = (changes ?? []).some((change) => isObject(change) && Object.entries(change).some(([field, value]) => PATH_FIELDS.has(field) && value === path?.value));
	if (path !== void 0 && !isUsed && changes !== null) notes.ignored.add(path.name);
}

// src/patch/dialects/header.ts
function readHeader(members, strict, notes) {
	const found = /* @__PURE__ */ new Map();
	const others = [];
	const refusals = [];
	const contradicted = /* @__PURE__ */ new Set();
	for (const member of members) {
		const meaning = headerIn$1(member.name);
		const first = meaning === void 0 ? void 0 : found.get(meaning);
		if (meaning === void 0 || !strict && !isUsable(meaning, member.value)) others.push(member);
		else if (first === void 0) found.set(meaning, member);
		else if (!contradicted.has(meaning) && !sameValue(first, member)) {
			contradicted.add(meaning);
			refusals.push(contradiction(first.at, member.at));
		}
	}
	const bases = baseOf(found);
	refusals.push(...bases.refusals);
	const fields = /* @__PURE__ */ new Map([["version", 1]]);
	for (const [meaning, { name, value }] of found) {
		if (BASE_MEANINGS.has(meaning)) continue;
		fields.set(meaning, !strict && meaning === "source" ? sourceOf(value) : value);
		noteRename(notes, name, meaning);
	}
	if (bases.base !== void 0) fields.set("base", bases.base);
	return {
		fields,
		others,
		refusals
	};
}
const headerIn$1 = meanings(HEADER_NAMES);
function isUsable(meaning, value) {
	if (meaning === "version") return typeof value === "number";
	if (meaning === "source") return typeof value === "string" || isObject(value);
	return value !== null;
}
function sourceOf(value) {
	return typeof value === "string" ? { agent: value } : value;
}
const BASE_MEANINGS = /* @__PURE__ */ new Set([
	"base",
	"baseBranch",
	"baseSha"
]);
function baseOf(found) {
	const base = found.get("base");
	const [branch, sha] = [found.get("baseBranch"), found.get("baseSha")];
	const other = branch ?? sha;
	if (base !== void 0) return {
		base: typeof base.value === "string" ? { branch: base.value } : base.value,
		refusals: other === void 0 ? [] : [contradiction(base.at, other.at)]
	};
	if (other === void 0) return { refusals: [] };
	return {
		base: {
			...branch === void 0 ? {} : { branch: branch.value },
			...sha === void 0 ? {} : { sha: sha.value }
		},
		refusals: []
	};
}

// src/patch/dialects/tool-call.ts
const TOOL_NAMES = {
	submit: ["submit patch", "send patch"],
	preview: ["preview patch"],
	other: [
		"patch status",
		"list patches",
		"pause",
		"get patch",
		"find record",
		"read record",
		"control"
	]
};
function toolCallIn(members) {
	const tool = members.find((member) => isTool(member, members));
	const isAround = members.some(({ name, value }) => isObject(value) && holdsCall(name, value));
	if (tool === void 0 && !isAround) return void 0;
	const own = members.filter((member) => member === tool || isOfCall(member)).map(({ name }) => name);
	const read = typeof tool?.value === "string" ? readCall(tool, tool.value) : { ok: true };
	return {
		own: new Set(own),
		read
	};
}
function isGiven(name) {
	return givenIn(name) !== void 0;
}
function holdsCall(name, value) {
	const names = Object.keys(value);
	return holderIn$1(name) !== void 0 && names.includes("name") && names.some(isGiven);
}
const givenIn = meanings({ given: [
	"arguments",
	"input",
	"parameters",
	"params",
	"args",
	"kwargs",
	"tool input",
	"function arguments"
] });
const toolIn = meanings({ tool: [
	"tool",
	"tool name",
	"function",
	"function name",
	"recipient name"
] });
const holderIn$1 = meanings({ holder: [
	"function",
	"function call",
	"tool call",
	"tool use",
	"tool"
] });
const callIn = meanings({ call: [
	"call id",
	"tool call id",
	"tool use id"
] });
const callTypeIn = meanings({ type: [
	"function",
	"function call",
	"tool call",
	"tool use",
	"mcp call"
] });
const ownIn = meanings(TOOL_NAMES);
function isTool({ name, value }, members) {
	if (typeof value !== "string") return false;
	if (toolIn(name) !== void 0) return value !== "";
	if (name !== "name" || !/^[\w.:/-]+$/.test(value)) return false;
	return ownIn(lastOf(value)) !== void 0 || members.some((member) => isGiven(member.name) || isCallType(member));
}
function isCallType({ name, value }) {
	return name === "type" && typeof value === "string" && callTypeIn(value) !== void 0;
}
function isOfCall(member) {
	const { name, value } = member;
	if (name === "id") return typeof value === "string" && /^(?:call|toolu|tooluse|fc)[_-]/.test(value);
	return callIn(name) !== void 0 || isCallType(member);
}
function readCall(tool, called) {
	const name = lastOf(called);
	const shown = name.slice(0, MAX_SHOWN$1).toWellFormed();
	switch (ownIn(name)) {
		case "submit": return {
			ok: true,
			repair: `A call of \`${shown}\` was read as the patch that it is given`
		};
		case "preview": return {
			ok: true,
			dryRun: {
				name: "dryRun",
				value: true,
				at: tool.at
			},
			repair: `A call of \`${shown}\` was read as the patch that it is given, with \`dryRun\``
		};
		case "other": return {
			ok: false,
			refusal: notSubmitted(tool.at)
		};
		default: return isTrialName(name) || wordsOf(name).some((word) => WITHOUT_CHANGE.has(word)) ? {
			ok: false,
			refusal: notSubmitted(tool.at)
		} : {
			ok: true,
			repair: `A call of the tool \`${shown}\` was read as the patch that it is given`
		};
	}
}
const MAX_SHOWN$1 = 60;
function lastOf(name) {
	return name.slice(-MAX_NAME).split(/__|[.:/]/).at(-1) ?? name;
}
const MAX_NAME = 200;
function wordsOf(name) {
	return name.replaceAll(/([a-z])([A-Z])/g, "$1_$2").toLowerCase().split(/[\s_-]/);
}
const WITHOUT_CHANGE = /* @__PURE__ */ new Set([
	"dry",
	"dryrun",
	"preview",
	"simulate",
	"simulation",
	"trial",
	"noop",
	"validate",
	"validation",
	"verify",
	"check",
	"test",
	"tests",
	"lint",
	"review",
	"plan",
	"explain",
	"status",
	"list",
	"get",
	"read",
	"view",
	"show",
	"search",
	"pause",
	"resume",
	"cancel",
	"stop",
	"lock",
	"unlock",
	"approve",
	"reject",
	"retry",
	"undo",
	"revert"
]);
function notSubmitted(at) {
	return malformed(at, "is the name of a tool that makes no change. Send the patch without it, with `\"dryRun\": true` to only try it, or as a call of `submit_patch` or `preview_patch`.");
}

// src/patch/dialects/layers.ts
function unwrap(value) {
	let members = [];
	let repairs = [];
	let layer = {
		object: value,
		at: []
	};
	for (let depth = 0; layer !== null; depth += 1) {
		if (depth > 4) return {
			ok: false,
			refusals: [tooManyWrappers(layer.at)]
		};
		const opened = openLayer(layer.object, layer.at);
		members = [...members, ...opened.members];
		repairs = [...repairs, ...opened.repairs];
		if (opened.refusal !== void 0) return {
			ok: false,
			refusals: [opened.refusal]
		};
		const [first, second] = opened.wrapped;
		if (second !== void 0) return {
			ok: false,
			refusals: [malformed(second.at, "is a second patch beside the first. Send one of the two.")]
		};
		if (first !== void 0 && !isObject(first.value)) return {
			ok: true,
			members,
			text: first,
			repairs
		};
		layer = first === void 0 || !isObject(first.value) ? null : {
			object: first.value,
			at: first.at
		};
	}
	return {
		ok: true,
		members,
		repairs
	};
}
function openLayer(object, at) {
	const members = [];
	const wrapped = [];
	const repairs = [];
	const mayHoldJson = !Object.entries(object).some(namesJsonFile);
	const call = toolCallIn(Object.entries(object).map(([name, value]) => ({
		name,
		value,
		at: [...at, name]
	})));
	if (call?.read.ok === false) return {
		members,
		wrapped,
		repairs,
		refusal: call.read.refusal
	};
	if (call?.read.ok === true) {
		if (call.read.repair !== void 0) repairs.push(call.read.repair);
		if (call.read.dryRun !== void 0) members.push(call.read.dryRun);
	}
	for (const [name, sent] of Object.entries(object)) {
		if (call?.own.has(name) === true) continue;
		const called = patchOfCall(name, sent);
		if (called !== null) {
			wrapped.push({
				name,
				value: called,
				at: [...at, name]
			});
			continue;
		}
		const isWrapper = wrapperIn(name) !== void 0 || isObject(sent) && holdsCall(name, sent) || call !== void 0 && isGiven(name) && mayBePatch(parseMember(sent).value);
		const parsed = mayHoldJson && (isWrapper || listIn(name) !== void 0) ? parseMember(sent) : {
			value: sent,
			repairs: []
		};
		for (const repair of parsed.repairs) repairs.push(repair);
		(isWrapper && sent !== null ? wrapped : members).push({
			name,
			value: parsed.value,
			at: [...at, name]
		});
	}
	return {
		members,
		wrapped,
		repairs
	};
}
function patchOfCall(name, value) {
	if (commandIn$1(name) === void 0) return null;
	const words = Array.isArray(value) ? value.slice(0, MAX_WORDS) : [value];
	const [program] = words;
	const last = words.at(-1);
	if (typeof last !== "string" || !/^\s*(?:apply_patch\b[^\n]*\n\s*)?\*\*\* Begin Patch/.test(last)) return null;
	const isGiven = typeof program === "string" && (program === "apply_patch" || SHELLS.has(program));
	return words.length === 1 || isGiven ? last : null;
}
const MAX_WORDS = 4;
const SHELLS = /* @__PURE__ */ new Set([
	"bash",
	"sh",
	"zsh",
	"/bin/bash",
	"/bin/sh"
]);
const commandIn$1 = meanings(COMMAND_NAMES);
const wrapperIn = meanings(WRAPPER_NAMES);
const listIn = meanings(LIST_NAMES);
const changeIn$2 = meanings(CHANGE_NAMES);
function namesJsonFile([name, value]) {
	return changeIn$2(name) === "path" && typeof value === "string" && /\.json[5cl]?$/i.test(value);
}
function parseMember(sent) {
	if (typeof sent !== "string") return {
		value: sent,
		repairs: []
	};
	const parsed = parseLooseJson(sent);
	if (!parsed.ok || isTooDeep(parsed.value) || !mayBePatch(parsed.value)) return {
		value: sent,
		repairs: []
	};
	return {
		value: parsed.value,
		repairs: ["JSON in a string was read as what it holds", ...parsed.repairs]
	};
}
function mayBePatch(value) {
	if (Array.isArray(value)) return value.length > 0 && value.every((item) => isObject(item) && mayBePatch(item));
	return isObject(value) && Object.keys(value).some((name) => wrapperIn(name) ?? listIn(name) ?? BODIES.has(changeIn$2(name) ?? "remark"));
}
function tooManyWrappers(at) {
	return malformed(at, `is wrapped more than ${4} times. Send the patch itself.`);
}

// src/patch/dialects/otherwise.ts
function asksForOtherwise(member) {
	return saidIn(member).some(({ name, value }) => {
		switch (wishIn(name)) {
			case "folder": return typeof value === "string" && !/^(?:\.?\/?)$/.test(value.trim());
			case "reverse": return value === true || /^(?:true|yes|on|1)$/i.test(String(value));
			case "direction": return typeof value === "string" && reverseIn(value.trim()) !== void 0;
			case "strip": return /^\d+$/.test(String(value)) && !/^0*[01]$/.test(String(value));
			default: return false;
		}
	});
}
const REVERSE = { reverse: [
	"reverse",
	"reversed",
	"reverse apply",
	"apply reverse",
	"apply in reverse",
	"in reverse",
	"inverse",
	"invert",
	"inverted",
	"backward",
	"backwards",
	"undo",
	"unapply",
	"revert",
	"R"
] };
const reverseIn = meanings(REVERSE);
const wishIn = meanings({
	folder: [
		"cwd",
		"workdir",
		"work dir",
		"working dir",
		"working directory",
		"work tree",
		"directory",
		"dir",
		"root",
		"root dir",
		"root directory",
		"root path",
		"root folder",
		"base dir",
		"base directory",
		"base path",
		"base folder",
		"chdir",
		"cd",
		"folder",
		"sub dir",
		"subdirectory",
		"sub folder",
		"sub path",
		"work folder",
		"working folder",
		"working path",
		"path prefix",
		"directory prefix",
		"dir prefix",
		"target dir",
		"target directory",
		"target folder",
		"project root",
		"project dir",
		"project directory",
		"project path",
		"project folder",
		"workspace root",
		"workspace dir",
		"workspace directory",
		"workspace path",
		"workspace folder",
		"repo root",
		"repository root",
		"package root"
	],
	direction: [
		"direction",
		"apply direction",
		"patch direction"
	],
	...REVERSE,
	strip: [
		"strip",
		"strip level",
		"strip components",
		"strip path",
		"path strip",
		"p",
		"p level"
	]
});

// src/patch/dialects/repository.ts
function takeRepositories(members) {
	const owners = members.filter(({ name }) => meaningIn(name) === "owner");
	const taken = /* @__PURE__ */ new Set();
	return {
		named: members.flatMap((member) => {
			if (meaningIn(member.name) !== "repository") return [];
			const owner = owners.find(({ at }) => isBeside(at, member.at));
			const found = repositoryIn(member.value) ?? (owner === void 0 ? null : joined(ownerIn(owner.value), member.value));
			if (found === null) return [];
			taken.add(member);
			if (owner !== void 0 && isOwnerOf(found.name, ownerIn(owner.value))) taken.add(owner);
			return [{
				...found,
				at: member.at
			}];
		}),
		rest: members.filter((member) => !taken.has(member))
	};
}
const meaningIn = meanings(REPOSITORY_NAMES);
function repositoryIn(value) {
	if (typeof value === "string") return parseRepositoryName(value);
	if (!isObject(value)) return null;
	const members = new Map(Object.entries(value).map(([name, member]) => [partIn(name), member]));
	return [members.get("whole"), members.get("address")].flatMap((one) => typeof one === "string" ? parseRepositoryName(one) ?? [] : [])[0] ?? joined(ownerIn(members.get("owner")), members.get("name"));
}
const partIn = meanings({
	whole: ["full name", "name with owner"],
	address: [
		"url",
		"html url",
		"clone url",
		"ssh url",
		"git url"
	],
	owner: [
		"owner",
		"org",
		"organization"
	],
	name: [
		"name",
		"repo",
		"repository"
	]
});
function ownerIn(value) {
	if (typeof value === "string") return value;
	if (!isObject(value)) return null;
	const { login, name } = Object.fromEntries(Object.entries(value));
	return typeof login === "string" ? login : typeof name === "string" ? name : null;
}
function joined(owner, name) {
	return owner === null || typeof name !== "string" ? null : parseRepositoryName(`${owner.trim()}/${name.trim()}`);
}
function isOwnerOf(name, owner) {
	return owner !== null && name.toLowerCase().startsWith(`${owner.trim().toLowerCase()}/`);
}
function isBeside(one, other) {
	return one.length === other.length && one.slice(0, -1).every((key, index) => key === other[index]);
}

// src/patch/dialects/requests.ts
function readRequests(members) {
	const commands = [];
	const others = [];
	const rest = [];
	for (const member of members) {
		const found = commandIn(member.name) === void 0 ? [] : commandsIn(member.value);
		const asked = requestsIn(member);
		for (const text of found) commands.push({
			text,
			at: member.at
		});
		others.push(...asked);
		if (found.length === 0 && asked.length === 0) rest.push(member);
	}
	return {
		commands,
		others,
		rest
	};
}
function notDoneOf({ commands, others }) {
	const all = [...commands.map(({ text, at }) => `Requested, not run: ${cut(text)} (${String(at.at(-1))})`), ...others.map((other) => `Requested, not done: ${other}`)];
	const more = all.length - 20;
	return more > 0 ? [...all.slice(0, 20), `And ${more} more requests of this kind`] : all;
}
const commandIn = meanings(COMMAND_NAMES);
const requestIn = meanings(REQUEST_NAMES);
const holderIn = meanings(REQUEST_HOLDERS);
const MAX_LEVELS = 4;
function commandsIn(value, levels = MAX_LEVELS) {
	if (typeof value === "string") return value.trim() === "" ? [] : [value];
	if (levels === 0) return [];
	if (Array.isArray(value)) return value.flatMap((item) => commandsIn(item, levels - 1));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, member]) => commandIn(name) === void 0 && name !== "steps" ? [] : commandsIn(member, levels - 1));
}
function requestsIn({ name, value }) {
	const own = requestIn(name);
	if (own !== void 0) return typeof value === "string" && value !== "" ? [describe(own, value)] : [];
	if (holderIn(name) === void 0 || !isObject(value)) return [];
	return Object.entries(value).flatMap(([inner, member]) => {
		const meaning = requestIn(inner);
		if (meaning === "backup") return ["a backup"];
		if (meaning !== void 0) return typeof member === "string" ? [describe(meaning, member)] : [];
		return requestsIn({
			name: inner,
			value: member,
			at: []
		}).slice(0, 20);
	});
}
function describe(meaning, value) {
	switch (meaning) {
		case "branch": return `a branch named ${cut(value)}`;
		case "tag": return `a tag named ${cut(value)}`;
		case "commit": return `a commit with the message ${cut(value)}`;
		case "backup": return `a backup at ${cut(value)}`;
		case "summary file": return `a summary at ${cut(value)}`;
	}
}
const MAX_COMMAND = 200;
function cut(text) {
	return text.length > MAX_COMMAND ? `${text.slice(0, MAX_COMMAND).toWellFormed()}…` : text.toWellFormed();
}

// src/patch/dialects/normalize.ts
function normalize(value) {
	if (typeof value === "string") return normalizeText(value);
	if (isTooDeep(value)) return refuse([TOO_DEEP]);
	if (Array.isArray(value)) return normalizeObject({ changes: value });
	if (isObject(value)) return normalizeObject(value);
	return {
		ok: true,
		patch: value,
		repairs: [],
		notDone: []
	};
}
function normalizeInText(value, path, called) {
	const normalized = normalizeCalled(path === void 0 ? value : withPath(value, path), called);
	if (!normalized.ok) return {
		ok: false,
		refusals: normalized.refusals
	};
	const { patch } = normalized;
	if (!(isObject(patch) && "changes" in patch && Array.isArray(patch.changes) && patch.changes.length > 0)) return {
		ok: false,
		refusals: [noChanges()]
	};
	const { repositories = [], ...read } = normalized;
	return {
		...read,
		repairs: [...read.repairs, ...repositories.map(notCompared)]
	};
}
function withPath(value, path) {
	if (Array.isArray(value)) return {
		changes: value,
		path
	};
	return isObject(value) && !Object.keys(value).some(isPathName) ? {
		...value,
		path
	} : value;
}
function normalizeText(text, wrappers = 0) {
	const parsed = parseLooseJson(text);
	if (!parsed.ok) return normalizeUnparsed(text, parsed);
	const { value, repairs, trial } = parsed;
	if (typeof value === "string" && wrappers < 4) return normalizeText(value, wrappers + 1);
	const normalized = typeof value === "string" ? refuse([noChanges()]) : normalizeCalled(value, parsed.called);
	if (!normalized.ok) return normalized;
	if (trial !== void 0 && !isDryRun(normalized.patch)) return refuse([{
		code: "malformed",
		message: trial
	}]);
	return {
		...normalized,
		repairs: [...repairs, ...normalized.repairs]
	};
}
function isDryRun(patch) {
	return isObject(patch) && "dryRun" in patch && patch.dryRun === true;
}
function normalizeCalled(value, called) {
	const normalized = normalize(value);
	if (called === void 0 || !normalized.ok) return normalized;
	return normalize({
		name: called,
		arguments: Array.isArray(value) ? { changes: value } : value
	});
}
function normalizeUnparsed(text, problem) {
	if (/^\s*(?:["{[]|$)/.test(text)) return refuse([notJson(problem)]);
	if (hasEditMarks(text)) return {
		ok: true,
		patch: {
			version: 1,
			changes: [{
				kind: "text",
				text
			}]
		},
		repairs: [],
		notDone: []
	};
	if (isShell(text)) return refuse([commandNotAllowed([])]);
	return refuse([/\S\s+\S/.test(text) ? missionWithoutChanges([]) : notJson(problem)]);
}
function normalizeObject(value) {
	const notes = newNotes();
	const layers = unwrap(value);
	if (!layers.ok) return refuse(layers.refusals);
	notes.repairs.push(...layers.repairs);
	const isWire = layers.members.some(({ name }) => name === "changes");
	const { named, rest: members } = takeRepositories(layers.members);
	const header = readHeader(members, isWire, notes);
	const body = readBody(header.others, layers.text, notes);
	const requests = readRequests(body.others);
	const { changes } = body;
	const refusals = [
		...header.refusals,
		...body.refusals,
		...placeholdersIn(changes ?? [])
	];
	const isWithout = !isWire && refusals.length === 0 && (changes ?? []).length === 0;
	if (isWithout) refusals.push(...withoutChanges(requests));
	const { inner, outer } = byLayer(requests.rest, layers.members);
	if (!isWithout) refusals.push(...notHeeded$1(outer), ...trialsIn(body.others), ...otherwiseIn(body.others));
	const unknown = inner.map(({ name, value: sent }) => [name, sent]);
	const listed = changes === null ? [] : [["changes", changes]];
	const patch = Object.fromEntries([
		...header.fields,
		...listed,
		...unknown
	]);
	if (refusals.length > 0) return refuse(refusals, header.fields, isWire && changes !== null ? { patch } : {});
	for (const { name } of outer) notes.ignored.add(name);
	if (isWire && !layers.members.some(({ name }) => name === "version")) notes.repairs.push(WITHOUT_VERSION);
	const underFiles = underFilesOf(changes ?? [], notes);
	return {
		ok: true,
		patch,
		repairs: disclosures(notes),
		notDone: notDoneOf(requests),
		...underFiles.length === 0 ? {} : { underFiles },
		...named.length === 0 ? {} : { repositories: named }
	};
}
function byLayer(rest, members) {
	const depth = members.find(({ name }) => name === "changes")?.at.length ?? Number.POSITIVE_INFINITY;
	return {
		inner: rest.filter(({ at }) => at.length >= depth),
		outer: rest.filter(({ at }) => at.length < depth)
	};
}
function notHeeded$1(outer) {
	return outer.flatMap(({ name, value, at }) => {
		const meaning = deliveryIn(name);
		return meaning === void 0 || !isAsked(value) ? [] : [belongsBeside(at, meaning)];
	});
}
const deliveryIn = meanings(DELIVERY_NAMES);
function trialsIn(others) {
	return others.filter(asksForTrial).map(({ at }) => trialByOtherName(at));
}
function otherwiseIn(outer) {
	return outer.filter(asksForOtherwise).map(({ at }) => appliedOtherwise(at));
}
function isAsked(value) {
	return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
}
const WITHOUT_VERSION = "No `version` was given, and 1 was taken";
function withoutChanges({ commands, rest }) {
	if (rest.some(({ name }) => messageIn(name) !== void 0)) return [noChanges()];
	const mission = rest.find(({ name, value }) => missionIn(name) !== void 0 && isSaid$1(value));
	const [command] = commands;
	const reasons = [...mission === void 0 ? [] : [missionWithoutChanges(mission.at)], ...command === void 0 ? [] : [commandNotAllowed(command.at)]];
	return reasons.length > 0 ? reasons : [noChanges()];
}
const missionIn = meanings(MISSION_NAMES);
const messageIn = meanings(MESSAGE_NAMES);
const changeIn$1 = meanings(CHANGE_NAMES);
function isPathName(name) {
	return changeIn$1(name) === "path";
}
function isSaid$1(value) {
	return typeof value === "string" ? value.trim() !== "" : typeof value === "object" && value !== null;
}
function refuse(refusals, fields = /* @__PURE__ */ new Map(), rest = {}) {
	const [id, title] = [fields.get("id"), fields.get("title")];
	return {
		ok: false,
		refusals: cappedRefusals(refusals),
		...typeof id === "string" && id !== "" ? { id } : {},
		...typeof title === "string" ? { title } : {},
		...fields.get("dryRun") === true ? { dryRun: true } : {},
		...rest
	};
}
const TOO_DEEP = {
	code: "malformed",
	message: `The patch is nested deeper than ${32} levels. Send a patch in wire format version 1.`,
	pointer: "",
	data: { limit: 32 }
};

// src/patch/texts-under-files.ts
function textsForOtherFiles(changes, underFiles, readText) {
	return underFiles.flatMap((under) => {
		const change = changes[under.index];
		if (change === void 0) return [];
		return (change.kind === "text" ? plainChanges(readText(change.text, change.path)) : [change]).every((one) => isOf(one, under.file)) ? [] : [noChangeOf(under)];
	});
}
function plainChanges(reading) {
	return reading.ok ? reading.changes : [];
}
function isOf(change, file) {
	switch (change.kind) {
		case "diff": return areOf(readUnifiedDiff(change.diff, { path: change.path }), file);
		case "apply_patch": return areOf(readApplyPatch(change.patch, { path: change.path }), file);
		case "blocks": return areOf(readBlocks(change.text, { path: change.path }), file);
		case "move": return change.from === file || change.to === file;
		case "run": return false;
		default: return change.path === file;
	}
}
function areOf(reading, file) {
	return !reading.ok || reading.operations.every((operation) => pathsOf$1(operation).includes(file));
}

// src/patch/formats/text-json.ts
function readJsonChanges(text, { path, readText }) {
	if (!isJsonLike(text)) return null;
	const parsed = parseLooseJson(text);
	if (!parsed.ok || isTooDeep(parsed.value)) return null;
	const { value } = parsed;
	if (typeof value === "string") return readText(value, path);
	if (typeof value !== "object" || value === null || isContent(value, path)) return null;
	const found = normalizeInText(value, path, parsed.called);
	if (!found.ok) return isNoChange(found.refusals) ? null : {
		ok: false,
		refusals: found.refusals.map(withoutPointer)
	};
	if (parsed.trial !== void 0) return {
		ok: false,
		refusals: [{
			code: "malformed",
			message: parsed.trial
		}]
	};
	const checked = patchSchema.safeParse(found.patch);
	if (!checked.success) return {
		ok: false,
		refusals: refusalsOf(checked.error.issues, found.patch).map(withoutPointer)
	};
	const { wishes, words } = saidBesideChanges(checked.data);
	if (wishes.length > 0) return {
		ok: false,
		refusals: [notHeeded(wishes)]
	};
	const others = textsForOtherFiles(checked.data.changes, found.underFiles ?? [], readText);
	if (others.length > 0) return {
		ok: false,
		refusals: others.map(withoutPointer)
	};
	const read = readAll(checked.data.changes, readText);
	if (!read.ok) return read;
	return {
		...read,
		repairs: [
			...parsed.repairs,
			...found.repairs,
			...passedOver$1(words),
			...read.repairs
		],
		notDone: [...found.notDone, ...read.notDone]
	};
}
function isPatchInJson(reading) {
	return reading !== null && (reading.ok || reading.refusals.some(({ data }) => data?.["wishes"] !== void 0));
}
function wishesAlone(text) {
	const parsed = isJsonLike(text) ? parseLooseJson(text) : null;
	if (parsed?.ok !== true || typeof parsed.value !== "object" || parsed.value === null) return [];
	const names = Object.keys(parsed.value);
	return names.every((name) => WISHES.has(headerIn(name) ?? "")) ? names : [];
}
const headerIn = meanings(HEADER_NAMES);
const changeIn = meanings(CHANGE_NAMES);
const WISHES = /* @__PURE__ */ new Set([
	"dryRun",
	"draft",
	"base",
	"baseBranch",
	"baseSha",
	"supersedes",
	"callback"
]);
function isJsonLike(text) {
	return /^\s*["[{]/.test(text.slice(0, LEAD$2)) || /^[[{]/m.test(text);
}
const LEAD$2 = 100;
function isContent(value, path) {
	if (path === void 0 || !/\.(?:json[c5]?|webmanifest|map)$/.test(path)) return false;
	const names = Object.keys(value);
	if (names.some((name) => OF_PATCHES.has(name) || changeIn(name) === "path")) return false;
	return names.some((name) => changeIn(name) === void 0 && headerIn(name) === void 0) || !names.some((name) => OF_EDITS.has(name));
}
const OF_PATCHES = /* @__PURE__ */ new Set([
	"changes",
	"edits",
	"mutations",
	"patch",
	"patches",
	"diff",
	"client_payload",
	"old_str",
	"old_string",
	"new_str",
	"new_string"
]);
const OF_EDITS = /* @__PURE__ */ new Set([
	"find",
	"search",
	"pattern",
	"replace",
	"replacement"
]);
function isNoChange(refusals) {
	return refusals.every(({ code }) => code === "no_changes");
}
function withoutPointer({ pointer: _pointer, ...refusal }) {
	return refusal;
}
function saidBesideChanges({ version: _v, changes: _c, ...patch }) {
	const said = Object.entries(patch).flatMap(([name, value]) => isSaid(value) ? [name] : []);
	return {
		wishes: said.filter((name) => !WORDS.has(name)),
		words: said.filter((name) => WORDS.has(name))
	};
}
const WORDS = /* @__PURE__ */ new Set([
	"id",
	"title",
	"description",
	"source"
]);
function isSaid(value) {
	return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : value !== void 0 && value !== false && value !== "";
}
function notHeeded(wishes) {
	return {
		code: "malformed",
		message: `JSON inside of a text asks for ${quoted(wishes)}, which only a patch itself can ask for. Send that JSON as the patch, in a comment with nothing before it in its fence and no path above, or take that out of it and say it beside the text.`,
		data: { wishes }
	};
}
function passedOver$1(words) {
	return words.length === 0 ? [] : [`What JSON in the text says of itself was passed over: ${quoted(words)}`];
}
function quoted(names) {
	return names.map((name) => `\`${name}\``).join(", ");
}
function readAll(changes, readText) {
	const all = [];
	const origins = [];
	const repairs = [];
	const notDone = [];
	const prose = [];
	const refusals = [];
	for (const change of changes) {
		if (change.kind !== "text") {
			all.push(change);
			origins.push({});
			continue;
		}
		const read = readText(change.text, change.path);
		if (!read.ok) {
			for (const refusal of read.refusals) refusals.push(refusal);
			continue;
		}
		for (const inner of read.changes) all.push(inner);
		for (const { linesBefore: _before, ...origin } of read.origins) origins.push(origin);
		for (const repair of read.repairs) repairs.push(repair);
		for (const wish of read.notDone) notDone.push(wish);
		for (const line of read.prose) prose.push(line);
	}
	return refusals.length > 0 ? {
		ok: false,
		refusals
	} : {
		ok: true,
		changes: all,
		origins,
		repairs,
		notDone,
		prose
	};
}

// src/patch/formats/text-margin.ts
function withoutMargin(text) {
	const filled = text.lines.findIndex((line) => line.trim() !== "");
	const margin = /^[ \t]*/.exec(text.lines[filled] ?? "")?.[0] ?? "";
	if (margin === "" || !text.lines.every((line) => line.startsWith(margin) || line.trim() === "")) return text;
	const moved = {
		...text,
		lines: text.lines.map((line) => line.slice(margin.length))
	};
	return formatAt(moved, filled) === null ? text : moved;
}

// src/patch/formats/titled-edits.ts
function refuseEditsOfOthers(lines, parts) {
	for (const part of parts) for (const titled of part.titled ?? []) if (!isProduct(titled) && !isOfTitle(readingOf(lines, part, titled), titled.title.path)) lines.refusals.push(fileOrEdit(lines, titled));
}
function isProduct({ title: { path } }) {
	return /^[A-Z]\w{0,40}\.(?:js|io|NET)$/.test(path);
}
function readingOf(lines, { format, fence }, { title, start, end }) {
	const text = withoutIndent(lines.lines.slice(start, end), fence ?? UNFENCED).join("\n");
	const context = {
		path: title.path,
		pathFrom: "mention"
	};
	switch (format) {
		case "apply_patch": return readApplyPatch(text, context);
		case "blocks": return readBlocks(text, context);
		default: return readUnifiedDiff(text, context);
	}
}
function isOfTitle(reading, title) {
	return !reading.ok || reading.operations.flatMap(pathsOf$1).some((path) => mayBeOneFile(path, title));
}
function fileOrEdit(lines, { title: { path }, start }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${path} by the line above it, and an edit of other files by what it holds, so it is open what is meant. Send a write change for the file, or the edit without that path above it.`;
	return malformedAt({
		line,
		path
	}, message);
}

// src/patch/formats/whole-files.ts
function wholeFiles({ lines, parts, text }) {
	if (text.trim() === "") return nothing(lines);
	const mark = strayMark(lines) ?? brokenJson(lines, text);
	if (mark !== null) return mark;
	if (parts.length === 0) return bareFile(lines, text);
	const broken = parts.find(({ isOpen, hasMarks }) => isOpen === true || hasMarks === true);
	if (broken !== void 0) return brokenFence(lines, broken);
	const found = fencedFiles(lines, parts);
	const edit = "files" in found ? found.files.find(({ content, path }) => isEditFor(content, path)) : void 0;
	return edit === void 0 ? found : editForFile(edit.path, numberOf(lines, edit.linesBefore - 1));
}
function nothing(lines) {
	return {
		...malformedAt({
			line: 1,
			path: lines.path
		}, "The text is empty. Send the changes, or leave it out."),
		code: "no_changes"
	};
}
function strayMark(lines) {
	const at = lines.lines.findIndex((_, index) => isMark(lines, index));
	if (at === -1) return null;
	const line = numberOf(lines, at);
	const message = `Line ${line} is a mark of an edit, but the edit can't be read. Send it whole, in one of the formats, or send a write change with the whole file.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
function brokenJson(lines, text) {
	const at = isCutOffEdit(text) ? 0 : text.search(JSON_EDIT);
	if (at === -1) return null;
	const line = numberOf(lines, text.slice(0, at).split("\n").length - 1);
	const message = `The text looks like an edit in JSON, at line ${line}, but it can't be read. Send it as valid JSON, or send a write change with the whole file.`;
	return malformedAt({
		line,
		path: lines.path
	}, message);
}
function isCutOffEdit(text) {
	return !parseLooseJson(text).ok && /^\s*(?:\{|\[\s*\{)\s*"/.test(text.slice(0, LEAD$1)) && (/"(?:changes|edits|operations|modifications|patches)" {0,4}: {0,4}\[/.test(text) || FILE_FIELD.test(text) && EDIT_FIELD.test(text));
}
const LEAD$1 = 400;
const FILE_FIELD = /"(?:path|file|file_path|target_file|filename|from)" {0,4}:/;
const EDIT_FIELD = /"(?:find|search|replace|replacement|content|contents|diff|patch|pattern|to|kind|op)" {0,4}:/;
const JSON_EDIT = /"(?:old_str|old_string|new_str|new_string|replace_all|mutations)" {0,4}:/;
function isMark(lines, at) {
	const line = lineAt(lines, at) ?? "";
	const role = blockMarker(line)?.role;
	if (role === "search" || role === "replace") return true;
	return /^(?:\*\*\* (?:Begin|End) Patch|\*\*\* End of File|@@ -\d|\+\+\+ b\/|--- a\/|<{7} |>{7} )/.test(line);
}
function bareFile(lines, text) {
	const { path } = lines;
	if (path === void 0) return {
		...malformedAt({ line: 1 }, "The text holds no edit in a format that is known. Send a diff, *** Begin Patch, SEARCH/REPLACE blocks, or JSON; for a whole file, name its path."),
		code: "mission_without_changes"
	};
	if (isWordsFor(text, path)) return wordsForFile(path);
	if (isEditFor(text, path)) return editForFile(path, numberOf(lines, 0));
	addRepair(lines.repairs, `the text was taken for the whole of ${path}`, numberOf(lines, 0));
	return {
		files: [{
			path,
			content: text,
			found: "bare",
			linesBefore: 0
		}],
		repairs: [],
		notDone: []
	};
}
function wordsForFile(path) {
	const message = `The text for ${path} holds words, and no code and no edit. Send the edit; or, for a file that is to hold these words, a write change.`;
	return {
		...malformedAt({
			line: 1,
			path
		}, message),
		code: "mission_without_changes"
	};
}
function editForFile(path, line) {
	const message = `The text for ${path} at line ${line} begins as an edit, but the edit can't be read. Send it with its marks at the beginning of their lines; or, for a file that is to hold these lines, a write change.`;
	return malformedAt({
		line,
		path
	}, message);
}
function brokenFence(lines, { start, path, isOpen }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} ${isOpen === true ? "is not closed, so nobody can tell where the file ends" : "holds the marks of an edit behind other lines, so nobody can tell whether it is one"}. Send a write change with the whole file.`;
	return malformedAt({
		line,
		path: path ?? lines.path
	}, message);
}

// src/patch/formats/text.ts
function readText(text, path) {
	const reading = readTextAt(text, path, 0);
	return reading.ok && !reading.changes.every(hasWholeCharacters) ? asFailed(halfCharacter()) : reading;
}
function hasWholeCharacters(change) {
	return Object.values(change).every((field) => typeof field !== "string" || field.isWellFormed());
}
function halfCharacter() {
	return {
		ok: false,
		refusals: [{
			code: "malformed",
			message: "An escape in the JSON stands for half of a character, such as \\ud800 without its other half. Send whole characters."
		}]
	};
}
function readTextAt(text, path, depth) {
	const source = text.startsWith(BOM) ? text.slice(1) : text;
	const unescaped = unescapedText(source);
	const json = depth < MAX_DEPTH ? readJson(source, path, depth) : null;
	if (json !== null) return json;
	const sent = linesToRead(unescaped ?? source, { path });
	if (sent === null) return asFailed(tooManyLines());
	const { lines, parts } = partsOf(withoutMargin(sent));
	if (unescaped !== null) addRepair(lines.repairs, "line breaks that were written as \\n were read as such", 1);
	const edits = parts.filter(({ format }) => format !== "fence");
	const others = {
		lines,
		parts,
		text: source,
		depth
	};
	return edits.length > 0 ? readEdits(others) : readOthers(others);
}
const BOM = "﻿";
const MAX_DEPTH = 2;
function asFailed(reading) {
	return {
		ok: false,
		refusals: reading.refusals ?? []
	};
}
function readJson(text, path, depth) {
	return readJsonChanges(text, {
		path,
		readText: (inner, innerPath) => readTextAt(inner, innerPath ?? path, depth + 1)
	});
}
function readEdits({ lines, parts, depth }) {
	refuseJsonBeside({
		lines,
		parts,
		depth
	});
	refuseEditsOfOthers(lines, parts);
	for (const [index, { format, end }] of parts.entries()) if (format === "diff" || format === "apply_patch") refuseEditsBehind(lines, end, parts[index + 1]?.start);
	const changes = [];
	const origins = [];
	const left = [];
	const named = editedNames(lines.lines);
	for (const part of parts) {
		const beside = part.format === "fence" ? fileBeside(lines, part) : null;
		if (beside !== null) {
			changes.push(beside);
			origins.push({
				linesBefore: part.start,
				found: "beside"
			});
		} else if (part.format === "fence") left.push(part);
		else {
			const change = changeOf(lines, part);
			changes.push(change);
			origins.push(originOf(lines, {
				part,
				change,
				named
			}));
		}
	}
	const notDone = [...setAside(lines, left), ...commandsBehind(lines, parts)];
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	passOverBeside(lines, parts);
	refuseGivenOtherwise(lines);
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	return {
		ok: true,
		changes,
		origins,
		repairs: repairsOf(lines.repairs),
		notDone,
		prose: proseOf(lines)
	};
}
function refuseJsonBeside({ lines, parts, depth }) {
	for (const part of parts) {
		if (part.format !== "fence") continue;
		const json = jsonIn(lines, part, depth);
		if (json === "unclear" || isPatchInJson(json)) lines.refusals.push(twoPatches(lines, part.start));
		else if (part.title === void 0) refuseWishes(lines, textIn(lines, part));
	}
	refuseBareJson({
		lines,
		parts,
		depth
	});
}
function refuseBareJson({ lines, parts, depth }) {
	for (const { start, text } of stretchesBeside(lines, parts)) if (depth < MAX_DEPTH && isPatchInJson(readJson(text, lines.path, depth))) lines.refusals.push(twoPatches(lines, start));
	else refuseWishes(lines, text);
}
function refuseWishes(lines, text) {
	const wishes = wishesAlone(text);
	if (wishes.length > 0) lines.refusals.push(notHeeded(wishes));
}
function twoPatches(lines, start) {
	const line = numberOf(lines, start);
	const message = `The JSON at line ${line} is a patch, and there is another edit or file beside it, so it is open what is meant. Send only one of them, or all of them as changes of one patch in JSON.`;
	return malformedAt({ line }, message);
}
function setAside(lines, blocks) {
	const commands = [];
	for (const block of blocks) {
		const line = numberOf(lines, block.start - 1);
		if (block.fence !== void 0 && isShellFence(block.fence)) commands.push(block);
		else if (block.hasMarks === true) lines.refusals.push(malformedAt({ line }, hiddenMarks(line)));
		else passOverBlock(lines, block);
	}
	return commandsNotRun$1(lines, commands);
}
function passOverBlock(lines, { start, end, titleAt }) {
	if (titleAt !== void 0) passOver(lines, titleAt);
	for (let at = start; at < end; at += 1) passOver(lines, at);
}
function fileBeside(lines, part) {
	const { title, isTitled, isOpen, hasMarks, fence } = part;
	if (title?.isAlone !== true || isTitled !== true || isOpen === true || hasMarks === true) return null;
	const own = lines.lines.slice(part.start, part.end);
	if (fence !== void 0 && isShellFence(fence) && !isShellFile(title.path, fence, own)) return null;
	const file = fileIn(lines, part, title.path);
	if (isEditFor(file.content, file.path)) lines.refusals.push(editForFile(file.path, numberOf(lines, part.start - 1)));
	noteTaken(lines, file);
	return {
		kind: "write",
		path: file.path,
		content: file.content,
		encoding: "utf-8"
	};
}
function hiddenMarks(line) {
	return `The code block at line ${line} holds the marks of an edit behind other lines. Begin the block with the edit, or send it as a change of its own.`;
}
function readOthers({ lines, parts, text, depth }) {
	const found = {
		changes: [],
		origins: [],
		repairs: [],
		notDone: [],
		refusals: [],
		rest: []
	};
	for (const part of parts) {
		const json = jsonIn(lines, part, depth);
		if (json === null) {
			found.rest.push(part);
			if (part.title === void 0) refuseWishes(lines, textIn(lines, part));
		} else if (json === "unclear") found.refusals.push(fileOrPatch(lines, part));
		else if (!json.ok) found.refusals.push(...json.refusals.slice(0, LEAD));
		else {
			for (const change of json.changes) found.changes.push(change);
			for (const origin of json.origins) found.origins.push(origin);
			for (const repair of json.repairs) found.repairs.push(repair);
			for (const wish of json.notDone) found.notDone.push(wish);
		}
	}
	if (found.refusals.length > 0) return {
		ok: false,
		refusals: found.refusals
	};
	if (parts.length > 0) refuseBareJson({
		lines,
		parts,
		depth
	});
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	if (found.changes.length === 0) return filesOf(wholeFiles({
		lines,
		parts,
		text
	}), {
		lines,
		parts
	});
	const file = found.rest.find(({ title }) => title !== void 0);
	if (file !== void 0) return {
		ok: false,
		refusals: [fileBesideJson(lines, file)]
	};
	for (const wish of setAside(lines, found.rest)) found.notDone.push(wish);
	if (lines.refusals.length > 0) return {
		ok: false,
		refusals: lines.refusals
	};
	const { changes, origins, notDone } = found;
	const repairs = [...repairsOf(lines.repairs), ...found.repairs];
	passOverBeside(lines, parts);
	return {
		ok: true,
		changes,
		origins,
		repairs,
		notDone,
		prose: proseOf(lines)
	};
}
const LEAD = 100;
function jsonIn(lines, part, depth) {
	const inner = textIn(lines, part);
	if (depth >= MAX_DEPTH || !/^\s*[[{]/.test(inner.slice(0, LEAD))) return null;
	const json = readJson(inner, jsonPath(lines, part), depth);
	if (part.title === void 0) return json;
	if (json === null) return readJson(inner, void 0, depth)?.ok === true ? "unclear" : null;
	const file = fullPath(part.title.path, lines.given);
	return !json.ok || json.changes.every((change) => "path" in change && change.path === file) ? json : "unclear";
}
function textIn({ lines }, { start, end }) {
	return lines.slice(start, end).join("\n");
}
function fileOrPatch(lines, { start, title }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${title?.path} by the line above it, and a patch by what it holds, so it is open what is meant. Send a write change for the file, or the JSON without a path above it for the patch.`;
	return malformedAt({
		line,
		path: title?.path
	}, message);
}
function fileBesideJson(lines, { start, title }) {
	const line = numberOf(lines, start - 1);
	const message = `The code block at line ${line} is ${title?.path} by the line above it, and there is a patch in JSON beside it, so it is open what is meant. Send only one of them, or add the file to the patch as a write change.`;
	return malformedAt({
		line,
		path: title?.path
	}, message);
}
function jsonPath(lines, { path, start }) {
	return path === void 0 ? lines.path : fileNamed(lines, path, start - 1);
}
function filesOf(result, { lines, parts }) {
	if ("code" in result) return {
		ok: false,
		refusals: [result]
	};
	const { files, notDone } = result;
	const changes = files.map(({ path, content }) => ({
		kind: "write",
		path,
		content,
		encoding: "utf-8"
	}));
	const origins = files.map(({ path: _path, content: _content, ...origin }) => origin);
	if (!origins.some(({ found }) => found === "bare")) passOverBeside(lines, parts);
	return {
		ok: true,
		changes,
		origins,
		repairs: [...repairsOf(lines.repairs), ...result.repairs],
		notDone,
		prose: proseOf(lines)
	};
}

// src/patch/file-system-name.ts
function fileSystemName(segment) {
	return foldCase(segment.replace(HFS_IGNORED, "").replace(/(?<=.):.*$/su, "").replace(/(?<![. ])[. ]+$/u, ""));
}
const HFS_IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
function foldCase(name) {
	return name.toUpperCase().toLowerCase().normalize("NFC");
}

// src/patch/path.ts
function checkPath(path) {
	const problem = problemWith(path);
	if (problem === null) return null;
	return {
		code: "outside_repository",
		message: `The path ${JSON.stringify(path.slice(0, SHOWN_CHARACTERS))} ${problem} Send a path relative to the repository's root, such as src/index.ts.`,
		path
	};
}
const SHOWN_CHARACTERS = 200;
function problemWith(path) {
	if (path === "") return "is empty.";
	if (!path.isWellFormed()) return "is not valid Unicode.";
	if (bytesOf(path) > 1024) return `is longer than ${MAX_PATH_BYTES} bytes.`;
	if (CONTROL_CHARACTER.test(path)) return "holds a control character or a line separator.";
	if (path.includes("\\")) return "holds a backslash.";
	if (path.startsWith("/")) return "is absolute.";
	if (/^[A-Za-z]:/.test(path)) return "begins with a drive letter.";
	for (const segment of path.split("/")) {
		if (segment === "") return "has an empty segment.";
		if (segment === "." || segment === "..") return `has a ${segment} segment.`;
		if (bytesOf(segment) > 255) return `has a name of more than ${255} bytes.`;
		if (isGitFolder(segment)) return "leads into git's own folder.";
	}
	return null;
}
function bytesOf(text) {
	return new TextEncoder().encode(text).length;
}
const CONTROL_CHARACTER = /[\p{Cc}\p{Zl}\p{Zp}]/u;
function isGitFolder(segment) {
	return /^(?:\.git|git~\d+)$/.test(fileSystemName(segment));
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

// src/apply/merge/clash.ts
function stateOf(entry) {
	const kind = entry?.kind ?? "absent";
	return kind === "unread" ? "file" : kind;
}
function cutLines(lines) {
	return {
		lines: lines.slice(0, MAX_LINES).map((line) => line.slice(0, MAX_CHARACTERS).toWellFormed().replace(/\r?\n$/, "")),
		cut: lines.length > MAX_LINES || lines.some((line) => line.length > MAX_CHARACTERS)
	};
}
const MAX_LINES = 20;
const MAX_CHARACTERS = 200;

// src/apply/merge/merge-lines.ts
function mergeLines(sides) {
	const numbersOf = lineNumbering();
	const was = numbersOf(sides.was);
	const wanted = compareLines(was, numbersOf(sides.wanted));
	const now = compareLines(was, numbersOf(sides.now));
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
		was: linesWithEnds(style === null ? rawText(was) : texts.was.text),
		wanted: linesWithEnds(style === null ? rawText(wanted) : texts.wanted.text),
		now: linesWithEnds(style === null ? rawText(now) : texts.now.text)
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
function rawText(bytes) {
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
	const was = cutLines(sides.was);
	const wanted = cutLines(sides.wanted);
	const now = cutLines(sides.now);
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
	const { spans } = compareLines(numbersOf(left), numbersOf(right));
	const clashes = spans.map(({ start, end, newStart, newEnd }) => {
		const inMerged = cutLines(left.slice(start, end));
		const inPlaced = cutLines(right.slice(newStart, newEnd));
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

// src/patch/commands-not-run.ts
function commandsNotRun({ changes }) {
	return changes.flatMap((change) => change.kind === "run" ? [`Requested, not run: the named command ${change.command}`] : []);
}

// src/patch/slips.ts
function nearestName(written, known) {
	if (written.length > MAX_WRITTEN) return;
	return known.map((name) => ({
		name,
		slips: countSlips(written, name)
	})).filter(({ slips, name }) => slips <= Math.min(MAX_SLIPS, name.length / 2)).toSorted((one, other) => one.slips - other.slips).at(0)?.name;
}
const MAX_SLIPS = 2;
const MAX_WRITTEN = 40;
function countSlips(written, name) {
	let row = Array.from({ length: name.length + 1 }, (_, index) => index);
	for (let index = 0; index < written.length; index += 1) {
		const above = row;
		row = [index + 1];
		for (let column = 1; column <= name.length; column += 1) {
			const replaced = (above[column - 1] ?? 0) + (name[column - 1] === written[index] ? 0 : 1);
			row.push(Math.min(replaced, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
		}
	}
	return row[name.length] ?? 0;
}

// src/library/unknown-member.ts
const REQUEST_MEMBERS = [
	"files",
	"patch",
	"path",
	"was"
];
function unknownMember(given, known) {
	const unknown = Object.entries(given).find(([name, value]) => value !== void 0 && !known.includes(name))?.[0];
	if (unknown === void 0) return null;
	const meant = nearestName(unknown.toLowerCase(), known);
	const hint = meant === void 0 ? "" : `; did you mean \`${meant}\`?`;
	return `There is no \`${shortened(unknown)}\` here${hint === "" ? "." : hint} There are ${LIST.format(known.map((name) => `\`${name}\``))}.`;
}
function shortened(name) {
	return name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN).toWellFormed()}…` : name.toWellFormed();
}
const MAX_SHOWN = 40;
const LIST = new Intl.ListFormat("en", { type: "conjunction" });

// src/library/apply.ts
function apply(request) {
	const unknown = unknownMember(request, REQUEST_MEMBERS);
	if (unknown !== null) return {
		ok: false,
		refusals: [{
			code: "malformed",
			message: `${unknown} Send only these beside the patch.`
		}],
		clashes: [],
		hunks: []
	};
	const { files, patch, path, was } = request;
	const read = readChanges(path !== void 0 && typeof patch === "string" ? textFor(path, patch) : patch);
	if (!read.ok) return {
		ok: false,
		refusals: read.refusals,
		clashes: [],
		hunks: []
	};
	const unreadable = [...illFormed(files), ...illFormed(was ?? {})];
	if (unreadable.length > 0) return {
		ok: false,
		refusals: unreadable,
		clashes: [],
		hunks: []
	};
	const now = sourcesOf(files);
	const result = was === void 0 ? applyPatch(read.patch, now) : applyPinned(read.patch, {
		was: sourcesOf(was),
		now
	});
	if (!result.ok) return {
		refusals: [],
		clashes: [],
		...result
	};
	const { changes, hunks } = result;
	const refusals = changes.filter((change) => textOf(change) === void 0).map(notText);
	if (refusals.length > 0) return {
		ok: false,
		refusals,
		clashes: [],
		hunks
	};
	const inTexts = toldOfTexts(read.patch, typeof patch === "string" ? void 0 : path);
	const repairs = union(read.repairs, inTexts.repairs);
	const notDone = union(read.notDone, inTexts.notDone);
	return {
		ok: true,
		files: textsOf(changes),
		hunks,
		repairs,
		notDone
	};
}
function union(some, others) {
	return [.../* @__PURE__ */ new Set([...some, ...others])];
}
function toldOfTexts(patch, path) {
	const plan = planPatch(patch);
	if (!plan.ok) return {
		repairs: [],
		notDone: []
	};
	const { repairs, notDone } = plan;
	return {
		repairs: path !== void 0 && !plan.steps.some(({ operation }) => pathsOf(operation).includes(path)) ? [...repairs, passedOver(path)] : repairs,
		notDone
	};
}
function passedOver(path) {
	return `The path beside the patch was passed over, because an object names its files itself: ${path}`;
}
function textFor(path, text) {
	return {
		version: 1,
		changes: [{
			kind: "text",
			text,
			path
		}]
	};
}
function readChanges(sent) {
	if (typeof sent === "string" && sent.length > 4194304) return {
		ok: false,
		refusals: [tooLarge(sent.length)]
	};
	const value = typeof sent === "string" ? sent : jsonOf(sent);
	if (value === void 0) return {
		ok: false,
		refusals: [NOT_JSON]
	};
	const normalized = normalize(value);
	if (!normalized.ok) return normalized;
	const { patch, notDone, underFiles = [], repositories = [] } = normalized;
	const repairs = [...normalized.repairs, ...heedRepositories(repositories, null).repairs];
	const checked = patchSchema.safeParse(patch);
	if (!checked.success) return {
		ok: false,
		refusals: refusalsOf(checked.error.issues, patch)
	};
	const others = textsForOtherFiles(checked.data.changes, underFiles, readText);
	return others.length === 0 ? {
		ok: true,
		patch: checked.data,
		repairs,
		notDone: [...notDone, ...commandsNotRun(checked.data)]
	} : {
		ok: false,
		refusals: others
	};
}
function jsonOf(patch) {
	try {
		return JSON.parse(JSON.stringify(patch));
	} catch {
		return;
	}
}
const NOT_JSON = {
	code: "malformed",
	message: "The patch is an object that JSON can not hold. Send one of strings, numbers, lists and plain objects.",
	pointer: ""
};
function tooLarge(characters) {
	return {
		code: "too_large",
		message: `The patch has ${characters} characters, and ${MAX_PATCH_TEXT_BYTES} are allowed. Split it into several patches.`,
		data: {
			characters,
			limit: MAX_PATCH_TEXT_BYTES
		}
	};
}
function illFormed(texts) {
	return Object.entries(texts).filter(([, text]) => !text.isWellFormed()).map(([path]) => ({
		code: "not_a_text_file",
		message: `${path} holds one half of a surrogate pair, which is no character. Read it as UTF-8.`,
		path
	}));
}
function sourcesOf(texts) {
	const sources = /* @__PURE__ */ new Map();
	for (const [path, text] of Object.entries(texts)) {
		for (const parent of parentsOf(path)) sources.set(parent, { kind: "directory" });
		sources.set(path, {
			kind: "file",
			bytes: new TextEncoder().encode(text),
			executable: false
		});
	}
	return sources;
}
function textsOf(changes) {
	const moved = changes.flatMap(({ from }) => from === void 0 ? [] : [[from, null]]);
	const changed = changes.map((change) => [change.path, textOf(change) ?? null]);
	return Object.fromEntries([...moved, ...changed]);
}
function textOf({ bytes }) {
	if (bytes === null) return null;
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return;
	}
}
function notText({ path }) {
	return {
		code: "not_a_text_file",
		message: `${path} would hold bytes that are no UTF-8 text, and only texts can be given back. Leave it out.`,
		path
	};
}

export { apply };