import { sha256 } from '../patch/digest.ts';
import { type Envelope, parseEnvelope } from '../patch/envelope.ts';
import { MAX_FILE_BYTES } from '../patch/limits.ts';
import type { Refusal } from '../patch/refusal.ts';
import { sourceOf } from '../patch/source.ts';
import { readUtf8 } from '../patch/utf8.ts';
import { PATCH_FILE } from '../record/record.ts';
import type { Compute } from './compute.ts';
import type { Site } from './context.ts';
import type { Repository } from './ports.ts';
import type { Received } from './received.ts';

/** Reads `client_payload`. A patch by reference is fetched from the inbox and checked against its digest. */
export async function receive({ repository, compute, site }: Receiving, payload: unknown): Promise<Received> {
  const parsed = parseEnvelope(payload);
  if (!parsed.ok) {
    return compute.read({ source: { value: payload }, id: parsed.id, refusals: parsed.refusals });
  }
  const { envelope } = parsed;
  const sentTo = site === undefined ? {} : sentToOf(site);
  const flags = {
    ...(envelope.retry === true ? { retry: true as const } : {}),
    ...(envelope.again === true ? { again: true as const } : {}),
    ...(envelope.sentFor === undefined ? {} : { sentFor: envelope.sentFor }),
  };
  if (envelope.kind === 'inline') {
    return { ...(await compute.read({ source: sourceOf(envelope), id: envelope.id, ...sentTo })), ...flags };
  }
  const found = await readInbox(repository, envelope);
  if (typeof found !== 'string') {
    const opened = { source: { value: payload }, id: envelope.id, refusals: [found] };
    return { ...(await compute.read(opened)), ...flags, unfetched: envelope.sha256 };
  }
  return {
    ...(await compute.read({ source: { text: found }, id: envelope.id, ...sentTo })),
    ...flags,
    fetched: envelope.sha256,
  };
}

/**
 * The delivery as a repository takes it that knows its files under other folders too. The same object where none
 * of its paths lies in one of these, so that nothing has to be looked up again.
 */
export async function underPrefixes(
  { compute }: Pick<Receiving, 'compute'>,
  received: Received,
  pathPrefixes: readonly string[],
): Promise<Received> {
  if (received.patch === undefined || pathPrefixes.length === 0) return received;
  return (await compute.readUnder({ received, pathPrefixes })) ?? received;
}

type Receiving = {
  readonly repository: Repository;
  readonly compute: Pick<Compute, 'read' | 'readUnder'>;
  /** Absent where what is read was received before. */
  readonly site?: Pick<Site, 'repository' | 'clonedFrom'>;
};

/** A clone is called what its remote is, if it has one. */
function sentToOf({ repository, clonedFrom }: Pick<Site, 'repository' | 'clonedFrom'>): {
  readonly sentTo?: string;
} {
  const sentTo = clonedFrom ?? (repository.includes('/') ? repository : undefined);
  return sentTo === undefined ? {} : { sentTo };
}

/** The text at the reference, or why there is none to be had. */
async function readInbox(
  repository: Repository,
  { ref, sha256: expected }: Extract<Envelope, { readonly kind: 'reference' }>,
): Promise<string | Refusal> {
  const { fileAt: bytes = null, fileAtTooLarge: size } = await repository.read({
    fileAt: { ref, path: PATCH_FILE },
  });
  if (bytes === null) {
    return size === undefined ? referenceNotFound(ref) : referenceTooLarge(ref, size);
  }
  const digest = sha256(bytes);
  return digest === expected ? (readUtf8(bytes) ?? notUtf8(ref)) : digestMismatch(expected, digest);
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

function notUtf8(ref: string): Refusal {
  return {
    code: 'malformed',
    message: `${PATCH_FILE} at ${ref} is not in UTF-8; save it as UTF-8, push it under its new digest and send that.`,
    pointer: '/ref',
  };
}
