import type { Format } from '../case.ts';
import type { Random } from '../random.ts';
import {
  dedented,
  otherGlyphs,
  otherTabs,
  trailingSpaceInFile,
  trailingSpaceInPatch,
} from './character-damages.ts';
import {
  additionsFirst,
  elided,
  reordered,
  replacedByItself,
  skippedContext,
  typoInContext,
  typoInRemoved,
} from './line-damages.ts';
import type { Sketch } from './sketch.ts';
import type { Writing } from './write.ts';

/** A way in which models damage patches, or in which files are not as patches expect them. */
export type Damage = {
  readonly name: string;
  readonly formats: readonly Format[];
  /** Hunks that it needs, where that is more than one. */
  readonly hunks?: number;
  /** Lines of context that it needs, where those that are customary do not do. */
  readonly context?: number;
  /** null: there is nothing in the sketch that it could be done to. */
  readonly inflict: (sketch: Sketch, random: Random) => Sketch | null;
};

const ALL: readonly Format[] = ['diff', 'blocks', 'apply_patch', 'edits'];
const MARKED: readonly Format[] = ['diff', 'apply_patch'];
const QUOTED: readonly Format[] = ['blocks', 'edits'];

export const DAMAGES: readonly Damage[] = [
  { name: 'clean', formats: [...ALL, 'whole'], inflict: (sketch) => sketch },
  { name: 'wrong_numbers', formats: ['diff'], inflict: wrongNumbers },
  { name: 'wrong_counts', formats: ['diff'], inflict: wrongCounts },
  { name: 'no_numbers', formats: ['diff'], inflict: written({ numbers: 'none' }) },
  { name: 'dots_for_numbers', formats: ['diff'], inflict: written({ numbers: 'dots' }) },
  { name: 'numbers_in_headers', formats: ['apply_patch'], inflict: written({ numbers: 'missing' }) },
  { name: 'no_file_header', formats: ['diff'], inflict: written({ fileHeader: 'none' }) },
  { name: 'no_prefixes', formats: ['diff'], inflict: written({ fileHeader: 'no_prefixes' }) },
  { name: 'no_envelope', formats: ['apply_patch'], inflict: written({ envelope: false }) },
  { name: 'fenced', formats: [...ALL, 'whole'], inflict: inProse },
  { name: 'line_numbers', formats: QUOTED, inflict: written({ lineNumbers: true }) },
  { name: 'escaped', formats: ['edits'], inflict: escaped },
  { name: 'long_markers', formats: ['blocks'], inflict: written({ markers: 'long' }) },
  { name: 'cline_markers', formats: ['blocks'], inflict: written({ markers: 'cline' }) },
  { name: 'roo_markers', formats: ['blocks'], inflict: written({ markers: 'roo' }) },
  { name: 'other_names', formats: ['edits'], inflict: otherNames },
  { name: 'in_a_list', formats: MARKED, inflict: inAList },
  { name: 'additions_first', formats: MARKED, inflict: additionsFirst },
  { name: 'replaced_by_itself', formats: MARKED, inflict: replacedByItself },
  { name: 'merged_hunks', formats: ['diff'], hunks: 2, inflict: written({ numbers: 'missing' }) },
  { name: 'reordered', formats: ALL, hunks: 2, inflict: reordered },
  { name: 'bare_blank_lines', formats: MARKED, inflict: withBlankContext({ lostSpaces: 'blank' }) },
  { name: 'lost_spaces', formats: MARKED, inflict: lostSpaces },
  { name: 'blank_first', formats: ['blocks'], inflict: blankFirst },
  { name: 'elided', formats: ALL, context: 6, inflict: elided },
  { name: 'skipped_context', formats: ALL, context: 4, inflict: skippedContext },
  { name: 'trailing_space_in_file', formats: ALL, inflict: trailingSpaceInFile },
  { name: 'trailing_space_in_patch', formats: ALL, inflict: trailingSpaceInPatch },
  { name: 'tabs', formats: ALL, inflict: otherTabs },
  { name: 'dedented', formats: ALL, inflict: dedented },
  { name: 'crlf_file', formats: [...ALL, 'whole'], inflict: (sketch) => ({ ...sketch, ending: '\r\n' }) },
  { name: 'crlf_patch', formats: ALL, inflict: written({ ending: '\r\n' }) },
  { name: 'no_final_newline', formats: ALL, inflict: (sketch) => ({ ...sketch, finalNewline: false }) },
  { name: 'glyphs', formats: ALL, inflict: otherGlyphs },
  { name: 'typo_in_context', formats: ALL, inflict: typoInContext },
  { name: 'typo_in_removed', formats: ALL, inflict: typoInRemoved },
];

function written(writing: Partial<Writing>): Damage['inflict'] {
  return (sketch) => ({ ...sketch, writing: { ...sketch.writing, ...writing } });
}

function wrongNumbers(sketch: Sketch, random: Random): Sketch {
  const off = () => random.pick([-1, 1]) * random.pick([1, 2, 7, 40, 300]);
  return { ...sketch, hunks: sketch.hunks.map((hunk) => ({ ...hunk, shift: off() })) };
}

function wrongCounts(sketch: Sketch, random: Random): Sketch {
  const off = () => random.pick([-3, -1, 1, 2]);
  return { ...sketch, hunks: sketch.hunks.map((hunk) => ({ ...hunk, miscount: [off(), off()] })) };
}

function inProse(sketch: Sketch, random: Random): Sketch {
  const before = random.pick([
    'Here is the change:',
    'Sure! I fixed it as follows.',
    `The change to ${sketch.path}:`,
  ]);
  const behind = random.pick(['', 'Tell me if you need more.', 'This keeps the rest as it was.']);
  return { ...sketch, writing: { ...sketch.writing, prose: { before, behind } } };
}

/** A text that holds the escape already would not say which is meant, and one line has no break to escape. */
function escaped(sketch: Sketch): Sketch | null {
  const holds = sketch.hunks.some(
    ({ lines }) => lines.length < 2 || lines.some(([, text]) => text.includes('\\n')),
  );
  return holds ? null : { ...sketch, writing: { ...sketch.writing, escaped: true } };
}

function otherNames(sketch: Sketch, random: Random): Sketch {
  const names = random.pick([
    ['old_string', 'new_string'],
    ['search', 'replace'],
    ['find', 'replace'],
  ] as const);
  return { ...sketch, writing: { ...sketch.writing, names } };
}

/** Fenced below an item of a list, all of it as deep as the item's text. */
function inAList(sketch: Sketch, random: Random): Sketch {
  const fenced = inProse(sketch, random);
  return { ...fenced, writing: { ...fenced.writing, margin: random.pick(['  ', '    ']) } };
}

function withBlankContext(writing: Partial<Writing>): Damage['inflict'] {
  return (sketch, random) => {
    const has = sketch.hunks.some(({ lines }) => lines.some(([mark, text]) => mark === ' ' && text === ''));
    return has ? written(writing)(sketch, random) : null;
  };
}

/** Beside a blank line of the file, the patch would say that this one goes. */
function blankFirst(sketch: Sketch, random: Random): Sketch | null {
  const misread = sketch.hunks.some(({ start }) =>
    [start - 1, start].some((at) => sketch.base[at]?.trim() === ''),
  );
  return misread ? null : written({ blankFirst: true })(sketch, random);
}

/** Context that looks marked without its space says something else then. */
function lostSpaces(sketch: Sketch, random: Random): Sketch | null {
  const misread = sketch.hunks.some(({ lines }) =>
    lines.some(([mark, text]) => mark === ' ' && /^[-+@*\\]/.test(text)),
  );
  return misread ? null : written({ lostSpaces: 'all' })(sketch, random);
}

/** Two or three kinds of damage to a diff at once. */
export function combined(random: Random): Damage['inflict'] {
  const names = random.shuffle(COMBINABLE).slice(0, random.int(2, 3));
  const damages = DAMAGES.filter(({ name }) => names.includes(name));
  return (sketch) => damages.reduce((so, { inflict }) => inflict(so, random) ?? so, sketch);
}

const COMBINABLE: readonly string[] = [
  'wrong_numbers',
  'wrong_counts',
  'no_numbers',
  'no_prefixes',
  'fenced',
  'bare_blank_lines',
  'additions_first',
  'typo_in_context',
  'trailing_space_in_patch',
  'dedented',
  'crlf_patch',
];
