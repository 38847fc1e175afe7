import type { Sandbox } from '../../src/local/sandbox.ts';
import { type PatchRecord, recordRef } from '../../src/record/record.ts';
import { parseRecord } from '../../src/record/text.ts';
import { commitAt, messageAt } from '../local/github/commits.ts';
import { findLies } from '../stages/kill/lies.ts';
import { createPorts, PERMISSIONS } from '../stages/watch/ports.ts';
import type { ChaosPatch, Plan } from './plan.ts';

/** What is wrong with patches in the end: each under its id, with a sentence. */
export type Verdict = {
  /** Acknowledged, and without the outcome that is true of it. */
  readonly lost: ReadonlyMap<string, string>;
  /** More than one branch, pull request or message, or more in them than the patch. */
  readonly twice: ReadonlyMap<string, string>;
  /** Not at its end, or not everybody says the same of it. */
  readonly unsettled: ReadonlyMap<string, string>;
  /** How many patches ended in each way. */
  readonly outcomes: { readonly [kind: string]: number };
};

export type Hearing = {
  readonly sandbox: Sandbox;
  readonly plan: Plan;
  readonly acknowledged: ReadonlySet<string>;
  /** Where each repository's base branch stood before anything was sent. */
  readonly bases: ReadonlyMap<string, string>;
};

/** Looks at GitHub's own repositories and Slack's own messages, whatever anybody said. */
export async function judge(hearing: Hearing): Promise<Verdict> {
  const verdict = { lost: new Map(), twice: new Map(), unsettled: new Map() } satisfies Omit<
    Verdict,
    'outcomes'
  >;
  const outcomes: { [kind: string]: number } = {};
  for (const repository of hearing.plan.repositories) {
    const place = await openPlace(hearing, repository);
    for (const lie of await findLies(place)) {
      const [id = '', ...words] = lie.split(':');
      const count = /\d+ (?:pull requests|messages)/.test(lie);
      (count ? verdict.twice : verdict.unsettled).set(id, words.join(':').trim() || lie);
    }
    for (const patch of hearing.plan.patches.filter((one) => one.repository === repository)) {
      const record = await readRecord(hearing, patch);
      const kind = record?.outcome?.kind ?? record?.state ?? 'none';
      outcomes[kind] = (outcomes[kind] ?? 0) + 1;
      const lost = hearing.acknowledged.has(patch.id) ? await whyLost(hearing, patch, record) : null;
      if (lost !== null) {
        verdict.lost.set(patch.id, lost);
      }
      const more = await whatElse(hearing, patch, record);
      if (more !== null) {
        verdict.twice.set(patch.id, more);
      }
    }
    if (place.base !== hearing.bases.get(repository)) {
      verdict.unsettled.set(repository, 'its base branch was moved');
    }
  }
  return { ...verdict, outcomes };
}

async function openPlace({ sandbox }: Hearing, repository: string) {
  const { github, slack, engine } = sandbox;
  return {
    repository,
    github,
    slack,
    snapshot: () => github.snapshot(repository),
    isOver: (id: number) => engine.run(id)?.status === 'completed',
    context: createPorts({
      repository,
      github,
      slack,
      token: github.createToken({ login: 'acme', permissions: PERMISSIONS }),
      run: { id: 1, attempt: 1, url: '' },
      clock: { now: () => new Date() },
      sleep: async () => {},
    }),
    // Where one pass of the watch finds more than five without a message, it says so in one message instead.
    maybeUntold: true,
    base: (await commitAt({ github, repository }, 'refs/heads/main')).oid,
  };
}

async function readRecord({ sandbox }: Hearing, { id, repository }: ChaosPatch): Promise<PatchRecord | null> {
  const message = await messageAt({ github: sandbox.github, repository }, recordRef(id)).catch(() => null);
  const parsed = message === null ? null : parseRecord(message);
  return parsed?.ok === true ? parsed.record : null;
}

/** An end that says that something broke is true where nothing came of the patch; `findLies` has looked at that. */
async function whyLost(
  { sandbox }: Hearing,
  { id, repository, outcome, proposed }: ChaosPatch,
  record: PatchRecord | null,
): Promise<string | null> {
  const kind = record?.outcome?.kind;
  if (record === null) {
    return 'it was acknowledged, and there is no record of it';
  }
  if (kind === 'crashed') {
    return null;
  }
  // After an attempt that failed, what would have been opened is updated.
  if ((kind === 'updated' ? 'opened' : kind) !== outcome) {
    return `it is ${kind ?? record.state}, and not ${outcome}`;
  }
  if (proposed === null) {
    return null;
  }
  const content = await sandbox.github.git(repository, 'show', `refs/heads/ghost/${id}:${proposed.path}`);
  return content === proposed.content ? null : 'its branch does not hold what it wrote';
}

async function whatElse(
  { sandbox, bases }: Hearing,
  { id, repository, proposed }: ChaosPatch,
  record: PatchRecord | null,
): Promise<string | null> {
  const branches = await sandbox.github.git(
    repository,
    'for-each-ref',
    '--format=%(refname)',
    `refs/heads/ghost/${id}`,
    `refs/heads/ghost/${id}-*`,
  );
  const found = branches.split('\n').filter(Boolean);
  if (found.length > 1) {
    return `it has the branches ${found.join(' and ')}`;
  }
  const [branch] = found;
  if (branch === undefined) {
    return null;
  }
  const base = bases.get(repository) ?? '';
  const paths = (await sandbox.github.git(repository, 'diff', '--name-only', base, branch)).trim();
  return record === null || paths === proposed?.path ? null : `its branch changes ${paths}`;
}
