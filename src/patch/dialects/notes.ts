import type { Member } from './member.ts';

/** What reading a dialect has to disclose; filled on the way. */
export type Notes = {
  /** Names as they were sent, and what they were read as. */
  readonly renamed: Map<string, string>;
  /** Names without a meaning here. */
  readonly ignored: Set<string>;
  readonly repairs: string[];
  /** Changes that stand under the name of a file, with that name and their own place. */
  readonly underFiles: Map<unknown, { readonly file: Member; readonly at: readonly PropertyKey[] }>;
};

export function newNotes(): Notes {
  return { renamed: new Map(), ignored: new Set(), repairs: [], underFiles: new Map() };
}

export function noteRename({ renamed }: Notes, name: string, meaning: string): void {
  if (name !== meaning) renamed.set(name, meaning);
}

/** At most three sentences and the repairs of JSON, whatever was sent. */
export function disclosures({ renamed, ignored, repairs }: Notes): readonly string[] {
  const renames = [...renamed].map(([name, meaning]) => `${shown(name)} as \`${meaning}\``);
  return [
    ...new Set(repairs),
    ...(renames.length === 0 ? [] : [`Names of another form were read: ${listed(renames)}`]),
    ...(ignored.size === 0
      ? []
      : [`Passed over, for they have no meaning here: ${listed([...ignored].map(shown))}`]),
  ];
}

/** Names that one sentence lists. */
const MAX_LISTED = 20;

function listed(items: readonly string[]): string {
  const more = items.length - MAX_LISTED;
  return more > 0 ? `${items.slice(0, MAX_LISTED).join(', ')} and ${more} more` : items.join(', ');
}

/** Characters of a name that a sentence repeats. */
const MAX_SHOWN = 60;

function shown(name: string): string {
  return `\`${name.length > MAX_SHOWN ? `${name.slice(0, MAX_SHOWN).toWellFormed()}…` : name}\``;
}
