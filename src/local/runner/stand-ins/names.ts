/** The repositories whose actions have a stand-in; the engine needs no more of them. */
export const STAND_IN_NAMES = [
  'actions/checkout',
  'actions/setup-go',
  'actions/setup-node',
  'actions/setup-python',
  'actions/create-github-app-token',
] as const;

export type StandInName = (typeof STAND_IN_NAMES)[number];

/** Whatever the ref is. */
export function standInName(repository: string): StandInName | undefined {
  return STAND_IN_NAMES.find((name) => name === repository.toLowerCase());
}
