import { createSecretScanner } from '../../io/secrets.ts';
import { createCompute, type Jobs } from '../../stages/compute.ts';
import type { Result, Task, Told } from './protocol.ts';

const compute = createCompute(createSecretScanner());

process.on('message', (task: Task) => {
  tell({ kind: 'begun' });
  void work(task).then(
    (result) => tell({ kind: 'done', result }),
    (error: unknown) => tell({ kind: 'failed', error }),
  );
});

function tell(told: Told): void {
  process.send?.(told);
}

async function work(task: Task): Promise<Result<keyof Jobs>> {
  switch (task.job) {
    case 'read':
      return compute.read(task.input);
    case 'readUnder':
      return compute.readUnder(task.input);
    case 'plan':
      return compute.plan(task.input);
    case 'name':
      return compute.name(task.input);
    case 'show':
      return compute.show(task.input);
    case 'diff':
      return compute.diff(task.input);
  }
}
