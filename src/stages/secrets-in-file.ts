import type { FileChange } from '../apply/tree.ts';
import type { Refusal } from '../patch/refusal.ts';
import { addedSecrets, secretRefusals } from '../policy/secrets.ts';
import type { BaseState, SecretScanner } from './ports.ts';
import { versions } from './versions.ts';

/** Why a text with secrets is not taken, and the secrets themselves, to be hidden wherever it is shown. */
export type Found = { readonly refusals: readonly Refusal[]; readonly secrets: readonly string[] };

/** Secrets of which a change adds a line. */
export async function findInFile(
  scanner: SecretScanner,
  change: FileChange,
  base: BaseState,
): Promise<Found> {
  const { path } = change;
  const { before, after } = versions(change, base);
  if (after === null) {
    return { refusals: [], secrets: [] };
  }
  const text = textOf(after);
  const plain = withoutEscapes(text);
  const found = [
    ...(await scanner.find({ path, text })),
    ...(plain === text ? [] : await scanner.find({ path, text: plain })),
  ];
  const added = addedSecrets(path, { before: before && textOf(before), after: text }, found);
  return {
    refusals: secretRefusals(added),
    secrets: found.map(({ start, end }) => text.slice(start, end)),
  };
}

/** Bytes of any kind, for a secret may stand among others; what is not UTF-8 may still hold letters two bytes wide. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}

/**
 * The same length, with spaces for escapes: their letters would hide where a word begins, as in `\nghp_…` and
 * `key%3Dghp_…`.
 */
function withoutEscapes(text: string): string {
  return text.replaceAll(ESCAPE, (escape) => ' '.repeat(escape.length));
}

const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]{1,6}\}|[a-z])|%[\da-f]{2}/gi;
