import { canonicalJson } from '../canonical-json.ts';

/** One member of the payload, and the keys that lead to it. */
export type Member = { readonly name: string; readonly value: unknown; readonly at: readonly PropertyKey[] };

/** Costs no more than the smaller one where two texts differ, so that a hostile one is not compared again and again. */
export function sameValue({ value: left }: Member, { value: right }: Member): boolean {
  return typeof left === 'string' || typeof right === 'string'
    ? left === right
    : canonicalJson(left) === canonicalJson(right);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
