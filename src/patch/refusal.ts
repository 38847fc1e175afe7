/**
 * Why a patch was not taken.
 *
 * Every refusal has a code for programs, one sentence for people that ends with what to do, the place it
 * speaks of, and data from which a model can write a better patch.
 */
export type Refusal = {
  readonly code: RefusalCode;
  /** One or two sentences: what is wrong and what to send instead. Plain text, never markup. */
  readonly message: string;
  /** JSON pointer into the patch as it was sent, such as `/changes/0/find`. */
  readonly pointer?: string;
  /** The file it speaks of, relative to the repository's root. */
  readonly path?: string;
  /** The hunk within the change, counted from 1. */
  readonly hunk?: number;
  /** Facts for programs: candidates' line numbers, limits, digests. JSON values only. */
  readonly data?: { readonly [key: string]: Json };
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const REFUSAL_CODES = [
  /** The payload is not JSON, or not a patch in wire format v1. */
  'malformed',
  /** The patch is well-formed but holds no change. */
  'no_changes',
  /** A limit on size or count was exceeded. */
  'too_large',
  /** A by-reference patch whose bytes do not hash to the digest that was announced. */
  'digest_mismatch',
  /** A by-reference patch that is not at the ref that was announced. */
  'reference_not_found',
  /** A path that leaves the repository or can't be a path in git. */
  'outside_repository',
  /** A path that a patch must not touch. */
  'protected_path',
  /** The patch was understood, but not without what the config does not allow: see `data.rule` and `data.told`. */
  'inexact',
  /** What the patch adds looks like a secret. */
  'secret_found',
  /** The file, or the text to find in it, is not there. */
  'not_found',
  /** The text to find is there more often than it may be. */
  'ambiguous',
  /** A file that must not exist yet is already there. */
  'already_exists',
  /** Two changes of one patch touch the same lines, or contradict each other. */
  'overlap',
  /** The new text leaves lines out, such as with "… rest unchanged …", or is only a part of the file it is for. */
  'elided_edit',
  /** The target is binary, a symlink, a submodule or a directory, and the change can't be made on it. */
  'not_a_text_file',
  /** The regular expression is outside the linear-time syntax, or its program is too large. */
  'bad_pattern',
  /** The change is of a kind that is not taken here, such as a shell command. */
  'command_not_allowed',
  /** The payload says in words what to do, and holds no change that does it. */
  'mission_without_changes',
  /** A path or a text is a stand-in from an example, such as path/to/file, and nobody put the real one there. */
  'placeholder',
  /** The base branch does not exist, or patches to it are not allowed. */
  'unknown_base',
  /** The base commit is not in the repository. */
  'base_not_found',
  /** The sender's patches of the last hour are as many as the config takes. */
  'rate_limited',
  /** As many pull requests from patches are open as the config allows. */
  'too_many_open',
  /** The repository has no `.github/ghost-runner.yml`. */
  'not_configured',
  /** The repository's `.github/ghost-runner.yml` can't be used. */
  'bad_config',
] as const;

/** Refusals that are about the moment: the same patch may be taken later. */
export const PASSING_CODES: ReadonlySet<RefusalCode> = new Set(['rate_limited', 'too_many_open']);

export type RefusalCode = (typeof REFUSAL_CODES)[number];
