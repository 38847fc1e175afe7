import { revertIdOf } from '../../record/revert-names.ts';
import { canaryId } from '../../stages/watch/canary.ts';
import type { DrillSurface, Fact } from './line.ts';
import { BETTER, ENDLESS, HELD, MERGED, REFUSED } from './patches.ts';
import { OPERATOR, OTHER_OPERATOR, REVIEWER, SENDER, type Shop } from './shop.ts';

/** One thing that somebody does, and what must be seen afterwards. */
export type Step = {
  readonly verb: string;
  readonly surface: DrillSurface;
  readonly by: string;
  /** What is done, in the words of whoever does it. */
  readonly asked: string;
  /** What somebody does before that, by hand. */
  readonly before?: (shop: Shop) => Promise<void>;
  /** What must be so before; it is waited for, and its time is not counted. */
  readonly first?: (shop: Shop) => Promise<readonly Fact[]>;
  /** Gives the id of the run that must end, where it knows one. */
  readonly request: (shop: Shop) => Promise<number | void>;
  /** `run` is what the request gave. */
  readonly look: (shop: Shop, run: number) => Promise<readonly Fact[]>;
};

/** The patches that are there before the first step; one goes the whole way, and one never ends by itself. */
export const SENT_FIRST = [MERGED, ENDLESS];

const REVERT = revertIdOf(MERGED.id);

/** Every verb once, each where people would use it. */
export const STEPS: readonly Step[] = [
  {
    verb: 'approve',
    surface: 'comment',
    by: REVIEWER,
    asked: '/ghost approve',
    first: ({ looks }) => all(looks.record(MERGED.id, 'opened')),
    request: (shop) => shop.comment(REVIEWER, MERGED.id, '/ghost approve'),
    look: ({ looks }) => all(looks.approved(MERGED.id)),
  },
  {
    verb: 'pause',
    surface: 'form',
    by: OPERATOR,
    asked: 'pause, because of a drill, for 2h',
    request: (shop) => shop.form(OPERATOR, { action: 'pause', reason: 'a drill', for: '2h' }),
    look: ({ looks }) => all(looks.control({ verb: 'pause', state: 'paused', by: OPERATOR })),
  },
  {
    verb: 'held',
    surface: 'api',
    by: SENDER,
    asked: `sends ${HELD.id} all the same`,
    request: (shop) => shop.send(HELD),
    look: ({ looks }, run) =>
      all(looks.record(HELD.id, 'held'), looks.run(run, 'failure'), ...withoutTrace(looks, HELD.id)),
  },
  {
    verb: 'resume',
    surface: 'cli',
    by: OPERATOR,
    asked: 'ghost-runner resume',
    request: (shop) => shop.cli(OPERATOR, 'resume'),
    look: ({ looks }) =>
      all(
        looks.control({ verb: 'resume', state: 'running', by: OPERATOR }),
        looks.record(HELD.id, 'opened'),
        looks.pull(HELD.id, 'open'),
      ),
  },
  {
    verb: 'revert',
    surface: 'form',
    by: REVIEWER,
    asked: `revert ${MERGED.id}, which was merged`,
    before: (shop) => shop.merge(OPERATOR, MERGED.id),
    first: ({ looks }) => all(looks.pull(MERGED.id, 'merged')),
    request: (shop) => shop.form(REVIEWER, { action: 'revert', patch: MERGED.id }),
    look: async ({ looks }) => {
      const base = (await looks.findRecord(MERGED.id))?.base?.sha ?? '';
      return all(
        looks.record(REVERT, 'opened'),
        looks.pull(REVERT, 'open'),
        looks.sameTree(REVERT, { sha: base, what: `before ${MERGED.id}` }),
      );
    },
  },
  {
    verb: 'cancel',
    surface: 'form',
    by: REVIEWER,
    asked: `cancel ${ENDLESS.id}`,
    first: ({ looks }) => all(looks.record(ENDLESS.id, 'applied')),
    request: async (shop) => {
      const run = (await shop.looks.findRecord(ENDLESS.id))?.run.id;
      await shop.form(REVIEWER, { action: 'cancel', patch: ENDLESS.id });
      return run;
    },
    look: ({ looks }, run) =>
      all(
        looks.run(run, 'cancelled'),
        looks.record(ENDLESS.id, 'canceled'),
        ...withoutTrace(looks, ENDLESS.id),
      ),
  },
  {
    verb: 'retry',
    surface: 'cli',
    by: REVIEWER,
    asked: `ghost-runner retry ${ENDLESS.id}`,
    request: (shop) => shop.cli(REVIEWER, 'retry', ENDLESS.id),
    look: ({ looks }) => all(looks.record(ENDLESS.id, 'applied', 2), looks.branch(ENDLESS.id, 'present')),
  },
  {
    verb: 'supersede',
    surface: 'api',
    by: SENDER,
    asked: `sends ${BETTER.id}, which takes the place of ${HELD.id}`,
    request: (shop) => shop.send(BETTER),
    look: ({ looks }) =>
      all(looks.pull(BETTER.id, 'open'), looks.pull(HELD.id, 'closed'), looks.record(HELD.id, 'superseded')),
  },
  {
    verb: 'reject',
    surface: 'comment',
    by: REVIEWER,
    asked: '/ghost reject we wrap nothing',
    request: (shop) => shop.comment(REVIEWER, BETTER.id, '/ghost reject we wrap nothing'),
    look: ({ looks }) => all(looks.pull(BETTER.id, 'closed'), looks.record(BETTER.id, 'closed')),
  },
  {
    verb: 'canary',
    surface: 'schedule',
    by: 'nobody',
    asked: "the day's canary is due",
    request: (shop) => shop.schedule(),
    look: ({ looks }) => {
      const id = canaryId(new Date(), false);
      return all(looks.record(id, 'closed'), looks.pull(id, 'closed'), looks.branch(id, 'absent'));
    },
  },
  {
    verb: 'lock',
    surface: 'cli',
    by: OPERATOR,
    asked: 'ghost-runner lock a drill',
    request: (shop) => shop.cli(OPERATOR, 'lock', 'a', 'drill'),
    look: ({ looks }) => all(looks.control({ verb: 'lock', state: 'locked', by: OPERATOR })),
  },
  {
    verb: 'halted',
    surface: 'api',
    by: SENDER,
    asked: `sends ${REFUSED.id} all the same`,
    request: (shop) => shop.send(REFUSED),
    look: ({ looks }, run) =>
      all(looks.record(REFUSED.id, 'halted'), looks.run(run, 'failure'), ...withoutTrace(looks, REFUSED.id)),
  },
  {
    verb: 'unlock',
    surface: 'comment',
    by: OTHER_OPERATOR,
    asked: '/ghost unlock',
    request: (shop) => shop.comment(OTHER_OPERATOR, REVERT, '/ghost unlock'),
    look: ({ looks }) => all(looks.control({ verb: 'unlock', state: 'running', by: OTHER_OPERATOR })),
  },
  {
    verb: 'kill',
    surface: 'form',
    by: OPERATOR,
    asked: 'kill all, and means it',
    first: ({ looks }) => all(looks.record(ENDLESS.id, 'applied', 2)),
    request: async (shop) => {
      const run = (await shop.looks.findRecord(ENDLESS.id))?.run.id;
      await shop.form(OPERATOR, { action: 'kill', patch: 'all', confirm: 'true' });
      return run;
    },
    look: ({ looks }, run) =>
      all(
        looks.control({ verb: 'kill', state: 'locked', by: OPERATOR }),
        looks.run(run, 'cancelled'),
        looks.record(ENDLESS.id, 'canceled'),
        ...withoutTrace(looks, ENDLESS.id),
      ),
  },
];

/** Nothing of it was pushed, or nothing of it is left. */
function withoutTrace(looks: Shop['looks'], id: string): readonly Promise<Fact>[] {
  return [looks.branch(id, 'absent'), looks.pull(id, 'none')];
}

async function all(...facts: readonly Promise<Fact>[]): Promise<readonly Fact[]> {
  return Promise.all(facts);
}
