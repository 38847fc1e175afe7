import { parseControl } from '../../control/control.ts';
import { type Switch, strictestSwitch } from '../../control/switches.ts';
import { parseEnvelope } from '../../patch/envelope.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { Outcome } from '../../record/outcome.ts';
import { findFirst } from '../control/earlier-step.ts';
import { enterSender } from '../control/switchboard.ts';
import { isCanaryId } from '../watch/canary.ts';
import type { IntakeContext, Target } from './context.ts';
import { hasDied } from './died.ts';
import { isOf, ownerOf } from './owner.ts';
import { type Preflight, preflight } from './preflight.ts';
import { isAbout } from './status.ts';
import type { Delivery, NewDelivery, Token } from './store.ts';

/** What becomes of a patch at the front door. */
export type IntakeAnswer =
  /** Kept, and on its way to GitHub. */
  | { readonly kind: 'accepted'; readonly preflight: Preflight; readonly delivery: Delivery }
  /** These very bytes are done or under way already; nothing was sent twice. */
  | { readonly kind: 'duplicate'; readonly preflight: Preflight }
  /** A dry run of a patch that fits. */
  | ({ readonly kind: 'fits'; readonly preflight: Preflight } & BesideStop)
  /** It goes no further as it is; the outcome says why. */
  | ({ readonly kind: 'ended'; readonly preflight: Preflight; readonly outcome: Outcome } & BesideStop)
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The id, or the one that is to be superseded, belongs to another sender, such as ids of canaries to the watch. */
  | { readonly kind: 'taken'; readonly id: string; readonly by: string }
  | { readonly kind: 'not_installed' }
  /** The caller's deadline passed before anything was kept. */
  | { readonly kind: 'late' }
  /** An operator has stopped this very sender; nothing was kept. */
  | { readonly kind: 'stopped'; readonly by: Switch }
  /** Nobody would know any more who sent it, so nothing was kept; a sentence says why. */
  | { readonly kind: 'unlogged'; readonly problem: string };

/** An operator has paused this very sender, whose dry run was made all the same. */
export type BesideStop = { readonly by?: Switch };

export type IntakeRequest = {
  readonly token: Token;
  /** `owner/name`, in lower case; the token's scope was checked. */
  readonly repository: string;
  readonly payload: unknown;
  readonly dryRun: boolean;
  /** Aborted when nobody waits for the answer any more: nothing is kept then. */
  readonly signal: AbortSignal;
  /** Called when it is about to be kept, from where on nobody can say any more that it was not. */
  readonly onKeep?: () => void;
};

/**
 * Takes a patch: tries it on the repository as it is, and keeps it for dispatch only if it fits. Sending the same
 * bytes under the same id again is answered and not dispatched again, as long as the first may still arrive.
 */
export async function takePatch(context: IntakeContext, request: IntakeRequest): Promise<IntakeAnswer> {
  const { repository, token } = request;
  const envelope = parseEnvelope(request.payload);
  if (envelope.ok && envelope.envelope.retry === true) {
    return { kind: 'refused', refusals: [ANOTHER_ATTEMPT] };
  }
  if (envelope.ok && envelope.envelope.again === true) {
    return { kind: 'refused', refusals: [FROM_ITS_RECORD] };
  }
  if (envelope.ok && envelope.envelope.sentFor !== undefined) {
    return { kind: 'refused', refusals: [FOR_WHOM] };
  }
  const target = await context.target(repository);
  if (target === null) {
    return { kind: 'not_installed' };
  }
  let tried = await preflight(target, request.payload, { signal: request.signal, dryRun: request.dryRun });
  const dryRun = request.dryRun || tried.dryRun;
  const by = stopOf(token, tried.control, context.clock.now());
  // Whoever is locked is not told either what a patch would find.
  if (by !== null && !(dryRun && by.state === 'paused')) {
    return { kind: 'stopped', by };
  }
  if (isCanaryId(tried.id)) {
    return { kind: 'taken', id: tried.id, by: target.login };
  }
  const foreign = await supersedesForeign(context, target, { request, tried });
  if (foreign !== null) {
    return foreign;
  }
  let logged = token.login === undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const newest = await context.store.deliveries.newest({ repository, id: tried.id });
    const name = { repository, id: tried.id };
    // Most ids are new, and have no history to be read.
    const isKnown = newest !== null || tried.previous !== null;
    const owner = isKnown ? await ownerOf(context, target, name) : null;
    if (owner !== null && !isOf(owner, token)) {
      return { kind: 'taken', id: tried.id, by: owner };
    }
    if (tried.outcome?.kind === 'duplicate' && isBehind(tried, newest)) {
      tried = await preflight(target, request.payload, { signal: request.signal, dryRun, behind: true });
    }
    const now = context.clock.now();
    const mayArrive = mayStillArrive(newest, tried, now) && !(await isLost(target, newest));
    const answer = answerAtOnce(tried, { mayArrive, dryRun, by });
    if (answer !== null) {
      return answer;
    }
    if (!logged && !request.signal.aborted) {
      const problem = await enterPerson(target, tried, { token, at: context.clock.now() });
      if (problem !== null) {
        return { kind: 'unlogged', problem };
      }
      logged = true;
    }
    // Looked at after all that may take its time. An entry in the log without a patch costs nobody a patch: a comment that
    // was written before it and is answered after it is refused, with what to do.
    if (request.signal.aborted) {
      return { kind: 'late' };
    }
    request.onKeep?.();
    const delivery = await context.store.deliveries.accept(
      newDelivery(tried, request, context.clock.now()),
      newest?.seq ?? null,
    );
    if (delivery !== null) {
      return { kind: 'accepted', preflight: tried, delivery };
    }
  }
  return { kind: 'duplicate', preflight: tried };
}

/** Who sends is not who may have something worked on again, which costs a run each time. */
const ANOTHER_ATTEMPT: Refusal = {
  code: 'malformed',
  message:
    'Another attempt is a command here: leave `retry` out to send a patch, or ask for the attempt with POST /api/patches/<id>/retry and a token that speaks for a person.',
  pointer: '/retry',
};

/** Only who goes on with what is on record says so, and that is nobody who sends a patch here. */
const FROM_ITS_RECORD: Refusal = {
  code: 'malformed',
  message: 'Leave `again` out: it is for what is sent once more from its record.',
  pointer: '/again',
};

/** The token says who sends. */
const FOR_WHOM: Refusal = {
  code: 'malformed',
  message: 'Leave `for` out: the token says who sends a patch here.',
  pointer: '/for',
};

/** How often another delivery of the same id may come in between. */
const MAX_ROUNDS = 4;

/** The switch that is about this sender alone, which nobody else can heed: on GitHub we are the sender of all. */
function stopOf({ sender, login }: Token, control: string | null, now: Date): Switch | null {
  const about = (parseControl(control ?? '')?.switches ?? []).filter(({ scope }) => scope.kind === 'sender');
  return strictestSwitch(about, { senders: [sender, ...(login === undefined ? [] : [login])] }, now);
}

/**
 * On GitHub all patches of this server have one sender, so only its store knows whose pull request would be closed. It
 * must know that now: an id belongs to who sent it first, so what is one's own remains so, and what nobody has sent yet
 * may be another sender's by the time that this patch has its pull request.
 */
async function supersedesForeign(
  context: IntakeContext,
  target: Target,
  { request: { repository, token }, tried }: { readonly request: IntakeRequest; readonly tried: Preflight },
): Promise<IntakeAnswer | null> {
  const { supersedes: id } = tried;
  if (id === undefined || id === tried.id) {
    return null;
  }
  const owner = await ownerOf(context, target, { repository, id });
  if (owner === null) {
    // What was sent through us, for nobody knows whom, is nobody's to be replaced.
    return (await findFirst(target.control, id)) === null
      ? { kind: 'refused', refusals: [nothingToSupersede(id)] }
      : { kind: 'taken', id, by: target.login };
  }
  return isOf(owner, token) ? null : { kind: 'taken', id, by: owner };
}

function nothingToSupersede(id: string): Refusal {
  return {
    code: 'not_found',
    message: `No patch ${id} was taken here before, so nothing can take its place; leave supersedes out, or name a patch of yours that was taken.`,
    pointer: '/supersedes',
  };
}

/** Whoever a token speaks for has sent what comes with it, and may not approve it. null: that is in the log. */
async function enterPerson(
  { control }: Target,
  { id, digest }: Preflight,
  { token, at }: { readonly token: Token; readonly at: Date },
): Promise<string | null> {
  const { login } = token;
  return login === undefined ? null : enterSender(control, { id, digest, login, at });
}

/** Everything but keeping it. */
function answerAtOnce(
  tried: Preflight,
  {
    mayArrive,
    dryRun,
    by,
  }: { readonly mayArrive: boolean; readonly dryRun: boolean; readonly by: Switch | null },
): IntakeAnswer | null {
  const { outcome } = tried;
  const beside: BesideStop = by === null ? {} : { by };
  if (outcome?.kind === 'duplicate' || mayArrive) {
    return { kind: 'duplicate', preflight: tried };
  }
  // What is held is kept on GitHub, to be worked on after the pause; so it is sent all the same.
  if (outcome !== undefined && outcome.kind !== 'held') {
    return { kind: 'ended', preflight: tried, outcome, ...beside };
  }
  if (tried.text === null) {
    return { kind: 'refused', refusals: [SENT_BY_REFERENCE] };
  }
  return dryRun ? { kind: 'fits', preflight: tried, ...beside } : null;
}

const SENT_BY_REFERENCE: Refusal = {
  code: 'malformed',
  message: 'A patch by reference is for repository_dispatch; send the patch itself here, of whatever size.',
  pointer: '/ref',
};

/**
 * What stands there is about to be taken by another revision, which no run has told of yet: whoever sends these bytes
 * after that wants them back. Where that one never comes, the run of these finds that there is nothing to do.
 */
function isBehind({ digest, previous }: Preflight, newest: Delivery | null): boolean {
  if (newest === null || newest.digest === digest || isSurelyNotThere(newest)) {
    return false;
  }
  const record = previous?.record ?? null;
  return newest.record === undefined && (record === null || !isAbout(record, newest));
}

function isSurelyNotThere({ state, mayHaveArrived }: Delivery): boolean {
  return state === 'failed' && mayHaveArrived === undefined;
}

/** The same bytes were taken a short while ago, and no run has told of them yet. */
function mayStillArrive(newest: Delivery | null, { digest, previous }: Preflight, now: Date): boolean {
  if (newest === null || newest.digest !== digest || newest.state === 'failed') {
    return false;
  }
  if (newest.sentAt === undefined) {
    return true;
  }
  const record = previous?.record ?? null;
  const told = record !== null && isAbout(record, newest);
  return !told && now.getTime() - new Date(newest.sentAt).getTime() < ARRIVAL_MS;
}

/** GitHub has taken it, and what ran of it has ended. */
async function isLost({ control }: Target, newest: Delivery | null): Promise<boolean> {
  const { id = '', sentAt } = newest ?? {};
  return sentAt !== undefined && (await hasDied(control, { id, sentAt }));
}

/** Milliseconds in which a run usually starts, queueing included; sent again after that, a patch is dispatched again. */
const ARRIVAL_MS = 10 * 60_000;

function newDelivery(
  { id, name, digest, title, text }: Preflight,
  { token, repository }: IntakeRequest,
  now: Date,
): NewDelivery {
  return {
    repository,
    id,
    name,
    digest,
    title,
    sender: token.sender,
    token: token.id,
    receivedAt: now.toISOString(),
    text: text ?? '',
  };
}
