import type { Outcome } from '../record/outcome.ts';

/**
 * | code | outcome |
 * |--:|---|
 * | 0 | `opened`, `updated` with passing tests; `merged`; `duplicate`, which is done or being done by another run |
 * | 1 | `crashed` |
 * | 2 | `refused` |
 * | 3 | `no_change` |
 * | 4 | `conflict` |
 * | 5 | `tests_failed`, and a pull request whose tests are not known to have passed |
 * | 6 | `timed_out` |
 * | 7 | `halted` |
 * | 8 | `canceled` |
 * | 9 | `held` |
 * | 10 | `closed` |
 * | 11 | `reverted` |
 * | 12 | `superseded` |
 */
export function exitCode(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'opened':
    case 'updated':
      return outcome.tests.verdict === 'passed' ? 0 : 5;
    case 'duplicate':
    case 'merged':
      return 0;
    case 'crashed':
      return 1;
    case 'refused':
      return 2;
    case 'no_change':
      return 3;
    case 'conflict':
      return 4;
    case 'tests_failed':
      return 5;
    case 'timed_out':
      return 6;
    case 'halted':
      return 7;
    case 'canceled':
      return 8;
    case 'held':
      return 9;
    case 'closed':
      return 10;
    case 'reverted':
      return 11;
    case 'superseded':
      return 12;
  }
}

export function succeeded(outcome: Outcome): boolean {
  return exitCode(outcome) === 0;
}
