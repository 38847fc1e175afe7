import * as data from '@actions/expressions/data/index';

type ExpressionData = ReturnType<data.Array['get']>;

/** A JSON value as GitHub's expressions see it; undefined and functions become null. */
export function toData(value: unknown): ExpressionData {
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (Array.isArray(value)) return new data.Array(...value.map(toData));
  if (typeof value !== 'object' || value === null) return new data.Null();
  return new data.Dictionary(
    ...Object.entries(value).map(([key, member]) => ({ key, value: toData(member) })),
  );
}

/** The reverse of `toData`. */
export function fromData(value: ExpressionData): unknown {
  if (value instanceof data.Array) return value.values().map(fromData);
  if (value instanceof data.Dictionary) {
    return Object.fromEntries(value.pairs().map(({ key, value: member }) => [key, fromData(member)]));
  }
  return value instanceof data.Null ? null : value.value;
}

export type { ExpressionData };
