import type { Refusal } from '../../patch/refusal.ts';
import type { Outcome } from '../../record/outcome.ts';
import type { IntakeContext } from './context.ts';
import { type Preflight, preflight } from './preflight.ts';
import { isAbout } from './status.ts';
import type { Delivery, NewDelivery, Token } from './store.ts';

/** What becomes of a patch at the front door. */
export type IntakeAnswer =
  /** Kept, and on its way to GitHub. */
  | { readonly kind: 'accepted'; readonly preflight: Preflight; readonly delivery: Delivery }
  /** These very bytes are done or under way already; nothing was sent twice. */
  | { readonly kind: 'duplicate'; readonly preflight: Preflight }
  /** A dry run of a patch that would be accepted. */
  | { readonly kind: 'fits'; readonly preflight: Preflight }
  /** It goes no further as it is; the outcome says why. */
  | { readonly kind: 'ended'; readonly preflight: Preflight; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The id, or the one that is to be superseded, belongs to another sender. */
  | { readonly kind: 'taken'; readonly id: string; readonly by: string }
  | { readonly kind: 'not_installed' }
  /** The caller's deadline passed before anything was kept. */
  | { readonly kind: 'late' };

export type IntakeRequest = {
  readonly token: Token;
  /** `owner/name`, in lower case; the token's scope was checked. */
  readonly repository: string;
  readonly payload: unknown;
  readonly dryRun: boolean;
  /** Aborted when nobody waits for the answer any more: nothing is kept then. */
  readonly signal: AbortSignal;
};

/**
 * Takes a patch: tries it on the repository as it is, and keeps it for dispatch only if it fits. Sending the same
 * bytes under the same id again is answered and not dispatched again, as long as the first may still arrive.
 */
export async function takePatch(context: IntakeContext, request: IntakeRequest): Promise<IntakeAnswer> {
  const { repository, token } = request;
  const target = await context.target(repository);
  if (target === null) {
    return { kind: 'not_installed' };
  }
  const tried = await preflight(target, request.payload);
  const foreign = await supersedesForeign(context, request, tried);
  if (foreign !== null) {
    return foreign;
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const newest = await context.store.deliveries.newest({ repository, id: tried.id });
    const owner = ownerOf(newest, tried, target.login);
    if (owner !== null && owner !== token.sender) {
      return { kind: 'taken', id: tried.id, by: owner };
    }
    const answer = answerAtOnce(tried, {
      newest,
      dryRun: request.dryRun || tried.dryRun,
      now: context.clock.now(),
    });
    if (answer !== null) {
      return answer;
    }
    if (request.signal.aborted) {
      return { kind: 'late' };
    }
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

/** How often another delivery of the same id may come in between. */
const MAX_ROUNDS = 4;

/** On GitHub all patches of this server have one sender, so only its store knows whose pull request would be closed. */
async function supersedesForeign(
  { store }: IntakeContext,
  { repository, token }: IntakeRequest,
  { supersedes: id }: Preflight,
): Promise<IntakeAnswer | null> {
  const older = id === undefined ? null : await store.deliveries.newest({ repository, id });
  return id === undefined || older === null || older.sender === token.sender
    ? null
    : { kind: 'taken', id, by: older.sender };
}

/** Who sent this id first: as the store knows, or else as the record says; null: nobody, or nobody knows. */
function ownerOf(newest: Delivery | null, { previous }: Preflight, ownLogin: string): string | null {
  const sender = newest?.sender ?? previous?.record?.sender ?? null;
  return sender === ownLogin ? null : sender;
}

/** Everything but keeping it. */
function answerAtOnce(
  tried: Preflight,
  { newest, dryRun, now }: { readonly newest: Delivery | null; readonly dryRun: boolean; readonly now: Date },
): IntakeAnswer | null {
  const { outcome } = tried;
  if (outcome?.kind === 'duplicate' || mayStillArrive(newest, tried, now)) {
    return { kind: 'duplicate', preflight: tried };
  }
  // What is held is kept on GitHub, to be worked on after the pause; so it is sent all the same.
  if (outcome !== undefined && outcome.kind !== 'held') {
    return { kind: 'ended', preflight: tried, outcome };
  }
  if (tried.text === null) {
    return { kind: 'refused', refusals: [SENT_BY_REFERENCE] };
  }
  return dryRun ? { kind: 'fits', preflight: tried } : null;
}

const SENT_BY_REFERENCE: Refusal = {
  code: 'malformed',
  message: 'A patch by reference is for repository_dispatch; send the patch itself here, of whatever size.',
  pointer: '/ref',
};

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
