import { type Control, parseControl } from '../../control/control.ts';
import { activeSwitches, type Switch } from '../../control/switches.ts';
import { CONTROL_REF, RECORD_REFS } from '../../record/record.ts';
import { controlOf } from '../../stages/standing.ts';
import { accountOf } from '../account.ts';
import type { Reading } from '../reading.ts';
import { soon } from './soon.ts';

/** What the switches of a repository said when they were last looked at. */
export type ControlSeen =
  | {
      readonly known: true;
      /** For the repository as a whole. */
      readonly control: Control;
      /** All that stand, also of a branch or a sender alone. */
      readonly stops: readonly Switch[];
      readonly defaultBranch: string;
      readonly at: string;
    }
  /** `asked`: GitHub has not answered yet. */
  | { readonly known: false; readonly problem: string; readonly asked?: true };

export type Switchboards = {
  /**
   * As it was seen a moment ago, or else as it is. Never rejects. Waits for so many milliseconds at most where it is
   * told: nothing is said to run until GitHub says so.
   */
  see(repository: string, within?: number): Promise<ControlSeen>;
  /** Looks now, such as after it was moved from here. */
  look(repository: string): Promise<ControlSeen>;
  /** Changes whenever one of these is seen to have changed. */
  version(repositories: readonly string[]): number;
};

/** The switches are on GitHub, and no webhook tells of them: so they are looked at while somebody looks at the page. */
export function createSwitchboards(context: Reading): Switchboards {
  const seen = new Map<string, { readonly last: ControlSeen; readonly at: number }>();
  /** When each was asked for last, in milliseconds of the process's own clock. */
  const wanted = new Map<string, number>();
  const looks = new Map<string, Promise<ControlSeen>>();
  const versions = new Map<string, number>();
  const look = async (repository: string): Promise<ControlSeen> => {
    const last = await readSwitch(context, repository);
    const before = seen.get(repository)?.last;
    if (before === undefined || meaningOf(before) !== meaningOf(last)) {
      versions.set(repository, (versions.get(repository) ?? 0) + 1);
    }
    seen.set(repository, { last, at: performance.now() });
    return last;
  };
  const shared = (repository: string): Promise<ControlSeen> => {
    const running = looks.get(repository) ?? look(repository).finally(() => looks.delete(repository));
    looks.set(repository, running);
    return running;
  };
  /** Those of its account at which somebody looks now: GitHub counts what is asked for all of these together. */
  const beside = (repository: string, now: number): number =>
    [...wanted].filter(([name, at]) => accountOf(name) === accountOf(repository) && now - at < SHOWN_MS)
      .length;
  return {
    see: async (repository, within) => {
      const now = performance.now();
      wanted.set(repository, now);
      const known = seen.get(repository);
      const age = known === undefined ? Number.POSITIVE_INFINITY : now - known.at;
      if (known !== undefined && age < freshFor(beside(repository, now))) {
        return known.last;
      }
      const fresh = shared(repository);
      // A page is better with what was true a moment ago than late; its age is told.
      if (known !== undefined && age < USABLE_MS) {
        return known.last;
      }
      return within === undefined ? fresh : soon(fresh, within, ASKED);
    },
    look,
    version: (repositories) => repositories.reduce((sum, name) => sum + (versions.get(name) ?? 0), 0),
  };
}

const ASKED: ControlSeen = { known: false, problem: 'GitHub is being asked.', asked: true };

/**
 * Milliseconds after which one of so many is looked at again. Up to twelve are 720 of the 5,000 requests that GitHub grants
 * an account in an hour; up to forty are as old as what may be shown, and however many there are, they are 2,400.
 */
function freshFor(count: number): number {
  return Math.min(FRESH_MS * count, Math.max(USABLE_MS, LONG_LIST_MS * count));
}

const FRESH_MS = 5_000;
const LONG_LIST_MS = 1_500;

/** Milliseconds for which it counts that somebody has looked at one. */
const SHOWN_MS = 2 * 60_000;

/** Milliseconds for which it may be shown while it is looked at again. */
const USABLE_MS = 60_000;

async function readSwitch(context: Reading, repository: string): Promise<ControlSeen> {
  try {
    const found = await context.target(repository);
    if (found === null) {
      return { known: false, problem: 'The GitHub App is not installed there any more; install it again.' };
    }
    const snapshot = await found.context.repository.read({
      refs: [CONTROL_REF],
      anyRefUnder: RECORD_REFS,
    });
    const now = context.clock.now();
    const entry = parseControl(snapshot.refs.get(CONTROL_REF)?.message ?? '');
    return {
      known: true,
      control: controlOf(snapshot, now),
      stops: activeSwitches(entry?.switches ?? [], now),
      defaultBranch: snapshot.defaultBranch,
      at: now.toISOString(),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { known: false, problem: `GitHub could not be asked: ${why}` };
  }
}

function meaningOf(seen: ControlSeen): string {
  return JSON.stringify(seen.known ? [seen.control, seen.stops] : seen.problem);
}
