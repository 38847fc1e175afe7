import { canonicalJson } from './canonical-json.ts';
import { cappedRefusals } from './capped.ts';
import { type Normalized, normalize } from './dialects/normalize.ts';
import { digestOf, sha256 } from './digest.ts';
import { readText } from './formats/text.ts';
import { anonymousId, slugId } from './id.ts';
import { MAX_PATCH_BYTES, MAX_PATCH_TEXT_BYTES } from './limits.ts';
import { refusalsOf } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { heedRepositories, type SentTo } from './repository-name.ts';
import { type Patch, patchSchema } from './schema.ts';
import type { PatchSource } from './source.ts';
import { textsForOtherFiles } from './texts-under-files.ts';
import { titleOf, titleOfUnreadable } from './title.ts';

export type ReadPatch = {
  /** Ref-safe. */
  readonly id: string;
  /** sha256, hex, of what alters the result. */
  readonly digest: string;
  readonly title: string;
  /** The patch as canonical JSON with all defaults; reading it again gives the same id and digest. */
  readonly canonical: string;
  readonly patch: Patch;
  /** What had to be put right to read it, in sentences. Wire format v1 is read as it stands, so there are none. */
  readonly repairs: readonly string[];
  /** What was asked for beside the changes and is not done, such as commands, in sentences. */
  readonly notDone: readonly string[];
};

export type ReadPatchResult =
  | ({ readonly ok: true } & ReadPatch)
  /** `id` is ref-safe here too, and `digest` is the sha256 of what arrived, so that a refusal can be filed and found. */
  | {
      readonly ok: false;
      readonly id: string;
      readonly digest: string;
      readonly title: string;
      /** Asked for by what arrived, as far as it could be read. */
      readonly dryRun: boolean;
      readonly refusals: readonly Refusal[];
    };

/**
 * Reads one patch, in wire format v1 or in another form that is known, or says everything that is wrong with it.
 * `envelopeId` is the id that stood outside the patch, `sentTo` the repository that it goes to.
 */
export function readPatch(source: PatchSource, envelopeId?: string, sentTo: SentTo = null): ReadPatchResult {
  const arrival = {
    digest: sha256('text' in source ? source.text : canonicalJson(source.value)),
    envelopeId,
  };
  const oversized = 'text' in source ? oversize(source.text, MAX_PATCH_TEXT_BYTES) : null;
  if (oversized !== null) return refused(arrival, {}, [oversized]);
  const normalized = normalize('text' in source ? source.text : source.value);
  if (!normalized.ok) {
    return refused(arrival, normalized, [
      ...idMismatch(normalized.id, envelopeId),
      ...normalized.refusals,
      ...otherProblems(normalized),
    ]);
  }

  const { patch: value, notDone, underFiles = [], repositories = [] } = normalized;
  const heeded = heedRepositories(repositories, sentTo);
  const repairs = [...normalized.repairs, ...heeded.repairs];
  const known = knownOf(value);
  const checked = patchSchema.safeParse(value);
  const mismatch = idMismatch(known.id, envelopeId);
  if (!checked.success)
    return refused(arrival, known, [...mismatch, ...refusalsOf(checked.error.issues, value)]);
  if (heeded.refusals.length > 0) return refused(arrival, known, [...mismatch, ...heeded.refusals]);
  const others = textsForOtherFiles(checked.data.changes, underFiles, readText);
  if (others.length > 0) return refused(arrival, known, [...mismatch, ...others]);
  const patch = named(checked.data, envelopeId);
  const canonical = canonicalJson(patch);
  const problem = oversize(canonical, MAX_PATCH_BYTES);
  if (mismatch.length > 0 || problem !== null)
    return refused(arrival, known, [...mismatch, ...(problem === null ? [] : [problem])]);
  const digest = digestOf(patch);
  const id = patch.id === undefined ? anonymousId(digest) : slugId(patch.id);
  return { ok: true, id, digest, title: titleOf(patch), canonical, patch, repairs, notDone };
}

/** What the schema says of a patch beside the changes that are refused already. */
function otherProblems({ patch, refusals }: Extract<Normalized, { ok: false }>): readonly Refusal[] {
  if (patch === undefined) return [];
  const checked = patchSchema.safeParse(patch);
  const known = new Set(refusals.map(({ pointer }) => changePointer(pointer)));
  return checked.success
    ? []
    : refusalsOf(checked.error.issues, patch).filter(({ pointer }) => !known.has(changePointer(pointer)));
}

/** The change that a pointer leads into, or the pointer itself. */
function changePointer(pointer = ''): string {
  return /^\/changes\/\d+/.exec(pointer)?.[0] ?? pointer;
}

type Arrival = { readonly digest: string; readonly envelopeId: string | undefined };

/** What something that is refused says of itself. */
type Known = { readonly id?: string; readonly title?: string; readonly dryRun?: boolean };

function oversize(text: string, limit: number): Refusal | null {
  const bytes = new TextEncoder().encode(text).length;
  return bytes > limit ? tooLarge(bytes, limit) : null;
}

function tooLarge(bytes: number, limit: number): Refusal {
  return {
    code: 'too_large',
    message: `The patch has ${bytes} bytes, and ${limit} are allowed. Split it into several patches.`,
    pointer: '',
    data: { bytes, limit },
  };
}

function idMismatch(inside: string | undefined, envelopeId: string | undefined): Refusal[] {
  if (inside === undefined || envelopeId === undefined || inside === envelopeId) return [];
  return [
    {
      code: 'malformed',
      message:
        'The id beside the patch and the id inside it differ. Send the same id in both places, or only one.',
      pointer: '/id',
    },
  ];
}

function named(patch: Patch, envelopeId: string | undefined): Patch {
  return patch.id === undefined && envelopeId !== undefined ? { ...patch, id: envelopeId } : patch;
}

function refused(
  { digest, envelopeId }: Arrival,
  known: Known,
  refusals: readonly Refusal[],
): ReadPatchResult {
  const id = envelopeId ?? known.id;
  return {
    ok: false,
    id: id === undefined ? anonymousId(digest) : slugId(id),
    digest,
    title: titleOfUnreadable(known.title),
    dryRun: known.dryRun ?? false,
    refusals: cappedRefusals(refusals),
  };
}

/** What a value that the schema refuses says of itself all the same. */
function knownOf(value: unknown): Known {
  if (typeof value !== 'object' || value === null) return {};
  const { id, title, dryRun } = Object.fromEntries<unknown>(Object.entries(value));
  return {
    ...(typeof id === 'string' && id !== '' ? { id } : {}),
    ...(typeof title === 'string' ? { title } : {}),
    dryRun: dryRun === true,
  };
}
