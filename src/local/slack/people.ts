import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { readContent } from './content.ts';
import type { FaultPlan } from './faults.ts';
import {
  appEvent,
  buttonPress,
  formatRequest,
  type Interaction,
  type Person,
  sendInteraction,
  slashCommand,
} from './interaction.ts';
import type { LocalMessage } from './message.ts';
import type { Told } from './sockets.ts';
import type { Workspace } from './workspace.ts';

/** An app as its settings page knows it: with addresses, or with Socket Mode switched on. */
export type SlackApp =
  | {
      readonly signingSecret: string;
      readonly commandsUrl: string;
      readonly interactionsUrl: string;
      readonly eventsUrl: string;
    }
  | 'socket mode';

/** What people do, and what an app that was installed hears of it. */
export type People = {
  install(app: SlackApp): void;
  /** Types `/ghost` and this text. */
  command(input: {
    readonly person: Person;
    readonly text: string;
    /** Id; the first channel where absent. */
    readonly channel?: string;
  }): Promise<Acknowledged>;
  /** Presses a button of the message as it stands in `message`. Throws where there is no such button. */
  press(input: {
    readonly person: Person;
    readonly message: LocalMessage;
    /** The button's `action_id`. */
    readonly action: string;
  }): Promise<Acknowledged>;
  /** Writes to the app alone; gives the message's `ts`. */
  write(input: {
    readonly person: Person;
    readonly text: string;
  }): Promise<Acknowledged & { readonly ts: string }>;
  /** Opens the app's assistant. */
  openAssistant(person: Person): Promise<Acknowledged>;
};

/** `ok`: with 200 and in time, else the person is shown an error. `status` is 0 where nobody answered over a socket. */
export type Acknowledged = { readonly ok: boolean; readonly status: number; readonly milliseconds: number };

export function createPeople(parts: PeopleParts): People & {
  /** Adds the addresses at which an app answers them. */
  readonly addTo: (app: Hono<{ Bindings: HttpBindings }>) => void;
} {
  const { workspace, url } = parts;
  const answers = new Map<string, AnswerPlace>();
  let installed: SlackApp | undefined;
  const deliver = async (
    interaction: Interaction,
  ): Promise<{ readonly acknowledged: Acknowledged; readonly said: string }> => {
    if (installed === undefined) {
      throw new Error('no app is installed; install one first');
    }
    const from = performance.now();
    const { status, said } =
      installed === 'socket mode'
        ? await tellOverSocket(parts, interaction)
        : await tellOverHttp(installed, interaction);
    const milliseconds = Math.round(performance.now() - from);
    const ok = status === OK && (milliseconds <= ACKNOWLEDGE_MS || installed === 'socket mode');
    return { acknowledged: { ok, status, milliseconds }, said };
  };
  const ask = async (
    place: Pick<AnswerPlace, 'channel' | 'user'>,
    describe: (responseUrl: string) => Interaction,
  ): Promise<Acknowledged> => {
    const id = randomUUID();
    answers.set(id, { ...place, uses: 0, until: performance.now() + ANSWER_MS });
    const { said, acknowledged } = await deliver(describe(`${url()}${ANSWERS}/${id}`));
    if (acknowledged.ok && said !== '') {
      addAnswer(parts, place, JSON.parse(said));
    }
    return acknowledged;
  };
  const tell = async (event: { readonly [name: string]: unknown }): Promise<Acknowledged> =>
    (await deliver(appEvent(event, `Ev${randomUUID()}`))).acknowledged;
  const writeTo = (user: string, text: string): LocalMessage =>
    workspace.add({ channel: workspace.direct(user), author: user, content: { text, blocks: [] } });
  return {
    install: (app) => {
      installed = app;
    },
    command: ({ person, text, channel = workspace.channels[0]?.id ?? '' }) =>
      ask({ channel, user: person.id }, (responseUrl) =>
        slashCommand({ command: '/ghost', text, person, channel, responseUrl }),
      ),
    press: ({ person, message, action }) => {
      const value = findButton(message, action);
      return ask({ channel: message.channel, user: person.id }, (responseUrl) =>
        buttonPress({ actionId: action, value, person, message, responseUrl }),
      );
    },
    write: async ({ person, text }) => {
      const { channel, ts } = writeTo(person.id, text);
      const event = { type: 'message', channel_type: 'im', user: person.id, channel, text, ts };
      return { ...(await tell(event)), ts };
    },
    openAssistant: ({ id: user }) => {
      const { channel, ts } = writeTo(user, 'New thread');
      return tell({
        type: 'assistant_thread_started',
        assistant_thread: { user_id: user, channel_id: channel, thread_ts: ts, context: {} },
        event_ts: ts,
      });
    },
    addTo: (app) => {
      app.post(`${ANSWERS}/:id`, (context) => takeAnswer(context, parts, answers));
    },
  };
}

export type PeopleParts = {
  readonly workspace: Workspace;
  readonly faults: FaultPlan;
  /** Under which the app's answers stand. */
  readonly botUserId: string;
  /** Where this Slack listens. */
  readonly url: () => string;
  readonly tell: (interaction: Interaction) => Promise<Told>;
};

type Answered = { readonly status: number; readonly said: string };

async function tellOverHttp(app: Exclude<SlackApp, string>, interaction: Interaction): Promise<Answered> {
  const addresses = {
    slash_commands: app.commandsUrl,
    interactive: app.interactionsUrl,
    events_api: app.eventsUrl,
  };
  const signing = { secret: app.signingSecret, timestamp: Math.floor(Date.now() / 1000) };
  const response = await sendInteraction(addresses[interaction.kind], formatRequest(interaction, signing));
  return { status: response.status, said: await response.text() };
}

async function tellOverSocket({ tell }: PeopleParts, interaction: Interaction): Promise<Answered> {
  const told = await tell(interaction);
  if (told === null) {
    return { status: 0, said: '' };
  }
  return { status: OK, said: Object.keys(told.said).length === 0 ? '' : JSON.stringify(told.said) };
}

const OK = 200;

const ANSWERS = '/answers';

/** By this name faults hit an answer; they can only limit its rate. */
const ANSWER_METHOD = 'response_url';

/** Where an answer is to be shown, and to whom. */
type AnswerPlace = {
  readonly channel: string;
  readonly user: string;
  uses: number;
  readonly until: number;
};

/** Milliseconds within which Slack wants to hear that an app has understood. */
const ACKNOWLEDGE_MS = 3_000;

/** An address for answers takes five of them, within half an hour. */
const MAX_USES = 5;
const ANSWER_MS = 30 * 60_000;

async function takeAnswer(
  context: Context,
  parts: PeopleParts,
  answers: ReadonlyMap<string, AnswerPlace>,
): Promise<Response> {
  const fault = parts.faults.take(ANSWER_METHOD);
  if (fault?.kind === 'rate_limited') {
    return context.text('', 429, { 'retry-after': String(fault.retryAfterSeconds) });
  }
  const place = answers.get(context.req.param('id') ?? '');
  if (place === undefined || performance.now() > place.until || place.uses === MAX_USES) {
    return context.json({ ok: false, error: 'expired_url' }, 404);
  }
  const problem = addAnswer(parts, place, await context.req.json().catch(() => null));
  if (problem !== null) {
    return context.json({ ok: false, error: problem }, 400);
  }
  place.uses += 1;
  return context.text('ok');
}

/** Gives what Slack does not like about it; null: it stands there now. */
function addAnswer(
  { workspace, botUserId }: PeopleParts,
  { channel, user }: Pick<AnswerPlace, 'channel' | 'user'>,
  body: unknown,
): string | null {
  const args = typeof body === 'object' && body !== null ? { ...body } : {};
  const read = readContent(args);
  if (!read.ok) {
    return read.error;
  }
  const shown = 'response_type' in args && args.response_type === 'in_channel' ? {} : { visibleTo: user };
  workspace.add({ channel, author: botUserId, content: read.content, ...shown });
  return null;
}

function findButton({ content, ts }: LocalMessage, action: string): string {
  for (const { elements } of content.blocks) {
    for (const element of Array.isArray(elements) ? elements : []) {
      const { action_id: id, value = '' } = { ...element };
      if (id === action) {
        return String(value);
      }
    }
  }
  throw new Error(`the message ${ts} has no button ${action}`);
}
