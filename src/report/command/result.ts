import { scopeOption } from '../../control/scope-option.ts';
import { type Scope, type Switch, sameScope } from '../../control/switches.ts';
import type { Verb } from '../../control/verbs.ts';
import type { PullRequestRef } from '../../record/outcome.ts';
import { type Description, endSentence, formatTime } from '../phrases.ts';
import { shortSha } from '../view.ts';
import { type CommandRefusal, describeRefusal } from './refusal.ts';
import { describeScope, describeSwitch } from './scope.ts';

/** A sender whom no record names; `near`: one whom some do, and who was probably meant. */
export type UnseenSender = { readonly name: string; readonly near?: string };

/** What a command that changes something came to, as facts. Refusals stand in refusal.ts. */
export type CommandResult =
  /** `standing`: what became of it so far, where its run has said that; null: it is worked on. */
  | {
      readonly verb: 'apply';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      readonly revises: boolean;
      readonly standing: Description | null;
    }
  /** `publishing`: ids of patches whose claim was older than the stop and is not settled yet; `unseen`: whom it stops. */
  | {
      readonly verb: 'pause' | 'lock';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly stop: Switch;
      readonly publishing: readonly string[];
      readonly unseen?: UnseenSender;
    }
  /** `left`: switches that still count; `held`: how many patches are worked on now. */
  | {
      readonly verb: 'resume' | 'unlock';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly scope: Scope;
      readonly left: readonly Switch[];
      readonly held: number;
    }
  | {
      readonly verb: 'approve';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      readonly sha: string;
      readonly pullRequest: PullRequestRef;
    }
  | {
      readonly verb: 'reject';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      readonly pullRequest: PullRequestRef;
    }
  | {
      readonly verb: 'retry';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      readonly attempt: number;
    }
  /**
   * `revertId`: id of the patch that takes `id` back; `pullRequest` once there is one. `merged` is what it takes back,
   * where another pull request of `id` came after that.
   */
  | {
      readonly verb: 'revert';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      readonly revertId: string;
      readonly pullRequest?: PullRequestRef;
      readonly merged?: PullRequestRef;
    }
  /** `unchanged`: no run works on it. */
  | {
      readonly verb: 'cancel';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string;
      /** None of its runs left a record. */
      readonly unrecorded?: true;
    }
  /**
   * `id` is null for all. `ended` runs are over as GitHub says, `live` ones are not yet. `publishing`: as of a stop, where
   * all are meant.
   */
  | {
      readonly verb: 'kill';
      readonly done: 'done' | 'unconfirmed' | 'unchanged';
      readonly id: string | null;
      readonly ended: number;
      readonly live: number;
      readonly publishing?: readonly string[];
      /** None of the runs of this one patch left a record. */
      readonly unrecorded?: true;
    }
  /**
   * Something of it waited at a server, too; `runs`: what became of the rest, or why that was left as it is; null: there
   * was nothing else of it.
   */
  | {
      readonly verb: 'cancel' | 'kill';
      readonly done: 'done' | 'unconfirmed';
      readonly id: string | null;
      readonly waited: Waited;
      readonly runs: CommandResult | CommandRefusal | null;
    };

/**
 * Of patches that a server had accepted: how many are not handed to GitHub any more, how many of these GitHub may have
 * taken before, and how many are handed to it at this moment.
 */
export type Waited = {
  readonly canceled: number;
  readonly mayHaveArrived: number;
  readonly handing: number;
};

/** The sentence of a report: what happened, and what to do next. */
export function describeResult(result: CommandResult): string {
  if ('waited' in result) {
    return describeWaited(result);
  }
  switch (result.verb) {
    case 'apply':
      return describeApplied(result);
    case 'pause':
    case 'lock':
      return describeStop(result);
    case 'resume':
    case 'unlock':
      return describeLift(result);
    case 'approve':
      return describeApproval(result);
    case 'reject':
      return {
        done: `Pull request #${result.pullRequest.number} of ${result.id} is closed. Send a better patch under a new id, or reopen it to go on.`,
        unconfirmed: `${result.id} is rejected, but pull request #${result.pullRequest.number} is not seen closed yet; look at it, and close it by hand if it stays open.`,
        unchanged: `Pull request #${result.pullRequest.number} of ${result.id} was closed before; nothing is left to do.`,
      }[result.done];
    case 'retry':
      return {
        done: `${result.id} is worked on as attempt ${result.attempt}; its message and its pull request tell how it ends.`,
        unconfirmed: `Another attempt of ${result.id} was asked for, but no run has taken it up yet; ask "status ${result.id}" in a minute.`,
        unchanged: `Attempt ${result.attempt} of ${result.id} is under way already; wait for it to end.`,
      }[result.done];
    case 'revert':
      return describeRevert(result);
    case 'cancel':
      return {
        done: result.unrecorded
          ? endedUnrecorded(result.id)
          : `The run of ${result.id} has ended. Write "retry ${result.id}" to have it worked on again.`,
        unconfirmed: `The run of ${result.id} was told to end and has not yet; write "cancel ${result.id}" again in a minute.`,
        unchanged: `No run works on ${result.id}; nothing is left to cancel.`,
      }[result.done];
    case 'kill':
      return describeKill(result);
  }
}

/** Something broke on the way. `reason` is the error's own text; `hourUsed`: for want of what all jobs share. */
export function describeFailure(verb: Verb, reason: string, { hourUsed = false } = {}): string {
  const why = endSentence(reason.trim() || 'the reason is unknown');
  const way = hourUsed && BY_PUSH.has(verb) ? ` ${PUSH}` : '';
  return `"${verb}" did not come to its end: ${why}${way} Look at what was observed, then write it again.`;
}

/** Verbs that can't wait until the limit has reset, and that a push of the switch does as well. */
const BY_PUSH: ReadonlySet<Verb> = new Set(['pause', 'resume', 'lock', 'unlock', 'kill']);

const PUSH =
  'All jobs of this repository share that limit; to stop patches now or lift a stop, push the switch with git, which needs nothing of it, as "When control itself is broken" in docs/control.md of Ghost Runner shows.';

function describeApplied({ done, id, revises, standing }: Of<'apply'>): string {
  const revision = revises ? `This takes the place of what ${id} asked for before. ` : '';
  if (done === 'unconfirmed') {
    return `${revision}${id} was sent, but no run has taken it up yet; ask "status ${id}" in a minute.`;
  }
  if (standing === null) {
    return `${revision}${id} fits and its tests are under way; its pull request comes after them. Ask "status ${id}" how it ends.`;
  }
  const { headline, detail, remedy = '' } = standing;
  return `${revision}${id}: ${headline}. ${detail} ${remedy}`.trim();
}

type Of<V extends Verb> = Exclude<Extract<CommandResult, { readonly verb: V }>, WithWaited>;
type WithWaited = Extract<CommandResult, { readonly waited: Waited }>;

function describeStop({ verb, done, stop, publishing, unseen }: Of<'pause' | 'lock'>): string {
  const until = stop.until === undefined ? 'until' : 'until then, or until';
  const effect =
    verb === 'pause'
      ? `New patches are held ${until} somebody writes "resume${scopeOption(stop.scope)}".`
      : `Patches are refused ${until} another operator writes "unlock${scopeOption(stop.scope)}".`;
  const doubt = unseen === undefined ? '' : ` ${describeUnseen(unseen)}`;
  switch (done) {
    case 'done':
      return `${describeSwitch(stop)} ${effect}${doubt}`;
    case 'unconfirmed':
      return `${describeSwitch(stop)} ${unconfirmedFor(publishing)}${doubt}`;
    case 'unchanged':
      return `${describeSwitch(stop)} That was so since ${formatTime(stop.at)} and stays so, whatever was written before this to lift it; to shorten it, lift it first.${doubt}`;
  }
}

function describeUnseen({ name, near }: UnseenSender): string {
  const other = near === undefined ? '' : `; some are from ${near}, who is somebody else`;
  return `No patch on record is from ${name}${other}.`;
}

function describeLift({ verb, done, scope, left, held }: Of<'resume' | 'unlock'>): string {
  const state = verb === 'resume' ? 'paused' : 'locked';
  const what = describeScope(scope);
  const still =
    left.length === 0 ? '' : ` What still counts: ${left.slice(0, MAX_LISTED).map(describeSwitch).join(' ')}`;
  const patches = held === 1 ? 'One held patch' : `${held} held patches`;
  const stands = left.some((one) => one.state === state && sameScope(one.scope, scope));
  switch (stands ? 'unchanged' : done) {
    case 'done': {
      const drained = held === 0 ? '' : ` ${patches} ${held === 1 ? 'is' : 'are'} worked on now, in order.`;
      return `No longer ${state}: ${what}.${drained}${still}`;
    }
    case 'unconfirmed':
      return `No longer ${state}: ${what}. ${patches} ${held === 1 ? 'is' : 'are'} not taken up yet; ask "status" in a minute.${still}`;
    case 'unchanged':
      if (stands) {
        return `Nothing was lifted, for it was ${state} after this was written; write it again if you mean that too.${still}`;
      }
      return `There is no such switch to lift: ${what} ${scope.kind === 'repository' ? 'is' : 'are'} not ${state} as such.${still || ' Ask "status" for what holds.'}`;
  }
}

/** More would hide the sentence that they belong to; `status` shows all. */
const MAX_LISTED = 5;

function describeApproval({ done, id, sha, pullRequest }: Of<'approve'>): string {
  switch (done) {
    case 'done':
      return `${id} is approved at ${shortSha(sha)}, and pull request #${pullRequest.number} is ready to be merged once its required checks allow it. A new commit needs a new approval.`;
    case 'unconfirmed':
      return `${id} is approved at ${shortSha(sha)}, but pull request #${pullRequest.number} is not seen ready yet; mark it as ready by hand if it stays a draft.`;
    case 'unchanged':
      return `${id} has an approval at ${shortSha(sha)} already, or needs none; nothing was changed, and pull request #${pullRequest.number} can be reviewed.`;
  }
}

function describeRevert(result: Of<'revert'>): string {
  const { id, merged } = result;
  const sentence = describeRevertOf(result);
  return merged === undefined
    ? sentence
    : `${sentence} This is about pull request #${merged.number}, the newest one of ${id} that was merged; what came after it stays as it is.`;
}

function describeRevertOf({ done, id, revertId, pullRequest }: Of<'revert'>): string {
  switch (done) {
    case 'done':
      return `${id} is being taken back by the patch ${revertId}${pullRequest === undefined ? '' : `, in pull request #${pullRequest.number}`}; merge its pull request when the tests have passed.`;
    case 'unconfirmed':
      return `The patch ${revertId} that takes ${id} back was sent, but no run has taken it up yet; ask "status ${revertId}" in a minute.`;
    case 'unchanged':
      return `${id} was taken back before, or is being taken back by ${revertId}${pullRequest === undefined ? '' : ` in pull request #${pullRequest.number}`}; look there.`;
  }
}

/** There is nothing that could be worked on again. */
function endedUnrecorded(id: string): string {
  return `No run of ${id} is under way, and none that failed is started again; it is on no record, so send it again where it is still wanted.`;
}

function describeKill({ done, id, ended, live, publishing = [], unrecorded }: Of<'kill'>): string {
  if (done === 'done' && id !== null && unrecorded === true) {
    return endedUnrecorded(id);
  }
  const whose = id === null ? 'all patches' : id;
  const locked = id === null ? ' The whole repository is locked; another operator can write "unlock".' : '';
  switch (done) {
    case 'done':
      return `${countRuns(ended)} of ${whose} ended, and none is left.${locked || ` Write "retry ${id}" to have it worked on again.`}`;
    case 'unconfirmed': {
      const runs =
        live === 0
          ? `${countRuns(ended)} of ${whose} ended.`
          : `${countRuns(live)} of ${whose} ${live === 1 ? 'was' : 'were'} told to end and ${live === 1 ? 'has' : 'have'} not yet; write "kill ${id ?? 'all confirm'}" again in a minute.`;
      return `${runs}${publishing.length === 0 ? '' : ` ${unconfirmedFor(publishing)}`}${locked}`;
    }
    case 'unchanged':
      return `No run of ${whose} was under way; nothing was left to end.${locked}`;
  }
}

function unconfirmedFor(publishing: readonly string[]): string {
  return `It is not confirmed yet, because ${listIds(publishing)} began to be published before and may still get a pull request; ask "status" in a minute.`;
}

function describeWaited({ verb, id, waited, runs }: WithWaited): string {
  const { canceled, mayHaveArrived, handing } = waited;
  const one = id !== null || canceled === 1;
  const sentences = [
    ...(canceled === 0
      ? []
      : [
          `${id ?? countPatches(canceled)} waited to be handed to GitHub, and ${one ? 'is' : 'are'} not any more; send ${one ? 'it' : 'them'} again if you still want ${one ? 'it' : 'them'}.`,
        ]),
    ...(mayHaveArrived === 0
      ? []
      : [
          `GitHub may have taken ${id === null ? `${mayHaveArrived} of them` : 'it'} all the same, for it gave no clear answer; write "${verb} ${id ?? 'all confirm'}" again when ${id === null && mayHaveArrived > 1 ? 'their runs show' : 'its run shows'}.`,
        ]),
    ...(handing === 0
      ? []
      : [
          `${id ?? countPatches(handing)} ${id !== null || handing === 1 ? 'is' : 'are'} being handed to GitHub at this moment; write "${verb} ${id ?? 'all confirm'}" again in a minute.`,
        ]),
    ...describeRest({ verb, id, runs }),
  ];
  return sentences.join(' ');
}

function describeRest({ verb, id, runs }: Pick<WithWaited, 'verb' | 'id' | 'runs'>): readonly string[] {
  if (runs === null) {
    return [];
  }
  if ('why' in runs) {
    return [
      `A run of ${id ?? 'a patch'} may go on; look for it on the Actions page, and end it there. ${describeRefusal(verb, runs)}`,
    ];
  }
  // That no run was there needs no words beside that, but for what is locked now.
  return id !== null && runs.done === 'unchanged' ? [] : [describeResult(runs)];
}

function countPatches(count: number): string {
  return count === 1 ? 'One patch' : `${count} patches`;
}

function countRuns(count: number): string {
  return count === 1 ? 'One run' : `${count} runs`;
}

function listIds(ids: readonly string[]): string {
  const more = ids.length - MAX_LISTED;
  return ids.slice(0, MAX_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
