import type { Context } from 'hono';
import type { Switch } from '../../control/switches.ts';
import { takeRepository } from '../../patch/dialects/repository.ts';
import { payloadOf } from '../../patch/payload.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { Outcome } from '../../record/outcome.ts';
import { endSentence } from '../../report/phrases.ts';
import { describeOutcome, describeStop } from '../../report/sentence.ts';
import { type BesideStop, type IntakeAnswer, takePatch } from '../../stages/intake/intake.ts';
import type { Preflight } from '../../stages/intake/preflight.ts';
import { reasonOf } from '../../stages/intake/seen.ts';
import { type AnswerRoom, createAnswerRoom } from './answer-length.ts';
import { repositoryOf } from './authenticate.ts';
import { readBodyText } from './body-text.ts';
import type { ApiParts, Variables } from './parts.ts';
import { answerProblem, RequestProblem } from './problem.ts';
import { spendOne } from './spending.ts';
import { statusUrl } from './status-url.ts';

/** `POST /api/patches`: tries the patch on the repository as it is, and keeps it if it fits. */
export async function receivePatch(context: Context<Variables>, parts: ApiParts): Promise<Response> {
  checkType(context.req.header('content-type'));
  const dryRun = readDryRun(context.req.query('dryRun'));
  const token = context.get('token');
  // A model's call of a function has it there, and may be passed on as it is: no other one must be changed.
  const { payload, named } = takeRepository(payloadOf(await readBodyText(context)));
  const repository = repositoryOf(context, named);
  await spendOne(parts, token);
  const signal = AbortSignal.timeout(DEADLINE_MS);
  let isKept = false;
  const onKeep = () => {
    isKept = true;
  };
  const work = takePatch(parts.context, { token, repository, payload, dryRun, signal, onKeep });
  const answer = await Promise.race([work, lateAfter(signal, () => isKept)]);
  const reason = whyNot(answer);
  parts.metrics?.answered(answer.kind, reason);
  if (reason !== undefined && !dryRun) {
    const { board } = parts.context.store;
    await board.countRefusal({ repository, reason, at: parts.context.clock.now() });
  }
  if (answer.kind === 'accepted') {
    await parts.background.handOnNow(answer.delivery.seq, HAND_ON_MS);
  }
  const now = parts.context.clock.now();
  return respond(context, { answer, repository, publicUrl: parts.publicUrl, now });
}

/** In a word, for the statistics; undefined: it goes further. */
function whyNot(answer: IntakeAnswer): string | undefined {
  switch (answer.kind) {
    case 'refused':
      return answer.refusals[0]?.code ?? 'unknown';
    case 'ended':
      return reasonOf(answer.outcome) ?? answer.outcome.kind;
    default:
      return undefined;
  }
}

/** Milliseconds until the sender is told to come again; GPT Actions give up after 45 seconds. */
const DEADLINE_MS = 20_000;

/** Milliseconds for which the answer waits for GitHub to take the patch. It is kept by then, and goes on without us. */
const HAND_ON_MS = 1_000;

/** Never, where it is kept by then: whoever was told that nothing was kept would send it again. */
async function lateAfter(signal: AbortSignal, isKept: () => boolean): Promise<IntakeAnswer> {
  return await new Promise((resolve) => {
    const give = () => (isKept() ? undefined : resolve({ kind: 'late' }));
    signal.addEventListener('abort', give, { once: true });
  });
}

function checkType(type: string | undefined): void {
  const name = type?.split(';', 1)[0]?.trim().toLowerCase();
  if (name !== 'application/json' && name !== 'text/plain') {
    throw new RequestProblem({
      status: 415,
      code: 'unsupported_type',
      detail: 'Send the patch as JSON, with the header "Content-Type: application/json".',
    });
  }
}

function readDryRun(text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false') {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail: 'dryRun must be true or false; send one of them, or leave it out.',
    });
  }
  return text === 'true';
}

type Given = {
  readonly answer: IntakeAnswer;
  readonly repository: string;
  readonly publicUrl: string;
  readonly now: Date;
};

function respond(context: Context, given: Given): Response {
  const { answer, repository } = given;
  switch (answer.kind) {
    case 'accepted':
      return answer.preflight.outcome === undefined
        ? answerFit(context, given, { status: 202, outcome: 'accepted', preflight: answer.preflight })
        : answerFit(context, given, { status: 202, outcome: 'held', preflight: answer.preflight });
    case 'duplicate':
      return answerFit(context, given, { status: 202, outcome: 'duplicate', preflight: answer.preflight });
    case 'fits':
      return answerFit(context, given, {
        status: 200,
        outcome: 'fits',
        preflight: answer.preflight,
        stop: stopBeside(answer),
      });
    case 'ended':
      return answerEnded(context, given, answer);
    case 'refused':
      return answerProblem(context, {
        status: 422,
        code: 'patch_refused',
        detail: answer.refusals.map(({ message }) => message).join(' '),
        more: { outcome: 'refused', repository, refusals: answer.refusals },
      });
    case 'taken':
      return answerProblem(context, {
        status: 409,
        code: 'id_taken',
        detail: `The id ${answer.id} belongs to patches of ${answer.by}; name none but your own, and send this one under another id.`,
        more: { repository, id: answer.id },
      });
    case 'not_installed':
      return answerProblem(context, {
        status: 404,
        code: 'not_installed',
        detail: `The GitHub App is not installed on ${repository}; install it there, then send the patch again.`,
      });
    case 'late':
      return answerProblem(context, {
        status: 503,
        code: 'github_unreachable',
        detail:
          'GitHub did not answer in time, or other patches for this repository took all of it, and nothing was kept; send the patch again a little later.',
        retryAfterSeconds: RETRY_SECONDS,
      });
    case 'stopped':
      return answerProblem(context, {
        status: 423,
        code: 'locked',
        detail: `An operator has ${answer.by.state} the patches of this sender, and nothing was kept. Reason: ${answer.by.reason.trim() || 'none was given'}. Send the patch again when that is over.`,
        more: { repository },
      });
    case 'unlogged':
      return answerProblem(context, {
        status: 503,
        code: 'log_unwritable',
        detail: `Nothing was kept, because the log has to say whose patch this is. ${answer.problem} Send the patch again after that.`,
        retryAfterSeconds: RETRY_SECONDS,
      });
  }
}

/** Seconds after which an outage may be over. */
const RETRY_SECONDS = 15;

type Fit = {
  readonly status: 200 | 202;
  readonly outcome: 'accepted' | 'held' | 'duplicate' | 'fits';
  readonly preflight: Preflight;
  /** What a stop would make of what was only tried. */
  readonly stop?: ToldStop | null;
};

/** A stop beside a dry run: in words, and for programs. */
type ToldStop = {
  readonly sentence: string;
  readonly stopped: { readonly state: Switch['state']; readonly reason: string; readonly until?: string };
};

function stopBeside({ preflight, by }: BesideStop & { readonly preflight: Preflight }): ToldStop | null {
  if (by !== undefined) {
    const { state, reason, until } = by;
    const sentence = `It would not be taken just now, for an operator has ${state} the patches of this sender. Reason: ${endSentence(reason.trim() || 'none was given')}`;
    return { sentence, stopped: { state, reason, ...(until === undefined ? {} : { until }) } };
  }
  const { stopped: stop } = preflight;
  if (stop === undefined) {
    return null;
  }
  const { kind: _, ...stopped } = stop;
  return { sentence: describeStop(stop), stopped };
}

function answerFit(context: Context, { repository, publicUrl }: Given, fit: Fit): Response {
  const { id, digest, changes, commands, hunks } = fit.preflight;
  const rest = {
    id,
    repository,
    digest,
    outcome: fit.outcome,
    detail: fit.stop == null ? DETAILS[fit.outcome] : `${TRIED} ${fit.stop.sentence}`,
    ...(fit.stop == null ? {} : { stopped: fit.stop.stopped }),
    changes,
    ...(commands.length === 0 ? {} : { commands }),
    statusUrl: statusUrl(publicUrl, { repository, id }),
  };
  const room = createAnswerRoom(rest);
  const lists = { ...fitRemarks(room, fit.preflight), hunks: fitHunks(room, hunks) };
  return context.json({ ...rest, ...lists, ...room.leftOut() }, fit.status);
}

const TRIED = 'The patch fits. Nothing was kept or changed.';

const DETAILS: { readonly [outcome in Fit['outcome']]: string } = {
  accepted: 'The patch fits and is on its way; its tests come next. Ask at statusUrl how it ends.',
  held: 'The patch is kept until the pause ends, and worked on then. Ask at statusUrl how it goes on.',
  duplicate: 'This very patch is done or under way already, and nothing was done twice. Ask at statusUrl.',
  fits: 'The patch fits. Nothing was kept or changed; send it without dryRun to have it worked on.',
};

function fitRemarks(room: AnswerRoom, { notes, notDone }: Pick<Preflight, 'notes' | 'notDone'>) {
  return {
    ...(notes.length === 0 ? {} : { notes: room.fit('notes', notes) }),
    ...(notDone.length === 0 ? {} : { notDone: room.fit('notDone', notDone) }),
  };
}

/** So many tell everything worth telling. */
const MAX_HUNKS = 100;

/** Those that fit need nothing: where there is no room for all, only the refused ones are told, if there are any. */
function fitHunks(room: AnswerRoom, hunks: Preflight['hunks']): Preflight['hunks'] {
  if (hunks.length <= MAX_HUNKS && room.holds(hunks)) {
    return room.fit('hunks', hunks);
  }
  const refused = hunks.filter(({ status }) => status === 'refused');
  const others = hunks.filter(({ status }) => status !== 'refused');
  const most = refused.length === 0 ? MAX_HUNKS : Math.min(MAX_HUNKS, refused.length);
  return room.fit('hunks', [...refused, ...others], most);
}

function answerEnded(
  context: Context,
  { repository, now }: Given,
  answer: Extract<IntakeAnswer, { kind: 'ended' }>,
): Response {
  const { outcome, preflight } = answer;
  const { headline, detail: facts, remedy } = describeOutcome(outcome);
  const stop = stopBeside(answer);
  const detail = [
    `${headline}.`,
    facts,
    ...(remedy === undefined ? [] : [remedy]),
    ...(stop === null ? [] : [stop.sentence]),
  ].join(' ');
  const rest = {
    id: preflight.id,
    repository,
    digest: preflight.digest,
    outcome: outcome.kind,
    ...(stop === null ? {} : { stopped: stop.stopped }),
    ...('pullRequest' in outcome ? { pullRequest: outcome.pullRequest } : {}),
  };
  const room = createAnswerRoom({ ...rest, detail });
  const lists = {
    ...('refusals' in outcome ? { refusals: room.fit('refusals', outcome.refusals) } : {}),
    ...('clashes' in outcome ? { clashes: room.fit('clashes', outcome.clashes ?? []) } : {}),
    ...fitRemarks(room, preflight),
    hunks: fitHunks(room, preflight.hunks),
  };
  return answerProblem(context, {
    ...problemOf(outcome, now),
    detail,
    more: { ...rest, ...lists, ...room.leftOut() },
  });
}

/** What a dry run can end with; the others only come after a patch was worked on. */
function problemOf(outcome: Outcome, now: Date) {
  switch (outcome.kind) {
    case 'refused':
      return problemOfRefusals(outcome.refusals, now);
    case 'halted':
      return { status: 423, code: 'locked' } as const;
    case 'conflict':
      return outcome.reason === 'base_moved'
        ? ({ status: 422, code: 'patch_refused' } as const)
        : ({ status: 409, code: 'in_the_way' } as const);
    case 'crashed':
      return { status: 500, code: 'broken' } as const;
    default:
      return { status: 422, code: 'patch_refused' } as const;
  }
}

/** What is only too much just now is no fault of the patch, and is told so that a program comes again by itself. */
function problemOfRefusals(refusals: readonly Refusal[], now: Date) {
  const tooSoon = refusals.find(({ code }) => code === 'rate_limited');
  if (tooSoon !== undefined) {
    const retryAt = tooSoon.data?.['retryAt'];
    const seconds =
      typeof retryAt === 'string' ? (Date.parse(retryAt) - now.getTime()) / 1000 : RETRY_SECONDS;
    const retryAfterSeconds = Math.max(1, Math.ceil(seconds));
    return { status: 429, code: 'too_many', retryAfterSeconds } as const;
  }
  return refusals.some(({ code }) => code === 'too_many_open')
    ? ({ status: 409, code: 'too_many_open' } as const)
    : ({ status: 422, code: 'patch_refused' } as const);
}
