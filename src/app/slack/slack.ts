import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerSlack } from '../../io/slack-answer.ts';
import type { SlackReply } from '../../report/slack-details.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Background } from '../background.ts';
import { refuseWhileDraining } from '../http/draining.ts';
import type { Variables } from '../http/parts.ts';
import { RequestProblem } from '../http/problem.ts';
import type { Targets } from '../targets.ts';
import { takeSlashCommand } from './commanding.ts';
import { takeEvent } from './conversing.ts';
import { createPlaces } from './place.ts';
import { takePress } from './pressing.ts';
import { readEvent, readInteraction, readSlashCommand } from './requests.ts';
import type { SlackSettings } from './settings.ts';
import { isFromSlack } from './signature.ts';
import type { SlackWork } from './working.ts';

export type SlackParts = {
  readonly context: IntakeContext;
  readonly targets: Targets;
  readonly background: Background;
  /** null: nobody set Slack up, and its addresses say so. */
  readonly slack: SlackSettings | null;
  readonly draining: AbortSignal;
  readonly onError: (error: unknown) => void;
};

/**
 * The addresses that Slack calls: `POST /slack/commands`, `/slack/interactions` and `/slack/events`. Each is
 * acknowledged at once, because Slack waits for three seconds; the answer comes later, to the person who asked.
 */
export function createSlackRoutes(parts: SlackParts): Hono<Variables> {
  const routes = new Hono<Variables>();
  const { slack } = parts;
  if (slack === null) {
    return routes.post('/slack/:what{commands|interactions|events}', () => {
      throw new RequestProblem(NOT_SET_UP);
    });
  }
  const work: SlackWork = {
    ...parts,
    slack,
    places: createPlaces(parts),
    answer: async (url, reply) => {
      await answerSlack(url, reply, slack).catch(parts.onError);
    },
  };
  routes.post('/slack/commands', refuseWhileDraining(parts), limitBody, async (context) => {
    const command = readSlashCommand(await readSigned(context, parts, slack));
    const reply = takeSlashCommand(work, command ?? refuseUnreadable());
    return reply === null ? context.body(null, OK) : context.json(asPrivate(reply));
  });
  routes.post('/slack/interactions', refuseWhileDraining(parts), limitBody, async (context) => {
    const press = readInteraction(await readSigned(context, parts, slack)) ?? refuseUnreadable();
    if (press !== 'other') {
      takePress(work, press);
    }
    return context.body(null, OK);
  });
  const isNew = createMemory(MAX_EVENTS);
  routes.post('/slack/events', refuseWhileDraining(parts), limitBody, async (context) => {
    const event = readEvent(await readSigned(context, parts, slack)) ?? refuseUnreadable();
    if (event !== 'other' && event.kind === 'verification') {
      return context.text(event.challenge);
    }
    if (event !== 'other' && isNew(event.id)) {
      takeEvent(work, event);
    }
    return context.body(null, OK);
  });
  return routes;
}

/** Events that are remembered; Slack sends one again within an hour, where it did not hear that it arrived. */
const MAX_EVENTS = 10_000;

/** Says of each id whether it is seen for the first time, as far as its memory goes. */
function createMemory(size: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) {
      return false;
    }
    seen.add(id);
    if (seen.size > size) {
      for (const oldest of seen) {
        seen.delete(oldest);
        break;
      }
    }
    return true;
  };
}

const OK = 200;

const NOT_SET_UP = {
  status: 404,
  code: 'unknown_address',
  detail:
    'Slack is not set up on this server; give it SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN, as docs/deploy.md says.',
} as const;

/** Bytes; a press comes with the whole message that the button is under. */
const MAX_BODY_BYTES = 262_144;

const limitBody = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new RequestProblem({
      status: 413,
      code: 'too_large',
      detail: `The body has more than ${MAX_BODY_BYTES} bytes, which Slack never sends; check who calls this address.`,
    });
  },
});

/** The body as a text, where Slack signed it. */
async function readSigned(
  context: Context<Variables>,
  { context: { clock } }: SlackParts,
  { signingSecret }: SlackSettings,
): Promise<string> {
  const body = new Uint8Array(await context.req.arrayBuffer());
  const timestamp = context.req.header('x-slack-request-timestamp');
  const signature = context.req.header('x-slack-signature');
  if (!isFromSlack({ body, timestamp, signature }, signingSecret, clock.now())) {
    throw new RequestProblem({
      status: 401,
      code: 'unauthorized',
      detail: 'Slack did not sign this just now; check SLACK_SIGNING_SECRET, and the clock of the server.',
    });
  }
  return new TextDecoder().decode(body);
}

function refuseUnreadable(): never {
  throw new RequestProblem({
    status: 400,
    code: 'malformed_request',
    detail:
      'This is nothing that Slack sends to this address; check the addresses in the settings of the Slack app.',
  });
}

/** Only who asked sees it. */
function asPrivate(reply: SlackReply): object {
  return { response_type: 'ephemeral', ...reply };
}
