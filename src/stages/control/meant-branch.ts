import type { Command } from '../../control/command.ts';
import { likeOf, type Scope, type Switch } from '../../control/switches.ts';
import { nearestName } from '../../patch/slips.ts';
import { BRANCHES } from '../../record/record.ts';
import type { CommandRefusal } from '../../report/command/refusal.ts';
import type { Snapshot } from '../ports.ts';
import type { ControlContext } from './context.ts';

/**
 * The scope that a stop is meant for. One for a branch that is not there would stop nothing, so that it is refused; what a
 * sentence puts around a name is taken off where the name is there without it.
 */
export async function meantScope(
  context: Pick<ControlContext, 'repository' | 'ledger'>,
  scope: Scope,
): Promise<Scope | CommandRefusal> {
  if (scope.kind !== 'branch') {
    return scope;
  }
  const written = scope.branch;
  const bare = bareBranch(written);
  const snapshot = await context.repository.read({ refs: [HEADS + written, HEADS + bare] });
  const found = [written, bare].find((branch) => hasBranch(snapshot, branch));
  return found === undefined
    ? { why: 'unknown_branch', branch: written, close: await closeTo(context, bare, snapshot.defaultBranch) }
    : { kind: 'branch', branch: found };
}

/** The command with the scope of the stop that it is meant to lift. */
export function aboutStanding(command: Command, switches: readonly Switch[]): Command {
  if (command.verb !== 'resume' && command.verb !== 'unlock') {
    return command;
  }
  const state = command.verb === 'resume' ? 'paused' : 'locked';
  return { ...command, scope: standingScope({ state, scope: command.scope }, switches) };
}

/**
 * The scope under which a stop stands. Whatever stands as it was written is meant so, also where its branch is gone; else
 * what a sentence puts around a name is taken off.
 */
export function standingScope(written: Pick<Switch, 'state' | 'scope'>, switches: readonly Switch[]): Scope {
  const { scope } = written;
  return scope.kind !== 'branch' || likeOf(switches, written) !== null
    ? scope
    : { kind: 'branch', branch: bareBranch(scope.branch) };
}

/** The name without the full stop of a sentence, and without the marks that show it as code or quote it. */
function bareBranch(written: string): string {
  const bare = written
    .replace(/^["'`(]+/, '')
    .replace(/["'`).,;:!?]+$/, '')
    .replace(/^refs\/heads\//, '');
  return bare === '' ? written : bare;
}

const HEADS = 'refs/heads/';

function hasBranch({ refs }: Snapshot, branch: string): boolean {
  return (refs.get(HEADS + branch) ?? null) !== null;
}

/** Names that are there and may have been meant; the default branch where none comes close. */
async function closeTo(
  { ledger }: Pick<ControlContext, 'ledger'>,
  bare: string,
  defaultBranch: string,
): Promise<readonly string[]> {
  const word = bare.toLowerCase();
  // So many that they can't be listed are no reason to break: then one is named that is known.
  const listed = await ledger.list(HEADS).catch(() => []);
  const names = listed.map(({ ref }) => ref.slice(HEADS.length)).filter((name) => !name.startsWith(BRANCHES));
  const alike = names.filter((name) => name.toLowerCase().includes(word));
  const nearest = nearestName(word, names);
  const close = [...new Set([...(nearest === undefined ? [] : [nearest]), ...alike])];
  return close.length === 0 ? [defaultBranch] : close.slice(0, MOST_NAMES);
}

/** One of more is not found faster than by looking at all. */
const MOST_NAMES = 3;
