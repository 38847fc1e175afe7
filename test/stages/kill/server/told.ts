import type { CommandReport } from '../../../../src/report/command/report.ts';

/** What somebody was told of what they had asked for; null: neither that it was done nor that it was not. */
export type Told = { readonly words: string; readonly says: CommandReport['done'] | 'not done' | null };

/** Gives what is wrong with it, where what was asked for holds or does not. */
export function liesTold({ says, words }: Told, holds: boolean): readonly string[] {
  const claimed = says === null ? null : CLAIMS[says];
  return claimed === null || claimed === holds
    ? []
    : [`it is ${holds ? '' : 'not '}so, and somebody was told: ${words}`];
}

/** Whether it claims that what was asked for holds; null: it claims neither. */
const CLAIMS: { readonly [says in NonNullable<Told['says']>]: boolean | null } = {
  done: true,
  unchanged: true,
  refused: false,
  'not done': false,
  unconfirmed: null,
  failed: null,
};
