import type { Observation } from '../../report/command/report.ts';

/** Something broke when something was changed already. The cause is what broke. */
export class Interrupted extends Error {
  /** What was seen of the change. */
  readonly observed: readonly Observation[];

  constructor(observed: readonly Observation[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.observed = observed;
  }
}

/** Does what comes after a change. Where it breaks, the change is not forgotten: it is reported and logged. */
export async function afterChange<Rest>(
  observed: readonly Observation[],
  rest: () => Promise<Rest>,
): Promise<Rest> {
  try {
    return await rest();
  } catch (error) {
    throw error instanceof Interrupted
      ? new Interrupted([...observed, ...error.observed], error.cause)
      : new Interrupted(observed, error);
  }
}
