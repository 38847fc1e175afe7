import { type Context, Hono } from 'hono';
import { jsonIn } from '../../patch/json-text.ts';
import { type BodyLimit, createBodies, limitBody } from '../http/bodies.ts';
import { refuseWhileDraining } from '../http/draining.ts';
import type { Variables } from '../http/parts.ts';
import { RequestProblem } from '../http/problem.ts';
import { readChallenge } from './requests.ts';
import { isFromSlack } from './signature.ts';
import { asPrivate, type Told, take } from './taking.ts';
import type { SlackWork } from './working.ts';

export type SlackParts = {
  /** null: nobody set Slack up, and its addresses say so. */
  readonly work: SlackWork | null;
  readonly clock: { now(): Date };
  readonly draining: AbortSignal;
};

/**
 * The addresses that Slack calls: `POST /slack/commands`, `/slack/interactions` and `/slack/events`. Each is
 * acknowledged at once, because Slack waits for three seconds; the answer comes later, to the person who asked.
 */
export function createSlackRoutes({ work, clock, draining }: SlackParts): Hono<Variables> {
  const routes = new Hono<Variables>();
  const secret = work?.slack.signingSecret;
  if (work === null || secret === undefined) {
    return routes.post('/slack/:what{commands|interactions|events}', () => {
      throw new RequestProblem(work === null ? NOT_SET_UP : OVER_SOCKET);
    });
  }
  const refuseLate = refuseWhileDraining({ draining });
  const limit = limitBody(createBodies(ARRIVING), BODY);
  const read = (context: Context<Variables>) => readSigned(context, { secret, now: clock.now() });
  routes.post('/slack/commands', refuseLate, limit, async (context) => {
    const { body, name } = await read(context);
    const payload = JSON_OBJECT.test(body) ? null : parseForm(body);
    return answer(context, work, { kind: 'command', payload, name });
  });
  routes.post('/slack/interactions', refuseLate, limit, async (context) => {
    const { body, name } = await read(context);
    const form = JSON_OBJECT.test(body) ? '' : body;
    const payload = jsonIn(new URLSearchParams(form).get('payload') ?? '');
    return answer(context, work, { kind: 'interaction', payload, name });
  });
  routes.post('/slack/events', refuseLate, limit, async (context) => {
    const { body, name } = await read(context);
    const payload = jsonIn(body);
    const challenge = readChallenge(payload);
    return challenge === null
      ? answer(context, work, { kind: 'event', payload, name })
      : context.text(challenge);
  });
  return routes;
}

const NOT_SET_UP = {
  status: 404,
  code: 'unknown_address',
  detail:
    'Slack is not set up on this server; give it SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET or SLACK_APP_TOKEN, as docs/deploy.md says.',
} as const;

const OVER_SOCKET = {
  status: 404,
  code: 'unknown_address',
  detail:
    'This server hears Slack over a socket; switch Socket Mode on in the settings of the Slack app, or give the server SLACK_SIGNING_SECRET.',
} as const;

/** Bytes; a press comes with the whole message that the button is under. */
const MAX_BODY_BYTES = 262_144;

const BODY: BodyLimit = {
  maxSize: MAX_BODY_BYTES,
  remedy: 'Slack never sends as much, so check who calls this address',
  ownerOf: () => 'slack',
};

/** Bytes that may be on their way at once; nobody knows who sends them before they are all there. */
const MAX_ARRIVING_BYTES = 64 * 1024 * 1024;

/** Slack is one sender, and so is whoever only says to be it. */
const ARRIVING = { ofOne: Number.POSITIVE_INFINITY, ofAll: MAX_ARRIVING_BYTES };

/**
 * Slack's signature says nothing of the address. An event repeats what somebody wrote, which read as a form might be a
 * command of anybody.
 */
const JSON_OBJECT = /^\s*\{/;

/** The body as a text, where Slack signed it. Its signature names it: whoever sends it again changes nothing. */
async function readSigned(
  context: Context<Variables>,
  { secret, now }: { readonly secret: string; readonly now: Date },
): Promise<{ readonly body: string; readonly name: string }> {
  const body = new Uint8Array(await context.req.arrayBuffer());
  const timestamp = context.req.header('x-slack-request-timestamp');
  const signature = context.req.header('x-slack-signature');
  if (signature === undefined || !isFromSlack({ body, timestamp, signature }, secret, now)) {
    throw new RequestProblem({
      status: 401,
      code: 'unauthorized',
      detail: 'Slack did not sign this just now; check SLACK_SIGNING_SECRET, and the clock of the server.',
    });
  }
  return { body: new TextDecoder().decode(body), name: signature };
}

function parseForm(body: string): unknown {
  return Object.fromEntries(new URLSearchParams(body));
}

function answer(context: Context<Variables>, work: SlackWork, told: Told): Response {
  const taken = take(work, told);
  if (!taken.ok) {
    throw new RequestProblem({
      status: 400,
      code: 'malformed_request',
      detail:
        'This is nothing that Slack sends to this address; check the addresses in the settings of the Slack app.',
    });
  }
  return taken.reply === null ? context.body(null, OK) : context.json(asPrivate(taken.reply));
}

const OK = 200;
