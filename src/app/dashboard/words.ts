import type { OutcomeKind } from '../../record/outcome.ts';
import type { RecordState } from '../../record/record.ts';
import type { BoardEntry, Standing } from '../../stages/intake/board.ts';
import type { Tone } from './markup.ts';

/** A state as the pages name it. */
export type Word = { readonly tone: Tone; readonly words: string };

export const STANDING_WORDS: { readonly [standing in Standing]: Word } = {
  under_way: { tone: 'busy', words: 'Under way' },
  held: { tone: 'busy', words: 'Held' },
  in_review: { tone: 'good', words: 'In review' },
  merged: { tone: 'done', words: 'Merged' },
  refused: { tone: 'bad', words: 'Refused' },
  failed: { tone: 'bad', words: 'Failed' },
  closed: { tone: 'quiet', words: 'Closed' },
};

/** What is known of a patch, in a word or two. */
export function wordOf(state: {
  readonly stage: BoardEntry['state'] | RecordState;
  readonly outcome?: OutcomeKind | undefined;
  /** What failed and is not finished may have arrived all the same. */
  readonly finished?: boolean;
}): Word {
  if (state.stage === 'failed' && state.finished === false) {
    return { tone: 'bad', words: 'Perhaps not delivered' };
  }
  return state.outcome === undefined ? STAGE_WORDS[state.stage] : OUTCOME_WORDS[state.outcome];
}

export function wordOfEntry({
  state,
  record,
  mayHaveArrived,
}: Pick<BoardEntry, 'state' | 'record' | 'mayHaveArrived'>): Word {
  return wordOf({
    stage: record?.state ?? state,
    outcome: record?.outcome,
    ...(mayHaveArrived === undefined ? {} : { finished: false }),
  });
}

const STAGE_WORDS: { readonly [stage in BoardEntry['state'] | RecordState]: Word } = {
  queued: { tone: 'busy', words: 'Queued' },
  sent: { tone: 'busy', words: 'Sent' },
  failed: { tone: 'bad', words: 'Not delivered' },
  held: { tone: 'busy', words: 'Held' },
  applied: { tone: 'busy', words: 'Testing' },
  publishing: { tone: 'busy', words: 'Publishing' },
  done: { tone: 'quiet', words: 'Unknown end' },
};

const OUTCOME_WORDS: { readonly [kind in OutcomeKind]: Word } = {
  opened: { tone: 'good', words: 'In review' },
  updated: { tone: 'good', words: 'In review' },
  duplicate: { tone: 'quiet', words: 'Duplicate' },
  no_change: { tone: 'quiet', words: 'No change' },
  refused: { tone: 'bad', words: 'Refused' },
  conflict: { tone: 'bad', words: 'Conflict' },
  tests_failed: { tone: 'bad', words: 'Tests failed' },
  timed_out: { tone: 'bad', words: 'Timed out' },
  halted: { tone: 'bad', words: 'Locked out' },
  held: { tone: 'busy', words: 'Held' },
  canceled: { tone: 'quiet', words: 'Canceled' },
  crashed: { tone: 'bad', words: 'Broke' },
  merged: { tone: 'done', words: 'Merged' },
  closed: { tone: 'quiet', words: 'Closed' },
  reverted: { tone: 'quiet', words: 'Reverted' },
  superseded: { tone: 'quiet', words: 'Superseded' },
};

/** What a headline says beyond the word that stands before it; empty where that is all. */
export function beyond(words: string, headline: string): string {
  if (headline === words) {
    return '';
  }
  const repeated = headline.startsWith(`${words}: `) || headline.startsWith(`${words}; `);
  const rest = repeated ? headline.slice(words.length + ': '.length) : headline;
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** A code as people read it, such as `not found`. */
export function plain(code: string): string {
  return code.replaceAll('_', ' ');
}
