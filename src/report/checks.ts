import type { CiReport } from '../record/record.ts';
import { cutText } from './untrusted/cut.ts';

/** What checks other than ours said of a pull request, in a few words. Their names are anybody's. */
export function describeChecks({ state, checks }: CiReport): string {
  const named = checks.filter((check) => check.state === state).map(({ name }) => cutText(name, MAX_NAME));
  switch (state) {
    case 'success':
      return checks.length === 1 ? 'passed' : `all ${checks.length} passed`;
    case 'neutral':
      return 'none has a verdict';
    case 'pending':
      return `still running: ${list(named)}`;
    case 'failure':
      return `failed: ${list(named)}`;
  }
}

const MAX_NAME = 40;

/** Enough to know where to look. */
const MAX_NAMED = 3;

function list(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  return `${names.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
