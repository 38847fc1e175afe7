import type { PullRequestFacts } from '../../../src/stages/control/ports.ts';
import type { Oid } from '../../../src/stages/ports.ts';
import { US } from './memory-pulls.ts';
import type { World } from './world.ts';

/** What people did that is to be seen in the end. */
export type Deeds = {
  /** Commits of theirs on branches of patches. */
  readonly pushed: ReadonlySet<Oid>;
  /** Earlier commits of ours to which they put branches back. */
  readonly back: ReadonlySet<Oid>;
  /** What they merged, in this order. */
  readonly merges: readonly PersonMerge[];
  /** Numbers of the pull requests of their own that they closed, or that may be closed by now. */
  readonly closed: ReadonlySet<number>;
};

export type PersonMerge = {
  readonly number: number;
  /** Id of the patch whose branch it was. */
  readonly id: string;
  /** Of the patch whose commit it was, or stood on; undefined: none of ours. */
  readonly digest: string | undefined;
  readonly sha: Oid;
};

/**
 * What a story is mostly about: anything that happens to one patch, two patches and those that take them back, or the
 * revisions of one while all is paused again and again.
 */
export type Plot = 'anything' | 'reverts' | 'pauses';

/** One thing that happens, of all that may. */
export function createActs(
  world: World,
  { chance, plot }: { readonly chance: () => number; readonly plot: Plot },
) {
  const { turns, git, pulls, runs, records, promises, pick, command, watch } = world;
  const pushed = new Set<Oid>();
  const back = new Set<Oid>();
  const merges: PersonMerge[] = [];
  const closed = new Set<number>();

  const deliver = (
    id: string,
    replace: string,
    { find = 'two', ...more }: { readonly find?: string; readonly supersedes?: string } = {},
  ) => {
    const path = id === 'two' ? 'b.txt' : 'a.txt';
    const title = `Change ${replace}`;
    const sender = pick(['gpt', 'rita']);
    promises.sent(title, sender);
    runs.deliver(
      { id, patch: { version: 1, title, changes: [{ kind: 'edit', path, find, replace }], ...more } },
      sender,
    );
  };
  const anyId = (): string => {
    const [first = 'one', ...others] = records.ids();
    return plot === 'reverts' ? pick([first, ...others]) : 'one';
  };
  /** GitHub tells of it, as a rule. */
  const onTheirs = () => {
    const seen = pulls.facts();
    const pull = seen.findLast(
      ({ author, state, base }) => author !== US && state === 'open' && base.branch === 'main',
    );
    if (pull === undefined) {
      return;
    }
    closed.add(pull.number);
    const own = seen.find(({ author, head }) => author === US && head.branch === pull.head.branch);
    // Where the patch's own one is closed, its record goes by that one.
    if (own !== undefined || chance() < 0.5) {
      pulls.person.close(pull.number);
    } else {
      mergeNow(pull);
    }
    watch({ event: 'pull_request', sha: pull.head.sha });
  };
  const onPage = (act: (pull: PullRequestFacts) => void) => {
    const id = anyId();
    const own = pulls.facts().filter(({ author, head }) => author === US && head.branch === `ghost/${id}`);
    const pull = own.at(-1);
    if (pull !== undefined) {
      act(pull);
      if (chance() < 0.9) {
        watch({ event: 'pull_request', sha: pull.head.sha });
      }
    }
  };
  const mergeNow = ({ number, state, draft: was, head }: PullRequestFacts) => {
    const draft = was && chance() > IMPATIENT;
    const sha = state === 'open' && !draft ? git.merge(head.sha) : null;
    if (sha !== null) {
      const [digest] = git.messagesFrom(head.sha).flatMap((message) => DIGEST.exec(message)?.[1] ?? []);
      merges.push({ number, id: head.branch.slice('ghost/'.length), digest, sha });
      pulls.person.merge(number, sha);
    }
  };

  const acts: readonly [() => void, ...(() => void)[]] = [
    () => deliver(pick(plot === 'reverts' ? ['one', 'two'] : ['one']), pick(['TWO', 'ZWEI', 'DEUX'])),
    () => deliver('one', 'ZWEI'),
    () => deliver('one', 'two'),
    () => deliver(anyId(), 'x', { find: 'nowhere' }),
    () => command(pick(['rita', 'rob']), `approve ${anyId()}`),
    () => command('rob', `${pick(['approve', 'retry'])} ${anyId()}`),
    () => command('rita', `${pick(['cancel', 'retry', 'reject'])} ${anyId()}`),
    () => command('ada', pick(['pause because', 'pause because for 5m', 'lock because', 'kill all confirm'])),
    () => command('bob', pick(['resume', 'unlock'])),
    () => watch({ event: pick(['schedule', 'workflow_run']) }),
    () => watch({ event: 'schedule' }),
    () =>
      onPage(({ number, state }) => (state === 'open' ? pulls.person.close : pulls.person.reopen)(number)),
    () => onPage(({ number }) => pulls.person.reopen(number)),
    () => onPage(({ number, draft }) => draft && chance() < 0.5 && pulls.person.markReady(number)),
    onTheirs,
    () => onPage((pull) => chance() < (plot === 'anything' ? 0.3 : 0.8) && mergeNow(pull)),
    () => {
      // To have it in a release too, or before ours is there, or for nothing.
      const base = pick(['release', 'main']);
      const number = chance() < ELSEWHERE ? pulls.person.open('rita', `ghost/${anyId()}`, base) : null;
      if (number !== null && chance() < 0.5) {
        pulls.person.close(number);
        closed.add(number);
      } else if (number !== null && turns.live().length > 0) {
        // GitHub closes it with its branch, which may be on its way out already.
        closed.add(number);
      }
    },
    () => {
      const id = anyId();
      const branch = `refs/heads/ghost/${id}`;
      const [now, ...heads] = [git.at(branch), ...records.historyOf(id).flatMap(({ head }) => head ?? [])];
      const earlier = heads.find((sha) => sha !== now);
      if (now !== null && earlier !== undefined && heads.includes(now) && chance() < PUSH) {
        git.putBack(branch, earlier);
        back.add(earlier);
        watch({ event: 'pull_request', sha: earlier });
      }
    },
    () => {
      const sha = chance() < PUSH ? git.push(`refs/heads/ghost/${anyId()}`) : null;
      if (sha !== null) {
        pushed.add(sha);
      }
    },
    () => {
      const [process, ...others] = turns.live();
      if (process !== undefined) {
        const one = pick([process, ...others]);
        turns.kill(one);
        runs.die(one, pick(['failure', 'failure', 'cancelled']));
      }
    },
    () => world.wait(pick([60, 600, 3600, 7200]) * 1000),
  ];
  const toTakeBack: readonly [() => void, ...(() => void)[]] = [
    () =>
      records.of('two') === null
        ? deliver('two', pick(['TWO', 'ZWEI']), chance() < 0.3 ? { supersedes: 'one' } : {})
        : onPage(mergeNow),
    () => command(pick(['rita', 'rob', 'bob']), `approve ${anyId()}`),
    () => command('bob', `approve ${anyId()}`),
    () => onPage(mergeNow),
    () => onPage(mergeNow),
    () => command(pick(['rita', 'rob', 'bob']), `revert ${anyId()}`),
    () => command('rob', `revert ${anyId()}`),
    () => command('rob', `kill ${anyId()} confirm`),
    () => runs.startAgain(([first, ...others]) => first && pick([first, ...others])),
    () => turns.isIdle() || world.wait(60_000),
  ];
  const toPause: readonly [() => void, ...(() => void)[]] = [
    () => deliver('one', pick(['TWO', 'ZWEI', 'DEUX'])),
    () => deliver('one', pick(['TWO', 'ZWEI', 'DEUX'])),
    () => command('ada', pick(['pause because', 'pause because for 5m', 'resume'])),
    () => command('ada', pick(['pause because', 'resume'])),
    () => command('bob', pick(['approve one', 'retry one', 'cancel one'])),
    () => onPage(mergeNow),
  ];
  const plots = { anything: acts, reverts: toTakeBack, pauses: toPause };
  const first = () => deliver('one', 'TWO');
  return {
    first,
    any: () => pick(chance() < IN_PLOT ? plots[plot] : acts)(),
    deeds: { pushed, back, merges, closed } satisfies Deeds,
  };
}

const DIGEST = /^Ghost-Digest: ([0-9a-f]{64})$/m;

/** What follows on a person's commit is short, so that there are few. */
const PUSH = 0.3;

const ELSEWHERE = 0.6;

/** How often somebody merges what is a draft, with what nobody has approved or tested. */
const IMPATIENT = 0.3;

/** How often what happens is of the plot. */
const IN_PLOT = 0.75;
