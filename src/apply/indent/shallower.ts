import { type Hunk, newSide } from '../../patch/hunk.ts';
import { type LineIndex, lineAt } from '../locate/line-index.ts';
import { type IndentPair, indentOf, type Reindent } from './indentation.ts';
import { indentChar, isStep, type Steps, stepsOf } from './step-width.ts';

/** A hunk whose matched lines are all indented as `pair` is, and where that one stands in the file. */
export type OfOneDepth = {
  readonly index: LineIndex;
  readonly hunk: Hunk;
  readonly pair: IndentPair;
  readonly position: number;
};

/**
 * What is added less deep than the matched lines leaves one of their blocks for each step. `learnt` takes as many
 * characters off in the file, which are more steps where those of the file are narrower, and less than one where they
 * are wider. The steps of both tell; where one of them shows none, `learnt` must come to the same as the steps with which
 * the matched lines would be as deep in both, or, where there are no such steps, to a depth that the file has. null: it
 * does not.
 */
export function withShallower(placed: OfOneDepth, learnt: Reindent): Reindent | null {
  const { hunk, pair } = placed;
  const shallower = addedIndents(hunk).filter(({ indent }) => indent.length < pair.patch.length);
  const [own, other] = [indentChar(pair.patch), indentChar(pair.file)];
  if (shallower.length === 0 || own === null || other === null) return learnt;
  const around = linesAround(placed);
  const [steps, there] = [stepsOf(newSide(hunk), own), stepsOf(around, other)];
  if (steps !== null && there !== null) {
    if (own === other && steps.width === there.width) return learnt;
    const isAsDeep = pair.patch.length * there.width === pair.file.length * steps.width;
    const scaled = isAsDeep ? inSteps(steps, there) : null;
    // Where a list in a comment or a text in quotes has other steps, those may be what was counted.
    const isSure = own !== other || (steps.share === 1 && there.share >= MOST);
    const isSame = (found: Reindent) =>
      shallower.every(({ indent, line }) => found(indent, line) === learnt(indent, line));
    return scaled === null || isSure || isSame(scaled) ? scaled : null;
  }
  const scaled = asDeep(pair, { own, other, steps, there });
  const isSame = shallower.every(({ indent, line }) => {
    const [deep, less] = [scaled?.(indent, line) ?? null, learnt(indent, line)];
    return deep === null ? own === other && around.some((text) => indentOf(text) === less) : deep === less;
  });
  return isSame ? learnt : null;
}

/** Of the increases of depth in a file, so many show its steps. */
const MOST = 0.75;

function addedIndents({ lines }: Hunk): readonly { readonly line: number; readonly indent: string }[] {
  return lines.flatMap(([mark, text], line) =>
    mark === '+' && text.trim() !== '' ? [{ line, indent: indentOf(text) }] : [],
  );
}

function linesAround({ index, position }: OfOneDepth): readonly string[] {
  const first = Math.max(0, position - FAR);
  const count = Math.min(index.lines.count, position + FAR) - first;
  return Array.from({ length: count }, (_, offset) => lineAt(index, first + offset));
}

/** Lines above and below that are looked at: many enough to show the steps, and few enough for thousands of hunks. */
const FAR = 200;

/** So many steps of one kind for those of another; null: it is not a number of whole steps. */
function inSteps(from: Width, to: Width): Reindent {
  return (indent) => {
    if (indent !== from.char.repeat(indent.length) || indent.length % from.width !== 0) return null;
    return to.char.repeat((indent.length / from.width) * to.width);
  };
}

type Width = Pick<Steps, 'char' | 'width'>;

type Known = {
  readonly own: Steps['char'];
  readonly other: Steps['char'];
  readonly steps: Steps | null;
  readonly there: Steps | null;
};

/** With the steps of one side, and those of the other that make the pair as deep; null: there are none such. */
function asDeep({ patch, file }: IndentPair, { own, other, steps, there }: Known): Reindent | null {
  if (steps === null && there === null)
    return (indent) => {
      const width = (indent.length * file.length) / patch.length;
      return Number.isInteger(width) ? other.repeat(width) : null;
    };
  const from = steps ?? { char: own, width: ((there?.width ?? 0) * patch.length) / file.length };
  const to = there ?? { char: other, width: ((steps?.width ?? 0) * file.length) / patch.length };
  return isStep(from) && isStep(to) ? inSteps(from, to) : null;
}
