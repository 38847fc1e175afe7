import type { CheckState, PullRequestFacts } from '../control/ports.ts';
import { isThorough, type WatchContext } from './context.ts';
import { awaitsPeople, type Blind, type Facts, type Readable, readable, type Unsaid } from './facts.ts';
import { lookAtSaid, mayBeUnsaid } from './said.ts';

/** What the first look at the repository gave. */
export type Known = Pick<
  Facts,
  'now' | 'occasion' | 'records' | 'defaultBranch' | 'control' | 'config' | 'watch' | 'tree'
>;

/** What was looked at, what could not be, and how many were left for the next pass. */
export type Seen<Key, Value> = {
  readonly seen: ReadonlyMap<Key, Value>;
  readonly blind: readonly Blind[];
  readonly unseen: number;
};

/** Looks at each, and at no more than a pass has room for. One that can't be seen does not hide the others. */
export async function lookEach<Thing, Key, Value>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  look: (thing: Thing) => Promise<readonly [Key, Value]>,
  most = MOST_LOOKS,
): Promise<Seen<Key, Value>> {
  const some = things.slice(0, most);
  const blind: Blind[] = [];
  const looks = some.map(async (thing) => {
    try {
      return [await look(thing)];
    } catch (error) {
      blind.push({ name: nameOf(thing), reason: error instanceof Error ? error.message : String(error) });
      return [];
    }
  });
  return { seen: new Map((await Promise.all(looks)).flat()), blind, unseen: things.length - some.length };
}

/** Of one kind; each takes one request to three. */
export const MOST_LOOKS = 25;

/** The order is kept beside that: records are listed with the newest first. */
export function firstly<One>(all: readonly One[], isFirst: (one: One) => boolean): readonly One[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}

/**
 * Checks of open pull requests whose checks may still change: they are young, or still run, or one has just ended.
 * Whatever ends later has its own event.
 */
export async function readChecks(
  { conversation }: WatchContext,
  { records, now, occasion }: Known,
  pullRequests: ReadonlyMap<number, PullRequestFacts | null>,
): Promise<Seen<string, readonly CheckState[]>> {
  const hours = isThorough(occasion) ? YOUNG_HOURS : JUST_OPENED_HOURS;
  const wanted = readable(records).filter(({ record, at }) => {
    const open = pullRequests.get(record.pullRequest?.number ?? 0)?.state === 'open';
    const young = now.getTime() - Date.parse(at.committedAt) < hours * 3_600_000;
    const pending = isThorough(occasion) && record.ci?.state === 'pending';
    const moving = isMeant(occasion, record) || young || pending;
    return open && awaitsPeople(record) && record.head !== undefined && moving;
  });
  return await lookEach(
    firstly(wanted, ({ record }) => isMeant(occasion, record)),
    ({ id }) => id,
    async ({ id, record }) => [id, await conversation.checks(record.head ?? '')],
  );
}

/** Checks start within minutes; a pull request without any after this time has none. */
const YOUNG_HOURS = 24;

/** What was just opened may have checks that ended before it was. */
const JUST_OPENED_HOURS = 0.5;

/**
 * Messages and statuses that may not say what the records say; those first of which the records say so themselves. Of what
 * is older a few in turn, which are not counted as left.
 */
export async function readUnsaid(context: WatchContext, known: Known): Promise<Seen<string, Unsaid>> {
  const listed = readable(known.records).flatMap((one) => {
    const why = mayBeUnsaid(context, known, one);
    return why === null ? [] : [{ one, why }];
  });
  const lookAt = async (some: readonly (typeof listed)[number][], most: number) =>
    await lookEach(
      some,
      ({ one }) => one.id,
      async ({ one }) => [one.id, await lookAtSaid(context, one, known.now)],
      most,
    );
  const due = listed.filter(({ why }) => why !== 'older');
  const older = listed.filter(({ why }) => why === 'older');
  const [first, then] = await Promise.all([
    lookAt(
      firstly(due, ({ why }) => why === 'missing'),
      MOST_LOOKS,
    ),
    lookAt(inTurn(older, known.now), MOST_OLDER),
  ]);
  return {
    seen: new Map([...first.seen, ...then.seen]),
    blind: [...first.blind, ...then.blind],
    unseen: first.unseen,
  };
}

/** Up to three requests each, in each pass: in three days each of some hundreds has its turn, also where passes are rare. */
const MOST_OLDER = 5;

/** The millisecond in which a pass begins is as good as chance: whatever has a period could miss the same ones each time. */
function inTurn<One>(all: readonly One[], now: Date): readonly One[] {
  const from = all.length === 0 ? 0 : now.getTime() % all.length;
  return [...all.slice(from), ...all.slice(0, from)];
}

function isMeant({ sha }: Facts['occasion'], { head }: Readable['record']): boolean {
  return head !== undefined && head === sha;
}
