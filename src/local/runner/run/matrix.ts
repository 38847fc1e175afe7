/** One combination of a matrix; `matrix` in expressions. */
export type Combination = { readonly [key: string]: unknown };

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
  const empty = Object.entries(vectors).find(([, values]) => !Array.isArray(values) || values.length === 0);
  if (empty !== undefined) return `The matrix vector '${empty[0]}' does not contain any values`;
  const product = productOf(vectors as { readonly [key: string]: readonly unknown[] });
  const kept = product.filter((combination) => !exclude.some((part) => agrees(combination, part)));
  const combinations = withIncludes(kept, include, Object.keys(vectors));
  if (combinations.length > MAX_COMBINATIONS)
    return `The matrix has ${combinations.length} jobs, more than ${MAX_COMBINATIONS}`;
  return combinations.length === 0 ? 'The matrix does not define any values' : combinations;
}

/** GitHub's limit. */
const MAX_COMBINATIONS = 256;

function productOf(vectors: { readonly [key: string]: readonly unknown[] }): readonly Combination[] {
  const entries = Object.entries(vectors);
  if (entries.length === 0) return [];
  return entries.reduce<readonly Combination[]>(
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

function isRecord(value: unknown): value is Combination {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordList(value: unknown): value is readonly Combination[] {
  return Array.isArray(value) && value.every(isRecord);
}
