import { canonicalJson, digestOf, sha256 } from './digest.ts';
import { anonymousId, slugId } from './id.ts';
import { isTooDeep, notJson, parseJson } from './json-text.ts';
import { MAX_NESTING, MAX_PATCH_BYTES, MAX_PATCH_TEXT_BYTES } from './limits.ts';
import { refusalsOf } from './problems.ts';
import type { Refusal } from './refusal.ts';
import { type Patch, patchSchema } from './schema.ts';
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
};

export type ReadPatchResult =
  | ({ readonly ok: true } & ReadPatch)
  /** `id` is ref-safe here too, and `digest` is the sha256 of what arrived, so that a refusal can be filed and found. */
  | {
      readonly ok: false;
      readonly id: string;
      readonly digest: string;
      readonly title: string;
      readonly refusals: readonly Refusal[];
    };

export type PatchSource = { readonly text: string } | { readonly value: unknown };

/** Reads one patch, or says everything that is wrong with it. `envelopeId` is the id that stood outside the patch. */
export function readPatch(source: PatchSource, envelopeId?: string): ReadPatchResult {
  const digest = sha256('text' in source ? source.text : canonicalJson(source.value));
  const parsed = 'text' in source ? parseText(source.text) : { ok: true as const, value: source.value };
  if (!parsed.ok) return refused({ digest, value: undefined, envelopeId }, [parsed.refusal]);

  const arrival = { digest, value: parsed.value, envelopeId };
  if (isTooDeep(parsed.value)) return refused(arrival, [TOO_DEEP]);
  const checked = patchSchema.safeParse(parsed.value);
  const mismatch = idMismatch(arrival);
  if (!checked.success)
    return refused(arrival, [...mismatch, ...refusalsOf(checked.error.issues, parsed.value)]);
  if (mismatch.length > 0) return refused(arrival, mismatch);
  return accepted(arrival, checked.data);
}

type Arrival = { readonly digest: string; readonly value: unknown; readonly envelopeId: string | undefined };

function parseText(text: string): { ok: true; value: unknown } | { ok: false; refusal: Refusal } {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_PATCH_TEXT_BYTES) return { ok: false, refusal: tooLarge(bytes, MAX_PATCH_TEXT_BYTES) };
  const parsed = parseJson(text);
  if (parsed.ok) return parsed;
  return { ok: false, refusal: notJson(parsed) };
}

function tooLarge(bytes: number, limit: number): Refusal {
  return {
    code: 'too_large',
    message: `The patch has ${bytes} bytes, and ${limit} are allowed. Split it into several patches.`,
    pointer: '',
    data: { bytes, limit },
  };
}

const TOO_DEEP: Refusal = {
  code: 'malformed',
  message: `The patch is nested deeper than ${MAX_NESTING} levels. Send a patch in wire format version 1.`,
  pointer: '',
  data: { limit: MAX_NESTING },
};

function idMismatch({ value, envelopeId }: Arrival): Refusal[] {
  const inside = ownId(value);
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

function accepted({ digest: arrivalDigest, value, envelopeId }: Arrival, parsed: Patch): ReadPatchResult {
  const patch = parsed.id === undefined && envelopeId !== undefined ? { ...parsed, id: envelopeId } : parsed;
  const canonical = canonicalJson(patch);
  const bytes = new TextEncoder().encode(canonical).length;
  if (bytes > MAX_PATCH_BYTES) {
    return refused({ digest: arrivalDigest, value, envelopeId }, [tooLarge(bytes, MAX_PATCH_BYTES)]);
  }
  const digest = digestOf(patch);
  const id = patch.id === undefined ? anonymousId(digest) : slugId(patch.id);
  return { ok: true, id, digest, title: titleOf(patch), canonical, patch, repairs: [] };
}

function refused({ digest, value, envelopeId }: Arrival, refusals: readonly Refusal[]): ReadPatchResult {
  const id = envelopeId ?? ownId(value);
  return {
    ok: false,
    id: id === undefined ? anonymousId(digest) : slugId(id),
    digest,
    title: titleOfUnreadable(value),
    refusals,
  };
}

function ownId(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' && value.id !== '' ? value.id : undefined;
}
