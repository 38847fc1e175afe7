import type { FileChange } from '../apply/tree.ts';
import type { Refusal } from '../patch/refusal.ts';
import { addedSecrets, secretRefusals } from '../policy/secrets.ts';
import type { BaseState, FoundSecret, SecretScanner } from './ports.ts';
import { readingsOf } from './readings.ts';
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
  const found = await findInText(scanner, { path, text });
  const added = addedSecrets(path, { before: before && textOf(before), after: text }, found);
  return {
    refusals: secretRefusals(added),
    secrets: found.map(({ start, end }) => text.slice(start, end)),
  };
}

/** What looks like a secret in a text, as it stands there, behind an escape, or as a terminal would show it. */
export async function findInText(
  scanner: SecretScanner,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<readonly FoundSecret[]> {
  const found: FoundSecret[] = [];
  for (const reading of readingsOf(text)) {
    for (const { kind, start, end } of await scanner.find({ path, text: reading.text })) {
      found.push({ kind, start: reading.placeOf(start), end: reading.placeOf(end - 1) + 1 });
    }
  }
  return found;
}

/** Bytes of any kind, for a secret may stand among others; what is not UTF-8 may still hold letters two bytes wide. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}
