import type { Control } from '../../control/control.ts';
import { CONTROL_REF, RECORD_REFS } from '../../record/record.ts';
import type { IntakeContext } from '../../stages/intake/context.ts';
import { controlOf } from '../../stages/standing.ts';
import { soon } from './soon.ts';

/** What the switch of a repository said when it was last looked at. */
export type ControlSeen =
  | { readonly known: true; readonly control: Control; readonly at: string }
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
export function createSwitchboards(context: IntakeContext): Switchboards {
  const seen = new Map<string, { readonly last: ControlSeen; readonly at: number }>();
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
  return {
    see: async (repository, within) => {
      const known = seen.get(repository);
      const age = known === undefined ? Number.POSITIVE_INFINITY : performance.now() - known.at;
      if (known !== undefined && age < FRESH_MS * seen.size) {
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
 * Milliseconds after which it is looked at again while somebody looks at the page, for each repository that is shown:
 * however many there are, these are 720 of the 5,000 requests that GitHub grants in an hour.
 */
const FRESH_MS = 5_000;

/** Milliseconds for which it may be shown while it is looked at again. */
const USABLE_MS = 60_000;

async function readSwitch(context: IntakeContext, repository: string): Promise<ControlSeen> {
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
    return { known: true, control: controlOf(snapshot, now), at: now.toISOString() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { known: false, problem: `GitHub could not be asked: ${why}` };
  }
}

function meaningOf(seen: ControlSeen): string {
  return JSON.stringify(seen.known ? seen.control : seen.problem);
}
