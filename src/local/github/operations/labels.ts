import type { Cause, Label, Repository, Thread } from '../model.ts';
import type { Platform } from '../platform.ts';
import { labelView } from '../views/pull-request.ts';
import { publishThread } from './issues.ts';

/** The label of this name, made with the default colour where there is none yet. Names ignore case. */
export function ensureLabel(platform: Platform, repository: Repository, name: string): Label {
  return (
    findLabel(repository, name) ??
    createLabel(platform, repository, { name, color: DEFAULT_COLOR, description: null })
  );
}

const DEFAULT_COLOR = 'ededed';

export function findLabel(repository: Repository, name: string): Label | undefined {
  return repository.labels.get(name.toLowerCase());
}

export function createLabel(platform: Platform, repository: Repository, label: Omit<Label, 'id'>): Label {
  const stored = { ...label, id: platform.world.nextId() };
  repository.labels.set(label.name.toLowerCase(), stored);
  return stored;
}

/** Adds those that are not there yet. */
export async function addLabels(
  platform: Platform,
  thread: Thread,
  labels: readonly Label[],
  cause: Cause,
): Promise<void> {
  for (const label of labels) {
    if (!thread.labels.includes(label)) {
      thread.labels.push(label);
      await publishThread(platform, thread, cause, {
        action: 'labeled',
        label: labelView(platform.world, thread.repository, label),
      });
    }
  }
}

/** false: it has no such label. */
export async function removeLabel(
  platform: Platform,
  thread: Thread,
  name: string,
  cause: Cause,
): Promise<boolean> {
  const label = findLabel(thread.repository, name);
  if (label === undefined || !thread.labels.includes(label)) {
    return false;
  }
  thread.labels.splice(thread.labels.indexOf(label), 1);
  await publishThread(platform, thread, cause, {
    action: 'unlabeled',
    label: labelView(platform.world, thread.repository, label),
  });
  return true;
}
