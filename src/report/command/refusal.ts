import { scopeOption } from '../../control/scope-option.ts';
import type { Switch } from '../../control/switches.ts';
import type { Verb } from '../../control/verbs.ts';
import type { PullRequestRef } from '../../record/outcome.ts';
import { endSentence } from '../phrases.ts';
import { shortSha } from '../view.ts';
import { USAGES } from './help.ts';
import { describeSwitch } from './scope.ts';

/** Why a command that is well written, by somebody who may, is not done all the same. */
export type CommandRefusal =
  /** No id was given, and the place does not say which patch is meant. */
  | { readonly why: 'no_id' }
  /** What may be the beginning of a reason is the id of another patch, too. */
  | { readonly why: 'which_patch'; readonly id: string; readonly other: string }
  /** `close`: names that are there, one at least. */
  | { readonly why: 'unknown_branch'; readonly branch: string; readonly close: readonly string[] }
  | { readonly why: 'unknown_patch'; readonly id: string }
  | { readonly why: 'unreadable_record'; readonly id: string }
  /** Its record is without its text, because that holds a secret. */
  | { readonly why: 'not_kept'; readonly id: string }
  /** What is kept of it would be another patch than the one on record. */
  | { readonly why: 'kept_otherwise'; readonly id: string }
  /** The comment is on a pull request that is none of ours, or comes from another repository. */
  | { readonly why: 'not_our_pull_request' }
  | { readonly why: 'locked'; readonly by: Switch }
  | { readonly why: 'paused'; readonly by: Switch }
  /** A lock stood after it was written, which had to wait, and was lifted. */
  | { readonly why: 'locked_since' }
  /** Control can't be read, so that nothing may be written. */
  | { readonly why: 'control_unreadable'; readonly reason: string }
  /** Somebody else moved the switch or the record at the same time, again and again. */
  | { readonly why: 'raced' }
  | { readonly why: 'under_way'; readonly id: string }
  /** What is held is not what its pull request shows, if it has one. */
  | { readonly why: 'held'; readonly id: string }
  | { readonly why: 'no_pull_request'; readonly id: string }
  | { readonly why: 'not_merged'; readonly id: string }
  | { readonly why: 'merged'; readonly id: string }
  | { readonly why: 'closed'; readonly id: string }
  /** We closed its pull request, because the patch `by` took its place. */
  | { readonly why: 'superseded'; readonly id: string; readonly by: string }
  | { readonly why: 'tests_not_passed'; readonly id: string }
  /** It moved on after the command was written, and whoever wrote it can't have seen that. */
  | { readonly why: 'changed_since'; readonly id: string }
  /** Another revision was asked for after the patch was written, which had to wait; it may never have come. */
  | { readonly why: 'overtaken'; readonly id: string }
  /** A person committed to the branch. */
  | { readonly why: 'branch_edited'; readonly id: string }
  /** A person committed to the branch before it was merged. */
  | { readonly why: 'merged_with_more'; readonly id: string }
  /** Its merge does not say what stood there before, or brought something else than the branch. */
  | { readonly why: 'merge_unclear'; readonly id: string; readonly sha: string }
  /** No patch can take it back. `reason` is a sentence. */
  | { readonly why: 'not_reversible'; readonly id: string; readonly reason: string }
  /** The patch that takes it back is there, and a person closed its pull request. */
  | {
      readonly why: 'revert_closed';
      readonly id: string;
      readonly revertId: string;
      readonly pullRequest: PullRequestRef;
    }
  /** Later changes touched the same lines. */
  | { readonly why: 'overlaps'; readonly id: string; readonly paths: readonly string[] };

/** Why not, and what to do instead. */
export function describeRefusal(verb: Verb, refusal: CommandRefusal): string {
  switch (refusal.why) {
    case 'no_id':
      return `"${verb}" needs the id of a patch; write "${USAGES[verb].usage}".`;
    case 'which_patch':
      return `"${refusal.other}" may be the beginning of a reason, or the patch that is called so, and nothing was done; write "${verb} ${refusal.id} <why>" for the one that this shows, or "${verb} ghost/${refusal.other} <why>" for the other one.`;
    case 'unknown_branch':
      return `There is no branch ${shorten(refusal.branch)} in this repository, and nothing is stopped yet; write ${refusal.close.map((branch) => `"${verb} on branch ${shorten(branch)}"`).join(' or ')} for that branch alone, or "${verb} <why>" without the words "on branch" to stop everything.`;
    case 'unknown_patch':
      return `There is no patch ${refusal.id} in this repository; write the id as "status" lists it.`;
    case 'unreadable_record':
      return `The record of ${refusal.id} can't be read, so nothing is known of it; look at refs/ghost/patches/${refusal.id}, move it away, and send the patch again.`;
    case 'not_kept':
      return `The text of ${refusal.id} was not kept, because it holds what looks like a secret; send the patch again without it.`;
    case 'kept_otherwise':
      return `What is kept of ${refusal.id} reads otherwise than what was sent, so it is not sent in its place; send the patch again.`;
    case 'not_our_pull_request':
      return 'This pull request was not made by Ghost Runner; write the command with the id of a patch, or on its own pull request.';
    case 'locked':
      return `${describeSwitch(refusal.by)} "${verb}" has to wait; another operator can write "unlock${scopeOption(refusal.by.scope)}".`;
    case 'locked_since':
      return `It was locked here after "${verb}" was written, which ended what was under way; write it again if it is still meant.`;
    case 'paused':
      return `${describeSwitch(refusal.by)} "${verb}" has to wait; an operator can write "resume${scopeOption(refusal.by.scope)}".`;
    case 'control_unreadable':
      return `Control counts as paused: ${endSentence(refusal.reason)} An operator can write "resume" to set it anew.`;
    case 'raced':
      return `Somebody else changed the same thing at the same time, and theirs counts; ask "status", then write "${verb}" again if it is still needed.`;
    case 'under_way':
      return `A run works on ${refusal.id} at this moment; wait for it to end, or write "cancel ${refusal.id}" first.`;
    case 'held':
      return `What is held of ${refusal.id} has no pull request yet, and would be worked on when the pause ends; write "cancel ${refusal.id}" first, then "${verb} ${refusal.id}" for what is open, if anything is.`;
    case 'no_pull_request':
      return `${refusal.id} has no pull request, so there is nothing to ${verb}; ask "status ${refusal.id}" for where it stands.`;
    case 'not_merged':
      return `${refusal.id} is not merged, so there is nothing to take back; write "reject ${refusal.id}" to close it.`;
    case 'merged':
      return `The pull request of ${refusal.id} is merged already; write "revert ${refusal.id}" to take it back.`;
    case 'closed':
      return `A person closed the pull request of ${refusal.id}, and it stays closed; reopen it, then write "${verb} ${refusal.id}" again.`;
    case 'superseded':
      return `The patch ${refusal.by} took the place of ${refusal.id}, whose pull request was closed for that, and stays closed; go on with ${refusal.by}, or reopen it to have both, then write "${verb} ${refusal.id}" again.`;
    case 'tests_not_passed':
      return `The tests of ${refusal.id} are not known to have passed; send a better patch under the same id, or write "retry ${refusal.id}".`;
    case 'changed_since':
      return `${refusal.id} has changed since this was written; look at it as it is now, then write "${verb} ${refusal.id}" again.`;
    case 'overtaken':
      return `Another revision of ${refusal.id} was asked for after this was written, and that one counts; look at ${refusal.id} as it is now, and write this patch again in a new comment if it is to take its place, or if that one never came.`;
    case 'branch_edited':
      return `Somebody else committed to the branch of ${refusal.id}, and their work is left as it is; send the patch under a new id, or go on by hand.`;
    case 'merged_with_more':
      return `Somebody else committed to the branch of ${refusal.id} before it was merged, and their work was merged with it; nothing is taken back, so revert what you do not want by hand.`;
    case 'merge_unclear':
      return `The merge ${shortSha(refusal.sha)} of ${refusal.id} does not say what there is to take back: it holds other changes too, or files were renamed before; revert it by hand.`;
    case 'not_reversible':
      return `${endSentence(refusal.reason)} ${refusal.id} can't be taken back by a patch; revert it by hand.`;
    case 'revert_closed':
      return `${refusal.revertId} takes ${refusal.id} back, and its pull request #${refusal.pullRequest.number} was closed; reopen that one and merge it, or revert ${refusal.id} by hand.`;
    case 'overlaps':
      return `Later changes touched what ${refusal.id} changed (${listPaths(refusal.paths)}), so it can't be taken back by itself; take those back first, or revert it by hand.`;
  }
}

function shorten(branch: string): string {
  return branch.length <= MAX_BRANCH ? branch : `${branch.slice(0, MAX_BRANCH).toWellFormed()}…`;
}

/** Characters of a branch's name that are repeated. */
const MAX_BRANCH = 200;

/** Enough to know where to look. */
const MAX_PATHS = 5;

function listPaths(paths: readonly string[]): string {
  const more = paths.length - MAX_PATHS;
  return paths.slice(0, MAX_PATHS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
