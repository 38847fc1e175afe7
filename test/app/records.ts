import { type PatchRecord, recordRef } from '../../src/record/record.ts';
import { formatRecord } from '../../src/record/text.ts';
import { putCommit } from '../local/github/commits.ts';
import { REPOSITORY, type World } from './world.ts';

/** Puts on record what the Action's jobs would. `tree`: a name of the tree that holds the patch; that of main where absent. */
export async function writeRecord(
  { github }: Pick<World, 'github'>,
  id: string,
  {
    tree = 'main',
    repository = REPOSITORY,
    after = false,
    ...more
  }: Partial<Omit<PatchRecord, 'tree'>> & {
    readonly tree?: string;
    readonly repository?: string;
    /** As the next step of the record that is there. */
    readonly after?: boolean;
  },
): Promise<void> {
  const now = new Date().toISOString();
  const record: PatchRecord = {
    version: 1,
    id,
    digest: 'a'.repeat(64),
    title: 'Count quantities',
    sender: 'ghost-runner[bot]',
    state: 'applied',
    receivedAt: now,
    attempt: 1,
    run: { id: 7, attempt: 1, url: 'https://github.com/acme/shop/actions/runs/7' },
    startedAt: now,
    deadline: now,
    steps: [],
    warnings: [],
    ...more,
  };
  const message = formatRecord(record, { headline: 'A record', detail: 'For a test.' });
  const parents = after ? [recordRef(id)] : [];
  await putCommit({ github, repository }, recordRef(id), { like: tree, message, parents });
}

/** A record whose tests passed and whose pull request is there. */
export function opened(
  digest: string,
  pullRequest = { number: 3, url: 'https://github.com/acme/shop/pull/3' },
): Partial<Omit<PatchRecord, 'tree'>> {
  return {
    digest,
    state: 'done',
    pullRequest,
    outcome: {
      kind: 'opened',
      pullRequest,
      tests: {
        verdict: 'passed',
        sha: 'b'.repeat(40),
        command: 'npm test',
        exitCode: 0,
        seconds: 1,
        failingLines: [],
        tail: 'ok',
        outputBytes: 2,
      },
    },
  };
}
