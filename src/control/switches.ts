/** One thing that stops patches. No switch: they run. */
export type Switch = {
  readonly state: 'paused' | 'locked';
  readonly scope: Scope;
  readonly reason: string;
  /** GitHub login. */
  readonly by: string;
  /** When it was asked for, the last time; later each time, whatever the clocks said. ISO 8601, UTC. */
  readonly at: string;
  /** From this time on it no longer counts. */
  readonly until?: string;
};

/** Which patches a switch is about: all, those onto one base branch, or those of one sender. */
export type Scope =
  | { readonly kind: 'repository' }
  | { readonly kind: 'branch'; readonly branch: string }
  | { readonly kind: 'sender'; readonly login: string };

/** What a decision is about. Left out: not about any one branch or sender, so their switches don't count. */
export type Whom = { readonly branch?: string; readonly senders?: readonly string[] };

/**
 * The switch that counts for these patches now, null where none does. Locked is stricter than paused; of two alike
 * the one that lasts longer counts. Adding a switch never loosens or shortens what counts.
 */
export function strictestSwitch(switches: readonly Switch[], whom: Whom, now: Date): Switch | null {
  return concerning(activeSwitches(switches, now), whom).toSorted(compareStrictness).at(0) ?? null;
}

/** Those that are about these patches. */
export function concerning(switches: readonly Switch[], whom: Whom): readonly Switch[] {
  return switches.filter(({ scope }) => concerns(scope, whom));
}

/** Those whose time has not run out. */
export function activeSwitches(switches: readonly Switch[], now: Date): readonly Switch[] {
  return switches.filter(({ until }) => until === undefined || now < new Date(until));
}

/**
 * Those whose time ran out not long ago, by the clock of who asks: a clock that is ahead says so of what still stands for
 * the others, so that whoever writes the switches keeps these.
 */
export function justEnded(switches: readonly Switch[], now: Date): readonly Switch[] {
  const active = activeSwitches(switches, now);
  return switches.filter((one) => !active.includes(one) && now.getTime() - endOf(one) < KEPT_MS);
}

/** A day; clocks that are further ahead are noticed, for no certificate is valid then, or no login. */
const KEPT_MS = 86_400_000;

/**
 * The switches with this one, which takes the place of its like; those that ran out are dropped. A like one that
 * lasts as long or longer stays instead, for nobody shortens another's stop by asking for one; it is lifted first. It
 * counts as set just now, so that what was written before that to lift it does not.
 */
export function addSwitch(switches: readonly Switch[], added: Switch, now: Date): readonly Switch[] {
  const active = activeSwitches(switches, now);
  const standing = standingFor(active, added);
  return standing === null
    ? [...active.filter((known) => !isAlike(known, added)), added]
    : active.map((known) => (known === standing ? askedAgain(known, added) : known));
}

/** The one that stays where this one is asked for, because it stops as much for as long; null: there is none. */
export function standingFor(switches: readonly Switch[], wanted: Switch): Switch | null {
  return switches.find((known) => isAlike(known, wanted) && endOf(known) >= endOf(wanted)) ?? null;
}

/** The one of this state and scope, however long it lasts; null: there is none. */
export function likeOf(switches: readonly Switch[], wanted: Pick<Switch, 'state' | 'scope'>): Switch | null {
  return switches.find((known) => isAlike(known, wanted)) ?? null;
}

/** Later than it was, also where the clock of who asks again is behind: each time that it was asked for can be told apart. */
function askedAgain(known: Switch, { at }: Pick<Switch, 'at'>): Switch {
  const later = Math.max(Date.parse(at), Date.parse(known.at) + 1);
  return { ...known, at: new Date(later).toISOString() };
}

/** The switches without those of this state and scope. `lifted` are the ones that counted until now. */
export function liftSwitches(
  switches: readonly Switch[],
  lift: Pick<Switch, 'state' | 'scope'>,
  now: Date,
): { readonly lifted: readonly Switch[]; readonly left: readonly Switch[] } {
  const active = activeSwitches(switches, now);
  return {
    lifted: active.filter((known) => isAlike(known, lift)),
    left: active.filter((known) => !isAlike(known, lift)),
  };
}

export function sameScope(one: Scope, other: Scope): boolean {
  switch (one.kind) {
    case 'repository':
      return other.kind === 'repository';
    case 'branch':
      return other.kind === 'branch' && other.branch === one.branch;
    case 'sender':
      return other.kind === 'sender' && sameLogin(other.login, one.login);
  }
}

/** GitHub's logins are ASCII, and the same in any case. */
export function sameLogin(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether a stop is about this sender alone, whatever else is stopped. */
export function isStoppedByName(switches: readonly Switch[], name: string, now: Date): boolean {
  return activeSwitches(switches, now).some(
    ({ scope }) => scope.kind === 'sender' && sameLogin(scope.login, name),
  );
}

function concerns(scope: Scope, { branch, senders = [] }: Whom): boolean {
  switch (scope.kind) {
    case 'repository':
      return true;
    case 'branch':
      return scope.branch === branch;
    case 'sender':
      return senders.some((sender) => sameLogin(scope.login, sender));
  }
}

function isAlike(one: Pick<Switch, 'state' | 'scope'>, other: Pick<Switch, 'state' | 'scope'>): boolean {
  return one.state === other.state && sameScope(one.scope, other.scope);
}

function compareStrictness(one: Switch, other: Switch): number {
  if (one.state !== other.state) {
    return one.state === 'locked' ? -1 : 1;
  }
  const [end, otherEnd] = [endOf(one), endOf(other)];
  return end === otherEnd ? 0 : otherEnd > end ? 1 : -1;
}

function endOf({ until }: Switch): number {
  return until === undefined ? Number.POSITIVE_INFINITY : new Date(until).getTime();
}
