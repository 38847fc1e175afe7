import picomatch from 'picomatch';
import type { WorkflowEvent } from '../../contract.ts';
import { textAt } from '../json.ts';
import type { Trigger, Triggers } from '../plan/plan.ts';

/** Does a workflow with these triggers run for this event? */
export function listensTo(triggers: Triggers, event: WorkflowEvent): boolean {
  const trigger = triggers[event.name];
  if (trigger === undefined) return false;
  return matchesType(trigger, event) && matchesSource(trigger, event) && matchesRef(trigger, event);
}

function matchesType(trigger: Trigger, event: WorkflowEvent): boolean {
  const types = trigger.types ?? DEFAULT_TYPES[event.name];
  return types === undefined || (event.type !== undefined && types.includes(event.type));
}

/** Where the workflow names no types; of the other events all types count. */
const DEFAULT_TYPES: { readonly [event: string]: readonly string[] } = {
  pull_request: ['opened', 'synchronize', 'reopened'],
};

/** The workflow that ran, or the schedule that came due. */
function matchesSource(trigger: Trigger, { name, payload }: WorkflowEvent): boolean {
  if (name === 'schedule') {
    const cron = textAt(payload, 'schedule');
    return cron === undefined || trigger.crons?.includes(cron) === true;
  }
  if (name !== 'workflow_run' || trigger.workflows === undefined) return true;
  const ran = textAt(payload, 'workflow_run', 'name');
  return ran !== undefined && trigger.workflows.includes(ran);
}

function matchesRef(trigger: Trigger, event: WorkflowEvent): boolean {
  if (event.name === 'push' && event.ref.startsWith('refs/tags/')) {
    return passes(event.ref.slice('refs/tags/'.length), {
      only: trigger.tags,
      except: trigger.tagsIgnore,
      other: trigger.branches ?? trigger.branchesIgnore,
    });
  }
  const branch = branchOf(event);
  if (branch === undefined) return true;
  const other = event.name === 'push' ? (trigger.tags ?? trigger.tagsIgnore) : undefined;
  return passes(branch, { only: trigger.branches, except: trigger.branchesIgnore, other });
}

/** The branch that an event's filter looks at: of a pull request, the one it wants to be merged into. */
function branchOf({ name, ref, payload }: WorkflowEvent): string | undefined {
  if (name === 'pull_request') return textAt(payload, 'pull_request', 'base', 'ref');
  if (name === 'workflow_run') return textAt(payload, 'workflow_run', 'head_branch');
  return name === 'push' ? ref.replace(/^refs\/heads\//, '') : undefined;
}

type Patterns = readonly string[] | undefined;

/** `other` are the filters for the other kind of ref: where only those are given, this kind does not count. */
function passes(
  name: string,
  filter: { readonly only: Patterns; readonly except: Patterns; readonly other: Patterns },
): boolean {
  if (filter.only !== undefined) return matchesInOrder(name, filter.only);
  if (filter.except !== undefined) return !matchesInOrder(name, filter.except);
  return filter.other === undefined;
}

/** The last pattern that fits decides; one that begins with `!` takes a name away again. */
function matchesInOrder(name: string, patterns: readonly string[]): boolean {
  let matches = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    if (picomatch.isMatch(name, negated ? pattern.slice(1) : pattern, { dot: true })) matches = !negated;
  }
  return matches;
}
