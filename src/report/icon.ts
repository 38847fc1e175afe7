import { succeeded } from './exit-code.ts';
import type { PatchView } from './view.ts';

/** One sign at the head of a text, so that a list of messages can be read at a glance. */
export function iconOf({ record, dryRun }: PatchView): string {
  const { outcome } = record;
  switch (outcome?.kind) {
    case undefined:
      return dryRun === true ? '🔍' : '⏳';
    case 'opened':
    case 'updated':
      return succeeded(outcome) ? '✅' : '❌';
    case 'duplicate':
      return '🔁';
    case 'no_change':
      return '⚪';
    case 'refused':
      return '⛔';
    case 'conflict':
      return '🔀';
    case 'tests_failed':
      return '❌';
    case 'timed_out':
      return '⏰';
    case 'halted':
      return '🔒';
    case 'held':
      return '⏸️';
    case 'canceled':
      return '⏹️';
    case 'crashed':
      return '💥';
    case 'merged':
      return '🟣';
    case 'closed':
      return '🚫';
    case 'reverted':
      return '↩️';
    case 'superseded':
      return '⏭️';
  }
}
