import { MAX_ID_CHARACTERS } from './limits.ts';
import { jsonPointer } from './problems.ts';
import { inboxRef } from './refs.ts';
import type { Refusal } from './refusal.ts';
import { isSenderName } from './sender-name.ts';

/** What a delivery carries: the patch itself, or where its bytes lie in the target repository. */
export type Envelope = {
  readonly id?: string;
  /** A person asks for another attempt, also of a patch that is finished. */
  readonly retry?: true;
  /** It is sent from its record, and only meant while that is about it: no revision is to be overtaken by it. */
  readonly again?: true;
  /** For whom it is sent, by somebody who sends for others: stops of theirs count too. */
  readonly sentFor?: readonly string[];
} & (
  | /** `patch` is what was sent, in whatever form; a text is text still. */
  { readonly kind: 'inline'; readonly patch: unknown }
  | { readonly kind: 'reference'; readonly ref: string; readonly sha256: string }
);

export type EnvelopeResult =
  | { readonly ok: true; readonly envelope: Envelope }
  /** `id` as it was sent, where it was usable. Pointers are into the payload. */
  | { readonly ok: false; readonly id?: string; readonly refusals: readonly Refusal[] };

/**
 * Reads the `client_payload` of a dispatch: `{id?, patch}` or `{id?, ref, sha256}`, each with `retry`, `again` and `for` or without. An object
 * with anything else in it is taken for a patch itself; the three mean the same beside the fields of such a one.
 */
export function parseEnvelope(payload: unknown): EnvelopeResult {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    return refused({}, [
      malformed('', 'The payload is not an object. Send {"patch": {…}}, with an "id" if you like.'),
    ]);
  }
  const members = new Map<string, unknown>(Object.entries(payload));
  const id = members.get('id') ?? undefined;
  const sentFor = members.get('for') ?? [];
  const beside: Beside = {
    ...(members.get('retry') === true ? { retry: true } : {}),
    ...(members.get('again') === true ? { again: true } : {}),
    ...(isNames(sentFor) && sentFor.length > 0 ? { sentFor } : {}),
  };
  const named: Named = { ...(typeof id === 'string' && id !== '' ? { id } : {}), ...beside };
  const besideProblems = [...flagProblems(members), ...sentForProblems(sentFor)];
  if (isPatchItself(members)) {
    return besideProblems.length > 0
      ? refused(named, besideProblems)
      : { ok: true, envelope: { kind: 'inline', ...beside, patch: patchIn(members) } };
  }
  const problems = [...idProblems(id), ...besideProblems, ...unknownKeys(members)];
  if (members.has('patch') === members.has('ref')) {
    problems.push(
      malformed('', 'The payload must hold either `patch` or `ref` with `sha256`. Send one of the two.'),
    );
    return refused(named, problems);
  }
  if (members.has('patch') && members.has('sha256')) problems.push(HALF_REFERENCE);
  if (problems.length > 0) return refused(named, problems);
  return members.has('patch') ? inline(named, members) : reference(named, members);
}

/** References are held to their form: what they name is read from the repository. */
function isPatchItself(members: ReadonlyMap<string, unknown>): boolean {
  return !members.has('ref') && !members.has('sha256') && unknownKeys(members).length > 0;
}

/** An `id` stays in it, as one of its own fields. */
function patchIn(members: ReadonlyMap<string, unknown>): unknown {
  return Object.fromEntries([...members].filter(([name]) => !BESIDE.has(name)));
}

/** What is said of how a patch is sent. No form of a patch has a field of such a name. */
type Beside = Pick<Envelope, 'retry' | 'again' | 'sentFor'>;

type Named = Beside & Pick<Envelope, 'id'>;

function flagProblems(members: ReadonlyMap<string, unknown>): Refusal[] {
  return FLAGS.filter((name) => !['undefined', 'boolean'].includes(typeof members.get(name))).map((name) =>
    malformed(
      `/${name}`,
      `\`${name}\` must be true or false. Leave it out to send a patch for the first time.`,
    ),
  );
}

const FLAGS = ['retry', 'again'] as const;

const BESIDE: ReadonlySet<string> = new Set(['for', ...FLAGS]);

function sentForProblems(sentFor: unknown): Refusal[] {
  return isNames(sentFor)
    ? []
    : [
        malformed(
          '/for',
          `\`for\` must be a list of no more than ${MOST_SENT_FOR} names, each of 1 to 100 letters, digits, dots, dashes and underscores. Leave it out where you send for nobody else.`,
        ),
      ];
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= MOST_SENT_FOR && value.every(isName);
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && isSenderName(value);
}

/** A token's name and its person, or who started the run of a comment again and who wrote it. */
const MOST_SENT_FOR = 4;

function idProblems(id: unknown): Refusal[] {
  if (id === undefined) return [];
  if (typeof id !== 'string' || id === '') {
    return [malformed('/id', '`id` must be a string that is not empty. Send a name, or leave it out.')];
  }
  if (!id.isWellFormed()) {
    return [malformed('/id', 'An escape in `id` stands for half of a character. Send whole characters.')];
  }
  if (id.length <= MAX_ID_CHARACTERS) return [];
  return [
    {
      code: 'too_large',
      message: `\`id\` has more than ${MAX_ID_CHARACTERS} characters. Send a shorter one.`,
      pointer: '/id',
      data: { limit: MAX_ID_CHARACTERS },
    },
  ];
}

function unknownKeys(members: ReadonlyMap<string, unknown>): Refusal[] {
  return [...members.keys()]
    .filter((key) => !KEYS.has(key))
    .map((key) =>
      malformed(
        jsonPointer([key]),
        'The payload has a field that is not known. Only `id`, `patch`, `ref`, `sha256`, `retry`, `again` and `for` are; everything else belongs into the patch.',
      ),
    );
}

/** All that an envelope may hold. */
export const ENVELOPE_KEYS = ['id', 'patch', 'ref', 'sha256', 'for', ...FLAGS] as const;

const KEYS: ReadonlySet<string> = new Set(ENVELOPE_KEYS);

/** Passed over, it would look as if somebody had compared it. */
const HALF_REFERENCE = malformed(
  '/sha256',
  '`sha256` belongs to `ref`, and nothing is compared with it beside `patch`. Leave it out, or send `ref` in the place of `patch`.',
);

function inline(named: Named, members: ReadonlyMap<string, unknown>): EnvelopeResult {
  return { ok: true, envelope: { kind: 'inline', ...named, patch: members.get('patch') } };
}

function reference(named: Named, members: ReadonlyMap<string, unknown>): EnvelopeResult {
  const ref = members.get('ref');
  const sha256 = members.get('sha256');
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    return refused(named, [
      malformed('/sha256', '`sha256` must be the digest of the bytes at `ref`: 64 digits, 0-9 and a-f.'),
    ]);
  }
  // Patches are read from nowhere else, so that a payload can't make the Action read any ref it likes.
  if (ref !== inboxRef(sha256)) {
    return refused(named, [
      malformed(
        '/ref',
        `\`ref\` must be ${inboxRef(sha256)}: patches by reference lie in the inbox under their digest.`,
      ),
    ]);
  }
  return { ok: true, envelope: { kind: 'reference', ...named, ref, sha256 } };
}

function refused({ id }: Named, refusals: readonly Refusal[]): EnvelopeResult {
  return { ok: false, ...(id === undefined ? {} : { id }), refusals };
}

function malformed(pointer: string, message: string): Refusal {
  return { code: 'malformed', message, pointer };
}
