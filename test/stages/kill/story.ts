import type { WatchContext } from '../../../src/stages/watch/context.ts';
import type { Through } from './mortal.ts';
import type { Scene } from './scene.ts';

/** Something that a process does, and what stands before it. */
export type Story = {
  readonly name: string;
  readonly config?: string;
  /** Other stories have what it asks for, and the way in which it does: only who takes every fault takes it too. */
  readonly seldom?: true;
  /** Sets the scene. */
  readonly before: (scene: Scene) => Promise<Deed>;
};

export type Deed = {
  /** What the process does that is killed. */
  readonly work: (within: WatchContext, through: Through) => Promise<unknown>;
  /** The next jobs of its run, where it came to its end. */
  readonly goOn?: () => Promise<unknown>;
  /** What becomes of the world when the process is dead; its run fails where absent. */
  readonly died?: () => void;
  /** One pass is not to be the last. */
  readonly moreToCome?: true;
  /** What is wrong with what people were told, and with what is shown to them, right when the process has ended. */
  readonly told?: () => Promise<readonly string[]>;
  /** Asks for the same once more, and gives what is wrong then. */
  readonly again?: () => Promise<readonly string[]>;
};

/** What makes the watch look at everything. */
export const SCHEDULE = { event: 'schedule' };

export const APPROVAL = 'approval: required\ntest:\n  command: npm test\n';

export function payload(id: string, more: object = {}, changes: readonly object[] = [EDIT]): object {
  return { id, patch: { version: 1, title: `Change ${id}`, changes, ...more } };
}

export const write = (path: string) => [{ kind: 'write', path, content: `${path}\n` }];

export const EDIT = { kind: 'edit', path: 'src/a.txt', find: 'two', replace: 'TWO' };

/** Gives what is wrong where patches did not come to what was wanted; `a or b` takes either. */
export async function expectKinds(
  scene: Scene,
  wanted: { readonly [id: string]: string },
): Promise<readonly string[]> {
  const seen = Object.entries(wanted).map(async ([id, kind]) => {
    const record = await scene.record(id).catch(() => null);
    const found = record?.outcome?.kind ?? record?.state ?? 'absent';
    return kind.split(' or ').includes(found) ? [] : [`${id} is ${found}, not ${kind}`];
  });
  return (await Promise.all(seen)).flat();
}

/** A patch that was merged, and the watch has seen it. */
export async function deliverAndMerge(scene: Scene, id: string): Promise<void> {
  await scene.deliver(payload(id));
  await scene.person('ada').merge(1);
  await scene.watch(SCHEDULE);
}
