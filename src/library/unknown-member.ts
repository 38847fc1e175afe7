import { nearestName } from '../patch/slips.ts';

/** The members of a request to the library; whoever reads one from elsewhere may have more around them. */
export const REQUEST_MEMBERS = ['files', 'patch', 'path', 'was'] as const;

/**
 * What is to be said of the first member that is none of the known ones; null: there is none. Who misspells `was` would have
 * newer lines overwritten that it asks to be merged with.
 */
export function unknownMember(given: object, known: readonly string[]): string | null {
  const unknown = Object.entries(given).find(
    ([name, value]) => value !== undefined && !known.includes(name),
  )?.[0];
  if (unknown === undefined) return null;
  const meant = nearestName(unknown.toLowerCase(), known);
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  return `There is no \`${shortened(unknown)}\` here${hint === '' ? '.' : hint} There are ${LIST.format(known.map((name) => `\`${name}\``))}.`;
}

function shortened(name: string): string {
  return name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN).toWellFormed()}…` : name.toWellFormed();
}

/** Enough to recognise what one wrote. */
const MAX_SHOWN = 40;

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
