import { parseControl } from '../../control/control.ts';
import { activeSwitches } from '../../control/switches.ts';
import type { Verb } from '../../control/verbs.ts';
import { createOctokit } from '../../io/github/client.ts';
import { createConversation } from '../../io/github/conversation.ts';
import { createApiRepository } from '../../io/github/repository.ts';
import { createRuns } from '../../io/github/runs.ts';
import { APPROVAL_LABEL } from '../../record/approval.ts';
import { branchName, CONTROL_REF, type PatchRecord, recordRef } from '../../record/record.ts';
import { parseRecord } from '../../record/text.ts';
import type { PullRequestFacts } from '../../stages/control/ports.ts';
import { readPatchSnapshot } from '../../stages/patch-snapshot.ts';
import type { Fact } from './line.ts';

/** Looks at the local GitHub as anybody with a token that only reads can. */
export type Looks = ReturnType<typeof createLooks>;

export function createLooks(place: {
  readonly apiUrl: string;
  readonly token: string;
  readonly owner: string;
  readonly name: string;
}) {
  const { owner, name } = place;
  const octokit = createOctokit({ token: place.token, apiUrl: place.apiUrl });
  const repository = createApiRepository({ octokit, owner, name });
  const runs = createRuns({ octokit, owner, name });
  const conversation = createConversation({ octokit, owner, name });

  async function findRecord(id: string): Promise<PatchRecord | null> {
    const snapshot = await repository.read({ refs: [recordRef(id)] });
    const parsed = parseRecord(snapshot.refs.get(recordRef(id))?.message ?? '');
    return parsed.ok ? parsed.record : null;
  }

  async function findPull(id: string): Promise<PullRequestFacts | null> {
    const { pullRequest } = await readPatchSnapshot(repository, id, {});
    return pullRequest ? await conversation.pullRequest(pullRequest.number) : null;
  }

  return {
    findRecord,
    findPull,

    /** What the newest entry of the log says: what holds, and who did what to make it so. */
    async control(wanted: {
      readonly state: 'running' | 'paused' | 'locked';
      readonly verb: Verb;
      readonly by: string;
    }): Promise<Fact> {
      const snapshot = await repository.read({ refs: [CONTROL_REF] });
      const entry = parseControl(snapshot.refs.get(CONTROL_REF)?.message ?? '');
      if (entry === null) {
        return fact(CONTROL_REF, 'unreadable', false);
      }
      const { act, switches } = entry;
      const state = activeSwitches(switches, new Date()).at(-1)?.state ?? 'running';
      return fact(
        CONTROL_REF,
        `${state}, after ${act.verb} by ${act.by}`,
        state === wanted.state && act.verb === wanted.verb && act.by === wanted.by,
      );
    },

    async record(id: string, wanted: string, attempt?: number): Promise<Fact> {
      const record = await findRecord(id);
      const state = record?.outcome?.kind ?? record?.state ?? 'absent';
      return fact(
        recordRef(id),
        attempt === undefined ? state : `${state}, attempt ${record?.attempt ?? 0}`,
        state === wanted && (attempt === undefined || record?.attempt === attempt),
      );
    },

    async branch(id: string, wanted: 'present' | 'absent'): Promise<Fact> {
      const ref = `refs/heads/${branchName(id)}`;
      const commit = (await repository.read({ refs: [ref] })).refs.get(ref) ?? null;
      const state = commit === null ? 'absent' : 'present';
      return fact(ref, commit === null ? state : `at ${commit.oid.slice(0, SHORT_SHA)}`, state === wanted);
    },

    async pull(id: string, wanted: 'none' | PullRequestFacts['state']): Promise<Fact> {
      const pull = await findPull(id);
      return pull === null
        ? fact(`pull request of ${id}`, 'none', wanted === 'none')
        : fact(`pull request #${pull.number}`, describePull(pull), pull.state === wanted);
    },

    /** Out of draft, and without the label that asks for an approval. */
    async approved(id: string): Promise<Fact> {
      const pull = await findPull(id);
      return pull === null
        ? fact(`pull request of ${id}`, 'none', false)
        : fact(
            `pull request #${pull.number}`,
            describePull(pull),
            pull.state === 'open' && !pull.draft && !pull.labels.includes(APPROVAL_LABEL),
          );
    },

    async run(id: number, wanted: string): Promise<Fact> {
      const run = await runs.get(id);
      const state = run?.conclusion ?? run?.status ?? 'unknown';
      return fact(`run ${id}`, run?.conclusion === null ? state : `completed: ${state}`, state === wanted);
    },

    /** A patch that takes another one back leads to the very tree from before that one. */
    async sameTree(id: string, before: { readonly sha: string; readonly what: string }): Promise<Fact> {
      const ref = `refs/heads/${branchName(id)}`;
      const snapshot = await repository.read({ refs: [ref], base: { sha: before.sha }, files: [] });
      const [tree, wanted] = [snapshot.refs.get(ref)?.tree, snapshot.pinned?.tree];
      const same = tree !== undefined && tree === wanted;
      return fact(`tree of ${branchName(id)}`, same ? `that from ${before.what}` : 'another one', same);
    },
  };
}

const SHORT_SHA = 7;

function describePull({ state, draft, labels }: PullRequestFacts): string {
  return [state, ...(draft && state === 'open' ? ['draft'] : []), ...labels].join(', ');
}

function fact(thing: string, state: string, wanted: boolean): Fact {
  return { thing, state, wanted };
}
