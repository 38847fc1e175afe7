import type { Patch } from '../patch/schema.ts';
import type { Config } from '../policy/config.ts';

/** Which labels a patch gets of those that it asks for. GitHub does not tell labels apart by case, so neither does the config. */
export function chooseLabels(
  config: Config,
  patch: Patch,
): { readonly granted: readonly string[]; readonly refused: readonly string[] } {
  const known = new Set([...config.labels, ...config['patch-labels']].map((label) => label.toLowerCase()));
  const isKnown = (label: string) => known.has(label.toLowerCase());
  return {
    granted: patch.labels.filter(isKnown),
    refused: patch.labels.filter((label) => !isKnown(label)),
  };
}
