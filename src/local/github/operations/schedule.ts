import { parse } from 'yaml';
import { z } from 'zod';
import type { WorkflowRun } from '../../contract.ts';
import { createTrigger } from '../events/events.ts';
import { readCommit, readTree } from '../git/objects.ts';
import { findEntry } from '../git/trees.ts';
import type { Repository } from '../model.ts';
import type { Platform } from '../platform.ts';

/**
 * Lets time pass as far as schedules are concerned: this cron expression comes due, or every one that the default
 * branch's workflows have. Gives the runs that start. Throws where no workflow has the expression: it would never fire.
 */
export async function fireSchedules(
  platform: Platform,
  repository: Repository,
  cron?: string,
): Promise<readonly WorkflowRun[]> {
  const ref = `refs/heads/${repository.defaultBranch}`;
  const head = await readCommit(repository.store, ref);
  const crons = head === null ? [] : await readCrons(repository, head.tree);
  if (head === null || (cron !== undefined && !crons.includes(cron))) {
    throw new Error(`no workflow of ${repository.fullName} has the schedule ${JSON.stringify(cron)}`);
  }
  const runs = [];
  for (const due of cron === undefined ? crons : [cron]) {
    const trigger = createTrigger(platform.world, {
      name: 'schedule',
      repository,
      payload: { schedule: due },
      // On GitHub it is whoever last wrote the schedule, which here is the owner's work.
      cause: { user: repository.owner, token: null },
      workflows: { ref, sha: head.oid },
    });
    if (trigger !== null) {
      runs.push(...((await platform.engine?.start(trigger)) ?? []));
    }
  }
  return runs;
}

/** Every cron expression once. */
async function readCrons(repository: Repository, tree: string): Promise<readonly string[]> {
  const { store } = repository;
  const folder = await findEntry(store, tree, '.github/workflows');
  const entries = folder === null ? null : await readTree(store, folder.oid);
  const files = (entries ?? []).filter(({ name }) => /\.ya?ml$/.test(name));
  const crons = await Promise.all(
    files.map(async ({ oid }) => cronsIn((await store.reader.read(oid))?.bytes.toString() ?? '')),
  );
  return [...new Set(crons.flat())];
}

/** A file that is no YAML has none; its next run says what is wrong with it. */
function cronsIn(text: string): readonly string[] {
  const schedule = Schedules.safeParse(parseYaml(text));
  return schedule.success ? schedule.data.on.schedule.map(({ cron }) => cron) : [];
}

const Schedules = z.object({ on: z.object({ schedule: z.array(z.object({ cron: z.string() })) }) });

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
