import { isAtLeast, type Role } from '../../control/roles.ts';
import { accountOf } from '../account.ts';

/**
 * All of `names`, those first about which GitHub is asked for one person where there are too many: the one that they ask
 * for, where they are known to do more than look, and then one of each account in turn, their own first. Anybody may
 * install an App on as many repositories as they like, which must not hide those of others.
 */
export function askedFirst(
  names: readonly string[],
  {
    login,
    named,
    lastRole,
  }: {
    readonly login: string;
    readonly named: string | undefined;
    /** What is known of a repository by now; null: nothing. */
    readonly lastRole: (name: string) => Role | null;
  },
): readonly string[] {
  const own = login.toLowerCase();
  const seen = new Map<string, number>();
  const placed = names.map((name) => {
    const account = accountOf(name);
    const turn = seen.get(account) ?? 0;
    seen.set(account, turn + 1);
    return { name, tier: tierOf(name, { named, lastRole }), turn, isOthers: account !== own };
  });
  return placed
    .toSorted(
      (one, other) =>
        one.tier - other.tier || one.turn - other.turn || Number(one.isOthers) - Number(other.isOthers),
    )
    .map(({ name }) => name);
}

function tierOf(
  name: string,
  {
    named,
    lastRole,
  }: { readonly named: string | undefined; readonly lastRole: (name: string) => Role | null },
): number {
  if (name === named) {
    return 0;
  }
  // Everybody may look at what is public.
  return isAtLeast(lastRole(name) ?? 'none', 'reviewer') ? 1 : 2;
}
