import type { Hunk } from '../../patch/hunk.ts';
import type { Json, Refusal } from '../../patch/refusal.ts';
import type { Section } from '../locate/sections.ts';
import { affordable, blockCandidates, linesData, linesText } from './candidates.ts';
import { quoted } from './describe.ts';
import { type Explanation, explainMissing, hasNearest, type Sought } from './explain.ts';
import type { Scene } from './scene.ts';

/** Why one hunk has no place. Positions are lines of the file, from 0. */
export type HunkFailure = {
  readonly hunk: Hunk;
} /** `near`: where the hunk may begin for all that is known already, best first. */ /** `madeAt`: where what the hunk makes stands already. */ & (
  | { readonly status: 'not_found'; readonly near?: () => readonly number[]; readonly madeAt?: number }
  /** At one place only, and not in the section in which it says that it belongs. */
  | { readonly status: 'elsewhere'; readonly foundAt: number; readonly section: Section }
  | { readonly status: 'no_context' | 'too_repetitive' }
  /** `line` says several times that lines are left out, and nothing tells which of them stay where. */
  | { readonly status: 'mixed_gaps'; readonly line: string }
  | { readonly status: 'ambiguous'; readonly positions: readonly number[] }
  /** `other` changes the same lines. */
  | { readonly status: 'overlap'; readonly position: number; readonly other: Hunk }
);

/**
 * The refusal for each hunk that failed in one file, in order: what is wrong, the places that are meant most
 * probably with what differs there, and as `data.correction` a change that would do what the hunk wants where
 * that is certain. The file is read once for all of them.
 */
export function diagnoseHunks(failures: readonly HunkFailure[], scene: Scene): readonly Refusal[] {
  const missing = failures.filter(isMissing);
  const explanations = explainMissing(scene, missing.map(soughtOf));
  let next = 0;
  return failures.map((failure): Refusal => {
    const explanation = isMissing(failure) ? explanations[next++] : undefined;
    return {
      ...told(failure, scene, explanation),
      path: scene.path,
      hunk: failure.hunk.number,
    };
  });
}

type Missing = Extract<HunkFailure, { status: 'not_found' | 'elsewhere' }>;

function isMissing(failure: HunkFailure): failure is Missing {
  return failure.status === 'not_found' || failure.status === 'elsewhere';
}

function soughtOf(failure: Missing): Sought {
  const { lines, lineHint } = failure.hunk;
  const hint = lineHint === undefined ? undefined : lineHint - 1;
  return failure.status === 'elsewhere'
    ? { lines, hint, within: failure.section }
    : { lines, hint, near: failure.near };
}

type Told = Pick<Refusal, 'code' | 'message' | 'data'>;

function told(failure: HunkFailure, scene: Scene, explanation: Explanation | undefined): Told {
  const name = `Hunk ${failure.hunk.number}, for ${scene.path},`;
  switch (failure.status) {
    case 'not_found':
      return notFound(name, failure.madeAt, explanation);
    case 'elsewhere':
      return elsewhere(name, failure, explanation);
    case 'ambiguous':
      return {
        code: 'ambiguous',
        message: `${name} fits at ${linesText(failure.positions)}, and nothing tells which is meant. Send more unchanged lines around the change.`,
        data: {
          ...linesData(failure.positions),
          ...affordable(scene, () =>
            blockCandidates(scene, { lines: failure.hunk.lines, positions: failure.positions }),
          ),
        },
      };
    case 'no_context':
      return {
        code: 'ambiguous',
        message: `${name} has added lines only, so nothing but a line number says where they belong. Send at least one unchanged line beside them.`,
        data: insertionData(failure.hunk, scene),
      };
    case 'too_repetitive':
      return {
        code: 'too_large',
        message: `${name} can't be placed with reasonable effort, because its lines repeat too often in the file. Send a write change with the whole file.`,
      };
    case 'mixed_gaps':
      return mixedGaps(name, failure.line);
    case 'overlap':
      return overlap(name, failure);
  }
}

/** `name`: what has the line, at the beginning of the sentence. */
export function mixedGaps(name: string, line: string): Told {
  const message = `${name} has ${JSON.stringify(line)} for lines that it leaves out in several places, and nothing tells which of them belong where afterwards. Send these lines as they stand in the file.`;
  return { code: 'elided_edit', message, data: { line } };
}

function notFound(name: string, madeAt: number | undefined, explanation: Explanation | undefined): Told {
  const { sentence = '', data = {} } = explanation ?? {};
  const missing = `${name} expects lines that are not there`;
  if (madeAt === undefined) return { code: 'not_found', message: `${missing}. ${sentence}`, data };
  const line = madeAt + 1;
  const message = `${missing}, but what it makes is, at line ${line}. If it is done already, leave the hunk out. ${sentence}`;
  return { code: 'not_found', message, data: { ...data, replacementAt: line } };
}

function elsewhere(
  name: string,
  { foundAt, section }: Extract<HunkFailure, { status: 'elsewhere' }>,
  explanation: Explanation | undefined,
): Told {
  const { sentence = '', data = {} } = explanation ?? {};
  const anchor = `${quoted(section.name)}, at line ${section.start + 1},`;
  const other = hasNearest(data) ? `. Else: ${sentence}` : '; else send the lines as they stand below it.';
  const message = `${name} names ${anchor} as what its lines stand below, and they are at line ${foundAt + 1} only. If those are meant, leave that name out${other}`;
  return { code: 'not_found', message, data: { ...linesData([foundAt]), ...data } };
}

function overlap(name: string, { hunk, position, other }: Extract<HunkFailure, { status: 'overlap' }>): Told {
  const data = { line: position + 1, other: other.number };
  const isRepeated = JSON.stringify(hunk.lines) === JSON.stringify(other.lines);
  const message = isRepeated
    ? `${name} is the same as hunk ${other.number}, and its lines can be changed only once. Leave one of the two out.`
    : `${name} changes the same lines as hunk ${other.number}, from line ${position + 1} on. Make one hunk of the two.`;
  return { code: 'overlap', message, data };
}

/** The place that a line number names is one that may be meant; nobody can tell. */
function insertionData({ lines, lineHint }: Hunk, scene: Scene): { [key: string]: Json } {
  const at = lineHint === undefined ? scene.lineCount() : lineHint - 1;
  if (at < 0 || at > scene.lineCount()) return {};
  const inserted = lines.flatMap(([mark, text]) => (mark === '+' ? [text] : []));
  return affordable(scene, () => [{ from: at, to: at, rewrite: { from: at, to: at, lines: inserted } }]);
}
