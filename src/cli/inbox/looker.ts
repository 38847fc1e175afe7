import { understand } from '../understand.ts';
import { decideFile, type FileFacts, type FileStep, type Patience, type Seen } from './file-step.ts';
import type { Folder } from './folder.ts';
import type { Clock, Tell } from './parts.ts';

/** Remembers from one look at the folder to the next what was there. */
export type Looker = {
  /**
   * `ready`: whole files that rest, the oldest first. One that is newer than another that does not rest yet waits for
   * it, for both may be revisions of one patch; though not for ever, where older ones come all the time. `pending`: there
   * are files that are ready, or not yet.
   */
  look(): Promise<{ readonly ready: readonly FileFacts[]; readonly pending: boolean }>;
};

export type LookerParts = {
  readonly folder: Folder;
  readonly clock: Clock;
  readonly tell: Tell;
  readonly patience: Patience;
};

export function createLooker(parts: LookerParts): Looker {
  const { clock, folder, patience, tell } = parts;
  // Both hold what is in the folder now and nothing else, so that they stay as small as one look.
  let seen: ReadonlyMap<string, Seen> = new Map();
  let skipped: ReadonlySet<string> = new Set();
  let crowded = false;
  return {
    async look() {
      const { files, more } = await folder.look();
      const nowSeen = new Map<string, Seen>();
      const nowSkipped = new Set<string>();
      const whole: FileFacts[] = [];
      const unsettled: FileFacts[] = [];
      for (const facts of files) {
        const step = await decide(parts, facts, seen.get(facts.name));
        if (step.do === 'skip') {
          nowSkipped.add(facts.name);
          if (!skipped.has(facts.name)) {
            tell({ event: 'skipped', file: facts.name, why: step.why });
          }
          continue;
        }
        nowSeen.set(facts.name, step.seen);
        if (step.do === 'take') {
          whole.push(facts);
        } else if (clock.now() - step.seen.since < patience.settle) {
          unsettled.push(facts);
        }
      }
      if (more && !crowded) {
        tell({ event: 'crowded', files: files.length });
      }
      seen = nowSeen;
      skipped = nowSkipped;
      crowded = more;
      return { ready: inOrder(parts, { whole, unsettled, seen }), pending: nowSeen.size > 0 };
    },
  };
}

/** Reads a file that rests, once for each state that it was in. */
async function decide(
  { folder, clock, tell, patience }: LookerParts,
  facts: FileFacts,
  seen: Seen | undefined,
): Promise<Exclude<FileStep, { do: 'peek' }>> {
  const step = decideFile(facts, seen, { now: clock.now(), patience });
  if (step.do !== 'peek') {
    return step;
  }
  const why = await findProblem(folder, facts.name);
  if (why !== null) {
    const seconds = Math.ceil((step.seen.since + patience.whole - clock.now()) / 1000);
    tell({ event: 'unfinished', file: facts.name, why, seconds });
  }
  return { do: why === null ? 'take' : 'wait', seen: { ...step.seen, whole: why === null } };
}

/** Why a file can't be read as a patch, in a sentence; null: it can. */
async function findProblem(folder: Folder, name: string): Promise<string | null> {
  const content = await folder.read(name);
  if (content.kind !== 'text') {
    return content.kind === 'gone' ? 'It is gone.' : content.why;
  }
  try {
    const understood = understand(content.text);
    return understood.ok ? null : (understood.refusals[0]?.message ?? NO_REASON);
  } catch {
    // Whoever takes it finds out the same, and says so.
    return NO_REASON;
  }
}

const NO_REASON = 'The reason is unknown.';

/** The oldest first, up to the first that is newer than one that does not rest yet; what waited long waits no more. */
function inOrder(
  { clock, patience }: LookerParts,
  {
    whole,
    unsettled,
    seen,
  }: {
    readonly whole: readonly FileFacts[];
    readonly unsettled: readonly FileFacts[];
    readonly seen: ReadonlyMap<string, Seen>;
  },
): readonly FileFacts[] {
  const [oldest] = unsettled.toSorted(byAge);
  const longAgo = clock.now() - patience.settle - patience.whole;
  return whole
    .filter(
      (facts) =>
        oldest === undefined ||
        byAge(facts, oldest) < 0 ||
        (seen.get(facts.name)?.since ?? longAgo) <= longAgo,
    )
    .toSorted(byAge);
}

function byAge(one: FileFacts, other: FileFacts): number {
  if (one.changedAt !== other.changedAt) {
    return one.changedAt < other.changedAt ? -1 : 1;
  }
  return one.name < other.name ? -1 : 1;
}
