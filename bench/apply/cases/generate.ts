import { type Case, FORMATS, type Format } from '../case.ts';
import { createRandom, type Random } from '../random.ts';
import { anchored } from './anchors.ts';
import { combined, DAMAGES } from './damages.ts';
import { DISTANCES, drifted } from './drift.ts';
import { EXPRESSIONS } from './expressions.ts';
import { plainSketch } from './plain.ts';
import { caseOf, type Sketch } from './sketch.ts';
import { partOfLine } from './snippets.ts';
import type { Base } from './texts.ts';
import { duplicateRightNumber, TRAPS } from './traps.ts';

export type Generation = {
  readonly seed: number;
  /** Cases of each kind of damage in each format. */
  readonly each: number;
  readonly baseFrom: (random: Random) => Base;
};

/** The same cases for the same seed and bases, in every format and with every kind of damage that there is. */
export function generateCases({ seed, each, baseFrom }: Generation): readonly Case[] {
  return FORMATS.flatMap((format) =>
    kindsOf(format).flatMap(({ damage, make }) => {
      const cases: Case[] = [];
      // A seed of its own for each kind, so that a new kind leaves the others' cases as they are.
      const random = createRandom(seedOf(seed, `${format} ${damage}`));
      for (let tries = 0; cases.length < each && tries < each * MAX_TRIES; tries += 1) {
        const id = `${format}-${damage}-${cases.length + 1}`;
        const made = make(baseFrom(random), random);
        if (made !== null) cases.push({ ...made, id, format, damage });
      }
      return cases;
    }),
  );
}

/** Bases that are looked at for one case of a kind, before there is one less of them. */
const MAX_TRIES = 60;

type Kind = {
  readonly damage: string;
  readonly make: (base: Base, random: Random) => Omit<Case, 'id' | 'format' | 'damage'> | null;
};

function kindsOf(format: Format): readonly Kind[] {
  if (format === 'regex') return Object.entries(EXPRESSIONS).map(([damage, make]) => ({ damage, make }));
  const kinds = [...DAMAGES.map((damage) => ({ ...damage, change: damage.inflict })), ...OTHERS, ...traps()];
  const sketched = kinds
    .filter(({ formats }) => formats.includes(format))
    .map((kind) => ({ damage: kind.name, make: fromSketch(format, kind) }));
  return format === 'edits' ? [...sketched, { damage: 'part_of_line', make: partOfLine }] : sketched;
}

type SketchKind = {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly hunks?: number;
  readonly context?: number;
  readonly change: (sketch: Sketch, random: Random) => Sketch | null;
};

const WITH_HUNKS: readonly Format[] = ['diff', 'blocks', 'apply_patch', 'edits'];

const OTHERS: readonly SketchKind[] = [
  { name: 'combined', formats: ['diff'], change: (sketch, random) => combined(random)(sketch, random) },
  { name: 'duplicate_right_number', formats: ['diff'], change: duplicateRightNumber },
  { name: 'anchored', formats: ['apply_patch'], change: anchored },
  ...Object.entries(DISTANCES).map(([name, distance]) => ({
    name,
    formats: WITH_HUNKS,
    change: (sketch: Sketch, random: Random) => drifted(sketch, random, distance),
  })),
];

function traps(): readonly SketchKind[] {
  return TRAPS.map(({ name, formats, set }) => ({ name, formats, change: set }));
}

function fromSketch(format: Format, { hunks = 1, context, change }: SketchKind): Kind['make'] {
  return (base, random) => {
    if (format === 'whole' && base.lines.some((line) => EDIT_MARK.test(line))) return null;
    const plain = plainSketch(random, base, { count: random.int(hunks, MOST_HUNKS), context });
    const sketch = plain === null ? null : change(plain, random);
    return sketch === null ? null : caseOf(sketch, format);
  };
}

const MOST_HUNKS = 3;

/** A file that holds patches, such as a test of this project, is not taken for a whole file. */
const EDIT_MARK = /^\s*(?:[<>+-]{3,9} |@@|\*{3} |={7}$)|old_str|"edits"/;

function seedOf(seed: number, name: string): number {
  return new TextEncoder().encode(name).reduce((hash, byte) => Math.imul(hash ^ byte, FNV_PRIME), seed);
}

/** Of the hash FNV-1a. */
const FNV_PRIME = 0x01000193;
