import { CONFIG_PATH } from '../policy/config.ts';
import { CONTROL_REF, RECORD_REFS } from '../record/record.ts';
import { WATCH_REF } from '../record/watch-entry.ts';
import { configOf } from '../stages/control/patch.ts';
import type { IntakeContext } from '../stages/intake/context.ts';
import { controlOf } from '../stages/standing.ts';
import { canaryStatus } from '../stages/watch/canary.ts';
import type { Targets } from './targets.ts';

/** What was last seen of the patches that show by themselves that patches still come all the way. */
export type Canaries = {
  /** Looks at all repositories in which the App is installed. Rejects where GitHub can't list them. */
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

export function createCanaries(
  context: Pick<IntakeContext, 'target' | 'clock'>,
  targets: Pick<Targets, 'installed'>,
): Canaries {
  let seen: CanariesSeen | null = null;
  return {
    look: async () => {
      const repositories = (await targets.installed()).slice(0, MAX_REPOSITORIES);
      const found = [];
      for (const repository of repositories) {
        // One repository that can't be read must not hide the others.
        found.push(await readCanary(context, repository).catch(() => undefined));
      }
      const wanted = found.filter((canary) => canary !== undefined);
      const arrivals = wanted.flatMap((canary) => canary?.arrivedAt ?? []).toSorted();
      seen =
        wanted.length === 0
          ? null
          : {
              lastAt: arrivals.at(-1) ?? null,
              late: wanted.filter((canary) => canary?.late === true).length,
            };
    },
    seen: () => seen,
  };
}

/** Each costs one request per look. */
const MAX_REPOSITORIES = 100;

async function readCanary({ target, clock }: Pick<IntakeContext, 'target' | 'clock'>, repository: string) {
  const found = await target(repository);
  const snapshot = await found?.context.repository.read({
    refs: [CONTROL_REF, WATCH_REF],
    anyRefUnder: RECORD_REFS,
    config: CONFIG_PATH,
  });
  if (snapshot === undefined) {
    return undefined;
  }
  const now = clock.now();
  const { state } = controlOf(snapshot, now, { branch: snapshot.defaultBranch });
  const stoppedUntil = state === 'running' ? null : now.toISOString();
  const message = snapshot.refs.get(WATCH_REF)?.message ?? null;
  return canaryStatus(message, configOf(snapshot), { now, stoppedUntil });
}
