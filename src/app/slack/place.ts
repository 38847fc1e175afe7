import { CONFIG_PATH, type Config, parseConfig } from '../../policy/config.ts';
import { readPatchState } from '../../stages/control/patch.ts';
import type { IntakeContext, Target } from '../../stages/intake/context.ts';
import { createAllowance } from '../allowance.ts';
import type { Targets } from '../targets.ts';
import type { ButtonPress, Visitor } from './requests.ts';

/** The repository that somebody in Slack speaks of, and who they are there. */
export type Place = {
  readonly repository: string;
  readonly target: Target;
  /** GitHub login; null: the config names none, so they may look and nothing else. */
  readonly login: string | null;
  /** The channel is told of this repository anyway; else only this member may be told something of it. */
  readonly isHome: boolean;
};

export type FoundPlace =
  | { readonly ok: true; readonly place: Place }
  /** `problem` ends with what to do. */
  | { readonly ok: false; readonly problem: string };

/**
 * Which repository is meant, by the configs on the default branches: the one whose messages this channel has, or the
 * one that knows this member. A repository that has neither says nothing of itself, not even that it exists.
 */
export type Places = {
  named(repository: string, visitor: Visitor): Promise<FoundPlace>;
  usual(visitor: Visitor): Promise<FoundPlace>;
  /**
   * The repository that a button names. Whoever has the bot's token can put a button with any name into a channel, so it
   * counts only where that channel is told of the repository: by the config, or because the patch's own message stands
   * there, as its record says.
   */
  ofButton(
    button: { readonly repository: string; readonly id: string },
    press: Pick<ButtonPress, 'visitor' | 'message'>,
  ): Promise<FoundPlace>;
};

export function createPlaces({ context, targets }: Sources): Places {
  let survey: Survey | undefined;
  const known = (): Survey['repositories'] => {
    if (survey === undefined || performance.now() > survey.until) {
      const made: Survey = {
        repositories: surveyAll(context, targets).then(({ found, asked }) => {
          made.until = performance.now() + Math.max(FRESH_MS, asked * EACH_MS);
          return found;
        }),
        until: Number.POSITIVE_INFINITY,
      };
      survey = made;
      // One that fails is not made again for each question either.
      made.repositories.catch(() => {
        made.until = performance.now() + FRESH_AFTER_FAILURE_MS;
      });
    }
    return survey.repositories;
  };
  const open = async (
    name: string,
    visitor: Visitor,
    standsHere: (target: Target) => Promise<boolean>,
  ): Promise<FoundPlace> => {
    const repository = name.toLowerCase();
    const seen = await look(context, repository);
    if (seen === null) {
      return { ok: false, problem: describeUnknown(repository) };
    }
    const login = loginOf(seen.config, visitor);
    const isHome = seen.config?.slack?.channel === visitor.channel || (await standsHere(seen.target));
    return isHome || login !== null
      ? { ok: true, place: { repository, target: seen.target, login, isHome } }
      : { ok: false, problem: describeUnknown(repository) };
  };
  const named = (repository: string, visitor: Visitor) => open(repository, visitor, async () => false);
  const asking = createAllowance({ ...ASKING, now: () => performance.now() });
  const limited = async (visitor: Visitor, find: () => Promise<FoundPlace>): Promise<FoundPlace> =>
    asking.take(visitor.user) ? await find() : { ok: false, problem: ASKED_TOO_OFTEN };
  return {
    named: (repository, visitor) => limited(visitor, () => named(repository, visitor)),
    ofButton: ({ repository, id }, { visitor, message }) =>
      limited(visitor, () => open(repository, visitor, (target) => isMessageOf(target, id, message))),
    usual: (visitor) =>
      limited(visitor, async () => {
        const all = await known();
        const here = all.filter(({ config }) => isOf(visitor.channel, config));
        const candidates = here.length > 0 ? here : all.filter(({ config }) => isAbout(config, visitor));
        const [only, ...others] = candidates.map(({ repository }) => repository);
        return only === undefined || others.length > 0
          ? { ok: false, problem: describeChoice(only === undefined ? [] : [only, ...others]) }
          : await named(only, visitor);
      }),
  };
}

/**
 * How often each member may have GitHub asked, in whatever words: so many times at once, and milliseconds until there is
 * another one. Nobody who steps in by hand comes near it.
 */
const ASKING = { atOnce: 100, everyMs: 10_000 };

const ASKED_TOO_OFTEN = `You ask more often than GitHub can be asked; ask again after ${ASKING.everyMs / 1000} seconds.`;

type Sources = { readonly context: IntakeContext; readonly targets: Pick<Targets, 'installed'> };

type Survey = {
  readonly repositories: Promise<readonly { readonly repository: string; readonly config: Config }[]>;
  /** In milliseconds of the process's own clock; of one that is under way it is not known. */
  until: number;
};

/** Milliseconds for which it is taken as known which channel belongs to which repository. */
const FRESH_MS = 60_000;

const FRESH_AFTER_FAILURE_MS = 10_000;

/** The same for each repository: however many there are, these are 720 of the 5,000 requests that GitHub grants in an hour. */
const EACH_MS = 5_000;

async function surveyAll(
  context: IntakeContext,
  targets: Sources['targets'],
): Promise<{ readonly found: Awaited<Survey['repositories']>; readonly asked: number }> {
  const found: { repository: string; config: Config }[] = [];
  const names = await targets.installed();
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const part = names.slice(from, from + AT_ONCE);
    // One that can't be read, for whatever stands in it, must not keep the others from being found.
    const seen = await Promise.all(part.map((repository) => look(context, repository).catch(() => null)));
    found.push(
      ...seen.flatMap((one) =>
        one === null || one.config === null ? [] : [{ repository: one.repository, config: one.config }],
      ),
    );
  }
  return { found, asked: names.length };
}

/** Configs that are read at the same time; GitHub limits how many requests may be open. */
const AT_ONCE = 8;

/** null: the App is not installed there. */
async function look(
  context: IntakeContext,
  repository: string,
): Promise<{ repository: string; target: Target; config: Config | null } | null> {
  const target = await context.target(repository);
  if (target === null) {
    return null;
  }
  const { config } = await target.control.repository.read({ config: CONFIG_PATH });
  const parsed = parseConfig(config);
  return { repository, target, config: parsed.ok ? parsed.config : null };
}

async function isMessageOf(
  { control }: Target,
  id: string,
  { channel, ts }: ButtonPress['message'],
): Promise<boolean> {
  const state = await readPatchState(control.repository, id);
  const own = typeof state === 'string' ? undefined : state.record.slack;
  return own?.channel === channel && own.ts === ts;
}

function isAbout(config: Config | null, visitor: Visitor): boolean {
  return isOf(visitor.channel, config) || loginOf(config, visitor) !== null;
}

/**
 * A conversation of one person with the app is no repository's: whoever names it in a config would have what that person
 * says done to theirs.
 */
function isOf(channel: string, config: Config | null): boolean {
  return !channel.startsWith('D') && config?.slack?.channel === channel;
}

/** Who the member is on GitHub, as the config says. */
function loginOf(config: Config | null, { user }: Visitor): string | null {
  const logins = new Map(Object.entries(config?.control['slack-users'] ?? {}));
  return logins.get(user) ?? null;
}

function describeUnknown(repository: string): string {
  return `No repository ${repository} is told of in this channel; write its name as owner/name, and see that its config names this channel in slack.channel, or you in control.slack-users.`;
}

function describeChoice(repositories: readonly string[]): string {
  const [first = 'acme/shop'] = repositories;
  const example = `write its name first, such as "/ghost ${first} status"`;
  return repositories.length === 0
    ? `No repository is told of in this channel; ${example}, or name this channel in its config, in slack.channel.`
    : `Several repositories may be meant here (${repositories.slice(0, MAX_LISTED).join(', ')}); ${example}.`;
}

/** More would hide what to do. */
const MAX_LISTED = 5;
