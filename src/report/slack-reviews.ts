import { whyItWaits } from '../control/offered.ts';
import type { PatchRecord } from '../record/record.ts';
import { fitAll } from './fit.ts';
import { type SlackBlock, section } from './slack-blocks.ts';
import { mrkdwnLine } from './untrusted/mrkdwn.ts';

/** What whoever may approve the patch is to look at first, as long as it waits for them. */
export function formatReviews(record: PatchRecord): readonly SlackBlock[] {
  const reviews = whyItWaits(record);
  if (reviews.length === 0) {
    return [];
  }
  const kept = fitAll(reviews, (review, limit) => `• ${mrkdwnLine(review, limit)}`, {
    budget: MAX_REVIEWS,
    least: LEAST_REVIEW,
    most: MAX_REVIEW,
  });
  const more = reviews.length - kept.length;
  const lines = [...kept, ...(more > 0 ? [`… and ${more} more, all in the run's summary`] : [])];
  return [section(['*Why it waits for an approval*', ...lines].join('\n'))];
}

/** Characters of all of them, which leave a message room for all else, and of one. */
const MAX_REVIEWS = 2000;
const LEAST_REVIEW = 60;
const MAX_REVIEW = 500;
