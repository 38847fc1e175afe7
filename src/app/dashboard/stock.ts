import type { Board } from '../../stages/intake/board.ts';
import type { Clock } from '../../stages/ports.ts';

/** Days that the figures are about. */
export const FIGURE_DAYS = 30;

/** The board as pages read it: what has to be counted over all patches is counted once in a while. */
export type Stock = Pick<Board, 'list' | 'standings'> & {
  /** Of the last days. */
  figures(repositories: readonly string[]): ReturnType<Board['figures']>;
};

export function createStock(board: Board, clock: Clock): Stock {
  const standings = rarely((repository) => board.standings(repository));
  const figures = rarely((names) => {
    const since = new Date(clock.now().getTime() - FIGURE_DAYS * DAY_MS);
    return board.figures({ repositories: names === '' ? [] : names.split(' '), since });
  });
  return {
    list: (query) => board.list(query),
    standings,
    // No name of a repository holds a space.
    figures: (repositories) => figures(repositories.toSorted().join(' ')),
  };
}

const DAY_MS = 86_400_000;

/** Gives the last answer again for a moment that grows with the time it took, so that counting never takes over. */
function rarely<Answer>(count: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const known = new Map<string, { readonly answer: Promise<Answer>; until: number }>();
  return (key) => {
    const last = known.get(key);
    if (last !== undefined && performance.now() < last.until) {
      return last.answer;
    }
    const started = performance.now();
    const entry = { answer: count(key), until: Number.POSITIVE_INFINITY };
    known.delete(key);
    known.set(key, entry);
    const [oldest] = known.size > MOST_KNOWN ? known.keys() : [];
    known.delete(oldest ?? '');
    const settle = () => {
      const now = performance.now();
      entry.until = now + Math.max(SHORTEST_MS, (now - started) * REST);
    };
    entry.answer.then(settle, () => known.delete(key));
    return entry.answer;
  };
}

/** Milliseconds: several readers of one change count once. */
const SHORTEST_MS = 250;

/** Times as long as counting took, in which nothing is counted. */
const REST = 50;

/** Answers that are kept. */
const MOST_KNOWN = 1_000;
