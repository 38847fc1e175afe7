import type { Refusal } from '../refusal.ts';
import { isObject, type Member, sameValue } from './member.ts';
import { CHANGE_NAMES, type ChangeMeaning, meanings } from './names.ts';
import { contradiction } from './refusals.ts';

/** What a change says, by its meaning. */
export type Fields = Map<ChangeMeaning, Member>;

export type Gathered = {
  readonly fields: Fields;
  /** What only tells of it. */
  readonly remarks: readonly Member[];
  readonly unknown: readonly Member[];
  /** One for each thing that is said twice and differently. */
  readonly refusals: Refusal[];
};

/** The members of a change by meaning. An object in `patch` is one with what stands around it. */
export function gather(members: readonly Member[]): Gathered {
  const fields: Fields = new Map();
  const remarks: Member[] = [];
  const unknown: Member[] = [];
  const refusals: Refusal[] = [];
  const contradicted = new Set<ChangeMeaning>();
  for (const member of members.flatMap((one) => (isNested(one) ? membersOf(one.value, one.at) : [one]))) {
    const meaning = changeIn(member.name);
    const first = meaning === undefined ? undefined : fields.get(meaning);
    if (meaning === undefined) unknown.push(member);
    else if (meaning === 'remark') remarks.push(member);
    else if (first === undefined) fields.set(meaning, member);
    else if (!contradicted.has(meaning) && !sameValue(first, member)) {
      contradicted.add(meaning);
      refusals.push(contradiction(first.at, member.at));
    }
  }
  return { fields, remarks, unknown, refusals };
}

export function membersOf(object: object, at: readonly PropertyKey[]): readonly Member[] {
  return Object.entries(object).map(([name, value]) => ({ name, value, at: [...at, name] }));
}

const changeIn = meanings(CHANGE_NAMES);

function isNested(member: Member): member is Member & { readonly value: object } {
  return changeIn(member.name) === 'patch' && isObject(member.value);
}
