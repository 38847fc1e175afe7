import { touchedPaths } from '../apply/apply.ts';
import { canonicalJson, sha256 } from '../patch/digest.ts';
import { parseEnvelope } from '../patch/envelope.ts';
import { MAX_PATCH_BYTES } from '../patch/limits.ts';
import { type PatchSource, readPatch } from '../patch/read.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import { PATCH_FILE } from '../record/record.ts';
import type { Repository } from './ports.ts';

/** A delivery as far as it can be understood without the target's files. There is always an id and a digest to report under. */
export type Received = {
  readonly id: string;
  readonly digest: string;
  readonly title: string;
  /** What is kept in the record: the canonical patch, or the raw text that could not be read. */
  readonly text: string;
  readonly repairs: readonly string[];
  /** Asked for by the patch itself, also where the rest of it can't be taken. */
  readonly dryRun: boolean;
} & (
  | { readonly ok: true; readonly patch: Patch; readonly paths: readonly string[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
);

/** Reads `client_payload`. A patch by reference is fetched from the inbox and checked against its digest. */
export async function receive(repository: Repository, payload: unknown): Promise<Received> {
  const parsed = parseEnvelope(payload);
  if (!parsed.ok) {
    return refuse({ source: { value: payload }, id: parsed.id, refusals: parsed.refusals });
  }
  const { envelope } = parsed;
  if (envelope.kind === 'inline') {
    return understand({ value: envelope.patch }, envelope.id);
  }
  const bytes = (await repository.read({ fileAt: { ref: envelope.ref, path: PATCH_FILE } })).fileAt ?? null;
  if (bytes === null) {
    return refuse({
      source: { value: payload },
      id: envelope.id,
      refusals: [referenceNotFound(envelope.ref)],
    });
  }
  const digest = sha256(bytes);
  if (digest !== envelope.sha256) {
    return refuse({
      source: { value: payload },
      id: envelope.id,
      refusals: [digestMismatch(envelope.sha256, digest)],
    });
  }
  return understand({ text: new TextDecoder().decode(bytes) }, envelope.id);
}

function understand(source: PatchSource, envelopeId: string | undefined): Received {
  const read = readPatch(source, envelopeId);
  if (!read.ok) {
    return {
      ok: false,
      id: read.id,
      digest: read.digest,
      title: read.title,
      text: rawText(source),
      repairs: [],
      dryRun: asksForDryRun(source),
      refusals: read.refusals,
    };
  }
  const { id, digest, title, canonical, patch, repairs } = read;
  const known = { id, digest, title, text: canonical, repairs, dryRun: patch.dryRun };
  const touched = touchedPaths(patch);
  return touched.ok
    ? { ...known, ok: true, patch, paths: touched.paths }
    : { ...known, ok: false, refusals: touched.refusals };
}

/** A refusal of the envelope itself; reading its content as a patch still gives it an id, a digest and a title. */
function refuse(given: {
  source: PatchSource;
  id?: string | undefined;
  refusals: readonly Refusal[];
}): Received {
  const read = readPatch(given.source, given.id);
  return {
    ok: false,
    id: read.id,
    digest: read.digest,
    title: read.title,
    text: rawText(given.source),
    repairs: [],
    dryRun: false,
    refusals: given.refusals,
  };
}

/** Kept for people to look at; longer than any patch may be is not kept whole. */
function rawText(source: PatchSource): string {
  const text = 'text' in source ? source.text : canonicalJson(source.value);
  return text.length > MAX_PATCH_BYTES
    ? `${text.slice(0, MAX_PATCH_BYTES)}\n… ${text.length - MAX_PATCH_BYTES} more characters`
    : text;
}

function asksForDryRun(source: PatchSource): boolean {
  const value = 'text' in source ? parseJson(source.text) : source.value;
  return typeof value === 'object' && value !== null && 'dryRun' in value && value.dryRun === true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function referenceNotFound(ref: string): Refusal {
  return {
    code: 'reference_not_found',
    message: `There is no ${PATCH_FILE} at ${ref}; push the patch there first, then send the dispatch.`,
    pointer: '/ref',
  };
}

function digestMismatch(expected: string, found: string): Refusal {
  return {
    code: 'digest_mismatch',
    message:
      'The patch at the reference is not the one that was announced; send it again with the sha256 of its bytes.',
    pointer: '/sha256',
    data: { expected, found },
  };
}
