import type { Role } from '../../control/roles.ts';
import { slugId } from '../../patch/id.ts';
import type { PatchRecord } from '../../record/record.ts';
import { recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { ControlContext } from '../../stages/control/context.ts';
import { readPatchState } from '../../stages/control/patch.ts';
import type { IntakeContext, Target } from '../../stages/intake/context.ts';
import { type Replay, replay } from '../../stages/intake/replay.ts';
import type { PatchStatus } from '../../stages/intake/status.ts';
import type { PatchName, SentDelivery } from '../../stages/intake/store.ts';
import type { Follower } from '../follow.ts';
import { createRation } from './ration.ts';
import type { ControlSeen, Switchboards } from './switchboards.ts';

/** Everything that the page of one patch shows. */
export type PatchPage = {
  readonly now: string;
  readonly role: Role;
  readonly status: PatchStatus;
  /** null: no run has told of it yet, or nobody can read what it told. */
  readonly record: PatchRecord | null;
  /** As the index knows it; null: it came another way. */
  readonly delivery: SentDelivery | null;
  readonly control: ControlSeen;
  readonly timeline: readonly Moment[];
  readonly changes: Changes;
  readonly serverUrl: string;
};

/** One step on record; null: it can't be read. */
export type Moment = { readonly at: string; readonly oid: string; readonly record: PatchRecord | null };

export type Changes =
  | ({ readonly known: true } & Replay)
  /** A sentence. */
  | { readonly known: false; readonly why: string };

export type PatchParts = {
  readonly context: IntakeContext;
  readonly follower: Follower;
  readonly serverUrl: string;
  readonly replays: Replays;
  readonly switchboards: Switchboards;
};

/** null: nobody knows such a patch. Rejects where GitHub can't be asked. */
export async function readPatchPage(
  parts: PatchParts,
  name: PatchName,
  role: Role,
): Promise<PatchPage | null> {
  const { context, follower, replays, switchboards, serverUrl } = parts;
  // No other id is ever on record, and none may stand in the name of a ref.
  const target = slugId(name.id) === name.id ? await context.target(name.repository) : null;
  if (target === null) {
    return null;
  }
  const [status, state, moments, delivery, control] = await Promise.all([
    follower.look(name),
    readPatchState(target.control.repository, name.id),
    target.control.ledger.history(recordRef(name.id), MOST_MOMENTS).catch(() => []),
    context.store.deliveries.newest(name),
    switchboards.see(name.repository),
  ]);
  if (status === null) {
    return null;
  }
  const known = typeof state === 'string' ? null : state;
  return {
    now: context.clock.now().toISOString(),
    role,
    status,
    record: known?.record ?? null,
    delivery,
    control,
    timeline: readTimeline(moments),
    changes:
      known === null || known.text === null
        ? { known: false, why: 'The patch is not on record yet, so that there is nothing to show of it.' }
        : await replays.of(target, { record: known.record, text: known.text }),
    serverUrl,
  };
}

/** Steps of one patch that are shown. */
const MOST_MOMENTS = 50;

function readTimeline(commits: Awaited<ReturnType<ControlContext['ledger']['history']>>): readonly Moment[] {
  return commits.map(({ oid, committedAt, message }) => {
    const parsed = parseRecord(message);
    return { oid, at: committedAt, record: parsed.ok ? parsed.record : null };
  });
}

/** Diffs that were asked for lately: of the same patch on the same commit, with what commands made of it, they are the same. */
export type Replays = {
  of(target: Target, patch: { readonly record: PatchRecord; readonly text: string }): Promise<Changes>;
};

/** `now` gives milliseconds, and never goes back. */
export function createReplays(now: () => number): Replays {
  const ration = createRation(now);
  const known = new Map<string, Promise<Changes>>();
  return {
    of: async (target, patch) => {
      const { repository } = target.context.site;
      const { digest, base, generated, head = '' } = patch.record;
      const made = generated === undefined ? '' : head;
      const key = `${repository} ${digest} ${base?.sha ?? ''} ${made}`;
      const last = known.get(key);
      if (last !== undefined) {
        return last;
      }
      const making = ration.give(repository, () => make(target, patch)).then((changes) => changes ?? LATER);
      known.set(key, making);
      const [oldest] = known.size > MOST_REPLAYS ? known.keys() : [];
      known.delete(oldest ?? '');
      const changes = await making;
      // On a branch as it is now another one may come of it the next time.
      if (base === undefined || !changes.known || lengthOf(changes) > MOST_CHARACTERS) {
        known.delete(key);
      }
      return changes;
    },
  };
}

const LATER: Changes = {
  known: false,
  why: 'The diffs of this repository have taken the server much time. Look again in a minute or two.',
};

const MOST_REPLAYS = 20;

/** Characters of the diffs of one that is kept; larger ones are made again. */
const MOST_CHARACTERS = 500_000;

function lengthOf({ files, generated }: Replay): number {
  return [...files, ...(generated?.files ?? [])].reduce((sum, { unified }) => sum + unified.length, 0);
}

async function make(
  target: Target,
  patch: { readonly record: PatchRecord; readonly text: string },
): Promise<Changes> {
  try {
    const made = await replay(target.context, patch);
    return made === null
      ? { known: false, why: 'The patch could not be read, so that there is nothing to compare.' }
      : { known: true, ...made };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { known: false, why: `The diff could not be made: ${why}` };
  }
}
