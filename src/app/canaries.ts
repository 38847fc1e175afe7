import { CONFIG_PATH } from '../policy/config.ts';
import { CONTROL_REF, RECORD_REFS } from '../record/record.ts';
import { WATCH_REF } from '../record/watch-entry.ts';
import { configOf } from '../stages/control/patch.ts';
import { controlOf } from '../stages/standing.ts';
import { canaryStatus } from '../stages/watch/canary.ts';
import type { Reading } from './reading.ts';
import type { Targets } from './targets.ts';

/** What was last seen of the patches that show by themselves that patches still come all the way. */
export type Canaries = {
  /**
   * Looks at the repositories in which the App is installed: where they are many, at some, and at the next ones after that.
   * Rejects where GitHub can't list them.
   */
  look(): Promise<void>;
  /** null: nobody has looked yet, or no repository asks for a canary. */
  seen(): CanariesSeen | null;
};

/** No repository is named: anybody may ask for it. */
export type CanariesSeen = {
  /** ISO 8601; null: none has arrived yet. */
  readonly lastAt: string | null;
  /** In how many repositories the next one is late. */
  readonly late: number;
};

export function createCanaries(context: Reading, targets: Pick<Targets, 'installed'>): Canaries {
  /** What was seen last in each repository, undefined where none is asked for; who was looked at longest ago comes first. */
  const looked = new Map<string, ReturnType<typeof canaryStatus>>();
  return {
    look: async () => {
      const installed = await targets.installed();
      const there = new Set(installed);
      for (const gone of [...looked.keys()].filter((repository) => !there.has(repository))) {
        looked.delete(gone);
      }
      const unseen = installed.filter((repository) => !looked.has(repository));
      for (const repository of [...unseen, ...looked.keys()].slice(0, MAX_REPOSITORIES)) {
        // One repository that can't be read must not hide the others.
        const found = await readCanary(context, repository).catch(() => looked.get(repository));
        looked.delete(repository);
        looked.set(repository, found);
      }
    },
    seen: () => {
      const wanted = [...looked.values()].filter((canary) => canary !== undefined);
      const arrivals = wanted.flatMap((canary) => canary?.arrivedAt ?? []).toSorted();
      return wanted.length === 0
        ? null
        : { lastAt: arrivals.at(-1) ?? null, late: wanted.filter((canary) => canary?.late === true).length };
    },
  };
}

/** Each costs one request per look. */
const MAX_REPOSITORIES = 100;

async function readCanary(context: Reading, repository: string) {
  const found = await context.target(repository);
  const snapshot = await found?.context.repository.read({
    refs: [CONTROL_REF, WATCH_REF],
    anyRefUnder: RECORD_REFS,
    config: CONFIG_PATH,
  });
  if (snapshot === undefined) {
    return undefined;
  }
  const now = context.clock.now();
  const { state } = controlOf(snapshot, now, { branch: snapshot.defaultBranch });
  const stoppedUntil = state === 'running' ? null : now.toISOString();
  const message = snapshot.refs.get(WATCH_REF)?.message ?? null;
  return canaryStatus(message, configOf(snapshot), { now, stoppedUntil });
}
