/**
 * What may still be spent on one patch. Placing is linear in file and patch for everything that people
 * write; this bounds what somebody can make of lines that all look alike.
 */
export type Effort = {
  /** Line comparisons, and places of texts at what they cost. */
  comparisons: number;
  /** Characters of files in which a text is looked for as it was sent. */
  searching: number;
  /** Characters of files that are read line by line, because something is not there as it is sent, and LINE_EFFORT for each line. */
  reading: number;
  /** Characters that regular expressions look at, each times the instructions of the expression, and reading those. */
  matching: number;
  /** Refusals that come with the nearest places. */
  explanations: number;
};

export function newEffort(): Effort {
  return {
    comparisons: MAX_COMPARISONS,
    searching: MAX_SEARCHING,
    reading: MAX_READING,
    matching: MAX_MATCHING,
    explanations: MAX_EXPLANATIONS,
  };
}

/**
 * Counts a place at which a text begins, and one more that is kept beside the `kept` ones of the same change. False:
 * there are too many of them.
 */
export function keepsPlace(effort: Effort, kept: number): boolean {
  effort.comparisons -= PLACE_EFFORT;
  return kept < MAX_PLACES && effort.comparisons >= 0;
}

/** Counts a place that is only looked at. False: there were too many of them. */
export function looksAtPlace(effort: Effort): boolean {
  effort.comparisons -= LOOK_EFFORT;
  return effort.comparisons >= 0;
}

/** Places of one change: more than anybody reads, and few enough for each to be kept with what becomes of it. */
export const MAX_PLACES = 100_000;

/** Keeping one, finding its line and replacing it take as long as so many comparisons. */
const PLACE_EFFORT = 50;

/** Finding one that is passed over takes as long as so many comparisons. */
const LOOK_EFFORT = 5;

/** Some two seconds at worst; a thousand hunks in a file of 100,000 lines need a hundredth of it. */
const MAX_COMPARISONS = 50_000_000;

/** Two or three seconds at worst; a thousand edits here and there in files of a hundred kilobytes need a third of it. */
const MAX_SEARCHING = 300_000_000;

/** About a second; a change that fits nowhere reads its file once or twice. */
const MAX_READING = 120_000_000;

/** A line that is read takes as long as so many characters more. */
export const LINE_EFFORT = 20;

/** Some four seconds at worst, and hardly ever more than one: such a step takes 20 ns where nothing is cached. */
const MAX_MATCHING = 200_000_000;

/** Nobody reads more of them, and each one scans for similar lines. */
const MAX_EXPLANATIONS = 20;
