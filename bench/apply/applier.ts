import type { Case, Format } from './case.ts';
import type { Answer } from './score.ts';

/** Something that applies patches; throwing is refusing. It gets nothing that would give the result away. */
export type Applier = {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly apply: (task: Task) => Answer | Promise<Answer>;
};

export type Task = Pick<Case, 'format' | 'path' | 'base' | 'patch'>;
