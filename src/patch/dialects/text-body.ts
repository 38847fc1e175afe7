import type { Refusal } from '../refusal.ts';
import type { Around } from './change.ts';
import type { Member } from './member.ts';
import { noteRename } from './notes.ts';
import { placeholdersIn } from './placeholder.ts';
import { hasEditMarks, isScript, isShell } from './prose.ts';
import { commandNotAllowed, malformed, missionWithoutChanges } from './refusals.ts';

/** Values of wire format version 1, in order; null: there are none, and the refusals say why. */
export type Read = {
  readonly changes: readonly unknown[] | null;
  readonly refusals: readonly Refusal[];
};

/** A text in the place of a patch: what a model wrote, a command, or words about work to do. */
export function readText({ value, at, name }: Member, { path, notes }: Around, role: string): Read {
  if (typeof value !== 'string')
    return { changes: null, refusals: [malformed(at, 'must be an object or a text.')] };
  const file = path?.value;
  const standIns = placeholdersIn([{ path: file, text: value }]);
  if (standIns.length > 0) return { changes: null, refusals: standIns };
  if (!hasEditMarks(value)) {
    const isFile = typeof file === 'string' && isScript(file);
    if (role.includes('command') || (isShell(value) && !isFile)) {
      return { changes: null, refusals: [commandNotAllowed(at)] };
    }
    if (file === undefined || role.includes('instruction')) {
      return { changes: null, refusals: [missionWithoutChanges(at)] };
    }
  }
  if (path !== undefined) noteRename(notes, path.name, 'path');
  noteRename(notes, name, 'text');
  return {
    changes: [{ kind: 'text', text: value, ...(file === undefined ? {} : { path: file }) }],
    refusals: [],
  };
}
