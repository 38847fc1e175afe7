import { GitHubError } from '../../io/github/errors.ts';
import { answerSlack } from '../../io/slack-answer.ts';
import type { SlackReply } from '../../report/slack-details.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import type { Background } from '../background.ts';
import type { Targets } from '../targets.ts';
import { createPlaces, type Places } from './place.ts';
import type { SlackSettings } from './settings.ts';

/** What answering Slack works with. */
export type SlackWork = {
  readonly background: Background;
  readonly places: Places;
  readonly slack: SlackSettings;
  readonly onError: (error: unknown) => void;
  /** Begins something that nobody waits for, unless it was begun under this name before, by whatever process. */
  readonly once: (name: string, begin: () => Promise<unknown>) => void;
  /** Tells one person something, where they asked. Never rejects. */
  readonly answer: (url: string, reply: SlackReply) => Promise<void>;
};

export type WorkParts = {
  readonly context: IntakeContext;
  readonly targets: Pick<Targets, 'installed'>;
  readonly background: Background;
  readonly onError: (error: unknown) => void;
};

export function createSlackWork(parts: WorkParts, slack: SlackSettings): SlackWork {
  const { background, onError } = parts;
  return {
    background,
    places: createPlaces(parts),
    slack,
    onError,
    once: (name, begin) =>
      background.run(async () => {
        if (await isFirst(parts, name)) {
          await begin();
        }
      }),
    answer: async (url, reply) => {
      await answerSlack(url, reply, slack).catch(onError);
    },
  };
}

/** A store that does not answer keeps nobody from pausing: then what comes twice is done twice. */
async function isFirst({ context: { store, clock }, onError }: WorkParts, name: string): Promise<boolean> {
  const now = clock.now();
  const until = new Date(now.getTime() + REMEMBERED_MS);
  try {
    return await store.heard.first(`slack ${name}`, { now, until });
  } catch (error) {
    onError(error);
    return true;
  }
}

/** Milliseconds; Slack sends an event again for an hour, and for a day where that is switched on. */
const REMEMBERED_MS = 25 * 3_600_000;

/** Something that nobody expected, for whoever asked. The log has the rest. */
export function describeBroken(error: unknown): string {
  return error instanceof GitHubError
    ? `${error.message} Look with "/ghost status" at what holds, then ask again.`
    : 'Something broke here. Look with "/ghost status" at what holds, then ask again; the log of the server says more.';
}
