import type { Task } from './applier.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { ghostRunner } from './ours.ts';
import type { Answer } from './score.ts';

/** A process of its own for one applier, whose name is the argument: tasks come in as messages, and each is answered. */
const name = process.argv[2];
const applier = [ghostRunner, ...NEIGHBOURS].find((one) => one.name === name);

process.on('message', (task: Task) => {
  void answer(task).then((result) => process.send?.(result));
});

async function answer(task: Task): Promise<Answer> {
  try {
    return (await applier?.apply(task)) ?? { ok: false, reason: `There is no applier ${name}.` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
