import { jsonPointer } from '../problems.ts';
import type { Json, Refusal, RefusalCode } from '../refusal.ts';

/** The smallest patch that does something, for whoever sent none. */
export const EXAMPLE = {
  version: 1,
  changes: [{ kind: 'edit', path: 'src/cart.js', find: 'const tax = 0.19;', replace: 'const tax = 0.2;' }],
} as const satisfies Json;

/** How a command of the config is asked for. */
const NAMED = { kind: 'run', command: 'format' } as const satisfies Json;

/** A refusal of one member: its name, then what is wrong with it. */
export function malformed(at: readonly PropertyKey[], predicate: string): Refusal {
  return refusalOf('malformed', at, predicate);
}

export function refusalOf(
  code: RefusalCode,
  at: readonly PropertyKey[],
  predicate: string,
  data?: { readonly [key: string]: Json },
): Refusal {
  const pointer = jsonPointer(at);
  const subject = at.length === 0 ? 'The payload' : `\`${pointer.slice(1, 1 + SHOWN_CHARACTERS)}\``;
  return { code, message: `${subject} ${predicate}`, pointer, ...(data === undefined ? {} : { data }) };
}

/** Characters of a hostile name or value that a message repeats. */
export const SHOWN_CHARACTERS = 80;

/** A field of a change that this wire format does not know. */
export function unknownField(at: readonly PropertyKey[]): Refusal {
  return malformed(at, 'has no meaning in a change. Remove it, or correct its name.');
}

/** Two names for one thing, with two values. */
export function contradiction(first: readonly PropertyKey[], second: readonly PropertyKey[]): Refusal {
  const other = jsonPointer(first).slice(1, 1 + SHOWN_CHARACTERS);
  return malformed(second, `and \`${other}\` say the same thing differently. Send one of them.`);
}

/** `name` is how it is written where it counts. */
export function belongsBeside(at: readonly PropertyKey[], name: string): Refusal {
  return malformed(
    at,
    `is heeded only as \`${name}\` beside the patch, at the top of what is sent. Write it there, or leave it out.`,
  );
}

/** A wish that is heeded under one name only, and would be passed over. */
export function trialByOtherName(at: readonly PropertyKey[]): Refusal {
  return malformed(
    at,
    'asks for a try only, by a name that means nothing here. Send `"dryRun": true` in the patch, or leave this out.',
  );
}

/** A wish of how a patch is to be applied that nothing here heeds. */
export function appliedOtherwise(at: readonly PropertyKey[]): Refusal {
  return malformed(
    at,
    'has the patch applied otherwise than it stands, which is not done here. Send the patch as it shall be made, with the paths that the repository has, and leave this out.',
  );
}

export function noChanges(at: readonly PropertyKey[] = []): Refusal {
  return refusalOf('no_changes', at, `holds no change to any file. ${SEND}`, { example: EXAMPLE });
}

export function missionWithoutChanges(at: readonly PropertyKey[]): Refusal {
  const predicate = `says in words what to do, and nobody here writes the code for it. ${SEND}`;
  return refusalOf('mission_without_changes', at, predicate, { example: EXAMPLE });
}

/** Words under the path of a file, among changes. */
export function wordsUnderPath(at: readonly PropertyKey[]): Refusal {
  const predicate = `says in words what to do, and nobody here writes the code for it. ${SEND}. For a file that is to hold these words, send them under \`files\`, or a write change.`;
  return refusalOf('mission_without_changes', at, predicate, { example: EXAMPLE });
}

/** An edit under the path of a file, in the place of its content. */
export function editUnderFiles(at: readonly PropertyKey[]): Refusal {
  return malformed(
    at,
    'begins as an edit, and under `files` is what a file holds afterwards. Send it under `edits`; for a file that is to hold these lines, send a write change.',
  );
}

/** An edit where an entry says that it holds the whole of a file. */
export function editForContent(at: readonly PropertyKey[]): Refusal {
  return malformed(at, `begins as an edit, where what the file holds afterwards belongs. ${EDIT_OR_WRITE}`);
}

/** What may be an edit of a document, or its text. */
export function editOrContent(at: readonly PropertyKey[]): Refusal {
  return malformed(at, `may be an edit of the file, or what it holds afterwards. ${EDIT_OR_WRITE}`);
}

const EDIT_OR_WRITE =
  'Send an edit as `diff` or `text`; for a file that is to hold these lines, send `"kind": "write"`.';

export function commandNotAllowed(at: readonly PropertyKey[]): Refusal {
  const predicate = `asks for a command, and patches hold none for a shell. Send the files as the command would leave them: ${example()}. Or ask by its name for one of the repository's config: ${JSON.stringify(NAMED)}`;
  return refusalOf('command_not_allowed', at, predicate, { example: EXAMPLE });
}

function example(): string {
  return JSON.stringify(EXAMPLE);
}

const SEND = `Send the changes themselves: ${example()}`;
