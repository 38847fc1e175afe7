/** What can be commanded, in the order in which the help names it. */
export const VERBS = [
  'status',
  'preview',
  'apply',
  'approve',
  'reject',
  'retry',
  'revert',
  'cancel',
  'pause',
  'resume',
  'lock',
  'unlock',
  'kill',
  'audit',
  'whoami',
  'help',
] as const;

export type Verb = (typeof VERBS)[number];

/** Where a command comes from. */
export type Surface = 'form' | 'comment' | 'cli' | 'slack' | 'api';

/** Verbs about one patch, whose id may be left out where the place of the command says which one is meant. */
export type PatchVerb = Extract<
  Verb,
  'status' | 'preview' | 'approve' | 'reject' | 'retry' | 'revert' | 'cancel'
>;

export function isVerb(word: string): word is Verb {
  return VERBS.some((verb) => verb === word);
}
