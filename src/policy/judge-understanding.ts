import { type Finding, type Judgement, judgementOf } from './finding.ts';
import type { RuleName } from './rules.ts';
import type { Policy } from './schema.ts';

/** How a patch was understood beyond what it says to the letter, in the sentences that the pull request tells of it. */
export type Understanding = { readonly [Name in Liberty]: readonly string[] };

type Liberty = Extract<RuleName, 'repairs' | 'tolerances' | 'not-done'>;

/**
 * Judges what had to be taken for meant. All of it is told; whether that is enough is for each repository to say, for what a
 * model meant is only ever probable.
 */
export function judgeUnderstanding({ rules }: Policy, understanding: Understanding): Judgement {
  return judgementOf(LIBERTIES.flatMap((name) => findingOf(name, rules[name], understanding[name])));
}

const LIBERTIES: readonly Liberty[] = ['repairs', 'tolerances', 'not-done'];

function findingOf(name: Liberty, outcome: Finding['outcome'], told: readonly string[]): readonly Finding[] {
  const [first] = told;
  if (first === undefined) return [];
  const rule = `policy.rules.${name}`;
  const { subject, refused, remedy } = IN_WORDS[name];
  const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
  return [
    {
      rule,
      outcome,
      subject: `${subject} (${told.length === 1 ? 'a note' : `${told.length} notes`})`,
      refusal: {
        code: 'inexact',
        message: `${rule} takes no patch ${refused}: ${first}${more}. ${remedy}`,
        data: { rule, told: told.slice(0, MAX_TOLD) },
      },
    },
  ];
}

const IN_WORDS: {
  readonly [Name in Liberty]: { readonly subject: string; readonly refused: string; readonly remedy: string };
} = {
  repairs: {
    subject: 'how it was read',
    refused: 'that is not written to the letter',
    remedy: 'Send it in wire format v1, with nothing beside it.',
  },
  tolerances: {
    subject: 'where its changes were put',
    refused: 'whose lines are not in the file as it has them',
    remedy: 'Read the file again, and send its lines as they stand there.',
  },
  'not-done': {
    subject: 'what it asks for and nobody does',
    refused: 'that asks for more than changes of files',
    remedy: 'Send the changes alone.',
  },
};

/** Enough to see what is wrong. */
const MAX_TOLD = 20;
