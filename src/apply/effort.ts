/**
 * What may still be spent on one patch. Placing is linear in file and patch for everything that people
 * write; this bounds what somebody can make of lines that all look alike.
 */
export type Effort = {
  /** Line comparisons. */
  comparisons: number;
  /** Characters of files in which a text is looked for as it was sent. */
  searching: number;
  /** Characters of files that are read line by line, because something is not there as it is sent. */
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

/** Less than a second; a thousand hunks in a file of 100,000 lines need a hundredth of it. */
const MAX_COMPARISONS = 50_000_000;

/** A second at worst; a thousand edits here and there in files of a hundred kilobytes need a third of it. */
const MAX_SEARCHING = 300_000_000;

/** About a second; a change that fits nowhere reads its file once or twice. */
const MAX_READING = 80_000_000;

/** Some four seconds at worst, and hardly ever more than one: such a step takes 20 ns where nothing is cached. */
const MAX_MATCHING = 200_000_000;

/** Nobody reads more of them, and each one scans for similar lines. */
const MAX_EXPLANATIONS = 20;
