/**
 * JSON with sorted keys and no insignificant space, so that equal values give equal text.
 * `value` is anything that JSON.parse returns; undefined members are left out.
 * It keeps its own stack, because hostile values are nested deeper than ours.
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = [];
  const pending: Pending[] = [{ value }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('text' in next) parts.push(next.text);
    else if (Array.isArray(next.value)) pushReversed(pending, arrayParts(next.value));
    else if (typeof next.value === 'object' && next.value !== null)
      pushReversed(pending, objectParts(next.value));
    else parts.push(JSON.stringify(next.value) ?? 'null');
  }
  return parts.join('');
}

type Pending = { readonly text: string } | { readonly value: unknown };

function arrayParts(items: readonly unknown[]): Pending[] {
  const members = items.flatMap((value, index): Pending[] =>
    index === 0 ? [{ value }] : [{ text: ',' }, { value }],
  );
  return [{ text: '[' }, ...members, { text: ']' }];
}

function objectParts(object: object): Pending[] {
  const members = Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, value], index): Pending[] => [
      { text: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` },
      { value },
    ]);
  return [{ text: '{' }, ...members, { text: '}' }];
}

function pushReversed(pending: Pending[], parts: readonly Pending[]): void {
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part !== undefined) pending.push(part);
  }
}
