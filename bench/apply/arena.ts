import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Applier } from './applier.ts';
import type { Case } from './case.ts';
import { type Answer, answerSchema, type Outcome, score } from './score.ts';

export type Result = {
  readonly case: Case;
  readonly answer: Answer;
  readonly outcome: Outcome;
  /** With the way to the process and back, and for a tool that is a command with its start. */
  readonly milliseconds: number;
};

/** Puts an applier through all cases of its formats, in a process that is ended when one case takes too long. */
export async function runCases(applier: Applier, cases: readonly Case[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  let child: ChildProcess | undefined;
  for (const item of cases.filter(({ format }) => applier.formats.includes(format))) {
    child ??= fork(join(import.meta.dirname, 'child.ts'), [applier.name], { silent: true });
    const started = performance.now();
    const answer = await ask(child, item);
    if (answer === null || child.exitCode !== null) {
      child.kill('SIGKILL');
      child = undefined;
    }
    const told: Answer = answer ?? { ok: false, reason: 'It took too long.', timedOut: true };
    results.push({
      case: item,
      answer: told,
      outcome: score(item, told),
      milliseconds: performance.now() - started,
    });
  }
  child?.kill('SIGKILL');
  return results;
}

/** The expected result stays here. null: no answer in time. */
function ask(child: ChildProcess, { format, path, base, patch }: Case): Promise<Answer | null> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | null) => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit);
      resolve(answer);
    };
    const onMessage = (message: unknown) => settle(answerSchema.parse(message));
    const onExit = () => settle({ ok: false, reason: 'Its process ended.' });
    const timer = setTimeout(() => settle(null), LIMIT_MILLISECONDS);
    child.once('message', onMessage).once('exit', onExit);
    child.send({ format, path, base, patch });
  });
}

/** Every case here is a file of some hundred lines; what needs longer is hanging. */
const LIMIT_MILLISECONDS = 10_000;
