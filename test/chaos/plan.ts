import type { Random } from '../../bench/apply/random.ts';
import { SHOP } from '../../src/local/sample/shop.ts';
import type { OutcomeKind } from '../../src/record/outcome.ts';

/** The ways in which a patch comes: GitHub's own, the server's address for programs, and its tools for models. */
export const DOORS = ['dispatch', 'http', 'mcp'] as const;
export type Door = (typeof DOORS)[number];

/** A patch, and what is to become of it where nothing breaks. */
export type ChaosPatch = {
  readonly id: string;
  readonly repository: string;
  readonly changes: readonly object[];
  readonly outcome: OutcomeKind;
  /** What its pull request holds; null: it gets none. */
  readonly proposed: { readonly path: string; readonly content: string } | null;
};

export type Delivery = { readonly patch: ChaosPatch; readonly door: Door };

export type Plan = {
  readonly repositories: readonly string[];
  readonly patches: readonly ChaosPatch[];
  /** Each patch one to three times, by any doors, in any order. */
  readonly deliveries: readonly Delivery[];
};

export function makePlan(count: number, random: Random): Plan {
  const inEarnest = Math.min(Math.floor(count * SHARE_IN_EARNEST), MOST_IN_EARNEST);
  const played = Math.ceil((count - inEarnest) / PATCHES_PER_REPOSITORY);
  const repositories = Array.from({ length: played }, (_, index) => `acme/shop-${index + 1}`);
  const patches = Array.from({ length: count }, (_, index) =>
    makePatch(index, index < inEarnest ? IN_EARNEST : random.pick(repositories), random),
  );
  const deliveries = patches.flatMap((patch) =>
    Array.from({ length: random.int(1, MOST_DELIVERIES) }, () => ({ patch, door: pickDoor(patch, random) })),
  );
  return {
    repositories: [...repositories, ...(inEarnest > 0 ? [IN_EARNEST] : [])],
    patches,
    deliveries: random.shuffle(deliveries),
  };
}

/** Where real workflows run, of runs that are not too short for it. */
export const IN_EARNEST = 'acme/in-earnest';

/** Of all patches, and how many at most: a run of the real workflow takes seconds. */
const SHARE_IN_EARNEST = 0.02;
const MOST_IN_EARNEST = 20;

/** About as many: one pass of the watch looks closely at 25 things. */
const PATCHES_PER_REPOSITORY = 15;

const MOST_DELIVERIES = 3;

type Kind = 'new file' | 'edit' | 'breaks tests' | 'large' | 'misfits' | 'forbidden';

const KINDS: readonly Kind[] = [
  ...Array<Kind>(8).fill('new file'),
  ...Array<Kind>(6).fill('edit'),
  ...Array<Kind>(2).fill('breaks tests'),
  ...Array<Kind>(2).fill('large'),
  'misfits',
  'forbidden',
];

function makePatch(index: number, repository: string, random: Random): ChaosPatch {
  const kind = random.pick(KINDS);
  const id = `${kind.replace(' ', '-')}-${index + 1}`;
  return { id, repository, ...contentOf(kind, id) };
}

function contentOf(kind: Kind, id: string): Pick<ChaosPatch, 'changes' | 'outcome' | 'proposed'> {
  const write = (path: string, content: string) => ({
    changes: [{ kind: 'write', path, content }],
    proposed: { path, content },
  });
  switch (kind) {
    case 'new file':
      return { ...write(`notes/${id}.md`, `About ${id}.\n`), outcome: 'opened' };
    case 'large':
      return { ...write(`notes/${id}.md`, `About ${id}.\n`.repeat(LARGE_LINES)), outcome: 'opened' };
    case 'breaks tests':
      return { ...write(`test/${id}.test.js`, `throw new Error('${id}');\n`), outcome: 'tests_failed' };
    case 'edit': {
      const replace = `A cart, as ${id} has it`;
      return {
        changes: [{ kind: 'edit', path: 'README.md', find: EDITED, replace }],
        proposed: { path: 'README.md', content: (SHOP['README.md'] ?? '').replace(EDITED, replace) },
        outcome: 'opened',
      };
    }
    case 'misfits':
      return {
        changes: [{ kind: 'edit', path: 'README.md', find: `Not there: ${id}`, replace: id }],
        proposed: null,
        outcome: 'refused',
      };
    case 'forbidden':
      return { ...write(`.github/workflows/${id}.yml`, 'on: push\n'), proposed: null, outcome: 'refused' };
  }
}

const EDITED = 'A cart that can be added up';

/** More than a dispatch takes. */
const LARGE_LINES = 5_000;

/** What does not fit in a dispatch comes by the server. */
function pickDoor(patch: ChaosPatch, random: Random): Door {
  return random.pick(patch.id.startsWith('large') ? DOORS.slice(1) : DOORS);
}
