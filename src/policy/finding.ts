import type { Refusal } from '../patch/refusal.ts';
import type { PolicyOutcome } from './rules.ts';

/** A breach of one rule: the refusal that it may be, and what a review of it is about. */
export type Finding = {
  readonly rule: string;
  readonly outcome: PolicyOutcome;
  readonly refusal: Refusal;
  /** What a reviewer is to look at. */
  readonly subject: string;
};

/** What the policy makes of a patch: it passes where both are empty. */
export type Judgement = {
  readonly refusals: readonly Refusal[];
  /** Why somebody must approve it, one sentence for each rule that says so. */
  readonly reviews: readonly string[];
};

export function judgementOf(findings: readonly Finding[]): Judgement {
  return {
    refusals: findings.filter(({ outcome }) => outcome === 'refuse').map(({ refusal }) => refusal),
    reviews: describeReviews(findings.filter(({ outcome }) => outcome === 'review')),
  };
}

function describeReviews(findings: readonly Finding[]): readonly string[] {
  const bySubject = Map.groupBy(findings, ({ rule }) => rule);
  return [...bySubject].map(([rule, found]) => {
    const subjects = found.slice(0, MAX_SUBJECTS).map(({ subject }) => subject);
    const more = found.length - subjects.length;
    return `${rule} asks for a review of ${subjects.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  });
}

/** Enough to know where to look. */
const MAX_SUBJECTS = 5;
