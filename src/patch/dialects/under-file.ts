import { jsonPointer } from '../problems.ts';
import type { Refusal } from '../refusal.ts';
import type { Fields } from './fields.ts';
import { agree, MAKES_ANOTHER, wordOf } from './kind.ts';
import { isObject, type Member, sameValue } from './member.ts';
import type { Notes } from './notes.ts';
import { contradiction, malformed, SHOWN_CHARACTERS } from './refusals.ts';

/**
 * What stands beside a list of edits is said of all of them: their file, and whatever each of them says again. The rest
 * would be done for none of them, so it is refused.
 */
export function doubtsBeside(fields: Fields, edits: readonly Fields[]): readonly Refusal[] {
  return [...fields].flatMap(([meaning, beside]) => {
    if (meaning === 'edits' || meaning === 'kind' || meaning === 'command') return [];
    const inside = edits.flatMap((edit) => edit.get(meaning) ?? []);
    const other = inside.find((member) => !sameValue(beside, member));
    if (other !== undefined) return [contradiction(beside.at, other.at)];
    return meaning === 'path' || inside.length === edits.length
      ? []
      : [
          malformed(
            beside.at,
            'stands beside a list of edits. Put it into each edit that it is meant for, or leave it out.',
          ),
        ];
  });
}

/** A word beside a list of edits is said of all of them. An empty list would be passed over, with its file. */
export function wordDoubts(fields: Fields, edits: Member, changes: readonly object[]): readonly Refusal[] {
  const [word, named] = [wordOf(fields), fields.get('kind') ?? fields.get('command')];
  const isMade = changes.every((change) => agree(word, kindIn(change)));
  if (named !== undefined && !(isMade && (word === 'any' || changes.length > 0))) {
    return [malformed(named.at, MAKES_ANOTHER)];
  }
  return changes.length > 0
    ? []
    : [malformed(edits.at, 'holds no edit. Send the edits of this file, or leave this entry out.')];
}

/** Undefined: it has none, which the schema refuses. */
function kindIn(change: object): string | undefined {
  return 'kind' in change && typeof change.kind === 'string' ? change.kind : undefined;
}

/**
 * Refuses changes that stand under the name of a file and touch another one; `at`: where they stand. What texts among
 * them are for is known only when they are read, so they are noted.
 */
export function elsewhere(
  changes: readonly unknown[],
  file: Member,
  { at, notes }: { readonly at: readonly PropertyKey[]; readonly notes: Notes },
): readonly Refusal[] {
  for (const change of changes) notes.underFiles.set(change, { file, at });
  return changes.every((change) => isOf(change, file.value)) ? [] : [noChangeOf({ named: file.at, at })];
}

/** Changes with a path of their own have been given this one. */
function isOf(change: unknown, file: unknown): boolean {
  if (!isObject(change) || !('kind' in change)) return true;
  if (change.kind === 'move')
    return ('from' in change && change.from === file) || ('to' in change && change.to === file);
  return change.kind !== 'run';
}

/** A change of a patch that stands under the name of a file. */
export type UnderFile = {
  /** Among the patch's changes, from 0. */
  readonly index: number;
  readonly file: string;
  /** Where that name stands, and where the change does. */
  readonly named: readonly PropertyKey[];
  readonly at: readonly PropertyKey[];
};

export function noChangeOf({ named, at }: Pick<UnderFile, 'named' | 'at'>): Refusal {
  const name = jsonPointer(named).slice(1, 1 + SHOWN_CHARACTERS);
  return malformed(at, `is no change of the file that \`${name}\` names. Send it as an entry of its own.`);
}

/** Those of the changes that were noted, at their places. */
export function underFilesOf(changes: readonly unknown[], { underFiles }: Notes): readonly UnderFile[] {
  return changes.flatMap((change, index) => {
    const under = underFiles.get(change);
    if (under === undefined || typeof under.file.value !== 'string') return [];
    return [{ index, file: under.file.value, named: under.file.at, at: under.at }];
  });
}
