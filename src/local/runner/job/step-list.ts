import type { WorkflowStep } from '../../contract.ts';
import type { StepResult } from './state.ts';

/** The steps as GitHub lists them, told to the engine at each change. */
export type StepList = {
  /** Lists a step that has not begun yet. */
  add(name: string): ListedStep;
  /** Steps that will not come any more. */
  end(): void;
};

export type ListedStep = {
  begin(name: string): void;
  end(result: StepResult | 'skipped'): void;
};

export function createStepList(tell: (steps: readonly WorkflowStep[]) => void): StepList {
  const steps: WorkflowStep[] = [
    { number: 1, name: 'Set up job', status: 'completed', conclusion: 'success' },
  ];

  function add(name: string): ListedStep {
    const index = steps.length;
    steps.push({ number: index + 1, name, status: 'queued', conclusion: null });
    tell(steps);
    return {
      begin: (newName) => change(index, { name: newName, status: 'in_progress', conclusion: null }),
      end: (conclusion) =>
        change(index, { name: steps[index]?.name ?? name, status: 'completed', conclusion }),
    };
  }

  function change(index: number, step: Omit<WorkflowStep, 'number'>): void {
    steps[index] = { number: index + 1, ...step };
    tell(steps);
  }

  function end(): void {
    steps.push({
      number: steps.length + 1,
      name: 'Complete job',
      status: 'completed',
      conclusion: 'success',
    });
    tell(steps);
  }

  return { add, end };
}
