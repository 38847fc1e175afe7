/** Texts of files by their path from the repository's root, with forward slashes. */
export type Texts = {
	readonly [path: string]: string;
};
export type ApplyRequest = {
	/** The files as they are now. Those that the patch names are enough; what is not here does not exist. */
	readonly files: Texts;
	/**
	* A patch in wire format version 1 or in a form that a model uses: an object, its JSON as text, or a text that
	* holds a diff, `*** Begin Patch`, SEARCH/REPLACE blocks or old and new strings, fenced and in prose or not.
	*/
	readonly patch: string | object;
	/** The file that a patch in text form is for, where it names none. An object names its files itself. */
	readonly path?: string;
	/**
	* The files as they were when the patch was written. Where given, the patch is applied to them, and the result
	* is merged with `files`.
	*/
	readonly was?: Texts;
};
/** All of a patch is applied, or nothing of it. No patch makes `apply` throw. */
export type ApplyResult = {
	readonly ok: true;
	/** Files that differ now, with their whole new text; null: the file is gone. None: there was nothing to change. */
	readonly files: {
		readonly [path: string]: string | null;
	};
	/** Where each hunk, block and edit went, and how its place was found. */
	readonly hunks: readonly HunkReport[];
	/** What had to be put right to read the patch, in sentences. */
	readonly repairs: readonly string[];
	/** What was asked for beside changes of files and is not done, such as commands, in sentences. */
	readonly notDone: readonly string[];
} | {
	readonly ok: false;
	/** Everything that is wrong with the patch; none where only `clashes` are in its way. */
	readonly refusals: readonly Refusal[];
	/** Where the patch and what changed since `was` can't be merged. */
	readonly clashes: readonly Clash[];
	readonly hunks: readonly HunkReport[];
};
/** What became of one hunk of a diff, of one block, or of one edit. */
export type HunkReport = {
	/** Index into the patch's changes. */
	readonly change: number;
	readonly path: string;
	/** Counted from 1 within the change. */
	readonly hunk: number;
	/** The line where it belongs, from 1, in the file as the change found it; null: there is no such place. */
	readonly at: number | null;
	/** How the place was found, such as `exact` or `indentation`; docs/apply.md names them all. */
	readonly rung: string;
	/** All tolerances that were needed, where there were several. */
	readonly adjustments?: readonly string[];
	readonly status: "applied" | "refused" | "already_applied";
};
/** Why a patch is not applied, as data from which a better one can be written. */
export type Refusal = {
	/** Such as `not_found` or `ambiguous`; docs/payload.md names them all. */
	readonly code: string;
	/** What is wrong and what to send instead, in one or two sentences of plain text. */
	readonly message: string;
	/** JSON pointer into the patch. */
	readonly pointer?: string;
	readonly path?: string;
	/** Counted from 1 within the change. */
	readonly hunk?: number;
	/** Facts such as the nearest lines; JSON values only. */
	readonly data?: {
		readonly [fact: string]: unknown;
	};
};
/** Where a patch meets what changed since it was written. Lines have no ends, and long sides are cut. */
export type Clash = {
	/** Both changed the same lines, or lines beside each other. */
	readonly kind: "lines";
	readonly path: string;
	/** In the file as it is now, from 1. */
	readonly line: number;
	readonly was: readonly string[];
	readonly wanted: readonly string[];
	readonly now: readonly string[];
	readonly cut?: true;
} | {
	/** One side changed, made or needs what the other deleted, made or changed. */
	readonly kind: "entry";
	readonly path: string;
	/** `absent`, `file` or `directory`. */
	readonly was: string;
	readonly wanted: string;
	readonly now: string;
} | {
	/** Merging gives something else than putting the patch where its lines stand now. */
	readonly kind: "two_places";
	readonly path: string;
	/** In the merged file, from 1. */
	readonly line: number;
	readonly merged: readonly string[];
	readonly placed: readonly string[];
	readonly cut?: true;
};
/** Applies a patch to texts. It has no side effects, and needs nothing but the language itself and the web's text and base64 functions. */
export declare function apply(request: ApplyRequest): ApplyResult;
