import { FAILING, GOOD, MISFIT, type SamplePayload } from '../../local/sample/patches.ts';
import type { OutcomeKind } from '../../record/outcome.ts';

/** What is sent, and what must come of it. */
export type DemoDelivery = {
  readonly label: string;
  readonly payload: SamplePayload;
  readonly expected: OutcomeKind;
};

export const DEMO_REPOSITORY = 'acme/shop';

export const DELIVERIES: readonly DemoDelivery[] = [
  { label: 'a good patch', payload: GOOD, expected: 'opened' },
  { label: 'a patch that breaks a test', payload: FAILING, expected: 'tests_failed' },
  { label: 'a patch that does not fit', payload: MISFIT, expected: 'refused' },
  { label: 'the good patch once more', payload: GOOD, expected: 'duplicate' },
];
