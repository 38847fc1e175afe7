import { Buffer } from 'node:buffer';
import { sha256 } from '../../src/patch/digest.ts';
import { inboxRef } from '../../src/patch/refs.ts';
import type { PatchCase } from './case.ts';

const malformed = { refused: 'malformed' } as const;
const BYTES = '{"version":1,"changes":[{"kind":"delete","path":"README.md"}]}';
const LATIN = '{"version":1,"changes":[{"kind":"write","path":"menu.md","content":"Caf\u00e9\\n"}]}';
const DIGEST = sha256(BYTES);
const INBOX = { ref: inboxRef(DIGEST), bytes: BYTES };

/** A reference, with these bytes in the inbox. */
function reference(
  name: string,
  payload: object,
  expected: PatchCase['expected'],
  inbox: PatchCase['inbox'] = INBOX,
): PatchCase {
  return { name, payload: () => payload, expected, inbox };
}

/** Bytes that lie where they are announced, under their own digest. */
function announced(name: string, bytes: string | Uint8Array, expected: PatchCase['expected']): PatchCase {
  const digest = sha256(bytes);
  const ref = inboxRef(digest);
  return reference(name, { ref, sha256: digest }, expected, { ref, bytes });
}

/** Patches by reference that are not what was announced, or not where they may be. */
export const REFERENCE_CASES: readonly PatchCase[] = [
  announced('the bytes that were announced', BYTES, { harmless: { 'README.md': null } }),
  reference(
    'other bytes than announced',
    { ref: INBOX.ref, sha256: DIGEST },
    { refused: 'digest_mismatch' },
    { ref: INBOX.ref, bytes: `${BYTES} ` },
  ),
  reference(
    'a ref that is gone or moved away',
    { ref: inboxRef('0'.repeat(64)), sha256: '0'.repeat(64) },
    { refused: 'reference_not_found' },
  ),
  reference('a branch', { ref: 'refs/heads/main', sha256: DIGEST }, malformed, {
    ref: 'refs/heads/main',
    bytes: BYTES,
  }),
  reference('the control switch', { ref: 'refs/ghost/control', sha256: DIGEST }, malformed),
  reference("another patch's record", { ref: 'refs/ghost/patches/x', sha256: DIGEST }, malformed),
  reference('the inbox of another digest', { ref: inboxRef('1'.repeat(64)), sha256: DIGEST }, malformed),
  reference('another repository', { ref: `evil/shop:${INBOX.ref}`, sha256: DIGEST }, malformed),
  reference('an address', { ref: 'https://evil.example/patch.json', sha256: DIGEST }, malformed),
  reference(
    'a path that goes up from the inbox',
    { ref: `refs/ghost/inbox/../${DIGEST}`, sha256: DIGEST },
    malformed,
  ),
  reference('no digest', { ref: INBOX.ref }, malformed),
  reference(
    'a digest in capitals',
    { ref: inboxRef(DIGEST.toUpperCase()), sha256: DIGEST.toUpperCase() },
    malformed,
  ),
  reference('a digest with a line behind it', { ref: `${INBOX.ref}\n`, sha256: `${DIGEST}\n` }, malformed),
  reference('a digest that is a list', { ref: [INBOX.ref], sha256: [DIGEST] }, malformed),
  reference(
    'a patch beside the reference',
    { ref: INBOX.ref, sha256: DIGEST, patch: JSON.parse(BYTES) },
    malformed,
  ),
  reference(
    'a digest beside a patch',
    { sha256: DIGEST, patch: { version: 1, changes: [{ kind: 'delete', path: 'README.md' }] } },
    malformed,
  ),
  reference(
    'another field beside the reference',
    { ref: INBOX.ref, sha256: DIGEST, repository: 'evil/shop' },
    malformed,
  ),
  announced('a blob of 5 MB', 'x'.repeat(5_000_000), { refused: 'too_large' }),
  announced('bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x01]), malformed),
  announced('letters in Latin-1', Buffer.from(LATIN, 'latin1'), malformed),
  announced('a reference to the next reference', JSON.stringify({ ref: INBOX.ref, sha256: DIGEST }), {
    refused: 'no_changes',
  }),
  announced('a protected path by reference', BYTES.replace('README.md', '.github/workflows/ci.yml'), {
    refused: 'protected_path',
    rules: ['policy.rules.workflows'],
  }),
];
