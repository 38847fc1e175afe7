import { C as MAX_PATH_BYTES, v as MAX_FILE_BYTES } from "./workflow.js";
import { mt as CONFIG_PATH } from "./context.js";
import { d as record, f as strictObject, g as toJSONSchema, n as _enum, o as int, p as string, r as array, u as number } from "./zod.js";
import { t as require_dist } from "./yaml.js";

// src/patch/slips.ts
/** The known name that was probably meant by one with at most two slips of the finger; undefined: it is another word. */
function nearestName(written, known) {
	if (written.length > MAX_WRITTEN) return;
	return known.map((name) => ({
		name,
		slips: countSlips(written, name)
	})).filter(({ slips, name }) => slips <= Math.min(MAX_SLIPS, name.length / 2)).toSorted((one, other) => one.slips - other.slips).at(0)?.name;
}
/** Two slips of the finger; with more it is another word. */
const MAX_SLIPS = 2;
/** Longer than any name that is known. */
const MAX_WRITTEN = 40;
/** Letters put in, left out or replaced (Levenshtein); both words are short. */
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

// src/policy/config-issues.ts
/** One issue for each key that is not known, with the name that was probably meant, and one for each wrong value. */
function describeIssues(schema, issues) {
	return issues.flatMap((issue) => {
		const path = issue.path.map((key) => typeof key === "symbol" ? String(key) : key);
		if (issue.code !== "unrecognized_keys") return [{
			path,
			message: issue.message
		}];
		const known = keysAt(toJSONSchema(schema, { io: "input" }), path);
		return issue.keys.map((key) => ({
			path: [...path, key],
			message: unknownKey(key, known)
		}));
	});
}
function unknownKey(key, known) {
	const meant = nearestName(key, known);
	return meant === void 0 ? `"${key}" is no option here; there are ${known.join(", ")}` : `"${key}" is no option here; did you mean "${meant}"?`;
}
/** The options of the object at a path. */
function keysAt(schema, path) {
	if (typeof schema !== "object") return [];
	const [key, ...rest] = path;
	if (key === void 0) return Object.keys(schema.properties ?? {});
	const { items } = schema;
	return typeof key === "number" ? keysAt(Array.isArray(items) ? void 0 : items, rest) : keysAt(schema.properties?.[key], rest);
}

// src/policy/config-text.ts
var import_dist = require_dist();
/** How the config calls a value: `test.command`, `policy.protected-paths[0].paths`. */
function configName(path) {
	return path.map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`).join("");
}
/** Reads YAML so that every value in it can be found again. */
function openConfigText(text) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false
	});
	const positionOf = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line,
			column: col
		};
	};
	if (document.errors.length > 0) return {
		ok: false,
		problems: document.errors.map(({ message, pos }) => ({
			path: [],
			message: `it is not valid YAML: ${message.split("\n", 1)[0] ?? ""}`,
			position: positionOf(pos[0])
		}))
	};
	const value = valueOf(document);
	return value.ok ? {
		ok: true,
		value: value.value ?? {},
		locate: (path) => {
			const offset = offsetOf(document, path);
			return offset === null ? null : positionOf(offset);
		}
	} : {
		ok: false,
		problems: [{
			path: [],
			message: value.problem,
			position: null
		}]
	};
}
/** Aliases that multiply beyond measure are an exception of the parser's. */
function valueOf(document) {
	try {
		return {
			ok: true,
			value: document.toJS()
		};
	} catch (error) {
		return {
			ok: false,
			problem: error instanceof Error ? error.message : String(error)
		};
	}
}
/** A key's own place where the value has one, so that the reader is led to the line that they wrote. */
function offsetOf(document, path) {
	const key = path.at(-1);
	const parent = path.length === 0 ? null : document.getIn(path.slice(0, -1), true);
	const holder = path.length === 1 ? document.contents : parent;
	if (typeof key === "string" && (0, import_dist.isMap)(holder)) {
		const pair = holder.items.find((item) => (0, import_dist.isScalar)(item.key) && item.key.value === key);
		return (0, import_dist.isNode)(pair?.key) ? pair.key.range?.[0] ?? null : null;
	}
	const node = path.length === 0 ? document.contents : document.getIn(path, true);
	return (0, import_dist.isNode)(node) ? node.range?.[0] ?? null : null;
}

// src/policy/rules.ts
/** What a rule makes of a patch. `review`: a draft that waits for somebody's approval. */
const POLICY_OUTCOMES = [
	"allow",
	"review",
	"refuse"
];
/**
* The rules that every repository has, by the name under which its config changes them. Of those with paths the first
* that matches speaks for a path, so that what is more special stands first.
*/
const RULES = {
	workflows: {
		paths: [".github/workflows/**", ".github/actions/**"],
		preset: "refuse",
		meaning: "Workflows and actions, which run with rights. To allow them is to grant what they can do."
	},
	"agent-instructions": {
		paths: [
			"**/{AGENT,AGENTS,CLAUDE,CLAUDE.local,GEMINI,CONVENTIONS}.md",
			"**/.{claude,codex,cursor,gemini,junie,kiro,roo,windsurf,amazonq,continue}/**",
			"**/.{cursorrules,windsurfrules,clinerules,roorules,goosehints,mcp.json}",
			"**/.clinerules/**",
			"**/.aider*",
			".github/{copilot-instructions.md,copilot-setup-steps.yml}",
			".github/{agents,chatmodes,instructions,prompts}/**"
		],
		preset: "refuse",
		meaning: "Instructions and tools of coding agents, which obey them as soon as they see the branch."
	},
	hooks: {
		paths: [
			"**/.{husky,githooks,devcontainer}/**",
			"**/{.pre-commit-config,.overcommit,lefthook,.lefthook}.{yml,yaml,toml,json}",
			"**/.envrc",
			"**/.vscode/{tasks,launch,settings}.json"
		],
		preset: "refuse",
		meaning: "What runs by itself on the machine of whoever checks the branch out."
	},
	"code-owners": {
		paths: ["**/CODEOWNERS"],
		preset: "refuse",
		meaning: "Who has to review what."
	},
	"github-folder": {
		paths: [".github/**"],
		preset: "refuse",
		meaning: "Everything else that GitHub reads as settings."
	},
	"git-files": {
		paths: ["**/.git*", "**/.git*/**"],
		preset: "refuse",
		meaning: "What git reads as settings: attributes, modules, ignored files."
	},
	lockfiles: {
		paths: [
			"**/{package-lock,npm-shrinkwrap,packages.lock}.json",
			"**/{yarn,bun,deno,Cargo,Gemfile,poetry,Pipfile,uv,pdm,pixi,composer,mix,pubspec,Podfile,flake,conan}.lock",
			"**/{pnpm-lock.yaml,bun.lockb,go.sum,go.work.sum,Package.resolved,gradle.lockfile,.terraform.lock.hcl}"
		],
		preset: "review",
		meaning: "Lockfiles, which decide whose code is run and which nobody reads line by line."
	},
	executables: {
		paths: [],
		preset: "review",
		meaning: "Files that become executable."
	},
	"case-collisions": {
		paths: [],
		preset: "refuse",
		meaning: "New paths that some file systems take for another path of the patch or of what it touches."
	}
};
/** No config changes these. */
const FIXED_RULES = {
	"own-config": {
		paths: [".github/ghost-runner.yml"],
		meaning: "The config itself, from which everything else follows."
	},
	"look-alikes": {
		paths: [],
		meaning: "Names that Windows or macOS take for one that a rule above matches, such as `GITHUB~1` or `.github.`."
	}
};

// src/policy/schema.ts
/** What a glob may be: a path from the root of the repository, with alternatives in braces that do not nest. */
const GLOB_SYNTAX = /^(?!!|\.?\/)[^\\{}]*(?:\{[^\\{}]*\}[^\\{}]*)*$/;
/** Globs of one list; a longer one is no rule that anybody keeps in mind. */
const MAX_GLOBS = 100;
/** Entries of `protected-paths`. */
const MAX_PROTECTED = 50;
/** Lines of one patch; nobody reads more. */
const MAX_CHANGED_LINES = 1e5;
const globs = array(string().min(1).max(244).regex(GLOB_SYNTAX, "write a path from the root of the repository with *, **, ? and {a,b}, such as \"src/**\"; there is no negation, and braces do not nest")).min(1).max(MAX_GLOBS);
const breach = _enum(["review", "refuse"]);
const otherwise = breach.default("refuse").describe("What becomes of a patch that goes beyond it.");
function rule(name) {
	return _enum(POLICY_OUTCOMES).default(RULES[name].preset).describe(RULES[name].meaning);
}
function limit(most, meaning) {
	return strictObject({
		"at-most": int().min(1).max(most).describe("The largest number that passes."),
		otherwise
	}).optional().describe(meaning);
}
/** What patches may change. The strictest rule that matches decides. */
const policySchema = strictObject({
	"allowed-paths": strictObject({
		paths: globs.describe("Globs of what patches may change."),
		otherwise: breach.default("refuse").describe("What becomes of a patch that changes anything else.")
	}).optional().describe("Where patches may work; everywhere that nothing else protects where this is absent."),
	"protected-paths": array(strictObject({
		paths: globs.describe("Globs, without regard to case."),
		outcome: breach.default("refuse").describe("What becomes of a patch that changes one of them.")
	})).max(MAX_PROTECTED).default([]).describe("Paths that need more care than others, on top of the rules below."),
	rules: strictObject({
		workflows: rule("workflows"),
		"agent-instructions": rule("agent-instructions"),
		hooks: rule("hooks"),
		"code-owners": rule("code-owners"),
		"github-folder": rule("github-folder"),
		"git-files": rule("git-files"),
		lockfiles: rule("lockfiles"),
		executables: rule("executables"),
		"case-collisions": rule("case-collisions")
	}).prefault({}).describe("What becomes of a patch that does one of these."),
	limits: strictObject({
		files: limit(100, "Files that one patch changes."),
		"changed-lines": limit(MAX_CHANGED_LINES, "Lines that one patch adds and removes, taken together."),
		"file-bytes": limit(MAX_FILE_BYTES, "Bytes of a file as the patch leaves it.")
	}).prefault({}).describe("How large a patch may be, below the limits that hold everywhere."),
	secrets: strictObject({ "except-paths": globs.default([]).describe("Globs of files in which nothing is taken for a secret, such as test data.") }).prefault({}).describe("A patch that adds what looks like a secret is refused, and not kept."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked in addition where a rule wants a review.")
});

// src/policy/config.ts
/** `text` is null where the file does not exist. Every problem is named at once, with its line and column. */
function parseConfig(text) {
	if (text === null) return {
		ok: false,
		refusals: [{
			code: "not_configured",
			message: `This repository has no ${CONFIG_PATH} on its default branch; add one with at least "test: {command: …}".`,
			path: CONFIG_PATH
		}]
	};
	const opened = openConfigText(text);
	if (!opened.ok) return {
		ok: false,
		refusals: opened.problems.map(badConfig)
	};
	const parsed = configSchema.safeParse(opened.value);
	if (parsed.success) return {
		ok: true,
		config: parsed.data,
		locate: opened.locate
	};
	return {
		ok: false,
		refusals: describeIssues(configSchema, parsed.error.issues).map(({ path, message }) => badConfig({
			path,
			message,
			position: nearestPosition(opened.locate, path)
		}))
	};
}
/** GitHub ends a job after six hours; a test run must leave room for the rest of the workflow. */
const MAX_TEST_MINUTES = 330;
const DEFAULT_TEST_MINUTES = 15;
/** A branch that is kept for longer is kept on purpose, and by hand. */
const MAX_RETENTION_DAYS = 365;
const DEFAULT_RETENTION_DAYS = 14;
/** A day and the hours by which GitHub may be late with a schedule. */
const DEFAULT_CANARY_HOURS = 26;
const MAX_CANARY_HOURS = 744;
/** More people than step in by hand. */
const MAX_SLACK_USERS = 500;
/** Machines and folders under which one repository is known to models. */
const MAX_PATH_PREFIXES = 20;
const configSchema = strictObject({
	"base-branches": array(string().min(1)).min(1).optional().describe("Branches that patches may be based on; the default branch alone where this is absent."),
	"path-prefixes": array(string().max(MAX_PATH_BYTES).regex(/^[^\\]*[^\\/]\/*$/, "name a folder with forward slashes, such as \"/home/me/shop\" or \"shop\"")).max(MAX_PATH_PREFIXES).default([]).describe("Folders that models put before the repository's own paths, such as where it lies on their machine; taken off every path that begins with one."),
	test: strictObject({
		command: string({ error: "name the command that runs your tests, such as \"npm test\"" }).trim().min(1, "name the command that runs your tests, such as \"npm test\"").describe("Run by bash at the root of the checkout, in a job without secrets."),
		"timeout-minutes": number().positive().max(MAX_TEST_MINUTES).default(DEFAULT_TEST_MINUTES).describe("After this the command and all that it started is ended, and the outcome is timed_out.")
	}, { error: (issue) => issue.input === void 0 ? "add \"test:\" with the command that runs your tests" : void 0 }).describe("How a patched commit is tested."),
	labels: array(string().min(1).max(50)).max(20).default([]).describe("Labels for every pull request."),
	reviewers: array(string().min(1).max(39)).max(15).default([]).describe("GitHub logins asked to review every pull request."),
	slack: strictObject({ channel: string().regex(/^[CGD][A-Z0-9]{2,}$/, "use the channel's id, such as C0123456789, not its name").describe("The channel's id, such as C0123456789.") }).optional().describe("Where each patch gets its one message."),
	"on-test-failure": _enum(["draft", "none"]).default("draft").describe("What becomes of a patch whose tests fail: a draft pull request that says so, or only the record and the report."),
	policy: policySchema.prefault({}).describe("What patches may change, judged on what they make of the files; the strictest rule that matches decides."),
	approval: _enum(["required", "none"]).default("none").describe("`required` keeps each pull request a draft until a reviewer who did not send the patch approves it with `/ghost approve`; a new commit asks for it again."),
	control: strictObject({
		bots: array(string().regex(/\[bot\]$/i, "a bot has a login that ends in [bot], such as \"my-app[bot]\"")).max(20).default([]).describe("Logins of bots that may command what an operator may, approvals aside; all others may nothing."),
		"slack-users": record(string().regex(/^[UW][A-Z0-9]{2,30}$/), string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, "name the GitHub login of a person, such as \"octocat\""), { error: ({ code }) => code === "invalid_key" ? "use the person's member id in Slack, such as U0123456789, which their profile shows" : void 0 }).refine((users) => Object.keys(users).length <= MAX_SLACK_USERS, `name at most ${MAX_SLACK_USERS} people`).default({}).describe("Who the members of Slack are on GitHub: their member ids, such as `U0123456789`, each with a login, whose role counts. All others may look.")
	}).prefault({}).describe("Who may command Ghost Runner beside the people with a role on GitHub."),
	watch: strictObject({
		"ci-workflows": array(string().min(1).max(256)).max(20).default([]).describe("Names of the workflows whose end the watch is told of, the same as in the watch's own workflow file."),
		"retention-days": int().min(1).max(MAX_RETENTION_DAYS).default(DEFAULT_RETENTION_DAYS).describe("Days after which the branch of a settled patch is removed; its record stays."),
		canary: strictObject({
			path: string().min(1).max(255).default("ghost-canary.txt").describe("The one file that the canary changes. Nothing should read it."),
			"late-after-hours": number().positive().max(MAX_CANARY_HOURS).default(DEFAULT_CANARY_HOURS).describe("Hours after the last arrival from which a missing canary raises the alarm.")
		}).optional().describe("A scheduled patch that goes the whole way and is closed, to show that all of it works.")
	}).prefault({}).describe("What the watch looks after.")
}).describe("Ghost Runner: how patches to this repository are handled.");
/** What is missing has no place of its own, but the object that lacks it has. */
function nearestPosition(locate, path) {
	const position = locate(path);
	return position !== null || path.length === 0 ? position : nearestPosition(locate, path.slice(0, -1));
}
function badConfig({ path, message, position }) {
	const place = [...path.length === 0 ? [] : [`at ${configName(path)}`], ...position === null ? [] : [`in line ${position.line}, column ${position.column}`]];
	return {
		code: "bad_config",
		message: `${[`${CONFIG_PATH} can't be used`, ...place].join(" ")}: ${/[.?!]$/.test(message) ? message : `${message}.`} Correct it on the default branch.`,
		pointer: path.map((key) => `/${key}`).join(""),
		path: CONFIG_PATH,
		...position === null ? {} : { data: { ...position } }
	};
}

// src/record/life.ts
/**
* Is this delivery worked on, and as which attempt?
*
* - The same digest again: dropped when the former delivery *finished* or is still under way elsewhere; worked
*   on again when it failed, died, was held or canceled, belongs to this very run, or when a person asked for it.
*   A patch that was held was not worked on, so its attempt is still to come.
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
		attempt: nextAttempt(record)
	};
}
/** A delivery with such an outcome has got its answer; any other may be sent again. */
function isFinished(outcome) {
	return FINISHED.has(outcome.kind);
}
/** Another run works on it, and is not past its deadline. */
function isLive(record, { run, now }) {
	return (record.state === "applied" || record.state === "publishing") && record.run.id !== run.id && now < new Date(record.deadline);
}
/** The number under which the next delivery is worked on or put on record; one that was held before any work still has its own. */
function nextAttempt(record) {
	if (record === null) return 1;
	return record.state === "held" && record.plan === void 0 ? record.attempt : record.attempt + 1;
}
const FINISHED = /* @__PURE__ */ new Set([
	"opened",
	"updated",
	"tests_failed",
	"merged",
	"closed",
	"reverted",
	"superseded"
]);
function checkDuplicate(record, { run, now, retry }) {
	const link = record.pullRequest === void 0 ? {} : { pullRequest: record.pullRequest };
	if (record.outcome !== void 0) {
		const asked = retry === true && !isMerged(record.outcome);
		return isFinished(record.outcome) && !asked ? {
			kind: "duplicate",
			state: "finished",
			...link
		} : null;
	}
	return isLive(record, {
		run,
		now
	}) ? {
		kind: "duplicate",
		state: "in_progress",
		...link
	} : null;
}
/** What is on the base branch is not worked on again, whoever asks; another attempt would hide what became of it. */
function isMerged({ kind }) {
	return kind === "merged" || kind === "reverted";
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

export { parseConfig as a, nearestName as c, nextAttempt as i, isLive as n, FIXED_RULES as o, isOurs as r, RULES as s, decideDelivery as t };