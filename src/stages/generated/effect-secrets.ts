import { namesOfEffect } from '../../apply/generated/apply-effect.ts';
import type { Effect } from '../../apply/generated/effect.ts';
import type { FileChange } from '../../apply/tree.ts';
import type { Refusal } from '../../patch/refusal.ts';
import type { Config } from '../../policy/config.ts';
import { amongGlobs } from '../../policy/named-paths.ts';
import { secretNameRefusal, unknownSecrets } from '../../policy/secrets.ts';
import type { BaseState, FoundSecret, SecretScanner } from '../ports.ts';
import { findInFile, findInText } from '../secrets-in-file.ts';

/** A file of an effect, in whose name something looks like a secret. */
export type SecretName = { readonly path: string; readonly found: readonly FoundSecret[] };

/**
 * Looks through the names of an effect's files, which their commit, the record and every refusal would repeat. Names
 * that nobody looks at, because they are too many or too long, are repeated nowhere.
 */
export async function findSecretNames(
  scanner: SecretScanner | undefined,
  effect: Effect | null,
): Promise<readonly SecretName[]> {
  const names: SecretName[] = [];
  for (const path of (effect && namesOfEffect(effect)) ?? []) {
    const found = await findInText(needed(scanner), { path: NAME, text: path });
    if (found.length > 0) names.push({ path, found });
  }
  return names;
}

/** The rules look at names of files too, and this is one for a text of any kind. */
const NAME = 'name.txt';

/** What stands in a name of the commit already is no news, and what the config excepts is no secret. */
export function secretNameRefusals(
  names: readonly SecretName[],
  { base, config }: { readonly base: BaseState; readonly config: Config },
): readonly Refusal[] {
  const isExcepted = amongGlobs(config.policy.secrets['except-paths']);
  const known = [...base.entries.keys()];
  return secretNameRefusal(
    names
      .filter(({ path }) => !isExcepted(path))
      .flatMap(({ path, found }) => unknownSecrets(path, found, known)),
  );
}

/** Secrets of which a line of the effect's files is new. */
export async function findSecretLines(
  scanner: SecretScanner | undefined,
  {
    base,
    changes,
    config,
  }: { readonly base: BaseState; readonly changes: readonly FileChange[]; readonly config: Config },
): Promise<readonly Refusal[]> {
  const isExcepted = amongGlobs(config.policy.secrets['except-paths']);
  const refusals: Refusal[] = [];
  for (const change of changes.filter(({ path }) => !isExcepted(path))) {
    refusals.push(...(await findInFile(needed(scanner), change, base)).refusals);
  }
  return refusals;
}

/** Whoever publishes what commands made must not pass over it for want of a scanner. */
function needed(scanner: SecretScanner | undefined): SecretScanner {
  if (scanner === undefined) {
    throw new Error('what commands made has to be looked through for secrets; give publishing a scanner');
  }
  return scanner;
}
