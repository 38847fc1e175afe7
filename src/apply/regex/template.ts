/**
 * Replacements of regular expressions, as in JavaScript: `$1`, `$<name>`, `$&` and `$$`. What JavaScript
 * would silently leave empty or write out, such as a group that does not exist, is a mistake here.
 */
export type TemplateResult =
  | { readonly ok: true; readonly parts: readonly TemplatePart[] }
  | { readonly ok: false; readonly problem: string };

export type TemplatePart = { readonly text: string } | { readonly group: number };

export type Groups = { readonly count: number; readonly names: { readonly [name: string]: number } };

export function parseTemplate(replacement: string, groups: Groups): TemplateResult {
  const parts: TemplatePart[] = [];
  for (const [token] of replacement.matchAll(/\$(?:\d{1,2}|<[^>]*>|[$&`'])|[^$]+|\$/g)) {
    const part = partOf(token, groups);
    if ('problem' in part) return { ok: false, problem: part.problem };
    parts.push(...('parts' in part ? part.parts : [part]));
  }
  return { ok: true, parts };
}

export function expandTemplate(parts: readonly TemplatePart[], group: (index: number) => string): string {
  return parts.map((part) => ('text' in part ? part.text : group(part.group))).join('');
}

type Part = TemplatePart | { readonly parts: readonly TemplatePart[] } | { readonly problem: string };

function partOf(token: string, groups: Groups): Part {
  if (token === '$$') return { text: '$' };
  if (token === '$&') return { group: 0 };
  if (token === '$`' || token === "$'") return { problem: `uses ${token}, which is not taken here` };
  if (/^\$\d/.test(token)) return numberedPart(token.slice(1), groups);
  if (!token.startsWith('$<')) return { text: token };
  const name = token.slice(2, -1);
  if (!Object.hasOwn(groups.names, name))
    return { problem: `uses ${token}, but the expression has no group of that name` };
  return { group: groups.names[name] ?? 0 };
}

/** `$12` is the twelfth group, or where there are fewer the first one and a 2. */
function numberedPart(digits: string, { count }: Groups): Part {
  const isGroup = (number: number) => number >= 1 && number <= count;
  if (isGroup(Number(digits))) return { group: Number(digits) };
  if (digits.length === 2 && isGroup(Number(digits.charAt(0)))) {
    return { parts: [{ group: Number(digits.charAt(0)) }, { text: digits.charAt(1) }] };
  }
  return { problem: `uses $${digits}, but the expression has ${count} groups; write $$ for a dollar sign` };
}
