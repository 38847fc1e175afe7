import { touchedPaths } from '../apply/touched-paths.ts';
import { canonicalJson } from '../patch/canonical-json.ts';
import { sha256 } from '../patch/digest.ts';
import { parseEnvelope } from '../patch/envelope.ts';
import { MAX_FILE_BYTES, MAX_PATCH_BYTES } from '../patch/limits.ts';
import { type PatchSource, readPatch, sourceOf } from '../patch/read.ts';
import type { Refusal } from '../patch/refusal.ts';
import type { Patch } from '../patch/schema.ts';
import { textOfUtf8 } from '../patch/utf8.ts';
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
  /** What was asked for beside the changes and is not done. */
  readonly notDone: readonly string[];
  /** Asked for by the patch itself, also where the rest of it can't be taken. */
  readonly dryRun: boolean;
  /** A person asks for another attempt, also where the patch is finished. */
  readonly retry?: true;
  /** It holds a secret: nothing of its text is kept, and what else is here is masked. */
  readonly withheld?: true;
} & (
  | {
      readonly ok: true;
      readonly patch: Patch;
      readonly paths: readonly string[];
      /** Those of them at which it may put a file where none was. */
      readonly newPaths: readonly string[];
    }
  | {
      readonly ok: false;
      readonly refusals: readonly Refusal[];
      /** The patch could be read, and not everything that it asks for can be done. */
      readonly patch?: Patch;
    }
);

/** Reads `client_payload`. A patch by reference is fetched from the inbox and checked against its digest. */
export async function receive(repository: Repository, payload: unknown): Promise<Received> {
  const parsed = parseEnvelope(payload);
  if (!parsed.ok) {
    return refuse({ source: { value: payload }, id: parsed.id, refusals: parsed.refusals });
  }
  const { envelope } = parsed;
  const retry = envelope.retry === true ? ({ retry: true } as const) : {};
  if (envelope.kind === 'inline') {
    return { ...understand(sourceOf(envelope), envelope.id), ...retry };
  }
  const read = await repository.read({ fileAt: { ref: envelope.ref, path: PATCH_FILE } });
  const { fileAt: bytes = null, fileAtTooLarge: size } = read;
  if (bytes === null) {
    return refuse({
      source: { value: payload },
      id: envelope.id,
      refusals: [
        size === undefined ? referenceNotFound(envelope.ref) : referenceTooLarge(envelope.ref, size),
      ],
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
  return { ...understand({ text: textOfUtf8(bytes) }, envelope.id), ...retry };
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
      notDone: [],
      dryRun: read.dryRun,
      refusals: read.refusals,
    };
  }
  const { id, digest, title, canonical, patch, repairs, notDone } = read;
  const known = { id, digest, title, text: canonical, repairs, notDone, dryRun: patch.dryRun };
  const touched = touchedPaths(patch);
  return touched.ok
    ? { ...known, ok: true, patch, paths: touched.paths, newPaths: touched.newPaths }
    : { ...known, ok: false, patch, refusals: touched.refusals };
}

/**
 * The delivery as a repository takes it that knows its files under other folders too. The same object where none
 * of its paths lies in one of these, so that nothing has to be looked up again.
 */
export function underPrefixes(received: Received, pathPrefixes: readonly string[]): Received {
  const { patch } = received;
  if (patch === undefined || pathPrefixes.length === 0) return received;
  const touched = touchedPaths(patch, { pathPrefixes });
  if (!touched.ok || (received.ok && received.paths.join('\n') === touched.paths.join('\n'))) return received;
  const { id, digest, title, text, repairs, notDone, dryRun, retry } = received;
  return {
    ...(retry === undefined ? {} : { retry }),
    ok: true,
    id,
    digest,
    title,
    text,
    notDone,
    dryRun,
    patch,
    paths: touched.paths,
    newPaths: touched.newPaths,
    repairs: [
      ...repairs,
      `Paths were taken without the folders that path-prefixes names: ${pathPrefixes.join(', ')}`,
    ],
  };
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
    notDone: [],
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

function referenceNotFound(ref: string): Refusal {
  return {
    code: 'reference_not_found',
    message: `There is no ${PATCH_FILE} at ${ref}; push the patch there first, then send the dispatch.`,
    pointer: '/ref',
  };
}

function referenceTooLarge(ref: string, bytes: number): Refusal {
  return {
    code: 'too_large',
    message: `${PATCH_FILE} at ${ref} has ${bytes} bytes, and no more than ${MAX_FILE_BYTES} are read; send smaller patches.`,
    pointer: '/ref',
    data: { bytes, limit: MAX_FILE_BYTES },
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
