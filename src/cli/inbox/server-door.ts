import { Buffer } from 'node:buffer';
import { preflightSchema, problemSchema, statusSchema } from '../../app/http/schemas.ts';
import { inlineOf } from '../../patch/inline.ts';
import { isFinished } from '../../record/life.ts';
import { mergeTold, type Told } from '../told.ts';
import { ClosedDoor, type Door, type Sent, type WholePatch } from './door.ts';
import type { Sighting } from './patch-step.ts';
import { outcomeNamed, type Report } from './report.ts';

export type ServerPlace = {
  /** Of the server, without a slash at its end; it is told the token. */
  readonly url: string;
  readonly token: string;
  /** owner/name; where absent, the token says which one. */
  readonly repository?: string;
};

/** Sends patches to the App's server, which says at once what does not fit, and asks it how they end. */
export function createServerDoor(place: ServerPlace): Door {
  const { url, repository } = place;
  return {
    name: repository === undefined ? url : `${repository} through ${url}`,
    atOnce: AT_ONCE,
    pollMs: POLL_MS,
    async check(signal) {
      await ask(place, { path: 'patches', query: { limit: '1' }, signal });
    },
    async look({ id, digest }, receipt, signal): Promise<Sighting> {
      const answer = await ask(place, { path: `patches/${encodeURIComponent(id)}`, query: {}, signal });
      if (answer.kind === 'unreachable') {
        return answer;
      }
      if (answer.status === NOT_FOUND) {
        return { kind: 'nothing' };
      }
      const status = statusSchema.safeParse(answer.body);
      return status.success
        ? sightStatus(status.data, { digest, sent: receipt !== null })
        : { kind: 'unreachable', ...laterOf(answer, url) };
    },
    async send(patch, signal): Promise<Sent> {
      const answer = await ask(place, { path: 'patches', query: {}, patch, signal });
      return answer.kind === 'unreachable' ? perhaps(answer.why) : readAnswer(answer, url);
    },
  };
}

/** Far fewer than the server lets one token wait for. */
const AT_ONCE = 8;

/** The server reads a record no more often than every other second, however many ask. */
const POLL_MS = 3_000;

const NOT_FOUND = 404;

/** The server knows answers to older sendings from those to this one, so that nothing need be kept. */
const RECEIPT = { before: null };

function perhaps(why: string): Sent {
  return { kind: 'perhaps', why, receipt: RECEIPT };
}

type Answer = {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs?: number;
};

type Question = {
  /** Behind `/api/`. */
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  /** Absent: it is a GET. */
  readonly patch?: WholePatch;
  readonly signal: AbortSignal;
};

/** One request. Throws a ClosedDoor where the token is not taken or the App is not installed. */
async function ask(
  { url, token, repository }: ServerPlace,
  { path, query, patch, signal }: Question,
): Promise<Answer | Extract<Sighting, { kind: 'unreachable' }>> {
  const address = new URL(`${url}/api/${path}`);
  for (const [name, value] of Object.entries({
    ...query,
    ...(repository === undefined ? {} : { repository }),
  })) {
    address.searchParams.set(name, value);
  }
  let answer: Answer;
  try {
    const response = await fetch(address, {
      method: patch === undefined ? 'GET' : 'POST',
      // Elsewhere, the token would be told to whoever is there.
      redirect: 'error',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      ...(patch === undefined ? {} : { body: JSON.stringify(inlineOf(patch)) }),
    });
    answer = await readResponse(response);
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'unreachable', why: `${url} does not answer (${causeOf(error)})` };
  }
  if (isClosed(answer)) {
    throw new ClosedDoor(`can't send to ${url}: ${wordsOf(answer, url)}`);
  }
  return answer;
}

/** Milliseconds; the server itself gives up on a patch after twenty seconds. */
const ANSWER_MS = 40_000;

async function readResponse(response: Response): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) {
      throw new Error(`its answer is longer than ${MAX_ANSWER_BYTES} bytes`);
    }
    chunks.push(chunk);
  }
  const seconds = Number(response.headers.get('retry-after'));
  return {
    kind: 'answer',
    status: response.status,
    body: parse(Buffer.concat(chunks).toString('utf8')),
    ...(seconds > 0 ? { retryAfterMs: seconds * 1000 } : {}),
  };
}

/** Bytes of an answer; the server's own have a hundred thousand characters at most. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Whatever stands between may answer with a page of its own. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? cause.message || cause.name : String(cause);
}

function isClosed({ status, body }: Answer): boolean {
  const code = problemSchema.safeParse(body).data?.code;
  return (
    status === UNAUTHORIZED ||
    status === FORBIDDEN ||
    (status === NOT_FOUND && code !== 'unknown_patch') ||
    code === 'malformed_request'
  );
}

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

function wordsOf({ status, body }: Answer, url: string): string {
  return problemSchema.safeParse(body).data?.detail ?? `${url} answers ${status}, and not as the server does`;
}

function laterOf(answer: Answer, url: string): { readonly why: string; readonly retryAfterMs?: number } {
  const { retryAfterMs } = answer;
  return { why: wordsOf(answer, url), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

type Status = ReturnType<typeof statusSchema.parse>;

function sightStatus(
  status: Status,
  { digest, sent }: { readonly digest: string; readonly sent: boolean },
): Sighting {
  const { stage, finished, repository, id } = status;
  const look = `${repository} ${id}`;
  if (status.digest !== digest) {
    return { kind: 'other', look };
  }
  if (stage === 'failed' && status.withdrawn !== undefined) {
    const report = reportOf(status, finished ? 'not_taken' : 'unknown');
    return { kind: 'withdrawn', surely: finished, report };
  }
  // GitHub may have taken it or not, and no run of it shows so far; what has arrived is not done twice.
  if (stage === 'failed' && !finished) {
    return { kind: 'nothing' };
  }
  if (!finished) {
    const held = stage === 'held';
    return { kind: 'under_way', held, words: status.headline, look };
  }
  const outcome = stage === 'failed' ? 'not_taken' : outcomeNamed(status.outcome ?? '');
  return {
    kind: 'ended',
    final: sent || (outcome !== 'not_taken' && outcome !== 'unknown' && isFinished({ kind: outcome })),
    report: reportOf(status, outcome),
  };
}

function reportOf(
  {
    headline,
    detail,
    remedy,
    pullRequest,
    refusals,
    tests,
    notes,
    notDone,
    warnings,
    repository,
    id,
  }: Status,
  outcome: Report['outcome'],
): Report {
  return {
    outcome,
    headline,
    detail,
    ...(remedy === undefined ? {} : { remedy }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...(refusals === undefined ? {} : { refusals }),
    ...(tests === undefined ? {} : { tests: { verdict: tests.verdict, failingLines: tests.failingLines } }),
    ...mergeTold({ ...remarks({ notes, notDone }), warnings }),
    look: `${repository} ${id}`,
  };
}

/** What the server says to a patch. */
function readAnswer(answer: Answer, url: string): Sent {
  const { status, body } = answer;
  const taken = preflightSchema.safeParse(body);
  if (taken.success && status < 300) {
    return { kind: 'sent', receipt: RECEIPT, told: mergeTold(remarks(taken.data)) };
  }
  if (LATER.has(status)) {
    return { kind: 'not_sent', ...laterOf(answer, url) };
  }
  const problem = problemSchema.safeParse(body);
  if (!problem.success || status >= 500) {
    return perhaps(wordsOf(answer, url));
  }
  const { title, detail, outcome, refusals, pullRequest } = problem.data;
  const named = outcomeNamed(outcome ?? '');
  return {
    kind: 'ended',
    report: {
      outcome: named === 'unknown' ? 'not_taken' : named,
      headline: title,
      detail,
      ...(refusals === undefined ? {} : { refusals }),
      ...(pullRequest === undefined ? {} : { pullRequest }),
      ...mergeTold(remarks(problem.data)),
    },
  };
}

function remarks({
  notes = [],
  notDone = [],
}: {
  readonly notes?: readonly string[] | undefined;
  readonly notDone?: readonly string[] | undefined;
}): Told {
  return { notes, notDone };
}

/** Limits and outages, in which the server keeps nothing. */
const LATER: ReadonlySet<number> = new Set([429, 503]);
