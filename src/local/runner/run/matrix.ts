import { isRecord, type JsonRecord } from '../json.ts';

/** One combination of a matrix; `matrix` in expressions. */
export type Combination = JsonRecord;

/**
 * All combinations of a matrix, in GitHub's order: the product of its lists without what `exclude` names, then
 * what `include` adds to them or beside them.
 * Returns a sentence where it is no matrix.
 */
export function combinationsOf(matrix: unknown): readonly Combination[] | string {
  if (!isRecord(matrix)) return 'The matrix is no mapping';
  const { include = [], exclude = [], ...vectors } = matrix;
  if (!isRecordList(include) || !isRecordList(exclude))
    return "'include' and 'exclude' of a matrix must be lists of mappings";
  const lists = Object.entries(vectors).map(([key, values]) => [key, listOf(values)] as const);
  const empty = lists.find(([, values]) => values.length === 0);
  if (empty !== undefined) return `The matrix vector '${empty[0]}' does not contain any values`;
  const product = productOf(lists);
  const kept = product.filter((combination) => !exclude.some((part) => agrees(combination, part)));
  const combinations = withIncludes(kept, include, Object.keys(vectors));
  if (combinations.length > MAX_COMBINATIONS)
    return `The matrix has ${combinations.length} jobs, more than ${MAX_COMBINATIONS}`;
  return combinations.length === 0 ? 'The matrix does not define any values' : combinations;
}

/** GitHub's limit. */
const MAX_COMBINATIONS = 256;

function listOf(values: unknown): readonly unknown[] {
  return Array.isArray(values) ? values : [];
}

function productOf(
  lists: readonly (readonly [key: string, values: readonly unknown[]])[],
): readonly Combination[] {
  if (lists.length === 0) return [];
  return lists.reduce<readonly Combination[]>(
    (combinations, [key, values]) =>
      combinations.flatMap((combination) => values.map((value) => ({ ...combination, [key]: value }))),
    [{}],
  );
}

/** An entry extends each combination whose own values it leaves alone; where there is none, it is one of its own. */
function withIncludes(
  combinations: readonly Combination[],
  include: readonly Combination[],
  keys: readonly string[],
): readonly Combination[] {
  const extended = combinations.map((combination) => ({ ...combination }));
  const added: Combination[] = [];
  for (const entry of include) {
    const own = Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)));
    const fitting = extended.filter((combination) => agrees(combination, own));
    for (const combination of fitting) Object.assign(combination, entry);
    if (fitting.length === 0) added.push(entry);
  }
  return [...extended, ...added];
}

function agrees(combination: Combination, part: Combination): boolean {
  return Object.entries(part).every(
    ([key, value]) => JSON.stringify(combination[key]) === JSON.stringify(value),
  );
}

function isRecordList(value: unknown): value is readonly JsonRecord[] {
  return Array.isArray(value) && value.every(isRecord);
}
