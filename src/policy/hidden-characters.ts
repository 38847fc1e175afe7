import { addedLines } from './added-lines.ts';

/**
 * The first line, from 1, that is new in a file and holds characters by which code reads otherwise than it runs; null:
 * there is none. `before` is null where there was no file.
 */
export function hiddenLine(before: string | null, after: string): number | null {
  if (!hides(after)) return null;
  const isAdded = addedLines(before ?? '', after);
  const index = after.split('\n').findIndex((line, at) => isAdded[at] === true && hides(line));
  return index === -1 ? null : index + 1;
}

function hides(text: string): boolean {
  for (const [, hidden] of text.matchAll(FLAG_OR_HIDDEN)) {
    if (hidden !== undefined) return true;
  }
  return false;
}

/** What changes the direction of its neighbours. */
const DIRECTIONS = String.raw`\u202A-\u202E\u2066-\u2069`;

/** Letters that are shown as nothing, and that programs take for a name. */
const FILLERS = String.raw`\u115F\u1160\u3164\uFFA0`;

/** Tags, which spell whole texts that nobody sees. */
const TAGS = String.raw`\u{E0000}-\u{E007F}`;

/** One may follow a letter or an emoji; several spell bytes. */
const VARIATIONS = String.raw`[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{2}`;

/** Flags of regions are made of tags, and are what they look like. */
const FLAG = String.raw`\u{1F3F4}[\u{E0020}-\u{E007E}]{1,8}\u{E007F}`;

const FLAG_OR_HIDDEN = new RegExp(`${FLAG}|([${DIRECTIONS}${FILLERS}${TAGS}]|${VARIATIONS})`, 'gu');
